/* string_convert: UTF-8 to strings and back, upper and lower case.
 *
 * Decoding never fails: each maximal invalid sequence becomes one U+FFFD, as does an encoded surrogate. Encoding joins pairs of
 * surrogates; one that stands alone becomes U+FFFD.
 *
 * Case is mapped a unit at a time by the C library's tables (locale C.UTF-8): text keeps its length, as in the official library.
 */
#include "anon.h"
#include "values.h"

#include <wctype.h>

/* ---- UTF-8 --------------------------------------------------------------------------------------------------------------------------- */

#define REPLACEMENT 0xFFFDu

/* One character; advances. */
static u32 decode(const u8 **at, const u8 *end) {
    const u8 *p = *at;
    u32 lead = *p++;
    if (lead < 0x80) {
        *at = p;
        return lead;
    }
    u32 more = lead >= 0xF0 && lead <= 0xF4 ? 3 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xC2 && lead < 0xE0 ? 1 : 0;
    u32 code = lead & (0x3Fu >> more), low = 0x80, high = 0xBF;
    /* Bounds of the second byte shut out overlong forms, surrogates and what lies above U+10FFFF. */
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    if (!more) code = REPLACEMENT;
    for (; more; more--) {
        if (p == end || *p < low || *p > high) {
            code = REPLACEMENT;
            break;
        }
        code = code << 6 | (*p++ & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    *at = p;
    return code;
}

i32 rt_utf8_measure(const char *utf8, size_t bytes, bool *wide) {
    const u8 *at = (const u8 *)utf8, *end = at + bytes;
    size_t units = 0;
    *wide = false;
    while (at < end) {
        u32 code = decode(&at, end);
        units += code > 0xFFFF ? 2 : 1;
        if (code > 0xFF) *wide = true;
    }
    if (units > STRING_MAX_UNITS) FATAL("a text of %zu units is too long for a string", units);
    return (i32)units;
}

void rt_utf8_decode(const char *utf8, size_t bytes, AbiString *into) {
    const u8 *at = (const u8 *)utf8, *end = at + bytes;
    if (!rt_string_wide(into)) {
        u8 *out = into->data;
        while (at < end) *out++ = (u8)decode(&at, end);
        *out = 0;
        return;
    }
    u16 *out = string_wide_out(into);
    while (at < end) {
        u32 code = decode(&at, end);
        if (code > 0xFFFF) {
            code -= 0x10000;
            *out++ = (u16)(0xD800 | code >> 10);
            *out++ = (u16)(0xDC00 | (code & 0x3FF));
        } else {
            *out++ = (u16)code;
        }
    }
    *out = 0;
}

AbiString *rt_string(const char *utf8, size_t bytes) {
    if (bytes <= 1) return bytes == 0 ? string_empty() : string_of_unit((u8)*utf8 < 0x80 ? (u8)*utf8 : REPLACEMENT);
    bool wide;
    i32 length = rt_utf8_measure(utf8, bytes, &wide);
    AbiString *string = rt_alloc_string(length, wide);
    rt_utf8_decode(utf8, bytes, string);
    return string;
}

AbiString *rt_string_lit(const char *utf8) { return rt_string(utf8, strlen(utf8)); }

static u32 encode(u32 code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

void rt_string_utf8(const AbiString *string, Text *out) {
    char chunk[256];
    u32 filled = 0;
    i32 length = string->length;
    for (i32 i = 0; i < length; i++) {
        u32 code = rt_string_unit(string, i);
        if (code >= 0xD800 && code <= 0xDFFF) {
            u32 low = code < 0xDC00 && i + 1 < length ? rt_string_unit(string, i + 1) : 0;
            if (low >= 0xDC00 && low <= 0xDFFF) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                i++;
            } else {
                code = REPLACEMENT;
            }
        }
        filled += encode(code, chunk + filled);
        if (filled > sizeof chunk - 4) {
            text_add(out, chunk, filled);
            filled = 0;
        }
    }
    text_add(out, chunk, filled);
}

/* ---- Case ----------------------------------------------------------------------------------------------------------------------------- */

void string_case_init(struct AnonTable *state) { state->case_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

void string_case_free(struct AnonTable *state) {
    if (state->case_locale) freelocale(state->case_locale);
}

static u32 map_unit(locale_t locale, u32 unit, bool upper) {
    if (unit < 0x80) {
        bool letter = upper ? unit >= 'a' && unit <= 'z' : unit >= 'A' && unit <= 'Z';
        return letter ? unit ^ 0x20 : unit;
    }
    if (!locale || (unit >= 0xD800 && unit <= 0xDFFF)) return unit;
    wint_t mapped = upper ? towupper_l((wint_t)unit, locale) : towlower_l((wint_t)unit, locale);
    return mapped <= 0xFFFF ? (u32)mapped : unit;
}

static AbiString *map_case(AbiString *string, bool upper) {
    locale_t locale = rt_this_vm()->anon->case_locale;
    i32 length = string->length, first = 0;
    while (first < length && map_unit(locale, rt_string_unit(string, first), upper) == rt_string_unit(string, first)) first++;
    if (first == length) return string;
    bool wide = false;
    for (i32 i = 0; i < length && !wide; i++) wide = map_unit(locale, rt_string_unit(string, i), upper) > 0xFF;
    AbiString *result = rt_alloc_string(length, wide);
    for (i32 i = 0; i < length; i++) {
        u32 unit = map_unit(locale, rt_string_unit(string, i), upper);
        if (wide) string_wide_out(result)[i] = (u16)unit;
        else result->data[i] = (u8)unit;
    }
    return result;
}

AbiString *molt_string_to_upper(AbiString *string) { return map_case(string, true); }
AbiString *molt_string_to_lower(AbiString *string) { return map_case(string, false); }
