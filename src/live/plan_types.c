/* plan_types: what an update does to classes with live instances and to static variables.
 *
 * Reads the new descriptions (lower_class, lower_static), compares them with what the running program has, and reserves numbers for what
 * is new. What cannot be applied is refused here, with the place and what would make it pass; the program goes on as it is.
 */
#include "plan.h"

/* ---- Refusals -------------------------------------------------------------------------------------------------------------------------------- */

static Span decl_span(const TypeDecl *decl) {
    if (!decl->module || !decl->module->file || !decl->ast) return NO_SPAN;
    return (Span){decl->module->file->id, decl->ast->name.start, decl->ast->name.end};
}

static bool refuse(LivePlan *plan, const LiveClass *cls, const char *code, const char *format, ...) PRINTF_LIKE(4, 5);
static bool refuse(LivePlan *plan, const LiveClass *cls, const char *code, const char *format, ...) {
    va_list list;
    va_start(list, format);
    char what[512];
    vsnprintf(what, sizeof what, format, list);
    va_end(list);
    diag_error(plan->live->program->diags, decl_span(cls->decl), code, "%s", what);
    return false;
}

/* ---- Conversions ------------------------------------------------------------------------------------------------------------------------------ */

static bool is_abstract(Live *live, Name type) {
    const char *end = strchr(type->text, '<');
    Name path = end ? name_of(live->program->names, type->text, (size_t)(end - type->text)) : type;
    const TypeDecl *decl = map_get_name(&live->program->types, path);
    return decl && decl->kind == DECL_ABSTRACT;
}

PlanConversion plan_conversion(Live *live, Rep from, Name from_type, Rep to, Name to_type, TypeTest from_test, TypeTest to_test) {
    if (from == to && (from_type == to_type || from == REP_I32 || from == REP_F64 || from == REP_BOOL)) return CONVERT_SAME;
    if (from == to && from_test == to_test && (is_abstract(live, from_type) || is_abstract(live, to_type))) return CONVERT_SAME;
    if (from == REP_I32 && to == REP_F64) return CONVERT_INT_TO_FLOAT;
    if (to == REP_WORD && from != REP_VOID && from != REP_PTR) return CONVERT_TO_WORD;
    if (from == REP_REF && to == REP_REF && from_test && to_test) {
        TypeDecl *child = map_get_name(&live->program->types, from_test), *parent = map_get_name(&live->program->types, to_test);
        if (child && parent && child != parent && class_is_subclass(child, parent)) return CONVERT_SAME;
    }
    return CONVERT_NONE;
}

bool plan_may_be_exact(Rep from, Rep to) {
    if (from == REP_F64) return to == REP_I32;
    return from == REP_WORD || (from == REP_REF && to == REP_REF);
}

/* ---- Fields ---------------------------------------------------------------------------------------------------------------------------------------- */

static const MirFieldInfo *new_field(const MirClass *mir, Name name) {
    for (u32 i = 0; i < mir->field_count; i++)
        if (mir->fields[i].name == name) return &mir->fields[i];
    return NULL;
}

static bool same_field(const LiveField *field, const MirFieldInfo *info) { return field->rep == info->rep && field->type == info->type; }

/* Code of this update does not find it any more; taken back if it is refused. */
static void drop_field(PlanClass *item, LiveField *field) {
    field->removed = true;
    field->presence = class_hierarchy(item->cls)->next_field++;
    vec_push(NULL, &item->dropped, (u32)(field - item->cls->fields.at));
}

static bool add_initialiser(LivePlan *plan, PlanAdded *added) {
    if (!added->info->has_init) return true;
    added->init = name_printf(plan->live->program->names, "%s`init", added->info->field->path->text);
    return plan_need(plan, added->init);
}

static bool is_joined(const LivePlan *plan, const LiveClass *cls) {
    for (u32 i = 0; i < plan->joins.count; i++)
        if (plan->joins.at[i].ancestor == cls) return true;
    return false;
}

static bool add_new_field(LivePlan *plan, PlanClass *item, const MirFieldInfo *info) {
    Live *live = plan->live;
    LiveClass *cls = item->cls;
    PlanAdded added = {.info = info};
    LiveField *former = class_field(cls, info->name), *kept = class_field_removed(cls, info);
    if (!former && info->field && info->field->hot_was && !new_field(item->mir, info->field->hot_was))
        former = class_field(cls, info->field->hot_was);
    if (former) {
        added.conversion = plan_conversion(live, (Rep)former->rep, former->type, (Rep)info->rep, info->type, former->test, info->test);
        if (added.conversion == CONVERT_NONE && kept && plan_may_be_exact((Rep)former->rep, (Rep)info->rep)) added.conversion = CONVERT_EXACT;
        added.from = *former;
        drop_field(item, former);
    }
    if (kept) {
        kept->removed = false; /* code of this update finds it; taken back if it is refused */
        added.restored = true;
    } else {
        kept = class_add_late_field(live, cls, info);
    }
    added.number = (u32)(kept - cls->fields.at);
    added.to = *kept;
    bool always = added.conversion != CONVERT_NONE && added.conversion != CONVERT_EXACT && !is_joined(plan, cls);
    if (!always && !add_initialiser(plan, &added)) return false;
    vec_push(NULL, &item->added, added);
    return true;
}

/* A field that stays as it is, in a class that others get as superclass. */
static bool inherit_field(LivePlan *plan, PlanClass *item, const MirFieldInfo *info) {
    LiveClass *cls = item->cls;
    PlanAdded added = {.info = info, .inherited = true};
    LiveField *field = class_field(cls, info->name);
    if (ancestry_is_fresh(plan, cls)) {
        added.from = *field;
        drop_field(item, field);
        field = class_add_late_field(plan->live, cls, info);
        field->added = added.from.added;
    }
    added.number = (u32)(field - cls->fields.at);
    added.to = *field;
    if (!add_initialiser(plan, &added)) return false;
    vec_push(NULL, &item->added, added);
    return true;
}

bool plan_fields(LivePlan *plan, PlanClass *item) {
    LiveClass *cls = item->cls;
    bool joined = is_joined(plan, cls);
    for (u32 i = 0; i < item->mir->field_count; i++) {
        const MirFieldInfo *info = &item->mir->fields[i];
        const LiveField *field = class_field(cls, info->name);
        bool same = field && same_field(field, info);
        if (same && !joined) continue;
        if (same ? !inherit_field(plan, item, info) : !add_new_field(plan, item, info)) return false;
    }
    for (u32 i = 0; i < item->former_fields; i++) {
        LiveField *field = &cls->fields.at[i];
        if (!field->removed && !new_field(item->mir, field->name)) drop_field(item, field);
    }
    return true;
}

/* ---- Methods ---------------------------------------------------------------------------------------------------------------------------------------- */

/* Numbers for virtual methods that are new, so that calls compiled now find them; the tables are filled at the commit. */
static void plan_methods(PlanClass *item) {
    LiveClass *cls = item->cls;
    for (u32 i = 0; i < item->mir->method_count; i++) {
        const MirMethodInfo *info = &item->mir->methods[i];
        if (!info->is_virtual || class_method(cls, info->name, info->types)) continue;
        LiveMethod *inherited = NULL;
        for (LiveClass *super = cls->super; super && !inherited; super = super->super) inherited = class_method(super, info->name, info->types);
        LiveMethod method = {.name = info->name, .types = info->types, .late = true};
        if (inherited) {
            method.index = inherited->index;
            method.late = inherited->late;
        } else {
            method.index = class_hierarchy(cls)->next_method++;
        }
        vec_push(NULL, &cls->methods, method);
    }
}

static bool same_name_lists(const NameVec *a, const Name *b, u32 count) {
    if (a->count != count) return false;
    for (u32 i = 0; i < count; i++)
        if (a->at[i] != b[i]) return false;
    return true;
}

static bool same_methods(const MirClass *a, const MirClass *b) {
    if (a->method_count != b->method_count || a->itab_count != b->itab_count) return false;
    for (u32 i = 0; i < a->method_count; i++)
        if (a->methods[i].name != b->methods[i].name || a->methods[i].types != b->methods[i].types ||
            a->methods[i].function != b->methods[i].function || a->methods[i].is_virtual != b->methods[i].is_virtual)
            return false;
    for (u32 i = 0; i < a->itab_count; i++)
        if (a->itab[i].interface != b->itab[i].interface || a->itab[i].method != b->itab[i].method || a->itab[i].types != b->itab[i].types || a->itab[i].function != b->itab[i].function)
            return false;
    return true;
}

/* ---- Classes ------------------------------------------------------------------------------------------------------------------------------------------ */

static bool is_planned(const LivePlan *plan, const LiveClass *cls) {
    for (u32 i = 0; i < plan->classes.count; i++)
        if (plan->classes.at[i].cls == cls) return true;
    return false;
}

static bool plan_class(LivePlan *plan, LiveClass *cls) {
    if (cls->is_builtin || cls->is_ctor || cls->unborn || is_planned(plan, cls)) return true;
    TypeDecl *decl = cls->decl;
    if (!decl->module) return true; /* removed: instances live on with the class as it is */
    if (decl->kind != cls->kind)
        return refuse(plan, cls, "live.kind", "%s is of another kind now (class, interface, enum): values of the old kind are alive. Restart the program, or give the new type another name",
                      cls->path->text);
    Arena *arena = arena_new("class");
    MirClass *mir = lower_class(plan->live->lowering, decl, arena, NULL);
    bool layout = mir->layout_hash != cls->layout_hash;
    bool interfaces = !same_name_lists(&cls->interfaces, mir->interfaces, mir->interface_count);
    bool methods = !same_methods(cls->mir, mir);
    bool ancestry = ancestry_changes(plan, cls);
    if (!layout && !interfaces && !methods && !ancestry) {
        arena_free(arena);
        return true;
    }
    vec_push(NULL, &plan->classes,
             (PlanClass){.cls = cls, .mir = mir, .former_mir = cls->mir, .arena = arena, .former_fields = cls->fields.count, .former_methods = cls->methods.count,
                         .interfaces_changed = interfaces});
    u32 number = plan->classes.count - 1;
    cls->pending_mir = mir;
    if (cls->kind == DECL_ENUM) return plan_constructors(plan, cls, mir);
    if (cls->kind == DECL_CLASS) {
        if (ancestry_is_fresh(plan, cls)) ancestry_renumber_methods(plan, &plan->classes.at[number]);
        plan_methods(&plan->classes.at[number]);
        if (layout || ancestry) {
            /* plan_fields may name further classes but plans none: the item stays where it is. */
            if (!plan_fields(plan, &plan->classes.at[number])) return false;
        }
    }
    /* Inherited methods stand in the tables of subclasses too. */
    if (methods || interfaces || ancestry)
        for (u32 i = 0; i < cls->children.count; i++)
            if (!plan_class(plan, cls->children.at[i])) return false;
    return true;
}

/* ---- Static variables ------------------------------------------------------------------------------------------------------------------------------------ */

static const Change *change_of(const LivePlan *plan, const Field *field) {
    for (u32 i = 0; i < plan->changes->list.count; i++)
        if (plan->changes->list.at[i].entity == &field->entity) return &plan->changes->list.at[i];
    return NULL;
}

/* What @:hot.was names, when no variable has that name any more; NULL: nothing. */
static LiveStatic *former_static(Live *live, const Field *field) {
    if (!field->hot_was) return NULL;
    size_t owner = field->path->length - field->name->length;
    Name path = name_printf(live->program->names, "%.*s%s", (int)owner, field->path->text, field->hot_was->text);
    const Field *now = map_get_name(&live->program->fields, path);
    return now && now->owner ? NULL : static_find(live, path);
}

static bool plan_static(LivePlan *plan, Field *field) {
    Live *live = plan->live;
    const Change *change = change_of(plan, field);
    MirStatic info = lower_static(live->lowering, field, plan->arena);
    PlanStatic item = {.kind = STATIC_KEPT, .field = field, .variable = static_find(live, field->path), .init = info.init};
    bool same_type = item.variable && item.variable->rep == info.rep && item.variable->type == info.type;
    if (item.variable && !same_type) {
        /* Code compiled from now on finds the new cell under the name. */
        item.kind = STATIC_RETYPED;
        item.former = item.variable;
        map_set_name(&live->statics, field->path, NULL);
        item.variable = static_of(live, info.owner, info.name);
    } else if (item.variable && item.variable->removed) {
        item.variable->removed = false;
        item.restored = true;
    } else if (change && change->kind == CHANGE_ADDED && (item.former = former_static(live, field))) {
        item.kind = STATIC_RETYPED;
        item.variable = static_of(live, info.owner, info.name);
    } else if (change && change->kind == CHANGE_ADDED) {
        item.kind = STATIC_ADDED;
        if (!item.variable) item.variable = static_of(live, info.owner, info.name);
    } else if (change && change->body && !field->hot_keep) {
        /* Whether the program has changed it is asked at the commit, when nothing runs any more. */
        item.kind = STATIC_RESET;
        if (!item.variable) item.variable = static_of(live, info.owner, info.name);
    } else if (!(change && change->body)) {
        return true;
    }
    bool may_run = item.kind != STATIC_KEPT && !item.restored && info.init;
    if (may_run && !plan_need(plan, info.init)) return false;
    vec_push(NULL, &plan->statics, item);
    return true;
}

/* Static variables of modules that came with this update are initialised like new ones of a known class. */
static bool plan_new_module(LivePlan *plan, Module *module) {
    for (u32 i = 0; i <= module->types.count; i++) {
        TypeDecl *decl = i < module->types.count ? module->types.at[i] : module->statics;
        if (!decl || decl->kind == DECL_TYPEDEF) continue;
        for (u32 k = 0; k < decl->statics.count; k++) {
            Field *field = decl->statics.at[k];
            if (field->kind != FIELD_VAR || !field->has_storage || map_get(&plan->by_field, (u64)(uintptr_t)field)) continue;
            MirStatic info = lower_static(plan->live->lowering, field, plan->arena);
            if (!info.init) continue;
            if (!plan_need(plan, info.init)) return false;
            vec_push(NULL, &plan->statics, (PlanStatic){.kind = STATIC_ADDED, .field = field, .init = info.init, .is_new_module = true,
                                                        .variable = static_of(plan->live, info.owner, info.name)});
        }
        if (decl->init) {
            if (!plan_need(plan, decl->init->path)) return false;
            vec_push(NULL, &plan->statics, (PlanStatic){.kind = STATIC_ADDED, .field = decl->init, .init = decl->init->path, .is_new_module = true});
        }
    }
    return true;
}

static TypeDecl *changed_interface(const LivePlan *plan, const Change *change) {
    TypeDecl *decl = NULL;
    if (change->entity->kind == ENTITY_TYPE) {
        decl = (TypeDecl *)change->entity;
    } else if (change->entity->kind == ENTITY_FIELD) {
        const Field *field = (Field *)change->entity;
        Name path = name_of(plan->live->program->names, field->path->text, field->path->length - field->name->length - 1);
        decl = map_get_name(&plan->live->program->types, path);
    }
    return decl && decl->kind == DECL_INTERFACE ? decl : NULL;
}

/* What an interface gains or loses stands in the tables of the classes that implement it. */
static bool plan_implementors(LivePlan *plan) {
    bool any = false;
    for (u32 i = 0; i < plan->changes->list.count && !any; i++) any = changed_interface(plan, &plan->changes->list.at[i]) != NULL;
    if (!any) return true;
    for (u32 i = 0; i < plan->former_classes; i++) {
        LiveClass *cls = plan->live->all_classes.at[i];
        if (cls->kind == DECL_CLASS && cls->interfaces.count && !plan_class(plan, cls)) return false;
    }
    return true;
}

/* Superclasses first: their members have their new numbers when those of subclasses are compared. */
static bool plan_ancestries(LivePlan *plan) {
    for (u32 i = plan->joins.count; i-- > 0;)
        if (!plan_class(plan, plan->joins.at[i].ancestor)) return false;
    for (u32 i = 0; i < plan->ancestries.count; i++)
        if (!plan_class(plan, plan->ancestries.at[i].cls)) return false;
    return true;
}

static bool check_renamed(LivePlan *plan, TypeDecl *decl) {
    LiveClass *former = decl->hot_was ? class_find(plan->live, decl->hot_was) : NULL;
    if (!former || former->unborn || former->decl->module) return true;
    diag_error(plan->live->program->diags, decl_span(decl), "live.renamed",
               "Not supported yet by molt: %s goes on as %s while values of it may live. Restart the program, or take @:hot.was away: values of "
               "%s live on as they are then",
               decl->hot_was->text, decl->path->text, decl->hot_was->text);
    return false;
}

bool plan_types(LivePlan *plan) {
    Live *live = plan->live;
    if (!plan_ancestries(plan)) return false;
    for (u32 i = plan->former_modules; i < live->program->module_list.count; i++)
        if (!plan_new_module(plan, live->program->module_list.at[i])) return false;
    for (u32 i = 0; i < plan->fields.count; i++) {
        Field *field = plan->fields.at[i]->field;
        if (!field->owner) continue;
        if (field->is_static && field->kind == FIELD_VAR) {
            if (field->has_storage && !plan_static(plan, field)) return false;
            continue;
        }
        LiveClass *cls = class_find(live, field->owner->path);
        if (cls && !plan_class(plan, cls)) return false;
    }
    for (u32 i = 0; i < plan->changes->list.count; i++) {
        const Change *change = &plan->changes->list.at[i];
        Name path = NULL;
        if (change->entity->kind == ENTITY_TYPE) {
            path = ((TypeDecl *)change->entity)->path;
        } else if (change->kind == CHANGE_REMOVED) {
            const Field *field = (Field *)change->entity;
            path = name_of(live->program->names, field->path->text, field->path->length - field->name->length - 1);
        }
        LiveClass *cls = path ? class_find(live, path) : NULL;
        if (cls && !plan_class(plan, cls)) return false;
        if (change->entity->kind == ENTITY_TYPE && change->kind == CHANGE_ADDED && !check_renamed(plan, (TypeDecl *)change->entity)) return false;
    }
    if (!plan_implementors(plan)) return false;
    return live->program->diags->errors == 0;
}
