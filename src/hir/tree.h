/* tree: the HIR tree, between the typed program and MIR.
 *
 * A node has a representation and no type: whatever depended on a type (coercions, tests, signatures, which call it is) is written
 * out. Operations are the primitive ones (prim.def), so OP covers most of the language; the other kinds are variables and control flow.
 *
 * Invariants (checked by hir_verify): a node stands in one place of one tree; operands have the representations that prim.def asks for;
 * branches of a value have its representation unless they diverge (control never reaches their end), then any; LEAVE stands inside of
 * what its label belongs to; a variable is declared before it is used.
 *
 * Lifetime: the arena of the Build (one lowering of one field). Chains of one left-associative operator nest to the left without limit:
 * walk args[0] of OP in a loop.
 */
#ifndef MOLT_HIR_TREE_H
#define MOLT_HIR_TREE_H

#include "prim.h"

typedef enum HirKind {
#define NODE(name, text) HIR_##name,
#include "nodes.def"
#undef NODE
    HIR_KIND_COUNT
} HirKind;

typedef struct Hir Hir;

typedef struct HirVar {
    Name name; /* NULL: a temporary */
    Name type; /* text of the Haxe type */
    u8 rep;    /* of the value, also when it lives in a cell */
    u8 kind;   /* LocalKind; a temporary that lives across a loop becomes LOCAL_HIDDEN */
    bool is_cell;
    bool is_written;  /* after its declaration */
    bool is_nonnull;  /* `this`, closures in themselves: never null */
    TypeDecl *exact;  /* the class of what it refers to; NULL: any. Not of what a running loop could bring from an older version */
    bool of_loop;     /* HIDDEN of the loop that follows (bounds, iterators); else a pending operand */
    u32 number;  /* within the function, for dumps */
    u32 local;   /* MIR local + 1 once emitted */
} HirVar;

typedef struct HirLabel {
    u8 rep;     /* of the value that LEAVE brings; VOID: none */
    u32 number; /* within the function, for dumps */
    u32 uses;
    u32 block;  /* while emitting */
    u32 dst;    /* local that takes the value */
} HirLabel;

typedef struct HirLoop {
    Hir *condition; /* NULL: forever */
    Hir *body;
    bool do_while;  /* the condition comes last */
    HirLabel *leave, *next; /* break, continue */
    Span span;
} HirLoop;

typedef struct HirArm {
    HirLabel *label;
    Hir *body;
} HirArm;

typedef struct HirCase {
    u32 count;
    HirConst *values;
    Hir *body;
} HirCase;

typedef struct HirCatch {
    TypeTest test;
    HirVar *var; /* takes the caught word; declared by the clause */
    Hir *body;
} HirCatch;

#define HIR_WRITES 1   /* flags: a variable is assigned in it */
#define HIR_LOOPS 2    /* a loop is in it */
#define HIR_DIVERGES 4 /* control never reaches its end */

struct Hir {
    u8 kind; /* HirKind */
    u8 rep;
    u8 flags;
    u8 op;     /* OP: Prim */
    u8 op_rep; /* OP: the representation where prim.def says '*' */
    u32 pos;
    union {
        HirConst constant;
        struct {
            HirVar *var;
            Hir *value;
        } var; /* LOCAL, CELL; SET, DECLARE with value (never NULL) */
        struct {
            u32 count;
            u32 number;
            Hir **args;
            Name owner, member;
            TypeTest test;
            const FunSig *sig;
        } o;
        Hir *value; /* NONNULL, THROW; RETURN, may be NULL */
        struct {
            u32 count;
            Hir **items;
        } block;
        struct {
            Hir *condition, *then, *otherwise; /* otherwise may be NULL when there is no value */
        } branch;
        HirLoop *loop;
        struct {
            HirLabel *label;
            Hir *body; /* LABEL; LEAVE: value or NULL */
        } label;
        struct {
            Hir *decision;
            u32 count;
            HirArm *arms;
        } arms;
        struct {
            Hir *subject;
            u32 count;
            HirCase *cases;
            Hir *otherwise;
        } sw;
        struct {
            Hir *body;
            u32 count;
            HirCatch *catches;
        } attempt;
    };
};

typedef struct HirFunc {
    Name name;
    bool is_closure; /* args[0] is the closure */
    u8 ret_rep;
    const FunSig *sig;
    VEC(HirVar *) args;
    VEC(HirVar *) vars; /* all, arguments included */
    VEC(Capture) captures;
    VEC(CodePos) positions; /* 0: the function itself */
    Hir *body;
    u32 labels;
    Name pending_name; /* of hidden locals that hold a waiting operand */
    Span span;
    u64 own_tokens;
} HirFunc;
typedef VEC(HirFunc *) HirFuncVec;

/* ---- Making nodes. `pos` is taken from the maker; flags, representation and divergence follow from the parts ------------------------- */

typedef struct HirMaker {
    Arena *arena;
    HirFunc *func;
    u32 pos;
} HirMaker;

HirVar *hir_var(HirMaker *m, Name name, Name type, Rep rep, LocalKind kind);
HirVar *hir_temp(HirMaker *m, Rep rep);
HirLabel *hir_label_new(HirMaker *m, Rep rep);

Hir *hir_const(HirMaker *m, HirConst constant);
Hir *hir_int(HirMaker *m, i32 value);
Hir *hir_bool(HirMaker *m, bool value);
Hir *hir_null(HirMaker *m, Rep rep); /* 0, 0.0, false for basic ones; an empty block for VOID */
Hir *hir_string(HirMaker *m, Name text);
Hir *hir_local(HirMaker *m, HirVar *var);
Hir *hir_cell(HirMaker *m, HirVar *var);
Hir *hir_set(HirMaker *m, HirVar *var, Hir *value);
Hir *hir_declare(HirMaker *m, HirVar *var, Hir *value);
/* rep: that of the result or element where prim.def says '*', else VOID. */
Hir *hir_op(HirMaker *m, Prim op, Rep rep, u32 count, Hir *const *args);
Hir *hir_op1(HirMaker *m, Prim op, Rep rep, Hir *a);
Hir *hir_op2(HirMaker *m, Prim op, Rep rep, Hir *a, Hir *b);
Hir *hir_symbol(Hir *op, Name owner, Name member); /* returns op */
Hir *hir_rt(HirMaker *m, Name function, Rep rep, u32 count, Hir *const *args);
Hir *hir_nonnull(HirMaker *m, Hir *value); /* the value itself where it cannot be null */
bool hir_never_null(const Hir *value);
Hir *hir_block(HirMaker *m, u32 count, Hir *const *items); /* a single one that declares nothing is itself */
Hir *hir_seq(HirMaker *m, Hir *first, Hir *second);
Hir *hir_if(HirMaker *m, Rep rep, Hir *condition, Hir *then, Hir *otherwise);
Hir *hir_loop(HirMaker *m, HirLoop *loop);
Hir *hir_label(HirMaker *m, HirLabel *label, Hir *body);
Hir *hir_leave(HirMaker *m, HirLabel *label, Hir *value);
Hir *hir_arms(HirMaker *m, Rep rep, Hir *decision, u32 count, HirArm *arms);
Hir *hir_switch(HirMaker *m, Rep rep, Hir *subject, u32 count, HirCase *cases, Hir *otherwise);
Hir *hir_try(HirMaker *m, Rep rep, Hir *body, u32 count, HirCatch *catches);
Hir *hir_return(HirMaker *m, Hir *value);
Hir *hir_throw(HirMaker *m, Hir *value);
bool hir_diverges(const Hir *h);
/* A constant or a variable that is never assigned again: may be evaluated twice, before or after anything else. */
bool hir_is_stable(const Hir *h);
Hir *hir_again(HirMaker *m, const Hir *stable);

/* ---- What is done with trees ----------------------------------------------------------------------------------------------------------- */

void hir_dump(Text *out, const HirFunc *func);
/* false with a text of all that is wrong. */
bool hir_verify(const HirFunc *func, Text *why);

#endif
