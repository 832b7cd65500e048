#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/responses/dimension.hpp>

TEST_CASE("break-downs are listed by commas and crossed by colons", "[responses][dimension]") {
    const auto groupings = cx::parse_groupings("touchpoint,stage:channel");
    REQUIRE(groupings.size() == 2);
    CHECK(groupings[0].name() == "touchpoint");
    CHECK(groupings[1].parts.size() == 2);
    CHECK(groupings[1].name() == "stage:channel");
}

TEST_CASE("a backslash escapes what separates, and column: names a column", "[responses][dimension]") {
    const auto groupings = cx::parse_groupings("a\\,b\\:c\\=d\\\\e,column:month,column:x:y");
    REQUIRE(groupings.size() == 3);
    CHECK(groupings[0].parts[0].name == "a,b:c=d\\e");
    CHECK(groupings[1].parts[0] == cx::DimensionName{"month", true});
    CHECK(groupings[2].parts[0] == cx::DimensionName{"x", true});
    CHECK(groupings[2].parts[1] == cx::DimensionName{"y", false});
}

TEST_CASE("texts are cut where no backslash stands before", "[responses][dimension]") {
    using Parts = std::vector<std::string>;
    CHECK(cx::split_unescaped("", ':') == Parts{""});
    CHECK(cx::split_unescaped("a:b::", ':') == Parts{"a", "b", "", ""});
    CHECK(cx::split_unescaped("a\\:b:c\\\\:d", ':') == Parts{"a\\:b", "c\\\\", "d"});
    CHECK(cx::split_unescaped("a|b\\", '|') == Parts{"a", "b\\"});
}

TEST_CASE("the same break-down twice is one", "[responses][dimension]") {
    CHECK(cx::parse_groupings("stage,stage").size() == 1);
}

TEST_CASE("an empty part of a break-down is an error", "[responses][dimension]") {
    CHECK_THROWS_AS(cx::parse_groupings(""), cx::Error);
    CHECK_THROWS_AS(cx::parse_groupings("stage,,channel"), cx::Error);
    CHECK_THROWS_AS(cx::parse_groupings("stage:"), cx::Error);
}

TEST_CASE("a condition has a dimension and values", "[responses][dimension]") {
    const auto condition = cx::parse_condition("column:Alue=Pohjoinen,It\xC3\xA4\\, l\xC3\xA4nsi");
    CHECK(condition.dimension == cx::DimensionName{"Alue", true});
    CHECK(condition.values == std::vector<std::string>{"Pohjoinen", "It\xC3\xA4, l\xC3\xA4nsi"});
    CHECK_THROWS_AS(cx::parse_condition("stage"), cx::Error);
    CHECK_THROWS_AS(cx::parse_condition("=x"), cx::Error);
    CHECK_THROWS_AS(cx::parse_condition("stage="), cx::Error);
}

TEST_CASE("a condition of the model file has no lists and no escapes", "[responses][dimension]") {
    const auto food = cx::model_condition("Industry = Food, drink=both");
    CHECK(food.dimension == cx::DimensionName{"Industry", true});
    CHECK(food.values == std::vector<std::string>{"Food, drink=both"});
    CHECK(cx::model_condition("Industry").values.empty());
}

TEST_CASE("a column that bears a dimension's name is called so", "[responses][dimension]") {
    CHECK(cx::parse_groupings("column:stage")[0].name() == "column:stage");
    CHECK(cx::parse_groupings("column:Region:month")[0].name() == "Region:month");
    CHECK(cx::parse_groupings("stage")[0].name() == "stage");
}
