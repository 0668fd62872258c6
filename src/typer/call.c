/* call: calls and how their arguments find their parameters.
 *
 * Arguments are typed from left to right, each with its parameter's type as expectation. An optional parameter that the argument does
 * not fit is skipped and the next one tried; what is skipped or left out becomes a TE_NULL of the parameter's type (a TE_POS_INFOS for
 * haxe.PosInfos), what a rest parameter takes one TE_ARRAY. A try-out that failed for another reason than this argument's type is final,
 * so nested calls are not typed again and again.
 */
#include "typing.h"

/* ---- Arguments -------------------------------------------------------------------------------------------------------------------------------- */

static void not_enough(Typing *t, const Type *function, u32 from, Span span) {
    Text text = {0};
    for (u32 i = from; i < function->fun.count; i++) {
        const FunArg *arg = &function->fun.args[i];
        text_printf(&text, "%s%s:%s", i > from ? ", " : "", arg->name ? arg->name->text : "", show(t, arg->type));
    }
    report(t, span, "call.not-enough", "Not enough arguments, expected %s", text.at);
    text_free(&text);
}

TExpr *pos_infos(Typing *t, Span span) {
    Program *program = t->program;
    Type *type = core_type(t, CORE(t)->pos_infos);
    TExpr *e = te_new(t, TE_POS_INFOS, span, type ? type : CORE(t)->t_dynamic);
    SourceFile *file = source_by_id(program->sources, span.file);
    e->pos_infos.file_name = file ? file->path : t->scope.module->path;
    const Field *field = t->field;
    e->pos_infos.class_name = field->owner ? field->owner->path : t->scope.module->path;
    e->pos_infos.method_name = field->name;
    return e;
}

static TExpr *left_out(Typing *t, const FunArg *arg, Span span) {
    /* Not loaded: then no argument is of that type. */
    Type *infos = CORE(t)->pos_infos->type;
    bool wanted = infos && (is_decl(t, arg->type, CORE(t)->pos_infos) || follow_null(t, arg->type) == type_follow_null(t->program, infos));
    if (wanted) return pos_infos(t, span);
    return te_null(t, span, arg->type);
}

/* A function literal never fits a class or a basic type: it need not be typed to know that. */
static bool hopeless(Typing *t, const AstExpr *ast, Type *want) {
    while (ast->kind == EXPR_PAREN) ast = ast->operand;
    if (ast->kind != EXPR_FUNCTION) return false;
    Type *type = follow_null(t, want);
    if (type->kind != TYPE_DECL) return false;
    TypeDecl *decl = type->decl.decl;
    return decl->kind != DECL_ABSTRACT || (decl->is_core_type && decl->from.count == 0);
}

typedef struct Skipped {
    const FunArg *arg; /* the first optional parameter that was skipped; NULL: none */
    Type *have;
    Span span;
} Skipped;

static void report_argument(Typing *t, const FunArg *arg, Type *have, Span span) {
    u32 before = t->program->diags->errors;
    unify_report(t->program, span, have, arg->type);
    t->body->has_errors = true;
    t->hard_errors++;
    if (t->program->diags->errors == before) return;
    diag_note(t->program->diags, span, "type.mismatch", "For %sfunction argument '%s'", arg->optional ? "optional " : "",
              arg->name ? arg->name->text : "");
}

/* The official compiler says of most errors in an argument for which one they are. Not of those that it reports without giving up
 * (of fields, types and jumps), nor of calls, whose own arguments were named. */
static void note_argument(Typing *t, const FunArg *arg, u32 reported) {
    const Diags *diags = t->program->diags;
    static const char *const SILENT[] = {"expr.no-field", "type.not-found", "expr.outside-loop", "call.not-enough", "call.too-many",
                                         "new.multi-type", "molt.unsupported"};
    if (diags->list.count <= reported) return;
    const Diagnostic *last = &vec_last(&diags->list);
    if (last->severity == SEVERITY_NOTE && strncmp(last->message, "For ", 4) == 0) return;
    const Diagnostic *error = NULL;
    for (u32 i = diags->list.count; i > reported && !error; i--)
        if (diags->list.at[i - 1].severity == SEVERITY_ERROR) error = &diags->list.at[i - 1];
    if (!error) return;
    for (size_t i = 0; i < LEN(SILENT); i++)
        if (strcmp(error->code, SILENT[i]) == 0) return;
    diag_note(t->program->diags, error->span, "type.mismatch", "For %sfunction argument '%s'", arg->optional ? "optional " : "",
              arg->name ? arg->name->text : "");
}

/* false: it does not fit, an optional parameter may be skipped. */
static bool try_argument(Typing *t, const AstExpr *ast, const FunArg *arg, TExpr **out, Skipped *skipped) {
    Span span = AT(t, ast);
    if (hopeless(t, ast, arg->type)) {
        if (!skipped->arg) *skipped = (Skipped){arg, NULL, span};
        return false;
    }
    Speculation s;
    speculate_begin(t, &s, span);
    TExpr *e = type_expr(t, ast, want_type(arg->type));
    TExpr *fitting = e;
    Type *have = e->type;
    bool hard = t->hard_errors != s.hard_errors;
    if (hard && te_is_error(e)) note_argument(t, arg, 0); /* of the messages of this attempt */
    if (hard || (!speculate_failed(&s) && !te_is_error(e) && try_coerce(t, &fitting, arg->type))) {
        speculate_keep(t, &s);
        *out = fitting;
        return true;
    }
    if (!skipped->arg) *skipped = (Skipped){arg, te_is_error(e) ? NULL : type_intern(t->program, have), span};
    speculate_undo(t, &s);
    return false;
}

static TExpr *argument(Typing *t, const AstExpr *ast, const FunArg *arg) {
    u32 reported = t->program->diags->list.count;
    TExpr *e = type_expr(t, ast, want_type(arg->type));
    if (te_is_error(e)) {
        note_argument(t, arg, reported);
        return e;
    }
    TExpr *fitting = e;
    if (try_coerce(t, &fitting, arg->type)) return fitting;
    report_argument(t, arg, e->type, e->span);
    return te_error(t, e->span);
}

static bool is_spread(const AstExpr *ast) { return ast->kind == EXPR_UNOP && ast->unop == AST_UNOP_SPREAD; }

/* All that is left, as one array. */
static TExpr *rest_argument(Typing *t, const FunArg *arg, const AstExprList *args, u32 from, Span span) {
    Type *rest = follow(t, arg->type);
    if (args->count == from + 1 && is_spread(args->at[from])) {
        FunArg whole = {.name = arg->name, .type = rest};
        return argument(t, args->at[from]->operand, &whole);
    }
    for (u32 i = from; i < args->count; i++) {
        if (!is_spread(args->at[i])) continue;
        u32 reported = t->program->diags->list.count;
        TExpr *e = fail(t, AT(t, args->at[i]), "expr.spread", "Cannot spread arguments with additional rest arguments");
        note_argument(t, arg, reported);
        return e;
    }
    Type *element = rest->kind == TYPE_DECL && rest->decl.count == 1 ? rest->decl.args[0] : CORE(t)->t_dynamic;
    TExpr *array = te_new(t, TE_ARRAY, span, type_array(t->program, element));
    array->list.items = NEW_ARRAY(t->arena, TExpr *, args->count - from + 1);
    for (u32 i = from; i < args->count; i++) {
        FunArg one = {.name = arg->name, .type = element};
        array->list.items[array->list.count++] = argument(t, args->at[i], &one);
    }
    return te_cast(t, span, array, arg->type, CAST_UNSAFE);
}

/* After an error: the other arguments are still typed, for their own errors' sake. */
static TExpr **abandon(Typing *t, const AstExprList *args, u32 from) {
    for (u32 i = from; i < args->count; i++) type_expr(t, args->at[i], want_value);
    return NULL;
}

/* `...x:T`, or the last parameter written as haxe.Rest<T>. */
static bool is_rest(Typing *t, const Type *function, u32 index) {
    const FunArg *arg = &function->fun.args[index];
    return arg->rest || (index + 1 == function->fun.count && CORE(t)->rest && is_decl(t, arg->type, CORE(t)->rest));
}

TExpr **match_args(Typing *t, Type *function, u32 first, const AstExprList *args, Span span, u32 *count) {
    u32 total = function->fun.count;
    TExpr **out = NEW_ARRAY(t->arena, TExpr *, total + 1);
    Skipped skipped = {0};
    u32 given = 0;
    for (u32 i = first; i < total; i++) {
        const FunArg *arg = &function->fun.args[i];
        if (is_made_param_name(arg->name)) {
            out[i] = made_param_argument(t, arg->type, span);
            continue;
        }
        if (is_rest(t, function, i)) {
            out[i] = rest_argument(t, arg, args, given, span);
            given = args->count;
        } else if (given == args->count) {
            if (!arg->optional) {
                not_enough(t, function, i, span);
                return NULL;
            }
            out[i] = left_out(t, arg, span);
        } else if (arg->optional) {
            const AstExpr *ast = args->at[given];
            if (try_argument(t, ast, arg, &out[i], &skipped)) given++;
            else out[i] = left_out(t, arg, span);
        } else {
            out[i] = argument(t, args->at[given++], arg);
        }
        if (te_is_error(out[i])) return NULL; /* as the official compiler: one message a call */
    }
    *count = total;
    if (given == args->count) return out;
    if (skipped.arg) { /* the message that typing it for the first skipped parameter gives */
        TExpr *e = skipped.have ? NULL : type_expr(t, args->at[given], want_type(skipped.arg->type));
        Type *have = e ? e->type : skipped.have;
        if (!e || !te_is_error(e)) report_argument(t, skipped.arg, have, skipped.span);
        return abandon(t, args, given + 1);
    }
    report(t, AT(t, args->at[given]), "call.too-many", "Too many arguments");
    return abandon(t, args, given + 1);
}

/* ---- Calls ------------------------------------------------------------------------------------------------------------------------------------------- */

static bool is_abstract_super(const TExpr *callee) {
    if (callee->kind != TE_FIELD || !callee->field.object || callee->field.object->kind != TE_SUPER) return false;
    return callee->field.field && callee->field.field->is_abstract;
}

static TExpr *call_function(Typing *t, TExpr *callee, Type *type, u32 given, TExpr **before, const AstExprList *args, Span span) {
    u32 count = 0;
    if (is_abstract_super(callee))
        report(t, span, "call.abstract", "abstract method %s cannot be accessed directly", callee->field.field->name->text);
    bool of_super = callee->kind == TE_FIELD && callee->field.object && callee->field.object->kind == TE_SUPER;
    if (of_super && callee->field.field && callee->field.field->kind == FIELD_METHOD && callee->field.field->is_dynamic)
        report(t, callee->span, "call.dynamic", "Cannot call super.%s since it's a dynamic method", callee->field.field->name->text);
    TExpr **all = match_args(t, type, given, args, span, &count);
    if (!all) return te_error(t, span);
    for (u32 i = 0; i < given; i++) all[i] = before[i];
    return te_call(t, span, callee, type->fun.ret, count, all);
}

static TExpr *call_dynamic(Typing *t, TExpr *callee, const AstExprList *args, Span span) {
    TExpr **all = NEW_ARRAY(t->arena, TExpr *, args->count + 1);
    bool failed = false;
    for (u32 i = 0; i < args->count; i++) {
        all[i] = type_expr(t, args->at[i], want_value);
        failed |= te_is_error(all[i]);
    }
    return failed ? te_error(t, span) : te_call(t, span, callee, CORE(t)->t_dynamic, args->count, all);
}

/* The callee's type is not known: it becomes a function of these arguments. */
static TExpr *call_unknown(Typing *t, TExpr *callee, Type *type, const AstExprList *args, Span span) {
    TExpr **all = NEW_ARRAY(t->arena, TExpr *, args->count + 1);
    FunArg *types = NEW_ARRAY(t->arena, FunArg, args->count + 1);
    for (u32 i = 0; i < args->count; i++) {
        all[i] = type_expr(t, args->at[i], want_value);
        types[i].type = all[i]->type;
    }
    Type *ret = mono(t);
    Type *function = type_fun(t->program, args->count, types, ret);
    if (!unify_or_report(t->program, span, type, function)) return te_error(t, span);
    return te_call(t, span, callee, ret, args->count, all);
}

static TExpr *call_value(Typing *t, TExpr *callee, const AstExprList *args, Span span) {
    if (te_is_error(callee)) {
        abandon(t, args, 0);
        return te_error(t, span);
    }
    Type *type = follow_null(t, callee->type);
    while (type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT) {
        AbstractInfo *info = abstract_facts(t, type->decl.decl);
        if (info->call) {
            Type *fun = use_type(t, info->call, type);
            return call_function(t, te_static(t, span, info->call, fun), fun, 1, &callee, args, span);
        }
        if (!info->callable) break;
        type = follow_null(t, abstract_underlying(t->program, type));
        callee = te_cast(t, callee->span, callee, type, CAST_UNSAFE);
    }
    switch (type->kind) {
    case TYPE_FUN: return call_function(t, callee, type, 0, NULL, args, span);
    case TYPE_DYNAMIC: return call_dynamic(t, callee, args, span);
    case TYPE_MONO: return call_unknown(t, callee, type, args, span);
    case TYPE_PARAM:
        for (u32 i = 0; i < type->param->constraints.count; i++) {
            Type *constraint = follow(t, type->param->constraints.at[i]);
            if (constraint->kind == TYPE_FUN) return call_function(t, callee, constraint, 0, NULL, args, span);
        }
        break;
    case TYPE_DECL:
    case TYPE_ANON:
    case TYPE_ERROR: break;
    }
    if (t->untyped) return call_dynamic(t, callee, args, span);
    abandon(t, args, 0);
    return fail(t, callee->span, "call.not-callable", "%s cannot be called", show(t, callee->type));
}

/* Std.string asks an abstract for its text, too: at run time there is only what it stands for. */
static TExpr *text_of_abstract(Typing *t, TExpr *call) {
    if (call->kind != TE_CALL || call->call.count != 1 || call->call.callee->kind != TE_FIELD || !call->call.callee->field.field) return call;
    if (!name_is(call->call.callee->field.field->path, "Std.string")) return call;
    TExpr *value = call->call.args[0];
    while (value->kind == TE_CAST && value->cast.kind == CAST_IMPLICIT) value = value->cast.operand;
    TExpr *text = as_text(t, value);
    return text == value ? call : text;
}

TExpr *ref_call(Typing *t, Ref ref, const AstExprList *args, Span span, Want want) {
    if (ref.kind == REF_VALUE && ref.expr->kind == TE_FIELD && ref.expr->field.access == FA_ENUM && want.kind == WANT_TYPE) {
        Type *made = follow(t, ref.expr->type); /* what is wanted says the enum's type arguments */
        u32 mark = mono_mark(t->program);
        if (made->kind == TYPE_FUN && !type_unify(t->program, made->fun.ret, want.type)) mono_undo(t->program, mark);
    }
    LetStep *lets = ref.lets;
    ref.lets = NULL;
    bool is_static = ref.kind == REF_VALUE && ref.expr->kind == TE_FIELD && ref.expr->field.access == FA_STATIC;
    const Field *callee = is_static ? ref.expr->field.field : ref.kind == REF_EXTENSION ? ref.field : NULL;
    if (callee && callee->is_overload) {
        return with_lets(t, call_overloaded(t, callee, ref.kind == REF_EXTENSION ? ref.expr : NULL, args, span), lets);
    }
    if (ref.kind == REF_EXTENSION) {
        Type *type = follow(t, ref.type);
        TExpr *callee = te_static(t, ref.span, ref.field, type);
        return with_lets(t, call_function(t, callee, type, 1, &ref.expr, args, span), lets);
    }
    if (ref.kind == REF_BIND) return with_lets(t, type_bind(t, ref.expr, args, ref.span), lets);
    if (ref.kind == REF_TYPE) {
        abandon(t, args, 0);
        return fail(t, ref.span, "call.not-callable", "%s cannot be called", show(t, type_class_of(t->program, ref.decl)));
    }
    return with_lets(t, text_of_abstract(t, call_value(t, ref_read(t, ref), args, span)), lets);
}

/* ---- trace --------------------------------------------------------------------------------------------------------------------------------------------- */

/* trace(v, a, b): haxe.Log.trace(v, position with customParams [a, b]). */
TExpr *type_trace(Typing *t, const AstExpr *ast) {
    Program *program = t->program;
    Span span = AT(t, ast);
    const AstExprList *args = &ast->call.args;
    if (project_define(program->project, "no_traces")) return te_block(t, span, CORE(t)->t_void, 0, NULL);
    TypeDecl *log = program_find_type(program, "haxe.Log");
    Field *field = log ? decl_find_static(program, log, NAMES(t)->trace) : NULL;
    if (!field) return unsupported(t, span, "trace without haxe.Log");
    TExpr *all[2];
    FunArg value = {.name = name_lit(program->names, "v"), .type = CORE(t)->t_dynamic};
    u32 reported = program->diags->list.count;
    all[0] = type_expr(t, args->at[0], want_value);
    if (!te_is_error(all[0]) && type_is_void(program, all[0]->type)) all[0] = coerce(t, all[0], value.type);
    if (te_is_error(all[0])) note_argument(t, &value, reported);
    all[0] = as_text(t, all[0]); /* an abstract with toString is asked for it */
    bool failed = te_is_error(all[0]);
    TExpr *infos = pos_infos(t, span);
    if (args->count > 1) {
        TExpr *extra = te_new(t, TE_ARRAY, span, type_array(program, CORE(t)->t_dynamic));
        extra->list.items = NEW_ARRAY(t->arena, TExpr *, args->count);
        for (u32 i = 1; i < args->count; i++) {
            TExpr *e = as_text(t, type_expr(t, args->at[i], want_value));
            failed |= te_is_error(e);
            extra->list.items[extra->list.count++] = e;
        }
        infos->pos_infos.custom_params = extra;
    }
    if (failed) return te_error(t, span);
    all[1] = infos;
    Type *type = field_type_use(program, field, NULL);
    Span at = AT(t, ast->call.callee); /* where the official compiler speaks of the whole call */
    return te_call(t, at, te_static(t, at, field, type), CORE(t)->t_void, 2, all);
}
