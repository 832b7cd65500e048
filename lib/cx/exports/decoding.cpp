#include <cx/exports/encoding.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <cx/exports/multibyte.hpp>
#include <cx/exports/single_byte.hpp>
#include <cx/exports/utf16.hpp>

namespace cx {

namespace {

constexpr std::size_t block_size = 128U << 10U;

/// Decodes blocks straight into what is read into. A character that does not fit there any more goes through a buffer.
template <class Decoder> class DecodedInput : public Input {
  public:
    DecodedInput(std::unique_ptr<Input> input, Decoder decoder)
        : input_(std::move(input)), decoder_(std::move(decoder)), block_(block_size, '\0') {}

    std::size_t read(char* to, std::size_t size) override {
        std::size_t done = 0;
        while (done < size) {
            if (taken_of_edge_ < edge_size_) {
                const std::size_t count = std::min(size - done, edge_size_ - taken_of_edge_);
                std::memcpy(to + done, edge_.data() + taken_of_edge_, count);
                taken_of_edge_ += count;
                done += count;
            } else if (size - done >= edge_.size()) {
                const std::size_t count = decode(to + done, size - done);
                if (count == 0) break;
                done += count;
            } else {
                edge_size_ = decode(edge_.data(), edge_.size());
                taken_of_edge_ = 0;
                if (edge_size_ == 0) break;
            }
        }
        return done;
    }

  private:
    /// @return bytes written; 0 only at the end
    std::size_t decode(char* to, std::size_t room) {
        while (true) {
            const std::string_view left(block_.data() + from_, end_ - from_);
            const auto             stretch = decoder_.decode(left, to, room);
            from_ += stretch.taken;
            if (stretch.written > 0) return stretch.written;
            if (!next_block()) break;
        }
        if (from_ == end_) return 0;
        from_ = end_; // a character that is cut off by the end is none
        *to = detail::bad_byte;
        return 1;
    }

    /// Reads on behind what the decoder left; false at the end.
    bool next_block() {
        if (ended_) return false;
        const std::size_t left = end_ - from_;
        if (left > 0) std::memmove(block_.data(), block_.data() + from_, left);
        const std::size_t wanted = block_size - left;
        const std::size_t count = input_->read(block_.data() + left, wanted);
        ended_ = count < wanted;
        from_ = 0;
        end_ = left + count;
        return count > 0;
    }

    std::unique_ptr<Input> input_;
    Decoder                decoder_;
    std::string            block_;
    std::size_t            from_ = 0;
    std::size_t            end_ = 0;
    bool                   ended_ = false;
    std::array<char, 64>   edge_{};
    std::size_t            edge_size_ = 0;
    std::size_t            taken_of_edge_ = 0;
};

/// The same for a decoder that keeps what is cut off itself, and appends.
class MultibyteInput : public Input {
  public:
    MultibyteInput(std::unique_ptr<Input> input, detail::Multibyte encoding)
        : input_(std::move(input)), decoder_(encoding) {}

    std::size_t read(char* to, std::size_t size) override {
        std::size_t done = 0;
        while (done < size && (taken_ < text_.size() || fill())) {
            const std::size_t count = std::min(size - done, text_.size() - taken_);
            std::memcpy(to + done, text_.data() + taken_, count);
            taken_ += count;
            done += count;
        }
        return done;
    }

  private:
    bool fill() {
        text_.clear();
        taken_ = 0;
        while (text_.empty() && !ended_) {
            block_.resize(block_size);
            block_.resize(input_->read(block_.data(), block_size));
            ended_ = block_.size() < block_size;
            decoder_.decode(block_, ended_, text_);
        }
        return !text_.empty();
    }

    std::unique_ptr<Input>   input_;
    detail::MultibyteDecoder decoder_;
    std::string              block_;
    std::string              text_;
    std::size_t              taken_ = 0;
    bool                     ended_ = false;
};

template <class Decoder> std::unique_ptr<Input> decoded_by(Decoder decoder, std::unique_ptr<Input> input) {
    return std::make_unique<DecodedInput<Decoder>>(std::move(input), std::move(decoder));
}

/// UTF-8 is handed through as it is: only cells that are used are looked at for faults.
std::unique_ptr<Input> without_mark(std::unique_ptr<Input> input) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    std::string                start = read_head(*input, mark.size());
    if (start == mark) return input;
    return replayed(std::move(start), std::move(input));
}

} // namespace

std::unique_ptr<Input> decoded(std::unique_ptr<Input> input, const std::string& encoding) {
    if (encoding == "UTF-16LE" || encoding == "UTF-16BE") {
        return decoded_by(detail::Utf16Decoder(encoding == "UTF-16BE"), std::move(input));
    }
    if (encoding == "windows-1252" || encoding == "ISO-8859-1" || encoding == "ISO-8859-15") {
        return decoded_by(detail::SingleByteDecoder(encoding), std::move(input));
    }
    if (encoding == "CP949") {
        return std::make_unique<MultibyteInput>(std::move(input), detail::Multibyte::cp949);
    }
    if (encoding == "Shift_JIS") {
        return std::make_unique<MultibyteInput>(std::move(input), detail::Multibyte::shift_jis);
    }
    return without_mark(std::move(input));
}

} // namespace cx
