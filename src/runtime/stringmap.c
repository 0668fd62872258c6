/* stringmap: haxe.ds.StringMap (see map.c). */
#include "anon.h"
#include "values.h"

#define NULL_HASH 1 /* null is a key like others */

static u32 hash_key(Word key) { return key == WORD_NULL ? NULL_HASH : (u32)molt_string_hash((AbiString *)word_ref(key)); }

static bool same(const RtMapEntry *entry, AbiString *key) {
    return entry->key == word_of_ref(key) || (entry->key != MAP_REMOVED && molt_string_eq((AbiString *)word_ref(entry->key), key));
}

/* The entry with that key; NULL: none, *place is where it belongs (if the map has an index at all). */
static RtMapEntry *find(RtMap *map, AbiString *key, u32 *place) {
    if (!map->used) {
        *place = 0;
        return NULL;
    }
    u32 at = hash_key(word_of_ref(key)) & map->mask;
    RtMapEntry *entries = map_entries(map);
    for (u32 number; (number = map_places(map)[at]); at = (at + 1) & map->mask)
        if (same(&entries[number - 1], key)) return &entries[number - 1];
    *place = at;
    return NULL;
}

RtMap *molt_stringmap_new(void) { return map_new(rt_this_vm()->anon->string_map); }
RtMap *molt_stringmap_copy(RtMap *map) { return map_copy(map); }
void molt_stringmap_clear(RtMap *map) { map_clear_all(map); }
i32 molt_stringmap_count(RtMap *map) { return (i32)map->live; }
AbiArray *molt_stringmap_keys(RtMap *map) { return map_keys(map, ELEM_WORD); }
AbiArray *molt_stringmap_values(RtMap *map) { return map_values(map); }

bool molt_stringmap_exists(RtMap *map, AbiString *key) {
    u32 place;
    return find(map, key, &place) != NULL;
}

Word molt_stringmap_get(RtMap *map, AbiString *key) {
    u32 place;
    const RtMapEntry *entry = find(map, key, &place);
    return entry ? entry->value : WORD_NULL;
}

bool molt_stringmap_remove(RtMap *map, AbiString *key) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (!entry) return false;
    map_drop(map, entry);
    return true;
}

void molt_stringmap_set(RtMap *map, AbiString *key, Word value) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (entry) {
        entry->value = value;
        return;
    }
    if (map->used == map->capacity || !map->used) {
        map_make_room(map, hash_key);
        place = hash_key(word_of_ref(key)) & map->mask;
        while (map_places(map)[place]) place = (place + 1) & map->mask;
    }
    map_append(map, place, word_of_ref(key), value);
}
