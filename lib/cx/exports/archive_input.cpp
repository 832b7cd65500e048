#include <cx/exports/archive_input.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t block_size = 64U << 10U;
constexpr std::size_t longest_list = 20;
constexpr std::size_t most_members = 65'536; // of a zip; a hostile one may promise any number

using Names = std::vector<std::string>;

/// An archive as libarchive reads it, from a stream or, where it can be reopened, from its file.
class Archive {
  public:
    explicit Archive(const PackedFile& what) : what_(what), archive_(archive_read_new()) {
        if (archive_ == nullptr) throw Error("no memory to unpack " + what.file);
        if (what.packing == Packing::zip) {
            archive_read_support_format_zip(archive_);
        } else {
            archive_read_support_filter_gzip(archive_);
            archive_read_support_filter_zstd(archive_);
            archive_read_support_filter_xz(archive_);
            archive_read_support_format_raw(archive_);
            archive_read_support_format_empty(archive_);
        }
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() { archive_read_free(archive_); }

    void open_again() { check(archive_read_open_filename(archive_, what_.file.c_str(), block_size)); }
    void open(std::unique_ptr<Input> packed) {
        packed_ = std::move(packed);
        check(archive_read_open(archive_, this, nullptr, next_block, nullptr));
    }

    /// Goes to the next member that is a file with content of its own. Nothing after the last.
    std::optional<std::string> next() {
        archive_entry* entry = nullptr;
        while (true) {
            const int result = archive_read_next_header(archive_, &entry);
            if (result == ARCHIVE_EOF) return std::nullopt;
            check(result == ARCHIVE_WARN ? ARCHIVE_OK : result); // a name in another alphabet is only a warning
            if (what_.packing == Packing::stream) return what_.file;
            std::string name = name_of(entry);
            refuse_workbook_member(name);
            const bool folder = archive_entry_filetype(entry) == AE_IFDIR || (!name.empty() && name.back() == '/');
            if (folder || is_litter(name)) continue;
            encrypted_ = archive_entry_is_encrypted(entry) != 0;
            return name;
        }
    }

    std::size_t read(char* to, std::size_t size) {
        if (encrypted_) throw Error(place(), "is encrypted", "unpack it with its password first");
        std::size_t done = 0;
        while (done < size) {
            const la_ssize_t count = archive_read_data(archive_, to + done, size - done);
            if (count < 0) check(ARCHIVE_FATAL);
            if (count == 0) break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    [[nodiscard]] Place place() const { return {what_.file, 0, 0, {}}; }

  private:
    void check(int result) {
        if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
        if (result == ARCHIVE_OK) return;
        const char* said = archive_error_string(archive_);
        throw Error(place(), fmt::format("cannot be unpacked: {}", said == nullptr ? "it is damaged" : visible(said)),
                    "download it again, or unpack it and give the CSV file");
    }

    static std::string name_of(archive_entry* entry) {
        const char* name = archive_entry_pathname_utf8(entry); // by the zip's own flag, whatever the locale
        if (name == nullptr) name = archive_entry_pathname(entry);
        return name == nullptr ? std::string() : name;
    }

    void refuse_workbook_member(const std::string& name) const {
        const std::string_view kind = workbook_by_member(name, {});
        if (kind.empty()) return;
        throw Error(place(), fmt::format("is {} and no CSV text", kind), "save it as CSV UTF-8 first");
    }

    /// What macOS adds to a zip.
    static bool is_litter(const std::string& name) {
        return name.rfind("__MACOSX/", 0) == 0 || name == ".DS_Store" || name.ends_with("/.DS_Store");
    }

    static la_ssize_t next_block(archive* to, void* data, const void** block) {
        auto* self = static_cast<Archive*>(data);
        *block = self->block_.data();
        try {
            return static_cast<la_ssize_t>(self->packed_->read(self->block_.data(), self->block_.size()));
        } catch (const std::exception& error) {
            self->failure_ = std::current_exception();
            archive_set_error(to, EIO, "%s", error.what());
            return ARCHIVE_FATAL;
        }
    }

    PackedFile                   what_;
    archive*                     archive_;
    std::unique_ptr<Input>       packed_;
    std::array<char, block_size> block_{};
    std::exception_ptr           failure_;
    bool                         encrypted_ = false;
};

std::string listed(const Names& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), longest_list); ++i) {
        text += fmt::format("{}'{}'", i == 0 ? "" : ", ", visible(names[i]));
    }
    if (names.size() > longest_list) text += fmt::format(" and {} more", names.size() - longest_list);
    return text;
}

[[noreturn]] void throw_several(const Place& place, const Names& names) {
    throw Error(place, fmt::format("holds several files: {}", listed(names)), "name one with --member");
}

bool is_named(const std::string& name, const std::string& wanted) {
    return name == wanted || name.substr(name.find_last_of('/') + 1) == wanted;
}

/// Which of `names` is meant.
std::size_t chosen(const Place& place, const Names& names, const std::string& wanted) {
    if (names.empty()) throw Error(place, "is a zip without a file in it");
    if (wanted.empty()) {
        if (names.size() > 1) throw_several(place, names);
        return 0;
    }
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == wanted) return i;
        if (!is_named(names[i], wanted)) continue;
        if (found)
            throw Error(place, fmt::format("holds several files called '{}'", wanted), "give --member with its folder");
        found = i;
    }
    if (!found)
        throw Error(place, fmt::format("has no file '{}' in it, but {}", wanted, listed(names)), "name one of these");
    return *found;
}

/// One member of an archive, or the one stream that a gzip holds.
class UnpackedInput : public Input {
  public:
    UnpackedInput(std::unique_ptr<Archive> archive, bool must_be_last, std::string name)
        : archive_(std::move(archive)), must_be_last_(must_be_last), name_(std::move(name)) {}

    std::size_t read(char* to, std::size_t size) override {
        if (ended_) return 0;
        const std::size_t count = archive_->read(to, size);
        if (count == size) return count;
        ended_ = true;
        if (must_be_last_) {
            if (auto second = archive_->next()) throw_several(archive_->place(), {name_, *second});
        }
        return count;
    }

  private:
    std::unique_ptr<Archive> archive_;
    bool                     must_be_last_;
    std::string              name_;
    bool                     ended_ = false;
};

class EmptyInput : public Input {
  public:
    std::size_t read(char* /*to*/, std::size_t /*size*/) override { return 0; }
};

Names members(const PackedFile& what) {
    Archive archive(what);
    archive.open_again();
    Names names;
    while (auto name = archive.next()) {
        names.push_back(std::move(*name));
        if (names.size() > most_members) throw Error(archive.place(), fmt::format("holds over {} files", most_members));
    }
    return names;
}

std::unique_ptr<Input> member_of_file(const PackedFile& what) {
    const Names       names = members(what);
    const std::size_t number = chosen(Place{what.file, 0, 0, {}}, names, what.member);
    auto              archive = std::make_unique<Archive>(what);
    archive->open_again();
    for (std::size_t i = 0; i <= number; ++i) {
        if (!archive->next()) throw Error(archive->place(), "changed while it was read");
    }
    return std::make_unique<UnpackedInput>(std::move(archive), false, names[number]);
}

/// From a pipe there is no way back: the first member that fits is taken.
std::unique_ptr<Input> member_of_stream(std::unique_ptr<Input> packed, const PackedFile& what) {
    auto archive = std::make_unique<Archive>(what);
    archive->open(std::move(packed));
    Names passed;
    while (auto name = archive->next()) {
        if (what.member.empty() || is_named(*name, what.member)) {
            return std::make_unique<UnpackedInput>(std::move(archive), what.member.empty(), *name);
        }
        passed.push_back(std::move(*name));
        if (passed.size() > most_members) break;
    }
    static_cast<void>(chosen(archive->place(), passed, what.member)); // says what is there
    throw Error(archive->place(), "has no such file");
}

bool can_be_reopened(const std::string& file) {
    struct stat status {};
    return file != "-" && ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

} // namespace

std::string_view workbook_by_member(std::string_view name, std::string_view content) {
    if (name == "mimetype") {
        constexpr std::string_view open_document = "application/vnd.oasis.opendocument.";
        const bool                 known = content.empty() || content.starts_with(open_document);
        return known ? "an OpenDocument file (.ods, .odt)" : std::string_view();
    }
    if (name == "[Content_Types].xml" || name.starts_with("xl/") || name == "docProps/app.xml") {
        return "an Office workbook or document (.xlsx, .docx)";
    }
    return name.starts_with("word/document.xml") ? "a Word document (.docx)" : std::string_view();
}

std::unique_ptr<Input> unpacked(std::unique_ptr<Input> packed, const PackedFile& what) {
    if (what.packing == Packing::zip) {
        return can_be_reopened(what.file) ? member_of_file(what) : member_of_stream(std::move(packed), what);
    }
    auto archive = std::make_unique<Archive>(what);
    archive->open(std::move(packed));
    if (!archive->next()) return std::make_unique<EmptyInput>();
    return std::make_unique<UnpackedInput>(std::move(archive), false, what.file);
}

} // namespace cx::detail
