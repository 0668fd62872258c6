/* Arrays of every kind, maps, structures, operators on words, text of values, throwing natives. The expected values of edge cases are the
 * official compiler's. */
#include "../../src/runtime/values.h"
#include "unit.h"

#include <math.h>

i32 molt_array_push_i(AbiArray *array, i32 value);
i32 molt_array_push_w(AbiArray *array, Word word);
Word molt_array_get_w(AbiArray *array, i32 i);
i32 molt_array_get_i(AbiArray *array, i32 i);
double molt_array_get_f(AbiArray *array, i32 i);
void molt_array_set_w(AbiArray *array, i32 i, Word word);
void molt_array_set_i(AbiArray *array, i32 i, i32 value);
void molt_array_set_f(AbiArray *array, i32 i, double value);
void molt_array_insert(AbiArray *array, i32 place, Word word);
AbiArray *molt_array_slice(AbiArray *array, i32 start, Word end);
AbiArray *molt_array_splice(AbiArray *array, i32 place, i32 count);
AbiArray *molt_array_concat(AbiArray *array, AbiArray *other);
AbiArray *molt_array_copy(AbiArray *array);
i32 molt_array_index_of(AbiArray *array, Word wanted, Word start);
i32 molt_array_last_index_of(AbiArray *array, Word wanted, Word start);
bool molt_array_remove(AbiArray *array, Word wanted);
void molt_array_resize(AbiArray *array, i32 length);
Word molt_array_pop(AbiArray *array);
Word molt_array_shift(AbiArray *array);
void molt_array_unshift(AbiArray *array, Word word);
void molt_array_reverse(AbiArray *array);
void molt_array_blit(AbiArray *from, i32 start, AbiArray *to, i32 at, i32 count);
bool molt_array_sort_numbers(AbiArray *array);
RtMap *molt_intmap_new(void);
void molt_intmap_set(RtMap *map, i32 key, Word value);
Word molt_intmap_get(RtMap *map, i32 key);
bool molt_intmap_remove(RtMap *map, i32 key);
bool molt_intmap_exists(RtMap *map, i32 key);
RtMap *molt_stringmap_new(void);
void molt_stringmap_set(RtMap *map, AbiString *key, Word value);
Word molt_stringmap_get(RtMap *map, AbiString *key);
bool molt_stringmap_remove(RtMap *map, AbiString *key);
RtMap *molt_objectmap_new(void);
void molt_objectmap_set(RtMap *map, Word key, Word value);
Word molt_objectmap_get(RtMap *map, Word key);
i32 molt_map_next(RtMap *map, i32 after);
Word molt_map_key(RtMap *map, i32 i);
Word molt_word_add(Word a, Word b);
Word molt_word_div(Word a, Word b);
Word molt_word_mod(Word a, Word b);
bool molt_word_lt(Word a, Word b);
Word molt_field_get(Word object, AbiString *name);
void molt_field_set(Word word, AbiString *name, Word value);
AbiArray *molt_reflect_fields(Word word);
i32 molt_math_round(double x);
i32 molt_math_floor(double x);
i32 molt_std_int(double x);
double molt_math_min(double a, double b);
i32 molt_date_part(double time, i32 part, bool utc);
double molt_date_make(i32 year, i32 month, i32 day, i32 hour, i32 minute, i32 second, bool utc);

static MoltVm *vm;

static int open_vm(void **state) {
    (void)state;
    vm = rt_vm_new(&(RtOptions){.heap_limit = (u64)64 << 20, .gc_stress = 5, .verify = true});
    rt_attach(vm);
    return 0;
}

static int close_vm(void **state) {
    (void)state;
    rt_detach(rt_self());
    rt_vm_free(vm);
    return 0;
}

static AbiString *str(const char *utf8) { return rt_string_lit(utf8); }

static void expect(Word word, const char *expected) {
    Text text = {0};
    rt_word_utf8(word, &text);
    text_char(&text, 0);
    assert_string_equal(text.at, expected);
    text_free(&text);
}
static void expect_array(AbiArray *array, const char *expected) { expect(word_of_ref(array), expected); }

/* Runs a native that is to throw. */
static void expect_throw(void *native, u32 count, const u64 *args, const char *message) {
    u64 result;
    assert_int_equal(rt_call(RT_ENTRY_CATCH, native, args, count, &result), RT_THROWN);
    expect(rt_exception_word(rt_self()), message);
}

static AbiArray *numbers(AbiElem elem, i32 count) {
    AbiArray *array = array_new(elem, 0);
    for (i32 i = 1; i <= count; i++) array_push_word(array, elem == ELEM_BOOL ? word_of_bool(i & 1) : elem == ELEM_F64 ? word_of_double(i) : word_of_int(i));
    return array;
}

static const AbiElem kinds[] = {ELEM_I32, ELEM_F64, ELEM_WORD};

static void test_edges(void **state) {
    (void)state;
    for (u32 k = 0; k < LEN(kinds); k++) {
        static const struct { i32 at; const char *text; } inserts[] = {
            {0, "[9,1,2,3]"}, {2, "[1,2,9,3]"}, {3, "[1,2,3,9]"}, {4, "[1,2,3,9]"}, {-1, "[1,2,9,3]"}, {-3, "[9,1,2,3]"}, {-9, "[9,1,2,3]"}};
        for (u32 i = 0; i < LEN(inserts); i++) {
            AbiArray *array = numbers(kinds[k], 3);
            molt_array_insert(array, inserts[i].at, word_of_int(9));
            expect_array(array, inserts[i].text);
        }
        static const struct { i32 from, to; const char *text; } slices[] = {
            {0, 1, "[1]"}, {0, -1, "[1,2]"}, {0, -5, "[]"}, {2, 5, "[3]"}, {2, 1, "[]"}, {4, 5, "[]"}, {-1, 5, "[3]"}, {-3, -1, "[1,2]"}, {-9, 2, "[1,2]"}};
        for (u32 i = 0; i < LEN(slices); i++)
            expect_array(molt_array_slice(numbers(kinds[k], 3), slices[i].from, word_of_int(slices[i].to)), slices[i].text);
        static const struct { i32 at, count; const char *left, *taken; } splices[] = {
            {0, -1, "[1,2,3]", "[]"}, {0, 0, "[1,2,3]", "[]"}, {0, 2, "[3]", "[1,2]"}, {0, 9, "[]", "[1,2,3]"}, {2, 9, "[1,2]", "[3]"},
            {4, 1, "[1,2,3]", "[]"}, {-1, 1, "[1,2]", "[3]"}, {-9, 2, "[3]", "[1,2]"}};
        for (u32 i = 0; i < LEN(splices); i++) {
            AbiArray *array = numbers(kinds[k], 3);
            expect_array(molt_array_splice(array, splices[i].at, splices[i].count), splices[i].taken);
            expect_array(array, splices[i].left);
        }
        AbiArray *twos = numbers(kinds[k], 3);
        array_push_word(twos, word_of_int(2));
        static const struct { i32 from, first, last; } finds[] = {{0, 1, -1}, {2, 3, 1}, {3, 3, 3}, {4, -1, 3}, {-1, 3, 3}, {-3, 1, 1}, {-9, 1, -1}};
        for (u32 i = 0; i < LEN(finds); i++) {
            assert_int_equal(molt_array_index_of(twos, word_of_double(2), word_of_int(finds[i].from)), finds[i].first);
            assert_int_equal(molt_array_last_index_of(twos, word_of_int(2), word_of_int(finds[i].from)), finds[i].last);
        }
        assert_true(molt_array_remove(twos, word_of_int(2)));
        assert_false(molt_array_remove(twos, word_of_ref(str("2"))));
        expect_array(twos, "[1,3,2]");
        molt_array_reverse(twos);
        molt_array_unshift(twos, word_of_int(7));
        expect_array(twos, "[7,2,3,1]");
        assert_true(molt_word_eq(molt_array_shift(twos), word_of_int(7)));
        assert_true(molt_word_eq(molt_array_pop(twos), word_of_int(1)));
        molt_array_resize(twos, 1);
        molt_array_resize(twos, 3);
        expect_array(twos, kinds[k] == ELEM_WORD ? "[2,null,null]" : "[2,0,0]");
        molt_array_set_w(twos, 5, word_of_int(4));
        assert_int_equal(twos->length, 6);
        expect_array(molt_array_concat(molt_array_copy(twos), numbers(ELEM_I32, 1)), kinds[k] == ELEM_WORD ? "[2,null,null,null,null,4,1]" : "[2,0,0,0,0,4,1]");
    }
    AbiArray *empty = array_new(ELEM_I32, 0);
    assert_int_equal(molt_array_pop(empty), WORD_NULL);
    assert_int_equal(molt_array_shift(empty), WORD_NULL);
    assert_int_equal(molt_array_get_w(empty, 3), word_of_int(0));
    assert_int_equal(molt_array_get_w(array_new(ELEM_WORD, 0), -1), WORD_NULL);
    AbiArray *nan = array_new(ELEM_F64, 1);
    molt_array_set_f(nan, 0, NAN);
    assert_int_equal(molt_array_index_of(nan, word_of_double(NAN), WORD_NULL), -1);
}

static void test_kinds(void **state) {
    (void)state;
    AbiArray *ints = numbers(ELEM_I32, 2), *words = array_new(ELEM_WORD, 0);
    molt_array_push_w(ints, word_of_double(5));
    molt_array_push_w(ints, WORD_NULL);
    expect_array(ints, "[1,2,5,0]");
    molt_array_set_i(words, 1, 3);
    expect_array(words, "[null,3]");
    assert_int_equal(molt_array_get_i(words, 0), 0);
    assert_true(molt_array_get_f(words, 1) == 3);
    expect_throw((void *)molt_array_push_w, 2, (u64[]){word_of_ref(ints), word_of_ref(str("x"))}, "Can't cast String to Int");
    assert_int_equal(ints->length, 4);
    expect_throw((void *)molt_array_set_w, 3, (u64[]){word_of_ref(words), (u64)-1, WORD_NULL}, "Negative array index: -1");
    for (i32 i = 0; i < 10000; i++) molt_array_push_i(ints, i);
    assert_int_equal(molt_array_get_i(ints, 10003), 9999);
    molt_array_blit(ints, 4, ints, 5, 100);
    assert_int_equal(molt_array_get_i(ints, 104), 99);
    assert_int_equal(molt_array_get_i(ints, 5), 0);
    molt_array_blit(ints, 5, words, 0, 2);
    expect_array(words, "[0,1]");
    expect_throw((void *)molt_array_blit, 5, (u64[]){word_of_ref(ints), 0, word_of_ref(words), 1, 2}, "Range of 2 elements is out of bounds");
    AbiArray *mixed = array_new(ELEM_F64, 0);
    const double values[] = {3, -1, NAN, 0.5};
    for (u32 i = 0; i < LEN(values); i++) array_push_word(mixed, word_of_double(values[i]));
    assert_true(molt_array_sort_numbers(mixed));
    expect_array(mixed, "[-1,0.5,3,nan]");
    assert_false(molt_array_sort_numbers(words));
}

static void test_text(void **state) {
    (void)state;
    AbiArray *deep = array_new(ELEM_WORD, 0);
    array_push_word(deep, word_of_int(1));
    for (u32 i = 0; i < 7; i++) {
        AbiArray *outer = array_new(ELEM_WORD, 0);
        array_push_ref(outer, deep);
        deep = outer;
    }
    expect_array(deep, "[[[[[[<...>]]]]]]");
    AbiArray *own = array_new(ELEM_WORD, 0);
    array_push_ref(own, own);
    expect_array(own, "[[[[[[<...>]]]]]]");
    expect(WORD_NULL, "null");
    expect(word_of_double(2.5), "2.5");
    expect(WORD_TRUE, "true");
    expect(word_of_ref(vm->head.string_class), "Class<String>");
}

static void test_maps(void **state) {
    (void)state;
    RtMap *ints = molt_intmap_new();
    for (i32 i = 0; i < 2000; i++) molt_intmap_set(ints, i * 64, word_of_int(i));
    for (i32 i = 0; i < 2000; i += 2) assert_true(molt_intmap_remove(ints, i * 64));
    for (i32 i = 0; i < 2000; i++) assert_int_equal(molt_intmap_exists(ints, i * 64), i & 1);
    assert_false(molt_intmap_remove(ints, 0));
    for (i32 i = 0; i < 100; i++) molt_intmap_set(ints, -i, word_of_int(i));
    assert_int_equal(ints->live, 1100);
    assert_int_equal(molt_intmap_get(ints, 64 * 1999), word_of_int(1999));
    assert_int_equal(molt_intmap_get(ints, 1), WORD_NULL);
    i32 count = 0;
    for (i32 i = -1; (i = molt_map_next(ints, i)) >= 0; count++)
        if (count == 0) assert_int_equal(molt_map_key(ints, i), word_of_int(64));
    assert_int_equal(count, 1100);
    RtMap *copy = map_copy(ints);
    molt_intmap_set(copy, 64, WORD_NULL);
    assert_int_equal(molt_intmap_get(ints, 64), word_of_int(1));
    assert_true(molt_intmap_exists(copy, 64));
    map_clear_all(ints);
    assert_int_equal(molt_map_next(ints, -1), -1);
    molt_intmap_set(ints, 5, WORD_TRUE);
    assert_int_equal(molt_intmap_get(ints, 5), WORD_TRUE);

    RtMap *strings = molt_stringmap_new();
    char key[20];
    for (i32 i = 0; i < 500; i++) {
        snprintf(key, sizeof key, i & 1 ? "k%d" : "語%d", i);
        molt_stringmap_set(strings, str(key), word_of_int(i));
    }
    molt_stringmap_set(strings, NULL, WORD_TRUE);
    rt_collect(vm);
    assert_int_equal(molt_stringmap_get(strings, str("語42")), word_of_int(42));
    assert_int_equal(molt_stringmap_get(strings, str("k43")), word_of_int(43));
    assert_int_equal(molt_stringmap_get(strings, str("k42")), WORD_NULL);
    assert_int_equal(molt_stringmap_get(strings, NULL), WORD_TRUE);
    assert_true(molt_stringmap_remove(strings, NULL));
    assert_int_equal(strings->live, 500);

    RtMap *objects = molt_objectmap_new();
    AbiString *a = str("ab"), *b = str("ab");
    molt_objectmap_set(objects, word_of_ref(a), word_of_int(1));
    molt_objectmap_set(objects, word_of_ref(b), word_of_int(2));
    assert_int_equal(molt_objectmap_get(objects, word_of_ref(a)), word_of_int(1));
    assert_int_equal(molt_objectmap_get(objects, word_of_ref(b)), word_of_int(2));
}

static AbiString *name(const char *text) { return rt_intern(vm, text, strlen(text)); }

static void test_structures(void **state) {
    (void)state;
    AbiObject *point = molt_anon_new(2), *other = molt_anon_new(2);
    anon_set(point, name("x"), word_of_int(1));
    anon_set(point, name("y"), word_of_ref(str("b")));
    expect(word_of_ref(point), "{x: 1, y: b}");
    anon_set(other, name("x"), WORD_NULL);
    anon_set(other, name("y"), WORD_NULL);
    assert_ptr_equal(point->cls, other->cls);
    AbiObject *large = molt_anon_new(0);
    char text[20];
    for (i32 i = 0; i < 60; i++) {
        snprintf(text, sizeof text, "field%d", i);
        anon_set(large, name(text), word_of_int(i));
    }
    rt_collect(vm);
    assert_int_equal(molt_field_get(word_of_ref(large), name("field59")), word_of_int(59));
    assert_int_equal(molt_field_get(word_of_ref(large), name("field60")), WORD_NULL);
    assert_true(anon_delete(large, name("field1")));
    assert_false(anon_delete(large, name("field1")));
    assert_int_equal(molt_field_get(word_of_ref(large), name("field2")), word_of_int(2));
    assert_int_equal(molt_field_get(word_of_ref(large), name("field59")), word_of_int(59));
    assert_int_equal(molt_reflect_fields(word_of_ref(large))->length, 59);
    AbiObject *copy = anon_copy(large);
    molt_field_set(word_of_ref(copy), name("field0"), WORD_TRUE);
    assert_int_equal(molt_field_get(word_of_ref(large), name("field0")), word_of_int(0));
    assert_int_equal(molt_field_get(word_of_ref(str("abc")), name("length")), word_of_int(3));
    expect_throw((void *)molt_field_get, 2, (u64[]){WORD_NULL, word_of_ref(name("x"))}, "Null Access");
}

static void test_words(void **state) {
    (void)state;
    Word text = word_of_ref(str("a")), one = word_of_int(1);
    expect(molt_word_add(one, text), "1a");
    expect(molt_word_add(WORD_NULL, text), "nulla");
    expect(molt_word_add(word_of_int(INT32_MAX), one), "-2147483648");
    expect(molt_word_add(one, word_of_double(2.5)), "3.5");
    expect_throw((void *)molt_word_add, 2, (u64[]){one, WORD_NULL}, "Invalid operation: 1 + null");
    expect_throw((void *)molt_word_add, 2, (u64[]){WORD_TRUE, WORD_TRUE}, "Invalid operation: true + true");
    expect(molt_word_div(word_of_int(5), word_of_int(2)), "2.5");
    expect(molt_word_mod(word_of_int(-7), word_of_int(3)), "-1");
    expect(molt_word_mod(one, word_of_int(0)), "nan");
    assert_true(molt_word_eq(one, word_of_double(1)));
    assert_false(molt_word_eq(one, WORD_TRUE));
    assert_false(molt_word_eq(WORD_NULL, word_of_int(0)));
    assert_false(molt_word_eq(word_of_double(NAN), word_of_double(NAN)));
    assert_true(molt_word_eq(text, word_of_ref(str("a"))));
    assert_false(molt_word_lt(one, text));
    assert_false(molt_word_lt(WORD_NULL, one));
    assert_int_equal(molt_word_compare(WORD_TRUE, WORD_FALSE), 1);
    assert_int_equal(molt_word_compare(word_of_double(2.5), one), 1);
    assert_int_equal(molt_word_compare(WORD_NULL, WORD_NULL), 0);
}

static void test_math(void **state) {
    (void)state;
    static const struct { double x; i32 round, floor, truncated; } rows[] = {
        {0.5, 1, 0, 0}, {-0.5, 0, -1, 0}, {-1.5, -1, -2, -1}, {2.5, 3, 2, 2}, {-2.5, -2, -3, -2}, {1e10, 1410065408, 1410065408, 1410065408},
        {-1e10, -1410065408, -1410065408, -1410065408}, {2147483648.0, INT32_MIN, INT32_MIN, INT32_MIN}, {-2147483649.0, INT32_MAX, INT32_MAX, INT32_MAX}};
    for (u32 i = 0; i < LEN(rows); i++) {
        assert_int_equal(molt_math_round(rows[i].x), rows[i].round);
        assert_int_equal(molt_math_floor(rows[i].x), rows[i].floor);
        assert_int_equal(molt_std_int(rows[i].x), rows[i].truncated);
    }
    assert_int_equal(molt_std_int(NAN), 0);
    assert_int_equal(molt_math_floor(NAN), INT32_MIN);
    assert_true(isnan(molt_math_min(1, NAN)) && isnan(molt_math_min(NAN, 1)));
    assert_true(signbit(molt_math_min(0.0, -0.0)));
    double time = molt_date_make(2024, 1, 29, 12, 34, 56, true);
    assert_true(time == 1709210096000.0);
    const i32 parts[] = {2024, 1, 29, 12, 34, 56, 4};
    for (i32 i = 0; i < (i32)LEN(parts); i++) assert_int_equal(molt_date_part(time, i, true), parts[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_edges, open_vm, close_vm),      cmocka_unit_test_setup_teardown(test_kinds, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_text, open_vm, close_vm),       cmocka_unit_test_setup_teardown(test_maps, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_structures, open_vm, close_vm), cmocka_unit_test_setup_teardown(test_words, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_math, open_vm, close_vm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
