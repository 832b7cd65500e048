#include <catch2/catch.hpp>

#include <cx/base/text.hpp>
#include <cx/model/header_words.hpp>

using namespace cx;

TEST_CASE("the vocabulary is written as headers are compared") {
    REQUIRE(!header_vocabulary().empty());
    for (const VocabularyRow& row : header_vocabulary()) {
        INFO(row.phrases);
        CHECK(folded(row.phrases) == row.phrases);
        CHECK(row.phrases.find(",,") == std::string_view::npos);
        CHECK(row.phrases.find('-') == std::string_view::npos); // hyphens divide words
    }
}

TEST_CASE("no phrase starts with a gap or is empty") {
    for (const VocabularyRow& row : header_vocabulary()) {
        std::string_view rest = row.phrases;
        while (!rest.empty()) {
            const std::size_t      end = std::min(rest.find(','), rest.size());
            const std::string_view phrase = trim(rest.substr(0, end));
            INFO(row.phrases);
            REQUIRE(!phrase.empty());
            CHECK(phrase.front() != '*');
            CHECK(phrase != "=");
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

TEST_CASE("fillers tell nothing of a question") {
    CHECK(is_filler("kuinka"));
    CHECK(is_filler("your"));
    CHECK_FALSE(is_filler("gender"));
    CHECK_FALSE(is_filler(""));
}
