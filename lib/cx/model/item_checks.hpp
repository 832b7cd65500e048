#pragma once

#include <cx/model/measurement_model.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// Finds what contradicts itself in one item.
/// @param table  where the item was read from: knows the places, and which keys are faulty already
void check_item(const Item& item, TableReader& table);

} // namespace cx::detail
