#pragma once

// Whether counts files that are added up belong together.

#include <string>
#include <vector>

#include <cx/base/notice.hpp>
#include <cx/tally/counts_reader.hpp>

namespace cx {

/// What several counts files tell of themselves.
class AddedCounts {
  public:
    /// @param read  the file's, after all of it was read
    void add(const std::string& file, const CountsRead& read);
    /// An export among them, which is filtered by nothing that counts are not.
    void add_export(const std::string& file);

    /// Warns of a file that is another one again, of exports that are behind two of them, and of counts with different
    /// filters.
    [[nodiscard]] Notices doubts() const;
    /// All their filters; an empty one where a part had none.
    [[nodiscard]] std::set<std::string> filters() const;
    /// With which all of it is filtered, for people: by the filters of the files, and `asked` beside them.
    [[nodiscard]] std::string filtered_by(const std::string& asked) const;
    /// The names of all exports behind them, without folders.
    [[nodiscard]] std::set<std::string> sources() const;

  private:
    struct File {
        std::string           name;
        std::set<std::string> filters, sources;
        std::string           bytes, all; ///< digests; empty of an export
        [[nodiscard]] bool    is_export() const noexcept { return bytes.empty(); }
    };
    void warn_of_repeats(Notices& notices) const;
    void warn_of_shared_exports(Notices& notices) const;
    void warn_of_filters(Notices& notices) const;

    std::vector<File> files_;
};

/// The filters of a counts file, for people: `touchpoint=web; from 2026-10-01`, or several.
[[nodiscard]] std::string shown_filters(const std::set<std::string>& filters);

} // namespace cx
