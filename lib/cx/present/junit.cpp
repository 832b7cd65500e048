// JUnit XML as Ant's and Jenkins' schemas have it. Both ask for a time and a host; these are fixed, so that the same
// survey gives the same bytes.
#include <cx/present/junit.hpp>

#include <string_view>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/present/target_words.hpp>
#include <cx/statistics/targets.hpp>

namespace cx {
namespace {

/// Text for an attribute or between tags. What XML cannot hold is shown as an escape, or replaced.
std::string escaped(std::string_view text) {
    constexpr std::string_view no_characters = "\xEF\xBF"; // then BE or BF: U+FFFE and U+FFFF, which XML forbids
    std::string                out;
    const std::string          shown = visible(text);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const char c = shown[i];
        if (shown.compare(i, 2, no_characters) == 0 && i + 2 < shown.size() &&
            (shown[i + 2] == '\xBE' || shown[i + 2] == '\xBF')) {
            out += "\xEF\xBF\xBD";
            i += 2;
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else {
            out += c;
        }
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return fmt::format(" {}=\"{}\"", name, escaped(value));
}

std::string property(std::string_view name, std::string_view value) {
    return fmt::format("      <property{}{}/>\n", attribute("name", name), attribute("value", value));
}

std::string class_of(const JudgedTarget& target) {
    return target.group.empty() ? target.dimension : target.dimension + "=" + target.group;
}

std::string name_of(const JudgedTarget& target) {
    std::string name = target.metric;
    if (!target.item.empty()) name += " " + target.item;
    name += " " + target.bounds;
    if (!target.by.empty()) name += " by " + target.by;
    return name;
}

std::string test_case(const JudgedTarget& target, double confidence) {
    std::string       out = fmt::format("    <testcase{}{} time=\"0\"", attribute("name", one_line(name_of(target))),
                                        attribute("classname", one_line(class_of(target))));
    const std::string says = target_label(target) + ": " + target_sentence(target, confidence);
    if (target.status == "missed") {
        out += fmt::format(">\n      <failure type=\"missed\"{}>{}</failure>\n    </testcase>\n",
                           attribute("message", target_standing(target) + ", target " + target.bounds), escaped(says));
    } else if (target.status == "met") {
        out += "/>\n";
    } else {
        out += fmt::format(">\n      <skipped{}/>\n    </testcase>\n", attribute("message", target_standing(target)));
    }
    return out;
}

} // namespace

std::string write_junit(const ScoreTable& table) {
    const Verdict verdict = verdict_of(table);
    std::string   out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    out += fmt::format("  <testsuite name=\"targets\" package=\"cx\" id=\"0\" timestamp=\"1970-01-01T00:00:00\" "
                       "hostname=\"localhost\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"0\">\n",
                       verdict.targets, verdict.missed, verdict.undecided + verdict.not_due);
    out += "    <properties>\n" + property("model", table.model_file);
    for (const InputAccount& input : table.inputs) out += property("input", input.file);
    if (!table.filter.empty()) out += property("filter", table.filter);
    out += property("confidence", shortest(table.confidence)) + "    </properties>\n";
    for (const JudgedTarget& target : table.targets) out += test_case(target, table.confidence);
    out += "    <system-out>";
    for (const JudgedTarget& target : table.targets) {
        out += escaped(target_label(target) + ": " + target_sentence(target, table.confidence)) + "\n";
    }
    return out + "</system-out>\n    <system-err></system-err>\n  </testsuite>\n</testsuites>\n";
}

} // namespace cx
