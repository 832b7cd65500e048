#include <cx/model/dimension_names.hpp>

#include <algorithm>
#include <array>

namespace cx {

bool is_dimension_word(std::string_view name) noexcept {
    static constexpr std::array<std::string_view, 15> words{"all",     "touchpoint", "stage", "channel", "owner",
                                                            "promise", "journey",    "day",   "week",    "month",
                                                            "quarter", "year",       "wave",  "file",    "column"};
    return std::find(words.begin(), words.end(), name) != words.end();
}

std::string column_dimension(const std::string& column) {
    return is_dimension_word(column) ? "column:" + column : column;
}

} // namespace cx
