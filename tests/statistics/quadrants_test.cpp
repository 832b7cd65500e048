#include <cx/statistics/quadrants.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace cx;

namespace {

struct Named {
    const char* name;
    double      importance, performance;
};

/// Martilla and James (1977): a car dealer's service.
const std::vector<Named> car_dealer{{"job right first time", 3.83, 2.63},
                                    {"fast action on complaints", 3.63, 2.73},
                                    {"prompt warranty work", 3.60, 3.15},
                                    {"able to do any job", 3.56, 3.00},
                                    {"service when needed", 3.41, 3.05},
                                    {"courteous and friendly", 3.41, 3.29},
                                    {"car ready when promised", 3.38, 3.03},
                                    {"only necessary work", 3.37, 3.11},
                                    {"low prices", 3.29, 2.00},
                                    {"clean up", 3.27, 3.02},
                                    {"convenient to home", 2.52, 2.25},
                                    {"convenient to work", 2.43, 2.49},
                                    {"courtesy buses", 2.37, 2.35},
                                    {"maintenance notices", 2.05, 3.33}};

std::vector<Attribute> attributes_of(const std::vector<Named>& all) {
    std::vector<Attribute> attributes;
    for (const Named& one : all) attributes.push_back({one.importance, one.performance, {}, {}, {}, {}, {}});
    return attributes;
}

std::set<std::string> names_in(const std::vector<Named>& all, const Quadrants& placed, Quadrant quadrant) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (placed.attributes[i].quadrant == quadrant) names.insert(all[i].name);
    }
    return names;
}

constexpr Scale one_to_four{1, 4};
constexpr Scale one_to_ten{1, 10};

} // namespace

TEST_CASE("O-16 a car dealer's fourteen attributes by the mean cut") {
    const auto placed = quadrants(attributes_of(car_dealer), CutPoint::mean, one_to_four);
    REQUIRE(placed);
    CHECK(placed->cut_importance == Approx(3.1514286).margin(5e-8));
    CHECK(placed->cut_performance == Approx(2.8164286).margin(5e-8));
    CHECK(names_in(car_dealer, *placed, Quadrant::concentrate_here) ==
          std::set<std::string>{"job right first time", "fast action on complaints", "low prices"});
    CHECK(names_in(car_dealer, *placed, Quadrant::keep_up) ==
          std::set<std::string>{"prompt warranty work", "able to do any job", "service when needed",
                                "courteous and friendly", "car ready when promised", "only necessary work",
                                "clean up"});
    CHECK(names_in(car_dealer, *placed, Quadrant::low_priority) ==
          std::set<std::string>{"convenient to home", "convenient to work", "courtesy buses"});
    CHECK(names_in(car_dealer, *placed, Quadrant::possible_overkill) == std::set<std::string>{"maintenance notices"});
}

TEST_CASE("The same attributes by the median and by the scale's middle") {
    const auto median = quadrants(attributes_of(car_dealer), CutPoint::median, one_to_four);
    REQUIRE(median);
    CHECK(median->cut_importance == Approx(3.375));
    CHECK(median->cut_performance == Approx(3.01));
    CHECK(names_in(car_dealer, *median, Quadrant::concentrate_here) ==
          std::set<std::string>{"job right first time", "fast action on complaints", "able to do any job"});
    const auto middle = quadrants(attributes_of(car_dealer), CutPoint::scale, one_to_four);
    REQUIRE(middle);
    CHECK(middle->cut_importance == 2.5);
    CHECK(middle->cut_performance == 2.5);
    CHECK(names_in(car_dealer, *middle, Quadrant::concentrate_here) ==
          std::set<std::string>{"low prices", "convenient to home"});
}

TEST_CASE("Targets cut performance at their mean, and importance stays at its own") {
    auto attributes = attributes_of({{"a", 9, 6}, {"b", 8, 8}, {"c", 4, 7}});
    CHECK_FALSE(quadrants(attributes, CutPoint::target, one_to_ten));
    attributes[0].target = 7;
    attributes[1].target = 8;
    const auto placed = quadrants(attributes, CutPoint::target, one_to_ten);
    REQUIRE(placed);
    CHECK(placed->cut_importance == 7);
    CHECK(placed->cut_performance == 7.5);
    CHECK(placed->attributes[0].quadrant == Quadrant::concentrate_here);
    CHECK(placed->attributes[1].quadrant == Quadrant::keep_up);
    CHECK(placed->attributes[2].quadrant == Quadrant::low_priority);
}

TEST_CASE("Fewer than three attributes have no quadrants") {
    CHECK_FALSE(quadrants({}, CutPoint::mean, one_to_ten));
    CHECK_FALSE(quadrants(attributes_of({{"a", 9, 6}}), CutPoint::scale, one_to_ten));
    CHECK_FALSE(quadrants(attributes_of({{"a", 9, 6}, {"b", 8, 8}}), CutPoint::median, one_to_ten));
}

TEST_CASE("Attributes that are all alike lie at the cut, and that is high") {
    // The mean of three times 7.3 is not 7.3 to the last bit.
    const auto placed =
        quadrants(attributes_of({{"a", 7.3, 5}, {"b", 7.3, 6.1}, {"c", 7.3, 7}}), CutPoint::mean, one_to_ten);
    REQUIRE(placed);
    CHECK_FALSE(placed->importance_varies);
    CHECK(placed->performance_varies);
    CHECK(placed->attributes[0].quadrant == Quadrant::concentrate_here);
    CHECK(placed->attributes[1].quadrant == Quadrant::keep_up);
    CHECK(placed->attributes[2].quadrant == Quadrant::keep_up);
    const auto same =
        quadrants(attributes_of({{"a", 1, 0.1}, {"b", 2, 0.1}, {"c", 3, 0.1}}), CutPoint::mean, one_to_ten);
    REQUIRE(same);
    CHECK(same->importance_varies);
    CHECK_FALSE(same->performance_varies);
    CHECK(same->attributes[0].quadrant == Quadrant::possible_overkill);
}

TEST_CASE("An attribute is certain where neither interval reaches over its cut") {
    std::vector<Attribute> attributes{{9, 4, 8.5, 9.5, 3, 5, {}},   // both clear
                                      {9, 4, 6.5, 9.9, 3, 5, {}},   // importance reaches over
                                      {9, 4, 8.5, 9.5, 3, 6.1, {}}, // performance reaches over
                                      {1, 6, 0.5, 1.5, 6, 7, {}},   // begins at the cut: high
                                      {2, 5, 1, 3, 4, 6, {}},       // ends at the cut: could be high
                                      {9, 9, {}, {}, 8, 9.5, {}}};  // no interval
    for (Attribute& attribute : attributes) attribute.target = 6;
    const auto placed = quadrants(attributes, CutPoint::target, one_to_ten);
    REQUIRE(placed);
    CHECK(placed->cut_importance == 6.5);
    std::vector<bool> certain;
    for (const PlacedAttribute& attribute : placed->attributes) certain.push_back(attribute.certain);
    CHECK(certain == std::vector<bool>{true, true, false, true, false, false});
}

TEST_CASE("Cut points and quadrants have the names of the command line and the literature") {
    CHECK(to_string(CutPoint::mean) == "mean");
    CHECK(to_string(CutPoint::target) == "target");
    CHECK(to_string(Quadrant::keep_up) == "keep up the good work");
    CHECK(to_string(Quadrant::concentrate_here) == "concentrate here");
}
