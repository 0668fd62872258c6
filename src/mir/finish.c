/* finish: the last step of building a function, and where positions are now.
 *
 * mir_finish requires complete blocks, lets jumps skip blocks that only jump on, joins a block to the only one that jumps to it, removes
 * those that neither the entry nor a handler of a reachable block reaches, puts the others in order, and computes is_leaf and the hash.
 * The hash covers texts and numbers, never addresses, so it is the same in every process.
 */
#include "mir.h"

/* ---- Blocks: which stay, and in which order -------------------------------------------------------------------------------------------- */

static void reach(u32 block, bool *seen, u32 *stack, u32 *depth) {
    if (seen[block]) return;
    seen[block] = true;
    stack[(*depth)++] = block;
}

/* Where control ends up that goes to a block, through blocks that do nothing but jump on. */
static u32 final_target(const MirFunc *func, u32 block) {
    for (u32 steps = 0; steps < 1000; steps++) {
        const MirBlock *at = &func->blocks.at[block];
        if (at->instrs.count != 1 || at->instrs.at[0].op != MIR_JUMP || at->instrs.at[0].targets[0] == block) break;
        block = at->instrs.at[0].targets[0];
    }
    return block;
}

static void thread_jumps(MirFunc *func) {
    for (u32 i = 0; i < func->blocks.count; i++) {
        const MirBlock *block = &func->blocks.at[i];
        if (!block->instrs.count) continue;
        MirInstr *last = &vec_last(&block->instrs);
        for (u32 k = 0; k < last->target_count; k++) last->targets[k] = final_target(func, last->targets[k]);
    }
    for (u32 i = 0; i < func->handlers.count; i++)
        for (u32 k = 0; k < func->handlers.at[i].count; k++)
            func->handlers.at[i].catches[k].target = final_target(func, func->handlers.at[i].catches[k].target);
}

/* A block that is jumped to from one place only goes to the end of that one. */
static void join_blocks(MirFunc *func) {
    Arena *arena = func->unit->arena;
    u32 *entries = base_alloc(func->blocks.count * sizeof *entries);
    entries[0] = 2;
    for (u32 i = 0; i < func->blocks.count; i++) {
        const MirInstr *last = &vec_last(&func->blocks.at[i].instrs);
        for (u32 k = 0; k < last->target_count; k++) entries[last->targets[k]]++;
    }
    for (u32 i = 0; i < func->handlers.count; i++)
        for (u32 k = 0; k < func->handlers.at[i].count; k++) entries[func->handlers.at[i].catches[k].target] += 2;
    for (u32 i = 0; i < func->blocks.count; i++) {
        MirBlock *block = &func->blocks.at[i];
        while (block->instrs.count && vec_last(&block->instrs).op == MIR_JUMP) {
            u32 target = vec_last(&block->instrs).targets[0];
            MirBlock *next = &func->blocks.at[target];
            if (target == i || entries[target] != 1 || next->handler != block->handler) break;
            block->instrs.count--;
            vec_reserve(arena, &block->instrs, block->instrs.count + next->instrs.count);
            memcpy(block->instrs.at + block->instrs.count, next->instrs.at, next->instrs.count * sizeof(MirInstr));
            block->instrs.count += next->instrs.count;
            /* What is left is reached by nothing and goes with the unreachable ones. */
            entries[target] = 0;
            next->instrs.count = 0;
        }
    }
    free(entries);
}

typedef struct Placed {
    u32 order, block;
} Placed;

static int compare_placed(const void *a, const void *b) {
    const Placed *left = a, *right = b;
    if (left->order != right->order) return left->order < right->order ? -1 : 1;
    return left->block < right->block ? -1 : left->block > right->block;
}

static void arrange_blocks(MirFunc *func) {
    u32 count = func->blocks.count;
    bool *seen = base_alloc(count);
    bool *handler_seen = base_alloc(func->handlers.count + 1);
    u32 *stack = base_alloc(count * sizeof *stack);
    u32 depth = 0;
    reach(0, seen, stack, &depth);
    while (depth) {
        const MirBlock *block = &func->blocks.at[stack[--depth]];
        const MirInstr *last = &vec_last(&block->instrs);
        for (u32 i = 0; i < last->target_count; i++) reach(last->targets[i], seen, stack, &depth);
        for (u32 h = block->handler; h != MIR_NO_HANDLER && !handler_seen[h]; h = func->handlers.at[h].parent) {
            handler_seen[h] = true;
            for (u32 i = 0; i < func->handlers.at[h].count; i++) reach(func->handlers.at[h].catches[i].target, seen, stack, &depth);
        }
    }
    Placed *order = base_alloc(count * sizeof *order);
    u32 kept = 0;
    for (u32 i = 0; i < count; i++)
        if (seen[i]) order[kept++] = (Placed){i == 0 ? 0 : func->blocks.at[i].order, i};
    qsort(order, kept, sizeof *order, compare_placed);
    u32 *place = stack;
    MirBlock *blocks = base_alloc(kept * sizeof *blocks);
    for (u32 i = 0; i < kept; i++) {
        place[order[i].block] = i;
        blocks[i] = func->blocks.at[order[i].block];
    }
    memcpy(func->blocks.at, blocks, kept * sizeof *blocks);
    func->blocks.count = kept;
    free(order);
    free(blocks);
    for (u32 i = 0; i < kept; i++) {
        MirInstr *last = &vec_last(&func->blocks.at[i].instrs);
        for (u32 k = 0; k < last->target_count; k++) last->targets[k] = place[last->targets[k]];
    }
    /* Handlers of removed blocks stay in the table, since others are numbered after them, but catch nothing. */
    for (u32 h = 0; h < func->handlers.count; h++) {
        MirHandler *handler = &func->handlers.at[h];
        if (!handler_seen[h]) handler->count = 0;
        for (u32 i = 0; i < handler->count; i++) handler->catches[i].target = place[handler->catches[i].target];
    }
    free(seen);
    free(handler_seen);
    free(stack);
}

/* ---- Hash ------------------------------------------------------------------------------------------------------------------------------ */

static void put(Text *out, u64 number) { text_add(out, (const char *)&number, sizeof number); }

static void put_name(Text *out, Name name) {
    if (!name) {
        put(out, UINT64_MAX);
        return;
    }
    put(out, name->length);
    text_add(out, name->text, name->length);
}

static void put_operand(Text *out, const MirOperand *operand) {
    put(out, (u64)operand->kind << 8 | operand->rep);
    switch ((MirOperandKind)operand->kind) {
    case MIR_LOCAL:
        put(out, operand->local);
        break;
    case MIR_CONST_INT:
        put(out, (u64)operand->int_value);
        break;
    case MIR_CONST_FLOAT:
        text_add(out, (const char *)&operand->float_value, sizeof operand->float_value);
        break;
    case MIR_CONST_NULL:
        break;
    case MIR_CONST_STRING:
    case MIR_CONST_NAME:
    case MIR_CONST_CLASS:
    case MIR_CONST_HASH:
        put_name(out, operand->name);
        break;
    case MIR_CONST_TAG:
        put_name(out, operand->owner);
        put_name(out, operand->name);
        break;
    }
}

static void put_instr(Text *out, const MirInstr *instr) {
    put(out, (u64)instr->op << 32 | (u64)instr->rep << 24 | instr->count);
    put(out, (u64)instr->dst << 32 | instr->number);
    for (u32 i = 0; i < instr->count; i++) put_operand(out, &instr->args[i]);
    put_name(out, instr->owner);
    put_name(out, instr->member);
    put_name(out, instr->test);
    put_name(out, instr->sig ? instr->sig->text : NULL);
    put(out, instr->target_count);
    for (u32 i = 0; i < instr->target_count; i++) put(out, instr->targets[i]);
}

static u64 hash_of(const MirFunc *func) {
    Text out = {0};
    put(&out, (u64)func->is_closure << 40 | (u64)func->ret_rep << 32 | func->arg_count);
    put_name(&out, func->sig ? func->sig->text : NULL);
    put(&out, func->locals.count);
    for (u32 i = 0; i < func->locals.count; i++) {
        const MirLocal *local = &func->locals.at[i];
        put_name(&out, local->name);
        put_name(&out, local->type);
        put(&out, (u64)local->rep << 16 | (u64)local->kind << 8 | local->is_cell);
        if (local->kind == LOCAL_HIDDEN) put(&out, (u64)local->loop << 32 | local->ordinal);
    }
    put(&out, func->captures.count);
    for (u32 i = 0; i < func->captures.count; i++) {
        const Capture *capture = &func->captures.at[i];
        put_name(&out, capture->name);
        put_name(&out, capture->type);
        put(&out, (u64)capture->rep << 8 | capture->is_cell);
    }
    put(&out, func->loops.count);
    for (u32 i = 0; i < func->loops.count; i++) {
        const MirLoop *loop = &func->loops.at[i];
        put(&out, (u64)loop->parent << 32 | loop->scope_count);
        for (u32 k = 0; k < loop->scope_count; k++) put(&out, loop->in_scope[k]);
    }
    put(&out, func->handlers.count);
    for (u32 i = 0; i < func->handlers.count; i++) {
        const MirHandler *handler = &func->handlers.at[i];
        put(&out, (u64)handler->parent << 32 | handler->count);
        for (u32 k = 0; k < handler->count; k++) {
            put_name(&out, handler->catches[k].test);
            put(&out, (u64)handler->catches[k].dst << 32 | handler->catches[k].target);
        }
    }
    for (u32 i = 0; i < func->blocks.count; i++) {
        const MirBlock *block = &func->blocks.at[i];
        put(&out, (u64)block->handler << 32 | block->instrs.count);
        for (u32 k = 0; k < block->instrs.count; k++) put_instr(&out, &block->instrs.at[k]);
    }
    u64 hash = hash_bytes(out.at, out.count, 0);
    text_free(&out);
    return hash;
}

/* ---- The pass ---------------------------------------------------------------------------------------------------------------------------- */

static bool is_leaf(const MirFunc *func) {
    for (u32 i = 0; i < func->blocks.count; i++) {
        const MirBlock *block = &func->blocks.at[i];
        for (u32 k = 0; k < block->instrs.count; k++) {
            if (mir_op_collects((MirOp)block->instrs.at[k].op)) return false;
        }
    }
    return true;
}

void mir_finish(MirFunc *func) {
    thread_jumps(func);
    arrange_blocks(func);
    join_blocks(func);
    arrange_blocks(func);
    func->is_leaf = is_leaf(func);
    func->hash = hash_of(func);
}

/* ---- Positions ----------------------------------------------------------------------------------------------------------------------------- */

u32 mir_line(Sources *sources, const MirFunc *func, u32 pos) {
    if (pos >= func->positions.count) return 0;
    const CodePos *place = &func->positions.at[pos];
    u32 id = place->span.file, offset = place->span.start;
    const Field *field = place->field;
    if (field && field->ast && field->module && field->module->ast && place->token != NO_TOKEN) {
        const AstFile *ast = field->module->ast;
        TokenRange range = field->ast->tokens;
        u32 token = range.first + place->token;
        if (token >= range.end) token = range.end ? range.end - 1 : 0; /* the text has changed meanwhile: the nearest that there is */
        id = ast->file;
        offset = ast->tokens[token].start;
    }
    const SourceFile *file = source_by_id(sources, id);
    return file ? source_line(file, offset) : 0;
}
