/* hooks: functions of the program that are called around an update.
 *
 * @:hot.before is the version's that goes, so it is compiled when that version becomes live; @:hot.after, @:hot.migrate and @:hot.test
 * belong to the version that comes and are compiled with the update.
 */
#include "plan.h"

/* ---- Finding them -------------------------------------------------------------------------------------------------------------------------- */

static void note_field(HookSet *out, const Field *field) {
    if (field->is_macro) return;
    if (field->hot_before && field->is_static) vec_push(NULL, &out->before, field->path);
    if (field->hot_after && field->is_static) vec_push(NULL, &out->after, field->path);
    if (field->hot_test && field->is_static) vec_push(NULL, &out->tests, field->path);
    out->migrates |= field->hot_migrate && !field->is_static;
}

static void note_type(HookSet *out, const TypeDecl *decl) {
    for (u32 i = 0; i < decl->statics.count; i++) note_field(out, decl->statics.at[i]);
    for (u32 i = 0; i < decl->fields.count; i++) note_field(out, decl->fields.at[i]);
}

void hooks_free(HookSet *hooks) {
    vec_free(&hooks->before);
    vec_free(&hooks->after);
    vec_free(&hooks->tests);
    hooks->migrates = false;
}

void hooks_find(Live *live, HookSet *out) {
    hooks_free(out);
    for (u32 i = 0; i < live->program->module_list.count; i++) {
        const Module *module = live->program->module_list.at[i];
        if (!module->is_user || !module->ast) continue;
        for (u32 k = 0; k < module->types.count; k++) note_type(out, module->types.at[k]);
        if (module->statics) note_type(out, module->statics);
    }
}

void hooks_compile_before(Live *live) {
    for (u32 i = 0; i < live->hooks.before.count; i++) {
        Text error = {0};
        live_compile_slot(live, live_slot(live, live->hooks.before.at[i]), &error);
        text_free(&error); /* its call says so */
    }
}

/* ---- Planning ------------------------------------------------------------------------------------------------------------------------------ */

static bool is_hook(const Field *field) { return field->hot_before || field->hot_after || field->hot_test || field->hot_migrate; }

static bool may_have_hooks(const LivePlan *plan) {
    const HookSet *now = &plan->live->hooks;
    if (now->before.count || now->after.count || now->tests.count || now->migrates) return true;
    for (u32 i = 0; i < plan->changes->list.count; i++) {
        const Entity *entity = plan->changes->list.at[i].entity;
        if (entity->kind != ENTITY_FIELD || is_hook((const Field *)entity)) return true;
    }
    return false;
}

/* Compiled with the update unless it has code that stays. */
static bool need(LivePlan *plan, Name function) {
    LiveFunction *known = function_find(plan->live, function);
    return (known && known->code) || plan_need(plan, function);
}

/* The method with that metadata that an instance of the class runs under this name. */
static const Field *method_of(const TypeDecl *decl, Name name) {
    for (; decl; decl = decl->super)
        for (u32 i = 0; i < decl->fields.count; i++)
            if (decl->fields.at[i]->name == name && decl->fields.at[i]->kind == FIELD_METHOD) return decl->fields.at[i];
    return NULL;
}

/* Methods with @:hot.migrate that an instance of the class has, those of superclasses first, each name once. */
static void migrators_of(const TypeDecl *decl, NameVec *out) {
    if (!decl) return;
    migrators_of(decl->super, out);
    for (u32 i = 0; i < decl->fields.count; i++) {
        if (!decl->fields.at[i]->hot_migrate) continue;
        bool known = false;
        for (u32 k = 0; k < out->count; k++) known |= out->at[k] == decl->fields.at[i]->name;
        if (!known) vec_push(NULL, out, decl->fields.at[i]->name);
    }
}

bool plan_hooks(LivePlan *plan) {
    plan->is_update = true;
    plan->has_hooks = may_have_hooks(plan);
    if (!plan->has_hooks) return true;
    Live *live = plan->live;
    hooks_find(live, &plan->hooks);
    bool ok = true;
    for (u32 i = 0; ok && i < plan->hooks.after.count; i++) ok = need(plan, plan->hooks.after.at[i]);
    return ok;
}

static bool runs(const PlanStatic *item) {
    return item->init && item->kind != STATIC_KEPT && !item->restored && !(item->field->kind == FIELD_VAR && lower_is_constant(item->field));
}

bool plan_runs_user_code(const LivePlan *plan) {
    const Live *live = plan->live;
    if (!plan->is_update) return false;
    if (live->hooks.before.count || plan->hooks.after.count || live->listeners.count) return true;
    for (u32 i = 0; i < plan->statics.count; i++)
        if (runs(&plan->statics.at[i])) return true;
    for (u32 i = 0; i < plan->classes.count; i++) {
        const PlanClass *item = &plan->classes.at[i];
        if (plan->hooks.migrates && (item->added.count || item->dropped.count)) return true;
        for (u32 k = 0; k < item->added.count; k++) {
            const PlanAdded *added = &item->added.at[k];
            if (added->init && !(added->info->field && lower_is_constant(added->info->field))) return true;
        }
    }
    return false;
}

/* ---- Calling them ------------------------------------------------------------------------------------------------------------------------- */

/* What a hook threw, in *error, refuses the update. */
static bool refuses(const LivePlan *plan, Text *error) {
    if (plan->is_forced) text_free(error);
    return !plan->is_forced;
}

bool hooks_before(LivePlan *plan, Text *error) {
    const NameVec *list = &plan->live->hooks.before;
    for (u32 i = 0; i < list->count; i++)
        if (!user_call(plan->live, list->at[i], "@:hot.before", NULL, error) && refuses(plan, error)) return false;
    return true;
}

/* An instance is the business of the most derived class of its own that changed. */
static const PlanClass *deepest_change(const LivePlan *plan, const AbiClass *cls) {
    const PlanClass *found = NULL;
    for (u32 i = 0; i < plan->classes.count; i++) {
        const PlanClass *item = &plan->classes.at[i];
        const AbiClass *abi = item->cls->abi;
        if (!item->added.count && !item->dropped.count) continue;
        if (abi->depth > cls->depth || cls->ancestors[abi->depth] != abi) continue;
        if (!found || abi->depth > found->cls->abi->depth) found = item;
    }
    return found;
}

typedef struct Visit {
    const LivePlan *plan;
    const PlanClass *item;
    VEC(AbiObject *) objects;
} Visit;

static void visit_instance(void *context, AbiObject *object) {
    Visit *visit = context;
    if (deepest_change(visit->plan, object->cls) == visit->item) vec_push(NULL, &visit->objects, object);
}

static const LiveMigrated *row_of(const LivePlan *plan, Name cls) {
    for (u32 i = 0; i < plan->report->migrated.count; i++)
        if (plan->report->migrated.at[i].cls == cls) return &plan->report->migrated.at[i];
    return NULL;
}

static bool has_name(const NameVec *list, Name name) {
    for (u32 i = 0; i < list->count; i++)
        if (list->at[i] == name) return true;
    return false;
}

/* A structure of the values that the instance had in fields that are gone. */
static AbiObject *dropped_values(const LivePlan *plan, AbiObject *object, Name cls) {
    AbiObject *values = rt_anon_new();
    const LiveMigrated *row = row_of(plan, cls);
    for (u32 i = 0; row && i < plan->classes.count; i++) {
        const PlanClass *item = &plan->classes.at[i];
        const AbiClass *abi = item->cls->abi;
        if (abi->depth > object->cls->depth || object->cls->ancestors[abi->depth] != abi) continue;
        for (u32 k = 0; k < item->dropped.count; k++) {
            const LiveField *field = &item->cls->fields.at[item->dropped.at[k]];
            if (!has_name(&row->dropped, field->name)) continue;
            rt_anon_set(values, rt_intern(plan->live->vm, field->name->text, field->name->length), migrate_value(object, field));
        }
    }
    return values;
}

static bool migrate_object(LivePlan *plan, AbiObject *object, u32 from, Text *error) {
    Live *live = plan->live;
    Text text = {0};
    rt_string_utf8(object->cls->info->name, &text);
    Name path = name_of(live->program->names, text.at, text.count);
    text_free(&text);
    TypeDecl *decl = map_get_name(&live->program->types, path);
    NameVec methods = {0};
    migrators_of(decl, &methods);
    bool ok = true;
    for (u32 i = 0; ok && i < methods.count; i++) {
        const Field *method = method_of(decl, methods.at[i]);
        u64 args[3] = {(u64)(uintptr_t)object, (u64)(uintptr_t)dropped_values(plan, object, path), from};
        ok = rt_call(RT_ENTRY_CATCH, function_of(live, method->path)->address, args, 3, NULL) == RT_OK;
        if (ok) continue;
        text_printf(error, "@:hot.migrate %s threw: ", method->path->text);
        rt_exception_text(rt_self(), error);
        ok = !refuses(plan, error);
    }
    vec_free(&methods);
    return ok;
}

bool hooks_migrate(LivePlan *plan, u32 from, Text *error) {
    if (!plan->hooks.migrates) return true;
    bool ok = true;
    for (u32 i = 0; ok && i < plan->classes.count; i++) {
        Visit visit = {.plan = plan, .item = &plan->classes.at[i]};
        if (!visit.item->added.count && !visit.item->dropped.count) continue;
        rt_each_instance(plan->live->vm, visit.item->cls->abi, visit_instance, &visit);
        if (visit.objects.count) rt_roots_add(plan->live->vm, visit.objects.at, visit.objects.count);
        for (u32 k = 0; ok && k < visit.objects.count; k++) ok = migrate_object(plan, visit.objects.at[k], from, error);
        if (visit.objects.count) rt_roots_remove(plan->live->vm, visit.objects.at);
        vec_free(&visit.objects);
    }
    return ok;
}

void live_hook_on_update(void *context, AbiObject *closure) {
    Live *live = context;
    RtHandle *handle = rt_handle_new(live->vm, word_of_ref(closure));
    pthread_mutex_lock(&live->listeners_lock);
    vec_push(NULL, &live->listeners, handle);
    pthread_mutex_unlock(&live->listeners_lock);
}

bool hooks_after(LivePlan *plan, Text *error) {
    Live *live = plan->live;
    for (u32 i = 0; i < plan->hooks.after.count; i++)
        if (!user_call(live, plan->hooks.after.at[i], "@:hot.after", NULL, error) && refuses(plan, error)) return false;
    u32 count = live->listeners.count; /* those that come while they are called are for the next update */
    for (u32 i = 0; i < count; i++) {
        AbiObject *closure = (AbiObject *)(uintptr_t)live->listeners.at[i]->word;
        if (rt_call_closure(RT_ENTRY_CATCH, closure, NULL, 0, NULL) == RT_OK) continue;
        text_str(error, "A listener of molt.Hot.onUpdate threw: ");
        rt_exception_text(rt_self(), error);
        if (refuses(plan, error)) return false;
    }
    return true;
}
