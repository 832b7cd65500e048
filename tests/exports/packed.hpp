#pragma once

// Packed bytes, made in memory.

#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace cx::testing {

using Members = std::vector<std::pair<std::string, std::string>>; ///< name and content

inline la_ssize_t append_packed(archive*, void* to, const void* bytes, std::size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

/// @param set_format  chooses format and filter
inline std::string packed(const Members& members, const std::function<int(archive*)>& set_format) {
    std::string bytes;
    archive*    out = archive_write_new();
    bool        good = set_format(out) == ARCHIVE_OK;
    archive_write_set_bytes_in_last_block(out, 1);
    good = good && archive_write_open(out, &bytes, nullptr, append_packed, nullptr) == ARCHIVE_OK;
    for (const auto& [name, content] : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname_utf8(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, name.back() == '/' ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        good = good && archive_write_header(out, entry) >= ARCHIVE_WARN;
        if (!content.empty()) {
            good = good &&
                   archive_write_data(out, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
        }
        archive_entry_free(entry);
    }
    good = good && archive_write_close(out) == ARCHIVE_OK;
    archive_write_free(out);
    if (!good) throw std::runtime_error("nothing could be packed");
    return bytes;
}

inline std::string zip_of(const Members& members) {
    return packed(members, [](archive* out) {
        archive_write_set_format_zip(out);
        return archive_write_set_options(out, "hdrcharset=UTF-8");
    });
}

/// One stream by one of libarchive's filters.
inline std::string stream_of(const std::string& content, int (*add_filter)(archive*)) {
    return packed({{"data", content}}, [add_filter](archive* out) {
        const int raw = archive_write_set_format_raw(out);
        const int filter = add_filter(out);
        return raw == ARCHIVE_OK ? filter : raw;
    });
}

} // namespace cx::testing
