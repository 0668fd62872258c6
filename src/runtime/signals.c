/* signals: what becomes of a fatal signal.
 *
 * A signal whose pc lies in generated code on probation counts as an exception that nobody catches, and may lead to a rollback; where the stack ran into its guard page in C
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

static const char *signal_text(int number) {
    return number == SIGSEGV ? "Segmentation fault" : number == SIGBUS ? "Bus error" : number == SIGFPE ? "Arithmetic fault" : "Illegal instruction";
}

/* A fixed buffer and one write: everything else might need what is broken. */
typedef struct Report {
    char text[4096];
    size_t count;
} Report;

static void say(Report *report, const char *text) {
    size_t count = MIN(strlen(text), sizeof report->text - report->count);
    memcpy(report->text + report->count, text, count);
    report->count += count;
}

static void say_number(Report *report, u32 number) {
    char digits[12];
    u32 at = sizeof digits;
    digits[--at] = 0;
    do digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    say(report, digits + at);
}

static void say_places(Report *report, RtHooks *hooks, uintptr_t pc) {
    RtPosition position;
    for (u32 depth = 0; hooks->position && hooks->position(hooks->context, pc, depth, &position); depth++) {
        say(report, "Called from ");
        say(report, position.function);
        say(report, " (");
        say(report, position.file);
        say(report, ":");
        say_number(report, position.line);
        say(report, ")\n");
    }
}

#define MOST_FRAMES 40

static void tell(RtThread *thread, int number, bool overflow, const greg_t *registers) {
    RtHooks *hooks = &thread->vm->hooks;
    Report report = {.count = 0};
    say(&report, "Uncaught exception ");
    say(&report, overflow ? "Stack overflow" : signal_text(number));
    say(&report, "\n");
    say_places(&report, hooks, (uintptr_t)registers[REG_RIP]);
    /* The chain of frame pointers, as far as it stays within the stack. */
    uintptr_t frame = (uintptr_t)registers[REG_RBP], lowest = (uintptr_t)registers[REG_RSP];
    for (u32 i = 0; i < MOST_FRAMES; i++) {
        if (frame < lowest || frame < thread->stack_low || frame + 16 > thread->stack_high || frame % 8) break;
        uintptr_t pc = ((const uintptr_t *)frame)[1];
        if (hooks->is_code && hooks->is_code(hooks->context, pc - 1)) say_places(&report, hooks, pc - 1);
        lowest = frame + 16;
        frame = ((const uintptr_t *)frame)[0];
    }
    ssize_t written = write(STDERR_FILENO, report.text, report.count);
    (void)written;
}

/* ---- Faults in code on probation ---------------------------------------------------------------------------------------------------------- */

/* Where the faulting thread goes on, on its own stack, as if the instruction had called this: the fault counts as an exception that nobody
 * catches. */
static NORETURN __attribute__((noinline)) void faulted(int number) {
    RtThread *thread = molt_thread.rt;
    RtHooks *hooks = &thread->vm->hooks;
    const char *text = signal_text(number);
    rt_note_trace(thread);
    thread->exception.word = word_of_ref(rt_string_lit(text));
    thread->signal = number;
    RtUncaught decision = hooks->uncaught(hooks->context, thread);
    thread->signal = 0;
    if (decision == RT_UNCAUGHT_LAND && thread->landing_at) rt_guard_jump(thread->landing_at);
    Text report = {0};
    text_printf(&report, "Uncaught exception %s\n", text);
    rt_trace_text(thread->vm, thread->trace, thread->trace_count, &report);
    ssize_t written = write(STDERR_FILENO, report.at, report.count);
    (void)written;
    _exit(1);
}

/* A thread whose outermost call into code on probation can be made again, with nothing of the runtime's in between. */
static bool goes_on_elsewhere(RtThread *thread, int number, greg_t *registers) {
    if (!thread->vm->hooks.uncaught || !thread->guarded || thread->guarded->entry != thread->entry || thread->alone) return false;
    uintptr_t sp = ((uintptr_t)registers[REG_RSP] - 128) & ~(uintptr_t)15; /* below the red zone */
    if (sp - STACK_RESERVE / 4 < thread->stack_low) return false;
    ((uintptr_t *)sp)[-1] = (uintptr_t)registers[REG_RIP] + 1; /* as a return address */
    registers[REG_RSP] = (greg_t)(sp - 8);
    registers[REG_RDI] = number;
    registers[REG_RIP] = (greg_t)(uintptr_t)faulted;
    return true;
}

int rt_signal(RtThread *thread) { return thread->signal; }

static void handle(int number, siginfo_t *info, void *context) {
    int kept = errno;
    RtThread *thread = molt_thread.rt;
    if (base_fatal_guard) FATAL("%s", signal_text(number)); /* the compiler's own fault, in an update that can be given up */
    if (thread) {
        RtHooks *hooks = &thread->vm->hooks;
        greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
        uintptr_t sp = (uintptr_t)registers[REG_RSP];
        bool ours = hooks->is_code && hooks->is_code(hooks->context, (uintptr_t)registers[REG_RIP]);
        bool overflow = number == SIGSEGV && sp < thread->normal_limit && sp + STACK_RESERVE > thread->stack_low;
        if (ours && !overflow && goes_on_elsewhere(thread, number, registers)) {
            errno = kept;
            return;
        }
        if (ours || overflow) {
            tell(thread, number, overflow, registers);
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

/* Does nothing, but a system call that is waiting returns (rt_interrupt). */
static void interrupted(int number) { (void)number; }

static void install_interrupt(void) {
    struct sigaction before, action = {.sa_handler = interrupted};
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGURG, NULL, &before) == 0 && before.sa_handler == SIG_DFL) sigaction(SIGURG, &action, NULL);
}

void rt_signals_install(void) {
    pthread_mutex_lock(&service.lock);
    if (service.users++ == 0) {
        for (u32 i = 0; i < LEN(handled); i++) {
            struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
            sigemptyset(&action.sa_mask);
            sigaction(handled[i], &action, &service.before[i]);
        }
        install_interrupt();
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
