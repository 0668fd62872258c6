/* lexer: words, numbers, punctuation, white space and comments.
 *
 * Literals with quotes are in lexer_string.c, directives (#if …) in conditional.c.
 * Invariant: tokens, hashes and token_names have equal length; offsets of tokens ascend and do not overlap.
 */
#include "lexer.h"

#include <stdlib.h>

const u8 lexer_classes[256] = {
    [' '] = CLASS_SPACE,
    ['\t'] = CLASS_SPACE,
    ['\n'] = CLASS_SPACE,
    ['\r'] = CLASS_SPACE,
    ['0' ... '9'] = CLASS_DIGIT | CLASS_HEX,
    ['a' ... 'f'] = CLASS_LETTER | CLASS_HEX,
    ['g' ... 'z'] = CLASS_LETTER,
    ['A' ... 'F'] = CLASS_LETTER | CLASS_HEX,
    ['G' ... 'Z'] = CLASS_LETTER,
    ['_'] = CLASS_LETTER,
};

static const u64 kind_hash_factor = 0x9E3779B97F4A7C15u;
enum { LONGEST_TOKEN = (1 << 24) - 1 };

void lexer_init(Lexer *lexer, Names *names, Diags *diags, const SourceFile *file, const Map *defines)
{
    memset(lexer, 0, sizeof *lexer);
    lexer->names = names;
    lexer->diags = diags;
    lexer->defines = defines;
    lexer->file = file->id;
    lexer->text = file->text;
    lexer->length = file->length;
    if (file->length >= 2 && file->text[0] == '#' && file->text[1] == '!') lexer->at = lexer_line_end(lexer, 0);
}

void lexer_release(Lexer *lexer)
{
    vec_free(&lexer->conditionals);
    vec_free(&lexer->formats);
    free(lexer->tokens);
    free(lexer->hashes);
    free(lexer->token_names);
}

/* ---- Tokens ------------------------------------------------------------------------------------------------------------------ */

static void grow(Lexer *lexer)
{
    u32 old = lexer->capacity;
    /* Most files have a token every 6 to 10 bytes, comments included. */
    u32 wanted = old ? old * 2 : lexer->length / 8 + 64;
    lexer->tokens = base_realloc(lexer->tokens, old * sizeof *lexer->tokens, wanted * sizeof *lexer->tokens);
    lexer->hashes = base_realloc(lexer->hashes, old * sizeof *lexer->hashes, wanted * sizeof *lexer->hashes);
    lexer->token_names = base_realloc(lexer->token_names, old * sizeof *lexer->token_names, wanted * sizeof *lexer->token_names);
    lexer->capacity = wanted;
}

/* The token reaches from start to lexer->at. */
void lexer_add(Lexer *lexer, TokenKind kind, u32 start, Name name, u64 hash)
{
    if (lexer->count == lexer->capacity) grow(lexer);
    u32 length = lexer->at - start;
    if (length > LONGEST_TOKEN) {
        lexer_error(lexer, start, "syntax.literal", "Literal too long");
        kind = TOKEN_ERROR;
        length = LONGEST_TOKEN;
    }
    u32 number = lexer->count++;
    lexer->tokens[number] = (Token){.start = start, .length = length, .kind = kind};
    lexer->hashes[number] = hash;
    lexer->token_names[number] = name;
}

void lexer_add_text(Lexer *lexer, TokenKind kind, u32 start)
{
    lexer_add(lexer, kind, start, NULL, hash_bytes(lexer->text + start, lexer->at - start, kind));
}

static void add_plain(Lexer *lexer, TokenKind kind, u32 length)
{
    u32 start = lexer->at;
    lexer->at += length;
    lexer_add(lexer, kind, start, NULL, (kind + 1) * kind_hash_factor);
}

void lexer_error(Lexer *lexer, u32 at, const char *code, const char *message)
{
    lexer_error_span(lexer, at, at, code, message);
}

void lexer_error_span(Lexer *lexer, u32 start, u32 end, const char *code, const char *message)
{
    lexer->failed = true;
    diag_error(lexer->diags, (Span){lexer->file, start, end}, code, "%s", message);
}

/* ---- Words ------------------------------------------------------------------------------------------------------------------- */

static TokenKind word_kind(const char *text, u32 length)
{
    static const struct {
        const char *text;
        u8 length;
        u8 kind;
    } keywords[] = {
#define KEYWORD(name, text) {text, sizeof text - 1, TOKEN_##name},
#include "tokens.def"
    };
    for (u32 i = 0; i < LEN(keywords); i++)
        if (keywords[i].length == length && memcmp(keywords[i].text, text, length) == 0) return keywords[i].kind;
    return TOKEN_IDENT;
}

static void word(Lexer *lexer, u32 start)
{
    const char *text = lexer->text;
    u32 at = start + 1;
    while (IS_CLASS(text[at], CLASS_LETTER | CLASS_DIGIT)) at++;
    lexer->at = at;
    u32 length = at - start;
    u64 hash = hash_bytes(text + start, length, 0);
    Word *cached = &lexer->words[hash % WORD_CACHE];
    if (cached->hash != hash || !cached->name || cached->name->length != length ||
        memcmp(cached->name->text, text + start, length) != 0)
        *cached = (Word){hash, name_of(lexer->names, text + start, length), word_kind(text + start, length)};
    lexer_add(lexer, cached->kind, start, cached->name, hash);
}

/* $word; the name keeps the dollar. */
static void dollar(Lexer *lexer, u32 start)
{
    const char *text = lexer->text;
    u32 at = start + 1;
    while (IS_CLASS(text[at], CLASS_LETTER | CLASS_DIGIT)) at++;
    lexer->at = at;
    lexer_add(lexer, TOKEN_DOLLAR, start, name_of(lexer->names, text + start, at - start), hash_bytes(text + start, at - start, 0));
}

/* ---- Numbers ----------------------------------------------------------------------------------------------------------------- */

/* Behind digits of the class, single underscores between them allowed. */
static u32 digits(const char *text, u32 at, u32 class)
{
    while (IS_CLASS(text[at], class) || (text[at] == '_' && IS_CLASS(text[at + 1], class))) at++;
    return at;
}

/* Behind a suffix such as i64 or _f64 that begins with one of the letters; `at` itself when there is none. */
static u32 suffix(const char *text, u32 at, const char *letters)
{
    u32 letter = text[at] == '_' ? at + 1 : at;
    if (!text[letter] || !strchr(letters, text[letter]) || !IS_CLASS(text[letter + 1], CLASS_DIGIT)) return at;
    return digits(text, letter + 1, CLASS_DIGIT);
}

/* Behind the exponent at `at`, or `at`. */
static u32 exponent(const char *text, u32 at)
{
    if (text[at] != 'e' && text[at] != 'E') return at;
    u32 digit = at + 1;
    if (text[digit] == '+' || text[digit] == '-') digit++;
    return IS_CLASS(text[digit], CLASS_DIGIT) ? digits(text, digit, CLASS_DIGIT) : at;
}

/* A decimal integer begins with another digit than 0 or is 0: `08` is two tokens, as for the official compiler. `1.` becomes a float in
 * the parser, which knows whether a field name follows; `1...` is an integer before an interval. */
static void number(Lexer *lexer, u32 start)
{
    const char *text = lexer->text;
    u32 at = start;
    TokenKind kind = TOKEN_INT;
    if (text[at] == '0' && text[at + 1] == 'x' && IS_CLASS(text[at + 2], CLASS_HEX)) {
        at = digits(text, at + 2, CLASS_HEX);
        at = suffix(text, at, "iu");
    } else if (text[at] == '0' && text[at + 1] == 'b' && (text[at + 2] == '0' || text[at + 2] == '1')) {
        at += 2;
        while (text[at] == '0' || text[at] == '1' || (text[at] == '_' && (text[at + 1] == '0' || text[at + 1] == '1'))) at++;
        at = suffix(text, at, "iu");
    } else {
        if (text[at] == '0') {
            at++;
        } else if (text[at] != '.') {
            at = digits(text, at, CLASS_DIGIT);
        }
        u32 fraction = at;
        if (text[at] == '.' && IS_CLASS(text[at + 1], CLASS_DIGIT)) {
            at = digits(text, at + 1, CLASS_DIGIT);
            if (fraction > start) at = exponent(text, at); /* `.5e3` is none, as for the official compiler */
        } else if (text[at] == '.' && exponent(text, at + 1) > at + 1) {
            at = exponent(text, at + 1);
        } else {
            at = exponent(text, at);
        }
        if (at > fraction) kind = TOKEN_FLOAT;
        if (kind == TOKEN_INT && suffix(text, at, "iu") > at) {
            at = suffix(text, at, "iu");
        } else if (suffix(text, at, "f") > at) {
            at = suffix(text, at, "f");
            kind = TOKEN_FLOAT;
        }
    }
    lexer->at = at;
    lexer_add_text(lexer, kind, start);
}

/* ---- Comments and strange characters ----------------------------------------------------------------------------------------- */

u32 lexer_line_end(const Lexer *lexer, u32 at)
{
    const char *from = lexer->text + at, *end = lexer->text + lexer->length;
    const char *newline = memchr(from, '\n', (size_t)(end - from));
    if (newline) end = newline;
    /* A carriage return ends the line too. */
    const char *carriage = memchr(from, '\r', (size_t)(end - from));
    return (u32)((carriage ? carriage : end) - lexer->text);
}

u32 lexer_skip_comment(Lexer *lexer, u32 at)
{
    if (lexer->text[at + 1] == '/') return lexer_line_end(lexer, at);
    const char *from = lexer->text + at + 2, *end = lexer->text + lexer->length;
    const char *close = from < end ? memmem(from, (size_t)(end - from), "*/", 2) : NULL;
    if (close) return (u32)(close - lexer->text) + 2;
    lexer_error(lexer, at, "syntax.comment", "Unclosed comment");
    lexer->ended = true;
    return lexer->length;
}

/* A file that is not text at all gets a few messages, not thousands. */
enum { MOST_INVALID = 20 };

void lexer_invalid_character(Lexer *lexer)
{
    if (++lexer->invalid > MOST_INVALID) {
        lexer->at = lexer->length;
        lexer->ended = true;
        return;
    }
    const u8 *text = (const u8 *)lexer->text + lexer->at;
    u32 point = text[0], length = 1;
    if (point >= 0xC2 && point < 0xF5) {
        u32 more = point < 0xE0 ? 1 : point < 0xF0 ? 2 : 3;
        u32 decoded = point & (0x3Fu >> more);
        while (length <= more && (text[length] & 0xC0) == 0x80) decoded = decoded << 6 | (text[length++] & 0x3F);
        if (length > more) {
            point = decoded;
        } else {
            length = 1;
        }
    }
    char message[40];
    if (point > 32 && point < 128)
        snprintf(message, sizeof message, "Invalid character '%c'", (char)point);
    else
        snprintf(message, sizeof message, "Invalid character 0x%.2X", point);
    lexer_error(lexer, lexer->at, "syntax.character", message);
    lexer->at += length;
}

/* The end of the file, or a TOKEN_ERROR before it if something was left open. */
static void end_of_file(Lexer *lexer)
{
    u32 start = lexer->at;
    bool open = lexer->ended;
    if (!lexer->ended && lexer->conditionals.count) {
        const Conditional *last = &vec_last(&lexer->conditionals);
        lexer_error_span(lexer, last->start, last->end, "syntax.conditional", "Unclosed conditional compilation block");
        open = true;
    }
    if (lexer->formats.count) {
        if (!open) lexer_error(lexer, lexer->formats.at[0].start, "syntax.string", "Unterminated string");
        lexer->formats.count = 0;
        open = true;
    }
    lexer->conditionals.count = 0;
    lexer->ended = false;
    if (open && !(lexer->count && lexer->tokens[lexer->count - 1].kind == TOKEN_ERROR)) {
        lexer_add(lexer, TOKEN_ERROR, start, NULL, 0);
    } else {
        lexer_add(lexer, TOKEN_END, start, NULL, 0);
    }
}

/* ---- The next token ---------------------------------------------------------------------------------------------------------- */

#define ONE(kind)                         \
    do {                                  \
        add_plain(lexer, TOKEN_##kind, 1); \
        return;                           \
    } while (0)
/* kind if the next character is c. */
#define IF_NEXT(c, kind)                   \
    if (text[start + 1] == (c)) {          \
        add_plain(lexer, TOKEN_##kind, 2); \
        return;                            \
    }

/* True if the characters behind start are c1 and c2. Texts end with a NUL, so nothing behind the end is read. */
static bool follow(const char *text, u32 start, char c1, char c2)
{
    return text[start + 1] == c1 && text[start + 2] == c2;
}

void lexer_next(Lexer *lexer)
{
    if (lexer->formats.count && !vec_last(&lexer->formats).in_code) {
        lexer_format_next(lexer);
        return;
    }
    const char *text = lexer->text;
    for (;;) {
        u32 start = lexer->at;
        while (IS_CLASS(text[start], CLASS_SPACE)) start++;
        lexer->at = start;
        switch (text[start]) {
        case '\0':
            if (start >= lexer->length) {
                end_of_file(lexer);
                return;
            }
            lexer_invalid_character(lexer);
            lexer_add(lexer, TOKEN_ERROR, start, NULL, 0);
            return;
        case 'a' ... 'z':
        case 'A' ... 'Z':
        case '_': word(lexer, start); return;
        case '0' ... '9': number(lexer, start); return;
        case '$': dollar(lexer, start); return;
        case '"': lexer_double_quoted(lexer); return;
        case '\'': lexer_single_quoted(lexer); return;
        case '#':
            if (IS_CLASS(text[start + 1], CLASS_LETTER)) {
                lexer_directive(lexer);
                continue;
            }
            lexer_invalid_character(lexer);
            lexer_add(lexer, TOKEN_ERROR, start, NULL, 0);
            return;
        case '(': ONE(PAREN_OPEN);
        case ')': ONE(PAREN_CLOSE);
        case '[': ONE(BRACKET_OPEN);
        case ']': ONE(BRACKET_CLOSE);
        case '{':
            if (lexer->formats.count) vec_last(&lexer->formats).braces++;
            ONE(BRACE_OPEN);
        case '}':
            if (lexer->formats.count) {
                Format *format = &vec_last(&lexer->formats);
                if (format->braces == 0) {
                    format->in_code = false;
                    ONE(FORMAT_CLOSE);
                }
                format->braces--;
            }
            ONE(BRACE_CLOSE);
        case ';': ONE(SEMICOLON);
        case ':': ONE(COLON);
        case ',': ONE(COMMA);
        case '@': ONE(AT);
        case '>': ONE(GT);
        case '.':
            if (IS_CLASS(text[start + 1], CLASS_DIGIT)) {
                number(lexer, start);
                return;
            }
            if (follow(text, start, '.', '.')) {
                add_plain(lexer, TOKEN_ELLIPSIS, 3);
                return;
            }
            ONE(DOT);
        case '?':
            if (follow(text, start, '?', '=')) {
                add_plain(lexer, TOKEN_ASSIGN_COALESCE, 3);
                return;
            }
            IF_NEXT('?', COALESCE)
            /* `a ?.5 : b` */
            if (text[start + 1] == '.' && !IS_CLASS(text[start + 2], CLASS_DIGIT) && !follow(text, start + 1, '.', '.')) {
                add_plain(lexer, TOKEN_QUESTION_DOT, 2);
                return;
            }
            ONE(QUESTION);
        case '+': IF_NEXT('+', INCREMENT) IF_NEXT('=', ASSIGN_ADD) ONE(ADD);
        case '-': IF_NEXT('-', DECREMENT) IF_NEXT('=', ASSIGN_SUB) IF_NEXT('>', ARROW) ONE(SUB);
        case '*': IF_NEXT('=', ASSIGN_MUL) ONE(MUL);
        case '%': IF_NEXT('=', ASSIGN_MOD) ONE(MOD);
        case '^': IF_NEXT('=', ASSIGN_XOR) ONE(XOR);
        case '!': IF_NEXT('=', NOT_EQ) ONE(NOT);
        case '=': IF_NEXT('=', EQ) IF_NEXT('>', FAT_ARROW) ONE(ASSIGN);
        case '&':
            if (follow(text, start, '&', '=')) {
                add_plain(lexer, TOKEN_ASSIGN_BOOL_AND, 3);
                return;
            }
            IF_NEXT('&', BOOL_AND) IF_NEXT('=', ASSIGN_AND) ONE(AND);
        case '|':
            if (follow(text, start, '|', '=')) {
                add_plain(lexer, TOKEN_ASSIGN_BOOL_OR, 3);
                return;
            }
            IF_NEXT('|', BOOL_OR) IF_NEXT('=', ASSIGN_OR) ONE(OR);
        case '<':
            if (follow(text, start, '<', '=')) {
                add_plain(lexer, TOKEN_ASSIGN_SHL, 3);
                return;
            }
            IF_NEXT('<', SHL) IF_NEXT('=', LE) ONE(LT);
        case '~':
            if (text[start + 1] == '/') {
                lexer_regexp(lexer);
                return;
            }
            ONE(TILDE);
        case '/':
            if (text[start + 1] == '/' || text[start + 1] == '*') {
                lexer->at = lexer_skip_comment(lexer, start);
                continue;
            }
            IF_NEXT('=', ASSIGN_DIV) ONE(DIV);
        default:
            lexer_invalid_character(lexer);
            lexer_add(lexer, TOKEN_ERROR, start, NULL, 0);
            return;
        }
    }
}
