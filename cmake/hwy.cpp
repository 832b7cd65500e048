// Debian's Highway is a shared library, which measures a clock for milliseconds when it is loaded. What its headers
// need of it is which of the vector widths that they know the processor has; that is found out here.

#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <hwy/targets.h>

#if HWY_ARCH_X86
#include <cpuid.h>
#endif

namespace hwy {

namespace {

#if HWY_ARCH_X86

/// What no compiler's builtin knows by name. That the system keeps the registers is asked with the others.
struct Leaves {
    unsigned ecx_1 = 0;
    unsigned ecx_7 = 0;
    Leaves() {
        unsigned eax = 0;
        unsigned ebx = 0;
        unsigned edx = 0;
        if (__get_cpuid(1, &eax, &ebx, &ecx_1, &edx) == 0) ecx_1 = 0;
        if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx_7, &edx) == 0) ecx_7 = 0;
    }
    [[nodiscard]] bool has_f16c() const { return (ecx_1 & bit_F16C) != 0; }
    [[nodiscard]] bool has_vaes() const { return (ecx_7 & bit_VAES) != 0; }
};

/// Those of Highway's targets whose every instruction the processor has: see HWY_TARGET_STR in its set_macros-inl.h.
std::int64_t detected() {
    const auto   has = [](int feature) { return feature != 0; };
    const Leaves leaves;
    std::int64_t targets = 0;
    if (!has(__builtin_cpu_supports("ssse3"))) return targets;
    targets |= HWY_SSSE3;
    if (!has(__builtin_cpu_supports("sse4.2")) || !has(__builtin_cpu_supports("pclmul")) ||
        !has(__builtin_cpu_supports("aes")))
        return targets;
    targets |= HWY_SSE4;
    if (!has(__builtin_cpu_supports("avx2")) || !has(__builtin_cpu_supports("bmi")) ||
        !has(__builtin_cpu_supports("bmi2")) || !has(__builtin_cpu_supports("fma")) || !leaves.has_f16c())
        return targets;
    targets |= HWY_AVX2;
    if (!has(__builtin_cpu_supports("avx512f")) || !has(__builtin_cpu_supports("avx512vl")) ||
        !has(__builtin_cpu_supports("avx512dq")) || !has(__builtin_cpu_supports("avx512bw")))
        return targets;
    targets |= HWY_AVX3;
    if (!has(__builtin_cpu_supports("vpclmulqdq")) || !has(__builtin_cpu_supports("avx512vbmi")) ||
        !has(__builtin_cpu_supports("avx512vbmi2")) || !leaves.has_vaes() ||
        !has(__builtin_cpu_supports("avx512vnni")) || !has(__builtin_cpu_supports("avx512bitalg")) ||
        !has(__builtin_cpu_supports("avx512vpopcntdq")))
        return targets;
    return targets | HWY_AVX3_DL;
}

#else

/// Elsewhere what the compiler may use anyway.
std::int64_t detected() { return 0; }

#endif

} // namespace

std::int64_t SupportedTargets() {
    static const std::int64_t targets = detected() | HWY_STATIC_TARGET | HWY_EMU128 | HWY_SCALAR;
    return targets;
}

ChosenTarget& GetChosenTarget() {
    static ChosenTarget chosen;
    return chosen;
}

// Debug builds assert with it.
void Abort(const char* file, int line, const char* format, ...) {
    std::va_list values;
    va_start(values, format);
    static_cast<void>(std::fprintf(stderr, "%s:%d: ", file, line));
    static_cast<void>(std::vfprintf(stderr, format, values));
    va_end(values);
    std::abort();
}

} // namespace hwy
