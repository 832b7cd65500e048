# cmake -D SOURCE= -D WORK= -D GENERATOR= -P catalogues_can_fail.cmake
# Configures a tree of empty files with the names of the real ones: it passes whole, and fails when a part is missing or is not listed.
set(folders apps/cx lib/cx/statistics lib/cx/exports/dialects lib/cx/present tests/statistics tests/exports/dialects tests/present
            docs docs/man docs/statistics docs/dialects docs/views)
function(plant_whole_tree)
    file(REMOVE_RECURSE ${WORK})
    foreach(folder IN LISTS folders)
        file(GLOB names RELATIVE ${SOURCE} ${SOURCE}/${folder}/*.*)
        foreach(name IN LISTS names)
            file(WRITE ${WORK}/${name} "")
        endforeach()
    endforeach()
    file(GLOB commands RELATIVE ${SOURCE} ${SOURCE}/tests/commands/*)
    foreach(command IN LISTS commands)
        file(MAKE_DIRECTORY ${WORK}/${command})
    endforeach()
    file(WRITE ${WORK}/CMakeLists.txt
         "cmake_minimum_required(VERSION 3.25)\nproject(planted LANGUAGES NONE)\ninclude(${SOURCE}/cmake/CxCatalogues.cmake)\n")
endfunction()

function(configure variable)
    execute_process(COMMAND ${CMAKE_COMMAND} -G ${GENERATOR} -S ${WORK} -B ${WORK}/build RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE said)
    set(${variable} "${result}: ${said}" PARENT_SCOPE)
endfunction()

plant_whole_tree()
configure(outcome)
if(NOT outcome STREQUAL "0: ")
    message(FATAL_ERROR "the whole tree does not configure: ${outcome}")
endif()

foreach(part apps/cx/command_score.cpp tests/commands/score docs/man/cx-score.md lib/cx/statistics/mean.cpp tests/statistics/mean_test.cpp
             docs/statistics/mean.md lib/cx/exports/dialects/webropol.cpp tests/exports/dialects/webropol_test.cpp
             docs/dialects/webropol.md lib/cx/present/json.cpp tests/present/json_test.cpp lib/cx/present/gaps_view.cpp
             tests/present/gaps_view_test.cpp docs/views/gaps.md)
    plant_whole_tree()
    file(REMOVE_RECURSE ${WORK}/${part})
    configure(outcome)
    if(NOT outcome MATCHES "^1: .*lacks.*${part}")
        message(FATAL_ERROR "without ${part} configuring ended with ${outcome}")
    endif()
endforeach()

foreach(part apps/cx/command_guess.cpp docs/statistics/guess.md docs/dialects/guess.md)
    plant_whole_tree()
    file(WRITE ${WORK}/${part} "")
    configure(outcome)
    if(NOT outcome MATCHES "^1: .*does not name.*guess")
        message(FATAL_ERROR "with ${part} configuring ended with ${outcome}")
    endif()
endforeach()
