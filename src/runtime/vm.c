/* vm: a machine: its making and end, roots, static variables, handles. */
#include "../codegen/codegen.h"
#include "rt.h"

MoltVm *rt_vm_new(const RtOptions *options) {
    MoltVm *vm = base_alloc(sizeof *vm);
    if (options) vm->options = *options;
    pthread_mutex_init(&vm->threads_lock, NULL);
    pthread_mutex_init(&vm->stop_lock, NULL);
    pthread_mutex_init(&vm->roots_lock, NULL);
    pthread_mutex_init(&vm->names_lock, NULL);
    vm->handles.next = vm->handles.prev = &vm->handles;
    vm->arena = arena_new("classes");
    vm->low = low_new();
    heap_init(vm);
    rt_core_init(vm);
    rt_anon_init(vm);
    return vm;
}

void rt_vm_free(MoltVm *vm) {
    if (!vm) return;
    ASSERT(!vm->threads);
    heap_free(vm);
    rt_anon_free(vm);
    rt_names_free(vm);
    while (vm->handles.next != &vm->handles) {
        RtHandle *handle = vm->handles.next;
        vm->handles.next = handle->next;
        free(handle);
    }
    vec_free(&vm->roots);
    vec_free(&vm->visitors);
    vec_free(&vm->classes);
    map_free(&vm->class_by_name);
    map_free(&vm->sig_by_text);
    arena_free(vm->arena);
    low_free(vm->low);
    pthread_mutex_destroy(&vm->threads_lock);
    pthread_mutex_destroy(&vm->stop_lock);
    pthread_mutex_destroy(&vm->roots_lock);
    pthread_mutex_destroy(&vm->names_lock);
    free(vm);
}

RtHooks *rt_hooks(MoltVm *vm) { return &vm->hooks; }
const AbiVm *rt_builtins(MoltVm *vm) { return &vm->head; }

/* ---- Roots ------------------------------------------------------------------------------------------------------------------------- */

void rt_roots_add(MoltVm *vm, void *words, size_t count) {
    pthread_mutex_lock(&vm->roots_lock);
    vec_push(NULL, &vm->roots, (RootBlock){words, count});
    pthread_mutex_unlock(&vm->roots_lock);
}

void rt_roots_remove(MoltVm *vm, void *words) {
    pthread_mutex_lock(&vm->roots_lock);
    for (u32 i = 0; i < vm->roots.count; i++) {
        if (vm->roots.at[i].words != words) continue;
        vm->roots.at[i] = vec_pop(&vm->roots);
        break;
    }
    pthread_mutex_unlock(&vm->roots_lock);
}

void rt_visitor_add(MoltVm *vm, void (*visit)(void *context, RtMarker *marker), void *context) {
    pthread_mutex_lock(&vm->roots_lock);
    vec_push(NULL, &vm->visitors, (RootVisitor){visit, context});
    pthread_mutex_unlock(&vm->roots_lock);
}

void rt_visitor_remove(MoltVm *vm, void (*visit)(void *context, RtMarker *marker), void *context) {
    pthread_mutex_lock(&vm->roots_lock);
    for (u32 i = 0; i < vm->visitors.count; i++) {
        if (vm->visitors.at[i].visit != visit || vm->visitors.at[i].context != context) continue;
        vm->visitors.at[i] = vec_pop(&vm->visitors);
        break;
    }
    pthread_mutex_unlock(&vm->roots_lock);
}

void *rt_static_new(MoltVm *vm, Rep rep) {
    pthread_mutex_lock(&vm->roots_lock);
    StaticsChunk *chunk = vm->statics;
    if (!chunk || chunk->used == STATICS_CHUNK) {
        chunk = low_alloc(vm->low, sizeof *chunk);
        chunk->next = vm->statics;
        vm->statics = chunk;
    }
    u32 index = chunk->used++;
    if (rep == REP_REF || rep == REP_WORD) bit_set(chunk->is_ref, index);
    pthread_mutex_unlock(&vm->roots_lock);
    return &chunk->values[index];
}

RtHandle *rt_handle_new(MoltVm *vm, Word word) {
    RtHandle *handle = base_alloc(sizeof *handle);
    handle->word = word;
    pthread_mutex_lock(&vm->roots_lock);
    handle->next = vm->handles.next;
    handle->prev = &vm->handles;
    handle->next->prev = handle;
    vm->handles.next = handle;
    pthread_mutex_unlock(&vm->roots_lock);
    return handle;
}

void rt_handle_free(MoltVm *vm, RtHandle *handle) {
    if (!handle) return;
    pthread_mutex_lock(&vm->roots_lock);
    handle->prev->next = handle->next;
    handle->next->prev = handle->prev;
    pthread_mutex_unlock(&vm->roots_lock);
    free(handle);
}
