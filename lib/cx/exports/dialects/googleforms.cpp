#include <cx/base/calendar.hpp>
#include <cx/base/text.hpp>
#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

/// What Google Forms calls its first column, folded.
bool is_timestamp(const std::string& header) {
    return is_one_of(folded(header), {"timestamp", "aikaleima", "tidstämpel", "zeitstempel", "horodateur",
                                      "marca temporal", "informazioni cronologiche", "carimbo de data/hora",
                                      "tijdstempel", "tidsstempel", "타임스탬프", "タイムスタンプ"});
}

bool begins_with_date(const std::string& text) {
    return parse_moment(text, DateOrder::mdy).has_value() || parse_moment(text, DateOrder::dmy).has_value();
}

double googleforms_confidence(const Opening& opening) {
    if (opening.rows() == 0 || opening.cells(0) < 2) return 0;
    if (!is_timestamp(opening.cell(0, 0))) return 0.1;
    constexpr double by_date = 0.9;
    constexpr double by_name = 0.4;
    for (std::size_t row = 1; row < opening.rows(); ++row) {
        // Korean and Japanese forms write the time of day in words of their own.
        const std::string& first = opening.cell(row, 0);
        if (begins_with_date(first) || first.starts_with("20")) return by_date;
    }
    return opening.rows() == 1 ? by_date : by_name;
}

Description describe_googleforms(const Opening& opening) {
    Description description;
    description.columns = columns_of(opening, 1);
    for (Column& column : description.columns) {
        if (const auto grid = grid_header(column.code)) column.text = group_and_item(grid->question, grid->row);
    }
    return description;
}

} // namespace

const Dialect googleforms{"googleforms", "Google Forms", googleforms_confidence, describe_googleforms};

} // namespace cx::detail
