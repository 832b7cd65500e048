#include "importing.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cx/archive/archive_file.hpp>
#include <cx/archive/archive_key.hpp>
#include <cx/archive/archive_upkeep.hpp>
#include <cx/archive/archive_writer.hpp>
#include <cx/base/digest.hpp>
#include <cx/base/error.hpp>
#include <cx/model/as_asked.hpp>
#include <cx/model/personal_columns.hpp>
#include <cx/responses/binding.hpp>
#include <cx/responses/row_keeper.hpp>
#include <cx/tally/counts_file.hpp>

#include "accounting.hpp"
#include "clean_csv.hpp"
#include "import_receipt.hpp"
#include "moment_of_run.hpp"
#include "rejected_rows.hpp"

namespace cx {

namespace {

/// An export with the digest of what is read of it.
struct OpenedExport {
    std::unique_ptr<Sha256> digest;
    Export                  source;
};

OpenedExport open_for_import(const ImportOptions& options, const std::string& file) {
    constexpr std::size_t head_size = 1024;
    const ReadOptions     reading = options.input.read_options();
    auto                  digest = std::make_unique<Sha256>();
    auto                  bytes = open_input(file, reading.member);
    std::string           head = read_head(*bytes, head_size);
    if (starts_counts(head) || starts_archive(head)) {
        throw Error(Place{file, 0, 0, {}},
                    fmt::format("is {}, which holds no rows of an export",
                                starts_counts(head) ? "a counts file" : "an archive"),
                    "import the exports themselves");
    }
    bytes = digested(replayed(std::move(head), std::move(bytes)), *digest);
    return {std::move(digest), open_export(file, std::move(bytes), reading)};
}

/// Columns that hold personal data and are not to be kept.
std::vector<std::size_t> personal_of(const ImportOptions& options, const MeasurementModel& model,
                                     const Export& source) {
    std::vector<std::size_t> kept;
    for (const std::string& name : options.keep_personal) {
        const auto column = find_column(source.recognition, name);
        if (!column)
            throw Error(Place{source.recognition.file, 0, 0, {}}, fmt::format("there is no column '{}' to keep", name),
                        "cx model lists the columns");
        kept.push_back(*column);
    }
    std::vector<std::size_t> left_out;
    for (const PersonalColumn& found : personal_columns(model, source)) {
        if (std::find(kept.begin(), kept.end(), found.column) != kept.end()) continue;
        left_out.push_back(found.column);
    }
    return left_out;
}

std::string name_of(const std::string& file) { return std::filesystem::path(file).filename().string(); }

/// What is asked of an export's rows: each is looked at as it will be when it is scored.
ResponseRequest import_request(const ImportOptions& options, const MeasurementModel& model) {
    ResponseRequest request;
    request.strict = options.input.strict;
    request.dated = options.wave.empty() && !options.into.empty();
    request.last_day = !model.columns.date.empty();
    if (request.dated && model.columns.date.empty()) {
        throw Error("the model names no column with dates, and so no response has a month",
                    "name it in cx.toml: [columns] date = \"...\"; or say which wave it is: --wave 2026-10");
    }
    return request;
}

/// A key for one run, where none is to be left behind.
ArchiveKey passing_key() {
    std::random_device chance;
    ArchiveKey         key;
    for (int i = 0; i < 8; ++i) key.bytes += fmt::format("{:08x}", chance());
    return key;
}

/// What all exports of a run share.
class Importing {
  public:
    explicit Importing(const ImportOptions& options) : options_(options), rejected_(options.rejects) {
        const std::string& beside = options.into.empty() ? options.to_csv : options.into;
        const bool         leaves_nothing = beside == "-" || (options.dry_run && !is_there(beside));
        const bool         is_given = !options.key_file.empty() || std::getenv("CX_KEY") != nullptr;
        key_ = leaves_nothing && !is_given ? passing_key() : archive_key(beside, options.key_file);
    }

    void run() {
        if (options_.into.empty()) {
            write_csv();
        } else {
            while (!import_all()) start_anew(); // another import has made the archive meanwhile: go on in that one
        }
        report();
    }

  private:
    void write_csv() {
        CleanCsv csv(options_.to_csv, options_.raw);
        for (const std::string& file : options_.input.files) {
            OpenedExport   opened = open_for_import(options_, file);
            ImportedExport done = prepared(opened.source);
            csv.begin(file, kept_columns(done.plan, done.recognition));
            read(opened.source, done, csv);
            done.receipt.added = done.account.accepted;
            results_.push_back(std::move(done));
        }
        rejected_.write();
        check_expected();
        if (!options_.dry_run) csv.finish();
    }

    void start_anew() {
        results_.clear();
        rejected_.clear();
    }

    /// False where the archive is to be opened anew.
    bool import_all() {
        ArchiveFile archive(options_.into, key_check(key_.bytes));
        Transaction change(archive.database());
        if (!options_.replace.empty()) take_out(archive.database());
        for (const std::string& file : options_.input.files) import(archive.database(), file);
        rejected_.write();
        check_expected();
        if (options_.dry_run) return true;
        change.keep();
        return !archive.is_new() || archive.publish();
    }

    void take_out(const Database& archive) {
        const auto removed = take_out_wave(archive, options_.replace);
        if (!removed)
            throw Error(Place{options_.into, 0, 0, {}},
                        fmt::format("there is no wave '{}' to replace", options_.replace),
                        "cx import --into ARCHIVE --list shows them");
        options_.speech.say({{Notice::Level::information, fmt::format("{}: {} responses of wave {} are taken out",
                                                                      options_.into, *removed, options_.replace)}});
    }

    void import(const Database& archive, const std::string& file) {
        archive.run("SAVEPOINT export");
        ImportedExport done = try_import(archive, file, true);
        if (done.receipt.ids_repeat()) {
            if (file == "-")
                throw Error(Place{file, 0, 0, {}}, "over 1 % of the response ids repeat, and so they identify nothing",
                            "take response out of [columns] in cx.toml, or import a file");
            archive.run("ROLLBACK TO export");
            done = try_import(archive, file, false);
            done.ids_repeat = true;
        }
        archive.run("RELEASE export");
        refuse_clashes(done);
        results_.push_back(std::move(done));
    }

    ImportedExport try_import(const Database& archive, const std::string& file, bool with_ids) {
        OpenedExport   opened = open_for_import(options_, file);
        ImportedExport done = prepared(opened.source);
        if (!with_ids) done.plan.response.reset();
        const ImportSource source = source_of(done, file);
        ArchiveWriter      writer(archive, source, options_.update);
        read(opened.source, done, writer);
        const RowAccount& account = done.account;
        done.receipt = writer.finish({account.rows(), account.rejected, account.filtered, opened.digest->digits()});
        return done;
    }

    /// What is to be kept of an export, before its rows are read.
    ImportedExport prepared(const Export& source) {
        ImportedExport done;
        done.recognition = source.recognition;
        done.to_archive = !options_.into.empty();
        const MeasurementModel&   model = model_for(source);
        const SurveySource* const from = source_of_file(model, source.recognition.file);
        done.model = as_asked(model, source.recognition, from != nullptr ? from->name : std::string(), options_.wave);
        done.plan =
            plan_keeping(done.model, done.recognition, personal_of(options_, done.model, source), !options_.unmasked);
        if (from != nullptr) done.plan.source = from->name;
        if (from != nullptr && from->ids_by_file) done.plan.id_scope = name_of(source.recognition.file);
        done.plan.by_month = done.to_archive && options_.wave.empty();
        done.plan.keep_refused = !options_.rejects.empty();
        return done;
    }

    void read(Export& source, ImportedExport& done, KeptRowsTaker& taker) {
        const ResponseRequest request = import_request(options_, done.model);
        const Schema          schema = make_schema(done.model, request, done.recognition);
        const Binding         binding = bind(done.model, schema, request, done.recognition);
        RowsSeen              seen(taker, parse_period(options_.expect));
        done.account = keep_responses(source, options_.input.read_options(), binding, done.plan, KeyedHash(key_.bytes),
                                      options_.input.threads_to_use(), seen);
        // A wave that is named so has all of its export's responses, dated or not.
        done.expected = options_.wave == options_.expect ? done.account.accepted : seen.of_period();
        rejected_.add(source, seen.refused_text());
    }

    [[nodiscard]] ImportSource source_of(const ImportedExport& done, const std::string& file) const {
        ImportSource source;
        source.file = name_of(file);
        source.source = done.plan.source;
        source.dialect = done.recognition.dialect;
        source.encoding = done.recognition.encoding;
        source.model_sha256 = model_->sha256;
        source.wave = options_.wave;
        source.columns = kept_columns(done.plan, done.recognition);
        source.at = moment_of_run();
        return source;
    }

    const MeasurementModel& model_for(const Export& first) {
        if (model_) return *model_;
        Notices notices;
        model_ = options_.input.model_for(first, notices, {false, {}, options_.wave});
        options_.speech.say(notices);
        if (model_->recognised) {
            throw Error(Place{first.recognition.file, 0, 0, {}}, "no model file says what its columns mean",
                        fmt::format("write one, look at it, and name it with --model: cx model {} > cx.toml",
                                    shell_word(first.recognition.file)));
        }
        return *model_;
    }

    static void refuse_clashes(const ImportedExport& done) {
        const ImportReceipt& receipt = done.receipt;
        if (!receipt.ids_clash()) return;
        std::string pairs;
        for (const ImportReceipt::Clash& clash : receipt.clashes)
            pairs += fmt::format("{}line {} and a response of wave {} from {} ({})", pairs.empty() ? "" : "; ",
                                 clash.line, clash.wave, clash.file, clash.at.substr(0, 10));
        throw Error(Place{done.recognition.file, 0, 0, {}},
                    fmt::format("{} of {} response ids are in the archive with other answers: {}", receipt.changed,
                                receipt.with_id, pairs),
                    "where ids start again in every file, say so in cx.toml: [[source]] id_scope = \"file\"; where "
                    "answers were changed: --update");
    }

    /// What a job expects of its export: one that failed to fetch it must not pass for a quiet month.
    void check_expected() const {
        RowAccount    all;
        std::uint64_t expected = 0;
        for (const ImportedExport& done : results_) {
            all.add(done.account);
            expected += done.expected;
        }
        if (all.accepted == 0)
            throw Error(Place{options_.input.files.front(), 0, 0, {}}, "no row was accepted",
                        "is this the whole export?");
        if (!options_.expect.empty() && expected < std::max<std::uint64_t>(options_.at_least, 1)) {
            throw Error(fmt::format("{} {} of {}, and at least {} expected", expected,
                                    expected == 1 ? "response is" : "responses are", options_.expect,
                                    options_.at_least > 1 ? fmt::format("{} are", options_.at_least) : "1 is"),
                        "nothing was imported; was the export fetched whole?");
        }
        const auto share = options_.rejected_share();
        if (share && static_cast<double>(all.rejected) > *share * static_cast<double>(all.rows()))
            throw Error(fmt::format("{} of {} rows were rejected, more than {}", all.rejected, all.rows(),
                                    options_.most_rejected),
                        "nothing was imported; --rejects FILE shows them");
    }

    void report() const {
        if (key_.made)
            options_.speech.say(
                {{Notice::Level::information,
                  fmt::format("{} was made: the key that ids are hashed with; keep a copy elsewhere", key_.file)}});
        for (const ImportedExport& done : results_)
            options_.speech.say(receipt_of(done, rejected_.any() ? options_.rejects : ""));
        if (rejected_.any())
            options_.speech.say({{Notice::Level::warning,
                                  fmt::format("{} holds rejected rows as they were, personal values included: mend "
                                              "them, import the file, and delete it",
                                              options_.rejects)}});
        if (options_.dry_run)
            options_.speech.say({{Notice::Level::information, "nothing was written: this was a dry run"}});
    }

    const ImportOptions&            options_;
    ArchiveKey                      key_;
    std::optional<MeasurementModel> model_;
    RejectedRows                    rejected_;
    std::vector<ImportedExport>     results_;
};

} // namespace

void import_exports(const ImportOptions& options) { Importing(options).run(); }

} // namespace cx
