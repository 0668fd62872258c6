/* gdb: debuggers learn the names and frames of generated functions (GDB JIT interface), perf by a map file.
 *
 * Process-wide service. For each module a small ELF image is made: a code section without contents at its address, the frame table,
 * and a symbol a function. The list of images and the function that debuggers put a breakpoint on have the names the interface
 * prescribes; a host program or another JIT in the process may define them too, so they are weak and the list is shared.
 */
#include <elf.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "internal.h"

struct jit_code_entry {
    struct jit_code_entry *next_entry, *prev_entry;
    const char *symfile_addr;
    u64 symfile_size;
};
struct jit_descriptor {
    u32 version, action_flag;
    struct jit_code_entry *relevant_entry, *first_entry;
};
enum { JIT_NOACTION, JIT_REGISTER, JIT_UNREGISTER };

void __jit_debug_register_code(void);
extern struct jit_descriptor __jit_debug_descriptor;
__attribute__((weak, noinline)) void __jit_debug_register_code(void) { __asm__ volatile("" ::: "memory"); }
__attribute__((weak)) struct jit_descriptor __jit_debug_descriptor = {1, JIT_NOACTION, NULL, NULL};

typedef struct GdbEntry {
    struct jit_code_entry entry;
    u8 image[];
} GdbEntry;

static pthread_mutex_t list_lock = PTHREAD_MUTEX_INITIALIZER;

/* ---- The image --------------------------------------------------------------------------------------------------------------------------- */

enum { SECTION_TEXT = 1, SECTION_FRAMES, SECTION_SYMBOLS, SECTION_STRINGS, SECTION_COUNT };
static const char section_names[] = "\0.text\0.eh_frame\0.symtab\0.strtab"; /* also the start of the string table */
enum { NAME_TEXT = 1, NAME_FRAMES = 7, NAME_SYMBOLS = 17, NAME_STRINGS = 25 };

static size_t names_size(const CodeModule *module, const char *const *names) {
    size_t size = sizeof section_names;
    for (u32 k = 0; k < module->count; k++) size += strlen(names[k]) + 1;
    return size;
}

static void write_symbols(const CodeModule *module, const char *const *names, Elf64_Sym *symbols, char *strings) {
    size_t at = sizeof section_names;
    memcpy(strings, section_names, sizeof section_names);
    for (u32 k = 0; k < module->count; k++) {
        const CodeEntry *entry = &module->entries[k];
        symbols[k + 1] = (Elf64_Sym){.st_name = (Elf64_Word)at, .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC), .st_shndx = SECTION_TEXT,
                                     .st_value = (uintptr_t)entry->address - module->start, .st_size = entry->size};
        size_t length = strlen(names[k]) + 1;
        memcpy(strings + at, names[k], length);
        at += length;
    }
}

static GdbEntry *make_image(const CodeModule *module, const char *const *names, uintptr_t frames, u32 frame_bytes) {
    size_t symbol_bytes = (module->count + 1) * sizeof(Elf64_Sym), string_bytes = names_size(module, names);
    size_t at_sections = sizeof(Elf64_Ehdr), at_symbols = at_sections + SECTION_COUNT * sizeof(Elf64_Shdr);
    size_t at_frames = at_symbols + symbol_bytes, at_strings = at_frames + frame_bytes, total = at_strings + string_bytes;
    GdbEntry *entry = base_alloc(sizeof *entry + total);
    u8 *image = entry->image;
    *(Elf64_Ehdr *)(void *)image = (Elf64_Ehdr){
        .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT}, .e_type = ET_REL, .e_machine = EM_X86_64,
        .e_version = EV_CURRENT, .e_shoff = at_sections, .e_ehsize = sizeof(Elf64_Ehdr), .e_shentsize = sizeof(Elf64_Shdr),
        .e_shnum = SECTION_COUNT, .e_shstrndx = SECTION_STRINGS};
    Elf64_Shdr *sections = (Elf64_Shdr *)(void *)(image + at_sections);
    sections[SECTION_TEXT] = (Elf64_Shdr){.sh_name = NAME_TEXT, .sh_type = SHT_NOBITS, .sh_flags = SHF_ALLOC | SHF_EXECINSTR,
                                          .sh_addr = module->start, .sh_size = module->end - module->start, .sh_addralign = 16};
    sections[SECTION_FRAMES] = (Elf64_Shdr){.sh_name = NAME_FRAMES, .sh_type = SHT_PROGBITS, .sh_flags = SHF_ALLOC, .sh_addr = frames,
                                            .sh_offset = at_frames, .sh_size = frame_bytes, .sh_addralign = 8};
    sections[SECTION_SYMBOLS] = (Elf64_Shdr){.sh_name = NAME_SYMBOLS, .sh_type = SHT_SYMTAB, .sh_offset = at_symbols, .sh_size = symbol_bytes,
                                             .sh_link = SECTION_STRINGS, .sh_info = 1, .sh_addralign = 8, .sh_entsize = sizeof(Elf64_Sym)};
    sections[SECTION_STRINGS] = (Elf64_Shdr){.sh_name = NAME_STRINGS, .sh_type = SHT_STRTAB, .sh_offset = at_strings,
                                             .sh_size = string_bytes, .sh_addralign = 1};
    if (frame_bytes) memcpy(image + at_frames, (const void *)frames, frame_bytes);
    write_symbols(module, names, (Elf64_Sym *)(void *)(image + at_symbols), (char *)image + at_strings);
    entry->entry = (struct jit_code_entry){.symfile_addr = (const char *)image, .symfile_size = total};
    return entry;
}

static void notify(u32 action, struct jit_code_entry *entry) {
    __jit_debug_descriptor.action_flag = action;
    __jit_debug_descriptor.relevant_entry = entry;
    __jit_debug_register_code();
}

void gdb_register(CodeModule *module, const char *const *names, uintptr_t eh_frame, u32 eh_frame_bytes) {
    GdbEntry *made = make_image(module, names, eh_frame, eh_frame_bytes);
    struct jit_code_entry *entry = &made->entry;
    pthread_mutex_lock(&list_lock);
    entry->next_entry = __jit_debug_descriptor.first_entry;
    if (entry->next_entry) entry->next_entry->prev_entry = entry;
    __jit_debug_descriptor.first_entry = entry;
    notify(JIT_REGISTER, entry);
    pthread_mutex_unlock(&list_lock);
    module->image->gdb = made;
}

void gdb_unregister(CodeModule *module) {
    struct jit_code_entry *entry = &module->image->gdb->entry;
    pthread_mutex_lock(&list_lock);
    if (entry->prev_entry) entry->prev_entry->next_entry = entry->next_entry;
    else __jit_debug_descriptor.first_entry = entry->next_entry;
    if (entry->next_entry) entry->next_entry->prev_entry = entry->prev_entry;
    notify(JIT_UNREGISTER, entry);
    pthread_mutex_unlock(&list_lock);
    free(module->image->gdb);
}

/* ---- perf ------------------------------------------------------------------------------------------------------------------------------------- */

static struct {
    pthread_mutex_t lock;
    _Atomic bool asked;
    bool looked; /* at the environment */
    FILE *file;
} perf = {.lock = PTHREAD_MUTEX_INITIALIZER};

void code_perf_map_enable(void) { atomic_store(&perf.asked, true); }

void perf_map_add(const CodeModule *module, const char *const *names) {
    pthread_mutex_lock(&perf.lock);
    if (!perf.looked) {
        const char *wish = getenv("MOLT_PERF");
        perf.looked = true;
        if (wish && strcmp(wish, "1") == 0) atomic_store(&perf.asked, true);
    }
    if (atomic_load(&perf.asked)) {
        char path[64];
        snprintf(path, sizeof path, "/tmp/perf-%d.map", (int)getpid());
        if (!perf.file) perf.file = fopen(path, "a");
        for (u32 k = 0; perf.file && k < module->count; k++)
            fprintf(perf.file, "%lx %x %s\n", (unsigned long)(uintptr_t)module->entries[k].address, module->entries[k].size, names[k]);
        if (perf.file) fflush(perf.file);
    }
    pthread_mutex_unlock(&perf.lock);
}
