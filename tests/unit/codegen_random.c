/* Random functions do the same in both tiers: loops, arrays of all kinds, words, throws and handlers, with whatever they leave behind.
 *
 * The generator is deterministic. MOLT_RANDOM="first count" tries other seeds; a failure prints the function. */
#include "unit.h"

#include "../codegen/harness.h"

static World *w;

typedef struct Generator {
    u64 seed;
    Text code, loops, handlers;
    u32 block, temp, loop, handler, in_handler, in_loop, depth, size;
    bool open;
} Generator;

static u32 pick(Generator *g, u32 limit) {
    g->seed = g->seed * 6364136223846793005u + 1442695040888963407u;
    return (u32)(g->seed >> 33) % limit;
}

static const char *const ints[] = {"i0", "i1", "i2", "i3", "n"}, *const floats[] = {"f0", "f1"}, *const words[] = {"w0", "w1"};
static const char *const arrays[] = {"a", "b", "c"}; /* of Int, Float, words; a variable array in r */
static const char *any_int(Generator *g) {
    static char text[4][16];
    static u32 next;
    if (pick(g, 4)) return ints[pick(g, LEN(ints))];
    char *at = text[next++ % 4];
    snprintf(at, 16, "%d", (int)pick(g, 14) - 2);
    return at;
}
static const char *any_array(Generator *g) { return pick(g, 5) ? arrays[pick(g, LEN(arrays))] : "r"; }
static const char *int_var(Generator *g) { return ints[pick(g, 4)]; }

static void begin_block(Generator *g, u32 number) {
    text_printf(&g->code, "@%u:", number);
    if (g->in_handler) text_printf(&g->code, " on %u", g->in_handler - 1);
    text_char(&g->code, '\n');
}

static u32 new_label(Generator *g) { return g->block++; }
static void jump(Generator *g, u32 label) { text_printf(&g->code, "    jump -> @%u\n", label); }

static void statement(Generator *g);
static void statements(Generator *g, u32 most) {
    for (u32 k = 1 + pick(g, most); k-- > 0;) statement(g);
}

static void emit_simple(Generator *g) {
    Text *out = &g->code;
    u32 t = g->temp;
    static const char *const int_ops[] = {"add", "sub", "mul", "and", "or", "xor", "shl", "shr", "ushr", "idiv", "mod"};
    static const char *const float_ops[] = {"fadd", "fsub", "fmul", "fdiv"};
    switch (pick(g, 16)) {
    case 0: case 1: case 2: text_printf(out, "    %s = %s(%s, %s)\n", int_var(g), int_ops[pick(g, LEN(int_ops) - (pick(g, 4) ? 2 : 0))], any_int(g), any_int(g)); break;
    case 3: text_printf(out, "    %s = %s(%s, %s)\n", floats[pick(g, 2)], float_ops[pick(g, 4)], floats[pick(g, 2)], floats[pick(g, 2)]); break;
    case 4: text_printf(out, "    %s = i2f(%s)\n", floats[pick(g, 2)], any_int(g)); break;
    case 5: text_printf(out, "    %s = f2i(%s)\n", int_var(g), floats[pick(g, 2)]); break;
    case 6: text_printf(out, "    %s = box_i(%s)\n", words[pick(g, 2)], any_int(g)); break;
    case 7: text_printf(out, "    %s = box_f(%s)\n", words[pick(g, 2)], floats[pick(g, 2)]); break;
    case 8: text_printf(out, "    %s = unbox_i(%s)\n", int_var(g), words[pick(g, 2)]); break;
    case 9: text_printf(out, "    %s = unbox_f(%s)\n", floats[pick(g, 2)], words[pick(g, 2)]); break;
    case 10: case 11: {
        const char *array = any_array(g);
        text_printf(out, "    check_null(%s)\n    %s = array_get:i32(%s, %s)\n", array, int_var(g), array, any_int(g));
        break;
    }
    case 12: {
        const char *array = any_array(g);
        u32 kind = pick(g, 3);
        text_printf(out, "    check_null(%s)\n    %s = array_get:%s(%s, %s)\n", array, kind == 0 ? floats[0] : kind == 1 ? words[1] : int_var(g),
                    kind == 0 ? "f64" : kind == 1 ? "word" : "i32", array, any_int(g));
        break;
    }
    case 13: case 14: {
        const char *array = any_array(g);
        u32 kind = pick(g, 6);
        g->temp++;
        text_printf(out, "    check_null(%s)\n    %%%u = and(%s, %u)\n", array, t, any_int(g), pick(g, 3) ? 7 : 15);
        text_printf(out, "    array_set:%s(%s, %%%u, %s)\n", kind == 0 ? "f64" : kind == 1 ? "word" : "i32", array, t,
                    kind == 0 ? floats[1] : kind == 1 ? words[0] : any_int(g));
        break;
    }
    case 15:
        if (pick(g, 3)) {
            text_printf(out, "    r = move(%s)\n", pick(g, 6) ? arrays[pick(g, 3)] : "null");
        } else {
            g->temp += 2;
            text_printf(out, "    check_null(c)\n    %%%u = array_len(c)\n    %s = move(%%%u)\n", t, int_var(g), t);
        }
        break;
    }
}

static void emit_if(Generator *g) {
    static const char *const compares[] = {"lt", "le", "eq", "ne", "ult"};
    u32 t = g->temp++, yes = new_label(g), no = new_label(g), join = new_label(g);
    text_printf(&g->code, "    %%%u = %s(%s, %s)\n    branch(%%%u) -> @%u, @%u\n", t, compares[pick(g, LEN(compares))], any_int(g), any_int(g), t, yes, no);
    begin_block(g, yes);
    statements(g, 3);
    jump(g, join);
    begin_block(g, no);
    if (pick(g, 2)) statements(g, 2);
    jump(g, join);
    begin_block(g, join);
}

/* for k in 0 … limit, the counter out of reach of the other statements. */
static void emit_loop(Generator *g) {
    u32 number = g->loop++, outer = g->in_loop;
    u32 head = new_label(g), body = new_label(g), again = new_label(g), after = new_label(g), t = g->temp++;
    text_printf(&g->loops, "    var k%u: i32\n", number);
    u32 limit = outer ? 1 + pick(g, 6) : pick(g, 8) ? 3 + pick(g, 20) : 1500;
    text_printf(&g->code, "    k%u = move(0)\n    jump -> @%u\n", number, head);
    begin_block(g, head);
    text_printf(&g->code, "    %%%u = lt(k%u, %u)\n    branch(%%%u) -> @%u, @%u\n", t, number, limit, t, body, after);
    begin_block(g, body);
    g->in_loop = number + 1;
    if (pick(g, 2)) text_printf(&g->code, "    %s = and(k%u, 7)\n", int_var(g), number);
    statements(g, 5);
    if (pick(g, 4) == 0) { /* continue or break */
        u32 c = g->temp++, go_on = new_label(g);
        text_printf(&g->code, "    %%%u = eq(%s, %s)\n    branch(%%%u) -> @%u, @%u\n", c, any_int(g), any_int(g), c, pick(g, 2) ? again : after, go_on);
        begin_block(g, go_on);
        statements(g, 2);
    }
    jump(g, again);
    begin_block(g, again);
    text_printf(&g->code, "    k%u = add(k%u, 1)\n    poll #%u\n    jump -> @%u\n", number, number, number, head);
    g->in_loop = outer;
    begin_block(g, after);
}

static void emit_try(Generator *g) {
    u32 outer = g->in_handler, handler = g->handler++, inside = new_label(g), caught = new_label(g), join = new_label(g);
    if (outer) text_printf(&g->handlers, "    handler %u in %u { %s x -> @%u }\n", handler, outer - 1, pick(g, 2) ? "Int" : "any", caught);
    else text_printf(&g->handlers, "    handler %u { %s x -> @%u }\n", handler, pick(g, 2) ? "Int" : "any", caught);
    jump(g, inside);
    g->in_handler = handler + 1;
    begin_block(g, inside);
    statements(g, 3);
    if (pick(g, 3) == 0) {
        u32 t = g->temp++, thrown = new_label(g), fine = new_label(g);
        text_printf(&g->code, "    %%%u = eq(%s, %s)\n    branch(%%%u) -> @%u, @%u\n", t, any_int(g), any_int(g), t, thrown, fine);
        begin_block(g, thrown);
        text_printf(&g->code, "    throw(%s)\n", words[pick(g, 2)]);
        begin_block(g, fine);
    }
    jump(g, join);
    g->in_handler = outer;
    begin_block(g, caught);
    text_printf(&g->code, "    w0 = move(x)\n");
    statements(g, 2);
    jump(g, join);
    begin_block(g, join);
}

static void statement(Generator *g) {
    u32 kind = pick(g, 10);
    if (++g->size > 60 || g->depth >= 4 || kind < 6) {
        emit_simple(g);
        return;
    }
    g->depth++;
    if (kind < 8) emit_loop(g);
    else if (kind == 8) emit_if(g);
    else emit_try(g);
    g->depth--;
}

/* Blocks and temporaries must be numbered as they come in the text. */
static void renumber(const Text *code, const u32 *blocks, Text *out) {
    static u32 temps[1000];
    u32 seen_temps = 0;
    memset(temps, 0, sizeof temps);
    for (const char *at = code->at; *at;) {
        char kind = *at;
        text_char(out, *at++);
        if (kind != '@' && kind != '%') continue;
        char *end;
        u32 number = (u32)strtoul(at, &end, 10);
        if (kind == '%' && !temps[number]) temps[number] = ++seen_temps;
        text_printf(out, "%u", kind == '@' ? blocks[number] : temps[number] - 1);
        at = end;
    }
}

static void generate(u64 seed, Text *out) {
    Generator *g = &(Generator){.seed = seed * 7919 + 1, .block = 2};
    text_str(&g->loops, "");
    for (u32 k = 0; k < 3; k++) pick(g, 2);
    g->handler = 1;
    g->in_handler = 1;
    begin_block(g, 0);
    text_str(&g->code, "    i0 = move(1)\n    i1 = move(2)\n    i2 = move(3)\n    i3 = move(5)\n    f0 = move(1.5)\n    f1 = move(-2.25)\n    w0 = move(null:word)\n"
                       "    w1 = box_i(4)\n    x = move(null:word)\n    r = move(a)\n");
    while (g->size < 25) statement(g);
    text_str(&g->code, "    %900 = mul(i0, 31)\n    %901 = add(%900, i1)\n    %902 = mul(%901, 31)\n    %903 = add(%902, i2)\n    %904 = mul(%903, 31)\n"
                       "    %905 = add(%904, i3)\n    %906 = f2i(f0)\n    %907 = xor(%905, %906)\n    %908 = f2i(f1)\n    %909 = add(%907, %908)\n"
                       "    %910 = box_i(%909)\n    return(%910)\n");
    g->in_handler = 0;
    begin_block(g, 1);
    text_str(&g->code, "    return(x)\n");
    u32 *number = base_alloc((g->block + 1) * sizeof *number), blocks = 0;
    for (const char *at = g->code.at; at; at = strchr(at, '\n'), at = at ? at + 1 : NULL)
        if (*at == '@') number[strtoul(at + 1, NULL, 10)] = blocks++;
    Text body = {0};
    text_str(&body, "func random(a: ref, b: ref, c: ref, n: i32) -> word {\n    var i0: i32\n    var i1: i32\n    var i2: i32\n    var i3: i32\n    var f0: f64\n    var f1: f64\n"
                    "    var w0: word\n    var w1: word\n    var x: word\n    var r: ref\n");
    text_str(&body, g->loops.at);
    for (u32 k = 0; k < g->loop; k++) text_printf(&body, "    loop %u (a, b, c, n, i0, i1, i2, i3, f0, f1, w0, w1, r, k%u)\n", k, k);
    text_printf(&body, "    handler 0 { any x -> @1 }\n");
    if (g->handlers.at) text_str(&body, g->handlers.at);
    text_str(&body, g->code.at);
    text_str(&body, "}\n");
    renumber(&body, number, out);
    text_free(&body);
    text_free(&g->code);
    text_free(&g->loops);
    text_free(&g->handlers);
    free(number);
}

typedef struct Outcome {
    Word result;
    u64 state;
} Outcome;

static AbiArray *filled(AbiElem kind, i32 length) {
    AbiArray *array = (AbiArray *)alloc_array(kind, length);
    array->length = length;
    for (i32 k = 0; k < length; k++) array_store(array, k, kind == ELEM_WORD && k % 3 == 1 ? word_of_double(k + 0.5) : word_of_int(k * 3 - 4));
    return array;
}

static Outcome run(CodeModule *module, u32 variant) {
    AbiArray *list[3] = {variant == 2 ? NULL : filled(ELEM_I32, 10), filled(variant == 1 ? ELEM_WORD : ELEM_F64, 9), filled(ELEM_WORD, 6)};
    Outcome outcome = {((Word(*)(void *, void *, void *, i32))module->entries[0].address)(list[0], list[1], list[2], (i32)variant + 3), 0};
    for (u32 k = 0; k < 3; k++) {
        if (!list[k]) continue;
        outcome.state = hash_mix(outcome.state, hash_bytes(list[k]->data, (u32)list[k]->length * elem_bytes[list[k]->elem], (u64)list[k]->length));
    }
    return outcome;
}

static void test_random(void **state) {
    (void)state;
    u32 first = 1, count = 50, thrown = 0;
    if (getenv("MOLT_RANDOM")) sscanf(getenv("MOLT_RANDOM"), "%u %u", &first, &count);
    for (u32 seed = first; seed < first + count; seed++) {
        Text text = {0};
        generate(seed, &text);
        CodeModule *fast = compile(w, CODEGEN_FAST, text.at), *optimised = compile(w, CODEGEN_OPTIMISED, text.at);
        for (u32 variant = 0; variant < 3; variant++) {
            molt_thread.poll = variant == 1;
            Outcome a = run(fast, variant), b = run(optimised, variant);
            molt_thread.poll = 0;
            if (a.result == b.result && a.state == b.state) {
                thrown += word_is_int(a.result) && word_int(a.result) > 1000 && word_int(a.result) < 1010;
                continue;
            }
            fail_msg("seed %u, variant %u: %llx/%llx and %llx/%llx in\n%s", seed, variant, (long long)a.result, (long long)a.state, (long long)b.result,
                     (long long)b.state, text.at);
        }
        text_free(&text);
    }
    if (count >= 50) assert_true(thrown > count / 10 && thrown < count * 2); /* both ways out are taken */
}

static int start(void **state) {
    (void)state;
    w = world_new();
    return 0;
}
static int end(void **state) {
    (void)state;
    world_free(w);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_random, start, end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
