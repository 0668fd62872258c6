/* bytes: the store behind haxe.io.Bytes: a raw buffer of a fixed number of bytes, little-endian.
 *
 * Reading one byte outside gives 0 and writing one does nothing; whoever wants an exception tests before (std/haxe/io/Bytes.hx). Wider
 * accesses and ranges were tested by the caller; they are tested again here so that no Haxe code can reach other memory. Generated
 * code of the optimised tier has the single accesses inlined (codegen/emit_intrinsic.c).
 */
#include "bytes.h"

AbiBuffer *molt_bytes_new(i32 length) {
    if (length < 0) rt_throw_text("The length of bytes is negative");
    return rt_alloc_buffer(ELEM_BOOL, (u64)length);
}

i32 molt_bytes_length(AbiBuffer *bytes) { return (i32)bytes->bytes; }

/* ---- Single values -------------------------------------------------------------------------------------------------------------------- */

static inline bool inside(const AbiBuffer *bytes, i32 at, u32 size) { return (u64)(u32)at + size <= bytes->bytes; }

#define ACCESS(name, type, value_type)                                       \
    value_type molt_bytes_get_##name(AbiBuffer *bytes, i32 at) {             \
        type value = 0;                                                      \
        if (inside(bytes, at, sizeof value)) memcpy(&value, bytes->data + (u32)at, sizeof value); \
        return value;                                                        \
    }                                                                        \
    void molt_bytes_set_##name(AbiBuffer *bytes, i32 at, value_type wide) {  \
        type value = (type)wide;                                             \
        if (inside(bytes, at, sizeof value)) memcpy(bytes->data + (u32)at, &value, sizeof value); \
    }
ACCESS(u8, u8, i32)
ACCESS(u16, u16, i32)
ACCESS(i32, i32, i32)
ACCESS(f32, float, double)
ACCESS(f64, double, double)

/* ---- Ranges ------------------------------------------------------------------------------------------------------------------------------ */

void bytes_check(const AbiBuffer *bytes, i32 at, i32 count) {
    if (at < 0 || count < 0 || (u64)(u32)at + (u32)count > bytes->bytes) rt_throw_text("A range of %d bytes is out of bounds", count);
}

void molt_bytes_blit(AbiBuffer *into, i32 at, AbiBuffer *from, i32 start, i32 count) {
    non_null(from);
    bytes_check(into, at, count);
    bytes_check(from, start, count);
    memmove(into->data + at, from->data + start, (size_t)count);
}

void molt_bytes_fill(AbiBuffer *bytes, i32 at, i32 count, i32 value) {
    bytes_check(bytes, at, count);
    memset(bytes->data + at, value, (size_t)count);
}

AbiBuffer *molt_bytes_sub(AbiBuffer *bytes, i32 at, i32 count) {
    bytes_check(bytes, at, count);
    AbiBuffer *part = molt_bytes_new(count);
    memcpy(part->data, bytes->data + at, (size_t)count);
    return part;
}

i32 molt_bytes_compare(AbiBuffer *a, AbiBuffer *b) {
    non_null(b);
    int order = memcmp(a->data, b->data, MIN(a->bytes, b->bytes));
    if (order) return order < 0 ? -1 : 1;
    return (a->bytes > b->bytes) - (a->bytes < b->bytes);
}

/* ---- Text ---------------------------------------------------------------------------------------------------------------------------------- */

/* Bytes of the text in UTF-8, as rt_string_utf8 writes it. */
static u32 utf8_length(const AbiString *string) {
    u32 count = 0;
    for (i32 i = 0; i < string->length; i++) {
        u32 unit = rt_string_unit(string, i);
        count += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        bool is_pair = unit >= 0xD800 && unit < 0xDC00 && i + 1 < string->length && (rt_string_unit(string, i + 1) & 0xFC00) == 0xDC00;
        if (!is_pair) continue;
        count++;
        i++;
    }
    return count;
}

AbiBuffer *molt_bytes_of_string(AbiString *string, bool raw) {
    non_null(string);
    if (raw) {
        AbiBuffer *units = molt_bytes_new(2 * string->length);
        string_copy_units(string, 0, string->length, units->data, true);
        return units;
    }
    bool ascii = !rt_string_wide(string);
    for (i32 i = 0; ascii && i < string->length; i++) ascii = string->data[i] < 0x80;
    if (ascii) {
        AbiBuffer *plain = molt_bytes_new(string->length);
        memcpy(plain->data, string->data, (size_t)string->length);
        return plain;
    }
    /* Made before the text is: nothing may be held when memory runs out. */
    AbiBuffer *bytes = molt_bytes_new((i32)utf8_length(string));
    Text text = {0};
    rt_string_utf8(string, &text);
    memcpy(bytes->data, text.at, bytes->bytes);
    text_free(&text);
    return bytes;
}

AbiString *molt_bytes_to_string(AbiBuffer *bytes, i32 at, i32 count, bool raw) {
    bytes_check(bytes, at, count);
    if (!count) return string_empty();
    if (!raw) return rt_string((const char *)bytes->data + at, (size_t)count);
    if (at % 2) { /* units are read aligned */
        bytes = molt_bytes_sub(bytes, at, count);
        at = 0;
    }
    return string_of_units((const u16 *)(const void *)(bytes->data + at), count / 2);
}

/* ---- Bits of floating point numbers ------------------------------------------------------------------------------------------------------- */

i32 molt_bytes_float_bits(double value) {
    float narrow = (float)value;
    i32 bits;
    memcpy(&bits, &narrow, sizeof bits);
    return bits;
}

double molt_bytes_float_of_bits(i32 bits) {
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

i32 molt_bytes_double_low(double value) {
    u64 bits;
    memcpy(&bits, &value, sizeof bits);
    return (i32)(u32)bits;
}

i32 molt_bytes_double_high(double value) {
    u64 bits;
    memcpy(&bits, &value, sizeof bits);
    return (i32)(u32)(bits >> 32);
}

double molt_bytes_double_of_bits(i32 low, i32 high) {
    u64 bits = (u64)(u32)high << 32 | (u32)low;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}
