#include <cx/model/toml_text.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include <cx/base/code_points.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t longest_list = 100;    ///< bytes on one line
constexpr std::size_t longest_comment = 160; ///< columns
constexpr double      largest_plain = 1e15;

void append_escaped(std::string& to, char32_t character) {
    const auto code = static_cast<std::uint32_t>(character);
    switch (character) {
    case U'"':
        to += "\\\"";
        break;
    case U'\\':
        to += "\\\\";
        break;
    case U'\n':
        to += "\\n";
        break;
    case U'\r':
        to += "\\r";
        break;
    case U'\t':
        to += "\\t";
        break;
    default:
        to += code > 0xFFFFU ? fmt::format("\\U{:08X}", code) : fmt::format("\\u{:04X}", code);
    }
}

bool needs_escape(char32_t character, std::string_view bytes) {
    if (character < 0x80U) return character < 0x20U || character == 0x7FU || character == U'"' || character == U'\\';
    return visible(bytes) != bytes;
}

} // namespace

std::string toml_text(std::string_view text) {
    std::string made = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t    character = next_code_point(text, at);
        const auto        bytes = text.substr(start, at - start);
        if (needs_escape(character, bytes))
            append_escaped(made, character);
        else
            append_code_point(made, character);
    }
    return made + '"';
}

std::string toml_number(double value) {
    std::string made = shortest(value);
    // Digits alone are a whole number, and those end at 64 bits.
    if (std::fabs(value) >= largest_plain && made.find_first_of(".e") == std::string::npos) made += ".0";
    return made;
}

std::string toml_list(std::span<const std::string> texts) {
    std::vector<std::string> parts;
    std::size_t              length = 0;
    for (const std::string& text : texts) {
        parts.push_back(toml_text(text));
        length += parts.back().size() + 2;
    }
    if (length <= longest_list) return fmt::format("[{}]", fmt::join(parts, ", "));
    std::string made = "[\n";
    for (const std::string& part : parts) made += fmt::format("    {},\n", part);
    return made + "]";
}

std::string toml_text_or_list(std::span<const std::string> texts) {
    return texts.size() == 1 ? toml_text(texts.front()) : toml_list(texts);
}

std::string toml_scale(Scale scale) { return fmt::format("[{}, {}]", scale.low, scale.high); }

std::string toml_points(const std::map<std::string, int>& points) {
    std::vector<std::pair<int, std::string>> sorted;
    sorted.reserve(points.size());
    for (const auto& [label, point] : points) sorted.emplace_back(point, label);
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> parts;
    parts.reserve(sorted.size());
    for (const auto& [point, label] : sorted) parts.push_back(fmt::format("{} = {}", toml_text(label), point));
    return fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

std::string toml_comment(std::string_view text) {
    const std::string shown = shortened(visible(one_line(text)), longest_comment);
    return shown.empty() ? std::string() : fmt::format("# {}\n", shown);
}

void TomlBlock::add_text(const std::string& key, const std::string& text) {
    if (!text.empty()) add(key, toml_text(text));
}

void TomlBlock::add_texts(const std::string& key, std::span<const std::string> texts) {
    if (!texts.empty()) add(key, toml_list(texts));
}

std::string TomlBlock::text() const {
    const auto  keys = [](const Line& line) { return line.key.size() + (line.proposed ? 2 : 0); };
    std::size_t width = 0;
    for (const Line& line : lines_) width = std::max(width, keys(line));
    std::string made = header_ + '\n';
    for (const Line& line : lines_) {
        const std::string key = line.proposed ? "# " + line.key : line.key;
        made += fmt::format("{:<{}} = {}", key, width, line.value);
        if (!line.remark.empty()) made += fmt::format("   # {}", line.remark);
        made += '\n';
    }
    return made;
}

} // namespace cx::detail
