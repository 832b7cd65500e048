#pragma once

// What is inside a gzip, zip, zstd or xz.

#include <memory>
#include <string>
#include <string_view>

#include <cx/exports/input.hpp>

namespace cx::detail {

/// How bytes are packed: not, as one stream (gzip, zstd, xz), or as a zip of files.
enum class Packing { none, stream, zip };

struct PackedFile {
    std::string file;   ///< as the user named it
    std::string member; ///< of a zip; empty: the only one
    Packing     packing = Packing::stream;
};

/// Unpacks while reading, in bounded memory whatever the packed size promises.
/// @throws Error as open_input; a zip read from a pipe is known to hold a second file only when the first has been
/// read,
///         and is refused then
[[nodiscard]] std::unique_ptr<Input> unpacked(std::unique_ptr<Input> packed, const PackedFile& what);

/// What kind of workbook or document a zip is whose member bears this name; empty where it may be any zip.
/// @param content  the first bytes after the name
[[nodiscard]] std::string_view workbook_by_member(std::string_view name, std::string_view content);

} // namespace cx::detail
