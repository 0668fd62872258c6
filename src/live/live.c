/* live: the state of a running program as a whole. */
#include "plan.h"

#include <stdlib.h>

static bool hook_position(void *context, uintptr_t pc, u32 depth, RtPosition *position) {
    LivePlace places[16];
    u32 count = live_places_of_pc(context, pc - 1, places, LEN(places));
    if (depth >= count) return false;
    *position = (RtPosition){places[depth].function->text, places[depth].file, places[depth].line};
    return true;
}

static bool hook_is_code(void *context, uintptr_t pc) {
    (void)context;
    CodePlace place;
    return codegen_lookup_pc(pc, &place);
}

static void hook_make_unpack(void *context, AbiSig *sig) {
    Live *live = context;
    live->config.make_unpack(live->config.hook_context, sig);
}

static void hook_complete_info(void *context, AbiClass *cls) {
    Live *live = context;
    live->config.complete_class(live->config.hook_context, cls);
}

static AbiClass *hook_find_class(void *context, const char *path) {
    Live *live = context;
    return live->config.find_class(live->config.hook_context, path);
}

bool live_make_unpack(Live *live, AbiSig *sig) {
    if (sig->unpack) return true;
    Text error = {0};
    const AbiSig *sigs[1] = {sig};
    CodeModule *module = codegen_unpack(live->codegen, sigs, 1, &error);
    text_free(&error);
    if (!module) return false;
    sig->unpack = (Word(*)(void *, AbiObject *, const Word *))module->entries[0].address;
    return true;
}

static void hook_exit(void *context, int code) {
    Live *live = context;
    if (canary_is_copy()) canary_exit(code);
    if (live->config.exit) live->config.exit(live->config.hook_context, code);
}

static void hook_poll(void *context, RtThread *thread) {
    Live *live = context;
    live->config.poll(live->config.hook_context, thread);
}

static void hook_rollback(void *context, i32 version) {
    Live *live = context;
    live->config.rollback(live->config.hook_context, version);
}

static i32 hook_version(void *context) { return (i32)((Live *)context)->version; }

extern void molt_rt_throw_missing(const char *what); /* runtime.def */

static void throw_missing(void *what) { molt_rt_throw_missing(what); }

Live *live_new(const LiveConfig *config, Text *error) {
    Live *live = base_alloc(sizeof *live);
    live->config = *config;
    live->program = config->program;
    live->lowering = config->lowering;
    live->vm = config->vm;
    live->version = live->last_version = 1;
    live->low = low_new();
    live->stubs = code_stubs_new(rt_lazy_entry, throw_missing, rt_guard_entry);
    live->graph = graph_new();
    env_init(live, &live->env);
    live->codegen = codegen_new(&live->env, &live->config.flags, error);
    if (!live->codegen) {
        live_free(live);
        return NULL;
    }
    RtHooks *hooks = rt_hooks(live->vm);
    hooks->context = live;
    hooks->position = hook_position;
    hooks->is_code = hook_is_code;
    hooks->make_unpack = hook_make_unpack;
    hooks->complete_info = config->complete_class ? hook_complete_info : NULL;
    hooks->find_class = config->find_class ? hook_find_class : NULL;
    hooks->hot_version = hook_version;
    hooks->exit = hook_exit;
    hooks->hot_on_update = live_hook_on_update;
    hooks->hot_rollback = config->rollback ? hook_rollback : NULL;
    pthread_mutex_init(&live->listeners_lock, NULL);
    hooks->poll = config->poll ? hook_poll : NULL;
    hooks->uncaught = config->withdraw ? live_hook_uncaught : NULL;
    hooks->poll_loop = config->transfer ? live_hook_poll_loop : NULL;
    hooks->compile = config->compile ? live_hook_compile : NULL;
    return live;
}

void *live_hook_compile(void *context, AbiSlot *slot, const char **why) {
    Live *live = context;
    return live->config.compile(live->config.hook_context, slot, why);
}

void live_free(Live *live) {
    if (!live) return;
    probation_free(live);
    user_free(live);
    hooks_free(&live->hooks);
    for (u32 i = 0; i < live->listeners.count; i++) rt_handle_free(live->vm, live->listeners.at[i]);
    vec_free(&live->listeners);
    pthread_mutex_destroy(&live->listeners_lock);
    while (live->modules.count) module_free(live, vec_last(&live->modules));
    for (MapEntry *entry = NULL; (entry = map_next(&live->units, entry));) unit_release(entry->value);
    for (u32 i = 0; i < live->all_classes.count; i++) {
        LiveClass *cls = live->all_classes.at[i];
        arena_free(cls->arena);
        arena_free(cls->described);
        arena_free(cls->members);
        vec_free(&cls->children);
        vec_free(&cls->reserves);
        vec_free(&cls->left);
        vec_free(&cls->interfaces);
        vec_free(&cls->fields);
        vec_free(&cls->methods);
        vec_free(&cls->ctors);
        vec_free(&cls->itab_functions);
        free(cls);
    }
    for (MapEntry *entry = NULL; (entry = map_next(&live->statics, entry));) free(entry->value);
    for (u32 i = 0; i < live->all_functions.count; i++) {
        vec_free(&live->all_functions.at[i]->cells);
        vec_free(&live->all_functions.at[i]->layout);
        free(live->all_functions.at[i]);
    }
    history_free(live);
    codegen_free(live->codegen);
    code_stubs_free(live->stubs);
    low_free(live->low);
    graph_free(live->graph);
    map_free(&live->functions);
    map_free(&live->units);
    map_free(&live->made_units);
    map_free(&live->classes);
    vec_free(&live->all_classes);
    for (u32 i = 0; i < live->hierarchies.count; i++) free(live->hierarchies.at[i]);
    vec_free(&live->hierarchies);
    map_free(&live->statics);
    map_free(&live->selectors);
    map_free(&live->tests);
    map_free(&live->field_units);
    map_free(&live->pending_units);
    vec_free(&live->all_functions);
    vec_free(&live->expected);
    vec_free(&live->complete);
    vec_free(&live->modules);
    free(live);
}

/* ---- The first version -------------------------------------------------------------------------------------------------------------------------- */

static void lower_first(Live *live, Field *field) {
    if (!lower_has_code(live->lowering, field)) return;
    MirUnit *mir = lower_field(live->lowering, field);
    if (!mir) return;
    unit_install(live, unit_new(live, mir->funcs.at[0]->name, mir));
}

static void lower_type(Live *live, TypeDecl *decl) {
    if (decl->kind == DECL_TYPEDEF) return;
    for (u32 i = 0; i < decl->fields.count; i++) lower_first(live, decl->fields.at[i]);
    for (u32 i = 0; i < decl->statics.count; i++) lower_first(live, decl->statics.at[i]);
    if (decl->constructor) lower_first(live, decl->constructor);
    if (decl->init) lower_first(live, decl->init);
}

bool live_lower_user(Live *live) {
    for (u32 i = 0; i < live->program->module_list.count; i++) {
        Module *module = live->program->module_list.at[i];
        if (!module->is_user) continue;
        for (u32 k = 0; k < module->types.count; k++) lower_type(live, module->types.at[k]);
        if (module->statics) lower_type(live, module->statics);
    }
    return live->program->diags->errors == 0;
}

static bool is_of_new_module(const Live *live, u32 from, const Module *module) {
    for (u32 i = from; i < live->program->module_list.count; i++)
        if (live->program->module_list.at[i] == module) return true;
    return false;
}

/* Of modules from that number on. */
static void add_initialisers(Live *live, u32 from, LiveInitVec *out) {
    NameVec order = {0};
    lower_static_order(live->lowering, &order);
    for (u32 i = 0; i < order.count; i++) {
        Field *field = lower_field_of(live->lowering, order.at[i]);
        if (!field || !field->owner || (from && !is_of_new_module(live, from, field->module))) continue;
        LiveInit init = {.slot = live_slot(live, order.at[i])};
        if (lower_is_static(field)) {
            MirStatic info = lower_static(live->lowering, field, NULL);
            init.variable = static_of(live, info.owner, info.name);
        }
        if (init.variable && init.variable->initialised) continue;
        vec_push(NULL, out, init);
    }
    vec_free(&order);
}

void live_initialisers(Live *live, LiveInitVec *out) {
    add_initialisers(live, 0, out);
    live->modules_initialised = live->program->module_list.count;
}

void live_new_initialisers(Live *live, LiveInitVec *out) {
    /* What an update brings along, it initialises itself; before the first version runs, live_initialisers tells. */
    u32 from = live->modules_initialised;
    if (!from || from >= live->program->module_list.count) return;
    add_initialisers(live, from, out);
    live->modules_initialised = live->program->module_list.count;
}

void live_initialised(const LiveInit *init) {
    if (init->variable) static_note_initialised(init->variable);
}

static void graph_field(Live *live, Field *field) {
    LiveUnit *unit = units_of_field(live, field);
    if (field->body || unit) graph_set(live->graph, field, field->body ? &field->body->reads : NULL, unit ? &unit->mir->reads : NULL);
}

void live_prepare_updates(Live *live) {
    codegen_warm_up(live->codegen);
    for (MapEntry *entry = NULL; (entry = map_next(&live->program->fields, entry));) graph_field(live, entry->value);
    hooks_find(live, &live->hooks);
    hooks_compile_before(live);
}

u32 live_module_count(const Live *live) {
    u32 count = 0;
    for (u32 i = 0; i < live->program->module_list.count; i++) count += live->program->module_list.at[i]->is_user;
    return count;
}

u32 live_version(const Live *live) { return live->version; }

/* ---- Looking at it ------------------------------------------------------------------------------------------------------------------------------- */

void live_status(Live *live, LiveStatus *out) {
    *out = (LiveStatus){.version = live->version, .functions = live->functions.live, .classes = live->classes.live, .statics = live->statics.live};
    for (MapEntry *entry = NULL; (entry = map_next(&live->functions, entry));) out->compiled += ((LiveFunction *)entry->value)->code != NULL;
    for (u32 i = 0; i < live->modules.count; i++) {
        out->code_bytes += live->modules.at[i]->code->times.code_bytes;
        out->stale_functions += live->modules.at[i]->count - live->modules.at[i]->current;
    }
    RtHeapStats heap;
    rt_heap_stats(live->vm, &heap);
    out->heap_bytes = heap.committed_bytes;
    out->heap_used = heap.used_bytes;
    out->collections = heap.collections;
}

bool live_dump(Live *live, const MirUnit *mir, CodegenTier tier, CodegenDump what, Text *out, Text *error) {
    LiveUnit unit = {.mir = (MirUnit *)mir};
    unit.lines = base_alloc(sizeof *unit.lines * mir->funcs.count);
    for (u32 i = 0; i < mir->funcs.count; i++) unit.lines[i] = base_alloc(sizeof(i32) * (mir->funcs.at[i]->positions.count + 1));
    map_set(&live->pending_units, (u64)(uintptr_t)mir, &unit);
    bool ok = codegen_dump(live->codegen, mir->funcs.at, mir->funcs.count, tier, what, out, error);
    map_set(&live->pending_units, (u64)(uintptr_t)mir, NULL);
    for (u32 i = 0; i < mir->funcs.count; i++) free(unit.lines[i]);
    free(unit.lines);
    return ok;
}

u32 live_places_of_pc(Live *live, uintptr_t pc, LivePlace *places, u32 capacity) {
    CodePlace at;
    if (!codegen_lookup_pc(pc, &at) || !at.module->user) return 0;
    LiveModule *module = at.module->user;
    LiveCode *code = &module->codes[at.entry - at.module->entries];
    const MirFunc *mir = code->unit->mir->funcs.at[code->func];
    const i32 *lines = code->unit->lines[code->func];
    u32 count = 0;
    for (u32 pos = at.pos; pos != UINT32_MAX && pos < mir->positions.count && count < capacity; pos = mir->positions.at[pos].inlined_at) {
        const CodePos *place = &mir->positions.at[pos];
        const Field *field = place->field;
        bool outermost = place->inlined_at == UINT32_MAX;
        SourceFile *file = field && field->module ? field->module->file : source_by_id(live->program->sources, place->span.file);
        places[count++] = (LivePlace){outermost || !field ? mir->name : field->path, file ? file->path->text : "?", (u32)lines[pos], code->version};
    }
    if (count == 0 && capacity) {
        const Field *field = mir->unit->field;
        places[count++] = (LivePlace){mir->name, field && field->module ? field->module->file->path->text : "?", (u32)lines[mir->positions.count],
                                      code->version};
    }
    return count;
}
