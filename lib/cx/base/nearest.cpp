#include <cx/base/nearest.hpp>

#include <cx/base/code_points.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace cx {

namespace {

/// Nobody mistypes a word this long, and the work grows with its square.
constexpr std::size_t longest_word = 400;

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    if (text.size() > longest_word * 4) return letters;
    const std::string lower = folded(text);
    for (std::size_t at = 0; at < lower.size();) letters += detail::next_code_point(lower, at);
    if (letters.size() > longest_word) letters.clear();
    return letters;
}

/// Optimal string alignment distance, or `limit` + 1 where it is over `limit`.
std::size_t distance(const std::u32string& from, const std::u32string& to, std::size_t limit) {
    const std::size_t longer = std::max(from.size(), to.size());
    const std::size_t shorter = std::min(from.size(), to.size());
    if (longer - shorter > limit) return limit + 1;
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t changed = from[i - 1] == to[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > limit + 1) return limit + 1;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return std::min(last.back(), limit + 1);
}

} // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::u32string meant = letters_of(word);
    if (meant.empty()) return std::nullopt;
    const std::string* best = nullptr;
    std::size_t        limit = std::max<std::size_t>(1, meant.size() / 3);
    for (const std::string& candidate : candidates) {
        const std::u32string letters = letters_of(candidate);
        if (letters.empty()) continue;
        const std::size_t edits = distance(meant, letters, limit);
        if (edits > limit) continue;
        best = &candidate;
        if (edits == 0) break;
        limit = edits - 1; // a later one must be nearer
    }
    return best == nullptr ? std::nullopt : std::optional<std::string>(*best);
}

} // namespace cx
