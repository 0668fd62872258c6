/* values: what the files of the value natives share: strings and text under construction, elements of arrays, maps, structures,
 * fields by name.
 *
 * Strings. A string is wide exactly when one of its units is above 0xFF, so equal texts have equal bytes and equal hashes; whoever
 * makes a string keeps to that. Arrays. Elements between length and capacity are zero: writing past the end and resize rely on it.
 * Thread rules and exceptions as in runtime.h: haxe state; may collect where they allocate; throw while holding nothing but objects.
 */
#ifndef MOLT_VALUES_H
#define MOLT_VALUES_H

#include "rt.h"

/* State of the value natives, behind MoltVm.anon: hidden classes of structures, and what is set up once a machine. */
struct AnonTable;

/* ---- Strings ------------------------------------------------------------------------------------------------------------------------ */

#define STRING_MAX_UNITS (1 << 30)

static inline const u16 *string_wide(const AbiString *string) { return (const u16 *)(const void *)string->data; }
static inline u16 *string_wide_out(AbiString *string) { return (u16 *)(void *)string->data; }
static inline AbiString *string_empty(void) { return rt_this_vm()->empty_string; }
/* `length` units from `start`, which lie inside; narrowed where Latin-1 suffices. The whole string is itself. */
AbiString *string_part(AbiString *string, i32 start, i32 length);
AbiString *string_of_unit(u32 unit);
/* From Latin-1 bytes, or from UTF-16 units that are narrowed where possible. */
AbiString *string_of_latin1(const u8 *bytes, i32 length);
AbiString *string_of_units(const u16 *units, i32 length);
bool string_all_latin1(const u16 *units, i32 length);
/* Copies into units of the wider or same kind. */
void string_copy_units(const AbiString *string, i32 start, i32 length, void *into, bool into_wide);
i32 string_find(const AbiString *string, const AbiString *wanted, i32 from); /* -1: not there; from within 0 … length */
void string_case_init(struct AnonTable *state); /* the locale by which case is mapped */
void string_case_free(struct AnonTable *state);

bool molt_string_eq(AbiString *a, AbiString *b);
i32 molt_string_compare(AbiString *a, AbiString *b);
i32 molt_string_hash(AbiString *string);
AbiString *molt_string_concat(AbiString *a, AbiString *b);
AbiString *molt_string_of_int(i32 value);
AbiString *molt_string_of_i64(i64 value);
AbiString *molt_string_of_float(double value);
AbiString *molt_string_of_bool(bool value);
AbiString *molt_string_of_word(Word word);

/* ---- Numbers ------------------------------------------------------------------------------------------------------------------------ */

#define NUMBER_TEXT 40
/* Text of a number as Std.string gives it; returns its length. */
i32 number_int_text(i64 value, char text[NUMBER_TEXT]);
i32 number_float_text(double value, char text[NUMBER_TEXT]);

/* ---- Text under construction (StringBuf) ---------------------------------------------------------------------------------------------- */

/* On the heap (class `buf`) or on the stack of C: it holds nothing but objects, so an exception may pass while it is in use. */
typedef struct RtBuf {
    AbiObject object;
    AbiBuffer *store; /* NULL: empty */
    i32 length;       /* units */
    u8 wide;          /* units are u16; a wide one has a unit above 0xFF */
    u8 pad[3];
} RtBuf;
void buf_add_string(RtBuf *buf, const AbiString *string);
void buf_add_part(RtBuf *buf, const AbiString *string, i32 start, i32 length);
void buf_add_ascii(RtBuf *buf, const char *text, i32 length);
void buf_add_unit(RtBuf *buf, u32 unit);
AbiString *buf_string(RtBuf *buf);
static inline void buf_add_text(RtBuf *buf, const char *text) { buf_add_ascii(buf, text, (i32)strlen(text)); }
/* The text of any value as Std.string gives it. May run Haxe code (toString). */
void print_word(RtBuf *buf, Word word, u32 depth);
/* As text of an operand in a message; never runs Haxe code. */
void print_plain(Word word, Text *out);

/* ---- Arrays ------------------------------------------------------------------------------------------------------------------------- */

extern const u8 elem_shift[ELEM_COUNT]; /* log2 of an element's bytes */
AbiArray *array_new(AbiElem elem, i32 capacity); /* empty, with room */
void array_reserve(AbiArray *array, i64 count);  /* room for that many elements, growing by half at least */
Word array_word(const AbiArray *array, i32 i);   /* inside; boxed */
void array_store(AbiArray *array, i32 i, Word word); /* inside; converts, throws when the kind cannot hold it */
void array_push_word(AbiArray *array, Word word);
/* Removes and adds elements at a place: afterwards `gap` zero elements stand at `at` in place of `removed` ones. */
void array_shift(AbiArray *array, i32 at, i32 removed, i32 gap);
static inline void array_push_ref(AbiArray *array, void *object) { array_push_word(array, word_of_ref(object)); }

/* ---- Words -------------------------------------------------------------------------------------------------------------------------- */

bool molt_word_eq(Word a, Word b);
bool molt_closure_eq(AbiObject *a, AbiObject *b);
i32 molt_word_compare(Word a, Word b);
static inline bool word_is_number(Word word) { return word_is_int(word) || word_is_double(word); }
static inline double word_number(Word word) { return word_is_int(word) ? word_int(word) : word_double(word); }
/* Is it a whole number that an Int can hold? */
bool word_as_int(Word word, i32 *value);
i64 molt_rt_unbox_i64(Word word);
i32 molt_rt_unbox_int(Word word);
double molt_rt_unbox_float(Word word);
bool molt_rt_unbox_bool(Word word);
i32 number_wrap(double value); /* truncated, modulo 2^32; 0 for what is not finite */

/* ---- Maps --------------------------------------------------------------------------------------------------------------------------- */

typedef struct RtMapEntry {
    Word key; /* MAP_REMOVED: removed */
    Word value;
} RtMapEntry;
#define MAP_REMOVED ((Word)1) /* no value has these bits, the collector passes over them */
/* Entries in order of insertion, and places by hash. All three kinds of map; what differs is how keys are hashed and compared. */
typedef struct RtMap {
    AbiObject object;
    AbiBuffer *entries; /* RtMapEntry */
    AbiBuffer *index;   /* u32: entry number + 1, 0: free; a power of two, at least twice the entries' room */
    u32 used, live, capacity, mask;
} RtMap;
RtMap *map_new(AbiClass *cls);
void map_clear_all(RtMap *map);
RtMap *map_copy(RtMap *map);
typedef u32 (*MapHash)(Word key);
/* Room for one more entry: afterwards used < capacity. */
void map_make_room(RtMap *map, MapHash hash);
AbiArray *map_values(RtMap *map);
AbiArray *map_keys(RtMap *map, AbiElem elem);
static inline RtMapEntry *map_entries(const RtMap *map) { return (RtMapEntry *)(void *)map->entries->data; }
static inline u32 *map_places(const RtMap *map) { return (u32 *)(void *)map->index->data; }
/* Appends; the key is not in the map, room was made, `place` is the free place that its search ended at. */
static inline void map_append(RtMap *map, u32 place, Word key, Word value) {
    map_entries(map)[map->used] = (RtMapEntry){key, value};
    rt_wrote_range(&map->object, &map_entries(map)[map->used], sizeof(RtMapEntry));
    map_places(map)[place] = ++map->used;
    map->live++;
}
static inline void map_put(RtMap *map, RtMapEntry *entry, Word value) {
    entry->value = value;
    rt_wrote_at(&map->object, &entry->value);
}
static inline void map_drop(RtMap *map, RtMapEntry *entry) {
    *entry = (RtMapEntry){MAP_REMOVED, WORD_NULL};
    map->live--;
}

/* ---- Structures and fields by name ---------------------------------------------------------------------------------------------------- */

/* A structure: values of its hidden class's fields, the first ones inline, the others in `more`. */
typedef struct RtAnon {
    AbiObject object;
    AbiBuffer *more; /* words; NULL */
    Word values[];
} RtAnon;
/* Field i of a structure: its name (interned) and value; false behind the last. */
u32 anon_count(const AbiObject *object);
AbiString *anon_name(const AbiObject *object, u32 i);
Word anon_value(const AbiObject *object, u32 i);
bool anon_find(const AbiObject *object, const AbiString *name, Word *value); /* interned name */
void anon_set(AbiObject *object, AbiString *name, Word value);               /* adds the field if need be */
bool anon_delete(AbiObject *object, AbiString *name);
AbiObject *anon_copy(AbiObject *object);
AbiObject *molt_anon_new(i32 count);

/* Members of a value by interned name; superclasses included. NULL: none. */
RtField *rt_find_field(AbiClass *cls, const AbiString *name);
RtMethod *rt_find_method(AbiClass *cls, const AbiString *name);
/* The interned name for a text of unknown origin; NULL: the object has no member of that name. */
AbiString *rt_member_name(Word object, const AbiString *text);
RtStatic *rt_find_static(AbiClass *cls, const AbiString *name);
RtMethod *rt_find_static_method(AbiClass *cls, const AbiString *name);
Word field_load(const AbiObject *object, const RtField *field);
void field_store(AbiObject *object, const RtField *field, Word value); /* converts; throws when it does not fit */
bool field_find(Word object, AbiString *name, Word *value);            /* a bound method counts as a field */
/* A method as a function value. */
AbiObject *rt_method_bind(AbiObject *receiver, const RtMethod *method);
AbiObject *rt_method_closure(const RtMethod *method);
/* The class's reflection data with its members filled in; waits for the compiler at the first time. */
const RtTypeInfo *rt_members(AbiClass *cls);
/* Calls with words, through C: what it throws goes on to the caller's caller. */
Word call_value(AbiObject *closure, const Word *args, u32 count);
Word call_method(AbiObject *receiver, AbiSlot *slot, const AbiSig *sig, const Word *args, u32 count);

#endif
