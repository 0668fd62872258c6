/* try: try and catch. A catch without type takes haxe.Exception; Dynamic takes everything as it was thrown. */
#include "typing.h"

static Type *catch_type(Typing *t, const AstCatch *clause) {
    if (clause->type) return type_load_with(t->program, &t->scope, clause->type, ARGS_DYNAMIC);
    Type *exception = core_type(t, CORE(t)->exception);
    return exception ? exception : CORE(t)->t_dynamic;
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
        Type *type = catch_type(t, clause);
        Type *followed = follow(t, type);
        if (followed->kind == TYPE_ANON || followed->kind == TYPE_FUN) {
            report(t, AT(t, clause->type), "try.type", "Catch type must be a class, an enum or Dynamic");
            type = CORE(t)->t_error;
        }
        for (u32 k = 0; followed->kind == TYPE_DECL && k < followed->decl.count; k++) {
            if (type_is_dynamic(t->program, followed->decl.args[k])) continue;
            report(t, AT(t, clause->type), "try.type", "Catch class parameter must be Dynamic");
            type = CORE(t)->t_error;
            break;
        }
        u32 mark = scope_open(t);
        TVar *var = var_new(t, clause->name.name, type, (Span){t->file, clause->name.start, clause->name.end});
        var_show(t, var);
        branches[i + 1] = type_expr(t, clause->body, want);
        scope_close(t, mark);
        catches[i] = (TCatch){var, type, NULL};
    }
    Type *type = join_branches(t, count + 1, branches, want, span);
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
