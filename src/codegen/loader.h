/* loader: an object file in memory to a CodeModule. */
#ifndef MOLT_CODEGEN_LOADER_H
#define MOLT_CODEGEN_LOADER_H

#include "internal.h"

typedef struct LoadEntry {
    const MirFunc *func;
    const char *name; /* of the symbol */
    bool entry_check; /* begins with one: its call is to be pointed at the cold side */
} LoadEntry;

/* Address of an undefined symbol, 0: unknown. */
typedef uintptr_t (*LoadSymbol)(void *ctx, const char *name);

/* The object is written to (relocation of its debug sections). NULL with a message. */
CodeModule *load_object(u8 *object, size_t bytes, const LoadEntry *entries, u32 count, LoadSymbol symbol, void *ctx, Text *error);

#endif
