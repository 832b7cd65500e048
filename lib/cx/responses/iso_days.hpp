#pragma once

// Days of dates as most exports write them, remembered by their bytes.

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include <cx/base/calendar.hpp>

namespace cx {

/// Reads a column of dates. Belongs to one thread.
class IsoDays {
  public:
    static constexpr std::int32_t none = INT32_MIN; ///< is no day's number

    [[nodiscard]] static std::int32_t number_of(Day day) noexcept {
        return static_cast<std::int32_t>(day.time_since_epoch().count());
    }
    /// The day of `2026-10-31`, alone or with a time without offset: the same in every zone. `none` for
    /// all other forms.
    /// @return days from 1970
    [[nodiscard]] std::int32_t of(std::string_view text) noexcept {
        if (text.size() < date_bytes) return none;
        const Key    key(text.data());
        const Known& known = known_[key.place()];
        if (!known.used || !(known.key == key)) return read_new(text, key);
        return has_iso_time_or_none(text) ? known.day : none;
    }

  private:
    static constexpr std::size_t date_bytes = 10;

    /// A date's bytes.
    struct Key {
        std::uint64_t year_month = 0; // yyyy-mm-
        std::uint16_t day = 0;

        Key() = default;
        explicit Key(const char* at) noexcept {
            std::memcpy(&year_month, at, sizeof year_month);
            std::memcpy(&day, at + sizeof year_month, sizeof day);
        }
        bool operator==(const Key&) const = default;

        /// Eight years' days have places of their own.
        [[nodiscard]] std::size_t place() const noexcept {
            constexpr unsigned ten = 10;
            const auto         digit = [](std::uint64_t bytes, unsigned byte) {
                return static_cast<unsigned>(bytes >> (8 * byte)) & 0xFU;
            };
            const unsigned month = (ten * digit(year_month, 5) + digit(year_month, 6)) & 0xFU;
            const unsigned of_month = (ten * digit(day, 0) + digit(day, 1)) & 0x1FU;
            const unsigned year = (ten * digit(year_month, 2) + digit(year_month, 3)) & 7U;
            return year << 9U | month << 5U | of_month;
        }
    };
    struct Known {
        Key          key;
        bool         used = false;
        std::int32_t day = 0; ///< from 1970
    };

    [[nodiscard]] std::int32_t read_new(std::string_view text, const Key& key) noexcept {
        const auto day = day_of_iso_moment(text);
        if (!day) return none;
        known_[key.place()] = {key, true, number_of(*day)};
        return known_[key.place()].day;
    }

    static constexpr std::size_t places = std::size_t{1} << 12U;
    std::vector<Known>           known_ = std::vector<Known>(places);
};

} // namespace cx
