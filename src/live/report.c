/* report: what an update changed, in the words of the contract (section 3 and 7.8): functions, static variables and types that have other
 * tokens of their own, those that came and went, and those that were compiled anew for something they read.
 */
#include "plan.h"

static void push_once(LiveReport *report, NameVec *list, Name name) {
    for (u32 i = 0; i < list->count; i++)
        if (list->at[i] == name) return;
    vec_push(report->arena, list, name);
}

static bool stands_in(const NameVec *list, Name name) {
    for (u32 i = 0; i < list->count; i++)
        if (list->at[i] == name) return true;
    return false;
}

/* Instance variables and enum constructors stand only in `migrated` and with their type. */
static bool is_listed(const Field *field) { return field->kind == FIELD_METHOD || field->kind == FIELD_CONSTRUCTOR || field->is_static; }

static void report_field(LiveReport *report, const Change *change) {
    const Field *field = (const Field *)change->entity;
    if (!is_listed(field)) return;
    switch (change->kind) {
    case CHANGE_ADDED: push_once(report, &report->added, field->path); break;
    case CHANGE_REMOVED: push_once(report, &report->removed, field->path); break;
    case CHANGE_TOKENS:
        if (change->signature || change->own_body || (change->body && !change->functions.count && !change->functions_added.count && !change->functions_removed.count)) push_once(report, &report->changed, field->path);
        for (u32 i = 0; i < change->functions.count; i++) push_once(report, &report->changed, change->functions.at[i]);
        for (u32 i = 0; i < change->functions_added.count; i++) push_once(report, &report->added, change->functions_added.at[i]);
        for (u32 i = 0; i < change->functions_removed.count; i++) push_once(report, &report->removed, change->functions_removed.at[i]);
        break;
    case CHANGE_DEPENDENT: break;
    }
}

static void report_type(LiveReport *report, const Change *change) {
    Name path = ((const TypeDecl *)change->entity)->path;
    switch (change->kind) {
    case CHANGE_ADDED: push_once(report, &report->added, path); break;
    case CHANGE_REMOVED: push_once(report, &report->removed, path); break;
    case CHANGE_TOKENS: push_once(report, &report->changed, path); break;
    case CHANGE_DEPENDENT: break;
    }
}

static void report_new_type(LiveReport *report, const TypeDecl *decl) {
    push_once(report, &report->added, decl->path);
    for (u32 i = 0; i < decl->fields.count; i++)
        if (is_listed(decl->fields.at[i])) push_once(report, &report->added, decl->fields.at[i]->path);
    for (u32 i = 0; i < decl->statics.count; i++)
        if (is_listed(decl->statics.at[i])) push_once(report, &report->added, decl->statics.at[i]->path);
    if (decl->constructor) push_once(report, &report->added, decl->constructor->path);
}

/* Modules that code of this update was the first to name. */
static void report_new_modules(LivePlan *plan) {
    Program *program = plan->live->program;
    for (u32 i = plan->former_modules; i < program->module_list.count; i++) {
        const Module *module = program->module_list.at[i];
        if (!module->is_user) continue;
        for (u32 k = 0; k < module->types.count; k++) report_new_type(plan->report, module->types.at[k]);
        if (module->statics) report_new_type(plan->report, module->statics);
    }
}

void plan_report(LivePlan *plan) {
    LiveReport *report = plan->report;
    report_new_modules(plan);
    for (u32 i = 0; i < plan->changes->list.count; i++) {
        const Change *change = &plan->changes->list.at[i];
        if (change->entity->kind == ENTITY_FIELD) report_field(report, change);
        else if (change->entity->kind == ENTITY_TYPE) report_type(report, change);
    }
    for (u32 i = 0; i < plan->codes.count; i++) {
        const PlanCode *code = &plan->codes.at[i];
        if (strchr(code->name->text, '`')) continue; /* compiler-made */
        Field *field = code->unit->field;
        PlanField *item = field ? map_get(&plan->by_field, (u64)(uintptr_t)field) : NULL;
        bool own = item && item->changed;
        if (own || stands_in(&report->changed, code->name) || stands_in(&report->added, code->name)) continue;
        push_once(report, &report->dependents, code->name);
    }
    report->functions = plan->codes.count;
}

/* Fields that a class gains and loses; instances are counted at a commit alone. */
static void report_class(LiveReport *report, const PlanClass *item) {
    if (!item->added.count && !item->dropped.count) return;
    LiveMigrated row = {.cls = item->cls->path};
    for (u32 i = 0; i < item->added.count; i++) {
        const PlanAdded *added = &item->added.at[i];
        NameVec *list = added->restored ? &row.restored : added->conversion != CONVERT_NONE ? &row.converted : &row.added;
        vec_push(report->arena, list, added->info->name);
    }
    for (u32 i = 0; i < item->dropped.count; i++) {
        const LiveField *field = &item->cls->fields.at[item->dropped.at[i]];
        bool carried = false;
        for (u32 k = 0; k < item->added.count; k++)
            carried |= item->added.at[k].conversion != CONVERT_NONE && item->added.at[k].from.name == field->name;
        if (!carried) vec_push(report->arena, &row.dropped, field->name);
    }
    vec_push(report->arena, &report->migrated, row);
}

void live_plan_report(LivePlan *plan) {
    plan_report(plan);
    LiveReport *report = plan->report;
    report->version = report->from = plan->live->version;
    for (u32 i = 0; i < plan->classes.count; i++) report_class(report, &plan->classes.at[i]);
}
