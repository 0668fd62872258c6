/* Process-wide matters: fatal signals, several machines in one process, stacks of stopped threads. */
#include "../../src/runtime/rt.h"
#include "unit.h"

#include <signal.h>
#include <sys/wait.h>

/* ---- Signals ---------------------------------------------------------------------------------------------------------------------------- */

static bool all_code(void *context, uintptr_t pc) {
    (void)context, (void)pc;
    return true;
}
static bool position(void *context, uintptr_t pc, u32 depth, RtPosition *out) {
    (void)context, (void)pc;
    *out = (RtPosition){"Main.main", "Main.hx", 17};
    return depth == 0;
}
typedef enum Fault { FAULT_OURS, FAULT_FOREIGN } Fault;

/* What becomes of a child that runs into the fault: its wait status, its standard error in text. */
static int run_fault(Fault fault, char *text, size_t size) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        signal(SIGILL, SIG_DFL); /* the test library has a handler of its own */
        MoltVm *vm = rt_vm_new(NULL);
        if (fault != FAULT_FOREIGN) rt_hooks(vm)->is_code = all_code;
        rt_hooks(vm)->position = position;
        rt_signals_install();
        rt_attach(vm);
        __asm__ volatile("ud2");
        _exit(42);
    }
    close(ends[1]);
    ssize_t got = read(ends[0], text, size - 1);
    text[got > 0 ? got : 0] = 0;
    close(ends[0]);
    int status;
    waitpid(child, &status, 0);
    return status;
}

static void test_signals(void **state) {
    (void)state;
    char text[500];
    int status = run_fault(FAULT_OURS, text, sizeof text);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    const char *wanted = "Uncaught exception Illegal instruction\nCalled from Main.main (Main.hx:17)\n";
    assert_memory_equal(text, wanted, strlen(wanted));
    status = run_fault(FAULT_FOREIGN, text, sizeof text);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGILL);
    assert_string_equal(text, "");
}

static volatile sig_atomic_t host_saw;
static void host_handler(int number) {
    host_saw = number;
    /* The host's way out of the fault. */
    _exit(7);
}

static void test_signals_chain(void **state) {
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGILL, host_handler);
        rt_signals_install();
        rt_signals_install();
        rt_signals_remove();
        __asm__ volatile("ud2");
        _exit(1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

/* ---- Several machines ---------------------------------------------------------------------------------------------------------------------- */

static void *use_machine(void *vm_) {
    MoltVm *vm = vm_;
    rt_attach(vm);
    RtHandle *handle = rt_handle_new(vm, word_of_ref(rt_string_lit("kept")));
    for (u32 i = 0; i < 2000; i++) {
        AbiArray *array = rt_alloc_array(ELEM_WORD, 100);
        ((Word *)array->data)[7] = word_of_ref(rt_string_lit("text"));
        if (i % 500 == 0) rt_collect(vm);
        AbiString *text = (AbiString *)(uintptr_t)((Word *)array->data)[7];
        assert_int_equal(text->length, 4);
        assert_ptr_equal(text->object.cls->vm, vm);
    }
    Text out = {0};
    rt_string_utf8((AbiString *)(uintptr_t)handle->word, &out);
    assert_string_equal(out.at, "kept");
    text_free(&out);
    rt_handle_free(vm, handle);
    rt_detach(rt_self());
    return NULL;
}

static void test_machines(void **state) {
    (void)state;
    MoltVm *vms[3];
    pthread_t threads[3];
    for (u32 i = 0; i < 3; i++) {
        vms[i] = rt_vm_new(&(RtOptions){.heap_limit = (u64)8 << 20});
        pthread_create(&threads[i], NULL, use_machine, vms[i]);
    }
    for (u32 i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    for (u32 i = 0; i < 3; i++) rt_vm_free(vms[i]);
}

/* ---- Stacks of stopped threads ---------------------------------------------------------------------------------------------------------------- */

static MoltVm *walked_vm;
static _Atomic u32 waiting;
static _Atomic bool enough;
static u64 (*volatile again)(u64 depth, u64 native);

/* Waits at the bottom, in the native state or polling, as generated code would: with a frame pointer in every frame. */
__attribute__((noinline, optimize("no-omit-frame-pointer"))) static u64 wait_deep(u64 depth, u64 native) {
    if (depth) {
        volatile u64 below = again(depth - 1, native);
        return below + 1;
    }
    waiting++;
    if (native) {
        rt_enter_native();
        while (!enough) usleep(200);
        rt_leave_native();
    } else {
        while (!enough)
            if (molt_thread.poll) rt_safepoint();
    }
    return 0;
}

static void *waiter(void *native) {
    rt_attach(walked_vm);
    u64 result, args[] = {9, (u64)(uintptr_t)native};
    assert_int_equal(rt_call(RT_ENTRY_OUTMOST, (void *)wait_deep, args, 2, &result), RT_OK);
    assert_int_equal(result, 9);
    rt_detach(rt_self());
    return NULL;
}

static bool count_frame(void *count, uintptr_t pc, uintptr_t frame) {
    (void)frame;
    if (pc - (uintptr_t)wait_deep < 300) ++*(u32 *)count;
    return true;
}
static void count_thread(void *count, RtThread *thread) {
    u32 frames = 0;
    rt_walk_stack(thread, count_frame, &frames);
    assert_in_range(frames, 9, 12);
    ++*(u32 *)count;
}

static void test_walking_stopped_threads(void **state) {
    (void)state;
    again = wait_deep;
    walked_vm = rt_vm_new(NULL);
    pthread_t threads[2];
    for (u64 i = 0; i < 2; i++) pthread_create(&threads[i], NULL, waiter, (void *)(uintptr_t)i);
    while (waiting < 2) usleep(100);
    for (u32 i = 0; i < 20; i++) {
        rt_stop_world(walked_vm);
        u32 count = 0;
        rt_each_thread(walked_vm, count_thread, &count);
        assert_int_equal(count, 2);
        rt_resume_world(walked_vm);
    }
    enough = true;
    for (u32 i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    rt_vm_free(walked_vm);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signals),
        cmocka_unit_test(test_signals_chain),
        cmocka_unit_test(test_machines),
        cmocka_unit_test(test_walking_stopped_threads),
    };
    return cmocka_run_group_tests_name("runtime_process", tests, NULL, NULL);
}
