#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/model/recognise_items.hpp>

using namespace cx;

namespace {

NumberCounts each(int low, int high, std::size_t count = 10) {
    NumberCounts counts;
    for (int point = low; point <= high; ++point) counts[point] = count;
    return counts;
}

} // namespace

TEST_CASE("a recommend item is on 0-10 unless its answers or its question say 1-10") {
    CHECK(recommend_scale(each(0, 10), {}, {}) == Scale{0, 10});
    CHECK(recommend_scale(each(3, 10), {}, {}) == Scale{0, 10});
    CHECK(recommend_scale(each(1, 10), {}, {}) == Scale{1, 10});
    CHECK(recommend_scale({}, {}, {}) == Scale{0, 10});
    NumberCounts one = each(5, 10);
    one[1] = 1;
    CHECK(recommend_scale(one, {}, {}) == Scale{0, 10}); // a single 1 tells nothing
    CHECK(recommend_scale(one, {Scale{1, 10}, false, 0}, {}) == Scale{1, 10});
    CHECK(recommend_scale(each(0, 10), {Scale{1, 10}, false, 0}, {}) == Scale{0, 10});
}

TEST_CASE("recommending on another scale is no recommend item") {
    CHECK_FALSE(recommend_scale(each(1, 5), {}, {}));
    CHECK_FALSE(recommend_scale(each(1, 7), {}, {}));
    CHECK_FALSE(recommend_scale(each(0, 100, 1), {}, {}));
    CHECK_FALSE(recommend_scale(each(1, 5), {Scale{1, 5}, false, 0}, {}));
}

TEST_CASE("an 11 without a 0 is refused with its place, one beside a 0 is an answer off the scale") {
    const Place place{"survey.csv", 0, 0, "nps"};
    CHECK_THROWS_WITH(recommend_scale(each(1, 11), {}, place),
                      Catch::Contains("survey.csv") && Catch::Contains("nps") && Catch::Contains("codes = [1, 11]"));
    NumberCounts counts = each(0, 10, 100);
    counts[11] = 1;
    CHECK(recommend_scale(counts, {}, place) == Scale{0, 10});
}
