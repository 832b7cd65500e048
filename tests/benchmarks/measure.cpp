// Runs a command and says what it took: `measure FILE COMMAND [ARGUMENT...]`. The command's standard output goes to
// FILE; on standard output stand wall time in seconds, from before the process is made until it is waited for, its
// processor time in seconds, and the peak of its resident memory (of it and of those it waited for, the largest) in
// KiB. Ends as the command does. A small program, because a process inherits the peak of the one that makes it.

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: measure FILE COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);

    const auto began = std::chrono::steady_clock::now();
    pid_t      child = 0;
    const int  failure = posix_spawnp(&child, argv[2], &actions, nullptr, argv + 2, environ);
    if (failure != 0) {
        std::fprintf(stderr, "measure: %s: %s\n", argv[2], std::strerror(failure));
        return 127;
    }
    int    status = 0;
    rusage usage{};
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) return 127;
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
    posix_spawn_file_actions_destroy(&actions);
    std::printf("%.6f %.6f %ld\n", wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
