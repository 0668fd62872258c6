/* Trees: values of literals, spans of nodes, modifiers, what stays after errors, and limits. */
#include "unit.h"

#include "../../src/syntax/syntax.h"

#include <pthread.h>

static Names *names;
static Sources *sources;
static Diags diags;
static Map defines;
static Arena *arena;
static const SourceFile *source;

static int begin(void **state)
{
    (void)state;
    names = names_new();
    sources = sources_new(names);
    diags_init(&diags);
    arena = arena_new("test");
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    diags_free(&diags);
    map_free(&defines);
    sources_free(sources);
    names_free(names);
    return 0;
}

static AstFile *parse(const char *text)
{
    bool changed;
    SourceFile *file = source_file(sources, "Test.hx");
    source_set_text(sources, file, NULL, text, strlen(text), &changed);
    source = file;
    return syntax_parse(names, &diags, file, &defines, arena);
}

/* The value of the variable that such a file declares. */
static AstExpr *expr(const char *text)
{
    AstFile *ast = parse(arena_printf(arena, "var x = %s;", text));
    if (ast->has_errors) print_error("%s: %s\n", text, diags.list.at[0].message);
    assert_false(ast->has_errors);
    return ast->decls.at[0]->field->value;
}

static void assert_name(Name name, const char *text)
{
    assert_non_null(name);
    assert_string_equal(name->text, text);
}

static void assert_source(u32 start, u32 end, const char *text)
{
    char found[200];
    snprintf(found, sizeof found, "%.*s", (int)(end - start), source->text + start);
    assert_string_equal(found, text);
}

static void numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_float, negative;
        const char *digits, *suffix;
        u64 bits;
        double value;
    } cases[] = {
        {"0", false, false, "0", NULL, 0, 0},
        {"-5", false, true, "5", NULL, 5, 0},
        {"- -5", false, false, "5", NULL, 5, 0},
        {"1_000_000", false, false, "1000000", NULL, 1000000, 0},
        {"0xFF_ff", false, false, "0xFFff", NULL, 0xFFFF, 0},
        {"0b1010", false, false, "0b1010", NULL, 10, 0},
        {"2147483648", false, false, "2147483648", NULL, 2147483648u, 0},
        {"0xFFFFFFFFFFFFFFFFi64", false, false, "0xFFFFFFFFFFFFFFFF", "i64", UINT64_MAX, 0},
        {"99999999999999999999", false, false, "99999999999999999999", NULL, UINT64_MAX, 0},
        {"7_i32", false, false, "7", "i32", 7, 0},
        {"8u32", false, false, "8", "u32", 8, 0},
        {"1.5", true, false, "1.5", NULL, 0, 1.5},
        {".5", true, false, ".5", NULL, 0, 0.5},
        {"-1e-3", true, true, "1e-3", NULL, 0, 1e-3},
        {"1.e2", true, false, "1.e2", NULL, 0, 100},
        {"5.", true, false, "5.", NULL, 0, 5},
        {"1_0.2_5f64", true, false, "10.25", "f64", 0, 10.25},
        {"3f64", true, false, "3", "f64", 0, 3},
    };
    for (u32 i = 0; i < LEN(cases); i++) {
        AstExpr *number = expr(cases[i].text);
        assert_int_equal(number->kind, cases[i].is_float ? EXPR_FLOAT : EXPR_INT);
        assert_int_equal(number->negative, cases[i].negative);
        assert_name(number->number.text, cases[i].digits);
        if (cases[i].suffix)
            assert_name(number->number.suffix, cases[i].suffix);
        else
            assert_null(number->number.suffix);
        if (cases[i].is_float)
            assert_true(number->number.value == cases[i].value);
        else
            assert_true(number->number.bits == cases[i].bits);
        assert_source(number->start, number->end, cases[i].text);
    }
    AstExpr *interval = expr("0...5");
    assert_int_equal(interval->kind, EXPR_BINOP);
    assert_int_equal(interval->binop, BINOP_INTERVAL);
    assert_int_equal(expr("5.foo")->kind, EXPR_FIELD);
}

static void strings(void **state)
{
    (void)state;
    static const struct {
        const char *source, *text, *raw;
    } cases[] = {
        {"\"a\\n\\t\\\\\\\"\\x41\\102\\u00e9\\u{1F600}'\"", "a\n\t\\\"AB\xC3\xA9\xF0\x9F\x98\x80'", NULL},
        {"\"$x ${y} $$\"", "$x ${y} $$", NULL},
        {"'plain'", "plain", NULL},
        {"'a $$ b $1 $ \\' c$'", "a $ b $1 $ ' c$", "a $$ b $1 $ ' c$"},
        {"''", "", NULL},
    };
    for (u32 i = 0; i < LEN(cases); i++) {
        AstExpr *string = expr(cases[i].source);
        assert_int_equal(string->kind, EXPR_STRING);
        assert_int_equal(string->single, cases[i].source[0] == '\'');
        assert_name(string->string.text, cases[i].text);
        assert_name(string->string.raw, cases[i].raw ? cases[i].raw : cases[i].text);
    }
    AstExpr *zero = expr("\"a\\000b\"");
    assert_int_equal(zero->string.text->length, 3);
    assert_memory_equal(zero->string.text->text, "a\0b", 3);
}

static void formats(void **state)
{
    (void)state;
    AstExpr *format = expr("'a$$$b.c ${d + 'e${f}'}\\n$this'");
    assert_int_equal(format->kind, EXPR_FORMAT);
    assert_int_equal(format->format.parts.count, 6);
    assert_name(format->format.parts.at[0]->string.text, "a$");
    assert_true(format->format.parts.at[0]->piece);
    assert_name(format->format.parts.at[1]->ident, "b");
    assert_source(format->format.parts.at[1]->start, format->format.parts.at[1]->end, "b");
    assert_name(format->format.parts.at[2]->string.text, ".c ");
    AstExpr *sum = format->format.parts.at[3];
    assert_int_equal(sum->kind, EXPR_BINOP);
    assert_source(sum->start, sum->end, "d + 'e${f}'");
    assert_int_equal(sum->pair.right->kind, EXPR_FORMAT);
    assert_name(format->format.parts.at[4]->string.text, "\n");
    assert_int_equal(format->format.parts.at[5]->kind, EXPR_THIS);
    assert_name(format->format.raw, "a$$$b.c ${d + 'e${f}'}\n$this");
    /* In code within a string escapes are decoded once more. */
    assert_name(expr("'${\"a\\\\nb\"}'")->format.parts.at[0]->string.text, "a\nb");
}

static void regular_expressions(void **state)
{
    (void)state;
    AstExpr *regexp = expr("~/a\\/b\\n\\d\\\\[x]/gi");
    assert_int_equal(regexp->kind, EXPR_REGEXP);
    assert_name(regexp->regexp.pattern, "a/b\n\\d\\\\[x]");
    assert_name(regexp->regexp.options, "gi");
    assert_name(expr("~/x/")->regexp.options, "");
}

static void spans(void **state)
{
    (void)state;
    AstFile *ast = parse("@:m class A<T> extends B { @:n public static function f(?a:Int = 1):Void { return g(a).h[0]; } var p(get, set):Int; }");
    AstDecl *decl = ast->decls.at[0];
    assert_source(decl->name.start, decl->name.end, "A");
    assert_int_equal(source->text[decl->start], 'c');
    assert_int_equal(decl->end, source->length);
    assert_source(decl->meta.at[0].start, decl->meta.at[0].end, "@:m");
    assert_name(decl->meta.at[0].name.name, ":m");
    AstField *f = decl->class_.fields.at[0];
    assert_source(f->start, f->end, "public static function f(?a:Int = 1):Void { return g(a).h[0]; }");
    assert_int_equal(f->modifiers, MOD_PUBLIC | MOD_STATIC);
    assert_source(f->function->args.at[0].start, f->function->args.at[0].end, "?a:Int = 1");
    assert_source(f->function->result->start, f->function->result->end, "Void");
    assert_source(f->function->body->start, f->function->body->end, "{ return g(a).h[0]; }");
    AstExpr *value = f->function->body->list.at[0]->operand;
    assert_source(value->start, value->end, "g(a).h[0]");
    assert_source(value->pair.left->start, value->pair.left->end, "g(a).h");
    const Token *first = &ast->tokens[f->tokens.first];
    assert_source(first->start, first->start + first->length, "@");
    assert_int_equal(ast->tokens[f->body_tokens.first].kind, TOKEN_BRACE_OPEN);
    assert_name(decl->class_.fields.at[1]->get.name, "get");
    assert_int_equal(ast->tokens[ast->token_count - 1].kind, TOKEN_END);
}

static void trees_outlive_the_text(void **state)
{
    (void)state;
    AstFile *ast = parse("class A { var s = 'x${1 + 2}'; function f() return ~/a/; }");
    Text before = {0}, after = {0};
    syntax_print(ast, &before);
    parse("class B {}");
    syntax_print(ast, &after);
    assert_string_equal(before.at, after.at);
    text_free(&before);
    text_free(&after);
}

static void errors_leave_the_rest(void **state)
{
    (void)state;
    AstFile *ast = parse("class A {\n\tfunction f() { a = ; }\n\tfunction g() { return 1; }\n\tvar x:;\n\tvar y:Int;\n}\nclass B {}\n");
    assert_true(ast->has_errors);
    assert_int_equal(diags.errors, 2);
    assert_string_equal(diags.list.at[0].code, "syntax.expected");
    assert_int_equal(ast->decls.count, 2);
    assert_int_equal(ast->decls.at[0]->class_.fields.count, 4);
    AstExpr *assignment = ast->decls.at[0]->class_.fields.at[0]->function->body->list.at[0];
    assert_int_equal(assignment->pair.right->kind, EXPR_ERROR);
    assert_int_equal(ast->decls.at[0]->class_.fields.at[2]->type->kind, AST_TYPE_ERROR);
    /* The same errors again are in the list only once, and are errors of the second tree all the same. */
    AstFile *again = parse("class A {\n\tfunction f() { a = ; }\n\tfunction g() { return 1; }\n\tvar x:;\n\tvar y:Int;\n}\nclass B {}\n");
    assert_true(again->has_errors);
    assert_int_equal(diags.errors, 2);
}

/* ---- Limits ------------------------------------------------------------------------------------------------------------------ */

static char *repeated(const char *before, const char *piece, const char *middle, const char *closing, const char *after, int count)
{
    Text text = {0};
    text_str(&text, before);
    for (int i = 0; i < count; i++) text_str(&text, piece);
    text_str(&text, middle);
    for (int i = 0; i < count; i++) text_str(&text, closing);
    text_str(&text, after);
    char *copy = arena_copy(arena, text.at, text.count + 1);
    text_free(&text);
    return copy;
}

/* Parses, prints and compares; returns whether the parser refused it for its depth. */
static bool too_deep(const char *text)
{
    diags_clear(&diags);
    AstFile *ast = parse(text);
    if (diags.errors) {
        assert_int_equal(diags.errors, 1);
        assert_string_equal(diags.list.at[0].message, "Nesting too deep");
        return true;
    }
    Text printed = {0};
    syntax_print(ast, &printed);
    AstFile *again = parse(printed.at);
    assert_true(syntax_equal(ast, again));
    text_free(&printed);
    return false;
}

static void *deep(void *unused)
{
    (void)unused;
    assert_false(too_deep(repeated("var x = ", "(", "1", ")", ";", 10000)));
    assert_true(too_deep(repeated("var x = ", "(", "1", ")", ";", 100000)));
    assert_false(too_deep(repeated("var x = ", "a + ", "1", "", ";", 100000)));
    assert_false(too_deep(repeated("var x = a", ".b(1)", "", "", ";", 100000)));
    assert_false(too_deep(repeated("var x = a", " is T", "", "", ";", 100000)));
    assert_false(too_deep(repeated("var x:", "Int -> ", "Int", "", ";", 100000)));
    assert_false(too_deep(repeated("var x:", "A & ", "A", "", ";", 100000)));
    assert_false(too_deep(repeated("function f() { if (a) b; ", "else if (a) b; ", "", "", "}", 10000)));
    assert_true(too_deep(repeated("var x = ", "!", "a", "", ";", 100000)));
    assert_true(too_deep(repeated("var x = ", "a = ", "a", "", ";", 100000)));
    assert_true(too_deep(repeated("var x:", "Array<", "Int", ">", ";", 100000)));
    assert_true(too_deep(repeated("function f() ", "{", "", "}", "", 100000)));
    assert_true(too_deep(repeated("var x = ", "'${", "1", "}'", ";", 100000)));
    assert_true(too_deep(repeated("#if ", "(", "a", ")", " #end", 100000)));
    assert_false(too_deep(repeated("", "#if true ", "", "#end ", "class A {}", 100000)));
    return NULL;
}

static void nesting(void **state)
{
    (void)state;
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 256u << 20);
    assert_int_equal(pthread_create(&thread, &attributes, deep, NULL), 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
}

static void conditions(void **state)
{
    (void)state;
    map_set_name(&defines, name_lit(names, "haxe"), "4.2.5");
    map_set_name(&defines, name_lit(names, "haxe_ver"), "4.205");
    map_set_name(&defines, name_lit(names, "flag"), "1");
    map_set_name(&defines, name_lit(names, "target.sys"), "1");
    map_set_name(&defines, name_lit(names, "name"), "some text");
    static const struct {
        const char *condition;
        bool holds;
    } cases[] = {
        {"flag", true},
        {"!flag", false},
        {"other", false},
        {"target.sys", true},
        {"true", true},
        {"false", false},
        {"(flag && !other)", true},
        {"(other || flag && other)", false},
        {"(haxe_ver >= 4.1)", true},
        {"(haxe_ver < 4)", false},
        {"(haxe >= \"4.1.0\")", true},
        {"(haxe >= version(\"4.1.0\") && haxe < version(\"4.10.0\"))", true},
        {"(version(\"1.0.0-rc.2\") < version(\"1.0.0\"))", true},
        {"(version(\"1.0.0-rc.2\") < version(\"1.0.0-rc.10\"))", true},
        {"(name == \"some text\")", true},
        {"(name != 'some text')", false},
        {"(other == \"\")", false},
        {"(other != \"\")", false},
        {"(flag == 1)", true},
        {"(other < 5)", false},
        {"0", false},
        {"2", true},
        {"\"text\"", true},
        {"/* a comment */ (flag // another\n)", true},
    };
    for (u32 i = 0; i < LEN(cases); i++) {
        AstFile *ast = parse(arena_printf(arena, "#if %s class Yes {} #else class No {} #end", cases[i].condition));
        if (ast->has_errors) print_error("%s: %s\n", cases[i].condition, diags.list.at[0].message);
        assert_false(ast->has_errors);
        if (!name_is(ast->decls.at[0]->name.name, cases[i].holds ? "Yes" : "No")) print_error("%s\n", cases[i].condition);
        assert_name(ast->decls.at[0]->name.name, cases[i].holds ? "Yes" : "No");
    }
    AstFile *ast = parse("#if other class A {} #elseif flag class B {} #elseif flag class C {} #else class D {} #end\n"
                         "#if other \"#end\" /* #end */ '#end' ~/#end/ // #end\n #if flag x #else y #end #else class E {} #end");
    assert_false(ast->has_errors);
    assert_int_equal(ast->decls.count, 2);
    assert_name(ast->decls.at[0]->name.name, "B");
    assert_name(ast->decls.at[1]->name.name, "E");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
        TEST(numbers), TEST(strings), TEST(formats), TEST(regular_expressions), TEST(spans), TEST(trees_outlive_the_text),
        TEST(errors_leave_the_rest), TEST(nesting), TEST(conditions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
