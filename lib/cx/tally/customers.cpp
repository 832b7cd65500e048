#include <cx/tally/customers.hpp>

#include <algorithm>
#include <utility>

#include <cx/model/coding.hpp>
#include <cx/model/made_items.hpp>
#include <cx/tally/main_items.hpp>

namespace cx {

namespace {

/// Spreads what differs in a few bits over all of them (the finalizer of MurmurHash3).
std::uint64_t mixed(std::uint64_t bits) noexcept {
    bits ^= bits >> 33U;
    bits *= 0xff51afd7ed558ccdU;
    bits ^= bits >> 33U;
    bits *= 0xc4ceb9fe1a85ec53U;
    return bits ^ (bits >> 33U);
}

std::optional<std::size_t> dimension_of(const Schema& schema, RowDimension::Source source) {
    for (std::size_t d = 0; d < schema.dimensions.size(); ++d) {
        if (schema.dimensions[d].source == source) return d;
    }
    return std::nullopt;
}

std::size_t lowest_slot(const Scale& scale, double threshold) {
    std::size_t slot = 0;
    while (slot < static_cast<std::size_t>(scale.size()) && scale.low + static_cast<double>(slot) < threshold) ++slot;
    return slot;
}

} // namespace

std::uint64_t customer_code(std::string_view id) noexcept {
    std::uint64_t code = 0xcbf29ce484222325U; // FNV-1a
    for (const char byte : id) {
        code ^= static_cast<unsigned char>(byte);
        code *= 0x100000001b3U;
    }
    return mixed(code);
}

VisitSums& VisitSums::operator+=(const VisitSums& other) noexcept {
    visits += other.visits;
    judged += other.judged;
    met += other.met;
    answers += other.answers;
    points += other.points;
    return *this;
}

std::size_t Customers::KeyHash::operator()(const VisitKey& key) const noexcept {
    return mixed(key.customer ^ (std::uint64_t{key.touchpoint} << 32U | key.journeys));
}

/// The responses of one piece.
class VisitSink : public ResponseSink {
  public:
    explicit VisitSink(Customers& customers) : customers_(customers) {}

    void               take(const ResponseBlock& responses) override;
    void               hand_over() override;
    [[nodiscard]] bool depends_on_order() const noexcept override { return true; } // one adds at a time
    void               finish() override {}

  private:
    void take(const Response& response);
    /// The visit of the response at hand to a touchpoint; made when it is the first answer about it.
    VisitSums& at(const Response& response, std::uint32_t touchpoint);
    /// The number of the touchpoint that a row names.
    std::uint32_t touchpoint_of(GroupCode code);
    static void   add_answer(const Customers::Measure& measure, Slot slot, VisitSums& visit);

    Customers&                                  customers_;
    std::vector<std::pair<VisitKey, VisitSums>> visits_; ///< of the piece
    Response                                    response_;
    std::size_t                                 first_ = 0; ///< in visits_, of the response at hand
    std::uint64_t                               customer_ = 0, identified_ = 0, unidentified_ = 0;
    std::vector<std::uint32_t>                  known_; ///< touchpoint by group code; `named_by_row` is not known yet
};

VisitSums& VisitSink::at(const Response& response, std::uint32_t touchpoint) {
    for (std::size_t i = first_; i < visits_.size(); ++i) {
        if (visits_[i].first.touchpoint == touchpoint) return visits_[i].second;
    }
    const auto& journeys = customers_.journey_dimension_;
    visits_.push_back({{customer_, touchpoint, journeys ? response.groups[*journeys] : no_group}, {1, 0, 0, 0, 0}});
    return visits_.back().second;
}

std::uint32_t VisitSink::touchpoint_of(GroupCode code) {
    if (code >= known_.size()) known_.resize(code + std::size_t{1}, Customers::named_by_row);
    if (known_[code] != Customers::named_by_row) return known_[code];
    const auto&       touchpoints = customers_.model_->touchpoints;
    const std::string id = customers_.schema_->dimensions[*customers_.touchpoint_dimension_].groups->at(code).id;
    const auto        found =
        std::find_if(touchpoints.begin(), touchpoints.end(), [&](const Touchpoint& t) { return t.id == id; });
    // What no touchpoint of the model means is numbered behind them.
    const std::size_t number =
        found == touchpoints.end() ? touchpoints.size() + code : static_cast<std::size_t>(found - touchpoints.begin());
    known_[code] = static_cast<std::uint32_t>(number);
    return known_[code];
}

void VisitSink::add_answer(const Customers::Measure& measure, Slot slot, VisitSums& visit) {
    if (measure.main) {
        ++visit.answers;
        visit.points += measure.low + static_cast<int>(slot);
    }
    if (!measure.judged) return;
    const bool so_far = visit.judged == 0 || visit.met == 1;
    visit.met = so_far && slot >= measure.needed ? 1 : 0;
    visit.judged = 1;
}

void VisitSink::take(const ResponseBlock& responses) {
    for (std::size_t i = 0; i < responses.size(); ++i) {
        responses.copy(i, response_);
        take(response_);
    }
}

void VisitSink::take(const Response& response) {
    if (response.weight == 0) return; // accepted, and in no figure
    if (response.respondent.empty()) {
        ++unidentified_;
        return;
    }
    ++identified_;
    customer_ = customer_code(response.respondent);
    first_ = visits_.size();
    std::uint32_t here = Customers::named_by_row;
    if (customers_.by_rows()) {
        const GroupCode code = response.groups[*customers_.touchpoint_dimension_];
        if (code != no_group) here = touchpoint_of(code);
        if (code != no_group) at(response, here);
    }
    for (const Customers::Measure& measure : customers_.measures_) {
        const Slot          slot = response.answers[measure.column];
        const std::uint32_t touchpoint = measure.touchpoint == Customers::named_by_row ? here : measure.touchpoint;
        if (slot >= measure.points || touchpoint == Customers::named_by_row) continue;
        add_answer(measure, slot, at(response, touchpoint));
    }
}

void VisitSink::hand_over() {
    for (const auto& [key, sums] : visits_) customers_.visits_[key] += sums;
    customers_.identified_ += identified_;
    customers_.unidentified_ += unidentified_;
    visits_.clear();
    identified_ = unidentified_ = 0;
}

Customers::Customers(const MeasurementModel& model, const Schema& schema)
    : model_(&model),
      schema_(&schema),
      touchpoint_dimension_(dimension_of(schema, RowDimension::Source::touchpoint)),
      journey_dimension_(dimension_of(schema, RowDimension::Source::journey)) {
    add_measures();
}

void Customers::add_measures() {
    const auto main = main_item(*model_);
    const auto main_items = main_touchpoint_items(*model_);
    for (std::size_t i = 0; i < model_->items.size(); ++i) {
        const Item& item = model_->items[i];
        if (is_made(item) || (item.touchpoint.empty() && !by_rows())) continue;
        const Scale scale = scale_of(item);
        Measure     measure{
            schema_->column_of(i), static_cast<std::size_t>(scale.size()), named_by_row, 0, false, false, scale.low};
        for (std::size_t t = 0; t < model_->touchpoints.size() && !item.touchpoint.empty(); ++t) {
            if (model_->touchpoints[t].id == item.touchpoint) measure.touchpoint = static_cast<std::uint32_t>(t);
        }
        const auto threshold = threshold_of(*model_, item);
        measure.judged = threshold.has_value();
        if (threshold) measure.needed = lowest_slot(scale, *threshold);
        // Where each row is feedback, touchpoints are compared by what is asked at all of them.
        measure.main =
            by_rows() && main ? i == *main : std::find(main_items.begin(), main_items.end(), i) != main_items.end();
        measures_.push_back(measure);
    }
}

std::unique_ptr<ResponseSink> Customers::make_sink() { return std::make_unique<VisitSink>(*this); }

std::vector<std::pair<VisitKey, VisitSums>> Customers::visits() const {
    std::vector<std::pair<VisitKey, VisitSums>> sorted(visits_.begin(), visits_.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return sorted;
}

std::string Customers::touchpoint_id(std::uint32_t touchpoint) const {
    if (touchpoint < model_->touchpoints.size()) return model_->touchpoints[touchpoint].id;
    const auto code = static_cast<GroupCode>(touchpoint - model_->touchpoints.size());
    return schema_->dimensions[*touchpoint_dimension_].groups->at(code).id;
}

std::vector<std::size_t> Customers::journeys_of(GroupCode journeys) const {
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < model_->journeys.size() && !journey_dimension_; ++j) found.push_back(j);
    if (!journey_dimension_ || journeys == no_group) return found;
    const RowDimension& dimension = schema_->dimensions[*journey_dimension_];
    for (const GroupCode member : dimension.members_of(journeys)) {
        for (std::size_t j = 0; j < model_->journeys.size(); ++j) {
            if (model_->journeys[j].id == dimension.members[member].id) found.push_back(j);
        }
    }
    return found;
}

void TwoSinks::take(const ResponseBlock& responses) {
    first_->take(responses);
    second_->take(responses);
}

void TwoSinks::hand_over() {
    first_->hand_over();
    second_->hand_over();
}

void TwoSinks::finish() {
    first_->finish();
    second_->finish();
}

} // namespace cx
