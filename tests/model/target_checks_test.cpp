#include <cx/model/target_checks.hpp>

#include <string>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using cx::test::faults;

namespace {

constexpr const char* map = R"([[stage]]
id = "buy"
[[stage]]
id = "use"
[[touchpoint]]
id = "web"
stage = "buy"
channel = "digital"
[[touchpoint]]
id = "shop"
)";

constexpr const char* items = R"([[promise]]
id = "easy"
need = "basic"
minimum = 4
[[promise]]
id = "fast"
[[item]]
id = "recommend"
kind = "recommend"
column = "Q1"
[[item]]
id = "sat"
kind = "satisfaction"
column = "Q2"
touchpoint = "web"
[[item]]
id = "easy"
column = "Q3"
scale = [1, 5]
promise = "easy"
[[item]]
id = "open"
column = "Q4"
)";

constexpr const char* rows = "[columns]\ntouchpoint = \"Where\"\n";

std::string target(const std::string& keys) { return "[[target]]\n" + keys; }
/// The one message, less its place.
std::string said(const std::string& keys, const std::string& start = {}) {
    const std::string all = faults(start + map + items + target(keys));
    CHECK(all.find('\n') == std::string::npos);
    const std::size_t place = all.find(": ");
    return place == std::string::npos ? all : all.substr(place + 2);
}

} // namespace

TEST_CASE("A metric exists, and something gives it") {
    CHECK(said("metric = \"nps\"\nat_least = 40\n").empty());
    CHECK(said("metric = \"npss\"\nat_least = 40\n") == "there is no metric 'npss'; did you mean 'nps'?");
    CHECK_THAT(said("metric = \"wellbeing\"\nat_least = 40\n"), Contains("there are 'nps', 'promoters'"));
    CHECK(said("metric = \"ces\"\nat_least = 4\n") ==
          "nothing measures 'ces': no item gives it; it is a figure of items of kind 'effort'");
    CHECK(said("metric = \"gap\"\nat_least = 0\n") ==
          "nothing measures 'gap': no item gives it; it is a figure of pairs");
}

TEST_CASE("An item exists, and gives the metric") {
    CHECK(said("metric = \"mean\"\nitem = \"easy\"\nat_least = 4\n").empty());
    CHECK(said("metric = \"mean\"\nitem = \"eazy\"\nat_least = 4\n") ==
          "there is no item 'eazy'; did you mean 'easy'?");
    CHECK(said("metric = \"nps\"\nitem = \"easy\"\nat_least = 4\n") ==
          "the item 'easy' does not give 'nps'; it gives 'mean', 'top2' and 'consensus'");
}

TEST_CASE("Where rows are customers, items say what they are about") {
    CHECK(said("metric = \"csat\"\ntouchpoint = \"web\"\nat_least = 80\n").empty());
    CHECK(said("metric = \"csat\"\nstage = \"buy\"\nat_least = 80\n").empty());
    CHECK(said("metric = \"csat\"\nchannel = \"digital\"\nat_least = 80\n").empty());
    CHECK_THAT(said("metric = \"csat\"\ntouchpoint = \"shop\"\nat_least = 80\n"),
               Contains("nothing measures 'csat' of touchpoint 'shop': no item there gives it; say touchpoint = ..."));
    CHECK_THAT(said("metric = \"nps\"\nitem = \"recommend\"\ntouchpoint = \"web\"\nat_least = 80\n"),
               Contains("the item 'recommend' is not there"));
    CHECK_THAT(said("metric = \"csat\"\npromise = \"easy\"\nat_least = 80\n"),
               Contains("nothing measures 'csat' of promise 'easy'"));
    CHECK(said("metric = \"top2\"\npromise = \"easy\"\nat_least = 80\n").empty());
}

TEST_CASE("Where rows name their touchpoint, every item is measured there") {
    CHECK(said("metric = \"nps\"\ntouchpoint = \"shop\"\nat_least = 80\n", rows).empty());
    CHECK(said("metric = \"nps\"\nstage = \"buy\"\nat_least = 80\n", rows).empty());
    CHECK_THAT(said("metric = \"nps\"\nstage = \"use\"\nat_least = 80\n", rows),
               Contains("no [[touchpoint]] is in the stage 'use'"));
    CHECK(said("metric = \"nps\"\nsegment = \"Anything=at all\"\nat_least = 80\n").empty());
}

TEST_CASE("Groups exist") {
    CHECK(said("metric = \"csat\"\nchannel = \"digitl\"\nat_least = 80\n") ==
          "no [[touchpoint]] is in the channel 'digitl'; did you mean 'digital'?");
    CHECK(said("metric = \"csat\"\nchannel = \"any\"\nat_least = 80\n", "[columns]\nchannel = \"C\"\n").empty());
    CHECK_THAT(said("metric = \"csat\"\ntouchpoint = \"critical\"\nat_least = 80\n"),
               Contains("no [[touchpoint]] is critical"));
    CHECK_THAT(faults("[[touchpoint]]\nid = \"critical\"\n"),
               Contains("the id 'critical' of a [[touchpoint]] is kept"));
    CHECK(faults("[columns]\ntouchpoint = \"W\"\n[[touchpoint]]\nid = \"a\"\ncritical_for = \"A=B\"\n" +
                 std::string(items).substr(0, std::string(items).find("[[item]]\nid = \"sat\"")) +
                 target("metric = \"nps\"\ntouchpoint = \"critical\"\nat_least = 1\n"))
              .empty());
}

TEST_CASE("Made figures need what they are made of") {
    CHECK(said("metric = \"kept\"\npromise = \"easy\"\nat_least = 80\n").empty());
    CHECK_THAT(said("metric = \"kept\"\npromise = \"fast\"\nat_least = 80\n"),
               Contains("nothing measures 'kept' of promise 'fast': it has no minimum"));
    CHECK_THAT(said("metric = \"kept\"\nat_least = 80\n"), Contains("a target on 'kept' that names no promise"));
    CHECK_THAT(said("metric = \"kept\"\npromise = \"easy\"\nitem = \"easy\"\nat_least = 80\n"),
               Contains("'item' beside the metric 'kept'"));
    CHECK_THAT(faults("[[promise]]\nid = \"p\"\nminimum = 4\n[[item]]\nid = \"a\"\ncolumn = \"Q\"\n" +
                      target("metric = \"kept\"\npromise = \"p\"\nat_least = 80\n")),
               Contains("no [[item]] names it"));
    CHECK(said("metric = \"basics_met\"\nat_least = 80\n").empty());
    CHECK(said("metric = \"basics_met\"\ntouchpoint = \"web\"\nat_least = 80\n", rows).empty());
    CHECK_THAT(said("metric = \"basics_met\"\ntouchpoint = \"web\"\nat_least = 80\n"),
               Contains("'basics_met' is of whole responses, and here not by touchpoint"));
    CHECK_THAT(faults("[[item]]\nid = \"a\"\ncolumn = \"Q\"\n" + target("metric = \"basics_met\"\nat_least = 80\n")),
               Contains("no [[item]] is a basic need with a threshold"));
}

TEST_CASE("Bounds lie where the metric can come") {
    CHECK(said("metric = \"nps\"\nat_least = 140\n") ==
          "'at_least' is 140, and 'nps' goes from -100 to 100; a target lies where the metric can come");
    CHECK_THAT(said("metric = \"mean\"\nitem = \"easy\"\nat_least = 7\n"), Contains("'mean' goes from 1 to 5"));
    CHECK_THAT(said("metric = \"basics_met\"\nat_most = 101\n"), Contains("'at_most' is 101"));
    CHECK(said("metric = \"mean\"\nitem = \"open\"\nat_least = 70\n").empty()); // its scale is yet to be told
}

TEST_CASE("A target of items that are yet to be recognised is checked later") {
    CHECK(faults(target("metric = \"nps\"\nat_least = 40\n")).empty());
    CHECK_THAT(faults(target("metric = \"npss\"\nat_least = 40\n")), Contains("did you mean 'nps'?"));
    auto     model = cx::parse_model(target("metric = \"nps\"\nat_least = 40\n"), "cx.toml");
    cx::Item item;
    item.id = "a";
    model.items.push_back(item);
    cx::detail::Problems problems("cx.toml");
    cx::detail::check_targets(model, problems);
    CHECK_THROWS_WITH(problems.raise(), Contains("cx.toml:2:10: nothing measures 'nps'"));
}
