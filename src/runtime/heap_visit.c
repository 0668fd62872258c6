/* heap_visit: going through all objects: enumeration of instances, the verifier. The world is stopped. */
#include "rt.h"

typedef void ObjectVisitor(void *context, AbiObject *object);

/* Every object whose start is known: what the last mark found and, in blocks that are walked, what came since. */
static void each_known(Heap *heap, ObjectVisitor *visit, void *context) {
    for (u32 number = 0; number < heap->block_count; number++) {
        HeapBlock *block = &heap->blocks[number];
        if (block->state == BLOCK_UNUSED) continue;
        u8 *base = block_start(heap, number);
        for (u32 word = 0; word < BITMAP_WORDS; word++) {
            for (u64 bits = block->starts[word]; bits; bits &= bits - 1)
                visit(context, (AbiObject *)(void *)(base + 8 * (size_t)(word * 64 + (u32)__builtin_ctzll(bits))));
        }
    }
    for (u32 i = 0; i < heap->objects.count; i++) {
        LargeObject *large = &heap->objects.at[i];
        if (!large->pages) continue;
        AbiObject *object = (AbiObject *)(void *)(heap->large + ((size_t)large->page << PAGE_SHIFT));
        if (object->cls) visit(context, object);
    }
}

/* ---- Instances of a class ----------------------------------------------------------------------------------------------------------- */

typedef struct Search {
    AbiClass *cls;
    ObjectVisitor *visit;
    void *context;
} Search;

static void visit_if_instance(void *search_, AbiObject *object) {
    const Search *search = search_;
    const AbiClass *wanted = search->cls, *cls = object->cls;
    if (wanted && (cls->depth < wanted->depth || cls->ancestors[wanted->depth] != wanted)) return;
    search->visit(search->context, object);
}

void rt_each_instance(MoltVm *vm, AbiClass *cls, void (*visit)(void *context, AbiObject *object), void *context) {
    rt_collect_stopped(vm);
    Search search = {cls, visit, context};
    each_known(&vm->heap, visit_if_instance, &search);
}

typedef struct Mention {
    u64 address;
    bool found;
} Mention;

static void look_for_mention(void *mention_, AbiObject *object) {
    Mention *mention = mention_;
    const u64 *words = (const u64 *)(const void *)object;
    for (u64 i = object_bytes(object) / 8; i-- > 1 && !mention->found;) mention->found = words[i] == mention->address;
    LateChunk **late = object->cls->late_count ? heap_late_place(&object->cls->vm->heap, object, false) : NULL;
    for (LateChunk *chunk = late ? *late : NULL; chunk; chunk = chunk->next)
        for (u32 i = 0; i < chunk->count; i++) mention->found |= chunk->values[i] == mention->address;
}

static void look_at_word(void *mention_, uintptr_t word) {
    Mention *mention = mention_;
    mention->found |= word == mention->address;
}

bool rt_is_mentioned(MoltVm *vm, const AbiObject *object) {
    Mention mention = {(u64)(uintptr_t)object, false};
    rt_collect_stopped(vm);
    each_known(&vm->heap, look_for_mention, &mention);
    for (StaticsChunk *chunk = vm->statics; chunk; chunk = chunk->next)
        for (u32 i = 0; i < chunk->used; i++) mention.found |= chunk->values[i] == mention.address;
    for (RtThread *thread = vm->threads; thread; thread = thread->next) rt_scan_stack_words(thread, look_at_word, &mention);
    return mention.found;
}

/* ---- Verifier ------------------------------------------------------------------------------------------------------------------------- */

typedef struct Verification {
    MoltVm *vm;
    Text *why;
    u32 errors;
} Verification;

#define MOST_ERRORS 20

static void complain(Verification *v, const AbiObject *object, const char *format, ...) PRINTF_LIKE(3, 4);
static void complain(Verification *v, const AbiObject *object, const char *format, ...) {
    if (v->errors++ >= MOST_ERRORS) return;
    char text[200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    text_printf(v->why, "%p: %s\n", (const void *)object, text);
}

static const char *class_name(const AbiObject *object) {
    const RtTypeInfo *info = object->cls->info;
    return info && info->name ? (const char *)info->name->data : "?";
}

/* What a reference leads to must be the start of an object, or lie outside of the heap. One from an old object to a young one stands in
 * a card that is set (where: its place; NULL: in a root). */
static void check_reference(Verification *v, const AbiObject *from, const void *where, Word word) {
    if (!word_is_ref(word)) return;
    Heap *heap = &v->vm->heap;
    u64 in_small = word - (u64)(uintptr_t)heap->small, in_large = word - (u64)(uintptr_t)heap->large;
    if (in_small >= (u64)heap->block_limit << BLOCK_SHIFT && in_large >= (u64)heap->page_limit << PAGE_SHIFT) return;
    if ((u64)(uintptr_t)heap_object_at(heap, word) != word) complain(v, from, "holds %p, which is no object", (void *)(uintptr_t)word);
    else if (from && heap_is_marked(heap, from) && !heap_is_marked(heap, word_ref(word)) && !heap_card_is_set(heap, from) &&
             !heap_card_is_set(heap, where))
        complain(v, from, "of class %s is old and holds a young %s at %+td without a word to the collector", class_name(from),
                 class_name(word_ref(word)), (const u8 *)where - (const u8 *)from);
}

static void check_words(Verification *v, const AbiObject *from, const u64 *words, const u64 *map, u32 count) {
    for (u32 i = 0; i < count; i++)
        if (!map || bit_get(map, i)) check_reference(v, from, &words[i], words[i]);
}

static void check_object(void *v_, AbiObject *object) {
    Verification *v = v_;
    Heap *heap = &v->vm->heap;
    const AbiClass *cls = object->cls;
    if (cls->object.cls != v->vm->core->class_class || cls->vm != v->vm) {
        complain(v, object, "has no valid class (%p)", (const void *)cls);
        return;
    }
    u64 offset = (uintptr_t)object - (uintptr_t)heap->small, bytes = object_bytes(object);
    if (offset < (u64)heap->block_count << BLOCK_SHIFT) {
        HeapBlock *block = &heap->blocks[offset >> BLOCK_SHIFT];
        u32 inside = (u32)(offset & (BLOCK_BYTES - 1));
        if (inside + bytes > BLOCK_BYTES || bytes > LARGE_BYTES) {
            complain(v, object, "has an impossible length of %llu", (unsigned long long)bytes);
            return;
        }
        for (u32 granule = inside / 8 + 1; granule < (inside + bytes) / 8; granule++)
            if (bit_get(block->starts, granule)) complain(v, object, "is overlapped by another object");
    } else {
        LargeObject *large = &heap->objects.at[heap->page_owner[((uintptr_t)object - (uintptr_t)heap->large) >> PAGE_SHIFT] - 1];
        if (bytes > (u64)large->pages << PAGE_SHIFT) complain(v, object, "is longer than its pages");
    }
    switch ((AbiKind)cls->kind) {
    case KIND_INSTANCE:
    case KIND_ENUM: {
        LateChunk **late = cls->late_count ? heap_late_place(heap, object, false) : NULL;
        for (LateChunk *chunk = late ? *late : NULL; chunk; chunk = chunk->next) {
            for (u32 i = 0; i < chunk->count && chunk->first + i < cls->late_count; i++)
                if (cls->late_map && bit_get(cls->late_map, chunk->first + i)) check_reference(v, object, object, chunk->values[i]);
        }
    }
        /* fallthrough */
    case KIND_CELL:
    case KIND_ANON:
    case KIND_NATIVE:
        if (cls->ref_map) check_words(v, object, (const u64 *)object, cls->ref_map, cls->size / 8);
        break;
    case KIND_ARRAY: {
        const AbiArray *array = (const AbiArray *)object;
        if (array->length < 0 || array->length > array->capacity) complain(v, object, "has length %d, capacity %d", array->length, array->capacity);
        if (array->data) check_reference(v, object, object, (u64)(uintptr_t)array->data - offsetof(AbiBuffer, data));
        break;
    }
    case KIND_BUFFER: {
        const AbiBuffer *buffer = (const AbiBuffer *)object;
        if (buffer->elem == ELEM_WORD) check_words(v, object, (const u64 *)(const void *)buffer->data, NULL, buffer->bytes / 8);
        break;
    }
    case KIND_CLOSURE: {
        const AbiClosure *closure = (const AbiClosure *)object;
        for (u32 i = 0; i < MIN(closure->count, 32u); i++)
            if (closure->ref_bits >> i & 1) check_reference(v, object, &closure->captures[i], closure->captures[i]);
        break;
    }
    case KIND_STRING:
    case KIND_I64:
    case KIND_CLASS: break;
    }
}

bool rt_heap_verify(MoltVm *vm, Text *why) {
    Heap *heap = &vm->heap;
    Verification v = {vm, why, 0};
    for (u32 number = 0; number < heap->block_count; number++) {
        HeapBlock *block = &heap->blocks[number];
        if (block->state != BLOCK_UNUSED && !block->walked && block->handed) heap_walk_block(heap, number);
    }
    each_known(heap, check_object, &v);
    for (StaticsChunk *chunk = vm->statics; chunk; chunk = chunk->next) check_words(&v, NULL, chunk->values, chunk->is_ref, chunk->used);
    return v.errors == 0;
}
