#pragma once

// Rows of an export as an archive keeps them: what of a record is personal is gone or hashed.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/base/calendar.hpp>
#include <cx/exports/export.hpp>

namespace cx {

/// A keyed hash: tells rows apart, and nothing of what is in them.
using RowHash = std::array<unsigned char, 16>;

/// An accepted row.
struct KeptRow {
    std::int64_t           line = 0;           ///< of the export
    RowHash                identity{};         ///< made of the source and the response id; of the content without one
    RowHash                content{};          ///< made of all cells that are kept
    bool                   by_content = false; ///< has no id: is known by its content alone
    std::optional<Day>     day;
    std::optional<RowHash> respondent;
};

/// A row that is not accepted.
struct RefusedRow {
    std::int64_t     line = 0;
    std::string_view reason;
    RowHash          hash{};
};

/// Rows that follow one another in an export. Memory is kept between pieces.
struct KeptRows {
    std::vector<KeptRow>    rows;
    std::vector<RefusedRow> refused;
    std::string             refused_text; ///< of those, as they stand, where it is wanted
    std::uint64_t           masked = 0;   ///< personal values in cells that were replaced

    std::string              cell_text; ///< of all cells, one after the other
    std::vector<std::size_t> cell_ends; ///< in it

    /// Adds a cell to the row that is being made; rows have as many cells as there are columns kept.
    void add_cell(std::string_view text) {
        cell_text.append(text);
        cell_ends.push_back(cell_text.size());
    }
    /// Until something is added.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t cell, std::size_t cells_in_row) const {
        const std::size_t at = row * cells_in_row + cell;
        const std::size_t from = at == 0 ? 0 : cell_ends[at - 1];
        return std::string_view(cell_text).substr(from, cell_ends[at] - from);
    }
    void clear() {
        rows.clear();
        refused.clear();
        refused_text.clear();
        cell_text.clear();
        cell_ends.clear();
        masked = 0;
    }
};

/// A column of an export whose cells are kept.
struct KeptColumn {
    Column question;
    bool   personal = false; ///< its header is kept, its cells are not
};

/// What an import brings along beside its rows.
struct ImportSource {
    std::string             file;   ///< its name, without folders
    std::string             source; ///< of the model's `[[source]]`; empty where there is one for all
    std::string             dialect, encoding, model_sha256;
    std::string             wave; ///< all rows go there; empty: each to that of its month
    std::vector<KeptColumn> columns;
    std::string             at; ///< UTC: `2026-11-01T06:30:00Z`
};

/// Where rows that are kept go, in the order of the export.
class KeptRowsTaker {
  public:
    virtual ~KeptRowsTaker() = default;
    virtual void take(const KeptRows& rows) = 0;
};

} // namespace cx
