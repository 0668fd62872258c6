/* anon: hidden classes of structures, and the state of the value natives (see anon.c). */
#ifndef MOLT_ANON_H
#define MOLT_ANON_H

#include "values.h"

#include <locale.h>

/* A hidden class: which fields a structure has, in order of their adding. Immutable but for the list of its followers. */
typedef struct AnonShape {
    RtTypeInfo info; /* AbiClass.info points here */
    AbiClass *cls;
    u32 count;
    u32 inline_count; /* fields that fit into the object */
    AbiString **names;
    Map places;       /* name -> place + 1; empty for small shapes */
    Map followers;    /* name -> AnonShape with that field added */
    struct AnonShape *_Atomic last; /* the follower that was used last */
} AnonShape;

#define ANON_INLINE_MOST 32

struct AnonTable {
    pthread_mutex_t lock; /* making of shapes */
    Arena *arena;
    AnonShape *roots[ANON_INLINE_MOST + 1]; /* by inline_count */
    VEC(AnonShape *) shapes;
    locale_t case_locale;
    AbiClass *buf_class, *int_map, *string_map, *object_map, *regex, *file, *directory, *process, *monitor, *zip;
    AbiString *name_length;
};

void regex_init(MoltVm *vm);
void file_init(MoltVm *vm);
void directory_init(MoltVm *vm);
void process_init(MoltVm *vm);
void threads_init(MoltVm *vm);
void zip_init(MoltVm *vm);

static inline AnonShape *anon_shape(const AbiObject *object) { return (AnonShape *)object->cls->info; }

#endif
