#include <catch2/catch.hpp>

#include <cx/model/recognition_notices.hpp>

using namespace cx;

TEST_CASE("some names are shown, the others counted") {
    CHECK(some_of({}, 3).empty());
    CHECK(some_of({"a"}, 3) == "a");
    CHECK(some_of({"a", "b"}, 2) == "a, b");
    CHECK(some_of({"a", "b", "c", "d"}, 2) == "a, b and 2 more");
}

TEST_CASE("names are shortened and cannot act on a terminal") {
    const std::string text = some_of({"\x1b[31mred\x1b[0m", std::string(500, 'x')}, 2);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.size() < 120);
}

TEST_CASE("roles are said in a few lines") {
    SurveyColumns survey;
    ColumnRoles   roles;
    Notices       notices;
    announce_roles(roles, survey, notices);
    CHECK(notices.empty());
    roles.response = {"ID"};
    roles.date = {"Pvm"};
    roles.date_order = DateOrder::dmy;
    roles.personal = {"Email", "IP Address"};
    roles.comment = {"a", "b", "c"};
    announce_roles(roles, survey, notices);
    REQUIRE(notices.size() == 3);
    CHECK(notices[0].text == "response id: ID; date: Pvm (dmy)");
    CHECK(notices[1].text == "comments: 3 columns");
    CHECK(notices[2].text == "personal, never shown: Email, IP Address");
}

TEST_CASE("items are said by kind with their scale") {
    SurveyColumns    survey;
    MeasurementModel model;
    Item             recommend;
    recommend.kind = ItemKind::recommend;
    recommend.text = "Suosittelisitko?";
    model.items.push_back(recommend);
    Item rating;
    rating.scale = {1, 5};
    for (int i = 0; i < 8; ++i) model.items.push_back(rating);
    Notices notices;
    announce_items(model, survey, {}, notices);
    REQUIRE(notices.size() >= 2);
    CHECK(notices[0].text == "recommend: \"Suosittelisitko?\" (0-10)");
    CHECK(notices[1].text == "8 ratings 1-5");
}
