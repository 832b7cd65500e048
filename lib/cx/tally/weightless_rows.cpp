#include <cx/tally/weightless_rows.hpp>

namespace cx {

class WeightlessSink : public ResponseSink {
  public:
    explicit WeightlessSink(WeightlessRows& rows) : rows_(rows), own_(rows.period_) {}

    void take(const ResponseBlock& responses) override {
        const GroupCode* const periods = responses.groups(rows_.period_);
        for (std::size_t i = 0; i < responses.size(); ++i) {
            if (responses.weights()[i] > 0 || periods[i] == no_group) continue;
            ++own_.rows_[periods[i]];
            for (std::size_t d = 0; d < responses.dimensions(); ++d) {
                if (responses.groups(d)[i] == no_group) ++own_.ungrouped_[{d, periods[i]}];
            }
        }
    }
    void               hand_over() override {}
    [[nodiscard]] bool depends_on_order() const noexcept override { return false; }
    void               finish() override {
        const std::lock_guard lock(rows_.adding_);
        for (const auto& [period, rows] : own_.rows_) rows_.rows_[period] += rows;
        for (const auto& [where, rows] : own_.ungrouped_) rows_.ungrouped_[where] += rows;
        own_.rows_.clear();
        own_.ungrouped_.clear();
    }

  private:
    WeightlessRows& rows_;
    WeightlessRows  own_;
};

std::unique_ptr<ResponseSink> WeightlessRows::make_sink() { return std::make_unique<WeightlessSink>(*this); }

std::uint64_t WeightlessRows::ungrouped(std::size_t dimension, GroupCode period) const {
    const auto rows = ungrouped_.find({dimension, period});
    return rows == ungrouped_.end() ? 0 : rows->second;
}

} // namespace cx
