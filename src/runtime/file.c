/* file: open files of the system: what sys.io's streams and the standard streams stand on.
 *
 * Writing goes out at once. Reading single bytes reads ahead; seeking and telling account for it. A file that nobody closed is closed
 * when its object is found dead.
 */
#include "anon.h"
#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* ---- Open and close --------------------------------------------------------------------------------------------------------------------- */

static void finalise(AbiObject *object) {
    RtFile *file = (RtFile *)object;
    if (file->descriptor > STDERR_FILENO) close(file->descriptor);
    free(file->ahead);
}

void file_init(MoltVm *vm) {
    RtClassSpec spec = {.name = rt_intern(vm, "`file", 5), .kind = KIND_NATIVE, .size = sizeof(RtFile), .finalise = finalise};
    vm->anon->file = rt_class_new(vm, &spec);
}

RtFile *file_new(int descriptor, bool is_pipe) {
    RtFile *file = (RtFile *)rt_alloc_native(rt_this_vm()->anon->file);
    file->descriptor = descriptor;
    file->is_pipe = is_pipe;
    return file;
}

RtFile *molt_file_standard(i32 descriptor) {
    ASSERT(descriptor >= 0 && descriptor <= STDERR_FILENO);
    return file_new(descriptor, false);
}

RtFile *molt_file_open(AbiString *path, i32 mode) {
    static const int flags[] = {O_RDONLY, O_WRONLY | O_CREAT | O_TRUNC, O_WRONLY | O_CREAT | O_APPEND, O_WRONLY | O_CREAT};
    if (mode < 0 || mode >= (i32)LEN(flags)) rt_throw_text("There is no such way to open a file");
    char *text = c_text(non_null(path));
    RtFile *file = file_new(-1, false);
    rt_enter_native();
    do file->descriptor = open(text, flags[mode] | O_CLOEXEC, 0666);
    while (file->descriptor < 0 && errno == EINTR);
    int failed = file->descriptor < 0 ? errno : 0;
    rt_leave_native();
    struct stat info;
    if (!failed && mode == 0 && !fstat(file->descriptor, &info) && S_ISDIR(info.st_mode)) failed = EISDIR;
    if (!failed) {
        free(text);
        return file;
    }
    molt_file_close(file);
    char shown[400];
    snprintf(shown, sizeof shown, "%s", text);
    free(text);
    rt_throw_text("%s: %s", shown, strerror(failed));
}

void molt_file_close(RtFile *file) {
    int descriptor = file->descriptor;
    file->descriptor = -1;
    file->ahead_at = file->ahead_end = 0;
    if (descriptor < 0) return;
    rt_enter_native();
    close(descriptor);
    rt_leave_native();
}

static int open_descriptor(const RtFile *file) {
    if (file->descriptor < 0) rt_throw_text("The file is closed");
    return file->descriptor;
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------------------------- */

static i32 read_some(RtFile *file, void *into, size_t count) {
    int descriptor = open_descriptor(file);
    rt_enter_native();
    ssize_t got;
    do got = read(descriptor, into, count);
    while (got < 0 && errno == EINTR);
    int failed = got < 0 ? errno : 0;
    rt_leave_native();
    /* The other end of a terminal is gone. */
    if (failed == EIO) got = 0;
    else if (failed) rt_throw_text("Cannot read: %s", strerror(failed));
    file->at_end = got == 0;
    return (i32)got;
}

/* -1 at the end. */
i32 molt_file_read_byte(RtFile *file) {
    if (file->ahead_at < file->ahead_end) return file->ahead[file->ahead_at++];
    if (!file->ahead) file->ahead = base_alloc(FILE_AHEAD);
    i32 got = read_some(file, file->ahead, FILE_AHEAD);
    file->ahead_end = (u16)got;
    file->ahead_at = got > 0;
    return got > 0 ? file->ahead[0] : -1;
}

/* As many as there are, `count` at most; 0 at the end. */
i32 molt_file_read(RtFile *file, AbiBuffer *into, i32 at, i32 count) {
    bytes_check(non_null(into), at, count);
    if (!count) return 0;
    i32 ahead = MIN(file->ahead_end - file->ahead_at, count);
    if (ahead <= 0) return read_some(file, into->data + at, (size_t)count);
    memcpy(into->data + at, file->ahead + file->ahead_at, (size_t)ahead);
    file->ahead_at = (u16)(file->ahead_at + ahead);
    return ahead;
}

/* All that is left. */
AbiBuffer *molt_file_read_rest(RtFile *file) {
    struct stat info;
    off_t now = lseek(open_descriptor(file), 0, SEEK_CUR);
    bool known = now >= 0 && !fstat(file->descriptor, &info) && S_ISREG(info.st_mode) && info.st_size > now;
    if (known && info.st_size - now > INT32_MAX - FILE_AHEAD) rt_throw_text("The file is too large");
    /* One byte more than it says finds its end. */
    i32 count = 0, room = known ? (i32)(info.st_size - now) + (file->ahead_end - file->ahead_at) + 1 : 2 * FILE_AHEAD;
    AbiBuffer *all = molt_bytes_new(room);
    for (i32 got; (got = molt_file_read(file, all, count, room - count)); ) {
        count += got;
        if (count < room) continue;
        if (room > INT32_MAX / 2) rt_throw_text("The file is too large");
        room *= 2;
        AbiBuffer *larger = molt_bytes_new(room);
        memcpy(larger->data, all->data, (size_t)count);
        all = larger;
    }
    AbiBuffer *exact = molt_bytes_new(count);
    memcpy(exact->data, all->data, (size_t)count);
    return exact;
}

bool molt_file_at_end(RtFile *file) { return file->at_end && file->ahead_at >= file->ahead_end; }

/* ---- Writing --------------------------------------------------------------------------------------------------------------------------------- */

/* Writes to a pipe whose reader is gone: the signal is taken back before anybody sees it. */
static int write_pipe(int descriptor, const void *bytes, size_t count) {
    sigset_t pipe_signal, before, pending;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    int failed = sys_write(descriptor, bytes, count);
    if (failed == EPIPE && !sigismember(&pending, SIGPIPE)) sigtimedwait(&pipe_signal, NULL, &(struct timespec){0});
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failed;
}

static void write_all(RtFile *file, const void *bytes, size_t count) {
    int descriptor = open_descriptor(file);
    int failed = file->is_pipe ? write_pipe(descriptor, bytes, count) : sys_write(descriptor, bytes, count);
    if (failed) rt_throw_text("Cannot write: %s", strerror(failed));
}

/* All are written; their number. */
i32 molt_file_write(RtFile *file, AbiBuffer *from, i32 at, i32 count) {
    bytes_check(non_null(from), at, count);
    write_all(file, from->data + at, (size_t)count);
    return count;
}

void molt_file_write_byte(RtFile *file, i32 byte) {
    u8 one = (u8)byte;
    write_all(file, &one, 1);
}

/* ---- Places ----------------------------------------------------------------------------------------------------------------------------------- */

void molt_file_seek(RtFile *file, i32 offset, i32 from) {
    static const int origins[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    if (from < 0 || from >= (i32)LEN(origins)) rt_throw_text("There is no such way to seek");
    off_t to = offset;
    if (origins[from] == SEEK_CUR) to -= file->ahead_end - file->ahead_at;
    file->ahead_at = file->ahead_end = 0;
    file->at_end = false;
    if (lseek(open_descriptor(file), to, origins[from]) < 0) rt_throw_text("Cannot seek: %s", strerror(errno));
}

i32 molt_file_tell(RtFile *file) {
    off_t at = lseek(open_descriptor(file), 0, SEEK_CUR);
    if (at < 0) rt_throw_text("Cannot tell the position: %s", strerror(errno));
    return (i32)(at - (file->ahead_end - file->ahead_at));
}
