/* word: operators on Dynamic words.
 *
 * Numbers compute as the language's do: two Ints give an Int that wraps, else both count as Float; division is a Float. `+` joins texts
 * when one side is a String. What an operator has no meaning for is thrown; comparisons give false instead, as in the official library.
 */
#include "values.h"

#include <math.h>

NORETURN static void invalid(Word a, const char *op, Word b) {
    Text text = {0};
    print_plain(a, &text);
    text_printf(&text, " %s ", op);
    print_plain(b, &text);
    char copy[200];
    snprintf(copy, sizeof copy, "%s", text.at ? text.at : "");
    text_free(&text); /* before the throw, which passes by */
    rt_throw_text("Invalid operation: %s", copy);
}

bool word_as_int(Word word, i32 *value) {
    if (word_is_int(word)) {
        *value = word_int(word);
        return true;
    }
    if (!word_is_double(word)) return false;
    double number = word_double(word);
    if (!(number >= INT32_MIN && number <= INT32_MAX) || number != (double)(i32)number) return false;
    *value = (i32)number;
    return true;
}

/* ---- Equality and order --------------------------------------------------------------------------------------------------------------------- */

bool molt_word_eq(Word a, Word b) {
    if (a == b) return !word_is_double(a) || word_double(a) == word_double(a);
    if (word_is_ref(a) && word_is_ref(b)) {
        const AbiObject *left = word_ref(a), *right = word_ref(b);
        if (left->cls->kind == KIND_STRING && right->cls->kind == KIND_STRING)
            return molt_string_eq((AbiString *)word_ref(a), (AbiString *)word_ref(b));
        if (left->cls->kind == KIND_I64 && right->cls->kind == KIND_I64) return molt_rt_unbox_i64(a) == molt_rt_unbox_i64(b);
        if (left->cls->kind == KIND_CLOSURE) return molt_closure_eq(word_ref(a), word_ref(b));
        return false;
    }
    return word_is_number(a) && word_is_number(b) && word_number(a) == word_number(b);
}

typedef enum Order { ORDER_LESS = -1, ORDER_EQUAL, ORDER_MORE, ORDER_NONE } Order;

static Order order_of(Word a, Word b) {
    if (word_is_int(a) && word_is_int(b)) return (Order)((word_int(a) > word_int(b)) - (word_int(a) < word_int(b)));
    if (word_is_number(a) && word_is_number(b)) {
        double left = word_number(a), right = word_number(b);
        return left < right ? ORDER_LESS : left > right ? ORDER_MORE : left == right ? ORDER_EQUAL : ORDER_NONE;
    }
    if (word_string(a) && word_string(b)) return (Order)molt_string_compare(word_string(a), word_string(b));
    if (is_kind(a, KIND_I64) && is_kind(b, KIND_I64)) {
        i64 left = molt_rt_unbox_i64(a), right = molt_rt_unbox_i64(b);
        return (Order)((left > right) - (left < right));
    }
    return ORDER_NONE;
}

/* Reflect.compare: what has no order of its own is equal to itself and stands in front of everything else. */
i32 molt_word_compare(Word a, Word b) {
    Order order = order_of(a, b);
    if (order != ORDER_NONE) return order;
    if (word_is_bool(a) && word_is_bool(b)) return (i32)word_bool(a) - (i32)word_bool(b);
    return molt_word_eq(a, b) ? 0 : -1;
}

bool molt_word_lt(Word a, Word b) { return order_of(a, b) == ORDER_LESS; }
bool molt_word_gt(Word a, Word b) { return order_of(a, b) == ORDER_MORE; }
bool molt_word_le(Word a, Word b) {
    Order order = order_of(a, b);
    return order == ORDER_LESS || order == ORDER_EQUAL;
}
bool molt_word_ge(Word a, Word b) {
    Order order = order_of(a, b);
    return order == ORDER_MORE || order == ORDER_EQUAL;
}

/* ---- Arithmetic -------------------------------------------------------------------------------------------------------------------------------- */

static bool both_int(Word a, Word b) { return word_is_int(a) && word_is_int(b); }

static void need_numbers(Word a, const char *op, Word b) {
    if (!word_is_number(a) || !word_is_number(b)) invalid(a, op, b);
}

Word molt_word_add(Word a, Word b) {
    if (both_int(a, b)) return word_of_int((i32)((u32)word_int(a) + (u32)word_int(b)));
    if (word_string(a) || word_string(b)) {
        AbiString *left = molt_string_of_word(a);
        return word_of_ref(molt_string_concat(left, molt_string_of_word(b)));
    }
    need_numbers(a, "+", b);
    return word_of_double(word_number(a) + word_number(b));
}

Word molt_word_sub(Word a, Word b) {
    if (both_int(a, b)) return word_of_int((i32)((u32)word_int(a) - (u32)word_int(b)));
    need_numbers(a, "-", b);
    return word_of_double(word_number(a) - word_number(b));
}

Word molt_word_mul(Word a, Word b) {
    if (both_int(a, b)) return word_of_int((i32)((u32)word_int(a) * (u32)word_int(b)));
    need_numbers(a, "*", b);
    return word_of_double(word_number(a) * word_number(b));
}

Word molt_word_div(Word a, Word b) {
    need_numbers(a, "/", b);
    return word_of_double(word_number(a) / word_number(b));
}

Word molt_word_mod(Word a, Word b) {
    need_numbers(a, "%", b);
    if (both_int(a, b) && word_int(b) != 0) return word_of_int(word_int(b) == -1 ? 0 : word_int(a) % word_int(b));
    return word_of_double(fmod(word_number(a), word_number(b)));
}

Word molt_word_neg(Word a) {
    if (word_is_int(a)) return word_of_int((i32)(0 - (u32)word_int(a)));
    if (!word_is_double(a)) invalid(WORD_NULL, "-", a);
    return word_of_double(-word_double(a));
}

/* Whole numbers alone have bits. */
static i32 bits_of(Word a, const char *op, Word b, Word wanted) {
    i32 value;
    if (!word_as_int(wanted, &value)) invalid(a, op, b);
    return value;
}

#define BITWISE(name, op, text)                                                                                                       \
    Word molt_word_##name(Word a, Word b) { return word_of_int(bits_of(a, text, b, a) op bits_of(a, text, b, b)); }
BITWISE(and, &, "&")
BITWISE(or, |, "|")
BITWISE(xor, ^, "^")
#undef BITWISE

Word molt_word_shl(Word a, Word b) {
    u32 left = (u32)bits_of(a, "<<", b, a);
    return word_of_int((i32)(left << (bits_of(a, "<<", b, b) & 31)));
}

Word molt_word_shr(Word a, Word b) {
    i32 left = bits_of(a, ">>", b, a);
    return word_of_int(left >> (bits_of(a, ">>", b, b) & 31));
}

Word molt_word_ushr(Word a, Word b) {
    u32 left = (u32)bits_of(a, ">>>", b, a);
    return word_of_int((i32)(left >> (bits_of(a, ">>>", b, b) & 31)));
}

Word molt_word_complement(Word a) { return word_of_int(~bits_of(WORD_NULL, "~", a, a)); }

Word molt_word_not(Word a) {
    if (a != WORD_NULL && !word_is_bool(a)) invalid(WORD_NULL, "!", a);
    return word_of_bool(!word_bool(a));
}
