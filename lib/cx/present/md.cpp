// The scores as GitHub Markdown. Every text is escaped, survey text and our own alike, so that nothing in a survey
// becomes markup, HTML or a link.
#include <algorithm>
#include <string_view>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <cx/present/score_page.hpp>

namespace cx {
namespace {

using Kind = GridColumn::Kind;

/// Where a viewer would link by itself, an invisible joiner keeps it from doing so.
constexpr std::string_view joiner = "&#8288;";

bool ends_with_www(const std::string& out) {
    if (out.size() < 3) return false;
    const auto same = [](char a, char b) { return (a | 0x20) == b; };
    return same(out[out.size() - 3], 'w') && same(out[out.size() - 2], 'w') && same(out[out.size() - 1], 'w');
}

std::string escaped_markdown(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '@':
            (out += c) += joiner;
            break;
        case '#':
            (out += "\\#") += joiner;
            break;
        case ':':
            out += text.substr(i).starts_with("://") ? ":" + std::string(joiner) : ":";
            break;
        case '.':
            ends_with_www(out) ? (out += joiner) += c : out += c;
            break;
        case '\\':
        case '|':
        case '*':
        case '_':
        case '[':
        case ']':
        case '`':
        case '~':
        case '$':
        case '!':
            (out += '\\') += c;
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// At a paragraph's start nothing that would make a list or a rule of it.
std::string escaped_line(std::string_view text) {
    text = trim(text);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool        numbered = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    if (numbered) return std::string(text.substr(0, digits)) + "\\" + escaped_markdown(text.substr(digits));
    const bool starts_block = !text.empty() && std::string_view("-+=").find(text.front()) != std::string_view::npos;
    return (starts_block ? "\\" : "") + escaped_markdown(text);
}

/// Without the spaces that line figures up.
std::string without_padding(std::string_view text) {
    std::string out;
    for (const char c : trim(text)) {
        if (c != ' ' || out.back() != ' ') out += c;
    }
    return out;
}

std::string title_cell(const GridColumn& column) { return escaped_markdown(column.title); }

std::string body_cell(const GridColumn& column, const GridRow& row, const Cell& cell) {
    std::string text = escaped_markdown(without_padding(cell.text));
    if (column.kind == Kind::label && row.indent > 0) return "&nbsp;&nbsp;" + text;
    return text;
}

void add_grid(std::string& out, const Grid& grid) {
    std::string titles = "|";
    std::string rule = "|";
    for (const GridColumn& column : grid.columns) {
        if (column.kind == Kind::strip) continue;
        titles += " " + title_cell(column) + " |";
        rule += column.kind == Kind::label ? " --- |" : " ---: |";
    }
    out += "\n" + titles + "\n" + rule + "\n";
    for (const GridRow& row : grid.rows) {
        out += "|";
        for (std::size_t i = 0; i < grid.columns.size(); ++i) {
            if (grid.columns[i].kind == Kind::strip) continue;
            out += " " + body_cell(grid.columns[i], row, row.cells[i]) + " |";
        }
        out += "\n";
    }
}

void add_notes(std::string& out, const std::vector<std::string>& notes) {
    if (!notes.empty()) out += "\n";
    for (const std::string& note : notes) out += "- " + escaped_markdown(note) + "\n";
}

} // namespace

std::string write_md(const Shown& shown, const Look& look) {
    const Page  page = score_page(shown, look);
    std::string out = "# " + escaped_markdown(page.title) + "\n\n" + escaped_line(page.lead) + "\n";
    for (const Section& section : page.sections) {
        out += "\n## " + escaped_markdown(section.heading) + "\n";
        for (const std::string& sentence : section.lead) out += "\n" + escaped_line(sentence) + "\n";
        for (const Grid& grid : section.grids) add_grid(out, grid);
        add_notes(out, section.notes);
    }
    if (!page.notes.empty()) out += "\n## How to read it\n";
    add_notes(out, page.notes);
    return out;
}

} // namespace cx
