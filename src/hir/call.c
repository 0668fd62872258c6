/* call: calls of methods, static functions, constructors, function values, and by name.
 *
 * Arguments are coerced to what the callee declares and handed over in the representations of its calling convention (abi_of); the
 * result comes back in the declared representation and is coerced to the type at hand. The receiver is evaluated first and checked for
 * null at once.
 */
#include "build.h"

static Hir *to_type(Frame *f, Hir *h, Type *type) {
    Shape want = frame_shape(f, type);
    return build_coerce_rep(f, h, want.rep, want.test);
}

/* ---- Known functions -------------------------------------------------------------------------------------------------------------------- */

/* Operands of a call: the receiver, if there is one, and the arguments. */
static u32 operands(Frame *f, const Abi *abi, Hir *receiver, const Args *args, Hir ***out) {
    u32 count = abi->count + (receiver != NULL), at_arg = 0;
    Hir **all = NEW_ARRAY(f->b->arena, Hir *, count + 1);
    if (receiver) all[at_arg++] = receiver;
    for (u32 i = 0; i < abi->count; i++) all[at_arg++] = build_arg(f, args, i, abi->types[i], abi->args[i]);
    *out = all;
    return count;
}

/* What std/ says is done by the runtime. Arrays are pushed to by an operation of their own. */
static Hir *native_call(Frame *f, Field *field, Hir *object, Type *object_type, const Args *args, u32 pos, Type *result) {
    Arena *arena = f->b->arena;
    Type *type = type_follow(f->b->program, field_type(f->b->program, field));
    Hir **all;
    u32 count;
    if (object) object = hir_nonnull(&f->m, build_coerce_rep(f, object, REP_REF, f->b->n->ref));
    Abi abi = {.root = field};
    if (type->kind == TYPE_FUN) abi = lower_abi(f->b->lowering, arena, field);
    else abi.ret = lower_shape(f->b->lowering, type).rep;
    Type *element = object && object_type ? lower_array_element(f->b->lowering, arena, frame_type(f, object_type)) : NULL;
    if (element && args->count == 1 && name_is(field->name, "push")) {
        Shape shape = lower_shape(f->b->lowering, element);
        Rep rep = shape.rep == REP_VOID ? REP_WORD : shape.rep;
        Hir *item = build_arg(f, args, 0, element, rep);
        f->m.pos = pos;
        return to_type(f, hir_op2(&f->m, PRIM_ARRAY_PUSH, rep, object, item), result);
    }
    if (field->kind == FIELD_CONSTRUCTOR) abi.ret = REP_REF;
    count = operands(f, &abi, object, args, &all);
    f->m.pos = pos;
    return to_type(f, hir_rt(&f->m, field->native, abi.ret, count, all), result);
}

static bool is_bound_early(const Field *field) { return field->is_final || field->is_inline || field->owner->is_final; }

/* The method itself, where the class of the receiver is known. */
static Field *exact_method(Frame *f, const Field *field, const Hir *object) {
    while (object->kind == HIR_NONNULL) object = object->value;
    TypeDecl *cls = object->kind == HIR_LOCAL ? object->var.var->exact : NULL;
    Field *method = cls ? class_find_field(f->b->program, cls->type, field->name, NULL) : NULL;
    return method && method->kind == FIELD_METHOD && !lower_is_dynamic(method) ? method : NULL;
}

Hir *build_call_field(Frame *f, Field *field, Hir *object, Type *object_type, bool is_super, const Args *args, Type *callee_type,
                      Type *result) {
    Build *b = f->b;
    u32 pos = f->m.pos;
    if (field->native) return native_call(f, field, object, object_type, args, pos, result);
    if (field->is_inline && !lower_is_dynamic(field)) {
        Hir *expanded = build_inline_call(f, field, object, object_type, args, callee_type, result);
        if (expanded) return expanded;
    }
    if (field->is_extern || field->owner->is_extern) {
        CodePos place = f->m.func->positions.at[pos];
        return build_unsupported(f, place.span, arena_printf(b->arena, "the extern function %s", field->path->text));
    }
    Field *exact = object && field->owner->kind == DECL_INTERFACE ? exact_method(f, field, object) : NULL;
    if (exact) return build_call_field(f, exact, object, exact->owner->type, false, args, callee_type, result);
    Abi abi = lower_abi(b->lowering, b->arena, field);
    if (object) object = hir_nonnull(&f->m, build_coerce_rep(f, object, REP_REF, field->owner->path));
    Hir **all;
    u32 count = operands(f, &abi, object, args, &all);
    f->m.pos = pos;
    Hir *call;
    if (!object || is_super || is_bound_early(field)) {
        Name path = field->per_type && object ? build_per_type_name(f, field, object_type) : field->path;
        call = hir_symbol(hir_op(&f->m, PRIM_CALL, abi.ret, count, all), path, NULL);
    } else if (field->owner->kind == DECL_INTERFACE) {
        call = hir_symbol(hir_op(&f->m, PRIM_CALL_INTERFACE, abi.ret, count, all), field->owner->path, field->name);
    } else {
        call = hir_symbol(hir_op(&f->m, PRIM_CALL_VIRTUAL, abi.ret, count, all), abi.root->owner->path, field->name);
    }
    return to_type(f, call, result);
}

/* ---- By name, and values ------------------------------------------------------------------------------------------------------------------ */

static Hir *arg_word(Frame *f, const Args *args, u32 i) {
    Type *dynamic = f->b->program->core.t_dynamic;
    return build_arg(f, args, i, dynamic, REP_WORD);
}

Hir *build_call_by_name(Frame *f, Hir *object, Name name, const Args *args, Type *result) {
    u32 pos = f->m.pos;
    Hir **all = NEW_ARRAY(f->b->arena, Hir *, args->count + 2);
    all[0] = build_to_word(f, object);
    all[1] = hir_const(&f->m, hir_const_named(HIR_CONST_NAME, name));
    for (u32 i = 0; i < args->count; i++) all[i + 2] = arg_word(f, args, i);
    f->m.pos = pos;
    return to_type(f, hir_rt(&f->m, f->b->n->field_call, REP_WORD, args->count + 2, all), result);
}

static const FunSig *sig_of(Frame *f, Type *type) {
    Build *b = f->b;
    const FunSig *sig = map_get(&b->sigs, (u64)(uintptr_t)type);
    if (sig) return sig;
    sig = lower_sig(b->lowering, b->unit->kept, type);
    map_set(&b->sigs, (u64)(uintptr_t)type, (void *)sig);
    return sig;
}

Hir *build_call_closure(Frame *f, Hir *closure, Type *type, const Args *args, Type *result) {
    u32 pos = f->m.pos;
    Type *function = type_follow(f->b->program, frame_type(f, type));
    Type *inner;
    while (type_is_nullable_wrapper(f->b->program, function, &inner)) function = type_follow(f->b->program, inner);
    bool is_abstract = function->kind == TYPE_DECL && function->decl.decl->kind == DECL_ABSTRACT;
    if (is_abstract) function = type_follow(f->b->program, lower_shape(f->b->lowering, function).head);
    if (function->kind != TYPE_FUN) {
        Hir **all = NEW_ARRAY(f->b->arena, Hir *, args->count + 1);
        all[0] = build_to_word(f, closure);
        for (u32 i = 0; i < args->count; i++) all[i + 1] = arg_word(f, args, i);
        f->m.pos = pos;
        return to_type(f, hir_rt(&f->m, f->b->n->call_word, REP_WORD, args->count + 1, all), result);
    }
    const FunSig *sig = sig_of(f, function);
    Hir **all = NEW_ARRAY(f->b->arena, Hir *, sig->count + 1);
    all[0] = hir_nonnull(&f->m, build_coerce_rep(f, closure, REP_REF, f->b->n->function));
    for (u32 i = 0; i < sig->count; i++) all[i + 1] = build_arg(f, args, i, function->fun.args[i].type, (Rep)sig->arg_reps[i]);
    f->m.pos = pos;
    Hir *call = hir_op(&f->m, PRIM_CALL_CLOSURE, (Rep)sig->ret_rep, sig->count + 1, all);
    call->o.sig = sig;
    return to_type(f, call, result);
}

Hir *build_call_member(Frame *f, Hir *object, Type *object_type, Name name, const Args *args, Type *result) {
    Program *program = f->b->program;
    Type *type = type_follow(program, frame_type(f, object_type));
    Type *in = NULL;
    bool is_class = type->kind == TYPE_DECL && (type->decl.decl->kind == DECL_CLASS || type->decl.decl->kind == DECL_INTERFACE);
    Field *field = is_class ? class_find_field(program, type, name, &in) : NULL;
    if (!field || field->kind != FIELD_METHOD || lower_is_dynamic(field)) return build_call_by_name(f, object, name, args, result);
    Type *callee = field_type(program, field);
    if (in && in->kind == TYPE_DECL) callee = type_substitute(program, f->b->arena, callee, &in->decl.decl->params, in->decl.args);
    return build_call_field(f, field, object, in ? in : type, false, args, callee, result);
}

/* ---- Constructors ---------------------------------------------------------------------------------------------------------------------------- */

Hir *build_call_constructor(Frame *f, TypeDecl *decl, Hir *object, const Args *args) {
    Constructor constructor = lower_constructor(f->b->lowering, decl);
    if (!constructor.owner) return NULL;
    u32 pos = f->m.pos;
    if (constructor.field && constructor.field->native && !constructor.made) {
        CodePos place = f->m.func->positions.at[pos];
        return build_unsupported(f, place.span, arena_printf(f->b->arena, "a subclass of %s", constructor.owner->path->text));
    }
    Abi abi = {0};
    if (constructor.field) abi = lower_abi(f->b->lowering, f->b->arena, constructor.field);
    Hir **all;
    u32 count = operands(f, &abi, object, args, &all);
    f->m.pos = pos;
    return hir_symbol(hir_op(&f->m, PRIM_CALL, REP_VOID, count, all), lower_constructor_name(f->b->lowering, &constructor), NULL);
}

static Hir *super_constructor(Frame *f, const TExpr *e) {
    Args args = {.count = e->call.count, .exprs = e->call.args};
    Hir *call = f->field->owner->super ? build_call_constructor(f, f->field->owner->super, build_this_of(f), &args) : NULL;
    if (call) return call;
    Hir **effects = NEW_ARRAY(f->b->arena, Hir *, args.count + 1);
    for (u32 i = 0; i < args.count; i++) effects[i] = build_effect(f, args.exprs[i]);
    return build_coerce_rep(f, hir_block(&f->m, args.count, effects), REP_VOID, NULL);
}

static Hir *new_enum(Frame *f, const TExpr *e) {
    Field *field = e->call.callee->field.field;
    Type *type = type_follow(f->b->program, field_type(f->b->program, field));
    Args args = {.count = e->call.count, .exprs = e->call.args};
    u32 count = type->kind == TYPE_FUN ? type->fun.count : 0;
    Hir **all = NEW_ARRAY(f->b->arena, Hir *, count + 1);
    for (u32 i = 0; i < count; i++) {
        Rep rep = lower_shape(f->b->lowering, type->fun.args[i].type).rep;
        all[i] = build_arg(f, &args, i, type->fun.args[i].type, rep == REP_VOID ? REP_WORD : rep);
    }
    build_at(f, e->span);
    return hir_symbol(hir_op(&f->m, PRIM_NEW_ENUM, REP_VOID, count, all), field->owner->path, field->name);
}

/* ---- Expressions ------------------------------------------------------------------------------------------------------------------------------- */

Hir *build_call(Frame *f, const TExpr *e) {
    const TExpr *callee = e->call.callee;
    Args args = {.count = e->call.count, .exprs = e->call.args};
    if (callee->kind == TE_SUPER) return super_constructor(f, e);
    if (callee->kind == TE_FIELD) {
        Field *field = callee->field.field;
        TExpr *object = callee->field.object;
        bool is_method = field && (field->kind == FIELD_METHOD || field->kind == FIELD_CONSTRUCTOR) && !lower_is_dynamic(field);
        switch (callee->field.access) {
        case FA_INSTANCE:
            if (is_method) {
                bool is_super = object->kind == TE_SUPER;
                Hir *receiver = is_super ? build_this_of(f) : build_value(f, object);
                build_at(f, e->span);
                Type *object_type = is_super ? field->owner->type : object->type;
                return build_call_field(f, field, receiver, object_type, is_super, &args, callee->type, e->type);
            }
            break;
        case FA_STATIC:
            if (is_method) return build_call_field(f, field, NULL, NULL, false, &args, callee->type, e->type);
            break;
        case FA_ENUM:
            return new_enum(f, e);
        case FA_ANON:
        case FA_DYNAMIC: {
            Hir *receiver = build_value(f, object);
            build_at(f, e->span);
            return build_call_by_name(f, receiver, callee->field.name, &args, e->type);
        }
        }
    }
    Hir *closure = build_value(f, callee);
    build_at(f, e->span);
    return build_call_closure(f, closure, callee->type, &args, e->type);
}
