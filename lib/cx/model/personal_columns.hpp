#pragma once

// Which columns of an export are not to be kept, when what the others measure is known.

#include <cstddef>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// A column that holds personal data.
struct PersonalColumn {
    enum class Why {
        model,  ///< the model file says so
        header, ///< one of its headers says so
        values, ///< most of its values are e-mail addresses, telephone numbers, identity codes or IP addresses
    };

    std::size_t column = 0;
    Why         why{};

    bool operator==(const PersonalColumn&) const = default;
};

/// The columns of an export that hold personal data, by their order. What the model uses (items, dates, segments, ...)
/// is not personal for its header; it is where its values are e-mail addresses, telephone numbers or identity codes:
/// then the model is at odds with privacy, and somebody has to decide. The column of `columns.respondent`, which is
/// kept as a hash, is none of them.
[[nodiscard]] std::vector<PersonalColumn> personal_columns(const MeasurementModel& model, const Export& source);

} // namespace cx
