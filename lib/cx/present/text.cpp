// The scores for a terminal.
#include <algorithm>
#include <string_view>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <cx/present/grid.hpp>
#include <cx/present/score_page.hpp>

namespace cx {
namespace {

constexpr std::size_t      narrowest = 48;
constexpr std::string_view page_indent = "  "; ///< of what stands below a heading

std::string bold(const std::string& text, bool colour) { return colour ? "\x1b[1m" + text + "\x1b[0m" : text; }

void add_faint(std::string& out, const std::vector<std::string>& lines, bool colour) {
    for (const std::string& line : lines) out += toned(line, Tone::faint, colour) + "\n";
}

void add_section(std::string& out, const Section& section, std::size_t width, bool colour) {
    const std::string heading = shortened(section.heading, width);
    out += "\n" + bold(heading, colour) + "\n";
    for (const std::string& sentence : section.lead) {
        for (const std::string& line : wrapped(sentence, width - page_indent.size()))
            out += std::string(page_indent) + line + "\n";
    }
    for (const std::string& line : section.drawing) out += line.empty() ? "\n" : std::string(page_indent) + line + "\n";
    for (std::size_t i = 0; i < section.grids.size(); ++i) {
        if (i > 0 || !section.drawing.empty() || !section.lead.empty()) out += "\n";
        for (const std::string& line : drawn(section.grids[i], width - page_indent.size(), colour)) {
            out += line.empty() ? "\n" : std::string(page_indent) + line + "\n";
        }
    }
    for (const std::string& note : section.notes) {
        for (const std::string& line : wrapped(note, width - page_indent.size(), 2)) {
            out += std::string(page_indent) + toned(line, Tone::faint, colour) + "\n";
        }
    }
}

} // namespace

std::string write_text(const Shown& shown, const Look& look) {
    const Page        page = score_page(shown, look);
    const std::size_t width = std::max(look.width, narrowest);
    std::string       out = bold(shortened(page.title, width), look.colour) + "\n";
    add_faint(out, wrapped(page.lead, width), look.colour);
    for (const Section& section : page.sections) add_section(out, section, width, look.colour);
    if (!page.notes.empty()) out += "\n";
    for (const std::string& note : page.notes) add_faint(out, wrapped(note, width, 2), look.colour);
    return out;
}

} // namespace cx
