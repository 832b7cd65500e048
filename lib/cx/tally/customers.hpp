#pragma once

// What each customer met along the journey, added up visit by visit: sums alone, so that neither threads nor the order
// of rows matter. Memory grows with customers and the touchpoints they met, not with responses.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <cx/model/measurement_model.hpp>
#include <cx/responses/read_responses.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// Which customer, which touchpoint, on which journeys.
struct VisitKey {
    std::uint64_t customer = 0;   ///< customer_code() of the id
    std::uint32_t touchpoint = 0; ///< see Customers::touchpoint_id()
    GroupCode     journeys = 0;   ///< a group of the dimension `journey`; no_group where there is none

    auto operator<=>(const VisitKey&) const = default;
};

/// One customer's visits to one touchpoint.
struct VisitSums {
    std::uint32_t visits = 0;  ///< responses
    std::uint32_t judged = 0;  ///< of them: answered an item that has a threshold
    std::uint32_t met = 0;     ///< of those: reached it on each such item that they answered
    std::uint32_t answers = 0; ///< to the items that touchpoints are compared by
    std::int64_t  points = 0;  ///< sum of those answers

    VisitSums& operator+=(const VisitSums& other) noexcept;
    bool       operator==(const VisitSums&) const = default;
};

/// A customer's id as 64 bits, the same on every machine. Ids are not kept. Two ids that share one pass for one
/// customer: among 10 million customers the chance that any two do is 3 in a million.
[[nodiscard]] std::uint64_t customer_code(std::string_view id) noexcept;

class Customers {
  public:
    /// A row is a visit to the touchpoint it names, where the schema has the dimension `touchpoint`; an answered item
    /// that belongs to another touchpoint is a visit to that.
    Customers(const MeasurementModel& model, const Schema& schema);

    /// A sink that adds responses. All sinks must have finished before anything is read.
    [[nodiscard]] std::unique_ptr<ResponseSink> make_sink();

    [[nodiscard]] const MeasurementModel& model() const noexcept { return *model_; }
    /// Every visit of customers that are known, in the order of customers, touchpoints and journeys.
    [[nodiscard]] std::vector<std::pair<VisitKey, VisitSums>> visits() const;
    [[nodiscard]] std::uint64_t                               identified() const noexcept { return identified_; }
    /// Responses that name no customer.
    [[nodiscard]] std::uint64_t unidentified() const noexcept { return unidentified_; }
    [[nodiscard]] std::string   touchpoint_id(std::uint32_t touchpoint) const;
    /// Whether an item says something of a touchpoint: its own, or that of the row.
    [[nodiscard]] bool is_asked_along(const Item& item) const noexcept { return by_rows() || !item.touchpoint.empty(); }
    /// Indices into the model's journeys. Without a dimension `journey` every response is on each.
    [[nodiscard]] std::vector<std::size_t> journeys_of(GroupCode journeys) const;

  private:
    friend class VisitSink;
    struct KeyHash {
        std::size_t operator()(const VisitKey& key) const noexcept;
    };
    /// What an answer column says of a visit.
    struct Measure {
        std::size_t   column = 0;
        std::size_t   points = 0;     ///< slots from here on are no answers
        std::uint32_t touchpoint = 0; ///< of the item; `named_by_row` without one
        std::size_t   needed = 0;     ///< lowest slot that reaches the threshold
        bool          judged = false; ///< has a threshold
        bool          main = false;   ///< touchpoints are compared by it
        int           low = 0;        ///< point of slot 0
    };
    static constexpr std::uint32_t named_by_row = UINT32_MAX;

    void               add_measures();
    [[nodiscard]] bool by_rows() const noexcept { return touchpoint_dimension_.has_value(); }

    const MeasurementModel*                          model_;
    const Schema*                                    schema_;
    std::optional<std::size_t>                       touchpoint_dimension_, journey_dimension_;
    std::vector<Measure>                             measures_;
    std::unordered_map<VisitKey, VisitSums, KeyHash> visits_;
    std::uint64_t                                    identified_ = 0, unidentified_ = 0;
};

/// Passes each response on to two sinks.
class TwoSinks : public ResponseSink {
  public:
    TwoSinks(std::unique_ptr<ResponseSink> first, std::unique_ptr<ResponseSink> second)
        : first_(std::move(first)), second_(std::move(second)) {}

    void               take(const ResponseBlock& responses) override;
    void               hand_over() override;
    [[nodiscard]] bool depends_on_order() const noexcept override {
        return first_->depends_on_order() || second_->depends_on_order();
    }
    void finish() override;

  private:
    std::unique_ptr<ResponseSink> first_, second_;
};

} // namespace cx
