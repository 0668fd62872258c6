/* emit_intrinsic: runtime functions that LLVM has instructions for (optimised tier).
 *
 * Only where the result is the same bit for bit: square root, absolute value, and rounding that stays a Float; those that give an Int
 * go through the same conversion as the operation f2i.
 */
#include "emit.h"

static const struct {
    const char *runtime, *intrinsic;
} unary[] = {
    {"molt_math_abs", "llvm.fabs"},
    {"molt_math_fceil", "llvm.ceil"},
    {"molt_math_ffloor", "llvm.floor"},
    {"molt_math_sqrt", "llvm.sqrt"},
};

bool emit_intrinsic(Emit *e, const MirInstr *i) {
    if (!e->optimise || i->count != 1 || i->args[0].rep != REP_F64) return false;
    for (u32 k = 0; k < LEN(unary); k++) {
        if (!name_is(i->owner, unary[k].runtime)) continue;
        unsigned id = LLVMLookupIntrinsicID(unary[k].intrinsic, strlen(unary[k].intrinsic));
        IrValue function = LLVMGetIntrinsicDeclaration(e->build->module, id, &e->t->f64, 1);
        IrValue operand = emit_read(e, &i->args[0]);
        emit_result(e, LLVMBuildCall2(e->b, LLVMGlobalGetValueType(function), function, &operand, 1, ""));
        return true;
    }
    return false;
}
