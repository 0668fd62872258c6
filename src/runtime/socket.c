/* socket: sockets of the internet protocol, version 4: sys.net.
 *
 * A socket is a file of the system (system.h) that is sent to and received from. Addresses are Ints in network order, as the official
 * library has them. What would block, or took longer than the socket's time limit, is told by the result -1.
 */
#include "anon.h"
#include "system.h"

#include <arpa/inet.h>
#include <errno.h>
#include <math.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WOULD_BLOCK = -1 };

static int descriptor_of(const RtFile *socket) {
    if (socket->descriptor < 0) rt_throw_text("The socket is closed");
    return socket->descriptor;
}

static struct sockaddr_in address_of(i32 ip, i32 port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((u16)port)};
    address.sin_addr.s_addr = (u32)ip;
    return address;
}

static AbiArray *pair_of(const struct sockaddr_in *address) {
    AbiArray *pair = rt_alloc_array(ELEM_I32, 2);
    ((i32 *)pair->data)[0] = (i32)address->sin_addr.s_addr;
    ((i32 *)pair->data)[1] = ntohs(address->sin_port);
    return pair;
}

/* ---- Making and connecting --------------------------------------------------------------------------------------------------------------- */

RtFile *molt_socket_new(bool datagrams) {
    RtFile *object = file_new(-1, true);
    object->descriptor = socket(AF_INET, (datagrams ? SOCK_DGRAM : SOCK_STREAM) | SOCK_CLOEXEC, 0);
    if (object->descriptor < 0) rt_throw_text("Cannot make a socket: %s", strerror(errno));
    return object;
}

static void check(const char *what, int failed) {
    if (failed) rt_throw_text("Cannot %s: %s", what, strerror(failed));
}

/* false: it takes longer than it may. */
bool molt_socket_connect(RtFile *object, i32 ip, i32 port) {
    int descriptor = descriptor_of(object);
    struct sockaddr_in address = address_of(ip, port);
    rt_enter_native();
    int failed = connect(descriptor, (struct sockaddr *)&address, sizeof address) ? errno : 0;
    if (failed == EINTR) { /* goes on by itself: wait for its end */
        struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
        socklen_t size = sizeof failed;
        while (poll(&wait, 1, -1) < 0 && errno == EINTR) {}
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failed, &size);
    }
    rt_leave_native();
    if (failed == EINPROGRESS || failed == EAGAIN || failed == EALREADY) return false;
    check("connect", failed);
    return true;
}

void molt_socket_bind(RtFile *object, i32 ip, i32 port) {
    struct sockaddr_in address = address_of(ip, port);
    int descriptor = descriptor_of(object), on = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    check("bind", bind(descriptor, (struct sockaddr *)&address, sizeof address) ? errno : 0);
}

void molt_socket_listen(RtFile *object, i32 most) { check("listen", listen(descriptor_of(object), most) ? errno : 0); }

/* Null: would block. */
RtFile *molt_socket_accept(RtFile *object) {
    int descriptor = descriptor_of(object);
    RtFile *accepted = file_new(-1, true);
    rt_enter_native();
    do accepted->descriptor = accept4(descriptor, NULL, NULL, SOCK_CLOEXEC);
    while (accepted->descriptor < 0 && errno == EINTR);
    int failed = accepted->descriptor < 0 ? errno : 0;
    rt_leave_native();
    if (failed == EAGAIN) return NULL;
    check("accept", failed);
    return accepted;
}

void molt_socket_shutdown(RtFile *object, bool reading, bool writing) {
    if (!reading && !writing) return;
    check("shut down", shutdown(descriptor_of(object), reading && writing ? SHUT_RDWR : reading ? SHUT_RD : SHUT_WR) ? errno : 0);
}

/* Address and port of the other side or of this one. */
AbiArray *molt_socket_name(RtFile *object, bool other) {
    struct sockaddr_in address = {0};
    socklen_t size = sizeof address;
    int descriptor = descriptor_of(object);
    int failed = (other ? getpeername : getsockname)(descriptor, (struct sockaddr *)&address, &size) ? errno : 0;
    check("tell the address", failed);
    return pair_of(&address);
}

/* ---- Options ------------------------------------------------------------------------------------------------------------------------------- */

/* 0: none. */
void molt_socket_set_timeout(RtFile *object, double seconds) {
    double limited = seconds > 0 ? MIN(seconds, 1e9) : 0;
    struct timeval time = {.tv_sec = (time_t)limited, .tv_usec = (suseconds_t)((limited - floor(limited)) * 1e6)};
    if (limited > 0 && !time.tv_sec && !time.tv_usec) time.tv_usec = 1;
    setsockopt(descriptor_of(object), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    setsockopt(object->descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

void molt_socket_set_blocking(RtFile *object, bool blocking) {
    int on = !blocking;
    check("change the mode", ioctl(descriptor_of(object), FIONBIO, &on) ? errno : 0);
}

void molt_socket_set_fast(RtFile *object, bool fast) {
    int on = fast;
    setsockopt(descriptor_of(object), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void molt_socket_set_broadcast(RtFile *object, bool allowed) {
    int on = allowed;
    check("allow broadcasts", setsockopt(descriptor_of(object), SOL_SOCKET, SO_BROADCAST, &on, sizeof on) ? errno : 0);
}

/* ---- Data ---------------------------------------------------------------------------------------------------------------------------------- */

static i32 finish(const char *what, ssize_t done, int failed) {
    if (done >= 0) return (i32)done;
    if (failed == EAGAIN) return WOULD_BLOCK;
    check(what, failed);
    return 0;
}

/* How many were sent. `port` 0: to whom the socket is connected. */
i32 molt_socket_send(RtFile *object, AbiBuffer *bytes, i32 at, i32 count, i32 ip, i32 port) {
    bytes_check(non_null(bytes), at, count);
    int descriptor = descriptor_of(object);
    struct sockaddr_in address = address_of(ip, port);
    const struct sockaddr *to = port ? (const struct sockaddr *)&address : NULL;
    rt_enter_native();
    ssize_t done;
    do done = sendto(descriptor, bytes->data + at, (size_t)count, MSG_NOSIGNAL, to, port ? sizeof address : 0);
    while (done < 0 && errno == EINTR);
    int failed = errno;
    rt_leave_native();
    return finish("send", done, failed);
}

/* How many were received; 0 at the end. The sender's address and port go into `from` unless that is null. */
i32 molt_socket_receive(RtFile *object, AbiBuffer *bytes, i32 at, i32 count, AbiArray *from) {
    bytes_check(non_null(bytes), at, count);
    int descriptor = descriptor_of(object);
    struct sockaddr_in address = {0};
    socklen_t size = sizeof address;
    rt_enter_native();
    ssize_t done;
    do done = recvfrom(descriptor, bytes->data + at, (size_t)count, 0, (struct sockaddr *)&address, &size);
    while (done < 0 && errno == EINTR);
    int failed = errno;
    rt_leave_native();
    if (done >= 0 && from) {
        array_store(from, 0, word_of_int((i32)address.sin_addr.s_addr));
        array_store(from, 1, word_of_int(ntohs(address.sin_port)));
    }
    return finish("receive", done, failed);
}

/* Waits until one of the sockets is ready, `seconds` at most, for ever when negative. `wanted`: for each socket 1 to read, 2 to write,
 * 4 what is out of the ordinary; then what it is ready for. */
void molt_socket_select(AbiArray *sockets, AbiArray *wanted, double seconds) {
    i32 count = non_null(sockets) ? sockets->length : 0;
    if (non_null(wanted) && wanted->length != count) rt_throw_text("As many wishes as sockets are needed");
    for (i32 i = 0; i < count; i++) descriptor_of((RtFile *)word_ref(array_word(sockets, i)));
    struct pollfd *places = base_alloc(((size_t)count + 1) * sizeof *places);
    for (i32 i = 0; i < count; i++) {
        i32 wish = molt_rt_unbox_int(array_word(wanted, i));
        places[i].fd = ((RtFile *)word_ref(array_word(sockets, i)))->descriptor;
        places[i].events = (short)((wish & 1 ? POLLIN : 0) | (wish & 2 ? POLLOUT : 0) | (wish & 4 ? POLLPRI : 0));
    }
    int limit = seconds < 0 ? -1 : seconds > 2e6 ? 2000000000 : (int)ceil(seconds * 1000);
    rt_enter_native();
    while (poll(places, (nfds_t)count, limit) < 0 && errno == EINTR) {}
    rt_leave_native();
    for (i32 i = 0; i < count; i++) {
        i32 ready = (places[i].revents & (POLLIN | POLLHUP | POLLERR) ? 1 : 0) | (places[i].revents & (POLLOUT | POLLERR) ? 2 : 0) |
                    (places[i].revents & POLLPRI ? 4 : 0);
        ((i32 *)wanted->data)[i] &= ready;
    }
    free(places);
}

/* ---- Hosts --------------------------------------------------------------------------------------------------------------------------------- */

i32 molt_host_resolve(AbiString *name) {
    char *text = c_text(non_null(name)), shown[200];
    snprintf(shown, sizeof shown, "%s", text);
    struct addrinfo hints = {.ai_family = AF_INET}, *found = NULL;
    rt_enter_native();
    int failed = getaddrinfo(text, NULL, &hints, &found);
    rt_leave_native();
    free(text);
    if (failed || !found) rt_throw_text("Could not resolve host %s", shown);
    i32 ip = (i32)((struct sockaddr_in *)(void *)found->ai_addr)->sin_addr.s_addr;
    freeaddrinfo(found);
    return ip;
}

AbiString *molt_host_text(i32 ip) {
    char text[INET_ADDRSTRLEN];
    struct in_addr address = {.s_addr = (u32)ip};
    return rt_string_lit(inet_ntop(AF_INET, &address, text, sizeof text));
}

/* The name that belongs to an address. */
AbiString *molt_host_reverse(i32 ip) {
    char name[NI_MAXHOST];
    struct sockaddr_in address = address_of(ip, 0);
    rt_enter_native();
    int failed = getnameinfo((struct sockaddr *)&address, sizeof address, name, sizeof name, NULL, 0, 0);
    rt_leave_native();
    if (failed) rt_throw_text("The host has no name");
    return rt_string_lit(name);
}

AbiString *molt_host_local(void) {
    char name[256] = "";
    gethostname(name, sizeof name - 1);
    return rt_string_lit(name);
}
