/* call: function values called with Dynamic words, equality of function values, the stub of functions that have no code yet. */
#include "rt.h"

/* The code generator makes unpack at the first dynamic call through a signature. */
static void need_unpack(MoltVm *vm, const AbiSig *sig) {
    if (__atomic_load_n(&sig->unpack, __ATOMIC_ACQUIRE)) return;
    RtHooks *hooks = &vm->hooks;
    if (hooks->make_unpack) {
        rt_enter_native();
        hooks->make_unpack(hooks->context, (AbiSig *)(uintptr_t)sig);
        rt_leave_native();
    }
    if (!__atomic_load_n(&sig->unpack, __ATOMIC_ACQUIRE)) rt_throw_text("A function of type %s cannot be called dynamically", sig->text);
}

Word molt_rt_call_generic(AbiObject *closure, i32 count, const Word *args);
Word molt_rt_call_word(Word closure, i32 count, const Word *args);

Word molt_rt_call_generic(AbiObject *object, i32 count, const Word *args) {
    if (!object) rt_throw_null();
    AbiClosure *closure = (AbiClosure *)object;
    const AbiSig *sig = closure->sig;
    MoltVm *vm = rt_this_vm();
    if (!sig) return rt_call_varargs(closure, count, args);
    need_unpack(vm, sig);
    void *code = atomic_load_explicit(&closure->slot->code, memory_order_relaxed);
    if ((u32)count == sig->count) return sig->unpack(code, object, args);
    if ((u32)count > sig->count) rt_throw_text("Too many arguments: %d instead of %u", count, sig->count);
    for (u32 i = (u32)count; i < sig->count; i++)
        if (!sig->optional[i]) rt_throw_text("Too few arguments: %d instead of %u", count, sig->count);
    Word padded[256] = {0};
    if (sig->count > LEN(padded)) rt_throw_text("Too many parameters");
    if (count) memcpy(padded, args, (size_t)count * sizeof *args);
    return sig->unpack(code, object, padded);
}

Word molt_rt_call_word(Word callee, i32 count, const Word *args) {
    if (callee == WORD_NULL) rt_throw_null();
    if (!is_kind(callee, KIND_CLOSURE)) rt_throw_text("Not a function");
    return molt_rt_call_generic(word_ref(callee), count, args);
}

RtStatus rt_call_closure(RtEntryKind kind, AbiObject *closure, const Word *args, u32 count, Word *result) {
    const u64 registers[3] = {(u64)(uintptr_t)closure, count, (u64)(uintptr_t)args};
    return rt_call(kind, (void *)molt_rt_call_generic, registers, 3, result);
}

/* ---- Functions of any number of arguments (Reflect.makeVarArgs) -------------------------------------------------------------------------- */

/* A closure without signature: every call of it is dynamic, captures[0] is the function that takes the array of arguments. */
Word rt_call_varargs(AbiClosure *closure, i32 count, const Word *args) {
    AbiArray *list = rt_alloc_array(ELEM_WORD, count);
    if (count) memcpy(list->data, args, (size_t)count * sizeof *args);
    Word packed = word_of_ref(list);
    return molt_rt_call_generic((AbiObject *)(uintptr_t)closure->captures[0], 1, &packed);
}

AbiObject *molt_rt_make_varargs(AbiObject *closure);
AbiObject *molt_rt_make_varargs(AbiObject *closure) {
    if (!closure) rt_throw_null();
    AbiClosure *made = rt_alloc_closure(NULL, NULL, 1, 1);
    made->captures[0] = (u64)(uintptr_t)closure;
    return &made->object;
}

/* ---- Equality ------------------------------------------------------------------------------------------------------------------------------- */

bool molt_closure_eq(AbiObject *a, AbiObject *b);

/* Reflect.compareMethods: the same function with the same captures, which for a bound method is its receiver. */
bool molt_closure_eq(AbiObject *a_, AbiObject *b_) {
    if (a_ == b_) return true;
    if (!a_ || !b_ || a_->cls->kind != KIND_CLOSURE || b_->cls->kind != KIND_CLOSURE) return false;
    const AbiClosure *a = (const AbiClosure *)a_, *b = (const AbiClosure *)b_;
    if (a->slot != b->slot || !a->slot || a->count != b->count) return false;
    return memcmp(a->captures, b->captures, 8 * (size_t)a->count) == 0;
}

/* ---- The lazy stub ----------------------------------------------------------------------------------------------------------------------------- */

void *rt_lazy_compile(AbiSlot *slot);

/* Called by rt_lazy_entry, which has put the caller's arguments on the stack, where a collection sees them. */
void *rt_lazy_compile(AbiSlot *slot) {
    RtHooks *hooks = &rt_this_vm()->hooks;
    const char *why = NULL;
    void *volatile code = NULL; /* on this stack, where retiring sees it */
    if (hooks->compile) {
        rt_enter_native();
        code = hooks->compile(hooks->context, slot, &why);
        rt_leave_native();
    }
    if (!code) rt_throw_text("%s", why ? why : "The function cannot be compiled");
    return code;
}
