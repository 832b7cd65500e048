#include <cx/model/problems.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>
#include <cx/model/source_lines.hpp>

namespace cx::detail {

namespace {

// A file that is no model at all must neither fill memory nor the screen.
constexpr std::size_t most_kept = 1000;
constexpr std::size_t most_told = 100;
constexpr std::size_t most_guesses = 100;
constexpr std::size_t longest_guessed = 200; ///< bytes
constexpr std::size_t longest_shown = 60;    ///< columns

} // namespace

std::string quoted(std::string_view text) {
    // Cut before escaping: only the head is ever shown.
    const std::string_view head = text.substr(0, 8 * longest_shown);
    return fmt::format("'{}'", shortened(visible(head), longest_shown));
}

std::string listed(std::span<const std::string> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += quoted(words[i]);
    }
    return text;
}

bool Problems::full() const noexcept { return problems_.size() >= most_kept; }

void Problems::add(Mark at, std::string_view found, std::string_view advice) {
    if (full()) {
        ++unlisted_;
        return;
    }
    problems_.push_back({at, advice.empty() ? std::string(found) : fmt::format("{}; {}", found, advice)});
}

std::string Problems::meant(std::string_view word, std::span<const std::string> known, const std::string& otherwise) {
    if (guesses_ >= most_guesses || word.size() > longest_guessed) return otherwise;
    ++guesses_;
    const auto near = nearest(word, known);
    return near ? fmt::format("did you mean {}?", quoted(*near)) : otherwise;
}

void Problems::raise() const {
    if (problems_.empty()) return;
    std::vector<Problem> sorted = problems_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) { return a.at < b.at; });
    std::string text;
    SourceLines lines(source_);
    for (std::size_t i = 0; i < std::min(sorted.size(), most_told); ++i) {
        Place place;
        place.file = file_;
        place.line = sorted[i].at.line;
        place.character = sorted[i].at.character;
        text += fmt::format("{}{}: {}", i == 0 ? "" : "\n", to_string(place), sorted[i].text);
        text += lines.shown(sorted[i].at);
    }
    const std::size_t untold = sorted.size() + unlisted_ - std::min(sorted.size(), most_told);
    if (untold > 0) text += fmt::format("\n{}: and {} more", file_, untold);
    throw Error(text);
}

} // namespace cx::detail
