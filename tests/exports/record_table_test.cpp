#include <cx/exports/record_table.hpp>

#include <memory>
#include <string>

#include <catch2/catch.hpp>

using cx::detail::RecordTable;

namespace {

RecordTable table(const std::string& text, bool complete = true) {
    return {std::make_shared<const std::string>(text), ',', '"', complete};
}

} // namespace

TEST_CASE("Records are found with their text, place and width") {
    const RecordTable records = table("a,b\n\n \"x\" ,\"1\n2\"\nc,,\n");
    REQUIRE(records.size() == 3);
    CHECK(records.cells(2) == 3);
    CHECK(records.text(0, 1) == "b");
    CHECK(records.text(1, 1) == "1\n2");
    CHECK(records.text(1, 7).empty());
    CHECK(records.filled(2) == 1);
    CHECK(records.line(0) == 1);
    CHECK(records.line(1) == 3);
    CHECK(records.line(2) == 5);
    CHECK(records.start(1) == 5);
    CHECK(records.line(3) == 6); // where the next would be
    CHECK(records.start(3) == 21);
}

TEST_CASE("A record that is not complete counts only at the end of the text") {
    CHECK(table("a,b\n1,2").size() == 2);
    CHECK(table("a,b\n1,2", false).size() == 1);
    CHECK(table("").size() == 0);
}

TEST_CASE("The usual width is that of most records, of equals the larger") {
    CHECK(table("title\na,b,c\n1,2,3\n").usual_width() == 3);
    CHECK(table("a,b\n1\n").usual_width() == 2);
    CHECK(table("").usual_width() == 0);
}
