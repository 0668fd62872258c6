/* scope.c: what an unqualified name means where it stands, and dotted chains that begin with a type.
 *
 * One read of the module's FACET_IMPORTS stands for all that a look-up through imports and packages depends on: that hash covers the
 * import declarations, the members of the modules they name, and the packages searched (hash.c).
 */
#include "imports.h"

void scope_of_decl(Scope *scope, TypeDecl *decl)
{
    *scope = (Scope){.module = decl->module, .decl = decl, .is_static = true};
    scope->decl_params = (ParamScope){&decl->params, NULL};
    scope->params = &scope->decl_params;
}

void scope_of_field(Scope *scope, Field *field)
{
    TypeDecl *decl = field->owner;
    bool bare_static = field->is_static && field->kind != FIELD_ENUM_CTOR;
    *scope = (Scope){.module = field->module, .decl = decl, .field = field, .is_static = bare_static};
    scope->decl_params = (ParamScope){&decl->params, NULL};
    scope->field_params = (ParamScope){&field->params, bare_static && !field->is_enum_value ? NULL : &scope->decl_params};
    scope->params = &scope->field_params;
}

/* ---- Types -------------------------------------------------------------------------------------------------------------------------------- */

static Name outer_package(Program *program, Name package)
{
    const char *dot = strrchr(package->text, '.');
    return name_of(program->names, package->text, dot ? (size_t)(dot - package->text) : 0);
}

static TypeDecl *type_of_package(Program *program, Name package, Name name)
{
    Module *module = module_by_name(program, name_join(program, package, name), NO_SPAN);
    return module ? module_type(program, module, name) : NULL;
}

static TypeDecl *search_type(Program *program, Module *module, ImportTable *table, Name name)
{
    for (u32 i = 0; i < module->types.count; i++)
        if (module->types.at[i]->name == name) return module->types.at[i];
    TypeDecl *decl = map_get_name(&table->by_name, name);
    if (decl) return decl;
    if (!name_is_upper(name)) return NULL;
    for (u32 i = table->packages.count; i-- > 0;)
        if ((decl = type_of_package(program, table->packages.at[i], name)) && !decl->is_private) return decl;
    for (Name package = module->package;; package = outer_package(program, package)) {
        if ((decl = type_of_package(program, package, name)) && (!decl->is_private || decl->module == module)) return decl;
        if (!package->length) break;
    }
    /* Types that have no module of their own name: Int, Void, Dynamic, … */
    TypeDecl *std = map_get_name(&program->types, name);
    return std && std->module && name_is(std->module->path, "StdTypes") ? std : NULL;
}

TypeDecl *scope_find_type(Program *program, const Scope *scope, Name name)
{
    static const char nothing;
    if (!name) return NULL; /* a syntax error left it out */
    Module *module = scope->module;
    ImportTable *table = module_imports(program, module);
    reads_add(program->reads, &module->entity, FACET_IMPORTS);
    void *known = map_get_name(&table->found, name);
    if (known == &nothing) return NULL;
    if (known && ((TypeDecl *)known)->module) return known;
    ReadSet *reads = program->reads;
    program->reads = NULL;
    TypeDecl *decl = search_type(program, module, table, name);
    program->reads = reads;
    map_set_name(&table->found, name, decl ? (void *)decl : (void *)&nothing);
    if (!decl) return NULL;
    decl_require(program, decl);
    typer_settle(program);
    return decl;
}

/* ---- Names of fields ------------------------------------------------------------------------------------------------------------------------ */

static bool is_class(const TypeDecl *decl)
{
    return decl->kind == DECL_CLASS || decl->kind == DECL_INTERFACE;
}

static bool find_member(Program *program, const Scope *scope, Name name, Resolved *out)
{
    Type *in = NULL;
    Field *field = scope->decl && scope->decl->type ? type_find_member(program, scope->decl->type, name, &in) : NULL;
    if (field) *out = (Resolved){.kind = RESOLVED_INSTANCE, .field = field, .in = in, .decl = field->owner};
    return field != NULL;
}

/* Own and inherited fields, then own statics. */
static bool find_in_decl(Program *program, const Scope *scope, Name name, Resolved *out)
{
    TypeDecl *decl = scope->decl;
    if (!decl || decl->kind == DECL_TYPEDEF) return false;
    decl_header(program, decl);
    if (is_class(decl) || decl->kind == DECL_ABSTRACT) {
        if (!scope->is_static && find_member(program, scope, name, out)) return true;
        Field *fixed = decl_find_static(program, decl, name);
        if (fixed) *out = (Resolved){.kind = RESOLVED_STATIC, .field = fixed, .decl = decl};
        return fixed != NULL;
    }
    Field *constructor = decl_find_static(program, decl, name);
    if (!constructor) return false;
    *out = (Resolved){.kind = RESOLVED_CTOR, .field = constructor, .decl = decl};
    return true;
}

/* A constructor of an enum, a value of an enum abstract. */
static bool find_value_of(Program *program, TypeDecl *decl, Name name, Resolved *out)
{
    if (decl->kind == DECL_TYPEDEF && !decl->params.count) {
        decl_header(program, decl);
        Type *target = decl->target ? type_follow(program, decl->target) : NULL;
        if (!target || target->kind != TYPE_DECL) return false;
        decl = target->decl.decl;
    }
    if (decl->kind != DECL_ENUM && !decl->is_enum_abstract) return false;
    Field *field = decl_find_static(program, decl, name);
    if (!field || (decl->kind == DECL_ABSTRACT && !field->is_enum_value)) return false;
    *out = (Resolved){.kind = decl->kind == DECL_ENUM ? RESOLVED_CTOR : RESOLVED_STATIC, .field = field, .decl = decl};
    return true;
}

static bool find_in_list(Program *program, const TypeDecl *skip, TypeDecl *const *types, u32 count, Name name, Resolved *out)
{
    for (u32 i = count; i-- > 0;)
        if (types[i] != skip && find_value_of(program, types[i], name, out)) return true;
    return false;
}

static bool find_imported_static(Program *program, const ImportTable *table, Name name, Resolved *out)
{
    for (u32 i = table->statics.count; i-- > 0;) {
        const ImportedStatic *import = &table->statics.at[i];
        if (import->alias && import->alias != name) continue;
        Field *field = decl_find_static(program, import->decl, import->alias ? import->name : name);
        if (!field || (!import->alias && !field->is_public)) continue;
        ResolvedKind kind = field->kind == FIELD_ENUM_CTOR ? RESOLVED_CTOR : RESOLVED_STATIC;
        *out = (Resolved){.kind = kind, .field = field, .decl = import->decl};
        return true;
    }
    return false;
}

Resolved resolve_ident(Program *program, const Scope *scope, Name name, Type *expected)
{
    Resolved found = {RESOLVED_NONE, NULL, NULL, NULL};
    if (!name) return found;
    if (find_in_decl(program, scope, name, &found)) return found;
    Module *module = scope->module;
    if (module->statics && module->statics != scope->decl) {
        Field *field = decl_find_static(program, module->statics, name);
        if (field) return (Resolved){.kind = RESOLVED_STATIC, .field = field, .decl = module->statics};
    }
    if (expected) {
        Type *type = type_follow_null(program, expected);
        if (type->kind == TYPE_DECL && find_value_of(program, type->decl.decl, name, &found)) return found;
    }
    reads_add(program->reads, &module->entity, FACET_IMPORTS);
    ImportTable *table = module_imports(program, module);
    if (find_in_list(program, scope->decl, module->types.at, module->types.count, name, &found)) return found;
    if (find_in_list(program, scope->decl, table->types.at, table->types.count, name, &found)) return found;
    if (find_imported_static(program, table, name, &found)) return found;
    TypeDecl *decl = scope_find_type(program, scope, name);
    if (decl) found = (Resolved){.kind = RESOLVED_TYPE, .decl = decl};
    else if (scope->is_static) find_member(program, scope, name, &found); /* so that the message can say what is wrong */
    return found;
}

/* ---- Dotted chains ------------------------------------------------------------------------------------------------------------------------------ */

static TypeDecl *named(Program *program, TypeDecl *decl, u32 taken, u32 *used)
{
    *used = taken;
    decl_require(program, decl);
    typer_settle(program);
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    return decl;
}

TypeDecl *resolve_dotted(Program *program, const Scope *scope, const Name *names, u32 count, u32 *used)
{
    *used = 0;
    if (!count) return NULL;
    for (u32 i = 0; i < count; i++)
        if (!names[i]) return NULL;
    TypeDecl *decl = scope_find_type(program, scope, names[0]);
    Module *module = decl ? decl->module : NULL;
    u32 taken = 1;
    if (!decl && !name_is_upper(names[0])) {
        Name package = names[0];
        while (taken < count && !name_is_upper(names[taken])) package = name_join(program, package, names[taken++]);
        if (taken == count) return NULL;
        module = module_by_name(program, name_join(program, package, names[taken]), NO_SPAN);
        if (!module) {
            reads_add(program->reads, &package_of(program, package)->entity, FACET_MEMBERS);
            return NULL;
        }
        decl = module_type(program, module, names[taken++]);
    }
    if (!module) return NULL;
    /* Module.Sub, unless the module's type has a static field of that name. */
    if (taken < count && name_is_upper(names[taken]) && (!decl || !decl_find_static(program, decl, names[taken]))) {
        bool is_module_name = !decl || decl->name == module->name;
        TypeDecl *sub = is_module_name ? module_type(program, module, names[taken]) : NULL;
        if (sub && (!sub->is_private || module == scope->module)) return named(program, sub, taken + 1, used);
    }
    /* Module.function, for the same reason */
    bool of_module = taken < count && module->statics && (!decl || (decl->name == module->name && !decl_find_static(program, decl, names[taken])));
    if (of_module && decl_find_static(program, module->statics, names[taken])) return named(program, module->statics, taken, used);
    if (!decl || (decl->is_private && module != scope->module)) return NULL;
    return named(program, decl, taken, used);
}

bool name_is_package(Program *program, Name dotted)
{
    return project_has_package(program->project, dotted->text);
}

/* ---- Static extensions ---------------------------------------------------------------------------------------------------------------------------- */

static void add_extension(Program *program, TypeDecl *decl, Name name, FieldVec *out, Arena *arena)
{
    if (decl->kind != DECL_CLASS && decl->kind != DECL_ABSTRACT) return;
    Field *field = decl_find_static(program, decl, name);
    if (!field || field->kind != FIELD_METHOD || !field->ast || !field->ast->function->args.count) return;
    if (meta_has(&field->ast->meta, program->state->n.m_no_using)) return;
    if (!field->is_overload) {
        vec_push(arena, out, field);
        return;
    }
    for (u32 i = 0; i < decl->statics.count; i++)
        if (decl->statics.at[i]->name == name) vec_push(arena, out, decl->statics.at[i]);
}

/* Every module uses haxe.EnumTools: EnumTools on enums as values, EnumValueTools on values of enums. */
static void add_enum_tools(Program *program, Type *type, Name name, FieldVec *out, Arena *arena)
{
    if (type->kind != TYPE_DECL) return;
    TypeDecl *decl = type->decl.decl;
    bool is_value = decl->kind == DECL_ENUM || name_is(decl->path, "EnumValue");
    if (!is_value && decl != program->core.enum_) return;
    TypeDecl *tools = program_find_type(program, is_value ? "haxe.EnumTools.EnumValueTools" : "haxe.EnumTools");
    if (tools) add_extension(program, tools, name, out, arena);
}

void extension_candidates(Program *program, const Scope *scope, Type *receiver, Name name, FieldVec *out, Arena *arena)
{
    reads_add(program->reads, &scope->module->entity, FACET_IMPORTS);
    ImportTable *table = module_imports(program, scope->module);
    for (u32 i = table->usings.count; i-- > 0;) add_extension(program, table->usings.at[i], name, out, arena);
    Type *enumeration = type_follow_null(program, receiver);
    /* @:using of the receiver's declaration, typedefs on the way and superclasses included. */
    for (u32 steps = 0; receiver && steps < 100; steps++) {
        receiver = type_shallow(receiver);
        if (receiver->kind != TYPE_DECL) break;
        TypeDecl *decl = receiver->decl.decl;
        decl_header(program, decl);
        for (u32 i = decl->using_.count; i-- > 0;) add_extension(program, decl->using_.at[i], name, out, arena);
        if (decl->kind == DECL_TYPEDEF)
            receiver = decl->target ? type_substitute(program, program->state->types, decl->target, &decl->params, receiver->decl.args) : NULL;
        else if (decl == program->core.null) receiver = receiver->decl.args[0];
        else receiver = decl->super_type;
    }
    add_enum_tools(program, enumeration, name, out, arena);
}
