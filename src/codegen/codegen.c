/* codegen: from MIR to a loaded module: build IR, run passes, emit an object, load it.
 *
 * An LLVM context keeps every constant and debug location ever made in it, so it is renewed after some hundred modules; what depends
 * on it (types, kinds, alias tags) is made anew with it. LLVM reports through the context's diagnostic handler; what it calls a fatal
 * error comes to a process-wide handler, which leaves the compilation that is under way on its thread by longjmp: memory and context
 * of that compilation are given up, the process lives on.
 */
#include <llvm-c/Analysis.h>
#include <llvm-c/ErrorHandling.h>
#include <llvm-c/Target.h>
#include <pthread.h>
#include <setjmp.h>

#include "emit.h"
#include "loader.h"

enum { CONTEXT_USES = 200 };

/* ---- Process-wide: targets and LLVM's fatal errors --------------------------------------------------------------------------------------------- */

typedef struct FatalExit {
    jmp_buf buffer;
    char message[400];
} FatalExit;
static _Thread_local FatalExit *fatal_exit;

static void on_fatal_error(const char *reason) {
    if (!fatal_exit) return; /* not ours: LLVM ends the process */
    snprintf(fatal_exit->message, sizeof fatal_exit->message, "%s", reason);
    longjmp(fatal_exit->buffer, 1);
}

static void initialise_targets(void) {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeX86AsmParser();
    LLVMInstallFatalErrorHandler(on_fatal_error);
}
static pthread_once_t targets_once = PTHREAD_ONCE_INIT;

/* ---- Context --------------------------------------------------------------------------------------------------------------------------------------- */

static void on_diagnostic(LLVMDiagnosticInfoRef info, void *ctx) {
    Codegen *cg = ctx;
    if (LLVMGetDiagInfoSeverity(info) != LLVMDSError || cg->diagnostic) return;
    char *text = LLVMGetDiagInfoDescription(info);
    cg->diagnostic = strdup(text);
    LLVMDisposeMessage(text);
}

static unsigned attribute(const char *name) { return LLVMGetEnumAttributeKindForName(name, strlen(name)); }

static void make_alias_tags(Codegen *cg) {
    static const char *const names[ALIAS_COUNT] = {
        [ALIAS_HEADER] = "header", [ALIAS_CLASS] = "class", [ALIAS_FIELD_RAW] = "field", [ALIAS_FIELD_REF] = "field ref",
        [ALIAS_STATIC] = "static", [ALIAS_ARRAY] = "array", [ALIAS_ELEM_I32] = "int element", [ALIAS_ELEM_F64] = "float element",
        [ALIAS_ELEM_BOOL] = "bool element", [ALIAS_ELEM_WORD] = "word element", [ALIAS_CELL] = "cell", [ALIAS_CLOSURE] = "closure",
        [ALIAS_THREAD] = "thread", [ALIAS_CARD] = "card",
    };
    LLVMContextRef c = cg->context;
    LLVMMetadataRef zero = LLVMValueAsMetadata(LLVMConstInt(cg->types.i64, 0, 0));
    LLVMMetadataRef root_name = LLVMMDStringInContext2(c, "molt", 4);
    LLVMMetadataRef root = LLVMMDNodeInContext2(c, &root_name, 1);
    for (u32 k = 0; k < ALIAS_COUNT; k++) {
        LLVMMetadataRef type_parts[3] = {LLVMMDStringInContext2(c, names[k], strlen(names[k])), root, zero};
        LLVMMetadataRef type = LLVMMDNodeInContext2(c, type_parts, 3);
        LLVMMetadataRef tag_parts[3] = {type, type, zero};
        cg->types.alias[k] = LLVMMetadataAsValue(c, LLVMMDNodeInContext2(c, tag_parts, 3));
    }
}

static void make_types(Codegen *cg) {
    LLVMContextRef c = cg->context;
    IrTypes *t = &cg->types;
    *t = (IrTypes){.void_ = LLVMVoidTypeInContext(c), .i1 = LLVMInt1TypeInContext(c), .i8 = LLVMInt8TypeInContext(c),
                 .i16 = LLVMInt16TypeInContext(c), .i32 = LLVMInt32TypeInContext(c), .i64 = LLVMInt64TypeInContext(c),
                 .f64 = LLVMDoubleTypeInContext(c), .ptr = LLVMPointerTypeInContext(c, 0)};
    t->pad = LLVMStructTypeInContext(c, (IrType[]){t->ptr, t->i32}, 2, 0);
    IrType by_rep[REP_COUNT] = {[REP_VOID] = t->void_, [REP_BOOL] = t->i1, [REP_I32] = t->i32, [REP_I64] = t->i64, [REP_F64] = t->f64,
                              [REP_REF] = t->ptr, [REP_WORD] = t->i64, [REP_PTR] = t->ptr};
    memcpy(t->by_rep, by_rep, sizeof by_rep);
    t->md_tbaa = LLVMGetMDKindIDInContext(c, "tbaa", 4);
    t->md_prof = LLVMGetMDKindIDInContext(c, "prof", 4);
    t->attr_nounwind = attribute("nounwind");
    t->attr_noreturn = attribute("noreturn");
    t->attr_cold = attribute("cold");
    t->attr_nomerge = attribute("nomerge");
    t->attr_uwtable = attribute("uwtable");
    t->attr_optnone = attribute("optnone");
    t->attr_noinline = attribute("noinline");
    t->attr_memory = attribute("memory");
    t->attr_willreturn = attribute("willreturn");
    LLVMMetadataRef weights[3] = {LLVMMDStringInContext2(c, "branch_weights", 14), LLVMValueAsMetadata(LLVMConstInt(t->i32, 1, 0)),
                                  LLVMValueAsMetadata(LLVMConstInt(t->i32, 4000, 0))};
    t->unlikely = LLVMMetadataAsValue(c, LLVMMDNodeInContext2(c, weights, 3));
    make_alias_tags(cg);
}

static void close_context(Codegen *cg) {
    if (!cg->context) return;
    LLVMDisposeBuilder(cg->builder);
    LLVMContextDispose(cg->context);
    cg->context = NULL;
}

static void open_context(Codegen *cg) {
    cg->context = LLVMContextCreate();
    LLVMContextSetDiagnosticHandler(cg->context, on_diagnostic, cg);
    LLVMContextSetDiscardValueNames(cg->context, 0);
    cg->builder = LLVMCreateBuilderInContext(cg->context);
    cg->context_uses = 0;
    make_types(cg);
}

/* ---- Codegen ------------------------------------------------------------------------------------------------------------------------------------------ */

/* Made when the tier is first used: half a millisecond. */
static LLVMTargetMachineRef machine_of(Codegen *cg, CodegenTier tier) {
    if (cg->machines[tier]) return cg->machines[tier];
    char *cpu = LLVMGetHostCPUName(), *features = LLVMGetHostCPUFeatures();
    LLVMCodeGenOptLevel level = tier == CODEGEN_FAST ? LLVMCodeGenLevelNone : LLVMCodeGenLevelDefault;
    LLVMTargetMachineRef machine = LLVMCreateTargetMachine(cg->target, cg->triple, cpu, features, level, LLVMRelocStatic, LLVMCodeModelSmall);
    LLVMDisposeMessage(cpu);
    LLVMDisposeMessage(features);
    if (!cg->layout) {
        LLVMTargetDataRef data = LLVMCreateTargetDataLayout(machine);
        cg->layout = LLVMCopyStringRepOfTargetData(data);
        LLVMDisposeTargetData(data);
    }
    return cg->machines[tier] = machine;
}

Codegen *codegen_new(const CodegenEnv *env, const DebugFlags *flags, Text *error) {
    pthread_once(&targets_once, initialise_targets);
    Codegen *cg = base_alloc(sizeof *cg);
    cg->env = env;
    if (flags) cg->flags = *flags;
    cg->triple = LLVMGetDefaultTargetTriple();
    cg->thread_offset = (i64)((uintptr_t)&molt_thread - (uintptr_t)__builtin_thread_pointer());
    char *message = NULL;
    if (strncmp(cg->triple, "x86_64", 6) != 0) {
        text_printf(error, "no code generator for %s", cg->triple);
    } else if (LLVMGetTargetFromTriple(cg->triple, &cg->target, &message)) {
        text_str(error, message);
        LLVMDisposeMessage(message);
    } else {
        cg->pass_options = LLVMCreatePassBuilderOptions();
        cg->arena = arena_new("codegen");
        open_context(cg);
        return cg;
    }
    LLVMDisposeMessage(cg->triple);
    free(cg);
    return NULL;
}

void codegen_free(Codegen *cg) {
    if (!cg) return;
    close_context(cg);
    for (u32 tier = 0; tier < LEN(cg->machines); tier++)
        if (cg->machines[tier]) LLVMDisposeTargetMachine(cg->machines[tier]);
    LLVMDisposePassBuilderOptions(cg->pass_options);
    LLVMDisposeMessage(cg->triple);
    if (cg->layout) LLVMDisposeMessage(cg->layout);
    arena_free(cg->arena);
    free(cg->diagnostic);
    free(cg);
}

/* ---- One module ------------------------------------------------------------------------------------------------------------------------------------------ */

/* What is to be compiled: functions (transfer NULL or not), or thunks. */
typedef struct Job {
    u32 count;
    EmitRequest *requests;     /* NULL: thunks */
    const AbiSig *const *sigs;
    CodegenTier tier;
} Job;

static void start_module(Build *build) {
    Codegen *cg = build->cg;
    build->module = LLVMModuleCreateWithNameInContext("molt", cg->context);
    machine_of(cg, build->tier);
    LLVMSetTarget(build->module, cg->triple);
    LLVMSetDataLayout(build->module, cg->layout);
    build->symbols = symbols_new(build);
    LLVMMetadataRef dwarf = LLVMValueAsMetadata(LLVMConstInt(cg->types.i32, 4, 0)), debug = LLVMValueAsMetadata(LLVMConstInt(cg->types.i32, 3, 0));
    LLVMAddModuleFlag(build->module, LLVMModuleFlagBehaviorWarning, "Dwarf Version", 13, dwarf);
    LLVMAddModuleFlag(build->module, LLVMModuleFlagBehaviorWarning, "Debug Info Version", 18, debug);
    build->di = LLVMCreateDIBuilder(build->module);
    build->di_file = LLVMDIBuilderCreateFile(build->di, "m", 1, "", 0);
    LLVMDIBuilderCreateCompileUnit(build->di, LLVMDWARFSourceLanguageC99, build->di_file, "", 0, build->tier == CODEGEN_OPTIMISED, "", 0, 0,
                                   "", 0, (LLVMDWARFEmissionKind)3 /* directives only: a line table and nothing else */, 0, 0, 0, "", 0, "", 0);
    build->di_type = LLVMDIBuilderCreateSubroutineType(build->di, build->di_file, NULL, 0, LLVMDIFlagZero);
}

static bool build_module(Build *build, const Job *job) {
    start_module(build);
    for (u32 k = 0; k < job->count && !build->failed; k++) {
        if (job->requests) emit_function(build, &job->requests[k]);
        else emit_unpack(build, job->sigs[k], arena_printf(build->cg->arena, "unpack %s", job->sigs[k]->text));
    }
    LLVMDIBuilderFinalize(build->di);
    if (build->failed || !build->cg->flags.verify) return !build->failed;
    char *message = NULL;
    if (LLVMVerifyModule(build->module, LLVMReturnStatusAction, &message)) {
        text_printf(build->error, "broken IR: %s", message);
        build->failed = true;
    }
    LLVMDisposeMessage(message);
    return !build->failed;
}

static bool run_passes(Build *build) {
    Codegen *cg = build->cg;
    const char *passes = build->tier == CODEGEN_FAST ? "function(mem2reg)" : "default<O2>";
    LLVMErrorRef failure = LLVMRunPasses(build->module, passes, machine_of(cg, build->tier), cg->pass_options);
    if (!failure) return true;
    char *message = LLVMGetErrorMessage(failure);
    text_str(build->error, message);
    LLVMDisposeErrorMessage(message);
    return false;
}

static LLVMMemoryBufferRef emit_object(Build *build, LLVMCodeGenFileType type) {
    Codegen *cg = build->cg;
    LLVMMemoryBufferRef object = NULL;
    char *message = NULL;
    bool failed = LLVMTargetMachineEmitToMemoryBuffer(machine_of(cg, build->tier), build->module, type, &message, &object);
    if (failed) {
        text_str(build->error, message ? message : "no code");
        LLVMDisposeMessage(message);
        return NULL;
    }
    if (!cg->diagnostic) return object;
    text_str(build->error, cg->diagnostic);
    LLVMDisposeMemoryBuffer(object);
    return NULL;
}

static uintptr_t find_symbol(void *ctx, const char *name) {
    if (strcmp(name, "molt_personality") == 0) return (uintptr_t)molt_personality;
    uintptr_t address = symbols_find(ctx, name);
    return address ? address : library_symbol(name);
}

static CodeModule *load(Build *build, const Job *job, LLVMMemoryBufferRef object) {
    LoadEntry *entries = NEW_ARRAY(build->cg->arena, LoadEntry, job->count + 1);
    for (u32 k = 0; k < job->count; k++) {
        if (job->requests) {
            const EmitRequest *request = &job->requests[k];
            entries[k] = (LoadEntry){request->func, request->name, !request->func->is_leaf && !request->transfer};
        } else {
            entries[k] = (LoadEntry){NULL, arena_printf(build->cg->arena, "unpack %s", job->sigs[k]->text), true};
        }
    }
    return load_object((u8 *)(uintptr_t)LLVMGetBufferStart(object), LLVMGetBufferSize(object), entries, job->count, find_symbol,
                       build->symbols, build->error);
}

static u32 count_instructions(LLVMModuleRef module) {
    u32 count = 0;
    for (IrValue f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f))
        for (IrBlock b = LLVMGetFirstBasicBlock(f); b; b = LLVMGetNextBasicBlock(b))
            for (IrValue i = LLVMGetFirstInstruction(b); i; i = LLVMGetNextInstruction(i)) count++;
    return count;
}

static CodeModule *compile_steps(Build *build, const Job *job) {
    CodegenTimes times = {0};
    u64 start = clock_ns(), at = start;
    bool ok = build_module(build, job);
    times.build_ns = clock_ns() - at;
    if (ok) times.ir_instructions = count_instructions(build->module);
    at = clock_ns();
    ok = ok && run_passes(build);
    times.passes_ns = clock_ns() - at;
    at = clock_ns();
    LLVMMemoryBufferRef object = ok ? emit_object(build, LLVMObjectFile) : NULL;
    times.emit_ns = clock_ns() - at;
    at = clock_ns();
    CodeModule *module = object ? load(build, job, object) : NULL;
    if (module) {
        times.link_ns = clock_ns() - at;
        times.object_bytes = (u32)LLVMGetBufferSize(object);
        times.code_bytes = module->image->block.bytes;
        module->times = times;
        module->tier = job->tier;
    }
    if (object) LLVMDisposeMemoryBuffer(object);
    return module;
}

static bool dump_steps(Build *build, const Job *job, CodegenDump what, Text *out) {
    if (!build_module(build, job) || !run_passes(build)) return false;
    if (what == CODEGEN_DUMP_LLVM) {
        char *text = LLVMPrintModuleToString(build->module);
        text_str(out, text);
        LLVMDisposeMessage(text);
        return true;
    }
    LLVMMemoryBufferRef assembly = emit_object(build, LLVMAssemblyFile);
    if (!assembly) return false;
    text_add(out, LLVMGetBufferStart(assembly), LLVMGetBufferSize(assembly));
    LLVMDisposeMemoryBuffer(assembly);
    return true;
}

static void finish(Build *build) {
    Codegen *cg = build->cg;
    if (build->di) LLVMDisposeDIBuilder(build->di);
    if (build->module) LLVMDisposeModule(build->module);
    if (build->symbols) symbols_free(build->symbols);
    free(cg->diagnostic);
    cg->diagnostic = NULL;
    arena_reset(cg->arena);
    if (++cg->context_uses < CONTEXT_USES) return;
    close_context(cg);
    open_context(cg);
}

/* Runs compile_steps or (out not NULL) dump_steps with a way back from fatal errors. */
static CodeModule *run_job(Codegen *cg, const Job *job, CodegenDump what, Text *out, bool *dumped, Text *error) {
    Build *build = NEW(cg->arena, Build);
    *build = (Build){.cg = cg, .tier = job->tier, .readable = out != NULL, .error = error};
    FatalExit *exit = NEW(cg->arena, FatalExit), *outer = fatal_exit;
    CodeModule *module = NULL;
    if (setjmp(exit->buffer) == 0) {
        fatal_exit = exit;
        if (out) *dumped = dump_steps(build, job, what, out);
        else module = compile_steps(build, job);
        fatal_exit = outer;
        finish(build);
        return module;
    }
    fatal_exit = outer;
    text_printf(error, "LLVM: %s", exit->message);
    free(cg->diagnostic);
    cg->diagnostic = NULL;
    open_context(cg); /* the old one is in no state to be released */
    return NULL;
}

/* LLVM instructions, about, that it becomes. */
static u32 weight(const MirInstr *i) {
    switch ((MirOp)i->op) {
    case MIR_CALL_INTERFACE: return 24;
    case MIR_CALL_CLOSURE: return 20;
    case MIR_ARRAY_PUSH: case MIR_ARRAY_SET: case MIR_ARRAY_GET: return 12;
    case MIR_CALL_VIRTUAL: case MIR_CHECK_REF: case MIR_UNBOX_I: case MIR_UNBOX_F: case MIR_UNBOX_B: case MIR_UNBOX_R: case MIR_POLL: return 6;
    case MIR_CALL: case MIR_CALL_RT: case MIR_NEW_OBJECT: case MIR_NEW_ENUM: case MIR_MAKE_CLOSURE: case MIR_ARRAY_NEW: case MIR_ARRAY_CONST:
        return 3;
    case MIR_ARRAY_APPEND: return 4 + 2 * i->count;
    default: return 1;
    }
}

static u32 loop_depth(const MirFunc *func) {
    u32 deepest = 0;
    for (u32 l = 0; l < func->loops.count; l++) {
        u32 depth = 0;
        for (u32 at = l; at != UINT32_MAX; at = func->loops.at[at].parent) depth++;
        deepest = MAX(deepest, depth);
    }
    return deepest;
}

bool codegen_is_large(const MirFunc *func) {
    enum { LARGE = 25000, DEEP = 64 };
    u32 sum = 0;
    if (func->loops.count > DEEP && loop_depth(func) > DEEP) return true;
    for (u32 b = 0; b < func->blocks.count; b++)
        for (u32 i = 0; i < func->blocks.at[b].instrs.count && sum <= LARGE; i++) sum += weight(&func->blocks.at[b].instrs.at[i]);
    return sum > LARGE;
}

static CodegenTier tier_for(const Job *job) {
    for (u32 k = 0; k < job->count && job->tier != CODEGEN_FAST; k++)
        if (codegen_is_large(job->requests[k].func)) return CODEGEN_FAST;
    return job->tier;
}

static EmitRequest *requests_of(Codegen *cg, MirFunc *const *funcs, u32 count) {
    EmitRequest *requests = NEW_ARRAY(cg->arena, EmitRequest, count + 1);
    for (u32 k = 0; k < count; k++) requests[k] = (EmitRequest){funcs[k], funcs[k]->name->text, NULL};
    return requests;
}

CodeModule *codegen_compile(Codegen *cg, MirFunc *const *funcs, u32 count, CodegenTier tier, Text *error) {
    Job job = {.count = count, .requests = requests_of(cg, funcs, count), .tier = tier};
    job.tier = tier_for(&job);
    return run_job(cg, &job, CODEGEN_DUMP_LLVM, NULL, NULL, error);
}

CodeModule *codegen_compile_transfers(Codegen *cg, const CodegenTransfer *transfers, u32 count, CodegenTier tier, Text *error) {
    Job job = {.count = count, .requests = NEW_ARRAY(cg->arena, EmitRequest, count + 1), .tier = tier};
    for (u32 k = 0; k < count; k++) {
        const char *name = arena_printf(cg->arena, "%s@loop%u#%u", transfers[k].func->name->text, transfers[k].loop, k);
        job.requests[k] = (EmitRequest){transfers[k].func, name, &transfers[k]};
    }
    job.tier = tier_for(&job);
    return run_job(cg, &job, CODEGEN_DUMP_LLVM, NULL, NULL, error);
}

CodeModule *codegen_unpack(Codegen *cg, const AbiSig *const *sigs, u32 count, Text *error) {
    Job job = {.count = count, .sigs = sigs, .tier = CODEGEN_FAST};
    return run_job(cg, &job, CODEGEN_DUMP_LLVM, NULL, NULL, error);
}

bool codegen_dump(Codegen *cg, MirFunc *const *funcs, u32 count, CodegenTier tier, CodegenDump what, Text *out, Text *error) {
    Job job = {.count = count, .requests = requests_of(cg, funcs, count), .tier = tier};
    bool dumped = false;
    run_job(cg, &job, what, out, &dumped, error);
    return dumped;
}

void codegen_warm_up(Codegen *cg) {
    static const u8 none[1] = {0};
    AbiSig sig = {.text = "()v", .ret_rep = REP_VOID, .arg_reps = none};
    const AbiSig *sigs[1] = {&sig};
    for (u32 tier = 0; tier < LEN(cg->machines); tier++) {
        Text error = {0};
        Job job = {.count = 1, .sigs = sigs, .tier = (CodegenTier)tier};
        code_module_free(run_job(cg, &job, CODEGEN_DUMP_LLVM, NULL, NULL, &error));
        text_free(&error);
    }
}
