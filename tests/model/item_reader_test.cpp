#include <cx/model/item_reader.hpp>

#include <string>

#include <catch2/catch.hpp>

#include "model/faults.hpp"

using Catch::Matchers::Contains;
using cx::parse_model;
using cx::test::faults;

TEST_CASE("An id is made of the column where none is given, each its own") {
    const auto model = parse_model("[[item]]\ncolumn = \"How easy?\"\n[[item]]\ncolumn = \"How easy\"\n"
                                   "[[item]]\nperformance = \"P 1\"\nimportance = \"I 1\"\n"
                                   "[[item]]\ncolumn = \"???\"\n[[item]]\ncolumn = \"!\"\n"
                                   "[[item]]\nid = \"how-easy-2\"\ncolumn = \"x\"\n",
                                   "cx.toml");
    REQUIRE(model.items.size() == 6);
    CHECK(model.items[0].id == "how-easy");
    CHECK(model.items[1].id == "how-easy-3");
    CHECK(model.items[2].id == "p-1");
    CHECK(model.items[3].id == "item");
    CHECK(model.items[4].id == "item-2");
    CHECK(model.items[5].id == "how-easy-2");
    CHECK(model.items[0].text == "how-easy");
}

TEST_CASE("One id is one question, asked once a wave") {
    const std::string first = "[[item]]\nid = \"nps\"\nkind = \"recommend\"\ncolumn = \"Q1\"\n";
    const std::string again = "[[item]]\nid = \"nps\"\nkind = \"recommend\"\ncolumn = \"Q2\"\n";
    CHECK(faults(first + again + "waves = [\"2024\"]\n").empty());
    CHECK_THAT(faults(first + again), Contains("cx.toml:6:1: the id 'nps' is another [[item]]'s already, on line 1"));
    CHECK_THAT(faults(first + again + "waves = [\"2024\", \"2024\"]\n"),
               Contains("the item 'nps' is there twice for the wave '2024'"));
    CHECK_THAT(faults(first + "[[item]]\nid = \"nps\"\ncolumn = \"Q2\"\nwaves = [\"2024\"]\n"),
               Contains("the item 'nps' is of another kind than on line 1"));
}

TEST_CASE("A column answers one question, or several choices") {
    const std::string first = "[[item]]\nid = \"a\"\ncolumn = \"Q\"\n";
    CHECK(faults(first + "[[item]]\nid = \"b\"\nkind = \"effort\"\ncolumn = \"Q\"\n") ==
          "cx.toml:7:10: item 'a' has the column 'Q' already, on line 1; name each column in one item, which gives all "
          "of "
          "its figures");
    const std::string choice = "[[item]]\nkind = \"choice\"\ncolumn = \"Q\"\ngood = \"x\"\n";
    CHECK(faults(first + choice + choice).empty());
    CHECK(faults(first + "[[item]]\ncolumn = \"Q\"\nwaves = \"2024\"\n").empty());
    CHECK(faults(
              "[[item]]\nperformance = \"P\"\nimportance = \"I\"\n[[item]]\nperformance = \"P\"\nexpectation = \"E\"\n")
              .empty());
}

TEST_CASE("Default scales are those of the kind") {
    const auto model = parse_model("[[item]]\nkind = \"satisfaction\"\ncolumn = \"a\"\n[[item]]\nkind = \"effort\"\n"
                                   "column = \"b\"\n[[item]]\ncolumn = \"c\"\nscale = [4, 10]\n",
                                   "cx.toml");
    REQUIRE(model.items.size() == 3);
    CHECK(model.items[0].scale == cx::Scale{1, 5});
    CHECK(model.items[1].scale == cx::Scale{1, 7});
    CHECK_FALSE(model.items[1].scale_stated);
    CHECK(model.items[2].scale == cx::Scale{4, 10});
    CHECK(model.items[2].scale_stated);
}

TEST_CASE("Many items of one column are named in time") {
    std::string toml;
    for (int i = 0; i < 20'000; ++i) toml += "[[item]]\nkind = \"choice\"\ncolumn = \"Q\"\ngood = \"a\"\n";
    const auto model = parse_model(toml, "cx.toml");
    REQUIRE(model.items.size() == 20'000);
    CHECK(model.items.back().id == "q-20000");
}
