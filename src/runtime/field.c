/* field: members of any value by name.
 *
 * Names are interned here, whoever has a name of unknown origin interns it first. Members of a class are looked up in its reflection
 * data and those of its superclasses. A method becomes a function value bound to its receiver; calling by name goes without that.
 * Properties are the business of the *_property functions, which call accessors; the others read and write storage.
 */
#include "anon.h"
#include "values.h"

#include <stdatomic.h>

Word molt_rt_call_word(Word closure, i32 count, const Word *args);
void molt_rt_throw_cast(Word word, const AbiTest *test);
AbiObject *molt_rt_box_i64(i64 value);
Word molt_dynamic_index(Word word, i32 index);

/* ---- Members of classes --------------------------------------------------------------------------------------------------------------------- */

static const RtTypeInfo *super_info(const RtTypeInfo *info) { return info->super ? info->super->info : NULL; }

RtField *rt_find_field(AbiClass *cls, const AbiString *name) {
    for (const RtTypeInfo *info = cls->info; info; info = super_info(info))
        for (u32 i = 0; i < info->field_count; i++)
            if (info->fields[i].name == name && !info->fields[i].is_hidden) return &info->fields[i];
    return NULL;
}

const RtTypeInfo *rt_members(AbiClass *cls) {
    const RtTypeInfo *info = cls->info;
    if (__atomic_load_n(&info->is_complete, __ATOMIC_ACQUIRE)) return info;
    RtHooks *hooks = &cls->vm->hooks;
    if (!hooks->complete_info) return info;
    rt_enter_native();
    hooks->complete_info(hooks->context, cls);
    rt_leave_native();
    return info;
}

RtMethod *rt_find_method(AbiClass *cls, const AbiString *name) {
    for (const RtTypeInfo *info = rt_members(cls); info; info = info->super ? rt_members(info->super) : NULL)
        for (u32 i = 0; i < info->method_count; i++)
            if (info->methods[i].name == name) return &info->methods[i];
    return NULL;
}

AbiString *rt_member_name(Word object, const AbiString *text) {
    MoltVm *vm = rt_this_vm();
    AbiString *name = rt_name_find(vm, text);
    if (name || !word_is_ref(object)) return name;
    AbiObject *of = word_ref(object);
    for (AbiClass *cls = is_kind(object, KIND_CLASS) ? (AbiClass *)of : of->cls; cls; cls = cls->info->super) rt_members(cls);
    return rt_name_find(vm, text);
}

RtStatic *rt_find_static(AbiClass *cls, const AbiString *name) {
    const RtTypeInfo *info = rt_members(cls);
    for (u32 i = 0; i < info->static_count; i++)
        if (info->statics[i].name == name) return &info->statics[i];
    return NULL;
}

RtMethod *rt_find_static_method(AbiClass *cls, const AbiString *name) {
    const RtTypeInfo *info = rt_members(cls);
    for (u32 i = 0; i < info->static_method_count; i++)
        if (info->static_methods[i].name == name) return &info->static_methods[i];
    return NULL;
}

/* ---- Storage ----------------------------------------------------------------------------------------------------------------------------------- */

static Word load(const void *at, Rep rep) {
    switch (rep) {
    case REP_BOOL: return word_of_bool(*(const u8 *)at);
    case REP_I32: return word_of_int(*(const i32 *)at);
    case REP_F64: return word_of_double(*(const double *)at);
    case REP_I64: return word_of_ref(molt_rt_box_i64(*(const i64 *)at));
    case REP_REF:
    case REP_WORD: return *(const Word *)at;
    case REP_VOID:
    case REP_PTR:
    case REP_COUNT: break;
    }
    return WORD_NULL;
}

static void store(void *at, Rep rep, const AbiTest *test, Word value) {
    switch (rep) {
    case REP_BOOL: *(u8 *)at = molt_rt_unbox_bool(value); return;
    case REP_I32: *(i32 *)at = molt_rt_unbox_int(value); return;
    case REP_F64: *(double *)at = molt_rt_unbox_float(value); return;
    case REP_I64: *(i64 *)at = molt_rt_unbox_i64(value); return;
    case REP_REF:
        if (value != WORD_NULL && (!word_is_ref(value) || !rt_test(value, test))) molt_rt_throw_cast(value, test);
        *(Word *)at = value;
        return;
    case REP_WORD: *(Word *)at = value; return;
    case REP_VOID:
    case REP_PTR:
    case REP_COUNT: return;
    }
}

static void *field_address(const AbiObject *object, const RtField *field) {
    AbiObject *owner = (AbiObject *)(uintptr_t)object;
    return field->is_late ? rt_late(owner, field->place) : (u8 *)owner + field->place;
}

Word field_load(const AbiObject *object, const RtField *field) { return load(field_address(object, field), (Rep)field->rep); }

void field_store(AbiObject *object, const RtField *field, Word value) {
    store(field_address(object, field), (Rep)field->rep, field->test, value);
    rt_wrote(object);
}

/* ---- Methods as values and calls ------------------------------------------------------------------------------------------------------------------ */

static AbiSlot *bound_slot(const RtMethod *method) {
    if (!method->bound) rt_throw_text("A method cannot be taken as a value here");
    return method->bound;
}

AbiObject *rt_method_bind(AbiObject *receiver, const RtMethod *method) {
    AbiClosure *closure = rt_alloc_closure(bound_slot(method), method->sig, 1, 1);
    closure->captures[0] = (u64)(uintptr_t)receiver;
    return &closure->object;
}

AbiObject *rt_method_closure(const RtMethod *method) { return &rt_alloc_closure(bound_slot(method), method->sig, 0, 0)->object; }

Word call_value(AbiObject *closure, const Word *args, u32 count) { return molt_rt_call_word(word_of_ref(closure), (i32)count, args); }

#define ARGS_MOST 256

Word call_method(AbiObject *receiver, AbiSlot *slot, const AbiSig *sig, const Word *args, u32 count) {
    if (!__atomic_load_n(&sig->unpack, __ATOMIC_ACQUIRE)) {
        RtHooks *hooks = &rt_this_vm()->hooks;
        rt_enter_native();
        if (hooks->make_unpack) hooks->make_unpack(hooks->context, (AbiSig *)(uintptr_t)sig);
        rt_leave_native();
        if (!__atomic_load_n(&sig->unpack, __ATOMIC_ACQUIRE)) rt_throw_text("A method of type %s cannot be called by name", sig->text);
    }
    if (count > sig->count) rt_throw_text("Too many arguments: %u instead of %u", count, sig->count);
    for (u32 i = count; i < sig->count; i++)
        if (!sig->optional[i]) rt_throw_text("Too few arguments: %u instead of %u", count, sig->count);
    if (sig->count > ARGS_MOST) rt_throw_text("Too many parameters");
    /* The receiver takes the place of the closure: it is the code's first argument. */
    void *code = atomic_load_explicit(&slot->code, memory_order_relaxed);
    if (count == sig->count) return sig->unpack(code, receiver, args);
    Word padded[ARGS_MOST] = {0};
    if (count) memcpy(padded, args, count * sizeof *args);
    return sig->unpack(code, receiver, padded);
}

/* ---- Fields of values -------------------------------------------------------------------------------------------------------------------------------- */

static bool class_member(AbiClass *cls, AbiString *name, Word *value) {
    RtStatic *variable = rt_find_static(cls, name);
    if (variable) {
        *value = load(variable->address, (Rep)variable->rep);
        return true;
    }
    RtMethod *method = rt_find_static_method(cls, name);
    if (method) {
        *value = word_of_ref(rt_method_closure(method));
        return true;
    }
    for (u32 i = 0; i < cls->info->ctor_count; i++) {
        AbiClass *ctor = cls->info->ctors[i];
        if (ctor->info->name != name || ctor->info->field_count) continue;
        *value = word_of_ref(rt_enum_singleton(cls->vm, ctor));
        return true;
    }
    return false;
}

static bool instance_member(AbiObject *object, AbiString *name, Word *value) {
    RtField *field = rt_find_field(object->cls, name);
    if (field) {
        *value = field_load(object, field);
        return true;
    }
    RtMethod *method = rt_find_method(object->cls, name);
    if (!method) return false;
    *value = word_of_ref(rt_method_bind(object, method));
    return true;
}

bool field_find(Word word, AbiString *name, Word *value) {
    if (!word_is_ref(word)) return false;
    AbiObject *object = word_ref(word);
    bool is_length = name == rt_this_vm()->anon->name_length;
    switch ((AbiKind)object->cls->kind) {
    case KIND_ANON: return anon_find(object, name, value);
    case KIND_INSTANCE: return instance_member(object, name, value);
    case KIND_STRING:
        if (!is_length) return instance_member(object, name, value);
        *value = word_of_int(((const AbiString *)object)->length);
        return true;
    case KIND_ARRAY:
        if (!is_length) return instance_member(object, name, value);
        *value = word_of_int(((const AbiArray *)object)->length);
        return true;
    case KIND_CLASS: return class_member((AbiClass *)object, name, value);
    case KIND_ENUM:
        if (!is_length) return false;
        *value = word_of_int((i32)object->cls->info->field_count + 2); /* see molt_dynamic_index */
        return true;
    case KIND_CLOSURE:
    case KIND_I64:
    case KIND_BUFFER:
    case KIND_CELL:
    case KIND_NATIVE: return false;
    }
    return false;
}

Word molt_field_get(Word object, AbiString *name) {
    if (object == WORD_NULL) rt_throw_null();
    Word value;
    return field_find(object, name, &value) ? value : WORD_NULL;
}

bool molt_field_has(Word object, AbiString *name) {
    if (!word_is_ref(object)) return false;
    AbiObject *of = word_ref(object);
    Word value;
    if (of->cls->kind == KIND_ANON) return anon_find(of, name, &value);
    if (of->cls->kind == KIND_CLASS) {
        AbiClass *cls = (AbiClass *)of;
        return rt_find_static(cls, name) || rt_find_static_method(cls, name);
    }
    return rt_find_field(of->cls, name) || rt_find_method(of->cls, name);
}

static NORETURN void no_field(Word object, const AbiString *name) {
    Text text = {0};
    rt_string_utf8(name, &text);
    char copy[120];
    snprintf(copy, sizeof copy, "%s", text.count ? text.at : "");
    text_free(&text);
    const char *what = is_kind(object, KIND_CLASS) ? "class" : "object";
    rt_throw_text("The %s has no field %s that can be set", what, copy);
}

void molt_field_set(Word word, AbiString *name, Word value) {
    if (word == WORD_NULL) rt_throw_null();
    if (is_kind(word, KIND_ANON)) {
        anon_set(word_ref(word), name, value);
        return;
    }
    if (is_kind(word, KIND_CLASS)) {
        RtStatic *variable = rt_find_static((AbiClass *)word_ref(word), name);
        if (!variable) no_field(word, name);
        store(variable->address, (Rep)variable->rep, variable->test, value);
        return;
    }
    RtField *field = is_kind(word, KIND_INSTANCE) ? rt_find_field(word_ref(word)->cls, name) : NULL;
    if (!field) no_field(word, name);
    field_store(word_ref(word), field, value);
}

/* An enum value can be looked at as the array [name, index, parameters…], which the official library does on targets it does not know. */
Word molt_dynamic_index(Word word, i32 index) {
    if (word == WORD_NULL) rt_throw_null();
    if (is_kind(word, KIND_ARRAY)) {
        AbiArray *array = (AbiArray *)word_ref(word);
        return index >= 0 && index < array->length ? array_word(array, index) : WORD_NULL;
    }
    if (!is_kind(word, KIND_ENUM)) rt_throw_text("This value cannot be indexed");
    const RtTypeInfo *ctor = word_ref(word)->cls->info;
    if (index == 0) return word_of_ref(ctor->name);
    if (index == 1) return word_of_int((i32)ctor->index);
    return index >= 2 && (u32)index - 2 < ctor->field_count ? field_load(word_ref(word), &ctor->fields[index - 2]) : WORD_NULL;
}

/* ---- Calls ---------------------------------------------------------------------------------------------------------------------------------------------- */

static RtMethod *find_callable(Word word, const AbiString *name) {
    if (!word_is_ref(word)) return NULL;
    AbiObject *object = word_ref(word);
    AbiKind kind = (AbiKind)object->cls->kind;
    if (kind != KIND_INSTANCE && kind != KIND_STRING && kind != KIND_ARRAY) return NULL;
    RtMethod *method = rt_find_method(object->cls, name);
    return method && method->slot ? method : NULL;
}

Word molt_field_call(Word word, AbiString *name, i32 count, const Word *args) {
    RtMethod *method = find_callable(word, name);
    if (method) return call_method(word_ref(word), method->slot, method->sig, args, (u32)count);
    Word callee = molt_field_get(word, name);
    if (callee == WORD_NULL) rt_throw_text("Cannot call null");
    return molt_rt_call_word(callee, count, args);
}

/* ---- Properties ------------------------------------------------------------------------------------------------------------------------------------------- */

/* The interned name with `get_` or `set_` in front; NULL: the object has no such member. */
static AbiString *accessor_name(Word object, const char *prefix, const AbiString *name) {
    RtBuf buf = {0};
    buf_add_text(&buf, prefix);
    buf_add_string(&buf, name);
    return rt_member_name(object, buf_string(&buf));
}

/* Calls the accessor if the object or class has it. */
static bool call_accessor(Word word, AbiString *accessor, const Word *args, u32 count, Word *result) {
    if (!accessor || !word_is_ref(word)) return false;
    RtMethod *method = find_callable(word, accessor);
    if (method) {
        *result = call_method(word_ref(word), method->slot, method->sig, args, count);
        return true;
    }
    Word callee;
    if (!field_find(word, accessor, &callee) || !is_kind(callee, KIND_CLOSURE)) return false;
    *result = call_value(word_ref(callee), args, count);
    return true;
}

Word molt_field_get_property(Word word, AbiString *name) {
    if (word == WORD_NULL) rt_throw_null();
    Word value;
    if (is_kind(word, KIND_ANON) && anon_find(word_ref(word), name, &value)) return value;
    if (call_accessor(word, accessor_name(word, "get_", name), NULL, 0, &value)) return value;
    return molt_field_get(word, name);
}

void molt_field_set_property(Word word, AbiString *name, Word value) {
    if (word == WORD_NULL) rt_throw_null();
    Word ignored;
    if (call_accessor(word, accessor_name(word, "set_", name), &value, 1, &ignored)) return;
    molt_field_set(word, name, value);
}
