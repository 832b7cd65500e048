#pragma once

// Two ends of an interval, in whatever unit the function that gives it names.

namespace cx {

struct Interval {
    double low = 0;
    double high = 0;
};

} // namespace cx
