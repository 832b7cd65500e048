#include <cx/responses/text_codes.hpp>

#include <utility>

namespace cx {

bool TextCodes::remember(std::string_view text, std::uint32_t code) {
    if (used_ >= most_ || text.size() > longest) return false;
    if (2 * (used_ + 1) > entries_.size()) grow();
    const Entry entry{key_of(text), code, static_cast<std::uint32_t>(texts_.size()), true};
    if (!insert(entry)) return false;
    if (text.size() > whole_in_key) texts_ += text;
    return true;
}

/// False where there is no room near its place: then it is not remembered.
bool TextCodes::insert(const Entry& entry) {
    std::size_t at = place_of(entry.key);
    for (std::size_t tried = 0; tried < most_tried; ++tried, at = (at + 1) & (entries_.size() - 1)) {
        if (entries_[at].used) continue;
        entries_[at] = entry;
        ++used_;
        return true;
    }
    return false;
}

void TextCodes::grow() {
    constexpr std::size_t smallest = 64;
    std::vector<Entry>    before = std::exchange(entries_, {});
    entries_.resize(before.empty() ? smallest : 2 * before.size());
    shift_ = 64U - static_cast<unsigned>(std::countr_zero(entries_.size()));
    used_ = 0;
    for (const Entry& entry : before) {
        if (entry.used) insert(entry);
    }
}

} // namespace cx
