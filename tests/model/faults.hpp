#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>

namespace cx::test {

/// What is wrong with a model file's text, as it is told, with the lines shown; empty where nothing is.
inline std::string told(std::string_view toml) {
    try {
        static_cast<void>(parse_model(toml, "cx.toml"));
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// A message less the lines of the file that it shows.
inline std::string without_lines(const std::string& message) {
    std::string kept;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t end = std::min(message.find('\n', at), message.size());
        const auto        line = std::string_view(message).substr(at, end - at);
        if (!line.starts_with("    ")) kept.append(kept.empty() ? "" : "\n").append(line);
        at = end + 1;
    }
    return kept;
}

/// What is wrong with a model file's text; empty where nothing is.
inline std::string faults(std::string_view toml) { return without_lines(told(toml)); }

} // namespace cx::test
