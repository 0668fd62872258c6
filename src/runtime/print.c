/* print: the text of any value, as Std.string gives it.
 *
 * Nested values deeper than DEPTH_MOST are shown as <...>, which also ends endless nesting. Objects with a toString show what it
 * gives; it is called straight from here, and what it throws passes through: a RtBuf holds nothing but objects.
 */
#include "anon.h"
#include "values.h"

#define DEPTH_MOST 5

static void add_class_name(RtBuf *buf, const AbiClass *cls) { buf_add_string(buf, cls->info->name); }

static void add_array(RtBuf *buf, const AbiArray *array, u32 depth) {
    buf_add_unit(buf, '[');
    for (i32 i = 0; i < array->length; i++) {
        if (i) buf_add_unit(buf, ',');
        print_word(buf, array_word(array, i), depth + 1);
    }
    buf_add_unit(buf, ']');
}

static void add_enum(RtBuf *buf, const AbiObject *value, u32 depth) {
    const RtTypeInfo *ctor = value->cls->info;
    buf_add_string(buf, ctor->name);
    if (!ctor->field_count) return;
    buf_add_unit(buf, '(');
    for (u32 i = 0; i < ctor->field_count; i++) {
        if (i) buf_add_unit(buf, ',');
        print_word(buf, field_load(value, &ctor->fields[i]), depth + 1);
    }
    buf_add_unit(buf, ')');
}

static bool is_text(AbiObject *object) { return !object || object->cls->kind == KIND_STRING; }

/* null is text as well. */
static void add_result(RtBuf *buf, AbiObject *result) {
    if (!is_text(result)) rt_throw_text("toString did not return a String");
    buf_add_string(buf, (const AbiString *)result);
}

static void add_anon(RtBuf *buf, AbiObject *object, u32 depth) {
    Word to_string;
    if (anon_find(object, rt_this_vm()->name_to_string, &to_string) && is_kind(to_string, KIND_CLOSURE)) {
        Word result = call_value(word_ref(to_string), NULL, 0);
        if (result != WORD_NULL && !word_is_ref(result)) rt_throw_text("toString did not return a String");
        add_result(buf, word_ref(result));
        return;
    }
    buf_add_unit(buf, '{');
    for (u32 i = 0; i < anon_count(object); i++) {
        if (i) buf_add_ascii(buf, ", ", 2);
        buf_add_string(buf, anon_name(object, i));
        buf_add_ascii(buf, ": ", 2);
        print_word(buf, anon_value(object, i), depth + 1);
    }
    buf_add_unit(buf, '}');
}

static void add_instance(RtBuf *buf, AbiObject *object) {
    const RtMethod *method = object->cls->info->to_string;
    if (!method) {
        add_class_name(buf, object->cls);
        return;
    }
    void *code = atomic_load_explicit(&method->slot->code, memory_order_relaxed);
    AbiObject *(*to_string)(AbiObject *) = (AbiObject * (*)(AbiObject *)) code;
    add_result(buf, to_string(object));
}

static void add_object(RtBuf *buf, AbiObject *object, u32 depth) {
    const AbiClass *cls = object->cls;
    switch ((AbiKind)cls->kind) {
    case KIND_STRING: buf_add_string(buf, (const AbiString *)object); return;
    case KIND_INSTANCE: add_instance(buf, object); return;
    case KIND_ENUM: add_enum(buf, object, depth); return;
    case KIND_ARRAY: add_array(buf, (const AbiArray *)object, depth); return;
    case KIND_ANON: add_anon(buf, object, depth); return;
    case KIND_CLOSURE: buf_add_text(buf, "#fun"); return;
    case KIND_CLASS: {
        const AbiClass *value = (const AbiClass *)object;
        buf_add_text(buf, value->flags & ABI_CLASS_ENUM ? "Enum<" : "Class<");
        add_class_name(buf, value);
        buf_add_unit(buf, '>');
        return;
    }
    case KIND_I64: {
        char text[NUMBER_TEXT];
        buf_add_ascii(buf, text, number_int_text(molt_rt_unbox_i64(word_of_ref(object)), text));
        return;
    }
    case KIND_BUFFER:
    case KIND_CELL:
    case KIND_NATIVE: buf_add_text(buf, "#native"); return;
    }
}

void print_word(RtBuf *buf, Word word, u32 depth) {
    char text[NUMBER_TEXT];
    if (word_is_ref(word)) {
        /* A list nested without end through toString methods goes deeper on the stack at each level. */
        if ((uintptr_t)__builtin_frame_address(0) < molt_thread.rt->normal_limit) rt_throw(word_of_ref(rt_this_vm()->text_overflow));
        if (depth > DEPTH_MOST && !word_string(word)) buf_add_text(buf, "<...>");
        else add_object(buf, word_ref(word), depth);
    } else if (word_is_int(word)) {
        buf_add_ascii(buf, text, number_int_text(word_int(word), text));
    } else if (word_is_double(word)) {
        buf_add_ascii(buf, text, number_float_text(word_double(word), text));
    } else if (word_is_bool(word)) {
        buf_add_text(buf, word_bool(word) ? "true" : "false");
    } else {
        buf_add_ascii(buf, "null", 4);
    }
}

AbiString *molt_string_of_word(Word word) {
    if (word_is_int(word)) return molt_string_of_i64(word_int(word));
    if (word_is_double(word)) return molt_string_of_float(word_double(word));
    AbiString *string = word_string(word);
    if (string) return string;
    RtBuf buf = {0};
    print_word(&buf, word, 0);
    return buf_string(&buf);
}

AbiString *molt_string_of_ref(AbiObject *object) { return molt_string_of_word(word_of_ref(object)); }
AbiString *molt_std_string(Word word) { return molt_string_of_word(word); }

/* What an implicit conversion of a Dynamic to String gives: null stays null, numbers and Bools become their text, which code that was
 * written for targets without types at run time relies on; anything else is refused. */
AbiString *molt_string_from_word(Word word) {
    if (word == WORD_NULL) return NULL;
    if (word_string(word)) return word_string(word);
    if (word_is_ref(word)) rt_throw_text("Can't cast %s to String", is_kind(word, KIND_CLOSURE) ? "function" : "object");
    return molt_string_of_word(word);
}

AbiString *molt_array_to_string(AbiArray *array) { return molt_string_of_word(word_of_ref(array)); }

/* ---- For C ---------------------------------------------------------------------------------------------------------------------------------- */

void print_plain(Word word, Text *out) {
    char text[NUMBER_TEXT];
    if (word_string(word)) rt_string_utf8(word_string(word), out);
    else if (word_is_int(word)) text_add(out, text, (size_t)number_int_text(word_int(word), text));
    else if (word_is_double(word)) text_add(out, text, (size_t)number_float_text(word_double(word), text));
    else if (word_is_bool(word)) text_str(out, word_bool(word) ? "true" : "false");
    else if (word == WORD_NULL) text_str(out, "null");
    else if (word_ref(word)->cls->info && word_ref(word)->cls->info->name) rt_string_utf8(word_ref(word)->cls->info->name, out);
    else text_str(out, "object");
}

void rt_word_utf8(Word word, Text *out) {
    u64 argument = word, result = 0;
    if (rt_call(RT_ENTRY_CATCH, (void *)molt_string_of_word, &argument, 1, &result) == RT_OK) {
        rt_string_utf8((const AbiString *)(uintptr_t)result, out);
        return;
    }
    text_str(out, "<toString threw ");
    print_plain(rt_exception_word(rt_self()), out);
    text_char(out, '>');
}
