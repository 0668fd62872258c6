/* Hashes of declarations, fields and local functions, and places carried over from one revision of a file to the next. */
#include "unit.h"

#include "../../src/syntax/syntax.h"

static Names *names;
static Sources *sources;
static Diags diags;
static Map defines;
static Arena *arena;

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
    AstFile *ast = syntax_parse(names, &diags, file, &defines, arena);
    Text out = {0};
    source_print_diags(sources, &diags, DIAG_PLAIN, &out);
    if (out.count) print_error("%s", out.at);
    text_free(&out);
    assert_false(ast->has_errors);
    return ast;
}

static AstDecl *decl(const AstFile *ast, const char *name)
{
    for (u32 i = 0; i < ast->decls.count; i++)
        if (ast->decls.at[i]->name.name && name_is(ast->decls.at[i]->name.name, name)) return ast->decls.at[i];
    fail_msg("no declaration %s", name);
    return NULL;
}

static AstField *field(const AstFile *ast, const char *type, const char *name)
{
    const AstDecl *owner = decl(ast, type);
    const AstFieldList *fields = owner->kind == AST_DECL_ABSTRACT ? &owner->abstract.fields : &owner->class_.fields;
    for (u32 i = 0; i < fields->count; i++)
        if (name_is(fields->at[i]->name.name, name)) return fields->at[i];
    fail_msg("no field %s", name);
    return NULL;
}

static bool same_hash(CodeHash a, CodeHash b)
{
    return a.sig == b.sig && a.body == b.body && a.own == b.own;
}

static void assert_same(CodeHash a, CodeHash b)
{
    assert_true(same_hash(a, b));
}

/* Whether sig, body and own changed, as a word such as "sig body". */
static void assert_changed(CodeHash a, CodeHash b, const char *expected)
{
    char changed[32] = "";
    if (a.sig != b.sig) strcat(changed, " sig");
    if (a.body != b.body) strcat(changed, " body");
    if (a.own != b.own) strcat(changed, " own");
    assert_string_equal(changed[0] ? changed + 1 : "", expected);
}

static void spaces_and_comments_do_not_count(void **state)
{
    (void)state;
    AstFile *a = parse("package p;import a.B;class C{var x=1;function f(a:Int):Int{return a+1;}}");
    AstFile *b = parse("// head\npackage p;\nimport a.B;\n/** doc */\nclass C {\n\tvar x = 1; // x\n"
                       "\tfunction f(a:Int):Int {\n\t\t/* sum */ return a + 1;\n\t}\n}\n");
    assert_int_equal(a->hash, b->hash);
    assert_int_equal(a->head_hash, b->head_hash);
    assert_int_equal(decl(a, "C")->hash, decl(b, "C")->hash);
    assert_int_equal(decl(a, "C")->header_hash, decl(b, "C")->header_hash);
    assert_same(field(a, "C", "x")->hash, field(b, "C", "x")->hash);
    assert_same(field(a, "C", "f")->hash, field(b, "C", "f")->hash);
    assert_true(syntax_equal(a, b));
}

static void body_and_signature_are_told_apart(void **state)
{
    (void)state;
    AstFile *a = parse("class C { @:m(1) public function f(a:Int = 1, ?b:String):Int { return a; } }");
    AstField *before = field(a, "C", "f");
    static const struct {
        const char *text, *changed;
    } edits[] = {
        {"class C { @:m(1) public function f(a:Int = 1, ?b:String):Int { return a + 1; } }", "body own"},
        {"class C { @:m(1) public function f(a:Int = 2, ?b:String):Int { return a; } }", "sig"},
        {"class C { @:m(2) public function f(a:Int = 1, ?b:String):Int { return a; } }", "sig"},
        {"class C { @:m(1) private function f(a:Int = 1, ?b:String):Int { return a; } }", "sig"},
        {"class C { @:m(1) public function f(a:Int = 1, b:String):Int { return a; } }", "sig"},
        {"class C { @:m(1) public function f(a:Int = 1, ?b:String):Float { return a; } }", "sig"},
        {"class C { @:m(1) public function f(c:Int = 1, ?b:String):Int { return c; } }", "sig body own"},
        {"class C { var other = 1; @:m(1) public function f(a:Int = 1, ?b:String):Int { return a; } }", ""},
    };
    for (u32 i = 0; i < LEN(edits); i++) assert_changed(before->hash, field(parse(edits[i].text), "C", "f")->hash, edits[i].changed);
    assert_same(before->hash, before->function->hash);
}

static void variables(void **state)
{
    (void)state;
    AstField *before = field(parse("class C { static var x:Int = f(1); }"), "C", "x");
    assert_changed(before->hash, field(parse("class C { static var x:Int = f(2); }"), "C", "x")->hash, "body own");
    assert_changed(before->hash, field(parse("class C { static var x:Float = f(1); }"), "C", "x")->hash, "sig");
    assert_changed(before->hash, field(parse("class C { static var x:Int; }"), "C", "x")->hash, "body own");
    assert_int_equal(field(parse("class C { static var x:Int; }"), "C", "x")->hash.body, 0);
    AstField *accessors = field(parse("class C { var x(get, never):Int; function get_x() return 1; }"), "C", "x");
    assert_changed(accessors->hash, field(parse("class C { var x(get, set):Int; function get_x() return 1; }"), "C", "x")->hash, "sig");
    /* A final `;` behind a block tells nothing. */
    assert_same(field(parse("class C { function f() {} }"), "C", "f")->hash, field(parse("class C { function f() {}; }"), "C", "f")->hash);
}

static void headers_do_not_see_members(void **state)
{
    (void)state;
    AstFile *a = parse("@:m class C<T> extends B implements I { var x = 1; }");
    AstFile *b = parse("@:m class C<T> extends B implements I { var x = 2; function g() {} }");
    AstFile *c = parse("@:m class C<T> extends D implements I { var x = 1; }");
    AstFile *d = parse("@:n class C<T> extends B implements I { var x = 1; }");
    assert_int_equal(decl(a, "C")->header_hash, decl(b, "C")->header_hash);
    assert_int_not_equal(decl(a, "C")->hash, decl(b, "C")->hash);
    assert_int_not_equal(decl(a, "C")->header_hash, decl(c, "C")->header_hash);
    assert_int_not_equal(decl(a, "C")->header_hash, decl(d, "C")->header_hash);
    AstFile *e = parse("enum E { A; B(x:Int); }"), *f = parse("enum E { A; B(x:Float); }");
    assert_int_equal(decl(e, "E")->header_hash, decl(f, "E")->header_hash);
    assert_int_equal(decl(e, "E")->enum_.constructors.at[0]->hash, decl(f, "E")->enum_.constructors.at[0]->hash);
    assert_int_not_equal(decl(e, "E")->enum_.constructors.at[1]->hash, decl(f, "E")->enum_.constructors.at[1]->hash);
    AstFile *g = parse("typedef T = {a:Int}"), *h = parse("typedef T = {a:Float}");
    assert_int_not_equal(decl(g, "T")->header_hash, decl(h, "T")->header_hash);
}

static void imports_make_the_head(void **state)
{
    (void)state;
    AstFile *a = parse("package p; import a.B; using C; class X {}");
    assert_int_equal(a->head_hash, parse("package p; import a.B; using C; class X { var y:Int; }")->head_hash);
    assert_int_not_equal(a->head_hash, parse("package p; import a.B; class X {}")->head_hash);
    assert_int_not_equal(a->head_hash, parse("package q; import a.B; using C; class X {}")->head_hash);
    assert_int_not_equal(a->head_hash, parse("package p; import a.B as D; using C; class X {}")->head_hash);
}

static void conditional_compilation_is_resolved(void **state)
{
    (void)state;
    AstFile *a = parse("class C { function f() { return 1; } }");
    AstFile *b = parse("class C { function f() { #if foo return 2; #else return 1; #end } #if foo var x; #end }");
    assert_int_equal(a->hash, b->hash);
    assert_same(field(a, "C", "f")->hash, field(b, "C", "f")->hash);
}

static const char nested[] =
    "class C { function f(a) { var g = function(x) { return h(y -> y + 1, 7); }; function named() return 3; return [1].map(z -> z * 2); } }";

static char *replaced(const char *text, const char *old_piece, const char *new_piece)
{
    const char *at = strstr(text, old_piece);
    assert_non_null(at);
    return arena_printf(arena, "%.*s%s%s", (int)(at - text), text, new_piece, at + strlen(old_piece));
}

static void local_functions_have_their_own(void **state)
{
    (void)state;
    AstField *f = field(parse(nested), "C", "f");
    assert_int_equal(f->locals.count, 3);
    AstFunction *g = f->locals.at[0], *named = f->locals.at[1], *last = f->locals.at[2];
    assert_int_equal(g->kind, FUNCTION_ANONYMOUS);
    assert_int_equal(g->ordinal, 1);
    assert_int_equal(named->kind, FUNCTION_NAMED);
    assert_true(name_is(named->name.name, "named"));
    assert_int_equal(named->ordinal, 0);
    assert_int_equal(last->kind, FUNCTION_ARROW);
    assert_int_equal(last->ordinal, 2);
    assert_null(g->parent);
    assert_int_equal(g->locals.count, 1);
    assert_ptr_equal(g->locals.at[0]->parent, g);
    assert_int_equal(f->function->locals.count, 3);

    /* The innermost function: its own body, and the whole hash of all that enclose it. */
    AstField *inner = field(parse(replaced(nested, "y + 1", "y + 2")), "C", "f");
    assert_changed(f->hash, inner->hash, "body");
    assert_changed(g->hash, inner->locals.at[0]->hash, "body");
    assert_changed(g->locals.at[0]->hash, inner->locals.at[0]->locals.at[0]->hash, "body own");
    assert_same(named->hash, inner->locals.at[1]->hash);
    assert_same(last->hash, inner->locals.at[2]->hash);

    /* Behind the inner one, in the middle one */
    AstField *middle = field(parse(replaced(nested, "7", "8")), "C", "f");
    assert_changed(f->hash, middle->hash, "body");
    assert_changed(g->hash, middle->locals.at[0]->hash, "body own");
    assert_same(g->locals.at[0]->hash, middle->locals.at[0]->locals.at[0]->hash);

    /* The outermost */
    AstField *outer = field(parse(replaced(nested, "[1]", "[2]")), "C", "f");
    assert_changed(f->hash, outer->hash, "body own");
    for (u32 i = 0; i < 3; i++) assert_same(f->locals.at[i]->hash, outer->locals.at[i]->hash);

    /* A local function's signature is no token of what encloses it. */
    AstField *signature = field(parse(replaced(nested, "function(x)", "function(x, w)")), "C", "f");
    assert_changed(f->hash, signature->hash, "body");
    assert_changed(g->hash, signature->locals.at[0]->hash, "sig");

    /* One more local function changes what encloses it. */
    AstField *more = field(parse(replaced(nested, "var g", "var k = () -> 1; var g")), "C", "f");
    assert_changed(f->hash, more->hash, "body own");
    assert_int_equal(more->locals.count, 4);
    assert_same(f->locals.at[0]->hash, more->locals.at[1]->hash);
}

static void functions_everywhere(void **state)
{
    (void)state;
    AstField *f = field(parse("class C { function f(a = 1) { trace('x ${list.map(x -> x + 1)} y'); return (b:Int, ?c) -> b; } }"), "C", "f");
    assert_int_equal(f->locals.count, 2);
    AstField *changed = field(parse("class C { function f(a = 1) { trace('x ${list.map(x -> x + 2)} y'); return (b:Int, ?c) -> b; } }"), "C", "f");
    assert_changed(f->hash, changed->hash, "body");
    assert_changed(f->locals.at[0]->hash, changed->locals.at[0]->hash, "body own");
    assert_same(f->locals.at[1]->hash, changed->locals.at[1]->hash);

    AstField *variable = field(parse("class C { static var v = [for (i in 0...3) () -> i]; }"), "C", "v");
    assert_int_equal(variable->locals.count, 1);
    assert_changed(variable->hash, field(parse("class C { static var v = [for (i in 0...3) () -> -i]; }"), "C", "v")->hash, "body");

    /* A parenthesis that turns out to hold arguments, with a function among their default values */
    AstField *arguments = field(parse("class C { var v = (a = () -> 1, b) -> a; }"), "C", "v");
    assert_int_equal(arguments->locals.count, 1);
    assert_int_equal(arguments->locals.at[0]->locals.count, 1);
    assert_changed(arguments->locals.at[0]->hash,
                   field(parse("class C { var v = (a = () -> 2, b) -> a; }"), "C", "v")->locals.at[0]->hash, "sig");
}

static void places_are_carried_over(void **state)
{
    (void)state;
    const char *old_text = "class C { function f() { return alpha + beta; } }";
    const char *new_text = "class C {\n  var x;\n  function f() {\n    return alpha\n      +  beta ;\n  }\n}";
    AstFile *old_ast = parse(old_text), *new_ast = parse(new_text);
    AstField *old_field = field(old_ast, "C", "f"), *new_field = field(new_ast, "C", "f");
    assert_same(old_field->hash, new_field->hash);
    AstExpr *old_sum = old_field->function->body->list.at[0]->operand, *new_sum = new_field->function->body->list.at[0]->operand;
    Span mapped = syntax_map_span(old_ast, old_field->tokens, new_ast, new_field->tokens, AST_SPAN(old_ast, old_sum));
    assert_int_equal(mapped.start, new_sum->start);
    assert_int_equal(mapped.end, new_sum->end);
    assert_memory_equal(new_text + mapped.start, "alpha", 5);
    u32 middle = old_sum->pair.right->start + 2;
    assert_int_equal(syntax_map_offset(old_ast, old_field->tokens, new_ast, new_field->tokens, middle), new_sum->pair.right->start + 2);
    assert_false(syntax_same_offsets(old_ast, old_field->tokens, new_ast, new_field->tokens));
    AstFile *same = parse("class C { function f() { return alpha + beta; } /* more */ }");
    assert_true(syntax_same_offsets(old_ast, old_field->tokens, same, field(same, "C", "f")->tokens));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
        TEST(spaces_and_comments_do_not_count), TEST(body_and_signature_are_told_apart), TEST(variables),
        TEST(headers_do_not_see_members), TEST(imports_make_the_head), TEST(conditional_compilation_is_resolved),
        TEST(local_functions_have_their_own), TEST(functions_everywhere), TEST(places_are_carried_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
