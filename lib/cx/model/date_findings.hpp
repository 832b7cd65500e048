#pragma once

// Whether a column holds dates, and in which order they are written: told by the values alone.

#include <cstddef>
#include <optional>
#include <string_view>

#include <cx/base/calendar.hpp>
#include <cx/exports/export.hpp>

namespace cx {

/// In which order a column's dates are written. Empty `order` with `dates`: they read both ways.
struct DateFindings {
    bool                     dates = false;   ///< 95 % of the values are dates in one order
    bool                     matters = false; ///< another order would give other days
    std::optional<DateOrder> order;
};
[[nodiscard]] DateFindings date_findings(const Sample& sample, std::size_t column);

/// `dmy`, ...
[[nodiscard]] std::string_view to_string(DateOrder order) noexcept;

} // namespace cx
