#pragma once

// One wave of an archive, as an import writes to it: its questions find their columns, or get new ones.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cx/archive/database.hpp>
#include <cx/archive/kept_rows.hpp>

namespace cx::detail {

/// Columns that a table of cells may have; questions beyond stand in the table `more`.
inline constexpr std::size_t most_cell_columns = 1900;

class WaveTable {
  public:
    /// Finds the wave, or makes it; adds the questions of `source` that it lacks, and notes which the import asked.
    WaveTable(const Database& archive, std::string name, const ImportSource& source, std::int64_t import);

    [[nodiscard]] std::int64_t       id() const noexcept { return wave_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// Writes the cells of a response.
    void add(std::int64_t response, const KeptRows& rows, std::size_t row);

  private:
    void find_or_make();
    void place_columns();
    void add_question(const KeptColumn& column, std::int64_t number);
    void add_labels(const Column& question, std::int64_t number);
    void make_cells(std::int64_t before, std::int64_t last);
    void make_view();

    const Database&           archive_;
    const ImportSource&       source_;
    std::string               name_;
    std::int64_t              import_;
    std::int64_t              wave_ = 0;
    std::vector<std::int64_t> columns_; ///< by column of the export: of the wave, from 1
    std::optional<Statement>  insert_, insert_more_;
    std::optional<Day>        day_; ///< of the response before
    std::string               written_day_;
};

} // namespace cx::detail
