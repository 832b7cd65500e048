#pragma once

// What a run says of its inputs: what was recognised, what became of the rows, what to beware of.

#include <string>
#include <vector>

#include <cx/base/notice.hpp>
#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/responses/account.hpp>
#include <cx/responses/binding.hpp>
#include <cx/statistics/score_table.hpp>
#include <cx/tally/counts_reader.hpp>

#include "survey_files.hpp"

namespace cx {

/// A table that knows its model and filter, and has no figures yet.
[[nodiscard]] ScoreTable described(const MeasurementModel& model, const std::string& filter);

[[nodiscard]] InputAccount input_account(const Recognition& recognition, const RowAccount& account);

/// One line for the file, one for each kind of rows left out, warnings for doubts.
[[nodiscard]] Notices notices_of(const Binding& binding, const RowAccount& account);

/// One line for an archive's waves.
[[nodiscard]] Notice archive_notice(const ArchiveInput& source, const RowAccount& account);
/// Doubts about one wave of an archive.
[[nodiscard]] Notices notices_of_part(const Binding& binding, const RowAccount& account, const std::string& wave);

/// The same of a counts file; and a warning where it was counted with another model than `model`.
[[nodiscard]] Notices notices_of_counts(const std::string& file, const Schema& schema, const CountsRead& read,
                                        const MeasurementModel& model);

/// After counting: answers that could not be read, and how a recognised model is written down.
[[nodiscard]] Notices closing_notices(const ScoreTable& table, const MeasurementModel& model,
                                      const std::vector<std::string>& files);

/// @throws Error when no row of any input was accepted, with the commonest reason; when no column is a question
void refuse_without_figures(const ScoreTable& table, const MeasurementModel& model);

/// A file's name as a shell takes it: quoted where it has to be.
[[nodiscard]] std::string shell_word(const std::string& file);

} // namespace cx
