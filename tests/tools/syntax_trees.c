/* Prints the trees of expressions, one a line of a file, in the notation of tests/syntax/oracle/Trees.hx, which prints those of the official
 * compiler: (operator operand …), with `error` for what is refused.
 *
 *   syntax_trees FILE
 */
#include "syntax_common.h"

static void tree(Text *out, const AstExpr *expr);
static void type(Text *out, const AstType *type);

static void name(Text *out, Name name)
{
    text_add(out, name->text, name->length);
}

static void quoted(Text *out, Name text)
{
    text_char(out, '"');
    for (u32 i = 0; i < text->length; i++) {
        char c = text->text[i];
        const char *escape = c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : c == '"' ? "\\\"" : c == '\\' ? "\\\\" : NULL;
        if (escape)
            text_str(out, escape);
        else
            text_char(out, c);
    }
    text_char(out, '"');
}

static void optional(Text *out, const AstExpr *expr)
{
    text_char(out, ' ');
    if (expr)
        tree(out, expr);
    else
        text_char(out, '-');
}

static void list(Text *out, const AstExprList *exprs)
{
    for (u32 i = 0; i < exprs->count; i++) optional(out, exprs->at[i]);
}

static void path(Text *out, const AstTypePath *path)
{
    for (u32 i = 0; i < path->package.count; i++) text_printf(out, "%s.", path->package.at[i].name->text);
    name(out, path->name.name);
    if (path->sub.name) text_printf(out, ".%s", path->sub.name->text);
    for (u32 i = 0; i < path->args.count; i++) {
        text_char(out, i ? ',' : '<');
        if (path->args.at[i].type)
            type(out, path->args.at[i].type);
        else
            tree(out, path->args.at[i].expr);
    }
    if (path->args.count) text_char(out, '>');
}

static void field_names(Text *out, const AstFieldList *fields)
{
    for (u32 i = 0; i < fields->count; i++) {
        if (i) text_char(out, ',');
        name(out, fields->at[i]->name.name);
    }
}

static void type(Text *out, const AstType *t)
{
    switch (t->kind) {
    case AST_TYPE_ERROR: text_char(out, '!'); break;
    case AST_TYPE_PATH: path(out, &t->path); break;
    case AST_TYPE_FUNCTION:
        text_char(out, '(');
        for (u32 i = 0; i < t->function.args.count; i++) {
            const AstFunctionTypeArg *arg = &t->function.args.at[i];
            if (i) text_char(out, ',');
            if (arg->optional) text_char(out, '?');
            if (arg->rest) text_str(out, "haxe.Rest<");
            if (arg->name.name && !arg->rest) text_printf(out, "%s:", arg->name.name->text);
            type(out, arg->type);
            if (arg->rest) text_char(out, '>');
        }
        text_str(out, ")->");
        type(out, t->function.result);
        break;
    case AST_TYPE_ANONYMOUS:
        text_char(out, '{');
        for (u32 i = 0; i < t->anonymous.bases.count; i++) {
            text_char(out, '>');
            path(out, &t->anonymous.bases.at[i]);
        }
        if (t->anonymous.bases.count) text_char(out, ',');
        field_names(out, &t->anonymous.fields);
        text_char(out, '}');
        break;
    case AST_TYPE_PAREN:
        text_char(out, '(');
        type(out, t->inner);
        text_char(out, ')');
        break;
    case AST_TYPE_OPTIONAL:
        text_char(out, '?');
        type(out, t->inner);
        break;
    case AST_TYPE_REST:
        text_str(out, "haxe.Rest<");
        type(out, t->inner);
        text_char(out, '>');
        break;
    case AST_TYPE_INTERSECTION:
        for (u32 i = 0; i < t->parts.count; i++) {
            if (i) text_char(out, '&');
            type(out, t->parts.at[i]);
        }
        break;
    }
}

static void hint(Text *out, const AstType *t)
{
    if (!t) return;
    text_char(out, ':');
    type(out, t);
}

static void function(Text *out, const AstFunction *f)
{
    text_char(out, '(');
    for (u32 i = 0; i < f->args.count; i++) {
        const AstArgument *arg = &f->args.at[i];
        if (i) text_char(out, ' ');
        if (arg->optional) text_char(out, '?');
        if (arg->rest) text_str(out, "...");
        name(out, arg->name.name);
        hint(out, arg->type);
        if (arg->value) text_char(out, '=');
        if (arg->value) tree(out, arg->value);
    }
    text_char(out, ')');
    hint(out, f->result);
    optional(out, f->body);
}

static void vars(Text *out, const AstExpr *expr)
{
    text_str(out, "(vars");
    for (u32 i = 0; i < expr->vars.items.count; i++) {
        const AstVarDecl *var = &expr->vars.items.at[i];
        text_printf(out, " (%s %s", var->is_final ? "final" : "var", var->name.name->text);
        hint(out, var->type);
        if (var->value) optional(out, var->value);
        text_char(out, ')');
    }
    text_char(out, ')');
}

static void switch_expr(Text *out, const AstSwitch *node)
{
    text_str(out, "(switch");
    optional(out, node->subject);
    for (u32 i = 0; i < node->cases.count; i++) {
        text_str(out, " (case");
        list(out, &node->cases.at[i].patterns);
        if (node->cases.at[i].guard) text_str(out, " if");
        if (node->cases.at[i].guard) optional(out, node->cases.at[i].guard);
        optional(out, node->cases.at[i].body);
        text_char(out, ')');
    }
    if (node->fallback) {
        text_str(out, " (default");
        optional(out, node->fallback->body);
        text_char(out, ')');
    }
    text_char(out, ')');
}

static void simple(Text *out, const char *word, const AstExpr *operand)
{
    text_printf(out, "(%s", word);
    optional(out, operand);
    text_char(out, ')');
}

static void typed(Text *out, const char *word, const AstExpr *expr)
{
    text_printf(out, "(%s", word);
    optional(out, expr->typed.operand);
    if (expr->typed.type) text_char(out, ' ');
    if (expr->typed.type) type(out, expr->typed.type);
    text_char(out, ')');
}

static void tree(Text *out, const AstExpr *expr)
{
    switch (expr->kind) {
    case EXPR_ERROR: text_char(out, '!'); break;
    case EXPR_NULL: text_str(out, "null"); break;
    case EXPR_TRUE: text_str(out, "true"); break;
    case EXPR_FALSE: text_str(out, "false"); break;
    case EXPR_THIS: text_str(out, "this"); break;
    case EXPR_SUPER: text_str(out, "super"); break;
    case EXPR_ABSTRACT: text_str(out, "abstract"); break;
    case EXPR_IDENT: name(out, expr->ident); break;
    case EXPR_INT:
    case EXPR_FLOAT:
        if (expr->negative) text_char(out, '-');
        name(out, expr->number.text);
        break;
    case EXPR_STRING:
        if (expr->single) text_char(out, '\'');
        quoted(out, expr->string.raw);
        break;
    case EXPR_FORMAT:
        text_char(out, '\'');
        quoted(out, expr->format.raw);
        break;
    case EXPR_REGEXP:
        text_char(out, '~');
        quoted(out, expr->regexp.pattern);
        name(out, expr->regexp.options);
        break;
    case EXPR_MARKUP:
        text_str(out, "(@:markup ");
        quoted(out, expr->string.text);
        text_char(out, ')');
        break;
    case EXPR_ARRAY_ACCESS:
    case EXPR_BINOP:
        text_printf(out, "(%s", expr->kind == EXPR_BINOP ? binop_text(expr->binop) : "[]");
        optional(out, expr->pair.left);
        optional(out, expr->pair.right);
        text_char(out, ')');
        break;
    case EXPR_UNOP:
        text_printf(out, "(%s%s", expr->postfix ? "postfix" : "prefix", unop_text(expr->unop));
        optional(out, expr->operand);
        text_char(out, ')');
        break;
    case EXPR_FIELD:
        text_str(out, expr->safe ? "(?." : "(.");
        optional(out, expr->field.object);
        text_printf(out, " %s)", expr->field.name.name->text);
        break;
    case EXPR_PAREN: simple(out, "paren", expr->operand); break;
    case EXPR_OBJECT:
        text_str(out, "(object");
        for (u32 i = 0; i < expr->object.fields.count; i++) {
            const AstObjectField *field = &expr->object.fields.at[i];
            text_char(out, ' ');
            if (field->quoted)
                quoted(out, field->key.name);
            else
                name(out, field->key.name);
            text_char(out, ':');
            tree(out, field->value);
        }
        text_char(out, ')');
        break;
    case EXPR_ARRAY:
    case EXPR_BLOCK:
        text_str(out, expr->kind == EXPR_ARRAY ? "(array" : "(block");
        list(out, &expr->list);
        text_char(out, ')');
        break;
    case EXPR_CALL:
        text_str(out, "(call");
        optional(out, expr->call.callee);
        list(out, &expr->call.args);
        text_char(out, ')');
        break;
    case EXPR_NEW:
        text_str(out, "(new ");
        path(out, expr->new_.type);
        list(out, &expr->new_.args);
        text_char(out, ')');
        break;
    case EXPR_FUNCTION:
        text_printf(out, "(%s%s ", expr->function->is_inline ? "inline " : "",
                    expr->function->kind == FUNCTION_ARROW ? "arrow" : "function");
        if (expr->function->name.name) text_printf(out, "%s ", expr->function->name.name->text);
        function(out, expr->function);
        text_char(out, ')');
        break;
    case EXPR_VARS: vars(out, expr); break;
    case EXPR_FOR:
        text_str(out, "(for");
        optional(out, expr->for_->header);
        optional(out, expr->for_->body);
        text_char(out, ')');
        break;
    case EXPR_IF:
    case EXPR_TERNARY:
        text_str(out, expr->kind == EXPR_IF ? "(if" : "(?");
        optional(out, expr->branch.condition);
        optional(out, expr->branch.then);
        optional(out, expr->branch.otherwise);
        text_char(out, ')');
        break;
    case EXPR_WHILE:
        text_str(out, expr->do_while ? "(do" : "(while");
        optional(out, expr->pair.left);
        optional(out, expr->pair.right);
        text_char(out, ')');
        break;
    case EXPR_SWITCH: switch_expr(out, expr->switch_); break;
    case EXPR_TRY:
        text_str(out, "(try");
        optional(out, expr->try_.body);
        for (u32 i = 0; i < expr->try_.catches.count; i++) {
            const AstCatch *item = &expr->try_.catches.at[i];
            text_printf(out, " (catch %s", item->name.name->text);
            hint(out, item->type);
            optional(out, item->body);
            text_char(out, ')');
        }
        text_char(out, ')');
        break;
    case EXPR_RETURN: simple(out, "return", expr->operand); break;
    case EXPR_BREAK: text_str(out, "break"); break;
    case EXPR_CONTINUE: text_str(out, "continue"); break;
    case EXPR_THROW: simple(out, "throw", expr->operand); break;
    case EXPR_UNTYPED: simple(out, "untyped", expr->operand); break;
    case EXPR_INLINE: simple(out, "inline", expr->operand); break;
    case EXPR_CAST: typed(out, "cast", expr); break;
    case EXPR_IS: typed(out, "is", expr); break;
    case EXPR_CHECK_TYPE: typed(out, ":", expr); break;
    case EXPR_META:
        text_printf(out, "(@%s", expr->meta.meta->name.name->text);
        list(out, &expr->meta.meta->args);
        optional(out, expr->meta.operand);
        text_char(out, ')');
        break;
    case EXPR_REIFY: simple(out, expr->reify.name->text, expr->reify.operand); break;
    case EXPR_MACRO:
    case EXPR_MACRO_TYPE:
    case EXPR_MACRO_CLASS: text_char(out, '?'); break;
    }
}

static void one(Tool *tool, const char *line, size_t length)
{
    Text source = {0}, out = {0};
    text_str(&source, "function f() { ");
    text_add(&source, line, length);
    text_str(&source, "; }");
    Arena *arena = arena_new("trees");
    diags_clear(&tool->diags);
    AstFile *ast = tool_parse(tool, tool_file(tool, "line.hx", source.at, source.count), arena);
    bool good = ast->decls.count == 1 && ast->decls.at[0]->kind == AST_DECL_FIELD;
    /* What a loop's header must look like the official compiler checks while typing. */
    for (u32 i = 0; i < tool->diags.list.count; i++)
        if (strcmp(tool->diags.list.at[i].code, "syntax.for") != 0) good = false;
    if (good)
        tree(&out, ast->decls.at[0]->field->function->body);
    else
        text_str(&out, "error");
    printf("%s\n", out.at);
    text_free(&out);
    text_free(&source);
    arena_free(arena);
}

static void run(Tool *tool)
{
    SourceFile *file = tool->count == 1 ? tool_read(tool, tool->arguments[0]) : NULL;
    if (!file) {
        tool->status = 2;
        return;
    }
    char *text = strdup(file->text);
    for (char *line = text; *line;) {
        size_t length = strcspn(line, "\n");
        if (length) one(tool, line, length);
        line += length + (line[length] != '\0');
    }
    free(text);
}

int main(int count, char **arguments)
{
    return tool_main(count, arguments, run);
}
