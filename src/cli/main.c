/* main: picks the command. */
#include "cli.h"

#include <stdlib.h>

static const char *const session_commands[] = {"run", "dev", "check", "build", "dump"};
static const char *const control_commands[] = {"status", "history", "ps", "diff", "rollback", "reload", "restart"};

static int check_all(CommandLine *line) {
    int status = EXIT_OK;
    for (u32 i = 0; i < line->projects.count; i++) {
        /* The same path may be another file in another working directory. */
        Sources *sources = i ? sources_new(line->names) : line->sources;
        Session *session = session_new(line->projects.at[i], sources, line->names, &line->session);
        if (!session_check(session)) status = EXIT_ERROR;
        session_free(session);
        if (i) sources_free(sources);
    }
    return status;
}

static int run_session(const char *command, int count, char **words) {
    CommandLine line;
    int status = cli_parse(&line, command, count, words);
    if (status) {
        if (status == EXIT_ERROR && line.session.dev && line.session.events) session_report_failure(&line.session, status);
        cli_free(&line);
        return status;
    }
    if (strcmp(command, "check") == 0) {
        status = line.against ? cli_check_against(&line) : check_all(&line);
    } else if (strcmp(command, "build") == 0) {
        fprintf(stderr, "molt: build: native executables do not exist yet; `molt run` compiles and runs the program\n");
        status = EXIT_USAGE;
    } else {
        Session *session = session_new(line.projects.at[0], line.sources, line.names, &line.session);
        if (strcmp(command, "dump") == 0) status = session_dump(session, line.stage, line.function) ? EXIT_OK : EXIT_ERROR;
        else status = session_run(session);
        session_free(session);
    }
    cli_free(&line);
    return status;
}

static const char *nearest(const char *const *list, size_t count, const char *word, u32 *distance, const char *best) {
    for (size_t i = 0; i < count; i++) {
        u32 found = text_distance(word, strlen(word), list[i], strlen(list[i]));
        if (found >= *distance) continue;
        *distance = found;
        best = list[i];
    }
    return best;
}

int main(int count, char **words) {
    if (count < 2) {
        cli_help(stderr, NULL);
        return EXIT_USAGE;
    }
    const char *command = words[1];
    if (strcmp(command, "--version") == 0) {
        puts("molt " MOLT_VERSION);
        return EXIT_OK;
    }
    if (strcmp(command, "--help") == 0 || strcmp(command, "-h") == 0 || strcmp(command, "help") == 0) {
        return cli_help(stdout, count > 2 ? words[2] : NULL) ? EXIT_OK : EXIT_USAGE;
    }
    if (count > 2 && (strcmp(words[2], "--help") == 0 || strcmp(words[2], "-h") == 0))
        return cli_help(stdout, command) ? EXIT_OK : EXIT_USAGE;
    for (u32 i = 0; i < LEN(session_commands); i++)
        if (strcmp(command, session_commands[i]) == 0) return run_session(command, count - 2, words + 2);
    for (u32 i = 0; i < LEN(control_commands); i++)
        if (strcmp(command, control_commands[i]) == 0) return cli_control(command, count - 2, words + 2);
    u32 distance = 3;
    const char *near = nearest(session_commands, LEN(session_commands), command, &distance, NULL);
    near = nearest(control_commands, LEN(control_commands), command, &distance, near);
    if (near) fprintf(stderr, "molt: unknown command '%s' (did you mean '%s'?); see `molt help`\n", command, near);
    else fprintf(stderr, "molt: unknown command '%s'; see `molt help`\n", command);
    return EXIT_USAGE;
}
