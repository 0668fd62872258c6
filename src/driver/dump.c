/* dump: what the stages of the compiler made of a function (`molt dump`). */
#include "session.h"

#include <stdlib.h>

typedef struct DumpWork {
    DumpStage stage;
    const char *function;
    bool ok;
} DumpWork;

/* "pack.C.m/1" is part of the field pack.C.m. */
static bool is_asked(const char *asked, Name path) {
    if (!asked) return true;
    size_t length = strcspn(asked, "/`");
    return path->length == length && memcmp(path->text, asked, length) == 0;
}

static void dump_syntax(Session *session, DumpStage stage, Text *out) {
    for (u32 i = 0; i < session->program->module_list.count; i++) {
        Module *module = session->program->module_list.at[i];
        if (!module->is_user || !module->ast) continue;
        text_printf(out, "// %s\n", module->file->path->text);
        if (stage == DUMP_TOKENS) syntax_dump_tokens(module->ast, module->file, out);
        else syntax_dump(module->ast, out);
    }
}

static bool dump_code(Session *session, DumpWork *work, const MirUnit *unit, Text *out) {
    Text error = {0};
    CodegenTier tier = session->options->tier == TIER_FAST ? CODEGEN_FAST : CODEGEN_OPTIMISED;
    bool ok = live_dump(session->live, unit, tier, work->stage == DUMP_LLVM ? CODEGEN_DUMP_LLVM : CODEGEN_DUMP_ASM, out, &error);
    if (!ok) session_say(session, "%s", error.at ? error.at : "");
    text_free(&error);
    return ok;
}

static bool dump_field(Session *session, DumpWork *work, Field *field, Text *out) {
    if (work->stage == DUMP_TAST) {
        FunctionBody *body = field_body(session->program, field);
        if (body) typer_dump_body(out, session->program, body);
        return true;
    }
    if (!lower_has_code(session->lowering, field)) return true;
    if (work->stage == DUMP_HIR) {
        lower_dump_hir(session->lowering, field, out);
        return true;
    }
    MirUnit *unit = lower_field(session->lowering, field);
    if (!unit) return false;
    bool ok = true;
    if (work->stage == DUMP_MIR) {
        for (u32 i = 0; i < unit->funcs.count; i++)
            if (!work->function || !strpbrk(work->function, "/`") || name_is(unit->funcs.at[i]->name, work->function))
                mir_print(out, unit->funcs.at[i]);
    } else {
        ok = dump_code(session, work, unit, out);
    }
    mir_unit_free(unit);
    return ok;
}

static void dump_work(Session *session, void *argument) {
    DumpWork *work = argument;
    Text out = {0};
    session->program = program_new(session->names, session->sources, session->project, &session->diags, session->options->flags);
    work->ok = program_load(session->program);
    if (work->ok && work->stage > DUMP_AST) {
        program_check_user_modules(session->program);
        work->ok = session->diags.errors == 0 && session_start_live(session);
    }
    if (work->stage == DUMP_TOKENS || work->stage == DUMP_AST) {
        if (session->program->module_list.count) dump_syntax(session, work->stage, &out);
    } else if (work->ok) {
        bool any = false;
        for (MapEntry *entry = NULL; (entry = map_next(&session->program->fields, entry));) {
            Field *field = entry->value;
            bool ours = field->owner && field->module && (field->module->is_user || work->function);
            if (!ours || !is_asked(work->function, field->path)) continue;
            any = true;
            work->ok &= dump_field(session, work, field, &out);
        }
        if (!any && work->function) {
            session_say(session, "there is no function %s (names are pack.Class.method, pack.Class.new, pack.Class.method/1)", work->function);
            work->ok = false;
        }
    }
    Text diags = {0};
    source_print_diags(session->sources, &session->diags, session->options->diag_format, &diags);
    work->ok &= session->diags.errors == 0;
    if (diags.count) fwrite(diags.at, 1, diags.count, stderr);
    if (out.count) fwrite(out.at, 1, out.count, stdout);
    text_free(&diags);
    text_free(&out);
}

bool session_dump(Session *session, DumpStage stage, const char *function) {
    DumpWork work = {stage, function, false};
    session_on_compiler_thread(session, dump_work, &work);
    return work.ok;
}
