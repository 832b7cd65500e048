#pragma once

// The scores table: one row an estimate, with the columns that every output shares.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <cx/model/metrics.hpp>
#include <cx/statistics/estimate.hpp>

namespace cx {

/// A row of the scores table, as the contract of `cx score` has it. Figures are full doubles.
struct ScoreRow {
    std::string           period;     ///< `cx trend` only
    std::string           dimension;  ///< `all`, `touchpoint`, ..., `stage:channel`
    std::string           group;      ///< id or value; empty for `all`
    std::string           group_name; ///< for people: the touchpoint's name; the group where it has none
    std::string           item;       ///< id; empty for a figure over several items
    std::string           item_text;  ///< for people
    std::string           metric;
    Unit                  unit = Unit::none;
    std::uint64_t         n = 0;
    double                base = 0, n_effective = 0;
    std::optional<double> value, se, low, high;
    std::optional<double> difference, difference_low, difference_high, p_raw, p;
    std::string           target, status;
    std::string note;    ///< `withheld`, `low base`, `no answers`, or empty; withheld: no figure counts, `n` neither
    std::string counted; ///< of a share of a scale's points: `4-5 of 1-5`; for people
    double      scale_low = 0, scale_high = 0; ///< ends of the metric's range, for bars
    bool        main = false;                  ///< the item's main metric: what a reader looks at first

    [[nodiscard]] bool withheld() const noexcept { return note == "withheld"; }
};

/// How one item's cells were read.
struct AnswerCounts {
    std::string   item;
    std::uint64_t answered = 0, missing = 0, not_applicable = 0, out_of_scale = 0, unreadable = 0;
    bool withheld = false; ///< its scores are: then the first three, which would tell n, are 0 and mean nothing
};

struct DistributionRow {
    std::string                  dimension, group, item;
    std::map<int, std::uint64_t> counts; ///< scale point -> answers; empty when withheld
};

/// What became of the rows of one input.
struct InputAccount {
    struct Reason {
        std::string                reason;
        std::uint64_t              rows = 0;
        std::vector<std::uint64_t> first; ///< at most ten lines
    };
    std::string         file, dialect, encoding;
    char                delimiter = ',';
    std::uint64_t       rows = 0, accepted = 0, duplicates = 0, rejected = 0, filtered = 0;
    std::vector<Reason> reasons;
    /// With which a counts file was counted: `touchpoint=web; from 2026-10-01`; an empty one where a part had none.
    std::vector<std::string> filters;
};

/// A pair of items over those who answered both sides, in all responses.
struct PairScores {
    std::string           item, item_text;
    bool                  expected = false; ///< the other side is an expectation, not an importance
    Need                  need = Need::none;
    Scale                 scale;
    bool                  withheld = false; ///< then no figure counts
    Estimate              performance, other, gap;
    std::optional<double> opportunity; ///< of an importance
};

/// How basic needs fail: of all responses that `basics_met` counts. Parts and bases are sums of weights.
struct BasicNeeds {
    struct Item {
        std::string   item, item_text;
        double        threshold = 0;
        std::uint64_t answered = 0;         ///< answers
        double        base = 0, failed = 0; ///< of them
        double        alone = 0;            ///< of all responses: those in which it is the only one that failed
        bool          withheld = false;
    };
    std::vector<Item> items;                  ///< as the model has them; empty where it names no basic need
    std::uint64_t     counted = 0;            ///< responses
    double            base = 0, complete = 0; ///< of them: those that answered every basic item that applies
    bool              withheld = false;
};

/// A target, judged: one a group and item that it is about.
struct JudgedTarget {
    std::string           metric, dimension, group, group_name, item, item_text, by, owner;
    Unit                  unit = Unit::none;
    std::optional<double> at_least, at_most;
    std::string           bounds; ///< `>= 80`, `<= 100`, `80..100`
    std::uint64_t         n = 0;
    bool                  withheld = false; ///< then `n` and the figures do not count
    std::optional<double> value, low, high;
    std::optional<double> distance; ///< to the nearest bound: 0 and more within them, below 0 outside
    bool                  certain_rule = false;
    std::string           status;  ///< `met`, `missed`, `undecided`, `not due`
    std::optional<bool>   certain; ///< of a met or missed one: the whole interval is on that side
    std::string           reason;
    std::uint32_t         line = 0; ///< of the target in the model file; 0 where it is not known
};

/// A view as a table: as CSV has it, and JSON under `views`.
struct ViewTable {
    using Cell = std::variant<std::monostate, std::string, double, std::uint64_t, bool>;
    [[nodiscard]] static Cell figure(const std::optional<double>& value) { return value ? Cell(*value) : Cell(); }

    std::string                    name; ///< `gaps`: schema `cx.view.gaps/1`
    std::vector<std::string>       columns;
    std::vector<std::vector<Cell>> rows;
};

/// A base below this is marked: its figure may move a great deal with the next answers.
inline constexpr std::uint64_t low_base = 30;

/// Everything a score run has to show.
struct ScoreTable {
    std::string                  model_file, model_sha256;
    bool                         model_recognised = false;
    std::string                  title; ///< of the survey; may be empty
    std::vector<InputAccount>    inputs;
    std::vector<AnswerCounts>    answers;
    std::string                  filter; ///< `--where`, `--from`, `--to` as echoed; empty without
    double                       confidence = 0.95;
    int                          minimum_n = 5;
    std::string                  weights; ///< the weight column's code; empty without
    std::vector<ScoreRow>        scores;
    std::vector<DistributionRow> distributions;
    std::vector<ScoreRow>        supporting; ///< estimates that targets and views need and no table prints
    std::vector<PairScores>      pairs;
    BasicNeeds                   basics;
    std::vector<JudgedTarget>    targets;
};

} // namespace cx
