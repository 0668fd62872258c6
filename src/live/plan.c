/* plan: from changed declarations to the functions that are compiled anew.
 *
 * 1. Typing. A changed entity's facets are hashed again; whoever read a facet whose hash differs is typed again, and so on until nothing
 *    differs. So what an edit costs depends on what it concerns, not on the size of the program.
 * 2. Lowering. Units of the fields typed again are lowered; a function whose MIR hashes as before keeps its code.
 * 3. Code. Everything that has code and differs is compiled in one module. What was never called stays with its stub.
 */
#include "plan.h"

#include <stdlib.h>

#define MAX_ROUNDS 8 /* a field that keeps changing with what depends on it: recursive inference, which the typer reports */

const char *const live_stage_text[LIVE_STAGE_COUNT] = {
#define X(name, text) text,
    LIVE_STAGES(X)
#undef X
};

LivePlan *live_plan_new(Live *live, const ChangeSet *changes, LiveReport *report) {
    LivePlan *plan = base_alloc(sizeof *plan);
    plan->live = live;
    plan->changes = changes;
    plan->report = report;
    plan->arena = arena_new("plan");
    plan->number = ++live->plans;
    plan->former_functions = live->next_function;
    plan->former_classes = live->all_classes.count;
    plan->former_modules = live->program->module_list.count;
    return plan;
}

const char *live_plan_refusal(const LivePlan *plan) { return plan->refusal ? plan->refusal : "live.initialiser"; }
void live_plan_force(LivePlan *plan) { plan->is_forced = true; }

void live_plan_set_version(LivePlan *plan, u32 number) { plan->version = number; }

void live_plan_free(LivePlan *plan) {
    if (!plan) return;
    if (!plan->committed) plan_abandon(plan);
    for (u32 i = 0; i < plan->classes.count; i++) {
        vec_free(&plan->classes.at[i].added);
        vec_free(&plan->classes.at[i].dropped);
        vec_free(&plan->classes.at[i].obsolete);
    }
    map_free(&plan->by_field);
    vec_free(&plan->fields);
    vec_free(&plan->units);
    vec_free(&plan->codes);
    vec_free(&plan->replaced);
    vec_free(&plan->classes);
    vec_free(&plan->statics);
    vec_free(&plan->ancestries);
    vec_free(&plan->revived);
    vec_free(&plan->renames);
    vec_free(&plan->joins);
    hooks_free(&plan->hooks);
    arena_free(plan->arena);
    free(plan);
}

void plan_take_back(LivePlan *plan, PlanClass *item) {
    LiveClass *cls = item->cls;
    if (cls->is_ctor) enums_abandon(plan, item);
    cls->pending_mir = NULL;
    for (u32 k = 0; k < item->dropped.count; k++) cls->fields.at[item->dropped.at[k]].removed = false;
    for (u32 k = 0; k < item->added.count; k++)
        if (item->added.at[k].restored) cls->fields.at[item->added.at[k].number].removed = true;
    cls->fields.count = item->former_fields;
    for (u32 k = 0; k < item->obsolete.count; k++) class_revive_method(cls, &item->obsolete.at[k]);
    item->obsolete.count = 0;
    class_cut_methods(cls, item->former_methods);
}

void plan_abandon(LivePlan *plan) {
    Live *live = plan->live;
    code_module_free(plan->module);
    plan->module = NULL;
    for (u32 i = 0; i < plan->units.count; i++) {
        LiveUnit *unit = plan->units.at[i].unit;
        if (!unit) continue;
        map_set(&live->pending_units, (u64)(uintptr_t)unit->mir, NULL);
        unit_release(unit);
    }
    for (u32 i = 0; i < plan->classes.count; i++) {
        PlanClass *item = &plan->classes.at[i];
        plan_take_back(plan, item);
        arena_free(item->arena);
    }
    ancestry_take_back(plan);
    closures_take_back(plan);
    for (u32 i = 0; i < plan->statics.count; i++) {
        PlanStatic *item = &plan->statics.at[i];
        if (item->former) map_set_name(&live->statics, item->former->path, item->former);
        if (item->restored) item->variable->removed = true;
    }
    /* Classes first named by code of this update: nothing has an instance of them. */
    for (u32 i = plan->former_classes; i < live->all_classes.count; i++)
        if (!live->all_classes.at[i]->is_builtin) live->all_classes.at[i]->unborn = true;
}

/* ---- Typing --------------------------------------------------------------------------------------------------------------------------------- */

PlanField *plan_add(LivePlan *plan, Field *field, bool changed) {
    PlanField *item = map_get(&plan->by_field, (u64)(uintptr_t)field);
    if (!item) {
        item = NEW(plan->arena, PlanField);
        item->field = field;
        map_set(&plan->by_field, (u64)(uintptr_t)field, item);
        vec_push(NULL, &plan->fields, item);
    }
    item->changed |= changed;
    return item;
}

static void add_dependent(void *context, Field *field) {
    LivePlan *plan = context;
    if (!field->owner) return; /* removed meanwhile */
    PlanField *item = map_get(&plan->by_field, (u64)(uintptr_t)field);
    if (item && !item->typed) return; /* will be typed anyway */
    if (item && item->rounds >= MAX_ROUNDS) return;
    field_invalidate(plan->live->program, field);
    if (!item) {
        plan_add(plan, field, false);
        return;
    }
    item->typed = false;
    vec_push(NULL, &plan->fields, item); /* once more, behind what it depends on */
}

/* Hashes the entity again; its readers are typed anew. */
static void propagate(LivePlan *plan, Entity *entity) {
    u64 old[FACET_COUNT];
    if (!entity_rehash(plan->live->program, entity, old)) return;
    for (u32 facet = 0; facet < FACET_COUNT; facet++)
        if (entity->hash[facet] != old[facet]) graph_readers(plan->live->graph, entity, (Facet)facet, add_dependent, plan);
}

static void type_pending(LivePlan *plan) {
    Program *program = plan->live->program;
    for (; plan->next < plan->fields.count; plan->next++) {
        PlanField *item = plan->fields.at[plan->next];
        if (item->typed) continue;
        item->typed = true;
        item->rounds++;
        if (!item->field->owner) continue;
        field_type(program, item->field);
        field_body(program, item->field);
        propagate(plan, &item->field->entity);
    }
}

bool live_plan_type(LivePlan *plan) {
    Program *program = plan->live->program;
    const ChangeSet *changes = plan->changes;
    for (u32 i = 0; i < changes->list.count; i++) {
        const Change *change = &changes->list.at[i];
        if (change->entity->kind == ENTITY_FIELD && change->kind != CHANGE_REMOVED)
            plan_add(plan, (Field *)change->entity, change->kind != CHANGE_DEPENDENT);
    }
    for (u32 i = 0; i < changes->list.count; i++) propagate(plan, changes->list.at[i].entity);
    for (u32 i = 0; i < changes->modules.count; i++) propagate(plan, &changes->modules.at[i]->entity);
    type_pending(plan);
    /* What no field's typing reaches: headers, rules of the hierarchy, errors of code that nothing calls. */
    for (u32 i = 0; i < changes->modules.count; i++)
        if (changes->modules.at[i]->ast) program_check_module(program, changes->modules.at[i]);
    type_pending(plan);
    return program->diags->errors == 0;
}

/* ---- Lowering -------------------------------------------------------------------------------------------------------------------------------- */

static void add_code(LivePlan *plan, LiveUnit *unit, u32 func, LiveFunction *function) {
    vec_push(NULL, &plan->codes, (PlanCode){.function = function, .name = unit->mir->funcs.at[func]->name, .unit = unit, .func = func});
}

static LiveUnit *lower_again(LivePlan *plan, Name name) {
    Live *live = plan->live;
    MirUnit *mir = lower_named(live->lowering, name);
    if (!mir) return NULL;
    LiveUnit *unit = unit_new(live, name, mir);
    map_set(&live->pending_units, (u64)(uintptr_t)mir, unit);
    return unit;
}

bool plan_need(LivePlan *plan, Name name) {
    Live *live = plan->live;
    for (u32 i = 0; i < plan->units.count; i++) {
        LiveUnit *unit = plan->units.at[i].unit;
        if (!unit || unit->name != name) continue;
        for (u32 k = 0; k < plan->codes.count; k++)
            if (plan->codes.at[k].unit == unit) return true;
        for (u32 k = 0; k < unit->mir->funcs.count; k++) add_code(plan, unit, k, NULL);
        return true;
    }
    LiveUnit *unit = lower_again(plan, name);
    if (!unit) return false;
    vec_push(NULL, &plan->units, (PlanUnit){.former = unit_find(live, name), .unit = unit});
    for (u32 k = 0; k < unit->mir->funcs.count; k++) add_code(plan, unit, k, NULL);
    return true;
}

/* Does the function call, or make a closure of, one that gets another slot? Then its code holds the old slot's address. */
static bool refers_to_replaced(const MirFunc *func, const Map *replaced) {
    if (!replaced->live) return false;
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        for (u32 i = 0; i < block->instrs.count; i++) {
            const MirInstr *instr = &block->instrs.at[i];
            if ((instr->op == MIR_CALL || instr->op == MIR_MAKE_CLOSURE) && map_get_name(replaced, instr->owner)) return true;
        }
    }
    return false;
}

static bool unit_has_code(Live *live, const LiveUnit *unit) {
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        LiveFunction *function = function_find(live, unit->mir->funcs.at[i]->name);
        if (function && function->unit == unit && function->code) return true;
    }
    return false;
}

static void lower_unit(LivePlan *plan, LiveUnit *former) {
    LiveUnit *unit = lower_again(plan, former->name);
    vec_push(NULL, &plan->units, (PlanUnit){.former = former, .unit = unit});
}

/* The former function takes the name over again: closures of it run the new code. */
static LiveFunction *revive(LivePlan *plan, LiveFunction *present, LiveFunction *former) {
    if (present) present->replaced = true;
    former->replaced = false;
    map_set_name(&plan->live->functions, former->name, former);
    vec_push(NULL, &plan->revived, former);
    return former;
}

/* Functions whose signature is not what it was get a slot of their own, which code compiled from now on refers to. */
static void replace_functions(LivePlan *plan, Map *replaced) {
    for (u32 i = 0; i < plan->units.count; i++) {
        LiveUnit *unit = plan->units.at[i].unit;
        for (u32 k = 0; unit && k < unit->mir->funcs.count; k++) {
            const MirFunc *mir = unit->mir->funcs.at[k];
            LiveFunction *function = function_find(plan->live, mir->name);
            if (function && (!function->unit || function->identity == unit_identity(plan->live, mir))) continue;
            LiveFunction *former = plan->live->has_replaced ? function_former(plan->live, mir->name, unit_identity(plan->live, mir)) : NULL;
            if (!function && !former) continue;
            if (function) vec_push(NULL, &plan->replaced, function);
            map_set_name(replaced, mir->name, former ? revive(plan, function, former) : function_replace(plan->live, function));
        }
    }
}

static void compare_unit(LivePlan *plan, PlanUnit *item, const Map *replaced) {
    Live *live = plan->live;
    LiveUnit *unit = item->unit, *former = item->former;
    bool warm = former && unit_has_code(live, former);
    item->same = former && former->mir->funcs.count == unit->mir->funcs.count;
    for (u32 k = 0; k < unit->mir->funcs.count; k++) {
        const MirFunc *mir = unit->mir->funcs.at[k];
        LiveFunction *function = function_find(live, mir->name);
        const MirFunc *old = function && function->unit == former ? function_mir(function) : NULL;
        bool other_slot = map_get_name(replaced, mir->name) != NULL;
        /* Code finds its places by number: another number of them is other code. */
        bool same = old && !other_slot && old->hash == mir->hash && old->positions.count == mir->positions.count &&
                    !refers_to_replaced(mir, replaced) && !ancestry_concerns(plan, mir);
        if (!same || old != former->mir->funcs.at[k]) item->same = false;
        if (same || (!warm && !(function && function->code))) continue;
        /* What was called is compiled before it is called again; so is what comes new with it (a local function). */
        if (!function || !function->unit || function->code) add_code(plan, unit, k, function);
    }
}

static bool has_stale_read(const ReadSet *reads) {
    for (u32 i = 0; i < reads->list.count; i++) {
        const Read *read = &reads->list.at[i];
        if (read->entity->hash[read->facet] != read->hash) return true;
    }
    return false;
}

/* Functions that belong to no field, such as the constructor of a class that writes none: what they read says whether they are stale; a
 * constructor also consists of the initialisers of its class's variables. */
static void lower_made(LivePlan *plan) {
    Live *live = plan->live;
    Map constructors = {0};
    for (u32 i = 0; i < plan->fields.count; i++) {
        const Field *field = plan->fields.at[i]->field;
        if (field->owner && !field->is_static)
            map_set_name(&constructors, name_printf(live->program->names, "%s.new", field->owner->path->text), plan);
    }
    for (MapEntry *entry = NULL; (entry = map_next(&live->made_units, entry));) {
        LiveUnit *unit = entry->value;
        if (unit->planned == plan->number) continue;
        if (!map_get_name(&constructors, unit->name) && !has_stale_read(&unit->mir->reads)) continue;
        unit->planned = plan->number;
        lower_unit(plan, unit);
    }
    map_free(&constructors);
}

/* Another field has the path now (a static function became a method): its functions get slots of their own. */
static void free_names(LivePlan *plan, const LiveUnit *unit) {
    Live *live = plan->live;
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        LiveFunction *function = function_find(live, unit->mir->funcs.at[i]->name);
        if (!function || function->unit != unit) continue;
        function->replaced = live->has_replaced = true;
        vec_push(NULL, &plan->replaced, function);
        map_set_name(&live->functions, function->name, NULL);
    }
}

/* Units whose text and reads are as before, but whose code has numbers that are given up. */
static void lower_concerned(LivePlan *plan) {
    if (!plan->joins.count) return;
    Map taken = {0};
    for (u32 i = 0; i < plan->units.count; i++) map_set(&taken, (u64)(uintptr_t)plan->units.at[i].former, plan);
    for (MapEntry *entry = NULL; (entry = map_next(&plan->live->units, entry));) {
        LiveUnit *unit = entry->value;
        bool concerned = false;
        for (u32 i = 0; i < unit->mir->funcs.count; i++) concerned |= ancestry_concerns(plan, unit->mir->funcs.at[i]);
        if (concerned && !map_get(&taken, (u64)(uintptr_t)unit)) lower_unit(plan, unit);
    }
    map_free(&taken);
}

bool live_plan_lower(LivePlan *plan, LiveStage *stage) {
    Live *live = plan->live;
    *stage = LIVE_COMPILE;
    for (u32 i = 0; i < plan->fields.count; i++) {
        Field *field = plan->fields.at[i]->field;
        if (plan->fields.at[i]->rounds == 0) continue;
        plan->fields.at[i]->rounds = 0; /* a field stands in the list once a round */
        for (LiveUnit *unit = units_of_field(live, field); unit; unit = unit->next_of_field) lower_unit(plan, unit);
    }
    lower_made(plan);
    for (u32 i = 0; i < plan->changes->list.count; i++) {
        const Change *change = &plan->changes->list.at[i];
        if (change->kind != CHANGE_REMOVED || change->entity->kind != ENTITY_FIELD) continue;
        for (LiveUnit *unit = units_of_field(live, (Field *)change->entity); unit; unit = unit->next_of_field) {
            vec_push(NULL, &plan->units, (PlanUnit){.former = unit, .unit = NULL});
            const Field *now = map_get_name(&live->program->fields, unit->field->path);
            if (now && now != unit->field && now->owner) free_names(plan, unit);
        }
    }
    if (live->program->diags->errors) return false;
    ancestry_plan(plan);
    lower_concerned(plan);
    if (live->program->diags->errors) return false;
    closures_rename(plan);
    Map replaced = {0};
    replace_functions(plan, &replaced);
    for (u32 i = 0; i < plan->units.count; i++)
        if (plan->units.at[i].unit) compare_unit(plan, &plan->units.at[i], &replaced);
    map_free(&replaced);
    *stage = LIVE_MIGRATE;
    if (!plan_types(plan) || !plan_hooks(plan)) return false;
    closures_follow(plan);
    *stage = LIVE_COMPILE;
    return live->program->diags->errors == 0;
}

bool live_plan_is_empty(const LivePlan *plan) { return plan->changes->list.count == 0 && plan->codes.count == 0; }

/* ---- Code ------------------------------------------------------------------------------------------------------------------------------------ */

bool live_plan_compile(LivePlan *plan, Text *error) {
    if (plan->codes.count == 0) return true;
    MirFunc **mirs = NEW_ARRAY(plan->arena, MirFunc *, plan->codes.count);
    for (u32 i = 0; i < plan->codes.count; i++) {
        const PlanCode *code = &plan->codes.at[i];
        mirs[i] = code->mir ? code->mir : code->unit->mir->funcs.at[code->func];
    }
    plan->module = codegen_compile(plan->live->codegen, mirs, plan->codes.count, plan->live->config.tier, error);
    return plan->module != NULL;
}
