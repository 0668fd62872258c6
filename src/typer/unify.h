/* unify: what the files of unification share. One run of unification is a Unify; with `reasons` it says why it failed, innermost first. */
#ifndef MOLT_TYPER_UNIFY_H
#define MOLT_TYPER_UNIFY_H

#include "internal.h"

typedef struct Unify {
    Program *program;
    UnifyReasons *reasons; /* NULL: nobody asks why */
    bool cast_taken; /* behind the `from` or `to` of an abstract: what may follow is little */
} Unify;

/* How type arguments are compared, beyond equality. */
typedef enum EqualMode {
    EQUAL_STRICT,
    EQUAL_RIGHT_DYNAMIC, /* Dynamic on the right takes anything */
    EQUAL_BOTH_DYNAMIC   /* on either side */
} EqualMode;

bool unify_types(Unify *u, Type *from, Type *to);
bool unify_equal(Unify *u, EqualMode mode, Type *a, Type *b);
bool unify_variance(Unify *u, EqualMode mode, Type *a, Type *b); /* equal, or differing in what cannot be told apart */
bool unify_arguments(Unify *u, Type *a, Type *b);                /* type arguments of two applications of one declaration */
bool unify_structures(Unify *u, Type *a, Type *b);
bool unify_to_structure(Unify *u, Type *a, Type *b);             /* class instance to structure */
bool unify_abstract_to(Unify *u, Type *abstract, Type *to, bool transitive);
bool unify_abstract_from(Unify *u, Type *from, Type *abstract, bool transitive);

/* Reasons; all give false. */
bool unify_fail(Unify *u, UnifyReason reason);
bool unify_cannot(Unify *u, Type *from, Type *to);

/* The reasons as an error with its notes, or as notes of an error that was reported. */
void unify_report_reasons(Program *program, Span span, const UnifyReasons *reasons, bool as_notes);

/* Against endless comparison of recursive types: false if the pair is being compared already, which counts as success. */
bool unify_push(Unify *u, Type *from, Type *to);
void unify_pop(Unify *u);

#endif
