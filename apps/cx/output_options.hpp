#pragma once

// Options of what is written, where, and what is said beside it.

#include <cstddef>
#include <string>
#include <string_view>

#include <cx/base/notice.hpp>
#include <cx/present/format.hpp>

namespace CLI {
class App;
}

namespace cx {

/// How much is said on standard error.
struct SpeechOptions {
    bool quiet = false;
    bool verbose = false;

    void add_to(CLI::App& command);
    /// Says notices on standard error: warnings always, information unless quiet, details when verbose.
    void say(const Notices& notices) const;
};

struct OutputOptions {
    std::string format, file, colour = "auto", sort;
    std::size_t top = 0;
    bool        raw = false;

    void add_to(CLI::App& command);
    /// The format asked for, by name or by the ending of the file to write; text otherwise.
    [[nodiscard]] const Format& chosen() const;
    [[nodiscard]] Look          look() const;
    /// Writes `text` whole: to the file (beside it first, then renamed) or to standard output.
    void write(const std::string& text) const;
};

/// Writes to standard error; where that is full or closed, nobody is told, and the run goes on to its exit code.
void say_text(const std::string& text);
/// Writes `text` to `file` whole or not at all. @throws Error naming the file
void write_whole(const std::string& file, const std::string& text);

/// A file that is there whole once it is finished, and before that not at all: written beside, then renamed. A pipe, a
/// device and standard output (`-`) are written to as they are.
class WholeFile {
  public:
    /// @param is_private  nobody else may read it
    /// @throws Error naming the file, here and below
    explicit WholeFile(std::string file, bool is_private = false);
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;
    /// What is not finished is taken away.
    ~WholeFile();

    void write(std::string_view text);
    void finish();

  private:
    [[noreturn]] void refuse(int problem) const;

    std::string file_, target_, beside_; ///< beside_: empty where there is nothing to rename
    int         to_ = -1;
};
/// Writes to standard output; a closed pipe is no error, and what follows goes on.
void write_out(const std::string& text);

} // namespace cx
