/* watch: which source files were saved, by inotify.
 *
 * Watches folders, not files: an editor that writes a new file and renames it into place is seen like one that writes in place. What
 * is reported are complete saves: close after writing, rename into, delete, rename away. No polling and no delay of its own.
 * Thread rule: one thread uses a Watch; its descriptor may be waited for with poll(2).
 */
#ifndef MOLT_WATCH_H
#define MOLT_WATCH_H

#include "../base/base.h"

typedef struct Watch Watch;

/* A name in a watched folder changed. The path is folder + name, in the spelling in which the folder was added. */
typedef struct WatchEvent {
    Name path;
    bool is_folder; /* a folder appeared or vanished: the caller adds or drops it */
    bool gone;      /* deleted or renamed away */
} WatchEvent;
typedef VEC(WatchEvent) WatchEvents;

/* NULL with errno when the kernel refuses (too many watches or instances). */
Watch *watch_new(Names *names);
void watch_free(Watch *watch);
int watch_fd(const Watch *watch);
/* Adds a folder ("" is the working directory); adding it again is harmless. false with errno: it does not exist or cannot be watched. */
bool watch_folder(Watch *watch, const char *folder);
/* Adds a folder and all folders in it, except hidden ones. The number of folders added, -1 with errno when the first cannot be. */
int watch_tree(Watch *watch, const char *folder);
/* Takes what is queued, without waiting; each path at most once, in order of its last change. *overflow is set when the kernel
 * dropped events: then every watched file may have changed. false: nothing was there. */
bool watch_read(Watch *watch, WatchEvents *events, bool *overflow);

#endif
