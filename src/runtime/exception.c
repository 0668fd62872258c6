/* exception: throwing, the border between C and Haxe, stack traces, and what happens when nobody catches.
 *
 * Exceptions use the system's unwinder (Itanium C++ ABI, two phases). Frames of compiled Haxe have molt_personality (codegen/), which
 * compares the thrown word with the type cells of its landing pads; C frames have none and are passed through. The frame of rt_enter
 * is the border: an entry of kind CATCH takes everything; one of kind PASS takes part in phase 2 alone, so that C can clean up while
 * phase 1 still finds the true handler; at an OUTMOST one the search ends without a handler, before anything is unwound. Then the
 * hook decides, and the exception is raised once more towards the entry that was chosen.
 */
#include "values.h"

#include <unistd.h>

/* ---- The border ------------------------------------------------------------------------------------------------------------------------- */

_Unwind_Reason_Code rt_entry_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class,
                                         struct _Unwind_Exception *unwind, struct _Unwind_Context *context);

#define DWARF_RBX 3

_Unwind_Reason_Code rt_entry_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class,
                                         struct _Unwind_Exception *unwind, struct _Unwind_Context *context) {
    (void)unwind;
    if (version != 1) return _URC_FATAL_PHASE1_ERROR;
    if (class != ABI_EXCEPTION_CLASS) return _URC_CONTINUE_UNWIND;
    RtEntry *entry = (RtEntry *)_Unwind_GetGR(context, DWARF_RBX);
    RtThread *thread = molt_thread.rt;
    bool lands = entry->kind == RT_ENTRY_CATCH || entry == thread->landing;
    if (actions & _UA_SEARCH_PHASE) {
        if (lands) return _URC_HANDLER_FOUND;
        return entry->kind == RT_ENTRY_PASS || thread->landing || thread->landing_at ? _URC_CONTINUE_UNWIND : _URC_END_OF_STACK;
    }
    if (!lands && entry->kind != RT_ENTRY_PASS) return _URC_CONTINUE_UNWIND;
    _Unwind_SetIP(context, (_Unwind_Ptr)rt_enter_landing);
    return _URC_INSTALL_CONTEXT;
}

RtStatus rt_call(RtEntryKind kind, void *code, const u64 *args, u32 count, u64 *result) {
    ASSERT(count <= 6);
    u64 registers[6] = {0};
    if (count) memcpy(registers, args, count * sizeof *args);
    RtThread *thread = molt_thread.rt;
    RtEntry entry = {.kind = kind, .outer = thread->entry};
    thread->entry = &entry;
    EnterResult entered = rt_enter(code, registers, &entry);
    thread->entry = entry.outer;
    if (!entered.thrown) {
        if (result) *result = entered.value;
        return RT_OK;
    }
    bool reported = thread->landing == &entry && thread->reported;
    if (thread->landing == &entry) thread->landing = NULL;
    if (kind != RT_ENTRY_PASS) thread->caught = thread->exception.word;
    return reported ? RT_UNCAUGHT : RT_THROWN;
}

NORETURN void rt_rethrow(void) {
    _Unwind_Resume(&molt_thread.rt->exception.unwind);
    FATAL("unwinding ended without a handler");
}

bool rt_land(RtThread *thread, u32 depth) {
    RtEntry *entry = thread->entry;
    while (entry && depth--) entry = entry->outer;
    thread->landing = entry;
    return entry != NULL;
}

/* ---- Traces -------------------------------------------------------------------------------------------------------------------------------- */

/* Follows frame pointers from `frame`. Where the chain breaks (a host's C frames without them), goes on at the next border outwards. */
static void walk_frames(RtThread *thread, uintptr_t frame, uintptr_t lowest, bool (*visit)(void *context, uintptr_t pc, uintptr_t frame),
                        void *context) {
    RtEntry *entry = thread->entry;
    for (;;) {
        if (frame < lowest || frame + 16 > thread->stack_high || frame % 8) {
            while (entry && entry->frame < lowest) entry = entry->outer;
            if (!entry) return;
            frame = entry->frame;
        }
        const uintptr_t *words = (const uintptr_t *)frame;
        if (words[1] && !visit(context, words[1], frame + 16)) return;
        lowest = frame + 16;
        frame = words[0];
    }
}

static bool is_haxe_code(MoltVm *vm, uintptr_t pc) { return !vm->hooks.is_code || vm->hooks.is_code(vm->hooks.context, pc - 1); }

/* Frames of the runtime's own C are kept out when the trace is read: throwing is to be fast. */
static bool add_to_trace(void *thread_, uintptr_t pc, uintptr_t frame) {
    (void)frame;
    RtThread *thread = thread_;
    thread->trace[thread->trace_count++] = pc;
    return thread->trace_count < TRACE_CAPACITY;
}

void rt_walk_stack(RtThread *thread, bool (*visit)(void *context, uintptr_t pc, uintptr_t frame), void *context) {
    uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
    if (thread == molt_thread.rt) walk_frames(thread, frame, frame, visit, context);
    else walk_frames(thread, thread->saved[1], thread->sp, visit, context);
}

typedef struct PcList {
    RtThread *thread;
    uintptr_t *at;
    u32 count, capacity;
} PcList;

static bool add_to_list(void *list_, uintptr_t pc, uintptr_t frame) {
    (void)frame;
    PcList *list = list_;
    if (is_haxe_code(list->thread->vm, pc)) list->at[list->count++] = pc;
    return list->count < list->capacity;
}

u32 rt_own_trace(uintptr_t *pcs, u32 capacity) {
    PcList list = {molt_thread.rt, pcs, 0, capacity};
    if (capacity) rt_walk_stack(list.thread, add_to_list, &list);
    return list.count;
}

const uintptr_t *rt_exception_trace(RtThread *thread, u32 *count) {
    *count = thread->trace_count;
    return thread->trace;
}

static void add_frame(MoltVm *vm, uintptr_t pc, Text *out) {
    RtPosition position;
    for (u32 depth = 0; vm->hooks.position(vm->hooks.context, pc - 1, depth, &position); depth++)
        text_printf(out, "Called from %s (%s:%u)\n", position.function, position.file, position.line);
}

/* How often the `period` frames at `at` come one after the other. */
static u32 repetitions(const uintptr_t *trace, u32 count, u32 at, u32 period) {
    u32 same = period;
    while (at + same < count && trace[at + same] == trace[at + same - period]) same++;
    return same / period;
}

void rt_trace_text(MoltVm *vm, const uintptr_t *trace, u32 count, Text *out) {
    enum { MOST_REPEATED = 8, LONGEST_PERIOD = 16 };
    if (!vm->hooks.position) return;
    uintptr_t haxe[TRACE_CAPACITY];
    u32 frames = 0;
    for (u32 i = 0; i < count && frames < TRACE_CAPACITY; i++)
        if (is_haxe_code(vm, trace[i])) haxe[frames++] = trace[i];
    for (u32 at = 0; at < frames;) {
        u32 period = 1, times = 1;
        while (period <= LONGEST_PERIOD && (times = repetitions(haxe, frames, at, period)) <= MOST_REPEATED) period++;
        if (times <= MOST_REPEATED) {
            add_frame(vm, haxe[at++], out);
            continue;
        }
        /* Endless or deep recursion: its frames once. */
        for (u32 i = 0; i < period; i++) add_frame(vm, haxe[at + i], out);
        text_printf(out, "... repeated %u times\n", times);
        at += times * period;
    }
}

Word rt_exception_word(RtThread *thread) { return thread->exception.word; }

void rt_exception_text(RtThread *thread, Text *out) {
    Word word = thread->exception.word;
    /* Printing the value runs Haxe code, which may throw and catch: the exception in flight must survive that. */
    uintptr_t trace[TRACE_CAPACITY];
    u32 count = thread->trace_count;
    memcpy(trace, thread->trace, count * sizeof *trace);
    rt_word_utf8(word, out);
    text_char(out, '\n');
    memcpy(thread->trace, trace, count * sizeof *trace);
    thread->trace_count = count;
    thread->exception.word = word;
    rt_trace_text(thread->vm, trace, count, out);
}

/* ---- Throwing ------------------------------------------------------------------------------------------------------------------------------- */

static void report_uncaught(RtThread *thread) {
    rt_flush();
    Text text = {0};
    text_str(&text, "Uncaught exception ");
    rt_exception_text(thread, &text);
    /* One write; there is nobody to tell if standard error is closed. */
    ssize_t written = write(STDERR_FILENO, text.at, text.count);
    (void)written;
    text_free(&text);
}

static void raise_exception(RtThread *thread) {
    AbiException *exception = &thread->exception;
    memset(&exception->unwind, 0, sizeof exception->unwind);
    exception->unwind.exception_class = ABI_EXCEPTION_CLASS;
    _Unwind_RaiseException(&exception->unwind);
}

static bool is_instance_of(Word word, const AbiClass *cls) {
    if (!cls || !is_kind(word, KIND_INSTANCE)) return false;
    const AbiObject *object = word_ref(word);
    return object->cls->depth >= cls->depth && object->cls->ancestors[cls->depth] == cls;
}

bool rt_is_exception(MoltVm *vm, Word word) { return is_instance_of(word, vm->exception_class); }

static Word held_by(Word word, AbiClass *cls, AbiString *name) {
    RtField *field = rt_find_field(cls, name);
    return field ? field_load(word_ref(word), field) : WORD_NULL;
}

Word rt_thrown_value(MoltVm *vm, Word word) {
    AbiClass *wrapper = vm->value_exception_class;
    return is_instance_of(word, wrapper) ? held_by(word, wrapper, vm->name_value) : word;
}

/* What a haxe.Exception stands for: a wrapper that was made by a catch clause is thrown as the value in it. */
static Word unwrapped(MoltVm *vm, Word word) {
    if (!rt_is_exception(vm, word)) return word;
    Word inner = held_by(word, vm->exception_class, vm->name_native);
    return inner == WORD_NULL ? word : inner;
}

void rt_note_trace(RtThread *thread) {
    thread->trace_count = 0;
    rt_walk_stack(thread, add_to_trace, thread);
}

NORETURN void rt_throw(Word thrown) {
    RtThread *thread = molt_thread.rt;
    Word word = unwrapped(thread->vm, thrown);
    /* What was caught and is thrown again keeps the trace of its first throw; a number or text may be another one of the same value. */
    bool again = word == thread->caught && (word != thrown || is_kind(word, KIND_INSTANCE));
    if (!again) rt_note_trace(thread);
    thread->exception.word = word;
    thread->caught = WORD_NULL;
    thread->landing = NULL;
    thread->landing_at = NULL;
    thread->reported = false;
    raise_exception(thread);

    /* Nobody catches it; nothing is unwound yet. */
    RtHooks *hooks = &thread->vm->hooks;
    RtUncaught decision = hooks->uncaught ? hooks->uncaught(hooks->context, thread) : RT_UNCAUGHT_END;
    thread->exception.word = word;
    if (decision == RT_UNCAUGHT_END || (!thread->landing && !thread->landing_at)) {
        report_uncaught(thread);
        thread->exception.word = word;
        RtEntry *entry = thread->entry;
        while (entry && entry->kind != RT_ENTRY_OUTMOST && entry->outer) entry = entry->outer;
        if (!entry) FATAL("exception outside of any entry into Haxe");
        thread->landing = entry;
        thread->reported = true;
    }
    /* With no C in between that has to clean up there is nothing to unwind: a deep stack is left at once. */
    if (thread->landing_at && thread->landing_at->entry == thread->entry) rt_guard_jump(thread->landing_at);
    raise_exception(thread);
    FATAL("an exception cannot be unwound: a frame without unwind tables is on the stack");
}

NORETURN void rt_throw_text(const char *format, ...) {
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int count = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    rt_throw(word_of_ref(rt_string(text, MIN((size_t)MAX(count, 0), sizeof text - 1))));
}

void molt_rt_throw(Word word);
Word molt_rt_catch(AbiException *exception);
Word molt_rt_catch_value(AbiException *exception);
void molt_rt_throw(Word word) { rt_throw(word); }

Word molt_rt_catch(AbiException *exception) {
    RtThread *thread = molt_thread.rt;
    thread->caught = exception->word;
    return exception->word;
}

Word molt_rt_catch_value(AbiException *exception) { return rt_thrown_value(molt_thread.vm, molt_rt_catch(exception)); }
