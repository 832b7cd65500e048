#include <catch2/catch.hpp>

#include <string>

#include <cx/responses/short_cells.hpp>

using cx::ShortCells;

TEST_CASE("every cell of at most two bytes has a place of its own", "[responses][answers]") {
    ShortCells        cells;
    const std::string texts[] = {"",
                                 "9",
                                 "0",
                                 "10",
                                 "01",
                                 "1",
                                 std::string(1, '\0'),
                                 std::string(2, '\0'),
                                 std::string("9\0", 2),
                                 std::string("\0"
                                             "9",
                                             2),
                                 "\xFF",
                                 "9\xFF",
                                 "\xFF\xFF"};
    std::uint8_t      number = 0;
    for (const std::string& text : texts) CHECK(cells.at(std::string_view((text + "..").data(), text.size())) == 0);
    for (const std::string& text : texts) {
        const std::string padded = text + "..";
        cells.at(std::string_view(padded).substr(0, text.size())) = ++number;
    }
    number = 0;
    for (const std::string& text : texts) {
        const std::string other_behind = text + "97";
        CHECK(cells.at(std::string_view(other_behind).substr(0, text.size())) == ++number);
    }
}
