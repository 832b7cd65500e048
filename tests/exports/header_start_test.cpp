#include <cx/exports/header_start.hpp>

#include <memory>
#include <string>

#include <catch2/catch.hpp>

using cx::detail::longest_preamble;
using cx::detail::looks_like_data;
using cx::detail::RecordTable;

namespace {

RecordTable table(const std::string& text) { return {std::make_shared<const std::string>(text), ',', '"', true}; }
bool        first_is_data(const std::string& text) { return looks_like_data(table(text), 0); }

} // namespace

TEST_CASE("Lines shorter than the table, and rows of hardly any text, may be a preamble") {
    CHECK(longest_preamble(table("# a comment\nid,name\n1,x\n"), 0) == 1);
    CHECK(longest_preamble(table("Survey 2025,,\n,,\na,b,c\n1,2,3\n"), 0) == 2);
    CHECK(longest_preamble(table("Total,12,,,,\na,b,c,d,e,f\n1,2,3,4,5,6\n"), 0) == 1);
    CHECK(longest_preamble(table("id,name\n1,x\n"), 0) == 0);
    CHECK(longest_preamble(table("a,\n1,2\n"), 0) == 0); // an unnamed column
    CHECK(longest_preamble(table("only,headers\n"), 0) == 0);
    CHECK(longest_preamble(table(""), 0) == 0);
}

TEST_CASE("Dates above dates and numbers above numbers are no headers") {
    CHECK(first_is_data("2025-01-02 10:00,web,9\n2025-01-03 11:00,shop,8\n"));
    CHECK(first_is_data("17.5.2025,x\n18.5.2025,y\n"));
    CHECK(first_is_data("9,3,5\n8,2,4\n7,1,1\n"));
    CHECK(first_is_data("9\n8\n10\n"));
}

TEST_CASE("Values that come again below are no headers") {
    CHECK(first_is_data("web,gold,yes\nshop,silver,no\nweb,gold,yes\nshop,gold,yes\n"));
}

TEST_CASE("An address is nobody's question, and a blank row has none") {
    CHECK(first_is_data("Anna,anna.x@example.org,good\nBert,,bad\n"));
    CHECK(first_is_data("a@b.fi\n"));
    CHECK(first_is_data(",,\n1,2,3\n"));
    CHECK_FALSE(first_is_data("name,e-mail @ work,@mention\nx,y,z\n"));
    CHECK_FALSE(first_is_data("Write to us: a@b.fi,score\nx,9\ny,8\n"));
    CHECK_FALSE(first_is_data("a@b,a@@b.fi,a@b.,@b.fi,a@.fi\nq,r,s,t,u\n"));
}

TEST_CASE("Names above values are headers") {
    CHECK_FALSE(first_is_data("id,date,nps\n1,2025-01-02,9\n2,2025-01-03,8\n"));
    CHECK_FALSE(first_is_data("place,2023,2024\nOulu,5,6\nEspoo,7,8\n"));      // years
    CHECK_FALSE(first_is_data("1,2,3,4\n5,3,4,4\n4,4,1,2\n"));                 // numbers somebody gave to columns
    CHECK_FALSE(first_is_data("Web,Phone,Shop\nWeb,,Shop\n,Phone,\nWeb,,\n")); // options that were ticked
    CHECK_FALSE(first_is_data("id,name\nid,name\n1,x\n"));                     // written twice
    CHECK_FALSE(first_is_data("Where?,Other\nweb,Other\nshop,mail\n"));        // one word said again
    CHECK_FALSE(first_is_data("only,headers\n"));
}
