/* stub: what a slot holds while its function has no code.
 *
 * 16 bytes each, in blocks of code memory whose first place is the jump to the common entry. A lazy stub puts its slot into r11 and
 * leaves all argument registers alone, so does a guard's stub with its guard; a stub for a missing function passes what it was made with as the first argument.
 * The owner word of such a block has its lowest bit set.
 */
#include <pthread.h>

#include "internal.h"

enum { STUB_BYTES = 16, BLOCK_STUBS = 256 };

typedef struct StubBlock {
    CodeBlock code;
    u32 used; /* places; the first three are the jumps to the common entries */
} StubBlock;

struct CodeStubs {
    pthread_mutex_t lock;
    void (*lazy_entry)(void);
    void (*missing_entry)(void *what);
    void (*guard_entry)(void);
    VEC(StubBlock) blocks;
};
enum { PLACE_LAZY, PLACE_MISSING, PLACE_GUARD, PLACE_FIRST };

CodeStubs *code_stubs_new(void (*lazy_entry)(void), void (*missing_entry)(void *what), void (*guard_entry)(void)) {
    CodeStubs *stubs = base_alloc(sizeof *stubs);
    pthread_mutex_init(&stubs->lock, NULL);
    stubs->lazy_entry = lazy_entry;
    stubs->missing_entry = missing_entry;
    stubs->guard_entry = guard_entry;
    return stubs;
}

void code_stubs_free(CodeStubs *stubs) {
    if (!stubs) return;
    for (u32 k = 0; k < stubs->blocks.count; k++) code_block_free(&stubs->blocks.at[k].code);
    vec_free(&stubs->blocks);
    pthread_mutex_destroy(&stubs->lock);
    free(stubs);
}

/* jmp *0(%rip), address */
static void write_jump(u8 *at, uintptr_t target) {
    static const u8 jump[6] = {0xff, 0x25, 0, 0, 0, 0};
    memcpy(at, jump, sizeof jump);
    memcpy(at + sizeof jump, &target, 8);
}

static StubBlock *block_with_room(CodeStubs *stubs) {
    if (stubs->blocks.count && vec_last(&stubs->blocks).used < BLOCK_STUBS) return &vec_last(&stubs->blocks);
    StubBlock block = {.used = PLACE_FIRST};
    if (!code_block_alloc(STUB_BYTES * BLOCK_STUBS, &block.code)) FATAL("out of memory for code");
    write_jump(block.code.write + PLACE_LAZY * STUB_BYTES, (uintptr_t)stubs->lazy_entry);
    write_jump(block.code.write + PLACE_MISSING * STUB_BYTES, (uintptr_t)stubs->missing_entry);
    write_jump(block.code.write + PLACE_GUARD * STUB_BYTES, (uintptr_t)stubs->guard_entry);
    code_block_set_owner(&block.code, (uintptr_t)stubs | 1);
    vec_push(NULL, &stubs->blocks, block);
    return &vec_last(&stubs->blocks);
}

/* movabs $value, register; jmp to the common place */
static void *make_stub(CodeStubs *stubs, const u8 load[2], uintptr_t value, u32 place) {
    pthread_mutex_lock(&stubs->lock);
    StubBlock *block = block_with_room(stubs);
    u32 offset = block->used++ * STUB_BYTES;
    u8 *at = block->code.write + offset;
    i32 distance = (i32)(place * STUB_BYTES) - (i32)(offset + 15);
    memcpy(at, load, 2);
    memcpy(at + 2, &value, 8);
    at[10] = 0xe9;
    memcpy(at + 11, &distance, 4);
    void *code = (void *)(block->code.run + offset);
    pthread_mutex_unlock(&stubs->lock);
    return code;
}

void *code_stub_lazy(CodeStubs *stubs, AbiSlot *slot) {
    static const u8 load_r11[2] = {0x49, 0xbb};
    return make_stub(stubs, load_r11, (uintptr_t)slot, PLACE_LAZY);
}

void *code_stub_guard(CodeStubs *stubs, const void *guard) {
    static const u8 load_r11[2] = {0x49, 0xbb};
    return make_stub(stubs, load_r11, (uintptr_t)guard, PLACE_GUARD);
}

void *code_stub_missing(CodeStubs *stubs, const void *what) {
    static const u8 load_rdi[2] = {0x48, 0xbf};
    return make_stub(stubs, load_rdi, (uintptr_t)what, PLACE_MISSING);
}

bool code_stub_is(const void *code) { return code_owner((uintptr_t)code) & 1; }
