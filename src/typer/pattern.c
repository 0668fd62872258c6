/* pattern: patterns of switch, from expressions to TPattern.
 *
 * An identifier is a constructor or constant if it names one (local variables never do), else it captures. Alternatives of one case bind
 * the same variables, each exactly once. What is wrong becomes PAT_ANY of TYPE_ERROR after a message, and covers everything.
 */
#include "typing.h"

static TPattern *pattern_new(Typing *t, TPatternKind kind, Span span, Type *type, u32 count) {
    TPattern *p = NEW(t->arena, TPattern);
    p->kind = kind;
    p->span = span;
    p->type = type;
    p->count = count;
    p->subs = NEW_ARRAY(t->arena, TPattern *, count + 1);
    vec_push(NULL, &t->patterns, p);
    return p;
}

static TPattern *pattern_error(Typing *t, Span span) { return pattern_new(t, PAT_ANY, span, CORE(t)->t_error, 0); }

static TPattern *unrecognised(Typing *t, const AstExpr *ast) {
    Text text = {0};
    syntax_print_expr(ast, &text);
    report(t, AT(t, ast), "pattern.unrecognised", "Unrecognized pattern: %s", text.at ? text.at : "");
    text_free(&text);
    return pattern_error(t, AT(t, ast));
}

/* ---- Captures ------------------------------------------------------------------------------------------------------------------------------------ */

static void once_message(Typing *t, Name name, Span span) {
    report(t, span, "pattern.variable", "Variable %s must appear exactly once in each sub-pattern", name->text);
}

static TVar *bind(Typing *t, PatternVars *vars, Name name, Type *type, Span span) {
    for (u32 i = 0; i < vars->bound.count; i++) {
        if (vars->bound.at[i]->name != name) continue;
        report(t, vars->bound.at[i]->span, "pattern.variable", "Variable %s is bound multiple times", name->text);
        return vars->bound.at[i];
    }
    TVar *var = NULL;
    if (vars->shared) {
        for (u32 i = 0; i < vars->shared_count && !var; i++) {
            if (vars->shared[i]->name == name) var = vars->shared[i];
        }
        if (!var) once_message(t, name, span);
        else if (!unify_or_report(t->program, var->span, type, var->type)) t->body->has_errors = true;
    }
    if (!var) var = var_new(t, name, type, span);
    vec_push(t->arena, &vars->bound, var);
    return var;
}

static TPattern *capture(Typing *t, Name name, Type *type, PatternVars *vars, Span span) {
    TPattern *p = pattern_new(t, PAT_BIND, span, type, 0);
    p->var = bind(t, vars, name, type, span);
    return p;
}

/* The alternatives of one pattern: the first decides what is bound. */
typedef struct Alternatives {
    PatternVars *vars;
    TVar **outer_shared;
    u32 outer_count, start;
    TVar **first;
    u32 first_count;
} Alternatives;

static void alternatives_begin(Alternatives *a, PatternVars *vars) {
    *a = (Alternatives){.vars = vars, .outer_shared = vars->shared, .outer_count = vars->shared_count, .start = vars->bound.count};
}

static void alternative_done(Typing *t, Alternatives *a) {
    PatternVars *vars = a->vars;
    u32 count = vars->bound.count - a->start;
    if (!a->first) {
        a->first_count = count;
        a->first = NEW_ARRAY(t->arena, TVar *, count + 1);
        if (count) memcpy(a->first, vars->bound.at + a->start, sizeof *a->first * count);
    } else if (count < a->first_count) {
        for (u32 i = 0; i < a->first_count; i++) {
            bool there = false;
            for (u32 k = a->start; k < vars->bound.count; k++) there |= vars->bound.at[k] == a->first[i];
            if (!there) {
                once_message(t, a->first[i]->name, a->first[i]->span);
                break;
            }
        }
    }
    vars->bound.count = a->start;
    vars->shared = a->first;
    vars->shared_count = a->first_count;
}

static void alternatives_end(Typing *t, Alternatives *a) {
    a->vars->shared = a->outer_shared;
    a->vars->shared_count = a->outer_count;
    for (u32 i = 0; i < a->first_count; i++) vec_push(t->arena, &a->vars->bound, a->first[i]);
}

/* ---- Constants and constructors ------------------------------------------------------------------------------------------------------------------ */

static TPattern *constant(Typing *t, TExpr *value, Type *type) {
    if (te_is_error(value)) return pattern_error(t, value->span);
    if (value->kind != TE_NULL && !type_unify(t->program, value->type, type)) {
        TExpr *fitting = value;
        if (!try_coerce(t, &fitting, type) || !te_is_constant(fitting)) {
            unify_report(t->program, value->span, value->type, type);
            t->body->has_errors = true;
            return pattern_error(t, value->span);
        }
    }
    if (value->kind == TE_NULL) value->type = type_null(t->program, type);
    TPattern *p = pattern_new(t, PAT_CONST, value->span, type, 0);
    p->expr = value;
    return p;
}

/* What a wrong pattern would have captured is there all the same, of unknown type, so that its uses give no further messages. */
static TPattern *captures_of_error(Typing *t, const AstExprList *args, PatternVars *vars, Span span) {
    for (u32 i = 0; args && i < args->count; i++) {
        const AstExpr *arg = args->at[i];
        while (arg->kind == EXPR_PAREN) arg = arg->operand;
        if (arg->kind == EXPR_CALL) captures_of_error(t, &arg->call.args, vars, span);
        if (arg->kind != EXPR_IDENT || is_ident_underscore(arg) || name_is_upper(arg->ident)) continue;
        bool known = false;
        for (u32 k = 0; k < vars->bound.count; k++) known |= vars->bound.at[k]->name == arg->ident;
        if (known) continue;
        TVar *var = var_new(t, arg->ident, CORE(t)->t_error, AT(t, arg));
        vec_push(t->arena, &vars->bound, var);
    }
    return pattern_error(t, span);
}

static TPattern *constructor(Typing *t, Field *ctor, const AstExprList *args, Type *type, PatternVars *vars, Span span) {
    Type *fun = field_type_use(t->program, ctor, NULL);
    Type *result = fun->kind == TYPE_FUN ? fun->fun.ret : fun;
    if (!type_unify(t->program, result, follow_null(t, type))) {
        unify_report(t->program, span, result, type);
        t->body->has_errors = true;
        return captures_of_error(t, args, vars, span);
    }
    u32 want = fun->kind == TYPE_FUN ? fun->fun.count : 0, given = args ? args->count : 0;
    bool rest = given && is_ident_underscore(args->at[given - 1]); /* a last `_` stands for all that follow */
    u32 least = want;                                              /* optional ones at the end may be left out */
    while (least && fun->fun.args[least - 1].optional) least--;
    bool ok = given == want || (args && given < want && given >= least) || (rest && (given < want || given == 1));
    if (!ok) {
        if (given > want) report(t, span, "pattern.too-many", "Too many arguments");
        else if (args) report(t, span, "pattern.not-enough", "Not enough arguments");
        else report(t, span, "pattern.not-enough", "%s should be %s", show(t, fun), show(t, type));
        return captures_of_error(t, args, vars, span);
    }
    TPattern *p = pattern_new(t, PAT_CTOR, span, type, want);
    p->ctor = ctor;
    for (u32 i = 0; i < want; i++) {
        Type *part = fun->fun.args[i].type;
        p->subs[i] = i < given ? type_pattern(t, args->at[i], part, vars, NULL, 0) : pattern_new(t, PAT_ANY, span, part, 0);
    }
    return p;
}

/* A value that can stand in a pattern: constants, final variables, types. */
static bool is_pattern_value(const TExpr *e) {
    if (te_is_constant(e) || e->kind == TE_TYPE) return true;
    if (e->kind == TE_CAST && e->cast.kind == CAST_UNSAFE) return is_pattern_value(e->cast.operand);
    if (e->kind != TE_FIELD || e->field.access != FA_STATIC) return false;
    const Field *field = e->field.field;
    return field->kind == FIELD_VAR && (field->is_final || field->is_inline || field->is_enum_value || field->write == ACCESS_NEVER);
}

static Resolved resolve_in_pattern(Typing *t, Name name, Type *type) {
    Type *expected = follow_null(t, type);
    if (expected->kind == TYPE_DECL) { /* what the subject's type offers comes first */
        TypeDecl *decl = expected->decl.decl;
        Field *field = decl->kind == DECL_ENUM || decl->is_enum_abstract ? decl_find_static(t->program, decl, name) : NULL;
        if (field && field->kind == FIELD_ENUM_CTOR) return (Resolved){.kind = RESOLVED_CTOR, .field = field};
        if (field && field->is_enum_value) return (Resolved){.kind = RESOLVED_STATIC, .field = field};
    }
    return resolve_ident(t->program, &t->scope, name, expected);
}

static TPattern *identifier(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars) {
    Span span = AT(t, ast);
    Name name = ast->ident;
    if (name_is(name, "_")) return pattern_new(t, PAT_ANY, span, type, 0);
    if (!var_find(t, name)) {
        Resolved found = resolve_in_pattern(t, name, type);
        if (found.kind == RESOLVED_CTOR) return constructor(t, found.field, NULL, type, vars, span);
        if (found.kind == RESOLVED_STATIC && found.field->kind == FIELD_VAR) {
            TExpr *value = ref_read(t, ref_static_field(t, found.field, span));
            if (is_pattern_value(value)) return constant(t, value, type);
        }
        if (found.kind == RESOLVED_TYPE) {
            TExpr *value = ref_read(t, (Ref){.kind = REF_TYPE, .span = span, .decl = found.decl});
            return constant(t, value, type);
        }
    }
    char first = name->text[0];
    if (first >= 'A' && first <= 'Z') {
        report(t, span, "pattern.lower-case", "Pattern variables must be lower-case");
        return pattern_error(t, span);
    }
    return capture(t, name, type, vars, span);
}

/* Whatever is wrong with a path, the official compiler says the same. */
static TPattern *not_constant(Typing *t, Span span) {
    report(t, span, "pattern.not-constant", "Only inline or read-only (default, never) fields can be used as a pattern");
    return pattern_error(t, span);
}

static TPattern *path(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars) {
    Span span = AT(t, ast);
    Speculation s;
    speculate_begin(t, &s, span);
    TExpr *value = ref_read(t, type_ref(t, ast, want_type(type)));
    if (speculate_failed(&s) || te_is_error(value)) {
        speculate_undo(t, &s);
        return not_constant(t, span);
    }
    speculate_keep(t, &s);
    if (value->kind == TE_FIELD && value->field.access == FA_ENUM) return constructor(t, value->field.field, NULL, type, vars, span);
    return is_pattern_value(value) ? constant(t, value, type) : not_constant(t, span);
}

static TPattern *call(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars) {
    const AstExpr *callee = ast->call.callee;
    Span span = AT(t, ast), at = AT(t, callee);
    if (callee->kind == EXPR_IDENT) {
        Resolved found = resolve_in_pattern(t, callee->ident, type);
        if (found.kind == RESOLVED_CTOR && field_type(t->program, found.field)->kind != TYPE_FUN) return unrecognised(t, ast);
        if (found.kind == RESOLVED_CTOR) return constructor(t, found.field, &ast->call.args, type, vars, span);
        if (type_enum(t->program, follow_null(t, type))) {
            report(t, at, "pattern.not-part", "Identifier '%s' is not part of %s", callee->ident->text, show(t, follow_null(t, type)));
            return captures_of_error(t, &ast->call.args, vars, span);
        }
        if (found.kind == RESOLVED_NONE && !var_find(t, callee->ident)) {
            report(t, at, "expr.unknown-identifier", "Unknown identifier : %s", callee->ident->text);
            return captures_of_error(t, &ast->call.args, vars, span);
        }
        return unrecognised(t, ast);
    }
    if (callee->kind != EXPR_FIELD) return unrecognised(t, ast);
    Ref ref = type_ref(t, callee, want_value);
    if (ref.kind == REF_VALUE && te_is_error(ref.expr)) return pattern_error(t, span);
    if (ref.kind == REF_VALUE && ref.expr->kind == TE_FIELD && ref.expr->field.access == FA_ENUM) {
        return constructor(t, ref.expr->field.field, &ast->call.args, type, vars, span);
    }
    return unrecognised(t, ast);
}

/* ---- Compound patterns ---------------------------------------------------------------------------------------------------------------------------- */

static TPattern *object(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars) {
    Span span = AT(t, ast);
    u32 count = ast->kind == EXPR_OBJECT ? ast->object.fields.count : 0;
    Type *of = follow_null(t, type);
    bool is_core = of->kind == TYPE_DECL && (of->decl.decl->kind == DECL_ENUM || of->decl.decl->is_core_type);
    if (type_is_dynamic(t->program, of) || (is_core && !type_is(of, CORE(t)->string) && !type_is(of, CORE(t)->array)) || of->kind == TYPE_FUN) {
        report(t, span, "pattern.dynamic", "Cannot field-match against %s", show(t, type));
        return pattern_error(t, span);
    }
    TPattern *p = pattern_new(t, PAT_OBJECT, span, type, count);
    p->names = NEW_ARRAY(t->arena, Name, count + 1);
    p->fields = NEW_ARRAY(t->arena, TExpr *, count + 1);
    p->var = var_temp(t, "subject", type, span);
    for (u32 i = 0; i < count; i++) {
        const AstObjectField *field = &ast->object.fields.at[i];
        Span at = AT(t, field->value);
        p->fields[i] = ref_read(t, ref_field(t, te_local(t, at, p->var), field->key.name, at, at));
        p->names[i] = field->key.name;
        p->subs[i] = type_pattern(t, field->value, p->fields[i]->type, vars, NULL, 0);
    }
    return p;
}

static TPattern *array(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars, TExpr *const *tuple, u32 tuple_count) {
    Span span = AT(t, ast);
    u32 count = ast->list.count;
    if (tuple && count != tuple_count) {
        if (count < tuple_count) report(t, span, "pattern.not-enough", "Not enough arguments");
        else report(t, AT(t, ast->list.at[tuple_count]), "pattern.too-many", "Too many arguments");
        return pattern_error(t, span);
    }
    Type *element = NULL;
    Type *of = follow_null(t, type);
    if (!tuple) {
        if (of->kind == TYPE_DYNAMIC) {
            element = CORE(t)->t_dynamic;
        } else {
            element = mono(t);
            if (!type_unify(t->program, of, type_array(t->program, element))) return unrecognised(t, ast);
        }
    }
    TPattern *p = pattern_new(t, PAT_ARRAY, span, type, count);
    for (u32 i = 0; i < count; i++) {
        p->subs[i] = type_pattern(t, ast->list.at[i], tuple ? tuple[i]->type : element, vars, NULL, 0);
    }
    return p;
}

/* expr => pattern: `_` in expr is the value. */
static TPattern *extractor(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars) {
    TPattern *p = pattern_new(t, PAT_EXTRACT, AT(t, ast), type, 1);
    p->var = var_new(t, NAMES(t)->underscore, type, AT(t, ast));
    u32 mark = scope_open(t);
    var_show(t, p->var);
    p->expr = type_expr(t, ast->pair.left, want_value);
    scope_close(t, mark);
    p->subs[0] = type_pattern(t, ast->pair.right, p->expr->type, vars, NULL, 0);
    return p;
}

static TPattern *alternatives(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars, TExpr *const *tuple, u32 tuple_count) {
    VEC(const AstExpr *) list = {0}; /* a | b | c nests to the left */
    const AstExpr *base = ast;
    for (; base->kind == EXPR_BINOP && base->binop == BINOP_OR; base = base->pair.left) {
        const AstExpr *right = base->pair.right;
        vec_push(t->arena, &list, right);
    }
    vec_push(t->arena, &list, base);
    TPattern *p = pattern_new(t, PAT_OR, AT(t, ast), type, list.count);
    Alternatives a;
    alternatives_begin(&a, vars);
    for (u32 i = 0; i < list.count; i++) {
        const AstExpr *item = list.at[list.count - 1 - i];
        p->subs[i] = type_pattern(t, item, type, vars, tuple, tuple_count);
        alternative_done(t, &a);
    }
    alternatives_end(t, &a);
    return p;
}

bool is_ident_underscore(const AstExpr *ast) { return ast->kind == EXPR_IDENT && name_is(ast->ident, "_"); }

TPattern *type_pattern(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars, TExpr *const *tuple, u32 tuple_count) {
    Span span = AT(t, ast);
    if (ast->kind == EXPR_PAREN) return type_pattern(t, ast->operand, type, vars, tuple, tuple_count);
    if (ast->kind == EXPR_META) return type_pattern(t, ast->meta.operand, type, vars, tuple, tuple_count);
    if (ast->kind == EXPR_IDENT) return identifier(t, ast, type, vars);
    if (ast->kind == EXPR_FIELD) return path(t, ast, type, vars);
    if (ast->kind == EXPR_CALL) return call(t, ast, type, vars);
    if (ast->kind == EXPR_OBJECT || (ast->kind == EXPR_BLOCK && ast->list.count == 0)) return object(t, ast, type, vars);
    if (ast->kind == EXPR_ARRAY) return array(t, ast, type, vars, tuple, tuple_count);
    if (ast->kind == EXPR_VARS && ast->vars.items.count == 1) {
        Ident name = ast->vars.items.at[0].name;
        return capture(t, name.name, type, vars, (Span){t->file, name.start, name.end});
    }
    if (ast->kind == EXPR_CHECK_TYPE) {
        Type *written = type_load(t->program, &t->scope, ast->typed.type);
        if (!unify_or_report(t->program, AT(t, ast->typed.operand), written, type)) return pattern_error(t, span);
        return type_pattern(t, ast->typed.operand, written, vars, NULL, 0);
    }
    if (ast->kind == EXPR_BINOP) {
        if (ast->binop == BINOP_OR) return alternatives(t, ast, type, vars, tuple, tuple_count);
        if (ast->binop == BINOP_FAT_ARROW) return extractor(t, ast, type, vars);
        if (ast->binop == BINOP_ASSIGN && ast->pair.left->kind == EXPR_IDENT) {
            TPattern *p = pattern_new(t, PAT_BIND, span, type, 1);
            p->var = bind(t, vars, ast->pair.left->ident, type, AT(t, ast->pair.left));
            p->subs[0] = type_pattern(t, ast->pair.right, type, vars, tuple, tuple_count);
            return p;
        }
        return unrecognised(t, ast);
    }
    bool literal = ast->kind == EXPR_INT || ast->kind == EXPR_FLOAT || ast->kind == EXPR_STRING || ast->kind == EXPR_TRUE ||
                   ast->kind == EXPR_FALSE || ast->kind == EXPR_NULL || ast->kind == EXPR_UNOP || ast->kind == EXPR_CAST ||
                   ast->kind == EXPR_UNTYPED;
    if (!literal || (ast->kind == EXPR_UNOP && ast->unop != AST_UNOP_NEG)) return unrecognised(t, ast);
    TExpr *value = type_expr(t, ast, want_type(type));
    if (ast->kind == EXPR_UNOP && value->kind == TE_UNOP && value->unop.op == UNOP_NEG) {
        const TExpr *operand = value->unop.operand; /* - of a constant */
        if (operand->kind == TE_INT) value = te_int(t, span, (i32)(0 - (u32)operand->int_value));
    }
    if (!te_is_error(value) && !is_pattern_value(value)) return unrecognised(t, ast);
    return constant(t, value, type);
}

void type_patterns(Typing *t, const AstExprList *list, Type *type, TCase *out, PatternVars *vars, TExpr *const *tuple, u32 tuple_count) {
    out->pattern_count = list->count;
    out->patterns = NEW_ARRAY(t->arena, TPattern *, list->count + 1);
    Alternatives a;
    alternatives_begin(&a, vars);
    for (u32 i = 0; i < list->count; i++) {
        out->patterns[i] = type_pattern(t, list->at[i], type, vars, tuple, tuple_count);
        alternative_done(t, &a);
    }
    alternatives_end(t, &a);
}
