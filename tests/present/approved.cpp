#include <present/approved.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

namespace cx {

void check_approved(const std::string& name, const std::string& output) {
    const std::string path = std::string(CX_SOURCE_DIR) + "/tests/present/approved/" + name;
    const char* const approve = std::getenv("CX_APPROVE");
    if (approve != nullptr && std::string(approve) == "1") {
        std::ofstream file(path, std::ios::binary);
        file << output;
        REQUIRE(file.good());
        WARN(name << " was written: read the difference before it is committed");
        return;
    }
    std::ifstream file(path, std::ios::binary);
    INFO("write it with CX_APPROVE=1, then read it");
    REQUIRE(file.good());
    const std::string approved{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(output == approved);
}

} // namespace cx
