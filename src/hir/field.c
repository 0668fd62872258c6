/* field: reading fields, static variables, array elements; methods and constructors of enums as values.
 *
 * A field is read in the representation of its declared type and coerced to the type at hand: a field of type T in Box<Int> holds a
 * word. Structures and Dynamic are asked by name at run time.
 */
#include "build.h"

bool lower_is_dynamic(const Field *field) { return field->kind == FIELD_METHOD && field->is_dynamic; }

bool lower_is_static(const Field *field) {
    if (!field->is_static || !field->owner || field->native || field->is_extern) return false;
    return lower_is_dynamic(field) || (field->kind == FIELD_VAR && field->has_storage && !field->is_inline && !field->is_enum_value);
}

bool lower_by_name_only(const Field *field) { return field->owner && field->owner->kind == DECL_INTERFACE; }

static Hir *to_type(Frame *f, Hir *h, Type *type) {
    Shape want = frame_shape(f, type);
    return build_coerce_rep(f, h, want.rep, want.test);
}

Hir *build_get_by_name(Frame *f, Hir *object, Name name, Type *type) {
    Hir *args[2] = {build_to_word(f, object), hir_const(&f->m, hir_const_named(HIR_CONST_NAME, name))};
    return to_type(f, hir_rt(&f->m, f->b->n->field_get, REP_WORD, 2, args), type);
}

Hir *build_load_field(Frame *f, Hir *object, Field *field, Type *type) {
    Rep rep = lower_shape(f->b->lowering, field_type(f->b->program, field)).rep;
    if (rep == REP_VOID) rep = REP_WORD;
    Hir *load = hir_symbol(hir_op1(&f->m, PRIM_LOAD_FIELD, rep, object), field->owner->path, field->name);
    return to_type(f, load, type);
}

/* ---- Functions as values ----------------------------------------------------------------------------------------------------------------- */

static Hir *closure_of(Frame *f, const Field *field, const char *suffix, u32 count, Hir *const *captures) {
    Name name = name_printf(f->b->names, "%s`%s", field->path->text, suffix);
    return hir_symbol(hir_op(&f->m, PRIM_MAKE_CLOSURE, REP_VOID, count, captures), name, NULL);
}

/* One name for a method and all that override it, so that closures of one method of one object are alike. */
Hir *build_method_closure(Frame *f, Hir *receiver, Field *method) {
    return closure_of(f, lower_topmost(f->b->lowering, method), "bound", 1, &receiver);
}

/* ---- The kinds of access -------------------------------------------------------------------------------------------------------------------- */

static Hir *instance_field(Frame *f, const TExpr *e) {
    Field *field = e->field.field;
    TExpr *object = e->field.object;
    if (object->kind == TE_SUPER && field->kind == FIELD_METHOD) {
        Hir *receiver = build_this_of(f);
        return closure_of(f, field, "super", 1, &receiver);
    }
    if (field->kind == FIELD_METHOD && !lower_is_dynamic(field)) {
        Hir *receiver = build_nonnull_value(f, object, field->owner->type);
        build_at(f, e->span);
        return build_method_closure(f, receiver, field);
    }
    if (field->native) {
        Args none = NO_ARGS;
        Hir *receiver = build_value_as(f, object, field->owner->type);
        build_at(f, e->span);
        return build_call_field(f, field, receiver, object->type, false, &none, NULL, e->type);
    }
    Type *element = lower_array_element(f->b->lowering, f->b->arena, frame_type(f, object->type));
    if (element && field->name == f->b->n->length) {
        Hir *array = build_nonnull_value(f, object, NULL);
        build_at(f, e->span);
        return to_type(f, hir_op1(&f->m, PRIM_ARRAY_LEN, REP_VOID, array), e->type);
    }
    if (lower_by_name_only(field)) {
        Hir *receiver = build_value(f, object);
        build_at(f, e->span);
        return build_get_by_name(f, receiver, field->name, e->type);
    }
    Hir *receiver = build_nonnull_value(f, object, field->owner->type);
    build_at(f, e->span);
    return build_load_field(f, receiver, field, e->type);
}

static Hir *static_field(Frame *f, const TExpr *e) {
    Field *field = e->field.field;
    if (field->kind != FIELD_VAR && !lower_is_dynamic(field)) return closure_of(f, field, "static", 0, NULL);
    if (field->is_inline || field->read == ACCESS_INLINE || field->is_enum_value) return build_inline_variable(f, field, e->type);
    if (field->native) {
        Args none = NO_ARGS;
        return build_call_field(f, field, NULL, NULL, false, &none, NULL, e->type);
    }
    Rep rep = lower_shape(f->b->lowering, field_type(f->b->program, field)).rep;
    if (rep == REP_VOID) rep = REP_WORD;
    Hir *load = hir_op(&f->m, PRIM_LOAD_STATIC, rep, 0, NULL);
    return to_type(f, hir_symbol(load, lower_static_owner(f->b->lowering, field), field->name), e->type);
}

static Hir *enum_constructor(Frame *f, const TExpr *e) {
    Field *field = e->field.field;
    Type *type = type_follow(f->b->program, field_type(f->b->program, field));
    if (type->kind == TYPE_FUN) return closure_of(f, field, "make", 0, NULL);
    return hir_symbol(hir_op(&f->m, PRIM_NEW_ENUM, REP_VOID, 0, NULL), field->owner->path, field->name);
}

Hir *build_read_field(Frame *f, const TExpr *e) {
    switch (e->field.access) {
    case FA_INSTANCE:
        return instance_field(f, e);
    case FA_STATIC:
        return static_field(f, e);
    case FA_ENUM:
        return enum_constructor(f, e);
    case FA_ANON:
    case FA_DYNAMIC:
        break;
    }
    Hir *object = build_value(f, e->field.object);
    build_at(f, e->span);
    return build_get_by_name(f, object, e->field.name, e->type);
}

/* ---- Arrays -------------------------------------------------------------------------------------------------------------------------------------- */

/* object[cast name], as the library reaches fields of a Dynamic; NULL: the index is a number. */
static const TExpr *index_name(Frame *f, const TExpr *e) {
    const TExpr *index = e->index.index;
    while (index->kind == TE_CAST) index = index->cast.operand;
    bool is_dynamic = frame_rep(f, e->index.object->type) == REP_WORD;
    return is_dynamic && frame_shape(f, index->type).test == f->b->n->string ? index : NULL;
}

/* What is indexed without being known as an array is the runtime's business. */
static Hir *dynamic_index(Frame *f, const TExpr *e, Hir *object) {
    object = build_to_word(f, object);
    Hir *index = build_value_as(f, e->index.index, f->b->program->core.t_int);
    build_at(f, e->span);
    return to_type(f, hir_rt(&f->m, f->b->n->dynamic_index, REP_WORD, 2, (Hir *[]){object, index}), e->type);
}

Hir *build_index(Frame *f, const TExpr *e) {
    const TExpr *name = index_name(f, e);
    if (name) {
        Hir *object = build_value(f, e->index.object), *text = build_value(f, name);
        build_at(f, e->span);
        return to_type(f, hir_rt(&f->m, f->b->n->reflect_field, REP_WORD, 2, (Hir *[]){object, text}), e->type);
    }
    Type *element = lower_array_element(f->b->lowering, f->b->arena, frame_type(f, e->index.object->type));
    Shape shape = element ? lower_shape(f->b->lowering, element) : lower_shape(f->b->lowering, f->b->program->core.t_dynamic);
    Hir *array = build_value(f, e->index.object);
    if (!element && !hir_diverges(array)) return dynamic_index(f, e, array);
    build_at(f, e->span);
    array = hir_nonnull(&f->m, array);
    Hir *index = build_value_as(f, e->index.index, f->b->program->core.t_int);
    build_at(f, e->span);
    Hir *get = hir_op2(&f->m, PRIM_ARRAY_GET, shape.rep == REP_VOID ? REP_WORD : shape.rep, array, index);
    if (shape.rep == REP_REF && shape.test != f->b->n->ref) get->o.test = shape.test;
    return to_type(f, get, e->type);
}
