#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include <cx/base/error.hpp>
#include <cx/tally/counts_records.hpp>
#include <support/counts_files.hpp>

using namespace cx;
using cx::test::bytes_of;

namespace {

const std::string head = std::string(counts_header) + "\n";
const std::string one = ",all,,nps,answer,9,,3,3,3\n";

/// Lines of all records, or what is wrong.
std::string outcome(const std::string& text, bool allow_no_end = false) {
    try {
        CountsRecords records("c.csv", bytes_of(text), allow_no_end);
        CountsRecord  record;
        std::string   lines;
        while (records.next(record)) lines += std::to_string(record.line) + " ";
        return lines;
    } catch (const Error& error) {
        return error.what();
    }
}

bool refuses(const std::string& text, const std::string& with) {
    const std::string found = outcome(text);
    INFO(found);
    CHECK(found.find(with) != std::string::npos);
    return found.find(with) != std::string::npos;
}

} // namespace

TEST_CASE("records are read with their cells") {
    CountsRecords records(
        "c.csv", bytes_of(head + "2026-10,touchpoint,\"a \"\"b\"\", c\",'=item,answer,-2,3,4,4.5,5e0\r\nend,,,,,,,1,,"),
        false);
    CountsRecord record;
    REQUIRE(records.next(record));
    CHECK(record.line == 2);
    CHECK(record.period == "2026-10");
    CHECK(record.dimension == "touchpoint");
    CHECK(record.group == "a \"b\", c");
    CHECK(record.item == "=item");
    CHECK(record.kind == CountsKind::answer);
    CHECK(record.point == "-2");
    CHECK(record.paired_point == "3");
    CHECK(record.count == Count{4, 4.5, 5});
    CHECK_FALSE(records.next(record));
}

TEST_CASE("a counts file may have a byte order mark and line ends of any system") {
    CHECK(outcome("\xEF\xBB\xBF" + head + one + "end,,,,,,,1,,\n") == "2 ");
    CHECK(outcome(std::string(counts_header) + "\r\n,all,,nps,answer,9,,3,3,3\r\nend,,,,,,,1,,\r\n") == "2 ");
    CHECK(outcome(head + "end,,,,,,,0,,\n").empty());
}

TEST_CASE("columns may stand in another order, and a header of other letters or separators is refused") {
    CHECK(outcome("answers,weight,weight_squared,period,dimension,group,item,kind,point,paired_point\n"
                  "3,3,3,,all,,nps,answer,9,\n1,,,end,,,,,,\n") == "2 ");
    std::string semicolons = head, bars = head, capital = head;
    std::replace(semicolons.begin(), semicolons.end(), ',', ';');
    std::replace(bars.begin(), bars.end(), ',', '|');
    capital.front() = 'P';
    CHECK(refuses(semicolons, "c.csv:1: has semicolons between its columns, and a counts file has commas"));
    CHECK(refuses(bars, "c.csv:1: has bars between its columns"));
    CHECK(refuses(capital, "c.csv:1: has a column 'Period'; its name is period, in small letters"));
    CHECK(refuses("a;b,c\n", "c.csv:1: has a column 'a;b'; a counts file starts with period,"));
}

TEST_CASE("a half-written counts file is refused, unless it may lack its end") {
    CHECK(refuses(head + one, "c.csv:2: is the last line, and no end record"));
    CHECK(refuses(head, "c.csv:1: is the last line"));
    CHECK(refuses(head + one + "end,,,,,,,2,,\n", "c.csv:3: the end record tells 2 records, and there are 1"));
    CHECK(refuses(head + one + "end,,,,,,,1,,\n" + one, "c.csv:4: stands behind the end record"));
    CHECK(refuses(head + one + "end,,,,,,,1,,\n\n", "c.csv:4: has fewer than 10 cells"));
    CHECK(refuses(head + one + "end,,,,,,,,,\n", "c.csv:3, column answers: is blank"));
    CHECK(refuses(head + one + ",all,,nps,ans", "c.csv:3: has fewer than 10 cells"));
    CHECK(outcome(head + one, true) == "2 ");
    CHECK(outcome(head + one + one.substr(0, one.size() - 1), true) == "2 3 ");
    CHECK(outcome(head + one + "end,,,,,,,2,,\n", true).find("the end record tells 2") != std::string::npos);
}

TEST_CASE("every prefix of a counts file is refused") {
    const std::string whole = head + one + ",touchpoint,\"a,b\",nps,answer,9,,3,3,3\nend,,,,,,,2,,\n";
    for (std::size_t size = head.size(); size + 3 < whole.size(); ++size) { // the last cells and the line end may lack
        INFO(size);
        CHECK(outcome(whole.substr(0, size)).find("c.csv:") == 0);
    }
}

TEST_CASE("numbers are told as numbers or refused") {
    const auto with = [](const std::string& numbers) {
        return head + ",all,,nps,answer,9,," + numbers + "\nend,,,,,,,1,,\n";
    };
    CHECK(refuses(with(",3,3"), "c.csv:2, column answers: is blank"));
    CHECK(refuses(with("3,,3"), "c.csv:2, column weight: is blank"));
    CHECK(refuses(with("3,3,"), "c.csv:2, column weight_squared: is blank"));
    CHECK(refuses(with("-3,3,3"), "column answers: '-3' is not a whole number"));
    CHECK(refuses(with("3.0,3,3"), "column answers: '3.0' is not a whole number"));
    CHECK(refuses(with(" 3,3,3"), "column answers"));
    CHECK(refuses(with("99999999999999999999,3,3"), "column answers"));
    CHECK(refuses(with("9007199254740993,3,3"), "is more than anybody can have counted"));
    CHECK(refuses(with("3,nan,3"), "column weight: 'nan'"));
    CHECK(refuses(with("3,inf,3"), "column weight: 'inf'"));
    CHECK(refuses(with("3,1e9999,3"), "column weight: '1e9999'"));
    CHECK(refuses(with("3,1e-9999999999,3"), "column weight"));
    CHECK(refuses(with("3,3,1e300"), "column weight_squared: '1e300' is no sum of weights"));
    CHECK(refuses(with("3,0x3,3"), "column weight: '0x3'"));
    CHECK(outcome(with("9007199254740992,9007199254740992,9007199254740992")) == "2 ");
}

TEST_CASE("what is no record is refused with its place") {
    CHECK(refuses(head + one + ",all,,nps,answer,9,,3,3\n", "c.csv:3: has fewer than 10 cells"));
    CHECK(refuses(head + ",all,a,b,nps,answer,9,,3,3,3\n", "c.csv:2: has more than 10 cells"));
    CHECK(refuses(head + ",all,\"a\nb\",nps,answer,9,,3,3,3\n", "c.csv:2: has a quote that is not closed"));
    CHECK(refuses(head + ",all,,nps,guess,9,,3,3,3\n", "c.csv:2, column kind: 'guess' is no kind of count"));
    CHECK(refuses(head + ",all,\xC3,nps,answer,9,,3,3,3\n", "c.csv:2, column group: is no UTF-8"));
    CHECK(refuses(head + one + std::string(",all,\0,nps,answer,9,,3,3,3\n", 27), "c.csv:3: holds a zero byte"));
    CHECK(refuses(head + "\n" + one, "c.csv:2: has fewer than 10 cells"));
    CHECK(refuses(head + "," + std::string(17U << 20U, 'x') + "\n", "c.csv:2: is longer than 16 MiB"));
    CHECK(refuses(head + "," + std::string(40U << 20U, 'x'), "c.csv:2: is longer than 16 MiB"));
}

TEST_CASE("a header that is no counts file's is refused") {
    CHECK(refuses("period,dimension,group,item,kind,point,answers,weight,weight_squared\n",
                  "c.csv:1: lacks the column 'paired_point'"));
    CHECK(refuses(std::string(counts_header) + ",more\n", "c.csv:1: has a column 'more'"));
    CHECK(refuses(std::string(counts_header) + ",weight\n", "c.csv:1: has the column 'weight' twice"));
    CHECK(refuses("\n", "c.csv:1: "));
    CHECK(refuses("", "c.csv:1: is no header"));
}

TEST_CASE("a large counts file is read whole") {
    std::string text = head;
    std::size_t records = 0;
    while (text.size() < (36U << 20U)) { // over the parser's blocks of 16 MiB
        text += one;
        ++records;
    }
    CountsRecords reading("c.csv", bytes_of(text + "end,,,,,,," + std::to_string(records) + ",,"), false);
    CountsRecord  record;
    std::uint64_t answers = 0;
    while (reading.next(record)) answers += record.count.answers;
    CHECK(answers == 3 * records);
}
