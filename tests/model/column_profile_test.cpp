#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cx/model/column_profile.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

ProfiledValue read(std::string_view text) { return read_value(text, default_answer_texts()); }

} // namespace

TEST_CASE("distinct values are counted in the order first seen, blanks apart") {
    ExportBuilder builder;
    builder.column("Q1").column("Q2").rows(2, {"9", ""}).row({"10", " x "}).row({"9", "-"});
    const auto profiles = profiles_of(builder.opened(), default_answer_texts());
    REQUIRE(profiles.size() == 2);
    REQUIRE(profiles[0].values.size() == 2);
    CHECK(profiles[0].values[0].text == "9");
    CHECK(profiles[0].values[0].count == 3);
    CHECK(profiles[0].values[1].count == 1);
    CHECK(profiles[0].answers() == 4);
    CHECK(profiles[1].blank == 2);
    CHECK(profiles[1].filled() == 2);
    CHECK(profiles[1].answers() == 1); // the dash is no answer
    CHECK(profiles[1].values[0].text == "x");
}

TEST_CASE("an export without rows has empty profiles") {
    const auto profiles = profiles_of(ExportBuilder{}.column("Q1").opened(), default_answer_texts());
    REQUIRE(profiles.size() == 1);
    CHECK(profiles[0].rows == 0);
    CHECK(profiles[0].answers() == 0);
    CHECK(profiles[0].mean_length() == 0);
    CHECK_FALSE(profiles[0].repeats(1));
}

TEST_CASE("rows shorter than the header have blank cells") {
    const auto profiles =
        profiles_of(ExportBuilder{}.column("a").column("b").row({"1"}).opened(), default_answer_texts());
    CHECK(profiles[1].blank == 1);
}

TEST_CASE("more distinct values than are kept leave a column open") {
    ExportBuilder builder;
    builder.column("id").column("place");
    for (int i = 0; i < 1000; ++i) builder.row({fmt::format("id{}", i), fmt::format("p{}", i % 20)});
    const auto profiles = profiles_of(builder.opened(), default_answer_texts());
    CHECK(profiles[0].open);
    CHECK(profiles[0].values.size() == ColumnProfile::most_values);
    CHECK_FALSE(profiles[0].repeats(2));
    CHECK_FALSE(profiles[1].open);
    CHECK(profiles[1].distinct() == 20);
    CHECK(profiles[1].repeats(50));
}

TEST_CASE("values are whole, decimal, numbered or text") {
    CHECK(read("9").kind == ValueKind::whole);
    CHECK(read("9,0").kind == ValueKind::whole);
    CHECK(read("9,0").number == 9);
    CHECK(read("7.5").kind == ValueKind::decimal);
    CHECK(read("hyvä").kind == ValueKind::text);
    CHECK(read("-").kind == ValueKind::missing);
    CHECK(read("En osaa sanoa").kind == ValueKind::not_applicable);
    CHECK(read("1e-9999999999").kind == ValueKind::text);
}

TEST_CASE("a number with its words is numbered; a range or a span of years is not") {
    for (const char* text :
         {"9 - very likely", "9 – very likely", "9 (All my time)", "9 = hyvä", "9. hyvä", "9: hyvä"}) {
        INFO(text);
        const ProfiledValue value = read(text);
        CHECK(value.kind == ValueKind::numbered);
        CHECK(value.number == 9);
        CHECK(value.number_first);
    }
    const ProfiledValue behind = read("Extremely likely - 10");
    CHECK(behind.kind == ValueKind::numbered);
    CHECK(behind.number == 10);
    CHECK_FALSE(behind.number_first);
    for (const char* text : {"3-5", "1 - 10", "2-5 years", "1 year", "25 to 34 years", "< 1 year", "10-25", "500-1,000",
                             "$1-$100", "disapprove(-1)"}) {
        INFO(text);
        CHECK(read(text).kind == ValueKind::text);
    }
}

TEST_CASE("a long text is not folded and is no label") {
    const std::string   text(10'000, 'a');
    const ProfiledValue value = read(text);
    CHECK(value.kind == ValueKind::text);
    CHECK(value.folded.empty());
}
