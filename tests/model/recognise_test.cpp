#include <catch2/catch.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>
#include <cx/model/model_toml.hpp>
#include <cx/model/recognise.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

MeasurementModel recognised(const ExportBuilder& builder, Notices& notices) {
    return recognise_model(builder.opened(), notices);
}

MeasurementModel recognised(const ExportBuilder& builder) {
    Notices notices;
    return recognised(builder, notices);
}

const Item* item_on(const MeasurementModel& model, const std::string& column) {
    for (const Item& item : model.items)
        if (item.column == column || item.performance == column) return &item;
    return nullptr;
}

bool said(const Notices& notices, const std::string& text, Notice::Level level = Notice::Level::information) {
    return std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) {
        return notice.level == level && notice.text.find(text) != std::string::npos;
    });
}

/// A survey of feedback rows as many tools write it.
ExportBuilder feedback() {
    ExportBuilder builder;
    for (const char* header : {"Vastaus-ID", "Vastausaika", "Kohtaamispiste", "Kanava", "Asiakasryhmä",
                               "Suosittelisitko meitä?", "Kuinka tyytyväinen olit?", "Kuinka helppoa asiointi oli?",
                               "Ratkesiko asiasi?", "Avoin palaute", "Sähköposti", "Painokerroin"})
        builder.column(header);
    for (int i = 0; i < 60; ++i)
        builder.row({fmt::format("R{}", i), fmt::format("{}.10.2026 14:30", 1 + i % 28),
                     i % 3 == 0   ? "Verkkokauppa"
                     : i % 3 == 1 ? "Puhelin"
                                  : "Toimitus",
                     i % 2 == 0 ? "digi" : "puhelin", i % 4 == 0 ? "Yritys" : "Kuluttaja", fmt::format("{}", i % 11),
                     fmt::format("{}", 1 + i % 5), fmt::format("{}", 1 + i % 7), i % 5 == 0 ? "Ei" : "Kyllä",
                     i % 2 == 0 ? "" : fmt::format("Palvelu oli oikein hyvää, kiitos siitä {}", i),
                     fmt::format("a{}@esimerkki.fi", i), i % 2 == 0 ? "1,2" : "0,8"});
    return builder;
}

} // namespace

TEST_CASE("feedback rows are recognised: items, ids, dimensions, what is personal") {
    Notices                notices;
    const MeasurementModel model = recognised(feedback(), notices);
    CHECK(model.recognised);
    CHECK(model.sha256.size() == 64);
    REQUIRE(model.items.size() == 4);
    CHECK(model.items[0].id == "recommend");
    CHECK(model.items[0].kind == ItemKind::recommend);
    CHECK(model.items[0].scale == Scale{0, 10});
    CHECK(model.items[1].id == "satisfaction");
    CHECK(model.items[1].scale == Scale{1, 5});
    CHECK(model.items[2].id == "effort");
    CHECK(model.items[2].scale == Scale{1, 7});
    CHECK(model.items[3].kind == ItemKind::choice);
    CHECK(model.items[3].good == std::vector<std::string>{"Kyllä"});
    CHECK(model.items[3].promise == "solved");
    CHECK(model.columns.response == std::vector<std::string>{"Vastaus-ID"});
    CHECK(model.columns.date == std::vector<std::string>{"Vastausaika"});
    CHECK(model.columns.date_order == DateOrder::dmy);
    CHECK(model.columns.touchpoint == std::vector<std::string>{"Kohtaamispiste"});
    CHECK(model.columns.channel == std::vector<std::string>{"Kanava"});
    CHECK(model.columns.weight == std::vector<std::string>{"Painokerroin"});
    CHECK(model.columns.segments == std::vector<std::string>{"Asiakasryhmä"});
    CHECK(model.columns.comment == std::vector<std::string>{"Avoin palaute"});
    CHECK(model.columns.personal == std::vector<std::string>{"Sähköposti"});
    CHECK(said(notices, "recommend: \"Suosittelisitko meitä?\" (0-10)"));
    CHECK(said(notices, "date: Vastausaika (dmy)"));
    CHECK(said(notices, "personal, never shown: Sähköposti"));
    CHECK(std::count_if(notices.begin(), notices.end(),
                        [](const Notice& notice) { return notice.level != Notice::Level::detail; }) <= 10);
}

TEST_CASE("the recognised model as a file reads back to the same items") {
    const Export           source = feedback().opened();
    Notices                notices;
    const MeasurementModel model = recognise_model(source, notices);
    const MeasurementModel read = parse_model(to_toml(model, source.recognition), "cx.toml");
    REQUIRE(read.items.size() == model.items.size());
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        CHECK(read.items[i].id == model.items[i].id);
        CHECK(read.items[i].kind == model.items[i].kind);
        CHECK(read.items[i].scale == model.items[i].scale);
        CHECK(read.items[i].labels == model.items[i].labels);
    }
    CHECK(read.columns.date == model.columns.date);
    CHECK(read.columns.personal == model.columns.personal);
}

TEST_CASE("recognising twice gives the same model") {
    CHECK(recognised(feedback()).sha256 == recognised(feedback()).sha256);
}

TEST_CASE("an export without anything to score says so") {
    Notices                notices;
    const MeasurementModel model =
        recognised(ExportBuilder{}.column("Name").column("Year").rows(3, {"x", "2014"}), notices);
    CHECK(model.items.empty());
    CHECK(said(notices, "no column is recognised as a question", Notice::Level::warning));
    CHECK(recognised(ExportBuilder{}.column("NPS")).items.empty()); // no rows
}

TEST_CASE("0 to 10 alone is no recommend item: its header must say so") {
    ExportBuilder builder;
    builder.column("Q1").column("NPS");
    for (int i = 0; i < 44; ++i) builder.row({fmt::format("{}", i % 11), fmt::format("{}", i % 11)});
    const MeasurementModel model = recognised(builder);
    REQUIRE(item_on(model, "Q1") != nullptr);
    CHECK(item_on(model, "Q1")->kind == ItemKind::rating);
    REQUIRE(item_on(model, "NPS") != nullptr);
    CHECK(item_on(model, "NPS")->kind == ItemKind::recommend);
}

TEST_CASE("a recommend item on 1-10 is said, one with an 11 is refused") {
    ExportBuilder ten;
    ten.column("nps");
    for (int i = 0; i < 100; ++i) ten.row({fmt::format("{}", 1 + i % 10)});
    Notices notices;
    REQUIRE(recognised(ten, notices).items.size() == 1);
    CHECK(recognised(ten).items.front().scale == Scale{1, 10});
    CHECK(said(notices, "1-10, not 0-10"));

    ExportBuilder eleven;
    eleven.column("nps");
    for (int i = 0; i < 110; ++i) eleven.row({fmt::format("{}", 1 + i % 11)});
    CHECK_THROWS_WITH(recognised(eleven), Catch::Contains("codes = [1, 11]"));
}

TEST_CASE("the word for the highest point is found, counted and said; an unknown one is refused") {
    ExportBuilder builder;
    builder.column("Would you recommend us, and why?");
    for (const char* answer : {"9", "8", "7", "3", "6", "5", "4"}) builder.rows(5, {answer});
    ExportBuilder known = builder;
    known.rows(12, {"Absolutely"});
    Notices                notices;
    const MeasurementModel model = recognised(known, notices);
    REQUIRE(model.items.size() == 1);
    CHECK(model.items.front().labels.at("absolutely") == 10);
    CHECK(said(notices, "\"Absolutely\" (12 answers) is read as 10"));
    ExportBuilder unknown = builder;
    unknown.rows(12, {"Rakettimainen"});
    CHECK_THROWS_AS(recognised(unknown), Error);
    ExportBuilder taken = builder; // the point that the word would stand for is among the answers
    taken.rows(3, {"10"}).rows(12, {"Absolutely"});
    CHECK_THROWS_AS(recognised(taken), Error);
}

TEST_CASE("recommending on labels or few points gives no NPS but a rating") {
    ExportBuilder builder;
    builder.column("Would you recommend us?");
    for (const char* answer : {"Agree", "Strongly agree", "Neutral", "Disagree", "Strongly disagree"})
        builder.rows(10, {answer});
    Notices                notices;
    const MeasurementModel model = recognised(builder, notices);
    REQUIRE(model.items.size() == 1);
    CHECK(model.items.front().kind == ItemKind::rating);
    CHECK(said(notices, "NPS wants 0-10"));
}

TEST_CASE("derived columns, ranks, multi-selects, bipolar scales, years, ages and counts are no ratings") {
    ExportBuilder builder;
    builder.column("NPS")
        .column("NPS_NPS_GROUP")
        .column("Vuosi")
        .column("How many stores did you visit?")
        .column("Ikä");
    builder.column("Too slow ... too fast");
    for (const char* option : {"a", "b", "c"})
        builder.column(option, fmt::format("Which: {}", option), {"Which", option});
    for (const char* film : {"I", "II", "III"})
        builder.column(film, fmt::format("Please rank the films: {}", film), {"Please rank the films", film});
    for (int i = 0; i < 40; ++i)
        builder.row({fmt::format("{}", i % 11), i % 2 == 0 ? "Promoter" : "Detractor", fmt::format("{}", 2010 + i % 5),
                     fmt::format("{}", 1 + i % 5), fmt::format("{}", 1 + i % 5), fmt::format("{}", 1 + i % 5),
                     i % 2 == 0 ? "1" : "", i % 3 == 0 ? "1" : "0", "1", fmt::format("{}", 1 + i % 3),
                     fmt::format("{}", 1 + (i + 1) % 3), fmt::format("{}", 1 + (i + 2) % 3)});
    Notices                notices;
    const MeasurementModel model = recognised(builder, notices);
    REQUIRE(model.items.size() == 1);
    CHECK(model.items.front().column == "NPS");
    CHECK(said(notices, "3 boxes of multi-selects, 3 ranks, 1 derived"));
}

TEST_CASE("numbers that are an order in each row are ranks whatever the header says") {
    ExportBuilder builder;
    for (const char* film : {"I", "II", "III", "IV", "V"})
        builder.column(film, fmt::format("Films: {}", film), {"Films", film});
    for (int i = 0; i < 40; ++i) {
        std::vector<std::string> row;
        for (int film = 0; film < 5; ++film) row.push_back(fmt::format("{}", 1 + (i + film) % 5));
        builder.row(row);
    }
    CHECK(recognised(builder).items.empty());
}

TEST_CASE("labels are points of their scale in the order of the scale, never in that of the file") {
    ExportBuilder builder;
    builder.column("Palvelu oli hyvää").column("Tjänsten var bra");
    for (const auto& [fi, sv] : {std::pair{"Täysin samaa mieltä", "Helt av samma åsikt"},
                                 {"Eri mieltä", "Av annan åsikt"},
                                 {"Samaa mieltä", "Av samma åsikt"},
                                 {"Täysin eri mieltä", "Helt av annan åsikt"},
                                 {"Ei samaa eikä eri mieltä", "Varken eller"}})
        builder.rows(9, {fi, sv});
    const MeasurementModel model = recognised(builder);
    REQUIRE(model.items.size() == 2);
    CHECK(model.items[0].scale == Scale{1, 5});
    CHECK(model.items[0].labels.at("täysin eri mieltä") == 1);
    CHECK(model.items[0].labels.at("täysin samaa mieltä") == 5);
    CHECK(model.items[1].labels.at("helt av annan åsikt") == 1);
    CHECK(model.items[1].labels.at("av samma åsikt") == 4);
}

TEST_CASE("a legend names the scale, what is no answer, and a scale that counts from the best") {
    ExportBuilder builder;
    builder.column("Väite", "Väite", {"Väite"},
                   {{"1", "Täysin samaa mieltä"},
                    {"2", "Samaa mieltä"},
                    {"3", "Ei samaa eikä eri mieltä"},
                    {"4", "Eri mieltä"},
                    {"5", "Täysin eri mieltä"},
                    {"6", "En osaa sanoa"}});
    builder.column("Ikä", "Ikä", {"Ikä"}, {{"1", "Alle 25"}, {"2", "25-35"}, {"3", "36-45"}, {"4", "Yli 45"}});
    for (int i = 0; i < 40; ++i) builder.row({fmt::format("{}", 1 + i % 6), fmt::format("{}", 1 + i % 4)});
    Notices                notices;
    const MeasurementModel model = recognised(builder, notices);
    REQUIRE(model.items.size() == 1);
    CHECK(model.items[0].scale == Scale{1, 5});
    CHECK(model.items[0].reversed);
    CHECK(model.items[0].not_applicable == std::vector<std::string>{"6"});
    CHECK(said(notices, "turned"));
    CHECK(model.columns.segments == std::vector<std::string>{"Ikä"});
}

TEST_CASE("importance and performance of the same things are pairs") {
    ExportBuilder builder;
    for (const char* thing : {"Hinta", "Toimitusaika", "Laatu"}) builder.column(fmt::format("Tärkeys: {}", thing));
    for (const char* thing : {"Hinta", "Toimitusaika", "Laatu"}) builder.column(fmt::format("Onnistuminen: {}", thing));
    for (int i = 0; i < 40; ++i) {
        std::vector<std::string> row;
        for (int column = 0; column < 6; ++column) row.push_back(fmt::format("{}", 1 + (i + column * 3) % 10));
        builder.row(row);
    }
    const MeasurementModel model = recognised(builder);
    REQUIRE(model.items.size() == 3);
    CHECK(model.items[0].is_pair());
    CHECK(model.items[0].id == "hinta");
    CHECK(model.items[0].performance == "Onnistuminen: Hinta");
    CHECK(model.items[0].importance == "Tärkeys: Hinta");
    CHECK(model.items[0].scale == Scale{1, 10});
    CHECK(model.items[1].promise == "on-time");
}

TEST_CASE("grids of importance and quality with the same rows are pairs; a row without a partner is a rating") {
    ExportBuilder builder;
    for (const char* row : {"Price", "Speed", "Look"})
        builder.column(fmt::format("How important is [{}]", row), fmt::format("How important is: {}", row),
                       {fmt::format("How important is [{}]", row)});
    for (const char* row : {"Price", "Speed", "Smell"})
        builder.column(fmt::format("How well did we do [{}]", row), fmt::format("How well did we do: {}", row),
                       {fmt::format("How well did we do [{}]", row)});
    for (int i = 0; i < 40; ++i) {
        std::vector<std::string> row;
        for (int column = 0; column < 6; ++column) row.push_back(fmt::format("{}", 1 + (i + column) % 5));
        builder.row(row);
    }
    const MeasurementModel model = recognised(builder);
    REQUIRE(model.items.size() == 4);
    CHECK(std::count_if(model.items.begin(), model.items.end(), [](const Item& item) { return item.is_pair(); }) == 2);
}

TEST_CASE("an id must be there and differ") {
    ExportBuilder builder;
    builder.column("ID").column("NPS");
    for (int i = 0; i < 100; ++i) builder.row({i % 2 == 0 ? "#N/A" : fmt::format("{}", i), fmt::format("{}", i % 11)});
    CHECK(recognised(builder).columns.response.empty());
    ExportBuilder repeats;
    repeats.column("ID").column("NPS");
    for (int i = 0; i < 100; ++i) repeats.row({fmt::format("{}", i % 98), fmt::format("{}", i % 11)});
    CHECK(recognised(repeats).columns.response.empty());
    ExportBuilder differs;
    differs.column("ID").column("NPS");
    for (int i = 0; i < 100; ++i) differs.row({fmt::format("{}", i % 99), fmt::format("{}", i % 11)});
    CHECK(recognised(differs).columns.response == std::vector<std::string>{"ID"});
}

TEST_CASE("two columns that could be the date are asked about, not guessed") {
    ExportBuilder builder;
    builder.column("Pvm").column("NPS").column("Pvm 2", "Pvm", {"Pvm"});
    for (int i = 0; i < 30; ++i) builder.row({"31.10.2026", fmt::format("{}", i % 11), "30.10.2026"});
    Notices notices;
    CHECK(recognised(builder, notices).columns.date.empty());
    CHECK(said(notices, "could be the date", Notice::Level::warning));
}

TEST_CASE("dates that read both ways leave the order open and say so") {
    ExportBuilder builder;
    builder.column("Date").column("NPS");
    for (int i = 0; i < 30; ++i) builder.row({fmt::format("0{}/05/2026", 1 + i % 9), fmt::format("{}", i % 11)});
    Notices                notices;
    const MeasurementModel model = recognised(builder, notices);
    CHECK(model.columns.date == std::vector<std::string>{"Date"});
    CHECK_FALSE(model.columns.date_order);
    CHECK(said(notices, "date_order", Notice::Level::warning));
}

TEST_CASE("names and staff are personal by header, but not as ticked boxes or names of things") {
    ExportBuilder builder;
    builder.column("Nimi").column("Kurssin nimi").column("Myyjä").column("NPS");
    for (const char* option : {"Email", "Phone", "Letter"})
        builder.column(option, fmt::format("Channels: {}", option), {"Channels", option});
    for (int i = 0; i < 40; ++i)
        builder.row({fmt::format("Etu{} Suku", i), i % 2 == 0 ? "Python" : "Racket", i % 2 == 0 ? "Maija" : "Matti",
                     fmt::format("{}", i % 11), i % 2 == 0 ? "Email" : "", i % 3 == 0 ? "Phone" : "", "Letter"});
    CHECK(recognised(builder).columns.personal == std::vector<std::string>{"Nimi", "Myyjä"});
}

TEST_CASE("99 beside a filled scale is read as missing, and said") {
    ExportBuilder builder;
    builder.column("Kuinka tyytyväinen olit?");
    for (int i = 0; i < 60; ++i) builder.row({i % 6 == 5 ? "99" : fmt::format("{}", 1 + i % 6)});
    Notices                notices;
    const MeasurementModel model = recognised(builder, notices);
    REQUIRE(model.items.size() == 1);
    CHECK(model.items[0].scale == Scale{1, 5});
    CHECK(model.items[0].missing == std::vector<std::string>{"99"});
    CHECK(said(notices, "99 (10 answers) is read as missing"));
}

TEST_CASE("hostile texts are recognised as nothing and harm nothing") {
    ExportBuilder builder;
    builder.column("\xff\xfe NPS").column(std::string(100'000, 'x')).column("1e-9999999999");
    builder.rows(20, {"1e-9999999999", std::string(50'000, 'y'), "\xc3\x28"})
        .rows(20, {"99999999999999999999", "\x1b[31m", ""});
    Notices notices;
    CHECK_NOTHROW(recognised(builder, notices));
    for (const Notice& notice : notices) CHECK(notice.text.find('\x1b') == std::string::npos);
}

TEST_CASE("numbers that are no question are named in one line") {
    cx::test::ExportBuilder builder;
    builder.column("NPS").column("Amount spent").column("Duration (in seconds)").column("Floor");
    for (int i = 0; i < 330; ++i)
        builder.row({fmt::format("{}", i % 11), fmt::format("{}.5", 7 * i), fmt::format("{}", 60 + i), "2"});
    Notices notices;
    (void)recognise_model(builder.opened(), notices);
    const auto said = std::count_if(notices.begin(), notices.end(), [](const Notice& notice) {
        return notice.text ==
               "numbers that are left out: Amount spent, Floor; what is a question among them, name in a "
               "model file";
    });
    CHECK(said == 1);
}
