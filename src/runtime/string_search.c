/* string_search: indexOf, lastIndexOf, split.
 *
 * Where one of the texts is wide and the other is not, units are compared one by one; a wide text can never stand inside a narrow one.
 */
#include "values.h"

static bool same_at(const AbiString *string, i32 at, const AbiString *wanted) {
    bool wide = rt_string_wide(string);
    if (wide == rt_string_wide(wanted))
        return memcmp(string->data + ((size_t)at << wide), wanted->data, (size_t)wanted->length << wide) == 0;
    for (i32 i = 0; i < wanted->length; i++)
        if (rt_string_unit(string, at + i) != rt_string_unit(wanted, i)) return false;
    return true;
}

static i32 find_unit(const AbiString *string, u32 unit, i32 from) {
    if (!rt_string_wide(string)) {
        if (unit > 0xFF || from >= string->length) return -1;
        const u8 *at = memchr(string->data + from, (int)unit, (size_t)(string->length - from));
        return at ? (i32)(at - string->data) : -1;
    }
    const u16 *units = string_wide(string);
    for (i32 i = from; i < string->length; i++)
        if (units[i] == unit) return i;
    return -1;
}

i32 string_find(const AbiString *string, const AbiString *wanted, i32 from) {
    i32 count = wanted->length;
    if (count == 0) return MIN(from, string->length);
    if (rt_string_wide(wanted) && !rt_string_wide(string)) return -1;
    if (!rt_string_wide(string)) {
        if (from >= string->length) return -1;
        const u8 *at = memmem(string->data + from, (size_t)(string->length - from), wanted->data, (size_t)count);
        return at ? (i32)(at - string->data) : -1;
    }
    u32 first = rt_string_unit(wanted, 0);
    for (i32 i = from; (i = find_unit(string, first, i)) >= 0 && i + count <= string->length; i++)
        if (same_at(string, i, wanted)) return i;
    return -1;
}

i32 molt_string_index_of(AbiString *string, AbiString *wanted, Word start) {
    non_null(wanted);
    i32 from = 0;
    if (word_as_int(start, &from) && from < 0) from = wanted->length == 0 ? 0 : MAX(0, string->length + from);
    return string_find(string, wanted, from);
}

i32 molt_string_last_index_of(AbiString *string, AbiString *wanted, Word start) {
    non_null(wanted);
    i32 last = string->length - wanted->length, from;
    if (word_as_int(start, &from)) {
        if (from < 0) return wanted->length == 0 ? 0 : -1;
        last = MIN(last, from);
    }
    for (i32 i = last; i >= 0; i--)
        if (same_at(string, i, wanted)) return i;
    return -1;
}

AbiArray *molt_string_split(AbiString *string, AbiString *delimiter) {
    non_null(delimiter);
    i32 length = string->length, step = delimiter->length;
    if (step == 0) {
        AbiArray *units = array_new(ELEM_WORD, length);
        for (i32 i = 0; i < length; i++) array_push_ref(units, string_of_unit(rt_string_unit(string, i)));
        return units;
    }
    AbiArray *parts = array_new(ELEM_WORD, 4);
    i32 start = 0;
    for (i32 at; (at = string_find(string, delimiter, start)) >= 0; start = at + step)
        array_push_ref(parts, string_part(string, start, at - start));
    array_push_ref(parts, string_part(string, start, length - start));
    return parts;
}
