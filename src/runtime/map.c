/* map: what the three maps share: entries in order of insertion, places by hash, growth, iteration.
 *
 * A removed entry stays as a hole until the entries are full; then they are put together again, in twice the room if most are in use.
 * So entry numbers change only when a key is added, and removing during an iteration is safe. The index is at most half full.
 */
#include "anon.h"
#include "values.h"

#define FIRST_ROOM 8

RtMap *map_new(AbiClass *cls) { return (RtMap *)rt_alloc_native(cls); }

void map_clear_all(RtMap *map) {
    map->used = map->live = map->capacity = map->mask = 0;
    map->entries = map->index = NULL;
}

RtMap *map_copy(RtMap *map) {
    RtMap *copy = map_new(map->object.cls);
    if (!map->used) return copy;
    AbiBuffer *entries = rt_alloc_buffer(ELEM_WORD, map->entries->bytes);
    memcpy(entries->data, map->entries->data, map->entries->bytes);
    AbiBuffer *index = rt_alloc_buffer(ELEM_I32, map->index->bytes);
    memcpy(index->data, map->index->data, map->index->bytes);
    copy->entries = entries;
    copy->index = index;
    rt_wrote(&copy->object);
    copy->used = map->used;
    copy->live = map->live;
    copy->capacity = map->capacity;
    copy->mask = map->mask;
    return copy;
}

void map_make_room(RtMap *map, MapHash hash) {
    if (map->used < map->capacity) return;
    u32 capacity = map->live * 2 < FIRST_ROOM ? FIRST_ROOM : map->live > map->capacity / 2 ? map->capacity * 2 : map->capacity;
    if (capacity > 1u << 27) rt_throw_text("Map too large");
    AbiBuffer *entries_buffer = rt_alloc_buffer(ELEM_WORD, (u64)capacity * sizeof(RtMapEntry));
    AbiBuffer *index_buffer = rt_alloc_buffer(ELEM_I32, (u64)capacity * 2 * sizeof(u32));
    RtMapEntry *entries = (RtMapEntry *)(void *)entries_buffer->data;
    u32 *places = (u32 *)(void *)index_buffer->data, mask = capacity * 2 - 1, used = 0;
    for (u32 i = 0; i < map->used; i++) {
        RtMapEntry *entry = &map_entries(map)[i];
        if (entry->key == MAP_REMOVED) continue;
        u32 place = hash(entry->key) & mask;
        while (places[place]) place = (place + 1) & mask;
        entries[used] = *entry;
        places[place] = ++used;
    }
    map->entries = entries_buffer;
    map->index = index_buffer;
    rt_wrote(&map->object);
    rt_wrote_range(&map->object, entries, used * sizeof *entries); /* the buffer may be old by now: the index was allocated behind it */
    map->used = used;
    map->capacity = capacity;
    map->mask = mask;
}

AbiArray *map_keys(RtMap *map, AbiElem elem) {
    AbiArray *keys = array_new(elem, (i32)map->live);
    for (u32 i = 0; i < map->used; i++)
        if (map_entries(map)[i].key != MAP_REMOVED) array_push_word(keys, map_entries(map)[i].key);
    return keys;
}

AbiArray *map_values(RtMap *map) {
    AbiArray *values = array_new(ELEM_WORD, (i32)map->live);
    for (u32 i = 0; i < map->used; i++)
        if (map_entries(map)[i].key != MAP_REMOVED) array_push_word(values, map_entries(map)[i].value);
    return values;
}

/* ---- Iteration by number: of any map -------------------------------------------------------------------------------------------------------- */

/* The number of the next entry behind number `after` (-1: the first), -1 if there is none. */
i32 molt_map_next(RtMap *map, i32 after) {
    for (u32 i = (u32)(after + 1); i < map->used; i++)
        if (map_entries(map)[i].key != MAP_REMOVED) return (i32)i;
    return -1;
}

static RtMapEntry *entry_at(RtMap *map, i32 i) {
    if ((u32)i >= map->used || map_entries(map)[i].key == MAP_REMOVED) rt_throw_text("The map has no entry number %d", i);
    return &map_entries(map)[i];
}

Word molt_map_key(RtMap *map, i32 i) { return entry_at(map, i)->key; }
Word molt_map_value(RtMap *map, i32 i) { return entry_at(map, i)->value; }
