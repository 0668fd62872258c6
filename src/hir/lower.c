/* lower: the service: from a field or a function's name to its MIR.
 *
 *     name -> field -> typed body -> HIR (build) -> check -> MIR (emit) -> check -> unit
 */
#include "build.h"

Lowering *lowering_new(Program *program) {
    Lowering *lowering = base_alloc(sizeof *lowering);
    lowering->program = program;
    lowering->names = program->names;
#define X(member, text) lowering->n.member = name_lit(program->names, text);
    LOWER_NAMES(X)
#undef X
    return lowering;
}

void lowering_free(Lowering *lowering) { free(lowering); }

/* ---- Builds ---------------------------------------------------------------------------------------------------------------------------- */

static void build_begin(Build *b, Lowering *lowering, Field *field) {
    *b = (Build){.lowering = lowering, .program = lowering->program, .names = lowering->names, .n = &lowering->n};
    b->arena = arena_new("hir");
    b->unit = mir_unit_new(field);
    lowering->reads = &b->unit->reads;
}

static void build_end(Build *b) {
    b->lowering->reads = NULL;
    map_free(&b->sigs);
    map_free(&b->taken);
    arena_free(b->arena);
}

static void check_hir(const HirFunc *func) {
    Text why = {0};
    if (!hir_verify(func, &why)) FATAL("HIR of %s:\n%s", func->name->text, why.at);
    text_free(&why);
}

static void check_mir(const MirFunc *func) {
    Text why = {0};
    if (!mir_verify(func, &why)) {
        mir_print(&why, func);
        FATAL("MIR of %s:\n%s", func->name->text, why.at);
    }
    text_free(&why);
}

/* The unit of what was built; NULL if nothing came of it. */
static MirUnit *build_emit(Build *b) {
    bool verify = b->program->flags.verify;
    if (b->failed || b->funcs.count == 0) {
        mir_unit_free(b->unit);
        build_end(b);
        return NULL;
    }
    for (u32 i = 0; i < b->funcs.count; i++) {
        if (verify) check_hir(b->funcs.at[i]);
        MirFunc *func = hir_emit(b->unit, b->funcs.at[i]);
        if (verify) check_mir(func);
    }
    MirUnit *unit = b->unit;
    build_end(b);
    return unit;
}

bool lower_has_code(Lowering *lowering, Field *field) {
    (void)lowering;
    if (!field->owner || !field->ast || field->is_extern || field->is_macro || field->native) return false;
    if (field->kind == FIELD_VAR) return field->has_storage && !field->is_inline && field->ast->value;
    if (field->kind != FIELD_METHOD && field->kind != FIELD_CONSTRUCTOR) return false;
    return field->owner->kind != DECL_INTERFACE && field->ast->function && field->ast->function->body;
}

MirUnit *lower_field(Lowering *lowering, Field *field) {
    if (!lower_has_code(lowering, field)) return NULL;
    Build b;
    build_begin(&b, lowering, field);
    build_field(&b, field);
    return build_emit(&b);
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

MirUnit *lower_named(Lowering *lowering, Name function) {
    Field *field = lower_field_of(lowering, function);
    Build b;
    if (!field || !field->owner) {
        TypeDecl *decl = made_constructor_owner(lowering, function);
        if (!decl) return NULL;
        build_begin(&b, lowering, NULL);
        build_constructor(&b, decl);
        return build_emit(&b);
    }
    if (strchr(function->text, '`')) {
        build_begin(&b, lowering, field);
        if (build_made(&b, function)) return build_emit(&b);
        b.failed = true;
        build_emit(&b);
    }
    return lower_field(lowering, field);
}

/* ---- Dump ----------------------------------------------------------------------------------------------------------------------------------- */

void lower_dump_hir(Lowering *lowering, Field *field, Text *out) {
    if (!lower_has_code(lowering, field)) return;
    Build b;
    build_begin(&b, lowering, field);
    build_field(&b, field);
    for (u32 i = 0; i < b.funcs.count && !b.failed; i++) hir_dump(out, b.funcs.at[i]);
    b.failed = true;
    build_emit(&b);
}
