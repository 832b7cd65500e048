// Writes a survey of any size to standard output: `make_survey ROWS SEED [--segments N] [--columns N]`. The same
// arguments give the same bytes everywhere. 21 columns, about 193 bytes a row, some cells missing; of the comments
// 40 % quoted with commas, doubled quotes, line breaks and more than ASCII, 25 % plain, 35 % empty. With `--segments`
// the column `segment` has that many different values, with `--columns` other questions stand before the comment.

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

#include "survey.hpp"

namespace {

using cx::bench::Plan;
using cx::bench::Survey;

bool read_number(std::string_view text, std::uint64_t& number) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size();
}

bool read_plan(std::span<char* const> arguments, Plan& plan) {
    if (arguments.size() < 2 || arguments.size() % 2 != 0) return false;
    if (!read_number(arguments[0], plan.rows) || !read_number(arguments[1], plan.seed)) return false;
    for (std::size_t i = 2; i < arguments.size(); i += 2) {
        const std::string_view option = arguments[i];
        if (option != "--segments" && option != "--columns") return false;
        if (!read_number(arguments[i + 1], option == "--segments" ? plan.segments : plan.columns)) return false;
    }
    return plan.segments > 0 && plan.columns >= cx::bench::usual_columns;
}

bool write_out(const std::string& text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); }

} // namespace

int main(int argc, char** argv) {
    Plan plan;
    if (!read_plan(std::span<char* const>(argv, static_cast<std::size_t>(argc)).subspan(1), plan)) {
        std::fputs("usage: make_survey ROWS SEED [--segments N] [--columns N, at least 21] > survey.csv\n", stderr);
        return 2;
    }
    Survey survey(plan);
    survey.add_header();
    bool written = write_out(survey.take());
    for (std::uint64_t row = 1; row <= plan.rows && written; ++row) {
        survey.add_row(row);
        if (survey.size() > 1U << 20U || row == plan.rows) written = write_out(survey.take());
    }
    return written && std::fflush(stdout) == 0 ? 0 : 1;
}
