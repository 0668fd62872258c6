/* intmap: haxe.ds.IntMap (see map.c). */
#include "values.h"

/* Multiplied by the golden ratio: keys in rows, negative ones beside positive ones, and multiples of powers of two all spread. */
static u32 hash_key(Word key) {
    u32 bits = (u32)word_int(key) * 0x9E3779B1u;
    return bits ^ bits >> 15;
}

static bool same(const RtMapEntry *entry, i32 key) { return entry->key == word_of_int(key); }

#define MAP(name) molt_intmap_##name
#define MAP_KEY i32
#define MAP_KEY_WORD(key) word_of_int(key)
#define MAP_KEYS ELEM_I32
#define MAP_CLASS int_map
#include "map_kind.h"
