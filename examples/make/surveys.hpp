#pragma once

// The example surveys. Each is a function of nothing: the same table every time.

#include "csv_file.hpp"

namespace examples {

[[nodiscard]] CsvFile asiointi();
[[nodiscard]] CsvFile northlight();
[[nodiscard]] CsvFile first_survey();

} // namespace examples
