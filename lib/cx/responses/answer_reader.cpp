#include <cx/responses/answer_reader.hpp>

#include <algorithm>
#include <cmath>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/exports/record.hpp>
#include <cx/responses/cell_block.hpp>

namespace cx {

namespace {

constexpr std::size_t most_texts_remembered = 4096;
constexpr std::size_t short_in_quotes = 4;

std::vector<std::string> sorted_folded(const std::vector<std::string>& texts, const std::vector<std::string>& more) {
    std::vector<std::string> all;
    for (const auto* list : {&texts, &more}) {
        for (const std::string& text : *list) all.push_back(folded(text));
    }
    std::sort(all.begin(), all.end());
    return all;
}

bool has(const std::vector<std::string>& sorted, const std::string& text) {
    return std::binary_search(sorted.begin(), sorted.end(), text);
}

bool is_letter_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

/// Whether what follows a number are its words: a space or a mark, then a letter.
bool is_wording(std::string_view rest) {
    const std::size_t word = rest.find_first_not_of(" -.:=(),\t");
    if (word == 0 || word == std::string_view::npos) return false;
    return is_letter_byte(rest[word]);
}

} // namespace

LeadingNumber leading_number(std::string_view text) {
    if (const auto number = parse_number(text)) {
        return {true, std::floor(*number) == *number, *number};
    }
    const std::size_t sign = !text.empty() && text.front() == '-' ? 1 : 0;
    std::size_t       digits = sign;
    while (digits < text.size() && digits < sign + 4 && is_digit(text[digits])) ++digits;
    if (digits == sign || !is_wording(text.substr(digits))) return {};
    return {true, true, *parse_number(text.substr(0, digits))};
}

AnswerReader::AnswerReader(const Item& item, const AnswerTexts& answers, char quote)
    : kind_(item.kind),
      scale_(item.kind == ItemKind::choice ? Scale{0, 1} : item.scale),
      points_(static_cast<std::size_t>(scale_.size())),
      shift_(item.codes ? item.scale.low - item.codes->low : 0),
      reversed_(item.reversed),
      quote_(quote),
      labels_(item.labels),
      missing_(sorted_folded(answers.missing, item.missing)),
      not_applicable_(sorted_folded(answers.not_applicable, item.not_applicable)),
      good_(sorted_folded(item.good, {})),
      seen_(most_texts_remembered) {}

Slot AnswerReader::at_point(int point) const noexcept {
    if (!scale_.holds(point)) return slot(NoAnswer::out_of_scale);
    return static_cast<Slot>(reversed_ ? scale_.high - point : point - scale_.low);
}

Slot AnswerReader::interpret_choice(const std::string& folded_text) const {
    return has(good_, folded_text) ? Slot{1} : Slot{0};
}

Slot AnswerReader::interpret_number(std::string_view text) const {
    const LeadingNumber number = leading_number(text);
    if (!number.is_number) return slot(NoAnswer::unreadable);
    if (!number.is_whole || std::abs(number.value) > 1e6) return slot(NoAnswer::out_of_scale);
    return at_point(static_cast<int>(number.value) + shift_);
}

Slot AnswerReader::interpret(std::string_view text) const {
    if (!is_valid_utf8(text)) throw BadEncoding{};
    const std::string_view trimmed = trim(text);
    const std::string      key = folded(trimmed);
    if (key.empty() || has(missing_, key)) return slot(NoAnswer::missing);
    if (has(not_applicable_, key)) return slot(NoAnswer::not_applicable);
    if (kind_ == ItemKind::choice) return interpret_choice(key);
    if (const auto label = labels_.find(key); label != labels_.end()) return at_point(label->second);
    return interpret_number(trimmed);
}

Slot AnswerReader::read_short(std::string_view raw) {
    const Slot found = interpret(unquoted(raw, quote_, scratch_));
    short_cells_.at(raw) = static_cast<std::uint8_t>(found + 1);
    return found;
}

void AnswerReader::read_known(CellBlock& cells, std::size_t column, bool strict, Slot* slots) const noexcept {
    const std::uint32_t odd_from = strict ? slot(NoAnswer::out_of_scale) : not_known;
    const bool          any_odd = cells.any(column, [&, slots](std::size_t i, std::string_view raw) {
        const std::uint32_t found =
            raw.size() <= ShortCells::longest ? std::uint32_t{short_cells_.at(raw)} - 1 : find_longer(raw);
        slots[i] = static_cast<Slot>(found);
        return found >= odd_from;
    });
    for (std::size_t i = 0; i < cells.size() && any_odd; ++i)
        cells.mark_odd(i, slots[i] >= static_cast<Slot>(odd_from));
}

/// The slot of a cell of over two bytes, where it is remembered.
std::uint32_t AnswerReader::find_longer(std::string_view raw) const noexcept {
    if (raw.size() <= short_in_quotes && raw.front() == quote_ && raw.back() == quote_) {
        const std::string_view inside = raw.substr(1, raw.size() - 2);
        const std::uint32_t    known = short_cells_.at(inside);
        if (known != 0 && inside.find(quote_) == std::string_view::npos) return known - 1;
    }
    return seen_.find(raw);
}

Slot AnswerReader::read_longer(std::string_view raw) {
    if (raw.size() <= short_in_quotes && raw.front() == quote_ && raw.back() == quote_) {
        const std::string_view inside = raw.substr(1, raw.size() - 2);
        if (inside.find(quote_) == std::string_view::npos) return read(inside);
    }
    if (const std::uint32_t known = seen_.find(raw); known != not_known) return static_cast<Slot>(known);
    const Slot found = interpret(unquoted(raw, quote_, scratch_));
    seen_.remember(raw, found);
    return found;
}

} // namespace cx
