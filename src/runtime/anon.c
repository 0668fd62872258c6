/* anon: anonymous structures and their hidden classes.
 *
 * A structure's class says which fields it has, in which order they came, and how many of their values stand in the object itself; the
 * others stand in a buffer beside it. A field that is added moves the structure on to the class with that field behind the others, so
 * structures that were built alike share a class. The value is written before the class, so a thread that reads the structure sees
 * either none of both or both. Classes live as long as the machine.
 */
#include "anon.h"
#include "values.h"

#include <stdatomic.h>

#define SEARCHED_IN_ORDER 8 /* shapes of more fields have a map */

/* ---- The state of the value natives -------------------------------------------------------------------------------------------------------- */

static AbiClass *native_class(MoltVm *vm, const char *name, u32 size, u64 refs) {
    RtClassSpec spec = {.name = rt_intern(vm, name, strlen(name)), .kind = KIND_NATIVE, .size = size, .ref_map = &refs};
    return rt_class_new(vm, &spec);
}

void rt_anon_init(MoltVm *vm) {
    struct AnonTable *table = vm->anon = base_alloc(sizeof *table);
    pthread_mutex_init(&table->lock, NULL);
    table->arena = arena_new("structures");
    table->buf_class = native_class(vm, "`text", sizeof(RtBuf), 1 << 1);
    table->int_map = native_class(vm, "`intmap", sizeof(RtMap), 1 << 1 | 1 << 2);
    table->string_map = native_class(vm, "`stringmap", sizeof(RtMap), 1 << 1 | 1 << 2);
    table->object_map = native_class(vm, "`objectmap", sizeof(RtMap), 1 << 1 | 1 << 2);
    table->name_length = rt_intern(vm, "length", 6);
    string_case_init(table);
    regex_init(vm);
    file_init(vm);
    directory_init(vm);
    process_init(vm);
    threads_init(vm);
    zip_init(vm);
}

void rt_anon_free(MoltVm *vm) {
    struct AnonTable *table = vm->anon;
    for (u32 i = 0; i < table->shapes.count; i++) {
        map_free(&table->shapes.at[i]->places);
        map_free(&table->shapes.at[i]->followers);
    }
    vec_free(&table->shapes);
    arena_free(table->arena);
    string_case_free(table);
    pthread_mutex_destroy(&table->lock);
    free(table);
}

/* ---- Hidden classes ---------------------------------------------------------------------------------------------------------------------------- */

/* The lock is held. `name`: the field behind those of `base`; both NULL for a class without fields. */
static AnonShape *make_shape(MoltVm *vm, AnonShape *base, u32 inline_count, AbiString *name) {
    struct AnonTable *table = vm->anon;
    AnonShape *shape = NEW(table->arena, AnonShape);
    shape->inline_count = inline_count;
    shape->count = base ? base->count + 1 : 0;
    shape->names = NEW_ARRAY(table->arena, AbiString *, shape->count + 1);
    if (base) {
        memcpy(shape->names, base->names, base->count * sizeof *base->names);
        shape->names[base->count] = name;
        if (shape->count > SEARCHED_IN_ORDER)
            for (u32 i = 0; i < shape->count; i++) map_set_name(&shape->places, shape->names[i], (void *)(uintptr_t)(i + 1));
    }
    u64 refs = ((u64)2 << (inline_count + 1)) - 2; /* all words but the header */
    RtClassSpec spec = {.kind = KIND_ANON, .size = sizeof(RtAnon) + inline_count * 8, .ref_map = &refs};
    shape->cls = rt_class_new(vm, &spec);
    shape->info = *shape->cls->info;
    shape->cls->info = &shape->info;
    vec_push(NULL, &table->shapes, shape);
    return shape;
}

static AnonShape *root_shape(MoltVm *vm, u32 inline_count) {
    struct AnonTable *table = vm->anon;
    AnonShape *root = __atomic_load_n(&table->roots[inline_count], __ATOMIC_ACQUIRE);
    if (root) return root;
    pthread_mutex_lock(&table->lock);
    if (!table->roots[inline_count])
        __atomic_store_n(&table->roots[inline_count], make_shape(vm, NULL, inline_count, NULL), __ATOMIC_RELEASE);
    pthread_mutex_unlock(&table->lock);
    return table->roots[inline_count];
}

static AnonShape *follower(MoltVm *vm, AnonShape *shape, AbiString *name) {
    AnonShape *next = atomic_load_explicit(&shape->last, memory_order_acquire);
    if (next && next->names[shape->count] == name) return next;
    pthread_mutex_lock(&vm->anon->lock);
    next = map_get_name(&shape->followers, name);
    if (!next) {
        next = make_shape(vm, shape, shape->inline_count, name);
        map_set_name(&shape->followers, name, next);
    }
    atomic_store_explicit(&shape->last, next, memory_order_release);
    pthread_mutex_unlock(&vm->anon->lock);
    return next;
}

#define NO_PLACE UINT32_MAX

static u32 find_place(const AnonShape *shape, const AbiString *name) {
    if (shape->count > SEARCHED_IN_ORDER) return (u32)(uintptr_t)map_get_name(&shape->places, name) - 1;
    for (u32 i = 0; i < shape->count; i++)
        if (shape->names[i] == name) return i;
    return NO_PLACE;
}

/* ---- Structures ---------------------------------------------------------------------------------------------------------------------------------- */

static Word *value_at(RtAnon *anon, const AnonShape *shape, u32 place) {
    if (place < shape->inline_count) return &anon->values[place];
    return (Word *)(void *)anon->more->data + (place - shape->inline_count);
}

u32 anon_count(const AbiObject *object) { return anon_shape(object)->count; }
AbiString *anon_name(const AbiObject *object, u32 i) { return anon_shape(object)->names[i]; }
Word anon_value(const AbiObject *object, u32 i) { return *value_at((RtAnon *)(uintptr_t)object, anon_shape(object), i); }

bool anon_find(const AbiObject *object, const AbiString *name, Word *value) {
    const AnonShape *shape = anon_shape(object);
    u32 place = find_place(shape, name);
    if (place == NO_PLACE) return false;
    *value = *value_at((RtAnon *)(uintptr_t)object, shape, place);
    return true;
}

static void put(RtAnon *anon, const AnonShape *shape, u32 place, Word value) {
    Word *at = value_at(anon, shape, place);
    *at = value;
    rt_wrote_at(&anon->object, at);
}

static void make_room(RtAnon *anon, u32 outside) {
    u32 present = anon->more ? anon->more->bytes / 8 : 0;
    if (outside <= present) return;
    AbiBuffer *more = rt_alloc_buffer(ELEM_WORD, (u64)MAX(4, outside + outside / 2) * 8);
    if (present) memcpy(more->data, anon->more->data, (size_t)present * 8);
    anon->more = more;
    rt_wrote(&anon->object);
}

void anon_set(AbiObject *object, AbiString *name, Word value) {
    RtAnon *anon = (RtAnon *)object;
    AnonShape *shape = anon_shape(object);
    u32 place = find_place(shape, name);
    if (place != NO_PLACE) {
        put(anon, shape, place, value);
        return;
    }
    place = shape->count;
    shape = follower(object->cls->vm, shape, name);
    if (place >= shape->inline_count) make_room(anon, place + 1 - shape->inline_count);
    put(anon, shape, place, value);
    __atomic_store_n(&object->cls, shape->cls, __ATOMIC_RELEASE);
}

/* The fields behind the removed one move up. */
bool anon_delete(AbiObject *object, AbiString *name) {
    RtAnon *anon = (RtAnon *)object;
    AnonShape *shape = anon_shape(object);
    u32 place = find_place(shape, name);
    if (place == NO_PLACE) return false;
    MoltVm *vm = object->cls->vm;
    AnonShape *rest = root_shape(vm, shape->inline_count);
    for (u32 i = 0; i < shape->count; i++)
        if (i != place) rest = follower(vm, rest, shape->names[i]);
    for (u32 i = place; i + 1 < shape->count; i++) put(anon, shape, i, *value_at(anon, shape, i + 1));
    *value_at(anon, shape, shape->count - 1) = WORD_NULL;
    object->cls = rest->cls;
    return true;
}

AbiObject *anon_copy(AbiObject *object) {
    const RtAnon *anon = (const RtAnon *)object;
    RtAnon *copy = (RtAnon *)rt_alloc(object->cls);
    memcpy(copy->values, anon->values, (size_t)anon_shape(object)->inline_count * 8);
    if (anon->more) {
        AbiBuffer *more = rt_alloc_buffer(ELEM_WORD, anon->more->bytes);
        memcpy(more->data, anon->more->data, anon->more->bytes);
        copy->more = more;
        rt_wrote(&copy->object);
    }
    return &copy->object;
}

/* Without fields, with room for `count` of them. */
AbiObject *molt_anon_new(i32 count) {
    u32 inline_count = count <= 0 ? 4 : MIN((u32)count, ANON_INLINE_MOST);
    return rt_alloc(root_shape(rt_this_vm(), inline_count)->cls);
}

void molt_anon_add(AbiObject *object, AbiString *name, Word value) { anon_set(object, name, value); }

/* ---- For the live engine ---------------------------------------------------------------------------------------------------------------------- */

AbiObject *rt_anon_new(void) { return molt_anon_new(0); }
void rt_anon_set(AbiObject *object, AbiString *name, Word value) { anon_set(object, name, value); }
