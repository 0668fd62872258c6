/* literal: numbers, strings, regular expressions and string interpolation. */
#include "typing.h"

static TExpr *type_float(Typing *t, Span span, double value) {
    TExpr *e = te_new(t, TE_FLOAT, span, CORE(t)->t_float);
    e->float_value = value;
    return e;
}

/* 1i64: haxe.Int64.make(high, low) */
static TExpr *type_int64(Typing *t, Span span, u64 bits) {
    TypeDecl *decl = CORE(t)->int64;
    Field *make = core_type(t, decl) ? decl_find_static(t->program, decl, name_lit(t->program->names, "make")) : NULL;
    if (!make) return unsupported(t, span, "64-bit literals without haxe.Int64");
    TExpr *args[2] = {te_int(t, span, (i32)(u32)(bits >> 32)), te_int(t, span, (i32)(u32)bits)};
    Type *type = field_type_use(t->program, make, NULL);
    return te_call(t, span, te_static(t, span, make, type), type->fun.ret, 2, args);
}

static TExpr *type_int(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    u64 bits = ast->number.bits;
    bool hex = ast->number.text->length > 1 && ast->number.text->text[0] == '0' &&
               (ast->number.text->text[1] == 'x' || ast->number.text->text[1] == 'X' || ast->number.text->text[1] == 'b' ||
                ast->number.text->text[1] == 'B');
    const char *suffix = ast->number.suffix ? ast->number.suffix->text : "";
    if (strcmp(suffix, "i64") == 0) return type_int64(t, span, ast->negative ? 0 - bits : bits);
    if (strcmp(suffix, "f64") == 0) return type_float(t, span, ast->negative ? -(double)bits : (double)bits);
    bool unsigned_ = strcmp(suffix, "u32") == 0;
    u64 limit = hex || unsigned_ ? UINT32_MAX : ast->negative ? (u64)INT32_MAX + 1 : (u64)INT32_MAX;
    if (bits > limit && hex) {
        bool binary = (ast->number.text->text[1] | 0x20) == 'b';
        return fail(t, span, "literal.range", "Invalid %s integer", binary ? "binary" : "hexadecimal");
    }
    if (bits > limit) { /* as the official compiler: what is no Int is a Float */
        double value = strtod(ast->number.text->text, NULL);
        return type_float(t, span, ast->negative ? -value : value);
    }
    TExpr *e = te_int(t, span, (i32)(ast->negative ? 0 - (u32)bits : (u32)bits));
    if (unsigned_ && core_type(t, CORE(t)->uint)) e->type = CORE(t)->uint->type;
    return e;
}

TExpr *type_literal(Typing *t, const AstExpr *ast) {
    Span span = AT(t, ast);
    if (ast->kind == EXPR_INT) return type_int(t, ast);
    if (ast->kind == EXPR_FLOAT) return type_float(t, span, ast->negative ? -ast->number.value : ast->number.value);
    if (ast->kind == EXPR_STRING) return te_string(t, span, ast->string.text);
    if (!core_type(t, CORE(t)->ereg)) return unsupported(t, span, "regular expressions without EReg");
    TExpr *e = te_new(t, TE_REGEXP, span, CORE(t)->ereg->type);
    e->regexp.bytes = ast->regexp.pattern->text;
    e->regexp.length = ast->regexp.pattern->length;
    e->regexp.options = ast->regexp.options->text;
    return e;
}

/* An abstract that has a function toString is text by it, also by a static one that extends it; a null is "null". */
TExpr *as_text(Typing *t, TExpr *e) {
    if (te_is_error(e)) return e;
    if (type_is_void(t->program, e->type)) return e; /* refused late */
    Type *type = follow_null(t, e->type), *in;
    TypeDecl *decl = type_abstract(t->program, type);
    if (!decl || decl->is_core_type) return e;
    Field *field = type_find_member(t->program, type, NAMES(t)->to_string, &in);
    if (field ? !field->is_impl : !decl_find_static(t->program, decl, NAMES(t)->to_string)) return e;
    const AstExprList none = {0};
    bool nullable = type_may_be_null(t->program, e->type), private_access = t->private_access;
    TVar *var = nullable ? var_temp(t, "text", e->type, e->span) : NULL;
    TExpr *value = nullable ? te_local(t, e->span, var) : e;
    t->private_access = true; /* whoever may see the value may see its text */
    TExpr *text = ref_call(t, ref_field(t, value, NAMES(t)->to_string, e->span, e->span), &none, e->span, want_value);
    t->private_access = private_access;
    if (!nullable || te_is_error(text)) return text;
    TExpr *test = te_binop(t, e->span, OP_NE, te_local(t, e->span, var), te_null(t, e->span, e->type), CORE(t)->t_bool);
    text = te_if(t, e->span, CORE(t)->t_string, test, text, te_string(t, e->span, name_lit(t->program->names, "null")));
    return te_let(t, e->span, var, e, text);
}

TExpr *type_format(Typing *t, const AstExpr *ast) {
    TExpr *e = te_new(t, TE_CONCAT, AT(t, ast), CORE(t)->t_string);
    u32 capacity = 1; /* a power of two: `+` behind it grows the list in place (operator.c) */
    while (capacity < ast->format.parts.count) capacity *= 2;
    e->list.items = NEW_ARRAY(t->arena, TExpr *, capacity);
    bool overloaded = false;
    for (u32 i = 0; i < ast->format.parts.count; i++) {
        TExpr *part = type_expr(t, ast->format.parts.at[i], want_value);
        if (type_is_mono(follow(t, part->type)) && ast->format.parts.count > 1) { /* as an operand of + with a String */
            type_unify(t->program, part->type, CORE(t)->t_string);
        }
        overloaded |= has_overloads(t, part, part);
        e->list.items[e->list.count++] = part;
    }
    if (overloaded) { /* it is a sum, so an operator of an abstract may take part */
        TExpr *sum = te_string(t, e->span, name_lit(t->program->names, ""));
        for (u32 i = 0; i < e->list.count; i++) sum = make_binop(t, BINOP_ADD, sum, e->list.items[i], e->span);
        return sum;
    }
    for (u32 i = 0; i < e->list.count; i++) e->list.items[i] = as_text(t, e->list.items[i]);
    return e;
}
