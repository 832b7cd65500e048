// The scores as JSON, schema cx.scores/1. Keys and their order are a promise.
#include <cmath>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

#include <cx/base/version.hpp>
#include <cx/present/format.hpp>

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
    return {{"file", input.file},
            {"dialect", input.dialect},
            {"encoding", input.encoding},
            {"delimiter", std::string(1, input.delimiter)},
            {"rows", input.rows},
            {"accepted", input.accepted},
            {"duplicates", input.duplicates},
            {"rejected", input.rejected},
            {"filtered", input.filtered},
            {"reasons", std::move(reasons)}};
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

template <class Row> Json list(const std::vector<Row>& rows, Json (*one)(const Row&)) {
    Json array = Json::array();
    for (const Row& row : rows) array.push_back(one(row));
    return array;
}

} // namespace

std::string write_json(const ScoreTable& table, const Look& /*look*/) {
    Json object;
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
    object["targets"] = Json::array();
    object["views"] = Json::object();
    constexpr int indent = 2;
    return object.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace cx
