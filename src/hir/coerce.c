/* coerce: values of one type where another is expected.
 *
 * coerce does what the typer has allowed: the types fit, but the representations may differ (Int to Float, anything to Dynamic and
 * back, what generic code hands out as a word). From a word it always tests, since a word may come from anywhere. cast_value does what
 * the program asks for with `cast`; an unsafe cast still tests what memory safety needs.
 */
#include "build.h"

static Hir *constant_as(Frame *f, const Hir *h, Rep to) {
    HirConst operand = h->constant;
    switch ((HirConstKind)operand.kind) {
    case HIR_CONST_NULL:
        return to == REP_VOID ? NULL : hir_null(&f->m, to);
    case HIR_CONST_INT:
        if (operand.rep == REP_I32 && to == REP_F64) return hir_const(&f->m, hir_const_float((double)operand.int_value));
        return NULL;
    case HIR_CONST_FLOAT:
    case HIR_CONST_STRING:
    case HIR_CONST_NAME:
    case HIR_CONST_CLASS:
    case HIR_CONST_HASH:
    case HIR_CONST_TAG:
        break;
    }
    return NULL;
}

Hir *build_to_word(Frame *f, Hir *h) {
    if (hir_diverges(h)) return h;
    switch ((Rep)h->rep) {
    case REP_VOID:
        return hir_seq(&f->m, h, hir_null(&f->m, REP_WORD));
    case REP_BOOL:
        return hir_op1(&f->m, PRIM_BOX_B, REP_VOID, h);
    case REP_I32:
        return hir_op1(&f->m, PRIM_BOX_I, REP_VOID, h);
    case REP_I64:
        return hir_op1(&f->m, PRIM_BOX_I, REP_VOID, hir_op1(&f->m, PRIM_L2I, REP_VOID, h));
    case REP_F64:
        return hir_op1(&f->m, PRIM_BOX_F, REP_VOID, h);
    case REP_REF:
        if (h->kind == HIR_CONST && h->constant.kind == HIR_CONST_NULL) return hir_null(&f->m, REP_WORD);
        return hir_op1(&f->m, PRIM_BOX_R, REP_VOID, h);
    case REP_WORD:
        return h;
    case REP_PTR:
    case REP_COUNT:
        break;
    }
    FATAL("no word of representation %u", h->rep);
}

static Hir *from_word(Frame *f, Hir *h, Rep to, TypeTest test) {
    switch (to) {
    case REP_BOOL:
        return hir_op1(&f->m, PRIM_UNBOX_B, REP_VOID, h);
    case REP_I32:
        return hir_op1(&f->m, PRIM_UNBOX_I, REP_VOID, h);
    case REP_F64:
        return hir_op1(&f->m, PRIM_UNBOX_F, REP_VOID, h);
    case REP_REF: {
        Hir *unboxed = hir_op1(&f->m, PRIM_UNBOX_R, REP_VOID, h);
        unboxed->o.test = test ? test : f->b->n->ref;
        return unboxed;
    }
    case REP_WORD:
        return h;
    case REP_VOID:
        return hir_seq(&f->m, h, hir_block(&f->m, 0, NULL));
    case REP_I64:
        return hir_op1(&f->m, PRIM_I2L, REP_VOID, hir_op1(&f->m, PRIM_UNBOX_I, REP_VOID, h));
    case REP_PTR:
    case REP_COUNT:
        break;
    }
    FATAL("no representation %d from a word", to);
}

Hir *build_coerce_rep(Frame *f, Hir *h, Rep to, TypeTest test) {
    Rep from = (Rep)h->rep;
    if (hir_diverges(h)) {
        h->rep = (u8)to;
        return h;
    }
    if (from == to) return h;
    if (to == REP_VOID) return hir_seq(&f->m, h, hir_block(&f->m, 0, NULL));
    if (from == REP_VOID) return hir_seq(&f->m, h, hir_null(&f->m, to));
    if (h->kind == HIR_CONST) {
        Hir *constant = constant_as(f, h, to);
        if (constant) return constant;
    }
    if (from == REP_I32 && to == REP_F64) return hir_op1(&f->m, PRIM_I2F, REP_VOID, h);
    if (from == REP_F64 && to == REP_I32) return hir_op1(&f->m, PRIM_F2I, REP_VOID, h);
    if (from == REP_I32 && to == REP_I64) return hir_op1(&f->m, PRIM_I2L, REP_VOID, h);
    return from_word(f, build_to_word(f, h), to, test);
}

Hir *build_coerce_shape(Frame *f, Hir *h, Shape want) {
    if (h->rep == REP_I32 && want.rep == REP_WORD && want.inner == REP_F64) h = build_coerce_rep(f, h, REP_F64, NULL);
    return build_coerce_rep(f, h, want.rep, want.test);
}

/* A Dynamic where a String is wanted: the official library hands numbers on that way. Not what generic code hands out, which is a String. */
static bool becomes_text(Frame *f, const Hir *h, Type *from, Type *to) {
    const Program *program = f->b->program;
    if (h->rep != REP_WORD || hir_diverges(h) || type_follow(f->b->program, from)->kind != TYPE_DYNAMIC) return false;
    to = type_follow(f->b->program, to);
    return to->kind == TYPE_DECL && to->decl.decl == program->core.string;
}

Hir *build_dynamic_text(Frame *f, Hir *h, Type *from, Type *to) {
    return becomes_text(f, h, from, to) ? hir_rt(&f->m, f->b->n->string_from_word, REP_REF, 1, &h) : h;
}

Hir *build_coerce(Frame *f, Hir *h, Type *from, Type *to) {
    Shape want = frame_shape(f, to);
    if (from == to && h->rep == want.rep) return h;
    return build_coerce_shape(f, build_dynamic_text(f, h, from, to), want);
}

/* ---- Evaluating once -------------------------------------------------------------------------------------------------------------------- */

Hir *build_once(Frame *f, Hir *h, HirVec *items) {
    if (hir_is_stable(h)) return h;
    bool nonnull = hir_never_null(h);
    HirVar *temp = hir_temp(&f->m, h->rep == REP_VOID ? REP_WORD : (Rep)h->rep);
    if (h->rep == REP_VOID) h = build_coerce_rep(f, h, REP_WORD, NULL);
    temp->is_nonnull = nonnull;
    vec_push(f->b->arena, items, hir_declare(&f->m, temp, h));
    return hir_local(&f->m, temp);
}

Hir *build_finish_items(Frame *f, HirVec *items, Hir *last) {
    if (last) vec_push(f->b->arena, items, last);
    return hir_block(&f->m, items->count, items->at);
}

/* ---- Expressions as values of a type ------------------------------------------------------------------------------------------------------ */

static bool is_null_literal(const TExpr *e) {
    while (e->kind == TE_CAST && e->cast.kind == CAST_IMPLICIT) e = e->cast.operand;
    return e->kind == TE_NULL;
}

Hir *build_value_as(Frame *f, const TExpr *e, Type *type) {
    if (is_null_literal(e)) {
        Rep rep = frame_rep(f, type);
        build_at(f, e->span);
        return hir_null(&f->m, rep);
    }
    return build_coerce(f, build_value(f, e), e->type, type);
}

Hir *build_arg(Frame *f, const Args *args, u32 i, Type *declared, Rep rep) {
    if (i >= args->count) return hir_null(&f->m, rep);
    const TExpr *e = args->exprs ? args->exprs[i] : NULL;
    if (e && is_null_literal(e)) {
        build_at(f, e->span);
        return hir_null(&f->m, rep);
    }
    Shape want = lower_shape(f->b->lowering, declared);
    Hir *h = e ? build_value(f, e) : args->values[i];
    if (e && rep == REP_REF) h = build_dynamic_text(f, h, e->type, declared);
    /* A word that stands for a missing number stays one. */
    if (want.rep == rep || h->rep != rep) h = build_coerce_shape(f, h, want);
    return build_coerce_rep(f, h, rep, want.test);
}

Hir *build_nonnull_value(Frame *f, const TExpr *e, Type *type) {
    Hir *h = type ? build_value_as(f, e, type) : build_value(f, e);
    build_at(f, e->span);
    if (h->rep != REP_REF && !hir_diverges(h)) h = build_coerce_rep(f, h, REP_REF, f->b->n->ref);
    return hir_nonnull(&f->m, h);
}

/* ---- Casts and tests -------------------------------------------------------------------------------------------------------------------------- */

static bool is_certain(Frame *f, Shape from, Shape to) {
    if (to.test == f->b->n->ref || from.test == to.test) return true;
    return from.decl && to.decl && class_is_subclass(from.decl, to.decl);
}

Hir *build_cast(Frame *f, const TExpr *e) {
    const TExpr *operand = e->cast.operand;
    if (e->cast.kind == CAST_IMPLICIT) return build_value_as(f, operand, e->type);
    if (is_null_literal(operand)) return build_value_as(f, operand, e->type);
    Shape from = frame_shape(f, operand->type), to = frame_shape(f, e->type);
    Hir *h = build_value(f, operand);
    build_at(f, e->span);
    if (hir_diverges(h)) return build_coerce_rep(f, h, to.rep, NULL);
    if (from.rep == REP_F64 && to.rep == REP_I32 && e->cast.kind == CAST_CHECKED) return from_word(f, build_to_word(f, h), to.rep, to.test);
    if (h->rep == REP_REF && to.rep == REP_REF && !is_certain(f, from, to)) {
        if (h->kind == HIR_CONST && h->constant.kind == HIR_CONST_NULL) return h;
        Hir *check = hir_op1(&f->m, PRIM_CHECK_REF, REP_VOID, h);
        check->o.test = to.test;
        return check;
    }
    return build_coerce_rep(f, h, to.rep, to.test);
}

Hir *build_is(Frame *f, const TExpr *e) {
    Shape of = frame_shape(f, e->is.of);
    Hir *h = build_value(f, e->is.operand);
    build_at(f, e->span);
    if (hir_diverges(h)) return h;
    if (h->rep != REP_REF && h->rep != REP_WORD) h = build_to_word(f, h);
    if (of.test == f->b->n->any || !of.test || of.test == f->b->n->ref)
        return hir_op2(&f->m, PRIM_NE, REP_VOID, h, hir_null(&f->m, (Rep)h->rep));
    Hir *test = hir_op1(&f->m, PRIM_IS, REP_VOID, h);
    test->o.test = of.test;
    return test;
}
