/* lookup.c: members and statics of types, who may use them, and a field's type at a use. Every declaration searched is recorded. */
#include "internal.h"

/* ---- Members -------------------------------------------------------------------------------------------------------------------------------- */

static Type *super_of(Program *program, Type *type, Type *super)
{
    if (!super->has_params) return super;
    return type_substitute(program, program->state->types, super, &type->decl.decl->params, type->decl.args);
}

Field *class_find_field(Program *program, Type *instance, Name name, Type **in)
{
    Type *type = type_follow(program, instance);
    while (type->kind == TYPE_DECL) {
        TypeDecl *decl = type->decl.decl;
        decl_header(program, decl);
        Field *field = name == program->state->n.new_ ? decl->constructor : map_get_name(&decl->by_name, name);
        if (field && decl->kind != DECL_ENUM) {
            reads_add(program->reads, &field->entity, FACET_SIGNATURE);
            if (in) *in = type;
            return field;
        }
        reads_add(program->reads, &decl->entity, FACET_MEMBERS);
        if (decl->kind == DECL_INTERFACE || decl->is_abstract)
            for (u32 i = 0; i < decl->interfaces.count; i++)
                if ((field = class_find_field(program, super_of(program, type, decl->interfaces.at[i]), name, in))) return field;
        if (!decl->super_type) return NULL;
        reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
        type = super_of(program, type, decl->super_type);
    }
    return NULL;
}

Field *type_find_member(Program *program, Type *type, Name name, Type **in)
{
    type = type_follow(program, type);
    if (type->kind == TYPE_PARAM) {
        for (u32 i = 0; i < type->param->constraints.count; i++) {
            Field *field = type_find_member(program, type->param->constraints.at[i], name, in);
            if (field) return field;
        }
        return NULL;
    }
    return type->kind == TYPE_DECL ? class_find_field(program, type, name, in) : NULL;
}

Field *decl_find_static(Program *program, TypeDecl *decl, Name name)
{
    decl_members(program, decl);
    Field *field = map_get_name(decl->kind == DECL_ENUM ? &decl->by_name : &decl->static_by_name, name);
    if (field) reads_add(program->reads, &field->entity, FACET_SIGNATURE);
    else reads_add(program->reads, &decl->entity, FACET_MEMBERS);
    return field;
}

bool class_is_subclass(TypeDecl *child, TypeDecl *parent)
{
    for (; child; child = child->super) {
        if (child == parent) return true;
        for (u32 i = 0; i < child->interfaces.count; i++) {
            Type *type = child->interfaces.at[i];
            if (type->kind == TYPE_DECL && class_is_subclass(type->decl.decl, parent)) return true;
        }
    }
    return false;
}

/* ---- Access ------------------------------------------------------------------------------------------------------------------------------------ */

/* pack.Type, pack.Type.field, pack as an expression of @:access(…) or @:allow(…). */
static bool add_path(Text *out, const AstExpr *expr)
{
    if (expr->kind == EXPR_IDENT) {
        text_str(out, expr->ident->text);
        return true;
    }
    if (expr->kind != EXPR_FIELD || !add_path(out, expr->field.object)) return false;
    text_printf(out, ".%s", expr->field.name.name->text);
    return true;
}

static bool path_covers(const char *path, const char *full)
{
    size_t length = strlen(path);
    return strncmp(path, full, length) == 0 && (full[length] == 0 || full[length] == '.');
}

/* Does the metadata name the place: a package, type or field that holds it? A short name counts as one of the same package. */
static bool names_place(Program *program, const AstMetaList *list, Name meta, const Field *place, const TypeDecl *place_decl, const Module *from)
{
    bool found = false;
    for (u32 i = 0; i < list->count && !found; i++) {
        if (list->at[i].name.name != meta) continue;
        for (u32 k = 0; k < list->at[i].args.count && !found; k++) {
            Text path = {0};
            if (add_path(&path, list->at[i].args.at[k])) {
                const char *full = place ? place->path->text : place_decl->path->text;
                found = path_covers(path.at, full) || path_covers(path.at, place_decl->path->text);
                Scope scope = {.module = (Module *)from};
                const char *dot = strchr(path.at, '.');
                Name head = name_of(program->names, path.at, dot ? (size_t)(dot - path.at) : path.count);
                TypeDecl *decl = found ? NULL : scope_find_type(program, &scope, head);
                if (decl) {
                    Name resolved = name_printf(program->names, "%s%s", decl->path->text, dot ? dot : "");
                    found = path_covers(resolved->text, full) || path_covers(resolved->text, place_decl->path->text);
                }
            }
            text_free(&path);
        }
    }
    return found;
}

static bool allowed_by_meta(Program *program, const Scope *scope, Field *field)
{
    const TyperNames *n = &program->state->n;
    /* @:access at the place of use, on the function, its class or a superclass. */
    if (scope->field && scope->field->ast && names_place(program, &scope->field->ast->meta, n->m_access, field, field->owner, scope->module))
        return true;
    for (TypeDecl *at = scope->decl; at; at = at->super)
        if (at->ast && names_place(program, &at->ast->meta, n->m_access, field, field->owner, at->module)) return true;
    /* @:allow on the field, its class or a superclass; it covers subclasses of what it names. */
    for (TypeDecl *at = scope->decl; at; at = at->super) {
        Field *place = at == scope->decl ? scope->field : NULL;
        if (field->ast && names_place(program, &field->ast->meta, n->m_allow, place, at, field->module)) return true;
        for (TypeDecl *owner = field->owner; owner; owner = owner->super)
            if (owner->ast && names_place(program, &owner->ast->meta, n->m_allow, place, at, owner->module)) return true;
    }
    return false;
}

bool field_accessible(Program *program, const Scope *scope, Field *field)
{
    return field->is_public || field_private_accessible(program, scope, field);
}

bool field_private_accessible(Program *program, const Scope *scope, Field *field)
{
    TypeDecl *owner = field->owner;
    if (!owner || scope->decl == owner || owner == scope->module->statics) return true;
    if (scope->decl && class_is_subclass(scope->decl, owner)) return true;
    return allowed_by_meta(program, scope, field);
}

/* ---- The type of a field at a use ---------------------------------------------------------------------------------------------------------------- */

Type *field_type_in(Program *program, Field *field, Type *in)
{
    Type *type = field_type(program, field);
    if (!in || !type->has_params) return type;
    in = type_shallow(in);
    if (in->kind != TYPE_DECL || !in->decl.count) return type;
    return type_substitute(program, program->state->types, type, &in->decl.decl->params, in->decl.args);
}

Type *field_type_use(Program *program, Field *field, Type *in)
{
    Type *type = field_type_in(program, field, in);
    TypeDecl *owner = field->owner;
    if (!type->has_params) return type;
    /* A constructor of an enum or abstract, used without saying of which application: the type's parameters are inferred too. */
    bool of_decl = !in && owner && (field->kind == FIELD_ENUM_CTOR || (field->kind == FIELD_CONSTRUCTOR && owner->kind == DECL_ABSTRACT));
    if (of_decl) type = type_instantiate(program, type, &owner->params);
    if (!field->params.count) return type;
    /* Constraints may name parameters of the owner. */
    Type **monos = NEW_ARRAY(program->state->types, Type *, field->params.count);
    for (u32 i = 0; i < field->params.count; i++) {
        monos[i] = type_mono(program);
        monos[i]->mono.of = field->params.at[i];
    }
    Type *of = in ? type_shallow(in) : NULL;
    for (u32 i = 0; i < field->params.count; i++)
        for (u32 c = 0; c < field->params.at[i]->constraints.count; c++) {
            Type *constraint = field->params.at[i]->constraints.at[c];
            constraint = type_substitute(program, program->state->types, constraint, &field->params, monos);
            if (of && of->kind == TYPE_DECL && of->decl.count)
                constraint = type_substitute(program, program->state->types, constraint, &of->decl.decl->params, of->decl.args);
            vec_push(program->state->types, &monos[i]->mono.constraints, constraint);
        }
    return type_substitute(program, program->state->types, type, &field->params, monos);
}
