/* sys: the functions of Sys.
 *
 * Whatever may block runs in the native state, on bytes that were copied out of the heap before; nothing is thrown while such a copy
 * is held. Output is one write a call, so that lines of several threads do not mix.
 */
#include "system.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* ---- Output ------------------------------------------------------------------------------------------------------------------------------- */

int sys_write(int descriptor, const void *from, size_t count) {
    const char *bytes = from;
    int failed = 0;
    rt_enter_native();
    while (count && !failed) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EAGAIN) {
            struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
            poll(&wait, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            failed = errno;
        } else if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        }
    }
    rt_leave_native();
    return failed;
}

static void check_printed(int failed) {
    if (failed) rt_throw_text("Cannot write to standard output: %s", strerror(failed));
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
        check_printed(sys_write(STDOUT_FILENO, small, length));
        return;
    }
    Text text = {0};
    rt_string_utf8(string, &text);
    if (newline) text_char(&text, '\n');
    int failed = sys_write(STDOUT_FILENO, text.at, text.count);
    text_free(&text);
    check_printed(failed);
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

char *c_text(const AbiString *string) {
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
    while (nanosleep(&rest, &rest) && errno == EINTR && !rt_interrupted()) {}
    rt_leave_native();
}
