#pragma once

// The line of a model file that a message is about, as it stands there.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <cx/model/toml_document.hpp>

namespace cx::detail {

/// Shows lines of a text. Asked in ascending order it reads the text once.
class SourceLines {
  public:
    /// @param text  must outlive this
    explicit SourceLines(std::string_view text);

    /// The line of that place and a caret under its character, each indented and with a line break before it. A long
    /// line is cut on both sides of the place; what cannot be seen is escaped. Empty where there is no such line, or
    /// nothing on it.
    [[nodiscard]] std::string shown(Mark at);

  private:
    [[nodiscard]] std::string_view line(std::uint32_t number);

    std::string_view text_;
    std::size_t      start_ = 0; ///< of line number_
    std::uint32_t    number_ = 1;
};

} // namespace cx::detail
