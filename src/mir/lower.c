/* lower: from a field or a function's name to its MIR.
 *
 *     name --hir_build_named--> trees --emit--> functions --check--> unit
 */
#include "trees.h"

static void check(const MirFunc *func) {
    Text why = {0};
    if (!mir_verify(func, &why)) {
        mir_print(&why, func);
        FATAL("MIR of %s:\n%s", func->name->text, why.at);
    }
    text_free(&why);
}

static MirUnit *lower_unit(Lowering *lowering, HirUnit *trees) {
    if (!trees) return NULL;
    MirUnit *unit = mir_unit_of(trees);
    for (u32 i = 0; i < trees->funcs.count; i++) {
        MirFunc *func = mir_lower(unit, trees->funcs.at[i]);
        if (lowering->program->flags.verify) check(func);
    }
    hir_unit_free(trees);
    return unit;
}

MirUnit *lower_field(Lowering *lowering, Field *field) { return lower_unit(lowering, hir_build_field(lowering, field)); }
MirUnit *lower_named(Lowering *lowering, Name function) { return lower_unit(lowering, hir_build_named(lowering, function)); }
