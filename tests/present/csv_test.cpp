#include <algorithm>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/present/format.hpp>
#include <present/approved.hpp>
#include <present/sample_tables.hpp>

using namespace cx;

namespace {

constexpr std::string_view header =
    "dimension,group,item,metric,n,base,n_effective,value,se,low,high,difference,difference_low,"
    "difference_high,p_raw,p,target,status,note\r\n";

/// Records of cells, as RFC 4180 has them.
std::vector<std::vector<std::string>> read(const std::string& csv) {
    std::vector<std::vector<std::string>> records{{""}};
    bool                                  quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && csv[i + 1] == '"') {
            records.back().back() += csv[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            records.back().emplace_back();
        } else if (!quoted && c == '\r') {
            REQUIRE(csv[++i] == '\n');
            records.push_back({""});
        } else {
            records.back().back() += c;
        }
    }
    records.pop_back();
    return records;
}

std::string group_cell(const std::string& group, bool raw) {
    ScoreTable table;
    table.scores = {sample::nps_row("area", group, 100, 40)};
    Look look;
    look.raw = raw;
    return read(write_csv(table, look)).at(1).at(1);
}

} // namespace

TEST_CASE("CSV is approved whole", "[present][csv]") {
    check_approved("feedback.csv", write_csv(sample::feedback(), {}));
    check_approved("relationship.csv", write_csv(sample::relationship(), {}));
    check_approved("one-answer.csv", write_csv(sample::one_answer(), {}));
    check_approved("hostile.csv", write_csv(sample::hostile(), {}));
}

TEST_CASE("CSV always has its header", "[present][csv]") { CHECK(write_csv(sample::empty(), {}) == header); }

TEST_CASE("Every record has every column and ends with CR LF", "[present][csv]") {
    for (const ScoreTable& table : {sample::feedback(), sample::relationship(), sample::hostile()}) {
        const auto records = read(write_csv(table, {}));
        CHECK(records.size() == table.scores.size() + 1);
        for (const auto& record : records) CHECK(record.size() == 19);
    }
}

TEST_CASE("A withheld row keeps its names and nothing else, and no answers are a known 0", "[present][csv]") {
    ScoreTable table;
    table.scores = {sample::nps_row("area", "a", 3, 40), sample::nps_row("area", "b", 0, 0)};
    table.scores[0].note = "withheld";
    table.scores[0].difference = 3;
    table.scores[0].p = 0.5;
    CHECK(write_csv(table, {}) == std::string(header) + "area,a,recommend,nps,,,,,,,,,,,,,,,withheld\r\n" +
                                      "area,b,recommend,nps,0,0,,,,,,,,,,,,,no answers\r\n");
}

TEST_CASE("Numbers are the shortest that read back", "[present][csv]") {
    ScoreTable table;
    table.scores = {sample::nps_row("all", "", 3, 100.0 / 3)};
    table.scores[0].se = 0.1;
    table.scores[0].low = -2.5;
    table.scores[0].high.reset();
    table.scores[0].note.clear();
    CHECK(write_csv(table, {}) ==
          std::string(header) + "all,,recommend,nps,3,3,3,33.333333333333336,0.1,-2.5,,,,,,,,,\r\n");
}

TEST_CASE("A text that a spreadsheet would calculate is guarded, unless raw", "[present][csv]") {
    for (const std::string text : {"=1+1", "+358", "-1", "@SUM(A1)", "\tx", "\rx"}) {
        CHECK(group_cell(text, false) == "'" + text);
        CHECK(group_cell(text, true) == text);
    }
    for (const std::string text : {"a=1", "1-2", " =1", "'x", ""}) CHECK(group_cell(text, false) == text);
}

TEST_CASE("Quotes, commas and line breaks stay inside their cell", "[present][csv]") {
    for (const std::string text : {"a,b", "say \"hi\"", "two\nlines", "two\r\nlines", "\"", ",", "\"\"\r\n,"}) {
        CHECK(group_cell(text, false) == text);
    }
}

TEST_CASE("Bytes that are no UTF-8 are replaced", "[present][csv]") {
    CHECK(is_valid_utf8(write_csv(sample::hostile(), {})));
    CHECK(group_cell("a\xff"
                     "b",
                     false) == "a\uFFFDb");
}

TEST_CASE("The order of reading is not that of CSV", "[present][csv]") {
    Look look;
    look.sort = "-n";
    look.top = 1;
    CHECK(write_csv(sample::feedback(), look) == write_csv(sample::feedback(), {}));
}
