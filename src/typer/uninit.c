/* uninit: variables used before they have a value.
 *
 * Walks a typed body with the set of variables that certainly have one. Only variables declared without initialiser count. A loop's body
 * may run zero times, so what it assigns counts only within; a local function is taken to run at once for what it assigns, and its reads
 * of outer variables are warnings, as the official compiler has it. `this` of an abstract's constructor is such a variable, which every
 * return and the end of the body use.
 */
#include "typing.h"

typedef struct Uninit {
    Typing *t;
    Arena *arena;
    Map numbers;   /* TVar -> number + 1 */
    u32 words;     /* of a set */
    u64 *assigned; /* the present set */
    const TFunction *function;
} Uninit;

static void flow(void *context, const TExpr *e);

static u64 *set_copy(Uninit *u) {
    return arena_copy(u->arena, u->assigned, sizeof(u64) * u->words);
}

static void set_meet(Uninit *u, u64 *into, const u64 *other) {
    for (u32 i = 0; i < u->words; i++) into[i] &= other[i];
}

/* Number of a variable that counts, -1: it has an initialiser. */
static i64 number_of(const Uninit *u, const TVar *var) {
    return (i64)(uintptr_t)map_get(&u->numbers, (u64)(uintptr_t)var) - 1;
}

static void assign(Uninit *u, const TVar *var) {
    i64 number = number_of(u, var);
    if (number >= 0) u->assigned[number / 64] |= 1ull << (number % 64);
}

static void use(Uninit *u, const TExpr *e) {
    i64 number = number_of(u, e->local);
    if (number < 0 || (u->assigned[number / 64] >> (number % 64) & 1)) return;
    assign(u, e->local); /* once */
    const char *name = e->local->name->text;
    bool own = e->local->owner == u->function;
    if (e->local == u->t->this_var) {
        if (own) report(u->t, e->span, "abstract.this", "Missing this = value");
        else warn(u->t, e->span, "abstract.this", "this might be used before assigning a value to it");
    } else if (own) {
        report(u->t, e->span, "local.uninitialised", "Local variable %s used without being initialized", name);
    } else {
        warn(u->t, e->span, "local.uninitialised", "Local variable %s might be used before being initialized", name);
    }
}

static void find_assignments(void *context, const TExpr *e) {
    if (e->kind == TE_ASSIGN && e->assign.target->kind == TE_LOCAL) assign(context, e->assign.target->local);
    texpr_parts(e, context, find_assignments);
}

static void nothing_follows(Uninit *u) { memset(u->assigned, 0xFF, sizeof(u64) * u->words); }

/* Each alternative begins with the same set; what all of them assign is assigned after. */
static void branch(Uninit *u, const TExpr *e, const u64 *before, u64 **after) {
    u->assigned = arena_copy(u->arena, before, sizeof(u64) * u->words);
    if (e) flow(u, e);
    if (*after) set_meet(u, *after, u->assigned);
    else *after = u->assigned;
}

static void flow_function(Uninit *u, const TExpr *e) {
    const TFunction *outer = u->function;
    u->function = e->function;
    u64 *before = set_copy(u);
    flow(u, e->function->body);
    u->assigned = before;
    u->function = outer;
    find_assignments(u, e->function->body);
}

static void flow_switch(Uninit *u, const TExpr *e) {
    flow(u, e->sw.subject);
    u64 *before = set_copy(u), *after = NULL;
    for (u32 i = 0; i < e->sw.count; i++) {
        u->assigned = arena_copy(u->arena, before, sizeof(u64) * u->words);
        if (e->sw.cases[i].guard) flow(u, e->sw.cases[i].guard);
        u64 *start = set_copy(u);
        branch(u, e->sw.cases[i].body, start, &after);
    }
    if (e->sw.otherwise || !e->sw.exhaustive) branch(u, e->sw.otherwise, before, &after);
    u->assigned = after ? after : before;
}

/* A loop over a range or literal that is known not to be empty. */
static bool always_runs(const TExpr *e) {
    if (e->kind == TE_FOR_ARRAY) return e->each.iterable->kind == TE_ARRAY && e->each.iterable->list.count > 0;
    return e->kind == TE_FOR_RANGE && e->range.from->kind == TE_INT && e->range.to->kind == TE_INT && e->range.from->int_value < e->range.to->int_value;
}

static void flow(void *context, const TExpr *e) {
    Uninit *u = context;
    if (e->kind == TE_LOCAL) return use(u, e);
    if (e->kind == TE_FUNCTION) return flow_function(u, e);
    if (e->kind == TE_SWITCH) return flow_switch(u, e);
    if (e->kind == TE_ASSIGN && e->assign.target->kind == TE_LOCAL) {
        flow(u, e->assign.value);
        return assign(u, e->assign.target->local);
    }
    if (e->kind == TE_IF) {
        flow(u, e->branch.condition);
        u64 *before = set_copy(u), *after = NULL;
        branch(u, e->branch.then, before, &after);
        branch(u, e->branch.otherwise, before, &after);
        u->assigned = after;
        return;
    }
    if (e->kind == TE_TRY) {
        u64 *before = set_copy(u), *after = NULL;
        branch(u, e->attempt.body, before, &after);
        for (u32 i = 0; i < e->attempt.count; i++) branch(u, e->attempt.catches[i].body, before, &after);
        u->assigned = after;
        return;
    }
    if (always_runs(e)) return texpr_parts(e, u, flow);
    bool loop = (e->kind == TE_WHILE && !e->loop.do_while) || e->kind == TE_FOR_RANGE || e->kind == TE_FOR_ARRAY || e->kind == TE_FOR_ITERATOR;
    u64 *before = loop ? set_copy(u) : NULL;
    texpr_parts(e, u, flow);
    if (loop) u->assigned = before;
    if (e->kind == TE_RETURN || e->kind == TE_THROW || e->kind == TE_BREAK || e->kind == TE_CONTINUE) nothing_follows(u);
}

void check_uninitialised(Typing *t) {
    u32 count = 0;
    Uninit u = {.t = t, .function = t->body->function};
    for (u32 i = 0; i < t->exprs.count; i++) {
        const TExpr *e = t->exprs.at[i];
        if (e->kind != TE_VAR || e->var.init) continue;
        map_set(&u.numbers, (u64)(uintptr_t)e->var.var, (void *)(uintptr_t)++count);
    }
    if (count) {
        u.arena = arena_new("definite assignment");
        u.words = (count + 63) / 64;
        u.assigned = NEW_ARRAY(u.arena, u64, u.words);
        flow(&u, t->body->function->body);
        arena_free(u.arena);
    }
    map_free(&u.numbers);
}
