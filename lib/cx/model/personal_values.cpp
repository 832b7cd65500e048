#include <cx/model/personal_values.hpp>

#include <cx/base/calendar.hpp>
#include <cx/base/masking.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace cx {

namespace {

bool all_digits(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_date(std::string_view text) {
    return parse_moment(text, DateOrder::dmy).has_value() || parse_moment(text, DateOrder::mdy).has_value();
}

bool is_ip_version_4(std::string_view text) noexcept {
    int parts = 0;
    while (!text.empty()) {
        const std::size_t      end = std::min(text.find('.'), text.size());
        const std::string_view part = text.substr(0, end);
        int                    value = 0;
        if (part.size() > 3 || !all_digits(part)) return false;
        std::from_chars(part.data(), part.data() + part.size(), value);
        if (value > 255 || ++parts > 4) return false;
        if (end + 1 == text.size()) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts == 4;
}

bool is_ip_version_6(std::string_view text) noexcept {
    const auto colons = std::count(text.begin(), text.end(), ':');
    const bool short_form = text.find("::") != std::string_view::npos;
    if (colons < 2 || (colons < 7 && !short_form) || text.size() > 39) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
    });
}

/// Without any mark, such as a database has it, with the country or without. Other digits that start with 0 may be
/// anything that is numbered.
bool is_mobile_number(std::string_view digits) noexcept {
    const auto goes_on = [&](std::size_t from, std::string_view start, std::string_view next, std::size_t most) {
        if (digits.size() < from + 8 || digits.size() > from + most) return false;
        const std::string_view rest = digits.substr(from);
        return rest.starts_with(start) && next.find(rest[start.size()]) != std::string_view::npos;
    };
    const auto finnish = [&](std::size_t from) {
        return goes_on(from, "4", "01234569", 10) || goes_on(from, "5", "0", 10);
    };
    const auto swedish = [&](std::size_t from) { return digits.size() == from + 9 && goes_on(from, "7", "02369", 9); };
    if (digits.starts_with("0")) return finnish(1) || swedish(1);
    return (digits.starts_with("358") && finnish(3)) || (digits.starts_with("46") && swedish(2));
}

} // namespace

bool looks_like_email(std::string_view text) noexcept {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.size() > 254) return false;
    const std::string_view domain = text.substr(at + 1);
    const std::size_t      dot = domain.rfind('.');
    if (domain.find('@') != std::string_view::npos || dot == std::string_view::npos || dot == 0) return false;
    return domain.size() - dot > 2 && text.find_first_of(" \t\n,;") == std::string_view::npos;
}

bool looks_like_ip_address(std::string_view text) noexcept { return is_ip_version_4(text) || is_ip_version_6(text); }

bool looks_like_phone_number(std::string_view text) noexcept {
    constexpr std::size_t     longest = 25;
    std::array<char, longest> digits{};
    std::size_t               count = 0;
    if (text.empty() || text.size() > longest) return false;
    const bool led = text.front() == '+' || text.front() == '0' || text.front() == '(';
    for (const char c : text.substr(text.front() == '+' ? 1 : 0)) {
        if (is_digit(c))
            digits[count++] = c;
        else if (c != ' ' && c != '-' && c != '(' && c != ')')
            return false;
    }
    const bool marked = count < text.size();
    if (!led || !marked) return is_mobile_number({digits.data(), count});
    return count >= 7 && count <= 15;
}

PersonalValues personal_values(const ColumnProfile& profile) {
    std::size_t different = 0;
    std::size_t emails = 0;
    std::size_t addresses = 0;
    std::size_t phones = 0;
    std::size_t codes = 0;
    for (const ProfiledValue& value : profile.values) {
        if (value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable) continue;
        ++different;
        emails += looks_like_email(value.text) ? 1U : 0U;
        addresses += looks_like_ip_address(value.text) ? 1U : 0U;
        codes += is_identity_code(value.text) ? 1U : 0U;
        phones += looks_like_phone_number(value.text) && !is_date(value.text) ? 1U : 0U;
    }
    const auto most = [&](std::size_t count, std::size_t percent) { return count * 100 >= different * percent; };
    if (different == 0) return PersonalValues::none;
    if (most(emails, 50)) return PersonalValues::emails;
    if (most(addresses, 80)) return PersonalValues::ip_addresses;
    if (different > 1 && most(codes, 80)) return PersonalValues::identity_codes;
    return different > 1 && most(phones, 80) ? PersonalValues::phone_numbers : PersonalValues::none;
}

} // namespace cx
