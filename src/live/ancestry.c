/* ancestry: classes that get another superclass while instances live.
 *
 * The places of a class's fields and methods are unique within the hierarchies that were ever joined. When instances of C become instances
 * of A, for which they have no places, the two hierarchies are joined and A's fields and methods get late numbers of the joint one, in all
 * instances of A: those take their values over, those of C get them from a superclass that goes (by name and type), by A's initialisers, or
 * as they were when C left A. Code that knew A's former places is compiled anew; a frame that goes on with them is a reason to refuse.
 *
 * While an update is planned the classes are linked the new way, since layouts and code are asked along the chain; a refusal links back.
 */
#include "plan.h"

#include <stdlib.h>

/* ---- Links --------------------------------------------------------------------------------------------------------------------------- */

static void unlink_child(LiveClass *super, const LiveClass *cls) {
    for (u32 i = 0; super && i < super->children.count; i++) {
        if (super->children.at[i] != cls) continue;
        super->children.at[i] = vec_last(&super->children);
        super->children.count--;
        return;
    }
}

static void set_super(LiveClass *cls, LiveClass *super) {
    unlink_child(cls->super, cls);
    cls->super = super;
    if (super) vec_push(NULL, &super->children, cls);
}

static void join_hierarchies(LiveClass *a, LiveClass *b) {
    LiveHierarchy *to = class_hierarchy(a), *from = class_hierarchy(b);
    if (to == from) return;
    to->next_field = MAX(to->next_field, from->next_field);
    to->next_method = MAX(to->next_method, from->next_method);
    from->joined = to;
}

static bool is_in_chain(const LiveClass *wanted, const LiveClass *cls) {
    while (cls && cls != wanted) cls = cls->super;
    return cls != NULL;
}

static const LiveLeft *left_of(const LiveClass *cls, const LiveClass *ancestor) {
    for (; cls; cls = cls->super)
        for (u32 i = cls->left.count; i-- > 0;)
            if (cls->left.at[i].ancestor == ancestor) return &cls->left.at[i];
    return NULL;
}

static void plan_joins(LivePlan *plan, u32 number) {
    const PlanAncestry *item = &plan->ancestries.at[number];
    for (LiveClass *ancestor = item->super; ancestor; ancestor = ancestor->super) {
        join_hierarchies(ancestor, item->cls);
        PlanJoin join = {.cls = item->cls, .ancestor = ancestor, .ancestry = number, .fresh = !class_reserves(item->cls, ancestor)};
        if (!join.fresh && is_in_chain(ancestor, item->former)) continue; /* had it, has it */
        const LiveLeft *left = left_of(item->cls, ancestor);
        join.had = left != NULL;
        if (left) join.left = *left;
        vec_push(NULL, &plan->joins, join);
    }
}

static void leave(LivePlan *plan, PlanAncestry *item) {
    u32 presence = 0;
    item->left = item->cls->left.count;
    for (LiveClass *ancestor = item->former; ancestor; ancestor = ancestor->super) {
        if (is_in_chain(ancestor, item->cls)) continue;
        if (!presence) presence = class_hierarchy(item->cls)->next_field++;
        vec_push(NULL, &item->cls->left, (LiveLeft){ancestor, presence, plan->live->version});
    }
}

void ancestry_plan(LivePlan *plan) {
    Live *live = plan->live;
    for (u32 i = 0; i < plan->former_classes; i++) {
        LiveClass *cls = live->all_classes.at[i];
        const TypeDecl *decl = cls->decl;
        if (cls->kind != DECL_CLASS || cls->is_builtin || cls->unborn || !decl->module || decl->kind != DECL_CLASS) continue;
        if ((decl->super ? decl->super->path : NULL) == cls->super_name) continue;
        LiveClass *super = decl->super ? class_of(live, decl->super->path) : NULL;
        if (super && super->is_builtin) super = NULL;
        vec_push(NULL, &plan->ancestries, (PlanAncestry){.cls = cls, .former = cls->super, .super = super});
    }
    /* All are unlinked first: two classes may change places. What was left is asked along the former chains. */
    for (u32 i = 0; i < plan->ancestries.count; i++) set_super(plan->ancestries.at[i].cls, NULL);
    for (u32 i = 0; i < plan->ancestries.count; i++) set_super(plan->ancestries.at[i].cls, plan->ancestries.at[i].super);
    for (u32 i = 0; i < plan->ancestries.count; i++) plan_joins(plan, i);
    for (u32 i = 0; i < plan->ancestries.count; i++) leave(plan, &plan->ancestries.at[i]);
}

void ancestry_take_back(LivePlan *plan) {
    for (u32 i = 0; i < plan->ancestries.count; i++) plan->ancestries.at[i].cls->left.count = plan->ancestries.at[i].left;
    for (u32 i = 0; i < plan->ancestries.count; i++) set_super(plan->ancestries.at[i].cls, NULL);
    for (u32 i = 0; i < plan->ancestries.count; i++) set_super(plan->ancestries.at[i].cls, plan->ancestries.at[i].former);
}

/* ---- Questions ----------------------------------------------------------------------------------------------------------------------- */

bool ancestry_is_fresh(const LivePlan *plan, const LiveClass *cls) {
    for (u32 i = 0; i < plan->joins.count; i++)
        if (plan->joins.at[i].ancestor == cls && plan->joins.at[i].fresh) return true;
    return false;
}

bool ancestry_changes(const LivePlan *plan, const LiveClass *cls) {
    for (u32 i = 0; i < plan->ancestries.count; i++)
        if (plan->ancestries.at[i].cls == cls) return true;
    for (u32 i = 0; i < plan->joins.count; i++)
        if (plan->joins.at[i].ancestor == cls) return true;
    return false;
}

static bool has_fresh_field(const LivePlan *plan, const MirInstr *instr) {
    LiveClass *cls = class_find(plan->live, instr->owner);
    while (cls && !class_field(cls, instr->member)) cls = cls->super;
    return cls && ancestry_is_fresh(plan, cls);
}

static bool has_fresh_method(const LivePlan *plan, const MirInstr *instr) {
    LiveClass *cls = class_find(plan->live, instr->owner);
    while (cls && !ancestry_is_fresh(plan, cls)) cls = cls->super;
    return cls != NULL;
}

/* The first instruction of the kinds that are asked for; NULL: none. */
static const MirInstr *find_concerned(const LivePlan *plan, const MirFunc *func, const bool *blocks, bool stores_alone) {
    for (u32 b = 0; plan->joins.count && b < func->blocks.count; b++) {
        if (blocks && !blocks[b]) continue;
        for (u32 i = 0; i < func->blocks.at[b].instrs.count; i++) {
            const MirInstr *instr = &func->blocks.at[b].instrs.at[i];
            if (instr->op == MIR_STORE_FIELD && has_fresh_field(plan, instr)) return instr;
            if (!stores_alone && instr->op == MIR_LOAD_FIELD && has_fresh_field(plan, instr)) return instr;
            if (!stores_alone && instr->op == MIR_CALL_VIRTUAL && has_fresh_method(plan, instr)) return instr;
        }
    }
    return NULL;
}

bool ancestry_concerns(const LivePlan *plan, const MirFunc *func) { return find_concerned(plan, func, NULL, false) != NULL; }

const PlanJoin *ancestry_join(const LivePlan *plan, const LiveClass *ancestor, const AbiClass *cls) {
    for (u32 i = 0; i < plan->joins.count; i++) {
        const PlanJoin *join = &plan->joins.at[i];
        const AbiClass *joined = join->cls->abi;
        if (join->ancestor == ancestor && cls->depth >= joined->depth && cls->ancestors[joined->depth] == joined) return join;
    }
    return NULL;
}

const LiveField *ancestry_carried(const LivePlan *plan, const PlanJoin *join, Name name) {
    const PlanAncestry *item = &plan->ancestries.at[join->ancestry];
    for (u32 i = item->left; i < item->cls->left.count; i++) {
        const LiveField *field = class_field(item->cls->left.at[i].ancestor, name);
        if (field) return field;
    }
    return NULL;
}

/* ---- Methods -------------------------------------------------------------------------------------------------------------------------- */

static void make_obsolete(LiveClass *cls, const LiveClass *owner, const LiveMethod *entry) {
    for (u32 i = 0; i < cls->methods.count; i++) {
        LiveMethod *method = &cls->methods.at[i];
        if (method->index == entry->index && method->late == entry->late) method->obsolete = true;
    }
    for (u32 i = 0; i < cls->children.count; i++)
        if (class_reserves(cls->children.at[i], owner)) make_obsolete(cls->children.at[i], owner, entry);
}

static bool is_inherited(const LiveClass *cls, const LiveMethod *entry) {
    for (const LiveClass *super = cls->super; super; super = super->super)
        for (u32 i = 0; i < super->methods.count; i++)
            if (super->methods.at[i].index == entry->index && super->methods.at[i].late == entry->late) return class_reserves(cls, super);
    return false;
}

void ancestry_renumber_methods(LivePlan *plan, PlanClass *item) {
    LiveClass *cls = item->cls;
    (void)plan;
    for (u32 i = 0; i < item->former_methods; i++) {
        const LiveMethod entry = cls->methods.at[i];
        if (entry.obsolete || is_inherited(cls, &entry)) continue;
        vec_push(NULL, &item->obsolete, entry);
        make_obsolete(cls, cls, &entry);
        vec_push(NULL, &cls->methods, (LiveMethod){.name = entry.name, .types = entry.types, .late = true, .index = class_hierarchy(cls)->next_method++});
    }
}

/* ---- The commit ----------------------------------------------------------------------------------------------------------------------- */

static void set_ancestors(LiveClass *cls) {
    rt_class_set_super(cls->abi, cls->super ? cls->super->abi : NULL);
    for (u32 i = 0; i < cls->children.count; i++) set_ancestors(cls->children.at[i]);
}

void ancestry_install(LivePlan *plan) {
    for (u32 i = 0; i < plan->ancestries.count; i++)
        if (!is_in_chain(plan->ancestries.at[i].cls, plan->ancestries.at[i].super)) set_ancestors(plan->ancestries.at[i].cls);
}

static void reserve_supers(LiveClass *cls) {
    class_reserve_supers(cls);
    for (u32 i = 0; i < cls->children.count; i++) reserve_supers(cls->children.at[i]);
}

void ancestry_finish(LivePlan *plan) {
    for (u32 i = 0; i < plan->ancestries.count; i++) reserve_supers(plan->ancestries.at[i].cls);
}

typedef struct FrameCheck {
    LivePlan *plan;
    Text *error;
    bool ok;
} FrameCheck;

static void complain(FrameCheck *check, const LiveCode *code, const MirInstr *instr, const char *what) {
    const char *does = instr->op == MIR_STORE_FIELD ? "writes" : instr->op == MIR_LOAD_FIELD ? "reads" : "calls";
    text_printf(check->error, "%s of version %u %s and %s %s.%s, which moves as %s becomes a subclass of %s. Edit again when it has ended, or restart the program",
                code->unit->mir->funcs.at[code->func]->name->text, code->version, what, does, instr->owner->text, instr->member->text,
                check->plan->joins.at[0].cls->path->text, check->plan->joins.at[0].ancestor->path->text);
    check->plan->refusal = "live.superclass";
    check->ok = false;
}

/* Up to its next back edge a frame that is carried over may read former places and call through former entries, which hold what they
 * held; what it wrote there would be lost. */
static bool check_frame(void *context, uintptr_t pc, uintptr_t frame) {
    (void)frame;
    FrameCheck *check = context;
    Live *live = check->plan->live;
    u32 pos = UINT32_MAX, loop;
    LiveCode *code = stale_code_at(pc - 1, &pos);
    if (!code || code->version == live->version) return true;
    const MirFunc *mir = code->unit->mir->funcs.at[code->func];
    if (!ancestry_concerns(check->plan, mir)) return true;
    u8 *stale = &code->unit->stale[code->func], former = *stale;
    const char *why;
    bool switches = loops_switch(live, code, pos, check->plan->arena, &loop, &why);
    const bool *ahead = loops_ahead(mir, pos, switches ? loop : UINT32_MAX, check->plan->arena);
    const MirInstr *instr = find_concerned(check->plan, mir, ahead, switches);
    if (instr) {
        *stale = former;
        complain(check, code, instr, "is running");
    }
    return check->ok;
}

static void check_thread(void *context, RtThread *thread) { rt_walk_stack(thread, check_frame, context); }

bool ancestry_check_frames(LivePlan *plan, Text *error) {
    Live *live = plan->live;
    FrameCheck check = {plan, error, true};
    if (!plan->joins.count) return true;
    rt_each_thread(live->vm, check_thread, &check);
    for (u32 i = 0; check.ok && i < live->all_functions.count; i++) {
        const LiveFunction *function = live->all_functions.at[i];
        if (!function->replaced || !function->code || !function->code->unit) continue;
        const MirInstr *instr = find_concerned(plan, function->code->unit->mir->funcs.at[function->code->func], NULL, false);
        if (instr && function->held) complain(&check, function->code, instr, "is held by a closure or a frame");
    }
    return check.ok;
}
