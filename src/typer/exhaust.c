/* exhaust: which values a switch leaves unmatched. Which of its cases nothing reaches: useless.c.
 *
 * The cases are rows of a matrix of patterns, one column a value to be tested. Each step takes the first column in which the first row
 * tests something and looks at each constructor that occurs there by itself, then at all others: as a decision tree would be made.
 * A row whose tests are used up takes what is left unless it may fail, by a guard or an extractor. Steps are bounded: a switch beyond
 * the bound counts as not exhaustive and gives no messages.
 */
#include <stdlib.h>

#include "typing.h"

enum { STEP_LIMIT = 200000 };

typedef struct Row {
    const TPattern **cells; /* NULL: matches anything */
    bool may_fail;          /* guard or extractor */
    const TPattern *extractor; /* which may fail, at `within`; NULL */
    const struct Within *within;
} Row;
typedef VEC(Row) Rows;

/* How a column's value is reached: printed around what is missing. */
typedef struct Within {
    const struct Within *outer;
    const Field *ctor;
    u32 index;
} Within;

typedef struct Column {
    Type *type;
    Span span;
    const Within *within;
} Column;

typedef struct Exhaust {
    Typing *t;
    Arena *arena;
    bool is_statement, failed, quiet;
    Column whole; /* what fails where no row is left: the subject, or the place of the constructor that was tested last … */
    const char *last; /* … and that constructor; "_": none was */
    u32 steps;
} Exhaust;

/* ---- Constructors: what a cell tests for ------------------------------------------------------------------------------------------------------- */

const TPattern *pattern_head(const TPattern *p) {
    while (p && p->kind == PAT_BIND) p = p->count ? p->subs[0] : NULL;
    return p && p->kind == PAT_ANY ? NULL : p;
}

static bool same_constant(const TExpr *a, const TExpr *b) {
    while (a->kind == TE_CAST) a = a->cast.operand;
    while (b->kind == TE_CAST) b = b->cast.operand;
    if (a->kind != b->kind) {
        if (a->kind == TE_INT && b->kind == TE_FLOAT) return a->int_value == b->float_value;
        return a->kind == TE_FLOAT && b->kind == TE_INT && a->float_value == b->int_value;
    }
    if (a->kind == TE_INT) return a->int_value == b->int_value;
    if (a->kind == TE_FLOAT) return a->float_value == b->float_value;
    if (a->kind == TE_BOOL) return a->bool_value == b->bool_value;
    if (a->kind == TE_STRING) return a->string.length == b->string.length && !memcmp(a->string.bytes, b->string.bytes, a->string.length);
    if (a->kind == TE_TYPE) return a->decl == b->decl;
    if (a->kind == TE_FIELD) return a->field.field == b->field.field;
    return a->kind == TE_NULL;
}

bool pattern_same_head(const TPattern *a, const TPattern *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == PAT_CTOR) return a->ctor == b->ctor;
    if (a->kind == PAT_CONST) return same_constant(a->expr, b->expr);
    if (a->kind == PAT_ARRAY) return a->count == b->count;
    return true;
}

/* ---- Messages ------------------------------------------------------------------------------------------------------------------------------------------ */

static void add_within(Text *out, const Within *within, const char *inner) {
    if (!within) {
        text_str(out, inner);
        return;
    }
    Text own = {0};
    Type *type = within->ctor->type;
    u32 count = type && type->kind == TYPE_FUN ? type->fun.count : 1;
    text_printf(&own, "%s(", within->ctor->name->text);
    for (u32 i = 0; i < count; i++) text_printf(&own, "%s%s", i ? ", " : "", i == within->index ? inner : "_");
    text_char(&own, ')');
    add_within(out, within->outer, own.at);
    text_free(&own);
}

static void unmatched(Exhaust *x, const Column *column, const char *what) {
    x->failed = true;
    if (x->quiet) return;
    Text text = {0};
    add_within(&text, column->within, what);
    report(x->t, column->span, "switch.unmatched", "Unmatched patterns: %s", text.at);
    text_free(&text);
    x->quiet = true; /* the first one is enough */
}

/* ---- Which constructors a type has ------------------------------------------------------------------------------------------------------------------- */

static void add_name(Text *out, const char *name) {
    if (out->count) text_str(out, " | ");
    text_str(out, name);
}

/* Can a value of that type be made by the constructor? Ctor():E<Int> makes no E<String>. */
static bool can_be(Typing *t, Field *ctor, Type *type) {
    Type *made = field_type_use(t->program, ctor, NULL);
    return type_can_unify(t->program, made->kind == TYPE_FUN ? made->fun.ret : made, type);
}

static int compare_names(const void *a, const void *b) { return strcmp((*(const Name *)a)->text, (*(const Name *)b)->text); }

/* false: endless, or not known. *missing gets those that are not among the heads, by name. */
static bool missing_of(Exhaust *x, Type *type, const TPattern **heads, u32 count, Text *missing) {
    Typing *t = x->t;
    type = follow_null(t, type);
    if (type->kind != TYPE_DECL) return false;
    TypeDecl *decl = type->decl.decl;
    if (decl == CORE(t)->bool_) {
        for (u32 value = 2; value-- > 0;) {
            bool there = false;
            for (u32 i = 0; i < count; i++) {
                there |= heads[i]->kind == PAT_CONST && heads[i]->expr->kind == TE_BOOL && heads[i]->expr->bool_value == (value == 1);
            }
            if (!there) add_name(missing, value ? "true" : "false");
        }
        return true;
    }
    if (decl->kind == DECL_ENUM) {
        reads_add(t->program->reads, &decl->entity, FACET_MEMBERS);
        VEC(Name) names = {0};
        for (u32 f = 0; f < decl->fields.count; f++) {
            bool there = false;
            for (u32 i = 0; i < count; i++) there |= heads[i]->kind == PAT_CTOR && heads[i]->ctor == decl->fields.at[f];
            if (!there && can_be(t, decl->fields.at[f], type)) vec_push(x->arena, &names, decl->fields.at[f]->name);
        }
        if (names.count) qsort(names.at, names.count, sizeof *names.at, compare_names);
        for (u32 f = 0; f < names.count; f++) add_name(missing, names.at[f]->text);
        return true;
    }
    if (decl->is_enum_abstract) {
        reads_add(t->program->reads, &decl->entity, FACET_MEMBERS);
        for (u32 f = 0; f < decl->statics.count; f++) {
            Field *field = decl->statics.at[f];
            if (!field->is_enum_value) continue;
            TExpr *value = ref_read(t, ref_static_field(t, field, NO_SPAN));
            bool there = false;
            for (u32 i = 0; i < count; i++) there |= heads[i]->kind == PAT_CONST && same_constant(heads[i]->expr, value);
            if (!there) add_name(missing, field->name->text);
        }
        return true;
    }
    return false;
}

/* ---- The matrix ------------------------------------------------------------------------------------------------------------------------------------------ */

static Row row_copy(Exhaust *x, const Row *row, u32 columns) {
    Row copy = *row;
    copy.cells = NEW_ARRAY(x->arena, const TPattern *, columns + 1);
    memcpy(copy.cells, row->cells, sizeof *copy.cells * columns);
    return copy;
}

/* Rows with alternatives in the column become several, extractors a row that may fail. */
static Rows expand(Exhaust *x, const Rows *rows, u32 column, u32 columns, const Within *within) {
    Rows out = {0};
    for (u32 i = 0; i < rows->count; i++) {
        const TPattern *p = pattern_head(rows->at[i].cells[column]);
        if (p && p->kind == PAT_OR) {
            Rows split = {0};
            for (u32 k = 0; k < p->count; k++) {
                Row row = row_copy(x, &rows->at[i], columns);
                row.cells[column] = p->subs[k];
                vec_push(x->arena, &split, row);
            }
            Rows flat = expand(x, &split, column, columns, within);
            for (u32 k = 0; k < flat.count; k++) vec_push(x->arena, &out, flat.at[k]);
            continue;
        }
        Row row = rows->at[i];
        if (p != row.cells[column]) {
            row = row_copy(x, &row, columns);
            row.cells[column] = p;
        }
        if (p && p->kind == PAT_EXTRACT) {
            row.cells[column] = NULL;
            if (pattern_head(p->subs[0])) { /* x => y binds whatever comes */
                row.may_fail = true;
                row.extractor = p;
                row.within = within;
            }
        }
        vec_push(x->arena, &out, row);
    }
    return out;
}

static void solve(Exhaust *x, const Rows *rows, const Column *columns, u32 count, bool top);

/* The rows that remain when the column's value has the constructor of `p`, with a column for each of its parts. */
static void specialise(Exhaust *x, const Rows *rows, const Column *columns, u32 count, u32 at, const TPattern *p, bool top) {
    bool is_object = p->kind == PAT_OBJECT;
    NameVec names = {0};
    u32 parts = p->kind == PAT_CTOR || p->kind == PAT_ARRAY ? p->count : 0;
    if (is_object) { /* the fields that any row names */
        for (u32 i = 0; i < rows->count; i++) {
            const TPattern *cell = rows->at[i].cells[at];
            for (u32 k = 0; cell && k < cell->count; k++) {
                bool known = false;
                for (u32 n = 0; n < names.count; n++) known |= names.at[n] == cell->names[k];
                if (!known) vec_push(x->arena, &names, cell->names[k]);
            }
        }
        parts = names.count;
    }
    u32 total = count - 1 + parts;
    Column *inner = NEW_ARRAY(x->arena, Column, total + 1);
    for (u32 k = 0; k < parts; k++) {
        inner[k] = columns[at];
        if (p->kind == PAT_CTOR) {
            Within within = {columns[at].within, p->ctor, k};
            inner[k].within = arena_copy(x->arena, &within, sizeof within);
        }
        if (!is_object) inner[k].type = p->subs[k]->type;
    }
    u32 next = parts;
    for (u32 c = 0; c < count; c++) {
        if (c != at) inner[next++] = columns[c];
    }
    Rows out = {0};
    for (u32 i = 0; i < rows->count; i++) {
        const Row *row = &rows->at[i];
        const TPattern *cell = row->cells[at];
        if (cell && !pattern_same_head(cell, p)) continue;
        Row copy = {.cells = NEW_ARRAY(x->arena, const TPattern *, total + 1), .may_fail = row->may_fail, .extractor = row->extractor, .within = row->within};
        if (cell && is_object) {
            for (u32 n = 0; n < names.count; n++) {
                for (u32 k = 0; k < cell->count; k++) {
                    if (cell->names[k] != names.at[n]) continue;
                    copy.cells[n] = cell->subs[k];
                    inner[n].type = cell->subs[k]->type;
                }
            }
        } else if (cell) {
            for (u32 k = 0; k < parts; k++) {
                copy.cells[k] = cell->subs[k];
                if (p->kind == PAT_CTOR) inner[k].span = cell->subs[k]->span; /* the last one stands for all */
            }
        }
        u32 to = parts;
        for (u32 c = 0; c < count; c++) {
            if (c != at) copy.cells[to++] = row->cells[c];
        }
        vec_push(x->arena, &out, copy);
    }
    Column whole = x->whole;
    const char *last = x->last;
    if (p->kind == PAT_CTOR || (p->kind == PAT_CONST && p->expr->kind == TE_BOOL)) {
        x->whole = columns[at];
        x->last = p->kind == PAT_CTOR ? p->ctor->name->text : p->expr->bool_value ? "true" : "false";
    }
    solve(x, &out, inner, total, top && p->kind == PAT_CONST && total == 0);
    x->whole = whole;
    x->last = last;
}

static void others(Exhaust *x, const Rows *rows, const Column *columns, u32 count, u32 at, bool top) {
    Rows out = {0};
    for (u32 i = 0; i < rows->count; i++) {
        if (!rows->at[i].cells[at]) vec_push(x->arena, &out, rows->at[i]);
    }
    solve(x, &out, columns, count, top);
}

u64 pattern_constant_key(const TExpr *e) {
    while (e->kind == TE_CAST) e = e->cast.operand;
    if (e->kind == TE_INT || e->kind == TE_FLOAT) {
        double value = e->kind == TE_INT ? e->int_value : e->float_value;
        return hash_bytes(&value, sizeof value, 1);
    }
    if (e->kind == TE_STRING) return hash_bytes(e->string.bytes, e->string.length, 2);
    if (e->kind == TE_BOOL) return hash_mix(3, e->bool_value);
    if (e->kind == TE_TYPE) return hash_mix(4, (u64)(uintptr_t)e->decl);
    return e->kind == TE_FIELD ? hash_mix(5, (u64)(uintptr_t)e->field.field) : 6;
}

/* One column of constants, the usual long switch: in one pass. false: it is something else. */
static bool solve_constants(Exhaust *x, const Rows *rows, const Column *column, bool top) {
    for (u32 i = 0; i < rows->count; i++) {
        const TPattern *cell = rows->at[i].cells[0];
        if (cell && cell->kind != PAT_CONST) return false;
    }
    Map seen = {0};
    const TPattern **heads = NEW_ARRAY(x->arena, const TPattern *, rows->count + 1);
    u32 count = 0;
    bool all = false; /* a row that takes everything */
    for (u32 i = 0; i < rows->count && !all; i++) {
        const Row *row = &rows->at[i];
        const TPattern *cell = row->cells[0];
        u64 key = cell ? pattern_constant_key(cell->expr) : 0;
        if (cell && map_get(&seen, key)) continue;
        if (row->may_fail) continue;
        if (cell) {
            map_set(&seen, key, (void *)cell);
            heads[count++] = cell;
        }
        all = !cell;
    }
    map_free(&seen);
    if (all) return true;
    Text missing = {0};
    bool finite = missing_of(x, column->type, heads, count, &missing);
    if (finite && missing.count) unmatched(x, column, missing.at);
    else if (!finite && top && x->is_statement) x->failed = true;
    else if (!finite) unmatched(x, column, "_");
    text_free(&missing);
    return true;
}

static int compare_heads(const TPattern *a, const TPattern *b) {
    if (a->kind != b->kind) return 0;
    if (a->kind == PAT_CTOR) return (a->ctor->ctor_index > b->ctor->ctor_index) - (a->ctor->ctor_index < b->ctor->ctor_index);
    if (a->kind == PAT_ARRAY) return (a->count > b->count) - (a->count < b->count);
    if (a->kind != PAT_CONST || a->expr->kind != b->expr->kind) return 0;
    if (a->expr->kind == TE_BOOL) return a->expr->bool_value - b->expr->bool_value;
    if (a->expr->kind == TE_INT) return (a->expr->int_value > b->expr->int_value) - (a->expr->int_value < b->expr->int_value);
    return 0;
}

/* In the order in which the official compiler looks at them, whatever the order of the cases: the first that lacks something is reported. */
static void sort_heads(const TPattern **heads, u32 count) {
    for (u32 i = 1; i < count; i++) {
        const TPattern *head = heads[i];
        u32 at = i;
        for (; at && compare_heads(heads[at - 1], head) > 0; at--) heads[at] = heads[at - 1];
        heads[at] = head;
    }
}

static void solve(Exhaust *x, const Rows *given, const Column *columns, u32 count, bool top) {
    if (++x->steps > STEP_LIMIT) {
        x->failed = true;
        return;
    }
    if (given->count == 0) {
        if (top && x->is_statement) x->failed = x->quiet = true; /* whatever else is missing: a default was thought of */
        else unmatched(x, &x->whole, x->last);
        return;
    }
    Rows rows = *given;
    u32 at = 0;
    for (; at < count; at++) {
        rows = expand(x, &rows, at, count, columns[at].within);
        if (rows.at[0].cells[at]) break;
    }
    if (at == count) { /* the first row tests nothing more */
        if (!rows.at[0].may_fail) return;
        Rows rest = {.at = rows.at + 1, .count = rows.count - 1};
        const TPattern *extractor = rows.at[0].extractor;
        if (extractor && !rest.count && !(top && x->is_statement)) {
            Column failing = {.type = extractor->type, .span = extractor->expr->span, .within = rows.at[0].within};
            unmatched(x, &failing, "_");
            return;
        }
        solve(x, &rest, columns, count, top);
        return;
    }
    if (count == 1 && rows.at[0].cells[0]->kind == PAT_CONST && solve_constants(x, &rows, &columns[0], top)) return;
    const TPattern **heads = NEW_ARRAY(x->arena, const TPattern *, rows.count);
    u32 head_count = 0;
    bool wild = false;
    for (u32 i = 0; i < rows.count; i++) {
        const TPattern *cell = rows.at[i].cells[at];
        if (!cell) {
            wild = true;
            continue;
        }
        bool known = false;
        for (u32 k = 0; k < head_count && !known; k++) known = pattern_same_head(heads[k], cell);
        if (!known) heads[head_count++] = cell;
    }
    sort_heads(heads, head_count);
    bool single = heads[0]->kind == PAT_OBJECT;
    Text missing = {0};
    bool finite = missing_of(x, columns[at].type, heads, head_count, &missing);
    if (!single && !wild) {
        if (finite && missing.count) unmatched(x, &columns[at], missing.at);
        else if (!finite && !(top && x->is_statement)) unmatched(x, &columns[at], "_");
        else if (!finite) x->failed = true;
    }
    if (!single && wild && !(finite && !missing.count)) others(x, &rows, columns, count, at, top);
    for (u32 k = 0; k < head_count; k++) specialise(x, &rows, columns, count, at, heads[k], top && !finite);
    text_free(&missing);
}

/* Alternatives of whole tuples are rows of their own. */
static bool add_row(Exhaust *x, Rows *rows, const TPattern *p, bool may_fail, bool tuple, u32 count) {
    Row row = {NEW_ARRAY(x->arena, const TPattern *, count), may_fail, NULL, NULL};
    const TPattern *inner = tuple ? pattern_head(p) : NULL;
    if (inner && inner->kind == PAT_OR) {
        bool ok = true;
        for (u32 i = 0; i < inner->count; i++) ok &= add_row(x, rows, inner->subs[i], may_fail, true, count);
        return ok;
    }
    if (!tuple) row.cells[0] = p;
    else if (inner && inner->kind == PAT_ARRAY) memcpy(row.cells, inner->subs, sizeof *row.cells * count);
    else if (inner) return false;
    vec_push(x->arena, rows, row);
    return true;
}

void check_switch(Typing *t, TExpr *e, const AstSwitch *ast, bool is_statement, TExpr *const *tuple, u32 tuple_count) {
    Arena *arena = arena_new("exhaustiveness");
    Exhaust x = {.t = t, .arena = arena, .is_statement = is_statement, .last = "_"};
    u32 count = tuple ? tuple_count : 1;
    Column *columns = NEW_ARRAY(arena, Column, count);
    for (u32 i = 0; i < count; i++) {
        columns[i].type = tuple ? tuple[i]->type : e->sw.subject->type;
        columns[i].span = tuple ? tuple[i]->span : e->sw.subject->span;
    }
    x.whole = columns[0];
    Rows rows = {0};
    bool failed = false;
    for (u32 i = 0; i < e->sw.count; i++) {
        for (u32 k = 0; k < e->sw.cases[i].pattern_count; k++) {
            const TPattern *p = e->sw.cases[i].patterns[k];
            if (type_is_error(p->type)) failed = true;
            failed |= !add_row(&x, &rows, p, e->sw.cases[i].guard != NULL, tuple != NULL, count);
        }
    }
    if (ast->fallback) {
        Row row = {NEW_ARRAY(arena, const TPattern *, count), false, NULL, NULL};
        vec_push(arena, &rows, row);
    }
    x.quiet = failed;
    if (rows.count || !is_statement) solve(&x, &rows, columns, count, true);
    else x.failed = true;
    e->sw.exhaustive = !x.failed && !failed;
    if (!failed) check_useless(t, e, ast->fallback != NULL, tuple_count);
    arena_free(arena);
}
