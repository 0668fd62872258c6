/* thread: threads of a machine and the stop that collector and commits share.
 *
 * Invariants.
 * 1. A thread's state leaves THREAD_HAXE only by its own doing; only a stopper changes NATIVE to STOPPED and STOPPED back.
 * 2. While a stop lasts the stopper holds stop_lock and threads_lock, and every other attached thread is STOPPED.
 * 3. A thread that is not in the haxe state has published stack pointer and callee-saved registers.
 * 4. `limit` is raised after a bit of `poll` was set and lowered before poll is read again, so a request is never lost.
 */
#include "rt.h"

#include <errno.h>
#include <linux/futex.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

_Thread_local AbiThread molt_thread __attribute__((tls_model("initial-exec")));

_Static_assert(offsetof(AbiThread, state) == 12, "entry_x86_64.S: ABI_STATE");
_Static_assert(offsetof(AbiThread, rt) == 40, "entry_x86_64.S: ABI_RT");
_Static_assert(offsetof(RtThread, saved) == 0 && offsetof(RtThread, sp) == 48, "entry_x86_64.S: RT_SP");
_Static_assert(offsetof(RtEntry, float_result) == 0 && offsetof(RtEntry, frame) == 8, "entry_x86_64.S: ENTRY_…");
_Static_assert(THREAD_HAXE == 0 && THREAD_NATIVE == 1, "entry_x86_64.S writes the native state");

/* ---- Sleeping ------------------------------------------------------------------------------------------------------------------------ */

static void futex_wait(_Atomic u32 *word, u32 value, u64 at_most_ns) {
    struct timespec timeout = {.tv_sec = (time_t)(at_most_ns / 1000000000u), .tv_nsec = (long)(at_most_ns % 1000000000u)};
    syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, at_most_ns ? &timeout : NULL, NULL, 0);
}
void rt_wake_state(AbiThread *abi) { syscall(SYS_futex, &abi->state, FUTEX_WAKE_PRIVATE, INT32_MAX, NULL, NULL, 0); }

/* ---- Attaching ------------------------------------------------------------------------------------------------------------------------ */

static void find_stack(RtThread *thread) {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes)) FATAL("no stack bounds");
    void *low;
    size_t size;
    pthread_attr_getstack(&attributes, &low, &size);
    pthread_attr_destroy(&attributes);
    thread->stack_low = (uintptr_t)low;
    thread->stack_high = (uintptr_t)low + size;
    /* The main thread's stack grows on demand up to the limit, which may be none at all. */
    u64 most = (u64)1 << 30;
    if (thread->stack_high - thread->stack_low > most) thread->stack_low = thread->stack_high - most;
    uintptr_t reserve = STACK_RESERVE;
    if (size < 4 * reserve) reserve = size / 4;
    thread->normal_limit = thread->stack_low + reserve;
}

RtThread *rt_attach(MoltVm *vm) {
    ASSERT(!molt_thread.rt);
    RtThread *thread = base_alloc(sizeof *thread);
    thread->abi = &molt_thread;
    thread->vm = vm;
    thread->pthread = pthread_self();
    find_stack(thread);
    u64 seed = clock_ns() ^ (u64)(uintptr_t)thread;
    thread->random[0] = hash_mix(seed, 1) | 1;
    thread->random[1] = hash_mix(seed, 2);
    pthread_mutex_lock(&vm->threads_lock);
    thread->number = ++vm->thread_numbers;
    thread->next = vm->threads;
    vm->threads = thread;
    molt_thread = (AbiThread){.limit = thread->normal_limit, .vm = vm, .rt = thread};
    pthread_mutex_unlock(&vm->threads_lock);
    rt_signal_stack_add(thread);
    return thread;
}

void rt_detach(RtThread *thread) {
    MoltVm *vm = thread->vm;
    ASSERT(thread->abi == &molt_thread);
    rt_enter_native();
    pthread_mutex_lock(&vm->threads_lock);
    for (RtThread **place = &vm->threads; *place; place = &(*place)->next) {
        if (*place != thread) continue;
        *place = thread->next;
        break;
    }
    pthread_mutex_lock(&vm->heap.lock);
    heap_detach(vm, &thread->heap);
    pthread_mutex_unlock(&vm->heap.lock);
    pthread_mutex_unlock(&vm->threads_lock);
    molt_thread = (AbiThread){0};
    rt_signal_stack_remove(thread);
    free(thread->transfer);
    vec_free(&thread->kept);
    vec_free(&thread->first);
    free(thread);
}

MoltVm *rt_vm(RtThread *thread) { return thread->vm; }
u32 rt_thread_number(RtThread *thread) { return thread->number; }

/* ---- Leaving the native state, stopping here ---------------------------------------------------------------------------------------------- */

void rt_leave_native(void) {
    AbiThread *abi = &molt_thread;
    u32 expected = THREAD_NATIVE;
    if (atomic_compare_exchange_strong(&abi->state, &expected, THREAD_HAXE)) return;
    int kept = errno;
    for (;;) {
        expected = THREAD_CALLED;
        if (atomic_compare_exchange_strong(&abi->state, &expected, THREAD_HAXE)) rt_do_called(abi->rt);
        futex_wait(&abi->state, THREAD_STOPPED, 0);
        expected = THREAD_NATIVE;
        if (atomic_compare_exchange_strong(&abi->state, &expected, THREAD_HAXE)) break;
    }
    errno = kept;
}

/* Not inlined: what its callers hold in registers must be in `saved` or in frames above. */
static __attribute__((noinline)) void stop_here(RtThread *thread) {
    AbiThread *abi = thread->abi;
    thread->sp = rt_spill(thread->saved);
    thread->stopped_from = THREAD_HAXE;
    abi->state = THREAD_STOPPED;
    rt_wake_state(abi);
    for (;;) {
        u32 state = abi->state;
        if (state == THREAD_STOPPED) futex_wait(&abi->state, THREAD_STOPPED, 0);
        else if (state != THREAD_CALLED) return;
        else if (atomic_compare_exchange_strong(&abi->state, &state, THREAD_HAXE)) rt_do_called(thread);
    }
}

void rt_lower_limit(RtThread *thread) {
    thread->abi->limit = thread->normal_limit;
    if (thread->abi->poll) thread->abi->limit = UINTPTR_MAX;
}

void rt_safepoint(void) {
    AbiThread *abi = &molt_thread;
    RtThread *thread = abi->rt;
    while (abi->poll & POLL_STOP) {
        stop_here(thread);
        rt_lower_limit(thread);
    }
    if (thread->alone) { /* what else it was asked to do waits until it is done */
        const char *why = thread->interrupt;
        if (why) rt_throw_text("%s", why);
        return;
    }
    if (abi->poll & POLL_HOOK) {
        abi->poll &= ~POLL_HOOK;
        rt_lower_limit(thread);
        RtHooks *hooks = &thread->vm->hooks;
        if (hooks->poll) hooks->poll(hooks->context, thread);
    }
}

void molt_rt_poll_slow(void);
void molt_rt_entry_slow(void);
AbiTransfer *molt_rt_poll_loop(void *site);
AbiTransfer *molt_rt_transfer(void);
void molt_rt_poll_slow(void) { rt_safepoint(); }

AbiTransfer *molt_rt_poll_loop(void *site) {
    rt_safepoint();
    RtThread *thread = molt_thread.rt;
    RtHooks *hooks = &thread->vm->hooks;
    /* Who has called the frame that polls: its return address, behind the frame pointer that was saved here. */
    const uintptr_t *polls = *(uintptr_t *const *)__builtin_frame_address(0);
    bool is_guarded = polls[1] == (uintptr_t)rt_guard_return;
    AbiTransfer *transfer = hooks->poll_loop ? hooks->poll_loop(hooks->context, thread, site, is_guarded) : NULL;
    thread->transfer_pending = transfer != NULL;
    return transfer;
}

AbiTransfer *molt_rt_transfer(void) {
    RtThread *thread = molt_thread.rt;
    thread->transfer_pending = false;
    return thread->transfer;
}

AbiTransfer *rt_transfer_buffer(RtThread *thread, u32 values) {
    AbiTransfer *transfer = thread->transfer;
    if (!transfer || transfer->count < values) {
        u64 count = MAX(values, 32u);
        free(transfer);
        transfer = thread->transfer = base_alloc(sizeof *transfer + 8 * count);
        transfer->count = count;
    }
    memset(transfer->values, 0, 8 * transfer->count);
    return transfer;
}

void molt_rt_entry_slow(void) {
    RtThread *thread = molt_thread.rt;
    if (thread->abi->poll) rt_safepoint();
    rt_lower_limit(thread);
    uintptr_t sp = (uintptr_t)__builtin_frame_address(0);
    if (sp >= thread->normal_limit) return;
    rt_throw(word_of_ref(thread->vm->text_overflow));
}

bool rt_stopped_by_me(MoltVm *vm) { return vm->stopped && pthread_equal(vm->stop_thread, pthread_self()); }

void rt_request_poll(MoltVm *vm, RtThread *wanted) {
    bool mine = rt_stopped_by_me(vm);
    bool haxe = molt_thread.vm == vm && molt_thread.state == THREAD_HAXE && !mine;
    /* A thread in the haxe state may not block on a lock that a stopper holds. */
    if (haxe) rt_enter_native();
    if (!mine) pthread_mutex_lock(&vm->threads_lock);
    for (RtThread *thread = vm->threads; thread; thread = thread->next) {
        if (wanted && thread != wanted) continue;
        thread->abi->poll |= POLL_HOOK;
        thread->abi->limit = UINTPTR_MAX;
    }
    if (!mine) pthread_mutex_unlock(&vm->threads_lock);
    if (haxe) rt_leave_native();
}

/* ---- The stop -------------------------------------------------------------------------------------------------------------------------------- */

#define SPINS 200
#define FIRST_WAIT_NS 20000u
#define LONGEST_WAIT_NS 1000000u

static void wait_stopped(RtThread *thread) {
    AbiThread *abi = thread->abi;
    u64 wait = FIRST_WAIT_NS;
    for (u32 round = 0;; round++) {
        u32 state = abi->state;
        if (state == THREAD_STOPPED) return;
        if (state == THREAD_NATIVE) {
            u32 expected = THREAD_NATIVE;
            if (atomic_compare_exchange_strong(&abi->state, &expected, THREAD_STOPPED)) {
                thread->stopped_from = THREAD_NATIVE;
                return;
            }
            continue;
        }
        if (round < SPINS) {
            __builtin_ia32_pause();
            continue;
        }
        /* Timed, because a thread that enters the native state wakes nobody: it must stay a few plain stores. */
        futex_wait(&abi->state, THREAD_HAXE, wait);
        wait = MIN(wait * 2, LONGEST_WAIT_NS);
    }
}

__attribute__((noinline)) void rt_stop_world(MoltVm *vm) {
    RtThread *self = molt_thread.rt && molt_thread.vm == vm ? molt_thread.rt : NULL;
    if (self) rt_enter_native();
    pthread_mutex_lock(&vm->stop_lock);
    pthread_mutex_lock(&vm->threads_lock);
    /* Nobody else can be stopping now, so this does not wait. Registers and stack pointer of this thread stay published. */
    if (self) rt_leave_native();
    vm->stopper = self;
    vm->stop_thread = pthread_self();
    vm->stop_requested = 1;
    for (RtThread *thread = vm->threads; thread; thread = thread->next) {
        if (thread == self) continue;
        thread->abi->poll |= POLL_STOP;
        thread->abi->limit = UINTPTR_MAX;
    }
    for (RtThread *thread = vm->threads; thread; thread = thread->next)
        if (thread != self) wait_stopped(thread);
    heap_full_pause(&vm->heap);
    vm->stopped = 1;
}

void rt_resume_world(MoltVm *vm) {
    RtThread *self = vm->stopper;
    vm->stopped = 0;
    heap_full_resume(&vm->heap);
    vm->stop_requested = 0;
    vm->stopper = NULL;
    for (RtThread *thread = vm->threads; thread; thread = thread->next) {
        if (thread == self) continue;
        thread->abi->poll &= ~POLL_STOP;
        rt_lower_limit(thread);
        thread->abi->state = thread->stopped_from;
        rt_wake_state(thread->abi);
    }
    pthread_mutex_unlock(&vm->threads_lock);
    pthread_mutex_unlock(&vm->stop_lock);
}

bool rt_world_stopped(MoltVm *vm) { return vm->stopped; }

void rt_each_thread(MoltVm *vm, void (*visit)(void *context, RtThread *thread), void *context) {
    for (RtThread *thread = vm->threads; thread; thread = thread->next) visit(context, thread);
}

/* Reads words that the compiler did not mean to be read, redzones of the address sanitizer among them. */
__attribute__((no_sanitize("address", "thread", "undefined"))) void
rt_scan_stack_words(RtThread *thread, void (*visit)(void *context, uintptr_t word), void *context) {
    for (u32 i = 0; i < SAVED_REGISTERS; i++) visit(context, thread->saved[i]);
    for (uintptr_t at = thread->sp & ~(uintptr_t)7; at < thread->stack_high; at += 8) visit(context, *(const volatile uintptr_t *)at);
}
