/* lexer_string: literals with quotes, regular expressions, markup; and what they stand for.
 *
 * A single-quoted string is first searched for its end, exactly as the official compiler does it (its code is skipped by counting
 * braces, with strings and comments in it skipped too), so that an unterminated one is known before any piece of it is handed out. If
 * it holds $name or ${code} it becomes a sequence of FORMAT tokens, the code's own tokens among them; else one STRING_SINGLE.
 */
#include "lexer.h"

#include <stdlib.h>

/* Strings in code in strings …; the parser's own limit is of no use here, since this looks ahead. */
enum { MOST_NESTED_STRINGS = 500 };

static bool begins_name(char c)
{
    return IS_CLASS(c, CLASS_LETTER) != 0;
}

/* ---- Double quotes ----------------------------------------------------------------------------------------------------------- */

/* Behind the closing quote, 0 if there is none. */
static u32 double_quoted_end(const Lexer *lexer, u32 at)
{
    const char *text = lexer->text;
    for (at++; at < lexer->length; at++) {
        if (text[at] == '"') return at + 1;
        if (text[at] == '\\' && (text[at + 1] == '\\' || text[at + 1] == '"')) at++;
    }
    return 0;
}

/* A literal without end: nobody knows where it was meant to end, the line's end is the best guess. */
static void unterminated(Lexer *lexer, u32 start)
{
    lexer->at = lexer_line_end(lexer, start);
    lexer_add(lexer, TOKEN_ERROR, start, NULL, 0);
}

void lexer_double_quoted(Lexer *lexer)
{
    u32 start = lexer->at;
    u32 end = double_quoted_end(lexer, start);
    if (!end) {
        lexer_error(lexer, start, "syntax.string", "Unterminated string");
        unterminated(lexer, start);
        return;
    }
    lexer->at = end;
    lexer_add_text(lexer, TOKEN_STRING, start);
}

/* ---- Single quotes ----------------------------------------------------------------------------------------------------------- */

/* Behind the closing quote of the string that begins at `from`; 0 after an error, reported if `report`. *formatted: it holds code. */
static u32 single_quoted_end(Lexer *lexer, u32 from, bool *formatted)
{
    /* The strings and the code blocks that the place is in, outermost first. */
    struct Level {
        u32 start;
        u32 braces;
        bool code;
    } levels[MOST_NESTED_STRINGS];
    const char *text = lexer->text;
    u32 depth = 0, at = from + 1;
    levels[0] = (struct Level){.start = from};
    *formatted = false;
    for (;;) {
        struct Level *level = &levels[depth];
        bool enters_code = false, enters_string = false;
        if (at >= lexer->length) {
            lexer_error(lexer, level->start, "syntax.string", level->code ? "Unclosed code string" : "Unterminated string");
            return 0;
        }
        char c = text[at], next = text[at + 1];
        if (!level->code) {
            if (c == '\'') {
                at++;
                if (depth == 0) return at;
                depth--;
            } else if (c == '\\') {
                at += next == '\\' || next == '\'' || next == '$' ? 2 : 1;
            } else if (c == '$' && next == '$') {
                at += 2;
            } else if (c == '$' && next == '{') {
                enters_code = true;
            } else {
                if (c == '$' && depth == 0 && begins_name(next)) *formatted = true;
                at++;
            }
        } else if (c == '\'') {
            enters_string = true;
        } else if (c == '"') {
            u32 end = double_quoted_end(lexer, at);
            if (!end) {
                lexer_error(lexer, at, "syntax.string", "Unterminated string");
                return 0;
            }
            at = end;
        } else if (c == '/' && (next == '/' || next == '*')) {
            at = lexer_skip_comment(lexer, at);
            if (lexer->ended) return 0;
        } else {
            if (c == '{') level->braces++;
            if (c == '}') {
                if (level->braces == 0) {
                    depth--;
                } else {
                    level->braces--;
                }
            }
            at++;
        }
        if (!enters_code && !enters_string) continue;
        if (depth + 1 == MOST_NESTED_STRINGS) {
            lexer_error(lexer, at, "syntax.nesting", "Nesting too deep");
            return 0;
        }
        levels[++depth] = (struct Level){.start = at, .code = enters_code};
        at += enters_code ? 2 : 1;
        *formatted = true;
    }
}

void lexer_single_quoted(Lexer *lexer)
{
    u32 start = lexer->at;
    bool formatted;
    u32 end = single_quoted_end(lexer, start, &formatted);
    if (!end) {
        unterminated(lexer, start);
        return;
    }
    if (!formatted) {
        lexer->at = end;
        lexer_add_text(lexer, TOKEN_STRING_SINGLE, start);
        return;
    }
    vec_push(NULL, &lexer->formats, (Format){.start = start});
    lexer->at = start + 1;
    lexer_add_text(lexer, TOKEN_FORMAT_START, start);
}

void lexer_format_next(Lexer *lexer)
{
    const char *text = lexer->text;
    u32 start = lexer->at, at = start;
    Format *format = &vec_last(&lexer->formats);
    if (text[at] == '\'') {
        lexer->at = at + 1;
        lexer_add_text(lexer, TOKEN_FORMAT_END, start);
        (void)vec_pop(&lexer->formats);
        return;
    }
    if (text[at] == '$' && text[at + 1] == '{') {
        lexer->at = at + 2;
        format->in_code = true;
        format->braces = 0;
        lexer_add_text(lexer, TOKEN_FORMAT_OPEN, start);
        return;
    }
    if (text[at] == '$' && begins_name(text[at + 1])) {
        for (at += 2; IS_CLASS(text[at], CLASS_LETTER | CLASS_DIGIT);) at++;
        lexer->at = at;
        Name name = name_of(lexer->names, text + start + 1, at - start - 1);
        lexer_add(lexer, TOKEN_FORMAT_NAME, start, name, hash_bytes(text + start, at - start, TOKEN_FORMAT_NAME));
        return;
    }
    while (at < lexer->length && text[at] != '\'') {
        char next = text[at + 1];
        if (text[at] == '\\' && (next == '\\' || next == '\'' || next == '$')) {
            at += 2;
        } else if (text[at] == '$') {
            if (next == '{' || begins_name(next)) break;
            at += next == '$' ? 2 : 1;
        } else {
            at++;
        }
    }
    lexer->at = MIN(at, lexer->length);
    if (lexer->at < lexer->length) {
        lexer_add_text(lexer, TOKEN_FORMAT_TEXT, start);
        return;
    }
    /* The code's braces and what the search for the end took for them differ, as with a regular expression that holds one. */
    lexer_error(lexer, format->start, "syntax.string", "Unterminated string");
    lexer->formats.count = 0;
    unterminated(lexer, start);
}

/* ---- Regular expressions ----------------------------------------------------------------------------------------------------- */

static bool all_hex(const char *text, u32 at, u32 count)
{
    for (u32 i = 0; i < count; i++)
        if (!IS_CLASS(text[at + i], CLASS_HEX)) return false;
    return true;
}

/* The `/` that closes the pattern, 0 if there is none on the line. */
static u32 pattern_end(const Lexer *lexer, u32 at)
{
    const char *text = lexer->text;
    for (; at < lexer->length && text[at] != '\n' && text[at] != '\r'; at++) {
        if (text[at] == '/') return at;
        if (text[at] == '\\' && text[at + 1] && text[at + 1] != '\n' && text[at + 1] != '\r') at++;
    }
    return 0;
}

/* In the code of a string escapes are decoded once more before they get here, so which are allowed cannot be told. */
static void check_pattern(Lexer *lexer, u32 from, u32 end)
{
    const char *text = lexer->text;
    for (u32 at = from; at < end; at++) {
        if (text[at] != '\\') continue;
        at++;
        if (strchr("/rnt\\$.*+^|{}[]()?-0123456789wWbBsSdDx", text[at])) continue;
        if ((text[at] == 'u' || text[at] == 'U') && all_hex(text, at + 1, 4)) continue;
        lexer_error(lexer, at, "syntax.regexp", "Invalid character '\\'");
        return;
    }
}

void lexer_regexp(Lexer *lexer)
{
    const char *text = lexer->text;
    u32 start = lexer->at;
    u32 end = pattern_end(lexer, start + 2);
    if (!end) {
        lexer_error(lexer, start, "syntax.regexp", "Unterminated regular expression");
        unterminated(lexer, start);
        return;
    }
    if (!lexer->formats.count) check_pattern(lexer, start + 2, end);
    u32 at = end + 1;
    while (text[at] && strchr("gimsu", text[at])) at++;
    if (text[at] >= 'a' && text[at] <= 'z') {
        lexer_error(lexer, at, "syntax.regexp", "Invalid regular expression option");
        while (IS_CLASS(text[at], CLASS_LETTER | CLASS_DIGIT)) at++;
    }
    lexer->at = at;
    lexer_add_text(lexer, TOKEN_REGEXP, start);
}

u32 lexer_skip_literal(Lexer *lexer, u32 at)
{
    bool formatted;
    u32 end = 0;
    if (lexer->text[at] == '"') {
        end = double_quoted_end(lexer, at);
        if (!end) lexer_error(lexer, at, "syntax.string", "Unterminated string");
    } else if (lexer->text[at] == '\'') {
        end = single_quoted_end(lexer, at, &formatted);
    } else {
        end = pattern_end(lexer, at + 2);
        if (!end) lexer_error(lexer, at, "syntax.regexp", "Unterminated regular expression");
        if (end) end++;
    }
    return end ? end : lexer_line_end(lexer, at);
}

/* ---- Markup ------------------------------------------------------------------------------------------------------------------ */

/* A name as XML has it, and `$` for those who use this as templates. Bytes of characters outside ASCII all count as letters. */
static bool markup_name(char c, bool first)
{
    if (IS_CLASS(c, CLASS_LETTER) || c == '$' || c == ':' || (u8)c >= 0x80) return true;
    return !first && (IS_CLASS(c, CLASS_DIGIT) || c == '-' || c == '.');
}

static u32 markup_name_end(const char *text, u32 at)
{
    if (!markup_name(text[at], true)) return at;
    while (markup_name(text[at], false)) at++;
    return at;
}

/* Only tags of the same name as the outermost one are counted: what stands between is not necessarily XML. */
void lexer_markup(Lexer *lexer)
{
    const char *text = lexer->text;
    u32 start = lexer->tokens[--lexer->count].start;
    u32 name_end = markup_name_end(text, start + 1), name_length = name_end - start - 1;
    u32 depth = 0;
    bool in_open = name_length > 0; /* still within a tag that opens an element of that name; <> is never closed by /> */
    for (u32 at = name_end; at < lexer->length;) {
        if (text[at] == '<' && text[at + 1] == '/') {
            u32 end = markup_name_end(text, at + 2);
            if (text[end] != '>') {
                at++;
                continue;
            }
            bool same = end - at - 2 == name_length && memcmp(text + at + 2, text + start + 1, name_length) == 0;
            at = end + 1;
            in_open = false;
            if (!same) continue;
            if (depth > 0) {
                depth--;
                continue;
            }
            lexer->at = at;
            lexer_add_text(lexer, TOKEN_MARKUP, start);
            return;
        }
        if (text[at] == '<') {
            u32 end = markup_name_end(text, at + 1);
            in_open = end - at - 1 == name_length && memcmp(text + at + 1, text + start + 1, name_length) == 0;
            if (in_open) depth++;
            at = MAX(end, at + 1);
        } else if (text[at] == '/' && text[at + 1] == '>') {
            at += 2;
            if (!in_open) continue;
            in_open = false;
            if (depth > 0) {
                depth--;
                continue;
            }
            lexer->at = at;
            lexer_add_text(lexer, TOKEN_MARKUP, start);
            return;
        } else {
            at++;
        }
    }
    lexer_error(lexer, start, "syntax.markup", "Unterminated markup literal");
    unterminated(lexer, start);
}

/* ---- Values ------------------------------------------------------------------------------------------------------------------ */

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static void add_utf8(Text *out, u32 point)
{
    if (point < 0x80) {
        text_char(out, (char)point);
    } else if (point < 0x800) {
        text_char(out, (char)(0xC0 | point >> 6));
        text_char(out, (char)(0x80 | (point & 0x3F)));
    } else if (point < 0x10000) {
        text_char(out, (char)(0xE0 | point >> 12));
        text_char(out, (char)(0x80 | (point >> 6 & 0x3F)));
        text_char(out, (char)(0x80 | (point & 0x3F)));
    } else {
        text_char(out, (char)(0xF0 | point >> 18));
        text_char(out, (char)(0x80 | (point >> 12 & 0x3F)));
        text_char(out, (char)(0x80 | (point >> 6 & 0x3F)));
        text_char(out, (char)(0x80 | (point & 0x3F)));
    }
}

/* Decodes the escape whose backslash is text[0]; `left` bytes follow it. Returns how many of them it took, 0 after an error that is
 * then described in `problem` ("" when there is nothing to add). */
static u32 decode_escape(const char *text, size_t left, Text *out, char *problem, size_t problem_size)
{
    problem[0] = '\0';
    if (!left) return 0;
    char c = text[1];
    switch (c) {
    case 'n': text_char(out, '\n'); return 1;
    case 'r': text_char(out, '\r'); return 1;
    case 't': text_char(out, '\t'); return 1;
    case '"':
    case '\'':
    case '\\': text_char(out, c); return 1;
    case '0' ... '3': {
        if (left < 3 || text[2] < '0' || text[2] > '7' || text[3] < '0' || text[3] > '7') return 0;
        u32 value = (u32)(c - '0') * 64 + (u32)(text[2] - '0') * 8 + (u32)(text[3] - '0');
        if (value > 127) {
            snprintf(problem, problem_size, ". Values greater than \\177 are not allowed. Use \\u00%02x instead.", value);
            return 0;
        }
        text_char(out, (char)value);
        return 3;
    }
    case 'x': {
        int high = left >= 3 ? hex_value(text[2]) : -1, low = left >= 3 ? hex_value(text[3]) : -1;
        if (high < 0 || low < 0) {
            snprintf(problem, problem_size, ". Must be followed by a hexadecimal sequence.");
            return 0;
        }
        if (high * 16 + low > 127) {
            snprintf(problem, problem_size, ". Values greater than \\x7f are not allowed. Use \\u00%c%c instead.", text[2], text[3]);
            return 0;
        }
        text_char(out, (char)(high * 16 + low));
        return 3;
    }
    case 'u': {
        u32 point = 0, took = 0;
        if (left >= 5 && all_hex(text, 2, 4)) {
            for (u32 i = 2; i < 6; i++) point = point * 16 + (u32)hex_value(text[i]);
            took = 5;
        } else if (left >= 2 && text[2] == '{') {
            u32 i = 3;
            for (; i <= left && hex_value(text[i]) >= 0; i++) point = MIN(point * 16 + (u32)hex_value(text[i]), 0x110000u);
            if (i > 3 && i <= left && text[i] == '}') took = i;
        }
        if (!took) {
            snprintf(problem, problem_size, ". Must be followed by a hexadecimal sequence enclosed in curly brackets.");
            return 0;
        }
        if (point > 0x10FFFF) {
            snprintf(problem, problem_size, ". Maximum allowed value for unicode escape sequence is \\u{10FFFF}");
            return 0;
        }
        if (point >= 0xD800 && point < 0xE000) {
            snprintf(problem, problem_size, ". UTF-16 surrogates are not allowed in strings.");
            return 0;
        }
        add_utf8(out, point);
        return took;
    }
    default: return 0;
    }
}

/* False if an escape is wrong. With a lexer it is reported at its backslash, `start` being the text's place, and the rest is decoded. */
static bool decode_escapes(const char *text, size_t length, Text *out, Lexer *lexer, u32 start)
{
    bool good = true;
    for (size_t at = 0; at < length; at++) {
        if (text[at] != '\\') {
            const char *next = memchr(text + at, '\\', length - at);
            size_t plain = next ? (size_t)(next - text) - at : length - at;
            text_add(out, text + at, plain);
            at += plain - 1;
            continue;
        }
        char problem[120];
        u32 took = decode_escape(text + at, length - at - 1, out, problem, sizeof problem);
        if (took) {
            at += took;
            continue;
        }
        bool first = good; /* of a text's wrong escapes the first one is told */
        good = false;
        if (!lexer) return false;
        if (!first) continue;
        u32 place = start + (u32)at;
        int shown = at + 1 < length ? (u8)text[at + 1] : ' ';
        char message[200];
        snprintf(message, sizeof message, shown >= ' ' && shown < 127 ? "Invalid escape sequence \\%c%s" : "Invalid escape sequence \\\\%03d%s",
                 shown, problem);
        lexer_error(lexer, place, "syntax.escape", message);
    }
    return good;
}

/* Replaces $$ by $ in place. */
static void join_dollars(Text *text)
{
    size_t to = 0;
    for (size_t from = 0; from < text->count; from++) {
        text->at[to++] = text->at[from];
        if (text->at[from] == '$' && from + 1 < text->count && text->at[from + 1] == '$') from++;
    }
    text->count = to;
}

Name literal_decode(Lexer *lexer, u32 start, u32 end, u32 levels, bool dollars, bool strict)
{
    const char *from = lexer->text + start;
    size_t length = end - start;
    bool escapes = memchr(from, '\\', length) != NULL;
    dollars = dollars && memmem(from, length, "$$", 2) != NULL;
    if (!escapes && !dollars) return name_of(lexer->names, from, length);
    Text decoded = {0};
    decode_escapes(from, length, &decoded, strict ? lexer : NULL, start);
    /* Within the code of a string escapes are decoded again; where the once decoded text could not be meant so, it stays. */
    for (u32 level = 1; level < levels && decoded.count && memchr(decoded.at, '\\', decoded.count); level++) {
        Text again = {0};
        bool good = decode_escapes(decoded.at, decoded.count, &again, NULL, start);
        if (!good) {
            text_free(&again);
            break;
        }
        text_free(&decoded);
        decoded = again;
    }
    if (dollars) join_dollars(&decoded);
    Name name = name_of(lexer->names, decoded.at ? decoded.at : "", decoded.count);
    text_free(&decoded);
    return name;
}

void literal_regexp(Lexer *lexer, u32 start, u32 end, u32 levels, Name *pattern, Name *options)
{
    const char *text = lexer->text;
    u32 close = end;
    while (text[close - 1] != '/') close--;
    *options = name_of(lexer->names, text + close, end - close);
    text += start + 2;
    size_t length = close - 1 - (start + 2);
    Text outer = {0}, decoded = {0};
    for (u32 level = 1; level < levels; level++) {
        Text again = {0};
        bool good = decode_escapes(text, length, &again, NULL, 0);
        if (!good) {
            text_free(&again);
            break;
        }
        text_free(&outer);
        outer = again;
        text = outer.at ? outer.at : "";
        length = outer.count;
    }
    for (size_t at = 0; at < length; at++) {
        char next = at + 1 < length ? text[at + 1] : '\\';
        if (text[at] != '\\') {
            text_char(&decoded, text[at]);
            continue;
        }
        at++;
        if (next == '/') {
            text_char(&decoded, '/');
        } else if (next == 'r') {
            text_char(&decoded, '\r');
        } else if (next == 'n') {
            text_char(&decoded, '\n');
        } else if (next == 't') {
            text_char(&decoded, '\t');
        } else {
            text_char(&decoded, '\\');
            text_char(&decoded, next);
        }
    }
    *pattern = name_of(lexer->names, decoded.at ? decoded.at : "", decoded.count);
    text_free(&decoded);
    text_free(&outer);
}
