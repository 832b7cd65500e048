#include <catch2/catch.hpp>

#include <set>

#include <fmt/format.h>

#include <cx/model/model_items.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

ModelItems items_of(const ExportBuilder& builder) {
    const Export        source = builder.opened();
    const SurveyColumns survey = survey_columns(source, default_answer_texts());
    const AnswerScales  scales(survey);
    Notices             notices;
    return model_items(survey, recognise_items(survey, scales, std::vector<bool>(survey.columns.size()), notices));
}

/// Rows whose columns count from 1 to `points`, each at its own pace.
void fill(ExportBuilder& builder, std::size_t columns, int points) {
    for (int i = 0; i < 70; ++i) {
        std::vector<std::string> row;
        for (std::size_t column = 0; column < columns; ++column)
            row.push_back(fmt::format("{}", 1 + (i * static_cast<int>(column + 1) + i / points) % points));
        builder.row(row);
    }
}

} // namespace

TEST_CASE("ids are made of short codes, else of the question's telling words, and are unique") {
    ExportBuilder builder;
    builder.column("Q5", "Arvosana palvelusta", {"Q5"});
    builder.column("How would you rate the overall quality of our delivery service in spring?");
    builder.column("How would you rate the overall quality of our delivery service in autumn?");
    builder.column("Arvio!").column("Arvio?");
    fill(builder, 5, 5);
    const ModelItems items = items_of(builder);
    REQUIRE(items.items.size() == 5);
    CHECK(items.items[0].id == "q5");
    CHECK(items.items[0].text == "Arvosana palvelusta");
    std::set<std::string> ids;
    for (const Item& item : items.items) {
        CHECK(!item.id.empty());
        CHECK(item.id.size() <= 36);
        ids.insert(item.id);
    }
    CHECK(ids.size() == 5);
    CHECK(items.items[4].id == "arvio-2");
}

TEST_CASE("basic needs are proposed as promises where the words match") {
    ExportBuilder builder;
    for (const char* statement :
         {"Asiani ymmärrettiin", "Palvelu oli ystävällistä", "Toimitus tuli ajoissa", "Valikoima oli laaja"})
        builder.column(statement, fmt::format("Arvioi: {}", statement), {"Arvioi", statement});
    fill(builder, 4, 5);
    const ModelItems items = items_of(builder);
    REQUIRE(items.items.size() == 4);
    CHECK(items.items[0].promise == "understood");
    CHECK(items.items[1].promise == "friendly");
    CHECK(items.items[2].promise == "on-time");
    CHECK(items.items[3].promise.empty());
    REQUIRE(items.promises.size() == 3);
    CHECK(items.promises[0].need == Need::basic);
}

TEST_CASE("expectation and experience of the same thing are a pair; different scales are not") {
    ExportBuilder pair;
    pair.column("Odotus: hinta").column("Onnistuminen: hinta");
    fill(pair, 2, 7);
    const ModelItems items = items_of(pair);
    REQUIRE(items.items.size() == 1);
    CHECK(items.items[0].expectation == "Odotus: hinta");
    CHECK(items.items[0].importance.empty());

    ExportBuilder scales;
    scales.column("Tärkeys: hinta").column("Onnistuminen: hinta");
    for (int i = 0; i < 70; ++i) scales.row({fmt::format("{}", 1 + i % 5), fmt::format("{}", 1 + i % 10)});
    CHECK(items_of(scales).items.size() == 2);
}

TEST_CASE("columns that only a number tells apart are pairs by that number") {
    ExportBuilder builder;
    builder.column("imp_1").column("imp_2").column("perf_1").column("perf_2");
    fill(builder, 4, 7);
    const ModelItems items = items_of(builder);
    REQUIRE(items.items.size() == 2);
    CHECK(items.items[0].performance == "perf_1");
    CHECK(items.items[0].importance == "imp_1");
    CHECK(items.items[1].importance == "imp_2");
}

TEST_CASE("no items of no columns") {
    CHECK(items_of(ExportBuilder{}).items.empty());
    CHECK(items_of(ExportBuilder{}).promises.empty());
}
