// The smallest useful export, for a first try: no model file, and headers that tell what they are.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "answers.hpp"
#include "days.hpp"
#include "phrases.hpp"
#include "surveys.hpp"

namespace examples {
namespace {

// Chosen so that every scale point occurs.
constexpr std::uint64_t seed = 17;

struct Place {
    std::string_view name;
    int              shift;
};

constexpr std::array<Place, 4> places{{{"Web shop", 250}, {"Store", 500}, {"Delivery", 0}, {"Support", -700}}};
constexpr std::array<int, 4>   place_weights{38, 26, 32, 24};

constexpr std::array<std::array<std::string_view, 3>, 4> bad{
    {{"Said \"in stock\", was not.", "The payment page failed twice.", "Too many clicks."},
     {"Nobody had time for me.", "The price at the till was another one.", "Had to queue, again."},
     {"It arrived late, and the box was torn.", "Left in the rain.", "No word about when it would come."},
     {"Took three calls to get an answer.", "I had to explain everything twice.",
      "Nobody could tell me when it would be fixed."}}};
constexpr std::array<std::string_view, 4> neutral{"Fine.", "Good, but I had to wait.", "Did what it should.",
                                                  "OK, nothing special."};
constexpr std::array<std::string_view, 6> good{
    "Friendly and quick.",     "Everything worked.",      "They knew what they were talking about.",
    "Easy from start to end.", "On time, to the minute!", "Great help, thank you."};

std::string why(Random& random, std::size_t place, Mood mood) {
    if (!random.happens(600)) return "";
    if (mood == Mood::bad) return std::string(random.pick(bad[place]));
    return std::string(mood == Mood::good ? random.pick(good) : random.pick(neutral));
}

} // namespace

CsvFile first_survey() {
    Random  random(seed);
    CsvFile table(',', "\n");
    table.add({"Response ID", "Submitted", "Touchpoint", "How likely are you to recommend us to a friend or colleague?",
               "Overall satisfaction", "How easy was it to get things done?", "Why?"});
    for (int number = 1; number <= 120; ++number) {
        const Date        date = days_after(2026, 9, (number - 1) / 2);
        const std::size_t at = random.weighted(place_weights);
        const Place&      place = places[at];
        const int         shared = random.bell() + place.shift;
        const int         for_satisfaction = random.bell();
        const int         for_effort = random.bell();
        const int         likelihood = ladders::recommend.point(shared);
        const bool        no_effort = random.happens(50);
        table.add({std::to_string(1000 + number), fmt::format("{}-{:02}-{:02}", date.year, date.month, date.day),
                   std::string(place.name), std::to_string(likelihood),
                   std::to_string(ladders::satisfaction.point(blend(shared, for_satisfaction, 4, 3, 5))),
                   no_effort ? "" : std::to_string(ladders::effort.point(blend(shared, for_effort, 4, 3, 5))),
                   why(random, at, mood_of(likelihood))});
    }
    return table;
}

} // namespace examples
