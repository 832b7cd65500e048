#pragma once

// Items that nobody is asked: they follow from the other answers of a response, and are counted like any answer.

#include <cx/model/measurement_model.hpp>

namespace cx {

/// Whether the item is made from others' answers.
[[nodiscard]] bool is_made(const Item& item) noexcept;

/// Adds to the items one of kind `basics` where any item is a basic need with a threshold, and one of kind `kept` for
/// each promise that has a minimum and items; each 1 (met, kept) or 0, and without an id. `promise` names the promise
/// that a `kept` one is of. To be called once, when all else of the model is settled.
void add_made_items(MeasurementModel& model);

/// Indices of the items that a made item follows from: basic needs with a threshold, or those of its promise.
[[nodiscard]] std::vector<std::size_t> made_from(const MeasurementModel& model, const Item& made);

/// The point from which an answer to `item` meets what `made` asks for.
[[nodiscard]] double needed_point(const MeasurementModel& model, const Item& made, const Item& item);

} // namespace cx
