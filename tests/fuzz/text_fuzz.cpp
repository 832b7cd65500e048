// Any bytes can be shown and compared: what comes out is UTF-8 and says the same when it is done twice.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <cx/base/text.hpp>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string      shown = cx::visible(text);
    require(cx::is_valid_utf8(shown));
    require(shown.find_first_of(std::string_view("\0\x1b\n\r\x7f", 5)) == std::string::npos);
    const std::string line = cx::one_line(text);
    require(cx::is_valid_utf8(line) && cx::one_line(line) == line);
    require(cx::is_valid_utf8(cx::folded(text)));
    require(cx::is_valid_utf8(cx::slug(text)));
    require(cx::display_width(cx::shortened(shown, 20)) <= 20);
    return 0;
}
