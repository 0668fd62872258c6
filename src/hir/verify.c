/* verify: checks a tree against the invariants of tree.h. Changes nothing; MIR's verifier then checks what the operations ask for. */
#include "tree.h"

typedef struct Verifier {
    const HirFunc *func;
    Text *why;
    u32 errors;
    Map declared; /* HirVar -> itself */
    VEC(const HirLabel *) labels; /* that may be left to here */
} Verifier;

static void wrong(Verifier *v, const char *format, ...) PRINTF_LIKE(2, 3);
static void wrong(Verifier *v, const char *format, ...) {
    char message[300];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    v->errors++;
    text_printf(v->why, "%s: %s\n", v->func->name->text, message);
}

static void check(Verifier *v, const Hir *h);

static const char *name_of_var(const HirVar *var) { return var->name ? var->name->text : "temporary"; }

/* A value of that representation, unless control never gets there. */
static void check_rep(Verifier *v, const Hir *h, Rep rep, const char *what) {
    check(v, h);
    if (!hir_diverges(h) && h->rep != rep) wrong(v, "%s is %s instead of %s", what, rep_text((Rep)h->rep), rep_text(rep));
}

static void check_known(Verifier *v, const HirVar *var) {
    if (!map_get(&v->declared, (u64)(uintptr_t)var)) wrong(v, "%s.%u is used without being declared", name_of_var(var), var->number);
}

static void declare(Verifier *v, const HirVar *var) { map_set(&v->declared, (u64)(uintptr_t)var, (void *)var); }

static void check_op(Verifier *v, const Hir *h) {
    while (h->kind == HIR_OP) {
        int wanted = prim_operands((Prim)h->op);
        if (wanted >= 0 && h->o.count != (u32)wanted) wrong(v, "%s with %u operands", prim_text[h->op], h->o.count);
        for (u32 i = 1; i < h->o.count; i++) check(v, h->o.args[i]);
        for (u32 i = 0; i < h->o.count; i++)
            if (h->o.args[i]->rep == REP_VOID && !hir_diverges(h->o.args[i]))
                wrong(v, "operand %u of %s is no value", i, prim_text[h->op]);
        if (!h->o.count) return;
        h = h->o.args[0];
    }
    check(v, h);
}

static void check_body(Verifier *v, const Hir *body, const HirLabel *label) {
    vec_push(NULL, &v->labels, label);
    check(v, body);
    v->labels.count--;
}

static void check_leave(Verifier *v, const Hir *h) {
    const HirLabel *label = h->label.label;
    bool found = false;
    for (u32 i = v->labels.count; i-- > 0 && !found;) found = v->labels.at[i] == label;
    if (!found) wrong(v, "leaves to label %u, which is not around it", label->number);
    if (!h->label.body) {
        if (label->rep != REP_VOID) wrong(v, "leaves to label %u without a value", label->number);
        return;
    }
    check_rep(v, h->label.body, (Rep)label->rep, "the value of leave");
}

static void check_arms(Verifier *v, const Hir *h) {
    u32 labels = v->labels.count;
    for (u32 i = 0; i < h->arms.count; i++) vec_push(NULL, &v->labels, h->arms.arms[i].label);
    check(v, h->arms.decision);
    if (!hir_diverges(h->arms.decision)) wrong(v, "a decision that may end without having decided");
    for (u32 i = 0; i < h->arms.count; i++)
        if (h->arms.arms[i].label->uses) check_rep(v, h->arms.arms[i].body, (Rep)h->rep, "an arm");
    v->labels.count = labels;
}

static void check(Verifier *v, const Hir *h) {
    switch ((HirKind)h->kind) {
    case HIR_CONST:
        return;
    case HIR_LOCAL:
        check_known(v, h->var.var);
        if (h->rep != h->var.var->rep) wrong(v, "%s.%u is read in another representation", name_of_var(h->var.var), h->var.var->number);
        return;
    case HIR_CELL:
        check_known(v, h->var.var);
        if (!h->var.var->is_cell) wrong(v, "%s.%u has no cell", name_of_var(h->var.var), h->var.var->number);
        return;
    case HIR_SET:
        check_known(v, h->var.var);
        check_rep(v, h->var.value, (Rep)h->var.var->rep, "what is assigned");
        return;
    case HIR_DECLARE:
        if (h->var.var->is_cell && h->var.value->kind == HIR_OP && h->var.value->op == PRIM_LOAD_CAPTURE) check(v, h->var.value);
        else check_rep(v, h->var.value, (Rep)h->var.var->rep, "what is declared");
        declare(v, h->var.var);
        return;
    case HIR_OP:
        check_op(v, h);
        return;
    case HIR_NONNULL:
        check_rep(v, h->value, REP_REF, "what must not be null");
        return;
    case HIR_BLOCK:
        for (u32 i = 0; i < h->block.count; i++) check(v, h->block.items[i]);
        return;
    case HIR_IF:
        check_rep(v, h->branch.condition, REP_BOOL, "a condition");
        check_rep(v, h->branch.then, (Rep)h->rep, "a branch");
        if (h->branch.otherwise) check_rep(v, h->branch.otherwise, (Rep)h->rep, "a branch");
        else if (h->rep != REP_VOID) wrong(v, "a value without an else");
        return;
    case HIR_LOOP:
        vec_push(NULL, &v->labels, h->loop->leave);
        vec_push(NULL, &v->labels, h->loop->next);
        if (h->loop->condition && !h->loop->do_while) check_rep(v, h->loop->condition, REP_BOOL, "a condition");
        check(v, h->loop->body);
        if (h->loop->condition && h->loop->do_while) check_rep(v, h->loop->condition, REP_BOOL, "a condition");
        v->labels.count -= 2;
        return;
    case HIR_LABEL:
        check_body(v, h->label.body, h->label.label);
        return;
    case HIR_LEAVE:
        check_leave(v, h);
        return;
    case HIR_ARMS:
        check_arms(v, h);
        return;
    case HIR_SWITCH:
        check_rep(v, h->sw.subject, REP_I32, "a subject");
        for (u32 i = 0; i < h->sw.count; i++) check_rep(v, h->sw.cases[i].body, (Rep)h->rep, "a case");
        check_rep(v, h->sw.otherwise, (Rep)h->rep, "a case");
        return;
    case HIR_TRY:
        check_rep(v, h->attempt.body, (Rep)h->rep, "what is tried");
        for (u32 i = 0; i < h->attempt.count; i++) {
            declare(v, h->attempt.catches[i].var);
            check_rep(v, h->attempt.catches[i].body, (Rep)h->rep, "a handler");
        }
        return;
    case HIR_RETURN:
        if ((h->value != NULL) != (v->func->ret_rep != REP_VOID)) wrong(v, "returns a value or none, unlike the function");
        if (h->value) check_rep(v, h->value, (Rep)v->func->ret_rep, "what is returned");
        return;
    case HIR_THROW:
        check_rep(v, h->value, REP_WORD, "what is thrown");
        return;
    case HIR_KIND_COUNT:
        break;
    }
    wrong(v, "unknown kind of node %u", h->kind);
}

bool hir_verify(const HirFunc *func, Text *why) {
    Verifier v = {.func = func, .why = why};
    for (u32 i = 0; i < func->args.count; i++) declare(&v, func->args.at[i]);
    check(&v, func->body);
    map_free(&v.declared);
    vec_free(&v.labels);
    return v.errors == 0;
}
