// Any bytes are an export or an error; read in pieces on two threads it has the records that it has line by line.

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
    explicit Counter(std::uint64_t& total) : total_(total) {}
    void take(const cx::RecordBatch& records) override {
        for (std::size_t i = 0; i < records.size(); ++i) cells_ += records[i].size();
    }
    void               hand_over() override {}
    [[nodiscard]] bool depends_on_order() const noexcept override { return false; }
    void               finish() override { total_ += cells_; }

  private:
    std::uint64_t& total_;
    std::uint64_t  cells_ = 0;
};

std::uint64_t cells_in_pieces(cx::ReadOptions options, std::size_t piece_size, unsigned threads) {
    options.piece_size = piece_size;
    cx::Export    source = cx::open_export(file(), options);
    std::uint64_t total = 0;
    cx::read_records(source, options, threads, [&] { return std::make_unique<Counter>(total); });
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
        const std::uint64_t whole = cells_in_pieces(options, options.piece_size, 1);
        if (cells_in_pieces(options, 1 + size % 97, 2) != whole) std::abort();
    } catch (const cx::Error&) {
        // refused, with a reason
    }
    return 0;
}
