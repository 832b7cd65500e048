#pragma once

// What of an export's columns an archive keeps.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cx/archive/kept_rows.hpp>
#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

enum class Keeping {
    whole,  ///< as it stands: a response id, a date, a weight
    masked, ///< without the e-mail addresses, telephone numbers and codes that are in it
    hashed, ///< a keyed hash: who answered
    left_out,
};

struct KeepingPlan {
    std::string                source;          ///< of the model's `[[source]]`; empty where there is one for all
    std::string                id_scope;        ///< what response ids are unique in, beside the source: a file's name
    std::vector<Keeping>       columns;         ///< by column of the export
    std::optional<std::size_t> response;        ///< the column of response ids
    std::optional<std::size_t> respondent;      ///< the column of who answered
    bool                       by_month = true; ///< a response goes to the wave of its month, and so needs a date
    bool                       keep_refused = false; ///< the text of rows that are refused is wanted
};

/// @param left_out  columns that hold personal data
/// @param mask      false: texts are kept as they stand
[[nodiscard]] KeepingPlan plan_keeping(const MeasurementModel& model, const Recognition& recognition,
                                       const std::vector<std::size_t>& left_out, bool mask);

/// The columns as an archive is told of them.
[[nodiscard]] std::vector<KeptColumn> kept_columns(const KeepingPlan& plan, const Recognition& recognition);

} // namespace cx
