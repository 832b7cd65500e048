// Targets as workflow commands, which GitHub shows as annotations at the model's lines.
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <cx/present/target_words.hpp>

namespace cx {
namespace {

/// What ends a command is written as its code; in a property (a title, a file) also what ends that.
std::string escaped(std::string_view text, bool is_property) {
    std::string out;
    for (const char c : text) {
        if (c == '%') {
            out += "%25";
        } else if (c == '\r') {
            out += "%0D";
        } else if (c == '\n') {
            out += "%0A";
        } else if (is_property && c == ':') {
            out += "%3A";
        } else if (is_property && c == ',') {
            out += "%2C";
        } else {
            out += c;
        }
    }
    return out;
}

std::string_view level_of(const JudgedTarget& target) {
    if (target.status == "missed") return "error";
    return target.status == "undecided" ? "warning" : "notice";
}

std::string annotation(const ScoreTable& table, const JudgedTarget& target) {
    std::string place;
    if (!table.model_file.empty() && target.line > 0) {
        place = fmt::format("file={},line={},", escaped(visible(table.model_file), true), target.line);
    }
    return fmt::format("::{} {}title={}::{}\n", level_of(target), place, escaped(target_label(target), true),
                       escaped(target_sentence(target, table.confidence), false));
}

} // namespace

std::string write_github(const Shown& shown, const Look& /*look*/) {
    if (shown.table.targets.empty()) return "::notice title=cx::the model has no target, so nothing is judged\n";
    std::string out;
    for (const std::string_view status : {"missed", "undecided", "met", "not due"}) {
        for (const JudgedTarget& target : shown.table.targets) {
            if (target.status == status) out += annotation(shown.table, target);
        }
    }
    return out;
}

} // namespace cx
