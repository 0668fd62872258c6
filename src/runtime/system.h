/* system: what the files of system functions share: texts for system calls, and files of the system as objects.
 *
 * Calls that may block run in the native state. Nothing is thrown while a copied text is held.
 */
#ifndef MOLT_SYSTEM_H
#define MOLT_SYSTEM_H

#include "bytes.h"

char *c_text(const AbiString *string); /* as C text, freed by the caller */
/* Writes all of it, waiting where need be; 0 or the error. The bytes may lie in an object that the caller keeps alive. */
int sys_write(int descriptor, const void *bytes, size_t count);

/* Bytes that were read before anybody asked for them. */
#define FILE_AHEAD 4096
typedef struct RtFile {
    AbiObject object;
    i32 descriptor; /* -1: closed */
    bool is_pipe;   /* nobody may read what is written: an error, not a signal */
    bool at_end;    /* the last read found nothing */
    u16 ahead_at, ahead_end;
    u8 *ahead;      /* NULL: never read a byte */
} RtFile;
RtFile *file_new(int descriptor, bool is_pipe); /* owns the descriptor from the moment it is called */
void molt_file_close(RtFile *file);

#endif
