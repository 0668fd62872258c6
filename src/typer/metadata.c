/* metadata.c: metadata that the program can ask for while it runs (haxe.rtti.Meta): what stands in the source without a colon.
 *
 * It is handed on as one JSON text a type, {"obj": …, "statics": …, "fields": …} with the parts that have any; the library reads it
 * (std/haxe/rtti/Meta.hx). Made anew from the syntax tree whenever somebody asks, so an edit of metadata needs nothing else.
 */
#include "internal.h"

static bool is_runtime(const AstMeta *meta)
{
    return meta->name.name && meta->name.name->text[0] != ':';
}

/* ---- Constants --------------------------------------------------------------------------------------------------------------------- */

static const AstExpr *find_invalid(const AstExpr *expr)
{
    switch (expr->kind) {
    case EXPR_INT:
    case EXPR_FLOAT:
    case EXPR_STRING:
    case EXPR_FORMAT:
    case EXPR_TRUE:
    case EXPR_FALSE:
    case EXPR_NULL:
        return NULL;
    case EXPR_PAREN:
        return find_invalid(expr->operand);
    case EXPR_ARRAY:
        for (u32 i = 0; i < expr->list.count; i++)
            if (find_invalid(expr->list.at[i])) return find_invalid(expr->list.at[i]);
        return NULL;
    case EXPR_OBJECT:
        for (u32 i = 0; i < expr->object.fields.count; i++)
            if (find_invalid(expr->object.fields.at[i].value)) return find_invalid(expr->object.fields.at[i].value);
        return NULL;
    case EXPR_BLOCK: /* {} is read as an empty block */
        return expr->list.count ? expr : NULL;
    default:
        return expr;
    }
}

static void add_number(Text *out, const AstExpr *expr)
{
    if (expr->negative) text_char(out, '-');
    if (expr->kind == EXPR_INT) text_printf(out, "%llu", (unsigned long long)expr->number.bits);
    else text_printf(out, "%.17g", expr->number.value);
}

static void add_constant(Text *out, const AstExpr *expr)
{
    switch (expr->kind) {
    case EXPR_INT:
    case EXPR_FLOAT:
        add_number(out, expr);
        return;
    case EXPR_STRING:
        text_json(out, expr->string.raw->text, expr->string.raw->length);
        return;
    case EXPR_FORMAT:
        text_json(out, expr->format.raw->text, expr->format.raw->length);
        return;
    case EXPR_TRUE:
        text_str(out, "true");
        return;
    case EXPR_FALSE:
        text_str(out, "false");
        return;
    case EXPR_PAREN:
        add_constant(out, expr->operand);
        return;
    case EXPR_ARRAY:
        text_char(out, '[');
        for (u32 i = 0; i < expr->list.count; i++) {
            if (i) text_char(out, ',');
            add_constant(out, expr->list.at[i]);
        }
        text_char(out, ']');
        return;
    case EXPR_OBJECT:
        text_char(out, '{');
        for (u32 i = 0; i < expr->object.fields.count; i++) {
            if (i) text_char(out, ',');
            text_json(out, expr->object.fields.at[i].key.name->text, expr->object.fields.at[i].key.name->length);
            text_char(out, ':');
            add_constant(out, expr->object.fields.at[i].value);
        }
        text_char(out, '}');
        return;
    case EXPR_BLOCK:
        text_str(out, "{}");
        return;
    default: /* null; what is no constant was refused */
        text_str(out, "null");
        return;
    }
}

/* ---- Lists ------------------------------------------------------------------------------------------------------------------------- */

/* {"name": [arguments], …}, null where there are none; false: nothing was added. */
static bool add_list(Text *out, const AstMetaList *list)
{
    bool any = false;
    for (u32 i = 0; i < list->count; i++) {
        const AstMeta *meta = &list->at[i];
        if (!is_runtime(meta)) continue;
        text_char(out, any ? ',' : '{');
        any = true;
        text_json(out, meta->name.name->text, meta->name.name->length);
        text_char(out, ':');
        for (u32 k = 0; k < meta->args.count; k++) {
            text_char(out, k ? ',' : '[');
            add_constant(out, meta->args.at[k]);
        }
        text_str(out, meta->args.count ? "]" : "null");
    }
    if (any) text_char(out, '}');
    return any;
}

static const AstMetaList *meta_of(const Field *field)
{
    return field->ast_ctor ? &field->ast_ctor->meta : field->ast ? &field->ast->meta : NULL;
}

static void add_field(Text *part, const Field *field, const char *name)
{
    const AstMetaList *list = meta_of(field);
    Text one = {0};
    if (list && add_list(&one, list)) {
        text_char(part, part->count ? ',' : '{');
        text_json(part, name, strlen(name));
        text_printf(part, ":%s", one.at);
    }
    text_free(&one);
}

static void add_part(Text *out, const char *name, Text *part)
{
    if (part->count) text_printf(out, "%c\"%s\":%s}", out->count ? ',' : '{', name, part->at);
    text_free(part);
}

void decl_metadata(Program *program, TypeDecl *decl, Text *out)
{
    if (!decl->ast) return;
    decl_members(program, decl);
    Text own = {0}, fields = {0}, statics = {0};
    if (add_list(&own, &decl->ast->meta)) text_printf(out, "{\"obj\":%s", own.at);
    text_free(&own);
    for (u32 i = 0; i < decl->fields.count; i++) add_field(&fields, decl->fields.at[i], decl->fields.at[i]->name->text);
    if (decl->constructor && decl->constructor->owner == decl) add_field(&fields, decl->constructor, "_");
    for (u32 i = 0; i < decl->statics.count; i++) add_field(&statics, decl->statics.at[i], decl->statics.at[i]->name->text);
    add_part(out, "statics", &statics);
    add_part(out, "fields", &fields);
    if (out->count) text_char(out, '}');
}

/* ---- Checks ------------------------------------------------------------------------------------------------------------------------ */

/* false: a message was given. */
static bool check_list(Program *program, const Module *module, const AstMetaList *list)
{
    for (u32 i = 0; list && i < list->count; i++)
        for (u32 k = 0; is_runtime(&list->at[i]) && k < list->at[i].args.count; k++) {
            const AstExpr *invalid = find_invalid(list->at[i].args.at[k]);
            if (!invalid) continue;
            diag_error(program->diags, NODE_SPAN(module, invalid), "meta.constant", "Invalid constant");
            return false;
        }
    return true;
}

void decl_check_metadata(Program *program, TypeDecl *decl)
{
    if (decl->kind == DECL_TYPEDEF || decl->kind == DECL_ABSTRACT) return; /* there is nothing to ask for while the program runs */
    bool ok = true; /* one message a type, as the official compiler */
    for (u32 i = 0; ok && i < decl->fields.count; i++) ok = check_list(program, decl->module, meta_of(decl->fields.at[i]));
    for (u32 i = 0; ok && i < decl->statics.count; i++) ok = check_list(program, decl->module, meta_of(decl->statics.at[i]));
    if (ok) check_list(program, decl->module, &decl->ast->meta);
}
