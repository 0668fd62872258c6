/* heap_cards: where old objects may refer to young ones.
 *
 * The space of small and large objects is divided into cards of 128 bytes (a line, so that new objects
 * in the holes of a block do not draw attention to old ones), a byte each in a table. Whoever stores a reference or a word
 * into an object of the heap sets the byte of the place, or of the object's beginning: generated code (codegen/emit_memory.c), and C by
 * rt_wrote. A young collection then finds what it must keep without looking at other old objects: it marks what the old objects in the
 * cards that are set refer to (as Hosking, Moss, Stefanovic 1992 compare it with other barriers). Setting is a plain store: cards are
 * read while the world is stopped alone.
 *
 * While a full mark runs beside the program, a young collection notes the cards it cleans in `full_cards`: what was found before the
 * store must be looked at once more.
 */
#include "rt.h"

#define CARDS_PER_BLOCK (BLOCK_BYTES / CARD_BYTES)
#define CARD_GRANULES (CARD_BYTES / 8)

static u64 small_cards(const Heap *heap) { return (u64)heap->block_count * CARDS_PER_BLOCK; }
static u64 first_large_card(const Heap *heap) { return (u64)heap->block_limit * CARDS_PER_BLOCK; }
static u64 large_cards(const Heap *heap) { return ((u64)heap->page_count << PAGE_SHIFT) / CARD_BYTES; }

bool heap_card_is_set(const Heap *heap, const void *where) { return heap->cards[((uintptr_t)where - (uintptr_t)heap->small) >> CARD_SHIFT]; }

/* An old object that begins in front of the granule and reaches to it. */
static AbiObject *overlapping(const Heap *heap, const u64 *bits, u32 number, u32 granule) {
    u32 word = granule >> 6, lowest = granule > LARGE_BYTES / 8 ? (granule - LARGE_BYTES / 8) >> 6 : 0;
    u64 below = bits[word] & (((u64)1 << (granule & 63)) - 1);
    while (!below) {
        if (word == lowest) return NULL;
        below = bits[--word];
    }
    u32 start = word * 64 + 63 - (u32)__builtin_clzll(below);
    AbiObject *object = (AbiObject *)(void *)(block_start(heap, number) + (size_t)start * 8);
    return start * 8 + object_bytes(object) > (u64)granule * 8 ? object : NULL;
}

/* Both: false if there is no old object. */
static bool scan_small(RtMarker *marker, u64 card) {
    const Heap *heap = &marker->vm->heap;
    u32 number = (u32)(card / CARDS_PER_BLOCK), granule = (u32)(card % CARDS_PER_BLOCK) * CARD_GRANULES;
    const HeapBlock *block = &heap->blocks[number];
    if (block->state == BLOCK_UNUSED) return false;
    const u64 *bits = marker->mode == MARK_NEXT ? block->next : block->marks;
    AbiObject *before = overlapping(heap, bits, number, granule);
    if (before) heap_mark_object(marker, before);
    u64 inside = bits[granule >> 6] >> (granule & 63) & (((u64)1 << CARD_GRANULES) - 1);
    u8 *base = block_start(heap, number) + (size_t)granule * 8;
    for (u64 left = inside; left; left &= left - 1)
        heap_mark_object(marker, (AbiObject *)(void *)(base + 8 * (size_t)__builtin_ctzll(left)));
    return before || inside;
}

static bool scan_large(RtMarker *marker, u64 card) {
    Heap *heap = &marker->vm->heap;
    u64 offset = (card - first_large_card(heap)) * CARD_BYTES;
    bool beside = marker->mode == MARK_NEXT && !marker->vm->stopped;
    if (beside) pthread_mutex_lock(&heap->lock); /* the program makes large objects meanwhile */
    u32 owner = heap->page_owner[offset >> PAGE_SHIFT];
    u32 page = owner ? heap->objects.at[owner - 1].page : 0;
    if (beside) pthread_mutex_unlock(&heap->lock);
    if (!owner || !(heap->page_marks[page] & (marker->mode == MARK_NEXT ? PAGE_NEXT : PAGE_MARKED))) return false;
    AbiObject *object = (AbiObject *)(void *)(heap->large + ((size_t)page << PAGE_SHIFT));
    if (object->cls->kind != KIND_BUFFER) {
        heap_mark_object(marker, object);
        return true;
    }
    /* Of an array's long store just the words of the card. */
    AbiBuffer *buffer = (AbiBuffer *)object;
    if (buffer->elem != ELEM_WORD) return false;
    u8 *from = MAX(buffer->data, heap->large + offset), *end = MIN(buffer->data + buffer->bytes, heap->large + offset + CARD_BYTES);
    if (from < end) heap_mark_words(marker, (const Word *)(const void *)from, (size_t)(end - from) / 8);
    return true;
}

static bool scan_card(RtMarker *marker, u64 card) {
    return card < first_large_card(&marker->vm->heap) ? scan_small(marker, card) : scan_large(marker, card);
}

static u64 next_set(const u8 *cards, u64 from, u64 end) {
    for (; from < end && (from & 7); from++)
        if (cards[from]) return from;
    for (; from + 8 <= end; from += 8) {
        u64 eight;
        memcpy(&eight, cards + from, 8);
        if (eight) return from + (u64)__builtin_ctzll(eight) / 8;
    }
    for (; from < end; from++)
        if (cards[from]) return from;
    return end;
}

static void mark_range(RtMarker *marker, u64 from, u64 end) {
    Heap *heap = &marker->vm->heap;
    bool full = heap->full.state == FULL_MARKING || heap->full.state == FULL_MARKED;
    for (u64 card = next_set(heap->cards, from, end); card < end; card = next_set(heap->cards, card + 1, end)) {
        heap->cards[card] = 0;
        if (scan_card(marker, card) && full) heap->full_cards[card] = 1;
    }
}

/* Nothing is drained in between: a card of which all objects were made since the last collection needs no second look. */
void heap_mark_cards(RtMarker *marker) {
    const Heap *heap = &marker->vm->heap;
    mark_range(marker, 0, small_cards(heap));
    mark_range(marker, first_large_card(heap), first_large_card(heap) + large_cards(heap));
}

bool heap_mark_full_cards(RtMarker *marker, u64 cards) {
    Heap *heap = &marker->vm->heap;
    u64 first_large = first_large_card(heap), end = first_large + marker->large_bytes / CARD_BYTES;
    u64 *from = &heap->full.card_from;
    if (*from >= marker->small_bytes / CARD_BYTES && *from < first_large) *from = first_large;
    u64 limit = *from < first_large ? marker->small_bytes / CARD_BYTES : end;
    limit = MIN(limit, *from + cards);
    for (u64 card = next_set(heap->full_cards, *from, limit); card < limit; card = next_set(heap->full_cards, card + 1, limit)) {
        heap->full_cards[card] = 0;
        heap->full.cards_found++;
        scan_card(marker, card);
    }
    *from = limit;
    if (limit < end) return true;
    *from = 0;
    return false;
}

void rt_wrote_at(AbiObject *object, const void *where) {
    Heap *heap = &object->cls->vm->heap;
    u64 offset = (uintptr_t)where - (uintptr_t)heap->small;
    if (offset < heap_span(heap)) heap->cards[offset >> CARD_SHIFT] = 1;
}

void rt_wrote_range(AbiObject *object, const void *from, u64 bytes) {
    Heap *heap = &object->cls->vm->heap;
    u64 offset = (uintptr_t)from - (uintptr_t)heap->small;
    if (offset >= heap_span(heap) || !bytes) return;
    u64 first = offset >> CARD_SHIFT;
    memset(&heap->cards[first], 1, ((offset + bytes - 1) >> CARD_SHIFT) - first + 1);
}

void rt_wrote(AbiObject *object) { rt_wrote_at(object, object); }

void heap_clean_cards(Heap *heap) {
    memset(heap->cards, 0, small_cards(heap));
    memset(heap->cards + first_large_card(heap), 0, large_cards(heap));
}
