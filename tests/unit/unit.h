/* What the unit tests share: cmocka with the headers it wants, and folders for files that a test writes. */
#ifndef MOLT_TESTS_UNIT_H
#define MOLT_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static inline int unit_remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

/* A fixture for cmocka_unit_test_setup_teardown: an empty folder of its own as working directory, gone afterwards. */
static inline int unit_enter_folder(void **state)
{
    char *folder = strdup("/tmp/molt-unit-XXXXXX");
    *state = folder;
    return folder && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static inline int unit_leave_folder(void **state)
{
    int failed = chdir("/") || nftw(*state, unit_remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(*state);
    return failed;
}

/* Writes a file below the working directory, its folders included. */
static inline void unit_write(const char *path, const char *text)
{
    char folder[PATH_MAX];
    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        if (slash == path) continue;
        snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
        if (mkdir(folder, 0777) != 0) assert_int_equal(errno, EEXIST);
    }
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, unit_enter_folder, unit_leave_folder)

#endif
