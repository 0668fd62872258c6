/* array: making arrays, their elements, growth.
 *
 * An array keeps its kind of elements for life. Reading and writing convert: a word written into an array of raw numbers must be one
 * (null counts as zero), a number written as such into an array of words is boxed. Elements between length and capacity are zero.
 */
#include "values.h"

const u8 elem_shift[ELEM_COUNT] = {[ELEM_I32] = 2, [ELEM_F64] = 3, [ELEM_BOOL] = 0, [ELEM_WORD] = 3};

#define ARRAY_MOST (1 << 28)

/* ---- Making and growing ------------------------------------------------------------------------------------------------------------------- */

static void set_store(AbiArray *array, AbiBuffer *buffer) {
    array->capacity = (i32)(buffer->bytes >> elem_shift[array->elem]);
    array->data = buffer->data;
    rt_wrote(&array->object);
}

static u64 store_bytes(AbiElem elem, i64 count) { return (((u64)count << elem_shift[elem]) + 7) & ~(u64)7; }

static void check_length(i64 length) {
    if (length > ARRAY_MOST) rt_throw_text("Array too long: %lld", (long long)length);
}

AbiArray *array_new(AbiElem elem, i32 capacity) {
    AbiArray *array = (AbiArray *)rt_alloc(rt_this_vm()->head.array_class);
    array->elem = (u8)elem;
    check_length(capacity);
    if (capacity > 0) set_store(array, rt_alloc_buffer(elem, store_bytes(elem, capacity)));
    return array;
}

AbiArray *rt_alloc_array(AbiElem elem, i32 length) {
    AbiArray *array = array_new(elem, length);
    array->length = MAX(length, 0);
    return array;
}

AbiArray *molt_rt_alloc_array(i32 elem, i32 capacity) { return array_new((AbiElem)elem, capacity); }

AbiArray *molt_rt_array_const(i32 elem, i32 count, const void *values) {
    AbiArray *array = array_new((AbiElem)elem, count);
    if (count) memcpy(array->data, values, (size_t)count << elem_shift[elem]);
    array->length = count;
    return array;
}

void array_reserve(AbiArray *array, i64 count) {
    if (count <= array->capacity) return;
    check_length(count);
    i64 capacity = MAX(count, MAX(4, (i64)array->capacity + array->capacity / 2 + 1));
    u32 shift = elem_shift[array->elem];
    AbiBuffer *buffer = rt_alloc_buffer((AbiElem)array->elem, store_bytes((AbiElem)array->elem, capacity));
    if (array->length) memcpy(buffer->data, array->data, (size_t)array->length << shift);
    set_store(array, buffer);
}

/* Room for that many elements; the length stays. */
void molt_array_grow(AbiArray *array, i32 count) { array_reserve(array, count); }

AbiArray *molt_array_new_like(AbiArray *array, i32 capacity) { return array_new((AbiElem)array->elem, MAX(capacity, 0)); }

/* Element i may be written afterwards. */
static void make_place(AbiArray *array, i32 i) {
    if (i < 0) rt_throw_text("Negative array index: %d", i);
    if (i < array->length) return;
    array_reserve(array, (i64)i + 1);
    array->length = i + 1;
}

/* ---- Elements as words -------------------------------------------------------------------------------------------------------------------- */

Word array_word(const AbiArray *array, i32 i) {
    switch ((AbiElem)array->elem) {
    case ELEM_I32: return word_of_int(((const i32 *)array->data)[i]);
    case ELEM_F64: return word_of_double(((const double *)array->data)[i]);
    case ELEM_BOOL: return word_of_bool(((const u8 *)array->data)[i]);
    case ELEM_WORD: return ((const Word *)array->data)[i];
    case ELEM_COUNT: break;
    }
    return WORD_NULL;
}

void array_store(AbiArray *array, i32 i, Word word) {
    switch ((AbiElem)array->elem) {
    case ELEM_I32: ((i32 *)array->data)[i] = molt_rt_unbox_int(word); return;
    case ELEM_F64: ((double *)array->data)[i] = molt_rt_unbox_float(word); return;
    case ELEM_BOOL: ((u8 *)array->data)[i] = molt_rt_unbox_bool(word); return;
    case ELEM_WORD:
        ((Word *)array->data)[i] = word;
        rt_wrote_at(&array->object, (Word *)array->data + i);
        return;
    case ELEM_COUNT: return;
    }
}

/* What an array of that kind reads as outside of its bounds. */
static Word outside(const AbiArray *array) {
    switch ((AbiElem)array->elem) {
    case ELEM_I32: return word_of_int(0);
    case ELEM_F64: return word_of_double(0);
    case ELEM_BOOL: return WORD_FALSE;
    case ELEM_WORD:
    case ELEM_COUNT: break;
    }
    return WORD_NULL;
}

/* ---- Reading: the general case of what generated code does inline ----------------------------------------------------------------------------- */

static bool is_inside(const AbiArray *array, i32 i) { return (u32)i < (u32)array->length; }

Word molt_array_get_w(AbiArray *array, i32 i) { return is_inside(array, i) ? array_word(array, i) : outside(array); }

i32 molt_array_get_i(AbiArray *array, i32 i) {
    if (!is_inside(array, i)) return 0;
    return array->elem == ELEM_I32 ? ((const i32 *)array->data)[i] : molt_rt_unbox_int(array_word(array, i));
}

double molt_array_get_f(AbiArray *array, i32 i) {
    if (!is_inside(array, i)) return 0;
    return array->elem == ELEM_F64 ? ((const double *)array->data)[i] : molt_rt_unbox_float(array_word(array, i));
}

bool molt_array_get_b(AbiArray *array, i32 i) {
    if (!is_inside(array, i)) return false;
    return array->elem == ELEM_BOOL ? ((const u8 *)array->data)[i] : molt_rt_unbox_bool(array_word(array, i));
}

/* ---- Writing ---------------------------------------------------------------------------------------------------------------------------------- */

/* Refuses before the array has grown. */
static Word fitting(const AbiArray *array, Word word) {
    switch ((AbiElem)array->elem) {
    case ELEM_I32: return word_of_int(molt_rt_unbox_int(word));
    case ELEM_F64: return word_of_double(molt_rt_unbox_float(word));
    case ELEM_BOOL: return word_of_bool(molt_rt_unbox_bool(word));
    case ELEM_WORD:
    case ELEM_COUNT: break;
    }
    return word;
}

void molt_array_set_w(AbiArray *array, i32 i, Word word) {
    word = fitting(array, word);
    make_place(array, i);
    array_store(array, i, word);
}

void molt_array_set_i(AbiArray *array, i32 i, i32 value) {
    if (array->elem != ELEM_I32) {
        molt_array_set_w(array, i, word_of_int(value));
        return;
    }
    make_place(array, i);
    ((i32 *)array->data)[i] = value;
}

void molt_array_set_f(AbiArray *array, i32 i, double value) {
    if (array->elem != ELEM_F64) {
        molt_array_set_w(array, i, word_of_double(value));
        return;
    }
    make_place(array, i);
    ((double *)array->data)[i] = value;
}

void molt_array_set_b(AbiArray *array, i32 i, bool value) {
    if (array->elem != ELEM_BOOL) {
        molt_array_set_w(array, i, word_of_bool(value));
        return;
    }
    make_place(array, i);
    ((u8 *)array->data)[i] = value;
}

/* Pushing answers the new length. */
i32 molt_array_push_w(AbiArray *array, Word word) {
    molt_array_set_w(array, array->length, word);
    return array->length;
}

i32 molt_array_push_i(AbiArray *array, i32 value) {
    molt_array_set_i(array, array->length, value);
    return array->length;
}

i32 molt_array_push_f(AbiArray *array, double value) {
    molt_array_set_f(array, array->length, value);
    return array->length;
}

i32 molt_array_push_b(AbiArray *array, bool value) {
    molt_array_set_b(array, array->length, value);
    return array->length;
}

void array_push_word(AbiArray *array, Word word) { molt_array_set_w(array, array->length, word); }
