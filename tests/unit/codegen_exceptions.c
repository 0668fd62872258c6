/* Exceptions: which handler takes what, depth, positions of throws and calls, the entry check. */
#include "unit.h"

#include "../codegen/harness.h"

static World *w;
static CodegenTier tier;

static void define_classes(void) {
    define_class(w, "Animal", NULL, 16, 0);
    define_class(w, "Dog", "Animal", 16, 0);
    define_class(w, "Stone", NULL, 16, 0);
}

/* thrower(w) throws its argument; down(n, w) calls itself n deep in front of it. */
static const char throwers[] =
    "func thrower(a: word) -> i32 {\n@0:\n    throw(a)\n}\n"
    "func down(n: i32, a: word) -> i32 {\n@0:\n    %0 = le(n, 0)\n    branch(%0) -> @1, @2\n@1:\n    %1 = call:i32 thrower(a)\n    return(%1)\n"
    "@2:\n    %2 = sub(n, 1)\n    %3 = call:i32 down(%2, a)\n    %4 = add(%3, 1)\n    return(%4)\n}\n";

/* Inner handler: Int, Animal; outer: String-less Bool, then everything. The result names the clause. */
static const char handlers[] =
    "func nested(n: i32, a: word) -> i32 {\n    var x: word\n    var k: i32\n"
    "    handler 0 { Bool x -> @4, any x -> @5 }\n    handler 1 in 0 { Int x -> @2, Animal x -> @3 }\n"
    "@0: on 0\n    k = move(0)\n    jump -> @1\n"
    "@1: on 1\n    k = move(10)\n    %0 = call:i32 down(n, a)\n    k = move(20)\n    return(%0)\n"
    "@2: on 0\n    %1 = unbox_i(x)\n    %2 = add(%1, k)\n    return(%2)\n@3: on 0\n    %3 = add(k, 1000)\n    return(%3)\n"
    "@4:\n    return(2000)\n@5:\n    return(3000)\n}\n"
    "func onlyInts(n: i32, a: word) -> i32 {\n    var x: word\n    handler 0 { Int x -> @1 }\n@0: on 0\n    %0 = call:i32 down(n, a)\n    return(%0)\n"
    "@1:\n    %1 = unbox_i(x)\n    return(%1)\n}\n"
    "func outer(n: i32, a: word) -> i32 {\n    var x: word\n    handler 0 { any x -> @1 }\n@0: on 0\n    %0 = call:i32 onlyInts(n, a)\n    return(%0)\n"
    "@1:\n    return(-1)\n}\n"
    /* throws again out of a clause, into the handler around it */
    "func again(a: word) -> i32 {\n    var x: word\n    var y: word\n    handler 0 { any y -> @2 }\n    handler 1 in 0 { Int x -> @1 }\n@0: on 1\n    %0 = call:i32 thrower(a)\n    return(%0)\n"
    "@1: on 0\n    %1 = box_b(true)\n    throw(%1)\n@2:\n    %2 = unbox_b(y)\n    branch(%2) -> @3, @4\n@3:\n    return(1)\n@4:\n    return(0)\n}\n"
    /* a throw in the same function */
    "func local(a: i32) -> i32 {\n    var x: word\n    handler 0 { Int x -> @3 }\n@0: on 0\n    %0 = lt(a, 0)\n    branch(%0) -> @1, @2\n"
    "@1: on 0\n    %1 = box_i(a)\n    throw(%1)\n@2:\n    return(a)\n@3:\n    %2 = unbox_i(x)\n    %3 = neg(%2)\n    return(%3)\n}\n"
    "func divide(a: i32, b: i32) -> i32 {\n    var x: word\n    handler 0 { any x -> @1 }\n@0: on 0\n    %0 = idiv(a, b)\n    return(%0)\n"
    "@1:\n    %1 = unbox_i(x)\n    return(%1)\n}\n";

static void test_handlers(void **state) {
    (void)state;
    define_classes();
    compile(w, tier, throwers);
    compile(w, tier, handlers);
    AbiObject dog = {env_cls(w, name_in(w, "Dog"))}, stone = {env_cls(w, name_in(w, "Stone"))};
    for (i32 depth = 0; depth <= 20; depth += 5) {
        assert_int_equal(CALL(w, "nested", i32, (i32, Word), depth, word_of_int(7)), 17);
        assert_int_equal(CALL(w, "nested", i32, (i32, Word), depth, word_of_ref(&dog)), 1010);
        assert_int_equal(CALL(w, "nested", i32, (i32, Word), depth, WORD_TRUE), 2000);
        assert_int_equal(CALL(w, "nested", i32, (i32, Word), depth, word_of_ref(&stone)), 3000);
        assert_int_equal(CALL(w, "nested", i32, (i32, Word), depth, WORD_NULL), 3000);
        assert_int_equal(CALL(w, "outer", i32, (i32, Word), depth, word_of_int(5)), 5);
        assert_int_equal(CALL(w, "outer", i32, (i32, Word), depth, word_of_ref(&stone)), -1);
    }
    assert_int_equal(CALL(w, "again", i32, (Word), word_of_int(3)), 1);
    assert_int_equal(CALL(w, "again", i32, (Word), WORD_FALSE), 0);
    assert_int_equal(CALL(w, "local", i32, (i32), 5), 5);
    assert_int_equal(CALL(w, "local", i32, (i32), -5), 5);
    assert_int_equal(CALL(w, "divide", i32, (i32, i32), 7, 2), 3);
    assert_int_equal(CALL(w, "divide", i32, (i32, i32), 7, 0), ERROR_ZERO);
}

/* Twenty handlers inside one another: an exception passes by all that do not take it. */
static void test_many_handlers(void **state) {
    (void)state;
    define_classes();
    compile(w, tier, throwers);
    Text text = {0};
    text_str(&text, "func levels(a: word) -> i32 {\n    var x: word\n");
    for (u32 k = 0; k < 20; k++) {
        if (k) text_printf(&text, "    handler %u in %u { %s x -> @%u }\n", k, k - 1, k == 7 ? "Animal" : k % 2 ? "Bool" : "Stone", k + 1);
        else text_printf(&text, "    handler 0 { any x -> @1 }\n");
    }
    text_str(&text, "@0: on 19\n    %0 = call:i32 thrower(a)\n    return(%0)\n");
    for (u32 k = 0; k < 20; k++) text_printf(&text, "@%u:\n    return(%u)\n", k + 1, k);
    text_str(&text, "}\n");
    compile(w, tier, text.at);
    text_free(&text);
    AbiObject dog = {env_cls(w, name_in(w, "Dog"))}, stone = {env_cls(w, name_in(w, "Stone"))};
    assert_int_equal(CALL(w, "levels", i32, (Word), WORD_TRUE), 19);
    assert_int_equal(CALL(w, "levels", i32, (Word), word_of_ref(&stone)), 18);
    assert_int_equal(CALL(w, "levels", i32, (Word), word_of_ref(&dog)), 7);
    assert_int_equal(CALL(w, "levels", i32, (Word), word_of_int(1)), 0);
}

static u32 place_in_text(const MirFunc *func, u32 pos) { return func->positions.at[pos].span.start; }

/* The trace of a throw names each call by its place in the text; equal throws in one function keep their own. */
static void test_positions(void **state) {
    (void)state;
    static const char text[] =
        "func check(a: ref, b: ref, c: ref) -> i32 {\n@0:\n    check_null(a)\n    check_null(b)\n    check_null(c)\n    return(0)\n}\n"
        "func caller(a: ref, b: ref, c: ref) -> i32 {\n    var x: word\n    handler 0 { any x -> @1 }\n@0: on 0\n"
        "    %0 = call:i32 check(a, b, c)\n    %1 = call:i32 check(b, c, a)\n    return(%1)\n@1:\n    return(-1)\n}\n";
    compile(w, tier, text);
    void *some = w, *none = NULL;
    const char *first = strstr(text, "check_null(a)"), *second = strstr(text, "check_null(b)"), *third = strstr(text, "check_null(c)");
    const char *call_1 = strstr(text, "call:i32 check(a"), *call_2 = strstr(text, "call:i32 check(b");
    struct {
        void *args[3];
        const char *thrown, *called;
    } cases[] = {{{none, some, some}, first, call_1}, {{some, none, some}, second, call_1}, {{some, some, none}, third, call_1}};
    for (u32 k = 0; k < LEN(cases); k++) {
        assert_int_equal(CALL(w, "caller", i32, (void *, void *, void *), cases[k].args[0], cases[k].args[1], cases[k].args[2]), -1);
        assert_true(trace_count >= 2);
        CodePlace place;
        assert_true(codegen_lookup_pc(trace[0] - 1, &place));
        assert_true(name_is(place.entry->func->name, "check"));
        u32 at = place_in_text(place.entry->func, place.pos);
        assert_true(at <= cases[k].thrown - text && cases[k].thrown - text < at + 30);
        assert_true(codegen_lookup_pc(trace[1] - 1, &place));
        assert_true(name_is(place.entry->func->name, "caller"));
        at = place_in_text(place.entry->func, place.pos);
        assert_true(at <= cases[k].called - text && cases[k].called - text < at + 30);
    }
    (void)call_2;
}

/* The second of two calls is told from the first. */
static void test_second_call(void **state) {
    (void)state;
    static const char text[] =
        "func check(a: ref) -> i32 {\n@0:\n    check_null(a)\n    return(0)\n}\n"
        "func caller(a: ref, b: ref) -> i32 {\n    var x: word\n    handler 0 { any x -> @1 }\n@0: on 0\n"
        "    %0 = call:i32 check(a)\n    %1 = call:i32 check(b)\n    return(%1)\n@1:\n    return(-1)\n}\n";
    compile(w, tier, text);
    CodePlace place;
    i32 places[2];
    for (u32 k = 0; k < 2; k++) {
        void *args[2] = {k == 0 ? NULL : &place, NULL};
        assert_int_equal(CALL(w, "caller", i32, (void *, void *), args[0], args[1]), -1);
        assert_true(codegen_lookup_pc(trace[1] - 1, &place));
        places[k] = (i32)place_in_text(place.entry->func, place.pos);
    }
    i32 apart = (i32)(strstr(text, "check(b)") - strstr(text, "check(a)"));
    assert_true(places[1] - places[0] >= apart - 8 && places[1] - places[0] <= apart + 8);
}

static void test_stack_overflow(void **state) {
    (void)state;
    compile(w, tier,
            "func forever(n: i32, d: f64) -> i32 {\n@0:\n    %0 = add(n, 1)\n    %1 = call:i32 forever(%0, d)\n    %2 = add(%1, 1)\n    return(%2)\n}\n"
            "func catching(n: i32) -> i32 {\n    var x: word\n    handler 0 { Int x -> @1 }\n@0: on 0\n    %0 = call:i32 forever(n, 1.0)\n    return(%0)\n"
            "@1:\n    %1 = unbox_i(x)\n    return(%1)\n}\n");
    assert_int_equal(CALL(w, "catching", i32, (i32), 0), ERROR_STACK);
    assert_int_equal(CALL(w, "catching", i32, (i32), 0), ERROR_STACK);
}

/* A raised limit (a stop) keeps all arguments. */
static void test_entry_check(void **state) {
    (void)state;
    compile(w, tier,
            "func callee(a: i32) -> i32 {\n@0:\n    return(a)\n}\n"
            "func many(a: i32, b: i32, c: i32, d: i32, e: i32, f: i32, p: f64, q: f64, r: f64, s: f64, t: f64, u: f64, v: f64, x: f64, g: i32) -> f64 {\n@0:\n"
            "    %0 = call:i32 callee(a)\n    %1 = add(%0, b)\n    %2 = add(%1, c)\n    %3 = add(%2, d)\n    %4 = add(%3, e)\n    %5 = add(%4, f)\n    %6 = add(%5, g)\n"
            "    %7 = i2f(%6)\n    %8 = fadd(%7, p)\n    %9 = fadd(%8, q)\n    %10 = fadd(%9, r)\n    %11 = fadd(%10, s)\n    %12 = fadd(%11, t)\n"
            "    %13 = fadd(%12, u)\n    %14 = fadd(%13, v)\n    %15 = fadd(%14, x)\n    return(%15)\n}\n");
    uintptr_t limit = molt_thread.limit;
    slow_entries = 0;
    molt_thread.limit = UINTPTR_MAX;
    double sum = CALL(w, "many", double, (i32, i32, i32, i32, i32, i32, double, double, double, double, double, double, double, double, i32), 1, 2, 4, 8, 16, 32,
                      100, 200, 400, 800, 1600, 3200, 6400, 12800, 64);
    molt_thread.limit = limit;
    assert_true(sum == 127 + 25500);
    assert_int_equal(slow_entries, 1); /* the leaf has no check */
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
        BOTH(test_handlers), BOTH(test_many_handlers), BOTH(test_positions), BOTH(test_second_call), BOTH(test_stack_overflow), BOTH(test_entry_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
