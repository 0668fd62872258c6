/* verify: checks a function against what mir.h and ops.def promise.
 *
 * Requires nothing of the function but memory safety of its vectors; changes nothing; goes on after a finding, so that one run tells
 * all that is wrong. Structure comes first: the checks of data flow run only on a sound graph.
 */
#include "mir.h"

typedef struct Verifier {
    const MirFunc *func;
    Text *why;
    u32 errors;
    u32 block, instr;
} Verifier;

static void wrong(Verifier *v, const char *format, ...) PRINTF_LIKE(2, 3);
static void wrong(Verifier *v, const char *format, ...) {
    char message[300];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    v->errors++;
    text_printf(v->why, "%s @%u", v->func->name ? v->func->name->text : "?", v->block);
    if (v->instr != UINT32_MAX && v->block < v->func->blocks.count) {
        const MirBlock *block = &v->func->blocks.at[v->block];
        text_printf(v->why, "[%u] %s", v->instr, v->instr < block->instrs.count ? mir_op_text[block->instrs.at[v->instr].op] : "?");
    }
    text_printf(v->why, ": %s\n", message);
}

/* ---- One instruction ------------------------------------------------------------------------------------------------------------------- */

/* Representations of operands: a letter each; `=` like operand 0, `*` instr->rep, `n` any number, `x` number or Bool, `c` anything that
 * can be compared, `o` ref or word, `?` anything. NULL: depends on what the symbol names. */
static const char *operand_pattern(MirOp op) {
    switch (op) {
    case MIR_MOVE:
        return "?";
    case MIR_I2F:
    case MIR_I2L:
    case MIR_BOX_I:
    case MIR_ARRAY_NEW:
        return "i";
    case MIR_F2I:
    case MIR_BOX_F:
    case MIR_FNEG:
        return "f";
    case MIR_L2I:
        return "l";
    case MIR_BOX_B:
    case MIR_BRANCH:
        return "b";
    case MIR_BOX_R:
    case MIR_CHECK_REF:
    case MIR_CHECK_NULL:
    case MIR_LOAD_FIELD:
    case MIR_LOAD_CAPTURE:
    case MIR_LOAD_CELL:
    case MIR_ENUM_TAG:
    case MIR_CLASS_OF:
    case MIR_ARRAY_LEN:
        return "r";
    case MIR_UNBOX_I:
    case MIR_UNBOX_F:
    case MIR_UNBOX_B:
    case MIR_UNBOX_R:
    case MIR_THROW:
        return "w";
    case MIR_IS:
        return "o";
    case MIR_ADD:
    case MIR_SUB:
    case MIR_MUL:
    case MIR_IDIV:
    case MIR_MOD:
        return "n=";
    case MIR_AND:
    case MIR_OR:
    case MIR_XOR:
        return "x=";
    case MIR_SHL:
    case MIR_SHR:
    case MIR_USHR:
        return "ni";
    case MIR_NEG:
        return "n";
    case MIR_NOT:
        return "x";
    case MIR_FADD:
    case MIR_FSUB:
    case MIR_FMUL:
    case MIR_FDIV:
    case MIR_FMOD:
        return "ff";
    case MIR_EQ:
    case MIR_NE:
        return "c=";
    case MIR_LT:
    case MIR_LE:
    case MIR_GT:
    case MIR_GE:
        return "m=";
    case MIR_ULT:
        return "n=";
    case MIR_STORE_FIELD:
    case MIR_STORE_CELL:
        return "r?";
    case MIR_STORE_STATIC:
    case MIR_NEW_CELL:
        return "?";
    case MIR_ARRAY_GET:
        return "ri";
    case MIR_ARRAY_SET:
        return "ri*";
    case MIR_ARRAY_PUSH:
        return "r*";
    case MIR_LOAD_STATIC:
    case MIR_NEW_OBJECT:
    case MIR_LINE:
    case MIR_POLL:
    case MIR_JUMP:
    case MIR_UNREACHABLE:
        return "";
    case MIR_CALL_VIRTUAL:
    case MIR_CALL_INTERFACE:
    case MIR_CALL_CLOSURE:
    case MIR_NEW_ENUM:
    case MIR_ARRAY_CONST:
    case MIR_ARRAY_APPEND:
    case MIR_MAKE_CLOSURE:
    case MIR_CALL:
    case MIR_CALL_RT:
    case MIR_SWITCH:
    case MIR_RETURN:
    case MIR_OP_COUNT:
        break;
    }
    return NULL;
}

static bool rep_fits(Rep rep, char pattern, const MirInstr *instr) {
    switch (pattern) {
    case '?':
        return rep != REP_VOID;
    case '=':
        return rep == (Rep)instr->args[0].rep;
    case '*':
        return rep == (Rep)instr->rep;
    case 'n':
        return rep == REP_I32 || rep == REP_I64;
    case 'x':
        return rep == REP_I32 || rep == REP_I64 || rep == REP_BOOL;
    case 'm':
        return rep == REP_I32 || rep == REP_I64 || rep == REP_F64;
    case 'c':
        return rep != REP_VOID && rep != REP_PTR;
    case 'o':
        return rep == REP_REF || rep == REP_WORD;
    default:
        return rep_letter(rep) == pattern;
    }
}

static void check_operand(Verifier *v, const MirOperand *operand) {
    const MirFunc *func = v->func;
    Rep rep = (Rep)operand->rep;
    switch ((MirOperandKind)operand->kind) {
    case MIR_LOCAL:
        if (operand->local >= func->locals.count) wrong(v, "no local %u", operand->local);
        else if (func->locals.at[operand->local].rep != operand->rep)
            wrong(v, "local %u is %s, used as %s", operand->local, rep_text((Rep)func->locals.at[operand->local].rep), rep_text(rep));
        return;
    case MIR_CONST_INT:
        if (rep != REP_I32 && rep != REP_BOOL && rep != REP_I64) wrong(v, "integer constant of representation %s", rep_text(rep));
        else if (rep == REP_BOOL && operand->int_value != 0 && operand->int_value != 1) wrong(v, "Bool constant beyond 1");
        else if (rep == REP_I32 && operand->int_value != (i32)operand->int_value) wrong(v, "Int constant beyond 32 bits");
        return;
    case MIR_CONST_FLOAT:
        if (rep != REP_F64) wrong(v, "float constant of representation %s", rep_text(rep));
        return;
    case MIR_CONST_NULL:
        if (rep != REP_REF && rep != REP_WORD && rep != REP_PTR) wrong(v, "null of representation %s", rep_text(rep));
        return;
    case MIR_CONST_STRING:
    case MIR_CONST_NAME:
    case MIR_CONST_CLASS:
        if (rep != REP_REF || !operand->name) wrong(v, "constant without text, or no reference");
        return;
    case MIR_CONST_HASH:
        if (rep != REP_I32 || !operand->name) wrong(v, "hash without text, or no Int");
        return;
    case MIR_CONST_TAG:
        if (rep != REP_I32 || !operand->name || !operand->owner) wrong(v, "tag without constructor, or no Int");
        return;
    }
    wrong(v, "operand of unknown kind %u", operand->kind);
}

static bool needs_owner(MirOp op) {
    return op == MIR_LOAD_FIELD || op == MIR_STORE_FIELD || op == MIR_LOAD_STATIC || op == MIR_STORE_STATIC || op == MIR_NEW_OBJECT ||
           op == MIR_NEW_ENUM || op == MIR_MAKE_CLOSURE || op == MIR_CALL || op == MIR_CALL_VIRTUAL || op == MIR_CALL_INTERFACE ||
           op == MIR_CALL_RT;
}
static bool needs_member(MirOp op) {
    return op == MIR_LOAD_FIELD || op == MIR_STORE_FIELD || op == MIR_LOAD_STATIC || op == MIR_STORE_STATIC || op == MIR_NEW_ENUM ||
           op == MIR_CALL_VIRTUAL || op == MIR_CALL_INTERFACE;
}
static bool needs_test(MirOp op) { return op == MIR_UNBOX_R || op == MIR_CHECK_REF || op == MIR_IS; }

static u32 targets_wanted(const MirInstr *instr) {
    switch ((MirOp)instr->op) {
    case MIR_JUMP:
        return 1;
    case MIR_BRANCH:
        return 2;
    case MIR_SWITCH:
        return instr->count;
    default:
        return 0;
    }
}

static void check_special(Verifier *v, const MirInstr *instr) {
    const MirFunc *func = v->func;
    MirOp op = (MirOp)instr->op;
    if (op == MIR_CALL_VIRTUAL || op == MIR_CALL_INTERFACE || op == MIR_CALL_CLOSURE) {
        if (instr->count == 0 || instr->args[0].rep != REP_REF) wrong(v, "no receiver");
    }
    if (op == MIR_CALL_CLOSURE) {
        if (!instr->sig) wrong(v, "no signature");
        else {
            if (instr->sig->count + 1 != instr->count) wrong(v, "%u arguments for signature %s", instr->count - 1, instr->sig->text->text);
            else
                for (u32 i = 0; i < instr->sig->count; i++)
                    if (instr->sig->arg_reps[i] != instr->args[i + 1].rep)
                        wrong(v, "argument %u does not fit %s", i, instr->sig->text->text);
            if (instr->sig->ret_rep != instr->rep) wrong(v, "result does not fit %s", instr->sig->text->text);
        }
    }
    if (op == MIR_SWITCH) {
        if (instr->count == 0 || instr->args[0].rep != REP_I32) wrong(v, "the subject is no Int");
        for (u32 i = 1; i < instr->count; i++) {
            if (instr->args[i].rep != REP_I32 || (instr->args[i].kind != MIR_CONST_INT && instr->args[i].kind != MIR_CONST_TAG &&
                                                     instr->args[i].kind != MIR_CONST_HASH))
                wrong(v, "case %u is no Int constant", i);
        }
    }
    if (op == MIR_RETURN) {
        bool fits = func->ret_rep == REP_VOID ? instr->count == 0 : instr->count == 1 && instr->args[0].rep == func->ret_rep;
        if (!fits) wrong(v, "does not return one %s", rep_text((Rep)func->ret_rep));
    }
    if (op == MIR_POLL && instr->number >= func->loops.count) wrong(v, "no loop %u", instr->number);
    if (op == MIR_LOAD_CAPTURE) {
        if (instr->number >= func->captures.count) wrong(v, "no capture %u", instr->number);
        else if (func->captures.at[instr->number].rep != instr->rep) wrong(v, "capture of another representation");
    }
    if (needs_owner(op) != (instr->owner != NULL)) wrong(v, instr->owner ? "a symbol too many" : "no symbol");
    if (needs_member(op) != (instr->member != NULL)) wrong(v, instr->member ? "a member too many" : "no member");
    if (needs_test(op) && !instr->test) wrong(v, "no test");
}

static void check_instr(Verifier *v, const MirInstr *instr) {
    const MirFunc *func = v->func;
    if (instr->op >= MIR_OP_COUNT) {
        wrong(v, "no operation %u", instr->op);
        return;
    }
    MirOp op = (MirOp)instr->op;
    int wanted = mir_op_operands(op);
    if (wanted >= 0 && instr->count != (u32)wanted) {
        wrong(v, "%u operands instead of %d", instr->count, wanted);
        return;
    }
    for (u32 i = 0; i < instr->count; i++) check_operand(v, &instr->args[i]);
    const char *pattern = operand_pattern(op);
    for (u32 i = 0; pattern && i < instr->count; i++) {
        if (!rep_fits((Rep)instr->args[i].rep, pattern[i], instr)) wrong(v, "operand %u is %s", i, rep_text((Rep)instr->args[i].rep));
    }
    char letter = mir_op_result(op);
    Rep result = REP_VOID;
    if (letter == '*') result = (Rep)instr->rep;
    else if (letter == '=') result = (Rep)instr->args[0].rep;
    else
        for (u32 r = 0; r < REP_COUNT; r++)
            if (rep_letter((Rep)r) == letter) result = (Rep)r;
    if (instr->dst != MIR_NO_LOCAL) {
        if (instr->dst >= func->locals.count) wrong(v, "no local %u", instr->dst);
        else if (result == REP_VOID) wrong(v, "there is no result to assign");
        else if (func->locals.at[instr->dst].rep != result)
            wrong(v, "result is %s, its local %s", rep_text(result), rep_text((Rep)func->locals.at[instr->dst].rep));
    }
    if (instr->target_count != targets_wanted(instr)) wrong(v, "%u targets", instr->target_count);
    for (u32 i = 0; i < instr->target_count; i++)
        if (instr->targets[i] >= func->blocks.count) wrong(v, "no block @%u", instr->targets[i]);
    if (instr->pos != 0 && instr->pos >= func->positions.count) wrong(v, "no position %u", instr->pos);
    check_special(v, instr);
}

static void check_structure(Verifier *v) {
    const MirFunc *func = v->func;
    if (!func->name) wrong(v, "no name");
    if (func->blocks.count == 0) wrong(v, "no blocks");
    if (func->arg_count > func->locals.count) wrong(v, "fewer locals than arguments");
    if (func->is_closure && (func->arg_count == 0 || func->locals.at[0].rep != REP_REF)) wrong(v, "a closure's first argument is the closure");
    for (u32 i = 0; i < func->locals.count; i++) {
        const MirLocal *local = &func->locals.at[i];
        if ((i < func->arg_count) != (local->kind == LOCAL_ARG)) wrong(v, "local %u: arguments stand in front, and only they", i);
        if ((local->kind == LOCAL_TEMP) != (local->name == NULL)) wrong(v, "local %u: temporaries have no name, all others have one", i);
        if (local->rep == REP_VOID || local->rep >= REP_COUNT) wrong(v, "local %u: no representation", i);
        if (local->is_cell && local->rep != REP_REF) wrong(v, "local %u: a cell is a ref", i);
        if (local->kind == LOCAL_HIDDEN && local->loop >= func->loops.count) wrong(v, "local %u: hidden in no loop", i);
    }
    for (u32 i = 0; i < func->loops.count; i++) {
        const MirLoop *loop = &func->loops.at[i];
        if (loop->parent != UINT32_MAX && loop->parent >= i) wrong(v, "loop %u: parents stand in front", i);
        for (u32 k = 0; k < loop->scope_count; k++) {
            if (loop->in_scope[k] >= func->locals.count || func->locals.at[loop->in_scope[k]].kind == LOCAL_TEMP)
                wrong(v, "loop %u: no local in scope, or a temporary", i);
        }
    }
    for (u32 i = 0; i < func->handlers.count; i++) {
        const MirHandler *handler = &func->handlers.at[i];
        if (handler->parent != MIR_NO_HANDLER && handler->parent >= i) wrong(v, "handler %u: parents stand in front", i);
        for (u32 k = 0; k < handler->count; k++) {
            const MirCatch *clause = &handler->catches[k];
            if (!clause->test) wrong(v, "handler %u: no test", i);
            if (clause->target >= func->blocks.count) wrong(v, "handler %u: no block @%u", i, clause->target);
            if (clause->dst >= func->locals.count || func->locals.at[clause->dst].rep != REP_WORD)
                wrong(v, "handler %u: caught into no word", i);
        }
    }
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        v->block = b;
        v->instr = UINT32_MAX;
        if (block->handler != MIR_NO_HANDLER && block->handler >= func->handlers.count) wrong(v, "no handler %u", block->handler);
        if (block->instrs.count == 0) wrong(v, "empty block");
        for (u32 i = 0; i < block->instrs.count; i++) {
            v->instr = i;
            const MirInstr *instr = &block->instrs.at[i];
            check_instr(v, instr);
            bool ends = instr->op < MIR_OP_COUNT && mir_op_ends((MirOp)instr->op);
            if (ends != (i + 1 == block->instrs.count)) wrong(v, ends ? "ends a block in its middle" : "the block does not end");
        }
    }
}

/* ---- Data flow: assigned before use, polls on back edges ---------------------------------------------------------------------------------- */

/* Only locals that some block uses without having assigned them itself take part: the others need no knowledge of other blocks. */
typedef struct Flow {
    Verifier *v;
    u32 *bit;      /* of each local that takes part, + 1; 0: it does not */
    u32 words;
    u64 *in;       /* blocks × words: locals assigned on every path to the block */
    u64 *state;    /* of the block under way */
    bool *reached;
    u32 *work;
    u32 work_count;
    bool *queued;
} Flow;

/* also: bit + 1 of one more local that is assigned on the way, or 0. */
static void flow_to(Flow *flow, u32 target, u32 also) {
    u64 *in = flow->in + (size_t)target * flow->words;
    bool changed = !flow->reached[target];
    for (u32 i = 0; i < flow->words; i++) {
        u64 next = flow->state[i];
        if (also && (also - 1) / 64 == i) next |= (u64)1 << (also - 1) % 64;
        if (flow->reached[target]) next &= in[i];
        if (next != in[i]) changed = true;
        in[i] = next;
    }
    flow->reached[target] = true;
    if (changed && !flow->queued[target]) {
        flow->queued[target] = true;
        flow->work[flow->work_count++] = target;
    }
}

static bool assigned(const Flow *flow, u32 local) {
    u32 bit = flow->bit[local];
    return !bit || (flow->state[(bit - 1) / 64] >> (bit - 1) % 64 & 1);
}

static void assign(Flow *flow, u32 local) {
    u32 bit = flow->bit[local];
    if (bit) flow->state[(bit - 1) / 64] |= (u64)1 << (bit - 1) % 64;
}

/* Numbers the locals that take part. */
static u32 number_locals(const MirFunc *func, u32 *bit) {
    u32 *block_of = base_alloc(func->locals.count * sizeof *block_of + 1); /* last block that assigned it, + 1 */
    u32 count = 0;
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        for (u32 i = 0; i < block->instrs.count; i++) {
            const MirInstr *instr = &block->instrs.at[i];
            for (u32 k = 0; k < instr->count; k++) {
                if (instr->args[k].kind != MIR_LOCAL) continue;
                u32 local = instr->args[k].local;
                if (block_of[local] != b + 1 && !bit[local]) bit[local] = ++count;
            }
            if (instr->dst != MIR_NO_LOCAL) block_of[instr->dst] = b + 1;
        }
    }
    for (u32 i = 0; i < func->loops.count; i++)
        for (u32 k = 0; k < func->loops.at[i].scope_count; k++)
            if (!bit[func->loops.at[i].in_scope[k]]) bit[func->loops.at[i].in_scope[k]] = ++count;
    free(block_of);
    return count;
}

static void flow_block(Flow *flow, u32 b, bool report) {
    Verifier *v = flow->v;
    const MirFunc *func = v->func;
    const MirBlock *block = &func->blocks.at[b];
    memcpy(flow->state, flow->in + (size_t)b * flow->words, flow->words * sizeof *flow->state);
    bool thrown = false;
    v->block = b;
    for (u32 i = 0; i < block->instrs.count; i++) {
        const MirInstr *instr = &block->instrs.at[i];
        v->instr = i;
        for (u32 k = 0; report && k < instr->count; k++) {
            if (instr->args[k].kind == MIR_LOCAL && !assigned(flow, instr->args[k].local)) {
                const MirLocal *local = &func->locals.at[instr->args[k].local];
                wrong(v, "local %u (%s) is used before it is assigned", instr->args[k].local, local->name ? local->name->text : "temporary");
            }
        }
        if (report && instr->op == MIR_POLL) {
            const MirLoop *loop = &func->loops.at[instr->number];
            for (u32 k = 0; k < loop->scope_count; k++)
                if (!assigned(flow, loop->in_scope[k])) wrong(v, "local %u is not assigned at the poll of its loop", loop->in_scope[k]);
        }
        /* What is assigned at the first instruction that may throw is what handlers can rely on. */
        if (!thrown && block->handler != MIR_NO_HANDLER && mir_op_throws((MirOp)instr->op)) {
            thrown = true;
            if (!report) {
                for (u32 h = block->handler; h != MIR_NO_HANDLER; h = func->handlers.at[h].parent) {
                    const MirHandler *handler = &func->handlers.at[h];
                    for (u32 k = 0; k < handler->count; k++) flow_to(flow, handler->catches[k].target, flow->bit[handler->catches[k].dst]);
                }
            }
        }
        if (instr->dst != MIR_NO_LOCAL) assign(flow, instr->dst);
        if (!report)
            for (u32 k = 0; k < instr->target_count; k++) flow_to(flow, instr->targets[k], 0);
    }
}

static void check_assigned(Verifier *v) {
    const MirFunc *func = v->func;
    u32 count = func->blocks.count;
    Flow flow = {.v = v};
    flow.bit = base_alloc(func->locals.count * sizeof *flow.bit + 1);
    flow.words = number_locals(func, flow.bit) / 64 + 1;
    flow.in = base_alloc((size_t)count * flow.words * sizeof(u64));
    flow.state = base_alloc(flow.words * sizeof(u64));
    flow.reached = base_alloc(count);
    flow.queued = base_alloc(count);
    flow.work = base_alloc(count * sizeof(u32));
    for (u32 i = 0; i < func->arg_count; i++) assign(&flow, i);
    flow_to(&flow, 0, 0);
    while (flow.work_count) {
        u32 b = flow.work[--flow.work_count];
        flow.queued[b] = false;
        flow_block(&flow, b, false);
    }
    for (u32 b = 0; b < count; b++)
        if (flow.reached[b]) flow_block(&flow, b, true);
    free(flow.bit);
    free(flow.in);
    free(flow.state);
    free(flow.reached);
    free(flow.queued);
    free(flow.work);
}

/* Depth first with a stack of its own: chains of blocks can be long. An edge to a block that is on the path goes back. */
static void check_polls(Verifier *v) {
    const MirFunc *func = v->func;
    u32 count = func->blocks.count;
    enum { NEW_BLOCK, ON_PATH, DONE };
    u8 *mark = base_alloc(count);
    u32 *path = base_alloc(count * sizeof *path);
    u32 *next = base_alloc(count * sizeof *next);
    u32 depth = 0;
    path[depth++] = 0;
    mark[0] = ON_PATH;
    while (depth) {
        u32 b = path[depth - 1];
        const MirBlock *block = &func->blocks.at[b];
        const MirInstr *last = &vec_last(&block->instrs);
        if (next[b] == last->target_count) {
            mark[b] = DONE;
            depth--;
            continue;
        }
        u32 target = last->targets[next[b]++];
        if (mark[target] == ON_PATH) {
            bool polls = last->op == MIR_JUMP && block->instrs.count >= 2 && block->instrs.at[block->instrs.count - 2].op == MIR_POLL;
            v->block = b;
            v->instr = block->instrs.count - 1;
            if (!polls) wrong(v, "goes back to @%u without a poll", target);
        } else if (mark[target] == NEW_BLOCK) {
            mark[target] = ON_PATH;
            path[depth++] = target;
        }
    }
    free(mark);
    free(path);
    free(next);
}

bool mir_verify(const MirFunc *func, Text *why) {
    Verifier v = {.func = func, .why = why, .instr = UINT32_MAX};
    check_structure(&v);
    if (v.errors == 0) {
        check_assigned(&v);
        check_polls(&v);
    }
    return v.errors == 0;
}
