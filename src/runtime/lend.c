/* lend: a stop lent to one of the stopped threads, so that user code of a commit runs on the thread that the program expects.
 *
 * The borrower is in the haxe state and counts as the one who stopped the world. What it had published on stopping (registers, stack
 * pointer) and its exception in flight are put back afterwards: where it stood, nothing has happened.
 */
#include "rt.h"

#include <signal.h>
#include <unistd.h>

void rt_stop_lend(RtThread *thread, RtWork *work) {
    work->thread = thread;
    work->lender = molt_thread.rt;
    work->lender_thread = pthread_self();
    atomic_store(&work->state, LENT_OFFERED);
    thread->called = work;
    rt_enter_native();
    atomic_store(&thread->abi->state, THREAD_CALLED);
    rt_wake_state(thread->abi);
}

bool rt_stop_withdraw(RtWork *work) {
    u32 expected = THREAD_CALLED;
    if (!atomic_compare_exchange_strong(&work->thread->abi->state, &expected, THREAD_STOPPED)) return false;
    work->thread->called = NULL;
    rt_leave_native();
    return true;
}

void rt_stop_return(RtWork *work) {
    ASSERT(work->state == LENT_DONE);
    rt_leave_native();
}

/* What of the thread's record belongs to where it stopped. On the stack, where a collection sees it. */
typedef struct Kept {
    u64 saved[SAVED_REGISTERS];
    uintptr_t sp, trace[TRACE_CAPACITY];
    AbiException exception;
    Word caught;
    RtEntry *landing;
    u32 trace_count;
    bool reported;
} Kept;

static void keep(Kept *kept, const RtThread *thread) {
    memcpy(kept->saved, thread->saved, sizeof kept->saved);
    kept->sp = thread->sp;
    kept->exception = thread->exception;
    kept->caught = thread->caught;
    kept->landing = thread->landing;
    kept->reported = thread->reported;
    kept->trace_count = thread->trace_count;
    memcpy(kept->trace, thread->trace, kept->trace_count * sizeof *kept->trace);
}

static void put_back(RtThread *thread, const Kept *kept) {
    memcpy(thread->saved, kept->saved, sizeof kept->saved);
    thread->sp = kept->sp;
    thread->exception = kept->exception;
    thread->caught = kept->caught;
    thread->landing = kept->landing;
    thread->reported = kept->reported;
    thread->trace_count = kept->trace_count;
    memcpy(thread->trace, kept->trace, kept->trace_count * sizeof *kept->trace);
}

void rt_do_called(RtThread *thread) {
    RtWork *work = thread->called;
    MoltVm *vm = thread->vm;
    Kept kept;
    keep(&kept, thread);
    vm->stopper = thread;
    vm->stop_thread = pthread_self();
    thread->abi->poll &= ~POLL_STOP;
    thread->alone = true;
    rt_lower_limit(thread);
    atomic_store(&work->state, LENT_TAKEN);

    work->work(work->context);

    thread->alone = false;
    thread->interrupt = NULL;
    thread->called = NULL;
    put_back(thread, &kept);
    thread->abi->poll |= POLL_STOP;
    thread->abi->limit = UINTPTR_MAX;
    vm->stopper = work->lender;
    vm->stop_thread = work->lender_thread;
    thread->abi->state = THREAD_STOPPED;
    void (*done)(void *) = work->done;
    void *context = work->done_context;
    atomic_store(&work->state, LENT_DONE);
    done(context);
}

void rt_interrupt(RtThread *thread, const char *why) {
    thread->interrupt = why;
    thread->abi->poll |= POLL_HOOK;
    thread->abi->limit = UINTPTR_MAX;
    pthread_kill(thread->pthread, SIGURG); /* a system call that it waits in returns; ignored otherwise */
}

bool rt_interrupted(void) { return molt_thread.rt && molt_thread.rt->interrupt; }
bool rt_is_alone(void) { return molt_thread.rt && molt_thread.rt->alone; }

void rt_check_wait(const char *what) {
    if (rt_is_alone() && !molt_thread.vm->is_copy) rt_throw_text("Waiting for %s while an update stops all other threads", what);
}

/* ---- Copies of the process --------------------------------------------------------------------------------------------------------------------- */

#define STACK_OF_COPY ((uintptr_t)8 << 20)

int rt_fork(MoltVm *vm, u64 heap_bytes) {
    ASSERT(rt_stopped_by_me(vm));
    pthread_mutex_t *locks[] = {&vm->heap.lock, &vm->roots_lock, &vm->names_lock};
    for (u32 i = 0; i < LEN(locks); i++) pthread_mutex_lock(locks[i]);
    pid_t child = fork();
    for (u32 i = LEN(locks); i-- > 0;) pthread_mutex_unlock(locks[i]);
    if (child == 0) {
        RtThread *self = molt_thread.rt;
        self->alone = true;
        vm->is_copy = true;
        rt_heap_after_fork(vm);
        /* As much stack as a thread of the program has: endless recursion shall end soon. */
        uintptr_t limit = (uintptr_t)__builtin_frame_address(0) - STACK_OF_COPY;
        if (limit > self->normal_limit && limit < (uintptr_t)__builtin_frame_address(0)) self->normal_limit = limit;
        rt_lower_limit(self);
        RtHeapStats stats;
        rt_heap_stats(vm, &stats);
        vm->heap.limit = MIN(vm->heap.limit, stats.committed_bytes + heap_bytes);
    }
    return child;
}
