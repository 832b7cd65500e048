#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <cx/base/error.hpp>
#include <cx/responses/answer_reader.hpp>
#include <cx/responses/group_reader.hpp>
#include <support/padded.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Padded;
using cx::test::Reading;

namespace {

/// A reader of the first dimension that is asked for.
struct Reader {
    Reader(const Reading& how, const ExportBuilder& builder)
        : reading(how),
          source(builder.opened(how.file)),
          schema(make_schema(reading.model, reading.request, source.recognition)),
          binding(bind(reading.model, schema, reading.request, source.recognition)),
          reader(binding, 0) {}

    [[nodiscard]] GroupName group(const GroupReader::Found& found) const {
        return found.code == no_group ? GroupName{"(none)", "(none)", -1} : schema.dimensions[0].groups->at(found.code);
    }
    std::string id(const std::string& raw) {
        const auto found = reader.read(Padded(raw));
        CHECK(reader.read(Padded(raw)).code == found.code); // what is remembered is the same
        return group(found).id;
    }

    Reading     reading;
    Export      source;
    Schema      schema;
    Binding     binding;
    GroupReader reader;
};

} // namespace

TEST_CASE("a touchpoint is meant by its id, its name and what matches it, whatever their case", "[responses][groups]") {
    Reader reader(Reading().by("touchpoint"), feedback());
    for (const char* raw : {"shop", "SHOP", "Web shop", "\"web  SHOP \"", "verkkokauppa", " Verkkokauppa\n"}) {
        INFO(raw);
        CHECK(reader.id(raw) == "shop");
        CHECK_FALSE(reader.reader.read(Padded(raw)).foreign);
    }
    CHECK(reader.group(reader.reader.read(Padded("shop"))).name == "Web shop");
    CHECK(reader.group(reader.reader.read(Padded("phone"))).name == "phone");
    CHECK(reader.group(reader.reader.read(Padded("store"))).order == 1);
}

TEST_CASE("a touchpoint that the model lacks is a group of its own, by case, behind the others",
          "[responses][groups]") {
    Reader reader(Reading().by("touchpoint"), feedback());
    CHECK(reader.id("Fax") == "Fax");
    CHECK(reader.id("fax") == "fax");
    CHECK(reader.id("\" Fax\n line\"") == "Fax line");
    CHECK(reader.reader.read(Padded("Fax")).foreign);
    CHECK(reader.group(reader.reader.read(Padded("Fax"))).order >
          reader.group(reader.reader.read(Padded("phone"))).order);

    Reading open;
    open.model.touchpoints.clear();
    Reader any(open.by("touchpoint"), feedback());
    CHECK(any.id("Fax") == "Fax");
    CHECK_FALSE(any.reader.read(Padded("Fax")).foreign); // without touchpoints in the model there is nothing to match
}

TEST_CASE("a blank is no group", "[responses][groups]") {
    Reader reader(Reading().by("touchpoint"), feedback());
    for (const char* raw : {"", " ", "\"\"", "\" \n\"", "\xC2\xA0"}) {
        INFO("'" << raw << "'");
        CHECK(reader.id(raw) == "(none)");
        CHECK_FALSE(reader.reader.read(Padded(raw)).foreign);
    }
}

TEST_CASE("stage and channel are the touchpoint's", "[responses][groups]") {
    Reader stage(Reading().by("stage"), feedback());
    CHECK(stage.id("Verkkokauppa") == "buy");
    CHECK(stage.id("phone") == "use");
    CHECK(stage.id("Fax") == "(none)");
    CHECK(stage.id("buy") == "(none)"); // a stage's id is no touchpoint
    CHECK(stage.group(stage.reader.read(Padded("shop"))).name == "Buying");
    Reader channel(Reading().by("channel"), feedback());
    CHECK(channel.id("shop") == "digital");
    CHECK(channel.id("phone") == "person");

    Reading without;
    without.model.touchpoints[0].stage.clear();
    Reader partly(without.by("stage"), feedback());
    CHECK(partly.id("shop") == "(none)");
    CHECK(partly.id("store") == "buy");
}

TEST_CASE("a stage or channel of several touchpoints has one place, whichever is met first", "[responses][groups]") {
    Reading reading;
    reading.model.stages = {{"use", ""}};
    reading.by("channel");
    for (const auto& order : {std::vector<std::string>{"store", "phone", "shop"}, {"shop", "phone", "store"}}) {
        Reader channel(reading, feedback());
        for (const std::string& raw : order) (void)channel.reader.read(Padded(raw));
        CHECK(channel.group(channel.reader.read(Padded("shop"))).order == 0);
        CHECK(channel.group(channel.reader.read(Padded("phone"))).order == 1);
        Reader stage(Reading(reading).by("stage"), feedback());
        for (const std::string& raw : order) (void)stage.reader.read(Padded(raw));
        CHECK(stage.group(stage.reader.read(Padded("phone"))).order == 0); // the model's stages first
        CHECK(stage.group(stage.reader.read(Padded("store"))).order == 1);
    }
}

TEST_CASE("a column of stages goes before what touchpoints say", "[responses][groups]") {
    Reading reading;
    reading.model.columns.stage = {"phase"};
    Reader reader(reading.by("stage"), feedback().column("phase"));
    CHECK(reader.reader.column() == 3U);
    CHECK(reader.id("USE") == "use");
    CHECK(reader.id("buying") == "buy");
    CHECK(reader.id("shop") == "shop"); // not one of the model's
}

TEST_CASE("an id goes before another touchpoint's name", "[responses][groups]") {
    Reading reading;
    reading.model.touchpoints[0].name = "phone";
    Reader reader(reading.by("touchpoint"), feedback());
    CHECK(reader.id("Phone") == "phone");
}

TEST_CASE("a legend's labels are the groups of a column", "[responses][groups]") {
    const ExportBuilder builder = feedback().column("region", "Region", {"region"}, {{"1", "North  coast"}, {"2", ""}});
    Reader              reader(Reading().by("region"), builder);
    CHECK(reader.id("1") == "North coast");
    CHECK(reader.id("\"1\"") == "North coast");
    CHECK(reader.id("2") == "2");
    CHECK(reader.id("7") == "7");
}

TEST_CASE("a legend's labels are matched with touchpoints and stages", "[responses][groups]") {
    const ExportBuilder builder = ExportBuilder()
                                      .column("where", "where", {"where"}, {{"1", "VERKKOKAUPPA"}, {"2", "Fax"}})
                                      .column("nps")
                                      .column("date");
    Reader touchpoint(Reading().by("touchpoint"), builder);
    CHECK(touchpoint.id("1") == "shop");
    CHECK(touchpoint.id("2") == "Fax");
    CHECK(touchpoint.reader.read(Padded("2")).foreign);
    Reader stage(Reading().by("stage"), builder);
    CHECK(stage.id("1") == "buy");
    CHECK(stage.id("2") == "(none)");
}

TEST_CASE("a file's name can be the touchpoint, and its stage follows", "[responses][groups]") {
    Reading reading;
    reading.model.columns.touchpoint = {"@file"};
    reading.file = "/in/verkkokauppa.csv";
    Reader touchpoint(Reading(reading).by("touchpoint"), feedback());
    CHECK_FALSE(touchpoint.reader.column());
    CHECK(touchpoint.group(touchpoint.reader.shared()).id == "shop");
    Reader stage(Reading(reading).by("stage"), feedback());
    CHECK(stage.group(stage.reader.shared()).id == "buy");
    reading.file = "fax.csv";
    Reader foreign(Reading(reading).by("touchpoint"), feedback());
    CHECK(foreign.group(foreign.reader.shared()).id == "fax");
    CHECK(foreign.reader.shared().foreign);
}

TEST_CASE("a file's name can be the stage", "[responses][groups]") {
    Reading reading;
    reading.model.columns.stage = {"@file"};
    reading.file = "USE.csv";
    Reader reader(reading.by("stage"), feedback());
    CHECK_FALSE(reader.reader.column());
    CHECK(reader.group(reader.reader.shared()).id == "use");
}

TEST_CASE("a file's name that is no UTF-8 is a group all the same", "[responses][groups]") {
    Reading reading;
    reading.file = "k\xE4sky.csv";
    Reader reader(reading.by("file"), feedback());
    CHECK(reader.group(reader.reader.shared()).id == "k\xEF\xBF\xBDsky");
}

TEST_CASE("bytes that are no text are told by a group's reader", "[responses][groups]") {
    Reader reader(Reading().by("touchpoint"), feedback());
    CHECK_THROWS_AS((void)reader.reader.read(Padded("\xFF")), BadEncoding);
}

TEST_CASE("periods are groups in their order", "[responses][groups]") {
    Reader     reader(Reading().by("month"), feedback());
    const auto october = reader.reader.read(*parse_iso_day("2026-10-31"));
    const auto november = reader.reader.read(*parse_iso_day("2026-11-01"));
    CHECK(reader.reader.is_period());
    CHECK(reader.group(october).id == "2026-10");
    CHECK(reader.group(november).order == reader.group(october).order + 1);
    CHECK(reader.reader.read(*parse_iso_day("2026-10-01")).code == october.code);
}

TEST_CASE("more texts than are remembered are still told apart", "[responses][groups]") {
    Reader      reader(Reading().by("region"), feedback().column("region"));
    std::size_t wrong = 0;
    for (int i = 0; i < 70'000; ++i) {
        if (reader.group(reader.reader.read(Padded(std::to_string(i)))).id != std::to_string(i)) ++wrong;
    }
    CHECK(wrong == 0);
}
