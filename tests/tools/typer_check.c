/* typer_check [--dump NAME]… [--all] FILE.hx | -cp DIR -m CLASS: loads a program and types it, prints its diagnostics as `molt check`
 * does; with --dump the typed trees of the fields of those names (pack.Class.method). --all types every module that was loaded, those of
 * the library too, which is how the library is tried. Exit 1 after errors. */
#include "../../src/typer/typer.h"

#include <sys/resource.h>
#include <unistd.h>

static void dump_named(Program *program, const char *name) {
    Field *field = map_get_name(&program->fields, name_lit(program->names, name));
    if (!field) {
        printf("no field %s\n", name);
        return;
    }
    FunctionBody *body = field_body(program, field);
    if (!body) {
        printf("%s has no body\n", name);
        return;
    }
    Text out = {0};
    typer_dump_body(&out, program, body);
    fwrite(out.at, 1, out.count, stdout);
    text_free(&out);
}

static int run(int count, char **arguments) {
    Names *names = names_new();
    Sources *sources = sources_new(names);
    Project *project = project_new(names);
    Diags diags;
    diags_init(&diags);
    VEC(const char *) dumps = {0};
    bool all = false;
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--dump") == 0 && i + 1 < count) {
            vec_push(NULL, &dumps, arguments[++i]);
        } else if (strcmp(arguments[i], "--all") == 0) {
            all = true;
        } else if (arguments[i][0] == '-') {
            int taken = project_option(project, &diags, count - i, arguments + i);
            if (taken <= 0) {
                fprintf(stderr, "unknown option %s\n", arguments[i]);
                return 2;
            }
            i += taken - 1;
        } else {
            project_add_main_file(project, sources, &diags, arguments[i]);
        }
    }
    project_find_std(project, &diags);
    Program *program = program_new(names, sources, project, &diags, (DebugFlags){.verify = true});
    u64 before = clock_ns();
    program_load(program);
    program_check_user_modules(program);
    for (u32 i = 0; all && i < program->module_list.count; i++) program_check_module(program, program->module_list.at[i]);
    u64 after = clock_ns();
    for (u32 i = 0; i < dumps.count; i++) dump_named(program, dumps.at[i]);
    Text out = {0};
    source_print_diags(sources, &diags, DIAG_PLAIN, &out);
    if (out.count) fwrite(out.at, 1, out.count, stderr);
    if (getenv("TYPER_TIMES")) fprintf(stderr, "%u modules, %.1f ms\n", program->module_list.count, (double)(after - before) / 1e6);
    int code = diags.errors ? 1 : 0;
    text_free(&out);
    vec_free(&dumps);
    program_free(program);
    diags_free(&diags);
    project_free(project);
    sources_free(sources);
    names_free(names);
    return code;
}

int main(int count, char **arguments) {
    struct rlimit limit = {256u << 20, 256u << 20};
    struct rlimit now;
    getrlimit(RLIMIT_STACK, &now);
    if (now.rlim_cur < limit.rlim_cur && !getenv("TYPER_CHECK_STACK")) { /* deep trees: as on the compiler's thread */
        limit.rlim_max = now.rlim_max;
        if (setrlimit(RLIMIT_STACK, &limit) == 0) {
            setenv("TYPER_CHECK_STACK", "1", 1);
            execv("/proc/self/exe", arguments);
        }
    }
    return run(count, arguments);
}
