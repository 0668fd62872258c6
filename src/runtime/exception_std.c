/* exception_std: what haxe.Exception and haxe.NativeStackTrace ask of the runtime.
 *
 * A native stack is an array of return addresses, innermost first, their bits in elements of kind ELEM_F64 (raw, not scanned). It is
 * turned into names and lines only when somebody looks at it; frames whose code is gone by then are left out.
 */
#include "values.h"

#define STACK_MOST 256

static AbiArray *stack_of(const uintptr_t *pcs, u32 count) {
    AbiArray *stack = rt_alloc_array(ELEM_F64, (i32)count);
    if (count) memcpy(stack->data, pcs, count * sizeof *pcs);
    return stack;
}

/* Of the caller. */
AbiArray *molt_exception_call_stack(void) {
    uintptr_t pcs[STACK_MOST];
    return stack_of(pcs, rt_own_trace(pcs, STACK_MOST));
}

/* Of what was thrown last on this thread. */
AbiArray *molt_exception_stack(void) {
    u32 count;
    const uintptr_t *pcs = rt_exception_trace(rt_self(), &count);
    return stack_of(pcs, count);
}

/* When this value is thrown next, the trace of its first throw stays. */
void molt_exception_stack_keep(Word exception) { rt_self()->caught = exception; }

/* Function, file, line of each frame, one after the other. */
AbiArray *molt_exception_stack_items(AbiArray *stack) {
    AbiArray *items = array_new(ELEM_WORD, 0);
    RtHooks *hooks = &rt_this_vm()->hooks;
    if (!stack || stack->elem != ELEM_F64 || !hooks->position) return items;
    for (i32 i = 0; i < stack->length; i++) {
        uintptr_t pc = ((const uintptr_t *)stack->data)[i];
        RtPosition position;
        for (u32 depth = 0; hooks->position(hooks->context, pc - 1, depth, &position); depth++) {
            array_push_ref(items, rt_string_lit(position.function));
            array_push_ref(items, rt_string_lit(position.file));
            array_push_word(items, word_of_int((i32)position.line));
        }
    }
    return items;
}

AbiString *molt_exception_stack_text(AbiArray *stack) {
    RtBuf buf = {0};
    AbiArray *items = molt_exception_stack_items(stack);
    for (i32 i = 0; i + 2 < items->length; i += 3) {
        buf_add_text(&buf, "Called from ");
        print_word(&buf, array_word(items, i), 0);
        buf_add_text(&buf, " (");
        print_word(&buf, array_word(items, i + 1), 0);
        buf_add_text(&buf, ":");
        print_word(&buf, array_word(items, i + 2), 0);
        buf_add_text(&buf, ")\n");
    }
    return buf_string(&buf);
}
