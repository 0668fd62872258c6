/* units: lowered functions and where they stand in the text.
 *
 * Each position of a unit has a cell with its present line, which stack traces and `trace` read. A save that changes no token of a
 * function moves it silently: the cells are computed again from the tokens, the code stays.
 */
#include "state.h"

#include <stdlib.h>

LiveUnit *unit_find(Live *live, Name name) { return map_get_name(&live->units, name); }

LiveUnit *unit_new(Live *live, Name name, MirUnit *mir) {
    LiveUnit *unit = base_alloc(sizeof *unit);
    unit->name = name;
    unit->field = mir->field;
    unit->mir = mir;
    unit->refs = 1;
    unit->lines = base_alloc(sizeof *unit->lines * mir->funcs.count);
    for (u32 i = 0; i < mir->funcs.count; i++) unit->lines[i] = base_alloc(sizeof(i32) * (mir->funcs.at[i]->positions.count + 1));
    unit_refresh_lines(live, unit);
    return unit;
}

void unit_retain(LiveUnit *unit) { unit->refs++; }

void unit_release(LiveUnit *unit) {
    if (!unit || --unit->refs) return;
    for (u32 i = 0; i < unit->mir->funcs.count; i++) free(unit->lines[i]);
    free(unit->lines);
    mir_unit_free(unit->mir);
    free(unit);
}

void unit_refresh_lines(Live *live, LiveUnit *unit) {
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        const MirFunc *func = unit->mir->funcs.at[i];
        for (u32 k = 0; k < func->positions.count; k++)
            unit->lines[i][k] = (i32)mir_line(live->program->sources, func, k);
    }
}

void unit_install(Live *live, LiveUnit *unit) {
    LiveUnit *former = unit_find(live, unit->name);
    map_set_name(&live->units, unit->name, unit);
    for (u32 i = 0; i < unit->mir->funcs.count; i++) {
        const MirFunc *mir = unit->mir->funcs.at[i];
        Name sig = mir->sig ? mir->sig->text : NULL;
        LiveFunction *function = function_of(live, mir->name);
        if (function->unit && function->sig != sig) function = function_replace(live, function);
        function->unit = unit;
        function->func = i;
        function->sig = sig;
    }
    if (former && former != unit) unit_release(former);
}

void live_refresh_positions(Live *live) {
    for (MapEntry *entry = NULL; (entry = map_next(&live->units, entry));) {
        LiveUnit *unit = entry->value;
        unit_refresh_lines(live, unit);
    }
}
