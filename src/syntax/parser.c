/* parser: tokens, errors, recovery and lists for the parts of the parser, and the entry point.
 *
 * The grammar itself is in parse_expr.c, parse_control.c, parse_function.c, parse_type.c, parse_field.c and parse_decl.c.
 */
#include "parser.h"

#include <stdlib.h>

/* ---- Tokens ------------------------------------------------------------------------------------------------------------------ */

void advance(Parser *p)
{
    if (p->kind == TOKEN_END) return;
    if (++p->at == p->lexer.count) lexer_next(&p->lexer);
    p->kind = (TokenKind)p->lexer.tokens[p->at].kind;
}

/* Makes token number `number` exist, or returns the number of the TOKEN_END before it. */
static u32 reach(Parser *p, u32 number)
{
    if (p->stopped) return p->at;
    while (number >= p->lexer.count) {
        if (p->lexer.tokens[p->lexer.count - 1].kind == TOKEN_END) return p->lexer.count - 1;
        lexer_next(&p->lexer);
    }
    return number;
}

TokenKind peek(Parser *p, u32 ahead)
{
    if (p->kind == TOKEN_END) return TOKEN_END;
    u32 token = reach(p, p->at + ahead); /* may move the tokens */
    return (TokenKind)p->lexer.tokens[token].kind;
}

bool accept(Parser *p, TokenKind kind)
{
    if (p->kind != kind || p->panic) return false;
    advance(p);
    return true;
}

bool begins_line(Parser *p, u32 token)
{
    if (token == 0) return true;
    const Token *before = &p->lexer.tokens[token - 1];
    u32 from = before->start + before->length, to = p->lexer.tokens[token].start;
    return memchr(p->text + from, '\n', to - from) != NULL;
}

bool is_word(const Parser *p, Name word)
{
    return p->kind == TOKEN_IDENT && name_here(p) == word;
}

bool is_identifier(const Parser *p)
{
    return p->kind == TOKEN_IDENT || p->kind == TOKEN_DOLLAR;
}

Ident take_identifier(Parser *p)
{
    Ident ident = {name_here(p), start_of(p), end_of(p)};
    advance(p);
    return ident;
}

bool is_lower(Name name)
{
    const char *at = name->text;
    while (*at == '_') at++;
    return (*at >= 'a' && *at <= 'z') || *at == '\0';
}

const char *text_here(Parser *p)
{
    const Token *token = current(p);
    if (token->kind == TOKEN_END) return "<end of file>";
    u32 length = MIN(token->length, 60u);
    return arena_printf(p->arena, "%.*s", (int)length, p->text + token->start);
}

/* ---- Errors ------------------------------------------------------------------------------------------------------------------ */

static void report(Parser *p, u32 start, u32 end, const char *code, const char *format, va_list arguments)
{
    p->has_errors = true;
    if (p->panic) return;
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *message = arena_alloc(p->arena, (size_t)length + 1);
    vsnprintf(message, (size_t)length + 1, format, arguments);
    diag_error(p->diags, (Span){p->file, start, end}, code, "%s", message);
}

void error_at(Parser *p, u32 start, u32 end, const char *code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(p, start, end, code, format, arguments);
    va_end(arguments);
    p->panic = true;
}

void report_at(Parser *p, u32 start, u32 end, const char *code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(p, start, end, code, format, arguments);
    va_end(arguments);
}

void unexpected(Parser *p)
{
    if (p->kind == TOKEN_ERROR) {
        p->has_errors = p->panic = true; /* the lexer reported it */
        return;
    }
    if (p->panic) return;
    error_at(p, start_of(p), end_of(p), "syntax.unexpected", "Unexpected %s", text_here(p));
}

void expected(Parser *p, const char *what)
{
    if (p->kind == TOKEN_ERROR) {
        p->has_errors = p->panic = true;
        return;
    }
    error_at(p, start_of(p), end_of(p), "syntax.expected", "Expected %s", what);
}

bool expect(Parser *p, TokenKind kind)
{
    if (p->panic) return false;
    if (accept(p, kind)) return true;
    expected(p, token_text(kind));
    return false;
}

bool require(Parser *p, TokenKind kind)
{
    if (p->panic) return false;
    if (accept(p, kind)) return true;
    unexpected(p);
    return false;
}

void semicolon(Parser *p)
{
    if (p->panic || accept(p, TOKEN_SEMICOLON) || last_kind(p) == TOKEN_BRACE_CLOSE) return;
    if (p->kind != TOKEN_ERROR && p->kind != TOKEN_END && begins_line(p, p->at)) {
        /* Most likely nothing else is wrong: go on as if it stood there. */
        report_at(p, start_of(p), end_of(p), "syntax.missing-semicolon", "Missing ;");
        return;
    }
    if (p->kind == TOKEN_ERROR) {
        unexpected(p);
        return;
    }
    error_at(p, start_of(p), end_of(p), "syntax.missing-semicolon", "Missing ;");
}

bool enter(Parser *p)
{
    if (p->panic) return false;
    if (p->depth < SYNTAX_MAX_DEPTH) {
        p->depth++;
        return true;
    }
    error_at(p, start_of(p), end_of(p), "syntax.nesting", "Nesting too deep");
    p->stopped = true;
    p->kind = TOKEN_END;
    return false;
}

/* ---- Recovery ---------------------------------------------------------------------------------------------------------------- */

/* How far a closing token is searched; also bounds the cost of many errors in each other. */
enum { SEARCH_LIMIT = 2000 };

static bool opens(TokenKind kind)
{
    return kind == TOKEN_PAREN_OPEN || kind == TOKEN_BRACKET_OPEN || kind == TOKEN_BRACE_OPEN || kind == TOKEN_FORMAT_OPEN ||
           kind == TOKEN_FORMAT_START;
}

static bool closes(TokenKind kind)
{
    return kind == TOKEN_PAREN_CLOSE || kind == TOKEN_BRACKET_CLOSE || kind == TOKEN_BRACE_CLOSE || kind == TOKEN_FORMAT_CLOSE ||
           kind == TOKEN_FORMAT_END;
}

/* Words that begin a declaration or a field and stand in no expression. */
static bool leaves_block(Parser *p, u32 token)
{
    TokenKind kind = (TokenKind)p->lexer.tokens[token].kind;
    if (kind == TOKEN_PUBLIC || kind == TOKEN_PRIVATE || kind == TOKEN_OVERRIDE) return true;
    if (!begins_line(p, token)) return false;
    if (kind == TOKEN_CLASS || kind == TOKEN_INTERFACE || kind == TOKEN_TYPEDEF || kind == TOKEN_ENUM || kind == TOKEN_IMPORT ||
        kind == TOKEN_USING || kind == TOKEN_PACKAGE || kind == TOKEN_EXTERN || kind == TOKEN_OVERLOAD)
        return true;
    if (kind != TOKEN_STATIC) return false;
    token = reach(p, token + 1);
    TokenKind next = (TokenKind)p->lexer.tokens[token].kind;
    return next != TOKEN_VAR && next != TOKEN_FINAL;
}

static void jump(Parser *p, u32 token)
{
    p->at = reach(p, token);
    p->kind = (TokenKind)p->lexer.tokens[p->at].kind;
}

bool recover_behind(Parser *p, TokenKind closing)
{
    if (p->stopped) return false;
    u32 depth = 0;
    for (u32 token = p->at; token < p->at + SEARCH_LIMIT; token++) {
        if (reach(p, token) != token) return false;
        TokenKind kind = (TokenKind)p->lexer.tokens[token].kind;
        if (kind == TOKEN_END || (kind == TOKEN_ERROR && reach(p, token + 1) == token + 1 && begins_line(p, token + 1))) return false;
        if (depth == 0) {
            if (kind == closing) {
                jump(p, token + 1);
                p->panic = false;
                return true;
            }
            if (kind == TOKEN_SEMICOLON || closes(kind) || leaves_block(p, token)) return false;
        }
        if (opens(kind)) depth++;
        if (closes(kind)) depth--;
    }
    return false;
}

static bool begins_statement(TokenKind kind)
{
    return kind == TOKEN_VAR || kind == TOKEN_FINAL || kind == TOKEN_IF || kind == TOKEN_FOR || kind == TOKEN_WHILE ||
           kind == TOKEN_DO || kind == TOKEN_SWITCH || kind == TOKEN_TRY || kind == TOKEN_RETURN || kind == TOKEN_BREAK ||
           kind == TOKEN_CONTINUE || kind == TOKEN_THROW;
}

bool recover_statement(Parser *p, u32 first, bool in_switch)
{
    if (p->stopped) return false;
    bool stays = p->kind == TOKEN_BRACE_CLOSE || p->kind == TOKEN_CASE || p->kind == TOKEN_DEFAULT || leaves_block(p, p->at);
    if (p->at == first && !stays) advance(p); /* progress in any case */
    u32 depth = 0, from = p->at;
    for (;; advance(p)) {
        if (p->kind == TOKEN_END) return false;
        if (leaves_block(p, p->at)) return false;
        /* Case by case an error, if the switch itself was not understood */
        if (depth == 0 && !in_switch && (p->kind == TOKEN_CASE || p->kind == TOKEN_DEFAULT)) return false;
        if (depth == 0) {
            if (p->kind == TOKEN_SEMICOLON) {
                advance(p);
                break;
            }
            bool begins = begins_statement(p->kind) || (in_switch && (p->kind == TOKEN_CASE || p->kind == TOKEN_DEFAULT));
            if (p->kind == TOKEN_BRACE_CLOSE) break;
            if (p->at > first && begins && begins_line(p, p->at)) break;
            bool behind = last_kind(p) == TOKEN_ERROR || last_kind(p) == TOKEN_BRACE_CLOSE;
            if (p->at > from && behind && begins_line(p, p->at)) break;
        }
        if (opens(p->kind)) depth++;
        if (closes(p->kind) && depth > 0) depth--;
    }
    p->panic = false;
    return true;
}

bool recover_field(Parser *p)
{
    if (p->stopped) return false;
    u32 depth = 0;
    for (u32 first = p->at;; advance(p)) {
        if (p->kind == TOKEN_END) return false;
        bool begins = begins_line(p, p->at);
        /* A modifier that no expression begins with is believed whatever is open; other words only where nothing is. */
        if (p->kind == TOKEN_PUBLIC || p->kind == TOKEN_PRIVATE || p->kind == TOKEN_OVERRIDE) break;
        if (depth == 0 && begins_field(p->kind) && (begins || last_kind(p) == TOKEN_SEMICOLON || last_kind(p) == TOKEN_BRACE_CLOSE)) {
            if (p->kind != TOKEN_FINAL || p->at > first) break;
        }
        if (depth == 0 && p->kind == TOKEN_BRACE_CLOSE) break;
        if (begins && (p->kind == TOKEN_CLASS || p->kind == TOKEN_INTERFACE || p->kind == TOKEN_TYPEDEF || p->kind == TOKEN_ENUM ||
                       p->kind == TOKEN_IMPORT || p->kind == TOKEN_USING)) {
            p->panic = false;
            return false;
        }
        if (opens(p->kind)) depth++;
        if (closes(p->kind) && depth > 0) depth--;
    }
    p->panic = false;
    return true;
}

/* The token behind the metadata that begins at token `at`, as far as it is well-formed. */
static u32 metadata_end(Parser *p, u32 at)
{
    u32 depth = 0, token = at + 1;
    for (; reach(p, token) == token; token++) {
        TokenKind kind = (TokenKind)p->lexer.tokens[token].kind;
        const Token *before = &p->lexer.tokens[token - 1];
        bool touches = before->start + before->length == p->lexer.tokens[token].start;
        if (depth == 0 && (!touches || closes((TokenKind)before->kind))) break;
        if (opens(kind)) depth++;
        if (closes(kind)) {
            if (depth == 0) break;
            depth--;
        }
    }
    return token;
}

/* A declaration of a type, perhaps with metadata and modifiers before its keyword. Module-level fields do not count: after a `}` too many the fields
 * of a type look like them. */
static bool begins_type(Parser *p, u32 token)
{
    for (;; token++) {
        if (reach(p, token) != token) return false;
        switch ((TokenKind)p->lexer.tokens[token].kind) {
        case TOKEN_AT: token = metadata_end(p, token) - 1; break;
        case TOKEN_CLASS:
        case TOKEN_INTERFACE:
        case TOKEN_TYPEDEF:
        case TOKEN_ENUM:
        case TOKEN_IMPORT:
        case TOKEN_USING: return true;
        case TOKEN_ABSTRACT: {
            u32 next = reach(p, token + 1);
            TokenKind kind = (TokenKind)p->lexer.tokens[next].kind;
            if (kind == TOKEN_IDENT || kind == TOKEN_CLASS) return true;
            break;
        }
        case TOKEN_PRIVATE:
        case TOKEN_PUBLIC:
        case TOKEN_EXTERN:
        case TOKEN_FINAL:
        case TOKEN_INLINE:
        case TOKEN_STATIC:
        case TOKEN_DYNAMIC: break;
        default: return false;
        }
    }
}

void recover_declaration(Parser *p)
{
    u32 depth = 0;
    for (; p->kind != TOKEN_END; advance(p)) {
        bool begins = begins_line(p, p->at) || last_kind(p) == TOKEN_BRACE_CLOSE || last_kind(p) == TOKEN_SEMICOLON;
        if (begins && begins_type(p, p->at)) break;
        if (opens(p->kind)) depth++;
        if (closes(p->kind) && depth > 0) depth--;
    }
    p->panic = false;
}

/* ---- Lists -------------------------------------------------------------------------------------------------------------------- */

void scratch_add(Parser *p, const void *item, size_t bytes)
{
    if (p->scratch.used + bytes > p->scratch.capacity) {
        size_t wanted = MAX(p->scratch.capacity * 2, p->scratch.used + bytes + 4096);
        p->scratch.at = base_realloc(p->scratch.at, p->scratch.capacity, wanted);
        p->scratch.capacity = wanted;
    }
    memcpy(p->scratch.at + p->scratch.used, item, bytes);
    p->scratch.used += bytes;
}

void *scratch_take(Parser *p, size_t mark, size_t item_bytes, u32 *count)
{
    size_t bytes = p->scratch.used - mark;
    p->scratch.used = mark;
    *count = (u32)(bytes / item_bytes);
    return bytes ? arena_copy(p->arena, p->scratch.at + mark, bytes) : NULL;
}

/* ---- Entry ------------------------------------------------------------------------------------------------------------------- */

AstFile *syntax_parse(Names *names, Diags *diags, const SourceFile *file, const Map *defines, Arena *arena)
{
    AstFile *ast = NEW(arena, AstFile);
    ast->arena = arena;
    ast->file = file->id;
    Parser *p = base_alloc(sizeof(Parser));
    lexer_init(&p->lexer, names, diags, file, defines);
    p->names = names;
    p->diags = diags;
    p->arena = arena;
    p->text = file->text;
    p->file = file->id;
    p->word.is = name_lit(names, "is");
    p->word.to = name_lit(names, "to");
    p->word.from = name_lit(names, "from");
    p->word.as = name_lit(names, "as");
    p->word.super = name_lit(names, "super");
    p->word.this_ = name_lit(names, "this");
    p->word.null = name_lit(names, "null");
    p->word.true_ = name_lit(names, "true");
    p->word.false_ = name_lit(names, "false");
    p->word.empty = name_lit(names, "");

    lexer_next(&p->lexer);
    p->kind = (TokenKind)p->lexer.tokens[0].kind;
    parse_file(p, ast);

    ast->has_errors = p->has_errors || p->lexer.failed;
    ast->token_count = p->lexer.count;
    ast->tokens = arena_copy(arena, p->lexer.tokens, p->lexer.count * sizeof(Token));
    lexer_release(&p->lexer);
    free(p->scratch.at);
    vec_free(&p->pending);
    vec_free(&p->statics);
    free(p);
    return ast;
}
