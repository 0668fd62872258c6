/* codegen, private: code memory, images and their tables.
 *
 * What here is process-wide (code memory with its owner map, the debugger's list, the perf map) is a service installed once; changes
 * are made under one lock, look-up by pc reads atomics alone.
 */
#ifndef MOLT_CODEGEN_INTERNAL_H
#define MOLT_CODEGEN_INTERNAL_H

#include "codegen.h"

/* ---- Code memory (code_memory.c) ---------------------------------------------------------------------------------------------------------- */

/* A run of granules: the same bytes at `write` (never executable) and at `run` (never writable). */
typedef struct CodeBlock {
    u8 *write;
    uintptr_t run;
    u32 bytes;
} CodeBlock;
bool code_block_alloc(size_t bytes, CodeBlock *block); /* false: the low 2 GiB are full. Contents are unspecified */
void code_block_free(const CodeBlock *block);
/* Names the owner of all addresses in the block, for look-up; NULL before it is freed. `owner`'s lowest bit is free for the caller. */
void code_block_set_owner(const CodeBlock *block, uintptr_t owner);
uintptr_t code_owner(uintptr_t pc); /* 0: none. Signal-safe */
/* Where generated code in this block calls the entry check: a jump near enough for 32 bits. */
uintptr_t code_entry_check(const CodeBlock *block);
void code_modules_changed(int by); /* for the statistics */

/* ---- Images: one loaded object (loader.c) --------------------------------------------------------------------------------------------------- */

typedef struct FrameRange {
    u32 start, bytes; /* of the function, start relative to the image */
    u32 fde;          /* offset of its frame description */
} FrameRange;

typedef struct LineRow {
    u32 offset; /* of the code from the image's start */
    u32 pos;    /* position + 1; 0: none known. Holds up to the next row */
} LineRow;

typedef struct CodeImage {
    CodeBlock block;
    u32 frame_count, line_count;
    FrameRange *frames; /* sorted by start */
    LineRow *lines;     /* sorted by offset */
    u32 *entry_order;   /* indices into the module's entries, sorted by address */
    struct GdbEntry *gdb;
} CodeImage;

/* ---- Unwinder, debugger, profiler --------------------------------------------------------------------------------------------------------------- */

bool frames_read(CodeImage *image, const u8 *eh_frame, u32 bytes, uintptr_t run_address, Text *error);
const void *frames_find(uintptr_t pc, uintptr_t *function);
/* Runs the object's line program (relocated in place) into rows. */
bool lines_read(CodeImage *image, const u8 *debug_line, u32 bytes, Text *error);
u32 lines_find(const CodeImage *image, u32 offset);

void gdb_register(CodeModule *module, const char *const *names, uintptr_t eh_frame, u32 eh_frame_bytes);
void gdb_unregister(CodeModule *module);
void perf_map_add(const CodeModule *module, const char *const *names);

/* molt_personality (personality.c) and the entry check (entry.S). */
_Unwind_Reason_Code molt_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class kind, struct _Unwind_Exception *unwind,
                                     struct _Unwind_Context *context);
extern void molt_entry_check(void);

#endif
