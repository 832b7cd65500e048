// A relationship survey of Northlight, an energy-monitoring company that does not exist: one row a customer, importance
// and performance side by side. What is planted here is told in northlight/README.md.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "answers.hpp"
#include "days.hpp"
#include "northlight_sentences.hpp"
#include "surveys.hpp"

namespace examples {
namespace {

using namespace northlight_sentences;

// Chosen among a few thousand so that chance adds no story of its own.
constexpr std::uint64_t seed = 31;

constexpr int response_count = 1500;

struct Attribute {
    std::string_view text;
    int              importance, performance; ///< shifts in thousandths of a standard deviation
};

constexpr std::array<Attribute, attribute_count> attributes{{{"Analytics ahead of the industry", 50, 250},
                                                             {"Advice that saves energy", 350, 0},
                                                             {"Open integrations", -650, 450},
                                                             {"A partner in our climate targets", -700, -450},
                                                             {"Data we can rely on", 1050, 650},
                                                             {"Responsive support", 950, -950},
                                                             {"Pricing we can foresee", -100, -150},
                                                             {"Safe handling of our data", 700, 800}}};

struct Asked {
    std::string_view text;
    int              shift;
};

constexpr std::array<Asked, 5> needs{{{"Northlight understands what we need", 50},
                                      {"Our issues get solved as we expect", -450},
                                      {"People at Northlight are friendly", 600},
                                      {"Things happen on time", -350},
                                      {"Doing business with Northlight is easy", 0}}};

struct Contact {
    std::string_view text;
    int              shift, known; ///< permille of customers that have used it
};

constexpr std::array<Contact, 7> contacts{{{"Onboarding", 250, 620},
                                           {"Field visits", 350, 380},
                                           {"Web portal", 200, 960},
                                           {"Mobile app", -200, 510},
                                           {"Support desk", -800, 830},
                                           {"Account manager", 300, 640},
                                           {"Billing", 0, 900}}};
constexpr std::size_t            support_desk = 4;

struct Plan {
    std::string_view name;
    int              answering, weight; ///< share of answers, percent; how much each stands for, percent
};

constexpr std::array<Plan, 3> plans{{{"Starter", 30, 138}, {"Business", 46, 90}, {"Enterprise", 24, 54}}};
constexpr std::size_t         enterprise = 2;

struct Region {
    std::string_view name;
    int              answering, weight;
};

constexpr std::array<Region, 5> regions{
    {{"Nordics", 40, 78}, {"Baltics", 15, 120}, {"Benelux", 16, 104}, {"DACH", 18, 112}, {"UK & Ireland", 11, 166}}};

struct Industry {
    std::string_view name;
    int              answering, weight;
};

constexpr std::array<Industry, 5> industries{{{"Real estate", 30, 100},
                                              {"Retail", 22, 94},
                                              {"Food, beverage & catering", 16, 108},
                                              {"Manufacturing", 20, 101},
                                              {"Public sector", 12, 113}}};

struct Customer {
    std::size_t plan, region, industry;
    int         shared; ///< feeling about the company as a whole
};

template <typename List> std::size_t drawn(Random& random, const List& list) {
    std::array<int, std::tuple_size_v<List>> weights{};
    for (std::size_t index = 0; index < list.size(); ++index) weights[index] = list[index].answering;
    return random.weighted(weights);
}

Customer drawn_customer(Random& random) {
    const std::size_t plan = drawn(random, plans);
    const std::size_t region = drawn(random, regions);
    const std::size_t industry = drawn(random, industries);
    const int         shared = random.bell();
    return {plan, region, industry, shared};
}

/// Two decimals, from 0.40 to 2.80.
std::string weight(const Customer& customer) {
    const int exact =
        plans[customer.plan].weight * regions[customer.region].weight * industries[customer.industry].weight / 10'000;
    const int kept = std::clamp(exact, 40, 280);
    return fmt::format("{}.{:02}", kept / 100, kept % 100);
}

/// Large customers wait for support as others do and suffer more from it.
int of_plan(const Customer& customer, int shift) { return customer.plan == enterprise ? shift : 0; }

std::string answer(Random& random, const Ladder& ladder, int feeling, int left_blank) {
    if (random.happens(left_blank)) return "";
    return std::to_string(ladder.point(feeling));
}

/// Feelings about the attributes' performance, which comments follow too.
std::array<int, attribute_count> performances(Random& random, const Customer& customer) {
    std::array<int, attribute_count> felt{};
    for (std::size_t one = 0; one < attribute_count; ++one) {
        const int aside = random.bell();
        felt[one] = blend(customer.shared, aside, 3, 4, 5) + attributes[one].performance;
        if (one == support) felt[one] += of_plan(customer, -600);
    }
    return felt;
}

void add_pairs(Random& random, const Customer& customer, const std::array<int, attribute_count>& performance,
               std::vector<std::string>& cells) {
    const int leaning = random.bell(); // some find everything important
    for (std::size_t one = 0; one < attribute_count; ++one) {
        const int aside = random.bell();
        const int shift = attributes[one].importance + (one == support ? of_plan(customer, 250) : 0);
        cells.push_back(answer(random, ladders::ten, blend(leaning, aside, 3, 4, 5) + shift, 45));
    }
    for (std::size_t one = 0; one < attribute_count; ++one) {
        const bool unknown = random.happens(one == integrations || one == partner ? 110 : 20);
        cells.push_back(unknown ? "N/A" : answer(random, ladders::ten, performance[one], 30));
    }
}

void add_needs(Random& random, const Customer& customer, std::vector<std::string>& cells) {
    for (std::size_t need = 0; need < needs.size(); ++need) {
        const int aside = random.bell();
        const int feeling = blend(customer.shared, aside, 3, 4, 5) + needs[need].shift +
                            of_plan(customer, need == 1 || need == 3 ? -400 : 0);
        const bool unknown = random.happens(30);
        cells.push_back(unknown ? "N/A" : answer(random, ladders::need, feeling, 20));
    }
}

void add_contacts(Random& random, const Customer& customer, std::vector<std::string>& cells) {
    for (std::size_t contact = 0; contact < contacts.size(); ++contact) {
        const int aside = random.bell();
        const int feeling = blend(customer.shared, aside, 3, 4, 5) + contacts[contact].shift +
                            of_plan(customer, contact == support_desk ? -500 : 0);
        const bool known = random.happens(contacts[contact].known);
        cells.push_back(known ? answer(random, ladders::satisfaction, feeling, 25) : "N/A");
    }
}

std::string with_slots(Random& random, std::string_view sentence) {
    const int days = random.between(2, 12);
    const int percent = random.between(4, 23);
    const int ticket = random.between(10'000, 99'999);
    const int sites = random.between(12, 140);
    return filled(sentence, {{"{d}", std::to_string(days)},
                             {"{p}", std::to_string(percent)},
                             {"{n}", std::to_string(ticket)},
                             {"{s}", std::to_string(sites)}});
}

std::string reason(Random& random, int likelihood, const std::array<int, attribute_count>& performance) {
    if (!random.happens(520)) return "";
    const Mood mood = mood_of(likelihood);
    const auto worst =
        static_cast<std::size_t>(std::min_element(performance.begin(), performance.end()) - performance.begin());
    const auto best =
        static_cast<std::size_t>(std::max_element(performance.begin(), performance.end()) - performance.begin());
    std::vector<std::string> parts;
    if (mood != Mood::bad && (mood == Mood::good || random.happens(400))) {
        const std::string_view liked = random.pick(likes[best]);
        parts.push_back(with_slots(random, liked));
    }
    if (mood == Mood::neutral && (parts.empty() || random.happens(300))) parts.emplace_back(random.pick(so_so));
    if (mood == Mood::bad || (mood == Mood::good && random.happens(150))) {
        const std::string_view disliked = random.pick(dislikes[worst]);
        parts.push_back(with_slots(random, disliked));
    }
    return joined(random, std::move(parts));
}

std::vector<std::string> response(Random& random, int number, int day, const Customer& customer) {
    const Date               date = days_after(2026, 1, day);
    const auto               performance = performances(random, customer);
    const int                account = random.between(1000, 9999);
    const int                for_recommend = random.bell();
    const int                for_satisfaction = random.bell();
    const int                for_effort = random.bell();
    const int                likelihood = blend(customer.shared, for_recommend, 4, 3, 5) + 60 + of_plan(customer, -650);
    std::vector<std::string> cells{fmt::format("NL-{:04}", number),
                                   fmt::format("{}-{:02}-{:02}", date.year, date.month, date.day),
                                   fmt::format("C{}{:03}", account, number % 1000),
                                   std::string(plans[customer.plan].name),
                                   std::string(regions[customer.region].name),
                                   std::string(industries[customer.industry].name),
                                   weight(customer)};
    cells.push_back(answer(random, ladders::recommend, likelihood, 15));
    cells.push_back(answer(random, ladders::satisfaction,
                           blend(customer.shared, for_satisfaction, 4, 3, 5) + of_plan(customer, -450), 20));
    cells.push_back(answer(random, ladders::effort,
                           blend(customer.shared, for_effort, 4, 3, 5) + of_plan(customer, -300) - 150, 60));
    add_pairs(random, customer, performance, cells);
    add_needs(random, customer, cells);
    add_contacts(random, customer, cells);
    cells.push_back(reason(random, ladders::recommend.point(likelihood), performance));
    cells.push_back(random.happens(90) ? std::string(random.pick(wishes)) : "");
    return cells;
}

std::vector<std::string> header() {
    std::vector<std::string> cells{"Response ID",
                                   "Completed",
                                   "Customer ID",
                                   "Plan",
                                   "Region",
                                   "Industry",
                                   "Weight",
                                   "How likely are you to recommend Northlight to a friend or colleague?",
                                   "Overall, how satisfied are you with Northlight?",
                                   "Northlight made it easy for us to handle our issue"};
    for (const Attribute& attribute : attributes) cells.push_back(fmt::format("Importance: {}", attribute.text));
    for (const Attribute& attribute : attributes) cells.push_back(fmt::format("Performance: {}", attribute.text));
    for (const Asked& need : needs) cells.emplace_back(need.text);
    for (const Contact& contact : contacts) cells.push_back(fmt::format("Satisfaction: {}", contact.text));
    cells.insert(cells.end(), {"What is the main reason for your score?", "Anything else we should know?"});
    return cells;
}

} // namespace

CsvFile northlight() {
    Random           random(seed);
    std::vector<int> days;
    days.reserve(response_count);
    for (int one = 0; one < response_count; ++one) days.push_back(random.below(181)); // two quarters
    std::sort(days.begin(), days.end());
    CsvFile table(',', "\n");
    table.add(header());
    int number = 0;
    for (const int day : days) {
        const Customer customer = drawn_customer(random);
        table.add(response(random, ++number, day, customer));
    }
    return table;
}

} // namespace examples
