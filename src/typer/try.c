/* try: try and catch. A catch without type takes haxe.Exception; Dynamic takes everything as it was thrown. */
#include "typing.h"

static Type *catch_type(Typing *t, const AstCatch *clause) {
    if (clause->type) return type_load_with(t->program, &t->scope, clause->type, ARGS_DYNAMIC);
    Type *exception = core_type(t, CORE(t)->exception);
    return exception ? exception : CORE(t)->t_dynamic;
}

/* A later catch whose type an earlier one takes as well. The nearest one in front is named. */
static void check_reachable(Typing *t, const AstExpr *ast, const TCatch *catches, u32 at) {
    Type *type = follow(t, catches[at].type);
    for (u32 i = at; i-- > 0;) {
        Type *former = follow(t, catches[i].type);
        if (type_is_error(type) || type_is_error(former)) continue;
        bool takes = type_is_dynamic(t->program, former) || (!type_is_dynamic(t->program, type) && type_can_unify(t->program, type, former));
        if (!takes) continue;
        report(t, AT(t, ast->try_.catches.at[at].body), "try.unreachable", "This block is unreachable");
        diag_continue(t->program->diags, AT(t, ast->try_.catches.at[i].body), "try.unreachable", "%s can be caught to %s, which is handled here",
               show(t, catches[at].type), show(t, catches[i].type));
        return;
    }
}

/* What can be caught; t_error after a message. */
static Type *checked_catch_type(Typing *t, const AstCatch *clause, Span whole) {
    Type *type = catch_type(t, clause), *followed = follow(t, type);
    const char *wrong = NULL;
    Span span = NO_SPAN;
    if (followed->kind == TYPE_ANON || followed->kind == TYPE_FUN) {
        wrong = "Catch type must be a class, an enum or Dynamic";
        span = AT(t, clause->body);
    } else if (followed->kind == TYPE_PARAM) {
        wrong = "Cannot catch non-generic type parameter";
        span = whole;
    }
    for (u32 k = 0; followed->kind == TYPE_DECL && k < followed->decl.count && !wrong; k++) {
        if (type_is_dynamic(t->program, followed->decl.args[k])) continue;
        wrong = "Catch class parameter must be Dynamic";
        span = AT(t, clause->type);
    }
    if (!wrong) return type;
    report(t, span, "try.type", "%s", wrong);
    return CORE(t)->t_error;
}

TExpr *type_try(Typing *t, const AstExpr *ast, Want want) {
    Span span = AT(t, ast);
    u32 count = ast->try_.catches.count;
    TExpr **branches = NEW_ARRAY(t->arena, TExpr *, count + 1);
    TCatch *catches = NEW_ARRAY(t->arena, TCatch, count + 1);
    branches[0] = type_expr(t, ast->try_.body, want);
    if (!count) return branches[0];
    for (u32 i = 0; i < count; i++) {
        const AstCatch *clause = &ast->try_.catches.at[i];
        Type *type = checked_catch_type(t, clause, span);
        u32 mark = scope_open(t);
        TVar *var = var_new(t, clause->name.name, type, (Span){t->file, clause->name.start, clause->name.end});
        var_show(t, var);
        branches[i + 1] = type_expr(t, clause->body, want);
        scope_close(t, mark);
        catches[i] = (TCatch){var, type, NULL};
        check_reachable(t, ast, catches, i);
    }
    TExpr **reversed = NEW_ARRAY(t->arena, TExpr *, count + 1); /* the official compiler begins with the last catch */
    for (u32 i = 0; i <= count; i++) reversed[i] = branches[count - i];
    Type *type = join_branches(t, count + 1, reversed, want, span);
    for (u32 i = 0; i <= count; i++) branches[i] = reversed[count - i];
    TExpr *e = te_new(t, TE_TRY, span, type);
    e->attempt.body = branches[0];
    e->attempt.count = count;
    e->attempt.catches = catches;
    for (u32 i = 0; i < count; i++) {
        catches[i].body = branches[i + 1];
        vec_push(NULL, &t->catches, &catches[i]);
    }
    return e;
}
