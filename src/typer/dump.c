/* dump: the `tast` stage as text: a node a line, its parts indented below it.
 *
 *     function Counter.increment : () -> Void
 *       assign-op + : Int
 *         field instance Counter.count : Int
 *           this : Counter
 *         int 1 : Int
 *
 * A local variable is printed with its number: x#3. Patterns begin with `pattern`.
 */
#include "typing.h"

typedef struct Dump {
    Program *program;
    const FunctionBody *body;
    Text *out;
    int depth;
} Dump;

static const char *const kind_names[] = {
#define X(name, text) text,
    TEXPR_KINDS(X)
#undef X
};

static const char *const op_names[] = {"+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "==", "!=", "<", "<=", ">", ">=", "&&", "||"};
static const char *const unop_names[] = {"-", "!", "~", "++x", "--x", "x++", "x--"};
static const char *const access_names[] = {"instance", "static", "anon", "dynamic", "enum"};
static const char *const cast_names[] = {"implicit", "unsafe", "checked"};

static void dump_expr(Dump *d, const TExpr *e);

static void begin(Dump *d) {
    for (int i = 0; i < d->depth; i++) text_str(d->out, "  ");
}

static void end(Dump *d, Type *type) {
    if (type) {
        text_str(d->out, " : ");
        type_print(d->out, type);
    }
    text_char(d->out, '\n');
}

static void var(Dump *d, const TVar *v) {
    text_printf(d->out, " %s#%u", v->name ? v->name->text : "?", v->id);
    if (v->captured) text_str(d->out, "*"); /* captured */
}

static void label(Dump *d, const char *text) {
    begin(d);
    text_str(d->out, text);
    text_char(d->out, '\n');
}

static void part(Dump *d, const char *name, const TExpr *e) {
    if (!e) return;
    label(d, name);
    d->depth++;
    dump_expr(d, e);
    d->depth--;
}

static void list(Dump *d, u32 count, TExpr *const *items) {
    for (u32 i = 0; i < count; i++) dump_expr(d, items[i]);
}

static void dump_pattern(Dump *d, const TPattern *p) {
    static const char *const names[] = {"any", "bind", "const", "ctor", "or", "object", "array", "extract", "type"};
    begin(d);
    text_printf(d->out, "pattern %s", names[p->kind]);
    if (p->var) var(d, p->var);
    if (p->ctor) text_printf(d->out, " %s", p->ctor->path->text);
    end(d, p->type);
    d->depth++;
    if (p->expr) dump_expr(d, p->expr);
    for (u32 i = 0; i < p->count; i++) {
        if (p->names) label(d, p->names[i]->text);
        dump_pattern(d, p->subs[i]);
    }
    d->depth--;
}

static void dump_function(Dump *d, const TFunction *f) {
    begin(d);
    text_printf(d->out, "function %s", function_event_name(d->program, d->body->field, f)->text);
    if (f->captures.count) {
        text_str(d->out, " captures");
        for (u32 i = 0; i < f->captures.count; i++) var(d, f->captures.at[i]);
    }
    end(d, f->type);
    d->depth++;
    for (u32 i = 0; i < f->count; i++) {
        begin(d);
        text_str(d->out, "arg");
        var(d, f->args[i]);
        end(d, f->args[i]->type);
        d->depth++;
        if (f->defaults[i]) dump_expr(d, f->defaults[i]);
        d->depth--;
    }
    if (f->body) dump_expr(d, f->body);
    d->depth--;
}

/* What stands behind the kind on its line. */
static void details(Dump *d, const TExpr *e) {
    Text *out = d->out;
    switch (e->kind) {
    case TE_INT: text_printf(out, " %d", (int)e->int_value); break;
    case TE_FLOAT: text_printf(out, " %.17g", e->float_value); break;
    case TE_BOOL: text_str(out, e->bool_value ? " true" : " false"); break;
    case TE_STRING:
        text_char(out, ' ');
        text_quoted(out, e->string.bytes, e->string.length);
        break;
    case TE_REGEXP: text_printf(out, " ~/%s/%s", e->regexp.bytes, e->regexp.options); break;
    case TE_LOCAL: var(d, e->local); break;
    case TE_TYPE: text_printf(out, " %s", e->decl->path->text); break;
    case TE_FIELD:
    case TE_SAFE_FIELD:
        text_printf(out, " %s %s", access_names[e->field.access], e->field.field ? e->field.field->path->text : e->field.name->text);
        break;
    case TE_UNOP: text_printf(out, " %s", unop_names[e->unop.op]); break;
    case TE_BINOP: text_printf(out, " %s", op_names[e->binop.op]); break;
    case TE_ASSIGN_OP: text_printf(out, " %s", op_names[e->assign.op]); break;
    case TE_NEW: text_printf(out, " %s", e->make.decl->path->text); break;
    case TE_VAR: var(d, e->var.var); break;
    case TE_LET: var(d, e->let.var); break;
    case TE_FOR_RANGE: var(d, e->range.var); break;
    case TE_FOR_ARRAY:
    case TE_FOR_ITERATOR:
        if (e->each.key) var(d, e->each.key);
        var(d, e->each.var);
        break;
    case TE_WHILE:
        if (e->loop.do_while) text_str(out, " do");
        break;
    case TE_SWITCH:
        if (e->sw.exhaustive) text_str(out, " exhaustive");
        break;
    case TE_CAST: text_printf(out, " %s", cast_names[e->cast.kind]); break;
    case TE_IS:
        text_char(out, ' ');
        type_print(out, e->is.of);
        break;
    case TE_POS_INFOS:
        text_printf(out, " %s %s.%s", e->pos_infos.file_name->text, e->pos_infos.class_name->text, e->pos_infos.method_name->text);
        break;
    case TE_NULL:
    case TE_THIS:
    case TE_SUPER:
    case TE_INDEX:
    case TE_ASSIGN:
    case TE_CALL:
    case TE_OBJECT:
    case TE_ARRAY:
    case TE_MAP:
    case TE_CONCAT:
    case TE_FUNCTION:
    case TE_BLOCK:
    case TE_IF:
    case TE_TRY:
    case TE_RETURN:
    case TE_BREAK:
    case TE_CONTINUE:
    case TE_THROW:
    case TE_COALESCE:
    case TE_ERROR:
    case TE_COUNT: break;
    }
}

static void dump_switch(Dump *d, const TExpr *e) {
    dump_expr(d, e->sw.subject);
    for (u32 i = 0; i < e->sw.count; i++) {
        const TCase *clause = &e->sw.cases[i];
        label(d, "case");
        d->depth++;
        for (u32 k = 0; k < clause->pattern_count; k++) dump_pattern(d, clause->patterns[k]);
        part(d, "guard", clause->guard);
        if (clause->body) dump_expr(d, clause->body);
        d->depth--;
    }
    part(d, "default", e->sw.otherwise);
}

static void dump_parts(Dump *d, const TExpr *e) {
    switch (e->kind) {
    case TE_FIELD:
    case TE_SAFE_FIELD:
        if (e->field.object) dump_expr(d, e->field.object);
        break;
    case TE_INDEX:
        dump_expr(d, e->index.object);
        dump_expr(d, e->index.index);
        break;
    case TE_UNOP: dump_expr(d, e->unop.operand); break;
    case TE_BINOP:
    case TE_COALESCE:
        dump_expr(d, e->binop.left);
        dump_expr(d, e->binop.right);
        break;
    case TE_ASSIGN:
    case TE_ASSIGN_OP:
        dump_expr(d, e->assign.target);
        dump_expr(d, e->assign.value);
        break;
    case TE_CALL:
        dump_expr(d, e->call.callee);
        list(d, e->call.count, e->call.args);
        break;
    case TE_NEW: list(d, e->make.count, e->make.args); break;
    case TE_OBJECT:
        for (u32 i = 0; i < e->object.count; i++) part(d, e->object.names[i]->text, e->object.values[i]);
        break;
    case TE_ARRAY:
    case TE_CONCAT:
    case TE_BLOCK: list(d, e->list.count, e->list.items); break;
    case TE_MAP:
        list(d, e->map.count, e->map.keys);
        list(d, e->map.count, e->map.values);
        break;
    case TE_FUNCTION: dump_function(d, e->function); break;
    case TE_VAR:
        if (e->var.init) dump_expr(d, e->var.init);
        break;
    case TE_LET:
        dump_expr(d, e->let.init);
        dump_expr(d, e->let.body);
        break;
    case TE_IF:
        dump_expr(d, e->branch.condition);
        dump_expr(d, e->branch.then);
        part(d, "else", e->branch.otherwise);
        break;
    case TE_WHILE:
        dump_expr(d, e->loop.condition);
        dump_expr(d, e->loop.body);
        break;
    case TE_FOR_RANGE:
        dump_expr(d, e->range.from);
        dump_expr(d, e->range.to);
        dump_expr(d, e->range.body);
        break;
    case TE_FOR_ARRAY:
    case TE_FOR_ITERATOR:
        dump_expr(d, e->each.iterable);
        dump_expr(d, e->each.body);
        break;
    case TE_SWITCH: dump_switch(d, e); break;
    case TE_TRY:
        dump_expr(d, e->attempt.body);
        for (u32 i = 0; i < e->attempt.count; i++) {
            begin(d);
            text_str(d->out, "catch");
            var(d, e->attempt.catches[i].var);
            end(d, e->attempt.catches[i].type);
            d->depth++;
            dump_expr(d, e->attempt.catches[i].body);
            d->depth--;
        }
        break;
    case TE_RETURN:
    case TE_THROW:
        if (e->value) dump_expr(d, e->value);
        break;
    case TE_CAST: dump_expr(d, e->cast.operand); break;
    case TE_IS: dump_expr(d, e->is.operand); break;
    case TE_POS_INFOS:
        if (e->pos_infos.custom_params) dump_expr(d, e->pos_infos.custom_params);
        break;
    case TE_INT:
    case TE_FLOAT:
    case TE_STRING:
    case TE_BOOL:
    case TE_NULL:
    case TE_REGEXP:
    case TE_THIS:
    case TE_SUPER:
    case TE_LOCAL:
    case TE_TYPE:
    case TE_BREAK:
    case TE_CONTINUE:
    case TE_ERROR:
    case TE_COUNT: break;
    }
}

static void dump_expr(Dump *d, const TExpr *e) {
    begin(d);
    text_str(d->out, kind_names[e->kind]);
    details(d, e);
    end(d, e->type);
    d->depth++;
    dump_parts(d, e);
    d->depth--;
}

void typer_dump_body(Text *out, Program *program, const FunctionBody *body) {
    Dump d = {program, body, out, 0};
    dump_function(&d, body->function);
}
