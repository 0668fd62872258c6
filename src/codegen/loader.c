/* loader: an x86-64 ELF object, as LLVM emitted it into memory, to running code.
 *
 * All allocated sections go into one block of code memory, behind them jumps to functions that are too far for 32 bits (the code model
 * is small, the runtime is wherever the executable is). Sections are copied to the block's writable view and relocated for the
 * executable one. The sections that describe lines are relocated in the object itself and read from there.
 *
 * Contract: nothing of the module is visible to look-up or unwinder before the owner map is set, which comes last but for the debugger.
 */
#include <elf.h>

#include "loader.h"

enum { FAR_JUMP_BYTES = 16 };

typedef struct Section {
    uintptr_t address; /* where it runs; 0: not loaded */
    u8 *at;            /* where it is written: in the block, or in the object when it is not loaded */
} Section;

typedef struct Loader {
    u8 *object;
    size_t bytes;
    const Elf64_Ehdr *header;
    const Elf64_Shdr *sections;
    Section *loaded;
    const Elf64_Sym *symbols;
    u32 symbol_count, section_count;
    const char *names;
    uintptr_t *values; /* of the symbols */
    uintptr_t *jumps;  /* of far functions, 0: none yet */
    CodeBlock block;
    u32 jump_offset; /* next free place for a far jump */
    LoadSymbol symbol;
    void *ctx;
    Text *error;
} Loader;

static bool fail(Loader *l, const char *message, const char *what) {
    text_printf(l->error, "%s %s", message, what);
    return false;
}

static bool is_loaded(const Elf64_Shdr *section) {
    return (section->sh_flags & SHF_ALLOC) && section->sh_size && section->sh_type != SHT_NOTE;
}

static const char *section_name(const Loader *l, u32 index) {
    const Elf64_Shdr *strings = &l->sections[l->header->e_shstrndx];
    return (const char *)l->object + strings->sh_offset + l->sections[index].sh_name;
}

static u32 find_section(const Loader *l, const char *name) {
    for (u32 k = 1; k < l->section_count; k++)
        if (strcmp(section_name(l, k), name) == 0) return k;
    return 0;
}

static bool read_headers(Loader *l) {
    l->header = (const Elf64_Ehdr *)(const void *)l->object;
    l->sections = (const Elf64_Shdr *)(const void *)(l->object + l->header->e_shoff);
    l->section_count = l->header->e_shnum;
    if (l->bytes < sizeof *l->header || memcmp(l->header->e_ident, ELFMAG, SELFMAG) != 0 || l->header->e_machine != EM_X86_64)
        return fail(l, "not an object file", "");
    for (u32 k = 1; k < l->section_count; k++) {
        const Elf64_Shdr *section = &l->sections[k];
        if (section->sh_type != SHT_SYMTAB) continue;
        l->symbols = (const Elf64_Sym *)(const void *)(l->object + section->sh_offset);
        l->symbol_count = (u32)(section->sh_size / sizeof *l->symbols);
        l->names = (const char *)l->object + l->sections[section->sh_link].sh_offset;
    }
    return l->symbols || fail(l, "no symbols", "");
}

static const char *symbol_name(const Loader *l, u32 index) { return l->names + l->symbols[index].st_name; }

/* Values of undefined symbols first: how many are far decides how large the block is. */
static bool resolve_undefined(Loader *l, u32 *far) {
    for (u32 k = 1; k < l->symbol_count; k++) {
        if (l->symbols[k].st_shndx != SHN_UNDEF) continue;
        l->values[k] = l->symbol(l->ctx, symbol_name(l, k));
        if (!l->values[k]) return fail(l, "undefined symbol", symbol_name(l, k));
        if (l->values[k] >> 31) ++*far;
    }
    return true;
}

/* Code first, then everything else in the object's order. */
static bool place_sections(Loader *l, u32 far) {
    u64 *offsets = base_alloc(l->section_count * sizeof *offsets), size = 0;
    for (int code = 1; code >= 0; code--) {
        for (u32 k = 1; k < l->section_count; k++) {
            const Elf64_Shdr *section = &l->sections[k];
            if (!is_loaded(section) || !!(section->sh_flags & SHF_EXECINSTR) != code) continue;
            u64 align = MAX(section->sh_addralign, 1);
            offsets[k] = (size + align - 1) & ~(align - 1);
            size = offsets[k] + section->sh_size;
        }
    }
    size = (size + FAR_JUMP_BYTES - 1) & ~(u64)(FAR_JUMP_BYTES - 1);
    l->jump_offset = (u32)size;
    bool ok = code_block_alloc(size + (u64)far * FAR_JUMP_BYTES, &l->block);
    for (u32 k = 1; ok && k < l->section_count; k++) {
        const Elf64_Shdr *section = &l->sections[k];
        l->loaded[k].at = l->object + section->sh_offset;
        if (!is_loaded(section)) continue;
        l->loaded[k] = (Section){l->block.run + offsets[k], l->block.write + offsets[k]};
        if (section->sh_type == SHT_NOBITS) memset(l->loaded[k].at, 0, section->sh_size);
        else memcpy(l->loaded[k].at, l->object + section->sh_offset, section->sh_size);
    }
    free(offsets);
    return ok || fail(l, "out of memory for code", "");
}

static void resolve_defined(Loader *l) {
    for (u32 k = 1; k < l->symbol_count; k++) {
        const Elf64_Sym *symbol = &l->symbols[k];
        if (symbol->st_shndx == SHN_UNDEF) continue;
        l->values[k] = symbol->st_shndx == SHN_ABS ? symbol->st_value : l->loaded[symbol->st_shndx].address + symbol->st_value;
    }
}

/* A jump inside the block that stands for the far function. */
static uintptr_t near_value(Loader *l, u32 symbol) {
    if (l->values[symbol] >> 31 == 0) return l->values[symbol];
    if (!l->jumps[symbol]) {
        static const u8 jump[6] = {0xff, 0x25, 0, 0, 0, 0}; /* jmp *0(%rip) */
        u8 *at = l->block.write + l->jump_offset;
        memcpy(at, jump, sizeof jump);
        memcpy(at + sizeof jump, &l->values[symbol], 8);
        l->jumps[symbol] = l->block.run + l->jump_offset;
        l->jump_offset += FAR_JUMP_BYTES;
    }
    return l->jumps[symbol];
}

static bool relocate(Loader *l, const Elf64_Rela *r, const Section *section) {
    u32 symbol = (u32)ELF64_R_SYM(r->r_info);
    u8 *at = section->at + r->r_offset;
    uintptr_t place = section->address + r->r_offset;
    i64 value;
    switch (ELF64_R_TYPE(r->r_info)) {
    case R_X86_64_64:
        value = (i64)l->values[symbol] + r->r_addend;
        memcpy(at, &value, 8);
        return true;
    case R_X86_64_PC32:
    case R_X86_64_PLT32:
        value = (i64)near_value(l, symbol) + r->r_addend - (i64)place;
        break;
    case R_X86_64_32:
    case R_X86_64_32S:
        value = (i64)near_value(l, symbol) + r->r_addend;
        break;
    case R_X86_64_PC64:
        value = (i64)l->values[symbol] + r->r_addend - (i64)place;
        memcpy(at, &value, 8);
        return true;
    default:
        text_printf(l->error, "relocation of type %u against %s", (u32)ELF64_R_TYPE(r->r_info), symbol_name(l, symbol));
        return false;
    }
    i32 narrow = (i32)value;
    memcpy(at, &narrow, 4);
    return narrow == value || fail(l, "address out of range:", symbol_name(l, symbol));
}

static bool relocate_sections(Loader *l) {
    for (u32 k = 1; k < l->section_count; k++) {
        const Elf64_Shdr *table = &l->sections[k];
        if (table->sh_type != SHT_RELA) continue;
        const Section *target = &l->loaded[table->sh_info];
        if (!target->address && strcmp(section_name(l, table->sh_info), ".debug_line") != 0) continue;
        const Elf64_Rela *relocations = (const Elf64_Rela *)(const void *)(l->object + table->sh_offset);
        for (u32 r = 0; r < table->sh_size / sizeof *relocations; r++)
            if (!relocate(l, &relocations[r], target)) return false;
    }
    return true;
}

/* ---- The module ------------------------------------------------------------------------------------------------------------------------------- */

static void point_entry_check(Loader *l, uintptr_t entry) {
    enum { CALL_END = 16 };
    i32 distance = (i32)(code_entry_check(&l->block) - (entry + CALL_END));
    memcpy(l->block.write + (entry - l->block.run) + CALL_END - 4, &distance, 4);
}

static bool find_entries(Loader *l, CodeModule *module, const LoadEntry *wanted) {
    Map by_name = {0};
    u32 found = 0;
    for (u32 k = 0; k < module->count; k++) {
        u64 key = hash_bytes(wanted[k].name, strlen(wanted[k].name), 0);
        while (map_get(&by_name, key)) key++;
        map_set(&by_name, key, (void *)&wanted[k]);
    }
    for (u32 s = 1; s < l->symbol_count; s++) {
        const Elf64_Sym *symbol = &l->symbols[s];
        if (ELF64_ST_TYPE(symbol->st_info) != STT_FUNC || symbol->st_shndx == SHN_UNDEF) continue;
        const char *name = symbol_name(l, s);
        const LoadEntry *entry;
        for (u64 key = hash_bytes(name, strlen(name), 0); (entry = map_get(&by_name, key)); key++) {
            if (strcmp(entry->name, name) != 0) continue;
            module->entries[entry - wanted] = (CodeEntry){entry->func, (void *)l->values[s], (u32)symbol->st_size};
            if (entry->entry_check) point_entry_check(l, l->values[s]);
            found++;
            break;
        }
    }
    map_free(&by_name);
    return found == module->count || fail(l, "a function is missing in the object", "");
}

static _Thread_local const CodeEntry *sort_entries;
static int compare_entries(const void *a, const void *b) {
    uintptr_t x = (uintptr_t)sort_entries[*(const u32 *)a].address, y = (uintptr_t)sort_entries[*(const u32 *)b].address;
    return x < y ? -1 : x > y;
}

static void order_entries(CodeModule *module) {
    u32 *order = base_alloc((module->count + 1) * sizeof *order);
    for (u32 k = 0; k < module->count; k++) order[k] = k;
    sort_entries = module->entries;
    qsort(order, module->count, sizeof *order, compare_entries);
    module->image->entry_order = order;
}

static void release(CodeModule *module) {
    CodeImage *image = module->image;
    if (image->block.bytes) code_block_free(&image->block);
    free(image->frames);
    free(image->lines);
    free(image->entry_order);
    free(image);
    free(module->entries);
    free(module);
}

static bool read_tables(Loader *l, CodeModule *module) {
    u32 frames = find_section(l, ".eh_frame"), lines = find_section(l, ".debug_line");
    if (frames && !frames_read(module->image, l->loaded[frames].at, (u32)l->sections[frames].sh_size, l->loaded[frames].address, l->error))
        return false;
    return !lines || lines_read(module->image, l->loaded[lines].at, (u32)l->sections[lines].sh_size, l->error);
}

static void announce(Loader *l, CodeModule *module, const LoadEntry *wanted) {
    const char **names = base_alloc((module->count + 1) * sizeof *names);
    for (u32 k = 0; k < module->count; k++) names[k] = wanted[k].name;
    u32 frames = find_section(l, ".eh_frame");
    code_block_set_owner(&module->image->block, (uintptr_t)module);
    gdb_register(module, names, frames ? l->loaded[frames].address : 0, frames ? (u32)l->sections[frames].sh_size : 0);
    perf_map_add(module, names);
    code_modules_changed(1);
    free(names);
}

static bool load_into(Loader *l, CodeModule *module, const LoadEntry *wanted) {
    u32 far = 0;
    if (!read_headers(l)) return false;
    l->loaded = base_alloc(l->section_count * sizeof *l->loaded);
    l->values = base_alloc(l->symbol_count * sizeof *l->values);
    l->jumps = base_alloc(l->symbol_count * sizeof *l->jumps);
    if (!resolve_undefined(l, &far) || !place_sections(l, far)) return false;
    module->image->block = l->block;
    module->start = l->block.run;
    module->end = l->block.run + l->block.bytes;
    resolve_defined(l);
    return relocate_sections(l) && find_entries(l, module, wanted) && read_tables(l, module);
}

CodeModule *load_object(u8 *object, size_t bytes, const LoadEntry *entries, u32 count, LoadSymbol symbol, void *ctx, Text *error) {
    Loader *l = &(Loader){.object = object, .bytes = bytes, .symbol = symbol, .ctx = ctx, .error = error};
    CodeModule *module = base_alloc(sizeof *module);
    module->count = count;
    module->entries = base_alloc((count + 1) * sizeof *module->entries);
    module->image = base_alloc(sizeof *module->image);
    bool ok = load_into(l, module, entries);
    if (ok) {
        order_entries(module);
        announce(l, module, entries);
    } else {
        release(module);
    }
    free(l->loaded);
    free(l->values);
    free(l->jumps);
    return ok ? module : NULL;
}

void code_module_free(CodeModule *module) {
    if (!module) return;
    gdb_unregister(module);
    code_modules_changed(-1);
    release(module);
}

bool codegen_lookup_pc(uintptr_t pc, CodePlace *place) {
    uintptr_t owner = code_owner(pc);
    if (!owner || (owner & 1)) return false;
    CodeModule *module = (CodeModule *)owner;
    const u32 *order = module->image->entry_order;
    u32 low = 0, high = module->count;
    while (low < high) {
        u32 middle = (low + high) / 2;
        if ((uintptr_t)module->entries[order[middle]].address <= pc) low = middle + 1;
        else high = middle;
    }
    if (low == 0) return false;
    const CodeEntry *entry = &module->entries[order[low - 1]];
    if (pc >= (uintptr_t)entry->address + entry->size) return false;
    u32 pos = lines_find(module->image, (u32)(pc - module->start));
    *place = (CodePlace){module, entry, pos ? pos - 1 : UINT32_MAX};
    return true;
}
