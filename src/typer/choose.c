/* choose: which of several functions of one name (`overload`) a call means.
 *
 * Every candidate is tried with the arguments; of those that fit the one is taken whose parameters are nearest to them. Members with
 * `overload` are never virtual: they are compiled as static functions that take the object first (Field.is_impl).
 */
#include "typing.h"

typedef struct Candidate {
    Field *field;
    Type *in; /* the class that declares it, as a super type of the object's; NULL for statics */
    u32 distance;
    bool fits;
} Candidate;
typedef VEC(Candidate) Candidates;

static void add_all(Typing *t, const FieldVec *fields, Name name, Type *in, Candidates *out) {
    for (u32 i = 0; i < fields->count; i++) {
        Candidate candidate = {.field = fields->at[i], .in = in};
        if (fields->at[i]->name == name && fields->at[i]->is_overload) vec_push(t->arena, out, candidate);
    }
}

static void collect(Typing *t, const Field *first, Type *object, Candidates *out) {
    TypeDecl *decl = first->owner;
    reads_add(t->program->reads, &decl->entity, FACET_MEMBERS);
    if (first->is_static) {
        add_all(t, (FieldVec *)&decl->statics, first->name, NULL, out);
        return;
    }
    for (Type *type = follow_null(t, object); type->kind == TYPE_DECL;) {
        add_all(t, (FieldVec *)&type->decl.decl->fields, first->name, type, out);
        reads_add(t->program->reads, &type->decl.decl->entity, FACET_MEMBERS);
        Type *super = type->decl.decl->super_type;
        if (!super) break;
        type = follow(t, type_substitute(t->program, t->arena, super, &type->decl.decl->params, type->decl.args));
    }
}

/* How far an argument's type is from the parameter's: the same, a conversion, anything at all. */
static u32 distance(Typing *t, Type *have, Type *want) {
    Type *plain = follow_null(t, want);
    have = follow_null(t, have);
    if (type_equal(t->program, have, plain)) return type_shallow(want) == plain ? 0 : 1;
    if (type_is_dynamic(t->program, plain)) return 1000;
    if (plain->kind == TYPE_DECL && have->kind == TYPE_DECL && plain->decl.decl == have->decl.decl) return 2;
    u32 steps = 3;
    if (type_class(t->program, have) && type_class(t->program, plain))
        for (TypeDecl *at = have->decl.decl; at && at != plain->decl.decl; at = at->super) steps++;
    return steps;
}

static TExpr *call_candidate(Typing *t, Candidate *candidate, TExpr *receiver, const AstExprList *args, Span span) {
    Field *field = candidate->field;
    Type *declared = use_type(t, field, candidate->in);
    Type *type = follow(t, declared);
    u32 count = 0, given = receiver ? 1 : 0;
    if (type->kind != TYPE_FUN) return te_error(t, span);
    TExpr *object = receiver;
    if (receiver && !try_coerce(t, &object, type->fun.args[0].type)) return te_error(t, span);
    TExpr **all = match_args(t, type, given, args, span, &count);
    if (!all) return te_error(t, span);
    if (receiver) all[0] = object;
    candidate->distance = 0;
    for (u32 i = given; i < count; i++) {
        TExpr *arg = all[i];
        while (arg->kind == TE_CAST && arg->cast.kind == CAST_IMPLICIT) arg = arg->cast.operand;
        /* what is left out counts against a candidate, but less than any conversion */
        bool left_out = arg->kind == TE_NULL && type->fun.args[i].optional;
        Type *formal = field_type(t->program, field)->fun.args[i].type; /* a type parameter takes anything */
        if (type_shallow(formal)->kind == TYPE_PARAM) candidate->distance += 100;
        else candidate->distance += left_out ? 1 : distance(t, arg->type, type->fun.args[i].type) * 2;
    }
    return te_call(t, span, te_static(t, span, field, type), type->fun.ret, count, all);
}

static void report_none(Typing *t, const Candidates *candidates, TExpr *receiver, const AstExprList *args, Span span) {
    report(t, span, "call.overload", "Could not find a suitable overload, reasons follow");
    for (u32 i = 0; i < candidates->count; i++) {
        Candidate *candidate = &candidates->at[i];
        Type *type = use_type(t, candidate->field, candidate->in);
        if (receiver && type->kind == TYPE_FUN) type = type_fun(t->program, type->fun.count - 1, type->fun.args + 1, type->fun.ret);
        report(t, span, "call.overload", "Overload resolution failed for %s", show(t, type));
        call_candidate(t, candidate, receiver, args, span);
    }
    report(t, span, "call.overload", "End of overload failure reasons");
}

TExpr *call_overloaded(Typing *t, const Field *first, TExpr *receiver, const AstExprList *args, Span span) {
    Candidates candidates = {0};
    collect(t, first, receiver ? receiver->type : NULL, &candidates);
    Candidate *best = NULL, *rival = NULL;
    for (u32 i = 0; i < candidates.count; i++) {
        Candidate *candidate = &candidates.at[i];
        Speculation s;
        speculate_begin(t, &s, span);
        TExpr *call = call_candidate(t, candidate, receiver, args, span);
        candidate->fits = !speculate_failed(&s) && !te_is_error(call);
        speculate_undo(t, &s);
        if (!candidate->fits || (best && candidate->distance > best->distance)) continue;
        rival = best && candidate->distance == best->distance ? best : NULL;
        if (!rival || !candidate->field->owner || candidate->field->owner == rival->field->owner) best = candidate;
    }
    if (!best) {
        report_none(t, &candidates, receiver, args, span);
        return te_error(t, span);
    }
    if (rival && rival->field->owner == best->field->owner) {
        report(t, span, "call.overload", "Ambiguous overload, candidates follow");
        for (u32 i = 0; i < candidates.count; i++) {
            if (!candidates.at[i].fits || candidates.at[i].distance != best->distance) continue;
            const Field *field = candidates.at[i].field;
            diag_note(t->program->diags, module_span(field->module, field->ast->name.start, field->ast->name.end), "call.overload", "%s",
                      show(t, use_type(t, candidates.at[i].field, candidates.at[i].in)));
        }
        return te_error(t, span);
    }
    return call_candidate(t, best, receiver, args, span);
}
