#include <cx/base/text.hpp>
#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

/// What the second row says of a question's only answer, folded: no name of its own.
bool is_answer_word(const std::string& cell) {
    return is_one_of(folded(cell),
                     {"response", "open-ended response", "vastaus", "avoin vastaus", "svar", "öppet svar", "antwort",
                      "offene antwort", "réponse", "réponse libre", "respuesta", "respuesta abierta"});
}

/// How the second row looks below the first.
struct AnswerRow {
    std::size_t answers = 0;   ///< `Response` and the like
    std::size_t others = 0;    ///< `Other (please specify)`
    std::size_t continued = 0; ///< an item below a blank cell: part of the question on its left
};

AnswerRow answer_row(const Opening& opening) {
    AnswerRow found;
    for (std::size_t column = 0; column < opening.cells(1); ++column) {
        const std::string& item = opening.cell(1, column);
        if (item.empty()) continue;
        if (is_answer_word(item)) ++found.answers;
        if (folded(item).starts_with("other (please")) ++found.others;
        if (opening.cell(0, column).empty()) ++found.continued;
    }
    return found;
}

double surveymonkey_confidence(const Opening& opening) {
    constexpr std::size_t enough = 3;
    if (opening.rows() < 2) return 0;
    const AnswerRow found = answer_row(opening);
    const auto      id = opening.find(0, {"respondent id", "respondentid", "collector id", "collectorid"});
    const bool      id_has_no_item = id && opening.cell(1, *id).empty();
    if (found.answers > 0 && id_has_no_item) return 0.95;
    if (found.answers >= enough && found.continued > 0) return 0.85;
    if (id_has_no_item && found.others + found.continued > 0) return 0.8;
    if (found.answers > 0 && found.others > 0 && found.continued > 0) return 0.7;
    return 0.1;
}

Description describe_surveymonkey(const Opening& opening) {
    Description description;
    description.header_rows = 2;
    description.columns = columns_of(opening, 2);
    std::string question;
    for (std::size_t i = 0; i < description.columns.size(); ++i) {
        Column&            column = description.columns[i];
        const std::string& item = opening.cell(1, i);
        // A merged cell is written once: the blank ones on its right belong to it, but only above an item.
        if (!opening.cell(0, i).empty() || item.empty()) question = opening.cell(0, i);
        const bool whole_question = item.empty() || (is_answer_word(item) && !question.empty());
        column.code = whole_question ? question : item;
        column.text = whole_question ? question : group_and_item(question, item);
    }
    return description;
}

} // namespace

bool is_surveymonkey_summary(const Opening& opening) {
    for (std::size_t row = 1; row < opening.rows(); ++row) {
        if (opening.cell(row - 1, 0) == "Answered" && opening.cell(row, 0) == "Skipped") return true;
    }
    return false;
}

const Dialect surveymonkey{"surveymonkey", "SurveyMonkey", surveymonkey_confidence, describe_surveymonkey};

} // namespace cx::detail
