// Any bytes are a model or an error that a person can read.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <cx/base/error.hpp>
#include <cx/model/model_file.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        static_cast<void>(cx::parse_model({reinterpret_cast<const char*>(data), size}, "cx.toml"));
    } catch (const cx::Error& error) {
        if (std::string_view(error.what()).empty()) std::abort();
    }
    return 0;
}
