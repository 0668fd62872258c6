/* verify: the invariants of a typed body that typer.h states, checked after typing in debug runs.
 *
 * Every expression has an interned type; a local variable is declared on the way to its use or captured by the function that uses it;
 * calls have as many arguments as their callee's type; targets of assignments are places; jumps are within loops.
 */
#include "typing.h"

typedef struct Verify {
    Text *why;
    bool ok;
    const TFunction *function;
    Map declared; /* TVar -> itself */
    u32 depth;
} Verify;

static void wrong(Verify *v, const TExpr *e, const char *text) {
    if (v->ok) text_printf(v->why, "bytes %u-%u, expression kind %d: %s", e->span.start, e->span.end, (int)e->kind, text);
    v->ok = false;
}

static void declare(Verify *v, const TVar *var) { map_set(&v->declared, (u64)(uintptr_t)var, (void *)var); }

static void declare_pattern(Verify *v, const TPattern *p) {
    if (p->var) declare(v, p->var);
    for (u32 i = 0; i < p->count; i++) declare_pattern(v, p->subs[i]);
}

static bool captured_by(const TFunction *function, const TVar *var) {
    for (u32 i = 0; i < function->captures.count; i++) {
        if (function->captures.at[i] == var) return true;
    }
    return false;
}

static bool is_place(const TExpr *e) { return e->kind == TE_LOCAL || e->kind == TE_FIELD || e->kind == TE_INDEX; }

static void declarations_of(Verify *v, const TExpr *e) {
    if (e->kind == TE_VAR) declare(v, e->var.var);
    if (e->kind == TE_LET) declare(v, e->let.var);
    if (e->kind == TE_FOR_RANGE) declare(v, e->range.var);
    if (e->kind == TE_FOR_ARRAY || e->kind == TE_FOR_ITERATOR) {
        declare(v, e->each.var);
        if (e->each.key) declare(v, e->each.key);
    }
    if (e->kind == TE_TRY) {
        for (u32 i = 0; i < e->attempt.count; i++) declare(v, e->attempt.catches[i].var);
    }
    if (e->kind == TE_SWITCH) {
        for (u32 i = 0; i < e->sw.count; i++) {
            for (u32 k = 0; k < e->sw.cases[i].pattern_count; k++) declare_pattern(v, e->sw.cases[i].patterns[k]);
        }
    }
}

static void verify_expr(void *context, const TExpr *e) {
    Verify *v = context;
    if (!v->ok) return;
    if (!e->type) return wrong(v, e, "has no type");
    if (!e->type->closed) return wrong(v, e, "its type is not closed");
    declarations_of(v, e);
    if (e->kind == TE_LOCAL) {
        const TVar *var = e->local;
        if (var->owner == v->function) {
            if (!var->is_this && !map_get(&v->declared, (u64)(uintptr_t)var)) wrong(v, e, "uses a variable that is not declared before");
        } else if (!captured_by(v->function, var)) {
            wrong(v, e, "uses a variable of another function that is not captured");
        }
    }
    if ((e->kind == TE_ASSIGN || e->kind == TE_ASSIGN_OP) && !is_place(e->assign.target)) wrong(v, e, "assigns to what is no place");
    if (e->kind == TE_CALL && e->call.callee->type->kind == TYPE_FUN && e->call.callee->kind != TE_SUPER &&
        e->call.callee->type->fun.count != e->call.count) {
        wrong(v, e, "has not as many arguments as its callee");
    }
    if (e->kind == TE_FUNCTION) {
        const TFunction *outer = v->function;
        v->function = e->function;
        for (u32 i = 0; i < e->function->count; i++) declare(v, e->function->args[i]);
        texpr_parts(e, v, verify_expr);
        v->function = outer;
        return;
    }
    texpr_parts(e, v, verify_expr);
}

bool typer_verify_body(Program *program, const FunctionBody *body, Text *why) {
    (void)program;
    if (body->has_errors) return true;
    Verify v = {.why = why, .ok = true, .function = body->function};
    for (u32 i = 0; i < body->function->count; i++) {
        declare(&v, body->function->args[i]);
        if (body->function->defaults[i]) verify_expr(&v, body->function->defaults[i]);
    }
    verify_expr(&v, body->function->body);
    map_free(&v.declared);
    return v.ok;
}
