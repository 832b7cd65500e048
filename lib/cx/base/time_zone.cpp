#include <cx/base/calendar.hpp>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/base/text.hpp>

#include <fmt/format.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <vector>

namespace cx {

namespace {

constexpr std::size_t  longest_name = 64; // the longest IANA name has 32 characters
constexpr std::int64_t seconds_a_day = 86'400;
constexpr std::int64_t seconds_a_minute = 60;
constexpr std::int64_t milliseconds = 1'000;

std::vector<std::string> known_names() {
    std::vector<std::string>                      names;
    UErrorCode                                    status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> ids(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, status));
    if (!ids || U_FAILURE(status) != 0) return names;
    std::int32_t length = 0;
    while (const char* id = ids->next(&length, status)) {
        if (U_FAILURE(status) != 0) break;
        names.emplace_back(id, static_cast<std::size_t>(length));
    }
    return names;
}

[[noreturn]] void refuse(const std::string& name) {
    const auto        meant = nearest(name, known_names());
    const std::string advice = meant ? fmt::format("did you mean '{}'?", *meant)
                                     : "give a name of the IANA time-zone database, such as Europe/Helsinki";
    throw Error(fmt::format("the time zone '{}' is not known", shortened(visible(name), longest_name)), advice);
}

} // namespace

struct TimeZone::Rules {
    std::unique_ptr<const icu::TimeZone> zone;

    /// The offset from UTC in seconds at a moment of UTC.
    [[nodiscard]] std::int64_t offset_at(std::int64_t utc_seconds) const {
        std::int32_t raw = 0;
        std::int32_t saving = 0;
        UErrorCode   status = U_ZERO_ERROR;
        zone->getOffset(static_cast<UDate>(utc_seconds * milliseconds), 0, raw, saving, status);
        return U_SUCCESS(status) != 0 ? (std::int64_t{raw} + saving) / milliseconds : 0;
    }
};

TimeZone::TimeZone(const std::string& name) : name_(name) {
    if (name.empty() || name.size() > longest_name || !is_ascii(name)) refuse(name);
    const auto                           id = icu::UnicodeString::fromUTF8(name);
    std::unique_ptr<const icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    icu::UnicodeString                   understood;
    if (!zone || zone->getID(understood) == icu::UnicodeString(UCAL_UNKNOWN_ZONE_ID)) refuse(name);
    rules_ = std::make_shared<const Rules>(Rules{std::move(zone)});
}

Day TimeZone::day_of(const Moment& moment) const {
    if (!moment.utc_offset_minutes) return moment.day;
    const std::int64_t written =
        std::int64_t{moment.day.time_since_epoch().count()} * seconds_a_day + moment.second_of_day;
    const std::int64_t utc = written - *moment.utc_offset_minutes * seconds_a_minute;
    const auto         here = std::chrono::sys_seconds(std::chrono::seconds(utc + rules_->offset_at(utc)));
    return std::chrono::floor<std::chrono::days>(here);
}

} // namespace cx
