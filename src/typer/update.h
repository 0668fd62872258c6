/* update: what the files of an update share. */
#ifndef MOLT_TYPER_UPDATE_H
#define MOLT_TYPER_UPDATE_H

#include "declare.h"

/* A declaration as it was before the update. */
typedef struct FormerDecl {
    TypeDecl *decl;
    TypeDecl former;
} FormerDecl;

/* A module that the update parses anew or removes. */
typedef struct Revised {
    Module *module;
    AstFile *old_ast; /* NULL: it was not there */
    VEC(FormerDecl) types; /* the holder of module-level fields among them */
} Revised;

typedef struct Update {
    Program *program;
    ChangeSet *changes;
    Arena *arena; /* the change set's */
    VEC(Revised *) revised;
    VEC(Package *) packages; /* in which modules appeared or vanished */
    bool parse_failed;
    bool structural; /* names of types or modules came or went: what an unqualified name means may differ anywhere */
    Map changed;     /* entity id * FACET_COUNT + facet + 1 -> Entity: facets whose hash is not what it was */
    Map inferred;    /* entity id -> Field: types inferred again; once an update, what is left is the caller's */
    Map listed;      /* entity id -> 1 + index in changes->list */
} Update;

/* Takes it off the children of the super types that it had. */
void decl_leave_supers(Update *update, const TypeDecl *former, const TypeDecl *decl);

Change *change_add(Update *update, ChangeKind kind, Entity *entity);
/* update_compare.c: fields by tokens, local functions included. */
void compare_fields(Update *update, TypeDecl *decl, const TypeDecl *former, const AstFile *old_ast);
void added_fields(Update *update, TypeDecl *decl);
/* update_dependents.c: what read what changed, as far as headers and written types go. */
void update_dependents(Update *update);

#endif
