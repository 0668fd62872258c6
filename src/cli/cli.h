/* cli: the command `molt`. One file a group of commands; main.c picks. */
#ifndef MOLT_CLI_H
#define MOLT_CLI_H

#include "../driver/driver.h"

#include <limits.h>

#define MOLT_VERSION "0.1.0"

enum { EXIT_OK = 0, EXIT_ERROR = 1, EXIT_USAGE = 2 };

/* Everything that stands before `--` on a command line, sorted. */
typedef struct CommandLine {
    const char *command;
    SessionOptions session;
    Names *names;
    Sources *sources;
    ProjectVec projects; /* one, or several with --next and --each */
    char directory[PATH_MAX]; /* in which the command was given */
    DumpStage stage;
    bool has_stage;
    const char *function; /* dump --function */
    const char *output;   /* build -o */
    const char *against;  /* check --against */
    bool json;
    bool ui;
    int ui_port;
} CommandLine;

/* Fills in `line` from the words after the command. 0, or the status to exit with after a message on standard error. */
int cli_parse(CommandLine *line, const char *command, int count, char **words);
void cli_free(CommandLine *line);

int cli_check_against(const CommandLine *line);                /* check --against */
int cli_control(const char *command, int count, char **words); /* status, history, ps, diff, rollback, reload, restart */
bool cli_help(FILE *to, const char *command);                  /* NULL: the overview. false: there is no such command */

#endif
