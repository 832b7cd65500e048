#include <cx/exports/scanner.hpp>

#include <cx/exports/record_builder.hpp>

namespace cx {

FieldState scan_bytewise(std::string_view bytes, std::uint32_t from, std::uint32_t to, char delimiter, char quote,
                         bool at_end, FieldState state, std::uint32_t& lines, RecordBuilder& builder) {
    builder.reserve(to - from);
    for (std::uint32_t at = from; at < to; ++at) {
        const char byte = bytes[at];
        const bool last = at + 1 == bytes.size();
        // A CR before LF is part of that line break; whether one comes is not known at the end of a stretch that goes
        // on.
        const bool line_break = byte == '\n' || (byte == '\r' && (last ? at_end : bytes[at + 1] != '\n'));
        if (line_break) ++lines;
        if (state == FieldState::quoted) {
            if (byte == quote) state = FieldState::closed;
        } else if (byte == quote && state != FieldState::unquoted) {
            state = FieldState::quoted; // opens, or is the second of two
        } else if (line_break) {
            builder.end_cell(at);
            builder.end_row(builder.cells(), lines);
            state = FieldState::start;
        } else if (byte == delimiter) {
            builder.end_cell(at);
            state = FieldState::start;
        } else {
            state = FieldState::unquoted;
        }
    }
    return state;
}

void scan_records(std::string_view bytes, char delimiter, char quote, bool at_end, RecordIndex& index,
                  ScanKernel kernel) {
    RecordBuilder builder(bytes, index);
    if (kernel == ScanKernel::vector) {
        scan_vectorised(bytes, delimiter, quote, at_end, builder);
        return;
    }
    std::uint32_t    lines = 0;
    const auto       size = static_cast<std::uint32_t>(bytes.size());
    const FieldState state = scan_bytewise(bytes, 0, size, delimiter, quote, at_end, FieldState::start, lines, builder);
    builder.finish(state, at_end, lines);
}

} // namespace cx
