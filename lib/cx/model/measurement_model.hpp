#pragma once

// What a survey's columns measure: the nouns of the model. Plain values; reading, recognising and writing them are
// elsewhere.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cx/base/calendar.hpp>

namespace cx {

/// What is asked; `basics` and `kept` are not asked but follow from a response's other answers: see made_items.hpp.
enum class ItemKind { recommend, satisfaction, effort, rating, choice, basics, kept };
enum class Need { none, basic, differentiating };

/// Whole numbers from low to high, both included.
struct Scale {
    int low = 0;
    int high = 10;

    [[nodiscard]] int  size() const noexcept { return high - low + 1; }
    [[nodiscard]] bool holds(int point) const noexcept { return point >= low && point <= high; }
    bool               operator==(const Scale&) const = default;
};

/// A question. A single item has `column`; a pair has `performance` and one of `importance` and `expectation`.
struct Item {
    std::string                id;
    std::string                text; ///< the question, for people; the id where there is none
    ItemKind                   kind = ItemKind::rating;
    std::string                column;
    std::string                performance, importance, expectation;
    Scale                      scale;                   ///< points of figures, after `codes`; unused by a choice
    bool                       scale_stated = false;    ///< in the model file, and so neither default nor recognised
    std::optional<Scale>       codes;                   ///< how the export writes the scale's points
    bool                       reversed = false;        ///< a low answer is the good one
    std::optional<int>         promoters;               ///< from here up; default by the scale
    std::optional<int>         detractors;              ///< up to here
    std::optional<int>         top;                     ///< boxes that csat and top2 count; default 2
    std::map<std::string, int> labels;                  ///< folded answer text -> scale point (not shifted by codes)
    std::vector<std::string>   missing, not_applicable; ///< beside those of the whole model
    std::vector<std::string>   good;                    ///< choice: the answers that are the good ones
    std::string                touchpoint, promise;
    Need                       need = Need::none;
    std::optional<double>      threshold;
    std::vector<std::string>   waves;

    [[nodiscard]] bool is_pair() const noexcept { return !performance.empty(); }
    bool               operator==(const Item&) const = default;
};

/// One promise of the value proposition, which items, by their `promise`, measure.
struct Promise {
    std::string              id, text; ///< text: the promise in the customer's words; empty where it is not written
    Need                     need = Need::none;
    std::optional<double>    minimum; ///< the level promised, on its items' scale
    std::optional<double>    kept_at; ///< percent of responses that must reach it
    std::string              owner;
    std::vector<std::string> excludes; ///< what is not promised
    std::vector<std::string> practice; ///< how it is kept every day

    bool operator==(const Promise&) const = default;
};

struct Touchpoint {
    std::string              id, name, stage, channel;
    std::vector<std::string> owners;
    bool                     critical = false;
    std::vector<std::string> critical_for;
    std::vector<std::string> match; ///< values of the touchpoint column that mean this one, beside id and name

    bool operator==(const Touchpoint&) const = default;
};

struct Stage {
    std::string id, name;

    bool operator==(const Stage&) const = default;
};

/// Several stages that one kind of customer passes through.
struct Journey {
    std::string              id, name;
    std::vector<std::string> stages;  ///< ids, in order
    std::vector<std::string> segment; ///< `column=value`: who takes it; empty: everybody

    bool operator==(const Journey&) const = default;
};

/// Line and character in the model file, both counted from 1; 0 where there is no file.
struct ModelPlace {
    std::uint32_t line = 0, character = 0;

    bool operator==(const ModelPlace&) const = default;
};

/// A level that a metric is to reach.
struct Target {
    std::string           metric;
    std::optional<double> at_least, at_most; ///< one of them at least
    std::string           dimension; ///< `touchpoint`, `stage`, `channel`, `promise`, or a segment's column; empty: all
    std::string           group;     ///< its id or value; of touchpoints also `critical`: each critical one
    bool                  is_segment = false; ///< `dimension` is a column
    std::string           item;               ///< empty: each item that gives the metric
    std::string           by;                 ///< the period that it is a goal for: `2026-12`, `2027`, `2026-Q4`
    bool                  certain = false;    ///< rule: the whole interval, not the figure itself
    int                   minimum_n = 30;     ///< below it the target is undecided
    std::string           owner;              ///< who answers for it; chooses no responses
    ModelPlace            at;                 ///< of its table

    bool operator==(const Target&) const = default;
};

/// Which columns are no items. Each list: the first column that exists, but for `comment`, `segments` and `personal`:
/// each one.
struct ColumnRoles {
    std::vector<std::string> response, respondent, date, weight, touchpoint, stage, channel, contact;
    std::vector<std::string> comment, segments, personal;
    std::optional<DateOrder> date_order;

    bool operator==(const ColumnRoles&) const = default;
};

/// One of several tools that feed a survey.
struct SurveySource {
    std::string              name;
    std::vector<std::string> match;               ///< names of its files, `*` for anything
    ColumnRoles              columns;             ///< the survey's, but for those that are its own
    bool                     ids_by_file = false; ///< response ids start again in every file

    bool operator==(const SurveySource&) const = default;
};

struct SurveySettings {
    std::string           title, proposition, owner, language, timezone, baseline;
    std::optional<double> confidence;
    std::optional<int>    minimum_n;

    bool operator==(const SurveySettings&) const = default;
};

/// Answer texts that are no answer. The defaults of the contract unless the model file says otherwise.
struct AnswerTexts {
    std::vector<std::string> missing, not_applicable; ///< folded

    bool operator==(const AnswerTexts&) const = default;
};

struct MeasurementModel {
    std::string             file;   ///< empty when recognised
    std::string             sha256; ///< of the file's bytes; of the recognised model's TOML text otherwise
    bool                    recognised = false;
    SurveySettings          survey;
    ColumnRoles             columns;
    AnswerTexts             answers;
    std::vector<Promise>    promises;
    std::vector<Stage>      stages;
    std::vector<Touchpoint> touchpoints;
    std::vector<Journey>    journeys;
    std::vector<Item>       items;
    /// Items that were asked otherwise in single waves, in all their wordings: beside the one of their id in `items`.
    std::vector<Item>         wordings;
    std::vector<SurveySource> sources; ///< empty: one for all
    std::vector<Target>       targets;
    /// The file's text, and where in it a value stands, by whose it is (`item recommend`) and its key (`column`, or the
    /// column's name in a list): for messages about what only the export shows. Empty where there is no file.
    std::shared_ptr<const std::string>                        source;
    std::map<std::pair<std::string, std::string>, ModelPlace> places;
    /// The other tables of the file ([[action]], [[theme]], ...) by name, in words for the user: read, not used yet.
    std::vector<std::string> unused_tables;
};

/// An item's need: its own, else its promise's.
[[nodiscard]] Need need_of(const MeasurementModel& model, const Item& item);
/// The point from which an item's need is met: its own, else its promise's minimum; 1 (a good answer) of a choice.
[[nodiscard]] std::optional<double> threshold_of(const MeasurementModel& model, const Item& item);
/// The touchpoint, promise or stage of that id; null where there is none.
[[nodiscard]] const Touchpoint* find_touchpoint(const MeasurementModel& model, std::string_view id);
[[nodiscard]] const Promise*    find_promise(const MeasurementModel& model, std::string_view id);
[[nodiscard]] const Stage*      find_stage(const MeasurementModel& model, std::string_view id);
/// Who answers for a touchpoint: its own owners, else that of the one promise its items make, else the survey's.
[[nodiscard]] std::vector<std::string> owners_of(const MeasurementModel& model, const Touchpoint& touchpoint);
/// The same of an item: its touchpoint's, else its promise's, else the survey's.
[[nodiscard]] std::vector<std::string> owners_of(const MeasurementModel& model, const Item& item);

[[nodiscard]] AnswerTexts default_answer_texts();

/// Lowest point that counts as a promoter, highest that counts as a detractor: the item's own, else 9 and 6 on scales
/// 0-10 and 1-10. Nothing on any other scale.
[[nodiscard]] std::optional<std::pair<int, int>> recommend_cuts(const Item& item);

[[nodiscard]] std::string_view to_string(ItemKind kind) noexcept;
[[nodiscard]] std::string_view to_string(Need need) noexcept; ///< empty for none

} // namespace cx
