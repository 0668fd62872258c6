/* late: what is checked when a body has been typed without an error, as the official compiler does it after typing: values of type Void
 * where a value is used, and null where a basic type is meant, which static targets do not have.
 */
#include "declare.h"
#include "typing.h"

static void refuse_void(Typing *t, const TExpr *value, Span span) {
    if (value && type_is_void(t->program, value->type)) report(t, span, "late.void-value", "Cannot use Void as value");
}

/* Use of what is marked @:deprecated, with what the mark says. */
static void check_deprecated(Typing *t, const AstMetaList *metas, Span span, const char *usual) {
    const AstMeta *meta = meta_find(metas, name_lit(t->program->names, ":deprecated"));
    if (!meta) return;
    Name message = meta_string(meta, 0);
    if (message) warn(t, span, "deprecated", "%s", message->text);
    else warn(t, span, "deprecated", "Usage of this %s is deprecated", usual);
}

static void check_value(void *context, const TExpr *e) {
    Typing *t = context;
    if (e->kind == TE_FIELD && e->field.field) {
        const Field *field = e->field.field;
        if (field->ast) check_deprecated(t, &field->ast->meta, e->span, "field");
        else if (field->ast_ctor) check_deprecated(t, &field->ast_ctor->meta, e->span, "enum field");
    } else if (e->kind == TE_NEW && e->make.decl->ast) {
        check_deprecated(t, &e->make.decl->ast->meta, e->span, "class");
    }
    if (e->kind == TE_ARRAY || e->kind == TE_CONCAT) {
        for (u32 i = 0; i < e->list.count; i++) refuse_void(t, e->list.items[i], e->list.items[i]->span);
    } else if (e->kind == TE_THROW) {
        refuse_void(t, e->value, e->value->span);
    } else if (e->kind == TE_SWITCH) {
        refuse_void(t, e->sw.subject, e->sw.subject->span);
    } else if (e->kind == TE_IS) {
        refuse_void(t, e->is.operand, e->is.operand->span);
    } else if (e->kind == TE_VAR && e->var.init && e->var.init->kind == TE_CAST) {
        refuse_void(t, e->var.init->cast.operand, e->var.init->cast.operand->span);
    }
    texpr_parts(e, context, check_value);
}

/* Only where the basic type is asked for: what a variable without a type first holds may well be null, and what fills in for an argument
 * that was left out is a null of any type. */
static void check_nulls(Typing *t) {
    for (u32 i = 0; i < t->exprs.count; i++) {
        const TExpr *e = t->exprs.at[i];
        if (e->kind != TE_NULL || !e->as_basic) continue;
        report(t, e->span, "late.null", "On static platforms, null can't be used as basic type %s", show(t, follow_null(t, e->type)));
    }
}

void check_late(Typing *t) {
    if (!t->field->module->is_user) return;
    if (t->field->kind == FIELD_VAR && t->body->function->body->kind == TE_RETURN)
        refuse_void(t, t->body->function->body->value, field_whole_span(t->field));
    check_value(t, t->body->function->body);
    check_nulls(t);
}
