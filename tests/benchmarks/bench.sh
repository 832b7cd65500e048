#!/bin/sh
# bench.sh BUILD: how fast the program counts a generated survey of a million rows, beside `wc -l` on the same file, which reads every byte
# and does next to nothing; then the benchmarks of the parts. Medians of five runs with the file in the page cache.
set -eu
build=$1
here=$(dirname "$0")
folder=$build/bench
rows=1000000
mkdir -p "$folder"
survey=$folder/survey.csv
[ -s "$survey" ] || {
    "$build/tests/benchmarks/make_survey" "$rows" 1 >"$folder/part" && mv "$folder/part" "$survey"
}
"$build/tests/benchmarks/make_survey" 1000 1 >"$folder/small.csv"
bytes=$(wc -c <"$survey")

# The median of five runs of a command, in microseconds.
median() {
    "$@" >/dev/null 2>"$folder/stderr" || {
        cat "$folder/stderr" >&2
        return 1
    }
    for _ in 1 2 3 4 5; do
        began=$(date +%s%N)
        "$@" >/dev/null 2>&1
        echo $((($(date +%s%N) - began) / 1000))
    done | sort -n | sed -n 3p
}

score() { "$build/apps/cx/cx" score --model "$here/cx.toml" --by touchpoint,stage,channel,month --format csv "$@"; }
one_thread() { score --threads 1 "$survey"; }
all_threads() { score "$survey"; }
start_up() { score "$folder/small.csv"; }
lines() { wc -l "$survey"; }

wc_time=$(median lines)
report() {
    awk -v name="$1" -v us="$2" -v wc="$wc_time" -v rows="$rows" -v bytes="$bytes" 'BEGIN {
        printf "%-28s %9.1f ms %8.2f M rows/s %7.2f GB/s %7.1f x wc -l\n", name, us / 1e3, rows / us, bytes / us / 1e3, us / wc }'
}
printf '%s rows, %s bytes, %s cores\n' "$rows" "$bytes" "$(nproc)"
report 'wc -l' "$wc_time"
time=$(median one_thread)
report 'cx score, one thread' "$time"
time=$(median all_threads)
report 'cx score, all cores' "$time"
time=$(median start_up)
awk -v us="$time" 'BEGIN { printf "%-28s %9.1f ms\n", "cx score of 1000 rows", us / 1e3 }'

if [ -x "$build/tests/benchmarks/bench_cx" ]; then
    "$build/tests/benchmarks/bench_cx" --benchmark_counters_tabular=true
fi
