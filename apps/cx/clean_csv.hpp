#pragma once

// An export as a clean CSV: one header row, UTF-8, without what is personal.

#include <string>
#include <vector>

#include <cx/archive/kept_rows.hpp>

#include "output_options.hpp"

namespace cx {

/// Writes kept rows to a file, which is there whole once it is finished.
class CleanCsv : public KeptRowsTaker {
  public:
    /// @param raw  texts that a spreadsheet takes for formulas are left as they are
    CleanCsv(const std::string& file, bool raw) : file_(file), raw_(raw) {}

    /// The columns of the rows that follow. The first export's header stands at the top.
    /// @throws Error where a later export has other columns
    void begin(const std::string& file, const std::vector<KeptColumn>& columns);
    void take(const KeptRows& rows) override;
    void finish() { file_.finish(); }

  private:
    void add_cell(std::string_view text, bool first);

    WholeFile                file_;
    bool                     raw_;
    std::vector<std::string> header_;
    std::vector<bool>        left_out_; ///< by column of the export
    std::string              text_;
};

} // namespace cx
