#pragma once

// One item's column: what a cell's text means as an answer.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/responses/short_cells.hpp>
#include <cx/responses/text_codes.hpp>

namespace cx {

class CellBlock;

/// What a cell that is no scale point was read as.
enum class NoAnswer : std::uint8_t { missing, not_applicable, out_of_scale, unreadable };
inline constexpr std::size_t no_answer_kinds = 4;

/// Where a cell counts: 0 is the scale's lowest point, then the others; behind the highest come the kinds of NoAnswer.
using Slot = std::uint8_t;

/// Reads the cells of one column of an item. Belongs to one thread: it remembers the texts it has seen.
class AnswerReader {
  public:
    /// @param item     the item (a pair's two columns are read alike)
    /// @param answers  the texts of the whole model that are no answer
    /// @param quote    the export's
    AnswerReader(const Item& item, const AnswerTexts& answers, char quote);

    /// @param raw  the cell's bytes, quotes included, with `readable_beyond` bytes behind them that may be read
    /// @throws BadEncoding for bytes that are no UTF-8
    [[nodiscard]] Slot read(std::string_view raw) {
        if (raw.size() > ShortCells::longest) return read_longer(raw);
        const std::uint8_t known = short_cells_.at(raw);
        return known != 0 ? static_cast<Slot>(known - 1) : read_short(raw);
    }
    /// Reads the cells of a column that have been read before; others, and with `strict` those that are no answer but
    /// ought to be, are odd.
    /// @param slots  of each record of the block
    void read_known(CellBlock& cells, std::size_t column, bool strict, Slot* slots) const noexcept;

    [[nodiscard]] std::size_t points() const noexcept { return points_; }
    [[nodiscard]] Slot        slot(NoAnswer kind) const noexcept {
               return static_cast<Slot>(points_ + static_cast<std::size_t>(kind));
    }
    [[nodiscard]] Slot no_cell() const noexcept { return slot(NoAnswer::missing); }

  private:
    [[nodiscard]] Slot interpret(std::string_view text) const;
    [[nodiscard]] Slot interpret_choice(const std::string& folded_text) const;
    [[nodiscard]] Slot interpret_number(std::string_view text) const;
    [[nodiscard]] Slot at_point(int point) const noexcept;

    static constexpr std::uint32_t not_known = TextCodes::not_known;

    [[nodiscard]] std::uint32_t find_longer(std::string_view raw) const noexcept;
    [[nodiscard]] Slot          read_short(std::string_view raw);
    [[nodiscard]] Slot          read_longer(std::string_view raw);
    ItemKind                    kind_;
    Scale                       scale_;
    std::size_t                 points_;
    int                         shift_ = 0; ///< from the export's codes to scale points
    bool                        reversed_;
    char                        quote_;
    std::map<std::string, int>  labels_;
    std::vector<std::string>    missing_, not_applicable_, good_; ///< folded, sorted

    ShortCells  short_cells_; ///< their slots and one; 0 is not known
    TextCodes   seen_;
    std::string scratch_;
};

/// Bytes that are no text in the export's encoding, in a cell that is used.
struct BadEncoding {};

/// The whole number that a cell's text starts with, alone (`9`, `9.0`, `9,0`) or followed by its words (`9 - very
/// likely`); any other number in `off_grid`. Exposed for recognising scales.
struct LeadingNumber {
    bool   is_number = false;
    bool   is_whole = false;
    double value = 0;
};
[[nodiscard]] LeadingNumber leading_number(std::string_view text);

} // namespace cx
