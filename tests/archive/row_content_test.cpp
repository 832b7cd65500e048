#include <cx/archive/row_content.hpp>

#include <catch2/catch.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;

namespace {

RowHash content_of(const std::vector<std::pair<std::string, std::string>>& cells, const std::string& source = "") {
    const KeyedHash hash(key);
    RowContent      content(hash);
    content.begin();
    for (const auto& [code, text] : cells) content.add(RowContent::mark_of(hash, code, code), text);
    return content.finish(source);
}

} // namespace

TEST_CASE("row_content: cells are told apart by their question, their length and the source") {
    CHECK(content_of({{"a", "1"}, {"b", "2"}}) == content_of({{"a", "1"}, {"b", "2"}}));
    CHECK(content_of({{"a", "1"}, {"b", "2"}}) != content_of({{"a", "12"}, {"b", ""}}));
    CHECK(content_of({{"a", "1"}}) != content_of({{"b", "1"}}));
    CHECK(content_of({{"a", "1"}}) != content_of({{"a", "1"}}, "webropol"));
    CHECK(content_of({{"a", "1"}}) == content_of({{"a", "1"}, {"b", ""}}));
    CHECK(content_of({}) != content_of({{"a", "1"}}));
}

TEST_CASE("row_content: a question's mark is of its code and its text") {
    const KeyedHash hash(key);
    CHECK(RowContent::mark_of(hash, "a", "bc") != RowContent::mark_of(hash, "ab", "c"));
    CHECK(RowContent::mark_of(hash, "a", "b") == RowContent::mark_of(hash, "a", "b"));
    CHECK(RowContent::mark_of(hash, "a", "b") != RowContent::mark_of(KeyedHash("another key altogether"), "a", "b"));
}

TEST_CASE("row_content: a customer is the same in every export") {
    KeyedHash hash(key);
    CHECK(respondent_hash(hash, "c1") == respondent_hash(hash, "c1"));
    CHECK(respondent_hash(hash, "c1") != respondent_hash(hash, "c2"));
}
