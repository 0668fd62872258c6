/* lines: which MIR position a call belongs to.
 *
 * Calls (and nothing else: rows are what debug information costs) carry a debug location whose "line" is the number of their position
 * + 1, 0 where none is known; so the object's line table maps code offsets to positions. Its program is run here once, when the object
 * is loaded: libdw would do as well, but takes 30 us for the smallest object, this 1.
 *
 * The section was relocated in place for where the code runs. Only what LLVM writes is understood: DWARF 4, 64-bit addresses.
 */
#include "internal.h"

/* Opcodes of line programs, DWARF 4, 6.2.5. */
enum {
    DW_LNS_copy = 1,
    DW_LNS_advance_pc = 2,
    DW_LNS_advance_line = 3,
    DW_LNS_const_add_pc = 8,
    DW_LNS_fixed_advance_pc = 9,
    DW_LNE_end_sequence = 1,
    DW_LNE_set_address = 2,
};

typedef struct LineReader {
    const u8 *at, *end;
    CodeImage *image;
    u32 capacity;
    bool broken;
} LineReader;

static u64 read_bytes(LineReader *r, u32 count) {
    u64 value = 0;
    if ((size_t)(r->end - r->at) < count) {
        r->broken = true;
        r->at = r->end;
        return 0;
    }
    memcpy(&value, r->at, count);
    r->at += count;
    return value;
}

static u64 read_leb(LineReader *r, bool is_signed) {
    u64 value = 0;
    u32 shift = 0;
    u8 byte;
    do {
        byte = (u8)read_bytes(r, 1);
        if (shift < 64) value |= (u64)(byte & 0x7f) << shift;
        shift += 7;
    } while (byte & 0x80);
    if (is_signed && shift < 64 && (byte & 0x40)) value |= -((u64)1 << shift);
    return value;
}

/* Of several rows at one address the last counts. Rows that repeat the position in front of them say nothing new. */
static void add_row(LineReader *r, uintptr_t address, u32 pos) {
    CodeImage *image = r->image;
    u32 offset = (u32)(address - image->block.run), count = image->line_count;
    if (count && image->lines[count - 1].offset == offset) {
        image->lines[count - 1].pos = pos;
        return;
    }
    if (count && image->lines[count - 1].pos == pos && image->lines[count - 1].offset < offset) return;
    if (count == r->capacity) image->lines = base_vec_grow(NULL, image->lines, &r->capacity, count + 1, sizeof *image->lines);
    image->lines[image->line_count++] = (LineRow){offset, pos};
}

typedef struct LineHeader {
    u8 instruction_bytes, line_range, opcode_base;
    int line_base;
    u8 operands[256]; /* of standard opcodes */
} LineHeader;

static bool read_header(LineReader *r, LineHeader *header, const u8 **program) {
    if (read_bytes(r, 2) != 4) return false;
    u32 rest = (u32)read_bytes(r, 4);
    if (rest > (size_t)(r->end - r->at)) return false;
    *program = r->at + rest;
    header->instruction_bytes = (u8)read_bytes(r, 1);
    read_bytes(r, 2); /* operations an instruction, whether rows are statements at first */
    header->line_base = (signed char)read_bytes(r, 1);
    header->line_range = (u8)read_bytes(r, 1);
    header->opcode_base = (u8)read_bytes(r, 1);
    for (u32 k = 1; k < header->opcode_base; k++) header->operands[k] = (u8)read_bytes(r, 1);
    return !r->broken && header->line_range != 0;
}

typedef struct LineState {
    uintptr_t address;
    i64 line;
} LineState;

static void extended_opcode(LineReader *r, LineState *state) {
    u64 bytes = read_leb(r, false);
    const u8 *next = r->at + MIN(bytes, (u64)(r->end - r->at));
    u8 opcode = (u8)read_bytes(r, 1);
    if (opcode == DW_LNE_set_address) state->address = read_bytes(r, 8);
    if (opcode == DW_LNE_end_sequence) {
        add_row(r, state->address, 0);
        *state = (LineState){0, 1};
    }
    r->at = next;
}

static void standard_opcode(LineReader *r, LineState *state, const LineHeader *header, u8 opcode) {
    switch (opcode) {
    case DW_LNS_copy: add_row(r, state->address, (u32)state->line); return;
    case DW_LNS_advance_pc: state->address += read_leb(r, false) * header->instruction_bytes; return;
    case DW_LNS_advance_line: state->line += (i64)read_leb(r, true); return;
    case DW_LNS_const_add_pc:
        state->address += (uintptr_t)((255 - header->opcode_base) / header->line_range) * header->instruction_bytes;
        return;
    case DW_LNS_fixed_advance_pc: state->address += read_bytes(r, 2); return;
    default: /* columns, files, statement and prologue marks: of no interest */
        for (u32 k = 0; k < header->operands[opcode]; k++) read_leb(r, false);
    }
}

static bool read_unit(LineReader *r) {
    LineHeader header;
    const u8 *program = NULL;
    if (!read_header(r, &header, &program)) return false;
    r->at = program;
    LineState state = {0, 1};
    while (r->at < r->end && !r->broken) {
        u8 opcode = (u8)read_bytes(r, 1);
        if (opcode == 0) {
            extended_opcode(r, &state);
        } else if (opcode < header.opcode_base) {
            standard_opcode(r, &state, &header, opcode);
        } else {
            u32 special = (u32)opcode - header.opcode_base;
            state.address += (uintptr_t)(special / header.line_range) * header.instruction_bytes;
            state.line += header.line_base + (int)(special % header.line_range);
            add_row(r, state.address, (u32)state.line);
        }
    }
    return !r->broken;
}

static int compare_rows(const void *a, const void *b) {
    const LineRow *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

bool lines_read(CodeImage *image, const u8 *debug_line, u32 bytes, Text *error) {
    LineReader r = {.at = debug_line, .end = debug_line + bytes, .image = image};
    const u8 *end = r.end;
    bool sorted = true;
    while (r.at < end) {
        r.end = end;
        u64 unit = read_bytes(&r, 4);
        if (unit > (size_t)(end - r.at)) r.broken = true;
        else r.end = r.at + unit;
        if (r.broken || !read_unit(&r)) {
            text_str(error, "line table of a form that is not expected");
            return false;
        }
        r.at = r.end;
    }
    for (u32 k = 1; k < image->line_count; k++) sorted = sorted && image->lines[k - 1].offset <= image->lines[k].offset;
    if (!sorted) qsort(image->lines, image->line_count, sizeof *image->lines, compare_rows);
    return true;
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
