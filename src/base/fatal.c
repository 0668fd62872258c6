/* fatal: how a broken invariant ends the process, and memory that never fails.
 *
 * Contract: base_fatal returns to nobody. Unless its thread has set a guard, it writes with one call to standard error and aborts, so that a
 * debugger or a core dump shows the place. base_alloc and base_realloc never return NULL: a compiler that has run out of memory cannot go on, and checking at
 * every call would hide the few checks that matter.
 */
#include "base.h"

#include <unistd.h>

_Thread_local FatalGuard *base_fatal_guard;

void base_fatal(const char *file, int line, const char *format, ...)
{
    /* A fixed buffer: the reason may be that there is no memory left. */
    char message[1024];
    int used = snprintf(message, sizeof message, "molt: internal error: %s:%d: ", file, line);
    if (used < 0) used = 0;
    if ((size_t)used < sizeof message) {
        va_list arguments;
        va_start(arguments, format);
        int more = vsnprintf(message + used, sizeof message - (size_t)used, format, arguments);
        va_end(arguments);
        if (more > 0) used += more;
    }
    FatalGuard *guard = base_fatal_guard;
    if (guard) {
        base_fatal_guard = NULL;
        snprintf(guard->message, sizeof guard->message, "%s", message + strlen("molt: "));
        longjmp(guard->buffer, 1);
    }
    size_t length = MIN((size_t)used, sizeof message - 2);
    message[length++] = '\n';
    /* Nothing can be done about a standard error that takes nothing. */
    ssize_t written = write(STDERR_FILENO, message, length);
    (void)written;
    abort();
}

void *base_alloc(size_t bytes)
{
    void *data = calloc(1, bytes ? bytes : 1);
    if (!data) FATAL("out of memory (%zu bytes wanted)", bytes);
    return data;
}

void *base_realloc(void *data, size_t old_bytes, size_t new_bytes)
{
    char *grown = realloc(data, new_bytes ? new_bytes : 1);
    if (!grown) FATAL("out of memory (%zu bytes wanted)", new_bytes);
    if (new_bytes > old_bytes) memset(grown + old_bytes, 0, new_bytes - old_bytes);
    return grown;
}
