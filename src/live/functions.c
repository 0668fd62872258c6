/* functions: the function table.
 *
 * A slot is where calls load a function's address from; it lives in low memory for the life of the machine. It holds the stub (compile
 * on first call) until there is code. Publishing stores with release order into the slot and into every vtable and interface table
 * entry of the function, so a thread that sees the address sees the code behind it.
 */
#include "state.h"

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
    old->replaced = true;
    return new_function(live, old->name);
}

void function_publish(LiveFunction *function, void *address) {
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
        module->codes[i] = (LiveCode){functions[i], module, units[i], funcs[i], version, (uintptr_t)code->entries[i].address,
                                      (uintptr_t)code->entries[i].address + code->entries[i].size};
        unit_retain(units[i]);
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
    for (u32 i = 0; i < module->count; i++) unit_release(module->codes[i].unit);
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

/* All functions of the unit that have no code yet, in one module: what stands together is called together. */
static bool compile_unit(Live *live, LiveUnit *unit, Text *error) {
    u32 total = unit->mir->funcs.count, count = 0;
    MirFunc **mirs = base_alloc(sizeof *mirs * total);
    LiveFunction **functions = base_alloc(sizeof *functions * total);
    LiveUnit **units = base_alloc(sizeof *units * total);
    u32 *funcs = base_alloc(sizeof *funcs * total);
    for (u32 i = 0; i < total; i++) {
        LiveFunction *function = function_of(live, unit->mir->funcs.at[i]->name);
        if (function->code || function->unit != unit) continue;
        mirs[count] = unit->mir->funcs.at[i];
        functions[count] = function;
        units[count] = unit;
        funcs[count++] = i;
    }
    CodeModule *code = codegen_compile(live->codegen, mirs, count, live->config.tier, error);
    if (code) {
        LiveModule *module = module_new(live, code, functions, units, funcs, live->version);
        for (u32 i = 0; i < count; i++) code_install(&module->codes[i]);
    }
    free(mirs);
    free(functions);
    free(units);
    free(funcs);
    return code != NULL;
}

void *live_compile_slot(Live *live, AbiSlot *slot, Text *error) {
    LiveFunction *function = live->all_functions.at[slot->function];
    if (function->code) return function->address;
    u32 errors = live->program->diags->errors;
    if (!function_lower(live, function)) {
        Diags *diags = live->program->diags;
        text_printf(error, "%s has no code", function->name->text);
        if (diags->errors > errors) text_printf(error, ": %s", vec_last(&diags->list).message);
        return NULL;
    }
    if (!compile_unit(live, function->unit, error)) return NULL;
    ASSERT(function->code);
    return function->address;
}

AbiSlot *live_slot(Live *live, Name function) { return function_of(live, function)->slot; }
u32 live_function_count(const Live *live) { return live->functions.live; }
