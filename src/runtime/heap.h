/* heap: data structures of the collector (see heap.c for how it works and what holds). */
#ifndef MOLT_HEAP_H
#define MOLT_HEAP_H

#include "runtime.h"

#include <pthread.h>

#define BLOCK_SHIFT 15
#define BLOCK_BYTES (1u << BLOCK_SHIFT)
#define LINE_SHIFT 7
#define LINE_BYTES (1u << LINE_SHIFT)
#define LINES (BLOCK_BYTES / LINE_BYTES)
#define GRANULES (BLOCK_BYTES / 8)
#define BITMAP_WORDS (GRANULES / 64)
#define PAGE_SHIFT 12
#define PAGE_BYTES (1u << PAGE_SHIFT)
#define LARGE_BYTES 8192 /* objects of more bytes are large */

/* Late fields of one object: chunks of consecutive numbers, never moved, freed with the object. */
typedef struct LateChunk {
    struct LateChunk *next;
    u32 first, count;
    u64 values[];
} LateChunk;

typedef enum BlockState {
    BLOCK_UNUSED,   /* never used, or returned to the system: memory is zero */
    BLOCK_FREE,     /* no live object; memory is dirty */
    BLOCK_HOLES,    /* some free lines, waiting for an allocator */
    BLOCK_FULL,     /* nothing to be had until the next collection */
    BLOCK_OWNED     /* some thread allocates in it */
} BlockState;

typedef struct HeapBlock {
    u8 lines[LINES];           /* 1: held a live object at the last mark */
    u8 marked_lines[LINES];    /* the same, of the mark under way */
    u64 starts[BITMAP_WORDS];  /* object starts: of what the last mark found, with those of new objects once `walked` */
    u64 marks[BITMAP_WORDS];
    LateChunk **late;          /* by granule; NULL: none */
    u8 state;                  /* BlockState */
    bool zeroed;               /* all free lines are known to be zero */
    bool walked;               /* starts are complete for the present collection */
    u16 handed;                /* free lines in front of this one were handed out since the last collection */
    u16 free_lines;            /* at the last mark */
    u32 next;                  /* list of its state: block number + 1 */
} HeapBlock;

typedef struct LargeObject {
    u32 page, pages; /* pages 0: number is free */
    bool marked;
    LateChunk *late;
} LargeObject;

typedef struct PageRun {
    u32 page, pages;
    bool dirty; /* memory may be other than zero */
} PageRun;

/* A thread's allocation state beside the inlined cursor of AbiThread. */
typedef struct HeapCursor {
    u32 block;                /* number + 1 of the block the cursor is in; 0: none */
    u32 medium_block;         /* for objects that are longer than a line and do not fit the present hole */
    u8 *medium_cursor, *medium_limit;
    u32 stress;               /* slow allocations until the next forced collection */
    u64 handed_bytes;         /* handed out and not yet added to the heap's count */
} HeapCursor;

typedef struct MarkStack {
    AbiObject **at;
    size_t count, capacity;
} MarkStack;

struct RtMarker {
    MoltVm *vm;
    MarkStack stack;
    uintptr_t small, large; /* where the heap's memory is, for this mark */
    u64 small_bytes, large_bytes;
};

typedef struct Heap {
    pthread_mutex_t lock; /* guards all but what only a stopped world touches; held for short, never across a safepoint */
    void *reserved;       /* address space in which `small` lies */
    u8 *small;            /* blocks, used from the front */
    u32 block_limit, block_count;
    HeapBlock *blocks;    /* reserved with it */
    u32 list_free, list_unused, list_holes;
    u32 blocks_in_use;    /* not UNUSED */
    u8 *large;            /* pages */
    u32 page_limit, page_count; /* page_count: used from the front */
    u32 *page_owner;      /* large object's number + 1 for each page */
    VEC(LargeObject) objects;
    VEC(u32) free_numbers;
    VEC(PageRun) runs;    /* free, sorted by page, neighbours joined */
    VEC(AbiObject *) finalisable; /* live as of the last mark, and new ones; guarded by lock */
    u64 large_pages;      /* in use */
    u64 dirty_pages;      /* in free runs */
    u64 limit, threshold; /* bytes; a collection is due when `since` passes the threshold */
    _Atomic u64 since;    /* bytes handed out since the last collection */
    u64 live_bytes, late_bytes, total_bytes;
    u64 collections, stopped_ns, longest_ns;
    u32 stress;
    bool verify;
    RtMarker marker;
    _Atomic u32 epoch;    /* collections done */
} Heap;

void heap_init(MoltVm *vm);
void heap_free(MoltVm *vm);
void *heap_alloc_large(MoltVm *vm, u64 bytes);  /* lock held; NULL: no room */
void heap_large_sweep(MoltVm *vm);
void heap_mark(MoltVm *vm);
bool heap_is_marked(const Heap *heap, const AbiObject *object);
void heap_walk_block(Heap *heap, u32 number);   /* completes `starts` */
void heap_detach(MoltVm *vm, HeapCursor *cursor); /* gives up what the thread had; world stopped or the thread itself, lock held */
AbiObject *heap_object_at(Heap *heap, uintptr_t address);
LateChunk **heap_late_place(Heap *heap, AbiObject *object, bool make);
void heap_late_sweep(Heap *heap, HeapBlock *block);
void heap_late_free(Heap *heap, LateChunk *chunk);

static inline u8 *block_start(const Heap *heap, u32 number) { return heap->small + ((size_t)number << BLOCK_SHIFT); }
static inline bool bit_get(const u64 *bits, u32 i) { return bits[i >> 6] >> (i & 63) & 1; }
static inline void bit_set(u64 *bits, u32 i) { bits[i >> 6] |= (u64)1 << (i & 63); }
static inline void bit_clear(u64 *bits, u32 i) { bits[i >> 6] &= ~((u64)1 << (i & 63)); }

/* Bytes of an object of the heap, rounded up to 8. */
static inline u64 object_bytes(const AbiObject *object) {
    const AbiClass *cls = object->cls;
    switch ((AbiKind)cls->kind) {
    case KIND_STRING: {
        const AbiString *string = (const AbiString *)object;
        u64 units = (u64)string->length + 1;
        return (sizeof(AbiString) + (string->meta & ABI_STRING_WIDE ? units * 2 : units) + 7) & ~(u64)7;
    }
    case KIND_BUFFER: return (sizeof(AbiBuffer) + (u64)((const AbiBuffer *)object)->bytes + 7) & ~(u64)7;
    case KIND_CLOSURE: return sizeof(AbiClosure) + 8 * (u64)((const AbiClosure *)object)->count;
    case KIND_INSTANCE:
    case KIND_ENUM:
    case KIND_ARRAY:
    case KIND_CELL:
    case KIND_ANON:
    case KIND_I64:
    case KIND_CLASS:
    case KIND_NATIVE: return cls->size;
    }
    return cls->size;
}

#endif
