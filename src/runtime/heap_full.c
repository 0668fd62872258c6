/* heap_full: the mark of all objects that runs beside the program.
 *
 *     begin -> clear `next` -> roots -> mark … -> mark again what changed -> (stopped) roots and changed cards once more -> `next` is `marks`
 *              beside          young    beside    beside                     young collection
 *
 * Young collections go on meanwhile; what they find alive becomes old and is handed over (heap_full_found), so this mark follows
 * references to old objects alone. An object that was looked at before the program stored into it is found by its card. When the last
 * stop has looked at the roots and at the cards since, `next` holds all that is alive and some that died during the mark (the scheme
 * of mostly parallel collectors: Boehm, Demers, Shenker 1991; with cards as Printezis, Detlefs 2000).
 *
 * Who marks holds `lock`, which a stop takes too; `next`, the stack of `marker` and full_cards belong to its holder. The marking
 * thread is started when it is needed first. Without one (it could not be made, a forked child, stress) young collections take steps.
 */
#include "rt.h"

#include <signal.h>

#define BLOCKS_A_STEP 64u
#define OBJECTS_A_STEP 256u
#define CARDS_A_STEP 262144u
#define FEW_CARDS 2000u
#define MOST_PASSES 10u
#define STRESS_OBJECTS 4096u
#define HELP_OBJECTS 20000u /* some milliseconds */

void heap_full_init(Heap *heap) {
    pthread_mutex_init(&heap->full.lock, NULL);
    pthread_cond_init(&heap->full.wake, NULL);
}

static bool clear_some(Heap *heap, u32 blocks) {
    FullMark *full = &heap->full;
    u32 end = MIN(full->cleared + blocks, heap->block_count);
    for (; full->cleared < end; full->cleared++) {
        HeapBlock *block = &heap->blocks[full->cleared];
        memset(block->next, 0, sizeof block->next);
        memset(block->next_lines, 0, sizeof block->next_lines);
    }
    return full->cleared < heap->block_count;
}

/* The program may have changed much while the changed cards were looked at: again, as long as that makes them fewer. */
static bool another_pass(FullMark *full) {
    bool again = full->cards_found > FEW_CARDS && ++full->passes < MOST_PASSES;
    full->cards_found = 0;
    return again;
}

/* false: nothing to do as long as no young collection comes. */
static bool step(Heap *heap, u32 objects) {
    FullMark *full = &heap->full;
    switch (full->state) {
    case FULL_CLEARING:
        if (!clear_some(heap, BLOCKS_A_STEP)) full->state = FULL_READY;
        return full->state != FULL_READY;
    case FULL_MARKING:
        if (heap_mark_some(&full->marker, objects)) return true;
        if (heap_mark_full_cards(&full->marker, CARDS_A_STEP) || full->marker.stack.count || full->marker.ranges.count) return true;
        if (another_pass(full)) return true;
        full->state = FULL_MARKED;
        return false;
    case FULL_IDLE:
    case FULL_READY:
    case FULL_MARKED: break;
    }
    return false;
}

static void *run(void *heap_) {
    Heap *heap = heap_;
    FullMark *full = &heap->full;
    pthread_mutex_lock(&full->lock);
    while (!full->quits)
        if (full->pauses || !step(heap, OBJECTS_A_STEP)) pthread_cond_wait(&full->wake, &full->lock);
    pthread_mutex_unlock(&full->lock);
    return NULL;
}

static void start_thread(Heap *heap) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); /* signals are for the program's threads */
    heap->full.has_thread = pthread_create(&heap->full.thread, NULL, run, heap) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (heap->full.has_thread) pthread_setname_np(heap->full.thread, "molt-mark");
}

void heap_full_free(Heap *heap) {
    FullMark *full = &heap->full;
    if (full->has_thread) {
        pthread_mutex_lock(&full->lock);
        full->quits = true;
        pthread_cond_signal(&full->wake);
        pthread_mutex_unlock(&full->lock);
        pthread_join(full->thread, NULL);
    }
    free(full->marker.stack.at);
    vec_free(&full->marker.ranges);
    pthread_cond_destroy(&full->wake);
    pthread_mutex_destroy(&full->lock);
}

void heap_full_pause(Heap *heap) {
    heap->full.pauses++;
    pthread_mutex_lock(&heap->full.lock);
}

void heap_full_resume(Heap *heap) {
    heap->full.pauses--;
    pthread_cond_signal(&heap->full.wake);
    pthread_mutex_unlock(&heap->full.lock);
}

void heap_full_begin(MoltVm *vm) {
    Heap *heap = &vm->heap;
    FullMark *full = &heap->full;
    if (!full->has_thread && !heap->stress && !full->quits) start_thread(heap);
    full->cleared = 0;
    for (u32 i = 0; i < heap->objects.count; i++)
        if (heap->objects.at[i].pages) heap->page_marks[heap->objects.at[i].page] &= (u8)~PAGE_NEXT;
    full->state = FULL_CLEARING;
}

void heap_full_drop(Heap *heap) {
    FullMark *full = &heap->full;
    if (full->state == FULL_IDLE) return;
    bool dirty = full->state == FULL_MARKING || full->state == FULL_MARKED;
    full->state = FULL_IDLE;
    full->marker.stack.count = full->marker.ranges.count = 0;
    full->card_from = 0;
    if (!dirty) return;
    memset(heap->full_cards, 0, (u64)heap->block_count << (BLOCK_SHIFT - CARD_SHIFT));
    memset(heap->full_cards + ((u64)heap->block_limit << (BLOCK_SHIFT - CARD_SHIFT)), 0, (u64)heap->page_count << (PAGE_SHIFT - CARD_SHIFT));
}

/* `marks` become those of the full mark. */
static void take_over(Heap *heap) {
    for (u32 i = 0; i < heap->block_count; i++) {
        HeapBlock *block = &heap->blocks[i];
        if (block->state == BLOCK_UNUSED) continue;
        memcpy(block->marks, block->next, sizeof block->marks);
        memcpy(block->marked_lines, block->next_lines, sizeof block->marked_lines);
    }
    for (u32 i = 0; i < heap->objects.count; i++) {
        if (!heap->objects.at[i].pages) continue;
        u8 *mark = &heap->page_marks[heap->objects.at[i].page];
        *mark = *mark & PAGE_NEXT ? PAGE_MARKED : 0;
    }
}

bool heap_full_advance(MoltVm *vm) {
    Heap *heap = &vm->heap;
    FullMark *full = &heap->full;
    switch (full->state) {
    case FULL_READY:
        heap_marker_begin(vm, &full->marker, MARK_NEXT);
        full->state = FULL_MARKING;
        full->passes = 0;
        heap_mark_roots(&full->marker);
        return false;
    case FULL_MARKED:
        heap_marker_begin(vm, &full->marker, MARK_NEXT);
        heap_mark_roots(&full->marker);
        while (heap_mark_full_cards(&full->marker, CARDS_A_STEP)) heap_mark_drain(&full->marker);
        heap_mark_drain(&full->marker);
        take_over(heap);
        full->state = FULL_IDLE;
        return true;
    case FULL_MARKING:
        /* Its thread reads the heap's extent as of the last stop. */
        heap_marker_begin(vm, &full->marker, MARK_NEXT);
        return false;
    case FULL_IDLE:
    case FULL_CLEARING: break;
    }
    return false;
}

void heap_full_assist(MoltVm *vm) {
    Heap *heap = &vm->heap;
    u64 behind = heap->live_bytes > heap->full_threshold ? heap->live_bytes - heap->full_threshold : 0;
    u32 objects = heap->stress ? STRESS_OBJECTS : heap->full.has_thread ? 0 : HELP_OBJECTS;
    /* The more the program has made since the mark began, the more of it is done while the program waits. */
    if (behind > heap->full_threshold / 2) objects = HELP_OBJECTS * (u32)MIN(1 + behind / (heap->full_threshold + 1), 8);
    for (u32 done = 0; done < objects; done += OBJECTS_A_STEP)
        if (!step(heap, MIN(objects, OBJECTS_A_STEP))) break;
}

void rt_heap_after_fork(MoltVm *vm) {
    FullMark *full = &vm->heap.full;
    full->has_thread = false;
    full->quits = true; /* no new one: the child is short-lived */
    pthread_cond_init(&full->wake, NULL);
}
