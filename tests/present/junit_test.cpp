#include <cx/present/junit.hpp>

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <present/approved.hpp>
#include <present/judged_targets.hpp>

using namespace cx;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("JUnit has a case for each target", "[present][junit]") {
    const std::string xml = write_junit(sample::judged_table());
    check_approved("targets.xml", xml);
    CHECK(count(xml, "<testcase ") == 8);
    CHECK(count(xml, "<failure ") == 3);
    CHECK(count(xml, "<skipped ") == 3);
    CHECK(xml.find("tests=\"8\" failures=\"3\" errors=\"0\" skipped=\"3\"") != std::string::npos);
    CHECK(xml == write_junit(sample::judged_table()));
}

TEST_CASE("JUnit of no target is a suite without cases", "[present][junit]") {
    const std::string xml = write_junit(ScoreTable{});
    CHECK(count(xml, "<testcase") == 0);
    CHECK(xml.find("tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\"") != std::string::npos);
}

TEST_CASE("JUnit holds nothing that XML forbids", "[present][junit]") {
    const std::string xml = write_junit(sample::hostile_targets());
    check_approved("hostile-targets.xml", xml);
    CHECK(is_valid_utf8(xml));
    CHECK(
        std::none_of(xml.begin(), xml.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }));
    CHECK(count(xml, "\xEF\xBF\xBE") == 0);
    CHECK(count(xml, "\xEF\xBF\xBF") == 0);
    CHECK(count(xml, "<testcase ") == 6);
    CHECK(count(xml, "]]>") == 0);
    CHECK(xml.find("&lt;&amp;&gt;&quot;") != std::string::npos);
}
