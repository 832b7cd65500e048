#include <cx/model/later_tables.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using cx::parse_model;
using cx::test::faults;

TEST_CASE("Tables without a use yet are accepted and named") {
    const auto model = parse_model(R"(
[[wave]]
name = "2024-H1"
date = 2024-06-30
[[break]]
date = 2026-05-01
item = "recommend"
text = "From mail to text message"
[[action]]
date = 2026-05-01
text = "New carrier"
because = "Delivery time"
touchpoint = "delivery"
owner = "Logistics"
[[theme]]
name = "Delivery time"
words = ["deliver*"]
outside = false
)",
                                   "cx.toml");
    CHECK(model.unused_tables == std::vector<std::string>{"[[wave]]", "[[break]]", "[[action]]", "[[theme]]"});
}

TEST_CASE("Their keys and types are checked all the same") {
    CHECK_THAT(faults("[[wave]]\ndate = \"2024-06-30\"\n"),
               Contains("expected a date as in 2026-10-31, without quotes"));
    CHECK_THAT(faults("[[source]]\nid_scope = \"row\"\ninvited = 1.5\ncolumns = { dat = \"x\" }\n"),
               Contains("expected one of 'file' and 'source'") &&
                   Contains("'invited' in [[source]] is the number 1.5") &&
                   Contains("unknown key 'dat' in 'columns' of [[source]]; did you mean 'date'?"));
    CHECK_THAT(faults("[[theme]]\noutside = \"no\"\n"), Contains("expected true or false"));
    CHECK_THAT(faults("[[action]]\nowners = \"x\"\n"), Contains("did you mean 'owner'?"));
    CHECK_THAT(faults("[[break]]\nwave = \"x\"\n"), Contains("unknown key 'wave' in [[break]]"));
}
