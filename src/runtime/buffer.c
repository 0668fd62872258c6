/* buffer: text under construction: StringBuf, and what the runtime prints into.
 *
 * Units are stored as bytes until the first one above 0xFF comes, then as UTF-16. The store grows by half and more; reading the text
 * copies it, the buffer can be added to again.
 */
#include "anon.h"
#include "values.h"

static i32 room(const RtBuf *buf) { return buf->store ? (i32)(buf->store->bytes >> buf->wide) : 0; }

/* Room for `more` units, as wide ones if need be. */
static void reserve(RtBuf *buf, i32 more, bool wide) {
    i64 needed = (i64)buf->length + more;
    if (needed > STRING_MAX_UNITS) rt_throw_text("String too long");
    if (needed <= room(buf) && (buf->wide || !wide)) return;
    i64 units = MAX(needed, 32);
    if (needed > room(buf)) units = MAX(units, (i64)room(buf) + room(buf) / 2);
    bool to_wide = buf->wide || wide;
    AbiBuffer *store = rt_alloc_buffer(ELEM_BOOL, (u64)units << to_wide);
    if (buf->length && buf->wide == to_wide) {
        memcpy(store->data, buf->store->data, (size_t)buf->length << to_wide);
    } else if (buf->length) {
        const u8 *from = buf->store->data;
        u16 *to = (u16 *)(void *)store->data;
        for (i32 i = 0; i < buf->length; i++) to[i] = from[i];
    }
    buf->store = store;
    buf->wide = to_wide;
    if (buf->object.cls) rt_wrote(&buf->object); /* else it stands on the stack of a C function */
}

void buf_add_part(RtBuf *buf, const AbiString *string, i32 start, i32 length) {
    if (length <= 0) return;
    /* A part of a wide string may be narrow. */
    bool wide = rt_string_wide(string) && !string_all_latin1(string_wide(string) + start, length);
    reserve(buf, length, wide);
    u8 *at = buf->store->data + ((size_t)buf->length << buf->wide);
    if (rt_string_wide(string) && !buf->wide) {
        for (i32 i = 0; i < length; i++) at[i] = (u8)string_wide(string)[start + i];
    } else {
        string_copy_units(string, start, length, at, buf->wide);
    }
    buf->length += length;
}

void buf_add_string(RtBuf *buf, const AbiString *string) {
    if (string) buf_add_part(buf, string, 0, string->length);
    else buf_add_ascii(buf, "null", 4);
}

void buf_add_unit(RtBuf *buf, u32 unit) {
    reserve(buf, 1, unit > 0xFF);
    if (buf->wide) ((u16 *)(void *)buf->store->data)[buf->length++] = (u16)unit;
    else buf->store->data[buf->length++] = (u8)unit;
}

void buf_add_ascii(RtBuf *buf, const char *text, i32 length) {
    if (!length) return;
    reserve(buf, length, false);
    if (!buf->wide) memcpy(buf->store->data + buf->length, text, (size_t)length);
    else
        for (i32 i = 0; i < length; i++) ((u16 *)(void *)buf->store->data)[buf->length + i] = (u8)text[i];
    buf->length += length;
}

AbiString *buf_string(RtBuf *buf) {
    if (!buf->length) return string_empty();
    if (!buf->wide) return string_of_latin1(buf->store->data, buf->length);
    return string_of_units((const u16 *)(const void *)buf->store->data, buf->length);
}

/* ---- StringBuf ---------------------------------------------------------------------------------------------------------------------------- */

RtBuf *molt_buf_new(void) { return (RtBuf *)rt_alloc_native(rt_this_vm()->anon->buf_class); }
i32 molt_buf_length(RtBuf *buf) { return buf->length; }
AbiString *molt_buf_to_string(RtBuf *buf) { return buf_string(buf); }
void molt_buf_add_string(RtBuf *buf, AbiString *string) { buf_add_string(buf, string); }

void molt_buf_add(RtBuf *buf, Word word) {
    /* The text is made apart: a toString may add to the same buffer. */
    AbiString *text = molt_string_of_word(word);
    buf_add_string(buf, text);
}

void molt_buf_add_char(RtBuf *buf, i32 code) {
    if (code >= 0 && code <= 0xFFFF) {
        buf_add_unit(buf, (u32)code);
    } else if (code > 0xFFFF && code <= 0x10FFFF) {
        buf_add_unit(buf, 0xD800u | (u32)(code - 0x10000) >> 10);
        buf_add_unit(buf, 0xDC00u | ((u32)(code - 0x10000) & 0x3FF));
    } else {
        buf_add_unit(buf, 0xFFFD);
    }
}

void molt_buf_add_sub(RtBuf *buf, AbiString *string, i32 start, Word length) {
    non_null(string);
    i32 all = string->length, wanted;
    if (!word_as_int(length, &wanted)) wanted = all;
    if (start < 0) start = MAX(0, all + start);
    if (start >= all || wanted <= 0) return;
    buf_add_part(buf, string, start, MIN(wanted, all - start));
}
