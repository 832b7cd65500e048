// Finding records: offsets of cells, in a piece of a file.

#include <benchmark/benchmark.h>

#include <cx/exports/scanner.hpp>

#include "bench_survey.hpp"

namespace {

void scan(benchmark::State& state, cx::ScanKernel kernel) {
    const std::string_view text = cx::bench::plain_survey().text();
    cx::RecordIndex        index;
    for (auto _ : state) {
        cx::scan_records(text, ',', '"', true, index, kernel);
        benchmark::DoNotOptimize(index.rows().data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(index.rows().size()));
}

} // namespace

BENCHMARK_CAPTURE(scan, rows_by_vectors, cx::ScanKernel::vector);
BENCHMARK_CAPTURE(scan, rows_byte_by_byte, cx::ScanKernel::scalar);
