#pragma once

// Exports counted: what every figure of a run is made from.

#include <optional>

#include <cx/exports/export.hpp>
#include <cx/responses/account.hpp>
#include <cx/responses/schema.hpp>
#include <cx/statistics/score_table.hpp>
#include <cx/tally/customers.hpp>
#include <cx/tally/layout.hpp>
#include <cx/tally/tallies.hpp>

#include "input_options.hpp"
#include "output_options.hpp"

namespace cx {

/// The counters of a run, over all its files. Refers to the model and the request, which must outlive it.
class Counting {
  public:
    /// @throws Error for a dimension that neither the model nor the first export has
    Counting(const MeasurementModel& model, const ResponseRequest& request, const Recognition& first);
    Counting(const Counting&) = delete;
    Counting& operator=(const Counting&) = delete;
    ~Counting() = default;

    /// Counts one export, says what became of its rows, and adds it to the table's inputs.
    void count(Export& source, const InputOptions& input, const SpeechOptions& speech, ScoreTable& table);
    /// The same of all of `input`'s files, of which the first is open already.
    void count_all(Export& first, const InputOptions& input, const SpeechOptions& speech, ScoreTable& table);

    [[nodiscard]] const Schema&     schema() const noexcept { return schema_; }
    [[nodiscard]] const Tallies&    tallies() const noexcept { return tallies_; }
    [[nodiscard]] const Customers&  customers() const noexcept { return customers_; }
    [[nodiscard]] const RowAccount& rows() const noexcept { return rows_; }

  private:
    const ResponseRequest* request_;
    Schema                 schema_;
    Layout                 layout_;
    Tallies                tallies_;
    Customers              customers_;
    RowAccount             rows_;
};

} // namespace cx
