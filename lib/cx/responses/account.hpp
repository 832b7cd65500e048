#pragma once

// What became of every row that was read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/base/calendar.hpp>

namespace cx {

enum class Outcome : std::uint8_t { accepted, duplicate, rejected, filtered };

/// Rows by outcome; `rows()` is their sum, always.
struct RowAccount {
    struct Reason {
        std::string               text;
        std::uint64_t             rows = 0;
        std::vector<std::int64_t> first; ///< the lowest lines, at most ten, ascending
        Outcome                   outcome = Outcome::filtered;
    };

    std::uint64_t       accepted = 0, duplicates = 0, rejected = 0, filtered = 0;
    std::vector<Reason> reasons;          ///< of rows not accepted, by text
    std::uint64_t       short_rows = 0;   ///< accepted ones with fewer cells than the header
    std::uint64_t unread_legend_rows = 0; ///< of a legend that stands too late in the file for its labels to be known
    std::uint64_t undated = 0; ///< accepted ones whose date is blank or cannot be read, where dates are needed
    std::optional<Day>             last_day;         ///< of the accepted ones, where dates are read
    std::uint64_t                  zero_weights = 0; ///< accepted ones that count in no figure
    std::vector<std::vector<bool>> met; ///< by condition and group code: whether a row that was read is of that group
    std::vector<std::uint64_t>     ungrouped; ///< by dimension: accepted ones that are in none of its groups
    std::vector<std::string>
                  foreign_touchpoints; ///< values that no touchpoint of the model matches: the five that sort first
    std::uint64_t foreign_rows = 0;
    std::uint64_t elsewhere = 0;         ///< rows that conditions on groups left out, where touchpoints are looked at
    std::uint64_t foreign_elsewhere = 0; ///< of them: of such a touchpoint

    [[nodiscard]] std::uint64_t rows() const noexcept { return accepted + duplicates + rejected + filtered; }
    void                        count(Outcome outcome, std::string_view reason, std::int64_t line);
    /// Notes that a row is of a group which a condition looks at.
    void note_met(std::size_t condition, std::size_t group);
    /// Notes the day of an accepted row.
    void note_day(Day day);
    /// Counts accepted rows that are in no group of a dimension.
    void count_ungrouped(std::size_t dimension, std::uint64_t rows = 1);
    /// Counts an accepted row whose touchpoint no touchpoint of the model matches.
    void count_foreign(const std::string& touchpoint);
    /// Adds the rows of another account, and keeps the lowest lines of both.
    void add(const RowAccount& other);
};

} // namespace cx
