/* lexer: tokens on demand. Private to syntax/.
 *
 * Contract: each lexer_next appends one token that survives conditional compilation; after TOKEN_END none must be asked for. Errors are
 * reported at once; where a token could not be read a TOKEN_ERROR stands, so that the parser does not complain a second time.
 * The parser never looks further ahead than it must: at a `<` that begins an expression lexer_markup reads the text anew as markup,
 * which is possible as long as nothing behind the `<` was read.
 */
#ifndef MOLT_SYNTAX_LEXER_H
#define MOLT_SYNTAX_LEXER_H

#include "syntax.h"

/* An #if whose #end was not met yet. */
typedef struct Conditional {
    u32 start, end; /* of the last of its words: #if, #elseif, #else */
    bool taken;     /* one of its parts was chosen */
} Conditional;

/* A string with interpolation that is being read. */
typedef struct Format {
    u32 start;
    bool in_code; /* between ${ and } */
    u32 braces;   /* { that are open within the code */
} Format;

/* Words met before, by hash: saves most look-ups in the table of names, and tells keywords. */
typedef struct Word {
    u64 hash;
    Name name;
    TokenKind kind;
} Word;
enum { WORD_CACHE = 1024 };

typedef struct Lexer {
    Names *names;
    Diags *diags;
    const Map *defines;
    u32 file;
    const char *text; /* NUL-terminated */
    u32 length;
    u32 at; /* next byte to read */
    VEC(Conditional) conditionals;
    VEC(Format) formats;
    bool ended;  /* what is left open at the end of the file was reported */
    bool failed; /* an error was reported */
    u32 invalid; /* invalid characters met */
    /* The tokens, and beside each its hash and its name (words and $words). */
    u32 count, capacity;
    Token *tokens;
    u64 *hashes;
    Name *token_names;
    Word words[WORD_CACHE];
} Lexer;

void lexer_init(Lexer *lexer, Names *names, Diags *diags, const SourceFile *file, const Map *defines);
void lexer_release(Lexer *lexer);
void lexer_next(Lexer *lexer);
/* Turns the last token, a `<`, into a MARKUP that reaches to its closing tag; an error leaves TOKEN_ERROR. */
void lexer_markup(Lexer *lexer);

/* ---- Shared by the parts of the lexer ---------------------------------------------------------------------------------------- */

extern const u8 lexer_classes[256];
enum { CLASS_SPACE = 1, CLASS_LETTER = 2, CLASS_DIGIT = 4, CLASS_HEX = 8 }; /* bits; LETTER includes `_` */
#define IS_CLASS(c, class) (lexer_classes[(u8)(c)] & (class))

void lexer_add(Lexer *lexer, TokenKind kind, u32 start, Name name, u64 hash);
void lexer_add_text(Lexer *lexer, TokenKind kind, u32 start); /* hashed by its text */
/* At one place, as the official compiler reports what it cannot read. */
void lexer_error(Lexer *lexer, u32 at, const char *code, const char *message);
void lexer_error_span(Lexer *lexer, u32 start, u32 end, const char *code, const char *message);
void lexer_invalid_character(Lexer *lexer); /* reports and skips the character */
u32 lexer_line_end(const Lexer *lexer, u32 at);
/* Behind the comment whose `/` is at `at`; an unclosed one is reported and ends the file. */
u32 lexer_skip_comment(Lexer *lexer, u32 at);

void lexer_double_quoted(Lexer *lexer);
void lexer_single_quoted(Lexer *lexer);
void lexer_format_next(Lexer *lexer); /* the next piece of a string with interpolation */
void lexer_regexp(Lexer *lexer);
/* Behind the literal that begins at `at` with a quote or ~/, without making a token: for code that is left out. */
u32 lexer_skip_literal(Lexer *lexer, u32 at);

/* Reads the directive at the `#`; afterwards `at` stands where reading goes on. */
void lexer_directive(Lexer *lexer);

/* ---- Values of literals -------------------------------------------------------------------------------------------------------- */

/* The text between the quotes decoded. `levels`: how often escapes are decoded, once and once more for each string with interpolation
 * whose code it stands in. `dollars`: $$ becomes $. Errors are reported if `strict`. */
Name literal_decode(Lexer *lexer, u32 start, u32 end, u32 levels, bool dollars, bool strict);
/* Pattern and options of ~/…/… . */
void literal_regexp(Lexer *lexer, u32 start, u32 end, u32 levels, Name *pattern, Name *options);

#endif
