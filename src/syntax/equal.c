/* equal: comparison of trees. Positions, token numbers, hashes and notations that mean the same do not count.
 *
 * Left spines are compared in a loop (see syntax.h on depth). Names come from one table and are compared as pointers.
 */
#include "printer.h"

/* Both lists have the same length and `equal` holds for their items, one by one. */
#define EQUAL_LISTS(a, b, equal)                                              \
    __extension__({                                                           \
        bool same_ = (a)->count == (b)->count;                                \
        for (u32 i_ = 0; same_ && i_ < (a)->count; i_++)                      \
            same_ = equal(&(a)->at[i_], &(b)->at[i_]);                        \
        same_;                                                                \
    })

static bool idents(const Ident *a, const Ident *b)
{
    return a->name == b->name;
}

static bool optional_exprs(const AstExpr *a, const AstExpr *b)
{
    return a && b ? syntax_equal_expr(a, b) : a == b;
}

static bool optional_types(const AstType *a, const AstType *b)
{
    return a && b ? syntax_equal_type(a, b) : a == b;
}

static bool expr_items(AstExpr *const *a, AstExpr *const *b)
{
    return syntax_equal_expr(*a, *b);
}

static bool type_items(AstType *const *a, AstType *const *b)
{
    return syntax_equal_type(*a, *b);
}

/* ---- Types and functions ------------------------------------------------------------------------------------------------------- */

static bool metas(const AstMeta *a, const AstMeta *b)
{
    return idents(&a->name, &b->name) && EQUAL_LISTS(&a->args, &b->args, expr_items);
}

static bool type_args(const AstTypeArg *a, const AstTypeArg *b)
{
    return optional_types(a->type, b->type) && optional_exprs(a->expr, b->expr);
}

static bool type_paths(const AstTypePath *a, const AstTypePath *b)
{
    return EQUAL_LISTS(&a->package, &b->package, idents) && idents(&a->name, &b->name) && idents(&a->sub, &b->sub) &&
           EQUAL_LISTS(&a->args, &b->args, type_args);
}

static bool function_type_args(const AstFunctionTypeArg *a, const AstFunctionTypeArg *b)
{
    return idents(&a->name, &b->name) && a->optional == b->optional && a->rest == b->rest && syntax_equal_type(a->type, b->type);
}

static bool type_params(const AstTypeParam *a, const AstTypeParam *b)
{
    return EQUAL_LISTS(&a->meta, &b->meta, metas) && idents(&a->name, &b->name) && optional_types(a->constraint, b->constraint) &&
           optional_types(a->default_type, b->default_type);
}

static bool arguments(const AstArgument *a, const AstArgument *b)
{
    return EQUAL_LISTS(&a->meta, &b->meta, metas) && idents(&a->name, &b->name) && a->optional == b->optional && a->rest == b->rest &&
           optional_types(a->type, b->type) && optional_exprs(a->value, b->value);
}

static bool functions(const AstFunction *a, const AstFunction *b)
{
    return a->kind == b->kind && a->is_inline == b->is_inline && idents(&a->name, &b->name) && a->ordinal == b->ordinal &&
           a->locals.count == b->locals.count && EQUAL_LISTS(&a->params, &b->params, type_params) &&
           EQUAL_LISTS(&a->args, &b->args, arguments) && optional_types(a->result, b->result) && optional_exprs(a->body, b->body);
}

static bool fields(AstField *const *left, AstField *const *right)
{
    const AstField *a = *left, *b = *right;
    if (a->kind != b->kind || a->modifiers != b->modifiers || a->optional != b->optional) return false;
    if (!idents(&a->name, &b->name) || !idents(&a->get, &b->get) || !idents(&a->set, &b->set)) return false;
    if (!EQUAL_LISTS(&a->meta, &b->meta, metas) || !optional_types(a->type, b->type) || !optional_exprs(a->value, b->value)) return false;
    return a->function && b->function ? functions(a->function, b->function) : a->function == b->function;
}

bool syntax_equal_type(const AstType *a, const AstType *b)
{
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case AST_TYPE_ERROR: return true;
    case AST_TYPE_PATH: return type_paths(&a->path, &b->path);
    case AST_TYPE_FUNCTION:
        return EQUAL_LISTS(&a->function.args, &b->function.args, function_type_args) &&
               syntax_equal_type(a->function.result, b->function.result);
    case AST_TYPE_ANONYMOUS:
        return EQUAL_LISTS(&a->anonymous.bases, &b->anonymous.bases, type_paths) &&
               EQUAL_LISTS(&a->anonymous.fields, &b->anonymous.fields, fields);
    case AST_TYPE_PAREN:
    case AST_TYPE_OPTIONAL:
    case AST_TYPE_REST: return syntax_equal_type(a->inner, b->inner);
    case AST_TYPE_INTERSECTION: return EQUAL_LISTS(&a->parts, &b->parts, type_items);
    }
    return false;
}

/* ---- Declarations -------------------------------------------------------------------------------------------------------------- */

static bool enum_args(const AstEnumArg *a, const AstEnumArg *b)
{
    return idents(&a->name, &b->name) && a->optional == b->optional && syntax_equal_type(a->type, b->type);
}

static bool constructors(AstEnumConstructor *const *left, AstEnumConstructor *const *right)
{
    const AstEnumConstructor *a = *left, *b = *right;
    return EQUAL_LISTS(&a->meta, &b->meta, metas) && idents(&a->name, &b->name) && EQUAL_LISTS(&a->params, &b->params, type_params) &&
           EQUAL_LISTS(&a->args, &b->args, enum_args) && optional_types(a->result, b->result);
}

static bool decls(AstDecl *const *left, AstDecl *const *right)
{
    const AstDecl *a = *left, *b = *right;
    if (a->kind != b->kind || a->modifiers != b->modifiers || !idents(&a->name, &b->name)) return false;
    if (!EQUAL_LISTS(&a->meta, &b->meta, metas) || !EQUAL_LISTS(&a->params, &b->params, type_params)) return false;
    switch (a->kind) {
    case AST_DECL_IMPORT:
        return EQUAL_LISTS(&a->import.path, &b->import.path, idents) && a->import.mode == b->import.mode &&
               idents(&a->import.alias, &b->import.alias);
    case AST_DECL_USING: return EQUAL_LISTS(&a->using, &b->using, idents);
    case AST_DECL_CLASS:
        return EQUAL_LISTS(&a->class_.extends, &b->class_.extends, type_paths) &&
               EQUAL_LISTS(&a->class_.implements, &b->class_.implements, type_paths) &&
               EQUAL_LISTS(&a->class_.fields, &b->class_.fields, fields);
    case AST_DECL_ENUM: return EQUAL_LISTS(&a->enum_.constructors, &b->enum_.constructors, constructors);
    case AST_DECL_TYPEDEF: return optional_types(a->typedef_, b->typedef_);
    case AST_DECL_ABSTRACT:
        return optional_types(a->abstract.underlying, b->abstract.underlying) &&
               EQUAL_LISTS(&a->abstract.from, &b->abstract.from, type_items) &&
               EQUAL_LISTS(&a->abstract.to, &b->abstract.to, type_items) &&
               EQUAL_LISTS(&a->abstract.fields, &b->abstract.fields, fields);
    case AST_DECL_FIELD: return fields(&(AstField *){a->field}, &(AstField *){b->field});
    }
    return false;
}

bool syntax_equal(const AstFile *a, const AstFile *b)
{
    return a->has_package == b->has_package && EQUAL_LISTS(&a->package, &b->package, idents) && EQUAL_LISTS(&a->decls, &b->decls, decls);
}

/* ---- Expressions --------------------------------------------------------------------------------------------------------------- */

static bool object_fields(const AstObjectField *a, const AstObjectField *b)
{
    return idents(&a->key, &b->key) && a->quoted == b->quoted && syntax_equal_expr(a->value, b->value);
}

static bool vars(const AstVarDecl *a, const AstVarDecl *b)
{
    return EQUAL_LISTS(&a->meta, &b->meta, metas) && idents(&a->name, &b->name) && a->is_final == b->is_final &&
           a->is_static == b->is_static && optional_types(a->type, b->type) && optional_exprs(a->value, b->value);
}

static bool cases(const AstCase *a, const AstCase *b)
{
    return EQUAL_LISTS(&a->patterns, &b->patterns, expr_items) && optional_exprs(a->guard, b->guard) && optional_exprs(a->body, b->body);
}

static bool catches(const AstCatch *a, const AstCatch *b)
{
    return idents(&a->name, &b->name) && optional_types(a->type, b->type) && syntax_equal_expr(a->body, b->body);
}

/* The expressions apart from what syntax_left names, their kinds being equal. */
static bool without_left(const AstExpr *a, const AstExpr *b)
{
    switch (a->kind) {
    case EXPR_ERROR:
    case EXPR_NULL:
    case EXPR_TRUE:
    case EXPR_FALSE:
    case EXPR_THIS:
    case EXPR_SUPER:
    case EXPR_ABSTRACT:
    case EXPR_BREAK:
    case EXPR_CONTINUE: return true;
    case EXPR_IDENT: return a->ident == b->ident;
    case EXPR_INT:
        return a->negative == b->negative && a->number.text == b->number.text && a->number.suffix == b->number.suffix &&
               a->number.bits == b->number.bits;
    case EXPR_FLOAT:
        return a->negative == b->negative && a->number.text == b->number.text && a->number.suffix == b->number.suffix &&
               a->number.value == b->number.value;
    case EXPR_STRING:
        return a->single == b->single && a->piece == b->piece && a->string.text == b->string.text && a->string.raw == b->string.raw;
    case EXPR_MARKUP: return a->string.text == b->string.text;
    case EXPR_FORMAT: return EQUAL_LISTS(&a->format.parts, &b->format.parts, expr_items); /* raw shows how the code is written */
    case EXPR_REGEXP: return a->regexp.pattern == b->regexp.pattern && a->regexp.options == b->regexp.options;
    case EXPR_BINOP: return a->binop == b->binop && syntax_equal_expr(a->pair.right, b->pair.right);
    case EXPR_ARRAY_ACCESS: return syntax_equal_expr(a->pair.right, b->pair.right);
    case EXPR_UNOP:
        if (a->unop != b->unop || a->postfix != b->postfix) return false;
        return a->postfix || syntax_equal_expr(a->operand, b->operand);
    case EXPR_FIELD: return a->safe == b->safe && idents(&a->field.name, &b->field.name);
    case EXPR_PAREN:
    case EXPR_THROW:
    case EXPR_UNTYPED:
    case EXPR_INLINE:
    case EXPR_MACRO:
    case EXPR_RETURN: return optional_exprs(a->operand, b->operand);
    case EXPR_OBJECT: return EQUAL_LISTS(&a->object.fields, &b->object.fields, object_fields);
    case EXPR_ARRAY:
    case EXPR_BLOCK: return EQUAL_LISTS(&a->list, &b->list, expr_items);
    case EXPR_CALL: return EQUAL_LISTS(&a->call.args, &b->call.args, expr_items);
    case EXPR_NEW: return type_paths(a->new_.type, b->new_.type) && EQUAL_LISTS(&a->new_.args, &b->new_.args, expr_items);
    case EXPR_FUNCTION: return functions(a->function, b->function);
    case EXPR_VARS: return EQUAL_LISTS(&a->vars.items, &b->vars.items, vars);
    case EXPR_FOR:
        return idents(&a->for_->key, &b->for_->key) && idents(&a->for_->value, &b->for_->value) &&
               syntax_equal_expr(a->for_->header, b->for_->header) && syntax_equal_expr(a->for_->body, b->for_->body);
    case EXPR_IF:
        return syntax_equal_expr(a->branch.condition, b->branch.condition) && syntax_equal_expr(a->branch.then, b->branch.then) &&
               optional_exprs(a->branch.otherwise, b->branch.otherwise);
    case EXPR_TERNARY:
        return syntax_equal_expr(a->branch.then, b->branch.then) && syntax_equal_expr(a->branch.otherwise, b->branch.otherwise);
    case EXPR_WHILE:
        return a->do_while == b->do_while && syntax_equal_expr(a->pair.left, b->pair.left) &&
               syntax_equal_expr(a->pair.right, b->pair.right);
    case EXPR_SWITCH: {
        const AstCase *c = a->switch_->fallback, *d = b->switch_->fallback;
        return syntax_equal_expr(a->switch_->subject, b->switch_->subject) &&
               EQUAL_LISTS(&a->switch_->cases, &b->switch_->cases, cases) && (c && d ? cases(c, d) : c == d);
    }
    case EXPR_TRY: return syntax_equal_expr(a->try_.body, b->try_.body) && EQUAL_LISTS(&a->try_.catches, &b->try_.catches, catches);
    case EXPR_IS: return syntax_equal_type(a->typed.type, b->typed.type);
    case EXPR_CAST:
    case EXPR_CHECK_TYPE:
    case EXPR_MACRO_TYPE: return optional_exprs(a->typed.operand, b->typed.operand) && optional_types(a->typed.type, b->typed.type);
    case EXPR_META: return metas(a->meta.meta, b->meta.meta) && syntax_equal_expr(a->meta.operand, b->meta.operand);
    case EXPR_MACRO_CLASS: return decls(&(AstDecl *){a->decl}, &(AstDecl *){b->decl});
    case EXPR_REIFY: return a->reify.name == b->reify.name && syntax_equal_expr(a->reify.operand, b->reify.operand);
    }
    return false;
}

bool syntax_equal_expr(const AstExpr *a, const AstExpr *b)
{
    while (a && b) {
        if (a->kind != b->kind || !without_left(a, b)) return false;
        a = syntax_left(a);
        b = syntax_left(b);
    }
    return a == b;
}
