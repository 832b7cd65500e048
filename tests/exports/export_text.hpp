#pragma once

// Exports written out in tests.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include <unistd.h>

#include <cx/exports/export.hpp>
#include <cx/exports/records.hpp>

namespace cx::testing {

/// A file with these bytes, gone with the object.
class TemporaryFile {
  public:
    explicit TemporaryFile(std::string_view bytes) {
        name_ = (std::filesystem::temp_directory_path() / "cx-test-XXXXXX").string();
        const int file = ::mkstemp(name_.data());
        if (file < 0) throw std::runtime_error("no temporary file");
        const bool written = ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
        ::close(file);
        if (!written) throw std::runtime_error("no temporary file");
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { ::unlink(name_.c_str()); }

    [[nodiscard]] const std::string& name() const noexcept { return name_; }

  private:
    std::string name_;
};

/// Bytes handed over at most `step` at a time, however many are asked for.
class SteppedInput : public Input {
  public:
    SteppedInput(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
    std::size_t read(char* to, std::size_t size) override {
        std::size_t done = 0;
        while (done < size && taken_ < bytes_.size()) {
            const std::size_t count = bytes_.copy(to + done, std::min(step_, size - done), taken_);
            taken_ += count;
            done += count;
        }
        return done;
    }

  private:
    std::string bytes_;
    std::size_t step_;
    std::size_t taken_ = 0;
};

inline std::string all_of(Input& input, std::size_t step = 4096) {
    std::string text;
    std::string block(step, '\0');
    while (true) {
        const std::size_t count = input.read(block.data(), step);
        text.append(block, 0, count);
        if (count < step) return text;
    }
}

inline Export opened(std::string_view bytes, const ReadOptions& options = {}) {
    const TemporaryFile file(bytes);
    return open_export(file.name(), options);
}

inline std::size_t rows_of(Export& source, const ReadOptions& options = {}) {
    /// Counts records.
    class RowCounter : public RecordSink {
      public:
        explicit RowCounter(std::size_t& rows) : rows_(rows) {}
        void               take(const RecordBatch& records) override { rows_ += records.size(); }
        void               hand_over() override {}
        [[nodiscard]] bool depends_on_order() const noexcept override { return false; }
        void               finish() override {}

      private:
        std::size_t& rows_;
    };
    std::size_t rows = 0;
    read_records(source, options, 1, [&rows] { return std::make_unique<RowCounter>(rows); });
    return rows;
}

inline ReadOptions as(const std::string& dialect) {
    ReadOptions options;
    options.dialect = dialect;
    return options;
}

} // namespace cx::testing
