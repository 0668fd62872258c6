/* control: the channel between a running `molt dev` and the commands that talk to it.
 *
 * A Unix-domain socket per process in a folder that only its user may enter ($XDG_RUNTIME_DIR/molt, else /tmp/molt-UID); the file is
 * named PID.sock. A request is one line, words separated by tabs, the first is "text" or "json"; the answer is a line "STATUS OUT
 * ERROR" with the byte counts of the two texts that follow. The kernel's word on the peer's user is checked as well.
 */
#ifndef MOLT_DRIVER_CONTROL_H
#define MOLT_DRIVER_CONTROL_H

#include "../base/base.h"

typedef struct ControlServer ControlServer;

/* NULL with a text when the folder or socket cannot be made: the program then runs without the channel. */
ControlServer *control_open(Text *why);
void control_close(ControlServer *server);
void control_unlink(const ControlServer *server); /* the name alone goes: for ends of the process; async-signal-safe */
int control_fd(const ControlServer *server);

/* A request that has come in completely; answer it once. */
typedef struct ControlRequest {
    int fd;
    bool json;
    u32 count;
    char *words[8];
    char line[1024]; /* what words point into */
} ControlRequest;
/* Takes one waiting request; false: none (any more). Waits at most a second for a client that has connected and does not speak. */
bool control_accept(ControlServer *server, ControlRequest *request);
void control_answer(ControlRequest *request, int status, const Text *out, const Text *error);

#endif
