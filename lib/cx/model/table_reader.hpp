#pragma once

// One table of a model file, read key by key: what is asked for is known, what is left over is an error.

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cx/base/calendar.hpp>
#include <cx/model/measurement_model.hpp>
#include <cx/model/problems.hpp>
#include <cx/model/toml_document.hpp>

namespace cx::detail {

/// Reads values of the types that model files have. A key that is left out gives the empty value; a value of another
/// type is a problem and gives the empty value too.
class TableReader {
  public:
    /// @param name  as it is written in the file: `[survey]`, `[[item]]`; empty for the file itself
    TableReader(const TomlNode& table, std::string name, Problems& problems)
        : table_(&table), name_(std::move(name)), problems_(&problems) {}

    /// Any text, also an empty one.
    [[nodiscard]] std::string text(std::string_view key);
    /// A text that names something: not blank.
    [[nodiscard]] std::string name(std::string_view key);
    /// A name that other tables refer to, trimmed, NFC, on one line.
    [[nodiscard]] std::string id(std::string_view key);
    /// A list of texts; a text alone is a list of one.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// The same, none of them blank.
    [[nodiscard]] std::vector<std::string> names(std::string_view key);
    /// `column=value` texts: which responses.
    [[nodiscard]] std::vector<std::string> conditions(std::string_view key);
    /// Which of `words` it is.
    [[nodiscard]] std::optional<std::size_t> word(std::string_view key, std::initializer_list<std::string_view> words);
    [[nodiscard]] bool                       flag(std::string_view key);
    [[nodiscard]] std::optional<double>      number(std::string_view key);
    [[nodiscard]] std::optional<int>         whole(std::string_view key);
    [[nodiscard]] std::optional<Day>         date(std::string_view key);
    /// Two whole numbers, the lower first, with at most 101 points from one to the other.
    [[nodiscard]] std::optional<Scale> scale(std::string_view key);
    /// A table of whole numbers, its keys folded.
    [[nodiscard]] std::map<std::string, int> points(std::string_view key);
    /// A number or a text: for keys that take either.
    void number_or_text(std::string_view key);
    /// A table, or null.
    [[nodiscard]] const TomlNode* table(std::string_view key);
    /// The tables of `[[key]]`.
    [[nodiscard]] std::vector<const TomlNode*> tables(std::string_view key);

    [[nodiscard]] bool has(std::string_view key) const noexcept { return table_->find(key) != nullptr; }
    /// Written, and nothing wrong with it so far.
    [[nodiscard]] bool sound(std::string_view key) const { return has(key) && !faulty_.contains(key); }
    /// Where the key stands, else where the table does.
    [[nodiscard]] Mark at(std::string_view key) const noexcept;
    /// Where the key's texts stand: of a list each, else the value's own place. Empty where it is left out.
    [[nodiscard]] std::vector<Mark>  marks(std::string_view key) const;
    [[nodiscard]] const std::string& table_name() const noexcept { return name_; }

    /// A problem with a key; later questions whether it is sound are answered no.
    void problem(std::string_view key, std::string_view found, std::string_view advice = {});
    /// A problem where the key is left out.
    void require(std::string_view key, std::string_view advice);
    /// Every key that was never asked for is a problem. To be called last.
    void finish();

  private:
    const TomlNode*          value(std::string_view key);
    std::vector<std::string> texts_of(std::string_view key, bool blank_allowed);
    std::optional<int>       small_whole(std::string_view key, const TomlNode& value);
    void expected(std::string_view key, const TomlNode& value, std::string_view what, std::string_view advice = {});

    const TomlNode*                    table_;
    std::string                        name_;
    Problems*                          problems_;
    std::vector<std::string>           known_;
    std::set<std::string, std::less<>> faulty_;
};

} // namespace cx::detail
