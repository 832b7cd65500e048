#pragma once

// One item's column: what a cell's text means as an answer.

#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/responses/text_codes.hpp>

namespace cx {

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
        if (raw.size() > 2) return read_longer(raw);
        const std::uint32_t key = short_key(raw);
        const std::uint32_t known = short_cells_[short_place(key)];
        return (known & short_key_mask) == key ? static_cast<Slot>(known >> 24U) : read_short(raw);
    }

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

    // A cell of at most two bytes has a key of its bytes and their number; beside it, its slot is remembered.
    static constexpr std::size_t       short_places = 1024;
    static constexpr std::uint32_t     short_key_mask = 0xFFFFFF;
    [[nodiscard]] static std::uint32_t short_key(std::string_view raw) noexcept {
        std::uint16_t bytes = 0;
        std::memcpy(&bytes, raw.data(), sizeof bytes);
        if constexpr (std::endian::native == std::endian::big)
            bytes = static_cast<std::uint16_t>(bytes << 8U | bytes >> 8U);
        const auto size = static_cast<std::uint32_t>(raw.size());
        return (bytes & ((1U << (8 * size)) - 1)) | (size + 1) << 16U;
    }
    /// Numbers of one and two digits have places of their own.
    [[nodiscard]] static std::size_t short_place(std::uint32_t key) noexcept {
        constexpr std::uint32_t decimal = 10;
        return ((key & 0xFFU) + decimal * (key >> 8U & 0xFFU)) & (short_places - 1);
    }
    [[nodiscard]] Slot         read_short(std::string_view raw);
    [[nodiscard]] Slot         read_longer(std::string_view raw);
    ItemKind                   kind_;
    Scale                      scale_;
    std::size_t                points_;
    int                        shift_ = 0; ///< from the export's codes to scale points
    bool                       reversed_;
    char                       quote_;
    std::map<std::string, int> labels_;
    std::vector<std::string>   missing_, not_applicable_, good_; ///< folded, sorted

    std::vector<std::uint32_t> short_cells_; ///< by short_place(): a key, and its slot in the highest byte
    TextCodes                  seen_;
    std::string                scratch_;
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
