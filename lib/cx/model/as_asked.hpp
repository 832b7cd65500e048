#pragma once

// The model as one export or wave was asked: tools name columns in their own way, and waves word questions otherwise.

#include <string>
#include <string_view>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>

namespace cx {

/// The source whose `match` the file's name fits; null where the model has no sources.
/// @throws Error where it fits none, or several
[[nodiscard]] const SurveySource* source_of_file(const MeasurementModel& model, const std::string& file);

/// Leaves of each item the one that is asked for in `items`, and keeps all wordings of an item that has several in
/// `wordings`. To be called once, before anything is completed.
/// @param wave  which is asked for; empty: that whose columns the export has
void choose_wordings(MeasurementModel& model, const Recognition& recognition, std::string_view wave);

/// The model as the responses of one source and wave were asked: with the source's columns, and each item's own in that
/// wave. An item that the wave asked on another scale has no column: its answers are none of the item's.
/// @param source  by name; empty where the model has none
/// @param wave    empty: that whose columns the export has
[[nodiscard]] MeasurementModel as_asked(const MeasurementModel& model, const Recognition& recognition,
                                        std::string_view source, std::string_view wave);

/// Ids of the items that were asked on another scale, or not at all, where the model's figures are made of answers.
[[nodiscard]] std::vector<std::string> asked_otherwise(const MeasurementModel& model, const MeasurementModel& asked);

/// Whether a file's name fits a pattern, in which `*` is any text and `?` any byte.
[[nodiscard]] bool fits(std::string_view name, std::string_view pattern);

} // namespace cx
