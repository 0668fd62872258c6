/* Printing and reading MIR: the hand-written functions of tests/stage/mir read, pass the verifier, and print as a text that reads back
 * to the same text and the same hash; the layout of blocks, positions, errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>

#include "../../src/mir/mir.h"

static MirUnit *read_text(Names *names, const char *text, size_t length) {
    Diags diags;
    diags_init(&diags);
    MirUnit *unit = mir_read(names, &diags, 1, text, length);
    for (u32 i = 0; i < diags.list.count; i++) print_message("%u: %s\n", diags.list.at[i].span.start, diags.list.at[i].message);
    assert_true((unit == NULL) == (diags.errors > 0));
    diags_free(&diags);
    return unit;
}

static void print_unit(Text *out, const MirUnit *unit) {
    for (u32 i = 0; i < unit->funcs.count; i++) mir_print(out, unit->funcs.at[i]);
}

static void check_round_trip(const char *text, size_t length) {
    Names *names = names_new(), *others = names_new();
    MirUnit *first = read_text(names, text, length);
    assert_non_null(first);
    Text why = {0}, once = {0}, twice = {0};
    for (u32 i = 0; i < first->funcs.count; i++) {
        if (!mir_verify(first->funcs.at[i], &why)) fail_msg("%s", why.at);
        mir_finish(first->funcs.at[i]);
    }
    print_unit(&once, first);
    MirUnit *second = read_text(others, once.at, once.count);
    assert_non_null(second);
    print_unit(&twice, second);
    assert_string_equal(once.at, twice.at);
    for (u32 i = 0; i < second->funcs.count; i++) {
        MirFunc *func = second->funcs.at[i];
        mir_finish(func);
        assert_true(mir_verify(func, &why));
    }
    /* Hashes are those of equal functions: reading the same text twice, with other names tables. */
    MirUnit *third = read_text(names, once.at, once.count);
    for (u32 i = 0; i < third->funcs.count; i++) {
        mir_finish(third->funcs.at[i]);
        assert_true(third->funcs.at[i]->hash == second->funcs.at[i]->hash);
    }
    text_free(&why);
    text_free(&once);
    text_free(&twice);
    mir_unit_free(first);
    mir_unit_free(second);
    mir_unit_free(third);
    names_free(names);
    names_free(others);
}

static void samples_round_trip(void **state) {
    (void)state;
    const char *root = getenv("MOLT_ROOT") ? getenv("MOLT_ROOT") : ".";
    char path[600];
    snprintf(path, sizeof path, "%s/tests/stage/mir", root);
    DIR *folder = opendir(path);
    assert_non_null(folder);
    u32 count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        size_t length = strlen(entry->d_name);
        if (length < 4 || strcmp(entry->d_name + length - 4, ".mir") != 0) continue;
        snprintf(path, sizeof path, "%s/tests/stage/mir/%s", root, entry->d_name);
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        Text text = {0};
        char buffer[4096];
        for (size_t n; (n = fread(buffer, 1, sizeof buffer, file)) > 0;) text_add(&text, buffer, n);
        fclose(file);
        check_round_trip(text.at, text.count);
        text_free(&text);
        count++;
    }
    closedir(folder);
    assert_true(count >= 8);
}

static void blocks_are_arranged(void **state) {
    (void)state;
    Names *names = names_new();
    MirUnit *unit = mir_unit_new(NULL);
    MirFunc *func = mir_func_new(unit, name_lit(names, "f"), REP_I32);
    MirBuilder b = {.func = func, .handler = MIR_NO_HANDLER};
    u32 entry = mir_begin_block(&b), end = mir_begin_block(&b), then = mir_begin_block(&b);
    mir_start(&b, entry);
    u32 result = mir_add_local(func, NULL, REP_I32, LOCAL_TEMP, NULL);
    mir_branch(&b, mir_constant(hir_const_bool(true)), then, end);
    mir_start(&b, then);
    mir_move(&b, result, mir_int(7));
    mir_emit(&b, MIR_RETURN, REP_VOID, MIR_NO_LOCAL, 1, (MirOperand[]){mir_local(func, result)});
    mir_move(&b, result, mir_int(8)); /* behind a return: in a block that nothing reaches */
    mir_emit(&b, MIR_UNREACHABLE, REP_VOID, MIR_NO_LOCAL, 0, NULL);
    mir_start(&b, end);
    mir_emit(&b, MIR_RETURN, REP_VOID, MIR_NO_LOCAL, 1, (MirOperand[]){mir_int(0)});
    mir_finish(func);
    Text out = {0};
    mir_print(&out, func);
    assert_string_equal(out.at, "func f() -> i32 {\n"
                                "@0:\n    branch(true) -> @1, @2\n"
                                "@1:\n    %0 = move(7)\n    return(%0)\n"
                                "@2:\n    return(0)\n}\n");
    assert_true(func->is_leaf);
    Text why = {0};
    assert_true(mir_verify(func, &why));
    text_free(&why);
    text_free(&out);
    mir_unit_free(unit);
    names_free(names);
}

static void hash_tells_functions_apart(void **state) {
    (void)state;
    Names *names = names_new();
    static const char *const texts[] = {
        "func f(a: i32) -> i32 {\n@0:\n return(a)\n}",
        "func f(b: i32) -> i32 {\n@0:\n return(b)\n}",
        "func f(a: i32) -> i32 {\n@0:\n return(1)\n}",
        "func f(a: i32) -> i32 {\n@0:\n %0 = call:i32 g(a)\n return(%0)\n}",
        "func f(a: i32) -> i32 {\n@0:\n %0 = call:i32 h(a)\n return(%0)\n}",
        "func f(a: i32) -> i32 {\n@0:\n %0 = load_static:i32 C::x()\n return(%0)\n}",
        "func f(a: i32) -> i32 {\n@0:\n %0 = load_static:i32 C::y()\n return(%0)\n}",
    };
    u64 hashes[LEN(texts)];
    for (u32 i = 0; i < LEN(texts); i++) {
        MirUnit *unit = read_text(names, texts[i], strlen(texts[i]));
        assert_non_null(unit);
        mir_finish(unit->funcs.at[0]);
        hashes[i] = unit->funcs.at[0]->hash;
        for (u32 k = 0; k < i; k++) assert_true(hashes[k] != hashes[i]);
        mir_unit_free(unit);
    }
    names_free(names);
}

static void syntax_errors(void **state) {
    (void)state;
    Names *names = names_new();
    static const char *const texts[] = {
        "fun f() -> void {\n@0:\n return\n}", "func f() -> never {\n@0:\n return\n}", "func f() -> void {\n@1:\n return\n}",
        "func f() -> void {\n@0:\n leap\n}", "func f() -> void {\n@0:\n return(x)\n}", "func f() -> void {\n@0:\n return(%0)\n}",
        "func f(a: i32, a: i32) -> void {\n@0:\n return\n}", "func f() -> void {\n@0:\n return(", "func f() -> void {\n sig \"(q)v\"\n@0:\n return\n}",
    };
    for (u32 i = 0; i < LEN(texts); i++) {
        Diags diags;
        diags_init(&diags);
        assert_null(mir_read(names, &diags, 1, texts[i], strlen(texts[i])));
        assert_int_equal(diags.errors, 1);
        diags_free(&diags);
    }
    names_free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_round_trip),
        cmocka_unit_test(blocks_are_arranged),
        cmocka_unit_test(hash_tells_functions_apart),
        cmocka_unit_test(syntax_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
