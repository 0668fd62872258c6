/* loops: every loop becomes one with a condition.
 *
 *     for (i in a...b) body      hidden next = a, bound = b;  while (next < bound) { declare i = next; next = next + 1; body }
 *     for (x in array) body      hidden array, index = 0;     while (index < length) { declare x = array[index]; index++; body }
 *     for (x in iterator) body   hidden iterator;             while (hasNext()) { declare x = next(); body }
 *
 * The loop's variable is declared within the body, so each iteration has its own, and a closure that captures it keeps it.
 */
#include "build.h"

typedef struct Loop {
    HirLoop *loop, *outer;
} Loop;

static Loop begin(Frame *f, const TExpr *e) {
    Loop l = {.outer = f->loop};
    l.loop = NEW(f->b->arena, HirLoop);
    l.loop->span = e->span;
    l.loop->leave = hir_label_new(&f->m, REP_VOID);
    l.loop->next = hir_label_new(&f->m, REP_VOID);
    f->loop = l.loop;
    return l;
}

static Hir *end(Frame *f, Loop *l, const TExpr *e, HirVec *items, Hir *test, Hir *body) {
    f->loop = l->outer;
    build_at(f, e->span);
    if (test && test->kind == HIR_CONST && test->constant.int_value) test = NULL;
    l->loop->condition = test;
    l->loop->body = body->rep == REP_VOID || hir_diverges(body) ? body : build_coerce_rep(f, body, REP_VOID, NULL);
    return build_finish_items(f, items, hir_loop(&f->m, l->loop));
}

static HirVar *hidden(Frame *f, Name name, Rep rep, Type *type, Hir *init, HirVec *items) {
    HirVar *var = hir_var(&f->m, name, type ? lower_type_name(f->b->lowering, frame_type(f, type)) : NULL, rep, LOCAL_HIDDEN);
    vec_push(f->b->arena, items, hir_declare(&f->m, var, init));
    return var;
}

Hir *build_while_loop(Frame *f, const TExpr *e) {
    HirVec items = {0};
    Hir *test = build_condition(f, e->loop.condition);
    Loop l = begin(f, e);
    l.loop->do_while = e->loop.do_while;
    Hir *body = e->loop.body ? build_effect(f, e->loop.body) : hir_block(&f->m, 0, NULL);
    return end(f, &l, e, &items, test, body);
}

Hir *build_for_range(Frame *f, const TExpr *e) {
    HirMaker *m = &f->m;
    Type *int_type = f->b->program->core.t_int;
    HirVec items = {0}, body = {0};
    Hir *from = build_value_as(f, e->range.from, int_type);
    build_at(f, e->span);
    HirVar *next = hidden(f, f->b->n->next_, REP_I32, int_type, from, &items);
    Hir *to = build_value_as(f, e->range.to, int_type);
    build_at(f, e->span);
    HirVar *bound = hidden(f, f->b->n->bound_, REP_I32, int_type, to, &items);
    Hir *test = hir_op2(m, PRIM_LT, REP_VOID, hir_local(m, next), hir_local(m, bound));
    Loop l = begin(f, e);
    Shape shape = frame_shape(f, e->range.var->type);
    Hir *i = build_coerce_rep(f, hir_local(m, next), shape.rep, shape.test);
    vec_push(f->b->arena, &body, hir_declare(m, build_var_of(f, e->range.var), i));
    vec_push(f->b->arena, &body, hir_set(m, next, hir_op2(m, PRIM_ADD, REP_VOID, hir_local(m, next), hir_int(m, 1))));
    vec_push(f->b->arena, &body, build_effect(f, e->range.body));
    return end(f, &l, e, &items, test, build_finish_items(f, &body, hir_block(m, 0, NULL)));
}

/* The length is asked for each time: elements pushed meanwhile are seen. */
Hir *build_for_array(Frame *f, const TExpr *e) {
    Build *b = f->b;
    HirMaker *m = &f->m;
    HirVec items = {0}, body = {0};
    Type *int_type = b->program->core.t_int;
    Type *element = lower_array_element(b->lowering, b->arena, frame_type(f, e->each.iterable->type));
    Shape shape = lower_shape(b->lowering, element ? element : b->program->core.t_dynamic);
    Rep rep = shape.rep == REP_VOID ? REP_WORD : shape.rep;
    Hir *iterable = build_value(f, e->each.iterable);
    if (!element && !hir_diverges(iterable)) iterable = build_coerce_rep(f, build_to_word(f, iterable), REP_REF, b->n->array);
    build_at(f, e->span);
    HirVar *array = hidden(f, b->n->array_, REP_REF, e->each.iterable->type, hir_nonnull(m, iterable), &items);
    array->is_nonnull = true;
    HirVar *index = hidden(f, b->n->index, REP_I32, int_type, hir_int(m, 0), &items);
    Hir *length = hir_op1(m, PRIM_ARRAY_LEN, REP_VOID, hir_local(m, array));
    Hir *test = hir_op2(m, PRIM_LT, REP_VOID, hir_local(m, index), length);
    Loop l = begin(f, e);
    if (e->each.key) vec_push(b->arena, &body, hir_declare(m, build_var_of(f, e->each.key), hir_local(m, index)));
    Hir *get = hir_op2(m, PRIM_ARRAY_GET, rep, hir_local(m, array), hir_local(m, index));
    if (rep == REP_REF && shape.test != b->n->ref) get->o.test = shape.test;
    Shape want = frame_shape(f, e->each.var->type);
    if (want.rep == REP_VOID) want.rep = REP_WORD;
    vec_push(b->arena, &body, hir_declare(m, build_var_of(f, e->each.var), build_coerce_rep(f, get, want.rep, want.test)));
    vec_push(b->arena, &body, hir_set(m, index, hir_op2(m, PRIM_ADD, REP_VOID, hir_local(m, index), hir_int(m, 1))));
    vec_push(b->arena, &body, build_effect(f, e->each.body));
    return end(f, &l, e, &items, test, build_finish_items(f, &body, hir_block(m, 0, NULL)));
}

/* With a key, next() gives a structure of key and value. */
Hir *build_for_iterator(Frame *f, const TExpr *e) {
    Build *b = f->b;
    HirMaker *m = &f->m;
    Args none = NO_ARGS;
    HirVec items = {0}, body = {0};
    Type *type = e->each.iterable->type, *dynamic = b->program->core.t_dynamic;
    Hir *iterable = build_value(f, e->each.iterable);
    build_at(f, e->span);
    Rep rep = hir_diverges(iterable) ? REP_WORD : (Rep)iterable->rep;
    if (hir_diverges(iterable)) iterable = build_coerce_rep(f, iterable, rep, NULL);
    HirVar *iterator = hidden(f, b->n->iterator, rep, type, iterable, &items);
    Hir *test = build_call_member(f, hir_local(m, iterator), type, b->n->has_next, &none, b->program->core.t_bool);
    Loop l = begin(f, e);
    if (e->each.key) {
        HirVar *entry = hir_temp(m, REP_WORD);
        vec_push(b->arena, &body, hir_declare(m, entry, build_call_member(f, hir_local(m, iterator), type, b->n->next, &none, dynamic)));
        Hir *key = build_get_by_name(f, hir_local(m, entry), b->n->key, e->each.key->type);
        vec_push(b->arena, &body, hir_declare(m, build_var_of(f, e->each.key), key));
        Hir *value = build_get_by_name(f, hir_local(m, entry), b->n->value, e->each.var->type);
        vec_push(b->arena, &body, hir_declare(m, build_var_of(f, e->each.var), value));
    } else {
        Hir *next = build_call_member(f, hir_local(m, iterator), type, b->n->next, &none, e->each.var->type);
        vec_push(b->arena, &body, hir_declare(m, build_var_of(f, e->each.var), next));
    }
    vec_push(b->arena, &body, build_effect(f, e->each.body));
    return end(f, &l, e, &items, test, build_finish_items(f, &body, hir_block(m, 0, NULL)));
}
