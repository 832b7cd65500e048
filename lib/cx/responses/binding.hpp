#pragma once

// Which of an export's columns hold what a run needs: found once, before any row is read.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cx/base/calendar.hpp>
#include <cx/base/notice.hpp>
#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// An export's columns, bound to a schema. Refers to what it was made from, which must outlive it.
struct Binding {
    const MeasurementModel* model = nullptr;
    const Schema*           schema = nullptr;
    const ResponseRequest*  request = nullptr;
    const Recognition*      recognition = nullptr;

    std::vector<std::optional<std::size_t>> answers; ///< as Schema::columns; empty where the export has no such column
    std::vector<std::string> absent; ///< ids of items that lack a column here: all their answers are missing
    std::vector<std::optional<std::size_t>> dimensions; ///< as Schema::dimensions; empty for periods and files
    std::optional<std::size_t>              weight, date, response, respondent, touchpoint;
    DateOrder                               date_order = DateOrder::ymd;
    std::optional<TimeZone>                 zone;
    std::string                             file_stem; ///< what `@file` means
    std::string                             wave;      ///< that all its rows are of: by itself, each file is one
};

/// @throws Error for a column that is personal and would be shown, a column that is needed and missing, with the
/// nearest
[[nodiscard]] Binding bind(const MeasurementModel& model, const Schema& schema, const ResponseRequest& request,
                           const Recognition& recognition);

/// Whether the export has a column of any of the model's items.
[[nodiscard]] bool asks_any(const MeasurementModel& model, const Recognition& recognition);

/// The columns that are looked at, ascending.
[[nodiscard]] std::vector<std::size_t> used_columns(const Binding& binding);

/// Codes of the columns that the model, or recognising it, marked personal.
[[nodiscard]] bool is_personal(const MeasurementModel& model, const Recognition& recognition, std::size_t column);

} // namespace cx
