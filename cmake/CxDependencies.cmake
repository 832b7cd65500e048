# Everything that cx is built from. Debian's package is named where it lacks.
find_package(PkgConfig REQUIRED)
find_package(Boost 1.74 REQUIRED)                           # libboost-dev
find_package(fmt 9 REQUIRED)                                # libfmt-dev (its headers: see fmt.cpp)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n data)       # libicu-dev
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)          # libssl-dev
find_package(SQLite3 3.37 REQUIRED)                         # libsqlite3-dev (STRICT tables)
find_package(LibArchive 3.6 REQUIRED)                       # libarchive-dev
find_package(CLI11 2.1 REQUIRED)                            # libcli11-dev
find_package(nlohmann_json 3.11 REQUIRED)                   # nlohmann-json3-dev
find_package(Threads REQUIRED)
pkg_check_modules(hwy REQUIRED libhwy)                      # libhwy-dev (its headers: see hwy.cpp)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet) # libuchardet-dev
find_path(CX_TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)   # libtomlplusplus-dev (header only here)
find_path(CX_FCCP_INCLUDE libfccp/csv.h REQUIRED)          # libfccp-dev (header only)
include(CxStaticLibraries)
