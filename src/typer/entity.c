/* entity.c: entities, packages, and the sets of what was read. */
#include "internal.h"

void entity_init(Program *program, Entity *entity, EntityKind kind)
{
    entity->kind = kind;
    entity->id = ++program->next_entity;
    vec_push(program->arena, &program->state->entities, entity);
}

void reads_add(ReadSet *reads, Entity *entity, Facet facet)
{
    if (!reads || !entity) return;
    u64 key = (u64)entity->id * FACET_COUNT + facet + 1;
    if (map_get(&reads->seen, key)) return;
    map_set(&reads->seen, key, entity);
    vec_push(NULL, &reads->list, (Read){entity, facet, entity->hash[facet]});
}

void reads_free(ReadSet *reads)
{
    vec_free(&reads->list);
    map_free(&reads->seen);
}

static void reads_release(void *reads)
{
    reads_free(reads);
    free(reads);
}

ReadSet *reads_renew(Program *program, ReadSet *old)
{
    ReadSet *reads = base_alloc(sizeof *reads);
    undo_on_rollback(program->undo, reads_release, reads);
    if (old) undo_on_commit(program->undo, reads_release, old);
    return reads;
}

Package *package_of(Program *program, Name dotted)
{
    Package *package = map_get_name(&program->state->packages, dotted);
    if (package) return package;
    package = NEW(program->arena, Package);
    entity_init(program, &package->entity, ENTITY_PACKAGE);
    package->path = dotted;
    package->entity.hash[FACET_MEMBERS] = package_hash(package);
    map_set_name(&program->state->packages, dotted, package);
    return package;
}

/* ---- Maps that an update replaces as a whole --------------------------------------------------------------------------------------- */

static void map_release(void *map)
{
    map_free(map);
    free(map);
}

void map_renew(Program *program, Map *map)
{
    if (!map->entries) return;
    Map *old = base_alloc(sizeof *old);
    *old = *map;
    *map = (Map){0};
    undo_on_rollback(program->undo, free, old); /* its entries are in use again */
    undo_on_commit(program->undo, map_release, old);
}

void map_filled(Program *program, const Map *map)
{
    if (!map->entries || !program->undo) return;
    Map *copy = base_alloc(sizeof *copy);
    *copy = *map;
    undo_on_rollback(program->undo, map_release, copy);
    undo_on_commit(program->undo, free, copy);
}

/* ---- Names --------------------------------------------------------------------------------------------------------------------------- */

Name name_join(Program *program, Name package, Name name)
{
    return package && package->length ? name_printf(program->names, "%s.%s", package->text, name->text) : name;
}

Name idents_join(Program *program, const Ident *idents, u32 count)
{
    if (count == 1) return idents[0].name;
    Text text = {0};
    text_str(&text, "");
    for (u32 i = 0; i < count; i++) {
        if (i) text_char(&text, '.');
        text_add(&text, idents[i].name->text, idents[i].name->length);
    }
    Name joined = name_of(program->names, text.at ? text.at : "", text.count);
    text_free(&text);
    return joined;
}

bool name_is_upper(Name name)
{
    if (!name) return false; /* a syntax error left it out */
    const char *text = name->text;
    while (*text == '_') text++;
    return *text >= 'A' && *text <= 'Z';
}
