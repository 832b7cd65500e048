#pragma once

// Options of which responses of an archive are meant.

#include <optional>
#include <string>
#include <vector>

#include <cx/archive/archive.hpp>
#include <cx/base/notice.hpp>

namespace CLI {
class App;
}

namespace cx {

struct ArchiveOptions {
    std::string waves; ///< as typed: names, `last`, `all`
    std::string as_of;
    bool        all_waves = false; ///< what is meant where nothing is said: all, else the last

    void add_to(CLI::App& command);
    /// @throws Error where a wave or an archive is asked of what is none
    void refuse_unfit(const std::string& file, const char* what) const;
    /// The waves that are meant, of those that the archive has.
    /// @throws Error for one that it has not, with the nearest; where it has none
    [[nodiscard]] std::vector<ArchivedWave> chosen(const Archive& archive) const;
    /// The last import that is looked at; nothing where all are.
    /// @throws Error where there was none by then
    [[nodiscard]] std::optional<std::int64_t> last_import(const Archive& archive) const;
};

} // namespace cx
