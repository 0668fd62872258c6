/* parse_literal: numbers, strings with and without code in them, regular expressions. */
#include "parser.h"

#include <stdlib.h>

static u64 integer_bits(const char *digits)
{
    int base = 10;
    if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'b')) {
        base = digits[1] == 'x' ? 16 : 2;
        digits += 2;
    }
    u64 bits = 0;
    for (; *digits; digits++) {
        u64 digit = (u64)(*digits <= '9' ? *digits - '0' : (*digits | 0x20) - 'a' + 10);
        if (__builtin_mul_overflow(bits, (u64)base, &bits) || __builtin_add_overflow(bits, digit, &bits)) return UINT64_MAX;
    }
    return bits;
}

/* `1.` with nothing behind the dot. */
void make_float(Parser *p, AstExpr *integer)
{
    integer->kind = EXPR_FLOAT;
    integer->number.text = name_printf(p->names, "%s.", integer->number.text->text);
    integer->number.value = strtod(integer->number.text->text, NULL);
}

static AstExpr *number(Parser *p)
{
    bool is_float = p->kind == TOKEN_FLOAT;
    const char *text = p->text + start_of(p);
    u32 length = current(p)->length, suffix = length;
    bool hex = length > 2 && text[0] == '0' && text[1] == 'x';
    for (u32 i = 0; i < length; i++)
        if (text[i] == 'i' || text[i] == 'u' || (text[i] == 'f' && !hex)) suffix = i;
    /* Nearly every number is short and has no underscore in it. */
    char small[32], *digits = suffix < sizeof small ? small : base_alloc(suffix + 1);
    u32 count = 0;
    for (u32 i = 0; i < suffix; i++)
        if (text[i] != '_') digits[count++] = text[i];
    digits[count] = '\0';
    AstExpr *expr = new_expr(p, is_float ? EXPR_FLOAT : EXPR_INT, start_of(p), end_of(p));
    expr->number.text = name_of(p->names, digits, count);
    if (suffix < length) expr->number.suffix = name_of(p->names, text + suffix, length - suffix);
    if (is_float)
        expr->number.value = strtod(digits, NULL);
    else
        expr->number.bits = integer_bits(digits);
    if (digits != small) free(digits);
    advance(p);
    return expr;
}

static AstExpr *string(Parser *p, bool single)
{
    AstExpr *expr = new_expr(p, EXPR_STRING, start_of(p), end_of(p));
    u32 start = expr->start + 1, end = expr->end - 1;
    expr->single = single;
    expr->string.text = literal_decode(&p->lexer, start, end, p->levels + 1, single, true);
    expr->string.raw = expr->string.text;
    if (single && memmem(p->text + start, end - start, "$$", 2))
        expr->string.raw = literal_decode(&p->lexer, start, end, p->levels + 1, false, false);
    advance(p);
    return expr;
}

/* '…$name…${code}…': the code's tokens stand among the others. */
static AstExpr *format(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_FORMAT, start_of(p), 0);
    if (!enter(p)) return expr;
    advance(p);
    size_t mark = LIST_BEGIN(p);
    while (p->kind != TOKEN_FORMAT_END && !p->panic) {
        u32 start = start_of(p), end = end_of(p);
        if (p->kind == TOKEN_FORMAT_TEXT) {
            AstExpr *part = new_expr(p, EXPR_STRING, start, end);
            part->single = part->piece = true;
            part->string.text = literal_decode(&p->lexer, start, end, p->levels + 1, true, true);
            part->string.raw = part->string.text;
            LIST_ADD(p, part);
            advance(p);
        } else if (p->kind == TOKEN_FORMAT_NAME) {
            LIST_ADD(p, ident_expr(p, name_here(p), start + 1, end));
            advance(p);
        } else if (p->kind == TOKEN_FORMAT_OPEN) {
            advance(p);
            if (p->kind == TOKEN_FORMAT_CLOSE) {
                report_at(p, start_of(p), start_of(p), "syntax.string", "Expression cannot be empty");
                LIST_ADD(p, error_expr(p));
            } else {
                p->levels++;
                LIST_ADD(p, parse_expr(p));
                p->levels--;
            }
            require(p, TOKEN_FORMAT_CLOSE);
        } else {
            unexpected(p);
        }
    }
    LIST_END(p, mark, &expr->format.parts);
    if (p->panic)
        recover_behind(p, TOKEN_FORMAT_END);
    else
        advance(p);
    leave(p);
    expr->end = MAX(last_end(p), expr->start + 1);
    if (!p->panic && expr->end > expr->start + 1)
        expr->format.raw = literal_decode(&p->lexer, expr->start + 1, expr->end - 1, p->levels + 1, false, false);
    if (!expr->format.raw) expr->format.raw = p->word.empty;
    return expr;
}

AstExpr *parse_literal(Parser *p)
{
    if (p->kind == TOKEN_INT || p->kind == TOKEN_FLOAT) return number(p);
    if (p->kind == TOKEN_STRING) return string(p, false);
    if (p->kind == TOKEN_STRING_SINGLE) return string(p, true);
    if (p->kind == TOKEN_FORMAT_START) return format(p);
    ASSERT(p->kind == TOKEN_REGEXP);
    AstExpr *expr = new_expr(p, EXPR_REGEXP, start_of(p), end_of(p));
    literal_regexp(&p->lexer, expr->start, expr->end, p->levels + 1, &expr->regexp.pattern, &expr->regexp.options);
    advance(p);
    return expr;
}
