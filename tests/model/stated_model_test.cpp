#include <catch2/catch.hpp>

#include <string>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>
#include <cx/model/stated_model.hpp>

using namespace cx;

namespace {

MeasurementModel completed(const std::string& toml) {
    MeasurementModel model = parse_model(toml, "cx.toml");
    Notices          notices;
    complete_without_export(model, notices);
    return model;
}

std::string item(const std::string& id, const std::string& kind, const std::string& more = {}) {
    return "[[item]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\ncolumn = \"" + id + "\"\n" + more + "\n";
}

} // namespace

TEST_CASE("scales that are not stated are the usual ones of their kind") {
    const auto model = completed(item("a", "recommend") + item("b", "satisfaction") + item("c", "effort") +
                                 item("d", "rating", "scale = [0, 3]") + item("f", "choice", "good = [\"Yes\"]"));
    CHECK(model.items[0].scale == Scale{0, 10});
    CHECK(model.items[1].scale == Scale{1, 5});
    CHECK(model.items[2].scale == Scale{1, 7});
    CHECK(model.items[3].scale == Scale{0, 3});
}

TEST_CASE("an item without any scale is refused with its line") {
    CHECK_THROWS_WITH(completed(item("a", "recommend") + item("b", "rating")),
                      Catch::Contains("cx.toml:9:10: ") && Catch::Contains("item 'b' has no scale"));
    CHECK_THROWS_WITH(completed("[survey]\ntitle = \"Nothing\"\n"), Catch::Contains("has no item"));
}

TEST_CASE("targets and levels are looked at on the settled scales") {
    CHECK_THROWS_WITH(completed(item("a", "effort") + "[[target]]\nmetric = \"ces\"\nat_least = 9\n"),
                      Catch::Contains("cx.toml:"));
    CHECK_NOTHROW(completed(item("a", "effort") + "[[target]]\nmetric = \"ces\"\nat_least = 5\n"));
}

TEST_CASE("scales that only an export told are named") {
    auto model = completed(item("a", "satisfaction") + item("b", "rating", "scale = [1, 4]"));
    CHECK(items_with_told_scales(model).empty());
    model.items[0].scale = {1, 7};
    CHECK(items_with_told_scales(model) == std::vector<std::string>{"a"});
}
