#pragma once

// Records to responses, a block at a time: whatever is as it was before is read column by column; a record with
// anything new or odd goes through the ResponseMapper, which knows all there is.

#include <array>
#include <cstddef>
#include <cstdint>

#include <cx/responses/account.hpp>
#include <cx/responses/cell_block.hpp>
#include <cx/responses/iso_days.hpp>
#include <cx/responses/response_block.hpp>
#include <cx/responses/response_mapper.hpp>

namespace cx {

/// Maps blocks of records to responses, as ResponseMapper does one by one: the same responses, counted alike in the
/// account, and the same errors. Belongs to one thread.
class BlockMapper {
  public:
    explicit BlockMapper(const Binding& binding);

    /// Adds the responses of `size` records from `first` on, at most CellBlock::most, to those of `block`, which has
    /// room for them.
    /// @throws Error as ResponseMapper::map()
    void map(const RecordBatch& records, std::size_t first, std::size_t size, ResponseBlock& block,
             RowAccount& account);

  private:
    void               read_columns(ResponseBlock& block);
    void               check_filters();
    void               read_weights(double* weights);
    void               read_days();
    void               read_groups(ResponseBlock& block);
    void               check_conditions(const ResponseBlock& block);
    void               read_answers(ResponseBlock& block);
    void               make_answers(ResponseBlock& block);
    void               note(const ResponseBlock& block, RowAccount& account) const;
    [[nodiscard]] bool is_any_odd() const noexcept;

    const Binding&                            binding_;
    ResponseMapper                            mapper_;
    bool                                      one_by_one_; ///< what is asked for needs whole records
    CellBlock                                 cells_;
    std::array<std::int32_t, CellBlock::most> days_{};    ///< from 1970, where dates are read
    std::size_t                               first_ = 0; ///< of the block's responses: where the records' go
    Response                                  response_;
};

} // namespace cx
