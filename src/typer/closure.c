/* closure: local functions, bind, and functions that the compiler makes.
 *
 * The expected type gives types to arguments without one and to the result. A named local function is a variable that is visible in its
 * own body; it may have type parameters, which each use instantiates anew (TVar.params). Functions of the compiler's own are named `1,
 * `2, … so that every local function of a body has an event name of its own.
 */
#include "typing.h"

/* ---- Functions of the compiler -------------------------------------------------------------------------------------------------------------- */

TFunction *function_synthetic(Typing *t, Func *func, Type *type, Span span) {
    TFunction *function = function_new(t, NULL, span, 0, 0);
    function->name = name_printf(t->program->names, "`%u", ++t->synthetic);
    function->type = type;
    function->count = type->fun.count;
    function->args = NEW_ARRAY(t->arena, TVar *, type->fun.count + 1);
    function->defaults = NEW_ARRAY(t->arena, TExpr *, type->fun.count + 1);
    vec_push(NULL, &t->functions, function);
    *func = (Func){.outer = t->func, .function = function, .ret = type->fun.ret};
    t->func = func;
    for (u32 i = 0; i < type->fun.count; i++) {
        TVar *arg = var_new(t, type->fun.args[i].name, type->fun.args[i].type, span);
        arg->is_arg = true;
        function->args[i] = arg;
    }
    return function;
}

TExpr *function_leave(Typing *t, Func *func, TExpr *value, Span span) {
    TFunction *function = func->function;
    t->func = func->outer;
    function->body = value;
    if (!type_is_void(t->program, func->ret)) {
        function->body = te_new(t, TE_RETURN, span, CORE(t)->t_void);
        function->body->value = value;
    }
    TExpr *e = te_new(t, TE_FUNCTION, span, function->type);
    e->function = function;
    return e;
}

/* ---- Local functions ---------------------------------------------------------------------------------------------------------------------------- */

/* The function type that is expected, looked for through abstracts and Null<T>; NULL: none with that number of arguments. */
static Type *expected_function(Typing *t, Want want, u32 count) {
    if (want.kind != WANT_TYPE) return NULL;
    Type *type = follow_null(t, want.type);
    for (u32 depth = 0; depth < 8 && type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT; depth++) {
        if (type->decl.decl->is_core_type) return NULL;
        type = follow_null(t, abstract_underlying(t->program, type));
    }
    return type->kind == TYPE_FUN && type->fun.count == count ? type : NULL;
}

static Type *written_type(Typing *t, const AstFunction *ast) {
    FunArg *args = NEW_ARRAY(t->arena, FunArg, ast->args.count + 1);
    for (u32 i = 0; i < ast->args.count; i++) {
        const AstArgument *arg = &ast->args.at[i];
        Type *type = arg->type ? type_load(t->program, &t->scope, arg->type) : mono(t);
        if (arg->rest && i + 1 < ast->args.count)
            report(t, AT(t, &arg->name), "closure.rest", "Rest should only be used for the last function argument");
        if (arg->rest && CORE(t)->rest) type = type_decl1(t->program, CORE(t)->rest, type);
        if (arg->optional || (arg->value && arg->value->kind == EXPR_NULL)) type = type_null(t->program, type);
        args[i] = (FunArg){.name = arg->name.name, .type = type, .optional = arg->optional || arg->value, .rest = arg->rest};
    }
    Type *ret = ast->result ? type_load(t->program, &t->scope, ast->result) : mono(t);
    return type_fun(t->program, ast->args.count, args, ret);
}

/* An arrow function where nothing is to come back gives nothing back: its body is a statement, its signature the expected one. */
static void take_expected(Typing *t, Type *type, Type *expected, bool is_arrow) {
    for (u32 i = 0; i < type->fun.count; i++) {
        Type *own = type->fun.args[i].type;
        Type *inner;
        if (type_is_nullable_wrapper(t->program, type_shallow(own), &inner)) own = inner;
        if (type_is_mono(type_shallow(own))) type_unify(t->program, expected->fun.args[i].type, own);
    }
    if ((is_arrow || !type_is_void(t->program, expected->fun.ret)) && type_is_mono(type_shallow(type->fun.ret))) {
        type_unify(t->program, type->fun.ret, expected->fun.ret);
    }
}

TExpr *type_local_function(Typing *t, const AstExpr *ast, Want want) {
    const AstFunction *fn = ast->function;
    Span span = AT(t, ast);
    bool named = fn->kind == FUNCTION_NAMED;
    if (fn->params.count && !named) {
        return fail(t, span, "closure.parameters", "Type parameters are not supported for rvalue functions");
    }
    if (!named && want.kind == WANT_NOTHING) report(t, span, "closure.unnamed", "Unnamed lvalue functions are not supported");
    TFunction *function = function_new(t, fn, span, fn->hash.own, hash_mix(fn->hash.sig, fn->hash.body));
    vec_push(NULL, &t->functions, function);
    ParamScope params = {&function->params, t->scope.params};
    if (fn->params.count) {
        u32 salt = (u32)hash_bytes(fn->name.name->text, fn->name.name->length, t->file) | 1;
        params_declare(t->program, &t->field->entity, salt, &fn->params, &function->params);
        for (u32 i = 0; i < function->params.count; i++) function->params.at[i]->function = fn->name.name;
        t->scope.params = &params;
        params_load_constraints(t->program, &t->scope, &fn->params, &function->params);
    }
    Type *type = written_type(t, fn);
    if (!type->fun.count && !fn->args.count) type = type_fun(t->program, 0, NULL, type->fun.ret);
    Type *expected = expected_function(t, want, fn->args.count);
    if (expected) take_expected(t, type, expected, fn->kind == FUNCTION_ARROW);
    TVar *self = NULL;
    if (named) {
        self = var_new(t, fn->name.name, type, (Span){t->file, fn->name.start, fn->name.end});
        self->is_function = true;
        self->is_inline = fn->is_inline;
        if (function->params.count) self->params = &function->params;
        function->self_var = self;
        var_show(t, self);
    }
    Func func = {.outer = t->func, .function = function, .ret = type->fun.ret};
    t->func = &func;
    u32 mark = scope_open(t);
    function_args(t, function, fn, type, 0);
    function->body = fn->body ? function_body(t, fn, type->fun.ret) : te_error(t, span);
    scope_close(t, mark);
    t->func = func.outer;
    if (fn->params.count) t->scope.params = params.outer;
    TExpr *e = te_new(t, TE_FUNCTION, span, type);
    e->function = function;
    if (!named) return e;
    TExpr *var = te_var(t, span, self, e);
    if (want.kind == WANT_NOTHING) return var;
    TExpr *items[2] = {var, te_local(t, span, self)};
    return te_block(t, span, self->type, 2, items);
}

/* ---- bind ------------------------------------------------------------------------------------------------------------------------------------------ */

static bool is_placeholder(const AstExpr *ast) { return ast->kind == EXPR_IDENT && name_is(ast->ident, "_"); }

/* The function is evaluated first, then the arguments given; what is left open becomes a parameter. Trailing optional parameters that are
 * neither given nor left open are left out of every call. */
TExpr *type_bind(Typing *t, TExpr *callee, const AstExprList *args, Span span) {
    if (te_is_error(callee)) return callee;
    Type *type = follow_null(t, callee->type);
    u32 total = type->fun.count;
    if (args->count > total) return fail(t, span, "call.too-many", "Too many callback arguments");
    LetStep *lets = NULL;
    TExpr **values = NEW_ARRAY(t->arena, TExpr *, total + 1);
    FunArg *open = NEW_ARRAY(t->arena, FunArg, total + 1);
    u32 open_count = 0;
    TVar *target = var_temp(t, "function", callee->type, span);
    LetStep first = {.var = target, .init = callee};
    lets = arena_copy(t->arena, &first, sizeof first);
    bool *is_open = NEW_ARRAY(t->arena, bool, total + 1);
    for (u32 i = 0; i < total; i++) {
        const FunArg *arg = &type->fun.args[i];
        bool given = i < args->count;
        if (given && !is_placeholder(args->at[i])) {
            TExpr *value = type_as(t, args->at[i], arg->type);
            if (te_is_error(value)) return value;
            LetStep step = {.outer = lets, .var = var_temp(t, "bound", arg->type, value->span), .init = value};
            lets = arena_copy(t->arena, &step, sizeof step);
        } else if (given || !arg->optional) {
            is_open[i] = true;
            open[open_count] = *arg;
            if (given) open[open_count].optional = false;
            open_count++;
        }
    }
    Func func;
    TFunction *function = function_synthetic(t, &func, type_fun(t->program, open_count, open, type->fun.ret), span);
    u32 next_open = 0;
    LetStep *step = lets;
    for (u32 i = total; i-- > 0;) { /* the lets stand in reverse order */
        if (is_open[i] || i >= args->count) continue;
        values[i] = te_local(t, span, step->var);
        step = step->outer;
    }
    for (u32 i = 0; i < total; i++) {
        if (is_open[i]) values[i] = te_local(t, span, function->args[next_open++]);
        else if (!values[i]) values[i] = te_null(t, span, type->fun.args[i].type);
    }
    TExpr *call = te_call(t, span, te_local(t, span, target), type->fun.ret, total, values);
    return with_lets(t, function_leave(t, &func, call, span), lets);
}
