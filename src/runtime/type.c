/* type: the functions of Type.
 *
 * Classes and enums as values are their AbiClass. Constructors of enums have a permanent tag, which their place in the source is not:
 * indices here are places in the source, as the library documents them.
 */
#include "values.h"

#include <stdatomic.h>

static AbiClass *class_value(AbiObject *object) { return (AbiClass *)non_null(object); }
static bool is_enum(const AbiClass *cls) { return cls->flags & ABI_CLASS_ENUM; }
static const RtTypeInfo *ctor_of(const AbiObject *value) { return value->cls->info; }

static AbiObject *enum_value(Word word) {
    if (word == WORD_NULL) rt_throw_null();
    if (!is_kind(word, KIND_ENUM)) rt_throw_text("Not an enum value");
    return word_ref(word);
}

/* ---- Types of values ------------------------------------------------------------------------------------------------------------------------- */

typedef enum TypeIndex { TYPE_NULL, TYPE_INT, TYPE_FLOAT, TYPE_BOOL, TYPE_OBJECT, TYPE_FUNCTION, TYPE_CLASS, TYPE_ENUM, TYPE_UNKNOWN } TypeIndex;

/* Index of the constructor of Type.ValueType. */
i32 molt_type_kind(Word word) {
    if (word == WORD_NULL) return TYPE_NULL;
    if (word_is_int(word)) return TYPE_INT;
    if (word_is_double(word)) return TYPE_FLOAT;
    if (word_is_bool(word)) return TYPE_BOOL;
    switch ((AbiKind)word_ref(word)->cls->kind) {
    case KIND_INSTANCE:
    case KIND_STRING:
    case KIND_ARRAY: return TYPE_CLASS;
    case KIND_ENUM: return TYPE_ENUM;
    case KIND_CLOSURE: return TYPE_FUNCTION;
    case KIND_ANON:
    case KIND_CLASS: return TYPE_OBJECT;
    case KIND_I64:
    case KIND_BUFFER:
    case KIND_CELL:
    case KIND_NATIVE: return TYPE_UNKNOWN;
    }
    return TYPE_UNKNOWN;
}

AbiObject *molt_type_get_class(Word word) { return molt_type_kind(word) == TYPE_CLASS ? &word_ref(word)->cls->object : NULL; }
AbiObject *molt_type_get_enum(Word word) { return is_kind(word, KIND_ENUM) ? &ctor_of(word_ref(word))->enum_class->object : NULL; }

AbiObject *molt_type_get_super_class(AbiObject *object) {
    AbiClass *super = class_value(object)->info->super;
    return super ? &super->object : NULL;
}

AbiString *molt_type_get_class_name(AbiObject *object) { return class_value(object)->info->name; }
AbiString *molt_type_get_enum_name(AbiObject *object) { return class_value(object)->info->name; }

static AbiClass *by_name(AbiString *path) {
    Text text = {0};
    rt_string_utf8(non_null(path), &text);
    AbiClass *cls = text.count ? rt_class_by_name(rt_this_vm(), text.at) : NULL;
    RtHooks *hooks = &rt_this_vm()->hooks;
    if (!cls && text.count && hooks->find_class) {
        rt_enter_native();
        cls = hooks->find_class(hooks->context, text.at);
        rt_leave_native();
    }
    text_free(&text);
    return cls;
}

AbiObject *molt_type_resolve_class(AbiString *path) {
    AbiClass *cls = by_name(path);
    bool is_class = cls && !is_enum(cls) && cls->kind != KIND_NATIVE && cls->kind != KIND_BUFFER && cls->kind != KIND_CELL;
    return is_class ? &cls->object : NULL;
}

AbiObject *molt_type_resolve_enum(AbiString *path) {
    AbiClass *cls = by_name(path);
    return cls && is_enum(cls) ? &cls->object : NULL;
}

/* ---- Instances ----------------------------------------------------------------------------------------------------------------------------------- */

static void words_of(AbiArray *args, Word *words, u32 capacity) {
    if (args && args->length > (i32)capacity) rt_throw_text("Too many arguments: %d", args->length);
    for (i32 i = 0; args && i < args->length; i++) words[i] = array_word(args, i);
}

static AbiObject *make_instance(AbiClass *cls) {
    if (cls->kind == KIND_ARRAY) return &array_new(ELEM_WORD, 0)->object;
    if (cls->kind == KIND_STRING) return &string_empty()->object;
    if (cls->kind != KIND_INSTANCE || (cls->flags & (ABI_CLASS_INTERFACE | ABI_CLASS_ENUM)))
        rt_throw_text("This type has no instances");
    return rt_alloc(cls);
}

Word molt_type_create_empty_instance(AbiObject *object) { return word_of_ref(make_instance(class_value(object))); }

Word molt_type_create_instance(AbiObject *object, AbiArray *args) {
    AbiClass *cls = class_value(object);
    if (cls->kind == KIND_STRING && args && args->length) return array_word(args, 0);
    AbiObject *made = make_instance(cls);
    Word words[256];
    words_of(args, words, LEN(words));
    const RtTypeInfo *info = rt_members(cls);
    if (!info->constructor) return word_of_ref(made);
    call_method(made, info->constructor, info->constructor_sig, words, args ? (u32)args->length : 0);
    return word_of_ref(made);
}

static bool listed(AbiArray *names, const AbiString *name) {
    for (i32 i = 0; i < names->length; i++)
        if (word_ref(array_word(names, i)) == &name->object) return true;
    return false;
}

/* Variables and methods, inherited ones first. */
AbiArray *molt_type_get_instance_fields(AbiObject *object) {
    AbiClass *cls = class_value(object);
    AbiArray *names = array_new(ELEM_WORD, 0);
    for (u32 depth = 0; depth <= cls->depth; depth++) {
        const RtTypeInfo *info = rt_members(cls->ancestors[depth]);
        for (u32 i = 0; i < info->field_count; i++)
            if (!info->fields[i].is_hidden && !listed(names, info->fields[i].name)) array_push_ref(names, info->fields[i].name);
        for (u32 i = 0; i < info->method_count; i++)
            if (!listed(names, info->methods[i].name)) array_push_ref(names, info->methods[i].name);
    }
    return names;
}

AbiString *molt_type_metadata(Word type) { return is_kind(type, KIND_CLASS) ? rt_members((AbiClass *)word_ref(type))->metadata : NULL; }

AbiArray *molt_type_get_class_fields(AbiObject *object) {
    const RtTypeInfo *info = rt_members(class_value(object));
    AbiArray *names = array_new(ELEM_WORD, 0);
    for (u32 i = 0; i < info->static_count; i++) array_push_ref(names, info->statics[i].name);
    for (u32 i = 0; i < info->static_method_count; i++) array_push_ref(names, info->static_methods[i].name);
    return names;
}

/* ---- Enums ------------------------------------------------------------------------------------------------------------------------------------------ */

AbiArray *molt_type_get_enum_constructs(AbiObject *object) {
    const RtTypeInfo *info = class_value(object)->info;
    AbiArray *names = array_new(ELEM_WORD, (i32)info->ctor_count);
    for (u32 i = 0; i < info->ctor_count; i++) array_push_ref(names, info->ctors[i]->info->name);
    return names;
}

AbiArray *molt_type_all_enums(AbiObject *object) {
    AbiClass *cls = class_value(object);
    AbiArray *values = array_new(ELEM_WORD, 0);
    for (u32 i = 0; i < cls->info->ctor_count; i++)
        if (!cls->info->ctors[i]->info->field_count) array_push_ref(values, rt_enum_singleton(cls->vm, cls->info->ctors[i]));
    return values;
}

/* Arguments that are left out are null, or the default of a basic type. */
static Word create(AbiClass *ctor, AbiArray *args) {
    const RtTypeInfo *info = ctor->info;
    u32 count = args ? (u32)args->length : 0;
    if (count > info->field_count) rt_throw_text("Invalid number of arguments for an enum constructor: %u instead of %u", count, info->field_count);
    if (!info->field_count) return word_of_ref(rt_enum_singleton(ctor->vm, ctor));
    AbiObject *value = rt_alloc(ctor);
    for (u32 i = 0; i < count; i++) field_store(value, &info->fields[i], array_word(args, (i32)i));
    return word_of_ref(value);
}

Word molt_type_create_enum(AbiObject *object, AbiString *name, AbiArray *args) {
    const RtTypeInfo *info = class_value(object)->info;
    non_null(name);
    for (u32 i = 0; i < info->ctor_count; i++)
        if (molt_string_eq(info->ctors[i]->info->name, name)) return create(info->ctors[i], args);
    rt_throw_text("No such enum constructor");
}

Word molt_type_create_enum_index(AbiObject *object, i32 index, AbiArray *args) {
    const RtTypeInfo *info = class_value(object)->info;
    for (u32 i = 0; i < info->ctor_count; i++)
        if (info->ctors[i]->info->index == (u32)index) return create(info->ctors[i], args);
    rt_throw_text("%d is not an index of an enum constructor", index);
}

AbiString *molt_type_enum_constructor(Word value) { return ctor_of(enum_value(value))->name; }
i32 molt_type_enum_index(Word value) { return (i32)ctor_of(enum_value(value))->index; }
i32 molt_type_enum_tag(Word value) { return (i32)enum_value(value)->cls->tag; }

Word molt_type_enum_parameter(Word word, i32 i) {
    const AbiObject *value = enum_value(word);
    const RtTypeInfo *ctor = ctor_of(value);
    return (u32)i < ctor->field_count ? field_load(value, &ctor->fields[i]) : WORD_NULL;
}

AbiArray *molt_type_enum_parameters(Word word) {
    const AbiObject *value = enum_value(word);
    const RtTypeInfo *ctor = ctor_of(value);
    AbiArray *values = array_new(ELEM_WORD, (i32)ctor->field_count);
    for (u32 i = 0; i < ctor->field_count; i++) array_push_word(values, field_load(value, &ctor->fields[i]));
    return values;
}

/* Parameters that are enum values are compared the same way, others by ==. */
bool molt_type_enum_eq(Word a, Word b) {
    if (!is_kind(a, KIND_ENUM) || !is_kind(b, KIND_ENUM)) return molt_word_eq(a, b);
    const AbiObject *left = word_ref(a), *right = word_ref(b);
    if (left == right) return true;
    if (left->cls != right->cls) return false;
    if ((uintptr_t)__builtin_frame_address(0) < molt_thread.rt->normal_limit) rt_throw(word_of_ref(rt_this_vm()->text_overflow));
    const RtTypeInfo *ctor = ctor_of(left);
    for (u32 i = 0; i < ctor->field_count; i++)
        if (!molt_type_enum_eq(field_load(left, &ctor->fields[i]), field_load(right, &ctor->fields[i]))) return false;
    return true;
}
