#pragma once

// An export counted into tallies, with all that these refer to.

#include <memory>

#include <cx/tally/tallies.hpp>
#include <support/reading.hpp>

namespace cx::test {

/// Tallies and what they were made from, which stays where it is.
struct Counted {
    MeasurementModel model;
    Schema           schema;
    Layout           layout;
    Tallies          tallies;
    RowAccount       account;

    Counted(const Reading& reading, const Recognition& recognition)
        : model(reading.model),
          schema(make_schema(model, reading.request, recognition)),
          layout(model, schema),
          tallies(layout, !model.columns.weight.empty(), reading.request.most_groups) {}
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

    /// The tally of the group with these ids; null where no response is in it.
    [[nodiscard]] const GroupTally* group(std::size_t grouping, const std::vector<std::string>& ids) const {
        for (const auto& [key, tally] : tallies.groups(grouping)) {
            std::vector<std::string> found;
            for (std::size_t d = 0; d < key.size(); ++d) {
                const std::size_t dimension = schema.groupings[grouping].dimensions[d];
                found.push_back(schema.dimensions[dimension].groups->at(key[d]).id);
            }
            if (found == ids) return &tally;
        }
        return nullptr;
    }
};

inline std::unique_ptr<Counted> count(const Reading& reading, const ExportBuilder& builder) {
    Export     source = builder.opened(reading.file);
    auto       counted = std::make_unique<Counted>(reading, source.recognition);
    const auto binding = bind(counted->model, counted->schema, reading.request, source.recognition);
    counted->account = read_responses(source, reading.options, binding, reading.threads,
                                      [&counted] { return counted->tallies.make_sink(); });
    return counted;
}

} // namespace cx::test
