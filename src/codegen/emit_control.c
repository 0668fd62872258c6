/* emit_control: jumps, switches, returns, throws, and polls.
 *
 * A poll tests thread.poll (fast tier: the environment's poll flag, for the fast instruction selector gives up on thread-local data) and
 * the version's stale byte; its cold side calls the runtime. Where the frame can be carried over to a new
 * version (the environment gave a poll site), the runtime may answer with a transfer: the loop's locals in scope go into the thread's
 * buffer and a tail call enters the new code, never as an invoke, so the old frame is gone.
 */
#include "emit.h"

/* The optimiser must neither drop these loads nor take them out of their loop. */
static IrValue as_flag(Emit *e, IrValue load) {
    if (e->optimise) LLVMSetVolatile(load, 1);
    return load;
}

static IrValue poll_condition(Emit *e) {
    const u32 *shared = e->optimise ? NULL : e->env->poll_flag;
    IrValue flag = shared ? load_at(e, e->t->i32, emit_address(e, shared, "poll", "any"), 0, ALIAS_THREAD)
                          : as_flag(e, load_thread(e, e->t->i32, offsetof(AbiThread, poll)));
    const u8 *stale = e->env->stale ? e->env->stale(e->env->ctx, e->func) : NULL;
    if (stale) {
        IrValue byte = as_flag(e, load_at(e, e->t->i8, emit_address(e, stale, "stale", e->func->name->text), 0, ALIAS_THREAD));
        flag = LLVMBuildOr(e->b, flag, LLVMBuildZExt(e->b, byte, e->t->i32, ""), "");
    }
    return LLVMBuildICmp(e->b, LLVMIntNE, flag, const_i32(e, 0), "");
}

/* Undefined arguments: the entry reads the buffer alone. */
static void tail_call(Emit *e, IrValue code) {
    u32 count = LLVMCountParams(e->fn);
    IrValue *args = NEW_ARRAY(e->arena, IrValue, count + 1);
    for (u32 k = 0; k < count; k++) args[k] = LLVMGetUndef(LLVMTypeOf(LLVMGetParam(e->fn, k)));
    IrValue result = LLVMBuildCall2(e->b, e->fn_type, code, args, count, "");
    LLVMSetTailCallKind(result, LLVMTailCallKindMustTail);
    if (LLVMGetReturnType(e->fn_type) == e->t->void_) LLVMBuildRetVoid(e->b);
    else LLVMBuildRet(e->b, result);
}

static void transfer_out(Emit *e, const MirLoop *loop, IrValue buffer) {
    for (u32 k = 0; k < loop->scope_count; k++) {
        u32 local = loop->in_scope[k];
        MirOperand operand = {.kind = MIR_LOCAL, .rep = e->func->locals.at[local].rep, .local = local};
        IrValue bits = bits_of(e, (Rep)operand.rep, emit_read(e, &operand));
        store_at(e, bits, buffer, offsetof(AbiTransfer, values) + 8 * (u64)k, ALIAS_THREAD);
    }
    tail_call(e, load_at(e, e->t->ptr, buffer, offsetof(AbiTransfer, entry), ALIAS_THREAD));
}

void emit_poll(Emit *e, const MirInstr *i) {
    IrBlock alone = block_near(e); /* if the fast selector gives up, then on this short block */
    LLVMBuildBr(e->b, alone);
    go_to(e, alone);
    IrBlock cold = emit_unlikely(e, poll_condition(e)), near = here(e);
    go_to(e, cold);
    void *site = e->env->poll_site ? e->env->poll_site(e->env->ctx, e->func, i->number) : NULL;
    if (site && abi_function("molt_rt_poll_loop")) {
        IrValue address = emit_address(e, site, "loop", e->func->name->text);
        IrValue buffer = call_runtime(e, "molt_rt_poll_loop", &address, 1);
        IrBlock leave = block_cold(e);
        LLVMBuildCondBr(e->b, LLVMBuildIsNull(e->b, buffer, ""), near, leave);
        go_to(e, leave);
        transfer_out(e, &e->func->loops.at[i->number], buffer);
    } else {
        call_runtime(e, "molt_rt_poll_slow", NULL, 0);
        LLVMBuildBr(e->b, near);
    }
    go_to(e, near);
    if (e->transfer && e->transfer->loop == i->number && !e->transfer_target) {
        e->transfer_target = block_near(e);
        LLVMBuildBr(e->b, e->transfer_target);
        go_to(e, e->transfer_target);
    }
}

/* A few cases are compared one after the other: the fast selector knows no switch. */
static void emit_switch(Emit *e, const MirInstr *i) {
    IrValue value = emit_read(e, &i->args[0]);
    IrBlock otherwise = jump_target(e, i->targets[i->target_count - 1]);
    if (!e->optimise && i->count <= 9) {
        for (u32 k = 1; k < i->count; k++) {
            IrBlock next = block_near(e);
            IrValue equal = LLVMBuildICmp(e->b, LLVMIntEQ, value, emit_read(e, &i->args[k]), "");
            LLVMBuildCondBr(e->b, equal, jump_target(e, i->targets[k - 1]), next);
            go_to(e, next);
        }
        LLVMBuildBr(e->b, otherwise);
        return;
    }
    IrValue instruction = LLVMBuildSwitch(e->b, value, otherwise, i->count - 1);
    Map hashes = {0}; /* of strings may be alike: the first goes where the others are looked for too */
    for (u32 k = 1; k < i->count; k++) {
        IrValue constant = emit_read(e, &i->args[k]);
        bool is_hash = i->args[k].kind == MIR_CONST_HASH;
        if (is_hash && map_get(&hashes, (u64)(uintptr_t)constant)) continue;
        if (is_hash) map_set(&hashes, (u64)(uintptr_t)constant, constant);
        LLVMAddCase(instruction, constant, jump_target(e, i->targets[k - 1]));
    }
    map_free(&hashes);
}

static void emit_return(Emit *e, const MirInstr *i) {
    if (i->count == 0) {
        LLVMBuildRetVoid(e->b);
        return;
    }
    IrValue value = emit_read(e, &i->args[0]);
    if (i->args[0].rep == REP_BOOL) value = LLVMBuildZExt(e->b, value, e->t->i32, "");
    LLVMBuildRet(e->b, value);
}

/* Reached only if something is broken: stop there rather than run on into the next function. */
static void emit_trap_instruction(Emit *e) {
    unsigned id = LLVMLookupIntrinsicID("llvm.trap", 9);
    IrValue function = LLVMGetIntrinsicDeclaration(e->build->module, id, NULL, 0);
    LLVMBuildCall2(e->b, LLVMGlobalGetValueType(function), function, NULL, 0, "");
    LLVMBuildUnreachable(e->b);
}

void emit_control(Emit *e, const MirInstr *i) {
    switch ((int)i->op) {
    case MIR_POLL:
        if (!emit_hot_back_edge(e)) emit_poll(e, i);
        return;
    case MIR_JUMP: LLVMBuildBr(e->b, jump_target(e, i->targets[0])); return;
    case MIR_BRANCH:
        LLVMBuildCondBr(e->b, emit_read(e, &i->args[0]), jump_target(e, i->targets[0]), jump_target(e, i->targets[1]));
        return;
    case MIR_SWITCH: emit_switch(e, i); return;
    case MIR_RETURN: emit_return(e, i); return;
    case MIR_THROW: {
        IrValue word = emit_read(e, &i->args[0]);
        call_runtime_noreturn(e, "molt_rt_throw", &word, 1);
        return;
    }
    case MIR_UNREACHABLE: emit_trap_instruction(e); return;
    default: FATAL("not a control operation: %d", i->op);
    }
}
