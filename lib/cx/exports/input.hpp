#pragma once

// Bytes of an export: a file, standard input, what is inside a gzip, zip, zstd or xz, read forward once.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <cx/base/digest.hpp>

namespace cx {

/// A stream of bytes that is read once, forward, in bounded memory.
class Input {
  public:
    virtual ~Input() = default;
    /// Up to `size` bytes into `to`; fewer only at the end; 0 at the end.
    /// @throws Error when the file cannot be read or decompressed, naming it and the reason
    virtual std::size_t read(char* to, std::size_t size) = 0;
};

/// Opens `file` ("-" is standard input), decompressing by what the bytes are and not by the name.
/// @param member  which file of a zip; empty: the only one
/// @throws Error when it cannot be opened, is a directory, is an .xlsx, .xls or .ods workbook (with the way to save CSV
///         UTF-8), a zip holds several files and none is named (they are listed), or the named one is not in it
[[nodiscard]] std::unique_ptr<Input> open_input(const std::string& file, const std::string& member = {});

/// `head` first, then what `rest` still has.
[[nodiscard]] std::unique_ptr<Input> replayed(std::string head, std::unique_ptr<Input> rest);

/// What `bytes` has, added to `digest` as it is read.
[[nodiscard]] std::unique_ptr<Input> digested(std::unique_ptr<Input> bytes, Sha256& digest);

/// Reads up to `size` bytes, as many as there are.
[[nodiscard]] std::string read_head(Input& input, std::size_t size);

} // namespace cx
