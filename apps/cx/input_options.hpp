#pragma once

// Options of every command that reads exports: the files, how they are read, what they measure.

#include <cstddef>
#include <string>
#include <vector>

#include <cx/base/notice.hpp>
#include <cx/exports/export.hpp>
#include <cx/model/measurement_model.hpp>

namespace CLI {
class App;
}

namespace cx {

/// Where a model's questions were asked, as far as that is known.
struct AskedIn {
    bool        archived = false; ///< in a wave of an archive; else in an export, whose name tells the source
    std::string source, wave;
};

struct InputOptions {
    std::vector<std::string> files;
    std::string              model_file;
    bool                     no_model = false;
    ReadOptions              read;
    bool                     strict = false;
    unsigned                 threads = 0; ///< 0: all cores
    std::string              unfinished;
    std::string              longest_field;

    void add_to(CLI::App& command);
    /// What was typed, as reading wants it.
    [[nodiscard]] ReadOptions read_options() const;
    [[nodiscard]] unsigned    threads_to_use() const;

    /// Warns of a file that is named twice. @throws Error when `output` is one of the inputs, which it would replace
    void check_files(const std::string& output, Notices& notices) const;
    /// The model given, else found beside the first input, else recognised from it; completed from it either way.
    [[nodiscard]] MeasurementModel model_for(const Export& first, Notices& notices, const AskedIn& asked = {}) const;
    /// The same where all inputs are counts files: nothing can be recognised.
    /// @throws Error where there is no model, or it leaves open what counts do not tell
    [[nodiscard]] MeasurementModel model_for_counts(Notices& notices) const;
};

/// The model file beside an input; empty where there is none.
[[nodiscard]] std::string model_beside(const std::string& file);
/// A size as typed: bytes, or with K, M or G (powers of 1024).
[[nodiscard]] std::size_t parse_size(const std::string& text, const std::string& option);

} // namespace cx
