/* directory: names in the file system: sys.FileSystem.
 *
 * Paths are copied out of the heap, the system is asked in the native state, the copies are freed, then an error is thrown.
 */
#include "anon.h"
#include "system.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* Frees the text. */
static NORETURN void fail(char *text, int error) {
    char shown[400];
    snprintf(shown, sizeof shown, "%s", text);
    free(text);
    rt_throw_text("%s: %s", shown, strerror(error));
}

/* 0 or the error; the call runs in the native state. */
#define SYSTEM_CALL(call) (rt_enter_native(), errno = 0, saved = (call) ? errno : 0, rt_leave_native(), saved)

static void on_path(AbiString *path, int (*call)(const char *text)) {
    char *text = c_text(non_null(path));
    int saved, failed = SYSTEM_CALL(call(text));
    if (failed) fail(text, failed);
    free(text);
}

static int make_directory(const char *text) { return mkdir(text, 0777); }

void molt_path_delete_file(AbiString *path) { on_path(path, unlink); }
void molt_path_delete_directory(AbiString *path) { on_path(path, rmdir); }
void molt_path_create_directory(AbiString *path) { on_path(path, make_directory); }

bool molt_path_exists(AbiString *path) {
    char *text = c_text(non_null(path));
    struct stat info;
    int saved, failed = SYSTEM_CALL(stat(text, &info));
    free(text);
    return !failed;
}

bool molt_path_is_directory(AbiString *path) {
    char *text = c_text(non_null(path));
    struct stat info;
    int saved, failed = SYSTEM_CALL(stat(text, &info));
    free(text);
    return !failed && S_ISDIR(info.st_mode);
}

void molt_path_rename(AbiString *path, AbiString *to) {
    non_null(to);
    char *text = c_text(non_null(path)), *other = c_text(to);
    int saved, failed = SYSTEM_CALL(rename(text, other));
    free(other);
    if (failed) fail(text, failed);
    free(text);
}

/* Without links, dots and double slashes. */
AbiString *molt_path_full(AbiString *path) {
    char *text = c_text(non_null(path)), full[PATH_MAX];
    int saved, failed = SYSTEM_CALL(!realpath(text, full));
    if (failed) fail(text, failed);
    free(text);
    return rt_string_lit(full);
}

static double seconds_of(struct timespec time) { return (double)time.tv_sec + (double)time.tv_nsec * 1e-9; }

/* gid, uid, atime, mtime, ctime (seconds), size, dev, ino, nlink, rdev, mode */
AbiArray *molt_path_stat(AbiString *path) {
    char *text = c_text(non_null(path));
    struct stat info;
    int saved, failed = SYSTEM_CALL(stat(text, &info));
    if (failed) fail(text, failed);
    free(text);
    const double values[] = {(double)info.st_gid, (double)info.st_uid, seconds_of(info.st_atim), seconds_of(info.st_mtim),
                             seconds_of(info.st_ctim), (double)info.st_size, (double)info.st_dev, (double)info.st_ino,
                             (double)info.st_nlink, (double)info.st_rdev, (double)info.st_mode};
    AbiArray *list = rt_alloc_array(ELEM_F64, LEN(values));
    memcpy(list->data, values, sizeof values);
    return list;
}

/* ---- Entries of a directory -------------------------------------------------------------------------------------------------------------- */

typedef struct RtDirectory {
    AbiObject object;
    DIR *stream; /* NULL: at its end */
} RtDirectory;

static void finalise(AbiObject *object) {
    DIR *stream = ((RtDirectory *)object)->stream;
    if (stream) closedir(stream);
}

void directory_init(MoltVm *vm) {
    RtClassSpec spec = {.name = rt_intern(vm, "`directory", 10), .kind = KIND_NATIVE, .size = sizeof(RtDirectory), .finalise = finalise};
    vm->anon->directory = rt_class_new(vm, &spec);
}

RtDirectory *molt_directory_open(AbiString *path) {
    char *text = c_text(non_null(path));
    RtDirectory *directory = (RtDirectory *)rt_alloc_native(rt_this_vm()->anon->directory);
    int saved, failed = SYSTEM_CALL(!(directory->stream = opendir(text)));
    if (failed) fail(text, failed);
    free(text);
    return directory;
}

/* The next name, null at the end. */
AbiString *molt_directory_next(RtDirectory *directory) {
    char name[NAME_MAX + 1] = "";
    rt_enter_native();
    for (struct dirent *entry; directory->stream && !*name;) {
        if (!(entry = readdir(directory->stream))) {
            closedir(directory->stream);
            directory->stream = NULL;
        } else if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            snprintf(name, sizeof name, "%s", entry->d_name);
        }
    }
    rt_leave_native();
    return *name ? rt_string_lit(name) : NULL;
}
