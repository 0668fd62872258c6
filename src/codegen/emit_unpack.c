/* emit_unpack: thunks that call code with arguments taken from Dynamic words (AbiSig.unpack).
 *
 * Word unpack(void *code, AbiObject *closure, const Word *args): each word is converted with checks to what the signature says, the
 * result is boxed. Missing optional arguments are null words by then.
 */
#include "emit.h"

/* What argument k is called in the signature's text "(i,?r pack.Class)f": for messages. */
static IrValue class_name(Emit *e, const AbiSig *sig, u32 k) {
    const char *at = sig->text + 1;
    while (k-- && *at) at += strcspn(at, ",)") + 1;
    const char *name = at + strcspn(at, " ,)");
    if (*name == ' ') name++;
    return LLVMBuildGlobalString(e->b, arena_printf(e->arena, "%.*s", (int)strcspn(name, ",)"), name), "");
}

/* The module has an AbiTest of its own for the argument, since signatures know classes, not tests. */
static IrValue test_of_argument(Emit *e, const AbiSig *sig, u32 k) {
    AbiClass *cls = sig->arg_classes[k];
    IrValue parts[4] = {const_i32(e, cls->flags & ABI_CLASS_INTERFACE ? TEST_INTERFACE : TEST_CLASS), const_i32(e, 0),
                        LLVMConstPtrToInt(emit_address(e, cls, "class", "argument"), e->t->i64), LLVMConstPtrToInt(class_name(e, sig, k), e->t->i64)};
    _Static_assert(sizeof(AbiTest) == 24 && offsetof(AbiTest, cls) == 8 && offsetof(AbiTest, name) == 16, "layout of AbiTest");
    IrValue value = LLVMConstStructInContext(e->cg->context, parts, LEN(parts), 0);
    IrValue global = LLVMAddGlobal(e->build->module, LLVMTypeOf(value), "");
    LLVMSetInitializer(global, value);
    LLVMSetGlobalConstant(global, 1);
    LLVMSetLinkage(global, LLVMInternalLinkage);
    return global;
}

void emit_unpack(Build *build, const AbiSig *sig, const char *name) {
    Emit *e = &(Emit){0};
    static const u8 thunk_reps[3] = {REP_PTR, REP_REF, REP_PTR};
    emit_start(e, build, name, prototype(build->cg, REP_WORD, thunk_reps, 3), true);
    IrBlock body = block_near(e), from = here(e);
    go_to(e, body);
    u8 *reps = NEW_ARRAY(e->arena, u8, sig->count + 1);
    IrValue *args = NEW_ARRAY(e->arena, IrValue, sig->count + 1);
    reps[0] = REP_REF;
    args[0] = LLVMGetParam(e->fn, 1);
    IrValue words = LLVMGetParam(e->fn, 2);
    for (u32 k = 0; k < sig->count; k++) {
        Rep rep = (Rep)sig->arg_reps[k];
        IrValue word = load_at(e, e->t->i64, words, 8 * (u64)k, ALIAS_ELEM_WORD);
        reps[k + 1] = (u8)rep;
        args[k + 1] = unbox(e, rep, word, NULL);
        if (rep == REP_REF && sig->arg_classes && sig->arg_classes[k])
            call_runtime(e, "molt_rt_check_ref", (IrValue[]){args[k + 1], test_of_argument(e, sig, k)}, 2);
    }
    IrValue result = call_haxe(e, LLVMGetParam(e->fn, 0), (Rep)sig->ret_rep, reps, args, sig->count + 1);
    LLVMBuildRet(e->b, box(e, (Rep)sig->ret_rep, result));
    go_to(e, from);
    LLVMBuildBr(e->b, body);
}
