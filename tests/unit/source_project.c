/* Options, hxml files, libraries, class paths. */
#include "unit.h"

#include "../../src/source/source.h"

static Names *names;
static Sources *sources;
static Diags diags;
static ProjectVec projects;

static int begin(void **state)
{
    names = names_new();
    sources = sources_new(names);
    diags_init(&diags);
    return unit_enter_folder(state);
}

static int end(void **state)
{
    for (u32 i = 0; i < projects.count; i++) project_free(projects.at[i]);
    vec_free(&projects);
    diags_free(&diags);
    sources_free(sources);
    names_free(names);
    return unit_leave_folder(state);
}

/* All that was reported since the last check. */
static void check_diags(const char *expected)
{
    Text text = {0};
    text_str(&text, "");
    source_print_diags(sources, &diags, DIAG_PLAIN, &text);
    assert_string_equal(text.at, expected);
    text_free(&text);
    diags_clear(&diags);
}

static Project *new_project(void)
{
    Project *project = project_new(names);
    vec_push(NULL, &projects, project);
    return project;
}

#define CHECK_STRINGS(list, expected)                                                          \
    do {                                                                                       \
        Text joined = {0};                                                                     \
        text_str(&joined, "");                                                                 \
        for (u32 i = 0; i < (list).count; i++) text_printf(&joined, "[%s]", (list).at[i]);     \
        assert_string_equal(joined.at, expected);                                              \
        text_free(&joined);                                                                    \
    } while (0)

#define OPTION(project, ...) option(project, LEN(((char *[]){__VA_ARGS__})), (char *[]){__VA_ARGS__})
static int option(Project *project, size_t count, char **arguments)
{
    return project_option(project, &diags, (int)count, arguments);
}

static bool read_hxml(const char *text)
{
    unit_write("build.hxml", text);
    return project_read_hxml(sources, &diags, "build.hxml", &projects);
}

/* ---- Options --------------------------------------------------------------------------------------------------------------------- */

static void options_in_all_spellings(void **state)
{
    (void)state;
    Project *project = new_project();
    assert_int_equal(OPTION(project, "-p", "a", "rest"), 2);
    assert_int_equal(OPTION(project, "-cp", "b/"), 2);
    assert_int_equal(OPTION(project, "--class-path=c"), 1);
    assert_int_equal(OPTION(project, "-D", "foo-bar"), 2);
    assert_int_equal(OPTION(project, "--define", "x=a=b"), 2);
    assert_int_equal(OPTION(project, "-D", "gone"), 2);
    assert_int_equal(OPTION(project, "--undefine", "gone"), 2);
    assert_int_equal(OPTION(project, "-D", "x=c"), 2);
    assert_int_equal(OPTION(project, "-debug"), 1);
    assert_int_equal(OPTION(project, "--times", "-v"), 1);
    assert_int_equal(OPTION(project, "--interp"), 1);
    assert_int_equal(OPTION(project, "--dce", "full"), 2);
    assert_int_equal(OPTION(project, "-m", "pack.Main"), 2);
    CHECK_STRINGS(project->class_paths, "[c/][b/][a/]"); /* the last one is searched first */
    assert_string_equal(project_define(project, "foo_bar"), "1");
    assert_string_equal(project_define(project, "x"), "c");
    assert_string_equal(project_define(project, "debug"), "1");
    assert_null(project_define(project, "gone"));
    assert_null(project_define(project, "foo-bar"));
    assert_true(project->times && project->dce_set && !project->verbose);
    assert_string_equal(project->main_class, "pack.Main");
    check_diags("");
}

static void options_that_are_not_ours(void **state)
{
    (void)state;
    Project *project = new_project();
    assert_int_equal(OPTION(project, "--tier=fast"), 0);
    assert_int_equal(OPTION(project, "Main.hx"), 0);
    assert_int_equal(OPTION(project, "-"), 0);
    assert_int_equal(OPTION(project, "--"), 0);
    assert_int_equal(OPTION(project, "--mai", "Main"), 0);
    assert_int_equal(OPTION(project, "-js --js", "x"), 0);
    check_diags("");
    assert_int_equal(OPTION(project, "--js", "out.js"), 2);
    assert_int_equal(OPTION(project, "-hl=out.hl"), 1);
    check_diags("Warning : Option --js belongs to another target and is skipped\n"
                "Warning : Option -hl belongs to another target and is skipped\n");
}

static void wrong_options(void **state)
{
    (void)state;
    Project *project = new_project();
    assert_int_equal(OPTION(project, "--macro", "foo()"), -1);
    assert_int_equal(OPTION(project, "-cp"), -1);
    assert_int_equal(OPTION(project, "--times=3"), -1);
    assert_int_equal(OPTION(project, "--dce", "half"), -1);
    assert_int_equal(OPTION(project, "-main", "pack.main"), -1);
    assert_int_equal(OPTION(project, "-r", "nothing.txt"), -1);
    assert_int_equal(OPTION(project, "-C", "nowhere"), -1);
    check_diags("Option --macro foo() is not supported: there are no macros\n"
                "Option '-cp' needs an argument\n"
                "Option '--times' takes no argument\n"
                "Invalid DCE mode, expected std | full | no\n"
                "Invalid class name : pack.main (a dotted path whose last part starts with an uppercase letter)\n"
                "Resource file not found: nothing.txt\n"
                "Invalid directory: nowhere\n");
    assert_int_equal(OPTION(project, "-main", "A"), 2);
    assert_int_equal(OPTION(project, "-main", "B"), -1);
    check_diags("Multiple --main classes specified: A and B\n");
}

static void macros_that_are_options(void **state)
{
    (void)state;
    Project *project = new_project();
    assert_int_equal(OPTION(project, "--macro", "include('pack')"), 2);
    assert_int_equal(OPTION(project, "--macro", "haxe.macro.Compiler.include( \"other.pack\" , true )"), 2);
    assert_int_equal(OPTION(project, "--macro", "include('pack.Module')"), 2);
    assert_int_equal(OPTION(project, "--macro", "define('one')"), 2);
    assert_int_equal(OPTION(project, "--macro", "define('two-2', 'x')"), 2);
    assert_int_equal(OPTION(project, "--macro", "keep('pack.Module')"), 2);
    check_diags("");
    CHECK_STRINGS(project->packages, "[pack][other.pack]");
    CHECK_STRINGS(project->extra_modules, "[pack.Module]");
    assert_string_equal(project_define(project, "one"), "1");
    assert_string_equal(project_define(project, "two_2"), "x");
    assert_int_equal(OPTION(project, "--macro", "nullSafety('pack')"), 2);
    check_diags("Warning : Option --macro nullSafety('pack') is skipped: null safety is not checked\n");
    static char *const wrong[] = {"include('a', false)", "include('a', true, ['b'])", "include(a)", "include", "include('a'", "my.Macro.run()", ""};
    for (size_t i = 0; i < LEN(wrong); i++) {
        assert_int_equal(OPTION(project, "--macro", wrong[i]), -1);
        assert_int_equal(diags.errors, 1);
        diags_clear(&diags);
    }
}

static void type_paths(void **state)
{
    (void)state;
    Project *project = new_project();
    assert_true(project_add_module(project, &diags, "pack.sub.Type"));
    assert_true(project_add_module(project, &diags, "pack/_Type2.hx"));
    CHECK_STRINGS(project->extra_modules, "[pack.sub.Type][pack._Type2]");
    assert_true(project_add_module(project, &diags, "pack.sub"));
    CHECK_STRINGS(project->packages, "[pack.sub]");
    static const char *const wrong[] = {"", "pack.", ".A", "a..B", "A b", "1A", "a.1B", "é.A", "_", "pack/", "pack/A"};
    for (size_t i = 0; i < LEN(wrong); i++) {
        assert_false(project_add_module(project, &diags, wrong[i]));
        assert_int_equal(diags.errors, 1);
        diags_clear(&diags);
    }
    assert_int_equal(project->extra_modules.count, 2);
}

static void resources(void **state)
{
    (void)state;
    unit_write("data.txt", "x");
    unit_write("src/deep/other.txt", "y");
    Project *project = new_project();
    OPTION(project, "-cp", "src");
    assert_int_equal(OPTION(project, "-r", "data.txt"), 2);
    assert_int_equal(OPTION(project, "--resource", "deep/other.txt@name"), 2);
    assert_string_equal(project->resources.at[0].name, "data.txt");
    assert_string_equal(project->resources.at[0].file, "data.txt");
    assert_string_equal(project->resources.at[1].name, "name");
    assert_string_equal(project->resources.at[1].file, "src/deep/other.txt");
    check_diags("");
}

static void directory_and_environment(void **state)
{
    (void)state;
    unit_write("sub/data.txt", "x");
    Project *project = new_project();
    setenv("MOLT_UNIT_PATH", "from/env", 1);
    unsetenv("MOLT_UNIT_NOTHING");
    OPTION(project, "-cp", "before");
    char before[PATH_MAX], after[PATH_MAX];
    assert_non_null(getcwd(before, sizeof before));
    OPTION(project, "--cwd", "sub");
    assert_non_null(getcwd(after, sizeof after));
    OPTION(project, "-cp", "src");
    OPTION(project, "-cp", "/abs");
    OPTION(project, "-cp", "%MOLT_UNIT_PATH%/x%MOLT_UNIT_NOTHING%%");
    OPTION(project, "-r", "data.txt@d");
    CHECK_STRINGS(project->class_paths, "[from/env/x%MOLT_UNIT_NOTHING%%/][/abs/][src/][before/]");
    assert_string_equal(project->resources.at[0].file, "data.txt");
    assert_string_equal(project->directory, after);
    assert_int_equal(chdir(before), 0);
    check_diags("");
}

static void run_takes_the_rest(void **state)
{
    (void)state;
    Project *project = new_project();
    assert_int_equal(OPTION(project, "--run", "pack.Main", "-cp", "x", "y"), 5);
    assert_string_equal(project->main_class, "pack.Main");
    CHECK_STRINGS(project->arguments, "[-cp][x][y]");
    assert_int_equal(project->class_paths.count, 0);
}

/* ---- hxml ------------------------------------------------------------------------------------------------------------------------ */

static void hxml_lines(void **state)
{
    (void)state;
    assert_true(read_hxml("\xEF\xBB\xBF# comment\r\n"
                          "  # another\n"
                          "-cp   \"with space\"  \r\n"
                          "\t--class-path src\n"
                          "'-main pack.Main'\n"
                          "-D\n"
                          "on_its_own=line\n"
                          "-D\tx='1 # no comment'\n"
                          "\r\r"
                          "pack.Extra\n"
                          "--times"));
    check_diags("");
    assert_int_equal(projects.count, 1);
    Project *project = projects.at[0];
    CHECK_STRINGS(project->class_paths, "[src/][with space/]");
    assert_string_equal(project->main_class, "pack.Main");
    assert_string_equal(project_define(project, "on_its_own"), "line");
    assert_string_equal(project_define(project, "x"), "'1 # no comment'");
    CHECK_STRINGS(project->extra_modules, "[pack.Extra]");
    assert_true(project->times);
    CHECK_STRINGS(project->hxml_files, "[build.hxml]");
}

static void hxml_errors_have_places(void **state)
{
    (void)state;
    assert_false(read_hxml("-main Main\n"
                           "  --frob x\n"
                           "-js out.js # why\n"
                           "lower case\n"
                           "--no-optt\n"
                           "--macro foo()\n"
                           "missing.hxml\n"
                           "-D after=1\n"
                           "-cp\n"));
    check_diags("build.hxml:2: characters 3-11 : unknown option '--frob'\n"
                "build.hxml:3: characters 1-17 : Warning : Option -js belongs to another target and is skipped\n"
                "build.hxml:4: characters 1-11 : 'lower case' is neither an option nor a type path\n"
                "build.hxml:5: characters 1-10 : unknown option '--no-optt'\n"
                "build.hxml:5: characters 1-10 : ... Did you mean --no-opt?\n"
                "build.hxml:6: characters 1-14 : Option --macro foo() is not supported: there are no macros\n"
                "build.hxml:7: characters 1-13 : Could not process argument missing.hxml (file not found)\n"
                "build.hxml:9: characters 1-4 : Option '-cp' needs an argument\n");
    /* Reading went on behind each of them. */
    assert_string_equal(project_define(projects.at[0], "after"), "1");
    assert_int_equal(projects.at[0]->extra_modules.count, 0);
    assert_false(project_read_hxml(sources, &diags, "other.hxml", &projects));
    check_diags("Could not process argument other.hxml (file not found)\n");
}

static void hxml_nested(void **state)
{
    (void)state;
    unit_write("conf/common.hxml", "-cp common\nconf/deeper.hxml\n-D last\n");
    unit_write("conf/deeper.hxml", "-D deep");
    assert_true(read_hxml("conf/common.hxml\n-main Main\n"));
    Project *project = projects.at[0];
    CHECK_STRINGS(project->class_paths, "[common/]");
    assert_non_null(project_define(project, "deep"));
    assert_non_null(project_define(project, "last"));
    CHECK_STRINGS(project->hxml_files, "[build.hxml][conf/common.hxml][conf/deeper.hxml]");
    check_diags("");
}

static void hxml_cycle(void **state)
{
    (void)state;
    unit_write("a.hxml", "-D a\nbuild.hxml\n");
    assert_false(read_hxml("a.hxml\n-D b\n"));
    check_diags("a.hxml:2: characters 1-11 : build.hxml includes itself\n");
    assert_non_null(project_define(projects.at[0], "b"));
}

static void hxml_next_and_each(void **state)
{
    (void)state;
    assert_true(read_hxml("--next\n-main A\n-D common\n--each\n--next\n-cp one\n--next\n-cp two\n"));
    assert_int_equal(projects.count, 2);
    CHECK_STRINGS(projects.at[0]->class_paths, "[one/]");
    CHECK_STRINGS(projects.at[1]->class_paths, "[two/]");
    for (u32 i = 0; i < 2; i++) {
        assert_string_equal(projects.at[i]->main_class, "A");
        assert_non_null(project_define(projects.at[i], "common"));
        CHECK_STRINGS(projects.at[i]->hxml_files, "[build.hxml]");
    }
    check_diags("");
}

static void hxml_next_at_the_end(void **state)
{
    (void)state;
    assert_true(read_hxml("-main A\n--next\n-main B\n--next\n"));
    assert_int_equal(projects.count, 2);
    assert_string_equal(projects.at[0]->main_class, "A");
    assert_string_equal(projects.at[1]->main_class, "B");
}

/* As the official compiler does it: behind --each the last `--next` begins a program of its own. */
static void hxml_next_at_the_end_with_each(void **state)
{
    (void)state;
    assert_true(read_hxml("-main A\n--each\n-cp one\n--next\n"));
    assert_int_equal(projects.count, 2);
    assert_string_equal(projects.at[1]->main_class, "A");
    assert_int_equal(projects.at[1]->class_paths.count, 0);
}

static void hxml_continues_the_command_line(void **state)
{
    (void)state;
    Project *project = new_project();
    OPTION(project, "-D", "given");
    assert_true(read_hxml("-main A\n--next\n-main B\n"));
    assert_int_equal(projects.count, 2);
    assert_ptr_equal(projects.at[0], project);
    assert_string_equal(project->main_class, "A");
    assert_non_null(project_define(project, "given"));
    assert_null(project_define(projects.at[1], "given"));
}

/* ---- Libraries ------------------------------------------------------------------------------------------------------------------- */

static char *old_path;

static void fake_haxelib(const char *script)
{
    char folder[PATH_MAX], path[PATH_MAX + 8];
    unit_write("bin/haxelib", script);
    assert_int_equal(chmod("bin/haxelib", 0755), 0);
    assert_non_null(getcwd(folder, sizeof folder));
    snprintf(path, sizeof path, "%s/bin", folder);
    old_path = strdup(getenv("PATH"));
    setenv("PATH", path, 1);
}

static void restore_path(void)
{
    setenv("PATH", old_path, 1);
    free(old_path);
}

static void libraries(void **state)
{
    (void)state;
    fake_haxelib("#!/bin/sh\n"
                 "echo noise >&2\n"
                 "case $1,$2 in\n"
                 "path,good:1.2) echo /libs/good/src; echo '-D good=1.2'; echo '-L /libs/good/ndll'; echo; echo --no-traces ;;\n"
                 "path,picky) echo '--macro picky.Init.run()' ;;\n"
                 "*) echo; echo \"Error: Library $2 is not installed\" >&2; exit 1 ;;\n"
                 "esac\n");
    Project *project = new_project();
    OPTION(project, "-cp", "src");
    assert_int_equal(OPTION(project, "-L", "good:1.2"), 2);
    assert_int_equal(OPTION(project, "-lib", "good:1.2"), 2);
    check_diags("");
    CHECK_STRINGS(project->class_paths, "[/libs/good/src/][src/]");
    CHECK_STRINGS(project->libraries, "[good:1.2]");
    assert_string_equal(project_define(project, "good"), "1.2");
    assert_non_null(project_define(project, "no_traces"));
    assert_int_equal(OPTION(project, "--library", "none"), -1);
    check_diags("Library none: haxelib: noise\n... Error: Library none is not installed\n");
    assert_int_equal(OPTION(project, "-L", "picky"), -1);
    check_diags("Option --macro picky.Init.run() is not supported: there are no macros\n... it comes from library picky\n");
    assert_int_equal(project->libraries.count, 1);
    restore_path();
}

static void libraries_without_haxelib(void **state)
{
    (void)state;
    fake_haxelib("");
    assert_int_equal(remove("bin/haxelib"), 0);
    unit_write("build.hxml", "-L some\n");
    assert_false(project_read_hxml(sources, &diags, "build.hxml", &projects));
    restore_path();
    check_diags("build.hxml:1: characters 1-8 : Library some: haxelib could not be run: No such file or directory (it comes with the "
                "package haxe)\n");
}

/* ---- Class paths ----------------------------------------------------------------------------------------------------------------- */

static void check_module(Project *project, const char *dotted, const char *expected)
{
    SourceFile *file = project_find_module(project, sources, dotted);
    if (!expected) {
        assert_null(file);
        return;
    }
    assert_non_null(file);
    assert_string_equal(file->path->text, expected);
    assert_ptr_equal(source_file(sources, expected), file);
}

static void modules_are_found_in_order(void **state)
{
    (void)state;
    unit_write("one/pack/A.hx", "");
    unit_write("two/pack/A.hx", "");
    unit_write("two/pack/sub/B.hx", "");
    unit_write("two/Top.hx", "");
    unit_write("two/Special.hx", "");
    unit_write("two/Special.molt.hx", "");
    Project *project = new_project();
    OPTION(project, "-cp", "two");
    OPTION(project, "-cp", "./one");
    check_module(project, "pack.A", "./one/pack/A.hx");
    check_module(project, "pack.sub.B", "two/pack/sub/B.hx");
    check_module(project, "Top", "two/Top.hx");
    check_module(project, "Special", "two/Special.molt.hx");
    check_module(project, "pack.a", NULL);
    check_module(project, "Pack.A", NULL);
    check_module(project, "pack.B", NULL);
    check_module(project, "nowhere.C", NULL);
    assert_true(project_has_package(project, "pack"));
    assert_true(project_has_package(project, "pack.sub"));
    assert_true(project_has_package(project, ""));
    assert_false(project_has_package(project, "pack.A"));
    assert_false(project_has_package(project, "sub"));

    /* Listings hold until they are forgotten. */
    unit_write("two/pack/B.hx", "");
    check_module(project, "pack.B", NULL);
    project_forget_listings(project);
    check_module(project, "pack.B", "two/pack/B.hx");
    assert_int_equal(remove("one/pack/A.hx"), 0);
    project_forget_listings(project);
    check_module(project, "pack.A", "two/pack/A.hx");
}

static void standard_library(void **state)
{
    (void)state;
    char here[PATH_MAX], expected[3 * PATH_MAX];
    assert_non_null(getcwd(here, sizeof here));
    unit_write("haxe/StdTypes.hx", "");
    unit_write("molt/Std.hx", "");
    setenv("MOLT_STD", "molt", 1);
    setenv("HAXE_STD_PATH", "haxe/../haxe", 1);
    Project *project = new_project();
    OPTION(project, "-cp", "src");
    assert_true(project_find_std(project, &diags));
    snprintf(expected, sizeof expected, "[src/][][%s/molt/][%s/haxe/]", here, here);
    CHECK_STRINGS(project->class_paths, expected);
    assert_string_equal(project->std_path, project->class_paths.at[2]);
    assert_string_equal(project->haxe_std_path, project->class_paths.at[3]);

    setenv("MOLT_STD", "nowhere", 1);
    project = new_project();
    assert_false(project_find_std(project, &diags));
    check_diags("Molt's own std/ was not found beside the executable; MOLT_STD may name its folder\n");
    unsetenv("MOLT_STD");
    unsetenv("HAXE_STD_PATH");
}

static void bare_main_file(void **state)
{
    (void)state;
    unit_write("src/pack/sub/Main.hx", "// package no.no;\n/* package no; */ package pack . sub;\nclass Main {}\n");
    unit_write("src/Top.hx", "class Top { var package_; }\n");
    unit_write("src/Empty.hx", "package;");
    unit_write("src/pack/Wrong.hx", "\npackage other;\n");
    unit_write("src/lower.hx", "");

    Project *project = new_project();
    assert_true(project_add_main_file(project, sources, &diags, "src/pack/sub/Main.hx"));
    CHECK_STRINGS(project->class_paths, "[src/]");
    assert_string_equal(project->main_class, "pack.sub.Main");
    assert_true(project->main_file);
    check_module(project, "pack.sub.Main", "src/pack/sub/Main.hx");

    project = new_project();
    assert_true(project_add_main_file(project, sources, &diags, "src/Top.hx"));
    CHECK_STRINGS(project->class_paths, "[src/]");
    assert_string_equal(project->main_class, "Top");

    project = new_project();
    assert_true(project_add_main_file(project, sources, &diags, "./src/Empty.hx"));
    CHECK_STRINGS(project->class_paths, "[./src/]");

    /* Class paths given besides stay, and the same folder is not added under another name. */
    project = new_project();
    OPTION(project, "-cp", "lib");
    OPTION(project, "-cp", "src/pack/..");
    OPTION(project, "--main", "Other");
    assert_true(project_add_main_file(project, sources, &diags, "src/Top.hx"));
    CHECK_STRINGS(project->class_paths, "[src/pack/../][lib/]");
    assert_string_equal(project->main_class, "Other");
    assert_false(project->main_file);

    check_diags("");
    project = new_project();
    assert_false(project_add_main_file(project, sources, &diags, "src/pack/Wrong.hx"));
    check_diags("src/pack/Wrong.hx:2: characters 1-14 : The package does not fit the folder: the path of the file should end in "
                "other/Wrong.hx\n");
    assert_false(project_add_main_file(project, sources, &diags, "src/Nothing.hx"));
    check_diags("File not found : src/Nothing.hx\n");
    assert_false(project_add_main_file(project, sources, &diags, "src/lower.hx"));
    assert_int_equal(diags.errors, 1);
    diags_clear(&diags);

    /* From within the package. */
    assert_int_equal(chdir("src/pack/sub"), 0);
    project = new_project();
    assert_true(project_add_main_file(project, sources, &diags, "Main.hx"));
    CHECK_STRINGS(project->class_paths, "[../../]");
    check_module(project, "pack.sub.Main", "../../pack/sub/Main.hx");
    check_diags("");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(options_in_all_spellings),
        TEST(options_that_are_not_ours),
        TEST(wrong_options),
        TEST(macros_that_are_options),
        TEST(type_paths),
        TEST(resources),
        TEST(directory_and_environment),
        TEST(run_takes_the_rest),
        TEST(hxml_lines),
        TEST(hxml_errors_have_places),
        TEST(hxml_nested),
        TEST(hxml_cycle),
        TEST(hxml_next_and_each),
        TEST(hxml_next_at_the_end),
        TEST(hxml_next_at_the_end_with_each),
        TEST(hxml_continues_the_command_line),
        TEST(libraries),
        TEST(libraries_without_haxelib),
        TEST(modules_are_found_in_order),
        TEST(standard_library),
        TEST(bare_main_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
