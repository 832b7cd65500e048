// Making answers, groups and moments of cells; then whole records.

#include <benchmark/benchmark.h>

#include <algorithm>

#include <cx/base/calendar.hpp>
#include <cx/responses/answer_reader.hpp>
#include <cx/responses/block_mapper.hpp>
#include <cx/responses/group_reader.hpp>

#include "bench_survey.hpp"

namespace {

using cx::bench::BenchSurvey;
using cx::bench::plain_survey;

/// Hands each raw cell of a column to `decode`, again and again.
template <typename Decode> void decode_column(benchmark::State& state, const std::string& code, Decode decode) {
    const BenchSurvey&            survey = plain_survey();
    const std::size_t             column = survey.column(code);
    std::vector<std::string_view> cells;
    for (std::size_t row = 0; row < survey.rows(); ++row) cells.push_back(survey.record(row).raw(column));
    for (auto _ : state) {
        for (const std::string_view cell : cells) benchmark::DoNotOptimize(decode(cell));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(cells.size()));
}

void answers(benchmark::State& state) {
    const cx::MeasurementModel& model = plain_survey().model();
    cx::AnswerReader            reader(model.items.front(), model.answers, '"');
    decode_column(state, "nps", [&reader](std::string_view cell) { return reader.read(cell); });
}

void groups(benchmark::State& state) {
    cx::GroupReader reader(plain_survey().binding(), 0);
    decode_column(state, "touchpoint", [&reader](std::string_view cell) { return reader.read(cell).code; });
}

void moments(benchmark::State& state) {
    decode_column(state, "timestamp", [](std::string_view cell) { return cx::day_of_iso_moment(cell); });
}

void moments_of_any_form(benchmark::State& state) {
    decode_column(state, "timestamp", [](std::string_view cell) { return cx::parse_moment(cell, cx::DateOrder::ymd); });
}

void responses(benchmark::State& state) {
    const BenchSurvey&    survey = plain_survey();
    const cx::RecordBatch records = survey.records();
    cx::BlockMapper       mapper(survey.binding());
    cx::RowAccount        account;
    cx::ResponseBlock     block(survey.schema());
    for (auto _ : state) {
        for (std::size_t row = 0; row < survey.rows(); row += cx::CellBlock::most) {
            block.clear();
            mapper.map(records, row, std::min(cx::CellBlock::most, survey.rows() - row), block, account);
            benchmark::DoNotOptimize(block.answers(0));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(survey.rows()));
}

/// One by one, as those that are odd.
void single_responses(benchmark::State& state) {
    const BenchSurvey& survey = plain_survey();
    cx::ResponseMapper mapper(survey.binding());
    cx::RowAccount     account;
    cx::Response       response;
    for (auto _ : state) {
        for (std::size_t row = 0; row < survey.rows(); ++row) {
            benchmark::DoNotOptimize(mapper.map(survey.record(row), response, account));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(survey.rows()));
}

} // namespace

BENCHMARK(answers)->Name("decode/answers");
BENCHMARK(groups)->Name("decode/touchpoints");
BENCHMARK(moments)->Name("decode/moments");
BENCHMARK(moments_of_any_form)->Name("decode/moments_of_any_form");
BENCHMARK(responses)->Name("decode/responses");
BENCHMARK(single_responses)->Name("decode/single_responses");
