#include <cx/responses/text_codes.hpp>

#include <algorithm>
#include <utility>

namespace cx {

namespace {

// Few texts are kept far apart, so that next to none has another in its place: finding one is then the same for all.
constexpr std::size_t smallest = 256, room_for_one = 16, sparse = 4096;

} // namespace

std::uint32_t TextCodes::find_from(std::size_t at, const Key& key, std::string_view text) const noexcept {
    for (std::size_t tried = 0; tried < most_tried; ++tried, at = (at + 1) & (entries_.size() - 1)) {
        const Entry& entry = entries_[at];
        if (!entry.is_used()) return not_known;
        if (entry.key.differs(key) == 0 && (key.size <= whole_in_key || same_text(entry, text))) return entry.code;
    }
    return not_known;
}

bool TextCodes::remember(std::string_view text, std::uint32_t code) {
    if (used_ >= most_ || text.size() > longest) return false;
    if (room_for_one * (used_ + 1) > entries_.size() && (entries_.size() < sparse || 2 * (used_ + 1) > entries_.size()))
        grow();
    const Entry entry{key_of(text), code, static_cast<std::uint32_t>(texts_.size())};
    if (!insert(entry)) return false;
    if (text.size() > whole_in_key) texts_ += text;
    return true;
}

/// False where there is no room near its place: then it is not remembered.
bool TextCodes::insert(const Entry& entry) {
    std::size_t at = place_of(entry.key);
    for (std::size_t tried = 0; tried < most_tried; ++tried, at = (at + 1) & (entries_.size() - 1)) {
        if (entries_[at].is_used()) continue;
        entries_[at] = entry;
        ++used_;
        return true;
    }
    return false;
}

void TextCodes::grow() {
    std::vector<Entry> before = std::exchange(entries_, {});
    entries_.resize(std::max(smallest, 2 * before.size()));
    shift_ = 64U - static_cast<unsigned>(std::countr_zero(entries_.size()));
    used_ = 0;
    for (const Entry& entry : before) {
        if (entry.is_used()) insert(entry);
    }
}

} // namespace cx
