/* unify_report.c: says why two types do not unify, in the official compiler's words.
 *
 *     Int should be String                        error: String should be Int
 *     ... { a : Int } has no field b              ... have: Map<..., { x: String }>
 *                                                 ... want: Map<..., { x: Int }>
 *
 * The second form when the mismatch lies inside the types: the reasons are cut into accesses (field x of type argument 1 of …).
 */
#include "unify.h"

/* One level: the types compared there, and how the level within is reached. */
typedef struct Level {
    UnifyReason access; /* how it was reached; of the outermost level unused */
    Type *have, *want;  /* NULL: not known */
} Level;

typedef struct Report {
    Program *program;
    PrintContext print;
    u32 level_count;
    Level levels[64];
} Report;

static void fill(Text *out, const char *text, u32 index, u32 count)
{
    for (u32 i = 0; i < count; i++) {
        if (i) text_str(out, ", ");
        text_str(out, i == index ? text : "...");
    }
}

/* The type on one side at a level, with `...` for all that does not lead to the mismatch. Arguments of functions swap the sides. */
static void print_side(Report *report, u32 at, bool want, Text *out)
{
    const Level *level = &report->levels[at];
    Type *type = want ? level->want : level->have;
    if (at + 1 == report->level_count) {
        report->print.out = out;
        if (type) write_type_head(&report->print, type);
        else text_str(out, "Dynamic");
        return;
    }
    const UnifyReason *access = &report->levels[at + 1].access;
    Text inner = {0};
    print_side(report, at + 1, access->kind == REASON_ARGUMENT ? !want : want, &inner);
    type = type ? type_shallow(type) : NULL;
    if (access->kind == REASON_FIELD) {
        text_printf(out, "{ %s: %s }", access->name->text, inner.at);
    } else if (access->kind == REASON_RETURN) {
        text_printf(out, "(...) -> %s", inner.at);
    } else if (access->kind == REASON_ARGUMENT) {
        text_char(out, '(');
        fill(out, inner.at, access->index, access->count);
        text_str(out, ") -> ...");
    } else {
        bool is_decl = type && type->kind == TYPE_DECL;
        text_str(out, is_decl ? type->decl.decl->path->text : "Dynamic");
        text_char(out, '<');
        fill(out, inner.at, access->index, is_decl ? type->decl.count : 1);
        text_char(out, '>');
    }
    text_free(&inner);
}

static bool is_access(UnifyReasonKind kind)
{
    return kind == REASON_FIELD || kind == REASON_ARGUMENT || kind == REASON_RETURN || kind == REASON_PARAMETER;
}

static void print_reason(Report *report, const UnifyReason *reason, Text *out)
{
    report->print.out = out;
    switch (reason->kind) {
    case REASON_CANNOT_UNIFY: {
        Text wanted = {0}; /* comes first where unknown types are numbered */
        report->print.out = &wanted;
        write_type(&report->print, reason->to);
        report->print.out = out;
        write_type(&report->print, reason->from);
        text_printf(out, " should be %s", wanted.at);
        text_free(&wanted);
        return;
    }
    case REASON_NO_FIELD:
    case REASON_EXTRA_FIELD:
        write_type(&report->print, reason->from);
        text_printf(out, " has %s field %s", reason->kind == REASON_NO_FIELD ? "no" : "extra", reason->name->text);
        return;
    case REASON_TEXT:
        text_str(out, reason->text);
        return;
    case REASON_FIELD:
    case REASON_ARGUMENT:
    case REASON_RETURN:
    case REASON_PARAMETER:
        return;
    }
}

/* Cuts the reasons (innermost first) into levels; gives the index of the first reason of the innermost level. */
static u32 cut_levels(Report *report, const UnifyReasons *reasons)
{
    u32 start = reasons->count;
    report->level_count = 1;
    for (u32 i = reasons->count; i-- > 0;) {
        const UnifyReason *reason = &reasons->at[i];
        Level *level = &report->levels[report->level_count - 1];
        if (reason->kind == REASON_CANNOT_UNIFY && !level->have) level->have = reason->from, level->want = reason->to;
        if (!is_access(reason->kind) || report->level_count == LEN(report->levels)) continue;
        report->levels[report->level_count++] = (Level){.access = *reason};
        start = i;
    }
    return start;
}

static void report_flat(Report *report, Span span, const UnifyReasons *reasons, bool as_notes)
{
    bool said_cannot = false, first = !as_notes;
    for (u32 i = reasons->count; i-- > 0;) {
        const UnifyReason *reason = &reasons->at[i];
        if (reason->kind == REASON_CANNOT_UNIFY && said_cannot) continue;
        said_cannot |= reason->kind == REASON_CANNOT_UNIFY;
        Text text = {0};
        print_reason(report, reason, &text);
        if (first) diag_error(report->program->diags, span, "type.mismatch", "%s", text.at);
        else diag_note(report->program->diags, span, "type.mismatch", "%s", text.at);
        text_free(&text);
        first = false;
    }
}

static void report_nested(Report *report, Span span, const UnifyReasons *reasons, u32 start, bool as_notes)
{
    const UnifyReason *main = NULL;
    for (u32 i = start; i-- > 0;) {
        const UnifyReason *reason = &reasons->at[i];
        if (!main || (main->kind == REASON_CANNOT_UNIFY && reason->kind != REASON_CANNOT_UNIFY)) main = reason;
    }
    Text text = {0}, have = {0}, want = {0};
    if (main) print_reason(report, main, &text);
    print_side(report, 0, false, &have);
    print_side(report, 0, true, &want);
    Diags *diags = report->program->diags;
    const char *wrong = text.at ? text.at : "types do not unify";
    if (as_notes) diag_note(diags, span, "type.mismatch", "error: %s", wrong);
    else diag_error(diags, span, "type.mismatch", "error: %s", wrong);
    diag_note(diags, span, "type.mismatch", "have: %s", have.at);
    diag_note(diags, span, "type.mismatch", "want: %s", want.at);
    text_free(&text);
    text_free(&have);
    text_free(&want);
}

void unify_report_reasons(Program *program, Span span, const UnifyReasons *reasons, bool as_notes)
{
    Report report = {.program = program};
    u32 start = cut_levels(&report, reasons);
    const Level *outer = &report.levels[0];
    Type *have = outer->have ? type_shallow(outer->have) : NULL;
    bool of_type = have && have->kind == TYPE_DECL && (have->decl.decl == program->core.class_ || have->decl.decl == program->core.enum_);
    if (of_type && report.level_count > 1) { /* a type as a value: it is named as a whole */
        UnifyReason whole = {.kind = REASON_CANNOT_UNIFY, .from = outer->have, .to = outer->want};
        UnifyReasons one = {0};
        vec_push(program->state->scratch, &one, whole);
        report_flat(&report, span, &one, as_notes);
    } else if (report.level_count == 1) report_flat(&report, span, reasons, as_notes);
    else report_nested(&report, span, reasons, start, as_notes);
}

void unify_report(Program *program, Span span, Type *from, Type *to)
{
    if (type_is_error(from) || type_is_error(to)) return;
    UnifyReasons reasons = {0};
    u32 mark = mono_mark(program);
    bool ok = unify_explain(program, from, to, &reasons);
    if (ok || !reasons.count) {
        /* It unifies now, after what the first attempt bound: say what was asked. */
        UnifyReason plain = {.kind = REASON_CANNOT_UNIFY, .from = from, .to = to};
        reasons.count = 0;
        vec_push(program->state->scratch, &reasons, plain);
    }
    unify_report_reasons(program, span, &reasons, false);
    mono_undo(program, mark);
}

bool unify_or_report(Program *program, Span span, Type *from, Type *to)
{
    if (type_unify(program, from, to)) return true;
    unify_report(program, span, from, to);
    return false;
}
