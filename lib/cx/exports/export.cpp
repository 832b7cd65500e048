#include <cx/exports/export.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/exports/ascii_run.hpp>
#include <cx/exports/delimiter.hpp>
#include <cx/exports/encoding.hpp>
#include <cx/exports/recognising.hpp>

namespace cx {

namespace {

constexpr std::size_t head_size = 8U << 20U;

/// Bytes that windows-1252 leaves undefined: they are kept as control characters, and that is said.
std::size_t undefined_bytes(std::string_view raw) {
    using namespace std::string_view_literals;
    std::size_t count = 0;
    for (std::size_t i = detail::ascii_run(raw); i < raw.size(); i += 1 + detail::ascii_run(raw.substr(i + 1))) {
        count += "\x81\x8D\x8F\x90\x9D"sv.find(raw[i]) == std::string_view::npos ? 0U : 1U;
    }
    return count;
}

/// A text that is kept anyway, and what follows it.
class KeptTextInput : public Input {
  public:
    KeptTextInput(std::shared_ptr<const std::string> text, std::unique_ptr<Input> rest)
        : text_(std::move(text)), rest_(std::move(rest)) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t count = text_->copy(to, size, taken_);
        taken_ += count;
        return count == size ? size : count + rest_->read(to + count, size - count);
    }

  private:
    std::shared_ptr<const std::string> text_;
    std::unique_ptr<Input>             rest_;
    std::size_t                        taken_ = 0;
};

std::string recognised_encoding(const std::string& file, std::string_view raw) {
    try {
        return recognise_encoding(raw);
    } catch (const Error& error) {
        throw Error(Place{file, 0, 0, {}}, error.what());
    }
}

detail::Head read_text(Recognition& recognition, std::unique_ptr<Input> input, const ReadOptions& options) {
    std::string raw = read_head(*input, head_size);
    recognition.encoding =
        options.encoding.empty() ? recognised_encoding(recognition.file, raw) : encoding_named(options.encoding);
    if (recognition.encoding == "windows-1252") {
        if (const std::size_t count = undefined_bytes(raw); count > 0) {
            recognition.notices.push_back(
                {Notice::Level::information,
                 fmt::format("{} bytes that windows-1252 does not define are read as control characters", count)});
        }
    }
    const bool whole = raw.size() < head_size;
    if (whole && recognition.encoding == "UTF-8") { // as it is, but for a mark
        if (raw.starts_with("\xEF\xBB\xBF")) raw.erase(0, 3);
        return {std::make_shared<const std::string>(std::move(raw)), true, std::move(input)};
    }
    auto        text = decoded(replayed(std::move(raw), std::move(input)), recognition.encoding);
    std::string head = read_head(*text, head_size);
    const bool  complete = head.size() < head_size;
    return {std::make_shared<const std::string>(std::move(head)), complete, std::move(text)};
}

/// @throws Error when `text` is nothing that records could be found in
void check_is_text(const std::string& file, std::string_view text) {
    const Place place{file, 0, 0, {}};
    if (trim(text).empty()) throw Error(place, "is empty", "an export has at least a line of headers");
    if (text.find('\0') != std::string_view::npos) {
        throw Error(place, "is no text: it holds zero bytes", "give a CSV file, or name its encoding with --encoding");
    }
    const std::string start = folded(text.substr(0, 64));
    if (start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml")) {
        throw Error(place, "is a web page or XML and no CSV text", "was a log-in page saved in place of the export?");
    }
}

} // namespace

std::string Sample::cell(std::size_t row, std::size_t column) const {
    const Row&   found = rows_.at(row);
    const Record record(text_->data(), found.start, {ends_.data() + found.first, found.cells},
                        static_cast<std::int64_t>(found.line));
    std::string  scratch;
    return std::string(trim(record.text(column, quote_, scratch)));
}

Export open_export(const std::string& file, const ReadOptions& options) {
    return open_export(file, open_input(file, options.member), options);
}

Export open_export(const std::string& file, std::unique_ptr<Input> bytes, const ReadOptions& options) {
    Recognition recognition;
    recognition.file = file;
    detail::Head head = read_text(recognition, std::move(bytes), options);
    check_is_text(file, *head.text);
    const auto declared = detail::declared_delimiter(*head.text);
    recognition.delimiter =
        declared ? *declared : detail::recognise_delimiter(*head.text, recognition.quote, head.complete);
    Sample sample = detail::recognise(recognition, options, head, declared ? 1 : 0);
    auto   text = std::make_unique<KeptTextInput>(head.text, std::move(head.rest));
    return {std::move(recognition), std::move(sample), std::move(text)};
}

} // namespace cx
