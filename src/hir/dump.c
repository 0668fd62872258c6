/* dump: HIR trees as text, one statement a line; values on one line as op(operands). */
#include "tree.h"

typedef struct Dumper {
    Text *out;
    u32 level;
} Dumper;

static void statement(Dumper *d, const Hir *h);

static void variable(Text *out, const HirVar *var) {
    if (var->name) text_printf(out, "%s.%u", var->name->text, var->number);
    else text_printf(out, "%%%u", var->number);
}

static void constant(Text *out, const HirConst *c) {
    switch ((HirConstKind)c->kind) {
    case HIR_CONST_INT:
        if (c->rep == REP_BOOL) text_str(out, c->int_value ? "true" : "false");
        else text_printf(out, "%lld", (long long)c->int_value);
        return;
    case HIR_CONST_FLOAT:
        text_printf(out, "%.17gf", c->float_value);
        return;
    case HIR_CONST_NULL:
        text_printf(out, c->rep == REP_REF ? "null" : "null:%s", rep_text((Rep)c->rep));
        return;
    case HIR_CONST_STRING:
        text_quoted(out, c->name->text, c->name->length);
        return;
    case HIR_CONST_NAME:
        text_printf(out, "name(%s)", c->name->text);
        return;
    case HIR_CONST_CLASS:
        text_printf(out, "class(%s)", c->name->text);
        return;
    case HIR_CONST_HASH:
        text_str(out, "hash(");
        text_quoted(out, c->name->text, c->name->length);
        text_char(out, ')');
        return;
    case HIR_CONST_TAG:
        text_printf(out, "tag(%s::%s)", c->owner->text, c->name->text);
        return;
    }
}

static void value(Dumper *d, const Hir *h);

static void operation(Dumper *d, const Hir *h) {
    Text *out = d->out;
    text_str(out, prim_text[h->op]);
    if (h->op_rep != REP_VOID) text_printf(out, ":%s", rep_text((Rep)h->op_rep));
    if (h->o.owner) text_printf(out, " %s", h->o.owner->text);
    if (h->o.member) text_printf(out, "::%s", h->o.member->text);
    text_char(out, '(');
    for (u32 i = 0; i < h->o.count; i++) {
        if (i) text_str(out, ", ");
        value(d, h->o.args[i]);
    }
    text_char(out, ')');
    if (h->o.test) text_printf(out, " is %s", h->o.test->text);
    if (h->op == PRIM_LOAD_CAPTURE) text_printf(out, " #%u", h->o.number);
}

/* Operators that nest to the left without limit: their spine is opened in a loop, then printed from the innermost outwards. */
static void spine(Dumper *d, const Hir *h) {
    u32 depth = 0;
    for (const Hir *at = h; at->kind == HIR_OP && at->o.count; at = at->o.args[0]) depth++;
    if (depth < 200) {
        operation(d, h);
        return;
    }
    text_printf(d->out, "…%u operations(", depth);
    while (h->kind == HIR_OP && h->o.count) h = h->o.args[0];
    value(d, h);
    text_char(d->out, ')');
}

static void indent(Dumper *d) { text_indent(d->out, (int)d->level); }

static void nested(Dumper *d, const Hir *h) {
    text_str(d->out, "{\n");
    d->level++;
    statement(d, h);
    d->level--;
    indent(d);
    text_char(d->out, '}');
}

static void value(Dumper *d, const Hir *h) {
    Text *out = d->out;
    switch ((HirKind)h->kind) {
    case HIR_CONST:
        constant(out, &h->constant);
        return;
    case HIR_LOCAL:
        variable(out, h->var.var);
        return;
    case HIR_CELL:
        text_str(out, "cell ");
        variable(out, h->var.var);
        return;
    case HIR_SET:
    case HIR_DECLARE: {
        const HirVar *var = h->var.var;
        if (h->kind == HIR_DECLARE) text_printf(out, "declare %s", var->is_cell ? "cell " : var->kind == LOCAL_HIDDEN ? "hidden " : "");
        variable(out, var);
        if (h->kind == HIR_DECLARE) text_printf(out, ": %s", rep_text((Rep)var->rep));
        text_str(out, " = ");
        value(d, h->var.value);
        return;
    }
    case HIR_OP:
        spine(d, h);
        return;
    case HIR_NONNULL:
        text_str(out, "nonnull(");
        value(d, h->value);
        text_char(out, ')');
        return;
    case HIR_RETURN:
    case HIR_THROW:
        text_str(out, h->kind == HIR_RETURN ? "return" : "throw");
        if (!h->value) return;
        text_char(out, ' ');
        value(d, h->value);
        return;
    case HIR_LEAVE:
        text_printf(out, "leave %u", h->label.label->number);
        if (!h->label.body) return;
        text_char(out, ' ');
        value(d, h->label.body);
        return;
    case HIR_BLOCK:
        nested(d, h);
        return;
    case HIR_IF:
        text_str(out, "if ");
        value(d, h->branch.condition);
        text_char(out, ' ');
        nested(d, h->branch.then);
        if (!h->branch.otherwise) return;
        text_str(out, " else ");
        nested(d, h->branch.otherwise);
        return;
    case HIR_LOOP:
        text_printf(out, "loop leave=%u next=%u ", h->loop->leave->number, h->loop->next->number);
        if (h->loop->condition) {
            text_str(out, h->loop->do_while ? "until-not " : "while ");
            value(d, h->loop->condition);
            text_char(out, ' ');
        }
        nested(d, h->loop->body);
        return;
    case HIR_LABEL:
        text_printf(out, "label %u ", h->label.label->number);
        nested(d, h->label.body);
        return;
    case HIR_ARMS:
        text_str(out, "decide ");
        nested(d, h->arms.decision);
        for (u32 i = 0; i < h->arms.count; i++) {
            if (!h->arms.arms[i].label->uses) continue;
            text_printf(out, " arm %u ", h->arms.arms[i].label->number);
            nested(d, h->arms.arms[i].body);
        }
        return;
    case HIR_SWITCH:
        text_str(out, "switch ");
        value(d, h->sw.subject);
        for (u32 i = 0; i < h->sw.count; i++) {
            text_str(out, " case ");
            for (u32 k = 0; k < h->sw.cases[i].count; k++) {
                if (k) text_str(out, ", ");
                constant(out, &h->sw.cases[i].values[k]);
            }
            text_char(out, ' ');
            nested(d, h->sw.cases[i].body);
        }
        text_str(out, " default ");
        nested(d, h->sw.otherwise);
        return;
    case HIR_TRY:
        text_str(out, "try ");
        nested(d, h->attempt.body);
        for (u32 i = 0; i < h->attempt.count; i++) {
            text_printf(out, " catch %s ", h->attempt.catches[i].test->text);
            variable(out, h->attempt.catches[i].var);
            text_char(out, ' ');
            nested(d, h->attempt.catches[i].body);
        }
        return;
    case HIR_KIND_COUNT:
        return;
    }
}

static void statement(Dumper *d, const Hir *h) {
    if (h->kind == HIR_BLOCK) {
        for (u32 i = 0; i < h->block.count; i++) statement(d, h->block.items[i]);
        return;
    }
    indent(d);
    value(d, h);
    text_char(d->out, '\n');
}

void hir_dump(Text *out, const HirFunc *func) {
    Dumper d = {.out = out, .level = 1};
    text_printf(out, "func %s(", func->name->text);
    for (u32 i = 0; i < func->args.count; i++) {
        if (i) text_str(out, ", ");
        variable(out, func->args.at[i]);
        text_printf(out, ": %s", rep_text((Rep)func->args.at[i]->rep));
    }
    text_printf(out, ") -> %s {\n", rep_text((Rep)func->ret_rep));
    for (u32 i = 0; i < func->captures.count; i++)
        text_printf(out, "    capture %s: %s%s\n", func->captures.at[i].name->text, func->captures.at[i].is_cell ? "cell " : "",
                    rep_text((Rep)func->captures.at[i].rep));
    statement(&d, func->body);
    text_str(out, "}\n");
}
