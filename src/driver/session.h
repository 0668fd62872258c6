/* session: what the files of driver/ share. See driver.h for threads. */
#ifndef MOLT_DRIVER_SESSION_H
#define MOLT_DRIVER_SESSION_H

#include "../live/live.h"
#include "../watch/watch.h"
#include "control.h"
#include "driver.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

typedef enum RequestKind {
    REQUEST_CODE,     /* slot: compile the function; result: its address, or why not */
    REQUEST_UNPACK,   /* sig: make its unpack */
    REQUEST_TRANSFER, /* site: the entry for the frame that polls there (result), which stores `values` values */
    REQUEST_MEMBERS,  /* cls: fill its members in for reflection */
    REQUEST_CLASS,    /* path: the class of that name (result) */
    REQUEST_WITHDRAW, /* code on probation failed (cause, message): back to the last good version; result: non-NULL when it is live */
    REQUEST_ROLLBACK, /* to `version`, 0: the one before */
    REQUEST_RELOAD    /* everything is compiled anew and takes its own place (stress) */
} RequestKind;
/* What a running thread asks of the compiler thread and waits for. */
typedef struct Request {
    struct Request *next;
    RequestKind kind;
    AbiSlot *slot;
    AbiSig *sig;
    void *site;
    AbiClass *cls;
    const char *path;
    const char *cause, *message;
    u32 version;
    u32 values;
    void *result;
    const char *why;
    RtThread *from;
    LiveInitVec inits; /* to be run before the result is used: static variables of modules that it brought along */
    sem_t done;
} Request;

/* The event stream. Every event is one write of a whole line. */
typedef struct Events {
    int fd; /* -1: none */
} Events;

/* A user file as it is on disk. */
typedef struct DiskFile {
    SourceFile *file;
    u64 hash;   /* of the text last read */
    bool missing;
    bool dirty; /* differs from what is live: an update with it was refused, or rolled back */
} DiskFile;

struct Session {
    const SessionOptions *options;
    Names *names;
    Sources *sources;
    Project *project;
    Diags diags;
    Program *program;
    Lowering *lowering;
    MoltVm *vm;
    Live *live;
    Events events;
    double started;
    LiveTimes start_us;
    AbiSlot *main_slot;
    LiveInitVec inits;
    VEC(RtResource) resources;
    NameVec smoke; /* options->smoke */
    /* The compiler thread and what others hand it */
    pthread_t compiler;
    pthread_mutex_t lock;
    Request *requests;
    int wake_fd; /* eventfd: requests, end */
    sem_t ready; /* the first version can run */
    bool failed, ending;
    /* dev */
    Watch *watch;
    ControlServer *control;
    Map disk; /* SourceFile id -> DiskFile */
    VEC(SourceFile *) saved; /* taken from the watcher's queue, not yet in an update */
    bool saved_unknown;      /* a file or folder that is none of the program's came or went: an import may find it now */
    LiveStage refused_at;    /* stage of the last refusal */
    Text last_event;         /* the last update, rollback or reject as it stands in the stream, for --json */
    Text tried;              /* what the last dry run would have done, for people */
    bool keys;
    _Atomic(RtThread *) rolling_back; /* has called molt.Hot.rollback; it happens at that thread's next safepoint */
    u32 rolling_to;
    u32 safepoints; /* seen by the reload stress since its last reload */
    u32 reloads;    /* by it */
};

/* ---- session.c ---------------------------------------------------------------------------------------------------------------------------- */

typedef void (*CompilerWork)(Session *session, void *argument);
void session_on_compiler_thread(Session *session, CompilerWork work, void *argument); /* and waits for its end */
bool session_start_live(Session *session); /* machine, lowering, live engine */

/* ---- pipeline.c: one edit, from changed files to the commit ----------------------------------------------------------------------------- */

typedef enum UpdateResult { UPDATE_NOTHING, UPDATE_LIVE, UPDATE_REFUSED, UPDATE_AGAIN } UpdateResult;
typedef struct UpdateCause {
    u64 woken_ns;       /* clock of the watcher's waking */
    double woken_epoch; /* the same, for `detect` */
    double saved_epoch; /* newest modification among the saved files; 0: unknown */
    u32 rollback_to;    /* 0: an update from disk; else the version whose texts become live */
    const char *cause, *message; /* of a rollback that nobody asked for; NULL: by request */
    bool retry;         /* the texts were read before, in an attempt that was given up */
    bool dry;           /* all but the commit: what it would do, in last_event */
    bool final;         /* do not wait for a fault to heal or for more files */
} UpdateCause;
/* Applies the texts on disk of these files and of all dirty ones (or of the version to go back to). UPDATE_AGAIN: more was saved meanwhile, the
 * watcher has it. `report_arena` receives what the texts of *refused need. */
UpdateResult session_update(Session *session, SourceFile *const *files, u32 count, const UpdateCause *cause, Text *refused);

/* ---- serve.c ------------------------------------------------------------------------------------------------------------------------------- */

/* The compiler thread's loop until the program ends. */
void session_serve(Session *session);
/* From any thread; on the compiler thread itself it is done at once. */
void session_request(Session *session, Request *request);
/* While that thread does user code of a commit: its requests alone (NULL: nobody's), until it is done (session_wake) or so long. */
void session_serve_thread(Session *session, RtThread *thread, u64 at_most_ns);
void session_wake(Session *session); /* any thread */
void session_watch_modules(Session *session); /* folders of all user modules */
/* Takes the watcher's queue into `saved`. true: something is there. */
bool session_more_saved(Session *session);
UpdateResult session_reload(Session *session, Text *refused);                    /* all that is on disk */
UpdateResult session_try(Session *session, Text *refused);                       /* what a reload would do; nothing is changed */
UpdateResult session_rollback(Session *session, u32 version, Text *refused);     /* a version that is kept */
bool session_withdraw(Session *session, const char *cause, const char *message); /* back to the last good version; false: it could not */

/* ---- events.c -------------------------------------------------------------------------------------------------------------------------------- */

bool events_open(Events *events, const char *path, bool append, Text *error);
void events_ready(Events *events, const Session *session);
void events_check(const LiveReport *report, Text *copy); /* the answer to `molt check --against`: no event */
/* Both also leave the line in *copy. */
void events_update(Events *events, const LiveReport *report, const char *cause /* NULL: update; else rollback's */, const char *message, Text *copy);
void events_reject(Events *events, u32 version, LiveStage stage, const char *diagnostics_json, Text *copy);
void events_retire(Events *events, const LiveRetired *retired);
void events_exit(Events *events, int code); /* async-signal-safe */
void report_text(const LiveReport *report, Text *out);
void report_json(const LiveReport *report, Text *out);

/* ---- commands.c: requests of the control channel and keys --------------------------------------------------------------------------------- */

void session_command(Session *session, ControlRequest *request);
u32 session_version_before(Session *session); /* the present one; 0: none */
int session_roll_back(Session *session, u32 number, Text *error); /* 0: the version before; exit status with the reason */
void session_key(Session *session, char key);
/* A message of Molt's on standard error: "molt: …" and a line end. */
void session_say(Session *session, const char *format, ...) PRINTF_LIKE(2, 3);
NORETURN void session_exit(Session *session, int code); /* exit event, end of the channel, end of the process */

/* ---- terminal.c ------------------------------------------------------------------------------------------------------------------------------ */

bool terminal_keys_begin(void); /* true: keys can be read from standard input, one by one */
void terminal_keys_end(void);   /* async-signal-safe */

#endif
