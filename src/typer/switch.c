/* switch: typing of cases; patterns are in pattern.c, what they cover in exhaust.c.
 *
 * `switch [a, b]` compares element by element: its subject is a TE_ARRAY whose elements keep their own types (the array's own type is
 * Array<Dynamic> and says nothing), matched by PAT_ARRAY patterns of that length or by PAT_ANY; no array need be made.
 */
#include "typing.h"

static const AstExpr *strip(const AstExpr *ast) {
    while (ast->kind == EXPR_PAREN) ast = ast->operand;
    return ast;
}

static bool is_tuple(const AstExpr *ast) {
    if (ast->kind != EXPR_ARRAY || ast->list.count == 0) return false;
    const AstExpr *first = strip(ast->list.at[0]);
    if (first->kind == EXPR_FOR || first->kind == EXPR_WHILE) return false;
    return !(first->kind == EXPR_BINOP && first->binop == BINOP_FAT_ARROW);
}

static TExpr *type_tuple(Typing *t, const AstExpr *ast) {
    TExpr *e = te_new(t, TE_ARRAY, AT(t, ast), type_array(t->program, CORE(t)->t_dynamic));
    e->list.items = NEW_ARRAY(t->arena, TExpr *, ast->list.count);
    bool failed = false;
    for (u32 i = 0; i < ast->list.count; i++) {
        TExpr *item = type_expr(t, ast->list.at[i], want_value);
        failed |= te_is_error(item);
        e->list.items[e->list.count++] = item;
    }
    if (failed) e->type = CORE(t)->t_error;
    return e;
}

/* Up to the last expression, without a semicolon behind it. */
static Span case_span(Typing *t, const AstCase *clause) {
    Span span = AT(t, clause);
    const AstExpr *body = clause->body;
    if (body && body->kind == EXPR_BLOCK && body->list.count) span.end = body->list.at[body->list.count - 1]->end;
    return span;
}

/* An empty case is spoken of by its patterns where a value is asked for; a value of a wrong type by the whole case up to the last
 * expression where a type is expected, else by that expression. */
static TExpr *case_body(Typing *t, const AstCase *clause, Want want) {
    const AstExpr *body = clause->body;
    Span span = AT(t, clause);
    if (!body) {
        u32 patterns = clause->patterns.count;
        if (!patterns && span.end > span.start) span.start = span.end - 1; /* the colon of default: */
        if (patterns && want.kind != WANT_NOTHING)
            span = (Span){t->file, clause->patterns.at[0]->start, clause->patterns.at[patterns - 1]->end};
        return te_block(t, span, CORE(t)->t_void, 0, NULL);
    }
    TExpr *e = body->kind == EXPR_BLOCK ? type_block(t, body, want) : type_expr(t, body, want);
    if (body->kind != EXPR_BLOCK || !body->list.count) return e;
    bool expected = want.kind == WANT_TYPE && !type_is_mono(type_shallow(want.type));
    const AstExpr *last = body->list.at[body->list.count - 1];
    e->span = expected ? case_span(t, clause) : AT(t, last);
    return e;
}

/* ---- Enums whose constructors say what their type arguments are ------------------------------------------------------------------------- */

/* In a case of such an enum the type parameters in scope may be known better than outside: `case Num(i)` of Expr<T> says that T is Int.
 * So each case sees fresh monomorphs in their place: in the subject, the wanted type, the function's result and the types of variables. */
typedef struct Refined {
    bool active;
    TypeParamVec params;
    Type **monos, **variables;
    Type *ret;
    u32 local_count;
} Refined;

static bool is_refining(Typing *t, Type *subject) {
    TypeDecl *decl = type_enum(t->program, follow_null(t, subject));
    if (!decl || decl->params.count == 0 || !subject->has_params) return false;
    for (u32 i = 0; i < decl->fields.count; i++) {
        Type *type = field_type(t->program, decl->fields.at[i]);
        if ((type->kind == TYPE_FUN ? type->fun.ret : type) != decl->type) return true;
    }
    return false;
}

static Type *refine(Typing *t, const Refined *r, Type *type) {
    return r->active && type && type->has_params ? type_substitute(t->program, t->arena, type, &r->params, r->monos) : type;
}

static void refine_begin(Typing *t, Refined *r, bool active) {
    *r = (Refined){.active = active, .ret = t->func->ret, .local_count = t->locals.count};
    if (!active) return;
    for (const ParamScope *scope = t->scope.params; scope; scope = scope->outer) {
        for (u32 i = 0; i < scope->params->count; i++) {
            TypeParam *param = scope->params->at[i];
            vec_push(t->arena, &r->params, param);
        }
    }
    r->monos = NEW_ARRAY(t->arena, Type *, r->params.count + 1);
    for (u32 i = 0; i < r->params.count; i++) r->monos[i] = mono(t);
    r->variables = NEW_ARRAY(t->arena, Type *, r->local_count + 1);
    for (u32 i = 0; i < r->local_count; i++) {
        TVar *var = t->locals.at[i].var;
        r->variables[i] = var->type;
        var->type = refine(t, r, var->type);
    }
    t->func->ret = refine(t, r, r->ret);
}

static void refine_end(Typing *t, const Refined *r) {
    if (!r->active) return;
    for (u32 i = 0; i < r->local_count; i++) t->locals.at[i].var->type = r->variables[i];
    t->func->ret = r->ret;
}

/* The body of a case as a value of the type that is wanted outside. */
static TExpr *widen(Typing *t, const Refined *r, TExpr *body, Want want, Want inner) {
    if (!r->active || want.kind != WANT_TYPE || want.type == inner.type || te_is_error(body)) return body;
    body = coerce(t, body, inner.type);
    return te_is_error(body) ? body : te_cast(t, body->span, body, want.type, CAST_IMPLICIT);
}

/* ---- switch ---------------------------------------------------------------------------------------------------------------------------------------- */

/* value.match(pattern): whether it does. The pattern may capture nothing. */
TExpr *type_match(Typing *t, TExpr *subject, const AstExpr *call) {
    Span span = AT(t, call);
    if (call->call.args.count != 1) return fail(t, span, "switch.match", "match needs one pattern");
    TExpr *e = te_new(t, TE_SWITCH, span, CORE(t)->t_bool);
    e->sw.subject = subject;
    e->sw.count = 1;
    e->sw.cases = NEW_ARRAY(t->arena, TCase, 1);
    PatternVars vars = {0};
    type_patterns(t, &call->call.args, subject->type, &e->sw.cases[0], &vars, NULL, 0);
    if (vars.bound.count) {
        return fail(t, vars.bound.at[0]->span, "switch.match", "Pattern variables are not allowed in .match patterns");
    }
    e->sw.cases[0].span = span;
    e->sw.cases[0].body = te_bool(t, span, true);
    e->sw.otherwise = te_bool(t, span, false);
    return e;
}

TExpr *type_switch(Typing *t, const AstExpr *ast, Want want) {
    const AstSwitch *sw = ast->switch_;
    Span span = AT(t, ast);
    const AstExpr *subject_ast = strip(sw->subject);
    bool tuple = is_tuple(subject_ast);
    TExpr *subject = tuple ? type_tuple(t, subject_ast) : type_expr(t, subject_ast, want_value);
    TExpr *const *elements = tuple ? subject->list.items : NULL;
    u32 element_count = tuple ? subject->list.count : 0;
    u32 count = sw->cases.count;
    TExpr *e = te_new(t, TE_SWITCH, span, NULL);
    e->sw.subject = subject;
    e->sw.count = count;
    e->sw.cases = NEW_ARRAY(t->arena, TCase, count + 1);
    TExpr **bodies = NEW_ARRAY(t->arena, TExpr *, count + 2);
    bool patterns_failed = false;
    bool refining = !tuple && is_refining(t, type_shallow(subject->type));
    for (u32 i = 0; i < count; i++) {
        const AstCase *clause = &sw->cases.at[i];
        TCase *out = &e->sw.cases[i];
        out->span = case_span(t, clause);
        u32 mark = scope_open(t);
        PatternVars vars = {0};
        Refined refined;
        refine_begin(t, &refined, refining);
        Want inner = {want.kind, refine(t, &refined, want.type)};
        u32 errors = t->program->diags->errors;
        type_patterns(t, &clause->patterns, refine(t, &refined, subject->type), out, &vars, elements, element_count);
        patterns_failed |= t->program->diags->errors != errors;
        for (u32 v = 0; v < vars.bound.count; v++) var_show(t, vars.bound.at[v]);
        if (clause->guard) out->guard = type_condition(t, clause->guard, AT(t, clause->guard));
        bodies[i] = widen(t, &refined, case_body(t, clause, inner), want, inner);
        refine_end(t, &refined);
        scope_close(t, mark);
    }
    u32 branches = count;
    if (sw->fallback) bodies[branches++] = case_body(t, sw->fallback, want);
    e->type = branches || want.kind != WANT_NOTHING ? join_branches(t, branches, bodies, want, span) : CORE(t)->t_void;
    for (u32 i = 0; i < count; i++) e->sw.cases[i].body = bodies[i];
    if (sw->fallback) e->sw.otherwise = bodies[count];
    if (!te_is_error(subject) && !patterns_failed) check_switch(t, e, sw, want.kind == WANT_NOTHING, elements, element_count);
    return e;
}
