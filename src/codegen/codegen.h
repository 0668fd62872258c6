/* codegen: MIR to machine code in memory, through LLVM.
 *
 * One Codegen a compiler thread: it owns an LLVM context and is used by that thread alone; it touches no Haxe heap and reads immutable
 * MIR. What MIR names symbolically (functions, classes, fields, …) the CodegenEnv turns into addresses that never change for the life
 * of the VM. All functions of one update go into one CodeModule, the unit in which code is freed.
 *
 * Code lives in the low 2 GiB, mapped twice (one view to write, one to execute). Modules, the unwinder's frame table, the debugger's
 * list and the perf map are process-wide services, safe from several threads; look-up by pc neither locks nor allocates.
 */
#ifndef MOLT_CODEGEN_H
#define MOLT_CODEGEN_H

#include "../abi/abi.h"
#include "../base/base.h"
#include "../mir/mir.h"

/* ---- What names mean: implemented by live/ (and by test environments) ----------------------------------------------------------------- */

/* Where a field is: at `offset` of its object or number `offset` of the object's late area (reached by molt_rt_late). */
typedef struct CodegenField {
    u32 offset;
    bool late;
    Rep rep;
} CodegenField;

/* Where a virtual method's code is: entry `index` of AbiClass.vtable or, when late, of AbiClass.late_vtable. */
typedef struct CodegenVirtual {
    u32 index;
    bool late;
} CodegenVirtual;

/* An enum's constructor. `constant`: its one value when it has no parameters and values are shared, else NULL. */
typedef struct CodegenCtor {
    AbiClass *cls;
    u32 tag;
    AbiObject *constant;
    u32 count;
    const CodegenField *params;
} CodegenCtor;

/* Every callback is called on the compiler's thread and may be called several times for one name. Addresses returned stay valid and
 * keep their meaning as long as code that was compiled with them exists. An unknown name: NULL or false, and the compilation fails
 * with a message that names it. Addresses in the low 2 GiB (low_alloc) give shorter code; others work too. */
typedef struct CodegenEnv {
    void *ctx;
    const AbiVm *vm; /* classes of closures, cells, arrays */
    AbiSlot *(*slot)(void *ctx, Name function);
    const AbiSig *(*function_sig)(void *ctx, Name function);     /* of a function as a value; asked when make_closure has no sig */
    const AbiSig *(*sig)(void *ctx, const FunSig *sig);
    AbiClass *(*cls)(void *ctx, Name path);                      /* class, interface or enum */
    bool (*field)(void *ctx, Name owner, Name member, CodegenField *field); /* of built-in types too: String.length */
    void *(*static_var)(void *ctx, Name owner, Name member);     /* 8 bytes, aligned; Bool one byte of it, Int four */
    bool (*virtual_method)(void *ctx, Name owner, Name member, CodegenVirtual *method);
    u64 (*selector)(void *ctx, Name interface, Name member);     /* never 0 */
    bool (*ctor)(void *ctx, Name enum_path, Name constructor, CodegenCtor *ctor);
    AbiObject *(*string)(void *ctx, Name bytes);                 /* immortal AbiString of UTF-8 bytes */
    AbiObject *(*field_name)(void *ctx, Name name);              /* immortal, interned: equal names are equal pointers */
    const AbiTest *(*test)(void *ctx, TypeTest test);
    const u8 *(*stale)(void *ctx, const MirFunc *func);          /* non-zero: this version's loops go to molt_rt_poll_slow; NULL: none */
    const u32 *poll_flag; /* non-zero while any thread of the VM is to poll: what loops of the fast tier test, thread-local data being slow
                             to compile there. NULL: they test thread.poll, as the optimised tier does */
    void *(*poll_site)(void *ctx, const MirFunc *func, u32 loop); /* what molt_rt_poll_slow is passed; NULL is allowed */
    const i32 *(*line)(void *ctx, const MirFunc *func, u32 pos); /* cell with the position's present line (operation `line`) */
} CodegenEnv;

/* ---- Compiling -------------------------------------------------------------------------------------------------------------------------- */

typedef struct Codegen Codegen;
typedef enum CodegenTier { CODEGEN_FAST, CODEGEN_OPTIMISED } CodegenTier;

/* NULL with a message when the target cannot be set up. `env` must outlive it. Needs LLVM loaded, which the first call in a process
 * does (10-20 ms): call it early. `flags` may be NULL. */
Codegen *codegen_new(const CodegenEnv *env, const DebugFlags *flags, Text *error);
void codegen_free(Codegen *codegen);
/* Compiles a trivial function in both tiers and drops it, so that the first real one finds everything loaded. */
void codegen_warm_up(Codegen *codegen);

/* Microseconds are nanoseconds / 1000 of these. */
typedef struct CodegenTimes {
    u64 build_ns;  /* MIR to LLVM IR */
    u64 passes_ns; /* mem2reg, or the optimiser */
    u64 emit_ns;   /* selection, registers, assembly into an object */
    u64 link_ns;   /* loading, relocation, tables, registration */
    u32 ir_instructions; /* as built, before passes */
    u32 object_bytes, code_bytes; /* of the object file; taken in code memory */
} CodegenTimes;

/* Code of one function. `func` is what codegen_compile was given and must stay alive as long as the module. */
typedef struct CodeEntry {
    const MirFunc *func; /* NULL: a thunk */
    void *address;
    u32 size;
} CodeEntry;

typedef struct CodeModule {
    u32 count;
    CodeEntry *entries; /* in the order of the functions given */
    CodegenTier tier;
    CodegenTimes times;
    uintptr_t start, end; /* all addresses of the module, read-only data included */
    void *user;           /* the owner's; NULL at first */
    struct CodeImage *image;
} CodeModule;

/* Optimising it would take seconds: the optimiser needs 50 microseconds an instruction and more. Compiled in the fast tier whatever is
 * asked for, together with all that is compiled with it. */
bool codegen_is_large(const MirFunc *func);

/* All or nothing: NULL with a message (one that names the function) when something cannot be resolved or LLVM fails. Publishing the
 * code, storing addresses into slots and vtables, is the caller's; before it, the new code is visible to no one. */
CodeModule *codegen_compile(Codegen *codegen, MirFunc *const *funcs, u32 count, CodegenTier tier, Text *error);
/* Requires: no thread can reach the code any more. Its memory is used again. NULL is allowed. From any thread. */
void code_module_free(CodeModule *module);

/* An entry that takes over running frames of `old` at a back edge. Its prototype is that of `old`, its arguments are not read. Locals
 * in scope of loop `loop` of `func` come from the transfer buffer: local func->loops[loop].in_scope[i] from value map[i] there, or the
 * default of its representation where map[i] is UINT32_MAX; execution goes on right behind the poll of that loop.
 * The buffer: AbiTransfer in abi.h; the frame of `old` has stored old->loops[n].in_scope[j] as value j. */
typedef struct CodegenTransfer {
    MirFunc *func;
    u32 loop;
    const MirFunc *old;
    const u32 *map;
} CodegenTransfer;
CodeModule *codegen_compile_transfers(Codegen *codegen, const CodegenTransfer *transfers, u32 count, CodegenTier tier, Text *error);

/* AbiSig.unpack for each signature, in entries[i].address. */
CodeModule *codegen_unpack(Codegen *codegen, const AbiSig *const *sigs, u32 count, Text *error);

typedef enum CodegenDump { CODEGEN_DUMP_LLVM, CODEGEN_DUMP_ASM } CodegenDump;
bool codegen_dump(Codegen *codegen, MirFunc *const *funcs, u32 count, CodegenTier tier, CodegenDump what, Text *out, Text *error);

/* ---- Where a pc is: no locks, no allocation, usable in a signal handler and while the world is stopped ---------------------------------- */

typedef struct CodePlace {
    CodeModule *module;
    const CodeEntry *entry;
    u32 pos; /* index into entry->func->positions (follow inlined_at for the chain), UINT32_MAX: none known */
} CodePlace;
/* false: no code of Molt's. For a return address pass the address minus 1. */
bool codegen_lookup_pc(uintptr_t pc, CodePlace *place);

/* ---- Stubs: code of functions that have none yet, or no more ------------------------------------------------------------------------------ */

/* One set a VM; stubs live as long as the set. 16 bytes each; safe from any thread. */
typedef struct CodeStubs CodeStubs;
/* lazy_entry: where a stub jumps with its slot in r11, everything else as the caller left it (rt_lazy_entry). missing_entry: a C function
 * of one pointer that throws (molt_rt_throw_missing). */
CodeStubs *code_stubs_new(void (*lazy_entry)(void), void (*missing_entry)(void *what), void (*guard_entry)(void));
void code_stubs_free(CodeStubs *stubs);
void *code_stub_lazy(CodeStubs *stubs, AbiSlot *slot);      /* for functions not compiled yet */
void *code_stub_guard(CodeStubs *stubs, const void *guard);   /* in front of code on probation */
void *code_stub_missing(CodeStubs *stubs, const void *what); /* for abstract or removed ones: missing_entry(what) */
bool code_stub_is(const void *code);                        /* is this address a stub of any set? */

/* ---- Memory in the low 2 GiB for what code refers to: slots, classes, statics, tests, signatures, flags ---------------------------------- */

typedef struct LowMemory LowMemory;
LowMemory *low_new(void);
void low_free(LowMemory *low);
void *low_alloc(LowMemory *low, size_t bytes); /* zeroed, aligned to 16; from any thread; elsewhere when the low 2 GiB are full */

/* ---- Process-wide services ------------------------------------------------------------------------------------------------------------------ */

/* In the child of a fork: new code goes to memory of its own, since code memory is shared with the parent. */
void code_memory_after_fork(void);
typedef struct CodeMemoryStats {
    u64 reserved_bytes, used_bytes, modules;
} CodeMemoryStats;
CodeMemoryStats code_memory_stats(void);
/* Writes /tmp/perf-PID.map from now on (also when MOLT_PERF=1 is in the environment at the first compilation). */
void code_perf_map_enable(void);

#endif
