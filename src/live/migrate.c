/* migrate: live instances take the fields that their class gained, and static variables of another type their value.
 *
 * Objects do not move and offsets keep their meaning: a new field is a late number, filled in here for every live instance by conversion
 * of what was there, by its initialiser, or left at its type's default (zero). What an old version can see is not written, so nothing
 * needs to be put back when an initialiser throws.
 *
 * Requires: world stopped, new code and classes installed, the calling thread in the haxe state.
 */
#include "plan.h"

#include <stdlib.h>

struct Migration {
    VEC(AbiObject *) instances; /* registered as roots while user code runs */
};

static void collect_instance(void *context, AbiObject *object) {
    Migration *migration = context;
    vec_push(NULL, &migration->instances, object);
}

static LiveClass *live_class_of(Live *live, AbiClass *abi) {
    for (u32 i = 0; i < live->all_classes.count; i++)
        if (live->all_classes.at[i]->abi == abi) return live->all_classes.at[i];
    return NULL;
}

static LiveMigrated *report_of(LivePlan *plan, AbiClass *abi) {
    LiveClass *cls = live_class_of(plan->live, abi);
    LiveReport *report = plan->report;
    for (u32 i = 0; i < report->migrated.count; i++)
        if (report->migrated.at[i].cls == cls->path) return &report->migrated.at[i];
    vec_push(report->arena, &report->migrated, (LiveMigrated){.cls = cls->path});
    return &vec_last(&report->migrated);
}

static void *field_address(AbiObject *object, bool late, u32 place) { return late ? rt_late(object, place) : (u8 *)object + place; }

static Word read_word(const void *at, Rep rep) {
    switch (rep) {
    case REP_BOOL: return word_of_bool(*(const u8 *)at);
    case REP_I32: return word_of_int(*(const i32 *)at);
    case REP_F64: return word_of_double(*(const double *)at);
    case REP_REF:
    case REP_WORD: return *(const Word *)at;
    case REP_VOID:
    case REP_I64:
    case REP_PTR:
    case REP_COUNT: break;
    }
    return WORD_NULL;
}

Word migrate_value(AbiObject *object, const LiveField *field) {
    return read_word(field_address(object, field->late, field->place), (Rep)field->rep);
}

static void convert(void *to, const void *from, PlanConversion conversion, Rep from_rep) {
    switch (conversion) {
    case CONVERT_SAME: memcpy(to, from, from_rep == REP_BOOL ? 1 : from_rep == REP_I32 ? 4 : 8); break;
    case CONVERT_INT_TO_FLOAT: *(double *)to = *(const i32 *)from; break;
    case CONVERT_TO_WORD: *(Word *)to = read_word(from, from_rep); break;
    case CONVERT_NONE:
    case CONVERT_EXACT: break;
    }
}

/* A value that is one of the new type as it is; false: it is not. */
static bool convert_exactly(Live *live, void *to, Rep to_rep, TypeTest test, const void *from, Rep from_rep) {
    Word word = read_word(from, from_rep);
    switch (to_rep) {
    case REP_I32: {
        double number = word_is_int(word) ? word_int(word) : word_is_double(word) ? word_double(word) : 0.5;
        if (!(number >= INT32_MIN && number <= INT32_MAX) || (double)(i32)number != number) return false;
        *(i32 *)to = (i32)number;
        return true;
    }
    case REP_F64:
        if (!word_is_int(word) && !word_is_double(word)) return false;
        *(double *)to = word_is_int(word) ? word_int(word) : word_double(word);
        return true;
    case REP_BOOL:
        if (!word_is_bool(word)) return false;
        *(bool *)to = word_bool(word);
        return true;
    case REP_REF:
        if (word != WORD_NULL && !(test && live_test(live, test) && rt_test(word, live_test(live, test)))) return false;
        *(Word *)to = word;
        return true;
    case REP_WORD:
    case REP_I64:
    case REP_PTR:
    case REP_VOID:
    case REP_COUNT: break;
    }
    return false;
}

bool static_convert(Live *live, LiveStatic *from, LiveStatic *to) {
    PlanConversion conversion = plan_conversion(live, (Rep)from->rep, from->type, (Rep)to->rep, to->type, from->test, to->test);
    if (conversion == CONVERT_NONE) return false;
    convert(to->address, from->address, conversion, (Rep)from->rep);
    to->initialised = from->initialised;
    convert(to->snapshot, from->snapshot, conversion, (Rep)from->rep);
    return true;
}

/* A field of that name that another class of the object's hierarchy loses in this update, or had that is its superclass no more: the
 * declaration moved up or down. */
static const LiveField *moved_from(LivePlan *plan, const PlanClass *to, const PlanAdded *added, const AbiClass *cls) {
    for (u32 i = 0; i < plan->classes.count; i++) {
        const PlanClass *item = &plan->classes.at[i];
        const AbiClass *other = item->cls->abi;
        if (item == to || cls->depth < other->depth || cls->ancestors[other->depth] != other) continue;
        for (u32 k = 0; k < item->dropped.count; k++) {
            const LiveField *field = &item->cls->fields.at[item->dropped.at[k]];
            if (field->name == added->info->name && field->rep == added->info->rep && field->type == added->info->type) return field;
        }
    }
    for (u32 i = 0; i < plan->ancestries.count; i++) {
        const LiveClass *joined = plan->ancestries.at[i].cls;
        const AbiClass *other = joined->abi;
        if (cls->depth < other->depth || cls->ancestors[other->depth] != other) continue;
        for (u32 k = plan->ancestries.at[i].left; k < joined->left.count; k++) {
            const LiveField *field = class_field(joined->left.at[k].ancestor, added->info->name);
            if (field && field->rep == added->info->rep && field->type == added->info->type) return field;
        }
    }
    return NULL;
}

static bool run_initialiser(LivePlan *plan, const PlanAdded *added, AbiObject *object, Text *error) {
    if (!added->init) return true;
    u64 args[1] = {(u64)(uintptr_t)object};
    if (rt_call(RT_ENTRY_CATCH, function_of(plan->live, added->init)->address, args, 1, NULL) == RT_OK) return true;
    text_printf(error, "The initialiser of field %s threw: ", added->info->name->text);
    rt_exception_text(rt_self(), error);
    return false;
}

static PlanConversion carried_how(LivePlan *plan, const LiveField *from, const PlanAdded *added) {
    if (!from) return CONVERT_NONE;
    const LiveField *to = &added->to;
    return plan_conversion(plan->live, (Rep)from->rep, from->type, (Rep)to->rep, to->type, from->test, to->test);
}

/* Had it and left: the value is there still. */
static bool is_kept(const PlanAdded *added, const PlanJoin *join) {
    return join->had && !added->from.name && added->to.added <= join->left.version;
}

/* The instance did not have the class as superclass. */
static bool migrate_inherited(LivePlan *plan, const PlanAdded *added, const PlanJoin *join, AbiObject *object, void *to, Text *error) {
    const LiveField *carried = ancestry_carried(plan, join, added->info->name);
    PlanConversion how = carried_how(plan, carried, added);
    if (how != CONVERT_NONE) {
        convert(to, field_address(object, carried->late, carried->place), how, (Rep)carried->rep);
        return true;
    }
    if (is_kept(added, join) && *(u64 *)rt_late(object, join->left.presence)) return true;
    return run_initialiser(plan, added, object, error);
}

/* Fills in one field of one instance. */
static bool migrate_field(LivePlan *plan, const PlanClass *item, const PlanAdded *added, AbiObject *object, Text *error) {
    void *to = field_address(object, added->to.late, added->to.place);
    const LiveField *moved = moved_from(plan, item, added, object->cls);
    if (moved) { /* its present value, also where this class had the field once and still keeps what it was then */
        convert(to, field_address(object, moved->late, moved->place), CONVERT_SAME, (Rep)moved->rep);
        return true;
    }
    const PlanJoin *join = ancestry_join(plan, item->cls, object->cls);
    if (join) return migrate_inherited(plan, added, join, object, to, error);
    const void *from = added->from.name ? field_address(object, added->from.late, added->from.place) : NULL;
    if (added->inherited) {
        if (from) convert(to, from, CONVERT_SAME, (Rep)added->from.rep);
        return true;
    }
    if (added->conversion == CONVERT_EXACT) {
        if (convert_exactly(plan->live, to, (Rep)added->to.rep, added->to.test, from, (Rep)added->from.rep)) return true;
    } else if (added->conversion != CONVERT_NONE) {
        convert(to, from, added->conversion, (Rep)added->from.rep);
        return true;
    }
    /* Removed earlier and back: an instance that had it has it still, one born meanwhile gets it now. */
    if (added->restored && *(u64 *)rt_late(object, added->to.presence)) return true;
    return run_initialiser(plan, added, object, error);
}

/* Notes which instances have the fields that go: they keep the values for a version that brings them back. */
static void mark_dropped(const PlanClass *item, AbiObject *object) {
    for (u32 k = 0; k < item->dropped.count; k++)
        *(u64 *)rt_late(object, item->cls->fields.at[item->dropped.at[k]].presence) = 1;
}

static bool migrate_class(LivePlan *plan, Migration *migration, PlanClass *item, Text *error) {
    migration->instances.count = 0;
    rt_each_instance(plan->live->vm, item->cls->abi, collect_instance, migration);
    u32 count = migration->instances.count;
    if (!count) return true;
    /* Initialisers may drop the last reference to an instance that is still to come. */
    rt_roots_add(plan->live->vm, migration->instances.at, count);
    bool ok = true;
    for (u32 i = 0; ok && i < count; i++)
        for (u32 k = 0; ok && k < item->added.count; k++) ok = migrate_field(plan, item, &item->added.at[k], migration->instances.at[i], error);
    for (u32 i = 0; ok && i < count; i++) mark_dropped(item, migration->instances.at[i]);
    for (u32 i = 0; i < count; i++) rt_wrote(migration->instances.at[i]);
    rt_roots_remove(plan->live->vm, migration->instances.at);
    return ok;
}

static void push_once(LivePlan *plan, NameVec *list, Name name) {
    for (u32 i = 0; i < list->count; i++)
        if (list->at[i] == name) return;
    vec_push(plan->report->arena, list, name);
}

/* Does a class of the same hierarchy gain the field that this one loses? Then it moved, and nothing observable happened to it. */
static bool moves_away(LivePlan *plan, const PlanClass *from, const LiveField *field, const AbiClass *cls) {
    for (u32 i = 0; i < plan->classes.count; i++) {
        const PlanClass *item = &plan->classes.at[i];
        const AbiClass *other = item->cls->abi;
        if (item == from || cls->depth < other->depth || cls->ancestors[other->depth] != other) continue;
        for (u32 k = 0; k < item->added.count; k++) {
            const MirFieldInfo *info = item->added.at[k].info;
            if (info->name == field->name && info->rep == field->rep && info->type == field->type) return true;
        }
    }
    return false;
}

static void report_fields(LivePlan *plan, const PlanClass *item, LiveMigrated *row, const AbiClass *cls) {
    for (u32 k = 0; k < item->added.count; k++) {
        const PlanAdded *added = &item->added.at[k];
        Name name = added->info->name;
        if (moved_from(plan, item, added, cls)) continue;
        const PlanJoin *join = ancestry_join(plan, item->cls, cls);
        if (join) {
            PlanConversion how = carried_how(plan, ancestry_carried(plan, join, name), added);
            if (how == CONVERT_NONE) push_once(plan, is_kept(added, join) ? &row->restored : &row->added, name);
            else if (how != CONVERT_SAME) push_once(plan, &row->converted, name);
            continue;
        }
        if (added->inherited) continue;
        if (added->conversion != CONVERT_NONE && added->from.name != name) {
            push_once(plan, &row->renamed_from, added->from.name);
            push_once(plan, &row->renamed_to, name);
        } else if (added->conversion != CONVERT_NONE) {
            push_once(plan, &row->converted, name);
        } else if (added->restored) {
            push_once(plan, &row->restored, name);
        } else if (added->from.name != name) { /* retyped without a conversion: listed as dropped */
            push_once(plan, &row->added, name);
        }
    }
    for (u32 k = 0; k < item->dropped.count; k++) {
        Name name = item->cls->fields.at[item->dropped.at[k]].name;
        bool carried = moves_away(plan, item, &item->cls->fields.at[item->dropped.at[k]], cls);
        for (u32 i = 0; i < item->added.count; i++)
            carried |= (item->added.at[i].conversion != CONVERT_NONE || item->added.at[i].inherited) && item->added.at[i].from.name == name;
        if (!carried) push_once(plan, &row->dropped, name);
    }
}

/* One row for each concrete class; the fields are those of all its ancestors that changed. */
static void count_instances(LivePlan *plan, const Migration *migration, const PlanClass *item) {
    Map rows = {0}; /* AbiClass -> number of the row + 1 */
    for (u32 i = 0; i < migration->instances.count; i++) {
        AbiClass *abi = migration->instances.at[i]->cls;
        uintptr_t number = (uintptr_t)map_get(&rows, (u64)(uintptr_t)abi);
        if (!number) {
            LiveMigrated *row = report_of(plan, abi);
            row->instances = 0; /* counted anew for each changed ancestor: the same number each time */
            report_fields(plan, item, row, abi);
            number = (uintptr_t)(row - plan->report->migrated.at) + 1;
            map_set(&rows, (u64)(uintptr_t)abi, (void *)number);
        }
        plan->report->migrated.at[number - 1].instances++;
        plan->report->migrated.at[number - 1].counted = true;
    }
    map_free(&rows);
}

/* Fields of a superclass that is one no more: kept, and dropped unless another class of the new chain has them. */
static void report_left(LivePlan *plan, LiveMigrated *row, const AbiClass *cls, const LiveClass *ancestor) {
    for (u32 i = 0; i < ancestor->fields.count; i++) {
        const LiveField *field = &ancestor->fields.at[i];
        bool has = field->removed;
        for (const LiveClass *at = live_class_of(plan->live, (AbiClass *)cls); at && !has; at = at->super) has = class_field((LiveClass *)at, field->name);
        if (!has) push_once(plan, &row->dropped, field->name);
    }
}

static void leave_superclasses(LivePlan *plan, Migration *migration, const PlanAncestry *item) {
    const LiveClass *cls = item->cls;
    if (item->left == cls->left.count) return;
    migration->instances.count = 0;
    rt_each_instance(plan->live->vm, cls->abi, collect_instance, migration);
    for (u32 i = 0; i < migration->instances.count; i++) {
        AbiObject *object = migration->instances.at[i];
        *(u64 *)rt_late(object, cls->left.at[item->left].presence) = 1;
        LiveMigrated *row = report_of(plan, object->cls);
        if (i == 0 || object->cls != migration->instances.at[i - 1]->cls)
            for (u32 k = item->left; k < cls->left.count; k++) report_left(plan, row, object->cls, cls->left.at[k].ancestor);
        if (!row->counted) row->instances++;
    }
    for (u32 i = 0; i < plan->report->migrated.count; i++) plan->report->migrated.at[i].counted = true;
}

/* A class whose fields only moved was not migrated. */
static void drop_empty_rows(LiveReport *report) {
    u32 kept = 0;
    for (u32 i = 0; i < report->migrated.count; i++) {
        const LiveMigrated *row = &report->migrated.at[i];
        if (row->added.count || row->dropped.count || row->converted.count || row->restored.count || row->renamed_to.count)
            report->migrated.at[kept++] = *row;
    }
    report->migrated.count = kept;
}

bool migrate_run(LivePlan *plan, Migration **out, Text *error) {
    Migration *migration = *out = base_alloc(sizeof *migration);
    /* Superclasses first: an initialiser may read an inherited field. */
    for (u32 depth = 0, left = plan->classes.count; left; depth++) {
        for (u32 i = 0; i < plan->classes.count; i++) {
            PlanClass *item = &plan->classes.at[i];
            if (item->cls->abi->depth != depth) continue;
            left--;
            if (!item->added.count && !item->dropped.count) continue;
            if (!migrate_class(plan, migration, item, error)) return false;
            if (!item->cls->is_ctor) count_instances(plan, migration, item);
        }
    }
    for (u32 i = 0; i < plan->ancestries.count; i++) leave_superclasses(plan, migration, &plan->ancestries.at[i]);
    drop_empty_rows(plan->report);
    return true;
}

void migrate_undo(LivePlan *plan, Migration *migration) {
    (void)migration;
    plan->report->migrated.count = 0;
}

void migrate_free(Migration *migration) {
    if (!migration) return;
    vec_free(&migration->instances);
    free(migration);
}
