#include <cx/responses/keeping_plan.hpp>

#include <algorithm>

namespace cx {

namespace {

/// The first of the names that is a column.
std::optional<std::size_t> first_column(const Recognition& recognition, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (const auto column = find_column(recognition, name)) return column;
    }
    return std::nullopt;
}

} // namespace

KeepingPlan plan_keeping(const MeasurementModel& model, const Recognition& recognition,
                         const std::vector<std::size_t>& left_out, bool mask) {
    KeepingPlan plan;
    plan.columns.assign(recognition.columns.size(), mask ? Keeping::masked : Keeping::whole);
    // Long numbers that tell rows apart are no telephone numbers.
    for (const auto* names : {&model.columns.response, &model.columns.date, &model.columns.weight}) {
        if (const auto column = first_column(recognition, *names)) plan.columns[*column] = Keeping::whole;
    }
    plan.response = first_column(recognition, model.columns.response);
    plan.respondent = first_column(recognition, model.columns.respondent);
    for (const std::size_t column : left_out) plan.columns[column] = Keeping::left_out;
    if (plan.respondent) plan.columns[*plan.respondent] = Keeping::hashed;
    return plan;
}

std::vector<KeptColumn> kept_columns(const KeepingPlan& plan, const Recognition& recognition) {
    std::vector<KeptColumn> columns;
    for (std::size_t i = 0; i < recognition.columns.size(); ++i)
        columns.push_back({recognition.columns[i], plan.columns[i] == Keeping::left_out});
    return columns;
}

} // namespace cx
