#pragma once

// From records to columns: preamble, header rows, dialect, sample.

#include <cstddef>
#include <memory>
#include <string>

#include <cx/exports/export.hpp>

namespace cx::detail {

/// The decoded text as far as it is looked at.
struct Head {
    std::shared_ptr<const std::string> text;
    bool                               complete = false; ///< whether that is all of it
    std::unique_ptr<Input>             rest;
};

/// Fills in what the records of `head` say about columns; `recognition` has its file, encoding and delimiter.
/// @param declared  records before everything else that say how the file is written (`sep=;`)
/// @return the data records of `head`
/// @throws Error as open_export
[[nodiscard]] Sample recognise(Recognition& recognition, const ReadOptions& options, const Head& head,
                               std::size_t declared);

} // namespace cx::detail
