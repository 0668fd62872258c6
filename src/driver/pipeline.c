/* pipeline: one edit, from the saved files to new code in the running program.
 *
 * Read from the top: read the texts, parse them and match declarations with what is there, type what changed and what read it, lower,
 * compare, compile, commit. Until live_commit nothing of the running program is touched; program and sources are changed under one undo
 * log, which a refusal rolls back.
 */
#include "session.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* One attempt and what it holds. */
typedef struct Attempt {
    Session *session;
    Undo *undo;
    ChangeSet changes;
    LiveReport report;
    LivePlan *plan;
    bool dry;          /* nothing is shown and no event is written */
    VEC(DiskFile) before; /* dry: what was known of the disk */
    const Field *test; /* the smoke test that refused it; NULL: none */
    VEC(SourceFile *) files; /* whose text differs from the live one */
    u64 lap;
} Attempt;

static u64 lap_us(Attempt *attempt) {
    u64 now = clock_ns(), us = (now - attempt->lap) / 1000;
    attempt->lap = now;
    return us;
}

static void attempt_begin(Attempt *attempt, Session *session) {
    *attempt = (Attempt){.session = session, .undo = undo_new(), .lap = clock_ns()};
    attempt->changes.arena = arena_new("changes");
    attempt->report.arena = arena_new("report");
    session->program->undo = attempt->undo;
    diags_clear(&session->diags);
}

static void attempt_end(Attempt *attempt, bool live) {
    Session *session = attempt->session;
    live_plan_free(attempt->plan);
    if (live) undo_commit(attempt->undo);
    else undo_rollback(attempt->undo);
    undo_free(attempt->undo);
    session->program->undo = NULL;
    for (u32 i = attempt->before.count; i-- > 0;) {
        DiskFile *disk = map_get(&session->disk, attempt->before.at[i].file->id);
        *disk = attempt->before.at[i];
    }
    vec_free(&attempt->before);
    vec_free(&attempt->files);
    arena_free(attempt->changes.arena);
    arena_free(attempt->report.arena);
    diags_clear(&session->diags);
}

/* ---- Texts ------------------------------------------------------------------------------------------------------------------------------------- */

static DiskFile *disk_file(Session *session, SourceFile *file) {
    DiskFile *disk = map_get(&session->disk, file->id);
    if (disk) return disk;
    disk = base_alloc(sizeof *disk);
    *disk = (DiskFile){.file = file, .hash = file->hash, .missing = file->missing};
    map_set(&session->disk, file->id, disk);
    return disk;
}

/* false: the disk says what it said at the last read: a save without a change. */
static bool read_file(Attempt *attempt, SourceFile *file) {
    DiskFile *disk = disk_file(attempt->session, file);
    if (attempt->dry) vec_push(NULL, &attempt->before, *disk);
    u64 live_hash = file->hash;
    bool live_missing = file->missing, changed;
    bool there = source_read(attempt->session->sources, file, attempt->undo, &changed);
    u64 hash = there ? file->hash : 0;
    bool news = there ? disk->missing || hash != disk->hash : !disk->missing;
    disk->missing = !there;
    if (there) disk->hash = hash;
    bool differs = there ? live_missing || hash != live_hash : !live_missing;
    disk->dirty = differs;
    if (differs) vec_push(NULL, &attempt->files, file);
    return news;
}

static bool is_in(SourceFile *const *files, u32 count, const SourceFile *file) {
    for (u32 i = 0; i < count; i++)
        if (files[i] == file) return true;
    return false;
}

static bool read_texts(Attempt *attempt, SourceFile *const *files, u32 count, bool forced) {
    Session *session = attempt->session;
    bool news = forced;
    for (u32 i = 0; i < count; i++) news |= read_file(attempt, files[i]);
    if (!news) return false;
    for (MapEntry *entry = NULL; (entry = map_next(&session->disk, entry));) {
        DiskFile *disk = entry->value;
        if (disk->dirty && !is_in(files, count, disk->file)) read_file(attempt, disk->file);
    }
    return true;
}

/* The texts of a kept version. Files that it did not have are left as they are: nothing in it names them. */
static void take_texts(Attempt *attempt, const LiveVersion *version) {
    for (u32 i = 0; i < version->texts.count; i++) {
        const LiveText *text = version->texts.at[i];
        bool changed;
        DiskFile *disk = disk_file(attempt->session, text->file);
        source_set_text(attempt->session->sources, text->file, attempt->undo, text->text, text->length, &changed);
        if (!changed) continue;
        disk->dirty = true; /* `reload` applies the disk again */
        vec_push(NULL, &attempt->files, text->file);
    }
}

/* ---- Refusals ---------------------------------------------------------------------------------------------------------------------------------- */

static void show_diags(Session *session) {
    Text shown = {0};
    source_print_diags(session->sources, &session->diags, session->options->diag_format, &shown);
    if (shown.count) fwrite(shown.at, 1, shown.count, stderr);
    text_free(&shown);
}

static UpdateResult refuse(Attempt *attempt, LiveStage stage, Text *refused) {
    Session *session = attempt->session;
    Text json = {0}, shown = {0};
    if (!attempt->dry) show_diags(session);
    source_print_diags(session->sources, &session->diags, DIAG_JSON_ARRAY, &json);
    source_print_diags(session->sources, &session->diags, session->options->diag_format, &shown);
    u32 version = live_version(session->live);
    session->refused_at = stage;
    if (!attempt->dry) events_reject(&session->events, version, stage, json.at ? json.at : "[]", &session->last_event);
    if (attempt->dry) text_printf(&session->last_event, "{\"event\":\"check\",\"version\":%u,\"stage\":\"%s\",\"diagnostics\":%s}\n", version,
                                  live_stage_text[stage], json.at ? json.at : "[]");
    else session_say(session, "update refused (%s): the program goes on with version %u", live_stage_text[stage], version);
    if (refused && shown.count) text_add(refused, shown.at, shown.count);
    text_free(&json);
    text_free(&shown);
    attempt_end(attempt, false);
    return UPDATE_REFUSED;
}

static UpdateResult refuse_text(Attempt *attempt, LiveStage stage, Text *error, Text *refused) {
    Span span = attempt->files.count ? (Span){attempt->files.at[0]->id, 0, 0} : NO_SPAN;
    const Field *test = stage == LIVE_SMOKE ? attempt->test : NULL;
    if (test && test->ast && test->module) span = (Span){test->module->file->id, test->ast->name.start, test->ast->name.end};
    const char *code = stage == LIVE_SMOKE ? "live.smoke" : stage == LIVE_MIGRATE ? live_plan_refusal(attempt->plan) : "live.compile";
    diag_error(&attempt->session->diags, span, code, "%s", error->at ? error->at : "");
    text_free(error);
    return refuse(attempt, stage, refused);
}

/* ---- The attempt ------------------------------------------------------------------------------------------------------------------------------- */

static Name shown_path(Session *session, const SourceFile *file) {
    (void)session;
    return file->path;
}

/* For tests: an attempt that fails behind this stage. */
static bool is_forced_to_fail(const Attempt *attempt, const char *stage, Text *error) {
    const char *wanted = attempt->session->options->flags.fail_stage;
    if (wanted && strncmp(wanted, "fatal-", 6) == 0 && strcmp(wanted + 6, stage) == 0) FATAL("forced after %s", stage);
    if (!wanted || strcmp(wanted, stage) != 0) return false;
    text_printf(error, "forced to fail after %s", stage);
    return true;
}

/* From changed texts to a plan with its code. On failure *stage says where; errors are in diags. */
static bool prepare(Attempt *attempt, LiveStage *stage, Text *error) {
    Session *session = attempt->session;
    LiveTimes *us = &attempt->report.us;
    *stage = LIVE_PARSE;
    attempt->plan = live_plan_new(session->live, &attempt->changes, &attempt->report); /* knows what was there before */
    project_forget_listings(session->project);
    program_reparse(session->program, attempt->files.at, attempt->files.count, &attempt->changes);
    us->parse = lap_us(attempt);
    if (!attempt->changes.syntax_errors) *stage = LIVE_TYPE; /* declarations that do not resolve */
    if (session->diags.errors || is_forced_to_fail(attempt, "parse", error)) return false;

    *stage = LIVE_TYPE;
    bool ok = live_plan_type(attempt->plan);
    us->type = lap_us(attempt);
    if (!ok || is_forced_to_fail(attempt, "type", error)) return false;

    ok = live_plan_lower(attempt->plan, stage);
    us->lower = lap_us(attempt);
    if (!ok || is_forced_to_fail(attempt, "lower", error)) return false;

    *stage = LIVE_COMPILE;
    ok = live_plan_compile(attempt->plan, error);
    us->compile = lap_us(attempt);
    return ok && !is_forced_to_fail(attempt, "compile", error);
}

/* The same; a fault of the compiler's own refuses the update like one of the text's. */
static bool prepare_safely(Attempt *attempt, LiveStage *stage, Text *error) {
    FatalGuard guard;
    if (setjmp(guard.buffer)) {
        text_printf(error, "%s", guard.message);
        return false;
    }
    base_fatal_guard = &guard;
    bool ok = prepare(attempt, stage, error);
    base_fatal_guard = NULL;
    return ok;
}

static void explain(Session *session, const LiveReport *report) {
    if (!session->options->flags.explain) return;
    for (u32 i = 0; i < report->changed.count; i++) session_say(session, "  %s: its own text changed", report->changed.at[i]->text);
    for (u32 i = 0; i < report->added.count; i++) session_say(session, "  %s: new", report->added.at[i]->text);
    for (u32 i = 0; i < report->removed.count; i++) session_say(session, "  %s: removed", report->removed.at[i]->text);
    for (u32 i = 0; i < report->dependents.count; i++)
        session_say(session, "  %s: compiled anew for something that it reads", report->dependents.at[i]->text);
    for (u32 i = 0; i < report->frames_stale.count; i++)
        session_say(session, "  %s (version %u, %u frames): %s", report->frames_stale.at[i].function->text, report->frames_stale.at[i].version,
                    report->frames_stale.at[i].count, report->frames_stale.at[i].why);
}

static void say_live(Session *session, const LiveReport *report, bool rollback) {
    Text what = {0};
    const NameVec *lists[3] = {&report->changed, &report->added, &report->removed};
    static const char *const signs[3] = {"", "+", "-"};
    u32 shown = 0, total = 0;
    for (u32 k = 0; k < 3; k++) {
        total += lists[k]->count;
        for (u32 i = 0; i < lists[k]->count && shown < 6; i++, shown++)
            text_printf(&what, "%s%s%s", shown ? ", " : "", signs[k], lists[k]->at[i]->text);
    }
    if (total > shown) text_printf(&what, ", and %u more", total - shown);
    session_say(session, "version %u is live%s%s%s (%.2f ms, stopped %.2f ms)", report->version, rollback ? " again" : "", what.count ? ": " : "",
                what.count ? what.at : "", (double)report->us.total / 1000, (double)report->us.pause / 1000);
    text_free(&what);
    for (u32 i = 0; i < report->migrated.count; i++) {
        const LiveMigrated *row = &report->migrated.at[i];
        session_say(session, "  %u live %s migrated", row->instances, row->cls->text);
    }
    explain(session, report);
}

static bool has_tokens_changed(const Attempt *attempt) { return attempt->changes.list.count || attempt->changes.imports_changed; }

/* What the copy printed, a line each, as Molt's messages. */
static void show_copy_output(Session *session, const Text *output) {
    for (const char *at = output->at, *end = at + output->count; at && at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        session_say(session, "canary: %.*s", (int)(stop - at), at);
        at = stop + 1;
    }
}

/* false: the update must not go live; *stage and *error say why. */
static bool passes_canary(Attempt *attempt, LiveStage *stage, Text *error) {
    Session *session = attempt->session;
    if (!live_canary_wanted(attempt->plan)) return true;
    Text output = {0}, why = {0};
    CanaryVerdict verdict = live_canary(attempt->plan, &output, &why, &attempt->test);
    show_copy_output(session, &output);
    *stage = LIVE_SMOKE;
    switch (verdict) {
    case CANARY_PASSED:
        attempt->report.canary = "passed";
        attempt->report.canary_why = "";
        break;
    case CANARY_INCONCLUSIVE:
        attempt->report.canary = "inconclusive";
        attempt->report.canary_why = arena_printf(attempt->report.arena, "%s", why.at);
        session_say(session, "canary: not conclusive: %s, which a copy of the program may not", why.at);
        break;
    case CANARY_COMMIT_FAILED: *stage = LIVE_MIGRATE; /* fallthrough */
    case CANARY_TEST_FAILED:
        text_add(error, why.at, why.count);
        while (error->count && error->at[error->count - 1] == '\n') error->count--;
        if (output.count) {
            text_str(error, "\nIt printed:\n");
            text_add(error, output.at, output.count);
        }
        text_add(error, "", 1);
        error->count--;
    }
    text_free(&output);
    text_free(&why);
    return verdict == CANARY_PASSED || verdict == CANARY_INCONCLUSIVE;
}

UpdateResult session_update(Session *session, SourceFile *const *files, u32 count, const UpdateCause *cause, Text *refused) {
    Attempt attempt;
    attempt_begin(&attempt, session);
    attempt.dry = cause->dry;
    const LiveVersion *target = cause->rollback_to ? live_history_find(session->live, cause->rollback_to) : NULL;
    if (target) {
        take_texts(&attempt, target);
    } else if (!read_texts(&attempt, files, count, cause->final || cause->retry)) {
        attempt_end(&attempt, true); /* the same texts: nothing to undo, and `missing` may have healed */
        return UPDATE_NOTHING;
    }
    if (!attempt.files.count && !target) {
        attempt_end(&attempt, true);
        return UPDATE_NOTHING;
    }
    for (u32 i = 0; i < attempt.files.count; i++) vec_push(attempt.report.arena, &attempt.report.files, shown_path(session, attempt.files.at[i]));

    LiveStage stage;
    Text error = {0};
    if (!prepare_safely(&attempt, &stage, &error)) {
        if (!cause->final && !target) { /* it may heal */
            text_free(&error);
            attempt_end(&attempt, false);
            return UPDATE_AGAIN;
        }
        if (error.count) return refuse_text(&attempt, stage, &error, refused);
        return refuse(&attempt, stage, refused);
    }
    if (!cause->final && session_more_saved(session)) {
        attempt_end(&attempt, false);
        return UPDATE_AGAIN;
    }
    if (!has_tokens_changed(&attempt) && live_plan_is_empty(attempt.plan) && !target && !cause->dry) {
        live_refresh_positions(session->live, attempt.changes.modules.at, attempt.changes.modules.count);
        for (u32 i = 0; i < attempt.files.count; i++) disk_file(session, attempt.files.at[i])->dirty = false;
        attempt_end(&attempt, true);
        return UPDATE_NOTHING;
    }
    if (cause->dry && live_plan_is_empty(attempt.plan) && !has_tokens_changed(&attempt)) {
        attempt_end(&attempt, false);
        return UPDATE_NOTHING;
    }
    if (!target && !passes_canary(&attempt, &stage, &error)) return refuse_text(&attempt, stage, &error, refused);
    if (!cause->final && session_more_saved(session)) { /* while the canary worked */
        attempt_end(&attempt, false);
        return UPDATE_AGAIN;
    }
    if (cause->dry) {
        live_plan_report(attempt.plan);
        events_check(&attempt.report, &session->last_event);
        report_text(&attempt.report, &session->tried);
        attempt_end(&attempt, false);
        return UPDATE_LIVE;
    }
    if (target) live_plan_set_version(attempt.plan, target->number);
    if (cause->cause) live_plan_force(attempt.plan);
    if (!live_commit(attempt.plan, &error)) return refuse_text(&attempt, LIVE_MIGRATE, &error, refused);

    LiveReport *report = &attempt.report;
    report->us.total = (clock_ns() - cause->woken_ns) / 1000;
    if (cause->saved_epoch > 0 && cause->woken_epoch > cause->saved_epoch)
        report->us.detect = (u64)((cause->woken_epoch - cause->saved_epoch) * 1e6);
    live_refresh_positions(session->live, attempt.changes.modules.at, attempt.changes.modules.count);
    if (!target)
        for (u32 i = 0; i < attempt.files.count; i++) disk_file(session, attempt.files.at[i])->dirty = false;
    show_diags(session); /* warnings */
    events_update(&session->events, report, target ? (cause->cause ? cause->cause : "request") : NULL, cause->message ? cause->message : "",
                  &session->last_event);
    for (u32 i = 0; i < report->retired.count; i++) events_retire(&session->events, &report->retired.at[i]);
    say_live(session, report, target != NULL);
    if (!target) live_history_add(session->live, report, CAUSE_UPDATE);
    attempt_end(&attempt, true);
    session_watch_modules(session);
    return UPDATE_LIVE;
}
