#include <cx/base/csv_text.hpp>

#include <catch2/catch.hpp>

namespace {

std::string cell(std::string_view text, cx::Formulas formulas = cx::Formulas::guarded) {
    std::string out = "x,";
    cx::append_csv(out, text, formulas);
    return out.substr(2);
}

} // namespace

TEST_CASE("csv_text: quotes stand where commas, quotes and line breaks are, and nowhere else") {
    CHECK(cell("").empty());
    CHECK(cell("plain text; with marks") == "plain text; with marks");
    CHECK(cell("a,b") == R"("a,b")");
    CHECK(cell(R"(say "hi")") == R"("say ""hi""")");
    CHECK(cell("two\nlines") == "\"two\nlines\"");
    CHECK(cell("return\r") == "\"return\r\"");
}

TEST_CASE("csv_text: what a spreadsheet would calculate is guarded") {
    CHECK(cell("=1+1") == "'=1+1");
    CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(cell("+358") == "'+358");
    CHECK(cell("-2,5") == "\"'-2,5\"");
    CHECK(cell("-2-3") == "'-2-3");
    CHECK(cell("\t=1") == "'\t=1");
    CHECK(cell("=HYPERLINK(\"a\",\"b\")") == R"text("'=HYPERLINK(""a"",""b"")")text");
    CHECK(cell("=1+1", cx::Formulas::kept) == "=1+1");
}
