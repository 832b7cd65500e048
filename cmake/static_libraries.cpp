// Is linked while configuring: whether the archives of libraries have all that these few calls need. See CxStaticLibraries.cmake.

#include <archive.h>
#include <openssl/sha.h>
#include <uchardet/uchardet.h>
#include <unicode/timezone.h>
#include <unicode/ucnv.h>

int main() {
    archive* unpacked = archive_read_new();
    archive_read_support_format_zip(unpacked);
    archive_read_support_filter_gzip(unpacked);
    archive_read_support_filter_zstd(unpacked);
    archive_read_support_filter_xz(unpacked);
    archive_read_free(unpacked);
    uchardet_delete(uchardet_new());
    SHA256_CTX digest;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_close(ucnv_open("windows-949-2000", &status));
    icu::TimeZone* const zone = icu::TimeZone::createTimeZone("Europe/Helsinki");
    delete zone;
    return SHA256_Init(&digest) == 1 ? 0 : 1;
}
