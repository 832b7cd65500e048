#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <present/approved.hpp>
#include <present/sample_tables.hpp>

using namespace cx;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream       stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// Bars that no backslash takes the meaning from.
long bars_of(const std::string& line) {
    long count = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') {
            ++i;
        } else if (line[i] == '|') {
            ++count;
        }
    }
    return count;
}

std::string group_line(const std::string& group) {
    ScoreTable table;
    table.scores = {sample::nps_row("area", group, 100, 40)};
    const auto lines = lines_of(write_md(table, {}));
    const auto rule =
        std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("| ---"); });
    REQUIRE(rule != lines.end());
    return *(rule + 1);
}

} // namespace

TEST_CASE("Markdown is approved whole", "[present][md]") {
    check_approved("feedback.md", write_md(sample::feedback(), {}));
    check_approved("relationship.md", write_md(sample::relationship(), {}));
    check_approved("empty.md", write_md(sample::empty(), {}));
    check_approved("one-answer.md", write_md(sample::one_answer(), {}));
    check_approved("hostile.md", write_md(sample::hostile(), {}));
}

TEST_CASE("Every row of a table has as many cells as its head", "[present][md]") {
    for (const ScoreTable& table : {sample::feedback(), sample::relationship(), sample::hostile()}) {
        long cells = 0;
        for (const std::string& line : lines_of(write_md(table, {}))) {
            if (!line.starts_with('|')) {
                cells = 0;
                continue;
            }
            if (cells == 0) cells = bars_of(line);
            CHECK(bars_of(line) == cells);
        }
    }
}

TEST_CASE("Nothing in a survey becomes markup, HTML or a link", "[present][md]") {
    CHECK(group_line("**b** _i_ `c` ~~s~~ $x$").starts_with("| \\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~\\~s\\~\\~ \\$x\\$ |"));
    CHECK(group_line("<script>").starts_with("| &lt;script&gt; |"));
    CHECK(group_line("&lt;b&gt;").starts_with("| &amp;lt;b&amp;gt; |"));
    CHECK(group_line("[x](javascript:1)").starts_with("| \\[x\\](javascript:1) |"));
    CHECK(group_line("a|b\\|c").starts_with("| a\\|b\\\\\\|c |"));
    CHECK(group_line("http://a.example").starts_with("| http:&#8288;//a.example |"));
    CHECK(group_line("WWW.a.example").starts_with("| WWW&#8288;.a.example |"));
    CHECK(group_line("a@b.example #1").starts_with("| a@&#8288;b.example \\#&#8288;1 |"));
    CHECK(group_line("two\r\nlines").starts_with("| two\\\\r\\\\nlines |"));
    const std::string all = write_md(sample::hostile(), {});
    CHECK(is_valid_utf8(all));
    CHECK(all.find_first_of("\x1b\x07\r\t") == std::string::npos);
    CHECK(all.find('<') == std::string::npos);
    CHECK(all.find("\u202E") == std::string::npos);
}

TEST_CASE("A file's name at the start of a line makes no list and no rule", "[present][md]") {
    ScoreTable table = sample::one_answer();
    table.title = "A title";
    for (const auto& [file, start] : {std::pair{"- x.csv", "\n\\- x.csv ·"},
                                      {"2. x.csv", "\n2\\. x.csv ·"},
                                      {"=.csv", "\n\\=.csv ·"},
                                      {"    x.csv", "\nx.csv ·"},
                                      {"# x.csv", "\n\\#"}}) {
        table.inputs[0].file = file;
        CHECK(write_md(table, {}).find(start) != std::string::npos);
    }
}
