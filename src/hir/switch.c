/* switch: patterns become decisions.
 *
 * One ARMS node: first the tests, one a case, then what happens when none matches, then the bodies. A test binds what its pattern
 * captures to temporaries and leaves to its body, or, where it fails, to the next test. So every body, and every guard, stands in the
 * code once, and cases are tried in the order of the text. When constants or constructors stand at the top of the cases, a SWITCH goes
 * straight to the first test that can match.
 *
 *     decision: switch (tag e) { A: leave parts0; B: leave parts1; else leave test2 }
 *     test0: if (tag e != A) leave test1; leave parts0
 *     parts0: declare t = e.x; leave body0      body0: declare x = t; …
 */
#include "build.h"

typedef struct Bound {
    TVar *var;
    HirVar *temp;
} Bound;

typedef struct Switch {
    Frame *f;
    const TExpr *e;
    bool is_tuple;
    u32 count;      /* of subjects: 1, or elements of a tuple */
    Hir **subjects; /* stable */
    Type **types;
    VEC(Bound) bound; /* by the case at hand */
    u32 alternatives; /* depth: what is bound there is bound again by the next one */
} Switch;

static void match(Switch *s, const TPattern *p, Hir *subject, Type *type, HirLabel *fail, HirVec *out);

/* ---- Tests -------------------------------------------------------------------------------------------------------------------------------- */

static void add(Switch *s, HirVec *out, Hir *h) { vec_push(s->f->b->arena, out, h); }

static void require(Switch *s, Hir *test, HirLabel *fail, HirVec *out) {
    HirMaker *m = &s->f->m;
    if (test->kind == HIR_CONST && test->constant.int_value) return;
    add(s, out, hir_if(m, REP_VOID, test, hir_block(m, 0, NULL), hir_leave(m, fail, NULL)));
}

static void require_not(Switch *s, Hir *test, HirLabel *fail, HirVec *out) {
    HirMaker *m = &s->f->m;
    add(s, out, hir_if(m, REP_VOID, test, hir_leave(m, fail, NULL), NULL));
}

static void require_not_null(Switch *s, Hir *subject, HirLabel *fail, HirVec *out) {
    if (hir_never_null(subject) || (subject->rep != REP_REF && subject->rep != REP_WORD)) return;
    require_not(s, build_is_null(s->f, hir_again(&s->f->m, subject)), fail, out);
}

static void bind_pattern(Switch *s, TVar *var, Hir *subject, Type *type, HirVec *out) {
    Frame *f = s->f;
    HirVar *temp = NULL;
    for (u32 i = 0; i < s->bound.count; i++)
        if (s->bound.at[i].var == var) temp = s->bound.at[i].temp;
    Hir *value = build_coerce(f, hir_again(&f->m, subject), type, var->type);
    if (!temp && !s->alternatives && value->kind == HIR_LOCAL && value->var.var->kind == LOCAL_TEMP) {
        vec_push(f->b->arena, &s->bound, (Bound){var, value->var.var});
        return;
    }
    if (!temp) {
        temp = hir_temp(&f->m, value->rep == REP_VOID ? REP_WORD : (Rep)value->rep);
        temp->is_written = true;
        vec_push(f->b->arena, &s->bound, (Bound){var, temp});
    }
    add(s, out, hir_declare(&f->m, temp, build_coerce_rep(f, value, (Rep)temp->rep, NULL)));
}

static bool is_null_expr(const TExpr *e) {
    while (e->kind == TE_CAST && e->cast.kind == CAST_IMPLICIT) e = e->cast.operand;
    return e->kind == TE_NULL;
}

static void match_constant(Switch *s, const TPattern *p, Hir *subject, Type *type, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    Hir *left = hir_again(&f->m, subject);
    if (is_null_expr(p->expr)) {
        require(s, build_is_null(f, left), fail, out);
        return;
    }
    require(s, build_equals(f, left, type, build_value(f, p->expr), p->expr->type), fail, out);
}

/* A part of the subject, evaluated once. */
static void match_part(Switch *s, const TPattern *sub, Hir *part, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    Shape shape = frame_shape(f, sub->type);
    if (shape.rep == REP_VOID) shape.rep = REP_WORD;
    part = build_once(f, build_coerce_rep(f, part, shape.rep, shape.test), out);
    match(s, sub, part, sub->type, fail, out);
}

static bool is_any(const TPattern *p) { return p->kind == PAT_ANY; }

/* The parameters, once the tag is known. */
static void match_parameters(Switch *s, const TPattern *p, Hir *subject, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    HirMaker *m = &f->m;
    Type *type = type_follow(f->b->program, field_type(f->b->program, p->ctor));
    /* Not the constructor's path, which leaves out what a private enum's type path has in front. */
    Name owner = name_printf(f->b->names, "%s.%s", p->ctor->owner->path->text, p->ctor->name->text);
    for (u32 i = 0; i < p->count; i++) {
        if (is_any(p->subs[i])) continue;
        build_at(f, p->subs[i]->span);
        Rep rep = lower_shape(f->b->lowering, type->fun.args[i].type).rep;
        Hir *load = hir_op1(m, PRIM_LOAD_FIELD, rep == REP_VOID ? REP_WORD : rep, hir_again(m, subject));
        match_part(s, p->subs[i], hir_symbol(load, owner, type->fun.args[i].name), fail, out);
    }
}

/* The subject as an enum value whose tag has been compared. */
static Hir *match_tag(Switch *s, const TPattern *p, Hir *subject, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    HirMaker *m = &f->m;
    TypeDecl *decl = p->ctor->owner;
    if (subject->rep == REP_WORD) {
        Hir *test = hir_op1(m, PRIM_IS, REP_VOID, hir_again(m, subject));
        test->o.test = decl->path;
        require(s, test, fail, out);
        subject = build_once(f, build_coerce_rep(f, hir_again(m, subject), REP_REF, decl->path), out);
    } else {
        require_not_null(s, subject, fail, out);
    }
    Hir *tag = hir_op1(m, PRIM_ENUM_TAG, REP_VOID, hir_again(m, subject));
    require(s, hir_op2(m, PRIM_EQ, REP_VOID, tag, hir_const(m, hir_const_tag(decl->path, p->ctor->name))), fail, out);
    return subject;
}

static void match_alternatives(Switch *s, const TPattern *p, Hir *subject, Type *type, HirLabel *fail, HirVec *out) {
    HirMaker *m = &s->f->m;
    HirLabel *found = hir_label_new(m, REP_VOID);
    HirVec tries = {0};
    s->alternatives++;
    for (u32 i = 0; i < p->count; i++) {
        bool last = i + 1 == p->count;
        HirLabel *next = last ? fail : hir_label_new(m, REP_VOID);
        HirVec steps = {0};
        match(s, p->subs[i], subject, type, next, &steps);
        add(s, &steps, hir_leave(m, found, NULL));
        Hir *body = hir_block(m, steps.count, steps.at);
        add(s, &tries, last ? body : hir_label(m, next, body));
    }
    s->alternatives--;
    add(s, out, hir_label(m, found, hir_block(m, tries.count, tries.at)));
}

static void match_object(Switch *s, const TPattern *p, Hir *subject, Type *type, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    require_not_null(s, subject, fail, out);
    for (u32 i = 0; i < p->count; i++) {
        if (is_any(p->subs[i])) continue;
        build_at(f, p->subs[i]->span);
        build_bind_stable(f, p->var, build_once(f, build_coerce(f, hir_again(&f->m, subject), type, p->type), out));
        Hir *part = build_value(f, p->fields[i]);
        map_set(&f->bindings, (u64)(uintptr_t)p->var, NULL);
        match_part(s, p->subs[i], part, fail, out);
    }
}

static void match_array(Switch *s, const TPattern *p, Hir *subject, Type *type, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    HirMaker *m = &f->m;
    if (!subject) { /* a tuple: its elements are the subjects */
        for (u32 i = 0; i < p->count; i++) match(s, p->subs[i], s->subjects[i], s->types[i], fail, out);
        return;
    }
    Type *element = lower_array_element(f->b->lowering, f->b->arena, frame_type(f, type));
    Shape shape = lower_shape(f->b->lowering, element ? element : f->b->program->core.t_dynamic);
    Rep rep = shape.rep == REP_VOID ? REP_WORD : shape.rep;
    if (subject->rep == REP_WORD) {
        Hir *test = hir_op1(m, PRIM_IS, REP_VOID, hir_again(m, subject));
        test->o.test = f->b->n->array;
        require(s, test, fail, out);
        subject = build_once(f, build_coerce_rep(f, hir_again(m, subject), REP_REF, f->b->n->array), out);
    } else {
        require_not_null(s, subject, fail, out);
    }
    Hir *length = hir_op1(m, PRIM_ARRAY_LEN, REP_VOID, hir_again(m, subject));
    require(s, hir_op2(m, PRIM_EQ, REP_VOID, length, hir_int(m, (i32)p->count)), fail, out);
    for (u32 i = 0; i < p->count; i++) {
        if (is_any(p->subs[i])) continue;
        Hir *get = hir_op2(m, PRIM_ARRAY_GET, rep, hir_again(m, subject), hir_int(m, (i32)i));
        if (rep == REP_REF && shape.test != f->b->n->ref) get->o.test = shape.test;
        match_part(s, p->subs[i], get, fail, out);
    }
}

static void match_extractor(Switch *s, const TPattern *p, Hir *subject, Type *type, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    Hir *given = build_once(f, build_coerce(f, hir_again(&f->m, subject), type, p->var->type), out);
    if (p->var->written || p->var->captured) add(s, out, hir_declare(&f->m, build_var_of(f, p->var), hir_again(&f->m, given)));
    else build_bind_stable(f, p->var, given);
    Hir *result = build_once(f, build_value(f, p->expr), out);
    match(s, p->subs[0], result, p->expr->type, fail, out);
}

static void match(Switch *s, const TPattern *p, Hir *subject, Type *type, HirLabel *fail, HirVec *out) {
    Frame *f = s->f;
    build_at(f, p->span);
    switch (p->kind) {
    case PAT_ANY:
        return;
    case PAT_BIND:
        bind_pattern(s, p->var, subject, type, out);
        if (p->count) match(s, p->subs[0], subject, type, fail, out);
        return;
    case PAT_CONST:
        match_constant(s, p, subject, type, fail, out);
        return;
    case PAT_CTOR:
        match_parameters(s, p, match_tag(s, p, subject, fail, out), fail, out);
        return;
    case PAT_OR:
        match_alternatives(s, p, subject, type, fail, out);
        return;
    case PAT_OBJECT:
        match_object(s, p, subject, type, fail, out);
        return;
    case PAT_ARRAY:
        match_array(s, p, subject, type, fail, out);
        return;
    case PAT_EXTRACT:
        match_extractor(s, p, subject, type, fail, out);
        return;
    case PAT_TYPE:
        if (p->expr) match_constant(s, p, subject, type, fail, out);
        else build_unsupported(f, p->span, "a pattern that tests a type");
        return;
    }
}

/* ---- Cases ------------------------------------------------------------------------------------------------------------------------------------ */

/* A case in three arms: what the decision can skip when it knows the tag or constant (test), the rest of the match and the guard
 * (parts), the body. */
typedef struct CaseArms {
    HirArm *test, *parts, *body;
} CaseArms;

/* The pattern whose tag or constant alone decides whether the case is entered; NULL: only the whole match can tell. */
static const TPattern *deciding(const Switch *s, const TCase *clause) {
    if (s->is_tuple || clause->pattern_count != 1) return NULL;
    const TPattern *p = clause->patterns[0];
    if (p->kind == PAT_CONST) return p;
    return p->kind == PAT_CTOR && s->subjects[0]->rep == REP_REF ? p : NULL;
}

/* `case p, q:` is p or q. The body's variables begin with it; a guard sees the temporaries. */
static void build_case(Switch *s, u32 i, HirLabel *next, CaseArms arms, bool wanted) {
    Frame *f = s->f;
    HirMaker *m = &f->m;
    const TCase *clause = &s->e->sw.cases[i];
    HirVec test = {0}, parts = {0};
    s->bound.count = 0;
    Hir *subject = s->is_tuple ? NULL : s->subjects[0];
    Type *type = s->is_tuple ? NULL : s->types[0];
    const TPattern *first = deciding(s, clause);
    if (first) {
        build_at(f, first->span);
        if (first->kind == PAT_CTOR) match_parameters(s, first, match_tag(s, first, subject, next, &test), next, &parts);
        else match_constant(s, first, subject, type, next, &test);
    } else if (clause->pattern_count == 1) {
        match(s, clause->patterns[0], subject, type, next, &parts);
    } else {
        TPattern any = {.kind = PAT_OR, .span = clause->span, .type = s->e->sw.subject->type};
        any.count = clause->pattern_count;
        any.subs = clause->patterns;
        match(s, &any, subject, type, next, &parts);
    }
    add(s, &test, hir_leave(m, arms.parts->label, NULL));
    arms.test->body = hir_block(m, test.count, test.at);
    for (u32 k = 0; clause->guard && k < s->bound.count; k++) build_bind_var(f, s->bound.at[k].var, s->bound.at[k].temp);
    if (clause->guard) require(s, build_condition(f, clause->guard), next, &parts);
    build_at(f, clause->span);
    add(s, &parts, hir_leave(m, arms.body->label, NULL));
    arms.parts->body = hir_block(m, parts.count, parts.at);
    HirVec code = {0};
    for (u32 k = 0; k < s->bound.count; k++) {
        Hir *given = hir_local(m, s->bound.at[k].temp);
        add(s, &code, hir_declare(m, build_var_of(f, s->bound.at[k].var), given));
    }
    add(s, &code, build_branch(f, clause->body, s->e->type, wanted));
    arms.body->body = hir_block(m, code.count, code.at);
}

/* ---- Going straight to the first case that can match --------------------------------------------------------------------------------------- */

typedef struct Entry {
    HirConst constant;
    u32 target; /* number of the case */
} Entry;

typedef struct Entries {
    VEC(Entry) list;
    Map seen; /* constants in the list */
    u32 otherwise; /* the first case that matches anything */
    u32 on_null;   /* strings: the first case for null */
    bool possible;
    bool has_tags, has_strings;
} Entries;

static void enter(Switch *s, Entries *entries, HirConst constant, u32 target) {
    u64 key = constant.kind == HIR_CONST_INT ? (u64)(u32)constant.int_value : (u64)(uintptr_t)constant.name;
    if (map_get(&entries->seen, key)) return;
    map_set(&entries->seen, key, entries);
    vec_push(s->f->b->arena, &entries->list, (Entry){constant, target});
}

/* What stands at the top of a pattern: a constant, a constructor, anything, or alternatives of these. */
static void enter_pattern(Switch *s, Entries *entries, const TPattern *p, u32 target) {
    switch (p->kind) {
    case PAT_ANY:
    case PAT_EXTRACT:
        if (target < entries->otherwise) entries->otherwise = target;
        return;
    case PAT_BIND:
        if (p->count) enter_pattern(s, entries, p->subs[0], target);
        else if (target < entries->otherwise) entries->otherwise = target;
        return;
    case PAT_OR:
        for (u32 i = 0; i < p->count; i++) enter_pattern(s, entries, p->subs[i], target);
        return;
    case PAT_CTOR:
        if (target > entries->otherwise) return;
        entries->has_tags = true;
        enter(s, entries, hir_const_tag(p->ctor->owner->path, p->ctor->name), target);
        return;
    case PAT_CONST: {
        const TExpr *e = p->expr;
        while (e->kind == TE_CAST && e->type && frame_rep(s->f, e->type) == frame_rep(s->f, e->cast.operand->type)) e = e->cast.operand;
        if (e->kind == TE_NULL && s->subjects[0]->rep == REP_REF) {
            entries->on_null = MIN(entries->on_null, target);
            return;
        }
        if (e->kind == TE_STRING && frame_shape(s->f, s->types[0]).test == s->f->b->n->string) {
            entries->has_strings = true;
            if (target > entries->otherwise) return;
            enter(s, entries, hir_const_hash(name_of(s->f->b->names, e->string.bytes, e->string.length)), target);
            return;
        }
        if (e->kind != TE_INT || frame_rep(s->f, e->type) != REP_I32) {
            entries->possible = false;
            return;
        }
        if (target > entries->otherwise) return;
        enter(s, entries, hir_const_int(e->int_value), target);
        return;
    }
    case PAT_OBJECT:
    case PAT_ARRAY:
    case PAT_TYPE:
        entries->possible = false;
        return;
    }
}

/* Where control goes that is known to fulfil what `deciding` compares; equal hashes do not say that strings are equal. */
static HirLabel *entry_label(const Switch *s, const Entries *entries, const HirArm *tests, const HirArm *parts, u32 target) {
    return !entries->has_strings && deciding(s, &s->e->sw.cases[target]) ? parts[target].label : tests[target].label;
}

static Hir *decide(Switch *s, HirArm *tests, HirArm *parts, u32 count) {
    HirMaker *m = &s->f->m;
    Hir *first = hir_leave(m, tests[0].label, NULL);
    Hir *subject = s->subjects ? s->subjects[0] : NULL;
    if (s->is_tuple || !subject) return first;
    Entries entries = {.otherwise = count, .on_null = count, .possible = subject->rep == REP_I32 || subject->rep == REP_REF};
    for (u32 i = 0; i < count && entries.possible; i++)
        for (u32 k = 0; k < s->e->sw.cases[i].pattern_count; k++) enter_pattern(s, &entries, s->e->sw.cases[i].patterns[k], i);
    map_free(&entries.seen);
    bool by_word = entries.has_tags || entries.has_strings; /* what stands behind the reference decides */
    u32 fewest = entries.has_strings ? 6 : 3;
    if (!entries.possible || entries.list.count < fewest || by_word != (subject->rep == REP_REF)) return first;
    /* Entries of one case follow each other: its patterns were entered together. */
    HirCase *cases = NEW_ARRAY(s->f->b->arena, HirCase, entries.list.count);
    u32 made = 0;
    for (u32 i = 0, next; i < entries.list.count; i = next) {
        u32 target = entries.list.at[i].target;
        for (next = i + 1; next < entries.list.count && entries.list.at[next].target == target;) next++;
        if (target >= count) continue;
        HirCase *made_case = &cases[made++];
        made_case->count = next - i;
        made_case->values = NEW_ARRAY(s->f->b->arena, HirConst, next - i);
        for (u32 k = i; k < next; k++) made_case->values[k - i] = entries.list.at[k].constant;
        made_case->body = hir_leave(m, entry_label(s, &entries, tests, parts, target), NULL);
    }
    Hir *otherwise = hir_leave(m, tests[entries.otherwise].label, NULL);
    if (!by_word) {
        first->label.label->uses--;
        return hir_switch(m, REP_VOID, hir_again(m, subject), made, cases, otherwise);
    }
    Hir *again = hir_again(m, subject);
    Hir *key = entries.has_tags ? hir_op1(m, PRIM_ENUM_TAG, REP_VOID, again) : hir_rt(m, s->f->b->n->string_hash, REP_I32, 1, &again);
    Hir *by_key = hir_switch(m, REP_VOID, key, made, cases, otherwise);
    first->label.label->uses--;
    if (hir_never_null(subject)) return by_key;
    Hir *without_key = hir_leave(m, tests[MIN(entries.otherwise, entries.on_null)].label, NULL);
    return hir_if(m, REP_VOID, build_is_null(s->f, hir_again(m, subject)), without_key, by_key);
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------------------------- */

static void evaluate_subject(Switch *s, HirVec *items) {
    Frame *f = s->f;
    const TExpr *subject = s->e->sw.subject;
    s->is_tuple = subject->kind == TE_ARRAY && subject->list.count > 0;
    for (u32 i = 0; i < s->e->sw.count && s->is_tuple; i++)
        for (u32 k = 0; k < s->e->sw.cases[i].pattern_count; k++) {
            const TPattern *p = s->e->sw.cases[i].patterns[k];
            if (p->kind == PAT_BIND || p->kind == PAT_EXTRACT || p->kind == PAT_CONST) s->is_tuple = false;
        }
    s->count = s->is_tuple ? subject->list.count : 1;
    s->subjects = NEW_ARRAY(f->b->arena, Hir *, s->count);
    s->types = NEW_ARRAY(f->b->arena, Type *, s->count);
    for (u32 i = 0; i < s->count; i++) {
        const TExpr *e = s->is_tuple ? subject->list.items[i] : subject;
        s->subjects[i] = build_once(f, build_value(f, e), items);
        s->types[i] = e->type;
    }
}

/* No case matches: an update may have added a constructor that this code does not know. */
static Hir *no_match(Switch *s, bool wanted) {
    Frame *f = s->f;
    const TExpr *e = s->e;
    if (e->sw.otherwise) return build_branch(f, e->sw.otherwise, e->type, wanted);
    build_at(f, e->span);
    if (!e->sw.exhaustive) return build_branch(f, NULL, e->type, wanted);
    Shape shape = s->is_tuple ? (Shape){0} : frame_shape(f, s->types[0]);
    if (shape.decl && shape.decl->kind == DECL_ENUM && s->subjects[0]->rep == REP_REF) {
        Hir *subject = hir_nonnull(&f->m, hir_again(&f->m, s->subjects[0]));
        Hir *call = hir_rt(&f->m, f->b->n->throw_tag, REP_VOID, 1, &subject);
        return hir_seq(&f->m, call, hir_throw(&f->m, hir_null(&f->m, REP_WORD)));
    }
    Hir *text = hir_string(&f->m, name_lit(f->b->names, "No pattern matches"));
    return hir_throw(&f->m, build_to_word(f, text));
}

Hir *build_switch(Frame *f, const TExpr *e, bool wanted) {
    HirMaker *m = &f->m;
    Switch s = {.f = f, .e = e};
    HirVec items = {0};
    Rep rep = wanted ? frame_rep(f, e->type) : REP_VOID;
    wanted = rep != REP_VOID;
    evaluate_subject(&s, &items);
    u32 count = e->sw.count;
    if (count == 0) return build_finish_items(f, &items, no_match(&s, wanted));
    /* First the tests, then what happens when none matches, then parts and bodies. */
    u32 total = 3 * count + 1;
    HirArm *arms = NEW_ARRAY(f->b->arena, HirArm, total), *parts = arms + count + 1, *bodies = parts + count;
    for (u32 i = 0; i < total; i++) arms[i].label = hir_label_new(m, REP_VOID);
    for (u32 i = 0; i < count; i++) build_case(&s, i, arms[i + 1].label, (CaseArms){&arms[i], &parts[i], &bodies[i]}, wanted);
    arms[count].body = no_match(&s, wanted);
    build_at(f, e->span);
    Hir *decision = decide(&s, arms, parts, count);
    build_at(f, e->span);
    return build_finish_items(f, &items, hir_arms(m, rep, decision, total, arms));
}
