#pragma once

// An archive to read: its waves, its imports, and the responses that a wave holds.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <cx/archive/database.hpp>
#include <cx/base/calendar.hpp>
#include <cx/exports/export.hpp>
#include <cx/exports/records.hpp>

namespace cx {

struct ArchivedWave {
    std::int64_t  id = 0;
    std::string   name;
    std::uint64_t responses = 0; ///< that stand
    /// Whether its last day was over when the last import was made; of a wave that is no period, always.
    bool complete = true;
};

struct ArchivedImport {
    std::int64_t  id = 0;
    std::string   at, file, source, dialect, encoding, sha256;
    std::uint64_t rows = 0, added = 0, updated = 0, already_there = 0, rejected = 0, filtered = 0, removed = 0;
};

/// The responses of one wave that share a source: they were asked the same columns.
struct ArchivePart {
    std::string               file; ///< the archive's
    std::int64_t              wave = 0;
    std::string               wave_name, source;
    std::vector<std::int64_t> imports;           ///< ascending; only their responses
    std::int64_t              as_of = INT64_MAX; ///< as they stood after this import
    std::vector<std::int64_t> columns;           ///< of the wave's cells: beside recognition.columns
    Recognition               recognition;
    std::int64_t              first = 0, last = -1; ///< responses' numbers
};

/// An archive as it is at one moment: imports wait until it is closed. Belongs to one thread.
class Archive {
  public:
    /// @throws Error where the file is no archive, is one of a newer cx, or is damaged
    explicit Archive(std::string file);

    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    /// In the order of time; those that are no periods in the order in which they came.
    [[nodiscard]] std::vector<ArchivedWave>   waves() const;
    [[nodiscard]] std::vector<ArchivedImport> imports() const;

    /// What `waves` hold, as they stood after the import `as_of`.
    /// @param by_file  responses of different export files are apart, too: for what the file's name says
    [[nodiscard]] std::vector<ArchivePart> parts(std::span<const ArchivedWave> waves, bool by_file,
                                                 std::optional<std::int64_t> as_of) const;
    /// The first responses of a part, all their cells: what a model is completed from.
    [[nodiscard]] Export opening_of(const ArchivePart& part) const;

  private:
    void              read_columns(ArchivePart& part) const;
    [[nodiscard]] Day last_import() const;

    std::string file_;
    Database    database_;
};

/// Reads every response of a part on up to `threads` threads, each with a connection of its own: of their cells those
/// of `columns` (indices into recognition.columns, ascending), others are blank. Sinks as in records.hpp; a record's
/// line is the response's number.
void read_records(const ArchivePart& part, std::span<const std::size_t> columns, unsigned threads,
                  const std::function<std::unique_ptr<RecordSink>()>& make_sink);

} // namespace cx
