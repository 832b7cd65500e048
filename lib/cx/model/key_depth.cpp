#include <cx/model/key_depth.hpp>

#include <algorithm>

namespace cx::detail {

namespace {

/// Length of the string that `toml` starts with, quotes included: basic or literal, on one line or several. Up to the
/// end of the line, or of the text, where it is not closed.
std::size_t string_length(std::string_view toml) noexcept {
    const char             quote = toml.front();
    const std::string_view triple = quote == '"' ? R"(""")" : "'''";
    const bool             several_lines = toml.starts_with(triple);
    const std::string_view closing = several_lines ? triple : triple.substr(0, 1);
    std::size_t            at = closing.size();
    while (at < toml.size()) {
        if (toml.substr(at).starts_with(closing)) return at + closing.size();
        if (!several_lines && toml[at] == '\n') return at;
        at += quote == '"' && toml[at] == '\\' ? 2 : 1;
    }
    return toml.size();
}

} // namespace

std::optional<std::uint32_t> line_of_deep_key(std::string_view toml, std::size_t limit) noexcept {
    std::uint32_t line = 1;
    std::size_t   dots = 0;
    std::size_t   at = 0;
    while (at < toml.size()) {
        const char  character = toml[at];
        std::size_t length = 1;
        if (character == '"' || character == '\'') {
            length = string_length(toml.substr(at));
            const std::string_view text = toml.substr(at, length);
            line += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
        } else if (character == '#') {
            length = std::min(toml.find('\n', at), toml.size()) - at;
        } else if (character == '.') {
            if (++dots > limit) return line;
        } else if (character == '\n' || character == '=' || character == ',') {
            dots = 0;
            if (character == '\n') ++line;
        }
        at += length;
    }
    return std::nullopt;
}

} // namespace cx::detail
