// Writes a survey of any size to standard output: `make_survey ROWS SEED`. The same seed gives the same bytes
// everywhere. 21 columns, about 193 bytes a row, some cells missing; of the comments 40 % quoted with commas, doubled
// quotes, line breaks and more than ASCII, 25 % plain, 35 % empty.

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace {

/// SplitMix64: the same sequence with every compiler and library.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// Evenly from 0 to `size` - 1, but for a bias below 2^-32.
    std::uint64_t below(std::uint64_t size) { return ((next() >> 32U) * size) >> 32U; }
    /// In `permille` of a thousand cases.
    bool happens(std::uint64_t permille) { return below(1000) < permille; }

  private:
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    std::uint64_t state_;
};

constexpr std::string_view header = "response_id,timestamp,touchpoint,stage,channel,segment,nps,csat,ces,imp_range,imp_"
                                    "price,imp_advice,imp_delivery,imp_ease,"
                                    "perf_range,perf_price,perf_advice,perf_delivery,perf_ease,weight,comment\n";

struct Touchpoint {
    std::string_view name, stage;
};
constexpr std::array<Touchpoint, 12>      touchpoints{{{"web shop", "purchase"},
                                                       {"mobile app", "purchase"},
                                                       {"store", "purchase"},
                                                       {"offer", "consideration"},
                                                       {"advice call", "consideration"},
                                                       {"order status", "delivery"},
                                                       {"courier", "delivery"},
                                                       {"installation", "start"},
                                                       {"first login", "start"},
                                                       {"help desk", "support"},
                                                       {"repair", "support"},
                                                       {"invoice", "billing"}}};
constexpr std::array<std::string_view, 7> channels{"web", "app", "phone", "e-mail", "chat", "store", "partner"};
constexpr std::array<std::string_view, 5> segments{"consumer", "small business", "enterprise", "public sector",
                                                   "student"};

constexpr std::array<std::string_view, 12> clauses{"the order arrived when it was promised",
                                                   "nobody answered the phone for a long time",
                                                   "the price was clear from the start",
                                                   "I had to explain the same thing twice",
                                                   "the advice was worth the visit",
                                                   "installing it took one evening",
                                                   "the invoice was hard to understand",
                                                   "support solved it in one call",
                                                   "delivery slipped by a week",
                                                   "the app is easy to use",
                                                   "my question was never answered",
                                                   "the courier was friendly"};
/// What makes a comment worth quoting.
constexpr std::array<std::string_view, 10> turns{
    ", but ",         ", and ",     "\nBesides, ", ". They said \"\"later\"\", ", " – ", "\r\n- ", ", though ",
    "; then again, ", ", because ", " (and yes, "};
constexpr std::array<std::string_view, 5> endings{".", "!", ", kiitos hyvästä palvelusta.", ", tack så mycket.", " 👍"};

/// Builds one row after the other in memory; every cell ends with a comma but the comment.
class Survey {
  public:
    explicit Survey(std::uint64_t seed) : random_(seed) {}

    void add_row(std::uint64_t number) {
        const Touchpoint& touchpoint = touchpoints[random_.below(touchpoints.size())];
        text("r");
        padded(number, 8);
        text(",");
        timestamp();
        cell(touchpoint.name, 3);
        cell(touchpoint.stage, 3);
        cell(channels[random_.below(channels.size())], 5);
        cell(segments[random_.below(segments.size())], 10);
        ratings();
        text("0.");
        padded(500 + random_.below(500), 3);
        text(",");
        comment();
        text("\n");
    }

    /// What has been built since the last call.
    [[nodiscard]] std::string take() { return std::exchange(rows_, {}); }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

  private:
    void text(std::string_view part) { rows_ += part; }

    void padded(std::uint64_t number, std::size_t width) {
        std::array<char, 20> digits{};
        const auto           end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        const auto           length = static_cast<std::size_t>(end - digits.data());
        if (length < width) rows_.append(width - length, '0');
        rows_.append(digits.data(), length);
    }

    void cell(std::string_view value, std::uint64_t missing_permille) {
        if (!random_.happens(missing_permille)) text(value);
        text(",");
    }

    void timestamp() {
        const std::uint64_t month = random_.below(24);
        padded(2024 + month / 12, 4);
        text("-");
        padded(month % 12 + 1, 2);
        text("-");
        padded(random_.below(28) + 1, 2);
        text("T");
        padded(random_.below(24), 2);
        text(":");
        padded(random_.below(60), 2);
        text(":");
        padded(random_.below(60), 2);
        text(",");
    }

    /// A point of the scale, the higher of two draws: people are kinder than chance.
    void rating(std::uint64_t low, std::uint64_t high, std::uint64_t missing_permille) {
        const std::uint64_t first = random_.below(high - low + 1);
        const std::uint64_t second = random_.below(high - low + 1);
        if (!random_.happens(missing_permille)) padded(low + (first > second ? first : second), 1);
        text(",");
    }

    void ratings() {
        rating(0, 10, 10);
        rating(1, 5, 20);
        rating(1, 7, 40);
        for (int i = 0; i < 5; ++i) rating(1, 10, 60);
        for (int i = 0; i < 5; ++i) rating(1, 10, 80);
    }

    void comment() {
        const std::uint64_t kind = random_.below(100);
        if (kind < 35) return;
        if (kind < 60) return plain_comment();
        text("\"");
        const std::uint64_t length = 2 + random_.below(6);
        for (std::uint64_t i = 0; i < length; ++i) {
            if (i > 0) text(turns[random_.below(turns.size())]);
            text(clauses[random_.below(clauses.size())]);
        }
        text(endings[random_.below(endings.size())]);
        text("\"");
    }

    void plain_comment() {
        text(clauses[random_.below(clauses.size())]);
        text(". ");
        text(clauses[random_.below(clauses.size())]);
    }

    Random      random_;
    std::string rows_;
};

bool read_number(std::string_view text, std::uint64_t& number) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size();
}

bool write_out(const std::string& text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); }

} // namespace

int main(int argc, char** argv) {
    std::uint64_t rows = 0;
    std::uint64_t seed = 0;
    if (argc != 3 || !read_number(argv[1], rows) || !read_number(argv[2], seed)) {
        std::fputs("usage: make_survey ROWS SEED > survey.csv\n", stderr);
        return 2;
    }
    Survey survey(seed);
    bool   written = write_out(std::string(header));
    for (std::uint64_t row = 1; row <= rows && written; ++row) {
        survey.add_row(row);
        if (survey.size() > 1U << 20U || row == rows) written = write_out(survey.take());
    }
    return written && std::fflush(stdout) == 0 ? 0 : 1;
}
