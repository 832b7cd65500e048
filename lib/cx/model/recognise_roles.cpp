#include <cx/model/recognise_roles.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include <fmt/format.h>

#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/model/date_findings.hpp>
#include <cx/model/label_scales.hpp>
#include <cx/model/personal_values.hpp>

namespace cx {

namespace {

constexpr std::size_t most_groups = 50; ///< of a dimension that is recognised
constexpr std::size_t shown_code_width = 48;

std::string quoted_code(const SurveyColumn& column) {
    return fmt::format("\"{}\"", shortened(visible(column.column->code), shown_code_width));
}

/// A ticked box: one value, or a yes and a no.
bool looks_like_option(const ColumnProfile& profile) {
    if (profile.open || profile.distinct() == 0) return false;
    if (profile.distinct() == 1) return true;
    return std::all_of(profile.values.begin(), profile.values.end(), [](const ProfiledValue& value) {
        if (value.kind == ValueKind::missing || value.kind == ValueKind::not_applicable) return true;
        return yes_or_no(value.folded).has_value() ||
               (value.kind == ValueKind::whole && (value.number == 0 || value.number == 1));
    });
}

bool is_mostly(const ColumnProfile& profile, ValueKind kind) {
    return profile.count(kind) * 10 >= profile.answers() * 9;
}

bool is_small_numbers(const ColumnProfile& profile) {
    return !profile.open && profile.answers() > 0 && profile.distinct() <= 11 && is_mostly(profile, ValueKind::whole);
}

bool is_grouped(const SurveyColumns& survey, std::size_t column) { return survey.group_of(column).size() > 1; }

/// Whether one of `others` is meant as well: by words as long, and by values that are names of a few groups.
bool means_more(const SurveyColumn& column, std::initializer_list<Meaning> others, Meaning meaning) {
    const HeaderMatch* own = column.match(meaning);
    return std::any_of(others.begin(), others.end(), [&](Meaning other) {
        const HeaderMatch* found = column.match(other);
        if (found == nullptr || own == nullptr) return false;
        return found->letters >= own->letters && is_mostly(column.profile, ValueKind::text) &&
               column.profile.repeats(2);
    });
}

/// Finds the roles that single columns have.
class RoleFinder {
  public:
    RoleFinder(const SurveyColumns& survey, Notices& notices) : survey_(survey), notices_(notices) {
        found_.taken.resize(survey.columns.size());
    }

    RoleFindings find() && {
        find_personal();
        choose(found_.roles.response, "a response id", {Meaning::response},
               [&](std::size_t i) { return is_response_id(i); });
        choose(found_.roles.respondent, "a respondent id", {Meaning::respondent},
               [&](std::size_t i) { return is_respondent_id(i); });
        find_date();
        choose(found_.roles.weight, "a weight", {Meaning::weight}, [&](std::size_t i) { return is_weight(i); });
        choose(found_.roles.contact, "the permission to contact", {Meaning::contact},
               [&](std::size_t i) { return is_permission(i); });
        choose(found_.roles.touchpoint, "the touchpoint", {Meaning::touchpoint},
               [&](std::size_t i) { return is_dimension(i, Meaning::touchpoint); });
        choose(found_.roles.stage, "the stage", {Meaning::stage},
               [&](std::size_t i) { return is_dimension(i, Meaning::stage); });
        choose(found_.roles.channel, "the channel", {Meaning::channel},
               [&](std::size_t i) { return is_dimension(i, Meaning::channel); });
        return std::move(found_);
    }

  private:
    [[nodiscard]] const SurveyColumn& at(std::size_t column) const { return survey_.columns[column]; }
    [[nodiscard]] bool                grouped(std::size_t column) const { return is_grouped(survey_, column); }

    void say(Notice::Level level, std::string text) { notices_.push_back({level, std::move(text)}); }

    void find_personal() {
        for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
            if (!looks_personal(at(i).profile) && !says_personal(survey_, i)) continue;
            found_.roles.personal.push_back(at(i).column->code);
            found_.take(i);
        }
    }

    /// Of the columns whose header means it and whose values agree, the one with the longest match. Several of them:
    /// none, and it is said.
    void choose(std::vector<std::string>& role, std::string_view what, std::initializer_list<Meaning> meanings,
                const std::function<bool(std::size_t)>& agrees) {
        std::vector<std::size_t> best;
        std::size_t              letters = 0;
        double                   share = 0;
        for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
            if (found_.taken[i]) continue;
            for (const Meaning meaning : meanings) {
                if (!at(i).mainly(meaning) || !agrees(i)) continue;
                const HeaderMatch& match = *at(i).match(meaning);
                const bool better = match.letters > letters || (match.letters == letters && match.share > share);
                const bool equal = match.letters == letters && match.share == share;
                if (better) best.clear();
                if (better || equal) best.push_back(i);
                if (better) std::tie(letters, share) = std::pair{match.letters, match.share};
                break;
            }
        }
        if (best.size() > 1) return say_several(what, best);
        if (best.empty()) return;
        role.push_back(at(best.front()).column->code);
        found_.take(best.front());
    }

    void say_several(std::string_view what, const std::vector<std::size_t>& columns) {
        std::string names;
        for (std::size_t i = 0; i < std::min<std::size_t>(columns.size(), 3); ++i)
            names += (i == 0 ? "" : ", ") + quoted_code(at(columns[i]));
        if (columns.size() > 3) names += fmt::format(" and {} more", columns.size() - 3);
        say(Notice::Level::warning,
            fmt::format("{} could be {}: none is taken; name it in [columns] of a model file", names, what));
    }

    /// Values that are there in nine rows of ten and of which at most one in a hundred repeats.
    bool is_response_id(std::size_t i) {
        const ColumnProfile& profile = at(i).profile;
        if (profile.rows == 0) return false;
        std::vector<std::size_t> hashes; // two values with one hash are too rare to matter
        std::string              scratch;
        hashes.reserve(profile.filled());
        for (std::size_t row = 0; row < survey_.source->sample.size(); ++row) {
            const std::string_view value = survey_.source->sample.cell(row, i, scratch);
            if (value.empty() || value == "-" || value == "#N/A" || value == "NULL" || value == "NA") continue;
            hashes.push_back(std::hash<std::string_view>{}(value));
        }
        const std::size_t values = hashes.size();
        std::sort(hashes.begin(), hashes.end());
        const auto different = static_cast<std::size_t>(std::unique(hashes.begin(), hashes.end()) - hashes.begin());
        const bool there = values * 10 >= profile.rows * 9;
        const bool differ = (values - different) * 100 <= values;
        if (there && differ) return values > 0;
        say(Notice::Level::detail, fmt::format("{} is no response id: {} of {} rows have a value, {} different ones",
                                               quoted_code(at(i)), values, profile.rows, different));
        return false;
    }

    [[nodiscard]] bool is_respondent_id(std::size_t i) const {
        const ColumnProfile& profile = at(i).profile;
        return profile.answers() * 2 > profile.rows && (profile.open || profile.distinct() > 1) &&
               !is_small_numbers(profile);
    }

    void find_date() {
        std::vector<std::string> role;
        const auto               is_date = [&](std::size_t i) {
            return !is_small_numbers(at(i).profile) && date_findings(survey_.source->sample, i).dates;
        };
        choose(role, "the date of the response", {Meaning::finished}, is_date);
        if (role.empty()) choose(role, "the date of the response", {Meaning::date}, is_date);
        if (role.empty()) return;
        found_.roles.date = role;
        const auto column = std::find_if(survey_.columns.begin(), survey_.columns.end(),
                                         [&](const SurveyColumn& other) { return other.column->code == role.front(); });
        const auto findings =
            date_findings(survey_.source->sample, static_cast<std::size_t>(column - survey_.columns.begin()));
        found_.roles.date_order = findings.order;
        if (findings.matters)
            say(Notice::Level::warning,
                fmt::format(
                    "the dates of {} read both as day before month and as month before day: it is left open; say "
                    "date_order = \"dmy\" or \"mdy\" in [columns] of a model file",
                    quoted_code(*column)));
    }

    /// Numbers of 0 and up, at least one of them over 0.
    [[nodiscard]] bool is_weight(std::size_t i) const {
        std::size_t values = 0;
        std::size_t good = 0;
        bool        positive = false;
        std::string scratch;
        for (std::size_t row = 0; row < survey_.source->sample.size(); ++row) {
            const std::string_view text = survey_.source->sample.cell(row, i, scratch);
            if (text.empty()) continue;
            ++values;
            const auto number = parse_number(text);
            if (!number || *number < 0) continue;
            ++good;
            positive = positive || *number > 0;
        }
        return positive && good * 100 >= values * 99 && values * 10 >= at(i).profile.rows * 9;
    }

    [[nodiscard]] bool is_permission(std::size_t i) const {
        const ColumnProfile& profile = at(i).profile;
        return !profile.open && profile.answers() > 0 && profile.distinct() <= 6;
    }

    /// Names of groups: a few texts (or codes of a legend) that repeat.
    bool is_dimension(std::size_t i, Meaning meaning) {
        const SurveyColumn&  column = at(i);
        const ColumnProfile& profile = column.profile;
        const bool           named = !column.column->labels.empty() || is_mostly(profile, ValueKind::text);
        if (grouped(i) || !named || profile.answers() == 0 || profile.mean_length() > 60) return false;
        if (profile.open ? !profile.repeats(4)
                         : (profile.distinct() < 2 || profile.distinct() > most_groups * 4 || !profile.repeats(2)))
            return false;
        if (!means_other_groups(column, meaning)) return true;
        say(Notice::Level::information,
            fmt::format("{} could be the {} or something else: not taken; name it in [columns] of a model file",
                        quoted_code(column), dimension_name(meaning)));
        return false;
    }

    static std::string_view dimension_name(Meaning meaning) {
        if (meaning == Meaning::touchpoint) return "touchpoint";
        return meaning == Meaning::stage ? "stage" : "channel";
    }

    /// Whether the header names another way to group responses, by words that are not much less of it.
    static bool means_other_groups(const SurveyColumn& column, Meaning meaning) {
        constexpr std::array dimensions{Meaning::touchpoint, Meaning::stage, Meaning::channel, Meaning::segment,
                                        Meaning::place};
        const HeaderMatch&   own = *column.match(meaning);
        return std::any_of(dimensions.begin(), dimensions.end(), [&](Meaning other) {
            const HeaderMatch* rival = column.match(other);
            if (other == meaning || rival == nullptr) return false;
            return rival->letters >= own.letters || rival->share >= own.share / 2;
        });
    }

    const SurveyColumns& survey_;
    Notices&             notices_;
    RoleFindings         found_;
};

bool is_comment(const SurveyColumn& column) {
    const ColumnProfile& profile = column.profile;
    const bool           says_text =
        column.column->code.size() > 5 && column.column->code.substr(column.column->code.size() - 5) == "_TEXT";
    if (profile.answers() == 0) return column.mainly(Meaning::comment) || says_text;
    if (is_mostly(profile, ValueKind::whole) || is_mostly(profile, ValueKind::decimal)) return false;
    const bool varied = profile.open || profile.distinct() * 2 > profile.answers();
    if (column.mainly(Meaning::comment) || says_text) return varied || profile.mean_length() > 25;
    if (column.match(Meaning::comment) != nullptr && varied && is_mostly(profile, ValueKind::text)) return true;
    return varied && profile.answers() >= 3 && profile.mean_length() >= 25 && profile.longest >= 40;
}

/// Whether a column's values are groups that people report by.
bool is_segment(const SurveyColumns& survey, std::size_t i) {
    const SurveyColumn&  column = survey.columns[i];
    const ColumnProfile& profile = column.profile;
    if (profile.open || profile.distinct() < 2 || profile.distinct() > most_groups || profile.mean_length() > 80)
        return false;
    if (profile.answers() * 2 < profile.rows || !profile.repeats(2) || looks_like_option(profile)) return false;
    for (const Meaning meaning :
         {Meaning::derived, Meaning::duration, Meaning::tool, Meaning::started, Meaning::weight})
        if (column.mainly(meaning)) return false;
    const bool named = !column.column->labels.empty() || is_mostly(profile, ValueKind::text);
    if (column.mainly(Meaning::segment)) return named || is_small_numbers(profile);
    constexpr std::size_t short_header = 3;
    const bool            alone = survey.group_of(i).size() == 1;
    return alone && named && header_words(column.column->text).size() <= short_header &&
           !column.mainly(Meaning::comment);
}

} // namespace

bool says_personal(const SurveyColumns& survey, std::size_t column) {
    const SurveyColumn&  asked = survey.columns[column];
    const ColumnProfile& profile = asked.profile;
    if (is_grouped(survey, column) && looks_like_option(profile)) return false;
    if (is_small_numbers(profile) && profile.distinct() > 1) return false;
    const bool yes_no = profile.distinct() == 2 && looks_like_option(profile);
    if (asked.mainly(Meaning::person)) return !yes_no;
    if (asked.mainly(Meaning::name))
        return !yes_no && (profile.answers() == 0 || profile.open || !profile.repeats(4) || profile.distinct() == 1);
    if (asked.mainly(Meaning::employee))
        return !yes_no && profile.answers() > 0 && is_mostly(profile, ValueKind::text) && profile.mean_length() < 60;
    return asked.mainly(Meaning::place) && !yes_no &&
           !means_more(asked, {Meaning::touchpoint, Meaning::segment}, Meaning::place);
}

RoleFindings recognise_roles(const SurveyColumns& survey, Notices& notices) {
    return RoleFinder(survey, notices).find();
}

void recognise_groupings(const SurveyColumns& survey, const std::vector<bool>& items, RoleFindings& findings) {
    for (std::size_t i = 0; i < survey.columns.size(); ++i) {
        if (findings.taken[i] || items[i]) continue;
        const std::string& code = survey.columns[i].column->code;
        if (is_comment(survey.columns[i]))
            findings.roles.comment.push_back(code);
        else if (is_segment(survey, i))
            findings.roles.segments.push_back(code);
        else
            continue;
        findings.take(i);
    }
}

} // namespace cx
