/* Files, positions as the official compiler prints them, and printing diagnostics. */
#include "unit.h"

#include "../../src/source/source.h"

#include <jansson.h>

static Names *names;
static Sources *sources;

static int begin(void **state)
{
    names = names_new();
    sources = sources_new(names);
    return unit_enter_folder(state);
}

static int end(void **state)
{
    sources_free(sources);
    names_free(names);
    return unit_leave_folder(state);
}

static SourceFile *file_with(const char *path, const char *text)
{
    SourceFile *file = source_file(sources, path);
    source_set_text(sources, file, NULL, text, strlen(text), NULL);
    return file;
}

/* The span of the first occurrence of a piece of the text. */
static Span span_of(const SourceFile *file, const char *piece)
{
    const char *at = strstr(file->text, piece);
    assert_non_null(at);
    u32 start = (u32)(at - file->text);
    return (Span){file->id, start, start + (u32)strlen(piece)};
}

static void check_place(Span span, const char *expected)
{
    Text text = {0};
    text_str(&text, "");
    source_print_place(sources, span, &text);
    assert_string_equal(text.at, expected);
    text_free(&text);
}

/* The numbers are those that haxe 4.2.5 prints for the same file. */
static void places_as_haxe_prints_them(void **state)
{
    (void)state;
    SourceFile *file = file_with("Main.hx", "class Main {\n\tstatic function main() {\n\t\tvar s:Int = \"é日𝒳\"; var t:Int = \"x\";\n"
                                            "\t\tvar u:Int = (\"a\"\n\t\t\t+ \"b\");\n\t\t/* é */ nope;\n/*é日𝒳*/\tnope2;\nnope3;\r\n"
                                            "nope4;\n\t\tvar k:Foo;\n");
    check_place(span_of(file, "var s:Int = \"é日𝒳\";"), "Main.hx:3: characters 3-21");
    check_place(span_of(file, "var t:Int = \"x\";"), "Main.hx:3: characters 22-38");
    check_place(span_of(file, "var u:Int = (\"a\"\n\t\t\t+ \"b\");"), "Main.hx:4: lines 4-5");
    check_place(span_of(file, "nope"), "Main.hx:6: characters 11-15");
    check_place(span_of(file, "nope2"), "Main.hx:7: characters 9-14");
    check_place(span_of(file, "nope3"), "Main.hx:8: characters 1-6");
    check_place(span_of(file, "nope4"), "Main.hx:9: characters 1-6");
    check_place(span_of(file, "Foo"), "Main.hx:10: characters 9-12");

    file = file_with("Main.hx", "class Main {\r\tstatic function main() {\r\t\tnope;\r}}");
    check_place(span_of(file, "nope"), "Main.hx:3: characters 3-7");
}

static void empty_spans_and_the_end(void **state)
{
    (void)state;
    SourceFile *file = file_with("a/B.hx", "ab\ncd");
    check_place((Span){file->id, 4, 4}, "a/B.hx:2: character 2");
    check_place((Span){file->id, 5, 5}, "a/B.hx:2: character 3");
    check_place((Span){file->id, 4, 99}, "a/B.hx:2: characters 2-3");
    check_place((Span){file->id, 2, 3}, "a/B.hx:1: lines 1-2");
    check_place((Span){file->id, 0, 2}, "a/B.hx:1: characters 1-3");
    check_place(NO_SPAN, "");
    check_place((Span){99, 1, 2}, "");
    SourceFile *empty = source_file(sources, "Empty.hx");
    check_place((Span){empty->id, 0, 0}, "Empty.hx:1: character 1");
    file = file_with("C.hx", "ab\n");
    check_place((Span){file->id, 3, 3}, "C.hx:2: character 1");
    assert_int_equal(file->line_count, 2);
}

static void files_are_known_by_path(void **state)
{
    (void)state;
    SourceFile *a = source_file(sources, "src/A.hx"), *b = source_file(sources, "src/B.hx");
    assert_ptr_not_equal(a, b);
    assert_ptr_equal(source_file(sources, "src/A.hx"), a);
    assert_int_equal(a->id, 1);
    assert_int_equal(b->id, 2);
    assert_ptr_equal(source_by_id(sources, 2), b);
    assert_null(source_by_id(sources, 0));
    assert_null(source_by_id(sources, 3));
    assert_string_equal(a->text, "");
}

static void reading_under_the_undo_log(void **state)
{
    (void)state;
    Undo *undo = undo_new();
    SourceFile *file = source_file(sources, "A.hx");
    bool changed = true;
    errno = 0;
    assert_false(source_read(sources, file, undo, &changed));
    assert_int_equal(errno, ENOENT);
    assert_true(file->missing);
    assert_false(changed);
    undo_rollback(undo);
    assert_false(file->missing);

    unit_write("A.hx", "\xEF\xBB\xBFone\ntwo");
    assert_true(source_read(sources, file, NULL, &changed));
    assert_true(changed);
    assert_string_equal(file->text, "one\ntwo"); /* without the byte order mark */
    assert_int_equal(file->length, 7);
    assert_int_equal(file->line_count, 2);
    u64 hash = file->hash;

    const char *text = file->text;
    assert_true(source_read(sources, file, undo, &changed));
    assert_false(changed);
    assert_ptr_equal(file->text, text); /* an equal text is not replaced */

    /* Twice in one update, then back. */
    unit_write("A.hx", "three");
    assert_true(source_read(sources, file, undo, &changed));
    assert_true(changed);
    unit_write("A.hx", "four\n\n\n");
    assert_true(source_read(sources, file, undo, &changed));
    assert_int_equal(file->line_count, 4);
    assert_int_not_equal(file->hash, hash);
    assert_int_equal(remove("A.hx"), 0);
    assert_false(source_read(sources, file, undo, &changed));
    assert_string_equal(file->text, "four\n\n\n");
    assert_true(file->missing);
    undo_rollback(undo);
    assert_ptr_equal(file->text, text);
    assert_int_equal(file->hash, hash);
    assert_int_equal(file->line_count, 2);
    assert_false(file->missing);

    source_set_text(sources, file, undo, "five", 4, &changed);
    assert_true(changed);
    undo_commit(undo);
    assert_string_equal(file->text, "five");
    undo_free(undo);
}

static void reading_what_is_no_file(void **state)
{
    (void)state;
    assert_int_equal(mkdir("Folder.hx", 0777), 0);
    SourceFile *file = source_file(sources, "Folder.hx");
    assert_false(source_read(sources, file, NULL, NULL));
    assert_int_equal(errno, EISDIR);
    assert_string_equal(file->text, "");
}

static void reading_a_large_file(void **state)
{
    (void)state;
    Text text = {0};
    for (int i = 0; i < 50000; i++) text_printf(&text, "line %d\n", i);
    unit_write("Large.hx", text.at);
    SourceFile *file = source_file(sources, "Large.hx");
    assert_true(source_read(sources, file, NULL, NULL));
    assert_int_equal(file->length, text.count);
    assert_int_equal(file->line_count, 50001);
    assert_int_equal(source_place(file, file->lines[40000] + 3).line, 40001);
    assert_int_equal(source_place(file, file->lines[40000] + 3).column, 4);
    text_free(&text);
}

static void check_printed(const Diags *diags, DiagFormat format, const char *expected)
{
    Text text = {0};
    text_str(&text, "");
    source_print_diags(sources, diags, format, &text);
    assert_string_equal(text.at, expected);
    text_free(&text);
}

static void diagnostics_in_order(void **state)
{
    (void)state;
    /* B is registered first, to show that names decide. */
    SourceFile *b = file_with("B.hx", "bbb bbb"), *a = file_with("A.hx", "aaa aaa");
    Diags diags;
    diags_init(&diags);
    diag_error(&diags, (Span){b->id, 4, 7}, "x", "fourth");
    diag_error(&diags, (Span){b->id, 0, 3}, "x", "third\nwith details");
    diag_note(&diags, (Span){a->id, 0, 1}, "x", "declared here");
    diag_warning(&diags, (Span){a->id, 4, 7}, "x", "second");
    diag_error(&diags, (Span){a->id, 4, 5}, "x", "first");
    diag_error(&diags, NO_SPAN, "x", "nowhere");
    diag_error(&diags, (Span){b->id, 4, 7}, "x", "fifth");
    check_printed(&diags, DIAG_PLAIN,
                  "nowhere\n"
                  "A.hx:1: characters 5-6 : first\n"
                  "A.hx:1: characters 5-8 : Warning : second\n"
                  "B.hx:1: characters 1-4 : third\n"
                  "B.hx:1: characters 1-4 : ... with details\n"
                  "A.hx:1: characters 1-2 : ... declared here\n"
                  "B.hx:1: characters 5-8 : fourth\n"
                  "B.hx:1: characters 5-8 : fifth\n");
    diags_free(&diags);
}

static void excerpts(void **state)
{
    (void)state;
    SourceFile *file = file_with("A.hx", "\tvar é = foo;\r\nx(\n1,\n2);\n");
    Diags diags;
    diags_init(&diags);
    diag_error(&diags, span_of(file, "foo"), "x", "one");
    diag_error(&diags, span_of(file, "x(\n1,\n2)"), "x", "many");
    u32 end_of_line = span_of(file, "\r\n").start;
    diag_error(&diags, (Span){file->id, end_of_line, end_of_line}, "x", "missing");
    u32 inside = span_of(file, "= foo").start;
    diag_error(&diags, (Span){file->id, inside, inside}, "x", "zero");
    check_printed(&diags, DIAG_EXCERPT,
                  "A.hx:1: character 8 : zero\n"
                  "    1 |     var é = foo;\n"
                  "      |           ^\n"
                  "A.hx:1: characters 10-13 : one\n"
                  "    1 |     var é = foo;\n"
                  "      |             ^^^\n"
                  "A.hx:1: character 14 : missing\n"
                  "    1 |     var é = foo;\n"
                  "      |                 ^\n"
                  "A.hx:2: lines 2-4 : many\n"
                  "    2 | x(\n"
                  "      | ^^\n"
                  "  ... |\n"
                  "    4 | 2);\n"
                  "      | ^^\n");
    diags_clear(&diags);
    diag_error(&diags, span_of(file, "foo"), "x", "one");
    check_printed(&diags, DIAG_EXCERPT_COLOUR,
                  "A.hx:1: characters 10-13 : \x1b[1;31mone\x1b[0m\n"
                  "    1 |     var é = \x1b[1;31mfoo\x1b[0m;\n"
                  "      | \x1b[1;31m            ^^^\x1b[0m\n");
    diags_free(&diags);
}

static void check_number(json_t *object, const char *key, int expected)
{
    assert_int_equal(json_integer_value(json_object_get(object, key)), expected);
}

static void check_string(json_t *object, const char *key, const char *expected)
{
    assert_string_equal(json_string_value(json_object_get(object, key)), expected);
}

static void json_forms(void **state)
{
    (void)state;
    SourceFile *file = file_with("A \"b\".hx", "x\néé = foo(\n);");
    Diags diags;
    diags_init(&diags);
    diag_warning(&diags, span_of(file, "foo(\n)"), "type.odd", "odd \"%s\"\n\x02", "thing");
    diag_error(&diags, NO_SPAN, "std.missing", "no library");

    Text text = {0};
    source_print_diags(sources, &diags, DIAG_JSON, &text);
    char *second = strchr(text.at, '\n') + 1;
    assert_int_equal(second[strlen(second) - 1], '\n');
    json_t *object = json_loads(second, 0, NULL);
    check_string(object, "file", "A \"b\".hx");
    check_number(object, "line", 2);
    check_number(object, "column", 6);
    check_number(object, "endLine", 3);
    check_number(object, "endColumn", 2);
    check_string(object, "severity", "warning");
    check_string(object, "code", "type.odd");
    check_string(object, "message", "odd \"thing\"\n\x02");
    json_decref(object);
    second[-1] = 0;
    object = json_loads(text.at, 0, NULL);
    check_string(object, "file", "");
    check_number(object, "line", 0);
    check_string(object, "severity", "error");
    json_decref(object);

    text.count = 0;
    source_print_diags(sources, &diags, DIAG_JSON_ARRAY, &text);
    assert_null(strchr(text.at, '\n'));
    json_t *array = json_loads(text.at, 0, NULL);
    assert_int_equal(json_array_size(array), 2);
    check_string(json_array_get(array, 1), "code", "type.odd");
    json_decref(array);

    diags_clear(&diags);
    text.count = 0;
    source_print_diags(sources, &diags, DIAG_JSON_ARRAY, &text);
    assert_string_equal(text.at, "[]");
    text_free(&text);
    diags_free(&diags);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(places_as_haxe_prints_them),
        TEST(empty_spans_and_the_end),
        TEST(files_are_known_by_path),
        TEST(reading_under_the_undo_log),
        TEST(reading_what_is_no_file),
        TEST(reading_a_large_file),
        TEST(diagnostics_in_order),
        TEST(excerpts),
        TEST(json_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
