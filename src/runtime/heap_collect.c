/* heap_collect: collections.
 *
 * A young collection finds what is alive of the objects made since the last one: marks are not cleared, so that what has one, the old
 * objects, is passed over (sticky mark bits: Demers and others 1990; with line-marked blocks: Blackburn, McKinley 2008), and of old
 * objects only those in changed cards are looked at. Only blocks in which objects were made are swept. A full collection clears all
 * marks first and takes as long as there are objects, so it runs when somebody needs to know exactly (enumerating instances), or
 * memory is short; else a mark beside the program does its work (heap_full.c), and a young collection at its end sweeps everything.
 */
#include "rt.h"

#include <stdio.h>
#include <sys/mman.h>
#include <time.h>

#define COLLECTIONS_OF_A_DISTANCE 10000 /* forced ones, before they come half as often */
#define MIN_KEPT_BYTES ((u64)8 << 20)    /* free memory that is not returned to the system */

u64 heap_committed_bytes(const Heap *heap) {
    return ((u64)heap->blocks_in_use << BLOCK_SHIFT) + ((heap->large_pages + heap->dirty_pages) << PAGE_SHIFT);
}

void heap_set_thresholds(Heap *heap) {
    heap->threshold = MIN(heap->young_bytes, heap->limit / 4);
    u64 full = MAX(heap->least_full, 2 * heap->live_bytes);
    if (full > heap->limit / 2) full = heap->live_bytes + (heap->limit - MIN(heap->live_bytes, heap->limit)) / 2;
    heap->full_threshold = heap->stress ? 0 : full;
}

/* ---- Sweeping ------------------------------------------------------------------------------------------------------------------------- */

/* Lines, starts and list of a block from its marks. */
static void sweep_block(Heap *heap, u32 number) {
    HeapBlock *block = &heap->blocks[number];
    block->walked = false;
    block->handed = 0;
    if (block->late) heap_late_sweep(heap, block);
    u32 live = 0;
    for (u32 line = 0; line < LINES; line++) live += block->marked_lines[line];
    memcpy(block->lines, block->marked_lines, sizeof block->lines);
    memcpy(block->starts, block->marks, sizeof block->starts);
    block->zeroed = false;
    heap->live_lines += live;
    heap->live_lines -= LINES - block->free_lines;
    block->free_lines = (u16)(LINES - live);
    if (live == 0) heap_list_push(heap, &heap->list_free, number, BLOCK_FREE);
    else if (live < LINES) heap_list_push(heap, &heap->list_holes, number, BLOCK_HOLES);
    else block->state = BLOCK_FULL;
}

/* Free blocks that the next cycle will not need go back, highest addresses first: they are at the end of the list. */
static void release_free(Heap *heap) {
    u64 keep = MAX(heap->threshold, MIN_KEPT_BYTES) >> BLOCK_SHIFT;
    u32 *place = &heap->list_free;
    for (u64 i = 0; i < keep && *place; i++) place = &heap->blocks[*place - 1].next_in_list;
    u32 number = *place;
    *place = 0;
    while (number) {
        u32 next = heap->blocks[number - 1].next_in_list;
        madvise(block_start(heap, number - 1), BLOCK_BYTES, MADV_DONTNEED);
        heap_list_push(heap, &heap->list_unused, number - 1, BLOCK_UNUSED);
        heap->blocks_in_use--;
        number = next;
    }
}

static void sweep(MoltVm *vm, bool young) {
    Heap *heap = &vm->heap;
    heap->list_begun = 0;
    if (young) {
        for (u32 i = heap->touched.count; i-- > 0;) sweep_block(heap, heap->touched.at[i]);
    } else {
        heap->list_free = heap->list_unused = heap->list_holes = 0;
        /* From the last block to the first, so that lists begin with the lowest addresses. */
        for (u32 i = heap->block_count; i-- > 0;) {
            if (heap->blocks[i].state == BLOCK_UNUSED) heap_list_push(heap, &heap->list_unused, i, BLOCK_UNUSED);
            else sweep_block(heap, i);
        }
    }
    for (u32 i = 0; i < heap->touched.count; i++) heap->is_touched[heap->touched.at[i]] = 0;
    heap->touched.count = 0;
    heap_large_sweep(vm, young);
    heap->live_bytes = (heap->live_lines << LINE_SHIFT) + (heap->large_pages << PAGE_SHIFT);
    if (young) return;
    heap_set_thresholds(heap);
    release_free(heap);
}

/* Before anything is reclaimed, so that a finaliser still finds its object whole. */
static void finalise_dead(Heap *heap, bool young) {
    u32 kept = young ? heap->old_finalisable : 0;
    for (u32 i = kept; i < heap->finalisable.count; i++) {
        AbiObject *object = heap->finalisable.at[i];
        if (heap_is_marked(heap, object)) heap->finalisable.at[kept++] = object;
        else object->cls->info->finalise(object);
    }
    heap->finalisable.count = heap->old_finalisable = kept;
}

/* ---- Collections ---------------------------------------------------------------------------------------------------------------------- */

static void verify(MoltVm *vm, const char *when) {
    if (!vm->heap.verify) return;
    Text why = {0};
    if (!rt_heap_verify(vm, &why)) FATAL("heap %s collection: %s", when, why.at);
    text_free(&why);
}

typedef struct Timing {
    u64 began, cpu, made;
} Timing;

static u64 cpu_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (u64)now.tv_sec * 1000000000u + (u64)now.tv_nsec;
}

static Timing begin(MoltVm *vm) {
    Timing timing = {clock_ns(), vm->heap.log ? cpu_ns() : 0, vm->heap.since};
    verify(vm, "before");
    for (RtThread *thread = vm->threads; thread; thread = thread->next) {
        thread->abi->alloc_cursor = thread->abi->alloc_limit = NULL;
        thread->heap.block = thread->heap.medium_block = 0;
        thread->heap.medium_cursor = thread->heap.medium_limit = NULL;
    }
    return timing;
}

/* MOLT_GC_LOG=1: a line for each collection. */
static void log_collection(const Heap *heap, const char *kind, Timing timing, u64 took) {
    fprintf(stderr, "molt: collection %llu: %s, %.2f ms (%.2f ms of processor time), %.1f MB made, %.1f MB live\n",
            (unsigned long long)heap->collections, kind, (double)took / 1e6, (double)(cpu_ns() - timing.cpu) / 1e6,
            (double)timing.made / 1048576, (double)heap->live_bytes / 1048576);
}

static void end(MoltVm *vm, const char *kind, Timing timing) {
    Heap *heap = &vm->heap;
    heap->since = 0;
    heap->collections++;
    heap->epoch++;
    u64 took = clock_ns() - timing.began;
    heap->stopped_ns += took;
    if (took > heap->longest_ns) heap->longest_ns = took;
    if (heap->log) log_collection(heap, kind, timing, took);
    verify(vm, "after");
}

/* What the callers of a collecting thread hold in registers is from here on in `saved` or in this frame. */
#define SPILL(vm)                                                                                                                    \
    if ((vm)->stopper) (vm)->stopper->sp = rt_spill((vm)->stopper->saved)

__attribute__((noinline)) void rt_collect_stopped(MoltVm *vm) {
    Heap *heap = &vm->heap;
    SPILL(vm);
    Timing timing = begin(vm);
    heap_full_drop(heap);
    heap_clean_cards(heap);
    for (u32 i = 0; i < heap->block_count; i++) {
        HeapBlock *block = &heap->blocks[i];
        if (block->state == BLOCK_UNUSED) continue;
        memset(block->marks, 0, sizeof block->marks);
        memset(block->marked_lines, 0, sizeof block->marked_lines);
    }
    for (u32 i = 0; i < heap->objects.count; i++)
        if (heap->objects.at[i].pages) heap->page_marks[heap->objects.at[i].page] = 0;
    heap_marker_begin(vm, &heap->marker, MARK_ALL);
    heap_mark_roots(&heap->marker);
    finalise_dead(heap, false);
    sweep(vm, false);
    heap->full_collections++;
    heap->full_epoch++;
    end(vm, "full", timing);
}

static __attribute__((noinline)) void collect_young(MoltVm *vm) {
    Heap *heap = &vm->heap;
    SPILL(vm);
    Timing timing = begin(vm);
    heap_full_assist(vm);
    heap_marker_begin(vm, &heap->marker, MARK_YOUNG);
    heap_mark_cards(&heap->marker);
    heap_mark_drain(&heap->marker);
    heap_mark_roots(&heap->marker);
    bool full = heap_full_advance(vm);
    finalise_dead(heap, !full);
    sweep(vm, !full);
    if (full) {
        heap->full_collections++;
        heap->full_epoch++;
    } else if (heap->full.state == FULL_IDLE && heap->live_bytes >= heap->full_threshold) {
        heap_full_begin(vm);
    }
    /* Long programs come to their end under stress too. */
    if (heap->stress && heap->collections % COLLECTIONS_OF_A_DISTANCE == COLLECTIONS_OF_A_DISTANCE - 1 && heap->stress < 1u << 20)
        heap->stress *= 2;
    end(vm, full ? "young, with the end of a full mark" : "young", timing);
}

void heap_collect_since(MoltVm *vm, u32 epoch, Collection what) {
    /* Code that runs inside a commit allocates while its own thread has stopped the world. */
    bool stopped = rt_stopped_by_me(vm);
    if (!stopped) rt_stop_world(vm);
    if (what == COLLECT_FULL && vm->heap.full_epoch == epoch) rt_collect_stopped(vm);
    if (what == COLLECT_YOUNG && vm->heap.epoch == epoch) collect_young(vm);
    if (!stopped) rt_resume_world(vm);
}

void rt_collect(MoltVm *vm) { heap_collect_since(vm, vm->heap.full_epoch, COLLECT_FULL); }

void rt_heap_stats(MoltVm *vm, RtHeapStats *stats) {
    Heap *heap = &vm->heap;
    pthread_mutex_lock(&heap->lock);
    *stats = (RtHeapStats){.used_bytes = heap->live_bytes, .allocated_bytes = heap->total_bytes, .committed_bytes = heap_committed_bytes(heap),
                           .limit_bytes = heap->limit, .late_bytes = heap->late_bytes, .collections = heap->collections,
                           .full_collections = heap->full_collections, .stopped_ns = heap->stopped_ns,
                           .longest_stop_ns = heap->longest_ns};
    pthread_mutex_unlock(&heap->lock);
}
