/* hot: the natives of molt.Hot, and of the collector.
 *
 * Without a live engine behind the hooks (a program that is simply run) the version is 1 and the functions have no effect.
 */
#include "values.h"

i32 molt_hot_version(void) {
    RtHooks *hooks = &rt_this_vm()->hooks;
    return hooks->hot_version ? hooks->hot_version(hooks->context) : 1;
}

void molt_hot_poll(void) { rt_safepoint(); }

void molt_hot_on_update(AbiObject *closure) {
    RtHooks *hooks = &rt_this_vm()->hooks;
    non_null(closure);
    if (hooks->hot_on_update) hooks->hot_on_update(hooks->context, closure);
}

/* null: the version before the live one. */
void molt_hot_rollback(Word version) {
    RtHooks *hooks = &rt_this_vm()->hooks;
    i32 number = -1;
    if (version != WORD_NULL) number = molt_rt_unbox_int(version);
    if (hooks->hot_rollback) hooks->hot_rollback(hooks->context, number);
}

/* ---- Collector -------------------------------------------------------------------------------------------------------------------------------- */

void molt_gc_run(void) { rt_collect(rt_this_vm()); }

/* 0: bytes in use after the last collection · 1: bytes allocated so far · 2: bytes obtained from the system · 3: collections ·
 * 4: seconds that collections took in all · 5: in the longest; others: 0. */
double molt_gc_stat(i32 which) {
    RtHeapStats stats;
    rt_heap_stats(rt_this_vm(), &stats);
    switch (which) {
    case 0: return (double)stats.used_bytes;
    case 1: return (double)stats.allocated_bytes;
    case 2: return (double)stats.committed_bytes;
    case 3: return (double)stats.collections;
    case 4: return (double)stats.stopped_ns * 1e-9;
    case 5: return (double)stats.longest_stop_ns * 1e-9;
    }
    return 0;
}
