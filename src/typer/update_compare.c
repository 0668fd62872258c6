/* update_compare.c: which fields and local functions have other tokens than before. */
#include "update.h"

Change *change_add(Update *update, ChangeKind kind, Entity *entity)
{
    ChangeSet *changes = update->changes;
    uintptr_t known = (uintptr_t)map_get(&update->listed, entity->id);
    if (known) return &changes->list.at[known - 1];
    vec_push(changes->arena, &changes->list, (Change){.kind = kind, .entity = entity});
    map_set(&update->listed, entity->id, (void *)(uintptr_t)changes->list.count);
    return &vec_last(&changes->list);
}

/* ---- Local functions ---------------------------------------------------------------------------------------------------------------------------------- */

static const AstFunction *counterpart(const AstFunctionList *list, const AstFunction *function)
{
    bool named = function->kind == FUNCTION_NAMED;
    for (u32 i = 0; i < list->count; i++) {
        const AstFunction *other = list->at[i];
        if (named != (other->kind == FUNCTION_NAMED)) continue;
        if (named ? other->name.name == function->name.name : other->ordinal == function->ordinal) return other;
    }
    return NULL;
}

static Name event_name(Program *program, Name outer, const AstFunction *function)
{
    if (function->kind == FUNCTION_NAMED && function->name.name)
        return name_printf(program->names, "%s/%s", outer->text, function->name.name->text);
    return name_printf(program->names, "%s/%u", outer->text, function->ordinal);
}

/* Those whose own tokens differ or that are new; outermost first. */
static void compare_locals(Update *update, Change *change, Name outer, const AstFunctionList *old, const AstFunctionList *now)
{
    static const AstFunctionList nothing;
    for (u32 i = 0; i < now->count; i++) {
        const AstFunction *function = now->at[i], *before = counterpart(old, function);
        if (before && before->hash.sig == function->hash.sig && before->hash.body == function->hash.body) continue;
        Name name = event_name(update->program, outer, function);
        if (!before || before->hash.sig != function->hash.sig || before->hash.own != function->hash.own)
            vec_push(update->arena, &change->functions, name);
        compare_locals(update, change, name, before ? &before->locals : &nothing, &function->locals);
    }
}

/* ---- Fields, a field's tokens being found in the old tree by its name ---------------------------------------------------------------------------------------------------------------------------------------------- */

typedef struct FieldTokens {
    u64 sig, body, own;
    const AstField *ast;
} FieldTokens;

static void compare_field(Update *update, Field *field, const FieldTokens *old)
{
    if (!old) {
        change_add(update, CHANGE_ADDED, &field->entity);
        return;
    }
    bool signature = old->sig != field->sig_tokens, body = old->body != field->body_tokens;
    if (!signature && !body) return;
    Change *change = change_add(update, CHANGE_TOKENS, &field->entity);
    change->signature = signature;
    change->body = body;
    change->own_body = old->own != field->own_tokens;
    if (field->ast && old->ast) compare_locals(update, change, field->path, &old->ast->locals, &field->ast->locals);
}

/* The field of that name, or the static local variable in it. */
static const AstField *named_in(const AstField *field, Name name)
{
    if (field->name.name == name) return field;
    for (u32 i = 0; i < field->statics.count; i++)
        if (field->statics.at[i]->name.name == name) return field->statics.at[i];
    return NULL;
}

static const AstField *old_field(const TypeDecl *former, const Field *field)
{
    if (!former->ast) return NULL;
    const AstFieldList *list = former->kind == DECL_ABSTRACT ? &former->ast->abstract.fields : &former->ast->class_.fields;
    if (former->kind == DECL_ENUM || former->kind == DECL_TYPEDEF) return NULL;
    const AstField *found = NULL;
    for (u32 i = 0; i < list->count && !found; i++) found = named_in(list->at[i], field->name);
    return found;
}

static const AstField *old_module_field(const AstFile *ast, const Field *field)
{
    const AstField *found = NULL;
    for (u32 i = 0; ast && i < ast->decls.count && !found; i++)
        if (ast->decls.at[i]->kind == AST_DECL_FIELD) found = named_in(ast->decls.at[i]->field, field->name);
    return found;
}

static const AstEnumConstructor *old_constructor(const TypeDecl *former, const Field *field)
{
    for (u32 i = 0; former->ast && former->kind == DECL_ENUM && i < former->ast->enum_.constructors.count; i++)
        if (former->ast->enum_.constructors.at[i]->name.name == field->name) return former->ast->enum_.constructors.at[i];
    return NULL;
}

static void compare_list(Update *update, const TypeDecl *former, const AstFile *old_ast, Field *const *fields, u32 count)
{
    for (u32 i = 0; i < count; i++) {
        Field *field = fields[i];
        FieldTokens tokens = {0};
        if (field->ast_ctor) {
            const AstEnumConstructor *old = old_constructor(former, field);
            if (old) tokens = (FieldTokens){old->hash, 0, old->hash, NULL};
            compare_field(update, field, old ? &tokens : NULL);
            continue;
        }
        const AstField *old = former->ast ? old_field(former, field) : old_module_field(old_ast, field);
        if (old) tokens = (FieldTokens){old->hash.sig, old->hash.body, old->hash.own, old};
        compare_field(update, field, old ? &tokens : NULL);
    }
}

void compare_fields(Update *update, TypeDecl *decl, const TypeDecl *former, const AstFile *old_ast)
{
    compare_list(update, former, old_ast, decl->fields.at, decl->fields.count);
    compare_list(update, former, old_ast, decl->statics.at, decl->statics.count);
    if (decl->constructor) compare_list(update, former, old_ast, &decl->constructor, 1);
}

void added_fields(Update *update, TypeDecl *decl)
{
    decl_members(update->program, decl);
    for (u32 i = 0; i < decl->fields.count; i++) change_add(update, CHANGE_ADDED, &decl->fields.at[i]->entity);
    for (u32 i = 0; i < decl->statics.count; i++) change_add(update, CHANGE_ADDED, &decl->statics.at[i]->entity);
    if (decl->constructor) change_add(update, CHANGE_ADDED, &decl->constructor->entity);
}
