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

TEST_CASE("telephone numbers and identity codes") {
    CHECK(looks_like_phone_number("+358 40 123 4567"));
    CHECK(looks_like_phone_number("040-1234567"));
    CHECK(looks_like_phone_number("(555) 123-4567"));
    CHECK_FALSE(looks_like_phone_number("12175811242"));
    CHECK_FALSE(looks_like_phone_number("0-5"));
    CHECK_FALSE(looks_like_phone_number(""));
    CHECK(looks_like_identity_code("131052-308T"));
    CHECK(looks_like_identity_code("19121212-1212"));
    CHECK_FALSE(looks_like_identity_code("131052308T"));
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
