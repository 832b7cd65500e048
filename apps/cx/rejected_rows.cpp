#include "rejected_rows.hpp"

#include <cx/base/error.hpp>

#include "output_options.hpp"

namespace cx {

void RejectedRows::add(const Export& source, const std::string& rows) {
    if (file_.empty() || rows.empty()) return;
    if (!text_.empty() && header_file_ != source.recognition.file) {
        throw Error(Place{source.recognition.file, 0, 0, {}},
                    "has rejected rows, and so has an export before it: their headers differ",
                    "import them one at a time, each with a --rejects file of its own");
    }
    header_file_ = source.recognition.file;
    text_ = source.sample.before(source.recognition.data_offset) + rows;
}

void RejectedRows::write() const {
    if (file_.empty() || text_.empty()) return;
    WholeFile to(file_, true);
    to.write(text_);
    to.finish();
}

void RowsSeen::take(const KeptRows& rows) {
    refused_text_ += rows.refused_text;
    for (const KeptRow& row : rows.rows) {
        if (period_ && row.day && period_of(*row.day, period_->kind) == *period_) ++of_period_;
    }
    next_.take(rows);
}

} // namespace cx
