#include <cx/tally/counts_text.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/numbers.hpp>
#include <cx/base/text.hpp>
#include <cx/model/coding.hpp>
#include <cx/model/made_items.hpp>

namespace cx::detail {

namespace {

constexpr std::size_t bytes_at_once = std::size_t{1} << 16U;

std::string counts_cell(const std::string& text) {
    if (text.find('\n') != std::string::npos || text.find('\r') != std::string::npos ||
        text.find('\0') != std::string::npos) {
        throw Error(
            fmt::format("'{}' has a line break or a zero byte in it and cannot be in a counts file", visible(text)));
    }
    if (text.find_first_of(",\"") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace

Count without(const Count& all, const Count& part) {
    if (all.answers <= part.answers) return {};
    Count        left{all.answers - part.answers, std::max(all.weight - part.weight, 0.0), 0};
    const double squares = std::max(all.weight_squared - part.weight_squared, 0.0), whole = left.weight * left.weight;
    left.weight_squared = std::clamp(squares, whole / static_cast<double>(left.answers), whole);
    return left;
}

CountsText::CountsText(bool weighted, std::function<void(std::string_view)> write)
    : weighted_(weighted), write_(std::move(write)), text_(fmt::format("{}\n", counts_header)) {}

void CountsText::stand_at(std::string_view period, const std::string& dimension, const std::string& group) {
    where_ = fmt::format("{},{},{},", period, counts_cell(guarded(dimension)), counts_cell(guarded(group)));
}

void CountsText::put(const std::string& item, CountsKind kind, std::string_view point, std::string_view paired_point,
                     const std::string& numbers) {
    text_ += fmt::format("{}{},{},{},{},{}\n", where_, counts_cell(guarded(item)), to_string(kind), point, paired_point,
                         numbers);
    ++records_;
    if (text_.size() < bytes_at_once) return;
    write_(text_);
    text_.clear();
}

void CountsText::add(const std::string& item, CountsKind kind, std::string_view point, std::string_view paired_point,
                     const Count& count) {
    if (count.answers == 0) return;
    put(item, kind, point, paired_point,
        weighted_ ? fmt::format("{},{},{}", count.answers, shortest(count.weight), shortest(count.weight_squared))
                  : fmt::format("{0},{0},{0}", count.answers));
}

void CountsText::add_rows(std::string_view outcome, std::uint64_t rows) {
    put({}, CountsKind::rows, outcome, {}, fmt::format("{0},{0},{0}", rows));
}

void CountsText::add_no_answers(const Tallies& tallies, const GroupTally& tally, std::size_t column) {
    constexpr std::array<CountsKind, no_answer_kinds> kinds{CountsKind::missing, CountsKind::not_applicable,
                                                            CountsKind::out_of_scale, CountsKind::unreadable};
    const Layout&                                     layout = tallies.layout();
    const AnswerColumn&                               answers = layout.schema().columns[column];
    const Item&                                       item = layout.model().items[answers.item];
    const std::size_t                                 first = layout.column(column) + layout.points(column);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        add(item.id, kinds[i], side_text(item, answers.part), {}, tallies.count(tally, first + i));
}

void CountsText::add_single(const Tallies& tallies, const GroupTally& tally, std::size_t item) {
    const std::size_t  column = tallies.layout().schema().column_of(item);
    const Distribution answers = tallies.distribution(tally, column);
    for (int point = answers.low; point <= answers.high(); ++point)
        add(tallies.layout().model().items[item].id, CountsKind::answer, fmt::format("{}", point), {},
            answers.at(point));
    add_no_answers(tallies, tally, column);
}

void CountsText::add_pair(const Tallies& tallies, const GroupTally& tally, std::size_t item) {
    const std::size_t  column = tallies.layout().schema().column_of(item);
    const std::string& id = tallies.layout().model().items[item].id;
    const Distribution performance = tallies.distribution(tally, column),
                       other = tallies.distribution(tally, column + 1);
    PairDistribution both = tallies.pair(tally, item);
    for (int p = performance.low; p <= performance.high(); ++p) {
        Count in_both;
        for (int o = other.low; o <= other.high(); ++o) {
            add(id, CountsKind::answer, fmt::format("{}", p), fmt::format("{}", o), both.at(p, o));
            in_both += both.at(p, o);
        }
        add(id, CountsKind::answer, fmt::format("{}", p), {}, without(performance.at(p), in_both));
    }
    for (int o = other.low; o <= other.high(); ++o) {
        Count in_both;
        for (int p = performance.low; p <= performance.high(); ++p) in_both += both.at(p, o);
        add(id, CountsKind::answer, {}, fmt::format("{}", o), without(other.at(o), in_both));
    }
    add_no_answers(tallies, tally, column);
    add_no_answers(tallies, tally, column + 1);
}

void CountsText::add_made(const Tallies& tallies, const GroupTally& tally, std::size_t item) {
    const MeasurementModel& model = tallies.layout().model();
    const Item&             made = model.items[item];
    const std::size_t       column = tallies.layout().schema().column_of(item);
    const Distribution      met = tallies.distribution(tally, column);
    if (made.kind == ItemKind::kept) {
        for (const int point : {0, 1}) add(made.promise, CountsKind::kept, fmt::format("{}", point), {}, met.at(point));
        return;
    }
    const Distribution complete = tallies.distribution(tally, column + 1);
    const Distribution alone = tallies.distribution(tally, column + 2);
    for (const int point : {0, 1}) add({}, CountsKind::basics, fmt::format("{}", point), {}, met.at(point));
    add({}, CountsKind::basics, "incomplete", {}, complete.at(0));
    add({}, CountsKind::basics, "complete", {}, complete.at(1));
    std::size_t part = 0;
    for (const std::size_t need : made_from(model, made))
        add(model.items[need].id, CountsKind::basics, "alone", {}, alone.points[part++]);
}

void CountsText::add_tally(const Tallies& tallies, const GroupTally& tally) {
    const auto& items = tallies.layout().model().items;
    for (std::size_t item = 0; item < items.size(); ++item) {
        if (is_made(items[item])) {
            add_made(tallies, tally, item);
        } else if (items[item].is_pair()) {
            add_pair(tallies, tally, item);
        } else {
            add_single(tallies, tally, item);
        }
    }
}

void CountsText::add_pool(const Layout& layout, const Pool& pool, const PooledSums& sums) {
    if (sums.responses == 0) return;
    const std::string& item = layout.model().items[pool.items.front()].id;
    const std::string  pooled = pool_text(pool);
    const auto         put_sum = [&](const char* name, std::uint64_t answers, double sum, double squared) {
        put(item, CountsKind::pooled, name, pooled, fmt::format("{},{},{}", answers, shortest(sum), shortest(squared)));
    };
    put_sum("b", sums.answers, sums.b, sums.weight_squared);
    put_sum("a", sums.responses, sums.a, sums.a);
    put_sum("bb", sums.responses, sums.bb, sums.bb);
    put_sum("ab", sums.responses, sums.ab, sums.ab);
    put_sum("aa", sums.responses, sums.aa, sums.aa);
}

void CountsText::end() {
    text_ += fmt::format("end,,,,,,,{},,\n", records_);
    write_(text_);
    text_.clear();
}

} // namespace cx::detail
