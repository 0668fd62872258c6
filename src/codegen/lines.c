/* lines: which MIR position an instruction belongs to.
 *
 * The "line" of a debug location is the number of the position + 1 (0: none), so the object's line table maps code offsets to
 * positions. Read once, through libdw, from the object in memory (its .debug_line is relocated by then), into rows sorted by offset.
 */
#include <elfutils/libdw.h>

#include "internal.h"

static int compare_rows(const void *a, const void *b) {
    const LineRow *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* Rows of one address follow one another in the table's order; the last of them counts. */
static void add_row(CodeImage *image, u32 *capacity, u32 offset, u32 pos) {
    if (image->line_count && image->lines[image->line_count - 1].offset == offset) {
        image->lines[image->line_count - 1].pos = pos;
        return;
    }
    if (image->line_count == *capacity) image->lines = base_vec_grow(NULL, image->lines, capacity, *capacity + 1, sizeof *image->lines);
    image->lines[image->line_count++] = (LineRow){offset, pos};
}

static void read_rows(CodeImage *image, Dwarf_Lines *lines, size_t count) {
    u32 capacity = image->line_count;
    for (size_t k = 0; k < count; k++) {
        Dwarf_Line *line = dwarf_onesrcline(lines, k);
        Dwarf_Addr address = 0;
        int number = 0;
        bool ends = false;
        dwarf_lineaddr(line, &address);
        dwarf_lineno(line, &number);
        dwarf_lineendsequence(line, &ends);
        if (address - image->block.run < image->block.bytes || ends)
            add_row(image, &capacity, (u32)(address - image->block.run), ends ? 0 : (u32)number);
    }
}

bool lines_read(CodeImage *image, u8 *object, size_t bytes, Text *error) {
    elf_version(EV_CURRENT);
    Elf *elf = elf_memory((char *)object, bytes);
    Dwarf *dwarf = elf ? dwarf_begin_elf(elf, DWARF_C_READ, NULL) : NULL;
    bool ok = dwarf != NULL;
    Dwarf_CU *cu = NULL;
    Dwarf_Off offset = 0, next;
    Dwarf_Lines *lines;
    size_t count;
    int more = 0;
    while (ok && (more = dwarf_next_lines(dwarf, offset, &next, &cu, NULL, NULL, &lines, &count)) == 0) {
        read_rows(image, lines, count);
        offset = next;
    }
    ok = ok && more >= 0;
    if (!ok) text_printf(error, "line table: %s", dwarf_errmsg(-1));
    if (ok && image->line_count) qsort(image->lines, image->line_count, sizeof *image->lines, compare_rows);
    if (dwarf) dwarf_end(dwarf);
    if (elf) elf_end(elf);
    return ok;
}

u32 lines_find(const CodeImage *image, u32 offset) {
    u32 low = 0, high = image->line_count;
    while (low < high) {
        u32 middle = (low + high) / 2;
        if (image->lines[middle].offset <= offset) low = middle + 1;
        else high = middle;
    }
    return low ? image->lines[low - 1].pos : 0;
}
