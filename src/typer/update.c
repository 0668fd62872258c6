/* update.c: a revision of some files becomes the program's, entities keeping their addresses.
 *
 *     1 hash what stands in the files now      4 headers of what was declared anew
 *     2 parse; nothing else if that fails      5 compare: the changes, by tokens
 *     3 declare modules and members anew       6 headers and written types that read what changed, until nothing more changes
 *
 * Entities' stored hashes stay those of before (entity_rehash stores the new ones when the caller asks), so that the caller can tell
 * what readers of bodies it has to type again. Types inferred from bodies are the caller's too: field_invalidate.
 */
#include "update.h"

/* ---- 1: before -------------------------------------------------------------------------------------------------------------------------------------- */

static void hash_fields(Program *program, Field *const *fields, u32 count)
{
    u64 old[FACET_COUNT];
    for (u32 i = 0; i < count; i++)
        if (fields[i]->state == FIELD_TYPED) entity_rehash(program, &fields[i]->entity, old);
}

static void hash_decl(Program *program, TypeDecl *decl)
{
    u64 old[FACET_COUNT];
    if (!decl->members_declared || !decl->module) return;
    if (decl->header == HEADER_RESOLVED) entity_rehash(program, &decl->entity, old);
    hash_fields(program, decl->fields.at, decl->fields.count);
    hash_fields(program, decl->statics.at, decl->statics.count);
    if (decl->constructor) hash_fields(program, &decl->constructor, 1);
}

static void remember_decl(Update *update, Revised *revised, TypeDecl *decl)
{
    vec_push(update->arena, &revised->types, (FormerDecl){decl, *decl});
}

static Revised *begin_revision(Update *update, Module *module)
{
    Program *program = update->program;
    u64 old[FACET_COUNT];
    for (u32 i = 0; i < module->types.count; i++) hash_decl(program, module->types.at[i]);
    if (module->statics) hash_decl(program, module->statics);
    if (module->ast) entity_rehash(program, &module->entity, old);
    Revised *revised = NEW(update->arena, Revised);
    revised->module = module;
    revised->old_ast = module->ast;
    for (u32 i = 0; i < module->types.count; i++) remember_decl(update, revised, module->types.at[i]);
    if (module->statics) remember_decl(update, revised, module->statics);
    vec_push(update->arena, &update->revised, revised);
    return revised;
}

/* ---- 2: which modules the files are --------------------------------------------------------------------------------------------------------------------- */

static void package_changed(Update *update, Name module_path)
{
    Program *program = update->program;
    const char *dot = strrchr(module_path->text, '.');
    Package *package = package_of(program, name_of(program->names, module_path->text, dot ? (size_t)(dot - module_path->text) : 0));
    undo_touch(program->undo, package, sizeof *package);
    package->revision++;
    vec_push(update->arena, &update->packages, package);
    update->structural = true;
}

/* pack.Module of a file, by the class path that finds it; NULL: no class path does. */
static Name path_of_file(Program *program, const SourceFile *file)
{
    const char *path = file->path->text;
    size_t length = strlen(path);
    if (length < 4 || strcmp(path + length - 3, ".hx") != 0) return NULL;
    for (u32 i = 0; i < program->project->class_paths.count; i++) {
        const char *root = program->project->class_paths.at[i];
        size_t skip = strcmp(root, "./") == 0 && !strchr(path, '/') ? 0 : strlen(root);
        if (strncmp(path, root, skip) != 0) continue;
        Text dotted = {0};
        text_add(&dotted, path + skip, length - skip - 3);
        for (size_t k = 0; k < dotted.count; k++)
            if (dotted.at[k] == '/') dotted.at[k] = '.';
        Name name = name_of(program->names, dotted.at, dotted.count);
        text_free(&dotted);
        if (project_find_module(program->project, program->sources, name->text) == file) return name;
    }
    return NULL;
}

static void remove_module(Update *update, Module *module)
{
    Program *program = update->program;
    begin_revision(update, module);
    undo_touch(program->undo, module, sizeof *module);
    module_imports_forget(program, module);
    module->ast = NULL;
    package_changed(update, module->path);
}

static bool is_import_file(const SourceFile *file)
{
    static const char NAME[] = "import.hx";
    size_t length = file->path->length;
    if (length < sizeof NAME - 1 || strcmp(file->path->text + length - (sizeof NAME - 1), NAME) != 0) return false;
    return length == sizeof NAME - 1 || file->path->text[length - sizeof NAME] == '/';
}

static void revise_file(Update *update, SourceFile *file)
{
    Program *program = update->program;
    Module *module = module_of_file(program, file->id);
    Name path;
    if (module && module->ast && module->file == file && file->missing) {
        remove_module(update, module);
    } else if (module && module->ast && module->file == file) {
        begin_revision(update, module);
        module_parse(program, module);
        update->parse_failed |= module->ast->has_errors;
    } else if (file->missing) {
        return;
    } else if (is_import_file(file)) {
        update->structural = update->changes->imports_changed = true;
    } else if ((path = path_of_file(program, file))) { /* asked here alone: it lists folders */
        /* A new file: whatever looked for its name in vain will find it; a module it hides makes way. */
        Module *hidden = map_get_name(&program->modules, path);
        if (hidden && hidden->ast) remove_module(update, hidden);
        else package_changed(update, path);
    }
}

/* ---- 3: anew ------------------------------------------------------------------------------------------------------------------------------------------------ */

static void detach_types(Update *update, Revised *revised)
{
    for (u32 i = 0; i < revised->types.count; i++) {
        TypeDecl *decl = revised->types.at[i].decl;
        undo_touch(update->program->undo, decl, sizeof *decl);
        decl->module = NULL;
        decl->ast = NULL;
    }
}

static void declare_anew(Update *update, Revised *revised)
{
    Program *program = update->program;
    Module *module = revised->module;
    if (module->ast) {
        program->state->moving_from = revised->old_ast;
        module_declare(program, module);
        program->state->moving_from = NULL;
        return;
    }
    undo_touch(program->undo, module, sizeof *module);
    module->types.count = 0;
    module->statics = NULL;
}

static void declare_members_anew(Update *update, Revised *revised)
{
    Program *program = update->program;
    program->state->moving_from = revised->old_ast;
    for (u32 i = 0; i < revised->types.count; i++)
        if (revised->types.at[i].former.members_declared) decl_members(program, revised->types.at[i].decl);
    program->state->moving_from = NULL;
}

static void remove_field(Update *update, Field *field)
{
    Program *program = update->program;
    undo_touch(program->undo, field, sizeof *field);
    field_drop_body(program, field->body);
    field->owner = NULL;
    field->ast = NULL;
    field->ast_ctor = NULL;
    field->body = NULL;
    change_add(update, CHANGE_REMOVED, &field->entity);
}

static bool has_field(const TypeDecl *decl, const Field *field)
{
    if (!decl->module) return false;
    if (decl->constructor == field) return true;
    if (field->kind == FIELD_ENUM_CTOR) return map_get_name(&decl->by_name, field->name) == field;
    Field *named = map_get_name(field->is_static ? &decl->static_by_name : &decl->by_name, field->name);
    if (!named || named == field) return named == field;
    for (u32 i = 0; i < decl->statics.count; i++) /* operators may share a name */
        if (decl->statics.at[i] == field) return true;
    return false;
}

static void remove_vanished(Update *update, const FormerDecl *type, Field *const *fields, u32 count)
{
    for (u32 i = 0; i < count; i++)
        if (!has_field(type->decl, fields[i])) remove_field(update, fields[i]);
}

static void forget_child(Update *update, TypeDecl *super, const TypeDecl *child)
{
    Program *program = update->program;
    undo_touch(program->undo, super, sizeof *super);
    TypeDecl **old = super->children.at;
    u32 count = super->children.count;
    super->children.at = NULL;
    super->children.count = super->children.capacity = 0;
    for (u32 i = 0; i < count; i++)
        if (old[i] != child) vec_push(program->arena, &super->children, old[i]);
}

/* Its super types hear of it again when its header is resolved. */
void decl_leave_supers(Update *update, const TypeDecl *former, const TypeDecl *decl)
{
    if (former->super) forget_child(update, former->super, decl);
    for (u32 i = 0; i < former->interfaces.count; i++)
        if (former->interfaces.at[i]->kind == TYPE_DECL) forget_child(update, former->interfaces.at[i]->decl.decl, decl);
}

/* ---- 4: headers ------------------------------------------------------------------------------------------------------------------------------------------------ */

/* Written types that were known are known again: the declaration's reads were emptied. */
static void type_again(Program *program, Field *const *fields, u32 count)
{
    for (u32 i = 0; i < count; i++)
        if (fields[i]->entity.hash[FACET_SIGNATURE] && !fields[i]->is_inferred && fields[i]->state == FIELD_UNTYPED)
            field_type(program, fields[i]);
}

static void resolve_anew(Update *update, Revised *revised)
{
    for (u32 i = 0; i < revised->types.count; i++) {
        const FormerDecl *type = &revised->types.at[i];
        decl_leave_supers(update, &type->former, type->decl);
        if (type->former.header != HEADER_RESOLVED || !type->decl->module) continue;
        decl_header(update->program, type->decl);
        type_again(update->program, type->decl->fields.at, type->decl->fields.count);
        type_again(update->program, type->decl->statics.at, type->decl->statics.count);
        if (type->decl->constructor) type_again(update->program, &type->decl->constructor, 1);
    }
}

/* ---- 5: changes ------------------------------------------------------------------------------------------------------------------------------------------------ */

/* In any of the modules: it may have moved. */
static bool was_there(const Update *update, const TypeDecl *decl)
{
    for (u32 i = 0; i < update->revised.count; i++)
        for (u32 k = 0; k < update->revised.at[i]->types.count; k++)
            if (update->revised.at[i]->types.at[k].decl == decl) return true;
    return false;
}

static void compare_types(Update *update, Revised *revised)
{
    Module *module = revised->module;
    for (u32 i = 0; i < revised->types.count; i++) {
        const FormerDecl *type = &revised->types.at[i];
        const TypeDecl *former = &type->former;
        if (!type->decl->module) {
            if (former->ast) change_add(update, CHANGE_REMOVED, &type->decl->entity);
            update->structural = true;
        } else if (type->decl->module != module) {
            update->structural = true; /* the type has moved to another file */
        }
        if (type->decl->module && former->ast && former->ast->header_hash != type->decl->ast->header_hash) {
            change_add(update, CHANGE_TOKENS, &type->decl->entity);
        }
        remove_vanished(update, type, former->fields.at, former->fields.count);
        remove_vanished(update, type, former->statics.at, former->statics.count);
        if (former->constructor) remove_vanished(update, type, &former->constructor, 1);
        if (type->decl->module && former->members_declared) compare_fields(update, type->decl, former, revised->old_ast);
    }
    for (u32 i = 0; module->ast && i < module->types.count; i++) {
        if (was_there(update, module->types.at[i])) continue;
        change_add(update, CHANGE_ADDED, &module->types.at[i]->entity);
        added_fields(update, module->types.at[i]);
        update->structural = true;
    }
    bool statics_new = module->ast && module->statics;
    for (u32 k = 0; k < revised->types.count && statics_new; k++) statics_new = revised->types.at[k].decl != module->statics;
    if (statics_new) added_fields(update, module->statics);
}

static void compare_heads(Update *update, Revised *revised)
{
    if (!revised->old_ast || !revised->module->ast) return;
    if (revised->old_ast->head_hash == revised->module->ast->head_hash) return;
    update->changes->imports_changed = true;
    if (is_import_file(revised->module->file)) update->structural = true; /* other modules' names may mean something else */
}

static void forget_imports(Update *update)
{
    Program *program = update->program;
    map_clear(&program->state->missing_modules);
    for (u32 i = 0; i < program->module_list.count; i++) module_imports_forget(program, program->module_list.at[i]);
}

/* ---- The whole ---------------------------------------------------------------------------------------------------------------------------------------------------- */

void program_reparse(Program *program, SourceFile *const *files, u32 count, ChangeSet *changes)
{
    ASSERT(changes->arena);
    ASSERT(!program->reads && !program->state->types);
    Update update = {.program = program, .changes = changes, .arena = changes->arena};
    map_clear(&program->state->missing_modules);
    for (u32 i = 0; i < count; i++) revise_file(&update, files[i]);
    changes->syntax_errors = update.parse_failed;
    if (update.parse_failed) return;
    program->state->header_depth++; /* everything is declared before anything is resolved */
    for (u32 i = 0; i < update.revised.count; i++) detach_types(&update, update.revised.at[i]);
    for (u32 i = 0; i < update.revised.count; i++) declare_anew(&update, update.revised.at[i]);
    for (u32 i = 0; i < update.revised.count; i++) declare_members_anew(&update, update.revised.at[i]);
    for (u32 i = 0; i < update.revised.count; i++) {
        vec_push(changes->arena, &changes->modules, update.revised.at[i]->module);
        compare_types(&update, update.revised.at[i]);
        compare_heads(&update, update.revised.at[i]);
    }
    if (update.structural || changes->imports_changed) forget_imports(&update);
    program->state->header_depth--;
    program->state->settling = true; /* hierarchies are checked when all types are what they will be */
    for (u32 i = 0; i < update.revised.count; i++) resolve_anew(&update, update.revised.at[i]);
    typer_settle(program);
    if (program->main) program_find_main(program); /* it may be gone */
    if (changes->list.count || changes->imports_changed || update.structural) update_dependents(&update);
    program->state->settling = false;
    typer_settle(program);
    map_free(&update.changed);
    map_free(&update.inferred);
    map_free(&update.listed);
}
