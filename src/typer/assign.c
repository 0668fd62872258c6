/* assign: =, the compound assignments, ++ and --.
 *
 * An object or index that is both read and written is evaluated once (ref_stabilise). Targets that are plain places become TE_ASSIGN,
 * TE_ASSIGN_OP and TE_UNOP; properties, overloaded indices and operators become calls. `p.v = x` on a property with a setter has the
 * setter's result as value; `a[i] = x` through a @:arrayAccess function that returns nothing has x.
 */
#include "typing.h"

/* ---- Where one may write ---------------------------------------------------------------------------------------------------------------------- */

static bool in_constructor_of(const Typing *t, const Field *field) {
    if (t->field->owner != field->owner) return false;
    if (field->is_static) return name_is(t->field->name, "__init__");
    return t->field->kind == FIELD_CONSTRUCTOR && !t->func->outer;
}

bool may_use_restricted(Typing *t, Field *field) {
    return t->private_access || t->untyped || field_private_accessible(t->program, &t->scope, field);
}

static bool field_writable(Typing *t, Field *field) {
    if (t->untyped) return true;
    if (field->is_final || field->is_enum_value) return in_constructor_of(t, field);
    switch (field->write) {
    case ACCESS_DEFAULT:
    case ACCESS_CALL:
    case ACCESS_DYNAMIC: return !field->is_inline;
    case ACCESS_NULL:
        return may_use_restricted(t, field);
    case ACCESS_NEVER:
    case ACCESS_INLINE: return t->field->owner == field->owner && field->has_storage && t->field->name == field->setter;
    }
    return false;
}

static bool not_writable(Typing *t, Name name, Span span, bool update) {
    if (update) report(t, span, "expr.not-writable", "The field or identifier %s is not accessible for writing", name->text);
    else report(t, span, "expr.not-writable", "Cannot access field or identifier %s for writing", name->text);
    return false;
}

static bool check_anon_write(Typing *t, const AnonField *member, Span span, bool update) {
    bool writable = !member || (member->write != ACCESS_NEVER && member->write != ACCESS_NULL && !member->is_final);
    return writable || not_writable(t, member->name, span, update);
}

static Name constant_name(Typing *t, const TExpr *e) {
    return e->kind == TE_NULL ? NAMES(t)->null : name_lit(t->program->names, e->bool_value ? "true" : "false");
}

static bool check_value_write(Typing *t, TExpr *e, Span span, bool update) {
    if (te_is_error(e)) return false;
    if (e->kind == TE_THIS) return not_writable(t, NAMES(t)->this_, span, update);
    if (e->kind == TE_LOCAL) {
        TVar *var = e->local;
        if (var->is_this) return not_writable(t, NAMES(t)->this_, span, update);
        if (var == t->this_var && t->field->is_impl && !t->field->is_inline) {
            report(t, e->span, "expr.abstract-this", "Abstract 'this' value can only be modified inside an inline function");
            return false;
        }
        if (var->is_counter) {
            report(t, span, "expr.loop-variable", "Loop variable cannot be modified");
            return false;
        }
        if (var->is_final) {
            report(t, e->span, "expr.final", "Cannot assign to final");
            return false;
        }
        return true;
    }
    if (e->kind == TE_INDEX) return true;
    if (e->kind == TE_NULL || e->kind == TE_BOOL) return not_writable(t, constant_name(t, e), span, update);
    if (e->kind != TE_FIELD) {
        report(t, e->span, "expr.invalid-assign", "Invalid assign");
        return false;
    }
    Field *field = e->field.field;
    if (!field) {
        if (e->field.access != FA_ANON) return true;
        Type *object = follow(t, e->field.object->type);
        if (type_is_mono(object)) mono_add_field(t->program, object, e->field.name, true);
        if (object->kind != TYPE_ANON) return true;
        return check_anon_write(t, anon_field(object->anon, e->field.name), span, update);
    }
    if (field->kind == FIELD_VAR) return field_writable(t, field) || not_writable(t, field->name, span, update);
    if (field->kind == FIELD_METHOD && field->is_dynamic) return true;
    if (field->kind == FIELD_METHOD) {
        Span at = {e->span.file, e->span.end - MIN(field->name->length, e->span.end - e->span.start), e->span.end};
        report(t, at, "expr.rebind", "Cannot rebind this method : please use 'dynamic' before method declaration");
    } else if (field->kind == FIELD_ENUM_CTOR) {
        return not_writable(t, field->name, span, update);
    } else {
        report(t, e->span, "expr.invalid-assign", "Invalid assign");
    }
    return false;
}

bool ref_check_write(Typing *t, Ref ref, Span span, bool update) {
    switch (ref.kind) {
    case REF_VALUE:
        if (ref.field) return not_writable(t, ref.field->name, span, update); /* an inlined constant */
        return check_value_write(t, ref.expr, span, update);
    case REF_PROPERTY: return field_writable(t, ref.field) || not_writable(t, ref.field->name, span, update);
    case REF_ANON_PROPERTY: return check_anon_write(t, ref.member, span, update);
    case REF_INDEX: return true;
    case REF_RESOLVE: return true;
    case REF_EXTENSION:
        report(t, ref.span, "expr.rebind", "Cannot rebind this method : please use 'dynamic' before method declaration");
        return false;
    case REF_BIND:
    case REF_TYPE: report(t, ref.span, "expr.invalid-assign", "Invalid assign"); return false;
    }
    return false;
}

/* ---- Storing -------------------------------------------------------------------------------------------------------------------------------------- */

/* `call` has no value: the stored one is the assignment's. */
static TExpr *valued(Typing *t, TExpr *value, Span span, TExpr *(*store)(Typing *, Ref, TExpr *), Ref ref) {
    if (te_is_stable(value)) {
        TExpr *items[2] = {store(t, ref, value), value};
        return te_block(t, span, value->type, 2, items);
    }
    TVar *temp = var_temp(t, "value", value->type, span);
    TExpr *items[2] = {store(t, ref, te_local(t, span, temp)), te_local(t, span, temp)};
    return te_let(t, span, temp, value, te_block(t, span, value->type, 2, items));
}

static TExpr *store_resolve(Typing *t, Ref ref, TExpr *value) {
    Type *type = follow(t, ref.expr->type);
    Field *field = abstract_facts(t, type->decl.decl)->resolve_write;
    if (!field) return fail(t, ref.span, "expr.not-writable", "Cannot access field or identifier %s for writing", ref.name->text);
    Type *fun = use_type(t, field, type);
    TExpr *args[3] = {ref.expr, te_string(t, ref.span, ref.name), coerce(t, value, fun->fun.args[2].type)};
    return te_call(t, ref.span, te_static(t, ref.span, field, fun), fun->fun.ret, 3, args);
}

static TExpr *store_inner(Typing *t, Ref ref, TExpr *value, Span span) {
    switch (ref.kind) {
    case REF_VALUE: return te_assign(t, span, ref.expr, value);
    case REF_ANON_PROPERTY: return ref_anon(t, ref, value, span);
    case REF_PROPERTY: {
        if (ref_in_accessor(t, ref, ref.field->setter)) {
            TExpr *place = ref_physical(t, ref).expr;
            return te_is_error(place) ? place : te_assign(t, span, place, value);
        }
        if (ref.field->write == ACCESS_CALL) {
            TExpr *call = accessor_call(t, ref, ref.field->setter, ref.type, value);
            call->span = span;
            return call;
        }
        TExpr *place = ref.expr ? te_member(t, ref.span, ref.expr, ref.field, ref.type) : te_static(t, ref.span, ref.field, ref.type);
        return te_assign(t, span, place, value);
    }
    case REF_INDEX: {
        TExpr *call = index_call(t, ref, value);
        return type_is_void(t->program, call->type) ? valued(t, value, span, index_call, ref) : call;
    }
    case REF_RESOLVE: return store_resolve(t, ref, value);
    case REF_EXTENSION:
    case REF_BIND:
    case REF_TYPE: break;
    }
    return te_error(t, span);
}

TExpr *ref_store(Typing *t, Ref ref, TExpr *value, Span span) { return with_lets(t, store_inner(t, ref, value, span), ref.lets); }

static Type *ref_type_of(Typing *t, Ref ref) {
    if (ref.kind == REF_VALUE) return ref.expr->type;
    if (ref.kind == REF_PROPERTY || ref.kind == REF_ANON_PROPERTY) return ref.type;
    (void)t;
    return NULL; /* to be found out from the value */
}

static void mark_written(TExpr *e) {
    if (e->kind == TE_LOCAL) e->local->written = true;
}

TExpr *type_assign(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    if (ast->pair.left->kind == EXPR_PAREN) return fail(t, AT(t, ast->pair.left), "expr.invalid-assign", "Invalid assign");
    Ref ref = type_ref(t, ast->pair.left, want_value);
    bool writable = ref_check_write(t, ref, span, false);
    Type *type = ref_type_of(t, ref);
    if (writable && ref.kind == REF_VALUE && ref.expr->kind == TE_LOCAL && ref.expr->local->is_function) {
        report(t, span, "expr.not-writable", "Cannot access function %s for writing", ref.expr->local->name->text);
        writable = false;
    }
    if (!writable) {
        type_expr(t, ast->pair.right, want_value);
        return te_error(t, span);
    }
    if (!type) {
        TExpr *value = type_expr(t, ast->pair.right, want_value);
        return te_is_error(value) ? value : ref_store(t, ref, value, span);
    }
    TExpr *value = type_expr(t, ast->pair.right, want_type(type));
    if (te_is_error(value)) return value;
    value = coerce_at(t, value, type, span);
    if (value->kind == TE_NULL && ref.kind == REF_VALUE && ref.expr->kind == TE_INDEX) value->as_basic = false; /* arrays take it */
    return te_is_error(value) ? value : ref_store(t, ref, value, span);
}

/* ---- Compound assignment --------------------------------------------------------------------------------------------------------------------------- */

static TExpr *fit_update(Typing *t, TExpr *result, Type *type, Span span) {
    return te_is_error(result) || !type ? result : coerce_at(t, result, type, span);
}

/* a ??= b, a &&= b, a ||= b: written only if need be. */
static TExpr *assign_short(Typing *t, Ref ref, const AstExpr *ast, Span span) {
    ref = ref_stabilise(t, ref);
    LetStep *lets = ref.lets;
    ref.lets = NULL;
    TExpr *left = ref_read(t, ref);
    Type *type = left->type;
    AstBinop op = binop_base(ast->binop);
    if (op == BINOP_COALESCE) {
        Type *inner = type;
        if (!type_is_nullable_wrapper(t->program, type, &inner)) inner = type;
        TExpr *value = type_as(t, ast->pair.right, inner);
        if (te_is_error(value) || te_is_error(left)) return te_error(t, span);
        TExpr *e = te_new(t, TE_COALESCE, span, value->type);
        e->binop.left = left;
        e->binop.right = ref_store(t, ref, value, span);
        return with_lets(t, e, lets);
    }
    TExpr *condition = coerce(t, left, CORE(t)->t_bool);
    TExpr *store = ref_store(t, ref, type_as(t, ast->pair.right, type), span);
    TExpr *e = te_binop(t, span, op == BINOP_BOOL_AND ? OP_BOOL_AND : OP_BOOL_OR, condition, store, CORE(t)->t_bool);
    return with_lets(t, e, lets);
}

TExpr *type_assign_op(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    AstBinop op = binop_base(ast->binop);
    Ref ref = type_ref(t, ast->pair.left, want_value);
    bool writable = ref_check_write(t, ref, span, false);
    if (!writable) {
        type_expr(t, ast->pair.right, want_value);
        return te_error(t, span);
    }
    if (op == BINOP_COALESCE || op == BINOP_BOOL_AND || op == BINOP_BOOL_OR) return assign_short(t, ref, ast, span);
    /* The value is read before the right side is evaluated, so is an overloaded operator's left operand */
    Ref place = ref.kind == REF_VALUE ? ref : ref_stabilise(t, ref);
    LetStep *lets = place.lets;
    place.lets = NULL;
    TExpr *left = ref_read(t, place);
    TExpr *right = type_expr(t, ast->pair.right, want_value);
    if (te_is_error(left) || te_is_error(right)) return te_error(t, span);
    TExpr *direct = overloaded_assign(t, ast->binop, left, right, span);
    if (direct) return with_lets(t, direct, lets);
    if (place.kind == REF_VALUE && !has_overloads(t, left, right)) {
        TExpr *result = make_binop(t, op, left, right, span);
        if (te_is_error(result)) return result;
        TExpr *fitting = fit_update(t, result, left->type, span);
        if (te_is_error(fitting)) return fitting;
        TExpr *e = te_new(t, TE_ASSIGN_OP, span, left->type);
        e->assign.target = left; /* the right operand as the operation takes it: converted, asked for its text */
        e->assign.value = result->kind == TE_CONCAT ? result->list.items[1] : result->kind == TE_BINOP ? result->binop.right : right;
        e->assign.op = binop_core(op);
        mark_written(left);
        return with_lets(t, e, lets);
    }
    if (place.kind == REF_VALUE) {
        place = ref_stabilise(t, place);
        left = place.expr;
        LetStep *own = place.lets;
        place.lets = NULL;
        TExpr *value = fit_update(t, make_binop(t, op, left, right, span), left->type, span);
        if (te_is_error(value)) return value;
        return with_lets(t, with_lets(t, ref_store(t, place, value, span), own), lets);
    }
    TExpr *value = fit_update(t, make_binop(t, op, left, right, span), ref_type_of(t, place), span);
    if (te_is_error(value)) return value;
    return with_lets(t, ref_store(t, place, value, span), lets);
}

/* ---- ++ and -- -------------------------------------------------------------------------------------------------------------------------------------- */

TExpr *type_increment(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    bool increment = ast->unop == AST_UNOP_INCREMENT;
    Ref ref = type_ref(t, ast->operand, want_value);
    if (!ref_check_write(t, ref, span, true)) return te_error(t, span);
    Ref place = ref.kind == REF_VALUE ? ref : ref_stabilise(t, ref);
    LetStep *lets = place.lets;
    place.lets = NULL;
    TExpr *old = ref_read(t, place);
    if (te_is_error(old)) return old;
    TExpr *overloaded = overloaded_unop(t, ast->unop, ast->postfix, old, span);
    if (overloaded) return with_lets(t, overloaded, lets);
    Type *type = unary_type(t, old, span);
    if (!type) return te_error(t, span);
    if (place.kind == REF_VALUE) {
        TExpr *e = te_new(t, TE_UNOP, span, type);
        e->unop.op = ast->postfix ? (increment ? UNOP_POST_INC : UNOP_POST_DEC) : (increment ? UNOP_PRE_INC : UNOP_PRE_DEC);
        e->unop.operand = old;
        mark_written(old);
        return with_lets(t, e, lets);
    }
    TExpr *one = te_int(t, span, 1);
    BinOp op = increment ? OP_ADD : OP_SUB;
    if (!ast->postfix) return with_lets(t, ref_store(t, place, te_binop(t, span, op, old, one, type), span), lets);
    TVar *before = var_temp(t, "old", type, span);
    TExpr *next = te_binop(t, span, op, te_local(t, span, before), one, type);
    TExpr *items[2] = {ref_store(t, place, next, span), te_local(t, span, before)};
    return with_lets(t, te_let(t, span, before, old, te_block(t, span, type, 2, items)), lets);
}
