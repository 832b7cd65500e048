#pragma once

// A table as survey tools export it.

#include <string>
#include <string_view>
#include <vector>

namespace examples {

class CsvFile {
  public:
    CsvFile(char delimiter, std::string_view line_end) : delimiter_(delimiter), line_end_(line_end) {}

    /// Adds one record. Cells that hold a delimiter, a quote or a line break are quoted.
    void add(const std::vector<std::string>& cells);

    /// @throws std::runtime_error when the file cannot be written
    void write(const std::string& path) const;

  private:
    char        delimiter_;
    std::string line_end_;
    std::string text_;
};

} // namespace examples
