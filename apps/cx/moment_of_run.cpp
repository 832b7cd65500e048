#include "moment_of_run.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include <cx/base/error.hpp>

namespace cx {

namespace {

std::chrono::sys_seconds second_of_run() {
    const char* const told = std::getenv("SOURCE_DATE_EPOCH");
    if (told == nullptr) return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::string_view text(told);
    std::int64_t           seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (problem != std::errc{} || end != text.data() + text.size()) {
        throw Error(fmt::format("SOURCE_DATE_EPOCH '{}' is no number of seconds", text), "unset it, or mend it");
    }
    return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

} // namespace

Day day_of_run() { return std::chrono::floor<std::chrono::days>(second_of_run()); }

std::string moment_of_run() {
    const std::chrono::sys_seconds now = second_of_run();
    const Day                      day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::hh_mm_ss    time(now - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(day), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

} // namespace cx
