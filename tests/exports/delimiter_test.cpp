#include <cx/exports/delimiter.hpp>

#include <string>

#include <catch2/catch.hpp>

using cx::detail::declared_delimiter;
using cx::detail::recognise_delimiter;

namespace {

char delimiter(const std::string& text) { return recognise_delimiter(text, '"', true); }

} // namespace

TEST_CASE("The delimiter is what cuts records into equally many cells") {
    CHECK(delimiter("a,b,c\n1,2,3\n") == ',');
    CHECK(delimiter("a;b;c\n1;2;3\n") == ';');
    CHECK(delimiter("a\tb\n1\t2\n") == '\t');
    CHECK(delimiter("a|b|c\n1|2|3\n") == '|');
}

TEST_CASE("Delimiters inside quotes and in texts do not mislead") {
    CHECK(delimiter("id;comment\n1;\"one, two, three\"\n2;\"four, five\"\n") == ';');
    CHECK(delimiter("id,games\n1,\"a;b;c\"\n2,\"a;b;c\"\n3,\"a;b;c\"\n") == ',');
    CHECK(delimiter("id,text\n1,\"line\nbreak; and; more\"\n2,x\n") == ',');
}

TEST_CASE("A decimal comma is no delimiter") {
    CHECK(delimiter("a;b\n1,5;2,5\n3,5;4,5\n") == ';');
    CHECK(delimiter("a;b;c\n1,5;2,5;3\n2,5;3,5;4\n") == ';');
    CHECK(delimiter("place\tshare\nOulu\t0,5\nEspoo\t0,25\n") == '\t');
}

TEST_CASE("A preamble and ragged records are borne with") {
    CHECK(delimiter("Report; 2025\n\na,b,c,d\n1,2,3,4\n5,6,7,8\n9,10,11,12\n") == ',');
    CHECK(delimiter("a;b;c;d;e\n1;2\n1;2;3\n1\n1;2;3;4\n") == ';');
}

TEST_CASE("One column of prose is one column") {
    CHECK(delimiter("comment\nGood, fast\nSlow\nKind, able, quick\nGood, cheap\n") == ',');
    CHECK(delimiter("nps\n9\n10\n") == ',');
    CHECK(delimiter("") == ',');
}

TEST_CASE("A spreadsheet may say the delimiter") {
    CHECK(declared_delimiter("sep=;\na;b\n") == ';');
    CHECK(declared_delimiter("sep=\t\r\na\tb\n") == '\t');
    CHECK_FALSE(declared_delimiter("sep=x\na;b\n"));
    CHECK_FALSE(declared_delimiter("sep=;b\n"));
    CHECK_FALSE(declared_delimiter("sep="));
}
