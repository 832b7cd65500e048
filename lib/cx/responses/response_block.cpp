#include <cx/responses/response_block.hpp>

namespace cx {

void ResponseBlock::put(std::size_t at, const Response& response) {
    for (std::size_t c = 0; c < answer_columns_; ++c) answers(c)[at] = response.answers[c];
    for (std::size_t d = 0; d < dimensions_; ++d) groups(d)[at] = response.groups[d];
    weights_[at] = response.weight;
    if (!response.respondent.empty() && respondents_.empty()) respondents_.resize(most);
    if (!respondents_.empty()) respondents_[at] = response.respondent;
}

void ResponseBlock::copy(std::size_t at, Response& response) const {
    response.answers.resize(answer_columns_);
    response.groups.resize(dimensions_);
    for (std::size_t c = 0; c < answer_columns_; ++c) response.answers[c] = answers(c)[at];
    for (std::size_t d = 0; d < dimensions_; ++d) response.groups[d] = groups(d)[at];
    response.weight = weights_[at];
    response.respondent = respondents_.empty() ? std::string() : respondents_[at];
}

void ResponseBlock::move(std::size_t from, std::size_t to) {
    if (from == to) return;
    for (std::size_t c = 0; c < answer_columns_; ++c) answers(c)[to] = answers(c)[from];
    for (std::size_t d = 0; d < dimensions_; ++d) groups(d)[to] = groups(d)[from];
    weights_[to] = weights_[from];
    if (!respondents_.empty()) respondents_[to] = respondents_[from];
}

} // namespace cx
