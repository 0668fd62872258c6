/* trees: from a HIR tree to MIR.
 *
 *     tree --tree_value--> operand          in the present block; control flow opens further blocks
 *     tree --tree_into---> local            branches of a value meet in one local
 *     tree --tree_condition--> two blocks
 *
 * Requires a tree that hir_verify accepts. Order of evaluation is the tree's: the operands of an operation from left to right. An
 * operand that is a variable is read when the operation runs, so it is copied when an operand to its right assigns variables; an
 * operand that waits while a loop runs goes to a hidden local, since the loop's poll must carry it over.
 */
#include "trees.h"

#define MAX_NONNULL 64

/* ---- Locals ---------------------------------------------------------------------------------------------------------------------------- */

u32 tree_temp(TreeLowering *e, Rep rep) { return mir_add_local(e->func, NULL, rep, LOCAL_TEMP, NULL); }

/* A hidden local belongs to the loop that comes next; what is pending there is named by its number. */
static u32 hidden_local(TreeLowering *e, Rep rep, bool is_cell, Name name, Name type) {
    u32 loop = e->func->loops.count;
    while (e->pending.count <= loop) vec_push(NULL, &e->pending, 0);
    u32 local = mir_add_local(e->func, name, is_cell ? REP_REF : rep, LOCAL_HIDDEN, type);
    e->func->locals.at[local].loop = loop;
    e->func->locals.at[local].ordinal = e->pending.at[loop]++;
    e->func->locals.at[local].is_cell = is_cell;
    return local;
}

u32 tree_local(TreeLowering *e, HirVar *var) {
    if (var->local) return var->local - 1;
    u32 local;
    if (var->kind == LOCAL_HIDDEN) {
        local = hidden_local(e, (Rep)var->rep, var->is_cell, var->name ? var->name : e->hir->pending_name, var->type);
    } else {
        local = mir_add_local(e->func, var->name, var->is_cell ? REP_REF : (Rep)var->rep, (LocalKind)var->kind, var->type);
        e->func->locals.at[local].is_cell = var->is_cell;
    }
    var->local = local + 1;
    while (e->vars.count <= local) vec_push(NULL, &e->vars, NULL);
    e->vars.at[local] = var;
    return local;
}

void tree_assigned(TreeLowering *e, u32 local) {
    for (u32 i = 0; i < e->nonnull.count; i++) {
        if (e->nonnull.at[i] != local) continue;
        e->nonnull.at[i] = vec_last(&e->nonnull);
        e->nonnull.count--;
        return;
    }
}

void tree_start(TreeLowering *e, u32 block) {
    mir_start(&e->b, block);
    e->nonnull.count = 0;
}

/* Nothing assigns it after its declaration. */
static bool is_fixed(const TreeLowering *e, u32 local) {
    return local < e->vars.count && e->vars.at[local] && !e->vars.at[local]->is_written;
}

/* ---- Operations ------------------------------------------------------------------------------------------------------------------------ */

/* Operands to the right of the one at hand decide whether its value can stay where it is. */
static MirOperand keep(TreeLowering *e, MirOperand operand, u32 later) {
    if (operand.kind != MIR_LOCAL || !e->b.open) return operand;
    bool temp = e->func->locals.at[operand.local].kind == LOCAL_TEMP;
    if (!temp && is_fixed(e, operand.local)) return operand;
    if (later & HIR_LOOPS) {
        if (!temp && !(later & HIR_WRITES)) return operand;
        u32 local = hidden_local(e, (Rep)operand.rep, false, e->hir->pending_name, NULL);
        mir_move(&e->b, local, operand);
        vec_push(NULL, &e->scope, local);
        return mir_local(e->func, local);
    }
    if (temp || !(later & HIR_WRITES)) return operand;
    u32 copy = tree_temp(e, (Rep)operand.rep);
    mir_move(&e->b, copy, operand);
    return mir_local(e->func, copy);
}

/* Left spines are walked in a loop: a sum of 100,000 terms is as many nodes deep. The spine's nodes are those whose first operand is an
 * operation again and whose result nobody else needs. */
static u32 spine_depth(Hir *h) {
    u32 depth = 0;
    while (h->kind == HIR_OP && h->o.count) {
        depth++;
        h = h->o.args[0];
    }
    return depth;
}

static MirOperand emit_one(TreeLowering *e, Hir *h, MirOperand first, u32 dst) {
    u32 scope = e->scope.count;
    MirOperand few[8];
    MirOperand *args = h->o.count <= LEN(few) ? few : NEW_ARRAY(e->arena, MirOperand, h->o.count);
    u32 later = 0;
    u8 flags_few[8];
    u8 *after = h->o.count <= LEN(few) ? flags_few : NEW_ARRAY(e->arena, u8, h->o.count);
    for (u32 i = h->o.count; i-- > 0;) {
        after[i] = (u8)later;
        later |= h->o.args[i]->flags;
    }
    for (u32 i = 0; i < h->o.count; i++) {
        args[i] = i == 0 ? first : tree_value(e, h->o.args[i]);
        args[i] = keep(e, args[i], after[i]);
    }
    e->scope.count = scope;
    if (h->rep != REP_VOID && dst == MIR_NO_LOCAL && !mir_op_throws((MirOp)h->op) && !mir_op_collects((MirOp)h->op)) return mir_int(0);
    e->b.pos = h->pos;
    MirInstr *instr = mir_emit(&e->b, (MirOp)h->op, (Rep)h->op_rep, dst, h->o.count, args);
    instr->owner = h->o.owner;
    instr->member = h->o.member;
    instr->test = h->o.test;
    instr->sig = h->o.sig;
    instr->number = h->o.number;
    if (dst == MIR_NO_LOCAL) return mir_int(0);
    tree_assigned(e, dst);
    return mir_local(e->func, dst);
}

/* dst: where the result goes; MIR_NO_LOCAL with `wanted`: to a temporary. */
static MirOperand emit_op(TreeLowering *e, Hir *h, u32 dst, bool wanted) {
    u32 depth = spine_depth(h);
    if (depth <= 1) {
        MirOperand first = h->o.count ? tree_value(e, h->o.args[0]) : mir_int(0);
        if (wanted && dst == MIR_NO_LOCAL) dst = tree_temp(e, (Rep)h->rep);
        return emit_one(e, h, first, dst);
    }
    Hir **spine = base_alloc(depth * sizeof *spine);
    u32 count = 0;
    for (Hir *at = h; at->kind == HIR_OP && at->o.count; at = at->o.args[0]) spine[count++] = at;
    MirOperand value = tree_value(e, spine[count - 1]->o.args[0]);
    for (u32 i = count; i-- > 0;) {
        Hir *at = spine[i];
        u32 place = i == 0 ? dst : MIR_NO_LOCAL;
        if (place == MIR_NO_LOCAL && at->rep != REP_VOID && (i > 0 || wanted)) place = tree_temp(e, (Rep)at->rep);
        value = emit_one(e, at, value, place);
    }
    free(spine);
    return value;
}

static MirOperand emit_nonnull(TreeLowering *e, Hir *h) {
    MirOperand value = tree_value(e, h->value);
    bool is_null = value.kind == MIR_CONST_NULL;
    if ((value.kind != MIR_LOCAL && !is_null) || !e->b.open) return value;
    for (u32 i = 0; !is_null && i < e->nonnull.count; i++)
        if (e->nonnull.at[i] == value.local) return value;
    e->b.pos = h->pos;
    mir_emit(&e->b, MIR_CHECK_NULL, REP_VOID, MIR_NO_LOCAL, 1, &value);
    /* Only variables are looked at again; few of them are kept in mind. */
    bool is_var = !is_null && value.local < e->vars.count && e->vars.at[value.local];
    if (is_var && e->nonnull.count == MAX_NONNULL) e->nonnull.at[0] = vec_pop(&e->nonnull);
    if (is_var) vec_push(NULL, &e->nonnull, value.local);
    return value;
}

/* ---- Variables --------------------------------------------------------------------------------------------------------------------------- */

static void emit_store(TreeLowering *e, Hir *h) {
    HirVar *var = h->var.var;
    bool declares = h->kind == HIR_DECLARE;
    if (!var->is_cell) {
        /* The local is made after the value, so that hidden ones are numbered in the order in which they come to life. */
        if (declares && var->kind == LOCAL_HIDDEN) {
            MirOperand value = tree_value(e, h->var.value);
            u32 local = tree_local(e, var);
            if (e->b.open) mir_move(&e->b, local, value);
            tree_assigned(e, local);
        } else {
            tree_into(e, h->var.value, tree_local(e, var));
        }
    } else {
        if (declares && h->var.value->kind == HIR_OP && h->var.value->op == PRIM_LOAD_CAPTURE) {
            tree_into(e, h->var.value, tree_local(e, var));
            vec_push(NULL, &e->scope, tree_local(e, var));
            return;
        }
        MirOperand value = tree_value(e, h->var.value);
        if (!e->b.open) return;
        u32 local = tree_local(e, var);
        e->b.pos = h->pos;
        if (declares) {
            mir_emit(&e->b, MIR_NEW_CELL, REP_VOID, local, 1, &value);
            tree_assigned(e, local);
        } else {
            mir_emit(&e->b, MIR_STORE_CELL, REP_VOID, MIR_NO_LOCAL, 2, (MirOperand[]){mir_local(e->func, local), value});
        }
    }
    if (declares && var->kind != LOCAL_TEMP && e->b.open) vec_push(NULL, &e->scope, tree_local(e, var));
}

static MirOperand emit_variable(TreeLowering *e, Hir *h, u32 dst) {
    HirVar *var = h->var.var;
    MirOperand local = mir_local(e->func, tree_local(e, var));
    if (!var->is_cell || h->kind == HIR_CELL) return local;
    if (dst == MIR_NO_LOCAL) dst = tree_temp(e, (Rep)var->rep);
    e->b.pos = h->pos;
    mir_emit(&e->b, MIR_LOAD_CELL, (Rep)var->rep, dst, 1, &local);
    tree_assigned(e, dst);
    return mir_local(e->func, dst);
}

/* ---- Values -------------------------------------------------------------------------------------------------------------------------------- */

static void emit_block(TreeLowering *e, Hir *h, u32 dst) {
    u32 scope = e->scope.count;
    for (u32 i = 0; i + 1 < h->block.count && e->b.open; i++) tree_effect(e, h->block.items[i]);
    if (h->block.count && e->b.open) tree_into(e, h->block.items[h->block.count - 1], dst);
    e->scope.count = scope;
}

static MirOperand block_value(TreeLowering *e, Hir *h) {
    u32 scope = e->scope.count;
    for (u32 i = 0; i + 1 < h->block.count; i++) tree_effect(e, h->block.items[i]);
    MirOperand value = tree_value(e, h->block.items[h->block.count - 1]);
    e->scope.count = scope;
    return value;
}

void tree_into(TreeLowering *e, Hir *h, u32 dst) {
    switch ((HirKind)h->kind) {
    case HIR_CONST:
    case HIR_LOCAL:
    case HIR_CELL:
    case HIR_NONNULL: {
        MirOperand value = h->kind == HIR_CONST ? mir_constant(h->constant) : h->kind == HIR_NONNULL ? emit_nonnull(e, h) : emit_variable(e, h, dst);
        if (dst == MIR_NO_LOCAL || !e->b.open || (value.kind == MIR_LOCAL && value.local == dst)) return;
        e->b.pos = h->pos;
        mir_move(&e->b, dst, value);
        tree_assigned(e, dst);
        return;
    }
    case HIR_OP:
        emit_op(e, h, dst, false);
        return;
    case HIR_SET:
    case HIR_DECLARE:
        emit_store(e, h);
        return;
    case HIR_BLOCK:
        emit_block(e, h, dst);
        return;
    case HIR_IF:
        tree_if(e, h, dst);
        return;
    case HIR_LOOP:
        tree_loop(e, h);
        return;
    case HIR_LABEL:
        tree_label(e, h, dst);
        return;
    case HIR_LEAVE:
        tree_leave(e, h);
        return;
    case HIR_ARMS:
        tree_arms(e, h, dst);
        return;
    case HIR_SWITCH:
        tree_switch(e, h, dst);
        return;
    case HIR_TRY:
        tree_try(e, h, dst);
        return;
    case HIR_RETURN: {
        MirOperand value = h->value ? tree_value(e, h->value) : mir_int(0);
        if (!e->b.open) return;
        e->b.pos = h->pos;
        mir_emit(&e->b, MIR_RETURN, REP_VOID, MIR_NO_LOCAL, h->value != NULL, &value);
        return;
    }
    case HIR_THROW: {
        MirOperand value = tree_value(e, h->value);
        if (!e->b.open) return;
        e->b.pos = h->pos;
        mir_emit(&e->b, MIR_THROW, REP_VOID, MIR_NO_LOCAL, 1, &value);
        return;
    }
    case HIR_KIND_COUNT:
        break;
    }
    FATAL("mir_lower: unknown node %u", h->kind);
}

void tree_effect(TreeLowering *e, Hir *h) { tree_into(e, h, MIR_NO_LOCAL); }

MirOperand tree_value(TreeLowering *e, Hir *h) {
    switch ((HirKind)h->kind) {
    case HIR_CONST:
        return mir_constant(h->constant);
    case HIR_LOCAL:
    case HIR_CELL:
        return emit_variable(e, h, MIR_NO_LOCAL);
    case HIR_NONNULL:
        return emit_nonnull(e, h);
    case HIR_OP:
        if (h->rep == REP_VOID) break;
        return emit_op(e, h, MIR_NO_LOCAL, true);
    case HIR_BLOCK:
        if (h->rep == REP_VOID || hir_diverges(h)) break;
        return block_value(e, h);
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
    if (h->rep == REP_VOID || hir_diverges(h)) {
        tree_effect(e, h);
        return h->rep == REP_VOID ? mir_int(0) : mir_null((Rep)h->rep);
    }
    u32 dst = tree_temp(e, (Rep)h->rep);
    tree_into(e, h, dst);
    return mir_local(e->func, dst);
}

/* A local was hidden for a loop that then turned out to be unreachable. */
static void settle_hidden(MirFunc *func) {
    for (u32 i = 0; i < func->locals.count; i++) {
        MirLocal *local = &func->locals.at[i];
        if (local->kind != LOCAL_HIDDEN || local->loop < func->loops.count) continue;
        local->kind = LOCAL_TEMP;
        local->name = NULL;
        local->is_cell = false;
        for (u32 k = 0; k < func->loops.count; k++)
            for (u32 n = 0; n < func->loops.at[k].scope_count; n++) ASSERT(func->loops.at[k].in_scope[n] != i);
    }
}

/* ---- Whole functions ------------------------------------------------------------------------------------------------------------------------- */

MirFunc *mir_lower(MirUnit *unit, const HirFunc *hir) {
    MirFunc *func = mir_func_new(unit, hir->name, (Rep)hir->ret_rep);
    TreeLowering e = {.hir = hir, .func = func, .arena = unit->arena, .loop = UINT32_MAX};
    e.b = (MirBuilder){.func = func, .handler = MIR_NO_HANDLER};
    func->is_closure = hir->is_closure;
    func->span = hir->span;
    func->own_tokens = hir->own_tokens;
    func->sig = hir->sig; /* made in the unit's arena, as all signatures of the tree */
    for (u32 i = 0; i < hir->args.count; i++) vec_push(NULL, &e.scope, tree_local(&e, hir->args.at[i]));
    func->arg_count = hir->args.count;
    for (u32 i = 0; i < hir->captures.count; i++) vec_push(unit->arena, &func->captures, hir->captures.at[i]);
    for (u32 i = 0; i < hir->positions.count; i++) vec_push(unit->arena, &func->positions, hir->positions.at[i]);
    tree_start(&e, mir_begin_block(&e.b));
    tree_effect(&e, hir->body);
    if (e.b.open) {
        MirOperand value = hir->ret_rep == REP_VOID ? mir_int(0) : mir_null((Rep)hir->ret_rep);
        mir_emit(&e.b, MIR_RETURN, REP_VOID, MIR_NO_LOCAL, hir->ret_rep != REP_VOID, &value);
    }
    vec_free(&e.scope);
    vec_free(&e.nonnull);
    vec_free(&e.pending);
    vec_free(&e.vars);
    settle_hidden(func);
    mir_finish(func);
    return func;
}
