/* null_facts: which variables, fields and elements are known not to be null at a point of a function, for null_safety.c.
 *
 * A place is known by a key: `v12` for a local variable, `this.name`, `pack.Class.name`, with `.name` and `[i]` for what is within.
 */
#ifndef MOLT_TYPER_NULL_FACTS_H
#define MOLT_TYPER_NULL_FACTS_H

#include "typing.h"

typedef enum NullMode { NULL_OFF, NULL_LOOSE, NULL_STRICT, NULL_STRICT_THREADED } NullMode;

NullMode null_mode(Program *program, const Field *field);
bool null_mode_of_meta(Program *program, const AstMetaList *list, NullMode *mode); /* false: nothing is said */

typedef struct NullFacts {
    NameVec keys;
} NullFacts;

/* The key of a place; NULL: the expression is none that stays the same from one reading to the next. */
Name null_key(Typing *t, const TExpr *e, NullMode mode);
bool facts_have(const NullFacts *facts, Name key);
void facts_add(Typing *t, NullFacts *facts, Name key);
NullFacts facts_copy(Typing *t, const NullFacts *facts);
NullFacts facts_both(Typing *t, const NullFacts *a, const NullFacts *b); /* what is in both */
void facts_add_all(Typing *t, NullFacts *facts, const NullFacts *more);
void facts_drop(NullFacts *facts, Name key); /* the place and what is within it */
void facts_drop_fields(NullFacts *facts);    /* all but local variables */
/* What the condition says when it holds and when it does not. */
void facts_of_condition(Typing *t, const TExpr *condition, NullMode mode, NullFacts *if_true, NullFacts *if_false);

#endif
