#include "survey_files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include <cx/tally/counts_file.hpp>

namespace cx {

SurveyFiles::SurveyFiles(const InputOptions& input) : input_(&input), kept_(input.files.size()) {
    for (; first_index_ < input.files.size(); ++first_index_) {
        auto opened = open(first_index_);
        if (auto* source = std::get_if<Export>(&opened)) {
            first_.emplace(std::move(*source));
            return;
        }
        // A file is opened again when its turn comes, so that there can be many; a pipe cannot be.
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(input.files[first_index_], ignored))
            kept_[first_index_] = std::move(std::get<CountsInput>(opened).bytes);
    }
}

std::variant<Export, CountsInput> SurveyFiles::open(std::size_t index) {
    constexpr std::size_t first_line = 1024; // more than the header has
    const std::string&    file = input_->files[index];
    const ReadOptions     options = input_->read_options();
    auto                  bytes = open_input(file, options.member);
    std::string           head = read_head(*bytes, first_line);
    const bool            counts = starts_counts(head);
    bytes = replayed(std::move(head), std::move(bytes));
    if (!counts) return open_export(file, std::move(bytes), options);
    if (counts_.empty()) counts_ = file;
    return CountsInput{file, std::move(bytes)};
}

std::variant<Export, CountsInput> SurveyFiles::take(std::size_t index) {
    if (first_ && index == first_index_) return std::move(*first_);
    if (kept_[index]) return CountsInput{input_->files[index], std::move(kept_[index])};
    return open(index);
}

} // namespace cx
