#include <cx/base/error.hpp>

#include <fmt/format.h>

namespace cx {

namespace {

std::string sentence(const std::string& found, const std::string& advice) {
    return advice.empty() ? found : fmt::format("{}; {}", found, advice);
}

std::string located(const Place& place, const std::string& text) {
    const std::string where = to_string(place);
    return where.empty() ? text : fmt::format("{}: {}", where, text);
}

} // namespace

std::string to_string(const Place& place) {
    std::string text = place.file;
    if (place.line > 0) text += fmt::format(":{}", place.line);
    if (place.character > 0) text += fmt::format(":{}", place.character);
    if (!place.column.empty()) text += fmt::format("{}column {}", text.empty() ? "" : ", ", place.column);
    return text;
}

Error::Error(const std::string& found, const std::string& advice) : std::runtime_error(sentence(found, advice)) {}

Error::Error(const Place& place, const std::string& found, const std::string& advice)
    : std::runtime_error(located(place, sentence(found, advice))) {}

} // namespace cx
