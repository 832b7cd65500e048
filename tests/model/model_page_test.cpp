// docs/model.md says what the reader does: its examples are read, and every key that is read stands there.

#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using cx::test::faults;
using cx::test::told;

namespace {

std::string page() {
    std::ifstream file(std::string(CX_SOURCE_DIR) + "/docs/model.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The fenced blocks of the page: language and text.
std::vector<std::pair<std::string, std::string>> blocks(const std::string& text) {
    std::vector<std::pair<std::string, std::string>> found;
    for (std::size_t at = text.find("\n```"); at != std::string::npos; at = text.find("\n```", at)) {
        const std::size_t start = text.find('\n', at + 1) + 1;
        const std::size_t end = text.find("\n```", start - 1);
        REQUIRE(end != std::string::npos);
        found.emplace_back(text.substr(at + 4, start - at - 5), text.substr(start, end + 1 - start));
        at = end + 4;
    }
    return found;
}

/// From the heading (or bold name) of a table to the next one.
std::string section(const std::string& text, const std::string& table) {
    std::size_t start = text.find("\n## `" + table + "`");
    std::string next = "\n## ";
    if (start == std::string::npos) {
        start = text.find("\n**`" + table + "`**");
        next = "\n\n";
    }
    REQUIRE(start != std::string::npos);
    return text.substr(start, text.find(next, start + 1) - start);
}

/// The keys that the reader knows in a table, by its own words.
std::vector<std::string> known_keys(const std::string& table) {
    const std::string        told = faults(table + "\nqqqqqqqqqqqq = 1\n");
    std::vector<std::string> keys;
    const std::size_t        list = told.find("known are ");
    REQUIRE(list != std::string::npos);
    const std::string words = told.substr(list, told.find('\n', list) - list);
    const std::regex  word("'([a-z_]+)'");
    for (auto it = std::sregex_iterator(words.begin(), words.end(), word); it != std::sregex_iterator(); ++it)
        keys.push_back((*it)[1]);
    return keys;
}

} // namespace

TEST_CASE("The examples of the model's page do what it says") {
    const auto examples = blocks(page());
    REQUIRE(examples.size() > 5);
    int models = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (examples[i].first != "toml") continue;
        const bool shows_faults = i + 1 < examples.size() && examples[i + 1].first == "text";
        INFO(examples[i].second);
        CHECK(told(examples[i].second) + (shows_faults ? "\n" : "") == (shows_faults ? examples[i + 1].second : ""));
        ++models;
    }
    CHECK(models > 5);
}

TEST_CASE("Every key that is read stands in the model's page") {
    const std::string text = page();
    for (const char* table :
         {"[survey]", "[columns]", "[answers]", "[[promise]]", "[[stage]]", "[[touchpoint]]", "[[item]]", "[[source]]",
          "[[journey]]", "[[wave]]", "[[break]]", "[[target]]", "[[action]]", "[[theme]]"}) {
        const std::string part = section(text, table);
        const auto        keys = known_keys(table);
        CHECK(keys.size() > 1);
        for (const std::string& key : keys) {
            INFO(table << " " << key);
            CHECK(part.find("`" + key + "`") != std::string::npos);
        }
    }
}
