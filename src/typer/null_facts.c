/* null_facts.c: see null_facts.h. */
#include "null_facts.h"

static const TExpr *plain(const TExpr *e)
{
    while (e->kind == TE_CAST && e->cast.kind != CAST_CHECKED) e = e->cast.operand;
    return e;
}

static bool is_variable(const TExpr *e)
{
    const Field *field = e->field.field;
    return !field || field->kind == FIELD_VAR;
}

Name null_key(Typing *t, const TExpr *e, NullMode mode)
{
    Names *names = t->program->names;
    e = plain(e);
    switch (e->kind) {
    case TE_LOCAL:
        return e->local->is_this ? NAMES(t)->this_ : name_printf(names, "v%u", e->local->id);
    case TE_THIS:
        return NAMES(t)->this_;
    case TE_FIELD: {
        if (!is_variable(e) || e->field.access == FA_ENUM || e->field.access == FA_DYNAMIC) return NULL;
        if (mode == NULL_STRICT_THREADED && !(e->field.field && e->field.field->is_final)) return NULL;
        if (!e->field.object) return e->field.field ? e->field.field->path : NULL;
        Name object = null_key(t, e->field.object, mode);
        return object ? name_printf(names, "%s.%s", object->text, e->field.name->text) : NULL;
    }
    case TE_INDEX: {
        const TExpr *index = plain(e->index.index);
        Name object = mode == NULL_STRICT_THREADED ? NULL : null_key(t, e->index.object, mode);
        if (!object) return NULL;
        if (index->kind == TE_INT) return name_printf(names, "%s[%d]", object->text, index->int_value);
        if (index->kind == TE_LOCAL) return name_printf(names, "%s[v%u]", object->text, index->local->id);
        return NULL;
    }
    default:
        return NULL;
    }
}

bool facts_have(const NullFacts *facts, Name key)
{
    for (u32 i = 0; key && i < facts->keys.count; i++)
        if (facts->keys.at[i] == key) return true;
    return false;
}

void facts_add(Typing *t, NullFacts *facts, Name key)
{
    if (key && !facts_have(facts, key)) vec_push(t->arena, &facts->keys, key);
}

void facts_add_all(Typing *t, NullFacts *facts, const NullFacts *more)
{
    for (u32 i = 0; i < more->keys.count; i++) facts_add(t, facts, more->keys.at[i]);
}

NullFacts facts_copy(Typing *t, const NullFacts *facts)
{
    NullFacts copy = {0};
    for (u32 i = 0; i < facts->keys.count; i++) vec_push(t->arena, &copy.keys, facts->keys.at[i]);
    return copy;
}

NullFacts facts_both(Typing *t, const NullFacts *a, const NullFacts *b)
{
    NullFacts both = {0};
    for (u32 i = 0; i < a->keys.count; i++)
        if (facts_have(b, a->keys.at[i])) vec_push(t->arena, &both.keys, a->keys.at[i]);
    return both;
}

static bool is_within(Name key, Name place)
{
    if (strncmp(key->text, place->text, place->length) != 0) return false;
    char next = key->text[place->length];
    return next == 0 || next == '.' || next == '[';
}

void facts_drop(NullFacts *facts, Name key)
{
    u32 kept = 0;
    for (u32 i = 0; i < facts->keys.count; i++)
        if (!key || !is_within(facts->keys.at[i], key)) facts->keys.at[kept++] = facts->keys.at[i];
    facts->keys.count = kept;
}

void facts_drop_fields(NullFacts *facts)
{
    u32 kept = 0;
    for (u32 i = 0; i < facts->keys.count; i++)
        if (!strpbrk(facts->keys.at[i]->text, ".[")) facts->keys.at[kept++] = facts->keys.at[i];
    facts->keys.count = kept;
}

void facts_of_condition(Typing *t, const TExpr *e, NullMode mode, NullFacts *if_true, NullFacts *if_false)
{
    e = plain(e);
    if (e->kind == TE_BLOCK && e->list.count == 1) {
        facts_of_condition(t, e->list.items[0], mode, if_true, if_false);
    } else if (e->kind == TE_UNOP && e->unop.op == UNOP_NOT) {
        facts_of_condition(t, e->unop.operand, mode, if_false, if_true);
    } else if (e->kind == TE_BINOP && (e->binop.op == OP_EQ || e->binop.op == OP_NE)) {
        const TExpr *left = plain(e->binop.left), *right = plain(e->binop.right);
        const TExpr *tested = left->kind == TE_NULL ? right : right->kind == TE_NULL ? left : NULL;
        if (tested) facts_add(t, e->binop.op == OP_EQ ? if_false : if_true, null_key(t, tested, mode));
    } else if (e->kind == TE_BINOP && (e->binop.op == OP_BOOL_AND || e->binop.op == OP_BOOL_OR)) {
        NullFacts left_true = {0}, left_false = {0}, right_true = {0}, right_false = {0};
        facts_of_condition(t, e->binop.left, mode, &left_true, &left_false);
        facts_of_condition(t, e->binop.right, mode, &right_true, &right_false);
        bool is_and = e->binop.op == OP_BOOL_AND;
        facts_add_all(t, is_and ? if_true : if_false, is_and ? &left_true : &left_false);
        facts_add_all(t, is_and ? if_true : if_false, is_and ? &right_true : &right_false);
        NullFacts common = is_and ? facts_both(t, &left_false, &right_false) : facts_both(t, &left_true, &right_true);
        facts_add_all(t, is_and ? if_false : if_true, &common);
    }
}
