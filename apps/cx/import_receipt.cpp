#include "import_receipt.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace cx {

namespace {

using Level = Notice::Level;

/// `unfinished 15, preview 5`: the commonest three reasons of rows with one outcome.
std::string reasons_of(const RowAccount& account, Outcome outcome) {
    std::vector<RowAccount::Reason> reasons;
    for (const RowAccount::Reason& reason : account.reasons) {
        if (reason.outcome == outcome) reasons.push_back(reason);
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.rows > b.rows; });
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(reasons.size(), 3); ++i) {
        const auto& lines = reasons[i].first;
        const auto  shown = lines.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(lines.size(), 3));
        text += fmt::format("{}{} {} ({} {}{})", text.empty() ? "" : ", ", reasons[i].text, reasons[i].rows,
                            reasons[i].rows == 1 ? "line" : "lines", fmt::join(lines.begin(), shown, ", "),
                            reasons[i].rows > 3 ? ", ..." : "");
    }
    return text;
}

std::vector<std::string> columns_with(const ImportedExport& done, Keeping keeping) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < done.plan.columns.size(); ++i) {
        if (done.plan.columns[i] == keeping) names.push_back(done.recognition.columns[i].code);
    }
    return names;
}

class Receipt {
  public:
    void line(std::string_view what, const std::string& text) {
        notices_.push_back({Level::information, fmt::format("  {:<14} {}", what, text)});
    }
    void count(std::string_view what, std::uint64_t rows, const std::string& more = {}) {
        if (rows > 0) line(what, fmt::format("{}{}{}", rows, more.empty() ? "" : "  ", more));
    }
    void                  warn(const std::string& text) { notices_.push_back({Level::warning, text}); }
    void                  head(const std::string& text) { notices_.push_back({Level::information, text}); }
    void                  add(const Notices& more) { notices_.insert(notices_.end(), more.begin(), more.end()); }
    [[nodiscard]] Notices take() { return std::move(notices_); }

  private:
    Notices notices_;
};

void add_rows(Receipt& receipt, const ImportedExport& done, const std::string& rejects) {
    const RowAccount&    account = done.account;
    const ImportReceipt& kept = done.receipt;
    receipt.count(done.to_archive ? "new" : "written", kept.added);
    receipt.count("updated", kept.updated);
    receipt.count("already there", kept.already_there,
                  kept.changed == 0 ? ""
                                    : fmt::format("{} of them with other answers, left as they were", kept.changed));
    receipt.count("forgotten", kept.forgotten, "of customers who were erased from the archive");
    receipt.count("left out", account.filtered, reasons_of(account, Outcome::filtered));
    receipt.count(
        "rejected", account.rejected,
        fmt::format("{}; {}", reasons_of(account, Outcome::rejected),
                    rejects.empty() ? "to see and mend them: --rejects FILE" : "all of them are in " + rejects));
    if (account.short_rows > 0)
        receipt.line("short",
                     fmt::format("{} with fewer cells than the header; the last ones are blank", account.short_rows));
}

void add_dates(Receipt& receipt, const ImportReceipt& kept) {
    std::optional<Day>       first;
    std::optional<Day>       last;
    std::vector<std::string> waves;
    for (const auto& [name, wave] : kept.waves) {
        if (wave.first_day) first = first ? std::min(*first, *wave.first_day) : *wave.first_day;
        if (wave.last_day) last = last ? std::max(*last, *wave.last_day) : *wave.last_day;
        waves.push_back(fmt::format("{}: {} new{}", name, wave.added,
                                    wave.updated > 0 ? fmt::format(", {} updated", wave.updated) : ""));
    }
    if (first) receipt.line("dates", fmt::format("{} to {}", to_string(*first), to_string(*last)));
    if (!waves.empty()) receipt.line("waves", fmt::format("{}", fmt::join(waves, "; ")));
}

void add_privacy(Receipt& receipt, const ImportedExport& done) {
    const auto left_out = columns_with(done, Keeping::left_out);
    const auto hashed = columns_with(done, Keeping::hashed);
    if (!left_out.empty()) receipt.line("personal", fmt::format("left out: {}", fmt::join(left_out, ", ")));
    if (!hashed.empty()) receipt.line("hashed", fmt::format("{}", fmt::join(hashed, ", ")));
    receipt.count("masked", done.receipt.masked, "addresses, telephone numbers and codes in texts");
}

void add_identity(Receipt& receipt, const ImportedExport& done) {
    if (!done.to_archive) return;
    const ImportReceipt& kept = done.receipt;
    if (done.ids_repeat)
        receipt.warn(fmt::format("{}: over 1 % of the response ids repeat, and so they identify nothing",
                                 done.recognition.file));
    if (kept.by_content > 0) {
        receipt.line("known by", kept.with_id == 0
                                     ? "content: there are no response ids; equal rows of one export all count"
                                     : fmt::format("response id, and {} rows without one by content", kept.by_content));
    }
    if (kept.changed > 0)
        receipt.warn(fmt::format("{}: {} {} in the archive with other answers; --update puts these in their place",
                                 done.recognition.file, kept.changed,
                                 kept.changed == 1 ? "response is" : "responses are"));
}

} // namespace

Notices receipt_of(const ImportedExport& done, const std::string& rejects) {
    Receipt receipt;
    receipt.head(fmt::format("{}: {} export, {}; {} rows", done.recognition.file, done.recognition.dialect,
                             done.recognition.encoding, done.account.rows()));
    add_rows(receipt, done, rejects);
    add_dates(receipt, done.receipt);
    add_privacy(receipt, done);
    add_identity(receipt, done);
    receipt.add(done.recognition.notices);
    return receipt.take();
}

} // namespace cx
