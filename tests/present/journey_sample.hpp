#pragma once

// A survey counted, scored and shown as a journey.

#include <string>
#include <vector>

#include <fmt/format.h>

#include <cx/present/format.hpp>
#include <cx/present/view.hpp>
#include <cx/statistics/customers.hpp>
#include <cx/statistics/journey_map.hpp>
#include <cx/statistics/scores.hpp>
#include <support/counting.hpp>

namespace cx::test {

/// What a journey view is made from, and all that it refers to.
struct SampleJourney {
    MeasurementModel        model;
    ScoreTable              table;
    CustomerScores          customers;
    std::vector<JourneyMap> maps;

    SampleJourney(Reading reading, const ExportBuilder& builder) : model(reading.model) {
        std::string groupings;
        for (const std::string& grouping : journey_groupings(model))
            groupings += (groupings.empty() ? "" : ",") + grouping;
        if (!groupings.empty()) reading.by(groupings);
        reading.request.respondents = true;
        const auto counted = count(reading, builder);
        score(counted->tallies, {}, table);
        table.title = "Sample";
        Export        again = builder.opened();
        Customers     known(counted->model, counted->schema);
        const Binding binding = bind(counted->model, counted->schema, reading.request, again.recognition);
        read_responses(again, reading.options, binding, 1, [&] { return known.make_sink(); });
        customers = customer_scores(known, table.confidence, table.minimum_n);
        maps = journey_maps(model, table);
    }
    SampleJourney(const SampleJourney&) = delete;
    SampleJourney& operator=(const SampleJourney&) = delete;

    [[nodiscard]] ViewInput   input() const { return {model, table, customers}; }
    [[nodiscard]] ShownView   view() const { return journey_view(input(), {}); }
    [[nodiscard]] std::string text(std::size_t width = 100) const {
        Look look;
        look.width = width;
        const ShownView shown = view();
        return write_text({table, &shown}, look);
    }
};

/// Rows of feedback at a shop, a store and a phone, by channel and customer.
inline Reading journey_reading() {
    Reading reading;
    reading.model.columns.date.clear();
    reading.model.columns.respondent = {"who"};
    reading.model.columns.channel = {"how"};
    reading.model.items[0].threshold = 7;
    reading.model.touchpoints[2].critical = true;
    reading.model.touchpoints[1].owners = {"Sales", "Delivery"};
    return reading;
}

inline ExportBuilder journey_columns() {
    return ExportBuilder().column("who").column("where").column("how").column("nps").column("plan");
}

/// 40 customers who met all three: the shop was good, the store as good on two channels, the phone bad for 30.
inline ExportBuilder journey_answers() {
    ExportBuilder builder = journey_columns();
    for (int i = 0; i < 40; ++i) {
        const std::string who = "c" + std::to_string(i);
        builder.row({who, "shop", "web", i % 4 == 0 ? "8" : "10", i % 2 == 0 ? "Large" : "Small"});
        builder.row({who, "store", i % 2 == 0 ? "desk" : "kiosk", i % 2 == 0 ? "10" : "5", "Large"});
        builder.row({who, "phone", "phone", i < 30 ? "3" : "9", "Large"});
    }
    return builder;
}

/// The cell of a view's table as text; empty for nothing.
inline std::string cell_text(const ViewTable::Cell& cell) {
    struct {
        std::string operator()(std::monostate /*nothing*/) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(double value) const { return fmt::format("{:.4g}", value); }
        std::string operator()(std::uint64_t count) const { return fmt::format("{}", count); }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
    } const as_text;
    return std::visit(as_text, cell);
}

/// The rows of a view's table, each joined with `|`, without the interval.
inline std::vector<std::string> row_texts(const ViewTable& table) {
    constexpr std::size_t    low = 8, high = 9;
    std::vector<std::string> rows;
    for (const auto& row : table.rows) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i != low && i != high) text += (i == 0 ? "" : "|") + cell_text(row[i]);
        }
        rows.push_back(text);
    }
    return rows;
}

inline bool has_row(const ViewTable& table, const std::string& text) {
    const auto rows = row_texts(table);
    return std::find(rows.begin(), rows.end(), text) != rows.end();
}

} // namespace cx::test
