/* loops: innermost loops without calls get a second copy that is fast because it never does anything difficult (optimised tier).
 *
 *        from outside          ┌──────────────────────────┐
 *             │                │ every 1024 rounds: poll  │
 *             v                v                          │
 *         preheader ──> copy: header … back edge ─────────┘       The copy holds no call: what it cannot do (an array of another kind, an
 *             ^            │  something difficult               index outside, a cast that is not plain) leaves it, to the same
 *             │            v                                     instruction of the normal code, which finishes the round and
 *             └──── normal code of the round, with its poll      comes back through the preheader.
 *
 * In the preheader the arrays that the loop indexes and never assigns are tested once, for null and for their kind (which never
 * changes), and their length and data are read once: nothing in the copy can change them (a loop that pushes keeps reading them).
 * So bounds tests compare with an invariant, polls are rare and rounds short enough for that, and LLVM sees a loop it can work on.
 *
 * The collector never misses an object for it. It runs only while every thread stands at a safepoint, and at each of those (calls, polls)
 * memory counts as changed, so that data and length are read anew behind it, from an array that is held itself: of what LLVM derives
 * from them (a pointer past the end, or in front of the first element) nothing lives across a safepoint.
 *
 * Requires of a loop: one way in, its header; polls in blocks that jump to the header; operations of the list below alone. Values that
 * pass from the copy to the normal code go through locals' allocas: all that is assigned in such a loop has one (find_direct).
 */
#include "emit.h"

enum { STRIP = 1024, MOST_INSTRUCTIONS = 250 };

static bool is_plain_runtime(const MirInstr *i) {
    const AbiFunction *f = abi_function(i->owner->text);
    return f && !strchr(f->effects, 't') && !strchr(f->effects, 'g') && strncmp(f->name, "molt_array_", 11) != 0;
}

/* May stand in a copy: short, calls no Haxe code, changes no array's header (push apart). */
static bool is_plain(Emit *e, const MirInstr *i) {
    switch ((MirOp)i->op) {
    case MIR_MOVE: case MIR_I2F: case MIR_F2I: case MIR_I2L: case MIR_L2I: case MIR_BOX_I: case MIR_BOX_F: case MIR_BOX_B: case MIR_BOX_R:
    case MIR_UNBOX_I: case MIR_UNBOX_F: case MIR_UNBOX_B: case MIR_UNBOX_R: case MIR_CHECK_REF: case MIR_CHECK_NULL: case MIR_ADD: case MIR_SUB:
    case MIR_MUL: case MIR_IDIV: case MIR_MOD: case MIR_NEG: case MIR_AND: case MIR_OR: case MIR_XOR: case MIR_NOT: case MIR_SHL: case MIR_SHR:
    case MIR_USHR: case MIR_FADD: case MIR_FSUB: case MIR_FMUL: case MIR_FDIV: case MIR_FMOD: case MIR_FNEG: case MIR_EQ: case MIR_NE: case MIR_LT:
    case MIR_LE: case MIR_GT: case MIR_GE: case MIR_ULT: case MIR_LOAD_FIELD: case MIR_STORE_FIELD: case MIR_LOAD_STATIC: case MIR_STORE_STATIC:
    case MIR_LOAD_CAPTURE: case MIR_LOAD_CELL: case MIR_STORE_CELL: case MIR_ENUM_TAG: case MIR_CLASS_OF: case MIR_ARRAY_LEN: case MIR_ARRAY_GET:
    case MIR_ARRAY_SET: case MIR_ARRAY_PUSH: case MIR_LINE: case MIR_POLL: case MIR_JUMP: case MIR_BRANCH: case MIR_SWITCH: case MIR_RETURN:
    case MIR_THROW: case MIR_UNREACHABLE:
        return true;
    case MIR_IS: {
        const AbiTest *test = resolve_test(e, i->test);
        return test && test->kind == TEST_CLASS;
    }
    case MIR_CALL_RT: return is_plain_runtime(i);
    case MIR_NEW_CELL: case MIR_ARRAY_NEW: case MIR_ARRAY_CONST: case MIR_ARRAY_APPEND: case MIR_NEW_OBJECT: case MIR_NEW_ENUM: case MIR_MAKE_CLOSURE: case MIR_CALL: case MIR_CALL_VIRTUAL:
    case MIR_CALL_INTERFACE: case MIR_CALL_CLOSURE:
        return false;
    case MIR_OP_COUNT: break;
    }
    FATAL("operation %d", i->op);
}

/* Has a difficult case, which the copy leaves to the normal code. */
static bool may_leave(const MirInstr *i) {
    return i->op == MIR_ARRAY_GET || i->op == MIR_ARRAY_SET || i->op == MIR_ARRAY_PUSH || i->op == MIR_UNBOX_I || i->op == MIR_UNBOX_F ||
           i->op == MIR_UNBOX_B || i->op == MIR_UNBOX_R || i->op == MIR_CHECK_REF;
}

/* ---- Finding ------------------------------------------------------------------------------------------------------------------------------------ */

static const MirInstr *last_of(const MirBlock *block) { return &block->instrs.at[block->instrs.count - 1]; }

static const MirInstr *poll_of(const MirBlock *block) {
    for (u32 i = 0; i < block->instrs.count; i++)
        if (block->instrs.at[i].op == MIR_POLL) return &block->instrs.at[i];
    return NULL;
}

/* From where control comes into each block, by a jump or an exception. */
typedef VEC(u32) BlockList;

static BlockList *find_predecessors(Emit *e) {
    const MirFunc *func = e->func;
    BlockList *from = NEW_ARRAY(e->arena, BlockList, func->blocks.count);
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        const MirInstr *last = last_of(block);
        for (u32 k = 0; k < last->target_count; k++) vec_push(e->arena, &from[last->targets[k]], b);
        for (u32 h = block->handler; h != MIR_NO_HANDLER; h = func->handlers.at[h].parent)
            for (u32 c = 0; c < func->handlers.at[h].count; c++) vec_push(e->arena, &from[func->handlers.at[h].catches[c].target], b);
    }
    return from;
}

/* The back edges all jump to one header. */
static bool find_header(const MirFunc *func, HotLoop *loop) {
    loop->header = UINT32_MAX;
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirInstr *poll = poll_of(&func->blocks.at[b]), *last = last_of(&func->blocks.at[b]);
        if (!poll || poll->number != loop->number) continue;
        if (poll + 1 != last || last->op != MIR_JUMP || (loop->header != UINT32_MAX && loop->header != last->targets[0])) return false;
        loop->header = last->targets[0];
        loop->in_body[b] = true;
    }
    return loop->header != UINT32_MAX;
}

/* All blocks from which a back edge is reached without passing the header. */
static void find_body(Emit *e, HotLoop *loop, const BlockList *from) {
    BlockList open = {0};
    for (u32 b = 0; b < e->func->blocks.count; b++)
        if (loop->in_body[b]) vec_push(e->arena, &open, b);
    loop->in_body[loop->header] = true;
    while (open.count) {
        u32 to = vec_pop(&open);
        for (u32 k = 0; to != loop->header && k < from[to].count; k++) {
            u32 b = from[to].at[k];
            if (loop->in_body[b]) continue;
            loop->in_body[b] = true;
            vec_push(e->arena, &open, b);
        }
    }
}

static bool is_suitable(Emit *e, HotLoop *loop, const BlockList *from) {
    const MirFunc *func = e->func;
    u32 instructions = 0;
    if (loop->in_body[0] && loop->header != 0) return false; /* the function's entry would be a second way in */
    loop->keeps_arrays = true;
    for (u32 b = 0; b < func->blocks.count; b++) {
        if (!loop->in_body[b]) continue;
        const MirInstr *poll = poll_of(&func->blocks.at[b]);
        if (poll && poll->number != loop->number) return false;
        for (u32 k = 0; b != loop->header && k < from[b].count; k++)
            if (!loop->in_body[from[b].at[k]]) return false;
        for (u32 i = 0; i < func->blocks.at[b].instrs.count; i++) {
            if (!is_plain(e, &func->blocks.at[b].instrs.at[i]) || ++instructions > MOST_INSTRUCTIONS) return false;
            if (func->blocks.at[b].instrs.at[i].op == MIR_ARRAY_PUSH) loop->keeps_arrays = false;
        }
    }
    return true;
}

static bool is_assigned(const MirFunc *func, const HotLoop *loop, u32 local) {
    for (u32 b = 0; b < func->blocks.count; b++) {
        if (!loop->in_body[b]) continue;
        for (u32 i = 0; i < func->blocks.at[b].instrs.count; i++)
            if (func->blocks.at[b].instrs.at[i].dst == local) return true;
    }
    for (u32 h = 0; h < func->handlers.count; h++)
        for (u32 c = 0; c < func->handlers.at[h].count; c++)
            if (func->handlers.at[h].catches[c].dst == local) return true;
    return false;
}

static AbiElem kind_of(Rep rep) {
    return rep == REP_I32 ? ELEM_I32 : rep == REP_F64 ? ELEM_F64 : rep == REP_BOOL ? ELEM_BOOL : ELEM_WORD;
}

static void find_arrays(Emit *e, HotLoop *loop) {
    const MirFunc *func = e->func;
    for (u32 b = 0; b < func->blocks.count && loop->keeps_arrays; b++) {
        if (!loop->in_body[b]) continue;
        for (u32 i = 0; i < func->blocks.at[b].instrs.count; i++) {
            const MirInstr *at = &func->blocks.at[b].instrs.at[i];
            if ((at->op != MIR_ARRAY_GET && at->op != MIR_ARRAY_SET) || at->args[0].kind != MIR_LOCAL) continue;
            u32 local = at->args[0].local;
            bool known = false;
            for (u32 k = 0; k < loop->arrays.count; k++) known |= loop->arrays.at[k].local == local;
            if (known || is_assigned(func, loop, local)) continue;
            Rep rep = (Rep)(at->op == MIR_ARRAY_GET ? at->rep : at->args[2].rep);
            vec_push(e->arena, &loop->arrays, (HotArray){.local = local, .kind = kind_of(rep)});
        }
    }
}

void find_hot_loops(Emit *e) {
    const MirFunc *func = e->func;
    if (!func->loops.count) return;
    const BlockList *from = find_predecessors(e);
    e->hot_loops = NEW_ARRAY(e->arena, HotLoop, func->loops.count);
    for (u32 l = 0; l < func->loops.count; l++) {
        HotLoop *loop = &e->hot_loops[e->hot_count];
        *loop = (HotLoop){.number = l, .in_body = NEW_ARRAY(e->arena, bool, func->blocks.count)};
        if (!find_header(func, loop)) continue;
        find_body(e, loop, from);
        if (!is_suitable(e, loop, from)) continue;
        find_arrays(e, loop);
        e->hot_count++;
    }
    if (!e->hot_count) return;
    e->resume = NEW_ARRAY(e->arena, IrBlock *, func->blocks.count);
    for (u32 b = 0; b < func->blocks.count; b++)
        if (in_hot_loop(e, b)) e->resume[b] = NEW_ARRAY(e->arena, IrBlock, func->blocks.at[b].instrs.count);
}

/* ---- What the other files ask ---------------------------------------------------------------------------------------------------------------------- */

bool in_hot_loop(const Emit *e, u32 block) {
    for (u32 l = 0; l < e->hot_count; l++)
        if (e->hot_loops[l].in_body[block]) return true;
    return false;
}

IrBlock jump_target(Emit *e, u32 block) {
    if (e->hot && e->hot->in_body[block]) return e->hot->blocks[block];
    for (u32 l = 0; l < e->hot_count; l++)
        if (e->hot_loops[l].header == block) return e->hot_loops[l].preheader;
    return e->blocks[block];
}

void resume_point(Emit *e, u32 block, u32 index) {
    if (!e->resume || !e->resume[block] || !may_leave(&e->func->blocks.at[block].instrs.at[index])) return;
    IrBlock next = block_near(e);
    LLVMBuildBr(e->b, next);
    go_to(e, next);
    e->resume[block][index] = next;
}

HotArray *hot_array(const Emit *e, const MirOperand *operand, AbiElem kind) {
    if (!e->leave || operand->kind != MIR_LOCAL) return NULL;
    for (u32 k = 0; k < e->hot->arrays.count; k++) {
        HotArray *array = &e->hot->arrays.at[k];
        if (array->local == operand->local && (kind == ELEM_COUNT || kind == array->kind)) return array;
    }
    return NULL;
}

bool hot_not_null(const Emit *e, const MirOperand *operand) { return hot_array(e, operand, ELEM_COUNT); }

/* ---- Emitting ---------------------------------------------------------------------------------------------------------------------------------------- */

static void emit_preheader(Emit *e, HotLoop *loop) {
    go_to(e, loop->preheader);
    IrBlock normal = e->blocks[loop->header];
    for (u32 k = 0; k < loop->arrays.count; k++) {
        HotArray *array = &loop->arrays.at[k];
        MirOperand operand = {.kind = MIR_LOCAL, .rep = REP_REF, .local = array->local};
        IrValue object = emit_read(e, &operand);
        IrBlock there = block_near(e);
        branch_rarely(e, LLVMBuildIsNull(e->b, object, ""), normal, there);
        go_to(e, there);
        IrValue kind = load_at(e, e->t->i8, object, offsetof(AbiArray, elem), ALIAS_ARRAY);
        IrBlock right = block_near(e);
        branch_rarely(e, LLVMBuildICmp(e->b, LLVMIntNE, kind, LLVMConstInt(e->t->i8, array->kind, 0), ""), normal, right);
        go_to(e, right);
        array->data = load_at(e, e->t->ptr, object, offsetof(AbiArray, data), ALIAS_ARRAY);
        array->length = load_at(e, e->t->i32, object, offsetof(AbiArray, length), ALIAS_ARRAY);
    }
    loop->counter = emit_alloca(e, e->t->i32, "rounds");
    LLVMBuildStore(e->b, const_i32(e, STRIP), loop->counter);
    LLVMBuildBr(e->b, loop->blocks[loop->header]);
}

/* Counts the round; the jump behind the poll is emitted here too: to the header or, when the strip is over, to a poll and the
 * preheader. */
bool emit_hot_back_edge(Emit *e) {
    if (!e->leave) return false;
    HotLoop *loop = e->hot;
    IrValue left = LLVMBuildSub(e->b, LLVMBuildLoad2(e->b, e->t->i32, loop->counter, ""), const_i32(e, 1), "");
    LLVMBuildStore(e->b, left, loop->counter);
    IrBlock over = block_cold(e);
    branch_rarely(e, LLVMBuildICmp(e->b, LLVMIntEQ, left, const_i32(e, 0), ""), over, loop->blocks[loop->header]);
    go_to(e, over);
    e->hot = NULL;
    e->leave = NULL;
    emit_poll(e, e->instr);
    LLVMBuildBr(e->b, loop->preheader);
    e->hot = loop;
    return true;
}

static void emit_copy(Emit *e, HotLoop *loop) {
    const MirFunc *func = e->func;
    IrBlock nowhere = block_cold(e); /* stands for "in a copy" at instructions that never leave it */
    for (u32 b = 0; b < func->blocks.count; b++) {
        if (!loop->in_body[b]) continue;
        const MirBlock *block = &func->blocks.at[b];
        go_to(e, loop->blocks[b]);
        e->block_handler = block->handler;
        for (u32 i = 0; i < block->instrs.count && !e->build->failed; i++) {
            e->hot = loop;
            e->leave = e->resume[b][i] ? e->resume[b][i] : nowhere;
            emit_instruction(e, &block->instrs.at[i]);
            if (block->instrs.at[i].op == MIR_POLL) break;
        }
    }
    go_to(e, nowhere);
    LLVMBuildUnreachable(e->b);
    e->hot = NULL;
    e->leave = NULL;
}

void emit_hot_loops(Emit *e) {
    for (u32 l = 0; l < e->hot_count && !e->build->failed; l++) {
        HotLoop *loop = &e->hot_loops[l];
        loop->blocks = NEW_ARRAY(e->arena, IrBlock, e->func->blocks.count);
        for (u32 b = 0; b < e->func->blocks.count; b++)
            if (loop->in_body[b]) loop->blocks[b] = block_cold(e);
        e->block_handler = e->func->blocks.at[loop->header].handler;
        emit_preheader(e, loop);
        emit_copy(e, loop);
    }
}
