/* names: interned strings, so that equal names are equal pointers.
 *
 * Contract: a Name lives until names_free. Every function may be called from several threads.
 * How: an open-addressed table of atomic pointers. Nearly every call finds what it wants, so looking up takes no lock; adding does. A
 * table that has become too small is replaced by a copy twice its size, and the old one is kept until names_free, because a reader
 * may still be walking it (all old tables together are smaller than the present one). A reader in an old table can only miss a name,
 * and then looks again under the lock.
 */
#include "base.h"

#include <pthread.h>
#include <stdatomic.h>
#define XXH_INLINE_ALL /* most keys are a word or a name: the call would cost more than the hash */
#include <xxhash.h>

typedef struct Table {
    struct Table *older;
    u32 mask; /* places - 1, a power of two */
    _Atomic(Name) places[];
} Table;

struct Names {
    _Atomic(Table *) table;
    pthread_mutex_t lock; /* guards what follows and every change of the table */
    Arena *arena;
    u32 count;
};

enum { FIRST_PLACES = 4096 };

static Table *new_table(u32 places, Table *older)
{
    Table *table = base_alloc(sizeof(Table) + places * sizeof(_Atomic(Name)));
    table->mask = places - 1;
    table->older = older;
    return table;
}

Names *names_new(void)
{
    Names *names = base_alloc(sizeof(Names));
    atomic_init(&names->table, new_table(FIRST_PLACES, NULL));
    names->arena = arena_new("names");
    int failed = pthread_mutex_init(&names->lock, NULL);
    ASSERT(!failed);
    return names;
}

void names_free(Names *names)
{
    if (!names) return;
    for (Table *table = atomic_load(&names->table), *older; table; table = older) {
        older = table->older;
        free(table);
    }
    pthread_mutex_destroy(&names->lock);
    arena_free(names->arena);
    free(names);
}

/* The name if it is there, else NULL and in *free_place where it would go. */
static Name find(Table *table, const char *text, size_t length, u32 hash, u32 *free_place)
{
    u32 place = hash & table->mask;
    for (;;) {
        /* Acquire: whoever sees the pointer sees the bytes behind it. */
        Name name = atomic_load_explicit(&table->places[place], memory_order_acquire);
        if (!name) {
            *free_place = place;
            return NULL;
        }
        if (name->hash == hash && name->length == length && memcmp(name->text, text, length) == 0) return name;
        place = (place + 1) & table->mask;
    }
}

static Table *grow(Names *names, Table *old)
{
    Table *table = new_table((old->mask + 1) * 2, old);
    for (u32 i = 0; i <= old->mask; i++) {
        Name name = atomic_load_explicit(&old->places[i], memory_order_relaxed);
        if (!name) continue;
        u32 place = name->hash & table->mask;
        while (atomic_load_explicit(&table->places[place], memory_order_relaxed)) place = (place + 1) & table->mask;
        atomic_store_explicit(&table->places[place], name, memory_order_relaxed);
    }
    atomic_store_explicit(&names->table, table, memory_order_release);
    return table;
}

Name name_of(Names *names, const char *text, size_t length)
{
    if (length >= UINT32_MAX) FATAL("a name of %zu bytes", length);
    u32 hash = (u32)XXH3_64bits(text, length);
    u32 place;
    Name name = find(atomic_load_explicit(&names->table, memory_order_acquire), text, length, hash, &place);
    if (name) return name;

    pthread_mutex_lock(&names->lock);
    Table *table = atomic_load_explicit(&names->table, memory_order_relaxed);
    name = find(table, text, length, hash, &place);
    if (!name) {
        if (names->count >= (table->mask + 1) / 2) {
            table = grow(names, table);
            find(table, text, length, hash, &place);
        }
        NameData *data = arena_alloc(names->arena, sizeof(NameData) + length + 1);
        data->length = (u32)length;
        data->hash = hash;
        if (length) memcpy(data->text, text, length);
        name = data;
        atomic_store_explicit(&table->places[place], name, memory_order_release);
        names->count++;
    }
    pthread_mutex_unlock(&names->lock);
    return name;
}

Name name_lit(Names *names, const char *text)
{
    return name_of(names, text, strlen(text));
}

Name name_printf(Names *names, const char *format, ...)
{
    char short_text[256];
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(short_text, sizeof short_text, format, arguments);
    va_end(arguments);
    ASSERT(length >= 0);
    Name name;
    if ((size_t)length < sizeof short_text) {
        name = name_of(names, short_text, (size_t)length);
    } else {
        char *text = base_alloc((size_t)length + 1);
        vsnprintf(text, (size_t)length + 1, format, again);
        name = name_of(names, text, (size_t)length);
        free(text);
    }
    va_end(again);
    return name;
}

bool name_is(Name name, const char *text)
{
    return name && strlen(text) == name->length && memcmp(name->text, text, name->length) == 0;
}
