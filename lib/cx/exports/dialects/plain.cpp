#include <cx/exports/dialects/catalogue.hpp>

namespace cx::detail {

namespace {

double plain_confidence(const Opening& opening) { return opening.rows() > 0 ? sure : 0; }

Description describe_plain(const Opening& opening) {
    Description description;
    description.columns = columns_of(opening, 1);
    return description;
}

} // namespace

const Dialect plain{"plain", "a plain table", plain_confidence, describe_plain};

} // namespace cx::detail
