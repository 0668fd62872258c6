/* symbols: addresses outside of a module, as external symbols that the loader resolves.
 *
 * By address: one global for each (address, kind), so that equal addresses are equal values in the IR. By name: what the loader asks
 * when it meets an undefined symbol; LLVM makes names unique, so the name is read back from the global. Library functions that LLVM
 * calls of its own accord (memset, fmod, …) are looked up in the process.
 */
#include <dlfcn.h>

#include "emit.h"

typedef struct SymbolNode {
    u64 name_hash;
    const char *name;
    uintptr_t address;
    IrValue value;
} SymbolNode;

struct Symbols {
    Build *build;
    Map by_address; /* address → SymbolNode */
    Map by_name;    /* hash of the name → SymbolNode; collisions are found out by comparing and probed with hash + 1 */
    Map runtime;    /* AbiFunction → RuntimeFunction */
    Map cells;      /* AbiTest → its cell */
};

Symbols *symbols_new(Build *build) {
    Symbols *symbols = NEW(build->cg->arena, Symbols);
    symbols->build = build;
    return symbols;
}

void symbols_free(Symbols *symbols) {
    map_free(&symbols->by_address);
    map_free(&symbols->by_name);
    map_free(&symbols->runtime);
    map_free(&symbols->cells);
}

static SymbolNode *add(Symbols *symbols, IrValue global, uintptr_t address) {
    size_t length;
    const char *name = LLVMGetValueName2(global, &length);
    SymbolNode *node = NEW(symbols->build->cg->arena, SymbolNode);
    node->name = arena_copy(symbols->build->cg->arena, name, length + 1);
    node->name_hash = hash_bytes(name, length, 0);
    node->address = address;
    node->value = global;
    u64 key = node->name_hash;
    while (map_get(&symbols->by_name, key)) key++;
    map_set(&symbols->by_name, key, node);
    return node;
}

uintptr_t symbols_find(Symbols *symbols, const char *name) {
    SymbolNode *node;
    for (u64 key = hash_bytes(name, strlen(name), 0); (node = map_get(&symbols->by_name, key)); key++)
        if (strcmp(node->name, name) == 0) return node->address;
    return 0;
}

uintptr_t library_symbol(const char *name) { return (uintptr_t)dlsym(RTLD_DEFAULT, name); }

IrValue emit_address(Emit *e, const void *address, const char *kind, const char *name) {
    Symbols *symbols = e->build->symbols;
    uintptr_t bits = (uintptr_t)address;
    if (bits >> 31) return LLVMConstIntToPtr(const_i64(e, bits), e->t->ptr);
    SymbolNode *node = map_get(&symbols->by_address, bits);
    if (!node) {
        IrValue global = LLVMAddGlobal(e->build->module, e->t->i64, arena_printf(e->arena, "%s:%s", kind, name));
        LLVMSetVisibility(global, LLVMHiddenVisibility);
        node = add(symbols, global, bits);
        map_set(&symbols->by_address, bits, node);
    }
    return node->value;
}

Rep rep_of_letter(char letter) {
    for (u32 rep = 0; rep < REP_COUNT; rep++)
        if (rep_letter((Rep)rep) == letter) return (Rep)rep;
    FATAL("no representation has the letter '%c'", letter);
}

static void add_attribute(Emit *e, IrValue function, unsigned kind, u64 value) {
    LLVMAddAttributeAtIndex(function, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, LLVMCreateEnumAttribute(e->cg->context, kind, value));
}

static IrValue external_function(Emit *e, const char *name, IrType type) {
    IrValue function = LLVMAddFunction(e->build->module, name, type);
    LLVMSetVisibility(function, LLVMHiddenVisibility);
    return function;
}

IrValue libc_function(Emit *e, const char *name, IrType type) {
    IrValue function = LLVMGetNamedFunction(e->build->module, name);
    return function ? function : external_function(e, name, type);
}

/* Effects tell LLVM what it may assume. Without `g` the function runs no Haxe code, but may still read and write memory. */
static void describe(Emit *e, RuntimeFunction *f) {
    if (!f->throws && !f->collects) add_attribute(e, f->value, e->t->attr_nounwind, 0);
    if (f->pure) {
        add_attribute(e, f->value, e->t->attr_memory, 0); /* memory(none) */
        add_attribute(e, f->value, e->t->attr_willreturn, 0);
    }
    if (strncmp(f->name, "molt_rt_throw", 13) == 0) {
        add_attribute(e, f->value, e->t->attr_noreturn, 0);
        add_attribute(e, f->value, e->t->attr_cold, 0);
    }
}

RuntimeFunction *runtime_function(Emit *e, const char *name) {
    const AbiFunction *abi = abi_function(name);
    if (!abi) {
        emit_fail(e, "unknown runtime function %s", name);
        return NULL;
    }
    Symbols *symbols = e->build->symbols;
    RuntimeFunction *f = map_get(&symbols->runtime, (u64)(uintptr_t)abi);
    if (f) return f;
    f = NEW(e->arena, RuntimeFunction);
    f->name = abi->name;
    f->abi = abi;
    f->reps = abi->signature + 2;
    f->count = (u32)strcspn(f->reps, ")");
    f->throws = strchr(abi->effects, 't') != NULL;
    f->collects = strchr(abi->effects, 'g') != NULL;
    f->pure = strchr(abi->effects, 'p') != NULL;
    IrType *types = NEW_ARRAY(e->arena, IrType, f->count + 1);
    for (u32 i = 0; i < f->count; i++) types[i] = e->t->by_rep[rep_of_letter(f->reps[i])];
    for (u32 i = 0; i < f->count; i++)
        if (f->reps[i] == 'b') types[i] = e->t->i32;
    f->ret = rep_of_letter(abi->signature[0]);
    IrType ret = f->ret == REP_BOOL ? e->t->i8 : e->t->by_rep[f->ret];
    f->type = LLVMFunctionType(ret, types, f->count, 0);
    f->value = external_function(e, abi->name, f->type);
    describe(e, f);
    add(symbols, f->value, (uintptr_t)abi->address);
    map_set(&symbols->runtime, (u64)(uintptr_t)abi, f);
    return f;
}

IrValue type_cell(Emit *e, const AbiTest *test) {
    Symbols *symbols = e->build->symbols;
    IrValue cell = map_get(&symbols->cells, (u64)(uintptr_t)test);
    if (cell) return cell;
    cell = LLVMAddGlobal(e->build->module, e->t->i64, arena_printf(e->arena, "catch:%s", test->name ? test->name : "?"));
    LLVMSetLinkage(cell, LLVMInternalLinkage);
    LLVMSetGlobalConstant(cell, 1);
    LLVMSetInitializer(cell, const_i64(e, (uintptr_t)test));
    map_set(&symbols->cells, (u64)(uintptr_t)test, cell);
    return cell;
}
