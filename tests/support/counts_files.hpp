#pragma once

// Counts files in memory.

#include <memory>
#include <string>
#include <utility>

#include <cx/tally/counts_reader.hpp>
#include <cx/tally/counts_writer.hpp>
#include <support/counting.hpp>

namespace cx::test {

inline CountsBytes bytes_of(std::string text) {
    auto input = std::make_shared<TextInput>(std::move(text));
    return [input](char* to, std::size_t size) { return input->read(to, size); };
}

/// A counts file of these records: header, records, and the end that counts them.
inline std::string counts_file(const std::string& records) {
    std::size_t lines = 0;
    for (const char c : records) lines += c == '\n' ? 1 : 0;
    return std::string(counts_header) + "\n" + records + "end,,,,,,," + std::to_string(lines) + ",,\n";
}

/// What was counted, by every grouping.
inline std::string written(const Counted& counted) {
    std::string   text;
    CountsToWrite what{std::vector<bool>(counted.schema.groupings.size(), true), {}};
    write_counts(counted.tallies, counted.account, what, [&text](std::string_view more) { text += more; });
    return text;
}

/// Tallies that nothing is counted in yet.
inline std::unique_ptr<Counted> nothing_counted(const Reading& reading, const ExportBuilder& columns) {
    return std::make_unique<Counted>(reading, columns.opened().recognition);
}

inline CountsRead add_counts(Counted& to, const std::string& text, const CountsLimits& limits = {}) {
    CountsReader reader(to.tallies);
    CountsRead   read = reader.read("counts.csv", bytes_of(text), limits);
    to.account.add(read.account);
    return read;
}

/// What adding it says is wrong; empty where nothing is.
inline std::string fault_in(Counted& to, const std::string& text, const CountsLimits& limits = {}) {
    try {
        static_cast<void>(add_counts(to, text, limits));
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace cx::test
