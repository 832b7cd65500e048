#include <cx/model/places.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace cx::detail {

namespace {

void keep(MeasurementModel& model, const std::string& whose, std::string what, Mark at) {
    model.places.try_emplace({whose, std::move(what)}, ModelPlace{at.line, at.character});
}

} // namespace

void keep_places(MeasurementModel& model, const std::string& whose, const TableReader& table,
                 std::initializer_list<std::string_view> keys) {
    keep(model, whose, {}, table.at({}));
    for (const std::string_view key : keys) {
        const auto marks = table.marks(key);
        if (!marks.empty()) keep(model, whose, std::string(key), marks.front());
    }
}

void keep_places(MeasurementModel& model, const std::string& whose, const TableReader& table, std::string_view key,
                 const std::vector<std::string>& texts) {
    const auto marks = table.marks(key);
    for (std::size_t i = 0; i < std::min(marks.size(), texts.size()); ++i) keep(model, whose, texts[i], marks[i]);
}

Mark place_in(const MeasurementModel& model, const std::string& whose, const std::string& what) {
    auto found = model.places.find({whose, what});
    if (found == model.places.end()) found = model.places.find({whose, {}});
    if (found == model.places.end()) return {};
    return {found->second.line, found->second.character};
}

std::string called(const Item& item) { return fmt::format("item {}", quoted(item.id)); }
std::string called(const Promise& promise) { return fmt::format("promise {}", quoted(promise.id)); }
std::string called(const Touchpoint& touchpoint) { return fmt::format("touchpoint {}", quoted(touchpoint.id)); }
std::string called(const Journey& journey) { return fmt::format("journey {}", quoted(journey.id)); }
std::string called_target(std::size_t index) { return fmt::format("target {}", index + 1); }

Problems problems_of(const MeasurementModel& model, const std::string& otherwise) {
    if (model.file.empty()) return Problems(otherwise);
    return Problems(model.file, model.source ? std::string_view(*model.source) : std::string_view());
}

} // namespace cx::detail
