/* mir_lower [-cp DIR]… FILE.hx MODULE…: types and lowers every function of the program and of the modules named (pack.Module), those that
 * the compiler makes for taking methods as values and for initialising included, all types and static variables, with the verifiers of
 * each stage on. Prints diagnostics and how many functions there were. Exit 1 after errors; what a verifier refuses ends the process. */
#include "../../src/mir/mir.h"

#include <sys/resource.h>
#include <unistd.h>

typedef struct Counts {
    u32 functions, instructions, types, statics;
} Counts;

static void count_unit(MirUnit *unit, Counts *counts) {
    if (!unit) return;
    counts->functions += unit->funcs.count;
    for (u32 i = 0; i < unit->funcs.count; i++)
        for (u32 b = 0; b < unit->funcs.at[i]->blocks.count; b++) counts->instructions += unit->funcs.at[i]->blocks.at[b].instrs.count;
    mir_unit_free(unit);
}

static void lower_made(Lowering *lowering, Program *program, const Field *field, const char *suffix, Counts *counts) {
    count_unit(lower_named(lowering, name_printf(program->names, "%s`%s", field->path->text, suffix)), counts);
}

static void lower_one(Lowering *lowering, Program *program, Field *field, Counts *counts) {
    count_unit(lower_field(lowering, field), counts);
    if (field->kind == FIELD_ENUM_CTOR && type_follow(program, field_type(program, field))->kind == TYPE_FUN)
        lower_made(lowering, program, field, "make", counts);
    if (field->kind != FIELD_METHOD || field->is_macro || !(lower_has_code(lowering, field) || field->native)) return;
    if (field->is_dynamic) lower_made(lowering, program, field, "dynamic", counts);
    else lower_made(lowering, program, field, field->is_static || field->is_impl ? "static" : "bound", counts);
}

static void lower_type(Lowering *lowering, Program *program, TypeDecl *decl, Counts *counts) {
    Arena *arena = arena_new("class");
    counts->types++;
    MirClass *cls = lower_class(lowering, decl, arena, NULL);
    for (u32 i = 0; i < cls->itab_count; i++)
        if (strchr(cls->itab[i].function->text, '`')) count_unit(lower_named(lowering, cls->itab[i].function), counts);
    if (cls->constructor && !decl->constructor) count_unit(lower_named(lowering, cls->constructor), counts);
    for (u32 i = 0; i < decl->fields.count; i++) lower_one(lowering, program, decl->fields.at[i], counts);
    for (u32 i = 0; i < decl->statics.count; i++) {
        Field *field = decl->statics.at[i];
        lower_one(lowering, program, field, counts);
        if (!lower_is_static(field)) continue;
        counts->statics++;
        MirStatic info = lower_static(lowering, field, arena);
        if (info.init && field->kind == FIELD_METHOD) count_unit(lower_named(lowering, info.init), counts);
    }
    if (decl->constructor) count_unit(lower_field(lowering, decl->constructor), counts);
    if (decl->init) count_unit(lower_field(lowering, decl->init), counts);
    arena_free(arena);
}

static int run(int count, char **arguments) {
    Names *names = names_new();
    Sources *sources = sources_new(names);
    Project *project = project_new(names);
    Diags diags;
    diags_init(&diags);
    VEC(const char *) modules = {0};
    for (int i = 1; i < count; i++) {
        size_t length = strlen(arguments[i]);
        if (arguments[i][0] == '-') i += project_option(project, &diags, count - i, arguments + i) - 1;
        else if (length > 3 && strcmp(arguments[i] + length - 3, ".hx") == 0) project_add_main_file(project, sources, &diags, arguments[i]);
        else vec_push(NULL, &modules, arguments[i]);
    }
    project_find_std(project, &diags);
    Program *program = program_new(names, sources, project, &diags, (DebugFlags){.verify = true});
    program_load(program);
    for (u32 i = 0; i < modules.count; i++)
        if (!program_module(program, modules.at[i])) fprintf(stderr, "no module %s\n", modules.at[i]);
    program_check_user_modules(program);
    Lowering *lowering = lowering_new(program);
    Counts counts = {0};
    for (u32 i = 0; i < program->module_list.count; i++) {
        Module *module = program->module_list.at[i];
        if (getenv("HIR_LOWER_VERBOSE")) fprintf(stderr, "%s\n", module->path->text);
        program_check_module(program, module);
        if (diags.errors) break;
        for (u32 k = 0; k < module->types.count; k++) lower_type(lowering, program, module->types.at[k], &counts);
        if (module->statics) lower_type(lowering, program, module->statics, &counts);
    }
    NameVec order = {0};
    if (!diags.errors) lower_static_order(lowering, &order);
    Text out = {0};
    source_print_diags(sources, &diags, DIAG_PLAIN, &out);
    if (out.count) fwrite(out.at, 1, out.count, stderr);
    printf("%u modules, %u types, %u statics (%u initialised), %u functions, %u instructions\n", program->module_list.count, counts.types,
           counts.statics, order.count, counts.functions, counts.instructions);
    int status = diags.errors ? 1 : 0;
    text_free(&out);
    vec_free(&order);
    vec_free(&modules);
    lowering_free(lowering);
    program_free(program);
    project_free(project);
    sources_free(sources);
    diags_free(&diags);
    names_free(names);
    return status;
}

int main(int count, char **arguments) {
    /* Deep trees: as much stack as the compiler's thread has. */
    struct rlimit now;
    getrlimit(RLIMIT_STACK, &now);
    if (now.rlim_cur < (256u << 20) && !getenv("HIR_LOWER_STACK")) {
        now.rlim_cur = now.rlim_max < (256u << 20) ? now.rlim_max : (256u << 20);
        if (setrlimit(RLIMIT_STACK, &now) == 0) {
            setenv("HIR_LOWER_STACK", "1", 1);
            execv("/proc/self/exe", arguments);
        }
    }
    return run(count, arguments);
}
