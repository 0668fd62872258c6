/* Strings: UTF-8 both ways, parts, searching, comparing, joining; numbers as text and back; text of values. The expected values of edge
 * cases are the official compiler's. */
#include "../../src/runtime/values.h"
#include "unit.h"

#include <math.h>

AbiString *molt_string_substr(AbiString *string, i32 start, Word length);
AbiString *molt_string_substring(AbiString *string, i32 start, Word end);
AbiString *molt_string_char_at(AbiString *string, i32 i);
Word molt_string_char_code_at(AbiString *string, i32 i);
i32 molt_string_index_of(AbiString *string, AbiString *wanted, Word start);
i32 molt_string_last_index_of(AbiString *string, AbiString *wanted, Word start);
AbiArray *molt_string_split(AbiString *string, AbiString *delimiter);
AbiString *molt_string_to_upper(AbiString *string);
AbiString *molt_string_to_lower(AbiString *string);
AbiString *molt_string_from_char_code(i32 code);
AbiString *molt_string_concat_words(i32 count, const Word *words);
AbiString *molt_array_join(AbiArray *array, AbiString *separator);
Word molt_std_parse_int(AbiString *string);
double molt_std_parse_float(AbiString *string);
RtBuf *molt_buf_new(void);
void molt_buf_add_char(RtBuf *buf, i32 code);
void molt_buf_add_sub(RtBuf *buf, AbiString *string, i32 start, Word length);

static MoltVm *vm;

static int open_vm(void **state) {
    (void)state;
    vm = rt_vm_new(&(RtOptions){.heap_limit = (u64)64 << 20, .gc_stress = 3, .verify = true});
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

static void expect(AbiString *string, const char *utf8) {
    Text text = {0};
    rt_string_utf8(string, &text);
    text_char(&text, 0);
    assert_string_equal(text.at, utf8);
    text_free(&text);
    /* Equal texts are equal objects in form as well. */
    AbiString *again = str(utf8);
    assert_true(molt_string_eq(string, again));
    assert_int_equal(molt_string_hash(string), molt_string_hash(again));
}

static void test_utf8(void **state) {
    (void)state;
    const char *texts[] = {"", "a", "hello", "äöü", "aé", "€", "日本語", "a😀b", "\xC2\xA0", "mixed ä and 語"};
    for (u32 i = 0; i < LEN(texts); i++) expect(str(texts[i]), texts[i]);
    assert_int_equal(str("a😀b")->length, 4);
    assert_false(rt_string_wide(str("äÿ")));
    assert_true(rt_string_wide(str("aĀ")));
    expect(rt_string("a\xFF" "b\xC3", 4), "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
    expect(rt_string("\xED\xA0\x80", 3), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); /* an encoded surrogate */
    expect(rt_string("\xE2\x82", 2), "\xEF\xBF\xBD");
    expect(rt_string("\xC0\xAF", 2), "\xEF\xBF\xBD\xEF\xBF\xBD"); /* overlong */
    assert_ptr_equal(str("x"), vm->one_char['x']);
    assert_ptr_equal(rt_intern(vm, "语", 3), rt_intern(vm, "语", 3));
}

static void test_parts(void **state) {
    (void)state;
    AbiString *s = str("hello");
    static const struct { i32 at, length; const char *text; } substr[] = {
        {0, 0, ""}, {0, 2, "he"}, {0, 9, "hello"}, {0, -1, "hell"}, {0, -9, ""}, {1, -1, "ell"}, {1, -2, "el"}, {5, 1, ""}, {6, -1, ""},
        {-1, 1, "o"}, {-2, 1, "l"}, {-2, 9, "lo"}, {-2, -1, "l"}, {-2, -2, ""}, {-9, 2, "he"}, {-9, -2, "hel"}};
    for (u32 i = 0; i < LEN(substr); i++) expect(molt_string_substr(s, substr[i].at, word_of_int(substr[i].length)), substr[i].text);
    expect(molt_string_substr(s, -3, WORD_NULL), "llo");
    expect(molt_string_substr(s, 5, WORD_NULL), "");
    static const struct { i32 from, to; const char *text; } substring[] = {
        {0, 0, ""}, {0, 9, "hello"}, {0, -1, ""}, {1, 0, "h"}, {1, 2, "e"}, {4, 1, "ell"}, {5, 2, "llo"}, {6, 1, "ello"}, {6, 9, ""}, {-1, 2, "he"},
        {-9, -1, ""}};
    for (u32 i = 0; i < LEN(substring); i++)
        expect(molt_string_substring(s, substring[i].from, word_of_int(substring[i].to)), substring[i].text);
    expect(molt_string_substring(s, 3, WORD_NULL), "lo");
    expect(molt_string_char_at(s, 1), "e");
    expect(molt_string_char_at(s, 5), "");
    expect(molt_string_char_at(s, -1), "");
    assert_int_equal(molt_string_char_code_at(s, 4), word_of_int('o'));
    assert_int_equal(molt_string_char_code_at(s, 5), WORD_NULL);
    /* The narrow part of a wide text is narrow. */
    AbiString *part = molt_string_substr(str("ab語cd"), 3, WORD_NULL);
    assert_false(rt_string_wide(part));
    expect(part, "cd");
}

static void test_search(void **state) {
    (void)state;
    AbiString *s = str("hello"), *l = str("l"), *none = str(""), *hel = str("hel");
    static const struct { i32 from, l, none, last_l, last_none, last_hel; } rows[] = {
        {-9, 2, 0, -1, 0, -1}, {-1, -1, 0, -1, 0, -1}, {0, 2, 0, -1, 0, 0}, {1, 2, 1, -1, 1, 0}, {4, -1, 4, 3, 4, 0}, {6, -1, 5, 3, 5, 0}};
    for (u32 i = 0; i < LEN(rows); i++) {
        Word from = word_of_int(rows[i].from);
        assert_int_equal(molt_string_index_of(s, l, from), rows[i].l);
        assert_int_equal(molt_string_index_of(s, none, from), rows[i].none);
        assert_int_equal(molt_string_last_index_of(s, l, from), rows[i].last_l);
        assert_int_equal(molt_string_last_index_of(s, none, from), rows[i].last_none);
        assert_int_equal(molt_string_last_index_of(s, hel, from), rows[i].last_hel);
    }
    assert_int_equal(molt_string_last_index_of(s, none, WORD_NULL), 5);
    assert_int_equal(molt_string_index_of(str("x語y語z"), str("語z"), WORD_NULL), 3);
    assert_int_equal(molt_string_index_of(str("x語y語z"), str("z"), WORD_NULL), 4);
    assert_int_equal(molt_string_index_of(s, str("語"), WORD_NULL), -1);
    assert_int_equal(molt_string_last_index_of(str("語語y"), str("語"), WORD_NULL), 1);
}

static void expect_split(const char *text, const char *delimiter, i32 count, const char *joined) {
    AbiArray *parts = molt_string_split(str(text), str(delimiter));
    assert_int_equal(parts->length, count);
    expect(molt_array_join(parts, str("|")), joined);
}

static void test_split(void **state) {
    (void)state;
    expect_split("a,b,,c", ",", 4, "a|b||c");
    expect_split(",", ",", 2, "|");
    expect_split("", ",", 1, "");
    expect_split("", "", 0, "");
    expect_split("abc", "", 3, "a|b|c");
    expect_split("aXXbXXc", "XX", 3, "a|b|c");
    expect_split("aaa", "aa", 2, "|a");
    expect_split("語,b", ",", 2, "語|b");
}

static void test_compare_and_join(void **state) {
    (void)state;
    assert_int_equal(molt_string_compare(str("a"), str("B")), 1);
    assert_int_equal(molt_string_compare(str("abc"), str("ab")), 1);
    assert_int_equal(molt_string_compare(str("ab"), str("abc")), -1);
    assert_int_equal(molt_string_compare(str("aé"), str("a語")), -1);
    assert_int_equal(molt_string_compare(str("语"), str("语")), 0);
    assert_false(molt_string_eq(str("a"), NULL));
    expect(molt_string_concat(NULL, str("a")), "nulla");
    expect(molt_string_concat(str("ä"), str("語")), "ä語");
    Word words[40];
    for (u32 i = 0; i < 40; i++) words[i] = i % 4 == 0 ? word_of_int((i32)i) : i % 4 == 1 ? word_of_ref(str("語")) : i % 4 == 2 ? WORD_TRUE : WORD_NULL;
    expect(molt_string_concat_words(5, words), "0語truenull4");
    assert_int_equal(molt_string_concat_words(40, words)->length, 107);
    expect(molt_string_to_upper(str("äöüßÿµéЖω")), "ÄÖÜßŸΜÉЖΩ");
    expect(molt_string_to_lower(str("ÄÖÜÉЖΩABC")), "äöüéжωabc");
    AbiString *upper = str("ABC 1");
    assert_ptr_equal(molt_string_to_upper(upper), upper);
    expect(molt_string_from_char_code(0x20AC), "€");
    expect(molt_string_from_char_code(0x1F600), "😀");
}

static void expect_float(double value, const char *text) {
    char buffer[NUMBER_TEXT];
    i32 length = number_float_text(value, buffer);
    buffer[length] = 0;
    assert_string_equal(buffer, text);
}

static void test_number_text(void **state) {
    (void)state;
    expect_float(1, "1");
    expect_float(-0.0, "-0");
    expect_float(0.1 + 0.2, "0.30000000000000004");
    expect_float(1.0 / 3, "0.3333333333333333");
    expect_float(1e10, "10000000000");
    expect_float(123456789012.0, "123456789012");
    expect_float(1234567890123.0, "1234567890123");
    expect_float(1e15, "1e+15");
    expect_float(1e21, "1e+21");
    expect_float(123456789012345680.0, "123456789012345680");
    expect_float(0.0001, "0.0001");
    expect_float(0.00001, "1e-05");
    expect_float(1.5e-7, "1.5e-07");
    expect_float(1.5e300, "1.5e+300");
    expect_float(5e-324, "5e-324");
    expect_float(1.7976931348623157e308, "1.7976931348623157e+308");
    expect_float(2.2250738585072014e-308, "2.2250738585072014e-308");
    expect_float(123456789.123456789, "123456789.12345679");
    expect_float(99999.99999, "99999.99999");
    expect_float(0x1p-44, "5.684341886080802e-14");
    expect_float(NAN, "nan");
    u64 seed = 1;
    for (u32 i = 0; i < 20000; i++) {
        seed = hash_mix(seed, i);
        double value, again;
        memcpy(&value, &seed, 8);
        if (!isfinite(value)) continue;
        char buffer[NUMBER_TEXT];
        buffer[number_float_text(value, buffer)] = 0;
        again = strtod(buffer, NULL);
        assert_true(again == value);
    }
    expect(molt_string_of_int(INT32_MIN), "-2147483648");
    expect(molt_string_of_i64(INT64_MIN), "-9223372036854775808");
}

static void test_parse(void **state) {
    (void)state;
    static const struct { const char *text; bool valid; i32 value; } ints[] = {
        {"12", true, 12}, {"-12", true, -12}, {"+12", true, 12}, {" 12 ", true, 12}, {"12abc", true, 12}, {"abc", false, 0}, {"", false, 0},
        {"0x1F", true, 31}, {"0X1f", true, 31}, {"-0x10", true, -16}, {"0x", false, 0}, {"1.9", true, 1}, {"99999999999", false, 0},
        {"2147483648", false, 0}, {"-2147483648", true, INT32_MIN}, {"0xFFFFFFFF", true, -1}, {"0x100000000", false, 0}, {"- 1", false, 0},
        {"--1", false, 0}, {" \t\n5", true, 5}, {"017", true, 17}, {"1_000", true, 1}, {"-", false, 0}};
    for (u32 i = 0; i < LEN(ints); i++)
        assert_int_equal(molt_std_parse_int(str(ints[i].text)), ints[i].valid ? word_of_int(ints[i].value) : WORD_NULL);
    assert_int_equal(molt_std_parse_int(NULL), WORD_NULL);
    static const struct { const char *text; double value; } floats[] = {
        {"1.5", 1.5}, {"-0.25", -0.25}, {"  2.5", 2.5}, {".5", 0.5}, {"5.", 5}, {"1.5e3x", 1500}, {"12abc", 12}, {"2e-2", 0.02}, {"+4", 4}, {"1e", 1}};
    for (u32 i = 0; i < LEN(floats); i++) assert_true(molt_std_parse_float(str(floats[i].text)) == floats[i].value);
    const char *no_floats[] = {"", "abc", "-", ".", "nan", "inf", "e5"};
    for (u32 i = 0; i < LEN(no_floats); i++) assert_true(isnan(molt_std_parse_float(str(no_floats[i]))));
}

static void test_buffer(void **state) {
    (void)state;
    RtBuf *buf = molt_buf_new();
    for (i32 i = 0; i < 100; i++) buf_add_string(buf, str("ab"));
    assert_int_equal(buf->length, 200);
    assert_int_equal(buf_string(buf)->length, 200);
    molt_buf_add_char(buf, 0x20AC);
    buf_add_text(buf, "!");
    molt_buf_add_char(buf, 0x1F600);
    molt_buf_add_sub(buf, str("hello"), 1, word_of_int(2));
    molt_buf_add_sub(buf, str("語xy"), 1, WORD_NULL);
    AbiString *all = buf_string(buf);
    expect(molt_string_substr(all, 198, WORD_NULL), "ab€!😀elxy");
    RtBuf narrow = {0};
    buf_add_part(&narrow, str("語xy"), 1, 2);
    assert_false(narrow.wide);
    expect(buf_string(&narrow), "xy");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_utf8, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_parts, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_search, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_split, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_compare_and_join, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_number_text, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_parse, open_vm, close_vm),
        cmocka_unit_test_setup_teardown(test_buffer, open_vm, close_vm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
