/* declare.c: the declarations of a module: first their entities (module_declare), then their members' (decl_members), then their headers
 * (decl_header): parameters' constraints, super types, what a typedef or abstract stands for.
 *
 *     HEADER_DECLARED -> decl_members -> HEADER_RESOLVING -> class_header, typedef_header, … -> HEADER_RESOLVED
 *
 * Resolving a header never needs another one complete, but for the typedefs that it looks through. Other headers that it names wait in
 * pending_headers until the outermost one is done; checks that need types of fields wait longer (typer_settle).
 */
#include "declare.h"

/* ---- Entities of declarations ---------------------------------------------------------------------------------------------------------------- */

void decl_reset(Program *program, TypeDecl *decl)
{
    undo_touch(program->undo, decl, sizeof *decl);
    TypeDecl kept = *decl;
    map_renew(program, &kept.by_name);
    map_renew(program, &kept.static_by_name);
    *decl = (TypeDecl){.entity = kept.entity, .path = kept.path, .name = kept.name};
    decl->children = kept.children;
    decl->reads = reads_renew(program, kept.reads);
}

static DeclKind kind_of(const AstDecl *ast)
{
    switch (ast->kind) {
    case AST_DECL_ENUM:
        return DECL_ENUM;
    case AST_DECL_TYPEDEF:
        return DECL_TYPEDEF;
    case AST_DECL_ABSTRACT:
        return DECL_ABSTRACT;
    case AST_DECL_CLASS:
        return ast->modifiers & AST_DECL_INTERFACE ? DECL_INTERFACE : DECL_CLASS;
    case AST_DECL_IMPORT:
    case AST_DECL_USING:
    case AST_DECL_FIELD:
        break;
    }
    FATAL("not a declaration of a type");
}

static void read_flags(Program *program, TypeDecl *decl, const AstDecl *ast)
{
    const TyperNames *n = &program->state->n;
    decl->is_extern = (ast->modifiers & MOD_EXTERN) || meta_has(&ast->meta, n->m_extern);
    decl->is_final = (ast->modifiers & MOD_FINAL) || meta_has(&ast->meta, n->m_final);
    decl->is_abstract = ast->modifiers & MOD_ABSTRACT;
    decl->is_enum_abstract = decl->kind == DECL_ABSTRACT && ((ast->modifiers & AST_DECL_ENUM_ABSTRACT) || meta_has(&ast->meta, n->m_enum));
    decl->is_core_type = meta_has(&ast->meta, n->m_core_type);
    decl->is_generic = meta_has(&ast->meta, n->m_generic);
    const AstMeta *was = meta_find(&ast->meta, n->m_hot_was);
    decl->hot_was = was ? meta_string(was, 0) : NULL;
    for (u32 i = 0; i < ast->meta.count; i++)
        if (ast->meta.at[i].name.name != n->m_hot_was) hot_warn_unknown(program, decl->module, &ast->meta.at[i]);
}

static void declare_type(Program *program, Module *module, const AstDecl *ast)
{
    Span span = NODE_SPAN(module, &ast->name);
    bool is_private = ast->modifiers & MOD_PRIVATE || meta_has(&ast->meta, program->state->n.m_private);
    Name package = module->package;
    if (is_private) package = name_join(program, package, name_printf(program->names, "_%s", module->name->text));
    TypeDecl *decl = type_entity(program, name_join(program, package, ast->name.name), ast->name.name);
    if (!name_is_upper(ast->name.name))
        diag_error(program->diags, span, "type.name", "Type name should start with an uppercase letter");
    if (decl->module == module && decl->ast) {
        Span whole = ast->kind == AST_DECL_CLASS ? span : NODE_SPAN(module, ast);
        diag_error(program->diags, whole, "type.duplicate", "Name %s is already defined in this module", decl->name->text);
        diag_note(program->diags, NODE_SPAN(module, &decl->ast->name), "type.duplicate", "Previous declaration here");
        return;
    }
    if (decl->module && decl->module != module && decl->ast) {
        diag_error(program->diags, span, "type.duplicate", "Type name %s is redefined from module %s", decl->path->text,
                   decl->module->path->text);
        return;
    }
    decl_reset(program, decl);
    decl->kind = kind_of(ast);
    decl->module = module;
    decl->ast = ast;
    decl->is_private = is_private;
    read_flags(program, decl, ast);
    params_declare(program, &decl->entity, 0, &ast->params, &decl->params);
    Type *args[decl->params.count + 1];
    for (u32 i = 0; i < decl->params.count; i++) args[i] = decl->params.at[i]->type;
    decl->type = type_decl(program, decl, decl->params.count, args);
    vec_push(program->arena, &module->types, decl);
    if (module->is_user) vec_push(NULL, &program->state->pending_headers, decl);
}

/* The holder of module-level fields. */
static TypeDecl *declare_statics(Program *program, Module *module)
{
    Name name = name_printf(program->names, "%s_Fields_", module->name->text);
    Name package = name_join(program, module->package, name_printf(program->names, "_%s", module->name->text));
    TypeDecl *decl = type_entity(program, name_join(program, package, name), name);
    decl_reset(program, decl);
    decl->kind = DECL_CLASS;
    decl->module = module;
    decl->is_private = true;
    decl->header = HEADER_RESOLVED;
    decl->type = type_decl(program, decl, 0, NULL);
    return decl;
}

void module_declare(Program *program, Module *module)
{
    undo_touch(program->undo, module, sizeof *module);
    module->types.at = NULL;
    module->types.count = module->types.capacity = 0;
    module->statics = NULL;
    module_imports_forget(program, module);
    for (u32 i = 0; i < module->ast->decls.count; i++) {
        const AstDecl *ast = module->ast->decls.at[i];
        if (ast->kind == AST_DECL_FIELD) {
            if (!module->statics) module->statics = declare_statics(program, module);
            declare_field(program, module->statics, ast->field);
        } else if (ast->kind != AST_DECL_IMPORT && ast->kind != AST_DECL_USING && ast->name.name) {
            declare_type(program, module, ast);
        }
    }
    if (!module->statics) return;
    module->statics->members_declared = true;
    map_filled(program, &module->statics->static_by_name);
}

/* ---- Members --------------------------------------------------------------------------------------------------------------------------------------- */

static void declare_members(Program *program, TypeDecl *decl)
{
    const AstDecl *ast = decl->ast;
    switch (decl->kind) {
    case DECL_CLASS:
    case DECL_INTERFACE:
        for (u32 i = 0; i < ast->class_.fields.count; i++) declare_field(program, decl, ast->class_.fields.at[i]);
        declare_made_params(program, decl);
        return;
    case DECL_ABSTRACT:
        for (u32 i = 0; i < ast->abstract.fields.count; i++) declare_field(program, decl, ast->abstract.fields.at[i]);
        return;
    case DECL_ENUM:
        decl->is_flat_enum = true;
        for (u32 i = 0; i < ast->enum_.constructors.count; i++) declare_constructor(program, decl, ast->enum_.constructors.at[i], i);
        return;
    case DECL_TYPEDEF:
        return;
    }
}

void decl_members(Program *program, TypeDecl *decl)
{
    if (!decl->module) decl_load(program, decl);
    if (decl->members_declared || !decl->ast) return;
    undo_touch(program->undo, decl, sizeof *decl);
    decl->members_declared = true;
    declare_members(program, decl);
    map_filled(program, &decl->by_name);
    map_filled(program, &decl->static_by_name);
}

/* ---- Headers ------------------------------------------------------------------------------------------------------------------------------------------ */

static void load_using(Program *program, Scope *scope, TypeDecl *decl)
{
    const AstMetaList *metas = &decl->ast->meta;
    for (u32 i = 0; i < metas->count; i++) {
        if (metas->at[i].name.name != program->state->n.m_using) continue;
        for (u32 k = 0; k < metas->at[i].args.count; k++) {
            const AstExpr *arg = metas->at[i].args.at[k];
            Name names[64];
            u32 count = 0, used;
            const AstExpr *at = arg;
            while (at->kind == EXPR_FIELD && count < LEN(names) - 1) names[LEN(names) - 1 - count++] = at->field.name.name, at = at->field.object;
            if (at->kind != EXPR_IDENT) continue;
            names[LEN(names) - 1 - count++] = at->ident;
            TypeDecl *found = resolve_dotted(program, scope, names + LEN(names) - count, count, &used);
            if (found && used == count) vec_push(program->arena, &decl->using_, found);
            else diag_error(program->diags, NODE_SPAN(decl->module, arg), "type.not-found", "Type not found : %s", names[LEN(names) - 1]->text);
        }
    }
}

/* The build macro as it is written. */
static const char *build_macro_name(Program *program, const TypeDecl *decl, const AstMeta *meta)
{
    if (!meta->args.count) return "build macros";
    const AstExpr *call = meta->args.at[0];
    if (call->kind == EXPR_CALL) call = call->call.callee;
    const SourceFile *file = decl->module->file;
    return arena_printf(program->state->scratch, "the build macro %.*s", (int)(call->end - call->start), (const char *)file->text + call->start);
}

static void refuse_build_macros(Program *program, const TypeDecl *decl)
{
    const TyperNames *n = &program->state->n;
    for (u32 i = 0; i < decl->ast->meta.count; i++) {
        const AstMeta *meta = &decl->ast->meta.at[i];
        if (meta->name.name == n->m_build || meta->name.name == n->m_auto_build || meta->name.name == n->m_generic_build)
            report_unsupported(program, NODE_SPAN(decl->module, meta), build_macro_name(program, decl, meta));
        if (decl->module->is_user && name_is(meta->name.name, ":rtti"))
            report_unsupported(program, NODE_SPAN(decl->module, meta), "type information at run time (@:rtti)");
    }
}

static void resolve_header(Program *program, TypeDecl *decl)
{
    Scope scope;
    refuse_build_macros(program, decl);
    scope_of_decl(&scope, decl);
    params_load_constraints(program, &scope, &decl->ast->params, &decl->params);
    switch (decl->kind) {
    case DECL_CLASS:
    case DECL_INTERFACE:
        class_header(program, &scope, decl);
        break;
    case DECL_ENUM:
        break;
    case DECL_TYPEDEF:
        typedef_header(program, &scope, decl);
        break;
    case DECL_ABSTRACT:
        abstract_header(program, &scope, decl);
        break;
    }
    load_using(program, &scope, decl);
}

void decl_header(Program *program, TypeDecl *decl)
{
    if (!decl->module) decl_load(program, decl);
    if (decl->header != HEADER_DECLARED || !decl->ast) return;
    TyperState *state = program->state;
    decl_members(program, decl);
    undo_touch(program->undo, decl, sizeof *decl);
    decl->header = HEADER_RESOLVING;
    ReadSet *reads = program->reads;
    Arena *types = types_enter_closed(program);
    program->reads = decl->reads;
    state->header_depth++;
    resolve_header(program, decl);
    state->header_depth--;
    program->reads = reads;
    state->types = types;
    decl->header = HEADER_RESOLVED;
    if (decl->module->is_user) vec_push(NULL, &state->pending_checks, decl);
    typer_settle(program);
}

void decl_require(Program *program, TypeDecl *decl)
{
    if (decl->header != HEADER_DECLARED || !decl->ast) return;
    if (program->state->header_depth) vec_push(NULL, &program->state->pending_headers, decl);
    else decl_header(program, decl);
}

void typer_settle(Program *program)
{
    TyperState *state = program->state;
    if (state->header_depth || state->draining) return;
    state->draining = true;
    for (u32 i = 0; i < state->pending_headers.count; i++) decl_header(program, state->pending_headers.at[i]);
    state->pending_headers.count = 0;
    state->draining = false;
    if (state->settling || state->types) return; /* checks type bodies where a type is inferred: not in the midst of one */
    state->settling = true;
    while (state->pending_checks.count || state->type_checks.count) {
        for (u32 i = 0; i < state->type_checks.count; i++) {
            TypeCheck check = state->type_checks.at[i];
            type_check_constraints(program, &check);
        }
        state->type_checks.count = 0;
        for (u32 i = 0; i < state->pending_checks.count; i++) decl_check(program, state->pending_checks.at[i]);
        state->pending_checks.count = 0;
    }
    state->settling = false;
}
