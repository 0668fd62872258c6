/* history: the versions that were live, for `diff`, `history` and rollback.
 *
 * A version holds the text of every user file in it; a text that did not change is shared with the version before, so a version costs a
 * pointer a file and the texts that it changed.
 */
#include "state.h"

#include <stdlib.h>

static void text_release(LiveText *text) {
    if (--text->refs) return;
    free(text->text);
    free(text);
}

static void version_free(LiveVersion *version) {
    for (u32 i = 0; i < version->texts.count; i++) text_release(version->texts.at[i]);
    vec_free(&version->texts);
    vec_free(&version->files);
    vec_free(&version->changed);
    vec_free(&version->added);
    vec_free(&version->removed);
    free(version);
}

static void copy_names(NameVec *to, const NameVec *from) {
    for (u32 i = 0; i < from->count; i++) vec_push(NULL, to, from->at[i]);
}

const LiveText *live_version_text(const LiveVersion *version, const SourceFile *file) {
    for (u32 i = 0; i < version->texts.count; i++)
        if (version->texts.at[i]->file == file) return version->texts.at[i];
    return NULL;
}

/* The text of the file as source/ holds it, shared with `before` if it is the same. `hint`: where the file stood in `before`. */
static LiveText *text_of_file(const LiveVersion *before, SourceFile *file, u32 hint) {
    LiveText *same = NULL;
    if (before && hint < before->texts.count && before->texts.at[hint]->file == file) same = before->texts.at[hint];
    else if (before) same = (LiveText *)live_version_text(before, file);
    if (same && same->text && same->hash == file->hash && same->length == file->length) {
        same->refs++;
        return same;
    }
    LiveText *text = base_alloc(sizeof *text);
    text->file = file;
    text->length = file->length;
    text->hash = file->hash;
    text->refs = 1;
    text->text = base_alloc(file->length + 1);
    memcpy(text->text, file->text, file->length);
    return text;
}

/* Live, or what a failure of the live one leads back to. */
static bool is_needed(const Live *live, u32 number) { return number == live->version || number == live_good_version(live); }

void live_history_add(Live *live, const LiveReport *report, LiveCause cause) {
    LiveVersion *before = live->versions.count ? vec_last(&live->versions) : NULL;
    LiveVersion *version = base_alloc(sizeof *version);
    version->number = report->version;
    version->from = report->from;
    version->cause = cause;
    version->time = clock_epoch();
    version->total_us = report->us.total;
    copy_names(&version->files, &report->files);
    copy_names(&version->changed, &report->changed);
    copy_names(&version->added, &report->added);
    copy_names(&version->removed, &report->removed);
    version->functions = report->functions;
    version->code_bytes = report->code_bytes;
    u32 number = 0;
    for (u32 i = 0; i < live->program->module_list.count; i++) {
        Module *module = live->program->module_list.at[i];
        if (!module->is_user || !module->ast) continue;
        vec_push(NULL, &version->texts, text_of_file(before, module->file, number));
        number++;
    }
    vec_push(NULL, &live->versions, version);
    while (live->versions.count > MAX(live->config.history, 1) + 1) {
        u32 oldest = 0;
        while (oldest + 1 < live->versions.count && is_needed(live, live->versions.at[oldest]->number)) oldest++;
        version_free(live->versions.at[oldest]);
        memmove(&live->versions.at[oldest], &live->versions.at[oldest + 1], (live->versions.count - oldest - 1) * sizeof *live->versions.at);
        live->versions.count--;
    }
}

u32 live_history_count(const Live *live) { return live->versions.count; }
const LiveVersion *live_history_at(const Live *live, u32 index) { return live->versions.at[index]; }

const LiveVersion *live_history_find(const Live *live, u32 number) {
    for (u32 i = 0; i < live->versions.count; i++)
        if (live->versions.at[i]->number == number) return live->versions.at[i];
    return NULL;
}

void history_free(Live *live) {
    for (u32 i = 0; i < live->versions.count; i++) version_free(live->versions.at[i]);
    vec_free(&live->versions);
}
