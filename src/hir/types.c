/* types: what the back end needs to know of Haxe types: representations, run-time tests, signatures.
 *
 * An abstract is what underlies it. Its arguments count (abstract Id<T>(T): an Id<Int> is an Int), so types are resolved under an
 * environment that says what parameters of enclosing abstracts stand for; no types are made on the way.
 */
#include "build.h"

/* ---- Shapes ------------------------------------------------------------------------------------------------------------------------------ */

typedef struct Env {
    const TypeParamVec *params;
    Type **args;
    const struct Env *outer; /* in which args are to be understood */
} Env;

static Shape basic(Lowering *l, Rep rep, TypeTest test, Type *head) {
    (void)l;
    return (Shape){.rep = rep, .inner = rep, .test = test, .head = head};
}

static Shape resolve(Lowering *l, Type *type, const Env *env, u32 depth) {
    const CoreTypes *core = &l->program->core;
    const LowerNames *n = l->n;
    type = type_shallow(type);
    if (depth > 100) return basic(l, REP_WORD, n->any, type);
    switch (type->kind) {
    case TYPE_MONO:
    case TYPE_DYNAMIC:
    case TYPE_ERROR:
        return basic(l, REP_WORD, n->any, type);
    case TYPE_PARAM:
        for (u32 i = 0; env && i < env->params->count; i++)
            if (env->params->at[i] == type->param) return resolve(l, env->args[i], env->outer, depth + 1);
        return basic(l, REP_WORD, n->any, type);
    case TYPE_FUN:
        return basic(l, REP_REF, n->function, type);
    case TYPE_ANON:
        return basic(l, REP_REF, n->ref, type);
    case TYPE_DECL:
        break;
    }
    TypeDecl *decl = type->decl.decl;
    switch (decl->kind) {
    case DECL_CLASS:
    case DECL_INTERFACE:
    case DECL_ENUM:
        return (Shape){.rep = REP_REF, .inner = REP_REF, .test = decl->path, .decl = decl, .head = type};
    case DECL_TYPEDEF: {
        reads_add(l->reads, &decl->entity, FACET_SIGNATURE);
        if (!decl->target) return basic(l, REP_WORD, n->any, type);
        Env inner = {&decl->params, type->decl.args, env};
        return resolve(l, decl->target, &inner, depth + 1);
    }
    case DECL_ABSTRACT:
        break;
    }
    if (decl == core->int_) return basic(l, REP_I32, n->int_, type);
    if (decl == core->float_ || decl == core->single) return basic(l, REP_F64, n->float_, type);
    if (decl == core->bool_) return basic(l, REP_BOOL, n->bool_, type);
    if (decl == core->void_) return basic(l, REP_VOID, NULL, type);
    if (decl == core->null && type->decl.count == 1) {
        Shape shape = resolve(l, type->decl.args[0], env, depth + 1);
        if (shape.rep == REP_VOID) return basic(l, REP_WORD, n->any, type);
        if (shape.rep != REP_REF) shape.rep = REP_WORD;
        return shape;
    }
    if (decl == core->class_ || decl == core->enum_) return basic(l, REP_REF, n->ref, type);
    reads_add(l->reads, &decl->entity, FACET_SIGNATURE);
    if (!decl->target && (decl == core->dynamic || decl->is_core_type)) return basic(l, REP_WORD, n->any, type);
    if (!decl->target) return basic(l, REP_REF, n->ref, type);
    Env inner = {&decl->params, type->decl.args, env};
    return resolve(l, decl->target, &inner, depth + 1);
}

Shape lower_shape(Lowering *lowering, Type *type) { return resolve(lowering, type, NULL, 0); }

Name lower_type_name(Lowering *lowering, Type *type) {
    Text text = {0};
    type_print(&text, type);
    Name name = name_of(lowering->names, text.at ? text.at : "", text.count);
    text_free(&text);
    return name;
}

/* A module-level variable belongs to its module by name: owner.name is always the field's path. */
Name lower_static_owner(Lowering *lowering, const Field *field) {
    u32 length = field->path->length - field->name->length - 1;
    if (field->owner->path->length == length && memcmp(field->owner->path->text, field->path->text, length) == 0) return field->owner->path;
    return name_of(lowering->names, field->path->text, length);
}

/* ---- Walking types ------------------------------------------------------------------------------------------------------------------------ */

/* Through typedefs, Null and abstracts with arguments put in, as far as it goes. */
static Type *underlying(Lowering *l, Arena *arena, Type *type) {
    for (u32 depth = 0; depth < 100; depth++) {
        type = type_follow(l->program, type);
        if (type->kind != TYPE_DECL || type->decl.decl->kind != DECL_ABSTRACT) return type;
        TypeDecl *decl = type->decl.decl;
        if (decl == l->program->core.null && type->decl.count == 1) {
            type = type->decl.args[0];
            continue;
        }
        if (decl->is_core_type || !decl->target) return type;
        type = type_substitute(l->program, arena, decl->target, &decl->params, type->decl.args);
    }
    return type;
}

Type *lower_array_element(Lowering *lowering, Arena *arena, Type *type) {
    type = underlying(lowering, arena, type);
    if (type->kind != TYPE_DECL || type->decl.decl != lowering->program->core.array || type->decl.count != 1) return NULL;
    return type->decl.args[0];
}

Type *lower_seen_as(Lowering *lowering, Arena *arena, Type *instance, TypeDecl *decl) {
    Program *program = lowering->program;
    instance = underlying(lowering, arena, instance);
    if (instance->kind != TYPE_DECL) return NULL;
    TypeDecl *own = instance->decl.decl;
    if (own == decl) return instance;
    if (own->kind != DECL_CLASS && own->kind != DECL_INTERFACE) return NULL;
    if (own->super_type) {
        Type *super = type_substitute(program, arena, own->super_type, &own->params, instance->decl.args);
        Type *found = lower_seen_as(lowering, arena, super, decl);
        if (found) return found;
    }
    for (u32 i = 0; i < own->interfaces.count; i++) {
        Type *interface = type_substitute(program, arena, own->interfaces.at[i], &own->params, instance->decl.args);
        Type *found = lower_seen_as(lowering, arena, interface, decl);
        if (found) return found;
    }
    return NULL;
}

void lower_match_params(Lowering *lowering, Arena *arena, Type *declared, Type *actual, TypeParamVec *params, TypeVec *args) {
    declared = type_shallow(declared);
    actual = type_shallow(actual);
    if (!declared->has_params || declared == actual) return;
    if (declared->kind == TYPE_PARAM) {
        for (u32 i = 0; i < params->count; i++)
            if (params->at[i] == declared->param) return;
        vec_push(arena, params, declared->param);
        vec_push(arena, args, actual);
        return;
    }
    bool same_decl = declared->kind == TYPE_DECL && actual->kind == TYPE_DECL && declared->decl.decl == actual->decl.decl;
    if (!same_decl) {
        declared = type_follow(lowering->program, declared);
        actual = type_follow(lowering->program, actual);
    }
    if (declared->kind != actual->kind) return;
    switch (declared->kind) {
    case TYPE_DECL:
        if (declared->decl.decl != actual->decl.decl) return;
        for (u32 i = 0; i < declared->decl.count && i < actual->decl.count; i++)
            lower_match_params(lowering, arena, declared->decl.args[i], actual->decl.args[i], params, args);
        return;
    case TYPE_FUN:
        for (u32 i = 0; i < declared->fun.count && i < actual->fun.count; i++)
            lower_match_params(lowering, arena, declared->fun.args[i].type, actual->fun.args[i].type, params, args);
        lower_match_params(lowering, arena, declared->fun.ret, actual->fun.ret, params, args);
        return;
    case TYPE_ANON:
        for (u32 i = 0; i < declared->anon->count; i++)
            for (u32 k = 0; k < actual->anon->count; k++)
                if (declared->anon->fields[i].name == actual->anon->fields[k].name)
                    lower_match_params(lowering, arena, declared->anon->fields[i].type, actual->anon->fields[k].type, params, args);
        return;
    case TYPE_DYNAMIC:
        if (declared->dynamic && actual->dynamic) lower_match_params(lowering, arena, declared->dynamic, actual->dynamic, params, args);
        return;
    case TYPE_MONO:
    case TYPE_PARAM:
    case TYPE_ERROR:
        return;
    }
}

/* ---- Signatures ------------------------------------------------------------------------------------------------------------------------------ */

static bool is_basic(Rep rep) { return rep == REP_I32 || rep == REP_F64 || rep == REP_BOOL || rep == REP_I64; }

Rep lower_arg_rep(Lowering *lowering, const FunArg *arg) {
    Rep rep = lower_shape(lowering, arg->type).rep;
    if (rep == REP_VOID || (arg->optional && is_basic(rep))) return REP_WORD;
    return rep;
}

/* What a reference of that type is relied on to be; NULL: nothing. */
static TypeTest relied_on(Lowering *l, Shape shape) { return shape.rep != REP_REF || shape.test == l->n->ref ? NULL : shape.test; }

const FunSig *lower_sig(Lowering *lowering, Arena *arena, Type *function) {
    u32 count = function->fun.count;
    Arena *scratch = arena;
    u8 *reps = NEW_ARRAY(scratch, u8, count);
    TypeTest *tests = NEW_ARRAY(scratch, TypeTest, count);
    bool *optional = NEW_ARRAY(scratch, bool, count);
    for (u32 i = 0; i < count; i++) {
        const FunArg *arg = &function->fun.args[i];
        reps[i] = (u8)lower_arg_rep(lowering, arg);
        tests[i] = reps[i] == REP_REF ? relied_on(lowering, lower_shape(lowering, arg->type)) : NULL;
        optional[i] = arg->optional;
    }
    Shape ret = lower_shape(lowering, function->fun.ret);
    return fun_sig_new(lowering->names, arena, count, reps, tests, optional, ret.rep, relied_on(lowering, ret));
}

const FunSig *lower_sig_of_abi(Lowering *lowering, Arena *arena, const Abi *abi) {
    u8 *reps = NEW_ARRAY(arena, u8, abi->count);
    TypeTest *tests = NEW_ARRAY(arena, TypeTest, abi->count);
    for (u32 i = 0; i < abi->count; i++) {
        reps[i] = (u8)abi->args[i];
        tests[i] = abi->args[i] == REP_REF ? relied_on(lowering, lower_shape(lowering, abi->types[i])) : NULL;
    }
    TypeTest ret = abi->ret == REP_REF ? relied_on(lowering, lower_shape(lowering, abi->ret_type)) : NULL;
    return fun_sig_new(lowering->names, arena, abi->count, reps, tests, abi->optional, abi->ret, ret);
}

Name lower_abi_types(Lowering *lowering, const Abi *abi) {
    Text text = {0};
    for (u32 i = 0; i < abi->count; i++) text_printf(&text, "%c %s,", rep_letter(abi->args[i]), lower_type_name(lowering, abi->types[i])->text);
    text_printf(&text, ")%c", rep_letter(abi->ret));
    if (abi->ret != REP_VOID) text_printf(&text, " %s", lower_type_name(lowering, abi->ret_type)->text);
    Name name = name_of(lowering->names, text.at, text.count);
    text_free(&text);
    return name;
}

/* ---- Methods ----------------------------------------------------------------------------------------------------------------------------------- */

Field *lower_topmost(Lowering *lowering, Field *method) {
    if (method->is_static || method->kind != FIELD_METHOD || !method->owner) return method;
    Field *top = method;
    if (method->is_override) reads_add(lowering->reads, &method->owner->entity, FACET_SIGNATURE);
    for (TypeDecl *up = method->is_override ? method->owner->super : NULL; up; up = up->super) {
        reads_add(lowering->reads, &up->entity, FACET_SIGNATURE);
        Field *found = map_get_name(&up->by_name, method->name);
        if (found && found->kind == FIELD_METHOD) top = found;
    }
    return top;
}

/* The representations are those of the topmost method's declared types, where a type parameter is a word; so all overrides agree and a
 * call needs to know only the static type of its receiver. Interfaces are not asked: what differs there gets a bridge. */
Abi lower_abi(Lowering *lowering, Arena *arena, Field *method) {
    Abi abi = {.root = lower_topmost(lowering, method)};
    reads_add(lowering->reads, &abi.root->entity, FACET_SIGNATURE);
    Type *type = type_follow(lowering->program, field_type(lowering->program, abi.root));
    if (type->kind != TYPE_FUN) return abi;
    abi.count = type->fun.count;
    abi.args = NEW_ARRAY(arena, Rep, abi.count);
    abi.types = NEW_ARRAY(arena, Type *, abi.count);
    abi.optional = NEW_ARRAY(arena, bool, abi.count);
    for (u32 i = 0; i < abi.count; i++) {
        abi.args[i] = lower_arg_rep(lowering, &type->fun.args[i]);
        abi.types[i] = type->fun.args[i].type;
        abi.optional[i] = type->fun.args[i].optional;
    }
    abi.ret_type = type->fun.ret;
    abi.ret = lower_shape(lowering, type->fun.ret).rep;
    return abi;
}
