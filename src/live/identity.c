/* identity: an update that changes nothing but the code: every compiled function is lowered and compiled anew and takes the place of
 * itself, as if it had been edited. What a program prints must not depend on it, wherever it happens: the suite is run with it under way
 * all the time (MOLT_RELOAD_STRESS). Running loops are carried over, closures run the new bodies, old code is freed.
 */
#include "plan.h"

static void plan_unit_again(LivePlan *plan, LiveUnit *former) {
    Live *live = plan->live;
    bool compiled = false;
    for (u32 i = 0; i < former->mir->funcs.count; i++) {
        LiveFunction *function = function_find(live, former->mir->funcs.at[i]->name);
        compiled |= function && function->unit == former && function->code;
    }
    if (!compiled) return;
    MirUnit *mir = lower_named(live->lowering, former->name);
    if (!mir) return;
    LiveUnit *unit = unit_new(live, former->name, mir);
    map_set(&live->pending_units, (u64)(uintptr_t)mir, unit);
    vec_push(NULL, &plan->units, (PlanUnit){.former = former, .unit = unit});
    for (u32 i = 0; i < mir->funcs.count; i++) {
        LiveFunction *function = function_find(live, mir->funcs.at[i]->name);
        if (!function || function->unit != former || !function->code) continue;
        vec_push(NULL, &plan->codes, (PlanCode){.function = function, .name = mir->funcs.at[i]->name, .unit = unit, .func = i});
    }
}

bool live_reload_identity(Live *live, Text *error) {
    ChangeSet changes = {0};
    LiveReport report = {.arena = arena_new("report")};
    LivePlan *plan = live_plan_new(live, &changes, &report);
    live_plan_set_version(plan, live->version); /* the program is the same */
    for (MapEntry *entry = NULL; (entry = map_next(&live->units, entry));) plan_unit_again(plan, entry->value);
    bool ok = live->program->diags->errors == 0 && hot_reload_module(live, plan, &report, error);
    live_plan_free(plan);
    arena_free(report.arena);
    return ok;
}
