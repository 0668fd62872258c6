/* control: branches, return, throw, try. */
#include "build.h"

Hir *branch_value(Frame *f, const TExpr *e, Type *type, bool wanted) {
    if (!e) return wanted ? hir_null(&f->m, frame_rep(f, type)) : hir_block(&f->m, 0, NULL);
    if (wanted) return value_as(f, e, type);
    Hir *h = effect(f, e);
    /* A dropped value keeps its representation: only what joins must agree. */
    return h->rep == REP_VOID || hir_diverges(h) ? h : coerce_rep(f, h, REP_VOID, NULL);
}

Hir *condition(Frame *f, const TExpr *e) { return value_as(f, e, f->b->program->core.t_bool); }

Hir *if_value(Frame *f, const TExpr *e, bool wanted) {
    Rep rep = wanted ? frame_rep(f, e->type) : REP_VOID;
    Hir *test = condition(f, e->branch.condition);
    Hir *then = branch_value(f, e->branch.then, e->type, rep != REP_VOID);
    Hir *otherwise = e->branch.otherwise || rep != REP_VOID ? branch_value(f, e->branch.otherwise, e->type, rep != REP_VOID) : NULL;
    at(f, e->span);
    return hir_if(&f->m, rep, test, then, otherwise);
}

Hir *return_value(Frame *f, const TExpr *e) {
    Hir *h = NULL;
    if (e->value) {
        Shape own = frame_shape(f, f->ret_type);
        if (own.rep == REP_VOID) h = effect(f, e->value);
        else h = value_as(f, e->value, f->ret_type);
        at(f, e->span);
        h = coerce_rep(f, h, f->ret_rep, own.test);
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

Hir *throw_value(Frame *f, const TExpr *e) {
    Hir *h = value(f, e->value);
    at(f, e->span);
    if (hir_diverges(h)) return h;
    return hir_throw(&f->m, to_word(f, h));
}

/* What each clause catches is tested by name; the caught word then becomes the clause's variable. */
Hir *try_value(Frame *f, const TExpr *e, bool wanted) {
    Rep rep = wanted ? frame_rep(f, e->type) : REP_VOID;
    Hir *body = branch_value(f, e->attempt.body, e->type, rep != REP_VOID);
    HirCatch *catches = NEW_ARRAY(f->b->arena, HirCatch, e->attempt.count);
    for (u32 i = 0; i < e->attempt.count; i++) {
        const TCatch *clause = &e->attempt.catches[i];
        at(f, clause->var->span);
        Shape shape = frame_shape(f, clause->type);
        HirVar *caught = hir_temp(&f->m, REP_WORD);
        Hir *given = coerce_rep(f, hir_local(&f->m, caught), shape.rep, shape.test);
        HirVar *var = var_of(f, clause->var);
        HirVec items = {0};
        vec_push(f->b->arena, &items, hir_declare(&f->m, var, given));
        Hir *code = branch_value(f, clause->body, e->type, rep != REP_VOID);
        catches[i] = (HirCatch){.test = shape.test ? shape.test : f->b->n->any, .var = caught, .body = finish_items(f, &items, code)};
    }
    at(f, e->span);
    return hir_try(&f->m, rep, body, e->attempt.count, catches);
}
