// Feeds a fuzz target with mutations of seeds, the same ones for the same number: `fuzz_x RUNS SEED FILE...`.
// A target has the signature that libFuzzer calls, so that it can be built with that as well.

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t longest_seed = std::size_t{1} << 14U;

/// What readers trip over.
const std::vector<std::string> tokens{"\"",
                                      "\"\"",
                                      ",",
                                      ";",
                                      "\t",
                                      "\n",
                                      "\r",
                                      "\r\n",
                                      "\n\n",
                                      std::string(1, '\0'),
                                      "\xef\xbb\xbf",
                                      "\xff\xfe",
                                      "\xff",
                                      "\xc3",
                                      "\xed\xa0\x80",
                                      "1e-9999999999",
                                      "-0",
                                      "99999999999999999999",
                                      "0,5",
                                      "31.2.2026",
                                      "2026-10-31T24:61",
                                      "=cmd()",
                                      "[[",
                                      "]]",
                                      "'''",
                                      "{",
                                      "\xe2\x80\xae",
                                      "ImportId",
                                      "Response"};

class Mutator {
  public:
    explicit Mutator(std::uint64_t seed) : random_(seed) {}

    std::string mutated(std::string text) {
        const std::size_t changes = 1 + below(8);
        for (std::size_t i = 0; i < changes; ++i) change(text);
        return text;
    }

    std::size_t below(std::size_t size) { return size == 0 ? 0 : static_cast<std::size_t>(random_() % size); }

  private:
    void change(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = below(1 + below(1 + (text.size() - at)));
        switch (below(6)) {
        case 0:
            text.insert(at, tokens[below(tokens.size())]);
            break;
        case 1:
            text.replace(at, length, tokens[below(tokens.size())]);
            break;
        case 2:
            text.erase(at, length);
            break;
        case 3:
            if (text.size() + length <= 4 * longest_seed) text.insert(at, text.substr(at, length));
            break;
        case 4:
            if (at < text.size()) text[at] = static_cast<char>(below(256));
            break;
        default:
            text.resize(at);
        }
    }

    std::mt19937_64 random_;
};

std::vector<std::string> read_seeds(char** first, char** last) {
    std::vector<std::string> seeds{""};
    for (char** name = first; name != last; ++name) {
        std::ifstream file(*name, std::ios::binary);
        std::string   text(std::istreambuf_iterator<char>(file), {});
        if (text.empty()) std::fprintf(stderr, "%s: nothing to read\n", *name);
        seeds.push_back(text.substr(0, longest_seed));
    }
    return seeds;
}

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: fuzz_x RUNS SEED FILE...\n", stderr);
        return 2;
    }
    const std::uint64_t            runs = number(argv[1]);
    const std::vector<std::string> seeds = read_seeds(argv + 3, argv + argc);
    Mutator                        mutator(number(argv[2]));
    for (std::uint64_t run = 0; run < runs + seeds.size(); ++run) {
        const std::string& seed = run < seeds.size() ? seeds[run] : seeds[mutator.below(seeds.size())];
        const std::string  text = run < seeds.size() ? seed : mutator.mutated(seed);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    }
    std::printf("%llu inputs\n", static_cast<unsigned long long>(runs + seeds.size()));
    return 0;
}
