#include <cx/model/target_reader.hpp>

#include <string>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using cx::parse_model;
using cx::test::faults;

namespace {

std::string items() { return "[[item]]\nid = \"a\"\nkind = \"recommend\"\ncolumn = \"Q\"\n"; }

std::string target(const std::string& keys) { return items() + "[[target]]\nmetric = \"nps\"\nat_least = 40\n" + keys; }

cx::Target read(const std::string& keys) {
    const auto model = parse_model(keys, "cx.toml");
    REQUIRE(model.targets.size() == 1);
    return model.targets[0];
}

} // namespace

TEST_CASE("A target has its bounds, and the rest by default") {
    const auto of_all = read(target(""));
    CHECK(of_all.metric == "nps");
    CHECK(of_all.at_least == 40.0);
    CHECK_FALSE(of_all.at_most.has_value());
    CHECK(of_all.dimension.empty());
    CHECK_FALSE(of_all.certain);
    CHECK(of_all.minimum_n == 30);
    CHECK(of_all.at == cx::ModelPlace{5, 1});
    const auto whole = read(target("at_most = 60\nitem = \"a\"\nby = \"2026-Q4\"\nrule = \"certain\"\nmin_n = 100\n"
                                   "owner = \"Sales\"\nsegment = \" Plan = A=B\"\n"));
    CHECK(whole.at_most == 60.0);
    CHECK(whole.item == "a");
    CHECK(whole.by == "2026-Q4");
    CHECK(whole.certain);
    CHECK(whole.minimum_n == 100);
    CHECK(whole.owner == "Sales");
    CHECK(whole.is_segment);
    CHECK(whole.dimension == "Plan");
    CHECK(whole.group == "A=B");
}

TEST_CASE("A target is about one group; its owner only answers for it") {
    const std::string touchpoint =
        "[columns]\ntouchpoint = \"Where\"\n[[touchpoint]]\nid = \"web\"\nchannel = \"digital\"\n";
    const auto owned = read(touchpoint + target("touchpoint = \"web\"\nowner = \"Sales\"\n"));
    CHECK(owned.dimension == "touchpoint");
    CHECK(owned.group == "web");
    CHECK(owned.owner == "Sales");
    const auto of_all = read(touchpoint + target("owner = \"Sales\"\n"));
    CHECK(of_all.dimension.empty());
    CHECK(of_all.owner == "Sales");
    CHECK(read(touchpoint + target("channel = \"digital\"\n")).dimension == "channel");
    CHECK_THAT(faults(touchpoint + target("touchpoint = \"web\"\nchannel = \"digital\"\nsegment = \"A=B\"\n")),
               Contains("cx.toml:14:1: 'channel' beside 'touchpoint' in [[target]], expected one of them") &&
                   Contains("cx.toml:15:1: 'segment' beside 'touchpoint'"));
    CHECK_THAT(faults(target("segment = [\"A=B\", \"C=D\"]\n")), Contains("has 2 conditions, expected one"));
    CHECK_THAT(faults(target("segment = \"A\"\n")), Contains("expected a column, = and a value"));
}

TEST_CASE("A target's values are checked") {
    CHECK(faults(items() + "[[target]]\nmetric = \"nps\"\nat_last = 40\n") ==
          "cx.toml:5:1: 'at_least' is missing in [[target]]; a target has at_least, at_most or both\n"
          "cx.toml:7:1: unknown key 'at_last' in [[target]]; did you mean 'at_least'?");
    CHECK_THAT(faults("[[target]]\nat_least = 1\n"), Contains("'metric' is missing in [[target]]"));
    CHECK_THAT(faults(target("at_most = 1\n")), Contains("'at_most' is 1, below 'at_least' 40"));
    CHECK_THAT(faults(target("at_most = \"1\"\n")), Contains("is the text '1', expected a number"));
    CHECK_THAT(faults(target("rule = \"sure\"\nmin_n = 0\nby = 2026\n")),
               Contains("expected one of 'estimate' and 'certain'") && Contains("'min_n' is 0") &&
                   Contains("write \"2026\""));
    CHECK_THAT(faults(target("by = \"autumn\"\n")), Contains("'by' in [[target]] is 'autumn', expected a period"));
    for (const char* by : {"2026", "2026-Q4", "2026-12", "2026-W50", "2026-12-31"})
        CHECK(faults(target("by = \"" + std::string(by) + "\"\n")).empty());
}
