/* declare_abstract.c: headers of abstracts, and the tables of what their functions are for: operators, casts, index access.
 *
 * The tables are read from metadata alone, when first asked for; no type is resolved for them.
 */
#include "declare.h"

/* Does the underlying type come back to the abstract itself, through abstracts and typedefs? */
static bool comes_back(Program *program, const TypeDecl *decl)
{
    Type *type = decl->target;
    for (u32 steps = 0; type && steps < 1000; steps++) {
        type = type_shallow(type);
        if (type->kind != TYPE_DECL) return false;
        TypeDecl *at = type->decl.decl;
        if (at == decl) return true;
        if ((at->kind != DECL_ABSTRACT && at->kind != DECL_TYPEDEF) || at->is_core_type) return false;
        if (at->header == HEADER_DECLARED) decl_header(program, at);
        if (at->header == HEADER_RESOLVING) return false; /* it will find out itself */
        type = at->target;
    }
    return type != NULL;
}

void abstract_header(Program *program, Scope *scope, TypeDecl *decl)
{
    const AstDecl *ast = decl->ast;
    if (ast->abstract.underlying) {
        decl->target = type_load(program, scope, ast->abstract.underlying);
    } else {
        decl->target = decl->type; /* a core type is what it is */
        if (!decl->is_core_type)
            diag_error(program->diags, module_span(decl->module, ast->start, ast->end), "abstract.underlying",
                       "Abstract is missing underlying type declaration");
    }
    if (ast->abstract.underlying && comes_back(program, decl)) {
        diag_error(program->diags, module_span(decl->module, ast->start, ast->end), "abstract.recursive",
                   "Abstract underlying type cannot be recursive");
        decl->target = program->core.t_error;
    }
    for (u32 i = 0; i < ast->abstract.from.count; i++)
        vec_push(program->arena, &decl->from, type_load(program, scope, ast->abstract.from.at[i]));
    for (u32 i = 0; i < ast->abstract.to.count; i++)
        vec_push(program->arena, &decl->to, type_load(program, scope, ast->abstract.to.at[i]));
}

Type *abstract_underlying(Program *program, Type *type)
{
    type = type_shallow(type);
    TypeDecl *decl = type->decl.decl;
    decl_header(program, decl);
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    if (!decl->target) return program->core.t_error;
    return type_substitute(program, program->state->types, decl->target, &decl->params, type->decl.args);
}

/* ---- Operators --------------------------------------------------------------------------------------------------------------------------------- */

static const AstExpr *without_parens(const AstExpr *expr)
{
    while (expr->kind == EXPR_PAREN) expr = expr->operand;
    return expr;
}

/* Arguments besides the abstract's value itself. */
static u32 other_arguments(const Field *field)
{
    u32 count = field->ast->function->args.count;
    return field->is_impl || !count ? count : count - 1;
}

static void add_index(Program *program, AbstractInfo *info, Field *field)
{
    vec_push(program->arena, other_arguments(field) >= 2 ? &info->array_write : &info->array_read, field);
}

static void add_binop(Program *program, AbstractInfo *info, Field *field, const AstExpr *expr)
{
    u32 count = field->ast->function->args.count;
    Span span = field_whole_span(field);
    const char *name = field->name->text;
    if (binop_is_assign(expr->binop) && expr->binop == BINOP_ASSIGN)
        diag_error(program->diags, span, "abstract.op", "%s: Assignment overloading is not supported", name);
    else if (field->is_impl && count != 1)
        diag_error(program->diags, span, "abstract.op", "%s: Member @:op functions must accept exactly one argument", name);
    else if (!field->is_impl && count != 2)
        diag_error(program->diags, span, "abstract.op", "%s: Static @:op functions must accept exactly two arguments", name);
    else {
        bool commutative = meta_has(&field->ast->meta, program->state->n.m_commutative);
        AbstractOp op = {.is_binop = true, .binop = expr->binop, .commutative = commutative, .field = field};
        vec_push(program->arena, &info->ops, op);
    }
}

static void add_unop(Program *program, AbstractInfo *info, Field *field, const AstExpr *expr)
{
    if (field->ast->function->args.count != (field->is_impl ? 0 : 1)) {
        Type *type = field_type(program, field), *self = field->owner->type;
        Type *wanted = field->is_impl ? abstract_underlying(program, self) : self;
        diag_error(program->diags, field_whole_span(field), "abstract.op", "%s should be %s -> Unknown<0>", text_of(program, type),
                   text_of(program, wanted));
        return;
    }
    AbstractOp op = {.unop = expr->unop, .postfix = expr->postfix, .field = field};
    vec_push(program->arena, &info->ops, op);
}

static void add_operator(Program *program, AbstractInfo *info, Field *field, const AstMeta *meta)
{
    for (u32 i = 0; i < meta->args.count; i++) {
        const AstExpr *expr = without_parens(meta->args.at[i]);
        if (expr->kind == EXPR_BINOP) add_binop(program, info, field, expr);
        else if (expr->kind == EXPR_UNOP) add_unop(program, info, field, expr);
        else if (expr->kind == EXPR_ARRAY || expr->kind == EXPR_ARRAY_ACCESS) add_index(program, info, field);
        else if (expr->kind == EXPR_CALL) info->call = field;
        else if (expr->kind == EXPR_FIELD && other_arguments(field) >= 2) info->resolve_write = field;
        else if (expr->kind == EXPR_FIELD) info->resolve_read = field;
        else if (expr->kind == EXPR_IS) report_unsupported(program, NODE_SPAN(field->module, expr), "this form of @:op");
    }
}

static void add_cast(Program *program, AbstractInfo *info, Field *field, bool is_from)
{
    u32 count = field->ast->function->args.count;
    Span span = field_whole_span(field);
    if (is_from && !field->is_static)
        diag_error(program->diags, span, "abstract.cast", "@:from cast functions must be static");
    else if (is_from && count != 1)
        diag_error(program->diags, span, "abstract.cast", "%s: @:from cast functions must accept exactly one argument", field->name->text);
    else if (!is_from && field->is_impl && count && !field->ast->function->args.at[0].optional && !field->ast->function->args.at[0].value)
        diag_error(program->diags, span, "abstract.cast", "@:to method should have no arguments");
    else if (!is_from && field->is_static && count != 1)
        diag_error(program->diags, span, "abstract.cast", "static @:to method should have one argument");
    else
        vec_push(program->arena, is_from ? &info->from_functions : &info->to_functions, field);
}

static void add_function(Program *program, AbstractInfo *info, Field *field)
{
    const TyperNames *n = &program->state->n;
    if (!field->ast || field->ast->kind != AST_FIELD_FUNCTION || field->is_macro) return;
    const AstMetaList *metas = &field->ast->meta;
    for (u32 i = 0; i < metas->count; i++) {
        Name name = metas->at[i].name.name;
        if (name == n->m_op) add_operator(program, info, field, &metas->at[i]);
        else if (name == n->m_from) add_cast(program, info, field, true);
        else if (name == n->m_to) add_cast(program, info, field, false); /* static ones take the underlying value */
        else if (name == n->m_array_access) add_index(program, info, field);
        else if (name == n->m_resolve) {
            if (other_arguments(field) >= 2) info->resolve_write = field;
            else info->resolve_read = field;
        }
    }
}

static void add_names(Program *program, const AstMeta *meta, NameVec *out)
{
    for (u32 i = 0; i < meta->args.count; i++)
        if (meta->args.at[i]->kind == EXPR_IDENT) vec_push(program->arena, out, meta->args.at[i]->ident);
}

static void read_metadata(Program *program, AbstractInfo *info, const AstMetaList *metas)
{
    const TyperNames *n = &program->state->n;
    for (u32 i = 0; i < metas->count; i++) {
        const AstMeta *meta = &metas->at[i];
        Name name = meta->name.name;
        if (name == n->m_forward) {
            info->forward = true;
            add_names(program, meta, &info->forward_names);
        } else if (name == n->m_forward_statics) {
            info->forward_statics = true;
            add_names(program, meta, &info->forward_static_names);
        } else if (name == n->m_forward_new) info->forward_new = true;
        else if (name == n->m_forward_variance) info->forward_variance = true;
        else if (name == n->m_callable) info->callable = true;
        else if (name == n->m_multi_type) {
            info->multi_type = true;
            for (u32 k = 0; k < meta->args.count; k++) {
                const AstExpr *arg = meta->args.at[k];
                if (arg->kind == EXPR_META && arg->meta.operand->kind == EXPR_IDENT)
                    vec_push(program->arena, &info->follow_params, arg->meta.operand->ident);
            }
        }
        else if (name == n->m_transitive) info->transitive = true;
        else if (name == n->m_not_null) info->not_null = true;
    }
}

AbstractInfo *abstract_info(Program *program, TypeDecl *decl)
{
    if (decl->abstract_info) return decl->abstract_info;
    decl_members(program, decl);
    undo_touch(program->undo, decl, sizeof *decl);
    AbstractInfo *info = decl->abstract_info = NEW(program->arena, AbstractInfo);
    if (!decl->ast) return info;
    read_metadata(program, info, &decl->ast->meta);
    u32 member = 0, fixed = 0; /* both lists are in source order */
    for (u32 i = 0; i < decl->ast->abstract.fields.count; i++) {
        const AstField *ast = decl->ast->abstract.fields.at[i];
        if (member < decl->fields.count && decl->fields.at[member]->ast == ast) add_function(program, info, decl->fields.at[member++]);
        else if (fixed < decl->statics.count && decl->statics.at[fixed]->ast == ast) add_function(program, info, decl->statics.at[fixed++]);
    }
    return info;
}

bool names_contain(const NameVec *names, Name name)
{
    for (u32 i = 0; i < names->count; i++)
        if (names->at[i] == name) return true;
    return false;
}

bool abstract_forwards(Program *program, TypeDecl *decl, Name name)
{
    AbstractInfo *info = abstract_info(program, decl);
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    return info->forward && (!info->forward_names.count || names_contain(&info->forward_names, name));
}

bool abstract_forwards_static(Program *program, TypeDecl *decl, Name name)
{
    AbstractInfo *info = abstract_info(program, decl);
    reads_add(program->reads, &decl->entity, FACET_SIGNATURE);
    return info->forward_statics && (!info->forward_static_names.count || names_contain(&info->forward_static_names, name));
}

/* ---- Values of enum abstracts ---------------------------------------------------------------------------------------------------------------------- */

static bool literal_int(const AstExpr *expr, i32 *value)
{
    expr = without_parens(expr);
    if (expr->kind == EXPR_UNOP && expr->unop == AST_UNOP_NEG && !expr->postfix && literal_int(expr->operand, value)) {
        *value = (i32)(0u - (u32)*value);
        return true;
    }
    if (expr->kind != EXPR_INT) return false;
    u32 bits = (u32)expr->number.bits;
    *value = (i32)(expr->negative ? 0u - bits : bits);
    return true;
}

bool enum_value_implicit(Program *program, Field *field, i32 *int_value, Name *string_value)
{
    if (!field->is_enum_value || !field->ast || field->ast->value) return false;
    TypeDecl *decl = field->owner;
    decl_header(program, decl);
    Type *underlying = decl->target ? type_follow_null(program, decl->target) : program->core.t_error;
    if (type_is(underlying, program->core.string)) {
        *string_value = field->name;
        return true;
    }
    if (!type_is(underlying, program->core.int_)) return false;
    /* One more than the value in front of it, whose hash tells when that changes. */
    i32 next = 0;
    Field *before = NULL;
    reads_add(program->reads, &decl->entity, FACET_MEMBERS);
    for (u32 i = 0; i < decl->statics.count; i++) {
        Field *other = decl->statics.at[i];
        if (other == field) break;
        if (!other->is_enum_value || !other->ast) continue;
        before = other;
        i32 value;
        if (!other->ast->value) next++;
        else if (literal_int(other->ast->value, &value)) next = value + 1;
    }
    if (before) reads_add(program->reads, &before->entity, FACET_CONSTANT);
    *int_value = next;
    return true;
}
