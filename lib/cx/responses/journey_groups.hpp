#pragma once

// Which journeys a response is part of.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <cx/responses/binding.hpp>
#include <cx/responses/dimension.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// Tells a response's set of journeys from its stage and segments, which stand in other dimensions. Belongs to one
/// thread: it remembers what it has told.
class JourneyGroups {
  public:
    /// @param dimension  index into Schema::dimensions, of the journeys
    JourneyGroups(const Binding& binding, std::size_t dimension);

    /// Indices into Schema::dimensions of the groups that tell the journeys.
    [[nodiscard]] const std::vector<std::size_t>& follows() const noexcept { return read_; }
    /// The set's code; no_group where the response is part of no journey. The groups that it follows from must be read.
    [[nodiscard]] GroupCode of(const Response& response);

  private:
    struct Test {
        std::size_t              dimension = 0; ///< index into Schema::dimensions
        std::vector<std::string> values;
    };

    [[nodiscard]] bool holds(const Test& test, const Response& response) const;

    const Schema*                               schema_;
    std::size_t                                 own_;
    std::vector<std::vector<Test>>              tests_; ///< by journey: all must hold
    std::vector<std::size_t>                    read_;  ///< dimensions that the tests look at
    std::map<std::vector<GroupCode>, GroupCode> told_;
};

} // namespace cx
