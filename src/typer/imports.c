/* imports.c: from import and using declarations, and the import.hx files around a module, to its ImportTable.
 *
 * The forms, as the official compiler takes them (C is the first name that begins with an upper-case letter):
 *     import a.b.*            every module of the package, by name            import a.C      all types of the module, its fields
 *     import a.C.D            a type of the module, or a static field of C    import a.C as X that type under another name
 *     import a.C.f, a.C.D.f   a static field                                  import a.C.*    all static fields and constructors
 * `using` imports the types of its module as well.
 */
#include "imports.h"

typedef struct Importer {
    Program *program;
    Module *module;  /* whose table it is */
    Module *written; /* the file that the declaration stands in: the module itself or an import.hx */
    ImportTable *table;
} Importer;

static Span span_of(const Importer *importer, u32 start, u32 end)
{
    return module_span(importer->written, start, end);
}

static Span path_span(const Importer *importer, const IdentList *path)
{
    return span_of(importer, path->at[0].start, path->at[path->count - 1].end);
}

static void add_type(Importer *importer, Name alias, TypeDecl *decl)
{
    vec_push(importer->program->arena, &importer->table->types, decl);
    map_set_name(&importer->table->by_name, alias, decl);
}

static void add_static(Importer *importer, Name alias, Name name, TypeDecl *decl)
{
    vec_push(importer->program->arena, &importer->table->statics, (ImportedStatic){alias, name, decl});
}

/* Every public type of a module, and its module-level fields. */
static void add_module(Importer *importer, Module *module)
{
    for (u32 i = 0; i < module->types.count; i++)
        if (!module->types.at[i]->is_private) add_type(importer, module->types.at[i]->name, module->types.at[i]);
    if (module->statics) add_static(importer, NULL, NULL, module->statics);
}

static Module *find_module(Importer *importer, const IdentList *path, u32 count, Span span)
{
    Program *program = importer->program;
    Name dotted = idents_join(program, path->at, count);
    Module *module = module_by_name(program, dotted, span);
    if (!module) diag_error(program->diags, span, "type.not-found", "Type not found : %s", dotted->text);
    else vec_push(program->arena, &importer->table->modules, module);
    return module;
}

/* The number of names before the module's own: the package. path->count if no name begins a type. */
static u32 package_length(const IdentList *path)
{
    u32 count = 0;
    while (count < path->count && !name_is_upper(path->at[count].name)) count++;
    return count;
}

static Module *loaded_main(Importer *importer, Module *module, TypeDecl **main)
{
    *main = module ? module_type(importer->program, module, module->name) : NULL;
    return module;
}

static void no_such_member(Importer *importer, const AstDecl *ast, Name of, Name name, bool is_type)
{
    diag_error(importer->program->diags, span_of(importer, ast->start, ast->end), "import.not-found",
               is_type ? "%s has no field or subtype %s" : "%s has no field %s", of->text, name->text);
}

/* What stands behind the module: `rest` of the path. */
static void import_part(Importer *importer, const AstDecl *ast, Module *module, TypeDecl *main, const Ident *rest, u32 count)
{
    Program *program = importer->program;
    bool all = ast->import.mode == IMPORT_ALL;
    Name alias = ast->import.alias.name;
    TypeDecl *sub = module_type(program, module, rest[0].name);
    TypeDecl *of = main;
    if (sub) {
        if (sub->is_private && module != importer->module) {
            diag_error(program->diags, path_span(importer, &ast->import.path), "import.private",
                       "Importing private declarations from a module is not allowed");
            return;
        }
        if (count == 1 && !all) {
            add_type(importer, alias ? alias : sub->name, sub);
            return;
        }
        of = sub;
        rest++, count--;
    }
    if (count == 0) {
        add_static(importer, NULL, NULL, of);
        return;
    }
    if (count > 1 || all) {
        no_such_member(importer, ast, module->path, rest[0].name, true);
        return;
    }
    bool found = of && decl_find_static(program, of, rest[0].name);
    if (!found && !sub && module->statics) {
        of = module->statics;
        found = decl_find_static(program, of, rest[0].name);
    }
    if (!found) no_such_member(importer, ast, sub ? sub->path : module->path, rest[0].name, !sub);
    else add_static(importer, alias ? alias : rest[0].name, rest[0].name, of);
}

static void import_path(Importer *importer, const AstDecl *ast)
{
    Program *program = importer->program;
    const IdentList *path = &ast->import.path;
    u32 package = package_length(path);
    Name alias = ast->import.alias.name;
    if (package == path->count) {
        const Ident *last = &path->at[path->count - 1];
        if (ast->import.mode == IMPORT_ALL) {
            Name dotted = idents_join(program, path->at, path->count);
            vec_push(program->arena, &importer->table->packages, dotted);
        } else {
            diag_error(program->diags, span_of(importer, last->start, last->end), "import.name",
                       "Module name must start with an uppercase letter");
        }
        return;
    }
    Span span = path_span(importer, path);
    TypeDecl *main = NULL;
    Module *module = loaded_main(importer, find_module(importer, path, package + 1, span), &main);
    if (!module) return;
    const Ident *rest = path->at + package + 1;
    u32 count = path->count - package - 1;
    if (alias && !name_is_upper(alias) && (count == 0 || name_is_upper(rest[count - 1].name))) {
        diag_error(program->diags, span_of(importer, ast->import.alias.start, ast->import.alias.end), "import.alias",
                   "Type aliases must start with an uppercase letter");
    } else if (count > 0) {
        import_part(importer, ast, module, main, rest, count);
    } else if (ast->import.mode == IMPORT_ALL) {
        if (main) add_static(importer, NULL, NULL, main);
        if (module->statics) add_static(importer, NULL, NULL, module->statics);
    } else if (!alias) {
        add_module(importer, module);
    } else if (main) {
        add_type(importer, alias, main);
    } else {
        diag_error(program->diags, span, "type.not-found", "Module %s does not define type %s", module->path->text, module->name->text);
    }
}

static void using_type(Importer *importer, TypeDecl *decl)
{
    add_type(importer, decl->name, decl);
    vec_push(importer->program->arena, &importer->table->usings, decl);
}

static void import_using(Importer *importer, const AstDecl *ast)
{
    Program *program = importer->program;
    const IdentList *path = &ast->using;
    u32 package = package_length(path);
    Span span = span_of(importer, ast->start, ast->end);
    if (package == path->count) {
        diag_error(program->diags, span, "import.name", "Module name must start with an uppercase letter");
        return;
    }
    Module *module = find_module(importer, path, package + 1, span);
    if (!module) return;
    if (package + 1 == path->count) {
        for (u32 i = 0; i < module->types.count; i++)
            if (!module->types.at[i]->is_private || module == importer->module) using_type(importer, module->types.at[i]);
        if (module->statics) vec_push(program->arena, &importer->table->usings, module->statics);
        return;
    }
    Name name = path->at[package + 1].name;
    TypeDecl *decl = module_type(program, module, name);
    if (decl) using_type(importer, decl);
    else
        diag_error(program->diags, span, "type.not-found", "Module %s does not define type %s", module->path->text, name->text);
}

static bool is_complete(const IdentList *path)
{
    for (u32 i = 0; i < path->count; i++)
        if (!path->at[i].name) return false; /* a syntax error, reported */
    return path->count > 0;
}

static void import_file(Importer *importer, Module *written)
{
    importer->written = written;
    if (written->ast->has_errors) return;
    for (u32 i = 0; i < written->ast->decls.count; i++) {
        const AstDecl *ast = written->ast->decls.at[i];
        if (written != importer->module && ast->kind != AST_DECL_IMPORT && ast->kind != AST_DECL_USING)
            diag_error(importer->program->diags, module_span(written, ast->start, ast->end), "import.only-imports",
                       "Only import and using is allowed in import.hx files");
        if (ast->kind == AST_DECL_IMPORT && is_complete(&ast->import.path)) import_path(importer, ast);
        else if (ast->kind == AST_DECL_USING && is_complete(&ast->using)) import_using(importer, ast);
    }
}

/* ---- import.hx -------------------------------------------------------------------------------------------------------------------------- */

/* The import.hx of a folder ("" or ending in '/'); NULL if there is none. */
static Module *import_module(Program *program, const char *folder, u32 length)
{
    Name path = name_printf(program->names, "%.*simport.hx", (int)length, folder);
    Module *known = map_get_name(&program->modules, path);
    if (known && known->ast) return known;
    if (map_get_name(&program->state->missing_modules, path)) return NULL;
    SourceFile *file = source_file(program->sources, path->text);
    bool changed;
    if ((!file->length && !file->read_ns && !source_read(program->sources, file, program->undo, &changed)) || file->missing) {
        map_set_name(&program->state->missing_modules, path, (void *)path);
        return NULL;
    }
    return module_load(program, path, file);
}

/* From the class path's root inwards. */
static void import_files(Importer *importer)
{
    Module *module = importer->module;
    const char *path = module->file->path->text;
    u32 ends[64], count = 0;
    u32 depth = module->package->length ? 1 : 0;
    for (u32 i = 0; i < module->package->length; i++) depth += module->package->text[i] == '.';
    u32 end = (u32)strlen(path);
    while (end && path[end - 1] != '/') end--;
    for (u32 i = 0; i <= depth && count < LEN(ends); i++) {
        ends[count++] = end;
        if (end) end--;
        while (end && path[end - 1] != '/') end--;
    }
    while (count-- > 0) {
        Module *written = import_module(importer->program, path, ends[count]);
        if (!written || written == module) continue;
        vec_push(importer->program->arena, &importer->table->import_files, written);
        import_file(importer, written);
    }
}

/* ---- The table -------------------------------------------------------------------------------------------------------------------------- */

static void table_release(void *object)
{
    ImportTable *table = object;
    map_free(&table->by_name);
    map_free(&table->found);
}

void module_imports_forget(Program *program, Module *module)
{
    if (!module->imports) return;
    undo_touch(program->undo, module, sizeof *module);
    undo_on_commit(program->undo, table_release, module->imports);
    module->imports = NULL;
}

ImportTable *module_imports(Program *program, Module *module)
{
    if (module->imports) return module->imports;
    undo_touch(program->undo, module, sizeof *module);
    ImportTable *table = module->imports = NEW(program->arena, ImportTable);
    undo_on_rollback(program->undo, table_release, table);
    Importer importer = {program, module, module, table};
    ReadSet *reads = program->reads;
    program->reads = NULL; /* FACET_IMPORTS stands for all that is read here */
    program->state->header_depth++; /* what imports load is resolved when they are complete */
    if (module->is_user) import_files(&importer);
    import_file(&importer, module);
    program->state->header_depth--;
    program->reads = reads;
    return table;
}
