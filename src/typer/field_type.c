/* field_type.c: the types of fields, on demand: from what is written, else from the body (infer_field_type).
 *
 * State of a field: UNTYPED -> TYPING -> TYPED. While TYPING, field->type is NULL or the preliminary type of a function under inference.
 * What resolving written types reads belongs to the declaration; what inference reads belongs to the body.
 */
#include "declare.h"

/* ---- What is written ------------------------------------------------------------------------------------------------------------------------------ */

static const AstFunction *function_of(const Field *field)
{
    return field->ast && field->ast->kind == AST_FIELD_FUNCTION ? field->ast->function : NULL;
}

/* The type of a literal; NULL: not one whose type is plain. */
static Type *literal_type(Program *program, const AstExpr *expr)
{
    if (!expr) return NULL;
    switch (expr->kind) {
    case EXPR_INT:
        return expr->number.suffix ? NULL : program->core.t_int;
    case EXPR_FLOAT:
        return expr->number.suffix ? NULL : program->core.t_float;
    case EXPR_STRING:
    case EXPR_FORMAT:
        return program->core.t_string;
    case EXPR_TRUE:
    case EXPR_FALSE:
        return program->core.t_bool;
    default:
        return NULL;
    }
}

/* The property that get_x or set_x belongs to; NULL: it is no accessor. */
static Field *property_of(Program *program, const Field *field)
{
    const char *name = field->name->text;
    if (strncmp(name, "get_", 4) != 0 && strncmp(name, "set_", 4) != 0) return NULL;
    Map *map = field->is_static ? &field->owner->static_by_name : &field->owner->by_name;
    Field *property = map_get_name(map, name_lit(program->names, name + 4));
    if (!property || property->kind != FIELD_VAR || !property->ast || !property->ast->type) return NULL;
    return property->getter == field->name || property->setter == field->name ? property : NULL;
}

/* Type of the method that a method without written types overrides or implements; *base: that method. */
static Type *inherited_from(Program *program, const Field *field, Field **from)
{
    TypeDecl *decl = field->owner;
    if (field->kind != FIELD_METHOD || field->is_static || decl->kind != DECL_CLASS) return NULL;
    Type *in = NULL;
    Field *base = decl->super_type ? class_find_field(program, decl->super_type, field->name, &in) : NULL;
    for (u32 i = 0; !base && i < decl->interfaces.count; i++)
        base = class_find_field(program, decl->interfaces.at[i], field->name, &in);
    if (!base || base->kind != FIELD_METHOD || base->params.count || field->params.count) return NULL;
    if (base->state == FIELD_TYPING) return NULL;
    *from = base;
    Type *type = field_type_in(program, base, in);
    return type->kind == TYPE_FUN ? type : NULL;
}

static Type *inherited_type(Program *program, const Field *field)
{
    Field *from;
    return inherited_from(program, field, &from);
}

static bool argument_is_written(Program *program, const Field *field, u32 index, Type *inherited)
{
    const AstArgument *arg = &function_of(field)->args.at[index];
    if (arg->type || literal_type(program, arg->value)) return true;
    if (inherited && index < inherited->fun.count) return true;
    return property_of(program, field) && index == 0;
}

static bool result_is_written(Program *program, const Field *field)
{
    const AstFunction *function = function_of(field);
    if (function->result || field->kind == FIELD_CONSTRUCTOR || field->is_macro) return true;
    if (property_of(program, field)) return true;
    if (!function->body) return true; /* reported, or an operator without body */
    return false;
}

static Type *wrap_argument(Program *program, const AstArgument *arg, Type *type)
{
    if (arg->rest) return program->core.rest ? type_decl1(program, program->core.rest, type) : type_array(program, type);
    bool is_null = arg->value && arg->value->kind == EXPR_NULL;
    return arg->optional || is_null ? type_null(program, type) : type;
}

static Type *argument_type(Program *program, const Scope *scope, const Field *field, u32 index, Type *inherited, bool *complete)
{
    const AstArgument *arg = &function_of(field)->args.at[index];
    if (arg->type) return wrap_argument(program, arg, type_load(program, scope, arg->type));
    Field *property = property_of(program, field);
    if (property && index == 0) return field_type(program, property);
    if (inherited && index < inherited->fun.count) return inherited->fun.args[index].type;
    Type *literal = literal_type(program, arg->value);
    if (literal) return wrap_argument(program, arg, literal);
    if (field->is_macro) return program->core.t_dynamic;
    *complete = false;
    return program->state->types ? wrap_argument(program, arg, type_mono(program)) : program->core.t_dynamic;
}

static Type *result_type(Program *program, const Scope *scope, const Field *field, bool *complete)
{
    const AstFunction *function = function_of(field);
    if (field->kind == FIELD_CONSTRUCTOR) return field->owner->kind == DECL_ABSTRACT ? field->owner->type : program->core.t_void;
    if (function->result) return type_load(program, scope, function->result);
    Field *property = property_of(program, field);
    if (property) return field_type(program, property);
    if (result_is_written(program, field)) return field->is_macro ? program->core.t_dynamic : program->core.t_void;
    *complete = false;
    return program->state->types ? type_mono(program) : program->core.t_dynamic;
}

static Type *function_type(Program *program, const Scope *scope, Field *field, ReadSet *body_reads, bool *complete)
{
    const AstFunction *function = function_of(field);
    u32 hidden = field->is_impl;
    const AstTypeParamList *made = made_params_of(field);
    const TypeParamVec *owners = field->kind == FIELD_CONSTRUCTOR ? &field->owner->params : &field->params;
    FunArg args[function->args.count + made->count + 1 + hidden];
    if (hidden) {
        Type *self = field->owner->kind == DECL_ABSTRACT ? abstract_underlying(program, field->owner->type) : field->owner->type;
        args[0] = (FunArg){.name = program->state->n.this_, .type = self};
    }
    bool written = true;
    for (u32 i = 0; i < function->args.count; i++) written &= function->args.at[i].type != NULL;
    Type *inherited = written ? NULL : inherited_type(program, field);
    if (!written && body_reads) { /* a type that is inferred is known anew when its body is typed anew: it depends on this as well */
        ReadSet *reads = program->reads;
        program->reads = body_reads;
        inherited_type(program, field);
        program->reads = reads;
    }
    for (u32 i = 0; i < function->args.count; i++) {
        const AstArgument *arg = &function->args.at[i];
        Type *type = argument_type(program, scope, field, i, inherited, complete);
        args[i + hidden] = (FunArg){arg->name.name, type, arg->optional || arg->value, arg->rest};
    }
    u32 count = function->args.count + hidden;
    for (u32 i = 0; i < made->count; i++) {
        if (!param_is_made(&made->at[i])) continue;
        Type *class_of = type_decl1(program, program->core.class_, owners->at[i]->type);
        args[count++] = (FunArg){.name = made_param_name(program, owners->at[i]->name), .type = class_of, .optional = true};
    }
    Type *ret = result_type(program, scope, field, complete);
    return type_fun(program, count, args, ret);
}

static Type *variable_type(Program *program, const Scope *scope, Field *field, bool *complete)
{
    const AstField *ast = field->ast;
    if (ast->type) {
        Type *type = type_load(program, scope, ast->type);
        if (!type_is_void(program, type) || !field->module->is_user) return type;
        diag_error(program->diags, field_whole_span(field), "type.void", "Fields of type Void are not allowed");
        return program->core.t_error;
    }
    if (field->is_enum_value) return field->owner->type;
    Type *literal = literal_type(program, ast->value);
    if (literal) return literal;
    if (!ast->value) return program->core.t_error; /* reported where it was declared */
    *complete = false;
    return program->state->types ? type_mono(program) : program->core.t_dynamic;
}

static Type *constructor_type(Program *program, const Scope *scope, Field *field)
{
    const AstEnumConstructor *ast = field->ast_ctor;
    Type *result = ast->result ? type_load(program, scope, ast->result) : field->owner->type;
    if (!ast->args.count) return result;
    FunArg args[ast->args.count];
    for (u32 i = 0; i < ast->args.count; i++) {
        const AstEnumArg *arg = &ast->args.at[i];
        Type *type = arg->type ? type_load(program, scope, arg->type) : program->core.t_dynamic;
        if (arg->type && type_is_void(program, type))
            diag_error(program->diags, module_span(field->module, arg->type->start, arg->type->end), "type.void",
                       "Arguments of type Void are not allowed in enum constructors");
        args[i] = (FunArg){arg->name.name, arg->optional ? type_null(program, type) : type, arg->optional, false};
    }
    return type_fun(program, ast->args.count, args, result);
}

Type *field_written_type(Program *program, Field *field, bool *complete)
{
    *complete = true;
    Scope scope;
    scope_of_field(&scope, field);
    ReadSet *reads = program->reads;
    program->reads = field->owner->reads;
    Type *type;
    if (field->ast_ctor) type = constructor_type(program, &scope, field);
    else if (function_of(field)) type = function_type(program, &scope, field, reads, complete);
    else type = variable_type(program, &scope, field, complete);
    program->reads = reads;
    return type;
}

/* Says it without making monomorphs. */
static bool is_written(Program *program, Field *field)
{
    const AstFunction *function = function_of(field);
    if (field->ast_ctor || field->is_macro) return true;
    if (!function) return field->ast->type || field->is_enum_value || literal_type(program, field->ast->value) || !field->ast->value;
    if (!result_is_written(program, field)) return false;
    Type *inherited = NULL;
    Field *from = NULL;
    bool asked = false;
    for (u32 i = 0; i < function->args.count; i++) {
        if (function->args.at[i].type) continue;
        if (!asked) inherited = inherited_from(program, field, &from);
        asked = true;
        if (!argument_is_written(program, field, i, inherited)) return false;
    }
    return !function->body || !from || !from->is_inferred; /* what comes from a body is inferred here too, so that it is known anew with that body */
}

/* ---- On demand ------------------------------------------------------------------------------------------------------------------------------------------ */

static Type *resolve_type(Program *program, Field *field)
{
    Scope scope;
    scope_of_field(&scope, field);
    const AstFunction *function = function_of(field);
    Arena *types = types_enter_closed(program);
    ReadSet *reads = program->reads;
    program->reads = field->owner->reads;
    if (function && field->params.count) params_load_constraints(program, &scope, &function->params, &field->params);
    if (field->ast_ctor && field->params.count) params_load_constraints(program, &scope, &field->ast_ctor->params, &field->params);
    bool complete = is_written(program, field);
    Type *type = complete ? field_written_type(program, field, &complete) : NULL;
    program->reads = reads;
    program->state->types = types;
    if (type) return type;
    field->is_inferred = true;
    return infer_field_type(program, field);
}

Type *field_type(Program *program, Field *field)
{
    reads_add(program->reads, &field->entity, FACET_SIGNATURE);
    if (field->state == FIELD_TYPED) return field->type;
    if (!field->owner || (!field->ast && !field->ast_ctor)) return program->core.t_error;
    if (field->state == FIELD_TYPING) {
        if (field->type) return field->type;
        Span span = field->ast ? module_span(field->module, field->ast->name.start, field->ast->name.end) : NO_SPAN;
        diag_error(program->diags, span, "type.recursive", "The type of %s depends on itself: write it down", field->path->text);
        return program->core.t_error;
    }
    decl_header(program, field->owner);
    undo_touch(program->undo, field, sizeof *field);
    field->state = FIELD_TYPING;
    field->type = NULL;
    Type *type = resolve_type(program, field);
    field->type = type_intern(program, type);
    field->state = FIELD_TYPED;
    /* A later one is stored by entity_rehash, for who compares it with this one. */
    if (!field->entity.hash[FACET_SIGNATURE]) field->entity.hash[FACET_SIGNATURE] = field_signature_hash(program, field);
    typer_settle(program);
    return field->type;
}

void field_invalidate(Program *program, Field *field)
{
    undo_touch(program->undo, field, sizeof *field);
    field_drop_body(program, field->body);
    field->body = NULL;
    if (!field->is_inferred) return;
    field->type = NULL;
    field->state = FIELD_UNTYPED;
    field->is_inferred = false;
}
