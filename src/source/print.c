/* print: places and diagnostics, as text and as JSON.
 *
 * Contract: the first line of a diagnostic is what the official compiler prints, since editors parse it. The order does not depend on
 * the order in which files were read. Nothing is printed here: all goes into a Text.
 */
#include "source.h"

void source_print_place(Sources *sources, Span span, Text *out)
{
    SourceFile *file = source_by_id(sources, span.file);
    if (!file) return;
    Place start = source_place(file, span.start), end = source_place(file, span.end);
    text_printf(out, "%s:%u: ", file->path->text, start.line);
    if (start.line != end.line)
        text_printf(out, "lines %u-%u", start.line, end.line);
    else if (start.column == end.column)
        text_printf(out, "character %u", start.column);
    else
        text_printf(out, "characters %u-%u", start.column, end.column);
}

/* ---- Order ---------------------------------------------------------------------------------------------------------------------- */

/* What a diagnostic is sorted by: the place of the error or warning it belongs to, then the order of reporting, so that notes stay behind
 * what they explain. */
typedef struct Ranked {
    const Diagnostic *diagnostic;
    const Diagnostic *owner;
    const char *path;
} Ranked;

static int compare_u32(u32 a, u32 b)
{
    return (a > b) - (a < b);
}

static int compare_ranked(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    int by_path = strcmp(a->path, b->path);
    if (by_path) return by_path;
    int by_start = compare_u32(a->owner->span.start, b->owner->span.start);
    if (by_start) return by_start;
    int by_end = compare_u32(a->owner->span.end, b->owner->span.end);
    if (by_end) return by_end;
    int by_owner = compare_u32(a->owner->order, b->owner->order);
    return by_owner ? by_owner : compare_u32(a->diagnostic->order, b->diagnostic->order);
}

static Ranked *in_order(Sources *sources, const Diags *diags)
{
    Ranked *ranked = base_alloc(diags->list.count * sizeof(Ranked));
    const Diagnostic *owner = NULL;
    for (u32 i = 0; i < diags->list.count; i++) {
        const Diagnostic *diagnostic = &diags->list.at[i];
        if (!owner || (diagnostic->severity != SEVERITY_NOTE && !diagnostic->continues)) owner = diagnostic;
        SourceFile *file = source_by_id(sources, owner->span.file);
        ranked[i] = (Ranked){diagnostic, owner, file ? file->path->text : ""};
    }
    qsort(ranked, diags->list.count, sizeof(Ranked), compare_ranked);
    return ranked;
}

/* ---- Text ----------------------------------------------------------------------------------------------------------------------- */

static const char *severity_name(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR: return "error";
    case SEVERITY_WARNING: return "warning";
    case SEVERITY_NOTE: return "note";
    }
    FATAL("severity %d", (int)severity);
}

static const char *severity_colour(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR: return "\x1b[1;31m";
    case SEVERITY_WARNING: return "\x1b[1;33m";
    case SEVERITY_NOTE: return "\x1b[1;36m";
    }
    FATAL("severity %d", (int)severity);
}

static const char PLAIN_AGAIN[] = "\x1b[0m";

/* Each line of the message gets the place, as the official compiler does it. */
static void print_message(Sources *sources, const Diagnostic *diagnostic, bool colour, Text *out)
{
    const char *line = diagnostic->message;
    bool first = true;
    do {
        const char *end = strchrnul(line, '\n');
        size_t before = out->count;
        source_print_place(sources, diagnostic->span, out);
        if (out->count > before) text_str(out, " : ");
        if (colour) text_str(out, severity_colour(diagnostic->severity));
        if (!first || diagnostic->severity == SEVERITY_NOTE)
            text_str(out, "... ");
        else if (diagnostic->severity == SEVERITY_WARNING)
            text_str(out, "Warning : ");
        text_add(out, line, (size_t)(end - line));
        if (colour) text_str(out, PLAIN_AGAIN);
        text_char(out, '\n');
        first = false;
        line = *end ? end + 1 : NULL;
    } while (line);
}

/* Width of a tab in excerpts. Fixed, so that the marker stands below what it marks whatever the terminal does. */
enum { TAB = 4 };

/* One source line with the bytes from `start` to `end` marked. Every code point but a tab counts as one cell. */
static void print_marked_line(const SourceFile *file, u32 line, u32 start, u32 end, const char *colour, Text *out)
{
    u32 first = file->lines[line - 1];
    u32 last = line < file->line_count ? file->lines[line] : file->length;
    while (last > first && (file->text[last - 1] == '\n' || file->text[last - 1] == '\r')) last--;

    Text marker = {0};
    text_printf(out, "%5u | ", line);
    text_str(&marker, "      | ");
    bool inside = false;
    for (u32 i = first; i < last; i++) {
        bool marked = i >= start && i < end;
        if (colour && marked != inside) text_str(out, marked ? colour : PLAIN_AGAIN);
        inside = marked;
        unsigned char c = (unsigned char)file->text[i];
        if (c == '\t') {
            for (int k = 0; k < TAB; k++) text_char(out, ' '), text_char(&marker, marked ? '^' : ' ');
            continue;
        }
        bool control = c < 0x20 || c == 0x7f; /* would upset the terminal */
        text_char(out, control ? '?' : (char)c);
        if ((c & 0xC0) != 0x80) text_char(&marker, marked ? '^' : ' ');
    }
    if (colour && inside) text_str(out, PLAIN_AGAIN);
    text_char(out, '\n');

    /* An empty span, or one at the end of the line, is marked where it would be. */
    if (start >= last) text_char(&marker, '^');
    if (start < last && start == end) {
        u32 cell = 8;
        for (u32 i = first; i < start; i++)
            if (file->text[i] == '\t')
                cell += TAB;
            else
                cell += ((unsigned char)file->text[i] & 0xC0) != 0x80;
        marker.at[cell] = '^';
    }
    while (marker.at[marker.count - 1] == ' ') marker.count--;
    text_add(out, marker.at, 6);
    text_add(out, marker.at + 6, 2);
    if (colour) text_str(out, colour);
    text_add(out, marker.at + 8, marker.count - 8);
    if (colour) text_str(out, PLAIN_AGAIN);
    text_char(out, '\n');
    text_free(&marker);
}

static void print_excerpt(Sources *sources, const Diagnostic *diagnostic, bool colour, Text *out)
{
    SourceFile *file = source_by_id(sources, diagnostic->span.file);
    if (!file) return;
    u32 start = MIN(diagnostic->span.start, file->length), end = MIN(diagnostic->span.end, file->length);
    u32 first = source_line(file, start), last = source_line(file, end);
    const char *paint = colour ? severity_colour(diagnostic->severity) : NULL;
    print_marked_line(file, first, start, end, paint, out);
    if (last > first + 1) text_str(out, "  ... |\n");
    /* A span that ends just in front of the next line has nothing there to show. */
    if (last > first && end > file->lines[last - 1]) print_marked_line(file, last, file->lines[last - 1], end, paint, out);
}

/* ---- JSON ----------------------------------------------------------------------------------------------------------------------- */

static void print_json(Sources *sources, const Diagnostic *diagnostic, Text *out)
{
    SourceFile *file = source_by_id(sources, diagnostic->span.file);
    Place start = {0, 0}, end = {0, 0};
    if (file) {
        start = source_place(file, diagnostic->span.start);
        end = source_place(file, diagnostic->span.end);
    }
    text_str(out, "{\"file\":");
    text_json(out, file ? file->path->text : "", file ? file->path->length : 0);
    text_printf(out, ",\"line\":%u,\"column\":%u,\"endLine\":%u,\"endColumn\":%u,\"severity\":\"%s\",\"code\":", start.line, start.column,
                end.line, end.column, severity_name(diagnostic->severity));
    text_json(out, diagnostic->code, strlen(diagnostic->code));
    text_str(out, ",\"message\":");
    text_json(out, diagnostic->message, strlen(diagnostic->message));
    text_char(out, '}');
}

void source_print_diags(Sources *sources, const Diags *diags, DiagFormat format, Text *out)
{
    Ranked *ranked = in_order(sources, diags);
    if (format == DIAG_JSON_ARRAY) text_char(out, '[');
    for (u32 i = 0; i < diags->list.count; i++) {
        const Diagnostic *diagnostic = ranked[i].diagnostic;
        switch (format) {
        case DIAG_PLAIN: print_message(sources, diagnostic, false, out); break;
        case DIAG_EXCERPT:
        case DIAG_EXCERPT_COLOUR:
            print_message(sources, diagnostic, format == DIAG_EXCERPT_COLOUR, out);
            print_excerpt(sources, diagnostic, format == DIAG_EXCERPT_COLOUR, out);
            break;
        case DIAG_JSON:
            print_json(sources, diagnostic, out);
            text_char(out, '\n');
            break;
        case DIAG_JSON_ARRAY:
            if (i) text_char(out, ',');
            print_json(sources, diagnostic, out);
            break;
        }
    }
    if (format == DIAG_JSON_ARRAY) text_char(out, ']');
    free(ranked);
}
