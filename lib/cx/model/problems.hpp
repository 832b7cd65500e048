#pragma once

// Everything that is wrong with a model file, told in one go.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cx/model/toml_document.hpp>

namespace cx::detail {

/// Collects problems with their places; raises them all at once.
class Problems {
  public:
    /// @param file    what messages call it
    /// @param source  its text, of which each problem shows its line; must outlive this
    explicit Problems(std::string file, std::string_view source = {}) : file_(std::move(file)), source_(source) {}

    /// @param found   what was found and expected, without a full stop
    /// @param advice  what to do; may be empty
    void add(Mark at, std::string_view found, std::string_view advice = {});

    /// `did you mean 'x'?`, or `otherwise` where none of the known words is near.
    [[nodiscard]] std::string meant(std::string_view word, std::span<const std::string> known,
                                    const std::string& otherwise = {});

    /// So many problems that further ones are only counted: their words need not be made.
    [[nodiscard]] bool full() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return problems_.empty(); }

    /// @throws Error with a line for each problem and the file's own line below it, in the order of the file, if there
    /// is any
    void raise() const;

  private:
    struct Problem {
        Mark        at;
        std::string text;
    };
    std::string          file_;
    std::string_view     source_;
    std::vector<Problem> problems_;
    std::size_t          unlisted_ = 0;
    std::size_t          guesses_ = 0;
};

/// A text of the file inside a message: quoted, short, and unable to act on a terminal.
[[nodiscard]] std::string quoted(std::string_view text);

/// `'a', 'b' and 'c'`.
[[nodiscard]] std::string listed(std::span<const std::string> words);

} // namespace cx::detail
