/* emit_call: calls: through slots, vtables, interface tables, closures, and of the runtime.
 *
 * Every Haxe call loads its target at the call: nothing is bound. A call that may throw in a block with a handler is an invoke, whose
 * landing pad is the handler's. Convention: plain C, Bool as an i32 of 0 or 1.
 */
#include "emit.h"

/* Calls that look alike must not be merged by the optimiser: each has its own position in stack traces. */
static void finish_call(Emit *e, IrValue call, bool throws) {
    mark_position(e, call);
    if (e->optimise && throws)
        LLVMAddCallSiteAttribute(call, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
                                 LLVMCreateEnumAttribute(e->cg->context, e->t->attr_nomerge, 0));
}

IrValue call_raw(Emit *e, IrType type, IrValue callee, IrValue *args, u32 count, bool throws) {
    if (!throws || e->block_handler == MIR_NO_HANDLER) {
        IrValue result = LLVMBuildCall2(e->b, type, callee, args, count, "");
        finish_call(e, result, throws);
        return result;
    }
    if (!e->optimise) { /* the fast selector gives up on an invoke and its block: let that block be short */
        IrBlock alone = block_near(e);
        LLVMBuildBr(e->b, alone);
        go_to(e, alone);
    }
    IrBlock next = block_near(e);
    IrValue result = LLVMBuildInvoke2(e->b, type, callee, args, count, next, landing_pad(e, e->block_handler), "");
    finish_call(e, result, throws);
    go_to(e, next);
    return result;
}

IrValue call_haxe(Emit *e, IrValue code, Rep ret, const u8 *reps, IrValue *args, u32 count) {
    IrValue *passed = NEW_ARRAY(e->arena, IrValue, count + 1);
    for (u32 k = 0; k < count; k++) passed[k] = reps[k] == REP_BOOL ? LLVMBuildZExt(e->b, args[k], e->t->i32, "") : args[k];
    IrValue result = call_raw(e, prototype(e->cg, ret, reps, count), code, passed, count, true);
    return ret == REP_BOOL ? LLVMBuildTrunc(e->b, result, e->t->i1, "") : result;
}

/* ---- The runtime ---------------------------------------------------------------------------------------------------------------------------- */

static IrValue call_function(Emit *e, RuntimeFunction *f, IrValue *args) {
    IrValue *passed = NEW_ARRAY(e->arena, IrValue, f->count + 1);
    for (u32 k = 0; k < f->count; k++) passed[k] = f->reps[k] == 'b' ? LLVMBuildZExt(e->b, args[k], e->t->i32, "") : args[k];
    IrValue result = call_raw(e, f->type, f->value, passed, f->count, f->throws || f->collects);
    return f->ret == REP_BOOL ? LLVMBuildICmp(e->b, LLVMIntNE, result, LLVMConstNull(e->t->i8), "") : result;
}

IrValue call_runtime(Emit *e, const char *name, IrValue *args, u32 count) {
    RuntimeFunction *f = runtime_function(e, name);
    if (!f) return NULL;
    ASSERT(f->count == count);
    return call_function(e, f, args);
}

void call_runtime_noreturn(Emit *e, const char *name, IrValue *args, u32 count) {
    call_runtime(e, name, args, count);
    LLVMBuildUnreachable(e->b);
}

void emit_trap(Emit *e, IrValue condition, const char *name, IrValue *args, u32 count) {
    IrBlock cold = emit_unlikely(e, condition), near = here(e);
    go_to(e, cold);
    call_runtime_noreturn(e, name, args, count);
    go_to(e, near);
}

/* Words on the stack, one area a function, as long as its longest call wants. */
static IrValue word_area(Emit *e, u32 count) {
    if (!e->word_area) {
        u32 most = count;
        for (u32 b = 0; e->func && b < e->func->blocks.count; b++)
            for (u32 i = 0; i < e->func->blocks.at[b].instrs.count; i++) most = MAX(most, e->func->blocks.at[b].instrs.at[i].count);
        e->word_area = emit_alloca(e, LLVMArrayType2(e->t->i64, most), "words");
    }
    return e->word_area;
}

static IrValue store_words(Emit *e, const MirOperand *args, u32 count) {
    IrValue area = word_area(e, MAX(count, 1));
    for (u32 k = 0; k < count; k++) {
        IrValue word = box(e, (Rep)args[k].rep, emit_read(e, &args[k]));
        LLVMBuildStore(e->b, word, address_at(e, area, 8 * (u64)k));
    }
    return area;
}

/* "…ip": the operands from there on are words, passed as their number and address. */
static bool takes_words(const RuntimeFunction *f) {
    return f->count >= 2 && f->reps[f->count - 2] == 'i' && f->reps[f->count - 1] == 'p';
}

static void call_rt(Emit *e, const MirInstr *i) {
    if (emit_intrinsic(e, i)) return;
    RuntimeFunction *f = runtime_function(e, i->owner->text);
    if (!f) return;
    bool words = takes_words(f);
    u32 plain = words ? f->count - 2 : f->count;
    if (words ? i->count < plain : i->count != plain) {
        emit_fail(e, "%s takes %u operands, not %u", f->name, plain, i->count);
        return;
    }
    IrValue *args = NEW_ARRAY(e->arena, IrValue, f->count + 1);
    for (u32 k = 0; k < plain; k++) args[k] = emit_read(e, &i->args[k]);
    if (words) {
        args[plain] = const_i32(e, i->count - plain);
        args[plain + 1] = store_words(e, i->args + plain, i->count - plain);
    }
    for (u32 k = 0; k < f->count; k++) {
        IrType wanted = f->reps[k] == 'b' ? e->t->i1 : e->t->by_rep[rep_of_letter(f->reps[k])];
        if (LLVMTypeOf(args[k]) == wanted) continue;
        emit_fail(e, "operand %u of %s is not of representation '%c'", k, f->name, f->reps[k]);
        return;
    }
    IrValue result = call_function(e, f, args);
    if (f->ret != REP_VOID) emit_result(e, result);
}

/* ---- Haxe functions ------------------------------------------------------------------------------------------------------------------------------ */

typedef struct Operands {
    IrValue *values;
    u8 *reps;
    u32 count;
} Operands;

static Operands read_operands(Emit *e, const MirInstr *i) {
    Operands operands = {NEW_ARRAY(e->arena, IrValue, i->count + 1), NEW_ARRAY(e->arena, u8, i->count + 1), i->count};
    for (u32 k = 0; k < i->count; k++) {
        operands.values[k] = emit_read(e, &i->args[k]);
        operands.reps[k] = i->args[k].rep;
    }
    return operands;
}

static void call_code(Emit *e, const MirInstr *i, IrValue code, Operands operands) {
    IrValue result = call_haxe(e, code, (Rep)i->rep, operands.reps, operands.values, operands.count);
    if (i->rep != REP_VOID) emit_result(e, result);
}

static IrValue virtual_code(Emit *e, const MirInstr *i, IrValue receiver) {
    CodegenVirtual method = {0};
    if (!e->env->virtual_method(e->env->ctx, i->owner, i->member, &method))
        emit_fail(e, "unknown virtual method %s.%s", i->owner->text, i->member->text);
    IrValue cls = load_at(e, e->t->ptr, receiver, 0, ALIAS_HEADER);
    if (!method.late) return load_code(e, cls, offsetof(AbiClass, vtable) + 8 * (u64)method.index);
    IrValue late = load_at(e, e->t->ptr, cls, offsetof(AbiClass, late_vtable), ALIAS_CLASS);
    return load_code(e, late, 8 * (u64)method.index);
}

/* First place of the table inline, further probing in the runtime. */
static IrValue interface_code(Emit *e, const MirInstr *i, IrValue receiver) {
    u64 selector = e->env->selector(e->env->ctx, i->owner, i->member);
    if (!selector) emit_fail(e, "unknown method %s.%s", i->owner->text, i->member->text);
    IrValue cls = load_at(e, e->t->ptr, receiver, 0, ALIAS_HEADER);
    IrValue mask = load_at(e, e->t->i64, cls, offsetof(AbiClass, itab_mask), ALIAS_CLASS);
    IrValue table = load_at(e, e->t->ptr, cls, offsetof(AbiClass, itab), ALIAS_CLASS);
    IrValue index = LLVMBuildAnd(e->b, mask, const_i64(e, selector), "");
    IrValue offset = LLVMBuildShl(e->b, index, const_i64(e, 4), "");
    IrValue entry = LLVMBuildGEP2(e->b, e->t->i8, table, &offset, 1, "");
    IrValue found = load_at(e, e->t->i64, entry, offsetof(AbiItabEntry, selector), ALIAS_CLASS);
    IrBlock cold = emit_unlikely(e, LLVMBuildICmp(e->b, LLVMIntNE, found, const_i64(e, selector), ""));
    IrValue code = load_code(e, entry, offsetof(AbiItabEntry, code));
    IrBlock from = here(e), join = block_near(e);
    LLVMBuildBr(e->b, join);
    go_to(e, cold);
    IrValue probed = call_runtime(e, "molt_rt_itab_find", (IrValue[]){receiver, const_i64(e, selector)}, 2);
    if (probed) { /* a class may have lost the interface since this code was compiled */
        IrValue name = LLVMBuildGlobalString(e->b, arena_printf(e->arena, "%s.%s does not exist any more", i->owner->text, i->member->text), "");
        emit_trap(e, LLVMBuildIsNull(e->b, probed, ""), "molt_rt_throw_missing", &name, 1);
    }
    IrBlock from_cold = here(e);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    return emit_phi(e, e->t->ptr, code, from, probed ? probed : code, from_cold);
}

/* The same signature: straight through the closure's slot. Another one: Dynamic words, converted on both sides. */
static void call_closure(Emit *e, const MirInstr *i) {
    const AbiSig *sig = e->env->sig(e->env->ctx, i->sig);
    if (!sig) {
        emit_fail(e, "unknown signature %s", i->sig->text->text);
        return;
    }
    Operands operands = read_operands(e, i);
    IrValue closure = operands.values[0];
    IrValue has = load_at(e, e->t->ptr, closure, offsetof(AbiClosure, sig), ALIAS_CLOSURE);
    IrBlock cold = emit_unlikely(e, LLVMBuildICmp(e->b, LLVMIntNE, has, emit_address(e, sig, "sig", sig->text), ""));
    IrValue slot = load_at(e, e->t->ptr, closure, offsetof(AbiClosure, slot), ALIAS_CLOSURE);
    IrValue result = call_haxe(e, load_code(e, slot, offsetof(AbiSlot, code)), (Rep)i->rep, operands.reps, operands.values, operands.count);
    IrBlock from = here(e), join = block_near(e);
    LLVMBuildBr(e->b, join);
    go_to(e, cold);
    IrValue words = store_words(e, i->args + 1, i->count - 1);
    IrValue word = call_runtime(e, "molt_rt_call_generic", (IrValue[]){closure, const_i32(e, i->count - 1), words}, 3);
    IrValue converted = word && i->rep != REP_VOID ? unbox(e, (Rep)i->rep, word, resolve_test(e, i->sig->ret_test)) : NULL;
    IrBlock from_cold = here(e);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    if (i->rep != REP_VOID && converted) emit_result(e, emit_phi(e, e->t->by_rep[i->rep], result, from, converted, from_cold));
}

void emit_call(Emit *e, const MirInstr *i) {
    if (i->op == MIR_CALL_RT) {
        call_rt(e, i);
        return;
    }
    if (i->op == MIR_CALL_CLOSURE) {
        call_closure(e, i);
        return;
    }
    Operands operands = read_operands(e, i);
    if (i->op == MIR_CALL_VIRTUAL) {
        call_code(e, i, virtual_code(e, i, operands.values[0]), operands);
    } else if (i->op == MIR_CALL_INTERFACE) {
        call_code(e, i, interface_code(e, i, operands.values[0]), operands);
    } else {
        AbiSlot *slot = e->env->slot(e->env->ctx, i->owner);
        if (!slot) {
            emit_fail(e, "unknown function %s", i->owner->text);
            return;
        }
        call_code(e, i, load_code(e, emit_address(e, slot, "slot", i->owner->text), offsetof(AbiSlot, code)), operands);
    }
}
