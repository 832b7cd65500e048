#pragma once

// The files of a run, opened as what they are: exports, counts files, and archives.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <cx/archive/archive.hpp>
#include <cx/exports/export.hpp>

#include "archive_options.hpp"
#include "input_options.hpp"

namespace cx {

/// A counts file, from its first byte.
struct CountsInput {
    std::string            file;
    std::unique_ptr<Input> bytes;
};

/// An archive, with the waves of it that are meant.
struct ArchiveInput {
    std::unique_ptr<Archive>    archive;
    std::vector<ArchivedWave>   waves;
    std::optional<std::int64_t> last_import; ///< as it stood after that one

    [[nodiscard]] std::vector<ArchivePart> parts(bool by_file) const;
};

using SurveyFile = std::variant<Export, CountsInput, ArchiveInput>;

class SurveyFiles {
  public:
    /// Opens files up to the first export.
    SurveyFiles(const InputOptions& input, const ArchiveOptions& archives);

    /// What is recognised and how a model is completed goes by the first export, or the opening of the first archive.
    /// Null where there are only counts files.
    [[nodiscard]] const Export* first_export() const noexcept { return first_ ? &*first_ : nullptr; }
    /// Whether the first file is a counts file.
    [[nodiscard]] bool starts_with_counts() const noexcept { return first_index_ > 0; }
    /// The first counts file that is known of; null where there is none yet.
    [[nodiscard]] const std::string* first_counts() const noexcept { return counts_.empty() ? nullptr : &counts_; }

    [[nodiscard]] std::size_t size() const noexcept { return input_->files.size(); }
    /// Each file once, in their order.
    [[nodiscard]] SurveyFile take(std::size_t index);
    /// The first archive that is known of; empty where there is none yet.
    [[nodiscard]] const std::string& first_archive() const noexcept { return archive_; }
    /// Where what first_export() is was asked.
    [[nodiscard]] const AskedIn& first_asked() const noexcept { return first_asked_; }
    /// @throws Error where there is an archive: what is recognised of one wave may not be so of the next
    void refuse_recognised(const MeasurementModel& model) const;

  private:
    [[nodiscard]] SurveyFile   open(std::size_t index);
    [[nodiscard]] ArchiveInput open_archive(const std::string& file);

    const InputOptions*                 input_;
    const ArchiveOptions*               archives_;
    std::vector<std::unique_ptr<Input>> kept_; ///< by index: counts that can be read only once
    std::optional<Export>               first_;
    AskedIn                             first_asked_;
    std::size_t                         first_index_ = 0;
    std::string                         counts_, archive_;
};

} // namespace cx
