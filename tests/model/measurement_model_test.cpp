#include <cx/model/measurement_model.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>

namespace {

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

} // namespace

TEST_CASE("Answers that are none by default") {
    const auto texts = cx::default_answer_texts();
    CHECK(texts.missing == std::vector<std::string>{"", "-", "na", "#n/a", "null"});
    for (const char* answer :
         {"n/a", "eos", "en osaa sanoa", "ei mielipidettä", "vet ej", "kan inte säga", "don't know"})
        CHECK(has(texts.not_applicable, cx::folded(answer)));
    CHECK_FALSE(has(texts.missing, "-99"));
}

TEST_CASE("Promoters and detractors by scale, and as an item says") {
    using Cuts = std::pair<int, int>;
    cx::Item item;
    CHECK(cx::recommend_cuts(item) == Cuts{9, 6});
    item.scale = {1, 10};
    CHECK(cx::recommend_cuts(item) == Cuts{9, 6});
    item.promoters = 8;
    CHECK(cx::recommend_cuts(item) == Cuts{8, 6});
    item.scale = {1, 5};
    CHECK_FALSE(cx::recommend_cuts(item).has_value());
    item.detractors = 3;
    CHECK(cx::recommend_cuts(item) == Cuts{8, 3});
}

TEST_CASE("A scale counts its points") {
    const cx::Scale scale{4, 10};
    CHECK(scale.size() == 7);
    CHECK(scale.holds(4));
    CHECK(scale.holds(10));
    CHECK_FALSE(scale.holds(3));
    CHECK_FALSE(scale.holds(11));
}

TEST_CASE("Kinds and needs have the names of the model file") {
    CHECK(cx::to_string(cx::ItemKind::recommend) == "recommend");
    CHECK(cx::to_string(cx::ItemKind::satisfaction) == "satisfaction");
    CHECK(cx::to_string(cx::ItemKind::effort) == "effort");
    CHECK(cx::to_string(cx::ItemKind::rating) == "rating");
    CHECK(cx::to_string(cx::ItemKind::choice) == "choice");
    CHECK(cx::to_string(cx::Need::none).empty());
    CHECK(cx::to_string(cx::Need::basic) == "basic");
    CHECK(cx::to_string(cx::Need::differentiating) == "differentiating");
}
