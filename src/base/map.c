/* map: vectors' growth, hash maps from a word to a pointer, and hashes.
 *
 * Invariants of a Map: `entries` is dense and in order of insertion; the index has at least a quarter of its places free, holes
 * included, so probing ends. A removed entry keeps its key and its place in the index (value NULL): setting the key again revives it
 * where it was. Holes are squeezed out when the map must grow anyway, which keeps the order of what is left.
 */
#include "base.h"

#define XXH_INLINE_ALL /* most keys are a word or a name: the call would cost more than the hash */
#include <xxhash.h>

/* ---- Vectors ----------------------------------------------------------------------------------------------------------------- */

void *base_vec_grow(Arena *arena, void *items, u32 *capacity, u32 needed, size_t item_bytes)
{
    u64 wanted = MAX((u64)*capacity * 2, (u64)MAX(needed, 8u));
    if (wanted > UINT32_MAX) wanted = UINT32_MAX;
    if (wanted < needed) FATAL("a vector of more than %u items", UINT32_MAX);
    u32 old = *capacity;
    *capacity = (u32)wanted;
    if (!arena) return base_realloc(items, old * item_bytes, (size_t)wanted * item_bytes);
    void *grown = arena_alloc(arena, (size_t)wanted * item_bytes);
    if (old) memcpy(grown, items, old * item_bytes);
    return grown;
}

/* ---- Hashes -------------------------------------------------------------------------------------------------------------------- */

u64 hash_bytes(const void *data, size_t bytes, u64 seed)
{
    return XXH3_64bits_withSeed(data, bytes, seed);
}

u64 hash_mix(u64 a, u64 b)
{
    u64 both[2] = {a, b};
    return XXH3_64bits(both, sizeof both);
}

/* ---- Maps ---------------------------------------------------------------------------------------------------------------------- */

/* Keys are mostly addresses: their low bits are equal, so the product's high half is taken as well. */
static u32 place_of(u64 key, u32 mask)
{
    u64 product = key * 0x9E3779B97F4A7C15u;
    return (u32)(product >> 32 ^ product >> 7) & mask;
}

static MapEntry *find(const Map *map, u64 key)
{
    if (!map->index) return NULL;
    for (u32 place = place_of(key, map->index_mask); map->index[place]; place = (place + 1) & map->index_mask) {
        MapEntry *entry = &map->entries[map->index[place] - 1];
        if (entry->key == key) return entry;
    }
    return NULL;
}

void *map_get(const Map *map, u64 key)
{
    MapEntry *entry = find(map, key);
    return entry ? entry->value : NULL;
}

static void enter(Map *map, u32 number)
{
    u32 place = place_of(map->entries[number].key, map->index_mask);
    while (map->index[place]) place = (place + 1) & map->index_mask;
    map->index[place] = number + 1;
}

/* Makes room for one more entry: drops the holes and, unless that freed half, doubles. */
static void make_room(Map *map)
{
    u32 kept = 0;
    for (u32 i = 0; i < map->count; i++)
        if (map->entries[i].value) map->entries[kept++] = map->entries[i];
    map->count = kept;
    if (kept >= map->capacity / 2) {
        u32 capacity = map->capacity ? map->capacity * 2 : 6;
        if (capacity > 1u << 30) FATAL("a map of more than %u entries", map->capacity);
        map->entries = base_realloc(map->entries, map->capacity * sizeof(MapEntry), capacity * sizeof(MapEntry));
        map->capacity = capacity;
    }
    u32 places = 8;
    while (places - places / 4 < map->capacity) places *= 2;
    free(map->index);
    map->index = base_alloc(places * sizeof(u32));
    map->index_mask = places - 1;
    for (u32 i = 0; i < kept; i++) enter(map, i);
}

void map_set(Map *map, u64 key, void *value)
{
    MapEntry *entry = find(map, key);
    if (entry) {
        map->live += (value != NULL) - (entry->value != NULL);
        entry->value = value;
        return;
    }
    if (!value) return;
    if (map->count == map->capacity) make_room(map);
    map->entries[map->count] = (MapEntry){key, value};
    enter(map, map->count++);
    map->live++;
}

void map_clear(Map *map)
{
    if (map->index) memset(map->index, 0, (map->index_mask + 1) * sizeof(u32));
    map->count = map->live = 0;
}

void map_free(Map *map)
{
    free(map->entries);
    free(map->index);
    *map = (Map){0};
}

MapEntry *map_next(const Map *map, MapEntry *after)
{
    MapEntry *entry = after ? after + 1 : map->entries;
    for (MapEntry *end = map->entries + map->count; entry < end; entry++)
        if (entry->value) return entry;
    return NULL;
}
