#include <catch2/catch.hpp>

#include <string>

#include <cx/base/error.hpp>
#include <cx/responses/binding.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;

namespace {

/// What binding an export to the reading's schema says.
std::string refusal(const Reading& reading, const ExportBuilder& builder) {
    const Export source = builder.opened(reading.file);
    try {
        const Schema schema = make_schema(reading.model, reading.request, source.recognition);
        (void)bind(reading.model, schema, reading.request, source.recognition);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

std::string stem(const std::string& file) {
    Reading reading;
    reading.file = file;
    const Export source = feedback().opened(file);
    const Schema schema = make_schema(reading.model, reading.request, source.recognition);
    return bind(reading.model, schema, reading.request, source.recognition).file_stem;
}

} // namespace

TEST_CASE("columns are found where the export has them", "[responses][binding]") {
    Reading reading;
    reading.by("touchpoint,month,file");
    reading.model.columns.weight = {"gewicht", "w"};
    const Export source = ExportBuilder().column("date").column("w").column("nps").column("where").opened(reading.file);
    const Schema schema = make_schema(reading.model, reading.request, source.recognition);
    const Binding binding = bind(reading.model, schema, reading.request, source.recognition);
    CHECK(binding.answers == std::vector<std::optional<std::size_t>>{2});
    CHECK(binding.dimensions == std::vector<std::optional<std::size_t>>{3, std::nullopt, std::nullopt});
    CHECK(binding.date == 0U);
    CHECK(binding.weight == 1U); // the first of the alternatives that exists
    CHECK(binding.touchpoint == 3U);
    CHECK_FALSE(binding.response);
}

TEST_CASE("a column that is missing is told, with the nearest", "[responses][binding]") {
    Reading reading;
    reading.model.items[0].column = "npz";
    const std::string told = refusal(reading, feedback());
    CHECK(told.find("survey.csv") != std::string::npos);
    CHECK(told.find("'npz' for item 'nps'") != std::string::npos);
    CHECK(told.find("did you mean 'nps'?") != std::string::npos);

    reading = Reading();
    reading.model.columns.weight = {"weight", "w"};
    CHECK(refusal(reading, feedback()).find("'weight' for weights") != std::string::npos);
    CHECK(refusal(Reading().by("column:regoin"), feedback().column("region")).find("did you mean 'region'?") !=
          std::string::npos);
}

TEST_CASE("an export may lack some questions, not all", "[responses][binding]") {
    Reading reading;
    reading.model.items.push_back(cx::test::pair_item("c", {1, 5}));
    const Export  source = feedback().opened();
    const Schema  schema = make_schema(reading.model, reading.request, source.recognition);
    const Binding binding = bind(reading.model, schema, reading.request, source.recognition);
    CHECK(binding.absent == std::vector<std::string>{"c"});
    CHECK(binding.answers == std::vector<std::optional<std::size_t>>{1, std::nullopt, std::nullopt});
    const auto found = reading.read(feedback().row({"shop", "9", ""}));
    CHECK(found.answers(1) == std::vector<int>{5}); // missing, behind the points 1 to 5
    reading.model.items.erase(reading.model.items.begin());
    CHECK(refusal(reading, feedback()).find("'c_p' for item 'c'") != std::string::npos);
}

TEST_CASE("a personal column is no break-down and no condition", "[responses][binding]") {
    Reading reading;
    reading.model.columns.personal = {"Email"};
    const ExportBuilder builder = feedback().column("Email").column("region");
    CHECK(refusal(Reading(reading).by("Email"), builder).find("'Email' looks personal") != std::string::npos);
    CHECK(refusal(Reading(reading).by("month:email"), builder).find("looks personal") != std::string::npos);
    CHECK(refusal(Reading(reading).where("Email=a@b.fi"), builder).find("looks personal") != std::string::npos);
    CHECK(refusal(Reading(reading).where("Email=a@b.fi"), builder).find("a@b.fi") == std::string::npos);
    CHECK(refusal(Reading(reading).by("region"), builder).empty());
    const Export source = builder.opened();
    CHECK(is_personal(reading.model, source.recognition, 3));
    CHECK_FALSE(is_personal(reading.model, source.recognition, 4));
}

TEST_CASE("dates are needed only where they are used, and then their order too", "[responses][binding]") {
    Reading reading;
    reading.model.columns.date_order.reset();
    CHECK(refusal(reading, feedback()).empty());
    CHECK(refusal(Reading(reading).by("month"), feedback()).find("date_order") != std::string::npos);
    reading.request.from = Day(std::chrono::days(0));
    CHECK(refusal(reading, feedback()).find("whether day or month comes first") != std::string::npos);
    reading.model.columns.date.clear();
    CHECK(refusal(reading, feedback()).find("no column with dates") != std::string::npos);
    reading.model.columns.date = {"@file"};
    CHECK(refusal(reading, feedback()).find("file's name cannot hold the dates") != std::string::npos);
}

TEST_CASE("an unknown time zone is told", "[responses][binding]") {
    Reading reading;
    reading.by("day").model.survey.timezone = "Europe/Helsinky";
    CHECK(refusal(reading, feedback()).find("Europe/Helsinki") != std::string::npos);
}

TEST_CASE("counting once needs an id", "[responses][binding]") {
    Reading reading;
    reading.request.unique = true;
    CHECK(refusal(reading, feedback()).find("identifies responses") != std::string::npos);
    reading.model.columns.response = {"id"};
    CHECK(refusal(reading, feedback()).find("'id' for response ids") != std::string::npos);
    CHECK(refusal(reading, feedback().column("id")).empty());
    reading.model.columns.response = {"@file"};
    CHECK_FALSE(refusal(reading, feedback()).empty());
}

TEST_CASE("a file's name is told without folder and endings", "[responses][binding]") {
    CHECK(stem("shop.csv") == "shop");
    CHECK(stem("/data/2026/shop.csv.gz") == "shop");
    CHECK(stem("Shop.CSV") == "Shop");
    CHECK(stem("a.b.tsv.Zip") == "a.b");
    CHECK(stem("../shop") == "shop");
    CHECK(stem(".csv") == ".csv");
    CHECK(stem("shop csv") == "shop csv");
    CHECK(stem("shopNcsv") == "shopNcsv");
    CHECK(stem("-") == "-");
}
