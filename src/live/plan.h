/* plan: what an update will do. Made by plan*.c without touching the running program, carried out by commit.c.
 *
 * The only things of Live that planning adds to are numbers (fields, methods, slots of new functions) that mean nothing until the commit;
 * plan_abandon takes them back where they would be found by name.
 */
#ifndef MOLT_LIVE_PLAN_H
#define MOLT_LIVE_PLAN_H

#include "state.h"

typedef struct PlanField {
    Field *field;
    bool changed;   /* tokens of its own; else it depends on something that changed */
    bool typed;
    u32 rounds;     /* how often it was typed again */
} PlanField;

/* A unit that was lowered anew. */
typedef struct PlanUnit {
    LiveUnit *former; /* NULL: made for this update (an initialiser) */
    LiveUnit *unit;   /* NULL: it has no code any more */
    bool same;        /* all hashes are equal: only positions are taken over */
} PlanUnit;

/* A function whose code is replaced, or made before it is first called. */
typedef struct PlanCode {
    LiveFunction *function; /* NULL until the commit for one that takes over a name with another signature */
    Name name;
    LiveUnit *unit;
    u32 func;
    LiveFunction *follower; /* a closure of before that gets the new body too: then mir is a copy for its captures */
    MirFunc *mir;
    LiveCode *code;
} PlanCode;

/* A local function that has another number now. */
typedef struct PlanRename {
    LiveFunction *function;
    Name from, to;
} PlanRename;

/* EXACT: only where the value is exactly one of the new type, which is asked value by value. */
typedef enum PlanConversion { CONVERT_NONE, CONVERT_SAME, CONVERT_INT_TO_FLOAT, CONVERT_TO_WORD, CONVERT_EXACT } PlanConversion;

typedef struct PlanAdded {
    const MirFieldInfo *info;
    u32 number;         /* in the class's fields: new, or a removed one that comes back */
    LiveField to;       /* the same: where it lives */
    Name init;          /* function that runs its initialiser on an instance; NULL: default value */
    LiveField from;     /* retyped or renamed (from.name set): where the value comes from */
    PlanConversion conversion;
    bool restored;      /* removed earlier, values still there in instances that had it (to.presence); others run `init` */
    bool inherited;     /* new for instances that get the class as superclass alone (PlanClass.joins); others take it over from `from` */
} PlanAdded;

/* A class that gets another superclass (ancestry.c). */
typedef struct PlanAncestry {
    LiveClass *cls, *former, *super; /* either may be NULL */
    u32 left;                        /* first of what cls->left has gained */
} PlanAncestry;

/* Instances of `cls` get the class as one of their superclasses. */
typedef struct PlanJoin {
    LiveClass *cls, *ancestor;
    bool fresh;            /* they have no places for what it has: it takes new numbers */
    bool had;              /* they had it once, and left it */
    LiveLeft left;
    u32 ancestry;
} PlanJoin;

typedef struct PlanClass {
    LiveClass *cls;
    MirClass *mir;
    const MirClass *former_mir;
    Arena *arena;          /* of mir; taken over by the class at the commit */
    u32 former_fields, former_methods;
    VEC(PlanAdded) added;
    VEC(u32) dropped;      /* numbers in cls->fields */
    bool interfaces_changed;
    VEC(LiveMethod) obsolete; /* entries that others take the place of */
    Name former_ctor;      /* constructor of an enum that is renamed: its name so far; NULL: it is not */
} PlanClass;

typedef enum PlanStaticKind { STATIC_ADDED, STATIC_RESET, STATIC_KEPT, STATIC_RETYPED } PlanStaticKind;
typedef struct PlanStatic {
    PlanStaticKind kind;
    Field *field;
    LiveStatic *variable; /* as it will be; NULL: no code has named it yet and it needs none */
    LiveStatic *former;   /* RETYPED: the cell of the old type */
    Name init;            /* NULL: none */
    bool restored;        /* was removed earlier, its value is still there */
    bool run, converted;  /* decided at the commit */
    bool is_new_module;   /* it came with its module, or is that module's __init__ (then without variable) */
} PlanStatic;

struct LivePlan {
    Live *live;
    const ChangeSet *changes;
    LiveReport *report;
    Arena *arena;
    Map by_field; /* Field -> PlanField */
    VEC(PlanField *) fields;
    u32 next; /* first of `fields` not typed yet */
    VEC(PlanUnit) units;
    VEC(PlanCode) codes;
    VEC(PlanClass) classes;
    VEC(PlanStatic) statics;
    VEC(PlanAncestry) ancestries;
    VEC(PlanJoin) joins;
    VEC(LiveFunction *) replaced; /* their names are taken over by functions with another signature */
    VEC(LiveFunction *) revived; /* they have their names again, which others had meanwhile */
    VEC(PlanRename) renames;
    CodeModule *module;
    HookSet hooks; /* of the version that it makes */
    bool is_forced;    /* code on probation failed: hooks that throw do not keep it */
    bool is_update;    /* the program's text changed: hooks are called. Else only code is exchanged */
    bool has_hooks;    /* `hooks` was looked for: there may be some */
    u32 number; /* of the plan */
    u32 from; /* the version that was live */
    u32 version, former_functions, former_classes, former_modules; /* of the program: those behind came with this update */
    bool committed;
    const char *refusal; /* code of why the commit refused; NULL: user code that it ran failed */
};

PlanField *plan_add(LivePlan *plan, Field *field, bool changed);
/* How a value of one type becomes one of another where Haxe converts implicitly; NONE: it does not. */
PlanConversion plan_conversion(Live *live, Rep from, Name from_type, Rep to, Name to_type, TypeTest from_test, TypeTest to_test);
/* Can some values be values of the other type as they are (CONVERT_EXACT)? */
bool plan_may_be_exact(Rep from, Rep to);
bool plan_types(LivePlan *plan); /* classes and statics (plan_types.c); false: refused, error in diags */
/* A function that the commit itself calls: lowered and compiled now. */
bool plan_need(LivePlan *plan, Name function);
void plan_abandon(LivePlan *plan);
/* The class's fields and methods are those that it had before; may be called twice. */
void plan_take_back(LivePlan *plan, PlanClass *item);
void plan_report(LivePlan *plan); /* fills in changed, added, removed, dependents */

/* Adds what instances of item->cls gain and lose to become as item->mir says (plan_types.c). false: refused. */
bool plan_fields(LivePlan *plan, PlanClass *item);
/* Constructors that come, go, or have other parameters (enums.c); the enum itself is planned. false: refused. */
bool plan_constructors(LivePlan *plan, LiveClass *cls, const MirClass *mir);
void enums_abandon(LivePlan *plan, PlanClass *item);
void enums_mark_gone(LiveClass *cls); /* its constructors are those that cls->mir names */
void enums_report(LivePlan *plan); /* counts values of constructors that are gone or reshaped; world stopped, collects */

/* Closures (closures.c). Local functions that have another number go on under it. */
void closures_rename(LivePlan *plan);
void closures_take_back(LivePlan *plan); /* names lead where they led; may be called twice */
/* Code for closures that were made by other versions of the functions whose code is in the plan. */
void closures_follow(LivePlan *plan);

/* Classes with another superclass (ancestry.c): links them, so that what follows finds members along the new chains. */
void ancestry_plan(LivePlan *plan);
bool ancestry_is_fresh(const LivePlan *plan, const LiveClass *cls);   /* its members take new numbers */
bool ancestry_changes(const LivePlan *plan, const LiveClass *cls);    /* it gets another superclass, or new subclasses */
bool ancestry_concerns(const LivePlan *plan, const MirFunc *func);    /* its code has numbers that are given up */
void ancestry_renumber_methods(LivePlan *plan, PlanClass *item);
void ancestry_take_back(LivePlan *plan);
void ancestry_install(LivePlan *plan); /* the classes' ancestors at run time; after taking back: the former ones */
bool ancestry_check_frames(LivePlan *plan, Text *error); /* false: one of them needs numbers that are given up */
void ancestry_finish(LivePlan *plan);
const PlanJoin *ancestry_join(const LivePlan *plan, const LiveClass *ancestor, const AbiClass *cls); /* NULL: its instances had it before */
/* A field of that name in a superclass that the instances of the join lose; NULL: none. */
const LiveField *ancestry_carried(const LivePlan *plan, const PlanJoin *join, Name name);

LiveCode *stale_code_at(uintptr_t pc, u32 *pos); /* stale.c */

/* Migration of instances and statics (migrate.c), world stopped. What it changes it can put back. */
typedef struct Migration Migration;
bool migrate_run(LivePlan *plan, Migration **out, Text *error);
void migrate_undo(LivePlan *plan, Migration *migration);
void migrate_free(Migration *migration);

/* What a field holds in an instance, as a Dynamic. */
Word migrate_value(AbiObject *object, const LiveField *field);

/* What live_commit does between stopping and resuming the world, and no more: in a forked copy of the program (canary.c). */
bool commit_in_copy(LivePlan *plan, Text *error);
bool canary_is_copy(void);
NORETURN void canary_exit(int code); /* the program ends itself in a copy */

/* Hooks around an update (hooks.c). plan_hooks: finds them and sees to their code; false: errors. */
bool plan_hooks(LivePlan *plan);
bool plan_runs_user_code(const LivePlan *plan); /* the commit will; constants do not count */
bool hooks_before(LivePlan *plan, Text *error);
bool hooks_migrate(LivePlan *plan, u32 from, Text *error); /* @:hot.migrate, on every migrated instance */
bool hooks_after(LivePlan *plan, Text *error);             /* @:hot.after, then molt.Hot.onUpdate */

bool static_convert(Live *live, LiveStatic *from, LiveStatic *to); /* false: no implicit conversion */

/* Old frames (stale.c), world stopped. */
void stale_frames(Live *live, LiveReport *report);
/* Closures whose function has code in the module run the new body; those of replaced functions are stale. Collects. */
void stale_closures(Live *live, const LiveModule *module, LiveReport *report);

#endif
