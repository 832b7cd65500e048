#include <catch2/catch.hpp>

#include <algorithm>

#include <cx/responses/dimension.hpp>
#include <cx/tally/counts_file.hpp>

using namespace cx;
using namespace cx::detail;

TEST_CASE("a counts file is known by its first line") {
    const std::string header(counts_header);
    CHECK(starts_counts(header));
    CHECK(starts_counts(header + "\n,all,,,rows,accepted,,1,1,1\n"));
    CHECK(starts_counts("\xEF\xBB\xBF" + header + "\r\n"));
    CHECK(starts_counts("\"period\",\"dimension\",\"group\",\"item\",\"kind\",\"point\"\n"));
    CHECK(starts_counts("period,dimension,group,item,kind,answers\n"));   // damaged, and to be told so
    CHECK_FALSE(starts_counts("period,dimension,group,item,metric,n\n")); // scores over time
    CHECK_FALSE(starts_counts("Response ID,Group,Item,Kind,Point,Answers,Weight,Comment\n"));
    CHECK_FALSE(starts_counts("Response ID,period\n" + header));
    CHECK_FALSE(starts_counts(""));
}

TEST_CASE("a counts file that a spreadsheet changed is still known for one") {
    std::string semicolons(counts_header), capitals(counts_header), tabs(counts_header);
    std::replace(semicolons.begin(), semicolons.end(), ',', ';');
    std::replace(tabs.begin(), tabs.end(), ',', '\t');
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    CHECK(starts_counts(semicolons + "\r\n;all;;;rows;accepted;;1;1;1\r\n"));
    CHECK(starts_counts("\xEF\xBB\xBF" + tabs));
    CHECK(starts_counts(capitals + "\n"));
    CHECK(starts_counts("answers,weight,weight_squared,period,dimension,group,item,kind,point,paired_point\n"));
    CHECK(starts_counts("\"Period\"; \"Dimension\"; Group; Item; Kind; Point; Answers; Weight\n"));
}

TEST_CASE("kinds have names") {
    for (int kind = 0; kind <= static_cast<int>(CountsKind::pooled); ++kind)
        CHECK(parse_counts_kind(to_string(static_cast<CountsKind>(kind))) == static_cast<CountsKind>(kind));
    CHECK_FALSE(parse_counts_kind("answers"));
    CHECK_FALSE(parse_counts_kind(""));
}

TEST_CASE("no text is a formula in a spreadsheet, and each is read back exactly") {
    for (const std::string text : {"=1+1", "+358", "-5", "@home", "'=1+1", "''@x", "'quoted'", "plain", "", "'", "a=b",
                                   "Ääkköset, \"lainaus\"", "\tindented"}) {
        const std::string guarded_text = guarded(text);
        INFO(text);
        CHECK(unguarded(guarded_text) == text);
        CHECK((guarded_text.empty() || std::string("=+-@\t").find(guarded_text.front()) == std::string::npos));
    }
    CHECK(unguarded("=SUM(A1)") == "=SUM(A1)"); // as a warehouse writes it
}

TEST_CASE("names in a crossing are told apart") {
    for (const std::string name : {"10:30", "a|b", "C:\\temp\\", "\\", "plain", ""}) {
        const auto parts = split_unescaped(escaped_part(name) + ":" + escaped_part("x:" + name), ':');
        REQUIRE(parts.size() == 2);
        CHECK(unescaped_part(parts[0]) == name);
        CHECK(unescaped_part(parts[1]) == "x:" + name);
    }
    CHECK(unescaped_part("a\\b") == "a\\b"); // a backslash before anything else stands for itself
}

TEST_CASE("dimensions and groups are named as in break-downs") {
    Schema schema;
    schema.dimensions = {
        {{"touchpoint", false}, RowDimension::Source::touchpoint, {}, {}, {}},
        {{"Plan: size", true}, RowDimension::Source::column, {}, {}, {}},
        {{"month", true}, RowDimension::Source::column, {}, {}, {}},
        {{"all", false}, RowDimension::Source::column, {}, {}, {}},
        {{"owner", false}, RowDimension::Source::owner, {}, {}, {{"Sales", "Sales", 0}, {"A|B", "A|B", 1}}}};
    CHECK(dimension_text(schema, {}) == "all");
    CHECK(dimension_text(schema, {0}) == "touchpoint");
    CHECK(dimension_text(schema, {1}) == "Plan: size");
    CHECK(dimension_text(schema, {2}) == "column:month");
    CHECK(dimension_text(schema, {3}) == "column:all");
    CHECK(dimension_text(schema, {0, 1}) == "touchpoint:Plan\\: size");
    CHECK(group_text(schema, {}, {}).empty());
    CHECK(group_text(schema, {1}, {"10:30"}) == "10:30");
    CHECK(group_text(schema, {0, 1}, {"store", "10:30"}) == "store:10\\:30");
    CHECK(group_text(schema, {4}, {set_id({"Sales", "A|B"})}) == "Sales|A\\|B");
}

TEST_CASE("sides and pools have names") {
    Item item;
    CHECK(side_text(item, AnswerColumn::Part::single).empty());
    item.expectation = "e";
    CHECK(side_text(item, AnswerColumn::Part::performance) == "performance");
    CHECK(side_text(item, AnswerColumn::Part::other) == "expectation");
    item.importance = "i";
    CHECK(side_text(item, AnswerColumn::Part::other) == "importance");
    Pool pool;
    pool.coding = Coding::top_two;
    CHECK(pool_text(pool) == "top_two");
    pool.value = PooledValue::performance;
    CHECK(pool_text(pool) == "performance_top_two");
    pool.coding = Coding::point;
    CHECK(pool_text(pool) == "performance");
    pool.value = PooledValue::gap;
    CHECK(pool_text(pool) == "gap");
}
