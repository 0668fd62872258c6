/* typer_steps FOLDER…: makes the .hx files of the working directory those of each folder in turn, as updates of one program, and prints
 * the typed program after each step: every field of every module with its type, its typed body and where it stands.
 *
 * An update that reports errors is rolled back, and every entity must be byte by byte what it was. What read something changed is typed
 * again, until nothing changes any more, as the live engine does it. The output after a step must be that of a process that begins with
 * that version.
 */
#include "../../src/typer/typing.h"

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct Steps {
    Names *names;
    Sources *sources;
    Project *project;
    Diags diags;
    Program *program;
} Steps;

/* ---- The typed program as text --------------------------------------------------------------------------------------------------------- */

static void add_places(void *context, const TExpr *e)
{
    u64 *sum = context;
    *sum += hash_mix(e->span.start, e->span.end);
    texpr_parts(e, context, add_places);
}

static void print_field(Steps *steps, Field *field, Text *out)
{
    Program *program = steps->program;
    text_printf(out, "%s%s : ", field->is_static ? "static " : "", field->path->text);
    type_print(out, field_type(program, field));
    FunctionBody *body = field_body(program, field);
    text_char(out, '\n');
    if (!body || !body->function) return;
    u64 sum = 0;
    if (body->function->body) add_places(&sum, body->function->body);
    text_printf(out, "  at %u-%u, places %llx\n", body->function->span.start, body->function->span.end, (unsigned long long)sum);
    typer_dump_body(out, program, body);
}

static void print_decl(Steps *steps, TypeDecl *decl, Text *out)
{
    text_printf(out, "type %s kind %d", decl->path->text, decl->kind);
    if (decl->super_type) text_printf(out, " extends %s", text_of(steps->program, decl->super_type));
    for (u32 i = 0; i < decl->interfaces.count; i++) text_printf(out, " implements %s", text_of(steps->program, decl->interfaces.at[i]));
    if (decl->target) text_printf(out, " = %s", text_of(steps->program, decl->target));
    text_char(out, '\n');
    for (u32 i = 0; i < decl->fields.count; i++) print_field(steps, decl->fields.at[i], out);
    for (u32 i = 0; i < decl->statics.count; i++) print_field(steps, decl->statics.at[i], out);
    if (decl->constructor) print_field(steps, decl->constructor, out);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef VEC(char *) Files;

/* The .hx files of a folder, in order of their names. */
static Files list_files(const char *folder)
{
    Files files = {0};
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        size_t length = strlen(entry->d_name);
        if (length > 3 && strcmp(entry->d_name + length - 3, ".hx") == 0) vec_push(NULL, &files, strdup(entry->d_name));
    }
    if (entries) closedir(entries);
    if (files.count) qsort(files.at, files.count, sizeof *files.at, by_name);
    return files;
}

static void free_files(Files *files)
{
    for (u32 i = 0; i < files->count; i++) free(files->at[i]);
    vec_free(files);
}

static Module *module_of(Steps *steps, const char *file)
{
    Name name = name_of(steps->names, file, strlen(file) - 3);
    return program_module(steps->program, name->text);
}

static void load_all(Steps *steps)
{
    Files files = list_files(".");
    for (u32 i = 0; i < files.count; i++)
        if (strcmp(files.at[i], "import.hx") != 0) module_of(steps, files.at[i]);
    free_files(&files);
}

static void print_program(Steps *steps)
{
    Files files = list_files(".");
    Text out = {0};
    for (u32 k = 0; k < files.count; k++) {
        Module *module = strcmp(files.at[k], "import.hx") == 0 ? NULL : module_of(steps, files.at[k]);
        if (!module) continue;
        text_printf(&out, "module %s\n", module->path->text);
        for (u32 i = 0; i < module->types.count; i++) print_decl(steps, module->types.at[i], &out);
        if (module->statics) print_decl(steps, module->statics, &out);
    }
    if (out.count) fwrite(out.at, 1, out.count, stdout);
    text_free(&out);
    free_files(&files);
}

/* ---- What read what changed is typed again -------------------------------------------------------------------------------------------- */

static bool rehash(Program *program, Entity *entity, Map *changed)
{
    u64 old[FACET_COUNT];
    if (!entity_rehash(program, entity, old)) return false;
    for (int i = 0; i < FACET_COUNT; i++)
        if (old[i] != entity->hash[i]) map_set(changed, (u64)entity->id * FACET_COUNT + (u64)i + 1, entity);
    return true;
}

static bool read_changed(const FunctionBody *body, const Map *changed)
{
    for (u32 i = 0; i < body->reads.list.count; i++) {
        const Read *read = &body->reads.list.at[i];
        if (map_get(changed, (u64)read->entity->id * FACET_COUNT + read->facet + 1)) return true;
    }
    return false;
}

static void settle(Program *program, const ChangeSet *changes)
{
    Map changed = {0};
    for (u32 i = 0; i < changes->list.count; i++) rehash(program, changes->list.at[i].entity, &changed);
    for (u32 i = 0; i < changes->modules.count; i++) rehash(program, &changes->modules.at[i]->entity, &changed);
    for (int round = 0; round < 20 && changed.live; round++) {
        VEC(Field *) again = {0};
        for (u32 i = 0; i < program->state->entities.count; i++) {
            Entity *entity = program->state->entities.at[i];
            Field *field = (Field *)entity;
            if (entity->kind != ENTITY_FIELD || !field->owner || !field->body || !read_changed(field->body, &changed)) continue;
            field_invalidate(program, field);
            vec_push(NULL, &again, field);
        }
        map_clear(&changed);
        for (u32 i = 0; i < again.count; i++) {
            field_type(program, again.at[i]);
            field_body(program, again.at[i]);
        }
        for (u32 i = 0; i < again.count; i++) rehash(program, &again.at[i]->entity, &changed);
        vec_free(&again);
    }
    map_free(&changed);
}

/* ---- Bytes -------------------------------------------------------------------------------------------------------------------------------- */

static size_t size_of(const Entity *entity)
{
    static const size_t SIZES[] = {
        [ENTITY_MODULE] = sizeof(Module), [ENTITY_TYPE] = sizeof(TypeDecl), [ENTITY_FIELD] = sizeof(Field), [ENTITY_PACKAGE] = sizeof(Package)};
    return SIZES[entity->kind];
}

static void **copy_entities(Program *program, u32 *count)
{
    *count = program->state->entities.count;
    void **copies = base_alloc(sizeof *copies * (*count + 1));
    for (u32 i = 0; i < *count; i++) {
        Entity *entity = program->state->entities.at[i];
        copies[i] = base_alloc(size_of(entity));
        memcpy(copies[i], entity, size_of(entity));
    }
    return copies;
}

static bool same_entities(Program *program, void **copies, u32 count)
{
    bool same = true;
    for (u32 i = 0; i < count; i++) {
        Entity *entity = program->state->entities.at[i];
        if (memcmp(copies[i], entity, size_of(entity)) != 0) same = false;
        free(copies[i]);
    }
    free(copies);
    return same;
}

/* ---- Steps ---------------------------------------------------------------------------------------------------------------------------------- */

static void copy_file(const char *from, const char *to)
{
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    if (!in || !out) FATAL("cannot copy %s", from);
    char buffer[65536];
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, in)) > 0;) fwrite(buffer, 1, got, out);
    fclose(in);
    fclose(out);
}

/* Makes the working directory's files those of the folder. */
static void take_files(const char *folder)
{
    Files old = list_files("."), now = list_files(folder);
    for (u32 i = 0; i < old.count; i++) unlink(old.at[i]);
    for (u32 i = 0; i < now.count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, now.at[i]);
        copy_file(path, now.at[i]);
    }
    free_files(&old);
    free_files(&now);
}

static void show_errors(Steps *steps)
{
    Text out = {0};
    source_print_diags(steps->sources, &steps->diags, DIAG_PLAIN, &out);
    if (out.count && getenv("STEPS_VERBOSE")) fwrite(out.at, 1, out.count, stderr);
    text_free(&out);
}

typedef VEC(SourceFile *) Changed;

static void read_files(Steps *steps, const Files *files, Changed *out)
{
    for (u32 i = 0; i < files->count; i++) {
        SourceFile *file = source_file(steps->sources, files->at[i]);
        bool changed = false, was_missing = file->missing || !file->read_ns;
        bool there = source_read(steps->sources, file, steps->program->undo, &changed);
        bool listed = false;
        for (u32 k = 0; k < out->count; k++) listed |= out->at[k] == file;
        if (!listed && (changed || there == was_missing)) vec_push(NULL, out, file);
    }
}

static void step(Steps *steps, const char *version)
{
    Program *program = steps->program;
    u32 count;
    void **copies = copy_entities(program, &count);
    Files old = list_files(".");
    take_files(version);
    Files now = list_files(".");
    program->undo = undo_new();
    Changed files = {0};
    read_files(steps, &old, &files);
    read_files(steps, &now, &files);
    free_files(&old);
    free_files(&now);
    project_forget_listings(steps->project);
    ChangeSet changes = {.arena = arena_new("changes")};
    diags_clear(&steps->diags);
    program_reparse(program, files.at, files.count, &changes);
    vec_free(&files);
    if (!steps->diags.errors) settle(program, &changes);
    if (!steps->diags.errors) load_all(steps);
    if (!steps->diags.errors) program_check_user_modules(program);
    arena_free(changes.arena);
    if (steps->diags.errors) {
        show_errors(steps);
        undo_rollback(program->undo);
        undo_free(program->undo);
        program->undo = NULL;
        printf("%s\n", same_entities(program, copies, count) ? "refused" : "refused, and entities differ");
        return;
    }
    for (u32 i = 0; i < count; i++) free(copies[i]);
    free(copies);
    undo_commit(program->undo);
    undo_free(program->undo);
    program->undo = NULL;
    print_program(steps);
}

static int run(int count, char **arguments)
{
    Steps steps = {.names = names_new()};
    steps.sources = sources_new(steps.names);
    steps.project = project_new(steps.names);
    diags_init(&steps.diags);
    if (count < 2) return 2;
    take_files(arguments[1]);
    project_add_main_file(steps.project, steps.sources, &steps.diags, "Main.hx");
    project_find_std(steps.project, &steps.diags);
    steps.program = program_new(steps.names, steps.sources, steps.project, &steps.diags, (DebugFlags){.verify = true});
    if (program_load(steps.program)) {
        load_all(&steps);
        program_check_user_modules(steps.program);
    }
    show_errors(&steps);
    if (steps.diags.errors) {
        printf("refused\n");
        return 1;
    }
    print_program(&steps);
    for (int i = 2; i < count; i++) {
        printf("==== %d\n", i - 1);
        step(&steps, arguments[i]);
    }
    program_free(steps.program);
    diags_free(&steps.diags);
    project_free(steps.project);
    sources_free(steps.sources);
    names_free(steps.names);
    return 0;
}

int main(int count, char **arguments)
{
    struct rlimit limit = {256u << 20, 256u << 20}, now;
    if (getrlimit(RLIMIT_STACK, &now) == 0 && now.rlim_cur < limit.rlim_cur && setrlimit(RLIMIT_STACK, &limit) == 0)
        execv("/proc/self/exe", arguments);
    return run(count, arguments);
}
