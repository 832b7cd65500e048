#pragma once

// SQLite in words of cx: a file, statements, and errors that say what to do.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace cx {

class Database;

/// One SQL statement, run as often as wanted. Belongs to its database, which must outlive it.
class Statement {
  public:
    Statement(const Database& database, std::string_view sql);

    /// Values of the next run, from the first on. Texts are not copied: they must last until it has run.
    template <class... Values> Statement& with(const Values&... values) {
        rewind();
        int at = 0;
        (bind(++at, values), ...);
        return *this;
    }
    void bind(int at, std::int64_t value);
    void bind(int at, std::string_view text);
    void bind(int at, std::span<const unsigned char> bytes);
    void bind_nothing(int at);

    /// Goes on to the next row; false where there is none: then it can be run anew.
    /// @throws Error naming the file
    bool next();
    /// Runs it to its end.
    void run() {
        while (next()) {
        }
    }
    /// To its start, before values are bound one by one.
    void rewind();

    [[nodiscard]] std::int64_t number(int column) const;
    /// Until the next row; empty where there is nothing.
    [[nodiscard]] std::string_view               text(int column) const;
    [[nodiscard]] std::span<const unsigned char> bytes(int column) const;
    [[nodiscard]] bool                           is_nothing(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    const Database*                         database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// An open SQLite file. Belongs to one thread at a time.
class Database {
  public:
    enum class Use { reading, writing };

    /// Opens the file, which must be there (an empty one is a database without tables), and be no symbolic link.
    /// @param shown  the name that errors give it; empty: its own
    /// @throws Error naming it, here and below
    Database(const std::string& file, Use use, const std::string& shown = {});

    /// Runs statements that give no rows.
    void                             run(const std::string& sql) const;
    [[nodiscard]] Statement          statement(std::string_view sql) const { return {*this, sql}; }
    [[nodiscard]] std::int64_t       number(std::string_view sql) const;
    [[nodiscard]] std::int64_t       last_row() const;
    [[nodiscard]] std::int64_t       changed_rows() const;
    [[nodiscard]] const std::string& file() const noexcept { return file_; }

    /// Makes an error of what went wrong last.
    [[noreturn]] void refuse(int result) const;

  private:
    friend class Statement;
    friend class Transaction;
    struct Close {
        void operator()(sqlite3* database) const;
    };

    std::string                     file_;
    std::unique_ptr<sqlite3, Close> database_;
};

/// A change that is made whole or not at all: what is not kept is undone.
class Transaction {
  public:
    /// Waits for other processes that write, up to a minute.
    explicit Transaction(const Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void keep();

  private:
    const Database& database_;
    bool            open_ = true;
};

/// A name as SQL writes it: `"2026-10"`.
[[nodiscard]] std::string sql_name(std::string_view name);

} // namespace cx
