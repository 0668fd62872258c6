/* driver: from a command's options to a compiled, running, live program.
 *
 * session.c is the pipeline in one place: sources → syntax → types → HIR → MIR → code → commit. serve.c is the loop around it of a
 * process under `molt dev` (watcher, control channel, keys, requests of running threads). Nothing here knows the details of a stage.
 *
 * Threads. A session belongs to its compiler thread (made by session_new, with a stack for deep sources); the functions below may be
 * called from any other thread and hand over to it. The program runs on the thread that calls session_run.
 */
#ifndef MOLT_DRIVER_H
#define MOLT_DRIVER_H

#include "../base/base.h"
#include "../source/source.h"

typedef enum Tier { TIER_AUTO, TIER_FAST, TIER_OPTIMISED } Tier;

/* Stages at which `molt dump` can stop. X(NAME, "option") */
#define DUMP_STAGES(X) X(TOKENS, "tokens") X(AST, "ast") X(TAST, "tast") X(HIR, "hir") X(MIR, "mir") X(LLVM, "llvm") X(ASM, "asm")
typedef enum DumpStage {
#define X(name, text) DUMP_##name,
    DUMP_STAGES(X)
#undef X
    DUMP_STAGE_COUNT
} DumpStage;

/* What the command line asked for. Strings belong to the caller and outlive the session. */
typedef struct SessionOptions {
    bool dev;             /* live: watcher, control channel, events */
    Tier tier;
    bool verbose, times;
    DebugFlags flags;
    DiagFormat diag_format;
    const char *directory; /* in which the command was given */
    const char *events;   /* path of the event stream, "-" for standard error, NULL: none */
    VEC(const char *) smoke; /* Class.method */
    bool no_canary, no_auto_rollback, no_watch;
    u32 canary_timeout_ms, probation_ms, history;
    int argument_count;   /* the program's own */
    char **arguments;
} SessionOptions;

typedef struct Session Session;

/* Takes the project (not the ownership of its arena's content while it is used elsewhere: there is no other use), and makes its
 * directory the working one. */
Session *session_new(Project *project, Sources *sources, Names *names, const SessionOptions *options);
void session_free(Session *session);

/* Parses and types the program. false: errors, already printed. */
bool session_check(Session *session);
/* Prints one stage of the functions whose event name is `function` (NULL: all of the user's) on standard output. */
bool session_dump(Session *session, DumpStage stage, const char *function);
/* Compiles what main needs, runs main on the calling thread, serves updates meanwhile under `dev`. The process's exit status. */
int session_run(Session *session);

/* The event stream of a `molt dev` that did not get as far as a session: an exit event alone. */
void session_report_failure(const SessionOptions *options, int code);

/* ---- Control channel ------------------------------------------------------------------------------------------------------------------- */

/* What a client sends and gets: a command with its arguments; a status and two texts. Runs on the client's side; `pid` 0: the caller's
 * only running `molt dev`. Exit status as contract section 1 says. */
int control_request(int pid, bool json, int count, char **words, Text *out, Text *error);

#endif
