/* Types: which stand where others are expected, how they are printed, that equal ones are one, and monomorphs. */
#include "typer_program.h"

static const char *const TYPES =
    "interface I { function m(x:Int):Void; }\n"
    "interface J<T> extends I { function get():T; }\n"
    "class A { public var v:Int; public var r(default, null):Int; public function new() {} public function f(x:Int):String return null; function p() {} }\n"
    "class B extends A implements J<String> { public function m(x:Int) {} public function get():String return null; }\n"
    "class G<T> { public var item:T; } class GI extends G<Int> {} class GG<T> extends G<Array<T>> {}\n"
    "enum E { X; Y(i:Int); } enum F { Z; }\n"
    "typedef Alias = Int; typedef S = { a:Int, ?b:String }; typedef List2<T> = { value:T, next:List2<T> };\n"
    "abstract Meters(Int) from Int to Float {} abstract Kept(Int) {} abstract FromA(A) from A to A {}\n"
    "class P<T, C:A> { static var none:Int; public var t:T; public var c:C; }\n";

typedef struct Row {
    const char *from, *to;
    bool unify;
} Row;

static const Row ROWS[] = {
    {"Int", "Int", true},
    {"Int", "Float", true},
    {"Float", "Int", false},
    {"Alias", "Int", true},
    {"Int", "Alias", true},
    {"Null<Int>", "Int", true},
    {"Int", "Null<Int>", true},
    {"Null<Int>", "Null<Float>", true},
    {"Int", "Dynamic", true},
    {"Dynamic", "Int", true},
    {"Dynamic<Int>", "Int", false},
    {"Dynamic<Int>", "Dynamic", true},
    {"Dynamic<Int>", "Dynamic<String>", false},
    {"{ x:Int }", "Dynamic<Int>", true},
    {"{ x:String }", "Dynamic<Int>", false},
    {"B", "A", true},
    {"A", "B", false},
    {"B", "I", true},
    {"B", "J<String>", true},
    {"B", "J<Int>", false},
    {"A", "I", false},
    {"GI", "G<Int>", true},
    {"GI", "G<String>", false},
    {"GG<Int>", "G<Array<Int>>", true},
    {"GG<Int>", "G<Array<String>>", false},
    {"Array<Int>", "Array<Int>", true},
    {"Array<Int>", "Array<Float>", false},
    {"Array<Int>", "Array<Dynamic>", true},
    {"Array<Dynamic>", "Array<Int>", false},
    {"Array<Int>", "Array<Null<Int>>", true},
    {"Array<B>", "Array<A>", false},
    {"Array<Meters>", "Array<Int>", false},
    {"Array<Int>", "Array<Meters>", true},
    {"Array<Int>", "Array<Kept>", false},
    {"Array<A>", "Array<FromA>", true},
    {"Array<{ a:Int, b:Int }>", "Array<{ a:Int }>", true},
    {"Int", "Meters", true},
    {"Meters", "Float", true},
    {"Meters", "Int", false},
    {"Int", "Kept", false},
    {"E", "E", true},
    {"E", "F", false},
    {"E", "EnumValue", true},
    {"Int", "EnumValue", false},
    {"E", "haxe.Constraints.FlatEnum", false},
    {"F", "haxe.Constraints.FlatEnum", true},
    {"Int->Void", "haxe.Constraints.Function", true},
    {"Int", "haxe.Constraints.Function", false},
    {"Int", "haxe.Constraints.NotVoid", true},
    {"A", "haxe.Constraints.Constructible<Void->Void>", true},
    {"A", "haxe.Constraints.Constructible<Int->Void>", false},
    {"Int->Int", "Int->Int", true},
    {"Int->Int", "Int->Float", true},
    {"Int->Int", "Int->Void", true},
    {"Int->Void", "Int->Int", false},
    {"Float->Void", "Int->Void", true},
    {"Int->Void", "Float->Void", false},
    {"Int->Int->Void", "Int->Void", false},
    {"?Int->Void", "Int->Void", true},
    {"Int->Void", "?Int->Void", false},
    {"(B->Void)->Void", "(A->Void)->Void", true},
    {"(A->Void)->Void", "(B->Void)->Void", false},
    {"{ a:Int, b:String }", "{ a:Int }", true},
    {"{ a:Int }", "{ a:Int, b:String }", false},
    {"{ a:Int }", "S", false},
    {"{ a:Int }", "{ a:Float }", false},
    {"{ final a:Int; }", "{ final a:Float; }", true},
    {"{ a:Int }", "{ var a(default, null):Float; }", true},
    {"{ var a(default, null):Int; }", "{ a:Int }", false},
    {"A", "{ v:Int }", true},
    {"A", "{ v:Float }", false},
    {"A", "{ r:Int }", false},
    {"A", "{ var r(default, null):Int; }", true},
    {"A", "{ function f(x:Int):String; }", true},
    {"A", "{ function f(x:String):String; }", false},
    {"A", "{ function p():Void; }", false},
    {"A", "{ function q():Void; }", false},
    {"A", "{}", true},
    {"Int", "{}", false},
    {"List2<Int>", "List2<Int>", true},
    {"List2<Int>", "List2<String>", false},
    {"List2<Int>", "{ value:Int, next:List2<Int> }", true},
    {"Array<Int>", "Iterable<Int>", true},
    {"Array<Int>", "Iterable<String>", false},
    {"Class<B>", "Class<A>", true},
    {"Class<A>", "Class<B>", false},
    {"Class<A>", "Class<Dynamic>", true},
    {"Map<String, Int>", "Map<String, Int>", true},
    {"Map<String, Int>", "Map<Int, Int>", false},
    {"Array<Int>", "Array<Any>", true},
};

static void load_rows(void)
{
    Text text = {0};
    text_str(&text, TYPES);
    text_str(&text, "class Main {\n    static function main() {}\n");
    for (u32 i = 0; i < LEN(ROWS); i++)
        text_printf(&text, "    static var from%u:%s; static var to%u:%s;\n", i, ROWS[i].from, i, ROWS[i].to);
    text_str(&text, "}\n");
    unit_write("Main.hx", text.at);
    text_free(&text);
    load_main();
}

static Type *type_of(const char *format, u32 number)
{
    char path[64];
    snprintf(path, sizeof path, format, number);
    return field_type(fixture.program, field_at(path));
}

static void the_table_of_unification(void **state)
{
    (void)state;
    load_rows();
    u32 wrong = 0;
    Arena *arena = arena_new("test");
    types_enter(fixture.program, arena);
    for (u32 i = 0; i < LEN(ROWS); i++) {
        bool unify = type_can_unify(fixture.program, type_of("Main.from%u", i), type_of("Main.to%u", i));
        if (unify == ROWS[i].unify) continue;
        wrong++;
        fprintf(stderr, "%s -> %s: %s\n", ROWS[i].from, ROWS[i].to, unify ? "unify" : "do not unify");
    }
    types_enter(fixture.program, NULL);
    arena_free(arena);
    assert_int_equal(wrong, 0);
}

static void equal_types_are_one(void **state)
{
    (void)state;
    load_rows();
    Program *program = fixture.program;
    for (u32 i = 0; i < LEN(ROWS); i++) {
        Type *type = type_of("Main.from%u", i);
        assert_true(type->interned && type->closed);
        assert_ptr_equal(type_intern(program, type), type);
        assert_int_equal(strcmp(ROWS[i].from, ROWS[i].to) == 0, type == type_of("Main.to%u", i));
        assert_true(type_equal(program, type, type));
    }
    assert_false(type_equal(program, program->core.t_int, program->core.t_float));
}

static void types_are_printed_as_haxe_does(void **state)
{
    (void)state;
    static const char *const TEXTS[][2] = {
        {"Array<Map<String,Int>>", "Array<Map<String, Int>>"},
        {"Int->?String->Void", "(Int, ?Null<String>) -> Void"},
        {"Void->Void", "() -> Void"},
        {"(Int->Void)->(Int->Int)", "(Int -> Void) -> (Int -> Int)"},
        {"(a:Int, ?b:String)->Void", "(a : Int, ?b : Null<String>) -> Void"},
        {"{ b:Int, ?a:String }", "{ b : Int, ?a : Null<String> }"},
        {"{}", "{ }"},
        {"Dynamic<Int>", "Dynamic<Int>"},
        {"haxe.Constraints.Function", "haxe.Function"},
        {"Null<Null<Int>>", "Null<Int>"},
    };
    Text text = {0};
    text_str(&text, "class Main {\n    static function main() {}\n");
    for (u32 i = 0; i < LEN(TEXTS); i++) text_printf(&text, "    static var x%u:%s;\n", i, TEXTS[i][0]);
    text_str(&text, "}\n");
    unit_write("Main.hx", text.at);
    text_free(&text);
    load_main();
    for (u32 i = 0; i < LEN(TEXTS); i++) assert_string_equal(text_of(fixture.program, type_of("Main.x%u", i)), TEXTS[i][1]);
}

static void monomorphs_are_bound_and_taken_back(void **state)
{
    (void)state;
    load_rows();
    Program *program = fixture.program;
    Arena *arena = arena_new("test");
    types_enter(program, arena);
    Type *mono = type_mono(program), *list = type_array(program, mono);
    u32 mark = mono_mark(program);
    assert_true(type_unify(program, list, type_array(program, program->core.t_int)));
    assert_ptr_equal(type_shallow(mono), program->core.t_int);
    assert_ptr_equal(type_intern(program, list), type_array(program, program->core.t_int));
    mono_undo(program, mark);
    assert_true(type_is_mono(mono));
    assert_false(type_unify(program, mono, list)); /* it would contain itself */
    assert_true(type_is_mono(mono));
    /* Fields used of a value of unknown type. */
    Type *value = type_mono(program);
    Type *field = mono_add_field(program, value, name("v"), false);
    assert_true(type_unify(program, value, type_at("A")->type));
    assert_ptr_equal(type_shallow(field), program->core.t_int);
    Type *other = type_mono(program);
    mono_add_field(program, other, name("nothing"), false);
    assert_false(type_unify(program, other, type_at("A")->type));
    assert_string_equal(text_of(program, type_intern(program, other)), "{ nothing : Dynamic }");
    types_enter(program, NULL);
    arena_free(arena);
}

static void parameters_are_replaced(void **state)
{
    (void)state;
    load_rows();
    Program *program = fixture.program;
    TypeDecl *decl = type_at("P");
    assert_int_equal(decl->params.count, 2);
    assert_ptr_equal(decl->params.at[1]->constraints.at[0], type_at("A")->type);
    Type *args[2] = {program->core.t_string, type_at("B")->type};
    Type *applied = type_decl(program, decl, 2, args);
    Type *in = NULL;
    Field *field = class_find_field(program, applied, name("t"), &in);
    assert_ptr_equal(field_type_in(program, field, in), program->core.t_string);
    assert_ptr_equal(field_type(program, field), decl->params.at[0]->type);
    Field *inherited = class_find_field(program, type_decl1(program, type_at("GG"), program->core.t_int), name("item"), &in);
    assert_string_equal(text_of(program, field_type_in(program, inherited, in)), "Array<Int>");
    assert_string_equal(text_of(program, in), "G<Array<Int>>");
}

static void casts_of_abstracts(void **state)
{
    (void)state;
    unit_write("Main.hx",
               "abstract Text(String) { @:to public function toInt():Int return 1; @:from static function ofBool(b:Bool):Text return null; }\n"
               "abstract Box<T>(Array<T>) { @:from static function of<T>(x:T):Box<T> return null; @:to function get():T return null; }\n"
               "class Main { static var t:Text; static var b:Box<Int>; static function main() {} }\n");
    Program *program = load_main();
    Arena *arena = arena_new("test");
    types_enter(program, arena);
    Type *text = field_type(program, field_at("Main.t")), *box = field_type(program, field_at("Main.b"));
    CoreTypes *core = &program->core;
    assert_string_equal(type_find_cast(program, text, core->t_int).function->name->text, "toInt");
    assert_string_equal(type_find_cast(program, core->t_bool, text).function->name->text, "ofBool");
    assert_int_equal(type_find_cast(program, core->t_string, text).kind, ABSTRACT_CAST_NONE);
    assert_int_equal(type_find_cast(program, text, core->t_string).kind, ABSTRACT_CAST_NONE);
    assert_int_equal(type_find_cast(program, text, text).kind, ABSTRACT_CAST_PLAIN);
    assert_int_equal(type_find_cast(program, core->t_int, core->t_float).kind, ABSTRACT_CAST_PLAIN);
    AbstractCast cast = type_find_cast(program, core->t_int, box);
    assert_int_equal(cast.kind, ABSTRACT_CAST_CALL);
    assert_ptr_equal(type_intern(program, cast.result), box);
    assert_ptr_equal(type_shallow(type_find_cast(program, box, core->t_int).result), core->t_int);
    assert_int_equal(type_find_cast(program, core->t_string, box).kind, ABSTRACT_CAST_NONE);
    types_enter(program, NULL);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPER_TEST(the_table_of_unification),
        TYPER_TEST(equal_types_are_one),
        TYPER_TEST(types_are_printed_as_haxe_does),
        TYPER_TEST(monomorphs_are_bound_and_taken_back),
        TYPER_TEST(parameters_are_replaced),
        TYPER_TEST(casts_of_abstracts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
