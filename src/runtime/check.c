/* check: type tests, conversion of Dynamic words to typed values, and what is thrown when something does not fit. */
#include "rt.h"

/* ---- Tests ------------------------------------------------------------------------------------------------------------------------------- */

static bool implements(const AbiClass *cls, const AbiClass *interface) {
    for (const RtTypeInfo *info = cls->info; info; info = info->super ? info->super->info : NULL) {
        for (u32 i = 0; i < info->interface_count; i++) {
            const AbiClass *own = info->interfaces[i];
            if (own == interface || implements(own, interface)) return true;
        }
    }
    return false;
}

static bool is_int_value(Word word) {
    if (word_is_int(word)) return true;
    if (!word_is_double(word)) return false;
    double value = word_double(word);
    return value >= INT32_MIN && value <= INT32_MAX && (double)(i32)value == value;
}

/* An object against a class, interface or core type as a value. */
static bool word_is_of(Word word, const AbiClass *cls) {
    const CoreClasses *core = cls->vm->core;
    if (cls == core->dynamic) return word != WORD_NULL;
    if (cls == core->int_) return is_int_value(word);
    if (cls == core->float_) return word_is_int(word) || word_is_double(word);
    if (cls == core->bool_) return word_is_bool(word);
    if (!word_is_ref(word)) return false;
    const AbiObject *object = word_ref(word);
    if (object->cls->kind == KIND_CLASS) {
        bool is_enum = ((const AbiClass *)object)->flags & ABI_CLASS_ENUM;
        return cls == core->enum_ ? is_enum : cls == core->class_ && !is_enum;
    }
    if (cls->flags & ABI_CLASS_INTERFACE) return implements(object->cls, cls);
    return object->cls->depth >= cls->depth && object->cls->ancestors[cls->depth] == cls;
}

bool rt_test(Word word, const AbiTest *test) {
    if (!test) return true;
    if (test->of_value) word = rt_thrown_value(test->cls ? test->cls->vm : molt_thread.vm, word);
    switch (test->kind) {
    case TEST_ANY: return true;
    case TEST_INT: return is_int_value(word);
    case TEST_FLOAT: return word_is_int(word) || word_is_double(word);
    case TEST_BOOL: return word_is_bool(word);
    case TEST_CLASS:
    case TEST_INTERFACE: return word_is_of(word, test->cls);
    case TEST_FUNCTION: return is_kind(word, KIND_CLOSURE);
    case TEST_ANON: return is_kind(word, KIND_ANON);
    case TEST_I64: return is_kind(word, KIND_I64);
    case TEST_VALUE_EXCEPTION: return !rt_is_exception(test->cls->vm, word) || word_is_of(word, test->cls);
    }
    return false;
}

bool molt_rt_test(Word word, const AbiTest *test);
bool molt_rt_test_class(Word word, AbiClass *cls);
bool molt_rt_test(Word word, const AbiTest *test) { return rt_test(word, test); }
bool molt_rt_test_class(Word word, AbiClass *cls) { return cls && word_is_of(word, cls); }

/* ---- Throwing ------------------------------------------------------------------------------------------------------------------------------ */

void molt_rt_throw_null(void);
void molt_rt_throw_zero(void);
void molt_rt_throw_text(const char *text);
void molt_rt_throw_missing(const char *what);
void molt_rt_throw_bounds(i32 index, i32 length);
void molt_rt_throw_cast(Word word, const AbiTest *test);
void molt_rt_throw_tag(AbiObject *value);

NORETURN void rt_throw_null(void) { rt_throw(word_of_ref(rt_this_vm()->text_null_access)); }
void molt_rt_throw_null(void) { rt_throw_null(); }
void molt_rt_throw_zero(void) { rt_throw_text("Division by zero"); }
void molt_rt_throw_text(const char *text) { rt_throw_text("%s", text); }
void molt_rt_throw_missing(const char *what) { rt_throw_text("%s", what ? what : "Function does not exist any more"); }
void molt_rt_throw_bounds(i32 index, i32 length) { rt_throw_text("Index %d is out of bounds (length %d)", index, length); }

NORETURN void rt_throw_out_of_memory(MoltVm *vm) { rt_throw(word_of_ref(vm->text_out_of_memory)); }

/* The name of a word's type, for messages; names are Latin-1 or replaced by '?'. */
static const char *type_name(Word word, char *buffer, size_t size) {
    if (word == WORD_NULL) return "null";
    if (word_is_int(word)) return "Int";
    if (word_is_double(word)) return "Float";
    if (word_is_bool(word)) return "Bool";
    const AbiClass *cls = word_ref(word)->cls;
    const AbiString *name = NULL;
    switch ((AbiKind)cls->kind) {
    case KIND_INSTANCE:
    case KIND_NATIVE:
    case KIND_STRING:
    case KIND_ARRAY: name = cls->info->name; break;
    case KIND_ENUM: name = cls->info->enum_class ? cls->info->enum_class->info->name : cls->info->name; break;
    case KIND_CLOSURE: return "function";
    case KIND_ANON: return "structure";
    case KIND_I64: return "Int64";
    case KIND_CLASS: return ((const AbiClass *)word_ref(word))->flags & ABI_CLASS_ENUM ? "Enum" : "Class";
    case KIND_BUFFER:
    case KIND_CELL: return "object";
    }
    if (!name) return "object";
    size_t count = MIN((size_t)name->length, size - 1);
    for (size_t i = 0; i < count; i++) {
        u32 unit = rt_string_unit(name, (i32)i);
        buffer[i] = unit < 128 ? (char)unit : '?';
    }
    buffer[count] = 0;
    return buffer;
}

void molt_rt_throw_cast(Word word, const AbiTest *test) {
    char buffer[200];
    rt_throw_text("Can't cast %s to %s", type_name(word, buffer, sizeof buffer), test && test->name ? test->name : "object");
}

void molt_rt_throw_tag(AbiObject *value) {
    char buffer[200];
    rt_throw_text("No case for a value of %s", type_name(word_of_ref(value), buffer, sizeof buffer));
}

static NORETURN void cannot(Word word, const char *type) {
    char buffer[200];
    rt_throw_text("Can't cast %s to %s", type_name(word, buffer, sizeof buffer), type);
}

/* ---- Unboxing -------------------------------------------------------------------------------------------------------------------------------- */

i32 molt_rt_unbox_int(Word word);
double molt_rt_unbox_float(Word word);
bool molt_rt_unbox_bool(Word word);
AbiObject *molt_rt_unbox_ref(Word word, const AbiTest *test);
AbiObject *molt_rt_check_ref(AbiObject *object, const AbiTest *test);
AbiObject *molt_rt_box_i64(i64 value);
i64 molt_rt_unbox_i64(Word word);

i32 molt_rt_unbox_int(Word word) {
    if (word_is_int(word)) return word_int(word);
    if (word == WORD_NULL) return 0;
    if (is_int_value(word)) return (i32)word_double(word);
    cannot(word, "Int");
}

double molt_rt_unbox_float(Word word) {
    if (word_is_double(word)) return word_double(word);
    if (word_is_int(word)) return word_int(word);
    if (word == WORD_NULL) return 0;
    cannot(word, "Float");
}

bool molt_rt_unbox_bool(Word word) {
    if (word_is_bool(word)) return word_bool(word);
    if (word == WORD_NULL) return false;
    cannot(word, "Bool");
}

AbiObject *molt_rt_unbox_ref(Word word, const AbiTest *test) {
    if (word == WORD_NULL) return NULL;
    if (word_is_ref(word) && rt_test(word, test)) return word_ref(word);
    molt_rt_throw_cast(word, test);
    return NULL;
}

AbiObject *molt_rt_check_ref(AbiObject *object, const AbiTest *test) {
    if (!object || rt_test(word_of_ref(object), test)) return object;
    molt_rt_throw_cast(word_of_ref(object), test);
    return NULL;
}

typedef struct BoxedI64 {
    AbiObject object;
    i64 value;
} BoxedI64;

AbiObject *molt_rt_box_i64(i64 value) {
    BoxedI64 *box = (BoxedI64 *)rt_alloc(rt_this_vm()->head.i64_class);
    box->value = value;
    return &box->object;
}

i64 molt_rt_unbox_i64(Word word) {
    if (is_kind(word, KIND_I64)) return ((BoxedI64 *)word_ref(word))->value;
    if (word_is_int(word)) return word_int(word);
    if (word == WORD_NULL) return 0;
    cannot(word, "Int64");
}
