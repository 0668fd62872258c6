/* string: concatenation.
 *
 * Two parts are turned into strings by representation and joined; more than two are handed over as words at once, so that no strings
 * in between are made. What can still change (an array, an object) is turned into a string at its place when something runs behind it
 * that could change it. A chain of `+` nests to the left: it is gathered in a loop.
 */
#include "build.h"

static Hir *as_string(Frame *f, Hir *h) {
    const LowerNames *n = f->b->n;
    switch ((Rep)h->rep) {
    case REP_I32:
        return hir_rt(&f->m, n->string_of_int, REP_REF, 1, &h);
    case REP_F64:
        return hir_rt(&f->m, n->string_of_float, REP_REF, 1, &h);
    case REP_BOOL:
        return hir_rt(&f->m, n->string_of_bool, REP_REF, 1, &h);
    case REP_I64:
        return hir_rt(&f->m, n->string_of_i64, REP_REF, 1, &h);
    case REP_WORD:
        return hir_rt(&f->m, n->string_of_word, REP_REF, 1, &h);
    case REP_REF:
    case REP_VOID:
    case REP_PTR:
    case REP_COUNT:
        break;
    }
    return h;
}

/* What a reference is known to be decides whether it must be turned into a string. */
static Hir *part_as_string(Frame *f, Hir *h, bool is_string) {
    if (hir_diverges(h) || h->rep != REP_REF || is_string) return as_string(f, h);
    return hir_rt(&f->m, f->b->n->string_of_ref, REP_REF, 1, &h);
}

static bool is_string(Frame *f, Type *type) { return frame_shape(f, type).test == f->b->n->string; }

/* Runs nothing that could change an object. */
static bool is_quiet(const Hir *h) {
    if (h->kind == HIR_CONST || h->kind == HIR_LOCAL) return true;
    if (h->kind == HIR_NONNULL) return is_quiet(h->value);
    if (h->kind != HIR_OP || h->op == PRIM_CALL || h->op == PRIM_CALL_VIRTUAL || h->op == PRIM_CALL_INTERFACE || h->op == PRIM_CALL_CLOSURE ||
        h->op == PRIM_CALL_RT || h->op == PRIM_STORE_FIELD || h->op == PRIM_STORE_STATIC || h->op == PRIM_ARRAY_SET || h->op == PRIM_ARRAY_PUSH ||
        h->op == PRIM_ARRAY_APPEND)
        return false;
    while (h->kind == HIR_OP && h->o.count == 1) h = h->o.args[0];
    if (h->kind != HIR_OP) return h->kind == HIR_CONST || h->kind == HIR_LOCAL || h->kind == HIR_NONNULL;
    for (u32 i = 0; i < h->o.count; i++)
        if (h->o.args[i]->kind != HIR_CONST && h->o.args[i]->kind != HIR_LOCAL) return false;
    return h->o.count != 0 || h->op == PRIM_LOAD_STATIC;
}

/* As the typer means it: the first two parts are evaluated before either becomes text, each further one becomes text at once. */
static Hir *join(Frame *f, u32 count, Hir **parts, const bool *strings) {
    HirVec items = {0};
    if (count == 0) return hir_string(&f->m, name_lit(f->b->names, ""));
    for (u32 i = 0; i < count; i++)
        if (parts[i]->rep == REP_VOID) parts[i] = build_coerce_rep(f, parts[i], REP_WORD, NULL);
    bool quiet = true;
    for (u32 i = count; i-- > 2;) {
        bool was_quiet = quiet;
        quiet = quiet && is_quiet(parts[i]);
        if (!was_quiet) parts[i] = part_as_string(f, parts[i], strings[i]);
    }
    if (count > 1 && (!quiet || (count == 2 && !is_quiet(parts[1])))) {
        parts[0] = build_once(f, parts[0], &items);
        parts[1] = build_once(f, parts[1], &items);
    }
    if (count <= 2) {
        Hir *left = part_as_string(f, parts[0], strings[0]);
        Hir *right = count == 2 ? part_as_string(f, parts[1], strings[1]) : hir_string(&f->m, name_lit(f->b->names, ""));
        if (count == 1 && !strings[0]) return left;
        return build_finish_items(f, &items, hir_rt(&f->m, f->b->n->string_concat, REP_REF, 2, (Hir *[]){left, right}));
    }
    for (u32 i = 0; i < count; i++) parts[i] = build_to_word(f, !quiet && i < 2 ? part_as_string(f, parts[i], strings[i]) : parts[i]);
    return build_finish_items(f, &items, hir_rt(&f->m, f->b->n->string_concat_words, REP_REF, count, parts));
}

Hir *build_concat_values(Frame *f, u32 count, Hir *const *parts) {
    Hir **copy = arena_copy(f->b->arena, parts, count * sizeof *parts);
    bool *strings = NEW_ARRAY(f->b->arena, bool, count + 1);
    return join(f, count, copy, strings);
}

static bool is_null_part(const TExpr *e) {
    while (e->kind == TE_CAST && e->cast.kind == CAST_IMPLICIT) e = e->cast.operand;
    return e->kind == TE_NULL;
}

/* A cast that only makes a Dynamic of it would hide what the part is. */
static const TExpr *without_cast(const TExpr *e) {
    while (e->kind == TE_CAST && e->cast.kind == CAST_IMPLICIT && e->cast.operand->kind != TE_NULL && e->type->kind == TYPE_DYNAMIC)
        e = e->cast.operand;
    return e;
}

Hir *build_concat(Frame *f, u32 count, TExpr *const *parts) {
    Span span = count ? span_join(parts[0]->span, parts[count - 1]->span) : f->m.func->span;
    Hir **values = NEW_ARRAY(f->b->arena, Hir *, count + 1);
    bool *strings = NEW_ARRAY(f->b->arena, bool, count + 1);
    for (u32 i = 0; i < count; i++) {
        const TExpr *part = without_cast(parts[i]);
        build_at(f, part->span);
        values[i] = is_null_part(part) ? hir_null(&f->m, REP_WORD) : build_value(f, part);
        strings[i] = values[i]->rep == REP_REF && is_string(f, part->type);
    }
    build_at(f, span);
    return join(f, count, values, strings);
}

bool build_is_concat(Frame *f, const TExpr *e) { return e->kind == TE_BINOP && e->binop.op == OP_ADD && is_string(f, e->type); }

/* a + b + c, of which at least one is a String: the leftmost part that is no concatenation begins the string. */
Hir *build_concat_binop(Frame *f, const TExpr *e) {
    VEC(TExpr *) parts = {0};
    u32 depth = 0;
    const TExpr *at_expr = e;
    while (build_is_concat(f, at_expr)) {
        depth++;
        at_expr = at_expr->binop.left;
    }
    vec_reserve(f->b->arena, &parts, depth + 1);
    parts.count = depth + 1;
    at_expr = e;
    for (u32 i = depth; i > 0; i--) {
        parts.at[i] = at_expr->binop.right;
        at_expr = at_expr->binop.left;
    }
    parts.at[0] = (TExpr *)at_expr;
    return build_concat(f, parts.count, parts.at);
}
