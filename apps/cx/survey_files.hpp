#pragma once

// The files of a run, opened as what they are: exports, and counts files.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <cx/exports/export.hpp>

#include "input_options.hpp"

namespace cx {

/// A counts file, from its first byte.
struct CountsInput {
    std::string            file;
    std::unique_ptr<Input> bytes;
};

class SurveyFiles {
  public:
    /// Opens files up to the first export.
    explicit SurveyFiles(const InputOptions& input);

    /// What is recognised and how a model is completed goes by the first export. Null where there are only counts
    /// files.
    [[nodiscard]] const Export* first_export() const noexcept { return first_ ? &*first_ : nullptr; }
    /// Whether the first file is a counts file.
    [[nodiscard]] bool starts_with_counts() const noexcept { return first_index_ > 0; }
    /// The first counts file that is known of; null where there is none yet.
    [[nodiscard]] const std::string* first_counts() const noexcept { return counts_.empty() ? nullptr : &counts_; }

    [[nodiscard]] std::size_t size() const noexcept { return input_->files.size(); }
    /// Each file once, in their order.
    [[nodiscard]] std::variant<Export, CountsInput> take(std::size_t index);

  private:
    [[nodiscard]] std::variant<Export, CountsInput> open(std::size_t index);

    const InputOptions*                 input_;
    std::vector<std::unique_ptr<Input>> kept_; ///< by index: counts that can be read only once
    std::optional<Export>               first_;
    std::size_t                         first_index_ = 0;
    std::string                         counts_;
};

} // namespace cx
