/* user: code of the user's that runs as part of a commit: hooks, initialisers of new fields and static variables.
 *
 * It runs while the world is stopped, on the thread on which the program would expect it (rt_stop_lend). Functions that it calls for the
 * first time are compiled meanwhile by the compiler thread, which also watches the clock: everybody else is waiting.
 */
#include "state.h"

#include <semaphore.h>
#include <stdlib.h>

#define PATIENCE_NS 20000000u      /* how long the main thread may stay in its system call */
#define LONGEST_NS 2000000000u     /* what user code may take in all */
const char user_took_too_long[] = "It ran for more than 2 s while the program stood still";

/* A thread of the program that does nothing but stand in. */
typedef struct Service {
    Live *live;
    pthread_t pthread;
    RtThread *thread;
    sem_t ready, wanted;
    _Atomic bool ending;
} Service;

static void *service_main(void *argument) {
    Service *service = argument;
    service->thread = rt_attach(service->live->vm);
    rt_enter_native();
    sem_post(&service->ready);
    while (!service->ending) {
        while (sem_wait(&service->wanted) != 0) {}
        rt_leave_native(); /* does the work that is waiting for it */
        rt_enter_native();
    }
    rt_leave_native();
    rt_detach(service->thread);
    return NULL;
}

void user_prepare(Live *live) {
    if (live->service) return;
    Service *service = base_alloc(sizeof *service);
    service->live = live;
    sem_init(&service->ready, 0, 0);
    sem_init(&service->wanted, 0, 0);
    if (pthread_create(&service->pthread, NULL, service_main, service) != 0) FATAL("cannot start a thread");
    while (sem_wait(&service->ready) != 0) {}
    live->service = service;
}

void user_free(Live *live) {
    Service *service = live->service;
    if (!service) return;
    service->ending = true;
    sem_post(&service->wanted);
    pthread_join(service->pthread, NULL);
    sem_destroy(&service->ready);
    sem_destroy(&service->wanted);
    free(service);
    live->service = NULL;
}

typedef enum Outcome { OUTCOME_DONE, OUTCOME_INTERRUPTED, OUTCOME_NOT_TAKEN } Outcome;

/* The compiler thread's side: until the work is done, or not taken within `patience` (0: for ever). */
static Outcome wait_for(Live *live, RtWork *work, u64 patience) {
    u64 start = clock_ns(), taken = 0;
    for (bool told = false;;) {
        u32 state = work->state;
        u64 now = clock_ns();
        if (state == LENT_DONE) return told ? OUTCOME_INTERRUPTED : OUTCOME_DONE;
        if (state == LENT_TAKEN && !taken) taken = now;
        if (state == LENT_OFFERED && patience && now - start >= patience && rt_stop_withdraw(work)) return OUTCOME_NOT_TAKEN;
        if (taken && now - taken >= LONGEST_NS) { /* again and again: a system call that it just enters would miss it */
            rt_interrupt(work->thread, user_took_too_long);
            told = true;
        }
        /* What the main thread asked for before is of the old version, and has to wait. */
        live->config.serve(live->config.hook_context, taken ? work->thread : NULL, told ? 50000000 : 1000000);
    }
}

bool user_run(Live *live, void (*work)(void *context), void *context) {
    RtWork lent = {.work = work, .context = context, .done = live->config.wake, .done_context = live->config.hook_context};
    Outcome outcome = OUTCOME_NOT_TAKEN;
    if (live->main_thread) {
        rt_stop_lend(live->main_thread, &lent);
        outcome = wait_for(live, &lent, PATIENCE_NS);
    }
    if (outcome == OUTCOME_NOT_TAKEN) {
        rt_stop_lend(live->service->thread, &lent);
        sem_post(&live->service->wanted);
        outcome = wait_for(live, &lent, 0);
    }
    rt_stop_return(&lent);
    return outcome == OUTCOME_DONE;
}

void live_set_main(Live *live, RtThread *thread) { live->main_thread = thread; }

bool user_call(Live *live, Name function, const char *what, bool *result, Text *error) {
    u64 value = 0;
    if (rt_call(RT_ENTRY_CATCH, function_of(live, function)->address, NULL, 0, &value) == RT_OK) {
        if (result) *result = value & 1;
        return true;
    }
    text_printf(error, "%s %s threw: ", what, function->text);
    rt_exception_text(rt_self(), error);
    return false;
}
