/* serve: the compiler thread while the program runs.
 *
 * Waits for whatever comes first: a running thread that needs a function compiled, saved files, a command, a key, the end. Everything is
 * done in turn, so no two updates meet and a commit never meets a compilation.
 */
#include "session.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAL_NS 50000000u   /* how long a faulty text may still heal */
#define QUIET_MS 5          /* several files: committed after this much quiet */
#define GIT_LOCK_NS 10000000000u

/* ---- Requests of running threads ----------------------------------------------------------------------------------------------------------- */

static void compile(Session *session, Request *request) {
    Text error = {0};
    request->result = live_compile_slot(session->live, request->slot, &error);
    live_new_initialisers(session->live, &request->inits);
    if (!request->result) {
        /* Shown here as well: the program may catch the exception and hide it. */
        request->why = name_of(session->names, error.at ? error.at : "", error.count)->text;
        session_say(session, "%s", request->why);
    }
    text_free(&error);
}

static void reload_everything(Session *session) {
    Text error = {0};
    if (!live_reload_identity(session->live, &error)) {
        session_say(session, "a reload of what was compiled failed: %s", error.at ? error.at : "");
        session_exit(session, 1);
    }
    text_free(&error);
}

static void roll_back(Session *session, u32 version) {
    Text error = {0};
    if (session_roll_back(session, version, &error) != 0) session_say(session, "molt.Hot.rollback: no rollback");
    if (error.count) fwrite(error.at, 1, error.count, stderr);
    text_free(&error);
}

static void serve_request(Session *session, Request *request) {
    switch (request->kind) {
    case REQUEST_CODE: compile(session, request); break;
    case REQUEST_UNPACK: live_make_unpack(session->live, request->sig); break;
    case REQUEST_TRANSFER: request->result = live_compile_transfer(session->live, request->site, &request->values); break;
    case REQUEST_MEMBERS: live_complete_class(session->live, request->cls); break;
    case REQUEST_CLASS: request->result = live_find_class(session->live, request->path); break;
    case REQUEST_WITHDRAW: request->result = session_withdraw(session, request->cause, request->message) ? session : NULL; break;
    case REQUEST_ROLLBACK: roll_back(session, request->version); break;
    case REQUEST_RELOAD: reload_everything(session); break;
    }
}

/* The first request (of that thread, NULL: of any), taken from the queue. */
static Request *next_request(Session *session, const RtThread *from) {
    Request *found = NULL;
    pthread_mutex_lock(&session->lock);
    for (Request **place = &session->requests; *place && !found; place = &(*place)->next) {
        if (from && (*place)->from != from) continue;
        found = *place;
        *place = found->next;
        break;
    }
    pthread_mutex_unlock(&session->lock);
    return found;
}

static void serve_requests_of(Session *session, const RtThread *from) {
    for (Request *request; (request = next_request(session, from));) {
        serve_request(session, request);
        sem_post(&request->done);
    }
}

static void serve_requests(Session *session) { serve_requests_of(session, NULL); }

void session_wake(Session *session) {
    u64 one = 1;
    while (write(session->wake_fd, &one, sizeof one) < 0 && errno == EINTR) {}
}

void session_serve_thread(Session *session, RtThread *thread, u64 at_most_ns) {
    struct pollfd wait = {.fd = session->wake_fd, .events = POLLIN};
    if (poll(&wait, 1, (int)(at_most_ns / 1000000)) > 0) {
        u64 number;
        while (read(session->wake_fd, &number, sizeof number) > 0) {}
    }
    if (thread) serve_requests_of(session, thread);
}

void session_request(Session *session, Request *request) {
    if (pthread_equal(pthread_self(), session->compiler)) {
        serve_request(session, request); /* user code that runs in a commit */
        return;
    }
    request->from = rt_self();
    sem_init(&request->done, 0, 0);
    pthread_mutex_lock(&session->lock);
    Request **end = &session->requests;
    while (*end) end = &(*end)->next;
    *end = request;
    pthread_mutex_unlock(&session->lock);
    session_wake(session);
    while (sem_wait(&request->done) != 0) {}
    sem_destroy(&request->done);
}

/* ---- Saved files ----------------------------------------------------------------------------------------------------------------------------- */

static void watch_folder_of(Session *session, const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup("");
    watch_folder(session->watch, folder);
    free(folder);
}

void session_watch_modules(Session *session) {
    if (!session->watch) return;
    const char *last = NULL;
    size_t last_length = 0;
    for (u32 i = 0; i < session->program->module_list.count; i++) {
        Module *module = session->program->module_list.at[i];
        if (!module->is_user || !module->file) continue;
        const char *path = module->file->path->text;
        const char *slash = strrchr(path, '/');
        size_t length = slash ? (size_t)(slash - path) : 0;
        /* Modules of one folder mostly follow each other. */
        if (last && length == last_length && memcmp(path, last, length) == 0) continue;
        last = path;
        last_length = length;
        watch_folder_of(session, path);
    }
    for (u32 i = 0; i < session->project->class_paths.count; i++) {
        const char *path = session->project->class_paths.at[i];
        bool library = strcmp(path, session->project->std_path) == 0 || strcmp(path, session->project->haxe_std_path) == 0;
        if (!library) watch_folder(session->watch, path);
    }
    for (u32 i = 0; i < session->project->hxml_files.count; i++) watch_folder_of(session, session->project->hxml_files.at[i]);
}

static void add_saved(Session *session, SourceFile *file) {
    for (u32 i = 0; i < session->saved.count; i++)
        if (session->saved.at[i] == file) return;
    vec_push(NULL, &session->saved, file);
}

static bool ends_with(Name name, const char *end) {
    size_t length = strlen(end);
    return name->length >= length && strcmp(name->text + name->length - length, end) == 0;
}

static void take_event(Session *session, const WatchEvent *event) {
    if (event->is_folder) {
        if (!event->gone) watch_tree(session->watch, event->path->text);
        for (u32 i = 0; i < session->program->module_list.count; i++) {
            Module *module = session->program->module_list.at[i];
            if (!module->is_user || !module->file) continue;
            Name path = module->file->path;
            if (strncmp(path->text, event->path->text, event->path->length) == 0 && path->text[event->path->length] == '/')
                add_saved(session, module->file);
        }
        session->saved_unknown = true;
        return;
    }
    if (ends_with(event->path, ".hxml")) {
        for (u32 i = 0; i < session->project->hxml_files.count; i++)
            if (strcmp(session->project->hxml_files.at[i], event->path->text) == 0)
                session_say(session, "%s changed: its options hold from the next start on (`molt restart`)", event->path->text);
        return;
    }
    if (!ends_with(event->path, ".hx")) return;
    SourceFile *file = source_known(session->sources, event->path->text);
    bool ours = false;
    for (u32 i = 0; file && i < session->program->module_list.count && !ours; i++) ours = session->program->module_list.at[i]->file == file;
    if (ours) add_saved(session, file);
    else session->saved_unknown = true;
}

bool session_more_saved(Session *session) {
    if (!session->watch || session->options->no_watch) return false;
    WatchEvents events = {0};
    bool overflow;
    if (watch_read(session->watch, &events, &overflow)) {
        for (u32 i = 0; i < events.count; i++) take_event(session, &events.at[i]);
        if (overflow)
            for (u32 i = 0; i < session->program->module_list.count; i++)
                if (session->program->module_list.at[i]->is_user) add_saved(session, session->program->module_list.at[i]->file);
    }
    vec_free(&events);
    return session->saved.count || session->saved_unknown;
}

/* Does git hold its index in a folder of the class path or above? Then a switch of branches is under way. */
static bool git_is_busy(Session *session) {
    for (u32 i = 0; i < session->project->class_paths.count; i++) {
        char path[4096];
        const char *start = session->project->class_paths.at[i];
        if (!realpath(*start ? start : ".", path)) continue;
        for (;;) {
            size_t length = strlen(path);
            if (length + 20 > sizeof path) break;
            strcpy(path + length, "/.git/index.lock");
            if (access(path, F_OK) == 0) return true;
            path[length] = 0;
            char *slash = strrchr(path, '/');
            if (!slash || slash == path) break;
            *slash = 0;
        }
    }
    return false;
}

/* Waits until the watcher says something, at most so long. */
static bool wait_for_saves(Session *session, int ms) {
    struct pollfd wait = {.fd = watch_fd(session->watch), .events = POLLIN};
    return poll(&wait, 1, ms) > 0 && session_more_saved(session);
}

static double newest_change(SourceFile *const *files, u32 count) {
    double newest = 0;
    for (u32 i = 0; i < count; i++) {
        struct stat status;
        if (stat(files[i]->path->text, &status) != 0) {
            const char *slash = strrchr(files[i]->path->text, '/');
            char *folder = slash ? strndup(files[i]->path->text, (size_t)(slash - files[i]->path->text)) : strdup(".");
            bool there = stat(folder, &status) == 0;
            free(folder);
            if (!there) continue;
        }
        double modified = (double)status.st_mtim.tv_sec + (double)status.st_mtim.tv_nsec / 1e9;
        double changed = (double)status.st_ctim.tv_sec + (double)status.st_ctim.tv_nsec / 1e9;
        newest = MAX(newest, MAX(modified, changed));
    }
    return newest;
}

static void serve_saves(Session *session) {
    UpdateCause cause = {.woken_ns = clock_ns(), .woken_epoch = clock_epoch()};
    if (!session_more_saved(session)) return;
    VEC(SourceFile *) files = {0};
    u64 fault_since = 0;
    for (;;) {
        for (u32 i = 0; i < session->saved.count; i++) {
            bool there = false;
            for (u32 k = 0; k < files.count; k++) there |= files.at[k] == session->saved.at[i];
            if (!there) vec_push(NULL, &files, session->saved.at[i]);
        }
        bool more = session->saved.count || session->saved_unknown;
        cause.retry |= session->saved_unknown;
        session->saved.count = 0;
        session->saved_unknown = false;
        if (more) fault_since = 0;
        cause.saved_epoch = newest_change(files.at, files.count);
        if (session_update(session, files.at, files.count, &cause, NULL) != UPDATE_AGAIN) break;
        cause.retry = true;
        if (session->saved.count || session->saved_unknown) {
            while (wait_for_saves(session, QUIET_MS)) {}
            continue;
        }
        u64 now = clock_ns();
        if (!fault_since) fault_since = now;
        u64 limit = git_is_busy(session) ? GIT_LOCK_NS : HEAL_NS;
        if (now - fault_since >= limit) {
            cause.final = true;
            continue;
        }
        wait_for_saves(session, (int)((HEAL_NS - MIN(HEAL_NS - 1, (now - fault_since) % HEAL_NS)) / 1000000) + 1);
        serve_requests(session); /* the program must not wait for our waiting */
    }
    vec_free(&files);
}

static UpdateResult update_from_disk(Session *session, bool dry, Text *refused) {
    VEC(SourceFile *) files = {0};
    for (u32 i = 0; i < session->program->module_list.count; i++)
        if (session->program->module_list.at[i]->is_user) vec_push(NULL, &files, session->program->module_list.at[i]->file);
    UpdateCause cause = {.woken_ns = clock_ns(), .final = true, .dry = dry};
    UpdateResult result = session_update(session, files.at, files.count, &cause, refused);
    vec_free(&files);
    return result;
}

UpdateResult session_reload(Session *session, Text *refused) { return update_from_disk(session, false, refused); }
UpdateResult session_try(Session *session, Text *refused) { return update_from_disk(session, true, refused); }

UpdateResult session_rollback(Session *session, u32 version, Text *refused) {
    UpdateCause cause = {.woken_ns = clock_ns(), .rollback_to = version, .final = true};
    return session_update(session, NULL, 0, &cause, refused);
}

bool session_withdraw(Session *session, const char *cause, const char *message) {
    u32 good = live_good_version(session->live);
    if (!good) return live_was_withdrawn(session->live); /* another thread's failure has led to it already */
    session_say(session, "version %u failed (%s): %s", live_version(session->live), cause, message);
    UpdateCause update = {.woken_ns = clock_ns(), .rollback_to = good, .final = true, .cause = cause, .message = message};
    return session_update(session, NULL, 0, &update, NULL) == UPDATE_LIVE;
}

/* ---- The loop -------------------------------------------------------------------------------------------------------------------------------- */

static void serve_commands(Session *session) {
    ControlRequest request;
    while (control_accept(session->control, &request)) session_command(session, &request);
}

void session_serve(Session *session) {
    for (;;) {
        serve_requests(session); /* of those too that were announced while one thread alone was served */
        if (session->ending) return;
        struct pollfd waits[4] = {{.fd = session->wake_fd, .events = POLLIN}};
        int count = 1, watch = 0, control = 0, keys = 0;
        if (session->watch && !session->options->no_watch) waits[watch = count++] = (struct pollfd){.fd = watch_fd(session->watch), .events = POLLIN};
        if (session->control) waits[control = count++] = (struct pollfd){.fd = control_fd(session->control), .events = POLLIN};
        if (session->keys) waits[keys = count++] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
        int ready = poll(waits, (nfds_t)count, live_probation_left_ms(session->live));
        live_probation_tick(session->live);
        if (ready < 0) continue;
        if (waits[0].revents) {
            u64 number;
            while (read(session->wake_fd, &number, sizeof number) > 0) {}
        }
        serve_requests(session);
        if (watch && waits[watch].revents) serve_saves(session);
        if (control && waits[control].revents) serve_commands(session);
        if (keys && waits[keys].revents) {
            char key;
            if (read(STDIN_FILENO, &key, 1) == 1) session_key(session, key);
            else session->keys = false;
        }
    }
}
