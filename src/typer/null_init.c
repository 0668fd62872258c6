/* null_init: @:nullSafety and what a field holds in the beginning: where its type has no null, something must give it a value.
 *
 * A constructor does so by assignments that stand in its own blocks and in both branches of an `if`, as the official compiler counts
 * them; as long as a field is missing, neither it nor `this` as a whole can be used.
 */
#include "declare.h"
#include "null_facts.h"

typedef struct Pending {
    Program *program;
    FieldVec fields;
} Pending;

static bool is_this(const TExpr *e) { return e && (e->kind == TE_THIS || (e->kind == TE_LOCAL && e->local->is_this)); }

static bool is_pending(const Pending *p, const Field *field)
{
    for (u32 i = 0; i < p->fields.count; i++)
        if (p->fields.at[i] == field) return true;
    return false;
}

static void set(Pending *p, const Field *field)
{
    u32 kept = 0;
    for (u32 i = 0; i < p->fields.count; i++)
        if (p->fields.at[i] != field) p->fields.at[kept++] = p->fields.at[i];
    p->fields.count = kept;
}

static void complain(Pending *p, Span span, const char *format, const char *name)
{
    Text text = {0};
    text_printf(&text, format, name);
    diag_error(p->program->diags, span, "null-safety", "Null safety: %s", text.at);
    text_free(&text);
}

/* What must not be used yet. */
static void check_use(void *context, const TExpr *e)
{
    Pending *p = context;
    if (!p->fields.count) return;
    if (e->kind == TE_FIELD && e->field.object && e->field.object->kind == TE_THIS) { /* not the one that a local function captured */
        if (e->field.field && is_pending(p, e->field.field)) complain(p, e->span, "Cannot use field %s until initialization.", e->field.name->text);
        return;
    }
    if (e->kind == TE_CALL && e->call.callee->kind == TE_FIELD && is_this(e->call.callee->field.object)) {
        complain(p, e->span, "Cannot call method %s until all instance fields are initialized.", e->call.callee->field.name->text);
        for (u32 i = 0; i < e->call.count; i++) check_use(p, e->call.args[i]);
        return;
    }
    if (is_this(e)) {
        complain(p, e->span, "Cannot use \"this\" until all instance fields are initialized.%s", "");
        return;
    }
    texpr_parts(e, p, check_use);
}

static FieldVec copy(const FieldVec *fields)
{
    FieldVec out = {0};
    for (u32 i = 0; i < fields->count; i++) vec_push(NULL, &out, fields->at[i]);
    return out;
}

static void follow_init(Pending *p, const TExpr *e)
{
    switch (e->kind) {
    case TE_BLOCK:
        for (u32 i = 0; i < e->list.count; i++) follow_init(p, e->list.items[i]);
        return;
    case TE_ASSIGN: {
        const TExpr *target = e->assign.target;
        bool sets = target->kind == TE_FIELD && is_this(target->field.object) && target->field.field && is_pending(p, target->field.field);
        if (!sets) break;
        check_use(p, e->assign.value);
        set(p, target->field.field);
        return;
    }
    case TE_IF: {
        if (!e->branch.otherwise) break;
        check_use(p, e->branch.condition);
        FieldVec before = copy(&p->fields);
        follow_init(p, e->branch.then);
        FieldVec then = p->fields;
        p->fields = before;
        follow_init(p, e->branch.otherwise);
        for (u32 i = 0; i < then.count; i++)
            if (!is_pending(p, then.at[i])) vec_push(NULL, &p->fields, then.at[i]);
        vec_free(&then);
        return;
    }
    default:
        break;
    }
    check_use(p, e);
}

static bool needs_value(Program *program, Field *field)
{
    bool open = field->kind == FIELD_VAR && field->has_storage && field->ast && field->ast->type && !field->ast->value && !field->is_extern;
    if (!open || null_mode(program, field) == NULL_OFF) return false;
    Type *inner, *type = field_type(program, field);
    return !type_is_nullable_wrapper(program, type, &inner) && !type_is_error(type);
}

static void report_field(Program *program, Field *field)
{
    diag_error(program->diags, field_whole_span(field), "null-safety",
               "Null safety: Field \"%s\" is not nullable thus should have an initial value%s", field->name->text,
               field->is_static ? "." : " or should be initialized in constructor.");
}

void decl_check_null_safety(Program *program, TypeDecl *decl)
{
    NullMode mode;
    if (decl->kind != DECL_CLASS || decl->is_extern || meta_has(&decl->ast->meta, name_lit(program->names, ":structInit"))) return;
    if (!null_mode_of_meta(program, &decl->ast->meta, &mode)) return;
    for (u32 i = 0; i < decl->statics.count; i++)
        if (needs_value(program, decl->statics.at[i])) report_field(program, decl->statics.at[i]);
    Pending pending = {.program = program};
    for (u32 i = 0; i < decl->fields.count; i++)
        if (needs_value(program, decl->fields.at[i])) vec_push(NULL, &pending.fields, decl->fields.at[i]);
    FunctionBody *body = decl->constructor && pending.fields.count ? field_body(program, decl->constructor) : NULL;
    if (body && body->function->body) follow_init(&pending, body->function->body);
    for (u32 i = 0; i < pending.fields.count; i++) report_field(program, pending.fields.at[i]);
    vec_free(&pending.fields);
}
