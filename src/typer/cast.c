/* cast.c: getting a value of one type to where another is expected, through the functions of abstracts if need be; and the type that
 * several values have in common.
 *
 * Order of search, as in the official compiler: nothing when the types are equal or a plain `from`/`to` names the type itself; then a
 * @:to function of the value's abstract, then a @:from function of the wanted one, exact matches before others; then plain unification.
 */
#include "unify.h"

/* The function as it would be called for this pair; false: it does not lead from `from` to `to`. */
static bool try_function(Program *program, Field *function, Type *abstract, Type *from, Type *to, bool is_to, bool exact,
                         AbstractCast *out)
{
    Type *type = field_type_use(program, function, abstract);
    if (type->kind != TYPE_FUN || type->fun.count < 1) return false;
    for (u32 i = 1; i < type->fun.count; i++)
        if (!type->fun.args[i].optional) return false;
    Type *parameter = type->fun.args[0].type, *result = type->fun.ret;
    /* The side that the abstract stands on: a @:to takes it, a @:from gives it. */
    Type *self = is_to ? abstract_underlying(program, abstract) : abstract;
    Type *given = is_to ? self : from, *wanted = is_to ? to : self;
    Unify quiet = {.program = program};
    if (exact) {
        if (type_is_mono(is_to ? result : parameter)) return false;
        if (!unify_equal(&quiet, EQUAL_STRICT, given, parameter) || !unify_equal(&quiet, EQUAL_STRICT, result, wanted)) return false;
    } else if (!unify_types(&quiet, given, parameter) || !unify_types(&quiet, result, wanted)) {
        return false;
    }
    *out = (AbstractCast){ABSTRACT_CAST_CALL, function, type, result};
    return true;
}

static bool try_functions(Program *program, const FieldVec *functions, Type *abstract, Type *from, Type *to, bool is_to, AbstractCast *out)
{
    for (int exact = 1; exact >= 0; exact--)
        for (u32 i = 0; i < functions->count; i++) {
            u32 mark = mono_mark(program);
            if (try_function(program, functions->at[i], abstract, from, to, is_to, exact, out)) return true;
            mono_undo(program, mark);
        }
    return false;
}

static bool takes_dynamic(Program *program, const FieldVec *functions, bool result, FieldVec *out)
{
    for (u32 i = 0; i < functions->count; i++) {
        Type *type = field_type(program, functions->at[i]);
        if (type->kind != TYPE_FUN || !type->fun.count) continue;
        if (type_is_dynamic(program, result ? type->fun.ret : type->fun.args[0].type))
            vec_push(program->state->scratch, out, functions->at[i]);
    }
    return out->count > 0;
}

/* One side's functions, unless a plain cast of the same side says the same. */
static bool try_side(Program *program, Type *abstract, Type *other, bool is_to, AbstractCast *out)
{
    TypeDecl *decl = abstract->decl.decl;
    AbstractInfo *info = abstract_info(program, decl);
    const FieldVec *functions = is_to ? &info->to_functions : &info->from_functions;
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    if (!functions->count) return false;
    Unify quiet = {.program = program};
    FieldVec dynamic = {0};
    if (type_is_dynamic(program, other)) {
        if (!takes_dynamic(program, functions, is_to, &dynamic)) return false;
        functions = &dynamic;
    } else if (is_to ? unify_abstract_to(&quiet, abstract, other, false) : unify_abstract_from(&quiet, other, abstract, false)) {
        return false;
    }
    return try_functions(program, functions, abstract, is_to ? abstract : other, is_to ? other : abstract, is_to, out);
}

static bool is_abstract(const Type *type)
{
    return type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT;
}

AbstractCast type_find_cast(Program *program, Type *from, Type *to)
{
    AbstractCast plain = {.kind = ABSTRACT_CAST_PLAIN, .result = to};
    from = type_shallow(from), to = type_shallow(to);
    if (from == to) return plain;
    if (from->kind != TYPE_MONO && to->kind != TYPE_MONO) {
        Type *have = type_follow_null(program, from), *want = type_follow_null(program, to);
        bool differ = have != want && have->kind != TYPE_MONO && want->kind != TYPE_MONO;
        bool same = differ && is_abstract(have) && is_abstract(want) && have->decl.decl == want->decl.decl;
        if (same) { /* the same abstract with other arguments: a function only where they do not fit */
            u32 mark = mono_mark(program);
            if (type_unify(program, from, to)) return plain;
            mono_undo(program, mark);
        }
        AbstractCast call;
        if (differ && is_abstract(have) && try_side(program, have, want, true, &call)) return call;
        if (differ && is_abstract(want) && try_side(program, want, have, false, &call)) return call;
    }
    if (type_unify(program, from, to)) return plain;
    return (AbstractCast){.kind = ABSTRACT_CAST_NONE};
}

/* ---- The type that several have in common ------------------------------------------------------------------------------------------- */

static bool all_unify(Program *program, Type *const *types, u32 count, Type *with)
{
    u32 mark = mono_mark(program);
    for (u32 i = 0; i < count; i++)
        if (!type_unify(program, types[i], with)) {
            mono_undo(program, mark);
            return false;
        }
    return true;
}

/* Superclasses and interfaces of a class, nearest first, breadth first. */
static void collect_supers(Program *program, Type *type, TypeVec *out)
{
    Arena *scratch = program->state->scratch;
    vec_push(scratch, out, type);
    for (u32 i = 0; i < out->count; i++) {
        Type *at = type_follow(program, out->at[i]);
        if (at->kind != TYPE_DECL) continue;
        TypeDecl *decl = at->decl.decl;
        reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
        if (decl->super_type)
            vec_push(scratch, out, type_substitute(program, program->state->types, decl->super_type, &decl->params, at->decl.args));
        for (u32 k = 0; k < decl->interfaces.count; k++)
            vec_push(scratch, out,
                     type_substitute(program, program->state->types, decl->interfaces.at[k], &decl->params, at->decl.args));
    }
}

/* What all structures have: their common fields of equal type. */
static Type *common_structure(Program *program, Type *const *types, u32 count)
{
    AnonType *first = NULL;
    for (u32 i = 0; i < count; i++) {
        Type *type = type_follow(program, types[i]);
        if (type->kind != TYPE_ANON) return NULL;
        if (!first) first = type->anon;
    }
    AnonField fields[first->count + 1];
    u32 found = 0;
    for (u32 f = 0; f < first->count; f++) {
        bool all = true;
        for (u32 i = 1; all && i < count; i++) {
            AnonField *other = anon_field(type_follow(program, types[i])->anon, first->fields[f].name);
            all = other && type_unify_equal(program, other->type, first->fields[f].type);
        }
        if (all) fields[found++] = first->fields[f];
    }
    return found ? type_anon(program, found, fields, false) : NULL;
}

Type *type_unify_min(Program *program, Type *const *types, u32 count)
{
    if (!count) return NULL;
    bool nullable = false;
    for (u32 i = 0; i < count; i++) nullable |= type_is_nullable_wrapper(program, types[i], NULL);
    for (u32 i = 0; i < count; i++)
        if (all_unify(program, types, count, types[i])) return nullable ? type_null(program, types[i]) : types[i];
    Type *first = type_follow_null(program, types[0]);
    if (type_class(program, first)) {
        TypeVec supers = {0};
        collect_supers(program, first, &supers);
        for (u32 i = 1; i < supers.count; i++)
            if (all_unify(program, types, count, supers.at[i])) return nullable ? type_null(program, supers.at[i]) : supers.at[i];
    }
    return common_structure(program, types, count);
}
