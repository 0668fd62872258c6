/* files: source files, their texts, and where the lines of a text begin.
 *
 * Contract: a SourceFile keeps its address and id for the life of the Sources. Its text and line table are replaced together, under the
 * undo log: the old ones are freed when it commits, the new ones when it rolls back.
 * Invariants: text is never NULL and ends with a NUL that is not counted; lines[0] is 0 and line_count at least 1.
 */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

Sources *sources_new(Names *names)
{
    Sources *sources = base_alloc(sizeof(Sources));
    sources->names = names;
    return sources;
}

void sources_free(Sources *sources)
{
    if (!sources) return;
    for (u32 i = 0; i < sources->files.count; i++) {
        SourceFile *file = sources->files.at[i];
        free(file->text);
        free(file->lines);
        free(file);
    }
    vec_free(&sources->files);
    map_free(&sources->by_path);
    free(sources);
}

static u32 *find_lines(const char *text, u32 length, u32 *count)
{
    VEC(u32) lines = {0};
    vec_push(NULL, &lines, 0);
    for (u32 i = 0; i < length; i++) {
        /* \r\n ends the line at its \n. */
        if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) vec_push(NULL, &lines, i + 1);
    }
    *count = lines.count;
    return lines.at;
}

/* A file of the working directory itself goes without "./", as with the official compiler. */
static const char *plain_path(const char *path)
{
    return path[0] == '.' && path[1] == '/' && path[2] && !strchr(path + 2, '/') ? path + 2 : path;
}

SourceFile *source_known(Sources *sources, const char *path)
{
    return map_get_name(&sources->by_path, name_lit(sources->names, plain_path(path)));
}

SourceFile *source_file(Sources *sources, const char *path)
{
    SourceFile *file = source_known(sources, path);
    if (file) return file;
    Name name = name_lit(sources->names, plain_path(path));
    file = base_alloc(sizeof(SourceFile));
    file->path = name;
    file->text = base_alloc(1);
    file->hash = hash_bytes("", 0, 0);
    file->lines = find_lines("", 0, &file->line_count);
    vec_push(NULL, &sources->files, file);
    file->id = sources->files.count;
    map_set_name(&sources->by_path, name, file);
    return file;
}

SourceFile *source_by_id(Sources *sources, u32 id)
{
    return id && id <= sources->files.count ? sources->files.at[id - 1] : NULL;
}

/* Gives the file a text of its own on malloc, NUL-terminated; frees it when it is what the file holds already. */
static void replace_text(SourceFile *file, Undo *undo, char *text, u32 length, bool *changed)
{
    u64 hash = hash_bytes(text, length, 0);
    bool same = length == file->length && hash == file->hash && memcmp(text, file->text, length) == 0;
    if (changed) *changed = !same;
    if (same) {
        free(text);
        if (file->missing) {
            undo_touch(undo, file, sizeof *file);
            file->missing = false;
        }
        return;
    }
    undo_touch(undo, file, sizeof *file);
    undo_on_commit(undo, free, file->text);
    undo_on_commit(undo, free, file->lines);
    file->text = text;
    file->length = length;
    file->hash = hash;
    file->missing = false;
    file->lines = find_lines(text, length, &file->line_count);
    undo_on_rollback(undo, free, file->text);
    undo_on_rollback(undo, free, file->lines);
}

static bool has_byte_order_mark(const char *text, size_t length)
{
    return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
}

/* Reads until the end is met: a file that is being written may be longer than its size said. */
char *source_read_whole(const char *path, size_t *length)
{
    int handle = open(path, O_RDONLY | O_CLOEXEC);
    if (handle < 0) return NULL;
    struct stat status;
    size_t capacity = fstat(handle, &status) == 0 && status.st_size > 0 ? (size_t)status.st_size + 1 : 4096;
    char *text = base_alloc(capacity + 1);
    size_t used = 0;
    for (;;) {
        if (used == capacity) {
            text = base_realloc(text, capacity + 1, capacity * 2 + 1);
            capacity *= 2;
        }
        ssize_t got = read(handle, text + used, capacity - used);
        if (got == 0) break;
        if (got < 0 && errno == EINTR) continue;
        if (got > 0) used += (size_t)got;
        if (got < 0 || used >= UINT32_MAX) {
            int reason = got < 0 ? errno : EFBIG;
            free(text);
            close(handle);
            errno = reason;
            return NULL;
        }
    }
    close(handle);
    text[used] = 0;
    *length = used;
    return text;
}

bool source_read(Sources *sources, SourceFile *file, Undo *undo, bool *changed)
{
    (void)sources;
    size_t length = 0;
    char *text = source_read_whole(file->path->text, &length);
    int reason = errno;
    undo_touch(undo, file, sizeof *file); /* with its text it forgets that it was read */
    file->read_ns = clock_ns();
    if (!text) {
        if (changed) *changed = false;
        if (!file->missing) {
            undo_touch(undo, file, sizeof *file);
            file->missing = true;
        }
        errno = reason;
        return false;
    }
    if (has_byte_order_mark(text, length)) {
        length -= 3;
        memmove(text, text + 3, length + 1);
    }
    replace_text(file, undo, text, (u32)length, changed);
    return true;
}

void source_set_text(Sources *sources, SourceFile *file, Undo *undo, const char *text, size_t length, bool *changed)
{
    (void)sources;
    ASSERT(length < UINT32_MAX);
    if (has_byte_order_mark(text, length)) {
        text += 3;
        length -= 3;
    }
    char *copy = base_alloc(length + 1);
    memcpy(copy, text, length);
    replace_text(file, undo, copy, (u32)length, changed);
}

/* Number, from 0, of the last line that begins at or in front of the offset. */
static u32 line_at(const SourceFile *file, u32 offset)
{
    u32 low = 0, high = file->line_count;
    while (high - low > 1) {
        u32 middle = low + (high - low) / 2;
        if (file->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

u32 source_line(const SourceFile *file, u32 offset)
{
    return line_at(file, offset) + 1;
}

Place source_place(const SourceFile *file, u32 offset)
{
    offset = MIN(offset, file->length);
    u32 line = line_at(file, offset), column = 1;
    for (u32 i = file->lines[line]; i < offset; i++) column += ((unsigned char)file->text[i] & 0xC0) != 0x80;
    return (Place){line + 1, column};
}
