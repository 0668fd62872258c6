/* unify.c: may a value of one type stand where another is expected?
 *
 * The order of the rules is the language's: monomorphs, typedefs, Null<T>, then by kind. Only plain `from`/`to` of abstracts count
 * here; functions that convert are type_find_cast's. A failed attempt may leave monomorphs bound, as in the official compiler; whoever
 * tries alternatives uses mono_mark and mono_undo.
 */
#include "unify.h"

bool unify_fail(Unify *u, UnifyReason reason)
{
    if (u->reasons) vec_push(u->program->state->scratch, u->reasons, reason);
    return false;
}

bool unify_cannot(Unify *u, Type *from, Type *to)
{
    return unify_fail(u, (UnifyReason){.kind = REASON_CANNOT_UNIFY, .from = from, .to = to});
}

/* ---- Recursive types --------------------------------------------------------------------------------------------------------------- */

enum { MAX_DEPTH = 300 };

/* Equal as far as can be seen without following typedefs; two unbound monomorphs are taken as equal, since a recursive type makes
 * fresh ones at each turn. */
static bool same_shape(Type *a, Type *b, int depth)
{
    a = type_shallow(a), b = type_shallow(b);
    if (a == b) return true;
    if (a->kind != b->kind || depth > 8) return false;
    switch (a->kind) {
    case TYPE_MONO:
        return true;
    case TYPE_DECL:
        if (a->decl.decl != b->decl.decl) return false;
        for (u32 i = 0; i < a->decl.count; i++)
            if (!same_shape(a->decl.args[i], b->decl.args[i], depth + 1)) return false;
        return true;
    case TYPE_FUN:
        if (a->fun.count != b->fun.count) return false;
        for (u32 i = 0; i < a->fun.count; i++)
            if (!same_shape(a->fun.args[i].type, b->fun.args[i].type, depth + 1)) return false;
        return same_shape(a->fun.ret, b->fun.ret, depth + 1);
    case TYPE_ANON:
        if (a->anon->count != b->anon->count) return false;
        for (u32 i = 0; i < a->anon->count; i++) {
            if (a->anon->fields[i].name != b->anon->fields[i].name) return false;
            if (!same_shape(a->anon->fields[i].type, b->anon->fields[i].type, depth + 1)) return false;
        }
        return true;
    case TYPE_DYNAMIC:
        return a->dynamic && b->dynamic && same_shape(a->dynamic, b->dynamic, depth + 1);
    case TYPE_PARAM:
    case TYPE_ERROR:
        return false;
    }
    return false;
}

bool unify_push(Unify *u, Type *from, Type *to)
{
    TyperState *state = u->program->state;
    if (state->unify_stack.count > MAX_DEPTH) return false;
    for (u32 i = state->unify_stack.count; i-- > 0;)
        if (same_shape(state->unify_stack.at[i].from, from, 0) && same_shape(state->unify_stack.at[i].to, to, 0)) return false;
    vec_push(NULL, &state->unify_stack, (TypePair){from, to});
    return true;
}

void unify_pop(Unify *u)
{
    u->program->state->unify_stack.count--;
}

/* ---- Monomorphs ---------------------------------------------------------------------------------------------------------------------- */

static bool bind(Unify *u, Type *mono, Type *other, Type *from, Type *to)
{
    TyperState *state = u->program->state;
    state->failed_constraint = NULL;
    if (mono_bind(u->program, mono, other)) return true;
    if (!state->failed_constraint || !u->reasons) return unify_cannot(u, from, to);
    Type *constraint = state->failed_constraint;
    if (constraint->kind == TYPE_ANON && constraint->anon->is_open) return unify_cannot(u, other, constraint);
    bool structural = type_follow(u->program, constraint)->kind == TYPE_ANON; /* the fields are what is missing then */
    if (!unify_types(u, other, constraint) && mono->mono.of && !structural) {
        Text name = {0};
        PrintContext context = {.out = &name};
        write_type(&context, mono->mono.of->type);
        unify_fail(u, (UnifyReason){.kind = REASON_TEXT, .text = arena_printf(state->scratch, "Constraint check failure for %s", name.at)});
        text_free(&name);
    }
    return false;
}

/* ---- Typedefs and Null ------------------------------------------------------------------------------------------------------------------ */

static bool is_typedef(const Type *type)
{
    return type->kind == TYPE_DECL && type->decl.decl->kind == DECL_TYPEDEF;
}

static Type *expand_once(Program *program, Type *type)
{
    TypeDecl *decl = type->decl.decl;
    if (decl->params.count == 0 || !decl->target) return type_follow(program, type);
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    return type_substitute(program, program->state->types, decl->target, &decl->params, type->decl.args);
}

static bool unify_expanded(Unify *u, Type *from, Type *to)
{
    if (!unify_push(u, from, to)) return true;
    bool left = is_typedef(from);
    Type *expanded = expand_once(u->program, left ? from : to);
    bool ok = left ? unify_types(u, expanded, to) : unify_types(u, from, expanded);
    unify_pop(u);
    return ok || unify_cannot(u, from, to);
}

/* ---- Classes ------------------------------------------------------------------------------------------------------------------------------ */

/* `type`, an application of `decl`, seen as its super type written `super_type` in terms of decl's parameters. */
static Type *apply_super(Program *program, Type *type, Type *super_type)
{
    if (!super_type->has_params) return super_type;
    return type_substitute(program, program->state->types, super_type, &type->decl.decl->params, type->decl.args);
}

/* The application of `wanted` among the super types of `type`; NULL: it is none of them. */
static Type *find_super(Program *program, Type *type, const TypeDecl *wanted)
{
    for (;;) {
        TypeDecl *decl = type->decl.decl;
        if (decl == wanted) return type;
        reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
        for (u32 i = 0; i < decl->interfaces.count; i++) {
            Type *found = find_super(program, apply_super(program, type, decl->interfaces.at[i]), wanted);
            if (found) return found;
        }
        if (!decl->super_type) return NULL;
        type = apply_super(program, type, decl->super_type);
    }
}

static bool unify_classes(Unify *u, Type *from, Type *to)
{
    Type *super = find_super(u->program, from, to->decl.decl);
    if (!super) return unify_cannot(u, from, to);
    if (unify_arguments(u, super, to)) return true;
    /* The official compiler names the class that was given, not the super type that does not fit. */
    if (u->reasons && u->reasons->count && vec_last(u->reasons).kind == REASON_CANNOT_UNIFY) vec_last(u->reasons).from = from;
    return false;
}

/* ---- Functions ------------------------------------------------------------------------------------------------------------------------------ */

static bool unify_functions(Unify *u, Type *from, Type *to)
{
    if (from->fun.count != to->fun.count) return unify_cannot(u, from, to);
    if (!type_is_void(u->program, to->fun.ret) && !unify_types(u, from->fun.ret, to->fun.ret)) {
        unify_fail(u, (UnifyReason){.kind = REASON_RETURN});
        return unify_cannot(u, from, to);
    }
    for (u32 i = 0; i < from->fun.count; i++) {
        const FunArg *have = &from->fun.args[i], *want = &to->fun.args[i];
        bool ok = true;
        if (want->optional && !have->optional)
            ok = unify_fail(u, (UnifyReason){.kind = REASON_TEXT, .text = "Optional parameters can't be forced"});
        if (ok) ok = unify_types(u, want->type, have->type);
        if (ok) continue;
        unify_fail(u, (UnifyReason){.kind = REASON_ARGUMENT, .index = i, .count = from->fun.count});
        return unify_cannot(u, from, to);
    }
    return true;
}

/* ---- Abstracts -------------------------------------------------------------------------------------------------------------------------------- */

static bool quietly(Unify *u, Type *from, Type *to)
{
    Unify quiet = {.program = u->program, .cast_taken = u->cast_taken};
    u32 mark = mono_mark(u->program);
    bool ok = unify_types(&quiet, from, to);
    if (!ok) mono_undo(u->program, mark);
    return ok;
}

static bool cast_leads(Unify *u, bool transitive, Type *from, Type *to)
{
    Unify quiet = {.program = u->program, .cast_taken = true};
    u32 mark = mono_mark(u->program);
    bool ok = transitive ? unify_types(&quiet, from, to) : unify_equal(&quiet, EQUAL_STRICT, from, to);
    if (!ok) mono_undo(u->program, mark);
    return ok;
}

static bool unify_any_of(Unify *u, Type *abstract, Type *other, bool is_to, bool transitive)
{
    TypeDecl *decl = abstract->decl.decl;
    reads_add(u->program->reads, &decl->entity, FACET_SIGNATURE);
    u32 count = is_to ? decl->to.count : decl->from.count;
    if (!count) return false;
    if (u->cast_taken) { /* one cast leads on to another only through core types and @:transitive */
        bool is_transitive = abstract_info(u->program, decl)->transitive;
        if (!decl->is_core_type && !is_transitive) return false;
        transitive &= is_transitive;
    }
    if (!unify_push(u, is_to ? abstract : other, is_to ? other : abstract)) return false; /* a circle of casts leads nowhere */
    bool ok = false;
    for (u32 i = 0; i < count && !ok; i++) {
        Type *step = is_to ? decl->to.at[i] : decl->from.at[i];
        if (step->has_params)
            step = type_substitute(u->program, u->program->state->types, step, &decl->params, abstract->decl.args);
        ok = is_to ? cast_leads(u, transitive, step, other) : cast_leads(u, transitive, other, step);
    }
    unify_pop(u);
    return ok;
}

bool unify_abstract_to(Unify *u, Type *abstract, Type *to, bool transitive)
{
    return unify_any_of(u, abstract, to, true, transitive);
}

bool unify_abstract_from(Unify *u, Type *from, Type *abstract, bool transitive)
{
    return unify_any_of(u, abstract, from, false, transitive);
}

static bool is_abstract(const Type *type)
{
    return type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT;
}

static bool unify_two_abstracts(Unify *u, Type *from, Type *to)
{
    if (unify_abstract_to(u, from, to, false) || unify_abstract_from(u, from, to, false)) return true;
    if (from->decl.decl->is_core_type || to->decl.decl->is_core_type)
        if (unify_abstract_to(u, from, to, true) || unify_abstract_from(u, from, to, true)) return true;
    return unify_cannot(u, from, to);
}

static bool unify_same_abstract(Unify *u, Type *from, Type *to)
{
    Program *program = u->program;
    if (from->decl.decl == program->core.class_) { /* a class as a value may stand for a class it extends */
        Unify quiet = {.program = program};
        u32 mark = mono_mark(program);
        if (unify_types(&quiet, from->decl.args[0], to->decl.args[0])) return true;
        mono_undo(program, mark);
    }
    if (unify_arguments(u, from, to)) return true;
    /* It may still have a `from` or `to` that relates it to itself with other arguments. */
    if (!from->decl.decl->from.count && !from->decl.decl->to.count) return false;
    return unify_two_abstracts(&(Unify){.program = program}, from, to);
}

/* ---- What the compiler knows by name -------------------------------------------------------------------------------------------------------------- */

static bool no_constructor_has_parameters(Program *program, TypeDecl *decl)
{
    reads_add(program->reads, &decl->entity, FACET_LAYOUT);
    return decl->is_flat_enum;
}

/* haxe.Constraints and EnumValue: abstracts that take what no `from` could say. */
static bool unify_special(Unify *u, Type *from, Type *to)
{
    Program *program = u->program;
    const char *path = to->decl.decl->path->text;
    TypeDecl *decl = from->kind == TYPE_DECL ? from->decl.decl : NULL;
    if (strcmp(path, "EnumValue") == 0) return decl && decl->kind == DECL_ENUM;
    if (strncmp(path, "haxe.", 5) != 0) return false;
    if (strcmp(path, "haxe.Function") == 0) return from->kind == TYPE_FUN;
    if (strcmp(path, "haxe.NotVoid") == 0) return !type_is_void(program, from);
    if (strcmp(path, "haxe.FlatEnum") == 0) return decl && decl->kind == DECL_ENUM && no_constructor_has_parameters(program, decl);
    if (strcmp(path, "haxe.Constructible") == 0 && decl && decl->kind == DECL_CLASS) {
        Type *in = NULL;
        Field *constructor = class_find_field(program, from, program->state->n.new_, &in);
        return constructor && constructor->is_public && quietly(u, field_type_in(program, constructor, in), to->decl.args[0]);
    }
    return false;
}

/* A class as a value where a structure of its static fields is expected. */
static bool unify_statics(Unify *u, Type *from, Type *to)
{
    Type *of = type_follow(u->program, from->decl.args[0]);
    if (of->kind != TYPE_DECL) return unify_cannot(u, from, to);
    for (u32 i = 0; i < to->anon->count; i++) {
        AnonField *want = &to->anon->fields[i];
        Field *have = decl_find_static(u->program, of->decl.decl, want->name);
        if (!have || !have->is_public || !quietly(u, field_type_use(u->program, have, NULL), want->type)) {
            unify_fail(u, (UnifyReason){.kind = REASON_NO_FIELD, .from = from, .name = want->name});
            return unify_cannot(u, from, to);
        }
    }
    return true;
}

/* ---- All kinds -------------------------------------------------------------------------------------------------------------------------------------- */

static bool unify_param(Unify *u, Type *from, Type *to)
{
    TypeParam *param = from->param;
    for (u32 i = 0; i < param->constraints.count; i++)
        if (quietly(u, param->constraints.at[i], to)) return true;
    if (is_abstract(to) && unify_abstract_from(u, from, to, true)) return true;
    return unify_cannot(u, from, to);
}

static bool unify_dynamic_to(Unify *u, Type *from, Type *to)
{
    if (!from->dynamic) return true;
    if (to->kind == TYPE_DYNAMIC)
        return !to->dynamic || unify_equal(&(Unify){.program = u->program}, EQUAL_RIGHT_DYNAMIC, from->dynamic, to->dynamic) ||
               unify_cannot(u, from, to);
    if (is_abstract(to) && unify_abstract_from(u, from, to, true)) return true;
    return unify_cannot(u, from, to);
}

static bool unify_to_dynamic(Unify *u, Type *from, Type *to)
{
    if (!to->dynamic) return true;
    if (is_abstract(from) && unify_abstract_to(u, from, to, true)) return true;
    if (from->kind != TYPE_ANON) return unify_cannot(u, from, to);
    for (u32 i = 0; i < from->anon->count; i++) {
        const AnonField *field = &from->anon->fields[i];
        if (unify_types(u, field->type, to->dynamic)) continue;
        unify_fail(u, (UnifyReason){.kind = REASON_FIELD, .name = field->name});
        return unify_cannot(u, from, to);
    }
    return true;
}

static bool is_class(const Type *type)
{
    return type->kind == TYPE_DECL && (type->decl.decl->kind == DECL_CLASS || type->decl.decl->kind == DECL_INTERFACE);
}

/* Both followed at the top, neither a monomorph, typedef or Null. */
static bool unify_by_kind(Unify *u, Type *from, Type *to)
{
    Program *program = u->program;
    if (is_abstract(from) && is_abstract(to) && from->decl.decl == to->decl.decl) return unify_same_abstract(u, from, to);
    if (type_is(from, program->core.void_) || type_is(to, program->core.void_)) return unify_cannot(u, from, to);
    if (from->kind == TYPE_DYNAMIC) return unify_dynamic_to(u, from, to);
    if (to->kind == TYPE_DYNAMIC) return unify_to_dynamic(u, from, to);
    if (is_abstract(to) && unify_special(u, from, to)) return true;
    if (is_abstract(from) && is_abstract(to)) return unify_two_abstracts(u, from, to);
    if (from->kind == TYPE_PARAM) return unify_param(u, from, to);
    if (from->kind == TYPE_DECL && from->decl.decl->kind == DECL_ENUM && to->kind == TYPE_DECL && to->decl.decl == from->decl.decl)
        return unify_arguments(u, from, to);
    if (is_class(from) && is_class(to)) return unify_classes(u, from, to);
    if (from->kind == TYPE_FUN && to->kind == TYPE_FUN) return unify_functions(u, from, to);
    if (is_class(from) && to->kind == TYPE_ANON) return unify_to_structure(u, from, to);
    if (from->kind == TYPE_ANON && to->kind == TYPE_ANON) return unify_structures(u, from, to);
    if (type_is(from, program->core.class_) && to->kind == TYPE_ANON) return unify_statics(u, from, to);
    if (is_abstract(from) && unify_abstract_to(u, from, to, true)) return true;
    if (is_abstract(to) && unify_abstract_from(u, from, to, true)) return true;
    return unify_cannot(u, from, to);
}

bool unify_types(Unify *u, Type *from, Type *to)
{
    Program *program = u->program;
    from = type_shallow(from), to = type_shallow(to);
    if (from == to || from->kind == TYPE_ERROR || to->kind == TYPE_ERROR) return true;
    if (from->kind == TYPE_MONO) return bind(u, from, to, from, to);
    if (to->kind == TYPE_MONO) return bind(u, to, from, from, to);
    if (is_typedef(from) || is_typedef(to)) return unify_expanded(u, from, to);
    if (type_is(from, program->core.null)) {
        Type *inner = from->decl.args[0];
        if (type_is(to, program->core.null)) to = to->decl.args[0];
        if (unify_types(u, inner, to)) return true;
        return unify_cannot(u, from, to);
    }
    if (type_is(to, program->core.null)) return unify_types(u, from, to->decl.args[0]) || unify_cannot(u, from, to);
    return unify_by_kind(u, from, to);
}

/* ---- The typer's questions ------------------------------------------------------------------------------------------------------------------------------ */

bool type_unify(Program *program, Type *from, Type *to)
{
    return unify_types(&(Unify){.program = program}, from, to);
}

bool unify_explain(Program *program, Type *from, Type *to, UnifyReasons *reasons)
{
    return unify_types(&(Unify){.program = program, .reasons = reasons}, from, to);
}

bool type_can_unify(Program *program, Type *from, Type *to)
{
    u32 mark = mono_mark(program);
    bool ok = type_unify(program, from, to);
    mono_undo(program, mark);
    return ok;
}

bool type_unify_equal(Program *program, Type *a, Type *b)
{
    return unify_equal(&(Unify){.program = program}, EQUAL_STRICT, a, b);
}
