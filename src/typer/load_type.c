/* load_type.c: from written types to types.
 *
 * Names of type parameters come first, then scope_find_type. A declaration that is named gets its header resolved, at once or, while
 * another header is being resolved, as soon as that is done (decl_require), so recursive headers are no matter. Whether arguments
 * satisfy constraints is checked later too (typer_settle), since it may need the types of fields.
 */
#include "internal.h"

static Span span_in(const Scope *scope, u32 start, u32 end)
{
    return module_span(scope->module, start, end);
}

static Type *failed(Program *program)
{
    return program->core.t_error;
}

/* ---- Type parameters -------------------------------------------------------------------------------------------------------------------- */

static Type *find_param(const Scope *scope, Name name)
{
    for (const ParamScope *at = scope->params; at; at = at->outer)
        for (u32 i = 0; at->params && i < at->params->count; i++)
            if (at->params->at[i]->name == name) return at->params->at[i]->type;
    return NULL;
}

static TypeParam *param_entity(Program *program, Entity *owner, u32 salt, u32 index, Name name)
{
    u64 key = hash_mix(hash_mix(owner->id, ((u64)salt << 32) + index), (u64)(uintptr_t)name);
    TypeParam *param = map_get(&program->state->params, key);
    if (param) return param;
    param = NEW(program->arena, TypeParam);
    param->name = name;
    param->owner = owner;
    param->index = index;
    param->type = NEW(program->arena, Type);
    param->type->kind = TYPE_PARAM;
    param->type->closed = param->type->interned = param->type->has_params = true;
    param->type->id = program->state->next_type_id++;
    param->type->param = param;
    map_set(&program->state->params, key, param);
    return param;
}

void params_declare(Program *program, Entity *owner, u32 salt, const AstTypeParamList *ast, TypeParamVec *out)
{
    TypeParamVec params = {0};
    for (u32 i = 0; i < ast->count; i++)
        vec_push(program->arena, &params,
                 param_entity(program, owner, salt, i, ast->at[i].name.name ? ast->at[i].name.name : program->state->n.underscore));
    *out = params;
}

void params_load_constraints(Program *program, const Scope *scope, const AstTypeParamList *ast, const TypeParamVec *params)
{
    for (u32 i = 0; i < params->count; i++) {
        TypeParam *param = params->at[i];
        for (u32 k = 0; k < i; k++)
            if (params->at[k]->name == param->name)
                diag_error(program->diags, span_in(scope, ast->at[i].name.start, ast->at[i].name.end), "type.duplicate-parameter",
                           "Duplicate type parameter name: %s", param->name->text);
        undo_touch(program->undo, param, sizeof *param);
        param->constraints.at = NULL;
        param->constraints.count = param->constraints.capacity = 0;
        param->default_type = NULL;
        const AstType *constraint = ast->at[i].constraint;
        while (constraint && constraint->kind == AST_TYPE_PAREN) constraint = constraint->inner;
        if (constraint && constraint->kind == AST_TYPE_INTERSECTION) {
            for (u32 k = 0; k < constraint->parts.count; k++)
                vec_push(program->arena, &param->constraints, type_load(program, scope, constraint->parts.at[k]));
        } else if (constraint) {
            vec_push(program->arena, &param->constraints, type_load(program, scope, constraint));
        }
        if (ast->at[i].default_type) param->default_type = type_load(program, scope, ast->at[i].default_type);
    }
}

/* ---- Paths ---------------------------------------------------------------------------------------------------------------------------------- */

void report_type_not_found(Program *program, Span span, Name path)
{
    const char *dot = strrchr(path->text, '.');
    if (module_by_name(program, path, NO_SPAN)) /* the file is there, the type is not in it */
        diag_error(program->diags, span, "type.not-found", "Module %s does not define type %s", path->text, dot ? dot + 1 : path->text);
    else
        diag_error(program->diags, span, "type.not-found", "Type not found : %s", path->text);
}

static TypeDecl *not_found(Program *program, Span span, Name path)
{
    report_type_not_found(program, span, path);
    return NULL;
}

static TypeDecl *no_such_type(Program *program, Span span, Module *module, Name name)
{
    diag_error(program->diags, span, "type.not-found", "Module %s does not define type %s", module->path->text, name->text);
    return NULL;
}

/* A type of another module that its declaration keeps private. */
static TypeDecl *check_private(Program *program, const Scope *scope, Span span, TypeDecl *decl)
{
    if (!decl->is_private || decl->module == scope->module) return decl;
    diag_error(program->diags, span, "type.private", "Cannot access private type %s in module %s", decl->name->text,
               decl->module->path->text);
    return NULL;
}

/* The module that an unqualified `Module.Sub` names: of the type of that name in scope, else of the packages around. */
static Module *find_module_in_scope(Program *program, const Scope *scope, Name name, Span span)
{
    TypeDecl *decl = scope_find_type(program, scope, name);
    if (decl) return decl->module;
    Name package = scope->module->package;
    for (;;) {
        Module *module = module_by_name(program, name_join(program, package, name), span);
        if (module) return module;
        reads_add(program->reads, &package_of(program, package)->entity, FACET_MEMBERS);
        if (!package->length) return NULL;
        const char *dot = strrchr(package->text, '.');
        package = name_of(program->names, package->text, dot ? (size_t)(dot - package->text) : 0);
    }
}

static TypeDecl *path_decl(Program *program, const Scope *scope, const AstTypePath *path)
{
    Span span = span_in(scope, path->start, path->end);
    Name name = path->name.name, sub = path->sub.name;
    Name full = name;
    Module *module;
    if (path->package.count) {
        Name package = idents_join(program, path->package.at, path->package.count);
        full = name_join(program, package, name);
        module = module_by_name(program, full, span);
        if (!module) {
            reads_add(program->reads, &package_of(program, package)->entity, FACET_MEMBERS);
            return not_found(program, span, full);
        }
    } else if (sub) {
        module = find_module_in_scope(program, scope, name, span);
        if (!module) return not_found(program, span, name);
    } else {
        TypeDecl *decl = scope_find_type(program, scope, name);
        if (decl) return decl;
        return not_found(program, span, name);
    }
    Name wanted = sub ? sub : name;
    TypeDecl *decl = module_type(program, module, wanted);
    if (!decl) return no_such_type(program, span, module, wanted);
    return check_private(program, scope, span, decl);
}

/* `args` are those in front of it: a default type may name their parameters. */
static Type *missing_argument(Program *program, MissingArgs missing, const TypeParamVec *params, u32 index, Type *const *args)
{
    TypeParam *param = params->at[index];
    bool inferred = missing == ARGS_MONOS && program->state->types;
    if (param->default_type && !inferred) {
        TypeParamVec before = {.at = params->at, .count = index};
        return type_substitute(program, program->state->types, param->default_type, &before, args);
    }
    if (!inferred) return program->core.t_dynamic;
    Type *mono = type_mono(program);
    mono->mono.of = param;
    return mono;
}

static Type *load_argument(Program *program, const Scope *scope, const AstTypeArg *arg)
{
    if (arg->type) return type_load(program, scope, arg->type);
    report_unsupported(program, span_in(scope, arg->expr->start, arg->expr->end), "expressions as type arguments");
    return failed(program);
}

static bool enough(const TypeParamVec *params, u32 given)
{
    for (u32 i = given; i < params->count; i++)
        if (!params->at[i]->default_type) return false;
    return true;
}

static void warn_deprecated(Program *program, Span span, const TypeDecl *decl)
{
    const AstMeta *meta = decl->ast ? meta_find(&decl->ast->meta, name_lit(program->names, ":deprecated")) : NULL;
    if (!meta) return;
    Name message = meta_string(meta, 0);
    if (message) diag_warning(program->diags, span, "deprecated", "%s", message->text);
    else if (decl->target) diag_warning(program->diags, span, "deprecated", "This typedef is deprecated in favor of %s", text_of(program, decl->target));
}

Type *type_load_path(Program *program, const Scope *scope, const AstTypePath *path, MissingArgs missing)
{
    Span span = span_in(scope, path->start, path->end);
    bool complete = path->name.name != NULL;
    for (u32 i = 0; i < path->package.count; i++) complete &= path->package.at[i].name != NULL;
    if (!complete) return failed(program); /* a syntax error, reported */
    if (!path->package.count && !path->sub.name) {
        Type *param = find_param(scope, path->name.name);
        if (param) {
            if (path->args.count)
                diag_error(program->diags, span, "type.arity", "Too many type parameters for %s", path->name.name->text);
            return param;
        }
    }
    TypeDecl *decl = path_decl(program, scope, path);
    if (!decl) return failed(program);
    decl_require(program, decl);
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    if (decl->kind == DECL_TYPEDEF && scope->module->is_user) warn_deprecated(program, span, decl);
    u32 count = decl->params.count, given = path->args.count;
    if (decl == program->core.dynamic && given <= 1)
        return type_dynamic(program, given ? load_argument(program, scope, &path->args.at[0]) : NULL);
    if (given > count) {
        const AstTypeArg *extra = &path->args.at[count];
        u32 start = extra->type ? extra->type->start : extra->expr->start, end = extra->type ? extra->type->end : extra->expr->end;
        diag_error(program->diags, span_in(scope, start, end), "type.arity", "Too many type parameters for %s", decl->path->text);
        given = count;
    }
    if (given < count && !(missing != ARGS_REQUIRED && given == 0) && !enough(&decl->params, given)) {
        diag_error(program->diags, span, "type.arity", "Not enough type parameters for %s", decl->path->text);
        missing = ARGS_DYNAMIC;
    }
    Type *args[count + 1];
    for (u32 i = 0; i < count; i++)
        args[i] = i < given ? load_argument(program, scope, &path->args.at[i]) : missing_argument(program, missing, &decl->params, i, args);
    if (decl == program->core.null && count == 1) return type_null(program, args[0]);
    if (missing == ARGS_MONOS && !given && program->state->types) params_constrain(program, &decl->params, args);
    Type *type = type_decl(program, decl, count, args);
    for (u32 i = 0; i < given && type->closed && scope->module->is_user; i++) {
        if (decl->header == HEADER_RESOLVED && !decl->params.at[i]->constraints.count) continue;
        const AstType *written = path->args.at[i].type;
        if (written) vec_push(NULL, &program->state->type_checks, (TypeCheck){type, i, span_in(scope, written->start, written->end)});
    }
    return type;
}

/* ---- Functions -------------------------------------------------------------------------------------------------------------------------------- */

static Type *rest_of(Program *program, Type *element)
{
    return program->core.rest ? type_decl1(program, program->core.rest, element) : type_array(program, element);
}

static Type *load_function(Program *program, const Scope *scope, const AstType *ast)
{
    u32 count = ast->function.args.count;
    FunArg args[count + 1];
    for (u32 i = 0; i < count; i++) {
        const AstFunctionTypeArg *arg = &ast->function.args.at[i];
        Type *type = type_load(program, scope, arg->type);
        if (arg->rest) type = rest_of(program, type);
        if (arg->optional) type = type_null(program, type);
        args[i] = (FunArg){arg->name.name, type, arg->optional, arg->rest};
    }
    Type *ret = type_load(program, scope, ast->function.result);
    if (count == 1 && !args[0].name && !args[0].optional && type_is(args[0].type, program->core.void_)) count = 0;
    return type_fun(program, count, args, ret);
}

/* ---- Structures --------------------------------------------------------------------------------------------------------------------------------- */

typedef VEC(AnonField) AnonFields;

static void add_field(Program *program, const Scope *scope, AnonFields *fields, AnonField field, u32 start, u32 end)
{
    for (u32 i = 0; i < fields->count; i++)
        if (fields->at[i].name == field.name) {
            diag_error(program->diags, span_in(scope, start, end), "type.duplicate-field", "Duplicate field declaration : %s",
                       field.name->text);
            return;
        }
    vec_push(NULL, fields, field);
}

/* What a structure extends, or a part of an intersection. */
typedef struct Base {
    Type *type;
    const AstType *written; /* NULL: a path behind `>` */
    u32 start, end;
} Base;

/* Where a structure that is written out, or a typedef of one, has the field; NO_SPAN: not known. */
static Span field_place(const Scope *scope, const AstType *written, Type *type, Name name)
{
    u32 file = scope->module->file ? scope->module->file->id : 0;
    if (!written || written->kind != AST_TYPE_ANONYMOUS) {
        type = type ? type_shallow(type) : NULL;
        if (!type || type->kind != TYPE_DECL || type->decl.decl->kind != DECL_TYPEDEF || !type->decl.decl->ast) return NO_SPAN;
        written = type->decl.decl->ast->typedef_;
        file = module_span(type->decl.decl->module, 0, 0).file;
        if (!written || written->kind != AST_TYPE_ANONYMOUS) return NO_SPAN;
    }
    for (u32 i = 0; i < written->anonymous.fields.count; i++) {
        const AstField *field = written->anonymous.fields.at[i];
        if (field->name.name == name) return (Span){file, field->start, field->end};
    }
    return NO_SPAN;
}

/* Two parts of a structure have a field of one name. The one that is written out is the first, as the official compiler says it. */
static void report_redefinition(Program *program, const Scope *scope, const Base *base, const AstType *other, const AnonField *known,
                                const AnonField *field)
{
    bool own_first = !base->written || base->written->kind != AST_TYPE_ANONYMOUS;
    Span whole = span_in(scope, base->start, base->end);
    Span here = field_place(scope, base->written, base->type, field->name);
    Type *other_type = other && other->kind == AST_TYPE_PATH ? type_load(program, scope, other) : NULL;
    Span there = field_place(scope, other, other_type, field->name);
    diag_error(program->diags, whole, "type.redefined", "Cannot redefine field %s with different type", field->name->text);
    Span first = own_first ? there : here, second = own_first ? here : there;
    diag_continue(program->diags, first.file ? first : whole, "type.redefined", "First type was %s",
               text_of(program, own_first ? known->type : field->type));
    diag_continue(program->diags, second.file ? second : whole, "type.redefined", "Second type was %s",
               text_of(program, own_first ? field->type : known->type));
}

/* The fields of a structure that others extend, through typedefs. Waits for no header: its typedef is resolved first. */
static void add_base(Program *program, const Scope *scope, AnonFields *fields, const Base *base, const AstType *other)
{
    u32 start = base->start, end = base->end;
    Type *written = type_shallow(base->type);
    if (written->kind == TYPE_DECL && written->decl.decl->kind == DECL_TYPEDEF && written->decl.decl->header == HEADER_RESOLVING) {
        diag_error(program->diags, span_in(scope, start, end), "typedef.recursive",
                   "Loop found in cascading signatures definitions. Please change order/import");
        return;
    }
    Type *type = type_follow(program, base->type);
    if (type->kind == TYPE_ERROR) return;
    if (type->kind != TYPE_ANON) {
        diag_error(program->diags, span_in(scope, start, end), "type.not-structure", "Can only extend structures");
        return;
    }
    for (u32 i = 0; i < type->anon->count; i++) {
        const AnonField *known = NULL;
        for (u32 k = 0; k < fields->count && !known; k++)
            if (fields->at[k].name == type->anon->fields[i].name) known = &fields->at[k];
        if (known && !type_unify_equal(program, known->type, type->anon->fields[i].type))
            report_redefinition(program, scope, base, other, known, &type->anon->fields[i]);
        if (!known) add_field(program, scope, fields, type->anon->fields[i], start, end);
    }
}

static Access written_access(Program *program, const Scope *scope, const Ident *ident, bool is_read)
{
    const TyperNames *n = &program->state->n;
    if (ident->name == n->default_) return ACCESS_DEFAULT;
    if (ident->name == n->null) return ACCESS_NULL;
    if (ident->name == n->never) return ACCESS_NEVER;
    if (ident->name == n->dynamic) return ACCESS_DYNAMIC;
    if (ident->name != (is_read ? n->get : n->set))
        diag_error(program->diags, span_in(scope, ident->start, ident->end), "field.accessor",
                   "Custom property accessor is no longer supported, please use `%s`", is_read ? "get" : "set");
    return ACCESS_CALL;
}

Type *function_written_type(Program *program, const Scope *scope, const AstFunction *ast)
{
    FunArg args[ast->args.count + 1];
    for (u32 i = 0; i < ast->args.count; i++) {
        const AstArgument *arg = &ast->args.at[i];
        Type *type = arg->type ? type_load(program, scope, arg->type) : program->core.t_dynamic;
        if (!arg->type)
            diag_error(program->diags, span_in(scope, arg->start, arg->end), "type.required", "Type required for structure field arguments");
        if (arg->rest) type = rest_of(program, type);
        if (arg->optional) type = type_null(program, type);
        args[i] = (FunArg){arg->name.name, type, arg->optional, arg->rest};
    }
    Type *ret = ast->result ? type_load(program, scope, ast->result) : program->core.t_void;
    return type_fun(program, ast->args.count, args, ret);
}

static void load_generic_function(Program *program, const Scope *scope, const AstField *ast, AnonField *field)
{
    const AstTypeParamList *list = &ast->function->params;
    TypeParamVec *params = NEW(program->arena, TypeParamVec);
    params_declare(program, &scope->module->entity, (u32)hash_bytes(ast->name.name->text, ast->name.name->length, 0), list, params);
    ParamScope own = {params, scope->params};
    Scope within = *scope;
    within.params = &own;
    params_load_constraints(program, &within, list, params);
    field->params = params;
    field->type = function_written_type(program, &within, ast->function);
}

static AnonField structure_field(Program *program, const Scope *scope, const AstField *ast)
{
    bool optional = ast->optional || meta_has(&ast->meta, program->state->n.m_optional);
    AnonField field = {.name = ast->name.name, .optional = optional, .read = ACCESS_DEFAULT, .write = ACCESS_DEFAULT};
    switch (ast->kind) {
    case AST_FIELD_FUNCTION:
        field.is_method = true;
        field.write = ast->modifiers & MOD_DYNAMIC ? ACCESS_DEFAULT : ACCESS_NEVER;
        if (ast->function->params.count) load_generic_function(program, scope, ast, &field);
        else field.type = function_written_type(program, scope, ast->function);
        break;
    case AST_FIELD_PROPERTY:
        field.read = written_access(program, scope, &ast->get, true);
        field.write = written_access(program, scope, &ast->set, false);
        break;
    case AST_FIELD_VAR:
        field.is_final = (ast->modifiers & MOD_FINAL) != 0;
        if (field.is_final) field.write = ACCESS_NEVER;
        break;
    }
    bool is_variable = !field.type;
    if (is_variable) field.type = ast->type ? type_load(program, scope, ast->type) : program->core.t_dynamic;
    if (is_variable && type_is_void(program, field.type))
        diag_error(program->diags, span_in(scope, ast->start, ast->end), "type.void", "Fields of type Void are not allowed in structures");
    if (optional) field.type = type_null(program, field.type);
    return field;
}

static bool refuse_in_structure(Program *program, const Scope *scope, const AstField *ast)
{
    static const struct {
        u32 modifier;
        const char *word;
    } REFUSED[] = {{MOD_STATIC, "static"}, {MOD_OVERRIDE, "override"}, {MOD_INLINE, "inline"}, {MOD_MACRO, "macro"},
                   {MOD_EXTERN, "extern"}, {MOD_ABSTRACT, "abstract"}, {MOD_OVERLOAD, "overload"}};
    const AstExpr *value = ast->kind == AST_FIELD_FUNCTION ? ast->function->body : NULL;
    if (value) diag_error(program->diags, span_in(scope, value->start, value->end), "type.structure", "Expression not allowed here");
    for (size_t i = 0; i < LEN(REFUSED); i++) {
        if (!(ast->modifiers & REFUSED[i].modifier)) continue;
        diag_error(program->diags, span_in(scope, ast->start, ast->end), "type.structure", "Invalid access %s", REFUSED[i].word);
        return true;
    }
    return value != NULL;
}

static Type *load_structure(Program *program, const Scope *scope, const AstType *ast)
{
    AnonFields fields = {0};
    for (u32 i = 0; i < ast->anonymous.fields.count; i++) {
        const AstField *written = ast->anonymous.fields.at[i];
        if (!written->name.name) continue;
        if (refuse_in_structure(program, scope, written)) continue;
        add_field(program, scope, &fields, structure_field(program, scope, written), written->start, written->end);
    }
    for (u32 i = 0; i < ast->anonymous.bases.count; i++) {
        const AstTypePath *path = &ast->anonymous.bases.at[i];
        Base base = {type_load_path(program, scope, path, ARGS_REQUIRED), NULL, path->start, path->end};
        add_base(program, scope, &fields, &base, ast);
    }
    Type *type = type_anon(program, fields.count, fields.at, false);
    vec_free(&fields);
    return type;
}

static Type *load_intersection(Program *program, const Scope *scope, const AstType *ast)
{
    AnonFields fields = {0};
    for (u32 i = 0; i < ast->parts.count; i++) {
        const AstType *part = ast->parts.at[i];
        Base base = {type_load(program, scope, part), part, part->start, part->end};
        add_base(program, scope, &fields, &base, i ? ast->parts.at[i - 1] : NULL);
    }
    Type *type = type_anon(program, fields.count, fields.at, false);
    vec_free(&fields);
    return type;
}

/* ---- All forms ------------------------------------------------------------------------------------------------------------------------------------ */

Type *type_load_with(Program *program, const Scope *scope, const AstType *ast, MissingArgs missing)
{
    switch (ast->kind) {
    case AST_TYPE_ERROR:
        return failed(program);
    case AST_TYPE_PATH:
        return type_load_path(program, scope, &ast->path, missing);
    case AST_TYPE_FUNCTION:
        return load_function(program, scope, ast);
    case AST_TYPE_ANONYMOUS:
        return load_structure(program, scope, ast);
    case AST_TYPE_PAREN:
        return type_load_with(program, scope, ast->inner, missing);
    case AST_TYPE_OPTIONAL:
        return type_null(program, type_load(program, scope, ast->inner));
    case AST_TYPE_REST:
        return rest_of(program, type_load(program, scope, ast->inner));
    case AST_TYPE_INTERSECTION:
        return load_intersection(program, scope, ast);
    }
    return failed(program);
}

Type *type_load(Program *program, const Scope *scope, const AstType *ast)
{
    return type_load_with(program, scope, ast, ARGS_REQUIRED);
}

/* ---- Constraints ---------------------------------------------------------------------------------------------------------------------------------- */

void type_check_constraints(Program *program, const TypeCheck *check)
{
    TypeDecl *decl = check->type->decl.decl;
    TypeParam *param = decl->params.at[check->index];
    Type *given = check->type->decl.args[check->index];
    for (u32 c = 0; c < param->constraints.count; c++) {
        Type *wanted = type_substitute(program, program->state->types, param->constraints.at[c], &decl->params, check->type->decl.args);
        if (type_can_unify(program, given, wanted)) continue;
        diag_error(program->diags, check->span, "type.constraint", "Constraint check failure for %s.%s", decl->path->text, param->name->text);
        diag_note(program->diags, check->span, "type.constraint", "%s should be %s", text_of(program, given), text_of(program, wanted));
        return;
    }
}
