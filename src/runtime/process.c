/* process: programs started by the program: sys.io.Process and Sys.command.
 *
 * A child gets three pipes, or nothing at all when it is detached. A process is waited for once; its exit code is kept. Signals that
 * the machine blocks or handles are as usual in the child.
 */
#include "anon.h"
#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

typedef struct RtProcess {
    AbiObject object;
    RtFile *pipes[3]; /* our ends of the child's standard streams; NULL: detached */
    pid_t pid;
    i32 code;
    bool ended;
} RtProcess;

void process_init(MoltVm *vm) {
    static const u64 refs = 1 << 1 | 1 << 2 | 1 << 3;
    RtClassSpec spec = {.name = rt_intern(vm, "`process", 8), .kind = KIND_NATIVE, .size = sizeof(RtProcess), .ref_map = &refs};
    vm->anon->process = rt_class_new(vm, &spec);
}

/* ---- The command ------------------------------------------------------------------------------------------------------------------------ */

/* Words of a command for the system, malloc'd; without a list of arguments the command is a line for the shell. */
static char **words_of(AbiString *command, AbiArray *args) {
    i32 count = args ? args->length : 2;
    for (i32 i = 0; args && i < count; i++)
        if (!word_string(array_word(args, i))) rt_throw_text("An argument of a command is not a String");
    char **words = base_alloc(((size_t)count + 2) * sizeof *words);
    if (!args) {
        words[0] = strdup("sh");
        words[1] = strdup("-c");
        words[2] = c_text(command);
        return words;
    }
    words[0] = c_text(command);
    for (i32 i = 0; i < count; i++) words[i + 1] = c_text(word_string(array_word(args, i)));
    return words;
}

static void free_words(char **words) {
    for (char **word = words; *word; word++) free(*word);
    free(words);
}

/* 0 or the error. Native state. files: the child's standard streams, NULL: those of this process; -1: none. */
static int spawn(pid_t *child, char **words, const int files[3], bool detached) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (int i = 0; files && i < 3; i++) {
        if (files[i] >= 0) posix_spawn_file_actions_adddup2(&actions, files[i], i);
        else posix_spawn_file_actions_addopen(&actions, i, "/dev/null", i ? O_WRONLY : O_RDONLY, 0);
    }
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, (short)(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (detached ? POSIX_SPAWN_SETSID : 0)));
    int failed = posix_spawnp(child, words[0], &actions, &attributes, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

static i32 exit_code(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

/* The exit code; 128 and more: ended by a signal; 127: could not be started. */
i32 molt_sys_command(AbiString *command, AbiArray *args) {
    char **words = words_of(non_null(command), args);
    rt_flush();
    rt_enter_native();
    pid_t child;
    int status = 0, failed = spawn(&child, words, NULL, false);
    while (!failed && waitpid(child, &status, 0) < 0)
        if (errno != EINTR) failed = errno;
    rt_leave_native();
    free_words(words);
    return failed ? 127 : exit_code(status);
}

/* ---- Processes -------------------------------------------------------------------------------------------------------------------------- */

RtProcess *molt_process_new(AbiString *command, AbiArray *args, bool detached) {
    RtProcess *process = (RtProcess *)rt_alloc_native(rt_this_vm()->anon->process);
    int theirs[3] = {-1, -1, -1};
    for (int i = 0; !detached && i < 3; i++) {
        process->pipes[i] = file_new(-1, true);
        rt_wrote(&process->object);
    }
    char **words = words_of(non_null(command), args);
    rt_flush();
    rt_enter_native();
    int failed = 0;
    for (int i = 0; !detached && !failed && i < 3; i++) {
        int ends[2];
        failed = pipe2(ends, O_CLOEXEC) ? errno : 0;
        if (failed) break;
        theirs[i] = ends[i == 0 ? 0 : 1];
        process->pipes[i]->descriptor = ends[i == 0 ? 1 : 0];
    }
    if (!failed) failed = spawn(&process->pid, words, theirs, detached);
    for (int i = 0; i < 3; i++)
        if (theirs[i] >= 0) close(theirs[i]);
    rt_leave_native();
    char shown[200];
    snprintf(shown, sizeof shown, "%s", words[0]);
    free_words(words);
    if (!failed) return process;
    for (int i = 0; !detached && i < 3; i++) molt_file_close(process->pipes[i]);
    rt_throw_text("Process creation failure : %s", shown);
}

RtFile *molt_process_pipe(RtProcess *process, i32 number) {
    ASSERT(number >= 0 && number < 3);
    return process->pipes[number];
}

i32 molt_process_id(RtProcess *process) { return process->pid; }

/* Null: still running. */
Word molt_process_code(RtProcess *process, bool wait) {
    if (process->ended) return word_of_int(process->code);
    rt_enter_native();
    int status = 0;
    pid_t got;
    do got = waitpid(process->pid, &status, wait ? 0 : WNOHANG);
    while (got < 0 && errno == EINTR);
    rt_leave_native();
    if (got == 0) return WORD_NULL;
    if (!process->ended) { /* another thread may have been told meanwhile */
        process->code = got < 0 ? -1 : exit_code(status);
        process->ended = true;
    }
    return word_of_int(process->code);
}

void molt_process_kill(RtProcess *process) {
    if (!process->ended) kill(process->pid, SIGKILL);
}
