/* array_edit: operations that change, copy or search an array as a whole.
 *
 * Places given as negative numbers count from the end. A result has the kind of its array; where two kinds meet, it holds words.
 */
#include "values.h"

static u8 *place_of(const AbiArray *array, i32 i) { return (u8 *)array->data + ((size_t)i << elem_shift[array->elem]); }
static size_t bytes_of(const AbiArray *array, i32 count) { return (size_t)count << elem_shift[array->elem]; }

/* Elements of the array as it is now were moved there. */
static void moved(AbiArray *array, i32 at, i32 count) {
    if (array->elem == ELEM_WORD) rt_wrote_range(&array->object, place_of(array, at), bytes_of(array, count));
}

static i32 from_end(i32 place, i32 length) { return place < 0 ? MAX(0, place + length) : MIN(place, length); }

/* Elements [at, at + removed) go, `gap` zero ones come in their place. */
void array_shift(AbiArray *array, i32 at, i32 removed, i32 gap) {
    i32 behind = array->length - at - removed;
    i64 length = (i64)array->length - removed + gap;
    array_reserve(array, length);
    if (behind) {
        memmove(place_of(array, at + gap), place_of(array, at + removed), bytes_of(array, behind));
        moved(array, at + gap, behind);
    }
    if (gap) memset(place_of(array, at), 0, bytes_of(array, gap));
    if (length < array->length) memset(place_of(array, (i32)length), 0, bytes_of(array, array->length - (i32)length));
    array->length = (i32)length;
}

static AbiArray *part(const AbiArray *array, i32 start, i32 count) {
    AbiArray *result = rt_alloc_array((AbiElem)array->elem, count);
    if (count) memcpy(result->data, place_of(array, start), bytes_of(array, count));
    return result;
}

/* ---- Copies -------------------------------------------------------------------------------------------------------------------------------- */

AbiArray *molt_array_copy(AbiArray *array) { return part(array, 0, array->length); }

AbiArray *molt_array_slice(AbiArray *array, i32 start, Word end) {
    i32 stop;
    if (!word_as_int(end, &stop)) stop = array->length;
    start = from_end(start, array->length);
    stop = from_end(stop, array->length);
    return part(array, start, MAX(0, stop - start));
}

AbiArray *molt_array_concat(AbiArray *array, AbiArray *other) {
    non_null(other);
    i64 length = (i64)array->length + other->length;
    if (array->elem == other->elem || !other->length || !array->length) {
        /* An empty one has no say in the kind, unless both are. */
        const AbiArray *model = array->length || !other->length ? array : other;
        AbiArray *result = array_new((AbiElem)model->elem, 0);
        array_reserve(result, length);
        if (array->length) memcpy(result->data, array->data, bytes_of(array, array->length));
        if (other->length) memcpy(place_of(result, array->length), other->data, bytes_of(other, other->length));
        result->length = (i32)length;
        return result;
    }
    AbiArray *result = array_new(ELEM_WORD, 0);
    array_reserve(result, length);
    for (i32 i = 0; i < array->length; i++) array_push_word(result, array_word(array, i));
    for (i32 i = 0; i < other->length; i++) array_push_word(result, array_word(other, i));
    return result;
}

/* ---- Ends ---------------------------------------------------------------------------------------------------------------------------------- */

Word molt_array_pop(AbiArray *array) {
    if (!array->length) return WORD_NULL;
    i32 last = array->length - 1;
    Word word = array_word(array, last);
    memset(place_of(array, last), 0, bytes_of(array, 1));
    array->length = last;
    return word;
}

Word molt_array_shift(AbiArray *array) {
    if (!array->length) return WORD_NULL;
    Word word = array_word(array, 0);
    array_shift(array, 0, 1, 0);
    return word;
}

void molt_array_insert(AbiArray *array, i32 place, Word word) {
    i32 at = from_end(place, array->length);
    array_push_word(array, word); /* throws before anything has moved */
    i32 behind = array->length - 1 - at;
    if (!behind) return;
    word = array_word(array, array->length - 1);
    memmove(place_of(array, at + 1), place_of(array, at), bytes_of(array, behind));
    moved(array, at + 1, behind);
    array_store(array, at, word);
}

void molt_array_unshift(AbiArray *array, Word word) { molt_array_insert(array, 0, word); }

/* ---- Changing in place ------------------------------------------------------------------------------------------------------------------------ */

AbiArray *molt_array_splice(AbiArray *array, i32 place, i32 count) {
    if (count < 0 || place > array->length) return array_new((AbiElem)array->elem, 0);
    i32 at = from_end(place, array->length);
    count = MIN(count, array->length - at);
    AbiArray *removed = part(array, at, count);
    array_shift(array, at, count, 0);
    return removed;
}

void molt_array_resize(AbiArray *array, i32 length) {
    length = MAX(length, 0);
    if (length > array->length) {
        array_reserve(array, length);
        array->length = length;
    } else {
        array_shift(array, length, array->length - length, 0);
    }
}

void molt_array_fill(AbiArray *array, Word word) {
    for (i32 i = 0; i < array->length; i++) array_store(array, i, word);
}

static void swap(AbiArray *array, i32 i, i32 j) {
    u64 kept = 0;
    size_t bytes = bytes_of(array, 1);
    memcpy(&kept, place_of(array, i), bytes);
    memmove(place_of(array, i), place_of(array, j), bytes);
    memcpy(place_of(array, j), &kept, bytes);
    moved(array, i, 1);
    moved(array, j, 1);
}

void molt_array_swap(AbiArray *array, i32 i, i32 j) {
    u32 length = (u32)array->length;
    if ((u32)i >= length || (u32)j >= length) rt_throw_text("Index %d is out of bounds (length %u)", (u32)i >= length ? i : j, length);
    swap(array, i, j);
}

void molt_array_reverse(AbiArray *array) {
    for (i32 i = 0, j = array->length - 1; i < j; i++, j--) swap(array, i, j);
}

/* Copies `count` elements; the ranges may overlap. */
void molt_array_blit(AbiArray *from, i32 start, AbiArray *to, i32 at, i32 count) {
    non_null(to);
    if (count <= 0) return;
    bool fits = start >= 0 && at >= 0 && (i64)start + count <= from->length && (i64)at + count <= to->length;
    if (!fits) rt_throw_text("Range of %d elements is out of bounds", count);
    if (from->elem == to->elem) {
        memmove(place_of(to, at), place_of(from, start), bytes_of(from, count));
        moved(to, at, count);
        return;
    }
    for (i32 i = 0; i < count; i++) array_store(to, at + i, array_word(from, start + i)); /* different kinds: not the same array */
}

/* ---- Searching --------------------------------------------------------------------------------------------------------------------------------- */

static i32 find(const AbiArray *array, Word wanted, i32 i, i32 end, i32 step) {
    double number = word_is_number(wanted) ? word_number(wanted) : 0;
    i32 whole;
    switch ((AbiElem)array->elem) {
    case ELEM_I32:
        if (!word_as_int(wanted, &whole)) return -1;
        for (; i != end; i += step)
            if (((const i32 *)array->data)[i] == whole) return i;
        return -1;
    case ELEM_F64:
        if (!word_is_number(wanted)) return -1;
        for (; i != end; i += step)
            if (((const double *)array->data)[i] == number) return i;
        return -1;
    case ELEM_BOOL:
        if (!word_is_bool(wanted)) return -1;
        for (; i != end; i += step)
            if (((const u8 *)array->data)[i] == word_bool(wanted)) return i;
        return -1;
    case ELEM_WORD:
        for (; i != end; i += step)
            if (molt_word_eq(((const Word *)array->data)[i], wanted)) return i;
        return -1;
    case ELEM_COUNT: break;
    }
    return -1;
}

i32 molt_array_index_of(AbiArray *array, Word wanted, Word start) {
    i32 from = 0;
    if (word_as_int(start, &from)) from = from_end(from, array->length);
    return find(array, wanted, from, array->length, 1);
}

i32 molt_array_last_index_of(AbiArray *array, Word wanted, Word start) {
    i32 from = array->length - 1, given;
    if (word_as_int(start, &given)) from = given < 0 ? given + array->length : MIN(given, from);
    return from < 0 ? -1 : find(array, wanted, from, -1, -1);
}

bool molt_array_contains(AbiArray *array, Word wanted) { return find(array, wanted, 0, array->length, 1) >= 0; }

bool molt_array_remove(AbiArray *array, Word wanted) {
    i32 i = find(array, wanted, 0, array->length, 1);
    if (i < 0) return false;
    array_shift(array, i, 1, 0);
    return true;
}

/* ---- Text ------------------------------------------------------------------------------------------------------------------------------------------ */

AbiString *molt_array_join(AbiArray *array, AbiString *separator) {
    RtBuf buf = {0};
    for (i32 i = 0; i < array->length; i++) {
        if (i) buf_add_string(&buf, separator);
        print_word(&buf, array_word(array, i), 0);
    }
    return buf_string(&buf);
}

/* ---- Sorting --------------------------------------------------------------------------------------------------------------------------------------- */

static int compare_ints(const void *a_, const void *b_) {
    i32 a = *(const i32 *)a_, b = *(const i32 *)b_;
    return (a > b) - (a < b);
}

/* NaNs behind everything. */
static int compare_floats(const void *a_, const void *b_) {
    double a = *(const double *)a_, b = *(const double *)b_;
    if (a != a || b != b) return (a != a) - (b != b);
    return (a > b) - (a < b);
}

/* Ascending, where the elements are raw numbers; false: they are not, nothing was done. */
bool molt_array_sort_numbers(AbiArray *array) {
    if (array->elem != ELEM_I32 && array->elem != ELEM_F64) return false;
    if (array->length < 2) return true;
    qsort(array->data, (size_t)array->length, bytes_of(array, 1), array->elem == ELEM_I32 ? compare_ints : compare_floats);
    return true;
}
