/* undo: the log that makes an update of the program's model one transaction.
 *
 * Contract: rollback first puts all touched bytes back, newest first, then runs the rollback callbacks, newest first: memory that was
 * allocated during the update may have been touched, so it must be released last. Commit runs the commit callbacks. Both leave the log
 * empty, ready for the next update. Memory that was touched must not be freed while the log is open, except through a callback.
 * An object touched twice is copied once, unless the second time covers more bytes.
 */
#include "base.h"

typedef struct Touched {
    void *object;
    void *copy;
    size_t bytes;
} Touched;

typedef struct Callback {
    void (*release)(void *);
    void *object;
} Callback;

struct Undo {
    Arena *arena; /* of the copies */
    VEC(Touched) touched;
    Map first_touch; /* object -> number in `touched` + 1, of the one that covers most */
    VEC(Callback) on_rollback;
    VEC(Callback) on_commit;
};

Undo *undo_new(void)
{
    Undo *undo = base_alloc(sizeof(Undo));
    undo->arena = arena_new("undo log");
    return undo;
}

void undo_free(Undo *undo)
{
    if (!undo) return;
    /* An update that was never committed did not happen. */
    undo_rollback(undo);
    arena_free(undo->arena);
    vec_free(&undo->touched);
    map_free(&undo->first_touch);
    vec_free(&undo->on_rollback);
    vec_free(&undo->on_commit);
    free(undo);
}

void undo_touch(Undo *undo, void *object, size_t bytes)
{
    if (!undo || !bytes) return;
    u64 key = (u64)(uintptr_t)object;
    uintptr_t known = (uintptr_t)map_get(&undo->first_touch, key);
    if (known && undo->touched.at[known - 1].bytes >= bytes) return;
    Touched touched = {object, arena_copy(undo->arena, object, bytes), bytes};
    vec_push(NULL, &undo->touched, touched);
    map_set(&undo->first_touch, key, (void *)(uintptr_t)undo->touched.count);
}

void undo_on_rollback(Undo *undo, void (*release)(void *), void *object)
{
    if (!undo) return;
    Callback callback = {release, object};
    vec_push(NULL, &undo->on_rollback, callback);
}

void undo_on_commit(Undo *undo, void (*release)(void *), void *object)
{
    if (!undo) {
        release(object);
        return;
    }
    Callback callback = {release, object};
    vec_push(NULL, &undo->on_commit, callback);
}

static void forget(Undo *undo)
{
    undo->touched.count = 0;
    undo->on_rollback.count = 0;
    undo->on_commit.count = 0;
    map_clear(&undo->first_touch);
    arena_reset(undo->arena);
}

void undo_rollback(Undo *undo)
{
    if (!undo) return;
    for (u32 i = undo->touched.count; i > 0; i--) {
        Touched *touched = &undo->touched.at[i - 1];
        memcpy(touched->object, touched->copy, touched->bytes);
    }
    for (u32 i = undo->on_rollback.count; i > 0; i--) {
        Callback callback = undo->on_rollback.at[i - 1];
        callback.release(callback.object);
    }
    forget(undo);
}

void undo_commit(Undo *undo)
{
    if (!undo) return;
    for (u32 i = undo->on_commit.count; i > 0; i--) {
        Callback callback = undo->on_commit.at[i - 1];
        callback.release(callback.object);
    }
    forget(undo);
}
