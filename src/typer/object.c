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

TExpr *type_object(Typing *t, const AstExpr *ast, Want want) {
    Span span = AT(t, ast);
    u32 count = ast->kind == EXPR_OBJECT ? ast->object.fields.count : 0; /* `{}` is an empty block */
    Type *expected = expected_structure(t, want);
    AnonType *shape = expected && expected->kind == TYPE_ANON ? expected->anon : NULL;
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
        Type *type = member ? member->type : expected && !shape ? expected->dynamic : NULL;
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
