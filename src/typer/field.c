/* field: what `object.name` and `Type.name` mean.
 *
 * Order: the type's own members, then extension methods (`using`), then what an abstract forwards, then @:op(a.b). Properties become
 * REF_PROPERTY; within get_x reading x, within set_x writing it means the physical field (ref_physical). An inline variable is replaced
 * by its value here; that it was read is recorded as FACET_CONSTANT.
 */
#include "declare.h"
#include "typing.h"

/* ---- Fields that were found ---------------------------------------------------------------------------------------------------------------- */

static bool check_access(Typing *t, Field *field, Span span) {
    if (t->private_access || t->untyped || field_accessible(t->program, &t->scope, field)) return true;
    report(t, span, "expr.private", "Cannot access private field %s", field->name->text);
    return false;
}

/* The value of an inline variable, NULL if it is no constant (then it is read like others). */
static TExpr *inline_value(Typing *t, Field *field, Type *type, Span span) {
    reads_add(t->program->reads, &field->entity, FACET_CONSTANT);
    if (field == t->field) return NULL;
    FunctionBody *body = field_body(t->program, field);
    if (!body || !body->function->body || body->function->body->kind != TE_RETURN) return NULL;
    const TExpr *value = body->function->body->value;
    while (value->kind == TE_CAST && value->cast.kind != CAST_CHECKED) value = value->cast.operand;
    if (te_is_error(value)) return te_error(t, span);
    return te_is_constant(value) ? constant_as(t, value, type, span) : NULL;
}

static bool is_property(Typing *t, Field *field) {
    if (field->kind != FIELD_VAR || t->bypass_accessor) return false;
    if (field->read == ACCESS_CALL || field->write == ACCESS_CALL) return true;
    return field->read == ACCESS_NEVER || (field->read == ACCESS_NULL && field->write != ACCESS_INLINE);
}

/* The place of a property that has none, asked for in its accessor or past it. */
static bool check_storage(Typing *t, const Field *field, Span span) {
    if (field->has_storage || field->is_inline || field->is_extern || field->is_enum_value || t->untyped) return true;
    span.start = span.end - MIN(field->name->length, span.end - span.start); /* its name alone */
    report(t, span, "field.no-storage", "This field cannot be accessed because it is not a real variable");
    report(t, field_whole_span(field), "field.no-storage", "Add @:isVar here to enable it");
    return false;
}

bool ref_in_accessor(const Typing *t, Ref ref, Name accessor) {
    return ref.kind == REF_PROPERTY && accessor && t->field->kind == FIELD_METHOD && t->field->owner == ref.field->owner &&
           t->field->name == accessor;
}

Ref ref_physical(Typing *t, Ref ref) {
    LetStep *lets = ref.lets;
    Ref place;
    if (!check_storage(t, ref.field, ref.span)) place = ref_value(te_error(t, ref.span));
    else if (ref.expr) place = ref_value(te_member(t, ref.span, ref.expr, ref.field, ref.type));
    else place = ref_value(te_static(t, ref.span, ref.field, ref.type));
    place.lets = lets;
    return place;
}

/* What is not there yet is said where it is used. */
static const char *missing_feature(Typing *t, const Field *field) {
    if (field->is_macro) return name_printf(t->program->names, "the macro function %s", field->path->text)->text;
    return field->ast && meta_has(&field->ast->meta, NAMES(t)->m_overload) ? "@:overload" : NULL;
}

Ref ref_static_field(Typing *t, Field *field, Span span) {
    const char *missing = missing_feature(t, field);
    if (missing) return ref_value(unsupported(t, span, missing));
    if (field->kind == FIELD_VAR) {
        Type *type = field_type(t->program, field);
        if (field->is_enum_value && type->has_params) type = type_instantiate(t->program, type, &field->owner->params);
        if (is_property(t, field)) return (Ref){.kind = REF_PROPERTY, .span = span, .field = field, .type = type};
        if (!check_storage(t, field, span)) return ref_value(te_error(t, span));
        bool constant = field->is_inline || field->read == ACCESS_INLINE || field->is_enum_value;
        TExpr *value = constant ? inline_value(t, field, type, span) : NULL;
        if (!value) return ref_value(te_static(t, span, field, type));
        Ref ref = ref_value(value);
        ref.field = field;
        return ref;
    }
    return ref_value(te_static(t, span, field, field_type_use(t->program, field, NULL)));
}

/* The object of a member of an abstract as its `this`: the underlying value. */
static TExpr *as_underlying(Typing *t, TExpr *object, Type *want) {
    if (object->type == want || type_can_unify(t->program, object->type, want)) {
        type_unify(t->program, object->type, want);
        return object;
    }
    return te_cast(t, object->span, object, want, CAST_UNSAFE);
}

Ref ref_member(Typing *t, TExpr *object, Field *field, Type *in, Span span) {
    Program *program = t->program;
    const char *missing = missing_feature(t, field);
    if (missing) return ref_value(unsupported(t, span, missing));
    if (field->kind == FIELD_VAR) {
        Type *type = field_type_in(program, field, in);
        if (is_property(t, field)) {
            return (Ref){.kind = REF_PROPERTY, .span = span, .expr = object, .field = field, .type = type, .in = in};
        }
        if (field->is_inline || field->read == ACCESS_INLINE) {
            TExpr *value = inline_value(t, field, type, span);
            Ref ref = ref_value(value ? value : te_member(t, span, object, field, type));
            ref.field = field;
            return ref;
        }
        if (!check_storage(t, field, span)) return ref_value(te_error(t, span));
        return ref_value(te_member(t, span, object, field, type));
    }
    Type *type = field_type_use(program, field, in);
    if (field->is_impl) {
        if (type->kind != TYPE_FUN || type->fun.count == 0) return ref_value(te_error(t, span));
        return (Ref){.kind = REF_EXTENSION, .span = span, .field = field, .type = type,
                     .expr = as_underlying(t, object, type->fun.args[0].type)};
    }
    return ref_value(te_member(t, span, object, field, type));
}

/* ---- Extension methods ------------------------------------------------------------------------------------------------------------------------ */

bool find_extension(Typing *t, TExpr *receiver, Name name, Extension *out) {
    Program *program = t->program;
    FieldVec candidates = {0};
    extension_candidates(program, &t->scope, receiver->type, name, &candidates, t->arena);
    for (u32 i = 0; i < candidates.count; i++) {
        Field *field = candidates.at[i];
        if (field->is_macro || field->kind != FIELD_METHOD) continue;
        if (!field_accessible(program, &t->scope, field)) continue;
        u32 mark = mono_mark(program);
        Type *type = field_type_use(program, field, NULL);
        if (type->kind != TYPE_FUN || type->fun.count == 0) continue;
        TExpr *value = receiver;
        if (receiver->type->kind == TYPE_ANON) receiver->type = type_settled(program, receiver->type);
        if (!try_coerce(t, &value, type->fun.args[0].type)) {
            mono_undo(program, mark);
            continue;
        }
        *out = (Extension){field, type, value};
        return true;
    }
    return false;
}

static bool extension_ref(Typing *t, TExpr *object, Name name, Span span, Ref *out) {
    Extension found;
    if (!find_extension(t, object, name, &found)) return false;
    *out = (Ref){.kind = REF_EXTENSION, .span = span, .field = found.field, .type = found.type, .expr = found.receiver};
    return true;
}

/* ---- By the type of the object --------------------------------------------------------------------------------------------------------------- */

static Ref no_field(Typing *t, Type *type, Name name, Span span) {
    return ref_value(fail(t, span, "expr.no-field", "%s has no field %s%s", show(t, type), name->text,
                          suggest_member(t->program, follow(t, type), name)));
}

static TExpr *named_value(Typing *t, TExpr *object, Name name, Type *type, FieldAccessKind access, Span span) {
    TExpr *e = te_new(t, TE_FIELD, span, type);
    e->field.object = object;
    e->field.name = name;
    e->field.access = access;
    return e;
}

static Ref named_field(Typing *t, TExpr *object, Name name, Type *type, FieldAccessKind access, Span span) {
    return ref_value(named_value(t, object, name, type, access, span));
}

TExpr *ref_anon(Typing *t, Ref ref, TExpr *value, Span span) {
    Name name = ref.member->name;
    if ((value ? ref.member->write : ref.member->read) != ACCESS_CALL) {
        TExpr *place = named_value(t, ref.expr, name, ref.type, FA_ANON, ref.span);
        return value ? te_assign(t, span, place, value) : place;
    }
    FunArg arg = {.name = NAMES(t)->value, .type = ref.type};
    Name accessor = name_printf(t->program->names, value ? "set_%s" : "get_%s", name->text);
    TExpr *callee = named_value(t, ref.expr, accessor, type_fun(t->program, value ? 1 : 0, &arg, ref.type), FA_ANON, ref.span);
    return te_call(t, span, callee, ref.type, value ? 1 : 0, &value);
}

static bool anon_ref(Typing *t, TExpr *object, Type *type, Name name, Span span, Ref *out) {
    AnonField *field = anon_field(type->anon, name);
    if (!field) return false;
    if (field->read == ACCESS_CALL || field->write == ACCESS_CALL)
        *out = (Ref){.kind = REF_ANON_PROPERTY, .span = span, .expr = object, .member = field, .type = field->type};
    else *out = named_field(t, object, name, field->params ? type_instantiate(t->program, field->type, field->params) : field->type, FA_ANON, span);
    return true;
}

static bool abstract_ref(Typing *t, TExpr *object, Type *type, Name name, Span span, Span name_span, Ref *out);

/* false: there is none, nothing was reported. */
static bool field_of_type(Typing *t, TExpr *object, Type *type, Name name, Span span, Span name_span, Ref *out) {
    Program *program = t->program;
    type = follow(t, type);
    switch (type->kind) {
    case TYPE_ERROR:
        *out = ref_value(te_error(t, span));
        return true;
    case TYPE_MONO:
        *out = named_field(t, object, name, mono_add_field(program, type, name, false), FA_ANON, span);
        return true;
    case TYPE_DYNAMIC:
        *out = named_field(t, object, name, type->dynamic ? type->dynamic : CORE(t)->t_dynamic, FA_DYNAMIC, span);
        return true;
    case TYPE_ANON: return anon_ref(t, object, type, name, span, out) || extension_ref(t, object, name, span, out);
    case TYPE_FUN:
        if (name_is(name, "bind")) {
            *out = (Ref){.kind = REF_BIND, .span = span, .expr = object};
            return true;
        }
        return extension_ref(t, object, name, span, out);
    case TYPE_DECL:
        if (type->decl.decl->kind == DECL_ABSTRACT) return abstract_ref(t, object, type, name, span, name_span, out);
        break;
    case TYPE_PARAM: break;
    }
    Type *in = NULL;
    Field *field = type_find_member(program, type, name, &in);
    if (field) {
        if (!check_access(t, field, name_span)) *out = ref_value(te_error(t, span));
        else *out = ref_member(t, object, field, in, span);
        return true;
    }
    if (extension_ref(t, object, name, span, out)) return true;
    if (type->kind == TYPE_PARAM) { /* constrained to a structure or an abstract */
        for (u32 i = 0; i < type->param->constraints.count; i++) {
            Type *constraint = follow(t, type->param->constraints.at[i]);
            if (constraint->kind == TYPE_PARAM && constraint->param == type->param) continue;
            if (field_of_type(t, object, constraint, name, span, name_span, out)) return true;
        }
    }
    return false;
}

/* Has the type itself a member of that name, no extension and nothing forwarded? */
static bool has_own_member(Typing *t, Type *type, Name name) {
    type = follow(t, type);
    if (type->kind == TYPE_ANON) return anon_field(type->anon, name);
    if (type->kind != TYPE_DECL && type->kind != TYPE_PARAM) return type->kind != TYPE_FUN || name_is(name, "bind");
    Type *in = NULL;
    Field *field = type_find_member(t->program, type, name, &in);
    return field && (type->kind != TYPE_DECL || type->decl.decl->kind != DECL_ABSTRACT || field->owner == type->decl.decl);
}

static bool abstract_ref(Typing *t, TExpr *object, Type *type, Name name, Span span, Span name_span, Ref *out) {
    Program *program = t->program;
    Type *inner;
    if (type_is_nullable_wrapper(program, type, &inner)) { /* an extension may want to see the null */
        if (!has_own_member(t, inner, name) && extension_ref(t, object, name, span, out)) return true;
        return field_of_type(t, te_cast(t, object->span, object, inner, CAST_UNSAFE), inner, name, span, name_span, out);
    }
    TypeDecl *decl = type->decl.decl;
    Type *in = NULL;
    Field *field = type_find_member(program, type, name, &in);
    bool forwarded = field && field->owner != decl;
    if (field && !forwarded) {
        if (!check_access(t, field, name_span)) *out = ref_value(te_error(t, span));
        else *out = ref_member(t, object, field, in, span);
        return true;
    }
    if (extension_ref(t, object, name, span, out)) return true;
    if (abstract_forwards(program, decl, name)) {
        Type *underlying = abstract_underlying(program, type);
        TExpr *inside = te_cast(t, object->span, object, underlying, CAST_UNSAFE);
        if (field_of_type(t, inside, underlying, name, span, name_span, out)) return true;
    }
    if (decl->is_enum_abstract && te_is_constant(object)) { /* Name.Other where Name is a value as well as its type */
        Field *value = decl_find_static(program, decl, name);
        if (value && value->is_enum_value) {
            *out = ref_static_field(t, value, span);
            return true;
        }
    }
    if (abstract_facts(t, decl)->resolve_read || abstract_facts(t, decl)->resolve_write) {
        *out = (Ref){.kind = REF_RESOLVE, .span = span, .expr = object, .name = name};
        return true;
    }
    return false;
}

Ref ref_field(Typing *t, TExpr *object, Name name, Span span, Span name_span) {
    if (te_is_error(object)) return ref_value(te_error(t, span));
    if (object->kind == TE_TYPE) return ref_static(t, object->decl, name, span, name_span);
    if (name == NAMES(t)->new_) return ref_value(fail(t, span, "expr.new", "Binding new is only allowed on class types"));
    Ref ref;
    if (field_of_type(t, object, object->type, name, span, name_span, &ref)) return ref;
    if (t->untyped) return named_field(t, object, name, CORE(t)->t_dynamic, FA_DYNAMIC, span);
    Type *type = follow_null(t, object->type);
    TypeDecl *decl = type_class(t->program, type), *abstract = type_abstract(t->program, type);
    Field *field = decl ? decl_find_static(t->program, decl, name) : abstract ? decl_find_static(t->program, abstract, name) : NULL;
    if (field && abstract && field->kind == FIELD_METHOD) {
        return ref_value(fail(t, name_span, "expr.static-field", "Invalid call to static function %s through abstract instance", name->text));
    }
    if (field && decl) {
        return ref_value(fail(t, name_span, "expr.static-field", "Cannot access static field %s from a class instance", name->text));
    }
    return no_field(t, object->type, name, name_span);
}

/* ---- Type.name ----------------------------------------------------------------------------------------------------------------------------------- */

Ref ref_static(Typing *t, TypeDecl *decl, Name name, Span span, Span name_span) {
    Program *program = t->program;
    TypeDecl *owner = typedef_value(t, decl);
    if (!owner) owner = decl;
    if (owner->kind != DECL_ENUM && name == NAMES(t)->new_) return ref_value(constructor_closure(t, owner, span));
    Field *field = decl_find_static(program, owner, name);
    if (!field && owner->kind == DECL_ABSTRACT) {
        Type *underlying = follow(t, owner->type);
        if (abstract_forwards_static(t->program, owner, name) && underlying->kind == TYPE_DECL) {
            Type *inside = follow(t, abstract_underlying(program, underlying));
            if (inside->kind == TYPE_DECL) field = decl_find_static(program, inside->decl.decl, name);
        }
    }
    if (field) {
        if (!check_access(t, field, name_span)) return ref_value(te_error(t, span));
        return ref_static_field(t, field, span);
    }
    TExpr *value = te_new(t, TE_TYPE, span, type_class_of(program, owner));
    value->decl = owner;
    Ref ref;
    if (extension_ref(t, value, name, span, &ref)) return ref;
    if (owner->kind == DECL_CLASS && class_find_field(program, owner->type, name, NULL)) {
        return ref_value(fail(t, name_span, "expr.instance-field", "Static access to instance field %s is not allowed", name->text));
    }
    if (owner->kind == DECL_ABSTRACT && class_find_field(program, owner->type, name, NULL)) {
        return ref_value(fail(t, name_span, "expr.instance-field", "Cannot access non-static abstract field statically"));
    }
    if (owner->kind == DECL_ABSTRACT) {
        return ref_value(fail(t, name_span, "expr.no-field", "Abstract<%s> has no field %s%s", show(t, owner->type), name->text,
                              suggest_static(program, owner, name)));
    }
    return ref_value(fail(t, name_span, "expr.no-field", "%s has no field %s%s", show(t, value->type), name->text,
                          suggest_static(program, owner, name)));
}
