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

typedef struct LocalLists {
    const AstFunctionList *old, *now;
} LocalLists;

static bool is_named(const AstFunction *function) { return function->kind == FUNCTION_NAMED && function->name.name; }

/* Named ones are the same when their names are; unnamed ones that stand in the same order may be, the more their texts have in common. */
static u32 likeness(void *context, u32 i, u32 k)
{
    const LocalLists *lists = context;
    const AstFunction *a = lists->old->at[i], *b = lists->now->at[k];
    if (is_named(a) || is_named(b)) return 0;
    if (a->hash.sig == b->hash.sig) return a->hash.body == b->hash.body ? 16 : a->hash.own == b->hash.own ? 8 : 2;
    return a->hash.body == b->hash.body ? 4 : 1;
}

static u32 namesake(const AstFunctionList *list, Name name)
{
    for (u32 i = 0; i < list->count; i++)
        if (is_named(list->at[i]) && list->at[i]->name.name == name) return i;
    return UINT32_MAX;
}

static Name event_name(Program *program, Name outer, const AstFunction *function)
{
    if (is_named(function)) return name_printf(program->names, "%s/%s", outer->text, function->name.name->text);
    return name_printf(program->names, "%s/%u", outer->text, function->ordinal);
}

static void list_all(Update *update, Name outer, const AstFunctionList *list, bool added, Change *change)
{
    for (u32 i = 0; i < list->count; i++) {
        Name name = event_name(update->program, outer, list->at[i]);
        if (added) vec_push(update->arena, &change->functions_added, name);
        else vec_push(update->arena, &change->functions_removed, name);
        list_all(update, name, &list->at[i]->locals, added, change);
    }
}

/* Outermost first. */
static void compare_locals(Update *update, Change *change, Name old_outer, Name outer, const AstFunctionList *old, const AstFunctionList *now)
{
    LocalLists lists = {old, now};
    u32 *pairs = NEW_ARRAY(update->arena, u32, old->count + 1), *partner = NEW_ARRAY(update->arena, u32, now->count + 1);
    align_sequences(old->count, now->count, likeness, &lists, pairs);
    memset(partner, 0xFF, (now->count + 1) * sizeof *partner);
    for (u32 i = 0; i < old->count; i++) {
        if (is_named(old->at[i])) pairs[i] = namesake(now, old->at[i]->name.name);
        if (pairs[i] != UINT32_MAX) partner[pairs[i]] = i;
    }
    for (u32 k = 0; k < now->count; k++) {
        const AstFunction *function = now->at[k];
        if (partner[k] == UINT32_MAX) {
            AstFunctionList one = {.at = (AstFunction **)&now->at[k], .count = 1};
            list_all(update, outer, &one, true, change);
            continue;
        }
        const AstFunction *before = old->at[partner[k]];
        Name from = event_name(update->program, old_outer, before), to = event_name(update->program, outer, function);
        if (from != to) vec_push(update->arena, &change->functions_moved, (LocalMove){from, to});
        if (before->hash.sig != function->hash.sig || before->hash.own != function->hash.own) vec_push(update->arena, &change->functions, to);
        if (from != to || before->hash.body != function->hash.body) compare_locals(update, change, from, to, &before->locals, &function->locals);
    }
    for (u32 i = 0; i < old->count; i++) {
        AstFunctionList one = {.at = (AstFunction **)&old->at[i], .count = 1};
        if (pairs[i] == UINT32_MAX) list_all(update, old_outer, &one, false, change);
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
    if (field->ast && old->ast) compare_locals(update, change, field->path, field->path, &old->ast->locals, &field->ast->locals);
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
