/* probation: for some time after an update its code can be taken back when it fails.
 *
 * A changed function is called through a guard (runtime/guard.c), which keeps the arguments of each thread's outermost call into new code; a
 * running loop that goes on in new code does so through a guard at each of its turns, which keeps its variables. An exception that no handler
 * of the program would take is seen before anything is unwound: the last good version is made live again, by an ordinary rollback, and the
 * exception ends at the guard, where the call is made again, of the former code, with the same arguments, or the former loop goes on with the
 * variables as they were at the beginning of that turn. What was done meanwhile stays done.
 *
 * Updates that follow each other within the time are on probation together. When it is over, slots and tables hold the code itself again.
 */
#include "plan.h"

#include <stdlib.h>

/* ---- Guards ------------------------------------------------------------------------------------------------------------------------------- */

/* Arguments that the calling convention passes on the stack. */
static u32 stack_words(const MirFunc *func) {
    u32 integers = 0, floats = 0;
    for (u32 i = 0; i < func->arg_count; i++) {
        if (func->locals.at[i].rep == REP_F64) floats++;
        else integers++;
    }
    return (integers > 6 ? integers - 6 : 0) + (floats > 8 ? floats - 8 : 0);
}

static void guard_function(Live *live, LiveFunction *function) {
    if (function->is_guarded) return;
    if (!function->guard) {
        function->guard = low_alloc(live->low, sizeof *function->guard);
        function->guard->slot = function->slot;
        function->guard_entry = code_stub_guard(live->stubs, function->guard);
    }
    function->guard->stack_words = stack_words(function_mir(function));
    function->is_guarded = true;
    vec_push(NULL, &live->probation.functions, function);
    function_publish(function, function->address);
}

void probation_loop(Live *live, PollSite *site, LiveModule *module, LiveFunction *now) {
    if (!probation_is_on(live)) return;
    Probation *probation = &live->probation;
    void *entry = (void *)module->codes[0].start;
    if (!site->guard) {
        site->guard = low_alloc(live->low, sizeof *site->guard);
        *site->guard = (RtGuard){.is_loop = true, .site = site, .values = site->unit->mir->funcs.at[site->func]->loops.at[site->loop].scope_count};
        site->guard_entry = code_stub_guard(live->stubs, site->guard);
    }
    atomic_store(&site->guard->target, entry);
    unit_retain(site->unit);
    vec_push(NULL, &probation->origins[0], site->unit);
    u8 *stale = &now->unit->stale[now->func];
    if (!*stale) {
        *stale = STALE_KEEPS;
        unit_retain(now->unit);
        vec_push(NULL, &probation->units, now->unit);
    }
    if (site->unit != now->unit) return;
    module->current++;
    vec_push(NULL, &probation->sites, site);
    vec_push(NULL, &probation->entries, module);
    atomic_store(&site->again, entry);
}

/* ---- Beginning and end --------------------------------------------------------------------------------------------------------------------- */

/* Entries of loops in code that was replaced (all: whatever their code). */
static void drop_entries(Live *live, bool all) {
    Probation *probation = &live->probation;
    u32 kept = 0;
    for (u32 i = 0; i < probation->sites.count; i++) {
        PollSite *site = probation->sites.at[i];
        if (!all && unit_find(live, site->unit->name) == site->unit) {
            probation->sites.at[kept] = site;
            probation->entries.at[kept++] = probation->entries.at[i];
            continue;
        }
        atomic_store(&site->again, NULL);
        probation->entries.at[i]->current--;
    }
    probation->sites.count = probation->entries.count = kept;
}

void probation_end(Live *live) {
    Probation *probation = &live->probation;
    for (u32 i = 0; i < probation->functions.count; i++) {
        LiveFunction *function = probation->functions.at[i];
        function->is_guarded = false;
        function_publish(function, atomic_load(&function->guard->target));
    }
    drop_entries(live, true);
    for (u32 i = 0; i < probation->units.count; i++) {
        LiveUnit *unit = probation->units.at[i];
        for (u32 k = 0; k < unit->mir->funcs.count; k++)
            if (unit->stale[k] == STALE_KEEPS) unit->stale[k] = 0;
        unit_release(unit);
    }
    probation->functions.count = probation->units.count = 0;
    probation->good = 0;
}

/* Guards of calls that are under way stand for nothing any more. World stopped. */
static void forget_guards(Live *live) {
    Probation *probation = &live->probation;
    rt_guards_forget(live->vm);
    for (u32 i = 0; i < probation->origins[1].count; i++) unit_release(probation->origins[1].at[i]);
    vec_free(&probation->origins[1]);
    probation->origins[1].at = probation->origins[0].at;
    probation->origins[1].count = probation->origins[0].count;
    probation->origins[1].capacity = probation->origins[0].capacity;
    probation->origins[0].at = NULL;
    probation->origins[0].count = probation->origins[0].capacity = 0;
}

void probation_free(Live *live) {
    Probation *probation = &live->probation;
    probation_end(live);
    for (u32 g = 0; g < 2; g++) {
        for (u32 i = 0; i < probation->origins[g].count; i++) unit_release(probation->origins[g].at[i]);
        vec_free(&probation->origins[g]);
    }
    vec_free(&probation->functions);
    vec_free(&probation->sites);
    vec_free(&probation->entries);
    vec_free(&probation->units);
}

/* The function that has new code and had other code before, under the slot that it had in the last good version too: there the call can be
 * made again. NULL: it is not like that. */
static LiveFunction *changed_function(const LivePlan *plan, const PlanUnit *item, u32 number) {
    const Live *live = plan->live;
    const MirFunc *mir = item->unit->mir->funcs.at[number];
    LiveFunction *function = function_find(plan->live, mir->name);
    if (!function || function->unit != item->unit || function->func != number) return NULL;
    if (function->slot->function >= live->probation.first_function) return NULL;
    for (u32 k = 0; k < item->former->mir->funcs.count; k++) {
        if (item->former->mir->funcs.at[k]->name != mir->name) continue;
        bool compiled = function->code && function->code->version == live->version;
        return compiled || item->former->mir->funcs.at[k]->hash != mir->hash ? function : NULL;
    }
    return NULL;
}

void probation_commit(LivePlan *plan) {
    Live *live = plan->live;
    Probation *probation = &live->probation;
    if (!live->config.probation_ms || !plan->is_update) return;
    if (plan->version) { /* a rollback */
        probation->withdrawn = probation_is_on(live);
        probation_end(live);
        return;
    }
    drop_entries(live, false);
    if (!probation_is_on(live)) {
        forget_guards(live); /* of an earlier one */
        probation->good = plan->from;
        probation->first_function = plan->former_functions;
        probation->withdrawn = false;
    }
    probation->until_ns = clock_ns() + (u64)live->config.probation_ms * 1000000;
    for (u32 i = 0; i < plan->units.count; i++) {
        const PlanUnit *item = &plan->units.at[i];
        if (item->same || !item->unit || !item->former) continue;
        for (u32 k = 0; k < item->unit->mir->funcs.count; k++) {
            LiveFunction *function = changed_function(plan, item, k);
            if (function) guard_function(live, function);
        }
    }
}

u32 live_good_version(const Live *live) { return live->probation.good; }
bool live_was_withdrawn(const Live *live) { return live->probation.withdrawn; }

int live_probation_left_ms(const Live *live) {
    if (!probation_is_on(live)) return -1;
    u64 now = clock_ns();
    return now >= live->probation.until_ns ? 0 : (int)((live->probation.until_ns - now) / 1000000) + 1;
}

void live_probation_tick(Live *live) {
    if (live_probation_left_ms(live) == 0) probation_end(live);
}

/* ---- When it fails --------------------------------------------------------------------------------------------------------------------------- */

/* Nothing is unwound yet. */
RtUncaught live_hook_uncaught(void *context, RtThread *thread) {
    Live *live = context;
    if (rt_is_alone() || !(probation_is_on(live) || live->probation.withdrawn)) return RT_UNCAUGHT_END;
    RtGuard *guard = rt_guard_hold(thread);
    if (!guard) return RT_UNCAUGHT_END;
    Text message = {0};
    rt_exception_text(thread, &message);
    while (message.count && message.at[message.count - 1] == '\n') message.count--;
    text_add(&message, "", 1);
    PollSite *site = guard->is_loop ? guard->site : NULL;
    u32 values = 0;
    rt_enter_native();
    bool ok = live->config.withdraw(live->config.hook_context, rt_signal(thread) ? "signal" : "exception", message.at);
    rt_leave_native();
    void *entry = ok && site ? live_transfer_entry(live, site, &values) : NULL;
    if (ok && site && !entry) { /* the former loop reads what this one does not have: as it was when it went on in new code */
        RtGuard *first = rt_guard_first_turn(thread);
        if (first) entry = live_transfer_entry(live, first->site, &values);
    }
    if (site && !entry) ok = false;
    text_free(&message);
    if (ok) rt_guard_land(thread, entry);
    else rt_guard_release(thread);
    return ok ? RT_UNCAUGHT_LAND : RT_UNCAUGHT_END;
}
