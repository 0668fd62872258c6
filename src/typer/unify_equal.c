/* unify_equal.c: type arguments and structures.
 *
 * Type arguments are invariant: equal, but for Dynamic on the right, Null<T> (which is looked through) and what variance allows:
 * structures compared field by field, and abstracts that are their underlying type and say so by `from` or `to`. Fields of structures
 * that can only be read are covariant, only written contravariant, both invariant.
 */
#include "unify.h"

static bool is_typedef(const Type *type)
{
    return type->kind == TYPE_DECL && type->decl.decl->kind == DECL_TYPEDEF;
}

static bool is_abstract(const Type *type)
{
    return type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT;
}

static bool access_failure(Unify *u, UnifyReason access, Type *a, Type *b)
{
    unify_fail(u, access);
    return unify_cannot(u, a, b);
}

/* ---- Equality ------------------------------------------------------------------------------------------------------------------------ */

static bool equal_args(Unify *u, EqualMode mode, Type *a, Type *b)
{
    for (u32 i = 0; i < a->decl.count; i++)
        if (!unify_equal(u, mode, a->decl.args[i], b->decl.args[i]))
            return access_failure(u, (UnifyReason){.kind = REASON_PARAMETER, .index = i}, a, b);
    return true;
}

static bool equal_functions(Unify *u, EqualMode mode, Type *a, Type *b)
{
    if (a->fun.count != b->fun.count) return unify_cannot(u, a, b);
    if (!unify_equal(u, mode, a->fun.ret, b->fun.ret)) return access_failure(u, (UnifyReason){.kind = REASON_RETURN}, a, b);
    for (u32 i = 0; i < a->fun.count; i++) {
        const FunArg *x = &a->fun.args[i], *y = &b->fun.args[i];
        bool ok = true;
        if (x->optional != y->optional)
            ok = unify_fail(u, (UnifyReason){.kind = REASON_TEXT,
                                             .text = arena_printf(u->program->state->scratch, "Optional attribute of parameter %s differs",
                                                                  x->name ? x->name->text : "")});
        if (!ok || !unify_equal(u, mode, x->type, y->type))
            return access_failure(u, (UnifyReason){.kind = REASON_ARGUMENT, .index = i, .count = a->fun.count}, a, b);
    }
    return true;
}

static bool no_field(Unify *u, Type *of, Name name)
{
    return unify_fail(u, (UnifyReason){.kind = REASON_NO_FIELD, .from = of, .name = name});
}

static bool equal_structures(Unify *u, EqualMode mode, Type *a, Type *b)
{
    bool ok = true;
    for (u32 i = 0; ok && i < a->anon->count; i++) {
        const AnonField *x = &a->anon->fields[i], *y = anon_field(b->anon, x->name);
        if (!y) ok = no_field(u, b, x->name);
        else if (x->read != y->read || x->write != y->write) ok = no_field(u, b, x->name);
        else if (!unify_equal(u, mode, x->type, y->type)) ok = unify_fail(u, (UnifyReason){.kind = REASON_FIELD, .name = x->name});
    }
    for (u32 i = 0; ok && i < b->anon->count; i++)
        if (!anon_field(a->anon, b->anon->fields[i].name)) ok = no_field(u, a, b->anon->fields[i].name);
    return ok || unify_cannot(u, a, b);
}

static bool equal_kinds(Unify *u, EqualMode mode, Type *a, Type *b)
{
    if (a->kind == TYPE_DYNAMIC && b->kind == TYPE_DYNAMIC) {
        if (a->dynamic && b->dynamic) return unify_equal(u, mode, a->dynamic, b->dynamic);
        if (a->dynamic == b->dynamic) return true;
    }
    if (b->kind == TYPE_DYNAMIC && !b->dynamic && mode != EQUAL_STRICT) return true;
    if (a->kind == TYPE_DYNAMIC && !a->dynamic && mode == EQUAL_BOTH_DYNAMIC) return true;
    if (a->kind != b->kind) return unify_cannot(u, a, b);
    switch (a->kind) {
    case TYPE_DECL:
        return a->decl.decl == b->decl.decl ? equal_args(u, mode, a, b) : unify_cannot(u, a, b);
    case TYPE_FUN:
        return equal_functions(u, mode, a, b);
    case TYPE_ANON:
        return equal_structures(u, mode, a, b);
    case TYPE_DYNAMIC:
    case TYPE_MONO:
    case TYPE_PARAM:
        return unify_cannot(u, a, b);
    case TYPE_ERROR:
        return true;
    }
    return false;
}

bool unify_equal(Unify *u, EqualMode mode, Type *a, Type *b)
{
    Program *program = u->program;
    a = type_shallow(a), b = type_shallow(b);
    if (a == b || a->kind == TYPE_ERROR || b->kind == TYPE_ERROR) return true;
    if (a->kind == TYPE_MONO) return mono_bind(program, a, b) || unify_cannot(u, a, b);
    if (b->kind == TYPE_MONO) return mono_bind(program, b, a) || unify_cannot(u, a, b);
    if (type_is(a, program->core.null)) {
        Type *other = type_is(b, program->core.null) ? b->decl.args[0] : b;
        return unify_equal(u, mode, a->decl.args[0], other);
    }
    if (type_is(b, program->core.null)) return unify_equal(u, mode, a, b->decl.args[0]);
    if (is_typedef(a) && is_typedef(b) && a->decl.decl == b->decl.decl) return equal_args(u, mode, a, b);
    if (is_typedef(a) || is_typedef(b)) {
        if (!unify_push(u, a, b)) return true;
        bool ok = unify_equal(u, mode, type_follow(program, a), type_follow(program, b));
        unify_pop(u);
        return ok || unify_cannot(u, a, b);
    }
    return equal_kinds(u, mode, a, b);
}

/* ---- Variance ------------------------------------------------------------------------------------------------------------------------- */

static bool among(Program *program, Type *abstract, bool is_to, Type *wanted)
{
    TypeDecl *decl = abstract->decl.decl;
    u32 count = is_to ? decl->to.count : decl->from.count;
    for (u32 i = 0; i < count; i++) {
        Type *type = type_substitute(program, program->state->types, is_to ? decl->to.at[i] : decl->from.at[i], &decl->params,
                                     abstract->decl.args);
        if (type_equal(program, type, wanted)) return true;
    }
    return false;
}

/* An abstract and the other type: the same in memory, and the abstract admits the direction. */
static bool abstract_varies(Unify *quiet, Type *abstract, Type *other, bool is_to)
{
    Program *program = quiet->program;
    reads_add(program->reads, &abstract->decl.decl->entity, FACET_SIGNATURE);
    if (abstract->decl.decl->is_core_type) return false;
    Type *underlying = abstract_underlying(program, abstract);
    bool forwards_variance = abstract_info(program, abstract->decl.decl)->forward_variance;
    if (!forwards_variance && !among(program, abstract, is_to, other)) return false;
    return is_to ? unify_equal(quiet, EQUAL_BOTH_DYNAMIC, underlying, other) : unify_equal(quiet, EQUAL_BOTH_DYNAMIC, other, underlying);
}

static bool arguments_vary(Unify *quiet, EqualMode mode, Type *a, Type *b)
{
    for (u32 i = 0; i < a->decl.count; i++)
        if (!unify_variance(quiet, mode, a->decl.args[i], b->decl.args[i])) return false;
    return true;
}

static bool varies(Unify *quiet, EqualMode mode, Type *a, Type *b)
{
    Program *program = quiet->program;
    a = type_follow_null(program, a), b = type_follow_null(program, b);
    if (a->kind == TYPE_ANON && b->kind == TYPE_ANON) {
        if (!unify_push(quiet, a, b)) return true;
        bool ok = unify_structures(quiet, a, b);
        unify_pop(quiet);
        return ok;
    }
    bool same = a->kind == TYPE_DECL && b->kind == TYPE_DECL && a->decl.decl == b->decl.decl && a->decl.count;
    if (same && (!is_abstract(a) || a->decl.decl->is_core_type)) {
        if (!unify_push(quiet, a, b)) return true;
        bool ok = arguments_vary(quiet, mode, a, b);
        unify_pop(quiet);
        return ok;
    }
    if (is_abstract(a) && abstract_varies(quiet, a, b, true)) return true;
    if (is_abstract(b) && abstract_varies(quiet, b, a, false)) return true;
    return false;
}

bool unify_variance(Unify *u, EqualMode mode, Type *a, Type *b)
{
    Program *program = u->program;
    Unify quiet = {.program = program};
    u32 mark = mono_mark(program);
    if (unify_equal(&quiet, mode, a, b)) return true;
    mono_undo(program, mark);
    if (varies(&quiet, mode, a, b)) return true;
    mono_undo(program, mark);
    return unify_equal(u, mode, a, b); /* once more, for what it binds and for the reason */
}

bool unify_arguments(Unify *u, Type *a, Type *b)
{
    for (u32 i = 0; i < a->decl.count; i++)
        if (!unify_variance(u, EQUAL_RIGHT_DYNAMIC, a->decl.args[i], b->decl.args[i]))
            return access_failure(u, (UnifyReason){.kind = REASON_PARAMETER, .index = i}, a, b);
    return true;
}

/* ---- Fields of structures -------------------------------------------------------------------------------------------------------------- */

/* How a field can be used, be it of a structure or of a class. */
typedef struct FieldUse {
    bool is_method, is_inline, is_dynamic, is_final, is_public;
    Access read, write;
} FieldUse;

static FieldUse use_of_anon(const AnonField *field)
{
    return (FieldUse){.is_method = field->is_method, .is_final = field->is_final, .is_public = true, .read = field->read, .write = field->write};
}

static FieldUse use_of_field(const Field *field)
{
    return (FieldUse){
        .is_method = field->kind != FIELD_VAR,
        .is_inline = field->is_inline,
        .is_dynamic = field->is_dynamic,
        .is_final = field->kind == FIELD_VAR && field->is_final,
        .is_public = field->is_public,
        .read = field->read,
        .write = field->write,
    };
}

static bool access_fits(Access have, Access want)
{
    return have == want || want == ACCESS_NULL || want == ACCESS_NEVER || (have == ACCESS_INLINE && want == ACCESS_DEFAULT);
}

static bool is_direct(Access access)
{
    return access == ACCESS_DEFAULT || access == ACCESS_NULL || access == ACCESS_NEVER;
}

static bool use_fits(FieldUse have, FieldUse want)
{
    if (!have.is_method && !want.is_method) return access_fits(have.read, want.read) && access_fits(have.write, want.write);
    if (!have.is_method)
        return have.read == ACCESS_DEFAULT && (!want.is_dynamic || have.write == ACCESS_DEFAULT);
    if (!want.is_method) {
        if (have.is_dynamic) return is_direct(want.read) && is_direct(want.write);
        return want.read == ACCESS_DEFAULT && (want.write == ACCESS_NULL || want.write == ACCESS_NEVER);
    }
    if (have.is_dynamic == want.is_dynamic && have.is_inline == want.is_inline) return true;
    return !want.is_dynamic && !want.is_inline;
}

static const char *access_word(Access access, bool is_read)
{
    switch (access) {
    case ACCESS_DEFAULT:
        return "default";
    case ACCESS_NULL:
        return "null";
    case ACCESS_CALL:
        return is_read ? "get" : "set";
    case ACCESS_NEVER:
        return "never";
    case ACCESS_INLINE:
        return "inline";
    case ACCESS_DYNAMIC:
        return "dynamic";
    }
    return "";
}

static const char *use_words(Arena *arena, FieldUse use)
{
    if (use.is_method) return use.is_dynamic ? "dynamic method" : use.is_inline ? "inline method" : "method";
    if (use.read == ACCESS_DEFAULT && use.write == ACCESS_DEFAULT) return "var";
    return arena_printf(arena, "(%s,%s)", access_word(use.read, true), access_word(use.write, false));
}

static bool use_differs(Unify *u, Name name, FieldUse have, FieldUse want)
{
    if (!u->reasons) return false;
    Arena *arena = u->program->state->scratch;
    const char *text;
    if (have.is_method || want.is_method)
        text = arena_printf(arena, "Field %s is %s but should be %s", name->text, use_words(arena, have), use_words(arena, want));
    else if (have.read == want.read)
        text = arena_printf(arena, "Inconsistent setter for field %s : %s should be %s", name->text, access_word(have.write, false),
                            access_word(want.write, false));
    else if (have.write == want.write)
        text = arena_printf(arena, "Inconsistent getter for field %s : %s should be %s", name->text, access_word(have.read, true),
                            access_word(want.read, true));
    else
        text = arena_printf(arena, "Inconsistent access for field %s : %s should be %s", name->text, use_words(arena, have),
                            use_words(arena, want));
    return unify_fail(u, (UnifyReason){.kind = REASON_TEXT, .text = text});
}

/* The types of a field that both sides have, by what the wanted one allows. */
static bool field_types_fit(Unify *u, Name name, FieldUse have, Type *have_type, FieldUse want, Type *want_type)
{
    bool ok;
    if (!want.is_method && (want.read == ACCESS_NULL || want.read == ACCESS_NEVER)) {
        ok = unify_types(u, want_type, have_type);
    } else if (want.is_method || want.write == ACCESS_NULL || want.write == ACCESS_NEVER) {
        if (have.is_final != want.is_final && !want.is_method && !have.is_method)
            ok = unify_fail(u, (UnifyReason){.kind = REASON_TEXT, .text = "Cannot unify final and non-final fields"});
        else
            ok = unify_types(u, have_type, want_type);
    } else {
        ok = unify_variance(u, EQUAL_BOTH_DYNAMIC, have_type, want_type);
    }
    return ok || unify_fail(u, (UnifyReason){.kind = REASON_FIELD, .name = name});
}

static bool structure_fields_fit(Unify *u, Type *a, Type *b)
{
    for (u32 i = 0; i < b->anon->count; i++) {
        const AnonField *want = &b->anon->fields[i];
        AnonField *have = anon_field(a->anon, want->name);
        if (!have) {
            if (a->anon->is_const && want->optional) continue;
            return no_field(u, a, want->name);
        }
        FieldUse have_use = use_of_anon(have), want_use = use_of_anon(want);
        if (a->anon->is_const) have_use.is_final = want_use.is_final, have_use.write = want_use.write; /* nobody else has the object */
        if (b->anon->is_open) want_use.write = want_use.write == ACCESS_DEFAULT ? ACCESS_DEFAULT : ACCESS_NULL, have_use.is_final = false;
        if (!use_fits(have_use, want_use)) return use_differs(u, want->name, have_use, want_use);
        Type *have_type = have->params && have->params != want->params && u->program->state->types
                              ? type_instantiate(u->program, have->type, have->params)
                              : have->type;
        if (!field_types_fit(u, want->name, have_use, have_type, want_use, want->type)) return false;
    }
    if (!a->anon->is_const || b->anon->is_open || !b->anon->count) return true;
    for (u32 i = 0; i < a->anon->count; i++)
        if (!anon_field(b->anon, a->anon->fields[i].name))
            return unify_fail(u, (UnifyReason){.kind = REASON_EXTRA_FIELD, .from = a, .name = a->anon->fields[i].name});
    return true;
}

bool unify_structures(Unify *u, Type *a, Type *b)
{
    return structure_fields_fit(u, a, b) || unify_cannot(u, a, b);
}

static bool member_fits(Unify *u, Type *a, const AnonField *want, bool open)
{
    Program *program = u->program;
    Type *in = NULL;
    Field *have = class_find_field(program, a, want->name, &in);
    if (!have) return no_field(u, a, want->name);
    FieldUse have_use = use_of_field(have), want_use = use_of_anon(want);
    if (open) { /* the fields used of a value: how they are used is checked where they are */
        if (want_use.write != ACCESS_DEFAULT) want_use.write = ACCESS_NEVER, want_use.is_final = have_use.is_final;
        else want_use.write = have_use.write;
        want_use.is_method = have_use.is_method, want_use.is_dynamic = have_use.is_dynamic, want_use.is_inline = have_use.is_inline;
        want_use.read = have_use.read;
    }
    if (!use_fits(have_use, want_use)) return use_differs(u, want->name, have_use, want_use);
    if (!have->is_public)
        return unify_fail(u, (UnifyReason){.kind = REASON_TEXT,
                                           .text = arena_printf(program->state->scratch, "The field %s is not public", want->name->text)});
    Type *type = program->state->types ? field_type_use(program, have, in) : field_type_in(program, have, in);
    return field_types_fit(u, want->name, have_use, type, want_use, want->type);
}

bool unify_to_structure(Unify *u, Type *a, Type *b)
{
    if (!unify_push(u, a, b)) return true;
    bool ok = true;
    for (u32 i = 0; ok && i < b->anon->count; i++) ok = member_fits(u, a, &b->anon->fields[i], b->anon->is_open);
    unify_pop(u);
    return ok || unify_cannot(u, a, b);
}
