/* options: a project's settings and the options that change them.
 *
 * The table OPTIONS lists every option of the official compiler, in all its spellings, with what becomes of it: done here, skipped with
 * a warning because it concerns another target, or refused. An option that is not in the table is unknown, and the caller may know it.
 *
 * Contract: options act in the order in which they are given; a class path given later is searched earlier, as the official compiler
 * does it. All strings are copied into the project's arena.
 */
#include "project.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Projects -------------------------------------------------------------------------------------------------------------------- */

static const char *working_directory(Arena *arena)
{
    char path[PATH_MAX];
    return getcwd(path, sizeof path) ? arena_strdup(arena, path) : "";
}

Project *project_new(Names *names)
{
    Project *project = base_alloc(sizeof(Project));
    project->names = names;
    project->arena = arena_new("project");
    project->listings = arena_new("folder listings");
    project->directory = working_directory(project->arena);
    return project;
}

void project_free(Project *project)
{
    if (!project) return;
    project_free_listings(project);
    arena_free(project->arena);
    free(project);
}

static const char *copied(Project *project, const char *text)
{
    return text ? arena_strdup(project->arena, text) : NULL;
}

#define COPY_STRINGS(copy, project, list)                                                               \
    for (u32 i = 0; i < (project)->list.count; i++)                                                     \
        vec_push((copy)->arena, &(copy)->list, copied(copy, (project)->list.at[i]))

Project *project_copy(const Project *project)
{
    Project *copy = project_new(project->names);
    COPY_STRINGS(copy, project, class_paths);
    COPY_STRINGS(copy, project, libraries);
    COPY_STRINGS(copy, project, extra_modules);
    COPY_STRINGS(copy, project, packages);
    COPY_STRINGS(copy, project, arguments);
    COPY_STRINGS(copy, project, hxml_files);
    for (u32 i = 0; i < project->defines.count; i++) {
        Define define = {project->defines.at[i].name, copied(copy, project->defines.at[i].value)};
        vec_push(copy->arena, &copy->defines, define);
    }
    for (u32 i = 0; i < project->resources.count; i++) {
        Resource resource = {copied(copy, project->resources.at[i].name), copied(copy, project->resources.at[i].file)};
        vec_push(copy->arena, &copy->resources, resource);
    }
    copy->main_class = copied(copy, project->main_class);
    copy->directory = copied(copy, project->directory);
    copy->std_path = copied(copy, project->std_path);
    copy->haxe_std_path = copied(copy, project->haxe_std_path);
    copy->times = project->times;
    copy->verbose = project->verbose;
    copy->dce_set = project->dce_set;
    copy->global_libraries = project->global_libraries;
    copy->main_file = project->main_file;
    return copy;
}

/* ---- The table ------------------------------------------------------------------------------------------------------------------- */

typedef enum OptionKind {
    CLASS_PATH,
    MAIN,
    DEFINE,
    UNDEFINE,
    LIBRARY,
    GLOBAL_LIBRARIES,
    RESOURCE,
    DIRECTORY,
    RUN,
    DCE,
    MACRO,
    TIMES,
    VERBOSE,
    FLAG,         /* defines the name that stands in the table */
    NO_EFFECT,    /* asks for what happens anyway */
    OTHER_TARGET, /* skipped with a warning */
    SKIPPED,      /* the same, with the reason that stands in the table */
    REFUSED,      /* an error, with the reason that stands in the table */
} OptionKind;

typedef struct Option {
    const char *spellings; /* between blanks */
    bool has_value;
    OptionKind kind;
    const char *detail;
} Option;

static const char NO_SERVER[] = "there is no compilation server";
static const char NO_DESCRIPTION[] = "type descriptions are not generated";

static const Option OPTIONS[] = {
    {" -p -cp --class-path ", true, CLASS_PATH, NULL},
    {" -m -main --main ", true, MAIN, NULL},
    {" -D --define ", true, DEFINE, NULL},
    {" --undefine ", true, UNDEFINE, NULL},
    {" -L -lib --library ", true, LIBRARY, NULL},
    {" --haxelib-global ", false, GLOBAL_LIBRARIES, NULL},
    {" -r -resource --resource ", true, RESOURCE, NULL},
    {" -C --cwd ", true, DIRECTORY, NULL},
    {" --run -x ", true, RUN, NULL},
    {" --dce -dce ", true, DCE, NULL},
    {" --times ", false, TIMES, NULL},
    {" -v --verbose ", false, VERBOSE, NULL},
    {" -debug --debug ", false, FLAG, "debug"},
    {" --no-traces ", false, FLAG, "no_traces"},
    {" --no-inline ", false, FLAG, "no_inline"},
    {" --no-opt ", false, FLAG, "no_opt"},
    {" --interp ", false, NO_EFFECT, NULL},
    {" --no-output ", false, NO_EFFECT, NULL},
    {" -prompt --prompt ", false, SKIPPED, "Molt never prompts"},
    {" --version ", false, SKIPPED, "`molt --version` prints it"},
    {" -help --help -h ", false, SKIPPED, "`molt help` prints it"},
    {" --help-defines ", false, SKIPPED, "docs/LANGUAGE.md lists them"},
    {" --help-metas ", false, SKIPPED, "docs/LANGUAGE.md lists them"},
    {" --help-user-defines ", false, SKIPPED, "libraries describe theirs"},
    {" --help-user-metas ", false, SKIPPED, "libraries describe theirs"},
    {" -w ", true, SKIPPED, "warnings cannot be chosen"},
    {" -cmd --cmd ", true, SKIPPED, "no command is run after compiling"},
    {" -js --js ", true, OTHER_TARGET, NULL},
    {" -lua --lua ", true, OTHER_TARGET, NULL},
    {" -swf --swf ", true, OTHER_TARGET, NULL},
    {" -as3 --as3 ", true, OTHER_TARGET, NULL},
    {" -neko --neko ", true, OTHER_TARGET, NULL},
    {" -php --php ", true, OTHER_TARGET, NULL},
    {" -cpp --cpp ", true, OTHER_TARGET, NULL},
    {" -cppia --cppia ", true, OTHER_TARGET, NULL},
    {" -cs --cs ", true, OTHER_TARGET, NULL},
    {" -java --java ", true, OTHER_TARGET, NULL},
    {" -jvm --jvm ", true, OTHER_TARGET, NULL},
    {" -python --python ", true, OTHER_TARGET, NULL},
    {" -hl --hl ", true, OTHER_TARGET, NULL},
    {" --custom-target ", true, OTHER_TARGET, NULL},
    {" -swf-version --swf-version ", true, OTHER_TARGET, NULL},
    {" -swf-header --swf-header ", true, OTHER_TARGET, NULL},
    {" -swf-lib --swf-lib ", true, OTHER_TARGET, NULL},
    {" -swf-lib-extern --swf-lib-extern ", true, OTHER_TARGET, NULL},
    {" --flash-strict ", false, OTHER_TARGET, NULL},
    {" -java-lib --java-lib ", true, OTHER_TARGET, NULL},
    {" -java-lib-extern --java-lib-extern ", true, OTHER_TARGET, NULL},
    {" -net-lib --net-lib ", true, OTHER_TARGET, NULL},
    {" -net-std --net-std ", true, OTHER_TARGET, NULL},
    {" -c-arg --c-arg ", true, OTHER_TARGET, NULL},
    {" --macro ", true, MACRO, NULL},
    {" --remap ", true, REFUSED, "packages cannot be remapped"},
    {" -xml --xml ", true, REFUSED, NO_DESCRIPTION},
    {" -json --json ", true, REFUSED, NO_DESCRIPTION},
    {" --gen-hx-classes ", false, REFUSED, NO_DESCRIPTION},
    {" --display ", true, REFUSED, "there are no display services"},
    {" --wait --server-listen ", true, REFUSED, NO_SERVER},
    {" --connect ", true, REFUSED, NO_SERVER},
    {" --server-connect ", true, REFUSED, NO_SERVER},
};

static const Option *find_option(const char *word, size_t length)
{
    if (memchr(word, ' ', length)) return NULL;
    for (size_t i = 0; i < LEN(OPTIONS); i++)
        for (const char *at = OPTIONS[i].spellings; (at = memmem(at, strlen(at), word, length)); at++)
            if (at[-1] == ' ' && at[length] == ' ') return &OPTIONS[i];
    return NULL;
}

const char *project_near_option(const char *word, u32 *distance)
{
    size_t length = strcspn(word, "=");
    const char *near = NULL;
    for (size_t i = 0; i < LEN(OPTIONS); i++) {
        for (const char *at = OPTIONS[i].spellings + 1; *at; at += strcspn(at, " ") + 1) {
            size_t spelling = strcspn(at, " ");
            u32 found = text_distance(word, length, at, spelling);
            if (found >= *distance || found > MIN(length, spelling) / 3) continue;
            *distance = found;
            near = at;
        }
    }
    return near;
}

void option_unknown(Diags *diags, Span span, const char *word)
{
    diag_error(diags, span, "option.unknown", "unknown option '%s'", word);
    u32 distance = 3;
    const char *near = project_near_option(word, &distance);
    if (near) diag_note(diags, span, "option.unknown", "Did you mean %.*s?", (int)strcspn(near, " "), near);
}

/* ---- What the options do --------------------------------------------------------------------------------------------------------- */

static const char *expand_environment(Project *project, const char *path)
{
    Text text = {0};
    while (*path) {
        const char *end = *path == '%' ? strchr(path + 1, '%') : NULL;
        const char *value = NULL;
        if (end) {
            char *name = arena_copy(project->arena, path + 1, (size_t)(end - path));
            name[end - path - 1] = 0;
            value = getenv(name);
        }
        if (value) {
            text_str(&text, value);
            path = end + 1;
        } else {
            text_char(&text, *path++);
        }
    }
    const char *expanded = arena_strdup(project->arena, text.at ? text.at : "");
    text_free(&text);
    return expanded;
}


void option_add_class_path(Project *project, const char *path)
{
    path = expand_environment(project, path);
    size_t length = strlen(path);
    if (length && path[length - 1] != '/') path = arena_printf(project->arena, "%s/", path);
    vec_push(project->arena, &project->class_paths, path);
    memmove(project->class_paths.at + 1, project->class_paths.at, (project->class_paths.count - 1) * sizeof *project->class_paths.at);
    project->class_paths.at[0] = path;
}

/* "pack.Module", "pack/Module.hx" or the name of a package as a dotted path; NULL if it is none. */
static const char *dotted_path(Project *project, const char *path, bool *is_module)
{
    size_t length = strlen(path);
    if (length > 3 && strcmp(path + length - 3, ".hx") == 0) length -= 3;
    else if (strchr(path, '/')) return NULL;
    char *dotted = arena_copy(project->arena, path, length + 1);
    dotted[length] = 0;
    char *last = dotted;
    for (char *at = dotted; *at; at++) {
        if (*at == '/') *at = '.';
        if (*at == '.') last = at + 1;
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || *at == '_';
        bool digit = *at >= '0' && *at <= '9';
        if (*at != '.' && !letter && !(digit && at > dotted && at[-1] != '.')) return NULL;
        if (*at == '.' && (at == dotted || at[-1] == '.')) return NULL;
    }
    char *capital = last;
    while (*capital == '_') capital++;
    *is_module = *capital >= 'A' && *capital <= 'Z';
    return *capital ? dotted : NULL;
}

static bool set_main(Project *project, Diags *diags, Span span, const char *path)
{
    if (project->main_class) {
        diag_error(diags, span, "option.main-twice", "Multiple --main classes specified: %s and %s", project->main_class, path);
        return false;
    }
    bool is_module;
    const char *dotted = dotted_path(project, path, &is_module);
    if (dotted && is_module) {
        project->main_class = dotted;
        return true;
    }
    diag_error(diags, span, "option.type-path", "Invalid class name : %s (a dotted path whose last part starts with an uppercase letter)",
               path);
    return false;
}

bool option_add_module(Project *project, Diags *diags, Span span, const char *path)
{
    bool is_module;
    const char *dotted = dotted_path(project, path, &is_module);
    if (!dotted) {
        diag_error(diags, span, "option.type-path", "'%s' is neither an option nor a type path", path);
        return false;
    }
    if (is_module) {
        vec_push(project->arena, &project->extra_modules, dotted);
    } else {
        vec_push(project->arena, &project->packages, dotted);
    }
    return true;
}

bool project_add_module(Project *project, Diags *diags, const char *path)
{
    return option_add_module(project, diags, NO_SPAN, path);
}

static Name define_name(Project *project, const char *text, size_t length)
{
    char *name = arena_copy(project->arena, text, length + 1);
    name[length] = 0;
    for (char *at = name; *at; at++)
        if (*at == '-') *at = '_';
    return name_of(project->names, name, length);
}

static void define(Project *project, const char *text)
{
    const char *equals = strchr(text, '=');
    Name name = define_name(project, text, equals ? (size_t)(equals - text) : strlen(text));
    Define define = {name, arena_strdup(project->arena, equals ? equals + 1 : "1")};
    vec_push(project->arena, &project->defines, define);
}

static void undefine(Project *project, const char *text)
{
    Name name = define_name(project, text, strlen(text));
    u32 kept = 0;
    for (u32 i = 0; i < project->defines.count; i++)
        if (project->defines.at[i].name != name) project->defines.at[kept++] = project->defines.at[i];
    project->defines.count = kept;
}

const char *project_define(const Project *project, const char *name)
{
    for (u32 i = project->defines.count; i > 0; i--)
        if (name_is(project->defines.at[i - 1].name, name)) return project->defines.at[i - 1].value;
    return NULL;
}

static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* FILE or FILE@NAME; the file is sought in the working directory, then on the class paths given so far. */
static bool add_resource(Project *project, Diags *diags, Span span, const char *text)
{
    const char *at = strchr(text, '@');
    if (at && (at == text || strchr(at + 1, '@'))) {
        diag_error(diags, span, "option.resource", "Invalid Resource format, expected file@name");
        return false;
    }
    char *wanted = arena_strdup(project->arena, text);
    if (at) wanted[at - text] = 0;
    Resource resource = {arena_strdup(project->arena, at ? at + 1 : text), arena_strdup(project->arena, wanted)};
    for (u32 i = 0; *wanted != '/' && !is_file(resource.file) && i < project->class_paths.count; i++)
        resource.file = arena_printf(project->arena, "%s%s", project->class_paths.at[i], wanted);
    if (!is_file(resource.file)) {
        diag_error(diags, span, "source.not-found", "Resource file not found: %s", wanted);
        return false;
    }
    for (u32 i = 0; i < project->resources.count; i++) {
        if (strcmp(project->resources.at[i].name, resource.name) != 0) continue;
        diag_error(diags, span, "option.resource", "Duplicate resource name %s", resource.name);
        return false;
    }
    vec_push(project->arena, &project->resources, resource);
    return true;
}

static bool set_directory(Project *project, Diags *diags, Span span, const char *path)
{
    if (chdir(path) != 0) {
        diag_error(diags, span, "source.not-found", "Invalid directory: %s", path);
        return false;
    }
    project->directory = working_directory(project->arena);
    return true;
}

/* ---- Macros of the library that need no macro -------------------------------------------------------------------------------------- */

/* The words of `name("one", "two")`, without the quotes; true literals are left out. false: written in any other way. */
static bool split_call(Project *project, const char *text, char **name, char *words[2], u32 *count)
{
    static const char OWNER[] = "haxe.macro.Compiler.";
    if (strncmp(text, OWNER, sizeof OWNER - 1) == 0) text += sizeof OWNER - 1;
    char *at = *name = arena_strdup(project->arena, text);
    at += strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (*at != '(') return false;
    *at++ = 0;
    *count = 0;
    for (;;) {
        at += strspn(at, " \t");
        char quote = *at;
        if (strncmp(at, "true", 4) == 0) {
            at += 4;
        } else if (quote == '"' || quote == '\'') {
            char *end = strchr(at + 1, quote);
            if (!end || *count == 2) return false;
            *end = 0;
            words[(*count)++] = at + 1;
            at = end + 1;
        }
        at += strspn(at, " \t");
        if (*at == ')') return at[1] == 0;
        if (*at++ != ',') return false;
    }
}

/* Those calls of haxe.macro.Compiler that are options by another name. */
static bool apply_macro(Project *project, Diags *diags, Span span, const char *text)
{
    char *name, *words[2] = {NULL};
    u32 count;
    if (split_call(project, text, &name, words, &count)) {
        if (strcmp(name, "include") == 0 && count == 1) return option_add_module(project, diags, span, words[0]);
        if (strcmp(name, "keep") == 0 || strcmp(name, "allowPackage") == 0) return true;
        if (strcmp(name, "define") == 0 && count) {
            define(project, count == 1 ? words[0] : arena_printf(project->arena, "%s=%s", words[0], words[1]));
            return true;
        }
        if (strcmp(name, "nullSafety") == 0) {
            diag_warning(diags, span, "option.skipped", "Option --macro %s is skipped: null safety is not checked", text);
            return true;
        }
    }
    diag_error(diags, span, "option.unsupported", "Option --macro %s is not supported: there are no macros", text);
    return false;
}

/* ---- Applying -------------------------------------------------------------------------------------------------------------------- */

static bool apply(Project *project, Diags *diags, Span span, const Option *option, const char *spelling, const char *value)
{
    switch (option->kind) {
    case CLASS_PATH: option_add_class_path(project, value); return true;
    case MAIN: return set_main(project, diags, span, value);
    case DEFINE: define(project, value); return true;
    case UNDEFINE: undefine(project, value); return true;
    case LIBRARY: return haxelib_add(project, diags, span, value);
    case GLOBAL_LIBRARIES: project->global_libraries = true; return true;
    case RESOURCE: return add_resource(project, diags, span, value);
    case DIRECTORY: return set_directory(project, diags, span, value);
    case RUN: return set_main(project, diags, span, value);
    case DCE:
        if (strcmp(value, "std") && strcmp(value, "full") && strcmp(value, "no")) {
            diag_error(diags, span, "option.value", "Invalid DCE mode, expected std | full | no");
            return false;
        }
        project->dce_set = true;
        return true;
    case MACRO: return apply_macro(project, diags, span, value);
    case TIMES: project->times = true; return true;
    case VERBOSE: project->verbose = true; return true;
    case FLAG: define(project, option->detail); return true;
    case NO_EFFECT: return true;
    case OTHER_TARGET:
        diag_warning(diags, span, "option.other-target", "Option %s belongs to another target and is skipped", spelling);
        return true;
    case SKIPPED: diag_warning(diags, span, "option.skipped", "Option %s is skipped: %s", spelling, option->detail); return true;
    case REFUSED:
        diag_error(diags, span, "option.unsupported", "Option %s is not supported: %s", spelling, option->detail);
        return false;
    }
    FATAL("option kind %d", (int)option->kind);
}

int option_apply(Project *project, Diags *diags, Span span, int count, char **arguments)
{
    if (count < 1 || arguments[0][0] != '-') return 0;
    const char *word = arguments[0];
    const char *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    const Option *option = find_option(word, length);
    if (!option) return 0;

    char *spelling = arena_copy(project->arena, word, length + 1);
    spelling[length] = 0;
    if (!option->has_value && equals) {
        diag_error(diags, span, "option.value", "Option '%s' takes no argument", spelling);
        return -1;
    }
    if (option->has_value && !equals && count < 2) {
        diag_error(diags, span, "option.value", "Option '%s' needs an argument", spelling);
        return -1;
    }
    int taken = option->has_value && !equals ? 2 : 1;
    const char *value = equals ? equals + 1 : option->has_value ? arguments[1] : NULL;
    if (!apply(project, diags, span, option, spelling, value)) return -1;
    if (option->kind == RUN)
        while (taken < count) vec_push(project->arena, &project->arguments, arena_strdup(project->arena, arguments[taken++]));
    return taken;
}

int project_option(Project *project, Diags *diags, int count, char **arguments)
{
    return option_apply(project, diags, NO_SPAN, count, arguments);
}
