#include <cx/model/target_checks.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>
#include <cx/model/metrics.hpp>
#include <cx/model/places.hpp>

namespace cx::detail {

namespace {

constexpr std::string_view basics_met = "basics_met";
constexpr std::string_view kept = "kept";

std::vector<std::string> metric_names() {
    std::vector<std::string> names;
    for (const Metric& metric : metrics())
        if (std::find(names.begin(), names.end(), metric.name) == names.end()) names.emplace_back(metric.name);
    return names;
}

/// What a metric can be, over the items that give it.
struct Reach {
    double low = 0, high = 0;
    bool   open = false; ///< one of them has a scale that only the export will tell
};

/// Where the model's items give which metrics.
class Measured {
  public:
    Measured(const MeasurementModel& model, bool scales_settled) : scales_settled_(scales_settled) {
        std::map<std::string_view, const Touchpoint*> touchpoints;
        for (const Touchpoint& touchpoint : model.touchpoints) touchpoints.emplace(touchpoint.id, &touchpoint);
        for (const Item& item : model.items) {
            const auto        found = touchpoints.find(item.touchpoint);
            const Touchpoint* touchpoint = found == touchpoints.end() ? nullptr : found->second;
            for (const Metric& metric : metrics())
                if (gives(item, metric)) add(item, touchpoint, metric);
        }
    }

    [[nodiscard]] const Reach* find(const std::string& dimension, const std::string& group, const std::string& item,
                                    const std::string& metric) const {
        const auto found = reach_.find({dimension, group, item, metric});
        return found == reach_.end() ? nullptr : &found->second;
    }

  private:
    void add(const Item& item, const Touchpoint* touchpoint, const Metric& metric) {
        add("", "", item, metric);
        if (!item.promise.empty()) add("promise", item.promise, item, metric);
        if (touchpoint == nullptr) return;
        add("touchpoint", touchpoint->id, item, metric);
        if (touchpoint->critical || !touchpoint->critical_for.empty())
            add("touchpoint", std::string(critical_touchpoints), item, metric);
        if (!touchpoint->stage.empty()) add("stage", touchpoint->stage, item, metric);
        if (!touchpoint->channel.empty()) add("channel", touchpoint->channel, item, metric);
    }

    void add(const std::string& dimension, const std::string& group, const Item& item, const Metric& metric) {
        const MetricRange range = range_of(metric, item);
        const bool        open = item.kind == ItemKind::rating && !item.scale_stated && !scales_settled_;
        for (const std::string& id : {item.id, std::string()}) {
            const auto [found, added] = reach_.try_emplace({dimension, group, id, std::string(metric.name)},
                                                           Reach{range.low, range.high, open});
            if (added) continue;
            found->second.low = std::min(found->second.low, range.low);
            found->second.high = std::max(found->second.high, range.high);
            found->second.open = found->second.open || open;
        }
    }

    std::map<std::tuple<std::string, std::string, std::string, std::string>, Reach> reach_;
    bool                                                                            scales_settled_ = false;
};

class TargetCheck {
  public:
    TargetCheck(const MeasurementModel& model, bool scales_settled, Problems& problems)
        : model_(model), problems_(problems), measured_(model, scales_settled), metrics_(metric_names()) {
        for (const Item& item : model.items) items_.push_back(item.id);
        for (const Touchpoint& touchpoint : model.touchpoints) {
            touchpoints_with_stage_ = touchpoints_with_stage_ || !touchpoint.stage.empty();
            if (!touchpoint.channel.empty()) channels_.push_back(touchpoint.channel);
        }
    }

    void check(std::size_t index) {
        const Target& target = model_.targets[index];
        index_ = index;
        if (target.metric.empty() || !check_metric(target) || !check_group(target)) return;
        if (target.metric == basics_met || target.metric == kept)
            check_made(target);
        else if (!model_.items.empty())
            check_measured(target);
    }

  private:
    void problem(const std::string& key, const std::string& found, const std::string& advice = {}) {
        problems_.add(place_in(model_, called_target(index_), key), found, advice);
    }

    bool check_metric(const Target& target) {
        if (std::find(metrics_.begin(), metrics_.end(), target.metric) != metrics_.end()) return true;
        problem("metric", fmt::format("there is no metric {}", quoted(target.metric)),
                problems_.meant(target.metric, metrics_, fmt::format("there are {}", listed(metrics_))));
        return false;
    }

    /// Whether each response is in a group of the dimension, so that every item is measured there.
    [[nodiscard]] bool of_rows(const Target& target) const {
        if (target.dimension.empty() || target.is_segment) return true;
        if (target.dimension == "promise") return false;
        const bool by_touchpoint = !model_.columns.touchpoint.empty();
        if (target.dimension == "stage")
            return !model_.columns.stage.empty() || (by_touchpoint && touchpoints_with_stage_);
        if (target.dimension == "channel")
            return !model_.columns.channel.empty() || (by_touchpoint && !channels_.empty());
        return by_touchpoint;
    }

    bool check_group(const Target& target) {
        if (target.dimension == "channel" && model_.columns.channel.empty() &&
            std::find(channels_.begin(), channels_.end(), target.group) == channels_.end()) {
            problem("channel", fmt::format("no [[touchpoint]] is in the channel {}", quoted(target.group)),
                    problems_.meant(target.group, channels_, "name one that a [[touchpoint]] has as its channel"));
            return false;
        }
        if (target.dimension == "touchpoint" && target.group == critical_touchpoints) return check_critical();
        if (target.dimension == "stage" && of_rows(target) && model_.columns.stage.empty()) return check_stage(target);
        return true;
    }

    bool check_critical() {
        const bool any = std::any_of(model_.touchpoints.begin(), model_.touchpoints.end(), [](const Touchpoint& each) {
            return each.critical || !each.critical_for.empty();
        });
        if (!any)
            problem("touchpoint", "a target on the critical touchpoints, and no [[touchpoint]] is critical",
                    "say critical = true in those that are");
        return any;
    }

    bool check_stage(const Target& target) {
        const bool any = std::any_of(model_.touchpoints.begin(), model_.touchpoints.end(),
                                     [&](const Touchpoint& each) { return each.stage == target.group; });
        if (!any && find_stage(model_, target.group) != nullptr)
            problem("stage", fmt::format("no [[touchpoint]] is in the stage {}", quoted(target.group)),
                    "say stage = ... in the touchpoints that are");
        return any;
    }

    /// Metrics of no single item.
    void check_made(const Target& target) {
        if (!target.item.empty())
            return problem(
                "item",
                fmt::format("'item' beside the metric {}, which is made from several items", quoted(target.metric)),
                "leave the item out");
        check_bounds(target, {0, 100, false});
        if (target.metric == kept) return check_kept(target);
        if (!of_rows(target))
            return problem(target.dimension,
                           fmt::format("'basics_met' is of whole responses, and here not by {}", target.dimension),
                           "set it on all responses or on a segment");
        const bool any = std::any_of(model_.items.begin(), model_.items.end(), [&](const Item& item) {
            return need_of(model_, item) == Need::basic && threshold_of(model_, item);
        });
        if (!any && !model_.items.empty())
            problem("metric", "nothing measures 'basics_met': no [[item]] is a basic need with a threshold",
                    "say need = \"basic\" in a [[promise]] with a minimum, or in an [[item]] with a threshold");
    }

    void check_kept(const Target& target) {
        if (target.dimension != "promise")
            return problem("metric", "a target on 'kept' that names no promise",
                           "say which, as in promise = \"...\", and no other dimension");
        const Promise* promise = find_promise(model_, target.group);
        if (promise == nullptr) return; // told already
        if (!promise->minimum)
            return problem("metric", fmt::format("nothing measures 'kept' of {}: it has no minimum", called(*promise)),
                           "add the level promised, as in minimum = 4");
        const bool any = std::any_of(model_.items.begin(), model_.items.end(),
                                     [&](const Item& item) { return item.promise == target.group; });
        if (!any && !model_.items.empty())
            problem("promise", fmt::format("nothing measures 'kept' of {}: no [[item]] names it", called(*promise)),
                    fmt::format("say promise = {} in its items", quoted(promise->id)));
    }

    void check_measured(const Target& target) {
        if (measured_.find("", "", target.item, target.metric) == nullptr) return say_unmeasured(target);
        const bool   anywhere = of_rows(target);
        const Reach* reach =
            measured_.find(anywhere ? "" : target.dimension, anywhere ? "" : target.group, target.item, target.metric);
        if (reach != nullptr) return check_bounds(target, *reach);
        problem(target.dimension,
                fmt::format("nothing measures {} of {} {}: {}", quoted(target.metric), target.dimension,
                            quoted(target.group),
                            target.item.empty() ? fmt::format("no item there gives it")
                                                : fmt::format("the item {} is not there", quoted(target.item))),
                target.dimension == "promise" ? "say promise = ... in the items that measure it"
                                              : "say touchpoint = ... in the items that are about one, or name "
                                                "columns.touchpoint where each row is about one");
    }

    void say_unmeasured(const Target& target) {
        if (target.item.empty())
            problem("metric", fmt::format("nothing measures {}: no item gives it", quoted(target.metric)),
                    given_by(target.metric));
        else if (std::find(items_.begin(), items_.end(), target.item) == items_.end())
            problem("item", fmt::format("there is no item {}", quoted(target.item)),
                    problems_.meant(target.item, items_, "give an [[item]] that id"));
        else
            problem("item", fmt::format("the item {} does not give {}", quoted(target.item), quoted(target.metric)),
                    metrics_of(target.item));
    }

    void check_bounds(const Target& target, const Reach& reach) {
        if (reach.open) return;
        const auto off = [&](const char* key, std::optional<double> bound) {
            if (!bound || (*bound >= reach.low && *bound <= reach.high)) return;
            problem(key,
                    fmt::format("'{}' is {}, and {} goes from {} to {}", key, shortest(*bound), quoted(target.metric),
                                shortest(reach.low), shortest(reach.high)),
                    "a target lies where the metric can come");
        };
        off("at_least", target.at_least);
        off("at_most", target.at_most);
    }

    /// Which items would give a metric.
    [[nodiscard]] static std::string given_by(const std::string& name) {
        std::vector<std::string> kinds;
        for (const Metric& metric : metrics()) {
            if (metric.name != name) continue;
            if (metric.kinds == 0) kinds.emplace_back("pair");
            for (const ItemKind kind :
                 {ItemKind::recommend, ItemKind::satisfaction, ItemKind::effort, ItemKind::rating, ItemKind::choice})
                if ((metric.kinds & (1U << static_cast<unsigned>(kind))) != 0) kinds.emplace_back(to_string(kind));
        }
        return fmt::format("it is a figure of {}", kinds.size() == 1 && kinds.front() == "pair"
                                                       ? "pairs"
                                                       : fmt::format("items of kind {}", listed(kinds)));
    }

    [[nodiscard]] std::string metrics_of(const std::string& item) const {
        std::vector<std::string> given;
        for (const std::string& metric : metrics_)
            if (measured_.find("", "", item, metric) != nullptr) given.push_back(metric);
        return fmt::format("it gives {}", listed(given));
    }

    const MeasurementModel&  model_;
    Problems&                problems_;
    Measured                 measured_;
    std::vector<std::string> metrics_, items_, channels_;
    bool                     touchpoints_with_stage_ = false;
    std::size_t              index_ = 0;
};

} // namespace

void check_targets(const MeasurementModel& model, Problems& problems, bool scales_settled) {
    TargetCheck check(model, scales_settled, problems);
    for (std::size_t i = 0; i < model.targets.size(); ++i) check.check(i);
}

} // namespace cx::detail
