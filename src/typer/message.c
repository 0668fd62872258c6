/* message.c: places, suggestions and metadata: small helpers of everything that reports. */
#include "internal.h"

Span module_span(const Module *module, u32 start, u32 end)
{
    return (Span){module->file ? module->file->id : 0, start, end};
}

void report_unsupported(Program *program, Span span, const char *feature)
{
    diag_error(program->diags, span, "molt.unsupported", "Not supported yet by molt: %s", feature);
}

/* ---- Suggestions ------------------------------------------------------------------------------------------------------------------- */

typedef struct Near {
    Name name;
    u32 distance;
} Near;

const char *suggest(Program *program, Name wrong, const Name *candidates, u32 count)
{
    VEC(Near) near = {0};
    for (u32 i = 0; i < count; i++) {
        u32 limit = MIN(wrong->length, candidates[i]->length) / 3;
        u32 gap = wrong->length > candidates[i]->length ? wrong->length - candidates[i]->length : candidates[i]->length - wrong->length;
        if (!limit || gap > limit) continue;
        u32 distance = text_distance(wrong->text, wrong->length, candidates[i]->text, candidates[i]->length);
        if (distance > limit) continue;
        vec_push(NULL, &near, (Near){candidates[i], distance});
        for (u32 at = near.count - 1; at && near.at[at - 1].distance > near.at[at].distance; at--) {
            Near swap = near.at[at];
            near.at[at] = near.at[at - 1];
            near.at[at - 1] = swap;
        }
    }
    Text text = {0};
    for (u32 i = 0; i < near.count; i++) text_printf(&text, "%s%s", i ? ", " : "", near.at[i].name->text);
    const char *result = "";
    if (near.count) result = arena_printf(program->state->scratch, " (Suggestion%s: %s)", near.count > 1 ? "s" : "", text.at);
    text_free(&text);
    vec_free(&near);
    return result;
}

static void collect_members(Program *program, Type *type, NameVec *out, u32 depth)
{
    Arena *scratch = program->state->scratch;
    type = type_follow_null(program, type);
    if (depth > 40) return;
    if (type->kind == TYPE_ANON)
        for (u32 i = 0; i < type->anon->count; i++) vec_push(scratch, out, type->anon->fields[i].name);
    if (type->kind == TYPE_PARAM)
        for (u32 i = 0; i < type->param->constraints.count; i++) collect_members(program, type->param->constraints.at[i], out, depth + 1);
    if (type->kind != TYPE_DECL) return;
    TypeDecl *decl = type->decl.decl;
    reads_add(program->reads, &decl->entity, FACET_MEMBERS);
    if (decl->kind != DECL_ENUM)
        for (u32 i = 0; i < decl->fields.count; i++) vec_push(scratch, out, decl->fields.at[i]->name);
    if (decl->super_type) collect_members(program, decl->super_type, out, depth + 1);
    if (decl->kind == DECL_INTERFACE)
        for (u32 i = 0; i < decl->interfaces.count; i++) collect_members(program, decl->interfaces.at[i], out, depth + 1);
}

const char *suggest_member(Program *program, Type *type, Name wrong)
{
    NameVec names = {0};
    collect_members(program, type, &names, 0);
    return suggest(program, wrong, names.at, names.count);
}

const char *suggest_static(Program *program, TypeDecl *decl, Name wrong)
{
    NameVec names = {0};
    for (u32 i = 0; i < decl->statics.count; i++) vec_push(program->state->scratch, &names, decl->statics.at[i]->name);
    if (decl->kind == DECL_ENUM)
        for (u32 i = 0; i < decl->fields.count; i++) vec_push(program->state->scratch, &names, decl->fields.at[i]->name);
    return suggest(program, wrong, names.at, names.count);
}

/* ---- Metadata ------------------------------------------------------------------------------------------------------------------------- */

const AstMeta *meta_find(const AstMetaList *list, Name name)
{
    for (u32 i = 0; i < list->count; i++)
        if (list->at[i].name.name == name) return &list->at[i];
    return NULL;
}

bool meta_has(const AstMetaList *list, Name name)
{
    return meta_find(list, name) != NULL;
}

Name meta_string(const AstMeta *meta, u32 index)
{
    if (index >= meta->args.count) return NULL;
    const AstExpr *arg = meta->args.at[index];
    if (arg->kind == EXPR_STRING) return arg->string.text;
    return arg->kind == EXPR_FORMAT ? arg->format.raw : NULL;
}
