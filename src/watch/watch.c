/* watch: the inotify descriptor and its folders.
 *
 * Invariant: a watch descriptor of the kernel maps to the folder's spelling under which events are reported. When a folder is deleted
 * or moved the kernel's watch is dropped (IN_IGNORED) and so is ours; a new folder of that name is reported by its parent.
 */
#include "watch.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* IN_CLOSE_WRITE, not IN_MODIFY: a save in several writes is one event, and none while it is half done. */
#define FOLDER_EVENTS                                                                                                                \
    (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

struct Watch {
    Names *names;
    int fd;
    Map folders; /* watch descriptor + 1 -> Name of the folder with its trailing '/', "" for the working directory */
};

Watch *watch_new(Names *names) {
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (fd < 0) return NULL;
    Watch *watch = base_alloc(sizeof *watch);
    watch->names = names;
    watch->fd = fd;
    return watch;
}

void watch_free(Watch *watch) {
    if (!watch) return;
    close(watch->fd);
    map_free(&watch->folders);
    free(watch);
}

int watch_fd(const Watch *watch) { return watch->fd; }

bool watch_folder(Watch *watch, const char *folder) {
    int descriptor = inotify_add_watch(watch->fd, *folder ? folder : ".", FOLDER_EVENTS);
    if (descriptor < 0) return false;
    size_t length = strlen(folder);
    Name name = length == 0 || folder[length - 1] == '/' ? name_lit(watch->names, folder) : name_printf(watch->names, "%s/", folder);
    map_set(&watch->folders, (u64)descriptor + 1, (void *)name);
    return true;
}

int watch_tree(Watch *watch, const char *folder) {
    if (!watch_folder(watch, folder)) return -1;
    int added = 1;
    DIR *directory = opendir(*folder ? folder : ".");
    if (!directory) return added;
    size_t length = strlen(folder);
    const char *separator = length == 0 || folder[length - 1] == '/' ? "" : "/";
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (entry->d_name[0] == '.') continue;
        if (entry->d_type != DT_DIR && entry->d_type != DT_UNKNOWN && entry->d_type != DT_LNK) continue;
        Text path = {0};
        text_printf(&path, "%s%s%s", folder, separator, entry->d_name);
        struct stat status;
        /* A link to a folder is not followed: it may lead back up. */
        if (lstat(path.at, &status) == 0 && S_ISDIR(status.st_mode)) {
            int inside = watch_tree(watch, path.at);
            if (inside > 0) added += inside;
        }
        text_free(&path);
    }
    closedir(directory);
    return added;
}

/* Puts the event last; an older one of the same path is dropped, what counts is the state after the last change. */
static void add_event(WatchEvents *events, WatchEvent event) {
    for (u32 i = 0; i < events->count; i++) {
        if (events->at[i].path == event.path) {
            memmove(&events->at[i], &events->at[i + 1], (events->count - i - 1) * sizeof *events->at);
            events->count--;
            break;
        }
    }
    vec_push(NULL, events, event);
}

bool watch_read(Watch *watch, WatchEvents *events, bool *overflow) {
    _Alignas(struct inotify_event) char buffer[16384];
    bool any = false;
    *overflow = false;
    for (;;) {
        ssize_t bytes = read(watch->fd, buffer, sizeof buffer);
        if (bytes < 0 && errno == EINTR) continue;
        if (bytes <= 0) return any;
        for (char *at = buffer; at < buffer + bytes;) {
            const struct inotify_event *event = (const struct inotify_event *)at;
            at += sizeof *event + event->len;
            if (event->mask & IN_Q_OVERFLOW) {
                *overflow = any = true;
                continue;
            }
            u64 key = (u64)event->wd + 1;
            if (event->mask & IN_IGNORED) {
                map_set(&watch->folders, key, NULL);
                continue;
            }
            Name folder = map_get(&watch->folders, key);
            if (!folder || event->len == 0) continue;
            bool is_folder = event->mask & IN_ISDIR;
            /* A new file is empty until it is closed after writing; only a link made by another name for a file (link(2)) has no
             * close of its own, and then IN_CREATE is all there is: its link count tells. */
            Name path = name_printf(watch->names, "%s%s", folder->text, event->name);
            if ((event->mask & IN_CREATE) && !is_folder) {
                struct stat status;
                if (lstat(path->text, &status) != 0 || (status.st_nlink < 2 && !S_ISLNK(status.st_mode))) continue;
            }
            any = true;
            add_event(events, (WatchEvent){path, is_folder, (event->mask & (IN_DELETE | IN_MOVED_FROM)) != 0});
        }
    }
}
