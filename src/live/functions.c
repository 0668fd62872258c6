/* functions: the function table.
 *
 * A slot is where calls load a function's address from; it lives in low memory for the life of the machine. It holds the stub (compile
 * on first call) until there is code. Publishing stores with release order into the slot and into every vtable and interface table
 * entry of the function, so a thread that sees the address sees the code behind it.
 */
#include "plan.h"

#include <stdlib.h>

LiveFunction *function_find(Live *live, Name name) { return map_get_name(&live->functions, name); }

static LiveFunction *new_function(Live *live, Name name) {
    LiveFunction *function = base_alloc(sizeof *function);
    function->name = name;
    function->slot = low_alloc(live->low, sizeof *function->slot);
    function->slot->function = live->next_function++;
    vec_push(NULL, &live->all_functions, function); /* by number: how a stub's slot leads back here */
    function->stub = code_stub_lazy(live->stubs, function->slot);
    function->version = live->version;
    map_set_name(&live->functions, name, function);
    function_publish(function, function->stub);
    return function;
}

LiveFunction *function_of(Live *live, Name name) {
    LiveFunction *function = function_find(live, name);
    return function ? function : new_function(live, name);
}

LiveFunction *function_replace(Live *live, LiveFunction *old) {
    old->replaced = live->has_replaced = true;
    return new_function(live, old->name);
}

LiveFunction *function_former(Live *live, Name name, Name identity) {
    for (u32 i = 0; i < live->all_functions.count; i++) {
        LiveFunction *function = live->all_functions.at[i];
        if (function->replaced && function->name == name && function->identity == identity) return function;
    }
    return NULL;
}

bool function_follows(Live *live, const LiveFunction *function) {
    const LiveFunction *now = function_find(live, function->name);
    if (!function->replaced || !function->code || !now || !now->unit) return false;
    return function_mir(now)->hash == function->code->unit->mir->funcs.at[function->code->func]->hash;
}

bool function_can_follow(Live *live, const LiveFunction *function, const MirFunc *mir) {
    if (!function->replaced || !function->code || function->name != mir->name || function->signature != unit_signature(live, mir)) return false;
    for (u32 i = 0; i < mir->captures.count; i++) {
        const Capture *wanted = &mir->captures.at[i];
        bool found = false;
        for (u32 k = 0; k < function->layout.count && !found; k++) {
            const Capture *has = &function->layout.at[k];
            found = has->name == wanted->name && has->type == wanted->type && has->rep == wanted->rep && has->is_cell == wanted->is_cell;
        }
        if (!found) return false;
    }
    return true;
}

void function_publish(LiveFunction *function, void *address) {
    if (function->is_guarded) { /* its guard stands in the slot, the code behind it */
        if (address != function->guard_entry) atomic_store(&function->guard->target, address);
        address = function->guard_entry;
    }
    function->address = address;
    atomic_store_explicit(&function->slot->code, address, memory_order_release);
    for (u32 i = 0; i < function->cells.count; i++)
        atomic_store_explicit((void *_Atomic *)function->cells.at[i], address, memory_order_release);
}

void function_add_cell(LiveFunction *function, void **cell) {
    vec_push(NULL, &function->cells, cell);
    atomic_store_explicit((void *_Atomic *)cell, function->address, memory_order_release);
}

void function_drop_cell(LiveFunction *function, void **cell) {
    for (u32 i = 0; i < function->cells.count; i++) {
        if (function->cells.at[i] != cell) continue;
        function->cells.at[i] = vec_last(&function->cells);
        function->cells.count--;
        return;
    }
}

const MirFunc *function_mir(const LiveFunction *function) {
    return function->unit ? function->unit->mir->funcs.at[function->func] : NULL;
}

bool function_lower(Live *live, LiveFunction *function) {
    if (function->unit) return true;
    MirUnit *mir = lower_named(live->lowering, function->name);
    if (!mir) return false;
    Field *field = mir->field;
    LiveUnit *unit = unit_new(live, mir->funcs.at[0]->name, mir);
    unit_install(live, unit);
    if (field) graph_set(live->graph, field, field->body ? &field->body->reads : NULL, &mir->reads);
    return function->unit != NULL;
}

/* ---- Code ---------------------------------------------------------------------------------------------------------------------------------- */

LiveModule *module_new(Live *live, CodeModule *code, LiveFunction *const *functions, LiveUnit *const *units, const u32 *funcs, u32 version) {
    LiveModule *module = base_alloc(sizeof *module);
    module->code = code;
    module->count = code->count;
    module->codes = base_alloc(sizeof *module->codes * code->count);
    code->user = module;
    for (u32 i = 0; i < code->count; i++) {
        module->codes[i] = (LiveCode){.function = functions[i], .module = module, .unit = units[i], .func = funcs[i], .version = version,
                                      .start = (uintptr_t)code->entries[i].address,
                                      .end = (uintptr_t)code->entries[i].address + code->entries[i].size};
        unit_retain(units[i]);
        if (live->config.dev) code_note_refs(live, &module->codes[i]);
    }
    vec_push(NULL, &live->modules, module);
    return module;
}

void module_free(Live *live, LiveModule *module) {
    for (u32 i = 0; i < live->modules.count; i++) {
        if (live->modules.at[i] != module) continue;
        live->modules.at[i] = vec_last(&live->modules);
        live->modules.count--;
        break;
    }
    for (u32 i = 0; i < module->count; i++) {
        unit_release(module->codes[i].unit);
        free(module->codes[i].refs);
    }
    code_module_free(module->code);
    free(module->codes);
    free(module);
}

void code_install(LiveCode *code) {
    LiveFunction *function = code->function;
    if (function->code) function->code->module->current--;
    function->code = code;
    code->module->current++;
    function_publish(function, (void *)code->start);
}

/* ---- Compiling at the first call ------------------------------------------------------------------------------------------------------------- */

/* What is compiled together. A module costs as much as a dozen lines of code in it, so a function that is called for the first time
 * brings along what will probably be called next: what it calls, directly or not, and the other implementations of its method in classes
 * that are in use. The bounds keep the caller's wait short. */
enum { BATCH_FUNCTIONS = 40, BATCH_INSTRS = 800 };

typedef struct Batch {
    Live *live;
    VEC(MirFunc *) mirs;
    VEC(LiveFunction *) functions;
    VEC(LiveUnit *) units;
    VEC(u32) funcs;
    Map taken; /* LiveUnit -> itself */
    u32 instrs, done; /* done: functions whose callees have been added */
} Batch;

static bool is_full(const Batch *batch) { return batch->mirs.count >= BATCH_FUNCTIONS || batch->instrs >= BATCH_INSTRS; }

/* All functions of the unit that have no code yet. */
static void add_unit(Batch *batch, LiveUnit *unit) {
    if (map_get(&batch->taken, (u64)(uintptr_t)unit)) return;
    map_set(&batch->taken, (u64)(uintptr_t)unit, unit);
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        MirFunc *mir = unit->mir->funcs.at[i];
        LiveFunction *function = function_of(batch->live, mir->name);
        if (function->code || function->unit != unit) continue;
        vec_push(NULL, &batch->mirs, mir);
        vec_push(NULL, &batch->functions, function);
        vec_push(NULL, &batch->units, unit);
        vec_push(NULL, &batch->funcs, i);
        for (u32 b = 0; b < mir->blocks.count; b++) batch->instrs += mir->blocks.at[b].instrs.count;
    }
}

static bool is_large(const LiveUnit *unit) {
    for (u32 i = 0; i < unit->mir->funcs.count; i++)
        if (codegen_is_large(unit->mir->funcs.at[i])) return true;
    return false;
}

/* Only what is lowered already: lowering may find errors, which concern nobody who does not call the function. What finds no room is
 * remembered in the order in which the code calls it: when one of these is called, those behind it come along. */
static void add_function(Batch *batch, LiveFunction *function) {
    if (!function || !function->unit || function->code || function->replaced) return;
    if (!is_full(batch) && !is_large(function->unit)) {
        add_unit(batch, function->unit);
    } else if (!function->expected) {
        vec_push(NULL, &batch->live->expected, function);
        function->expected = batch->live->expected.count;
    }
}

/* The method in the class and in its subclasses that are in use. */
static void add_overrides(Batch *batch, LiveClass *cls, Name method) {
    const LiveMethod *entry = class_method(cls, method, NULL);
    if (entry) add_function(batch, entry->function);
    for (u32 i = 0; i < cls->children.count; i++) add_overrides(batch, cls->children.at[i], method);
}

static void add_callees(Batch *batch, const MirFunc *mir) {
    for (u32 b = 0; b < mir->blocks.count; b++) {
        const MirBlock *block = &mir->blocks.at[b];
        for (u32 i = 0; i < block->instrs.count; i++) {
            const MirInstr *instr = &block->instrs.at[i];
            LiveClass *cls = instr->op == MIR_CALL_VIRTUAL ? class_find(batch->live, instr->owner) : NULL;
            if (instr->op == MIR_CALL || instr->op == MIR_MAKE_CLOSURE) add_function(batch, function_find(batch->live, instr->owner));
            else if (cls) add_overrides(batch, cls, instr->member);
        }
    }
}

static void add_all_callees(Batch *batch) {
    for (; batch->done < batch->mirs.count; batch->done++) add_callees(batch, batch->mirs.at[batch->done]);
}

static void add_expected(Batch *batch, u32 from) {
    for (u32 i = from; i < batch->live->expected.count && !is_full(batch); i++) {
        add_function(batch, batch->live->expected.at[i]);
        add_all_callees(batch);
    }
}

static void add_siblings(Batch *batch, const LiveUnit *unit) {
    const Field *field = unit->field;
    LiveClass *cls = field && field->owner && !field->is_static ? class_find(batch->live, field->owner->path) : NULL;
    if (!cls || !class_method(cls, field->name, NULL)) return;
    while (cls->super && class_method(cls->super, field->name, NULL)) cls = cls->super;
    add_overrides(batch, cls, field->name);
}

static bool is_initialiser(const LiveUnit *unit) {
    const char *mark = strrchr(unit->name->text, '`');
    return mark && strcmp(mark, "`init") == 0 && unit->field && unit->field->is_static;
}

/* Those of static variables run before main, all of them. */
static void add_initialisers(Batch *batch) {
    for (MapEntry *entry = NULL; !is_full(batch) && (entry = map_next(&batch->live->units, entry));) {
        LiveUnit *unit = entry->value;
        if (unit && is_initialiser(unit)) add_unit(batch, unit);
    }
}

static bool compile_batch(const Batch *batch, u32 count, Text *error) {
    Live *live = batch->live;
    CodeModule *code = codegen_compile(live->codegen, batch->mirs.at, count, live->config.tier, error);
    if (!code) return false;
    LiveModule *module = module_new(live, code, batch->functions.at, batch->units.at, batch->funcs.at, live->version);
    for (u32 i = 0; i < count; i++) code_install(&module->codes[i]);
    return true;
}

static bool compile_for(Live *live, const LiveFunction *function, Text *error) {
    LiveUnit *unit = function->unit;
    Batch batch = {.live = live};
    add_unit(&batch, unit);
    u32 own = batch.mirs.count;
    if (live->config.tier == CODEGEN_FAST) { /* optimised code is slow to make: only what is called is worth it */
        if (live->version == 1 && is_initialiser(unit)) add_initialisers(&batch);
        add_siblings(&batch, unit);
        add_all_callees(&batch);
        if (function->expected) add_expected(&batch, function->expected);
    }
    bool ok = compile_batch(&batch, batch.mirs.count, error);
    if (!ok && own < batch.mirs.count) { /* the fault may be another's, which may never be called */
        text_free(error);
        ok = compile_batch(&batch, own, error);
    }
    vec_free(&batch.mirs);
    vec_free(&batch.functions);
    vec_free(&batch.units);
    vec_free(&batch.funcs);
    map_free(&batch.taken);
    return ok;
}

void *live_compile_slot(Live *live, AbiSlot *slot, Text *error) {
    LiveFunction *function = live->all_functions.at[slot->function];
    if (function->code) return function->address;
    if (live->coming && (live->coming->replaced.count || live->coming->classes.count)) { /* code of the old version would find the new one */
        text_printf(error, "%s is called for the first time by @:hot.before of an update that changes signatures or classes", function->name->text);
        return NULL;
    }
    u32 errors = live->program->diags->errors;
    if (!function_lower(live, function)) {
        Diags *diags = live->program->diags;
        text_printf(error, "%s has no code", function->name->text);
        if (diags->errors > errors) text_printf(error, ": %s", vec_last(&diags->list).message);
        return NULL;
    }
    if (!compile_for(live, function, error)) return NULL;
    ASSERT(function->code);
    return function->address;
}

AbiSlot *live_slot(Live *live, Name function) { return function_of(live, function)->slot; }
u32 live_function_count(const Live *live) { return live->functions.live; }
