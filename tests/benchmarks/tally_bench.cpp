// Counting responses, and adding what threads have counted.

#include <benchmark/benchmark.h>

#include <chrono>
#include <memory>

#include <cx/tally/tallies.hpp>

#include "bench_survey.hpp"

namespace {

using cx::bench::BenchSurvey;

/// A piece of a file, from its first response to its hand-over.
void take(benchmark::State& state, const BenchSurvey& (*survey_of)(), bool weighted) {
    const BenchSurvey&                   survey = survey_of();
    const std::vector<cx::ResponseBlock> blocks = survey.blocks();
    const cx::Layout                     layout(survey.model(), survey.schema());
    cx::Tallies                          tallies(layout, weighted, 100'000);
    const auto                           sink = tallies.make_sink();
    for (auto _ : state) {
        for (const cx::ResponseBlock& block : blocks) sink->take(block);
        sink->hand_over();
    }
    sink->finish();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(survey.rows()));
}

/// What a thread has counted of so many groups (nearly: they are drawn), added to tallies: items are groups.
void merge(benchmark::State& state) {
    const auto        wanted = static_cast<std::uint64_t>(state.range(0));
    const BenchSurvey survey({wanted * 5, 1, wanted}, "segment", false);
    const auto        blocks = survey.blocks();
    const cx::Layout  layout(survey.model(), survey.schema());
    cx::Tallies       tallies(layout, false, wanted);
    for (auto _ : state) {
        const auto sink = tallies.make_sink();
        for (const cx::ResponseBlock& block : blocks) sink->take(block);
        const auto began = std::chrono::steady_clock::now();
        sink->hand_over();
        sink->finish();
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tallies.groups(1).size()));
}

} // namespace

BENCHMARK_CAPTURE(take, responses, cx::bench::plain_survey, false)->Name("tally/responses");
BENCHMARK_CAPTURE(take, weighted, cx::bench::weighted_survey, true)->Name("tally/weighted_responses");
BENCHMARK(merge)->Name("merge/groups")->Arg(50)->Arg(10'000)->UseManualTime();
