/* What the tests of the typer share: a program from files in a folder of its own, and updates of it. */
#ifndef MOLT_TESTS_TYPER_PROGRAM_H
#define MOLT_TESTS_TYPER_PROGRAM_H

#include "unit.h"

#include "../../src/typer/internal.h"

typedef struct Fixture {
    void *folder;
    Names *names;
    Sources *sources;
    Project *project;
    Diags diags;
    Program *program;
    ChangeSet changes;
} Fixture;

static Fixture fixture;

static inline int fixture_begin(void **state)
{
    Fixture *f = &fixture;
    memset(f, 0, sizeof *f);
    if (unit_enter_folder(&f->folder) != 0) return -1;
    *state = f;
    char std[PATH_MAX];
    const char *root = getenv("MOLT_ROOT");
    snprintf(std, sizeof std, "%s/std", root ? root : ".");
    setenv("MOLT_STD", std, 1);
    f->names = names_new();
    f->sources = sources_new(f->names);
    f->project = project_new(f->names);
    diags_init(&f->diags);
    return 0;
}

static inline int fixture_end(void **state)
{
    (void)state;
    Fixture *f = &fixture;
    program_free(f->program);
    arena_free(f->changes.arena);
    diags_free(&f->diags);
    project_free(f->project);
    sources_free(f->sources);
    names_free(f->names);
    return unit_leave_folder(&f->folder);
}

static inline void show_diags(void)
{
    Text out = {0};
    source_print_diags(fixture.sources, &fixture.diags, DIAG_PLAIN, &out);
    if (out.count) fprintf(stderr, "%s", out.at);
    text_free(&out);
}

/* Loads Main of the working directory and types every user module. */
static inline Program *load_main(void)
{
    Fixture *f = &fixture;
    assert_true(project_add_main_file(f->project, f->sources, &f->diags, "Main.hx"));
    assert_true(project_find_std(f->project, &f->diags));
    f->program = program_new(f->names, f->sources, f->project, &f->diags, (DebugFlags){.verify = true});
    bool ok = program_load(f->program);
    if (ok) program_check_user_modules(f->program);
    show_diags();
    assert_true(ok);
    assert_int_equal(f->diags.errors, 0);
    return f->program;
}

static inline Name name(const char *text)
{
    return name_lit(fixture.names, text);
}

static inline Field *field_at(const char *path)
{
    Field *field = map_get_name(&fixture.program->fields, name(path));
    if (!field) fail_msg("no field %s", path);
    return field;
}

static inline TypeDecl *type_at(const char *path)
{
    TypeDecl *decl = map_get_name(&fixture.program->types, name(path));
    if (!decl) fail_msg("no type %s", path);
    return decl;
}

static inline SourceFile *save(const char *path, const char *text)
{
    if (text) unit_write(path, text);
    else assert_int_equal(unlink(path), 0);
    SourceFile *file = source_file(fixture.sources, path);
    bool changed;
    source_read(fixture.sources, file, fixture.program->undo, &changed);
    return file;
}

/* Writes the files (a NULL text removes, a NULL second path: there is none) and takes them over; the log stays open. */
static inline void update_two(const char *path, const char *text, const char *path2, const char *text2)
{
    Fixture *f = &fixture;
    if (!f->program->undo) f->program->undo = undo_new();
    SourceFile *files[2] = {save(path, text)};
    if (path2) files[1] = save(path2, text2);
    project_forget_listings(f->project);
    arena_free(f->changes.arena);
    f->changes = (ChangeSet){.arena = arena_new("changes")};
    program_reparse(f->program, files, path2 ? 2 : 1, &f->changes);
}

static inline void update_begin(const char *path, const char *text)
{
    update_two(path, text, NULL, NULL);
}

static inline void update_commit(void)
{
    undo_commit(fixture.program->undo);
    undo_free(fixture.program->undo);
    fixture.program->undo = NULL;
}

static inline void update_rollback(void)
{
    undo_rollback(fixture.program->undo);
    undo_free(fixture.program->undo);
    fixture.program->undo = NULL;
}

static inline const Change *change_of(const void *entity)
{
    for (u32 i = 0; i < fixture.changes.list.count; i++)
        if (fixture.changes.list.at[i].entity == entity) return &fixture.changes.list.at[i];
    return NULL;
}

#define TYPER_TEST(function) cmocka_unit_test_setup_teardown(function, fixture_begin, fixture_end)

#endif
