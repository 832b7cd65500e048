#pragma once

// Responses that follow one another in the file, column by column: so they are read, and counted, in short loops.

#include <cstddef>
#include <string>
#include <vector>

#include <cx/responses/schema.hpp>

namespace cx {

class ResponseBlock {
  public:
    static constexpr std::size_t most = 512; ///< responses

    explicit ResponseBlock(const Schema& schema) : ResponseBlock(schema.columns.size(), schema.dimensions.size()) {}
    ResponseBlock(std::size_t answer_columns, std::size_t dimensions)
        : answer_columns_(answer_columns),
          dimensions_(dimensions),
          answers_(answer_columns_ * most),
          groups_(dimensions_ * most, no_group),
          weights_(most, 1.0) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::size_t answer_columns() const noexcept { return answer_columns_; }
    [[nodiscard]] std::size_t dimensions() const noexcept { return dimensions_; }

    /// Slots of an answer column, response by response; there is room for `most`.
    [[nodiscard]] const Slot* answers(std::size_t column) const noexcept { return answers_.data() + column * most; }
    [[nodiscard]] Slot*       answers(std::size_t column) noexcept { return answers_.data() + column * most; }
    /// Groups of a dimension, likewise.
    [[nodiscard]] const GroupCode* groups(std::size_t dimension) const noexcept {
        return groups_.data() + dimension * most;
    }
    [[nodiscard]] GroupCode*    groups(std::size_t dimension) noexcept { return groups_.data() + dimension * most; }
    [[nodiscard]] const double* weights() const noexcept { return weights_.data(); }
    [[nodiscard]] double*       weights() noexcept { return weights_.data(); }

    void clear() noexcept { size_ = 0; }
    /// Responses from the first on that are there; their columns have been written.
    void resize(std::size_t size) noexcept { size_ = size; }

    /// Adds a response behind the last.
    void add(const Response& response) { put(size_++, response); }
    /// Writes a response's columns; `at` may be behind the last.
    void put(std::size_t at, const Response& response);
    /// Copies a response's columns.
    void copy(std::size_t at, Response& response) const;
    /// Writes the columns of one response over those of another.
    void move(std::size_t from, std::size_t to);

  private:
    std::size_t              answer_columns_, dimensions_, size_ = 0;
    std::vector<Slot>        answers_; ///< by column
    std::vector<GroupCode>   groups_;  ///< by dimension
    std::vector<double>      weights_;
    std::vector<std::string> respondents_; ///< none before the first is known
};

} // namespace cx
