#pragma once

// Where in a model file its values stand, for messages about what only all of the file, or the export, shows.

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// Keeps where the table stands and, of those of the keys that it has, their values (the first one of a list).
/// @param whose  what they belong to, as called() has it
void keep_places(MeasurementModel& model, const std::string& whose, const TableReader& table,
                 std::initializer_list<std::string_view> keys);
/// Keeps where each text of a list stands, by the text.
void keep_places(MeasurementModel& model, const std::string& whose, const TableReader& table, std::string_view key,
                 const std::vector<std::string>& texts);

/// Where the value stands, else where its table does; nowhere where there is no file.
[[nodiscard]] Mark place_in(const MeasurementModel& model, const std::string& whose, const std::string& what = {});

/// What a thing is called in places and messages: `item 'recommend'`.
[[nodiscard]] std::string called(const Item& item);
[[nodiscard]] std::string called(const Promise& promise);
[[nodiscard]] std::string called(const Touchpoint& touchpoint);
[[nodiscard]] std::string called(const Journey& journey);
/// Targets have no id: by their place in the file's order.
[[nodiscard]] std::string called_target(std::size_t index);

/// A collector for problems of the model's file; of the export where there is no file.
[[nodiscard]] Problems problems_of(const MeasurementModel& model, const std::string& otherwise);

} // namespace cx::detail
