#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <thread>
#include <vector>

#include <cx/base/error.hpp>
#include <cx/responses/group_names.hpp>

using cx::GroupName;
using cx::GroupNames;

TEST_CASE("a group has one code, whoever meets it", "[responses][groups]") {
    GroupNames names("region", 10);
    CHECK(names.size() == 0);
    const auto north = names.code_of({"north", "North", 1});
    CHECK(names.code_of({"south", "South", 0}) != north);
    CHECK(names.code_of({"north", "North", 1}) == north);
    CHECK(names.code_of({"North", "North", 1}) != north);
    CHECK(names.size() == 3);
    CHECK(names.at(north).id == "north");
    CHECK(names.at(north).name == "North");
    CHECK(names.at(north).order == 1);
}

TEST_CASE("too many groups are refused, naming the column and never a value", "[responses][groups]") {
    GroupNames names("Customer", 2);
    names.code_of({"secret-1", "", 0});
    names.code_of({"secret-2", "", 0});
    CHECK(names.code_of({"secret-1", "", 0}) == names.code_of({"secret-1", "", 0}));
    std::string told;
    try {
        names.code_of({"secret-3", "", 0});
    } catch (const cx::Error& error) {
        told = error.what();
    }
    CHECK(told.find("Customer") != std::string::npos);
    CHECK(told.find("--max-groups") != std::string::npos);
    CHECK(told.find("secret") == std::string::npos);
    CHECK(names.size() == 2);
}

TEST_CASE("a group is called by its id or name, whatever their case", "[responses][groups]") {
    const GroupName shop{"shop", "Web shop", 0};
    CHECK(cx::is_called(shop, "SHOP"));
    CHECK(cx::is_called(shop, " web  Shop"));
    CHECK_FALSE(cx::is_called(shop, "webshop"));
    CHECK_FALSE(cx::is_called(shop, ""));
}

TEST_CASE("threads that meet the same groups agree on their codes", "[responses][groups][threads]") {
    constexpr std::size_t                   groups = 200, count = 8;
    GroupNames                              names("n", groups);
    std::vector<std::vector<cx::GroupCode>> codes(count, std::vector<cx::GroupCode>(groups));
    std::vector<std::thread>                threads;
    for (std::size_t t = 0; t < count; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < groups; ++i) {
                const std::size_t g = (i * 7 + t * 31) % groups;
                codes[t][g] = names.code_of({std::to_string(g), "", 0});
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(names.size() == groups);
    for (std::size_t t = 1; t < count; ++t) CHECK(codes[t] == codes[0]);
    for (std::size_t g = 0; g < groups; ++g) CHECK(names.at(codes[0][g]).id == std::to_string(g));
}
