#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <cx/exports/piece_scan.hpp>

using namespace cx;
using cx::detail::PieceScan;
using cx::detail::ScanText;

namespace {

/// Lines of the records taken.
class LineSink : public RecordSink {
  public:
    void take(const RecordBatch& records) override {
        for (std::size_t i = 0; i < records.size(); ++i) lines.push_back(records[i].line());
    }
    void               hand_over() override {}
    [[nodiscard]] bool depends_on_order() const noexcept override { return false; }
    void               finish() override {}

    std::vector<std::int64_t> lines;
};

struct Fixture {
    Fixture() {
        recognition.file = "survey.csv";
        for (const char* name : {"a", "b"}) recognition.columns.push_back({name, name, {}, {}});
    }
    /// Lines of a piece's records that come behind `carry`, and whatever error stops them.
    std::vector<std::int64_t> lines_of(const std::string& piece, bool first, bool at_end) {
        ScanText text;
        text.join(piece, "");
        PieceScan scan(recognition, options);
        scan.guess(text, first, at_end);
        scan.settle(carry, line);
        LineSink sink;
        try {
            scan.pass_on(sink);
        } catch (const Error& thrown) {
            error = thrown.what();
        }
        return sink.lines;
    }

    Recognition  recognition;
    ReadOptions  options;
    std::string  carry, error;
    std::int64_t line = 10;
};

} // namespace

TEST_CASE("a record that began in the piece before comes first", "[exports][pieces]") {
    Fixture fixture;
    fixture.carry = "1,\"two";
    CHECK(fixture.lines_of("\nlines\"\n2,x\n3,x\n4,x\n5,x\n6", false, false) ==
          std::vector<std::int64_t>{10, 12, 13, 14, 15});
    CHECK(fixture.carry == "6");
    CHECK(fixture.line == 16);
}

TEST_CASE("a guess inside quotes is mended", "[exports][pieces]") {
    Fixture fixture;
    fixture.carry = "1,\"quoted";
    CHECK(fixture.lines_of("\n7,7\n8,8\n9,9\n\"\n2,x\n", false, true) == std::vector<std::int64_t>{10, 15});
    CHECK(fixture.carry.empty());
    CHECK(fixture.line == 16);
}

TEST_CASE("records before an error are passed on", "[exports][pieces]") {
    Fixture fixture;
    fixture.options.longest_field = 100;
    CHECK(fixture.lines_of("1,x\n2," + std::string(200, 'x') + "\n3,x\n", true, true) == std::vector<std::int64_t>{10});
    CHECK(fixture.error.find("survey.csv:11: a field of over 100 bytes") == 0);
    Fixture large;
    large.options.longest_field = 100;
    for (std::size_t i = 0; i < 5; ++i) large.recognition.columns.push_back({"c", "c", {}, {}});
    const std::string cell = std::string(90, 'x') + ",";
    CHECK(large.lines_of("1,x\n" + cell + cell + cell + cell + cell + "\n", true, true) ==
          std::vector<std::int64_t>{10});
    CHECK(large.error.find("survey.csv:11: a record of over 400 bytes") == 0);
    Fixture open;
    CHECK(open.lines_of("1,x\n2,\"x\n", true, true) == std::vector<std::int64_t>{10, 11});
    CHECK(open.error.find("survey.csv:11: a quotation mark is opened") == 0);
}

TEST_CASE("a text ends where the input does", "[exports][pieces]") {
    class Short : public Input {
      public:
        std::size_t read(char* to, std::size_t size) override {
            const std::size_t count = std::min<std::size_t>(size, left);
            std::fill_n(to, count, 'x');
            left -= count;
            return count;
        }
        std::size_t left = 10;
    };
    Short    input;
    ScanText text;
    CHECK(text.fill(input, 6));
    CHECK(text.view() == "xxxxxx");
    CHECK_FALSE(text.fill(input, 6));
    CHECK(text.view() == "xxxx");
    text.join("ab", "c");
    CHECK(text.view() == "abc");
}
