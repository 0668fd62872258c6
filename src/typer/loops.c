/* loops: for and while.
 *
 * for over a...b is TE_FOR_RANGE, over an Array TE_FOR_ARRAY. Over anything else it becomes a TE_LET of the iterator and a TE_WHILE that
 * calls hasNext and next; over what has a length and [] (Vector) a range with an access. The iterator is the value itself when it has
 * hasNext and next, else what its iterator() or, with a key, keyValueIterator() gives; extension methods count.
 */
#include "typing.h"

static TExpr *type_body_of_loop(Typing *t, const AstExpr *body) {
    t->func->loops++;
    TExpr *e = type_expr(t, body, want_nothing);
    t->func->loops--;
    return e;
}

TExpr *type_while(Typing *t, const AstExpr *ast) {
    TExpr *e = te_new(t, TE_WHILE, AT(t, ast), CORE(t)->t_void);
    e->loop.do_while = ast->do_while;
    if (ast->do_while) {
        e->loop.body = type_body_of_loop(t, ast->pair.right);
        e->loop.condition = type_condition(t, ast->pair.left, AT(t, ast->pair.left));
    } else {
        e->loop.condition = type_condition(t, ast->pair.left, e->span);
        e->loop.body = type_body_of_loop(t, ast->pair.right);
    }
    return e;
}

/* ---- for ------------------------------------------------------------------------------------------------------------------------------------------- */

typedef struct Loop {
    const AstFor *ast;
    Span span;
} Loop;

static TVar *loop_var(Typing *t, const Ident *name, Type *type) {
    TVar *var = var_new(t, name->name, type, (Span){t->file, name->start, name->end});
    var->is_loop_var = true;
    var_show(t, var);
    return var;
}

static TExpr *for_range(Typing *t, const Loop *loop) {
    const AstExpr *iterable = loop->ast->iterable;
    TExpr *from = type_as(t, iterable->pair.left, CORE(t)->t_int);
    TExpr *to = type_as(t, iterable->pair.right, CORE(t)->t_int);
    if (from->kind == TE_INT && to->kind == TE_INT && from->int_value > to->int_value) {
        report(t, loop->span, "for.backwards", "Cannot iterate backwards");
    }
    u32 mark = scope_open(t);
    TVar *var = loop_var(t, &loop->ast->value, CORE(t)->t_int);
    var->is_counter = true;
    TExpr *body = type_body_of_loop(t, loop->ast->body);
    scope_close(t, mark);
    TExpr *e = te_new(t, TE_FOR_RANGE, loop->span, CORE(t)->t_void);
    e->range.var = var;
    e->range.from = from;
    e->range.to = to;
    e->range.body = body;
    return e;
}

static TExpr *for_array(Typing *t, const Loop *loop, TExpr *array, Type *element) {
    u32 mark = scope_open(t);
    TVar *key = loop->ast->key.name ? loop_var(t, &loop->ast->key, CORE(t)->t_int) : NULL;
    TVar *var = loop_var(t, &loop->ast->value, element);
    TExpr *body = type_body_of_loop(t, loop->ast->body);
    scope_close(t, mark);
    TExpr *e = te_new(t, TE_FOR_ARRAY, loop->span, CORE(t)->t_void);
    e->each.key = key;
    e->each.var = var;
    e->each.iterable = array;
    e->each.body = body;
    return e;
}

static bool has_member(Typing *t, Type *type, Name name) {
    type = follow(t, type);
    if (type->kind == TYPE_ANON) return anon_field(type->anon, name) != NULL;
    Type *in;
    return (type->kind == TYPE_DECL || type->kind == TYPE_PARAM) && type_find_member(t->program, type, name, &in) != NULL;
}

static bool is_iterator(Typing *t, Type *type) {
    return has_member(t, type, NAMES(t)->has_next) && has_member(t, type, NAMES(t)->next);
}

static TExpr *call_member(Typing *t, TExpr *object, Name name, Span span) {
    const AstExprList none = {0};
    return ref_call(t, ref_field(t, object, name, span, span), &none, span, want_value);
}

static TExpr *for_iterator(Typing *t, const Loop *loop, TExpr *iterator) {
    Span at = iterator->span;
    TVar *it = var_temp(t, "iterator", iterator->type, at);
    TExpr *condition = call_member(t, te_local(t, at, it), NAMES(t)->has_next, at);
    TExpr *next = call_member(t, te_local(t, at, it), NAMES(t)->next, at);
    if (te_is_error(condition) || te_is_error(next)) return te_error(t, loop->span);
    u32 mark = scope_open(t);
    TExpr *items[4];
    u32 count = 0;
    if (loop->ast->key.name) {
        TVar *pair = var_temp(t, "pair", next->type, at);
        items[count++] = te_var(t, at, pair, next);
        TExpr *key = ref_read(t, ref_field(t, te_local(t, at, pair), NAMES(t)->key, at, at));
        TExpr *value = ref_read(t, ref_field(t, te_local(t, at, pair), NAMES(t)->value, at, at));
        TVar *key_var = loop_var(t, &loop->ast->key, key->type);
        items[count++] = te_var(t, key_var->span, key_var, key);
        TVar *var = loop_var(t, &loop->ast->value, value->type);
        items[count++] = te_var(t, var->span, var, value);
    } else {
        TVar *var = loop_var(t, &loop->ast->value, next->type);
        items[count++] = te_var(t, var->span, var, next);
    }
    items[count++] = type_body_of_loop(t, loop->ast->body);
    scope_close(t, mark);
    TExpr *e = te_new(t, TE_WHILE, loop->span, CORE(t)->t_void);
    e->loop.condition = condition;
    e->loop.body = te_block(t, loop->span, CORE(t)->t_void, count, items);
    return te_let(t, loop->span, it, iterator, e);
}

/* What is no iterator and gives none but has a length and []: for (`i in 0...length) { var x = values[`i]; body } */
static TExpr *for_indexed(Typing *t, const Loop *loop, TExpr *values) {
    Span at = values->span;
    TVar *all = var_temp(t, "values", values->type, at);
    TExpr *length = ref_read(t, ref_field(t, te_local(t, at, all), NAMES(t)->length, at, at));
    TVar *index = var_new(t, name_printf(t->program->names, "`index%u", ++t->synthetic), CORE(t)->t_int, at);
    index->is_loop_var = true;
    u32 mark = scope_open(t);
    var_show(t, index);
    AstExpr ident = {.kind = EXPR_IDENT, .start = at.start, .end = at.end};
    ident.ident = index->name;
    TExpr *item = ref_read(t, ref_index(t, te_local(t, at, all), &ident, at));
    TVar *var = loop_var(t, &loop->ast->value, item->type);
    TExpr *items[2];
    items[0] = te_var(t, var->span, var, item);
    items[1] = type_body_of_loop(t, loop->ast->body);
    scope_close(t, mark);
    TExpr *e = te_new(t, TE_FOR_RANGE, loop->span, CORE(t)->t_void);
    e->range.var = index;
    e->range.from = te_int(t, at, 0);
    e->range.to = coerce(t, length, CORE(t)->t_int);
    e->range.body = te_block(t, loop->span, CORE(t)->t_void, 2, items);
    return te_let(t, loop->span, all, values, e);
}

static bool is_indexed(Typing *t, Type *type) {
    TypeDecl *decl = type_abstract(t->program, follow(t, type));
    return decl && abstract_facts(t, decl)->array_read.count && has_member(t, type, NAMES(t)->length);
}

/* The array behind an abstract that says how to get its iterator by forwarding to it; NULL: it is none. */
static Type *array_element(Typing *t, Type *type) {
    type = follow_null(t, type);
    return type->kind == TYPE_DECL && type->decl.decl == CORE(t)->array ? type->decl.args[0] : NULL;
}

static TExpr *after_error(Typing *t, const Loop *loop) {
    u32 mark = scope_open(t);
    if (loop->ast->key.name) loop_var(t, &loop->ast->key, CORE(t)->t_error);
    loop_var(t, &loop->ast->value, CORE(t)->t_error);
    type_body_of_loop(t, loop->ast->body);
    scope_close(t, mark);
    return te_error(t, loop->span);
}

TExpr *type_for(Typing *t, const AstExpr *ast, Want want) {
    (void)want;
    Loop loop = {ast->for_, AT(t, ast)};
    const AstExpr *iterable = ast->for_->iterable;
    if (!iterable) return unsupported(t, loop.span, "macros");
    bool pairs = ast->for_->key.name != NULL;
    if (iterable->kind == EXPR_BINOP && iterable->binop == BINOP_INTERVAL && !pairs) return for_range(t, &loop);
    TExpr *e = type_expr(t, iterable, want_value);
    if (te_is_error(e)) return after_error(t, &loop);
    Type *element = array_element(t, e->type);
    if (element) return for_array(t, &loop, e, element);
    if (type_is_dynamic(t->program, e->type)) {
        report(t, e->span, "for.dynamic", "You can't iterate on a Dynamic value, please specify Iterator or Iterable");
        return after_error(t, &loop);
    }
    if (!is_iterator(t, e->type)) {
        Name name = pairs ? NAMES(t)->key_value_iterator : NAMES(t)->iterator;
        Extension found;
        u32 marked = mono_mark(t->program);
        bool gives = has_member(t, e->type, name) || (type_abstract(t->program, follow(t, e->type)) &&
                                                      abstract_forwards(t->program, type_abstract(t->program, follow(t, e->type)), name));
        if (!gives && find_extension(t, e, name, &found)) {
            mono_undo(t->program, marked);
            gives = true;
        }
        if (!gives && !pairs && is_indexed(t, e->type)) return for_indexed(t, &loop, e);
        e = call_member(t, e, name, e->span);
        if (te_is_error(e)) return after_error(t, &loop);
        if (!is_iterator(t, e->type)) {
            report(t, e->span, "for.no-iterator", "%s has no field hasNext", show(t, e->type));
            return after_error(t, &loop);
        }
    }
    return for_iterator(t, &loop, e);
}
