/* update_dependents.c: declarations whose header or written types read what changed are resolved again, until nothing more changes.
 *
 * Only declarations are gone through here, each with the one ReadSet of its header and its fields' written types; bodies, and the types
 * inferred from them, are the caller's (it knows what read what). What comes out different is listed as CHANGE_DEPENDENT.
 */
#include "update.h"

enum { MAX_ROUNDS = 30 };

static u64 key_of(const Entity *entity, int facet)
{
    return (u64)entity->id * FACET_COUNT + (u64)facet + 1;
}

/* Compares with the hashes stored before the update; true if a facet is newly known to differ. */
static bool mark(Update *update, Entity *entity)
{
    u64 hash[FACET_COUNT];
    entity_hashes(update->program, entity, hash);
    bool news = false;
    for (int i = 0; i < FACET_COUNT; i++) {
        if (hash[i] == entity->hash[i] || !entity->hash[i] || map_get(&update->changed, key_of(entity, i))) continue;
        map_set(&update->changed, key_of(entity, i), entity);
        news = true;
    }
    return news;
}

static bool mark_dependent(Update *update, Entity *entity)
{
    if (!mark(update, entity)) return false;
    change_add(update, CHANGE_DEPENDENT, entity);
    return true;
}

static bool mark_fields(Update *update, Field *const *fields, u32 count)
{
    bool news = false;
    for (u32 i = 0; i < count; i++) {
        Field *field = fields[i];
        if (!mark_dependent(update, &field->entity)) continue;
        news = true;
        /* Its body was typed for another signature, or is a value that counts on from others. */
        bool other = map_get(&update->changed, key_of(&field->entity, FACET_SIGNATURE)) ||
                     (field->is_enum_value && map_get(&update->changed, key_of(&field->entity, FACET_CONSTANT)));
        if (other && field->owner && field->body && !field->is_inferred) field_invalidate(update->program, field);
    }
    return news;
}

static bool mark_decl(Update *update, TypeDecl *decl)
{
    bool news = mark_dependent(update, &decl->entity);
    news |= mark_fields(update, decl->fields.at, decl->fields.count);
    news |= mark_fields(update, decl->statics.at, decl->statics.count);
    if (decl->constructor) news |= mark_fields(update, &decl->constructor, 1);
    return news;
}

static void mark_revised(Update *update, const Revised *revised)
{
    for (u32 i = 0; i < revised->types.count; i++) {
        const FormerDecl *type = &revised->types.at[i];
        if (type->former.header != HEADER_RESOLVED) continue;
        mark_decl(update, type->decl);
        mark_fields(update, type->former.fields.at, type->former.fields.count);
        mark_fields(update, type->former.statics.at, type->former.statics.count);
        if (type->former.constructor) mark_fields(update, &type->former.constructor, 1);
    }
    mark(update, &revised->module->entity);
}

/* What names mean in modules that import what changed, or that search a package in which a module appeared. */
static void mark_modules(Update *update)
{
    Program *program = update->program;
    for (u32 i = 0; i < update->packages.count; i++) mark_dependent(update, &update->packages.at[i]->entity);
    for (u32 i = 0; i < program->module_list.count; i++) {
        Module *module = program->module_list.at[i];
        if (module->ast && module->entity.hash[FACET_IMPORTS]) mark_dependent(update, &module->entity);
    }
}

static bool names_changed(const Update *update)
{
    if (update->structural || update->changes->imports_changed) return true;
    for (u32 i = 0; i < update->revised.count; i++)
        if (map_get(&update->changed, key_of(&update->revised.at[i]->module->entity, FACET_MEMBERS))) return true;
    return false;
}

/* ---- Resolving again --------------------------------------------------------------------------------------------------------------------------------------- */

static bool read_something_changed(const Update *update, const ReadSet *reads)
{
    for (u32 i = 0; i < reads->list.count; i++)
        if (map_get(&update->changed, key_of(reads->list.at[i].entity, reads->list.at[i].facet))) return true;
    return false;
}

static void untype_fields(Program *program, Field *const *fields, u32 count)
{
    for (u32 i = 0; i < count; i++) {
        if (fields[i]->is_inferred || fields[i]->state != FIELD_TYPED) continue;
        undo_touch(program->undo, fields[i], sizeof(Field));
        fields[i]->state = FIELD_UNTYPED;
        fields[i]->type = NULL;
    }
}

static void type_fields(Program *program, Field *const *fields, u32 count)
{
    for (u32 i = 0; i < count; i++)
        if (fields[i]->state == FIELD_UNTYPED && fields[i]->entity.hash[FACET_SIGNATURE]) field_type(program, fields[i]);
}

static void unresolve(Update *update, TypeDecl *decl)
{
    Program *program = update->program;
    undo_touch(program->undo, decl, sizeof *decl);
    decl_leave_supers(update, decl, decl);
    untype_fields(program, decl->fields.at, decl->fields.count);
    untype_fields(program, decl->statics.at, decl->statics.count);
    if (decl->constructor) untype_fields(program, &decl->constructor, 1);
    decl->reads = reads_renew(program, decl->reads);
    if (decl->header != HEADER_RESOLVED || !decl->ast) return;
    decl->header = HEADER_DECLARED;
    decl->super = NULL;
    decl->super_type = NULL;
    decl->target = NULL;
    decl->interfaces.at = NULL;
    decl->interfaces.count = decl->interfaces.capacity = 0;
    decl->from.at = decl->to.at = NULL;
    decl->from.count = decl->from.capacity = decl->to.count = decl->to.capacity = 0;
    decl->using_.at = NULL;
    decl->using_.count = decl->using_.capacity = 0;
}

static void resolve(Program *program, TypeDecl *decl)
{
    decl_header(program, decl);
    type_fields(program, decl->fields.at, decl->fields.count);
    type_fields(program, decl->statics.at, decl->statics.count);
    if (decl->constructor) type_fields(program, &decl->constructor, 1);
}

/* The facets that were never asked for, before the content changes; a layout follows typedefs, which have changed already. */
static void hash_before(Program *program, Entity *entity)
{
    u64 hash[FACET_COUNT];
    entity_hashes(program, entity, hash);
    bool touched = false;
    for (int i = 0; i < FACET_COUNT; i++) {
        if (entity->hash[i] || i == FACET_LAYOUT || !hash[i]) continue;
        if (!touched) undo_touch(program->undo, entity, sizeof *entity);
        touched = true;
        entity->hash[i] = hash[i];
    }
}

/* Types inferred from bodies that read what changed: they are needed right to check hierarchies. Their bodies are typed on the way, so
 * they are listed whatever comes out. */
static bool infer_again(Update *update)
{
    Program *program = update->program;
    VEC(Field *) again = {0};
    for (u32 i = 0; i < program->state->entities.count; i++) {
        Field *field = (Field *)program->state->entities.at[i];
        if (field->entity.kind != ENTITY_FIELD || !field->owner || !field->is_inferred || !field->body) continue;
        if (!read_something_changed(update, &field->body->reads) || map_get(&update->inferred, field->entity.id)) continue;
        vec_push(NULL, &again, field);
    }
    for (u32 i = 0; i < again.count; i++) field_invalidate(program, again.at[i]);
    bool news = false;
    for (u32 i = 0; i < again.count; i++) {
        map_set(&update->inferred, again.at[i]->entity.id, again.at[i]);
        field_type(program, again.at[i]);
        change_add(update, CHANGE_DEPENDENT, &again.at[i]->entity);
        news |= mark(update, &again.at[i]->entity);
    }
    vec_free(&again);
    return news;
}

static bool round_of(Update *update)
{
    Program *program = update->program;
    bool news = infer_again(update);
    VEC(TypeDecl *) again = {0};
    for (MapEntry *e = NULL; (e = map_next(&program->types, e));) {
        TypeDecl *decl = e->value;
        if (decl->module && decl->reads && read_something_changed(update, decl->reads)) vec_push(NULL, &again, decl);
    }
    for (u32 i = 0; i < again.count; i++) hash_before(program, &again.at[i]->entity);
    for (u32 i = 0; i < again.count; i++) unresolve(update, again.at[i]);
    for (u32 i = 0; i < again.count; i++) resolve(program, again.at[i]);
    typer_settle(program);
    for (u32 i = 0; i < again.count; i++) news |= mark_decl(update, again.at[i]);
    vec_free(&again);
    return news;
}

void update_dependents(Update *update)
{
    for (u32 i = 0; i < update->revised.count; i++) mark_revised(update, update->revised.at[i]);
    if (names_changed(update)) mark_modules(update);
    bool news = update->changed.live > 0;
    for (u32 round = 0; news && round < MAX_ROUNDS; round++) news = round_of(update);
}
