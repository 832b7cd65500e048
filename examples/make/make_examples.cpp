// Writes the example surveys into the folder that is named.

#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "surveys.hpp"

namespace {

void write_all(const std::filesystem::path& folder) {
    for (const char* survey : {"asiointi", "northlight", "first"}) std::filesystem::create_directories(folder / survey);
    examples::asiointi().write((folder / "asiointi/vastaukset.csv").string());
    examples::northlight().write((folder / "northlight/responses.csv").string());
    examples::first_survey().write((folder / "first/survey.csv").string());
}

} // namespace

int main(int count, char** words) {
    try {
        if (count != 2) throw std::runtime_error("usage: make_examples FOLDER");
        write_all(words[1]);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 2;
    }
    return 0;
}
