/* retire: freeing code that nothing can run any more. World stopped.
 *
 * A body's old code is out of reach as soon as no stack holds an address in it: its slot leads to the new one. The code of a function that
 * was removed, or whose signature changed, has a slot of its own, and other code of older versions may still call it. So what may run is
 * found as a collector finds what is alive: from the code on the stacks and that of closures, along what each refers to. Present code is
 * no root: an update compiles all callers of what it replaces.
 *
 * On the stacks any word counts that is an address in code: a saved register may hold one that no frame shows.
 */
#include "plan.h"

#include <stdlib.h>

/* ---- What code refers to -------------------------------------------------------------------------------------------------------------- */

static bool find_ref(Live *live, const MirInstr *instr, LiveRef *out) {
    if (instr->op == MIR_CALL || instr->op == MIR_MAKE_CLOSURE) {
        *out = (LiveRef){.kind = REF_FUNCTION, .function = function_find(live, instr->owner)};
        return out->function != NULL;
    }
    if (instr->op == MIR_CALL_VIRTUAL) {
        CodegenVirtual entry;
        *out = (LiveRef){.kind = REF_METHOD, .cls = class_find(live, instr->owner)};
        if (!out->cls || !live->env.virtual_method(live, instr->owner, instr->member, &entry)) return false;
        out->number = entry.index;
        out->late = entry.late;
        return true;
    }
    if (instr->op != MIR_CALL_INTERFACE) return false;
    *out = (LiveRef){.kind = REF_SELECTOR, .number = live->env.selector(live, instr->owner, instr->member)};
    return true;
}

static bool same_ref(const LiveRef *a, const LiveRef *b) {
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case REF_FUNCTION: return a->function == b->function;
    case REF_METHOD: return a->cls == b->cls && a->number == b->number && a->late == b->late;
    case REF_SELECTOR: return a->number == b->number;
    }
    return false;
}

void code_note_refs(Live *live, LiveCode *code) {
    const MirFunc *mir = code->unit->mir->funcs.at[code->func];
    VEC(LiveRef) refs = {0};
    for (u32 b = 0; b < mir->blocks.count; b++) {
        for (u32 i = 0; i < mir->blocks.at[b].instrs.count; i++) {
            LiveRef ref;
            bool known = !find_ref(live, &mir->blocks.at[b].instrs.at[i], &ref);
            for (u32 k = 0; k < refs.count && !known; k++) known = same_ref(&refs.at[k], &ref);
            if (!known) vec_push(NULL, &refs, ref);
        }
    }
    code->refs = refs.at;
    code->ref_count = refs.count;
}

/* ---- What may run ---------------------------------------------------------------------------------------------------------------------- */

/* A place in a table that leads to the code of a replaced function. */
typedef struct OldEntry {
    LiveRef ref; /* by which code reaches it */
    LiveFunction *function;
} OldEntry;

typedef struct Search {
    Live *live;
    VEC(LiveCode *) pending;
    VEC(OldEntry) entries;
} Search;

static void add_code(Search *search, LiveCode *code) {
    if (code->may_run) return;
    code->may_run = true;
    vec_push(NULL, &search->pending, code);
}

static void visit_word(void *context, uintptr_t word) {
    CodePlace place;
    /* The return address of a call that does not return may lie behind the end of its function. */
    if (!codegen_lookup_pc(word, &place) && !codegen_lookup_pc(word - 1, &place)) return;
    if (!place.module->user) return;
    LiveModule *module = place.module->user;
    module->seen = true;
    add_code(context, &module->codes[place.entry - place.module->entries]);
}

static void visit_thread_words(void *context, RtThread *thread) { rt_scan_stack_words(thread, visit_word, context); }

static bool has_old_code(const LiveFunction *function) { return function && function->replaced && function->code; }

static void hold(Search *search, LiveFunction *function) {
    if (!has_old_code(function)) return;
    function->held = true;
    add_code(search, function->code);
}

static void note_instance(void *context, AbiObject *object) {
    (void)object;
    *(bool *)context = true;
}

/* Instances of a class that is gone live on with its methods, which present code calls as those of a superclass or an interface. */
static void hold_methods(Search *search, const LiveClass *cls) {
    bool any = false, alive = false;
    for (u32 i = 0; i < cls->methods.count; i++) any |= has_old_code(cls->methods.at[i].function);
    for (u32 i = 0; i < cls->itab_functions.count; i++) any |= has_old_code(cls->itab_functions.at[i].function);
    if (any) rt_each_instance(search->live->vm, cls->abi, note_instance, &alive);
    for (u32 i = 0; alive && i < cls->methods.count; i++) hold(search, cls->methods.at[i].function);
    for (u32 i = 0; alive && i < cls->itab_functions.count; i++) hold(search, cls->itab_functions.at[i].function);
}

static void find_entries(Search *search) {
    for (u32 c = 0; c < search->live->all_classes.count; c++) {
        LiveClass *cls = search->live->all_classes.at[c];
        if (cls->kind == DECL_CLASS && cls->decl && !cls->decl->module) hold_methods(search, cls);
        for (u32 i = 0; i < cls->methods.count; i++) {
            const LiveMethod *method = &cls->methods.at[i];
            if (!has_old_code(method->function)) continue;
            LiveRef ref = {.kind = REF_METHOD, .cls = cls, .number = method->index, .late = method->late};
            vec_push(NULL, &search->entries, (OldEntry){ref, method->function});
        }
        for (u32 i = 0; i < cls->itab_functions.count; i++) {
            const LiveItabCell *cell = &cls->itab_functions.at[i];
            if (!has_old_code(cell->function)) continue;
            vec_push(NULL, &search->entries, (OldEntry){{.kind = REF_SELECTOR, .number = cell->selector}, cell->function});
        }
    }
}

/* Entries of a hierarchy have the same numbers in all its classes. */
static bool leads_to(const LiveRef *ref, const LiveRef *entry) {
    if (ref->kind != entry->kind || ref->number != entry->number) return false;
    return ref->kind != REF_METHOD || (ref->late == entry->late && class_hierarchy(ref->cls) == class_hierarchy(entry->cls));
}

static void follow(Search *search, const LiveCode *code) {
    for (u32 i = 0; i < code->ref_count; i++) {
        const LiveRef *ref = &code->refs[i];
        if (ref->kind == REF_FUNCTION) hold(search, ref->function);
        for (u32 k = 0; ref->kind != REF_FUNCTION && k < search->entries.count; k++)
            if (leads_to(ref, &search->entries.at[k].ref)) hold(search, search->entries.at[k].function);
    }
}

/* Takes the code from replaced functions that nothing can call. */
static void drop_replaced(Live *live) {
    live->has_replaced = false;
    for (u32 i = 0; i < live->all_functions.count; i++) {
        LiveFunction *function = live->all_functions.at[i];
        if (!has_old_code(function)) continue;
        if (function->held) {
            live->has_replaced = true;
            continue;
        }
        function->code->module->current--;
        function->code = NULL;
        function_publish(function, function->stub);
    }
}

static void search_code(Live *live) {
    Search search = {.live = live};
    rt_each_thread(live->vm, visit_thread_words, &search);
    if (live->has_replaced) {
        find_entries(&search);
        for (u32 i = 0; i < live->all_functions.count; i++)
            if (live->all_functions.at[i]->held) hold(&search, live->all_functions.at[i]);
        while (search.pending.count) {
            const LiveCode *code = search.pending.at[--search.pending.count];
            bool present = code->function->code == code && !code->function->replaced;
            if (!present) follow(&search, code);
        }
        drop_replaced(live);
    }
    vec_free(&search.pending);
    vec_free(&search.entries);
}

/* ---- Freeing ------------------------------------------------------------------------------------------------------------------------------ */

static void note_retired(LiveReport *report, const LiveModule *module) {
    u64 bytes = module->code->times.code_bytes;
    for (u32 i = 0; i < module->count; i++) {
        LiveRetired *row = NULL;
        for (u32 k = 0; k < report->retired.count; k++)
            if (report->retired.at[k].version == module->codes[i].version) row = &report->retired.at[k];
        if (!row) {
            vec_push(report->arena, &report->retired, (LiveRetired){module->codes[i].version, 0, 0});
            row = &vec_last(&report->retired);
        }
        row->functions++;
        if (i == 0) row->bytes += bytes;
    }
}

void live_retire_stopped(Live *live, LiveReport *report) {
    bool any = live->has_replaced;
    for (u32 i = 0; i < live->modules.count; i++) {
        LiveModule *module = live->modules.at[i];
        module->seen = false;
        any |= module->current == 0;
        for (u32 k = 0; k < module->count; k++) module->codes[k].may_run = false;
    }
    if (!any) return;
    search_code(live);
    for (u32 i = live->modules.count; i-- > 0;) {
        LiveModule *module = live->modules.at[i];
        if (module->current || module->seen) continue;
        note_retired(report, module);
        module_free(live, module);
    }
}
