/* made_param: `new T()`, T being a parameter of a @:generic class or function that is Constructible.
 *
 * The official compiler makes a copy of the declaration for each T. Here there is one, and it is told the class: a function and a
 * constructor take one more argument for each such parameter, `T (never written by the program, match_args fills it in); an instance
 * keeps it in a field. What T is may be known only when the whole body is typed, so the arguments are completed then.
 */
#include "typing.h"

#include "declare.h"

static bool is_constructible(const AstType *type)
{
    if (!type) return false;
    if (type->kind == AST_TYPE_PAREN) return is_constructible(type->inner);
    if (type->kind == AST_TYPE_PATH) {
        Name name = type->path.sub.name ? type->path.sub.name : type->path.name.name;
        return name && name_is(name, "Constructible");
    }
    if (type->kind == AST_TYPE_ANONYMOUS) {
        for (u32 i = 0; i < type->anonymous.fields.count; i++) {
            Name name = type->anonymous.fields.at[i]->name.name;
            if (name && name_is(name, "new")) return true;
        }
        return false;
    }
    if (type->kind != AST_TYPE_INTERSECTION) return false;
    for (u32 i = 0; i < type->parts.count; i++)
        if (is_constructible(type->parts.at[i])) return true;
    return false;
}

bool param_is_made(const AstTypeParam *param) { return param->name.name && is_constructible(param->constraint); }

Name made_param_name(Program *program, Name param) { return name_printf(program->names, "`%s", param->text); }

/* Of the field: a subclass has parameters of its own. */
static Name kept_name(Program *program, const TypeDecl *decl, Name param)
{
    return name_printf(program->names, "`%s.%s", decl->path->text, param->text);
}

bool is_made_param_name(Name name) { return name && name->text[0] == '`'; }

const AstTypeParamList *made_params_of(const Field *field)
{
    static const AstTypeParamList none;
    if (!field->ast || field->ast->kind != AST_FIELD_FUNCTION || field->owner->is_extern) return &none;
    if (field->kind == FIELD_METHOD && field->is_generic) return &field->ast->function->params;
    bool constructs = field->kind == FIELD_CONSTRUCTOR && field->owner->kind == DECL_CLASS && field->owner->is_generic;
    return constructs ? &field->owner->ast->params : &none;
}

void declare_made_params(Program *program, TypeDecl *decl)
{
    Arena *arena = decl->module->ast->arena;
    const AstTypeParamList *params = &decl->ast->params;
    for (u32 i = 0; decl->is_generic && decl->constructor && i < params->count; i++) {
        if (!param_is_made(&params->at[i])) continue;
        AstField *field = NEW(arena, AstField);
        field->kind = AST_FIELD_VAR;
        field->start = field->name.start = params->at[i].start;
        field->end = field->name.end = params->at[i].end;
        field->name.name = kept_name(program, decl, params->at[i].name.name);
        AstType *type = field->type = NEW(arena, AstType);
        type->kind = AST_TYPE_PATH;
        type->start = type->path.start = field->start;
        type->end = type->path.end = field->end;
        type->path.name = (Ident){name_lit(program->names, "Class"), field->start, field->end};
        type->path.args.at = NEW(arena, AstTypeArg);
        type->path.args.count = 1;
        AstType *of = NEW(arena, AstType);
        *of = (AstType){.kind = AST_TYPE_PATH, .start = field->start, .end = field->end};
        of->path = (AstTypePath){.name = params->at[i].name, .start = field->start, .end = field->end};
        ((AstTypeArg *)type->path.args.at)[0].type = of;
        declare_field(program, decl, field);
    }
}

/* ---- In bodies --------------------------------------------------------------------------------------------------------------------- */

TExpr *made_param_argument(Typing *t, Type *type, Span span)
{
    MadeParam pending = {te_null(t, span, type), t->func->function, type};
    vec_push(NULL, &t->made_params, pending);
    return pending.argument;
}

/* The field that keeps it: of the class itself or, if that has no constructor, of the superclass that is given the parameter. */
static Field *find_kept(Typing *t, const TypeParam *param, Type **in)
{
    while ((*in)->kind == TYPE_DECL) {
        TypeDecl *decl = (*in)->decl.decl;
        for (u32 i = 0; i < (*in)->decl.count; i++) {
            Type *arg = follow(t, (*in)->decl.args[i]);
            if (arg->kind != TYPE_PARAM || arg->param != param) continue;
            Field *field = map_get_name(&decl->by_name, kept_name(t->program, decl, decl->params.at[i]->name));
            if (field) return field;
        }
        if (decl->constructor || !decl->super_type) return NULL;
        *in = follow(t, type_substitute(t->program, t->arena, decl->super_type, &decl->params, (*in)->decl.args));
    }
    return NULL;
}

/* The class that `param` stands for here, within `function`; NULL: it is not told. */
static TExpr *told_class(Typing *t, const TypeParam *param, TFunction *function, Span span)
{
    Name name = made_param_name(t->program, param->name);
    Func chain[64];
    Func *before = t->func;
    u32 depth = 0;
    for (TFunction *at = function; at && depth < LEN(chain); at = at->parent) {
        chain[depth] = (Func){.function = at};
        if (depth) chain[depth - 1].outer = &chain[depth];
        depth++;
    }
    t->func = chain;
    TExpr *found = NULL;
    TFunction *whole = t->body->function;
    if (param->owner == &t->field->entity || t->field->kind == FIELD_CONSTRUCTOR)
        for (u32 i = 0; !found && i < whole->count; i++)
            if (whole->args[i]->name == name) found = te_local(t, span, whole->args[i]);
    if (!found && t->owner && param->owner == &t->owner->entity && t->this_type) {
        Type *in = t->owner->type;
        Field *field = find_kept(t, param, &in);
        if (field) found = te_member(t, span, this_expr(t, span), field, field_type_in(t->program, field, in));
    }
    t->func = before;
    return found;
}

void made_param_complete(Typing *t, MadeParam *pending)
{
    TExpr *argument = pending->argument;
    Type *type = follow(t, pending->type);
    Type *made = type->kind == TYPE_DECL && type->decl.count == 1 ? follow(t, type->decl.args[0]) : type;
    TExpr *found = NULL;
    if (type_class(t->program, made)) {
        found = te_new(t, TE_TYPE, argument->span, type_class_of(t->program, made->decl.decl));
        found->decl = made->decl.decl;
    } else if (made->kind == TYPE_PARAM) {
        found = told_class(t, made->param, pending->function, argument->span);
    }
    if (found) {
        Type *declared = argument->type;
        *argument = *found;
        argument->type = declared;
    } else if (!type_is_error(made)) {
        report(t, argument->span, "new.parameter", "Could not determine type for parameter %s",
               type_shallow(pending->type)->decl.args[0]->kind == TYPE_MONO && type_shallow(pending->type)->decl.args[0]->mono.of
                   ? type_shallow(pending->type)->decl.args[0]->mono.of->name->text
                   : "T");
    }
}

/* What the constraints say of the constructor; NULL: nothing. */
static Type *constructor_of(Typing *t, const TypeParam *param)
{
    for (u32 i = 0; i < param->constraints.count; i++) {
        Type *constraint = follow(t, param->constraints.at[i]);
        if (constraint->kind == TYPE_DECL && name_is(constraint->decl.decl->path, "haxe.Constructible"))
            return follow(t, constraint->decl.args[0]);
        AnonField *field = constraint->kind == TYPE_ANON ? anon_field(constraint->anon, NAMES(t)->new_) : NULL;
        if (field) return follow(t, field->type);
    }
    return NULL;
}

static bool of_generic(const TypeParam *param)
{
    if (param->owner->kind == ENTITY_TYPE) return ((TypeDecl *)param->owner)->is_generic;
    return param->owner->kind == ENTITY_FIELD && ((Field *)param->owner)->is_generic;
}

TExpr *new_param(Typing *t, Type *type, const AstExprList *args, Span span)
{
    const TypeParam *param = type->param;
    Type *constructor = constructor_of(t, param);
    if (!of_generic(param)) return fail(t, span, "new.parameter", "Only generic type parameters can be constructed");
    if (!constructor || constructor->kind != TYPE_FUN)
        return fail(t, span, "new.no-constructor", "%s does not have a constructor", show(t, type));
    u32 count = 0;
    TExpr **all = match_args(t, constructor, 0, args, span, &count);
    if (!all) return te_error(t, span);
    TypeDecl *reflection = program_find_type(t->program, "Type");
    Field *create = reflection ? decl_find_static(t->program, reflection, name_lit(t->program->names, "createInstance")) : NULL;
    TExpr *made = told_class(t, param, t->func->function, span);
    if (!create || !made) return unsupported(t, span, "new of this type parameter");
    TExpr *list = te_new(t, TE_ARRAY, span, type_array(t->program, CORE(t)->t_dynamic));
    list->list.items = all;
    list->list.count = count;
    Type *use = field_type_use(t->program, create, NULL);
    type_unify(t->program, made->type, use->fun.args[0].type);
    TExpr *call_args[2] = {made, list};
    TExpr *call = te_call(t, span, te_static(t, span, create, use), use->fun.ret, 2, call_args);
    return te_cast(t, span, call, type, CAST_UNSAFE);
}

void store_made_params(Typing *t, TExpr **body)
{
    const AstTypeParamList *params = made_params_of(t->field);
    TFunction *function = t->body->function;
    for (u32 i = params->count; t->field->kind == FIELD_CONSTRUCTOR && i-- > 0;) {
        if (!param_is_made(&params->at[i])) continue;
        Name name = made_param_name(t->program, params->at[i].name.name);
        Span start = {(*body)->span.file, (*body)->span.start, (*body)->span.start};
        Name kept = kept_name(t->program, t->owner, params->at[i].name.name);
        Field *field = class_find_field(t->program, t->owner->type, kept, NULL);
        TExpr *value = NULL;
        for (u32 k = 0; k < function->count; k++)
            if (function->args[k]->name == name) value = te_local(t, start, function->args[k]);
        if (!field || !value) continue;
        TExpr *target = te_member(t, start, this_expr(t, start), field, field_type(t->program, field));
        TExpr *items[2] = {te_assign(t, start, target, value), *body};
        *body = te_block(t, (*body)->span, (*body)->type, 2, items);
    }
}
