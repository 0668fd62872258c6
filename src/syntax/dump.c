/* dump: the structure of a tree, one node a line, and the list of tokens; for people and for tests of the stage `ast`.
 *
 * A line is the kind of the node, what distinguishes it, and START-END; children stand below, indented. Indentation stops growing at
 * MOST_INDENT levels, so that a long chain does not give lines of its own length.
 */
#include "printer.h"

#include <stdlib.h>

enum { MOST_INDENT = 60 };

typedef struct Dumper {
    Text *out;
    int depth;
} Dumper;

static void dump_expr(Dumper *dumper, const AstExpr *expr);
static void dump_type(Dumper *dumper, const AstType *type);
static void dump_field(Dumper *dumper, const AstField *field);
static void dump_decl(Dumper *dumper, const AstDecl *decl);

/* Begins a line: the indentation and a word. */
static void begin(Dumper *dumper, const char *kind)
{
    for (int i = MIN(dumper->depth, MOST_INDENT); i > 0; i--) text_str(dumper->out, "  ");
    text_str(dumper->out, kind);
}

static void detail(Dumper *dumper, Name name)
{
    if (!name) return;
    text_char(dumper->out, ' ');
    text_add(dumper->out, name->text, name->length);
}

static void word(Dumper *dumper, const char *text)
{
    text_char(dumper->out, ' ');
    text_str(dumper->out, text);
}

static void end(Dumper *dumper, u32 start, u32 end)
{
    text_printf(dumper->out, " %u-%u\n", start, end);
}

static void simple(Dumper *dumper, const char *kind, const Ident *ident)
{
    begin(dumper, kind);
    detail(dumper, ident->name);
    end(dumper, ident->start, ident->end);
}

static void quoted(Dumper *dumper, Name text)
{
    text_char(dumper->out, ' ');
    text_quoted(dumper->out, text->text, text->length);
}

static void metas(Dumper *dumper, const AstMetaList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        const AstMeta *meta = &list->at[i];
        begin(dumper, "meta");
        detail(dumper, meta->name.name);
        end(dumper, meta->start, meta->end);
        dumper->depth++;
        for (u32 k = 0; k < meta->args.count; k++) dump_expr(dumper, meta->args.at[k]);
        dumper->depth--;
    }
}

/* ---- Types ------------------------------------------------------------------------------------------------------------------- */

static void type_path(Dumper *dumper, const AstTypePath *path)
{
    begin(dumper, "path ");
    for (u32 i = 0; i < path->package.count; i++) text_printf(dumper->out, "%s.", path->package.at[i].name->text);
    if (path->name.name) text_str(dumper->out, path->name.name->text);
    if (path->sub.name) text_printf(dumper->out, ".%s", path->sub.name->text);
    end(dumper, path->start, path->end);
    dumper->depth++;
    for (u32 i = 0; i < path->args.count; i++) {
        if (path->args.at[i].type)
            dump_type(dumper, path->args.at[i].type);
        else
            dump_expr(dumper, path->args.at[i].expr);
    }
    dumper->depth--;
}

static void dump_type(Dumper *dumper, const AstType *type)
{
    if (type->kind == AST_TYPE_PATH) {
        type_path(dumper, &type->path);
        return;
    }
    begin(dumper, "type ");
    text_str(dumper->out, type_kind_name(type->kind));
    end(dumper, type->start, type->end);
    dumper->depth++;
    switch (type->kind) {
    case AST_TYPE_ERROR:
    case AST_TYPE_PATH: break;
    case AST_TYPE_FUNCTION:
        for (u32 i = 0; i < type->function.args.count; i++) {
            const AstFunctionTypeArg *arg = &type->function.args.at[i];
            begin(dumper, "arg");
            detail(dumper, arg->name.name);
            if (arg->optional) word(dumper, "optional");
            if (arg->rest) word(dumper, "rest");
            end(dumper, arg->start, arg->end);
            dumper->depth++;
            dump_type(dumper, arg->type);
            dumper->depth--;
        }
        dump_type(dumper, type->function.result);
        break;
    case AST_TYPE_ANONYMOUS:
        for (u32 i = 0; i < type->anonymous.bases.count; i++) type_path(dumper, &type->anonymous.bases.at[i]);
        for (u32 i = 0; i < type->anonymous.fields.count; i++) dump_field(dumper, type->anonymous.fields.at[i]);
        break;
    case AST_TYPE_PAREN:
    case AST_TYPE_OPTIONAL:
    case AST_TYPE_REST: dump_type(dumper, type->inner); break;
    case AST_TYPE_INTERSECTION:
        for (u32 i = 0; i < type->parts.count; i++) dump_type(dumper, type->parts.at[i]);
        break;
    }
    dumper->depth--;
}

static void type_params(Dumper *dumper, const AstTypeParamList *params)
{
    for (u32 i = 0; i < params->count; i++) {
        const AstTypeParam *param = &params->at[i];
        begin(dumper, "param");
        detail(dumper, param->name.name);
        end(dumper, param->start, param->end);
        dumper->depth++;
        metas(dumper, &param->meta);
        if (param->constraint) dump_type(dumper, param->constraint);
        if (param->default_type) {
            begin(dumper, "default\n");
            dump_type(dumper, param->default_type);
        }
        dumper->depth--;
    }
}

/* ---- Expressions --------------------------------------------------------------------------------------------------------------- */

static void exprs(Dumper *dumper, const AstExprList *list)
{
    for (u32 i = 0; i < list->count; i++) dump_expr(dumper, list->at[i]);
}

static void function(Dumper *dumper, const AstFunction *function)
{
    type_params(dumper, &function->params);
    for (u32 i = 0; i < function->args.count; i++) {
        const AstArgument *arg = &function->args.at[i];
        begin(dumper, "arg");
        detail(dumper, arg->name.name);
        if (arg->optional) word(dumper, "optional");
        if (arg->rest) word(dumper, "rest");
        end(dumper, arg->start, arg->end);
        dumper->depth++;
        metas(dumper, &arg->meta);
        if (arg->type) dump_type(dumper, arg->type);
        if (arg->value) dump_expr(dumper, arg->value);
        dumper->depth--;
    }
    if (function->result) dump_type(dumper, function->result);
    if (function->body) dump_expr(dumper, function->body);
}

static void vars(Dumper *dumper, const AstExpr *expr)
{
    for (u32 i = 0; i < expr->vars.items.count; i++) {
        const AstVarDecl *var = &expr->vars.items.at[i];
        begin(dumper, var->is_final ? "final" : "var");
        detail(dumper, var->name.name);
        if (var->is_static) word(dumper, "static");
        end(dumper, var->start, var->end);
        dumper->depth++;
        metas(dumper, &var->meta);
        if (var->type) dump_type(dumper, var->type);
        if (var->value) dump_expr(dumper, var->value);
        dumper->depth--;
    }
}

static void switch_case(Dumper *dumper, const AstCase *item)
{
    begin(dumper, item->patterns.count ? "case" : "default");
    end(dumper, item->start, item->end);
    dumper->depth++;
    exprs(dumper, &item->patterns);
    if (item->guard) {
        begin(dumper, "if\n");
        dump_expr(dumper, item->guard);
    }
    if (item->body) dump_expr(dumper, item->body);
    dumper->depth--;
}

/* The node's line. */
static void header(Dumper *dumper, const AstExpr *expr)
{
    begin(dumper, expr_kind_name(expr->kind));
    switch (expr->kind) {
    case EXPR_IDENT: detail(dumper, expr->ident); break;
    case EXPR_INT:
    case EXPR_FLOAT:
        word(dumper, expr->negative ? "-" : "");
        text_add(dumper->out, expr->number.text->text, expr->number.text->length);
        if (expr->number.suffix) text_str(dumper->out, expr->number.suffix->text);
        break;
    case EXPR_STRING: quoted(dumper, expr->string.text); break;
    case EXPR_MARKUP: quoted(dumper, expr->string.text); break;
    case EXPR_REGEXP:
        quoted(dumper, expr->regexp.pattern);
        detail(dumper, expr->regexp.options);
        break;
    case EXPR_BINOP: word(dumper, binop_text(expr->binop)); break;
    case EXPR_UNOP:
        if (expr->postfix) word(dumper, "postfix");
        word(dumper, unop_text(expr->unop));
        break;
    case EXPR_FIELD:
        word(dumper, expr->safe ? "?." : ".");
        text_str(dumper->out, expr->field.name.name->text);
        break;
    case EXPR_FUNCTION: {
        static const char *const kinds[] = {"field", "named", "anonymous", "arrow"};
        word(dumper, kinds[expr->function->kind]);
        detail(dumper, expr->function->name.name);
        if (expr->function->is_inline) word(dumper, "inline");
        break;
    }
    case EXPR_WHILE:
        if (expr->do_while) word(dumper, "do");
        break;
    case EXPR_META: detail(dumper, expr->meta.meta->name.name); break;
    case EXPR_REIFY: detail(dumper, expr->reify.name); break;
    default: break;
    }
    end(dumper, expr->start, expr->end);
}

/* The children apart from what syntax_left names. */
static void children(Dumper *dumper, const AstExpr *expr)
{
    switch (expr->kind) {
    case EXPR_ERROR:
    case EXPR_NULL:
    case EXPR_TRUE:
    case EXPR_FALSE:
    case EXPR_THIS:
    case EXPR_SUPER:
    case EXPR_ABSTRACT:
    case EXPR_IDENT:
    case EXPR_INT:
    case EXPR_FLOAT:
    case EXPR_STRING:
    case EXPR_REGEXP:
    case EXPR_MARKUP:
    case EXPR_FIELD:
    case EXPR_BREAK:
    case EXPR_CONTINUE: break;
    case EXPR_FORMAT: exprs(dumper, &expr->format.parts); break;
    case EXPR_BINOP:
    case EXPR_ARRAY_ACCESS: dump_expr(dumper, expr->pair.right); break;
    case EXPR_UNOP:
        if (!expr->postfix) dump_expr(dumper, expr->operand);
        break;
    case EXPR_PAREN:
    case EXPR_THROW:
    case EXPR_UNTYPED:
    case EXPR_INLINE:
    case EXPR_MACRO:
    case EXPR_RETURN:
        if (expr->operand) dump_expr(dumper, expr->operand);
        break;
    case EXPR_OBJECT:
        for (u32 i = 0; i < expr->object.fields.count; i++) {
            const AstObjectField *field = &expr->object.fields.at[i];
            simple(dumper, field->quoted ? "quoted key" : "key", &field->key);
            dump_expr(dumper, field->value);
        }
        break;
    case EXPR_ARRAY:
    case EXPR_BLOCK: exprs(dumper, &expr->list); break;
    case EXPR_CALL: exprs(dumper, &expr->call.args); break;
    case EXPR_NEW:
        type_path(dumper, expr->new_.type);
        exprs(dumper, &expr->new_.args);
        break;
    case EXPR_FUNCTION: function(dumper, expr->function); break;
    case EXPR_VARS: vars(dumper, expr); break;
    case EXPR_FOR:
        dump_expr(dumper, expr->for_->header);
        dump_expr(dumper, expr->for_->body);
        break;
    case EXPR_IF: dump_expr(dumper, expr->branch.condition); /* fall through */
    case EXPR_TERNARY:
        dump_expr(dumper, expr->branch.then);
        if (expr->branch.otherwise) dump_expr(dumper, expr->branch.otherwise);
        break;
    case EXPR_WHILE:
        dump_expr(dumper, expr->pair.left);
        dump_expr(dumper, expr->pair.right);
        break;
    case EXPR_SWITCH:
        dump_expr(dumper, expr->switch_->subject);
        for (u32 i = 0; i < expr->switch_->cases.count; i++) switch_case(dumper, &expr->switch_->cases.at[i]);
        if (expr->switch_->fallback) switch_case(dumper, expr->switch_->fallback);
        break;
    case EXPR_TRY:
        dump_expr(dumper, expr->try_.body);
        for (u32 i = 0; i < expr->try_.catches.count; i++) {
            const AstCatch *item = &expr->try_.catches.at[i];
            begin(dumper, "catch");
            detail(dumper, item->name.name);
            end(dumper, item->start, item->end);
            dumper->depth++;
            if (item->type) dump_type(dumper, item->type);
            dump_expr(dumper, item->body);
            dumper->depth--;
        }
        break;
    case EXPR_IS: dump_type(dumper, expr->typed.type); break;
    case EXPR_CAST:
    case EXPR_CHECK_TYPE:
    case EXPR_MACRO_TYPE:
        if (expr->typed.operand) dump_expr(dumper, expr->typed.operand);
        if (expr->typed.type) dump_type(dumper, expr->typed.type);
        break;
    case EXPR_META:
        exprs(dumper, &expr->meta.meta->args);
        dump_expr(dumper, expr->meta.operand);
        break;
    case EXPR_MACRO_CLASS: dump_decl(dumper, expr->decl); break;
    case EXPR_REIFY: dump_expr(dumper, expr->reify.operand); break;
    }
}

static void dump_expr(Dumper *dumper, const AstExpr *expr)
{
    VEC(const AstExpr *) spine = {0};
    for (; expr; expr = syntax_left(expr), dumper->depth++) {
        header(dumper, expr);
        vec_push(NULL, &spine, expr);
    }
    for (; spine.count; dumper->depth--) children(dumper, vec_pop(&spine));
    vec_free(&spine);
}

/* ---- Declarations -------------------------------------------------------------------------------------------------------------- */

static void modifiers(Dumper *dumper, u32 bits)
{
    static const char *const words[] = {"public",  "private", "static", "inline",   "final",   "override",
                                        "dynamic", "macro",   "extern", "abstract", "overload"};
    for (u32 i = 0; i < LEN(words); i++)
        if (bits >> i & 1) word(dumper, words[i]);
    if (bits & AST_DECL_INTERFACE) word(dumper, "interface");
    if (bits & AST_DECL_ENUM_ABSTRACT) word(dumper, "enum");
}

static void dump_field(Dumper *dumper, const AstField *field)
{
    static const char *const kinds[] = {"var", "property", "function"};
    begin(dumper, "field ");
    text_str(dumper->out, kinds[field->kind]);
    detail(dumper, field->name.name);
    modifiers(dumper, field->modifiers);
    if (field->optional) word(dumper, "optional");
    if (field->kind == AST_FIELD_PROPERTY && field->get.name && field->set.name)
        text_printf(dumper->out, " (%s, %s)", field->get.name->text, field->set.name->text);
    end(dumper, field->start, field->end);
    dumper->depth++;
    metas(dumper, &field->meta);
    if (field->type) dump_type(dumper, field->type);
    if (field->value) dump_expr(dumper, field->value);
    if (field->function) function(dumper, field->function);
    dumper->depth--;
}

static void paths(Dumper *dumper, const char *kind, const AstTypePathList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        begin(dumper, kind);
        text_char(dumper->out, '\n');
        dumper->depth++;
        type_path(dumper, &list->at[i]);
        dumper->depth--;
    }
}

static void types(Dumper *dumper, const char *kind, const AstTypeList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        begin(dumper, kind);
        text_char(dumper->out, '\n');
        dumper->depth++;
        dump_type(dumper, list->at[i]);
        dumper->depth--;
    }
}

static void fields(Dumper *dumper, const AstFieldList *list)
{
    for (u32 i = 0; i < list->count; i++) dump_field(dumper, list->at[i]);
}

static void idents(Dumper *dumper, const IdentList *list)
{
    text_char(dumper->out, ' ');
    for (u32 i = 0; i < list->count; i++) text_printf(dumper->out, "%s%s", i ? "." : "", list->at[i].name->text);
}

static void constructor(Dumper *dumper, const AstEnumConstructor *item)
{
    begin(dumper, "constructor");
    detail(dumper, item->name.name);
    end(dumper, item->start, item->end);
    dumper->depth++;
    metas(dumper, &item->meta);
    type_params(dumper, &item->params);
    for (u32 i = 0; i < item->args.count; i++) {
        simple(dumper, item->args.at[i].optional ? "optional arg" : "arg", &item->args.at[i].name);
        dump_type(dumper, item->args.at[i].type);
    }
    if (item->result) dump_type(dumper, item->result);
    dumper->depth--;
}

static void dump_decl(Dumper *dumper, const AstDecl *decl)
{
    begin(dumper, decl_kind_name(decl->kind));
    if (decl->kind == AST_DECL_IMPORT) {
        idents(dumper, &decl->import.path);
        if (decl->import.mode == IMPORT_ALL) text_str(dumper->out, ".*");
        if (decl->import.mode == IMPORT_ALIAS) word(dumper, "as");
        detail(dumper, decl->import.alias.name);
    } else if (decl->kind == AST_DECL_USING) {
        idents(dumper, &decl->using);
    } else {
        detail(dumper, decl->name.name);
        modifiers(dumper, decl->modifiers);
    }
    end(dumper, decl->start, decl->end);
    dumper->depth++;
    if (decl->kind != AST_DECL_FIELD) metas(dumper, &decl->meta);
    type_params(dumper, &decl->params);
    switch (decl->kind) {
    case AST_DECL_IMPORT:
    case AST_DECL_USING: break;
    case AST_DECL_CLASS:
        paths(dumper, "extends", &decl->class_.extends);
        paths(dumper, "implements", &decl->class_.implements);
        fields(dumper, &decl->class_.fields);
        break;
    case AST_DECL_ENUM:
        for (u32 i = 0; i < decl->enum_.constructors.count; i++) constructor(dumper, decl->enum_.constructors.at[i]);
        break;
    case AST_DECL_TYPEDEF: dump_type(dumper, decl->typedef_); break;
    case AST_DECL_ABSTRACT:
        if (decl->abstract.underlying) dump_type(dumper, decl->abstract.underlying);
        types(dumper, "from", &decl->abstract.from);
        types(dumper, "to", &decl->abstract.to);
        fields(dumper, &decl->abstract.fields);
        break;
    case AST_DECL_FIELD: dump_field(dumper, decl->field); break;
    }
    dumper->depth--;
}

void syntax_dump(const AstFile *ast, Text *out)
{
    Dumper dumper = {.out = out};
    if (ast->has_package) {
        begin(&dumper, "PACKAGE");
        idents(&dumper, &ast->package);
        text_char(out, '\n');
    }
    for (u32 i = 0; i < ast->decls.count; i++) dump_decl(&dumper, ast->decls.at[i]);
}

void syntax_dump_tokens(const AstFile *ast, const SourceFile *file, Text *out)
{
    for (u32 i = 0; i < ast->token_count; i++) {
        const Token *token = &ast->tokens[i];
        Place place = source_place(file, token->start);
        text_printf(out, "%u:%u %s", place.line, place.column, token_kind_name((TokenKind)token->kind));
        bool within = token->length && token->start + token->length <= file->length;
        if (within) {
            /* On one line, whatever a string holds. */
            text_char(out, ' ');
            const char *text = file->text + token->start;
            for (u32 k = 0; k < token->length; k++) {
                if (text[k] == '\n')
                    text_str(out, "\\n");
                else
                    text_char(out, text[k]);
            }
        }
        text_char(out, '\n');
    }
}
