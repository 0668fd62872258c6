/* emit_arith: arithmetic and comparisons.
 *
 * Int and Int64 wrap; a shift's count is masked; division checks for zero, and MIN / -1, MIN % -1 are done without the instruction
 * that would trap. Float operations are strict. `%` on Float is the C library's fmod.
 */
#include "emit.h"

static bool is_const_int(const MirOperand *operand) { return operand->kind == MIR_CONST_INT; }

/* dividend / divisor or the remainder. Zero throws; -1 is computed as 0 - dividend (or 0). */
static IrValue divide(Emit *e, const MirInstr *i, IrValue a, IrValue b, bool remainder) {
    IrType type = LLVMTypeOf(a);
    IrValue zero = LLVMConstNull(type), minus_1 = LLVMConstInt(type, (u64)-1, 1);
    bool known = is_const_int(&i->args[1]) && i->args[1].int_value != 0 && i->args[1].int_value != -1;
    if (known) return remainder ? LLVMBuildSRem(e->b, a, b, "") : LLVMBuildSDiv(e->b, a, b, "");
    emit_trap(e, LLVMBuildICmp(e->b, LLVMIntEQ, b, zero, ""), "molt_rt_throw_zero", NULL, 0);
    IrBlock by_minus_1 = emit_unlikely(e, LLVMBuildICmp(e->b, LLVMIntEQ, b, minus_1, ""));
    IrValue quotient = remainder ? LLVMBuildSRem(e->b, a, b, "") : LLVMBuildSDiv(e->b, a, b, "");
    IrBlock from = here(e), join = block_near(e);
    LLVMBuildBr(e->b, join);
    go_to(e, by_minus_1);
    IrValue negated = remainder ? zero : LLVMBuildNeg(e->b, a, "");
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    return emit_phi(e, type, quotient, from, negated, by_minus_1);
}

static IrValue shift(Emit *e, MirOp op, IrValue a, IrValue count) {
    IrType type = LLVMTypeOf(a);
    u32 bits = LLVMGetIntTypeWidth(type);
    if (LLVMTypeOf(count) != type) count = LLVMBuildZExt(e->b, count, type, ""); /* Int64 shifted by an Int */
    count = LLVMBuildAnd(e->b, count, LLVMConstInt(type, bits - 1, 0), "");
    if (op == MIR_SHL) return LLVMBuildShl(e->b, a, count, "");
    return op == MIR_SHR ? LLVMBuildAShr(e->b, a, count, "") : LLVMBuildLShr(e->b, a, count, "");
}

static IrValue float_modulo(Emit *e, IrValue a, IrValue b) {
    IrType types[2] = {e->t->f64, e->t->f64};
    if (e->optimise) return LLVMBuildFRem(e->b, a, b, "");
    IrType type = LLVMFunctionType(e->t->f64, types, 2, 0);
    return LLVMBuildCall2(e->b, type, libc_function(e, "fmod", type), (IrValue[]){a, b}, 2, "");
}

void emit_arith(Emit *e, const MirInstr *i) {
    IrValue a = emit_read(e, &i->args[0]);
    IrValue b = i->count > 1 ? emit_read(e, &i->args[1]) : NULL;
    IrValue r = NULL;
    MirOp op = (MirOp)i->op;
    if (op == MIR_ADD) r = LLVMBuildAdd(e->b, a, b, "");
    else if (op == MIR_SUB) r = LLVMBuildSub(e->b, a, b, "");
    else if (op == MIR_MUL) r = LLVMBuildMul(e->b, a, b, "");
    else if (op == MIR_IDIV || op == MIR_MOD) r = divide(e, i, a, b, op == MIR_MOD);
    else if (op == MIR_NEG) r = LLVMBuildNeg(e->b, a, "");
    else if (op == MIR_NOT) r = LLVMBuildNot(e->b, a, "");
    else if (op == MIR_AND) r = LLVMBuildAnd(e->b, a, b, "");
    else if (op == MIR_OR) r = LLVMBuildOr(e->b, a, b, "");
    else if (op == MIR_XOR) r = LLVMBuildXor(e->b, a, b, "");
    else if (op == MIR_SHL || op == MIR_SHR || op == MIR_USHR) r = shift(e, op, a, b);
    else if (op == MIR_FADD) r = LLVMBuildFAdd(e->b, a, b, "");
    else if (op == MIR_FSUB) r = LLVMBuildFSub(e->b, a, b, "");
    else if (op == MIR_FMUL) r = LLVMBuildFMul(e->b, a, b, "");
    else if (op == MIR_FDIV) r = LLVMBuildFDiv(e->b, a, b, "");
    else if (op == MIR_FMOD) r = float_modulo(e, a, b);
    else r = LLVMBuildFNeg(e->b, a, "");
    emit_result(e, r);
}

/* Comparisons with a NaN are false, `ne` is true. */
void emit_compare(Emit *e, const MirInstr *i) {
    static const LLVMIntPredicate ints[] = {LLVMIntEQ, LLVMIntNE, LLVMIntSLT, LLVMIntSLE, LLVMIntSGT, LLVMIntSGE, LLVMIntULT};
    static const LLVMRealPredicate floats[] = {LLVMRealOEQ, LLVMRealUNE, LLVMRealOLT, LLVMRealOLE, LLVMRealOGT, LLVMRealOGE};
    IrValue a = emit_read(e, &i->args[0]), b = emit_read(e, &i->args[1]);
    u32 which = (u32)i->op - MIR_EQ;
    bool is_float = LLVMTypeOf(a) == e->t->f64;
    ASSERT(!is_float || which < LEN(floats));
    emit_result(e, is_float ? LLVMBuildFCmp(e->b, floats[which], a, b, "") : LLVMBuildICmp(e->b, ints[which], a, b, ""));
}
