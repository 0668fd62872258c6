/* The undo log, and collecting diagnostics. */
#include "unit.h"

#include "../../src/base/base.h"

typedef struct Point {
    int x, y;
} Point;

static void rollback_restores_commit_forgets(void **state)
{
    (void)state;
    Undo *undo = undo_new();
    Point a = {1, 2}, b = {3, 4};
    undo_touch(undo, &a, sizeof a);
    a = (Point){10, 20};
    undo_touch(undo, &b.y, sizeof b.y);
    b = (Point){30, 40};
    undo_touch(undo, &a, sizeof a); /* again: the first copy counts */
    a.x = 100;
    undo_rollback(undo);
    assert_int_equal(a.x, 1);
    assert_int_equal(a.y, 2);
    assert_int_equal(b.x, 30); /* was not touched */
    assert_int_equal(b.y, 4);

    undo_touch(undo, &a, sizeof a);
    a.x = 5;
    undo_commit(undo);
    undo_rollback(undo);
    assert_int_equal(a.x, 5);

    /* The log is new after a commit: what it touches now is copied again. */
    undo_touch(undo, &a, sizeof a);
    a.x = 6;
    undo_rollback(undo);
    assert_int_equal(a.x, 5);
    undo_free(undo);
}

static void touching_a_part_first(void **state)
{
    (void)state;
    Undo *undo = undo_new();
    Point a = {1, 2};
    undo_touch(undo, &a, sizeof a.x);
    a.x = 10;
    undo_touch(undo, &a, sizeof a); /* covers more: y is still what it was */
    a = (Point){11, 12};
    undo_touch(undo, &a, sizeof a.x);
    undo_rollback(undo);
    assert_int_equal(a.x, 1);
    assert_int_equal(a.y, 2);
    undo_free(undo);
}

static char journal[32];
static void note(void *object)
{
    strcat(journal, object);
}

static Point watched;
static void note_watched(void *object)
{
    (void)object;
    snprintf(journal, sizeof journal, "x=%d", watched.x);
}

static void callbacks_run_in_reverse(void **state)
{
    (void)state;
    Undo *undo = undo_new();
    journal[0] = 0;
    undo_on_rollback(undo, note, "a");
    undo_on_commit(undo, note, "1");
    undo_on_rollback(undo, note, "b");
    undo_on_commit(undo, note, "2");
    undo_rollback(undo);
    assert_string_equal(journal, "ba");

    undo_on_rollback(undo, note, "c");
    undo_on_commit(undo, note, "3");
    undo_on_commit(undo, note, "4");
    undo_commit(undo);
    assert_string_equal(journal, "ba43");
    undo_commit(undo);
    undo_rollback(undo);
    assert_string_equal(journal, "ba43");

    /* All bytes are back before the first callback. */
    watched.x = 1;
    undo_on_rollback(undo, note_watched, NULL);
    undo_touch(undo, &watched, sizeof watched);
    watched.x = 2;
    undo_on_rollback(undo, note_watched, NULL);
    undo_rollback(undo);
    assert_string_equal(journal, "x=1");
    undo_free(undo);
}

/* Memory that was allocated and touched during the update is put back before it is freed. */
static void allocated_and_touched(void **state)
{
    (void)state;
    Undo *undo = undo_new();
    Point *point = base_alloc(sizeof *point);
    undo_on_rollback(undo, free, point);
    undo_touch(undo, point, sizeof *point);
    Point *other = base_alloc(sizeof *other);
    undo_touch(undo, other, sizeof *other);
    undo_on_rollback(undo, free, other);
    undo_rollback(undo);
    undo_free(undo);
}

static void no_log(void **state)
{
    (void)state;
    Point a = {1, 2};
    journal[0] = 0;
    undo_touch(NULL, &a, sizeof a);
    undo_on_rollback(NULL, note, "r");
    assert_string_equal(journal, "");
    undo_on_commit(NULL, note, "c");
    assert_string_equal(journal, "c");
    undo_rollback(NULL);
    undo_commit(NULL);
    undo_free(NULL);
}

static void freeing_an_open_log_rolls_back(void **state)
{
    (void)state;
    Undo *undo = undo_new();
    Point a = {1, 2};
    undo_touch(undo, &a, sizeof a);
    a.x = 9;
    undo_free(undo);
    assert_int_equal(a.x, 1);
}

static void diagnostics_are_kept_once(void **state)
{
    (void)state;
    Diags diags;
    diags_init(&diags);
    Span here = {1, 5, 7}, there = {1, 6, 7};
    diag_error(&diags, here, "x", "bad %s", "thing");
    diag_error(&diags, here, "x", "bad thing");
    diag_error(&diags, there, "x", "bad thing");
    diag_warning(&diags, here, "x", "bad thing");
    diag_error(&diags, here, "x", "bad things");
    assert_int_equal(diags.list.count, 4);
    assert_int_equal(diags.errors, 3);
    assert_string_equal(diags.list.at[0].message, "bad thing");
    assert_int_equal(diags.list.at[2].severity, SEVERITY_WARNING);
    diags_clear(&diags);
    assert_int_equal(diags.errors, 0);
    diag_error(&diags, here, "x", "bad thing");
    assert_int_equal(diags.list.count, 1);
    diags_free(&diags);
}

static void notes_follow_their_error(void **state)
{
    (void)state;
    Diags diags;
    diags_init(&diags);
    Span a = {1, 1, 2}, b = {1, 3, 4}, place = {1, 9, 10};
    diag_error(&diags, a, "x", "first");
    diag_note(&diags, place, "x", "declared here");
    diag_note(&diags, place, "x", "declared here");
    diag_error(&diags, b, "x", "second");
    diag_note(&diags, place, "x", "declared here"); /* explains another error: kept */
    diag_error(&diags, a, "x", "first");            /* a repetition: dropped with its notes */
    diag_note(&diags, place, "x", "something new");
    assert_int_equal(diags.list.count, 4);
    assert_int_equal(diags.list.at[1].severity, SEVERITY_NOTE);
    assert_int_equal(diags.list.at[3].severity, SEVERITY_NOTE);
    assert_int_equal(diags.errors, 2);
    diags_free(&diags);
}

static void spans_join(void **state)
{
    (void)state;
    Span joined = span_join((Span){1, 5, 7}, (Span){1, 9, 12});
    assert_int_equal(joined.start, 5);
    assert_int_equal(joined.end, 12);
    joined = span_join((Span){1, 9, 12}, (Span){1, 5, 7});
    assert_int_equal(joined.start, 5);
    assert_int_equal(joined.end, 12);
    assert_int_equal(span_join(NO_SPAN, (Span){2, 1, 2}).file, 2);
    assert_int_equal(span_join((Span){2, 1, 2}, NO_SPAN).file, 2);
    joined = span_join((Span){1, 5, 7}, (Span){2, 9, 12});
    assert_int_equal(joined.file, 1);
    assert_int_equal(joined.end, 7);
}

static void clocks_run(void **state)
{
    (void)state;
    u64 before = clock_ns();
    assert_true(clock_ns() >= before);
    assert_true(clock_epoch() > 1.7e9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rollback_restores_commit_forgets),
        cmocka_unit_test(touching_a_part_first),
        cmocka_unit_test(callbacks_run_in_reverse),
        cmocka_unit_test(allocated_and_touched),
        cmocka_unit_test(no_log),
        cmocka_unit_test(freeing_an_open_log_rolls_back),
        cmocka_unit_test(diagnostics_are_kept_once),
        cmocka_unit_test(notes_follow_their_error),
        cmocka_unit_test(spans_join),
        cmocka_unit_test(clocks_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
