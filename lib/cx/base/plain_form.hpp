#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cx::detail {

/// A text as patterns look at it: digits of all scripts and full-width characters as ASCII, dashes as `-`, white space
/// as spaces or line breaks, invisible characters left out, all other signs as one that means nothing. Letters and
/// ASCII stay. Every place in it has its place in the text it was made of.
class PlainForm {
  public:
    /// @param text  must outlive the form
    explicit PlainForm(std::string_view text);

    [[nodiscard]] std::string_view text() const noexcept { return own_ ? std::string_view(plain_) : text_; }
    /// Where in the text the character begins that stands at byte `at` here.
    [[nodiscard]] std::size_t beginning(std::size_t at) const noexcept;
    /// Where in the text the character ends that ends before byte `at` here.
    [[nodiscard]] std::size_t ending(std::size_t at) const noexcept;

  private:
    /// From byte `plain` on, the text is at `original`.
    struct Shift {
        std::size_t plain;
        std::size_t original;
    };

    /// Puts down what stands for the bytes [start, end) of the text; nothing is left of them where it is empty.
    void replace(std::size_t start, std::size_t end, std::string_view by);

    std::string_view   text_;
    std::string        plain_;
    bool               own_ = false; ///< not the text itself
    std::vector<Shift> shifts_;      ///< by place; of several at one place, the first is what ends there
};

} // namespace cx::detail
