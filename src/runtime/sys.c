/* sys: the functions of Sys.
 *
 * Whatever may block runs in the native state, on bytes that were copied out of the heap before; nothing is thrown while such a copy
 * is held. Output is one write a call, so that lines of several threads do not mix.
 */
#include "values.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* ---- Output ------------------------------------------------------------------------------------------------------------------------------- */

static void write_all(int descriptor, const char *bytes, size_t count) {
    rt_enter_native();
    while (count) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EAGAIN) {
            struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
            poll(&wait, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            break; /* closed, or no room: there is nobody to tell */
        } else if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        }
    }
    rt_leave_native();
}

static void print(Word word, bool newline) {
    AbiString *string = molt_string_of_word(word);
    char small[512];
    size_t length = (size_t)string->length;
    bool ascii = !rt_string_wide(string) && length < sizeof small - 1;
    for (size_t i = 0; ascii && i < length; i++) ascii = string->data[i] < 0x80;
    if (ascii) {
        memcpy(small, string->data, length);
        if (newline) small[length++] = '\n';
        write_all(STDOUT_FILENO, small, length);
        return;
    }
    Text text = {0};
    rt_string_utf8(string, &text);
    if (newline) text_char(&text, '\n');
    write_all(STDOUT_FILENO, text.at, text.count);
    text_free(&text);
}

void molt_sys_print(Word word) { print(word, false); }
void molt_sys_println(Word word) { print(word, true); }

/* Every print is written at once. */
void rt_flush(void) {}
void molt_sys_flush(void) { rt_flush(); }

/* ---- Program and environment ---------------------------------------------------------------------------------------------------------------- */

AbiArray *molt_sys_args(void) {
    const RtOptions *options = &rt_this_vm()->options;
    AbiArray *list = array_new(ELEM_WORD, options->argc);
    for (int i = 0; i < options->argc; i++) array_push_ref(list, rt_string_lit(options->argv[i]));
    return list;
}

AbiString *molt_sys_program_path(void) {
    const char *path = rt_this_vm()->options.program_path;
    return path ? rt_string_lit(path) : NULL;
}

void molt_sys_exit(i32 code) {
    RtHooks *hooks = &rt_this_vm()->hooks;
    rt_flush();
    rt_enter_native();
    if (hooks->exit) hooks->exit(hooks->context, code);
    exit(code);
}

AbiString *molt_sys_system_name(void) { return rt_string_lit("Linux"); }

/* As C text, freed by the caller. */
static char *c_text(const AbiString *string) {
    Text text = {0};
    rt_string_utf8(string, &text);
    text_add(&text, "", 1);
    return text.at;
}

AbiString *molt_sys_get_env(AbiString *name) {
    non_null(name);
    char *key = c_text(name);
    const char *value = getenv(key);
    free(key);
    return value ? rt_string_lit(value) : NULL;
}

/* A null value removes the variable. */
void molt_sys_put_env(AbiString *name, AbiString *value) {
    non_null(name);
    char *key = c_text(name);
    if (value) {
        char *text = c_text(value);
        setenv(key, text, 1);
        free(text);
    } else {
        unsetenv(key);
    }
    free(key);
}

/* Names and values by turns. */
AbiArray *molt_sys_environment(void) {
    AbiArray *list = array_new(ELEM_WORD, 0);
    for (char **entry = environ; entry && *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals) continue;
        array_push_ref(list, rt_string(*entry, (size_t)(equals - *entry)));
        array_push_ref(list, rt_string_lit(equals + 1));
    }
    return list;
}

/* With a slash at the end, as the official library gives it. */
AbiString *molt_sys_get_cwd(void) {
    char *path = getcwd(NULL, 0);
    if (!path) rt_throw_text("Cannot find the working directory: %s", strerror(errno));
    Text text = {0};
    text_str(&text, path);
    if (text.count == 0 || text.at[text.count - 1] != '/') text_char(&text, '/');
    free(path);
    char copy[4096 + 2];
    size_t count = MIN(text.count, sizeof copy);
    memcpy(copy, text.at, count);
    text_free(&text);
    return rt_string(copy, count);
}

void molt_sys_set_cwd(AbiString *path) {
    non_null(path);
    char *text = c_text(path);
    int failed = chdir(text) ? errno : 0;
    free(text);
    if (failed) rt_throw_text("Cannot change the working directory: %s", strerror(failed));
}

bool molt_sys_set_time_locale(AbiString *name) {
    non_null(name);
    char *text = c_text(name);
    bool known = setlocale(LC_TIME, text) != NULL;
    free(text);
    return known;
}

/* ---- Time ------------------------------------------------------------------------------------------------------------------------------------ */

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double molt_sys_time(void) { return seconds(CLOCK_REALTIME); }
double molt_sys_cpu_time(void) { return seconds(CLOCK_PROCESS_CPUTIME_ID); }

void molt_sys_sleep(double duration) {
    if (!(duration > 0)) return;
    double whole = duration < 1e9 ? (double)(i64)duration : 1e9;
    struct timespec rest = {.tv_sec = (time_t)whole, .tv_nsec = duration < 1e9 ? (long)((duration - whole) * 1e9) : 0};
    rt_enter_native();
    while (nanosleep(&rest, &rest) && errno == EINTR) {}
    rt_leave_native();
}

/* ---- Commands ----------------------------------------------------------------------------------------------------------------------------------- */

/* The exit code; 128 and more: ended by a signal; 127: could not be started. */
static int run(char *const *argv) {
    pid_t child;
    rt_enter_native();
    int status = 0, failed = posix_spawnp(&child, argv[0], NULL, NULL, argv, environ);
    while (!failed && waitpid(child, &status, 0) < 0)
        if (errno != EINTR) failed = errno;
    rt_leave_native();
    if (failed) return 127;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Without a list of arguments the command is a line for the shell. */
i32 molt_sys_command(AbiString *command, AbiArray *args) {
    non_null(command);
    rt_flush();
    if (!args) {
        char *argv[] = {"sh", "-c", c_text(command), NULL};
        int code = run(argv);
        free(argv[2]);
        return code;
    }
    for (i32 i = 0; i < args->length; i++)
        if (!word_string(array_word(args, i))) rt_throw_text("An argument of a command is not a String");
    char **argv = base_alloc(((size_t)args->length + 2) * sizeof *argv);
    argv[0] = c_text(command);
    i32 count = args->length;
    for (i32 i = 0; i < count; i++) argv[i + 1] = c_text(word_string(array_word(args, i)));
    int code = run(argv);
    for (i32 i = 0; i <= count; i++) free(argv[i]);
    free(argv);
    return code;
}

/* Bytes are elements of an array of Ints. All are written; their number. */
i32 molt_sys_write_bytes(i32 descriptor, AbiArray *data, i32 start, i32 count) {
    non_null(data);
    if (start < 0 || count < 0 || start > data->length - count) rt_throw_text("Range of %d bytes is out of bounds", count);
    char chunk[4096];
    for (i32 done = 0; done < count;) {
        i32 part = MIN(count - done, (i32)sizeof chunk);
        for (i32 i = 0; i < part; i++) chunk[i] = (char)molt_rt_unbox_int(array_word(data, start + done + i));
        write_all(descriptor, chunk, (size_t)part);
        done += part;
    }
    return count;
}

/* ---- Input --------------------------------------------------------------------------------------------------------------------------------------- */

/* One byte, -1 at the end. */
static int read_byte(void) {
    u8 byte;
    ssize_t got;
    rt_enter_native();
    do got = read(STDIN_FILENO, &byte, 1);
    while (got < 0 && errno == EINTR);
    rt_leave_native();
    return got == 1 ? byte : -1;
}

i32 molt_sys_get_char(bool echo) {
    int byte = read_byte();
    if (byte >= 0 && echo) write_all(STDOUT_FILENO, &(char){(char)byte}, 1);
    return byte;
}

/* Without its end; null when nothing is left. */
AbiString *molt_sys_read_line(void) {
    RtBuf bytes = {0}; /* UTF-8, a byte a unit: nothing to release when a read is interrupted by a throw of the world */
    int byte;
    while ((byte = read_byte()) >= 0 && byte != '\n') buf_add_unit(&bytes, (u32)byte);
    if (byte < 0 && !bytes.length) return NULL;
    if (bytes.length && bytes.store->data[bytes.length - 1] == '\r') bytes.length--;
    return bytes.length ? rt_string((const char *)bytes.store->data, (size_t)bytes.length) : string_empty();
}

/* As many bytes as there are, `count` at most; 0 at the end. */
i32 molt_sys_read_bytes(i32 descriptor, AbiArray *data, i32 start, i32 count) {
    non_null(data);
    if (start < 0 || count < 0 || start > data->length - count) rt_throw_text("Range of %d bytes is out of bounds", count);
    u8 chunk[4096];
    ssize_t got;
    rt_enter_native();
    do got = read(descriptor, chunk, MIN((size_t)count, sizeof chunk));
    while (got < 0 && errno == EINTR);
    rt_leave_native();
    if (got < 0) rt_throw_text("Cannot read: %s", strerror(errno));
    for (ssize_t i = 0; i < got; i++) array_store(data, start + (i32)i, word_of_int(chunk[i]));
    return (i32)got;
}
