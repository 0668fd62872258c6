/* objectmap: haxe.ds.ObjectMap, keys by identity (see map.c). */
#include "anon.h"
#include "values.h"

/* Objects by identity: they never move. Numbers and texts, which a cast can bring here, by their bits. */
static u32 hash_key(Word key) {
    u64 mixed = key * 0x9E3779B97F4A7C15u;
    return (u32)(mixed >> 32);
}

static bool same(const RtMapEntry *entry, Word key) { return entry->key == key; }

/* The entry with that key; NULL: none, *place is where it belongs (if the map has an index at all). */
static RtMapEntry *find(RtMap *map, Word key, u32 *place) {
    if (!map->used) {
        *place = 0;
        return NULL;
    }
    u32 at = hash_key(key) & map->mask;
    RtMapEntry *entries = map_entries(map);
    for (u32 number; (number = map_places(map)[at]); at = (at + 1) & map->mask)
        if (same(&entries[number - 1], key)) return &entries[number - 1];
    *place = at;
    return NULL;
}

RtMap *molt_objectmap_new(void) { return map_new(rt_this_vm()->anon->object_map); }
RtMap *molt_objectmap_copy(RtMap *map) { return map_copy(map); }
void molt_objectmap_clear(RtMap *map) { map_clear_all(map); }
i32 molt_objectmap_count(RtMap *map) { return (i32)map->live; }
AbiArray *molt_objectmap_keys(RtMap *map) { return map_keys(map, ELEM_WORD); }
AbiArray *molt_objectmap_values(RtMap *map) { return map_values(map); }

bool molt_objectmap_exists(RtMap *map, Word key) {
    u32 place;
    return find(map, key, &place) != NULL;
}

Word molt_objectmap_get(RtMap *map, Word key) {
    u32 place;
    const RtMapEntry *entry = find(map, key, &place);
    return entry ? entry->value : WORD_NULL;
}

bool molt_objectmap_remove(RtMap *map, Word key) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (!entry) return false;
    map_drop(map, entry);
    return true;
}

void molt_objectmap_set(RtMap *map, Word key, Word value) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (entry) {
        entry->value = value;
        return;
    }
    if (map->used == map->capacity || !map->used) {
        map_make_room(map, hash_key);
        place = hash_key(key) & map->mask;
        while (map_places(map)[place]) place = (place + 1) & map->mask;
    }
    map_append(map, place, key, value);
}
