/* heap: allocation in line-marked blocks.
 *
 * Small objects (up to LARGE_BYTES) live in blocks of 32 KB, divided into lines of 128 bytes, as in Immix (Blackburn, McKinley 2008),
 * but nothing ever moves. A thread allocates by raising a cursor through a hole, a run of free lines; larger objects than a line that
 * do not fit go to a second block. Large objects have pages of their own (heap_large.c). Collecting: heap_collect.c.
 *
 * Invariants.
 * 1. [alloc_cursor, alloc_limit) of every thread is zero and lies in one hole.
 * 2. A hole that was handed out since the last collection is walkable: objects lie in it back to back, from its beginning to the first
 *    word that is zero where a class should stand. Whoever allocates makes class and length valid before its next safepoint.
 * 3. `lines`, `starts` describe what the last collection found live; both stay as they are until the next, but for `starts` of new
 *    objects, which heap_walk_block adds when an ambiguous pointer wants to know.
 * 4. A block belongs to one list (free, unused, holes, begun) or to one thread, or is full. Blocks of which lines were handed out since
 *    the last collection are `touched`; of these only list_begun holds any.
 */
#include "rt.h"

#include <sys/mman.h>
#include <unistd.h>

#define YOUNG_BYTES ((u64)4 << 20)
#define LEAST_FULL_BYTES ((u64)32 << 20)
#define LEAST_LIMIT ((u64)2 << 20)

/* ---- Address space ---------------------------------------------------------------------------------------------------------------- */

static void *reserve(u64 bytes) {
    void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return at == MAP_FAILED ? NULL : at;
}

static u64 default_limit(void) {
    u64 memory = (u64)sysconf(_SC_PHYS_PAGES) * (u64)sysconf(_SC_PAGESIZE);
    return memory / 4 * 3;
}

static void release_all(Heap *heap) {
    u64 cards = heap_span(heap) >> CARD_SHIFT;
    if (heap->reserved) munmap(heap->reserved, heap_span(heap) + BLOCK_BYTES);
    if (heap->cards) munmap(heap->cards, cards);
    if (heap->full_cards) munmap(heap->full_cards, cards);
    if (heap->page_marks) munmap(heap->page_marks, heap->page_limit);
    if (heap->is_touched) munmap(heap->is_touched, heap->block_limit);
    if (heap->blocks) munmap(heap->blocks, (u64)heap->block_limit * sizeof(HeapBlock));
    if (heap->page_owner) munmap(heap->page_owner, (u64)heap->page_limit * sizeof(u32));
}

/* Blocks are aligned to their size, so that a block's number is a shift away. */
static bool reserve_all(Heap *heap, u64 limit) {
    heap->block_limit = (u32)((limit + BLOCK_BYTES - 1) >> BLOCK_SHIFT);
    heap->page_limit = heap->block_limit << (BLOCK_SHIFT - PAGE_SHIFT + 1);
    u64 cards = heap_span(heap) >> CARD_SHIFT;
    heap->reserved = reserve(heap_span(heap) + BLOCK_BYTES);
    heap->cards = reserve(cards);
    heap->full_cards = reserve(cards);
    heap->page_marks = reserve(heap->page_limit);
    heap->is_touched = reserve(heap->block_limit);
    heap->blocks = reserve((u64)heap->block_limit * sizeof(HeapBlock));
    heap->page_owner = reserve((u64)heap->page_limit * sizeof(u32));
    heap->small = (u8 *)(((uintptr_t)heap->reserved + BLOCK_BYTES - 1) & ~(uintptr_t)(BLOCK_BYTES - 1));
    heap->large = heap->small + ((u64)heap->block_limit << BLOCK_SHIFT);
    heap->limit = limit;
    if (heap->reserved && heap->cards && heap->full_cards && heap->page_marks && heap->is_touched && heap->blocks && heap->page_owner) return true;
    release_all(heap);
    return false;
}

/* A limit on address space (ulimit -v) makes the heap smaller, not the program impossible: a quarter of what there is at most. */
static void reserve_some(Heap *heap, u64 limit) {
    if (reserve_all(heap, limit)) return;
    do {
        limit /= 2;
        if (limit < LEAST_LIMIT) FATAL("no address space for the heap");
    } while (!reserve_all(heap, limit));
    release_all(heap);
    if (!reserve_all(heap, limit / 4)) FATAL("no address space for the heap");
}

void heap_init(MoltVm *vm) {
    Heap *heap = &vm->heap;
    pthread_mutex_init(&heap->lock, NULL);
    u64 wanted = vm->options.heap_limit ? vm->options.heap_limit : default_limit();
    reserve_some(heap, MAX(wanted, LEAST_LIMIT));
    vm->head.cards = (u8 *)((uintptr_t)heap->cards - ((uintptr_t)heap->small >> CARD_SHIFT));
    heap_full_init(heap);
    heap->young_bytes = YOUNG_BYTES;
    heap->least_full = LEAST_FULL_BYTES;
    heap->stress = vm->options.gc_stress;
    const char *stress = getenv("MOLT_GC_STRESS");
    if (!heap->stress && stress) heap->stress = (u32)strtoul(stress, NULL, 10);
    heap->verify = vm->options.verify;
    heap->log = getenv("MOLT_GC_LOG") != NULL;
    heap_set_thresholds(heap);
}

void heap_free(MoltVm *vm) {
    Heap *heap = &vm->heap;
    heap_full_free(heap);
    for (u32 i = 0; i < heap->finalisable.count; i++) heap->finalisable.at[i]->cls->info->finalise(heap->finalisable.at[i]);
    vec_free(&heap->finalisable);
    for (u32 i = 0; i < heap->block_count; i++) {
        HeapBlock *block = &heap->blocks[i];
        if (!block->late) continue;
        memset(block->marks, 0, sizeof block->marks);
        heap_late_sweep(heap, block);
        free(block->late);
    }
    for (u32 i = 0; i < heap->objects.count; i++) heap_late_free(heap, heap->objects.at[i].late);
    release_all(heap);
    vec_free(&heap->objects);
    vec_free(&heap->free_numbers);
    vec_free(&heap->runs);
    vec_free(&heap->touched);
    vec_free(&heap->young_large);
    free(heap->marker.stack.at);
    vec_free(&heap->marker.ranges);
    pthread_mutex_destroy(&heap->lock);
}

/* ---- Holes and blocks ---------------------------------------------------------------------------------------------------------------- */

/* Hands out the block's next hole of at least `lines` lines; earlier ones that are shorter are passed over (they stay empty and
 * walkable: their first word is zeroed). */
static bool next_hole(Heap *heap, u32 number, u32 lines, u8 **cursor, u8 **limit) {
    HeapBlock *block = &heap->blocks[number];
    while (block->handed < LINES) {
        u8 *from = memchr(block->lines + block->handed, 0, LINES - block->handed);
        if (!from) {
            block->handed = LINES;
            return false;
        }
        u8 *to = memchr(from, 1, (size_t)(block->lines + LINES - from));
        u32 first = (u32)(from - block->lines), end = to ? (u32)(to - block->lines) : LINES;
        u8 *hole = block_start(heap, number) + ((size_t)first << LINE_SHIFT);
        size_t bytes = (size_t)(end - first) << LINE_SHIFT;
        block->handed = (u16)end;
        if (end - first < lines) {
            if (!block->zeroed) memset(hole, 0, 8);
            continue;
        }
        if (!block->zeroed) memset(hole, 0, bytes);
        *cursor = hole;
        *limit = hole + bytes;
        return true;
    }
    return false;
}

static u32 list_pop(Heap *heap, u32 *list) {
    u32 number = *list;
    if (number) *list = heap->blocks[number - 1].next_in_list;
    return number;
}

void heap_list_push(Heap *heap, u32 *list, u32 number, BlockState state) {
    heap->blocks[number].state = (u8)state;
    heap->blocks[number].next_in_list = *list;
    *list = number + 1;
}

/* A block to allocate in: number + 1, or 0 when the limit is reached. `empty` asks for one without live objects. Lock held. */
static u32 take_block(Heap *heap, bool empty) {
    u32 number = empty ? 0 : list_pop(heap, &heap->list_begun);
    if (number) {
        heap->blocks[number - 1].state = BLOCK_OWNED;
        return number;
    }
    if (!empty) number = list_pop(heap, &heap->list_holes);
    if (!number) number = list_pop(heap, &heap->list_free);
    if (!number) {
        if (heap_committed_bytes(heap) + BLOCK_BYTES > heap->limit) return 0;
        number = list_pop(heap, &heap->list_unused);
        if (!number && heap->block_count < heap->block_limit) number = ++heap->block_count;
        if (!number) return 0;
        HeapBlock *block = &heap->blocks[number - 1];
        block->zeroed = true;
        block->free_lines = LINES;
        heap->blocks_in_use++;
    }
    HeapBlock *block = &heap->blocks[number - 1];
    block->state = BLOCK_OWNED;
    vec_push(NULL, &heap->touched, number - 1);
    heap->is_touched[number - 1] = 1;
    u64 bytes = (u64)block->free_lines << LINE_SHIFT;
    heap->since += bytes;
    heap->total_bytes += bytes;
    return number;
}

static void give_block(Heap *heap, u32 number) {
    HeapBlock *block = &heap->blocks[number];
    if (block->handed < LINES && memchr(block->lines + block->handed, 0, LINES - block->handed))
        heap_list_push(heap, &heap->list_begun, number, BLOCK_HOLES);
    else block->state = BLOCK_FULL;
}

void heap_detach(MoltVm *vm, HeapCursor *cursor) {
    Heap *heap = &vm->heap;
    if (cursor->block) give_block(heap, cursor->block - 1);
    if (cursor->medium_block) give_block(heap, cursor->medium_block - 1);
    cursor->block = cursor->medium_block = 0;
    cursor->medium_cursor = cursor->medium_limit = NULL;
}

/* ---- Slow paths ----------------------------------------------------------------------------------------------------------------------- */

static void *small_slow(RtThread *thread, u64 bytes) {
    Heap *heap = &thread->vm->heap;
    HeapCursor *own = &thread->heap;
    AbiThread *abi = thread->abi;
    if (bytes > LINE_BYTES) {
        /* The present hole may still serve many objects of a line or less: keep it. */
        if (bytes > (size_t)(own->medium_limit - own->medium_cursor)) {
            pthread_mutex_lock(&heap->lock);
            if (own->medium_block) give_block(heap, own->medium_block - 1);
            own->medium_block = take_block(heap, true);
            own->medium_cursor = own->medium_limit = NULL;
            if (own->medium_block) next_hole(heap, own->medium_block - 1, LINES, &own->medium_cursor, &own->medium_limit);
            pthread_mutex_unlock(&heap->lock);
            if (!own->medium_block) return NULL;
        }
        u8 *at = own->medium_cursor;
        own->medium_cursor += bytes;
        return at;
    }
    while (!own->block || !next_hole(heap, own->block - 1, 1, &abi->alloc_cursor, &abi->alloc_limit)) {
        abi->alloc_cursor = abi->alloc_limit = NULL;
        pthread_mutex_lock(&heap->lock);
        if (own->block) give_block(heap, own->block - 1);
        own->block = take_block(heap, false);
        pthread_mutex_unlock(&heap->lock);
        if (!own->block) return NULL;
    }
    u8 *at = abi->alloc_cursor;
    abi->alloc_cursor += bytes;
    return at;
}

static void *alloc_slow(RtThread *thread, u64 bytes) {
    MoltVm *vm = thread->vm;
    Heap *heap = &vm->heap;
    if (heap->stress && ++thread->heap.stress >= heap->stress) {
        thread->heap.stress = 0;
        heap_collect_since(vm, heap->epoch, COLLECT_YOUNG);
    }
    for (int attempt = 0;; attempt++) {
        u32 epoch = heap->epoch;
        if (heap->since >= heap->threshold) heap_collect_since(vm, epoch, COLLECT_YOUNG);
        u32 full_epoch = heap->full_epoch;
        void *at;
        if (bytes > LARGE_BYTES) {
            pthread_mutex_lock(&heap->lock);
            at = heap_alloc_large(vm, bytes);
            pthread_mutex_unlock(&heap->lock);
        } else {
            at = small_slow(thread, bytes);
        }
        if (at) {
            /* Under stress every allocation comes this way. */
            if (heap->stress && bytes <= LARGE_BYTES) {
                if (bytes <= LINE_BYTES) thread->abi->alloc_limit = thread->abi->alloc_cursor;
            }
            return at;
        }
        if (attempt) rt_throw_out_of_memory(vm);
        heap_collect_since(vm, full_epoch, COLLECT_FULL);
    }
}

static inline void *alloc_bytes(u64 bytes) {
    AbiThread *abi = &molt_thread;
    u8 *at = abi->alloc_cursor;
    if (bytes <= (u64)(abi->alloc_limit - at) && bytes <= LARGE_BYTES) {
        abi->alloc_cursor = at + bytes;
        return at;
    }
    return alloc_slow(abi->rt, bytes);
}

/* ---- Objects ----------------------------------------------------------------------------------------------------------------------------- */

AbiObject *rt_alloc(AbiClass *cls) {
    AbiObject *object = alloc_bytes(cls->size);
    object->cls = cls;
    return object;
}

AbiObject *rt_alloc_native(AbiClass *cls) {
    AbiObject *object = rt_alloc(cls);
    if (cls->flags & ABI_CLASS_HAS_FINALISER) {
        Heap *heap = &cls->vm->heap;
        pthread_mutex_lock(&heap->lock);
        vec_push(NULL, &heap->finalisable, object);
        pthread_mutex_unlock(&heap->lock);
    }
    return object;
}

AbiString *rt_alloc_string(i32 length, bool wide) {
    if (length < 0 || length > INT32_MAX - 64) rt_throw_out_of_memory(rt_this_vm());
    u64 units = (u64)length + 1;
    AbiString *string = alloc_bytes((sizeof(AbiString) + (wide ? units * 2 : units) + 7) & ~(u64)7);
    string->object.cls = rt_this_vm()->head.string_class;
    string->length = length;
    string->meta = wide ? ABI_STRING_WIDE : 0;
    return string;
}

AbiBuffer *rt_alloc_buffer(AbiElem elem, u64 bytes) {
    if (bytes > UINT32_MAX - 64) rt_throw_out_of_memory(rt_this_vm());
    AbiBuffer *buffer = alloc_bytes((sizeof(AbiBuffer) + bytes + 7) & ~(u64)7);
    buffer->object.cls = rt_this_vm()->head.buffer_class;
    buffer->bytes = (u32)bytes;
    buffer->elem = (u8)elem;
    return buffer;
}

AbiClosure *rt_alloc_closure(AbiSlot *slot, const AbiSig *sig, u32 count, u32 ref_bits) {
    AbiClosure *closure = alloc_bytes(sizeof(AbiClosure) + 8 * (u64)count);
    closure->object.cls = rt_this_vm()->head.closure_class;
    closure->slot = slot;
    closure->sig = sig;
    closure->count = count;
    closure->ref_bits = ref_bits;
    return closure;
}

u32 rt_object_size(const AbiObject *object) { return (u32)object_bytes(object); }

AbiObject *molt_rt_alloc(AbiClass *cls);
AbiObject *molt_rt_alloc_cell(bool is_ref);
AbiObject *molt_rt_alloc_closure(AbiSlot *slot, const AbiSig *sig, i32 count, i32 ref_bits);
AbiObject *molt_rt_alloc(AbiClass *cls) { return rt_alloc(cls); }
AbiObject *molt_rt_alloc_cell(bool is_ref) {
    const AbiVm *head = &rt_this_vm()->head;
    return rt_alloc(is_ref ? head->cell_ref_class : head->cell_raw_class);
}
AbiObject *molt_rt_alloc_closure(AbiSlot *slot, const AbiSig *sig, i32 count, i32 ref_bits) {
    return &rt_alloc_closure(slot, sig, (u32)count, (u32)ref_bits)->object;
}

