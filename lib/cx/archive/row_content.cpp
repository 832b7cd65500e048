#include <cx/archive/row_content.hpp>

#include <array>
#include <cstdint>
#include <cstring>

namespace cx {

RowHash RowContent::mark_of(KeyedHash hash, std::string_view code, std::string_view text) {
    hash.add("question");
    hash.add(code);
    hash.add(text);
    return hash.finish();
}

void RowContent::add(const RowHash& mark, std::string_view text) {
    if (text.empty()) return;
    const auto                                      size = static_cast<std::uint64_t>(text.size());
    std::array<char, sizeof(RowHash) + sizeof size> head{};
    std::memcpy(head.data(), mark.data(), mark.size());
    std::memcpy(head.data() + mark.size(), &size, sizeof size);
    cells_.append(head.data(), head.size());
    cells_ += text;
}

RowHash RowContent::finish(std::string_view source) {
    hash_.add("content");
    hash_.add(source);
    hash_.add(cells_);
    return hash_.finish();
}

RowHash respondent_hash(KeyedHash& hash, std::string_view id) {
    hash.add("respondent");
    hash.add(id);
    return hash.finish();
}

} // namespace cx
