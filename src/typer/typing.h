/* typing: what the files share that type the bodies of functions (body.c, expr*.c, call.c, operator.c, …).
 *
 * A Typing is the state of one body. Expressions go from AstExpr to TExpr by type_expr with a Want, "what the surroundings expect".
 * Whatever can be read, written or called (a path, a property, an extension method) is a Ref first: the construct around it decides
 * by ref_read, ref_assign, ref_update or ref_call what becomes of it.
 *
 * Invariants: every TExpr comes from te_new and is listed in the Typing, so that closing the body replaces all types by interned ones
 * in a flat loop. A function that met an error reported it and returns an expression of TYPE_ERROR, never NULL.
 */
#ifndef MOLT_TYPING_H
#define MOLT_TYPING_H

#include "internal.h"

/* ---- What the surroundings expect ------------------------------------------------------------------------------------------------ */

typedef enum WantKind {
    WANT_NOTHING, /* a statement: the value is ignored */
    WANT_VALUE,   /* any value */
    WANT_TYPE     /* a value that is to be of this type; the caller still unifies */
} WantKind;
typedef struct Want {
    WantKind kind;
    Type *type;
} Want;
#define want_nothing ((Want){WANT_NOTHING, NULL})
#define want_value ((Want){WANT_VALUE, NULL})
#define want_type(t) ((Want){WANT_TYPE, (t)})

/* ---- The state of one body --------------------------------------------------------------------------------------------------------- */

/* A function whose body is being typed, whole or local. */
typedef struct Func {
    struct Func *outer;
    TFunction *function;
    Type *ret;
    bool is_arrow;
    bool returns_value; /* a `return e` was met */
    u32 loops;          /* enclosing loops within this function */
} Func;

/* A visible local variable. Entries of one name are chained, the newest first. */
typedef struct Local {
    Name name;
    TVar *var;
    u32 shadowed; /* index + 1 of the entry that this one hides, 0: none */
} Local;

typedef struct Typing {
    Program *program;
    Arena *arena; /* of the body */
    FunctionBody *body;
    Field *field;    /* whose body it is */
    TypeDecl *owner; /* the type that the field belongs to; for an abstract's functions the abstract */
    Module *module;
    u32 file;
    TypeScope scope; /* how names of types are resolved here */
    Func *func;
    TFunction *outermost;
    TVar *this_var;  /* `this` as a variable: within abstracts, and where local functions capture it */
    bool is_static;  /* there is no `this` */
    bool untyped;    /* within `untyped` */
    bool in_pattern_guard;
    Type *abstract_want; /* unused by value expressions: see pattern.c */
    VEC(Local) locals;
    Map visible; /* Name -> index + 1 into locals, of the newest entry */
    VEC(TExpr *) exprs;
    VEC(TVar *) vars;
    VEC(TPattern *) patterns;
    VEC(TFunction *) functions;
    u32 speculating;  /* depth of try-outs: see speculate_begin */
    struct Typing *enclosing; /* the body whose typing asked for this one */
    bool super_called;
} Typing;
