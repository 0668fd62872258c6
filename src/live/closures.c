/* closures: which local function of the new version is which, and bodies for closures that captured other variables.
 *
 * A closure is its slot: what it captured, in which order, is the slot's for ever. When a function's new version captures other variables,
 * it gets another slot; a closure of before whose captures are enough for the new body runs a copy of it that reads them where they are.
 * So closures of several versions may run one text, each through its own slot.
 */
#include "plan.h"

/* ---- Names --------------------------------------------------------------------------------------------------------------------------- */

/* The function of that name and those that it replaced, which may follow it again. */
static void note_renames(LivePlan *plan, Name from, Name to) {
    Live *live = plan->live;
    LiveFunction *present = function_find(live, from);
    if (present) vec_push(NULL, &plan->renames, (PlanRename){present, from, to});
    for (u32 i = 0; live->has_replaced && i < live->all_functions.count; i++) {
        LiveFunction *function = live->all_functions.at[i];
        if (function->replaced && function->code && function->name == from) vec_push(NULL, &plan->renames, (PlanRename){function, from, to});
    }
}

static bool is_unnamed(Name name) {
    const char *last = strrchr(name->text, '/');
    return last && last[1] >= '0' && last[1] <= '9';
}

/* Unnamed ones that are gone have names that no other gets: an unnamed one that comes later is not the same. */
static void note_removed(LivePlan *plan, Name name) {
    Live *live = plan->live;
    if (!is_unnamed(name)) return;
    note_renames(plan, name, name_printf(live->program->names, "%s`gone%u", name->text, plan->number));
    LiveFunction *function = function_find(live, name);
    if (!function) return;
    function->replaced = live->has_replaced = true;
    vec_push(NULL, &plan->replaced, function);
    map_set_name(&live->functions, name, NULL);
}

void closures_rename(LivePlan *plan) {
    Live *live = plan->live;
    for (u32 i = 0; i < plan->changes->list.count; i++) {
        const Change *change = &plan->changes->list.at[i];
        for (u32 k = 0; k < change->functions_removed.count; k++) note_removed(plan, change->functions_removed.at[k]);
    }
    u32 gone = plan->renames.count;
    for (u32 i = 0; i < plan->changes->list.count; i++) {
        const Change *change = &plan->changes->list.at[i];
        for (u32 k = 0; k < change->functions_moved.count; k++) note_renames(plan, change->functions_moved.at[k].from, change->functions_moved.at[k].to);
    }
    for (u32 i = gone; i < plan->renames.count; i++)
        if (!plan->renames.at[i].function->replaced) map_set_name(&live->functions, plan->renames.at[i].from, NULL);
    for (u32 i = 0; i < plan->renames.count; i++) {
        const PlanRename *rename = &plan->renames.at[i];
        rename->function->name = rename->to;
        if (!rename->function->replaced) map_set_name(&live->functions, rename->to, rename->function);
    }
}

void closures_take_back(LivePlan *plan) {
    Live *live = plan->live;
    for (u32 i = 0; i < plan->revived.count; i++) {
        plan->revived.at[i]->replaced = true;
        map_set_name(&live->functions, plan->revived.at[i]->name, NULL);
    }
    for (u32 i = 0; i < plan->renames.count; i++) map_set_name(&live->functions, plan->renames.at[i].to, NULL);
    for (u32 i = 0; i < plan->renames.count; i++) plan->renames.at[i].function->name = plan->renames.at[i].from;
    for (u32 i = 0; i < plan->replaced.count; i++) {
        LiveFunction *function = plan->replaced.at[i];
        function->replaced = false;
        map_set_name(&live->functions, function->name, function);
    }
    for (u32 i = 0; i < plan->renames.count; i++) {
        LiveFunction *function = plan->renames.at[i].function;
        if (!function->replaced) map_set_name(&live->functions, function->name, function);
    }
}

/* ---- Bodies -------------------------------------------------------------------------------------------------------------------------- */

static u32 place_in(const LiveFunction *function, const Capture *wanted) {
    for (u32 i = 0; i < function->layout.count; i++)
        if (function->layout.at[i].name == wanted->name) return i;
    FATAL("a closure without the capture %s", wanted->name->text);
}

/* The function with each capture read where that closure has it. */
static MirFunc *copy_for(Live *live, const MirFunc *mir, const LiveFunction *function) {
    Arena *arena = mir->unit->arena;
    MirFunc *copy = NEW(arena, MirFunc);
    *copy = *mir;
    copy->origin = mir;
    copy->name = name_printf(live->program->names, "%s`of%u", mir->name->text, function->slot->function);
    copy->captures.at = arena_copy(arena, function->layout.at, function->layout.count * sizeof *function->layout.at);
    copy->captures.count = function->layout.count;
    copy->blocks.at = arena_copy(arena, mir->blocks.at, mir->blocks.count * sizeof *mir->blocks.at);
    for (u32 b = 0; b < copy->blocks.count; b++) {
        MirBlock *block = &copy->blocks.at[b];
        block->instrs.at = arena_copy(arena, block->instrs.at, block->instrs.count * sizeof *block->instrs.at);
        for (u32 i = 0; i < block->instrs.count; i++) {
            MirInstr *instr = &block->instrs.at[i];
            if (instr->op == MIR_LOAD_CAPTURE) instr->number = place_in(function, &mir->captures.at[instr->number]);
        }
    }
    return copy;
}

void closures_follow(LivePlan *plan) {
    Live *live = plan->live;
    u32 count = live->has_replaced ? plan->codes.count : 0;
    for (u32 i = 0; i < count; i++) {
        const PlanCode code = plan->codes.at[i];
        const MirFunc *mir = code.unit->mir->funcs.at[code.func];
        if (!mir->is_closure) continue;
        for (u32 k = 0; k < live->all_functions.count; k++) {
            LiveFunction *function = live->all_functions.at[k];
            if (!function_can_follow(live, function, mir)) continue;
            vec_push(NULL, &plan->codes, (PlanCode){.name = code.name, .unit = code.unit, .func = code.func, .function = function, .follower = function,
                                                    .mir = copy_for(live, mir, function)});
        }
    }
}
