#include <cx/statistics/withheld_items.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include <cx/model/made_items.hpp>
#include <cx/statistics/group_order.hpp>
#include <cx/statistics/measure.hpp>

namespace cx {

namespace {

constexpr std::array sides{Side::single, Side::performance, Side::importance, Side::expectation, Side::both};

/// The side of an item whose answers a made item follows from.
Side judged_side(const Item& item) { return item.is_pair() ? Side::performance : Side::single; }

class WithheldItems {
  public:
    WithheldItems(const Tallies& tallies, int minimum_n, const std::vector<bool>& wanted)
        : tallies_(tallies),
          model_(tallies.layout().model()),
          schema_(tallies.layout().schema()),
          minimum_n_(minimum_n),
          needed_(with_made(wanted)),
          secrets_(model_.items.size()) {
        for (std::size_t item = 0; item < model_.items.size(); ++item) {
            withheld_.emplace_back(sides.size());
            for (const Side side : sides) {
                if (needed_[item]) withhold(item, side);
            }
        }
    }

    /// Until nothing more follows from anything: each turn withholds more, and there are only so many groups.
    std::vector<WithheldSides> run() {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t made = 0; made < model_.items.size(); ++made) {
                if (!is_made(model_.items[made]) || !needed_[made]) continue;
                for (const std::size_t part : made_from(model_, model_.items[made])) {
                    changed = follow(part, made, false) || changed;
                    changed = follow(made, part, true) || changed;
                }
            }
        }
        return std::move(withheld_);
    }

  private:
    /// Those, and all that what is made of them or they are made from hang together with.
    [[nodiscard]] std::vector<bool> with_made(std::vector<bool> items) const {
        const auto add = [&items](std::size_t item) {
            if (items[item]) return false;
            items[item] = true;
            return true;
        };
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t made = 0; made < items.size(); ++made) {
                if (!is_made(model_.items[made])) continue;
                const auto parts = made_from(model_, model_.items[made]);
                if (std::any_of(parts.begin(), parts.end(), [&items](std::size_t part) { return items[part]; })) {
                    changed = add(made) || changed;
                }
                for (const std::size_t part : parts) changed = (items[made] && add(part)) || changed;
            }
        }
        return items;
    }

    /// The tables that show an item: most items are in the same ones.
    [[nodiscard]] const PrintedTables& tables_of(std::size_t item) {
        const std::vector<bool> shown = shown_in(schema_, item);
        const auto              known = tables_.find(shown);
        if (known != tables_.end()) return known->second;
        return tables_.emplace(shown, PrintedTables(tallies_, shown)).first->second;
    }

    void withhold(std::size_t item, Side side) {
        const Item& described = model_.items[item];
        if (!described.is_pair() && side != Side::single) return;
        const bool judged = side == judged_side(described);
        withheld_[item][static_cast<std::size_t>(side)] =
            tables_of(item).withheld(item, side, minimum_n_, judged ? secrets_[item] : GroupSet{});
    }

    [[nodiscard]] const WithheldGroups& judged(std::size_t item) const {
        return withheld_[item][static_cast<std::size_t>(judged_side(model_.items[item]))];
    }

    /// Withholds of `to` what is withheld of `from`, in the groups of the same responses.
    bool follow(std::size_t from, std::size_t to, bool only_close) {
        GroupSet more;
        for (std::size_t g = 0; g < schema_.groupings.size(); ++g) {
            const GroupMarks& marks = judged(from)[g];
            for (std::size_t place = 0; place < marks.size(); ++place) {
                if (!marks[place]) continue;
                const GroupKey& key = marks.key(place);
                if (secrets_[to].contains({schema_.groupings[g].dimensions, key})) continue;
                if (only_close && !is_close(g, key, from, to)) continue;
                if (is_shown(to, schema_.groupings[g].dimensions, key))
                    more.insert({schema_.groupings[g].dimensions, key});
            }
        }
        if (more.empty()) return false;
        secrets_[to].merge(more);
        withhold(to, judged_side(model_.items[to]));
        return true;
    }

    [[nodiscard]] bool is_shown(std::size_t item, const std::vector<std::size_t>& dimensions,
                                const GroupKey& key) const {
        for (std::size_t g = 0; g < schema_.groupings.size(); ++g) {
            if (schema_.groupings[g].dimensions != dimensions) continue;
            if (judged(item)[g].of(key) == false) return true;
        }
        return false;
    }

    /// Whether a part of what is made has so nearly as many answers that it tells it.
    [[nodiscard]] bool is_close(std::size_t grouping, const GroupKey& key, std::size_t made, std::size_t part) const {
        if (overlaps(schema_, schema_.groupings[grouping])) return true; // the key is no set's
        const auto& groups = tallies_.groups(grouping);
        const auto  group = groups.find(key);
        if (group == groups.end()) return true;
        const auto n = [&](std::size_t item) {
            const std::size_t column = schema_.column_of(item);
            return tallies_.distribution(group->second, column).total().answers;
        };
        return n(made) < n(part) + static_cast<std::uint64_t>(std::max(minimum_n_, 1));
    }

    const Tallies&             tallies_;
    const MeasurementModel&    model_;
    const Schema&              schema_;
    int                        minimum_n_;
    std::vector<bool>          needed_;  ///< by item
    std::vector<GroupSet>      secrets_; ///< by item
    std::vector<WithheldSides> withheld_;

    std::map<std::vector<bool>, PrintedTables> tables_; ///< by the groupings shown
};

} // namespace

std::vector<WithheldSides> withheld_items(const Tallies& tallies, int minimum_n, const std::vector<bool>& wanted) {
    return WithheldItems(tallies, minimum_n, wanted).run();
}

} // namespace cx
