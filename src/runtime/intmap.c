/* intmap: haxe.ds.IntMap (see map.c). */
#include "anon.h"
#include "values.h"

/* Multiplied by the golden ratio: keys in rows, negative ones beside positive ones, and multiples of powers of two all spread. */
static u32 hash_key(Word key) {
    u32 bits = (u32)word_int(key) * 0x9E3779B1u;
    return bits ^ bits >> 15;
}

static bool same(const RtMapEntry *entry, i32 key) { return entry->key == word_of_int(key); }

/* The entry with that key; NULL: none, *place is where it belongs (if the map has an index at all). */
static RtMapEntry *find(RtMap *map, i32 key, u32 *place) {
    if (!map->used) {
        *place = 0;
        return NULL;
    }
    u32 at = hash_key(word_of_int(key)) & map->mask;
    RtMapEntry *entries = map_entries(map);
    for (u32 number; (number = map_places(map)[at]); at = (at + 1) & map->mask)
        if (same(&entries[number - 1], key)) return &entries[number - 1];
    *place = at;
    return NULL;
}

RtMap *molt_intmap_new(void) { return map_new(rt_this_vm()->anon->int_map); }
RtMap *molt_intmap_copy(RtMap *map) { return map_copy(map); }
void molt_intmap_clear(RtMap *map) { map_clear_all(map); }
i32 molt_intmap_count(RtMap *map) { return (i32)map->live; }
AbiArray *molt_intmap_keys(RtMap *map) { return map_keys(map, ELEM_I32); }
AbiArray *molt_intmap_values(RtMap *map) { return map_values(map); }

bool molt_intmap_exists(RtMap *map, i32 key) {
    u32 place;
    return find(map, key, &place) != NULL;
}

Word molt_intmap_get(RtMap *map, i32 key) {
    u32 place;
    const RtMapEntry *entry = find(map, key, &place);
    return entry ? entry->value : WORD_NULL;
}

bool molt_intmap_remove(RtMap *map, i32 key) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (!entry) return false;
    map_drop(map, entry);
    return true;
}

void molt_intmap_set(RtMap *map, i32 key, Word value) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (entry) {
        entry->value = value;
        return;
    }
    if (map->used == map->capacity || !map->used) {
        map_make_room(map, hash_key);
        place = hash_key(word_of_int(key)) & map->mask;
        while (map_places(map)[place]) place = (place + 1) & map->mask;
    }
    map_append(map, place, word_of_int(key), value);
}
