/* core.c: a program from its settings to its main function: state, core types, loading.
 *
 * Every core type is an entity from the start. Those of StdTypes, Array, String, Class and Enum are loaded at once; the others when
 * something is first asked of them (decl_load).
 */
#include "declare.h"

/* What the target defines, besides what the command line says (-D wins). */
static const struct {
    const char *name, *value;
} TARGET_DEFINES[] = {
    {"molt", "1"},           {"target.name", "molt"},   {"target.static", "1"}, {"target.sys", "1"}, {"target.threaded", "1"},
    {"target.unicode", "1"}, {"target.utf16", "1"},     {"utf16", "1"},         {"sys", "1"},        {"haxe", "4.2.5"},
    {"haxe_ver", "4.205"},   {"haxe3", "1"},            {"haxe4", "1"},         {"static", "1"},
};

static void define_all(Program *program)
{
    Map *defines = &program->state->defines;
    for (size_t i = 0; i < LEN(TARGET_DEFINES); i++)
        map_set_name(defines, name_lit(program->names, TARGET_DEFINES[i].name), (void *)TARGET_DEFINES[i].value);
    for (u32 i = 0; i < program->project->defines.count; i++)
        map_set_name(defines, program->project->defines.at[i].name, (void *)program->project->defines.at[i].value);
}

Program *program_new(Names *names, Sources *sources, Project *project, Diags *diags, DebugFlags flags)
{
    Program *program = base_alloc(sizeof *program);
    program->names = names;
    program->sources = sources;
    program->project = project;
    program->diags = diags;
    program->flags = flags;
    program->arena = arena_new("program");
    TyperState *state = program->state = base_alloc(sizeof *state);
    state->scratch = arena_new("typer scratch");
    state->next_type_id = 1;
#define X(member, text) state->n.member = name_lit(names, text);
    TYPER_NAMES(X)
#undef X
    define_all(program);
    return program;
}

static void free_entity(Entity *entity)
{
    if (entity->kind == ENTITY_MODULE) {
        Module *module = (Module *)entity;
        if (module->imports) {
            map_free(&module->imports->by_name);
            map_free(&module->imports->found);
        }
        if (module->ast) arena_free(module->ast->arena);
    } else if (entity->kind == ENTITY_TYPE) {
        TypeDecl *decl = (TypeDecl *)entity;
        map_free(&decl->by_name);
        map_free(&decl->static_by_name);
        if (decl->reads) reads_free(decl->reads);
        free(decl->reads);
    } else if (entity->kind == ENTITY_FIELD) {
        field_drop_body(&(Program){0}, ((Field *)entity)->body);
    }
}

void program_free(Program *program)
{
    if (!program) return;
    TyperState *state = program->state;
    for (u32 i = 0; i < state->entities.count; i++) free_entity(state->entities.at[i]);
    map_free(&program->modules);
    map_free(&program->types);
    map_free(&program->fields);
    Map *maps[] = {&state->packages, &state->defines, &state->module_of_file, &state->field_entities, &state->missing_modules, &state->params,
                   &state->private_names};
    for (size_t i = 0; i < LEN(maps); i++) map_free(maps[i]);
    free(state->interned);
    vec_free(&state->trail);
    vec_free(&state->unify_stack);
    vec_free(&state->pending_headers);
    vec_free(&state->pending_checks);
    vec_free(&state->type_checks);
    arena_free(state->scratch);
    arena_free(program->arena);
    free(state);
    free(program);
}

/* ---- Core types ---------------------------------------------------------------------------------------------------------------------------------- */

static TypeDecl *entity_of(Program *program, const char *path)
{
    const char *dot = strrchr(path, '.');
    return type_entity(program, name_lit(program->names, path), name_lit(program->names, dot ? dot + 1 : path));
}

void decl_load(Program *program, TypeDecl *decl)
{
    if (decl->module || decl->loading) return;
    undo_touch(program->undo, decl, sizeof *decl);
    decl->loading = true;
    module_by_name(program, decl->path, NO_SPAN);
    decl->loading = false;
}

static void name_core_types(Program *program)
{
    CoreTypes *core = &program->core;
    const struct {
        TypeDecl **decl;
        const char *path;
    } LIST[] = {
        {&core->void_, "Void"},           {&core->int_, "Int"},           {&core->float_, "Float"},
        {&core->bool_, "Bool"},           {&core->single, "Single"},      {&core->uint, "UInt"},
        {&core->string, "String"},        {&core->array, "Array"},        {&core->dynamic, "Dynamic"},
        {&core->null, "Null"},            {&core->class_, "Class"},       {&core->enum_, "Enum"},
        {&core->any, "Any"},              {&core->iterator, "Iterator"},  {&core->iterable, "Iterable"},
        {&core->kv_iterator, "KeyValueIterator"}, {&core->math, "Math"},  {&core->std, "Std"},
        {&core->sys, "Sys"},              {&core->ereg, "EReg"},          {&core->map, "haxe.ds.Map"},
        {&core->exception, "haxe.Exception"}, {&core->pos_infos, "haxe.PosInfos"}, {&core->int64, "haxe.Int64"},
        {&core->vector, "haxe.ds.Vector"}, {&core->rest, "haxe.Rest"},    {&core->hot, "molt.Hot"},
    };
    for (size_t i = 0; i < LEN(LIST); i++) *LIST[i].decl = entity_of(program, LIST[i].path);
}

static bool load_core(Program *program)
{
    static const char *const MODULES[] = {"StdTypes", "Array", "String", "Class", "Enum"};
    TyperState *state = program->state;
    CoreTypes *core = &program->core;
    Type error = {.kind = TYPE_ERROR, .closed = true, .interned = true};
    core->t_error = arena_copy(program->arena, &error, sizeof error);
    core->t_error->id = state->next_type_id++;
    core->t_dynamic = type_dynamic(program, NULL);
    name_core_types(program);
    bool ok = true;
    state->header_depth++; /* no header before all of them are known */
    for (size_t i = 0; i < LEN(MODULES); i++) {
        if (module_by_name(program, name_lit(program->names, MODULES[i]), NO_SPAN)) continue;
        diag_error(program->diags, NO_SPAN, "std.module-missing", "The standard library has no module %s", MODULES[i]);
        ok = false;
    }
    state->header_depth--;
    TypeDecl *const NEEDED[] = {core->void_, core->int_, core->float_, core->bool_, core->string, core->array, core->null, core->class_, core->enum_};
    for (size_t i = 0; i < LEN(NEEDED); i++)
        if (!NEEDED[i]->type) ok = false;
    if (!ok) return false;
    core->t_void = core->void_->type;
    core->t_int = core->int_->type;
    core->t_float = core->float_->type;
    core->t_bool = core->bool_->type;
    core->t_string = core->string->type;
    for (size_t i = 0; i < LEN(NEEDED); i++) decl_header(program, NEEDED[i]);
    typer_settle(program);
    return true;
}

/* ---- The main function ------------------------------------------------------------------------------------------------------------------------------ */

/* The module of the main class; false after an error. */
static bool load_main_module(Program *program)
{
    const char *dotted = program->project->main_class;
    if (!dotted) {
        diag_error(program->diags, NO_SPAN, "main.missing", "No main class was given");
        return false;
    }
    u32 errors = program->diags->errors;
    if (module_of_command_line(program, dotted)) return true;
    if (program->diags->errors > errors) return false;
    if (program_find_type(program, dotted)) return true;
    diag_error(program->diags, NO_SPAN, "type.not-found", "Type not found : %s", dotted);
    return false;
}

bool program_find_main(Program *program)
{
    undo_touch(program->undo, &program->main, sizeof program->main);
    program->main = NULL;
    const char *dotted = program->project->main_class;
    Name main = program->state->n.main;
    Span none = NO_SPAN;
    Module *module = module_by_name(program, name_lit(program->names, dotted), none);
    TypeDecl *decl = module ? module_type(program, module, module->name) : program_find_type(program, dotted);
    typer_settle(program);
    if (!module && !decl) {
        diag_error(program->diags, none, "type.not-found", "Type not found : %s", dotted);
        return false;
    }
    if (module && module->ast->has_errors) return false; /* reported */
    if (module && module->statics) program->main = decl_find_static(program, module->statics, main);
    bool is_class = decl && (decl->kind == DECL_CLASS || decl->kind == DECL_INTERFACE);
    if (!program->main && is_class) program->main = decl_find_static(program, decl, main);
    if (!decl && !module->statics) {
        diag_error(program->diags, none, "type.not-found", "Module %s does not define type %s", dotted, module->name->text);
        return false;
    }
    if (!program->main && decl && !is_class) {
        diag_error(program->diags, none, "main.no-class", "Invalid -main : %s is not a class", dotted);
        return false;
    }
    Span span = decl && decl->ast ? NODE_SPAN(decl->module, decl->ast) : module_span(module, 0, 0);
    const AstFunction *function = program->main && program->main->kind == FIELD_METHOD ? program->main->ast->function : NULL;
    if (!program->main) {
        diag_error(program->diags, span, "main.missing", "Invalid -main : %s does not have static function main", dotted);
    } else if (decl && decl->is_private && program->main->owner == decl) {
        diag_error(program->diags, none, "main.private", "Cannot access private type %s in module %s", decl->name->text, dotted);
    } else if (!function || function->args.count || !function->body || program->main->is_macro) {
        diag_error(program->diags, span, "main.invalid", "Invalid -main : %s has invalid main function", dotted);
    } else {
        return true;
    }
    program->main = NULL;
    return false;
}

static void check_main_type(Program *program)
{
    Field *main = program->main;
    Type *type = type_follow(program, field_type(program, main));
    Type *result = type->kind == TYPE_FUN ? type_follow(program, type->fun.ret) : type;
    if (result->kind == TYPE_ERROR || type_is_void(program, result)) return;
    Span span = module_span(main->module, main->ast->name.start, main->ast->name.end);
    diag_error(program->diags, span, "main.type", "Return type of main function should be Void (found %s)", text_of(program, result));
}

bool program_load(Program *program)
{
    if (!load_core(program)) return false;
    bool modules_alone = !program->project->main_class && program->project->extra_modules.count;
    bool found = modules_alone || load_main_module(program);
    for (u32 i = 0; i < program->project->extra_modules.count; i++) {
        const char *dotted = program->project->extra_modules.at[i];
        u32 errors = program->diags->errors;
        if (!module_of_command_line(program, dotted) && program->diags->errors == errors)
            diag_error(program->diags, NO_SPAN, "type.not-found", "Type not found : %s", dotted);
    }
    typer_settle(program);
    return found;
}

/* ---- Whole modules ------------------------------------------------------------------------------------------------------------------------------------- */

static void check_fields(Program *program, Field *const *fields, u32 count)
{
    for (u32 i = 0; i < count; i++) {
        Field *field = fields[i];
        if (field->is_macro) continue;
        field_type(program, field);
        field_body(program, field);
        hot_check_field(program, field);
    }
}

static void check_decl(Program *program, TypeDecl *decl)
{
    decl_header(program, decl);
    check_fields(program, decl->fields.at, decl->fields.count);
    check_fields(program, decl->statics.at, decl->statics.count);
    if (decl->constructor) check_fields(program, &decl->constructor, 1);
}

void program_check_module(Program *program, Module *module)
{
    if (!module->ast || module->ast->has_errors) return; /* what is missing would only cause more messages */
    module_imports(program, module);
    typer_settle(program);
    for (u32 i = 0; i < module->types.count; i++) check_decl(program, module->types.at[i]);
    if (module->statics) check_decl(program, module->statics);
    typer_settle(program);
}

void program_check_user_modules(Program *program)
{
    for (u32 i = 0; i < program->module_list.count; i++) {
        Module *module = program->module_list.at[i];
        if (module->is_user && module->ast) module_imports(program, module);
    }
    typer_settle(program);
    for (u32 i = 0; i < program->module_list.count; i++)
        if (program->module_list.at[i]->ast && program->module_list.at[i]->ast->has_errors) return;
    for (u32 i = 0; i < program->module_list.count; i++)
        if (program->module_list.at[i]->is_user) program_check_module(program, program->module_list.at[i]);
    /* Last: other errors may be why it is not found. */
    if (program->project->main_class && !program->diags->errors && program_find_main(program)) check_main_type(program);
}
