// Finds every record of an export and makes nothing of them: `scan_alone FILE THREADS`. What cx takes beyond this is
// spent on cells.

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>
#include <system_error>

#include <cx/base/error.hpp>
#include <cx/exports/export.hpp>
#include <cx/exports/records.hpp>

namespace {

class Counting : public cx::RecordSink {
  public:
    explicit Counting(std::uint64_t& rows) : rows_(rows) {}
    void               take(const cx::RecordBatch& records) override { taken_ += records.size(); }
    void               hand_over() override {}
    [[nodiscard]] bool depends_on_order() const noexcept override { return false; }
    void               finish() override { rows_ += taken_; }

  private:
    std::uint64_t& rows_;
    std::uint64_t  taken_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    unsigned               threads = 0;
    const std::string_view number = argc == 3 ? argv[2] : "";
    if (std::from_chars(number.data(), number.data() + number.size(), threads).ec != std::errc{} || threads == 0) {
        std::fputs("usage: scan_alone FILE THREADS\n", stderr);
        return 2;
    }
    try {
        const cx::ReadOptions options;
        cx::Export            source = cx::open_export(argv[1], options);
        std::uint64_t         rows = 0;
        cx::read_records(source, options, threads, [&rows] { return std::make_unique<Counting>(rows); });
        std::printf("%llu rows\n", static_cast<unsigned long long>(rows));
    } catch (const cx::Error& error) {
        std::fprintf(stderr, "scan_alone: %s\n", error.what());
        return 1;
    }
    return 0;
}
