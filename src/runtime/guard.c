/* guard: calls into code on probation, which may have to be taken back.
 *
 * rt_guard_entry (entry_x86_64.S) makes a frame for the outermost such call of a thread, with a record of its arguments. When an exception
 * that nobody would catch is seen, before anything is unwound, the live engine may put the former version back and have the exception end
 * at that frame, which then makes the same call once more, of what is there now, in place of itself. Loops that were carried over are
 * entered through a guard as well: their values are kept at the beginning of each turn.
 *
 * Invariant: thread->guarded, unless NULL, is a record in a frame that is still on the thread's stack: returning clears it, and so does the
 * personality when an exception passes through.
 */
#include "rt.h"

_Static_assert(offsetof(RtThread, guarded) == 56, "entry_x86_64.S: RT_GUARDED");
_Static_assert(offsetof(RtGuard, target) == 0 && offsetof(RtGuard, stack_words) == 16 && offsetof(RtGuard, is_loop) == 20,
               "entry_x86_64.S: GUARD_…");
_Static_assert(sizeof(RtGuarded) == 176 && offsetof(RtGuarded, saved) == 136 && offsetof(RtGuarded, integers) == 8 && offsetof(RtGuarded, floats) == 56,
               "entry_x86_64.S: RECORD_BYTES");

u32 rt_guard_loop(RtGuard *guard, RtGuarded *caller);
void rt_guard_begin(RtThread *thread, RtGuarded *record);
void *rt_guard_again(RtGuarded *record);
_Unwind_Reason_Code rt_guard_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class, struct _Unwind_Exception *unwind,
                                         struct _Unwind_Context *context);

/* ---- From rt_guard_entry --------------------------------------------------------------------------------------------------------------- */

/* Of the turn that begins; of the first one they are kept apart as well. */
static void keep_values(RtThread *thread, RtGuard *guard) {
    bool is_first = !thread->guarded;
    thread->kept.count = 0;
    if (is_first) thread->first.count = 0;
    for (u32 i = 0; i < guard->values; i++) {
        vec_push(NULL, &thread->kept, thread->transfer->values[i]);
        if (is_first) vec_push(NULL, &thread->first, thread->transfer->values[i]);
    }
    if (is_first) thread->first_guard = guard;
}

/* A loop is about to go on through this guard; `caller`: the record of the guard whose frame has called it, NULL: somebody else has. Does it
 * need a frame of its own? */
u32 rt_guard_loop(RtGuard *guard, RtGuarded *caller) {
    RtThread *thread = molt_thread.rt;
    if (thread->guarded && (thread->guarded != caller || !caller->guard->is_loop)) return 0; /* a call further out stands for it */
    keep_values(thread, guard);
    if (!caller) return 1;
    caller->guard = guard;
    caller->entry = thread->entry;
    thread->guarded = caller;
    return 0;
}

void rt_guard_begin(RtThread *thread, RtGuarded *record) {
    record->entry = thread->entry;
    record->again = NULL;
    thread->guarded = record;
}

void *rt_guard_again(RtGuarded *record) {
    RtThread *thread = molt_thread.rt;
    thread->entry = record->entry;
    thread->guarded = NULL;
    thread->landing_at = NULL;
    thread->exception.word = WORD_NULL;
    if (!record->guard->is_loop) return atomic_load(&record->guard->slot->code);
    AbiTransfer *transfer = rt_transfer_buffer(thread, thread->kept.count);
    if (thread->kept.count) memcpy(transfer->values, thread->kept.at, thread->kept.count * sizeof *thread->kept.at);
    thread->transfer_pending = true;
    return record->again;
}

#define DWARF_RBX 3

_Unwind_Reason_Code rt_guard_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class, struct _Unwind_Exception *unwind,
                                         struct _Unwind_Context *context) {
    (void)unwind;
    if (version != 1) return _URC_FATAL_PHASE1_ERROR;
    if (class != ABI_EXCEPTION_CLASS) return _URC_CONTINUE_UNWIND;
    RtGuarded *record = (RtGuarded *)_Unwind_GetGR(context, DWARF_RBX);
    RtThread *thread = molt_thread.rt;
    bool lands = thread->landing_at == record;
    if (actions & _UA_SEARCH_PHASE) return lands ? _URC_HANDLER_FOUND : _URC_CONTINUE_UNWIND;
    if (lands) {
        _Unwind_SetIP(context, (_Unwind_Ptr)rt_guard_landing);
        return _URC_INSTALL_CONTEXT;
    }
    if (thread->guarded == record) thread->guarded = NULL;
    return _URC_CONTINUE_UNWIND;
}

/* ---- For the live engine --------------------------------------------------------------------------------------------------------------- */

RtGuard *rt_guarded(RtThread *thread) { return thread->guarded ? thread->guarded->guard : NULL; }

RtGuard *rt_guard_hold(RtThread *thread) {
    thread->landing_at = thread->guarded;
    return rt_guarded(thread);
}

void rt_guards_forget(MoltVm *vm) {
    for (RtThread *thread = vm->threads; thread; thread = thread->next) thread->guarded = NULL;
}

RtGuard *rt_guard_first_turn(RtThread *thread) {
    if (thread->first_guard == thread->landing_at->guard) return NULL;
    thread->kept.count = 0;
    for (u32 i = 0; i < thread->first.count; i++) vec_push(NULL, &thread->kept, thread->first.at[i]);
    return thread->first_guard;
}

void rt_guard_land(RtThread *thread, void *entry) { thread->landing_at->again = entry; }
void rt_guard_release(RtThread *thread) { thread->landing_at = NULL; }

bool rt_is_landing(void) { return molt_thread.rt->landing_at || molt_thread.rt->landing; }
