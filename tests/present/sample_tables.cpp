#include <present/sample_tables.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace cx::sample {
namespace {

struct Metric {
    const char* name;
    Unit        unit;
    double      low, high;
    double      deviation; ///< of one answer
    bool        main;
};

constexpr Metric nps{"nps", Unit::points, -100, 100, 75, true};
constexpr Metric promoters{"promoters", Unit::percent, 0, 100, 50, false};
constexpr Metric passives{"passives", Unit::percent, 0, 100, 45, false};
constexpr Metric detractors{"detractors", Unit::percent, 0, 100, 40, false};
constexpr Metric mean_of_recommend{"mean", Unit::scale, 0, 10, 2.2, false};
constexpr Metric csat{"csat", Unit::percent, 0, 100, 48, true};
constexpr Metric mean_of_five{"mean", Unit::scale, 1, 5, 1.1, false};
constexpr Metric ces{"ces", Unit::scale, 1, 7, 1.4, true};
constexpr Metric ces_easy{"ces_easy", Unit::percent, 0, 100, 47, false};
constexpr Metric gap{"gap", Unit::scale, -9, 9, 2.1, true};
constexpr Metric performance{"performance", Unit::scale, 1, 10, 1.9, false};
constexpr Metric importance{"importance", Unit::scale, 1, 10, 1.6, false};
constexpr Metric mean_over_items{"performance", Unit::scale, 1, 10, 1.9, true};

/// To four digits, so that a sample is the same everywhere.
double four_digits(double value) { return std::round(value * 1e4) / 1e4; }

struct Question {
    const char* id;
    const char* text;
};

ScoreRow row_of(const Metric& metric, const Question& question, unsigned n, double value) {
    ScoreRow row;
    row.dimension = "all";
    row.item = question.id;
    row.item_text = question.text;
    row.metric = metric.name;
    row.unit = metric.unit;
    row.main = metric.main;
    row.scale_low = metric.low;
    row.scale_high = metric.high;
    row.n = n;
    row.base = n;
    row.n_effective = n;
    if (n == 0) {
        row.note = "no answers";
        return row;
    }
    row.value = value;
    if (n > 1) {
        row.se = four_digits(metric.deviation / std::sqrt(n));
        row.low = std::max(metric.low, four_digits(value - 1.96 * *row.se));
        row.high = std::min(metric.high, four_digits(value + 1.96 * *row.se));
    }
    if (n < 30) row.note = "low base";
    return row;
}

ScoreRow in_group(ScoreRow row, const std::string& dimension, const std::string& group, const std::string& name) {
    row.dimension = dimension;
    row.group = group;
    row.group_name = name;
    return row;
}

ScoreRow compared(ScoreRow row, double overall) {
    if (!row.value || !row.se) return row;
    row.difference = four_digits(*row.value - overall);
    row.difference_low = four_digits(*row.difference - 2 * *row.se);
    row.difference_high = four_digits(*row.difference + 2 * *row.se);
    const double z = std::abs(*row.difference) / *row.se;
    row.p_raw = z > 3.5 ? 0.0004 : z > 2 ? 0.03 : 0.4;
    row.p = z > 2.5 ? 0.0028 : z > 2 ? 0.18 : 1.0;
    return row;
}

/// The last names and no figures, as a withheld row has them.
ScoreRow withheld(const ScoreRow& row) {
    ScoreRow hidden;
    hidden.dimension = row.dimension;
    hidden.group = row.group;
    hidden.group_name = row.group_name;
    hidden.item = row.item;
    hidden.item_text = row.item_text;
    hidden.metric = row.metric;
    hidden.unit = row.unit;
    hidden.main = row.main;
    hidden.scale_low = row.scale_low;
    hidden.scale_high = row.scale_high;
    hidden.note = "withheld";
    return hidden;
}

constexpr Question recommend{"recommend", "Kuinka todennäköisesti suosittelisit meitä ystävälle tai työtoverille?"};
constexpr Question satisfied{"satisfied", "Kuinka tyytyväinen olet saamaasi palveluun?"};
constexpr Question easy{"easy", "Asioiden hoitaminen oli helppoa"};

struct Group {
    const char* id;
    const char* name;
    unsigned    n;
    double      nps, csat, ces;
};

void add_groups(ScoreTable& table, const std::string& dimension, const std::vector<Group>& groups) {
    const auto add = [&](const Metric& metric, const Question& question, double Group::*value, double overall) {
        for (const Group& group : groups) {
            const ScoreRow row =
                in_group(row_of(metric, question, group.n, group.*value), dimension, group.id, group.name);
            table.scores.push_back(group.n > 0 && group.n < 5 ? withheld(row) : compared(row, overall));
        }
    };
    add(nps, recommend, &Group::nps, 34.2);
    add(csat, satisfied, &Group::csat, 71.4);
    add(ces, easy, &Group::ces, 5.41);
}

InputAccount input_of(const std::string& file, std::uint64_t rows, std::uint64_t accepted) {
    InputAccount input;
    input.file = file;
    input.dialect = "webropol";
    input.encoding = "UTF-8 with BOM";
    input.delimiter = '\t';
    input.rows = rows;
    input.accepted = accepted;
    input.rejected = rows - accepted;
    if (input.rejected > 0) input.reasons.push_back({"more cells than the header", input.rejected, {118, 240}});
    return input;
}

struct Pair {
    Question    question;
    const char* touchpoint;
    double      performance, importance;
};

constexpr std::array pairs{Pair{{"range", "The range of products covers what I need"}, "shop", 7.91, 8.42},
                           Pair{{"find", "It is easy to find what I am looking for"}, "shop", 6.83, 8.95},
                           Pair{{"checkout", "Paying works without trouble"}, "shop", 8.74, 9.12},
                           Pair{{"prices", "Prices are fair for what I get"}, "shop", 7.02, 8.71},
                           Pair{{"on-time", "Deliveries arrive when they were promised"}, "delivery", 6.12, 9.31},
                           Pair{{"condition", "Goods arrive in good condition"}, "delivery", 8.88, 9.27},
                           Pair{{"tracking", "I always know where my order is"}, "delivery", 7.46, 7.38},
                           Pair{{"reach", "Customer service is easy to reach"}, "service", 6.41, 8.64},
                           Pair{{"understood", "I feel that I am understood"}, "service", 7.58, 8.55},
                           Pair{{"solved", "My matter is solved at once"}, "service", 6.97, 9.18},
                           Pair{{"friendly", "I am met in a friendly way"}, "service", 8.93, 8.21},
                           Pair{{"invoice", "Invoices are right and clear"}, "billing", 8.35, 8.36}};

void add_pair(ScoreTable& table, const Pair& pair, std::size_t at) {
    struct Segment {
        const char* name;
        unsigned    n;
        double      shift;
    };
    constexpr std::array segments{Segment{"Consumers", 1480, 0.11}, Segment{"Small businesses", 611, -0.22},
                                  Segment{"Public sector", 187, -0.45}, Segment{"Partners", 21, 0.30},
                                  Segment{"Staff", 3, 0}};
    const double         overall = four_digits(pair.performance - pair.importance);
    const auto           n = static_cast<unsigned>(2302 - 17 * at);
    table.scores.push_back(row_of(gap, pair.question, n, overall));
    table.scores.push_back(row_of(performance, pair.question, n, pair.performance));
    table.scores.push_back(row_of(importance, pair.question, n, pair.importance));
    for (const Segment& segment : segments) {
        const double   value = four_digits(overall + segment.shift * (at % 3 == 0 ? 1 : 0.3));
        const ScoreRow row =
            in_group(row_of(gap, pair.question, segment.n, value), "Segment", segment.name, segment.name);
        table.scores.push_back(segment.n < 5 ? withheld(row) : compared(row, overall));
    }
}

} // namespace

ScoreRow nps_row(const std::string& dimension, const std::string& group, unsigned n, double value) {
    return in_group(row_of(nps, recommend, n, value), dimension, group, group);
}

ScoreTable feedback() {
    ScoreTable table;
    table.title = "Asiakaspalaute 2026";
    table.model_file = "cx.toml";
    table.model_sha256 = "3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855c";
    table.inputs = {input_of("palaute.csv", 3415, 3412)};
    table.answers = {{"recommend", 3380, 32, 0, 0, 0}, {"satisfied", 3301, 98, 12, 0, 1}, {"easy", 3290, 122, 0, 0, 0}};
    table.filter = "channel=Verkko";
    table.scores = {row_of(nps, recommend, 3380, 34.2),
                    row_of(promoters, recommend, 3380, 52.1),
                    row_of(passives, recommend, 3380, 30.0),
                    row_of(detractors, recommend, 3380, 17.9),
                    row_of(mean_of_recommend, recommend, 3380, 8.12),
                    row_of(csat, satisfied, 3301, 71.4),
                    row_of(mean_of_five, satisfied, 3301, 3.88),
                    row_of(ces, easy, 3290, 5.41),
                    row_of(ces_easy, easy, 3290, 74.93)};
    add_groups(table, "touchpoint",
               {{"web-shop", "Verkkokauppa", 1203, 44.0, 77.2, 5.71},
                {"delivery", "Toimitus ja nouto", 412, -8.7, 52.4, 4.32},
                {"store", "Myymälä", 903, 41.3, 75.0, 5.62},
                {"support", "Asiakaspalvelu puhelimessa ja chatissa", 640, 35.9, 70.6, 5.40},
                {"returns", "Palautukset", 199, 12.6, 63.3, 4.9},
                {"app", "Mobiilisovellus", 18, 22.2, 66.7, 5.3},
                {"event", "Asiakastapahtuma", 5, 60, 80, 6.2},
                {"install", "Asennus kotona", 3, 0, 0, 0},
                {"repair", "Huolto", 0, 0, 0, 0}});
    add_groups(table, "stage",
               {{"purchase", "Osto", 2106, 42.8, 76.2, 5.66},
                {"fulfilment", "Toimitus", 611, -1.8, 56.0, 4.51},
                {"after", "Asiakkuus", 663, 35.4, 70.4, 5.39}});
    add_groups(table, "month",
               {{"2026-08", "2026-08", 1150, 41.1, 75.2, 5.6},
                {"2026-09", "2026-09", 1123, 38.8, 74.0, 5.5},
                {"2026-10", "2026-10", 1107, 22.3, 64.6, 5.1}});
    table.distributions = {
        {"all",
         "",
         "recommend",
         {{0, 41}, {1, 12}, {2, 30}, {3, 44}, {4, 61}, {5, 180}, {6, 237}, {7, 410}, {8, 604}, {9, 733}, {10, 1028}}},
        {"all", "", "satisfied", {{1, 130}, {2, 214}, {3, 600}, {4, 1330}, {5, 1027}}},
        {"touchpoint", "install", "recommend", {}}};
    return table;
}

ScoreTable relationship() {
    ScoreTable table;
    table.title = "Customer relationship survey";
    table.model_file = "cx.toml";
    table.model_sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    table.inputs = {input_of("wave-1.csv", 1200, 1200), input_of("wave-2.csv", 1102, 1102)};
    table.weights = "weight";
    constexpr Question likely{"recommend", "How likely are you to recommend us?"};
    table.scores = {row_of(nps, likely, 2298, 21.4), row_of(promoters, likely, 2298, 44.9),
                    row_of(detractors, likely, 2298, 23.5)};
    for (const auto& [name, n, value] : {std::tuple{"Consumers", 1479U, 26.2},
                                         {"Small businesses", 610U, 14.8},
                                         {"Public sector", 187U, 3.2},
                                         {"Partners", 21U, 57.1}}) {
        table.scores.push_back(compared(in_group(row_of(nps, likely, n, value), "Segment", name, name), 21.4));
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) add_pair(table, pairs.at(i), i);
    const std::array<std::pair<const char*, const char*>, 4> touchpoints{
        {{"shop", "Web shop"}, {"delivery", "Delivery"}, {"service", "Customer service"}, {"billing", "Billing"}}};
    for (const auto& [id, name] : touchpoints) {
        std::vector<ScoreRow> rows;
        double                sum = 0;
        for (const Pair& pair : pairs) {
            if (std::string(pair.touchpoint) != id) continue;
            Metric main = performance;
            main.main = true;
            rows.push_back(in_group(row_of(main, pair.question, 2250, pair.performance), "touchpoint", id, name));
            sum += pair.performance;
        }
        if (rows.size() > 1) {
            ScoreRow pooled = row_of(mean_over_items, {"", ""}, static_cast<unsigned>(2250 * rows.size()),
                                     four_digits(sum / static_cast<double>(rows.size())));
            table.scores.push_back(in_group(pooled, "touchpoint", id, name));
        }
        table.scores.insert(table.scores.end(), rows.begin(), rows.end());
    }
    return table;
}

ScoreTable empty() {
    ScoreTable table;
    table.model_recognised = true;
    table.inputs = {input_of("survey.csv", 0, 0)};
    return table;
}

ScoreTable one_answer() {
    ScoreTable table;
    table.model_recognised = true;
    table.inputs = {input_of("survey.csv", 1, 1)};
    table.answers = {{"recommend", 1, 0, 0, 0, 0}};
    table.minimum_n = 1;
    table.scores = {row_of(nps, recommend, 1, 100)};
    return table;
}

ScoreTable hostile() {
    ScoreTable table;
    table.title = "\x1b]0;owned\x07# [click](http://evil.example) <script>alert(1)</script>";
    table.inputs = {input_of("=cmd|' /C calc'!A0.csv", 99, 98)};
    table.filter = "Area=\u202Egnp.exe";
    table.answers = {{"recommend", 90, 1, 1, 1, 1}, {"q|2\n", 5, 94, 0, 0, 0}};
    const std::vector<std::string> names{"=HYPERLINK(\"http://evil.example\",\"win\")",
                                         "+358 40 | pipe",
                                         "-1\t2",
                                         "@mention #12 a@b.example",
                                         "\x1b[31mred\x1b[0m",
                                         "\u202Edesrever\u202C",
                                         "<img src=x onerror=alert(1)>",
                                         "two\r\nlines",
                                         "**bold** _it_ `code` ~~gone~~ [x](javascript:1) ![i](u)",
                                         "www.evil.example and https://evil.example",
                                         std::string(10'000, 'x'),
                                         "東京都渋谷区神宮前一丁目二番三号の店舗と倉庫",
                                         "e\u0301\u0301\u0301 combining",
                                         "👩‍👩‍👧‍👦 👍🏽 family",
                                         "bad \xff\xc3 bytes",
                                         "&lt;b&gt; \\| \\",
                                         "\\"};
    table.scores.push_back(nps_row("all", "", 98, 12.5));
    double value = -40;
    for (const std::string& name : names) {
        table.scores.push_back(nps_row("column:Area:<b>", name, 40, value));
        value += 5;
    }
    table.scores.push_back(withheld(nps_row("column:Area:<b>", "\x1b[2Jhidden|", 3, 0)));
    for (ScoreRow& row : table.scores) row.item_text = std::string("Q\0|*<i>\u200B?\n", 12);
    return table;
}

} // namespace cx::sample
