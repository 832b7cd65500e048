#include <cx/base/personal_spans.hpp>
#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace cx::detail {

namespace {

constexpr std::size_t most_digits = 17; ///< `00`, a country, and the longest number

/// What stands between two groups of digits.
enum class Joint { none, space, dash, dot, slash, bracket };

struct DigitGroup {
    std::size_t begin = 0;
    std::size_t end = 0;
    Joint       before = Joint::none;
    bool        tight = false; ///< no space in what stands before it

    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

/// End of the digits at `at`, or of as many as are one too many.
std::size_t group_end(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < text.size() && end - at <= most_digits && is_digit(text[end])) ++end;
    return end;
}

/// The group that is joined to what ends at `at`; nothing where no number goes on.
std::optional<DigitGroup> joined_group(std::string_view text, std::size_t at) noexcept {
    constexpr std::size_t longest_joint = 4;
    unsigned              spaces = 0, dashes = 0, dots = 0, slashes = 0, open = 0, closed = 0;
    std::size_t           next = at;
    for (; next < text.size() && !is_digit(text[next]); ++next) {
        switch (text[next]) {
        case ' ':
            ++spaces;
            break;
        case '-':
            ++dashes;
            break;
        case '.':
            ++dots;
            break;
        case '/':
            ++slashes;
            break;
        case '(':
            ++open;
            break;
        case ')':
            ++closed;
            break;
        default:
            return std::nullopt;
        }
        if (next - at == longest_joint) return std::nullopt;
    }
    const unsigned marks = dashes + dots + slashes;
    if (next == text.size() || spaces > 2 || marks > 1 || open > 1 || closed > 1) return std::nullopt;
    DigitGroup group{next, group_end(text, next), Joint::space, spaces == 0};
    if (open + closed > 0)
        group.before = Joint::bracket;
    else if (marks > 0)
        group.before = dashes > 0 ? Joint::dash : dots > 0 ? Joint::dot : Joint::slash;
    const bool loose_dot = dots > 0 && (spaces > 0 || open + closed > 0);
    const bool bracketed_slash = slashes > 0 && open + closed > 0;
    if (loose_dot || bracketed_slash) return std::nullopt;
    return group;
}

/// Consecutive groups of digits, as far as one number may reach.
class DigitGroups {
  public:
    /// @param most  groups; there are none where the first is longer than any number
    void read(std::string_view text, std::size_t at, std::size_t most) noexcept {
        count_ = 0;
        DigitGroup  group{at, group_end(text, at), Joint::none, false};
        std::size_t digits = 0;
        while (digits + group.size() <= most_digits) {
            digits += group.size();
            groups_[count_++] = group;
            if (count_ == most) break;
            const auto next = joined_group(text, group.end);
            if (!next) break;
            group = *next;
        }
    }

    [[nodiscard]] std::size_t       count() const noexcept { return count_; }
    [[nodiscard]] const DigitGroup& operator[](std::size_t i) const noexcept { return groups_[i]; }
    /// Digits of the group; 0 where there is none.
    [[nodiscard]] std::size_t size(std::size_t i) const noexcept { return i < count_ ? groups_[i].size() : 0; }

  private:
    std::array<DigitGroup, most_digits> groups_{};
    std::size_t                         count_ = 0;
};

unsigned number_of(std::string_view digits) noexcept {
    unsigned number = 0;
    for (const char c : digits) number = number * 10 + static_cast<unsigned>(c - '0');
    return number;
}

constexpr bool is_year(unsigned number) noexcept { return number >= 1900 && number < 2100; }
constexpr bool are_day_and_month(unsigned day, unsigned month) noexcept {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/// Telephone numbers of one text, from left to right.
class PhoneFinder {
  public:
    PhoneFinder(std::string_view text, std::size_t offset, PersonalSpans& spans)
        : text_(text), offset_(offset), spans_(spans) {}

    void find() {
        for (std::size_t at = 0; at < text_.size();) {
            const bool glued = at > 0 && is_digit(text_[at - 1]); // the rest of one that is too long
            at = is_digit(text_[at]) && !glued ? after_number_at(at) : at + 1;
        }
    }

  private:
    enum class Form { none, international, with_zeros, bare, national, american };

    [[nodiscard]] std::string_view digits(const DigitGroup& group) const noexcept {
        return text_.substr(group.begin, group.size());
    }
    [[nodiscard]] unsigned number(const DigitGroup& group) const noexcept {
        return group.size() > 4 ? 0 : number_of(digits(group));
    }
    /// The character before `at`, if it is not of a number that was found.
    [[nodiscard]] char before(std::size_t at) const noexcept { return at > floor_ ? text_[at - 1] : '\0'; }

    /// Looks at the digits that begin at `at`, takes the number that begins there, and gives where to go on.
    std::size_t after_number_at(std::size_t at) {
        constexpr std::size_t telling_groups = 5; // of a date, an IP address, a number by its form
        const std::size_t     plus = text_[at] == '0' ? at : plus_before(at);
        groups_.read(text_, at, telling_groups);
        if (groups_.count() == 0) return group_end(text_, at);
        const std::size_t others = plus < at ? 0 : other_than_phone();
        if (others > 0) return groups_[others - 1].end;
        const Form form = plus < at ? Form::international : form_of();
        if (form == Form::none) return groups_[0].end;
        groups_.read(text_, at, most_digits);
        const std::size_t last = last_group(form);
        if (last == groups_.count() || begins_code(groups_[last].end)) return groups_[0].end;
        const std::size_t end = groups_[last].end;
        take(form == Form::international ? plus : at, end);
        return end;
    }

    /// Where the `+` of the number stands whose digits begin at `at`, perhaps before a space or bracket; `at` where
    /// there is none.
    [[nodiscard]] std::size_t plus_before(std::size_t at) const noexcept {
        std::size_t       plus = at;
        const char        nearest = before(plus);
        const std::size_t skipped = nearest == ' ' || nearest == '(' ? 1 : 0;
        plus -= skipped;
        if (before(plus) != '+' || is_digit(before(plus - 1))) return at;
        return plus - 1;
    }

    /// Two letters and two digits, as IBANs and many other codes begin: what is glued to digits before it is one with
    /// them.
    [[nodiscard]] bool begins_code(std::size_t at) const noexcept {
        return at + 4 <= text_.size() && is_ascii_letter(text_[at]) && is_ascii_letter(text_[at + 1]) &&
               is_digit(text_[at + 2]) && is_digit(text_[at + 3]);
    }

    /// How many of the first groups are a date, a month, an IP address or opening hours.
    [[nodiscard]] std::size_t other_than_phone() const noexcept {
        const auto size = [&](std::size_t i) { return groups_.size(i); };
        const auto value = [&](std::size_t i) { return number(groups_[i]); };
        if (size(0) <= 2 && (size(1) == 1 || size(1) == 2) && size(2) == 4 && is_year(value(2)) &&
            (are_day_and_month(value(0), value(1)) || are_day_and_month(value(1), value(0))))
            return 3;
        if (size(0) == 4 && is_year(value(0)) && (size(1) == 1 || size(1) == 2) && (size(2) == 1 || size(2) == 2) &&
            are_day_and_month(value(2), value(1)))
            return 3;
        const bool dated = size(1) == 4 && (groups_[1].before == Joint::dot || groups_[1].before == Joint::slash);
        if (dated && size(0) <= 2 && value(0) <= 12 && is_year(value(1))) return 2;
        if (is_ip_address()) return 4;
        const auto is_hour = [&](std::size_t i) { return value(i) / 100 <= 24 && value(i) % 100 % 15 == 0; };
        if (size(0) == 4 && size(1) == 4 && groups_[1].before == Joint::dash && is_hour(0) && is_hour(1) &&
            value(0) % 100 < 60 && value(1) % 100 < 60)
            return 2;
        return 0;
    }

    [[nodiscard]] bool is_ip_address() const noexcept {
        if (groups_.count() < 4) return false;
        for (std::size_t i = 0; i < 4; ++i)
            if (groups_[i].size() > 3 || number(groups_[i]) > 255 || (i > 0 && groups_[i].before != Joint::dot))
                return false;
        return groups_.count() == 4 || groups_[4].before != Joint::dot;
    }

    /// By how the digits begin and what stands before them.
    [[nodiscard]] Form form_of() const noexcept {
        const DigitGroup& first = groups_[0];
        const char        left = before(first.begin);
        if (is_word_byte(left) || left == '_') return Form::none;
        const bool digit_before_mark = first.begin > floor_ && is_digit(before(first.begin - 1));
        if (digit_before_mark && (left == '.' || left == ',' || left == '-')) return Form::none;
        const bool after_date_or_time = digit_before_mark && (left == ':' || left == '/');
        if (after_date_or_time && first.size() <= 2) return Form::none; // `12:21:05.8320`, `26/04/21014`
        if (is_american()) return Form::american;
        if (is_bare_mobile()) return Form::bare;
        if (text_[first.begin] != '0') return Form::none;
        const char second = first.size() > 1      ? text_[first.begin + 1]
                            : groups_.count() > 1 ? text_[groups_[1].begin]
                                                  : '\0';
        if (first.size() == 1) { // `(0)40 1234567`
            const bool bracketed = left == '(' && groups_.count() > 1 && groups_[1].before == Joint::bracket;
            return bracketed && second != '0' ? Form::national : Form::none;
        }
        if (second != '0') return Form::national;
        const char third = first.size() > 2      ? text_[first.begin + 2]
                           : groups_.count() > 1 ? text_[groups_[1].begin]
                                                 : '0';
        return third == '0' ? Form::none : Form::with_zeros;
    }

    /// `(555) 234-5678`, `555-234-5678`, `1.555.234.5678`.
    [[nodiscard]] bool is_american() const noexcept {
        const std::size_t from = groups_[0].size() == 1 && text_[groups_[0].begin] == '1' ? 1 : 0;
        if (groups_.count() < from + 3) return false;
        const DigitGroup& area = groups_[from];
        const DigitGroup& exchange = groups_[from + 1];
        const DigitGroup& line = groups_[from + 2];
        if (area.size() != 3 || exchange.size() != 3 || line.size() != 4) return false;
        if (text_[area.begin] < '2' || text_[exchange.begin] < '2') return false;
        const bool dashes = line.before == Joint::dash && line.tight;
        const bool dots = line.before == Joint::dot;
        if (exchange.before == Joint::bracket) return dashes || dots || line.before == Joint::space;
        return exchange.tight && exchange.before == line.before && (dashes || dots);
    }

    /// Whether the digits begin like those of a Finnish or Swedish mobile number without the `+`: `358 40`, `4670`.
    [[nodiscard]] bool is_bare_mobile() const noexcept {
        std::array<char, 5> start{};
        std::size_t         count = 0;
        for (std::size_t i = 0; i < groups_.count(); ++i)
            for (const char c : digits(groups_[i]))
                if (count < start.size()) start[count++] = c;
        const std::string_view first(start.data(), count);
        return first.starts_with("3584") || first == "35850" || first.starts_with("467");
    }

    /// The last group of the number of that form; as many as there are groups where there is no number.
    [[nodiscard]] std::size_t last_group(Form form) const noexcept {
        if (form == Form::american) return groups_[0].size() == 1 ? 3 : 2;
        std::size_t best = groups_.count();
        std::size_t cut = groups_.count(); ///< the best that cuts something that goes on
        std::size_t total = 0;
        for (std::size_t last = 0; last < groups_.count(); ++last) {
            total += groups_[last].size();
            if (!is_whole(form, last, total)) continue;
            const bool more = last + 1 < groups_.count();
            const bool goes_on = more && groups_[last + 1].tight &&
                                 (groups_[last + 1].before == Joint::dash || groups_[last + 1].before == Joint::dot);
            (goes_on ? cut : best) = last;
            if (more && !goes_on && begins_another(last + 1)) break;
        }
        return best < groups_.count() ? best : cut;
    }

    /// Whether what begins at the group is long enough to be the next number.
    [[nodiscard]] bool begins_another(std::size_t i) const noexcept {
        constexpr std::size_t fewest = 7;
        if (text_[groups_[i].begin] != '0' || groups_[i].size() < 2 || groups_[i].before == Joint::bracket)
            return false;
        std::size_t total = 0;
        for (; i < groups_.count(); ++i) total += groups_[i].size();
        return total >= fewest;
    }

    [[nodiscard]] bool is_whole(Form form, std::size_t last, std::size_t total) const noexcept {
        if (form == Form::national) return is_national(last, total);
        return form == Form::bare ? is_bare(last, total) : is_international(last, total, form);
    }

    /// As many digits as mobile numbers have with their country; in groups not behind another number.
    [[nodiscard]] bool is_bare(std::size_t last, std::size_t total) const noexcept {
        const bool            finnish = text_[groups_[0].begin] == '3';
        constexpr std::size_t fewest = 11;
        const std::size_t     most = finnish ? 13 : fewest;
        if (total < fewest || total > most) return false;
        if (last == 0) return groups_[0].end >= text_.size() || !is_word_byte(text_[groups_[0].end]);
        for (std::size_t i = 0; i <= last; ++i)
            if (groups_[i].size() < 2) return false;
        return !follows_a_number(groups_[0].begin);
    }

    [[nodiscard]] bool is_international(std::size_t last, std::size_t total, Form form) const noexcept {
        const std::size_t     zeros = form == Form::with_zeros ? 2 : 0;
        constexpr std::size_t fewest = 9;
        constexpr std::size_t most = 16; // 15, and the 0 of `+358 (0)40`
        if (total < fewest + zeros || total > most + zeros) return false;
        constexpr std::size_t prefix_groups = 3; // `+46 8`, `+44 (0) 8`, `00 46 8`
        for (std::size_t i = prefix_groups; i <= last; ++i)
            if (groups_[i].size() < 2) return false;
        return last == 0 || groups_[last].size() > 1;
    }

    [[nodiscard]] bool is_national(std::size_t last, std::size_t total) const noexcept {
        constexpr std::size_t fewest = 7;
        constexpr std::size_t most = 12;
        if (total < fewest || total > most) return false;
        if (last == 0) return is_unbroken_number(groups_[0], total);
        const bool  bracketed = groups_[0].size() == 1; // `(0)9 123 4567`
        std::size_t largest = 0;
        std::size_t dots = 0;
        std::size_t spaces = 0;
        for (std::size_t i = 1; i <= last; ++i) {
            const DigitGroup& group = groups_[i];
            if ((group.size() < 2 && !(bracketed && i == 1)) || (group.before == Joint::slash && i > 1)) return false;
            largest = std::max(largest, group.size());
            dots += group.before == Joint::dot ? 1 : 0;
            spaces += group.before == Joint::space ? 1 : 0;
        }
        if (dots > 0 && dots < last) return false;
        const bool slash = groups_[1].before == Joint::slash; // `031/123456`, not a year behind a number
        if (slash && total - groups_[0].size() < 5) return false;
        if (groups_[0].size() > 2 || bracketed) return true;
        // Pairs of digits alone are something else but for Stockholm's `08-12 34 56 78`.
        if (largest < 3) return digits(groups_[0]) == "08" && groups_[1].before == Joint::dash && spaces + 1 == last;
        return groups_[1].size() > 2 || !follows_a_number(groups_[0].begin);
    }

    /// A number without any mark: a date without marks is none, nor is what is glued to letters.
    [[nodiscard]] bool is_unbroken_number(const DigitGroup& group, std::size_t total) const noexcept {
        constexpr std::size_t fewest = 8;
        if (total < fewest || (group.end < text_.size() && is_word_byte(text_[group.end]))) return false;
        const std::string_view all = digits(group);
        return total != fewest || !is_year(number_of(all.substr(4))) ||
               !are_day_and_month(number_of(all.substr(0, 2)), number_of(all.substr(2, 2)));
    }

    [[nodiscard]] bool follows_a_number(std::size_t at) const noexcept {
        while (before(at) == ' ') --at;
        return is_digit(before(at));
    }

    void take(std::size_t begin, std::size_t end) {
        const std::string_view taken = text_.substr(begin, end - begin);
        const auto             open = std::count(taken.begin(), taken.end(), '(');
        const auto             closed = std::count(taken.begin(), taken.end(), ')');
        if (closed > open && before(begin) == '(') --begin;
        spans_.push_back({offset_ + begin, offset_ + end, PersonalKind::phone});
        floor_ = end;
    }

    std::string_view text_;
    std::size_t      offset_;
    PersonalSpans&   spans_;
    DigitGroups      groups_;    ///< from the digits on that are looked at
    std::size_t      floor_ = 0; ///< end of the last number
};

} // namespace

void find_phones(std::string_view text, std::size_t offset, PersonalSpans& spans) {
    PhoneFinder(text, offset, spans).find();
}

} // namespace cx::detail
