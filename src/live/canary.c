/* canary: an update is tried on a forked copy of the program before it is committed.
 *
 * The copy carries the commit out, hooks, initialisers and migration included, and then runs the smoke tests, on the program's real state.
 * What goes wrong there (an exception, false, a crash, an endless loop, a broken heap, the program's end) rejects the update, and the
 * running program has not noticed anything but the fork. What cannot be tried in a copy makes the trial inconclusive, which is told and
 * rejects nothing. The copy answers through a shared page; the pipe carries what it prints.
 *
 * The parent waits here with the plan in hand: requests of running threads wait with it, since code compiled now would be of no version.
 */
#include "isolate.h"
#include "plan.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define ANSWER_BYTES (64u << 10)
#define HEAP_BYTES (512ull << 20) /* by which the copy may grow */
#define OUTPUT_BYTES (64u << 10) /* of what it prints; more is dropped */

typedef enum AnswerKind { ANSWER_NONE, ANSWER_PASSED, ANSWER_COMMIT_FAILED, ANSWER_TEST_FAILED, ANSWER_OUTSIDE } AnswerKind;

/* Shared between the two processes. */
typedef struct Answer {
    _Atomic u32 kind;
    bool committed; /* the commit succeeded: what came after were tests */
    u32 length, doing_length;
    char doing[256]; /* the test that runs */
    char text[ANSWER_BYTES - 512];
} Answer;

static Answer *answer; /* of this process, in a copy: signal handlers need it */

/* ---- In the copy -------------------------------------------------------------------------------------------------------------------------------- */

static NORETURN void give(AnswerKind kind, const char *text, size_t length) {
    answer->length = (u32)MIN(length, sizeof answer->text);
    memcpy(answer->text, text, answer->length);
    atomic_store(&answer->kind, kind);
    _exit(0);
}

static void tell_outside(const char *what) { give(ANSWER_OUTSIDE, what, strlen(what)); }

bool canary_is_copy(void) { return answer != NULL; }

void canary_exit(int code) {
    char text[80];
    int length = snprintf(text, sizeof text, "the program ended itself (Sys.exit, code %d)", code);
    give(ANSWER_TEST_FAILED, text, (size_t)length);
}

static void set_doing(const char *text) {
    answer->doing_length = (u32)MIN(strlen(text), sizeof answer->doing);
    memcpy(answer->doing, text, answer->doing_length);
}

static void run_test(Live *live, Name name) {
    Field *field = map_get_name(&live->program->fields, name);
    if (!field || !field->owner || !field->is_static || field->kind != FIELD_METHOD) return; /* gone from the program */
    set_doing(name->text);
    Text error = {0};
    bool result = true, is_bool = field->type && field->type->kind == TYPE_FUN &&
                                  type_follow(live->program, field->type->fun.ret) == live->program->core.t_bool;
    if (!user_call(live, name, "Smoke test", is_bool ? &result : NULL, &error)) give(ANSWER_TEST_FAILED, error.at, error.count);
    if (result) return;
    text_printf(&error, "Smoke test %s returned false", name->text);
    give(ANSWER_TEST_FAILED, error.at, error.count);
}

static NORETURN void try_update(LivePlan *plan, int output) {
    Live *live = plan->live;
    Text error = {0};
    if (!isolate(output, tell_outside)) give(ANSWER_OUTSIDE, "be cut off from the system, which this system does not allow", 60);
    set_doing("the commit");
    if (!commit_in_copy(plan, &error)) give(ANSWER_COMMIT_FAILED, error.at, error.count);
    answer->committed = true;
    for (u32 i = 0; i < live->config.smoke.count; i++) run_test(live, live->config.smoke.at[i]);
    const HookSet *hooks = plan->has_hooks ? &plan->hooks : &live->hooks;
    for (u32 i = 0; i < hooks->tests.count; i++) run_test(live, hooks->tests.at[i]);
    set_doing("the heap");
    if (!rt_heap_verify(live->vm, &error)) {
        Text text = {0};
        text_printf(&text, "The heap is broken: %s", error.at);
        give(ANSWER_TEST_FAILED, text.at, text.count);
    }
    give(ANSWER_PASSED, "", 0);
}

/* ---- In the program ------------------------------------------------------------------------------------------------------------------------------ */

/* Reads what the copy prints until it ends. false: it did not in time, and was killed. */
static bool await(pid_t child, int pipe, u32 timeout_ms, Text *output, int *status) {
    u64 deadline = clock_ns() + (u64)timeout_ms * 1000000;
    bool ended = false;
    for (char buffer[4096];;) {
        u64 now = clock_ns();
        if (now >= deadline) break;
        struct pollfd wait = {.fd = pipe, .events = POLLIN};
        int ready = poll(&wait, 1, (int)((deadline - now) / 1000000) + 1);
        if (ready <= 0) continue;
        ssize_t got = read(pipe, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) {
            ended = true;
            break;
        }
        if (output->count + (size_t)got <= OUTPUT_BYTES) text_add(output, buffer, (size_t)got);
    }
    if (!ended) kill(child, SIGKILL);
    while (waitpid(child, status, 0) < 0 && errno == EINTR) {}
    return ended;
}

static void name_doing(const Answer *from, Text *why) { text_printf(why, "%.*s", (int)from->doing_length, from->doing); }

static CanaryVerdict judge(const Answer *from, bool ended, int status, u32 timeout_ms, Text *why) {
    AnswerKind kind = atomic_load(&from->kind);
    switch (kind) {
    case ANSWER_PASSED: return CANARY_PASSED;
    case ANSWER_COMMIT_FAILED:
    case ANSWER_TEST_FAILED:
        text_add(why, from->text, from->length);
        return kind == ANSWER_COMMIT_FAILED ? CANARY_COMMIT_FAILED : CANARY_TEST_FAILED;
    case ANSWER_OUTSIDE:
        name_doing(from, why);
        text_printf(why, " wanted to %.*s", (int)from->length, from->text);
        return CANARY_INCONCLUSIVE;
    case ANSWER_NONE: break;
    }
    if (ended && WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) { /* the filter's, while signals were blocked: as posix_spawn does */
        name_doing(from, why);
        text_str(why, " wanted to start a process");
        return CANARY_INCONCLUSIVE;
    }
    text_str(why, from->committed ? "Smoke test " : "In a copy of the program, ");
    name_doing(from, why);
    if (!ended) text_printf(why, " did not end within %u ms", timeout_ms);
    else if (WIFSIGNALED(status)) text_printf(why, " ended with signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
    else text_printf(why, " ended the process with code %d", WEXITSTATUS(status));
    return CANARY_TEST_FAILED;
}

bool live_canary_wanted(const LivePlan *plan) {
    const Live *live = plan->live;
    if (live->config.no_canary || !plan->is_update) return false;
    const HookSet *hooks = plan->has_hooks ? &plan->hooks : &live->hooks;
    return live->config.smoke.count || hooks->tests.count || plan_runs_user_code(plan);
}

CanaryVerdict live_canary(LivePlan *plan, Text *output, Text *why, const Field **test) {
    Live *live = plan->live;
    int ends[2];
    Answer *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED || pipe2(ends, O_CLOEXEC) != 0) {
        text_printf(why, "no copy of the program can be made: %s", strerror(errno));
        return CANARY_INCONCLUSIVE;
    }
    u64 start = clock_ns();
    rt_leave_native();
    rt_stop_world(live->vm);
    pid_t child = rt_fork(live->vm, HEAP_BYTES);
    if (child == 0) {
        answer = shared;
        close(ends[0]);
        try_update(plan, ends[1]);
    }
    int reason = errno;
    rt_resume_world(live->vm);
    rt_enter_native();
    plan->report->us.pause += (clock_ns() - start) / 1000;
    close(ends[1]);
    CanaryVerdict verdict = CANARY_INCONCLUSIVE;
    if (child > 0) {
        int status = 0;
        bool ended = await(child, ends[0], live->config.canary_timeout_ms, output, &status);
        verdict = judge(shared, ended, status, live->config.canary_timeout_ms, why);
        *test = map_get_name(&live->program->fields, name_of(live->program->names, shared->doing, shared->doing_length));
    } else {
        text_printf(why, "no copy of the program can be made: %s", strerror(reason));
    }
    close(ends[0]);
    munmap(shared, sizeof *shared);
    plan->report->us.smoke = (clock_ns() - start) / 1000;
    return verdict;
}
