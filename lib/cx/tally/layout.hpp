#pragma once

// Where each item's counters lie: the same in every group.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <cx/model/coding.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// What is pooled of a group of items: a coding of single answers, or one side of a pair, or a pair's gap.
enum class PooledValue : std::uint8_t { coding, performance, other, gap };

/// Several items of one kind and scale whose answers are pooled in the groups of one grouping.
struct Pool {
    std::size_t              grouping = 0;   ///< index into Schema::groupings
    std::size_t              item_group = 0; ///< index into its item_groups
    std::vector<std::size_t> items;          ///< indices into the model's items, at least two
    PooledValue              value = PooledValue::coding;
    Coding                   coding = Coding::point; ///< of PooledValue::coding and performance
};

/// Offsets of counters in a group's row of them.
class Layout {
  public:
    Layout(const MeasurementModel& model, const Schema& schema);

    /// Counters of a group.
    [[nodiscard]] std::size_t width() const noexcept { return width_; }
    /// First counter of an answer column; that of slot s is s further on.
    [[nodiscard]] std::size_t column(std::size_t column) const { return columns_[column]; }
    [[nodiscard]] std::size_t points(std::size_t column) const { return points_[column]; }
    /// First counter of a pair's two points; nothing for a single item.
    [[nodiscard]] std::optional<std::size_t> pair(std::size_t item) const { return pairs_[item]; }
    [[nodiscard]] const std::vector<Pool>&   pools() const noexcept { return pools_; }
    [[nodiscard]] const MeasurementModel&    model() const noexcept { return *model_; }
    [[nodiscard]] const Schema&              schema() const noexcept { return *schema_; }

  private:
    void lay_columns();
    void make_pools();

    const MeasurementModel*                 model_;
    const Schema*                           schema_;
    std::size_t                             width_ = 0;
    std::vector<std::size_t>                columns_, points_;
    std::vector<std::optional<std::size_t>> pairs_;
    std::vector<Pool>                       pools_;
};

/// The codings of a kind of item that its figures need.
[[nodiscard]] std::vector<Coding> codings_of(const Item& item);

} // namespace cx
