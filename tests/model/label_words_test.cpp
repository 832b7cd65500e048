#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <string>

#include <cx/base/text.hpp>
#include <cx/model/label_scales.hpp>

using namespace cx;

TEST_CASE("labels are written folded") {
    for (const LabelRow& row : label_rows()) {
        INFO(row.labels);
        CHECK(folded(row.labels) == row.labels);
        CHECK(row.position >= -3);
        CHECK(row.position <= 4);
    }
}

TEST_CASE("no label of a family stands at two positions") {
    std::map<std::pair<LabelFamily, std::string>, int> positions;
    for (const LabelRow& row : label_rows()) {
        std::string labels(row.labels);
        for (std::size_t start = 0; start <= labels.size();) {
            const std::size_t end = std::min(labels.find('|', start), labels.size());
            const std::string label = labels.substr(start, end - start);
            INFO(label);
            REQUIRE(!label.empty());
            const auto [at, added] = positions.emplace(std::pair{row.family, label}, row.position);
            CHECK(at->second == row.position);
            start = end + 1;
        }
    }
}

TEST_CASE("each family has a low, a middle and a high in each of its languages") {
    std::map<std::pair<LabelFamily, std::string_view>, std::set<int>> positions;
    for (const LabelRow& row : label_rows()) positions[{row.family, row.language}].insert(row.position);
    for (const auto& [key, used] : positions) {
        INFO(to_string(key.first) << " " << key.second);
        CHECK(used.count(-3) == 1);
        CHECK(used.count(0) == 1);
        CHECK(used.count(3) == 1);
    }
}
