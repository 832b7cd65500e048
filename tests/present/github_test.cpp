#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <cx/present/format.hpp>
#include <present/approved.hpp>
#include <present/judged_targets.hpp>

using namespace cx;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream       stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("Each target is an annotation at its line of the model", "[present][github]") {
    const std::string text = write_github(sample::judged_table(), {});
    check_approved("targets.github", text);
    CHECK(lines_of(text).size() == 8);
    CHECK(lines_of(text).front().starts_with("::error file=surveys/cx.toml,line=7,title=NPS Telephone%3A How likely"));
}

TEST_CASE("Without a place an annotation has none", "[present][github]") {
    ScoreTable table = sample::judged_table();
    table.model_file.clear();
    CHECK(lines_of(write_github(table, {})).front().starts_with("::error title=NPS Telephone"));
    table = sample::judged_table();
    for (JudgedTarget& target : table.targets) target.line = 0;
    CHECK(lines_of(write_github(table, {})).front().starts_with("::error title=NPS Telephone"));
}

TEST_CASE("Without targets a notice says so", "[present][github]") {
    CHECK(write_github(ScoreTable{}, {}) == "::notice title=cx::the model has no target, so nothing is judged\n");
}

TEST_CASE("A survey's text makes no commands of its own", "[present][github]") {
    const std::vector<std::string> lines = lines_of(write_github(sample::hostile_targets(), {}));
    CHECK(lines.size() == 6);
    for (const std::string& line : lines) {
        CHECK((line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice ")));
        const std::string properties = line.substr(2, line.find("::", 2) - 2);
        CHECK(properties.find("title=") != std::string::npos);
        CHECK(line.find('\r') == std::string::npos);
        CHECK(line.find('\x1b') == std::string::npos);
        CHECK(line.find("%0A") == std::string::npos);
        CHECK(line.find("%250A") != std::string::npos);
    }
}
