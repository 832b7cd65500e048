#include <cx/statistics/elimination.hpp>

#include <algorithm>
#include <map>
#include <queue>
#include <set>

namespace cx::detail {

namespace {

constexpr std::uint64_t prime = (std::uint64_t{1} << 61) - 1;

__extension__ using Wide = unsigned __int128;

std::uint64_t times(std::uint64_t a, std::uint64_t b) noexcept {
    const Wide    product = static_cast<Wide>(a) * b;
    std::uint64_t folded = static_cast<std::uint64_t>(product & prime) + static_cast<std::uint64_t>(product >> 61);
    return folded >= prime ? folded - prime : folded;
}

std::uint64_t plus(std::uint64_t a, std::uint64_t b) noexcept { return a + b >= prime ? a + b - prime : a + b; }

std::uint64_t minus(std::uint64_t a) noexcept { return a == 0 ? 0 : prime - a; }

/// 1 / a, by Fermat.
std::uint64_t inverse(std::uint64_t a) noexcept {
    std::uint64_t result = 1;
    for (std::uint64_t power = prime - 2; power > 0; power >>= 1) {
        if ((power & 1U) != 0) {
            result = times(result, a);
        }
        a = times(a, a);
    }
    return result;
}

/// Numbers without a pattern, the same in every run (splitmix64: Steele, Lea and Flood 2014).
class Draws {
  public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() noexcept {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t bits = state_;
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
        return (bits ^ (bits >> 31)) % (prime - 1) + 1;
    }

  private:
    std::uint64_t state_;
};

/// Rows in echelon form: each has no pivot of an earlier one and the factor 1 at its own.
class Echelon {
  public:
    Echelon(std::size_t unknowns, const std::vector<std::vector<Term>>& equations)
        : dense_(unknowns), pivot_row_(unknowns, none), uses_(unknowns) {
        for (const auto& equation : equations) {
            for (const Term& term : equation) {
                ++uses_[term.unknown];
            }
        }
    }

    /// False when the budget of touched terms is used up.
    bool add(const std::vector<Term>& equation, std::uint64_t& budget) {
        load(equation);
        while (!waiting_.empty()) {
            const std::size_t row = *waiting_.begin();
            waiting_.erase(waiting_.begin());
            const std::uint64_t factor = dense_[pivots_[row]];
            if (factor == 0) {
                continue;
            }
            if (rows_[row].size() > budget) {
                return false;
            }
            budget -= rows_[row].size();
            for (const Term& term : rows_[row]) {
                put(term.unknown, times(minus(factor), term.factor));
            }
        }
        store();
        return true;
    }

    [[nodiscard]] std::vector<std::uint64_t> null_vector(std::uint64_t seed) const {
        Draws                      draws(seed);
        std::vector<std::uint64_t> vector(pivot_row_.size());
        for (std::size_t i = 0; i < vector.size(); ++i) {
            if (pivot_row_[i] == none) {
                vector[i] = draws.next();
            }
        }
        for (std::size_t row = rows_.size(); row-- > 0;) {
            std::uint64_t sum = 0;
            for (const Term& term : rows_[row]) {
                if (term.unknown != pivots_[row]) {
                    sum = plus(sum, times(term.factor, vector[term.unknown]));
                }
            }
            vector[pivots_[row]] = minus(sum);
        }
        return vector;
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void put(std::size_t unknown, std::uint64_t factor) {
        if (dense_[unknown] == 0) {
            touched_.push_back(unknown);
            if (pivot_row_[unknown] != none) {
                waiting_.insert(pivot_row_[unknown]);
            }
        }
        dense_[unknown] = plus(dense_[unknown], factor);
    }

    void load(const std::vector<Term>& equation) {
        for (const Term& term : equation) {
            put(term.unknown, term.factor);
        }
    }

    void store() {
        std::sort(touched_.begin(), touched_.end());
        touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
        std::vector<Term> row;
        std::size_t       pivot = none;
        for (const std::size_t unknown : touched_) {
            if (dense_[unknown] == 0) {
                continue;
            }
            row.push_back({unknown, dense_[unknown]});
            // The unknown in the fewest equations: it brings the least into later rows.
            if (pivot == none || uses_[unknown] < uses_[pivot]) {
                pivot = unknown;
            }
        }
        if (pivot != none) {
            const std::uint64_t scale = inverse(dense_[pivot]);
            for (Term& term : row) {
                term.factor = times(term.factor, scale);
            }
            pivot_row_[pivot] = rows_.size();
            pivots_.push_back(pivot);
            rows_.push_back(std::move(row));
        }
        for (const std::size_t unknown : touched_) {
            dense_[unknown] = 0;
        }
        touched_.clear();
    }

    std::vector<std::uint64_t>     dense_;   ///< the row at work
    std::vector<std::size_t>       touched_; ///< where it may be other than 0
    std::set<std::size_t>          waiting_; ///< rows to be taken off it, the earliest first
    std::vector<std::vector<Term>> rows_;
    std::vector<std::size_t>       pivots_;    ///< by row
    std::vector<std::size_t>       pivot_row_; ///< by unknown
    std::vector<std::size_t>       uses_;      ///< equations by unknown
};

} // namespace

std::optional<Solvable> solvable(std::size_t unknowns, const std::vector<std::vector<Term>>& equations,
                                 std::uint64_t budget) {
    Echelon                               echelon(unknowns, equations);
    std::vector<const std::vector<Term>*> order;
    order.reserve(equations.size());
    for (const auto& equation : equations) {
        order.push_back(&equation);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
    for (const auto* equation : order) {
        if (!echelon.add(*equation, budget)) {
            return std::nullopt;
        }
    }
    const std::vector<std::uint64_t>     one = echelon.null_vector(1);
    const std::vector<std::uint64_t>     two = echelon.null_vector(2);
    std::map<std::uint64_t, std::size_t> numbers;
    Solvable                             result{std::vector<bool>(unknowns), std::vector<std::size_t>(unknowns)};
    for (std::size_t i = 0; i < unknowns; ++i) {
        result.determined[i] = one[i] == 0;
        if (one[i] == 0 || two[i] == 0) {
            continue;
        }
        result.tied[i] = numbers.try_emplace(times(one[i], inverse(two[i])), numbers.size() + 1).first->second;
    }
    return result;
}

} // namespace cx::detail
