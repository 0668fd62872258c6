/* codegen: what compiling costs and what a call through a slot costs. Build and run: bench/codegen.sh
 *
 * First table, medians in microseconds: one function of 5, 75 and 900 instructions of LLVM IR, and 64 functions in one module, by tier
 * and step (build: MIR to IR; passes; emit: selection to object; link: loading; free). Compare lines of one run only.
 * Then nanoseconds: a loop that calls a leaf function, as the optimised tier makes it (through the slot, with a poll) and the same loop
 * and leaf in C, where the call is direct or loads a slot; and fib(30).
 * `codegen dump [asm]` prints the code of both tiers instead.
 */
#include "../tests/codegen/harness.h"

/* Groups of: load a field, add, compare, a branch, two calls' worth of arithmetic, a call through a slot, a store: about 30 IR instructions. */
static void body(Text *text, const char *name, u32 groups) {
    text_printf(text, "func %s(o: ref, n: i32) -> i32 {\n    var s: i32\n    var i: i32\n    loop 0 (o, n, s, i)\n@0:\n    s = move(0)\n    i = move(0)\n"
                "    jump -> @1\n@1:\n    %%0 = lt(i, n)\n    branch(%%0) -> @3, @2\n@2:\n    return(s)\n", name);
    u32 block = 3, temp = 1;
    for (u32 g = 0; g < groups; g++) {
        text_printf(text, "@%u:\n    %%%u = load_field:i32 Thing::value(o)\n    s = add(s, %%%u)\n    %%%u = and(s, %u)\n    %%%u = eq(%%%u, 0)\n"
                    "    branch(%%%u) -> @%u, @%u\n", block, temp, temp, temp + 1, g + 1, temp + 2, temp + 1, temp + 2, block + 1, block + 2);
        text_printf(text, "@%u:\n    %%%u = mul(s, 3)\n    s = add(%%%u, i)\n    jump -> @%u\n", block + 1, temp + 3, temp + 3, block + 3);
        text_printf(text, "@%u:\n    %%%u = call:i32 callee(o, i)\n    s = sub(s, %%%u)\n    jump -> @%u\n", block + 2, temp + 4, temp + 4, block + 3);
        text_printf(text, "@%u:\n    store_field Thing::value(o, s)\n    jump -> @%u\n", block + 3, block + 4);
        block += 4;
        temp += 5;
    }
    text_printf(text, "@%u:\n    i = add(i, 1)\n    poll #0\n    jump -> @1\n}\n", block);
}

static int compare_u64(const void *a, const void *b) {
    u64 x = *(const u64 *)a, y = *(const u64 *)b;
    return x < y ? -1 : x > y;
}
static double median(u64 *values, u32 count) {
    qsort(values, count, sizeof *values, compare_u64);
    return (double)values[count / 2] / 1000;
}

static void measure(World *w, const char *label, const char *text, CodegenTier tier, u32 runs, u32 functions) {
    MirUnit *unit = read_mir(w, text);
    u64 *t[6];
    CodegenTimes times = {0};
    for (u32 k = 0; k < LEN(t); k++) t[k] = base_alloc(runs * sizeof **t);
    for (u32 r = 0; r < runs; r++) {
        Text error = {0};
        u64 start = clock_ns();
        CodeModule *module = codegen_compile(w->codegen, unit->funcs.at, unit->funcs.count, tier, &error);
        t[0][r] = clock_ns() - start;
        if (!module) FATAL("%s", error.at);
        times = module->times;
        t[1][r] = times.build_ns;
        t[2][r] = times.passes_ns;
        t[3][r] = times.emit_ns;
        t[4][r] = times.link_ns;
        start = clock_ns();
        code_module_free(module);
        t[5][r] = clock_ns() - start;
    }
    printf("%-26s %-9s %5u %8.0f %7.0f %7.0f %8.0f %6.0f %6.0f %8.0f %7u %7u\n", label, tier == CODEGEN_FAST ? "fast" : "optimised", times.ir_instructions,
           median(t[0], runs), median(t[1], runs), median(t[2], runs), median(t[3], runs), median(t[4], runs), median(t[5], runs),
           median(t[0], runs) / functions, times.object_bytes, times.code_bytes);
    for (u32 k = 0; k < LEN(t); k++) free(t[k]);
}

static void compile_times(World *w) {
    static const struct {
        const char *label;
        u32 groups, functions, runs;
    } cases[] = {{"1 function, trivial", 0, 1, 200}, {"1 function, small", 2, 1, 200}, {"1 function, large", 34, 1, 40}, {"64 functions, small", 2, 64, 10}};
    printf("%-26s %-9s %5s %8s %7s %7s %8s %6s %6s %8s %7s %7s   (medians, us)\n", "", "tier", "IR", "total", "build", "passes", "emit", "link", "free", "a func",
           "object", "code");
    for (u32 tier = 0; tier < 2; tier++) {
        for (u32 k = 0; k < LEN(cases); k++) {
            Text text = {0};
            for (u32 f = 0; f < cases[k].functions; f++) {
                char name[32];
                snprintf(name, sizeof name, "bench.F%u.run", f);
                if (cases[k].groups) body(&text, name, cases[k].groups);
                else text_printf(&text, "func %s(o: ref) -> i32 {\n@0:\n    %%0 = load_field:i32 Thing::value(o)\n    %%1 = add(%%0, 1)\n    return(%%1)\n}\n", name);
            }
            measure(w, cases[k].label, text.at, (CodegenTier)tier, tier ? MAX(cases[k].runs / 8, 3) : cases[k].runs, cases[k].functions);
            text_free(&text);
        }
    }
}

/* ---- Calls -------------------------------------------------------------------------------------------------------------------------------------- */

__attribute__((noinline)) static i32 c_fib(i32 n) {
    __asm__ volatile("" : "+r"(n));
    return n < 2 ? n : c_fib(n - 1) + c_fib(n - 2);
}

static const char call_text[] =
    "func fib(n: i32) -> i32 {\n@0:\n    %0 = lt(n, 2)\n    branch(%0) -> @1, @2\n@1:\n    return(n)\n@2:\n    %1 = sub(n, 1)\n"
    "    %2 = call:i32 fib(%1)\n    %3 = sub(n, 2)\n    %4 = call:i32 fib(%3)\n    %5 = add(%2, %4)\n    return(%5)\n}\n"
    "func leaf(n: i32) -> i32 {\n@0:\n    %0 = xor(n, 5)\n    return(%0)\n}\n"
    "func calls(n: i32) -> i32 {\n    var i: i32\n    var s: i32\n    loop 0 (n, i, s)\n@0:\n    i = move(0)\n    s = move(0)\n    jump -> @1\n"
    "@1:\n    %0 = lt(i, n)\n    branch(%0) -> @2, @3\n@2:\n    %1 = call:i32 leaf(i)\n    s = add(s, %1)\n    i = add(i, 1)\n    poll #0\n    jump -> @1\n"
    "@3:\n    return(s)\n}\n";

/* The loop of `calls` in C: two flags looked at in each round, the call direct or through a slot. */
static volatile u32 flag_1;
static volatile u8 flag_2;
static i32 (*volatile c_slot)(i32);
__attribute__((noinline)) static i32 c_leaf(i32 n) {
    __asm__ volatile("" : "+r"(n));
    return n ^ 5;
}
static i32 c_calls_direct(i32 n) {
    i32 s = 0;
    for (i32 i = 0; i < n && !(flag_1 | flag_2); i++) s += c_leaf(i);
    return s;
}
static i32 c_calls_slot(i32 n) {
    i32 s = 0;
    c_slot = c_leaf;
    for (i32 i = 0; i < n && !(flag_1 | flag_2); i++) s += c_slot(i);
    return s;
}

static double best_ns(void (*run)(World *, u32), World *w, u32 count) {
    double best = 1e9;
    for (u32 k = 0; k < 15; k++) {
        u64 start = clock_ns();
        run(w, count);
        double ns = (double)(clock_ns() - start) / count;
        if (ns < best) best = ns;
    }
    return best;
}
static volatile i32 sink;
static void run_calls(World *w, u32 count) { sink = CALL(w, "calls", i32, (i32), (i32)count); }
static void run_c_direct(World *w, u32 count) { (void)w; sink = c_calls_direct((i32)count); }
static void run_c_slot(World *w, u32 count) { (void)w; sink = c_calls_slot((i32)count); }
static void run_fib(World *w, u32 count) { (void)count; sink = CALL(w, "fib", i32, (i32), 30); }
static void run_c_fib(World *w, u32 count) { (void)w; (void)count; sink = c_fib(30); }

static void call_times(World *w) {
    const u32 fib_calls = 2692537;
    double direct = best_ns(run_c_direct, w, 1000000), slot = best_ns(run_c_slot, w, 1000000);
    printf("call of a leaf in a loop, ns: C direct %.2f, C through a slot %.2f", direct, slot);
    for (u32 tier = 0; tier < 2; tier++) {
        compile(w, (CodegenTier)tier, call_text);
        printf(", %s through its slot %.2f", tier ? "optimised" : "fast", best_ns(run_calls, w, 1000000));
    }
    printf("\nfib(30), ns a call: C %.2f, optimised %.2f", best_ns(run_c_fib, w, fib_calls), best_ns(run_fib, w, fib_calls));
    compile(w, CODEGEN_FAST, call_text);
    printf(", fast %.2f\n", best_ns(run_fib, w, fib_calls));
}

int main(int argc, char **argv) {
    World *w = world_new();
    w->flags.verify = false;
    codegen_free(w->codegen);
    Text error = {0};
    u64 start = clock_ns();
    w->codegen = codegen_new(&w->env, NULL, &error);
    codegen_warm_up(w->codegen);
    printf("set-up and warm-up: %.0f us\n", (double)(clock_ns() - start) / 1000);
    static u32 poll_flag;
    w->use_stale = true;
    w->env.poll_flag = &poll_flag;
    define_class(w, "Thing", NULL, 16, 0);
    define_field(w, "Thing", "value", 8, REP_I32, false);
    if (argc > 1 && strcmp(argv[1], "dump") == 0) {
        Text text = {0}, out = {0};
        body(&text, "run", 1);
        MirUnit *unit = read_mir(w, text.at);
        for (u32 tier = 0; tier < 2; tier++) {
            codegen_dump(w->codegen, unit->funcs.at, unit->funcs.count, (CodegenTier)tier, argc > 2 ? CODEGEN_DUMP_ASM : CODEGEN_DUMP_LLVM, &out, &error);
        }
        puts(out.at);
        return 0;
    }
    compile_times(w);
    call_times(w);
    world_free(w);
    return 0;
}
