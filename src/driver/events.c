/* events: the stream of contract section 3, one JSON object a line, each one write. */
#include "session.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

bool events_open(Events *events, const char *path, bool append, Text *error) {
    events->fd = -1;
    if (!path) return true;
    if (strcmp(path, "-") == 0) {
        events->fd = STDERR_FILENO;
        return true;
    }
    events->fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND | (append ? 0 : O_TRUNC), 0644);
    if (events->fd >= 0) return true;
    text_printf(error, "molt: cannot write events to %s: %s\n", path, strerror(errno));
    return false;
}

static void write_line(Events *events, Text *line) {
    text_char(line, '\n');
    const char *at = line->at;
    size_t left = line->count;
    while (left) {
        ssize_t written = write(events->fd, at, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        at += written;
        left -= (size_t)written;
    }
    text_free(line);
}

static void begin(Text *out, const char *event) { text_printf(out, "{\"event\":\"%s\",\"t\":%.6f", event, clock_epoch()); }

static void add_string(Text *out, const char *key, const char *value) {
    text_printf(out, ",\"%s\":", key);
    text_json(out, value, strlen(value));
}

static void add_list(Text *out, const char *key, const NameVec *names) {
    text_printf(out, ",\"%s\":[", key);
    for (u32 i = 0; i < names->count; i++) {
        if (i) text_char(out, ',');
        text_json(out, names->at[i]->text, names->at[i]->length);
    }
    text_char(out, ']');
}

/* The same without the comma in front: first member of an object. */
static void first_list(Text *out, const char *key, const NameVec *names) {
    size_t comma = out->count;
    add_list(out, key, names);
    memmove(out->at + comma, out->at + comma + 1, out->count - comma);
    out->count--;
}

void events_ready(Events *events, const Session *session) {
    if (events->fd < 0) return;
    const LiveTimes *us = &session->start_us;
    Text out = {0};
    begin(&out, "ready");
    text_printf(&out, ",\"pid\":%d,\"version\":1,\"modules\":%u,\"functions\":%u", (int)getpid(), live_module_count(session->live),
                live_function_count(session->live));
    text_printf(&out, ",\"us\":{\"parse\":%llu,\"type\":%llu,\"lower\":%llu,\"compile\":%llu,\"total\":%llu}}", (unsigned long long)us->parse,
                (unsigned long long)us->type, (unsigned long long)us->lower, (unsigned long long)us->compile, (unsigned long long)us->total);
    write_line(events, &out);
}

static void add_migrated(Text *out, const LiveReport *report) {
    text_str(out, ",\"migrated\":[");
    for (u32 i = 0; i < report->migrated.count; i++) {
        const LiveMigrated *row = &report->migrated.at[i];
        if (i) text_char(out, ',');
        text_str(out, "{\"class\":");
        text_json(out, row->cls->text, row->cls->length);
        text_printf(out, ",\"instances\":%u", row->instances);
        add_list(out, "added", &row->added);
        add_list(out, "dropped", &row->dropped);
        add_list(out, "converted", &row->converted);
        add_list(out, "restored", &row->restored);
        text_str(out, ",\"renamed\":[");
        for (u32 k = 0; k < row->renamed_from.count; k++) {
            text_str(out, k ? ",{\"from\":" : "{\"from\":");
            text_json(out, row->renamed_from.at[k]->text, row->renamed_from.at[k]->length);
            add_string(out, "to", row->renamed_to.at[k]->text);
            text_char(out, '}');
        }
        text_str(out, "]}");
    }
    text_char(out, ']');
}

static void add_enums(Text *out, const LiveReport *report) {
    text_str(out, ",\"enums\":[");
    for (u32 i = 0; i < report->enums.count; i++) {
        const LiveEnumValues *row = &report->enums.at[i];
        text_str(out, i ? ",{\"enum\":" : "{\"enum\":");
        text_json(out, row->enumeration->text, row->enumeration->length);
        text_str(out, ",\"constructor\":");
        text_json(out, row->constructor->text, row->constructor->length);
        text_printf(out, ",\"values\":%u}", row->values);
    }
    text_char(out, ']');
}

static void add_stale(Text *out, const LiveReport *report) {
    text_str(out, ",\"frames\":{\"switched\":[");
    for (u32 i = 0; i < report->frames_switched.count; i++) {
        text_str(out, i ? ",{\"function\":" : "{\"function\":");
        text_json(out, report->frames_switched.at[i].function->text, report->frames_switched.at[i].function->length);
        text_printf(out, ",\"loop\":%u}", report->frames_switched.at[i].loop);
    }
    text_str(out, "],\"stale\":[");
    for (int closures = 0; closures < 2; closures++) {
        u32 count = closures ? report->closures_stale.count : report->frames_stale.count;
        if (closures) text_printf(out, "]},\"closures\":{\"switched\":%u,\"stale\":[", report->closures_switched);
        for (u32 i = 0; i < count; i++) {
            const LiveStale *row = closures ? &report->closures_stale.at[i] : &report->frames_stale.at[i];
            text_str(out, i ? ",{\"function\":" : "{\"function\":");
            text_json(out, row->function->text, row->function->length);
            text_printf(out, ",\"version\":%u,\"count\":%u", row->version, row->count);
            if (closures) text_printf(out, ",\"line\":%u", row->line);
            add_string(out, "why", row->why);
            text_char(out, '}');
        }
    }
    text_str(out, "]}");
}

void report_json(const LiveReport *report, Text *out) {
    text_printf(out, ",\"version\":%u,\"from\":%u", report->version, report->from);
    add_list(out, "files", &report->files);
    add_list(out, "changed", &report->changed);
    add_list(out, "added", &report->added);
    add_list(out, "removed", &report->removed);
    add_list(out, "dependents", &report->dependents);
    add_migrated(out, report);
    add_enums(out, report);
    text_str(out, ",\"statics\":{");
    first_list(out, "initialised", &report->statics_initialised);
    add_list(out, "kept", &report->statics_kept);
    add_list(out, "reset", &report->statics_reset);
    text_char(out, '}');
    add_stale(out, report);
    if (report->canary) {
        text_printf(out, ",\"canary\":{\"verdict\":\"%s\"", report->canary);
        add_string(out, "why", report->canary_why);
        text_char(out, '}');
    }
    const LiveTimes *us = &report->us;
    text_printf(out,
                ",\"us\":{\"detect\":%llu,\"parse\":%llu,\"type\":%llu,\"lower\":%llu,\"compile\":%llu,\"smoke\":%llu,\"migrate\":%llu,"
                "\"pause\":%llu,\"total\":%llu}",
                (unsigned long long)us->detect, (unsigned long long)us->parse, (unsigned long long)us->type, (unsigned long long)us->lower,
                (unsigned long long)us->compile, (unsigned long long)us->smoke, (unsigned long long)us->migrate,
                (unsigned long long)us->pause, (unsigned long long)us->total);
}

static void finish(Events *events, Text *line, Text *copy) {
    text_free(copy);
    text_add(copy, line->at, line->count);
    text_char(copy, '\n');
    if (events->fd >= 0) write_line(events, line);
    else text_free(line);
}

void events_update(Events *events, const LiveReport *report, const char *cause, const char *message, Text *copy) {
    Text out = {0};
    begin(&out, cause ? "rollback" : "update");
    report_json(report, &out);
    if (cause) {
        add_string(&out, "cause", cause);
        add_string(&out, "message", message);
    }
    text_char(&out, '}');
    finish(events, &out, copy);
}

void events_check(const LiveReport *report, Text *copy) {
    begin(copy, "check");
    report_json(report, copy);
    text_str(copy, "}\n");
}

void events_reject(Events *events, u32 version, LiveStage stage, const char *diagnostics_json, Text *copy) {
    Text out = {0};
    begin(&out, "reject");
    text_printf(&out, ",\"version\":%u,\"stage\":\"%s\",\"diagnostics\":%s}", version, live_stage_text[stage], diagnostics_json);
    finish(events, &out, copy);
}

void events_retire(Events *events, const LiveRetired *retired) {
    if (events->fd < 0) return;
    Text out = {0};
    begin(&out, "retire");
    text_printf(&out, ",\"version\":%u,\"functions\":%u,\"bytes\":%llu}", retired->version, retired->functions,
                (unsigned long long)retired->bytes);
    write_line(events, &out);
}

void events_exit(Events *events, int code) {
    if (events->fd < 0) return;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    char line[128];
    int length = snprintf(line, sizeof line, "{\"event\":\"exit\",\"t\":%lld.%06ld,\"code\":%d}\n", (long long)now.tv_sec, now.tv_nsec / 1000, code);
    if (write(events->fd, line, (size_t)length) < 0) return;
}
