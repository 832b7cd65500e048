// Any bytes are an export or an error; read in pieces on two threads it has the records that it has line by line.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <unistd.h>

#include <cx/base/error.hpp>
#include <cx/exports/export.hpp>
#include <cx/exports/records.hpp>

namespace {

/// A file of this process's own, removed at its end.
class OwnFile {
  public:
    OwnFile() = default;
    OwnFile(const OwnFile&) = delete;
    OwnFile& operator=(const OwnFile&) = delete;
    ~OwnFile() { std::filesystem::remove(name_); }
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    std::string name_ =
        (std::filesystem::temp_directory_path() / ("cx-fuzz-" + std::to_string(getpid()) + ".csv")).string();
};

const std::string& file() {
    static const OwnFile own;
    return own.name();
}

class Counter : public cx::RecordSink {
  public:
    explicit Counter(std::atomic<std::uint64_t>& total) : total_(total) {}
    void take(const cx::Record& record) override { cells_ += record.size(); }
    void drop() override { cells_ = 0; }
    void hand_over(std::int64_t /*line*/) override {
        total_ += cells_;
        cells_ = 0;
    }

  private:
    std::atomic<std::uint64_t>& total_;
    std::uint64_t               cells_ = 0;
};

std::uint64_t cells_in_pieces(const cx::ReadOptions& options) {
    cx::Export                 source = cx::open_export(file(), options);
    std::atomic<std::uint64_t> total = 0;
    cx::read_records(source, options, 2, [&] { return std::make_unique<Counter>(total); });
    return total;
}

std::uint64_t cells_in_order(const cx::ReadOptions& options) {
    cx::Export    source = cx::open_export(file(), options);
    std::uint64_t total = 0;
    cx::read_records_in_order(source, options, [&](const cx::Record& record) { total += record.size(); });
    return total;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::ofstream(file(), std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    cx::ReadOptions options;
    options.no_header = size % 2 == 1;
    options.longest_field = 4096;
    try {
        if (cells_in_pieces(options) != cells_in_order(options)) std::abort();
    } catch (const cx::Error&) {
        // refused, with a reason
    }
    return 0;
}
