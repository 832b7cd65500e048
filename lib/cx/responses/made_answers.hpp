#pragma once

// Answers that nobody gave but that follow from a response's others: are its basic needs met, is a promise kept.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <cx/responses/binding.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// Fills the columns of made items. Basic needs count in a response that answered at least half of the basic items that
/// apply to it: those of its touchpoint and those of none (where rows are not of a touchpoint: all), less those that
/// were answered not applicable; they are met where every answer reaches its threshold. A promise counts where at least
/// one of its items was answered, and is kept where every answer reaches its minimum.
class MadeAnswers {
  public:
    explicit MadeAnswers(const Binding& binding);

    /// Whether no item is made.
    [[nodiscard]] bool empty() const noexcept { return made_.empty(); }
    /// `response` has its groups and all answers that were given.
    void fill(Response& response) const;

  private:
    struct Part {
        std::size_t column = 0; ///< index into Schema::columns
        Slot        points = 0; ///< slots below are scale points
        Slot        needed = 0; ///< the lowest that meets the need
        std::string touchpoint; ///< id of the only one where the item applies; empty: everywhere
    };
    struct Made {
        bool              basics = false;
        std::size_t       column = 0; ///< index into Schema::columns of its first
        std::vector<Part> parts;
    };
    struct Count {
        std::size_t applicable = 0, answered = 0, failed = 0, last_failed = 0;
    };

    [[nodiscard]] Count count(const Made& made, const Response& response) const;
    [[nodiscard]] bool  applies(const Part& part, const Response& response) const;

    const Schema*              schema_;
    std::vector<Made>          made_;
    std::optional<std::size_t> touchpoint_; ///< index into Schema::dimensions
};

} // namespace cx
