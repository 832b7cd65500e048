#pragma once

// What the benchmarks of the parts work on: a survey in memory, its records, and all that reading them needs.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/exports/records.hpp>
#include <cx/exports/scanner.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/responses/binding.hpp>
#include <cx/responses/response_block.hpp>
#include <cx/responses/schema.hpp>

#include "survey.hpp"

namespace cx::bench {

/// Stays where it is: its members refer to one another.
class BenchSurvey {
  public:
    BenchSurvey(const Plan& plan, const std::string& by, bool weighted);
    BenchSurvey(const BenchSurvey&) = delete;
    BenchSurvey& operator=(const BenchSurvey&) = delete;

    /// The data records, with `readable_beyond` bytes behind them.
    [[nodiscard]] const std::string& padded() const noexcept { return padded_; }
    [[nodiscard]] std::string_view   text() const noexcept;
    [[nodiscard]] std::size_t        rows() const noexcept { return index_.rows().size(); }
    [[nodiscard]] Record             record(std::size_t row) const noexcept;
    [[nodiscard]] std::size_t        column(const std::string& code) const;

    [[nodiscard]] const MeasurementModel& model() const noexcept { return model_; }
    [[nodiscard]] const Schema&           schema() const noexcept { return schema_; }
    [[nodiscard]] const Binding&          binding() const noexcept { return binding_; }
    [[nodiscard]] RecordBatch             records() const noexcept { return {text().data(), index_, index_.rows(), 1}; }
    /// Its records as they are counted.
    [[nodiscard]] std::vector<ResponseBlock> blocks() const;

  private:
    std::string      padded_;
    RecordIndex      index_;
    Export           source_;
    MeasurementModel model_;
    ResponseRequest  request_;
    Schema           schema_;
    Binding          binding_;
};

/// 20,000 rows (3.9 MB, a piece of a file), to be counted by touchpoint, stage, channel and month. Made once.
const BenchSurvey& plain_survey();
/// The same with weights.
const BenchSurvey& weighted_survey();

} // namespace cx::bench
