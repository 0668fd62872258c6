/* personality: decides, frame by frame, whether generated code handles an exception.
 *
 * Called by the unwinder for each frame of generated code that has handlers: in phase 1 to look for one, in phase 2 to enter it. Reads
 * the frame's table (LSDA): call sites with landing pad and chain of clauses, each clause an index into the type table, which holds
 * the addresses of cells with the AbiTest to pass; a null entry takes everything. Exceptions that are not Haxe's pass by.
 *
 * Contract with emit_exception.c: the pad gets the exception in the first register and, in the second, the ordinal of the clause that
 * was chosen, counted along the chain from 0. There are no clean-ups. Nothing is allocated and no lock is taken.
 */
#include <unwind.h>

#include "internal.h"

bool molt_rt_test(Word word, const AbiTest *test);
bool rt_is_landing(void);

/* Encodings that LLVM uses here (DW_EH_PE_…). */
enum { ENCODING_ABSOLUTE = 0x00, ENCODING_ULEB = 0x01, ENCODING_U32 = 0x03, ENCODING_U64 = 0x04, ENCODING_OMIT = 0xff };

static u64 read_uleb(const u8 **at) {
    u64 value = 0;
    u32 shift = 0;
    u8 byte;
    do {
        byte = *(*at)++;
        value |= (u64)(byte & 0x7f) << shift;
        shift += 7;
    } while (byte & 0x80);
    return value;
}

static i64 read_sleb(const u8 **at) {
    i64 value = 0;
    u32 shift = 0;
    u8 byte;
    do {
        byte = *(*at)++;
        value |= (i64)(byte & 0x7f) << shift;
        shift += 7;
    } while (byte & 0x80);
    if (shift < 64 && (byte & 0x40)) value |= -((i64)1 << shift);
    return value;
}

static u64 read_encoded(const u8 **at, u8 encoding) {
    u64 value = 0;
    switch (encoding) {
    case ENCODING_ULEB: return read_uleb(at);
    case ENCODING_U32:
        memcpy(&value, *at, 4);
        *at += 4;
        return value;
    case ENCODING_ABSOLUTE:
    case ENCODING_U64:
        memcpy(&value, *at, 8);
        *at += 8;
        return value;
    default: FATAL("encoding %x in an exception table", encoding);
    }
}

typedef struct Table {
    const u8 *types; /* end of the type table: entry n is the n-th in front of it */
    const u8 *sites, *sites_end;
    uintptr_t pads; /* base of landing pads */
    u8 type_encoding, site_encoding;
} Table;

static Table read_table(const u8 *at, uintptr_t function) {
    Table table = {.pads = function};
    u8 pad_encoding = *at++;
    if (pad_encoding != ENCODING_OMIT) table.pads = read_encoded(&at, pad_encoding);
    table.type_encoding = *at++;
    if (table.type_encoding != ENCODING_OMIT) {
        u64 distance = read_uleb(&at);
        table.types = at + distance;
    }
    table.site_encoding = *at++;
    u64 bytes = read_uleb(&at);
    table.sites = at;
    table.sites_end = at + bytes;
    return table;
}

static bool clause_takes(const Table *table, i64 filter, Word word) {
    if (filter <= 0) return false;
    u32 bytes = table->type_encoding == ENCODING_U32 ? 4 : 8;
    const u8 *entry = table->types - (u64)filter * bytes;
    const AbiTest *const *cell = (const AbiTest *const *)(uintptr_t)read_encoded(&entry, table->type_encoding);
    return !cell || molt_rt_test(word, *cell);
}

/* The landing pad for a throw at `offset` of the function and the ordinal of the clause, 0: none. */
static uintptr_t find_pad(const Table *table, uintptr_t offset, Word word, u32 *ordinal) {
    const u8 *at = table->sites;
    while (at < table->sites_end) {
        u64 start = read_encoded(&at, table->site_encoding), bytes = read_encoded(&at, table->site_encoding);
        u64 pad = read_encoded(&at, table->site_encoding), action = read_uleb(&at);
        if (offset < start) return 0;
        if (offset >= start + bytes) continue;
        if (!pad || !action) return 0;
        const u8 *record = table->sites_end + action - 1;
        for (*ordinal = 0;; ++*ordinal) {
            i64 filter = read_sleb(&record);
            const u8 *next_at = record;
            i64 next = read_sleb(&record);
            if (clause_takes(table, filter, word)) return table->pads + pad;
            if (!next) return 0;
            record = next_at + next;
        }
    }
    return 0;
}

_Unwind_Reason_Code molt_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class kind, struct _Unwind_Exception *unwind,
                                     struct _Unwind_Context *context) {
    const u8 *lsda = (const u8 *)_Unwind_GetLanguageSpecificData(context);
    if (version != 1 || !lsda || kind != ABI_EXCEPTION_CLASS || (actions & _UA_FORCE_UNWIND)) return _URC_CONTINUE_UNWIND;
    const AbiException *exception = (const AbiException *)(const void *)((const u8 *)unwind - offsetof(AbiException, unwind));
    uintptr_t function = _Unwind_GetRegionStart(context), offset = _Unwind_GetIP(context) - 1 - function;
    if (rt_is_landing()) return _URC_CONTINUE_UNWIND; /* it was seen that nobody takes it, and decided where it ends */
    Table table = read_table(lsda, function);
    u32 ordinal;
    uintptr_t pad = find_pad(&table, offset, exception->word, &ordinal);
    if (!pad) return _URC_CONTINUE_UNWIND;
    if (actions & _UA_SEARCH_PHASE) return _URC_HANDLER_FOUND;
    _Unwind_SetGR(context, __builtin_eh_return_data_regno(0), (uintptr_t)unwind);
    _Unwind_SetGR(context, __builtin_eh_return_data_regno(1), ordinal);
    _Unwind_SetIP(context, pad);
    return _URC_INSTALL_CONTEXT;
}
