#include <cx/model/source_reader.hpp>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <cx/model/column_roles.hpp>
#include <cx/model/table_reader.hpp>

namespace cx::detail {

namespace {

SurveySource read_source(const TomlNode& node, const ColumnRoles& survey, bool alone, Problems& problems) {
    TableReader  table(node, "[[source]]", problems);
    SurveySource source;
    source.name = table.id("name");
    if (!alone) table.require("name", "it is what archives know the source by");
    source.match = table.names("match");
    if (!alone) table.require("match", "say which files are its: match = \"webropol-*.csv\"");
    source.ids_by_file = table.word("id_scope", {"file", "source"}) == std::size_t{0};
    table.number_or_text("invited");
    source.columns = survey;
    if (const TomlNode* columns = table.table("columns")) {
        TableReader       inner(*columns, "'columns' of [[source]]", problems);
        const ColumnRoles own = read_columns(inner);
        for (const ColumnRole& role : column_roles()) {
            if (inner.has(role.key)) source.columns.*role.names = own.*role.names;
        }
        if (own.date_order) source.columns.date_order = own.date_order;
        inner.finish();
    }
    table.finish();
    return source;
}

} // namespace

void read_sources(const std::vector<const TomlNode*>& tables, MeasurementModel& model, Problems& problems) {
    std::set<std::string> names;
    for (const TomlNode* node : tables) {
        model.sources.push_back(read_source(*node, model.columns, tables.size() == 1, problems));
        const std::string& name = model.sources.back().name;
        if (!name.empty() && !names.insert(name).second)
            problems.add(node->at, fmt::format("there is a [[source]] '{}' already", name), "give it another name");
    }
    for (const SurveySource& source : model.sources) {
        for (const ColumnRole& role : column_roles()) {
            for (const std::string& column : source.columns.*role.names) {
                auto& all = model.columns.*role.names;
                if (std::find(all.begin(), all.end(), column) == all.end()) all.push_back(column);
            }
        }
    }
}

} // namespace cx::detail
