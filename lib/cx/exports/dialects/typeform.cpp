#include <cx/base/text.hpp>
#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

/// `[text](address)` at `at`: where its text ends; npos where it is none.
std::size_t link_text_end(const std::string& header, std::size_t at) {
    const std::size_t middle = header.find("](", at);
    if (header[at] != '[' || middle == std::string::npos) return std::string::npos;
    if (header.find('[', at + 1) < middle) return std::string::npos;
    return header.find(')', middle) == std::string::npos ? std::string::npos : middle;
}

bool is_space_or_end(const std::string& text, std::size_t at) { return at >= text.size() || text[at] == ' '; }

/// Whether the `*` or `_` at `at` marks emphasis: at a word's start or end, and not between two letters or alone.
bool is_emphasis(const std::string& text, std::size_t at) {
    if (text[at] != '*' && text[at] != '_') return false;
    const bool after_space = at == 0 || is_space_or_end(text, at - 1);
    const bool before_space = is_space_or_end(text, at + 1);
    if (after_space && before_space) return false;
    return text[at] == '*' ? text.find('*') != text.rfind('*') : after_space || before_space || text[at + 1] == '?';
}

/// The header as a respondent saw it: without markdown.
std::string shown(const std::string& header) {
    constexpr std::size_t longest = 4096; // bytes; a longer text is no question, and marks in it are not paired
    if (header.size() > longest) return header;
    std::string text;
    std::size_t skip_from = std::string::npos;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (i == skip_from) {
            i = header.find(')', i);
            skip_from = std::string::npos;
        } else if (const std::size_t end = link_text_end(header, i); end != std::string::npos) {
            skip_from = end;
        } else if (!is_emphasis(header, i)) {
            text += header[i];
        }
    }
    return one_line(text);
}

bool has_markdown(const Opening& opening) {
    for (std::size_t column = 0; column < opening.cells(0); ++column) {
        if (shown(opening.cell(0, column)) != opening.cell(0, column)) return true;
    }
    return false;
}

double typeform_confidence(const Opening& opening) {
    if (opening.rows() == 0 || opening.cells(0) < 2) return 0;
    if (opening.find(0, {"network id", "submit date (utc)", "stage date (utc)"})) return 0.9;
    const std::string last = folded(opening.cell(0, opening.cells(0) - 1));
    return last == "token" && has_markdown(opening) ? 0.8 : 0.1;
}

Description describe_typeform(const Opening& opening) {
    Description description;
    description.columns = columns_of(opening, 1);
    for (Column& column : description.columns) column.text = shown(column.code);
    if (opening.find(0, {"submit date (utc)", "start date (utc)", "stage date (utc)"})) description.timezone = "UTC";
    return description;
}

} // namespace

const Dialect typeform{"typeform", "Typeform", typeform_confidence, describe_typeform};

} // namespace cx::detail
