/* hxml: files of options.
 *
 * A line is an option with its value behind the first blank, or a value or type path alone, or the name of another hxml file, which is
 * read in its place. Lines that begin with '#' are comments; there are none behind an option. `--next` ends one project and begins the
 * next; `--each` makes what stands in front of it the beginning of every project. File names count from the working directory (or
 * --cwd), not from the folder of the hxml file, as the official compiler does it.
 *
 * The reader first cuts a file into words with their places, then lets the options take the words they need, so that a value may stand
 * on a line of its own.
 */
#include "project.h"

#include <errno.h>

typedef struct Reader {
    Sources *sources;
    Diags *diags;
    ProjectVec *out;    /* the last one is being filled */
    Project *each;      /* what --each named; NULL: nothing */
    bool empty;         /* nothing was given for the last project yet, except by --each */
    bool failed;
    VEC(const char *) open_files; /* being read, outermost first */
} Reader;

typedef struct Words {
    Arena *arena;
    VEC(char *) text;
    VEC(Span) span;
} Words;

/* ---- Lines ----------------------------------------------------------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char *option_trimmed(Arena *arena, const char *text, size_t length)
{
    while (length && is_blank(*text)) text++, length--;
    while (length && is_blank(text[length - 1])) length--;
    char *copy = arena_copy(arena, text, length + 1);
    copy[length] = 0;
    return copy;
}

static char *unquoted(char *text)
{
    size_t length = strlen(text);
    if (length < 2 || text[0] != text[length - 1] || (text[0] != '"' && text[0] != '\'')) return text;
    text[length - 1] = 0;
    return text + 1;
}

int option_split_line(Arena *arena, const char *line, size_t length, char *words[2])
{
    char *text = arena_alloc(arena, length + 1);
    memcpy(text, line, length);
    text = unquoted(option_trimmed(arena, text, length));
    if (!*text || *text == '#') return 0;
    words[0] = text;
    if (*text != '-') return 1;
    char *blank = text + strcspn(text, " \t");
    if (!*blank) return 1;
    *blank = 0;
    words[0] = unquoted(text);
    words[1] = unquoted(option_trimmed(arena, blank + 1, strlen(blank + 1)));
    return 2;
}

static void cut(const SourceFile *file, Words *words)
{
    for (u32 line = 0; line < file->line_count; line++) {
        u32 start = file->lines[line];
        u32 end = line + 1 < file->line_count ? file->lines[line + 1] : file->length;
        while (start < end && is_blank(file->text[start])) start++;
        while (start < end && is_blank(file->text[end - 1])) end--;
        char *found[2];
        int count = option_split_line(words->arena, file->text + start, end - start, found);
        for (int i = 0; i < count; i++) {
            Span span = {file->id, start, end};
            vec_push(words->arena, &words->text, found[i]);
            vec_push(words->arena, &words->span, span);
        }
    }
}

/* ---- Projects -------------------------------------------------------------------------------------------------------------------- */

static Project *current(Reader *reader)
{
    return vec_last(reader->out);
}

static void begin_project(Reader *reader)
{
    Project *project = reader->each ? project_copy(reader->each) : project_new(reader->sources->names);
    vec_push(NULL, reader->out, project);
    reader->empty = true;
}

/* An hxml file belongs to every project that is filled while it is open. */
static void note_files(Reader *reader)
{
    Project *project = current(reader);
    for (u32 i = 0; i < reader->open_files.count; i++) {
        bool known = false;
        for (u32 k = 0; k < project->hxml_files.count; k++)
            known = known || strcmp(project->hxml_files.at[k], reader->open_files.at[i]) == 0;
        if (!known) vec_push(project->arena, &project->hxml_files, arena_strdup(project->arena, reader->open_files.at[i]));
    }
}

static void read_file(Reader *reader, const char *path, Span from);

static bool is_hxml(const char *word)
{
    size_t length = strlen(word);
    return length > 5 && strcmp(word + length - 5, ".hxml") == 0;
}

/* Takes the words from number `at` on and returns the number behind those it took. */
static u32 take(Reader *reader, Words *words, u32 at)
{
    char *word = words->text.at[at];
    Span span = words->span.at[at];
    if (strcmp(word, "--next") == 0) {
        if (!reader->empty) begin_project(reader);
        note_files(reader);
        return at + 1;
    }
    if (strcmp(word, "--each") == 0) {
        project_free(reader->each);
        reader->each = project_copy(current(reader));
        reader->empty = true;
        return at + 1;
    }
    if (*word != '-' && is_hxml(word)) {
        read_file(reader, word, span);
        return at + 1;
    }
    reader->empty = false;
    if (*word != '-') {
        if (!option_add_module(current(reader), reader->diags, span, word)) reader->failed = true;
        return at + 1;
    }
    int taken = option_apply(current(reader), reader->diags, span, (int)(words->text.count - at), words->text.at + at);
    if (taken > 0) return at + (u32)taken;
    reader->failed = true;
    if (taken == 0) option_unknown(reader->diags, span, word);
    /* Its value, on the same line, means nothing alone. */
    u32 next = at + 1;
    while (next < words->text.count && words->span.at[next].start == span.start) next++;
    return next;
}

/* `from` is where another hxml file names this one. */
static void read_file(Reader *reader, const char *path, Span from)
{
    for (u32 i = 0; i < reader->open_files.count; i++)
        if (strcmp(reader->open_files.at[i], path) == 0) {
            diag_error(reader->diags, from, "hxml.cycle", "%s includes itself", path);
            reader->failed = true;
            return;
        }
    SourceFile *file = source_file(reader->sources, path);
    if (!source_read(reader->sources, file, NULL, NULL)) {
        if (errno == ENOENT)
            diag_error(reader->diags, from, "source.not-found", "Could not process argument %s (file not found)", path);
        else
            diag_error(reader->diags, from, "source.not-readable", "Could not read %s: %s", path, strerror(errno));
        reader->failed = true;
        return;
    }
    vec_push(NULL, &reader->open_files, file->path->text);
    note_files(reader);
    Words words = {.arena = arena_new("hxml words")};
    cut(file, &words);
    for (u32 at = 0; at < words.text.count;) at = take(reader, &words, at);
    arena_free(words.arena);
    reader->open_files.count--;
}

/* Whether no option was given for it yet, so that a `--next` in front of the first option does not leave an empty project behind. */
static bool is_untouched(const Project *project)
{
    return !project->main_class &&
           !(project->class_paths.count | project->defines.count | project->libraries.count | project->resources.count |
             project->extra_modules.count);
}

bool project_read_hxml(Sources *sources, Diags *diags, const char *path, ProjectVec *out)
{
    Reader reader = {.sources = sources, .diags = diags, .out = out};
    u32 before = out->count;
    if (!before) begin_project(&reader);
    reader.empty = is_untouched(current(&reader));
    read_file(&reader, path, NO_SPAN);
    /* A `--next` at the end begins nothing, unless --each gives the project something to do. */
    bool idle = !vec_last(out)->main_class && !vec_last(out)->extra_modules.count && !vec_last(out)->packages.count;
    if (reader.empty && idle && out->count > MAX(before, 1u)) project_free(vec_pop(out));
    project_free(reader.each);
    vec_free(&reader.open_files);
    return !reader.failed;
}
