/* heap_large: objects of more than LARGE_BYTES, each in pages of its own.
 *
 * Free pages are runs in a vector sorted by address, neighbours joined; allocation takes the first that is long enough, else extends
 * the used part of the reserved space. Pages that were freed stay dirty until they are used again (then cleared) or are in excess
 * after a collection (then returned to the system, which makes them zero).
 */
#include "rt.h"

#include <sys/mman.h>

#define KEPT_DIRTY_PAGES 2048u

static u8 *page_start(const Heap *heap, u32 page) { return heap->large + ((size_t)page << PAGE_SHIFT); }

/* A run of pages, cleared; UINT32_MAX: none. */
static u32 take_pages(Heap *heap, u32 pages) {
    for (u32 i = 0; i < heap->runs.count; i++) {
        PageRun *run = &heap->runs.at[i];
        if (run->pages < pages) continue;
        u32 page = run->page;
        if (run->dirty) {
            memset(page_start(heap, page), 0, (size_t)pages << PAGE_SHIFT);
            heap->dirty_pages -= pages;
        }
        run->page += pages;
        run->pages -= pages;
        if (!run->pages) {
            memmove(run, run + 1, (heap->runs.count - i - 1) * sizeof *run);
            heap->runs.count--;
        }
        return page;
    }
    if (heap->page_limit - heap->page_count < pages) return UINT32_MAX;
    u32 page = heap->page_count;
    heap->page_count += pages;
    return page;
}

static void give_pages(Heap *heap, u32 page, u32 pages) {
    u32 low = 0, high = heap->runs.count;
    while (low < high) {
        u32 middle = (low + high) / 2;
        if (heap->runs.at[middle].page < page) low = middle + 1;
        else high = middle;
    }
    heap->dirty_pages += pages;
    vec_push(NULL, &heap->runs, (PageRun){0});
    PageRun *runs = heap->runs.at;
    memmove(runs + low + 1, runs + low, (heap->runs.count - 1 - low) * sizeof *runs);
    runs[low] = (PageRun){page, pages, true};
    /* A joined run is dirty as a whole: clean pages in it count as dirty from then on. */
    if (low + 1 < heap->runs.count && runs[low].page + runs[low].pages == runs[low + 1].page) {
        if (!runs[low + 1].dirty) heap->dirty_pages += runs[low + 1].pages;
        runs[low].pages += runs[low + 1].pages;
        memmove(runs + low + 1, runs + low + 2, (heap->runs.count - low - 2) * sizeof *runs);
        heap->runs.count--;
    }
    if (low > 0 && runs[low - 1].page + runs[low - 1].pages == runs[low].page) {
        if (!runs[low - 1].dirty) heap->dirty_pages += runs[low - 1].pages;
        runs[low - 1].pages += runs[low].pages;
        runs[low - 1].dirty = true;
        memmove(runs + low, runs + low + 1, (heap->runs.count - low - 1) * sizeof *runs);
        heap->runs.count--;
    }
}

static void clean_runs(Heap *heap) {
    for (u32 i = 0; i < heap->runs.count; i++) {
        PageRun *run = &heap->runs.at[i];
        if (!run->dirty) continue;
        madvise(page_start(heap, run->page), (size_t)run->pages << PAGE_SHIFT, MADV_DONTNEED);
        run->dirty = false;
    }
    heap->dirty_pages = 0;
    /* A free run at the end of the used part is given up altogether. */
    if (heap->runs.count) {
        PageRun *last = &vec_last(&heap->runs);
        if (last->page + last->pages == heap->page_count) {
            heap->page_count = last->page;
            heap->runs.count--;
        }
    }
}

void *heap_alloc_large(MoltVm *vm, u64 bytes) {
    Heap *heap = &vm->heap;
    u64 pages = (bytes + PAGE_BYTES - 1) >> PAGE_SHIFT;
    if ((((u64)heap->blocks_in_use << BLOCK_SHIFT) + ((heap->large_pages + pages) << PAGE_SHIFT)) > heap->limit) return NULL;
    u32 page = take_pages(heap, (u32)pages);
    if (page == UINT32_MAX) return NULL;
    u32 number;
    if (heap->free_numbers.count) {
        number = vec_pop(&heap->free_numbers);
    } else {
        number = heap->objects.count;
        vec_push(NULL, &heap->objects, (LargeObject){0});
    }
    heap->objects.at[number] = (LargeObject){.page = page, .pages = (u32)pages};
    for (u32 i = 0; i < pages; i++) heap->page_owner[page + i] = number + 1;
    heap->page_marks[page] = 0;
    vec_push(NULL, &heap->young_large, number);
    heap->large_pages += pages;
    heap->since += pages << PAGE_SHIFT;
    heap->total_bytes += pages << PAGE_SHIFT;
    return page_start(heap, page);
}

void heap_large_sweep(MoltVm *vm, bool young) {
    Heap *heap = &vm->heap;
    u32 count = young ? heap->young_large.count : heap->objects.count;
    for (u32 k = 0; k < count; k++) {
        u32 i = young ? heap->young_large.at[k] : k;
        LargeObject *object = &heap->objects.at[i];
        if (!object->pages || heap->page_marks[object->page] & PAGE_MARKED) continue;
        heap_late_free(heap, object->late);
        memset(&heap->page_owner[object->page], 0, object->pages * sizeof(u32));
        give_pages(heap, object->page, object->pages);
        heap->large_pages -= object->pages;
        *object = (LargeObject){0};
        vec_push(NULL, &heap->free_numbers, i);
    }
    heap->young_large.count = 0;
    if (heap->dirty_pages > MAX((u64)KEPT_DIRTY_PAGES, heap->large_pages / 2)) clean_runs(heap);
}
