#include <cx/model/header_words.hpp>

#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace cx {

namespace {

/// Longer headers are cut: what a column is, is said in its first words.
constexpr std::size_t longest_header = 2000;
/// Shorter words collide with words of other languages when their diacritics are taken away (löst, lost).
constexpr std::size_t shortest_plain_word = 5;
constexpr std::size_t gap_words = 3;

struct Word {
    std::string text;
    bool        stem = false; ///< any ending
    bool        gap = false;  ///< up to three words
};

struct Phrase {
    Meaning           meaning{};
    std::vector<Word> words;
    bool              whole_header = false;
};

constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes that belong to a word in folded text: letters of ASCII and all of any other letter. Punctuation beyond ASCII
/// that occurs in headers (dashes, quotation marks, the ellipsis, those of Latin-1) separates words.
std::size_t separator_length(std::string_view text, std::size_t at) noexcept {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80U) return is_ascii_letter(text[at]) || is_digit(text[at]) ? 0 : 1;
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    if (byte == 0xC2U && next >= 0xA0U) return 2;
    if (byte == 0xE2U && (next == 0x80U || next == 0x81U) && at + 2 < text.size()) return 3;
    return 0;
}

/// `ä` is `a`: for headers that were typed without diacritics.
std::string plain(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (static_cast<unsigned char>(word[i]) != 0xC3U || i + 1 == word.size()) {
            out += word[i];
            continue;
        }
        ++i;
        switch (static_cast<unsigned char>(word[i])) {
        case 0xA4U: // ä
        case 0xA5U: // å
            out += 'a';
            break;
        case 0xB6U: // ö
            out += 'o';
            break;
        default:
            out += word[i - 1];
            out += word[i];
        }
    }
    return out;
}

std::string without_digits(std::string_view token) {
    std::string out;
    for (const char c : token)
        if (!is_digit(c)) out += c;
    return out;
}

Phrase parsed_phrase(Meaning meaning, std::string_view text) {
    Phrase phrase;
    phrase.meaning = meaning;
    text = trim(text);
    if (text.front() == '=') {
        phrase.whole_header = true;
        text.remove_prefix(1);
    }
    while (!text.empty()) {
        const std::size_t      end = std::min(text.find(' '), text.size());
        const std::string_view token = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (token.empty()) continue;
        Word word;
        word.gap = token == "*";
        word.stem = !word.gap && token.back() == '*';
        word.text = std::string(word.gap ? std::string_view{} : token.substr(0, token.size() - (word.stem ? 1 : 0)));
        phrase.words.push_back(std::move(word));
    }
    return phrase;
}

/// The phrases by the first byte of their first word, which is never a gap.
class Vocabulary {
  public:
    Vocabulary() {
        for (const VocabularyRow& row : header_vocabulary()) {
            std::string_view rest = row.phrases;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(','), rest.size());
                add(parsed_phrase(row.meaning, rest.substr(0, end)));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
    }

    [[nodiscard]] const std::vector<Phrase>& starting_like(std::string_view word) const noexcept {
        return by_first_byte_[static_cast<unsigned char>(word.front())];
    }

  private:
    void add(Phrase phrase) {
        Phrase bare = phrase;
        bool   differs = false;
        for (Word& word : bare.words) {
            std::string text = plain(word.text);
            if (text.size() < shortest_plain_word) continue;
            differs = differs || text != word.text;
            word.text = std::move(text);
        }
        if (differs) by_first_byte_[static_cast<unsigned char>(bare.words.front().text.front())].push_back(bare);
        const auto first = static_cast<unsigned char>(phrase.words.front().text.front());
        by_first_byte_[first].push_back(std::move(phrase));
    }

    std::array<std::vector<Phrase>, 256> by_first_byte_;
};

const Vocabulary& phrases() {
    static const Vocabulary words;
    return words;
}

bool fits(const Word& pattern, std::string_view word) noexcept {
    return pattern.stem ? word.substr(0, pattern.text.size()) == pattern.text : word == pattern.text;
}

struct Found {
    std::size_t letters = 0;
    std::size_t end = 0;   ///< one past the last word that matched
    std::size_t words = 0; ///< words that matched, gaps not counted
};

/// Where the phrase from its word `at` on matches the words from `from` on.
std::optional<Found> found_at(const Phrase& phrase, std::size_t at, const std::vector<std::string>& words,
                              std::size_t from) {
    Found found;
    for (; at < phrase.words.size(); ++at) {
        const Word& pattern = phrase.words[at];
        if (pattern.gap) {
            for (std::size_t skip = 0; skip <= gap_words && from + skip < words.size(); ++skip)
                if (const auto rest = found_at(phrase, at + 1, words, from + skip))
                    return Found{found.letters + rest->letters, rest->end, found.words + rest->words};
            return std::nullopt;
        }
        if (from == words.size() || !fits(pattern, words[from])) return std::nullopt;
        found.letters += pattern.text.size();
        found.end = ++from;
        ++found.words;
    }
    return found;
}

std::size_t telling_letters(const std::vector<std::string>& words, std::size_t from, std::size_t end) {
    std::size_t letters = 0;
    for (; from < end; ++from)
        if (!is_filler(words[from])) letters += words[from].size();
    return letters;
}

void keep_longest(std::vector<HeaderMatch>& matches, const HeaderMatch& match) {
    const auto same = std::find_if(matches.begin(), matches.end(),
                                   [&](const HeaderMatch& other) { return other.meaning == match.meaning; });
    if (same == matches.end())
        matches.push_back(match);
    else if (match.letters > same->letters || (match.letters == same->letters && match.share > same->share))
        *same = match;
}

void match_words(const std::vector<std::string>& words, std::vector<HeaderMatch>& matches) {
    const std::size_t telling = telling_letters(words, 0, words.size());
    for (std::size_t from = 0; from < words.size(); ++from) {
        for (const Phrase& phrase : phrases().starting_like(words[from])) {
            if (phrase.whole_header && (from > 0 || phrase.words.size() != words.size())) continue;
            const auto found = found_at(phrase, 0, words, from);
            if (!found) continue;
            const std::size_t said = telling_letters(words, from, found->end);
            const double      share = telling == 0 ? 1.0 : static_cast<double>(said) / static_cast<double>(telling);
            keep_longest(matches, {phrase.meaning, found->letters, share});
        }
    }
}

} // namespace

std::vector<std::string> header_words(std::string_view header) {
    const std::string        text = folded(header.substr(0, longest_header));
    std::vector<std::string> words;
    std::size_t              at = 0;
    while (at < text.size()) {
        if (text[at] == '<') { // a tag of the survey's own page
            const std::size_t end = text.find('>', at);
            if (end != std::string::npos && end - at < 200) {
                at = end + 1;
                continue;
            }
        }
        if (const std::size_t separator = separator_length(text, at)) {
            at += separator;
            continue;
        }
        const std::size_t start = at;
        while (at < text.size() && separator_length(text, at) == 0) ++at;
        const std::string_view token = std::string_view(text).substr(start, at - start);
        std::string            word = without_digits(token);
        const bool             numbered = word.size() != token.size();
        if (word.empty() || (numbered && word.size() == 1)) continue;
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<HeaderMatch> header_matches(std::span<const std::string_view> headers) {
    std::vector<HeaderMatch> matches;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (std::find(headers.begin(), headers.begin() + static_cast<std::ptrdiff_t>(i), headers[i]) !=
            headers.begin() + static_cast<std::ptrdiff_t>(i))
            continue;
        if (headers[i] == "#") keep_longest(matches, {Meaning::response, 1, 1.0});
        match_words(header_words(headers[i]), matches);
    }
    std::stable_sort(matches.begin(), matches.end(), [](const HeaderMatch& a, const HeaderMatch& b) {
        return a.letters != b.letters ? a.letters > b.letters : a.share > b.share;
    });
    return matches;
}

std::string subject_of(std::string_view header, std::span<const Meaning> meanings) {
    const std::vector<std::string> words = header_words(header);
    std::vector<bool>              said(words.size());
    for (std::size_t from = 0; from < words.size(); ++from) {
        for (const Phrase& phrase : phrases().starting_like(words[from])) {
            if (std::find(meanings.begin(), meanings.end(), phrase.meaning) == meanings.end()) continue;
            if (const auto found = found_at(phrase, 0, words, from))
                std::fill(said.begin() + static_cast<std::ptrdiff_t>(from),
                          said.begin() + static_cast<std::ptrdiff_t>(found->end), true);
        }
    }
    std::string subject;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (said[i] || is_filler(words[i])) continue;
        if (!subject.empty()) subject += ' ';
        subject += words[i];
    }
    return subject;
}

} // namespace cx
