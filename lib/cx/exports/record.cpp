#include <cx/exports/record.hpp>

namespace cx {

std::string_view unquoted(std::string_view raw, char quote, std::string& scratch) {
    if (raw.empty() || raw.front() != quote) return raw;
    const std::string_view inside = raw.substr(1);
    const std::size_t      first = inside.find(quote);
    if (first == std::string_view::npos) return inside;
    if (first + 1 == inside.size()) return inside.substr(0, first);
    scratch.assign(inside.substr(0, first));
    bool quoted = true; // whether the byte at hand stands inside the quotes
    for (std::size_t i = first; i < inside.size(); ++i) {
        const bool at_quote = quoted && inside[i] == quote;
        if (!at_quote) {
            scratch.push_back(inside[i]);
        } else if (i + 1 < inside.size() && inside[i + 1] == quote) {
            scratch.push_back(quote);
            ++i;
        } else {
            quoted = false;
        }
    }
    return scratch;
}

std::string_view Record::text(std::size_t cell, char quote, std::string& scratch) const {
    return cell < size() ? unquoted(raw(cell), quote, scratch) : std::string_view{};
}

} // namespace cx
