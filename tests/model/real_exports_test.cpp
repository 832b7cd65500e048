#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/model/column_profile.hpp>
#include <cx/model/recognise.hpp>

using namespace cx;

// What is recognised in exports that real survey tools wrote.

namespace {

const std::filesystem::path data = std::filesystem::path(CX_SOURCE_DIR) / ".." / "shared" / "data";

bool is_there(const std::string& file) {
    if (std::filesystem::exists(data / file)) return true;
    WARN("skipped: " << file << " is not in this checkout's neighbourhood");
    return false;
}

struct Recognised {
    Export           source;
    Notices          notices;
    MeasurementModel model;

    explicit Recognised(const std::string& file)
        : source(open_export((data / file).string(), {})), model(recognise_model(source, notices)) {}

    [[nodiscard]] const Item& item(const std::string& id) const {
        const auto found =
            std::find_if(model.items.begin(), model.items.end(), [&](const Item& item) { return item.id == id; });
        REQUIRE(found != model.items.end());
        return *found;
    }
    [[nodiscard]] std::size_t items(ItemKind kind) const {
        return static_cast<std::size_t>(
            std::count_if(model.items.begin(), model.items.end(), [&](const Item& item) { return item.kind == kind; }));
    }
    [[nodiscard]] bool said(const std::string& text) const {
        return std::any_of(notices.begin(), notices.end(),
                           [&](const Notice& notice) { return notice.text.find(text) != std::string::npos; });
    }
    /// Answers of the sample by scale point, labels and numbers alike.
    [[nodiscard]] std::map<int, int> points(const Item& item) const {
        std::map<int, int> points;
        const auto         column = find_column(source.recognition, item.column);
        REQUIRE(column);
        std::string scratch;
        for (std::size_t row = 0; row < source.sample.size(); ++row) {
            const ProfiledValue value = read_value(source.sample.cell(row, *column, scratch), model.answers);
            const auto          label = item.labels.find(value.folded);
            if (label != item.labels.end())
                ++points[label->second];
            else if (value.kind == ValueKind::whole && item.scale.holds(value.number))
                ++points[value.number];
        }
        return points;
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("Finnish Webropol: the recommend item below its group, dates, groups by name") {
    const std::string file = "finnish-webropol/koodiaapinen-palautekysely-anonymisoitu.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    const Item&      recommend = found.item("recommend");
    CHECK(recommend.text == "Kuinka todennäköisesti suosittelisit kurssia?");
    CHECK(recommend.scale == Scale{0, 10});
    CHECK(found.points(recommend) == std::map<int, int>{{3, 1}, {4, 1}, {6, 2}, {7, 4}, {8, 19}, {9, 48}, {10, 60}});
    CHECK(found.model.columns.date == Names{"Vastausaika"});
    CHECK(found.model.columns.date_order == DateOrder::dmy);
    CHECK(found.model.columns.response.empty()); // nearly half of the ids are #N/A
    const Names& segments = found.model.columns.segments;
    CHECK(std::find(segments.begin(), segments.end(), "Asuinpaikka") != segments.end());
    // The bipolar "far too slow ... far too fast", the motives of three degrees and what was ticked are no ratings.
    for (const Item& item : found.model.items) {
        CHECK(item.column != "etenemistahti");
        CHECK(item.column != "pidän aihetta tärkeänä");
        CHECK(item.column != "Esiopetus");
    }
    CHECK(found.said("multi-selects"));
}

TEST_CASE("SurveyMonkey 2020: recommend on 1-10 as its question says, counts of the tool's own summary") {
    const std::string file = "cncf-surveymonkey/CNCF_Maintainers_Survey_2020_H2.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    CHECK(found.item("recommend").scale == Scale{1, 10});
    CHECK(found.points(found.item("recommend")) ==
          std::map<int, int>{{1, 1}, {5, 3}, {6, 6}, {7, 8}, {8, 15}, {9, 14}, {10, 50}});
    CHECK(found.item("satisfaction").scale == Scale{1, 10});
    CHECK(found.items(ItemKind::rating) == 11);
    CHECK(found.model.columns.response == Names{"Respondent ID"});
    CHECK(found.said("1-10, not 0-10"));
}

TEST_CASE("SurveyMonkey 2019: the word for the highest point counts, and is said") {
    const std::string file = "cncf-surveymonkey/maintainer-survey-results-2019-h2.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    const auto       points = found.points(found.item("recommend"));
    int              answers = 0;
    int              net = 0;
    for (const auto& [point, count] : points) {
        answers += count;
        net += point >= 9 ? count : point <= 6 ? -count : 0;
    }
    CHECK(answers == 70);
    CHECK(points.at(10) == 21);
    CHECK(100.0 * net / answers == Approx(40.0));
    CHECK(found.said("\"Absolutely\" (21 answers) is read as 10"));
}

TEST_CASE("a French retailer: NPS on 1-10 said, satisfaction and intention, no amounts or counts") {
    const std::string file = "french-retail-nps/nps.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    REQUIRE(found.model.items.size() == 3);
    CHECK(found.item("recommend").scale == Scale{1, 10});
    CHECK(found.item("satisfaction").scale == Scale{1, 10});
    CHECK(found.item("intention").scale == Scale{1, 10});
    CHECK(found.said("1-10, not 0-10"));
    CHECK(found.model.columns.response == Names{"id"});
}

TEST_CASE("German and English twins of one LimeSurvey export are the same answers") {
    const std::string german = "german-limesurvey/results_german.csv";
    const std::string english = "german-limesurvey/results_english.csv";
    if (!is_there(german) || !is_there(english)) return;
    const Recognised de(german);
    const Recognised en(english);
    REQUIRE(de.model.items.size() == en.model.items.size());
    REQUIRE(de.model.items.size() > 50);
    for (std::size_t i = 0; i < de.model.items.size(); ++i) {
        INFO(de.model.items[i].text << " / " << en.model.items[i].text);
        CHECK(de.model.items[i].scale == en.model.items[i].scale);
        CHECK(de.points(de.model.items[i]) == en.points(en.model.items[i]));
    }
}

TEST_CASE("Star Wars: ranks are no ratings, films seen are no items") {
    const std::string file = "starwars-surveymonkey/StarWars.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    CHECK(found.said("6 boxes of multi-selects, 6 ranks"));
    REQUIRE(found.model.items.size() == 14); // views of characters, in words
    for (const Item& item : found.model.items) {
        CHECK(item.scale == Scale{1, 5});
        CHECK(item.labels.at("very favorably") == 5);
        CHECK(item.not_applicable == Names{"Unfamiliar (N/A)"});
    }
}

TEST_CASE("Spack: importance ranks and quality ratings in words, no years, no counts") {
    const std::string file = "spack-googleforms/spack-user-survey-2020-responses.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    REQUIRE(found.model.items.size() == 16);
    CHECK(found.item("spack").labels.at("excellent") == 5);
    CHECK(found.item("spack").labels.at("horrible") == 1);
    CHECK(found.item("windows-support").labels.at("critical") == 5);
    CHECK(found.model.columns.date_order == DateOrder::mdy);
}

TEST_CASE("Jupyter: a survey of open questions has nothing to score, which is said") {
    const std::string file = "jupyter-surveygizmo/20160115235816-SurveyExport.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    CHECK(found.model.items.empty());
    CHECK(found.model.columns.date == Names{"Date Submitted"});
    CHECK(found.model.columns.comment.size() > 15);
    CHECK(found.said("no column is recognised as a question"));
}

TEST_CASE("Qualtrics: roles by the tool's codes, what is personal, a label with a slip") {
    const std::string file = "qualtrics-three-headers/0723qualtrics.csv";
    if (!is_there(file)) return;
    const Recognised found(file);
    CHECK(found.model.columns.response == Names{"ResponseId"});
    CHECK(found.model.columns.date == Names{"EndDate"});
    for (const char* code : {"IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail",
                             "LocationLatitude", "LocationLongitude"}) {
        INFO(code);
        const Names& personal = found.model.columns.personal;
        CHECK(std::find(personal.begin(), personal.end(), code) != personal.end());
    }
    CHECK(found.item("legitimacy-1-1").labels.at("stronlgy disagree") == 1);
    CHECK(found.said("\"stronlgy disagree\" is read as \"strongly disagree\""));
    for (const Item& item : found.model.items) CHECK(item.id.find("click") == std::string::npos); // page timings
}

TEST_CASE("every export in the folder is recognised or refused with a reason") {
    if (!is_there("README.md")) return;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data)) {
        if (entry.path().extension() != ".csv") continue;
        ++files;
        INFO(entry.path());
        try {
            const Export source = open_export(entry.path().string(), {});
            Notices      notices;
            (void)recognise_model(source, notices);
            CHECK(!notices.empty());
        } catch (const Error& error) {
            CHECK(std::string(error.what()).find(entry.path().filename().string()) != std::string::npos);
        }
    }
    CHECK(files > 30);
}
