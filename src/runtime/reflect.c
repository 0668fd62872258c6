/* reflect: the functions of Reflect.
 *
 * Field names come as any text: one that is interned nowhere names no field of anything.
 */
#include "anon.h"
#include "values.h"

AbiObject *molt_rt_make_varargs(AbiObject *closure);
Word molt_field_get_property(Word object, AbiString *name);
void molt_field_set_property(Word object, AbiString *name, Word value);
void molt_field_set(Word object, AbiString *name, Word value);
bool molt_field_has(Word object, AbiString *name);

static AbiString *known_name(Word object, AbiString *text) { return rt_member_name(object, non_null(text)); }

bool molt_reflect_has_field(Word object, AbiString *text) {
    AbiString *name = known_name(object, text);
    return name && molt_field_has(object, name);
}

/* null where there is no such field, or no object. */
Word molt_reflect_field(Word object, AbiString *text) {
    AbiString *name = known_name(object, text);
    Word value;
    return name && field_find(object, name, &value) ? value : WORD_NULL;
}

void molt_reflect_set_field(Word object, AbiString *text, Word value) {
    molt_field_set(object, rt_name_of(rt_this_vm(), non_null(text)), value);
}

Word molt_reflect_get_property(Word object, AbiString *text) {
    if (object == WORD_NULL) return WORD_NULL;
    return molt_field_get_property(object, rt_name_of(rt_this_vm(), non_null(text)));
}

void molt_reflect_set_property(Word object, AbiString *text, Word value) {
    molt_field_set_property(object, rt_name_of(rt_this_vm(), non_null(text)), value);
}

/* Structures: in order of their adding. Objects: variables, superclasses first. Classes: static variables. */
AbiArray *molt_reflect_fields(Word word) {
    AbiArray *names = array_new(ELEM_WORD, 0);
    if (is_kind(word, KIND_ANON)) {
        const AbiObject *object = word_ref(word);
        for (u32 i = 0; i < anon_count(object); i++) array_push_ref(names, anon_name(object, i));
    } else if (is_kind(word, KIND_INSTANCE)) {
        const AbiClass *cls = word_ref(word)->cls;
        for (u32 depth = 0; depth <= cls->depth; depth++) {
            const RtTypeInfo *info = cls->ancestors[depth]->info;
            for (u32 i = 0; i < info->field_count; i++)
                if (!info->fields[i].is_hidden) array_push_ref(names, info->fields[i].name);
        }
    } else if (is_kind(word, KIND_CLASS)) {
        const RtTypeInfo *info = rt_members((AbiClass *)word_ref(word));
        for (u32 i = 0; i < info->static_count; i++) array_push_ref(names, info->statics[i].name);
    }
    return names;
}

bool molt_reflect_delete_field(Word object, AbiString *text) {
    AbiString *name = known_name(object, text);
    return name && is_kind(object, KIND_ANON) && anon_delete(word_ref(object), name);
}

/* Of a structure; anything else is answered as it is, as far as it has fields a new structure of them. */
Word molt_reflect_copy(Word word) {
    if (is_kind(word, KIND_ANON)) return word_of_ref(anon_copy(word_ref(word)));
    if (!is_kind(word, KIND_INSTANCE)) return word;
    AbiObject *copy = molt_anon_new(0);
    AbiArray *names = molt_reflect_fields(word);
    for (i32 i = 0; i < names->length; i++) {
        AbiString *name = word_string(array_word(names, i));
        Word value;
        if (field_find(word, name, &value)) anon_set(copy, name, value);
    }
    return word_of_ref(copy);
}

Word molt_reflect_call_method(Word object, Word function, AbiArray *args) {
    (void)object; /* function values carry their receiver */
    if (!is_kind(function, KIND_CLOSURE)) rt_throw_text(function == WORD_NULL ? "Cannot call null" : "Not a function");
    Word words[256];
    i32 count = args ? args->length : 0;
    if (count > (i32)LEN(words)) rt_throw_text("Too many arguments: %d", count);
    for (i32 i = 0; i < count; i++) words[i] = array_word(args, i);
    return call_value(word_ref(function), words, (u32)count);
}

Word molt_reflect_make_var_args(AbiObject *function) { return word_of_ref(molt_rt_make_varargs(function)); }

i32 molt_reflect_compare(Word a, Word b) { return molt_word_compare(a, b); }

bool molt_reflect_compare_methods(Word a, Word b) {
    return is_kind(a, KIND_CLOSURE) && is_kind(b, KIND_CLOSURE) && molt_closure_eq(word_ref(a), word_ref(b));
}

bool molt_reflect_is_function(Word word) { return is_kind(word, KIND_CLOSURE); }
bool molt_reflect_is_enum_value(Word word) { return is_kind(word, KIND_ENUM); }

bool molt_reflect_is_object(Word word) {
    if (!word_is_ref(word)) return false;
    switch ((AbiKind)word_ref(word)->cls->kind) {
    case KIND_INSTANCE:
    case KIND_STRING:
    case KIND_ARRAY:
    case KIND_ANON:
    case KIND_CLASS: return true;
    case KIND_ENUM:
    case KIND_BUFFER:
    case KIND_CLOSURE:
    case KIND_CELL:
    case KIND_I64:
    case KIND_NATIVE: return false;
    }
    return false;
}
