/* isolate: see isolate.c. */
#ifndef MOLT_LIVE_ISOLATE_H
#define MOLT_LIVE_ISOLATE_H

#include "../base/base.h"

/* In a forked copy, once: from now on it reaches nothing outside of itself. What it prints goes to `output`; on_outside is called, in a signal
 * handler, with what it tried ("write a file"), and does not return. false: the system does not allow to cut it off. */
bool isolate(int output, void (*on_outside)(const char *what));

#endif
