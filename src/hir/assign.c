/* assign: = op= ++ --.
 *
 * What is assigned to is a Target: its object and index are evaluated once, left to right, before the value; then it is read and written
 * as often as needed. The value of an assignment is what was stored.
 */
#include "build.h"

typedef enum PlaceKind { PLACE_VAR, PLACE_FIELD, PLACE_STATIC, PLACE_NAME, PLACE_INDEX } PlaceKind;
typedef struct Target {
    PlaceKind kind;
    HirVar *var;
    Hir *object, *index; /* stable when the place is used more than once */
    Field *field;
    Name name;
    Type *type;     /* of the place, as the expression says */
    Shape declared; /* of what is stored there */
} Target;

static Hir *repeat(Frame *f, Hir *h, bool again) { return again ? hir_again(&f->m, h) : h; }

/* items NULL: the place is written once, and nothing is read from it. */
static Target target_of(Frame *f, const TExpr *e, HirVec *items) {
    Lowering *lowering = f->b->lowering;
    Target t = {.type = e->type};
    build_at(f, e->span);
    if (e->kind == TE_LOCAL) {
        Binding *binding = build_binding_of(f, e->local);
        t.kind = PLACE_VAR;
        t.var = binding && binding->var ? binding->var : NULL;
        if (!t.var && binding && binding->stable->kind == HIR_LOCAL) t.var = binding->stable->var.var;
        if (!t.var) t.var = build_var_of(f, e->local);
        t.declared = frame_shape(f, e->local->type);
        if (t.declared.rep == REP_VOID) t.declared.rep = REP_WORD;
        return t;
    }
    if (e->kind == TE_INDEX) {
        Type *element = lower_array_element(lowering, f->b->arena, frame_type(f, e->index.object->type));
        t.kind = PLACE_INDEX;
        t.declared = lower_shape(lowering, element ? element : f->b->program->core.t_dynamic);
        if (t.declared.rep == REP_VOID) t.declared.rep = REP_WORD;
        Hir *array = build_value(f, e->index.object);
        if (!element && !hir_diverges(array)) array = build_coerce_rep(f, build_to_word(f, array), REP_REF, f->b->n->array);
        t.object = hir_nonnull(&f->m, array);
        if (items) t.object = build_once(f, t.object, items);
        t.index = build_value_as(f, e->index.index, f->b->program->core.t_int);
        if (items) t.index = build_once(f, t.index, items);
        return t;
    }
    ASSERT(e->kind == TE_FIELD);
    Field *field = e->field.field;
    if (e->field.access == FA_STATIC || e->field.access == FA_ENUM) {
        t.kind = PLACE_STATIC;
        t.field = field;
        t.declared = lower_shape(lowering, field_type(f->b->program, field));
        if (field->native) build_unsupported(f, e->span, "writing a variable of the runtime");
    } else if (e->field.access == FA_INSTANCE && !lower_by_name_only(field)) {
        t.kind = PLACE_FIELD;
        t.field = field;
        t.declared = lower_shape(lowering, field_type(f->b->program, field));
        t.object = build_nonnull_value(f, e->field.object, field->owner->type);
        if (items) t.object = build_once(f, t.object, items);
        if (field->native) build_unsupported(f, e->span, "writing a variable of the runtime");
    } else {
        t.kind = PLACE_NAME;
        t.name = field ? field->name : e->field.name;
        t.declared = lower_shape(lowering, f->b->program->core.t_dynamic);
        t.object = build_to_word(f, build_value(f, e->field.object));
        if (items) t.object = build_once(f, t.object, items);
    }
    if (t.declared.rep == REP_VOID) t.declared.rep = REP_WORD;
    return t;
}

static Hir *read_target(Frame *f, const Target *t) {
    HirMaker *m = &f->m;
    Shape want = frame_shape(f, t->type);
    Hir *h = NULL;
    switch (t->kind) {
    case PLACE_VAR:
        h = hir_local(m, t->var);
        break;
    case PLACE_FIELD:
        h = hir_symbol(hir_op1(m, PRIM_LOAD_FIELD, t->declared.rep, repeat(f, t->object, true)), t->field->owner->path, t->field->name);
        break;
    case PLACE_STATIC:
        h = hir_symbol(hir_op(m, PRIM_LOAD_STATIC, t->declared.rep, 0, NULL), lower_static_owner(f->b->lowering, t->field), t->field->name);
        break;
    case PLACE_NAME: {
        Hir *args[2] = {repeat(f, t->object, true), hir_const(m, hir_const_named(HIR_CONST_NAME, t->name))};
        h = hir_rt(m, f->b->n->field_get, REP_WORD, 2, args);
        break;
    }
    case PLACE_INDEX:
        h = hir_op2(m, PRIM_ARRAY_GET, t->declared.rep, repeat(f, t->object, true), repeat(f, t->index, true));
        if (t->declared.rep == REP_REF && t->declared.test != f->b->n->ref) h->o.test = t->declared.test;
        break;
    }
    return build_coerce_rep(f, h, want.rep, want.test);
}

/* `again`: object and index have been evaluated before. The value must have the declared representation. */
static Hir *write_target(Frame *f, const Target *t, Hir *value, bool again) {
    HirMaker *m = &f->m;
    switch (t->kind) {
    case PLACE_VAR:
        return hir_set(m, t->var, value);
    case PLACE_FIELD:
        return hir_symbol(hir_op2(m, PRIM_STORE_FIELD, REP_VOID, repeat(f, t->object, again), value), t->field->owner->path, t->field->name);
    case PLACE_STATIC:
        return hir_symbol(hir_op1(m, PRIM_STORE_STATIC, REP_VOID, value), lower_static_owner(f->b->lowering, t->field), t->field->name);
    case PLACE_NAME:
        return hir_rt(m, f->b->n->field_set, REP_VOID, 3,
                      (Hir *[]){repeat(f, t->object, again), hir_const(m, hir_const_named(HIR_CONST_NAME, t->name)), value});
    case PLACE_INDEX:
        return hir_op(m, PRIM_ARRAY_SET, t->declared.rep, 3, (Hir *[]){repeat(f, t->object, again), repeat(f, t->index, again), value});
    }
    FATAL("unknown kind of place");
}

/* The value as the place's type wants it, then as it is stored: a Float field seen as T takes an Int as Float first. */
static Hir *stored(Frame *f, const Target *t, Hir *h, Type *from) {
    h = build_coerce(f, h, from, t->type);
    return build_coerce_rep(f, h, t->declared.rep, t->declared.test);
}

Hir *build_assign(Frame *f, const TExpr *e, bool wanted) {
    const TExpr *left = e->assign.target;
    HirVec items = {0};
    Target t = target_of(f, left, wanted ? &items : NULL);
    Hir *value = build_value_as(f, e->assign.value, left->type);
    build_at(f, e->span);
    value = build_coerce_rep(f, value, t.declared.rep, t.declared.test);
    if (!wanted) return write_target(f, &t, value, false);
    value = build_once(f, value, &items);
    vec_push(f->b->arena, &items, write_target(f, &t, hir_again(&f->m, value), t.kind != PLACE_VAR));
    Shape want = frame_shape(f, e->type);
    return build_finish_items(f, &items, build_coerce_rep(f, value, want.rep, want.test));
}

/* Writes `result`, of the place's type; gives it back if wanted. */
static Hir *write_back(Frame *f, const Target *t, Hir *result, Type *result_type, HirVec *items, const TExpr *e, bool wanted) {
    result = stored(f, t, result, result_type);
    if (!wanted) return build_finish_items(f, items, write_target(f, t, result, true));
    result = build_once(f, result, items);
    vec_push(f->b->arena, items, write_target(f, t, hir_again(&f->m, result), true));
    Shape want = frame_shape(f, e->type);
    return build_finish_items(f, items, build_coerce_rep(f, result, want.rep, want.test));
}

Hir *build_assign_op(Frame *f, const TExpr *e, bool wanted) {
    const TExpr *left = e->assign.target, *right = e->assign.value;
    HirVec items = {0};
    Target t = target_of(f, left, &items);
    Hir *old = read_target(f, &t);
    BinOp op = e->assign.op;
    if (op == OP_BOOL_AND || op == OP_BOOL_OR) {
        Type *type = f->b->program->core.t_bool;
        Hir *other = build_value_as(f, right, type);
        build_at(f, e->span);
        Hir *decided = hir_bool(&f->m, op == OP_BOOL_OR);
        old = build_coerce(f, old, left->type, type);
        Hir *result = op == OP_BOOL_AND ? hir_if(&f->m, REP_BOOL, old, other, decided) : hir_if(&f->m, REP_BOOL, old, decided, other);
        return write_back(f, &t, result, type, &items, e, wanted);
    }
    if (op == OP_ADD && frame_shape(f, left->type).test == f->b->n->string) {
        /* s += a: the old value is one of the parts. */
        TVar var = {.type = left->type};
        TExpr local = {.kind = TE_LOCAL, .span = left->span, .type = left->type, .local = &var};
        build_bind_stable(f, &var, build_once(f, old, &items));
        TExpr *parts[2] = {&local, (TExpr *)right};
        Hir *result = build_concat(f, 2, parts);
        map_set(&f->bindings, (u64)(uintptr_t)&var, NULL);
        build_at(f, e->span);
        return write_back(f, &t, result, left->type, &items, e, wanted);
    }
    Hir *other = build_value(f, right);
    build_at(f, e->span);
    return write_back(f, &t, build_arithmetic(f, op, old, left->type, other, right->type, left->type), left->type, &items, e, wanted);
}

Hir *build_increment(Frame *f, const TExpr *e, bool wanted) {
    const TExpr *operand = e->unop.operand;
    HirVec items = {0};
    Target t = target_of(f, operand, &items);
    build_at(f, e->span);
    bool post = e->unop.op == UNOP_POST_INC || e->unop.op == UNOP_POST_DEC;
    BinOp op = e->unop.op == UNOP_PRE_INC || e->unop.op == UNOP_POST_INC ? OP_ADD : OP_SUB;
    Hir *old = read_target(f, &t);
    if (post && wanted) {
        old = build_once(f, old, &items);
        Type *int_type = f->b->program->core.t_int;
        Hir *result = build_arithmetic(f, op, hir_again(&f->m, old), operand->type, hir_int(&f->m, 1), int_type, operand->type);
        vec_push(f->b->arena, &items, write_target(f, &t, stored(f, &t, result, operand->type), true));
        Shape want = frame_shape(f, e->type);
        return build_finish_items(f, &items, build_coerce_rep(f, old, want.rep, want.test));
    }
    Hir *result = build_arithmetic(f, op, old, operand->type, hir_int(&f->m, 1), f->b->program->core.t_int, operand->type);
    return write_back(f, &t, result, operand->type, &items, e, wanted);
}
