/* body: types one whole body: a method, a constructor, a variable's initialiser.
 *
 * Contract: field_body and infer_field_type (typer.h, internal.h) are the only ways in. Bodies may be typed while another one is
 * (inference on the way): the state of the enclosing one is put aside and taken up again.
 *
 * What a FunctionBody looks like: of a method the TFunction with its arguments (an abstract's member has `this` as first one) and a
 * statement as body; of a variable's initialiser a TFunction without arguments whose body is a TE_RETURN of the value. The constructor
 * of an abstract declares its `this` as a variable first and returns it last.
 *
 * Closing a body replaces every type in it by its interned equal; monomorphs that are still unbound become Dynamic.
 */
#include "declare.h"
#include "typing.h"

/* ---- Beginning and closing ------------------------------------------------------------------------------------------------------------ */

typedef struct Saved {
    Arena *types;
    ReadSet *reads;
} Saved;

static void body_free(void *object) {
    FunctionBody *body = object;
    reads_free(&body->reads);
    arena_free(body->arena);
}

static void typing_begin(Typing *t, Saved *saved, Program *program, Field *field) {
    Arena *arena = arena_new("typed body");
    FunctionBody *body = NEW(arena, FunctionBody);
    body->arena = arena;
    body->field = field;
    *t = (Typing){.program = program, .arena = arena, .body = body, .field = field, .owner = field->owner};
    t->file = field->module->ast ? field->module->ast->file : 0;
    scope_of_field(&t->scope, field);
    t->outer = program->state->typing;
    program->state->typing = t;
    saved->types = types_enter(program, arena);
    saved->reads = program->reads;
    program->reads = &body->reads;
    reads_add(program->reads, &field->owner->entity, FACET_SIGNATURE); /* what `this` is, whatever else is looked up */
}

static void intern_all(Typing *t) {
    Program *program = t->program;
    for (u32 i = 0; i < t->vars.count; i++) t->vars.at[i]->type = type_intern(program, t->vars.at[i]->type);
    for (u32 i = 0; i < t->patterns.count; i++) t->patterns.at[i]->type = type_intern(program, t->patterns.at[i]->type);
    for (u32 i = 0; i < t->functions.count; i++) t->functions.at[i]->type = type_intern(program, t->functions.at[i]->type);
    for (u32 i = 0; i < t->catches.count; i++) t->catches.at[i]->type = type_intern(program, t->catches.at[i]->type);
    for (u32 i = 0; i < t->exprs.count; i++) {
        TExpr *e = t->exprs.at[i];
        bool jump = e->kind == TE_RETURN || e->kind == TE_THROW || e->kind == TE_BREAK || e->kind == TE_CONTINUE;
        if (jump && type_is_mono(type_shallow(e->type))) e->type = program->core.t_void; /* no one asked for a value */
        e->type = type_intern(program, e->type);
        if (e->kind == TE_CAST) e->cast.to = type_intern(program, e->cast.to);
        if (e->kind == TE_IS) e->is.of = type_intern(program, e->is.of);
    }
}

static void typing_end(Typing *t, Saved *saved) {
    for (u32 i = 0; i < t->multi_types.count; i++) multi_type_complete(t, &t->multi_types.at[i]);
    for (u32 i = 0; i < t->made_params.count; i++) made_param_complete(t, &t->made_params.at[i]);
    intern_all(t);
    t->program->state->typing = t->outer;
    t->program->reads = saved->reads;
    types_enter(t->program, saved->types);
    check_null_safety(t);
    vec_free(&t->null_unsafe);
    vec_free(&t->locals);
    map_free(&t->visible);
    vec_free(&t->exprs);
    vec_free(&t->vars);
    vec_free(&t->patterns);
    vec_free(&t->functions);
    vec_free(&t->catches);
    vec_free(&t->multi_types);
    vec_free(&t->made_params);
}

/* ---- Functions --------------------------------------------------------------------------------------------------------------------------- */

TFunction *function_new(Typing *t, const AstFunction *ast, Span span, u64 own_tokens, u64 whole_tokens) {
    TFunction *function = NEW(t->arena, TFunction);
    function->parent = t->func ? t->func->function : NULL;
    function->span = span;
    function->own_tokens = own_tokens;
    function->whole_tokens = whole_tokens;
    if (ast) {
        function->name = ast->kind == FUNCTION_NAMED ? ast->name.name : NULL;
        function->ordinal = ast->ordinal;
    }
    return function;
}

/* A default value: a constant, or the value of an inline variable. */
static TExpr *default_value(Typing *t, const AstExpr *ast, Type *type) {
    TExpr *value = type_as(t, ast, type);
    if (te_is_error(value)) return NULL;
    TExpr *constant = fold_constant(t, value);
    if (constant) return constant;
    if (value->kind == TE_FIELD && value->field.access == FA_ENUM) return value;
    fail(t, value->span, "expr.default-constant", "Parameter default value should be constant");
    return NULL;
}

void function_args(Typing *t, TFunction *function, const AstFunction *ast, Type *type, u32 first) {
    u32 count = type->fun.count;
    function->type = type;
    function->count = count;
    function->args = NEW_ARRAY(t->arena, TVar *, count + 1);
    function->defaults = NEW_ARRAY(t->arena, TExpr *, count + 1);
    for (u32 i = 0; i < count; i++) {
        const AstArgument *arg = i >= first && i - first < ast->args.count ? &ast->args.at[i - first] : NULL;
        Span span = arg ? AT(t, arg) : function->span;
        if (arg && arg->value) function->defaults[i] = default_value(t, arg->value, type->fun.args[i].type);
        TVar *var = var_new(t, type->fun.args[i].name, type->fun.args[i].type, span);
        var->owner = function;
        var->is_arg = true;
        function->args[i] = var;
    }
    for (u32 i = first; i < count; i++) {
        if (function->args[i]->name) var_show(t, function->args[i]);
    }
}

/* A break of this loop, not of one within it. */
static void find_break(void *found, const TExpr *e) {
    bool *has = found;
    if (e->kind == TE_BREAK) *has = true;
    bool loop = e->kind == TE_WHILE || e->kind == TE_FOR_RANGE || e->kind == TE_FOR_ARRAY || e->kind == TE_FOR_ITERATOR;
    if (*has || loop || e->kind == TE_FUNCTION) return;
    texpr_parts(e, found, find_break);
}

static bool ends(const TExpr *e) { return e->kind == TE_RETURN || e->kind == TE_THROW || e->kind == TE_ERROR; }

/* Whether control never reaches the end of e; *where gets the innermost place at which it may. */
static bool always_returns(const TExpr *e, Span *where) {
    if (ends(e)) return true;
    if (e->kind == TE_BLOCK && e->list.count > 0) {
        for (u32 i = 0; i + 1 < e->list.count; i++) {
            if (ends(e->list.items[i])) return true;
        }
        return always_returns(e->list.items[e->list.count - 1], where);
    }
    if (e->kind == TE_LET) return always_returns(e->let.body, where);
    if (e->kind == TE_IF && e->branch.otherwise) {
        return always_returns(e->branch.then, where) && always_returns(e->branch.otherwise, where);
    }
    if (e->kind == TE_SWITCH && (e->sw.otherwise || e->sw.exhaustive)) {
        for (u32 i = 0; i < e->sw.count; i++) {
            if (!always_returns(e->sw.cases[i].body, where)) return false;
        }
        return !e->sw.otherwise || always_returns(e->sw.otherwise, where);
    }
    if (e->kind == TE_TRY) {
        bool all = always_returns(e->attempt.body, where);
        for (u32 i = 0; i < e->attempt.count && all; i++) all = always_returns(e->attempt.catches[i].body, where);
        return all;
    }
    if (e->kind == TE_WHILE && e->loop.condition->kind == TE_BOOL && e->loop.condition->bool_value) {
        bool leaves = false;
        find_break(&leaves, e->loop.body);
        if (!leaves) return true;
    }
    *where = e->span;
    return false;
}

TExpr *function_body(Typing *t, const AstFunction *ast, Type *ret) {
    const AstExpr *body = ast->body;
    if (ast->kind == FUNCTION_ARROW) {
        bool empty = body->kind == EXPR_BLOCK && body->list.count == 0;
        bool to_void = type_is_void(t->program, ret);
        if (empty && !to_void && !type_is_mono(follow(t, ret))) empty = false; /* {} is an object then */
        TExpr *e = type_expr(t, body, empty || to_void ? want_nothing : want_type(ret));
        to_void |= type_is_void(t->program, ret); /* a `return;` within it said so */
        if (to_void || te_is_error(e)) return e;
        Type *type = follow(t, e->type);
        if (type_is_void(t->program, type) && type_is_mono(follow(t, ret))) {
            type_unify(t->program, type, ret);
            return e;
        }
        Span where;
        if (always_returns(e, &where)) return e;
        TExpr *back = te_new(t, TE_RETURN, e->span, CORE(t)->t_void);
        back->value = coerce_at(t, e, ret, AT(t, body));
        return back;
    }
    TExpr *e = type_expr(t, body, want_nothing);
    Type *followed = follow(t, ret);
    if (type_is_mono(followed) && !t->func->returns_value) {
        type_unify(t->program, CORE(t)->t_void, ret);
        followed = follow(t, ret);
    }
    if (!type_is_void(t->program, followed) && !type_is_error(followed)) {
        Span where = e->span;
        if (!always_returns(e, &where)) report(t, where, "body.missing-return", "Missing return: %s", show(t, ret));
    }
    return e;
}

/* ---- Constructors ---------------------------------------------------------------------------------------------------------------------------- */

static Field *super_constructor(Program *program, TypeDecl *decl) {
    (void)program;
    for (TypeDecl *up = decl->super; up; up = up->super) {
        if (up->constructor) return up->constructor;
    }
    return NULL;
}

static void check_constructor(Typing *t, const TExpr *body) {
    if (t->field->kind != FIELD_CONSTRUCTOR || !t->owner || t->owner->kind != DECL_CLASS) return;
    if (t->super_called || !super_constructor(t->program, t->owner) || t->owner->is_extern) return;
    report(t, body->span, "body.missing-super", "Missing super constructor call");
}

void return_this(Typing *t, TExpr *back, Span span) {
    bool constructs = t->field->kind == FIELD_CONSTRUCTOR && t->owner && t->owner->kind == DECL_ABSTRACT && !t->func->outer;
    if (constructs) back->value = te_cast(t, back->span, te_local(t, span, t->this_var), t->owner->type, CAST_UNSAFE);
}

/* The abstract's `this` inside its constructor: a variable that is declared first and returned last. */
static TExpr *wrap_abstract_constructor(Typing *t, TExpr *body) {
    TExpr *items[3];
    items[0] = te_var(t, body->span, t->this_var, NULL);
    items[1] = body;
    Span start = field_whole_span(t->field); /* where the official compiler says that it got no value */
    start.end = start.start;
    items[2] = te_new(t, TE_RETURN, body->span, CORE(t)->t_void);
    return_this(t, items[2], start);
    return te_block(t, body->span, CORE(t)->t_void, 3, items);
}

/* ---- Whole bodies ------------------------------------------------------------------------------------------------------------------------------ */

static void type_method(Typing *t, Type *type) {
    Field *field = t->field;
    const AstFunction *ast = field->ast->function;
    Span span = (Span){t->file, field->ast->start, field->ast->end};
    TFunction *function = function_new(t, NULL, span, field->ast->hash.own, hash_mix(field->ast->hash.sig, field->ast->hash.body));
    t->body->function = function;
    function->params = field->params;
    vec_push(NULL, &t->functions, function);
    Func func = {.function = function, .ret = type->fun.ret};
    t->func = &func;
    bool of_abstract = field->owner && field->owner->kind == DECL_ABSTRACT;
    if (of_abstract && (field->is_impl || field->kind == FIELD_CONSTRUCTOR)) t->this_type = field->owner->target;
    else if (!field->is_static && field->owner) t->this_type = field->owner->type;
    u32 mark = scope_open(t);
    function_args(t, function, ast, type, field->is_impl ? 1 : 0);
    bool constructs_abstract = of_abstract && field->kind == FIELD_CONSTRUCTOR;
    if (field->is_impl) t->this_var = function->args[0];
    if (constructs_abstract) t->this_var = var_new(t, NAMES(t)->this_, t->this_type, span);
    if (constructs_abstract) func.ret = CORE(t)->t_void;
    TExpr *body = function_body(t, ast, func.ret);
    if (constructs_abstract) body = wrap_abstract_constructor(t, body);
    scope_close(t, mark);
    check_constructor(t, body);
    store_made_params(t, &body);
    function->body = body;
}

/* The value of an enum abstract is typed against the underlying type and seen as the abstract. */
static TExpr *enum_value(Typing *t, Type *type, Span span) {
    Field *field = t->field;
    i32 number;
    Name text;
    TExpr *value;
    if (field->ast->value) {
        value = type_as(t, field->ast->value, abstract_underlying(t->program, follow(t, type)));
    } else {
        text = NULL;
        if (!enum_value_implicit(t->program, field, &number, &text)) return te_error(t, span);
        value = text ? te_string(t, span, text) : te_int(t, span, number);
    }
    TExpr *constant = te_is_error(value) ? NULL : fold_constant(t, value);
    if (!constant) return te_cast(t, span, value, type, CAST_UNSAFE);
    return constant_as(t, constant, type, span);
}

static void type_initialiser(Typing *t, Type *type) {
    Field *field = t->field;
    const AstField *ast = field->ast;
    Span span = ast->value ? AT(t, ast->value) : AT(t, &ast->name);
    TFunction *function = function_new(t, NULL, span, ast->hash.own, hash_mix(ast->hash.sig, ast->hash.body));
    function->type = type_fun(t->program, 0, NULL, type);
    t->body->function = function;
    vec_push(NULL, &t->functions, function);
    Func func = {.function = function, .ret = type};
    t->func = &func;
    TExpr *value = field->is_enum_value ? enum_value(t, type, span)
                                        : coerce_at(t, type_expr(t, ast->value, want_type(type)), type, AT(t, ast));
    if (field->is_inline && !field->is_enum_value && !te_is_error(value)) {
        TExpr *constant = fold_constant(t, value);
        if (constant) value = constant;
        else if (!field->is_extern) report(t, field_whole_span(field), "field.inline", "Inline variable initialization must be a constant value");
    }
    function->body = te_new(t, TE_RETURN, span, CORE(t)->t_void);
    function->body->value = value;
}

static bool has_text(const Field *field) {
    if (!field->ast || !field->owner) return false;
    if (field->kind == FIELD_METHOD || field->kind == FIELD_CONSTRUCTOR) {
        return field->ast->function && field->ast->function->body && !field->is_macro;
    }
    return field->kind == FIELD_VAR && (field->ast->value || field->is_enum_value);
}

static FunctionBody *type_body(Program *program, Field *field, Type *type, Type **result);

/* `var list = [];`: what a variable holds is known from its first use. The methods of its class are typed until one says it, in source
 * order; what they give is thrown away, since it was typed with the element still unknown. */
static void infer_by_use(Typing *t, Type *type) {
    Program *program = t->program;
    TypeDecl *owner = t->owner;
    t->searching = true;
    Func *func = t->func;
    for (u32 pass = 0; pass < 2 && owner && type_has_mono(type); pass++) {
        u32 count = pass ? owner->statics.count : owner->fields.count;
        for (u32 i = 0; i <= count && type_has_mono(type); i++) {
            Field *method = i < count ? (pass ? owner->statics.at[i] : owner->fields.at[i]) : pass ? NULL : owner->constructor;
            if (!method || method->body || (method->kind != FIELD_METHOD && method->kind != FIELD_CONSTRUCTOR)) continue;
            if (!method->ast || !method->ast->function->body) continue;
            Speculation s;
            speculate_begin(t, &s, AT(t, method->ast));
            u32 tried = t->trials.count;
            Type *signature = field_type(program, method), *result; /* where it is inferred, its body has been tried then */
            if (t->trials.count == tried && signature->kind == TYPE_FUN) type_body(program, method, signature, &result);
            if (type_has_mono(type)) {
                speculate_undo(t, &s);
                continue;
            }
            Type *closed = type_intern(program, type);
            speculate_undo(t, &s); /* what was bound may lie in the arena of the method's body: bind anew to what lasts */
            type_unify(program, type, closed);
        }
    }
    t->func = func;
    t->searching = false;
    for (u32 i = 0; i < t->trial_fields.count; i++) {
        Field *field = t->trial_fields.at[i].field;
        undo_touch(program->undo, field, sizeof *field);
        field->state = FIELD_UNTYPED;
        field->type = NULL;
        field->entity.hash[FACET_SIGNATURE] = t->trial_fields.at[i].former_hash;
    }
    for (u32 i = 0; i < t->trials.count; i++) body_free(t->trials.at[i]);
    vec_free(&t->trial_fields);
    vec_free(&t->trials);
}

/* The typing for whose sake alone a body is typed now; NULL: it is to be kept. */
static Typing *trial_of(const Program *program) {
    for (Typing *t = program->state->typing; t; t = t->outer) {
        if (t->searching) return t;
    }
    return NULL;
}

/* type NULL: what is written of it, to be completed by the body; *result gets the interned outcome. */
static FunctionBody *type_body(Program *program, Field *field, Type *type, Type **result) {
    Typing t;
    Saved saved;
    typing_begin(&t, &saved, program, field);
    Typing *trial = field->kind == FIELD_VAR ? NULL : trial_of(program);
    if (!type) {
        if (trial) vec_push(NULL, &trial->trial_fields, (TrialField){field, field->entity.hash[FACET_SIGNATURE]});
        bool complete = false;
        type = field_written_type(program, field, &complete);
        undo_touch(program->undo, field, sizeof *field);
        field->type = type;
    }
    if (field->kind == FIELD_VAR) {
        type_initialiser(&t, type);
    } else if (type->kind == TYPE_FUN) {
        type_method(&t, type);
    } else {
        t.body->has_errors = true;
    }
    if (field->kind == FIELD_VAR && type_has_mono(type)) {
        trial = trial_of(program);
        if (trial) vec_push(NULL, &trial->trial_fields, (TrialField){field, field->entity.hash[FACET_SIGNATURE]});
        else infer_by_use(&t, type);
    }
    if (t.body->function && !t.body->has_errors) check_uninitialised(&t);
    if (t.body->function && !t.body->has_errors) check_late(&t);
    *result = type_intern(program, type);
    typing_end(&t, &saved);
    if (trial) {
        vec_push(NULL, &trial->trials, t.body);
        return NULL;
    }
    undo_touch(program->undo, field, sizeof *field);
    if (!t.body->function) { /* its signature is wrong, which was said */
        body_free(t.body);
        return NULL;
    }
    undo_on_rollback(program->undo, body_free, t.body);
    field->body = t.body;
    if (program->flags.verify) {
        Text why = {0};
        if (!typer_verify_body(program, t.body, &why)) FATAL("typed body of %s: %s", field->path->text, why.at);
    }
    return t.body;
}

FunctionBody *field_body(Program *program, Field *field) {
    if (field->body || !has_text(field)) return field->body;
    for (Typing *t = program->state->typing; t; t = t->outer) {
        if (t->field == field) return NULL; /* it is being typed: a constant that depends on itself */
    }
    Type *type = field_type(program, field);
    if (field->body || field->state == FIELD_TYPING) return field->body;
    Type *result;
    return type_body(program, field, type, &result);
}

Type *infer_field_type(Program *program, Field *field) {
    Type *result;
    if (!has_text(field)) return program->core.t_dynamic;
    type_body(program, field, NULL, &result);
    return result;
}

Name function_event_name(Program *program, const Field *field, const TFunction *function) {
    if (!function->parent) return field->path;
    Name outer = function_event_name(program, field, function->parent);
    if (function->name) return name_printf(program->names, "%s/%s", outer->text, function->name->text);
    return name_printf(program->names, "%s/%u", outer->text, function->ordinal);
}
