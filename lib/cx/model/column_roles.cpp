#include <cx/model/column_roles.hpp>

#include <array>

namespace cx::detail {

namespace {

constexpr std::array roles{
    ColumnRole{"response", &ColumnRoles::response},
    ColumnRole{"respondent", &ColumnRoles::respondent},
    ColumnRole{"date", &ColumnRoles::date},
    ColumnRole{"weight", &ColumnRoles::weight},
    ColumnRole{"touchpoint", &ColumnRoles::touchpoint},
    ColumnRole{"stage", &ColumnRoles::stage},
    ColumnRole{"channel", &ColumnRoles::channel},
    ColumnRole{"contact", &ColumnRoles::contact},
    ColumnRole{"comment", &ColumnRoles::comment, true},
    ColumnRole{"segments", &ColumnRoles::segments, true},
    ColumnRole{"personal", &ColumnRoles::personal, true},
};

} // namespace

std::span<const ColumnRole> column_roles() { return roles; }

ColumnRoles read_columns(TableReader& table) {
    ColumnRoles read;
    for (const ColumnRole& role : roles) read.*role.names = table.names(role.key);
    constexpr std::array orders{DateOrder::ymd, DateOrder::dmy, DateOrder::mdy};
    if (const auto order = table.word("date_order", {"ymd", "dmy", "mdy"})) read.date_order = orders.at(*order);
    return read;
}

} // namespace cx::detail
