/* control: branches, return, throw, try. */
#include "build.h"

Hir *build_branch(Frame *f, const TExpr *e, Type *type, bool wanted) {
    if (!e) return wanted ? hir_null(&f->m, frame_rep(f, type)) : hir_block(&f->m, 0, NULL);
    if (wanted) return build_value_as(f, e, type);
    Hir *h = build_effect(f, e);
    /* A dropped value keeps its representation: only what joins must agree. */
    return h->rep == REP_VOID || hir_diverges(h) ? h : build_coerce_rep(f, h, REP_VOID, NULL);
}

Hir *build_condition(Frame *f, const TExpr *e) { return build_value_as(f, e, f->b->program->core.t_bool); }

Hir *build_if(Frame *f, const TExpr *e, bool wanted) {
    Rep rep = wanted ? frame_rep(f, e->type) : REP_VOID;
    Hir *test = build_condition(f, e->branch.condition);
    Hir *then = build_branch(f, e->branch.then, e->type, rep != REP_VOID);
    Hir *otherwise = e->branch.otherwise || rep != REP_VOID ? build_branch(f, e->branch.otherwise, e->type, rep != REP_VOID) : NULL;
    build_at(f, e->span);
    return hir_if(&f->m, rep, test, then, otherwise);
}

Hir *build_return(Frame *f, const TExpr *e) {
    Hir *h = NULL;
    if (e->value) {
        Shape own = frame_shape(f, f->ret_type);
        if (own.rep == REP_VOID) h = build_effect(f, e->value);
        else h = build_value_as(f, e->value, f->ret_type);
        build_at(f, e->span);
        h = build_coerce_rep(f, h, f->ret_rep, own.test);
    } else if (f->ret_rep != REP_VOID) {
        h = hir_null(&f->m, f->ret_rep);
    }
    if (f->ret) {
        if (h && h->rep == REP_VOID) return hir_diverges(h) ? h : hir_seq(&f->m, h, hir_leave(&f->m, f->ret, NULL));
        return hir_leave(&f->m, f->ret, h);
    }
    if (h && h->rep == REP_VOID) return hir_diverges(h) ? h : hir_seq(&f->m, h, hir_return(&f->m, NULL));
    return hir_return(&f->m, h);
}

Hir *build_throw(Frame *f, const TExpr *e) {
    Hir *h = build_value(f, e->value);
    build_at(f, e->span);
    if (hir_diverges(h)) return h;
    return hir_throw(&f->m, build_to_word(f, h));
}

/* Clauses for haxe.Exception and haxe.ValueException catch values, too: haxe.Exception.caught makes an exception of what is none. Any
 * other exception is tested as it is; a clause for anything else tests and gets the value that a ValueException holds ("catch T"). */
static Hir *caught_value(Frame *f, const TCatch *clause, Shape *shape, HirVar *caught) {
    TypeDecl *exception = f->b->program->core.exception;
    Hir *word = hir_local(&f->m, caught);
    bool is_exception = exception && shape->decl && shape->decl->kind == DECL_CLASS && class_is_subclass(shape->decl, exception);
    bool is_value = is_exception && name_is(shape->decl->path, "haxe.ValueException");
    bool wraps = is_value || (is_exception && shape->decl == exception);
    Field *wrap = wraps ? map_get_name(&exception->static_by_name, f->b->n->caught) : NULL;
    Name test = shape->test ? shape->test : f->b->n->any;
    if (!is_exception || is_value) shape->test = name_printf(f->b->names, "catch %s", test->text);
    if (!wrap) return build_coerce_rep(f, word, shape->rep, test);
    Args args = {.count = 1, .values = &word, .types = &f->b->program->core.t_dynamic};
    if (!is_value) shape->test = f->b->n->any;
    return build_call_field(f, wrap, NULL, NULL, false, &args, NULL, clause->type);
}

/* What each clause catches is tested by name; the caught word then becomes the clause's variable. */
Hir *build_try(Frame *f, const TExpr *e, bool wanted) {
    Rep rep = wanted ? frame_rep(f, e->type) : REP_VOID;
    Hir *body = build_branch(f, e->attempt.body, e->type, rep != REP_VOID);
    HirCatch *catches = NEW_ARRAY(f->b->arena, HirCatch, e->attempt.count);
    for (u32 i = 0; i < e->attempt.count; i++) {
        const TCatch *clause = &e->attempt.catches[i];
        build_at(f, clause->var->span);
        Shape shape = frame_shape(f, clause->type);
        HirVar *caught = hir_temp(&f->m, REP_WORD);
        Hir *given = caught_value(f, clause, &shape, caught);
        HirVar *var = build_var_of(f, clause->var);
        HirVec items = {0};
        vec_push(f->b->arena, &items, hir_declare(&f->m, var, given));
        Hir *code = build_branch(f, clause->body, e->type, rep != REP_VOID);
        catches[i] = (HirCatch){.test = shape.test ? shape.test : f->b->n->any, .var = caught, .body = build_finish_items(f, &items, code)};
    }
    build_at(f, e->span);
    return hir_try(&f->m, rep, body, e->attempt.count, catches);
}
