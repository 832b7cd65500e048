# What cx consists of, by name. A name that lacks its source, its test or its page stops the configure step, and so does
# a command's source or a statistic's page that no list names.

set(CX_COMMANDS score model)
set(CX_STATISTICS net_score share mean gap opportunity quadrants consensus difference holm linearised withholding spread)
set(CX_DIALECTS googleforms limesurvey plain qualtrics surveygizmo surveymonkey typeform webropol)
set(CX_FORMATS text csv json md github)

# cx_complete(kind name path...): all of what belongs to one entry must be there.
function(cx_complete kind name)
    foreach(path IN LISTS ARGN)
        if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${path})
            message(FATAL_ERROR "cx: the ${kind} '${name}' lacks ${path}")
        endif()
    endforeach()
endfunction()

# cx_listed(kind list glob prefix): every source that matches is in the list.
function(cx_listed kind list glob prefix)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${glob})
    foreach(source IN LISTS sources)
        cmake_path(GET source STEM name)
        if(prefix)
            string(REGEX REPLACE "^${prefix}" "" name ${name})
        endif()
        if(NOT name IN_LIST ${list})
            message(FATAL_ERROR "cx: ${list} in cmake/CxCatalogues.cmake does not name the ${kind} '${name}' of ${source}")
        endif()
    endforeach()
endfunction()

foreach(name IN LISTS CX_STATISTICS)
    cx_complete(statistic ${name} lib/cx/statistics/${name}.hpp lib/cx/statistics/${name}.cpp tests/statistics/${name}_test.cpp
                docs/statistics/${name}.md)
endforeach()
foreach(name IN LISTS CX_DIALECTS)
    cx_complete(dialect ${name} lib/cx/exports/dialects/${name}.cpp tests/exports/dialects/${name}_test.cpp docs/dialects/${name}.md)
endforeach()
foreach(name IN LISTS CX_FORMATS)
    cx_complete(format ${name} lib/cx/present/${name}.cpp tests/present/${name}_test.cpp docs/formats.md)
endforeach()
foreach(name IN LISTS CX_COMMANDS)
    cx_complete(command ${name} apps/cx/command_${name}.cpp tests/commands/${name} docs/man/cx-${name}.md)
endforeach()
cx_listed(command CX_COMMANDS apps/cx/command_*.cpp command_)
cx_listed(statistic CX_STATISTICS docs/statistics/*.md "")
cx_listed(dialect CX_DIALECTS docs/dialects/*.md "")
