#include "counting.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/nearest.hpp>
#include <cx/model/as_asked.hpp>
#include <cx/responses/binding.hpp>
#include <cx/responses/read_responses.hpp>
#include <cx/tally/counts_check.hpp>

#include "accounting.hpp"

namespace cx {

namespace {

/// The model as one file or wave was asked; itself where all were asked alike.
class AskedModel {
  public:
    AskedModel(const MeasurementModel& model, const Recognition& recognition, const std::string& source,
               const std::string& wave)
        : model_(&model) {
        if (model.sources.empty() && model.wordings.empty()) return;
        own_ = as_asked(model, recognition, source, wave);
        model_ = &*own_;
    }
    AskedModel(const AskedModel&) = delete;
    AskedModel& operator=(const AskedModel&) = delete;
    ~AskedModel() = default;

    [[nodiscard]] const MeasurementModel& model() const noexcept { return *model_; }

  private:
    std::optional<MeasurementModel> own_;
    const MeasurementModel*         model_;
};

/// Whether the name of a response's export tells anything of it.
bool uses_file(const MeasurementModel& model, const Schema& schema) {
    const auto is_file = [](const RowDimension& dimension) { return dimension.source == RowDimension::Source::file; };
    if (std::any_of(schema.dimensions.begin(), schema.dimensions.end(), is_file)) return true;
    const ColumnRoles& columns = model.columns;
    const auto         is_told = [](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), "@file") != names.end();
    };
    return is_told(columns.touchpoint) || is_told(columns.stage) || is_told(columns.channel);
}

} // namespace

Counting::Counting(const MeasurementModel& model, const ResponseRequest& request, const Recognition& first)
    : request_(&request),
      schema_(make_schema(model, request, first)),
      layout_(model, schema_),
      tallies_(layout_, !model.columns.weight.empty(), request.most_groups),
      customers_(model, schema_) {}

void Counting::count(Export& source, const InputOptions& input, const SpeechOptions& speech, ScoreTable& table) {
    const MeasurementModel&   model = layout_.model();
    const SurveySource* const from = source_of_file(model, source.recognition.file);
    const AskedModel          asked(model, source.recognition, from != nullptr ? from->name : std::string(), {});
    const Binding             binding = bind(asked.model(), schema_, *request_, source.recognition);
    const RowAccount          account =
        read_responses(source, input.read_options(), binding, input.threads_to_use(), [&] { return make_sink(); });
    if (binding.weight) table.weights = source.recognition.columns[*binding.weight].code;
    speech.say(notices_of(binding, account));
    table.inputs.push_back(input_account(source.recognition, account));
    inputs_.add_export(source.recognition.file);
    rows_.add(account);
}

void Counting::count(const ArchiveInput& source, const InputOptions& input, const SpeechOptions& speech,
                     ScoreTable& table) {
    const bool by_file = uses_file(layout_.model(), schema_);
    RowAccount all;
    Notices    notices;
    const auto parts = source.parts(by_file);
    for (const ArchivePart& part : parts) {
        const AskedModel asked(layout_.model(), part.recognition, part.source, part.wave_name);
        if (!asks_any(asked.model(), part.recognition)) {
            notices.push_back(
                {Notice::Level::warning,
                 fmt::format("wave {} is left out: it asks none of the questions on these scales", part.wave_name)});
            continue;
        }
        Binding binding = bind(asked.model(), schema_, *request_, part.recognition);
        binding.wave = part.wave_name;
        if (binding.weight) table.weights = part.recognition.columns[*binding.weight].code;
        const RowAccount account = read_responses(part, binding, input.threads_to_use(), [&] { return make_sink(); });
        const Notices    more = notices_of_part(binding, account, part.wave_name);
        notices.insert(notices.end(), more.begin(), more.end());
        all.add(account);
    }
    speech.say({archive_notice(source, all)});
    speech.say(notices);
    Recognition described = parts.front().recognition;
    described.file = source.archive->file();
    table.inputs.push_back(input_account(described, all));
    inputs_.add_export(described.file);
    rows_.add(all);
}

std::unique_ptr<ResponseSink> Counting::make_sink() {
    if (weightless_) return std::make_unique<TwoSinks>(tallies_.make_sink(), weightless_->make_sink());
    if (!request_->respondents) return tallies_.make_sink();
    return std::make_unique<TwoSinks>(tallies_.make_sink(), customers_.make_sink());
}

void Counting::add(CountsInput& counts, CountsReader& reader, const CountsOptions& options, const SpeechOptions& speech,
                   ScoreTable& table) {
    options.refuse_unfit(counts.file, *request_, layout_.model());
    const auto       bytes = [&counts](char* to, std::size_t size) { return counts.bytes->read(to, size); };
    const CountsRead read = reader.read(counts.file, bytes, {options.allow_no_end, request_->from, request_->to});
    counts.bytes.reset();
    if (options.writes() && read.periods) {
        throw Error(Place{counts.file, 0, 0, {}},
                    "has counts apart by period, and counts that are written from it would have no periods",
                    "keep it, and name it beside the others where they are scored");
    }
    if (tallies_.weighted() && table.weights.empty()) table.weights = layout_.model().columns.weight.front();
    check_dimensions(reader, read.dimensions, counts.file);
    note_dimensions(reader, read.dimensions);
    Recognition described;
    described.file = counts.file;
    described.dialect = "counts";
    described.encoding = "UTF-8";
    speech.say(notices_of_counts(counts.file, schema_, read, layout_.model()));
    table.inputs.push_back(input_account(described, read.account));
    if (read.filters != std::set<std::string>{""})
        table.inputs.back().filters.assign(read.filters.begin(), read.filters.end());
    inputs_.add(counts.file, read);
    rows_.add(read.account);
}

void Counting::count_all(SurveyFiles& files, const InputOptions& input, const CountsOptions& options,
                         const SpeechOptions& speech, ScoreTable& table) {
    const auto period = options.period_dimension(schema_);
    if (period && tallies_.weighted()) weightless_.emplace(*period);
    std::optional<CountsReader> reader;
    std::string                 first_counts;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto opened = files.take(i);
        if (auto* source = std::get_if<Export>(&opened)) {
            count(*source, input, speech, table);
            continue;
        }
        if (const auto* archive = std::get_if<ArchiveInput>(&opened)) {
            count(*archive, input, speech, table);
            continue;
        }
        auto& counts = std::get<CountsInput>(opened);
        if (!reader) {
            reader.emplace(tallies_);
            first_counts = counts.file;
        }
        add(counts, *reader, options, speech, table);
    }
    if (!reader) return;
    speech.say(inputs_.doubts());
    check_counts(tallies_, rows_, reader->untold_rows(), files.size() == 1 ? first_counts : std::string());
    say_absent(*reader, files.size(), speech);
    if (options.writes()) say_left_out(speech);
}

void Counting::note_dimensions(const CountsReader& reader, const std::set<std::string>& dimensions) {
    std::set<std::string> read{"all"}, others;
    for (std::size_t g = 0; g < schema_.groupings.size(); ++g) {
        read.insert(reader.dimension_of(g));
        read.insert(schema_.groupings[g].name);
    }
    for (const std::string& dimension : dimensions) {
        const bool in_all = !left_out_ || left_out_->contains(dimension);
        if (in_all && !read.contains(dimension)) others.insert(dimension);
    }
    left_out_ = std::move(others);
}

/// Who names break-downs has chosen.
void Counting::say_left_out(const SpeechOptions& speech) const {
    if (!request_->by_default || !left_out_ || left_out_->empty()) return;
    speech.say({{Notice::Level::warning,
                 fmt::format("the counts that are read are also by {}, and those that are written are not; name in "
                             "--by all that is to be kept",
                             fmt::join(*left_out_, ", "))}});
}

void Counting::check_dimensions(const CountsReader& reader, const std::set<std::string>& dimensions,
                                const std::string& file) {
    for (const std::size_t grouping : reader.lacking(dimensions)) {
        const ResolvedGrouping& lacking = schema_.groupings[grouping];
        const bool              by_itself = request_->by_default && lacking.printed &&
                               std::none_of(request_->supporting.begin(), request_->supporting.end(),
                                            [&](const Grouping& asked) { return asked.name() == lacking.name; });
        if (by_itself) {
            absent_[grouping].push_back(file);
            continue;
        }
        const std::string&             wanted = reader.dimension_of(grouping);
        const std::vector<std::string> known(dimensions.begin(), dimensions.end());
        const auto                     meant = nearest(wanted, known);
        throw Error(Place{file, 0, 0, {}},
                    lacking.printed  ? fmt::format("has no counts by {}", wanted)
                    : lacking.unseen ? fmt::format("has no counts by {}, without which small groups of {} could be "
                                                   "told from one another",
                                                   wanted, "stages, channels and owners")
                                     : fmt::format("has no counts by {}, which a target or the view needs", wanted),
                    !lacking.printed && !lacking.unseen
                        ? fmt::format("count every export again with this model and the same --view: --write-counts "
                                      "takes along what they need; it has {}",
                                      fmt::join(known, ", "))
                    : meant && lacking.printed
                        ? fmt::format("did you mean '{}'?", *meant)
                        : fmt::format("it has {}; count with --by {} --write-counts", fmt::join(known, ", "), wanted));
    }
}

void Counting::say_absent(const CountsReader& reader, std::size_t files, const SpeechOptions& speech) const {
    Notices notices;
    for (const auto& [grouping, lacking] : absent_) {
        const std::string& wanted = reader.dimension_of(grouping);
        if (lacking.size() < files) {
            throw Error(Place{lacking.front(), 0, 0, {}},
                        fmt::format("has no counts by {}, and other files have", wanted),
                        "choose with --by what all of them have, or count this one anew");
        }
        notices.push_back({Notice::Level::information, fmt::format("the counts are not by {}", wanted)});
    }
    speech.say(notices);
}

Recognition recognition_for(const SurveyFiles& files, const ResponseRequest& request) {
    if (files.first_export() != nullptr) return files.first_export()->recognition;
    Recognition recognition;
    recognition.file = *files.first_counts();
    std::set<std::string> names;
    for (const auto* list : {&request.groupings, &request.supporting}) {
        for (const Grouping& grouping : *list) {
            for (const DimensionName& part : grouping.parts) names.insert(part.name);
        }
    }
    for (const std::string& name : names) recognition.columns.push_back({name, name, {name}, {}});
    return recognition;
}

} // namespace cx
