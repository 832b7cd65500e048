#include <string>
#include <string_view>
#include <unordered_map>

#include <cx/base/text.hpp>
#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

double surveygizmo_confidence(const Opening& opening) {
    if (opening.rows() == 0 || opening.cells(0) < 2) return 0;
    const bool started = opening.find(0, {"time started"}).has_value();
    const auto own =
        opening.count(0, {"date submitted", "status", "response id", "contact id", "legacy comments", "session id"});
    return started && own > 0 ? 0.95 : 0.1;
}

/// How many headers are this question, or an option of it.
using Questions = std::unordered_map<std::string_view, std::size_t>;

/// `Option:Question` may hold more colons; which one parts it is known by the question's other options.
template <class Use> void each_question(std::string_view header, Use use) {
    constexpr std::size_t most_colons = 8; // a text with more is no header that was put together
    std::size_t           at = header.find(':');
    for (std::size_t i = 0; i < most_colons && at != std::string_view::npos; ++i, at = header.find(':', at + 1)) {
        const std::string_view question = header.substr(at + 1);
        // No space after the colon tells it from one in a text.
        if (at > 0 && !question.empty() && question.front() != ' ' && question.front() != ':') use(at, question);
    }
}

Questions questions(const Opening& opening) {
    Questions found;
    for (std::size_t column = 0; column < opening.cells(0); ++column) {
        const std::string_view header = opening.cell(0, column);
        ++found[header];
        each_question(header, [&](std::size_t, std::string_view question) { ++found[question]; });
    }
    return found;
}

/// `Option:Question` as `Question: Option`.
std::string question_and_option(std::string_view header, const Questions& questions) {
    std::string text;
    each_question(header, [&](std::size_t at, std::string_view question) {
        if (!text.empty() || questions.at(question) < 2) return;
        std::string_view option = trim(header.substr(0, at));
        while (!option.empty() && option.back() == ':') option.remove_suffix(1);
        text = group_and_item(question, option);
    });
    return text.empty() ? std::string(header) : text;
}

Description describe_surveygizmo(const Opening& opening) {
    Description description;
    description.columns = columns_of(opening, 1);
    const Questions known = questions(opening);
    for (Column& column : description.columns) column.text = question_and_option(column.code, known);
    if (const auto status = opening.find(0, {"status"})) {
        description.filters.push_back({*status, {"partial", "in progress"}, false, "unfinished"});
        description.filters.push_back({*status, {"disqualified"}, false, "disqualified"});
    }
    return description;
}

} // namespace

const Dialect surveygizmo{"surveygizmo", "SurveyGizmo (Alchemer)", surveygizmo_confidence, describe_surveygizmo};

} // namespace cx::detail
