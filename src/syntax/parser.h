/* parser: what the parts of the parser share. Private to syntax/.
 *
 * How errors work. The first error of a construct is reported and sets `panic`; from then on nothing is reported and nothing more is
 * expected, every function returns at once with what it has, until one that knows where to go on (the end of a parenthesis, the next
 * statement, field or declaration) has skipped to there and clears it. So one mistake gives one message, and the next one is found too.
 * Rules that follow from it: a loop ends when panic is set; a function that may be called during panic takes no token.
 *
 * Lists are collected on a stack of bytes and copied to the arena when complete: LIST_BEGIN, LIST_ADD …, LIST_END nest properly.
 */
#ifndef MOLT_SYNTAX_PARSER_H
#define MOLT_SYNTAX_PARSER_H

#include "lexer.h"

typedef struct Parser {
    Lexer lexer;
    Names *names;
    Diags *diags;
    Arena *arena;
    const char *text;
    u32 file;
    u32 at;         /* number of the current token */
    TokenKind kind; /* and its kind */
    bool panic;
    bool has_errors;
    bool stopped;  /* nested too deep: the rest of the file is not read, the current token is TOKEN_END for ever */
    bool closed;   /* the expression just parsed takes no operator behind it: a block, an if, … */
    u32 depth;     /* of expressions, types and declarations in each other */
    u32 levels;    /* strings whose code is being parsed */
    u32 macros;     /* `macro` expressions being parsed */
    u32 structures; /* structure types being parsed */
    struct {
        u8 *at;
        size_t used, capacity;
    } scratch;
    VEC(AstFunction *) pending; /* complete local functions whose enclosing function or field is not complete yet */
    VEC(AstField *) statics;    /* static local variables of the field that is not complete yet */
    struct {
        Name is, to, from, as, super, this_, null, true_, false_, empty;
    } word;
} Parser;

/* ---- Tokens ------------------------------------------------------------------------------------------------------------------ */

static inline const Token *current(const Parser *p)
{
    return &p->lexer.tokens[p->at];
}
static inline u32 start_of(const Parser *p)
{
    return p->lexer.tokens[p->at].start;
}
static inline u32 end_of(const Parser *p)
{
    return p->lexer.tokens[p->at].start + p->lexer.tokens[p->at].length;
}
/* The end of the token before the current one. */
static inline u32 last_end(const Parser *p)
{
    return p->at ? p->lexer.tokens[p->at - 1].start + p->lexer.tokens[p->at - 1].length : 0;
}
static inline TokenKind last_kind(const Parser *p)
{
    return p->at ? (TokenKind)p->lexer.tokens[p->at - 1].kind : TOKEN_END;
}
/* Where a node ends that begins at `start` and whose last token was taken; it is empty if an error left it without any. */
static inline u32 end_from(const Parser *p, u32 start)
{
    return MAX(last_end(p), start);
}
static inline Name name_here(const Parser *p)
{
    return p->lexer.token_names[p->at];
}
static inline bool touches_last(const Parser *p)
{
    return last_end(p) == start_of(p);
}
void advance(Parser *p);
TokenKind peek(Parser *p, u32 ahead);              /* the kind `ahead` tokens behind the current one */
bool accept(Parser *p, TokenKind kind);            /* takes the current token if it is of that kind */
bool begins_line(Parser *p, u32 token);            /* nothing but white space and comments before it on its line */
bool is_word(const Parser *p, Name word);          /* an identifier of that name */
bool is_identifier(const Parser *p);               /* IDENT or DOLLAR */
Ident take_identifier(Parser *p);                  /* the current token as a name, whatever its kind */
bool is_lower(Name name);                          /* begins with a small letter, underscores aside, or has nothing else: no type's name */
const char *text_here(Parser *p);                  /* the current token's text, for messages; in the arena */

/* ---- Errors and recovery ------------------------------------------------------------------------------------------------------ */

void error_at(Parser *p, u32 start, u32 end, const char *code, const char *format, ...) PRINTF_LIKE(5, 6); /* and panic */
void report_at(Parser *p, u32 start, u32 end, const char *code, const char *format, ...) PRINTF_LIKE(5, 6); /* parsing goes on */
void unexpected(Parser *p);                        /* "Unexpected TOKEN" */
void expected(Parser *p, const char *what);        /* "Expected WHAT" at the current token */
bool expect(Parser *p, TokenKind kind);            /* takes it or reports "Expected KIND" */
bool require(Parser *p, TokenKind kind);           /* takes it or reports "Unexpected TOKEN" */
void semicolon(Parser *p);                         /* takes the `;`, which is optional behind a `}` */
/* During panic: skips behind the closing token of the bracket that is open; false, and nothing is skipped, if it is not found soon. */
bool recover_behind(Parser *p, TokenKind closing);
/* During panic: skips to where a statement may begin or its block may end; false if the block is left by it, still in panic. */
bool recover_statement(Parser *p, u32 first, bool in_switch);
bool recover_field(Parser *p);                     /* to a field or the type's `}`; false: to a declaration or the end of the file */
void recover_declaration(Parser *p);
bool enter(Parser *p);                             /* one level deeper; false: too deep, reported. Paired with leave() when true */
static inline void leave(Parser *p)
{
    p->depth--;
}

/* ---- Lists -------------------------------------------------------------------------------------------------------------------- */

void scratch_add(Parser *p, const void *item, size_t bytes);
void *scratch_take(Parser *p, size_t mark, size_t item_bytes, u32 *count);
#define LIST_BEGIN(p) ((p)->scratch.used)
#define LIST_ADD(p, ...)                            \
    do {                                            \
        __typeof__(__VA_ARGS__) item_ = __VA_ARGS__; \
        scratch_add((p), &item_, sizeof item_);     \
    } while (0)
#define LIST_END(p, mark, list) ((list)->at = scratch_take((p), (mark), sizeof *(list)->at, &(list)->count))

/* ---- Expressions --------------------------------------------------------------------------------------------------------------- */

bool can_begin_expr(TokenKind kind);
AstExpr *new_expr(Parser *p, AstExprKind kind, u32 start, u32 end);
AstExpr *error_expr(Parser *p);                       /* an ERROR at the current place */
AstExpr *parse_expr(Parser *p);                       /* or "Unexpected TOKEN" */
AstExpr *expect_expr(Parser *p);                      /* or "Expected expression" */
AstExpr *continue_expr(Parser *p, AstExpr *primary, u32 first); /* operators behind a primary that began with token `first` */
AstExpr *ident_expr(Parser *p, Name name, u32 start, u32 end); /* this, null, true, … included */
AstExpr *parse_literal(Parser *p);                    /* numbers, strings, regular expressions */
void make_float(Parser *p, AstExpr *integer);         /* an INT whose dot was taken */
AstExpr *parse_array(Parser *p);
AstExpr *parse_braces(Parser *p);                     /* a block or an object */
AstExpr *parse_block_element(Parser *p);
AstExpr *parse_case_body(Parser *p);                  /* NULL: empty */
AstExpr *parse_keyword_expr(Parser *p);               /* if, for, while, do, switch, try, return, … */
AstExpr *parse_vars(Parser *p, bool several);         /* var, final */
void parse_expr_list(Parser *p, TokenKind closing, AstExprList *list); /* up to the closing token, which is taken */

/* ---- Functions ----------------------------------------------------------------------------------------------------------------- */

void parse_arguments(Parser *p, AstFunction *function); /* behind the `(`, takes the `)` */
AstExpr *parse_function(Parser *p, u32 first, bool is_inline); /* at `function` */
AstExpr *parse_arrow(Parser *p, u32 first, AstExpr *argument); /* at `->` behind one argument without or within parentheses */
AstExpr *parse_parentheses(Parser *p, bool *is_arrow);
/* Completes a function whose tokens end before the current one: finds its local functions, hashes it, and leaves it pending. */
void finish_function(Parser *p, AstFunction *function, u32 first, TokenRange body);
/* The same for a field: its local functions are those pending from `base` on. */
void finish_field(Parser *p, AstField *field, u32 first, u32 base, TokenRange body);
/* Reports modifiers of a field, among the tokens from `first` on, that say what another said before, or the contrary. */
void check_repeated_modifiers(Parser *p, u32 first);
/* A static local variable as a static variable; it is named when the field around it is complete. */
void finish_static_local(Parser *p, AstVarDecl *var, u32 first, TokenRange body);

/* ---- Types, declarations, fields --------------------------------------------------------------------------------------------- */

AstType *error_type(Parser *p);
AstType *parse_type(Parser *p);
AstType *parse_type_hint(Parser *p);                  /* `: T`, NULL if there is none */
void parse_type_path(Parser *p, AstTypePath *path);
void parse_type_params(Parser *p, AstTypeParamList *params);
Ident parse_type_name(Parser *p);
void parse_metas(Parser *p, AstMetaList *list);
bool parse_meta(Parser *p, AstMeta *meta);
bool begins_field(TokenKind kind);
AstField *parse_field(Parser *p, bool in_structure);  /* may be NULL */
/* Fields up to the `}`, which is taken. */
void parse_fields(Parser *p, bool in_structure, AstFieldList *fields);
void parse_var_field(Parser *p, AstField *field, TokenRange *body);
void parse_function_field(Parser *p, AstField *field, TokenRange *body);
/* At class or interface, its metadata and modifiers being in `decl` already. */
AstDecl *parse_class(Parser *p, AstDecl *decl, bool need_name);
void parse_file(Parser *p, AstFile *ast);

/* ---- Hashes ------------------------------------------------------------------------------------------------------------------- */

/* The order matters; parts are hashes of tokens or of what consists of tokens. */
static inline u64 hash_add(u64 hash, u64 part)
{
    hash = (hash ^ part) * 0x9FB21C651E98DF25u;
    return hash ^ hash >> 32;
}
u64 hash_tokens(const Parser *p, u64 hash, u32 first, u32 end);

#endif
