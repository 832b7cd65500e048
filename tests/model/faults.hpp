#pragma once

#include <string>
#include <string_view>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>

namespace cx::test {

/// What is wrong with a model file's text, as it is told; empty where nothing is.
inline std::string faults(std::string_view toml) {
    try {
        static_cast<void>(parse_model(toml, "cx.toml"));
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace cx::test
