/* commands: what `molt status|history|ps|diff|rollback|reload|restart` and the keys do, on the running program's side. */
#include "session.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

void session_say(Session *session, const char *format, ...) {
    (void)session;
    Text line = {0};
    text_str(&line, "molt: ");
    va_list list;
    va_start(list, format);
    char buffer[2048];
    vsnprintf(buffer, sizeof buffer, format, list);
    va_end(list);
    text_str(&line, buffer);
    text_char(&line, '\n');
    if (write(STDERR_FILENO, line.at, line.count) < 0) { /* nobody listens */ }
    text_free(&line);
}

static void add_status(Session *session, bool json, Text *out) {
    LiveStatus status;
    live_status(session->live, &status);
    double seconds = clock_epoch() - session->started;
    if (json) {
        text_printf(out,
                    "{\"pid\":%d,\"version\":%u,\"uptime\":%.3f,\"functions\":%u,\"compiled\":%u,\"stale\":%u,\"classes\":%u,\"statics\":%u,"
                    "\"code_bytes\":%llu,\"heap_bytes\":%llu,\"heap_used\":%llu,\"collections\":%llu,\"modules\":%u}\n",
                    (int)getpid(), status.version, seconds, status.functions, status.compiled, status.stale_functions, status.classes,
                    status.statics, (unsigned long long)status.code_bytes, (unsigned long long)status.heap_bytes,
                    (unsigned long long)status.heap_used, (unsigned long long)status.collections, live_module_count(session->live));
        return;
    }
    text_printf(out, "process    %d, running for %.0f s\n", (int)getpid(), seconds);
    text_printf(out, "version    %u\n", status.version);
    text_printf(out, "functions  %u, %u compiled, %u of older versions not freed yet; %llu KB of code\n", status.functions, status.compiled,
                status.stale_functions, (unsigned long long)status.code_bytes / 1024);
    text_printf(out, "heap       %llu KB, %llu KB in use after the last of %llu collections\n", (unsigned long long)status.heap_bytes / 1024,
                (unsigned long long)status.heap_used / 1024, (unsigned long long)status.collections);
}

static const char *const cause_text[] = {[CAUSE_START] = "start", [CAUSE_UPDATE] = "update", [CAUSE_ROLLBACK] = "rollback"};

static void add_names(Text *out, const char *key, const NameVec *names) {
    text_printf(out, ",\"%s\":[", key);
    for (u32 i = 0; i < names->count; i++) {
        if (i) text_char(out, ',');
        text_json(out, names->at[i]->text, names->at[i]->length);
    }
    text_char(out, ']');
}

static void add_history(Session *session, bool json, Text *out) {
    for (u32 i = 0; i < live_history_count(session->live); i++) {
        const LiveVersion *version = live_history_at(session->live, i);
        bool live = version->number == live_version(session->live);
        if (json) {
            text_printf(out, "{\"version\":%u,\"from\":%u,\"live\":%s,\"cause\":\"%s\",\"t\":%.6f", version->number, version->from,
                        live ? "true" : "false", cause_text[version->cause], version->time);
            add_names(out, "files", &version->files);
            add_names(out, "changed", &version->changed);
            add_names(out, "added", &version->added);
            add_names(out, "removed", &version->removed);
            text_printf(out, ",\"functions\":%u,\"bytes\":%llu,\"us\":%llu}\n", version->functions, (unsigned long long)version->code_bytes,
                        (unsigned long long)version->total_us);
            continue;
        }
        time_t seconds = (time_t)version->time;
        struct tm local;
        localtime_r(&seconds, &local);
        char when[16];
        strftime(when, sizeof when, "%H:%M:%S", &local);
        text_printf(out, "%c %4u  %s  %-8s", live ? '*' : ' ', version->number, when, cause_text[version->cause]);
        const NameVec *lists[3] = {&version->changed, &version->added, &version->removed};
        static const char *const signs[3] = {" ", " +", " -"};
        for (u32 k = 0; k < 3; k++)
            for (u32 n = 0; n < lists[k]->count; n++) text_printf(out, "%s%s", signs[k], lists[k]->at[n]->text);
        if (version->files.count) text_str(out, "  in");
        for (u32 n = 0; n < version->files.count; n++) text_printf(out, " %s", version->files.at[n]->text);
        if (version->functions) text_printf(out, "  (%u functions, %llu bytes of code)", version->functions, (unsigned long long)version->code_bytes);
        text_char(out, '\n');
    }
}

static void add_ps(Session *session, bool json, Text *out) {
    LiveReport report = {.arena = arena_new("ps")};
    live_stale(session->live, &report);
    for (u32 k = 0; k < 2; k++) {
        u32 count = k ? report.closures_stale.count : report.frames_stale.count;
        for (u32 i = 0; i < count; i++) {
            const LiveStale *row = k ? &report.closures_stale.at[i] : &report.frames_stale.at[i];
            const char *kind = k ? "closure" : "frame";
            if (json) {
                text_printf(out, "{\"kind\":\"%s\",\"function\":", kind);
                text_json(out, row->function->text, row->function->length);
                text_printf(out, ",\"version\":%u,\"count\":%u,\"why\":", row->version, row->count);
                text_json(out, row->why, strlen(row->why));
                text_str(out, "}\n");
            } else {
                text_printf(out, "%-8s %s, version %u, %u times: %s\n", kind, row->function->text, row->version, row->count, row->why);
            }
        }
    }
    if (!json && !report.frames_stale.count && !report.closures_stale.count)
        text_printf(out, "everything runs version %u\n", live_version(session->live));
    arena_free(report.arena);
}

/* ---- diff -------------------------------------------------------------------------------------------------------------------------------------- */

static bool write_temporary(char *path, const LiveText *text) {
    int fd = mkstemp(path);
    if (fd < 0) return false;
    bool ok = !text || write(fd, text->text, text->length) == (ssize_t)text->length;
    close(fd);
    return ok;
}

/* The two texts through diff(1), which every Debian has. */
static void diff_texts(Text *out, const char *name, u32 from, u32 to, const LiveText *before, const LiveText *after) {
    char a[] = "/tmp/molt-diff-XXXXXX", b[] = "/tmp/molt-diff-XXXXXX";
    if (write_temporary(a, before) && write_temporary(b, after)) {
        Text command = {0};
        text_printf(&command, "diff -u --label '%s (version %u)' --label '%s (version %u)' %s %s", name, from, name, to, a, b);
        FILE *pipe = strchr(name, '\'') ? NULL : popen(command.at, "r");
        char buffer[4096];
        size_t bytes;
        while (pipe && (bytes = fread(buffer, 1, sizeof buffer, pipe)) > 0) text_add(out, buffer, bytes);
        if (pipe) pclose(pipe);
        text_free(&command);
    }
    unlink(a);
    unlink(b);
}

static int add_diff(Session *session, u32 number, bool json, Text *out, Text *error) {
    const LiveVersion *version = live_history_find(session->live, number);
    const LiveVersion *before = version ? live_history_find(session->live, version->from) : NULL;
    if (!version || (version->from && version->from != version->number && !before)) {
        text_printf(error, "molt: version %u is not kept; see `molt history`\n", version ? version->from : number);
        return 1;
    }
    Text diff = {0};
    if (!json) {
        text_printf(&diff, "version %u, from %u:", version->number, version->from);
        const NameVec *lists[3] = {&version->changed, &version->added, &version->removed};
        static const char *const signs[3] = {" ", " +", " -"};
        for (u32 k = 0; k < 3; k++)
            for (u32 n = 0; n < lists[k]->count; n++) text_printf(&diff, "%s%s", signs[k], lists[k]->at[n]->text);
        text_char(&diff, '\n');
    }
    for (u32 i = 0; before && i < version->texts.count; i++) {
        const LiveText *after = version->texts.at[i], *old = live_version_text(before, after->file);
        if (old != after) diff_texts(&diff, after->file->path->text, before->number, version->number, old, after);
    }
    for (u32 i = 0; before && i < before->texts.count; i++) {
        const LiveText *old = before->texts.at[i];
        if (!live_version_text(version, old->file)) diff_texts(&diff, old->file->path->text, before->number, version->number, old, NULL);
    }
    if (json) {
        text_printf(out, "{\"version\":%u,\"from\":%u,\"diff\":", version->number, version->from);
        text_json(out, diff.at ? diff.at : "", diff.count);
        text_str(out, "}\n");
    } else if (diff.count) {
        text_add(out, diff.at, diff.count);
    }
    text_free(&diff);
    return 0;
}

/* ---- Changing the program ------------------------------------------------------------------------------------------------------------------------- */

u32 session_version_before(Session *session) {
    const LiveVersion *version = live_history_find(session->live, live_version(session->live));
    return version ? version->from : 0;
}

int session_roll_back(Session *session, u32 number, Text *error) {
    if (!number) number = session_version_before(session);
    if (!number) {
        text_str(error, "molt: there is no version before the present one\n");
        return 1;
    }
    if (number == live_version(session->live)) return 0;
    if (!live_history_find(session->live, number)) {
        text_printf(error, "molt: version %u is not kept; see `molt history`\n", number);
        return 1;
    }
    return session_rollback(session, number, error) == UPDATE_REFUSED ? 1 : 0;
}

static void add_list(Text *out, const char *what, const NameVec *names) {
    if (!names->count) return;
    text_printf(out, "%-12s", what);
    for (u32 i = 0; i < names->count; i++) text_printf(out, " %s", names->at[i]->text);
    text_char(out, '\n');
}

void report_text(const LiveReport *report, Text *out) {
    add_list(out, "changed", &report->changed);
    add_list(out, "added", &report->added);
    add_list(out, "removed", &report->removed);
    add_list(out, "dependents", &report->dependents);
    for (u32 i = 0; i < report->migrated.count; i++) {
        const LiveMigrated *row = &report->migrated.at[i];
        text_printf(out, "migrated     %s:", row->cls->text);
        const NameVec *lists[4] = {&row->added, &row->dropped, &row->converted, &row->restored};
        static const char *const signs[4] = {"+", "-", "~", "^"};
        for (u32 k = 0; k < 4; k++)
            for (u32 n = 0; n < lists[k]->count; n++) text_printf(out, " %s%s", signs[k], lists[k]->at[n]->text);
        text_char(out, '\n');
    }
}

/* What is on disk, tried against the running program; nothing is changed. */
static int try_disk(Session *session, Text *out, Text *error) {
    text_free(&session->tried);
    UpdateResult result = session_try(session, error);
    if (result == UPDATE_NOTHING) text_printf(out, "nothing differs from version %u\n", live_version(session->live));
    else if (result == UPDATE_LIVE) text_add(out, session->tried.at ? session->tried.at : "", session->tried.count);
    return result == UPDATE_REFUSED ? 1 : 0;
}

/* What is on disk must be a program; an update of the running one that cannot be applied is what a restart is for. */
static bool may_restart(Session *session, Text *error) {
    if (session_reload(session, error) != UPDATE_REFUSED || session->refused_at == LIVE_MIGRATE) return true;
    text_str(error, "molt: not restarted: the program on disk has errors\n");
    return false;
}

static int reload(Session *session, Text *error) { return session_reload(session, error) == UPDATE_REFUSED ? 1 : 0; }

/* The same process starts the same command again: same process id, a second `ready`, version 1 anew. */
static void restart(Session *session) {
    FILE *file = fopen("/proc/self/cmdline", "r");
    char *line = NULL;
    size_t size = 0;
    VEC(char *) words = {0};
    while (file && getdelim(&line, &size, 0, file) > 0) vec_push(NULL, &words, strdup(line));
    vec_push(NULL, &words, NULL);
    setenv("MOLT_RESTARTED", "1", 1);
    terminal_keys_end();
    control_close(session->control);
    if (chdir(session->options->directory) == 0) execv("/proc/self/exe", words.at);
    session_say(session, "cannot start again");
    session_exit(session, 1);
}

void session_command(Session *session, ControlRequest *request) {
    Text out = {0}, error = {0};
    const char *word = request->words[0];
    u32 number = request->count > 1 ? (u32)strtoul(request->words[1], NULL, 10) : 0;
    int status = 0;
    bool again = false;
    text_free(&session->last_event);
    if (strcmp(word, "status") == 0) add_status(session, request->json, &out);
    else if (strcmp(word, "history") == 0) add_history(session, request->json, &out);
    else if (strcmp(word, "ps") == 0) add_ps(session, request->json, &out);
    else if (strcmp(word, "diff") == 0) status = add_diff(session, number ? number : live_version(session->live), request->json, &out, &error);
    else if (strcmp(word, "rollback") == 0) status = session_roll_back(session, number, &error);
    else if (strcmp(word, "reload") == 0) status = reload(session, &error);
    else if (strcmp(word, "check") == 0) status = try_disk(session, &out, &error);
    else if (strcmp(word, "restart") == 0) status = (again = may_restart(session, &error)) ? 0 : 1;
    else {
        text_printf(&error, "molt: this process knows no command '%s'\n", word);
        status = 2;
    }
    bool applied = strcmp(word, "rollback") == 0 || strcmp(word, "reload") == 0 || strcmp(word, "check") == 0;
    if (applied && request->json && session->last_event.count) text_free(&out);
    if (applied && request->json && session->last_event.count) text_add(&out, session->last_event.at, session->last_event.count);
    control_answer(request, status, &out, &error);
    text_free(&out);
    text_free(&error);
    if (again) restart(session);
}

void session_key(Session *session, char key) {
    Text text = {0};
    switch (key) {
    case 'r': reload(session, &text); break;
    case 'R':
        if (may_restart(session, &text)) restart(session);
        break;
    case 'u': session_roll_back(session, 0, &text); break;
    case 'p': add_ps(session, false, &text); break;
    case 'q': session_exit(session, 0);
    case 'h': session_say(session, "r reload, R restart, u roll back one version, p stale frames and closures, h help, q quit"); break;
    default: break;
    }
    if (text.count && key != 'r') fwrite(text.at, 1, text.count, stderr);
    text_free(&text);
}
