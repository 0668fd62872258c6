/* Exceptions at the border between C and Haxe, uncaught ones, stack overflow, calls through signatures, walking stacks. */
#include "../../src/runtime/rt.h"
#include "unit.h"

#include <unistd.h>

void molt_rt_entry_slow(void);
Word molt_rt_call_generic(AbiObject *closure, i32 count, const Word *args);

static MoltVm *vm;

static int open_vm(void **state) {
    (void)state;
    vm = rt_vm_new(&(RtOptions){.heap_limit = (u64)32 << 20});
    rt_attach(vm);
    return 0;
}

static int close_vm(void **state) {
    (void)state;
    rt_detach(rt_self());
    rt_vm_free(vm);
    return 0;
}

/* ---- Entries ---------------------------------------------------------------------------------------------------------------------------- */

static u64 sum(u64 a, u64 b, u64 c, u64 d, u64 e, u64 f) { return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f; }
static u64 throw_int(u64 value) { rt_throw(word_of_int((i32)value)); }

static void test_call(void **state) {
    (void)state;
    u64 result, args[] = {1, 2, 3, 4, 5, 6};
    assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)sum, args, 6, &result), RT_OK);
    assert_int_equal(result, 91);
    assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)throw_int, args + 4, 1, &result), RT_THROWN);
    assert_int_equal(word_int(rt_exception_word(rt_self())), 5);
    assert_null(rt_self()->entry);
}

static u32 cleaned;
/* Between Haxe and Haxe: cleans up and passes on. */
static u64 pass_on(u64 depth, u64 value) {
    u64 result, args[] = {depth - 1, value};
    RtStatus status = depth ? rt_call(RT_ENTRY_PASS, (void *)pass_on, args, 2, &result) : rt_call(RT_ENTRY_PASS, (void *)throw_int, &value, 1, &result);
    assert_int_equal(status, RT_THROWN);
    cleaned++;
    rt_rethrow();
}

static void test_pass(void **state) {
    (void)state;
    cleaned = 0;
    u64 result, args[] = {5, 77};
    assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)pass_on, args, 2, &result), RT_THROWN);
    assert_int_equal(word_int(rt_exception_word(rt_self())), 77);
    assert_int_equal(cleaned, 6);
    assert_null(rt_self()->entry);
}

/* ---- Uncaught ------------------------------------------------------------------------------------------------------------------------------ */

static u32 asked, cleaned_when_asked;
static RtUncaught ask(void *context, RtThread *thread) {
    asked++;
    cleaned_when_asked = cleaned;
    if (!context) return RT_UNCAUGHT_END;
    return rt_land(thread, 2) ? RT_UNCAUGHT_LAND : RT_UNCAUGHT_END;
}

/* Standard error into a text while `run` runs. */
static void with_stderr(void (*run)(void), char *text, size_t size) {
    int ends[2], kept = dup(STDERR_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDERR_FILENO);
    run();
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(ends[1]);
    ssize_t got = read(ends[0], text, size - 1);
    text[got > 0 ? got : 0] = 0;
    close(ends[0]);
}

static void run_uncaught(void) {
    u64 result, args[] = {3, 12};
    assert_int_equal(rt_call(RT_ENTRY_OUTMOST, (void *)pass_on, args, 2, &result), RT_UNCAUGHT);
}

static void test_uncaught(void **state) {
    (void)state;
    char text[1000];
    asked = cleaned = 0;
    rt_hooks(vm)->uncaught = ask;
    with_stderr(run_uncaught, text, sizeof text);
    assert_int_equal(asked, 1);
    assert_int_equal(cleaned_when_asked, 0); /* known before anything was unwound */
    assert_int_equal(cleaned, 4);
    assert_string_equal(text, "Uncaught exception 12\n");
    /* A catching entry in between is a handler: nobody is asked. */
    u64 result, args[] = {3, 12};
    assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)pass_on, args, 2, &result), RT_THROWN);
    assert_int_equal(asked, 1);
}

static u64 guarded(u64 depth) {
    u64 result, args[] = {depth, 5};
    /* This entry takes part as the third from within: 0 the throw's, 1 pass_on's, 2 this. */
    RtStatus status = rt_call(RT_ENTRY_PASS, (void *)pass_on, args, 2, &result);
    assert_int_equal(status, RT_THROWN);
    return 4711;
}

static void test_landing(void **state) {
    (void)state;
    asked = cleaned = 0;
    rt_hooks(vm)->uncaught = ask;
    rt_hooks(vm)->context = &asked;
    u64 result, args[] = {1};
    assert_int_equal(rt_call(RT_ENTRY_OUTMOST, (void *)guarded, args, 1, &result), RT_OK);
    assert_int_equal(result, 4711);
    assert_int_equal(asked, 1);
    assert_int_equal(cleaned, 2);
    rt_hooks(vm)->uncaught = NULL;
    rt_hooks(vm)->context = NULL;
}

/* ---- Stack overflow ---------------------------------------------------------------------------------------------------------------------------- */

static __attribute__((noinline)) u64 recurse(u64 depth) {
    if ((uintptr_t)__builtin_frame_address(0) < molt_thread.limit) molt_rt_entry_slow();
    volatile u64 room[16];
    room[0] = depth;
    if (room[0] == UINT64_MAX) return 0;
    return recurse(depth + 1) + room[0];
}

static void test_overflow(void **state) {
    (void)state;
#ifdef __SANITIZE_THREAD__
    skip(); /* the sanitizer's own record of calls is shorter than the stack */
#endif
    for (u32 i = 0; i < 3; i++) {
        u64 result, args[] = {0};
        assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)recurse, args, 1, &result), RT_THROWN);
        assert_ptr_equal((void *)(uintptr_t)rt_exception_word(rt_self()), vm->text_overflow);
    }
}

/* A stop raises the limit; the entry check then stops and goes on. */
static u64 check_once(u64 unused) {
    (void)unused;
    if ((uintptr_t)__builtin_frame_address(0) < molt_thread.limit) molt_rt_entry_slow();
    return 1;
}
static void test_entry_check_is_no_overflow(void **state) {
    (void)state;
    molt_thread.limit = UINTPTR_MAX;
    u64 result, args[] = {0};
    assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)check_once, args, 1, &result), RT_OK);
    assert_true(molt_thread.limit == rt_self()->normal_limit);
}

/* ---- Walking -------------------------------------------------------------------------------------------------------------------------------------- */

static uintptr_t found_frames[64];
static u32 frame_count;
static bool note_frame(void *context, uintptr_t pc, uintptr_t frame) {
    (void)context, (void)frame;
    if (frame_count < LEN(found_frames)) found_frames[frame_count++] = pc;
    return true;
}

static u64 (*volatile descend_again)(u64 depth);
__attribute__((noinline, optimize("no-omit-frame-pointer"))) static u64 descend(u64 depth) {
    if (depth == 0) {
        frame_count = 0;
        rt_walk_stack(rt_self(), note_frame, NULL);
        return 0;
    }
    volatile u64 below = descend_again(depth - 1);
    return below + 1;
}

static u32 frames_in(const void *function, u32 bytes) {
    u32 count = 0;
    for (u32 i = 0; i < frame_count; i++) count += found_frames[i] - (uintptr_t)function < bytes;
    return count;
}

static void test_walk(void **state) {
    (void)state;
    u64 result, args[] = {7};
    descend_again = descend;
    assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)descend, args, 1, &result), RT_OK);
    assert_int_equal(result, 7);
    assert_in_range(frames_in((void *)descend, 200), 7, 9);
}

/* ---- Generic calls ----------------------------------------------------------------------------------------------------------------------------------- */

static Word unpack_two(void *code, AbiObject *closure, const Word *args) {
    i32 (*function)(AbiObject *closure, i32 a, Word b) = (i32(*)(AbiObject *, i32, Word))code;
    return word_of_int(function(closure, word_int(args[0]), args[1]));
}
static i32 subtract(AbiObject *closure, i32 a, Word b) {
    return (i32)((AbiClosure *)closure)->captures[0] + a - (b == WORD_NULL ? 1000 : word_int(b));
}

static void make_unpack(void *context, AbiSig *sig) {
    (void)context;
    assert_int_equal(molt_thread.state, THREAD_NATIVE);
    sig->unpack = unpack_two;
}

static void test_generic_call(void **state) {
    (void)state;
    rt_hooks(vm)->make_unpack = make_unpack;
    const u8 reps[] = {REP_I32, REP_WORD}, optional[] = {0, 1};
    const AbiSig *sig = rt_sig(vm, "(i,?w)i", 2, reps, NULL, optional, REP_I32, NULL);
    assert_ptr_equal(sig, rt_sig(vm, "(i,?w)i", 2, reps, NULL, optional, REP_I32, NULL));
    AbiSlot slot = {.code = (void *)subtract};
    AbiClosure *closure = rt_alloc_closure(&slot, sig, 1, 0);
    closure->captures[0] = 100;
    Word args[] = {word_of_int(7), word_of_int(3), WORD_NULL}, result;
    assert_int_equal(rt_call_closure(RT_ENTRY_CATCH, &closure->object, args, 2, &result), RT_OK);
    assert_int_equal(word_int(result), 104);
    assert_int_equal(rt_call_closure(RT_ENTRY_CATCH, &closure->object, args, 1, &result), RT_OK);
    assert_int_equal(word_int(result), -893);
    assert_int_equal(rt_call_closure(RT_ENTRY_CATCH, &closure->object, args, 0, &result), RT_THROWN);
    assert_int_equal(rt_call_closure(RT_ENTRY_CATCH, &closure->object, args, 3, &result), RT_THROWN);
    assert_int_equal(rt_call_closure(RT_ENTRY_CATCH, NULL, args, 0, &result), RT_THROWN);
}

/* ---- The table ------------------------------------------------------------------------------------------------------------------------------------------- */

static void test_function_table(void **state) {
    (void)state;
    for (u32 i = 0; i < abi_function_count; i++) {
        const AbiFunction *function = &abi_functions[i];
        if (i > 0 && strcmp(abi_functions[i - 1].name, function->name) >= 0) fail_msg("%s is out of order", function->name);
        assert_ptr_equal(abi_function(function->name), function);
        const char *at = function->signature;
        assert_non_null(strchr("vbilfrwp", at[0]));
        assert_int_equal(at[1], '(');
        assert_int_equal(strspn(at + 2, "bilfrwp") + 3, strlen(at));
        assert_int_equal(strspn(function->effects, "tgp"), strlen(function->effects));
    }
    assert_null(abi_function("molt_no_such_function"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_call),
        cmocka_unit_test(test_pass),
        cmocka_unit_test(test_uncaught),
        cmocka_unit_test(test_landing),
        cmocka_unit_test(test_overflow),
        cmocka_unit_test(test_entry_check_is_no_overflow),
        cmocka_unit_test(test_walk),
        cmocka_unit_test(test_generic_call),
        cmocka_unit_test(test_function_table),
    };
    return cmocka_run_group_tests_name("runtime_exceptions", tests, open_vm, close_vm);
}
