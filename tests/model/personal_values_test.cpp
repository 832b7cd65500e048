#include <catch2/catch.hpp>

#include <cx/model/personal_values.hpp>
#include <support/export_builder.hpp>

using namespace cx;
using cx::test::ExportBuilder;

namespace {

bool personal(const std::vector<std::string>& values) {
    ExportBuilder builder;
    builder.column("x");
    for (const std::string& value : values) builder.row({value});
    return looks_personal(profiles_of(builder.opened(), default_answer_texts()).front());
}

} // namespace

TEST_CASE("e-mail addresses") {
    CHECK(looks_like_email("etu.suku@esimerkki.fi"));
    CHECK_FALSE(looks_like_email("@twitter"));
    CHECK_FALSE(looks_like_email("a@b"));
    CHECK_FALSE(looks_like_email("write to a@b.fi please"));
    CHECK_FALSE(looks_like_email("a@b@c.fi"));
    CHECK_FALSE(looks_like_email(""));
}

TEST_CASE("IP addresses") {
    CHECK(looks_like_ip_address("192.0.2.1"));
    CHECK(looks_like_ip_address("2001:db8::1"));
    CHECK_FALSE(looks_like_ip_address("0.15"));
    CHECK_FALSE(looks_like_ip_address("1.2.3.4.5"));
    CHECK_FALSE(looks_like_ip_address("256.1.1.1"));
    CHECK_FALSE(looks_like_ip_address("1.2.3."));
    CHECK_FALSE(looks_like_ip_address("12:30:59"));
}

TEST_CASE("telephone numbers") {
    CHECK(looks_like_phone_number("+358 40 123 4567"));
    CHECK(looks_like_phone_number("040-1234567"));
    CHECK(looks_like_phone_number("(555) 123-4567"));
    CHECK_FALSE(looks_like_phone_number("12175811242"));
    CHECK_FALSE(looks_like_phone_number("0-5"));
    CHECK_FALSE(looks_like_phone_number(""));
}

TEST_CASE("mobile numbers without a mark") {
    CHECK(looks_like_phone_number("0401234567"));
    CHECK(looks_like_phone_number("0501234567"));
    CHECK(looks_like_phone_number("045123456"));
    CHECK(looks_like_phone_number("0701234567"));
    CHECK(looks_like_phone_number("358401234567"));
    CHECK(looks_like_phone_number("358 50 123 4567"));
    CHECK(looks_like_phone_number("46701234567"));
    CHECK_FALSE(looks_like_phone_number("0471234567"));
    CHECK_FALSE(looks_like_phone_number("358301234567"));
    CHECK_FALSE(looks_like_phone_number("4670123456"));
    CHECK_FALSE(looks_like_phone_number("35840123456789"));
    CHECK_FALSE(looks_like_phone_number("401234567"));
    CHECK_FALSE(looks_like_phone_number("1-2-3-4-5-6-7-8"));
    CHECK_FALSE(looks_like_phone_number("0101234567"));
    CHECK_FALSE(looks_like_phone_number("04012345"));
    CHECK_FALSE(looks_like_phone_number("070123456"));
    CHECK_FALSE(looks_like_phone_number("0000123456"));
}

TEST_CASE("what most values look like") {
    const auto of = [](const std::vector<std::string>& values) {
        ExportBuilder builder;
        builder.column("x");
        for (const std::string& value : values) builder.row({value});
        return personal_values(profiles_of(builder.opened(), default_answer_texts()).front());
    };
    CHECK(of({"a@b.fi", "", "none"}) == PersonalValues::emails);
    CHECK(of({"192.0.2.1"}) == PersonalValues::ip_addresses);
    CHECK(of({"0401234567", "0507654321"}) == PersonalValues::phone_numbers);
    CHECK(of({"131052-308T", "811228-9874"}) == PersonalValues::identity_codes);
    CHECK(of({"131052-308U", "123456-1234"}) == PersonalValues::none); // numbers of the same form
    CHECK(of({"131052-308T"}) == PersonalValues::none);                // one alone tells nothing
    CHECK(of({"1", "2"}) == PersonalValues::none);
    CHECK(of({}) == PersonalValues::none);
}

TEST_CASE("a column is personal when most of its values are") {
    CHECK(personal({"a@b.fi", "c@d.fi", ""}));
    CHECK(personal({"192.0.2.1", "192.0.2.2"}));
    CHECK(personal({"040 1234567", "050 7654321"}));
    CHECK_FALSE(personal({"01-12-2015", "02-12-2015", "03-12-2015"})); // dates
    CHECK_FALSE(personal({"good", "write to a@b.fi", "bad"}));
    CHECK_FALSE(personal({}));
    CHECK_FALSE(personal({"", "-"}));
}
