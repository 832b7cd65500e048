#include <cx/model/column_profile.hpp>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace cx {

namespace {

/// A label is short; what is longer is a comment and is not folded.
constexpr std::size_t longest_label = 160;
/// Bytes of a value that its hash looks at.
constexpr std::size_t hashed_bytes = 64;
/// The counters of so many columns stay near the processor while the rows go by.
constexpr std::size_t columns_at_once = 128;
/// Points of a scale are small numbers.
constexpr double largest_point = 1000;

std::uint64_t hash_of(std::string_view text) noexcept {
    const std::size_t size = std::min(text.size(), hashed_bytes);
    std::uint64_t     hash = text.size() * 0x9E3779B97F4A7C15U;
    std::size_t       at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDU;
        hash ^= hash >> 32U;
    }
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, size - at);
    hash = (hash ^ word) * 0xC4CEB9FE1A85EC53U;
    return hash ^ (hash >> 29U);
}

/// Counts the distinct values of one column: open addressing over the profile's list, which stays short.
class ValueCounter {
  public:
    explicit ValueCounter(ColumnProfile& profile) : profile_(&profile) {}

    void take(std::string_view cell) {
        if (cell.empty()) {
            ++profile_->blank;
            return;
        }
        profile_->bytes += cell.size();
        profile_->longest = std::max(profile_->longest, cell.size());
        if (profile_->open) return;
        if (slots_.empty()) slots_.resize(16);
        const std::uint64_t hash = hash_of(cell);
        for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
            if (slots_[slot] == 0) {
                add(cell, slot);
                return;
            }
            ProfiledValue& value = profile_->values[slots_[slot] - 1U];
            if (value.text == cell) {
                ++value.count;
                return;
            }
        }
    }

  private:
    void add(std::string_view cell, std::size_t slot) {
        if (profile_->values.size() == ColumnProfile::most_values) {
            profile_->open = true;
            profile_->filled_when_open = 1;
            for (const ProfiledValue& value : profile_->values) profile_->filled_when_open += value.count;
            return;
        }
        ProfiledValue value;
        value.text = cell;
        value.count = 1;
        profile_->values.push_back(std::move(value));
        slots_[slot] = static_cast<std::uint16_t>(profile_->values.size());
        if (profile_->values.size() * 2 >= slots_.size()) grow();
    }

    void grow() {
        std::vector<std::uint16_t> larger(slots_.size() * 2);
        for (std::size_t i = 0; i < profile_->values.size(); ++i) {
            std::size_t slot = hash_of(profile_->values[i].text) & (larger.size() - 1);
            while (larger[slot] != 0) slot = (slot + 1) & (larger.size() - 1);
            larger[slot] = static_cast<std::uint16_t>(i + 1);
        }
        slots_ = std::move(larger);
    }

    ColumnProfile*             profile_;
    std::vector<std::uint16_t> slots_; ///< index into the values plus one; 0 is free
};

bool among(const std::vector<std::string>& texts, const std::string& folded_text) {
    return std::find(texts.begin(), texts.end(), folded_text) != texts.end();
}

std::optional<int> whole_number(std::string_view digits) {
    int        number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return number;
}

bool has_letter_first(std::string_view words) {
    words = trim(words);
    return !words.empty() && !is_digit(words.front()) && words.front() != '<' && words.front() != '>' &&
           words.front() != '$';
}

/// `9 - very likely`, `10 (All my time)`, `5 = hyvä`: the number, and what divides it from its words.
std::optional<int> leading_number(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && end < 4 && is_digit(text[end])) ++end;
    if (end == 0 || end == text.size() || end == 4) return std::nullopt;
    std::string_view rest = trim(text.substr(end));
    for (const std::string_view mark : {"-", "–", "—", "=", ":", ".", "("}) {
        if (rest.substr(0, mark.size()) != mark || !has_letter_first(rest.substr(mark.size()))) continue;
        return whole_number(text.substr(0, end));
    }
    return std::nullopt;
}

/// `Extremely likely - 10`, `Very good (5)`.
std::optional<int> trailing_number(std::string_view text) {
    if (!text.empty() && text.back() == ')') text.remove_suffix(1);
    std::size_t start = text.size();
    while (start > 0 && text.size() - start < 4 && is_digit(text[start - 1])) --start;
    if (start == text.size() || text.size() - start == 4) return std::nullopt;
    const std::string_view digits = text.substr(start);
    const std::string_view before = trim(text.substr(0, start));
    for (const std::string_view mark : {" -", " –", "(", " =", ":"}) {
        if (before.size() <= mark.size() || before.substr(before.size() - mark.size()) != mark) continue;
        const std::string_view words = trim(before.substr(0, before.size() - mark.size()));
        if (has_letter_first(words) && !is_digit(words.back())) return whole_number(digits);
    }
    return std::nullopt;
}

void read_number(ProfiledValue& value) {
    if (const auto number = parse_number(value.text)) {
        value.value = *number;
        value.kind = ValueKind::decimal;
        if (*number == std::floor(*number) && std::abs(*number) <= largest_point) {
            value.kind = ValueKind::whole;
            value.number = static_cast<int>(*number);
        }
        return;
    }
    std::optional<int> number = leading_number(value.text);
    value.number_first = number.has_value();
    if (!number) number = trailing_number(value.text);
    if (!number) return;
    value.kind = ValueKind::numbered;
    value.number = *number;
}

void classify(ProfiledValue& value, const AnswerTexts& texts) {
    if (value.text.size() > longest_label) return;
    value.folded = folded(value.text);
    if (among(texts.missing, value.folded))
        value.kind = ValueKind::missing;
    else if (among(texts.not_applicable, value.folded))
        value.kind = ValueKind::not_applicable;
    else
        read_number(value);
}

} // namespace

std::size_t ColumnProfile::count(ValueKind kind) const noexcept {
    std::size_t sum = 0;
    for (const ProfiledValue& value : values)
        if (value.kind == kind) sum += value.count;
    return sum;
}

std::size_t ColumnProfile::answers() const noexcept {
    return open ? filled() : filled() - count(ValueKind::missing) - count(ValueKind::not_applicable);
}

std::size_t ColumnProfile::distinct() const noexcept {
    return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), [](const ProfiledValue& value) {
        return value.kind != ValueKind::missing && value.kind != ValueKind::not_applicable;
    }));
}

double ColumnProfile::mean_length() const noexcept {
    return filled() == 0 ? 0 : static_cast<double>(bytes) / static_cast<double>(filled());
}

bool ColumnProfile::repeats(double times) const noexcept {
    const std::size_t seen = open ? filled_when_open : answers();
    const std::size_t different = open ? most_values : distinct();
    return different > 0 && static_cast<double>(seen) >= times * static_cast<double>(different);
}

ProfiledValue read_value(std::string_view text, const AnswerTexts& texts) {
    ProfiledValue value;
    value.text = std::string(trim(text));
    value.count = 1;
    classify(value, texts);
    return value;
}

std::vector<ColumnProfile> profiles_of(const Export& source, const AnswerTexts& texts) {
    const std::size_t          columns = source.recognition.columns.size();
    const Sample&              sample = source.sample;
    std::vector<ColumnProfile> profiles(columns);
    std::vector<ValueCounter>  counters;
    counters.reserve(columns);
    for (ColumnProfile& profile : profiles) {
        profile.rows = sample.size();
        counters.emplace_back(profile);
    }
    std::string scratch;
    for (std::size_t first = 0; first < columns; first += columns_at_once)
        for (std::size_t row = 0; row < sample.size(); ++row)
            for (std::size_t column = first; column < std::min(columns, first + columns_at_once); ++column)
                counters[column].take(sample.cell(row, column, scratch));
    for (ColumnProfile& profile : profiles)
        for (ProfiledValue& value : profile.values) classify(value, texts);
    return profiles;
}

} // namespace cx
