/* state: what the files of live/ share.
 *
 * Ownership. A LiveUnit is one lowering of one field; it is current for its functions until an update replaces it, and lives on while
 * code made from it does (refs). A LiveModule is one code module; its LiveCodes say whose code it holds; it is freed when none of them
 * is current and no stack holds an address in it.
 *
 * Invariant: a function's slot and all its cells (vtable and interface table entries) hold the same address, `address`. They change
 * together, in function_publish alone.
 */
#ifndef MOLT_LIVE_STATE_H
#define MOLT_LIVE_STATE_H

#include "live.h"

#include <stdatomic.h>

typedef struct LiveFunction LiveFunction;
typedef struct LiveUnit LiveUnit;
typedef struct LiveModule LiveModule;
typedef struct LiveClass LiveClass;

/* ---- Functions (functions.c) and their units (units.c) --------------------------------------------------------------------------------- */

/* A back edge, as code knows it: what molt_rt_poll_loop is passed. */
typedef struct PollSite {
    LiveUnit *unit;
    u32 func, loop;
    RtGuard *guard;     /* through which it goes on in code on probation; NULL: never did */
    void *guard_entry;  /* its stub */
    void *_Atomic again; /* entry at which the loop goes on in the same code, so that its values are kept at each turn; NULL: none yet */
} PollSite;

/* What back edges test: 0, or why they ask. */
enum { STALE_REPLACED = 1 /* for a newer version */, STALE_KEEPS = 2 /* so that the guard of code on probation keeps their variables */ };

struct LiveUnit {
    Name name; /* of the function that it was lowered for: the field's path or a compiler-made name */
    Field *field;
    MirUnit *mir;
    u32 planned; /* number of the plan that lowers it anew, of units without a field */
    LiveUnit *next_of_field; /* another unit of the same field */
    bool has_inlined; /* has positions in other fields' texts */
    i32 **lines; /* for each function of the unit: present line of each position; cells that generated code reads */
    u8 *stale;        /* for each function: back edges ask for a transfer to a newer version */
    PollSite **sites; /* for each function: its loops */
    u32 refs;    /* 1 while current, 1 for each LiveCode made from it */
};

/* What code calls, or makes a closure of: noted when it is compiled, since a name means another function after an update. */
typedef enum LiveRefKind { REF_FUNCTION, REF_METHOD, REF_SELECTOR } LiveRefKind;
typedef struct LiveRef {
    LiveRefKind kind;
    bool late;   /* METHOD: entry of the late vtable */
    u64 number;  /* METHOD: entry of the vtable, SELECTOR: number of the interface's method */
    union {
        LiveFunction *function; /* FUNCTION */
        LiveClass *cls;         /* METHOD: a class of the hierarchy */
    };
} LiveRef;

typedef struct LiveCode {
    LiveFunction *function;
    LiveModule *module;
    LiveUnit *unit;
    u32 func; /* number in unit->mir->funcs */
    u32 version;
    uintptr_t start, end;
    LiveRef *refs;
    u32 ref_count;
    bool may_run; /* found by the look for what is still needed (retire.c) */
} LiveCode;

struct LiveModule {
    CodeModule *code;
    u32 count, current; /* codes; those that are their function's present code */
    LiveCode *codes;
    bool transfer; /* an entry for running loops: no slot leads here */
    bool seen;     /* found on a stack by the last scan */
};

struct LiveFunction {
    Name name;
    Name identity; /* signature with what it relies on and, of closures, captures; NULL until lowered (unit_identity) */
    Name signature; /* the same without captures */
    VEC(Capture) layout; /* what closures of this slot have captured, in their order */
    AbiSlot *slot;
    void *stub;
    void *address;   /* what slot and cells hold */
    LiveUnit *unit;  /* present unit; NULL: not lowered yet */
    u32 func;        /* number in it */
    LiveCode *code;  /* present code; NULL: the stub */
    VEC(void **) cells;
    u32 version;     /* since when its text is what it is */
    RtGuard *guard;    /* in front of its code while is_guarded (probation.c) */
    void *guard_entry; /* its stub */
    bool is_guarded;
    u32 expected;    /* place in live->expected, from 1 */
    bool held;       /* replaced: a closure, or code that may still run, had its slot at the last look */
    bool replaced;   /* another signature took the name over, or it was removed: what holds it goes on with its old code */
};

LiveFunction *function_of(Live *live, Name name);   /* made with a stub if new */
LiveFunction *function_find(Live *live, Name name); /* NULL: not there */
void function_publish(LiveFunction *function, void *address);
void function_add_cell(LiveFunction *function, void **cell); /* and stores the present address into it */
void function_drop_cell(LiveFunction *function, void **cell);
/* A function of the same name with a slot of its own takes the name over; the old one keeps slot and code. */
LiveFunction *function_replace(Live *live, LiveFunction *old);
/* One that had the name once, with that identity: it can take the name over again. NULL: none. */
LiveFunction *function_former(Live *live, Name name, Name identity);
/* Replaced, but its code is the present text: a closure whose captures the new body can do with. */
bool function_follows(Live *live, const LiveFunction *function);
bool function_can_follow(Live *live, const LiveFunction *function, const MirFunc *mir);
const MirFunc *function_mir(const LiveFunction *function); /* NULL: not lowered */
/* Lowers its unit unless it is. false: it cannot be (diagnostics). */
bool function_lower(Live *live, LiveFunction *function);

/* What code that holds a function relies on: two versions of a function that differ in it need slots of their own. */
Name unit_identity(Live *live, const MirFunc *func);
Name unit_signature(Live *live, const MirFunc *func); /* without captures */
LiveUnit *unit_new(Live *live, Name name, MirUnit *mir);
void unit_retain(LiveUnit *unit);
void unit_release(LiveUnit *unit); /* NULL is allowed */
void unit_refresh_lines(Live *live, LiveUnit *unit);
/* Makes the unit current for all its functions (those that have another signature get a new slot), notes it under its name. */
void unit_install(Live *live, LiveUnit *unit);
LiveUnit *unit_find(Live *live, Name name);
void unit_uninstall(Live *live, LiveUnit *unit); /* its functions are gone from the program; what holds them keeps them */
LiveUnit *units_of_field(Live *live, const Field *field);
/* Takes over the positions of another lowering of the same functions that gave the same code. */
void unit_adopt_function(Live *live, LiveUnit *unit, u32 func, const MirFunc *other);
void unit_adopt_positions(Live *live, LiveUnit *unit, const LiveUnit *other);

/* Code that was compiled: a module with a LiveCode for each function. */
LiveModule *module_new(Live *live, CodeModule *code, LiveFunction *const *functions, LiveUnit *const *units, const u32 *funcs, u32 version);
void module_free(Live *live, LiveModule *module);
/* From now on this is the function's code. */
void code_install(LiveCode *code);

/* retire.c: notes what the code refers to. Frees it with the code. */
void code_note_refs(Live *live, LiveCode *code);

/* Running loops (loops.c). Does a frame of replaced code, at that position, go on in the new version at its loop's next back edge? Then its
 * back edges are told to ask, *loop is the loop's number. *why: not, or NULL. World stopped. */
bool loops_switch(Live *live, LiveCode *code, u32 pos, Arena *arena, u32 *loop, const char **why);
/* For each block: can a frame at that position come to it, before the back edge of loop `until` (UINT32_MAX: at all)? */
bool *loops_ahead(const MirFunc *func, u32 pos, u32 until, Arena *arena);
PollSite *loops_site(LiveUnit *unit, u32 func, u32 loop);
/* On a running thread: where the frame that polls there goes on, which it must do before its next safepoint; NULL: nowhere. */
void *live_transfer_entry(Live *live, PollSite *site, u32 *values);
AbiTransfer *live_hook_poll_loop(void *context, RtThread *thread, void *site, bool is_guarded);

/* ---- Classes (classes.c, layout.c), statics (statics.c) ---------------------------------------------------------------------------------- */

typedef struct LiveField {
    Name name;
    Name type; /* text */
    u8 rep;
    TypeTest test;
    bool late, removed;
    u32 place;  /* offset or late number */
    u32 added;  /* version in which it came */
    u32 presence; /* removed: late number of a word that is 1 in instances that had it */
} LiveField;

typedef struct LiveMethod {
    Name name, types;       /* types: MirMethodInfo.types */
    u32 index;              /* entry of the vtable or, when late, of the late vtable; for ever */
    bool late;
    bool obsolete;          /* another one took its place when the class was given to others as superclass; code of before may know it */
    LiveFunction *function; /* what the entry holds in this class */
} LiveMethod;

typedef struct LiveItabCell {
    LiveFunction *function;
    void **cell;
    u64 selector;
} LiveItabCell;

/* Numbers of what came late are unique within one hierarchy: a field that a superclass gains must not meet one of a subclass. */
typedef struct LiveHierarchy {
    u32 next_field, next_method;
    struct LiveHierarchy *joined; /* a class of it was given a superclass of another: that one has the numbers of both */
} LiveHierarchy;

/* A superclass that the class had once: instances of that time keep its fields. */
typedef struct LiveLeft {
    LiveClass *ancestor;
    u32 presence; /* late number of a word that is 1 in these instances */
    u32 version;  /* the last in which it was one */
} LiveLeft;

struct LiveClass {
    Name path;
    TypeDecl *decl;
    DeclKind kind;
    AbiClass *abi;
    LiveClass *super;
    LiveHierarchy *hierarchy;
    u32 size;                /* of an instance, before rounding */
    u32 method_count;        /* entries of the vtable in use */
    u32 method_capacity;     /* entries it has */
    u32 late_vtable_capacity;
    VEC(LiveItabCell) itab_functions;
    VEC(LiveClass *) children;
    VEC(LiveClass *) reserves; /* superclasses, former ones too, whose fields and methods have their own places in instances and tables */
    VEC(LiveLeft) left;
    Name super_name;
    NameVec interfaces;
    VEC(LiveField) fields;   /* own ones, removed ones too */
    VEC(LiveMethod) methods; /* the whole vtable: inherited, overridden and own */
    VEC(LiveClass *) ctors;  /* enums: by permanent tag; each is a class of its own */
    u64 layout_hash;
    Arena *arena;            /* of what stays: maps for the collector */
    Arena *described;        /* of mir and the reflection data: replaced with them */
    Arena *members;          /* of what reflection alone asks for; NULL: nobody has asked since the last commit */
    MirClass *mir;
    MirClass *pending_mir;   /* in the update under way; NULL: mir holds */
    bool is_ctor, is_builtin;
    bool gone; /* constructors: not declared any more; its values live on */
    bool unborn; /* made for an update that was refused: there are no instances, it is laid out anew when it is named again */
    Name ctor_name;
};

LiveClass *class_of(Live *live, Name path);   /* made if new; NULL: no such type */
LiveClass *class_find(Live *live, Name path); /* NULL: not made yet */
LiveHierarchy *class_hierarchy(const LiveClass *cls);
bool class_reserves(const LiveClass *cls, const LiveClass *ancestor);
void class_reserve_supers(LiveClass *cls);
LiveField *class_field(LiveClass *cls, Name name);                   /* own, not removed; the newest */
LiveField *class_field_removed(LiveClass *cls, const MirFieldInfo *info); /* own, removed, of that name and type; its values are kept */
LiveField *class_add_late_field(Live *live, LiveClass *cls, const MirFieldInfo *info);
LiveMethod *class_method(LiveClass *cls, Name name, Name types);     /* types NULL: any, the newest */
u64 class_selector(Live *live, Name interface, Name method, Name types);
/* From cls->mir and the superclass: what is new gets an entry (a late one when the class has been in use), what is there keeps its. */
void class_fill_methods(Live *live, LiveClass *cls, bool in_use);
void class_fill_itab(Live *live, LiveClass *cls);
void class_revive_method(LiveClass *cls, const LiveMethod *entry); /* is not obsolete, here and in subclasses that have it */
void class_cut_methods(LiveClass *cls, u32 count); /* forgets entries from that number on, which no code that stays knows */
void class_fill_info(Live *live, LiveClass *cls);
LiveClass *class_add_ctor(Live *live, LiveClass *cls, const MirCtorInfo *info);
LiveClass *class_ctor(const LiveClass *cls, Name name); /* of an enum, removed ones too; NULL: never had it */
void class_update_late_map(LiveClass *cls); /* of it and all its subclasses */
/* What reflection was told of members holds no longer: it asks again. World stopped. */
void info_forget_members(Live *live);
const AbiTest *live_test(Live *live, TypeTest test);
const AbiSig *live_sig(Live *live, const FunSig *sig);

typedef struct LiveStatic {
    Name path, owner, name, type, init;
    u8 rep;
    TypeTest test;
    Field *field;
    void *address;
    bool initialised, constant_init, removed;
    u64 *snapshot; /* what its initialiser gave (a static of the runtime, so that the collector keeps it) */
} LiveStatic;
LiveStatic *static_of(Live *live, Name owner, Name name); /* made if new; NULL: no such variable */
LiveStatic *static_find(Live *live, Name path);
void static_note_initialised(LiveStatic *variable); /* any thread, that variable alone */
/* Has the program changed it since its initialiser ran (contract 7.6)? */
bool static_is_changed(Live *live, const LiveStatic *variable);

void env_init(Live *live, CodegenEnv *env); /* env.c */
void history_free(Live *live);
void *live_hook_compile(void *context, AbiSlot *slot, const char **why);

/* ---- Dependency graph (graph.c) -------------------------------------------------------------------------------------------------------------- */

/* Who read a facet of an entity. A reader is a field (its body, its unit); registering it again forgets what it read before. */
typedef struct Graph Graph;
Graph *graph_new(void);
void graph_free(Graph *graph);
void graph_set(Graph *graph, Field *reader, const ReadSet *body, const ReadSet *unit); /* either may be NULL */
void graph_remove(Graph *graph, Field *reader);
/* Calls visit for each reader of that facet, once each. */
void graph_readers(Graph *graph, const Entity *entity, Facet facet, void (*visit)(void *context, Field *reader), void *context);

/* ---- Probation (probation.c) ------------------------------------------------------------------------------------------------------------- */

/* Versions that may have to be taken back. While it lasts, calls of their functions go through guards. */
typedef struct Probation {
    u32 good;      /* the version that comes back; 0: nothing is on probation */
    u32 first_function; /* numbers from here on were given since */
    bool withdrawn; /* it ended with a rollback: calls into the code that was taken back may still be under way, and are made again too */
    u64 until_ns;
    VEC(LiveFunction *) functions;
    VEC(PollSite *) sites;    /* loops with an entry at which they go on in the same code … */
    VEC(LiveModule *) entries; /* … which is not freed before its time is over */
    VEC(LiveUnit *) units;    /* some of whose loops come by to be kept */
    VEC(LiveUnit *) origins[2]; /* of the loops that guards stand for: kept while a call that is under way may be made again, [1]: for those
                                   that were about to be when all others were forgotten */
} Probation;

/* At a successful commit, world stopped. The plan's new code is on probation; a rollback ends that of what it takes back. */
void probation_commit(LivePlan *plan);
void probation_end(Live *live);
void probation_free(Live *live);
/* The loop that polls at `site` is about to go on at `entry`: through a guard, if what it goes on in is on probation. */
void probation_loop(Live *live, PollSite *site, LiveModule *entry, LiveFunction *now);
RtUncaught live_hook_uncaught(void *context, RtThread *thread);

/* ---- User code of a commit (user.c, hooks.c) ----------------------------------------------------------------------------------------------- */

/* Functions that a version of the program wants called around an update, by name: by module, types in source order, then functions of the module itself. */
typedef struct HookSet {
    NameVec before, after, tests;
    bool migrates; /* some class has @:hot.migrate */
} HookSet;

/* Runs `work` on the program's main thread, the world being stopped by the caller and staying so for everybody else; on a service thread if
 * the main thread is in a system call and does not come back soon. What takes too long is interrupted: the calls in it throw. false: it
 * was interrupted, whatever it made of that. */
bool user_run(Live *live, void (*work)(void *context), void *context);
extern const char user_took_too_long[];
void user_free(Live *live);
void user_prepare(Live *live); /* before the stop: what user_run may need */
/* Calls a Void -> Void function of the program, or one that returns a Bool (*result). false: it threw, `what` and the exception in *error. */
bool user_call(Live *live, Name function, const char *what, bool *result, Text *error);

void hooks_find(Live *live, HookSet *out); /* of the present program; out is emptied first */
void hooks_free(HookSet *hooks);
void hooks_compile_before(Live *live); /* those of the live version, so that they are there when an update needs them */
/* molt.Hot.onUpdate */
void live_hook_on_update(void *context, AbiObject *closure);

/* ---- Everything --------------------------------------------------------------------------------------------------------------------------- */

struct Live {
    LiveConfig config;
    Program *program;
    Lowering *lowering;
    Codegen *codegen;
    CodegenEnv env;
    CodeStubs *stubs;
    LowMemory *low;
    MoltVm *vm;
    u32 version;       /* live now */
    const struct LivePlan *coming; /* a commit is under way that has not installed it: names may stand for what it brings */
    u32 commits;       /* successful ones, exchanges of code by itself included */
    u32 last_version;  /* highest number given */
    u32 plans;         /* how many were made */
    u32 modules_initialised; /* how many of the program's modules have their initialisers run or handed out */
    u32 next_function;
    u64 next_selector;
    Map functions;  /* Name -> LiveFunction, the present one of that name */
    Map units;      /* Name -> LiveUnit, current */
    Map made_units; /* those among them that belong to no field */
    Map classes;    /* Name -> LiveClass */
    VEC(LiveClass *) all_classes; /* in order of their making */
    VEC(LiveHierarchy *) hierarchies;
    Map statics;    /* path Name -> LiveStatic */
    Map selectors;  /* "pack.I.method(i)w" Name -> number */
    Map tests;      /* TypeTest -> AbiTest */
    Map field_units;   /* Field -> first LiveUnit made from it, current ones */
    Map pending_units; /* MirUnit -> LiveUnit, of the update under way */
    VEC(LiveFunction *) all_functions;
    bool has_replaced; /* some function has been replaced: only then can closures be stale */
    VEC(LiveFunction *) expected; /* called by compiled code, without code themselves, in the order of the calls */
    VEC(LiveClass *) complete; /* whose members reflection knows */
    VEC(LiveModule *) modules;
    VEC(LiveVersion *) versions;
    Graph *graph;
    Probation probation;
    HookSet hooks; /* of the live version */
    VEC(RtHandle *) listeners; /* closures of molt.Hot.onUpdate, in the order in which they came */
    pthread_mutex_t listeners_lock;
    RtThread *main_thread; /* NULL: not running yet */
    struct Service *service; /* the thread that stands in for it; NULL: not made yet */
};

static inline bool probation_is_on(const Live *live) { return live->probation.good != 0; }

#endif
