/* expr: the switch over all expressions, and the small ones: blocks, variables, branches, jumps, casts, metadata.
 *
 * Contract: type_expr gives an expression whose type need not be the wanted one; whoever wants it coerces. With WANT_NOTHING the value
 * is ignored and branches need not agree. Left-associative chains are walked in loops (operator.c, ref.c), so the depth of recursion is
 * that of the parser's nesting.
 */
#include "typing.h"

/* ---- Blocks and variables ---------------------------------------------------------------------------------------------------------------- */

/* The official compiler counts the semicolon to a declaration of variables. */
static Span with_semicolon(Typing *t, Span span) {
    const AstFile *file = t->scope.module->ast;
    u32 next = syntax_token_at(file, span.end);
    while (next < file->token_count && file->tokens[next].start < span.end) next++;
    if (next < file->token_count && file->tokens[next].kind == TOKEN_SEMICOLON) span.end = file->tokens[next].start + 1;
    return span;
}

/* From here on the name means a static variable, which was declared with the field (declare_field). */
static TExpr *type_static_var(Typing *t, const AstVarDecl *decl) {
    Field *field = decl->field && t->owner ? decl_find_static(t->program, t->owner, decl->field->name.name) : NULL;
    Type *type = field ? field_type(t->program, field) : CORE(t)->t_error;
    TVar *var = var_new(t, decl->name.name, type, (Span){t->file, decl->name.start, decl->name.end});
    var->field = field;
    var_show(t, var);
    return te_block(t, AT(t, decl), CORE(t)->t_void, 0, NULL);
}

static TExpr *type_var(Typing *t, const AstVarDecl *decl, Span span) {
    if (decl->is_static) return type_static_var(t, decl);
    Type *type = decl->type ? type_load(t->program, &t->scope, decl->type) : mono(t);
    if (type_is_void(t->program, type)) {
        report(t, (Span){t->file, decl->name.start, decl->name.end}, "expr.void-variable", "Variables of type Void are not allowed");
        type = CORE(t)->t_error;
    }
    TExpr *init = NULL;
    if (decl->value) {
        init = type_expr(t, decl->value, want_type(type));
        if (!te_is_error(init) && type_is_void(t->program, init->type) && type_is_mono(type_shallow(type))) {
            report(t, (Span){t->file, decl->name.start, decl->name.end}, "expr.void-variable",
                   "Variables of type Void are not allowed");
            type = CORE(t)->t_error;
        } else {
            init = coerce_at(t, init, type, with_semicolon(t, span));
            if (te_is_error(init) && type_is_mono(type_shallow(type))) type = CORE(t)->t_error;
        }
    }
    TVar *var = var_new(t, decl->name.name, type, (Span){t->file, decl->name.start, decl->name.end});
    var->is_final = decl->is_final;
    var_show(t, var);
    return te_var(t, with_semicolon(t, span), var, init);
}

TExpr *type_vars(Typing *t, const AstExpr *ast) {
    if (ast->vars.items.count == 1) return type_var(t, &ast->vars.items.at[0], AT(t, ast));
    VEC(TExpr *) items = {0};
    for (u32 i = 0; i < ast->vars.items.count; i++) {
        TExpr *item = type_var(t, &ast->vars.items.at[i], AT(t, ast));
        vec_push(t->arena, &items, item);
    }
    return te_block(t, AT(t, ast), CORE(t)->t_void, items.count, items.at);
}

TExpr *type_block(Typing *t, const AstExpr *ast, Want want) {
    u32 mark = scope_open(t);
    VEC(TExpr *) items = {0};
    for (u32 i = 0; i < ast->list.count; i++) {
        const AstExpr *item = ast->list.at[i];
        if (item->kind == EXPR_VARS) {
            for (u32 k = 0; k < item->vars.items.count; k++) {
                TExpr *var = type_var(t, &item->vars.items.at[k], AT(t, item));
                vec_push(t->arena, &items, var);
            }
            continue;
        }
        bool last = i + 1 == ast->list.count;
        TExpr *e = type_expr(t, item, last ? want : want_nothing);
        vec_push(t->arena, &items, e);
    }
    scope_close(t, mark);
    Type *type = CORE(t)->t_void;
    if (want.kind != WANT_NOTHING && items.count > 0) type = vec_last(&items)->type;
    return te_block(t, AT(t, ast), type, items.count, items.at);
}

/* ---- Branches ------------------------------------------------------------------------------------------------------------------------------ */

TExpr *type_condition(Typing *t, const AstExpr *ast, Span whole) {
    return coerce_at(t, type_expr(t, ast, want_type(CORE(t)->t_bool)), CORE(t)->t_bool, whole);
}

Type *join_branches(Typing *t, u32 count, TExpr **branches, Want want, Span span) {
    if (want.kind == WANT_NOTHING) return CORE(t)->t_void;
    if (want.kind == WANT_TYPE && !type_is_mono(type_shallow(want.type)) && !type_is_void(t->program, want.type)) {
        for (u32 i = 0; i < count; i++) branches[i] = coerce(t, branches[i], want.type);
        return want.type;
    }
    u32 culprit = 0;
    Type *common = common_type(t, count, branches, &culprit);
    if (common) {
        for (u32 i = 0; i < count; i++) try_coerce(t, &branches[i], common);
        return common;
    }
    (void)span;
    unify_report(t->program, branches[culprit]->span, branches[culprit]->type, branches[0]->type);
    t->body->has_errors = true;
    return CORE(t)->t_error;
}

static TExpr *type_if(Typing *t, const AstExpr *ast, Want want) {
    Span span = AT(t, ast);
    TExpr *condition = type_condition(t, ast->branch.condition, span);
    if (!ast->branch.otherwise) {
        TExpr *then = type_expr(t, ast->branch.then, want.kind == WANT_TYPE ? want : want_nothing);
        return te_if(t, span, CORE(t)->t_void, condition, then, NULL);
    }
    TExpr *branches[2];
    branches[0] = type_expr(t, ast->branch.then, want);
    branches[1] = type_expr(t, ast->branch.otherwise, want);
    Type *type = join_branches(t, 2, branches, want, span);
    return te_if(t, span, type, condition, branches[0], branches[1]);
}

/* ---- Jumps ----------------------------------------------------------------------------------------------------------------------------------- */

static TExpr *type_return(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    TExpr *back = te_new(t, TE_RETURN, span, mono(t));
    Type *ret = t->func->ret;
    if (t->field->kind == FIELD_VAR && !t->func->outer) return fail(t, span, "expr.return", "Return outside function");
    if (!ast->operand) {
        if (!unify_or_report(t->program, span, CORE(t)->t_void, ret)) t->body->has_errors = true;
        return_this(t, back, span);
        return back;
    }
    t->func->returns_value = true;
    bool to_void = type_is_void(t->program, ret);
    TExpr *value = type_expr(t, ast->operand, to_void ? want_value : want_type(ret));
    if (te_is_error(value)) {
        back->value = value;
        /* Nothing is known of the result then: no message about a missing return or a wrong type elsewhere */
        if (type_is_mono(type_shallow(ret))) type_unify(t->program, CORE(t)->t_error, ret);
        return back;
    }
    if (to_void && value->kind == TE_NULL) return fail(t, span, "expr.return-void", "Cannot return `null` from Void-function");
    value = coerce_at(t, value, ret, span);
    if (type_is_void(t->program, value->type)) { /* the call of a Void function */
        TExpr *items[2] = {value, back};
        return te_block(t, span, back->type, 2, items);
    }
    back->value = value;
    return back;
}

static TExpr *type_jump(Typing *t, const AstExpr *ast) {
    bool is_break = ast->kind == EXPR_BREAK;
    if (t->func->loops == 0) {
        return fail(t, AT(t, ast), "expr.outside-loop", is_break ? "Break outside loop" : "Continue outside loop");
    }
    return te_new(t, is_break ? TE_BREAK : TE_CONTINUE, AT(t, ast), mono(t));
}

/* ---- Casts and type tests ---------------------------------------------------------------------------------------------------------------------- */

static TExpr *type_cast(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    if (!ast->typed.type) {
        TExpr *operand = type_expr(t, ast->typed.operand, want_value);
        return te_is_error(operand) ? operand : te_cast(t, span, operand, mono(t), CAST_UNSAFE);
    }
    Type *to = type_load_with(t->program, &t->scope, ast->typed.type, ARGS_DYNAMIC);
    TExpr *operand = type_expr(t, ast->typed.operand, want_value);
    if (te_is_error(operand) || type_is_error(to)) return te_error(t, span);
    Type *followed = follow(t, to);
    if (followed->kind == TYPE_DECL) {
        for (u32 i = 0; i < followed->decl.count; i++) {
            if (!type_is_dynamic(t->program, followed->decl.args[i]) && followed->decl.decl->kind != DECL_ABSTRACT) {
                return fail(t, AT(t, ast->typed.type), "expr.cast-parameters", "Cast type parameters must be Dynamic");
            }
        }
    } else if (followed->kind == TYPE_PARAM) {
        return fail(t, AT(t, ast->typed.type), "expr.cast-type", "Can't cast to a type parameter");
    } else if (followed->kind != TYPE_DYNAMIC) {
        return fail(t, AT(t, ast->typed.type), "expr.cast-type", "Cast type must be a class or an enum");
    }
    return te_cast(t, span, operand, to, CAST_CHECKED);
}

static TExpr *type_is_test(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    TExpr *operand = type_expr(t, ast->typed.operand, want_value);
    Type *of = type_load_with(t->program, &t->scope, ast->typed.type, ARGS_DYNAMIC);
    if (te_is_error(operand) || type_is_error(of)) return te_error(t, span);
    Type *followed = follow(t, of);
    if (ast->typed.type->kind == AST_TYPE_PATH && ast->typed.type->path.args.count) {
        return fail(t, AT(t, ast->typed.type), "expr.is-type", "Type parameters are not supported for the `is` operator");
    }
    if (followed->kind != TYPE_DECL && followed->kind != TYPE_DYNAMIC) {
        return fail(t, AT(t, ast->typed.type), "expr.is-type", "Unsupported type for `is` operator");
    }
    TExpr *e = te_new(t, TE_IS, span, CORE(t)->t_bool);
    e->is.operand = operand;
    e->is.of = of;
    return e;
}

static TExpr *type_check(Typing *t, const AstExpr *ast, Span span) {
    Type *type = type_load(t->program, &t->scope, ast->typed.type);
    TExpr *e = coerce_at(t, type_expr(t, ast->typed.operand, want_type(type)), type, span);
    if (te_is_error(e) || e->type == type) return e;
    return te_cast(t, span, e, type, CAST_IMPLICIT);
}

static TExpr *type_meta(Typing *t, const AstExpr *ast, Want want) {
    Name name = ast->meta.meta->name.name;
    if (name == NAMES(t)->m_private_access) {
        bool before = t->private_access;
        t->private_access = true;
        TExpr *e = type_expr(t, ast->meta.operand, want);
        t->private_access = before;
        return e;
    }
    if (name_is(name, ":bypassAccessor")) {
        bool before = t->bypass_accessor;
        t->bypass_accessor = true;
        TExpr *e = type_expr(t, ast->meta.operand, want);
        t->bypass_accessor = before;
        return e;
    }
    if (name_is(name, ":nullSafety") && ast->meta.meta->args.count == 1) {
        const AstExpr *mode = ast->meta.meta->args.at[0];
        if (mode->kind == EXPR_IDENT && name_is(mode->ident, "Off")) vec_push(NULL, &t->null_unsafe, AT(t, ast->meta.operand));
    }
    return type_expr(t, ast->meta.operand, want);
}

static TExpr *type_untyped(Typing *t, const AstExpr *ast, Want want) {
    bool before = t->untyped;
    t->untyped = true;
    TExpr *e = type_expr(t, ast->operand, want);
    t->untyped = before;
    if (te_is_error(e)) return e;
    return e;
}

static TExpr *type_paren(Typing *t, const AstExpr *ast, Want want) {
    if (ast->operand->kind == EXPR_CHECK_TYPE) return type_check(t, ast->operand, AT(t, ast));
    TExpr *e = type_expr(t, ast->operand, want);
    e->span = AT(t, ast); /* messages about the value include the parentheses */
    return e;
}

/* inline f(…), inline new C(…), inline function … */
static TExpr *type_inline(Typing *t, const AstExpr *ast, Want want) {
    const AstExpr *operand = ast->operand;
    if (operand->kind != EXPR_CALL && operand->kind != EXPR_NEW && operand->kind != EXPR_FUNCTION)
        return fail(t, AT(t, ast), "expr.inline", "Call or function expected after inline keyword");
    if (operand->kind == EXPR_CALL && operand->call.callee->kind == EXPR_IDENT && var_find(t, operand->call.callee->ident))
        return fail(t, AT(t, ast), "expr.inline", "Cannot force inline on local functions");
    return type_expr(t, operand, want);
}

static bool wants_object(Want want) { return want.kind != WANT_NOTHING; }

TExpr *type_expr(Typing *t, const AstExpr *ast, Want want) {
    switch (ast->kind) {
    case EXPR_ERROR: return te_error(t, AT(t, ast));
    case EXPR_NULL: return te_null(t, AT(t, ast), mono(t));
    case EXPR_TRUE: return te_bool(t, AT(t, ast), true);
    case EXPR_FALSE: return te_bool(t, AT(t, ast), false);
    case EXPR_THIS: return this_expr(t, AT(t, ast));
    case EXPR_SUPER:
        return check_super(t, AT(t, ast)) ? fail(t, AT(t, ast), "expr.super", "Cannot use super as value") : te_error(t, AT(t, ast));
    case EXPR_ABSTRACT:
        if (!t->owner || t->owner->kind != DECL_ABSTRACT) {
            return fail(t, AT(t, ast), "expr.abstract", "Cannot use `abstract` outside of abstract");
        }
        return te_cast(t, AT(t, ast), this_expr(t, AT(t, ast)), t->owner->type, CAST_UNSAFE);
    case EXPR_INT:
    case EXPR_FLOAT:
    case EXPR_STRING:
    case EXPR_REGEXP: return type_literal(t, ast);
    case EXPR_FORMAT: return type_format(t, ast);
    case EXPR_IDENT:
    case EXPR_FIELD:
    case EXPR_CALL:
    case EXPR_ARRAY_ACCESS: return ref_read(t, type_ref(t, ast, want));
    case EXPR_BINOP: return type_binop(t, ast, want);
    case EXPR_UNOP: return type_unop(t, ast, want);
    case EXPR_PAREN: return type_paren(t, ast, want);
    case EXPR_OBJECT: return type_object(t, ast, want);
    case EXPR_ARRAY: return type_array_literal(t, ast, want);
    case EXPR_NEW: return type_new(t, ast, want);
    case EXPR_FUNCTION: return type_local_function(t, ast, want);
    case EXPR_VARS: return type_vars(t, ast);
    case EXPR_BLOCK:
        if (ast->list.count == 0 && wants_object(want)) return type_object(t, ast, want);
        return type_block(t, ast, want);
    case EXPR_FOR: return type_for(t, ast, want);
    case EXPR_IF:
    case EXPR_TERNARY: return type_if(t, ast, want);
    case EXPR_WHILE: return type_while(t, ast);
    case EXPR_SWITCH: return type_switch(t, ast, want);
    case EXPR_TRY: return type_try(t, ast, want);
    case EXPR_RETURN: return type_return(t, ast);
    case EXPR_BREAK:
    case EXPR_CONTINUE: return type_jump(t, ast);
    case EXPR_THROW: return te_throw(t, AT(t, ast), type_expr(t, ast->operand, want_value));
    case EXPR_UNTYPED: return type_untyped(t, ast, want);
    case EXPR_INLINE: return type_inline(t, ast, want);
    case EXPR_CAST: return type_cast(t, ast);
    case EXPR_IS: return type_is_test(t, ast);
    case EXPR_CHECK_TYPE: return type_check(t, ast, AT(t, ast));
    case EXPR_META: return type_meta(t, ast, want);
    case EXPR_MARKUP: return unsupported(t, AT(t, ast), "markup literals");
    case EXPR_MACRO:
    case EXPR_MACRO_TYPE:
    case EXPR_MACRO_CLASS:
    case EXPR_REIFY: return unsupported(t, AT(t, ast), "macros");
    }
    FATAL("unknown kind of expression %d", (int)ast->kind);
}
