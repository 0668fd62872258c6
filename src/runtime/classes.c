/* classes: the registry of classes and signatures, and the classes that the runtime itself needs.
 *
 * A class lives as long as its machine; its address is its identity. Ancestors and interface tables that are replaced stay allocated,
 * since code that was reading them may go on when the world resumes.
 */
#include "../codegen/codegen.h"
#include "rt.h"

/* ---- Classes ------------------------------------------------------------------------------------------------------------------------ */

static void set_ancestors(MoltVm *vm, AbiClass *cls, AbiClass *super) {
    u32 depth = super ? super->depth + 1u : 0;
    AbiClass **ancestors = low_alloc(vm->low, (depth + 1) * sizeof *ancestors);
    if (super) memcpy(ancestors, super->ancestors, depth * sizeof *ancestors);
    ancestors[depth] = cls;
    cls->ancestors = ancestors;
    cls->depth = (u16)depth;
}

/* Entries of a table without any: look-ups end at once. */
static AbiItabEntry no_entries[1];

static AbiClass *make_class(MoltVm *vm, const RtClassSpec *spec) {
    AbiClass *cls = low_alloc(vm->low, sizeof *cls + spec->vtable_capacity * sizeof(void *));
    cls->object.cls = vm->core->class_class;
    cls->size = abi_instance_size(spec->size);
    cls->kind = (u8)spec->kind;
    cls->flags = spec->flags;
    cls->vtable_capacity = spec->vtable_capacity;
    cls->tag = spec->tag;
    cls->vm = vm;
    cls->itab = no_entries;
    u32 words = (cls->size / 8 + 63) / 64;
    u64 *map = low_alloc(vm->low, words * sizeof *map);
    if (spec->ref_map) memcpy(map, spec->ref_map, words * sizeof *map);
    cls->ref_map = map;
    set_ancestors(vm, cls, spec->super);
    cls->info = arena_alloc(vm->arena, sizeof *cls->info);
    *cls->info = (RtTypeInfo){.name = spec->name, .cls = cls, .super = spec->super, .finalise = spec->finalise};
    if (spec->finalise) cls->flags |= ABI_CLASS_HAS_FINALISER;
    vec_push(NULL, &vm->classes, cls);
    cls->id = vm->classes.count - 1;
    bool is_named = spec->name && (spec->kind == KIND_INSTANCE || spec->kind == KIND_STRING || spec->kind == KIND_ARRAY ||
                                   spec->kind == KIND_CLASS || spec->kind == KIND_NATIVE);
    if (spec->name && spec->name == vm->name_exception) vm->exception_class = cls;
    if (spec->name && spec->name == vm->name_value_exception) vm->value_exception_class = cls;
    if (is_named) map_set(&vm->class_by_name, (u64)(uintptr_t)spec->name, cls);
    return cls;
}

AbiClass *rt_class_new(MoltVm *vm, const RtClassSpec *spec) {
    pthread_mutex_lock(&vm->names_lock);
    AbiClass *cls = make_class(vm, spec);
    pthread_mutex_unlock(&vm->names_lock);
    return cls;
}

AbiClass *rt_class_by_name(MoltVm *vm, const char *path) {
    AbiString *name = rt_intern(vm, path, strlen(path));
    pthread_mutex_lock(&vm->names_lock);
    AbiClass *cls = map_get(&vm->class_by_name, (u64)(uintptr_t)name);
    pthread_mutex_unlock(&vm->names_lock);
    return cls && !cls->info->removed ? cls : NULL;
}

AbiClass *rt_class_by_id(MoltVm *vm, u32 id) {
    pthread_mutex_lock(&vm->names_lock);
    AbiClass *cls = id < vm->classes.count ? vm->classes.at[id] : NULL;
    pthread_mutex_unlock(&vm->names_lock);
    return cls;
}

u32 rt_class_count(MoltVm *vm) {
    pthread_mutex_lock(&vm->names_lock);
    u32 count = vm->classes.count;
    pthread_mutex_unlock(&vm->names_lock);
    return count;
}

AbiObject *rt_enum_singleton(MoltVm *vm, AbiClass *ctor) {
    pthread_mutex_lock(&vm->names_lock);
    if (!ctor->info->singleton) {
        AbiObject *value = low_alloc(vm->low, ctor->size);
        value->cls = ctor;
        ctor->info->singleton = value;
    }
    pthread_mutex_unlock(&vm->names_lock);
    return ctor->info->singleton;
}

void rt_class_set_super(AbiClass *cls, AbiClass *super) {
    MoltVm *vm = cls->vm;
    pthread_mutex_lock(&vm->names_lock);
    set_ancestors(vm, cls, super);
    cls->info->super = super;
    pthread_mutex_unlock(&vm->names_lock);
}

void rt_class_set_itab(AbiClass *cls, const AbiItabEntry *entries, u32 count) {
    MoltVm *vm = cls->vm;
    if (count == 0) {
        cls->itab = no_entries;
        cls->itab_mask = 0;
        return;
    }
    u64 places = 2;
    while (places < 2 * (u64)count) places *= 2;
    pthread_mutex_lock(&vm->names_lock);
    AbiItabEntry *table = low_alloc(vm->low, places * sizeof *table);
    pthread_mutex_unlock(&vm->names_lock);
    for (u32 i = 0; i < count; i++) {
        u64 place = entries[i].selector & (places - 1);
        while (table[place].selector && table[place].selector != entries[i].selector) place = (place + 1) & (places - 1);
        table[place] = entries[i];
    }
    cls->itab = table;
    cls->itab_mask = places - 1;
}

void *molt_rt_itab_find(AbiObject *object, i64 selector);
void *molt_rt_itab_find(AbiObject *object, i64 selector) {
    const AbiClass *cls = object->cls;
    for (u64 place = (u64)selector & cls->itab_mask;; place = (place + 1) & cls->itab_mask) {
        const AbiItabEntry *entry = &cls->itab[place];
        if (entry->selector == (u64)selector) return entry->code;
        if (!entry->selector) return NULL;
    }
}

/* ---- Signatures ------------------------------------------------------------------------------------------------------------------------ */

const AbiSig *rt_sig(MoltVm *vm, const char *text, u32 count, const u8 *arg_reps, AbiClass *const *arg_classes, const u8 *optional,
                     u8 ret_rep, AbiClass *ret_class) {
    AbiString *key = rt_intern(vm, text, strlen(text));
    pthread_mutex_lock(&vm->names_lock);
    AbiSig *sig = map_get(&vm->sig_by_text, (u64)(uintptr_t)key);
    if (!sig) {
        sig = low_alloc(vm->low, sizeof *sig);
        *sig = (AbiSig){.id = ++vm->sig_count, .count = count, .text = arena_strdup(vm->arena, text), .ret_rep = ret_rep, .ret_class = ret_class};
        sig->arg_reps = arena_copy(vm->arena, arg_reps, count);
        AbiClass **classes = arena_alloc(vm->arena, (count + 1) * sizeof *classes);
        if (arg_classes) memcpy(classes, arg_classes, count * sizeof *classes);
        sig->arg_classes = classes;
        u8 *may_miss = arena_alloc(vm->arena, count + 1);
        if (optional) memcpy(may_miss, optional, count);
        sig->optional = may_miss;
        map_set(&vm->sig_by_text, (u64)(uintptr_t)key, sig);
    }
    pthread_mutex_unlock(&vm->names_lock);
    return sig;
}

/* ---- Core classes -------------------------------------------------------------------------------------------------------------------------- */

static AbiClass *core_class(MoltVm *vm, const char *name, AbiKind kind, u32 size, u64 refs) {
    RtClassSpec spec = {.name = rt_intern(vm, name, strlen(name)), .kind = kind, .size = size, .ref_map = &refs};
    return rt_class_new(vm, &spec);
}

void rt_core_init(MoltVm *vm) {
    rt_names_init(vm);
    CoreClasses *core = vm->core = arena_alloc(vm->arena, sizeof *core);
    /* The class of classes and that of strings come first; both are needed to make any. */
    RtClassSpec first = {.kind = KIND_CLASS, .size = sizeof(AbiClass)};
    core->class_class = rt_class_new(vm, &first);
    core->class_class->object.cls = core->class_class;
    RtClassSpec strings = {.kind = KIND_STRING, .size = sizeof(AbiString)};
    vm->head.string_class = rt_class_new(vm, &strings);
    vm->head.string_class->info->name = rt_intern(vm, "String", 6);
    map_set(&vm->class_by_name, (u64)(uintptr_t)vm->head.string_class->info->name, vm->head.string_class);
    core->class_class->info->name = rt_intern(vm, "Class", 5);
    core->class_ = core->class_class;
    map_set(&vm->class_by_name, (u64)(uintptr_t)core->class_->info->name, core->class_);

    vm->head.array_class = core_class(vm, "Array", KIND_ARRAY, sizeof(AbiArray), 0);
    vm->head.buffer_class = core_class(vm, "`buffer", KIND_BUFFER, sizeof(AbiBuffer), 0);
    vm->head.closure_class = core_class(vm, "`function", KIND_CLOSURE, sizeof(AbiClosure), 0);
    vm->head.cell_ref_class = core_class(vm, "`cell", KIND_CELL, sizeof(AbiCell), 2);
    vm->head.cell_raw_class = core_class(vm, "`cell", KIND_CELL, sizeof(AbiCell), 0);
    vm->head.i64_class = core_class(vm, "Int64", KIND_I64, 16, 0);
    /* Core types as values: tests and names alone. */
    core->int_ = core_class(vm, "Int", KIND_CLASS, 16, 0);
    core->float_ = core_class(vm, "Float", KIND_CLASS, 16, 0);
    core->bool_ = core_class(vm, "Bool", KIND_CLASS, 16, 0);
    core->dynamic = core_class(vm, "Dynamic", KIND_CLASS, 16, 0);
    core->enum_ = core_class(vm, "Enum", KIND_CLASS, 16, 0);
    core->void_ = core_class(vm, "Void", KIND_CLASS, 16, 0);

    vm->name_exception = rt_intern(vm, "haxe.Exception", 14);
    vm->name_value_exception = rt_intern(vm, "haxe.ValueException", 19);
    vm->name_value = rt_intern(vm, "value", 5);
    vm->name_native = rt_intern(vm, "__native", 8);
    vm->name_to_string = rt_intern(vm, "toString", 8);
    vm->empty_string = rt_intern(vm, "", 0);
    vm->text_out_of_memory = rt_intern(vm, "Out of memory", 13);
    vm->text_overflow = rt_intern(vm, "Stack overflow", 14);
    vm->text_null_access = rt_intern(vm, "Null Access", 11);
    for (u32 i = 0; i < LEN(vm->one_char); i++) {
        /* U+0080 to U+00FF have two bytes in UTF-8. */
        char utf8[2] = {(char)i, 0};
        if (i >= 0x80) {
            utf8[0] = (char)(0xC0 | i >> 6);
            utf8[1] = (char)(0x80 | (i & 0x3F));
        }
        vm->one_char[i] = rt_intern(vm, utf8, i < 0x80 ? 1 : 2);
    }
}
