/* operator: arithmetic, comparison, logic.
 *
 * The result's type says which arithmetic it is: Int wraps at 32 bits, Float is IEEE, a Dynamic operand makes it a runtime function on
 * words. Division gives a Float. Comparisons go by the operands: two Ints, numbers as Floats, Strings by content, words by value,
 * functions by what they are made of, all other references by identity.
 */
#include "build.h"

static bool is_number(Rep rep) { return rep == REP_I32 || rep == REP_F64 || rep == REP_I64; }

/* Representation of the number that the operand stands for: that inside of a Null<Int> too. VOID: none. */
static Rep number_of(Frame *f, const Hir *h, Type *type) {
    if (is_number((Rep)h->rep)) return (Rep)h->rep;
    if (h->rep != REP_WORD) return REP_VOID;
    Rep inner = frame_shape(f, type).inner;
    return is_number(inner) ? inner : REP_VOID;
}

/* ---- Arithmetic ---------------------------------------------------------------------------------------------------------------------- */

static Prim int_op(BinOp op) {
    switch (op) {
    case OP_ADD:
        return PRIM_ADD;
    case OP_SUB:
        return PRIM_SUB;
    case OP_MUL:
        return PRIM_MUL;
    case OP_MOD:
        return PRIM_MOD;
    case OP_AND:
        return PRIM_AND;
    case OP_OR:
        return PRIM_OR;
    case OP_XOR:
        return PRIM_XOR;
    case OP_SHL:
        return PRIM_SHL;
    case OP_SHR:
        return PRIM_SHR;
    case OP_USHR:
        return PRIM_USHR;
    case OP_EQ:
        return PRIM_EQ;
    case OP_NE:
        return PRIM_NE;
    case OP_LT:
        return PRIM_LT;
    case OP_LE:
        return PRIM_LE;
    case OP_GT:
        return PRIM_GT;
    case OP_GE:
        return PRIM_GE;
    case OP_DIV:
    case OP_BOOL_AND:
    case OP_BOOL_OR:
        break;
    }
    FATAL("no operation on Ints for operator %d", op);
}

static Prim float_op(BinOp op) {
    switch (op) {
    case OP_ADD:
        return PRIM_FADD;
    case OP_SUB:
        return PRIM_FSUB;
    case OP_MUL:
        return PRIM_FMUL;
    case OP_DIV:
        return PRIM_FDIV;
    case OP_MOD:
        return PRIM_FMOD;
    default:
        return int_op(op);
    }
}

static Name word_op(const LowerNames *n, BinOp op) {
    switch (op) {
    case OP_ADD:
        return n->word_add;
    case OP_SUB:
        return n->word_sub;
    case OP_MUL:
        return n->word_mul;
    case OP_DIV:
        return n->word_div;
    case OP_MOD:
        return n->word_mod;
    case OP_AND:
        return n->word_and;
    case OP_OR:
        return n->word_or;
    case OP_XOR:
        return n->word_xor;
    case OP_SHL:
        return n->word_shl;
    case OP_SHR:
        return n->word_shr;
    case OP_USHR:
        return n->word_ushr;
    case OP_LT:
        return n->word_lt;
    case OP_LE:
        return n->word_le;
    case OP_GT:
        return n->word_gt;
    case OP_GE:
        return n->word_ge;
    case OP_EQ:
    case OP_NE:
    case OP_BOOL_AND:
    case OP_BOOL_OR:
        break;
    }
    FATAL("no operation on words for operator %d", op);
}

static bool is_bit_op(BinOp op) { return op == OP_AND || op == OP_OR || op == OP_XOR || op == OP_SHL || op == OP_SHR || op == OP_USHR; }
static bool is_comparison(BinOp op) { return op >= OP_EQ && op <= OP_GE; }

Hir *build_arithmetic(Frame *f, BinOp op, Hir *left, Type *left_type, Hir *right, Type *right_type, Type *result) {
    Rep a = number_of(f, left, left_type), b = number_of(f, right, right_type);
    Rep want = frame_shape(f, result).rep;
    bool is_string = frame_shape(f, result).test == f->b->n->string;
    if (op == OP_ADD && is_string) return build_concat_values(f, 2, (Hir *[]){left, right});
    if (hir_diverges(left)) return build_coerce_rep(f, left, want, NULL);
    /* Bits of a Bool are a Bool's. */
    if (left->rep == REP_BOOL && right->rep == REP_BOOL && is_bit_op(op) && op != OP_SHL && op != OP_SHR && op != OP_USHR)
        return hir_op2(&f->m, int_op(op), REP_VOID, left, right);
    bool ints = is_bit_op(op) ? want != REP_WORD : a == REP_I32 && b == REP_I32 && op != OP_DIV;
    bool floats = !ints && !is_bit_op(op) && ((a != REP_VOID && b != REP_VOID) || want == REP_F64);
    if (want == REP_I32 && !floats) ints = true;
    if (ints) {
        left = build_coerce_rep(f, left, REP_I32, NULL);
        right = build_coerce_rep(f, right, REP_I32, NULL);
        return build_coerce_rep(f, hir_op2(&f->m, int_op(op), REP_VOID, left, right), want, NULL);
    }
    if (floats) {
        left = build_coerce_rep(f, left, REP_F64, NULL);
        right = build_coerce_rep(f, right, REP_F64, NULL);
        return build_coerce_rep(f, hir_op2(&f->m, float_op(op), REP_VOID, left, right), want, NULL);
    }
    Shape shape = frame_shape(f, result);
    Hir *words[2] = {build_to_word(f, left), build_to_word(f, right)};
    return build_coerce_rep(f, hir_rt(&f->m, word_op(f->b->n, op), REP_WORD, 2, words), shape.rep, shape.test);
}

/* ---- Comparison -------------------------------------------------------------------------------------------------------------------------- */

static Hir *negate(Frame *f, Hir *h) { return hir_op1(&f->m, PRIM_NOT, REP_VOID, h); }

Hir *build_is_null(Frame *f, Hir *h) {
    if (hir_diverges(h)) return build_coerce_rep(f, h, REP_BOOL, NULL);
    if (h->rep == REP_REF || h->rep == REP_WORD) return hir_op2(&f->m, PRIM_EQ, REP_VOID, h, hir_null(&f->m, (Rep)h->rep));
    return hir_seq(&f->m, h, hir_bool(&f->m, false));
}

static bool is_null_const(const Hir *h) { return h->kind == HIR_CONST && h->constant.kind == HIR_CONST_NULL; }

static bool is_enum_constant(const Hir *h) { return h->kind == HIR_OP && h->op == PRIM_NEW_ENUM && h->o.count == 0; }

/* A constructor without parameters has one value, but for those from the time when it had some (see live/enums.c). */
static Hir *is_constant(Frame *f, Hir *value, const Hir *constant) {
    HirMaker *m = &f->m;
    HirVec items = {0};
    value = build_once(f, value, &items);
    Hir *tag = hir_op1(m, PRIM_ENUM_TAG, REP_VOID, hir_again(m, value));
    Hir *same = hir_op2(m, PRIM_EQ, REP_VOID, tag, hir_const(m, hir_const_tag(constant->o.owner, constant->o.member)));
    return build_finish_items(f, &items, hir_if(m, REP_BOOL, build_is_null(f, hir_again(m, value)), hir_bool(m, false), same));
}

Hir *build_equals(Frame *f, Hir *left, Type *left_type, Hir *right, Type *right_type) {
    HirMaker *m = &f->m;
    const LowerNames *n = f->b->n;
    if (hir_diverges(left)) return build_coerce_rep(f, left, REP_BOOL, NULL);
    if (hir_diverges(right)) return hir_op2(m, PRIM_EQ, REP_VOID, left, build_coerce_rep(f, right, (Rep)left->rep, NULL));
    if (left->rep == REP_VOID) left = build_coerce_rep(f, left, REP_WORD, NULL);
    if (right->rep == REP_VOID) right = build_coerce_rep(f, right, REP_WORD, NULL);
    if (is_null_const(right)) return build_is_null(f, left);
    if (is_null_const(left)) return build_is_null(f, right);
    Rep a = (Rep)left->rep, b = (Rep)right->rep;
    if (a == b && (a == REP_I32 || a == REP_I64 || a == REP_F64 || a == REP_BOOL)) return hir_op2(m, PRIM_EQ, REP_VOID, left, right);
    if (is_number(a) && is_number(b))
        return hir_op2(m, PRIM_EQ, REP_VOID, build_coerce_rep(f, left, REP_F64, NULL), build_coerce_rep(f, right, REP_F64, NULL));
    if (a == REP_REF && b == REP_REF) {
        TypeTest left_test = frame_shape(f, left_type).test, right_test = frame_shape(f, right_type).test;
        if (is_enum_constant(right)) return is_constant(f, left, right);
        if (is_enum_constant(left)) return is_constant(f, right, left);
        if (left_test == n->string && right_test == n->string) return hir_rt(m, n->string_eq, REP_BOOL, 2, (Hir *[]){left, right});
        if (left_test == n->function || right_test == n->function) return hir_rt(m, n->closure_eq, REP_BOOL, 2, (Hir *[]){left, right});
        if (left_test != n->string && right_test != n->string) return hir_op2(m, PRIM_EQ, REP_VOID, left, right);
    }
    return hir_rt(m, n->word_eq, REP_BOOL, 2, (Hir *[]){build_to_word(f, left), build_to_word(f, right)});
}

static Hir *compare(Frame *f, BinOp op, Hir *left, Type *left_type, Hir *right, Type *right_type) {
    HirMaker *m = &f->m;
    const LowerNames *n = f->b->n;
    if (op == OP_EQ) return build_equals(f, left, left_type, right, right_type);
    if (op == OP_NE) return negate(f, build_equals(f, left, left_type, right, right_type));
    if (hir_diverges(left)) return build_coerce_rep(f, left, REP_BOOL, NULL);
    Rep a = number_of(f, left, left_type), b = number_of(f, right, right_type);
    if (a != REP_VOID && b != REP_VOID) {
        Rep rep = a == REP_I32 && b == REP_I32 ? REP_I32 : REP_F64;
        return hir_op2(m, int_op(op), REP_VOID, build_coerce_rep(f, left, rep, NULL), build_coerce_rep(f, right, rep, NULL));
    }
    if (frame_shape(f, left_type).test == n->string && frame_shape(f, right_type).test == n->string) {
        Hir *order = hir_rt(m, n->string_compare, REP_I32, 2, (Hir *[]){left, right});
        return hir_op2(m, int_op(op), REP_VOID, order, hir_int(m, 0));
    }
    return hir_rt(m, word_op(n, op), REP_BOOL, 2, (Hir *[]){build_to_word(f, left), build_to_word(f, right)});
}

/* ---- Expressions --------------------------------------------------------------------------------------------------------------------------- */

static bool is_null_expr(const TExpr *e) {
    while (e->kind == TE_CAST && e->cast.kind == CAST_IMPLICIT) e = e->cast.operand;
    return e->kind == TE_NULL;
}

/* An operand whose type the comparison does not fix: null as such, Ints meant as Floats by an implicit cast seen through. */
static Hir *operand(Frame *f, const TExpr *e) {
    if (!is_null_expr(e)) return build_value(f, e);
    build_at(f, e->span);
    return hir_null(&f->m, REP_WORD);
}

static Hir *one_binop(Frame *f, const TExpr *e, Hir *left) {
    const TExpr *l = e->binop.left, *r = e->binop.right;
    BinOp op = e->binop.op;
    if (op == OP_BOOL_AND || op == OP_BOOL_OR) {
        Type *type = f->b->program->core.t_bool;
        left = build_coerce(f, left, l->type, type);
        Hir *right = build_value_as(f, r, type);
        build_at(f, e->span);
        Hir *decided = hir_bool(&f->m, op == OP_BOOL_OR);
        return op == OP_BOOL_AND ? hir_if(&f->m, REP_BOOL, left, right, decided) : hir_if(&f->m, REP_BOOL, left, decided, right);
    }
    Hir *right = operand(f, r);
    build_at(f, e->span);
    if (is_comparison(op)) return compare(f, op, left, l->type, right, r->type);
    return build_arithmetic(f, op, left, l->type, right, r->type, e->type);
}

/* Chains of operators nest to the left without limit, so their spine is walked in a loop. */
Hir *build_binop(Frame *f, const TExpr *e) {
    if (build_is_concat(f, e)) return build_concat_binop(f, e);
    u32 depth = 0;
    const TExpr *base = e;
    while (base->kind == TE_BINOP && !build_is_concat(f, base)) {
        depth++;
        base = base->binop.left;
    }
    const TExpr **spine = base_alloc(depth * sizeof *spine);
    base = e;
    for (u32 i = depth; i-- > 0; base = base->binop.left) spine[i] = base;
    Hir *left = operand(f, base);
    for (u32 i = 0; i < depth; i++) left = one_binop(f, spine[i], left);
    free(spine);
    return left;
}

Hir *build_unop(Frame *f, const TExpr *e, bool wanted) {
    HirMaker *m = &f->m;
    const TExpr *operand = e->unop.operand;
    Shape shape = frame_shape(f, e->type);
    switch (e->unop.op) {
    case UNOP_PRE_INC:
    case UNOP_PRE_DEC:
    case UNOP_POST_INC:
    case UNOP_POST_DEC:
        return build_increment(f, e, wanted);
    case UNOP_NOT: {
        Hir *h = build_value_as(f, operand, f->b->program->core.t_bool);
        build_at(f, e->span);
        return hir_diverges(h) ? h : negate(f, h);
    }
    case UNOP_COMPLEMENT:
    case UNOP_NEG:
        break;
    }
    Hir *h = build_value(f, operand);
    build_at(f, e->span);
    if (hir_diverges(h)) return build_coerce_rep(f, h, shape.rep, NULL);
    bool is_neg = e->unop.op == UNOP_NEG;
    if (shape.rep == REP_WORD && !is_number(shape.inner)) {
        Hir *word = build_to_word(f, h);
        return hir_rt(m, is_neg ? f->b->n->word_neg : f->b->n->word_complement, REP_WORD, 1, &word);
    }
    Rep rep = shape.rep == REP_WORD ? shape.inner : shape.rep;
    h = build_coerce_rep(f, h, rep, NULL);
    h = hir_op1(m, !is_neg ? PRIM_NOT : rep == REP_F64 ? PRIM_FNEG : PRIM_NEG, REP_VOID, h);
    return build_coerce_rep(f, h, shape.rep, shape.test);
}
