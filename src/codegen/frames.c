/* frames: the unwinder finds the frames of generated code.
 *
 * Process-wide service: _Unwind_Find_FDE is defined here in front of libgcc's, which it asks for everything that is not generated code.
 * Finding is a look-up of the owner map and a binary search in the module's table: no lock, no registration, and its cost does not
 * grow with the number of modules.
 */
#include <dlfcn.h>

#include "internal.h"

/* What libgcc passes; its layout is part of the unwinder's interface. */
struct dwarf_eh_bases {
    void *tbase, *dbase, *func;
};
typedef const void *(*FindFde)(void *pc, struct dwarf_eh_bases *bases);

static FindFde original;

__attribute__((constructor)) static void find_original(void) {
    void *found = dlsym(RTLD_NEXT, "_Unwind_Find_FDE");
    memcpy(&original, &found, sizeof found);
}

const void *frames_find(uintptr_t pc, uintptr_t *function) {
    uintptr_t owner = code_owner(pc);
    if (!owner || (owner & 1)) return NULL;
    const CodeImage *image = ((const CodeModule *)owner)->image;
    u32 offset = (u32)(pc - image->block.run), low = 0, high = image->frame_count;
    while (low < high) {
        u32 middle = (low + high) / 2;
        if (image->frames[middle].start <= offset) low = middle + 1;
        else high = middle;
    }
    if (low == 0 || offset - image->frames[low - 1].start >= image->frames[low - 1].bytes) return NULL;
    *function = image->block.run + image->frames[low - 1].start;
    return (const void *)(image->block.run + image->frames[low - 1].fde);
}

const void *_Unwind_Find_FDE(void *pc, struct dwarf_eh_bases *bases);
const void *_Unwind_Find_FDE(void *pc, struct dwarf_eh_bases *bases) {
    uintptr_t function;
    const void *fde = frames_find((uintptr_t)pc, &function);
    if (!fde) return original ? original(pc, bases) : NULL;
    *bases = (struct dwarf_eh_bases){NULL, NULL, (void *)function};
    return fde;
}

/* ---- Reading a table ------------------------------------------------------------------------------------------------------------------------ */

static u32 read_u32(const u8 *at) {
    u32 value;
    memcpy(&value, at, 4);
    return value;
}

static int compare_ranges(const void *a, const void *b) {
    const FrameRange *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

/* The one form that LLVM writes for this target: code addresses are 32 bits relative to their place (checked by the loader's range
 * checks when it relocated them). */
bool frames_read(CodeImage *image, const u8 *eh_frame, u32 bytes, uintptr_t run_address, Text *error) {
    u32 count = 0;
    for (u32 at = 0; at + 8 <= bytes && read_u32(eh_frame + at); at += 4 + read_u32(eh_frame + at)) {
        if (read_u32(eh_frame + at) == UINT32_MAX) {
            text_str(error, "frame table in the 64-bit form");
            return false;
        }
        count += read_u32(eh_frame + at + 4) != 0;
    }
    image->frames = base_alloc((count + 1) * sizeof *image->frames);
    for (u32 at = 0; at + 8 <= bytes && read_u32(eh_frame + at); at += 4 + read_u32(eh_frame + at)) {
        if (!read_u32(eh_frame + at + 4)) continue; /* what several descriptions have in common */
        uintptr_t start = run_address + at + 8 + (uintptr_t)(i64)(i32)read_u32(eh_frame + at + 8);
        u32 offset = (u32)(start - image->block.run);
        if (offset >= image->block.bytes) {
            text_str(error, "frame table of a form that is not expected");
            return false;
        }
        image->frames[image->frame_count++] =
            (FrameRange){offset, read_u32(eh_frame + at + 12), (u32)(run_address + at - image->block.run)};
    }
    for (u32 k = 1; k < image->frame_count; k++) {
        if (image->frames[k - 1].start < image->frames[k].start) continue; /* functions come in the order of their code as a rule */
        qsort(image->frames, image->frame_count, sizeof *image->frames, compare_ranges);
        break;
    }
    return true;
}
