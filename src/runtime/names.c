/* names: immortal interned strings, for constants and field names.
 *
 * Equal texts are one object, outside of the heap, never freed: a name's address is as good as its text. An edited string constant
 * therefore leaves its old text behind; going back to it finds it again.
 */
#include "../codegen/codegen.h"
#include "rt.h"

void rt_names_init(MoltVm *vm) {
    vm->names.mask = 1023;
    vm->names.places = base_alloc(1024 * sizeof(AbiString *));
}

void rt_names_free(MoltVm *vm) {
    free(vm->names.places);
}

static bool same_text(const AbiString *a, const AbiString *b) {
    if (a->length != b->length || rt_string_wide(a) != rt_string_wide(b)) return false;
    return memcmp(a->data, b->data, (size_t)a->length << rt_string_wide(a)) == 0;
}

i32 molt_string_hash(AbiString *string);

static AbiString **place_of(NameTable *table, const AbiString *text, u32 hash) {
    u32 i = hash & table->mask;
    while (table->places[i] && !same_text(table->places[i], text)) i = (i + 1) & table->mask;
    return &table->places[i];
}

static void grow(NameTable *table) {
    AbiString **old = table->places;
    u32 old_mask = table->mask;
    table->mask = old_mask * 2 + 1;
    table->places = base_alloc(((size_t)table->mask + 1) * sizeof(AbiString *));
    for (u32 i = 0; i <= old_mask; i++)
        if (old[i]) *place_of(table, old[i], (u32)molt_string_hash(old[i])) = old[i];
    free(old);
}

AbiString *rt_name_find(MoltVm *vm, const AbiString *text) {
    u32 hash = (u32)molt_string_hash((AbiString *)(uintptr_t)text);
    pthread_mutex_lock(&vm->names_lock);
    AbiString *found = *place_of(&vm->names, text, hash);
    pthread_mutex_unlock(&vm->names_lock);
    return found;
}

AbiString *rt_name_of(MoltVm *vm, const AbiString *text) {
    u32 hash = (u32)molt_string_hash((AbiString *)(uintptr_t)text);
    NameTable *table = &vm->names;
    pthread_mutex_lock(&vm->names_lock);
    AbiString **place = place_of(table, text, hash), *name = *place;
    if (!name) {
        size_t bytes = sizeof *text + (((size_t)text->length + 1) << rt_string_wide(text));
        name = low_alloc(vm->low, bytes);
        memcpy(name, text, bytes);
        name->object.cls = vm->head.string_class;
        *place = name;
        if (++table->count * 2 > table->mask) grow(table);
    }
    pthread_mutex_unlock(&vm->names_lock);
    return name;
}

AbiString *rt_intern(MoltVm *vm, const char *utf8, size_t bytes) {
    /* The text is made outside of the heap, since the caller need not be attached. */
    size_t room = sizeof(AbiString) + 2 * (bytes + 1) + 16;
    char small[512] __attribute__((aligned(16)));
    AbiString *text = room <= sizeof small ? (AbiString *)memset(small, 0, sizeof small) : base_alloc(room);
    bool wide;
    text->length = rt_utf8_measure(utf8, bytes, &wide);
    text->meta = wide ? ABI_STRING_WIDE : 0;
    rt_utf8_decode(utf8, bytes, text);
    AbiString *name = rt_name_of(vm, text);
    if ((char *)text != small) free(text);
    return name;
}
