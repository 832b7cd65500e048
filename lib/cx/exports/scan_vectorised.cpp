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

#ifndef CX_PLACES_OF_BITS // once, not for each vector width
#define CX_PLACES_OF_BITS
namespace cx {

/// Which bits of a byte are set, lowest first.
alignas(64) inline constexpr auto places_of_bits = [] {
    std::array<std::array<std::uint8_t, 8>, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte) {
        std::size_t count = 0;
        for (std::uint8_t bit = 0; bit < 8; ++bit) {
            if ((byte >> bit & 1U) != 0) table[byte][count++] = bit;
        }
    }
    return table;
}();

/// The first bit of each of eight bytes, eight times.
alignas(32) inline constexpr auto first_of_byte = [] {
    std::array<std::array<std::uint32_t, 8>, 8> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) table[byte].fill(8 * byte);
    return table;
}();

} // namespace cx
#endif

HWY_BEFORE_NAMESPACE();
namespace cx::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

struct Block {
    std::uint64_t quotes = 0, delimiters = 0, feeds = 0;
    bool          has_returns = false;
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
    auto                                  any_returns = hn::Zero(tag);
    for (std::size_t i = 0; i < 64; i += lanes) {
        const auto v = hn::LoadU(tag, bytes + i);
        block.quotes |= bits_of(tag, hn::Eq(v, quotes)) << i;
        block.delimiters |= bits_of(tag, hn::Eq(v, delimiters)) << i;
        block.feeds |= bits_of(tag, hn::Eq(v, feeds)) << i;
        any_returns = hn::Or(any_returns, hn::VecFromMask(tag, hn::Eq(v, returns)));
    }
    block.has_returns = !hn::AllFalse(tag, hn::MaskFromVec(any_returns));
    return block;
}

HWY_NOINLINE std::uint64_t returns_in(const std::uint8_t* bytes) {
    const hn::CappedTag<std::uint8_t, 64> tag;
    const auto                            returns = hn::Set(tag, std::uint8_t{'\r'});
    std::uint64_t                         bits = 0;
    for (std::size_t i = 0; i < 64; i += hn::Lanes(tag)) {
        bits |= bits_of(tag, hn::Eq(hn::LoadU(tag, bytes + i), returns)) << i;
    }
    return bits;
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

/// Byte i of the result is the number of bits that are set below byte i of `bits`.
HWY_INLINE std::uint64_t bits_below_bytes(std::uint64_t bits) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    bits -= bits >> 1U & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + (bits >> 2U & 0x3333333333333333U);
    bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return bits * ones << 8U;
}

/// Writes the offsets of the set bits, and beyond them what the next ones overwrite.
/// @return how many bits are set
HWY_INLINE std::uint32_t write_offsets(std::uint64_t bits, std::uint32_t offset, std::uint32_t* to) {
    const hn::CappedTag<std::uint32_t, 8> tag;
    if constexpr (HWY_MAX_BYTES >= 32 && !HWY_HAVE_SCALABLE) {
        // A byte's set bits from a table, eight bytes one after the other: no branch depends on how many there are.
        const hn::Rebind<std::uint8_t, decltype(tag)> narrow;
        const auto                                    base = hn::Set(tag, offset);
        std::uint64_t                                 below = bits_below_bytes(bits), rest = bits;
        const auto write = [&](std::size_t byte, std::uint64_t set, std::uint64_t at) {
            const auto places = hn::PromoteTo(tag, hn::LoadU(narrow, places_of_bits[set & 0xFFU].data()));
            hn::StoreU(hn::Add(hn::Add(places, base), hn::Load(tag, first_of_byte[byte].data())), tag,
                       to + (at & 0xFFU));
        };
        for (std::size_t byte = 0; byte < 8; byte += 2) {
            write(byte, rest, below);
            write(byte + 1, rest >> 8U, below >> 8U);
            rest >>= 16U;
            below >>= 16U;
        }
        return static_cast<std::uint32_t>(std::popcount(bits));
    }
    const int count = std::popcount(bits);
    for (int done = 0; done < count; done += 8) {
        for (int i = 0; i < 8; ++i) {
            to[done + i] = offset + static_cast<std::uint32_t>(std::countr_zero(bits));
            bits &= bits - 1;
        }
    }
    return static_cast<std::uint32_t>(count);
}

/// The masks of the block before, whose last bits go on in the next: no branch depends on what it ended in.
struct Carry {
    std::uint64_t inside = 0, ends = ~std::uint64_t{0}, quotes = 0; // the first block comes behind the end of a cell

    /// Where in a field the byte behind the block before stands.
    [[nodiscard]] HWY_INLINE FieldState state() const {
        constexpr std::uint64_t last = std::uint64_t{1} << 63U;
        if ((inside & last) != 0) return FieldState::quoted;
        if ((ends & last) != 0) return FieldState::start;
        return (quotes & last) != 0 ? FieldState::closed : FieldState::unquoted;
    }
    [[nodiscard]] HWY_INLINE static Carry from(FieldState state) {
        constexpr std::uint64_t all = ~std::uint64_t{0};
        return {state == FieldState::quoted ? all : 0, state == FieldState::start ? all : 0,
                state == FieldState::closed ? all : 0};
    }
};

struct Text {
    std::string_view bytes;
    char             delimiter, quote;
    bool             at_end;
};

/// A block whose quotes are odd, byte by byte.
HWY_NOINLINE Carry scan_odd(const Text& text, std::uint32_t from, std::uint32_t size, Carry carry, std::uint32_t& lines,
                            RecordBuilder& builder) {
    return Carry::from(scan_bytewise(text.bytes, from, from + size, text.delimiter, text.quote, text.at_end,
                                     carry.state(), lines, builder));
}

/// CR that no LF follows.
HWY_NOINLINE std::uint64_t lone_returns(const Text& text, std::uint32_t from, std::uint32_t size, std::uint64_t feeds,
                                        const std::uint8_t* block) {
    const std::uint32_t next = from + size;
    const bool          lone_at_end = next < text.bytes.size() ? text.bytes[next] != '\n' : text.at_end;
    const std::uint64_t last = std::uint64_t{1} << (size - 1);
    const std::uint64_t before_feed = (feeds >> 1U) | (lone_at_end ? 0 : last);
    return returns_in(block) & ~before_feed;
}

/// One scan from left to right, block by block. All of it stays in registers: nothing takes its address.
struct Scan {
    Carry          carry;
    std::uint32_t  lines = 0;
    std::uint32_t  cells = 0, room = 0;
    std::uint32_t* cell_ends = nullptr;
    std::uint32_t  rows = 0;            ///< that ended since the builder had them
    bool           has_returns = false; ///< so far: the end of a row may be that of the block before
};
constexpr std::uint32_t cells_at_once = 4096, block_cells = 64 + 8; ///< of a block, and what is written beyond them
using EndedRows = std::array<RecordBuilder::EndedRow, cells_at_once + block_cells>;

/// Hands over what was found, and makes room for more.
HWY_INLINE Scan handed_over(Scan scan, const EndedRows& ended, RecordBuilder& builder) {
    builder.added_cells(scan.cells - builder.cells());
    builder.end_rows({ended.data(), scan.rows}, scan.has_returns);
    builder.reserve(cells_at_once + block_cells);
    scan.rows = 0;
    scan.cells = builder.cells();
    scan.room = scan.cells + cells_at_once;
    scan.cell_ends = builder.next_cell_end() - scan.cells;
    return scan;
}

HWY_INLINE void scan_block(Scan& scan, const Text& text, std::uint32_t from, std::uint32_t size,
                           const std::uint8_t* bytes, EndedRows& ended, RecordBuilder& builder) {
    const Block found =
        classify(bytes, static_cast<std::uint8_t>(text.delimiter), static_cast<std::uint8_t>(text.quote));
    const std::uint64_t inside = prefix_xor(found.quotes) ^ (std::uint64_t{0} - (scan.carry.inside >> 63U));
    std::uint64_t       line_breaks = found.feeds;
    if (found.has_returns) {
        line_breaks |= lone_returns(text, from, size, found.feeds, bytes);
        scan.has_returns = true;
    }
    const std::uint64_t ends = (found.delimiters | line_breaks) & ~inside;
    const std::uint64_t may_open = ((ends | found.quotes) << 1U) | ((scan.carry.ends | scan.carry.quotes) >> 63U);
    if (scan.cells > scan.room) scan = handed_over(scan, ended, builder);
    if ((found.quotes & inside & ~may_open) != 0) {
        scan = handed_over(scan, ended, builder);
        std::uint32_t lines = scan.lines;
        const Carry   carry = scan_odd(text, from, size, scan.carry, lines, builder);
        scan.cells = builder.cells();
        scan = handed_over(scan, ended, builder);
        scan.lines = lines;
        scan.carry = carry;
        return;
    }
    std::uint64_t row_ends = line_breaks & ~inside;
    const auto    end_first_row = [&] {
        const std::uint64_t up_to = row_ends ^ (row_ends - 1); // this bit and all below
        ended[scan.rows] = {scan.cells + static_cast<std::uint32_t>(std::popcount(ends & up_to)),
                            scan.lines + static_cast<std::uint32_t>(std::popcount(line_breaks & up_to))};
    };
    // Most blocks hold the end of one row or of none: whichever it is, it is written.
    end_first_row();
    scan.rows += row_ends != 0 ? 1 : 0;
    for (row_ends &= row_ends - 1; row_ends != 0; row_ends &= row_ends - 1) {
        end_first_row();
        ++scan.rows;
    }
    scan.cells += write_offsets(ends, from, scan.cell_ends + scan.cells);
    scan.lines += static_cast<std::uint32_t>(std::popcount(line_breaks));
    // The last block may be short: its last byte's bits go where those of a whole block are.
    scan.carry = {inside << (64 - size), ends << (64 - size), found.quotes << (64 - size)};
}

void scan(std::string_view bytes, char delimiter, char quote, bool at_end, RecordBuilder& builder) {
    const Text  text{bytes, delimiter, quote, at_end};
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto  size = static_cast<std::uint32_t>(bytes.size());
    const auto  whole = size / 64 * 64;
    EndedRows   ended;
    Scan        scan = handed_over({}, ended, builder);
    for (std::uint32_t at = 0; at < whole; at += 64) scan_block(scan, text, at, 64, data + at, ended, builder);
    if (whole < size) {
        std::array<std::uint8_t, 64> rest{};
        std::memcpy(rest.data(), data + whole, size - whole);
        scan_block(scan, text, whole, size - whole, rest.data(), ended, builder);
    }
    scan = handed_over(scan, ended, builder);
    builder.finish(scan.carry.state(), at_end, scan.lines);
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
