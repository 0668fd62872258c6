/* terminal: single keys from standard input while a program runs on a terminal.
 *
 * The terminal's settings are process-wide, hence the one static here: what they were, for putting them back at every end of the process.
 */
#include "session.h"

#include <termios.h>
#include <unistd.h>

static struct termios former;
static volatile bool changed;

bool terminal_keys_begin(void) {
    if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO) || tcgetattr(STDIN_FILENO, &former) != 0) return false;
    if (tcgetpgrp(STDIN_FILENO) != getpgrp()) return false; /* in the background: the terminal is somebody else's */
    struct termios keys = former;
    keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSANOW, &keys) != 0) return false;
    changed = true;
    return true;
}

void terminal_keys_end(void) {
    if (!changed) return;
    changed = false;
    tcsetattr(STDIN_FILENO, TCSANOW, &former);
}
