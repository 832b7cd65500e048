#include <catch2/catch.hpp>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include <cx/tally/customers.hpp>
#include <support/counting.hpp>
#include <support/response_blocks.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::Reading;
using cx::test::single_item;

namespace {

/// Rows of feedback with two questions, and one that only the phone is asked about.
Reading rows_of_feedback() {
    Reading reading;
    reading.model.columns.date.clear();
    reading.model.columns.respondent = {"who"};
    reading.model.items.push_back(single_item("kind", ItemKind::rating, {1, 5}));
    reading.model.items.back().threshold = 4;
    reading.model.items.push_back(single_item("queue", ItemKind::rating, {1, 5}));
    reading.model.items.back().touchpoint = "phone";
    reading.model.items.back().threshold = 3;
    reading.request.respondents = true;
    reading.by("touchpoint");
    return reading;
}

ExportBuilder columns(const Reading& reading) {
    ExportBuilder builder;
    for (const char* name : {"who", "where"}) builder.column(name);
    for (const Item& item : reading.model.items) builder.column(item.column);
    return builder;
}

struct Read {
    Read(const Reading& reading, const ExportBuilder& builder)
        : model(reading.model),
          opened(builder.opened()),
          schema(make_schema(model, reading.request, opened.recognition)),
          customers(model, schema) {
        const Binding binding = bind(model, schema, reading.request, opened.recognition);
        read_responses(opened, reading.options, binding, reading.threads, [this] { return customers.make_sink(); });
    }
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    [[nodiscard]] VisitSums of(const std::string& who, const std::string& touchpoint) const {
        VisitSums sums;
        for (const auto& [key, visit] : customers.visits()) {
            if (key.customer == customer_code(who) && customers.touchpoint_id(key.touchpoint) == touchpoint)
                sums += visit;
        }
        return sums;
    }

    MeasurementModel model;
    Export           opened;
    Schema           schema;
    Customers        customers;
};

} // namespace

TEST_CASE("visits add up by customer and touchpoint", "[tally][customers]") {
    const Reading reading = rows_of_feedback();
    const auto    builder = columns(reading)
                             .row({"anna", "shop", "9", "5", ""})
                             .row({"anna", "Web shop", "6", "3", ""}) // below the threshold of 4
                             .row({"anna", "phone", "2", "4", "2"})   // below that of 3, in what the phone is asked
                             .row({"ben", "phone", "", "4", "3"})
                             .row({"ben", "store", "7", "", ""}); // nothing to be judged by
    const Read read(reading, builder);
    CHECK(read.of("anna", "shop") == VisitSums{2, 2, 1, 2, 15});
    CHECK(read.of("anna", "phone") == VisitSums{1, 1, 0, 1, 2});
    CHECK(read.of("ben", "phone") == VisitSums{1, 1, 1, 0, 0});
    CHECK(read.of("ben", "store") == VisitSums{1, 0, 0, 1, 7});
    CHECK(read.customers.visits().size() == 4);
    CHECK(read.customers.identified() == 5);
    CHECK(read.customers.unidentified() == 0);
}

TEST_CASE("a row that names no customer or no touchpoint is no visit", "[tally][customers]") {
    const Reading reading = rows_of_feedback();
    const Read    read(reading, columns(reading).row({"", "shop", "9", "5", ""}).row({"anna", "", "9", "5", ""}));
    CHECK(read.customers.visits().empty());
    CHECK(read.customers.identified() == 1);
    CHECK(read.customers.unidentified() == 1);
}

TEST_CASE("a touchpoint that the model has not keeps its name", "[tally][customers]") {
    const Reading reading = rows_of_feedback();
    const Read    read(reading, columns(reading).row({"anna", "kiosk", "9", "5", ""}));
    CHECK(read.of("anna", "kiosk") == VisitSums{1, 1, 1, 1, 9});
}

TEST_CASE("an answer about another touchpoint is a visit to that one", "[tally][customers]") {
    const Reading reading = rows_of_feedback();
    const Read    read(reading, columns(reading).row({"anna", "shop", "9", "", "5"}));
    CHECK(read.of("anna", "shop") == VisitSums{1, 0, 0, 1, 9});
    CHECK(read.of("anna", "phone") == VisitSums{1, 1, 1, 0, 0});
}

TEST_CASE("in relationship columns an answered item is a visit to its touchpoint", "[tally][customers]") {
    Reading reading = rows_of_feedback();
    reading.model.columns.touchpoint.clear();
    reading.model.items = {single_item("all", ItemKind::satisfaction, {1, 5}),
                           single_item("at-shop", ItemKind::satisfaction, {1, 5}),
                           single_item("at-phone", ItemKind::satisfaction, {1, 5})};
    reading.model.items[1].touchpoint = "shop";
    reading.model.items[1].threshold = 4;
    reading.model.items[2].touchpoint = "phone";
    const Read read(reading, columns(reading).row({"anna", "-", "1", "3", "5"}).row({"ben", "-", "1", "4", "N/A"}));
    CHECK(read.of("anna", "shop") == VisitSums{1, 1, 0, 1, 3});
    CHECK(read.of("anna", "phone") == VisitSums{1, 0, 0, 1, 5});
    CHECK(read.of("ben", "shop") == VisitSums{1, 1, 1, 1, 4});
    CHECK(read.customers.visits().size() == 3); // the item of no touchpoint is no visit
}

TEST_CASE("journeys split a customer's visits by what the rows say", "[tally][customers]") {
    Reading reading = rows_of_feedback();
    reading.model.journeys = {{"buying", "", {"buy"}, {}}, {"whole", "", {"buy", "use"}, {}}};
    reading.by("touchpoint,journey");
    const Read read(reading, columns(reading).row({"anna", "shop", "9", "", ""}).row({"anna", "phone", "5", "", ""}));
    REQUIRE(read.customers.visits().size() == 2);
    for (const auto& [key, sums] : read.customers.visits()) {
        const bool shop = read.customers.touchpoint_id(key.touchpoint) == "shop";
        CHECK(read.customers.journeys_of(key.journeys) ==
              (shop ? std::vector<std::size_t>{0, 1} : std::vector<std::size_t>{1}));
    }
}

TEST_CASE("without the dimension of journeys every visit is on each", "[tally][customers]") {
    Reading reading = rows_of_feedback();
    reading.model.journeys = {{"a", "", {"buy"}, {}}, {"b", "", {"use"}, {}}};
    const Read read(reading, columns(reading));
    CHECK(read.customers.journeys_of(no_group) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("neither threads nor the order of rows change what is added up", "[tally][customers]") {
    Reading       reading = rows_of_feedback();
    ExportBuilder forward = columns(reading), backward = columns(reading);
    const auto    cells = [](int i) {
        return std::vector<std::string>{"c" + std::to_string(i % 97), i % 3 == 0 ? "shop" : "phone",
                                        std::to_string(i % 11), std::to_string(1 + i % 5), ""};
    };
    constexpr int rows = 4000;
    for (int i = 0; i < rows; ++i) forward.row(cells(i));
    for (int i = rows; i-- > 0;) backward.row(cells(i));
    const Read alone(reading, forward);
    reading.threads = 4;
    reading.options.piece_size = 1U << 12U;
    const Read threads(reading, forward);
    const Read turned(reading, backward);
    CHECK(alone.customers.visits() == threads.customers.visits());
    CHECK(alone.customers.visits().size() == turned.customers.visits().size());
    for (int i = 0; i < 97; ++i) {
        const std::string who = "c" + std::to_string(i);
        CHECK(alone.of(who, "shop") == turned.of(who, "shop"));
        CHECK(alone.of(who, "phone") == turned.of(who, "phone"));
    }
}

TEST_CASE("both of two sinks take every response", "[tally][customers]") {
    const Reading reading = rows_of_feedback();
    Export        opened = columns(reading).opened();
    const Schema  schema = make_schema(reading.model, reading.request, opened.recognition);
    Customers     customers(reading.model, schema);
    const auto    shop = schema.dimensions[0].groups->code_of({"shop", "shop", 0});
    Response      response{{9, 4, 5}, {shop}, 1, "anna"};
    {
        TwoSinks both(customers.make_sink(), customers.make_sink());
        CHECK(both.depends_on_order());
        both.take(cx::test::block_of({response}));
        response.weight = 0; // counts in no figure
        both.take(cx::test::block_of({response}));
        CHECK(customers.visits().empty()); // nothing before it is handed over
        both.hand_over();
        both.finish();
    }
    REQUIRE(customers.visits().size() == 1);
    CHECK(customers.visits().front().second == VisitSums{2, 2, 2, 2, 18}); // once of each sink
    CHECK(customers.identified() == 2);
}

TEST_CASE("ids that differ little have codes that differ", "[tally][customers]") {
    std::set<std::uint64_t> codes;
    for (int i = 0; i < 100'000; ++i) codes.insert(customer_code(std::to_string(i)));
    CHECK(codes.size() == 100'000);
    CHECK(customer_code("") != customer_code("0"));
}
