/* emit: MIR to LLVM IR, shared by the emit_*.c files.
 *
 * Build: one LLVM module under construction, with the symbols it refers to. Emit: one function in it. Every address that comes from the
 * environment becomes a hidden external symbol when it lies in the low 2 GiB (the loader knows its value), else a constant; so the IR
 * reads well and addresses stand in relocations alone.
 *
 * Values: BOOL i1, I32 i32, I64 and WORD i64, F64 double, REF and PTR ptr. In prototypes of Haxe functions a Bool is an i32 of 0 or 1,
 * which agrees with C's _Bool and keeps the fast instruction selector.
 *
 * Errors: emit_fail records the first one; building goes on with undefined values and the module is dropped at the end.
 */
#ifndef MOLT_CODEGEN_EMIT_H
#define MOLT_CODEGEN_EMIT_H

#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <llvm-c/TargetMachine.h>
#include <llvm-c/Transforms/PassBuilder.h>

#include "internal.h"

typedef LLVMValueRef IrValue;
typedef LLVMTypeRef IrType;
typedef LLVMBasicBlockRef IrBlock;

/* What a load or store touches, for type-based alias analysis (optimised tier): accesses of different classes never overlap. */
typedef enum AliasClass {
    ALIAS_HEADER,       /* class word of an object */
    ALIAS_CLASS,        /* content of an AbiClass, of slots, vtables, interface tables */
    ALIAS_FIELD_RAW,    /* fields of objects by kind of value */
    ALIAS_FIELD_REF,
    ALIAS_STATIC,
    ALIAS_ARRAY,        /* length, kind, data, capacity of an array */
    ALIAS_ELEM_I32,     /* elements by kind */
    ALIAS_ELEM_F64,
    ALIAS_ELEM_BOOL,
    ALIAS_ELEM_WORD,
    ALIAS_CELL,
    ALIAS_CLOSURE,
    ALIAS_THREAD,       /* AbiThread and flags */
    ALIAS_CARD,         /* the collector's cards */
    ALIAS_COUNT
} AliasClass;

typedef struct Symbols Symbols; /* symbols.c: by address and by name */

/* What is bound to the LLVM context, made anew with it. */
typedef struct IrTypes {
    IrType void_, i1, i8, i16, i32, i64, f64, ptr, pad;
    IrType by_rep[REP_COUNT];
    IrValue alias[ALIAS_COUNT];
    IrValue unlikely; /* branch weights: first target cold */
    unsigned md_tbaa, md_prof, md_unpredictable;
    unsigned attr_nounwind, attr_noreturn, attr_cold, attr_nomerge, attr_uwtable, attr_optnone, attr_memory, attr_willreturn, attr_noinline;
} IrTypes;

struct Codegen {
    const CodegenEnv *env;
    DebugFlags flags;
    LLVMTargetRef target;
    LLVMTargetMachineRef machines[2]; /* by tier, see machine_of */
    LLVMPassBuilderOptionsRef pass_options;
    char *triple, *layout;
    i64 thread_offset; /* of molt_thread from the thread pointer */
    LLVMContextRef context;
    LLVMBuilderRef builder;
    u32 context_uses;
    IrTypes types;
    Arena *arena; /* of one compilation */
    char *diagnostic; /* from LLVM's diagnostic handler, malloc'd */
};

typedef struct Build {
    Codegen *cg;
    CodegenTier tier;
    LLVMModuleRef module;
    LLVMDIBuilderRef di;
    LLVMMetadataRef di_file, di_type;
    Symbols *symbols;
    bool readable; /* for a dump: locals get names */
    bool failed;
    Text *error;
} Build;

/* An array that a hot loop indexes and does not assign: known to be there and of that kind, header read once. */
typedef struct HotArray {
    u32 local;
    AbiElem kind;
    IrValue data, length;
} HotArray;

/* An innermost loop without calls that has a second, call-free copy (loops.c). */
typedef struct HotLoop {
    u32 number, header;
    bool *in_body;       /* by block */
    bool keeps_arrays;   /* nothing in it changes an array's header */
    IrBlock preheader;
    IrBlock *blocks;     /* the copy, by block */
    IrValue counter;
    VEC(HotArray) arrays;
} HotLoop;

typedef struct Emit {
    Build *build;
    Codegen *cg;
    const CodegenEnv *env;
    IrTypes *t;
    LLVMBuilderRef b;
    Arena *arena;
    bool optimise;
    const MirFunc *func; /* NULL in thunks */
    IrValue fn;
    IrType fn_type;
    IrBlock entry;         /* allocas */
    IrValue *locals;       /* the alloca, or the value itself where direct[i] */
    bool *direct;
    IrBlock *blocks;
    IrBlock *pads;         /* by handler, NULL: not needed so far */
    u32 block_handler;   /* of the block being emitted */
    LLVMMetadataRef scope;
    u32 pos;             /* position + 1 of the instruction being emitted, 0: none */
    LLVMMetadataRef location; /* of pos; NULL: not made yet */
    const MirInstr *instr;
    const CodegenTransfer *transfer;
    IrBlock transfer_target; /* behind the poll where a transfer goes on */
    IrValue word_area;     /* of calls with Dynamic words; NULL: none so far */
    HotLoop *hot_loops;
    u32 hot_count;
    HotLoop *hot;          /* whose copy is being emitted; NULL: none */
    IrBlock leave;         /* in a copy: where what the copy cannot do goes on; NULL: not in a copy */
    IrBlock **resume;      /* by block and instruction: where the normal code takes over from a copy; NULL: nowhere */
} Emit;

/* ---- symbols.c ---------------------------------------------------------------------------------------------------------------------------- */

Symbols *symbols_new(Build *build);
void symbols_free(Symbols *symbols);
/* A pointer constant to `address`, readable as kind:name in dumps. */
IrValue emit_address(Emit *e, const void *address, const char *kind, const char *name);
/* A runtime or C function by name. */
typedef struct RuntimeFunction {
    const char *name;
    IrValue value;
    IrType type;
    const AbiFunction *abi;
    const char *reps; /* of the arguments: points behind the parenthesis */
    u32 count;
    Rep ret;
    bool throws, collects, pure;
} RuntimeFunction;
RuntimeFunction *runtime_function(Emit *e, const char *name); /* NULL after emit_fail */
IrValue libc_function(Emit *e, const char *name, IrType type);
/* The type cell of a test in landing pads: a constant of the module that holds its address. */
IrValue type_cell(Emit *e, const AbiTest *test);
uintptr_t symbols_find(Symbols *symbols, const char *name); /* 0: unknown */
uintptr_t library_symbol(const char *name);
Rep rep_of_letter(char letter);

/* ---- emit.c: the function ------------------------------------------------------------------------------------------------------------------- */

typedef struct EmitRequest {
    const MirFunc *func;
    const char *name; /* of the LLVM function */
    const CodegenTransfer *transfer; /* or NULL */
} EmitRequest;
void emit_function(Build *build, const EmitRequest *request);
void emit_unpack(Build *build, const AbiSig *sig, const char *name);
void emit_start(Emit *e, Build *build, const char *name, IrType type, bool entry_check);
void emit_fail(Emit *e, const char *format, ...) PRINTF_LIKE(2, 3);

void emit_instruction(Emit *e, const MirInstr *i);
IrType prototype(Codegen *cg, Rep ret, const u8 *reps, u32 count);
IrValue emit_read(Emit *e, const MirOperand *operand);
void emit_write(Emit *e, u32 local, IrValue value);
void emit_result(Emit *e, IrValue value); /* to the instruction's dst, if any */
void mark_position(Emit *e, IrValue call); /* the instruction's position, for stack traces */

/* Blocks: `near` comes right behind the present one, `cold` at the function's end. */
IrBlock block_near(Emit *e);
IrBlock block_cold(Emit *e);
void go_to(Emit *e, IrBlock block); /* positions the builder */
/* Branches to a new cold block when the condition holds, goes on in a new near one; returns the cold block, builder in the near one. */
IrBlock emit_unlikely(Emit *e, IrValue condition);
/* The same for what a hot loop's copy leaves to the normal code: there the branch goes to e->leave and the result is NULL. */
IrBlock emit_slow(Emit *e, IrValue condition);
IrBlock slow_block(Emit *e); /* a cold block, or e->leave in a copy */
void branch_rarely(Emit *e, IrValue condition, IrBlock rare, IrBlock usual);
/* A merge of two values: [value_a, from_a], [value_b, from_b]. */
IrValue emit_phi(Emit *e, IrType type, IrValue a, IrBlock from_a, IrValue b, IrBlock from_b);
IrValue emit_alloca(Emit *e, IrType type, const char *name);

static inline IrValue const_i32(Emit *e, i64 v) { return LLVMConstInt(e->t->i32, (u64)v, 1); }
static inline IrValue const_i64(Emit *e, u64 v) { return LLVMConstInt(e->t->i64, v, 0); }
static inline IrValue const_bool(Emit *e, bool v) { return LLVMConstInt(e->t->i1, v, 0); }
static inline IrBlock here(Emit *e) { return LLVMGetInsertBlock(e->b); }
IrValue default_value(Emit *e, Rep rep);

/* ---- emit_memory.c ------------------------------------------------------------------------------------------------------------------------------ */

IrValue load_at(Emit *e, IrType type, IrValue base, u64 offset, AliasClass alias);
void store_at(Emit *e, IrValue value, IrValue base, u64 offset, AliasClass alias);
IrValue load_rep(Emit *e, Rep rep, IrValue address, AliasClass alias); /* Bool: a byte in memory */
void store_rep(Emit *e, Rep rep, IrValue value, IrValue address, AliasClass alias);
IrValue load_bytes(Emit *e, IrType type, IrValue address); /* content of raw bytes, unaligned */
void store_bytes(Emit *e, IrValue value, IrValue address);
/* The write barrier (AbiVm.cards) behind a store of `value`; where: the place in a store of elements, else the object. Changes nothing
 * that later code reads. */
void emit_wrote(Emit *e, const MirOperand *value, IrValue where);
void emit_wrote_new(Emit *e, IrValue where); /* of something that is surely a reference to the heap */
IrValue address_at(Emit *e, IrValue base, u64 offset);
IrValue load_code(Emit *e, IrValue base, u64 offset); /* from a slot or table */
IrValue load_thread(Emit *e, IrType type, size_t offset);
void store_thread(Emit *e, IrValue value, size_t offset);
IrValue bits_of(Emit *e, Rep rep, IrValue value);  /* 8 bytes, I32 and BOOL zero-extended */
IrValue value_of_bits(Emit *e, Rep rep, IrValue bits);
IrValue emit_alloc(Emit *e, AbiClass *cls, const char *name);
void emit_memory(Emit *e, const MirInstr *i);

/* ---- emit_arith.c, emit_convert.c ------------------------------------------------------------------------------------------------------------------ */

void emit_arith(Emit *e, const MirInstr *i);
void emit_compare(Emit *e, const MirInstr *i);
void emit_convert(Emit *e, const MirInstr *i);
IrValue box(Emit *e, Rep rep, IrValue value);
/* Word to representation with checks; throws. `test` for refs, may be NULL: any reference. */
IrValue unbox(Emit *e, Rep rep, IrValue word, const AbiTest *test);
IrValue check_ref(Emit *e, IrValue ref, const AbiTest *test);
const AbiTest *resolve_test(Emit *e, TypeTest test); /* NULL: any reference, or after emit_fail */
bool test_is_trivial(const AbiTest *test);          /* every reference passes */
IrValue word_is_object(Emit *e, IrValue word);

/* ---- emit_call.c -------------------------------------------------------------------------------------------------------------------------------------- */

void emit_call(Emit *e, const MirInstr *i);
/* Call that is an invoke when it may throw and the block has a handler. */
IrValue call_raw(Emit *e, IrType type, IrValue callee, IrValue *args, u32 count, bool throws);
/* Haxe convention: representations to prototype, Bool as i32. */
IrValue call_haxe(Emit *e, IrValue code, Rep ret, const u8 *reps, IrValue *args, u32 count);
IrValue call_runtime(Emit *e, const char *name, IrValue *args, u32 count);
/* The same for one that never returns; ends the block. */
void call_runtime_noreturn(Emit *e, const char *name, IrValue *args, u32 count);
/* Calls a runtime function that throws when the condition holds, in a cold block; goes on otherwise. */
void emit_trap(Emit *e, IrValue condition, const char *name, IrValue *args, u32 count);

/* ---- loops.c ----------------------------------------------------------------------------------------------------------------------------------------- */

void find_hot_loops(Emit *e);
void emit_hot_loops(Emit *e);                    /* after all normal blocks */
void resume_point(Emit *e, u32 block, u32 index); /* in normal code, in front of each instruction */
IrBlock jump_target(Emit *e, u32 block);         /* of a jump in the code being emitted */
bool in_hot_loop(const Emit *e, u32 local_block); /* is the block part of any hot loop? */
HotArray *hot_array(const Emit *e, const MirOperand *operand, AbiElem kind); /* NULL: nothing is known of it here */
bool hot_not_null(const Emit *e, const MirOperand *operand);
bool emit_hot_back_edge(Emit *e);                /* the poll of a copy; false: emit a normal one */

/* ---- emit_array.c, emit_object.c, emit_exception.c, emit_control.c ----------------------------------------------------------------------------------- */

void emit_array(Emit *e, const MirInstr *i);
void emit_exception_blocks(Emit *e);
IrBlock landing_pad(Emit *e, u32 handler);
void emit_control(Emit *e, const MirInstr *i);
void emit_poll(Emit *e, const MirInstr *i);
bool emit_intrinsic(Emit *e, const MirInstr *i); /* call_rt of a function that LLVM knows; false: none */

#endif
