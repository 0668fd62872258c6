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
#define CARD_SHIFT ABI_CARD_SHIFT
#define CARD_BYTES (1u << CARD_SHIFT)

/* Late fields of one object: chunks of consecutive numbers, never moved, freed with the object. */
typedef struct LateChunk {
    struct LateChunk *next;
    u32 first, count;
    u64 values[];
} LateChunk;

typedef enum BlockState {
    BLOCK_UNUSED,   /* never used, or returned to the system: memory is zero */
    BLOCK_FREE,     /* no live object; memory is dirty */
    BLOCK_HOLES,    /* some free lines, waiting for an allocator: on list_holes, or on list_begun if some were handed out */
    BLOCK_FULL,     /* nothing to be had until the next collection */
    BLOCK_OWNED     /* some thread allocates in it */
} BlockState;

typedef struct HeapBlock {
    u8 lines[LINES];           /* 1: held a live object at the last collection */
    u8 marked_lines[LINES];    /* the same, of the collection under way */
    u64 starts[BITMAP_WORDS];  /* object starts: of what the last collection found, with those of new objects once `walked` */
    u64 marks[BITMAP_WORDS];   /* old objects: stay set from one young collection to the next */
    u64 next[BITMAP_WORDS];    /* what the full mark under way has found */
    u8 next_lines[LINES];
    LateChunk **late;          /* by granule; NULL: none */
    u8 state;                  /* BlockState */
    bool zeroed;               /* all free lines are known to be zero */
    bool walked;               /* starts are complete for the present collection */
    u16 handed;                /* free lines in front of this one were handed out since the last collection */
    u16 free_lines;            /* at the last mark */
    u32 next_in_list;          /* list of its state: block number + 1 */
} HeapBlock;

typedef struct LargeObject {
    u32 page, pages; /* pages 0: number is free */
    LateChunk *late;
} LargeObject;
#define PAGE_MARKED 1 /* the large object that begins with the page: as `marks` */
#define PAGE_NEXT 2   /* as `next` */

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

/* What is left of a long store of words that is being looked at piece by piece. */
typedef struct MarkRange {
    const Word *at;
    size_t count;
} MarkRange;

typedef enum MarkMode {
    MARK_ALL,   /* into `marks`, which were cleared; the world is stopped */
    MARK_YOUNG, /* into `marks`, which were not: blocks that are not touched hold nothing to be marked */
    MARK_NEXT   /* into `next`, only what is old; may run beside the program */
} MarkMode;

struct RtMarker {
    MoltVm *vm;
    MarkMode mode;
    bool hands_over; /* what it marks goes to the full mark as well */
    MarkStack stack;
    VEC(MarkRange) ranges;
    uintptr_t small, large; /* where the heap's memory is, for this mark */
    u64 small_bytes, large_bytes;
};

/* The full mark that runs beside the program (heap_full.c). */
typedef enum FullState {
    FULL_IDLE,
    FULL_CLEARING, /* `next` of all blocks is being cleared */
    FULL_READY,    /* cleared: the next young collection hands over the roots */
    FULL_MARKING,
    FULL_MARKED    /* nothing left to do: the next young collection looks at roots and changed cards again, and finishes */
} FullState;

typedef struct FullMark {
    FullState state;
    u32 cleared;          /* blocks, pages so far */
    RtMarker marker;
    pthread_t thread;
    bool has_thread, quits;
    pthread_mutex_t lock; /* held by whoever marks, and by a stop */
    pthread_cond_t wake;
    _Atomic u32 pauses;   /* stops that want the lock */
    u64 card_from;        /* where looking for changed cards goes on */
    u64 cards_found;      /* in this pass over them */
    u32 passes;
} FullMark;

typedef struct Heap {
    pthread_mutex_t lock; /* guards all but what only a stopped world touches; held for short, never across a safepoint */
    void *reserved;       /* address space in which `small` lies */
    u8 *small;            /* blocks, used from the front */
    u32 block_limit, block_count;
    HeapBlock *blocks;    /* reserved with it */
    u32 list_free, list_unused, list_holes, list_begun;
    VEC(u32) touched;     /* blocks of which lines were handed out since the last collection */
    u8 *is_touched;       /* the same, by block */
    u32 blocks_in_use;    /* not UNUSED */
    u8 *large;            /* pages */
    u32 page_limit, page_count; /* page_count: used from the front */
    u32 *page_owner;      /* large object's number + 1 for each page */
    u8 *page_marks;       /* PAGE_MARKED, PAGE_NEXT by first page */
    VEC(u32) young_large; /* numbers of large objects made since the last collection */
    u8 *cards;            /* 1: something was stored there since the last collection; from `small` on, the large objects' behind */
    u8 *full_cards;       /* 1: the same, since the full mark began; written while the world is stopped alone */
    VEC(LargeObject) objects;
    VEC(u32) free_numbers;
    VEC(PageRun) runs;    /* free, sorted by page, neighbours joined */
    VEC(AbiObject *) finalisable; /* live as of the last mark, and new ones; guarded by lock */
    u64 large_pages;      /* in use */
    u64 dirty_pages;      /* in free runs */
    u64 limit, threshold; /* bytes; a young collection is due when `since` passes the threshold */
    _Atomic u64 since;    /* bytes handed out since the last collection */
    u64 live_lines;       /* small objects, as of the last collection */
    u64 young_bytes;      /* handed out between two young collections */
    u64 least_full;       /* bytes of live objects below which no full mark begins */
    u64 full_threshold;   /* and those at which the next one does */
    u64 live_bytes, late_bytes, total_bytes;
    u64 collections, full_collections, stopped_ns, longest_ns;
    u32 old_finalisable;  /* the first ones of `finalisable` are old */
    u32 stress;
    bool verify, log;
    RtMarker marker;
    FullMark full;
    _Atomic u32 epoch;    /* collections done */
    _Atomic u32 full_epoch; /* full ones among them */
} Heap;

void heap_init(MoltVm *vm);
void heap_free(MoltVm *vm);
void *heap_alloc_large(MoltVm *vm, u64 bytes);  /* lock held; NULL: no room */
void heap_large_sweep(MoltVm *vm, bool young);

/* heap_collect.c */
typedef enum Collection { COLLECT_YOUNG, COLLECT_FULL } Collection;
void heap_collect_since(MoltVm *vm, u32 epoch, Collection what); /* unless another thread did so since `epoch` (full_epoch) was read */
void heap_set_thresholds(Heap *heap);
u64 heap_committed_bytes(const Heap *heap);
void heap_list_push(Heap *heap, u32 *list, u32 number, BlockState state);

/* heap_mark.c. Marking what the roots lead to, and draining, are apart, so that cards can come in between. */
void heap_marker_begin(MoltVm *vm, RtMarker *marker, MarkMode mode); /* sees the heap's present extent */
void heap_mark_roots(RtMarker *marker);
void heap_mark_drain(RtMarker *marker);
bool heap_mark_some(RtMarker *marker, u32 objects); /* at most so many; false: nothing is left */
void heap_mark_object(RtMarker *marker, AbiObject *object); /* what it refers to */
void heap_mark_words(RtMarker *marker, const Word *words, size_t count);

/* heap_cards.c. Cards are numbered from `small`; those of large objects follow. */
void heap_mark_cards(RtMarker *marker); /* what old objects in changed cards refer to; the cards become clean */
bool heap_mark_full_cards(RtMarker *marker, u64 cards); /* the same for full_cards, at most so many; false: all are clean */
void heap_clean_cards(Heap *heap);
bool heap_card_is_set(const Heap *heap, const void *where);

/* heap_full.c; all but heap_full_pause while the world is stopped */
void heap_full_init(Heap *heap);
void heap_full_free(Heap *heap);
void heap_full_pause(Heap *heap);  /* a stop begins: whoever marks waits */
void heap_full_resume(Heap *heap);
void heap_full_begin(MoltVm *vm);
void heap_full_found(Heap *heap, AbiObject *object); /* it became old while the full mark runs */
bool heap_full_advance(MoltVm *vm);  /* behind a young mark: hands over roots, or completes `next`: true, `marks` are those of the full mark */
void heap_full_drop(Heap *heap);     /* the full mark is given up */
void heap_full_assist(MoltVm *vm); /* some of it here and now, if there is no thread for it or it does not keep up */
bool heap_is_marked(const Heap *heap, const AbiObject *object);
void heap_walk_block(Heap *heap, u32 number);   /* completes `starts` */
void heap_detach(MoltVm *vm, HeapCursor *cursor); /* gives up what the thread had; world stopped or the thread itself, lock held */
AbiObject *heap_object_at(Heap *heap, uintptr_t address);
LateChunk **heap_late_place(Heap *heap, AbiObject *object, bool make);
void heap_late_sweep(Heap *heap, HeapBlock *block);
void heap_late_free(Heap *heap, LateChunk *chunk);

/* Bytes from `small` to the end of the large objects' space. */
static inline u64 heap_span(const Heap *heap) {
    return ((u64)heap->block_limit << BLOCK_SHIFT) + ((u64)heap->page_limit << PAGE_SHIFT);
}
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
