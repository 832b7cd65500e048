// Blocks of 64 bytes become four masks; what stands inside quotes is a running exclusive-or of the quote mask. That is
// right only where every quote that opens stands first in its field, or second of two: the masks tell, and a block
// where it is not so goes to the scalar code. Compiled once for each vector width that processors have, and chosen at
// run time.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "cx/exports/scan_vectorised.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <array>
#include <bit>
#include <cstring>

#include <cx/exports/record_builder.hpp>

HWY_BEFORE_NAMESPACE();
namespace cx::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

struct Block {
    std::uint64_t quotes = 0, delimiters = 0, feeds = 0, returns = 0;
};

template <class Mask, class Tag> HWY_INLINE std::uint64_t bits_of(Tag tag, Mask mask) {
    std::array<std::uint8_t, 8> bytes{};
    hn::StoreMaskBits(tag, mask, bytes.data());
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes.data(), sizeof bits);
    return bits;
}

HWY_INLINE Block classify(const std::uint8_t* bytes, std::uint8_t delimiter, std::uint8_t quote) {
    const hn::CappedTag<std::uint8_t, 64> tag;
    const std::size_t                     lanes = hn::Lanes(tag);
    const auto                            quotes = hn::Set(tag, quote);
    const auto                            delimiters = hn::Set(tag, delimiter);
    const auto                            feeds = hn::Set(tag, std::uint8_t{'\n'});
    const auto                            returns = hn::Set(tag, std::uint8_t{'\r'});
    Block                                 block;
    for (std::size_t i = 0; i < 64; i += lanes) {
        const auto v = hn::LoadU(tag, bytes + i);
        block.quotes |= bits_of(tag, hn::Eq(v, quotes)) << i;
        block.delimiters |= bits_of(tag, hn::Eq(v, delimiters)) << i;
        block.feeds |= bits_of(tag, hn::Eq(v, feeds)) << i;
        block.returns |= bits_of(tag, hn::Eq(v, returns)) << i;
    }
    return block;
}

/// Bit i of the result is the exclusive or of bits 0..i.
HWY_INLINE std::uint64_t prefix_xor(std::uint64_t bits) {
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_SSE4 // those whose processors multiply without carries at once
    const hn::FixedTag<std::uint64_t, 2> tag;
    return hn::GetLane(hn::CLMulLower(hn::Set(tag, bits), hn::Set(tag, ~std::uint64_t{0})));
#else
    bits ^= bits << 1U;
    bits ^= bits << 2U;
    bits ^= bits << 4U;
    bits ^= bits << 8U;
    bits ^= bits << 16U;
    bits ^= bits << 32U;
    return bits;
#endif
}

/// Writes the offsets of the set bits, eight at a time: more than there are, which the next ones overwrite.
HWY_INLINE void write_offsets(std::uint64_t bits, std::uint32_t offset, std::uint32_t* to) {
    const int count = std::popcount(bits);
    for (int done = 0; done < count; done += 8) {
        for (int i = 0; i < 8; ++i) {
            to[done + i] = offset + static_cast<std::uint32_t>(std::countr_zero(bits));
            bits &= bits - 1;
        }
    }
}

/// One scan from left to right, block by block.
struct Scan {
    std::string_view bytes;
    char             delimiter, quote;
    bool             at_end;
    RecordBuilder*   builder;
    std::uint32_t    lines = 0;
    // The masks of the block before, whose last bits go on in the next: no branch depends on what it ended in. The
    // first block comes behind the end of a cell.
    std::uint64_t inside = 0, ends = ~std::uint64_t{0}, quotes = 0;
    // Beside the builder's own, so that they stay in registers while ends are stored.
    std::uint32_t  cells = 0, room = 0;
    std::uint32_t* cell_ends = nullptr;

    /// Room for the cells of a block, and for what is written beyond them.
    HWY_INLINE void make_room() {
        constexpr std::uint32_t block_cells = 64 + 8, at_once = 4096;
        if (cells + block_cells <= room) return;
        give_back();
        builder->reserve(at_once);
        take_over();
        room = cells + at_once;
    }
    HWY_INLINE void give_back() const { builder->added_cells(cells - builder->cells()); }
    HWY_INLINE void take_over() {
        cells = builder->cells();
        cell_ends = builder->next_cell_end() - cells;
    }

    HWY_INLINE void block(std::uint32_t from, std::uint32_t size, const Block& found) {
        const std::uint64_t now_inside = prefix_xor(found.quotes) ^ (std::uint64_t{0} - (inside >> 63U));
        const std::uint64_t line_breaks =
            found.returns == 0 ? found.feeds : found.feeds | lone_returns(from, size, found);
        const std::uint64_t now_ends = (found.delimiters | line_breaks) & ~now_inside;
        const std::uint64_t may_open = ((now_ends | found.quotes) << 1U) | ((ends | quotes) >> 63U);
        if ((found.quotes & now_inside & ~may_open) != 0) {
            give_back();
            go_on_from(scan_bytewise(bytes, from, from + size, delimiter, quote, at_end, state(), lines, *builder));
            take_over();
            room = cells;
            return;
        }
        write_ends(from, now_ends, line_breaks & ~now_inside, line_breaks);
        lines += static_cast<std::uint32_t>(std::popcount(line_breaks));
        // The last block may be short: its last byte's bits go where those of a whole block are.
        inside = now_inside << (64 - size);
        ends = now_ends << (64 - size);
        quotes = found.quotes << (64 - size);
    }

    HWY_INLINE void write_ends(std::uint32_t from, std::uint64_t cells_end, std::uint64_t row_ends,
                               std::uint64_t line_breaks) {
        const std::uint32_t before = cells;
        make_room();
        write_offsets(cells_end, from, cell_ends + cells);
        cells += static_cast<std::uint32_t>(std::popcount(cells_end));
        for (; row_ends != 0; row_ends &= row_ends - 1) {
            const std::uint64_t up_to = row_ends ^ (row_ends - 1); // this bit and all below
            builder->end_row(before + static_cast<std::uint32_t>(std::popcount(cells_end & up_to)),
                             lines + static_cast<std::uint32_t>(std::popcount(line_breaks & up_to)));
        }
    }

    [[nodiscard]] HWY_INLINE std::uint64_t lone_returns(std::uint32_t from, std::uint32_t size,
                                                        const Block& found) const {
        const std::uint32_t next = from + size;
        const bool          lone_at_end = next < bytes.size() ? bytes[next] != '\n' : at_end;
        const std::uint64_t last = std::uint64_t{1} << (size - 1);
        const std::uint64_t before_feed = (found.feeds >> 1U) | (lone_at_end ? 0 : last);
        return found.returns & ~before_feed;
    }

    /// Where in a field the byte behind the block before stands.
    [[nodiscard]] FieldState state() const {
        constexpr std::uint64_t last = std::uint64_t{1} << 63U;
        if ((inside & last) != 0) return FieldState::quoted;
        if ((ends & last) != 0) return FieldState::start;
        return (quotes & last) != 0 ? FieldState::closed : FieldState::unquoted;
    }
    void go_on_from(FieldState state) {
        constexpr std::uint64_t all = ~std::uint64_t{0};
        inside = state == FieldState::quoted ? all : 0;
        ends = state == FieldState::start ? all : 0;
        quotes = state == FieldState::closed ? all : 0;
    }
};

void scan(std::string_view bytes, char delimiter, char quote, bool at_end, RecordBuilder& builder) {
    Scan        scan{bytes, delimiter, quote, at_end, &builder};
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto  wanted_delimiter = static_cast<std::uint8_t>(delimiter);
    const auto  wanted_quote = static_cast<std::uint8_t>(quote);
    const auto  size = static_cast<std::uint32_t>(bytes.size());
    const auto  whole = size / 64 * 64;
    for (std::uint32_t at = 0; at < whole; at += 64)
        scan.block(at, 64, classify(data + at, wanted_delimiter, wanted_quote));
    if (whole < size) {
        std::array<std::uint8_t, 64> rest{};
        std::memcpy(rest.data(), data + whole, size - whole);
        scan.block(whole, size - whole, classify(rest.data(), wanted_delimiter, wanted_quote));
    }
    scan.give_back();
    builder.finish(scan.state(), at_end, scan.lines);
}

} // namespace cx::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace cx {

HWY_EXPORT(scan);

void scan_vectorised(std::string_view bytes, char delimiter, char quote, bool at_end, RecordBuilder& builder) {
    HWY_DYNAMIC_DISPATCH(scan)(bytes, delimiter, quote, at_end, builder);
}

} // namespace cx
#endif
