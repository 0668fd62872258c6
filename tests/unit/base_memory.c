/* Arenas, names, vectors, maps. */
#include "unit.h"

#include "../../src/base/base.h"

#include <pthread.h>

static void arena_gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    Arena *arena = arena_new("test");
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *memory = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)memory % (size >= 16 ? 16 : 8), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(memory[i], 0);
        memset(memory, 0xAA, size);
    }
    arena_free(arena);
    arena_free(NULL);
}

static void arena_keeps_what_it_gave(void **state)
{
    (void)state;
    Arena *arena = arena_new("test");
    enum { COUNT = 4000 };
    u32 *pieces[COUNT];
    for (u32 i = 0; i < COUNT; i++) {
        /* Small ones with a large one now and then, which gets a block of its own. */
        u32 words = i % 100 == 50 ? 40000 : 1 + i % 20;
        pieces[i] = NEW_ARRAY(arena, u32, words);
        for (u32 k = 0; k < words; k++) pieces[i][k] = i;
    }
    for (u32 i = 0; i < COUNT; i++) {
        u32 words = i % 100 == 50 ? 40000 : 1 + i % 20;
        for (u32 k = 0; k < words; k++) assert_int_equal(pieces[i][k], i);
    }
    arena_free(arena);
}

static void arena_reset_zeroes_and_releases(void **state)
{
    (void)state;
    Arena *arena = arena_new("test");
    assert_int_equal(arena_bytes(arena), 0);
    for (int i = 0; i < 1000; i++) memset(arena_alloc(arena, 1000), 0xFF, 1000);
    size_t full = arena_bytes(arena);
    assert_true(full >= 1000 * 1000);
    arena_reset(arena);
    assert_true(arena_bytes(arena) < full);
    for (int i = 0; i < 1000; i++) {
        unsigned char *memory = arena_alloc(arena, 1000);
        for (int k = 0; k < 1000; k++) assert_int_equal(memory[k], 0);
        memset(memory, 0xFF, 1000);
    }
    arena_free(arena);
}

static void arena_formats_short_and_long(void **state)
{
    (void)state;
    Arena *arena = arena_new("test");
    assert_string_equal(arena_printf(arena, "%s-%d", "a", 5), "a-5");
    char *text = arena_printf(arena, "%0300d", 7);
    assert_int_equal(strlen(text), 300);
    assert_int_equal(text[299], '7');
    assert_string_equal(arena_strdup(arena, "copy"), "copy");
    arena_free(arena);
}

static void equal_names_are_one(void **state)
{
    (void)state;
    Names *names = names_new();
    Name name = name_lit(names, "alpha");
    assert_ptr_equal(name, name_of(names, "alphabet", 5));
    assert_ptr_equal(name, name_printf(names, "al%s", "pha"));
    assert_ptr_not_equal(name, name_lit(names, "Alpha"));
    assert_ptr_not_equal(name, name_of(names, "alpha", 4));
    assert_int_equal(name->length, 5);
    assert_string_equal(name->text, "alpha");
    assert_true(name_is(name, "alpha"));
    assert_false(name_is(name, "alph"));
    assert_false(name_is(name, "alphas"));
    assert_false(name_is(NULL, ""));
    assert_ptr_equal(name_lit(names, ""), name_of(names, "x", 0));
    Name with_nul = name_of(names, "a\0b", 3);
    assert_ptr_not_equal(with_nul, name_lit(names, "a"));
    Name wide = name_printf(names, "%0500d", 1);
    assert_int_equal(wide->length, 500);
    names_free(names);
}

enum { THREADS = 4, NAMES_EACH = 20000 };

static void *intern_many(void *argument)
{
    Names *names = argument;
    Name *found = base_alloc(NAMES_EACH * sizeof(Name));
    for (int i = 0; i < NAMES_EACH; i++) found[i] = name_printf(names, "name%d", i);
    return found;
}

/* Through several growths of the table, all threads must end up with the same names. */
static void names_are_shared_between_threads(void **state)
{
    (void)state;
    Names *names = names_new();
    pthread_t threads[THREADS];
    Name *found[THREADS];
    for (int i = 0; i < THREADS; i++) assert_int_equal(pthread_create(&threads[i], NULL, intern_many, names), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        assert_int_equal(pthread_join(threads[i], &result), 0);
        found[i] = result;
    }
    for (int i = 0; i < NAMES_EACH; i++) {
        char text[32];
        snprintf(text, sizeof text, "name%d", i);
        assert_string_equal(found[0][i]->text, text);
        for (int k = 1; k < THREADS; k++) assert_ptr_equal(found[0][i], found[k][i]);
    }
    for (int i = 0; i < THREADS; i++) free(found[i]);
    names_free(names);
}

static void vectors_grow_in_arenas_and_on_malloc(void **state)
{
    (void)state;
    Arena *arena = arena_new("test");
    VEC(u32) in_arena = {0}, on_malloc = {0};
    for (u32 i = 0; i < 1000; i++) {
        vec_push(arena, &in_arena, i);
        vec_push(NULL, &on_malloc, i * 2);
    }
    for (u32 i = 0; i < 1000; i++) {
        assert_int_equal(in_arena.at[i], i);
        assert_int_equal(on_malloc.at[i], i * 2);
    }
    assert_int_equal(vec_last(&in_arena), 999);
    assert_int_equal(vec_pop(&in_arena), 999);
    assert_int_equal(in_arena.count, 999);
    vec_reserve(NULL, &on_malloc, 5000);
    assert_true(on_malloc.capacity >= 5000);
    assert_int_equal(on_malloc.at[999], 1998);
    vec_free(&on_malloc);
    assert_null(on_malloc.at);
    assert_int_equal(on_malloc.capacity, 0);
    arena_free(arena);
}

static void *as_value(u64 number)
{
    return (void *)(uintptr_t)number;
}

static void map_finds_what_was_set(void **state)
{
    (void)state;
    Map map = {0};
    assert_null(map_get(&map, 1));
    map_set(&map, 1, NULL);
    assert_int_equal(map.count, 0);
    /* Keys like addresses: the low bits are all the same; 0 is a key as well. */
    for (u64 i = 0; i < 5000; i++) map_set(&map, i << 12, as_value(i + 1));
    assert_int_equal(map.live, 5000);
    for (u64 i = 0; i < 5000; i++) assert_ptr_equal(map_get(&map, i << 12), as_value(i + 1));
    assert_null(map_get(&map, 1));
    map_set(&map, 0, as_value(77));
    assert_ptr_equal(map_get(&map, 0), as_value(77));
    assert_int_equal(map.live, 5000);
    map_clear(&map);
    assert_null(map_get(&map, 0));
    assert_null(map_next(&map, NULL));
    map_set(&map, 0, as_value(3));
    assert_ptr_equal(map_get(&map, 0), as_value(3));
    map_free(&map);
    assert_null(map_get(&map, 0));
}

static void map_removes_and_keeps_order(void **state)
{
    (void)state;
    Map map = {0};
    for (u64 i = 0; i < 1000; i++) map_set(&map, i * 3, as_value(i + 1));
    for (u64 i = 0; i < 1000; i++)
        if (i % 10) map_set(&map, i * 3, NULL);
    map_set(&map, 12345, NULL);
    assert_int_equal(map.live, 100);
    /* Growth squeezes the holes out; what is left keeps its order and what comes is put behind. */
    for (u64 i = 0; i < 2000; i++) map_set(&map, 100000 + i, as_value(5000 + i));
    assert_int_equal(map.live, 2100);
    u64 expected = 0;
    for (MapEntry *entry = NULL; (entry = map_next(&map, entry));) {
        if (expected < 100) {
            assert_int_equal(entry->key, expected * 30);
            assert_ptr_equal(entry->value, as_value(expected * 10 + 1));
        } else {
            assert_int_equal(entry->key, 100000 + expected - 100);
        }
        expected++;
    }
    assert_int_equal(expected, 2100);
    for (u64 i = 0; i < 1000; i++) {
        void *value = map_get(&map, i * 3);
        if (i % 10)
            assert_null(value);
        else
            assert_ptr_equal(value, as_value(i + 1));
    }
    map_free(&map);
}

/* Setting and removing over and over must not fill the map with holes. */
static void map_does_not_grow_with_removals(void **state)
{
    (void)state;
    Map map = {0};
    for (u64 i = 0; i < 100000; i++) {
        map_set(&map, i, as_value(1));
        if (i >= 10) map_set(&map, i - 10, NULL);
    }
    assert_int_equal(map.live, 10);
    assert_true(map.capacity < 100);
    for (u64 i = 99990; i < 100000; i++) assert_non_null(map_get(&map, i));
    assert_null(map_get(&map, 99989));
    /* A removed key can come back. */
    map_set(&map, 99989, as_value(9));
    assert_ptr_equal(map_get(&map, 99989), as_value(9));
    assert_int_equal(map.live, 11);
    map_free(&map);
}

static void hashes_depend_on_all(void **state)
{
    (void)state;
    assert_int_equal(hash_bytes("abc", 3, 0), hash_bytes("abcd", 3, 0));
    assert_int_not_equal(hash_bytes("abc", 3, 0), hash_bytes("abd", 3, 0));
    assert_int_not_equal(hash_bytes("abc", 3, 0), hash_bytes("abc", 3, 1));
    assert_int_not_equal(hash_mix(1, 2), hash_mix(2, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(arena_keeps_what_it_gave),
        cmocka_unit_test(arena_reset_zeroes_and_releases),
        cmocka_unit_test(arena_formats_short_and_long),
        cmocka_unit_test(equal_names_are_one),
        cmocka_unit_test(names_are_shared_between_threads),
        cmocka_unit_test(vectors_grow_in_arenas_and_on_malloc),
        cmocka_unit_test(map_finds_what_was_set),
        cmocka_unit_test(map_removes_and_keeps_order),
        cmocka_unit_test(map_does_not_grow_with_removals),
        cmocka_unit_test(hashes_depend_on_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
