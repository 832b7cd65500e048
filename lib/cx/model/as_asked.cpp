#include <cx/model/as_asked.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cx/base/error.hpp>

namespace cx {

namespace {

const std::string& main_column(const Item& item) { return item.is_pair() ? item.performance : item.column; }

bool is_asked_in(const Item& item, std::string_view wave) {
    return std::find(item.waves.begin(), item.waves.end(), wave) != item.waves.end();
}

bool has_column(const Recognition& recognition, const Item& item) {
    return !main_column(item).empty() && find_column(recognition, main_column(item)).has_value();
}

/// Of the wordings of one item, the one that the wave was asked; null where it is none of them.
const Item* wording_of(const std::vector<const Item*>& wordings, const Recognition& recognition,
                       std::string_view wave) {
    const auto without = std::find_if(wordings.begin(), wordings.end(), [](const Item* i) { return i->waves.empty(); });
    const Item* const usual = without == wordings.end() ? nullptr : *without;
    if (!wave.empty()) {
        for (const Item* item : wordings) {
            if (is_asked_in(*item, wave)) return item;
        }
        return usual;
    }
    if (usual != nullptr && has_column(recognition, *usual)) return usual;
    for (const Item* item : wordings) {
        if (has_column(recognition, *item)) return item;
    }
    return usual;
}

std::vector<const Item*> wordings_in(const std::vector<Item>& items, const std::string& id) {
    std::vector<const Item*> wordings;
    for (const Item& item : items) {
        if (item.id == id) wordings.push_back(&item);
    }
    return wordings;
}

void ask_nothing(Item& item) {
    item.column.clear();
    item.performance.clear();
    item.importance.clear();
    item.expectation.clear();
}

bool is_on_scale_of(const Item& wording, const Item& item) {
    return wording.is_pair() == item.is_pair() && (!wording.scale_stated || wording.scale == item.scale);
}

/// The item as it was asked in `wording`: what it is and belongs to is the item's own.
Item reworded(const Item& item, const Item* wording) {
    Item asked = item;
    if (wording == nullptr || !is_on_scale_of(*wording, item)) {
        ask_nothing(asked);
        return asked;
    }
    if (main_column(*wording) == main_column(item)) return asked; // as it was completed
    asked.column = wording->column;
    asked.performance = wording->performance;
    asked.importance = wording->importance;
    asked.expectation = wording->expectation;
    asked.codes = wording->codes;
    asked.reversed = wording->reversed;
    asked.labels = wording->labels;
    asked.missing = wording->missing;
    asked.not_applicable = wording->not_applicable;
    asked.good = wording->good;
    return asked;
}

} // namespace

bool fits(std::string_view name, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (at < name.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = in++;
            resume = at;
        } else if (in < pattern.size() && (pattern[in] == '?' || pattern[in] == name[at])) {
            ++in;
            ++at;
        } else if (star != std::string_view::npos) {
            in = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in) == std::string_view::npos;
}

const SurveySource* source_of_file(const MeasurementModel& model, const std::string& file) {
    if (model.sources.empty()) return nullptr;
    const std::size_t        slash = file.find_last_of('/');
    const std::string        name = slash == std::string::npos ? file : file.substr(slash + 1);
    const SurveySource*      found = nullptr;
    std::vector<std::string> fitting;
    for (const SurveySource& source : model.sources) {
        const bool fits_one =
            source.match.empty() || std::any_of(source.match.begin(), source.match.end(),
                                                [&](const std::string& pattern) { return fits(name, pattern); });
        if (!fits_one) continue;
        found = &source;
        fitting.push_back(source.name);
    }
    if (fitting.size() == 1) return found;
    throw Error(Place{file, 0, 0, {}},
                fitting.empty()
                    ? fmt::format("no [[source]] of {} matches this file's name", model.file)
                    : fmt::format("several [[source]] match this file's name: {}", fmt::join(fitting, ", ")),
                "mend match in that [[source]], or rename the file");
}

void choose_wordings(MeasurementModel& model, const Recognition& recognition, std::string_view wave) {
    std::vector<Item>     chosen;
    std::set<std::string> seen;
    for (const Item& item : model.items) {
        if (!seen.insert(item.id).second) continue;
        const auto wordings = wordings_in(model.items, item.id);
        if (wordings.size() == 1 && item.waves.empty()) {
            chosen.push_back(item);
            continue;
        }
        const Item* asked = wording_of(wordings, recognition, wave);
        chosen.push_back(asked != nullptr ? *asked : item);
        for (const Item* wording : wordings) model.wordings.push_back(*wording);
    }
    model.items = std::move(chosen);
}

MeasurementModel as_asked(const MeasurementModel& model, const Recognition& recognition, std::string_view source,
                          std::string_view wave) {
    MeasurementModel asked = model;
    for (const SurveySource& one : model.sources) {
        if (one.name != source) continue;
        const auto order = one.columns.date_order ? one.columns.date_order : model.columns.date_order;
        asked.columns = one.columns;
        asked.columns.date_order = order;
    }
    for (Item& item : asked.items) {
        const auto wordings = wordings_in(model.wordings, item.id);
        if (!wordings.empty()) item = reworded(item, wording_of(wordings, recognition, wave));
    }
    return asked;
}

std::vector<std::string> asked_otherwise(const MeasurementModel& model, const MeasurementModel& asked) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < asked.items.size(); ++i) {
        const bool has_columns = !main_column(model.items[i]).empty();
        if (has_columns && main_column(asked.items[i]).empty()) ids.push_back(asked.items[i].id);
    }
    return ids;
}

} // namespace cx
