/* trees_control: branches, loops, labels, switches and handlers as blocks.
 *
 * A block belongs to the handler that is in force where it is made, so blocks to which control comes back are made before a try changes
 * the handler. Blocks that turn out to be unreachable are removed by mir_finish.
 */
#include "trees.h"

typedef struct Known {
    u32 *at;
    u32 count;
} Known;

/* What is known before a branch holds at the beginning of both ways. */
static Known known_save(const TreeLowering *e) {
    Known known = {.count = e->nonnull.count};
    known.at = base_alloc(known.count * sizeof(u32) + 1);
    if (known.count) memcpy(known.at, e->nonnull.at, known.count * sizeof(u32));
    return known;
}

static void know(TreeLowering *e, const Known *known) {
    e->nonnull.count = 0;
    for (u32 i = 0; i < known->count; i++) vec_push(NULL, &e->nonnull, known->at[i]);
}

static void start_knowing(TreeLowering *e, u32 block, const Known *known) {
    tree_start(e, block);
    know(e, known);
}

/* What a branch declares ends with it. */
static void emit_scoped(TreeLowering *e, Hir *h, u32 dst) {
    u32 scope = e->scope.count;
    tree_into(e, h, dst);
    e->scope.count = scope;
}

/* ---- Branches ------------------------------------------------------------------------------------------------------------------------------ */

static bool is_const_bool(const Hir *h, bool value) {
    return h->kind == HIR_CONST && mir_constant(h->constant).kind == MIR_CONST_INT && mir_constant(h->constant).int_value == value;
}

/* && and || branch straight to where they decide: a && b is IF(a, b, false), a || b is IF(a, true, b). Chains nest to the left: the
 * spine is walked down in a loop, each link with the targets that its condition gets. */
void tree_condition(TreeLowering *e, Hir *h, u32 if_true, u32 if_false) {
    typedef struct Link {
        Hir *rest;
        u32 start, if_true, if_false;
    } Link;
    VEC(Link) links = {0};
    for (;;) {
        if (h->kind == HIR_IF && h->branch.otherwise && is_const_bool(h->branch.otherwise, false)) {
            u32 rest = mir_begin_block(&e->b);
            vec_push(NULL, &links, (Link){h->branch.then, rest, if_true, if_false});
            if_true = rest;
            h = h->branch.condition;
        } else if (h->kind == HIR_IF && h->branch.otherwise && is_const_bool(h->branch.then, true)) {
            u32 rest = mir_begin_block(&e->b);
            vec_push(NULL, &links, (Link){h->branch.otherwise, rest, if_true, if_false});
            if_false = rest;
            h = h->branch.condition;
        } else if (h->kind == HIR_OP && h->op == MIR_NOT) {
            u32 swap = if_true;
            if_true = if_false;
            if_false = swap;
            h = h->o.args[0];
        } else {
            break;
        }
    }
    if (is_const_bool(h, true) || is_const_bool(h, false)) {
        mir_jump(&e->b, is_const_bool(h, true) ? if_true : if_false);
    } else {
        MirOperand value = tree_value(e, h);
        e->b.pos = h->pos;
        mir_branch(&e->b, value, if_true, if_false);
    }
    /* What the first condition has checked for null holds in all others: they run only after it. */
    Known known = known_save(e);
    while (links.count) {
        Link link = vec_pop(&links);
        start_knowing(e, link.start, &known);
        tree_condition(e, link.rest, link.if_true, link.if_false);
        if (link.rest->flags & HIR_WRITES) known.count = 0;
    }
    know(e, &known); /* of both targets */
    free(known.at);
    vec_free(&links);
}

void tree_if(TreeLowering *e, Hir *h, u32 dst) {
    u32 then = mir_begin_block(&e->b), end = mir_begin_block(&e->b);
    u32 otherwise = h->branch.otherwise ? mir_begin_block(&e->b) : end;
    tree_condition(e, h->branch.condition, then, otherwise);
    Known before = known_save(e);
    start_knowing(e, then, &before);
    emit_scoped(e, h->branch.then, dst);
    mir_jump(&e->b, end);
    if (h->branch.otherwise) {
        start_knowing(e, otherwise, &before);
        emit_scoped(e, h->branch.otherwise, dst);
        mir_jump(&e->b, end);
    }
    u32 flags = h->branch.then->flags | (h->branch.otherwise ? h->branch.otherwise->flags : 0);
    if (flags & HIR_WRITES) before.count = 0;
    if (!hir_diverges(h)) start_knowing(e, end, &before);
    free(before.at);
}

/* ---- Loops ------------------------------------------------------------------------------------------------------------------------------------- */

/* The poll stands right in front of the jump back. */
static void emit_back_edge(TreeLowering *e, Hir *h, u32 loop, u32 head) {
    if (!e->b.open) return;
    e->b.pos = h->pos;
    mir_emit(&e->b, MIR_POLL, REP_VOID, MIR_NO_LOCAL, 0, NULL)->number = loop;
    mir_jump(&e->b, head);
}

static u64 text_of(const Field *field, Span span) {
    const SourceFile *file = field && field->module ? field->module->file : NULL;
    if (!file || file->id != span.file || span.end > file->length) return 0;
    return hash_bytes(file->text + span.start, span.end - span.start, 1);
}

void tree_loop(TreeLowering *e, Hir *h) {
    HirLoop *l = h->loop;
    u32 loop = e->func->loops.count;
    MirLoop mir = {.parent = e->loop, .span = l->span, .text = text_of(e->func->unit->field, l->span), .scope_count = e->scope.count};
    if (e->scope.count) mir.in_scope = arena_copy(e->arena, e->scope.at, e->scope.count * sizeof(u32));
    vec_push(e->arena, &e->func->loops, mir);
    u32 outer = e->loop;
    e->loop = loop;
    u32 head = mir_begin_block(&e->b), end = mir_begin_block(&e->b), next = mir_begin_block(&e->b);
    l->leave->block = end;
    l->leave->dst = MIR_NO_LOCAL;
    l->next->block = next;
    l->next->dst = MIR_NO_LOCAL;
    e->b.pos = h->pos;
    mir_jump(&e->b, head);
    tree_start(e, head);
    if (l->condition && !l->do_while) {
        u32 body = mir_begin_block(&e->b);
        tree_condition(e, l->condition, body, end);
        Known known = known_save(e);
        start_knowing(e, body, &known);
        free(known.at);
    }
    emit_scoped(e, l->body, MIR_NO_LOCAL);
    if (l->next->uses || (l->do_while && e->b.open)) {
        mir_jump(&e->b, next);
        tree_start(e, next);
    }
    if (l->condition && l->do_while && e->b.open) {
        u32 back = mir_begin_block(&e->b);
        tree_condition(e, l->condition, back, end);
        tree_start(e, back);
    }
    emit_back_edge(e, h, loop, head);
    e->loop = outer;
    if (!hir_diverges(h)) tree_start(e, end);
}

/* ---- Labels -------------------------------------------------------------------------------------------------------------------------------------- */

void tree_label(TreeLowering *e, Hir *h, u32 dst) {
    HirLabel *label = h->label.label;
    label->block = mir_begin_block(&e->b);
    label->dst = dst;
    emit_scoped(e, h->label.body, dst);
    mir_jump(&e->b, label->block);
    if (!hir_diverges(h)) tree_start(e, label->block);
}

void tree_leave(TreeLowering *e, Hir *h) {
    HirLabel *label = h->label.label;
    if (h->label.body) tree_into(e, h->label.body, label->dst);
    e->b.pos = h->pos;
    mir_jump(&e->b, label->block);
}

void tree_arms(TreeLowering *e, Hir *h, u32 dst) {
    u32 end = mir_begin_block(&e->b);
    for (u32 i = 0; i < h->arms.count; i++) h->arms.arms[i].label->block = mir_begin_block(&e->b);
    for (u32 i = 0; i < h->arms.count; i++) h->arms.arms[i].label->dst = MIR_NO_LOCAL;
    emit_scoped(e, h->arms.decision, MIR_NO_LOCAL);
    if (e->b.open) mir_emit(&e->b, MIR_UNREACHABLE, REP_VOID, MIR_NO_LOCAL, 0, NULL);
    for (u32 i = 0; i < h->arms.count; i++) {
        if (!h->arms.arms[i].label->uses) continue;
        tree_start(e, h->arms.arms[i].label->block);
        emit_scoped(e, h->arms.arms[i].body, dst);
        mir_jump(&e->b, end);
    }
    if (!hir_diverges(h)) tree_start(e, end);
}

void tree_switch(TreeLowering *e, Hir *h, u32 dst) {
    u32 end = mir_begin_block(&e->b), otherwise = mir_begin_block(&e->b);
    MirOperand subject = tree_value(e, h->sw.subject);
    if (!e->b.open) return;
    u32 count = 1;
    for (u32 i = 0; i < h->sw.count; i++) count += h->sw.cases[i].count;
    MirOperand *args = NEW_ARRAY(e->arena, MirOperand, count);
    u32 *targets = NEW_ARRAY(e->arena, u32, count);
    u32 *blocks = base_alloc((h->sw.count + 1) * sizeof *blocks);
    args[0] = subject;
    u32 at = 0;
    for (u32 i = 0; i < h->sw.count; i++) {
        blocks[i] = mir_begin_block(&e->b);
        for (u32 k = 0; k < h->sw.cases[i].count; k++, at++) {
            args[at + 1] = mir_constant(h->sw.cases[i].values[k]);
            targets[at] = blocks[i];
        }
    }
    targets[at] = otherwise;
    e->b.pos = h->pos;
    MirInstr *instr = mir_emit(&e->b, MIR_SWITCH, REP_VOID, MIR_NO_LOCAL, count, args);
    instr->target_count = count;
    instr->targets = targets;
    Known before = known_save(e);
    for (u32 i = 0; i < h->sw.count; i++) {
        start_knowing(e, blocks[i], &before);
        emit_scoped(e, h->sw.cases[i].body, dst);
        mir_jump(&e->b, end);
    }
    start_knowing(e, otherwise, &before);
    emit_scoped(e, h->sw.otherwise, dst);
    mir_jump(&e->b, end);
    free(before.at);
    free(blocks);
    if (!hir_diverges(h)) tree_start(e, end);
}

/* ---- Handlers -------------------------------------------------------------------------------------------------------------------------------------- */

void tree_try(TreeLowering *e, Hir *h, u32 dst) {
    u32 outer = e->b.handler;
    u32 number = e->func->handlers.count;
    vec_push(e->arena, &e->func->handlers, (MirHandler){.parent = outer, .count = h->attempt.count});
    MirCatch *catches = NEW_ARRAY(e->arena, MirCatch, h->attempt.count);
    u32 end = mir_begin_block(&e->b);
    for (u32 i = 0; i < h->attempt.count; i++) {
        HirCatch *clause = &h->attempt.catches[i];
        catches[i] = (MirCatch){clause->test, tree_local(e, clause->var), mir_begin_block(&e->b)};
    }
    e->func->handlers.at[number].catches = catches;
    e->b.handler = number;
    u32 body = mir_begin_block(&e->b);
    mir_jump(&e->b, body);
    tree_start(e, body);
    emit_scoped(e, h->attempt.body, dst);
    mir_jump(&e->b, end);
    e->b.handler = outer;
    for (u32 i = 0; i < h->attempt.count; i++) {
        tree_start(e, catches[i].target);
        emit_scoped(e, h->attempt.catches[i].body, dst);
        mir_jump(&e->b, end);
    }
    if (!hir_diverges(h)) tree_start(e, end);
}
