#include <cx/exports/input.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cx/base/error.hpp>
#include <cx/exports/archive_input.hpp>

namespace cx {

namespace {

constexpr std::size_t magic_size = 4096; // enough for a signature and the first name of a zip
constexpr const char* save_as_csv =
    "save it as CSV UTF-8 from the program it was made with (in Excel: File, Save As, CSV UTF-8) "
    "or export CSV from the survey tool";

std::string reason(int error) { return std::system_category().message(error); }

class FileInput : public Input {
  public:
    FileInput(std::string file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    FileInput(const FileInput&) = delete;
    FileInput& operator=(const FileInput&) = delete;
    ~FileInput() override {
        if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
    }

    std::size_t read(char* to, std::size_t size) override {
        constexpr std::size_t at_once = 1U << 30U; // what every read(2) takes
        std::size_t           done = 0;
        while (done < size) {
            const ssize_t count = ::read(descriptor_, to + done, std::min(size - done, at_once));
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) throw Error(Place{file_, 0, 0, {}}, "cannot be read: " + reason(errno));
            if (count == 0) break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

  private:
    std::string file_;
    int         descriptor_;
};

class DigestedInput : public Input {
  public:
    DigestedInput(std::unique_ptr<Input> bytes, Sha256& digest) : bytes_(std::move(bytes)), digest_(digest) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t count = bytes_->read(to, size);
        digest_.add({to, count});
        return count;
    }

  private:
    std::unique_ptr<Input> bytes_;
    Sha256&                digest_;
};

class ReplayedInput : public Input {
  public:
    ReplayedInput(std::string head, std::unique_ptr<Input> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t from_head = std::min(size, head_.size() - taken_);
        if (from_head > 0) std::memcpy(to, head_.data() + taken_, from_head);
        taken_ += from_head;
        if (taken_ == head_.size() && !head_.empty()) {
            head_ = std::string();
            taken_ = 0;
        }
        return from_head == size ? size : from_head + rest_->read(to + from_head, size - from_head);
    }

  private:
    std::string            head_;
    std::size_t            taken_ = 0;
    std::unique_ptr<Input> rest_;
};

std::unique_ptr<Input> open_file(const std::string& file) {
    const Place place{file, 0, 0, {}};
    if (file.empty()) throw Error("a file name is empty");
    const int descriptor = file == "-" ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const int error = errno;
        throw Error(place, "cannot be opened: " + reason(error),
                    error == ENOENT ? "check the name and the folder" : "");
    }
    auto        input = std::make_unique<FileInput>(file, descriptor);
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        throw Error(place, "is a folder and not a file", "name the files in it");
    }
#ifdef F_SETPIPE_SZ
    // What writes to a pipe need not wait for every 64 KiB to be counted. Where it is not allowed, it is slower.
    constexpr int pipe_size = 1 << 20;
    if (S_ISFIFO(status.st_mode)) static_cast<void>(::fcntl(descriptor, F_SETPIPE_SZ, pipe_size));
#endif
    return input;
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// What a workbook is called, by its first bytes; empty for anything else.
std::string_view workbook(std::string_view head) {
    using namespace std::string_view_literals;
    constexpr std::size_t name_size = 26;
    constexpr std::size_t name = 30;
    if (starts_with(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return "an old Excel or Word file (.xls, .doc)";
    if (!starts_with(head, "PK\x03\x04"sv) || head.size() < name) return {};
    const auto size = static_cast<unsigned char>(head[name_size]); // no first name of a workbook is longer than 255
    return detail::workbook_by_member(head.substr(name, size),
                                      head.substr(name + std::min(size + name, head.size()) - name));
}

void refuse_workbook(const std::string& file, std::string_view head) {
    const std::string_view kind = workbook(head);
    if (!kind.empty()) throw Error(Place{file, 0, 0, {}}, "is " + std::string(kind) + " and no CSV text", save_as_csv);
}

detail::Packing packing(std::string_view head) {
    using namespace std::string_view_literals;
    if (starts_with(head, "PK\x03\x04"sv) || starts_with(head, "PK\x05\x06"sv)) return detail::Packing::zip;
    for (const std::string_view magic : {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "\xFD\x37\x7A\x58\x5A\x00"sv}) {
        if (starts_with(head, magic)) return detail::Packing::stream;
    }
    return detail::Packing::none;
}

} // namespace

std::unique_ptr<Input> replayed(std::string head, std::unique_ptr<Input> rest) {
    return std::make_unique<ReplayedInput>(std::move(head), std::move(rest));
}

std::unique_ptr<Input> digested(std::unique_ptr<Input> bytes, Sha256& digest) {
    return std::make_unique<DigestedInput>(std::move(bytes), digest);
}

std::string read_head(Input& input, std::size_t size) {
    // A small file must not cost the memory of a large one.
    constexpr std::size_t step = 256U << 10U;
    std::string           head;
    while (head.size() < size) {
        const std::size_t before = head.size();
        const std::size_t wanted = std::min(size - before, std::max(step, before));
        head.resize(before + wanted);
        const std::size_t count = input.read(head.data() + before, wanted);
        head.resize(before + count);
        if (count < wanted) break;
    }
    return head;
}

std::unique_ptr<Input> open_input(const std::string& file, const std::string& member) {
    auto        input = open_file(file);
    std::string head = read_head(*input, magic_size);
    refuse_workbook(file, head);
    const detail::Packing kind = packing(head);
    input = replayed(std::move(head), std::move(input));
    if (kind == detail::Packing::none && member.empty()) return input;
    if (kind != detail::Packing::zip && !member.empty()) {
        throw Error(Place{file, 0, 0, {}}, "is no zip, so it has no file '" + member + "' in it", "leave out --member");
    }
    input = detail::unpacked(std::move(input), {file, member, kind});
    head = read_head(*input, magic_size);
    refuse_workbook(file, head);
    if (packing(head) != detail::Packing::none) {
        throw Error(Place{file, 0, 0, {}}, "holds another packed file", "unpack it once and give what is inside");
    }
    return replayed(std::move(head), std::move(input));
}

} // namespace cx
