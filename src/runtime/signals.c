/* signals: what becomes of a fatal signal.
 *
 * A signal whose pc lies in generated code is put before the hook (which may roll back); where the stack ran into its guard page in C
 * it is reported as a stack overflow. Everything that is not ours goes to the handler that was installed before. Handlers run on an
 * alternate stack a thread. Process-wide, reference-counted: several machines share one installation.
 */
#include "rt.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

static const int handled[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
static struct {
    pthread_mutex_t lock;
    u32 users;
    struct sigaction before[LEN(handled)];
} service = {.lock = PTHREAD_MUTEX_INITIALIZER};

#define SIGNAL_STACK_BYTES (64 * 1024)

static uintptr_t context_pc(void *context) { return (uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP]; }
static uintptr_t context_sp(void *context) { return (uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[REG_RSP]; }

static const char *signal_text(int number) {
    return number == SIGSEGV ? "Segmentation fault" : number == SIGBUS ? "Bus error" : number == SIGFPE ? "Arithmetic fault" : "Illegal instruction";
}

/* Write alone: everything else might need what is broken. */
static void say(const char *text) {
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
}

static void report(RtThread *thread, int number, void *context) {
    RtHooks *hooks = &thread->vm->hooks;
    bool overflow = context_sp(context) < thread->normal_limit && context_sp(context) + STACK_RESERVE > thread->stack_low;
    say("Uncaught exception ");
    say(overflow ? "Stack overflow" : signal_text(number));
    say("\n");
    RtPosition position;
    for (u32 depth = 0; hooks->position && hooks->position(hooks->context, context_pc(context), depth, &position); depth++) {
        char line[32];
        u32 at = sizeof line;
        line[--at] = 0;
        for (u32 number_left = position.line; number_left || at == sizeof line - 1; number_left /= 10) line[--at] = (char)('0' + number_left % 10);
        say("Called from ");
        say(position.function);
        say(" (");
        say(position.file);
        say(":");
        say(line + at);
        say(")\n");
    }
}

static void handle(int number, siginfo_t *info, void *context) {
    int kept = errno;
    RtThread *thread = molt_thread.rt;
    if (thread) {
        RtHooks *hooks = &thread->vm->hooks;
        bool ours = hooks->is_code && hooks->is_code(hooks->context, context_pc(context));
        bool overflow = context_sp(context) < thread->normal_limit && context_sp(context) + STACK_RESERVE > thread->stack_low;
        if (ours && hooks->fatal_signal && hooks->fatal_signal(hooks->context, number, info, context)) {
            errno = kept;
            return;
        }
        if (ours || overflow) {
            report(thread, number, context);
            _exit(1);
        }
    }
    for (u32 i = 0; i < LEN(handled); i++) {
        if (handled[i] != number) continue;
        const struct sigaction *before = &service.before[i];
        if (before->sa_flags & SA_SIGINFO) {
            before->sa_sigaction(number, info, context);
        } else if (before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN) {
            before->sa_handler(number);
        } else {
            /* Back to what the system does; the instruction is executed once more and ends the process. */
            sigaction(number, before, NULL);
        }
    }
    errno = kept;
}

void rt_signals_install(void) {
    pthread_mutex_lock(&service.lock);
    if (service.users++ == 0) {
        for (u32 i = 0; i < LEN(handled); i++) {
            struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
            sigemptyset(&action.sa_mask);
            sigaction(handled[i], &action, &service.before[i]);
        }
    }
    pthread_mutex_unlock(&service.lock);
}

void rt_signals_remove(void) {
    pthread_mutex_lock(&service.lock);
    if (--service.users == 0)
        for (u32 i = 0; i < LEN(handled); i++) sigaction(handled[i], &service.before[i], NULL);
    pthread_mutex_unlock(&service.lock);
}

/* ---- Alternate stacks -------------------------------------------------------------------------------------------------------------------- */

void rt_signal_stack_add(RtThread *thread) {
    stack_t present;
    if (sigaltstack(NULL, &present) || !(present.ss_flags & SS_DISABLE)) return; /* the host has one already */
    void *memory = mmap(NULL, SIGNAL_STACK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return;
    stack_t stack = {.ss_sp = memory, .ss_size = SIGNAL_STACK_BYTES};
    if (sigaltstack(&stack, NULL)) munmap(memory, SIGNAL_STACK_BYTES);
    else thread->signal_stack = memory;
}

void rt_signal_stack_remove(RtThread *thread) {
    if (!thread->signal_stack) return;
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    munmap(thread->signal_stack, SIGNAL_STACK_BYTES);
}
