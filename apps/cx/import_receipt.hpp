#pragma once

// What an import says of itself: a receipt of every row.

#include <string>
#include <vector>

#include <cx/archive/archive_writer.hpp>
#include <cx/base/notice.hpp>
#include <cx/responses/binding.hpp>
#include <cx/responses/keeping_plan.hpp>

namespace cx {

/// One export that was read, and what became of it.
struct ImportedExport {
    Recognition      recognition;
    MeasurementModel model; ///< as this export was asked
    RowAccount       account;
    KeepingPlan      plan;
    ImportReceipt    receipt;
    std::uint64_t    expected = 0;       ///< rows of the period that `--expect` names
    bool             to_archive = true;  ///< else to a CSV, where nothing is there already
    bool             ids_repeat = false; ///< the column of response ids was left alone: too many were there twice
};

[[nodiscard]] Notices receipt_of(const ImportedExport& done, const std::string& rejects);

} // namespace cx
