# How everything is compiled: C++20, warnings, sanitizers by preset.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(CX_CCACHE ccache)
if(CX_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CX_CCACHE})
endif()

option(CX_WARNINGS_AS_ERRORS "A warning stops the build" OFF)
set(CX_SANITIZE "" CACHE STRING "Sanitizers, comma-separated: address,undefined or thread")

option(CX_LARGE_UNITS "Compile a room's sources together, as few units: quicker where every file is built or checked" OFF)
option(CX_LARGE_TEST_UNITS "Compile the tests of a room together, as few units; and the program" OFF)

# Sources of a target as units of a few files each: what all of them include is read once a unit.
function(cx_in_large_units target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${CX_LARGE_UNITS} UNITY_BUILD_BATCH_SIZE 12
        UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
endfunction()

add_library(cx_compiling INTERFACE)
target_compile_options(cx_compiling INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       $<$<BOOL:${CX_WARNINGS_AS_ERRORS}>:-Werror>)
# g++ 12 sees overlaps in std::string's own code where there are none (GCC bug 105651).
target_compile_options(cx_compiling INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_include_directories(cx_compiling INTERFACE ${PROJECT_SOURCE_DIR}/lib)
if(CX_SANITIZE)
    target_compile_definitions(cx_compiling INTERFACE _GLIBCXX_ASSERTIONS)
    target_compile_options(cx_compiling INTERFACE -fsanitize=${CX_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    # Instrumented code hides from g++ that an optional was looked at before its value is, and how long a string is: what it
    # then guesses is not so. The release build asks it with the code as it is.
    foreach(guess maybe-uninitialized array-bounds stringop-overflow stringop-overread)
        target_compile_options(cx_compiling INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-${guess}>)
    endforeach()
    target_link_options(cx_compiling INTERFACE -fsanitize=${CX_SANITIZE})
endif()
# A shared libstdc++ costs a millisecond of relocations at every start.
option(CX_STATIC_RUNTIME "Link the compiler's own libraries statically" ON)
if(CX_STATIC_RUNTIME AND NOT CX_SANITIZE AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE)
    target_link_options(cx_compiling INTERFACE -static-libstdc++ -static-libgcc)
endif()
