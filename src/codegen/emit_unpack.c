/* emit_unpack: thunks that call code with arguments taken from Dynamic words (AbiSig.unpack).
 *
 * Word unpack(void *code, AbiObject *closure, const Word *args): each word is converted with checks to what the signature says, the
 * result is boxed. Missing optional arguments are null words by then.
 */
#include "emit.h"

static const AbiTest *test_of_class(Emit *e, AbiClass *cls) {
    const AbiTest *test = e->env->class_test(e->env->ctx, cls);
    if (!test) emit_fail(e, "no type test of a class");
    return test;
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
        AbiClass *cls = sig->arg_classes ? sig->arg_classes[k] : NULL;
        IrValue word = load_at(e, e->t->i64, words, 8 * (u64)k, ALIAS_ELEM_WORD);
        reps[k + 1] = (u8)rep;
        args[k + 1] = unbox(e, rep, word, cls ? test_of_class(e, cls) : NULL);
    }
    IrValue result = call_haxe(e, LLVMGetParam(e->fn, 0), (Rep)sig->ret_rep, reps, args, sig->count + 1);
    LLVMBuildRet(e->b, box(e, (Rep)sig->ret_rep, result));
    go_to(e, from);
    LLVMBuildBr(e->b, body);
}
