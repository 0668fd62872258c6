/* kinds: texts and properties of tokens, nodes and operators, from the lists in tokens.def and nodes.def. */
#include "syntax.h"

const char *token_text(TokenKind kind)
{
    static const char *const texts[] = {
#define TOKEN(name, description) [TOKEN_##name] = description,
#define KEYWORD(name, text) [TOKEN_##name] = text,
#define PUNCT(name, text) [TOKEN_##name] = text,
#include "tokens.def"
    };
    return texts[kind];
}

const char *token_kind_name(TokenKind kind)
{
    static const char *const names[] = {
#define TOKEN(name, description) [TOKEN_##name] = #name,
#define KEYWORD(name, text) [TOKEN_##name] = #name,
#define PUNCT(name, text) [TOKEN_##name] = #name,
#include "tokens.def"
    };
    return names[kind];
}

const char *expr_kind_name(AstExprKind kind)
{
    static const char *const names[] = {
#define EXPR(name, member) [EXPR_##name] = #name,
#include "nodes.def"
    };
    return names[kind];
}

const char *type_kind_name(AstTypeKind kind)
{
    static const char *const names[] = {
#define TYPE(name) [AST_TYPE_##name] = #name,
#include "nodes.def"
    };
    return names[kind];
}

const char *decl_kind_name(AstDeclKind kind)
{
    static const char *const names[] = {
#define DECL(name) [AST_DECL_##name] = #name,
#include "nodes.def"
    };
    return names[kind];
}

const char *unop_text(AstUnop op)
{
    static const char *const texts[] = {
#define UNOP(name, text) [AST_UNOP_##name] = text,
#include "nodes.def"
    };
    return texts[op];
}

const char *binop_text(AstBinop op)
{
    static const char *const texts[] = {
#define BINOP(name, text, level) [BINOP_##name] = text,
#define ASSIGN_OP(name, text, base) [BINOP_##name] = text,
#include "nodes.def"
    };
    return texts[op];
}

int binop_level(AstBinop op)
{
    static const u8 levels[] = {
#define BINOP(name, text, level) [BINOP_##name] = level,
#define ASSIGN_OP(name, text, base) [BINOP_##name] = 12,
#include "nodes.def"
    };
    return levels[op];
}

bool binop_is_assign(AstBinop op)
{
    return op >= BINOP_ASSIGN;
}

AstBinop binop_base(AstBinop op)
{
    static const u8 bases[] = {
#define BINOP(name, text, level) [BINOP_##name] = BINOP_##name,
#define ASSIGN_OP(name, text, base) [BINOP_##name] = BINOP_##base,
#include "nodes.def"
    };
    return (AstBinop)bases[op];
}
