/* live: the running program as something that can be replaced while it runs.
 *
 * Function table, runtime classes and statics (made on demand from the typed program), dependency graph, and the life of an update:
 * plan (what must be typed, lowered, compiled, migrated, initialised anew: nothing is changed), commit (one transaction while the
 * world is stopped), report. Versions are kept for `diff` and rollback; code that nothing can reach any more is freed while the world
 * is stopped anyway.
 *
 * A function is its qualified name and its signature: its slot's address never changes, calls load the slot. A function that gets
 * another signature gets another slot, so what still holds the old one goes on with the old code.
 *
 * Thread rule: the compiler thread alone, except live_compile_hook (any Haxe thread) and live_place_of_pc (anywhere, also in a stop).
 */
#ifndef MOLT_LIVE_H
#define MOLT_LIVE_H

#include "../abi/abi.h"
#include "../base/base.h"
#include "../codegen/codegen.h"
#include "../mir/mir.h"
#include "../runtime/runtime.h"
#include "../typer/typer.h"

typedef struct Live Live;

typedef struct LiveConfig {
    Program *program;
    Lowering *lowering;
    MoltVm *vm;
    CodegenTier tier;
    DebugFlags flags;
    bool dev;     /* polls test for stale versions, units keep what updates need */
    u32 history;  /* versions kept for rollback */
    FILE *log;    /* explanations (flags.explain) */
    NameVec smoke; /* smoke tests named by the user, the caller's */
    u32 probation_ms; /* 0: no automatic rollback */
    bool no_canary;
    u32 canary_timeout_ms;
    /* Called by running threads, in the native state: hand over to the functions of the same names on the compiler thread. */
    void *hook_context;
    void *(*compile)(void *hook_context, AbiSlot *slot, const char **why);
    void (*make_unpack)(void *hook_context, AbiSig *sig);
    void (*complete_class)(void *hook_context, AbiClass *cls);
    AbiClass *(*find_class)(void *hook_context, const char *path);
    void *(*transfer)(void *hook_context, void *site, u32 *values); /* to live_compile_transfer */
    void (*exit)(void *hook_context, int code); /* Sys.exit; does not return */
    void (*poll)(void *hook_context, RtThread *thread); /* a safepoint after rt_request_poll; haxe state; NULL: none */
    /* While that thread does user code of a commit: the compiler thread serves its requests, and no others (NULL: none at all), until `wake` or
     * that time. */
    void (*serve)(void *hook_context, RtThread *thread, u64 at_most_ns);
    void (*wake)(void *hook_context);                   /* any thread */
    /* Code on probation failed; `message`: exception and trace. Goes back to the last good version. false: it could not. Native state. */
    bool (*withdraw)(void *hook_context, const char *cause, const char *message);
    void (*rollback)(void *hook_context, i32 version);  /* molt.Hot.rollback; -1: the version before; haxe state, NULL: without effect */
} LiveConfig;

Live *live_new(const LiveConfig *config, Text *error); /* NULL with a text when there is no code generator */
void live_free(Live *live);

/* ---- The first version --------------------------------------------------------------------------------------------------------------- */

/* Lowers every function of the user's modules, so that what is not supported is an error now and not at its first call. false: errors in
 * program->diags. */
bool live_lower_user(Live *live);
/* The slot of a function; made with a compile-on-first-call stub if it is new. */
AbiSlot *live_slot(Live *live, Name function);
/* What runs before main: __init__ functions and initialisers of static variables, in the language's order. Each is a Void->Void slot; after
 * its call the thread that made it says so by live_initialised. The list is the caller's (vec_free). */
typedef struct LiveInit {
    AbiSlot *slot;
    struct LiveStatic *variable; /* NULL: __init__ */
} LiveInit;
typedef VEC(LiveInit) LiveInitVec;
void live_initialisers(Live *live, LiveInitVec *out);
void live_initialised(const LiveInit *init);
/* The same for modules of the library that were loaded since, by what was compiled since: before that code runs, these do. The list is
 * the caller's (vec_free), empty as a rule. */
void live_new_initialisers(Live *live, LiveInitVec *out);
/* The thread on which user code of an update runs: hooks, initialisers. Until it is named they run on a service thread. */
void live_set_main(Live *live, RtThread *thread);
/* Registers what every typed body and lowered unit has read, and warms the code generator up, so that the first update is as fast as any
 * other. Called once after the first version has been typed. */
void live_prepare_updates(Live *live);

/* What a stub's first call does: hands the slot to `request` (set by the driver) which runs live_compile_slot on the compiler thread. */
void *live_compile_slot(Live *live, AbiSlot *slot, Text *error); /* NULL with a text when it cannot be compiled */

bool live_make_unpack(Live *live, AbiSig *sig);
/* Reflection's questions: members of a class are filled in, a class that no code has named yet is made (NULL: not in the program). */
void live_complete_class(Live *live, AbiClass *cls);
AbiClass *live_find_class(Live *live, const char *path);
/* The entry at which the frame that polls at `site` goes on in the present version of its function, and how many values it stores; NULL: it
 * goes on as it is. */
void *live_compile_transfer(Live *live, void *site, u32 *values);

u32 live_function_count(const Live *live);
u32 live_module_count(const Live *live);
u32 live_version(const Live *live);

/* ---- Updates -------------------------------------------------------------------------------------------------------------------------- */

/* X(NAME, "name in events"): the stages at which an update can be refused. */
#define LIVE_STAGES(X) X(PARSE, "parse") X(TYPE, "type") X(COMPILE, "compile") X(MIGRATE, "migrate") X(SMOKE, "smoke")
typedef enum LiveStage {
#define X(name, text) LIVE_##name,
    LIVE_STAGES(X)
#undef X
    LIVE_STAGE_COUNT
} LiveStage;
extern const char *const live_stage_text[LIVE_STAGE_COUNT];

typedef struct LiveTimes { /* microseconds */
    u64 detect, parse, type, lower, compile, smoke, migrate, pause, total;
} LiveTimes;

typedef struct LiveMigrated {
    Name cls;
    u32 instances;
    bool counted; /* instances is final */
    NameVec added, dropped, converted, restored, renamed_from, renamed_to;
} LiveMigrated;
typedef struct LiveEnumValues { /* live values of a constructor that was removed or got other parameters */
    Name enumeration, constructor;
    u32 values;
} LiveEnumValues;
typedef struct LiveStale {
    Name function;
    u32 version, count, line; /* line: where a closure's function stood in that version */
    const char *why;
} LiveStale;
typedef struct LiveSwitched {
    Name function;
    u32 loop;
} LiveSwitched;

typedef struct LiveRetired { /* code of a version that was freed */
    u32 version, functions;
    u64 bytes;
} LiveRetired;

/* What an update did, in the terms of the `update` event. Lists live in `arena`. */
typedef struct LiveReport {
    Arena *arena;
    u32 version, from;
    NameVec files, changed, added, removed, dependents;
    VEC(LiveMigrated) migrated;
    VEC(LiveEnumValues) enums;
    NameVec statics_initialised, statics_kept, statics_reset;
    VEC(LiveSwitched) frames_switched;
    VEC(LiveStale) frames_stale, closures_stale;
    u32 closures_switched;
    VEC(LiveRetired) retired;
    const char *canary, *canary_why; /* "passed", "inconclusive" with the reason; NULL: no copy was tried */
    u32 functions; /* compiled */
    u64 code_bytes;
    LiveTimes us;
} LiveReport;

typedef struct LivePlan LivePlan;

/* The blueprint's two calls are built on one mechanism, the plan: every function that is to be replaced is compiled before anything is
 * touched, then all slots and tables change together at a safepoint.
 *
 * hot_reload_function: compiles and swaps one function whose signature is unchanged. hot_reload_module: a whole plan. Both return false
 * with a text and change nothing when compiling fails. */
bool hot_reload_function(Live *live, MirUnit *unit, Name function, Text *error);
bool hot_reload_module(Live *live, LivePlan *plan, LiveReport *report, Text *error);

/* Step 1: from the changes that program_reparse found to everything that they concern: types what changed and what read it, until
 * nothing more differs. false: errors in program->diags (stage TYPE). */
LivePlan *live_plan_new(Live *live, const ChangeSet *changes, LiveReport *report);
void live_plan_free(LivePlan *plan); /* also after a failure at any step: nothing was changed then */
bool live_plan_type(LivePlan *plan);
/* Step 2: lowers what has code, compares hashes, lists what is to be compiled, migrated and initialised. false: errors in diags, *stage
 * says whether of COMPILE or MIGRATE (an edit that cannot be applied, with the reason). */
bool live_plan_lower(LivePlan *plan, LiveStage *stage);
/* Step 3: one code module for all of it. */
bool live_plan_compile(LivePlan *plan, Text *error);
/* Between steps 3 and 4: tries the update on a forked copy of the program, when there are smoke tests or the commit would run user code.
 * The program runs on meanwhile. `output`: what the copy printed; `why`: what failed, or what could not be tried. */
typedef enum CanaryVerdict { CANARY_PASSED, CANARY_COMMIT_FAILED, CANARY_TEST_FAILED, CANARY_INCONCLUSIVE } CanaryVerdict;
bool live_canary_wanted(const LivePlan *plan);
CanaryVerdict live_canary(LivePlan *plan, Text *output, Text *why, const Field **test /* that did not pass, NULL: the commit */);
/* Instead of step 4, for a dry run: fills in the report with what the commit would change, and the versions. */
void live_plan_report(LivePlan *plan);
/* Nothing but positions changed? Then there is no event. */
bool live_plan_is_empty(const LivePlan *plan);
/* The version that a commit makes: a new number, unless it is set (rollback). */
void live_plan_set_version(LivePlan *plan, u32 number);
void live_plan_force(LivePlan *plan); /* a rollback because code failed: exceptions of hooks are ignored */
/* Step 4, the only one that changes the running program: stops the world, migrates, initialises, patches all tables, resumes. false: user
 * code that had to run failed; everything is as before, *error tells. Calls undo_commit's side itself for what it replaced. */
bool live_commit(LivePlan *plan, Text *error);
/* The diagnostic's code for *error of live_commit. */
const char *live_plan_refusal(const LivePlan *plan);
/* Texts of these modules were moved without changing a token, or an update is done: lines of running code follow. */
void live_refresh_positions(Live *live, Module *const *modules, u32 count);

/* Compiles everything that has code anew and puts it in its own place (see identity.c). */
bool live_reload_identity(Live *live, Text *error);

/* ---- Versions -------------------------------------------------------------------------------------------------------------------------- */

typedef enum LiveCause { CAUSE_START, CAUSE_UPDATE, CAUSE_ROLLBACK } LiveCause;
/* A file's text, shared by the versions in which it is the same. */
typedef struct LiveText {
    SourceFile *file;
    char *text; /* NULL: the file was not there */
    size_t length;
    u64 hash;
    u32 refs;
} LiveText;
/* One version: what made it, what it changed, and the text of every user file in it. Kept in a list, oldest first. */
typedef struct LiveVersion {
    u32 number, from;
    LiveCause cause;
    double time;
    NameVec files, changed, added, removed;
    VEC(LiveText *) texts;
    u32 functions; /* compiled for it */
    u64 code_bytes;
    u64 total_us;
} LiveVersion;
/* Appends the version that has just become live, with the texts that source/ holds now; forgets the oldest beyond config.history (never
 * the live one). */
void live_history_add(Live *live, const LiveReport *report, LiveCause cause);
u32 live_history_count(const Live *live);
const LiveVersion *live_history_at(const Live *live, u32 index);
const LiveVersion *live_history_find(const Live *live, u32 number); /* NULL: not kept */
const LiveText *live_version_text(const LiveVersion *version, const SourceFile *file); /* NULL: not part of it */
/* ---- Probation ------------------------------------------------------------------------------------------------------------------------- */

/* The version to which a failure of the live one leads back; 0: it is not on probation. */
u32 live_good_version(const Live *live);
bool live_was_withdrawn(const Live *live); /* a rollback has taken back what was on probation */
int live_probation_left_ms(const Live *live); /* -1: nothing is on probation */
void live_probation_tick(Live *live); /* ends it when its time is over */

/* ---- Looking at the running program ------------------------------------------------------------------------------------------------------ */

typedef struct LiveStatus {
    u32 version, functions, compiled, classes, statics, threads;
    u64 code_bytes, heap_bytes, heap_used, collections;
    u32 stale_functions;
} LiveStatus;
void live_status(Live *live, LiveStatus *out);
/* Frames and closures that run an older version, as they are now (stops the world for a moment). */
void live_stale(Live *live, LiveReport *out);
/* Frees code that nothing reaches; requires a stopped world. */
void live_retire_stopped(Live *live, LiveReport *report);

/* IR or assembly of a unit that was lowered for the purpose. */
bool live_dump(Live *live, const MirUnit *unit, CodegenTier tier, CodegenDump what, Text *out, Text *error);

/* The Haxe place of a code address: for stack traces. false: not our code. */
typedef struct LivePlace {
    Name function;
    const char *file;
    u32 line, version;
} LivePlace;
u32 live_places_of_pc(Live *live, uintptr_t pc, LivePlace *places, u32 capacity); /* inlined calls innermost first */

#endif
