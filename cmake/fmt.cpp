// Debian's fmt is a shared library or headers alone. The shared one costs time at every start; as headers alone each of our sources would
// compile all of it again. So its implementation, which its headers bring along, is compiled here once.

#include <locale>

#include <fmt/format-inl.h>

template auto fmt::detail::thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template auto fmt::detail::decimal_point_impl<char>(locale_ref) -> char;
template fmt::detail::locale_ref::locale_ref(const std::locale& locale);
template auto fmt::detail::locale_ref::get<std::locale>() const -> std::locale;
template auto fmt::detail::dragonbox::to_decimal(float value) noexcept -> decimal_fp<float>;
template auto fmt::detail::dragonbox::to_decimal(double value) noexcept -> decimal_fp<double>;
template void fmt::detail::buffer<char>::append<char>(const char* begin, const char* end);
template void fmt::detail::vformat_to<char>(buffer<char>& to, basic_string_view<char> text,
                                            basic_format_args<buffer_context<char>> values, locale_ref locale);
