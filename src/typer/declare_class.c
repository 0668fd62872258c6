/* declare_class.c: headers of classes and interfaces: super types, and what only the super types decide about the fields. */
#include "declare.h"

#define REPORT(...) diag_error(program->diags, __VA_ARGS__)

static Span path_span(const TypeDecl *decl, const AstTypePath *path)
{
    return module_span(decl->module, path->start, path->end);
}

/* The class that a super type names, through typedefs; NULL after a message. */
static Type *load_super(Program *program, Scope *scope, TypeDecl *decl, const AstTypePath *path, const char *wrong)
{
    Type *type = type_load_path(program, scope, path, ARGS_REQUIRED);
    if (type->kind == TYPE_ERROR) return NULL;
    if (type->kind == TYPE_PARAM) {
        REPORT(path_span(decl, path), "class.super", "Cannot extend type parameters");
        return NULL;
    }
    type = type_follow(program, type);
    if (type->kind == TYPE_DYNAMIC) {
        bool is_super = path == decl->ast->class_.extends.at;
        if (is_super) REPORT(path_span(decl, path), "class.super", "%s", wrong);
        else if (decl->is_extern) report_unsupported(program, path_span(decl, path), "implements Dynamic");
        else REPORT(path_span(decl, path), "class.super", "In haxe 4, implements Dynamic is only supported on externs");
        return NULL;
    }
    if (type->kind != TYPE_DECL || (type->decl.decl->kind != DECL_CLASS && type->decl.decl->kind != DECL_INTERFACE)) {
        if (type->kind != TYPE_ERROR) REPORT(path_span(decl, path), "class.super", "%s", wrong);
        return NULL;
    }
    decl_header(program, type->decl.decl); /* unless it is being resolved: then this one is found to be its own ancestor there */
    return type;
}

/* Would `decl` become its own ancestor through `super`? */
static bool is_own_ancestor(const TypeDecl *decl, const TypeDecl *super)
{
    for (const TypeDecl *at = super; at; at = at->super) {
        if (at == decl) return true;
        for (u32 i = 0; i < at->interfaces.count; i++) {
            const Type *type = at->interfaces.at[i];
            if (type->kind == TYPE_DECL && is_own_ancestor(decl, type->decl.decl)) return true;
        }
    }
    return false;
}

static void add_child(Program *program, TypeDecl *super, TypeDecl *decl)
{
    for (u32 i = 0; i < super->children.count; i++)
        if (super->children.at[i] == decl) return;
    undo_touch(program->undo, super, sizeof *super);
    vec_push(program->arena, &super->children, decl);
}

static bool is_basic(const Program *program, const TypeDecl *super)
{
    return super == program->core.string || super == program->core.array;
}

static void extend_class(Program *program, Scope *scope, TypeDecl *decl, const AstTypePath *path)
{
    Type *type = load_super(program, scope, decl, path, "Should extend by using a class");
    if (!type) return;
    TypeDecl *super = type->decl.decl;
    Span span = path_span(decl, path);
    if (super->kind == DECL_INTERFACE) REPORT(span, "class.super", "Cannot extend by using an interface");
    else if (is_basic(program, super)) REPORT(span, "class.super", "Cannot extend basic class");
    else if (is_own_ancestor(decl, super)) REPORT(span, "class.super", "Recursive class");
    else {
        if (super->is_final && !decl->is_extern) REPORT(NODE_SPAN(decl->module, decl->ast), "class.final", "Cannot extend a final class");
        decl->super = super;
        decl->super_type = type;
        add_child(program, super, decl);
    }
}

static void add_interface(Program *program, Scope *scope, TypeDecl *decl, const AstTypePath *path)
{
    bool extends = decl->kind == DECL_INTERFACE;
    Type *type = load_super(program, scope, decl, path, extends ? "Should extend by using an interface" : "Should implement by using an interface");
    if (!type) return;
    TypeDecl *interface = type->decl.decl;
    Span span = path_span(decl, path);
    if (interface->kind != DECL_INTERFACE)
        REPORT(span, "class.super", extends ? "Cannot extend by using a class" : "You can only implement an interface");
    else if (is_own_ancestor(decl, interface)) REPORT(span, "class.super", "Recursive class");
    else {
        vec_push(program->arena, &decl->interfaces, type);
        add_child(program, interface, decl);
    }
}

/* An override without public or private is what it overrides, and one of a dynamic method is dynamic itself; known when the superclass's
 * fields are. */
static void inherit_access(Program *program, TypeDecl *decl)
{
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (!field->is_override || !field->ast) continue;
        bool says_access = field->ast->modifiers & (MOD_PUBLIC | MOD_PRIVATE);
        for (TypeDecl *at = decl->super; at; at = at->super) {
            if (at->header == HEADER_DECLARED) decl_header(program, at);
            Field *base = map_get_name(&at->by_name, field->name);
            if (!base) continue;
            reads_add(program->reads, &base->entity, FACET_SIGNATURE);
            undo_touch(program->undo, field, sizeof *field);
            if (!says_access) field->is_public = base->is_public;
            if (base->is_dynamic && field->kind == FIELD_METHOD) {
                field->is_dynamic = true;
                field->write = ACCESS_DEFAULT;
            }
            break;
        }
    }
}

void class_header(Program *program, Scope *scope, TypeDecl *decl)
{
    const AstDecl *ast = decl->ast;
    for (u32 i = 0; i < ast->class_.extends.count; i++) {
        if (decl->kind == DECL_INTERFACE) add_interface(program, scope, decl, &ast->class_.extends.at[i]);
        else if (i == 0) extend_class(program, scope, decl, &ast->class_.extends.at[i]);
        else REPORT(path_span(decl, &ast->class_.extends.at[i]), "class.super", "Cannot extend several classes");
    }
    for (u32 i = 0; i < ast->class_.implements.count; i++) {
        if (decl->kind == DECL_INTERFACE)
            REPORT(path_span(decl, &ast->class_.implements.at[i]), "class.super",
                   "Interfaces cannot implement another interface (use extends instead)");
        else
            add_interface(program, scope, decl, &ast->class_.implements.at[i]);
    }
    inherit_access(program, decl);
}
