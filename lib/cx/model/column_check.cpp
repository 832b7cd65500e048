#include <cx/model/column_check.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/model/column_roles.hpp>
#include <cx/model/places.hpp>

namespace cx::detail {

namespace {

constexpr std::array item_columns{&Item::column, &Item::performance, &Item::importance, &Item::expectation};
constexpr std::array item_keys{"column", "performance", "importance", "expectation"};

/// The column of a condition, `column=value`.
std::string column_of(const std::string& condition) { return one_line(condition.substr(0, condition.find('='))); }

/// The column of that name; nothing also where it fits several.
std::optional<std::size_t> column_named(const Recognition& recognition, const std::string& name) {
    try {
        return find_column(recognition, name);
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// Every name of a column that the model has outside of items and roles.
template <typename Look> void look_at_conditions(const MeasurementModel& model, Look look) {
    for (const Touchpoint& touchpoint : model.touchpoints)
        for (const std::string& condition : touchpoint.critical_for)
            look(column_of(condition), "critical_for of " + called(touchpoint),
                 place_in(model, called(touchpoint), condition));
    for (const Journey& journey : model.journeys)
        for (const std::string& condition : journey.segment)
            look(column_of(condition), "segment of " + called(journey), place_in(model, called(journey), condition));
    for (std::size_t i = 0; i < model.targets.size(); ++i)
        if (model.targets[i].is_segment)
            look(model.targets[i].dimension, std::string("segment of a target"),
                 place_in(model, called_target(i), "segment"));
}

/// Looks every named column up.
class ColumnCheck {
  public:
    ColumnCheck(const Recognition& recognition, Problems& problems) : recognition_(recognition), problems_(problems) {}

    /// @return whether it is there; what else is wrong with it is told
    bool has(const std::string& name, Mark at) {
        try {
            return find_column(recognition_, name).has_value();
        } catch (const Error& error) {
            std::string_view text = error.what();
            if (text.starts_with(recognition_.file + ": ")) text.remove_prefix(recognition_.file.size() + 2);
            problems_.add(at, text);
            return true;
        }
    }

    void missing(const std::string& name, const std::string& whose, Mark at) {
        const std::string advice = problems_.meant(name, candidates());
        const bool        first = advice.empty() && !std::exchange(advised_, true);
        problems_.add(at, fmt::format("there is no column {} in {} ({})", quoted(name), recognition_.file, whose),
                      first ? "name columns by their header or by the export's short code" : advice);
    }

    void one(const std::string& name, const std::string& whose, Mark at) {
        if (!name.empty() && name != file_name_as_column && !has(name, at)) missing(name, whose, at);
    }

    void first_of(const std::vector<std::string>& names, const std::string& whose, Mark at) {
        if (names.empty() || std::find(names.begin(), names.end(), file_name_as_column) != names.end()) return;
        if (std::none_of(names.begin(), names.end(), [&](const std::string& name) { return has(name, at); }))
            missing(names.front(), whose, at);
    }

  private:
    std::span<const std::string> candidates() {
        if (!candidates_.empty()) return candidates_;
        for (const Column& column : recognition_.columns) {
            candidates_.push_back(column.code);
            if (column.text != column.code) candidates_.push_back(column.text);
        }
        return candidates_;
    }

    const Recognition&       recognition_;
    Problems&                problems_;
    std::vector<std::string> candidates_;
    bool                     advised_ = false; ///< said once how columns are named
};

} // namespace

std::optional<std::size_t> first_column(const Recognition& recognition, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (const auto column = column_named(recognition, name)) return column;
    return std::nullopt;
}

void check_columns(const MeasurementModel& model, const Recognition& recognition, Problems& problems) {
    ColumnCheck check(recognition, problems);
    for (const ColumnRole& role : column_roles()) {
        const auto& names = model.columns.*role.names;
        const auto  whose = fmt::format("columns.{}", role.key);
        if (!role.each && !names.empty()) check.first_of(names, whose, place_in(model, whose, names.front()));
        for (const std::string& name : names)
            if (role.each) check.one(name, whose, place_in(model, whose, name));
    }
    for (const Item& item : model.items) {
        if (!item.waves.empty()) continue; // asked in other waves, perhaps, than this file's
        for (std::size_t i = 0; i < item_columns.size(); ++i)
            check.one(item.*item_columns[i], called(item), place_in(model, called(item), item_keys[i]));
    }
    look_at_conditions(model,
                       [&](const std::string& name, const std::string& whose, Mark at) { check.one(name, whose, at); });
}

} // namespace cx::detail

namespace cx {

std::vector<std::size_t> unused_columns(const MeasurementModel& model, const Recognition& recognition) {
    std::vector<bool> used(recognition.columns.size());
    const auto        use = [&](const std::string& name) {
        if (const auto column = detail::column_named(recognition, name)) used[*column] = true;
    };
    for (const detail::ColumnRole& role : detail::column_roles())
        for (const std::string& name : model.columns.*role.names) use(name);
    for (const Item& item : model.items)
        for (const auto name : detail::item_columns) use(item.*name);
    detail::look_at_conditions(model, [&](const std::string& name, const std::string&, detail::Mark) { use(name); });
    for (const RowFilter& filter : recognition.filters) used[filter.column] = true;
    std::vector<std::size_t> unused;
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i]) unused.push_back(i);
    return unused;
}

} // namespace cx
