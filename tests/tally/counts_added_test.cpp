#include <catch2/catch.hpp>

#include <cx/tally/counts_added.hpp>
#include <support/counts_files.hpp>

using namespace cx;

namespace {

const std::string asked = ",all,,,rows,accepted,,3,3,3\n,all,,nps,answer,9,,3,3,3\n";
const std::string of_survey = ",source,survey.csv,,rows,counted_from,,1,1,1\n";
const std::string of_web = ",filter,touchpoint=web,,rows,counted_where,,1,1,1\n";

CountsRead read(const std::string& records) {
    const auto    columns = test::ExportBuilder().column("nps").column("touchpoint");
    test::Reading reading;
    reading.model.columns = {};
    const auto counted = test::nothing_counted(reading, columns);
    return test::add_counts(*counted, test::counts_file(records));
}

/// What is doubted of these files, called a, b, ...; one after the other.
std::vector<std::string> doubts(const std::vector<std::string>& files) {
    AddedCounts added;
    std::string name = "a";
    for (const std::string& records : files) {
        added.add(name, read(records));
        ++name.back();
    }
    std::vector<std::string> texts;
    for (const Notice& notice : added.doubts()) {
        CHECK(notice.level == Notice::Level::warning);
        texts.push_back(notice.text);
    }
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("counts that may be added raise no doubt") {
    CHECK(doubts({}).empty());
    CHECK(doubts({of_survey + asked}).empty());
    CHECK(doubts({of_survey + asked, of_survey + asked + ",all,,nps,answer,1,,2,2,2\n"})
              .empty()); // two months of one name
    const std::string other = ",source,other.csv,,rows,counted_from,,1,1,1\n";
    CHECK(doubts({of_survey + asked, other + asked}).empty());
}

TEST_CASE("a counts file that is another one again is told") {
    CHECK(doubts({asked, of_survey + asked, asked}) ==
          Texts{"a and c are the same to the last byte, and what is in them counts twice"});
    const std::string by_shop = ",touchpoint,shop,,rows,accepted,,3,3,3\n";
    CHECK(doubts({of_survey + asked, of_survey + asked + by_shop}) ==
          Texts{"a and b have the same counts of all responses, each of survey.csv: is one export counted twice?"});
    CHECK(doubts({asked, asked + by_shop}).empty()); // of exports that nobody knows
}

TEST_CASE("counts of one export are told whatever their periods") {
    const std::string answers = ",all,,,rows,accepted,,1,1,1\n,all,,nps,answer,9,,1,1,1\n";
    const std::string by_month = "2026-09,all,,,rows,accepted,,2,2,2\n2026-09,all,,nps,answer,9,,2,2,2\n" + answers;
    const std::string by_year = "2026,all,,,rows,accepted,,2,2,2\n2026,all,,nps,answer,9,,2,2,2\n" + answers;
    const Texts       twice{
        "a and b have the same counts of all responses, each of survey.csv: is one export counted twice?"};
    CHECK(doubts({of_survey + asked, of_survey + by_month}) == twice);
    CHECK(doubts({of_survey + by_month, of_survey + by_year}) == twice);
    CHECK(doubts({of_survey + by_month, of_survey + by_month + ",all,,,rows,filtered,,2,2,2\n"}).empty());
}

TEST_CASE("a part beside its sum is told, and counts beside their export") {
    const std::string of_other = ",source,other.csv,,rows,counted_from,,1,1,1\n";
    const std::string more = asked + ",all,,nps,answer,1,,2,2,2\n";
    CHECK(doubts({of_survey + asked, of_other + of_survey + more}) ==
          Texts{"b and a were both counted from an export of the name survey.csv: is one export counted twice?"});
    const std::string of_store = ",filter,touchpoint=store,,rows,counted_where,,1,1,1\n";
    CHECK(doubts({of_web + of_survey + asked, of_store + of_other + of_survey + more}).size() == 1); // of filters
    AddedCounts added;
    added.add("counts.csv", read(of_survey + asked));
    added.add_export("2026/october.csv");
    CHECK(added.doubts().empty());
    added.add_export("2026/survey.csv");
    REQUIRE(added.doubts().size() == 1);
    CHECK(added.doubts().front().text == "counts.csv was counted from an export of the name survey.csv, and "
                                         "2026/survey.csv is beside it: is one export counted twice?");
}

TEST_CASE("counts with different filters are told") {
    CHECK(doubts({of_web + asked, of_web + asked + ",all,,nps,answer,1,,2,2,2\n"}).empty());
    CHECK(doubts({asked, of_web + asked}) ==
          Texts{"counts with different filters are added up: a (no filter), b (touchpoint=web)"});
    const std::string also_none = ",filter,,,rows,counted_where,,1,1,1\n";
    CHECK(doubts({of_web + also_none + asked, of_web + asked}) ==
          Texts{"counts with different filters are added up: a (no filter | touchpoint=web), b (touchpoint=web)"});
}

TEST_CASE("filters that differ in dates and share no day raise no doubt") {
    const auto filtered = [](const std::string& filter, const char* point) {
        return ",filter," + filter + ",,rows,counted_where,,1,1,1\n" + asked + ",all,,nps,answer," + point +
               ",,2,2,2\n";
    };
    const auto of = [&](const std::vector<std::string>& filters) {
        std::vector<std::string> files;
        for (const std::string& filter : filters) files.push_back(filtered(filter, files.empty() ? "1" : "2"));
        return doubts(files).size();
    };
    CHECK(of({"to 2026-03-31", "from 2026-04-01"}) == 0);
    CHECK(of({"from 2026-05-01", "to 2026-03-31", "from 2026-04-01; to 2026-04-30"}) == 0);
    CHECK(of({"a=b; to 2026-03-31", "a=b; from 2026-04-01"}) == 0);
    CHECK(of({"to 2026-04-01", "from 2026-04-01"}) == 1);
    CHECK(of({"to 2026-03-31", "a=b; from 2026-04-01"}) == 1);
    CHECK(of({"to 2026-03-31", "to 2026-04-30"}) == 1);
    CHECK(of({"to 2026-03-31", "from someday"}) == 1);
    CHECK(of({"to 2026-03-31", ""}) == 1);
}

TEST_CASE("the filters of files are shown with that of the run") {
    AddedCounts added;
    CHECK(added.filtered_by("").empty());
    CHECK(added.filtered_by("to 2026-03-31") == "to 2026-03-31");
    added.add("a", read(of_web + asked));
    CHECK(added.filtered_by("") == "touchpoint=web");
    CHECK(added.filtered_by("touchpoint=web") == "touchpoint=web");
    CHECK(added.filtered_by("to 2026-03-31") == "touchpoint=web; to 2026-03-31");
    added.add("b", read(asked));
    CHECK(added.filtered_by("to 2026-03-31") == "no filter | touchpoint=web; to 2026-03-31");
}

TEST_CASE("an export among counts has no filter of its own, and a name without folders") {
    AddedCounts added;
    added.add("counts.csv", read(of_web + of_survey + asked));
    added.add_export("2026/october.csv");
    added.add_export("-");
    CHECK(added.filters() == std::set<std::string>{"", "touchpoint=web"});
    CHECK(added.sources() == std::set<std::string>{"october.csv", "survey.csv"});
    REQUIRE(added.doubts().size() == 1);
    CHECK(added.doubts().front().text ==
          "counts with different filters are added up: 2026/october.csv (no filter), counts.csv (touchpoint=web)");
}

TEST_CASE("filters are shown short and cannot act") {
    CHECK(shown_filters({}).empty());
    CHECK(shown_filters({"a=\x1b[31m"}) == "a=\\x1b[31m");
    CHECK(shown_filters({std::string(100'000, 'x')}).size() < 300);
}
