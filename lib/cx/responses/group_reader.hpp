#pragma once

// One dimension's column: which group a cell's text means.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <cx/responses/binding.hpp>
#include <cx/responses/group_names.hpp>
#include <cx/responses/text_codes.hpp>

namespace cx {

class CellBlock;

/// Where a response belongs in one dimension. Belongs to one thread: it remembers the texts it has seen.
class GroupReader {
  public:
    struct Found {
        GroupCode code = no_group;
        bool      foreign = false; ///< a value that nothing in the model means
    };

    /// @param dimension  index into Schema::dimensions
    GroupReader(const Binding& binding, std::size_t dimension);

    /// The column whose raw cell read() wants; nothing for a period, and for what every row of a file shares.
    [[nodiscard]] std::optional<std::size_t> column() const noexcept { return column_; }
    [[nodiscard]] bool                       is_period() const noexcept { return period_.has_value(); }

    /// @param raw  the cell's bytes, quotes included, with `readable_beyond` bytes behind them that may be read
    /// @throws BadEncoding for bytes that are no UTF-8; Error when there are too many groups
    [[nodiscard]] Found read(std::string_view raw) {
        if (raw.empty()) return {};
        const std::uint32_t known = seen_.find(raw);
        return known != TextCodes::not_known ? unpacked(known) : read_new(raw);
    }
    [[nodiscard]] Found read(Day day) {
        const auto      ordinal = static_cast<std::int32_t>(day.time_since_epoch().count());
        const KnownDay& known = days_[static_cast<std::uint32_t>(ordinal) % days_.size()];
        return {known.ordinal == ordinal ? known.code : read_new(day), false};
    }
    /// Reads the cells of a column that have been read before; others, and those that are foreign, are odd.
    /// @param groups  of each record of the block
    void read_known(CellBlock& cells, std::size_t column, GroupCode* groups) const noexcept;
    /// The same for the days of a period.
    /// @param days  of each record of the block, from 1970
    void read_known(CellBlock& cells, const std::int32_t* days, GroupCode* groups) const noexcept;

    [[nodiscard]] Found shared() const noexcept { return shared_; }

  private:
    void      match_touchpoints(const MeasurementModel& model, RowDimension::Source source);
    void      match_stages(const MeasurementModel& model);
    void      mean(const std::string& text, const GroupName& group);
    Found     interpret(std::string_view text);
    Found     read_new(std::string_view raw);
    GroupCode read_new(Day day);

    /// The group of a day, by days from 1970.
    struct KnownDay {
        std::int32_t ordinal = INT32_MIN;
        GroupCode    code = no_group;
    };

    GroupNames*                               names_;
    std::optional<std::size_t>                column_;
    std::optional<PeriodKind>                 period_;
    char                                      quote_;
    const std::map<std::string, std::string>* legend_ = nullptr;     ///< code -> label, where the export has one
    std::map<std::string, GroupName>          meant_;                ///< folded text -> group; an empty id is no group
    bool                                      matched_only_ = false; ///< other texts are no group
    bool                                      matches_ = false;      ///< other texts are foreign
    Found                                     shared_;

    /// A group in 32 bits: the highest tells of one that is foreign. Never TextCodes::not_known.
    [[nodiscard]] static std::uint32_t packed(Found found) noexcept {
        return found.code == no_group ? no_code : found.code | (found.foreign ? foreign_bit : 0);
    }
    [[nodiscard]] static Found unpacked(std::uint32_t packed) noexcept {
        const std::uint32_t code = packed & no_code;
        return {code == no_code ? no_group : code, packed > no_code};
    }
    static constexpr std::uint32_t foreign_bit = 1U << 31U, no_code = foreign_bit - 1;

    TextCodes             seen_; ///< raw cell -> what packed() makes of its group
    std::vector<KnownDay> days_; ///< of a period: by ordinal modulo their number
    std::string           scratch_;
};

} // namespace cx
