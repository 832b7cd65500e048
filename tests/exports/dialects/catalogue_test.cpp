#include <cx/exports/dialects/catalogue.hpp>

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

using Catch::Contains;
using cx::detail::dialect_named;
using cx::detail::dialects;
using cx::detail::Opening;
using cx::detail::recognised;

TEST_CASE("Every dialect has a name of its own and bears nothing at all") {
    std::set<std::string_view> names;
    for (const auto* dialect : dialects()) {
        names.insert(dialect->name);
        CHECK(dialect->confidence(Opening({})) == 0);
        CHECK(dialect->confidence(Opening({{""}})) <= cx::detail::sure);
    }
    CHECK(names.size() == dialects().size());
    CHECK(names.count("plain") == 1);
}

TEST_CASE("The catalogue has exactly the dialects that the build lists") {
    std::set<std::string> listed;
    std::string           all = CX_DIALECTS;
    for (std::size_t end = 0; !all.empty(); all.erase(0, end == all.size() ? end : end + 1)) {
        end = std::min(all.find(','), all.size());
        listed.insert(all.substr(0, end));
    }
    std::set<std::string> named;
    for (const auto* dialect : dialects()) named.emplace(dialect->name);
    CHECK(named == listed);
}

TEST_CASE("Dialects are found by name or title") {
    CHECK(dialect_named("qualtrics").name == "qualtrics");
    CHECK(dialect_named("Google Forms").name == "googleforms");
    CHECK_THROWS_WITH(dialect_named("surveymonky"), Contains("surveymonkey"));
    CHECK_THROWS_WITH(dialect_named("excel"), Contains("known are") && Contains("webropol"));
}

TEST_CASE("Headers that no tool writes are a plain table") {
    CHECK(recognised(Opening({{"touchpoint", "nps"}, {"web", "9"}})).name == "plain");
    CHECK(recognised(Opening({})).name == "plain");
    CHECK(recognised(Opening({{"id", "q1", "q2"}, {"-", "5", "-"}})).name == "plain");
    CHECK(recognised(Opening({{"id", "Response ID", "status"}, {"1", "2", "3"}})).name == "plain");
}
