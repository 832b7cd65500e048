#include <cx/responses/identifiers.hpp>

#include <cx/base/text.hpp>

namespace cx {

bool identifies_nothing(std::string_view id) {
    constexpr std::size_t longest_of_them = 4;
    if (id.size() > longest_of_them) return false;
    const std::string text = folded(id);
    return text.empty() || text == "#n/a" || text == "null";
}

} // namespace cx
