#include <cx/model/number_scales.hpp>

#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace cx {

namespace {

constexpr double enough_on_scale = 0.99;

/// By their high ends; of one end the one that holds more first.
constexpr std::array usual_ranges{Scale{0, 100}, Scale{0, 10}, Scale{1, 10}, Scale{4, 10}, Scale{1, 7},
                                  Scale{1, 6},   Scale{0, 5},  Scale{1, 5},  Scale{1, 4},  Scale{1, 3}};

/// Codes by which tools and people write that there is no answer.
constexpr std::array missing_codes{-999, -99, -98, -9, -8, -7, -1, 77, 88, 97, 98, 99, 777, 888, 999};

/// Points of an unusual scale: fewer are a category, more are a measurement.
constexpr int fewest_numbers = 4;
constexpr int most_numbers = 11;

constexpr bool is_word(char c) noexcept {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}

/// A number that stands alone in a text.
struct Mention {
    int         number = 0;
    std::size_t start = 0;
    std::size_t end = 0;
};

std::vector<Mention> numbers_in(std::string_view text) {
    std::vector<Mention> mentions;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        const bool joined = start > 0 && (text[start - 1] == '_' || text[start - 1] == '.');
        if (at - start > 3 || joined) continue;
        Mention mention{0, start, at};
        std::from_chars(text.data() + start, text.data() + at, mention.number);
        mentions.push_back(mention);
    }
    return mentions;
}

/// Whether what stands between two numbers makes them the ends of a scale.
bool is_range(std::string_view between) {
    between = trim(between);
    constexpr std::array<std::string_view, 12> marks{"-",  "–",    "—",   "−",   "...", "…",
                                                     "to", "till", "bis", "and", "ja",  "och"};
    return std::find(marks.begin(), marks.end(), between) != marks.end();
}

/// Whether words explain the number: `10 - strongly agree`, `1 = huono`, `0 (like least)`.
bool is_explained(std::string_view behind) {
    behind = trim(behind);
    for (const std::string_view mark : {"-", "–", "—", "=", "(", ":"}) {
        if (behind.substr(0, mark.size()) != mark) continue;
        const std::string_view words = trim(behind.substr(mark.size()));
        return !words.empty() && !is_digit(words.front()) && is_word(words.front());
    }
    return false;
}

int highest_inside(const NumberCounts& counts, Scale scale) {
    int highest = scale.low - 1;
    for (const auto& [number, count] : counts)
        if (scale.holds(number)) highest = std::max(highest, number);
    return highest;
}

bool used(const NumberCounts& counts, int number) { return counts.contains(number); }

bool all_used(const NumberCounts& counts, Scale scale) {
    for (int point = scale.low; point <= scale.high; ++point)
        if (!used(counts, point)) return false;
    return true;
}

NumberScale described(const NumberCounts& counts, Scale scale) {
    return {scale, is_usual(scale), used(counts, scale.low) && used(counts, scale.high), {}};
}

/// Of the usual scales that end at `high`, the one whose low end the answers tell.
Scale with_low_end(int high, int lowest, const ScaleHint& hint) {
    if (high == 100) return {0, 100};
    if (high == 10) {
        const int low = hint.lowest > 0 ? std::min(lowest, hint.lowest) : lowest;
        if (low <= 0) return {0, 10};
        return low >= 4 && hint.grades ? Scale{4, 10} : Scale{1, 10};
    }
    if (high == 5 && lowest <= 0) return {0, 5};
    return {1, high};
}

std::optional<NumberScale> usual_scale(const NumberCounts& counts, const ScaleHint& hint, double share) {
    std::optional<NumberScale> best;
    for (const Scale& candidate : usual_ranges) {
        if (share_on(counts, candidate) < share || highest_inside(counts, candidate) != candidate.high) continue;
        const auto lowest = counts.lower_bound(candidate.low);
        if (lowest == counts.end()) continue;
        const Scale scale = with_low_end(candidate.high, lowest->first, hint);
        if (share_on(counts, scale) < share) continue;
        if (!best || scale.size() < best->scale.size()) best = described(counts, scale);
        if (candidate.high == 10 && best->scale.high == 10) return described(counts, scale);
    }
    return best;
}

std::optional<NumberScale> own_range(const NumberCounts& counts) {
    const Scale range{counts.begin()->first, counts.rbegin()->first};
    if (range.low < 0 || range.low > 1 || range.size() < fewest_numbers || range.size() > most_numbers)
        return std::nullopt;
    if (!all_used(counts, range)) return std::nullopt;
    return described(counts, range);
}

} // namespace

bool is_usual(Scale scale) noexcept {
    return std::find(usual_ranges.begin(), usual_ranges.end(), scale) != usual_ranges.end();
}

std::optional<Scale> said_scale(std::string_view question) {
    constexpr std::size_t      longest_question = 2000;
    const std::string_view     text = question.substr(0, longest_question);
    const std::vector<Mention> mentions = numbers_in(text);
    std::set<int>              explained;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        if (is_explained(text.substr(mention.end))) explained.insert(mention.number);
        if (i + 1 == mentions.size()) continue;
        const Mention& next = mentions[i + 1];
        const bool     alone = (mention.start == 0 || !is_word(text[mention.start - 1])) &&
                           (next.end == text.size() || !is_word(text[next.end]));
        const Scale scale{mention.number, next.number}; // from low to high: `10-1.` numbers a question
        const bool  range = is_range(text.substr(mention.end, next.start - mention.end));
        if (alone && range && is_usual(scale) && scale.size() > 3) return scale;
    }
    if (explained.size() < 2) return std::nullopt;
    const Scale scale{*explained.begin(), *explained.rbegin()};
    return is_usual(scale) ? std::optional<Scale>(scale) : std::nullopt;
}

double share_on(const NumberCounts& counts, Scale scale) {
    std::size_t all = 0;
    std::size_t on = 0;
    for (const auto& [number, count] : counts) {
        all += count;
        if (scale.holds(number)) on += count;
    }
    return all == 0 ? 1.0 : static_cast<double>(on) / static_cast<double>(all);
}

std::optional<NumberScale> number_scale(const NumberCounts& counts, const ScaleHint& hint) {
    if (counts.empty()) return std::nullopt;
    if (hint.said && share_on(counts, *hint.said) >= enough_on_scale) return described(counts, *hint.said);
    if (auto scale = usual_scale(counts, hint, 1.0)) return scale;
    NumberCounts     rest = counts;
    std::vector<int> missing;
    for (const int code : missing_codes)
        if (rest.erase(code) > 0) missing.push_back(code);
    if (!missing.empty() && !rest.empty()) {
        auto scale = usual_scale(rest, hint, 1.0);
        if (scale && all_used(rest, scale->scale)) {
            scale->missing = std::move(missing);
            return scale;
        }
    }
    if (auto scale = own_range(counts)) return scale;
    return usual_scale(counts, hint, enough_on_scale);
}

} // namespace cx
