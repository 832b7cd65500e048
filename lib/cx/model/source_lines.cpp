#include <cx/model/source_lines.hpp>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <cx/base/code_points.hpp>
#include <cx/base/text.hpp>

namespace cx::detail {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view indent = "    ";
constexpr std::size_t      widest = 100;       ///< columns
constexpr std::size_t      widest_before = 60; ///< of them before the caret
constexpr std::uint32_t    furthest = 10'000;  ///< characters into a line: nobody writes beyond
constexpr std::size_t      bytes_behind = 4 * widest;

std::string on_screen(std::string_view text) {
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '\t', ' ');
    return visible(plain);
}

/// What stands before a place in a line: its end behind an ellipsis where it is too wide.
/// @param starts  bytes at which its characters start
std::string shown_before(std::string_view text, const std::vector<std::size_t>& starts) {
    if (starts.size() <= widest_before) {
        std::string whole = on_screen(text);
        if (display_width(whole) <= widest_before) return whole;
    }
    for (std::size_t left = widest_before - 1; left > 0; --left) {
        const std::string end =
            left <= starts.size() ? on_screen(text.substr(starts[starts.size() - left])) : std::string();
        if (left <= starts.size() && display_width(end) < widest_before) return std::string(ellipsis) + end;
    }
    return std::string(ellipsis);
}

} // namespace

SourceLines::SourceLines(std::string_view text) : text_(text) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

std::string_view SourceLines::line(std::uint32_t number) {
    if (number < number_) {
        start_ = 0;
        number_ = 1;
    }
    while (number_ < number && start_ < text_.size()) {
        start_ = std::min(text_.find('\n', start_), text_.size() - 1) + 1;
        ++number_;
    }
    if (number_ != number || start_ >= text_.size()) return {};
    std::string_view found = text_.substr(start_, text_.find('\n', start_) - start_);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

std::string SourceLines::shown(Mark at) {
    if (at.line == 0 || at.character == 0 || at.character > furthest) return {};
    const std::string_view   whole = line(at.line);
    std::vector<std::size_t> starts; // of the characters before the place
    std::size_t              place = 0;
    while (starts.size() + 1 < at.character && place < whole.size()) {
        starts.push_back(place);
        static_cast<void>(next_code_point(whole, place));
    }
    const std::string start = shown_before(whole.substr(0, place), starts);
    const std::size_t width = display_width(start);
    const std::string behind = shortened(on_screen(whole.substr(place, bytes_behind)), widest - width);
    if (trim(start).empty() && trim(behind).empty()) return {};
    return fmt::format("\n{}{}{}\n{}{}^", indent, start, behind, indent, std::string(width, ' '));
}

} // namespace cx::detail
