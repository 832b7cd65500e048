#pragma once

// Rows that an import rejects, kept as they were, to be mended and imported again.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <cx/archive/kept_rows.hpp>
#include <cx/base/calendar.hpp>
#include <cx/exports/export.hpp>

namespace cx {

/// What `--rejects` writes: the header of the export, and its rejected rows. Nothing where none is rejected.
class RejectedRows {
  public:
    /// @param file  empty where nobody wants them
    explicit RejectedRows(std::string file) : file_(std::move(file)) {}

    /// @throws Error where an earlier export had some, too: its header is another one
    void add(const Export& source, const std::string& rows);
    /// Only the user may read the file. @throws Error naming it
    void                             write() const;
    [[nodiscard]] bool               any() const noexcept { return !text_.empty(); }
    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    void                             clear() { text_.clear(); }

  private:
    std::string file_, header_file_, text_;
};

/// Passes rows on, keeps the text of those that are refused, and counts those of a period.
class RowsSeen : public KeptRowsTaker {
  public:
    /// @param period  whose days are counted; nothing where none is expected
    RowsSeen(KeptRowsTaker& next, std::optional<Period> period) : next_(next), period_(period) {}
    void take(const KeptRows& rows) override;

    [[nodiscard]] const std::string& refused_text() const noexcept { return refused_text_; }
    [[nodiscard]] std::uint64_t      of_period() const noexcept { return of_period_; }

  private:
    KeptRowsTaker&        next_;
    std::optional<Period> period_;
    std::string           refused_text_;
    std::uint64_t         of_period_ = 0;
};

} // namespace cx
