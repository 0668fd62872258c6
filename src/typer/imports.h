/* imports: what a module's imports bring into scope, worked out when the first name is looked up in it. */
#ifndef MOLT_TYPER_IMPORTS_H
#define MOLT_TYPER_IMPORTS_H

#include "internal.h"

/* import a.C.f [as g], import a.C.*: a static field, or all of them. */
typedef struct ImportedStatic {
    Name alias; /* NULL: all */
    Name name;
    TypeDecl *decl;
} ImportedStatic;

typedef struct ImportTable {
    Map by_name;        /* Name -> TypeDecl: types by the name they have here; the last import of a name counts */
    Map found;          /* Name -> TypeDecl or NOT_A_TYPE: answers of scope_find_type, packages included */
    NameVec packages;   /* import a.b.*, in source order */
    VEC(ImportedStatic) statics; /* in source order */
    DeclVec types;      /* all imported types, in source order: enums among them show their constructors */
    DeclVec usings;     /* in source order; the last one is asked first */
    VEC(Module *) modules; /* that were named, and the import.hx that count here: their members are part of FACET_IMPORTS */
    VEC(Module *) import_files;
} ImportTable;

ImportTable *module_imports(Program *program, Module *module);
/* The table is worked out anew at the next look-up. Under the undo log. */
void module_imports_forget(Program *program, Module *module);

#endif
