/* session: the pipeline of a whole program, from its options to its exit status. (One edit of a running program: pipeline.c.)
 *
 *   project ─ sources ─ syntax ─ typer ─ hir ─ mir ─ codegen ─ running program
 *
 * The compiler thread does all of it; the thread that called session_run waits for the first version and then runs main.
 */
#include "session.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define COMPILER_STACK (256u << 20) /* deeply nested sources */

Session *session_new(Project *project, Sources *sources, Names *names, const SessionOptions *options) {
    Session *session = base_alloc(sizeof *session);
    session->options = options;
    session->names = names;
    session->sources = sources;
    session->project = project;
    session->events.fd = -1;
    session->wake_fd = -1;
    session->started = clock_epoch();
    if (chdir(project->directory) != 0) session_say(session, "cannot enter %s: %s", project->directory, strerror(errno));
    diags_init(&session->diags);
    pthread_mutex_init(&session->lock, NULL);
    sem_init(&session->ready, 0, 0);
    return session;
}

void session_free(Session *session) {
    live_free(session->live);
    if (session->lowering) lowering_free(session->lowering);
    if (session->program) program_free(session->program);
    if (session->vm) rt_vm_free(session->vm);
    watch_free(session->watch);
    control_close(session->control);
    for (MapEntry *entry = NULL; (entry = map_next(&session->disk, entry));) free(entry->value);
    map_free(&session->disk);
    vec_free(&session->saved);
    vec_free(&session->inits);
    for (u32 i = 0; i < session->resources.count; i++) free((void *)(uintptr_t)session->resources.at[i].bytes);
    vec_free(&session->resources);
    vec_free(&session->smoke);
    text_free(&session->last_event);
    text_free(&session->tried);
    diags_free(&session->diags);
    if (session->wake_fd >= 0) close(session->wake_fd);
    sem_destroy(&session->ready);
    pthread_mutex_destroy(&session->lock);
    free(session);
}

/* ---- Errors ------------------------------------------------------------------------------------------------------------------------------------ */

static bool print_diags(Session *session) {
    Text out = {0};
    source_print_diags(session->sources, &session->diags, session->options->diag_format, &out);
    if (out.count) fwrite(out.at, 1, out.count, stderr);
    text_free(&out);
    bool ok = session->diags.errors == 0;
    diags_clear(&session->diags);
    return ok;
}

static void print_times(Session *session) {
    const LiveTimes *us = &session->start_us;
    if (!session->options->times) return;
    fprintf(stderr, "parse and declare %8.2f ms\ntype              %8.2f ms\nlower             %8.2f ms\ncompile           %8.2f ms\ntotal             %8.2f ms\n",
            (double)us->parse / 1000, (double)us->type / 1000, (double)us->lower / 1000, (double)us->compile / 1000, (double)us->total / 1000);
}

/* ---- The compiler thread ------------------------------------------------------------------------------------------------------------------------- */

typedef struct CompilerCall {
    Session *session;
    CompilerWork work;
    void *argument;
} CompilerCall;

static void *compiler_main(void *argument) {
    CompilerCall *call = argument;
    call->work(call->session, call->argument);
    return NULL;
}

static void compiler_start(Session *session, CompilerCall *call) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, COMPILER_STACK);
    int error = pthread_create(&session->compiler, &attributes, compiler_main, call);
    pthread_attr_destroy(&attributes);
    if (error) FATAL("cannot start the compiler thread: %s", strerror(error));
}

void session_on_compiler_thread(Session *session, CompilerWork work, void *argument) {
    CompilerCall call = {session, work, argument};
    compiler_start(session, &call);
    pthread_join(session->compiler, NULL);
}

/* ---- Front end ------------------------------------------------------------------------------------------------------------------------------------ */

static u64 lap(u64 *since) {
    u64 now = clock_ns(), us = (now - *since) / 1000;
    *since = now;
    return us;
}

/* What -v tells. */
static void print_settings(const Project *project) {
    Text out = {0};
    text_str(&out, "Classpath: ");
    for (u32 i = 0; i < project->class_paths.count; i++) text_printf(&out, "%s%s", i ? ";" : "", project->class_paths.at[i]);
    text_str(&out, "\nDefines: ");
    for (u32 i = 0; i < project->defines.count; i++)
        text_printf(&out, "%s%s=%s", i ? ";" : "", project->defines.at[i].name->text, project->defines.at[i].value);
    text_char(&out, '\n');
    fwrite(out.at, 1, out.count, stderr);
    text_free(&out);
}

static void print_modules(const Program *program) {
    for (u32 i = 0; i < program->module_list.count; i++) {
        const Module *module = program->module_list.at[i];
        if (module->file) fprintf(stderr, "Parsed %s\n", module->file->path->text);
    }
}

static bool load_and_type(Session *session) {
    if (session->options->verbose) print_settings(session->project);
    u64 at = clock_ns();
    session->program = program_new(session->names, session->sources, session->project, &session->diags, session->options->flags);
    if (!program_load(session->program)) return false;
    session->start_us.parse = lap(&at);
    program_check_user_modules(session->program);
    if (session->options->verbose) print_modules(session->program);
    session->start_us.type = lap(&at);
    return session->diags.errors == 0;
}

static void check_work(Session *session, void *argument) {
    bool *ok = argument;
    load_and_type(session);
    /* What the back end does not support is an error of the check too. */
    if (session->diags.errors == 0) {
        session->lowering = lowering_new(session->program);
        for (MapEntry *entry = NULL; (entry = map_next(&session->program->fields, entry));) {
            Field *field = entry->value;
            if (field->module && field->module->is_user && field->owner && lower_has_code(session->lowering, field)) {
                MirUnit *unit = lower_field(session->lowering, field);
                if (unit) mir_unit_free(unit);
            }
        }
    }
    *ok = print_diags(session);
    session->start_us.total = session->start_us.parse + session->start_us.type;
    print_times(session);
}

bool session_check(Session *session) {
    bool ok = false;
    session_on_compiler_thread(session, check_work, &ok);
    return ok;
}

/* ---- Back end --------------------------------------------------------------------------------------------------------------------------------------- */

/* On a running thread in the native state. What one throws, the call that needed it throws. */
static void run_initialisers(LiveInitVec *inits) {
    if (!inits->count) return;
    rt_leave_native();
    for (u32 i = 0; i < inits->count; i++) {
        RtStatus status = rt_call(RT_ENTRY_PASS, atomic_load(&inits->at[i].slot->code), NULL, 0, NULL);
        if (status == RT_OK) {
            live_initialised(&inits->at[i]);
            continue;
        }
        vec_free(inits);
        rt_rethrow();
    }
    rt_enter_native();
    vec_free(inits);
}

static void *hook_compile(void *context, AbiSlot *slot, const char **why) {
    Request request = {.kind = REQUEST_CODE, .slot = slot};
    session_request(context, &request);
    *why = request.why;
    run_initialisers(&request.inits);
    return request.result;
}

static void hook_make_unpack(void *context, AbiSig *sig) {
    Request request = {.kind = REQUEST_UNPACK, .sig = sig};
    session_request(context, &request);
}

static void hook_complete_class(void *context, AbiClass *cls) {
    Request request = {.kind = REQUEST_MEMBERS, .cls = cls};
    session_request(context, &request);
}

static AbiClass *hook_find_class(void *context, const char *path) {
    Request request = {.kind = REQUEST_CLASS, .path = path};
    session_request(context, &request);
    return request.result;
}

static void *hook_transfer(void *context, void *site, u32 *values) {
    Request request = {.kind = REQUEST_TRANSFER, .site = site};
    session_request(context, &request);
    *values = request.values;
    return request.result;
}

/* Asks the compiler thread for something that stops the world. */
static void request_change(Session *session, Request *request) {
    rt_enter_native();
    session_request(session, request);
    rt_leave_native();
}

/* molt.Hot.rollback: acts at the thread's next safepoint. */
static void hook_rollback(void *context, i32 version) {
    Session *session = context;
    session->rolling_to = version > 0 ? (u32)version : 0;
    session->rolling_back = rt_self();
    rt_request_poll(session->vm, rt_self());
}

static bool hook_withdraw(void *context, const char *cause, const char *message) {
    Request request = {.kind = REQUEST_WITHDRAW, .cause = cause, .message = message};
    session_request(context, &request);
    return request.result != NULL;
}

#define RELOADS_OF_A_DISTANCE 10u

static void hook_poll(void *context, RtThread *thread) {
    Session *session = context;
    RtThread *wanted = thread;
    if (atomic_compare_exchange_strong(&session->rolling_back, &wanted, NULL))
        request_change(session, &(Request){.kind = REQUEST_ROLLBACK, .version = session->rolling_to});
    u32 every = session->options->flags.reload_stress;
    if (!every) return;
    /* Reload stress: at every n-th safepoint all code is replaced by itself. The flag is raised again at once, so every safepoint comes
     * here. Each few hundred reloads the distance doubles, so that long programs come to their end too. */
    every <<= MIN(session->reloads / RELOADS_OF_A_DISTANCE, 16);
    if (++session->safepoints >= every) {
        session->safepoints = 0;
        session->reloads++;
        request_change(session, &(Request){.kind = REQUEST_RELOAD});
    }
    rt_request_poll(session->vm, thread);
}

static void hook_serve(void *context, RtThread *thread, u64 at_most_ns) { session_serve_thread(context, thread, at_most_ns); }
static void hook_wake(void *context) { session_wake(context); }
static void hook_exit(void *context, int code) { session_exit(context, code); }

/* The files that the program carries with it, as they are at the start. */
static bool load_resources(Session *session) {
    for (u32 i = 0; i < session->project->resources.count; i++) {
        const Resource *resource = &session->project->resources.at[i];
        size_t count;
        const u8 *bytes = (const u8 *)source_read_whole(resource->file, &count);
        if (!bytes) {
            session_say(session, "cannot read the resource %s: %s", resource->file, strerror(errno));
            return false;
        }
        vec_push(NULL, &session->resources, (RtResource){resource->name, bytes, count});
    }
    return true;
}

bool session_start_live(Session *session) {
    const SessionOptions *options = session->options;
    if (!load_resources(session)) return false;
    RtOptions machine = {
        .gc_stress = options->flags.gc_stress,
        .verify = options->flags.verify,
        .argc = options->argument_count,
        .argv = options->arguments,
        .resources = session->resources.at,
        .resource_count = session->resources.count,
        .program_path = session->program && session->program->main ? session->program->main->module->file->path->text : "",
    };
    session->vm = rt_vm_new(&machine);
    session->lowering = lowering_new(session->program);
    LiveConfig config = {
        .program = session->program,
        .lowering = session->lowering,
        .vm = session->vm,
        /* Until hot code is optimised in the background: what runs to its end is optimised at once, what is edited is compiled fast. */
        .tier = options->tier == TIER_OPTIMISED || (options->tier == TIER_AUTO && !options->dev) ? CODEGEN_OPTIMISED : CODEGEN_FAST,
        .flags = options->flags,
        .dev = options->dev || options->flags.reload_stress,
        .history = options->history,
        .log = stderr,
        .smoke = session->smoke,
        .probation_ms = options->dev && !options->no_auto_rollback ? options->probation_ms : 0,
        .no_canary = options->no_canary || !options->dev,
        .canary_timeout_ms = options->canary_timeout_ms,
        .hook_context = session,
        .compile = hook_compile,
        .make_unpack = hook_make_unpack,
        .complete_class = hook_complete_class,
        .find_class = hook_find_class,
        .transfer = hook_transfer,
        .exit = hook_exit,
        .serve = hook_serve,
        .wake = hook_wake,
        .poll = options->dev || options->flags.reload_stress ? hook_poll : NULL,
        .withdraw = options->dev ? hook_withdraw : NULL,
        .rollback = options->dev ? hook_rollback : NULL,
    };
    Text error = {0};
    session->live = live_new(&config, &error);
    if (!session->live) session_say(session, "%s", error.at ? error.at : "no code generator");
    text_free(&error);
    return session->live != NULL;
}

/* The smoke tests that the command names must be functions that can be called. */
static bool find_smoke_tests(Session *session) {
    bool ok = true;
    for (u32 i = 0; i < session->options->smoke.count; i++) {
        const char *path = session->options->smoke.at[i];
        const Field *field = map_get_name(&session->program->fields, name_lit(session->names, path));
        bool fits = field && field->owner && field->is_static && field->kind == FIELD_METHOD && field->type->kind == TYPE_FUN &&
                    field->type->fun.count == 0;
        if (!fits) session_say(session, "--smoke %s: %s", path, field ? "a smoke test is a static function without arguments" : "there is no such function");
        else vec_push(NULL, &session->smoke, field->path);
        ok &= fits;
    }
    return ok;
}

static bool prepare_first(Session *session) {
    u64 start = clock_ns();
    if (!load_and_type(session)) return false;
    if (!session->program->main) {
        diag_error(&session->diags, NO_SPAN, "main.missing", "No main class was given");
        return false;
    }
    if (!find_smoke_tests(session)) return false;
    u64 at = clock_ns();
    if (!session_start_live(session)) return false;
    u64 compile = lap(&at);
    if (!live_lower_user(session->live)) return false;
    session->start_us.lower = lap(&at);
    Text error = {0};
    session->main_slot = live_slot(session->live, session->program->main->path);
    bool ok = live_compile_slot(session->live, session->main_slot, &error) != NULL;
    if (!ok && !session->diags.errors) session_say(session, "%s", error.at ? error.at : "main cannot be compiled");
    text_free(&error);
    live_initialisers(session->live, &session->inits);
    session->start_us.compile = compile + lap(&at);
    session->start_us.total = (clock_ns() - start) / 1000;
    return ok;
}

static void open_dev(Session *session) {
    Text why = {0};
    session->control = control_open(&why);
    if (!session->control) session_say(session, "%s", why.at);
    text_free(&why);
    if (!session->options->no_watch) {
        session->watch = watch_new(session->names);
        if (!session->watch) session_say(session, "saved files cannot be watched (%s): use `molt reload`", strerror(errno));
        session_watch_modules(session);
    }
    for (u32 i = 0; i < session->program->module_list.count; i++) {
        Module *module = session->program->module_list.at[i];
        if (!module->is_user || !module->file) continue;
        DiskFile *disk = base_alloc(sizeof *disk);
        *disk = (DiskFile){.file = module->file, .hash = module->file->hash};
        map_set(&session->disk, module->file->id, disk);
    }
    LiveReport first = {.arena = arena_new("report"), .version = 1};
    first.us.total = session->start_us.total;
    live_history_add(session->live, &first, CAUSE_START);
    arena_free(first.arena);
    session->keys = terminal_keys_begin();
}

static void run_work(Session *session, void *argument) {
    (void)argument;
    session->failed = !prepare_first(session);
    bool clean = print_diags(session);
    session->failed |= !clean;
    if (session->failed) {
        sem_post(&session->ready);
        return;
    }
    print_times(session);
    rt_attach(session->vm);
    rt_enter_native();
    if (session->options->dev) open_dev(session);
    events_ready(&session->events, session);
    sem_post(&session->ready);
    /* Needed by the first update, and main need not wait for it. */
    if (session->options->dev) live_prepare_updates(session->live);
    session_serve(session);
    rt_leave_native();
    rt_detach(rt_self());
}

/* ---- Ends ---------------------------------------------------------------------------------------------------------------------------------------------- */

/* The session of this process for the signal handler: a process-wide service of `molt dev`. */
static Session *signalled;

static void on_signal(int signal) {
    int code = 128 + signal;
    terminal_keys_end();
    events_exit(&signalled->events, code);
    if (signalled->control) control_unlink(signalled->control);
    _exit(code);
}

static void install_signals(Session *session) {
    signalled = session;
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGPIPE, &action, NULL); /* nobody reads the program's output any more */
}

void session_exit(Session *session, int code) {
    fflush(stdout);
    rt_flush();
    terminal_keys_end();
    events_exit(&session->events, code);
    if (session->control) control_unlink(session->control);
    /* Other threads are at work: nothing is torn down under them. */
    _exit(code);
}

static int run_program(Session *session) {
    rt_signals_install();
    live_set_main(session->live, rt_attach(session->vm));
    if (session->options->flags.reload_stress) rt_request_poll(session->vm, rt_self());
    RtStatus status = RT_OK;
    for (u32 i = 0; i < session->inits.count && status == RT_OK; i++) {
        LiveInit *init = &session->inits.at[i];
        status = rt_call(RT_ENTRY_OUTMOST, atomic_load(&init->slot->code), NULL, 0, NULL);
        if (status == RT_OK) live_initialised(init);
    }
    if (status == RT_OK) status = rt_call(RT_ENTRY_OUTMOST, atomic_load(&session->main_slot->code), NULL, 0, NULL);
    if (status == RT_OK) status = rt_call_at_end(session->vm);
    return status == RT_OK ? 0 : 1;
}

void session_report_failure(const SessionOptions *options, int code) {
    Events events;
    Text error = {0};
    if (events_open(&events, options->events, false, &error)) events_exit(&events, code);
    text_free(&error);
}

int session_run(Session *session) {
    Text error = {0};
    bool again = getenv("MOLT_RESTARTED") != NULL;
    unsetenv("MOLT_RESTARTED");
    if (!events_open(&session->events, session->options->events, again, &error)) {
        fputs(error.at, stderr);
        text_free(&error);
        return 2;
    }
    session->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (session->options->dev) install_signals(session);
    CompilerCall call = {session, run_work, NULL};
    compiler_start(session, &call);
    while (sem_wait(&session->ready) != 0) {}
    if (session->failed) {
        pthread_join(session->compiler, NULL);
        events_exit(&session->events, 1);
        return 1;
    }
    session_exit(session, run_program(session));
}
