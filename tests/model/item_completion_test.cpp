#include <cx/model/item_completion.hpp>

#include <array>
#include <string>

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/model/recognise.hpp>
#include <support/export_builder.hpp>

#include "model/faults.hpp"

using cx::test::ExportBuilder;

namespace {

ExportBuilder survey() {
    ExportBuilder builder;
    for (const char* header : {"Nps", "Sat", "Colour", "Agree", "Date", "Grade"}) builder.column(header);
    for (int i = 0; i < 60; ++i)
        builder.row({fmt::format("{}", 1 + i % 11), fmt::format("{}", 1 + i % 10), i % 2 == 0 ? "red" : "blue",
                     std::array{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}.at(
                         static_cast<std::size_t>(i % 5)),
                     fmt::format("0{}/05/2026", 1 + i % 9), fmt::format("{}", 4 + i % 7)});
    return builder;
}

} // namespace

TEST_CASE("What the export contradicts is told in one run, each where the file says it") {
    const std::string toml = "[columns]\n"
                             "date = \"Date\"\n"
                             "[[promise]]\nid = \"p\"\nminimum = 12\n"
                             "[[item]]\nid = \"nps\"\nkind = \"recommend\"\ncolumn = \"Nps\"\n"
                             "[[item]]\nid = \"sat\"\nkind = \"satisfaction\"\ncolumn = \"Sat\"\n"
                             "[[item]]\nid = \"colour\"\ncolumn = \"Colour\"\n"
                             "[[item]]\nid = \"agree\"\ncolumn = \"Agree\"\nscale = [1, 10]\n"
                             "[[item]]\nid = \"grade\"\ncolumn = \"Grade\"\npromise = \"p\"\n"
                             "[[item]]\nid = \"gone\"\ncolumn = \"Gone\"\n";
    auto              model = cx::parse_model(toml, "cx.toml");
    cx::Notices       notices;
    std::string       said;
    try {
        cx::complete_model(model, survey().opened(), notices);
    } catch (const cx::Error& error) {
        said = error.what();
    }
    CHECK(
        cx::test::without_lines(said) ==
        "cx.toml:2:8: the dates of column 'Date' in survey.csv read both as day before month and as month before day; "
        "say date_order = \"dmy\" or \"mdy\" in [columns]\n"
        "cx.toml:5:11: 'minimum' of promise 'p' is 12, outside the scale 1-10 of item 'grade'; the minimum is a point "
        "of "
        "the scale of the promise's items\n"
        "cx.toml:9:10: item 'nps' (column 'Nps' of survey.csv): a recommend item is on 0-10, but its answers go up to "
        "11 "
        "and none is 0; if the export writes 0-10 as 1-11, say codes = [1, 11] for it in a model file\n"
        "cx.toml:13:10: 50 % of the answers to item 'sat' (column 'Sat' of survey.csv) are off 1-5, the scale of a "
        "satisfaction item that says none (they go from 1 to 10); say scale = [1, 10]\n"
        "cx.toml:16:10: the answers do not tell the scale of item 'colour' (column 'Colour' of survey.csv); say its "
        "scale, as in scale = [1, 5], or its labels\n"
        "cx.toml:20:10: the labels of item 'agree' (column 'Agree' of survey.csv) are 5 points, its scale 1-10 has 10; "
        "say what each stands for: labels = { \"...\" = 1 }\n"
        "cx.toml:27:10: there is no column 'Gone' in survey.csv (item 'gone'); name columns by their header or by the "
        "export's short code");
    CHECK(said.find("\n    column = \"Gone\"\n             ^") != std::string::npos);
}

TEST_CASE("Labels of the file must fit the scale that the answers tell") {
    auto model = cx::parse_model("[[item]]\nid = \"g\"\ncolumn = \"Grade\"\nlabels = { \"Fail\" = 0 }\n", "cx.toml");
    cx::Notices notices;
    CHECK_THROWS_WITH(cx::complete_model(model, survey().opened(), notices),
                      Catch::Contains("cx.toml:4:10: the label 'fail' of item 'g' is 0, outside its scale 1-10"));
}
