// The scores as JSON, schema cx.scores/1. Keys and their order are a promise.
#include <cmath>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

#include <cx/base/version.hpp>
#include <cx/present/format.hpp>
#include <cx/present/view.hpp>

namespace cx {
namespace {

using Json = nlohmann::ordered_json;

/// A whole number without a fraction, so that 135 answers are not 135.0; null where there is no figure.
Json number(double value) {
    constexpr double exact = 9007199254740992; // up to here every whole double is itself
    if (!std::isfinite(value)) return nullptr;
    if (value == std::trunc(value) && std::abs(value) < exact) return static_cast<std::int64_t>(value);
    return value;
}

Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

Json input_json(const InputAccount& input) {
    Json reasons = Json::array();
    for (const InputAccount::Reason& reason : input.reasons) {
        reasons.push_back({{"reason", reason.reason}, {"rows", reason.rows}, {"first", reason.first}});
    }
    Json account = {{"file", input.file},
                    {"dialect", input.dialect},
                    {"encoding", input.encoding},
                    {"delimiter", std::string(1, input.delimiter)},
                    {"rows", input.rows},
                    {"accepted", input.accepted},
                    {"duplicates", input.duplicates},
                    {"rejected", input.rejected},
                    {"filtered", input.filtered},
                    {"reasons", std::move(reasons)}};
    if (!input.filters.empty()) account["filters"] = input.filters; // counts files alone have one of their own
    return account;
}

Json answers_json(const AnswerCounts& answers) {
    const auto unless_withheld = [&](std::uint64_t count) { return answers.withheld ? Json(nullptr) : Json(count); };
    return {{"item", answers.item},
            {"answered", unless_withheld(answers.answered)},
            {"missing", unless_withheld(answers.missing)},
            {"not_applicable", unless_withheld(answers.not_applicable)},
            {"out_of_scale", answers.out_of_scale},
            {"unreadable", answers.unreadable}};
}

Json score_json(const ScoreRow& row) {
    const bool hidden = row.withheld();
    const auto figure = [&](const std::optional<double>& value) { return hidden ? Json(nullptr) : number(value); };
    return {{"dimension", row.dimension},
            {"group", row.group},
            {"item", row.item},
            {"metric", row.metric},
            {"n", hidden ? Json(nullptr) : Json(row.n)},
            {"base", figure(row.base)},
            {"n_effective", row.n == 0 ? Json(nullptr) : figure(row.n_effective)},
            {"value", figure(row.value)},
            {"se", figure(row.se)},
            {"low", figure(row.low)},
            {"high", figure(row.high)},
            {"difference", figure(row.difference)},
            {"difference_low", figure(row.difference_low)},
            {"difference_high", figure(row.difference_high)},
            {"p_raw", figure(row.p_raw)},
            {"p", figure(row.p)},
            {"target", row.target},
            {"status", row.status},
            {"note", row.note}};
}

Json distribution_json(const DistributionRow& row) {
    Json counts = Json::object();
    for (const auto& [point, count] : row.counts) counts[std::to_string(point)] = count;
    return {{"dimension", row.dimension}, {"group", row.group}, {"item", row.item}, {"counts", std::move(counts)}};
}

Json target_json(const JudgedTarget& target) {
    const bool hidden = target.withheld;
    const auto figure = [&](const std::optional<double>& value) { return hidden ? Json(nullptr) : number(value); };
    return {{"metric", target.metric},
            {"dimension", target.dimension},
            {"group", target.group},
            {"item", target.item},
            {"at_least", number(target.at_least)},
            {"at_most", number(target.at_most)},
            {"by", target.by.empty() ? Json(nullptr) : Json(target.by)},
            {"owner", target.owner},
            {"n", hidden ? Json(nullptr) : Json(target.n)},
            {"value", figure(target.value)},
            {"low", figure(target.low)},
            {"high", figure(target.high)},
            {"distance", figure(target.distance)},
            {"rule", target.certain_rule ? "certain" : "estimate"},
            {"status", target.status},
            {"certain", target.certain ? Json(*target.certain) : Json(nullptr)},
            {"reason", target.reason}};
}

Json cell_json(const ViewTable::Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* figure = std::get_if<double>(&cell)) return number(*figure);
    if (const auto* count = std::get_if<std::uint64_t>(&cell)) return *count;
    if (const auto* flag = std::get_if<bool>(&cell)) return *flag;
    return nullptr;
}

Json view_json(const ViewTable& view) {
    Json rows = Json::array();
    for (const auto& cells : view.rows) {
        Json row = Json::object();
        for (std::size_t i = 0; i < cells.size(); ++i) row[view.columns[i]] = cell_json(cells[i]);
        rows.push_back(std::move(row));
    }
    return {{"schema", "cx.view." + view.name + "/1"}, {"rows", std::move(rows)}};
}

template <class Row> Json list(const std::vector<Row>& rows, Json (*one)(const Row&)) {
    Json array = Json::array();
    for (const Row& row : rows) array.push_back(one(row));
    return array;
}

} // namespace

std::string write_json(const Shown& shown, const Look& /*look*/) {
    const ScoreTable& table = shown.table;
    Json              object;
    object["cx"] = {{"version", std::string(version)}, {"schema", "cx.scores/1"}, {"command", "score"}};
    object["model"] = {
        {"file", table.model_file}, {"sha256", table.model_sha256}, {"recognised", table.model_recognised}};
    object["input"] = list(table.inputs, input_json);
    object["answers"] = list(table.answers, answers_json);
    object["filter"] = table.filter;
    object["confidence"] = table.confidence;
    object["minimum_n"] = table.minimum_n;
    object["weights"] = table.weights;
    object["scores"] = list(table.scores, score_json);
    object["distributions"] = list(table.distributions, distribution_json);
    object["targets"] = list(table.targets, target_json);
    object["views"] = Json::object();
    if (shown.view != nullptr) object["views"][shown.view->table.name] = view_json(shown.view->table);
    constexpr int indent = 2;
    return object.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace cx
