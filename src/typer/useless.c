/* useless: cases of a switch, and alternatives in them, that the cases in front leave nothing to match.
 *
 * A pattern is useful when some value matches it and none of the patterns above. Patterns are looked at from left to right, constructor
 * by constructor; that all constructors of a type may have had their turn is not considered, as in the official compiler: a last
 * `case _` is never too much. Cases with a guard and extractors may fail and so take nothing away. The work is bounded.
 */
#include "typing.h"

enum { STEP_LIMIT = 2000000 };

typedef VEC(const TPattern *const *) Lines; /* each a row of cells; a cell that is NULL matches anything */

typedef struct Useless {
    Typing *t;
    Arena *arena;
    Lines above;   /* one cell each */
    const TPattern *any_tuple; /* what `_` is for a tuple; NULL: the subject is none */
    Map constants; /* that stand alone in a case above */
    bool all_constant, has_any; /* of the cases above */
    u32 steps;
} Useless;

static bool useful(Useless *u, const Lines *above, const TPattern *const *cells, u32 count);

static const TPattern **cells_new(Useless *u, u32 count) { return NEW_ARRAY(u->arena, const TPattern *, count + 1); }

/* Alternatives in the first cell become rows of their own; what an extractor decides is no help. */
static void expand(Useless *u, const TPattern *const *cells, u32 count, Lines *out) {
    const TPattern *p = pattern_head(cells[0]);
    if (p && p->kind == PAT_EXTRACT) return;
    for (u32 k = 0; p && p->kind == PAT_OR && k < p->count; k++) {
        const TPattern **row = cells_new(u, count);
        memcpy(row, cells, count * sizeof *row);
        row[0] = p->subs[k];
        expand(u, row, count, out);
    }
    if (!p || p->kind != PAT_OR) vec_push(u->arena, out, cells);
}

static void add_names(Useless *u, NameVec *names, const TPattern *p) {
    for (u32 k = 0; k < p->count; k++) {
        bool known = false;
        for (u32 n = 0; n < names->count && !known; n++) known = names->at[n] == p->names[k];
        if (!known) vec_push(u->arena, names, p->names[k]);
    }
}

/* The cells with the parts of the first in its place; NULL in front: parts that match anything. */
static const TPattern **open(Useless *u, const TPattern *const *cells, u32 count, u32 parts, const NameVec *names) {
    const TPattern **row = cells_new(u, parts + count - 1);
    const TPattern *p = pattern_head(cells[0]);
    for (u32 k = 0; p && p->kind != PAT_CONST && k < p->count; k++) {
        u32 to = k;
        for (u32 n = 0; p->kind == PAT_OBJECT && n < names->count; n++)
            if (names->at[n] == p->names[k]) to = n;
        row[to] = p->subs[k];
    }
    memcpy(row + parts, cells + 1, (count - 1) * sizeof *row);
    return row;
}

static bool specialised(Useless *u, const Lines *above, const TPattern *const *cells, u32 count, const TPattern *p) {
    Lines same = {0}, rows = {0};
    NameVec names = {0};
    if (p->kind == PAT_OBJECT) add_names(u, &names, p);
    for (u32 i = 0; i < above->count; i++) {
        const TPattern *other = pattern_head(above->at[i][0]);
        if (other && !pattern_same_head(other, p)) continue;
        if (other && p->kind == PAT_OBJECT) add_names(u, &names, other);
        vec_push(u->arena, &same, above->at[i]);
    }
    u32 parts = p->kind == PAT_OBJECT ? names.count : p->kind == PAT_CONST ? 0 : p->count;
    for (u32 i = 0; i < same.count; i++) {
        const TPattern *const *row = open(u, same.at[i], count, parts, &names);
        vec_push(u->arena, &rows, row);
    }
    return useful(u, &rows, open(u, cells, count, parts, &names), parts + count - 1);
}

static bool useful(Useless *u, const Lines *above, const TPattern *const *cells, u32 count) {
    u->steps += above->count + 1;
    if (above->count == 0 || u->steps > STEP_LIMIT) return true;
    if (count == 0) return false;
    Lines rows = {0};
    for (u32 i = 0; i < above->count; i++) expand(u, above->at[i], count, &rows);
    const TPattern *p = pattern_head(cells[0]);
    if (!p) {
        Lines rest = {0};
        for (u32 i = 0; i < rows.count; i++) {
            const TPattern *const *row = rows.at[i] + 1;
            if (!pattern_head(rows.at[i][0])) vec_push(u->arena, &rest, row);
        }
        return useful(u, &rest, cells + 1, count - 1);
    }
    if (p->kind == PAT_EXTRACT) return true;
    if (p->kind != PAT_OR) return specialised(u, &rows, cells, count, p);
    const TPattern **one = cells_new(u, count);
    memcpy(one, cells, count * sizeof *one);
    for (u32 k = 0; k < p->count; k++) {
        one[0] = p->subs[k];
        if (useful(u, &rows, one, count)) return true;
    }
    return false;
}

/* ---- Alternatives -------------------------------------------------------------------------------------------------------------------------- */

/* The pattern with that alternative alone in place of the alternatives. */
static const TPattern *choose(Useless *u, const TPattern *p, const TPattern *alternatives, const TPattern *chosen) {
    if (p == alternatives) return chosen;
    if (p == u->any_tuple) return p;
    TPattern *copy = NULL;
    for (u32 k = 0; k < p->count; k++) {
        const TPattern *sub = choose(u, p->subs[k], alternatives, chosen);
        if (sub == p->subs[k]) continue;
        if (!copy) {
            copy = arena_copy(u->arena, p, sizeof *p);
            copy->subs = arena_copy(u->arena, p->subs, p->count * sizeof *p->subs);
        }
        copy->subs[k] = (TPattern *)sub;
    }
    return copy ? copy : p;
}

/* Tells of the first alternative within `p`, a part of `whole`, that is useless. */
static bool report_alternative(Useless *u, const TPattern *whole, const TPattern *p) {
    Lines above = {0};
    const TPattern *unused = NULL;
    u32 count = 0;
    for (u32 i = 0; p->kind == PAT_OR && i < u->above.count; i++) vec_push(u->arena, &above, u->above.at[i]);
    for (u32 k = 0; p->kind == PAT_OR && k < p->count; k++) {
        const TPattern **row = cells_new(u, 1);
        row[0] = choose(u, whole, p, p->subs[k]);
        if (!useful(u, &above, row, 1)) {
            if (!unused) unused = p->subs[k];
            count++;
        }
        const TPattern *const *line = row;
        vec_push(u->arena, &above, line);
    }
    if (unused) {
        warn(u->t, count == p->count ? p->span : unused->span, "switch.unused", "This pattern is unused");
        return true;
    }
    for (u32 k = 0; k < p->count && p != u->any_tuple; k++)
        if (report_alternative(u, whole, p->subs[k])) return true;
    return false;
}

/* ---- Cases ------------------------------------------------------------------------------------------------------------------------------------ */

/* Constants and what takes anything, alone or as alternatives: the usual long switch needs no matrix. 0: something else; 1: useful in
 * all its parts; 2: not. */
static int check_constants(Useless *u, const TPattern *p, bool keeps) {
    p = pattern_head(p);
    if (p && p->kind != PAT_CONST && p->kind != PAT_OR) return 0;
    int result = 1;
    if (!p || p->kind == PAT_CONST) {
        u64 key = p ? pattern_constant_key(p->expr) : 0;
        if (u->has_any || (p && map_get(&u->constants, key))) return 2;
        if (keeps && p) map_set(&u->constants, key, u);
        if (keeps && !p) u->has_any = true;
        return 1;
    }
    for (u32 k = 0; k < p->count && result; k++) {
        int part = check_constants(u, p->subs[k], keeps);
        result = part ? MAX(part, result) : 0;
    }
    return result;
}

static void check_case(Useless *u, const TPattern *p, Span span, bool keeps) {
    if (u->any_tuple && !pattern_head(p)) p = u->any_tuple;
    const TPattern **row = cells_new(u, 1);
    row[0] = p;
    int simple = u->all_constant ? check_constants(u, p, keeps) : 0;
    if (!simple) u->all_constant = false;
    if (simple != 1 && !report_alternative(u, p, p) && !useful(u, &u->above, row, 1)) warn(u->t, span, "switch.unused", "This case is unused");
    const TPattern *const *line = row;
    if (keeps) vec_push(u->arena, &u->above, line);
}

void check_useless(Typing *t, const TExpr *e, bool has_default, u32 tuple_count) {
    Useless u = {.t = t, .arena = arena_new("useless patterns"), .all_constant = true};
    TPattern tuple = {.kind = PAT_ARRAY, .count = tuple_count, .subs = NEW_ARRAY(u.arena, TPattern *, tuple_count + 1)};
    if (tuple_count) u.any_tuple = &tuple;
    for (u32 i = 0; i < e->sw.count && u.steps <= STEP_LIMIT; i++) {
        const TCase *clause = &e->sw.cases[i];
        TPattern any = {.kind = PAT_OR, .count = clause->pattern_count, .subs = clause->patterns};
        any.span = clause->patterns[0]->span;
        any.span.end = clause->patterns[any.count - 1]->span.end;
        TPattern *all = arena_copy(u.arena, &any, sizeof any);
        check_case(&u, any.count == 1 ? clause->patterns[0] : all, clause->span, !clause->guard);
    }
    TPattern anything = {.kind = PAT_ANY};
    if (has_default && u.steps <= STEP_LIMIT) check_case(&u, &anything, e->sw.otherwise->span, true);
    map_free(&u.constants);
    arena_free(u.arena);
}
