#pragma once

// From the cells of a record to the answers of a response.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cx/base/error.hpp>
#include <cx/exports/record.hpp>
#include <cx/responses/account.hpp>
#include <cx/responses/binding.hpp>
#include <cx/responses/group_reader.hpp>
#include <cx/responses/iso_days.hpp>
#include <cx/responses/journey_groups.hpp>
#include <cx/responses/made_answers.hpp>
#include <cx/responses/schema.hpp>
#include <cx/responses/text_codes.hpp>

namespace cx {

/// Maps records to responses. Belongs to one thread.
class ResponseMapper {
  public:
    explicit ResponseMapper(const Binding& binding);

    /// Fills `response` and returns true when the row is accepted; else false. Either way it is counted in `account`.
    /// @param record  with `readable_beyond` bytes behind it that may be read
    /// @throws Error with its place for text that is not in the export's encoding, in a cell that is used; with
    /// `strict` for a rejected row or an unreadable answer
    bool map(const Record& record, Response& response, RowAccount& account);

    /// The day of the last record that was accepted, where dates are read.
    [[nodiscard]] std::optional<Day> day() const noexcept { return day_; }
    /// Why the last record that was not accepted was not.
    [[nodiscard]] std::string_view reason() const noexcept { return reason_; }

  private:
    friend class BlockMapper; // reads with what is remembered here
    static constexpr std::size_t nowhere = SIZE_MAX;

    bool               leave_out(Outcome outcome, std::string_view reason, const Record& record, RowAccount& account);
    bool               takes_day(const Record& record, RowAccount& account);
    [[nodiscard]] bool has_surplus_text(const Record& record) const;
    bool               drops(std::size_t filter, const Record& record);
    std::string_view   read_weight(const Record& record, double& weight);
    std::optional<Day> read_day(const Record& record);
    /// The weight of a raw cell; nothing where the row is to be rejected for it.
    std::optional<double> weight_in(std::string_view cell);
    /// The day of a raw cell, from 1970; IsoDays::none where it is no date.
    std::int32_t day_in(std::string_view cell);
    /// The text of a raw cell, trimmed; nothing where it is not in the export's encoding. Until the next call.
    std::optional<std::string_view> text_in(std::string_view cell);
    bool                            meets_conditions(const Response& response);
    bool                            is_repeated(const Record& record);
    void                            read_respondent(const Record& record, Response& response);
    void                            read_group(const Record& record, std::size_t dimension, Response& response);
    void                            read_all_groups(const Record& record, Response& response);
    void                            note_foreign(GroupCode code, std::size_t dimension);
    void                            note_elsewhere(const Record& record, Response& response, RowAccount& account);
    bool                            read_groups(const Record& record, Response& response, RowAccount& account);
    void                            read_answers(const Record& record, Response& response);
    /// Text of a cell that is used, trimmed; until the next call.
    [[nodiscard]] std::string_view text_of(const Record& record, std::size_t column);
    /// A raw cell, empty beyond the record's last; behind it `readable_beyond` bytes may be read.
    [[nodiscard]] static std::string_view raw(const Record& record, std::size_t column) noexcept;
    [[nodiscard]] Place                   place(const Record& record, std::size_t column) const;
    [[noreturn]] void                     throw_encoding(const Record& record, std::size_t column) const;
    [[noreturn]] void                     throw_unreadable(const Record& record, std::size_t column, const Item& item);
    [[nodiscard]] bool                    condition_holds(std::size_t condition, GroupCode code) const;

    const Binding&               binding_;
    std::size_t                  width_; ///< of the header
    std::vector<AnswerReader>    answers_;
    std::vector<std::size_t>     answer_columns_; ///< beside them; `nowhere` without one
    std::vector<GroupReader>     groups_;
    std::vector<std::size_t>     group_columns_; ///< beside them; `nowhere` without one
    std::optional<JourneyGroups> journeys_;
    std::size_t                  journey_dimension_ = 0;
    MadeAnswers                  made_;
    std::optional<Day>           day_; ///< of the record at hand
    std::string_view             reason_;
    std::optional<GroupCode>     foreign_; ///< its touchpoint, where no touchpoint of the model matches it
    std::size_t                  touchpoint_dimension_ = 0;
    bool                         needs_day_ = false;
    std::vector<std::size_t>     condition_dimensions_;
    std::vector<std::vector<signed char>>
                           condition_known_; ///< by condition and code: -1 not known, else whether it holds
    std::vector<TextCodes> kept_;            ///< by filter: raw cells of rows that are kept
    IsoDays                iso_days_;
    TextCodes              seen_weights_; ///< raw cell -> index into weights_
    std::vector<double>    weights_;
    std::string            scratch_;
};

} // namespace cx
