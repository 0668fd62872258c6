/* arena: memory of one lifetime, in a chain of blocks.
 *
 * Contract: what arena_alloc returns is zeroed, aligned to 8 (16 for sizes of 16 and more) and stays where it is until arena_reset or
 * arena_free.
 * Invariants: blocks->next … are full or were left behind; only the first block is bumped. Bytes at and behind `used` of every block
 * are zero, so handing memory out needs no memset; arena_reset restores that for the block it keeps.
 * A large request gets a block of its own, put behind the first, so that the rest of the first is not wasted.
 */
#include "base.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define HIDE(at, bytes) ASAN_POISON_MEMORY_REGION(at, bytes)
#define SHOW(at, bytes) ASAN_UNPOISON_MEMORY_REGION(at, bytes)
/* A gap behind each piece, so that the sanitizer sees what runs past its end. */
enum { GAP = 16 };
#else
#define HIDE(at, bytes) ((void)0)
#define SHOW(at, bytes) ((void)0)
enum { GAP = 0 };
#endif

enum { FIRST_BLOCK = 1 << 10, LARGEST_BLOCK = 1 << 20 };

typedef struct Block {
    struct Block *next;
    size_t size, used; /* of data */
    _Alignas(16) char data[];
} Block;

struct Arena {
    const char *purpose;
    Block *blocks;
    size_t bytes; /* obtained from the system */
    size_t next_size;
};

static Block *new_block(Arena *arena, size_t size)
{
    Block *block = base_alloc(sizeof(Block) + size);
    block->size = size;
    arena->bytes += sizeof(Block) + size;
    HIDE(block->data, size);
    return block;
}

static void free_block(Block *block)
{
    SHOW(block->data, block->size);
    free(block);
}

Arena *arena_new(const char *purpose)
{
    Arena *arena = base_alloc(sizeof(Arena));
    arena->purpose = purpose;
    arena->next_size = FIRST_BLOCK;
    return arena;
}

void arena_free(Arena *arena)
{
    if (!arena) return;
    for (Block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free_block(block);
    }
    free(arena);
}

void arena_reset(Arena *arena)
{
    Block *kept = arena->blocks;
    if (!kept) return;
    for (Block *block = kept->next, *next; block; block = next) {
        next = block->next;
        arena->bytes -= sizeof(Block) + block->size;
        free_block(block);
    }
    kept->next = NULL;
    SHOW(kept->data, kept->size);
    memset(kept->data, 0, kept->used);
    kept->used = 0;
    HIDE(kept->data, kept->size);
}

static size_t aligned_end(const Block *block, size_t alignment)
{
    return (block->used + alignment - 1) & ~(alignment - 1);
}

void *arena_alloc(Arena *arena, size_t bytes)
{
    if (bytes > SIZE_MAX / 2) FATAL("arena \"%s\": impossible size %zu", arena->purpose, bytes);
    size_t alignment = bytes >= 16 ? 16 : 8;
    size_t wanted = bytes + GAP;
    Block *block = arena->blocks;
    if (!block || aligned_end(block, alignment) + wanted > block->size) {
        if (block && wanted > arena->next_size / 4) {
            Block *own = new_block(arena, wanted);
            own->used = wanted;
            own->next = block->next;
            block->next = own;
            SHOW(own->data, bytes);
            return own->data;
        }
        block = new_block(arena, MAX(arena->next_size, wanted));
        block->next = arena->blocks;
        arena->blocks = block;
        arena->next_size = MIN(arena->next_size * 2, (size_t)LARGEST_BLOCK);
    }
    size_t start = aligned_end(block, alignment);
    block->used = start + wanted;
    SHOW(block->data + start, bytes);
    return block->data + start;
}

void *arena_copy(Arena *arena, const void *data, size_t bytes)
{
    void *copy = arena_alloc(arena, bytes);
    if (bytes) memcpy(copy, data, bytes);
    return copy;
}

char *arena_strdup(Arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text) + 1);
}

char *arena_printf(Arena *arena, const char *format, ...)
{
    /* Most messages fit; those that do not are formatted a second time. */
    char short_text[256];
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(short_text, sizeof short_text, format, arguments);
    va_end(arguments);
    ASSERT(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1);
    if ((size_t)length < sizeof short_text)
        memcpy(text, short_text, (size_t)length + 1);
    else
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_bytes(const Arena *arena)
{
    return arena->bytes;
}
