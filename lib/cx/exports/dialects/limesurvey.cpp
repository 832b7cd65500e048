#include <optional>

#include <cx/base/text.hpp>
#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_code_letter(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

/// A header `code. text` or `code[SQ001]. text` taken apart.
struct CodedHeader {
    std::string_view code;
    std::string_view text;
};

std::optional<CodedHeader> coded_header(std::string_view header) {
    if (header.empty() || !is_letter(header.front())) return std::nullopt;
    std::size_t end = 0;
    while (end < header.size() && is_code_letter(header[end])) ++end;
    while (end < header.size() && header[end] == '[') {
        const std::size_t close = header.find(']', end);
        if (close == std::string_view::npos) return std::nullopt;
        end = close + 1;
    }
    if (header.substr(end, 2) != ". ") return std::nullopt;
    return CodedHeader{header.substr(0, end), trim(header.substr(end + 2))};
}

std::size_t coded_headers(const Opening& opening) {
    std::size_t coded = 0;
    for (std::size_t column = 0; column < opening.cells(0); ++column) {
        coded += coded_header(opening.cell(0, column)) ? 1U : 0U;
    }
    return coded;
}

std::size_t grid_headers(const Opening& opening) {
    std::size_t grids = 0;
    for (std::size_t column = 0; column < opening.cells(0); ++column) {
        grids += grid_header(opening.cell(0, column)) ? 1U : 0U;
    }
    return grids;
}

/// Columns about the response itself that no other tool calls so, by code and by text.
std::size_t own_columns(const Opening& opening) {
    return opening.count(0, {"submitdate",          "lastpage",
                             "startlanguage",       "seed",
                             "datestamp",           "refurl",
                             "last page",           "start language",
                             "date last action",    "letzte seite",
                             "start-sprache",       "startsprache",
                             "zufallsstartwert",    "viimeinen sivu",
                             "aloituskieli",        "sista sidan",
                             "startspråk",          "submitdate. date submitted",
                             "lastpage. last page", "startlanguage. start language",
                             "seed. seed"});
}

bool is_response_id(const std::string& header) {
    return is_one_of(folded(header),
                     {"response id", "answer id", "antwort id", "antwort-id", "vastauksen id", "vastaus id", "svars-id",
                      "id de la réponse", "id de respuesta", "id. response id"});
}

double limesurvey_confidence(const Opening& opening) {
    if (opening.rows() == 0 || opening.cells(0) < 2) return 0;
    constexpr std::size_t most_of_ten = 6;
    constexpr std::size_t enough = 3;
    const std::size_t     coded = coded_headers(opening);
    if (own_columns(opening) >= 2) return 0.9;
    if (coded >= enough && coded * 10 >= opening.cells(0) * most_of_ten) return 0.85;
    const bool id = is_response_id(opening.cell(0, 0));
    if (id && grid_headers(opening) > 0) return 0.8;
    return id && opening.delimiter() == ';' ? 0.7 : 0.1;
}

/// Nothing in it: the respondent never pressed the last button.
std::optional<RowFilter> unfinished(const Opening& opening) {
    const auto submitted =
        opening.find(0, {"submitdate", "submitdate. date submitted", "date submitted", "datum abgeschickt",
                         "submitdate. datum abgeschickt", "lähetyspäivä", "lähetetty"});
    if (!submitted) return std::nullopt;
    return RowFilter{*submitted, {""}, false, "unfinished"};
}

Description describe_limesurvey(const Opening& opening) {
    Description description;
    description.columns = columns_of(opening, 1);
    for (Column& column : description.columns) {
        const std::string header = column.code;
        std::string_view  text = header;
        const auto        coded = coded_header(header);
        if (coded) {
            column.code = coded->code;
            text = coded->text;
        }
        const auto grid = grid_header(text);
        // Without a space before it, the bracket is part of a code: `Q2[SQ001]`.
        const bool is_text = grid && (coded || text[grid->question.size()] == ' ');
        column.text = is_text ? group_and_item(grid->question, grid->row) : std::string(text);
    }
    if (auto filter = unfinished(opening)) description.filters.push_back(std::move(*filter));
    return description;
}

} // namespace

const Dialect limesurvey{"limesurvey", "LimeSurvey", limesurvey_confidence, describe_limesurvey};

} // namespace cx::detail
