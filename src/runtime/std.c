/* std: the functions of Std that are not text of values. */
#include "values.h"

bool molt_rt_test_class(Word word, AbiClass *cls);

static AbiClass *class_value(Word word) { return is_kind(word, KIND_CLASS) ? (AbiClass *)word_ref(word) : NULL; }

bool molt_std_is_of_type(Word value, Word type) {
    AbiClass *cls = class_value(type);
    return cls && molt_rt_test_class(value, cls);
}

/* The value itself, null when it is of another type. */
Word molt_std_downcast(Word value, AbiObject *type) { return molt_std_is_of_type(value, word_of_ref(type)) ? value : WORD_NULL; }
