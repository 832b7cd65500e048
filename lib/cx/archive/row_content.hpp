#pragma once

// What tells one row's content from another's, and the same content again from what was changed in the archive.

#include <string>
#include <string_view>
#include <utility>

#include <cx/archive/kept_rows.hpp>
#include <cx/base/keyed_hash.hpp>

namespace cx {

/// Puts cells together for a keyed hash. They are to be added in the order of their questions' marks, so that the order
/// of columns does not matter. Belongs to one thread.
class RowContent {
  public:
    explicit RowContent(KeyedHash hash) : hash_(std::move(hash)) {}

    /// What stands for a question before its cell.
    [[nodiscard]] static RowHash mark_of(KeyedHash hash, std::string_view code, std::string_view text);

    void begin() { cells_.clear(); }
    /// Blank cells are no content: an export that has got a new column still has the same rows.
    void add(const RowHash& mark, std::string_view text);
    /// @param source  of the model's `[[source]]`
    [[nodiscard]] RowHash finish(std::string_view source);

  private:
    KeyedHash   hash_;
    std::string cells_;
};

/// The keyed hash of who answered: the same in every export.
[[nodiscard]] RowHash respondent_hash(KeyedHash& hash, std::string_view id);

} // namespace cx
