#pragma once

// Archives made for tests: a folder of their own, exports of a few columns, rows of texts.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <cx/archive/archive_file.hpp>
#include <cx/archive/archive_writer.hpp>
#include <cx/archive/row_content.hpp>
#include <cx/base/keyed_hash.hpp>

namespace cx::testing {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::random_device chance;
        path_ = std::filesystem::temp_directory_path() / ("cx-archive-" + std::to_string(chance()));
        std::filesystem::create_directory(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

inline const std::string key = "a key of the tests of archives";

/// One row: its id (empty: known by content), its day, its cells.
struct MadeRow {
    std::string              id, day;
    std::vector<std::string> cells;
    std::string              respondent = {};
};

inline ImportSource source_of(const std::vector<std::string>& codes, const std::string& file = "survey.csv") {
    ImportSource source;
    source.file = file;
    source.dialect = "plain";
    source.encoding = "UTF-8";
    source.model_sha256 = "model";
    source.at = "2026-11-05T06:30:00Z";
    for (const std::string& code : codes) source.columns.push_back({{code, "Text of " + code, {code}, {}}, false});
    return source;
}

inline KeptRows rows_of(const ImportSource& source, const std::vector<MadeRow>& made) {
    KeyedHash  hash(key);
    RowContent content(hash);
    KeptRows   rows;
    for (const MadeRow& row : made) {
        KeptRow kept;
        kept.line = static_cast<std::int64_t>(rows.rows.size()) + 2;
        kept.day = parse_iso_day(row.day);
        content.begin();
        std::vector<std::pair<RowHash, std::string>> marked;
        for (std::size_t i = 0; i < source.columns.size(); ++i) {
            rows.add_cell(row.cells.at(i));
            const Column& question = source.columns[i].question;
            marked.emplace_back(RowContent::mark_of(hash, question.code, question.text), row.cells.at(i));
        }
        std::sort(marked.begin(), marked.end());
        for (const auto& [mark, text] : marked) content.add(mark, text);
        kept.content = content.finish(source.source);
        kept.by_content = row.id.empty();
        hash.add(row.id);
        kept.identity = kept.by_content ? kept.content : hash.finish();
        if (!row.respondent.empty()) kept.respondent = respondent_hash(hash, row.respondent);
        rows.rows.push_back(kept);
        if (kept.by_content) static_cast<void>(hash.finish());
    }
    return rows;
}

/// Imports rows as a whole import does.
inline ImportReceipt import(const Database& archive, const ImportSource& source, const std::vector<MadeRow>& made,
                            bool update = false) {
    Transaction   change(archive);
    ArchiveWriter writer(archive, source, update);
    writer.take(rows_of(source, made));
    ImportReceipt receipt = writer.finish({made.size(), 0, 0, "sha"});
    change.keep();
    return receipt;
}

/// A published archive with those rows.
inline ImportReceipt import(const std::string& file, const ImportSource& source, const std::vector<MadeRow>& made,
                            bool update = false) {
    ArchiveFile         archive(file, key_check(key));
    const ImportReceipt receipt = import(archive.database(), source, made, update);
    if (archive.is_new() && !archive.publish()) throw std::runtime_error("another made it");
    return receipt;
}

inline std::string text_in(const Database& archive, const std::string& sql) {
    Statement asked(archive, sql);
    return asked.next() ? std::string(asked.text(0)) : std::string("(nothing)");
}

} // namespace cx::testing
