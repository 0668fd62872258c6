/* module.c: modules: from a dotted path to a parsed file with its declarations known by name.
 *
 * Loading parses the file and makes an entity of each declaration (declare.c); nothing is resolved yet. Entities outlive their module's
 * text: one that an update removes stays registered with module or owner NULL and takes up its old place when it comes back.
 */
#include "internal.h"

Module *module_of_file(Program *program, u32 file)
{
    return map_get(&program->state->module_of_file, file + 1);
}

/* ---- Entities by name -------------------------------------------------------------------------------------------------------------- */

static Module *module_entity(Program *program, Name path)
{
    Module *module = map_get_name(&program->modules, path);
    if (module) return module;
    module = NEW(program->arena, Module);
    entity_init(program, &module->entity, ENTITY_MODULE);
    module->path = path;
    const char *dot = strrchr(path->text, '.');
    module->package = name_of(program->names, path->text, dot ? (size_t)(dot - path->text) : 0);
    module->name = dot ? name_lit(program->names, dot + 1) : path;
    map_set_name(&program->modules, path, module);
    return module;
}

TypeDecl *type_entity(Program *program, Name path, Name name)
{
    TypeDecl *decl = map_get_name(&program->types, path);
    if (decl) return decl;
    decl = NEW(program->arena, TypeDecl);
    entity_init(program, &decl->entity, ENTITY_TYPE);
    decl->path = path;
    decl->name = name;
    map_set_name(&program->types, path, decl);
    return decl;
}

Field *field_entity(Program *program, Name path, Name name, u64 kind_key)
{
    u64 key = hash_mix((u64)(uintptr_t)path, kind_key);
    Field *field = map_get(&program->state->field_entities, key);
    if (field) return field;
    field = NEW(program->arena, Field);
    entity_init(program, &field->entity, ENTITY_FIELD);
    field->path = path;
    field->name = name;
    map_set(&program->state->field_entities, key, field);
    return field;
}

/* ---- Parsing ---------------------------------------------------------------------------------------------------------------------------- */

static void release_ast(void *ast)
{
    arena_free(((AstFile *)ast)->arena);
}

void module_parse(Program *program, Module *module)
{
    Arena *arena = arena_new("syntax tree");
    AstFile *old = module->ast;
    undo_touch(program->undo, module, sizeof *module);
    module->ast = syntax_parse(program->names, program->diags, module->file, &program->state->defines, arena);
    ASSERT(module->ast->arena == arena);
    undo_on_rollback(program->undo, release_ast, module->ast);
    if (old) undo_on_commit(program->undo, release_ast, old);
}

static Name written_package(Program *program, const AstFile *ast)
{
    return ast->package.count ? idents_join(program, ast->package.at, ast->package.count) : name_lit(program->names, "");
}

static void check_package(Program *program, Module *module, Span from)
{
    if (module->ast->has_errors) return;
    Name written = written_package(program, module->ast);
    if (written == module->package) return;
    if (from.file == 0) from = module_span(module, 0, 0);
    from.end = from.start;
    const char *gap_a = written->length ? " " : "", *gap_b = module->package->length ? " " : "";
    diag_error(program->diags, from, "module.package", "`package%s%s;` in %s should be `package%s%s;`", gap_a, written->text,
               module->file->path->text, gap_b, module->package->text);
}

static bool begins_with(const char *text, const char *start)
{
    return start && *start && strncmp(text, start, strlen(start)) == 0;
}

bool is_library_file(const Program *program, const SourceFile *file)
{
    return begins_with(file->path->text, program->project->std_path) || begins_with(file->path->text, program->project->haxe_std_path);
}

Module *module_load(Program *program, Name path, SourceFile *file)
{
    Module *module = module_entity(program, path);
    undo_touch(program->undo, module, sizeof *module);
    undo_touch(program->undo, &program->module_list, sizeof program->module_list);
    module->file = file;
    module->is_user = !is_library_file(program, file);
    map_set(&program->state->module_of_file, file->id + 1, module);
    module_parse(program, module);
    module->types.count = 0;
    module->statics = NULL;
    module->imports = NULL;
    vec_push(program->arena, &program->module_list, module);
    return module;
}

/* ---- By dotted path -------------------------------------------------------------------------------------------------------------------- */

static Name package_name(Program *program, const char *dotted)
{
    const char *dot = strrchr(dotted, '.');
    return name_of(program->names, dotted, dot ? (size_t)(dot - dotted) : 0);
}

/* *fresh: it was loaded just now. */
static Module *find_module(Program *program, Name path, bool *fresh)
{
    Module *module = map_get_name(&program->modules, path);
    *fresh = false;
    if (module && module->ast) return module;
    if (map_get_name(&program->state->missing_modules, path) && strncmp(path->text, "std.", 4) != 0) return NULL;
    SourceFile *file = project_find_module(program->project, program->sources, path->text);
    bool changed;
    if (file && !file->length && !file->read_ns && !source_read(program->sources, file, program->undo, &changed)) file = NULL;
    if (!file || file->missing) {
        map_set_name(&program->state->missing_modules, path, (void *)path);
        if (strncmp(path->text, "std.", 4) != 0) return NULL;
        return find_module(program, name_lit(program->names, path->text + 4), fresh); /* the root, where a nearer name hides it */
    }
    module = module_load(program, path, file);
    module_declare(program, module);
    *fresh = true;
    return module;
}

Module *module_by_name(Program *program, Name path, Span from)
{
    bool fresh;
    Module *module = find_module(program, path, &fresh);
    if (fresh) check_package(program, module, from);
    return module;
}

Module *module_of_command_line(Program *program, const char *dotted)
{
    bool fresh;
    Module *module = find_module(program, name_lit(program->names, dotted), &fresh);
    if (!module || module->ast->has_errors) return module;
    Name written = written_package(program, module->ast);
    if (written == module->package) return module;
    diag_error(program->diags, NO_SPAN, "module.package", "Invalid commandline class : %s should be %s%s%s", dotted, written->text,
               written->length ? "." : "", module->name->text);
    return NULL;
}

Module *program_module(Program *program, const char *dotted)
{
    Name path = name_lit(program->names, dotted);
    Module *module = module_by_name(program, path, NO_SPAN);
    if (!module) reads_add(program->reads, &package_of(program, package_name(program, dotted))->entity, FACET_MEMBERS);
    typer_settle(program);
    return module;
}

TypeDecl *module_type(Program *program, Module *module, Name name)
{
    for (u32 i = 0; i < module->types.count; i++)
        if (module->types.at[i]->name == name) return module->types.at[i];
    reads_add(program->reads, &module->entity, FACET_MEMBERS);
    return NULL;
}

TypeDecl *program_find_type(Program *program, const char *dotted)
{
    Name path = name_lit(program->names, dotted);
    TypeDecl *known = map_get_name(&program->types, path);
    if (!known || !known->module) {
        known = NULL;
        Module *module = module_by_name(program, path, NO_SPAN);
        const char *dot = strrchr(dotted, '.');
        Name last = dot ? name_lit(program->names, dot + 1) : path;
        if (module) known = module_type(program, module, last);
        if (!known && dot) { /* pack.Module.Sub */
            Name head = package_name(program, dotted);
            const char *head_dot = strrchr(head->text, '.');
            if (name_is_upper(name_lit(program->names, head_dot ? head_dot + 1 : head->text))) {
                module = module_by_name(program, head, NO_SPAN);
                if (module) known = module_type(program, module, last);
            }
        }
        if (!known) reads_add(program->reads, &package_of(program, package_name(program, dotted))->entity, FACET_MEMBERS);
    }
    if (known) decl_header(program, known);
    return known;
}
