/* parse_type: types in all their notations, type paths, type parameters.
 *
 * `A -> B -> C` takes A and B; so does `(a:A, b:B) -> C`, the newer notation, whose result is a single type without a further arrow.
 * `A & B -> C` is A & (B -> C), as for the official compiler.
 */
#include "parser.h"

static AstType *new_type(Parser *p, AstTypeKind kind, u32 start)
{
    AstType *type = NEW(p->arena, AstType);
    type->kind = kind;
    type->start = start;
    type->end = start;
    return type;
}

AstType *error_type(Parser *p)
{
    return new_type(p, AST_TYPE_ERROR, start_of(p));
}

/* ---- Paths ------------------------------------------------------------------------------------------------------------------- */

static AstTypeArg type_arg(Parser *p)
{
    switch (p->kind) {
    case TOKEN_PAREN_OPEN:
    case TOKEN_BRACE_OPEN:
    case TOKEN_QUESTION:
    case TOKEN_ELLIPSIS:
    case TOKEN_IDENT:
    case TOKEN_DOLLAR: return (AstTypeArg){.type = parse_type(p)};
    case TOKEN_BRACKET_OPEN: return (AstTypeArg){.expr = parse_array(p)};
    case TOKEN_INT:
    case TOKEN_FLOAT:
    case TOKEN_STRING:
    case TOKEN_STRING_SINGLE:
    case TOKEN_FORMAT_START:
    case TOKEN_REGEXP: return (AstTypeArg){.expr = parse_literal(p)};
    case TOKEN_TRUE:
    case TOKEN_FALSE: {
        AstExpr *expr = new_expr(p, p->kind == TOKEN_TRUE ? EXPR_TRUE : EXPR_FALSE, start_of(p), end_of(p));
        advance(p);
        return (AstTypeArg){.expr = expr};
    }
    case TOKEN_SUB: {
        u32 start = start_of(p);
        TokenKind next = peek(p, 1);
        if (next != TOKEN_INT && next != TOKEN_FLOAT) break;
        advance(p);
        AstExpr *expr = parse_literal(p);
        expr->negative = true;
        expr->start = start;
        return (AstTypeArg){.expr = expr};
    }
    default: break;
    }
    return (AstTypeArg){.expr = parse_expr(p)};
}

/* pack.age.Name.Sub<…>, from the identifier on. */
void parse_type_path(Parser *p, AstTypePath *path)
{
    path->start = start_of(p);
    path->end = path->start;
    if (p->panic) return;
    size_t mark = LIST_BEGIN(p);
    bool in_package = false;
    for (;;) {
        bool name = is_identifier(p) ||
                    (in_package && (p->kind == TOKEN_MACRO || p->kind == TOKEN_EXTERN || p->kind == TOKEN_FUNCTION));
        if (!name) {
            unexpected(p);
            break;
        }
        path->name = take_identifier(p);
        path->end = end_from(p, path->start);
        if (!is_lower(path->name.name)) break;
        if (p->kind == TOKEN_DOT) {
            LIST_ADD(p, path->name);
            in_package = true;
            advance(p);
            continue;
        }
        if (p->kind == TOKEN_SEMICOLON)
            error_at(p, path->name.start, path->name.end, "syntax.type-name", "Type name should start with an uppercase letter");
        else
            unexpected(p);
        break;
    }
    LIST_END(p, mark, &path->package);
    if (p->panic) return;
    if (accept(p, TOKEN_DOT)) {
        if (p->kind == TOKEN_IDENT && !is_lower(name_here(p))) {
            path->sub = take_identifier(p);
        } else {
            unexpected(p);
        }
    }
    if (accept(p, TOKEN_LT)) {
        mark = LIST_BEGIN(p);
        do LIST_ADD(p, type_arg(p));
        while (accept(p, TOKEN_COMMA));
        LIST_END(p, mark, &path->args);
        expect(p, TOKEN_GT);
    }
    path->end = end_from(p, path->start);
}

/* ---- Structures -------------------------------------------------------------------------------------------------------------- */

/* name:T, ?name:T */
static AstField *short_field(Parser *p)
{
    AstField *field = NEW(p->arena, AstField);
    u32 first = p->at, base = p->pending.count;
    field->kind = AST_FIELD_VAR;
    field->start = start_of(p);
    field->optional = accept(p, TOKEN_QUESTION);
    if (is_identifier(p)) {
        field->name = take_identifier(p);
    } else {
        unexpected(p);
    }
    field->type = parse_type_hint(p);
    if (!field->type) {
        unexpected(p);
        field->type = error_type(p);
    }
    field->end = end_from(p, field->start);
    finish_field(p, field, first, base, (TokenRange){p->at, p->at});
    return field;
}

static AstType *anonymous(Parser *p)
{
    AstType *type = new_type(p, AST_TYPE_ANONYMOUS, start_of(p));
    p->structures++;
    advance(p);
    size_t mark = LIST_BEGIN(p);
    while (accept(p, TOKEN_GT)) {
        AstTypePath base = {0};
        if (!is_identifier(p)) expected(p, "}");
        parse_type_path(p, &base);
        expect(p, TOKEN_COMMA);
        LIST_ADD(p, base);
    }
    LIST_END(p, mark, &type->anonymous.bases);
    if (is_identifier(p) || p->kind == TOKEN_QUESTION) {
        mark = LIST_BEGIN(p);
        while (p->kind != TOKEN_BRACE_CLOSE && !p->panic) {
            LIST_ADD(p, short_field(p));
            if (p->kind != TOKEN_BRACE_CLOSE && !accept(p, TOKEN_COMMA)) expected(p, ", or }");
        }
        LIST_END(p, mark, &type->anonymous.fields);
        if (p->panic)
            recover_behind(p, TOKEN_BRACE_CLOSE);
        else
            advance(p);
    } else if (p->panic) {
        recover_behind(p, TOKEN_BRACE_CLOSE);
    } else {
        parse_fields(p, true, &type->anonymous.fields);
    }
    p->structures--;
    type->end = end_from(p, type->start);
    return type;
}

/* ---- Functions and operators ----------------------------------------------------------------------------------------------- */

static AstFunctionTypeArg arg_of_type(AstType *type)
{
    AstFunctionTypeArg arg = {.start = type->start, .end = type->end};
    AstType *inner = type->kind == AST_TYPE_PAREN ? type->inner : type;
    if (inner->kind == AST_TYPE_OPTIONAL) {
        arg.optional = true;
        type = inner->inner;
    } else if (inner->kind == AST_TYPE_REST) {
        arg.rest = true;
        type = inner->inner;
    }
    arg.type = type;
    return arg;
}

/* An argument between parentheses: T, ?T, ...T, name:T, ?name:T, ...name:T */
static AstFunctionTypeArg function_type_arg(Parser *p)
{
    bool prefixed = p->kind == TOKEN_QUESTION || p->kind == TOKEN_ELLIPSIS;
    TokenKind name = prefixed ? peek(p, 1) : p->kind;
    if ((name != TOKEN_IDENT && name != TOKEN_DOLLAR) || peek(p, prefixed ? 2 : 1) != TOKEN_COLON) return arg_of_type(parse_type(p));
    AstFunctionTypeArg arg = {.start = start_of(p), .optional = p->kind == TOKEN_QUESTION, .rest = p->kind == TOKEN_ELLIPSIS};
    if (prefixed) advance(p);
    arg.name = take_identifier(p);
    arg.type = parse_type_hint(p);
    arg.end = end_from(p, arg.start);
    return arg;
}

/* A type without an arrow or `&` behind it. */
static AstType *simple_type(Parser *p)
{
    AstType *type;
    if (!enter(p)) return error_type(p);
    switch (p->kind) {
    case TOKEN_PAREN_OPEN:
        type = new_type(p, AST_TYPE_PAREN, start_of(p));
        advance(p);
        type->inner = parse_type(p);
        if (!require(p, TOKEN_PAREN_CLOSE)) recover_behind(p, TOKEN_PAREN_CLOSE);
        break;
    case TOKEN_BRACE_OPEN: type = anonymous(p); break;
    case TOKEN_QUESTION:
    case TOKEN_ELLIPSIS:
        type = new_type(p, p->kind == TOKEN_QUESTION ? AST_TYPE_OPTIONAL : AST_TYPE_REST, start_of(p));
        advance(p);
        type->inner = simple_type(p);
        break;
    default:
        type = new_type(p, AST_TYPE_PATH, start_of(p));
        parse_type_path(p, &type->path);
        if (!type->path.name.name) type->kind = AST_TYPE_ERROR;
        break;
    }
    type->end = MAX(last_end(p), type->start);
    leave(p);
    return type;
}

/* What stands left of an arrow or `&`. With `(`: a type in parentheses, or the arguments of a function type, which is then read to its
 * end; *complete says so. */
static AstType *operand(Parser *p, bool *complete)
{
    *complete = false;
    if (p->kind != TOKEN_PAREN_OPEN) return simple_type(p);
    if (!enter(p)) return error_type(p);
    u32 start = start_of(p);
    advance(p);
    size_t mark = LIST_BEGIN(p);
    AstType *type = new_type(p, AST_TYPE_FUNCTION, start);
    while (p->kind != TOKEN_PAREN_CLOSE && !p->panic) {
        LIST_ADD(p, function_type_arg(p));
        if (p->kind != TOKEN_PAREN_CLOSE && !accept(p, TOKEN_COMMA)) unexpected(p);
    }
    LIST_END(p, mark, &type->function.args);
    bool trailing_comma = last_kind(p) == TOKEN_COMMA;
    if (p->panic)
        recover_behind(p, TOKEN_PAREN_CLOSE);
    else
        advance(p);
    leave(p);
    if (type->function.args.count == 1 && !trailing_comma) {
        AstFunctionTypeArg arg = type->function.args.at[0];
        if (!arg.name.name || arg.optional) {
            /* One type in parentheses, or `(?a:A) -> …`, which the official compiler reads as the older notation as well. */
            AstType *paren = new_type(p, AST_TYPE_PAREN, start);
            paren->inner = arg.type;
            if (arg.optional || arg.rest) {
                paren->inner = new_type(p, arg.optional ? AST_TYPE_OPTIONAL : AST_TYPE_REST, arg.start);
                paren->inner->inner = arg.type;
                paren->inner->end = arg.end;
            }
            paren->end = end_from(p, paren->start);
            if (!arg.name.name || p->kind != TOKEN_ARROW) return paren;
            type->function.result = NULL; /* join_types takes it apart again */
            return type;
        }
    }
    *complete = true;
    type->function.result = require(p, TOKEN_ARROW) ? simple_type(p) : error_type(p);
    type->end = end_from(p, type->start);
    return type;
}

/* An operand and whether `&` (else `->`) stands behind it. */
typedef struct TypeOperand {
    AstType *type;
    bool and;
} TypeOperand;

/* The operands from `first` to `last`, all with the same operator behind them, and then `rest`. */
static AstType *join_types(Parser *p, const TypeOperand *operands, u32 first, u32 last, AstType *rest)
{
    bool and = operands[first].and;
    AstType *joined = new_type(p, and ? AST_TYPE_INTERSECTION : AST_TYPE_FUNCTION, operands[first].type->start);
    joined->end = rest->end;
    size_t mark = LIST_BEGIN(p);
    if (and) {
        for (u32 i = first; i <= last; i++) LIST_ADD(p, operands[i].type);
        LIST_ADD(p, rest);
        LIST_END(p, mark, &joined->parts);
        return joined;
    }
    for (u32 i = first; i <= last; i++) {
        AstType *type = operands[i].type;
        /* A function without a result yet is `(?a:A)` before its arrow. */
        bool named = type->kind == AST_TYPE_FUNCTION && !type->function.result;
        AstFunctionTypeArg arg = named ? type->function.args.at[0] : arg_of_type(type);
        LIST_ADD(p, arg);
    }
    joined->function.result = rest;
    if (rest->kind == AST_TYPE_FUNCTION) {
        /* A -> (b:B) -> C takes both */
        for (u32 i = 0; i < rest->function.args.count; i++) LIST_ADD(p, rest->function.args.at[i]);
        joined->function.result = rest->function.result;
    }
    LIST_END(p, mark, &joined->function.args);
    return joined;
}

AstType *parse_type(Parser *p)
{
    if (p->panic || !enter(p)) return error_type(p);
    size_t mark = LIST_BEGIN(p);
    AstType *type;
    for (;;) {
        bool complete;
        type = operand(p, &complete);
        if (complete || p->panic || (p->kind != TOKEN_ARROW && p->kind != TOKEN_AND)) break;
        LIST_ADD(p, (TypeOperand){type, p->kind == TOKEN_AND});
        advance(p);
    }
    LIST(TypeOperand) operands;
    LIST_END(p, mark, &operands);
    for (u32 end = operands.count; end > 0;) {
        u32 first = end - 1;
        while (first > 0 && operands.at[first - 1].and == operands.at[end - 1].and) first--;
        type = join_types(p, operands.at, first, end - 1, type);
        end = first;
    }
    leave(p);
    return type;
}

AstType *parse_type_hint(Parser *p)
{
    return accept(p, TOKEN_COLON) ? parse_type(p) : NULL;
}

/* ---- Names and parameters -------------------------------------------------------------------------------------------------- */

Ident parse_type_name(Parser *p)
{
    if (p->panic || !is_identifier(p)) {
        unexpected(p);
        return (Ident){NULL, start_of(p), start_of(p)};
    }
    Ident name = take_identifier(p);
    if (is_lower(name.name))
        report_at(p, name.start, name.end, "syntax.type-name", "Type name should start with an uppercase letter");
    return name;
}

/* <T, @meta U:Constraint = Default>, nothing if there is no `<`. */
void parse_type_params(Parser *p, AstTypeParamList *params)
{
    if (!accept(p, TOKEN_LT)) return;
    size_t mark = LIST_BEGIN(p);
    do {
        AstTypeParam param = {.start = start_of(p)};
        parse_metas(p, &param.meta);
        if (!is_identifier(p) && !p->panic && LIST_BEGIN(p) == mark) {
            if (p->kind == TOKEN_GT && !param.meta.count) {
                report_at(p, start_of(p), end_of(p), "syntax.expected", "Expected type parameter");
            } else {
                expected(p, param.meta.count ? "type name" : "type parameter");
            }
            break;
        }
        param.name = parse_type_name(p);
        if (accept(p, TOKEN_COLON)) param.constraint = parse_type(p);
        if (accept(p, TOKEN_ASSIGN)) param.default_type = parse_type(p);
        param.end = end_from(p, param.start);
        LIST_ADD(p, param);
    } while (accept(p, TOKEN_COMMA));
    LIST_END(p, mark, params);
    require(p, TOKEN_GT);
}
