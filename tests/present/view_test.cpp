#include <catch2/catch.hpp>

#include <set>
#include <string>

#include <cx/base/error.hpp>
#include <cx/present/view.hpp>

using namespace cx;

TEST_CASE("every view is found by its name", "[present][view]") {
    std::set<std::string_view> names;
    for (const View& view : views()) {
        CHECK(&view_named(view.name) == &view);
        CHECK(names.insert(view.name).second);
    }
    CHECK(names == std::set<std::string_view>{"promise", "gaps", "journey", "item"});
}

TEST_CASE("a view that is not there is answered with the nearest", "[present][view]") {
    CHECK_THROWS_WITH(view_named("promises"), Catch::Matchers::Contains("did you mean 'promise'?"));
    CHECK_THROWS_WITH(view_named("x"), Catch::Matchers::Contains("use one of promise, gaps, journey, item"));
}
