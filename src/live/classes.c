/* classes: runtime classes from the typed program's.
 *
 * A runtime class is made when generated code first names it, with its superclass before it, and is that class for the life of the
 * machine. Layout: the superclass's fields, then its own in source order, naturally aligned. The layout a class has when it is made
 * stays; what comes later gets numbers in the late area and the late vtable (see migrate.c, and abi.h for what generated code sees).
 */
#include "state.h"

#include <stdlib.h>

#define VTABLE_SLACK 4 /* entries for methods that are added while the program runs, so that most need no late entry */

LiveClass *class_find(Live *live, Name path) { return map_get_name(&live->classes, path); }

LiveHierarchy *class_hierarchy(const LiveClass *cls) {
    LiveHierarchy *hierarchy = cls->hierarchy;
    while (hierarchy->joined) hierarchy = hierarchy->joined;
    return hierarchy;
}

bool class_reserves(const LiveClass *cls, const LiveClass *ancestor) {
    for (u32 i = 0; i < cls->reserves.count; i++)
        if (cls->reserves.at[i] == ancestor) return true;
    return false;
}

void class_reserve_supers(LiveClass *cls) {
    for (LiveClass *super = cls->super; super; super = super->super)
        if (!class_reserves(cls, super)) vec_push(NULL, &cls->reserves, super);
}

static LiveClass *new_class(Live *live, Name path, DeclKind kind, LiveClass *super) {
    LiveClass *cls = base_alloc(sizeof *cls);
    cls->path = path;
    cls->kind = kind;
    cls->super = super;
    cls->size = super ? super->size : sizeof(AbiObject);
    cls->arena = arena_new("class maps");
    class_reserve_supers(cls);
    if (super && super->hierarchy) {
        cls->hierarchy = super->hierarchy;
        vec_push(NULL, &super->children, cls);
    } else {
        cls->hierarchy = base_alloc(sizeof *cls->hierarchy);
        vec_push(NULL, &live->hierarchies, cls->hierarchy);
    }
    map_set_name(&live->classes, path, cls);
    vec_push(NULL, &live->all_classes, cls);
    return cls;
}

/* Types of the runtime itself: String, Array, and core types as values. */
static LiveClass *builtin_class(Live *live, Name path) {
    AbiClass *abi = rt_class_by_name(live->vm, path->text);
    if (!abi) return NULL;
    LiveClass *cls = new_class(live, path, DECL_CLASS, NULL);
    cls->abi = abi;
    cls->is_builtin = true;
    return cls;
}

/* ---- Layout ---------------------------------------------------------------------------------------------------------------------------------- */

static void add_field(Live *live, LiveClass *cls, const MirFieldInfo *info) {
    LiveField field = {.name = info->name, .type = info->type, .rep = info->rep, .test = info->test, .added = live->version};
    field.place = abi_place_field(&cls->size, (Rep)info->rep);
    vec_push(NULL, &cls->fields, field);
}

static bool rep_is_traced(Rep rep) { return rep == REP_REF || rep == REP_WORD; }

/* Bits of the words of an instance that the collector follows, inherited ones included. */
static u64 *make_ref_map(LiveClass *cls) {
    u64 *map = NEW_ARRAY(cls->arena, u64, abi_instance_size(cls->size) / 512 + 1);
    for (LiveClass *at = cls; at; at = at->super) {
        for (u32 i = 0; i < at->fields.count; i++) {
            LiveField *field = &at->fields.at[i];
            if (!field->late && rep_is_traced((Rep)field->rep)) map[field->place / 512] |= (u64)1 << (field->place / 8 % 64);
        }
    }
    return map;
}

LiveField *class_field(LiveClass *cls, Name name) {
    for (u32 i = cls->fields.count; i-- > 0;)
        if (cls->fields.at[i].name == name && !cls->fields.at[i].removed) return &cls->fields.at[i];
    return NULL;
}

LiveField *class_field_removed(LiveClass *cls, const MirFieldInfo *info) {
    for (u32 i = cls->fields.count; i-- > 0;) {
        LiveField *field = &cls->fields.at[i];
        if (field->removed && field->name == info->name && field->rep == info->rep && field->type == info->type) return field;
    }
    return NULL;
}

LiveField *class_add_late_field(Live *live, LiveClass *cls, const MirFieldInfo *info) {
    LiveField field = {.name = info->name, .type = info->type, .rep = info->rep, .test = info->test, .late = true,
                       .place = class_hierarchy(cls)->next_field++, .added = live->version};
    vec_push(NULL, &cls->fields, field);
    return &vec_last(&cls->fields);
}

static void collect_late(const LiveClass *cls, u64 *map) {
    for (u32 i = 0; i < cls->fields.count; i++) {
        const LiveField *field = &cls->fields.at[i];
        if (field->late && rep_is_traced((Rep)field->rep)) map[field->place / 64] |= (u64)1 << (field->place % 64);
    }
}

void class_update_late_map(LiveClass *cls) {
    u32 count = class_hierarchy(cls)->next_field;
    u64 *map = NEW_ARRAY(cls->arena, u64, count / 64 + 1);
    for (const LiveClass *at = cls; at; at = at->super) {
        collect_late(at, map);
        for (u32 i = 0; i < at->left.count; i++) collect_late(at->left.at[i].ancestor, map);
    }
    cls->abi->late_map = map;
    cls->abi->late_count = count;
    for (u32 i = 0; i < cls->children.count; i++) class_update_late_map(cls->children.at[i]);
}

/* ---- Methods ---------------------------------------------------------------------------------------------------------------------------------- */

LiveMethod *class_method(LiveClass *cls, Name name, Name types) {
    for (u32 i = cls->methods.count; i-- > 0;)
        if (cls->methods.at[i].name == name && (!types || cls->methods.at[i].types == types) && !cls->methods.at[i].obsolete) return &cls->methods.at[i];
    return NULL;
}

static void **method_cell(LiveClass *cls, const LiveMethod *method) {
    return method->late ? &cls->abi->late_vtable[method->index] : &cls->abi->vtable[method->index];
}

/* Room for `count` late entries. The world is stopped or nobody calls through the class yet; cells move with their table. */
static void grow_late_vtable(LiveClass *cls, u32 count) {
    u32 have = cls->late_vtable_capacity;
    if (count <= have) return;
    u32 capacity = MAX(count, have ? 2 * have : 8);
    void **table = base_alloc(sizeof *table * capacity), **former = cls->abi->late_vtable;
    if (former) memcpy(table, former, sizeof *table * have);
    for (u32 i = 0; i < cls->methods.count; i++) {
        LiveMethod *method = &cls->methods.at[i];
        if (!method->late || !method->function) continue; /* planned, not filled in yet */
        function_drop_cell(method->function, &former[method->index]);
        function_add_cell(method->function, &table[method->index]);
    }
    cls->abi->late_vtable = table;
    cls->late_vtable_capacity = capacity;
    free(former);
}

static void set_method(LiveClass *cls, LiveMethod *method, LiveFunction *function) {
    if (method->function == function) return;
    if (method->late) grow_late_vtable(cls, method->index + 1);
    void **cell = method_cell(cls, method);
    if (method->function) function_drop_cell(method->function, cell);
    method->function = function;
    function_add_cell(function, cell);
}

void class_revive_method(LiveClass *cls, const LiveMethod *entry) {
    for (u32 i = 0; i < cls->methods.count; i++)
        if (cls->methods.at[i].index == entry->index && cls->methods.at[i].late == entry->late) cls->methods.at[i].obsolete = false;
    for (u32 i = 0; i < cls->children.count; i++) class_revive_method(cls->children.at[i], entry);
}

void class_cut_methods(LiveClass *cls, u32 count) {
    for (u32 i = count; i < cls->methods.count; i++)
        if (cls->methods.at[i].function) function_drop_cell(cls->methods.at[i].function, method_cell(cls, &cls->methods.at[i]));
    cls->methods.count = MIN(cls->methods.count, count);
}

static const MirMethodInfo *declared_method(const LiveClass *cls, Name name, Name types) {
    for (u32 i = 0; i < cls->mir->method_count; i++) {
        const MirMethodInfo *info = &cls->mir->methods[i];
        if (info->is_virtual && info->name == name && info->types == types) return info;
    }
    return NULL;
}

static bool has_entry(const LiveClass *cls, const LiveMethod *wanted) {
    for (u32 i = 0; i < cls->methods.count; i++)
        if (cls->methods.at[i].index == wanted->index && cls->methods.at[i].late == wanted->late) return true;
    return false;
}

static LiveMethod new_entry(LiveClass *cls, const MirMethodInfo *info, bool in_use) {
    LiveMethod entry = {.name = info->name, .types = info->types};
    if (in_use || cls->method_count >= cls->method_capacity) {
        /* A subclass may use the next entry of the plain vtable already. */
        entry.late = true;
        entry.index = class_hierarchy(cls)->next_method++;
    } else {
        entry.index = cls->method_count++;
    }
    return entry;
}

void class_fill_methods(Live *live, LiveClass *cls, bool in_use) {
    LiveClass *super = cls->super;
    for (u32 i = 0; super && i < super->methods.count; i++) {
        LiveMethod entry = super->methods.at[i];
        entry.function = NULL;
        if (!entry.obsolete && !has_entry(cls, &entry)) vec_push(NULL, &cls->methods, entry);
    }
    for (u32 i = 0; i < cls->mir->method_count; i++) {
        const MirMethodInfo *info = &cls->mir->methods[i];
        if (info->is_virtual && !class_method(cls, info->name, info->types)) vec_push(NULL, &cls->methods, new_entry(cls, info, in_use));
    }
    /* A name with its signature may own several entries (it moved along the hierarchy): all hold the same function. What is neither declared
     * nor inherited any more keeps its last one, for code that still calls it. */
    for (u32 i = 0; i < cls->methods.count; i++) {
        LiveMethod *method = &cls->methods.at[i];
        const MirMethodInfo *info = declared_method(cls, method->name, method->types);
        LiveMethod *inherited = super ? class_method(super, method->name, method->types) : NULL;
        if (info) set_method(cls, method, function_of(live, info->function));
        else if (inherited && inherited->function) set_method(cls, method, inherited->function);
    }
    if (in_use)
        for (u32 i = 0; i < cls->children.count; i++) class_fill_methods(live, cls->children.at[i], true);
}

u64 class_selector(Live *live, Name interface, Name method, Name types) {
    Name key = name_printf(live->program->names, "%s.%s%s", interface->text, method->text, types->text);
    void *number = map_get_name(&live->selectors, key);
    if (!number) {
        number = (void *)(uintptr_t)++live->next_selector;
        map_set_name(&live->selectors, key, number);
    }
    return (u64)(uintptr_t)number;
}

static bool has_selector(const AbiItabEntry *entries, u32 count, u64 selector) {
    for (u32 i = 0; i < count; i++)
        if (entries[i].selector == selector) return true;
    return false;
}

static void **itab_cell(AbiClass *abi, u64 selector) {
    u64 place = selector & abi->itab_mask;
    while (abi->itab[place].selector != selector) place = (place + 1) & abi->itab_mask;
    return &abi->itab[place].code;
}

void class_fill_itab(Live *live, LiveClass *cls) {
    u32 count = cls->mir->itab_count, own = count, former = cls->itab_functions.count;
    if (count == 0 && former == 0) return;
    AbiItabEntry *entries = base_alloc(sizeof *entries * (count + former));
    LiveFunction **functions = base_alloc(sizeof *functions * (count + former));
    for (u32 i = 0; i < count; i++) {
        const MirItabInfo *info = &cls->mir->itab[i];
        functions[i] = function_of(live, info->function);
        entries[i] = (AbiItabEntry){class_selector(live, info->interface, info->method, info->types), functions[i]->address};
    }
    /* What the interfaces no longer have, or have with another signature, keeps its entry for code that still calls it. The cells of the
     * former table go with it. */
    for (u32 i = 0; i < former; i++) {
        const LiveItabCell *cell = &cls->itab_functions.at[i];
        function_drop_cell(cell->function, cell->cell);
        if (!cell->function->code || has_selector(entries, own, cell->selector)) continue;
        functions[count] = cell->function;
        entries[count++] = (AbiItabEntry){cell->selector, cell->function->address};
    }
    cls->itab_functions.count = 0;
    rt_class_set_itab(cls->abi, entries, count);
    for (u32 i = 0; i < count; i++) {
        void **cell = itab_cell(cls->abi, entries[i].selector);
        function_add_cell(functions[i], cell);
        vec_push(NULL, &cls->itab_functions, (LiveItabCell){functions[i], cell, entries[i].selector});
    }
    free(entries);
    free(functions);
}

/* ---- Making them ------------------------------------------------------------------------------------------------------------------------------ */

static void make_abi_class(Live *live, LiveClass *cls, AbiKind kind, Name shown, u8 flags, u32 tag) {
    RtClassSpec spec = {
        .name = rt_intern(live->vm, shown->text, shown->length),
        .kind = kind,
        .flags = flags,
        .super = cls->super ? cls->super->abi : NULL,
        .size = abi_instance_size(cls->size),
        .ref_map = make_ref_map(cls),
        .vtable_capacity = kind == KIND_INSTANCE ? cls->method_capacity : 0,
        .tag = tag,
    };
    cls->abi = rt_class_new(live->vm, &spec);
}

LiveClass *class_ctor(const LiveClass *cls, Name name) {
    for (u32 i = 0; i < cls->ctors.count; i++)
        if (cls->ctors.at[i]->ctor_name == name) return cls->ctors.at[i];
    return NULL;
}

LiveClass *class_add_ctor(Live *live, LiveClass *cls, const MirCtorInfo *info) {
    LiveClass *ctor = class_ctor(cls, info->name);
    if (!ctor) {
        Name path = name_printf(live->program->names, "%s.%s", cls->path->text, info->name->text);
        ctor = new_class(live, path, DECL_ENUM, cls);
        ctor->is_ctor = true;
        ctor->ctor_name = info->name;
    }
    ctor->unborn = false;
    ctor->fields.count = 0;
    ctor->size = cls->size;
    for (u32 k = 0; k < info->count; k++) add_field(live, ctor, &info->params[k]);
    if (ctor->abi) { /* made for an update that was refused: there are no values */
        ctor->abi->size = abi_instance_size(ctor->size);
        ctor->abi->ref_map = make_ref_map(ctor);
        return ctor;
    }
    make_abi_class(live, ctor, KIND_ENUM, info->name, 0, cls->ctors.count);
    vec_push(NULL, &cls->ctors, ctor);
    return ctor;
}

/* A class that a refused update made: same runtime class, new content. Its plain vtable may be too small now: what does not fit gets late
 * entries. */
static void lay_out_anew(Live *live, LiveClass *cls, TypeDecl *decl) {
    cls->unborn = false;
    Arena *arena = arena_new("class");
    MirClass *mir = lower_class(live->lowering, decl, arena, NULL);
    for (u32 i = 0; i < cls->methods.count; i++)
        if (cls->methods.at[i].function) function_drop_cell(cls->methods.at[i].function, method_cell(cls, &cls->methods.at[i]));
    cls->methods.count = 0;
    cls->fields.count = 0;
    cls->interfaces.count = 0;
    arena_free(cls->described);
    cls->described = arena;
    cls->mir = mir;
    cls->decl = decl;
    cls->layout_hash = mir->layout_hash;
    cls->super_name = mir->super;
    cls->super = mir->super ? class_of(live, mir->super) : NULL;
    rt_class_set_super(cls->abi, cls->super ? cls->super->abi : NULL);
    cls->reserves.count = cls->left.count = 0;
    class_reserve_supers(cls);
    cls->size = cls->super ? cls->super->size : sizeof(AbiObject);
    cls->method_count = cls->super ? cls->super->method_count : 0;
    for (u32 i = 0; i < mir->interface_count; i++) vec_push(NULL, &cls->interfaces, mir->interfaces[i]);
    if (decl->kind == DECL_CLASS)
        for (u32 i = 0; i < mir->field_count; i++) add_field(live, cls, &mir->fields[i]);
    cls->abi->size = abi_instance_size(cls->size);
    cls->abi->ref_map = make_ref_map(cls);
    if (decl->kind == DECL_CLASS) {
        class_fill_methods(live, cls, false);
        class_fill_itab(live, cls);
    }
    for (u32 i = 0; i < mir->ctor_count; i++) class_add_ctor(live, cls, &mir->ctors[i]);
    class_fill_info(live, cls);
}

LiveClass *class_of(Live *live, Name path) {
    LiveClass *cls = class_find(live, path);
    if (cls && cls->unborn) {
        TypeDecl *decl = map_get_name(&live->program->types, path);
        if (decl && decl->module && decl->kind == cls->kind) lay_out_anew(live, cls, decl);
    }
    if (cls) return cls;
    TypeDecl *decl = map_get_name(&live->program->types, path);
    const CoreTypes *core = &live->program->core;
    if (decl && (decl->is_extern || decl == core->string || decl == core->array)) {
        cls = builtin_class(live, path);
        if (cls) return cls;
    }
    if (!decl) decl = program_find_type(live->program, path->text);
    if (!decl || !(decl->kind == DECL_CLASS || decl->kind == DECL_INTERFACE || decl->kind == DECL_ENUM)) return builtin_class(live, path);

    Arena *arena = arena_new("class");
    MirClass *mir = lower_class(live->lowering, decl, arena, NULL);
    LiveClass *super = mir->super ? class_of(live, mir->super) : NULL;
    if ((cls = class_find(live, path))) { /* making the superclass made it */
        arena_free(arena);
        return cls;
    }
    cls = new_class(live, path, decl->kind, super);
    arena_free(cls->described);
    cls->described = arena;
    cls->mir = mir;
    cls->decl = decl;
    cls->layout_hash = mir->layout_hash;
    cls->super_name = mir->super;
    for (u32 i = 0; i < mir->interface_count; i++) vec_push(NULL, &cls->interfaces, mir->interfaces[i]);
    if (decl->kind == DECL_CLASS)
        for (u32 i = 0; i < mir->field_count; i++) add_field(live, cls, &mir->fields[i]);
    cls->method_count = super ? super->method_count : 0;
    u32 own = 0;
    for (u32 i = 0; i < mir->method_count; i++)
        if (mir->methods[i].is_virtual && !(super && class_method(super, mir->methods[i].name, mir->methods[i].types))) own++;
    cls->method_capacity = cls->method_count + own + VTABLE_SLACK;
    make_abi_class(live, cls, KIND_INSTANCE, path,
                   decl->kind == DECL_INTERFACE ? ABI_CLASS_INTERFACE : decl->kind == DECL_ENUM ? ABI_CLASS_ENUM : 0, 0);
    if (decl->kind == DECL_CLASS) {
        class_fill_methods(live, cls, false);
        class_fill_itab(live, cls);
        if (class_hierarchy(cls)->next_field) class_update_late_map(cls);
    }
    for (u32 i = 0; i < mir->ctor_count; i++) class_add_ctor(live, cls, &mir->ctors[i]);
    class_fill_info(live, cls);
    return cls;
}
