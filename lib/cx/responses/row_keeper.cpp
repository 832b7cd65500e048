#include <cx/responses/row_keeper.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/masking.hpp>
#include <cx/base/text.hpp>
#include <cx/responses/identifiers.hpp>

namespace cx {

RowKeeper::RowKeeper(const Binding& binding, const KeepingPlan& plan, const KeyedHash& hash)
    : binding_(binding), plan_(plan), hash_(hash), mapper_(binding), content_(hash) {
    for (const Column& column : binding.recognition->columns) {
        by_marks_.push_back(marks_.size());
        marks_.push_back(RowContent::mark_of(hash, column.code, column.text));
    }
    std::sort(by_marks_.begin(), by_marks_.end(), [&](std::size_t a, std::size_t b) { return marks_[a] < marks_[b]; });
}

void RowKeeper::keep(const Record& record, KeptRows& rows, RowAccount& account) {
    const std::uint64_t rejected = account.rejected;
    if (!mapper_.map(record, response_, account)) {
        if (account.rejected > rejected) refuse(record, rows);
        return;
    }
    KeptRow row;
    row.line = record.line();
    row.day = mapper_.day();
    row.identity = identity_of(record, row.by_content);
    for (std::size_t column = 0; column < marks_.size(); ++column) add_cell(column, text_of(record, column), row, rows);
    row.content = content_of(rows);
    rows.rows.push_back(row);
}

std::string_view RowKeeper::text_of(const Record& record, std::size_t column) {
    const std::string_view text = record.text(column, binding_.recognition->quote, scratch_);
    if (is_valid_utf8(text)) return text;
    throw Error(Place{binding_.recognition->file, static_cast<std::uint64_t>(record.line()), 0,
                      binding_.recognition->columns[column].code},
                fmt::format("the cell has bytes that are no {}", binding_.recognition->encoding),
                "say which encoding the export has: --encoding windows-1252, for example");
}

void RowKeeper::add_cell(std::size_t column, std::string_view text, KeptRow& row, KeptRows& rows) {
    switch (plan_.columns[column]) {
    case Keeping::left_out:
        return rows.add_cell({});
    case Keeping::whole:
        return rows.add_cell(text);
    case Keeping::masked: {
        const std::size_t masked = mask_personal(text, masked_);
        rows.masked += masked;
        return rows.add_cell(masked > 0 ? std::string_view(masked_) : text);
    }
    case Keeping::hashed:
        break;
    }
    const std::string_view id = trim(text);
    if (identifies_nothing(id)) return rows.add_cell({});
    row.respondent = respondent_hash(hash_, id);
    rows.add_cell(hexadecimal(*row.respondent));
}

/// What is kept of the row that is being made.
RowHash RowKeeper::content_of(const KeptRows& rows) {
    content_.begin();
    for (const std::size_t column : by_marks_)
        content_.add(marks_[column], rows.cell(rows.rows.size(), column, marks_.size()));
    return content_.finish(plan_.source);
}

/// Of a row without an id, all that it has, what is not kept included: another list of personal columns is no reason to
/// take it for a new one.
RowHash RowKeeper::identity_of(const Record& record, bool& by_content) {
    const std::string_view id = plan_.response ? trim(text_of(record, *plan_.response)) : std::string_view();
    by_content = identifies_nothing(id);
    if (by_content) {
        content_.begin();
        for (const std::size_t column : by_marks_) content_.add(marks_[column], trim(text_of(record, column)));
        return content_.finish(plan_.source);
    }
    hash_.add("response");
    hash_.add(plan_.source);
    hash_.add(plan_.id_scope);
    hash_.add(id);
    return hash_.finish();
}

void RowKeeper::refuse(const Record& record, KeptRows& rows) {
    const std::string_view text(record.raw(0).data(), record.bytes());
    hash_.add("refused");
    hash_.add(text);
    rows.refused.push_back({record.line(), mapper_.reason(), hash_.finish()});
    if (!plan_.keep_refused) return;
    rows.refused_text += text;
    rows.refused_text += '\n';
}

namespace {

class KeepingSink : public RecordSink {
  public:
    KeepingSink(RowKeeper keeper, KeptRowsTaker& taker, RowAccount& account)
        : keeper_(std::move(keeper)), taker_(taker), account_(account) {}

    void take(const RecordBatch& records) override {
        for (std::size_t row = 0; row < records.size(); ++row) keeper_.keep(records[row], rows_, own_);
    }
    void hand_over() override {
        taker_.take(rows_);
        rows_.clear();
    }
    [[nodiscard]] bool depends_on_order() const noexcept override { return true; }
    void               finish() override { account_.add(own_); }

  private:
    RowKeeper      keeper_;
    KeptRowsTaker& taker_;
    RowAccount&    account_;
    RowAccount     own_;
    KeptRows       rows_;
};

} // namespace

RowAccount keep_responses(Export& source, const ReadOptions& options, const Binding& binding, const KeepingPlan& plan,
                          const KeyedHash& hash, unsigned threads, KeptRowsTaker& taker) {
    RowAccount          account;
    const std::uint64_t legend_rows = read_records(source, options, threads, [&] {
        return std::make_unique<KeepingSink>(RowKeeper(binding, plan, hash), taker, account);
    });
    if (!source.sample.complete()) account.unread_legend_rows = legend_rows;
    return account;
}

} // namespace cx
