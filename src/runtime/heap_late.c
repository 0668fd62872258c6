/* heap_late: fields that classes gained while the program ran.
 *
 * A block whose objects need late areas gets a side vector with a place for each granule; the place of an object's first granule
 * leads to its chunks of values. Chunks never move and are never cut, so that an address that was handed out stays good while other
 * threads add further chunks; adding is guarded by the heap's lock, and a chunk is published complete. They die with the object.
 */
#include "rt.h"

LateChunk **heap_late_place(Heap *heap, AbiObject *object, bool make) {
    u64 offset = (uintptr_t)object - (uintptr_t)heap->small;
    if (offset < (u64)heap->block_count << BLOCK_SHIFT) {
        HeapBlock *block = &heap->blocks[offset >> BLOCK_SHIFT];
        LateChunk **late = __atomic_load_n(&block->late, __ATOMIC_ACQUIRE);
        if (!late) {
            if (!make) return NULL;
            late = base_alloc(GRANULES * sizeof *late);
            heap->late_bytes += GRANULES * sizeof *late;
            __atomic_store_n(&block->late, late, __ATOMIC_RELEASE);
        }
        return &late[(offset & (BLOCK_BYTES - 1)) / 8];
    }
    offset = (uintptr_t)object - (uintptr_t)heap->large;
    if (offset < (u64)heap->page_count << PAGE_SHIFT) return &heap->objects.at[heap->page_owner[offset >> PAGE_SHIFT] - 1].late;
    return NULL;
}

static void *find(LateChunk *const *place, u32 number) {
    for (LateChunk *chunk = __atomic_load_n(place, __ATOMIC_ACQUIRE); chunk; chunk = __atomic_load_n(&chunk->next, __ATOMIC_ACQUIRE))
        if (number - chunk->first < chunk->count) return &chunk->values[number - chunk->first];
    return NULL;
}

void *rt_late(AbiObject *object, u32 number) {
    MoltVm *vm = object->cls->vm;
    Heap *heap = &vm->heap;
    u64 offset = (uintptr_t)object - (uintptr_t)heap->small;
    if (offset < (u64)heap->block_limit << BLOCK_SHIFT) {
        LateChunk **late = __atomic_load_n(&heap->blocks[offset >> BLOCK_SHIFT].late, __ATOMIC_ACQUIRE);
        void *value = late ? find(&late[(offset & (BLOCK_BYTES - 1)) / 8], number) : NULL;
        if (value) return value;
    }
    pthread_mutex_lock(&heap->lock);
    LateChunk **place = heap_late_place(heap, object, true);
    if (!place) {
        /* The constant of an enum constructor that gained parameters: it has their defaults, and nothing is ever written there. */
        static u64 no_value;
        pthread_mutex_unlock(&heap->lock);
        return &no_value;
    }
    void *value = find(place, number);
    while (!value) {
        LateChunk **end = place;
        u32 first = 0;
        for (; *end; end = &(*end)->next) first = (*end)->first + (*end)->count;
        u32 wanted = MAX(object->cls->late_count, number + 1);
        u32 count = MIN(MAX(wanted - first, 4u), 64u);
        size_t bytes = sizeof(LateChunk) + 8 * (size_t)count;
        LateChunk *chunk = base_alloc(bytes);
        chunk->first = first;
        chunk->count = count;
        heap->late_bytes += bytes;
        __atomic_store_n(end, chunk, __ATOMIC_RELEASE);
        value = find(place, number);
    }
    pthread_mutex_unlock(&heap->lock);
    return value;
}

void *molt_rt_late(AbiObject *object, i32 number);
void *molt_rt_late(AbiObject *object, i32 number) { return rt_late(object, (u32)number); }

void heap_late_free(Heap *heap, LateChunk *chunk) {
    while (chunk) {
        LateChunk *next = chunk->next;
        heap->late_bytes -= sizeof(LateChunk) + 8 * (size_t)chunk->count;
        free(chunk);
        chunk = next;
    }
}

void heap_late_sweep(Heap *heap, HeapBlock *block) {
    u32 kept = 0;
    for (u32 i = 0; i < GRANULES; i++) {
        if (!block->late[i]) continue;
        if (bit_get(block->marks, i)) {
            kept++;
            continue;
        }
        heap_late_free(heap, block->late[i]);
        block->late[i] = NULL;
    }
    if (kept) return;
    free(block->late);
    block->late = NULL;
    heap->late_bytes -= GRANULES * sizeof(LateChunk *);
}
