/* prim: the words in which trees and MIR speak alike: primitive operations, constants, tests of types, signatures of function values,
 * kinds of locals, captures, positions.
 *
 * Lifetime: constants, tests and captures are made of interned names and last as they do; a signature lives in the arena that it is
 * made in.
 */
#ifndef MOLT_HIR_PRIM_H
#define MOLT_HIR_PRIM_H

#include "../base/base.h"
#include "../source/source.h"
#include "../typer/typer.h"

/* ---- Operations (prim.def) ---------------------------------------------------------------------------------------------------------- */

typedef enum Prim {
#define OP(name, text, operands, result, flags) PRIM_##name,
#include "prim.def"
#undef OP
    PRIM_COUNT
} Prim;

extern const char *const prim_text[PRIM_COUNT];
int prim_operands(Prim op); /* -1: any number */
char prim_result(Prim op);  /* letter of the representation, '.', '*' or '=': see prim.def */

/* ---- Constants ---------------------------------------------------------------------------------------------------------------------- */

typedef enum HirConstKind {
    HIR_CONST_INT = 1, /* i, b (0/1), l */
    HIR_CONST_FLOAT,
    HIR_CONST_NULL,    /* r or w */
    HIR_CONST_STRING,  /* name holds the UTF-8 bytes (may hold NULs); rep r */
    HIR_CONST_NAME,    /* interned field name for dynamic access: passed to the runtime as the interned AbiString; rep r */
    HIR_CONST_CLASS,   /* class, interface, enum as a value, by path; rep r */
    HIR_CONST_HASH,    /* what the runtime's hash of that string is, resolved by the code generator; rep i */
    HIR_CONST_TAG      /* permanent tag of enum constructor owner.name, resolved by the code generator; rep i */
} HirConstKind;

typedef struct HirConst {
    u8 kind; /* HirConstKind */
    u8 rep;  /* Rep */
    union {
        i64 int_value;
        double float_value;
        Name name;
    };
    Name owner; /* TAG: the enum's path */
} HirConst;

HirConst hir_const_int(i32 value);
HirConst hir_const_bool(bool value);
HirConst hir_const_float(double value);
HirConst hir_const_null(Rep rep);                         /* 0, 0.0, false for basic representations */
HirConst hir_const_named(HirConstKind kind, Name name);   /* STRING, NAME, CLASS */
HirConst hir_const_hash(Name text);
HirConst hir_const_tag(Name enumeration, Name constructor);

/* ---- Types and signatures ----------------------------------------------------------------------------------------------------------- */

/* A type as the run time tests it: "Int", "Float", "Bool", "String", "pack.Class", "pack.Interface", "pack.Enum", "Array", "function",
 * "ref" (any object), "any". NULL where none is needed. */
typedef Name TypeTest;

/* The static signature of a function value: reps and, for refs, what is relied on. */
typedef struct FunSig {
    u32 count;
    u8 *arg_reps;
    TypeTest *arg_tests; /* NULL entries: any reference */
    bool *optional;
    u8 ret_rep;
    TypeTest ret_test;
    Name text; /* "(i,r String)f": equal texts are equal signatures */
} FunSig;

/* "(i,?w,r String)f": letters of REPS, `?` before what a dynamic call may leave out, a test after a space. The arrays are copied. */
const FunSig *fun_sig_new(Names *names, Arena *arena, u32 count, const u8 *arg_reps, const TypeTest *arg_tests, const bool *optional,
                          Rep ret, TypeTest ret_test);

/* ---- Locals, captures, positions ---------------------------------------------------------------------------------------------------- */

typedef enum LocalKind {
    LOCAL_ARG,
    LOCAL_VAR,    /* of the source: name */
    LOCAL_HIDDEN, /* of a construct: bound of a range, array and index of a for-in, pending operand across a loop */
    LOCAL_TEMP    /* of one expression: never live at a poll */
} LocalKind;

typedef struct Capture {
    Name name;
    Name type;
    u8 rep; /* r for cells */
    bool is_cell;
} Capture;

#define NO_TOKEN UINT32_MAX
typedef struct CodePos {
    Field *field; /* whose text it is in (differs from the function's where a body was inlined); NULL: only span counts */
    Span span;    /* at the time of lowering */
    u32 token;    /* the token at span.start, counted from the field's first: finds the place after silent moves. Or NO_TOKEN */
    u32 inlined_at; /* index of the position of the call that was inlined here, or UINT32_MAX */
} CodePos;
u32 code_pos_token(const Field *field, u32 offset);

#endif
