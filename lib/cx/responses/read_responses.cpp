#include <cx/responses/read_responses.hpp>

#include <optional>

#include <cx/base/error.hpp>
#include <cx/exports/records.hpp>
#include <cx/responses/response_mapper.hpp>

namespace cx {

namespace {

[[noreturn]] void throw_placed(const RowError& error, const std::string& file, std::int64_t line) {
    throw Error(Place{file, static_cast<std::uint64_t>(error.line + line), 0, error.column}, error.found, error.advice);
}

/// Maps the records of a piece and keeps, beside them, what became of its rows.
class MappingSink : public RecordSink {
  public:
    MappingSink(const Binding& binding, std::unique_ptr<ResponseSink> responses, RowAccount& account)
        : file_(binding.recognition->file), mapper_(binding), responses_(std::move(responses)), account_(account) {}

    void take(const Record& record) override {
        try {
            if (mapper_.map(record, response_, piece_)) responses_->take(response_);
        } catch (const RowError& error) {
            if (!first_error_ || error.line < first_error_->line) first_error_ = error;
        }
    }
    void drop() override {
        piece_ = {};
        first_error_.reset();
        responses_->drop();
    }
    void hand_over(std::int64_t line) override {
        if (first_error_) throw_placed(*first_error_, file_, line);
        account_.add(piece_, line);
        piece_ = {};
        responses_->hand_over();
    }

  private:
    const std::string&            file_;
    ResponseMapper                mapper_;
    std::unique_ptr<ResponseSink> responses_;
    RowAccount&                   account_;
    RowAccount                    piece_;
    Response                      response_;
    std::optional<RowError>       first_error_;
};

} // namespace

RowAccount read_responses(Export& source, const ReadOptions& options, const Binding& binding, unsigned threads,
                          const std::function<std::unique_ptr<ResponseSink>()>& make_sink) {
    RowAccount account;
    if (binding.request->unique) {
        MappingSink sink(binding, make_sink(), account);
        read_records_in_order(source, options, [&sink](const Record& record) { sink.take(record); });
        sink.hand_over(0);
    } else {
        read_records(source, options, threads,
                     [&] { return std::make_unique<MappingSink>(binding, make_sink(), account); });
    }
    return account;
}

} // namespace cx
