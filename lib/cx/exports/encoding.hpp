#pragma once

// Which characters the bytes are, and UTF-8 made of them.

#include <memory>
#include <string>
#include <string_view>

#include <cx/exports/input.hpp>

namespace cx {

/// The encoding of a text by its first bytes: byte-order mark, then UTF-16 by its zero bytes, then strict UTF-8 (a
/// character cut off at the end is no fault), then a detector among windows-1252, ISO-8859-1, ISO-8859-15, CP949 and
/// Shift_JIS. Names as printed: `UTF-8`, `UTF-8 with BOM`, `UTF-16LE`, `UTF-16BE`, `windows-1252`, `ISO-8859-1`,
/// `ISO-8859-15`, `CP949`, `Shift_JIS`. UTF-8 with a fault here and there stays UTF-8; the Western three are told apart
/// by the bytes in which they differ.
/// @throws Error when the text is clearly in an encoding that is not read (Cyrillic, Chinese)
[[nodiscard]] std::string recognise_encoding(std::string_view head);

/// The name as printed above for what a user typed (`cp1252`, `latin1`, `utf8`, `euc-kr`, ...).
/// @throws Error with the nearest name for one that is not known
[[nodiscard]] std::string encoding_named(std::string_view typed);

/// The same text as UTF-8 without a byte-order mark. A byte sequence that the encoding does not have becomes the byte
/// 0xFF, which no UTF-8 contains, so that only a cell that is used can be faulted for it; line breaks are kept. (The
/// five bytes windows-1252 leaves undefined are the control characters that WHATWG makes of them.)
[[nodiscard]] std::unique_ptr<Input> decoded(std::unique_ptr<Input> input, const std::string& encoding);

} // namespace cx
