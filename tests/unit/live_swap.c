/* The function table: code of a function is replaced under a slot that stays, callers see it at the next call, what does not compile or has
 * another signature changes nothing, and replaced code is freed. */
#include "../../src/live/live.h"

#include <setjmp.h>
#include <stdatomic.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct World {
    Names *names;
    Sources *sources;
    Project *project;
    Diags diags;
    Program *program;
    Lowering *lowering;
    MoltVm *vm;
    Live *live;
} World;

static int world_new(void **state) {
    World *world = base_alloc(sizeof *world);
    world->names = names_new();
    world->sources = sources_new(world->names);
    world->project = project_new(world->names);
    diags_init(&world->diags);
    world->program = program_new(world->names, world->sources, world->project, &world->diags, (DebugFlags){.verify = true});
    world->lowering = lowering_new(world->program);
    RtOptions machine = {0};
    world->vm = rt_vm_new(&machine);
    LiveConfig config = {.program = world->program, .lowering = world->lowering, .vm = world->vm, .tier = CODEGEN_FAST, .history = 4};
    Text error = {0};
    world->live = live_new(&config, &error);
    assert_non_null(world->live);
    rt_attach(world->vm);
    rt_enter_native();
    *state = world;
    return 0;
}

static int world_free(void **state) {
    World *world = *state;
    rt_leave_native();
    rt_detach(rt_self());
    live_free(world->live);
    rt_vm_free(world->vm);
    lowering_free(world->lowering);
    program_free(world->program);
    diags_free(&world->diags);
    project_free(world->project);
    sources_free(world->sources);
    names_free(world->names);
    free(world);
    return 0;
}

/* A function of one i32 that returns it plus a constant. */
static MirUnit *adds(World *world, const char *name, int constant) {
    MirUnit *unit = mir_unit_new(NULL);
    MirFunc *func = mir_func_new(unit, name_lit(world->names, name), REP_I32);
    u32 x = mir_add_local(func, name_lit(world->names, "x"), REP_I32, LOCAL_ARG, name_lit(world->names, "Int"));
    func->arg_count = 1;
    u32 sum = mir_add_local(func, NULL, REP_I32, LOCAL_TEMP, NULL);
    u8 reps[1] = {REP_I32};
    TypeTest tests[1] = {NULL};
    bool optional[1] = {false};
    func->sig = fun_sig_new(world->names, unit->arena, 1, reps, tests, optional, REP_I32, NULL);
    MirBuilder build = {.func = func, .handler = MIR_NO_HANDLER};
    vec_push(unit->arena, &func->positions, (CodePos){.token = NO_TOKEN, .inlined_at = UINT32_MAX});
    mir_start(&build, mir_begin_block(&build));
    MirOperand args[2] = {mir_local(func, x), mir_int(constant)};
    mir_emit(&build, MIR_ADD, REP_I32, sum, 2, args);
    MirOperand result = mir_local(func, sum);
    mir_emit(&build, MIR_RETURN, REP_VOID, MIR_NO_LOCAL, 1, &result);
    mir_finish(func);
    return unit;
}

static i32 call(AbiSlot *slot, i32 x) {
    u64 args[1] = {(u64)(u32)x}, result = 0;
    rt_leave_native();
    RtStatus status = rt_call(RT_ENTRY_CATCH, atomic_load(&slot->code), args, 1, &result);
    rt_enter_native();
    assert_int_equal(status, RT_OK);
    return (i32)(u32)result;
}

static void swap_keeps_slot(void **state) {
    World *world = *state;
    Name name = name_lit(world->names, "test.C.f");
    AbiSlot *slot = live_slot(world->live, name);
    for (int i = 1; i <= 20; i++) {
        Text error = {0};
        assert_true(hot_reload_function(world->live, adds(world, "test.C.f", i), name, &error));
        assert_int_equal(error.count, 0);
        assert_ptr_equal(live_slot(world->live, name), slot);
        assert_int_equal(call(slot, 100), 100 + i);
    }
    assert_int_equal(live_version(world->live), 21);
    /* Nothing ran meanwhile: of twenty versions of the code one is left. */
    LiveStatus status;
    live_status(world->live, &status);
    assert_int_equal(status.compiled, 1);
    assert_int_equal(status.stale_functions, 0);
}

static void other_signature_is_refused(void **state) {
    World *world = *state;
    Name name = name_lit(world->names, "test.C.f");
    Text error = {0};
    assert_true(hot_reload_function(world->live, adds(world, "test.C.f", 1), name, &error));
    MirUnit *unit = adds(world, "test.C.f", 2);
    u8 reps[1] = {REP_F64};
    TypeTest tests[1] = {NULL};
    bool optional[1] = {false};
    unit->funcs.at[0]->sig = fun_sig_new(world->names, unit->arena, 1, reps, tests, optional, REP_I32, NULL);
    assert_false(hot_reload_function(world->live, unit, name, &error));
    assert_non_null(strstr(error.at, "test.C.f"));
    assert_int_equal(call(live_slot(world->live, name), 1), 2);
    assert_int_equal(live_version(world->live), 2);
    text_free(&error);
}

static void failed_compilation_changes_nothing(void **state) {
    World *world = *state;
    Name name = name_lit(world->names, "test.C.f");
    Text error = {0};
    assert_true(hot_reload_function(world->live, adds(world, "test.C.f", 1), name, &error));
    /* It names a runtime function that does not exist. */
    MirUnit *unit = adds(world, "test.C.f", 2);
    MirFunc *func = unit->funcs.at[0];
    MirInstr *instr = &func->blocks.at[0].instrs.at[0];
    instr->op = MIR_CALL_RT;
    instr->count = 0;
    instr->owner = name_lit(world->names, "molt_no_such_function");
    mir_finish(func);
    assert_false(hot_reload_function(world->live, unit, name, &error));
    assert_non_null(strstr(error.at, "molt_no_such_function"));
    assert_int_equal(call(live_slot(world->live, name), 1), 2);
    assert_int_equal(live_version(world->live), 2);
    text_free(&error);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(swap_keeps_slot, world_new, world_free),
        cmocka_unit_test_setup_teardown(other_signature_is_refused, world_new, world_free),
        cmocka_unit_test_setup_teardown(failed_compilation_changes_nothing, world_new, world_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
