#pragma once

// An import into an archive: every row is found to be new, there already, or changed.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <cx/archive/database.hpp>
#include <cx/archive/kept_rows.hpp>

namespace cx {

namespace detail {
class WaveTable;
}

/// What became of the rows that an import was given.
struct ImportReceipt {
    /// A response id that is in the archive with other content.
    struct Clash {
        std::int64_t line = 0;       ///< of the export
        std::string  wave, file, at; ///< where and since when it is in the archive
    };
    struct Wave {
        std::uint64_t      added = 0, updated = 0;
        std::optional<Day> first_day, last_day; ///< of the responses added or updated
    };

    std::int64_t                import = 0;
    std::uint64_t               added = 0, updated = 0, already_there = 0;
    std::uint64_t               changed = 0;   ///< of those already there: with other content, which was left as it is
    std::uint64_t               forgotten = 0; ///< of customers who were erased, of the days before that
    std::uint64_t               repeated = 0;  ///< rows whose id an earlier row of the same export has
    std::uint64_t               with_id = 0, by_content = 0, masked = 0;
    std::vector<Clash>          clashes; ///< the first three
    std::map<std::string, Wave> waves;   ///< that got responses

    /// Ids that repeat in so many rows identify nothing.
    [[nodiscard]] bool ids_repeat() const noexcept { return repeated * 100 > with_id; }
    /// Ids that mean other responses than those of the same id in the archive.
    [[nodiscard]] bool ids_clash() const noexcept { return changed * 50 > with_id; }
};

/// Rows of a whole import that only its end tells.
struct ImportedRows {
    std::uint64_t rows = 0, rejected = 0, filtered = 0;
    std::string   sha256; ///< of the export's bytes
};

/// Writes one export's rows into an archive, within a transaction of the caller's.
class ArchiveWriter : public KeptRowsTaker {
  public:
    /// @param update  a response of another content takes the place of the one of the same id
    ArchiveWriter(const Database& archive, const ImportSource& source, bool update);
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;
    ~ArchiveWriter() override;

    /// @throws Error where the archive cannot be written to
    void take(const KeptRows& rows) override;
    /// Notes what was read, and closes the import.
    [[nodiscard]] ImportReceipt finish(const ImportedRows& rows);

  private:
    struct Found;
    void               begin();
    void               take_row(const KeptRows& rows, std::size_t row);
    void               take_again(const KeptRows& rows, std::size_t row);
    void               take_content_again(const KeptRows& rows, std::size_t row, const Found& found);
    void               take_id_again(const KeptRows& rows, std::size_t row, const Found& found);
    [[nodiscard]] bool add(const KeptRows& rows, std::size_t row, std::int64_t occurrence);
    void               write_cells(const KeptRows& rows, std::size_t row);
    void               replace(const KeptRows& rows, std::size_t row, const Found& found);
    [[nodiscard]] bool is_same(const KeptRows& rows, std::size_t row, const Found& found);
    void               note_clash(const KeptRow& row, const Found& found);
    [[nodiscard]] bool is_forgotten(const KeptRow& row);
    std::int64_t       times_seen(const KeptRow& row);
    detail::WaveTable& wave_of(const KeptRow& row);

    const Database&                                           archive_;
    const ImportSource&                                       source_;
    bool                                                      update_;
    ImportReceipt                                             receipt_;
    std::map<std::string, std::unique_ptr<detail::WaveTable>> waves_;
    detail::WaveTable*                                        last_wave_ = nullptr;
    std::optional<Day>                                        last_month_;
    Statement                                                 insert_, find_, see_, refuse_, forgotten_;
    bool                                                      any_forgotten_;
};

} // namespace cx
