#include "csv_file.hpp"

#include <fstream>
#include <stdexcept>

namespace examples {

void CsvFile::add(const std::vector<std::string>& cells) {
    bool first = true;
    for (const std::string& cell : cells) {
        if (!first) text_ += delimiter_;
        first = false;
        if (cell.find_first_of("\"\r\n") == std::string::npos && cell.find(delimiter_) == std::string::npos) {
            text_ += cell;
            continue;
        }
        text_ += '"';
        for (const char character : cell) {
            if (character == '"') text_ += '"';
            text_ += character;
        }
        text_ += '"';
    }
    text_ += line_end_;
}

void CsvFile::write(const std::string& path) const {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    file.close();
    if (!file) throw std::runtime_error(path + " could not be written");
}

} // namespace examples
