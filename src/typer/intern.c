/* intern.c: making types.
 *
 * A type whose parts are all closed is looked up in the program's table and made at most once, in the program's arena; any other lives
 * in the arena of the body being typed. The parts of an interned type are interned, so a type's hash needs their ids only.
 *
 * Names of function arguments belong to a type's identity here (messages show them), so two function types that differ in nothing else
 * are two pointers; type_equal ignores the names.
 */
#include "internal.h"

static u64 hash_type(const Type *type)
{
    u64 hash = hash_mix((u64)type->kind, 0x51ed);
    switch (type->kind) {
    case TYPE_DECL:
        hash = hash_mix(hash, type->decl.decl->entity.id);
        for (u32 i = 0; i < type->decl.count; i++) hash = hash_mix(hash, type->decl.args[i]->id);
        return hash;
    case TYPE_FUN:
        hash = hash_mix(hash, type->fun.ret->id);
        for (u32 i = 0; i < type->fun.count; i++) {
            const FunArg *arg = &type->fun.args[i];
            hash = hash_mix(hash, arg->type->id * 4 + arg->optional * 2 + arg->rest);
            hash = hash_mix(hash, arg->name ? arg->name->hash : 0);
        }
        return hash;
    case TYPE_ANON:
        hash = hash_mix(hash, type->anon->is_const);
        for (u32 i = 0; i < type->anon->count; i++) {
            const AnonField *field = &type->anon->fields[i];
            hash = hash_mix(hash, field->name->hash);
            hash = hash_mix(hash, field->type->id * 2 + field->optional);
        }
        return hash;
    case TYPE_DYNAMIC:
        return hash_mix(hash, type->dynamic ? type->dynamic->id : 0);
    case TYPE_ERROR:
        return hash;
    case TYPE_MONO:
    case TYPE_PARAM:
        break;
    }
    FATAL("a monomorph or type parameter is not interned by structure");
}

static bool same_anon_field(const AnonField *a, const AnonField *b)
{
    return a->name == b->name && a->type == b->type && a->optional == b->optional && a->is_method == b->is_method &&
           a->is_final == b->is_final && a->read == b->read && a->write == b->write;
}

static bool same_type(const Type *a, const Type *b)
{
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case TYPE_DECL:
        if (a->decl.decl != b->decl.decl || a->decl.count != b->decl.count) return false;
        for (u32 i = 0; i < a->decl.count; i++)
            if (a->decl.args[i] != b->decl.args[i]) return false;
        return true;
    case TYPE_FUN:
        if (a->fun.ret != b->fun.ret || a->fun.count != b->fun.count) return false;
        for (u32 i = 0; i < a->fun.count; i++) {
            const FunArg *x = &a->fun.args[i], *y = &b->fun.args[i];
            if (x->type != y->type || x->name != y->name || x->optional != y->optional || x->rest != y->rest) return false;
        }
        return true;
    case TYPE_ANON:
        if (a->anon->count != b->anon->count || a->anon->is_const != b->anon->is_const) return false;
        for (u32 i = 0; i < a->anon->count; i++)
            if (!same_anon_field(&a->anon->fields[i], &b->anon->fields[i])) return false;
        return true;
    case TYPE_DYNAMIC:
        return a->dynamic == b->dynamic;
    case TYPE_ERROR:
        return true;
    case TYPE_MONO:
    case TYPE_PARAM:
        break;
    }
    return a == b;
}

static void grow_table(TyperState *state)
{
    u32 mask = state->interned_mask ? state->interned_mask * 2 + 1 : 4095;
    Type **table = base_alloc(sizeof *table * ((size_t)mask + 1));
    for (u32 i = 0; state->interned && i <= state->interned_mask; i++) {
        Type *type = state->interned[i];
        if (!type) continue;
        u32 at = (u32)hash_type(type) & mask;
        while (table[at]) at = (at + 1) & mask;
        table[at] = type;
    }
    free(state->interned);
    state->interned = table;
    state->interned_mask = mask;
}

static FunArg *copy_args(Arena *arena, u32 count, const FunArg *args)
{
    return count ? arena_copy(arena, args, sizeof *args * count) : NULL;
}

/* Puts a closed type, whose lists are borrowed from the caller, into the table. */
static Type *intern(Program *program, const Type *key)
{
    TyperState *state = program->state;
    if (state->interned_count * 2 >= state->interned_mask) grow_table(state);
    u32 at = (u32)hash_type(key) & state->interned_mask;
    for (; state->interned[at]; at = (at + 1) & state->interned_mask)
        if (same_type(state->interned[at], key)) return state->interned[at];
    Type *type = arena_copy(program->arena, key, sizeof *key);
    type->closed = type->interned = true;
    type->id = state->next_type_id++;
    if (type->kind == TYPE_DECL && type->decl.count)
        type->decl.args = arena_copy(program->arena, type->decl.args, sizeof(Type *) * type->decl.count);
    if (type->kind == TYPE_FUN) type->fun.args = copy_args(program->arena, type->fun.count, type->fun.args);
    if (type->kind == TYPE_ANON) {
        type->anon = arena_copy(program->arena, type->anon, sizeof *type->anon);
        if (type->anon->count)
            type->anon->fields = arena_copy(program->arena, type->anon->fields, sizeof *type->anon->fields * type->anon->count);
    }
    state->interned[at] = type;
    state->interned_count++;
    return type;
}

/* A type that holds a monomorph: into the body's arena. The lists have been copied there or are borrowed and copied here. */
static Type *open_type(Program *program, const Type *key)
{
    Arena *arena = program->state->types;
    ASSERT(arena);
    Type *type = arena_copy(arena, key, sizeof *key);
    if (type->kind == TYPE_DECL) type->decl.args = arena_copy(arena, type->decl.args, sizeof(Type *) * type->decl.count);
    if (type->kind == TYPE_FUN) type->fun.args = copy_args(arena, type->fun.count, type->fun.args);
    return type;
}

Arena *types_enter(Program *program, Arena *arena)
{
    Arena *before = program->state->types;
    program->state->types = arena;
    if (!arena && !program->state->typing) program->state->trail.count = 0; /* no body is under way */
    return before;
}

Arena *types_enter_closed(Program *program)
{
    Arena *before = program->state->types;
    program->state->types = NULL;
    return before;
}

Type *type_decl(Program *program, TypeDecl *decl, u32 count, Type *const *args)
{
    if (!decl->module) decl_load(program, decl);
    ASSERT(count == decl->params.count);
    Type *shallow[count + 1];
    Type key = {.kind = TYPE_DECL, .closed = true, .decl = {decl, count, shallow}};
    for (u32 i = 0; i < count; i++) {
        shallow[i] = type_shallow(args[i]);
        key.closed &= shallow[i]->closed;
        key.has_params |= shallow[i]->has_params;
    }
    return key.closed ? intern(program, &key) : open_type(program, &key);
}

Type *type_decl1(Program *program, TypeDecl *decl, Type *arg)
{
    return type_decl(program, decl, 1, &arg);
}

Type *type_fun(Program *program, u32 count, const FunArg *args, Type *ret)
{
    FunArg copy[count + 1];
    ret = type_shallow(ret);
    Type key = {.kind = TYPE_FUN, .closed = ret->closed, .has_params = ret->has_params, .fun = {count, copy, ret}};
    for (u32 i = 0; i < count; i++) {
        copy[i] = args[i];
        copy[i].type = type_shallow(args[i].type);
        key.closed &= copy[i].type->closed;
        key.has_params |= copy[i].type->has_params;
    }
    return key.closed ? intern(program, &key) : open_type(program, &key);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const AnonField *)a)->name->text, ((const AnonField *)b)->name->text);
}

Type *type_anon(Program *program, u32 count, const AnonField *fields, bool is_const)
{
    AnonField copy[count + 1];
    bool closed = true, has_params = false, sorted = true;
    for (u32 i = 0; i < count; i++) {
        copy[i] = fields[i];
        copy[i].type = type_shallow(fields[i].type);
        closed &= copy[i].type->closed;
        has_params |= copy[i].type->has_params;
        sorted &= i == 0 || by_name(&copy[i - 1], &copy[i]) <= 0;
    }
    if (!sorted) qsort(copy, count, sizeof *copy, by_name);
    AnonType anon = {.count = count, .fields = copy, .is_const = is_const};
    Type key = {.kind = TYPE_ANON, .closed = closed, .has_params = has_params, .anon = &anon};
    if (closed) return intern(program, &key);
    Type *type = open_type(program, &key);
    type->anon = arena_copy(program->state->types, &anon, sizeof anon);
    if (count) type->anon->fields = arena_copy(program->state->types, copy, sizeof *copy * count);
    return type;
}

Type *type_dynamic(Program *program, Type *element)
{
    if (element) element = type_shallow(element);
    if (element && element->kind == TYPE_DYNAMIC && !element->dynamic) element = NULL;
    Type key = {.kind = TYPE_DYNAMIC, .dynamic = element};
    key.closed = !element || element->closed;
    key.has_params = element && element->has_params;
    return key.closed ? intern(program, &key) : open_type(program, &key);
}

Type *type_array(Program *program, Type *element)
{
    return type_decl1(program, program->core.array, element);
}

Type *type_null(Program *program, Type *inner)
{
    inner = type_shallow(inner);
    if (inner->kind == TYPE_DYNAMIC || inner->kind == TYPE_ERROR) return inner;
    if (inner->kind == TYPE_DECL && inner->decl.decl == program->core.null) return inner;
    return type_decl1(program, program->core.null, inner);
}

/* ---- Closing ------------------------------------------------------------------------------------------------------------------ */

/* What an unbound monomorph becomes when nothing more can be learnt of it: the structure of the fields used, or its only constraint. */
static Type *close_mono(Program *program, Type *mono)
{
    Type *choice = program->core.t_dynamic;
    for (u32 i = 0; i < mono->mono.constraints.count; i++) {
        Type *constraint = mono->mono.constraints.at[i];
        if (constraint->kind == TYPE_ANON && constraint->anon->is_open) {
            choice = constraint;
            break;
        }
        if (mono->mono.constraints.count == 1) choice = constraint;
    }
    if (choice->closed) return choice;
    mono->mono.bound = program->core.t_dynamic; /* should it occur in its own structure */
    Type *closed = type_intern(program, choice);
    mono->mono.bound = NULL;
    return closed;
}

Type *type_intern(Program *program, Type *type)
{
    type = type_shallow(type);
    if (type->interned) return type;
    switch (type->kind) {
    case TYPE_MONO:
        return close_mono(program, type);
    case TYPE_DECL: {
        Type *args[type->decl.count + 1];
        for (u32 i = 0; i < type->decl.count; i++) args[i] = type_intern(program, type->decl.args[i]);
        return type_decl(program, type->decl.decl, type->decl.count, args);
    }
    case TYPE_FUN: {
        FunArg args[type->fun.count + 1];
        for (u32 i = 0; i < type->fun.count; i++) {
            args[i] = type->fun.args[i];
            args[i].type = type_intern(program, args[i].type);
        }
        return type_fun(program, type->fun.count, args, type_intern(program, type->fun.ret));
    }
    case TYPE_ANON: {
        AnonField fields[type->anon->count + 1];
        for (u32 i = 0; i < type->anon->count; i++) {
            fields[i] = type->anon->fields[i];
            fields[i].type = type_intern(program, fields[i].type);
        }
        return type_anon(program, type->anon->count, fields, type->anon->is_const);
    }
    case TYPE_DYNAMIC:
        return type_dynamic(program, type->dynamic ? type_intern(program, type->dynamic) : NULL);
    case TYPE_PARAM:
    case TYPE_ERROR:
        return type;
    }
    return type;
}
