/* units: lowered functions and where they stand in the text.
 *
 * Each position of a unit has a cell with its present line, which stack traces and `trace` read. A save that changes no token of a
 * function moves it silently: the cells are computed again from the tokens, the code stays.
 */
#include "state.h"

#include <stdlib.h>

LiveUnit *unit_find(Live *live, Name name) { return map_get_name(&live->units, name); }

static void print_signature(Text *text, const MirFunc *func) {
    /* Representations say how it is called, types what callers and body rely on. */
    for (u32 i = 0; i < func->arg_count; i++) {
        const MirLocal *argument = &func->locals.at[i];
        text_printf(text, "%c %s,", rep_letter((Rep)argument->rep), argument->type ? argument->type->text : "");
    }
    text_printf(text, ")%c", rep_letter((Rep)func->ret_rep));
    const Field *field = func->unit->field;
    if (func->sig) text_str(text, func->sig->text->text);
    else if (field && field->type && func == func->unit->funcs.at[0]) type_print(text, field->type); /* what its result is */
}

static Name name_of_text(Live *live, Text *text) {
    Name name = name_of(live->program->names, text->at ? text->at : "", text->count);
    text_free(text);
    return name;
}

Name unit_signature(Live *live, const MirFunc *func) {
    Text text = {0};
    print_signature(&text, func);
    return name_of_text(live, &text);
}

Name unit_identity(Live *live, const MirFunc *func) {
    Text text = {0};
    print_signature(&text, func);
    for (u32 i = 0; i < func->captures.count; i++) {
        const Capture *capture = &func->captures.at[i];
        text_printf(&text, "{%s:%s%s}", capture->name ? capture->name->text : "", capture->type ? capture->type->text : "",
                    capture->is_cell ? "&" : "");
    }
    return name_of_text(live, &text);
}

LiveUnit *unit_new(Live *live, Name name, MirUnit *mir) {
    LiveUnit *unit = base_alloc(sizeof *unit);
    unit->name = name;
    unit->field = mir->field;
    unit->mir = mir;
    unit->refs = 1;
    unit->lines = base_alloc(sizeof *unit->lines * mir->funcs.count);
    unit->stale = base_alloc(mir->funcs.count);
    unit->sites = base_alloc(sizeof *unit->sites * mir->funcs.count);
    for (u32 i = 0; i < mir->funcs.count; i++) {
        unit->lines[i] = base_alloc(sizeof(i32) * (mir->funcs.at[i]->positions.count + 1));
        unit->sites[i] = base_alloc(sizeof(PollSite) * (mir->funcs.at[i]->loops.count + 1));
    }
    for (u32 i = 0; i < mir->funcs.count; i++)
        for (u32 k = 0; k < mir->funcs.at[i]->positions.count; k++)
            unit->has_inlined |= mir->funcs.at[i]->positions.at[k].field != mir->field;
    unit_refresh_lines(live, unit);
    return unit;
}

void unit_retain(LiveUnit *unit) { unit->refs++; }

void unit_release(LiveUnit *unit) {
    if (!unit || --unit->refs) return;
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        free(unit->lines[i]);
        free(unit->sites[i]);
    }
    free(unit->lines);
    free(unit->sites);
    free(unit->stale);
    mir_unit_free(unit->mir);
    free(unit);
}

/* Where the function begins: the place of a frame that has not come to any other yet (stack overflow). Behind the positions' lines. */
static i32 first_line(Live *live, const MirFunc *func) {
    const Field *field = func->unit->field;
    bool whole = field && field->ast && field->module && func == func->unit->funcs.at[0];
    SourceFile *file = whole ? field->module->file : source_by_id(live->program->sources, func->span.file);
    return file ? (i32)source_line(file, whole ? field->ast->start : func->span.start) : 0;
}

void unit_refresh_lines(Live *live, LiveUnit *unit) {
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        const MirFunc *func = unit->mir->funcs.at[i];
        for (u32 k = 0; k < func->positions.count; k++)
            unit->lines[i][k] = (i32)mir_line(live->program->sources, func, k);
        unit->lines[i][func->positions.count] = first_line(live, func);
    }
}

LiveUnit *units_of_field(Live *live, const Field *field) { return map_get(&live->field_units, (u64)(uintptr_t)field); }

static void link_unit(Live *live, LiveUnit *unit) {
    if (!unit->field) {
        map_set_name(&live->made_units, unit->name, unit);
        return;
    }
    unit->next_of_field = units_of_field(live, unit->field);
    map_set(&live->field_units, (u64)(uintptr_t)unit->field, unit);
}

static void unlink_unit(Live *live, LiveUnit *unit) {
    if (!unit->field) {
        map_set_name(&live->made_units, unit->name, NULL);
        return;
    }
    LiveUnit *first = units_of_field(live, unit->field);
    if (first == unit) {
        map_set(&live->field_units, (u64)(uintptr_t)unit->field, unit->next_of_field);
        return;
    }
    for (LiveUnit *at = first; at; at = at->next_of_field)
        if (at->next_of_field == unit) at->next_of_field = unit->next_of_field;
}

/* Functions that are still this unit's are no longer in the program. */
static void forget_functions(Live *live, LiveUnit *unit) {
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        LiveFunction *function = function_find(live, unit->mir->funcs.at[i]->name);
        if (!function || function->unit != unit) continue;
        /* A later function of the name starts afresh: its signature may differ. */
        function->replaced = live->has_replaced = true;
        function->unit = NULL;
        map_set_name(&live->functions, function->name, NULL);
    }
}

static void set_identity(Live *live, LiveFunction *function, Name identity, const MirFunc *mir) {
    function->identity = identity;
    function->signature = unit_signature(live, mir);
    function->layout.count = 0;
    for (u32 i = 0; i < mir->captures.count; i++) vec_push(NULL, &function->layout, mir->captures.at[i]);
}

void unit_install(Live *live, LiveUnit *unit) {
    LiveUnit *former = unit_find(live, unit->name);
    if (former) unlink_unit(live, former);
    map_set_name(&live->units, unit->name, unit);
    link_unit(live, unit);
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        const MirFunc *mir = unit->mir->funcs.at[i];
        Name identity = unit_identity(live, mir);
        LiveFunction *function = function_of(live, mir->name);
        if (function->unit && function->identity != identity) function = function_replace(live, function);
        function->unit = unit;
        function->func = i;
        if (function->identity != identity) set_identity(live, function, identity, mir);
    }
    if (!former) return;
    forget_functions(live, former);
    unit_release(former);
}

void unit_uninstall(Live *live, LiveUnit *unit) {
    unlink_unit(live, unit);
    map_set_name(&live->units, unit->name, NULL);
    forget_functions(live, unit);
    unit_release(unit);
}

static void take_positions(MirFunc *to, const MirFunc *from) {
    ASSERT(to->positions.count == from->positions.count);
    if (to->positions.count) memcpy(to->positions.at, from->positions.at, sizeof *to->positions.at * to->positions.count);
}

void unit_adopt_function(Live *live, LiveUnit *unit, u32 func, const MirFunc *other) {
    take_positions(unit->mir->funcs.at[func], other);
    unit_refresh_lines(live, unit);
}

void unit_adopt_positions(Live *live, LiveUnit *unit, const LiveUnit *other) {
    for (u32 i = 0; i < unit->mir->funcs.count; i++) take_positions(unit->mir->funcs.at[i], other->mir->funcs.at[i]);
    unit_refresh_lines(live, unit);
}

static bool refresh_concerns(const LiveUnit *unit, Module *const *modules, u32 count) {
    if (unit->has_inlined) return true;
    for (u32 i = 0; i < count; i++)
        if (unit->field && unit->field->module == modules[i]) return true;
    return false;
}

void live_refresh_positions(Live *live, Module *const *modules, u32 count) {
    for (MapEntry *entry = NULL; (entry = map_next(&live->units, entry));)
        if (refresh_concerns(entry->value, modules, count)) unit_refresh_lines(live, entry->value);
    /* Code that stayed while its unit was lowered anew reads the cells of the unit that it was made from. */
    for (u32 i = 0; i < live->modules.count; i++) {
        LiveModule *module = live->modules.at[i];
        for (u32 k = 0; k < module->count; k++) {
            LiveCode *code = &module->codes[k];
            bool current = code->function->code == code;
            if (current && code->unit != code->function->unit && refresh_concerns(code->unit, modules, count))
                unit_refresh_lines(live, code->unit);
        }
    }
}
