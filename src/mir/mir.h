/* mir: functions as control-flow graphs over named, typed locals.
 *
 * Not SSA: the code generator gives each local a stack slot and LLVM builds SSA. Names and types of locals are kept because a running
 * loop is carried over to a new version by them. A MIR function is self-contained: it refers to functions, classes, fields, statics
 * by name, which the code generator resolves to addresses that never change; so its hash says whether a function must be compiled anew.
 *
 * Everything of one MirUnit (what one field of the program was lowered to: the function, its local functions) lives in the unit's
 * arena and is immutable once the passes have run; any thread may read it then.
 *
 * Text form: printed by mir_print, read back by mir_read; equal functions have equal texts.
 */
#ifndef MOLT_MIR_H
#define MOLT_MIR_H

#include "../base/base.h"
#include "../hir/hir.h"

typedef enum MirOp {
#define OP(name, text, operands, result, flags) MIR_##name,
#include "ops.def"
#undef OP
    MIR_OP_COUNT
} MirOp;

typedef enum MirOperandKind {
    MIR_LOCAL,
    MIR_CONST_INT = HIR_CONST_INT, /* constants as in trees: HirConstKind says what each holds */
    MIR_CONST_FLOAT = HIR_CONST_FLOAT,
    MIR_CONST_NULL = HIR_CONST_NULL,
    MIR_CONST_STRING = HIR_CONST_STRING,
    MIR_CONST_NAME = HIR_CONST_NAME,
    MIR_CONST_CLASS = HIR_CONST_CLASS,
    MIR_CONST_HASH = HIR_CONST_HASH,
    MIR_CONST_TAG = HIR_CONST_TAG
} MirOperandKind;
typedef struct MirOperand {
    u8 kind; /* MirOperandKind */
    u8 rep;  /* Rep */
    union {
        u32 local;
        i64 int_value;
        double float_value;
        Name name;
    };
    Name owner; /* CONST_TAG: the enum's path */
} MirOperand;

#define MIR_NO_LOCAL UINT32_MAX
#define MIR_NO_HANDLER UINT32_MAX

typedef struct MirInstr {
    u8 op;  /* MirOp */
    u8 rep; /* result's or element's representation where ops.def says so; else REP_VOID */
    u32 dst; /* local or MIR_NO_LOCAL */
    u32 count;
    MirOperand *args;
    Name owner, member;
    TypeTest test;
    const FunSig *sig;
    u32 number;
    u32 pos; /* index into positions */
    u32 target_count; /* of instructions that end a block */
    u32 *targets;     /* block numbers */
} MirInstr;

typedef struct MirBlock {
    VEC(MirInstr) instrs; /* the last one, and only it, ends the block */
    u32 handler;          /* where an exception thrown in this block goes: index into handlers, or MIR_NO_HANDLER */
    u32 order;            /* in which blocks were begun, from 1 (mir_start): mir_finish lays them out by it */
} MirBlock;

/* An exception handler: clauses tried in order, then those of `parent`, then the caller. A clause stores the caught word into `dst`
 * (rep w) and goes to its target, outside of this handler. */
typedef struct MirCatch {
    TypeTest test; /* "any" catches all */
    u32 dst, target;
} MirCatch;
typedef struct MirHandler {
    u32 parent; /* or MIR_NO_HANDLER */
    u32 count;
    MirCatch *catches;
} MirHandler;

/* Identity for loop transfer: name, type and, for hidden ones, the construct (loop number) and ordinal in it. */
typedef struct MirLocal {
    Name name; /* temps: NULL, printed %N */
    u8 rep;
    u8 kind;     /* LocalKind */
    bool is_cell; /* rep r: a cell that holds the variable */
    Name type;   /* text of the Haxe type */
    u32 loop;    /* HIDDEN: loop it belongs to */
    u32 ordinal; /* HIDDEN: number within that loop. VAR, ARG: number among the variables of that name in the function */
} MirLocal;

/* A loop of the source, in order of appearance; `poll` names it. in_scope: locals definitely assigned at its back edge. */
typedef struct MirLoop {
    u32 parent; /* enclosing loop, or UINT32_MAX */
    Span span;
    u64 text; /* hash of it: which loop of another version is the same */
    u32 scope_count;
    u32 *in_scope;
} MirLoop;

typedef struct MirUnit MirUnit;
typedef struct MirFunc {
    MirUnit *unit;
    const struct MirFunc *origin; /* a copy that reads its captures in another order (closure_follower); NULL */
    Name name;        /* pack.Class.method, …/name, …/1, and compiler-made ones: see hir.h */
    bool is_closure;  /* argument 0 is its closure */
    bool is_leaf;     /* no calls and no loops: needs no entry check */
    u32 arg_count;    /* locals[0 … arg_count - 1] */
    u8 ret_rep;
    const FunSig *sig; /* as a function value, without the closure argument */
    VEC(MirLocal) locals;
    VEC(MirBlock) blocks; /* entry: 0 */
    VEC(MirHandler) handlers;
    VEC(MirLoop) loops;
    VEC(CodePos) positions;
    VEC(Capture) captures;
    Span span;
    u64 hash;        /* of all that code generation depends on (positions' values excluded), set by mir_finish */
    u64 own_tokens;  /* of its text, from the typer */
} MirFunc;

/* What one field (method, constructor, variable with initialiser) or one compiler-made function was lowered to. */
struct MirUnit {
    Arena *arena;
    Field *field;
    VEC(MirFunc *) funcs; /* first: the function itself */
    ReadSet reads;        /* typing and lowering together */
};

/* ---- Types as the back end sees them -------------------------------------------------------------------------------------------------- */

typedef struct MirFieldInfo {
    Name name;
    u8 rep;
    Name type;      /* text of the Haxe type */
    TypeTest test;   /* r: what the static type relies on */
    Field *field;
    bool has_init;  /* function "pack.Class.name`init"(this) runs its initialiser */
} MirFieldInfo;
typedef struct MirMethodInfo {
    Name name;
    Name function;   /* its code: FunctionId by this name */
    bool is_virtual; /* has a vtable entry (everything but constructors, statics, private finals …) */
    Name sig;        /* text of the ABI signature */
    Name types;      /* what callers rely on (lower_abi_types): owns its vtable index, or its selector, together with the name */
} MirMethodInfo;
typedef struct MirItabInfo {
    Name interface, method; /* declaring interface */
    Name types;             /* as MirMethodInfo.types, of the interface's method */
    Name function;          /* the class's method or a bridge to it, when the representations differ */
} MirItabInfo;
typedef struct MirCtorInfo {
    Name name;
    Field *field;
    u32 count;
    MirFieldInfo *params;
} MirCtorInfo;

/* Immutable description of a class, interface or enum; own members only, the superclass has its own. */
typedef struct MirClass {
    Name path;
    DeclKind kind; /* CLASS, INTERFACE, ENUM */
    TypeDecl *decl;
    Name super; /* NULL */
    u32 interface_count, field_count, method_count, itab_count, ctor_count;
    Name *interfaces;      /* all, inherited ones included */
    MirFieldInfo *fields;
    MirMethodInfo *methods;
    MirItabInfo *itab;     /* of all its interfaces, inherited methods included */
    MirCtorInfo *ctors;
    Name constructor;      /* function name of its constructor, inherited ones included; NULL */
    u64 layout_hash;       /* fields / constructors with reps and types */
} MirClass;

/* What reflection alone asks for. */
typedef struct MirMemberInfo {
    Name name;
    Name function; /* NULL: reached through `bound` only */
    Name bound;    /* code of its function value */
    Name sig;
} MirMemberInfo;

typedef struct MirStatic {
    Name path, owner, name; /* pack.Class.name */
    u8 rep;
    Name type;
    TypeTest test;
    Field *field;
    Name init; /* function "pack.Class.name`init"() that evaluates the initialiser and stores it; NULL: default value */
    bool constant_init; /* the initialiser is a literal of constants (contract 7.6) */
} MirStatic;

typedef struct MirMembers {
    VEC(MirMemberInfo) methods, static_methods; /* enums: constructors with parameters are the latter */
    VEC(MirStatic) statics;
    Name constructor;     /* function name of the constructor, inherited ones included; NULL */
    Name constructor_sig; /* without the object */
} MirMembers;

/* ---- Tables of operations ---------------------------------------------------------------------------------------------------------------- */

extern const char *const mir_op_text[MIR_OP_COUNT];
int mir_op_operands(MirOp op); /* -1: any number */
char mir_op_result(MirOp op);  /* letter of the representation, '.', '*' or '=': see ops.def */
bool mir_op_throws(MirOp op);
bool mir_op_collects(MirOp op);
bool mir_op_ends(MirOp op);
bool mir_op_pure(MirOp op);
bool mir_op_parse(const char *text, MirOp *op);

/* ---- Building --------------------------------------------------------------------------------------------------------------------------- */

MirUnit *mir_unit_new(Field *field); /* field may be NULL */
MirUnit *mir_unit_of(HirUnit *trees); /* without functions; takes over what the trees' unit keeps */
void mir_unit_free(MirUnit *unit);   /* NULL is allowed */
MirFunc *mir_func_new(MirUnit *unit, Name name, Rep ret); /* added to the unit; without blocks */

u32 mir_add_local(MirFunc *func, Name name, Rep rep, LocalKind kind, Name type);
u32 mir_add_block(MirFunc *func, u32 handler);

MirOperand mir_local(const MirFunc *func, u32 local);
MirOperand mir_constant(HirConst constant);
MirOperand mir_int(i32 value);
MirOperand mir_null(Rep rep); /* 0, 0.0, false for basic representations */

/* Appends to one block after another. `open` is false between a jump and the next mir_start: what is emitted then goes into a block
 * that nothing reaches and that mir_finish removes. */
typedef struct MirBuilder {
    MirFunc *func;
    u32 block;
    u32 handler; /* of blocks that mir_begin_block makes */
    u32 pos;     /* of instructions */
    u32 started;
    bool open;
} MirBuilder;
u32 mir_begin_block(MirBuilder *builder);          /* a new block under the present handler; does not go there */
void mir_start(MirBuilder *builder, u32 block);    /* what follows goes to the end of that block */
/* The instruction is complete but for symbols, which the caller fills in at once: the pointer is good until the next one. */
MirInstr *mir_emit(MirBuilder *builder, MirOp op, Rep rep, u32 dst, u32 count, const MirOperand *args);
void mir_jump(MirBuilder *builder, u32 target);
void mir_branch(MirBuilder *builder, MirOperand condition, u32 if_true, u32 if_false);
void mir_move(MirBuilder *builder, u32 dst, MirOperand value);

/* ---- Lowering: from the typed program to MIR -------------------------------------------------------------------------------------------- */

/* Requires: a tree that hir_verify accepts, whose signatures live in the unit's arena. Adds its MIR to the unit, finished. The tree is
 * spent: variables hold their locals. */
MirFunc *mir_lower(MirUnit *unit, const HirFunc *func);

/* As hir_build_field and hir_build_named, then lowered. The caller owns the unit: mir_unit_free. */
MirUnit *lower_field(Lowering *lowering, Field *field);
MirUnit *lower_named(Lowering *lowering, Name function);

/* The description of a class, interface or enum as the back end needs it, in the caller's arena. Reads what it depends on into `reads`
 * (may be NULL). */
MirClass *lower_class(Lowering *lowering, TypeDecl *decl, Arena *arena, ReadSet *reads);
/* Own members as reflection sees them, in the caller's arena. */
MirMembers *lower_members(Lowering *lowering, TypeDecl *decl, Arena *arena);
bool lower_is_constant(const Field *field); /* a variable whose initialiser is a literal of constants: it cannot fail */
/* The description of what lower_is_static accepts. */
MirStatic lower_static(Lowering *lowering, Field *field, Arena *arena);

/* ---- Finishing, checking, text ------------------------------------------------------------------------------------------------------------- */

/* Requires: complete blocks. Threads jumps, joins blocks, removes unreachable ones, lays the others out in the order in which they were
 * begun, computes is_leaf and hash. Keeps: everything else. */
void mir_finish(MirFunc *func);
/* Operand counts and representations, blocks end once, targets and handlers exist, locals assigned before use on every path, a poll on
 * every back edge. false with a text of all that is wrong. */
bool mir_verify(const MirFunc *func, Text *why);
/* The text has no positions and no hash, so that equal functions have equal texts. One line an instruction:
 *   dst = op:rep owner::member(operands) is TEST sig SIGNATURE #number -> @target, @target
 * Temporaries are %0, %1, … in order of appearance, other locals go by name, the second of a name as name'2. A temporary that is used
 * in front of its assignment (in the text) carries its representation there: %5:word. Operands: 1  1l  1.5  true
 * null  null:word  "text"  name("x")  class(pack.C)  tag(pack.E::A). Symbols with other characters than letters, digits and _$.`/:<>
 * stand in quotes. */
void mir_print(Text *out, const MirFunc *func);
/* Reads what mir_print printed, several functions a text, into a unit of its own. Positions of instructions are those in that text, as
 * file `file`. `//` begins a comment. NULL with diagnostics on errors. */
MirUnit *mir_read(Names *names, Diags *diags, u32 file, const char *text, size_t length);
/* Present line of a position: through the field's text as it is now. 0: unknown. */
u32 mir_line(Sources *sources, const MirFunc *func, u32 pos);

#endif
