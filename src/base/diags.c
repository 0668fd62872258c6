/* diags: spans, and diagnostics collected for one compilation.
 *
 * Contract: a diagnostic with the place, severity and message of an earlier one is dropped, and so are the notes reported right behind
 * it. A note belongs to the nearest error or warning in front of it in the list; the same note may stand behind two different errors.
 * Messages are copied into the arena; codes are static strings.
 */
#include "base.h"

Span span_join(Span first, Span last)
{
    if (!first.file) return last;
    if (!last.file || last.file != first.file) return first;
    return (Span){first.file, MIN(first.start, last.start), MAX(first.end, last.end)};
}

void diags_init(Diags *diags)
{
    *diags = (Diags){.arena = arena_new("diagnostics")};
}

void diags_clear(Diags *diags)
{
    arena_reset(diags->arena);
    map_clear(&diags->seen);
    diags->list.at = NULL;
    diags->list.count = diags->list.capacity = 0;
    diags->errors = 0;
    diags->last_dropped = false;
}

void diags_free(Diags *diags)
{
    arena_free(diags->arena);
    map_free(&diags->seen);
    *diags = (Diags){0};
}

static u64 identity(const Diags *diags, Span span, Severity severity, const char *message, size_t length)
{
    u64 place = hash_mix((u64)span.file << 32 | span.start, (u64)span.end << 32 | (u64)severity);
    /* What a note explains is part of what it is. */
    u64 explained = 0;
    if (severity == SEVERITY_NOTE)
        for (u32 i = diags->list.count; i > 0 && !explained; i--)
            if (diags->list.at[i - 1].severity != SEVERITY_NOTE) explained = i;
    return hash_mix(hash_bytes(message, length, place), explained);
}

static void report(Diags *diags, Span span, Severity severity, const char *code, const char *format, va_list arguments)
{
    if (severity == SEVERITY_NOTE && diags->last_dropped) return;
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    ASSERT(length >= 0);
    char *message = arena_alloc(diags->arena, (size_t)length + 1);
    vsnprintf(message, (size_t)length + 1, format, again);
    va_end(again);

    u64 key = identity(diags, span, severity, message, (size_t)length);
    bool known = map_get(&diags->seen, key) != NULL;
    if (severity != SEVERITY_NOTE) diags->last_dropped = known;
    if (known) return;
    map_set(&diags->seen, key, message);
    if (severity == SEVERITY_ERROR) diags->errors++;
    Diagnostic diagnostic = {.span = span, .severity = severity, .code = code, .message = message, .order = diags->list.count};
    vec_push(diags->arena, &diags->list, diagnostic);
}

#define REPORT(severity)                                         \
    do {                                                         \
        va_list arguments;                                       \
        va_start(arguments, format);                             \
        report(diags, span, severity, code, format, arguments);  \
        va_end(arguments);                                       \
    } while (0)

void diag_error(Diags *diags, Span span, const char *code, const char *format, ...)
{
    REPORT(SEVERITY_ERROR);
}

void diag_continue(Diags *diags, Span span, const char *code, const char *format, ...)
{
    u32 before = diags->list.count;
    REPORT(SEVERITY_ERROR);
    if (diags->list.count > before) vec_last(&diags->list).continues = true;
}

void diag_warning(Diags *diags, Span span, const char *code, const char *format, ...)
{
    REPORT(SEVERITY_WARNING);
}

void diag_note(Diags *diags, Span span, const char *code, const char *format, ...)
{
    REPORT(SEVERITY_NOTE);
}
