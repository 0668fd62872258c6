/* heap_mark: finding what is live.
 *
 * Precise in the heap (an object's kind and its class's ref_map say where references and Dynamic words stand), conservative on stacks
 * and in saved registers, interior pointers included. The start of the object that an ambiguous pointer hits is sought in the block's
 * `starts`; a block with new objects is walked first. Marking uses an explicit stack, so depth of structures does not matter.
 *
 * Marks are sticky: a young collection finds those of the last one set, and what is set is not looked at again (but see heap_cards.c).
 * A marker of mode MARK_NEXT may run while the program does: it reads words whole, and what the program changes meanwhile it is
 * told of by cards.
 */
#include "rt.h"

/* ---- From addresses to objects ----------------------------------------------------------------------------------------------------- */

void heap_walk_block(Heap *heap, u32 number) {
    HeapBlock *block = &heap->blocks[number];
    block->walked = true;
    u8 *base = block_start(heap, number);
    for (u32 line = 0; line < block->handed;) {
        if (block->lines[line]) {
            line++;
            continue;
        }
        u32 end = line;
        while (end < block->handed && !block->lines[end]) end++;
        u8 *at = base + ((size_t)line << LINE_SHIFT), *limit = base + ((size_t)end << LINE_SHIFT);
        while (at < limit) {
            AbiObject *object = (AbiObject *)(void *)at;
            if (!object->cls) break;
            bit_set(block->starts, (u32)(at - base) / 8);
            at += object_bytes(object);
        }
        line = end;
    }
}

/* The nearest start at or below the granule, UINT32_MAX if there is none within the length of a small object. */
static u32 start_below(const HeapBlock *block, u32 granule) {
    u32 word = granule >> 6, lowest = granule >= LARGE_BYTES / 8 ? (granule - LARGE_BYTES / 8) >> 6 : 0;
    u64 bits = block->starts[word] & (~(u64)0 >> (63 - (granule & 63)));
    while (!bits) {
        if (word == lowest) return UINT32_MAX;
        bits = block->starts[--word];
    }
    return word * 64 + 63 - (u32)__builtin_clzll(bits);
}

static inline u64 small_bytes(const Heap *heap) { return (u64)heap->block_count << BLOCK_SHIFT; }
static inline u64 large_bytes(const Heap *heap) { return (u64)heap->page_count << PAGE_SHIFT; }

AbiObject *heap_object_at(Heap *heap, uintptr_t address) {
    u64 offset = address - (uintptr_t)heap->small;
    if (offset < small_bytes(heap)) {
        u32 number = (u32)(offset >> BLOCK_SHIFT);
        HeapBlock *block = &heap->blocks[number];
        if (block->state == BLOCK_UNUSED) return NULL;
        if (!block->walked && block->handed) heap_walk_block(heap, number);
        u32 start = start_below(block, (u32)(offset & (BLOCK_BYTES - 1)) / 8);
        if (start == UINT32_MAX) return NULL;
        AbiObject *object = (AbiObject *)(void *)(block_start(heap, number) + (size_t)start * 8);
        return address - (uintptr_t)object < object_bytes(object) ? object : NULL;
    }
    offset = address - (uintptr_t)heap->large;
    if (offset < large_bytes(heap)) {
        u32 owner = heap->page_owner[offset >> PAGE_SHIFT];
        if (!owner) return NULL;
        AbiObject *object = (AbiObject *)(void *)(heap->large + ((size_t)heap->objects.at[owner - 1].page << PAGE_SHIFT));
        /* Just allocated and not yet of any class: an out-of-memory exception came in between. */
        return object->cls && address - (uintptr_t)object < object_bytes(object) ? object : NULL;
    }
    return NULL;
}

AbiObject *rt_object_at(MoltVm *vm, const void *address) { return heap_object_at(&vm->heap, (uintptr_t)address); }

/* ---- Marking -------------------------------------------------------------------------------------------------------------------------- */

/* The stack holds references that were found; whether an object is marked already is asked when it is taken off. In between it goes
 * through a short queue, where its header and mark bits are fetched into the cache (Cher, Hosking, Vitek 2004). */
/* One copy of the loop for each mode. */
#define INLINE static inline __attribute__((always_inline))

#define QUEUE 16u /* a power of two */
#define PIECE 1024u /* words */

static __attribute__((noinline)) void grow_stack(MarkStack *stack) {
    size_t capacity = stack->capacity ? stack->capacity * 2 : 4096;
    stack->at = base_realloc(stack->at, stack->capacity * sizeof *stack->at, capacity * sizeof *stack->at);
    stack->capacity = capacity;
}

static inline bool is_old(const RtMarker *marker, const AbiObject *object) {
    const Heap *heap = &marker->vm->heap;
    u64 offset = (uintptr_t)object - marker->small;
    if (offset < marker->small_bytes) return bit_get(heap->blocks[offset >> BLOCK_SHIFT].marks, (u32)(offset & (BLOCK_BYTES - 1)) / 8);
    /* A word that is being moved while it is read need not be a reference. */
    offset = (uintptr_t)object - marker->large;
    return !(offset & (PAGE_BYTES - 1)) && heap->page_marks[offset >> PAGE_SHIFT] & PAGE_MARKED;
}

/* By its start address; what is not of this heap (classes, constants, singletons) holds no references into it. */
INLINE void push(RtMarker *marker, AbiObject *object, MarkMode mode) {
    u64 offset = (uintptr_t)object - marker->small;
    if (offset < marker->small_bytes) {
        if (mode == MARK_YOUNG && !marker->vm->heap.is_touched[offset >> BLOCK_SHIFT]) return;
    } else if ((uintptr_t)object - marker->large >= marker->large_bytes) {
        return;
    }
    if (mode == MARK_NEXT && !is_old(marker, object)) return;
    MarkStack *stack = &marker->stack;
    if (stack->count == stack->capacity) grow_stack(stack);
    stack->at[stack->count++] = object;
}

INLINE void mark_word(RtMarker *marker, Word word, MarkMode mode) {
    if (word_is_ref(word)) push(marker, word_ref(word), mode);
}

INLINE void mark_mapped(RtMarker *marker, const u64 *words, const u64 *map, u32 count, MarkMode mode) {
    for (u32 base = 0; base < count; base += 64) {
        u64 bits = map[base / 64];
        while (bits) {
            u32 i = base + (u32)__builtin_ctzll(bits);
            bits &= bits - 1;
            mark_word(marker, __atomic_load_n(&words[i], __ATOMIC_RELAXED), mode);
        }
    }
}

INLINE void mark_words(RtMarker *marker, const Word *words, size_t count, MarkMode mode) {
    for (size_t i = 0; i < count; i++) mark_word(marker, __atomic_load_n(&words[i], __ATOMIC_RELAXED), mode);
}

/* A long one in pieces, so that the stack does not become as long. */
INLINE void mark_store(RtMarker *marker, const Word *words, size_t count, MarkMode mode) {
    if (count > PIECE) vec_push(NULL, &marker->ranges, ((MarkRange){words + PIECE, count - PIECE}));
    mark_words(marker, words, MIN(count, PIECE), mode);
}

INLINE bool next_piece(RtMarker *marker, MarkMode mode) {
    if (!marker->ranges.count) return false;
    MarkRange range = vec_pop(&marker->ranges);
    mark_store(marker, range.at, range.count, mode);
    return true;
}

/* true: it was not marked before. */
INLINE bool set_mark(RtMarker *marker, AbiObject *object, MarkMode mode) {
    Heap *heap = &marker->vm->heap;
    u64 offset = (uintptr_t)object - marker->small;
    if (offset < marker->small_bytes) {
        HeapBlock *block = &heap->blocks[offset >> BLOCK_SHIFT];
        u32 inside = (u32)(offset & (BLOCK_BYTES - 1)), granule = inside / 8;
        bool is_next = mode == MARK_NEXT;
        u64 bit = (u64)1 << (granule & 63), *word = (is_next ? block->next : block->marks) + (granule >> 6);
        if (*word & bit) return false;
        *word |= bit;
        u8 *lines = is_next ? block->next_lines : block->marked_lines;
        u32 line = inside >> LINE_SHIFT, last = (inside + (u32)object_bytes(object) - 1) >> LINE_SHIFT;
        lines[line] = 1;
        while (line < last) lines[++line] = 1;
    } else {
        u8 bit = mode == MARK_NEXT ? PAGE_NEXT : PAGE_MARKED, *mark = &heap->page_marks[((uintptr_t)object - marker->large) >> PAGE_SHIFT];
        if (*mark & bit) return false;
        *mark |= bit;
    }
    if (mode != MARK_NEXT && marker->hands_over) heap_full_found(heap, object);
    return true;
}

void heap_full_found(Heap *heap, AbiObject *object) { push(&heap->full.marker, object, MARK_NEXT); }

static __attribute__((noinline)) void mark_late(RtMarker *marker, AbiObject *object) {
    MarkMode mode = marker->mode;
    Heap *heap = &marker->vm->heap;
    bool beside = mode == MARK_NEXT && !marker->vm->stopped;
    if (beside) pthread_mutex_lock(&heap->lock);
    LateChunk **place = heap_late_place(heap, object, false);
    const AbiClass *cls = object->cls;
    for (LateChunk *chunk = place ? *place : NULL; chunk; chunk = chunk->next) {
        for (u32 i = 0; i < chunk->count; i++) {
            u32 number = chunk->first + i;
            if (number < cls->late_count && cls->late_map && bit_get(cls->late_map, number)) mark_word(marker, chunk->values[i], mode);
        }
    }
    if (beside) pthread_mutex_unlock(&heap->lock);
}

/* One of which nobody noted whether it is a reference. Beside the program nothing may be walked, but then only old objects count. */
static void visit_capture(RtMarker *marker, u64 bits) {
    MarkMode mode = marker->mode;
    if (mode != MARK_NEXT) rt_visit_ambiguous(marker, bits);
    else if (!(bits & 7)) push(marker, (AbiObject *)(uintptr_t)bits, mode);
}

INLINE void scan(RtMarker *marker, AbiObject *object, MarkMode mode) {
    const AbiClass *cls = __atomic_load_n(&object->cls, __ATOMIC_ACQUIRE);
    switch ((AbiKind)cls->kind) {
    case KIND_INSTANCE:
    case KIND_ENUM:
        if (cls->late_count) mark_late(marker, object);
        /* fallthrough */
    case KIND_CELL:
    case KIND_ANON:
    case KIND_NATIVE:
        if (cls->ref_map) mark_mapped(marker, (const u64 *)object, cls->ref_map, cls->size / 8, mode);
        break;
    case KIND_ARRAY: {
        u8 *data = __atomic_load_n(&((AbiArray *)object)->data, __ATOMIC_RELAXED);
        if (data) push(marker, (AbiObject *)(void *)(data - offsetof(AbiBuffer, data)), mode);
        break;
    }
    case KIND_BUFFER: {
        AbiBuffer *buffer = (AbiBuffer *)object;
        if (buffer->elem != ELEM_WORD) break;
        mark_store(marker, (const Word *)(const void *)buffer->data, buffer->bytes / 8, mode);
        break;
    }
    case KIND_CLOSURE: {
        AbiClosure *closure = (AbiClosure *)object;
        for (u32 i = 0; i < closure->count; i++) {
            if (i > 31) visit_capture(marker, closure->captures[i]);
            else if (closure->ref_bits >> i & 1) mark_word(marker, closure->captures[i], mode);
        }
        break;
    }
    case KIND_STRING:
    case KIND_I64:
    case KIND_CLASS: break;
    }
}

bool heap_is_marked(const Heap *heap, const AbiObject *object) {
    u64 offset = (uintptr_t)object - (uintptr_t)heap->small;
    if (offset < small_bytes(heap)) return bit_get(heap->blocks[offset >> BLOCK_SHIFT].marks, (u32)(offset & (BLOCK_BYTES - 1)) / 8);
    offset = (uintptr_t)object - (uintptr_t)heap->large;
    return offset >= large_bytes(heap) || heap->page_marks[offset >> PAGE_SHIFT] & PAGE_MARKED;
}

void heap_mark_object(RtMarker *marker, AbiObject *object) { scan(marker, object, marker->mode); }
void heap_mark_words(RtMarker *marker, const Word *words, size_t count) { mark_words(marker, words, count, marker->mode); }

static inline void prefetch(RtMarker *marker, AbiObject *object) {
    __builtin_prefetch(object);
    u64 offset = (uintptr_t)object - marker->small;
    if (offset < marker->small_bytes)
        __builtin_prefetch(&marker->vm->heap.blocks[offset >> BLOCK_SHIFT].marks[(offset & (BLOCK_BYTES - 1)) / 512]);
}

INLINE bool mark_some(RtMarker *marker, u32 objects, MarkMode mode) {
    MarkStack *stack = &marker->stack;
    AbiObject *queue[QUEUE];
    u32 first = 0, count = 0;
    for (u32 done = 0; (stack->count || count || next_piece(marker, mode)) && done < objects; done++) {
        if (!stack->count && !count) continue;
        while (stack->count && count < QUEUE) {
            AbiObject *object = stack->at[--stack->count];
            prefetch(marker, object);
            queue[(first + count++) % QUEUE] = object;
        }
        AbiObject *object = queue[first];
        first = (first + 1) % QUEUE;
        count--;
        if (set_mark(marker, object, mode)) scan(marker, object, mode);
    }
    while (count--) push(marker, queue[first++ % QUEUE], mode);
    return stack->count || marker->ranges.count;
}

bool heap_mark_some(RtMarker *marker, u32 objects) {
    switch (marker->mode) {
    case MARK_ALL: return mark_some(marker, objects, MARK_ALL);
    case MARK_YOUNG: return mark_some(marker, objects, MARK_YOUNG);
    case MARK_NEXT: return mark_some(marker, objects, MARK_NEXT);
    }
    return false;
}

void heap_mark_drain(RtMarker *marker) {
    while (heap_mark_some(marker, UINT32_MAX)) {
    }
}

void rt_visit(RtMarker *marker, Word word) { mark_word(marker, word, marker->mode); }

void rt_visit_ambiguous(RtMarker *marker, u64 bits) {
    AbiObject *object = heap_object_at(&marker->vm->heap, bits);
    if (object) push(marker, object, marker->mode);
}

static void visit_stack_word(void *context, uintptr_t word) { rt_visit_ambiguous(context, word); }

void heap_marker_begin(MoltVm *vm, RtMarker *marker, MarkMode mode) {
    marker->vm = vm;
    marker->mode = mode;
    marker->hands_over = mode != MARK_NEXT && (vm->heap.full.state == FULL_MARKING || vm->heap.full.state == FULL_MARKED);
    marker->small = (uintptr_t)vm->heap.small;
    marker->large = (uintptr_t)vm->heap.large;
    marker->small_bytes = small_bytes(&vm->heap);
    marker->large_bytes = large_bytes(&vm->heap);
}

void heap_mark_roots(RtMarker *marker) {
    MoltVm *vm = marker->vm;
    bool now = marker->mode != MARK_NEXT; /* the full mark's thread goes on from the roots by itself */
    for (RtThread *thread = vm->threads; thread; thread = thread->next) {
        rt_scan_stack_words(thread, visit_stack_word, marker);
        rt_visit(marker, thread->exception.word);
        rt_visit(marker, thread->self);
        rt_visit(marker, thread->caught);
        for (u64 i = 0; thread->transfer_pending && i < thread->transfer->count; i++)
            rt_visit_ambiguous(marker, thread->transfer->values[i]);
        for (u32 i = 0; (thread->guarded || thread->landing_at) && i < thread->kept.count; i++) rt_visit_ambiguous(marker, thread->kept.at[i]);
        for (u32 i = 0; (thread->guarded || thread->landing_at) && i < thread->first.count; i++) rt_visit_ambiguous(marker, thread->first.at[i]);
        if (now) heap_mark_drain(marker);
    }
    for (StaticsChunk *chunk = vm->statics; chunk; chunk = chunk->next) {
        mark_mapped(marker, chunk->values, chunk->is_ref, chunk->used, marker->mode);
        if (now) heap_mark_drain(marker);
    }
    for (RtHandle *handle = vm->handles.next; handle != &vm->handles; handle = handle->next) rt_visit(marker, handle->word);
    for (u32 i = 0; i < vm->roots.count; i++) {
        for (size_t k = 0; k < vm->roots.at[i].count; k++) rt_visit(marker, vm->roots.at[i].words[k]);
        if (now) heap_mark_drain(marker);
    }
    for (u32 i = 0; i < vm->visitors.count; i++) {
        vm->visitors.at[i].visit(vm->visitors.at[i].context, marker);
        if (now) heap_mark_drain(marker);
    }
    if (now) heap_mark_drain(marker);
}
