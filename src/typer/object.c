/* object: structure literals. The expected structure gives the fields their types; what is missing or too much is reported here, once. */
#include "typing.h"

static Type *expected_structure(Typing *t, Want want) {
    if (want.kind != WANT_TYPE) return NULL;
    Type *type = follow_null(t, want.type);
    for (u32 depth = 0; depth < 8 && type->kind == TYPE_DECL && type->decl.decl->kind == DECL_ABSTRACT; depth++) {
        TypeDecl *decl = type->decl.decl;
        Type *next = NULL;
        for (u32 i = 0; i < decl->from.count && !next; i++) { /* from { a:Int }: the literal is that */
            Type *from = follow(t, type_substitute(t->program, t->arena, decl->from.at[i], &decl->params, type->decl.args));
            if (from->kind == TYPE_ANON) next = from;
        }
        if (!next) return NULL;
        type = next;
    }
    if (type->kind == TYPE_ANON && !type->anon->is_open) return type;
    return type->kind == TYPE_DYNAMIC && type->dynamic ? type : NULL;
}

/* Keys that are no identifiers are there at run time only. */
static bool is_identifier(Name name) {
    for (u32 i = 0; i < name->length; i++) {
        char c = name->text[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
        if (!letter && !(i > 0 && c >= '0' && c <= '9')) return false;
    }
    return name->length > 0;
}

/* ---- @:structInit ----------------------------------------------------------------------------------------------------------------------- */

static TypeDecl *struct_init_class(Typing *t, Want want) {
    if (want.kind != WANT_TYPE) return NULL;
    TypeDecl *decl = type_class(t->program, follow_null(t, want.type));
    if (!decl || !decl->ast || !meta_has(&decl->ast->meta, name_lit(t->program->names, ":structInit"))) return NULL;
    return decl;
}

static bool is_optional_member(Typing *t, const Field *field) {
    return (field->ast && (field->ast->value || meta_has(&field->ast->meta, NAMES(t)->m_optional)));
}

typedef struct Member {
    Name name;
    Type *type;
    bool optional;
    Field *field; /* without a constructor */
    TExpr *value;
} Member;

/* What the literal may name: the constructor's parameters, without one the variables of the class and its superclasses. */
static u32 struct_init_members(Typing *t, Type *type, Field *constructor, Type *in, Member **out) {
    VEC(Member) list = {0};
    if (constructor) {
        Type *fun = field_type_in(t->program, constructor, in);
        for (u32 i = 0; fun->kind == TYPE_FUN && i < fun->fun.count; i++) {
            vec_push(t->arena, &list, (Member){fun->fun.args[i].name, fun->fun.args[i].type, fun->fun.args[i].optional, NULL, NULL});
        }
    }
    for (TypeDecl *decl = constructor ? NULL : type->decl.decl; decl; decl = decl->super) {
        for (u32 i = 0; i < decl->fields.count; i++) {
            Field *field = decl->fields.at[i], *found;
            Type *owner = NULL;
            if (field->kind != FIELD_VAR || !field->has_storage) continue;
            found = class_find_field(t->program, type, field->name, &owner);
            if (found != field) continue;
            vec_push(t->arena, &list, (Member){field->name, field_type_in(t->program, field, owner), is_optional_member(t, field), field, NULL});
        }
    }
    *out = list.at;
    return list.count;
}

/* The values in the order of the text as temporaries, then `new` with them, or the object and its variables one by one. */
static TExpr *type_struct_init(Typing *t, const AstExpr *ast, TypeDecl *decl, Type *type) {
    Span span = AT(t, ast);
    u32 given = ast->kind == EXPR_OBJECT ? ast->object.fields.count : 0;
    Type *in = NULL;
    Field *constructor = NULL;
    for (TypeDecl *up = decl; up && !constructor; up = up->super) {
        if (up->constructor) constructor = class_find_field(t->program, type, NAMES(t)->new_, &in);
    }
    Member *members;
    u32 count = struct_init_members(t, type, constructor, in, &members);
    LetStep *lets = NULL;
    for (u32 i = 0; i < given; i++) {
        const AstObjectField *field = &ast->object.fields.at[i];
        Member *member = NULL;
        for (u32 k = 0; k < count && !member; k++) {
            if (members[k].name == field->key.name) member = &members[k];
        }
        if (!member) {
            AnonField *fields = NEW_ARRAY(t->arena, AnonField, given); /* the message shows the literal */
            for (u32 k = 0; k < given; k++) {
                const AstObjectField *other = &ast->object.fields.at[k];
                fields[k] = (AnonField){.name = other->key.name, .type = type_expr(t, other->value, want_value)->type};
            }
            return fail(t, span, "object.extra", "%s has extra field %s", show(t, type_anon(t->program, given, fields, true)),
                        field->key.name->text);
        }
        TExpr *value = type_as(t, field->value, member->type);
        if (te_is_error(value)) return value;
        LetStep step = {.outer = lets, .var = var_temp(t, field->key.name->text, member->type, value->span), .init = value};
        lets = arena_copy(t->arena, &step, sizeof step);
        member->value = te_local(t, value->span, step.var);
    }
    TExpr **args = NEW_ARRAY(t->arena, TExpr *, count + 2);
    for (u32 i = 0; i < count; i++) {
        if (!members[i].value && !members[i].optional) {
            return fail(t, span, "object.missing", "Object requires field %s", members[i].name->text);
        }
        args[i] = members[i].value ? members[i].value : te_null(t, span, members[i].type);
    }
    TExpr *made = te_new(t, TE_NEW, span, type);
    made->make.decl = decl;
    made->make.count = constructor ? count : 0;
    made->make.args = args;
    if (constructor) return with_lets(t, made, lets);
    TVar *object = var_temp(t, "made", type, span);
    TExpr **steps = NEW_ARRAY(t->arena, TExpr *, count + 1);
    u32 step_count = 0;
    for (u32 i = 0; i < count; i++) {
        if (!members[i].value) continue;
        TExpr *place = te_member(t, span, te_local(t, span, object), members[i].field, members[i].type);
        steps[step_count++] = te_assign(t, span, place, members[i].value);
    }
    steps[step_count++] = te_local(t, span, object);
    return with_lets(t, te_let(t, span, object, made, te_block(t, span, type, step_count, steps)), lets);
}

/* ---- Structures --------------------------------------------------------------------------------------------------------------------------- */

TExpr *type_object(Typing *t, const AstExpr *ast, Want want) {
    Span span = AT(t, ast);
    TypeDecl *struct_init = struct_init_class(t, want);
    if (struct_init) return type_struct_init(t, ast, struct_init, follow_null(t, want.type));
    u32 count = ast->kind == EXPR_OBJECT ? ast->object.fields.count : 0; /* `{}` is an empty block */
    Type *expected = expected_structure(t, want);
    AnonType *shape = expected && expected->kind == TYPE_ANON && expected->anon->count ? expected->anon : NULL; /* {} takes all */
    TExpr *e = te_new(t, TE_OBJECT, span, NULL);
    e->object.count = count;
    e->object.names = NEW_ARRAY(t->arena, Name, count + 1);
    e->object.values = NEW_ARRAY(t->arena, TExpr *, count + 1);
    AnonField *fields = NEW_ARRAY(t->arena, AnonField, count + 1);
    u32 field_count = 0;
    Map seen = {0};
    bool failed = false;
    Name extra = NULL;
    for (u32 i = 0; i < count; i++) {
        const AstObjectField *field = &ast->object.fields.at[i];
        Name name = field->key.name;
        if (map_get_name(&seen, name)) {
            report(t, span, "object.duplicate", "Duplicate field in object declaration : %s", name->text);
            failed = true;
        }
        map_set_name(&seen, name, (void *)name);
        AnonField *member = shape ? anon_field(shape, name) : NULL;
        Type *type = member ? member->type : expected && expected->kind == TYPE_DYNAMIC ? expected->dynamic : NULL;
        TExpr *value = type ? type_as(t, field->value, type) : type_expr(t, field->value, want_value);
        if (!type && !te_is_error(value) && type_is_void(t->program, value->type)) {
            value = fail(t, value->span, "object.void", "Fields of type Void are not allowed in structures");
        }
        if (shape && !member && !extra && is_identifier(name)) extra = name;
        failed |= te_is_error(value);
        e->object.names[i] = name;
        e->object.values[i] = value;
        if (is_identifier(name)) fields[field_count++] = (AnonField){.name = name, .type = type ? type : value->type};
    }
    for (u32 i = 0; shape && i < shape->count && !failed; i++) {
        if (shape->fields[i].optional || map_get_name(&seen, shape->fields[i].name)) continue;
        report(t, span, "object.missing", "Object requires field %s", shape->fields[i].name->text);
        failed = true;
    }
    map_free(&seen);
    e->type = failed ? CORE(t)->t_error : type_anon(t->program, field_count, fields, true);
    if (!failed && extra && !t->untyped) {
        report(t, span, "object.extra", "%s has extra field %s", show(t, e->type), extra->text);
        e->type = CORE(t)->t_error;
    }
    return e;
}
