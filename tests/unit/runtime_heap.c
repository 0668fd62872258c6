/* The heap: random graphs against a model, interior pointers, large objects, late areas, several threads, stops. */
#include "../../src/runtime/rt.h"
#include "unit.h"

#include <unistd.h>

/* ---- A machine and a node class ------------------------------------------------------------------------------------------------------- */

#define EDGES 4
typedef struct Node {
    AbiObject object;
    i32 id;
    i32 check;
    struct Node *edges[EDGES];
    Word word;
} Node;

static MoltVm *vm;
static AbiClass *node_class, *child_class, *medium_class;

static void open_vm(u64 limit, u32 stress) {
    RtOptions options = {.heap_limit = limit, .gc_stress = stress, .verify = true};
    vm = rt_vm_new(&options);
    u64 map = 0x7C; /* words 2 to 6 */
    node_class = rt_class_new(vm, &(RtClassSpec){.name = rt_intern(vm, "Node", 4), .kind = KIND_INSTANCE, .size = sizeof(Node), .ref_map = &map});
    child_class = rt_class_new(vm, &(RtClassSpec){.name = rt_intern(vm, "Child", 5), .kind = KIND_INSTANCE, .super = node_class,
                                                  .size = sizeof(Node) + 8, .ref_map = &map});
    u64 medium_map[4] = {0x7C};
    medium_class = rt_class_new(vm, &(RtClassSpec){.name = rt_intern(vm, "Medium", 6), .kind = KIND_INSTANCE, .super = node_class, .size = 1000,
                                                   .ref_map = medium_map});
    rt_attach(vm);
}

static void close_vm(void) {
    rt_detach(rt_self());
    rt_vm_free(vm);
}

static u64 random_state = 88172645463325252u;
static u32 random_below(u32 n) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (u32)(random_state >> 20) % n;
}

static __attribute__((noinline)) Node *new_node(i32 id) {
    AbiClass *cls = id % 7 == 0 ? medium_class : id % 3 == 0 ? child_class : node_class;
    Node *node = (Node *)rt_alloc(cls);
    for (u32 i = 0; i < cls->size / 8; i++) assert_true(i == 0 || ((u64 *)node)[i] == 0);
    node->id = id;
    node->check = ~id;
    return node;
}

static void set_edge(Node *node, u32 edge, Node *to) {
    node->edges[edge] = to;
    rt_wrote(&node->object);
}

/* Overwrites dead parts of the stack, so that old pointers in it do not keep objects alive. */
static __attribute__((noinline)) void clear_stack(void) {
    volatile u64 words[2048];
    for (u32 i = 0; i < LEN(words); i++) words[i] = 0;
}

static void count_object(void *count, AbiObject *object) {
    (void)object;
    ++*(u32 *)count;
}

static u32 count_instances(AbiClass *cls) {
    u32 count = 0;
    rt_stop_world(vm);
    rt_each_instance(vm, cls, count_object, &count);
    rt_resume_world(vm);
    return count;
}

/* ---- Graphs against a model -------------------------------------------------------------------------------------------------------------- */

#define NODES 3000
#define ROOTS 40

typedef struct Model {
    i32 edges[NODES][EDGES]; /* -1: none */
    i32 roots[ROOTS];
} Model;

static u32 check_reachable(const Model *model, Node **roots, bool *seen) {
    static Node *stack[NODES * EDGES + ROOTS];
    u32 depth = 0, count = 0;
    memset(seen, 0, NODES);
    for (u32 i = 0; i < ROOTS; i++) {
        assert_int_equal(model->roots[i] >= 0, roots[i] != NULL);
        if (roots[i]) {
            assert_int_equal(roots[i]->id, model->roots[i]);
            stack[depth++] = roots[i];
        }
    }
    while (depth) {
        Node *node = stack[--depth];
        assert_int_equal(node->check, ~node->id);
        if (seen[node->id]) continue;
        seen[node->id] = true;
        count++;
        for (u32 k = 0; k < EDGES; k++) {
            i32 to = model->edges[node->id][k];
            assert_int_equal(to >= 0, node->edges[k] != NULL);
            if (!node->edges[k]) continue;
            assert_int_equal(node->edges[k]->id, to);
            stack[depth++] = node->edges[k];
        }
    }
    return count;
}

static void random_graphs(void) {
    Model *model = base_alloc(sizeof *model);
    bool *seen = base_alloc(NODES);
    static Node *roots[ROOTS];
    memset(roots, 0, sizeof roots);
    rt_roots_add(vm, roots, ROOTS);
    memset(model, 0xFF, sizeof *model);
    i32 next = 0;
    for (u32 step = 0; step < 30000; step++) {
        u32 root = random_below(ROOTS);
        switch (random_below(4)) {
        case 0: { /* a new node in front of a root */
            if (next >= NODES) {
                /* Numbers start again with an empty graph. */
                memset(roots, 0, sizeof roots);
                memset(model, 0xFF, sizeof *model);
                next = 0;
            }
            Node *node = new_node(next);
            set_edge(node, 0, roots[root]);
            model->edges[next][0] = model->roots[root];
            roots[root] = node;
            model->roots[root] = next++;
            break;
        }
        case 1: { /* an edge between roots */
            u32 from = random_below(ROOTS), edge = random_below(EDGES);
            if (!roots[from]) break;
            set_edge(roots[from], edge, roots[root]);
            model->edges[roots[from]->id][edge] = model->roots[root];
            break;
        }
        case 2: /* move on along an edge */
            if (roots[root]) {
                u32 edge = random_below(EDGES);
                model->roots[root] = model->edges[roots[root]->id][edge];
                roots[root] = roots[root]->edges[edge];
            }
            break;
        case 3:
            if (random_below(8)) break;
            roots[root] = NULL;
            model->roots[root] = -1;
            break;
        }
        if (step % 5000 == 4999) {
            u32 wanted = check_reachable(model, roots, seen);
            clear_stack();
            rt_collect(vm);
            assert_int_equal(check_reachable(model, roots, seen), wanted);
            u32 live = count_instances(node_class);
            /* What a stale word on the stack keeps alive is little. */
            assert_in_range(live, wanted, wanted + 400);
        }
    }
    rt_roots_remove(vm, roots);
    free(seen);
    free(model);
}

static void test_graphs(void **state) {
    (void)state;
    open_vm((u64)64 << 20, 0);
    random_graphs();
    close_vm();
}

static void test_graphs_under_stress(void **state) {
    (void)state;
    open_vm((u64)64 << 20, 50);
    random_graphs();
    close_vm();
}

/* A full mark runs beside the program all the time. */
static void test_graphs_beside_a_full_mark(void **state) {
    (void)state;
    open_vm((u64)64 << 20, 0);
    vm->heap.least_full = 0;
    vm->heap.young_bytes = vm->heap.threshold = 64 << 10;
    vm->heap.full_threshold = 0;
    random_graphs();
    close_vm();
}

/* ---- Old and young ------------------------------------------------------------------------------------------------------------------------------ */

static Node *spine;

/* A list of old nodes, each of which leads to a young one that is replaced again and again. */
static void test_old_leads_to_young(void **state) {
    (void)state;
    enum { OLD = 20000, ROUNDS = 200 };
    open_vm((u64)256 << 20, 0);
    vm->heap.verify = false; /* asks each object at each collection */
    vm->heap.least_full = 0;
    rt_roots_add(vm, &spine, 1);
    for (i32 i = 0; i < OLD; i++) {
        Node *node = new_node(i);
        set_edge(node, 0, spine);
        spine = node;
    }
    rt_collect(vm);
    RtHeapStats before, stats;
    rt_heap_stats(vm, &before);
    for (i32 round = 0; round < ROUNDS; round++) {
        i32 i = 0;
        for (Node *node = spine; node; node = node->edges[0]) {
            if (i++ % 7 == round % 7) set_edge(node, 1, new_node(round));
            rt_safepoint();
        }
    }
    for (Node *node = spine; node; node = node->edges[0]) {
        assert_non_null(node->edges[1]);
        assert_int_equal(node->edges[1]->check, ~node->edges[1]->id);
        assert_true(node->edges[1]->id >= ROUNDS - 7);
    }
    rt_heap_stats(vm, &stats);
    assert_true(stats.collections > before.collections + 5); /* young ones */
    assert_true(stats.full_collections > before.full_collections); /* beside the program, nobody asked for one */
    assert_true(stats.committed_bytes < (u64)64 << 20);
    assert_true(count_instances(node_class) < 3 * OLD);
    spine = NULL;
    rt_roots_remove(vm, &spine);
    close_vm();
}

/* What a young collection forgets is what an old object was not said to refer to: the verifier sees it. */
static void test_verifier_misses_a_barrier(void **state) {
    (void)state;
    open_vm((u64)16 << 20, 0);
    rt_roots_add(vm, &spine, 1);
    spine = new_node(1);
    rt_collect(vm);
    Text why = {0};
    spine->edges[2] = new_node(2);
    rt_stop_world(vm);
    assert_false(rt_heap_verify(vm, &why));
    assert_non_null(strstr(why.at, "without a word to the collector"));
    rt_wrote(&spine->object);
    text_free(&why);
    assert_true(rt_heap_verify(vm, &why));
    rt_resume_world(vm);
    text_free(&why);
    spine = NULL;
    rt_roots_remove(vm, &spine);
    close_vm();
}

/* ---- Reclaiming, interior pointers ----------------------------------------------------------------------------------------------------------- */

static __attribute__((noinline)) void make_garbage(u32 count) {
    for (u32 i = 0; i < count; i++) new_node((i32)i);
}

static void test_garbage_is_reused(void **state) {
    (void)state;
    open_vm((u64)16 << 20, 0);
    for (u32 i = 0; i < 40; i++) make_garbage(20000); /* far more than the limit */
    clear_stack();
    rt_collect(vm);
    RtHeapStats stats;
    rt_heap_stats(vm, &stats);
    assert_true(stats.collections > 5);
    assert_true(stats.used_bytes < (u64)1 << 20);
    assert_true(stats.allocated_bytes > (u64)100 << 20);
    close_vm();
}

static __attribute__((noinline)) u64 interior_address(void) {
    Node *node = new_node(5);
    set_edge(node, 0, new_node(6));
    return (u64)(uintptr_t)&node->edges[2];
}

static void test_interior_pointer_keeps_object(void **state) {
    (void)state;
    open_vm((u64)16 << 20, 0);
    volatile u64 address = interior_address();
    clear_stack();
    make_garbage(1000);
    rt_collect(vm);
    make_garbage(1000);
    Node *node = (Node *)(uintptr_t)(address - offsetof(Node, edges[2]));
    assert_ptr_equal(rt_object_at(vm, (void *)(uintptr_t)address), node);
    assert_int_equal(node->id, 5);
    assert_int_equal(node->edges[0]->id, 6);
    close_vm();
}

/* ---- Large objects ------------------------------------------------------------------------------------------------------------------------------ */

static __attribute__((noinline)) void large_round(AbiObject **kept, u32 round) {
    for (u32 i = 0; i < 16; i++) {
        u64 bytes = 9000 + (u64)random_below(200000);
        AbiBuffer *buffer = rt_alloc_buffer(i % 2 ? ELEM_WORD : ELEM_I32, bytes);
        for (u64 k = 0; k < bytes; k++) assert_int_equal(buffer->data[k], 0);
        if (buffer->elem == ELEM_WORD) {
            ((Word *)(void *)buffer->data)[3] = word_of_ref(new_node((i32)(round * 16 + i)));
            rt_wrote_at(&buffer->object, buffer->data + 24);
        } else memset(buffer->data, 0x11, bytes);
        kept[i] = &buffer->object;
        if (random_below(2)) kept[random_below(16)] = NULL;
    }
}

static void test_large_objects(void **state) {
    (void)state;
    open_vm((u64)64 << 20, 0);
    static AbiObject *kept[16];
    memset(kept, 0, sizeof kept);
    rt_roots_add(vm, kept, 16);
    for (u32 round = 0; round < 60; round++) {
        large_round(kept, round);
        if (round % 10 == 9) rt_collect(vm);
        for (u32 i = 0; i < 16; i++) {
            AbiBuffer *buffer = (AbiBuffer *)kept[i];
            if (!buffer || buffer->elem != ELEM_WORD) continue;
            Node *node = (Node *)(uintptr_t)((Word *)(void *)buffer->data)[3];
            assert_int_equal(node->check, ~node->id);
            assert_ptr_equal(rt_object_at(vm, buffer->data + buffer->bytes - 1), buffer);
        }
    }
    memset(kept, 0, sizeof kept);
    clear_stack();
    rt_collect(vm);
    RtHeapStats stats;
    rt_heap_stats(vm, &stats);
    assert_true(stats.used_bytes < (u64)2 << 20);
    rt_roots_remove(vm, kept);
    close_vm();
}

/* ---- Limit ------------------------------------------------------------------------------------------------------------------------------------------ */

static u64 fill_heap(void) {
    Node *list = NULL;
    for (i32 i = 0;; i++) {
        Node *node = new_node(1);
        set_edge(node, 0, list);
        list = node;
        if (i > 10000000) return (u64)(uintptr_t)list;
    }
}

static void test_limit(void **state) {
    (void)state;
    open_vm((u64)4 << 20, 0);
    for (u32 i = 0; i < 3; i++) {
        u64 result;
        assert_int_equal(rt_call(RT_ENTRY_CATCH, (void *)fill_heap, NULL, 0, &result), RT_THROWN);
        assert_ptr_equal((void *)(uintptr_t)rt_exception_word(rt_self()), vm->text_out_of_memory);
    }
    close_vm();
}

/* ---- Finalisers ------------------------------------------------------------------------------------------------------------------------------------ */

typedef struct Resource {
    AbiObject object;
    u64 number;
} Resource;
static u32 released;
static u64 released_sum;
static void release_resource(AbiObject *object) {
    released++;
    released_sum += ((Resource *)object)->number;
}

static __attribute__((noinline)) void make_resources(AbiClass *cls, AbiObject **kept) {
    for (u64 i = 0; i < 100; i++) {
        Resource *resource = (Resource *)rt_alloc_native(cls);
        resource->number = i;
        if (i == 41) *kept = &resource->object;
    }
}

static void test_finalisers(void **state) {
    (void)state;
    open_vm((u64)16 << 20, 0);
    AbiClass *cls = rt_class_new(vm, &(RtClassSpec){.kind = KIND_NATIVE, .size = sizeof(Resource), .finalise = release_resource});
    static AbiObject *kept;
    rt_roots_add(vm, &kept, 1);
    released = 0;
    released_sum = 0;
    make_resources(cls, &kept);
    clear_stack();
    make_garbage(20000);
    rt_collect(vm);
    assert_in_range(released, 90, 99);
    rt_collect(vm);
    assert_int_equal(((Resource *)kept)->number, 41);
    close_vm();
    assert_int_equal(released, 100); /* the others when the machine ends */
    assert_int_equal(released_sum, 4950);
}

/* ---- Late areas --------------------------------------------------------------------------------------------------------------------------------------- */

static void test_late_areas(void **state) {
    (void)state;
    open_vm((u64)64 << 20, 0);
    static Node *kept[100];
    memset(kept, 0, sizeof kept);
    rt_roots_add(vm, kept, LEN(kept));
    for (u32 i = 0; i < LEN(kept); i++) kept[i] = new_node((i32)i);
    static const u64 first_map[1] = {2}, second_map[2] = {2, (u64)1 << 5};
    AbiClass *classes[] = {node_class, child_class, medium_class};
    for (u32 i = 0; i < 3; i++) {
        classes[i]->late_map = first_map;
        classes[i]->late_count = 3;
    }
    for (u32 i = 0; i < LEN(kept); i++) {
        u64 *number = rt_late(&kept[i]->object, 0), *ref = rt_late(&kept[i]->object, 1);
        assert_int_equal(*number, 0);
        assert_int_equal(*ref, 0);
        *number = i * 1000;
        *ref = (u64)(uintptr_t)new_node((i32)i + 500);
        rt_wrote(&kept[i]->object);
    }
    u64 *stable = rt_late(&kept[7]->object, 0);
    rt_collect(vm);
    for (u32 i = 0; i < 3; i++) {
        classes[i]->late_map = second_map;
        classes[i]->late_count = 70;
    }
    for (u32 i = 0; i < LEN(kept); i += 2) {
        *(u64 *)rt_late(&kept[i]->object, 69) = (u64)(uintptr_t)new_node((i32)i + 900);
        rt_wrote(&kept[i]->object);
    }
    make_garbage(5000);
    rt_collect(vm);
    make_garbage(5000);
    assert_ptr_equal(rt_late(&kept[7]->object, 0), stable);
    for (u32 i = 0; i < LEN(kept); i++) {
        assert_int_equal(*(u64 *)rt_late(&kept[i]->object, 0), i * 1000);
        assert_int_equal((*(Node **)rt_late(&kept[i]->object, 1))->id, i + 500);
        if (i % 2 == 0) assert_int_equal((*(Node **)rt_late(&kept[i]->object, 69))->id, i + 900);
    }
    memset(kept, 0, sizeof kept);
    clear_stack();
    rt_collect(vm);
    rt_collect(vm);
    RtHeapStats stats;
    rt_heap_stats(vm, &stats);
    assert_true(stats.late_bytes < 200000);
    rt_roots_remove(vm, kept);
    close_vm();
}

/* ---- Threads ------------------------------------------------------------------------------------------------------------------------------------------- */

#define THREADS 4

static _Atomic u32 running;
static _Atomic bool enough;

static void *churn(void *seed_) {
    rt_attach(vm);
    u32 seed = (u32)(uintptr_t)seed_;
    Node *list = NULL;
    i32 length = 0;
    for (u32 i = 0; i < 200000; i++) {
        Node *node = (Node *)rt_alloc(node_class);
        node->id = (i32)(seed * 1000000 + i);
        node->check = ~node->id;
        set_edge(node, 1, list);
        list = node;
        if (++length > 300) {
            i32 at = node->id;
            for (Node *each = list; each; each = each->edges[1]) {
                assert_int_equal(each->id, at--);
                assert_int_equal(each->check, ~each->id);
            }
            list = NULL;
            length = 0;
        }
        rt_safepoint();
        if (i % 1000 == 0) {
            rt_enter_native();
            if (i % 5000 == 0) usleep(50);
            rt_leave_native();
        }
    }
    rt_detach(rt_self());
    running--;
    return NULL;
}

static void test_threads(void **state) {
    (void)state;
    open_vm((u64)64 << 20, 0);
    vm->heap.threshold = 1 << 20;
    pthread_t threads[THREADS];
    running = THREADS;
    for (u32 i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, churn, (void *)(uintptr_t)(i + 1));
    u32 stops = 0;
    while (running) {
        rt_stop_world(vm);
        assert_true(rt_world_stopped(vm));
        stops++;
        rt_resume_world(vm);
        rt_enter_native();
        usleep(200);
        rt_leave_native();
    }
    rt_enter_native();
    for (u32 i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    rt_leave_native();
    assert_true(stops > 3);
    rt_collect(vm);
    close_vm();
}

static void *sleeper(void *unused) {
    (void)unused;
    rt_attach(vm);
    rt_enter_native();
    running--;
    while (!enough) usleep(1000);
    rt_leave_native();
    rt_detach(rt_self());
    return NULL;
}

static void *spinner(void *unused) {
    (void)unused;
    rt_attach(vm);
    running--;
    while (!enough)
        if (molt_thread.poll) rt_safepoint();
    rt_detach(rt_self());
    return NULL;
}

/* A thread in a system call does not delay a stop, one that polls does so for a few microseconds; also from a thread of no machine. */
static void test_stop_latency(void **state) {
    (void)state;
    open_vm((u64)16 << 20, 0);
    enough = false;
    running = 2;
    pthread_t threads[2];
    pthread_create(&threads[0], NULL, sleeper, NULL);
    pthread_create(&threads[1], NULL, spinner, NULL);
    rt_detach(rt_self());
    while (running) usleep(100);
    u64 best = UINT64_MAX;
    for (u32 i = 0; i < 50; i++) {
        u64 began = clock_ns();
        rt_stop_world(vm);
        u64 took = clock_ns() - began;
        rt_resume_world(vm);
        best = MIN(best, took);
    }
    enough = true;
    for (u32 i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    assert_true(best < 2000000);
    rt_vm_free(vm);
}

/* ---- Poll hook ------------------------------------------------------------------------------------------------------------------------------------------ */

static u32 polled;
static void count_poll(void *context, RtThread *thread) {
    (void)context;
    assert_ptr_equal(thread, rt_self());
    polled++;
}

static void test_poll_hook(void **state) {
    (void)state;
    open_vm((u64)16 << 20, 0);
    rt_hooks(vm)->poll = count_poll;
    polled = 0;
    rt_safepoint();
    assert_int_equal(polled, 0);
    rt_request_poll(vm, NULL);
    assert_true(molt_thread.limit == UINTPTR_MAX);
    rt_safepoint();
    rt_safepoint();
    assert_int_equal(polled, 1);
    assert_true(molt_thread.limit == rt_self()->normal_limit);
    close_vm();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_graphs),
        cmocka_unit_test(test_graphs_under_stress),
        cmocka_unit_test(test_garbage_is_reused),
        cmocka_unit_test(test_interior_pointer_keeps_object),
        cmocka_unit_test(test_large_objects),
        cmocka_unit_test(test_graphs_beside_a_full_mark),
        cmocka_unit_test(test_old_leads_to_young),
        cmocka_unit_test(test_verifier_misses_a_barrier),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_finalisers),
        cmocka_unit_test(test_late_areas),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_stop_latency),
        cmocka_unit_test(test_poll_hook),
    };
    return cmocka_run_group_tests_name("runtime_heap", tests, NULL, NULL);
}
