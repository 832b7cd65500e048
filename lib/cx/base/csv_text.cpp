#include <cx/base/csv_text.hpp>

namespace cx {

namespace {

bool would_be_calculated(std::string_view text) {
    constexpr std::string_view starts = "=+-@\t\r";
    return !text.empty() && starts.find(text.front()) != std::string_view::npos;
}

} // namespace

void append_csv(std::string& out, std::string_view text, Formulas formulas) {
    const bool quotes = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quotes) out += '"';
    if (formulas == Formulas::guarded && would_be_calculated(text)) out += '\'';
    if (!quotes) {
        out += text;
        return;
    }
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

} // namespace cx
