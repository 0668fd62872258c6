/* build: the service: from a field or a function's name to its trees.
 *
 *     name -> field -> typed body -> trees -> check -> unit
 */
#include "build.h"

Lowering *lowering_new(Program *program) {
    Lowering *lowering = base_alloc(sizeof *lowering);
    LowerNames *n = base_alloc(sizeof *n);
#define X(member, text) n->member = name_lit(program->names, text);
    LOWER_NAMES(X)
#undef X
    *lowering = (Lowering){.program = program, .names = program->names, .n = n};
    return lowering;
}

void lowering_free(Lowering *lowering) {
    if (!lowering) return;
    free((void *)(uintptr_t)lowering->n);
    free(lowering);
}

void hir_unit_free(HirUnit *unit) {
    if (!unit) return;
    if (unit->kept) {
        reads_free(&unit->reads);
        arena_free(unit->kept);
    }
    arena_free(unit->arena);
}

/* ---- Builds ---------------------------------------------------------------------------------------------------------------------------- */

static void build_begin(Build *b, Lowering *lowering, Field *field) {
    *b = (Build){.lowering = lowering, .program = lowering->program, .names = lowering->names, .n = lowering->n};
    b->arena = arena_new("hir");
    b->unit = NEW(b->arena, HirUnit);
    *b->unit = (HirUnit){.arena = b->arena, .kept = arena_new("mir"), .field = field};
    lowering->reads = &b->unit->reads;
}

static void check_tree(const HirFunc *func) {
    Text why = {0};
    if (!hir_verify(func, &why)) FATAL("HIR of %s:\n%s", func->name->text, why.at);
    text_free(&why);
}

/* What was built; NULL if nothing came of it. */
static HirUnit *build_end(Build *b) {
    b->lowering->reads = NULL;
    map_free(&b->sigs);
    map_free(&b->taken);
    if (b->failed || b->unit->funcs.count == 0) {
        hir_unit_free(b->unit);
        return NULL;
    }
    for (u32 i = 0; b->program->flags.verify && i < b->unit->funcs.count; i++) check_tree(b->unit->funcs.at[i]);
    return b->unit;
}

bool lower_has_code(Lowering *lowering, Field *field) {
    (void)lowering;
    if (!field->owner || !field->ast || field->is_extern || field->is_macro || field->native) return false;
    if (field->kind == FIELD_VAR) return field->has_storage && !field->is_inline && field->ast->value;
    if (field->kind != FIELD_METHOD && field->kind != FIELD_CONSTRUCTOR) return false;
    return field->owner->kind != DECL_INTERFACE && field->ast->function && field->ast->function->body;
}

HirUnit *hir_build_field(Lowering *lowering, Field *field) {
    if (!lower_has_code(lowering, field)) return NULL;
    Build b;
    build_begin(&b, lowering, field);
    build_field(&b, field);
    return build_end(&b);
}

/* ---- By name ------------------------------------------------------------------------------------------------------------------------------ */

/* What stands in front of local functions and suffixes. */
static Name plain_name(Lowering *lowering, Name function) {
    size_t length = strcspn(function->text, "/`");
    return length == function->length ? function : name_of(lowering->names, function->text, length);
}

Field *lower_field_of(Lowering *lowering, Name function) {
    return map_get_name(&lowering->program->fields, plain_name(lowering, function));
}

static TypeDecl *made_constructor_owner(Lowering *lowering, Name function) {
    if (function->length < 5 || strcmp(function->text + function->length - 4, ".new") != 0) return NULL;
    TypeDecl *decl = map_get_name(&lowering->program->types, name_of(lowering->names, function->text, function->length - 4));
    if (!decl || !decl->module || decl->kind != DECL_CLASS || decl->constructor) return NULL;
    Constructor constructor = lower_constructor(lowering, decl);
    return constructor.made && constructor.owner == decl ? decl : NULL;
}

TypeDecl *lower_owner_of(Lowering *lowering, Name function) {
    Field *field = lower_field_of(lowering, function);
    return field ? field->owner : made_constructor_owner(lowering, function);
}

HirUnit *hir_build_named(Lowering *lowering, Name function) {
    Field *field = lower_field_of(lowering, function);
    Build b;
    if (!field || !field->owner) {
        TypeDecl *decl = made_constructor_owner(lowering, function);
        if (!decl) return NULL;
        build_begin(&b, lowering, NULL);
        build_constructor(&b, decl);
        return build_end(&b);
    }
    if (strchr(function->text, '`')) {
        build_begin(&b, lowering, field);
        if (build_made(&b, function)) return build_end(&b);
        b.failed = true;
        build_end(&b);
    }
    return hir_build_field(lowering, field);
}

/* ---- Dump ----------------------------------------------------------------------------------------------------------------------------------- */

void lower_dump_hir(Lowering *lowering, Field *field, Text *out) {
    HirUnit *unit = hir_build_field(lowering, field);
    for (u32 i = 0; unit && i < unit->funcs.count; i++) hir_dump(out, unit->funcs.at[i]);
    hir_unit_free(unit);
}
