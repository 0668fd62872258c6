/* commit: the one place where an update changes the running program.
 *
 * The world is stopped. The old version's @:hot.before runs, new units and their code are installed (slots, vtables, interface tables),
 * classes take their new descriptions, then the user's initialisers and hooks run on new code. If one of them throws, everything noted in
 * Saved is put back before anybody else runs, and the update has not happened. Everything that can fail otherwise was done before.
 * As soon as there is user code to run, all this happens on the thread on which the program expects it (user.c).
 */
#include "plan.h"

#include <stdlib.h>

/* A function as it was. */
typedef struct SavedFunction {
    LiveFunction *function;
    LiveUnit *unit;
    u32 func, version;
    Name identity;
    LiveCode *code;
    bool replaced;
} SavedFunction;

typedef struct SavedStatic {
    LiveStatic *variable;
    u64 value, snapshot;
    RtHandle *kept[2]; /* the two, where they are objects: nothing else may refer to them now */
    bool initialised;
} SavedStatic;

typedef struct SavedClass {
    LiveClass *cls;
    MirClass *mir;
    Arena *described;
    Name super_name;
    NameVec interfaces;
    u64 layout_hash;
} SavedClass;

typedef struct Commit {
    LivePlan *plan;
    Live *live;
    VEC(SavedFunction) functions;
    VEC(SavedStatic) statics;
    VEC(SavedClass) classes;
    VEC(LiveClass *) refilled; /* not changed themselves, but a method of theirs got another slot */
    VEC(LiveUnit *) formers; /* retained until it is sure that they are not needed */
    LiveModule *module;
    Migration *migration;
    u32 from;
    u32 listeners; /* of molt.Hot.onUpdate, before */
    bool installed, ok;
    Text *error;
} Commit;

/* ---- Functions -------------------------------------------------------------------------------------------------------------------------------- */

static void save_function(Commit *commit, LiveFunction *function) {
    if (!function) return;
    for (u32 i = 0; i < commit->functions.count; i++)
        if (commit->functions.at[i].function == function) return;
    vec_push(NULL, &commit->functions,
             (SavedFunction){function, function->unit, function->func, function->version, function->identity, function->code, function->replaced});
}

static void save_unit_functions(Commit *commit, const LiveUnit *unit) {
    for (u32 i = 0; unit && i < unit->mir->funcs.count; i++) save_function(commit, function_find(commit->live, unit->mir->funcs.at[i]->name));
}

static void install_units(Commit *commit) {
    LivePlan *plan = commit->plan;
    Live *live = commit->live;
    for (u32 i = 0; i < plan->replaced.count; i++) save_function(commit, plan->replaced.at[i]);
    for (u32 i = 0; i < plan->units.count; i++) {
        save_unit_functions(commit, plan->units.at[i].former);
        save_unit_functions(commit, plan->units.at[i].unit);
    }
    for (u32 i = 0; i < plan->codes.count; i++) save_function(commit, plan->codes.at[i].follower);
    for (u32 i = 0; i < plan->replaced.count; i++) plan->replaced.at[i]->unit = NULL;
    for (u32 i = 0; i < plan->units.count; i++) {
        PlanUnit *item = &plan->units.at[i];
        if (item->same) continue; /* keeps its code; positions are taken over when all has gone well */
        if (item->former) {
            unit_retain(item->former);
            vec_push(NULL, &commit->formers, item->former);
        }
        if (item->unit) unit_install(live, item->unit);
        else unit_uninstall(live, item->former);
    }
}

static void install_code(Commit *commit) {
    LivePlan *plan = commit->plan;
    Live *live = commit->live;
    u32 count = plan->codes.count;
    if (!count) return;
    LiveFunction **functions = NEW_ARRAY(plan->arena, LiveFunction *, count);
    LiveUnit **units = NEW_ARRAY(plan->arena, LiveUnit *, count);
    u32 *funcs = NEW_ARRAY(plan->arena, u32, count);
    for (u32 i = 0; i < count; i++) {
        PlanCode *code = &plan->codes.at[i];
        functions[i] = code->follower ? code->follower : function_of(live, code->name);
        units[i] = code->unit;
        funcs[i] = code->func;
        functions[i]->version = live->version;
    }
    commit->module = module_new(live, plan->module, functions, units, funcs, live->version);
    plan->report->code_bytes = plan->module->times.code_bytes;
    plan->module = NULL;
    for (u32 i = 0; i < count; i++) code_install(&commit->module->codes[i]);
    /* A changed function that nothing has called keeps its stub; one that has old code and none in this update would run it: no such
     * function exists (compare_unit), except one whose unit lost its code, which its slot's old code serves until callers are gone. */
}

static void put_back_functions(Commit *commit) {
    LivePlan *plan = commit->plan;
    Live *live = commit->live;
    closures_take_back(plan);
    for (u32 i = 0; i < plan->units.count; i++) {
        PlanUnit *item = &plan->units.at[i];
        if (item->same) continue;
        if (item->unit) {
            unit_retain(item->unit); /* plan_abandon releases it */
            unit_uninstall(live, item->unit);
        }
        if (item->former) {
            unit_retain(item->former);
            unit_install(live, item->former);
        }
    }
    for (u32 i = 0; i < commit->functions.count; i++) {
        SavedFunction *saved = &commit->functions.at[i];
        LiveFunction *function = saved->function;
        if (function->code && function->code != saved->code) function->code->module->current--;
        if (saved->code && function->code != saved->code) saved->code->module->current++;
        function->unit = saved->unit;
        function->func = saved->func;
        function->version = saved->version;
        function->identity = saved->identity;
        function->code = saved->code;
        function->replaced = saved->replaced;
        if (!saved->replaced && saved->unit) map_set_name(&live->functions, function->name, function);
        function_publish(function, saved->code ? (void *)saved->code->start : function->stub);
    }
    closures_take_back(plan); /* tables are filled by name */
    if (commit->module) {
        /* Nothing runs it: it was called on this thread alone, and that has returned. Functions born with it have no code again. */
        for (u32 i = 0; i < commit->module->count; i++) {
            LiveFunction *function = commit->module->codes[i].function;
            if (function->code != &commit->module->codes[i]) continue;
            function->code = NULL;
            function_publish(function, function->stub);
        }
        module_free(live, commit->module);
        commit->module = NULL;
    }
}

/* ---- Classes ------------------------------------------------------------------------------------------------------------------------------------ */

static void refill_tables(Live *live, LiveClass *cls) {
    class_fill_methods(live, cls, true);
    class_fill_itab(live, cls);
}

static bool has_method_of(const LiveClass *cls, const Map *functions) {
    for (u32 i = 0; i < cls->methods.count; i++)
        if (map_get(functions, (u64)(uintptr_t)cls->methods.at[i].function)) return true;
    for (u32 i = 0; i < cls->itab_functions.count; i++)
        if (map_get(functions, (u64)(uintptr_t)cls->itab_functions.at[i].function)) return true;
    return false;
}

/* Tables lead to a function by its name, which another function has taken over. */
static void repoint_tables(Commit *commit) {
    Live *live = commit->live;
    Map replaced = {0};
    for (u32 i = 0; i < commit->plan->replaced.count; i++) {
        LiveFunction *function = commit->plan->replaced.at[i];
        if (function->cells.count && function_find(live, function->name)) map_set(&replaced, (u64)(uintptr_t)function, function);
    }
    for (u32 i = 0; replaced.live && i < live->all_classes.count; i++) {
        LiveClass *cls = live->all_classes.at[i];
        if (cls->kind == DECL_CLASS && !cls->is_builtin && has_method_of(cls, &replaced)) vec_push(NULL, &commit->refilled, cls);
    }
    map_free(&replaced);
    for (u32 i = 0; i < commit->refilled.count; i++) refill_tables(live, commit->refilled.at[i]);
}

static void install_classes(Commit *commit) {
    LivePlan *plan = commit->plan;
    ancestry_install(plan);
    for (u32 i = 0; i < plan->classes.count; i++) {
        PlanClass *item = &plan->classes.at[i];
        LiveClass *cls = item->cls;
        SavedClass saved = {cls, cls->mir, cls->described, cls->super_name, cls->interfaces, cls->layout_hash};
        vec_push(NULL, &commit->classes, saved);
        if (cls->is_ctor) continue; /* described with its enum */
        cls->mir = item->mir;
        cls->pending_mir = NULL;
        cls->described = item->arena;
        cls->layout_hash = item->mir->layout_hash;
        cls->super_name = item->mir->super;
        cls->interfaces = (NameVec){0};
        for (u32 k = 0; k < item->mir->interface_count; k++) vec_push(NULL, &cls->interfaces, item->mir->interfaces[k]);
    }
    for (u32 i = 0; i < plan->classes.count; i++) {
        LiveClass *cls = plan->classes.at[i].cls;
        if (cls->kind == DECL_CLASS) refill_tables(commit->live, cls);
        if (cls->kind != DECL_INTERFACE) class_update_late_map(cls);
        if (cls->kind == DECL_ENUM) enums_mark_gone(cls);
        if (!cls->is_ctor) class_fill_info(commit->live, cls);
    }
    repoint_tables(commit);
}

static void put_back_classes(Commit *commit) {
    for (u32 i = 0; i < commit->plan->classes.count; i++) plan_take_back(commit->plan, &commit->plan->classes.at[i]);
    ancestry_take_back(commit->plan);
    ancestry_install(commit->plan);
    for (u32 i = 0; i < commit->classes.count; i++) {
        SavedClass *saved = &commit->classes.at[i];
        LiveClass *cls = saved->cls;
        if (cls->is_ctor) continue;
        vec_free(&cls->interfaces);
        cls->mir = saved->mir;
        cls->described = saved->described; /* plan_abandon frees the other */
        cls->super_name = saved->super_name;
        cls->interfaces = saved->interfaces;
        cls->layout_hash = saved->layout_hash;
    }
    for (u32 i = 0; i < commit->classes.count; i++) {
        LiveClass *cls = commit->classes.at[i].cls;
        if (cls->kind == DECL_CLASS) refill_tables(commit->live, cls);
        if (cls->kind == DECL_ENUM) enums_mark_gone(cls);
        if (!cls->is_ctor) class_fill_info(commit->live, cls);
    }
    for (u32 i = 0; i < commit->refilled.count; i++) refill_tables(commit->live, commit->refilled.at[i]);
}

/* ---- Static variables --------------------------------------------------------------------------------------------------------------------------------- */

static bool run_initialiser(Commit *commit, PlanStatic *item, Text *error) {
    Live *live = commit->live;
    LiveStatic *variable = item->variable;
    LiveFunction *init = function_of(live, item->init);
    if (!variable) { /* __init__ */
        if (rt_call(RT_ENTRY_CATCH, init->address, NULL, 0, NULL) == RT_OK) return true;
        text_printf(error, "%s threw: ", item->field->path->text);
        rt_exception_text(rt_self(), error);
        return false;
    }
    SavedStatic saved = {.variable = variable, .initialised = variable->initialised, .snapshot = *variable->snapshot};
    memcpy(&saved.value, variable->address, 8);
    if (variable->rep == REP_REF || variable->rep == REP_WORD) {
        saved.kept[0] = rt_handle_new(live->vm, saved.value);
        saved.kept[1] = rt_handle_new(live->vm, saved.snapshot);
    }
    vec_push(NULL, &commit->statics, saved);
    if (rt_call(RT_ENTRY_CATCH, init->address, NULL, 0, NULL) != RT_OK) {
        text_printf(error, "The initialiser of %s threw: ", item->field->path->text);
        rt_exception_text(rt_self(), error);
        return false;
    }
    static_note_initialised(variable);
    return true;
}

static bool init_statics(Commit *commit, Text *error) {
    LivePlan *plan = commit->plan;
    Live *live = commit->live;
    LiveReport *report = plan->report;
    if (!plan->statics.count) return true;
    NameVec order = {0};
    lower_static_order(live->lowering, &order);
    bool ok = true;
    for (u32 i = 0; ok && i < order.count; i++) {
        for (u32 k = 0; ok && k < plan->statics.count; k++) {
            PlanStatic *item = &plan->statics.at[k];
            bool runs = item->run && item->init == order.at[i];
            if (runs) ok = run_initialiser(commit, item, error);
        }
    }
    vec_free(&order);
    for (u32 k = 0; ok && k < plan->statics.count; k++) {
        PlanStatic *item = &plan->statics.at[k];
        Name path = item->field->path;
        if (!item->variable || (item->is_new_module && !item->field->module->is_user)) continue;
        if (item->converted) vec_push(report->arena, &report->statics_kept, path);
        else if (item->kind == STATIC_ADDED) vec_push(report->arena, &report->statics_initialised, path);
        else if (item->run) vec_push(report->arena, &report->statics_reset, path);
        else vec_push(report->arena, &report->statics_kept, path);
    }
    return ok;
}

/* Which initialisers run, decided on the state that the old version left; conversions of retyped ones. */
static void decide_statics(Commit *commit) {
    LivePlan *plan = commit->plan;
    Live *live = commit->live;
    for (u32 i = 0; i < plan->statics.count; i++) {
        PlanStatic *item = &plan->statics.at[i];
        switch (item->kind) {
        case STATIC_ADDED: item->run = item->init != NULL; break;
        case STATIC_KEPT: break;
        case STATIC_RESET:
            item->run = item->init && (item->field->hot_reset || !item->variable->initialised || !static_is_changed(live, item->variable));
            break;
        case STATIC_RETYPED:
            item->converted = static_convert(live, item->former, item->variable);
            item->run = !item->converted && item->init;
            break;
        }
    }
}

static void put_back_statics(Commit *commit) {
    for (u32 i = commit->statics.count; i-- > 0;) {
        SavedStatic *saved = &commit->statics.at[i];
        memcpy(saved->variable->address, &saved->value, 8);
        *saved->variable->snapshot = saved->snapshot;
        saved->variable->initialised = saved->initialised;
    }
}

/* ---- The transaction ------------------------------------------------------------------------------------------------------------------------------------ */

static void commit_free(Commit *commit) {
    for (u32 i = 0; i < commit->formers.count; i++) unit_release(commit->formers.at[i]);
    vec_free(&commit->formers);
    vec_free(&commit->functions);
    for (u32 i = 0; i < commit->statics.count; i++)
        for (u32 k = 0; k < 2; k++) rt_handle_free(commit->live->vm, commit->statics.at[i].kept[k]);
    vec_free(&commit->statics);
    vec_free(&commit->classes);
    vec_free(&commit->refilled);
    migrate_free(commit->migration);
}

/* Registers what the fields typed anew have read. */
static void update_graph(LivePlan *plan) {
    Live *live = plan->live;
    for (u32 i = 0; i < plan->fields.count; i++) {
        Field *field = plan->fields.at[i]->field;
        if (!field->owner) {
            graph_remove(live->graph, field);
            continue;
        }
        LiveUnit *unit = units_of_field(live, field);
        graph_set(live->graph, field, field->body ? &field->body->reads : NULL, unit ? &unit->mir->reads : NULL);
    }
}

static void mark_removed_statics(LivePlan *plan) {
    for (u32 i = 0; i < plan->changes->list.count; i++) {
        const Change *change = &plan->changes->list.at[i];
        if (change->kind != CHANGE_REMOVED || change->entity->kind != ENTITY_FIELD) continue;
        LiveStatic *variable = static_find(plan->live, ((Field *)change->entity)->path);
        if (variable) variable->removed = true;
    }
}

/* For tests: an update that fails behind this step of the commit. */
static bool is_forced_to_fail(const Commit *commit, const char *step) {
    const char *wanted = commit->live->config.flags.fail_stage;
    if (!wanted || !commit->plan->is_update || strcmp(wanted, step) != 0) return false;
    text_printf(commit->error, "forced to fail after %s", step);
    return true;
}

static bool install(Commit *commit) {
    LivePlan *plan = commit->plan;
    Live *live = commit->live;
    live->version = plan->version ? plan->version : live->last_version + 1;
    decide_statics(commit);
    commit->installed = true;
    live->coming = NULL;
    install_units(commit);
    install_code(commit);
    install_classes(commit);
    info_forget_members(live); /* initialisers may ask */
    if (!ancestry_check_frames(plan, commit->error)) return false;
    return !is_forced_to_fail(commit, "install");
}

/* All that changes the program; on the main thread when user code is part of it. */
static bool carry_out(Commit *commit) {
    LivePlan *plan = commit->plan;
    Text *error = commit->error;
    if (plan->is_update && !hooks_before(plan, error)) return false;
    if (is_forced_to_fail(commit, "before") || !install(commit)) return false;
    u64 start = clock_ns();
    bool ok = migrate_run(plan, &commit->migration, error) && !is_forced_to_fail(commit, "migrate") && init_statics(commit, error) &&
              !is_forced_to_fail(commit, "statics");
    ok = ok && (!plan->is_update || (hooks_migrate(plan, commit->from, error) && hooks_after(plan, error)));
    plan->report->us.migrate = (clock_ns() - start) / 1000;
    return ok && !is_forced_to_fail(commit, "after");
}

static void carry_out_work(void *context) {
    Commit *commit = context;
    commit->ok = carry_out(commit);
}

static void put_back(Commit *commit) {
    Live *live = commit->live;
    while (live->listeners.count > commit->listeners) rt_handle_free(live->vm, vec_pop(&live->listeners));
    if (!commit->installed) return;
    put_back_statics(commit);
    if (commit->migration) migrate_undo(commit->plan, commit->migration);
    put_back_functions(commit);
    put_back_classes(commit);
    live->version = commit->from;
}

/* Code that stays is found in the text as it is now. */
static void adopt_positions(Live *live, const PlanUnit *item) {
    if (item->same) unit_adopt_positions(live, item->former, item->unit);
    for (u32 i = 0; !item->same && item->unit && i < item->unit->mir->funcs.count; i++) {
        const LiveFunction *function = function_find(live, item->unit->mir->funcs.at[i]->name);
        const LiveCode *code = function ? function->code : NULL;
        if (code && function->unit == item->unit && code->unit != item->unit) unit_adopt_function(live, code->unit, code->func, item->unit->mir->funcs.at[i]);
    }
}

static void take_hooks(LivePlan *plan) {
    if (!plan->has_hooks) return;
    HookSet former = plan->live->hooks;
    plan->live->hooks = plan->hooks;
    plan->hooks = former; /* freed with the plan */
}

bool commit_in_copy(LivePlan *plan, Text *error) {
    Commit commit = {.plan = plan, .live = plan->live, .from = plan->live->version, .error = error};
    plan->live->coming = plan;
    return carry_out(&commit);
}

bool live_commit(LivePlan *plan, Text *error) {
    Live *live = plan->live;
    LiveReport *report = plan->report;
    Commit commit = {.plan = plan, .live = live, .from = live->version, .listeners = live->listeners.count, .error = error};
    u32 from = live->version;
    bool user = plan_runs_user_code(plan);
    if (user) user_prepare(live);
    u64 start = clock_ns();
    rt_leave_native();
    rt_stop_world(live->vm);
    live->coming = plan;
    if (!user) {
        carry_out_work(&commit);
    } else if (!user_run(live, carry_out_work, &commit) && commit.ok) {
        commit.ok = false;
        text_str(error, user_took_too_long);
    }
    live->coming = NULL;
    bool ok = commit.ok;
    if (ok) {
        plan->committed = true;
        live->commits++;
        live->modules_initialised = live->program->module_list.count;
        if (live->version > live->last_version) live->last_version = live->version;
        plan->from = from;
        probation_commit(plan);
        mark_removed_statics(plan);
        ancestry_finish(plan);
        for (u32 i = 0; i < plan->units.count; i++)
            adopt_positions(live, &plan->units.at[i]);
        stale_frames(live, report);
        stale_closures(live, commit.module, report);
        live_retire_stopped(live, report);
        take_hooks(plan);
        enums_report(plan);
    } else {
        put_back(&commit);
        if (user) text_str(error, "\nThe program goes on as it was; what the code that ran did to other objects, files or screens remains");
    }
    info_forget_members(live);
    rt_resume_world(live->vm);
    u64 live_at = clock_ns();
    rt_enter_native();
    report->us.pause += (live_at - start) / 1000; /* that of the canary is in it */

    if (ok) {
        report->version = live->version;
        report->from = from;
        for (u32 i = 0; i < plan->units.count; i++) {
            PlanUnit *item = &plan->units.at[i];
            if (item->unit) map_set(&live->pending_units, (u64)(uintptr_t)item->unit->mir, NULL);
            if (item->same) unit_release(item->unit);
        }
        for (u32 i = 0; i < commit.classes.count; i++) {
            if (commit.classes.at[i].cls->is_ctor) continue;
            arena_free(commit.classes.at[i].described);
            vec_free(&commit.classes.at[i].interfaces);
        }
        update_graph(plan);
        plan_report(plan);
        hooks_compile_before(live);
    }
    commit_free(&commit);
    return ok;
}

bool hot_reload_module(Live *live, LivePlan *plan, LiveReport *report, Text *error) {
    ASSERT(plan->live == live && plan->report == report);
    return live_plan_compile(plan, error) && live_commit(plan, error);
}

bool hot_reload_function(Live *live, MirUnit *mir, Name name, Text *error) {
    ChangeSet changes = {0};
    LiveReport report = {.arena = arena_new("report")};
    LivePlan *plan = live_plan_new(live, &changes, &report);
    LiveUnit *unit = unit_new(live, mir->funcs.at[0]->name, mir);
    map_set(&live->pending_units, (u64)(uintptr_t)mir, unit);
    vec_push(NULL, &plan->units, (PlanUnit){.former = unit_find(live, unit->name), .unit = unit});
    bool ok = false;
    for (u32 i = 0; i < mir->funcs.count; i++) {
        LiveFunction *function = function_find(live, mir->funcs.at[i]->name);
        if (mir->funcs.at[i]->name == name) ok = true;
        if (function && function->unit && function->identity != unit_identity(live, mir->funcs.at[i])) {
            text_printf(error, "%s has another signature: its callers must be compiled anew with it (hot_reload_module)", function->name->text);
            live_plan_free(plan);
            arena_free(report.arena);
            return false;
        }
        vec_push(NULL, &plan->codes, (PlanCode){.function = function, .name = mir->funcs.at[i]->name, .unit = unit, .func = i});
    }
    if (!ok) text_printf(error, "the unit has no function %s", name->text);
    ok = ok && hot_reload_module(live, plan, &report, error);
    live_plan_free(plan);
    arena_free(report.arena);
    return ok;
}
