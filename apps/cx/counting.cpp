#include "counting.hpp"

#include <memory>
#include <utility>

#include <cx/responses/binding.hpp>
#include <cx/responses/read_responses.hpp>

#include "accounting.hpp"

namespace cx {

Counting::Counting(const MeasurementModel& model, const ResponseRequest& request, const Recognition& first)
    : request_(&request),
      schema_(make_schema(model, request, first)),
      layout_(model, schema_),
      tallies_(layout_, !model.columns.weight.empty(), request.most_groups),
      customers_(model, schema_) {}

void Counting::count(Export& source, const InputOptions& input, const SpeechOptions& speech, ScoreTable& table) {
    const Binding binding = bind(layout_.model(), schema_, *request_, source.recognition);
    const auto    make_sink = [&]() -> std::unique_ptr<ResponseSink> {
        if (!request_->respondents) return tallies_.make_sink();
        return std::make_unique<TwoSinks>(tallies_.make_sink(), customers_.make_sink());
    };
    const RowAccount account = read_responses(source, input.read_options(), binding, input.threads_to_use(), make_sink);
    if (binding.weight) table.weights = source.recognition.columns[*binding.weight].code;
    speech.say(notices_of(binding, account));
    table.inputs.push_back(input_account(source.recognition, account));
    rows_.add(account);
}

void Counting::count_all(Export& first, const InputOptions& input, const SpeechOptions& speech, ScoreTable& table) {
    count(first, input, speech, table);
    for (std::size_t i = 1; i < input.files.size(); ++i) {
        Export next = open_export(input.files[i], input.read_options());
        count(next, input, speech, table);
    }
}

} // namespace cx
