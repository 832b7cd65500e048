#pragma once

// Responses of an export, collected instead of counted.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <cx/responses/read_responses.hpp>
#include <support/export_builder.hpp>
#include <support/response_blocks.hpp>
#include <support/survey_model.hpp>

namespace cx::test {

/// Collects responses in the order of the file.
class CollectingSink : public ResponseSink {
  public:
    explicit CollectingSink(std::vector<Response>& to) : to_(to) {}
    void take(const ResponseBlock& block) override {
        for (const Response& response : responses_of(block)) taken_.push_back(response);
    }
    void hand_over() override {
        to_.insert(to_.end(), taken_.begin(), taken_.end());
        taken_.clear();
    }
    [[nodiscard]] bool depends_on_order() const noexcept override { return true; }
    void               finish() override {}

  private:
    std::vector<Response>& to_;
    std::vector<Response>  taken_;
};

struct Collected {
    Schema                schema;
    RowAccount            account;
    std::vector<Response> responses;

    /// Ids of the groups of a dimension, response by response; `(none)` where one has none.
    [[nodiscard]] std::vector<std::string> groups(std::size_t dimension = 0) const {
        std::vector<std::string> ids;
        for (const Response& response : responses) {
            const GroupCode code = response.groups.at(dimension);
            ids.push_back(code == no_group ? "(none)" : schema.dimensions[dimension].groups->at(code).id);
        }
        return ids;
    }
    /// Slots of an answer column, response by response.
    [[nodiscard]] std::vector<int> answers(std::size_t column = 0) const {
        std::vector<int> slots;
        for (const Response& response : responses) slots.push_back(response.answers.at(column));
        return slots;
    }
    /// The rows of a reason; 0 where it is not given.
    [[nodiscard]] std::uint64_t rows_for(const std::string& reason) const {
        for (const RowAccount::Reason& given : account.reasons) {
            if (given.text == reason) return given.rows;
        }
        return 0;
    }
};

struct Reading {
    MeasurementModel model = feedback_model();
    ResponseRequest  request;
    ReadOptions      options;
    unsigned         threads = 1;
    std::string      file = "survey.csv";

    Reading& by(const std::string& text) {
        request.groupings = parse_groupings(text);
        return *this;
    }
    Reading& where(const std::string& text) {
        request.conditions.push_back(parse_condition(text));
        return *this;
    }

    [[nodiscard]] Collected read(const ExportBuilder& builder) const {
        Export        source = builder.opened(file);
        Collected     collected{make_schema(model, request, source.recognition), {}, {}};
        const Binding binding = bind(model, collected.schema, request, source.recognition);
        collected.account = read_responses(source, options, binding, threads, [&collected] {
            return std::make_unique<CollectingSink>(collected.responses);
        });
        return collected;
    }
};

/// The columns that feedback_model() names.
inline ExportBuilder feedback() { return ExportBuilder().column("where").column("nps").column("date"); }

} // namespace cx::test
