#include <cx/model/survey_columns.hpp>

#include <cx/base/text.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace cx {

namespace {

/// A meaning is lost in a header where it is a smaller part of the telling words.
constexpr double least_share = 0.3;

/// The item that one of the headers names, if the column's text ends with it.
std::string_view named_item(const Column& column) {
    const std::string& text = column.text;
    for (auto header = column.headers.rbegin(); header != column.headers.rend(); ++header) {
        std::string_view item = *header;
        if (!item.empty() && item.back() == ']') {
            const std::size_t open = item.rfind('[');
            if (open != std::string_view::npos) item = trim(item.substr(open + 1, item.size() - open - 2));
        } else if (const std::size_t colon = item.find(':');
                   column.headers.size() == 1 && colon != std::string_view::npos) {
            item = item.substr(0, colon); // `Option:Question`
        }
        const bool ends = !item.empty() && text.size() > item.size() + 2 &&
                          std::string_view(text).substr(text.size() - item.size()) == item;
        const std::string_view before = ends ? std::string_view(text).substr(0, text.size() - item.size()) : "";
        if (ends && before.size() > 2 && before.substr(before.size() - 2) == ": ")
            return std::string_view(text).substr(before.size());
    }
    return {};
}

/// Cuts what all texts have in common at the last place where a question ends.
std::size_t common_question(const std::vector<SurveyColumn>& columns, const std::vector<std::size_t>& members) {
    const std::string& first = columns[members.front()].column->text;
    std::size_t        common = first.size();
    for (const std::size_t member : members) {
        const std::string& text = columns[member].column->text;
        std::size_t        same = 0;
        while (same < common && same < text.size() && text[same] == first[same]) ++same;
        common = same;
    }
    const std::string_view prefix = std::string_view(first).substr(0, common);
    std::size_t            end = 0;
    for (const std::string_view mark : {": ", " - ", "? ", " ["}) {
        const std::size_t at = prefix.rfind(mark);
        if (at != std::string_view::npos) end = std::max(end, at + mark.size());
    }
    return end;
}

void join(SurveyColumns& survey, const std::unordered_map<std::string, std::vector<std::size_t>>& groups) {
    std::vector<const std::vector<std::size_t>*> in_order;
    for (const auto& [key, members] : groups) in_order.push_back(&members);
    std::sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) { return a->front() < b->front(); });
    for (const auto* members : in_order) {
        for (const std::size_t member : *members) survey.columns[member].group = survey.groups.size();
        survey.groups.push_back(*members);
    }
}

/// Rows of a group known by its code alone take what their texts do not share.
void name_rows(SurveyColumns& survey, const std::vector<std::size_t>& members) {
    const std::size_t end = common_question(survey.columns, members);
    for (const std::size_t member : members) {
        SurveyColumn&      column = survey.columns[member];
        const std::string& text = column.column->text;
        column.question = std::string(trim(std::string_view(text).substr(0, end)));
        while (!column.question.empty() && (column.question.back() == ':' || column.question.back() == '-'))
            column.question =
                std::string(trim(std::string_view(column.question).substr(0, column.question.size() - 1)));
        column.row = std::string(trim(std::string_view(text).substr(end)));
    }
}

void group_columns(SurveyColumns& survey) {
    std::unordered_map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < survey.columns.size(); ++i) {
        SurveyColumn& column = survey.columns[i];
        std::string   key = std::to_string(i);
        if (!column.row.empty())
            key = "?" + column.question;
        else if (const std::string_view stem = code_stem(column.column->code); !stem.empty())
            key = "#" + std::string(stem);
        groups[key].push_back(i);
    }
    join(survey, groups);
    for (const std::vector<std::size_t>& members : survey.groups) {
        if (members.size() > 1 && survey.columns[members.front()].row.empty()) name_rows(survey, members);
    }
}

} // namespace

const HeaderMatch* SurveyColumn::match(Meaning meaning) const noexcept {
    for (const HeaderMatch& found : matches)
        if (found.meaning == meaning) return &found;
    return nullptr;
}

bool SurveyColumn::mainly(Meaning meaning) const noexcept {
    const HeaderMatch* found = match(meaning);
    return found != nullptr && found->letters == matches.front().letters && found->share >= least_share;
}

std::string_view code_stem(std::string_view code) noexcept {
    if (!code.empty() && code.back() == ']') {
        const std::size_t open = code.rfind('[');
        return open == std::string_view::npos ? std::string_view{} : code.substr(0, open);
    }
    std::size_t end = code.size();
    while (end > 0 && is_digit(code[end - 1])) --end;
    const bool divided =
        end > 1 && end < code.size() && (code[end - 1] == '_' || code[end - 1] == '.' || code[end - 1] == '-');
    return divided ? code.substr(0, end - 1) : std::string_view{};
}

QuestionParts question_parts(const Column& column) {
    const std::string_view item = named_item(column);
    if (item.empty()) return {column.text, {}};
    std::string_view question = std::string_view(column.text).substr(0, column.text.size() - item.size() - 2);
    return {std::string(trim(question)), std::string(item)};
}

SurveyColumns survey_columns(const Export& source, const AnswerTexts& texts) {
    SurveyColumns survey;
    survey.source = &source;
    survey.texts = texts;
    std::vector<ColumnProfile> profiles = profiles_of(source, texts);
    survey.columns.resize(profiles.size());
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        SurveyColumn& made = survey.columns[i];
        made.column = &source.recognition.columns[i];
        made.profile = std::move(profiles[i]);
        QuestionParts parts = question_parts(*made.column);
        made.question = std::move(parts.question);
        made.row = std::move(parts.row);
        std::vector<std::string_view> headers{made.column->text, made.column->code};
        for (const std::string& header : made.column->headers) headers.emplace_back(header);
        made.matches = header_matches(headers);
    }
    group_columns(survey);
    return survey;
}

} // namespace cx
