#pragma once

// What cx import is asked for.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "input_options.hpp"
#include "output_options.hpp"

namespace cx {

/// What is done with an archive beside importing into it.
enum class ArchiveTask { import, list, verify, remove, forget };

struct ImportOptions {
    InputOptions             input;
    std::string              into, to_csv, rejects, wave, key_file;
    std::string              replace, remove, forget, expect, most_rejected;
    std::uint64_t            at_least = 0;
    std::vector<std::string> keep_personal;
    bool update = false, dry_run = false, unmasked = false, list = false, verify = false, yes = false, raw = false;
    SpeechOptions speech;

    void add_to(CLI::App& command);
    /// @throws Error for what cannot be meant together
    void                      check() const;
    [[nodiscard]] ArchiveTask task() const;
    /// The share of rows that may be rejected, where that was said: `2%`.
    [[nodiscard]] std::optional<double> rejected_share() const;
};

} // namespace cx
