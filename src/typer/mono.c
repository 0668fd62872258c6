/* mono.c: monomorphs: types not known yet, bound by unification.
 *
 * A monomorph is bound once; mono_undo takes bindings back in reverse order of the trail, which lists every binding and every change of
 * an open structure since the program began. A constraint must hold for what a monomorph is bound to; a monomorph bound to another one
 * hands its constraints over. The fields used of a value of unknown type are such a constraint, an open structure.
 */
#include "internal.h"

Type *type_mono(Program *program)
{
    ASSERT(program->state->types);
    Type *mono = NEW(program->state->types, Type);
    mono->kind = TYPE_MONO;
    mono->mono.number = program->state->mono_count++;
    return mono;
}

u32 mono_mark(Program *program)
{
    return program->state->trail.count;
}

void mono_undo(Program *program, u32 mark)
{
    TyperState *state = program->state;
    while (state->trail.count > mark) {
        MonoBinding last = vec_pop(&state->trail);
        last.mono->mono.bound = last.former_bound;
        last.mono->mono.constraints.at = last.constraints;
        last.mono->mono.constraints.count = last.former_constraints;
        last.mono->mono.constraints.capacity = last.former_capacity;
        if (!last.open) continue;
        last.open->fields = last.fields;
        last.open->count = last.former_fields;
    }
}

static void log_change(Program *program, Type *mono, AnonType *open)
{
    MonoBinding entry = {.mono = mono, .former_bound = mono->mono.bound, .constraints = mono->mono.constraints.at,
                         .former_constraints = mono->mono.constraints.count, .former_capacity = mono->mono.constraints.capacity,
                         .open = open, .fields = open ? open->fields : NULL, .former_fields = open ? open->count : 0};
    vec_push(NULL, &program->state->trail, entry);
}

static bool occurs(Type *mono, Type *in)
{
    in = type_shallow(in);
    if (in == mono) return true;
    if (in->closed) return false;
    switch (in->kind) {
    case TYPE_DECL:
        for (u32 i = 0; i < in->decl.count; i++)
            if (occurs(mono, in->decl.args[i])) return true;
        return false;
    case TYPE_FUN:
        for (u32 i = 0; i < in->fun.count; i++)
            if (occurs(mono, in->fun.args[i].type)) return true;
        return occurs(mono, in->fun.ret);
    case TYPE_ANON:
        for (u32 i = 0; i < in->anon->count; i++)
            if (occurs(mono, in->anon->fields[i].type)) return true;
        return false;
    case TYPE_DYNAMIC:
        return in->dynamic && occurs(mono, in->dynamic);
    case TYPE_MONO:
    case TYPE_PARAM:
    case TYPE_ERROR:
        return false;
    }
    return false;
}

static bool is_open_structure(const Type *type)
{
    return type->kind == TYPE_ANON && type->anon->is_open;
}

static Type *open_structure(Type *mono)
{
    for (u32 i = 0; i < mono->mono.constraints.count; i++)
        if (is_open_structure(mono->mono.constraints.at[i])) return mono->mono.constraints.at[i];
    return NULL;
}

static bool has_constraint(const Type *mono, const Type *constraint)
{
    for (u32 i = 0; i < mono->mono.constraints.count; i++)
        if (mono->mono.constraints.at[i] == constraint) return true;
    return false;
}

/* Two unbound ones become one that has the constraints of both. */
static bool bind_to_mono(Program *program, Type *mono, Type *other)
{
    log_change(program, other, NULL);
    for (u32 i = 0; i < mono->mono.constraints.count; i++) {
        Type *constraint = mono->mono.constraints.at[i];
        Type *open = is_open_structure(constraint) ? open_structure(other) : NULL;
        if (!open) {
            if (!has_constraint(other, constraint)) vec_push(program->state->types, &other->mono.constraints, constraint);
            continue;
        }
        for (u32 f = 0; f < constraint->anon->count; f++) {
            AnonField *field = &constraint->anon->fields[f];
            Type *there = mono_add_field(program, other, field->name, field->write == ACCESS_DEFAULT);
            if (!type_unify_equal(program, field->type, there)) return false;
        }
    }
    log_change(program, mono, NULL);
    mono->mono.bound = other;
    return true;
}

bool mono_bind(Program *program, Type *mono, Type *to)
{
    to = type_shallow(to);
    if (to == mono) return true;
    if (to->kind == TYPE_MONO) return bind_to_mono(program, mono, to);
    if (occurs(mono, to)) return false;
    log_change(program, mono, NULL);
    mono->mono.bound = to;
    for (u32 i = 0; i < mono->mono.constraints.count; i++) {
        if (type_is_mono(type_shallow(mono->mono.constraints.at[i]))) continue; /* <A:B, B>: what A is does not say what B is */
        if (!type_unify(program, type_settled(program, to), mono->mono.constraints.at[i])) {
            program->state->failed_constraint = mono->mono.constraints.at[i];
            mono->mono.bound = NULL; /* stays in the trail; taking back what is not bound does nothing */
            return false;
        }
    }
    return true;
}

Type *mono_add_field(Program *program, Type *mono, Name name, bool for_write)
{
    mono = type_shallow(mono);
    ASSERT(mono->kind == TYPE_MONO);
    Arena *arena = program->state->types;
    Type *open = open_structure(mono);
    if (!open) {
        open = NEW(arena, Type);
        open->kind = TYPE_ANON;
        open->anon = NEW(arena, AnonType);
        open->anon->is_open = true;
        log_change(program, mono, NULL);
        vec_push(arena, &mono->mono.constraints, open);
    }
    AnonType *anon = open->anon;
    AnonField *field = anon_field(anon, name);
    if (!field) {
        log_change(program, mono, anon);
        AnonField *fields = NEW_ARRAY(arena, AnonField, anon->count + 1);
        if (anon->count) memcpy(fields, anon->fields, sizeof *fields * anon->count);
        anon->fields = fields;
        field = &fields[anon->count++];
        *field = (AnonField){.name = name, .type = type_mono(program), .read = ACCESS_DEFAULT, .write = ACCESS_NEVER};
    }
    if (for_write) field->write = ACCESS_DEFAULT;
    return field->type;
}

/* ---- Instances of type parameters ---------------------------------------------------------------------------------------------- */

void params_constrain(Program *program, const TypeParamVec *params, Type *const *monos)
{
    for (u32 i = 0; i < params->count; i++)
        for (u32 c = 0; c < params->at[i]->constraints.count; c++) {
            Type *constraint = type_substitute(program, program->state->types, params->at[i]->constraints.at[c], params, monos);
            vec_push(program->state->types, &monos[i]->mono.constraints, constraint);
        }
}

Type **params_instantiate(Program *program, const TypeParamVec *params)
{
    Type **monos = NEW_ARRAY(program->state->types, Type *, params->count + 1);
    for (u32 i = 0; i < params->count; i++) {
        monos[i] = type_mono(program);
        monos[i]->mono.of = params->at[i];
    }
    params_constrain(program, params, monos);
    return monos;
}

Type *type_instantiate(Program *program, Type *type, const TypeParamVec *params)
{
    if (!params->count || !type->has_params) return type;
    return type_substitute(program, program->state->types, type, params, params_instantiate(program, params));
}

Type *decl_instantiate(Program *program, TypeDecl *decl)
{
    if (!decl->params.count) return decl->type;
    return type_decl(program, decl, decl->params.count, params_instantiate(program, &decl->params));
}
