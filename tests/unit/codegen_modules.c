/* Modules: freeing and reuse, stubs, transfers of running loops, look-up, dumps, errors, the debugger's list. */
#include "unit.h"

#include "../codegen/harness.h"

static World *w;
static CodegenTier tier;

static const char adder[] = "func add%u(a: i32) -> i32 {\n@0:\n    %%0 = call:i32 leaf(a)\n    %%1 = add(%%0, %u)\n    return(%%1)\n}\n";
static const char leaf[] = "func leaf(a: i32) -> i32 {\n@0:\n    return(a)\n}\n";

static MirUnit *adder_unit(u32 number) {
    char text[300];
    snprintf(text, sizeof text, adder, number, number);
    return read_mir(w, text);
}

static CodeModule *compile_unit(MirUnit *unit) {
    Text error = {0};
    CodeModule *module = codegen_compile(w->codegen, unit->funcs.at, unit->funcs.count, tier, &error);
    if (!module) FATAL("%s", error.at);
    return module;
}

static void test_reuse(void **state) {
    (void)state;
    compile(w, tier, leaf);
    CodeMemoryStats before = code_memory_stats();
    u64 most = 0;
    for (u32 k = 0; k < 150; k++) {
        CodeModule *module = compile_unit(adder_unit(k));
        assert_int_equal(((i32(*)(i32))module->entries[0].address)(1000), 1000 + k);
        most = MAX(most, code_memory_stats().used_bytes);
        code_module_free(module);
    }
    CodeMemoryStats after = code_memory_stats();
    assert_int_equal(after.used_bytes, before.used_bytes);
    assert_int_equal(after.modules, before.modules);
    assert_int_equal(after.reserved_bytes, before.reserved_bytes);
    assert_true(most - before.used_bytes <= 4096);
}

/* Many modules at once, freed in another order; look-up finds each and none of the freed. */
static void test_many(void **state) {
    (void)state;
    enum { COUNT = 2000 };
    compile(w, tier, leaf);
    CodeMemoryStats before = code_memory_stats();
    MirUnit *unit = adder_unit(1);
    static CodeModule *modules[COUNT];
    for (u32 k = 0; k < COUNT; k++) modules[k] = compile_unit(unit);
    CodePlace place;
    for (u32 k = 0; k < COUNT; k++) {
        assert_true(codegen_lookup_pc((uintptr_t)modules[k]->entries[0].address + 3, &place));
        assert_ptr_equal(place.module, modules[k]);
    }
    for (u32 k = 0; k < COUNT; k += 2) code_module_free(modules[k]);
    for (u32 k = 1; k < COUNT; k += 2) assert_int_equal(((i32(*)(i32))modules[k]->entries[0].address)(41), 42);
    for (u32 k = 1; k < COUNT; k += 2) {
        uintptr_t address = (uintptr_t)modules[k]->entries[0].address;
        code_module_free(modules[k]);
        assert_false(codegen_lookup_pc(address, &place));
    }
    assert_int_equal(code_memory_stats().used_bytes, before.used_bytes);
}

/* A thread runs and throws while modules come and go. */
static _Atomic bool stop;
static void *run_thread(void *result) {
    set_stack_limit();
    u64 rounds = 0;
    while (!stop) {
        if (CALL(w, "catching", i32, (i32), 5) != 5) FATAL("wrong result");
        rounds++;
    }
    *(u64 *)result = rounds;
    return NULL;
}

static void test_concurrent(void **state) {
    (void)state;
    compile(w, tier, leaf);
    compile(w, tier,
            "func throws(n: i32) -> i32 {\n@0:\n    %0 = call:i32 leaf(n)\n    %1 = box_i(%0)\n    throw(%1)\n}\n"
            "func catching(n: i32) -> i32 {\n    var x: word\n    handler 0 { Int x -> @1 }\n@0: on 0\n    %0 = call:i32 throws(n)\n    return(%0)\n"
            "@1:\n    %1 = unbox_i(x)\n    return(%1)\n}\n");
    pthread_t thread;
    u64 rounds = 0;
    stop = false;
    assert_int_equal(pthread_create(&thread, NULL, run_thread, &rounds), 0);
    MirUnit *unit = adder_unit(7);
    for (u32 k = 0; k < 60; k++) code_module_free(compile_unit(unit));
    stop = true;
    pthread_join(thread, NULL);
    assert_true(rounds > 0);
}

/* ---- Stubs ------------------------------------------------------------------------------------------------------------------------------------- */

static MirUnit *lazy_unit;
static u32 lazy_calls;
static void *compile_lazily(AbiSlot *slot) {
    lazy_calls++;
    CodeModule *module = compile_unit(lazy_unit);
    vec_push(NULL, &w->modules, module);
    return slot->code = module->entries[0].address;
}

static void test_stubs(void **state) {
    (void)state;
    compile(w, tier, "func use(a: i32, b: f64, c: i32, d: f64) -> f64 {\n@0:\n    %0 = call:f64 late(a, b, c, d)\n    return(%0)\n}\n");
    lazy_unit = read_mir(w, "func late(a: i32, b: f64, c: i32, d: f64) -> f64 {\n@0:\n    %0 = add(a, c)\n    %1 = i2f(%0)\n    %2 = fadd(%1, b)\n    %3 = fmul(%2, d)\n"
                            "    return(%3)\n}\n");
    on_lazy = compile_lazily;
    lazy_calls = 0;
    assert_true(code_stub_is(code_of(w, "late")));
    assert_true(CALL(w, "use", double, (i32, double, i32, double), 1, 0.5, 2, 4.0) == 14);
    assert_true(CALL(w, "use", double, (i32, double, i32, double), 1, 0.5, 2, 2.0) == 7);
    assert_int_equal(lazy_calls, 1);
    assert_false(code_stub_is(code_of(w, "late")));
    assert_false(code_stub_is(&lazy_calls));
    /* more than one block of stubs */
    void *last = NULL;
    for (u32 k = 0; k < 600; k++) {
        void *stub = code_stub_lazy(w->stubs, env_slot(w, name_in(w, "late")));
        assert_ptr_not_equal(stub, last);
        last = stub;
    }
    env_slot(w, name_in(w, "gone"))->code = code_stub_missing(w->stubs, "gone");
    compile(w, tier,
            "func useGone() -> i32 {\n    var x: word\n    handler 0 { Int x -> @1 }\n@0: on 0\n    call gone()\n    return(0)\n@1:\n    %0 = unbox_i(x)\n    return(%0)\n}\n");
    assert_int_equal(CALL(w, "useGone", i32, (void)), ERROR_MISSING);
}

/* ---- Transfers --------------------------------------------------------------------------------------------------------------------------------- */

static const char old_loop[] =
    "func loop(n: i32, unused: f64, flag: bool) -> f64 {\n    var i: i32\n    var s: f64\n    var o: ref\n    loop 0 (n, i, s, o, flag)\n@0:\n    i = move(0)\n    s = move(0.0)\n"
    "    o = move(null)\n    jump -> @1\n@1:\n    %0 = lt(i, n)\n    branch(%0) -> @2, @3\n@2:\n    s = fadd(s, 1.0)\n    i = add(i, 1)\n    poll #0\n    jump -> @1\n"
    "@3:\n    return(s)\n}\n";
/* s grows by 100 now, the result takes a new variable and the flag into account; another prototype would do as well. */
static const char new_loop[] =
    "func loop(n: i32, unused: f64, flag: bool) -> f64 {\n    var i: i32\n    var s: f64\n    var extra: i32\n    loop 0 (flag, s, extra, i, n)\n@0:\n    i = move(0)\n    s = move(0.0)\n"
    "    extra = move(50)\n    jump -> @1\n@1:\n    %0 = lt(i, n)\n    branch(%0) -> @2, @3\n@2:\n    s = fadd(s, 100.0)\n    i = add(i, 1)\n    poll #0\n    jump -> @1\n"
    "@3:\n    %1 = i2f(extra)\n    %2 = fadd(s, %1)\n    branch(flag) -> @4, @5\n@4:\n    %3 = fneg(%2)\n    return(%3)\n@5:\n    return(%2)\n}\n";

static u32 polls_until_transfer;
static void *transfer_entry;
static AbiTransfer *give_transfer(void *site) {
    (void)site;
    if (--polls_until_transfer) return NULL;
    molt_thread.poll = 0;
    transfer_buffer->entry = transfer_entry;
    return transfer_buffer;
}

static void test_transfer(void **state) {
    (void)state;
    w->use_sites = true;
    w->use_stale = true;
    compile(w, tier, old_loop);
    MirUnit *old_unit = vec_last(&w->units), *new_unit = read_mir(w, new_loop);
    static const u32 map[5] = {4, 2, UINT32_MAX, 1, 0};
    CodegenTransfer transfer = {new_unit->funcs.at[0], 0, old_unit->funcs.at[0], map};
    Text error = {0};
    CodeModule *module = codegen_compile_transfers(w->codegen, &transfer, 1, tier, &error);
    assert_non_null(module);
    vec_push(NULL, &w->modules, module);
    transfer_buffer = base_alloc(sizeof *transfer_buffer + 8 * 16);
    transfer_buffer->count = 16;
    transfer_entry = module->entries[0].address;
    on_poll_loop = give_transfer;
    polls_until_transfer = 4;
    molt_thread.poll = 1;
    /* so many rounds in the old version, the others in the new one; the new variable has its type's default */
    const i32 rounds = 5000, in_old = tier == CODEGEN_FAST ? 4 : 4 * 1024;
    double result = CALL(w, "loop", double, (i32, double, bool), rounds, 1.5, true);
    assert_true(result == -(in_old + 100.0 * (rounds - in_old)));
    free(transfer_buffer);
    on_poll_loop = NULL;
    w->use_sites = w->use_stale = false;
}

static void test_stale_byte(void **state) {
    (void)state;
    w->use_stale = true;
    compile(w, tier, old_loop);
    u8 *stale = map_get_name(&w->stale, name_in(w, "loop"));
    slow_polls = 0;
    CALL(w, "loop", double, (i32, double, bool), 10, 1.5, true);
    assert_int_equal(slow_polls, 0);
    *stale = 1;
    CALL(w, "loop", double, (i32, double, bool), 5000, 1.5, true);
    assert_int_equal(slow_polls, tier == CODEGEN_FAST ? 5000 : 4);
    *stale = 0;
    w->use_stale = false;
}

/* ---- The rest ------------------------------------------------------------------------------------------------------------------------------------ */

static void test_errors(void **state) {
    (void)state;
    static const char *const texts[][2] = {
        {"func f(o: ref) -> i32 {\n@0:\n    %0 = load_field:i32 No::such(o)\n    return(%0)\n}\n", "f: unknown field No.such"},
        {"func f() -> ref {\n@0:\n    %0 = new_object No()\n    return(%0)\n}\n", "f: unknown class No"},
        {"func f() -> void {\n@0:\n    call_rt no_such()\n    return\n}\n", "f: unknown runtime function no_such"},
        {"func f(a: word) -> bool {\n@0:\n    %0 = is(a) is No\n    return(%0)\n}\n", "f: unknown type No"},
    };
    for (u32 k = 0; k < LEN(texts); k++) {
        char fixed[300];
        snprintf(fixed, sizeof fixed, "%s", texts[k][0]);
        Diags diags;
        diags_init(&diags);
        MirUnit *unit = mir_read(w->names, &diags, 1, fixed, strlen(fixed));
        diags_free(&diags);
        assert_non_null(unit);
        Text error = {0};
        assert_null(codegen_compile(w->codegen, unit->funcs.at, 1, tier, &error));
        assert_string_equal(error.at, texts[k][1]);
        text_free(&error);
        mir_unit_free(unit);
    }
    compile(w, tier, leaf); /* and the next compilation is not disturbed */
    assert_int_equal(CALL(w, "leaf", i32, (i32), 3), 3);
}

static void test_dump(void **state) {
    (void)state;
    MirUnit *unit = adder_unit(5);
    Text out = {0}, error = {0};
    assert_true(codegen_dump(w->codegen, unit->funcs.at, 1, tier, CODEGEN_DUMP_LLVM, &out, &error));
    assert_non_null(strstr(out.at, "@add5("));
    assert_non_null(strstr(out.at, "slot:leaf"));
    text_free(&out);
    assert_true(codegen_dump(w->codegen, unit->funcs.at, 1, tier, CODEGEN_DUMP_ASM, &out, &error));
    assert_non_null(strstr(out.at, "add5:"));
    assert_non_null(strstr(out.at, "%rsp"));
    text_free(&out);
}

struct jit_code_entry {
    struct jit_code_entry *next, *previous;
    const char *at;
    u64 bytes;
};
extern struct {
    u32 version, action;
    struct jit_code_entry *relevant, *first;
} __jit_debug_descriptor;

static void test_debugger_list(void **state) {
    (void)state;
    u32 before = 0, during = 0, after = 0;
    for (struct jit_code_entry *e = __jit_debug_descriptor.first; e; e = e->next) before++;
    CodeModule *module = compile_unit(adder_unit(9));
    for (struct jit_code_entry *e = __jit_debug_descriptor.first; e; e = e->next) during++;
    assert_non_null(memmem(__jit_debug_descriptor.first->at, __jit_debug_descriptor.first->bytes, "add9", 5));
    code_module_free(module);
    for (struct jit_code_entry *e = __jit_debug_descriptor.first; e; e = e->next) after++;
    assert_int_equal(during, before + 1);
    assert_int_equal(after, before);
}

/* Code compiled by the child of a fork is the child's alone. */
static void test_fork(void **state) {
    (void)state;
    compile(w, tier, leaf);
    CodeModule *mine = compile_unit(adder_unit(1));
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        code_memory_after_fork();
        CodeModule *module = compile_unit(adder_unit(2));
        bool ok = ((i32(*)(i32))module->entries[0].address)(5) == 7 && ((i32(*)(i32))mine->entries[0].address)(5) == 6;
        _exit(ok ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    CodeModule *module = compile_unit(adder_unit(3));
    assert_int_equal(((i32(*)(i32))module->entries[0].address)(5), 8);
    assert_int_equal(((i32(*)(i32))mine->entries[0].address)(5), 6);
    code_module_free(module);
    code_module_free(mine);
}

static void test_warm_up(void **state) {
    (void)state;
    CodeMemoryStats before = code_memory_stats();
    codegen_warm_up(w->codegen);
    assert_int_equal(code_memory_stats().used_bytes, before.used_bytes);
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

#define FAST(test) {#test " fast", test, start_fast, end, NULL}
#define BOTH(test) FAST(test), {#test " optimised", test, start_optimised, end, NULL}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(test_reuse), FAST(test_many), BOTH(test_concurrent), BOTH(test_stubs), BOTH(test_transfer), BOTH(test_stale_byte),
        BOTH(test_errors), BOTH(test_dump), FAST(test_debugger_list), FAST(test_fork), FAST(test_warm_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
