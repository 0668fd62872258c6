/* emit_intrinsic: runtime functions that LLVM has instructions for (optimised tier).
 *
 * Mathematics only where the result is the same bit for bit: square root, absolute value, and rounding that stays a Float; those that
 * give an Int go through the same conversion as the operation f2i. Accesses to bytes: outside, a read gives 0 and a write does nothing.
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

static bool emit_unary(Emit *e, const MirInstr *i) {
    if (i->count != 1 || i->args[0].rep != REP_F64) return false;
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

/* ---- Bytes -------------------------------------------------------------------------------------------------------------------------------- */

#define BYTES_GET "molt_bytes_get_"
#define BYTES_SET "molt_bytes_set_"

/* How a value lies in memory; NULL: the suffix names none. */
static IrType stored_type(Emit *e, const char *suffix, u32 *bytes) {
    static const char *const suffixes[] = {"u8", "u16", "i32", "f32", "f64"};
    static const u32 sizes[] = {1, 2, 4, 4, 8};
    IrType types[] = {e->t->i8, e->t->i16, e->t->i32, LLVMFloatTypeInContext(e->cg->context), e->t->f64};
    for (u32 k = 0; k < LEN(suffixes); k++) {
        if (strcmp(suffix, suffixes[k]) != 0) continue;
        *bytes = sizes[k];
        return types[k];
    }
    return NULL;
}

static IrValue widened(Emit *e, IrValue value, IrType type) {
    if (type == e->t->i8 || type == e->t->i16) return LLVMBuildZExt(e->b, value, e->t->i32, "");
    return type == e->t->i32 || type == e->t->f64 ? value : LLVMBuildFPExt(e->b, value, e->t->f64, "");
}

static IrValue narrowed(Emit *e, IrValue value, IrType type) {
    if (type == e->t->i8 || type == e->t->i16) return LLVMBuildTrunc(e->b, value, type, "");
    return type == e->t->i32 || type == e->t->f64 ? value : LLVMBuildFPTrunc(e->b, value, type, "");
}

static bool emit_bytes(Emit *e, const MirInstr *i) {
    const char *name = i->owner->text;
    bool is_get = strncmp(name, BYTES_GET, strlen(BYTES_GET)) == 0;
    if (!is_get && strncmp(name, BYTES_SET, strlen(BYTES_SET)) != 0) return false;
    u32 size = 0;
    IrType type = stored_type(e, name + strlen(BYTES_GET), &size);
    if (!type || i->count != (is_get ? 2u : 3u)) return false;
    IrValue bytes = emit_read(e, &i->args[0]), index = LLVMBuildZExt(e->b, emit_read(e, &i->args[1]), e->t->i64, "");
    IrValue value = is_get ? NULL : narrowed(e, emit_read(e, &i->args[2]), type);
    IrValue room = LLVMBuildZExt(e->b, load_at(e, e->t->i32, bytes, offsetof(AbiBuffer, bytes), ALIAS_ARRAY), e->t->i64, "");
    IrValue fits = LLVMBuildICmp(e->b, LLVMIntULE, LLVMBuildAdd(e->b, index, const_i64(e, size), ""), room, "");
    IrBlock before = here(e), inside = block_near(e), join = block_cold(e);
    LLVMMoveBasicBlockAfter(join, inside);
    LLVMBuildCondBr(e->b, fits, inside, join);
    go_to(e, inside);
    IrValue place = LLVMBuildInBoundsGEP2(e->b, e->t->i8, bytes, (IrValue[]){LLVMBuildAdd(e->b, index, const_i64(e, offsetof(AbiBuffer, data)), "")}, 1, "");
    if (is_get) value = widened(e, load_bytes(e, type, place), type);
    else store_bytes(e, value, place);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    if (is_get) emit_result(e, emit_phi(e, LLVMTypeOf(value), value, inside, LLVMConstNull(LLVMTypeOf(value)), before));
    return true;
}

bool emit_intrinsic(Emit *e, const MirInstr *i) { return e->optimise && (emit_unary(e, i) || emit_bytes(e, i)); }
