#include <cx/model/column_roles.hpp>

#include <array>

namespace cx::detail {

ColumnRoles read_columns(TableReader& table) {
    ColumnRoles roles;
    roles.response = table.names("response");
    roles.respondent = table.names("respondent");
    roles.date = table.names("date");
    roles.weight = table.names("weight");
    roles.touchpoint = table.names("touchpoint");
    roles.stage = table.names("stage");
    roles.channel = table.names("channel");
    roles.contact = table.names("contact");
    roles.comment = table.names("comment");
    roles.segments = table.names("segments");
    roles.personal = table.names("personal");
    constexpr std::array orders{DateOrder::ymd, DateOrder::dmy, DateOrder::mdy};
    if (const auto order = table.word("date_order", {"ymd", "dmy", "mdy"})) roles.date_order = orders.at(*order);
    return roles;
}

} // namespace cx::detail
