#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/exports/records.hpp>

#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

using Rows = std::map<std::int64_t, std::vector<std::string>>; // by line

/// Text in memory, read in steps as small as may be.
class TextInput : public cx::Input {
  public:
    explicit TextInput(std::string text) : text_(std::move(text)) {}
    std::size_t read(char* to, std::size_t size) override {
        const std::size_t take = std::min(size, text_.size() - done_);
        std::memcpy(to, text_.data() + done_, take);
        done_ += take;
        return take;
    }

  private:
    std::string text_;
    std::size_t done_ = 0;
};

cx::Export export_of(const std::string& text, std::size_t columns) {
    cx::Recognition recognition;
    recognition.file = "survey.csv";
    for (std::size_t i = 0; i < columns; ++i) recognition.columns.push_back({std::to_string(i + 1), "", {}, {}});
    recognition.data_offset = text.find('\n') + 1;
    recognition.data_line = 2;
    return {recognition, cx::Sample(std::make_shared<std::string>(), '"'), std::make_unique<TextInput>(text)};
}

class CollectingSink : public cx::RecordSink {
  public:
    explicit CollectingSink(Rows& rows) : rows_(rows) {}
    void take(const cx::RecordBatch& records) override {
        for (std::size_t i = 0; i < records.size(); ++i) {
            const cx::Record record = records[i];
            if (!piece_.empty()) REQUIRE(record.line() > piece_.rbegin()->first);
            auto&       row = piece_[record.line()];
            std::string scratch;
            for (std::size_t cell = 0; cell < record.size(); ++cell) row.emplace_back(record.text(cell, '"', scratch));
        }
    }
    void hand_over() override {
        for (auto& [line, row] : piece_) {
            if (!rows_.empty()) REQUIRE(line > rows_.rbegin()->first); // pieces in the order of the file
            rows_.emplace(line, std::move(row));
        }
        piece_.clear();
    }
    [[nodiscard]] bool depends_on_order() const noexcept override { return true; }
    void               finish() override { REQUIRE(piece_.empty()); }

  private:
    Rows& rows_;
    Rows  piece_;
};

Rows read_in_pieces(const std::string& text, std::size_t piece_size, unsigned threads) {
    cx::Export      source = export_of(text, 3);
    cx::ReadOptions options;
    options.piece_size = piece_size;
    Rows rows;
    cx::read_records(source, options, threads, [&rows] { return std::make_unique<CollectingSink>(rows); });
    return rows;
}

// Everything that a cut can fall into: a quote, a doubled quote, CRLF, a character of several bytes, text that looks
// like records inside quotes.
const std::string hostile_file = "id,score,comment\r\n"
                                 "1,9,\"plain\"\r\n"
                                 "2,8,\"two\r\nlines\"\r\n"
                                 "3,7,\"say \"\"hi\"\", he\"\r\n"
                                 "4,,\"\"\r\n"
                                 "5,6,\"\r\n6,1,not a record\r\n7,1,nor this\r\n8,1,or this\r\n9,1,or that\r\n\"\r\n"
                                 "10,5,p\xC3\xA4iv\xC3\xA4\xC3\xA4 \xF0\x9F\x98\x80\r\n"
                                 "\r\n"
                                 "11,4,5\" screen\r\n"
                                 "12,3,\"\"\"\"\r\n"
                                 "13,2,last";

} // namespace

TEST_CASE("pieces cut at every offset give the same records", "[exports][records][threads]") {
    const Rows whole = read_in_pieces(hostile_file, 1U << 20U, 1);
    REQUIRE(whole.size() == 9);
    CHECK(whole.at(2) == std::vector<std::string>{"1", "9", "plain"});
    CHECK(whole.at(7)[2] == "\r\n6,1,not a record\r\n7,1,nor this\r\n8,1,or this\r\n9,1,or that\r\n");
    CHECK(whole.at(17) == std::vector<std::string>{"13", "2", "last"});
    for (std::size_t piece = 1; piece <= hostile_file.size() + 1; ++piece) {
        INFO("pieces of " << piece << " bytes");
        CHECK(read_in_pieces(hostile_file, piece, 1) == whole);
        CHECK(read_in_pieces(hostile_file, piece, 3) == whole);
    }
}

TEST_CASE("many pieces on many threads give what one thread gives", "[exports][records][threads]") {
    std::string text = "id,score,comment\n";
    for (int i = 0; i < 4000; ++i) {
        text += std::to_string(i) + "," + std::to_string(i % 11) +
                (i % 3 == 0 ? ",\"a\n1,2,3\n4,5,6\n7,8,9\nb\"\n" : ",x\n");
    }
    const Rows one = read_in_pieces(text, 997, 1);
    CHECK(one.size() == 4000);
    CHECK(read_in_pieces(text, 997, 2) == one);
    CHECK(read_in_pieces(text, 997, 8) == one);
}

TEST_CASE("an export without rows gives none", "[exports][records]") {
    CHECK(read_in_pieces("id,score,comment\n", 64, 2).empty());
    CHECK(read_in_pieces("id,score,comment\n\n\n", 1, 2).empty());
}

TEST_CASE("a legend at the end is no respondent", "[exports][records]") {
    cx::Export source = export_of("id,score,comment\n1,9,x\n,1 = North,\n,2 = South,\n", 3);
    source.recognition.has_legend = true;
    Rows rows;
    CHECK(cx::read_records(source, {}, 1, [&rows] { return std::make_unique<CollectingSink>(rows); }) == 2);
    CHECK(rows.size() == 1);
}

namespace {

std::string message_of(const std::string& text, std::size_t piece_size, std::size_t longest_field) {
    cx::Export      source = export_of(text, 3);
    cx::ReadOptions options;
    options.piece_size = piece_size;
    options.longest_field = longest_field;
    Rows rows;
    try {
        cx::read_records(source, options, 2, [&rows] { return std::make_unique<CollectingSink>(rows); });
    } catch (const cx::Error& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("what is too long is refused with its place", "[exports][records]") {
    const std::string header = "id,score,comment\n1,2,3\n";
    CHECK(message_of(header + "2,\"" + std::string(200, 'x') + "\",\n", 64, 100)
              .find("survey.csv:3: a field of over 100 bytes") == 0);
    CHECK(message_of(header + "2,\"" + std::string(200, 'x') + "\",\n", 4096, 100)
              .find("survey.csv:3: a field of over 100 bytes") == 0);
    CHECK(message_of(header + "2,\"" + std::string(80, 'x') + "\",\n", 64, 100).empty());
    CHECK(message_of(header + "2," + std::string(70'000, ',') + "\n", 1U << 20U, 1U << 20U)
              .find("survey.csv:3: a record of over 65536 cells") == 0);
    CHECK(message_of(header + "2," + std::string(70'000, ','), 4096, 1U << 20U)
              .find("survey.csv:3: a record of over 65536 cells") == 0);
}

TEST_CASE("a quote never closed is refused with the record where it opens", "[exports][records]") {
    const auto piece = GENERATE(16U, 4096U);
    CHECK(message_of("id,score,comment\n1,2,3\n2,\"x\ny\n", piece, 4096)
              .find("survey.csv:3: a quotation mark is opened") == 0);
}
