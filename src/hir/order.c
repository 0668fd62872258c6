/* order: in which order static variables are initialised.
 *
 * Modules by path; of each its types in source order; before a type come its superclass, its interfaces and the classes that its
 * __init__ and static initialisers refer to, directly or through the functions that they call. Cycles are broken where they are met.
 * That is the official compiler's order. Functions that are static variables (dynamic ones) come first of all, since anything may
 * call them (trace), then every __init__, then the variables.
 */
#include "build.h"

typedef struct Order {
    Lowering *lowering;
    Map visited; /* TypeDecl -> itself */
    Map walked;  /* Field whose body was walked */
    VEC(TypeDecl *) types;
} Order;

static void visit_type(Order *o, TypeDecl *decl);
static void walk(Order *o, TypeDecl *own, const TExpr *e);

static void walk_field(Order *o, TypeDecl *own, Field *field) {
    if (!field || map_get(&o->walked, (u64)(uintptr_t)field)) return;
    map_set(&o->walked, (u64)(uintptr_t)field, field);
    FunctionBody *body = field->native || field->is_extern ? NULL : field_body(o->lowering->program, field);
    if (body && body->function && body->function->body) walk(o, own, body->function->body);
}

static void refer(Order *o, TypeDecl *own, TypeDecl *decl) {
    if (decl && decl != own) visit_type(o, decl);
}

static void walk_new(Order *o, TypeDecl *own, TypeDecl *decl) {
    refer(o, own, decl);
    for (TypeDecl *up = decl; up; up = up->super)
        if (up->constructor) walk_field(o, own, up->constructor);
}

static void walk_list(Order *o, TypeDecl *own, u32 count, TExpr *const *list) {
    for (u32 i = 0; i < count; i++)
        if (list[i]) walk(o, own, list[i]);
}

static void walk_switch(Order *o, TypeDecl *own, const TExpr *e) {
    walk(o, own, e->sw.subject);
    for (u32 i = 0; i < e->sw.count; i++) {
        if (e->sw.cases[i].guard) walk(o, own, e->sw.cases[i].guard);
        if (e->sw.cases[i].body) walk(o, own, e->sw.cases[i].body);
    }
    if (e->sw.otherwise) walk(o, own, e->sw.otherwise);
}

static void walk(Order *o, TypeDecl *own, const TExpr *e) {
    switch (e->kind) {
    case TE_TYPE:
        refer(o, own, e->decl);
        return;
    case TE_FIELD:
    case TE_SAFE_FIELD:
        if (e->field.object) walk(o, own, e->field.object);
        if (e->field.access == FA_STATIC && e->field.field) {
            refer(o, own, e->field.field->owner);
            walk_field(o, own, e->field.field);
        }
        return;
    case TE_INDEX:
        walk(o, own, e->index.object);
        walk(o, own, e->index.index);
        return;
    case TE_UNOP:
        walk(o, own, e->unop.operand);
        return;
    case TE_BINOP:
    case TE_COALESCE:
        while (e->kind == TE_BINOP) {
            walk(o, own, e->binop.right);
            e = e->binop.left;
        }
        if (e->kind == TE_COALESCE) {
            walk(o, own, e->binop.left);
            walk(o, own, e->binop.right);
            return;
        }
        walk(o, own, e);
        return;
    case TE_ASSIGN:
    case TE_ASSIGN_OP:
        walk(o, own, e->assign.target);
        walk(o, own, e->assign.value);
        return;
    case TE_CALL:
        walk(o, own, e->call.callee);
        walk_list(o, own, e->call.count, e->call.args);
        return;
    case TE_NEW:
        walk_list(o, own, e->make.count, e->make.args);
        walk_new(o, own, e->make.decl);
        return;
    case TE_OBJECT:
        walk_list(o, own, e->object.count, e->object.values);
        return;
    case TE_ARRAY:
    case TE_CONCAT:
    case TE_BLOCK:
        walk_list(o, own, e->list.count, e->list.items);
        return;
    case TE_MAP:
        walk_list(o, own, e->map.count, e->map.keys);
        walk_list(o, own, e->map.count, e->map.values);
        return;
    case TE_FUNCTION:
        if (e->function->body) walk(o, own, e->function->body);
        return;
    case TE_VAR:
        if (e->var.init) walk(o, own, e->var.init);
        return;
    case TE_LET:
        walk(o, own, e->let.init);
        walk(o, own, e->let.body);
        return;
    case TE_IF:
        walk(o, own, e->branch.condition);
        walk(o, own, e->branch.then);
        if (e->branch.otherwise) walk(o, own, e->branch.otherwise);
        return;
    case TE_WHILE:
        walk(o, own, e->loop.condition);
        if (e->loop.body) walk(o, own, e->loop.body);
        return;
    case TE_FOR_RANGE:
        walk(o, own, e->range.from);
        walk(o, own, e->range.to);
        walk(o, own, e->range.body);
        return;
    case TE_FOR_ARRAY:
    case TE_FOR_ITERATOR:
        walk(o, own, e->each.iterable);
        walk(o, own, e->each.body);
        return;
    case TE_SWITCH:
        walk_switch(o, own, e);
        return;
    case TE_TRY:
        walk(o, own, e->attempt.body);
        for (u32 i = 0; i < e->attempt.count; i++) walk(o, own, e->attempt.catches[i].body);
        return;
    case TE_RETURN:
    case TE_THROW:
        if (e->value) walk(o, own, e->value);
        return;
    case TE_CAST:
        walk(o, own, e->cast.operand);
        return;
    case TE_IS:
        walk(o, own, e->is.operand);
        return;
    case TE_POS_INFOS:
        if (e->pos_infos.custom_params) walk(o, own, e->pos_infos.custom_params);
        return;
    case TE_INT:
    case TE_FLOAT:
    case TE_STRING:
    case TE_BOOL:
    case TE_NULL:
    case TE_REGEXP:
    case TE_THIS:
    case TE_SUPER:
    case TE_LOCAL:
    case TE_BREAK:
    case TE_CONTINUE:
    case TE_ERROR:
    case TE_COUNT:
        return;
    }
}

static void visit_type(Order *o, TypeDecl *decl) {
    if (!decl->module || map_get(&o->visited, (u64)(uintptr_t)decl)) return;
    map_set(&o->visited, (u64)(uintptr_t)decl, decl);
    if (decl->kind != DECL_TYPEDEF) decl_members(o->lowering->program, decl);
    if (decl->super) visit_type(o, decl->super);
    for (u32 i = 0; i < decl->interfaces.count; i++) {
        Type *type = type_follow(o->lowering->program, decl->interfaces.at[i]);
        if (type->kind == TYPE_DECL) visit_type(o, type->decl.decl);
    }
    if (decl->init) walk_field(o, decl, decl->init);
    for (u32 i = 0; i < decl->statics.count; i++) {
        Field *field = decl->statics.at[i];
        if (field->kind == FIELD_VAR && lower_is_static(field) && lower_has_code(o->lowering, field)) walk_field(o, decl, field);
    }
    vec_push(NULL, &o->types, decl);
}

static int compare_modules(const void *a, const void *b) {
    const Module *left = *(Module *const *)a, *right = *(Module *const *)b;
    int packages = strcmp(left->package ? left->package->text : "", right->package ? right->package->text : "");
    return packages ? packages : strcmp(left->path->text, right->path->text);
}

void lower_static_order(Lowering *lowering, NameVec *order) {
    Program *program = lowering->program;
    Order o = {.lowering = lowering};
    VEC(Module *) modules = {0};
    for (u32 i = 0; i < program->module_list.count; i++) vec_push(NULL, &modules, program->module_list.at[i]);
    qsort(modules.at, modules.count, sizeof *modules.at, compare_modules);
    for (u32 i = 0; i < modules.count; i++) {
        Module *module = modules.at[i];
        for (u32 k = 0; k < module->types.count; k++) visit_type(&o, module->types.at[k]);
        if (module->statics) visit_type(&o, module->statics);
    }
    for (u32 pass = 0; pass < 3; pass++) {
        for (u32 i = 0; i < o.types.count; i++) {
            TypeDecl *decl = o.types.at[i];
            if (pass == 1 && decl->init && lower_has_code(lowering, decl->init)) vec_push(NULL, order, decl->init->path);
            for (u32 k = 0; k < decl->statics.count && pass != 1; k++) {
                Field *field = decl->statics.at[k];
                if (!lower_is_static(field) || lower_is_dynamic(field) != (pass == 0)) continue;
                if (pass == 0 || lower_has_code(lowering, field))
                    vec_push(NULL, order, name_printf(lowering->names, "%s`init", field->path->text));
            }
        }
    }
    vec_free(&modules);
    vec_free(&o.types);
    map_free(&o.visited);
    map_free(&o.walked);
}
