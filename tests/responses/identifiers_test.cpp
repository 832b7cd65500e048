#include <cx/responses/identifiers.hpp>

#include <catch2/catch.hpp>

TEST_CASE("identifiers: a blank, #N/A and NULL identify nothing") {
    for (const char* id : {"", "#N/A", "#n/a", "NULL", "null"}) CHECK(cx::identifies_nothing(id));
    for (const char* id : {"0", "n/a", "NULL1", "#N/A ", "R_3", "-"}) CHECK_FALSE(cx::identifies_nothing(id));
}
