#include <cx/model/model_remarks.hpp>

#include <string>

#include <catch2/catch.hpp>

#include <cx/model/model_file.hpp>

using Catch::Matchers::Contains;

namespace {

std::string remarks(const std::string& toml, cx::Notice::Level level) {
    cx::Notices notices;
    cx::remark_on(cx::parse_model(toml, "cx.toml"), notices);
    std::string text;
    for (const cx::Notice& notice : notices)
        if (notice.level == level) text += (text.empty() ? "" : "\n") + notice.text;
    return text;
}

std::string warnings(const std::string& toml) { return remarks(toml, cx::Notice::Level::warning); }

} // namespace

TEST_CASE("A code for no answer that is a point of a scale is warned about") {
    CHECK(warnings("[answers]\nmissing = [\"\", \"9\"]\n"
                   "[[item]]\nid = \"a\"\nkind = \"recommend\"\ncolumn = \"A\"\n"
                   "[[item]]\nid = \"b\"\ncolumn = \"B\"\nscale = [1, 5]\nmissing = \" 5 \"\nnot_applicable = [\"6\", "
                   "\"x\"]\n") ==
          "cx.toml:2:12: 'missing' has '9', which is a point of the scale of a: such answers do not count\n"
          "cx.toml:11:11: 'missing' has '5', which is a point of the scale of b: such answers do not count");
    CHECK(
        warnings("[[item]]\nid = \"a\"\ncolumn = \"A\"\nscale = [1, 10]\ncodes = [0, 9]\nmissing = \"10\"\n").empty());
    CHECK_THAT(warnings("[[item]]\nid = \"a\"\ncolumn = \"A\"\nscale = [1, 10]\ncodes = [0, 9]\nmissing = \"0\"\n"),
               Contains("has '0', which is a point"));
    CHECK(warnings("[[item]]\ncolumn = \"A\"\nkind = \"choice\"\ngood = \"1\"\nmissing = \"0\"\n").empty());
}

TEST_CASE("Basic needs that can neither be met nor missed are said") {
    const std::string promise = "[[promise]]\nid = \"p\"\nneed = \"basic\"\n";
    const std::string item = "[[item]]\nid = \"a\"\ncolumn = \"A\"\nscale = [1, 5]\npromise = \"p\"\n";
    CHECK_THAT(remarks(promise + item, cx::Notice::Level::information),
               Contains("basic needs without a level to reach, in no basics_met: a; give"));
    CHECK(remarks(promise + "minimum = 4\n" + item, cx::Notice::Level::information).empty());
    CHECK(remarks(promise + item + "threshold = 4\n", cx::Notice::Level::information).empty());
}

TEST_CASE("One minimum over several scales is warned about") {
    const std::string promise =
        "[[promise]]\nid = \"p\"\nminimum = 4\n[[item]]\nid = \"a\"\ncolumn = \"A\"\nscale = [1, 5]\n"
        "promise = \"p\"\n[[item]]\nid = \"b\"\ncolumn = \"B\"\npromise = \"p\"\n";
    CHECK(warnings(promise + "scale = [0, 10]\n") ==
          "cx.toml:3:11: promise 'p' has one minimum, 4, and items on the scales 0-10, 1-5");
    CHECK(warnings(promise + "scale = [1, 5]\n").empty());
}

TEST_CASE("Targets that look mistyped are warned about") {
    const std::string start =
        "[survey]\nowner = \"Board\"\n[[item]]\nkind = \"satisfaction\"\ncolumn = \"A\"\n[[target]]\n"
        "metric = \"csat\"\n";
    CHECK(warnings(start + "at_least = 0.8\n") == "cx.toml:8:12: 'at_least' is 0.8 percent; 80 percent is written 80");
    CHECK(warnings(start + "at_least = 80\nowner = \"Baord\"\n") ==
          "cx.toml:9:9: nothing else is owned by 'Baord'; did you mean 'Board'?");
    CHECK(warnings(start + "at_least = 80\nowner = \"Somebody\"\n").empty());
    CHECK(warnings(start + "at_least = 80\nowner = \"Board\"\n").empty());
    CHECK(
        warnings("[[item]]\ncolumn = \"A\"\nscale = [0, 10]\n[[target]]\nmetric = \"mean\"\nat_most = 0.8\n").empty());
}
