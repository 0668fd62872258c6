/* map_kind: the functions of one kind of map, made anew by each file that includes this.
 *
 *     MAP(name)          molt_KINDmap_name, what generated code calls
 *     MAP_KEY            type of a key as it is passed
 *     MAP_KEY_WORD(key)  as it is stored
 *     MAP_KEYS           AbiElem of an array of keys
 *     MAP_CLASS          member of RtAnon with the class of such maps
 *     hash_key, same     static functions: hash of a stored key; whether an entry has that key
 */
#include "anon.h"
#include "values.h"

/* The entry with that key; NULL: none, *place is where it belongs (if the map has an index at all). */
static RtMapEntry *find(RtMap *map, MAP_KEY key, u32 *place) {
    if (!map->used) {
        *place = 0;
        return NULL;
    }
    u32 at = hash_key(MAP_KEY_WORD(key)) & map->mask;
    RtMapEntry *entries = map_entries(map);
    for (u32 number; (number = map_places(map)[at]); at = (at + 1) & map->mask)
        if (same(&entries[number - 1], key)) return &entries[number - 1];
    *place = at;
    return NULL;
}

RtMap *MAP(new)(void) { return map_new(rt_this_vm()->anon->MAP_CLASS); }
RtMap *MAP(copy)(RtMap *map) { return map_copy(map); }
void MAP(clear)(RtMap *map) { map_clear_all(map); }
i32 MAP(count)(RtMap *map) { return (i32)map->live; }
AbiArray *MAP(keys)(RtMap *map) { return map_keys(map, MAP_KEYS); }
AbiArray *MAP(values)(RtMap *map) { return map_values(map); }

bool MAP(exists)(RtMap *map, MAP_KEY key) {
    u32 place;
    return find(map, key, &place) != NULL;
}

Word MAP(get)(RtMap *map, MAP_KEY key) {
    u32 place;
    const RtMapEntry *entry = find(map, key, &place);
    return entry ? entry->value : WORD_NULL;
}

bool MAP(remove)(RtMap *map, MAP_KEY key) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (!entry) return false;
    map_drop(map, entry);
    return true;
}

void MAP(set)(RtMap *map, MAP_KEY key, Word value) {
    u32 place;
    RtMapEntry *entry = find(map, key, &place);
    if (entry) {
        map_put(map, entry, value);
        return;
    }
    if (map->used == map->capacity || !map->used) {
        map_make_room(map, hash_key);
        place = hash_key(MAP_KEY_WORD(key)) & map->mask;
        while (map_places(map)[place]) place = (place + 1) & map->mask;
    }
    map_append(map, place, MAP_KEY_WORD(key), value);
}
