/* inline: calls of `inline` functions, expanded; inline variables.
 *
 *     declare a = argument     each once and in order; constants and variables that never change stand for themselves
 *     label { body }           return leaves the label with the value
 *
 * The body is translated anew in a Frame of its own, with the call's type arguments put in. What its typing read, and its text, becomes
 * part of what the function around it read. A function that is being expanded already is called, not expanded again.
 */
#include "build.h"

#define MAX_DEPTH 64

static bool is_expanding(const Frame *f, const Field *field) {
    for (const Frame *at_frame = f; at_frame; at_frame = at_frame->outer)
        if (at_frame->field == field) return true;
    return f->depth >= MAX_DEPTH;
}

static void read_body(Build *b, Field *field, const FunctionBody *body, Facet facet) {
    reads_add(&b->unit->reads, &field->entity, facet);
    build_read_body(b, body);
}

static void begin(Frame *g, Frame *f, Field *field, TFunction *function) {
    *g = (Frame){.b = f->b, .m = f->m, .field = field, .function = function, .outer = f, .inlined = true, .foreign = true,
                 .inlined_at = f->m.pos, .depth = f->depth + 1};
}

static void match_receiver(Frame *g, Frame *f, Field *field, Type *object_type) {
    Arena *arena = g->b->arena;
    TypeDecl *owner = field->owner;
    Type *seen = owner->params.count ? lower_seen_as(g->b->lowering, arena, frame_type(f, object_type), owner) : NULL;
    for (u32 i = 0; seen && i < owner->params.count && i < seen->decl.count; i++) {
        vec_push(arena, &g->params, owner->params.at[i]);
        vec_push(arena, &g->args, seen->decl.args[i]);
    }
}

static bool is_null_constant(const TExpr *e) {
    while (e && e->kind == TE_CAST && e->cast.kind == CAST_IMPLICIT) e = e->cast.operand;
    return !e || e->kind == TE_NULL;
}

/* The value of argument i as the inlined function's variable wants it. */
static Hir *argument(Frame *f, Frame *g, const TVar *var, const TExpr *standard, const Args *args, u32 i) {
    const TExpr *e = args->exprs && i < args->count ? args->exprs[i] : NULL;
    Shape want = frame_shape(g, var->type);
    if (want.rep == REP_VOID) want.rep = REP_WORD;
    bool has_default = !is_null_constant(standard);
    if (i >= args->count || (e && is_null_constant(e))) {
        if (has_default) return build_coerce_rep(g, build_value_as(g, standard, var->type), want.rep, want.test);
        return hir_null(&g->m, want.rep);
    }
    Hir *h = e ? build_dynamic_text(f, build_value(f, e), e->type, var->type) : args->values[i];
    if (!has_default || (h->rep != REP_WORD && h->rep != REP_REF) || hir_diverges(h)) return build_coerce_shape(f, h, want);
    HirVec items = {0};
    Hir *given = build_once(f, h, &items);
    Hir *missing = build_is_null(f, hir_again(&f->m, given));
    Hir *instead = build_coerce_rep(g, build_value_as(g, standard, var->type), want.rep, want.test);
    return build_finish_items(f, &items, hir_if(&f->m, want.rep, missing, instead, build_coerce_shape(f, given, want)));
}

typedef struct ThisSearch {
    Program *program;
    const TVar *self;
    u32 depth;
    bool found;
} ThisSearch;

static bool writes_this(Program *program, Field *field, u32 depth);

static void find_write(void *context, const TExpr *e) {
    ThisSearch *search = context;
    if (search->found) return;
    if (e->kind == TE_CALL && e->call.count && e->call.callee->kind == TE_FIELD && e->call.args[0]->kind == TE_LOCAL &&
        e->call.args[0]->local == search->self && e->call.callee->field.field)
        search->found = writes_this(search->program, e->call.callee->field.field, search->depth + 1);
    texpr_parts(e, search, find_write);
}

/* Does the abstract's inline function assign `this`, itself or through one that it calls on it? */
static bool writes_this(Program *program, Field *field, u32 depth) {
    if (!field->is_impl || !field->is_inline || depth > 8) return false;
    FunctionBody *body = field_body(program, field);
    if (!body || !body->function || !body->function->body || !body->function->count) return false;
    ThisSearch search = {program, body->function->args[0], depth, body->function->args[0]->written};
    if (!search.found) find_write(&search, body->function->body);
    return search.found;
}

/* `this` of an abstract's function, where the function assigns it, is the caller's variable itself. */
static bool shares_variable(Frame *f, Frame *g, const TVar *var, const TExpr *e) {
    if (!e) return false;
    while (e->kind == TE_CAST) e = e->cast.operand;
    if (e->kind != TE_LOCAL) return false;
    Binding *binding = build_binding_of(f, e->local);
    if (!binding || !binding->var || binding->var->rep != frame_rep(g, var->type)) return false;
    binding->var->is_written = true;
    build_bind_var(g, var, binding->var);
    return true;
}

/* A field, too, gets what the function has made of `this`: stored back behind the call. NULL: there is nothing to store. */
static Hir *store_this_back(Frame *f, Frame *g, const TVar *var, TExpr *e) {
    if (!e) return NULL;
    while (e->kind == TE_CAST) e = e->cast.operand;
    bool is_place = e->kind == TE_FIELD && (e->field.access == FA_STATIC || e->field.access == FA_INSTANCE);
    if (!is_place || e->field.field->kind != FIELD_VAR || e->field.field->native) return NULL;
    if (e->field.object && e->field.object->kind != TE_THIS && e->field.object->kind != TE_LOCAL) return NULL;
    Binding *binding = build_binding_of(g, var);
    if (!binding || !binding->var) return NULL;
    TVar copy = {.type = e->type};
    TExpr local = {.kind = TE_LOCAL, .span = e->span, .type = e->type, .local = &copy};
    TExpr store = {.kind = TE_ASSIGN, .span = e->span, .type = e->type};
    store.assign.target = e;
    store.assign.value = &local;
    build_bind_var(f, &copy, binding->var);
    Hir *stored = build_effect(f, &store);
    map_set(&f->bindings, (u64)(uintptr_t)&copy, NULL);
    return stored;
}

Hir *build_inline_call(Frame *f, Field *field, Hir *object, Type *object_type, const Args *args, Type *callee_type, Type *result) {
    Build *b = f->b;
    if (is_expanding(f, field)) return NULL;
    FunctionBody *body = field_body(b->program, field);
    if (!body || !body->function || !body->function->body) return NULL;
    if (body->has_errors) {
        b->failed = true;
        return NULL;
    }
    TFunction *function = body->function;
    u32 pos = f->m.pos;
    read_body(b, field, body, FACET_BODY);
    Frame g;
    begin(&g, f, field, function);
    if (object) match_receiver(&g, f, field, object_type);
    if (callee_type)
        lower_match_params(b->lowering, b->arena, field_type(b->program, field), frame_type(f, callee_type), &g.params, &g.args);
    HirVec items = {0};
    if (object) {
        object = build_coerce_rep(f, object, REP_REF, field->owner->path); /* may be null: the body may ask */
        g.this_.stable = build_once(f, object, &items);
    }
    bool writes = writes_this(b->program, field, 0);
    for (u32 i = 0; i < function->count; i++) {
        TVar *var = function->args[i];
        const TExpr *e = args->exprs && i < args->count ? args->exprs[i] : NULL;
        bool is_kept = writes && i == 0;
        if (is_kept && shares_variable(f, &g, var, e)) continue;
        Hir *h = argument(f, &g, var, function->defaults ? function->defaults[i] : NULL, args, i);
        f->m.pos = pos;
        if (!var->written && !is_kept && h->rep != REP_VOID) build_bind_stable(&g, var, build_once(f, h, &items));
        else vec_push(b->arena, &items, hir_declare(&f->m, build_var_of(&g, var), h));
    }
    g.ret_type = function->type->fun.ret;
    g.ret_rep = frame_rep(&g, g.ret_type);
    g.ret = hir_label_new(&g.m, g.ret_rep);
    g.m.pos = pos;
    Hir *code = build_effect(&g, function->body);
    g.m.pos = f->m.pos = pos;
    if (g.ret_rep != REP_VOID && !hir_diverges(code)) code = hir_seq(&g.m, code, hir_leave(&g.m, g.ret, hir_null(&g.m, g.ret_rep)));
    else if (code->rep != REP_VOID && !hir_diverges(code)) code = build_coerce_rep(&g, code, REP_VOID, NULL);
    code = hir_label(&g.m, g.ret, code);
    Hir *back = writes && args->exprs && args->count ? store_this_back(f, &g, function->args[0], args->exprs[0]) : NULL;
    if (back && code->rep != REP_VOID && !hir_diverges(code)) code = build_once(f, code, &items);
    if (back && code->rep == REP_VOID) {
        vec_push(b->arena, &items, code);
        code = hir_block(&f->m, 0, NULL);
    }
    if (back) vec_push(b->arena, &items, back);
    map_free(&g.bindings);
    f->m.pos = pos;
    Shape want = frame_shape(f, result);
    return build_finish_items(f, &items, build_coerce_rep(f, code, want.rep, want.test));
}

/* An inline variable stands for its initialiser. */
Hir *build_inline_variable(Frame *f, Field *field, Type *type) {
    Build *b = f->b;
    FunctionBody *body = is_expanding(f, field) ? NULL : field_body(b->program, field);
    u32 pos = f->m.pos;
    if (!body || !body->function || body->function->body->kind != TE_RETURN || !body->function->body->value) {
        CodePos place = f->m.func->positions.at[pos];
        return build_unsupported(f, place.span, arena_printf(b->arena, "the inline variable %s", field->path->text));
    }
    if (body->has_errors) b->failed = true;
    read_body(b, field, body, FACET_CONSTANT);
    Frame g;
    begin(&g, f, field, body->function);
    const TExpr *init = body->function->body->value;
    Hir *h = build_value_as(&g, init, field_type(b->program, field));
    map_free(&g.bindings);
    f->m.pos = h->pos = pos;
    Shape want = frame_shape(f, type);
    return build_coerce_rep(f, h, want.rep, want.test);
}
