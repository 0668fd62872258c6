/* array: array and map literals and comprehensions.
 *
 * A map literal becomes a new Map with a call of set for each pair. A comprehension becomes a TE_LET of an empty array or map, the loop
 * with its innermost values pushed, and the array: the loop's tree is copied along the way to those values (rewrite), everything else is
 * shared with the original. Lengths and nesting do not matter to recursion beyond the parser's depth.
 */
#include "typing.h"

/* ---- Array literals ------------------------------------------------------------------------------------------------------------------------------ */

/* The element type of an array that could become an `of`, be it as the iterable or through a cast of an abstract; NULL: no such type, or
 * more than one. */
static Type *element_for(Typing *t, Type *of, u32 depth) {
    Type *type = follow_null(t, of), *found = NULL;
    if (type->kind == TYPE_DYNAMIC) return type->dynamic ? NULL : type;
    if (type->kind == TYPE_ANON) { /* Iterable<T> */
        AnonField *iterator = anon_field(type->anon, NAMES(t)->iterator);
        Type *made = iterator ? follow(t, iterator->type) : NULL;
        Type *items = made && made->kind == TYPE_FUN && made->fun.count == 0 ? follow(t, made->fun.ret) : NULL;
        AnonField *next = items && items->kind == TYPE_ANON ? anon_field(items->anon, NAMES(t)->next) : NULL;
        Type *give = next ? follow(t, next->type) : NULL;
        return give && give->kind == TYPE_FUN ? give->fun.ret : NULL;
    }
    if (type->kind != TYPE_DECL) return NULL;
    TypeDecl *decl = type->decl.decl;
    if (decl == CORE(t)->array) return type->decl.args[0];
    if (decl->kind != DECL_ABSTRACT || depth > 8) return NULL;
    FieldVec casts = abstract_facts(t, decl)->from_functions;
    for (u32 i = 0; i < decl->from.count + casts.count; i++) {
        Type *from;
        if (i < decl->from.count) {
            from = type_substitute(t->program, t->arena, decl->from.at[i], &decl->params, type->decl.args);
        } else {
            Type *cast = follow(t, use_type(t, casts.at[i - decl->from.count], type));
            if (cast->kind != TYPE_FUN || cast->fun.count == 0) continue;
            type_unify(t->program, cast->fun.ret, type);
            from = cast->fun.args[0].type;
        }
        if (type_is_dynamic(t->program, follow_null(t, from))) continue;
        Type *element = element_for(t, from, depth + 1);
        if (!element) continue;
        if (found) return NULL;
        found = element;
    }
    return found;
}

/* The element type that is expected; NULL: none, or not known yet. */
static Type *expected_element(Typing *t, Want want) {
    Type *element = want.kind == WANT_TYPE ? element_for(t, want.type, 0) : NULL;
    return element && !type_is_mono(type_shallow(element)) ? element : NULL;
}

static TExpr *type_elements(Typing *t, const AstExpr *ast, Want want) {
    Span span = AT(t, ast);
    u32 count = ast->list.count;
    Type *element = expected_element(t, want);
    TExpr *e = te_new(t, TE_ARRAY, span, NULL);
    e->list.count = count;
    e->list.items = NEW_ARRAY(t->arena, TExpr *, count + 1);
    bool failed = false;
    for (u32 i = 0; i < count; i++) {
        TExpr *item = type_expr(t, ast->list.at[i], element ? want_type(element) : want_value);
        if (element) item = coerce_at(t, item, element, span);
        failed |= te_is_error(item);
        e->list.items[i] = item;
    }
    if (!element) {
        u32 culprit = 0;
        element = common_type(t, count, e->list.items, &culprit);
        if (!element && t->untyped) element = CORE(t)->t_dynamic;
        if (!element) {
            TExpr *odd = e->list.items[culprit];
            report(t, odd->span, "array.mixed", "Arrays of mixed types are only allowed if the type is forced to Array<Dynamic>");
            unify_report(t->program, odd->span, odd->type, e->list.items[0]->type);
            failed = true;
        }
        for (u32 i = 0; !failed && i < count; i++) try_coerce(t, &e->list.items[i], element);
    }
    e->type = failed ? CORE(t)->t_error : type_array(t->program, element);
    return e;
}

/* ---- Maps ------------------------------------------------------------------------------------------------------------------------------------------ */

static TypeDecl *map_decl(Typing *t) { return core_type(t, CORE(t)->map) ? CORE(t)->map : NULL; }

/* A new, empty map of that type: its class is chosen when the body is closed. */
static TExpr *new_map(Typing *t, Type *type, Span span) {
    TExpr *call = te_call(t, span, te_null(t, span, mono(t)), type, 0, NULL);
    MultiType pending = {call, type};
    vec_push(NULL, &t->multi_types, pending);
    return call;
}

static Type *map_type(Typing *t, Want want, Type **key, Type **value) {
    TypeDecl *decl = map_decl(t);
    Type *expected = want.kind == WANT_TYPE ? follow_null(t, want.type) : NULL;
    bool fits = expected && expected->kind == TYPE_DECL && expected->decl.decl == decl && expected->decl.count == 2;
    *key = fits ? expected->decl.args[0] : mono(t);
    *value = fits ? expected->decl.args[1] : mono(t);
    Type *args[2] = {*key, *value};
    return type_decl(t->program, decl, 2, args);
}

/* Items of unknown type: what they have in common. */
static bool bind_common(Typing *t, u32 count, TExpr **items, Type *type) {
    if (!type_is_mono(type_shallow(type))) {
        bool ok = true;
        for (u32 i = 0; i < count; i++) {
            items[i] = coerce(t, items[i], type);
            ok &= !te_is_error(items[i]);
        }
        return ok;
    }
    u32 culprit = 0;
    TExpr **reversed = NEW_ARRAY(t->arena, TExpr *, count + 1); /* the official compiler begins at the end here */
    for (u32 i = 0; i < count; i++) reversed[i] = items[count - 1 - i];
    Type *common = common_type(t, count, reversed, &culprit);
    if (!common) {
        unify_report(t->program, reversed[culprit]->span, reversed[culprit]->type, reversed[0]->type);
        t->body->has_errors = true;
        return false;
    }
    return type_unify(t->program, common, type);
}

/* The same constant as a key twice. */
static bool refuse_duplicates(Typing *t, TExpr *const *keys, u32 count) {
    Map seen = {0};
    bool found = false;
    for (u32 i = 0; i < count; i++) {
        const TExpr *key = keys[i];
        if (key->kind != TE_INT && key->kind != TE_STRING && key->kind != TE_BOOL) continue;
        u64 hash = key->kind == TE_STRING ? hash_bytes(key->string.bytes, key->string.length, TE_STRING)
                                          : hash_mix(key->kind == TE_INT ? (u64)key->int_value : key->bool_value, key->kind);
        const TExpr *former = map_get(&seen, hash);
        map_set(&seen, hash, keys[i]);
        if (!former) continue;
        report(t, key->span, "map.duplicate", "Duplicate key");
        diag_note(t->program->diags, former->span, "map.duplicate", "Previously defined here");
        found = true;
    }
    map_free(&seen);
    return found;
}

static TExpr *type_map(Typing *t, const AstExpr *ast, Want want) {
    Span span = AT(t, ast);
    if (!map_decl(t)) return unsupported(t, span, "maps without haxe.ds.Map");
    Type *key, *value;
    Type *type = map_type(t, want, &key, &value);
    u32 count = ast->list.count;
    TExpr **keys = NEW_ARRAY(t->arena, TExpr *, count + 1), **values = NEW_ARRAY(t->arena, TExpr *, count + 1);
    bool failed = false;
    for (u32 i = 0; i < count; i++) {
        const AstExpr *pair = ast->list.at[i];
        if (pair->kind != EXPR_BINOP || pair->binop != BINOP_FAT_ARROW) return fail(t, AT(t, pair), "map.pair", "Expected a => b");
        keys[i] = type_expr(t, pair->pair.left, want_type(key));
        values[i] = type_expr(t, pair->pair.right, want_type(value));
        failed |= te_is_error(keys[i]) || te_is_error(values[i]);
    }
    if (failed || refuse_duplicates(t, keys, count) || !bind_common(t, count, keys, key) || !bind_common(t, count, values, value)) return te_error(t, span);
    TVar *map = var_temp(t, "map", type, span);
    Type *in;
    Field *set = type_find_member(t->program, follow(t, type), NAMES(t)->set, &in);
    if (!set) return unsupported(t, span, "maps without Map.set");
    TExpr **items = NEW_ARRAY(t->arena, TExpr *, count + 1);
    for (u32 i = 0; i < count; i++) {
        Ref ref = ref_member(t, te_local(t, span, map), set, in, span);
        if (ref.kind != REF_EXTENSION) return unsupported(t, span, "maps that are no abstract");
        Type *fun = follow(t, ref.type);
        TExpr *args[3] = {ref.expr, keys[i], values[i]};
        items[i] = te_call(t, span, te_static(t, span, set, fun), fun->fun.ret, 3, args);
    }
    items[count] = te_local(t, span, map);
    return te_let(t, span, map, new_map(t, type, span), te_block(t, span, type, count + 1, items));
}

/* ---- Comprehensions --------------------------------------------------------------------------------------------------------------------------------- */

typedef struct Rewrite {
    Typing *t;
    Name target; /* the temporary's name */
    bool is_map;
    const AstExpr *leaf; /* the last one */
} Rewrite;

static AstExpr *copy_of(Typing *t, const AstExpr *ast) { return arena_copy(t->arena, ast, sizeof *ast); }

static AstExpr *rewrite(Rewrite *r, const AstExpr *ast);

/* value -> target.push(value), key => value -> target.set(key, value) */
static AstExpr *rewrite_leaf(Rewrite *r, const AstExpr *ast) {
    Typing *t = r->t;
    bool pair = ast->kind == EXPR_BINOP && ast->binop == BINOP_FAT_ARROW;
    r->is_map |= pair;
    r->leaf = ast;
    if (ast->kind == EXPR_VARS) report(t, AT(t, ast), "array.value", "Cannot use this expression as value");
    AstExpr *object = NEW(t->arena, AstExpr), *field = NEW(t->arena, AstExpr), *call = NEW(t->arena, AstExpr);
    *object = (AstExpr){.kind = EXPR_IDENT, .start = ast->start, .end = ast->end};
    object->ident = r->target;
    *field = (AstExpr){.kind = EXPR_FIELD, .start = ast->start, .end = ast->end};
    field->field.object = object;
    field->field.name = (Ident){name_lit(t->program->names, pair ? "set" : "push"), ast->start, ast->end};
    *call = (AstExpr){.kind = EXPR_CALL, .start = ast->start, .end = ast->end};
    call->call.callee = field;
    call->call.args.count = pair ? 2 : 1;
    call->call.args.at = NEW_ARRAY(t->arena, AstExpr *, 2);
    if (pair) {
        call->call.args.at[0] = ast->pair.left;
        call->call.args.at[1] = ast->pair.right;
    } else {
        call->call.args.at[0] = (AstExpr *)ast;
    }
    return call;
}

static AstExpr *rewrite_switch(Rewrite *r, const AstExpr *ast) {
    Typing *t = r->t;
    AstExpr *copy = copy_of(t, ast);
    AstSwitch *sw = arena_copy(t->arena, ast->switch_, sizeof *ast->switch_);
    sw->cases.at = arena_copy(t->arena, sw->cases.at, sizeof *sw->cases.at * sw->cases.count);
    for (u32 i = 0; i < sw->cases.count; i++) {
        if (sw->cases.at[i].body) sw->cases.at[i].body = rewrite(r, sw->cases.at[i].body);
    }
    if (sw->fallback) {
        sw->fallback = arena_copy(t->arena, sw->fallback, sizeof *sw->fallback);
        if (sw->fallback->body) sw->fallback->body = rewrite(r, sw->fallback->body);
    }
    copy->switch_ = sw;
    return copy;
}

static AstExpr *rewrite(Rewrite *r, const AstExpr *ast) {
    Typing *t = r->t;
    AstExpr *copy;
    if (ast->kind == EXPR_PAREN || ast->kind == EXPR_META) {
        return rewrite(r, ast->kind == EXPR_PAREN ? ast->operand : ast->meta.operand);
    }
    if (ast->kind == EXPR_FOR) {
        copy = copy_of(t, ast);
        copy->for_ = arena_copy(t->arena, ast->for_, sizeof *ast->for_);
        copy->for_->body = rewrite(r, ast->for_->body);
        return copy;
    }
    if (ast->kind == EXPR_WHILE) {
        copy = copy_of(t, ast);
        copy->pair.right = rewrite(r, ast->pair.right);
        return copy;
    }
    if (ast->kind == EXPR_IF || ast->kind == EXPR_TERNARY) {
        copy = copy_of(t, ast);
        copy->branch.then = rewrite(r, ast->branch.then);
        if (ast->branch.otherwise) copy->branch.otherwise = rewrite(r, ast->branch.otherwise);
        return copy;
    }
    if (ast->kind == EXPR_BLOCK && ast->list.count > 0) {
        copy = copy_of(t, ast);
        copy->list.at = arena_copy(t->arena, ast->list.at, sizeof *ast->list.at * ast->list.count);
        copy->list.at[ast->list.count - 1] = rewrite(r, ast->list.at[ast->list.count - 1]);
        return copy;
    }
    if (ast->kind == EXPR_SWITCH) return rewrite_switch(r, ast);
    bool jump = ast->kind == EXPR_BREAK || ast->kind == EXPR_CONTINUE || ast->kind == EXPR_THROW || ast->kind == EXPR_RETURN;
    return jump ? copy_of(t, ast) : rewrite_leaf(r, ast);
}

static TExpr *type_comprehension(Typing *t, const AstExpr *loop, Span span, Want want) {
    Rewrite r = {t, name_printf(t->program->names, "`values%u", ++t->synthetic), false, NULL};
    AstExpr *rewritten = rewrite(&r, loop);
    Type *type, *key, *value;
    TExpr *init;
    if (r.is_map) {
        if (!map_decl(t)) return unsupported(t, span, "maps without haxe.ds.Map");
        type = map_type(t, want, &key, &value);
        init = new_map(t, type, span);
    } else {
        Type *element = expected_element(t, want);
        type = type_array(t->program, element ? element : mono(t));
        init = te_new(t, TE_ARRAY, span, type);
    }
    TVar *target = var_new(t, r.target, type, span);
    target->is_final = true;
    u32 mark = scope_open(t);
    var_show(t, target);
    TExpr *items[2];
    items[0] = type_expr(t, rewritten, want_nothing);
    scope_close(t, mark);
    if (!r.is_map && r.leaf && r.leaf->kind != EXPR_VARS && type_is_void(t->program, type->decl.args[0])) {
        return fail(t, AT(t, r.leaf), "array.value", "Cannot use Void as value");
    }
    items[1] = te_local(t, span, target);
    return te_let(t, span, target, init, te_block(t, span, type, 2, items));
}

TExpr *type_array_literal(Typing *t, const AstExpr *ast, Want want) {
    const AstExpr *first = ast->list.count ? ast->list.at[0] : NULL;
    const AstExpr *inner = first;
    while (inner && (inner->kind == EXPR_PAREN || inner->kind == EXPR_META)) {
        inner = inner->kind == EXPR_PAREN ? inner->operand : inner->meta.operand;
    }
    if (ast->list.count == 1 && (inner->kind == EXPR_FOR || inner->kind == EXPR_WHILE)) {
        return type_comprehension(t, inner, AT(t, ast), want);
    }
    if (first && first->kind == EXPR_BINOP && first->binop == BINOP_FAT_ARROW) return type_map(t, ast, want);
    if (!first && want.kind == WANT_TYPE && is_decl(t, follow_null(t, want.type), CORE(t)->map)) {
        return new_map(t, follow_null(t, want.type), AT(t, ast)); /* [] where a map is expected */
    }
    return type_elements(t, ast, want);
}
