#pragma once

// What a header says its column is: the words by which exports name things, in Finnish, Swedish and English, and the
// codes of survey tools.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cx {

/// What a header's words can mean.
enum class Meaning {
    recommend,
    derived, ///< made from a recommend item: its group of promoters, passives, detractors
    satisfaction,
    effort,
    rating, ///< a grade or score, of what is not said
    importance,
    performance,
    expectation,
    outcome,
    solved,
    understood,
    friendly,
    on_time,
    emotion,
    touchpoint,
    stage,
    channel,
    segment,
    finished, ///< when the response was completed
    date,     ///< a date, of what is not said
    started,
    duration,
    weight,
    response,
    respondent,
    tool, ///< what the survey tool notes for itself: status, progress, collector, how the survey was sent
    comment,
    contact,
    person,   ///< personal whatever the values are: first and last names, e-mail, telephone, identity, account
    name,     ///< personal if the values look like names
    place,    ///< personal if the values look like addresses or coordinates
    employee, ///< personal: who served the customer
    rank,     ///< asks for an order, so numbers are ranks
    amount,   ///< asks how many, how long, how often
};

/// One meaning found in a header.
struct HeaderMatch {
    Meaning     meaning{};
    std::size_t letters = 0; ///< bytes of the longest word or phrase that matched
    double      share = 0;   ///< of the header's telling words that is, 0 to 1
};

/// The words of a header as they are compared: folded, without digits, marks and single letters that numbered them.
[[nodiscard]] std::vector<std::string> header_words(std::string_view header);

/// What any of `headers` can mean: one match a meaning (its longest), longest first; of equals the one with the greater
/// share. Words match whole, or by their stem from the word's start. Takes time linear in the text.
[[nodiscard]] std::vector<HeaderMatch> header_matches(std::span<const std::string_view> headers);

/// The header's telling words less those by which it says `meanings`: what is left names the thing asked about.
/// Empty where nothing is left.
[[nodiscard]] std::string subject_of(std::string_view header, std::span<const Meaning> meanings);

/// One row of the vocabulary: phrases separated by commas. `*` at a word's end stands for any ending, alone for up to
/// three words; `=` before a phrase: it must be the whole header.
struct VocabularyRow {
    Meaning          meaning;
    std::string_view phrases;
};

[[nodiscard]] std::span<const VocabularyRow> header_vocabulary() noexcept;

/// Whether the word only carries a question (`what`, `kuinka`, `din`) and tells nothing.
[[nodiscard]] bool is_filler(std::string_view word);

} // namespace cx
