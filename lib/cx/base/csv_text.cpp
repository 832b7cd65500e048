#include <cx/base/csv_text.hpp>

#include <cx/base/numbers.hpp>

namespace cx {

bool looks_like_formula(std::string_view text) {
    constexpr std::string_view starts = "=+-@\t\r";
    return !text.empty() && starts.find(text.front()) != std::string_view::npos && !parse_number(text);
}

void append_csv(std::string& out, std::string_view text, Formulas formulas) {
    const bool quotes = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quotes) out += '"';
    if (formulas == Formulas::guarded && looks_like_formula(text)) out += '\'';
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
