#include <cx/model/model_toml.hpp>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/model/model_file.hpp>

using Catch::Matchers::Contains;
using cx::MeasurementModel;

namespace {

/// Texts that try to get out of their quotes, and ordinary ones.
class Texts {
  public:
    explicit Texts(std::uint32_t seed) : random_(seed) {}
    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }
    bool        heads() { return below(2) == 0; }
    std::string text() {
        static const std::vector<std::string> parts{"Kuinka helppoa?",
                                                    "\"",
                                                    "'",
                                                    "\"\"\"",
                                                    "'''",
                                                    "\\",
                                                    "\n",
                                                    "\r\n",
                                                    "\t",
                                                    "#",
                                                    "[[item]]\nid = \"x\"",
                                                    "]",
                                                    "}",
                                                    "=",
                                                    ",",
                                                    ".",
                                                    std::string(1, '\0'),
                                                    "\x1b[31m",
                                                    "\x7f",
                                                    "\xe2\x80\xae",
                                                    "\xe2\x80\xa8",
                                                    "\xef\xbb\xbf",
                                                    "ä",
                                                    "\xc2\x85",
                                                    "\xf0\x9f\x98\x80",
                                                    "\\u0041",
                                                    " ",
                                                    "1",
                                                    "true",
                                                    "\xf3\xa0\x80\x81",
                                                    "e\xcc\x81"};
        std::string                           made = "x";
        for (std::size_t i = below(6); i > 0; --i) made += parts[below(parts.size())];
        return made + std::to_string(++count_);
    }
    std::string              id() { return cx::one_line(text()); }
    std::string              maybe() { return heads() ? text() : std::string(); }
    std::vector<std::string> list() {
        std::vector<std::string> made;
        for (std::size_t i = below(4); i > 0; --i) made.push_back(text());
        return made;
    }
    template <typename T> const T& one_of(const std::vector<T>& values) { return values[below(values.size())]; }

  private:
    std::mt19937 random_;
    int          count_ = 0;
};

void add_choice_or_rating(Texts& any, cx::Item& item) {
    item.column = any.text();
    if (any.heads()) {
        item.kind = cx::ItemKind::choice;
        item.good = {any.text(), any.text()};
        return;
    }
    item.scale = {1, 4 + static_cast<int>(any.below(90))};
    if (any.heads()) item.codes = cx::Scale{0, item.scale.high - 1};
    if (any.heads()) item.labels = {{cx::folded(any.text()), 1}, {cx::folded(any.text()), 4}};
    if (any.heads()) item.top = 1 + static_cast<int>(any.below(3));
    if (any.heads()) item.threshold = 2.25;
}

cx::Item any_item(Texts& any, const MeasurementModel& model) {
    cx::Item item;
    item.id = any.id();
    item.text = any.heads() ? any.text() : item.id;
    switch (any.below(3)) {
    case 0:
        item.kind = cx::ItemKind::recommend;
        item.column = any.text();
        item.scale = {1, 5};
        item.promoters = 5;
        item.detractors = 3;
        break;
    case 1:
        item.performance = any.text();
        (any.heads() ? item.importance : item.expectation) = any.text();
        item.scale = {4, 10};
        item.reversed = any.heads();
        break;
    default:
        add_choice_or_rating(any, item);
    }
    item.scale_stated = item.kind != cx::ItemKind::choice;
    if (!item.scale_stated) item.scale = {};
    item.missing = any.list();
    item.not_applicable = any.list();
    item.waves = any.list();
    item.need = any.one_of<cx::Need>({cx::Need::none, cx::Need::basic, cx::Need::differentiating});
    if (!model.promises.empty()) item.promise = any.one_of(model.promises).id;
    if (!model.touchpoints.empty()) item.touchpoint = any.one_of(model.touchpoints).id;
    return item;
}

void add_tables(Texts& any, MeasurementModel& model) {
    for (std::size_t i = any.below(3); i > 0; --i)
        model.promises.push_back({any.id(), any.maybe(), any.heads() ? cx::Need::basic : cx::Need::none, 4.0, 80.0,
                                  any.maybe(), any.list(), any.list()});
    for (std::size_t i = 1 + any.below(3); i > 0; --i) model.stages.push_back({any.id(), any.maybe()});
    for (std::size_t i = any.below(3); i > 0; --i)
        model.touchpoints.push_back({any.id(),
                                     any.maybe(),
                                     any.one_of(model.stages).id,
                                     any.maybe(),
                                     any.list(),
                                     any.heads(),
                                     {any.text() + "=" + any.text()},
                                     any.list()});
    for (std::size_t i = any.below(5); i > 0; --i) model.items.push_back(any_item(any, model));
}

cx::Target any_target(Texts& any, const MeasurementModel& model) {
    cx::Target target;
    target.metric = "consensus";
    if (any.heads()) target.at_least = 0.25;
    if (!target.at_least || any.heads()) target.at_most = 0.75;
    if (!model.columns.touchpoint.empty() && !model.touchpoints.empty() && any.heads()) {
        target.dimension = "touchpoint";
        target.group = any.one_of(model.touchpoints).id;
    } else if (any.heads()) {
        target.dimension = any.one_of<std::string>({"Region", "a 'b' \"c\"", "d\\"});
        target.group = any.id() + "=" + any.id();
        target.is_segment = true;
    }
    if (any.heads()) target.by = any.one_of<std::string>({"2026", "2026-Q4", "2026-12", "2026-W50", "2026-12-31"});
    target.certain = any.heads();
    if (any.heads()) target.minimum_n = 100;
    if (any.heads()) target.owner = any.id();
    return target;
}

void add_journeys_and_targets(Texts& any, MeasurementModel& model) {
    for (std::size_t i = any.below(3); i > 0; --i) {
        cx::Journey journey{any.id(), any.maybe(), {}, {}};
        for (const cx::Stage& stage : model.stages) journey.stages.insert(journey.stages.begin(), stage.id);
        if (any.heads()) journey.segment = {any.text() + "=" + any.text()};
        model.journeys.push_back(journey);
    }
    cx::Item measured;
    measured.id = any.id();
    measured.text = "How?";
    measured.column = "How?";
    measured.scale_stated = true;
    model.items.push_back(measured);
    for (std::size_t i = any.below(3); i > 0; --i) model.targets.push_back(any_target(any, model));
}

MeasurementModel any_model(std::uint32_t seed) {
    Texts            any(seed);
    MeasurementModel model;
    model.survey = {
        any.maybe(), any.maybe(), any.maybe(), any.heads() ? "fi" : "", any.heads() ? "Europe/Helsinki" : "",
        any.maybe(), {},          {}};
    if (any.heads()) model.survey.confidence = 0.99;
    if (any.heads()) model.survey.minimum_n = 12;
    auto& columns = model.columns;
    for (auto* names :
         {&columns.response, &columns.respondent, &columns.date, &columns.weight, &columns.touchpoint, &columns.stage,
          &columns.channel, &columns.contact, &columns.comment, &columns.segments, &columns.personal})
        *names = any.list();
    if (any.heads())
        columns.date_order = any.one_of<cx::DateOrder>({cx::DateOrder::ymd, cx::DateOrder::dmy, cx::DateOrder::mdy});
    model.answers = cx::default_answer_texts();
    if (any.heads()) model.answers.missing = {"", cx::folded(any.text())};
    if (any.heads()) model.answers.not_applicable.clear();
    add_tables(any, model);
    add_journeys_and_targets(any, model);
    return model;
}

} // namespace

TEST_CASE("Any model reads back to itself, whatever its texts try") {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const MeasurementModel model = any_model(seed);
        cx::Recognition        recognition;
        recognition.file = Texts(seed).text();
        for (const auto& item : model.items)
            recognition.columns.push_back({item.column, Texts(seed + 1).text() + "\n[[item]]", {}, {}});
        const std::string toml = cx::to_toml(model, recognition);
        INFO("seed " << seed << "\n" << toml);
        MeasurementModel read = cx::parse_model(toml, "cx.toml");
        for (cx::Target& target : read.targets) target.at = {};
        CHECK(read.survey == model.survey);
        CHECK(read.columns == model.columns);
        CHECK(read.answers == model.answers);
        CHECK(read.promises == model.promises);
        CHECK(read.stages == model.stages);
        CHECK(read.touchpoints == model.touchpoints);
        CHECK(read.items == model.items);
        CHECK(read.journeys == model.journeys);
        CHECK(read.targets == model.targets);
        CHECK(cx::is_valid_utf8(toml));
        CHECK(toml.find_first_of(std::string("\x1b\r\0\x7f", 4)) == std::string::npos);
    }
}

TEST_CASE("A recognised model is written as a person would") {
    MeasurementModel model;
    model.recognised = true;
    model.answers = cx::default_answer_texts();
    model.columns.date = {"Vastausaika"};
    model.columns.segments = {"Alue", "Ikä"};
    model.promises.push_back({"easy", "Asiointi on helppoa", cx::Need::basic, {}, {}, {}, {}, {}});
    cx::Item item;
    item.id = "recommend";
    item.text = "Kuinka todennäköisesti suosittelet?";
    item.kind = cx::ItemKind::recommend;
    item.column = "Q1";
    model.items.push_back(item);
    cx::Item pair;
    pair.id = pair.text = "pioneer";
    pair.performance = "Q5";
    pair.importance = "Q6";
    pair.scale = {1, 10};
    pair.promise = "easy";
    model.items.push_back(pair);
    cx::Recognition recognition;
    recognition.file = "survey.csv";
    recognition.columns.push_back({"Q5", "How well:\nPioneer", {}, {}});
    const std::string expected = R"(# Measurement model of survey.csv, recognised from its headers and answers.
# Read it through, mend what is wrong, and keep it as cx.toml beside the survey.

[survey]
# title      = "Customer survey"
# language   = "en"   # of reports: fi, en, sv
# timezone   = "Europe/Helsinki"   # dates with an offset are moved to it
# confidence = 0.95   # of intervals
# minimum_n  = 5   # fewer answers than this are never shown

[columns]
date     = "Vastausaika"
segments = ["Alue", "Ikä"]

[answers]
# missing = ["", "-", "na", "#n/a", "null"]   # answers that are none; a list here takes the place of this one

# What customers are promised. basic: they expect it; differentiating: they choose you for it.
[[promise]]
id   = "easy"
text = "Asiointi on helppoa"
need = "basic"

# Kuinka todennäköisesti suosittelet?
[[item]]
id     = "recommend"
text   = "Kuinka todennäköisesti suosittelet?"
kind   = "recommend"
column = "Q1"
scale  = [0, 10]

# performance: How well: Pioneer
# importance: Q6
[[item]]
id          = "pioneer"
performance = "Q5"
importance  = "Q6"
scale       = [1, 10]
promise     = "easy"
)";
    CHECK(cx::to_toml(model, recognition) == expected);
}

TEST_CASE("A model of a survey with nothing in it is still a model file") {
    MeasurementModel model;
    model.answers = cx::default_answer_texts();
    const std::string toml = cx::to_toml(model, {});
    CHECK_THAT(toml, Contains("# Measurement model of a survey.") && Contains("# date = \"Date\""));
    CHECK(cx::parse_model(toml, "cx.toml").items.empty());
}
