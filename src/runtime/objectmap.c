/* objectmap: haxe.ds.ObjectMap, keys by identity (see map.c). */
#include "values.h"

/* Objects by identity: they never move. Numbers and texts, which a cast can bring here, by their bits. */
static u32 hash_key(Word key) {
    u64 mixed = key * 0x9E3779B97F4A7C15u;
    return (u32)(mixed >> 32);
}

static bool same(const RtMapEntry *entry, Word key) { return entry->key == key; }

#define MAP(name) molt_objectmap_##name
#define MAP_KEY Word
#define MAP_KEY_WORD(key) (key)
#define MAP_KEYS ELEM_WORD
#define MAP_CLASS object_map
#include "map_kind.h"
