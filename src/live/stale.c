/* stale: what still runs code of an older version: frames, found by walking the stacks, and closures, found in the heap. World stopped.
 */
#include "plan.h"

LiveCode *stale_code_at(uintptr_t pc, u32 *pos) {
    CodePlace place;
    if (!codegen_lookup_pc(pc, &place) || !place.module->user) return NULL;
    LiveModule *module = place.module->user;
    *pos = place.pos;
    return &module->codes[place.entry - place.module->entries];
}

/* Does it run the function's present text? Code that took a loop over has no slot of its own. */
static bool is_current(Live *live, const LiveCode *code) {
    if (code->function->replaced) return code->function->code == code && function_follows(live, code->function);
    if (code->function->code == code) return true;
    if (!code->module->transfer || !code->function->unit) return false;
    return function_mir(code->function)->hash == code->unit->mir->funcs.at[code->func]->hash;
}

/* ---- Frames ------------------------------------------------------------------------------------------------------------------------------------ */

/* What was found out about a place in code: in a deep recursion the same few places stand on the stack thousands of times. */
typedef struct FrameVerdict {
    uintptr_t pc;
    bool current, switched;
    u32 row; /* in frames_stale */
} FrameVerdict;

typedef struct FrameVisit {
    Live *live;
    LiveReport *report;
    FrameVerdict known[64]; /* by pc */
} FrameVisit;

/* Name in events: without what the compiler appended. */
static Name shown_name(Live *live, Name name) {
    const char *mark = strchr(name->text, '`');
    return mark ? name_of(live->program->names, name->text, (size_t)(mark - name->text)) : name;
}

static u32 stale_row(LiveReport *report, Name name, u32 version, const char *why) {
    for (u32 i = 0; i < report->frames_stale.count; i++)
        if (report->frames_stale.at[i].function == name && report->frames_stale.at[i].version == version) return i;
    vec_push(report->arena, &report->frames_stale, (LiveStale){.function = name, .version = version, .why = why});
    return report->frames_stale.count - 1;
}

static void push_switched(LiveReport *report, Name name, u32 loop) {
    for (u32 i = 0; i < report->frames_switched.count; i++)
        if (report->frames_switched.at[i].function == name && report->frames_switched.at[i].loop == loop) return;
    vec_push(report->arena, &report->frames_switched, (LiveSwitched){name, loop});
}

static FrameVerdict judge(FrameVisit *visit, uintptr_t pc) {
    u32 pos = UINT32_MAX, loop = 0;
    LiveCode *code = stale_code_at(pc - 1, &pos);
    FrameVerdict verdict = {.pc = pc, .current = !code || is_current(visit->live, code)};
    if (verdict.current) return verdict;
    Name name = shown_name(visit->live, code->unit->mir->funcs.at[code->func]->name);
    const char *why = NULL;
    verdict.switched = loops_switch(visit->live, code, pos, visit->report->arena, &loop, &why);
    if (verdict.switched) {
        push_switched(visit->report, name, loop + 1);
        return verdict;
    }
    if (!why)
        why = code->function->replaced
            ? "this call began before the update, which changed or removed the function's signature: it ends in the version it began in"
            : "this call began before the update: it ends in the version it began in, the next call runs the new code";
    verdict.row = stale_row(visit->report, name, code->version, why);
    return verdict;
}

static bool visit_frame(void *context, uintptr_t pc, uintptr_t frame) {
    (void)frame;
    FrameVisit *visit = context;
    FrameVerdict *known = &visit->known[pc / 8 % LEN(visit->known)];
    if (known->pc != pc) *known = judge(visit, pc);
    if (!known->current && !known->switched) visit->report->frames_stale.at[known->row].count++;
    return true;
}

static void visit_thread_frames(void *context, RtThread *thread) { rt_walk_stack(thread, visit_frame, context); }

void stale_frames(Live *live, LiveReport *report) {
    FrameVisit visit = {.live = live, .report = report};
    rt_each_thread(live->vm, visit_thread_frames, &visit);
}

typedef struct ClosureVisit {
    Live *live;
    LiveReport *report;
    const LiveModule *module; /* of the update, NULL: none */
} ClosureVisit;

/* ---- Closures ------------------------------------------------------------------------------------------------------------------------------------ */

/* Why a closure cannot run the present body. */
static const char *why_stale(Live *live, const LiveFunction *function, Arena *arena) {
    LiveFunction *now = function_find(live, function->name);
    const MirFunc *old = function->code ? function->code->unit->mir->funcs.at[function->code->func] : NULL;
    const MirFunc *new = now ? function_mir(now) : NULL;
    if (!new) return "its function is no longer in the program";
    for (u32 i = 0; old && i < new->captures.count; i++) {
        const Capture *wanted = &new->captures.at[i], *same = NULL;
        for (u32 k = 0; k < old->captures.count; k++)
            if (old->captures.at[k].name == wanted->name) same = &old->captures.at[k];
        if (!same) return arena_printf(arena, "the new body captures %s, which this closure did not", wanted->name->text);
        if (same->type != wanted->type || same->is_cell != wanted->is_cell)
            return arena_printf(arena, "the new body captures %s in another form (its type, or whether it is written)", wanted->name->text);
    }
    if (old && function->signature != now->signature && old->sig && new->sig && old->sig->text == new->sig->text)
        return "the types of its arguments or its result changed";
    if (old && old->sig != new->sig && old->sig && new->sig && old->sig->text != new->sig->text)
        return arena_printf(arena, "the signature changed from %s to %s", old->sig->text->text, new->sig->text->text);
    return "the new body has other captured variables";
}

static u32 first_line(const LiveFunction *function) {
    if (!function->code) return 0;
    const LiveUnit *unit = function->code->unit;
    return (u32)unit->lines[function->code->func][unit->mir->funcs.at[function->code->func]->positions.count];
}

static void visit_closure(void *context, AbiObject *object) {
    ClosureVisit *visit = context;
    if (object->cls->kind != KIND_CLOSURE) return;
    Live *live = visit->live;
    AbiClosure *closure = (AbiClosure *)object;
    if (!closure->slot || closure->slot->function >= live->all_functions.count) return;
    LiveFunction *function = live->all_functions.at[closure->slot->function];
    if (function->slot != closure->slot) return;
    if (function->replaced) function->held = true;
    if (!function->replaced || function_follows(live, function)) {
        visit->report->closures_switched += visit->module && function->code && function->code->module == visit->module;
        return;
    }
    const MirFunc *mir = function->code ? function->code->unit->mir->funcs.at[function->code->func] : NULL;
    Name name = shown_name(live, mir ? mir->name : function->name);
    u32 version = function->code ? function->code->version : function->version;
    for (u32 i = 0; i < visit->report->closures_stale.count; i++) {
        LiveStale *row = &visit->report->closures_stale.at[i];
        if (row->function == name && row->version == version) {
            row->count++;
            return;
        }
    }
    vec_push(visit->report->arena, &visit->report->closures_stale,
             (LiveStale){.function = name, .version = version, .count = 1, .line = first_line(function),
                         .why = why_stale(live, function, visit->report->arena)});
}

void stale_closures(Live *live, const LiveModule *module, LiveReport *report) {
    bool look = live->has_replaced;
    for (u32 i = 0; module && i < module->count; i++) look |= module->codes[i].unit->mir->funcs.at[module->codes[i].func]->is_closure;
    if (!look) return;
    if (live->has_replaced)
        for (u32 i = 0; i < live->all_functions.count; i++) live->all_functions.at[i]->held = false;
    ClosureVisit visit = {live, report, module};
    rt_each_instance(live->vm, rt_builtins(live->vm)->closure_class, visit_closure, &visit);
}

void live_stale(Live *live, LiveReport *out) {
    rt_leave_native();
    rt_stop_world(live->vm);
    stale_frames(live, out);
    stale_closures(live, NULL, out);
    rt_resume_world(live->vm);
    rt_enter_native();
}
