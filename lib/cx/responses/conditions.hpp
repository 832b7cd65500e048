#pragma once

#include <cx/responses/account.hpp>
#include <cx/responses/schema.hpp>

namespace cx {

/// After reading: every value of a condition is a group that some row was in.
/// @throws Error for one that is not, with those there are
void check_conditions(const Schema& schema, const ResponseRequest& request, const RowAccount& account);

} // namespace cx
