/* Updates of a typed program: entities keep their addresses, a rollback leaves every byte as it was, changes are told by tokens, and
 * what read a changed declaration comes out changed. */
#include "typer_program.h"

/* ---- Bytes of all entities ----------------------------------------------------------------------------------------------------------- */

typedef struct Snapshot {
    Entity *entity;
    size_t bytes;
    void *copy;
} Snapshot;
static VEC(Snapshot) snapshots;

static size_t size_of(const Entity *entity)
{
    switch (entity->kind) {
    case ENTITY_MODULE:
        return sizeof(Module);
    case ENTITY_TYPE:
        return sizeof(TypeDecl);
    case ENTITY_FIELD:
        return sizeof(Field);
    case ENTITY_PACKAGE:
        return sizeof(Package);
    }
    return 0;
}

static void snapshot(void)
{
    TyperState *state = fixture.program->state;
    snapshots.count = 0;
    for (u32 i = 0; i < state->entities.count; i++) {
        Entity *entity = state->entities.at[i];
        Snapshot shot = {entity, size_of(entity), malloc(size_of(entity))};
        memcpy(shot.copy, entity, shot.bytes);
        vec_push(NULL, &snapshots, shot);
    }
}

static const char *path_of(const Entity *entity)
{
    if (entity->kind == ENTITY_FIELD) return ((const Field *)entity)->path->text;
    if (entity->kind == ENTITY_TYPE) return ((const TypeDecl *)entity)->path->text;
    return entity->kind == ENTITY_MODULE ? ((const Module *)entity)->path->text : ((const Package *)entity)->path->text;
}

static void assert_bytes_as_before(void)
{
    for (u32 i = 0; i < snapshots.count; i++) {
        const char *before = snapshots.at[i].copy, *now = (const char *)snapshots.at[i].entity;
        for (size_t k = 0; k < snapshots.at[i].bytes; k++)
            if (before[k] != now[k])
                fail_msg("%s: byte %zu of kind %d differs after the rollback", path_of(snapshots.at[i].entity), k, snapshots.at[i].entity->kind);
        free(snapshots.at[i].copy);
    }
    vec_free(&snapshots);
}

static const char *const FIRST =
    "import p.Other;\n"
    "class Main {\n"
    "    var count:Int = 1;\n"
    "    static inline var K = 3;\n"
    "    public function new() {}\n"
    "    function step(by:Int):Int { var f = function(x:Int) return x + by; return f(count) + K; }\n"
    "    function guess(a:Int) return Other.twice(a);\n"
    "    static function main() { trace(new Main().step(2)); trace(new Main().guess(1)); trace(new Pair(1, \"a\").first); }\n"
    "}\n";
static const char *const OTHER =
    "package p;\n"
    "typedef Number = Int;\n"
    "class Other { public static function twice(n:Number):Number return n * 2; }\n"
    "class Pair<T> { public var first:T; public var second:String; public function new(a:T, b:String) { first = a; second = b; } }\n";

static void write_program(void)
{
    unit_write("p/Other.hx", OTHER);
    unit_write("Main.hx", FIRST);
    load_main();
}

static void replace(char *out, const char *text, const char *what, const char *by)
{
    const char *at = strstr(text, what);
    assert_non_null(at);
    sprintf(out, "%.*s%s%s", (int)(at - text), text, by, at + strlen(what));
}

/* ---- Tests ------------------------------------------------------------------------------------------------------------------------------- */

static void white_space_changes_nothing(void **state)
{
    (void)state;
    write_program();
    char text[2000];
    replace(text, FIRST, "    function step", "    // a comment\n\n    function   step");
    Field *step = field_at("Main.step"), *guess = field_at("Main.guess");
    FunctionBody *body = guess->body;
    u32 before = body->function->span.start;
    u64 old[FACET_COUNT], hash[FACET_COUNT];
    entity_hashes(fixture.program, &step->entity, old);
    update_begin("Main.hx", text);
    assert_int_equal(fixture.changes.list.count, 0);
    assert_false(fixture.changes.imports_changed);
    assert_ptr_equal(field_at("Main.guess"), guess);
    assert_ptr_equal(guess->body, body);
    assert_int_equal(body->function->span.start, before + 20);
    entity_hashes(fixture.program, &step->entity, hash);
    assert_memory_equal(old, hash, sizeof hash);
    update_commit();
    assert_int_equal(fixture.diags.errors, 0);
}

static void a_body_is_a_change_of_its_field(void **state)
{
    (void)state;
    write_program();
    char text[2000];
    replace(text, FIRST, "x + by", "x - by");
    Field *step = field_at("Main.step");
    update_begin("Main.hx", text);
    assert_int_equal(fixture.changes.list.count, 1);
    const Change *change = change_of(step);
    assert_non_null(change);
    assert_int_equal(change->kind, CHANGE_TOKENS);
    assert_true(change->body);
    assert_false(change->signature);
    assert_false(change->own_body);
    assert_int_equal(change->functions.count, 1);
    assert_string_equal(change->functions.at[0]->text, "Main.step/1");
    assert_null(step->body);
    assert_non_null(field_body(fixture.program, step));
    update_commit();
}

static void a_rollback_leaves_every_byte(void **state)
{
    (void)state;
    write_program();
    char text[2000], other[2000];
    replace(text, FIRST, "function step(by:Int):Int { ", "var more:Array<String>; function added() {}\n function step(by:Int):Int { trace(more);");
    replace(other, OTHER, "typedef Number = Int;", "typedef Number = Float; class Fresh {}");
    snapshot();
    update_begin("Main.hx", text);
    program_check_user_modules(fixture.program);
    update_begin("p/Other.hx", other);
    program_check_user_modules(fixture.program);
    assert_non_null(field_at("Main.added")->owner);
    assert_ptr_not_equal(field_at("Main.guess")->type, NULL);
    update_rollback();
    assert_bytes_as_before();
    assert_null(field_at("Main.added")->owner);
    diags_clear(&fixture.diags);
    program_check_user_modules(fixture.program);
    assert_int_equal(fixture.diags.errors, 0);
}

static void a_typedef_concerns_what_reads_it(void **state)
{
    (void)state;
    write_program();
    char other[2000];
    replace(other, OTHER, "typedef Number = Int;", "typedef Number = Float;");
    update_begin("p/Other.hx", other);
    const Change *change = change_of(type_at("p.Number"));
    assert_non_null(change);
    assert_int_equal(change->kind, CHANGE_TOKENS);
    u64 old[FACET_COUNT];
    assert_true(entity_rehash(fixture.program, &type_at("p.Number")->entity, old));
    assert_int_not_equal(old[FACET_SIGNATURE], type_at("p.Number")->entity.hash[FACET_SIGNATURE]);
    /* The body that inferred its type from it read the typedef. */
    FunctionBody *body = field_at("Main.guess")->body;
    bool read = false;
    for (u32 i = 0; i < body->reads.list.count; i++) read |= body->reads.list.at[i].entity == &field_at("p.Other.twice")->entity;
    assert_true(read);
    update_commit();
}

static void a_layout_follows_typedefs(void **state)
{
    (void)state;
    unit_write("Alias.hx", "typedef Alias = Int;\n");
    unit_write("Main.hx", "class Main { public var x:Alias; static function main() {} public function new() {} function f() return x; }\n");
    load_main();
    u64 old[FACET_COUNT];
    entity_rehash(fixture.program, &type_at("Main")->entity, old);
    update_begin("Alias.hx", "typedef Alias = String;\n");
    const Change *change = change_of(type_at("Main"));
    assert_non_null(change);
    assert_int_equal(change->kind, CHANGE_DEPENDENT);
    assert_true(entity_rehash(fixture.program, &type_at("Main")->entity, old));
    assert_int_not_equal(old[FACET_LAYOUT], type_at("Main")->entity.hash[FACET_LAYOUT]);
    update_commit();
}

static void a_field_removed_comes_back(void **state)
{
    (void)state;
    write_program();
    char text[2000];
    replace(text, FIRST, "    function guess(a:Int) return Other.twice(a);\n", "");
    char without[2000];
    replace(without, text, "trace(new Main().guess(1));", "");
    Field *guess = field_at("Main.guess");
    update_begin("Main.hx", without);
    assert_int_equal(change_of(guess)->kind, CHANGE_REMOVED);
    assert_null(guess->owner);
    program_check_user_modules(fixture.program);
    update_commit();
    assert_int_equal(fixture.diags.errors, 0);
    update_begin("Main.hx", FIRST);
    assert_int_equal(change_of(guess)->kind, CHANGE_ADDED);
    assert_ptr_equal(field_at("Main.guess"), guess);
    assert_ptr_equal(guess->owner, type_at("Main"));
    program_check_user_modules(fixture.program);
    update_commit();
    assert_int_equal(fixture.diags.errors, 0);
}

static void files_come_and_go(void **state)
{
    (void)state;
    unit_write("Main.hx", "class Main { static function main() { trace(Helper.f()); } }\nclass Helper { public static function f() return 1; }\n");
    load_main();
    TypeDecl *main = type_at("Main");
    /* The helper moves to a file of its own. */
    update_two("Main.hx", "class Main { static function main() { trace(Helper.f()); } }\n", "Helper.hx",
               "class Helper { public static function f() return \"text\"; }\n");
    field_invalidate(fixture.program, field_at("Main.main"));
    program_check_user_modules(fixture.program);
    show_diags();
    assert_int_equal(fixture.diags.errors, 0);
    assert_ptr_equal(type_at("Main"), main);
    assert_string_equal(type_at("Helper")->module->path->text, "Helper");
    update_commit();
    /* And away. */
    update_begin("Helper.hx", NULL);
    assert_null(type_at("Helper")->module);
    field_invalidate(fixture.program, field_at("Main.main"));
    program_check_user_modules(fixture.program);
    assert_int_not_equal(fixture.diags.errors, 0);
    update_rollback();
    assert_non_null(type_at("Helper")->module);
}

static void imports_decide_what_names_mean(void **state)
{
    (void)state;
    unit_write("a/T.hx", "package a;\nclass T { public static function f() return 1; }\n");
    unit_write("b/T.hx", "package b;\nclass T { public static function f() return \"s\"; }\n");
    unit_write("Main.hx", "import a.T;\nclass Main { static var x:T; static function main() { T.f(); } }\n");
    load_main();
    Field *x = field_at("Main.x");
    assert_string_equal(text_of(fixture.program, field_type(fixture.program, x)), "a.T");
    update_begin("Main.hx", "import b.T;\nclass Main { static var x:T; static function main() { T.f(); } }\n");
    assert_true(fixture.changes.imports_changed);
    assert_string_equal(text_of(fixture.program, field_type(fixture.program, x)), "b.T");
    assert_int_equal(change_of(x)->kind, CHANGE_DEPENDENT);
    update_commit();
}

static void a_super_class_changes_its_children(void **state)
{
    (void)state;
    unit_write("Main.hx", "class A {} class B {} class C extends A {} class Main { static function main() { new C2(); } }\n"
                          "class C2 extends C { public function new() {} }\n");
    load_main();
    assert_ptr_equal(type_at("C")->super, type_at("A"));
    assert_int_equal(type_at("A")->children.count, 1);
    update_begin("Main.hx", "class A {} class B {} class C extends B {} class Main { static function main() { new C2(); } }\n"
                            "class C2 extends C { public function new() {} }\n");
    assert_ptr_equal(type_at("C")->super, type_at("B"));
    assert_int_equal(type_at("A")->children.count, 0);
    assert_int_equal(type_at("B")->children.count, 1);
    assert_int_equal(type_at("C")->children.count, 1);
    update_rollback();
    assert_ptr_equal(type_at("C")->super, type_at("A"));
    assert_int_equal(type_at("A")->children.count, 1);
}

static void a_syntax_error_stops_before_anything_is_declared(void **state)
{
    (void)state;
    write_program();
    snapshot();
    update_begin("Main.hx", "class Main { static function main() { trace( } }\n");
    assert_int_not_equal(fixture.diags.errors, 0);
    assert_int_equal(fixture.changes.list.count, 0);
    update_rollback();
    assert_bytes_as_before();
}

static void constants_and_defaults_have_facets(void **state)
{
    (void)state;
    write_program();
    u64 old[FACET_COUNT];
    entity_rehash(fixture.program, &field_at("Main.K")->entity, old);
    char text[2000];
    replace(text, FIRST, "K = 3", "K = 4");
    update_begin("Main.hx", text);
    field_body(fixture.program, field_at("Main.K"));
    assert_true(entity_rehash(fixture.program, &field_at("Main.K")->entity, old));
    assert_int_not_equal(old[FACET_CONSTANT], field_at("Main.K")->entity.hash[FACET_CONSTANT]);
    assert_int_equal(old[FACET_SIGNATURE], field_at("Main.K")->entity.hash[FACET_SIGNATURE]);
    update_commit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPER_TEST(white_space_changes_nothing),
        TYPER_TEST(a_body_is_a_change_of_its_field),
        TYPER_TEST(a_rollback_leaves_every_byte),
        TYPER_TEST(a_typedef_concerns_what_reads_it),
        TYPER_TEST(a_layout_follows_typedefs),
        TYPER_TEST(a_field_removed_comes_back),
        TYPER_TEST(files_come_and_go),
        TYPER_TEST(imports_decide_what_names_mean),
        TYPER_TEST(a_super_class_changes_its_children),
        TYPER_TEST(a_syntax_error_stops_before_anything_is_declared),
        TYPER_TEST(constants_and_defaults_have_facets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
