/* made: functions that the compiler makes, each named by what it serves and a suffix (see hir.h).
 *
 *     pack.C.m`bound    (closure, args)  the receiver is capture 0; calls m as the static type of the receiver would
 *     pack.C.m`bridge:I (this, args of I.m)  calls m and coerces
 *     pack.C.m`of:T     m's own body, translated with T for the class's parameter
 */
#include "build.h"

typedef enum MadeKind {
    MADE_INIT,
    MADE_BOUND,
    MADE_SUPER,
    MADE_STATIC,
    MADE_DYNAMIC,
    MADE_MAKE,
    MADE_NATIVE,
    MADE_BRIDGE,
    MADE_OF,
    MADE_NONE
} MadeKind;

static MadeKind kind_of(const char *suffix) {
    static const char *const names[] = {"init", "bound", "super", "static", "dynamic", "make", "native"};
    for (u32 i = 0; i < MADE_BRIDGE; i++)
        if (strcmp(suffix, names[i]) == 0) return (MadeKind)i;
    if (strncmp(suffix, "bridge:", strlen("bridge:")) == 0) return MADE_BRIDGE;
    return strncmp(suffix, "of:", strlen("of:")) == 0 ? MADE_OF : MADE_NONE;
}

static HirVar *argument(Frame *f, Name name, Name type, Rep rep) {
    HirVar *var = hir_var(&f->m, name, type, rep, LOCAL_ARG);
    vec_push(f->b->arena, &f->m.func->args, var);
    return var;
}

/* Arguments of that convention, as values for a call. */
static Hir **arguments(Frame *f, const Abi *abi) {
    Hir **values = NEW_ARRAY(f->b->arena, Hir *, abi->count + 1);
    for (u32 i = 0; i < abi->count; i++) {
        Name name = name_printf(f->b->names, "`%u", i);
        values[i] = hir_local(&f->m, argument(f, name, lower_type_name(f->b->lowering, abi->types[i]), abi->args[i]));
    }
    return values;
}

static Hir *receiver_capture(Frame *f, Field *field, HirVec *items) {
    HirFunc *func = f->m.func;
    Name type = lower_type_name(f->b->lowering, field->owner->type);
    vec_push(f->b->arena, &func->captures, (Capture){.name = f->b->n->receiver, .type = type, .rep = REP_REF});
    HirVar *var = hir_var(&f->m, f->b->n->receiver, type, REP_REF, LOCAL_VAR);
    var->is_nonnull = true;
    Hir *load = hir_op1(&f->m, PRIM_LOAD_CAPTURE, REP_REF, hir_local(&f->m, f->self));
    vec_push(f->b->arena, items, hir_declare(&f->m, var, load));
    return hir_local(&f->m, var);
}

/* A call of the method's own code, whatever else it may be. */
static Hir *direct_call(Frame *f, Field *field, const Abi *abi, Hir *receiver, Hir *const *values) {
    Hir **all = NEW_ARRAY(f->b->arena, Hir *, abi->count + 1);
    u32 count = 0;
    if (receiver) all[count++] = receiver;
    for (u32 i = 0; i < abi->count; i++) all[count++] = values[i];
    return hir_symbol(hir_op(&f->m, PRIM_CALL, abi->ret, count, all), field->path, NULL);
}

static void finish(Frame *f, HirVec *items, Hir *result) {
    HirFunc *func = f->m.func;
    if (func->ret_rep != REP_VOID) result = hir_return(&f->m, build_coerce_rep(f, result, (Rep)func->ret_rep, NULL));
    else result = build_coerce_rep(f, result, REP_VOID, NULL);
    func->body = build_finish_items(f, items, result);
}

static Abi constructor_abi(Build *b, Field *ctor) {
    Abi abi = lower_abi(b->lowering, b->arena, ctor);
    abi.ret = REP_REF;
    if (!abi.ret_type) abi.ret_type = field_type(b->program, ctor);
    return abi;
}

static void build_closure(Build *b, Frame *f, Field *field, MadeKind kind) {
    HirFunc *func = f->m.func;
    Abi abi = kind == MADE_MAKE ? constructor_abi(b, field) : lower_abi(b->lowering, b->arena, field);
    HirVec items = {0};
    func->is_closure = true;
    func->sig = lower_sig_of_abi(b->lowering, b->unit->kept, &abi);
    func->ret_rep = (u8)abi.ret;
    f->self = argument(f, b->n->closure, NULL, REP_REF);
    f->self->is_nonnull = true;
    Hir *receiver = NULL;
    bool has_receiver = kind == MADE_BOUND || kind == MADE_SUPER || (kind == MADE_DYNAMIC && !field->is_static);
    if (has_receiver) receiver = receiver_capture(f, field, &items);
    Hir **values = arguments(f, &abi);
    Args args = {.count = abi.count, .values = values, .types = abi.types};
    Hir *result;
    if (kind == MADE_MAKE) {
        result = hir_symbol(hir_op(&f->m, PRIM_NEW_ENUM, REP_VOID, abi.count, values), field->owner->path, field->name);
    } else if (kind == MADE_DYNAMIC) {
        result = direct_call(f, field, &abi, receiver, values);
    } else {
        result = build_call_field(f, field, receiver, field->owner->type, kind == MADE_SUPER, &args, NULL, abi.ret_type);
    }
    finish(f, &items, result);
}

/* A static dynamic function's variable. */
static void build_dynamic_init(Build *b, Frame *f, Field *field) {
    HirVec items = {0};
    Name code = name_printf(b->names, "%s`dynamic", field->path->text);
    Hir *closure = hir_symbol(hir_op(&f->m, PRIM_MAKE_CLOSURE, REP_VOID, 0, NULL), code, NULL);
    Hir *store = hir_symbol(hir_op1(&f->m, PRIM_STORE_STATIC, REP_VOID, closure), lower_static_owner(b->lowering, field), field->name);
    finish(f, &items, store);
}

/* A method of the runtime's as a function like others, for calls by name. */
static void build_native(Build *b, Frame *f, Field *field) {
    Abi abi = lower_abi(b->lowering, b->arena, field);
    f->m.func->ret_rep = (u8)abi.ret;
    Hir *receiver = NULL;
    if (!field->is_static) {
        HirVar *self = argument(f, b->n->this_, lower_type_name(b->lowering, field->owner->type), REP_REF);
        self->is_nonnull = true;
        receiver = hir_local(&f->m, self);
    }
    Hir **values = arguments(f, &abi);
    Args args = {.count = abi.count, .values = values, .types = abi.types};
    HirVec items = {0};
    finish(f, &items, build_call_field(f, field, receiver, field->owner->type, false, &args, NULL, abi.ret_type));
}

static bool build_bridge(Build *b, Frame *f, Field *field, const char *interface_path) {
    TypeDecl *interface = map_get_name(&b->program->types, name_lit(b->names, interface_path));
    Field *declared = interface ? map_get_name(&interface->by_name, field->name) : NULL;
    if (!declared || declared->kind != FIELD_METHOD) return false;
    HirFunc *func = f->m.func;
    Abi abi = lower_abi(b->lowering, b->arena, declared);
    func->ret_rep = (u8)abi.ret;
    HirVar *self = argument(f, b->n->this_, lower_type_name(b->lowering, field->owner->type), REP_REF);
    self->is_nonnull = true;
    Hir **values = arguments(f, &abi);
    Args args = {.count = abi.count, .values = values, .types = abi.types};
    reads_add(&b->unit->reads, &declared->entity, FACET_SIGNATURE);
    HirVec items = {0};
    Type *own = type_follow(b->program, field_type(b->program, field));
    Type *result = own->kind == TYPE_FUN ? own->fun.ret : abi.ret_type;
    finish(f, &items, build_call_field(f, field, hir_local(&f->m, self), field->owner->type, false, &args, NULL, result));
    return true;
}

/* ---- Methods for one type ---------------------------------------------------------------------------------------------------------------- */

Name build_per_type_name(Frame *f, Field *field, Type *object_type) {
    Lowering *l = f->b->lowering;
    Type *seen = lower_seen_as(l, f->b->arena, frame_type(f, object_type), field->owner);
    if (!seen || seen->decl.count != 1) return field->path;
    Shape shape = lower_shape(l, seen->decl.args[0]);
    const char *of = NULL;
    if (shape.rep == REP_I32) of = "Int";
    else if (shape.rep == REP_F64) of = "Float";
    else if (shape.rep == REP_REF && shape.decl && shape.decl->params.count == 0) of = shape.decl->path->text;
    return of ? name_printf(f->b->names, "%s`of:%s", field->path->text, of) : field->path;
}

static bool build_of(Build *b, Field *field, Name function, const char *of) {
    TypeDecl *decl = map_get_name(&b->program->types, name_lit(b->names, of));
    FunctionBody *body = decl && field->per_type && field->owner->params.count == 1 ? field_body(b->program, field) : NULL;
    if (!body || !body->function) return false;
    build_read_body(b, body);
    reads_add(&b->unit->reads, &decl->entity, FACET_SIGNATURE);
    build_method(b, field, body->function, function, decl->type);
    return true;
}

/* ---- All of them ---------------------------------------------------------------------------------------------------------------------------- */

bool build_made(Build *b, Name function) {
    const char *quote = strrchr(function->text, '`');
    Field *field = quote ? map_get_name(&b->program->fields, name_of(b->names, function->text, (size_t)(quote - function->text))) : NULL;
    MadeKind kind = field && field->owner ? kind_of(quote + 1) : MADE_NONE;
    if (kind == MADE_NONE) return false;
    if (kind == MADE_INIT && field->kind == FIELD_VAR) {
        build_field(b, field);
        return b->unit->funcs.count > 0;
    }
    if (kind == MADE_OF) return build_of(b, field, function, quote + 1 + strlen("of:"));
    HirFunc *func = build_func_new(b, function, NO_SPAN);
    if (field->ast && field->module && field->module->ast)
        func->span = (Span){field->module->ast->file, field->ast->start, field->ast->end};
    build_func_add(b, func);
    Frame f = {.b = b, .m = {.arena = b->arena, .func = func}, .field = field, .foreign = true, .inlined_at = UINT32_MAX};
    build_at(&f, func->span);
    reads_add(&b->unit->reads, &field->entity, FACET_SIGNATURE);
    /* The call in it must be made as calls are made elsewhere, not refused as recursive: the field is not being expanded. */
    f.field = NULL;
    switch (kind) {
    case MADE_INIT:
        build_dynamic_init(b, &f, field);
        return true;
    case MADE_NATIVE:
        build_native(b, &f, field);
        return true;
    case MADE_BRIDGE:
        return build_bridge(b, &f, field, quote + 1 + strlen("bridge:"));
    case MADE_BOUND:
    case MADE_SUPER:
    case MADE_STATIC:
    case MADE_DYNAMIC:
    case MADE_MAKE:
        build_closure(b, &f, field, kind);
        return true;
    case MADE_OF:
    case MADE_NONE:
        break;
    }
    return false;
}
