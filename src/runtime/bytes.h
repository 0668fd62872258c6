/* bytes: raw buffers as natives of several files take them (bytes.c). */
#ifndef MOLT_BYTES_H
#define MOLT_BYTES_H

#include "values.h"

AbiBuffer *molt_bytes_new(i32 length); /* zeroed; throws */
/* Throws unless the range lies inside. */
void bytes_check(const AbiBuffer *bytes, i32 at, i32 count);

#endif
