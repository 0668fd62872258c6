/* construct: new, super(…), and abstracts whose class depends on their type arguments (Map). */
#include "typing.h"

/* The constructor of a class, its own or the nearest inherited one; *in: the class that has it, with arguments. */
static Field *find_constructor(Typing *t, Type *type, Type **in) {
    while (type) {
        TypeDecl *decl = type->decl.decl;
        reads_add(t->program->reads, &decl->entity, FACET_MEMBERS);
        if (decl->constructor) {
            reads_add(t->program->reads, &decl->constructor->entity, FACET_SIGNATURE);
            *in = type;
            return decl->constructor;
        }
        if (!decl->super_type) return NULL;
        type = follow(t, type_substitute(t->program, t->arena, decl->super_type, &decl->params, type->decl.args));
    }
    return NULL;
}

static TExpr *abandon_new(Typing *t, const AstExprList *args, Span span) {
    for (u32 i = 0; i < args->count; i++) type_expr(t, args->at[i], want_value);
    return te_error(t, span);
}

static TExpr *new_class(Typing *t, Type *type, const AstExprList *args, Span span);

/* The abstract's constructor is a static function; without one the abstract cannot be made. */
static TExpr *new_abstract(Typing *t, Type *type, const AstExprList *args, Span span) {
    TypeDecl *decl = type->decl.decl;
    reads_add(t->program->reads, &decl->entity, FACET_MEMBERS);
    Field *field = decl->constructor;
    Type *forwarded = !field && abstract_facts(t, decl)->forward_new ? follow(t, abstract_underlying(t->program, type)) : NULL;
    if (forwarded && type_class(t->program, forwarded)) {
        TExpr *made = new_class(t, forwarded, args, span);
        return te_is_error(made) ? made : te_cast(t, span, made, type, CAST_UNSAFE);
    }
    if (!field) {
        abandon_new(t, args, span);
        if (decl == CORE(t)->null && type->decl.count) type = type->decl.args[0];
        const char *wrong = decl->is_core_type ? "%s cannot be constructed" : "%s does not have a constructor";
        return fail(t, span, "new.no-constructor", wrong, show(t, type));
    }
    if (abstract_facts(t, decl)->multi_type) {
        TExpr *call = te_call(t, span, te_null(t, span, mono(t)), type, 0, NULL);
        MultiType pending = {call, type};
        vec_push(NULL, &t->multi_types, pending);
        return call;
    }
    Type *fun = use_type(t, field, type);
    u32 count = 0;
    TExpr **all = fun->kind == TYPE_FUN ? match_args(t, fun, 0, args, span, &count) : NULL;
    if (!all) return te_error(t, span);
    TExpr *call = te_call(t, span, te_static(t, span, field, fun), type, count, all);
    return call;
}

TExpr *type_new(Typing *t, const AstExpr *ast, Want want) {
    Program *program = t->program;
    Span span = AT(t, ast);
    const AstExprList *args = &ast->new_.args;
    Type *type = follow(t, type_load_path(program, &t->scope, ast->new_.type, ARGS_MONOS));
    (void)want;
    if (type_is_error(type)) return abandon_new(t, args, span);
    TypeDecl *decl = type->kind == TYPE_DECL ? type->decl.decl : NULL;
    if (decl && decl->kind == DECL_ABSTRACT) return new_abstract(t, type, args, span);
    if (type->kind == TYPE_PARAM) return new_param(t, type, args, span);
    if (!decl || (decl->kind != DECL_CLASS && decl->kind != DECL_INTERFACE)) {
        abandon_new(t, args, span);
        return fail(t, span, "new.not-a-class", "%s cannot be constructed", show(t, type));
    }
    return new_class(t, type, args, span);
}

static TExpr *new_class(Typing *t, Type *type, const AstExprList *args, Span span) {
    TypeDecl *decl = type->decl.decl;
    if (decl->is_abstract) {
        abandon_new(t, args, span);
        return fail(t, span, "new.abstract", "%s is abstract and cannot be constructed", show(t, type));
    }
    Type *in = NULL;
    Field *field = find_constructor(t, type, &in);
    if (!field) {
        abandon_new(t, args, span);
        return fail(t, span, "new.no-constructor", "%s does not have a constructor", show(t, type));
    }
    if (!t->private_access && !t->untyped && !field_accessible(t->program, &t->scope, field)) {
        abandon_new(t, args, span);
        return fail(t, span, "expr.private", "Cannot access private constructor of %s", show(t, type));
    }
    Type *fun = use_type(t, field, in);
    u32 count = 0;
    TExpr **all = fun->kind == TYPE_FUN ? match_args(t, fun, 0, args, span, &count) : NULL;
    if (!all) return te_new(t, TE_ERROR, span, type); /* the class is known all the same */
    TExpr *e = te_new(t, TE_NEW, span, type);
    e->make.decl = decl;
    e->make.count = count;
    e->make.args = all;
    return e;
}

/* C.new: a function that makes one. */
TExpr *constructor_closure(Typing *t, TypeDecl *decl, Span span) {
    Type *type = follow(t, decl_instantiate(t->program, decl)), *in = NULL;
    bool is_class = type->kind == TYPE_DECL && type->decl.decl->kind == DECL_CLASS;
    bool is_abstract = type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT;
    Field *field = is_class ? find_constructor(t, type, &in) : is_abstract ? type->decl.decl->constructor : NULL;
    if (!field) return fail(t, span, "new.no-constructor", "%s does not have a constructor", show(t, type));
    if (!t->private_access && !t->untyped && !field_accessible(t->program, &t->scope, field)) {
        return fail(t, span, "expr.private", "Cannot access private constructor of %s", show(t, type));
    }
    Type *fun = use_type(t, field, is_class ? in : type);
    if (fun->kind != TYPE_FUN) return te_error(t, span);
    Func func;
    TFunction *function = function_synthetic(t, &func, type_fun(t->program, fun->fun.count, fun->fun.args, type), span);
    TExpr **args = NEW_ARRAY(t->arena, TExpr *, fun->fun.count + 1);
    for (u32 i = 0; i < fun->fun.count; i++) args[i] = te_local(t, span, function->args[i]);
    if (is_abstract) {
        return function_leave(t, &func, te_call(t, span, te_static(t, span, field, fun), type, fun->fun.count, args), span);
    }
    TExpr *e = te_new(t, TE_NEW, span, type);
    e->make.decl = type->decl.decl;
    e->make.count = fun->fun.count;
    e->make.args = args;
    return function_leave(t, &func, e, span);
}

TExpr *type_super_call(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast), at = AT(t, ast->call.callee);
    const AstExprList *args = &ast->call.args;
    t->super_called = true;
    if (t->field->kind != FIELD_CONSTRUCTOR || t->func->outer || (t->owner && t->owner->kind == DECL_ABSTRACT)) {
        abandon_new(t, args, span);
        return fail(t, span, "expr.super-call", "Cannot call super constructor outside class constructor");
    }
    if (!t->owner || !t->owner->super_type) {
        abandon_new(t, args, span);
        return fail(t, span, "expr.no-super", "Current class does not have a super");
    }
    Type *in = NULL;
    Type *super = follow(t, t->owner->super_type);
    Field *field = find_constructor(t, super, &in);
    if (!field) {
        abandon_new(t, args, span);
        return fail(t, span, "new.no-constructor", "%s does not have a constructor", show(t, super));
    }
    Type *fun = use_type(t, field, in);
    u32 count = 0;
    TExpr **all = fun->kind == TYPE_FUN ? match_args(t, fun, 0, args, span, &count) : NULL;
    if (!all) return te_error(t, span);
    return te_call(t, span, te_new(t, TE_SUPER, at, super), CORE(t)->t_void, count, all);
}

/* ---- @:multiType ------------------------------------------------------------------------------------------------------------------------------- */

/* What an abstract stands for in the end. */
static Type *follow_abstracts(Typing *t, Type *type) {
    for (;;) {
        type = follow_null(t, type);
        TypeDecl *decl = type_abstract(t->program, type);
        if (!decl || decl->is_core_type || !decl->target) return type;
        type = abstract_underlying(t->program, type);
    }
}

/* The application that decides on the class: some parameters count as what they stand for. */
static Type *choosing_type(Typing *t, Type *type, const AbstractInfo *info) {
    TypeDecl *decl = type->decl.decl;
    Type *args[type->decl.count + 1];
    for (u32 i = 0; i < type->decl.count; i++) {
        bool through = names_contain(&info->follow_params, decl->params.at[i]->name);
        args[i] = through ? follow_abstracts(t, type->decl.args[i]) : type->decl.args[i];
    }
    return type_decl(t->program, decl, type->decl.count, args);
}

/* The @:to function whose parameter the underlying type fits makes the object: Map<String, V> becomes a StringMap<V>. */
void multi_type_complete(Typing *t, MultiType *pending) {
    Program *program = t->program;
    TExpr *call = pending->call;
    Type *type = follow(t, pending->type);
    if (type->kind != TYPE_DECL) return;
    AbstractInfo *info = abstract_facts(t, type->decl.decl);
    Type *choice = choosing_type(t, type, info);
    bool known = type->decl.count == 0 || !type_is_mono(type_shallow(type->decl.args[0]));
    for (u32 i = 0; known && i < info->to_functions.count; i++) {
        Field *field = info->to_functions.at[i];
        u32 mark = mono_mark(program);
        Type *fun = use_type(t, field, field->is_impl ? type : NULL);
        if (fun->kind != TYPE_FUN || fun->fun.count == 0 ||
            !type_unify(program, abstract_underlying(program, choice), fun->fun.args[0].type)) {
            mono_undo(program, mark);
            continue;
        }
        TExpr *none = te_null(t, call->span, fun->fun.args[0].type);
        call->call.callee = te_static(t, call->span, field, fun);
        call->call.count = 1;
        call->call.args = arena_copy(t->arena, &none, sizeof none);
        return;
    }
    if (known) {
        report(t, call->span, "new.multi-type", "Abstract %s has no @:to function that accepts %s", type->decl.decl->path->text,
               show(t, abstract_underlying(program, type)));
    } else {
        report(t, call->span, "new.multi-type", "Type parameters of multi type abstracts must be known (for %s)",
               show(t, abstract_underlying(program, type)));
    }
    call->kind = TE_ERROR;
    call->type = CORE(t)->t_error;
}
