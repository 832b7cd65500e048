#include <catch2/catch.hpp>

#include <string>

#include <cx/base/error.hpp>
#include <cx/responses/conditions.hpp>
#include <support/reading.hpp>

using namespace cx;
using cx::test::ExportBuilder;
using cx::test::feedback;
using cx::test::Reading;

TEST_CASE("a value that no row has is told, with the nearest", "[responses][schema]") {
    const ExportBuilder builder = feedback().row({"shop", "9", ""}).row({"Fax", "9", ""}).row({"phone", "9", ""});
    const auto          told = [&builder](Reading reading) -> std::string {
        const auto found = reading.read(builder);
        try {
            check_conditions(found.schema, reading.request, found.account);
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    CHECK(told(Reading().where("touchpoint=SHOP,fax")).empty());
    CHECK(told(Reading().where("touchpoint=shop").where("stage=using,buying")).empty());
    CHECK(told(Reading().where("touchpoint=shop,fone")).find("no row has touchpoint 'fone'") != std::string::npos);
    CHECK(told(Reading().where("touchpoint=phon")).find("did you mean 'phone'?") != std::string::npos);
    CHECK(told(Reading().where("touchpoint=zzzzzzz")).find("Fax, phone, shop") != std::string::npos);
    CHECK(told(Reading().where("month=2026-10")).find("no row has any value there") != std::string::npos);
}
