/* heap_mark: finding what is live.
 *
 * Precise in the heap (an object's kind and its class's ref_map say where references and Dynamic words stand), conservative on stacks
 * and in saved registers, interior pointers included. The start of the object that an ambiguous pointer hits is sought in the block's
 * `starts`; a block with new objects is walked first. Marking uses an explicit stack, so depth of structures does not matter.
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
#define QUEUE 16u /* a power of two */

static __attribute__((noinline)) void grow_stack(MarkStack *stack) {
    size_t capacity = stack->capacity ? stack->capacity * 2 : 4096;
    stack->at = base_realloc(stack->at, stack->capacity * sizeof *stack->at, capacity * sizeof *stack->at);
    stack->capacity = capacity;
}

/* By its start address; what is not of this heap (classes, constants, singletons) holds no references into it. */
static inline void push(RtMarker *marker, AbiObject *object) {
    if ((uintptr_t)object - marker->small >= marker->small_bytes && (uintptr_t)object - marker->large >= marker->large_bytes) return;
    MarkStack *stack = &marker->stack;
    if (stack->count == stack->capacity) grow_stack(stack);
    stack->at[stack->count++] = object;
}

static inline void mark_word(RtMarker *marker, Word word) {
    if (word_is_ref(word)) push(marker, word_ref(word));
}

static inline void mark_mapped(RtMarker *marker, const u64 *words, const u64 *map, u32 count) {
    for (u32 base = 0; base < count; base += 64) {
        u64 bits = map[base / 64];
        while (bits) {
            u32 i = base + (u32)__builtin_ctzll(bits);
            bits &= bits - 1;
            mark_word(marker, words[i]);
        }
    }
}

/* true: it was not marked before. */
static inline bool set_mark(RtMarker *marker, AbiObject *object) {
    Heap *heap = &marker->vm->heap;
    u64 offset = (uintptr_t)object - marker->small;
    if (offset < marker->small_bytes) {
        HeapBlock *block = &heap->blocks[offset >> BLOCK_SHIFT];
        u32 inside = (u32)(offset & (BLOCK_BYTES - 1)), granule = inside / 8;
        u64 bit = (u64)1 << (granule & 63), *word = &block->marks[granule >> 6];
        if (*word & bit) return false;
        *word |= bit;
        u32 line = inside >> LINE_SHIFT, last = (inside + (u32)object_bytes(object) - 1) >> LINE_SHIFT;
        block->marked_lines[line] = 1;
        while (line < last) block->marked_lines[++line] = 1;
        return true;
    }
    offset = (uintptr_t)object - marker->large;
    LargeObject *large = &heap->objects.at[heap->page_owner[offset >> PAGE_SHIFT] - 1];
    if (large->marked) return false;
    return large->marked = true;
}

static void mark_late(RtMarker *marker, AbiObject *object) {
    LateChunk **place = heap_late_place(&marker->vm->heap, object, false);
    if (!place) return;
    const AbiClass *cls = object->cls;
    for (LateChunk *chunk = *place; chunk; chunk = chunk->next) {
        for (u32 i = 0; i < chunk->count; i++) {
            u32 number = chunk->first + i;
            if (number < cls->late_count && cls->late_map && bit_get(cls->late_map, number)) mark_word(marker, chunk->values[i]);
        }
    }
}

static void scan(RtMarker *marker, AbiObject *object) {
    const AbiClass *cls = object->cls;
    switch ((AbiKind)cls->kind) {
    case KIND_INSTANCE:
    case KIND_ENUM:
        if (cls->late_count) mark_late(marker, object);
        /* fallthrough */
    case KIND_CELL:
    case KIND_ANON:
    case KIND_NATIVE:
        if (cls->ref_map) mark_mapped(marker, (const u64 *)object, cls->ref_map, cls->size / 8);
        break;
    case KIND_ARRAY: {
        u8 *data = ((AbiArray *)object)->data;
        if (data) push(marker, (AbiObject *)(void *)(data - offsetof(AbiBuffer, data)));
        break;
    }
    case KIND_BUFFER: {
        AbiBuffer *buffer = (AbiBuffer *)object;
        if (buffer->elem != ELEM_WORD) break;
        const Word *words = (const Word *)(const void *)buffer->data;
        for (u32 i = 0; i < buffer->bytes / 8; i++) mark_word(marker, words[i]);
        break;
    }
    case KIND_CLOSURE: {
        AbiClosure *closure = (AbiClosure *)object;
        for (u32 i = 0; i < closure->count; i++) {
            if (i > 31) rt_visit_ambiguous(marker, closure->captures[i]);
            else if (closure->ref_bits >> i & 1) mark_word(marker, closure->captures[i]);
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
    return offset >= large_bytes(heap) || heap->objects.at[heap->page_owner[offset >> PAGE_SHIFT] - 1].marked;
}

static inline void prefetch(RtMarker *marker, AbiObject *object) {
    __builtin_prefetch(object);
    u64 offset = (uintptr_t)object - marker->small;
    if (offset < marker->small_bytes)
        __builtin_prefetch(&marker->vm->heap.blocks[offset >> BLOCK_SHIFT].marks[(offset & (BLOCK_BYTES - 1)) / 512]);
}

static void drain(RtMarker *marker) {
    MarkStack *stack = &marker->stack;
    AbiObject *queue[QUEUE];
    u32 first = 0, count = 0;
    while (stack->count || count) {
        while (stack->count && count < QUEUE) {
            AbiObject *object = stack->at[--stack->count];
            prefetch(marker, object);
            queue[(first + count++) % QUEUE] = object;
        }
        AbiObject *object = queue[first];
        first = (first + 1) % QUEUE;
        count--;
        if (set_mark(marker, object)) scan(marker, object);
    }
}

void rt_visit(RtMarker *marker, Word word) { mark_word(marker, word); }

void rt_visit_ambiguous(RtMarker *marker, u64 bits) {
    AbiObject *object = heap_object_at(&marker->vm->heap, bits);
    if (object) push(marker, object);
}

static void visit_stack_word(void *context, uintptr_t word) { rt_visit_ambiguous(context, word); }

void heap_mark(MoltVm *vm) {
    RtMarker *marker = &vm->heap.marker;
    marker->small = (uintptr_t)vm->heap.small;
    marker->large = (uintptr_t)vm->heap.large;
    marker->small_bytes = small_bytes(&vm->heap);
    marker->large_bytes = large_bytes(&vm->heap);
    for (RtThread *thread = vm->threads; thread; thread = thread->next) {
        rt_scan_stack_words(thread, visit_stack_word, marker);
        rt_visit(marker, thread->exception.word);
        rt_visit(marker, thread->self);
        rt_visit(marker, thread->caught);
        for (u64 i = 0; thread->transfer_pending && i < thread->transfer->count; i++)
            rt_visit_ambiguous(marker, thread->transfer->values[i]);
        drain(marker);
    }
    for (StaticsChunk *chunk = vm->statics; chunk; chunk = chunk->next) {
        mark_mapped(marker, chunk->values, chunk->is_ref, chunk->used);
        drain(marker);
    }
    for (RtHandle *handle = vm->handles.next; handle != &vm->handles; handle = handle->next) rt_visit(marker, handle->word);
    for (u32 i = 0; i < vm->roots.count; i++) {
        for (size_t k = 0; k < vm->roots.at[i].count; k++) rt_visit(marker, vm->roots.at[i].words[k]);
        drain(marker);
    }
    for (u32 i = 0; i < vm->visitors.count; i++) {
        vm->visitors.at[i].visit(vm->visitors.at[i].context, marker);
        drain(marker);
    }
    drain(marker);
}
