#include <cx/base/masking.hpp>
#include <cx/base/personal_spans.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace cx::detail;

namespace {

/// The text with what was found between angle brackets, IBANs between braces.
std::string marked(std::string_view text) {
    PersonalSpans spans;
    find_codes(text, 0, spans);
    std::string out;
    std::size_t at = 0;
    for (const PersonalSpan& span : spans) {
        const bool iban = span.kind == PersonalKind::iban;
        out += text.substr(at, span.begin - at);
        out += (iban ? "{" : "<") + std::string(text.substr(span.begin, span.end - span.begin)) + (iban ? "}" : ">");
        at = span.end;
    }
    return out + std::string(text.substr(at));
}

bool is_code(std::string_view text) {
    return marked(text) == "<" + std::string(text) + ">" && cx::is_identity_code(text);
}
bool is_iban(std::string_view text) { return marked(text) == "{" + std::string(text) + "}"; }
bool none(std::string_view text) { return marked(text) == text && !cx::is_identity_code(text); }

} // namespace

TEST_CASE("Finnish identity codes of every century sign") {
    for (const std::string_view text :
         {"131052-308T", "010150+900C", "020251-9014", "030352Y902V", "040453X903L", "050554W904B", "060655V9053",
          "070756U906U", "080857A907K", "090958B908A", "101059C9092", "111160D910T", "121261E911J", "130162F912L",
          "131052a308t", "131052 - 308T", "131052 -308T", "131052- 308T"})
        CHECK(is_code(text));
}

TEST_CASE("what is no Finnish identity code") {
    for (const std::string_view text :
         {"131052-308U", "131052-308", "131052-30T", "131052-3080", "131052G308T", "131352-308T", "001052-308T",
          "321052-308T", "131052--308T", "131052  308T", "X131052-308T", "131052-308TX", "131052-308T1", "1131052-308T",
          "131052", "131052-", ""})
        CHECK(none(text));
}

TEST_CASE("Swedish personal and co-ordination numbers") {
    for (const std::string_view text :
         {"811228-9874", "8112289874", "198112289874", "19811228-9874", "811228+9874", "811228 9874", "811228 - 9874",
          "19811228 9874", "701063-2391", "19701063-2391", "197010632391", "121212-1212", "19121212-1212"})
        CHECK(is_code(text));
}

TEST_CASE("what is no Swedish personal number") {
    for (const std::string_view text :
         {"811228-9875", "811328-9874", "811200-9874", "811233-9874", "17811228-9874", "21811228-9874", "811228-987",
          "811228-98741", "811228", "81122-89874", "811228--9874", "A811228-9874", "811228-9874B", "0701234007",
          "20261031 1439", "81122898741", "8112289874123"})
        CHECK(none(text));
    CHECK(is_code("070123-4007")); // a telephone number is not grouped so
}

TEST_CASE("IBANs of any country and spacing") {
    for (const std::string_view text :
         {"FI2112345600000785", "FI21 1234 5600 0007 85", "fi21 1234 5600 0007 85", "FI21-1234-5600-0007-85",
          "SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466", "DE89 3704 0044 0532 0130 00",
          "GB29 NWBK 6016 1331 9268 19", "NO93 8601 1117 947", "MT84MALT011000012345MTLCAST001S",
          "EE38 2200 2210 2014 5685"})
        CHECK(is_iban(text));
    CHECK(marked("tilille FI21 1234 5600 0007 85 kiitos") == "tilille {FI21 1234 5600 0007 85} kiitos");
    CHECK(marked("(FI2112345600000785)") == "({FI2112345600000785})");
}

TEST_CASE("what is no IBAN") {
    for (const std::string_view text :
         {"FI2112345600000786", "FI21 1234 5600 0007 8", "FI21 1234 5600 0007 851", "FI21123456000007851",
          "XX2112345600000785", "FI21  1234 5600 0007 85", "AFI2112345600000785", "FI2 1123 4560 0000 785", "FI21",
          "FI", "FIXX12345600000785"})
        CHECK(none(text));
}

TEST_CASE("several codes in one text") {
    CHECK(marked("131052-308T, 811228-9874/131052-308T.") == "<131052-308T>, <811228-9874>/<131052-308T>.");
    CHECK(marked("_131052-308T_ 12-811228-9874-1") == "_<131052-308T>_ 12-<811228-9874>-1");
}
