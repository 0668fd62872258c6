/* isolate: a forked copy of the program is cut off from the world.
 *
 * Inherited descriptors lead nowhere, standard output and error into a pipe. A filter of the kernel's (seccomp) stops the system calls that
 * would reach outside of the copy or wait for a thread that it lacks; the first of them ends the copy, and what was tried is told. So nothing
 * that the program calls, native libraries included, needs to know that it runs in a copy.
 */
#include "isolate.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* X(system call, "what the program tried"): these reach outside, whatever their arguments. */
#define OUTSIDE(X)                                                                                                                        \
    X(creat, "write a file") X(truncate, "write a file") X(mkdir, "make a folder") X(mkdirat, "make a folder")                            \
    X(rmdir, "delete a folder") X(unlink, "delete a file") X(unlinkat, "delete a file") X(rename, "rename a file")                        \
    X(renameat, "rename a file") X(renameat2, "rename a file") X(link, "make a link") X(linkat, "make a link")                            \
    X(symlink, "make a link") X(symlinkat, "make a link") X(chmod, "change a file's rights") X(fchmodat, "change a file's rights")        \
    X(chown, "change a file's owner") X(lchown, "change a file's owner") X(fchownat, "change a file's owner")                             \
    X(utimensat, "change a file's time") X(mknod, "make a file") X(mknodat, "make a file")                                                \
    X(connect, "connect to a server") X(bind, "open a socket for others") X(sendmsg, "send a message") X(sendmmsg, "send a message")      \
    X(execve, "run a program") X(execveat, "run a program") X(fork, "start a process") X(vfork, "start a process")                        \
    X(clone, "start a process or a thread") X(clone3, "start a process or a thread") X(kill, "send a signal") X(ptrace, "watch a process") \
    X(mount, "mount a file system") X(umount2, "unmount a file system") X(shmget, "share memory") X(msgget, "send messages")              \
    X(semget, "wait for another process") X(mq_open, "send messages")

/* The rest by their arguments. */
static const char *tried(int call) {
    switch (call) {
#define X(name, text)                                                                                                                     \
    case SYS_##name: return text;
        OUTSIDE(X)
#undef X
    case SYS_open:
    case SYS_openat: return "open a file for writing";
    case SYS_sendto: return "send a message";
    case SYS_futex: return "wait for another thread";
    case SYS_mmap: return "load a native library";
    default: return "reach outside";
    }
}

static void (*stopped)(const char *what);
static void on_filtered(int signal, siginfo_t *info, void *context) {
    (void)signal;
    (void)context;
    stopped(tried(info->si_syscall));
}

#define ARGUMENT(n) ((u32)offsetof(struct seccomp_data, args) + 8 * (n)) /* its low half */
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (u32)(offset))
#define EQUAL(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (u32)(value), yes, no)
#define ANY_BIT(bits, yes, no) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (u32)(bits), yes, no)
#define MASK(bits) BPF_STMT(BPF_ALU | BPF_AND | BPF_K, (u32)(bits))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define TRAP BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP)
#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)

static bool filter(void) {
    static struct sock_filter code[] = {
        LOAD(offsetof(struct seccomp_data, arch)),
        EQUAL(AUDIT_ARCH_X86_64, 1, 0),
        TRAP,
        LOAD(offsetof(struct seccomp_data, nr)),
#define X(name, text) EQUAL(SYS_##name, 0, 1), TRAP,
        OUTSIDE(X)
#undef X
        EQUAL(SYS_open, 0, 4), LOAD(ARGUMENT(1)), ANY_BIT(WRITING, 0, 1), TRAP, ALLOW,
        EQUAL(SYS_openat, 0, 4), LOAD(ARGUMENT(2)), ANY_BIT(WRITING, 0, 1), TRAP, ALLOW,
        /* With an address: a datagram. */
        EQUAL(SYS_sendto, 0, 4), LOAD(ARGUMENT(4)), EQUAL(0, 1, 0), TRAP, ALLOW,
        /* A file that becomes code. */
        EQUAL(SYS_mmap, 0, 6), LOAD(ARGUMENT(2)), ANY_BIT(PROT_EXEC, 0, 3), LOAD(ARGUMENT(4)), EQUAL(-1, 1, 0), TRAP, ALLOW,
        /* Nobody is there who could end a wait. */
        EQUAL(SYS_futex, 0, 7), LOAD(ARGUMENT(1)), MASK(FUTEX_CMD_MASK), EQUAL(FUTEX_WAIT, 2, 0), EQUAL(FUTEX_WAIT_BITSET, 1, 0),
        EQUAL(FUTEX_LOCK_PI, 0, 1), TRAP, ALLOW,
        ALLOW,
    };
    struct sock_fprog program = {LEN(code), code};
    struct sigaction action = {.sa_sigaction = on_filtered, .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    return sigaction(SIGSYS, &action, NULL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* Every descriptor that is open becomes /dev/null, so that none is closed under somebody who uses it. */
static bool cut_descriptors(int output) {
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    DIR *folder = opendir("/proc/self/fd");
    if (nowhere < 0 || !folder) return false;
    VEC(int) open_ones = {0};
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        vec_push(NULL, &open_ones, atoi(entry->d_name));
    }
    for (u32 i = 0; i < open_ones.count; i++) {
        int fd = open_ones.at[i];
        if (fd == dirfd(folder) || fd == nowhere || fd == output) continue;
        if (dup2(fd == STDOUT_FILENO || fd == STDERR_FILENO ? output : nowhere, fd) < 0) return false;
    }
    closedir(folder);
    vec_free(&open_ones);
    close(output);
    return true;
}

bool isolate(int output, void (*on_outside)(const char *what)) {
    stopped = on_outside;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    return cut_descriptors(output) && filter();
}
