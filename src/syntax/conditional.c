/* conditional: directives, #if #elseif #else #end #error #line, and their conditions.
 *
 * Contract: lexer_directive is called with `at` on the `#` of a directive in code that counts, and leaves `at` where such code goes on.
 * Text that does not count is skipped as the official compiler does it: its strings, comments and regular expressions are still read,
 * so that an #end within them is none.
 *
 * Conditions are evaluated while they are read. A define that does not exist is null; comparing with null is always false, and so is
 * comparing values of different types, except that text is turned into a number beside a number and into a version beside a version.
 */
#include "lexer.h"

#include <stdlib.h>

typedef enum ValueKind { VALUE_NULL, VALUE_BOOL, VALUE_FLOAT, VALUE_STRING, VALUE_VERSION } ValueKind;

typedef struct Version {
    u32 numbers[3];
    char pre[64]; /* "rc.1"; "" is later than any */
} Version;

typedef struct Value {
    ValueKind kind;
    bool boolean;
    double number;
    Name string;
    Version version;
    u32 start, end; /* where it stands */
} Value;

typedef struct Condition {
    Lexer *lexer;
    u32 at;
    u32 depth, parentheses; /* nested conditions; open parentheses among them */
    bool after_operator; /* an operand must follow */
    bool failed; /* reported; everything is false from here on */
    u32 ignored; /* > 0: the value cannot matter, so errors of evaluation are not reported */
} Condition;

enum { MOST_NESTED_CONDITIONS = 200 };

static bool is_true(Value value)
{
    return !(value.kind == VALUE_NULL || (value.kind == VALUE_BOOL && !value.boolean) ||
             (value.kind == VALUE_FLOAT && value.number == 0));
}

static Value boolean(bool b)
{
    return (Value){.kind = VALUE_BOOL, .boolean = b};
}

static Value fail(Condition *condition, u32 start, u32 end, const char *message)
{
    if (!condition->failed) lexer_error_span(condition->lexer, start, end, "syntax.conditional", message);
    condition->failed = true;
    return boolean(false);
}

/* ---- Values -------------------------------------------------------------------------------------------------------------------- */

/* "1.2.3-rc.1". */
static bool parse_version(Name text, Version *version)
{
    memset(version, 0, sizeof *version);
    const char *at = text->text;
    for (u32 i = 0; i < 3; i++) {
        if (!IS_CLASS(*at, CLASS_DIGIT)) return false;
        char *end;
        version->numbers[i] = (u32)strtoul(at, &end, 10);
        at = end;
        if (i == 2) break;
        if (*at++ != '.') return false;
    }
    if (*at == '-') {
        size_t length = strcspn(at + 1, "+");
        if (length == 0 || length >= sizeof version->pre) return false;
        memcpy(version->pre, at + 1, length);
        at += 1 + length;
    }
    return *at == '\0' || *at == '+';
}

/* Parts between dots: numbers by value and before words, words by text, fewer parts before more. */
static int compare_pre(const char *a, const char *b)
{
    if (!*a || !*b) return (*a == '\0') - (*b == '\0');
    for (;;) {
        size_t length_a = strcspn(a, "."), length_b = strcspn(b, ".");
        bool number_a = strspn(a, "0123456789") == length_a, number_b = strspn(b, "0123456789") == length_b;
        if (number_a != number_b) return number_a ? -1 : 1;
        int order;
        if (number_a) {
            unsigned long left = strtoul(a, NULL, 10), right = strtoul(b, NULL, 10);
            order = (left > right) - (left < right);
        } else {
            order = memcmp(a, b, MIN(length_a, length_b));
            if (!order) order = (length_a > length_b) - (length_a < length_b);
        }
        if (order) return order;
        a += length_a;
        b += length_b;
        if (!*a || !*b) return (*a != '\0') - (*b != '\0');
        a++;
        b++;
    }
}

static int compare_versions(const Version *a, const Version *b)
{
    for (u32 i = 0; i < 3; i++)
        if (a->numbers[i] != b->numbers[i]) return a->numbers[i] < b->numbers[i] ? -1 : 1;
    return compare_pre(a->pre, b->pre);
}

static bool to_number(Name text, double *number)
{
    char *end;
    *number = strtod(text->text, &end);
    return text->length && *end == '\0' && end == text->text + text->length;
}

static const char *describe(Value value, char *buffer, size_t size)
{
    switch (value.kind) {
    case VALUE_NULL: snprintf(buffer, size, "null"); break;
    case VALUE_BOOL: snprintf(buffer, size, "boolean %s", value.boolean ? "true" : "false"); break;
    case VALUE_FLOAT: snprintf(buffer, size, "float %.12g%s", value.number, value.number == (long)value.number ? "." : ""); break;
    case VALUE_STRING: snprintf(buffer, size, "string \"%.60s\"", value.string->text); break;
    case VALUE_VERSION:
        snprintf(buffer, size, "version %u.%u.%u%s%s", value.version.numbers[0], value.version.numbers[1], value.version.numbers[2],
                 value.version.pre[0] ? "-" : "", value.version.pre);
        break;
    }
    return buffer;
}

typedef enum Comparison { EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL } Comparison;

static bool to_version(Condition *condition, Value *value)
{
    if (parse_version(value->string, &value->version)) {
        value->kind = VALUE_VERSION;
        return true;
    }
    if (!condition->ignored) {
        char message[160];
        snprintf(message, sizeof message, "Invalid version string \"%.60s\". Should follow SemVer.", value->string->text);
        fail(condition, value->start, value->end, message);
    }
    return false;
}

static Value compare(Condition *condition, Comparison comparison, Value left, Value right, u32 start, u32 end)
{
    double number;
    if (left.kind == VALUE_STRING && right.kind == VALUE_FLOAT && to_number(left.string, &number))
        left = (Value){.kind = VALUE_FLOAT, .number = number};
    if (right.kind == VALUE_STRING && left.kind == VALUE_FLOAT && to_number(right.string, &number))
        right = (Value){.kind = VALUE_FLOAT, .number = number};
    if (left.kind == VALUE_VERSION && right.kind == VALUE_STRING && !to_version(condition, &right)) return boolean(false);
    if (right.kind == VALUE_VERSION && left.kind == VALUE_STRING && !to_version(condition, &left)) return boolean(false);
    bool null = left.kind == VALUE_NULL || right.kind == VALUE_NULL;
    if (left.kind != right.kind && !null) {
        bool both_text = left.kind != VALUE_BOOL && right.kind != VALUE_BOOL;
        if (both_text || left.kind == VALUE_VERSION || right.kind == VALUE_VERSION) {
            char message[240], a[100], b[100];
            snprintf(message, sizeof message, "Cannot compare %s and %s", describe(left, a, sizeof a), describe(right, b, sizeof b));
            return condition->ignored ? boolean(false) : fail(condition, start, end, message);
        }
    }
    if (null || left.kind != right.kind) return boolean(false);
    int order = 0;
    switch (left.kind) {
    case VALUE_NULL: break;
    case VALUE_BOOL: order = (int)left.boolean - (int)right.boolean; break;
    case VALUE_FLOAT: order = (left.number > right.number) - (left.number < right.number); break;
    case VALUE_STRING: order = strcmp(left.string->text, right.string->text); break;
    case VALUE_VERSION: order = compare_versions(&left.version, &right.version); break;
    }
    switch (comparison) {
    case EQUAL: return boolean(order == 0);
    case NOT_EQUAL: return boolean(order != 0);
    case LESS: return boolean(order < 0);
    case LESS_EQUAL: return boolean(order <= 0);
    case GREATER: return boolean(order > 0);
    case GREATER_EQUAL: return boolean(order >= 0);
    }
    return boolean(false);
}

/* A define as -D gave it; `true` always holds. */
static Value define_value(Condition *condition, Name name)
{
    const char *value = map_get_name(condition->lexer->defines, name);
    if (!value && name_is(name, "true")) value = "1";
    if (!value) return (Value){.kind = VALUE_NULL};
    return (Value){.kind = VALUE_STRING, .string = name_lit(condition->lexer->names, value)};
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------------- */

static void skip_space(Condition *condition)
{
    const char *text = condition->lexer->text;
    for (;;) {
        while (IS_CLASS(text[condition->at], CLASS_SPACE)) condition->at++;
        char next = text[condition->at] == '/' ? text[condition->at + 1] : '\0';
        if (next != '/' && next != '*') return;
        condition->at = lexer_skip_comment(condition->lexer, condition->at);
    }
}

/* Skips white space and takes the text if it follows. */
static bool take(Condition *condition, const char *text)
{
    skip_space(condition);
    size_t length = strlen(text);
    if (strncmp(condition->lexer->text + condition->at, text, length) != 0) return false;
    condition->at += (u32)length;
    return true;
}

static Value disjunction(Condition *condition);

/* The end of the token at `at`: a word with what follows its dots (`dotted`), a literal, an operator of conditions, else one byte. */
static u32 token_end(Condition *condition, u32 at, bool dotted)
{
    static const char *const operators[] = {"&&", "||", "==", "!=", "<=", ">=", "??", "++", "--", "=>", "..."};
    const char *text = condition->lexer->text;
    if (text[at] == '"' || text[at] == '\'') return lexer_skip_literal(condition->lexer, at);
    if (IS_CLASS(text[at], CLASS_LETTER | CLASS_DIGIT)) {
        do {
            while (IS_CLASS(text[at], CLASS_LETTER | CLASS_DIGIT)) at++;
        } while (dotted && text[at] == '.' && IS_CLASS(text[at + 1], CLASS_LETTER) && at++);
        return at;
    }
    for (u32 i = 0; i < LEN(operators); i++)
        if (strncmp(text + at, operators[i], strlen(operators[i])) == 0) return at + (u32)strlen(operators[i]);
    return at + 1;
}

/* What is found where something else must stand. In parentheses the official compiler has read one token more and shows that. */
static Value unexpected(Condition *condition)
{
    const Lexer *lexer = condition->lexer;
    if (condition->after_operator && condition->at < lexer->length)
        return fail(condition, condition->at, token_end(condition, condition->at, false), "Expected expression");
    if (condition->parentheses && condition->at < lexer->length) {
        condition->at = token_end(condition, condition->at, true);
        skip_space(condition);
    }
    if (condition->at >= lexer->length) {
        Value value = fail(condition, condition->at, condition->at, "Unexpected <end of file>");
        condition->lexer->ended = true;
        return value;
    }
    u32 end = token_end(condition, condition->at, false);
    char message[64];
    snprintf(message, sizeof message, "Unexpected %.*s", (int)MIN(end - condition->at, 40u), lexer->text + condition->at);
    return fail(condition, condition->at, end, message);
}

/* word, or words with dots between them. */
static Name dotted_name(Condition *condition)
{
    const char *text = condition->lexer->text;
    u32 start = condition->at;
    do {
        while (IS_CLASS(text[condition->at], CLASS_LETTER | CLASS_DIGIT)) condition->at++;
    } while (text[condition->at] == '.' && IS_CLASS(text[condition->at + 1], CLASS_LETTER) && condition->at++);
    return name_of(condition->lexer->names, text + start, condition->at - start);
}

static Value string_literal(Condition *condition)
{
    Lexer *lexer = condition->lexer;
    u32 start = condition->at;
    u32 end = lexer_skip_literal(lexer, start);
    condition->at = end;
    if (end < start + 2 || lexer->text[end - 1] != lexer->text[start]) {
        condition->failed = true; /* unterminated, and reported */
        return boolean(false);
    }
    return (Value){.kind = VALUE_STRING, .string = literal_decode(lexer, start + 1, end - 1, 1, false, true)};
}

/* Of a number; in parentheses alone. */
static bool is_minus(const Condition *condition)
{
    const char *text = condition->lexer->text + condition->at;
    return condition->parentheses && *text == '-' && IS_CLASS(text[1 + strspn(text + 1, " \t")], CLASS_DIGIT);
}

static Value primary(Condition *condition)
{
    skip_space(condition);
    const char *text = condition->lexer->text;
    u32 start = condition->at;
    if (++condition->depth > MOST_NESTED_CONDITIONS) return fail(condition, start, start + 1, "Nesting too deep");
    Value value;
    if (text[start] == '!') {
        condition->at++;
        value = primary(condition);
        value = boolean(!is_true(value));
    } else if (text[start] == '(') {
        condition->at++;
        condition->after_operator = false;
        condition->parentheses++;
        value = disjunction(condition);
        if (!condition->failed && !take(condition, ")")) value = unexpected(condition);
        condition->parentheses--;
    } else if (text[start] == '"' || text[start] == '\'') {
        value = string_literal(condition);
    } else if (IS_CLASS(text[start], CLASS_DIGIT) || (text[start] == '.' && IS_CLASS(text[start + 1], CLASS_DIGIT)) || is_minus(condition)) {
        bool minus = text[start] == '-' && condition->at++ == start;
        skip_space(condition);
        char *end;
        double number = strtod(text + condition->at, &end);
        value = (Value){.kind = VALUE_FLOAT, .number = minus ? -number : number};
        condition->at = (u32)(end - text);
    } else if (IS_CLASS(text[start], CLASS_LETTER)) {
        Name name = dotted_name(condition);
        u32 end = condition->at;
        if (name_is(name, "version") && take(condition, "(")) {
            skip_space(condition);
            if (text[condition->at] != '"' && text[condition->at] != '\'')
                return fail(condition, start, end, "Invalid condition expression");
            u32 literal = condition->at;
            value = string_literal(condition);
            value.start = literal;
            value.end = condition->at;
            if (!condition->failed && to_version(condition, &value) && !take(condition, ")")) value = unexpected(condition);
        } else {
            condition->at = end;
            value = define_value(condition, name);
        }
    } else {
        value = unexpected(condition);
    }
    condition->after_operator = false;
    condition->depth--;
    value.start = start;
    value.end = condition->at;
    return value;
}

static bool take_operator(Condition *condition, Comparison *comparison)
{
    static const struct {
        const char *text;
        Comparison comparison;
    } operators[] = {{"==", EQUAL}, {"!=", NOT_EQUAL}, {"<=", LESS_EQUAL}, {">=", GREATER_EQUAL}, {"<", LESS}, {">", GREATER}};
    for (u32 i = 0; i < LEN(operators); i++) {
        if (!take(condition, operators[i].text)) continue;
        *comparison = operators[i].comparison;
        return true;
    }
    return false;
}

static Value comparison(Condition *condition)
{
    skip_space(condition);
    u32 start = condition->at;
    Value value = primary(condition);
    Comparison comparison;
    while (!condition->failed && take_operator(condition, &comparison)) {
        condition->after_operator = true;
        Value right = primary(condition);
        if (!condition->failed) value = compare(condition, comparison, value, right, start, condition->at);
    }
    /* Other operators are read to say that they are not allowed. */
    skip_space(condition);
    const char *text = condition->lexer->text + condition->at;
    bool logical = strncmp(text, "&&", 2) == 0 || strncmp(text, "||", 2) == 0;
    if (condition->failed || logical || !*text || !strchr("+-*/%=&|^<>?", *text)) return value;
    condition->at += (u32)strspn(text, "+-*/%=&|^<>?");
    primary(condition);
    return fail(condition, start, condition->at, "Unsupported operation");
}

/* The right side of && and || is always read; where the left one decides, its errors of evaluation do not count. */
static Value conjunction(Condition *condition)
{
    Value value = comparison(condition);
    while (!condition->failed && take(condition, "&&")) {
        bool left = is_true(value);
        condition->ignored += !left;
        condition->after_operator = true;
        Value right = comparison(condition);
        condition->ignored -= !left;
        value = boolean(left && is_true(right));
    }
    return value;
}

static Value disjunction(Condition *condition)
{
    Value value = conjunction(condition);
    while (!condition->failed && take(condition, "||")) {
        bool left = is_true(value);
        condition->ignored += left;
        condition->after_operator = true;
        Value right = conjunction(condition);
        condition->ignored -= left;
        value = boolean(left || is_true(right));
    }
    return value;
}

/* Reads the condition at lexer->at; only in parentheses are operators allowed. `matters`: something depends on its value. */
static bool read_condition(Lexer *lexer, bool matters)
{
    Condition condition = {.lexer = lexer, .at = lexer->at, .ignored = !matters};
    Value value = primary(&condition);
    lexer->at = MIN(condition.at, lexer->length);
    return !condition.failed && is_true(value);
}

/* ---- Directives ---------------------------------------------------------------------------------------------------------------- */

typedef enum Directive { SHARP_IF, SHARP_ELSEIF, SHARP_ELSE, SHARP_END, SHARP_ERROR, SHARP_LINE, SHARP_UNKNOWN } Directive;

/* The word at the `#`; moves `at` behind it. */
static Directive read_directive(Lexer *lexer)
{
    static const char *const words[] = {"if", "elseif", "else", "end", "error", "line"};
    u32 start = lexer->at + 1, end = start;
    while (IS_CLASS(lexer->text[end], CLASS_LETTER | CLASS_DIGIT)) end++;
    lexer->at = end;
    for (u32 i = 0; i < LEN(words); i++)
        if (strlen(words[i]) == end - start && memcmp(words[i], lexer->text + start, end - start) == 0) return (Directive)i;
    return SHARP_UNKNOWN;
}

static void report(Lexer *lexer, u32 start, const char *message)
{
    lexer_error_span(lexer, start, lexer->at, "syntax.conditional", message);
}

/* The next `#` that begins a directive, from `at` on; the length of the text if there is none. */
static u32 next_directive(Lexer *lexer, u32 at)
{
    const char *text = lexer->text;
    for (;;) {
        at += (u32)strcspn(text + at, "#/\"'~");
        if (at >= lexer->length) return lexer->length;
        char next = text[at + 1];
        switch (text[at]) {
        case '#':
            if (IS_CLASS(next, CLASS_LETTER)) return at;
            at++;
            break;
        case '/': at = next == '/' || next == '*' ? lexer_skip_comment(lexer, at) : at + 1; break;
        case '~': at = next == '/' ? lexer_skip_literal(lexer, at) : at + 1; break;
        case '"':
        case '\'': at = lexer_skip_literal(lexer, at); break;
        default: at++; break; /* a NUL within the text */
        }
    }
}

/* The directive at `start` goes on with the conditional; should it never end, this is the place that is shown. */
static void mark(Lexer *lexer, Conditional *conditional, u32 start)
{
    conditional->start = start;
    conditional->end = lexer->at;
}

/* From `at` to behind the #end of the innermost conditional, or to where a part of it is chosen (`choosing`: none was so far). */
static void skip(Lexer *lexer, bool choosing)
{
    u32 base = lexer->conditionals.count;
    vec_last(&lexer->conditionals).taken = !choosing;
    for (;;) {
        u32 start = lexer->at = next_directive(lexer, lexer->at);
        if (start >= lexer->length) {
            if (!lexer->ended) {
                Conditional *open = &lexer->conditionals.at[base - 1];
                lexer_error_span(lexer, open->start, open->end, "syntax.conditional", "Unclosed conditional compilation block");
            }
            lexer->ended = true;
            return;
        }
        Directive directive = read_directive(lexer);
        Conditional *top = &vec_last(&lexer->conditionals);
        bool outermost = lexer->conditionals.count == base;
        switch (directive) {
        case SHARP_IF:
            vec_push(NULL, &lexer->conditionals, (Conditional){.start = start, .end = lexer->at, .taken = true});
            read_condition(lexer, false);
            break;
        case SHARP_ELSEIF: {
            mark(lexer, top, start);
            bool matters = outermost && !top->taken;
            if (read_condition(lexer, matters) && matters) {
                top->taken = true;
                return;
            }
            break;
        }
        case SHARP_ELSE:
            mark(lexer, top, start);
            if (outermost && !top->taken) {
                top->taken = true;
                return;
            }
            break;
        case SHARP_END:
            (void)vec_pop(&lexer->conditionals);
            if (outermost) return;
            break;
        case SHARP_ERROR:
        case SHARP_LINE: break;
        case SHARP_UNKNOWN: report(lexer, start, "Unknown token"); break;
        }
    }
}

void lexer_directive(Lexer *lexer)
{
    u32 start = lexer->at;
    Directive directive = read_directive(lexer);
    Conditional *top = lexer->conditionals.count ? &vec_last(&lexer->conditionals) : NULL;
    switch (directive) {
    case SHARP_IF: {
        vec_push(NULL, &lexer->conditionals, (Conditional){.start = start, .end = lexer->at, .taken = true});
        if (!read_condition(lexer, true)) skip(lexer, true);
        break;
    }
    case SHARP_ELSEIF:
        if (!top) {
            report(lexer, start, "Unexpected #elseif");
            read_condition(lexer, false);
            break;
        }
        mark(lexer, top, start);
        read_condition(lexer, false);
        skip(lexer, false);
        break;
    case SHARP_ELSE:
        if (!top) {
            report(lexer, start, "Unexpected #else");
            break;
        }
        mark(lexer, top, start);
        skip(lexer, false);
        break;
    case SHARP_END:
        if (top) {
            (void)vec_pop(&lexer->conditionals);
        } else {
            report(lexer, start, "Unexpected #end");
        }
        break;
    case SHARP_ERROR: {
        Condition condition = {.lexer = lexer, .at = lexer->at};
        skip_space(&condition);
        u32 literal = condition.at;
        if (lexer->text[literal] != '"' && lexer->text[literal] != '\'') {
            report(lexer, start, "Not implemented for current platform");
            break;
        }
        Value message = string_literal(&condition);
        lexer->at = condition.at;
        if (!condition.failed)
            lexer_error_span(lexer, literal, lexer->at, "syntax.user-error", message.string->text);
        break;
    }
    case SHARP_LINE: {
        Condition condition = {.lexer = lexer, .at = lexer->at};
        skip_space(&condition);
        if (!IS_CLASS(lexer->text[condition.at], CLASS_DIGIT)) {
            unexpected(&condition);
            break;
        }
        while (IS_CLASS(lexer->text[condition.at], CLASS_DIGIT)) condition.at++;
        lexer->at = condition.at;
        break;
    }
    case SHARP_UNKNOWN: report(lexer, start, "Unknown token"); break;
    }
}
