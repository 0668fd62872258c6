/* typing: making typed expressions, messages, local variables and scopes, coercion, try-outs.
 *
 * Contract: every TExpr of a body is made by te_new here; its type may hold monomorphs until the body is closed (body.c). A variable
 * is captured when te_local meets it inside a function other than its owner; every function in between captures it as well.
 */
#include "typing.h"

/* ---- Expressions ---------------------------------------------------------------------------------------------------------------------- */

TExpr *te_new(Typing *t, TExprKind kind, Span span, Type *type) {
    TExpr *e = NEW(t->arena, TExpr);
    e->kind = kind;
    e->span = span;
    e->type = type;
    vec_push(NULL, &t->exprs, e);
    return e;
}

TExpr *te_error(Typing *t, Span span) { return te_new(t, TE_ERROR, span, CORE(t)->t_error); }

TExpr *te_null(Typing *t, Span span, Type *type) { return te_new(t, TE_NULL, span, type); }

TExpr *te_int(Typing *t, Span span, i32 value) {
    TExpr *e = te_new(t, TE_INT, span, CORE(t)->t_int);
    e->int_value = value;
    return e;
}

TExpr *te_bool(Typing *t, Span span, bool value) {
    TExpr *e = te_new(t, TE_BOOL, span, CORE(t)->t_bool);
    e->bool_value = value;
    return e;
}

TExpr *te_string(Typing *t, Span span, Name text) {
    TExpr *e = te_new(t, TE_STRING, span, CORE(t)->t_string);
    e->string.bytes = text->text;
    e->string.length = text->length;
    return e;
}

static void capture(Typing *t, TVar *var) {
    if (var->owner == t->func->function) return;
    var->captured = true;
    for (Func *func = t->func; func && func->function != var->owner; func = func->outer) {
        TFunction *function = func->function;
        bool known = false;
        for (u32 i = 0; i < function->captures.count && !known; i++) known = function->captures.at[i] == var;
        if (!known) vec_push(t->arena, &function->captures, var);
    }
}

TExpr *te_local(Typing *t, Span span, TVar *var) {
    capture(t, var);
    TExpr *e = te_new(t, TE_LOCAL, span, var->params ? type_instantiate(t->program, var->type, var->params) : var->type);
    e->local = var;
    return e;
}

TExpr *te_binop(Typing *t, Span span, BinOp op, TExpr *left, TExpr *right, Type *type) {
    TExpr *e = te_new(t, TE_BINOP, span, type);
    e->binop.op = op;
    e->binop.left = left;
    e->binop.right = right;
    return e;
}

TExpr *te_assign(Typing *t, Span span, TExpr *target, TExpr *value) {
    TExpr *e = te_new(t, TE_ASSIGN, span, target->type);
    e->assign.target = target;
    e->assign.value = value;
    if (target->kind == TE_LOCAL) target->local->written = true;
    return e;
}

TExpr *te_call(Typing *t, Span span, TExpr *callee, Type *result, u32 count, TExpr *const *args) {
    TExpr *e = te_new(t, TE_CALL, span, result);
    e->call.callee = callee;
    e->call.count = count;
    e->call.args = arena_copy(t->arena, args, sizeof *args * count);
    return e;
}

TExpr *te_block(Typing *t, Span span, Type *type, u32 count, TExpr *const *items) {
    TExpr *e = te_new(t, TE_BLOCK, span, type);
    e->list.count = count;
    e->list.items = arena_copy(t->arena, items, sizeof *items * count);
    return e;
}

TExpr *te_var(Typing *t, Span span, TVar *var, TExpr *init) {
    TExpr *e = te_new(t, TE_VAR, span, CORE(t)->t_void);
    e->var.var = var;
    e->var.init = init;
    return e;
}

TExpr *te_let(Typing *t, Span span, TVar *var, TExpr *init, TExpr *body) {
    TExpr *e = te_new(t, TE_LET, span, body->type);
    e->let.var = var;
    e->let.init = init;
    e->let.body = body;
    return e;
}

TExpr *te_if(Typing *t, Span span, Type *type, TExpr *condition, TExpr *then, TExpr *otherwise) {
    TExpr *e = te_new(t, TE_IF, span, type);
    e->branch.condition = condition;
    e->branch.then = then;
    e->branch.otherwise = otherwise;
    return e;
}

TExpr *te_static(Typing *t, Span span, Field *field, Type *type) {
    TExpr *e = te_new(t, TE_FIELD, span, type);
    e->field.field = field;
    e->field.name = field->name;
    e->field.access = field->kind == FIELD_ENUM_CTOR ? FA_ENUM : FA_STATIC;
    return e;
}

TExpr *te_member(Typing *t, Span span, TExpr *object, Field *field, Type *type) {
    TExpr *e = te_new(t, TE_FIELD, span, type);
    e->field.object = object;
    e->field.field = field;
    e->field.name = field->name;
    e->field.access = FA_INSTANCE;
    return e;
}

TExpr *te_cast(Typing *t, Span span, TExpr *operand, Type *to, CastKind kind) {
    TExpr *e = te_new(t, TE_CAST, span, to);
    e->cast.operand = operand;
    e->cast.to = to;
    e->cast.kind = kind;
    return e;
}

TExpr *te_throw(Typing *t, Span span, TExpr *value) {
    TExpr *e = te_new(t, TE_THROW, span, mono(t));
    e->value = value;
    return e;
}

bool te_is_error(const TExpr *e) { return e->kind == TE_ERROR || type_is_error(type_shallow(e->type)); }

bool te_is_constant(const TExpr *e) {
    return e->kind == TE_INT || e->kind == TE_FLOAT || e->kind == TE_STRING || e->kind == TE_BOOL || e->kind == TE_NULL;
}

bool te_is_stable(const TExpr *e) {
    return e->kind == TE_THIS || e->kind == TE_TYPE || e->kind == TE_LOCAL || te_is_constant(e);
}

/* ---- Messages -------------------------------------------------------------------------------------------------------------------------- */

static void report_list(Typing *t, Span span, const char *code, const char *format, va_list list) {
    char *text = NULL;
    if (vasprintf(&text, format, list) < 0) FATAL("out of memory");
    diag_error(t->program->diags, span, code, "%s", text);
    free(text);
    t->body->has_errors = true;
    t->hard_errors++;
}

void report(Typing *t, Span span, const char *code, const char *format, ...) {
    va_list list;
    va_start(list, format);
    report_list(t, span, code, format, list);
    va_end(list);
}

TExpr *fail(Typing *t, Span span, const char *code, const char *format, ...) {
    va_list list;
    va_start(list, format);
    report_list(t, span, code, format, list);
    va_end(list);
    return te_error(t, span);
}

void warn(Typing *t, Span span, const char *code, const char *format, ...) {
    va_list list;
    va_start(list, format);
    char *text = NULL;
    if (vasprintf(&text, format, list) < 0) FATAL("out of memory");
    va_end(list);
    diag_warning(t->program->diags, span, code, "%s", text);
    free(text);
}

TExpr *unsupported(Typing *t, Span span, const char *feature) {
    report_unsupported(t->program, span, feature);
    t->body->has_errors = true;
    t->hard_errors++;
    return te_error(t, span);
}

const char *show(Typing *t, Type *type) { return text_of(t->program, type); }

/* ---- Local variables --------------------------------------------------------------------------------------------------------------------- */

TVar *var_new(Typing *t, Name name, Type *type, Span span) {
    TVar *var = NEW(t->arena, TVar);
    var->name = name;
    var->type = type;
    var->span = span;
    var->id = t->body->var_count++;
    var->owner = t->func ? t->func->function : NULL;
    vec_push(NULL, &t->vars, var);
    return var;
}

TVar *var_temp(Typing *t, const char *purpose, Type *type, Span span) {
    TVar *var = var_new(t, name_printf(t->program->names, "`%s", purpose), type, span);
    var->is_final = true;
    return var;
}

void var_show(Typing *t, TVar *var) {
    u32 before = (u32)(uintptr_t)map_get_name(&t->visible, var->name);
    Local local = {var->name, var, before};
    vec_push(NULL, &t->locals, local);
    map_set_name(&t->visible, var->name, (void *)(uintptr_t)t->locals.count);
}

TVar *var_find(Typing *t, Name name) {
    u32 index = (u32)(uintptr_t)map_get_name(&t->visible, name);
    return index ? t->locals.at[index - 1].var : NULL;
}

u32 scope_open(Typing *t) { return t->locals.count; }

void scope_close(Typing *t, u32 mark) {
    while (t->locals.count > mark) {
        Local local = vec_pop(&t->locals);
        map_set_name(&t->visible, local.name, (void *)(uintptr_t)local.shadowed);
    }
}

bool in_member_initialiser(const Typing *t) { return t->field->kind == FIELD_VAR && !t->field->is_static; }

TExpr *this_expr(Typing *t, Span span) {
    if (!t->this_type && in_member_initialiser(t))
        return fail(t, span, "expr.this-initialiser", "Cannot access this or other member field in variable initialization");
    if (!t->this_type) return fail(t, span, "expr.this-static", "Cannot access this from a static function");
    if (t->this_var && !t->this_var->is_this) return te_local(t, span, t->this_var);
    if (!t->func->outer) return te_new(t, TE_THIS, span, t->this_type);
    if (!t->this_var) {
        t->this_var = var_new(t, NAMES(t)->this_, t->this_type, span);
        t->this_var->is_this = true;
        t->this_var->is_final = true;
        Func *func = t->func;
        while (func->outer) func = func->outer;
        t->this_var->owner = func->function;
    }
    return te_local(t, span, t->this_var);
}

/* ---- Types --------------------------------------------------------------------------------------------------------------------------------- */

Type *core_type(Typing *t, TypeDecl *decl) {
    decl_header(t->program, decl);
    return decl->module ? decl->type : NULL;
}

AbstractInfo *abstract_facts(Typing *t, TypeDecl *decl) {
    reads_add(t->program->reads, &decl->entity, FACET_SIGNATURE);
    return abstract_info(t->program, decl);
}

Type *use_type(Typing *t, Field *field, Type *in) {
    reads_add(t->program->reads, &field->entity, FACET_SIGNATURE);
    return field_type_use(t->program, field, in);
}

Type *follow(Typing *t, Type *type) { return type_follow(t->program, type); }
Type *follow_null(Typing *t, Type *type) { return type_follow_null(t->program, type); }
Type *mono(Typing *t) { return type_mono(t->program); }

bool is_decl(Typing *t, Type *type, const TypeDecl *decl) {
    Type *followed = follow(t, type);
    return followed->kind == TYPE_DECL && followed->decl.decl == decl;
}

void null_as(Typing *t, TExpr *e, Type *want) {
    Type *type = follow(t, want);
    bool basic = type == CORE(t)->t_int || type == CORE(t)->t_float || type == CORE(t)->t_bool;
    if (basic && e->kind == TE_NULL && t->field->module->is_user) e->as_basic = true;
}

bool try_coerce(Typing *t, TExpr **e, Type *want) {
    TExpr *value = *e;
    if (value->type == want || te_is_error(value)) return true;
    if (value->kind == TE_NULL && type_is_mono(type_shallow(value->type))) null_as(t, value, want);
    AbstractCast found = type_find_cast(t->program, value->type, want);
    switch (found.kind) {
    case ABSTRACT_CAST_NONE: return false;
    case ABSTRACT_CAST_PLAIN: return true;
    case ABSTRACT_CAST_CALL: break;
    }
    if (found.function->owner && abstract_facts(t, found.function->owner)->multi_type) {
        *e = te_cast(t, value->span, value, want, CAST_UNSAFE); /* the value already is of that class */
        return true;
    }
    reads_add(t->program->reads, &found.function->entity, FACET_SIGNATURE);
    TExpr *callee = te_static(t, value->span, found.function, found.type);
    *e = te_call(t, value->span, callee, found.result, 1, &value);
    return true;
}

TExpr *coerce_at(Typing *t, TExpr *e, Type *want, Span span) {
    TExpr *value = e;
    if (try_coerce(t, &value, want)) return value;
    unify_report(t->program, span, e->type, want);
    t->body->has_errors = true;
    return te_error(t, e->span);
}

TExpr *coerce(Typing *t, TExpr *e, Type *want) { return coerce_at(t, e, want, e->span); }

TExpr *type_as(Typing *t, const AstExpr *ast, Type *want) { return coerce(t, type_expr(t, ast, want_type(want)), want); }

static bool is_null_value(Typing *t, const TExpr *e) {
    while (e->kind == TE_BLOCK && e->list.count > 0) e = e->list.items[e->list.count - 1];
    if (e->kind == TE_NULL) return true;
    Type *inner;
    return type_is_nullable_wrapper(t->program, e->type, &inner);
}

Type *common_type(Typing *t, u32 count, TExpr *const *items, u32 *culprit) {
    Type *common = NULL;
    bool failed = false;
    u32 used = 0;
    Type **types = NEW_ARRAY(t->arena, Type *, count + 1);
    for (u32 i = 0; i < count; i++) {
        TExpr *e = items[i];
        if (te_is_error(e)) continue;
        bool null = is_null_value(t, e);
        types[used++] = null ? type_null(t->program, e->type) : e->type;
        if (failed) continue;
        if (!common) {
            common = null ? type_null(t->program, e->type) : e->type;
            continue;
        }
        if (null) common = type_null(t->program, common);
        u32 mark = mono_mark(t->program);
        if (type_unify(t->program, e->type, common)) continue;
        mono_undo(t->program, mark);
        Type *inner;
        bool was_null = type_is_nullable_wrapper(t->program, common, &inner);
        if (type_unify(t->program, common, e->type)) {
            common = was_null ? type_null(t->program, e->type) : e->type;
            continue;
        }
        mono_undo(t->program, mark);
        if (culprit) *culprit = i;
        failed = true;
    }
    if (!common) return count ? CORE(t)->t_error : mono(t);
    return failed ? type_unify_min(t->program, types, used) : common;
}

/* ---- Try-outs -------------------------------------------------------------------------------------------------------------------------------- */

void speculate_begin(Typing *t, Speculation *s, Span span) {
    *s = (Speculation){.outer = t->program->diags, .span = span};
    diags_init(&s->diags);
    t->program->diags = &s->diags;
    s->mark = mono_mark(t->program);
    s->locals = t->locals.count;
    s->var_count = t->body->var_count;
    s->exprs = t->exprs.count;
    s->vars = t->vars.count;
    s->patterns = t->patterns.count;
    s->functions = t->functions.count;
    s->catches = t->catches.count;
    s->multi_types = t->multi_types.count;
    s->made_params = t->made_params.count;
    s->hard_errors = t->hard_errors;
    s->had_errors = t->body->has_errors;
}

bool speculate_failed(const Speculation *s) { return s->diags.errors > 0; }

/* Hands messages on, all or those about other places: a module that was loaded meanwhile stays loaded, so its errors stay as well. */
static void hand_on(Typing *t, Speculation *s, bool all) {
    t->program->diags = s->outer;
    for (u32 i = 0; i < s->diags.list.count; i++) {
        Diagnostic *d = &s->diags.list.at[i];
        bool here = d->span.file == s->span.file && d->span.start >= s->span.start && d->span.end <= s->span.end;
        if (here && !all) continue;
        switch (d->severity) {
        case SEVERITY_ERROR: (d->continues ? diag_continue : diag_error)(s->outer, d->span, d->code, "%s", d->message); break;
        case SEVERITY_WARNING: diag_warning(s->outer, d->span, d->code, "%s", d->message); break;
        case SEVERITY_NOTE: diag_note(s->outer, d->span, d->code, "%s", d->message); break;
        }
    }
    diags_free(&s->diags);
}

void speculate_keep(Typing *t, Speculation *s) { hand_on(t, s, true); }

void speculate_undo(Typing *t, Speculation *s) {
    hand_on(t, s, false);
    mono_undo(t->program, s->mark);
    scope_close(t, s->locals);
    t->body->var_count = s->var_count;
    t->exprs.count = s->exprs;
    t->vars.count = s->vars;
    t->patterns.count = s->patterns;
    t->functions.count = s->functions;
    t->catches.count = s->catches;
    t->multi_types.count = s->multi_types;
    t->made_params.count = s->made_params;
    t->hard_errors = s->hard_errors;
    t->body->has_errors = s->had_errors;
}
