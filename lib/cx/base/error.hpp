#pragma once

// What went wrong, where, and what to do about it. One exception type for everything that a user
// can mend; only the command line catches it.

#include <cstdint>
#include <stdexcept>
#include <string>

namespace cx {

/// Where in a user's file something was found. What is not known stays empty or 0.
struct Place {
    std::string   file;          ///< as the user named it; "-" is standard input
    std::uint64_t line = 0;      ///< first line of the record, counted from 1
    std::uint64_t character = 0; ///< character in the line, counted from 1 (model files)
    std::string   column;        ///< the column's code or header (exports)
};

/// `responses.csv:118, column Q7`, `cx.toml:12:3`, or empty when nothing is known.
[[nodiscard]] std::string to_string(const Place& place);

/// Something that could not be done, in words for the user: place, what was found, what was
/// expected, and what to do. Never holds a value of a personal column.
class Error : public std::runtime_error {
  public:
    /// @param found   what was found and what was expected, without a full stop
    /// @param advice  what to do about it; may be empty
    explicit Error(const std::string& found, const std::string& advice = {});
    Error(const Place& place, const std::string& found, const std::string& advice = {});
};

} // namespace cx
