/* string: making, comparing, joining strings and taking parts of them.
 *
 * Every result of one Latin-1 character is the machine's own string of it, every empty one the machine's empty string. Whoever needs
 * several strings in one asks for the length first and allocates once.
 */
#include "values.h"

/* ---- Making ----------------------------------------------------------------------------------------------------------------------------- */

AbiString *string_of_unit(u32 unit) {
    if (unit <= 0xFF) return rt_this_vm()->one_char[unit];
    AbiString *string = rt_alloc_string(1, true);
    string_wide_out(string)[0] = (u16)unit;
    return string;
}

AbiString *string_of_latin1(const u8 *bytes, i32 length) {
    if (length <= 1) return length == 0 ? string_empty() : string_of_unit(bytes[0]);
    AbiString *string = rt_alloc_string(length, false);
    memcpy(string->data, bytes, (size_t)length);
    return string;
}

bool string_all_latin1(const u16 *units, i32 length) {
    u16 all = 0;
    for (i32 i = 0; i < length; i++) all |= units[i];
    return all <= 0xFF;
}

AbiString *string_of_units(const u16 *units, i32 length) {
    if (length <= 1) return length == 0 ? string_empty() : string_of_unit(units[0]);
    if (!string_all_latin1(units, length)) {
        AbiString *string = rt_alloc_string(length, true);
        memcpy(string->data, units, (size_t)length * 2);
        return string;
    }
    AbiString *string = rt_alloc_string(length, false);
    for (i32 i = 0; i < length; i++) string->data[i] = (u8)units[i];
    return string;
}

AbiString *string_part(AbiString *string, i32 start, i32 length) {
    if (length == string->length) return string;
    if (rt_string_wide(string)) return string_of_units(string_wide(string) + start, length);
    return string_of_latin1(string->data + start, length);
}

void string_copy_units(const AbiString *string, i32 start, i32 length, void *into, bool into_wide) {
    if (rt_string_wide(string)) {
        memcpy(into, string_wide(string) + start, (size_t)length * 2);
    } else if (!into_wide) {
        memcpy(into, string->data + start, (size_t)length);
    } else {
        const u8 *from = string->data + start;
        u16 *to = into;
        for (i32 i = 0; i < length; i++) to[i] = from[i];
    }
}

AbiString *molt_string_from_char_code(i32 code) {
    if (code >= 0 && code <= 0xFFFF) return string_of_unit((u32)code);
    if (code < 0 || code > 0x10FFFF) return string_of_unit(0xFFFD);
    u16 pair[2] = {(u16)(0xD800 | (code - 0x10000) >> 10), (u16)(0xDC00 | ((code - 0x10000) & 0x3FF))};
    return string_of_units(pair, 2);
}

/* ---- Comparing ---------------------------------------------------------------------------------------------------------------------------- */

bool molt_string_eq(AbiString *a, AbiString *b) {
    if (a == b) return true;
    if (!a || !b || a->length != b->length) return false;
    u32 meta = a->meta ^ b->meta;
    if (meta & ABI_STRING_WIDE) return false;
    if (meta && a->meta > ABI_STRING_WIDE && b->meta > ABI_STRING_WIDE) return false; /* both hashes are known and differ */
    return memcmp(a->data, b->data, (size_t)a->length << rt_string_wide(a)) == 0;
}

/* By units; null stands in front of everything. */
i32 molt_string_compare(AbiString *a, AbiString *b) {
    if (a == b) return 0;
    if (!a || !b) return a ? 1 : -1;
    i32 shorter = MIN(a->length, b->length);
    if (!rt_string_wide(a) && !rt_string_wide(b)) {
        i32 order = memcmp(a->data, b->data, (size_t)shorter);
        if (order) return order < 0 ? -1 : 1;
    } else {
        for (i32 i = 0; i < shorter; i++) {
            u32 left = rt_string_unit(a, i), right = rt_string_unit(b, i);
            if (left != right) return left < right ? -1 : 1;
        }
    }
    return a->length == b->length ? 0 : a->length < b->length ? -1 : 1;
}

i32 molt_string_hash(AbiString *string) {
    u32 hash = string->meta >> 1;
    if (hash) return (i32)hash;
    hash = (u32)hash_bytes(string->data, (size_t)string->length << rt_string_wide(string), 0) >> 1;
    if (!hash) hash = 1;
    string->meta = hash << 1 | (string->meta & ABI_STRING_WIDE);
    return (i32)hash;
}

/* ---- Units -------------------------------------------------------------------------------------------------------------------------------- */

i32 molt_string_length(AbiString *string) { return string->length; }
AbiString *molt_string_to_string(AbiString *string) { return string; }

AbiString *molt_string_char_at(AbiString *string, i32 i) {
    if ((u32)i >= (u32)string->length) return string_empty();
    return string_of_unit(rt_string_unit(string, i));
}

Word molt_string_char_code_at(AbiString *string, i32 i) {
    return (u32)i >= (u32)string->length ? WORD_NULL : word_of_int((i32)rt_string_unit(string, i));
}

/* -1 outside of the string: no unit has that value, so texts with zero units can be read to their end. */
i32 molt_string_code_at(AbiString *string, i32 i) { return (u32)i >= (u32)string->length ? -1 : (i32)rt_string_unit(string, i); }
i32 molt_string_fast_code_at(AbiString *string, i32 i) { return molt_string_code_at(string, i); }

/* ---- Parts -------------------------------------------------------------------------------------------------------------------------------- */

static i32 optional_int(Word word, i32 otherwise) {
    i32 value;
    return word_as_int(word, &value) ? value : otherwise;
}

AbiString *molt_string_substr(AbiString *string, i32 start, Word length) {
    i32 all = string->length, wanted = optional_int(length, all);
    if (start < 0) start = start + all < 0 ? 0 : start + all;
    if (start >= all) return string_empty();
    if (wanted < 0) wanted = all + wanted - start; /* counted from the end */
    if (wanted <= 0) return string_empty();
    return string_part(string, start, MIN(wanted, all - start));
}

AbiString *molt_string_substring(AbiString *string, i32 start, Word end) {
    i32 all = string->length, stop = optional_int(end, all);
    start = start < 0 ? 0 : MIN(start, all);
    stop = stop < 0 ? 0 : MIN(stop, all);
    return start <= stop ? string_part(string, start, stop - start) : string_part(string, stop, start - stop);
}

/* ---- Joining ------------------------------------------------------------------------------------------------------------------------------ */

static AbiString *text_of_null(AbiString *string) {
    if (string) return string;
    return rt_string_lit("null");
}

static void check_length(i64 length) {
    if (length > STRING_MAX_UNITS) rt_throw_text("String too long");
}

AbiString *molt_string_concat(AbiString *a, AbiString *b) {
    a = text_of_null(a);
    b = text_of_null(b);
    if (!a->length) return b;
    if (!b->length) return a;
    i64 length = (i64)a->length + b->length;
    check_length(length);
    bool wide = rt_string_wide(a) || rt_string_wide(b);
    AbiString *result = rt_alloc_string((i32)length, wide);
    string_copy_units(a, 0, a->length, result->data, wide);
    string_copy_units(b, 0, b->length, result->data + ((size_t)a->length << wide), wide);
    return result;
}

#define PARTS_AT_ONCE 32

/* Texts of all words joined, in one allocation: they are made first and stay on this frame, where the collector sees them. */
static AbiString *concat_few(i32 count, const Word *words) {
    AbiString *parts[PARTS_AT_ONCE];
    i64 length = 0;
    bool wide = false;
    for (i32 i = 0; i < count; i++) {
        AbiString *part = word_string(words[i]);
        if (!part) part = molt_string_of_word(words[i]);
        parts[i] = part;
        length += part->length;
        wide |= rt_string_wide(part);
    }
    check_length(length);
    if (length == 0) return string_empty();
    AbiString *result = rt_alloc_string((i32)length, wide);
    u8 *at = result->data;
    for (i32 i = 0; i < count; i++) {
        string_copy_units(parts[i], 0, parts[i]->length, at, wide);
        at += (size_t)parts[i]->length << wide;
    }
    return result;
}

AbiString *molt_string_concat_words(i32 count, const Word *words) {
    if (count <= PARTS_AT_ONCE) return concat_few(count, words);
    RtBuf buf = {0};
    for (i32 i = 0; i < count; i++) print_word(&buf, words[i], 0);
    return buf_string(&buf);
}
