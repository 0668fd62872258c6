/* hash.c: the facets of entities as hashes, from names, flags and structure alone: the same program gives the same hashes in every
 * process, and white space changes none.
 *
 *     signature  what code that names the entity depends on        members  its names              layout   what values of it look like
 *     constant   the value of an inline variable, default values    body     an inline function     imports  what names mean in a module
 */
#include "imports.h"

/* ---- Types ------------------------------------------------------------------------------------------------------------------------------------- */

static u64 name_hash(Name name)
{
    return name ? hash_bytes(name->text, name->length, 7) : 1;
}

static u64 param_hash(const TypeParam *param)
{
    u64 owner = param->owner ? (u64)param->owner->kind + 2 : 1;
    return hash_mix(hash_mix(owner, param->index), name_hash(param->name));
}

u64 type_hash(Type *type)
{
    type = type_shallow(type);
    if (type->hash) return type->hash;
    u64 hash = hash_mix((u64)type->kind + 1, 0xa11);
    switch (type->kind) {
    case TYPE_MONO:
        return hash;
    case TYPE_DECL:
        hash = hash_mix(hash, name_hash(type->decl.decl->path));
        for (u32 i = 0; i < type->decl.count; i++) hash = hash_mix(hash, type_hash(type->decl.args[i]));
        break;
    case TYPE_FUN:
        hash = hash_mix(hash, type_hash(type->fun.ret));
        for (u32 i = 0; i < type->fun.count; i++) {
            const FunArg *arg = &type->fun.args[i];
            hash = hash_mix(hash_mix(hash, name_hash(arg->name)), type_hash(arg->type) * 4 + arg->optional * 2 + arg->rest);
        }
        break;
    case TYPE_ANON:
        for (u32 i = 0; i < type->anon->count; i++) {
            const AnonField *f = &type->anon->fields[i];
            u64 flags = (u64)f->optional + 2 * f->is_method + 4 * f->is_final + 8 * (u64)f->read + 64 * (u64)f->write;
            hash = hash_mix(hash_mix(hash, name_hash(f->name)), hash_mix(type_hash(f->type), flags));
        }
        break;
    case TYPE_DYNAMIC:
        if (type->dynamic) hash = hash_mix(hash, type_hash(type->dynamic));
        break;
    case TYPE_PARAM:
        hash = hash_mix(hash, param_hash(type->param));
        break;
    case TYPE_ERROR:
        break;
    }
    if (type->interned) type->hash = hash;
    return hash;
}

/* The type as values of it are represented: typedefs and abstracts seen through. */
static u64 representation_hash(Program *program, Type *type, u32 depth)
{
    type = type_follow(program, type);
    if (depth > 50 || type->kind != TYPE_DECL || type->decl.decl->kind != DECL_ABSTRACT) return type_hash(type);
    TypeDecl *decl = type->decl.decl;
    if (decl == program->core.null) return hash_mix(3, representation_hash(program, type->decl.args[0], depth + 1));
    decl_header(program, decl);
    if (decl->is_core_type || !decl->target) return type_hash(type);
    return representation_hash(program, type_substitute(program, NULL, decl->target, &decl->params, type->decl.args), depth + 1);
}

static u64 params_hash(const TypeParamVec *params)
{
    u64 hash = params->count + 11;
    for (u32 i = 0; i < params->count; i++) {
        hash = hash_mix(hash, param_hash(params->at[i]));
        for (u32 k = 0; k < params->at[i]->constraints.count; k++) hash = hash_mix(hash, type_hash(params->at[i]->constraints.at[k]));
        if (params->at[i]->default_type) hash = hash_mix(hash, type_hash(params->at[i]->default_type));
    }
    return hash;
}

/* ---- Fields ------------------------------------------------------------------------------------------------------------------------------------------ */

static u64 field_flags(const Field *f)
{
    const bool flags[] = {f->is_static,   f->is_public, f->is_override, f->is_extern,   f->is_final, f->is_inline,    f->is_abstract,
                          f->is_dynamic,  f->is_macro,  f->is_overload, f->is_generic,  f->is_impl,  f->is_enum_value, f->has_storage};
    u64 bits = 1;
    for (size_t i = 0; i < LEN(flags); i++) bits = bits * 2 + flags[i];
    return bits;
}

u64 field_signature_hash(Program *program, Field *field)
{
    (void)program;
    u64 hash = hash_mix(name_hash(field->path), field_flags(field));
    hash = hash_mix(hash, (u64)field->kind * 64 + (u64)field->read * 8 + (u64)field->write);
    hash = hash_mix(hash, hash_mix(name_hash(field->native), params_hash(&field->params)));
    return hash_mix(hash, field->type ? type_hash(field->type) : 0);
}

/* What an expression's value depends on besides its tokens: all that typing it read, by the hashes of now. Order counts for nothing. */
static u64 reads_hash(const FunctionBody *body, const Entity *self)
{
    u64 sum = 0;
    for (u32 i = 0; body && i < body->reads.list.count; i++) {
        const Read *read = &body->reads.list.at[i];
        if (read->entity != self) sum += hash_mix(read->facet + 1, read->entity->hash[read->facet]);
    }
    return sum;
}

static bool has_defaults(const Field *field)
{
    if (!field->ast || field->ast->kind != AST_FIELD_FUNCTION) return false;
    for (u32 i = 0; i < field->ast->function->args.count; i++)
        if (field->ast->function->args.at[i].value) return true;
    return false;
}

static u64 constant_hash(Program *program, Field *field)
{
    if (!field->owner) return 0;
    if (field->kind == FIELD_VAR && (field->is_inline || field->is_final)) {
        i32 value = 0;
        Name text = NULL;
        if (enum_value_implicit(program, field, &value, &text)) return hash_mix((u64)(u32)value + 5, name_hash(text));
        return hash_mix(field->body_tokens + 3, reads_hash(field->body, &field->entity));
    }
    return has_defaults(field) ? hash_mix(field->sig_tokens, 9) : 0;
}

static u64 body_hash(const Field *field)
{
    bool counts = field->owner && (field->is_inline || (field->kind == FIELD_VAR && (field->is_final || !field->is_static)));
    return counts ? hash_mix(hash_mix(field->body_tokens, field->sig_tokens), reads_hash(field->body, &field->entity)) : 0;
}

static void hash_field(Program *program, Field *field, u64 hash[FACET_COUNT])
{
    bool known = field->state != FIELD_UNTYPED || field->entity.hash[FACET_SIGNATURE];
    if (field->owner && !known) return; /* nobody has asked for its type yet, so nobody depends on it */
    if (field->owner) field_type(program, field);
    hash[FACET_SIGNATURE] = field->owner ? field_signature_hash(program, field) : 1;
    hash[FACET_CONSTANT] = constant_hash(program, field);
    hash[FACET_BODY] = body_hash(field);
}

/* ---- Types' declarations -------------------------------------------------------------------------------------------------------------------------- */

static u64 types_hash(Type *const *types, u32 count)
{
    u64 hash = count + 1;
    for (u32 i = 0; i < count; i++) hash = hash_mix(hash, type_hash(types[i]));
    return hash;
}

static u64 tokens_of(Field *const *fields, u32 count)
{
    u64 hash = count + 1;
    for (u32 i = 0; i < count; i++) hash = hash_mix(hash_mix(hash, name_hash(fields[i]->name)), fields[i]->sig_tokens);
    return hash;
}

static u64 abstract_hash(Program *program, TypeDecl *decl)
{
    const AbstractInfo *info = abstract_info(program, decl);
    u64 hash = info->ops.count + 1;
    for (u32 i = 0; i < info->ops.count; i++) hash = hash_mix(hash, tokens_of(&info->ops.at[i].field, 1));
    hash = hash_mix(hash, tokens_of(info->from_functions.at, info->from_functions.count));
    hash = hash_mix(hash, tokens_of(info->to_functions.at, info->to_functions.count));
    hash = hash_mix(hash, tokens_of(info->array_read.at, info->array_read.count));
    hash = hash_mix(hash, tokens_of(info->array_write.at, info->array_write.count));
    Field *const others[] = {info->resolve_read, info->resolve_write, info->call};
    for (size_t i = 0; i < LEN(others); i++) hash = hash_mix(hash, others[i] ? tokens_of(&others[i], 1) : 0);
    return hash;
}

u64 decl_signature_hash(Program *program, TypeDecl *decl)
{
    if (!decl->module) return 1;
    u64 hash = hash_mix(name_hash(decl->path), (u64)decl->kind * 2 + decl->is_private);
    if (decl->ast) hash = hash_mix(hash, decl->ast->header_hash);
    hash = hash_mix(hash, params_hash(&decl->params));
    if (decl->super_type) hash = hash_mix(hash, type_hash(decl->super_type));
    hash = hash_mix(hash, types_hash(decl->interfaces.at, decl->interfaces.count));
    if (decl->target) hash = hash_mix(hash, type_hash(decl->target));
    hash = hash_mix(hash, types_hash(decl->from.at, decl->from.count));
    hash = hash_mix(hash, types_hash(decl->to.at, decl->to.count));
    return decl->kind == DECL_ABSTRACT ? hash_mix(hash, abstract_hash(program, decl)) : hash;
}

static u64 names_hash(Field *const *fields, u32 count)
{
    u64 sum = count;
    for (u32 i = 0; i < count; i++) sum += hash_mix(name_hash(fields[i]->name), 13);
    return sum;
}

u64 decl_members_hash(const TypeDecl *decl)
{
    u64 hash = hash_mix(names_hash(decl->fields.at, decl->fields.count), names_hash(decl->statics.at, decl->statics.count));
    return hash_mix(hash, decl->constructor ? 5 : 4);
}

static u64 layout_hash(Program *program, TypeDecl *decl)
{
    u64 hash = name_hash(decl->path);
    if (decl->kind != DECL_CLASS && decl->kind != DECL_ENUM) return 0;
    if (decl->super) hash = hash_mix(hash, layout_hash(program, decl->super));
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (decl->kind == DECL_ENUM) {
            Type *type = field_type(program, field);
            hash = hash_mix(hash, name_hash(field->name));
            for (u32 k = 0; type->kind == TYPE_FUN && k < type->fun.count; k++)
                hash = hash_mix(hash_mix(hash, name_hash(type->fun.args[k].name)), representation_hash(program, type->fun.args[k].type, 0));
        } else if (field->kind == FIELD_VAR && field->has_storage) {
            hash = hash_mix(hash_mix(hash, name_hash(field->name)), representation_hash(program, field_type(program, field), 0));
        }
    }
    return hash;
}

static void hash_type(Program *program, TypeDecl *decl, u64 hash[FACET_COUNT])
{
    if (!decl->module) {
        hash[FACET_SIGNATURE] = hash[FACET_MEMBERS] = hash[FACET_LAYOUT] = 1;
        return;
    }
    decl_header(program, decl);
    hash[FACET_SIGNATURE] = decl_signature_hash(program, decl);
    hash[FACET_MEMBERS] = decl_members_hash(decl);
    hash[FACET_LAYOUT] = layout_hash(program, decl);
}

u64 package_hash(const Package *package)
{
    return hash_mix(name_hash(package->path), package->revision + 1);
}

/* ---- Modules -------------------------------------------------------------------------------------------------------------------------------------------- */

u64 module_members_hash(const Module *module)
{
    u64 sum = module->ast ? 2 : 1;
    for (u32 i = 0; i < module->types.count; i++)
        sum += hash_mix(name_hash(module->types.at[i]->name), module->types.at[i]->is_private);
    if (module->statics) sum += names_hash(module->statics->statics.at, module->statics->statics.count);
    return sum;
}

static u64 imports_hash(Program *program, Module *module)
{
    if (!module->ast) return 1;
    u64 hash = hash_mix(module->ast->head_hash, module_members_hash(module));
    const ImportTable *table = module_imports(program, module);
    for (u32 i = 0; i < table->modules.count; i++) hash = hash_mix(hash, module_members_hash(table->modules.at[i]));
    for (u32 i = 0; i < table->import_files.count; i++)
        hash = hash_mix(hash, table->import_files.at[i]->ast ? table->import_files.at[i]->ast->head_hash : 1);
    for (u32 i = 0; i < table->packages.count; i++)
        hash = hash_mix(hash, package_hash(package_of(program, table->packages.at[i])));
    for (Name package = module->package;;) {
        hash = hash_mix(hash, package_hash(package_of(program, package)));
        if (!package->length) return hash;
        const char *dot = strrchr(package->text, '.');
        package = name_of(program->names, package->text, dot ? (size_t)(dot - package->text) : 0);
    }
}

/* ---- Entities -------------------------------------------------------------------------------------------------------------------------------------------- */

void entity_hashes(Program *program, Entity *entity, u64 hash[FACET_COUNT])
{
    memset(hash, 0, sizeof *hash * FACET_COUNT);
    switch (entity->kind) {
    case ENTITY_MODULE:
        hash[FACET_MEMBERS] = module_members_hash((Module *)entity);
        hash[FACET_IMPORTS] = imports_hash(program, (Module *)entity);
        break;
    case ENTITY_TYPE:
        hash_type(program, (TypeDecl *)entity, hash);
        break;
    case ENTITY_FIELD:
        hash_field(program, (Field *)entity, hash);
        break;
    case ENTITY_PACKAGE:
        hash[FACET_MEMBERS] = package_hash((Package *)entity);
        break;
    }
}

bool entity_rehash(Program *program, Entity *entity, u64 old[FACET_COUNT])
{
    u64 hash[FACET_COUNT];
    entity_hashes(program, entity, hash);
    for (int i = 0; i < FACET_COUNT; i++) old[i] = entity->hash[i];
    bool differs = false;
    for (int i = 0; i < FACET_COUNT; i++) differs |= hash[i] != entity->hash[i];
    if (!differs) return false;
    undo_touch(program->undo, entity, sizeof *entity);
    memcpy(entity->hash, hash, sizeof hash);
    return true;
}
