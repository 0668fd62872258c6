/* Arithmetic, comparisons, conversions, control flow: the same results in both tiers. */
#include "unit.h"

#include "../codegen/harness.h"

static World *w;
static CodegenTier tier;

static const char fib_text[] =
    "func fib(n: i32) -> i32 {\n"
    "@0:\n"
    "    %0 = lt(n, 2)\n"
    "    branch(%0) -> @1, @2\n"
    "@1:\n"
    "    return(n)\n"
    "@2:\n"
    "    %1 = sub(n, 1)\n"
    "    %2 = call:i32 fib(%1)\n"
    "    %3 = sub(n, 2)\n"
    "    %4 = call:i32 fib(%3)\n"
    "    %5 = add(%2, %4)\n"
    "    return(%5)\n"
    "}\n";

static void test_fib(void **state) {
    (void)state;
    compile(w, tier, fib_text);
    assert_int_equal(CALL(w, "fib", i32, (i32), 20), 6765);
}

/* One function of two operands for an operation. */
static void *binary(const char *op, const char *rep, const char *result) {
    static u32 number;
    char text[400], name[32];
    snprintf(name, sizeof name, "op%u", number++);
    snprintf(text, sizeof text, "func %s(a: %s, b: %s) -> %s {\n@0:\n    %%0 = %s(a, b)\n    return(%%0)\n}\n", name, rep, rep, result, op);
    compile(w, tier, text);
    return code_of(w, name);
}
static void *unary(const char *op, const char *rep, const char *result) {
    static u32 number;
    char text[400], name[32];
    snprintf(name, sizeof name, "unary%u", number++);
    snprintf(text, sizeof text, "func %s(a: %s) -> %s {\n@0:\n    %%0 = %s(a)\n    return(%%0)\n}\n", name, rep, result, op);
    compile(w, tier, text);
    return code_of(w, name);
}

typedef i32 (*Int2)(i32, i32);
typedef i64 (*Long2)(i64, i64);
typedef double (*Float2)(double, double);
typedef i32 (*Compare)(double, double);

static void test_int(void **state) {
    (void)state;
    assert_int_equal(((Int2)binary("add", "i32", "i32"))(INT32_MAX, 1), INT32_MIN);
    assert_int_equal(((Int2)binary("sub", "i32", "i32"))(INT32_MIN, 1), INT32_MAX);
    assert_int_equal(((Int2)binary("mul", "i32", "i32"))(65537, 65537), 131073);
    Int2 divide = binary("idiv", "i32", "i32"), modulo = binary("mod", "i32", "i32");
    assert_int_equal(divide(-7, 2), -3);
    assert_int_equal(divide(INT32_MIN, -1), INT32_MIN);
    assert_int_equal(modulo(-7, 2), -1);
    assert_int_equal(modulo(7, -3), 1);
    assert_int_equal(modulo(INT32_MIN, -1), 0);
    Int2 left = binary("shl", "i32", "i32"), right = binary("shr", "i32", "i32"), unsigned_right = binary("ushr", "i32", "i32");
    assert_int_equal(left(1, 33), 2);
    assert_int_equal(left(1, -1), INT32_MIN);
    assert_int_equal(right(-8, 1), -4);
    assert_int_equal(right(-8, 32), -8);
    assert_int_equal(unsigned_right(-1, 28), 15);
    assert_int_equal(((Int2)binary("and", "i32", "i32"))(12, 10), 8);
    assert_int_equal(((Int2)binary("or", "i32", "i32"))(12, 10), 14);
    assert_int_equal(((Int2)binary("xor", "i32", "i32"))(12, 10), 6);
    assert_int_equal(((i32(*)(i32))unary("neg", "i32", "i32"))(INT32_MIN), INT32_MIN);
    assert_int_equal(((i32(*)(i32))unary("not", "i32", "i32"))(5), -6);
    assert_int_equal(((i32(*)(i32))unary("not", "bool", "bool"))(1), 0);
    assert_int_equal(((i32(*)(i32))unary("not", "bool", "bool"))(0), 1);
}

static void test_long(void **state) {
    (void)state;
    assert_int_equal(((Long2)binary("add", "i64", "i64"))(INT64_MAX, 1), INT64_MIN);
    assert_int_equal(((Long2)binary("idiv", "i64", "i64"))(INT64_MIN, -1), INT64_MIN);
    assert_int_equal(((Long2)binary("mod", "i64", "i64"))(INT64_MIN, -1), 0);
    assert_int_equal(((i64(*)(i32))unary("i2l", "i32", "i64"))(-5), -5);
    assert_int_equal(((i32(*)(i64))unary("l2i", "i64", "i32"))(0x1234567890), 0x34567890);
}

static void test_float(void **state) {
    (void)state;
    assert_true(((Float2)binary("fadd", "f64", "f64"))(0.1, 0.2) == 0.1 + 0.2);
    assert_true(((Float2)binary("fdiv", "f64", "f64"))(1, 0) == (double)INFINITY);
    assert_true(((Float2)binary("fmod", "f64", "f64"))(-7.5, 2) == -1.5);
    assert_true(signbit(((double (*)(double))unary("fneg", "f64", "f64"))(0.0)));
    assert_true(((double (*)(i32))unary("i2f", "i32", "f64"))(INT32_MIN) == -2147483648.0);
    i32 (*to_int)(double) = unary("f2i", "f64", "i32");
    assert_int_equal(to_int(-1.9), -1);
    assert_int_equal(to_int(1e10), INT32_MIN);
    assert_int_equal(to_int(NAN), INT32_MIN);
    assert_int_equal(to_int(2147483647.5), INT32_MAX);
}

static void test_compare(void **state) {
    (void)state;
    static const char *const ops[] = {"eq", "ne", "lt", "le", "gt", "ge"};
    static const bool expected[6][3] = {{0, 1, 0}, {1, 0, 1}, {1, 0, 0}, {1, 1, 0}, {0, 0, 1}, {0, 1, 1}}; /* 1?2 2?2 3?2 */
    for (u32 k = 0; k < LEN(ops); k++) {
        Compare floats = binary(ops[k], "f64", "bool");
        Int2 ints = binary(ops[k], "i32", "bool");
        for (i32 a = 1; a <= 3; a++) {
            assert_int_equal(floats(a, 2), expected[k][a - 1]);
            assert_int_equal(ints(a, 2), expected[k][a - 1]);
        }
        assert_int_equal(floats(NAN, 2), k == 1);
        assert_int_equal(floats(NAN, NAN), k == 1);
    }
    assert_int_equal(((Int2)binary("ult", "i32", "bool"))(-1, 1), 0);
    assert_int_equal(((Int2)binary("eq", "bool", "bool"))(1, 1), 1);
}

static void test_control(void **state) {
    (void)state;
    compile(w, tier,
            "func pick(a: i32) -> i32 {\n@0:\n    switch(a, 1, 5, -3, 7, 8, 9, 10, 11, 12) -> @1, @2, @3, @1, @2, @3, @1, @2, @3, @4\n"
            "@1:\n    return(100)\n@2:\n    return(200)\n@3:\n    return(300)\n@4:\n    return(0)\n}\n"
            "func few(a: i32) -> i32 {\n@0:\n    switch(a, 1, 5) -> @1, @2, @3\n"
            "@1:\n    return(100)\n@2:\n    return(200)\n@3:\n    return(300)\n}\n"
            "func sum(n: i32) -> i32 {\n    var i: i32\n    var s: i32\n    loop 0 (n, i, s)\n"
            "@0:\n    i = move(0)\n    s = move(0)\n    jump -> @1\n@1:\n    %0 = lt(i, n)\n    branch(%0) -> @2, @3\n"
            "@2:\n    s = add(s, i)\n    i = add(i, 1)\n    poll #0\n    jump -> @1\n@3:\n    return(s)\n}\n");
    static const i32 inputs[] = {1, 5, -3, 7, 8, 9, 10, 11, 12, 13}, outputs[] = {100, 200, 300, 100, 200, 300, 100, 200, 300, 0};
    for (u32 k = 0; k < LEN(inputs); k++) assert_int_equal(CALL(w, "pick", i32, (i32), inputs[k]), outputs[k]);
    assert_int_equal(CALL(w, "few", i32, (i32), 5), 200);
    assert_int_equal(CALL(w, "few", i32, (i32), 6), 300);
    assert_int_equal(CALL(w, "sum", i32, (i32), 1000), 499500);
    slow_polls = 0;
    molt_thread.poll = 1;
    assert_int_equal(CALL(w, "sum", i32, (i32), 5000), 12497500);
    molt_thread.poll = 0;
    assert_int_equal(slow_polls, tier == CODEGEN_FAST ? 5000 : 4); /* short rounds: one poll in 1024 of them */
}

/* Arguments and results of every kind, more of them than registers, to runtime functions too. */
static void test_arguments(void **state) {
    (void)state;
    compile(w, tier,
            "func many(a: bool, b: i32, c: f64, d: i64, e: word, f: bool, g: i32, h: i32, i: i32, j: f64, k: bool) -> i32 {\n@0:\n"
            "    %0 = call_rt:i32 test_mixed(a, b, c, e, f)\n    %1 = l2i(d)\n    %2 = add(%0, %1)\n    %3 = add(%2, g)\n    %4 = add(%3, h)\n"
            "    %5 = add(%4, i)\n    %6 = f2i(j)\n    %7 = add(%5, %6)\n    branch(k) -> @1, @2\n@1:\n    return(%7)\n@2:\n    return(-1)\n}\n"
            "func pass(k: bool) -> i32 {\n@0:\n    %1 = box_i(7)\n    %0 = call:i32 many(true, 1, 2.0, 3l, %1, true, 4, 5, 6, 8.0, k)\n    return(%0)\n}\n"
            "func odd(a: i32) -> bool {\n@0:\n    %0 = call_rt:bool test_is_odd(a)\n    return(%0)\n}\n"
            "func even(a: i32) -> bool {\n@0:\n    %0 = call:bool odd(a)\n    %1 = not(%0)\n    return(%1)\n}\n"
            "func words(a: i32) -> i32 {\n@0:\n    %0 = box_i(a)\n    %1 = box_i(20)\n    %2 = call_rt:i32 test_sum(%0, %1, %0)\n    return(%2)\n}\n");
    assert_int_equal(CALL(w, "pass", i32, (bool), true), 6000 + 1 + 2 + 7 + 3 + 4 + 5 + 6 + 8);
    assert_int_equal(CALL(w, "pass", i32, (bool), false), -1);
    assert_int_equal(CALL(w, "even", bool, (i32), 4), true);
    assert_int_equal(CALL(w, "even", bool, (i32), 5), false);
    assert_int_equal(CALL(w, "words", i32, (i32), 11), 42);
}

static void test_words(void **state) {
    (void)state;
    compile(w, tier,
            "func of_i(a: i32) -> word {\n@0:\n    %0 = box_i(a)\n    return(%0)\n}\n"
            "func of_f(a: f64) -> word {\n@0:\n    %0 = box_f(a)\n    return(%0)\n}\n"
            "func of_b(a: bool) -> word {\n@0:\n    %0 = box_b(a)\n    return(%0)\n}\n"
            "func to_i(a: word) -> i32 {\n@0:\n    %0 = unbox_i(a)\n    return(%0)\n}\n"
            "func to_f(a: word) -> f64 {\n@0:\n    %0 = unbox_f(a)\n    return(%0)\n}\n"
            "func to_b(a: word) -> bool {\n@0:\n    %0 = unbox_b(a)\n    return(%0)\n}\n"
            "func is_i(a: word) -> bool {\n@0:\n    %0 = is(a) is Int\n    return(%0)\n}\n");
    assert_true(CALL(w, "of_i", Word, (i32), -1) == word_of_int(-1));
    assert_true(CALL(w, "of_f", Word, (double), 1.5) == word_of_double(1.5));
    assert_true(CALL(w, "of_f", Word, (double), -NAN) == word_of_double(NAN));
    assert_true(CALL(w, "of_f", Word, (double), -(double)INFINITY) == word_of_double(-(double)INFINITY));
    assert_true(CALL(w, "of_b", Word, (bool), true) == WORD_TRUE);
    assert_true(CALL(w, "of_b", Word, (bool), false) == WORD_FALSE);
    assert_int_equal(CALL(w, "to_i", i32, (Word), word_of_int(-5)), -5);
    assert_int_equal(CALL(w, "to_i", i32, (Word), word_of_double(8)), 8);
    assert_int_equal(CALL(w, "to_i", i32, (Word), WORD_NULL), 0);
    assert_true(CALL(w, "to_f", double, (Word), word_of_double(-0.5)) == -0.5);
    assert_true(CALL(w, "to_f", double, (Word), word_of_int(3)) == 3);
    assert_true(CALL(w, "to_f", double, (Word), WORD_NULL) == 0);
    assert_true(isnan(CALL(w, "to_f", double, (Word), word_of_double(NAN))));
    assert_int_equal(CALL(w, "to_b", bool, (Word), WORD_TRUE), true);
    assert_int_equal(CALL(w, "to_b", bool, (Word), WORD_NULL), false);
    assert_int_equal(CALL(w, "is_i", bool, (Word), word_of_int(1)), true);
    assert_int_equal(CALL(w, "is_i", bool, (Word), word_of_double(1)), false);
}

static int start_fast(void **state) {
    (void)state;
    tier = CODEGEN_FAST;
    w = world_new();
    return 0;
}
static int start_optimised(void **state) {
    start_fast(state);
    tier = CODEGEN_OPTIMISED;
    return 0;
}
static int end(void **state) {
    (void)state;
    world_free(w);
    return 0;
}

#define BOTH(test) {#test " fast", test, start_fast, end, NULL}, {#test " optimised", test, start_optimised, end, NULL}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(test_fib), BOTH(test_int), BOTH(test_long), BOTH(test_float), BOTH(test_compare), BOTH(test_control), BOTH(test_arguments),
        BOTH(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
