/* parse_function: arguments, local functions of all three forms, and their hashes.
 *
 * Arrow functions are recognised as the official compiler does it: what stands in parentheses is read as an expression first and
 * becomes arguments when a `,` a `=` or an arrow shows what it is.
 *
 * Hashes. A function is complete when its last token was taken. All local functions directly within it are then on the stack
 * `pending`, in source order; they leave it, and it is pushed. So each token is hashed once, by the innermost function it belongs to:
 * a local function enters the `body` hash of what encloses it with its own two hashes, the `own` hash with a mark.
 */
#include "parser.h"

/* ---- Arguments --------------------------------------------------------------------------------------------------------------- */

static AstArgument argument(Parser *p)
{
    AstArgument argument = {.start = start_of(p)};
    parse_metas(p, &argument.meta);
    if (accept(p, TOKEN_QUESTION))
        argument.optional = true;
    else if (accept(p, TOKEN_ELLIPSIS))
        argument.rest = true;
    if (!p->panic && is_identifier(p)) {
        argument.name = take_identifier(p);
    } else {
        unexpected(p);
    }
    argument.type = parse_type_hint(p);
    if (accept(p, TOKEN_ASSIGN)) argument.value = parse_expr(p);
    argument.end = end_from(p, argument.start);
    return argument;
}

/* Further arguments behind those already on the list that began at `mark`, and the `)`. */
static void arguments_from(Parser *p, size_t mark, AstFunction *function)
{
    while (p->kind != TOKEN_PAREN_CLOSE && !p->panic) {
        LIST_ADD(p, argument(p));
        if (p->kind != TOKEN_PAREN_CLOSE && !accept(p, TOKEN_COMMA)) unexpected(p);
    }
    LIST_END(p, mark, &function->args);
    if (p->panic)
        recover_behind(p, TOKEN_PAREN_CLOSE);
    else
        advance(p);
}

void parse_arguments(Parser *p, AstFunction *function)
{
    arguments_from(p, LIST_BEGIN(p), function);
}

/* ---- Hashes and nesting ------------------------------------------------------------------------------------------------------ */

u64 hash_tokens(const Parser *p, u64 hash, u32 first, u32 end)
{
    for (u32 token = first; token < end; token++) hash = hash_add(hash, p->lexer.hashes[token]);
    return hash;
}

enum { HASH_SEED = 0x4D6F6C74, HASH_LOCAL_FUNCTION = 0x6C6F6361 };

/* Hashes of code that consists of the tokens `all`, `body` being those of its body; `locals` lie within. */
static CodeHash hash_code(const Parser *p, TokenRange all, TokenRange body, const AstFunctionList *locals)
{
    CodeHash hash = {0};
    hash.sig = hash_tokens(p, HASH_SEED, all.first, body.first);
    hash.sig = hash_tokens(p, hash.sig, body.end, all.end);
    if (body.first == body.end) return hash;
    hash.body = hash.own = HASH_SEED;
    u32 token = body.first;
    for (u32 i = 0; i <= locals->count; i++) {
        const AstFunction *local = i < locals->count ? locals->at[i] : NULL;
        if (local && local->tokens.first < body.first) continue; /* in a default value: part of the signature */
        u32 end = local ? local->tokens.first : body.end;
        for (; token < end; token++) {
            hash.body = hash_add(hash.body, p->lexer.hashes[token]);
            hash.own = hash_add(hash.own, p->lexer.hashes[token]);
        }
        if (!local) break;
        hash.body = hash_add(hash_add(hash.body, local->hash.sig), local->hash.body);
        hash.own = hash_add(hash.own, HASH_LOCAL_FUNCTION);
        token = local->tokens.end;
    }
    return hash;
}

/* Takes the pending functions from number `base` on as the local functions of `parent` (NULL: of a field). */
static void adopt(Parser *p, u32 base, AstFunction *parent, AstFunctionList *locals)
{
    locals->count = p->pending.count - base;
    locals->at = locals->count ? arena_copy(p->arena, p->pending.at + base, locals->count * sizeof *locals->at) : NULL;
    p->pending.count = base;
    u32 unnamed = 0;
    for (u32 i = 0; i < locals->count; i++) {
        AstFunction *local = locals->at[i];
        local->parent = parent;
        if (local->kind != FUNCTION_NAMED) local->ordinal = ++unnamed;
    }
}

void finish_function(Parser *p, AstFunction *function, u32 first, TokenRange body)
{
    u32 base = p->pending.count;
    while (base > 0 && p->pending.at[base - 1]->tokens.first >= first) base--;
    adopt(p, base, function, &function->locals);
    function->tokens = (TokenRange){first, p->at};
    function->body_tokens = body;
    function->hash = hash_code(p, function->tokens, body, &function->locals);
    vec_push(NULL, &p->pending, function);
}

void finish_static_local(Parser *p, AstVarDecl *var, u32 first, TokenRange body)
{
    AstField *field = var->field = NEW(p->arena, AstField);
    field->kind = AST_FIELD_VAR;
    field->modifiers = MOD_STATIC | MOD_PRIVATE | (var->is_final ? MOD_FINAL : 0);
    field->meta = var->meta;
    field->name = var->name; /* until its field is complete, whose name goes before */
    field->type = var->type;
    field->value = var->value;
    field->start = var->start;
    field->end = var->end;
    field->tokens = (TokenRange){first, p->at};
    field->body_tokens = body;
    TokenRange without = body;
    if (body.first < body.end) without.first--; /* the `=` */
    AstFunctionList none = {0}; /* functions within belong to the field around */
    field->hash = hash_code(p, field->tokens, without, &none);
    field->hash.sig = hash_add(field->hash.sig, field->modifiers); /* what stands before the first variable of several */
    vec_push(NULL, &p->statics, field);
}

/* Names that no program can write. Variables of one name are told apart by their number. */
static void adopt_statics(Parser *p, AstField *field)
{
    u32 count = field->statics.count = p->statics.count;
    if (!count) return;
    field->statics.at = arena_copy(p->arena, p->statics.at, count * sizeof *field->statics.at);
    p->statics.count = 0;
    const char *outer = field->name.name ? field->name.name->text : "";
    for (u32 i = count; i-- > 0;) {
        AstField *variable = field->statics.at[i];
        u32 same = 0;
        for (u32 k = 0; k < i; k++) same += field->statics.at[k]->name.name == variable->name.name;
        const char *name = variable->name.name->text;
        variable->name.name = same ? name_printf(p->names, "%s$%s$%u", outer, name, same) : name_printf(p->names, "%s$%s", outer, name);
    }
}

void finish_field(Parser *p, AstField *field, u32 first, u32 base, TokenRange body)
{
    adopt(p, base, NULL, &field->locals);
    field->tokens = (TokenRange){first, p->at};
    field->body_tokens = body;
    if (p->structures || p->macros) return; /* part of what encloses it: nobody asks for its own */
    /* A `;` behind the body and a `=` before it tell nothing. */
    adopt_statics(p, field);
    TokenRange all = field->tokens, without = body;
    if (all.end > body.end && p->lexer.tokens[all.end - 1].kind == TOKEN_SEMICOLON) all.end--;
    if (field->kind != AST_FIELD_FUNCTION && body.first < body.end) without.first--;
    field->hash = hash_code(p, all, without, &field->locals);
    if (!field->function) return;
    field->function->tokens = field->tokens;
    field->function->body_tokens = field->body_tokens;
    field->function->hash = field->hash;
    field->function->locals = field->locals;
}

/* ---- Local functions ----------------------------------------------------------------------------------------------------------- */

static AstExpr *function_expr(Parser *p, AstFunction *function)
{
    AstExpr *expr = new_expr(p, EXPR_FUNCTION, function->start, end_from(p, function->start));
    function->end = expr->end;
    expr->function = function;
    p->closed = true;
    return expr;
}

/* At `function`; `first` is the number of its first token, which may be an `inline` before it. */
AstExpr *parse_function(Parser *p, u32 first, bool is_inline)
{
    AstFunction *function = NEW(p->arena, AstFunction);
    function->kind = FUNCTION_ANONYMOUS;
    function->start = p->lexer.tokens[first].start;
    advance(p);
    if (is_identifier(p)) {
        function->kind = FUNCTION_NAMED;
        function->is_inline = is_inline; /* on an unnamed function it means nothing */
        function->name = take_identifier(p);
    }
    parse_type_params(p, &function->params);
    if (require(p, TOKEN_PAREN_OPEN)) parse_arguments(p, function);
    function->result = parse_type_hint(p);
    TokenRange body = {p->at, p->at};
    function->body = expect_expr(p);
    body.end = p->at;
    finish_function(p, function, first, body);
    return function_expr(p, function);
}

/* ---- Arrow functions ----------------------------------------------------------------------------------------------------------- */

/* Behind the arguments; the body is read with "Expected expression" if `secure`. */
static AstExpr *arrow_body(Parser *p, AstFunction *function, u32 first, bool secure)
{
    function->kind = FUNCTION_ARROW;
    function->start = p->lexer.tokens[first].start;
    if (!require(p, TOKEN_ARROW)) return error_expr(p);
    for (u32 i = 0; i < function->args.count; i++) {
        const AstMetaList *meta = &function->args.at[i].meta;
        if (meta->count)
            report_at(p, meta->at[0].start, meta->at[0].end, "syntax.arrow", "Metadata on arrow function arguments is not allowed");
    }
    TokenRange body = {p->at, p->at};
    function->body = secure ? expect_expr(p) : parse_expr(p);
    body.end = p->at;
    finish_function(p, function, first, body);
    return function_expr(p, function);
}

/* An expression read as an argument: x, x = 1, (x:T) … */
static bool argument_of(Parser *p, AstExpr *expr, AstArgument *argument)
{
    *argument = (AstArgument){.start = expr->start, .end = expr->end};
    if (expr->kind == EXPR_PAREN) expr = expr->operand;
    if (expr->kind == EXPR_BINOP && expr->binop == BINOP_ASSIGN) {
        argument->optional = true;
        argument->value = expr->pair.right;
        expr = expr->pair.left;
    }
    if (expr->kind == EXPR_CHECK_TYPE) {
        argument->type = expr->typed.type;
        expr = expr->typed.operand;
    }
    if (expr->kind == EXPR_UNOP && expr->unop == AST_UNOP_SPREAD && !expr->postfix) {
        argument->rest = true;
        expr = expr->operand;
    }
    if (expr->kind == EXPR_THIS || expr->kind == EXPR_NULL || expr->kind == EXPR_TRUE || expr->kind == EXPR_FALSE ||
        expr->kind == EXPR_SUPER) {
        error_at(p, expr->start, expr->end, "syntax.arrow", "Invalid argument name");
        return false;
    }
    if (expr->kind != EXPR_IDENT) {
        unexpected(p);
        return false;
    }
    argument->name = (Ident){expr->ident, expr->start, expr->end};
    return true;
}

AstExpr *parse_arrow(Parser *p, u32 first, AstExpr *expr)
{
    AstArgument argument;
    if (!argument_of(p, expr, &argument)) return expr;
    AstFunction *function = NEW(p->arena, AstFunction);
    function->args.at = arena_copy(p->arena, &argument, sizeof argument);
    function->args.count = 1;
    return arrow_body(p, function, first, true);
}

/* At `(`: a parenthesis, (e : T), or the arguments of an arrow function, whose body is then read too. */
AstExpr *parse_parentheses(Parser *p, bool *is_arrow)
{
    u32 first = p->at, start = start_of(p);
    advance(p);
    *is_arrow = true;
    size_t mark = LIST_BEGIN(p);
    if (p->kind == TOKEN_PAREN_CLOSE || p->kind == TOKEN_QUESTION) {
        AstFunction *function = NEW(p->arena, AstFunction);
        arguments_from(p, mark, function);
        return arrow_body(p, function, first, false);
    }
    AstExpr *expr = parse_expr(p);
    AstArgument argument = {0};
    if (p->kind == TOKEN_COLON && !p->panic) {
        AstExpr *check = new_expr(p, EXPR_CHECK_TYPE, expr->start, 0);
        check->typed.operand = expr;
        check->typed.type = parse_type_hint(p);
        check->end = end_from(p, check->start);
        expr = check;
        if (p->kind == TOKEN_ASSIGN && !p->panic) {
            /* (a:T = value): only an argument can look like this */
            if (!argument_of(p, expr, &argument)) return expr;
            advance(p);
            argument.optional = true;
            argument.value = parse_expr(p);
            argument.end = end_from(p, argument.start);
        } else if (!p->panic && p->kind != TOKEN_PAREN_CLOSE && p->kind != TOKEN_COMMA) {
            unexpected(p);
        }
    }
    if (argument.name.name || (p->kind == TOKEN_COMMA && !p->panic)) {
        if (!argument.name.name && !argument_of(p, expr, &argument)) {
            recover_behind(p, TOKEN_PAREN_CLOSE);
            return expr;
        }
        AstFunction *function = NEW(p->arena, AstFunction);
        LIST_ADD(p, argument);
        if (p->kind != TOKEN_PAREN_CLOSE && !accept(p, TOKEN_COMMA)) unexpected(p);
        arguments_from(p, mark, function);
        return arrow_body(p, function, first, false);
    }
    *is_arrow = false;
    AstExpr *paren = new_expr(p, EXPR_PAREN, start, 0);
    paren->operand = expr;
    if (!p->panic && p->kind != TOKEN_PAREN_CLOSE) expected(p, ") or , or :");
    if (p->panic)
        recover_behind(p, TOKEN_PAREN_CLOSE);
    else
        advance(p);
    paren->end = end_from(p, paren->start);
    return paren;
}
