#pragma once

// One dimension's column: which group a cell's text means.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include <cx/responses/binding.hpp>
#include <cx/responses/group_names.hpp>

namespace cx {

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

    /// @throws BadEncoding for bytes that are no UTF-8; Error when there are too many groups
    [[nodiscard]] Found read(std::string_view raw);
    [[nodiscard]] Found read(Day day);
    [[nodiscard]] Found shared() const noexcept { return shared_; }

  private:
    void  match_touchpoints(const MeasurementModel& model, RowDimension::Source source);
    void  match_stages(const MeasurementModel& model);
    void  mean(const std::string& text, const GroupName& group);
    Found interpret(std::string_view text);

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
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

    std::unordered_map<std::string, Found, TextHash, std::equal_to<>> seen_;
    std::unordered_map<std::int32_t, GroupCode>                       periods_;
    std::string                                                       scratch_;
};

} // namespace cx
