/* code_memory: memory for code in the low 2 GiB, and who owns which address.
 *
 * Process-wide service. Arenas of 64 MiB, each at a multiple of 64 MiB below 2 GiB, reserved one after the other as needed; each is a
 * shared anonymous mapping made twice, once readable and writable, once readable and executable, so that no page is ever both
 * (anonymous, because profilers ask the perf map for the names of such addresses alone). An arena is cut into granules of 256 bytes; blocks are runs of granules, taken first-fit from a list of free ranges and given back to it.
 *
 * A map beside each arena holds one owner word a granule. Readers (unwinder, signal handlers, stack walkers) load it with no lock:
 * arena by address bits 26…30, granule by bits 8…25. Everything else is under one lock.
 *
 * Arenas are shared mappings: after a fork the child must not write to the parent's, so code_memory_after_fork closes them for
 * allocation and the child's code goes to new ones.
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

enum { ARENA_SHIFT = 26, ARENA_BYTES = 1 << ARENA_SHIFT, GRANULE = 256, GRANULES = ARENA_BYTES / GRANULE, ARENAS = 1 << (31 - ARENA_SHIFT) };
enum { RESERVED_GRANULES = 1 }; /* at the start of an arena: the jump to the entry check */

typedef struct FreeRange {
    u32 first, count;
} FreeRange;

typedef struct CodeArena {
    uintptr_t run;
    u8 *write;
    bool closed; /* inherited through fork */
    u32 used;    /* granules */
    VEC(FreeRange) free; /* sorted, not adjacent */
    _Atomic uintptr_t *owners;
} CodeArena;

static struct {
    pthread_mutex_t lock;
    _Atomic(CodeArena *) arenas[ARENAS]; /* by address / ARENA_BYTES; published once, never removed */
    int modules;
} memory = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void *map_or_null(void *place, size_t bytes, int protection, int flags) {
    void *at = mmap(place, bytes, protection, flags, -1, 0);
    return at == MAP_FAILED ? NULL : at;
}

/* `jmp *0(%rip)` and the address: 14 bytes. */
static void write_far_jump(u8 *at, uintptr_t target) {
    static const u8 jump[6] = {0xff, 0x25, 0, 0, 0, 0};
    memcpy(at, jump, sizeof jump);
    memcpy(at + sizeof jump, &target, 8);
}

static CodeArena *arena_open(u32 number) {
    uintptr_t place = (uintptr_t)number << ARENA_SHIFT;
    CodeArena *arena = NULL;
    int shared = MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE;
    void *write = NULL, *run = map_or_null((void *)place, ARENA_BYTES, PROT_READ | PROT_EXEC, shared | MAP_FIXED_NOREPLACE);
    if (run && run != (void *)place) { /* a kernel that does not know the flag */
        munmap(run, ARENA_BYTES);
        run = NULL;
    }
    /* With an old size of 0 mremap maps the same pages a second time. */
    if (run) write = mremap(run, 0, ARENA_BYTES, MREMAP_MAYMOVE);
    if (write == MAP_FAILED) write = NULL;
    if (write && mprotect(write, ARENA_BYTES, PROT_READ | PROT_WRITE) != 0) {
        munmap(write, ARENA_BYTES);
        write = NULL;
    }
    void *owners = write ? map_or_null(NULL, GRANULES * sizeof(uintptr_t), PROT_READ | PROT_WRITE,
                                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE) : NULL;
    if (!owners) {
        if (run) munmap(run, ARENA_BYTES);
        if (write) munmap(write, ARENA_BYTES);
        return NULL;
    }
    arena = base_alloc(sizeof *arena);
    arena->run = place;
    arena->write = write;
    arena->owners = owners;
    vec_push(NULL, &arena->free, (FreeRange){RESERVED_GRANULES, GRANULES - RESERVED_GRANULES});
    write_far_jump(arena->write, (uintptr_t)molt_entry_check);
    atomic_store_explicit(&memory.arenas[number], arena, memory_order_release);
    return arena;
}

static bool take(CodeArena *arena, u32 granules, u32 *first) {
    for (u32 i = 0; i < arena->free.count; i++) {
        FreeRange *range = &arena->free.at[i];
        if (range->count < granules) continue;
        *first = range->first;
        range->first += granules;
        range->count -= granules;
        if (range->count == 0) {
            memmove(range, range + 1, (arena->free.count - i - 1) * sizeof *range);
            arena->free.count--;
        }
        arena->used += granules;
        return true;
    }
    return false;
}

static void give_back(CodeArena *arena, u32 first, u32 granules) {
    arena->used -= granules;
    u32 i = 0;
    while (i < arena->free.count && arena->free.at[i].first < first) i++;
    bool joins_left = i > 0 && arena->free.at[i - 1].first + arena->free.at[i - 1].count == first;
    bool joins_right = i < arena->free.count && first + granules == arena->free.at[i].first;
    if (joins_left && joins_right) {
        arena->free.at[i - 1].count += granules + arena->free.at[i].count;
        memmove(&arena->free.at[i], &arena->free.at[i + 1], (arena->free.count - i - 1) * sizeof *arena->free.at);
        arena->free.count--;
    } else if (joins_left) {
        arena->free.at[i - 1].count += granules;
    } else if (joins_right) {
        arena->free.at[i].first = first;
        arena->free.at[i].count += granules;
    } else {
        vec_push(NULL, &arena->free, (FreeRange){0, 0});
        memmove(&arena->free.at[i + 1], &arena->free.at[i], (arena->free.count - 1 - i) * sizeof *arena->free.at);
        arena->free.at[i] = (FreeRange){first, granules};
    }
}

static CodeArena *arena_of(uintptr_t address) {
    return address >> 31 ? NULL : atomic_load_explicit(&memory.arenas[address >> ARENA_SHIFT], memory_order_acquire);
}

/* Places are tried from 1 GiB upwards, then below it, where a program that is not position-independent has its own. */
static bool alloc_locked(u32 granules, CodeArena **arena, u32 *first) {
    for (u32 k = 0; k < ARENAS; k++) {
        *arena = atomic_load_explicit(&memory.arenas[k], memory_order_relaxed);
        if (*arena && !(*arena)->closed && take(*arena, granules, first)) return true;
    }
    for (u32 k = 0; k < ARENAS; k++) {
        u32 number = (k + ARENAS / 2) % ARENAS;
        if (number == 0 || atomic_load_explicit(&memory.arenas[number], memory_order_relaxed)) continue;
        *arena = arena_open(number);
        if (*arena && take(*arena, granules, first)) return true;
    }
    return false;
}

bool code_block_alloc(size_t bytes, CodeBlock *block) {
    if (bytes == 0 || bytes > ARENA_BYTES - RESERVED_GRANULES * GRANULE) return false;
    u32 granules = (u32)((bytes + GRANULE - 1) / GRANULE), first;
    CodeArena *arena;
    pthread_mutex_lock(&memory.lock);
    bool ok = alloc_locked(granules, &arena, &first);
    pthread_mutex_unlock(&memory.lock);
    if (ok) *block = (CodeBlock){arena->write + (size_t)first * GRANULE, arena->run + (uintptr_t)first * GRANULE, granules * GRANULE};
    return ok;
}

void code_block_free(const CodeBlock *block) {
    CodeArena *arena = arena_of(block->run);
    code_block_set_owner(block, 0);
    pthread_mutex_lock(&memory.lock);
    give_back(arena, (u32)((block->run - arena->run) / GRANULE), block->bytes / GRANULE);
    pthread_mutex_unlock(&memory.lock);
}

void code_block_set_owner(const CodeBlock *block, uintptr_t owner) {
    CodeArena *arena = arena_of(block->run);
    u32 first = (u32)((block->run - arena->run) / GRANULE);
    for (u32 i = 0; i < block->bytes / GRANULE; i++) atomic_store_explicit(&arena->owners[first + i], owner, memory_order_release);
}

uintptr_t code_owner(uintptr_t pc) {
    CodeArena *arena = arena_of(pc);
    return arena ? atomic_load_explicit(&arena->owners[(pc - arena->run) / GRANULE], memory_order_acquire) : 0;
}

uintptr_t code_entry_check(const CodeBlock *block) { return block->run & ~(uintptr_t)(ARENA_BYTES - 1); }

void code_memory_after_fork(void) {
    for (u32 k = 0; k < ARENAS; k++) {
        CodeArena *arena = atomic_load_explicit(&memory.arenas[k], memory_order_relaxed);
        if (arena) arena->closed = true;
    }
}

void code_modules_changed(int by) {
    pthread_mutex_lock(&memory.lock);
    memory.modules += by;
    pthread_mutex_unlock(&memory.lock);
}

CodeMemoryStats code_memory_stats(void) {
    CodeMemoryStats stats = {0};
    pthread_mutex_lock(&memory.lock);
    for (u32 k = 0; k < ARENAS; k++) {
        CodeArena *arena = atomic_load_explicit(&memory.arenas[k], memory_order_relaxed);
        if (!arena) continue;
        stats.reserved_bytes += ARENA_BYTES;
        stats.used_bytes += (u64)arena->used * GRANULE;
    }
    stats.modules = (u64)memory.modules;
    pthread_mutex_unlock(&memory.lock);
    return stats;
}
