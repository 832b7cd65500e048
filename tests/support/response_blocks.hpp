#pragma once

// Responses as sinks take them.

#include <vector>

#include <cx/responses/response_block.hpp>

namespace cx::test {

/// At least one response, and at most as many as a block holds.
inline ResponseBlock block_of(const std::vector<Response>& responses) {
    ResponseBlock block(responses.front().answers.size(), responses.front().groups.size());
    for (const Response& response : responses) block.add(response);
    return block;
}

/// The responses of a block, one by one.
inline std::vector<Response> responses_of(const ResponseBlock& block) {
    std::vector<Response> responses(block.size());
    for (std::size_t i = 0; i < block.size(); ++i) block.copy(i, responses[i]);
    return responses;
}

} // namespace cx::test
