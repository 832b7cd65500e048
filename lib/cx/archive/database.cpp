#include <cx/archive/database.hpp>

#include <cerrno>
#include <system_error>

#include <sqlite3.h>
#include <sys/stat.h>

#include <fmt/format.h>

#include <cx/base/error.hpp>

namespace cx {

namespace {

constexpr int longest_wait = 60'000; // milliseconds
constexpr int pages_kept = -65'536;  // 64 MiB: an index of a million responses is written in memory

std::string system_words(int problem) { return std::generic_category().message(problem); }

struct Explanation {
    std::string found, advice;
};

Explanation explain(sqlite3* database, int result) {
    int problem = database == nullptr ? 0 : sqlite3_system_errno(database);
    if (database != nullptr && problem == 0) // as it is for a COMMIT that fails: the file knows better
        sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &problem);
    switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {fmt::format("another process has been writing to it for {} s", longest_wait / 1000),
                "nothing was changed; try again when it is done"};
    case SQLITE_FULL:
        return {"there is no room left on the disk", "nothing was changed; make room and try again"};
    case SQLITE_READONLY:
        return {"it cannot be written to", "nothing was changed; check who may write to the file and its folder"};
    case SQLITE_NOTADB:
        return {"is no archive of cx", "name the archive that cx import made"};
    case SQLITE_CORRUPT:
        return {"the archive is damaged", "take it from a backup; cx import --verify tells more"};
    case SQLITE_NOMEM:
        return {"there is not enough memory", ""};
    case SQLITE_CANTOPEN:
        return {fmt::format("it, or the journal beside it, cannot be opened{}",
                            problem == 0 ? "" : ": " + system_words(problem)),
                "nothing was changed; check who may write to the folder"};
    case SQLITE_IOERR:
        return {fmt::format("reading or writing failed{}", problem == 0 ? "" : ": " + system_words(problem)),
                "what was there before is kept; check the disk and try again"};
    default:
        return {fmt::format("SQLite says: {}", database == nullptr ? sqlite3_errstr(result) : sqlite3_errmsg(database)),
                ""};
    }
}

void refuse_symbolic_link(const std::string& file) {
    struct stat found {};
    if (lstat(file.c_str(), &found) != 0 || !S_ISLNK(found.st_mode)) return;
    throw Error(Place{file, 0, 0, {}}, "is a symbolic link", "name the archive that it stands for");
}

} // namespace

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const std::string& file, Use use, const std::string& shown) : file_(shown.empty() ? file : shown) {
    refuse_symbolic_link(file);
    // "./" keeps names such as ":memory:" and "file:x" what they are: files.
    const std::string path = file.starts_with('/') ? file : "./" + file;
    sqlite3*          opened = nullptr;
    // Who reads may have to undo what a process that died has left behind, and so opens for writing where that can be.
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
    const int     result = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    if (result != SQLITE_OK) refuse(result);
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, longest_wait);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    run(fmt::format("PRAGMA cache_size={}", use == Use::reading ? -2048 : pages_kept));
    if (use == Use::reading) return;
    run("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON");
}

void Database::refuse(int result) const {
    const Explanation explanation = explain(database_.get(), result);
    throw Error(Place{file_, 0, 0, {}}, explanation.found, explanation.advice);
}

void Database::run(const std::string& sql) const {
    const int result = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) refuse(result);
}

std::int64_t Database::number(std::string_view sql) const {
    Statement asked(*this, sql);
    return asked.next() ? asked.number(0) : 0;
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(database_.get()); }
std::int64_t Database::changed_rows() const { return sqlite3_changes64(database_.get()); }

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
    sqlite3_stmt* made = nullptr;
    const int     result =
        sqlite3_prepare_v2(database.database_.get(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    statement_.reset(made);
    if (result != SQLITE_OK) database.refuse(result);
}

void Statement::bind(int at, std::int64_t value) { sqlite3_bind_int64(statement_.get(), at, value); }

void Statement::bind(int at, std::string_view text) {
    const char* const first = text.data() == nullptr ? "" : text.data();
    sqlite3_bind_text64(statement_.get(), at, first, text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int at, std::span<const unsigned char> bytes) {
    sqlite3_bind_blob64(statement_.get(), at, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::bind_nothing(int at) { sqlite3_bind_null(statement_.get(), at); }

void Statement::rewind() { sqlite3_reset(statement_.get()); }

bool Statement::next() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    sqlite3_reset(statement_.get());
    if (result != SQLITE_DONE) database_->refuse(result);
    return false;
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Statement::text(int column) const {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (text == nullptr) return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::span<const unsigned char> Statement::bytes(int column) const {
    const auto* const first = static_cast<const unsigned char*>(sqlite3_column_blob(statement_.get(), column));
    return {first, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Statement::is_nothing(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

Transaction::Transaction(const Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    // A failed rollback leaves the journal, from which whoever opens the archive next undoes the change.
    if (open_) sqlite3_exec(database_.database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::keep() {
    database_.run("COMMIT");
    open_ = false;
}

std::string sql_name(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace cx
