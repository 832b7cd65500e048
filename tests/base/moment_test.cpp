#include <cx/base/calendar.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

using cx::DateOrder;
using cx::day_of_iso_moment;
using cx::parse_moment;

namespace {

/// What was read, in one comparable form: `2026-10-31 14:30:59 +120`.
std::string read(std::string_view text, DateOrder order = DateOrder::dmy) {
    const auto moment = parse_moment(text, order);
    if (!moment) return "nothing";
    const int   second = moment->second_of_day;
    const auto  two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::string out = cx::to_string(moment->day);
    out += " " + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    if (moment->utc_offset_minutes) out += " " + std::to_string(*moment->utc_offset_minutes);
    return out;
}

} // namespace

TEST_CASE("dates are read in the forms that exports write") {
    for (const char* text : {"2026-10-31", "2026/10/31", "20261031", "31.10.2026", "31/10/2026", "31-10-2026",
                             "31.10.26", "Oct 31, 2026", "31 Oct 2026", "October 31, 2026", "31 october 2026",
                             "OCT 31 2026", "Oct. 31, 2026", "31-Oct-2026", "31-Oct-26"}) {
        INFO(text);
        CHECK(read(text) == "2026-10-31 00:00:00");
    }
    CHECK(read("1.2.2026") == "2026-02-01 00:00:00");
    CHECK(read("Sept 1, 2026") == "2026-09-01 00:00:00");
    CHECK(read("May 1, 2026") == "2026-05-01 00:00:00");
    CHECK(read("29.2.2024") == "2024-02-29 00:00:00");
}

TEST_CASE("the order decides what is not told by a year in front") {
    CHECK(read("10/31/2026", DateOrder::mdy) == "2026-10-31 00:00:00");
    CHECK(read("10/31/26", DateOrder::mdy) == "2026-10-31 00:00:00");
    CHECK(read("10/11/2026", DateOrder::mdy) == "2026-10-11 00:00:00");
    CHECK(read("10/11/2026", DateOrder::dmy) == "2026-11-10 00:00:00");
    CHECK(read("26-10-31", DateOrder::ymd) == "2026-10-31 00:00:00");
    CHECK(read("10/11/2026", DateOrder::ymd) == "nothing");
    CHECK(read("10/31/2026", DateOrder::dmy) == "nothing");
    for (const DateOrder order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        CHECK(read("2026-10-11", order) == "2026-10-11 00:00:00");
        CHECK(read("2026/10/11", order) == "2026-10-11 00:00:00");
        CHECK(read("20261011", order) == "2026-10-11 00:00:00");
        CHECK(read("Oct 11, 2026", order) == "2026-10-11 00:00:00");
    }
}

TEST_CASE("times stand behind a T, white space or a comma") {
    for (const char* text : {"2026-10-31T14:30", "2026-10-31 14:30", "2026-10-31  14:30", "31.10.2026 14.30",
                             "31.10.2026, 14:30", "31.10.2026 klo 14.30", "31.10.2026 2:30 PM"}) {
        INFO(text);
        CHECK(read(text) == "2026-10-31 14:30:00");
    }
    CHECK(read("2026-10-31 14:30:59") == "2026-10-31 14:30:59");
    CHECK(read("2026-10-31 14:30:59.123456") == "2026-10-31 14:30:59");
    CHECK(read("31.10.2026 14.30.59") == "2026-10-31 14:30:59");
    CHECK(read("2026-10-31 4:05") == "2026-10-31 04:05:00");
    CHECK(read("2026-10-31 2:30:59 p.m.") == "2026-10-31 14:30:59");
    CHECK(read("2026-10-31 2:30\u202fPM") == "2026-10-31 14:30:00");
    CHECK(read("2026-10-31 12:00 AM") == "2026-10-31 00:00:00");
    CHECK(read("2026-10-31 12:00 pm") == "2026-10-31 12:00:00");
    CHECK(read("2026-10-31 11:59:59PM") == "2026-10-31 23:59:59");
}

TEST_CASE("offsets are kept beside the wall clock") {
    CHECK(read("2026-10-31T14:30:59Z") == "2026-10-31 14:30:59 0");
    CHECK(read("2026-10-31T14:30:59.5Z") == "2026-10-31 14:30:59 0");
    CHECK(read("2026-10-31 14:30 UTC") == "2026-10-31 14:30:00 0");
    CHECK(read("2026-10-31 14:30+02:00") == "2026-10-31 14:30:00 120");
    CHECK(read("2026-10-31 14:30 +0200") == "2026-10-31 14:30:00 120");
    CHECK(read("2026-10-31 14:30:00+00") == "2026-10-31 14:30:00 0");
    CHECK(read("2026-10-31 14:30 -03:30") == "2026-10-31 14:30:00 -210");
    CHECK(read("2026-10-31 14:30 GMT+1") == "2026-10-31 14:30:00 60");
    CHECK(read("2026-10-31 14:30 UTC\u22125") == "2026-10-31 14:30:00 -300");
    CHECK(read("2026-10-31 14:30 +14:00") == "2026-10-31 14:30:00 840");
}

TEST_CASE("values of real exports are read") {
    CHECK(read("2016-05-01 20:58:09.800380+00:00") == "2016-05-01 20:58:09 0");
    CHECK(read("27.4.2016 12:03:44") == "2016-04-27 12:03:44");
    CHECK(read("2018/05/15 7:07:45 PM GMT+1") == "2018-05-15 19:07:45 60");
    CHECK(read("2020/12/03 9:41:43 AM CST") == "2020-12-03 09:41:43 -360");
    CHECK(read("2020/12/03 9:41:43 AM EET") == "2020-12-03 09:41:43 120");
    CHECK(read("2020/12/03 9:41:43 AM PST") == "2020-12-03 09:41:43 -480");
    CHECK(read("2020/12/03 9:41:43 AM AKST") == "2020-12-03 09:41:43 -540");
    CHECK(read("2020/12/03 9:41:43 AM mst") == "2020-12-03 09:41:43 -420");
    CHECK(read("Jan 15, 2016 11:58:16 PM") == "2016-01-15 23:58:16");
    CHECK(read("01/15/2016 10:32:11", DateOrder::mdy) == "2016-01-15 10:32:11");
    CHECK(read("2017-07-18 08:28:09") == "2017-07-18 08:28:09");
}

TEST_CASE("impossible dates and times give nothing") {
    for (const char* text : {"31.2.2026", "29.2.2023", "0.1.2026", "1.0.2026", "32.1.2026", "1.13.2026", "20260231",
                             "2026-02-30", "00000101", "0000-01-01", "Feb 30, 2026", "2026-10-31 24:00",
                             "2026-10-31 14:60", "2026-10-31 14:30:60", "2026-10-31 14:30 PM", "2026-10-31 0:30 AM",
                             "2026-10-31 13:00 AM", "2026-10-31 14:30+15:00", "2026-10-31 14:30+02:60"}) {
        INFO(text);
        CHECK(read(text) == "nothing");
    }
}

TEST_CASE("anything left over or left out gives nothing") {
    for (const char* text : {"",
                             " ",
                             "2026",
                             "2026-10",
                             "2026-10-",
                             "2026-10-31x",
                             "2026-10-31 ",
                             " 2026-10-31",
                             "2026-10-31T",
                             "2026-10-31 14",
                             "2026-10-31 14:",
                             "2026-10-31 14:3",
                             "2026-10-31 14:30:",
                             "2026-10-31 14:30:5",
                             "2026-10-31 14:30:59.",
                             "2026-10-31 14:30 XYZ",
                             "2026-10-31 14:30 CSTX",
                             "2026-10-31 14:30 UTC+",
                             "2026-10-31 14:30 +",
                             "2026-10-31 14:30 +020",
                             "2026-10-31 14:30 +02:0",
                             "2026-10-31 14:30+02:00 x",
                             "2026-10-31 14:30 PM PM",
                             "2026-10-31 14:30.59",
                             "2026-10-31 14.30:59",
                             "2026-10/31",
                             "31.10/2026",
                             "31.10.",
                             "31.10.202",

                             "31.10.20266",
                             "310.10.2026",
                             "2026-100-31",
                             "2026-10-311",
                             "2026101",
                             "202610311",
                             "Okt 31, 2026",
                             "Oct 2026",
                             "Oct 31",
                             "Octo 31, 2026",
                             "31 Oct",
                             "Oct 31,",
                             "31Oct2026",
                             "Oct",
                             "klo 14.30",
                             "9",
                             "9 - very likely",
                             "14:30",
                             "2026-10-3114:30",
                             "31.10.2026 klo14.30",
                             "1.5",
                             "\xff",
                             "31.10.2026\xff",
                             "+2026-10-31",
                             "-2026-10-31",
                             "2026-10-31 -1:30",
                             "2026-10-31 14:30 2:30 a.m"}) {
        INFO(text);
        for (const DateOrder order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy})
            CHECK(read(text, order) == "nothing");
    }
}

TEST_CASE("a year has four digits or two") {
    CHECK(read("31.10.2", DateOrder::dmy) == "nothing");
    CHECK(read("10/31/2", DateOrder::mdy) == "nothing");
    CHECK(read("31.10.226", DateOrder::dmy) == "nothing");
    CHECK(read("226.10.31", DateOrder::ymd) == "nothing");
    CHECK(read("1.1.00") == "2000-01-01 00:00:00");
    CHECK(read("31.12.99") == "2099-12-31 00:00:00");
    CHECK(read("1 Oct 9") == "nothing");
}

TEST_CASE("every day of a century is read in every form") {
    using namespace std::chrono;
    for (cx::Day of = cx::Day(year(2000) / 1 / 1); of <= cx::Day(year(2099) / 12 / 31); of += days(1)) {
        const std::string iso = cx::to_string(of);
        const std::string y = iso.substr(0, 4);
        const std::string m = iso.substr(5, 2);
        const std::string d = iso.substr(8, 2);
        const cx::Moment  expected{of, 0, std::nullopt};
        REQUIRE(parse_moment(iso, DateOrder::mdy) == expected);
        REQUIRE(parse_moment(y + m + d, DateOrder::mdy) == expected);
        REQUIRE(parse_moment(d + "." + m + "." + y, DateOrder::dmy) == expected);
        REQUIRE(parse_moment(m + "/" + d + "/" + y, DateOrder::mdy) == expected);
        REQUIRE(parse_moment(d + "-" + m + "-" + y.substr(2), DateOrder::dmy) == expected);
    }
}

TEST_CASE("hostile texts are answered at once") {
    const std::string digits(1'000'000, '1');
    const std::string spaces(1'000'000, ' ');
    const std::string letters(1'000'000, 'A');
    const auto        start = std::chrono::steady_clock::now();
    for (const std::string& text :
         {digits, spaces, letters, "2026-10-31 " + digits, "2026-10-31" + spaces, "2026-10-31 14:30 " + letters,
          "2026-10-31 14:30 +" + digits, "1." + digits, "1.1." + digits, "Oct 31, " + digits, "Oct" + spaces + "x"}) {
        CHECK_FALSE(parse_moment(text, DateOrder::dmy).has_value());
    }
    CHECK(read("2026-10-31 14:30:59." + digits) == "2026-10-31 14:30:59"); // a long fraction is still one
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("the form that most exports have is read as every other", "[base][moment]") {
    const auto day_of = [](const std::string& text) {
        const auto moment = parse_moment(text, DateOrder::ymd);
        return moment ? std::optional(moment->day) : std::nullopt;
    };
    const auto same = [&](const std::string& text) { return day_of_iso_moment(text) == day_of(text); };
    for (const char* good :
         {"2026-10-31T14:30:59", "2026-10-31 14:30:59", "2024-02-29T00:00", "0001-01-01 23:59", "2026-10-31"}) {
        INFO(good);
        REQUIRE(day_of_iso_moment(good));
        CHECK(same(good));
    }
    // One byte changed in every way gives nothing, or what the reader of all forms makes of it.
    for (const std::string text : {"2026-10-31T14:30:59", "2026-10-31 14:30", "2026-10-31"}) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed = text;
                changed[at] = static_cast<char>(byte);
                if (day_of_iso_moment(changed) && !same(changed)) FAIL(changed);
                if (byte >= '0' && byte <= '9' && day_of(changed) && !same(changed)) FAIL(changed);
            }
        }
    }
    for (const char* bad : {"2026-02-29T00:00", "2026-13-01T00:00", "2026-10-31T24:00:00", "2026-10-31T14:60:00",
                            "2026-10-31T14:30:60", "0000-01-01T00:00", "2026-02-30", "2026-10-31T14:30:5", ""}) {
        INFO(bad);
        CHECK_FALSE(day_of_iso_moment(bad));
    }
}
