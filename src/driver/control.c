/* control: both ends of the control channel. */
#include "control.h"

#include "driver.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

struct ControlServer {
    int fd;
    struct sockaddr_un address;
};

/* The folder of this user's sockets. false: it belongs to somebody else or others may enter it. */
static bool socket_folder(char *out, size_t size, bool make) {
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    int written = runtime && *runtime ? snprintf(out, size, "%s/molt", runtime) : snprintf(out, size, "/tmp/molt-%u", (unsigned)getuid());
    if (written < 0 || (size_t)written >= size) return false;
    if (make && mkdir(out, 0700) != 0 && errno != EEXIST) return false;
    struct stat status;
    if (lstat(out, &status) != 0) return false;
    if (!S_ISDIR(status.st_mode) || status.st_uid != getuid() || (status.st_mode & 077)) {
        errno = EPERM;
        return false;
    }
    return true;
}

static bool socket_address(struct sockaddr_un *address, const char *folder, int pid) {
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    int written = snprintf(address->sun_path, sizeof address->sun_path, "%s/%d.sock", folder, pid);
    return written > 0 && (size_t)written < sizeof address->sun_path;
}

/* ---- The running program's end --------------------------------------------------------------------------------------------------------- */

ControlServer *control_open(Text *why) {
    char folder[96];
    struct sockaddr_un address;
    if (!socket_folder(folder, sizeof folder, true) || !socket_address(&address, folder, getpid())) {
        text_printf(why, "no folder for the control channel: %s", strerror(errno));
        return NULL;
    }
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    unlink(address.sun_path); /* of a process that had our number before */
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || chmod(address.sun_path, 0600) != 0 || listen(fd, 8) != 0) {
        text_printf(why, "no control channel at %s: %s", address.sun_path, strerror(errno));
        if (fd >= 0) close(fd);
        return NULL;
    }
    ControlServer *server = base_alloc(sizeof *server);
    server->fd = fd;
    server->address = address;
    return server;
}

void control_close(ControlServer *server) {
    if (!server) return;
    unlink(server->address.sun_path);
    close(server->fd);
    free(server);
}

void control_unlink(const ControlServer *server) { unlink(server->address.sun_path); }

int control_fd(const ControlServer *server) { return server->fd; }

static bool peer_is_us(int fd) {
    struct ucred peer;
    socklen_t size = sizeof peer;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && (peer.uid == getuid() || peer.uid == 0);
}

/* A whole line, within a second: a loaded machine lets a client wait between connecting and speaking. */
static bool read_line(int fd, char *line, size_t size) {
    size_t count = 0;
    u64 deadline = clock_ns() + 1000000000;
    while (count + 1 < size) {
        u64 now = clock_ns();
        struct pollfd wait = {.fd = fd, .events = POLLIN};
        if (now >= deadline || poll(&wait, 1, (int)((deadline - now) / 1000000) + 1) <= 0) return false;
        ssize_t bytes = read(fd, line + count, size - 1 - count);
        if (bytes < 0 && errno == EINTR) continue;
        if (bytes <= 0) return false;
        count += (size_t)bytes;
        line[count] = 0;
        char *end = memchr(line, '\n', count);
        if (end) {
            *end = 0;
            return true;
        }
    }
    return false;
}

bool control_accept(ControlServer *server, ControlRequest *request) {
    for (;;) {
        int fd = accept4(server->fd, NULL, NULL, SOCK_CLOEXEC);
        if (fd < 0) {
            if (errno == EINTR || errno == ECONNABORTED) continue;
            return false;
        }
        memset(request, 0, sizeof *request);
        if (peer_is_us(fd) && read_line(fd, request->line, sizeof request->line)) {
            request->fd = fd;
            char *rest = request->line, *word;
            request->json = strcmp(strsep(&rest, "\t"), "json") == 0;
            while ((word = strsep(&rest, "\t")) && request->count < LEN(request->words)) request->words[request->count++] = word;
            if (request->count) return true;
        }
        close(fd);
    }
}

static bool write_all(int fd, const char *bytes, size_t count) {
    while (count) {
        ssize_t written = send(fd, bytes, count, MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        count -= (size_t)written;
    }
    return true;
}

void control_answer(ControlRequest *request, int status, const Text *out, const Text *error) {
    char head[64];
    int length = snprintf(head, sizeof head, "%d %zu %zu\n", status, out->count, error->count);
    /* A client that has gone away needs no answer. */
    if (write_all(request->fd, head, (size_t)length) && write_all(request->fd, out->at, out->count))
        write_all(request->fd, error->at, error->count);
    close(request->fd);
}

/* ---- The command's end -------------------------------------------------------------------------------------------------------------------- */

static int connect_to(const char *folder, int pid) {
    struct sockaddr_un address;
    if (!socket_address(&address, folder, pid)) return -1;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return -1;
    if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0) return fd;
    if (errno == ECONNREFUSED) unlink(address.sun_path); /* its process is gone */
    close(fd);
    return -1;
}

/* The only running process, or the exit status with a message. */
static int find_process(const char *folder, int *pid, Text *error) {
    VEC(int) found = {0};
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        char *end;
        long number = strtol(entry->d_name, &end, 10);
        if (number <= 0 || strcmp(end, ".sock") != 0) continue;
        int fd = connect_to(folder, (int)number);
        if (fd < 0) continue;
        close(fd);
        vec_push(NULL, &found, (int)number);
    }
    if (directory) closedir(directory);
    int status = 2;
    if (found.count == 1) {
        *pid = found.at[0];
        status = 0;
    } else if (found.count == 0) {
        text_str(error, "molt: no `molt dev` of yours is running\n");
    } else {
        text_str(error, "molt: several `molt dev` are running, name one with --pid:\n");
        for (u32 i = 0; i < found.count; i++) text_printf(error, "  %d\n", found.at[i]);
    }
    vec_free(&found);
    return status;
}

static bool read_exactly(int fd, Text *text, size_t count) {
    char buffer[4096];
    while (count) {
        ssize_t bytes = read(fd, buffer, MIN(count, sizeof buffer));
        if (bytes < 0 && errno == EINTR) continue;
        if (bytes <= 0) return false;
        text_add(text, buffer, (size_t)bytes);
        count -= (size_t)bytes;
    }
    return true;
}

int control_request(int pid, bool json, int count, char **words, Text *out, Text *error) {
    char folder[96];
    if (!socket_folder(folder, sizeof folder, false)) {
        text_str(error, pid ? "molt: that process is no `molt dev` of yours\n" : "molt: no `molt dev` of yours is running\n");
        return 2;
    }
    if (!pid) {
        int status = find_process(folder, &pid, error);
        if (status) return status;
    }
    int fd = connect_to(folder, pid);
    if (fd < 0) {
        text_printf(error, "molt: process %d is no `molt dev` of yours\n", pid);
        return 2;
    }
    Text request = {0};
    text_str(&request, json ? "json" : "text");
    for (int i = 0; i < count; i++) text_printf(&request, "\t%s", words[i]);
    text_char(&request, '\n');
    bool sent = write_all(fd, request.at, request.count);
    text_free(&request);

    /* The head is read byte by byte: what follows it belongs to the texts. */
    char head[64];
    size_t used = 0;
    int status = 1;
    size_t out_bytes = 0, error_bytes = 0;
    while (sent && used + 1 < sizeof head && read(fd, head + used, 1) == 1 && head[used] != '\n') used++;
    head[used] = 0;
    if (!sent || sscanf(head, "%d %zu %zu", &status, &out_bytes, &error_bytes) != 3 || !read_exactly(fd, out, out_bytes) ||
        !read_exactly(fd, error, error_bytes)) {
        text_printf(error, "molt: process %d ended before it answered\n", pid);
        status = 1;
    }
    close(fd);
    return status;
}
