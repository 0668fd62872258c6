/* HIR trees made by hand: what the constructors simplify, what the verifier refuses, and what emission makes of evaluation order, loops
 * that run while operands wait, diverging values and long chains. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../../src/mir/mir.h"

typedef struct Fixture {
    Names *names;
    Arena *arena;
    HirFunc func;
    HirMaker m;
    MirUnit *unit;
} Fixture;

static Fixture *begin(Rep ret) {
    Fixture *x = base_alloc(sizeof *x);
    x->names = names_new();
    x->arena = arena_new("test");
    x->func.name = name_lit(x->names, "f");
    x->func.pending_name = name_lit(x->names, "`pending");
    x->func.ret_rep = (u8)ret;
    x->m = (HirMaker){.arena = x->arena, .func = &x->func};
    vec_push(x->arena, &x->func.positions, (CodePos){.token = NO_TOKEN, .inlined_at = UINT32_MAX});
    x->unit = mir_unit_new(NULL);
    return x;
}

static void end(Fixture *x) {
    mir_unit_free(x->unit);
    arena_free(x->arena);
    names_free(x->names);
    free(x);
}

static HirVar *arg(Fixture *x, const char *name, Rep rep) {
    HirVar *var = hir_var(&x->m, name_lit(x->names, name), NULL, rep, LOCAL_ARG);
    vec_push(x->arena, &x->func.args, var);
    return var;
}

static Hir *call(Fixture *x, const char *name, Rep rep, u32 count, Hir *const *args) {
    return hir_symbol(hir_op(&x->m, PRIM_CALL, rep, count, args), name_lit(x->names, name), NULL);
}

/* The body's MIR, which must pass both verifiers, has these lines one after the other. */
static void expect(Fixture *x, Hir *body, const char *lines) {
    Text why = {0}, out = {0};
    x->func.body = body;
    if (!hir_verify(&x->func, &why)) fail_msg("%s", why.at);
    MirFunc *func = mir_lower(x->unit, &x->func);
    mir_print(&out, func);
    if (!mir_verify(func, &why)) fail_msg("%s%s", why.at, out.at);
    if (!strstr(out.at, lines)) fail_msg("no\n%s in\n%s", lines, out.at);
    text_free(&why);
    text_free(&out);
    end(x);
}

static void refuse(Fixture *x, Hir *body, const char *reason) {
    Text why = {0};
    x->func.body = body;
    assert_false(hir_verify(&x->func, &why));
    if (!strstr(why.at, reason)) fail_msg("%s", why.at);
    text_free(&why);
    end(x);
}

static void operand_is_read_before_it_changes(void **state) {
    (void)state;
    Fixture *x = begin(REP_I32);
    HirVar *i = arg(x, "i", REP_I32);
    Hir *set = hir_seq(&x->m, hir_set(&x->m, i, hir_int(&x->m, 5)), hir_int(&x->m, 1));
    Hir *sum = hir_op2(&x->m, PRIM_ADD, REP_VOID, hir_local(&x->m, i), set);
    expect(x, hir_return(&x->m, sum), "    %0 = move(i)\n    i = move(5)\n    %1 = add(%0, 1)\n    return(%1)\n");
}

static void operand_waits_in_a_hidden_local(void **state) {
    (void)state;
    Fixture *x = begin(REP_I32);
    HirLoop *loop = NEW(x->arena, HirLoop);
    loop->leave = hir_label_new(&x->m, REP_VOID);
    loop->next = hir_label_new(&x->m, REP_VOID);
    loop->condition = call(x, "more", REP_BOOL, 0, NULL);
    loop->body = hir_block(&x->m, 0, NULL);
    Hir *looping = hir_seq(&x->m, hir_loop(&x->m, loop), hir_int(&x->m, 2));
    Hir *first = call(x, "first", REP_I32, 0, NULL);
    expect(x, hir_return(&x->m, hir_op2(&x->m, PRIM_ADD, REP_VOID, first, looping)), "    hidden `pending: i32 of 0 0\n    loop 0 (`pending)\n");
}

static void code_behind_a_diverging_value_is_gone(void **state) {
    (void)state;
    Fixture *x = begin(REP_I32);
    Hir *thrown = hir_throw(&x->m, hir_null(&x->m, REP_WORD));
    Hir *sum = call(x, "g", REP_I32, 2, (Hir *[]){hir_int(&x->m, 1), thrown});
    assert_true(hir_diverges(sum));
    expect(x, hir_return(&x->m, sum), "@0:\n    throw(null:word)\n}\n");
}

static void label_that_only_the_end_leaves_is_its_value(void **state) {
    (void)state;
    Fixture *x = begin(REP_I32);
    HirLabel *label = hir_label_new(&x->m, REP_I32);
    Hir *body = hir_seq(&x->m, call(x, "g", REP_VOID, 0, NULL), hir_leave(&x->m, label, hir_int(&x->m, 3)));
    Hir *value = hir_label(&x->m, label, body);
    assert_int_equal(value->kind, HIR_BLOCK);
    expect(x, hir_return(&x->m, value), "@0:\n    call g()\n    return(3)\n");
}

static void checks_for_null_are_made_once(void **state) {
    (void)state;
    Fixture *x = begin(REP_BOOL);
    HirVar *o = arg(x, "o", REP_REF);
    Hir *loads[2];
    for (u32 i = 0; i < 2; i++) {
        Hir *object = hir_nonnull(&x->m, hir_local(&x->m, o));
        loads[i] = hir_symbol(hir_op1(&x->m, PRIM_LOAD_FIELD, REP_BOOL, object), name_lit(x->names, "C"), name_lit(x->names, "b"));
    }
    Hir *both = hir_if(&x->m, REP_BOOL, loads[0], loads[1], hir_bool(&x->m, false));
    expect(x, hir_return(&x->m, both),
           "@0:\n    check_null(o)\n    %0 = load_field:bool C::b(o)\n    branch(%0) -> @1, @2\n@1:\n    %1 = load_field:bool C::b(o)\n");
}

/* 200,000 terms: nothing may recurse once a term. */
static void long_chains(void **state) {
    (void)state;
    Fixture *x = begin(REP_I32);
    HirVar *i = arg(x, "i", REP_I32);
    Hir *sum = hir_local(&x->m, i);
    for (u32 k = 0; k < 200000; k++) sum = hir_op2(&x->m, PRIM_ADD, REP_VOID, sum, hir_local(&x->m, i));
    Text out = {0};
    x->func.body = hir_return(&x->m, sum);
    hir_dump(&out, &x->func);
    assert_non_null(strstr(out.at, "200000 operations"));
    text_free(&out);
    expect(x, x->func.body, "    %0 = add(i, i)\n    %1 = add(%0, i)\n");
}

static void refused_trees(void **state) {
    (void)state;
    Fixture *x = begin(REP_I32);
    refuse(x, hir_return(&x->m, hir_bool(&x->m, true)), "what is returned is bool instead of i32");
    x = begin(REP_VOID);
    refuse(x, hir_return(&x->m, hir_int(&x->m, 1)), "returns a value or none");
    x = begin(REP_VOID);
    refuse(x, hir_throw(&x->m, hir_int(&x->m, 1)), "what is thrown is i32 instead of word");
    x = begin(REP_VOID);
    refuse(x, hir_set(&x->m, hir_temp(&x->m, REP_I32), hir_int(&x->m, 1)), "used without being declared");
    x = begin(REP_VOID);
    refuse(x, hir_declare(&x->m, hir_temp(&x->m, REP_I32), hir_null(&x->m, REP_REF)), "what is declared is ref instead of i32");
    x = begin(REP_VOID);
    refuse(x, hir_leave(&x->m, hir_label_new(&x->m, REP_VOID), NULL), "which is not around it");
    x = begin(REP_VOID);
    refuse(x, hir_if(&x->m, REP_VOID, hir_int(&x->m, 1), hir_block(&x->m, 0, NULL), NULL), "a condition is i32 instead of bool");
    x = begin(REP_I32);
    refuse(x, hir_return(&x->m, hir_if(&x->m, REP_I32, hir_bool(&x->m, true), hir_int(&x->m, 1), hir_null(&x->m, REP_WORD))),
           "a branch is word instead of i32");
    x = begin(REP_VOID);
    refuse(x, hir_op1(&x->m, PRIM_BOX_I, REP_VOID, hir_block(&x->m, 0, NULL)), "operand 0 of box_i is no value");
    x = begin(REP_VOID);
    refuse(x, hir_op1(&x->m, PRIM_LINE, REP_VOID, hir_int(&x->m, 1)), "line with 1 operands");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operand_is_read_before_it_changes),
        cmocka_unit_test(operand_waits_in_a_hidden_local),
        cmocka_unit_test(code_behind_a_diverging_value_is_gone),
        cmocka_unit_test(label_that_only_the_end_leaves_is_its_value),
        cmocka_unit_test(checks_for_null_are_made_once),
        cmocka_unit_test(long_chains),
        cmocka_unit_test(refused_trees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
