#pragma once

#include <cx/model/places.hpp>
#include <cx/model/references.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

/// An id that a table must have and others refer to.
[[nodiscard]] std::string read_id(TableReader& table, const std::string& kind, References& references,
                                  Problems& problems);

/// Reads one `[[promise]]`.
[[nodiscard]] Promise read_promise(TableReader& table, References& references, Problems& problems);

/// Finds minimums, and thresholds too where scales are not stated, that are no point of their items' scale.
/// @param stated  look at items whose scale the file states; else at those whose scale the export has told
void check_levels(const MeasurementModel& model, bool stated, Problems& problems);

} // namespace cx::detail
