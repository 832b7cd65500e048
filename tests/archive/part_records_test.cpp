#include <cx/archive/part_records.hpp>

#include <map>
#include <mutex>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>

#include "made_archive.hpp"

using namespace cx;
using namespace cx::testing;

namespace {

/// What all sinks of a reading took, by line.
struct Taken {
    std::mutex                                       lock;
    std::map<std::int64_t, std::vector<std::string>> rows;
    std::vector<std::int64_t>                        handed_over; ///< first lines, in the order of handing over
};

class TakingSink : public RecordSink {
  public:
    TakingSink(Taken& taken, bool ordered, std::int64_t fails_at)
        : taken_(taken), ordered_(ordered), fails_at_(fails_at) {}
    void take(const RecordBatch& records) override {
        first_ = records[0].line();
        for (std::size_t i = 0; i < records.size(); ++i) {
            const Record record = records[i];
            if (record.line() >= fails_at_) throw Error("row " + std::to_string(record.line()));
            std::vector<std::string> cells;
            std::string              scratch;
            for (std::size_t cell = 0; cell < record.size(); ++cell)
                cells.emplace_back(record.text(cell, '"', scratch));
            const std::lock_guard lock(taken_.lock);
            taken_.rows[record.line()] = cells;
        }
    }
    void hand_over() override {
        const std::lock_guard lock(taken_.lock);
        taken_.handed_over.push_back(first_);
    }
    [[nodiscard]] bool depends_on_order() const noexcept override { return ordered_; }
    void               finish() override {}

  private:
    Taken&       taken_;
    bool         ordered_;
    std::int64_t fails_at_, first_ = 0;
};

void read(const ArchivePart& part, const std::vector<std::size_t>& columns, unsigned threads, Taken& taken,
          bool ordered = true, std::int64_t fails_at = INT64_MAX) {
    read_records(part, columns, threads, [&] { return std::make_unique<TakingSink>(taken, ordered, fails_at); });
}

} // namespace

TEST_CASE("part_records: cells come back as they were, whatever is in them") {
    const TemporaryFolder          folder;
    const std::string              file = folder.file("a.cx");
    const std::vector<std::string> odd{"\"quoted\"", "a,b;\tc", "two\nlines\r", "", " spaces ", "\"",
                                       "''",         "=1+1",    "ä\xE2\x80\xA8"};
    const ImportSource             source = source_of({"a", "b", "c", "d", "e", "f", "g", "h", "i"});
    std::vector<std::string>       turned(odd.rbegin(), odd.rend());
    import(file, source, {{"r1", "2026-10-01", odd}, { "r2", "2026-10-01", turned }});
    const Archive archive(file);
    const auto    parts = archive.parts(archive.waves(), false, std::nullopt);
    Taken         taken;
    read(parts.at(0), {0, 1, 2, 3, 4, 5, 6, 7, 8}, 1, taken);
    CHECK(taken.rows.at(1) == odd);
    CHECK(taken.rows.at(2) == turned);
    Taken some;
    read(parts.at(0), {1, 8}, 1, some);
    CHECK(some.rows.at(1) == std::vector<std::string>{"", odd[1], "", "", "", "", "", "", odd[8]});
}

TEST_CASE("part_records: columns beyond those of a table are kept and read like others") {
    const TemporaryFolder    folder;
    const std::string        file = folder.file("a.cx");
    std::vector<std::string> codes, cells;
    for (int i = 1; i <= 2500; ++i) {
        codes.push_back("q" + std::to_string(i));
        cells.push_back(i % 3 == 0 ? "" : "cell " + std::to_string(i));
    }
    import(file, source_of(codes), {{ "r1", "2026-10-01", cells }});
    const Archive archive(file);
    const auto    parts = archive.parts(archive.waves(), false, std::nullopt);
    REQUIRE(parts.at(0).columns.size() == 2500);
    Taken taken;
    read(parts[0], {0, 1899, 1900, 2498, 2499}, 1, taken);
    const auto& row = taken.rows.at(1);
    for (const std::size_t column : {0, 1899, 1900, 2498, 2499}) CHECK(row.at(column) == cells[column]);
    CHECK(row.at(1).empty());
}

TEST_CASE("part_records: the same rows on any number of threads, in order where that matters") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    std::vector<MadeRow>  rows;
    for (int i = 0; i < 40'000; ++i)
        rows.push_back({"r" + std::to_string(i), i % 5 == 0 ? "2026-11-01" : "2026-10-01", {std::to_string(i)}});
    import(file, source_of({"n"}), rows);
    const Archive archive(file);
    const auto    parts = archive.parts(archive.waves(), false, std::nullopt);
    for (const unsigned threads : {1U, 2U, 8U}) {
        Taken taken;
        read(parts.at(0), {0}, threads, taken);
        REQUIRE(taken.rows.size() == 32'000);
        CHECK(taken.rows.at(2) == std::vector<std::string>{"1"});
        CHECK(std::is_sorted(taken.handed_over.begin(), taken.handed_over.end()));
        Taken any_order;
        read(parts.at(0), {0}, threads, any_order, false);
        CHECK(any_order.rows == taken.rows);
    }
}

TEST_CASE("part_records: of several failures the first is told, on any number of threads") {
    const TemporaryFolder folder;
    const std::string     file = folder.file("a.cx");
    std::vector<MadeRow>  rows;
    for (int i = 0; i < 30'000; ++i) rows.push_back({"r" + std::to_string(i), "2026-10-01", {"9"}});
    import(file, source_of({"n"}), rows);
    const Archive archive(file);
    const auto    parts = archive.parts(archive.waves(), false, std::nullopt);
    for (const unsigned threads : {1U, 4U}) {
        Taken taken;
        CHECK_THROWS_WITH(read(parts.at(0), {0}, threads, taken, true, 9000), "row 9000");
    }
}
