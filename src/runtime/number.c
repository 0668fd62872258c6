/* number: numbers as text and text as numbers.
 *
 * A Float is written in the fewest digits that read back as the same value. Their layout is that of printf's %g with the first of the
 * precisions 12, 15, 18 that has room for the digits: it decides when an exponent is written, and so texts agree with the official
 * library wherever the digits do.
 */
#include "values.h"

#include <math.h>

/* ---- Numbers to text --------------------------------------------------------------------------------------------------------------------- */

i32 number_int_text(i64 value, char text[NUMBER_TEXT]) {
    char reversed[24];
    i32 count = 0, length = 0;
    u64 rest = value < 0 ? 0 - (u64)value : (u64)value;
    do reversed[count++] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0) text[length++] = '-';
    while (count) text[length++] = reversed[--count];
    return length;
}

typedef struct Digits {
    char at[20]; /* without trailing zeros; value is 0.at × 10^point */
    i32 count, point;
} Digits;

/* The digits of %.{precision-1}e; true if they read back. */
static bool try_digits(double value, i32 precision, Digits *digits) {
    char text[40];
    snprintf(text, sizeof text, "%.*e", precision - 1, value);
    char *exponent = strchr(text, 'e');
    digits->count = 0;
    for (const char *c = text; c < exponent; c++)
        if (*c != '.') digits->at[digits->count++] = *c;
    digits->point = atoi(exponent + 1) + 1;
    bool same = strtod(text, NULL) == value;
    while (digits->count > 1 && digits->at[digits->count - 1] == '0') digits->count--;
    return same;
}

/* Below a power of two, doubles lie twice as dense as above: the nearest decimal of 16 digits may fail and its upper neighbour succeed. */
static bool try_neighbour(double value, Digits *digits) {
    int exponent;
    if (frexp(value, &exponent) != 0.5) return false;
    Digits next;
    try_digits(value, 16, &next);
    while (next.count < 16) next.at[next.count++] = '0';
    i32 i = 15;
    while (i >= 0 && next.at[i] == '9') next.at[i--] = '0';
    if (i < 0) return false;
    next.at[i]++;
    char text[40];
    snprintf(text, sizeof text, "0.%.16se%d", next.at, next.point);
    if (strtod(text, NULL) != value) return false;
    while (next.count > 1 && next.at[next.count - 1] == '0') next.count--;
    *digits = next;
    return true;
}

/* Positive, finite. */
static void shortest_digits(double value, Digits *digits) {
    /* A normal number has 15 digits at least that are its own, so a shorter text shows as zeros at the end of these. */
    for (i32 precision = value < 2.3e-308 ? 1 : 15; precision < 17; precision++)
        if (try_digits(value, precision, digits)) return;
    if (!try_neighbour(value, digits)) try_digits(value, 17, digits);
}

static i32 put(char *text, const char *bytes, i32 count) {
    memcpy(text, bytes, (size_t)count);
    return count;
}

static i32 put_zeros(char *text, i32 count) {
    memset(text, '0', (size_t)count);
    return count;
}

static i32 layout(const Digits *digits, char *text) {
    i32 precision = digits->count <= 12 ? 12 : digits->count <= 15 ? 15 : 18;
    i32 exponent = digits->point - 1, length = 0;
    if (exponent < -4 || exponent >= precision) {
        length += put(text, digits->at, 1);
        if (digits->count > 1) {
            text[length++] = '.';
            length += put(text + length, digits->at + 1, digits->count - 1);
        }
        return length + snprintf(text + length, 8, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
    }
    if (digits->point <= 0) {
        length += put(text, "0.", 2);
        length += put_zeros(text + length, -digits->point);
        return length + put(text + length, digits->at, digits->count);
    }
    i32 whole = MIN(digits->point, digits->count);
    length += put(text, digits->at, whole);
    length += put_zeros(text + length, digits->point - whole);
    if (digits->count > whole) {
        text[length++] = '.';
        length += put(text + length, digits->at + whole, digits->count - whole);
    }
    return length;
}

i32 number_float_text(double value, char text[NUMBER_TEXT]) {
    if (value != value) return put(text, "nan", 3);
    if (isinf(value)) return value > 0 ? put(text, "infinity", 8) : put(text, "neg_infinity", 12);
    if (fabs(value) < 1e12 && value == (double)(i64)value && (value != 0 || !signbit(value))) return number_int_text((i64)value, text);
    i32 length = 0;
    if (signbit(value)) text[length++] = '-';
    if (value == 0) return length + put(text + length, "0", 1);
    Digits digits;
    shortest_digits(fabs(value), &digits);
    return length + layout(&digits, text + length);
}

static AbiString *of_text(const char *text, i32 length) { return string_of_latin1((const u8 *)text, length); }

AbiString *molt_string_of_i64(i64 value) {
    char text[NUMBER_TEXT];
    return of_text(text, number_int_text(value, text));
}

AbiString *molt_string_of_int(i32 value) { return molt_string_of_i64(value); }

AbiString *molt_string_of_float(double value) {
    char text[NUMBER_TEXT];
    return of_text(text, number_float_text(value, text));
}

AbiString *molt_string_of_bool(bool value) { return value ? of_text("true", 4) : of_text("false", 5); }

/* ---- Text to numbers ----------------------------------------------------------------------------------------------------------------------- */

static bool is_space(u32 unit) { return unit == ' ' || (unit >= 9 && unit <= 13); }
static u32 unit_at(const AbiString *string, i32 i) { return i < string->length ? rt_string_unit(string, i) : 0; }
static bool is_digit(u32 unit) { return unit >= '0' && unit <= '9'; }
static i32 hex_digit(u32 unit) {
    if (is_digit(unit)) return (i32)(unit - '0');
    unit |= 0x20;
    return unit >= 'a' && unit <= 'f' ? (i32)(unit - 'a' + 10) : -1;
}

/* The longest beginning that is a number: decimal within the range of Int, hexadecimal within 32 bits; else null. */
Word molt_std_parse_int(AbiString *string) {
    if (!string) return WORD_NULL;
    i32 i = 0;
    while (is_space(unit_at(string, i))) i++;
    bool minus = unit_at(string, i) == '-';
    if (minus || unit_at(string, i) == '+') i++;
    bool hex = unit_at(string, i) == '0' && (unit_at(string, i + 1) | 0x20) == 'x';
    if (hex) i += 2;
    i32 start = i;
    u64 value = 0;
    for (i32 digit; (digit = hex_digit(unit_at(string, i))) >= 0 && (hex || digit < 10); i++) {
        value = value * (hex ? 16 : 10) + (u64)digit;
        if (value > UINT32_MAX) return WORD_NULL;
    }
    if (i == start || (!hex && value > (u64)INT32_MAX + minus)) return WORD_NULL;
    u32 bits = (u32)value;
    return word_of_int((i32)(minus ? 0 - bits : bits));
}

/* The end of the number that begins at `i` (behind the sign), `i` if there is none. */
static i32 float_end(const AbiString *string, i32 i) {
    i32 start = i, digits = 0;
    while (is_digit(unit_at(string, i))) i++, digits++;
    if (unit_at(string, i) == '.') {
        i++;
        while (is_digit(unit_at(string, i))) i++, digits++;
    }
    if (!digits) return start;
    if ((unit_at(string, i) | 0x20) != 'e') return i;
    i32 exponent = i + 1;
    if (unit_at(string, exponent) == '-' || unit_at(string, exponent) == '+') exponent++;
    if (!is_digit(unit_at(string, exponent))) return i;
    while (is_digit(unit_at(string, exponent))) exponent++;
    return exponent;
}

double molt_std_parse_float(AbiString *string) {
    if (!string) return NAN;
    i32 start = 0;
    while (is_space(unit_at(string, start))) start++;
    bool is_signed = unit_at(string, start) == '-' || unit_at(string, start) == '+';
    i32 end = float_end(string, start + is_signed);
    if (end == start + is_signed) return NAN;
    char small[64], *text = small;
    size_t count = (size_t)(end - start);
    if (count >= sizeof small) text = base_alloc(count + 1);
    for (size_t i = 0; i < count; i++) text[i] = (char)rt_string_unit(string, start + (i32)i);
    text[count] = 0;
    double value = strtod(text, NULL);
    if (text != small) free(text);
    return value;
}
