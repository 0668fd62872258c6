/* ref: paths, fields, indices and calls: what can be read, written and called.
 *
 * type_ref walks the left spine of such an expression (a.b(c)[d].e) in a loop: the base first, then link by link, so chains of any
 * length need no recursion. A dotted path at the base is resolved in the official order: local variable, member, static, enum
 * constructor, type, then package path.
 *
 * `a?.b.c`: the object of ?. becomes a temporary in Ref.lets; whatever finally becomes of the chain is put under a test for null by
 * with_lets. So `a?.b.c()` calls nothing at all when a is null.
 */
#include "typing.h"

Ref ref_value(TExpr *e) { return (Ref){.kind = REF_VALUE, .span = e->span, .expr = e, .type = e->type}; }

static Ref ref_error(Typing *t, Span span) { return ref_value(te_error(t, span)); }

TExpr *with_lets(Typing *t, TExpr *e, LetStep *lets) {
    for (LetStep *step = lets; step; step = step->outer) {
        if (step->safe && !te_is_error(e)) {
            TExpr *test = te_binop(t, step->init->span, OP_NE, te_local(t, step->init->span, step->var),
                                   te_null(t, step->init->span, step->var->type), CORE(t)->t_bool);
            if (type_is_void(t->program, e->type)) {
                e = te_if(t, e->span, e->type, test, e, NULL);
            } else {
                Type *type = type_null(t->program, e->type);
                e = te_if(t, e->span, type, test, e, te_null(t, e->span, type));
            }
        }
        e = te_let(t, e->span, step->var, step->init, e);
    }
    return e;
}

static LetStep *let_step(Typing *t, LetStep *outer, TExpr *init, const char *purpose, bool safe) {
    LetStep *step = NEW(t->arena, LetStep);
    step->outer = outer;
    step->var = var_temp(t, purpose, init->type, init->span);
    step->init = init;
    step->safe = safe;
    return step;
}

/* ---- Reading -------------------------------------------------------------------------------------------------------------------------------- */

TypeDecl *typedef_value(Typing *t, TypeDecl *decl) {
    if (decl->kind != DECL_TYPEDEF) return decl;
    Type *target = follow(t, decl->type);
    return target->kind == TYPE_DECL ? target->decl.decl : NULL;
}

static TExpr *type_value(Typing *t, TypeDecl *named, Span span) {
    TypeDecl *decl = typedef_value(t, named);
    if (!decl) return fail(t, span, "type.no-value", "%s is not a value", named->path->text);
    TExpr *e = te_new(t, TE_TYPE, span, type_class_of(t->program, decl));
    e->decl = decl;
    return e;
}

TExpr *accessor_call(Typing *t, Ref ref, Name accessor, Type *result, TExpr *value) {
    Program *program = t->program;
    TExpr *args[2];
    u32 count = 0;
    TExpr *callee;
    if (!ref.expr) {
        Field *field = decl_find_static(program, ref.field->owner, accessor);
        if (!field) return fail(t, ref.span, "expr.no-accessor", "Method %s required by property %s is missing", accessor->text,
                                ref.field->name->text);
        callee = te_static(t, ref.span, field, field_type_use(program, field, NULL));
    } else {
        Type *in = NULL;
        Field *field = type_find_member(program, follow(t, ref.in), accessor, &in);
        if (field && field->is_impl) {
            callee = te_static(t, ref.span, field, field_type_use(program, field, in));
            args[count++] = ref.expr;
        } else if (field) {
            callee = te_member(t, ref.span, ref.expr, field, field_type_use(program, field, in));
        } else { /* an interface's property: the accessor is called by name */
            FunArg arg = {.name = NAMES(t)->value, .type = ref.type};
            callee = te_new(t, TE_FIELD, ref.span, type_fun(program, value ? 1 : 0, &arg, ref.type));
            callee->field.object = ref.expr;
            callee->field.name = accessor;
            callee->field.access = FA_ANON;
        }
    }
    if (value) args[count++] = value;
    return te_call(t, ref.span, callee, result, count, args);
}

static TExpr *read_property(Typing *t, Ref ref) {
    Field *field = ref.field;
    switch (field->read) {
    case ACCESS_CALL:
        if (ref_in_accessor(t, ref, field->getter)) return ref_physical(t, ref).expr;
        return accessor_call(t, ref, field->getter, ref.type, NULL);
    case ACCESS_NULL:
        if (may_use_restricted(t, field)) break;
        return fail(t, ref.span, "expr.not-readable", "Field %s cannot be accessed for reading", field->name->text);
    case ACCESS_NEVER:
        return fail(t, ref.span, "expr.not-readable", "Field %s cannot be accessed for reading", field->name->text);
    case ACCESS_DEFAULT:
    case ACCESS_INLINE:
    case ACCESS_DYNAMIC: break;
    }
    if (!ref.expr) return te_static(t, ref.span, field, ref.type);
    return te_member(t, ref.span, ref.expr, field, ref.type);
}

/* receiver.f as a value: a function that holds the receiver. */
static TExpr *extension_closure(Typing *t, Ref ref) {
    Type *type = follow(t, ref.type);
    Span span = ref.span;
    TVar *receiver = var_temp(t, "receiver", ref.expr->type, span);
    Func func;
    TFunction *function =
        function_synthetic(t, &func, type_fun(t->program, type->fun.count - 1, type->fun.args + 1, type->fun.ret), span);
    TExpr **args = NEW_ARRAY(t->arena, TExpr *, type->fun.count);
    args[0] = te_local(t, span, receiver);
    for (u32 i = 0; i < function->count; i++) args[i + 1] = te_local(t, span, function->args[i]);
    TExpr *call = te_call(t, span, te_static(t, span, ref.field, type), type->fun.ret, type->fun.count, args);
    return te_let(t, span, receiver, ref.expr, function_leave(t, &func, call, span));
}

static TExpr *read_inner(Typing *t, Ref ref) {
    switch (ref.kind) {
    case REF_VALUE: return ref.expr;
    case REF_PROPERTY: return read_property(t, ref);
    case REF_ANON_PROPERTY: return ref_anon(t, ref, NULL, ref.span);
    case REF_EXTENSION: return extension_closure(t, ref);
    case REF_INDEX: return index_call(t, ref, NULL);
    case REF_RESOLVE: {
        TypeDecl *decl = type_abstract(t->program, follow(t, ref.expr->type));
        Field *field = abstract_facts(t, decl)->resolve_read;
        Type *type = use_type(t, field, follow(t, ref.expr->type));
        TExpr *args[2] = {ref.expr, te_string(t, ref.span, ref.name)};
        return te_call(t, ref.span, te_static(t, ref.span, field, type), type->fun.ret, 2, args);
    }
    case REF_BIND: /* bind is there for calls only */
        ref.span.start = ref.span.end - 4;
        return fail(t, ref.span, "expr.no-field", "%s has no field bind", show(t, ref.expr->type));
    case REF_TYPE: return type_value(t, ref.decl, ref.span);
    }
    FATAL("unknown kind of reference %d", (int)ref.kind);
}

TExpr *ref_read(Typing *t, Ref ref) { return with_lets(t, read_inner(t, ref), ref.lets); }

/* ---- Index --------------------------------------------------------------------------------------------------------------------------------------- */

/* The @:arrayAccess function that fits: the index in place, for writing the value too. */
TExpr *index_call(Typing *t, Ref ref, TExpr *value) {
    Type *type = follow_null(t, ref.expr->type);
    AbstractInfo *info = abstract_facts(t, type->decl.decl);
    FieldVec *candidates = value ? &info->array_write : &info->array_read;
    for (u32 i = 0; i < candidates->count; i++) {
        Field *field = candidates->at[i];
        u32 mark = mono_mark(t->program);
        Type *fun = use_type(t, field, type);
        TExpr *args[3] = {ref.expr, ref.index, value};
        u32 count = value ? 3 : 2;
        if (fun->kind != TYPE_FUN || fun->fun.count < count) continue;
        bool fits = type_unify(t->program, type, fun->fun.args[0].type) ||
                    type_unify(t->program, abstract_underlying(t->program, type), fun->fun.args[0].type);
        for (u32 k = 1; k < count && fits; k++) fits = try_coerce(t, &args[k], fun->fun.args[k].type);
        if (!fits) {
            mono_undo(t->program, mark);
            continue;
        }
        return te_call(t, ref.span, te_static(t, ref.span, field, fun), fun->fun.ret, count, args);
    }
    if (value) {
        Span whole = {ref.span.file, ref.span.start, MAX(ref.span.end, value->span.end)};
        return fail(t, whole, "expr.array-access", "No @:arrayAccess function for %s accepts arguments of %s and %s",
                    show(t, ref.expr->type), show(t, ref.index->type), show(t, value->type));
    }
    return fail(t, ref.span, "expr.array-access", "No @:arrayAccess function for %s accepts argument of %s", show(t, ref.expr->type),
                show(t, ref.index->type));
}

static Ref plain_index(Typing *t, TExpr *object, const AstExpr *index, Type *element, Span span) {
    TExpr *e = te_new(t, TE_INDEX, span, element);
    e->index.object = object;
    e->index.index = type_as(t, index, CORE(t)->t_int);
    return ref_value(e);
}

Ref ref_index(Typing *t, TExpr *object, const AstExpr *index, Span span) {
    if (te_is_error(object)) {
        type_expr(t, index, want_value);
        return ref_error(t, span);
    }
    Type *type = follow_null(t, object->type);
    TExpr *seen = object;
    while (type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT) {
        TypeDecl *decl = type->decl.decl;
        AbstractInfo *info = abstract_facts(t, decl);
        if (info->array_read.count || info->array_write.count) {
            TExpr *key = type_expr(t, index, want_value);
            if (te_is_error(key)) return ref_error(t, span);
            return (Ref){.kind = REF_INDEX, .span = span, .expr = seen, .index = key, .type = NULL};
        }
        if (!decl->ast || !meta_has(&decl->ast->meta, NAMES(t)->m_array_access)) break;
        type = follow_null(t, abstract_underlying(t->program, type)); /* @:arrayAccess on the abstract itself */
        seen = te_cast(t, object->span, object, type, CAST_UNSAFE);
    }
    if (type->kind == TYPE_DECL && type->decl.decl == CORE(t)->array) return plain_index(t, seen, index, type->decl.args[0], span);
    if (type->kind == TYPE_DECL && type->decl.decl->kind == DECL_CLASS) {
        for (TypeDecl *decl = type->decl.decl; decl; decl = decl->super) { /* classes of the core that say how they are indexed */
            if (decl->ast && meta_has(&decl->ast->meta, NAMES(t)->m_array_access) && type->decl.count > 0) {
                return plain_index(t, seen, index, type->decl.args[0], span);
            }
        }
    }
    if (type_is_dynamic(t->program, type)) {
        TExpr *e = te_new(t, TE_INDEX, span, type->dynamic ? type->dynamic : CORE(t)->t_dynamic);
        e->index.object = seen;
        e->index.index = type_as(t, index, CORE(t)->t_int);
        return ref_value(e);
    }
    if (type_is_mono(type)) {
        Type *element = mono(t);
        if (!type_unify(t->program, type, type_array(t->program, element))) return ref_error(t, span);
        return plain_index(t, seen, index, element, span);
    }
    type_expr(t, index, want_value);
    return ref_value(fail(t, (Span){object->span.file, object->span.start, object->span.end}, "expr.array-access",
                          "Array access is not allowed on %s", show(t, object->type)));
}

/* ---- Identifiers ------------------------------------------------------------------------------------------------------------------------------- */

Ref ref_ident(Typing *t, Name name, Span span, Want want) {
    TVar *var = var_find(t, name);
    if (var && var->field) return ref_static_field(t, var->field, span);
    if (var) return ref_value(te_local(t, span, var));
    Type *expected = want.kind == WANT_TYPE ? follow_null(t, want.type) : NULL;
    Resolved found = resolve_ident(t->program, &t->scope, name, expected);
    if (found.kind == RESOLVED_NONE && expected && expected->kind == TYPE_DECL && expected->decl.decl->is_enum_abstract) {
        Field *value = decl_find_static(t->program, expected->decl.decl, name);
        if (value && value->is_enum_value) return ref_static_field(t, value, span);
    }
    switch (found.kind) {
    case RESOLVED_NONE: break;
    case RESOLVED_INSTANCE: {
        if (!t->this_type && in_member_initialiser(t)) return ref_value(this_expr(t, span));
        if (!t->this_type) {
            return ref_value(fail(t, span, "expr.instance-in-static", "Cannot access %s in static function", name->text));
        }
        return ref_member(t, this_expr(t, span), found.field, found.in, span);
    }
    case RESOLVED_STATIC:
        if (!field_accessible(t->program, &t->scope, found.field) && !t->private_access && !t->untyped)
            return ref_value(fail(t, span, "expr.private", "Cannot access private field %s", name->text));
        return ref_static_field(t, found.field, span);
    case RESOLVED_CTOR: return ref_static_field(t, found.field, span);
    case RESOLVED_TYPE: return (Ref){.kind = REF_TYPE, .span = span, .decl = found.decl};
    }
    return (Ref){.kind = REF_VALUE, .span = span, .expr = NULL};
}

/* ---- Chains ---------------------------------------------------------------------------------------------------------------------------------------- */

typedef VEC(const AstExpr *) Spine;

static bool is_link(const AstExpr *ast) {
    return ast->kind == EXPR_FIELD || ast->kind == EXPR_CALL || ast->kind == EXPR_ARRAY_ACCESS;
}

static const AstExpr *link_left(const AstExpr *ast) {
    if (ast->kind == EXPR_FIELD) return ast->field.object;
    return ast->kind == EXPR_CALL ? ast->call.callee : ast->pair.left;
}

static bool begins_with_capital(Name name) { return name->text[0] >= 'A' && name->text[0] <= 'Z'; }
/* An inline local function can be called, and not from within itself. */
static void check_inline_use(Typing *t, const TVar *var, Span span, bool called) {
    for (const Func *func = t->func; func; func = func->outer) {
        if (func->function->self_var != var) continue;
        report(t, func->function->span, "expr.inline-recursive", "Inline function cannot be recursive");
        return;
    }
    if (!called) report(t, span, "expr.inline-closure", "Cannot create closure on inline closure");
}

/* Where an enum is expected, the name is taken for one of its constructors. */
static TExpr *unknown_identifier(Typing *t, Name name, Span span, Want want) {
    Type *wanted = want.kind == WANT_TYPE ? follow_null(t, want.type) : NULL;
    TypeDecl *decl = wanted && wanted->kind == TYPE_DECL ? wanted->decl.decl : NULL;
    if (!decl || (decl->kind != DECL_ENUM && !decl->is_enum_abstract))
        return fail(t, span, "expr.unknown-identifier", "Unknown identifier : %s", name->text);
    return fail(t, span, "expr.not-a-constructor", "Identifier '%s' is not part of %s%s", name->text, decl->path->text,
                suggest_static(t->program, decl, name));
}

/* Resolves the dotted path at the base; *next gets the number of the first link that is not part of it. The spine's last entry is the
 * link next to the base. */
static Ref type_path(Typing *t, const AstExpr *base, const Spine *spine, u32 *next, Want want) {
    Name name = base->ident;
    Span span = AT(t, base);
    *next = spine->count;
    bool whole = spine->count == 0 || (spine->count == 1 && spine->at[0]->kind == EXPR_CALL); /* Ctor(…): what is wanted of the call */
    TVar *local = var_find(t, name);
    if (local && local->is_inline) check_inline_use(t, local, span, spine->count && spine->at[spine->count - 1]->kind == EXPR_CALL);
    Ref ref = ref_ident(t, name, span, whole ? want : want_value);
    if (ref.kind == REF_VALUE && ref.expr) return ref;
    if (ref.kind != REF_VALUE && ref.kind != REF_TYPE) return ref;
    VEC(Name) names = {0};
    vec_push(t->arena, &names, name);
    for (u32 i = spine->count; i-- > 0 && spine->at[i]->kind == EXPR_FIELD && !spine->at[i]->safe;) {
        vec_push(t->arena, &names, spine->at[i]->field.name.name);
    }
    u32 used = 0;
    TypeDecl *decl = resolve_dotted(t->program, &t->scope, names.at, names.count, &used);
    if (decl) {
        *next = spine->count - (used - 1);
        Span whole = used > 1 ? AT(t, spine->at[*next]) : span;
        return (Ref){.kind = REF_TYPE, .span = whole, .decl = decl};
    }
    if (ref.kind == REF_TYPE) return ref;
    if (t->untyped) {
        *next = spine->count;
        report_unsupported(t->program, span, name_printf(t->program->names, "untyped %s", name->text)->text);
        t->body->has_errors = true;
        return ref_error(t, span);
    }
    if (names.count == 1) return ref_value(unknown_identifier(t, name, span, whole ? want : want_value));
    /* Unknown. The official wording: a capital letter somewhere in a dotted path makes it a type. */
    for (u32 i = 0; i < names.count; i++) {
        if (!begins_with_capital(names.at[i])) continue;
        Text path = {0};
        for (u32 k = 0; k <= i; k++) {
            if (k) text_char(&path, '.');
            text_str(&path, names.at[k]->text);
        }
        u32 shown = i + 1 < names.count && begins_with_capital(names.at[i + 1]) ? i + 1 : i;
        Span whole = shown == 0 ? span : AT(t, spine->at[spine->count - shown]);
        *next = spine->count;
        TExpr *error = te_error(t, whole);
        report_type_not_found(t->program, whole, name_lit(t->program->names, path.at));
        t->body->has_errors = true;
        t->hard_errors++;
        text_free(&path);
        return ref_value(error);
    }
    return ref_value(fail(t, span, "expr.unknown-identifier", "Unknown identifier : %s", name->text));
}

/* "x".code: the code point of a string of one character. */
static TExpr *string_code(Typing *t, const AstExpr *base, Span span) {
    const u8 *text = (const u8 *)base->string.text->text;
    u32 length = base->string.text->length;
    u32 size = length == 0 ? 0 : text[0] < 0x80 ? 1 : text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : 4;
    if (length == 0 || size != length) {
        return fail(t, AT(t, base), "expr.string-code", "String must be a single UTF8 char");
    }
    i32 code = size == 1 ? text[0] : text[0] & (0x7F >> size);
    for (u32 i = 1; i < size; i++) code = (code << 6) | (text[i] & 0x3F);
    return te_int(t, span, code);
}

static bool is_ident(const AstExpr *ast, const char *name) { return ast->kind == EXPR_IDENT && name_is(ast->ident, name); }

/* $type(e): says the type in a warning. */
static TExpr *type_dollar_type(Typing *t, const AstExpr *call, Want want) {
    TExpr *e = type_expr(t, call->call.args.at[0], want.kind == WANT_NOTHING ? want_value : want);
    if (!te_is_error(e)) warn(t, e->span, "expr.dollar-type", "%s", show(t, e->type));
    return e;
}

bool check_super(Typing *t, Span span) {
    bool has_super = t->owner && t->owner->super_type;
    if (has_super && t->this_type) return true;
    report(t, span, "expr.no-super", has_super ? "Cannot access super inside a static function" : "Current class does not have a superclass");
    return false;
}

/* The base and the links that belong to it by a rule of their own; *next as in type_path. */
static Ref type_base(Typing *t, const AstExpr *base, const Spine *spine, u32 *next, Want want) {
    *next = spine->count;
    const AstExpr *above = spine->count ? spine->at[spine->count - 1] : NULL;
    if (above && above->kind == EXPR_CALL) {
        bool last = spine->count == 1;
        *next = spine->count - 1;
        if (base->kind == EXPR_SUPER) return ref_value(type_super_call(t, above));
        u32 given = above->call.args.count;
        if (given == 1 && is_ident(base, "$type")) return ref_value(type_dollar_type(t, above, last ? want : want_value));
        if (given && is_ident(base, "trace")) return ref_value(type_trace(t, above)); /* whatever else has that name */
        *next = spine->count;
    }
    if (above && above->kind == EXPR_FIELD) {
        if (base->kind == EXPR_STRING && name_is(above->field.name.name, "code")) {
            *next = spine->count - 1;
            return ref_value(string_code(t, base, AT(t, above)));
        }
        if (base->kind == EXPR_SUPER) {
            if (!check_super(t, AT(t, base))) return ref_error(t, AT(t, base));
            TExpr *object = te_new(t, TE_SUPER, AT(t, base), t->owner->super_type);
            if (t->func->outer) this_expr(t, AT(t, base)); /* a local function has to capture it */
            return ref_value(object);
        }
    }
    if (base->kind == EXPR_IDENT) return type_path(t, base, spine, next, want);
    return ref_value(type_expr(t, base, spine->count ? want_value : want));
}

/* A method of the superclass can only be called: there is no closure that would skip the override. */
static Ref refuse_super_closure(Typing *t, Ref ref, Span name) {
    if (ref.kind != REF_VALUE || ref.expr->kind != TE_FIELD || !ref.expr->field.field) return ref;
    const Field *field = ref.expr->field.field;
    if (field->kind != FIELD_METHOD || field->is_dynamic) return ref;
    return ref_value(fail(t, name, "expr.super-closure", "Cannot create closure on super method"));
}

Ref type_ref(Typing *t, const AstExpr *ast, Want want) {
    Spine spine = {0};
    const AstExpr *base = ast;
    while (is_link(base)) {
        vec_push(t->arena, &spine, base);
        base = link_left(base);
    }
    if (base->kind == EXPR_PAREN && !spine.count) return type_ref(t, base->operand, want);
    u32 next;
    Ref ref = type_base(t, base, &spine, &next, want);
    LetStep *lets = ref.lets;
    for (u32 i = next; i-- > 0;) {
        const AstExpr *link = spine.at[i];
        Span span = AT(t, link);
        ref.lets = NULL;
        if (link->kind == EXPR_CALL) {
            ref = ref_value(ref_call(t, ref, &link->call.args, span, i == 0 ? want : want_value));
        } else if (link->kind == EXPR_ARRAY_ACCESS) {
            ref = ref_index(t, ref_read(t, ref), link->pair.right, span);
        } else {
            Span name_span = {t->file, link->field.name.start, link->field.name.end};
            if (ref.kind == REF_TYPE) {
                ref = ref_static(t, ref.decl, link->field.name.name, span, name_span);
            } else {
                TExpr *object = ref_read(t, ref);
                if (link->safe && !te_is_error(object)) {
                    lets = let_step(t, lets, object, "safe", true);
                    object = te_local(t, object->span, lets->var);
                    Type *inner;
                    if (type_is_nullable_wrapper(t->program, object->type, &inner)) {
                        object = te_cast(t, object->span, object, inner, CAST_UNSAFE);
                    }
                }
                const AstExpr *above = i > 0 ? spine.at[i - 1] : NULL;
                if (above && above->kind == EXPR_CALL && name_is(link->field.name.name, "match") &&
                    type_enum(t->program, follow_null(t, object->type))) {
                    ref = ref_value(type_match(t, object, above));
                    i--;
                    continue;
                }
                ref = ref_field(t, object, link->field.name.name, span, name_span);
                if (object->kind == TE_SUPER && !(above && above->kind == EXPR_CALL)) ref = refuse_super_closure(t, ref, name_span);
            }
        }
    }
    ref.lets = lets;
    return ref;
}

/* ---- Evaluating once ------------------------------------------------------------------------------------------------------------------------- */

static TExpr *once(Typing *t, TExpr *e, LetStep **lets) {
    if (te_is_stable(e) || te_is_error(e) || e->kind == TE_SUPER) return e;
    *lets = let_step(t, *lets, e, "object", false);
    return te_local(t, e->span, (*lets)->var);
}

Ref ref_stabilise(Typing *t, Ref ref) {
    if (ref.kind == REF_VALUE) {
        TExpr *e = ref.expr;
        if (e->kind == TE_FIELD && e->field.object) {
            TExpr *copy = te_new(t, TE_FIELD, e->span, e->type);
            copy->field = e->field;
            copy->field.object = once(t, e->field.object, &ref.lets);
            ref.expr = copy;
        } else if (e->kind == TE_INDEX) {
            TExpr *copy = te_new(t, TE_INDEX, e->span, e->type);
            copy->index.object = once(t, e->index.object, &ref.lets);
            copy->index.index = once(t, e->index.index, &ref.lets);
            ref.expr = copy;
        }
        return ref;
    }
    if (ref.expr) ref.expr = once(t, ref.expr, &ref.lets);
    if (ref.index) ref.index = once(t, ref.index, &ref.lets);
    return ref;
}
