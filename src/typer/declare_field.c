/* declare_field.c: a field's entity: what its text says without any type being resolved: kind, modifiers, accessors, metadata.
 *
 * Access to variables. `read` and `write` say how others use it; a final variable's write is ACCESS_NEVER (its constructor or
 * initialiser sets it), an inline one's read ACCESS_INLINE. A method's write is ACCESS_NEVER unless it is dynamic.
 */
#include "declare.h"

static Span name_span(const TypeDecl *decl, const AstField *ast)
{
    return module_span(decl->module, ast->name.start, ast->name.end);
}

/* From behind the metadata to the end of the body; the semicolon behind a body that is an expression is not part of it. */
static Span field_span(const TypeDecl *decl, const AstField *ast)
{
    bool has_body = ast->kind == AST_FIELD_FUNCTION && ast->function->body;
    u32 start = ast->start;
    if (ast->meta.count) {
        const AstFile *file = decl->module->ast;
        u32 behind = ast->meta.at[ast->meta.count - 1].end;
        for (u32 i = ast->tokens.first; i < ast->tokens.end && start < behind; i++)
            if (file->tokens[i].start >= behind) start = file->tokens[i].start;
    }
    return module_span(decl->module, start, has_body ? ast->function->body->end : ast->end);
}

Span field_whole_span(const Field *field)
{
    if (field->ast) return field_span(field->owner, field->ast);
    return field->ast_ctor ? module_span(field->module, field->ast_ctor->start, field->ast_ctor->end) : NO_SPAN;
}

Span field_modifier_span(const Field *field, TokenKind kind)
{
    const AstFile *ast = field->module->ast;
    for (u32 i = field->ast->tokens.first; i < field->ast->tokens.end; i++)
        if (ast->tokens[i].kind == kind) return module_span(field->module, ast->tokens[i].start, ast->tokens[i].start + ast->tokens[i].length);
    return name_span(field->owner, field->ast);
}

#define REPORT(...) diag_error(program->diags, __VA_ARGS__)

/* What the user wrote is checked, where a syntax error does not have other consequences. */
static bool is_checked(const TypeDecl *decl)
{
    return decl->module->is_user && !decl->module->ast->has_errors;
}

static bool is_interface(const TypeDecl *decl)
{
    return decl->kind == DECL_INTERFACE;
}

/* ---- Modifiers ------------------------------------------------------------------------------------------------------------------------------- */

static bool public_by_default(Program *program, const TypeDecl *decl, const AstField *ast)
{
    if (ast->modifiers & MOD_PRIVATE) return false;
    if ((ast->modifiers & MOD_PUBLIC) || is_interface(decl)) return true;
    if (!decl->ast) return true; /* module-level */
    if (decl->kind == DECL_CLASS && decl->is_extern) return true;
    if (decl->is_enum_abstract && ast->kind == AST_FIELD_VAR && !(ast->modifiers & MOD_STATIC)) return true;
    return meta_has(&decl->ast->meta, program->state->n.m_public_fields);
}

static void read_modifiers(Program *program, Field *field, const TypeDecl *decl, const AstField *ast)
{
    const TyperNames *n = &program->state->n;
    u32 m = ast->modifiers;
    field->is_static = (m & MOD_STATIC) || !decl->ast;
    field->is_public = public_by_default(program, decl, ast);
    field->is_override = m & MOD_OVERRIDE;
    field->is_extern = (m & MOD_EXTERN) || meta_has(&ast->meta, n->m_extern) || decl->is_extern;
    field->is_final = (m & MOD_FINAL) || meta_has(&ast->meta, n->m_final);
    field->is_inline = m & MOD_INLINE;
    field->is_abstract = (m & MOD_ABSTRACT) || (is_interface(decl) && !(m & MOD_STATIC));
    field->is_dynamic = m & MOD_DYNAMIC;
    field->is_macro = m & MOD_MACRO;
    field->is_overload = m & MOD_OVERLOAD;
    if (field->is_overload && !field->is_extern)
        REPORT(field_modifier_span(field, TOKEN_OVERLOAD), "field.overload", "Only extern functions may be overloaded on this target");
    /* An extern inline function is in the program's text alone for the official compiler; here it is a function like others. */
    if (field->is_extern && !decl->is_extern && field->is_inline && ast->kind == AST_FIELD_FUNCTION && ast->function->body) field->is_extern = false;
    field->is_generic = meta_has(&ast->meta, n->m_generic);
}

static void read_metadata(Program *program, Field *field, const AstMetaList *metas)
{
    const TyperNames *n = &program->state->n;
    for (u32 i = 0; i < metas->count; i++) {
        const AstMeta *meta = &metas->at[i];
        Name name = meta->name.name;
        if (name == n->m_per_type) field->per_type = true;
        if (name == n->m_native) field->native = meta_string(meta, 0);
        else if (name == n->m_hot_was) field->hot_was = meta_string(meta, 0);
        else if (name == n->m_hot_keep) field->hot_keep = true;
        else if (name == n->m_hot_reset) field->hot_reset = true;
        else if (name == n->m_hot_test) field->hot_test = true;
        else if (name == n->m_hot_before) field->hot_before = true;
        else if (name == n->m_hot_after) field->hot_after = true;
        else if (name == n->m_hot_migrate) field->hot_migrate = true;
        else if (name == n->m_keep) field->keep = true;
        else hot_warn_unknown(program, field->module, meta);
    }
}

/* ---- Accessors ------------------------------------------------------------------------------------------------------------------------------------ */

static Access read_accessor(Program *program, Field *field, const Ident *ident, bool is_read)
{
    const TyperNames *n = &program->state->n;
    if (!ident->name || ident->name == n->default_) return ACCESS_DEFAULT;
    if (ident->name == n->null) return ACCESS_NULL;
    if (ident->name == n->never) return ACCESS_NEVER;
    if (ident->name == n->dynamic) return ACCESS_CALL;
    const char *word = is_read ? "get" : "set";
    if (ident->name != (is_read ? n->get : n->set) && name_printf(program->names, "%s_%s", word, field->name->text) != ident->name)
    {
        REPORT(module_span(field->module, ident->start, ident->end), "field.accessor",
               "%s: Custom property accessor is no longer supported, please use `%s`", field->name->text, word);
        return ACCESS_NULL;
    }
    return ACCESS_CALL;
}

static bool keeps_value(Access access)
{
    return access == ACCESS_DEFAULT || access == ACCESS_NULL;
}

static void declare_property(Program *program, Field *field, TypeDecl *decl, const AstField *ast)
{
    field->read = read_accessor(program, field, &ast->get, true);
    field->write = read_accessor(program, field, &ast->set, false);
    if (field->read == ACCESS_CALL) field->getter = name_printf(program->names, "get_%s", field->name->text);
    if (field->write == ACCESS_CALL) field->setter = name_printf(program->names, "set_%s", field->name->text);
    if (field->read == ACCESS_NEVER && field->write == ACCESS_NEVER)
        REPORT(field_span(decl, ast), "field.accessor", "%s: Unsupported property combination", field->name->text);
    field->has_storage = keeps_value(field->read) || keeps_value(field->write) || meta_has(&ast->meta, program->state->n.m_is_var);
    if (ast->value && !field->has_storage)
        REPORT(field_span(decl, ast), "field.no-storage", "This field cannot be initialized because it is not a real variable");
}

static void declare_variable(Program *program, Field *field, TypeDecl *decl, const AstField *ast)
{
    field->read = field->write = ACCESS_DEFAULT;
    field->has_storage = true;
    if (field->is_override) {
        REPORT(field_modifier_span(field, TOKEN_OVERRIDE), "field.modifier", "Invalid accessor 'override' for variable %s", field->name->text);
        field->is_override = false;
    }
    if (field->is_final) field->write = ACCESS_NEVER;
    if (decl->is_enum_abstract && !field->is_static) {
        field->is_enum_value = field->is_static = field->is_inline = true;
    } else if (decl->kind == DECL_ABSTRACT && !field->is_static) {
        REPORT(field_span(decl, ast), "field.abstract-member", "%s: Cannot declare member variable in abstract", field->name->text);
    }
    if (!field->is_inline) return;
    field->read = ACCESS_INLINE;
    field->write = ACCESS_NEVER;
    field->has_storage = false;
    if (!field->is_static && decl->kind == DECL_ABSTRACT) return;
    if (!field->is_static) REPORT(field_span(decl, ast), "field.inline", "%s: Inline variable must be static", field->name->text);
    else if (!ast->value && !field->is_enum_value && !field->is_extern)
        REPORT(field_span(decl, ast), "field.inline", "%s: Inline variable must be initialized", field->name->text);
}

static void check_variable(Program *program, Field *field, TypeDecl *decl, const AstField *ast)
{
    if (!is_checked(decl)) return;
    if ((ast->modifiers & MOD_ABSTRACT) && !is_interface(decl))
        REPORT(field_modifier_span(field, TOKEN_ABSTRACT), "field.modifier", "Invalid accessor 'abstract' for variable %s", field->name->text);
    if (is_interface(decl) && field->is_static && !field->is_extern)
        REPORT(field_span(decl, ast), "field.interface-static", "You can only declare static fields in extern interfaces");
    bool keeps = ast->kind == AST_FIELD_PROPERTY && (keeps_value(field->read) || keeps_value(field->write));
    if (decl->kind == DECL_ABSTRACT && !field->is_static && keeps)
        REPORT(field_span(decl, ast), "field.accessor", "Member property accessors must be get/set or never");
    if (is_interface(decl) && ast->value)
        REPORT(module_span(decl->module, ast->value->start, ast->value->end), "field.interface-value",
               "Default values on interfaces are not allowed");
    if (!ast->type && !ast->value && !field->is_enum_value)
        REPORT(ast->kind == AST_FIELD_PROPERTY ? field_span(decl, ast) : name_span(decl, ast), "type.required",
               ast->kind == AST_FIELD_PROPERTY ? "%s: Property requires type-hint or initialization"
                                               : "Variable requires type-hint or initialization",
               field->name->text);
    if (ast->kind == AST_FIELD_VAR && field->is_final && field->is_static && !field->is_inline && !ast->value && !field->is_extern)
        REPORT(field_span(decl, ast), "field.final", "%s: Static final variable must be initialized", field->name->text);
}

/* ---- Functions ---------------------------------------------------------------------------------------------------------------------------------------- */

/* A method that is declared abstract. */
static void check_abstract(Program *program, Field *field, TypeDecl *decl, const AstField *ast)
{
    Span name = name_span(decl, ast), span = field_span(decl, ast);
    if (field->is_static) REPORT(name, "field.abstract", "Static methods may not be abstract");
    else if (field->is_final) REPORT(name, "field.abstract", "Abstract methods may not be final");
    else if (field->is_inline) REPORT(name, "field.abstract", "Abstract methods may not be inline");
    if (!ast->function->result && field->kind != FIELD_CONSTRUCTOR) REPORT(span, "field.abstract", "Type required for abstract functions");
    if (ast->function->body) REPORT(span, "field.abstract", "Abstract methods may not have an expression");
}

static void check_function(Program *program, Field *field, TypeDecl *decl, const AstField *ast)
{
    Span span = field_span(decl, ast);
    const AstFunction *function = ast->function;
    if (!is_checked(decl) || field->is_macro) return;
    if (field->is_extern && function->body && !field->is_inline)
        diag_warning(program->diags, span, "field.extern-body", "Extern non-inline function may not have an expression");
    if (field->is_inline && field->is_dynamic)
        REPORT(span, "field.inline", "%s: 'inline' is not allowed on 'dynamic' functions", field->name->text);
    if (is_interface(decl) && field->kind == FIELD_CONSTRUCTOR) {
        REPORT(span, "field.interface-constructor", "An interface cannot have a constructor");
        return;
    }
    if (is_interface(decl) && field->is_static && !field->is_extern) {
        REPORT(span, "field.interface-static", "You can only declare static fields in extern interfaces");
        return;
    }
    if (is_interface(decl) && function->body) {
        REPORT(span, "field.interface-body", "%s: An interface method cannot have a body", field->name->text);
        return;
    }
    if (field->is_abstract && !is_interface(decl)) {
        check_abstract(program, field, decl, ast);
        return;
    }
    bool needs_types = is_interface(decl) || decl->is_extern;
    if (needs_types && !function->result && field->kind != FIELD_CONSTRUCTOR) REPORT(span, "type.required", "Type required for extern classes and interfaces");
    for (u32 i = 0; i < function->args.count; i++) {
        const AstArgument *arg = &function->args.at[i];
        if (needs_types && !arg->type && !arg->value)
            REPORT(NODE_SPAN(decl->module, &arg->name), "type.required", "Type required for extern classes and interfaces");
        if (arg->rest && i + 1 < function->args.count)
            REPORT(NODE_SPAN(decl->module, &arg->name), "field.rest", "Rest should only be used for the last function argument");
    }
    bool bodiless = decl->kind == DECL_ABSTRACT && (meta_has(&ast->meta, program->state->n.m_op) ||
                                                    (field->kind == FIELD_CONSTRUCTOR && meta_has(&decl->ast->meta, program->state->n.m_multi_type)));
    if (!function->body && !needs_types && !field->is_extern && !field->native && !bodiless)
        REPORT(span, "field.body", "Function body required");
}

static void check_constructor(Program *program, Field *field, TypeDecl *decl, const AstField *ast)
{
    const AstType *result = ast->function->result;
    if (field->is_static) REPORT(field_span(decl, ast), "field.constructor", "A constructor must not be static");
    bool is_void = result && result->kind == AST_TYPE_PATH && name_is(result->path.name.name, "Void");
    if (result && !is_void) REPORT(field_span(decl, ast), "field.constructor", "A class constructor can't have a return value");
    field->is_static = false;
}

static void declare_function(Program *program, Field *field, TypeDecl *decl, const AstField *ast)
{
    field->kind = FIELD_METHOD;
    field->read = ACCESS_DEFAULT;
    field->write = field->is_dynamic ? ACCESS_DEFAULT : ACCESS_NEVER;
    if (field->name == program->state->n.new_) {
        field->kind = FIELD_CONSTRUCTOR;
        check_constructor(program, field, decl, ast);
    }
    field->is_impl = (decl->kind == DECL_ABSTRACT || field->is_overload) && !field->is_static && field->kind == FIELD_METHOD;
    params_declare(program, &field->entity, 0, &ast->function->params, &field->params);
    check_function(program, field, decl, ast);
}

/* ---- Entities ------------------------------------------------------------------------------------------------------------------------------------------ */

static void body_release(void *body)
{
    reads_free(&((FunctionBody *)body)->reads);
    arena_free(((FunctionBody *)body)->arena);
}

void field_drop_body(Program *program, FunctionBody *body)
{
    if (body) undo_on_commit(program->undo, body_release, body);
}

/* Private types of the user's are called pack.Type as long as no other type of that name is; libraries have many of the same name. */
static Name owner_path(Program *program, const TypeDecl *decl)
{
    if (!decl->ast) return decl->module->path;
    if (!decl->is_private || !decl->module->is_user) return decl->path;
    Name plain = name_join(program, decl->module->package, decl->name);
    Map *names = &program->state->private_names;
    if (map_get_name(&program->types, plain)) return decl->path;
    if (!map_get_name(names, plain)) map_set_name(names, plain, (void *)(uintptr_t)decl);
    return map_get_name(names, plain) == decl ? plain : decl->path;
}

/* pack.Class.name; module-level fields are pack.Module.name. */
static Name field_path(Program *program, const TypeDecl *decl, Name name)
{
    Name owner = owner_path(program, decl);
    return name_printf(program->names, "%s.%s", owner->text, name->text);
}

/* The entity, empty but for its identity; *old is what it was. */
static Field *begin_field(Program *program, TypeDecl *decl, Name name, bool is_static, bool is_overload, Field *old)
{
    /* Operators of abstracts without body may share a name; the others are told that they are there twice. */
    u64 ordinal = 0;
    if (map_get_name(is_static ? &decl->static_by_name : &decl->by_name, name))
        for (u32 i = 0; i < decl->fields.count + decl->statics.count; i++) {
            Field *other = i < decl->fields.count ? decl->fields.at[i] : decl->statics.at[i - decl->fields.count];
            ordinal += other->name == name && other->is_static == is_static;
        }
    Name path = field_path(program, decl, name);
    if (is_overload && ordinal) path = name_printf(program->names, "%s#%u", path->text, (u32)ordinal + 1); /* what runs goes by its path */
    Field *field = field_entity(program, path, name, hash_mix((u64)decl->entity.id * 2 + is_static, ordinal));
    undo_touch(program->undo, field, sizeof *field);
    *old = *field;
    *field = (Field){.entity = old->entity, .name = old->name, .path = old->path};
    field->owner = decl;
    field->module = decl->module;
    if (!old->owner) map_set_name(&program->fields, path, field);
    return field;
}

/* What was known of it stays known where its tokens are the same. */
static void finish_field(Program *program, Field *field, const Field *old)
{
    bool same_head = old->owner == field->owner && old->module == field->module && old->kind == field->kind && old->sig_tokens == field->sig_tokens;
    bool same = same_head && old->body_tokens == field->body_tokens;
    if (same && old->ast && field->ast) { /* a semicolon that counts for nothing may stand between: positions cannot be mapped then */
        TokenRange was = old->ast->tokens, is = field->ast->tokens;
        same = was.end - was.first == is.end - is.first;
    }
    if (same && old->is_inferred) { /* written types are resolved again: names may mean something else */
        field->state = old->state;
        field->type = old->type;
        field->is_inferred = true;
    }
    if (same && old->body) {
        field->body = old->body;
        body_move(program, field, old);
    } else {
        field_drop_body(program, old->body);
    }
}

static bool is_operator(Program *program, const Field *field)
{
    bool bodiless = field->ast && field->ast->kind == AST_FIELD_FUNCTION && !field->ast->function->body;
    return bodiless && meta_has(&field->ast->meta, program->state->n.m_op);
}

static bool register_field(Program *program, TypeDecl *decl, Field *field, Span span)
{
    Map *map = field->is_static ? &decl->static_by_name : &decl->by_name;
    Field *same = map_get_name(map, field->name);
    Field *other = map_get_name(field->is_static ? &decl->by_name : &decl->static_by_name, field->name);
    bool overloads = same && same->is_overload && field->is_overload;
    bool shares = overloads || (same && decl->kind == DECL_ABSTRACT && is_operator(program, same) && is_operator(program, field));
    if (same && !shares) {
        REPORT(span, "field.duplicate", "Duplicate %s field declaration : %s.%s", decl->kind == DECL_ABSTRACT ? "abstract" : decl->ast ? "class" : "module",
               decl->ast ? decl->path->text : decl->module->path->text, field->name->text);
        return false;
    }
    if (other && decl->kind != DECL_ABSTRACT) {
        REPORT(field_span(decl, field->ast), "field.duplicate", "Same field name can't be used for both static and instance : %s", field->name->text);
        return false;
    }
    if (!same) map_set_name(map, field->name, field);
    if (field->is_static) vec_push(program->arena, &decl->statics, field);
    else vec_push(program->arena, &decl->fields, field);
    return true;
}

static void declare_written(Program *program, TypeDecl *decl, const AstField *ast)
{
    const TyperNames *n = &program->state->n;
    if (!ast->name.name) return;
    bool is_new = ast->kind == AST_FIELD_FUNCTION && ast->name.name == n->new_ && decl->ast;
    bool enum_value = decl->is_enum_abstract && ast->kind == AST_FIELD_VAR;
    bool is_static = ((ast->modifiers & MOD_STATIC) || !decl->ast || enum_value) && !is_new;
    Field old, *field = begin_field(program, decl, ast->name.name, is_static, ast->modifiers & MOD_OVERLOAD, &old);
    field->ast = ast;
    read_modifiers(program, field, decl, ast);
    read_metadata(program, field, &ast->meta);
    field->sig_tokens = ast->hash.sig;
    field->body_tokens = ast->hash.body;
    field->own_tokens = ast->hash.own;
    if (ast->kind == AST_FIELD_FUNCTION) {
        declare_function(program, field, decl, ast);
    } else {
        field->kind = FIELD_VAR;
        if (ast->kind == AST_FIELD_PROPERTY) declare_property(program, field, decl, ast);
        else declare_variable(program, field, decl, ast);
        check_variable(program, field, decl, ast);
    }
    finish_field(program, field, &old);
    if (is_new) {
        if (decl->constructor) REPORT(field_span(decl, ast), "field.duplicate", "Duplicate constructor");
        decl->constructor = field;
        return;
    }
    if (!register_field(program, decl, field, name_span(decl, ast))) return;
    if (field->is_static && field->name == n->init && field->kind == FIELD_METHOD) decl->init = field;
}

void declare_field(Program *program, TypeDecl *decl, const AstField *ast)
{
    declare_written(program, decl, ast);
    for (u32 i = 0; i < ast->statics.count; i++) declare_written(program, decl, ast->statics.at[i]);
}

static Span with_semicolon(const TypeDecl *decl, u32 start, u32 end)
{
    const AstFile *file = decl->module->ast;
    u32 next = syntax_token_at(file, end);
    while (next < file->token_count && file->tokens[next].start < end) next++;
    if (next < file->token_count && file->tokens[next].kind == TOKEN_SEMICOLON) end = file->tokens[next].start + 1;
    return module_span(decl->module, start, end);
}

void declare_constructor(Program *program, TypeDecl *decl, const AstEnumConstructor *ast, u32 index)
{
    if (!ast->name.name) return;
    if (map_get_name(&decl->by_name, ast->name.name)) {
        REPORT(module_span(decl->module, ast->name.start, ast->name.end), "field.duplicate", "Duplicate constructor %s", ast->name.name->text);
        return;
    }
    for (u32 i = 1; i < ast->args.count; i++)
        for (u32 k = 0; k < i; k++)
            if (ast->args.at[k].name.name && ast->args.at[k].name.name == ast->args.at[i].name.name)
                REPORT(with_semicolon(decl, ast->start, ast->end), "field.duplicate", "Duplicate argument `%s` in enum constructor %s",
                       ast->args.at[i].name.name->text, ast->name.name->text);
    Field old, *field = begin_field(program, decl, ast->name.name, true, false, &old);
    field->ast_ctor = ast;
    field->kind = FIELD_ENUM_CTOR;
    field->is_static = field->is_public = true;
    field->read = ACCESS_DEFAULT;
    field->write = ACCESS_NEVER;
    field->ctor_index = index;
    field->sig_tokens = field->own_tokens = ast->hash;
    read_metadata(program, field, &ast->meta);
    params_declare(program, &field->entity, 0, &ast->params, &field->params);
    if (ast->args.count) decl->is_flat_enum = false;
    finish_field(program, field, &old);
    map_set_name(&decl->by_name, field->name, field);
    vec_push(program->arena, &decl->fields, field);
}
