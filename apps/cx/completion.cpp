// Completion asks cx itself which options a command has: its help lists them, so that the scripts cannot go stale.

#include "commands.hpp"

#include <string>

#include <fmt/format.h>

#include <cx/base/error.hpp>
#include <cx/base/text.hpp>

namespace cx {

namespace {

constexpr const char* bash = R"script(_cx() {
    local word=${COMP_WORDS[COMP_CWORD]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "$(cx --help | sed -n '/^Subcommands:/,$s/^  \([a-z][a-z]*\) .*/\1/p')" -- "$word"))
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(cx "${COMP_WORDS[1]}" --help | grep -oE -- '--[a-z-]+' | sort -u)" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -o filenames -F _cx cx
)script";

constexpr const char* zsh = R"script(#compdef cx
_cx() {
    if (( CURRENT == 2 )); then
        compadd -- ${(f)"$(cx --help | sed -n '/^Subcommands:/,$s/^  \([a-z][a-z]*\) .*/\1/p')"}
    elif [[ $words[CURRENT] == -* ]]; then
        compadd -- ${(f)"$(cx $words[2] --help | grep -oE -- '--[a-z-]+' | sort -u)"}
    else
        _files
    fi
}
compdef _cx cx
)script";

constexpr const char* fish =
    R"script(complete -c cx -n __fish_use_subcommand -f -a "(cx --help | sed -n '/^Subcommands:/,\$s/^  \([a-z][a-z]*\) .*/\1/p')"
complete -c cx -n 'not __fish_use_subcommand' -a "(cx (commandline -opc)[2] --help 2>/dev/null | grep -oE -- '--[a-z-]+' | sort -u)"
)script";

} // namespace

const char* completion_script(std::string_view shell) {
    if (shell == "bash") return bash;
    if (shell == "zsh") return zsh;
    if (shell == "fish") return fish;
    throw Error(fmt::format("there is no completion for '{}'", visible(shell)),
                "cx completion takes bash, zsh or fish");
}

} // namespace cx
