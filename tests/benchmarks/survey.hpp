#pragma once

// A survey of any size, made row by row: the same plan gives the same bytes with every compiler and library.

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace cx::bench {

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

inline constexpr std::string_view header =
    "response_id,timestamp,touchpoint,stage,channel,segment,nps,csat,ces,imp_range,imp_"
    "price,imp_advice,imp_delivery,imp_ease,"
    "perf_range,perf_price,perf_advice,perf_delivery,perf_ease,weight,";
inline constexpr std::uint64_t usual_columns = 21;

struct Touchpoint {
    std::string_view name, stage;
};
inline constexpr std::array<Touchpoint, 12>      touchpoints{{{"web shop", "purchase"},
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
inline constexpr std::array<std::string_view, 7> channels{"web", "app", "phone", "e-mail", "chat", "store", "partner"};
inline constexpr std::array<std::string_view, 5> segments_by_name{"consumer", "small business", "enterprise",
                                                                  "public sector", "student"};

inline constexpr std::array<std::string_view, 12> clauses{"the order arrived when it was promised",
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
inline constexpr std::array<std::string_view, 10> turns{
    ", but ",         ", and ",     "\nBesides, ", ". They said \"\"later\"\", ", " – ", "\r\n- ", ", though ",
    "; then again, ", ", because ", " (and yes, "};
inline constexpr std::array<std::string_view, 5> endings{".", "!", ", kiitos hyvästä palvelusta.", ", tack så mycket.",
                                                         " 👍"};

/// What is made.
struct Plan {
    std::uint64_t rows = 0, seed = 0;
    std::uint64_t segments = segments_by_name.size(); ///< other numbers are called `segment 1`, `segment 2`, ...
    std::uint64_t columns = usual_columns;            ///< at least the usual ones
};

/// Builds one row after the other in memory; every cell ends with a comma but the comment.
class Survey {
  public:
    explicit Survey(const Plan& plan) : plan_(plan), random_(plan.seed) {}

    void add_header() {
        text(header);
        for (std::uint64_t number = 1; number <= other_questions(); ++number) {
            text("other_");
            padded(number, 4);
            text(",");
        }
        text("comment\n");
    }

    void add_row(std::uint64_t number) {
        const Touchpoint& touchpoint = touchpoints[random_.below(touchpoints.size())];
        text("r");
        padded(number, 8);
        text(",");
        timestamp();
        cell(touchpoint.name, 3);
        cell(touchpoint.stage, 3);
        cell(channels[random_.below(channels.size())], 5);
        segment();
        ratings();
        text("0.");
        padded(500 + random_.below(500), 3);
        text(",");
        for (std::uint64_t i = 0; i < other_questions(); ++i) rating(1, 5, 300);
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

    void segment() {
        const std::uint64_t number = random_.below(plan_.segments);
        if (plan_.segments == segments_by_name.size()) return cell(segments_by_name[number], 10);
        if (!random_.happens(10)) {
            text("segment ");
            padded(number + 1, 1);
        }
        text(",");
    }

    [[nodiscard]] std::uint64_t other_questions() const { return plan_.columns - usual_columns; }

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

    Plan        plan_;
    Random      random_;
    std::string rows_;
};

} // namespace cx::bench
