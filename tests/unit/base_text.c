/* Text buffers, quoting, JSON. */
#include "unit.h"

#include "../../src/base/base.h"

#include <jansson.h>

static void text_grows(void **state)
{
    (void)state;
    Text text = {0};
    for (int i = 0; i < 1000; i++) text_printf(&text, "%d,", i);
    assert_int_equal(strlen(text.at), text.count);
    assert_int_equal(text.count, 10 * 2 + 90 * 3 + 900 * 4);
    assert_string_equal(text.at + text.count - 8, "998,999,");
    text_printf(&text, "%0*d", 9000, 1);
    assert_int_equal(text.count, 10 * 2 + 90 * 3 + 900 * 4 + 9000);
    text_free(&text);
    assert_null(text.at);

    text_indent(&text, 2);
    text_char(&text, 'x');
    text_add(&text, NULL, 0);
    text_str(&text, "yz");
    assert_string_equal(text.at, "        xyz");
    text_free(&text);
}

static void quoted_as_haxe_reads_it(void **state)
{
    (void)state;
    Text text = {0};
    static const char bytes[] = "a\"b\\c\n\r\t\x01\x7f\0é";
    text_quoted(&text, bytes, sizeof bytes - 1);
    assert_string_equal(text.at, "\"a\\\"b\\\\c\\n\\r\\t\\x01\\x7F\\x00é\"");
    text_free(&text);
}

/* Another reader must get the same bytes back. */
static void json_round_trip(const char *bytes, size_t count)
{
    Text text = {0};
    text_json(&text, bytes, count);
    json_error_t error;
    json_t *value = json_loadb(text.at, text.count, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    assert_non_null(value);
    assert_int_equal(json_string_length(value), count);
    assert_memory_equal(json_string_value(value), bytes, count);
    json_decref(value);
    text_free(&text);
}

static void json_reads_back(void **state)
{
    (void)state;
    char all[128];
    for (int i = 0; i < 128; i++) all[i] = (char)i;
    json_round_trip(all, sizeof all);
    json_round_trip("", 0);
    static const char utf8[] = "é日𝒳\xEF\xBF\xBF\xF4\x8F\xBF\xBF";
    json_round_trip(utf8, sizeof utf8 - 1);
}

static void check_json(const char *bytes, const char *expected)
{
    Text text = {0};
    text_json(&text, bytes, strlen(bytes));
    assert_string_equal(text.at, expected);
    text_free(&text);
}

#define BAD "\xEF\xBF\xBD"

static void json_replaces_what_is_not_utf8(void **state)
{
    (void)state;
    check_json("a\xFF"
               "b",
               "\"a" BAD "b\"");
    check_json("\xC3", "\"" BAD "\"");                         /* cut off */
    check_json("\xC0\xAF", "\"" BAD BAD "\"");                 /* overlong */
    check_json("\xED\xA0\x80", "\"" BAD BAD BAD "\"");         /* a surrogate */
    check_json("\xF4\x90\x80\x80", "\"" BAD BAD BAD BAD "\""); /* too large */
    check_json("\xE0\x9F\xBF", "\"" BAD BAD BAD "\"");
    check_json("\xC3"
               "é",
               "\"" BAD "é\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows),
        cmocka_unit_test(quoted_as_haxe_reads_it),
        cmocka_unit_test(json_reads_back),
        cmocka_unit_test(json_replaces_what_is_not_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
