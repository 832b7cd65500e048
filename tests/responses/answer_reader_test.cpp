#include <catch2/catch.hpp>

#include <cx/responses/answer_reader.hpp>
#include <support/padded.hpp>

#include <string>

namespace {

using cx::NoAnswer;
using cx::test::Padded;

cx::Item recommend() {
    cx::Item item;
    item.id = "recommend";
    item.kind = cx::ItemKind::recommend;
    item.scale = {0, 10};
    return item;
}

/// What a cell was read as: the scale point, or a word.
std::string read(const cx::Item& item, const std::string& raw) {
    cx::AnswerReader reader(item, cx::default_answer_texts(), '"');
    const auto       slot = reader.read(Padded(raw));
    CHECK(reader.read(Padded(raw)) == slot); // remembered texts are read alike
    if (slot < reader.points()) return std::to_string(item.scale.low + slot);
    if (slot == reader.slot(NoAnswer::missing)) return "missing";
    if (slot == reader.slot(NoAnswer::not_applicable)) return "not applicable";
    return slot == reader.slot(NoAnswer::out_of_scale) ? "out of scale" : "unreadable";
}

} // namespace

TEST_CASE("a blank is missing and never 0", "[responses][answers]") {
    for (const char* raw : {"", " ", "\"\"", "\" \"", "-", "NA", "#N/A", "NULL", "null", "\t", "\xC2\xA0"}) {
        INFO("'" << raw << "'");
        CHECK(read(recommend(), raw) == "missing");
    }
    CHECK(read(recommend(), "0") == "0");
}

TEST_CASE("whole numbers are answers, however they are written", "[responses][answers]") {
    for (const char* raw : {"9", " 9 ", "\"9\"", "\" 9\"", "9.0", "9,0", "09", "9 - very likely",
                            "\"9 = eritt\xC3\xA4in\"", "9: sure", "9 (hyv\xC3\xA4)"}) {
        INFO("'" << raw << "'");
        CHECK(read(recommend(), raw) == "9");
    }
    CHECK(read(recommend(), "10") == "10");
    CHECK(read(recommend(), "10 - Extremely likely") == "10");
}

TEST_CASE("what is off the scale or no number is counted apart", "[responses][answers]") {
    for (const char* raw : {"11", "-1", "7.5", "99999999999999999999", "1e300", "100"}) {
        INFO(raw);
        CHECK(read(recommend(), raw) == "out of scale");
    }
    for (const char* raw :
         {"eleven", "9th", "9-10", "2026-10-31", "9/10", "x9", "nan", "0x9", "10 000 euros!", "7\xC3\xA4"}) {
        INFO(raw);
        CHECK(read(recommend(), raw) == "unreadable");
    }
    for (const char* raw : {"N/A", "EOS", "en osaa sanoa", "Don't know", "Vet ej"}) {
        INFO(raw);
        CHECK(read(recommend(), raw) == "not applicable");
    }
}

// A reader that follows the exponent step by step does not end; the test runner's time limit would tell.
TEST_CASE("an absurd number ends at once", "[responses][answers]") {
    CHECK(read(recommend(), "1e-9999999999") == "unreadable");
    CHECK(read(recommend(), "1e9999999999") == "unreadable");
    CHECK(read(recommend(), std::string(1U << 20U, '9')) != "9");
}

TEST_CASE("labels are points, whatever their case", "[responses][answers]") {
    cx::Item item = recommend();
    item.labels = {{"absolutely", 10}, {"not at all", 0}};
    CHECK(read(item, "Absolutely") == "10");
    CHECK(read(item, "\" NOT  at all \"") == "0");
    CHECK(read(item, "perhaps") == "unreadable");
}

TEST_CASE("codes shift the scale, and reversed turns it", "[responses][answers]") {
    cx::Item item = recommend();
    item.scale = {1, 10};
    item.codes = cx::Scale{0, 9};
    CHECK(read(item, "0") == "1");
    CHECK(read(item, "9") == "10");
    CHECK(read(item, "10") == "out of scale");
    item.codes.reset();
    item.reversed = true;
    CHECK(read(item, "1") == "10");
    CHECK(read(item, "10") == "1");
    CHECK(read(item, "0") == "out of scale");
}

TEST_CASE("an item's own missing codes are missing", "[responses][answers]") {
    cx::Item item = recommend();
    item.missing = {"99", "10"};
    item.not_applicable = {"En halua sanoa"};
    CHECK(read(item, "99") == "missing");
    CHECK(read(item, "10") == "missing");
    CHECK(read(item, "en halua sanoa") == "not applicable");
}

TEST_CASE("a choice is good or not", "[responses][answers]") {
    cx::Item item;
    item.kind = cx::ItemKind::choice;
    item.good = {"Kyll\xC3\xA4"};
    cx::AnswerReader reader(item, cx::default_answer_texts(), '"');
    CHECK(reader.points() == 2);
    CHECK(reader.read(Padded("kyll\xC3\xA4")) == 1);
    CHECK(reader.read(Padded("Ei")) == 0);
    CHECK(reader.read(Padded("")) == reader.slot(NoAnswer::missing));
    CHECK(reader.read(Padded("EOS")) == reader.slot(NoAnswer::not_applicable));
}

TEST_CASE("a cell with a zero byte does not change what others mean", "[responses][answers]") {
    cx::AnswerReader reader(recommend(), cx::default_answer_texts(), '"');
    CHECK(reader.read(Padded(std::string_view("9\0", 2))) == reader.slot(NoAnswer::unreadable));
    CHECK(reader.read(Padded("9")) == 9);
}

TEST_CASE("bytes that are no text are told", "[responses][answers]") {
    cx::AnswerReader reader(recommend(), cx::default_answer_texts(), '"');
    CHECK_THROWS_AS(reader.read(Padded("\xFF")), cx::BadEncoding);
    CHECK_THROWS_AS(reader.read(Padded("abc\xC3")), cx::BadEncoding);
}
