/* The MIR verifier: each broken function is refused for the reason told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../src/mir/mir.h"

#define F(head, body) "func f" head " {\n" body "}\n"

static const struct {
    const char *text, *why;
} cases[] = {
    {F("() -> void", "@0:\n return(1)\n"), "does not return"},
    {F("() -> i32", "@0:\n return(1.5)\n"), "does not return"},
    {F("() -> i32", "@0:\n %0 = add(1, 2.5)\n return(%0)\n"), "operand 1 is f64"},
    {F("() -> i32", "@0:\n %0 = add(1)\n return(%0)\n"), "1 operands instead of 2"},
    {F("() -> void", "@0:\n %0 = i2f(1)\n"), "the block does not end"},
    {F("() -> void", "@0:\n return\n return\n"), "ends a block in its middle"},
    {F("() -> void", "@0:\n jump -> @4\n"), "no block @4"},
    {F("() -> void", "@0:\n branch(1) -> @0, @0\n"), "operand 0 is i32"},
    {F("() -> void", "@0: on 2\n return\n"), "no handler 2"},
    {F("() -> void", "@0:\n poll #0\n return\n"), "no loop 0"},
    {F("() -> void", "@0:\n call_rt(1)\n return\n"), "no symbol"},
    {F("() -> void", "@0:\n %0 = load_field:i32 C(null)\n return\n"), "no member"},
    {F("() -> void", "@0:\n %0 = unbox_r(null:word)\n return\n"), "no test"},
    {F("() -> void", "@0:\n %0 = call_closure:i32(null, 1) sig \"(f)i\"\n return\n"), "does not fit"},
    {F("() -> void", "@0:\n %0 = call_closure:i32(null, 1) sig \"()i\"\n return\n"), "1 arguments for signature"},
    {F("(x: i32) -> void", "@0:\n switch(x, 1.5) -> @1, @1\n@1:\n return\n"), "is no Int constant"},
    {F("(x: i32) -> void", "@0:\n switch(x, 1) -> @0\n"), "1 targets"},
    {F("(c: i32) -> void", " closure\n@0:\n return\n"), "a closure's first argument"},
    {F("() -> i32", " var x: i32\n@0:\n return(x)\n"), "is used before it is assigned"},
    {F("(b: bool) -> i32", " var x: i32\n@0:\n branch(b) -> @1, @2\n@1:\n x = move(1)\n jump -> @2\n@2:\n return(x)\n"),
     "is used before it is assigned"},
    {F("() -> i32",
       " var x: i32\n handler 0 { any %0 -> @2 }\n@0:\n jump -> @1\n@1: on 0\n call g()\n x = move(1)\n return(x)\n@2:\n return(x)\n"),
     "is used before it is assigned"},
    {F("() -> void", "@0:\n jump -> @1\n@1:\n jump -> @1\n"), "goes back to @1 without a poll"},
    {F("() -> void", " var x: i32\n loop 0 (x)\n@0:\n jump -> @1\n@1:\n poll #0\n jump -> @1\n"), "is not assigned at the poll"},
    {F("() -> void", " handler 0 in 1 { }\n handler 1 { }\n@0:\n return\n"), "parents stand in front"},
    {F("() -> void", " var x: i32\n handler 0 { any x -> @0 }\n@0: on 0\n return\n"), "caught into no word"},
    {F("() -> void", "@0:\n check_null(null:word)\n return\n"), "operand 0 is word"},
    {F("() -> void", "@0:\n array_set:i32(null, 1, 2.5)\n return\n"), "operand 2 is f64"},
    {F("() -> void", "@0:\n %0 = load_capture:i32(null) #3\n return\n"), "no capture 3"},
};

static void broken_functions_are_refused(void **state) {
    (void)state;
    Names *names = names_new();
    for (u32 i = 0; i < LEN(cases); i++) {
        Diags diags;
        diags_init(&diags);
        MirUnit *unit = mir_read(names, &diags, 1, cases[i].text, strlen(cases[i].text));
        if (!unit) fail_msg("case %u does not read: %s", i, diags.list.at[0].message);
        Text why = {0};
        assert_false(mir_verify(unit->funcs.at[0], &why));
        if (!strstr(why.at, cases[i].why)) fail_msg("case %u: %s", i, why.at);
        text_free(&why);
        mir_unit_free(unit);
        diags_free(&diags);
    }
    names_free(names);
}

/* 200,000 blocks one behind the other: nothing may recurse once a block. */
static void long_functions(void **state) {
    (void)state;
    Names *names = names_new();
    MirUnit *unit = mir_unit_new(NULL);
    MirFunc *func = mir_func_new(unit, name_lit(names, "f"), REP_VOID);
    MirBuilder b = {.func = func, .handler = MIR_NO_HANDLER};
    mir_start(&b, mir_begin_block(&b));
    for (u32 i = 0; i < 200000; i++) {
        u32 next = mir_begin_block(&b);
        mir_jump(&b, next);
        mir_start(&b, next);
    }
    mir_emit(&b, MIR_RETURN, REP_VOID, MIR_NO_LOCAL, 0, NULL);
    mir_finish(func);
    Text why = {0};
    assert_true(mir_verify(func, &why));
    text_free(&why);
    mir_unit_free(unit);
    names_free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(broken_functions_are_refused), cmocka_unit_test(long_functions)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
