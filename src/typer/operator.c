/* operator: unary and binary operators on core types, and which type they give.
 *
 * The operands are sorted into classes as the official compiler does it; an operand of unknown type becomes what the other one is, or
 * Int. Operators of abstracts are asked first (overload.c). Chains that associate to the left are typed in a loop. String concatenation
 * is flattened as it is built: a + b + c is one TE_CONCAT.
 */
#include "typing.h"

typedef enum OperandClass {
    CLASS_INT,
    CLASS_FLOAT,
    CLASS_STRING,
    CLASS_UNKNOWN,
    CLASS_DYNAMIC,
    CLASS_NUMBER_PARAM, /* a type parameter constrained to Int or Float */
    CLASS_ABSTRACT,
    CLASS_OTHER
} OperandClass;

BinOp binop_core(AstBinop op) {
    static const struct {
        AstBinop ast;
        BinOp core;
    } table[] = {
        {BINOP_ADD, OP_ADD},   {BINOP_SUB, OP_SUB},   {BINOP_MUL, OP_MUL}, {BINOP_DIV, OP_DIV},       {BINOP_MOD, OP_MOD},
        {BINOP_AND, OP_AND},   {BINOP_OR, OP_OR},     {BINOP_XOR, OP_XOR}, {BINOP_SHL, OP_SHL},       {BINOP_SHR, OP_SHR},
        {BINOP_USHR, OP_USHR}, {BINOP_EQ, OP_EQ},     {BINOP_NOT_EQ, OP_NE}, {BINOP_LT, OP_LT},       {BINOP_LE, OP_LE},
        {BINOP_GT, OP_GT},     {BINOP_GE, OP_GE},     {BINOP_BOOL_AND, OP_BOOL_AND}, {BINOP_BOOL_OR, OP_BOOL_OR},
    };
    for (u32 i = 0; i < LEN(table); i++) {
        if (table[i].ast == op) return table[i].core;
    }
    FATAL("operator %s has no core operation", binop_text(op));
}

static OperandClass classify(Typing *t, Type *type) {
    type = follow_null(t, type);
    const CoreTypes *core = CORE(t);
    switch (type->kind) {
    case TYPE_MONO: return CLASS_UNKNOWN;
    case TYPE_DYNAMIC: return CLASS_DYNAMIC;
    case TYPE_DECL:
        if (type->decl.decl == core->int_) return CLASS_INT;
        if (type->decl.decl == core->float_) return CLASS_FLOAT;
        if (type->decl.decl == core->string) return CLASS_STRING;
        return type->decl.decl->kind == DECL_ABSTRACT && type->decl.decl != core->bool_ ? CLASS_ABSTRACT : CLASS_OTHER;
    case TYPE_PARAM:
        for (u32 i = 0; i < type->param->constraints.count; i++) {
            OperandClass of = classify(t, type->param->constraints.at[i]);
            if (of == CLASS_INT || of == CLASS_FLOAT) return CLASS_NUMBER_PARAM;
            if (of == CLASS_STRING) return CLASS_STRING;
        }
        return CLASS_OTHER;
    case TYPE_FUN:
    case TYPE_ANON:
    case TYPE_ERROR: return CLASS_OTHER;
    }
    return CLASS_OTHER;
}

/* ---- Numbers -------------------------------------------------------------------------------------------------------------------------------------- */

typedef enum Number { NUMBER_NONE, NUMBER_INT, NUMBER_FLOAT } Number;

/* Core operators take an abstract by its `to` alone: no function is called for them. */
static bool as_plain(Typing *t, TExpr **operand, Type *want) {
    if (unify_or_report(t->program, (*operand)->span, (*operand)->type, want)) return true;
    t->body->has_errors = true;
    *operand = te_error(t, (*operand)->span);
    return false;
}

/* Makes a number of an operand of any class; says so where it is none. */
static Number as_number(Typing *t, TExpr **operand) {
    TExpr *e = *operand;
    switch (classify(t, e->type)) {
    case CLASS_INT: return NUMBER_INT;
    case CLASS_FLOAT: return NUMBER_FLOAT;
    case CLASS_DYNAMIC: return NUMBER_FLOAT;
    case CLASS_NUMBER_PARAM: return type_can_unify(t->program, e->type, CORE(t)->t_int) ? NUMBER_INT : NUMBER_FLOAT;
    case CLASS_ABSTRACT:
        return as_plain(t, operand, CORE(t)->t_int) ? NUMBER_INT : NUMBER_NONE;
    case CLASS_UNKNOWN:
    case CLASS_STRING:
    case CLASS_OTHER: break;
    }
    *operand = coerce(t, e, CORE(t)->t_int);
    return te_is_error(*operand) ? NUMBER_NONE : NUMBER_INT;
}

static TExpr *arithmetic(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    OperandClass a = classify(t, left->type), b = classify(t, right->type);
    if (a == CLASS_UNKNOWN && b == CLASS_FLOAT) type_unify(t->program, left->type, right->type);
    if (b == CLASS_UNKNOWN && a == CLASS_FLOAT) type_unify(t->program, right->type, left->type);
    if (a == CLASS_NUMBER_PARAM && b == CLASS_NUMBER_PARAM && op != BINOP_DIV && type_equal(t->program, left->type, right->type)) {
        return te_binop(t, span, binop_core(op), left, right, left->type);
    }
    if (op != BINOP_DIV && ((a == CLASS_NUMBER_PARAM && b == CLASS_INT) || (a == CLASS_INT && b == CLASS_NUMBER_PARAM)))
        return te_binop(t, span, binop_core(op), left, right, a == CLASS_INT ? right->type : left->type);
    Number x = as_number(t, &left);
    Number y = as_number(t, &right);
    if (x == NUMBER_NONE || y == NUMBER_NONE) return te_error(t, span);
    bool is_float = op == BINOP_DIV || x == NUMBER_FLOAT || y == NUMBER_FLOAT;
    return te_binop(t, span, binop_core(op), left, right, is_float ? CORE(t)->t_float : CORE(t)->t_int);
}

static TExpr *bitwise(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    if (!as_plain(t, &left, CORE(t)->t_int) || !as_plain(t, &right, CORE(t)->t_int)) return te_error(t, span);
    return te_binop(t, span, binop_core(op), left, right, CORE(t)->t_int);
}

/* ---- + ---------------------------------------------------------------------------------------------------------------------------------------------- */

static TExpr *concat(Typing *t, TExpr *left, TExpr *right, Span span) {
    right = as_text(t, right);
    if (left->kind == TE_CONCAT) { /* left is used by nobody else: it grows in place, capacity the next power of two */
        u32 count = left->list.count;
        if ((count & (count - 1)) == 0) {
            TExpr **items = NEW_ARRAY(t->arena, TExpr *, count ? count * 2 : 2);
            memcpy(items, left->list.items, sizeof *items * count);
            left->list.items = items;
        }
        left->list.items[left->list.count++] = right;
        left->span = span;
        return left;
    }
    TExpr *e = te_new(t, TE_CONCAT, span, CORE(t)->t_string);
    e->list.items = NEW_ARRAY(t->arena, TExpr *, 2);
    e->list.count = 2;
    e->list.items[0] = as_text(t, left);
    e->list.items[1] = right;
    return e;
}

static TExpr *cannot_add(Typing *t, const TExpr *left, const TExpr *right, Span span) {
    return fail(t, span, "expr.cannot-add", "Cannot add %s and %s", show(t, left->type), show(t, right->type));
}

static TExpr *add(Typing *t, TExpr *left, TExpr *right, Span span) {
    Program *program = t->program;
    OperandClass a = classify(t, left->type), b = classify(t, right->type);
    bool is_text = is_decl(t, left->type, CORE(t)->string) || is_decl(t, right->type, CORE(t)->string); /* refused late */
    if ((type_is_void(program, left->type) || type_is_void(program, right->type)) && !is_text) return cannot_add(t, left, right, span);
    if (a == CLASS_STRING || b == CLASS_STRING) {
        if (a == CLASS_UNKNOWN) type_unify(program, left->type, right->type);
        if (b == CLASS_UNKNOWN) type_unify(program, right->type, left->type);
        return concat(t, left, right, span);
    }
    if (a == CLASS_DYNAMIC || b == CLASS_DYNAMIC) {
        return te_binop(t, span, OP_ADD, left, right, a == CLASS_DYNAMIC ? left->type : right->type);
    }
    if (a == CLASS_UNKNOWN || b == CLASS_UNKNOWN) {
        if (a == CLASS_OTHER || b == CLASS_OTHER) return cannot_add(t, left, right, span);
        return arithmetic(t, BINOP_ADD, left, right, span);
    }
    if (a == CLASS_ABSTRACT || b == CLASS_ABSTRACT) {
        TExpr **odd = a == CLASS_ABSTRACT ? &left : &right;
        OperandClass other = a == CLASS_ABSTRACT ? b : a;
        if (other != CLASS_INT && other != CLASS_FLOAT) return cannot_add(t, left, right, span);
        if (!as_plain(t, odd, other == CLASS_FLOAT ? CORE(t)->t_float : CORE(t)->t_int)) return *odd;
        return te_binop(t, span, OP_ADD, left, right, other == CLASS_FLOAT ? CORE(t)->t_float : CORE(t)->t_int);
    }
    if (a == CLASS_OTHER || b == CLASS_OTHER) return cannot_add(t, left, right, span);
    return arithmetic(t, BINOP_ADD, left, right, span);
}

/* ---- Comparison -------------------------------------------------------------------------------------------------------------------------------------- */

static TExpr *equality(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    Program *program = t->program;
    if (left->kind == TE_NULL || right->kind == TE_NULL) { /* the literal is a null of the other's type */
        TExpr *null = left->kind == TE_NULL ? left : right, *other = null == left ? right : left;
        if (!type_is_void(program, other->type)) {
            null->type = type_null(program, other->type);
            null_as(t, null, other->type);
            return te_binop(t, span, binop_core(op), left, right, CORE(t)->t_bool);
        }
    }
    if (type_is_void(program, left->type) != type_is_void(program, right->type) ||
        !(type_unify(program, left->type, right->type) || try_coerce(t, &left, right->type) || try_coerce(t, &right, left->type))) {
        unify_report(program, span, right->type, left->type);
        t->body->has_errors = true;
        return te_error(t, span);
    }
    return te_binop(t, span, binop_core(op), left, right, CORE(t)->t_bool);
}

static bool is_comparable(OperandClass of) { return of != CLASS_OTHER && of != CLASS_ABSTRACT; }

static TExpr *comparison(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    Program *program = t->program;
    OperandClass a = classify(t, left->type), b = classify(t, right->type);
    bool fits = is_comparable(a) && is_comparable(b);
    if (a == CLASS_STRING || b == CLASS_STRING) {
        fits = (a == CLASS_STRING || a == CLASS_DYNAMIC || a == CLASS_UNKNOWN) &&
               (b == CLASS_STRING || b == CLASS_DYNAMIC || b == CLASS_UNKNOWN);
    }
    if (!fits) {
        return fail(t, span, "expr.cannot-compare", "Cannot compare %s and %s", show(t, left->type), show(t, right->type));
    }
    if (a == CLASS_UNKNOWN) type_unify(program, left->type, b == CLASS_UNKNOWN ? CORE(t)->t_int : right->type);
    if (b == CLASS_UNKNOWN) type_unify(program, right->type, a == CLASS_UNKNOWN ? CORE(t)->t_int : left->type);
    return te_binop(t, span, binop_core(op), left, right, CORE(t)->t_bool);
}

static TExpr *logical(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    TExpr *operands[2] = {left, right};
    for (u32 i = 0; i < 2; i++) {
        Type *type = operands[i]->type;
        if (try_coerce(t, &operands[i], CORE(t)->t_bool)) continue;
        unify_report(t->program, span, type, CORE(t)->t_bool);
        t->body->has_errors = true;
        return te_error(t, span);
    }
    return te_binop(t, span, binop_core(op), operands[0], operands[1], CORE(t)->t_bool);
}

/* a ?? b */
static TExpr *coalesce(Typing *t, TExpr *left, const AstExpr *right_ast, Span span) {
    if (left->kind == TE_NULL) left->type = type_null(t->program, left->type); /* also when the right side says that it is an Int */
    Type *inner = left->type;
    if (!type_is_nullable_wrapper(t->program, follow(t, left->type), &inner)) inner = left->type;
    TExpr *right = type_expr(t, right_ast, want_type(inner));
    if (te_is_error(left) || te_is_error(right)) return te_error(t, span);
    Type *type = inner, *right_inner;
    bool nullable = right->kind == TE_NULL || type_is_nullable_wrapper(t->program, follow(t, right->type), &right_inner);
    if (!try_coerce(t, &right, inner)) {
        TExpr *both[2] = {left, right};
        type = common_type(t, 2, both, NULL);
        if (!type) return coerce(t, right, inner);
        if (!nullable && type_is_nullable_wrapper(t->program, type, &inner)) type = inner;
    } else if (nullable) {
        type = type_null(t->program, inner);
    }
    TExpr *e = te_new(t, TE_COALESCE, span, type);
    e->binop.left = left;
    e->binop.right = right;
    return e;
}

/* Is it there? No operator of an abstract is asked, which is how one that compares can look for null itself. */
static bool is_null_test(AstBinop op, const TExpr *left, const TExpr *right) {
    return (op == BINOP_EQ || op == BINOP_NOT_EQ) && (left->kind == TE_NULL || right->kind == TE_NULL);
}

TExpr *make_binop(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span) {
    if (te_is_error(left) || te_is_error(right)) return te_error(t, span);
    if (!is_null_test(op, left, right) && has_overloads(t, left, right)) {
        TExpr *call = overloaded_binop(t, op, left, right, span);
        if (call) return call;
    }
    switch (op) {
    case BINOP_ADD: return add(t, left, right, span);
    case BINOP_SUB:
    case BINOP_MUL:
    case BINOP_DIV:
    case BINOP_MOD: return arithmetic(t, op, left, right, span);
    case BINOP_AND:
    case BINOP_OR:
    case BINOP_XOR:
    case BINOP_SHL:
    case BINOP_SHR:
    case BINOP_USHR: return bitwise(t, op, left, right, span);
    case BINOP_EQ:
    case BINOP_NOT_EQ: return equality(t, op, left, right, span);
    case BINOP_LT:
    case BINOP_LE:
    case BINOP_GT:
    case BINOP_GE: return comparison(t, op, left, right, span);
    case BINOP_BOOL_AND:
    case BINOP_BOOL_OR: return logical(t, op, left, right, span);
    case BINOP_INTERVAL: {
        TypeDecl *decl = program_find_type(t->program, "IntIterator");
        if (!decl) return unsupported(t, span, "ranges as values without IntIterator");
        TExpr *e = te_new(t, TE_NEW, span, decl->type);
        e->make.decl = decl;
        e->make.count = 2;
        e->make.args = NEW_ARRAY(t->arena, TExpr *, 2);
        e->make.args[0] = coerce(t, left, CORE(t)->t_int);
        e->make.args[1] = coerce(t, right, CORE(t)->t_int);
        return e;
    }
    case BINOP_IN: return fail(t, span, "expr.unexpected", "Unexpected in");
    case BINOP_FAT_ARROW: return fail(t, span, "expr.unexpected", "Unexpected =>");
    case BINOP_COALESCE:
    case BINOP_ASSIGN:
    case BINOP_ASSIGN_ADD:
    case BINOP_ASSIGN_SUB:
    case BINOP_ASSIGN_MUL:
    case BINOP_ASSIGN_DIV:
    case BINOP_ASSIGN_MOD:
    case BINOP_ASSIGN_SHL:
    case BINOP_ASSIGN_SHR:
    case BINOP_ASSIGN_USHR:
    case BINOP_ASSIGN_AND:
    case BINOP_ASSIGN_OR:
    case BINOP_ASSIGN_XOR:
    case BINOP_ASSIGN_BOOL_AND:
    case BINOP_ASSIGN_BOOL_OR:
    case BINOP_ASSIGN_COALESCE: break;
    }
    FATAL("operator %s is not made here", binop_text(op));
}

/* ---- Chains ------------------------------------------------------------------------------------------------------------------------------------------- */

static bool is_comparison(AstBinop op) {
    return op == BINOP_EQ || op == BINOP_NOT_EQ || op == BINOP_LT || op == BINOP_LE || op == BINOP_GT || op == BINOP_GE;
}

static bool is_chain_link(const AstExpr *ast) {
    return ast->kind == EXPR_BINOP && !binop_is_assign(ast->binop) && ast->binop != BINOP_FAT_ARROW && ast->binop != BINOP_IN;
}

TExpr *type_binop(Typing *t, const AstExpr *ast, Want want) {
    if (ast->binop == BINOP_ASSIGN) return type_assign(t, ast);
    if (binop_is_assign(ast->binop)) return type_assign_op(t, ast);
    Span span = AT(t, ast);
    if (ast->binop == BINOP_IN) return fail(t, span, "expr.unexpected", "Unexpected in");
    if (ast->binop == BINOP_FAT_ARROW) {
        TExpr *left = type_expr(t, ast->pair.left, want_value), *right = type_expr(t, ast->pair.right, want_value);
        return make_binop(t, BINOP_FAT_ARROW, left, right, span);
    }
    VEC(const AstExpr *) links = {0};
    const AstExpr *base = ast;
    while (is_chain_link(base)) {
        vec_push(t->arena, &links, base);
        base = base->pair.left;
    }
    /* An abstract that is wanted may be what the operands are to be: 1 + 2 where Int64 is expected */
    Want inner = want_value;
    if (want.kind == WANT_TYPE) {
        TypeDecl *decl = type_abstract(t->program, follow_null(t, want.type));
        if (decl && abstract_facts(t, decl)->ops.count == 1) inner = want;
    }
    bool whole = ast->binop == BINOP_COALESCE && want.kind == WANT_TYPE;
    TExpr *left = type_expr(t, base, whole ? want : inner);
    for (u32 i = links.count; i-- > 0;) {
        const AstExpr *link = links.at[i];
        if (link->binop == BINOP_COALESCE) {
            left = coalesce(t, left, link->pair.right, AT(t, link));
            continue;
        }
        bool typed = is_comparison(link->binop) && !te_is_error(left);
        TExpr *right = type_expr(t, link->pair.right, typed ? want_type(left->type) : inner);
        left = make_binop(t, link->binop, left, right, AT(t, link));
    }
    return left;
}

/* ---- Unary ----------------------------------------------------------------------------------------------------------------------------------------------- */

Type *unary_type(Typing *t, TExpr *operand, Span span) {
    (void)span;
    if (classify(t, operand->type) == CLASS_NUMBER_PARAM) return operand->type;
    TExpr *number = operand;
    switch (as_number(t, &number)) {
    case NUMBER_NONE: return NULL;
    case NUMBER_INT: return CORE(t)->t_int;
    case NUMBER_FLOAT: return CORE(t)->t_float;
    }
    return NULL;
}

TExpr *type_unop(Typing *t, const AstExpr *ast, Want want) {
    Span span = AT(t, ast);
    (void)want;
    if (ast->unop == AST_UNOP_INCREMENT || ast->unop == AST_UNOP_DECREMENT) return type_increment(t, ast);
    if (ast->unop == AST_UNOP_SPREAD) return fail(t, span, "expr.spread", "Spread unary operator is only allowed for unpacking the last argument in a call with rest arguments");
    if (ast->postfix) return fail(t, span, "expr.postfix", "Postfix %s is not supported", unop_text(ast->unop));
    Want inner = ast->unop == AST_UNOP_NOT ? want_type(CORE(t)->t_bool) : want_value;
    TExpr *operand = type_expr(t, ast->operand, inner);
    if (te_is_error(operand)) return operand;
    TExpr *call = overloaded_unop(t, ast->unop, false, operand, span);
    if (call) return call;
    Type *type = NULL;
    UnOp op = UNOP_NOT;
    if (ast->unop == AST_UNOP_NOT) {
        operand = coerce(t, operand, CORE(t)->t_bool);
        type = CORE(t)->t_bool;
    } else if (ast->unop == AST_UNOP_NEG_BITS) {
        operand = coerce(t, operand, CORE(t)->t_int);
        op = UNOP_COMPLEMENT;
        type = CORE(t)->t_int;
    } else {
        op = UNOP_NEG;
        Number number = NUMBER_INT;
        type = operand->type;
        if (classify(t, operand->type) != CLASS_NUMBER_PARAM) {
            number = as_number(t, &operand);
            type = number == NUMBER_FLOAT ? CORE(t)->t_float : CORE(t)->t_int;
        }
        if (number == NUMBER_NONE) return te_error(t, span);
    }
    if (te_is_error(operand)) return operand;
    TExpr *e = te_new(t, TE_UNOP, span, type);
    e->unop.op = op;
    e->unop.operand = operand;
    return e;
}
