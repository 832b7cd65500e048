// Any bytes are a finite number, a moment, or nothing; what is written of a number reads back to it.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <cx/base/calendar.hpp>
#include <cx/base/numbers.hpp>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto value : {cx::parse_number(text), cx::parse_number(text, cx::DecimalMark::comma)}) {
        if (!value) continue;
        require(std::isfinite(*value));
        require(cx::parse_number(cx::shortest(*value), cx::DecimalMark::point) == *value);
    }
    for (const auto order : {cx::DateOrder::ymd, cx::DateOrder::dmy, cx::DateOrder::mdy}) {
        const auto moment = cx::parse_moment(text, order);
        if (!moment) continue;
        require(moment->second_of_day >= 0 && moment->second_of_day < 86'400);
        require(cx::parse_iso_day(cx::to_string(moment->day)) == moment->day);
    }
    return 0;
}
