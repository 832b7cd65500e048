#include "survey_files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include <cx/archive/archive_file.hpp>
#include <cx/base/error.hpp>
#include <cx/tally/counts_file.hpp>

namespace cx {

std::vector<ArchivePart> ArchiveInput::parts(bool by_file) const { return archive->parts(waves, by_file, last_import); }

SurveyFiles::SurveyFiles(const InputOptions& input, const ArchiveOptions& archives)
    : input_(&input), archives_(&archives), kept_(input.files.size()) {
    for (; first_index_ < input.files.size(); ++first_index_) {
        auto opened = open(first_index_);
        if (auto* source = std::get_if<Export>(&opened)) {
            first_.emplace(std::move(*source));
            return;
        }
        if (const auto* archive = std::get_if<ArchiveInput>(&opened)) {
            const ArchivePart part = archive->parts(false).back(); // of the newest wave
            first_.emplace(archive->archive->opening_of(part));
            first_asked_ = {true, part.source, part.wave_name};
            return;
        }
        // A file is opened again when its turn comes, so that there can be many; a pipe cannot be.
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(input.files[first_index_], ignored))
            kept_[first_index_] = std::move(std::get<CountsInput>(opened).bytes);
    }
}

SurveyFile SurveyFiles::open(std::size_t index) {
    constexpr std::size_t first_line = 1024; // more than the header has
    const std::string&    file = input_->files[index];
    const ReadOptions     options = input_->read_options();
    auto                  bytes = open_input(file, options.member);
    std::string           head = read_head(*bytes, first_line);
    if (starts_archive(head)) return open_archive(file);
    const bool counts = starts_counts(head);
    archives_->refuse_unfit(file, counts ? "a counts file" : "an export");
    bytes = replayed(std::move(head), std::move(bytes));
    if (!counts) return open_export(file, std::move(bytes), options);
    if (counts_.empty()) counts_ = file;
    return CountsInput{file, std::move(bytes)};
}

ArchiveInput SurveyFiles::open_archive(const std::string& file) {
    if (archive_.empty()) archive_ = file;
    ArchiveInput opened;
    opened.archive = std::make_unique<Archive>(file);
    opened.waves = archives_->chosen(*opened.archive);
    opened.last_import = archives_->last_import(*opened.archive);
    if (opened.parts(false).empty())
        throw Error(Place{file, 0, 0, {}}, "there are no responses of these waves",
                    "cx import --list shows what there is");
    return opened;
}

SurveyFile SurveyFiles::take(std::size_t index) {
    const bool opened = first_ && index == first_index_;
    if (opened && first_->text) return std::move(*first_); // an archive's opening has no more
    if (kept_[index]) return CountsInput{input_->files[index], std::move(kept_[index])};
    return open(index);
}

void SurveyFiles::refuse_recognised(const MeasurementModel& model) const {
    if (archive_.empty() || !model.recognised) return;
    throw Error(Place{archive_, 0, 0, {}}, "an archive is scored by a model file, and there is none beside it",
                "name it: --model cx.toml; cx model EXPORT writes one to start from");
}

} // namespace cx
