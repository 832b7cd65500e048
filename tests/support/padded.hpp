#pragma once

// A cell's bytes as they lie in a batch of records: with others behind them that may be read and mean nothing.

#include <string>
#include <string_view>

#include <cx/exports/record.hpp>

namespace cx::test {

class Padded {
  public:
    explicit Padded(std::string_view cell)
        : bytes_(std::string(cell) + std::string(readable_beyond, '9')), size_(cell.size()) {}
    operator std::string_view() const { return std::string_view(bytes_).substr(0, size_); }

  private:
    std::string bytes_;
    std::size_t size_;
};

} // namespace cx::test
