/* base: the ground that every folder stands on.
 *
 * Arenas, interned names, vectors, hash maps, text buffers, positions and collected diagnostics, timers, dump flags, and the undo
 * log by which an update of the program's model stays one transaction.
 *
 * Rules. Nothing here keeps a mutable global, prints, or exits on an error of the user's. Running out of memory ends the process with
 * a message (base_fatal), as does a broken invariant (ASSERT stays on in release builds). Objects are used by one thread at a time
 * unless a function says otherwise; the interner alone may be shared.
 */
#ifndef MOLT_BASE_H
#define MOLT_BASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int32_t i32;
typedef int64_t i64;

#define LEN(array) (sizeof(array) / sizeof((array)[0]))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define NORETURN __attribute__((noreturn))
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))

/* ---- Broken invariants ------------------------------------------------------------------------------------------------------- */

/* Prints "molt: internal error: …" with the place and aborts. Never used for what a user can cause. */
/* A way back for work that can be given up as a whole: while a thread's guard is set, base_fatal leaves its message there and jumps. */
typedef struct FatalGuard {
    jmp_buf buffer;
    char message[1024];
} FatalGuard;
extern _Thread_local FatalGuard *base_fatal_guard;
NORETURN void base_fatal(const char *file, int line, const char *format, ...) PRINTF_LIKE(3, 4);
#define FATAL(...) base_fatal(__FILE__, __LINE__, __VA_ARGS__)
#define ASSERT(condition) ((condition) ? (void)0 : base_fatal(__FILE__, __LINE__, "assertion failed: %s", #condition))

/* ---- Arena: memory of one lifetime ------------------------------------------------------------------------------------------- */

/* A growing list of blocks; everything in it dies at once. Memory comes zeroed and aligned to 8 (16 for sizes of 16 and more). */
typedef struct Arena Arena;
Arena *arena_new(const char *purpose); /* purpose: a static string, shown in memory statistics */
void arena_free(Arena *arena);         /* NULL is allowed */
void arena_reset(Arena *arena);        /* forgets everything, keeps one block */
void *arena_alloc(Arena *arena, size_t bytes);
void *arena_copy(Arena *arena, const void *data, size_t bytes);
char *arena_strdup(Arena *arena, const char *text);
char *arena_printf(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
size_t arena_bytes(const Arena *arena); /* bytes obtained from the system */
#define NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define NEW_ARRAY(arena, Type, count) ((Type *)arena_alloc((arena), sizeof(Type) * (size_t)(count)))

/* malloc that never returns NULL; memory is zeroed. Freed with free(). */
void *base_alloc(size_t bytes);
void *base_realloc(void *data, size_t old_bytes, size_t new_bytes); /* the grown part is zeroed */

/* ---- Names: interned strings, compared by pointer ----------------------------------------------------------------------------- */

typedef struct NameData {
    u32 length; /* bytes, without the NUL */
    u32 hash;
    char text[]; /* UTF-8, NUL-terminated */
} NameData;
typedef const NameData *Name; /* NULL: no name */

/* A table of names. Lives as long as the compilation context that owns it; safe to use from several threads. */
typedef struct Names Names;
Names *names_new(void);
void names_free(Names *names);
Name name_of(Names *names, const char *text, size_t length);
Name name_lit(Names *names, const char *text); /* text up to its NUL */
Name name_printf(Names *names, const char *format, ...) PRINTF_LIKE(2, 3);
bool name_is(Name name, const char *text);

/* ---- Vectors ----------------------------------------------------------------------------------------------------------------- */

/* VEC(T) is a struct { T *at; u32 count, capacity; }. With an arena it grows by copying inside it; with NULL it lives on malloc and
 * is released by vec_free. Zero-initialised is empty. Iterate with plain index loops over .at[i], i < .count. */
#define VEC(T)         \
    struct {           \
        T *at;         \
        u32 count;     \
        u32 capacity;  \
    }
#define vec_push(arena, vec, ...)                                                                                                   \
    do {                                                                                                                            \
        if ((vec)->count == (vec)->capacity)                                                                                        \
            (vec)->at = base_vec_grow((arena), (vec)->at, &(vec)->capacity, (vec)->count + 1, sizeof *(vec)->at);                   \
        (vec)->at[(vec)->count++] = (__VA_ARGS__);                                                                                  \
    } while (0)
#define vec_reserve(arena, vec, n)                                                                                                  \
    do {                                                                                                                            \
        if ((vec)->capacity < (n)) (vec)->at = base_vec_grow((arena), (vec)->at, &(vec)->capacity, (n), sizeof *(vec)->at);         \
    } while (0)
#define vec_last(vec) ((vec)->at[(vec)->count - 1])
#define vec_pop(vec) ((vec)->at[--(vec)->count])
#define vec_free(vec) (free((vec)->at), (vec)->at = NULL, (vec)->count = (vec)->capacity = 0)
void *base_vec_grow(Arena *arena, void *items, u32 *capacity, u32 needed, size_t item_bytes);

typedef VEC(Name) NameVec;

/* ---- Hash maps ---------------------------------------------------------------------------------------------------------------- */

/* Open addressing, from a word (an integer or a pointer, a Name above all) to a pointer. Lives on malloc. Zero-initialised is empty.
 * Iteration order is insertion order as long as nothing was removed (removal leaves a hole with value NULL), so what is printed from
 * a map is the same on every run. NULL is not a value. */
typedef struct MapEntry {
    u64 key;
    void *value;
} MapEntry;
typedef struct Map {
    MapEntry *entries; /* dense, in order of insertion; value NULL: removed */
    u32 count, capacity;
    u32 *index; /* entry number + 1, 0: free; index_mask + 1 places */
    u32 index_mask;
    u32 live; /* entries that are not removed */
} Map;
void *map_get(const Map *map, u64 key);
void map_set(Map *map, u64 key, void *value); /* NULL removes */
void map_clear(Map *map);
void map_free(Map *map);
#define map_get_name(map, name) map_get((map), (u64)(uintptr_t)(name))
#define map_set_name(map, name, value) map_set((map), (u64)(uintptr_t)(name), (value))
/* for (MapEntry *e = NULL; (e = map_next(map, e));) visits the entries that are not removed. Keys that are in the map may be set and
 * removed meanwhile, new ones may not be added. */
MapEntry *map_next(const Map *map, MapEntry *after);

/* Pairs items of two sequences in order, so that the sum of weights is greatest (0: no pair). out[i]: the partner of the first one's item i
 * in the second, or UINT32_MAX. */
typedef u32 AlignWeight(void *context, u32 i, u32 k);
void align_sequences(u32 a, u32 b, AlignWeight *weight, void *context, u32 *out);

/* 64-bit hashes (xxHash). hash_mix joins two into one, order matters. */
u64 hash_bytes(const void *data, size_t bytes, u64 seed);
u64 hash_mix(u64 a, u64 b);

/* ---- Text buffers -------------------------------------------------------------------------------------------------------------- */

/* Growing bytes on malloc, always NUL-terminated once written to. Zero-initialised is empty. */
typedef struct Text {
    char *at;
    size_t count, capacity;
} Text;
void text_add(Text *text, const char *bytes, size_t count);
void text_str(Text *text, const char *string);
void text_char(Text *text, char c);
void text_printf(Text *text, const char *format, ...) PRINTF_LIKE(2, 3);
void text_indent(Text *text, int levels); /* four spaces a level */
void text_quoted(Text *text, const char *bytes, size_t count); /* "…" with \" \\ \n \r \t \xNN, as Haxe reads it back */
/* The least number of bytes inserted, removed and changed that make one text the other; UINT32_MAX for texts longer than 200 bytes. */
u32 text_distance(const char *a, size_t a_length, const char *b, size_t b_length);
void text_json(Text *text, const char *bytes, size_t count);   /* a JSON string literal; invalid UTF-8 becomes U+FFFD */
void text_free(Text *text);

/* ---- Positions and diagnostics -------------------------------------------------------------------------------------------------- */

/* A place in a source file: byte offsets, end exclusive. `file` is the id that source/ gave the file; 0 is "no place". What it means
 * in lines and columns only source/ knows. */
typedef struct Span {
    u32 file;
    u32 start, end;
} Span;
#define NO_SPAN ((Span){0, 0, 0})
Span span_join(Span first, Span last);

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE } Severity;

typedef struct Diagnostic {
    Span span;
    Severity severity;
    const char *code; /* stable identifier such as "type.not-found"; a static string */
    const char *message;
    u32 order; /* of reporting; a note explains the nearest error or warning in front of it */
    bool continues; /* an error that says more about the one in front of it, and stays behind it wherever it points */
} Diagnostic;

/* Collected, never printed here. Same place and message twice is kept once. Thread rule: one compilation, one Diags. */
typedef struct Diags {
    Arena *arena;
    VEC(Diagnostic) list;
    u32 errors; /* number of SEVERITY_ERROR in the list */
    bool last_dropped; /* the last error or warning was a repetition: its notes are dropped too */
    Map seen;          /* identities of what is in the list */
} Diags;
void diags_init(Diags *diags);
void diags_clear(Diags *diags);
void diags_free(Diags *diags);
void diag_error(Diags *diags, Span span, const char *code, const char *format, ...) PRINTF_LIKE(4, 5);
void diag_continue(Diags *diags, Span span, const char *code, const char *format, ...) PRINTF_LIKE(4, 5); /* an error that continues */
void diag_warning(Diags *diags, Span span, const char *code, const char *format, ...) PRINTF_LIKE(4, 5);
void diag_note(Diags *diags, Span span, const char *code, const char *format, ...) PRINTF_LIKE(4, 5);

/* ---- Undo log ------------------------------------------------------------------------------------------------------------------ */

/* The program's model (modules, classes, fields, …) consists of entities whose address is their identity for the life of the process
 * and whose content is replaced by an update. Before an update first writes to an object it calls undo_touch; undo_rollback puts all
 * touched bytes back, undo_commit forgets them. What was allocated meanwhile is released through undo_on_rollback, what the update
 * made superfluous through undo_on_commit (callbacks, run in reverse order of registration, those of a rollback after all bytes are
 * back). Both leave the log empty and ready for the next update. `undo` may be NULL everywhere, "no log is open": then touching and
 * registering for a rollback do nothing and what is registered for a commit runs at once, so code that builds the first version needs
 * no special case. */
typedef struct Undo Undo;
Undo *undo_new(void);
void undo_free(Undo *undo); /* rolls back what was not committed */
void undo_touch(Undo *undo, void *object, size_t bytes);
void undo_on_rollback(Undo *undo, void (*release)(void *), void *object);
void undo_on_commit(Undo *undo, void (*release)(void *), void *object);
void undo_rollback(Undo *undo);
void undo_commit(Undo *undo);

/* ---- Representations of values ---------------------------------------------------------------------------------------------------- */

/* How a value travels in locals, arguments and fields. The letter stands for it in signatures of functions (runtime.def, closures, MIR text). */
#define REPS(X)                                                                                                                  \
    X(VOID, 'v', "void", 0)                                                                                                          \
    X(BOOL, 'b', "bool", 1)  /* i1 in IR, one byte in memory, 0 or 1; passed to C as _Bool */                                        \
    X(I32, 'i', "i32", 4)                                                                                                            \
    X(I64, 'l', "i64", 8)                                                                                                            \
    X(F64, 'f', "f64", 8)                                                                                                            \
    X(REF, 'r', "ref", 8)   /* pointer to an object (AbiObject) or NULL */                                                           \
    X(WORD, 'w', "word", 8) /* a Dynamic word, also Null<Int>, Null<Float>, Null<Bool> and every value of a type parameter */        \
    X(PTR, 'p', "ptr", 8)   /* raw address that the collector does not follow */
typedef enum Rep {
#define X(name, letter, text, bytes) REP_##name,
    REPS(X)
#undef X
    REP_COUNT
} Rep;
char rep_letter(Rep rep);
const char *rep_text(Rep rep);
bool rep_parse(const char *text, Rep *rep);

/* ---- Time and dumps ------------------------------------------------------------------------------------------------------------- */

u64 clock_ns(void);   /* monotonic */
double clock_epoch(void); /* seconds since 1970, with fraction */

/* Bits of what to dump or check; set from the command line (`molt dump`, `--verify`), read by the passes. */
typedef struct DebugFlags {
    bool verify;          /* run the verifier after each stage */
    bool explain;         /* say why each function was or was not recompiled */
    u32 gc_stress;        /* collect at every n-th allocation; 0: off */
    u32 reload_stress;    /* identity reload at every n-th safepoint; 0: off */
    const char *fail_stage; /* updates are refused after this step of the pipeline or of the commit; NULL: none */
    u32 fail_allocation;  /* make the n-th allocation of the compiler fail; 0: off */
} DebugFlags;

#endif
