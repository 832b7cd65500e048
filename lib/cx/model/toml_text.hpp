#pragma once

// Values as TOML writes them. Survey text is hostile: nothing here lets it end a string or a comment, start a line,
// or act on a terminal.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cx/model/measurement_model.hpp>

namespace cx::detail {

/// A basic string in quotes, on one line, valid UTF-8. What cannot be seen is escaped.
[[nodiscard]] std::string toml_text(std::string_view text);
/// The same for a number: reads back to the same double. Finite.
[[nodiscard]] std::string toml_number(double value);
/// A list of texts; long ones take a line each.
[[nodiscard]] std::string toml_list(std::span<const std::string> texts);
/// A list of texts, or the text alone where it is one.
[[nodiscard]] std::string toml_text_or_list(std::span<const std::string> texts);
[[nodiscard]] std::string toml_scale(Scale scale);
/// `{ "poor" = 1, "good" = 2 }`, by point.
[[nodiscard]] std::string toml_points(const std::map<std::string, int>& points);

/// The text as one comment line with its line end, or nothing where it is blank.
[[nodiscard]] std::string toml_comment(std::string_view text);

/// A table's keys in the order added, their equals signs under each other.
class TomlBlock {
  public:
    /// @param header  `[survey]`
    explicit TomlBlock(std::string header) : header_(std::move(header)) {}
    void add(std::string key, std::string value) { lines_.push_back({std::move(key), std::move(value), {}, false}); }
    void add_text(const std::string& key, const std::string& text);
    void add_texts(const std::string& key, std::span<const std::string> texts);
    /// A key that is proposed: written as a comment.
    /// @param remark  said behind it; may be empty
    void propose(std::string key, std::string value, std::string remark = {}) {
        lines_.push_back({std::move(key), std::move(value), std::move(remark), true});
    }
    [[nodiscard]] bool        empty() const noexcept { return lines_.empty(); }
    [[nodiscard]] std::string text() const;

  private:
    struct Line {
        std::string key, value, remark;
        bool        proposed = false;
    };
    std::string       header_;
    std::vector<Line> lines_;
};

} // namespace cx::detail
