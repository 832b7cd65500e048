#include "phrases.hpp"

namespace examples {

std::string filled(std::string_view sentence, const std::vector<std::pair<std::string_view, std::string>>& slots) {
    std::string text(sentence);
    for (const auto& [name, value] : slots) {
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
            text.replace(at, name.size(), value);
    }
    return text;
}

std::string joined(Random& random, std::vector<std::string> sentences) {
    const bool  lines = random.happens(110);
    const bool  careless = random.happens(130);
    std::string text;
    for (std::string& sentence : sentences) {
        if (careless && sentence.front() >= 'A' && sentence.front() <= 'Z')
            sentence.front() = static_cast<char>(sentence.front() - 'A' + 'a');
        if (!text.empty()) text += lines ? '\n' : ' ';
        text += sentence;
    }
    if (text.back() == '.' && random.happens(220)) text.pop_back();
    return text;
}

} // namespace examples
