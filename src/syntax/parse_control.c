/* parse_control: statements and the expressions that begin with a keyword.
 *
 * Everything is an expression in Haxe; what makes a statement of one is its `;`, which may be missing behind a `}`.
 */
#include "parser.h"

/* Conditions and loop headers: `(` with "Unexpected …" if it is missing, the expression, `)` with "Expected )". What could not be read
 * to its end is an ERROR. */
static AstExpr *parenthesised(Parser *p)
{
    if (!require(p, TOKEN_PAREN_OPEN)) return error_expr(p);
    AstExpr *expr = expect_expr(p);
    if (expect(p, TOKEN_PAREN_CLOSE)) return expr;
    expr = error_expr(p);
    recover_behind(p, TOKEN_PAREN_CLOSE);
    return expr;
}

/* ---- Loops and branches ------------------------------------------------------------------------------------------------------ */

static bool loop_variable(const AstExpr *expr, Ident *ident)
{
    if (expr->kind != EXPR_IDENT) return false;
    *ident = (Ident){expr->ident, expr->start, expr->end};
    return true;
}

/* Takes `value in iterable` and `key => value in iterable` apart. */
static bool loop_header(const AstExpr *header, AstFor *loop)
{
    const AstExpr *in = header;
    Ident key = {0};
    if (in->kind == EXPR_BINOP && in->binop == BINOP_FAT_ARROW) {
        if (!loop_variable(in->pair.left, &key)) return false;
        in = in->pair.right;
    }
    if (in->kind != EXPR_BINOP || in->binop != BINOP_IN || !loop_variable(in->pair.left, &loop->value)) return false;
    loop->key = key;
    loop->iterable = in->pair.right;
    return true;
}

static AstExpr *for_loop(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_FOR, start_of(p), 0);
    AstFor *loop = expr->for_ = NEW(p->arena, AstFor);
    advance(p);
    loop->header = parenthesised(p);
    if (!p->panic && loop->header->kind != EXPR_ERROR && !loop_header(loop->header, loop) && !p->macros)
        report_at(p, loop->header->start, loop->header->end, "syntax.for", "For expression should be 'v in expr'");
    loop->body = expect_expr(p);
    expr->end = end_from(p, expr->start);
    return expr;
}

static AstExpr *if_else(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_IF, start_of(p), 0);
    advance(p);
    expr->branch.condition = parenthesised(p);
    expr->branch.then = expect_expr(p);
    /* `if (a) b; else c` */
    if (p->kind == TOKEN_SEMICOLON && !p->panic && peek(p, 1) == TOKEN_ELSE) advance(p);
    if (accept(p, TOKEN_ELSE)) expr->branch.otherwise = expect_expr(p);
    expr->end = end_from(p, expr->start);
    return expr;
}

static AstExpr *while_loop(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_WHILE, start_of(p), 0);
    advance(p);
    expr->pair.left = parenthesised(p);
    expr->pair.right = expect_expr(p);
    expr->end = end_from(p, expr->start);
    return expr;
}

static AstExpr *do_while(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_WHILE, start_of(p), 0);
    expr->do_while = true;
    advance(p);
    expr->pair.right = expect_expr(p);
    expr->pair.left = expect(p, TOKEN_WHILE) ? parenthesised(p) : error_expr(p);
    expr->end = end_from(p, expr->start);
    return expr;
}

/* ---- switch, try --------------------------------------------------------------------------------------------------------------- */

static AstExpr *pattern(Parser *p)
{
    if (p->kind != TOKEN_VAR && p->kind != TOKEN_FINAL) return expect_expr(p);
    AstExpr *expr = new_expr(p, EXPR_VARS, start_of(p), 0);
    AstVarDecl *var = NEW(p->arena, AstVarDecl);
    var->is_final = p->kind == TOKEN_FINAL;
    advance(p);
    var->start = start_of(p);
    if (is_identifier(p)) {
        var->name = take_identifier(p);
    } else {
        unexpected(p);
    }
    var->end = expr->end = end_from(p, expr->start);
    expr->vars.items.at = var;
    expr->vars.items.count = 1;
    return expr;
}

/* One `case …:` or `default:` with its body. */
static AstCase switch_case(Parser *p)
{
    AstCase item = {.start = start_of(p)};
    bool is_default = p->kind == TOKEN_DEFAULT;
    advance(p);
    if (!is_default) {
        size_t mark = LIST_BEGIN(p);
        do LIST_ADD(p, pattern(p));
        while (accept(p, TOKEN_COMMA));
        LIST_END(p, mark, &item.patterns);
        if (accept(p, TOKEN_IF)) {
            require(p, TOKEN_PAREN_OPEN);
            item.guard = parse_expr(p);
            require(p, TOKEN_PAREN_CLOSE);
        }
    }
    if (is_default ? require(p, TOKEN_COLON) : expect(p, TOKEN_COLON)) item.body = parse_case_body(p);
    item.end = end_from(p, item.start);
    return item;
}

static AstExpr *switch_expr(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_SWITCH, start_of(p), 0);
    AstSwitch *node = expr->switch_ = NEW(p->arena, AstSwitch);
    advance(p);
    node->subject = expect_expr(p);
    if (!p->panic && (p->kind == TOKEN_CASE || p->kind == TOKEN_DEFAULT)) {
        report_at(p, start_of(p), end_of(p), "syntax.expected", "Expected {"); /* only the brace is missing */
    } else if (!expect(p, TOKEN_BRACE_OPEN)) {
        expr->end = end_from(p, expr->start);
        return expr;
    }
    size_t mark = LIST_BEGIN(p);
    for (;;) {
        u32 first = p->at;
        if (p->kind == TOKEN_BRACE_CLOSE || p->panic) break;
        if (p->kind == TOKEN_CASE || p->kind == TOKEN_DEFAULT) {
            bool is_default = p->kind == TOKEN_DEFAULT;
            AstCase item = switch_case(p);
            if (!is_default) {
                LIST_ADD(p, item);
            } else if (node->fallback) {
                report_at(p, node->fallback->start, node->fallback->start + 7, "syntax.switch", "Duplicate default");
            } else {
                node->fallback = arena_copy(p->arena, &item, sizeof item);
            }
        } else {
            expected(p, "}");
        }
        if (!p->panic) continue;
        if (!recover_statement(p, first, true)) break;
        /* What is left of the case */
        if (p->kind != TOKEN_BRACE_CLOSE && p->kind != TOKEN_CASE && p->kind != TOKEN_DEFAULT) parse_case_body(p);
    }
    LIST_END(p, mark, &node->cases);
    expect(p, TOKEN_BRACE_CLOSE);
    expr->end = end_from(p, expr->start);
    return expr;
}

static AstExpr *try_expr(Parser *p)
{
    AstExpr *expr = new_expr(p, EXPR_TRY, start_of(p), 0);
    advance(p);
    expr->try_.body = expect_expr(p);
    size_t mark = LIST_BEGIN(p);
    while (p->kind == TOKEN_CATCH && !p->panic) {
        AstCatch item = {.start = start_of(p)};
        advance(p);
        require(p, TOKEN_PAREN_OPEN);
        if (!p->panic && is_identifier(p)) {
            item.name = take_identifier(p);
        } else {
            unexpected(p);
        }
        item.type = parse_type_hint(p);
        if (!p->panic && p->kind != TOKEN_PAREN_CLOSE && !item.type)
            error_at(p, start_of(p), end_of(p), "syntax.expected", "Missing type declaration");
        if (!require(p, TOKEN_PAREN_CLOSE)) recover_behind(p, TOKEN_PAREN_CLOSE);
        item.body = expect_expr(p);
        item.end = end_from(p, item.start);
        LIST_ADD(p, item);
    }
    LIST_END(p, mark, &expr->try_.catches);
    expr->end = end_from(p, expr->start);
    return expr;
}

/* ---- Variables ------------------------------------------------------------------------------------------------------------------ */

/* The property syntax that only fields have. */
static void refuse_accessors(Parser *p)
{
    u32 start = start_of(p);
    advance(p);
    while (p->kind != TOKEN_PAREN_CLOSE && p->kind != TOKEN_SEMICOLON && p->kind != TOKEN_END) advance(p);
    if (p->kind == TOKEN_PAREN_CLOSE) advance(p);
    report_at(p, start, last_end(p), "syntax.variable", "Cannot define property accessors for local vars");
}

/* At `var` or `final`; without `several` only one is taken: a comma behind it belongs to what encloses it. */
static AstExpr *vars(Parser *p, bool several, bool is_static)
{
    AstExpr *expr = new_expr(p, EXPR_VARS, start_of(p), 0);
    u32 keyword_end = end_of(p);
    bool is_final = p->kind == TOKEN_FINAL;
    advance(p);
    if (is_final && p->kind == TOKEN_VAR) {
        report_at(p, expr->start, end_of(p), "syntax.variable", "`final var` is not supported, use `final` instead");
        advance(p);
    }
    size_t mark = LIST_BEGIN(p);
    bool first = true;
    do {
        AstVarDecl var = {.is_final = is_final, .is_static = is_static, .start = start_of(p)};
        u32 begin = p->at;
        parse_metas(p, &var.meta);
        if (p->kind == TOKEN_ERROR) unexpected(p);
        if (p->panic) break;
        if (!is_identifier(p)) {
            if (first)
                error_at(p, expr->start, keyword_end, "syntax.variable", "Missing variable identifier");
            else
                unexpected(p);
            break;
        }
        var.name = take_identifier(p);
        if (p->kind == TOKEN_PAREN_OPEN) refuse_accessors(p);
        var.type = parse_type_hint(p);
        TokenRange body = {p->at, p->at};
        if (accept(p, TOKEN_ASSIGN)) {
            body.first = p->at;
            var.value = expect_expr(p);
            body.end = p->at;
        }
        var.end = end_from(p, var.start);
        if (is_static && !p->structures && !p->macros) finish_static_local(p, &var, begin, body);
        LIST_ADD(p, var);
        first = false;
    } while (several && accept(p, TOKEN_COMMA));
    LIST_END(p, mark, &expr->vars.items);
    expr->end = end_from(p, expr->start);
    return expr;
}

AstExpr *parse_vars(Parser *p, bool several)
{
    return vars(p, several, false);
}

/* ---- Statements ---------------------------------------------------------------------------------------------------------------- */

AstExpr *parse_block_element(Parser *p)
{
    AstExpr *expr;
    u32 first = p->at, start = start_of(p);
    switch (p->kind) {
    case TOKEN_VAR:
    case TOKEN_FINAL: expr = parse_vars(p, true); break;
    case TOKEN_STATIC:
        advance(p);
        if (p->kind != TOKEN_VAR && p->kind != TOKEN_FINAL) {
            expected(p, "var or final");
            return error_expr(p);
        }
        expr = vars(p, true, true);
        expr->start = start;
        break;
    case TOKEN_INLINE:
        if (peek(p, 1) == TOKEN_FUNCTION) {
            advance(p);
            expr = parse_function(p, first, true);
            expr->start = start;
        } else {
            expr = parse_expr(p);
        }
        break;
    case TOKEN_LT:
        expr = parse_expr(p);
        if (expr->kind == EXPR_MARKUP) {
            accept(p, TOKEN_SEMICOLON); /* not needed behind markup */
            return expr;
        }
        break;
    default: expr = parse_expr(p); break;
    }
    semicolon(p);
    return expr;
}

static AstExpr *with_operand(Parser *p, AstExprKind kind, bool secure)
{
    AstExpr *expr = new_expr(p, kind, start_of(p), 0);
    advance(p);
    expr->operand = secure ? expect_expr(p) : parse_expr(p);
    expr->end = end_from(p, expr->start);
    return expr;
}

/* The expressions that begin with a keyword and take no operator behind them. */
AstExpr *parse_keyword_expr(Parser *p)
{
    switch (p->kind) {
    case TOKEN_VAR:
    case TOKEN_FINAL: return parse_vars(p, false);
    case TOKEN_FUNCTION: return parse_function(p, p->at, false);
    case TOKEN_IF: return if_else(p);
    case TOKEN_FOR: return for_loop(p);
    case TOKEN_WHILE: return while_loop(p);
    case TOKEN_DO: return do_while(p);
    case TOKEN_SWITCH: return switch_expr(p);
    case TOKEN_TRY: return try_expr(p);
    case TOKEN_THROW: return with_operand(p, EXPR_THROW, false);
    case TOKEN_UNTYPED: return with_operand(p, EXPR_UNTYPED, true);
    case TOKEN_RETURN: {
        AstExpr *expr = new_expr(p, EXPR_RETURN, start_of(p), end_of(p));
        advance(p);
        if (can_begin_expr(p->kind)) expr->operand = parse_expr(p);
        expr->end = end_from(p, expr->start);
        return expr;
    }
    case TOKEN_BREAK:
    case TOKEN_CONTINUE: {
        AstExpr *expr = new_expr(p, p->kind == TOKEN_BREAK ? EXPR_BREAK : EXPR_CONTINUE, start_of(p), end_of(p));
        advance(p);
        return expr;
    }
    default: unexpected(p); return error_expr(p);
    }
}
