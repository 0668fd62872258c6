/* haxelib: what a library named by -L brings along.
 *
 * `haxelib path NAME` answers with lines: a folder (a class path), or an option such as `-D name=version`, which is applied like any
 * other. Its standard error is kept apart and becomes the message when it fails.
 */
#include "project.h"

#include <errno.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Both streams go to files in memory: unlike with pipes, the child never waits for a reader. */
static void read_back(int handle, Text *text)
{
    char buffer[4096];
    ssize_t got;
    lseek(handle, 0, SEEK_SET);
    while ((got = read(handle, buffer, sizeof buffer)) > 0) text_add(text, buffer, (size_t)got);
    close(handle);
    text_add(text, "", 0);
}

/* Runs the command; its exit status, -1 with errno if it could not be run, 128 + n if a signal ended it. */
static int run(char **command, Text *output, Text *errors)
{
    int out = memfd_create("haxelib output", MFD_CLOEXEC), error = memfd_create("haxelib errors", MFD_CLOEXEC);
    if (out < 0 || error < 0) FATAL("memfd_create: %s", strerror(errno));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", 0, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, error, 2);
    pid_t child;
    int reason = posix_spawnp(&child, command[0], &actions, NULL, command, environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (!reason)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
    read_back(out, output);
    read_back(error, errors);
    if (reason) {
        errno = reason;
        return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static bool apply_line(Project *project, Diags *diags, Span span, const char *library, const char *line, size_t length)
{
    char *words[2];
    int count = option_split_line(project->arena, line, length, words);
    if (count == 0) return true;
    if (words[0][0] != '-') {
        option_add_class_path(project, words[0]);
        return true;
    }
    /* Here -L names a folder of native libraries for Neko, not a library. */
    if (strcmp(words[0], "-L") == 0) return true;
    u32 errors = diags->errors;
    int taken = option_apply(project, diags, span, count, words);
    if (taken == count) return true;
    if (diags->errors == errors) option_unknown(diags, span, words[0]);
    diag_note(diags, span, "haxelib.option", "it comes from library %s", library);
    return false;
}

bool haxelib_add(Project *project, Diags *diags, Span span, const char *library)
{
    for (u32 i = 0; i < project->libraries.count; i++)
        if (strcmp(project->libraries.at[i], library) == 0) return true;
    library = arena_strdup(project->arena, library);

    char *command[] = {"haxelib", "path", (char *)library, NULL, NULL};
    if (project->global_libraries) {
        command[1] = "--global";
        command[2] = "path";
        command[3] = (char *)library;
    }
    Text output = {0}, errors = {0};
    int status = run(command, &output, &errors);
    bool good = status == 0;
    if (status < 0) {
        diag_error(diags, span, "haxelib.missing", "Library %s: haxelib could not be run: %s (it comes with the package haxe)", library,
                   strerror(errno));
    } else if (!good) {
        const char *message = option_trimmed(project->arena, errors.at, errors.count);
        if (!*message) message = option_trimmed(project->arena, output.at, output.count);
        diag_error(diags, span, "haxelib.failed", "Library %s: haxelib: %s", library, *message ? message : "failed without a message");
    }
    for (const char *line = output.at; good && line && *line;) {
        size_t length = strcspn(line, "\n");
        good = apply_line(project, diags, span, library, line, length);
        line += length + (line[length] == '\n');
    }
    if (good) vec_push(project->arena, &project->libraries, library);
    text_free(&output);
    text_free(&errors);
    return good;
}
