#include "output_options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr std::size_t default_width = 100;

std::size_t terminal_width() {
    if (const char* columns = std::getenv("COLUMNS")) {
        const auto wanted = parse_number(columns, DecimalMark::point);
        if (wanted && *wanted >= 40 && *wanted <= 1000) return static_cast<std::size_t>(*wanted);
    }
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return default_width;
}

bool wants_colour(const std::string& colour, bool to_file) {
    if (colour != "auto") return colour == "always";
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool  dumb = terminal == nullptr || std::strcmp(terminal, "dumb") == 0;
    return !to_file && isatty(STDOUT_FILENO) != 0 && !dumb && (no_colour == nullptr || *no_colour == '\0');
}

std::string visible_lines(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        shown += visible(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line) + "\n";
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return shown;
}

/// False when the other end of a pipe is gone.
bool write_all(int to, std::string_view text, const std::string& called) {
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t written = ::write(to, text.data() + done, text.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) return false;
        if (written < 0)
            throw Error(Place{called, 0, 0, {}}, fmt::format("cannot be written: {}", std::strerror(errno)));
        done += static_cast<std::size_t>(written);
    }
    return true;
}

} // namespace

void SpeechOptions::add_to(CLI::App& command) {
    command.add_flag("-q,--quiet", quiet, "Say warnings only");
    command.add_flag("-v,--verbose", verbose, "Say more");
}

void SpeechOptions::say(const Notices& notices) const {
    for (const Notice& notice : notices) {
        if (notice.level == Notice::Level::detail && !verbose) continue;
        if (notice.level == Notice::Level::information && quiet) continue;
        const char* kind = notice.level == Notice::Level::warning ? "warning: " : "";
        say_text(fmt::format("cx: {}{}\n", kind, visible(notice.text)));
    }
}

void OutputOptions::add_to(CLI::App& command) {
    std::string names;
    for (const Format& known : formats()) names += (names.empty() ? "" : ", ") + std::string(known.name);
    command
        .add_option("-f,--format", format,
                    "Form of the output: " + names + " (default: by the ending of -o, else text)")
        ->type_name("NAME");
    command.add_option("-o,--output", file, "Write there, whole or not at all (default: standard output)")
        ->type_name("FILE");
    command.add_option("--sort", sort, "text and md: order of groups, by a column's name; - before it: largest first")
        ->type_name("KEY");
    command.add_option("--top", top, "text and md: only so many groups of a break-down")->type_name("N");
    command.add_flag("--raw", raw, "csv: leave texts that a spreadsheet takes for formulas as they are");
    command.add_option("--color", colour, "auto, always or never (default auto)")
        ->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}));
}

const Format& OutputOptions::chosen() const {
    if (!format.empty()) return format_named(format);
    for (const Format& known : formats()) {
        if (file.size() > known.ending.size() && file.ends_with(known.ending)) return known;
    }
    const std::size_t dot = file.find_last_of("./");
    if (dot != std::string::npos && file[dot] == '.') {
        throw Error(fmt::format("{}: there is no format for this ending", file), "name the format: --format text");
    }
    return format_named("text");
}

Look OutputOptions::look() const {
    Look look;
    look.width = terminal_width();
    look.colour = wants_colour(colour, !file.empty());
    look.raw = raw;
    look.sort = sort;
    look.top = top;
    return look;
}

void OutputOptions::write(const std::string& text) const {
    if (file.empty() || file == "-") {
        // Survey text in data is as it was written; on a terminal it must not act.
        const bool is_data = chosen().name == "csv" || chosen().name == "json";
        if (is_data && isatty(STDOUT_FILENO) != 0) return write_out(visible_lines(text));
        write_out(text);
    } else {
        write_whole(file, text);
    }
}

void say_text(const std::string& text) { static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr)); }

void write_out(const std::string& text) {
    static_cast<void>(write_all(STDOUT_FILENO, text, "standard output")); // nobody reads on: no error, and no verdict
}

void write_whole(const std::string& file, const std::string& text) {
    WholeFile to(file);
    to.write(text);
    to.finish();
}

WholeFile::WholeFile(std::string file, bool is_private) : file_(std::move(file)) {
    if (file_ == "-") {
        to_ = STDOUT_FILENO;
        return;
    }
    std::error_code             unresolved;
    const std::filesystem::path named =
        std::filesystem::weakly_canonical(file_, unresolved); // a link's target, not the link
    target_ = unresolved ? file_ : named.string();
    std::error_code ignored;
    const auto      kind = std::filesystem::status(target_, ignored).type();
    const bool      is_special = kind != std::filesystem::file_type::regular &&
                            kind != std::filesystem::file_type::not_found && kind != std::filesystem::file_type::none;
    if (!is_special) beside_ = fmt::format("{}.{}.part", target_, getpid());
    const int flags = is_special ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    to_ = ::open(is_special ? target_.c_str() : beside_.c_str(), flags, is_private ? 0600 : 0666);
    if (to_ >= 0) return;
    const int problem = errno;
    beside_.clear();
    refuse(problem);
}

WholeFile::~WholeFile() {
    if (to_ >= 0 && to_ != STDOUT_FILENO) ::close(to_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

void WholeFile::refuse(int problem) const {
    throw Error(Place{file_, 0, 0, {}}, fmt::format("cannot be written: {}", std::strerror(problem)));
}

void WholeFile::write(std::string_view text) {
    if (!write_all(to_, text, file_) && to_ != STDOUT_FILENO) refuse(EPIPE);
}

void WholeFile::finish() {
    const int to = to_;
    if (to == STDOUT_FILENO) return;
    if (!beside_.empty() && ::fsync(to) != 0) refuse(errno);
    to_ = -1;
    if (::close(to) != 0) refuse(errno);
    if (beside_.empty()) return;
    if (std::rename(beside_.c_str(), target_.c_str()) != 0) refuse(errno);
    beside_.clear();
}

} // namespace cx
