#include <cx/model/personal_values.hpp>

#include <cx/base/calendar.hpp>
#include <cx/base/masking.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
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

/// Without any mark, such as a database has it. Other digits that start with 0 may be anything that is numbered.
bool is_mobile_number(std::string_view digits) noexcept {
    constexpr std::string_view finnish = "01234569"; // 040 to 046, 049; and 050
    constexpr std::string_view swedish = "02369";    // 070 and on
    if (digits.size() < 9 || digits.size() > 11 || digits[0] != '0') return false;
    const bool finland =
        digits[1] == '4' ? finnish.find(digits[2]) != std::string_view::npos : digits[1] == '5' && digits[2] == '0';
    return finland || (digits.size() == 10 && digits[1] == '7' && swedish.find(digits[2]) != std::string_view::npos);
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
    if (text.empty() || text.size() > 25) return false;
    if (text.front() != '+' && text.front() != '0' && text.front() != '(') return false;
    std::size_t digits = 0;
    std::size_t marks = text.front() == '+' ? 1 : 0;
    for (const char c : text.substr(text.front() == '+' ? 1 : 0)) {
        if (is_digit(c))
            ++digits;
        else if (c == ' ' || c == '-' || c == '(' || c == ')')
            ++marks;
        else
            return false;
    }
    if (marks == 0) return is_mobile_number(text);
    return digits >= 7 && digits <= 15;
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
