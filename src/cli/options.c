/* options: the words of `molt run|dev|check|build|dump` sorted into a CommandLine.
 *
 * Options of the official compiler are source/'s (project_option); Molt's own are in the table below. A bare FILE.hx, FILE.hxml or
 * type path is what to compile; everything behind `--` belongs to the program. Every message names the word and what to do.
 */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum Own {
    OWN_TIER, OWN_VERBOSE, OWN_EXPLAIN, OWN_EVENTS, OWN_UI, OWN_SMOKE, OWN_NO_CANARY, OWN_CANARY_TIMEOUT, OWN_NO_ROLLBACK, OWN_PROBATION,
    OWN_HISTORY, OWN_NO_WATCH, OWN_DIAGNOSTICS, OWN_STAGE, OWN_FUNCTION, OWN_OUTPUT, OWN_AGAINST, OWN_JSON
} Own;

enum { RUN = 1, DEV = 2, CHECK = 4, BUILD = 8, DUMP = 16, ALL = 31 };

static const struct OwnOption {
    const char *name;
    Own own;
    bool value;    /* takes one, as `--name VALUE` or `--name=VALUE` */
    int commands;  /* that know it */
} own_options[] = {
    {"--tier", OWN_TIER, true, RUN | DEV | DUMP},
    {"-v", OWN_VERBOSE, false, ALL},
    {"--explain", OWN_EXPLAIN, false, DEV | CHECK},
    {"--diagnostics", OWN_DIAGNOSTICS, true, ALL},
    {"--events", OWN_EVENTS, true, DEV},
    {"--ui", OWN_UI, false, DEV},
    {"--smoke", OWN_SMOKE, true, DEV},
    {"--no-canary", OWN_NO_CANARY, false, DEV},
    {"--canary-timeout", OWN_CANARY_TIMEOUT, true, DEV},
    {"--no-auto-rollback", OWN_NO_ROLLBACK, false, DEV},
    {"--probation", OWN_PROBATION, true, DEV},
    {"--history", OWN_HISTORY, true, DEV},
    {"--no-watch", OWN_NO_WATCH, false, DEV},
    {"--stage", OWN_STAGE, true, DUMP},
    {"--function", OWN_FUNCTION, true, DUMP},
    {"-o", OWN_OUTPUT, true, BUILD},
    {"--against", OWN_AGAINST, true, CHECK},
    {"--json", OWN_JSON, false, CHECK},
};

static int command_bit(const char *command) {
    static const char *const names[] = {"run", "dev", "check", "build", "dump"};
    for (u32 i = 0; i < LEN(names); i++)
        if (strcmp(command, names[i]) == 0) return 1 << i;
    return 0;
}

static int usage(const char *format, ...) PRINTF_LIKE(1, 2);
static int usage(const char *format, ...) {
    va_list list;
    va_start(list, format);
    fputs("molt: ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
    return EXIT_USAGE;
}

static bool parse_count(const char *text, u32 *out) {
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || errno || value > UINT32_MAX / 2) return false;
    *out = (u32)value;
    return true;
}

static int set_own(CommandLine *line, const struct OwnOption *option, const char *value) {
    SessionOptions *session = &line->session;
    u32 *number = NULL;
    switch (option->own) {
    case OWN_TIER:
        if (strcmp(value, "fast") == 0) session->tier = TIER_FAST;
        else if (strcmp(value, "optimised") == 0) session->tier = TIER_OPTIMISED;
        else if (strcmp(value, "auto") == 0) session->tier = TIER_AUTO;
        else return usage("--tier is fast, optimised or auto, not '%s'", value);
        return 0;
    case OWN_VERBOSE: session->verbose = true; return 0;
    case OWN_EXPLAIN: session->flags.explain = true; return 0;
    case OWN_DIAGNOSTICS:
        if (strcmp(value, "json") != 0) return usage("--diagnostics is json, not '%s'", value);
        session->diag_format = DIAG_JSON;
        return 0;
    case OWN_EVENTS: session->events = value; return 0;
    case OWN_UI:
        return usage("--ui: the dashboard does not exist yet; `molt status`, `history`, `diff` and `ps` show the same in a terminal");
    case OWN_SMOKE: vec_push(NULL, &session->smoke, value); return 0;
    case OWN_NO_CANARY: session->no_canary = true; return 0;
    case OWN_NO_ROLLBACK: session->no_auto_rollback = true; return 0;
    case OWN_NO_WATCH: session->no_watch = true; return 0;
    case OWN_CANARY_TIMEOUT: number = &session->canary_timeout_ms; break;
    case OWN_PROBATION: number = &session->probation_ms; break;
    case OWN_HISTORY: number = &session->history; break;
    case OWN_STAGE: {
        static const char *const stages[] = {
#define X(name, text) text,
            DUMP_STAGES(X)
#undef X
        };
        for (u32 i = 0; i < LEN(stages); i++) {
            if (strcmp(value, stages[i]) == 0) {
                line->stage = (DumpStage)i;
                line->has_stage = true;
                return 0;
            }
        }
        return usage("--stage is tokens, ast, tast, hir, mir, llvm or asm, not '%s'", value);
    }
    case OWN_FUNCTION: line->function = value; return 0;
    case OWN_OUTPUT: line->output = value; return 0;
    case OWN_AGAINST: line->against = value; return 0;
    case OWN_JSON: line->json = true; return 0;
    }
    if (!parse_count(value, number)) return usage("%s takes a whole number, not '%s'", option->name, value);
    return 0;
}

/* The number of words taken, 0 if it is none of Molt's options, -1 after an error (*status set). */
static int own_option(CommandLine *line, int command, int count, char **words, int *status) {
    const char *word = words[0];
    for (u32 i = 0; i < LEN(own_options); i++) {
        const struct OwnOption *option = &own_options[i];
        size_t length = strlen(option->name);
        if (strncmp(word, option->name, length) != 0) continue;
        const char *value = NULL;
        int taken = 1;
        if (word[length] == '=') value = word + length + 1;
        else if (word[length] != 0) continue;
        if (!(option->commands & command)) {
            *status = usage("%s is not an option of `molt %s`; see `molt help %s`", option->name, line->command, line->command);
            return -1;
        }
        if (option->value && !value) {
            if (count < 2) {
                *status = usage("%s needs a value", option->name);
                return -1;
            }
            value = words[1];
            taken = 2;
        } else if (!option->value && value && option->own != OWN_UI) {
            *status = usage("%s takes no value", option->name);
            return -1;
        }
        *status = set_own(line, option, value);
        return *status ? -1 : taken;
    }
    return 0;
}

static bool ends_with(const char *text, const char *end) {
    size_t a = strlen(text), b = strlen(end);
    return a >= b && strcmp(text + a - b, end) == 0;
}

static void print_diags(CommandLine *line, Diags *diags) {
    Text out = {0};
    source_print_diags(line->sources, diags, line->session.diag_format, &out);
    if (out.count) fwrite(out.at, 1, out.count, stderr);
    text_free(&out);
    diags_clear(diags);
}

/* One word that is no option: what to compile. */
static bool add_input(CommandLine *line, Diags *diags, const char *word) {
    if (ends_with(word, ".hxml")) return project_read_hxml(line->sources, diags, word, &line->projects);
    Project *project = vec_last(&line->projects);
    if (ends_with(word, ".hx")) return project_add_main_file(project, line->sources, diags, word);
    struct stat status;
    if (!project->class_paths.count && stat(word, &status) == 0 && S_ISDIR(status.st_mode))
        diag_error(diags, NO_SPAN, "option.folder", "%s is a folder", word);
    else if (project_add_module(project, diags, word)) return true;
    diag_note(diags, NO_SPAN, "option.word", "Name Main.hx or build.hxml; the program's own arguments stand behind --");
    return false;
}

/* What is missing on disk is an error of the program, all else is wrong usage. */
static int status_of(const Diags *diags) {
    for (u32 i = 0; i < diags->list.count; i++) {
        const Diagnostic *diag = &diags->list.at[i];
        bool missing = strncmp(diag->code, "source.", 7) == 0 || strncmp(diag->code, "std.", 4) == 0 || strncmp(diag->code, "haxelib.", 8) == 0;
        if (diag->severity == SEVERITY_ERROR && !missing) return EXIT_USAGE;
    }
    return EXIT_ERROR;
}

static int unknown_option(const char *command, const char *word) {
    u32 distance = 3;
    const char *near = project_near_option(word, &distance);
    int length = near ? (int)strcspn(near, " ") : 0;
    for (u32 i = 0; i < LEN(own_options); i++) {
        u32 found = text_distance(word, strcspn(word, "="), own_options[i].name, strlen(own_options[i].name));
        if (found >= distance || !(own_options[i].commands & command_bit(command))) continue;
        distance = found;
        near = own_options[i].name;
        length = (int)strlen(near);
    }
    if (near) return usage("unknown option %s (did you mean %.*s?); see `molt help %s`", word, length, near, command);
    return usage("unknown option %s; see `molt help %s`", word, command);
}

/* The event stream's path counts from the directory in which the command was given, also behind --cwd. */
static void anchor_events(CommandLine *line, Project *project) {
    SessionOptions *session = &line->session;
    if (!session->events || *session->events == '/' || strcmp(session->events, "-") == 0) return;
    if (strcmp(project->directory, session->directory) == 0) return;
    session->events = arena_printf(project->arena, "%s/%s", session->directory, session->events);
}

int cli_parse(CommandLine *line, const char *command, int count, char **words) {
    *line = (CommandLine){.command = command};
    line->names = names_new();
    line->sources = sources_new(line->names);
    if (getcwd(line->directory, sizeof line->directory)) line->session.directory = line->directory;
    SessionOptions *session = &line->session;
    session->dev = strcmp(command, "dev") == 0;
    session->canary_timeout_ms = 2000;
    session->probation_ms = 2000;
    session->history = 32;
    session->flags.verify = getenv("MOLT_VERIFY") != NULL;
    const char *stress = getenv("MOLT_GC_STRESS");
    if (stress) session->flags.gc_stress = (u32)strtoul(stress, NULL, 10);
    stress = getenv("MOLT_RELOAD_STRESS");
    if (stress) session->flags.reload_stress = (u32)strtoul(stress, NULL, 10);
    session->flags.fail_stage = getenv("MOLT_FAIL_STAGE");
    if (isatty(STDERR_FILENO)) session->diag_format = getenv("NO_COLOR") ? DIAG_EXCERPT : DIAG_EXCERPT_COLOUR;

    Diags diags;
    diags_init(&diags);
    vec_push(NULL, &line->projects, project_new(line->names));
    int bit = command_bit(command), status = 0;
    bool any_input = false;
    for (int i = 0; i < count && !status;) {
        char *word = words[i];
        if (strcmp(word, "--") == 0) {
            session->argument_count = count - i - 1;
            session->arguments = words + i + 1;
            break;
        }
        int taken = own_option(line, bit, count - i, words + i, &status);
        if (taken < 0) break;
        if (taken == 0) taken = project_option(vec_last(&line->projects), &diags, count - i, words + i);
        if (taken < 0) {
            status = status_of(&diags);
        } else if (taken == 0 && word[0] == '-') {
            status = unknown_option(command, word);
        } else if (taken == 0) {
            any_input = true;
            taken = 1;
            if (!add_input(line, &diags, word)) status = status_of(&diags);
        }
        i += taken;
    }
    for (u32 i = 0; i < line->projects.count && !status; i++) {
        Project *project = line->projects.at[i];
        if (project->main_class) any_input = true;
        session->times |= project->times;
        session->verbose |= project->verbose;
        if (!project_find_std(project, &diags)) status = status_of(&diags);
    }
    Project *first = line->projects.at[0];
    anchor_events(line, first);
    if (!session->argument_count && first->arguments.count) { /* behind --run */
        session->argument_count = (int)first->arguments.count;
        session->arguments = (char **)first->arguments.at;
    }
    if (!status && !any_input && !line->against) status = usage("%s: name what to compile: Main.hx or build.hxml; see `molt help %s`", command, command);
    if (!status && (bit & (RUN | DEV | DUMP)) && line->projects.count > 1)
        status = usage("%s takes one program; --next and --each give %u (`molt build` and `molt check` take several)", command,
                       line->projects.count);
    if (!status && bit == DUMP && !line->has_stage) status = usage("dump: which --stage? tokens, ast, tast, hir, mir, llvm or asm");
    if (!status && bit == BUILD && !line->output) status = usage("build: -o FILE says where the executable goes");
    print_diags(line, &diags);
    diags_free(&diags);
    return status;
}

void cli_free(CommandLine *line) {
    for (u32 i = 0; i < line->projects.count; i++) project_free(line->projects.at[i]);
    vec_free(&line->projects);
    vec_free(&line->session.smoke);
    sources_free(line->sources);
    names_free(line->names);
}
