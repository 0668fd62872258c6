/* codegen: what compiling costs and what a call through a slot costs.
 *
 *   make BUILD=build lib-codegen … && tools line below; prints a table: microseconds for one function by tier and size, by step;
 *   a batch of 64 functions; then nanoseconds a call, through a slot and direct.
 *
 *   gcc -std=gnu11 -O2 -D_GNU_SOURCE -rdynamic bench/codegen.c build/{codegen,abi,mir,hir,typer,syntax,source,base}.a \
 *       $(tools/deps.sh libs) -lpthread -ldl -lm -o build/bench_codegen && build/bench_codegen
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

/* The same loop with the target's address as an immediate: what a direct call would cost. Made by hand, in the shape of the loop that
 * the optimised tier makes. */
static i32 direct_calls(i32 (*leaf)(i32), i32 n) {
    i32 s = 0;
    for (i32 i = 0; i < n; i++) {
        s += leaf(i);
        __asm__ volatile("" ::: "memory");
    }
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
static void run_direct(World *w, u32 count) { sink = direct_calls((i32(*)(i32))code_of(w, "leaf"), (i32)count); }
static void run_fib(World *w, u32 count) { (void)count; sink = CALL(w, "fib", i32, (i32), 30); }
static void run_c_fib(World *w, u32 count) { (void)w; (void)count; sink = c_fib(30); }

static void call_times(World *w) {
    const u32 fib_calls = 2692537;
    for (u32 tier = 0; tier < 2; tier++) {
        compile(w, (CodegenTier)tier, call_text);
        const char *name = tier ? "optimised" : "fast";
        printf("%-9s call in a loop: through its slot %.2f ns, by register %.2f ns; fib(30): %.2f ns a call, C (gcc -O2, recursion kept) %.2f ns\n", name,
               best_ns(run_calls, w, 1000000), best_ns(run_direct, w, 1000000), best_ns(run_fib, w, fib_calls), best_ns(run_c_fib, w, fib_calls));
    }
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
    w->use_stale = true;
    define_class(w, "Thing", NULL, 16, 0);
    define_field(w, "Thing", "value", 8, REP_I32, false);
    if (argc > 1 && strcmp(argv[1], "dump") == 0) {
        Text text = {0}, out = {0};
        body(&text, "run", 1);
        MirUnit *unit = read_mir(w, argc > 3 ? call_text : text.at);
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
