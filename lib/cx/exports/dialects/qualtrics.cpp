#include <optional>

#include <cx/base/calendar.hpp>
#include <cx/base/text.hpp>
#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t import_row = 2; // the third row says what would import each column again

/// How many header rows there are, and how sure that is.
struct Shape {
    std::size_t header_rows = 0;
    double      confidence = 0;
};

bool has_import_ids(const Opening& opening) {
    std::size_t filled = 0;
    std::size_t ids = 0;
    for (std::size_t column = 0; column < opening.cells(import_row); ++column) {
        const std::string& cell = opening.cell(import_row, column);
        if (cell.empty()) continue;
        ++filled;
        ids += cell.starts_with('{') && cell.find("ImportId") != std::string::npos ? 1U : 0U;
    }
    return filled > 0 && 2 * ids > filled;
}

std::size_t own_columns(const Opening& opening, std::size_t row) {
    return opening.count(row, {"startdate", "enddate", "status", "progress", "finished", "recordeddate", "responseid",
                               "duration (in seconds)", "distributionchannel", "userlanguage", "externalreference",
                               "externaldatareference", "responseset"});
}

/// Whether the second row holds question texts: no date stands where the dates of responses would.
bool has_question_texts(const Opening& opening) {
    const auto start = opening.find(0, {"startdate", "recordeddate", "enddate"});
    return start && opening.rows() > 1 && !opening.cell(1, *start).empty() &&
           !parse_moment(opening.cell(1, *start), DateOrder::mdy);
}

Shape shape(const Opening& opening) {
    constexpr std::size_t enough = 4; // columns of its own
    if (has_import_ids(opening)) return {import_row + 1, 1};
    if (opening.find(1, {"responseid"}) && opening.find(1, {"responseset", "externaldatareference"})) return {2, 0.95};
    if (opening.find(0, {"responseid"}) && own_columns(opening, 0) >= enough) {
        return {has_question_texts(opening) ? 2U : 1U, 0.9};
    }
    return {opening.rows() > 1 ? 2U : 1U, opening.rows() > 0 ? 0.1 : 0};
}

/// `"timeZone":"Europe/Helsinki"` in the third row; nothing that could not be a zone's name.
std::string timezone(const Opening& opening) {
    constexpr std::string_view key = "\"timeZone\":\"";
    for (std::size_t column = 0; column < opening.cells(import_row); ++column) {
        const std::string& cell = opening.cell(import_row, column);
        const std::size_t  at = cell.find(key);
        if (at == std::string::npos) continue;
        const std::size_t from = at + key.size();
        const std::size_t end = cell.find('"', from);
        if (end == std::string::npos) continue;
        const std::string name = cell.substr(from, end - from);
        return name == "Z" ? "UTC" : name;
    }
    return {};
}

/// The column that row 0 or, in the older form, row 1 calls so.
std::optional<std::size_t> own_column(const Opening& opening, std::size_t header_rows, std::string_view name) {
    const auto by_code = opening.find(0, {name});
    return by_code || header_rows < 2 ? by_code : opening.find(1, {name});
}

std::vector<RowFilter> filters(const Opening& opening, std::size_t header_rows) {
    std::vector<RowFilter> filters;
    // Numbers are flags: 1 preview, 2 test, 8 spam, 16 offline. Imported and offline responses are respondents'.
    if (const auto status = own_column(opening, header_rows, "status")) {
        filters.push_back({*status, {"survey preview", "umfragevorschau", "1", "9", "17"}, false, "preview"});
        filters.push_back({*status, {"survey test", "umfragetest", "2", "10", "18"}, false, "test"});
    }
    if (const auto finished = own_column(opening, header_rows, "finished")) {
        filters.push_back({*finished,
                           {"0", "false", "no", "falsch", "nein", "epätosi", "ei", "falskt", "nej", "faux", "falso"},
                           false,
                           "unfinished"});
    }
    return filters;
}

double qualtrics_confidence(const Opening& opening) { return shape(opening).confidence; }

Description describe_qualtrics(const Opening& opening) {
    Description description;
    description.header_rows = shape(opening).header_rows;
    // What the third row says is for Qualtrics; no question is called so.
    description.columns = columns_of(opening, std::min<std::size_t>(description.header_rows, 2));
    for (std::size_t i = 0; description.header_rows > 1 && i < description.columns.size(); ++i) {
        Column& column = description.columns[i];
        if (!opening.cell(1, i).empty()) column.text = opening.cell(1, i);
    }
    description.filters = filters(opening, description.header_rows);
    if (description.header_rows > import_row) description.timezone = timezone(opening);
    return description;
}

} // namespace

const Dialect qualtrics{"qualtrics", "Qualtrics", qualtrics_confidence, describe_qualtrics};

} // namespace cx::detail
