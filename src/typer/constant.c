/* constant: the value of an expression of constants: inline variables, values of enum abstracts, default values. Arithmetic is that of
 * the language: Int wraps at 32 bits, shift counts are taken modulo 32, / gives a Float. */
#include "typing.h"

static double number(const TExpr *e) { return e->kind == TE_INT ? e->int_value : e->float_value; }
static bool is_number(const TExpr *e) { return e->kind == TE_INT || e->kind == TE_FLOAT; }

static TExpr *new_float(Typing *t, const TExpr *like, double value) {
    TExpr *e = te_new(t, TE_FLOAT, like->span, like->type);
    e->float_value = value;
    return e;
}

static TExpr *new_int(Typing *t, const TExpr *like, u32 value) {
    TExpr *e = te_int(t, like->span, (i32)value);
    e->type = like->type;
    return e;
}

static TExpr *fold_ints(Typing *t, const TExpr *e, i32 a, i32 b) {
    u32 x = (u32)a, y = (u32)b;
    switch (e->binop.op) {
    case OP_ADD: return new_int(t, e, x + y);
    case OP_SUB: return new_int(t, e, x - y);
    case OP_MUL: return new_int(t, e, x * y);
    case OP_DIV: return new_float(t, e, (double)a / b);
    case OP_MOD: return b == 0 ? NULL : new_int(t, e, b == -1 ? 0 : (u32)(a % b));
    case OP_AND: return new_int(t, e, x & y);
    case OP_OR: return new_int(t, e, x | y);
    case OP_XOR: return new_int(t, e, x ^ y);
    case OP_SHL: return new_int(t, e, x << (y & 31));
    case OP_SHR: return new_int(t, e, (u32)(a >> (y & 31)));
    case OP_USHR: return new_int(t, e, x >> (y & 31));
    case OP_EQ: return te_bool(t, e->span, a == b);
    case OP_NE: return te_bool(t, e->span, a != b);
    case OP_LT: return te_bool(t, e->span, a < b);
    case OP_LE: return te_bool(t, e->span, a <= b);
    case OP_GT: return te_bool(t, e->span, a > b);
    case OP_GE: return te_bool(t, e->span, a >= b);
    case OP_BOOL_AND:
    case OP_BOOL_OR: return NULL;
    }
    return NULL;
}

static TExpr *fold_floats(Typing *t, const TExpr *e, double a, double b) {
    switch (e->binop.op) {
    case OP_ADD: return new_float(t, e, a + b);
    case OP_SUB: return new_float(t, e, a - b);
    case OP_MUL: return new_float(t, e, a * b);
    case OP_DIV: return new_float(t, e, a / b);
    case OP_EQ: return te_bool(t, e->span, a == b);
    case OP_NE: return te_bool(t, e->span, a != b);
    case OP_LT: return te_bool(t, e->span, a < b);
    case OP_LE: return te_bool(t, e->span, a <= b);
    case OP_GT: return te_bool(t, e->span, a > b);
    case OP_GE: return te_bool(t, e->span, a >= b);
    case OP_MOD:
    case OP_AND:
    case OP_OR:
    case OP_XOR:
    case OP_SHL:
    case OP_SHR:
    case OP_USHR:
    case OP_BOOL_AND:
    case OP_BOOL_OR: return NULL;
    }
    return NULL;
}

static TExpr *fold_concat(Typing *t, TExpr *e) {
    Text text = {0};
    TExpr *result = NULL;
    u32 i = 0;
    for (; i < e->list.count; i++) {
        const TExpr *part = fold_constant(t, e->list.items[i]);
        if (part && part->kind == TE_STRING) text_add(&text, part->string.bytes, part->string.length);
        else if (part && part->kind == TE_INT) text_printf(&text, "%d", (int)part->int_value);
        else if (part && part->kind == TE_BOOL) text_str(&text, part->bool_value ? "true" : "false");
        else break; /* the text of a Float is the runtime's business */
    }
    if (i == e->list.count) {
        result = te_new(t, TE_STRING, e->span, e->type);
        result->string.bytes = arena_copy(t->arena, text.at ? text.at : "", text.count + 1);
        result->string.length = (u32)text.count;
    }
    text_free(&text);
    return result;
}

static TExpr *fold_unop(Typing *t, TExpr *e) {
    const TExpr *a = fold_constant(t, e->unop.operand);
    if (!a) return NULL;
    if (e->unop.op == UNOP_NEG && a->kind == TE_INT) return new_int(t, e, 0 - (u32)a->int_value);
    if (e->unop.op == UNOP_NEG && a->kind == TE_FLOAT) return new_float(t, e, -a->float_value);
    if (e->unop.op == UNOP_COMPLEMENT && a->kind == TE_INT) return new_int(t, e, ~(u32)a->int_value);
    if (e->unop.op == UNOP_NOT && a->kind == TE_BOOL) return te_bool(t, e->span, !a->bool_value);
    return NULL;
}

/* new A(c) of an abstract whose constructor is `this = argument`: that argument. */
static TExpr *fold_construction(Typing *t, const TExpr *e) {
    Field *field = e->call.callee->kind == TE_FIELD ? e->call.callee->field.field : NULL;
    if (!field || field->kind != FIELD_CONSTRUCTOR || !field->is_inline || !field->owner || field->owner->kind != DECL_ABSTRACT) return NULL;
    FunctionBody *body = field_body(t->program, field);
    reads_add(t->program->reads, &field->entity, FACET_BODY);
    if (!body || body->function->body->kind != TE_BLOCK || body->function->body->list.count != 3) return NULL;
    const TExpr *inner = body->function->body->list.items[1];
    while (inner->kind == TE_BLOCK && inner->list.count == 1) inner = inner->list.items[0];
    if (inner->kind != TE_ASSIGN || inner->assign.target->kind != TE_LOCAL || inner->assign.value->kind != TE_LOCAL) return NULL;
    for (u32 i = 0; i < body->function->count && i < e->call.count; i++) {
        if (inner->assign.value->local == body->function->args[i]) return fold_constant(t, e->call.args[i]);
    }
    return NULL;
}

TExpr *fold_constant(Typing *t, TExpr *e) {
    while (e->kind == TE_CAST && e->cast.kind != CAST_CHECKED) e = e->cast.operand;
    if (te_is_constant(e)) return e;
    if (e->kind == TE_CONCAT) return fold_concat(t, e);
    if (e->kind == TE_UNOP) return fold_unop(t, e);
    if (e->kind == TE_CALL) return fold_construction(t, e);
    if (e->kind == TE_IF && e->branch.otherwise) {
        const TExpr *condition = fold_constant(t, e->branch.condition);
        if (!condition || condition->kind != TE_BOOL) return NULL;
        return fold_constant(t, condition->bool_value ? e->branch.then : e->branch.otherwise);
    }
    if (e->kind != TE_BINOP) return NULL;
    VEC(TExpr *) links = {0}; /* a + b + c + … nests to the left */
    TExpr *base = e;
    for (; base->kind == TE_BINOP; base = base->binop.left) vec_push(t->arena, &links, base);
    TExpr *left = fold_constant(t, base);
    for (u32 i = links.count; left && i-- > 0;) {
        const TExpr *link = links.at[i];
        const TExpr *right = fold_constant(t, link->binop.right);
        if (!right) return NULL;
        if (left->kind == TE_INT && right->kind == TE_INT) left = fold_ints(t, link, left->int_value, right->int_value);
        else if (is_number(left) && is_number(right)) left = fold_floats(t, link, number(left), number(right));
        else if (left->kind == TE_BOOL && right->kind == TE_BOOL && link->binop.op == OP_BOOL_AND)
            left = te_bool(t, link->span, left->bool_value && right->bool_value);
        else if (left->kind == TE_BOOL && right->kind == TE_BOOL && link->binop.op == OP_BOOL_OR)
            left = te_bool(t, link->span, left->bool_value || right->bool_value);
        else return NULL;
    }
    return left;
}

static bool means_float(Typing *t, Type *type) {
    type = follow_null(t, type);
    for (u32 depth = 0; depth < 16 && type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT; depth++) {
        if (type->decl.decl == CORE(t)->float_) return true;
        if (type->decl.decl->is_core_type) return false;
        type = follow_null(t, abstract_underlying(t->program, type));
    }
    return false;
}

TExpr *constant_as(Typing *t, const TExpr *constant, Type *type, Span span) {
    TExpr *e = te_new(t, constant->kind, span, type);
    if (constant->kind == TE_STRING) {
        e->string.bytes = arena_copy(t->arena, constant->string.bytes, constant->string.length + 1);
        e->string.length = constant->string.length;
    } else if (constant->kind == TE_INT && means_float(t, type)) {
        e->kind = TE_FLOAT;
        e->float_value = constant->int_value;
    } else if (constant->kind == TE_INT) {
        e->int_value = constant->int_value;
    } else if (constant->kind == TE_FLOAT) {
        e->float_value = constant->float_value;
    } else if (constant->kind == TE_BOOL) {
        e->bool_value = constant->bool_value;
    }
    return e;
}
