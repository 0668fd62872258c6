/* expr: which function translates which expression.
 *
 * `value` gives an expression in the representation of its static type; `effect` leaves out what only the value would need.
 */
#include "build.h"

static Hir *block(Frame *f, const TExpr *e, bool wanted) {
    u32 count = e->list.count;
    Hir **items = NEW_ARRAY(f->b->arena, Hir *, count + 1);
    u32 made = 0;
    for (u32 i = 0; i < count; i++) {
        const TExpr *item = e->list.items[i];
        items[made++] = wanted && i + 1 == count ? build_value_as(f, item, e->type) : build_effect(f, item);
    }
    build_at(f, e->span);
    if (wanted && count == 0) return hir_null(&f->m, frame_rep(f, e->type));
    return hir_block(&f->m, made, items);
}

/* A named local function whose variable is assigned later shares a cell with itself, so the cell must be there first. */
static bool captures_itself(const TVar *var, const TExpr *init) {
    if (!init || init->kind != TE_FUNCTION || !var->captured || !var->written) return false;
    const TFunction *function = init->function;
    for (u32 i = 0; i < function->captures.count; i++)
        if (function->captures.at[i] == var) return true;
    return false;
}

static Hir *declare(Frame *f, const TVar *var, const TExpr *init, Span span) {
    Rep rep = frame_rep(f, var->type);
    if (rep == REP_VOID) {
        Hir *first = init ? build_effect(f, init) : hir_block(&f->m, 0, NULL);
        build_at(f, span);
        return hir_seq(&f->m, first, hir_declare(&f->m, build_var_of(f, var), hir_null(&f->m, REP_WORD)));
    }
    if (captures_itself(var, init)) {
        HirVar *hir = build_var_of(f, var);
        Hir *first = hir_declare(&f->m, hir, hir_null(&f->m, rep));
        Hir *function = build_value_as(f, init, var->type);
        build_at(f, span);
        return hir_seq(&f->m, first, hir_set(&f->m, hir, function));
    }
    Hir *value = init ? build_value_as(f, init, var->type) : NULL;
    build_at(f, span);
    if (!value) value = hir_null(&f->m, rep);
    bool nonnull = rep == REP_REF && hir_never_null(value) && !var->written;
    HirVar *hir = build_var_of(f, var);
    if (nonnull) hir->is_nonnull = true;
    return hir_declare(&f->m, hir, value);
}

/* The class of a new map. Its type alone decides it, so that a variable of that type never holds one of another class. */
static TypeDecl *class_of_map(Frame *f, const TExpr *init, const Hir *h) {
    Type *type = type_follow(f->b->program, init->type);
    if (type->kind != TYPE_DECL || type->decl.decl != f->b->program->core.map) return NULL;
    while (h->kind == HIR_BLOCK && h->block.count > 1) h = h->block.items[0];
    if (h->kind == HIR_DECLARE) h = h->var.value;
    if (h->kind != HIR_OP || h->op != PRIM_NEW_OBJECT) return NULL;
    return program_find_type(f->b->program, h->o.owner->text);
}

/* Temporaries of the compiler's stand for their value where it can be repeated. */
static Hir *let(Frame *f, const TExpr *e, bool wanted) {
    HirVec items = {0};
    Hir *init = build_value_as(f, e->let.init, e->let.var->type);
    build_at(f, e->span);
    if (!e->let.var->written && !e->let.var->captured && init->rep != REP_VOID) {
        TypeDecl *exact = class_of_map(f, e->let.init, init);
        Hir *once = build_once(f, init, &items);
        if (exact && once->kind == HIR_LOCAL) once->var.var->exact = exact;
        build_bind_stable(f, e->let.var, once);
    } else {
        if (init->rep == REP_VOID) init = build_coerce_rep(f, init, REP_WORD, NULL);
        vec_push(f->b->arena, &items, hir_declare(&f->m, build_var_of(f, e->let.var), init));
    }
    Hir *body = wanted ? build_value_as(f, e->let.body, e->type) : build_effect(f, e->let.body);
    return build_finish_items(f, &items, body);
}

static Hir *coalesce(Frame *f, const TExpr *e) {
    HirVec items = {0};
    Hir *left = build_once(f, build_value(f, e->binop.left), &items);
    build_at(f, e->span);
    Shape shape = frame_shape(f, e->type);
    if (left->rep != REP_REF && left->rep != REP_WORD)
        return build_finish_items(f, &items, build_coerce(f, left, e->binop.left->type, e->type));
    Hir *missing = build_is_null(f, hir_again(&f->m, left));
    Hir *given = build_coerce(f, left, e->binop.left->type, e->type);
    Hir *other = build_value_as(f, e->binop.right, e->type);
    build_at(f, e->span);
    return build_finish_items(f, &items, hir_if(&f->m, shape.rep, missing, other, given));
}

/* object?.name */
static Hir *safe_field(Frame *f, const TExpr *e, bool wanted) {
    HirVec items = {0};
    TExpr *object = e->field.object;
    Hir *left = build_once(f, build_value(f, object), &items);
    TVar var = {.type = object->type};
    TExpr local = {.kind = TE_LOCAL, .span = object->span, .type = object->type, .local = &var};
    TExpr access = *e;
    access.kind = TE_FIELD;
    access.field.object = &local;
    Type *inner = NULL;
    if (type_is_nullable_wrapper(f->b->program, e->type, &inner)) access.type = inner;
    build_bind_stable(f, &var, left);
    Rep rep = wanted ? frame_rep(f, e->type) : REP_VOID;
    build_at(f, e->span);
    Hir *present = hir_op1(&f->m, PRIM_NOT, REP_VOID, build_is_null(f, hir_again(&f->m, left)));
    Hir *then = wanted ? build_coerce(f, build_value(f, &access), access.type, e->type) : build_effect(f, &access);
    map_set(&f->bindings, (u64)(uintptr_t)&var, NULL);
    return build_finish_items(f, &items, hir_if(&f->m, rep, present, then, rep == REP_VOID ? NULL : hir_null(&f->m, rep)));
}

static Hir *leave_loop(Frame *f, const TExpr *e) {
    ASSERT(f->loop);
    return hir_leave(&f->m, e->kind == TE_BREAK ? f->loop->leave : f->loop->next, NULL);
}

/* NULL: an expression whose value and effect do not differ in how they are made. */
static Hir *two_ways(Frame *f, const TExpr *e, bool wanted) {
    switch (e->kind) {
    case TE_BLOCK:
        return block(f, e, wanted);
    case TE_IF:
        return build_if(f, e, wanted);
    case TE_SWITCH:
        return build_switch(f, e, wanted);
    case TE_TRY:
        return build_try(f, e, wanted);
    case TE_LET:
        return let(f, e, wanted);
    case TE_SAFE_FIELD:
        return safe_field(f, e, wanted);
    case TE_ASSIGN:
        return build_assign(f, e, wanted);
    case TE_ASSIGN_OP:
        return build_assign_op(f, e, wanted);
    case TE_UNOP:
        return build_unop(f, e, wanted);
    default:
        return NULL;
    }
}

static Hir *one_way(Frame *f, const TExpr *e) {
    build_at(f, e->span);
    HirMaker *m = &f->m;
    switch (e->kind) {
    case TE_INT:
        return frame_rep(f, e->type) == REP_F64 ? hir_const(m, hir_const_float(e->int_value)) : hir_int(m, e->int_value);
    case TE_FLOAT:
        return hir_const(m, hir_const_float(e->float_value));
    case TE_STRING:
        return hir_string(m, name_of(f->b->names, e->string.bytes, e->string.length));
    case TE_BOOL:
        return hir_bool(m, e->bool_value);
    case TE_NULL:
        return hir_null(m, frame_rep(f, e->type));
    case TE_REGEXP:
        return build_regexp(f, e);
    case TE_THIS:
    case TE_SUPER:
        return build_this_of(f);
    case TE_LOCAL:
        return build_read_var(f, e->local);
    case TE_FIELD:
        return build_read_field(f, e);
    case TE_TYPE:
        return hir_const(m, hir_const_named(HIR_CONST_CLASS, e->decl->path));
    case TE_INDEX:
        return build_index(f, e);
    case TE_BINOP:
        return build_binop(f, e);
    case TE_CALL:
        return build_call(f, e);
    case TE_NEW:
        return build_new_object(f, e);
    case TE_OBJECT:
        return build_object_literal(f, e);
    case TE_ARRAY:
        return build_array_literal(f, e);
    case TE_MAP:
        return build_map_literal(f, e);
    case TE_CONCAT:
        return build_concat(f, e->list.count, e->list.items);
    case TE_FUNCTION:
        return build_make_closure(f, e);
    case TE_VAR:
        return declare(f, e->var.var, e->var.init, e->span);
    case TE_WHILE:
        return build_while_loop(f, e);
    case TE_FOR_RANGE:
        return build_for_range(f, e);
    case TE_FOR_ARRAY:
        return build_for_array(f, e);
    case TE_FOR_ITERATOR:
        return build_for_iterator(f, e);
    case TE_RETURN:
        return build_return(f, e);
    case TE_BREAK:
    case TE_CONTINUE:
        return leave_loop(f, e);
    case TE_THROW:
        return build_throw(f, e);
    case TE_CAST:
        return build_cast(f, e);
    case TE_IS:
        return build_is(f, e);
    case TE_COALESCE:
        return coalesce(f, e);
    case TE_POS_INFOS:
        return build_pos_infos(f, e);
    case TE_ERROR:
        f->b->failed = true;
        return hir_throw(m, hir_null(m, REP_WORD));
    case TE_UNOP:
    case TE_ASSIGN:
    case TE_ASSIGN_OP:
    case TE_BLOCK:
    case TE_IF:
    case TE_SWITCH:
    case TE_TRY:
    case TE_LET:
    case TE_SAFE_FIELD:
    case TE_COUNT:
        break;
    }
    FATAL("lowering: unknown kind of expression %d", e->kind);
}

/* The typed tree says Void where control does not come back; whoever wants a value there gets a node that diverges. */
Hir *build_value(Frame *f, const TExpr *e) {
    Hir *h = two_ways(f, e, frame_rep(f, e->type) != REP_VOID);
    return h ? h : one_way(f, e);
}

Hir *build_effect(Frame *f, const TExpr *e) {
    Hir *h = two_ways(f, e, false);
    return h ? h : one_way(f, e);
}
