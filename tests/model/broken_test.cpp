// Broken model files, each with the message it gets: in tests/model/broken, NAME.toml and what is said of it in
// NAME.txt. With NAME.csv beside it the model is sound by itself, and it is that export which it does not fit.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>
#include <cx/exports/export.hpp>
#include <cx/model/model_file.hpp>
#include <cx/model/recognise.hpp>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t fewest = 40;

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> broken_models() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(fs::path(CX_SOURCE_DIR) / "tests/model/broken"))
        if (entry.path().extension() == ".toml") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

/// The message, with the export called as its file is without the folder; empty where nothing is wrong.
std::string said_of(const fs::path& model_file) {
    const std::string name = model_file.filename().string();
    const fs::path    survey = fs::path(model_file).replace_extension(".csv");
    try {
        cx::MeasurementModel model = cx::parse_model(contents(model_file), name);
        if (!fs::exists(survey)) return {};
        cx::Export source = cx::open_export(survey.string(), {});
        source.recognition.file = survey.filename().string();
        cx::Notices notices;
        cx::complete_model(model, source, notices);
    } catch (const cx::Error& error) {
        return std::string(error.what()) + "\n";
    }
    return {};
}

} // namespace

TEST_CASE("Every broken model gets the message that was approved") {
    const char* const approve = std::getenv("CX_APPROVE");
    const auto        models = broken_models();
    CHECK(models.size() >= fewest);
    for (const fs::path& model : models) {
        INFO(model.filename().string() << ": write it with CX_APPROVE=1, then read it");
        const std::string said = said_of(model);
        CHECK_THAT(said, Catch::StartsWith(model.filename().string() + ":")); // the place is in the model
        CHECK(cx::is_valid_utf8(said));
        const fs::path text = fs::path(model).replace_extension(".txt");
        if (approve != nullptr && std::string(approve) == "1") {
            std::ofstream(text, std::ios::binary) << said;
            continue;
        }
        CHECK(said == contents(text));
    }
}

TEST_CASE("No approved message is left of a model that is gone") {
    for (const auto& entry : fs::directory_iterator(fs::path(CX_SOURCE_DIR) / "tests/model/broken")) {
        INFO(entry.path().filename().string());
        CHECK(fs::exists(fs::path(entry.path()).replace_extension(".toml")));
    }
}
