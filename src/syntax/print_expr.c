/* print_expr: expressions as source.
 *
 * Parentheses are nodes of their own, so none are added; spaces and escapes are chosen so that the text parses back to an equal tree.
 * Chains that nest to the left are printed in a loop (see syntax.h on depth).
 */
#include "printer.h"

#include <stdlib.h>

void print_line(Printer *printer)
{
    text_char(printer->out, '\n');
    text_indent(printer->out, printer->indent);
}

void print_name(Printer *printer, Name name)
{
    if (name) text_add(printer->out, name->text, name->length);
}

AstExpr *syntax_left(const AstExpr *expr)
{
    switch (expr->kind) {
    case EXPR_BINOP:
    case EXPR_ARRAY_ACCESS: return expr->pair.left;
    case EXPR_FIELD: return expr->field.object;
    case EXPR_CALL: return expr->call.callee;
    case EXPR_IS: return expr->typed.operand;
    case EXPR_UNOP: return expr->postfix ? expr->operand : NULL;
    case EXPR_TERNARY: return expr->branch.condition;
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
    case EXPR_FORMAT:
    case EXPR_REGEXP:
    case EXPR_MARKUP:
    case EXPR_PAREN:
    case EXPR_OBJECT:
    case EXPR_ARRAY:
    case EXPR_NEW:
    case EXPR_FUNCTION:
    case EXPR_VARS:
    case EXPR_BLOCK:
    case EXPR_FOR:
    case EXPR_IF:
    case EXPR_WHILE:
    case EXPR_SWITCH:
    case EXPR_TRY:
    case EXPR_RETURN:
    case EXPR_BREAK:
    case EXPR_CONTINUE:
    case EXPR_THROW:
    case EXPR_UNTYPED:
    case EXPR_INLINE:
    case EXPR_CAST:
    case EXPR_CHECK_TYPE:
    case EXPR_META:
    case EXPR_MACRO:
    case EXPR_MACRO_TYPE:
    case EXPR_MACRO_CLASS:
    case EXPR_REIFY: return NULL;
    }
    return NULL;
}

bool ends_in_block(const AstExpr *expr)
{
    for (;;) {
        switch (expr->kind) {
        case EXPR_BLOCK:
        case EXPR_SWITCH: return true;
        case EXPR_IF: expr = expr->branch.otherwise ? expr->branch.otherwise : expr->branch.then; continue;
        case EXPR_FOR: expr = expr->for_->body; continue;
        case EXPR_WHILE:
            if (expr->do_while) return false;
            expr = expr->pair.right;
            continue;
        case EXPR_FUNCTION: expr = expr->function->body; continue;
        case EXPR_TRY: {
            u32 count = expr->try_.catches.count;
            expr = count ? expr->try_.catches.at[count - 1].body : expr->try_.body;
            continue;
        }
        default: return false;
        }
    }
}

/* ---- Literals ---------------------------------------------------------------------------------------------------------------- */

/* Encodes once so that decoding gives the text back. */
static void encode(Text *out, const char *text, size_t length, char quote, bool dollars)
{
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '\n') {
            text_str(out, "\\n");
        } else if (c == '\r') {
            text_str(out, "\\r");
        } else if (c == '\t') {
            text_str(out, "\\t");
        } else if (c == '\\' || c == quote) {
            text_char(out, '\\');
            text_char(out, c);
        } else if ((u8)c < ' ' || c == 127) {
            text_printf(out, "\\x%02x", (u8)c);
        } else {
            text_char(out, c);
            if (c == '$' && dollars) text_char(out, '$');
        }
    }
}

/* The text as it stands between quotes, encoded as often as it will be decoded. */
static void quoted_text(Printer *printer, Name text, char quote, bool dollars, u32 times)
{
    Text current = {0};
    text_add(&current, text->text, text->length);
    for (u32 i = 0; i < times; i++) {
        Text next = {0};
        encode(&next, current.at ? current.at : "", current.count, quote, dollars && i + 1 == times);
        text_free(&current);
        current = next;
    }
    text_add(printer->out, current.at ? current.at : "", current.count);
    text_free(&current);
}

static void string(Printer *printer, Name text, bool single)
{
    char quote = single ? '\'' : '"';
    text_char(printer->out, quote);
    quoted_text(printer, text, quote, false, printer->levels + 1);
    text_char(printer->out, quote);
}

static void format(Printer *printer, const AstExpr *expr)
{
    text_char(printer->out, '\'');
    for (u32 i = 0; i < expr->format.parts.count; i++) {
        const AstExpr *part = expr->format.parts.at[i];
        if (part->kind == EXPR_STRING && part->piece) {
            quoted_text(printer, part->string.text, '\'', true, printer->levels + 1);
        } else {
            text_str(printer->out, "${");
            printer->levels++;
            print_expr(printer, part);
            printer->levels--;
            text_char(printer->out, '}');
        }
    }
    text_char(printer->out, '\'');
}

static void regexp(Printer *printer, const AstExpr *expr)
{
    Name pattern = expr->regexp.pattern;
    bool twice = printer->levels > 0 && !memchr(pattern->text, '/', pattern->length);
    text_str(printer->out, "~/");
    for (u32 i = 0; i < pattern->length; i++) {
        char c = pattern->text[i];
        Text piece = {0};
        if (c == '\\' && i + 1 < pattern->length) {
            text_char(&piece, c);
            text_char(&piece, pattern->text[++i]);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            text_printf(&piece, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
        } else {
            if (c == '/') text_char(&piece, '\\');
            text_char(&piece, c);
        }
        for (size_t k = 0; k < piece.count; k++) {
            u32 times = 1;
            if (piece.at[k] == '\\' && twice) times = 1u << printer->levels;
            while (times--) text_char(printer->out, piece.at[k]);
        }
        text_free(&piece);
    }
    text_char(printer->out, '/');
    print_name(printer, expr->regexp.options);
}

/* ---- Statements ---------------------------------------------------------------------------------------------------------------- */

static void elements(Printer *printer, const AstExprList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        print_line(printer);
        print_expr(printer, list->at[i]);
        if (!ends_in_block(list->at[i])) text_char(printer->out, ';');
    }
}

static void block(Printer *printer, const AstExpr *expr)
{
    if (!expr->list.count) {
        text_str(printer->out, "{}");
        return;
    }
    text_char(printer->out, '{');
    printer->indent++;
    elements(printer, &expr->list);
    printer->indent--;
    print_line(printer);
    text_char(printer->out, '}');
}

static void vars(Printer *printer, const AstExpr *expr)
{
    for (u32 i = 0; i < expr->vars.items.count; i++) {
        const AstVarDecl *var = &expr->vars.items.at[i];
        if (i) {
            text_str(printer->out, ", ");
        } else {
            if (var->is_static) text_str(printer->out, "static ");
            text_str(printer->out, var->is_final ? "final " : "var ");
        }
        print_metas(printer, &var->meta);
        print_name(printer, var->name.name);
        print_type_hint(printer, var->type);
        if (!var->value) continue;
        text_str(printer->out, " = ");
        print_expr(printer, var->value);
    }
}

static void switch_case(Printer *printer, const AstCase *item, bool is_default)
{
    print_line(printer);
    text_str(printer->out, is_default ? "default" : "case ");
    print_exprs(printer, &item->patterns);
    if (item->guard) {
        text_str(printer->out, " if (");
        print_expr(printer, item->guard);
        text_char(printer->out, ')');
    }
    text_char(printer->out, ':');
    if (!item->body) return;
    printer->indent++;
    elements(printer, &item->body->list);
    printer->indent--;
}

static void switch_expr(Printer *printer, const AstExpr *expr)
{
    text_str(printer->out, "switch ");
    print_expr(printer, expr->switch_->subject);
    text_str(printer->out, " {");
    printer->indent++;
    for (u32 i = 0; i < expr->switch_->cases.count; i++) switch_case(printer, &expr->switch_->cases.at[i], false);
    if (expr->switch_->fallback) switch_case(printer, expr->switch_->fallback, true);
    printer->indent--;
    print_line(printer);
    text_char(printer->out, '}');
}

static void try_expr(Printer *printer, const AstExpr *expr)
{
    text_str(printer->out, "try ");
    print_expr(printer, expr->try_.body);
    for (u32 i = 0; i < expr->try_.catches.count; i++) {
        const AstCatch *item = &expr->try_.catches.at[i];
        text_str(printer->out, " catch (");
        print_name(printer, item->name.name);
        print_type_hint(printer, item->type);
        text_str(printer->out, ") ");
        print_expr(printer, item->body);
    }
}

/* ---- Expressions ---------------------------------------------------------------------------------------------------------------- */

void print_exprs(Printer *printer, const AstExprList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        if (i) text_str(printer->out, ", ");
        print_expr(printer, list->at[i]);
    }
}

static void word_and_operand(Printer *printer, const char *word, const AstExpr *operand)
{
    text_str(printer->out, word);
    if (!operand) return;
    text_char(printer->out, ' ');
    print_expr(printer, operand);
}

static void object(Printer *printer, const AstExpr *expr)
{
    text_char(printer->out, '{');
    for (u32 i = 0; i < expr->object.fields.count; i++) {
        const AstObjectField *field = &expr->object.fields.at[i];
        if (i) text_str(printer->out, ", ");
        if (field->quoted)
            string(printer, field->key.name, false);
        else
            print_name(printer, field->key.name);
        text_str(printer->out, ": ");
        print_expr(printer, field->value);
    }
    text_char(printer->out, '}');
}

static bool begins_with_minus(const AstExpr *expr)
{
    if (expr->kind == EXPR_INT || expr->kind == EXPR_FLOAT) return expr->negative;
    return expr->kind == EXPR_UNOP && !expr->postfix && (expr->unop == AST_UNOP_NEG || expr->unop == AST_UNOP_DECREMENT);
}

static void function_expr(Printer *printer, const AstFunction *function)
{
    if (function->kind == FUNCTION_ARROW) {
        print_function(printer, function);
        word_and_operand(printer, " ->", function->body);
        return;
    }
    text_str(printer->out, function->is_inline ? "inline function" : "function");
    if (function->name.name) text_char(printer->out, ' ');
    print_name(printer, function->name.name);
    print_function(printer, function);
    text_char(printer->out, ' ');
    print_expr(printer, function->body);
}

/* What follows the part that syntax_left names. */
static void behind_left(Printer *printer, const AstExpr *expr)
{
    Text *out = printer->out;
    switch (expr->kind) {
    case EXPR_BINOP:
        text_printf(out, " %s ", binop_text(expr->binop));
        print_expr(printer, expr->pair.right);
        break;
    case EXPR_ARRAY_ACCESS:
        text_char(out, '[');
        print_expr(printer, expr->pair.right);
        text_char(out, ']');
        break;
    case EXPR_FIELD: {
        /* `1.e3` would be a number. */
        bool number = expr->field.object->kind == EXPR_INT;
        text_str(out, expr->safe ? "?." : number ? " ." : ".");
        print_name(printer, expr->field.name.name);
        break;
    }
    case EXPR_CALL:
        text_char(out, '(');
        print_exprs(printer, &expr->call.args);
        text_char(out, ')');
        break;
    case EXPR_IS:
        text_str(out, " is ");
        print_type(printer, expr->typed.type);
        break;
    case EXPR_UNOP: text_str(out, unop_text(expr->unop)); break;
    case EXPR_TERNARY:
        text_str(out, " ? ");
        print_expr(printer, expr->branch.then);
        text_str(out, " : ");
        print_expr(printer, expr->branch.otherwise);
        break;
    default: FATAL("%s nests to the left", expr_kind_name(expr->kind));
    }
}

static void whole(Printer *printer, const AstExpr *expr)
{
    Text *out = printer->out;
    switch (expr->kind) {
    case EXPR_BINOP:
    case EXPR_ARRAY_ACCESS:
    case EXPR_FIELD:
    case EXPR_CALL:
    case EXPR_IS:
    case EXPR_TERNARY: break; /* see behind_left */
    case EXPR_ERROR: text_str(out, "<error>"); break;
    case EXPR_NULL: text_str(out, "null"); break;
    case EXPR_TRUE: text_str(out, "true"); break;
    case EXPR_FALSE: text_str(out, "false"); break;
    case EXPR_THIS: text_str(out, "this"); break;
    case EXPR_SUPER: text_str(out, "super"); break;
    case EXPR_ABSTRACT: text_str(out, "abstract"); break;
    case EXPR_IDENT: print_name(printer, expr->ident); break;
    case EXPR_INT:
    case EXPR_FLOAT:
        if (expr->negative) text_char(out, '-');
        print_name(printer, expr->number.text);
        print_name(printer, expr->number.suffix);
        break;
    case EXPR_STRING: string(printer, expr->single ? expr->string.raw : expr->string.text, expr->single); break;
    case EXPR_FORMAT: format(printer, expr); break;
    case EXPR_REGEXP: regexp(printer, expr); break;
    case EXPR_MARKUP: print_name(printer, expr->string.text); break;
    case EXPR_UNOP:
        text_str(out, unop_text(expr->unop));
        if ((expr->unop == AST_UNOP_NEG || expr->unop == AST_UNOP_DECREMENT) && begins_with_minus(expr->operand)) text_char(out, ' ');
        print_expr(printer, expr->operand);
        break;
    case EXPR_PAREN:
        text_char(out, '(');
        print_expr(printer, expr->operand);
        text_char(out, ')');
        break;
    case EXPR_OBJECT: object(printer, expr); break;
    case EXPR_ARRAY:
        text_char(out, '[');
        print_exprs(printer, &expr->list);
        text_char(out, ']');
        break;
    case EXPR_NEW:
        text_str(out, "new ");
        print_type_path(printer, expr->new_.type);
        text_char(out, '(');
        print_exprs(printer, &expr->new_.args);
        text_char(out, ')');
        break;
    case EXPR_FUNCTION: function_expr(printer, expr->function); break;
    case EXPR_VARS: vars(printer, expr); break;
    case EXPR_BLOCK: block(printer, expr); break;
    case EXPR_FOR:
        text_str(out, "for (");
        print_expr(printer, expr->for_->header);
        text_str(out, ") ");
        print_expr(printer, expr->for_->body);
        break;
    case EXPR_IF:
        text_str(out, "if (");
        print_expr(printer, expr->branch.condition);
        text_str(out, ") ");
        print_expr(printer, expr->branch.then);
        if (expr->branch.otherwise) word_and_operand(printer, " else", expr->branch.otherwise);
        break;
    case EXPR_WHILE:
        if (expr->do_while) {
            word_and_operand(printer, "do", expr->pair.right);
            text_char(out, ' ');
        }
        text_str(out, "while (");
        print_expr(printer, expr->pair.left);
        text_char(out, ')');
        if (!expr->do_while) word_and_operand(printer, "", expr->pair.right);
        break;
    case EXPR_SWITCH: switch_expr(printer, expr); break;
    case EXPR_TRY: try_expr(printer, expr); break;
    case EXPR_RETURN: word_and_operand(printer, "return", expr->operand); break;
    case EXPR_BREAK: text_str(out, "break"); break;
    case EXPR_CONTINUE: text_str(out, "continue"); break;
    case EXPR_THROW: word_and_operand(printer, "throw", expr->operand); break;
    case EXPR_UNTYPED: word_and_operand(printer, "untyped", expr->operand); break;
    case EXPR_INLINE: word_and_operand(printer, "inline", expr->operand); break;
    case EXPR_CAST:
        if (!expr->typed.type) {
            word_and_operand(printer, "cast", expr->typed.operand);
            break;
        }
        text_str(out, "cast(");
        print_expr(printer, expr->typed.operand);
        text_str(out, ", ");
        print_type(printer, expr->typed.type);
        text_char(out, ')');
        break;
    case EXPR_CHECK_TYPE:
        print_expr(printer, expr->typed.operand);
        text_str(out, " : ");
        print_type(printer, expr->typed.type);
        break;
    case EXPR_META:
        print_metas(printer, &(AstMetaList){expr->meta.meta, 1});
        print_expr(printer, expr->meta.operand);
        break;
    case EXPR_MACRO: word_and_operand(printer, "macro", expr->operand); break;
    case EXPR_MACRO_TYPE:
        text_str(out, "macro : ");
        print_type(printer, expr->typed.type);
        break;
    case EXPR_MACRO_CLASS:
        text_str(out, "macro ");
        print_decl(printer, expr->decl);
        break;
    case EXPR_REIFY:
        print_name(printer, expr->reify.name);
        text_char(out, '{');
        print_expr(printer, expr->reify.operand);
        text_char(out, '}');
        break;
    }
}

void print_expr(Printer *printer, const AstExpr *expr)
{
    if (!syntax_left(expr)) {
        whole(printer, expr);
        return;
    }
    VEC(const AstExpr *) spine = {0};
    for (; syntax_left(expr); expr = syntax_left(expr)) vec_push(NULL, &spine, expr);
    whole(printer, expr);
    for (u32 i = spine.count; i-- > 0;) behind_left(printer, spine.at[i]);
    vec_free(&spine);
}

void syntax_print_expr(const AstExpr *expr, Text *out)
{
    print_expr(&(Printer){.out = out}, expr);
}
