#include <cx/exports/legend.hpp>

#include <memory>
#include <string>

#include <catch2/catch.hpp>

using cx::Column;
using cx::detail::label_columns;
using cx::detail::legend_entry;
using cx::detail::RecordTable;

namespace {

bool legend(const std::string& row) {
    const RecordTable table(std::make_shared<const std::string>(row), '\t', '"', true);
    REQUIRE(table.size() == 1);
    return cx::is_legend(table.record(0), '"');
}

Column column(const std::string& group, const std::string& item) { return {item, item, {group, item}, {}}; }

} // namespace

TEST_CASE("A code and its label are parted at the equals sign") {
    REQUIRE(legend_entry("17 = Pohjois-Pohjanmaa"));
    CHECK(legend_entry("17 = Pohjois-Pohjanmaa")->code == "17");
    CHECK(legend_entry(" 1=a = b ")->label == "a = b");
    CHECK_FALSE(legend_entry("a = b"));
    CHECK_FALSE(legend_entry("1 ="));
    CHECK_FALSE(legend_entry("= x"));
    CHECK_FALSE(legend_entry("17"));
    CHECK_FALSE(legend_entry(""));
}

TEST_CASE("A legend row has entries and nothing else; a row without text belongs to the legend") {
    CHECK(legend("\t\t1 = Mies\t\n"));
    CHECK(legend("\"1 = a\"\t2 = b\n"));
    CHECK(legend("\t\t\n"));
    CHECK_FALSE(legend("31.12.2025\t1 = Mies\n"));
    CHECK_FALSE(legend("\t1\t\n"));
}

TEST_CASE("Labels go to the column above them, and to the options of its group") {
    const RecordTable   table(std::make_shared<const std::string>("1\t1\t\tx\n2\t\t2\t1\n\t\t\t\n"
                                                                  "1 = Mies\t1 = Web\t\t\n2 = Nainen\t2 = Shop\t\t\n"),
                              '\t', '"', true);
    std::vector<Column> columns{column("Sex", ""), column("Channels", "Web"), column("", "Shop"),
                                column("", "Other, which")};
    label_columns(table, 0, columns);
    CHECK(columns[0].labels == std::map<std::string, std::string>{{"1", "Mies"}, {"2", "Nainen"}});
    CHECK(columns[1].labels.at("2") == "Shop");
    CHECK(columns[2].labels == columns[1].labels);
    CHECK(columns[3].labels.empty()); // it holds text
}
