/* emit_exception: landing pads.
 *
 * One pad a handler. Its clauses are those of the handler and of all its parents, outermost last, up to the first that catches
 * everything; each names the type cell of its test. The personality has chosen the clause when the pad is entered and passes its
 * ordinal in the selector, so the pad only branches: no test is made twice.
 */
#include "emit.h"

typedef struct Clause {
    const MirCatch *taken;
    bool of_value;
    IrValue cell; /* null pointer: everything */
} Clause;

static bool catches_all(const AbiTest *test) { return test->kind == TEST_ANY; }

/* Two clauses with one cell would be one to LLVM: the second can never be taken and is left out. */
static bool has_cell(const Clause *clauses, u32 count, IrValue cell) {
    for (u32 k = 0; k < count; k++)
        if (clauses[k].cell == cell) return true;
    return false;
}

static u32 collect(Emit *e, u32 handler, Clause *clauses) {
    u32 count = 0;
    for (u32 h = handler; h != MIR_NO_HANDLER; h = e->func->handlers.at[h].parent) {
        const MirHandler *at = &e->func->handlers.at[h];
        for (u32 c = 0; c < at->count; c++) {
            const AbiTest *test = resolve_test(e, at->catches[c].test);
            if (!test) return count;
            bool all = catches_all(test);
            IrValue cell = all ? LLVMConstNull(e->t->ptr) : type_cell(e, test);
            if (has_cell(clauses, count, cell)) continue;
            clauses[count++] = (Clause){&at->catches[c], test->of_value, cell};
            if (all) return count;
        }
    }
    return count;
}

static u32 clause_limit(const Emit *e, u32 handler) {
    u32 limit = 0;
    for (u32 h = handler; h != MIR_NO_HANDLER; h = e->func->handlers.at[h].parent) limit += e->func->handlers.at[h].count;
    return limit;
}

IrBlock landing_pad(Emit *e, u32 handler) {
    if (!e->pads[handler]) e->pads[handler] = block_cold(e);
    return e->pads[handler];
}

static IrValue personality(Emit *e) {
    return libc_function(e, "molt_personality", LLVMFunctionType(e->t->i32, NULL, 0, 1));
}

static void emit_taken(Emit *e, const Clause *clause, IrValue exception) {
    IrValue word = call_runtime(e, clause->of_value ? "molt_rt_catch_value" : "molt_rt_catch", &exception, 1);
    if (!word) return;
    emit_write(e, clause->taken->dst, word);
    LLVMBuildBr(e->b, jump_target(e, clause->taken->target));
}

static void emit_pad(Emit *e, u32 handler) {
    Clause *clauses = NEW_ARRAY(e->arena, Clause, clause_limit(e, handler) + 1);
    u32 count = collect(e, handler, clauses);
    if (e->build->failed) return;
    go_to(e, e->pads[handler]);
    IrValue pad = LLVMBuildLandingPad(e->b, e->t->pad, personality(e), count, "");
    for (u32 k = 0; k < count; k++) LLVMAddClause(pad, clauses[k].cell);
    IrValue exception = LLVMBuildExtractValue(e->b, pad, 0, ""), selector = LLVMBuildExtractValue(e->b, pad, 1, "");
    for (u32 k = 0; k < count; k++) {
        if (k + 1 < count) {
            IrBlock taken = block_near(e), next = block_cold(e);
            LLVMBuildCondBr(e->b, LLVMBuildICmp(e->b, LLVMIntEQ, selector, const_i32(e, k), ""), taken, next);
            go_to(e, taken);
            emit_taken(e, &clauses[k], exception);
            go_to(e, next);
        } else {
            emit_taken(e, &clauses[k], exception);
        }
    }
}

void emit_exception_blocks(Emit *e) {
    e->block_handler = MIR_NO_HANDLER;
    for (u32 h = 0; h < e->func->handlers.count && !e->build->failed; h++)
        if (e->pads[h]) emit_pad(e, h);
}
