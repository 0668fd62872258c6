/* overload: operators that abstracts define with @:op.
 *
 * The abstract of the left operand is asked first, then that of the right one. The operand that the abstract belongs to must have the
 * declared type exactly, the other one may be converted. A function without body stands for the operator on the underlying values.
 */
#include "typing.h"

static TypeDecl *operator_abstract(Typing *t, const TExpr *e) {
    TypeDecl *decl = type_abstract(t->program, follow_null(t, e->type));
    if (!decl || decl->is_core_type) return NULL;
    return abstract_facts(t, decl)->ops.count ? decl : NULL;
}

bool has_overloads(Typing *t, const TExpr *left, const TExpr *right) {
    return operator_abstract(t, left) || operator_abstract(t, right);
}

static bool has_body(const Field *field) { return field->ast && field->ast->function && field->ast->function->body; }

static TExpr *core_of(Typing *t, TExpr *e) {
    Type *type = follow_null(t, e->type);
    if (!type_abstract(t->program, type) || type->decl.decl->is_core_type) return e;
    return te_cast(t, e->span, e, abstract_underlying(t->program, type), CAST_UNSAFE);
}

static TExpr *operator_call(Typing *t, Field *field, Type *fun, AstBinop op, TExpr *left, TExpr *right, Span span) {
    if (has_body(field)) {
        TExpr *args[2] = {left, right};
        return te_call(t, span, te_static(t, span, field, fun), fun->fun.ret, 2, args);
    }
    TExpr *core = make_binop(t, op, core_of(t, left), core_of(t, right), span);
    if (te_is_error(core) || type_equal(t->program, core->type, fun->fun.ret)) return core;
    return te_cast(t, span, core, fun->fun.ret, CAST_UNSAFE);
}

/* Does the operand have that type exactly? `this` of a member stands for the abstract itself. */
static bool exact(Typing *t, const TExpr *e, Type *declared, bool is_this) {
    Type *type = follow_null(t, e->type);
    if (is_this) {
        Type *underlying = abstract_underlying(t->program, type);
        return type_unify_equal(t->program, underlying, declared);
    }
    return type_unify_equal(t->program, type, follow_null(t, declared));
}

static bool fits(Typing *t, Field *field, Type *fun, TExpr **left, TExpr **right, bool by_left) {
    bool member = field->is_impl;
    if (by_left) return exact(t, *left, fun->fun.args[0].type, member) && try_coerce(t, right, fun->fun.args[1].type);
    if (member) return false;
    return exact(t, *right, fun->fun.args[1].type, false) && try_coerce(t, left, fun->fun.args[0].type);
}

static TExpr *try_operator(Typing *t, const AbstractOp *op, TypeDecl *decl, TExpr *left, TExpr *right, bool by_left, Span span) {
    (void)decl;
    for (u32 swapped = 0; swapped < (op->commutative ? 2 : 1); swapped++) {
        u32 mark = mono_mark(t->program);
        TExpr *a = swapped ? right : left, *b = swapped ? left : right;
        bool side = swapped ? !by_left : by_left;
        Type *in = op->field->is_impl ? follow_null(t, by_left ? left->type : right->type) : NULL;
        Type *fun = use_type(t, op->field, in);
        if (fun->kind == TYPE_FUN && fun->fun.count >= 2 && fits(t, op->field, fun, &a, &b, side)) {
            if (!swapped || te_is_stable(left)) return operator_call(t, op->field, fun, op->binop, a, b, span);
            /* The left operand is evaluated first all the same */
            TVar *first = var_temp(t, "left", b->type, span);
            TExpr *call = operator_call(t, op->field, fun, op->binop, a, te_local(t, span, first), span);
            return te_let(t, span, first, b, call);
        }
        mono_undo(t->program, mark);
    }
    return NULL;
}

static TExpr *search(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    for (u32 side = 0; side < 2; side++) {
        TypeDecl *decl = operator_abstract(t, side == 0 ? left : right);
        if (!decl) continue;
        AbstractInfo *info = abstract_facts(t, decl);
        for (u32 i = 0; i < info->ops.count; i++) {
            AbstractOp *candidate = &info->ops.at[i];
            if (!candidate->is_binop || candidate->binop != op) continue;
            TExpr *call = try_operator(t, candidate, decl, left, right, side == 0, span);
            if (call) return call;
        }
    }
    return NULL;
}

TExpr *overloaded_binop(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) { return search(t, op, left, right, span); }

TExpr *overloaded_assign(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    return has_overloads(t, left, right) ? search(t, op, left, right, span) : NULL;
}

TExpr *overloaded_unop(Typing *t, AstUnop op, bool postfix, TExpr *operand, Span span) {
    TypeDecl *decl = operator_abstract(t, operand);
    if (!decl) return NULL;
    AbstractInfo *info = abstract_facts(t, decl);
    for (u32 i = 0; i < info->ops.count; i++) {
        AbstractOp *candidate = &info->ops.at[i];
        if (candidate->is_binop || candidate->unop != op || candidate->postfix != postfix) continue;
        u32 mark = mono_mark(t->program);
        Type *in = candidate->field->is_impl ? follow_null(t, operand->type) : NULL;
        Type *fun = use_type(t, candidate->field, in);
        if (fun->kind != TYPE_FUN || fun->fun.count < 1 || !exact(t, operand, fun->fun.args[0].type, candidate->field->is_impl)) {
            mono_undo(t->program, mark);
            continue;
        }
        if (has_body(candidate->field)) {
            return te_call(t, span, te_static(t, span, candidate->field, fun), fun->fun.ret, 1, &operand);
        }
        if (op == AST_UNOP_INCREMENT || op == AST_UNOP_DECREMENT) return NULL; /* as on the underlying value */
        TExpr *core = te_new(t, TE_UNOP, span, fun->fun.ret);
        core->unop.op = op == AST_UNOP_NOT ? UNOP_NOT : op == AST_UNOP_NEG ? UNOP_NEG : UNOP_COMPLEMENT;
        core->unop.operand = core_of(t, operand);
        return core;
    }
    return NULL;
}
