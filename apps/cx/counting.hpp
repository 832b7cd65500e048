#pragma once

// Exports counted: what every figure of a run is made from.

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <cx/exports/export.hpp>
#include <cx/responses/account.hpp>
#include <cx/responses/read_responses.hpp>
#include <cx/responses/schema.hpp>
#include <cx/statistics/score_table.hpp>
#include <cx/tally/counts_added.hpp>
#include <cx/tally/counts_reader.hpp>
#include <cx/tally/customers.hpp>
#include <cx/tally/layout.hpp>
#include <cx/tally/tallies.hpp>
#include <cx/tally/weightless_rows.hpp>

#include "counts_options.hpp"
#include "input_options.hpp"
#include "output_options.hpp"
#include "survey_files.hpp"

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
    /// The same of an archive's waves.
    void count(const ArchiveInput& source, const InputOptions& input, const SpeechOptions& speech, ScoreTable& table);
    /// Adds what a counts file holds, and says what became of the rows behind it.
    void add(CountsInput& counts, CountsReader& reader, const CountsOptions& options, const SpeechOptions& speech,
             ScoreTable& table);
    /// Every file as what it is.
    /// @throws Error where a counts file lacks a dimension that is asked for
    void count_all(SurveyFiles& files, const InputOptions& input, const CountsOptions& options,
                   const SpeechOptions& speech, ScoreTable& table);

    [[nodiscard]] const Schema&     schema() const noexcept { return schema_; }
    [[nodiscard]] const Tallies&    tallies() const noexcept { return tallies_; }
    [[nodiscard]] const Customers&  customers() const noexcept { return customers_; }
    [[nodiscard]] const RowAccount& rows() const noexcept { return rows_; }
    /// Rows with a weight of 0, where counts apart by period are written; null otherwise.
    [[nodiscard]] const WeightlessRows* weightless() const noexcept { return weightless_ ? &*weightless_ : nullptr; }
    /// What the counts files among the inputs, and the exports, tell of themselves.
    [[nodiscard]] const AddedCounts& inputs() const noexcept { return inputs_; }

  private:
    [[nodiscard]] std::unique_ptr<ResponseSink> make_sink();
    void check_dimensions(const CountsReader& reader, const std::set<std::string>& dimensions, const std::string& file);
    void note_dimensions(const CountsReader& reader, const std::set<std::string>& dimensions);
    void say_left_out(const SpeechOptions& speech) const;
    void say_absent(const CountsReader& reader, std::size_t files, const SpeechOptions& speech) const;

    const ResponseRequest*        request_;
    Schema                        schema_;
    Layout                        layout_;
    Tallies                       tallies_;
    Customers                     customers_;
    RowAccount                    rows_;
    std::optional<WeightlessRows> weightless_;
    AddedCounts                   inputs_;
    /// What all counts files are counted by, and this run is not.
    std::optional<std::set<std::string>> left_out_;
    /// Break-downs that nobody asked for, with the counts files that lack them.
    std::map<std::size_t, std::vector<std::string>> absent_;
};

/// Of the first export; where there are only counts files, what stands for it: the columns that are asked for.
[[nodiscard]] Recognition recognition_for(const SurveyFiles& files, const ResponseRequest& request);

} // namespace cx
