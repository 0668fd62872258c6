/* enums: an update that changes the constructors of an enum with live values.
 *
 * A constructor is its name, with a tag for ever: a reorder changes the order that reflection shows, nothing else. Its parameters are
 * treated as the fields of an instance: what is added is a late number, what goes is kept aside, matched by name. Values of a constructor
 * that is gone live on: their tag is that of no constructor that code can name any more.
 */
#include "plan.h"

/* ---- Planning ------------------------------------------------------------------------------------------------------------------------ */

static const MirCtorInfo *declared(const MirClass *mir, Name name) {
    for (u32 i = 0; i < mir->ctor_count; i++)
        if (mir->ctors[i].name == name) return &mir->ctors[i];
    return NULL;
}

static Name ctor_path(Live *live, const LiveClass *cls, Name name) {
    return name_printf(live->program->names, "%s.%s", cls->path->text, name->text);
}

/* Under its new name at once: code of this update finds it by that. */
static void rename_ctor(Live *live, LiveClass *cls, LiveClass *ctor, Name name) {
    map_set_name(&live->classes, ctor->path, NULL);
    ctor->ctor_name = name;
    ctor->path = ctor_path(live, cls, name);
    map_set_name(&live->classes, ctor->path, ctor);
}

static bool same_parameters(const LiveClass *ctor, const MirCtorInfo *info) {
    u32 present = 0;
    for (u32 i = 0; i < ctor->fields.count; i++) present += !ctor->fields.at[i].removed;
    if (present != info->count) return false;
    for (u32 i = 0; i < info->count; i++) {
        for (u32 k = 0; k < ctor->fields.count; k++) {
            const LiveField *field = &ctor->fields.at[k];
            if (field->removed || field->name != info->params[i].name) continue;
            if (field->rep != info->params[i].rep || field->type != info->params[i].type) return false;
            present--;
        }
    }
    return present == 0;
}

static bool plan_parameters(LivePlan *plan, LiveClass *cls, LiveClass *ctor, const MirCtorInfo *info) {
    Live *live = plan->live;
    Name former = ctor->ctor_name == info->name ? NULL : ctor->ctor_name;
    if (!former && same_parameters(ctor, info)) return true;
    MirClass *mir = NEW(plan->arena, MirClass);
    *mir = (MirClass){.path = ctor->path, .kind = DECL_ENUM, .decl = cls->decl, .fields = info->params, .field_count = info->count};
    vec_push(NULL, &plan->classes, (PlanClass){.cls = ctor, .mir = mir, .former_fields = ctor->fields.count, .former_ctor = former});
    if (former) rename_ctor(live, cls, ctor, info->name);
    return plan_fields(plan, &vec_last(&plan->classes));
}

bool plan_constructors(LivePlan *plan, LiveClass *cls, const MirClass *mir) {
    for (u32 i = 0; i < mir->ctor_count; i++) {
        const MirCtorInfo *info = &mir->ctors[i];
        LiveClass *ctor = class_ctor(cls, info->name);
        Name was = info->field->hot_was;
        if (!ctor && was && !declared(mir, was)) ctor = class_ctor(cls, was);
        if (!ctor || ctor->unborn) class_add_ctor(plan->live, cls, info);
        else if (!plan_parameters(plan, cls, ctor, info)) return false;
    }
    return true;
}

void enums_abandon(LivePlan *plan, PlanClass *item) {
    if (item->former_ctor) rename_ctor(plan->live, item->cls->super, item->cls, item->former_ctor);
}

/* ---- Carrying out -------------------------------------------------------------------------------------------------------------------- */

void enums_mark_gone(LiveClass *cls) {
    for (u32 i = 0; i < cls->ctors.count; i++) cls->ctors.at[i]->gone = !declared(cls->mir, cls->ctors.at[i]->ctor_name);
}

static void count_value(void *context, AbiObject *object) {
    (void)object;
    ++*(u32 *)context;
}

static void report_values(LivePlan *plan, const LiveClass *ctor) {
    Live *live = plan->live;
    u32 values = 0;
    rt_each_instance(live->vm, ctor->abi, count_value, &values);
    const AbiObject *constant = ctor->abi->info->singleton;
    if (constant && rt_is_mentioned(live->vm, constant)) values++;
    if (values) vec_push(plan->report->arena, &plan->report->enums, (LiveEnumValues){ctor->super->path, ctor->ctor_name, values});
}

void enums_report(LivePlan *plan) {
    for (u32 i = 0; i < plan->classes.count; i++) {
        const PlanClass *item = &plan->classes.at[i];
        if (item->cls->kind != DECL_ENUM) continue;
        if (item->cls->is_ctor) {
            if (item->added.count || item->dropped.count) report_values(plan, item->cls);
            continue;
        }
        for (u32 k = 0; k < item->cls->ctors.count; k++)
            if (item->cls->ctors.at[k]->gone && declared(item->former_mir, item->cls->ctors.at[k]->ctor_name)) report_values(plan, item->cls->ctors.at[k]);
    }
}
