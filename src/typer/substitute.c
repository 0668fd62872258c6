/* substitute.c: replacing type parameters by types. What holds no parameter is given back as it is. */
#include "internal.h"

typedef struct Substitution {
    Program *program;
    const TypeParamVec *params;
    Type *const *args;
} Substitution;

static Type *substitute(const Substitution *s, Type *type)
{
    type = type_shallow(type);
    /* A monomorph bound meanwhile may hold parameters although the open type around it was made without. */
    if (!type->has_params && type->closed) return type;
    switch (type->kind) {
    case TYPE_PARAM:
        for (u32 i = 0; i < s->params->count; i++)
            if (s->params->at[i] == type->param) return s->args[i];
        return type;
    case TYPE_DECL: {
        Type *args[type->decl.count + 1];
        bool same = true;
        for (u32 i = 0; i < type->decl.count; i++) {
            args[i] = substitute(s, type->decl.args[i]);
            same &= args[i] == type->decl.args[i];
        }
        return same ? type : type_decl(s->program, type->decl.decl, type->decl.count, args);
    }
    case TYPE_FUN: {
        FunArg args[type->fun.count + 1];
        Type *ret = substitute(s, type->fun.ret);
        bool same = ret == type->fun.ret;
        for (u32 i = 0; i < type->fun.count; i++) {
            args[i] = type->fun.args[i];
            args[i].type = substitute(s, args[i].type);
            same &= args[i].type == type->fun.args[i].type;
        }
        return same ? type : type_fun(s->program, type->fun.count, args, ret);
    }
    case TYPE_ANON: {
        AnonField fields[type->anon->count + 1];
        bool same = true;
        for (u32 i = 0; i < type->anon->count; i++) {
            fields[i] = type->anon->fields[i];
            fields[i].type = substitute(s, fields[i].type);
            same &= fields[i].type == type->anon->fields[i].type;
        }
        return same ? type : type_anon(s->program, type->anon->count, fields, type->anon->is_const);
    }
    case TYPE_DYNAMIC:
        return type->dynamic ? type_dynamic(s->program, substitute(s, type->dynamic)) : type;
    case TYPE_MONO:
    case TYPE_ERROR:
        return type;
    }
    return type;
}

Type *type_substitute(Program *program, Arena *arena, Type *type, const TypeParamVec *params, Type *const *args)
{
    if (!params->count) return type;
    Substitution s = {program, params, args};
    Arena *before = types_enter(program, arena);
    Type *result = substitute(&s, type);
    types_enter(program, before);
    return result;
}
