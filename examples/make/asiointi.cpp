// Feedback rows of Kotilinna, an appliance store that does not exist. The story that is planted here is told in
// asiointi/README.md.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "answers.hpp"
#include "asiointi_comments.hpp"
#include "asiointi_sentences.hpp"
#include "days.hpp"
#include "surveys.hpp"

namespace examples {
namespace {

// Chosen among a few thousand so that chance adds no story of its own.
constexpr std::uint64_t seed = 38;

using namespace sentences;

constexpr int first_year = 2025, first_month = 11, month_count = 12;
// Months from the first: 3 is February, 7 is June, 9 is August 2026.
constexpr int late_from = 3, late_to = 6, recovered_from = 7, survey_of_callers = 9;

enum Question { recommend, satisfied, easy, understood, solved, friendly, on_time, smooth, expert, question_count };

/// What an experience adds to or takes from each question, in thousandths of a standard deviation.
using Shift = std::array<int, question_count>;

struct TouchpointPlan {
    std::string_view                name;
    std::array<std::string_view, 2> channels;
    int                             first_channel; ///< permille of rows
    int                             rows;          ///< in a usual month
    Shift                           shift;
};

constexpr std::array<TouchpointPlan, touchpoint_count> plans{
    {{"Verkkokauppa", {"Verkko", "Mobiilisovellus"}, 640, 62, {250, 200, 150, 100, 150, 0, 200, 100, -100}},
     {"Myymälä", {"Myymälä", "Myymälä"}, 1000, 52, {450, 450, 350, 450, 350, 350, 250, 350, 450}},
     {"Toimitus", {"Kenttä", "Kenttä"}, 1000, 86, {250, 250, 200, 100, 200, 150, 150, 200, 0}},
     {"Asennus", {"Kenttä", "Kenttä"}, 1000, 34, {350, 350, 250, 300, 250, 350, 100, 250, 400}},
     {"Asiakaspalvelu, puhelin",
      {"Puhelin", "Puhelin"},
      1000,
      33,
      {-1000, -950, -1050, -450, -650, -150, -1000, -950, -400}},
     {"Chat", {"Verkko", "Mobiilisovellus"}, 700, 34, {50, 0, 100, -100, -150, 100, 150, 100, -100}},
     {"Huolto", {"Kenttä", "Puhelin"}, 1000, 30, {150, 150, 0, 150, 100, 250, -100, 0, 250}},
     {"Laskutus", {"Verkko", "Sähköposti"}, 600, 24, {0, 0, 50, -50, 0, -50, 100, 50, -150}}}};

constexpr Shift late_shift{-1000, -950, -450, -150, -450, -150, -1500, -350, -50};
constexpr Shift recovered_shift{400, 350, 250, 50, 200, 100, 550, 250, 0};

constexpr std::array<std::string_view, 3>  customer_kinds{"Kuluttaja", "Yritys", "Taloyhtiö"};
constexpr std::array<int, 3>               customer_kind_weights{78, 15, 7};
constexpr std::array<std::string_view, 6>  areas{"Uusimaa",           "Pirkanmaa",   "Varsinais-Suomi",
                                                "Pohjois-Pohjanmaa", "Keski-Suomi", "Lappi"};
constexpr std::array<int, 6>               area_weights{38, 19, 16, 13, 9, 5};
constexpr std::array<std::string_view, 14> first_names{"aino",  "eero", "helmi", "ilmari", "kerttu", "lauri", "martta",
                                                       "niilo", "oiva", "saara", "toivo",  "ulla",   "vilho", "anni"};
constexpr std::array<std::string_view, 12> surnames{"esimerkki", "malli",    "kuvitelma", "mallikas",
                                                    "koeajo",    "testaaja", "keksitty",  "satunen",
                                                    "otos",      "vastaaja", "kyselija",  "haarukka"};
// Most answer in the evening.
constexpr std::array<int, 24> hour_weights{0, 0, 0, 0, 0, 0, 1, 3, 5, 6, 6, 6, 6, 5, 5, 5, 6, 8, 9, 10, 9, 6, 3, 1};

struct Customer {
    int              number;
    std::string_view kind, area;
    std::string      address;
    int              temper;
};

struct Row {
    int         day, minute; ///< of the survey, of the day
    std::size_t touchpoint;
    bool        late, recovered;
};

std::vector<Customer> customers(Random& random) {
    std::vector<Customer> list;
    int                   number = 200'114;
    for (int one = 0; one < 2600; ++one) {
        number += random.between(1, 31);
        const std::string_view kind = customer_kinds[random.weighted(customer_kind_weights)];
        const std::string_view area = areas[random.weighted(area_weights)];
        const std::string_view first_name = random.pick(first_names);
        const std::string_view surname = random.pick(surnames);
        const int              temper = random.bell();
        list.push_back(
            {number, kind, area, fmt::format("{}.{}{}@example.invalid", first_name, surname, number % 97), temper});
    }
    return list;
}

/// When and where each response was given, in the order of time.
std::vector<Row> schedule(Random& random) {
    std::vector<Row> rows;
    int              first_day = 0;
    for (int month = 0; month < month_count; ++month) {
        const Date start = days_after(first_year, first_month, first_day);
        const int  days = days_in_month(start.year, start.month);
        for (std::size_t touchpoint = 0; touchpoint < touchpoint_count; ++touchpoint) {
            int count = plans[touchpoint].rows * random.between(930, 1070) / 1000;
            if (touchpoint == phone && month == survey_of_callers) count = count * 43 / 10;
            const bool delivered = touchpoint == delivery;
            for (int one = 0; one < count; ++one) {
                const int day = random.below(days);
                const int hour = static_cast<int>(random.weighted(hour_weights));
                const int minute = random.below(60);
                rows.push_back({first_day + day, 60 * hour + minute, touchpoint,
                                delivered && month >= late_from && month <= late_to,
                                delivered && month >= recovered_from});
            }
        }
        first_day += days;
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        return left.day != right.day ? left.day < right.day : left.minute < right.minute;
    });
    return rows;
}

/// What the customer feels about each question.
Shift feelings(Random& random, const Row& row, int temper) {
    const int own = random.bell();
    const int shared = blend(temper, own, 7, 24, 25);
    Shift     felt{};
    for (std::size_t question = 0; question < question_count; ++question) {
        const int aside = random.bell();
        if (question == recommend)
            felt[question] = blend(shared, aside, 24, 7, 25);
        else if (question == satisfied || question == easy)
            felt[question] = blend(shared, aside, 4, 3, 5);
        else
            felt[question] = blend(shared, aside, 3, 4, 5);
        felt[question] += plans[row.touchpoint].shift[question];
        if (row.late) felt[question] += late_shift[question];
        if (row.recovered) felt[question] += recovered_shift[question];
    }
    return felt;
}

std::string need_answer(Random& random, int feeling) {
    if (random.happens(35)) return "EOS";
    if (random.happens(18)) return "En osaa sanoa";
    if (random.happens(30)) return "";
    return std::to_string(ladders::need.point(feeling));
}

std::string scale_answer(Random& random, const Ladder& ladder, int feeling, int left_blank) {
    if (random.happens(left_blank)) return "";
    return std::to_string(ladder.point(feeling));
}

/// The tool knew the telephone by another name until the end of 2025.
std::string touchpoint_name(const Row& row) {
    const bool renamed_later = row.touchpoint == phone && row.day < 30 + 31;
    return renamed_later ? "Puhelinpalvelu" : std::string(plans[row.touchpoint].name);
}

std::string written_time(const Row& row) {
    const Date date = days_after(first_year, first_month, row.day);
    return fmt::format("{:02}.{:02}.{} {:02}:{:02}", date.day, date.month, date.year, row.minute / 60, row.minute % 60);
}

std::string outcome(Random& random, int feeling) {
    if (random.happens(40)) return "";
    const int doubt = random.bell();
    return feeling + doubt / 2 > -1150 ? "Kyllä" : "Ei";
}

std::string comment(Random& random, const Row& row, int feeling) {
    const Mood mood = mood_of(ladders::recommend.point(feeling));
    const int  written = mood == Mood::bad ? 660 : mood == Mood::good ? 550 : 470;
    return random.happens(written) ? asiointi_comment(random, row.touchpoint, mood, row.late) : "";
}

void add_contact(Random& random, const Customer& customer, std::vector<std::string>& cells) {
    if (random.happens(80)) {
        cells.insert(cells.end(), {"", ""});
        return;
    }
    const bool yes = random.happens(390);
    cells.emplace_back(yes ? "Kyllä" : "Ei");
    cells.push_back(yes ? customer.address : "");
}

std::vector<std::string> response(Random& random, int number, const Row& row, const Customer& customer) {
    const TouchpointPlan&    plan = plans[row.touchpoint];
    const bool               first_channel = random.happens(plan.first_channel);
    const Shift              felt = feelings(random, row, customer.temper);
    std::vector<std::string> cells{fmt::format("KL-{}", 100'000 + number),
                                   written_time(row),
                                   std::to_string(customer.number),
                                   touchpoint_name(row),
                                   std::string(plan.channels[first_channel ? 0 : 1]),
                                   std::string(customer.kind),
                                   std::string(customer.area)};
    cells.push_back(scale_answer(random, ladders::recommend, felt[recommend], 25));
    cells.push_back(scale_answer(random, ladders::satisfaction, felt[satisfied], 35));
    cells.push_back(scale_answer(random, ladders::effort, felt[easy], 60));
    for (const Question question : {understood, solved, friendly, on_time, smooth, expert})
        cells.push_back(need_answer(random, felt[question]));
    cells.push_back(outcome(random, felt[solved]));
    cells.push_back(comment(random, row, felt[recommend]));
    add_contact(random, customer, cells);
    return cells;
}

} // namespace

CsvFile asiointi() {
    Random                      random(seed);
    const std::vector<Customer> pool = customers(random);
    const std::vector<Row>      rows = schedule(random);
    CsvFile                     table(';', "\r\n");
    table.add({"Vastaus-ID",
               "Vastausaika",
               "Asiakasnumero",
               "Kohtaamispiste",
               "Kanava",
               "Asiakasryhmä",
               "Alue",
               "Kuinka todennäköisesti suosittelisit Kotilinnaa ystävälle tai kollegalle?",
               "Kuinka tyytyväinen olit asiointiin?",
               "Kuinka helppoa asiointi oli?",
               "Tarpeeni ymmärrettiin",
               "Asiani ratkesi odotetusti",
               "Palvelu oli ystävällistä",
               "Asia hoitui ajoissa",
               "Asiointi sujui helposti",
               "Sain asiantuntevaa apua",
               "Ratkesiko asiasi?",
               "Miksi annoit tämän arvosanan?",
               "Saako sinuun ottaa yhteyttä?",
               "Sähköposti"});
    int number = 0;
    for (const Row& row : rows) {
        const auto customer = static_cast<std::size_t>(random.below(static_cast<int>(pool.size())));
        table.add(response(random, ++number, row, pool[customer]));
    }
    return table;
}

} // namespace examples
