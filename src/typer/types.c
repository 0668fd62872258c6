/* types.c: looking at types: following, comparing, asking what they are. Nothing here binds a monomorph or reports. */
#include "internal.h"

Type *type_shallow(Type *type)
{
    while (type->kind == TYPE_MONO && type->mono.bound) type = type->mono.bound;
    return type;
}

/* What a typedef's application stands for; its header is resolved on the way. */
static Type *expand_typedef(Program *program, Type *type)
{
    TypeDecl *decl = type->decl.decl;
    if (decl->header != HEADER_RESOLVED) decl_header(program, decl);
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    if (!decl->target) return program->core.t_error; /* recursive, or its module is gone: reported where it is declared */
    if (!decl->params.count) return decl->target;
    return type_substitute(program, program->state->types, decl->target, &decl->params, type->decl.args);
}

Type *type_follow(Program *program, Type *type)
{
    for (u32 steps = 0;; steps++) {
        type = type_shallow(type);
        if (type->kind != TYPE_DECL || type->decl.decl->kind != DECL_TYPEDEF) return type;
        if (steps > 200) return program->core.t_error; /* a typedef of itself: reported where it is declared */
        type = expand_typedef(program, type);
    }
}

Type *type_follow_null(Program *program, Type *type)
{
    for (;;) {
        type = type_follow(program, type);
        if (type->kind != TYPE_DECL || type->decl.decl != program->core.null) return type;
        type = type->decl.args[0];
    }
}

bool type_is(Type *type, const TypeDecl *decl)
{
    type = type_shallow(type);
    return type->kind == TYPE_DECL && type->decl.decl == decl;
}

bool type_is_nullable_wrapper(Program *program, Type *type, Type **inner)
{
    type = type_follow(program, type);
    if (!type_is(type, program->core.null)) return false;
    if (inner) *inner = type->decl.args[0];
    return true;
}

bool type_may_be_null(Program *program, Type *type)
{
    const CoreTypes *core = &program->core;
    for (u32 depth = 0; depth < 16; depth++) {
        type = type_follow(program, type);
        TypeDecl *decl = type_abstract(program, type);
        if (!decl || type_is_nullable_wrapper(program, type, NULL)) return true;
        if (decl->is_core_type) return !type_is(type, core->t_int->decl.decl) && !type_is(type, core->t_float->decl.decl) && !type_is(type, core->t_bool->decl.decl);
        type = abstract_underlying(program, type);
    }
    return true;
}

bool type_is_void(Program *program, Type *type)
{
    return type_is(type_follow(program, type), program->core.void_);
}

bool type_is_dynamic(Program *program, Type *type)
{
    return type_follow(program, type)->kind == TYPE_DYNAMIC;
}

bool type_is_mono(Type *type)
{
    return type_shallow(type)->kind == TYPE_MONO;
}

bool type_is_error(Type *type)
{
    return type_shallow(type)->kind == TYPE_ERROR;
}

AnonField *anon_field(const AnonType *anon, Name name)
{
    if (anon->is_open || anon->count < 8) { /* an open structure is in order of use */
        for (u32 i = 0; i < anon->count; i++)
            if (anon->fields[i].name == name) return &anon->fields[i];
        return NULL;
    }
    u32 low = 0, high = anon->count;
    while (low < high) {
        u32 middle = (low + high) / 2;
        int order = strcmp(anon->fields[middle].name->text, name->text);
        if (order == 0) return &anon->fields[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

bool type_has_mono(Type *type)
{
    type = type_shallow(type);
    if (type->closed) return false;
    switch (type->kind) {
    case TYPE_MONO:
        return true;
    case TYPE_DECL:
        for (u32 i = 0; i < type->decl.count; i++)
            if (type_has_mono(type->decl.args[i])) return true;
        return false;
    case TYPE_FUN:
        for (u32 i = 0; i < type->fun.count; i++)
            if (type_has_mono(type->fun.args[i].type)) return true;
        return type_has_mono(type->fun.ret);
    case TYPE_ANON:
        for (u32 i = 0; i < type->anon->count; i++)
            if (type_has_mono(type->anon->fields[i].type)) return true;
        return false;
    case TYPE_DYNAMIC:
        return type->dynamic && type_has_mono(type->dynamic);
    case TYPE_PARAM:
    case TYPE_ERROR:
        return false;
    }
    return false;
}

static TypeDecl *decl_of(Program *program, Type *type)
{
    type = type_follow(program, type);
    return type->kind == TYPE_DECL ? type->decl.decl : NULL;
}

TypeDecl *type_class(Program *program, Type *type)
{
    TypeDecl *decl = decl_of(program, type);
    return decl && (decl->kind == DECL_CLASS || decl->kind == DECL_INTERFACE) ? decl : NULL;
}

TypeDecl *type_enum(Program *program, Type *type)
{
    TypeDecl *decl = decl_of(program, type);
    return decl && decl->kind == DECL_ENUM ? decl : NULL;
}

TypeDecl *type_abstract(Program *program, Type *type)
{
    TypeDecl *decl = decl_of(program, type);
    return decl && decl->kind == DECL_ABSTRACT ? decl : NULL;
}

Type *type_class_of(Program *program, TypeDecl *decl)
{
    Type *args[decl->params.count + 1];
    for (u32 i = 0; i < decl->params.count; i++) args[i] = program->core.t_dynamic;
    Type *of = type_decl(program, decl, decl->params.count, args);
    TypeDecl *wrapper = decl->kind == DECL_ENUM ? program->core.enum_ : program->core.class_;
    return type_decl1(program, wrapper, of);
}

/* ---- Equality ------------------------------------------------------------------------------------------------------------------ */

static bool equal_lists(Program *program, u32 count, Type *const *a, Type *const *b)
{
    for (u32 i = 0; i < count; i++)
        if (!type_equal(program, a[i], b[i])) return false;
    return true;
}

bool type_equal(Program *program, Type *a, Type *b)
{
    a = type_shallow(a), b = type_shallow(b);
    if (a == b) return true;
    if (a->kind == TYPE_DECL && b->kind == TYPE_DECL && a->decl.decl == b->decl.decl && a->decl.decl->kind != DECL_TYPEDEF)
        return equal_lists(program, a->decl.count, a->decl.args, b->decl.args);
    a = type_follow(program, a), b = type_follow(program, b);
    if (a == b) return true;
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case TYPE_DECL:
        return a->decl.decl == b->decl.decl && equal_lists(program, a->decl.count, a->decl.args, b->decl.args);
    case TYPE_FUN:
        if (a->fun.count != b->fun.count || !type_equal(program, a->fun.ret, b->fun.ret)) return false;
        for (u32 i = 0; i < a->fun.count; i++) {
            const FunArg *x = &a->fun.args[i], *y = &b->fun.args[i];
            if (x->optional != y->optional || x->rest != y->rest || !type_equal(program, x->type, y->type)) return false;
        }
        return true;
    case TYPE_ANON:
        if (a->anon->count != b->anon->count) return false;
        for (u32 i = 0; i < a->anon->count; i++) {
            const AnonField *x = &a->anon->fields[i], *y = anon_field(b->anon, x->name);
            if (!y || x->optional != y->optional || x->read != y->read || x->write != y->write) return false;
            if (!type_equal(program, x->type, y->type)) return false;
        }
        return true;
    case TYPE_DYNAMIC:
        return a->dynamic && b->dynamic ? type_equal(program, a->dynamic, b->dynamic) : a->dynamic == b->dynamic;
    case TYPE_MONO:
    case TYPE_PARAM:
        return false;
    case TYPE_ERROR:
        return true;
    }
    return false;
}

Type *type_settled(Program *program, Type *type)
{
    Type *anon = type_shallow(type);
    if (anon->kind != TYPE_ANON || !anon->anon->is_const) return type;
    return type_anon(program, anon->anon->count, anon->anon->fields, false);
}
