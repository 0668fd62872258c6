/* tree: making HIR nodes.
 *
 * Each constructor computes what follows from the parts: representation, flags, divergence. Small simplifications that need no
 * knowledge of the program are made here: blocks of one item, labels that only the last statement leaves.
 */
#include "tree.h"

static Hir *node(HirMaker *m, HirKind kind, Rep rep, u32 flags) {
    Hir *h = NEW(m->arena, Hir);
    h->kind = (u8)kind;
    h->rep = (u8)rep;
    h->flags = (u8)flags;
    h->pos = m->pos;
    return h;
}

bool hir_diverges(const Hir *h) { return h->flags & HIR_DIVERGES; }

/* ---- Variables and constants --------------------------------------------------------------------------------------------------------- */

HirVar *hir_var(HirMaker *m, Name name, Name type, Rep rep, LocalKind kind) {
    HirVar *var = NEW(m->arena, HirVar);
    var->name = name;
    var->type = type;
    var->rep = (u8)rep;
    var->kind = (u8)kind;
    var->number = m->func->vars.count;
    vec_push(m->arena, &m->func->vars, var);
    return var;
}

HirVar *hir_temp(HirMaker *m, Rep rep) { return hir_var(m, NULL, NULL, rep, LOCAL_TEMP); }

HirLabel *hir_label_new(HirMaker *m, Rep rep) {
    HirLabel *label = NEW(m->arena, HirLabel);
    label->rep = (u8)rep;
    label->number = m->func->labels++;
    return label;
}

Hir *hir_const(HirMaker *m, HirConst constant) {
    Hir *h = node(m, HIR_CONST, (Rep)constant.rep, 0);
    h->constant = constant;
    return h;
}
Hir *hir_int(HirMaker *m, i32 value) { return hir_const(m, hir_const_int(value)); }
Hir *hir_bool(HirMaker *m, bool value) { return hir_const(m, hir_const_bool(value)); }
Hir *hir_string(HirMaker *m, Name text) { return hir_const(m, hir_const_named(HIR_CONST_STRING, text)); }
Hir *hir_null(HirMaker *m, Rep rep) { return rep == REP_VOID ? hir_block(m, 0, NULL) : hir_const(m, hir_const_null(rep)); }

Hir *hir_local(HirMaker *m, HirVar *var) {
    Hir *h = node(m, HIR_LOCAL, (Rep)var->rep, 0);
    h->var.var = var;
    return h;
}

Hir *hir_cell(HirMaker *m, HirVar *var) {
    Hir *h = node(m, HIR_CELL, REP_REF, 0);
    h->var.var = var;
    return h;
}

Hir *hir_set(HirMaker *m, HirVar *var, Hir *value) {
    var->is_written = true;
    Hir *h = node(m, HIR_SET, REP_VOID, value->flags | HIR_WRITES);
    h->var.var = var;
    h->var.value = value;
    return h;
}

Hir *hir_declare(HirMaker *m, HirVar *var, Hir *value) {
    Hir *h = node(m, HIR_DECLARE, REP_VOID, value->flags);
    h->var.var = var;
    h->var.value = value;
    return h;
}

bool hir_is_stable(const Hir *h) {
    return h->kind == HIR_CONST || (h->kind == HIR_LOCAL && !h->var.var->is_written && !h->var.var->is_cell);
}

Hir *hir_again(HirMaker *m, const Hir *stable) {
    ASSERT(stable->kind == HIR_CONST || stable->kind == HIR_LOCAL);
    Hir *h = NEW(m->arena, Hir);
    *h = *stable;
    h->pos = m->pos;
    return h;
}

/* ---- Operations -------------------------------------------------------------------------------------------------------------------------- */

static Rep result_rep(Prim op, Rep rep, u32 count, Hir *const *args) {
    char letter = prim_result(op);
    if (letter == '*') return rep;
    if (letter == '=') return count ? (Rep)args[0]->rep : REP_VOID;
    for (u32 i = 0; i < REP_COUNT; i++)
        if (rep_letter((Rep)i) == letter) return (Rep)i;
    return REP_VOID;
}

Hir *hir_op(HirMaker *m, Prim op, Rep rep, u32 count, Hir *const *args) {
    u32 flags = 0;
    for (u32 i = 0; i < count; i++) flags |= args[i]->flags;
    Hir *h = node(m, HIR_OP, result_rep(op, rep, count, args), flags);
    h->op = (u8)op;
    h->op_rep = (u8)rep;
    h->o.count = count;
    h->o.args = arena_copy(m->arena, args, count * sizeof *args);
    return h;
}
Hir *hir_op1(HirMaker *m, Prim op, Rep rep, Hir *a) { return hir_op(m, op, rep, 1, &a); }
Hir *hir_op2(HirMaker *m, Prim op, Rep rep, Hir *a, Hir *b) { return hir_op(m, op, rep, 2, (Hir *[]){a, b}); }

Hir *hir_symbol(Hir *op, Name owner, Name member) {
    op->o.owner = owner;
    op->o.member = member;
    return op;
}

Hir *hir_rt(HirMaker *m, Name function, Rep rep, u32 count, Hir *const *args) {
    return hir_symbol(hir_op(m, PRIM_CALL_RT, rep, count, args), function, NULL);
}

bool hir_never_null(const Hir *value) {
    switch ((HirKind)value->kind) {
    case HIR_NONNULL:
        return true;
    case HIR_CONST:
        return value->constant.kind != HIR_CONST_NULL;
    case HIR_LOCAL:
        return value->var.var->is_nonnull;
    case HIR_OP:
        return value->op == PRIM_NEW_OBJECT || value->op == PRIM_NEW_ENUM || value->op == PRIM_MAKE_CLOSURE || value->op == PRIM_ARRAY_NEW || value->op == PRIM_ARRAY_CONST ||
               value->op == PRIM_CLASS_OF;
    case HIR_BLOCK:
        return value->block.count && hir_never_null(value->block.items[value->block.count - 1]);
    case HIR_CELL:
    case HIR_SET:
    case HIR_DECLARE:
    case HIR_IF:
    case HIR_LOOP:
    case HIR_LABEL:
    case HIR_LEAVE:
    case HIR_ARMS:
    case HIR_SWITCH:
    case HIR_TRY:
    case HIR_RETURN:
    case HIR_THROW:
    case HIR_KIND_COUNT:
        break;
    }
    return false;
}

Hir *hir_nonnull(HirMaker *m, Hir *value) {
    if (hir_diverges(value) || hir_never_null(value)) return value;
    Hir *h = node(m, HIR_NONNULL, REP_REF, value->flags);
    h->value = value;
    return h;
}

/* ---- Sequences ---------------------------------------------------------------------------------------------------------------------------- */

/* A temporary that is declared in front of a loop of the same block is alive at that loop's poll. */
static void hide_pending(u32 count, Hir *const *items) {
    bool loops = false;
    for (u32 i = count; i-- > 0;) {
        if (loops && items[i]->kind == HIR_DECLARE && items[i]->var.var->kind == LOCAL_TEMP) items[i]->var.var->kind = LOCAL_HIDDEN;
        if (items[i]->flags & HIR_LOOPS) loops = true;
    }
}

Hir *hir_block(HirMaker *m, u32 count, Hir *const *items) {
    if (count == 1 && items[0]->kind != HIR_DECLARE) return items[0];
    u32 flags = 0;
    for (u32 i = 0; i < count; i++) flags |= items[i]->flags;
    hide_pending(count, items);
    Hir *h = node(m, HIR_BLOCK, count ? (Rep)items[count - 1]->rep : REP_VOID, flags);
    h->block.count = count;
    h->block.items = arena_copy(m->arena, items, count * sizeof *items);
    return h;
}

Hir *hir_seq(HirMaker *m, Hir *first, Hir *second) { return hir_block(m, 2, (Hir *[]){first, second}); }

/* ---- Control flow --------------------------------------------------------------------------------------------------------------------------- */

Hir *hir_if(HirMaker *m, Rep rep, Hir *condition, Hir *then, Hir *otherwise) {
    u32 flags = condition->flags | ((then->flags | (otherwise ? otherwise->flags : 0)) & ~HIR_DIVERGES);
    if (otherwise && hir_diverges(then) && hir_diverges(otherwise)) flags |= HIR_DIVERGES;
    Hir *h = node(m, HIR_IF, rep, flags);
    h->branch.condition = condition;
    h->branch.then = then;
    h->branch.otherwise = otherwise;
    return h;
}

Hir *hir_loop(HirMaker *m, HirLoop *loop) {
    u32 flags = HIR_LOOPS | (loop->body->flags & ~HIR_DIVERGES);
    if (loop->condition) flags |= loop->condition->flags & (loop->do_while ? ~HIR_DIVERGES : 0xff);
    else if (!loop->leave->uses) flags |= HIR_DIVERGES;
    Hir *h = node(m, HIR_LOOP, REP_VOID, flags);
    h->loop = loop;
    return h;
}

/* The value with which a body ends when its last step leaves the label and nothing else does. */
static Hir *only_leave(HirMaker *m, const HirLabel *label, Hir *body) {
    if (label->uses != 1) return NULL;
    if (body->kind == HIR_LEAVE && body->label.label == label) return body->label.body ? body->label.body : hir_block(m, 0, NULL);
    if (body->kind != HIR_BLOCK || body->block.count == 0) return NULL;
    Hir *last = only_leave(m, label, body->block.items[body->block.count - 1]);
    if (!last) return NULL;
    body->block.items[body->block.count - 1] = last;
    m->pos = body->pos;
    return hir_block(m, body->block.count, body->block.items);
}

Hir *hir_label(HirMaker *m, HirLabel *label, Hir *body) {
    if (!label->uses && (hir_diverges(body) || label->rep == REP_VOID)) return body;
    u32 pos = m->pos;
    Hir *simple = only_leave(m, label, body);
    m->pos = pos;
    if (simple) return simple;
    u32 flags = body->flags;
    if (label->uses) flags &= ~(u32)HIR_DIVERGES;
    Hir *h = node(m, HIR_LABEL, (Rep)label->rep, flags);
    h->label.label = label;
    h->label.body = body;
    return h;
}

Hir *hir_leave(HirMaker *m, HirLabel *label, Hir *value) {
    label->uses++;
    Hir *h = node(m, HIR_LEAVE, REP_VOID, (value ? value->flags : 0) | HIR_DIVERGES);
    h->label.label = label;
    h->label.body = value;
    return h;
}

Hir *hir_arms(HirMaker *m, Rep rep, Hir *decision, u32 count, HirArm *arms) {
    u32 flags = decision->flags & ~HIR_DIVERGES;
    bool diverges = true;
    for (u32 i = 0; i < count; i++) {
        if (!arms[i].label->uses) continue;
        flags |= arms[i].body->flags & ~HIR_DIVERGES;
        if (!hir_diverges(arms[i].body)) diverges = false;
    }
    Hir *h = node(m, HIR_ARMS, rep, flags | (diverges ? HIR_DIVERGES : 0));
    h->arms.decision = decision;
    h->arms.count = count;
    h->arms.arms = arms;
    return h;
}

Hir *hir_switch(HirMaker *m, Rep rep, Hir *subject, u32 count, HirCase *cases, Hir *otherwise) {
    u32 flags = otherwise->flags & ~HIR_DIVERGES;
    bool diverges = hir_diverges(otherwise);
    for (u32 i = 0; i < count; i++) {
        flags |= cases[i].body->flags & ~HIR_DIVERGES;
        if (!hir_diverges(cases[i].body)) diverges = false;
    }
    Hir *h = node(m, HIR_SWITCH, rep, flags | subject->flags | (diverges ? HIR_DIVERGES : 0));
    h->sw.subject = subject;
    h->sw.count = count;
    h->sw.cases = cases;
    h->sw.otherwise = otherwise;
    return h;
}

Hir *hir_try(HirMaker *m, Rep rep, Hir *body, u32 count, HirCatch *catches) {
    u32 flags = body->flags & ~HIR_DIVERGES;
    bool diverges = hir_diverges(body);
    for (u32 i = 0; i < count; i++) {
        flags |= catches[i].body->flags & ~HIR_DIVERGES;
        if (!hir_diverges(catches[i].body)) diverges = false;
    }
    Hir *h = node(m, HIR_TRY, rep, flags | (diverges ? HIR_DIVERGES : 0));
    h->attempt.body = body;
    h->attempt.count = count;
    h->attempt.catches = catches;
    return h;
}

Hir *hir_return(HirMaker *m, Hir *value) {
    Hir *h = node(m, HIR_RETURN, REP_VOID, (value ? value->flags : 0) | HIR_DIVERGES);
    h->value = value;
    return h;
}

Hir *hir_throw(HirMaker *m, Hir *value) {
    Hir *h = node(m, HIR_THROW, REP_VOID, value->flags | HIR_DIVERGES);
    h->value = value;
    return h;
}
