/* null_safety: @:nullSafety. Walks a typed body in order of evaluation, with the places that are known not to be null, and refuses what
 * would read through a null or let one into a type that has none.
 *
 * A loop's body is walked twice: the first, silent time finds out what it may make null again. As in the official compiler, what the
 * body leaves known is known behind the loop. In the strict modes a call may change every field, and a function that is not called on
 * the spot knows nothing of the variables around it.
 */
#include "null_facts.h"

typedef struct NullWalk {
    Typing *t;
    NullMode mode;
    NullFacts facts;
    bool dead;   /* the point is not reached */
    u32 silent;
    TFunction *function, *closed; /* the function walked; the outermost one that knows nothing of what is around it, NULL */
    Type *ret;
} NullWalk;

static void walk(NullWalk *w, const TExpr *e);

static void complain(NullWalk *w, Span span, const char *format, ...) PRINTF_LIKE(3, 4);
static void complain(NullWalk *w, Span span, const char *format, ...)
{
    if (w->silent) return;
    va_list list;
    va_start(list, format);
    Text text = {0};
    char buffer[1024];
    vsnprintf(buffer, sizeof buffer, format, list);
    va_end(list);
    text_printf(&text, "Null safety: %s", buffer);
    report(w->t, span, "null-safety", "%s", text.at);
    text_free(&text);
}

/* ---- What may be null -------------------------------------------------------------------------------------------------------------- */

static bool is_nullable_type(NullWalk *w, Type *type)
{
    Type *inner;
    return type_is_nullable_wrapper(w->t->program, type, &inner);
}

static bool is_written_cast(const TExpr *e)
{
    return e->kind == TE_CAST && e->span.start < e->cast.operand->span.start;
}

static bool may_be_null(NullWalk *w, const TExpr *e)
{
    switch (e->kind) {
    case TE_NULL:
        return true;
    case TE_CAST:
        if (is_written_cast(e) && e->cast.kind != CAST_IMPLICIT) return is_nullable_type(w, e->type) && may_be_null(w, e->cast.operand);
        if (is_written_cast(e)) return is_nullable_type(w, e->type);
        return may_be_null(w, e->cast.operand);
    case TE_BLOCK:
        return e->list.count ? may_be_null(w, e->list.items[e->list.count - 1]) : false;
    case TE_LET:
        return may_be_null(w, e->let.body);
    case TE_IF: {
        NullFacts before = facts_copy(w->t, &w->facts), if_true = {0}, if_false = {0};
        facts_of_condition(w->t, e->branch.condition, w->mode, &if_true, &if_false);
        facts_add_all(w->t, &w->facts, &if_true);
        bool found = may_be_null(w, e->branch.then);
        w->facts = facts_copy(w->t, &before);
        facts_add_all(w->t, &w->facts, &if_false);
        if (e->branch.otherwise) found |= may_be_null(w, e->branch.otherwise);
        w->facts = before;
        return found;
    }
    case TE_SWITCH: {
        bool found = e->sw.otherwise && may_be_null(w, e->sw.otherwise);
        for (u32 i = 0; i < e->sw.count; i++) found |= e->sw.cases[i].body && may_be_null(w, e->sw.cases[i].body);
        return found;
    }
    case TE_TRY: /* as the official compiler has it */
        return false;
    case TE_COALESCE:
        return may_be_null(w, e->binop.right);
    case TE_ASSIGN:
        return may_be_null(w, e->assign.value);
    case TE_RETURN:
    case TE_THROW:
    case TE_BREAK:
    case TE_CONTINUE:
    case TE_ERROR:
        return false;
    case TE_LOCAL:
    case TE_FIELD:
    case TE_INDEX:
        return is_nullable_type(w, e->type) && !facts_have(&w->facts, null_key(w->t, e, w->mode));
    default:
        return is_nullable_type(w, e->type);
    }
}

/* Does Null<T> within the type stay out of where the other has none? */
static bool type_passes(NullWalk *w, Type *from, Type *to, u32 depth)
{
    Typing *t = w->t;
    if (depth && is_nullable_type(w, from) && !is_nullable_type(w, to) && !type_is_dynamic(t->program, to)) return false;
    from = follow_null(t, from), to = follow_null(t, to);
    if (from == to || depth > 20 || from->kind != to->kind) return true;
    if (from->kind == TYPE_DECL && from->decl.decl == to->decl.decl) {
        for (u32 i = 0; i < from->decl.count; i++)
            if (!type_passes(w, from->decl.args[i], to->decl.args[i], depth + 1)) return false;
        return true;
    }
    if (from->kind == TYPE_FUN && from->fun.count == to->fun.count) {
        for (u32 i = 0; i < from->fun.count; i++)
            if (!from->fun.args[i].optional && !type_passes(w, to->fun.args[i].type, from->fun.args[i].type, depth + 1)) return false;
        return type_is_void(t->program, to->fun.ret) || type_passes(w, from->fun.ret, to->fun.ret, depth + 1);
    }
    if (from->kind == TYPE_ANON)
        for (u32 i = 0; i < to->anon->count; i++) {
            AnonField *have = anon_field(from->anon, to->anon->fields[i].name);
            if (have && !type_passes(w, have->type, to->anon->fields[i].type, depth + 1)) return false;
        }
    return true;
}

static bool is_literal(const TExpr *e) { return e->kind == TE_ARRAY || e->kind == TE_OBJECT || e->kind == TE_NULL || e->kind == TE_FUNCTION; }

/* Where a value meets a type: a message if it cannot pass, `what` when it is null itself. */
static bool passes(NullWalk *w, const TExpr *value, Type *to, Span span, const char *what)
{
    if (te_is_error(value) || type_is_error(to) || w->dead) return true;
    Type *want = follow_null(w->t, to);
    if (value->kind == TE_OBJECT && want->kind == TYPE_ANON && !is_nullable_type(w, to)) {
        for (u32 i = 0; i < value->object.count; i++) {
            AnonField *field = anon_field(want->anon, value->object.names[i]);
            if (field && !is_nullable_type(w, field->type) && may_be_null(w, value->object.values[i])) {
                complain(w, span, "%s", what);
                return false;
            }
        }
        return true;
    }
    if (!is_nullable_type(w, to) && may_be_null(w, value)) {
        complain(w, span, "%s", what);
        return false;
    }
    if (!is_literal(value) && !type_passes(w, value->type, to, 0)) {
        complain(w, span, "Cannot unify %s with %s", show(w->t, value->type), arena_strdup(w->t->arena, show(w->t, to)));
        return false;
    }
    if (value->kind == TE_FUNCTION && want->kind == TYPE_FUN && !type_passes(w, value->function->type, want, 0)) {
        complain(w, span, "Cannot unify %s with %s", show(w->t, value->function->type), arena_strdup(w->t->arena, show(w->t, want)));
        return false;
    }
    return true;
}

/* ---- Changes ----------------------------------------------------------------------------------------------------------------------- */

static bool is_strict(const NullWalk *w) { return w->mode >= NULL_STRICT; }

/* A variable of a function around one that knows nothing of it. */
static bool is_beyond(const NullWalk *w, const TVar *var)
{
    for (TFunction *at = w->function; w->closed && at; at = at->parent) {
        if (at == var->owner) return false;
        if (at == w->closed) return true;
    }
    return false;
}

static void learn(NullWalk *w, const NullFacts *facts) { facts_add_all(w->t, &w->facts, facts); }

static void learn_condition(NullWalk *w, const TExpr *condition, bool holds)
{
    NullFacts if_true = {0}, if_false = {0};
    facts_of_condition(w->t, condition, w->mode, &if_true, &if_false);
    if (w->closed) { /* what is not the function's own may change at any time */
        NullFacts *facts = holds ? &if_true : &if_false;
        u32 kept = 0;
        for (u32 i = 0; i < facts->keys.count; i++) {
            bool own = false;
            for (u32 v = 0; v < w->t->vars.count && !own; v++) {
                char name[16];
                snprintf(name, sizeof name, "v%u", w->t->vars.at[v]->id);
                own = strcmp(name, facts->keys.at[i]->text) == 0 && !is_beyond(w, w->t->vars.at[v]);
            }
            if (own) facts->keys.at[kept++] = facts->keys.at[i];
        }
        facts->keys.count = kept;
    }
    learn(w, holds ? &if_true : &if_false);
}

static void assign(NullWalk *w, const TExpr *target, const TExpr *value)
{
    Name key = null_key(w->t, target, w->mode);
    bool is_null = may_be_null(w, value);
    if (target->kind != TE_LOCAL && is_strict(w)) facts_drop_fields(&w->facts);
    if (key) facts_drop(&w->facts, key);
    bool beyond = target->kind == TE_LOCAL && is_beyond(w, target->local);
    if (key && !is_null && !beyond) facts_add(w->t, &w->facts, key);
}

static void after_call(NullWalk *w)
{
    if (is_strict(w)) facts_drop_fields(&w->facts);
}

/* ---- Calls ------------------------------------------------------------------------------------------------------------------------- */

static const char *callee_name(const TExpr *callee)
{
    if (callee->kind == TE_FIELD) return callee->field.name->text;
    if (callee->kind == TE_LOCAL && callee->local->name && callee->local->name->text[0] != '`') return callee->local->name->text;
    return callee->kind == TE_SUPER ? "new" : NULL;
}

static void walk_function(NullWalk *w, TFunction *function, bool at_once);

static void walk_arguments(NullWalk *w, Type *function, const char *name, u32 count, TExpr *const *args, Span call)
{
    for (u32 i = 0; i < count; i++) {
        const FunArg *formal = function && function->kind == TYPE_FUN && i < function->fun.count ? &function->fun.args[i] : NULL;
        const TExpr *arg = args[i];
        bool left_out = arg->kind == TE_NULL && arg->span.start == call.start && arg->span.end == call.end;
        if (arg->kind == TE_FUNCTION) walk_function(w, arg->function, true); /* taken to be called while the callee runs */
        else walk(w, arg);
        if (!formal || formal->optional || left_out || formal->rest) continue;
        Text what = {0};
        text_str(&what, "Cannot pass nullable value to not-nullable argument");
        if (formal->name) text_printf(&what, " \"%s\"", formal->name->text);
        if (name) text_printf(&what, " of function \"%s\"", name);
        text_char(&what, '.');
        passes(w, arg, formal->type, arg->span, what.at);
        text_free(&what);
    }
}

static bool is_log(const TExpr *callee)
{
    const Field *field = callee->kind == TE_FIELD ? callee->field.field : NULL;
    return field && name_is(field->path, "haxe.Log.trace");
}

static void walk_call(NullWalk *w, const TExpr *e)
{
    const TExpr *callee = e->call.callee;
    if (callee->kind == TE_FUNCTION) walk_function(w, callee->function, true);
    else walk(w, callee);
    bool is_method = callee->kind == TE_FIELD && callee->field.field && callee->field.field->kind != FIELD_VAR;
    if (!is_method && callee->kind != TE_SUPER && may_be_null(w, callee)) complain(w, callee->span, "Cannot call a nullable value.");
    Type *function = follow_null(w->t, callee->type);
    walk_arguments(w, is_log(callee) ? NULL : function, callee_name(callee), e->call.count, e->call.args, e->span);
    after_call(w);
}

static void walk_new(NullWalk *w, const TExpr *e)
{
    Type *in = NULL;
    Field *constructor = class_find_field(w->t->program, e->type, NAMES(w->t)->new_, &in);
    Type *type = constructor ? field_type_in(w->t->program, constructor, in) : NULL;
    walk_arguments(w, type, "new", e->make.count, e->make.args, e->span);
    after_call(w);
}

/* ---- Functions --------------------------------------------------------------------------------------------------------------------- */

static void walk_function(NullWalk *w, TFunction *function, bool at_once)
{
    NullFacts before = facts_copy(w->t, &w->facts);
    TFunction *outer = w->function, *closed = w->closed;
    Type *ret = w->ret;
    bool dead = w->dead;
    w->function = function;
    w->ret = function->type->kind == TYPE_FUN ? function->type->fun.ret : NULL;
    w->dead = false;
    if (is_strict(w) && !at_once) {
        w->facts.keys.count = 0;
        if (!w->closed) w->closed = function;
    }
    if (function->body) walk(w, function->body);
    w->function = outer, w->closed = closed, w->ret = ret, w->dead = dead;
    w->facts = before;
}

/* ---- Branches ---------------------------------------------------------------------------------------------------------------------- */

/* One of several ways joins the others. */
static void join(NullWalk *w, NullFacts *joined, bool *reached)
{
    if (w->dead) return;
    if (*reached) *joined = facts_both(w->t, joined, &w->facts);
    else *joined = facts_copy(w->t, &w->facts);
    *reached = true;
}

static void go_on(NullWalk *w, NullFacts joined, bool reached)
{
    w->facts = joined;
    w->dead = !reached;
}

static void walk_if(NullWalk *w, const TExpr *e)
{
    walk(w, e->branch.condition);
    if (may_be_null(w, e->branch.condition)) complain(w, e->branch.condition->span, "Cannot use nullable value as condition in \"if\".");
    NullFacts before = facts_copy(w->t, &w->facts), joined = {0};
    bool reached = false, dead = w->dead;
    learn_condition(w, e->branch.condition, true);
    walk(w, e->branch.then);
    join(w, &joined, &reached);
    w->facts = before, w->dead = dead;
    learn_condition(w, e->branch.condition, false);
    if (e->branch.otherwise) walk(w, e->branch.otherwise);
    join(w, &joined, &reached);
    go_on(w, joined, reached);
}

static void walk_logical(NullWalk *w, const TExpr *e)
{
    walk(w, e->binop.left);
    NullFacts before = facts_copy(w->t, &w->facts);
    learn_condition(w, e->binop.left, e->binop.op == OP_BOOL_AND);
    walk(w, e->binop.right);
    w->facts = facts_both(w->t, &before, &w->facts);
}

typedef struct Loop {
    const TExpr *condition, *body; /* condition: NULL, or tested before the body */
} Loop;

static void walk_turn(NullWalk *w, Loop loop)
{
    if (loop.condition) {
        walk(w, loop.condition);
        if (may_be_null(w, loop.condition))
            complain(w, loop.condition->span, "Cannot use nullable value as a condition in \"while\".");
        learn_condition(w, loop.condition, true);
    }
    walk(w, loop.body);
}

static void walk_loop(NullWalk *w, Loop loop)
{
    NullFacts before = facts_copy(w->t, &w->facts);
    bool dead = w->dead;
    w->silent++;
    walk_turn(w, loop);
    w->silent--;
    w->facts = facts_both(w->t, &before, &w->facts);
    w->dead = dead;
    NullFacts entry = facts_copy(w->t, &w->facts);
    /* What the condition says holds within the loop alone. */
    NullFacts if_true = {0}, if_false = {0};
    if (loop.condition) facts_of_condition(w->t, loop.condition, w->mode, &if_true, &if_false);
    walk_turn(w, loop);
    for (u32 i = 0; i < if_true.keys.count; i++)
        if (!facts_have(&entry, if_true.keys.at[i])) facts_drop(&w->facts, if_true.keys.at[i]);
    if (w->dead) w->facts = entry;
    w->dead = dead;
}

static bool is_null_pattern(const TPattern *p)
{
    if (p->kind == PAT_CONST) return p->expr->kind == TE_NULL;
    for (u32 i = 0; p->kind == PAT_OR && i < p->count; i++)
        if (is_null_pattern(p->subs[i])) return true;
    return false;
}

static bool takes_all(const TPattern *p) { return p->kind == PAT_ANY || (p->kind == PAT_BIND && (!p->count || takes_all(p->subs[0]))); }

/* What matching says: the value is not null; `null_seen`: a case in front took the null. */
static void learn_pattern(NullWalk *w, const TExpr *subject, const TPattern *p, bool null_seen)
{
    if (p->kind == PAT_OR) {
        if (is_null_pattern(p)) return;
    } else if (p->kind == PAT_ANY || p->kind == PAT_BIND) {
        const TPattern *inner = p->kind == PAT_BIND && p->count ? p->subs[0] : NULL;
        if (inner && !takes_all(inner) && !is_null_pattern(inner)) null_seen = true;
        if (!null_seen) return;
        if (p->kind == PAT_BIND && p->var) facts_add(w->t, &w->facts, name_printf(w->t->program->names, "v%u", p->var->id));
    } else if (p->kind == PAT_EXTRACT || is_null_pattern(p)) {
        return;
    }
    if (subject) facts_add(w->t, &w->facts, null_key(w->t, subject, w->mode));
}

static void walk_switch(NullWalk *w, const TExpr *e)
{
    const TExpr *subject = e->sw.subject;
    while (subject->kind == TE_BLOCK && subject->list.count == 1) subject = subject->list.items[0];
    bool tuple = subject->kind == TE_ARRAY;
    if (!tuple) walk(w, subject);
    for (u32 i = 0; tuple && i < subject->list.count; i++) walk(w, subject->list.items[i]);
    u32 parts = tuple ? subject->list.count : 1;
    bool null_seen[parts + 1];
    memset(null_seen, 0, sizeof null_seen);
    NullFacts before = facts_copy(w->t, &w->facts), joined = {0};
    bool reached = false, dead = w->dead;
    for (u32 i = 0; i < e->sw.count; i++) {
        const TCase *clause = &e->sw.cases[i];
        w->facts = facts_copy(w->t, &before), w->dead = dead;
        for (u32 k = 0; k < clause->pattern_count; k++) {
            const TPattern *p = clause->patterns[k];
            if (clause->pattern_count == 1 && tuple && p->kind == PAT_ARRAY && p->count == parts) {
                for (u32 n = 0; n < parts; n++) learn_pattern(w, subject->list.items[n], p->subs[n], null_seen[n]);
            } else if (clause->pattern_count == 1 && !tuple) {
                learn_pattern(w, subject, p, null_seen[0]);
            }
        }
        if (clause->guard) {
            walk(w, clause->guard);
            learn_condition(w, clause->guard, true);
        }
        if (clause->body) walk(w, clause->body);
        join(w, &joined, &reached);
        if (clause->guard) { /* the cases behind it know that it did not hold, if nothing but it kept the value away */
            NullFacts if_true = {0}, if_false = {0};
            facts_of_condition(w->t, clause->guard, w->mode, &if_true, &if_false);
            bool alone = clause->pattern_count == 1 && takes_all(clause->patterns[0]);
            if (alone) facts_add_all(w->t, &before, &if_false);
            continue;
        }
        for (u32 k = 0; k < clause->pattern_count; k++) {
            const TPattern *p = clause->patterns[k];
            if (!tuple) null_seen[0] |= is_null_pattern(p);
            for (u32 n = 0; tuple && p->kind == PAT_ARRAY && p->count == parts && n < parts; n++) {
                bool others = true;
                for (u32 m = 0; m < parts; m++) others &= m == n || takes_all(p->subs[m]);
                null_seen[n] |= others && is_null_pattern(p->subs[n]);
            }
        }
    }
    w->facts = facts_copy(w->t, &before), w->dead = dead;
    if (!tuple && null_seen[0]) facts_add(w->t, &w->facts, null_key(w->t, subject, w->mode));
    if (e->sw.otherwise) walk(w, e->sw.otherwise);
    if (e->sw.otherwise || !e->sw.exhaustive) join(w, &joined, &reached);
    go_on(w, joined, reached);
}

static void walk_try(NullWalk *w, const TExpr *e)
{
    NullFacts before = facts_copy(w->t, &w->facts), joined;
    bool dead = w->dead, reached = !dead;
    walk(w, e->attempt.body);
    NullFacts start = facts_both(w->t, &before, &w->facts);
    joined = facts_copy(w->t, &start);
    for (u32 i = 0; i < e->attempt.count; i++) {
        w->facts = facts_copy(w->t, &start), w->dead = dead;
        walk(w, e->attempt.catches[i].body);
        if (!w->dead) joined = facts_both(w->t, &joined, &w->facts);
    }
    go_on(w, joined, reached);
}

/* ---- All kinds --------------------------------------------------------------------------------------------------------------------- */

static void walk_part(void *context, const TExpr *e) { walk(context, e); }

static bool is_string(NullWalk *w, const TExpr *e) { return is_decl(w->t, follow_null(w->t, e->type), CORE(w->t)->string); }

static void walk_variable(NullWalk *w, TVar *var, const TExpr *init, Span span)
{
    if (!init) return;
    walk(w, init);
    bool temporary = var->name && var->name->text[0] == '`';
    if (!temporary) passes(w, init, var->type, span, "Cannot assign nullable value here.");
    else if (name_is(var->name, "`bound")) passes(w, init, var->type, init->span, "Cannot assign nullable value here.");
    if (is_nullable_type(w, var->type) && !may_be_null(w, init))
        facts_add(w->t, &w->facts, name_printf(w->t->program->names, "v%u", var->id));
}

static void walk_field(NullWalk *w, const TExpr *e)
{
    if (!e->field.object) return;
    walk(w, e->field.object);
    if (e->field.object->kind != TE_SUPER && may_be_null(w, e->field.object))
        complain(w, e->span, "Cannot access \"%s\" of a nullable value.", e->field.name->text);
}

static void walk_cast(NullWalk *w, const TExpr *e)
{
    walk(w, e->cast.operand);
    bool converts = e->cast.kind == CAST_CHECKED || (e->cast.kind == CAST_IMPLICIT && is_written_cast(e));
    if (converts && !is_nullable_type(w, e->cast.to) && may_be_null(w, e->cast.operand))
        complain(w, e->span, "Cannot cast nullable value to not nullable type.");
}

static void walk_each(NullWalk *w, const TExpr *e)
{
    walk(w, e->each.iterable);
    if (may_be_null(w, e->each.iterable)) {
        complain(w, e->span, "Cannot access \"length\" of a nullable value.");
        complain(w, e->span, "Cannot perform array access on nullable value.");
    }
    walk_loop(w, (Loop){NULL, e->each.body});
}

static void walk_range(NullWalk *w, const TExpr *e)
{
    walk(w, e->range.from);
    walk(w, e->range.to);
    if (may_be_null(w, e->range.from) || may_be_null(w, e->range.to)) {
        Span span = {e->span.file, e->range.var->span.start, e->range.to->span.end};
        complain(w, span, "Cannot perform binary operation on nullable value.");
    }
    walk_loop(w, (Loop){NULL, e->range.body});
}

static void walk_binop(NullWalk *w, const TExpr *e)
{
    if (e->binop.op == OP_BOOL_AND || e->binop.op == OP_BOOL_OR) {
        walk_logical(w, e);
        return;
    }
    walk(w, e->binop.left);
    walk(w, e->binop.right);
    if (e->binop.op == OP_EQ || e->binop.op == OP_NE) return;
    if (may_be_null(w, e->binop.left) || may_be_null(w, e->binop.right))
        complain(w, e->span, "Cannot perform binary operation on nullable value.");
}

static bool is_off(const NullWalk *w, Span span)
{
    for (u32 i = 0; i < w->t->null_unsafe.count; i++) {
        Span off = w->t->null_unsafe.at[i];
        if (span.file == off.file && span.start >= off.start && span.end <= off.end) return true;
    }
    return false;
}

static void walk(NullWalk *w, const TExpr *e)
{
    if (w->t->null_unsafe.count && is_off(w, e->span)) return;
    switch (e->kind) {
    case TE_FIELD: walk_field(w, e); return;
    case TE_INDEX:
        walk(w, e->index.object);
        walk(w, e->index.index);
        if (may_be_null(w, e->index.object)) complain(w, e->span, "Cannot perform array access on nullable value.");
        return;
    case TE_UNOP:
        walk(w, e->unop.operand);
        if (may_be_null(w, e->unop.operand)) complain(w, e->span, "Cannot perform unary operation on nullable value.");
        return;
    case TE_BINOP: walk_binop(w, e); return;
    case TE_ASSIGN:
        walk(w, e->assign.target);
        walk(w, e->assign.value);
        passes(w, e->assign.value, e->assign.target->type, e->span, "Cannot assign nullable value here.");
        assign(w, e->assign.target, e->assign.value);
        return;
    case TE_ASSIGN_OP:
        walk(w, e->assign.target);
        walk(w, e->assign.value);
        if (!is_string(w, e->assign.target) && (may_be_null(w, e->assign.target) || may_be_null(w, e->assign.value)))
            complain(w, e->span, "Cannot perform binary operation on nullable value.");
        return;
    case TE_COALESCE: {
        walk(w, e->binop.left);
        NullFacts before = facts_copy(w->t, &w->facts);
        walk(w, e->binop.right);
        facts_add(w->t, &before, null_key(w->t, e->binop.left, w->mode)); /* or the right side was not needed */
        w->facts = facts_both(w->t, &before, &w->facts);
        w->dead = false;
        return;
    }
    case TE_CALL: walk_call(w, e); return;
    case TE_NEW: walk_new(w, e); return;
    case TE_ARRAY: {
        Type *type = follow_null(w->t, e->type);
        Type *element = type->kind == TYPE_DECL && type->decl.count == 1 ? type->decl.args[0] : NULL;
        for (u32 i = 0; i < e->list.count; i++) {
            const TExpr *item = e->list.items[i];
            walk(w, item);
            if (!element || is_nullable_type(w, element) || !may_be_null(w, item)) continue;
            complain(w, item->span, "Cannot use nullable value of %s as an item in %s",
                     arena_strdup(w->t->arena, show(w->t, item->kind == TE_NULL ? element : item->type)), show(w->t, e->type));
        }
        return;
    }
    case TE_FUNCTION: walk_function(w, e->function, w->mode == NULL_LOOSE); return;
    case TE_VAR: walk_variable(w, e->var.var, e->var.init, e->span); return;
    case TE_LET:
        walk_variable(w, e->let.var, e->let.init, e->span);
        walk(w, e->let.body);
        return;
    case TE_IF: walk_if(w, e); return;
    case TE_WHILE:
        if (!e->loop.do_while) {
            walk_loop(w, (Loop){e->loop.condition, e->loop.body});
            return;
        }
        walk_loop(w, (Loop){NULL, e->loop.body});
        walk(w, e->loop.condition);
        return;
    case TE_FOR_RANGE: walk_range(w, e); return;
    case TE_FOR_ARRAY: walk_each(w, e); return;
    case TE_SWITCH: walk_switch(w, e); return;
    case TE_TRY: walk_try(w, e); return;
    case TE_RETURN:
        if (e->value) {
            walk(w, e->value);
            if (w->ret) {
                const char *have = arena_strdup(w->t->arena, show(w->t, e->value->kind == TE_NULL ? w->ret : e->value->type));
                const char *what = arena_printf(w->t->arena, "Cannot return nullable value of %s as %s", have, show(w->t, w->ret));
                passes(w, e->value, w->ret, e->span, what);
            }
        }
        w->dead = true;
        return;
    case TE_THROW: {
        walk(w, e->value);
        Span word = {e->span.file, e->span.start, e->span.start + 5};
        if (may_be_null(w, e->value)) complain(w, word, "Cannot throw nullable value.");
        w->dead = true;
        return;
    }
    case TE_BREAK:
    case TE_CONTINUE: w->dead = true; return;
    case TE_CAST: walk_cast(w, e); return;
    case TE_IS:
        walk(w, e->is.operand);
        if (may_be_null(w, e->is.operand))
            complain(w, e->is.operand->span, "Cannot pass nullable value to not-nullable argument \"v\" of function \"isOfType\".");
        return;
    default: texpr_parts(e, w, walk_part); return;
    }
}

/* ---- Where it holds ---------------------------------------------------------------------------------------------------------------- */

bool null_mode_of_meta(Program *program, const AstMetaList *list, NullMode *mode)
{
    const AstMeta *meta = list ? meta_find(list, name_lit(program->names, ":nullSafety")) : NULL;
    if (!meta) return false;
    const AstExpr *arg = meta->args.count ? meta->args.at[0] : NULL;
    *mode = NULL_LOOSE;
    if (arg && arg->kind == EXPR_IDENT) {
        if (name_is(arg->ident, "Off")) *mode = NULL_OFF;
        if (name_is(arg->ident, "Strict")) *mode = NULL_STRICT;
        if (name_is(arg->ident, "StrictThreaded")) *mode = NULL_STRICT_THREADED;
    }
    return true;
}

NullMode null_mode(Program *program, const Field *field)
{
    NullMode mode = NULL_OFF;
    if (field->ast && null_mode_of_meta(program, &field->ast->meta, &mode)) return mode;
    if (field->owner && field->owner->ast) null_mode_of_meta(program, &field->owner->ast->meta, &mode);
    return mode;
}

void check_null_safety(Typing *t)
{
    Program *program = t->program;
    if (!t->field->module || !t->field->module->is_user || t->body->has_errors || !t->body->function) return;
    NullMode mode = null_mode(program, t->field);
    TFunction *function = t->body->function;
    if (mode == NULL_OFF || !function->body || type_shallow(function->type)->kind != TYPE_FUN) return;
    NullWalk w = {.t = t, .mode = mode, .function = function, .ret = function->type->fun.ret};
    if (t->field->kind == FIELD_VAR) { /* `return value` stands for the initialiser */
        const TExpr *value = function->body->kind == TE_RETURN ? function->body->value : NULL;
        if (!value) return;
        walk(&w, value);
        const char *what = arena_printf(t->arena, "Cannot set nullable initial value for not-nullable field \"%s\".", t->field->name->text);
        passes(&w, value, w.ret, AT(t, t->field->ast), what);
        return;
    }
    if (type_is_void(program, w.ret)) w.ret = NULL;
    walk(&w, function->body);
}
