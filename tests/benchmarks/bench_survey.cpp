#include "bench_survey.hpp"

#include <algorithm>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <unistd.h>

#include <cx/model/model_file.hpp>
#include <cx/model/recognise.hpp>
#include <cx/responses/block_mapper.hpp>

namespace cx::bench {

namespace {

std::string make_survey(const Plan& plan) {
    Survey survey(plan);
    survey.add_header();
    for (std::uint64_t row = 1; row <= plan.rows; ++row) survey.add_row(row);
    return survey.take();
}

/// The survey opened as a file is.
Export opened(const std::string& text) {
    const auto file = std::filesystem::temp_directory_path() / ("cx-bench-" + std::to_string(getpid()) + ".csv");
    std::ofstream(file, std::ios::binary) << text;
    Export source = open_export(file.string(), {});
    std::filesystem::remove(file);
    return source;
}

ResponseRequest asked(const std::string& by) {
    ResponseRequest request;
    request.groupings = parse_groupings(by);
    return request;
}

MeasurementModel model_for(const Export& source, bool weighted) {
    MeasurementModel model = read_model(CX_BENCH_MODEL);
    if (weighted) model.columns.weight = {"weight"};
    Notices unsaid;
    complete_model(model, source, unsaid);
    return model;
}

} // namespace

BenchSurvey::BenchSurvey(const Plan& plan, const std::string& by, bool weighted)
    : padded_(make_survey(plan)),
      source_(opened(padded_)),
      model_(model_for(source_, weighted)),
      request_(asked(by)),
      schema_(make_schema(model_, request_, source_.recognition)),
      binding_(bind(model_, schema_, request_, source_.recognition)) {
    padded_.erase(0, source_.recognition.data_offset);
    padded_.append(readable_beyond, '\0');
    scan_records(text(), ',', '"', true, index_);
    if (rows() != plan.rows) throw std::logic_error("the survey has other rows than were made");
}

std::string_view BenchSurvey::text() const noexcept {
    return std::string_view(padded_).substr(0, padded_.size() - readable_beyond);
}

Record BenchSurvey::record(std::size_t row) const noexcept {
    const RecordIndex::Row& at = index_.rows()[row];
    return {padded_.data(), at.start, index_.cell_ends(at), at.line};
}

std::size_t BenchSurvey::column(const std::string& code) const {
    return find_column(source_.recognition, code).value();
}

std::vector<ResponseBlock> BenchSurvey::blocks() const {
    BlockMapper                mapper(binding_);
    RowAccount                 account;
    std::vector<ResponseBlock> blocks;
    for (std::size_t row = 0; row < rows(); row += CellBlock::most) {
        blocks.emplace_back(schema_);
        mapper.map(records(), row, std::min(CellBlock::most, rows() - row), blocks.back(), account);
    }
    return blocks;
}

const BenchSurvey& plain_survey() {
    static const BenchSurvey survey({20'000, 1}, "touchpoint,stage,channel,month", false);
    return survey;
}

const BenchSurvey& weighted_survey() {
    static const BenchSurvey survey({20'000, 1}, "touchpoint,stage,channel,month", true);
    return survey;
}

} // namespace cx::bench
