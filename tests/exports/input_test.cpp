#include <cx/exports/input.hpp>

#include <string>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <cx/base/error.hpp>

#include "export_text.hpp"

using Catch::Contains;
using cx::testing::all_of;
using cx::testing::SteppedInput;
using cx::testing::TemporaryFile;
using namespace std::string_literals;

TEST_CASE("A file is read as it is, whatever the size of the reads") {
    const std::string text = "a,b\r\n1,\"x\ny\"\n";
    for (const std::size_t step : {std::size_t{1}, std::size_t{3}, std::size_t{4096}}) {
        const TemporaryFile file(text);
        const auto          input = cx::open_input(file.name());
        CHECK(all_of(*input, step) == text);
        char more = 0;
        CHECK(input->read(&more, 1) == 0);
    }
}

TEST_CASE("An empty file gives nothing") {
    const TemporaryFile file("");
    CHECK(all_of(*cx::open_input(file.name())).empty());
}

TEST_CASE("What cannot be opened is said with its name") {
    CHECK_THROWS_WITH(cx::open_input("/no/such/file.csv"), Contains("/no/such/file.csv: cannot be opened"));
    CHECK_THROWS_WITH(cx::open_input("/"), Contains("/: is a folder"));
    CHECK_THROWS_AS(cx::open_input(""), cx::Error);
    const TemporaryFile plain("a,b\n");
    CHECK_THROWS_WITH(cx::open_input(plain.name(), "x.csv"), Contains("is no zip") && Contains("--member"));
}

TEST_CASE("A file that may not be read is refused with the reason") {
    const TemporaryFile file("a,b\n");
    ::chmod(file.name().c_str(), 0);
    if (::geteuid() == 0) {
        WARN("skipped: root may read every file");
        return;
    }
    CHECK_THROWS_WITH(cx::open_input(file.name()), Contains("cannot be opened"));
}

TEST_CASE("Workbooks are refused with the way to CSV") {
    const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
    CHECK_THROWS_WITH(cx::open_input(TemporaryFile(old).name()), Contains(".xls") && Contains("CSV UTF-8"));
}

TEST_CASE("A replayed head comes before the rest") {
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{100}}) {
        const auto input = cx::replayed("head,", std::make_unique<SteppedInput>("and rest", 3));
        CHECK(all_of(*input, step) == "head,and rest");
    }
    CHECK(all_of(*cx::replayed("", std::make_unique<SteppedInput>("", 1))).empty());
}

TEST_CASE("A head has as many bytes as there are, at most those asked for") {
    SteppedInput input(std::string(1'000'000, 'x'), 1000);
    CHECK(cx::read_head(input, 10).size() == 10);
    CHECK(cx::read_head(input, 600'000).size() == 600'000);
    CHECK(cx::read_head(input, 600'000).size() == 399'990);
    CHECK(cx::read_head(input, 600'000).empty());
}
