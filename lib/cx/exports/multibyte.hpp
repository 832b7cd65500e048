#pragma once

// Encodings of one or two bytes a character (Korean, Japanese), by ICU's converters.

#include <memory>
#include <string>
#include <string_view>

namespace cx::detail {

enum class Multibyte { cp949, shift_jis };

/// Turns text into UTF-8 stretch by stretch; a character may be cut anywhere between two stretches.
class MultibyteDecoder {
  public:
    explicit MultibyteDecoder(Multibyte encoding);
    MultibyteDecoder(const MultibyteDecoder&) = delete;
    MultibyteDecoder& operator=(const MultibyteDecoder&) = delete;
    MultibyteDecoder(MultibyteDecoder&& other) noexcept;
    MultibyteDecoder& operator=(MultibyteDecoder&& other) noexcept;
    ~MultibyteDecoder();

    /// Appends `bytes` to `out` as UTF-8. What the encoding does not have becomes the byte 0xFF.
    /// @param at_end  whether nothing follows: a character that is cut off then is none
    void decode(std::string_view bytes, bool at_end, std::string& out);

  private:
    struct Converter;
    std::unique_ptr<Converter> converter_;
};

/// Whether `head` has nothing that the encoding does not have (a character cut off at the end is no fault), and enough
/// of the letters that the language is written with to be no accident.
[[nodiscard]] bool is_well_formed(std::string_view head, Multibyte encoding);

} // namespace cx::detail
