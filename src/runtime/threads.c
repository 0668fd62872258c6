/* threads: threads that a program starts, and what they wait for each other with: sys.thread.
 *
 * A thread of the program is a thread of the system with 16 MB of stack. It ends with its job; what the job does not catch is reported
 * and ends that thread alone. Whoever waits is in the native state, so that no collection and no update waits for it.
 *
 * Locks are of the C library, outside of the heap, and belong to an object that destroys them when it is found dead: whoever waits has
 * the object on its stack.
 */
#include "anon.h"

#include <errno.h>
#include <math.h>
#include <sched.h>
#include <time.h>

#define STACK_BYTES ((size_t)16 << 20)

/* ---- Threads ---------------------------------------------------------------------------------------------------------------------------- */

typedef struct Start {
    MoltVm *vm;
    RtHandle *job;
} Start;

static void *run_thread(void *argument) {
    Start start = *(Start *)argument;
    free(argument);
    RtThread *thread = rt_attach(start.vm);
    AbiObject *job = word_ref(start.job->word);
    rt_handle_free(start.vm, start.job);
    rt_call_closure(RT_ENTRY_OUTMOST, job, NULL, 0, NULL);
    rt_detach(thread);
    return NULL;
}

void molt_thread_start(AbiObject *job) {
    MoltVm *vm = rt_this_vm();
    Start *start = base_alloc(sizeof *start);
    *start = (Start){vm, rt_handle_new(vm, word_of_ref(non_null(job)))};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread;
    rt_enter_native();
    int failed = pthread_create(&thread, &attributes, run_thread, start);
    rt_leave_native();
    pthread_attr_destroy(&attributes);
    if (!failed) return;
    rt_handle_free(vm, start->job);
    free(start);
    rt_throw_text("Cannot start a thread: %s", strerror(failed));
}

/* What the library keeps for the calling thread; null at first. */
Word molt_thread_self(void) { return rt_self()->self; }
void molt_thread_set_self(Word self) { rt_self()->self = self; }

void molt_thread_yield(void) {
    rt_enter_native();
    sched_yield();
    rt_leave_native();
}

/* The function is called when main has returned; a later one takes its place. */
void molt_thread_at_end(AbiObject *function) {
    MoltVm *vm = rt_this_vm();
    if (vm->at_end) vm->at_end->word = word_of_ref(function);
    else vm->at_end = rt_handle_new(vm, word_of_ref(function));
}

RtStatus rt_call_at_end(MoltVm *vm) {
    if (!vm->at_end || vm->at_end->word == WORD_NULL) return RT_OK;
    return rt_call_closure(RT_ENTRY_OUTMOST, word_ref(vm->at_end->word), NULL, 0, NULL);
}

/* ---- Monitors --------------------------------------------------------------------------------------------------------------------------- */

/* A mutex that its owner may take again, a condition to wait for, and a number that can be waited for to be above zero. */
typedef struct Monitor {
    pthread_mutex_t mutex; /* guards the rest; held for short */
    pthread_cond_t freed, signalled;
    u32 owner;             /* thread number; 0: free */
    u32 depth;
    u64 signals, waiting;  /* of the condition: how many waits may end, how many there are */
    i64 count;
} Monitor;

typedef struct RtMonitor {
    AbiObject object;
    Monitor *monitor;
} RtMonitor;

static void finalise(AbiObject *object) {
    Monitor *monitor = ((RtMonitor *)object)->monitor;
    if (!monitor) return;
    pthread_cond_destroy(&monitor->freed);
    pthread_cond_destroy(&monitor->signalled);
    pthread_mutex_destroy(&monitor->mutex);
    free(monitor);
}

void threads_init(MoltVm *vm) {
    RtClassSpec spec = {.name = rt_intern(vm, "`monitor", 8), .kind = KIND_NATIVE, .size = sizeof(RtMonitor), .finalise = finalise};
    vm->anon->monitor = rt_class_new(vm, &spec);
}

RtMonitor *molt_monitor_new(i32 count) {
    RtMonitor *object = (RtMonitor *)rt_alloc_native(rt_this_vm()->anon->monitor);
    Monitor *monitor = base_alloc(sizeof *monitor);
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&monitor->mutex, NULL);
    pthread_cond_init(&monitor->freed, &attributes);
    pthread_cond_init(&monitor->signalled, &attributes);
    pthread_condattr_destroy(&attributes);
    monitor->count = count;
    object->monitor = monitor;
    return object;
}

/* In the native state from here to unlock. */
static Monitor *lock(RtMonitor *object) {
    Monitor *monitor = object->monitor;
    rt_enter_native();
    pthread_mutex_lock(&monitor->mutex);
    return monitor;
}

static void unlock(Monitor *monitor) {
    pthread_mutex_unlock(&monitor->mutex);
    rt_leave_native();
}

/* The object must outlive the wait, also when the caller's Haxe code has no more use for it. */
static inline void keep(RtMonitor *object) { __asm__ volatile("" : : "r"(object) : "memory"); }

static void take(Monitor *monitor, u32 self, u32 depth) {
    while (monitor->owner) pthread_cond_wait(&monitor->freed, &monitor->mutex);
    monitor->owner = self;
    monitor->depth = depth;
}

void molt_monitor_acquire(RtMonitor *object) {
    u32 self = rt_thread_number(rt_self());
    Monitor *monitor = object->monitor;
    if (monitor->owner && monitor->owner != self) rt_check_wait("a lock that another thread holds");
    lock(object);
    if (monitor->owner == self) monitor->depth++;
    else take(monitor, self, 1);
    unlock(monitor);
    keep(object);
}

bool molt_monitor_try_acquire(RtMonitor *object) {
    u32 self = rt_thread_number(rt_self());
    Monitor *monitor = lock(object);
    bool mine = !monitor->owner || monitor->owner == self;
    if (mine) {
        monitor->owner = self;
        monitor->depth++;
    }
    unlock(monitor);
    return mine;
}

void molt_monitor_release(RtMonitor *object) {
    u32 self = rt_thread_number(rt_self());
    Monitor *monitor = lock(object);
    bool mine = monitor->owner == self;
    if (mine && --monitor->depth == 0) {
        monitor->owner = 0;
        pthread_cond_signal(&monitor->freed);
    }
    unlock(monitor);
    if (!mine) rt_throw_text("The mutex is not held by this thread");
}

/* The mutex is given up meanwhile. */
void molt_monitor_wait(RtMonitor *object) {
    u32 self = rt_thread_number(rt_self());
    rt_check_wait("another thread");
    Monitor *monitor = lock(object);
    bool mine = monitor->owner == self;
    if (mine) {
        u32 depth = monitor->depth;
        monitor->owner = monitor->depth = 0;
        pthread_cond_signal(&monitor->freed);
        monitor->waiting++;
        while (!monitor->signals) pthread_cond_wait(&monitor->signalled, &monitor->mutex);
        monitor->signals--;
        monitor->waiting--;
        take(monitor, self, depth);
    }
    unlock(monitor);
    keep(object);
    if (!mine) rt_throw_text("The mutex is not held by this thread");
}

void molt_monitor_signal(RtMonitor *object, bool all) {
    Monitor *monitor = lock(object);
    if (all) monitor->signals = monitor->waiting;
    else if (monitor->signals < monitor->waiting) monitor->signals++;
    if (all) pthread_cond_broadcast(&monitor->signalled);
    else pthread_cond_signal(&monitor->signalled);
    unlock(monitor);
}

/* ---- Counting --------------------------------------------------------------------------------------------------------------------------- */

static struct timespec deadline_in(double seconds) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    double whole = floor(MIN(seconds, 1e9));
    time.tv_sec += (time_t)whole;
    time.tv_nsec += (long)((MIN(seconds, 1e9) - whole) * 1e9);
    if (time.tv_nsec >= 1000000000) {
        time.tv_sec++;
        time.tv_nsec -= 1000000000;
    }
    return time;
}

void molt_monitor_up(RtMonitor *object) {
    Monitor *monitor = lock(object);
    monitor->count++;
    pthread_cond_signal(&monitor->signalled);
    unlock(monitor);
}

/* Takes one away, waiting for it `seconds` at most; negative: for ever. false: there was none. */
bool molt_monitor_down(RtMonitor *object, double seconds) {
    if (object->monitor->count <= 0 && seconds != 0) rt_check_wait("another thread");
    Monitor *monitor = lock(object);
    struct timespec deadline = deadline_in(MAX(seconds, 0));
    int failed = 0;
    while (monitor->count <= 0 && seconds != 0 && failed != ETIMEDOUT)
        failed = seconds < 0 ? pthread_cond_wait(&monitor->signalled, &monitor->mutex)
                             : pthread_cond_timedwait(&monitor->signalled, &monitor->mutex, &deadline);
    bool got = monitor->count > 0;
    if (got) monitor->count--;
    unlock(monitor);
    keep(object);
    return got;
}
