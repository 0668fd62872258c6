/* stringmap: haxe.ds.StringMap (see map.c). */
#include "values.h"

#define NULL_HASH 1 /* null is a key like others */

static u32 hash_key(Word key) { return key == WORD_NULL ? NULL_HASH : (u32)molt_string_hash((AbiString *)word_ref(key)); }

static bool same(const RtMapEntry *entry, AbiString *key) {
    return entry->key == word_of_ref(key) || (entry->key != MAP_REMOVED && molt_string_eq((AbiString *)word_ref(entry->key), key));
}

#define MAP(name) molt_stringmap_##name
#define MAP_KEY AbiString *
#define MAP_KEY_WORD(key) word_of_ref(key)
#define MAP_KEYS ELEM_WORD
#define MAP_CLASS string_map
#include "map_kind.h"
