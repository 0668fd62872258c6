/* read: functions from their text (the grammar is told in mir.h).
 *
 * A lexer and a parser by recursive descent. The first error of a function is reported and ends the reading: the text is written by
 * mir_print or by hand for a test. Representations of temporaries follow from the instruction that first assigns them, so they carry it
 * where the text uses them before.
 */
#include "mir.h"

typedef enum Tok { TOK_END, TOK_SYMBOL, TOK_STRING, TOK_NUMBER, TOK_PUNCT } Tok;

typedef struct Reader {
    Names *names;
    Diags *diags;
    u32 file;
    const char *text;
    u32 length, at;
    Tok tok;
    u32 start;      /* of the present token */
    char punct[3];  /* TOK_PUNCT */
    Name symbol;    /* SYMBOL, STRING */
    bool is_float;  /* NUMBER */
    bool is_long;
    i64 number;
    double real;
    bool failed;
    MirUnit *unit;
    MirFunc *func;
    MirBuilder builder;
    VEC(u32) temps; /* temporary number -> local + 1 */
    Map locals;     /* name of a local as printed -> index + 1 */
} Reader;

/* ---- Tokens -------------------------------------------------------------------------------------------------------------------------- */

static void fail(Reader *r, const char *message) {
    if (!r->failed) diag_error(r->diags, (Span){r->file, r->start, r->at}, "mir.syntax", "%s", message);
    r->failed = true;
    r->tok = TOK_END;
}

static bool is_symbol_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("_$.`/", c)) || (c & 0x80);
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static void lex_string(Reader *r) {
    Text bytes = {0};
    r->at++;
    while (r->at < r->length && r->text[r->at] != '"') {
        char c = r->text[r->at++];
        if (c == '\\' && r->at < r->length) {
            c = r->text[r->at++];
            if (c == 'n') c = '\n';
            else if (c == 'r') c = '\r';
            else if (c == 't') c = '\t';
            else if (c == 'x' && r->at + 1 < r->length && hex_digit(r->text[r->at]) >= 0 && hex_digit(r->text[r->at + 1]) >= 0) {
                c = (char)(hex_digit(r->text[r->at]) << 4 | hex_digit(r->text[r->at + 1]));
                r->at += 2;
            }
        }
        text_char(&bytes, c);
    }
    r->at++;
    r->tok = TOK_STRING;
    r->symbol = name_of(r->names, bytes.at ? bytes.at : "", bytes.count);
    text_free(&bytes);
}

static void lex_number(Reader *r) {
    const char *begin = r->text + r->at;
    char *end, *whole;
    r->number = strtoll(begin, &whole, 10);
    r->real = strtod(begin, &end);
    r->is_float = end > whole;
    if (!r->is_float) end = whole;
    r->is_long = !r->is_float && *end == 'l';
    r->at = (u32)(end - r->text) + r->is_long;
    r->tok = TOK_NUMBER;
}

static void advance(Reader *r) {
    if (r->failed) return;
    for (;;) {
        while (r->at < r->length && strchr(" \t\r\n", r->text[r->at]) && r->text[r->at]) r->at++;
        if (r->at + 1 < r->length && r->text[r->at] == '/' && r->text[r->at + 1] == '/') {
            while (r->at < r->length && r->text[r->at] != '\n') r->at++;
            continue;
        }
        break;
    }
    r->start = r->at;
    if (r->at >= r->length) {
        r->tok = TOK_END;
        return;
    }
    const char *here = r->text + r->at;
    char c = here[0], next = r->at + 1 < r->length ? here[1] : 0;
    if (c == '"') {
        lex_string(r);
    } else if ((c >= '0' && c <= '9') || (c == '-' && next >= '0' && next <= '9')) {
        lex_number(r);
    } else if (is_symbol_char(c)) {
        while (r->at < r->length && is_symbol_char(r->text[r->at])) r->at++;
        r->tok = TOK_SYMBOL;
        r->symbol = name_of(r->names, here, r->at - r->start);
    } else {
        bool two = (c == '-' && next == '>') || (c == ':' && next == ':');
        r->tok = TOK_PUNCT;
        r->punct[0] = c;
        r->punct[1] = two ? next : 0;
        r->punct[2] = 0;
        r->at += two ? 2 : 1;
    }
}

static bool is_punct(const Reader *r, const char *punct) { return r->tok == TOK_PUNCT && strcmp(r->punct, punct) == 0; }
static bool is_word(const Reader *r, const char *word) { return r->tok == TOK_SYMBOL && name_is(r->symbol, word); }

static bool accept(Reader *r, const char *punct) {
    if (!is_punct(r, punct)) return false;
    advance(r);
    return true;
}
static bool accept_word(Reader *r, const char *word) {
    if (!is_word(r, word)) return false;
    advance(r);
    return true;
}
static void expect(Reader *r, const char *punct) {
    if (accept(r, punct)) return;
    char message[40];
    snprintf(message, sizeof message, "Expected %s", punct);
    fail(r, message);
}

static Name expect_symbol(Reader *r) {
    if (r->tok != TOK_SYMBOL && r->tok != TOK_STRING) fail(r, "Expected a name");
    if (r->failed) return name_lit(r->names, "?");
    Name name = r->symbol;
    advance(r);
    return name;
}

static u32 expect_number(Reader *r) {
    if (r->tok != TOK_NUMBER || r->is_float || r->number < 0) fail(r, "Expected a number");
    if (r->failed) return 0;
    u32 number = (u32)r->number;
    advance(r);
    return number;
}

static Rep expect_rep(Reader *r) {
    Rep rep = REP_VOID;
    Name name = expect_symbol(r);
    if (!r->failed && !rep_parse(name->text, &rep)) fail(r, "Expected a representation");
    return rep;
}

/* ---- Signatures ------------------------------------------------------------------------------------------------------------------------ */

static bool letter_rep(char letter, u8 *rep) {
    for (u32 i = 0; i < REP_COUNT; i++) {
        if (rep_letter((Rep)i) == letter) {
            *rep = (u8)i;
            return true;
        }
    }
    return false;
}

static const FunSig *parse_sig(Reader *r) {
    if (r->tok != TOK_STRING) fail(r, "Expected a signature in quotes");
    if (r->failed) return NULL;
    const char *at = r->symbol->text;
    VEC(u8) reps = {0};
    VEC(TypeTest) tests = {0};
    u8 optional[256] = {0};
    u8 ret = REP_VOID;
    TypeTest ret_test = NULL;
    bool good = *at++ == '(';
    while (good && *at != ')') {
        u8 rep = 0;
        u32 index = reps.count;
        if (*at == '?') at++, optional[index % 256] = 1;
        good = index < 256 && letter_rep(*at, &rep);
        if (!good) break;
        at++;
        size_t length = *at == ' ' ? strcspn(++at, ",)") : 0;
        vec_push(NULL, &reps, rep);
        vec_push(NULL, &tests, length ? name_of(r->names, at, length) : NULL);
        at += length;
        if (*at == ',') at++;
        else good = *at == ')';
    }
    good = good && letter_rep(at[1], &ret);
    if (good && at[2] == ' ') ret_test = name_lit(r->names, at + 3);
    const FunSig *sig = NULL;
    if (good) sig = fun_sig_new(r->names, r->unit->arena, reps.count, reps.at, tests.at, (const bool *)optional, (Rep)ret, ret_test);
    else fail(r, "Not a signature");
    vec_free(&reps);
    vec_free(&tests);
    advance(r);
    return sig;
}

/* ---- Locals ------------------------------------------------------------------------------------------------------------------------------ */

/* name or name'2, as one interned key. */
static Name parse_local_name(Reader *r, Name *plain) {
    *plain = expect_symbol(r);
    Name key = *plain;
    if (accept(r, "'")) key = name_printf(r->names, "%s'%u", key->text, expect_number(r));
    return key;
}

static void declare(Reader *r, LocalKind kind) {
    Name plain, key = parse_local_name(r, &plain);
    expect(r, ":");
    bool is_cell = accept_word(r, "cell");
    Rep rep = expect_rep(r);
    Name type = NULL;
    if (r->tok == TOK_STRING) type = expect_symbol(r);
    if (r->failed) return;
    if (map_get_name(&r->locals, key)) {
        fail(r, "Declared twice");
        return;
    }
    u32 local = mir_add_local(r->func, plain, rep, kind, type);
    r->func->locals.at[local].is_cell = is_cell;
    map_set_name(&r->locals, key, (void *)(uintptr_t)(local + 1));
    if (kind != LOCAL_HIDDEN) return;
    if (!accept_word(r, "of")) fail(r, "Expected of");
    r->func->locals.at[local].loop = expect_number(r);
    r->func->locals.at[local].ordinal = expect_number(r);
}

/* rep: what the temporary is if this is its first appearance, as the result of an instruction; VOID: it must be known or say so. */
static u32 parse_local(Reader *r, Rep rep) {
    if (accept(r, "%")) {
        u32 number = expect_number(r);
        if (rep == REP_VOID && accept(r, ":")) rep = expect_rep(r);
        if (r->failed) return 0;
        if (number > r->temps.count + 1000) {
            fail(r, "Temporaries are numbered in order of appearance");
            return 0;
        }
        while (number >= r->temps.count) vec_push(NULL, &r->temps, 0);
        if (!r->temps.at[number] && rep == REP_VOID) fail(r, "This temporary is not assigned yet");
        else if (!r->temps.at[number]) r->temps.at[number] = mir_add_local(r->func, NULL, rep, LOCAL_TEMP, NULL) + 1;
        return r->failed ? 0 : r->temps.at[number] - 1;
    }
    Name plain, key = parse_local_name(r, &plain);
    u32 local = (u32)(uintptr_t)map_get_name(&r->locals, key);
    if (!local) fail(r, "Unknown local");
    return local ? local - 1 : 0;
}

/* ---- Instructions ------------------------------------------------------------------------------------------------------------------------ */

/* What stands in the parentheses of class(…), tag(…), hash(…), name(…), float(…). */
static MirOperand parse_wrapped(Reader *r, Name word) {
    MirOperand operand = {0};
    if (name_is(word, "float")) {
        bool minus = accept(r, "-");
        Name name = expect_symbol(r);
        operand = mir_constant(hir_const_float(name_is(name, "nan") ? __builtin_nan("") : minus ? -__builtin_inf() : __builtin_inf()));
    } else if (name_is(word, "tag")) {
        Name owner = expect_symbol(r);
        expect(r, "::");
        operand = mir_constant(hir_const_tag(owner, expect_symbol(r)));
    } else if (name_is(word, "hash")) {
        operand = mir_constant(hir_const_hash(expect_symbol(r)));
    } else if (name_is(word, "class") || name_is(word, "name")) {
        operand = mir_constant(hir_const_named(name_is(word, "class") ? HIR_CONST_CLASS : HIR_CONST_NAME, expect_symbol(r)));
    } else {
        fail(r, "Unknown kind of constant");
    }
    expect(r, ")");
    return operand;
}

static MirOperand parse_operand(Reader *r) {
    if (r->tok == TOK_NUMBER) {
        MirOperand operand = r->is_float ? mir_constant(hir_const_float(r->real)) : mir_int((i32)r->number);
        if (r->is_long) operand.rep = REP_I64;
        if (!r->is_float) operand.int_value = r->number;
        advance(r);
        return operand;
    }
    if (r->tok == TOK_STRING) return mir_constant(hir_const_named(HIR_CONST_STRING, expect_symbol(r)));
    if (accept_word(r, "true")) return mir_constant(hir_const_bool(true));
    if (accept_word(r, "false")) return mir_constant(hir_const_bool(false));
    if (accept_word(r, "null")) {
        Rep rep = accept(r, ":") ? expect_rep(r) : REP_REF;
        return (MirOperand){.kind = MIR_CONST_NULL, .rep = (u8)rep};
    }
    if (r->tok == TOK_SYMBOL && r->at < r->length && r->text[r->at] == '(') {
        Name word = expect_symbol(r);
        expect(r, "(");
        return parse_wrapped(r, word);
    }
    u32 local = parse_local(r, REP_VOID);
    return r->failed ? (MirOperand){0} : mir_local(r->func, local);
}

static u32 parse_block_number(Reader *r) {
    expect(r, "@");
    return expect_number(r);
}

static Rep result_rep(MirOp op, Rep rep, const MirOperand *first) {
    char letter = mir_op_result(op);
    u8 result = REP_VOID;
    if (letter == '*') return rep;
    if (letter == '=') return first ? (Rep)first->rep : REP_VOID;
    letter_rep(letter, &result);
    return (Rep)result;
}

/* The result's local is read last, when its representation is known: a second lexer pass over the text in front of `=`. */
static void parse_instr(Reader *r) {
    Span span = {r->file, r->start, r->start};
    u32 begin = r->start;
    bool has_dst = false;
    for (u32 i = begin; i < r->length && r->text[i] != '\n' && r->text[i] != '"' && r->text[i] != '('; i++) {
        if (r->text[i] == '=') {
            has_dst = true;
            r->at = i + 1;
            advance(r);
            break;
        }
    }
    MirOp op = MIR_MOVE;
    Rep rep = REP_VOID;
    Name owner = NULL, member = NULL;
    if (r->tok != TOK_SYMBOL || !mir_op_parse(r->symbol->text, &op)) fail(r, "Unknown operation");
    advance(r);
    if (accept(r, ":")) rep = expect_rep(r);
    bool symbol = r->tok == TOK_STRING || (r->tok == TOK_SYMBOL && !is_word(r, "is") && !is_word(r, "sig"));
    /* After an operation without operands the next line may begin with a name. */
    for (u32 i = r->start; symbol && i > begin; i--)
        if (r->text[i - 1] == '\n') symbol = false;
    if (symbol) {
        owner = expect_symbol(r);
        if (accept(r, "::")) member = expect_symbol(r);
    }
    VEC(MirOperand) args = {0};
    if (accept(r, "(")) {
        while (!r->failed && !is_punct(r, ")")) {
            vec_push(NULL, &args, parse_operand(r));
            if (!accept(r, ",")) break;
        }
        expect(r, ")");
    }
    TypeTest test = accept_word(r, "is") ? expect_symbol(r) : NULL;
    const FunSig *sig = accept_word(r, "sig") ? parse_sig(r) : NULL;
    u32 number = accept(r, "#") ? expect_number(r) : 0;
    VEC(u32) targets = {0};
    if (accept(r, "->")) {
        do vec_push(NULL, &targets, parse_block_number(r));
        while (accept(r, ","));
    }
    u32 dst = MIR_NO_LOCAL;
    if (has_dst && !r->failed) {
        Reader left = *r;
        left.at = begin;
        advance(&left);
        dst = parse_local(&left, result_rep(op, rep, args.count ? &args.at[0] : NULL));
        r->temps.at = left.temps.at;
        r->temps.count = left.temps.count;
        r->temps.capacity = left.temps.capacity;
        if (left.failed) r->failed = true, r->tok = TOK_END;
    }
    if (!r->failed) {
        span.end = r->start;
        vec_push(r->unit->arena, &r->func->positions, (CodePos){.span = span, .token = NO_TOKEN, .inlined_at = UINT32_MAX});
        r->builder.pos = r->func->positions.count - 1;
        MirInstr *instr = mir_emit(&r->builder, op, rep, dst, args.count, args.at);
        instr->owner = owner;
        instr->member = member;
        instr->test = test;
        instr->sig = sig;
        instr->number = number;
        instr->target_count = targets.count;
        if (targets.count) instr->targets = arena_copy(r->unit->arena, targets.at, targets.count * sizeof(u32));
        /* Blocks that end in their middle are kept as they are written: the verifier's negative tests need them. */
        r->builder.open = true;
    }
    vec_free(&args);
    vec_free(&targets);
}

/* ---- Functions ---------------------------------------------------------------------------------------------------------------------------- */

static void parse_capture(Reader *r) {
    Capture capture = {.name = expect_symbol(r)};
    expect(r, ":");
    capture.is_cell = accept_word(r, "cell");
    capture.rep = (u8)expect_rep(r);
    if (r->tok == TOK_STRING) capture.type = expect_symbol(r);
    vec_push(r->unit->arena, &r->func->captures, capture);
}

static void parse_loop(Reader *r) {
    MirLoop loop = {.parent = UINT32_MAX, .span = {r->file, r->start, r->at}};
    if (expect_number(r) != r->func->loops.count) fail(r, "Loops are numbered in order");
    if (accept_word(r, "in")) loop.parent = expect_number(r);
    VEC(u32) scope = {0};
    expect(r, "(");
    while (!r->failed && !is_punct(r, ")")) {
        vec_push(NULL, &scope, parse_local(r, REP_VOID));
        if (!accept(r, ",")) break;
    }
    expect(r, ")");
    loop.scope_count = scope.count;
    if (scope.count) loop.in_scope = arena_copy(r->unit->arena, scope.at, scope.count * sizeof(u32));
    vec_push(r->unit->arena, &r->func->loops, loop);
    vec_free(&scope);
}

static void parse_handler(Reader *r) {
    MirHandler handler = {.parent = MIR_NO_HANDLER};
    if (expect_number(r) != r->func->handlers.count) fail(r, "Handlers are numbered in order");
    if (accept_word(r, "in")) handler.parent = expect_number(r);
    VEC(MirCatch) catches = {0};
    expect(r, "{");
    while (!r->failed && !is_punct(r, "}")) {
        MirCatch clause = {.test = expect_symbol(r)};
        clause.dst = parse_local(r, REP_WORD);
        expect(r, "->");
        clause.target = parse_block_number(r);
        vec_push(NULL, &catches, clause);
        if (!accept(r, ",")) break;
    }
    expect(r, "}");
    handler.count = catches.count;
    if (catches.count) handler.catches = arena_copy(r->unit->arena, catches.at, catches.count * sizeof(MirCatch));
    vec_push(r->unit->arena, &r->func->handlers, handler);
    vec_free(&catches);
}

static void parse_blocks(Reader *r) {
    while (!r->failed && accept(r, "@")) {
        if (expect_number(r) != r->func->blocks.count) fail(r, "Blocks are numbered in order");
        expect(r, ":");
        u32 handler = accept_word(r, "on") ? expect_number(r) : MIR_NO_HANDLER;
        r->builder.block = mir_add_block(r->func, handler);
        r->builder.open = true;
        while (!r->failed && r->tok != TOK_END && !is_punct(r, "@") && !is_punct(r, "}")) parse_instr(r);
    }
}

static void parse_func(Reader *r) {
    u32 start = r->start;
    map_clear(&r->locals);
    r->temps.count = 0;
    if (!accept_word(r, "func")) fail(r, "Expected func");
    Name name = expect_symbol(r);
    if (r->failed) return;
    r->func = mir_func_new(r->unit, name, REP_VOID);
    r->builder = (MirBuilder){.func = r->func, .handler = MIR_NO_HANDLER};
    expect(r, "(");
    while (!r->failed && !is_punct(r, ")")) {
        declare(r, LOCAL_ARG);
        r->func->arg_count++;
        if (!accept(r, ",")) break;
    }
    expect(r, ")");
    expect(r, "->");
    r->func->ret_rep = (u8)expect_rep(r);
    expect(r, "{");
    while (r->tok == TOK_SYMBOL) {
        if (accept_word(r, "closure")) r->func->is_closure = true;
        else if (accept_word(r, "sig")) r->func->sig = parse_sig(r);
        else if (accept_word(r, "capture")) parse_capture(r);
        else if (accept_word(r, "var")) declare(r, LOCAL_VAR);
        else if (accept_word(r, "hidden")) declare(r, LOCAL_HIDDEN);
        else if (accept_word(r, "loop")) parse_loop(r);
        else if (accept_word(r, "handler")) parse_handler(r);
        else fail(r, "Expected a declaration or a block");
    }
    parse_blocks(r);
    expect(r, "}");
    r->func->span = (Span){r->file, start, r->start};
}

MirUnit *mir_read(Names *names, Diags *diags, u32 file, const char *text, size_t length) {
    Reader r = {.names = names, .diags = diags, .file = file, .text = text, .length = (u32)length, .unit = mir_unit_new(NULL)};
    advance(&r);
    while (!r.failed && r.tok != TOK_END) parse_func(&r);
    vec_free(&r.temps);
    map_free(&r.locals);
    if (!r.failed) return r.unit;
    mir_unit_free(r.unit);
    return NULL;
}
