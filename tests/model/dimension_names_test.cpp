#include <catch2/catch.hpp>

#include <cx/model/dimension_names.hpp>

using namespace cx;

TEST_CASE("a column that bears a dimension's name is told apart from it", "[model][dimension]") {
    CHECK(column_dimension("Region") == "Region");
    CHECK(column_dimension("stage") == "column:stage");
    CHECK(column_dimension("all") == "column:all");
    CHECK(column_dimension("Stage") == "Stage");
    CHECK(column_dimension("") == "");
    CHECK(is_dimension_word("month"));
    CHECK_FALSE(is_dimension_word("months"));
}
