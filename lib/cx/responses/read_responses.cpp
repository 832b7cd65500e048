#include <cx/responses/read_responses.hpp>

#include <algorithm>
#include <utility>

#include <cx/exports/records.hpp>
#include <cx/responses/block_mapper.hpp>

namespace cx {

namespace {

/// Maps records, and keeps what became of their rows.
class MappingSink : public RecordSink {
  public:
    MappingSink(const Binding& binding, std::unique_ptr<ResponseSink> responses, RowAccount& account)
        : mapper_(binding), responses_(std::move(responses)), account_(account), block_(*binding.schema) {}

    void take(const RecordBatch& records) override {
        for (std::size_t row = 0; row < records.size(); row += CellBlock::most) {
            if (block_.size() + CellBlock::most > ResponseBlock::most) pass_on();
            mapper_.map(records, row, std::min(CellBlock::most, records.size() - row), block_, own_);
        }
        pass_on();
    }
    void               hand_over() override { responses_->hand_over(); }
    [[nodiscard]] bool depends_on_order() const noexcept override { return responses_->depends_on_order(); }
    void               finish() override {
        responses_->finish();
        account_.add(own_);
    }

  private:
    void pass_on() {
        if (block_.size() > 0) responses_->take(block_);
        block_.clear();
    }

    BlockMapper                   mapper_;
    std::unique_ptr<ResponseSink> responses_;
    RowAccount&                   account_;
    RowAccount                    own_;
    ResponseBlock                 block_;
};

} // namespace

RowAccount read_responses(Export& source, const ReadOptions& options, const Binding& binding, unsigned threads,
                          const std::function<std::unique_ptr<ResponseSink>()>& make_sink) {
    RowAccount account;
    // Which of two equal response ids comes first is known on one thread alone.
    const std::uint64_t legend_rows = read_records(source, options, binding.request->unique ? 1 : threads, [&] {
        return std::make_unique<MappingSink>(binding, make_sink(), account);
    });
    if (!source.sample.complete()) account.unread_legend_rows = legend_rows;
    return account;
}

RowAccount read_responses(const ArchivePart& part, const Binding& binding, unsigned threads,
                          const std::function<std::unique_ptr<ResponseSink>()>& make_sink) {
    RowAccount account;
    read_records(part, used_columns(binding), threads,
                 [&] { return std::make_unique<MappingSink>(binding, make_sink(), account); });
    return account;
}

} // namespace cx
