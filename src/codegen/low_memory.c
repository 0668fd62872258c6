/* low_memory: permanent memory in the low 2 GiB, where generated code reaches it with 32-bit addresses.
 *
 * A LowMemory is a list of chunks of 1 MiB (or as large as one request), given out from front to back and released together. When no
 * place below 2 GiB is left, chunks come from anywhere; code that refers to them is longer and still right.
 */
#include <pthread.h>
#include <sys/mman.h>

#include "internal.h"

enum { CHUNK = 1 << 20 };

typedef struct LowChunk {
    u8 *at;
    size_t bytes;
} LowChunk;

struct LowMemory {
    pthread_mutex_t lock;
    VEC(LowChunk) chunks;
    size_t used; /* of the last chunk */
};

LowMemory *low_new(void) {
    LowMemory *low = base_alloc(sizeof *low);
    pthread_mutex_init(&low->lock, NULL);
    return low;
}

void low_free(LowMemory *low) {
    if (!low) return;
    for (u32 i = 0; i < low->chunks.count; i++) munmap(low->chunks.at[i].at, low->chunks.at[i].bytes);
    vec_free(&low->chunks);
    pthread_mutex_destroy(&low->lock);
    free(low);
}

static void add_chunk(LowMemory *low, size_t bytes) {
    const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE, flags | MAP_32BIT, -1, 0);
    if (at == MAP_FAILED) at = mmap(NULL, bytes, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (at == MAP_FAILED) FATAL("out of memory");
    vec_push(NULL, &low->chunks, (LowChunk){at, bytes});
    low->used = 0;
}

void *low_alloc(LowMemory *low, size_t bytes) {
    bytes = (bytes + 15) & ~(size_t)15;
    pthread_mutex_lock(&low->lock);
    if (low->chunks.count == 0 || vec_last(&low->chunks).bytes - low->used < bytes)
        add_chunk(low, MAX(bytes + (-bytes & 4095), (size_t)CHUNK));
    void *at = vec_last(&low->chunks).at + low->used;
    low->used += bytes;
    pthread_mutex_unlock(&low->lock);
    return at;
}
