#pragma once

// From a record of an export to the row that an archive keeps.

#include <functional>
#include <string>
#include <vector>

#include <cx/archive/kept_rows.hpp>
#include <cx/archive/row_content.hpp>
#include <cx/base/keyed_hash.hpp>
#include <cx/exports/records.hpp>
#include <cx/responses/account.hpp>
#include <cx/responses/binding.hpp>
#include <cx/responses/keeping_plan.hpp>
#include <cx/responses/response_mapper.hpp>

namespace cx {

/// Accepts or refuses rows as ResponseMapper does, and makes what is kept of those that are accepted. Belongs to one
/// thread.
class RowKeeper {
  public:
    RowKeeper(const Binding& binding, const KeepingPlan& plan, const KeyedHash& hash);

    /// Adds the row to `rows`, as kept or refused, and counts it in `account`.
    /// @throws Error with its place for a cell that is not in the export's encoding; with `strict` as ResponseMapper
    void keep(const Record& record, KeptRows& rows, RowAccount& account);

  private:
    [[nodiscard]] std::string_view text_of(const Record& record, std::size_t column);
    void                           add_cell(std::size_t column, std::string_view text, KeptRow& row, KeptRows& rows);
    [[nodiscard]] RowHash          content_of(const KeptRows& rows);
    [[nodiscard]] RowHash          identity_of(const Record& record, bool& by_content);
    void                           refuse(const Record& record, KeptRows& rows);

    const Binding&           binding_;
    const KeepingPlan&       plan_;
    KeyedHash                hash_;
    ResponseMapper           mapper_;
    Response                 response_;
    RowContent               content_;
    std::vector<RowHash>     marks_;    ///< by column
    std::vector<std::size_t> by_marks_; ///< columns in the order of their marks
    std::string              scratch_, masked_;
};

/// Reads every row of an export and hands over what is to be kept of it, in order.
/// @return what became of the rows
RowAccount keep_responses(Export& source, const ReadOptions& options, const Binding& binding, const KeepingPlan& plan,
                          const KeyedHash& hash, unsigned threads, KeptRowsTaker& taker);

} // namespace cx
