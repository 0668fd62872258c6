/* parse_expr: operators and what stands between them: primaries and postfix operations, arrays, braces, calls.
 *
 * Precedence as the official compiler has it (levels in nodes.def), by precedence climbing, with its particularities:
 *   - prefix operators, `is` and postfix operations bind tighter than any binary operator, and a prefix operator tighter than `is`:
 *     `!a is T` is `(!a) is T`;
 *   - the right side of `=`, `=>` and `in` is a whole expression, so `a => b = c` assigns on the right; a conditional expression right of
 *     `in` takes the `in` into its condition;
 *   - metadata (and `inline`) before an assignment holds it as a whole, before any other expression only its first operand;
 *   - behind an expression that ends with a block, an `if`, a function … no operator is taken: `closed` says so.
 * A chain of operators of one level is parsed in a loop, however long it is.
 */
#include "parser.h"

enum { LEVEL_TERNARY = 11, LEVEL_ANY = 12 };

AstExpr *new_expr(Parser *p, AstExprKind kind, u32 start, u32 end)
{
    AstExpr *expr = NEW(p->arena, AstExpr);
    expr->kind = kind;
    expr->start = start;
    expr->end = end;
    return expr;
}

AstExpr *error_expr(Parser *p)
{
    return new_expr(p, EXPR_ERROR, start_of(p), start_of(p));
}

static AstExpr *simple(Parser *p, AstExprKind kind)
{
    AstExpr *expr = new_expr(p, kind, start_of(p), end_of(p));
    advance(p);
    return expr;
}

AstExpr *ident_expr(Parser *p, Name name, u32 start, u32 end)
{
    AstExprKind kind = EXPR_IDENT;
    if (name == p->word.this_) kind = EXPR_THIS;
    if (name == p->word.super) kind = EXPR_SUPER;
    if (name == p->word.null) kind = EXPR_NULL;
    if (name == p->word.true_) kind = EXPR_TRUE;
    if (name == p->word.false_) kind = EXPR_FALSE;
    AstExpr *expr = new_expr(p, kind, start, end);
    if (kind == EXPR_IDENT) expr->ident = name;
    return expr;
}

bool can_begin_expr(TokenKind kind)
{
    switch (kind) {
    case TOKEN_ERROR: /* it is skipped without a further message */
    case TOKEN_IDENT:
    case TOKEN_DOLLAR:
    case TOKEN_INT:
    case TOKEN_FLOAT:
    case TOKEN_STRING:
    case TOKEN_STRING_SINGLE:
    case TOKEN_REGEXP:
    case TOKEN_MARKUP:
    case TOKEN_FORMAT_START:
    case TOKEN_ABSTRACT:
    case TOKEN_BREAK:
    case TOKEN_CAST:
    case TOKEN_CONTINUE:
    case TOKEN_DO:
    case TOKEN_FALSE:
    case TOKEN_FINAL:
    case TOKEN_FOR:
    case TOKEN_FUNCTION:
    case TOKEN_IF:
    case TOKEN_INLINE:
    case TOKEN_MACRO:
    case TOKEN_NEW:
    case TOKEN_NULL:
    case TOKEN_RETURN:
    case TOKEN_SWITCH:
    case TOKEN_THIS:
    case TOKEN_THROW:
    case TOKEN_TRUE:
    case TOKEN_TRY:
    case TOKEN_UNTYPED:
    case TOKEN_VAR:
    case TOKEN_WHILE:
    case TOKEN_PAREN_OPEN:
    case TOKEN_BRACKET_OPEN:
    case TOKEN_BRACE_OPEN:
    case TOKEN_AT:
    case TOKEN_LT: /* markup */
    case TOKEN_ELLIPSIS:
    case TOKEN_NOT:
    case TOKEN_TILDE:
    case TOKEN_INCREMENT:
    case TOKEN_DECREMENT:
    case TOKEN_SUB: return true;
    case TOKEN_END:
    case TOKEN_FORMAT_TEXT:
    case TOKEN_FORMAT_NAME:
    case TOKEN_FORMAT_OPEN:
    case TOKEN_FORMAT_CLOSE:
    case TOKEN_FORMAT_END:
    case TOKEN_CASE:
    case TOKEN_CATCH:
    case TOKEN_CLASS:
    case TOKEN_DEFAULT:
    case TOKEN_DYNAMIC:
    case TOKEN_ELSE:
    case TOKEN_ENUM:
    case TOKEN_EXTENDS:
    case TOKEN_EXTERN:
    case TOKEN_IMPLEMENTS:
    case TOKEN_IMPORT:
    case TOKEN_IN:
    case TOKEN_INTERFACE:
    case TOKEN_OPERATOR:
    case TOKEN_OVERLOAD:
    case TOKEN_OVERRIDE:
    case TOKEN_PACKAGE:
    case TOKEN_PRIVATE:
    case TOKEN_PUBLIC:
    case TOKEN_STATIC:
    case TOKEN_TYPEDEF:
    case TOKEN_USING:
    case TOKEN_PAREN_CLOSE:
    case TOKEN_BRACKET_CLOSE:
    case TOKEN_BRACE_CLOSE:
    case TOKEN_SEMICOLON:
    case TOKEN_COLON:
    case TOKEN_COMMA:
    case TOKEN_DOT:
    case TOKEN_QUESTION_DOT:
    case TOKEN_QUESTION:
    case TOKEN_ARROW:
    case TOKEN_FAT_ARROW:
    case TOKEN_ADD:
    case TOKEN_MUL:
    case TOKEN_DIV:
    case TOKEN_MOD:
    case TOKEN_SHL:
    case TOKEN_AND:
    case TOKEN_OR:
    case TOKEN_XOR:
    case TOKEN_BOOL_AND:
    case TOKEN_BOOL_OR:
    case TOKEN_COALESCE:
    case TOKEN_EQ:
    case TOKEN_NOT_EQ:
    case TOKEN_LE:
    case TOKEN_GT:
    case TOKEN_ASSIGN:
    case TOKEN_ASSIGN_ADD:
    case TOKEN_ASSIGN_SUB:
    case TOKEN_ASSIGN_MUL:
    case TOKEN_ASSIGN_DIV:
    case TOKEN_ASSIGN_MOD:
    case TOKEN_ASSIGN_SHL:
    case TOKEN_ASSIGN_AND:
    case TOKEN_ASSIGN_OR:
    case TOKEN_ASSIGN_XOR:
    case TOKEN_ASSIGN_BOOL_AND:
    case TOKEN_ASSIGN_BOOL_OR:
    case TOKEN_ASSIGN_COALESCE: return false;
    }
    return false;
}

/* ---- Markup, arrays, braces, calls -------------------------------------------------------------------------------------------- */

/* At a `<` that begins an expression. */
static AstExpr *markup(Parser *p)
{
    char next = p->text[end_of(p)];
    bool tag = next == '>' || next == '$' || next == ':' || IS_CLASS(next, CLASS_LETTER) || (u8)next >= 0x80;
    if (!tag || p->at + 1 != p->lexer.count) {
        unexpected(p);
        return error_expr(p);
    }
    lexer_markup(&p->lexer);
    p->kind = (TokenKind)current(p)->kind;
    AstExpr *expr = new_expr(p, EXPR_MARKUP, start_of(p), end_of(p));
    expr->string.text = expr->string.raw = name_of(p->names, p->text + start_of(p), current(p)->length);
    if (p->kind == TOKEN_ERROR) {
        p->has_errors = p->panic = true;
        expr->kind = EXPR_ERROR;
    }
    advance(p);
    return expr;
}

AstExpr *parse_array(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_ARRAY, start_of(p), 0);
    advance(p);
    size_t mark = LIST_BEGIN(p);
    while (p->kind != TOKEN_BRACKET_CLOSE && !p->panic) {
        LIST_ADD(p, expect_expr(p));
        if (p->kind != TOKEN_BRACKET_CLOSE && !accept(p, TOKEN_COMMA)) expected(p, ", or ]");
    }
    LIST_END(p, mark, &expr->list);
    if (p->panic)
        recover_behind(p, TOKEN_BRACKET_CLOSE);
    else
        advance(p);
    expr->end = end_from(p, expr->start);
    return expr;
}

void parse_expr_list(Parser *p, TokenKind closing, AstExprList *list)
{
    size_t mark = LIST_BEGIN(p);
    bool first = true;
    while (p->kind != closing && !p->panic) {
        if (first && !can_begin_expr(p->kind)) {
            expected(p, "expression or )");
            break;
        }
        LIST_ADD(p, parse_expr(p));
        first = false;
        if (p->kind != closing && !accept(p, TOKEN_COMMA)) expected(p, ", or )");
    }
    LIST_END(p, mark, list);
    if (p->panic)
        recover_behind(p, closing);
    else
        advance(p);
}

static bool is_key(TokenKind kind)
{
    return kind == TOKEN_IDENT || kind == TOKEN_DOLLAR || kind == TOKEN_STRING || kind == TOKEN_STRING_SINGLE;
}

static AstExpr *object(Parser *p, u32 start)
{
    AstExpr *expr = new_expr(p, EXPR_OBJECT, start, 0);
    size_t mark = LIST_BEGIN(p);
    do {
        if (!is_key(p->kind)) break;
        AstObjectField field = {.quoted = p->kind == TOKEN_STRING || p->kind == TOKEN_STRING_SINGLE};
        field.key = (Ident){name_here(p), start_of(p), end_of(p)};
        if (field.quoted)
            field.key.name = literal_decode(&p->lexer, field.key.start + 1, field.key.end - 1, p->levels + 1, false, true);
        advance(p);
        bool colon = accept(p, TOKEN_COLON);
        field.value = expect_expr(p);
        if (!colon) expected(p, ":"); /* behind the value, where the official compiler notices it */
        LIST_ADD(p, field);
    } while (accept(p, TOKEN_COMMA));
    LIST_END(p, mark, &expr->object.fields);
    if (!expect(p, TOKEN_BRACE_CLOSE)) recover_behind(p, TOKEN_BRACE_CLOSE);
    expr->end = end_from(p, expr->start);
    return expr;
}

/* The elements of a block up to what ends it: a `}`, or in a switch the next case. */
static void block_elements(Parser *p, bool in_switch, AstExprList *list)
{
    size_t mark = LIST_BEGIN(p);
    for (;;) {
        u32 first = p->at;
        if (p->kind == TOKEN_BRACE_CLOSE || (in_switch && (p->kind == TOKEN_CASE || p->kind == TOKEN_DEFAULT)) || p->panic) break;
        if (can_begin_expr(p->kind) || p->kind == TOKEN_STATIC) {
            LIST_ADD(p, parse_block_element(p));
        } else {
            expected(p, "}");
        }
        if (p->panic && !recover_statement(p, first, in_switch)) break;
    }
    LIST_END(p, mark, list);
}

AstExpr *parse_case_body(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_BLOCK, start_of(p), 0);
    block_elements(p, true, &expr->list);
    if (!expr->list.count) return NULL;
    expr->end = end_from(p, expr->start);
    return expr;
}

AstExpr *parse_braces(Parser *p)
{
    u32 start = start_of(p);
    advance(p);
    if (is_key(p->kind) && peek(p, 1) == TOKEN_COLON) {
        AstExpr *expr = object(p, start);
        p->closed = false;
        return expr;
    }
    AstExpr *expr = new_expr(p, EXPR_BLOCK, start, 0);
    block_elements(p, false, &expr->list);
    expect(p, TOKEN_BRACE_CLOSE);
    expr->end = end_from(p, expr->start);
    p->closed = true;
    return expr;
}

/* ---- Postfix operations -------------------------------------------------------------------------------------------------------- */

/* `.name`, `?.name` at the dot; `1.` is a float when nothing follows that can be a field. */
static AstExpr *field_access(Parser *p, AstExpr *object)
{
    bool safe = p->kind == TOKEN_QUESTION_DOT;
    u32 dot_start = start_of(p), dot_end = end_of(p);
    advance(p);
    bool name = p->kind == TOKEN_IDENT || p->kind == TOKEN_MACRO || p->kind == TOKEN_EXTERN || p->kind == TOKEN_FUNCTION ||
                p->kind == TOKEN_NEW;
    if (p->kind == TOKEN_DOLLAR || (name && touches_last(p))) {
        AstExpr *expr = new_expr(p, EXPR_FIELD, object->start, end_of(p));
        expr->safe = safe;
        expr->field.object = object;
        expr->field.name = take_identifier(p);
        return expr;
    }
    if (object->kind == EXPR_INT && !object->number.suffix && object->end == dot_start && !safe) {
        object->end = dot_end;
        make_float(p, object);
        return object;
    }
    unexpected(p);
    return object;
}

/* What follows a primary that began with token `first`, without binary operators. */
static AstExpr *postfix(Parser *p, AstExpr *expr, u32 first)
{
    p->closed = false;
    while (!p->panic) {
        u32 start = expr->start;
        switch (p->kind) {
        case TOKEN_DOT:
        case TOKEN_QUESTION_DOT: expr = field_access(p, expr); continue;
        case TOKEN_PAREN_OPEN: {
            AstExpr *call = new_expr(p, EXPR_CALL, start, 0);
            call->call.callee = expr;
            advance(p);
            parse_expr_list(p, TOKEN_PAREN_CLOSE, &call->call.args);
            call->end = end_from(p, call->start);
            expr = call;
            p->closed = false;
            continue;
        }
        case TOKEN_BRACKET_OPEN: {
            AstExpr *access = new_expr(p, EXPR_ARRAY_ACCESS, start, 0);
            advance(p);
            access->pair.left = expr;
            access->pair.right = expect_expr(p);
            if (!expect(p, TOKEN_BRACKET_CLOSE)) recover_behind(p, TOKEN_BRACKET_CLOSE);
            access->end = end_from(p, access->start);
            expr = access;
            p->closed = false;
            continue;
        }
        case TOKEN_INCREMENT:
        case TOKEN_DECREMENT:
        case TOKEN_NOT: {
            AstExpr *unop = new_expr(p, EXPR_UNOP, start, end_of(p));
            unop->unop = p->kind == TOKEN_INCREMENT ? AST_UNOP_INCREMENT : p->kind == TOKEN_DECREMENT ? AST_UNOP_DECREMENT : AST_UNOP_NOT;
            unop->postfix = true;
            unop->operand = expr;
            advance(p);
            expr = unop;
            continue;
        }
        case TOKEN_ARROW: return parse_arrow(p, first, expr);
        case TOKEN_BRACE_OPEN: {
            if (expr->kind != EXPR_IDENT || expr->ident->text[0] != '$') return expr;
            AstExpr *reify = new_expr(p, EXPR_REIFY, start, 0);
            reify->reify.name = expr->ident;
            advance(p);
            reify->reify.operand = parse_expr(p);
            if (!require(p, TOKEN_BRACE_CLOSE)) recover_behind(p, TOKEN_BRACE_CLOSE);
            reify->end = end_from(p, reify->start);
            expr = reify;
            p->closed = false;
            continue;
        }
        default:
            if (!is_word(p, p->word.is)) return expr;
            AstExpr *is = new_expr(p, EXPR_IS, start, 0);
            advance(p);
            is->typed.operand = expr;
            is->typed.type = parse_type(p);
            is->end = end_from(p, is->start);
            expr = is;
            p->closed = false;
            continue;
        }
    }
    return expr;
}

/* ---- Primaries ----------------------------------------------------------------------------------------------------------------- */

static AstExpr *new_object(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_NEW, start_of(p), 0);
    advance(p);
    expr->new_.type = NEW(p->arena, AstTypePath);
    parse_type_path(p, expr->new_.type);
    if (expect(p, TOKEN_PAREN_OPEN)) parse_expr_list(p, TOKEN_PAREN_CLOSE, &expr->new_.args);
    expr->end = end_from(p, expr->start);
    return expr;
}

/* cast(e, T); cast e, where a parenthesis may be the beginning of e: `cast (a).b + c` casts the whole; but cast (e : T) is complete. */
static AstExpr *cast(Parser *p, u32 first)
{
    AstExpr *expr = new_expr(p, EXPR_CAST, start_of(p), 0);
    advance(p);
    u32 inner_first = p->at, open = start_of(p);
    if (p->kind != TOKEN_PAREN_OPEN) {
        expr->typed.operand = expect_expr(p);
        expr->end = end_from(p, expr->start);
        return postfix(p, expr, first); /* the operand may have been closed, the cast is not */
    }
    advance(p);
    AstExpr *operand = parse_expr(p);
    if (accept(p, TOKEN_COMMA)) {
        expr->typed.operand = operand;
        expr->typed.type = parse_type(p);
        if (!require(p, TOKEN_PAREN_CLOSE)) recover_behind(p, TOKEN_PAREN_CLOSE);
        expr->end = end_from(p, expr->start);
        return postfix(p, expr, first);
    }
    AstExpr *paren = new_expr(p, EXPR_PAREN, open, 0);
    bool typed = p->kind == TOKEN_COLON && !p->panic;
    if (typed) {
        AstExpr *check = new_expr(p, EXPR_CHECK_TYPE, operand->start, 0);
        check->typed.operand = operand;
        check->typed.type = parse_type_hint(p);
        check->end = end_from(p, check->start);
        operand = check;
    }
    paren->operand = operand;
    if (!require(p, TOKEN_PAREN_CLOSE)) recover_behind(p, TOKEN_PAREN_CLOSE);
    paren->end = end_from(p, paren->start);
    expr->typed.operand = typed ? paren : continue_expr(p, paren, inner_first);
    expr->end = end_from(p, expr->start);
    return postfix(p, expr, first);
}

static AstExpr *macro(Parser *p, u32 first)
{
    u32 start = start_of(p), end = end_of(p);
    Name name = name_here(p);
    advance(p);
    if (p->kind == TOKEN_DOT) return postfix(p, ident_expr(p, name, start, end), first); /* a path of package `macro` */
    AstExpr *expr = new_expr(p, EXPR_MACRO, start, 0);
    p->macros++;
    if (p->kind == TOKEN_COLON) {
        expr->kind = EXPR_MACRO_TYPE;
        expr->typed.type = parse_type_hint(p);
    } else if (p->kind == TOKEN_VAR || p->kind == TOKEN_FINAL) {
        expr->operand = parse_vars(p, true);
    } else if (p->kind == TOKEN_CLASS || p->kind == TOKEN_INTERFACE) {
        expr->kind = EXPR_MACRO_CLASS;
        AstDecl *decl = NEW(p->arena, AstDecl);
        decl->tokens.first = p->at;
        expr->decl = parse_class(p, decl, false);
    } else {
        expr->operand = expect_expr(p);
    }
    p->macros--;
    expr->end = end_from(p, expr->start);
    p->closed = true;
    return expr;
}

static AstExpr *primary(Parser *p)
{
    u32 first = p->at;
    switch (p->kind) {
    case TOKEN_IDENT:
    case TOKEN_DOLLAR: {
        AstExpr *expr = ident_expr(p, name_here(p), start_of(p), end_of(p));
        advance(p);
        return postfix(p, expr, first);
    }
    case TOKEN_INT:
    case TOKEN_FLOAT:
    case TOKEN_STRING:
    case TOKEN_STRING_SINGLE:
    case TOKEN_FORMAT_START:
    case TOKEN_REGEXP: return postfix(p, parse_literal(p), first);
    case TOKEN_THIS: return postfix(p, simple(p, EXPR_THIS), first);
    case TOKEN_NULL: return postfix(p, simple(p, EXPR_NULL), first);
    case TOKEN_TRUE: return postfix(p, simple(p, EXPR_TRUE), first);
    case TOKEN_FALSE: return postfix(p, simple(p, EXPR_FALSE), first);
    case TOKEN_ABSTRACT: return postfix(p, simple(p, EXPR_ABSTRACT), first);
    case TOKEN_BRACKET_OPEN: return postfix(p, parse_array(p), first);
    case TOKEN_NEW: return postfix(p, new_object(p), first);
    case TOKEN_PAREN_OPEN: {
        bool is_arrow;
        AstExpr *expr = parse_parentheses(p, &is_arrow);
        p->closed = true;
        return is_arrow ? expr : postfix(p, expr, first);
    }
    case TOKEN_BRACE_OPEN: {
        AstExpr *expr = parse_braces(p);
        return p->closed ? expr : postfix(p, expr, first);
    }
    case TOKEN_LT: {
        AstExpr *expr = markup(p);
        p->closed = true;
        return expr;
    }
    case TOKEN_CAST: return cast(p, first);
    case TOKEN_MACRO: return macro(p, first);
    case TOKEN_ERROR: {
        AstExpr *expr = simple(p, EXPR_ERROR);
        p->has_errors = p->panic = true;
        return expr;
    }
    default: {
        AstExpr *expr = parse_keyword_expr(p);
        p->closed = true;
        return expr;
    }
    }
}

/* ---- Prefixes ------------------------------------------------------------------------------------------------------------------ */

static bool prefix_op(TokenKind kind, AstUnop *op)
{
    switch (kind) {
    case TOKEN_SUB: *op = AST_UNOP_NEG; return true;
    case TOKEN_NOT: *op = AST_UNOP_NOT; return true;
    case TOKEN_TILDE: *op = AST_UNOP_NEG_BITS; return true;
    case TOKEN_INCREMENT: *op = AST_UNOP_INCREMENT; return true;
    case TOKEN_DECREMENT: *op = AST_UNOP_DECREMENT; return true;
    case TOKEN_ELLIPSIS: *op = AST_UNOP_SPREAD; return true;
    default: return false;
    }
}

/* Puts op before the operand. `is` binds less tight, and behind metadata the operand may be a whole expression: then the operator goes
 * before the first operand in it. */
static AstExpr *apply_prefix(Parser *p, AstUnop op, AstExpr *operand, u32 start)
{
    AstExpr **slot = &operand;
    while ((*slot)->kind == EXPR_IS || (*slot)->kind == EXPR_BINOP || (*slot)->kind == EXPR_TERNARY) {
        AstExpr *outer = *slot;
        outer->start = start;
        slot = outer->kind == EXPR_IS ? &outer->typed.operand : outer->kind == EXPR_BINOP ? &outer->pair.left : &outer->branch.condition;
    }
    AstExpr *inner = *slot;
    if (op == AST_UNOP_NEG && (inner->kind == EXPR_INT || inner->kind == EXPR_FLOAT)) {
        inner->negative = !inner->negative;
        inner->start = start;
        return operand;
    }
    AstExpr *expr = new_expr(p, EXPR_UNOP, start, inner->end);
    expr->unop = op;
    expr->operand = inner;
    *slot = expr;
    return operand;
}

/* Metadata and `inline` before an expression: around it if it is an assignment, else around its first operand. `wrapper` is the META or
 * INLINE node, whose operand is *operand. */
static AstExpr *wrap_first(AstExpr *whole, AstExpr *wrapper, AstExpr **operand)
{
    AstExpr **slot = &whole;
    while (((*slot)->kind == EXPR_BINOP && !binop_is_assign((*slot)->binop)) || (*slot)->kind == EXPR_TERNARY) {
        (*slot)->start = wrapper->start;
        slot = (*slot)->kind == EXPR_BINOP ? &(*slot)->pair.left : &(*slot)->branch.condition;
    }
    *operand = *slot;
    wrapper->end = (*slot)->end;
    *slot = wrapper;
    return whole;
}

/* An operand of binary operators. One that begins with metadata comes with all operators that follow; see join. */
static AstExpr *unary(Parser *p)
{
    u32 start = start_of(p);
    AstUnop op;
    AstExpr *expr;
    if (prefix_op(p->kind, &op)) {
        if (!enter(p)) return error_expr(p);
        advance(p);
        if (!can_begin_expr(p->kind)) {
            unexpected(p);
            expr = error_expr(p);
        } else {
            expr = unary(p);
        }
        leave(p);
        return p->panic ? expr : apply_prefix(p, op, expr, start);
    }
    if (p->kind != TOKEN_AT && p->kind != TOKEN_INLINE) return primary(p);

    if (!enter(p)) return error_expr(p);
    AstExpr *wrapper = new_expr(p, p->kind == TOKEN_AT ? EXPR_META : EXPR_INLINE, start, 0);
    AstExpr **operand = &wrapper->operand;
    if (p->kind == TOKEN_AT) {
        wrapper->meta.meta = NEW(p->arena, AstMeta);
        operand = &wrapper->meta.operand;
        parse_meta(p, wrapper->meta.meta);
    } else {
        advance(p);
    }
    if (p->panic || !can_begin_expr(p->kind)) {
        expected(p, "expression");
        *operand = error_expr(p);
        wrapper->end = end_from(p, wrapper->start);
        leave(p);
        return wrapper;
    }
    expr = parse_expr(p);
    leave(p);
    p->closed = true;
    return wrap_first(expr, wrapper, operand);
}

/* ---- Binary operators ---------------------------------------------------------------------------------------------------------- */

/* The operator at the current token, and how many tokens it takes: those with `>` come in pieces that touch. */
static bool binary_op(const Parser *p, AstBinop *op, u32 *tokens)
{
    static const u8 of_token[] = {
#define OP(token, binop) [TOKEN_##token] = BINOP_##binop + 1
#define SAME(name) OP(name, name)
        OP(IN, IN), SAME(MOD), SAME(MUL), SAME(DIV), SAME(ADD), SAME(SUB), SAME(SHL), SAME(OR), SAME(AND), SAME(XOR), SAME(COALESCE),
        SAME(EQ), SAME(NOT_EQ), SAME(LT), SAME(LE), SAME(GT), OP(ELLIPSIS, INTERVAL), SAME(BOOL_AND), SAME(BOOL_OR), SAME(FAT_ARROW),
        SAME(ASSIGN), SAME(ASSIGN_ADD), SAME(ASSIGN_SUB), SAME(ASSIGN_MUL), SAME(ASSIGN_DIV), SAME(ASSIGN_MOD), SAME(ASSIGN_SHL),
        SAME(ASSIGN_AND), SAME(ASSIGN_OR), SAME(ASSIGN_XOR), SAME(ASSIGN_BOOL_AND), SAME(ASSIGN_BOOL_OR), SAME(ASSIGN_COALESCE),
        [TOKEN_ASSIGN_COALESCE + 1] = 0,
#undef SAME
#undef OP
    };
    *tokens = 1;
    u8 found = (size_t)p->kind < LEN(of_token) ? of_token[p->kind] : 0;
    if (!found) return false;
    *op = (AstBinop)(found - 1);
    if (*op != BINOP_GT) return true;
    const char *text = p->text + start_of(p);
    u32 angles = text[1] != '>' ? 1 : text[2] != '>' ? 2 : 3;
    bool equals = text[angles] == '=' && text[angles + 1] != '=' && text[angles + 1] != '>';
    static const AstBinop shifts[3][2] = {{BINOP_GT, BINOP_GE}, {BINOP_SHR, BINOP_ASSIGN_SHR}, {BINOP_USHR, BINOP_ASSIGN_USHR}};
    *op = shifts[angles - 1][equals];
    *tokens = angles + equals;
    return true;
}

/* left op right. The right side of a left-associative operator is normally tighter than it; where it is not (behind metadata, and a
 * conditional expression right of `in`), the operator takes the first operand in it. */
static AstExpr *join(Parser *p, AstBinop op, AstExpr *left, AstExpr *right)
{
    int level = binop_level(op);
    AstExpr *whole = right, **slot = &whole;
    for (;;) {
        bool looser = right->kind == EXPR_BINOP && level > 0 && level < LEVEL_TERNARY && level <= binop_level(right->binop);
        bool conditional = right->kind == EXPR_TERNARY && level < LEVEL_TERNARY;
        if (!looser && !conditional) break;
        right->start = left->start;
        slot = looser ? &right->pair.left : &right->branch.condition;
        right = *slot;
    }
    AstExpr *expr = new_expr(p, EXPR_BINOP, left->start, right->end);
    expr->binop = op;
    expr->pair.left = left;
    expr->pair.right = right;
    *slot = expr;
    return whole;
}

static AstExpr *binary(Parser *p, AstExpr *left, int most)
{
    AstBinop op;
    u32 tokens;
    while (!p->closed && !p->panic) {
        if (p->kind == TOKEN_QUESTION && most >= LEVEL_TERNARY) {
            AstExpr *expr = new_expr(p, EXPR_TERNARY, left->start, 0);
            advance(p);
            expr->branch.condition = left;
            expr->branch.then = parse_expr(p);
            expr->branch.otherwise = expect(p, TOKEN_COLON) ? parse_expr(p) : error_expr(p);
            expr->end = MAX(expr->branch.otherwise->end, last_end(p));
            return expr;
        }
        if (!binary_op(p, &op, &tokens)) break;
        int level = binop_level(op);
        if (level > most) break;
        while (tokens--) advance(p);
        AstExpr *right;
        if (!can_begin_expr(p->kind)) {
            bool interval = op == BINOP_INTERVAL && left->kind == EXPR_INT; /* `0...` is one token for the official compiler */
            if (op == BINOP_IN || interval)
                unexpected(p);
            else
                expected(p, "expression");
            right = error_expr(p);
        } else if (op == BINOP_IN || level >= LEVEL_TERNARY) {
            right = parse_expr(p);
        } else {
            right = binary(p, unary(p), level - 1);
        }
        left = join(p, op, left, right);
    }
    return left;
}

AstExpr *continue_expr(Parser *p, AstExpr *primary, u32 first)
{
    return binary(p, postfix(p, primary, first), LEVEL_ANY);
}

AstExpr *parse_expr(Parser *p)
{
    if (p->panic) return error_expr(p);
    if (!can_begin_expr(p->kind)) {
        unexpected(p);
        return error_expr(p);
    }
    if (!enter(p)) return error_expr(p);
    AstExpr *expr = binary(p, unary(p), LEVEL_ANY);
    leave(p);
    return expr;
}

AstExpr *expect_expr(Parser *p)
{
    if (!p->panic && !can_begin_expr(p->kind)) expected(p, "expression");
    return parse_expr(p);
}
