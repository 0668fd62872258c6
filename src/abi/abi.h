/* abi: what generated code and the runtime share.
 *
 * Object layouts, Dynamic words, classes, closures, exceptions, threads, and the list of runtime functions (runtime.def). Everything
 * here is laid out by hand and read by generated code at fixed offsets; nothing here has behaviour beyond inline helpers.
 *
 * Objects never move and offsets never change meaning for the life of the process: a field that is added to a class later lives in
 * the object's late area under a number of its own, a class that gains virtual methods gets late vtable entries, so that code of an
 * older version, still on some stack, stays right.
 */
#ifndef MOLT_ABI_H
#define MOLT_ABI_H

#include "../base/base.h"

#include <unwind.h>

/* ---- Values ------------------------------------------------------------------------------------------------------------------------- */

/* A Dynamic word, 64 bits. Pointers are raw, so that a conservative scan of a stack sees them:
 *   0                               null
 *   6, 7                            false, true
 *   0x0000'xxxx'xxxx'xxxx           pointer to an object
 *   0x0002'… to 0xFFFC'…            double, its bits plus WORD_DOUBLE_OFFSET (NaNs are made canonical first)
 *   0xFFFE'0000'iiii'iiii           Int
 * A Float that holds an integral value is not turned into an Int by boxing: the tag is what the static type said. */
typedef u64 Word;
#define WORD_NULL ((Word)0)
#define WORD_FALSE ((Word)6)
#define WORD_TRUE ((Word)7)
#define WORD_INT_TAG ((Word)0xFFFE000000000000u)
#define WORD_DOUBLE_OFFSET ((Word)0x0002000000000000u)
#define WORD_CANONICAL_NAN ((Word)0x7FF8000000000000u)
static inline bool word_is_int(Word w) { return (w >> 49) == 0x7FFF; }
static inline bool word_is_double(Word w) { return w >= WORD_DOUBLE_OFFSET && w < WORD_INT_TAG; }
static inline bool word_is_bool(Word w) { return (w | 1) == WORD_TRUE; }
static inline bool word_is_ref(Word w) { return w < WORD_DOUBLE_OFFSET && w > WORD_TRUE; }
static inline Word word_of_int(i32 i) { return WORD_INT_TAG | (u32)i; }
static inline Word word_of_bool(bool b) { return b ? WORD_TRUE : WORD_FALSE; }
static inline Word word_of_ref(const void *object) { return (Word)(uintptr_t)object; }
static inline Word word_of_double(double d) {
    Word bits;
    memcpy(&bits, &d, 8);
    return (d == d ? bits : WORD_CANONICAL_NAN) + WORD_DOUBLE_OFFSET;
}
static inline i32 word_int(Word w) { return (i32)(u32)w; }
static inline double word_double(Word w) {
    Word bits = w - WORD_DOUBLE_OFFSET;
    double d;
    memcpy(&d, &bits, 8);
    return d;
}
static inline bool word_bool(Word w) { return w == WORD_TRUE; }

/* ---- Objects and classes ------------------------------------------------------------------------------------------------------------- */

typedef struct AbiClass AbiClass;
typedef struct AbiThread AbiThread;
typedef struct MoltVm MoltVm;

/* Every object begins with one word: its class. Identity and identity hash are the address. Sizes are multiples of 8, at least 16. */
typedef struct AbiObject {
    AbiClass *cls;
} AbiObject;

typedef enum AbiKind {
    KIND_INSTANCE, /* of a Haxe class: fields by layout */
    KIND_ENUM,     /* enum value: AbiClass of its constructor (a child of the enum's class), parameters as fields */
    KIND_STRING,
    KIND_ARRAY,
    KIND_BUFFER,   /* element store of an array, bytes */
    KIND_CLOSURE,
    KIND_CELL,     /* a captured variable that is written: one 8-byte value */
    KIND_ANON,     /* structure: hidden class (AbiClass made at run time), values as words */
    KIND_I64,      /* boxed Int64 */
    KIND_CLASS,    /* a class, interface, enum as a value: the AbiClass itself */
    KIND_NATIVE    /* runtime objects with a C part: iterators, threads, maps; ref_map tells their pointers */
} AbiKind;

/* Interface method table: open addressing by selector (a permanent number of the interface's method, never 0). */
typedef struct AbiItabEntry {
    u64 selector;
    void *code;
} AbiItabEntry;

/* What a class is at run time. Made once a class, never freed while anything can reach it; its address is the class's identity for
 * the life of the process. Generated code reads: size, depth, ancestors, itab, itab_mask, late_vtable, tag, vtable. */
struct AbiClass {
    AbiObject object;      /* classes are objects of kind KIND_CLASS */
    u32 size;              /* bytes of an instance, header included; variable-sized kinds: of the fixed part */
    u16 depth;             /* number of superclasses */
    u8 kind;               /* AbiKind of its instances */
    u8 flags;
    AbiClass **ancestors;  /* depth + 1 entries, itself last: `o is C` is o.cls.depth >= C.depth && o.cls.ancestors[C.depth] == C */
    const u64 *ref_map;    /* a bit for each 8-byte word of an instance that holds a ref or a word (header: 0) */
    AbiItabEntry *itab;
    u64 itab_mask;         /* places - 1; an absent selector reaches an entry with selector 0 */
    void **late_vtable;    /* entries whose number is >= vtable_capacity, by number - vtable_capacity */
    u32 vtable_capacity;
    u32 tag;               /* enum constructors: permanent number within the enum */
    u32 id;                /* dense number of the class in its VM */
    u32 late_count;        /* late fields known so far; numbers are unique within the joined hierarchies */
    const u64 *late_map;   /* as ref_map, for the late area */
    struct RtTypeInfo *info; /* names, fields, interfaces: runtime/ and live/ */
    MoltVm *vm;
    void *vtable[];        /* vtable_capacity code addresses */
};
#define ABI_CLASS_INTERFACE 1 /* flags */
#define ABI_CLASS_ENUM 2
#define ABI_CLASS_HAS_FINALISER 4

/* Strings: immutable. One byte a character (Latin-1) or, when `wide`, UTF-16 units; followed by a zero unit for C's sake. */
typedef struct AbiString {
    AbiObject object;
    i32 length; /* in characters as Haxe counts: bytes or UTF-16 units */
    u32 meta;   /* bit 0: wide; bits 1..31: hash, 0: not computed yet (written racily, always the same value) */
    u8 data[];
} AbiString;
#define ABI_STRING_WIDE 1u

typedef enum AbiElem { ELEM_I32, ELEM_F64, ELEM_BOOL, ELEM_WORD, ELEM_COUNT } AbiElem; /* references are ELEM_WORD (raw pointers) */

/* Arrays: elements by kind. Code that knows the element type statically tests `elem` at each access (a loop hoists it) and takes a
 * slow path when it differs (an Array<Int> made by generic code holds words). Containers never change their kind. */
typedef struct AbiArray {
    AbiObject object;
    i32 length;
    u8 elem; /* AbiElem */
    u8 pad[3];
    void *data; /* first element; inside an AbiBuffer; NULL when capacity is 0 */
    i32 capacity;
    u32 reserved;
} AbiArray;

typedef struct AbiBuffer {
    AbiObject object;
    u32 bytes; /* of data */
    u8 elem;   /* ELEM_WORD: scanned; else raw */
    u8 pad[3];
    u8 data[];
} AbiBuffer;

/* What a call through a function value must agree on: arguments and result with representation and, for references, the class that
 * is relied on. Interned by VM: equal signatures are equal pointers. A call site whose signature differs from the closure's goes
 * through `generic`, which passes Dynamic words and converts with checks. */
typedef struct AbiSig {
    u32 id, count;
    const char *text;   /* "(i,r String)f" */
    u8 ret_rep;         /* Rep */
    AbiClass *ret_class; /* REF: checked on entry from generic code; NULL: any reference */
    const u8 *arg_reps;
    AbiClass *const *arg_classes;
    const u8 *optional; /* 1: may be left out (null) by a dynamic call */
    /* Calls code with arguments taken from words; NULL until the code generator made it (MoltVm hook). */
    Word (*unpack)(void *code, AbiObject *closure, const Word *args);
} AbiSig;

/* The slot of a function: what a call loads. Address fixed for the life of the process. */
typedef struct AbiSlot {
    void *_Atomic code;
    u32 function; /* FunctionId */
    u32 flags;
} AbiSlot;

/* A function value. Its code takes the closure itself as first argument, then the arguments by signature. */
typedef struct AbiClosure {
    AbiObject object;
    AbiSlot *slot;
    const AbiSig *sig;
    u32 count;    /* captures */
    u32 ref_bits; /* bit i: capture i is a ref or a word; captures past 31 are all scanned as if they were */
    u64 captures[]; /* 8 bytes each: cells, refs, words, or raw values of variables never written after capture */
} AbiClosure;

typedef struct AbiCell {
    AbiObject object;
    u64 value;
} AbiCell;

/* ---- Type tests ------------------------------------------------------------------------------------------------------------------------ */

/* What `is`, casts and catch clauses test a word against. A catch clause's type cell in the exception table is the address of one. */
typedef enum AbiTestKind { TEST_ANY, TEST_INT, TEST_FLOAT, TEST_BOOL, TEST_CLASS /* ancestors */, TEST_INTERFACE, TEST_FUNCTION, TEST_ANON,
    TEST_I64, TEST_VALUE_EXCEPTION /* haxe.ValueException in a catch: all that is no other haxe.Exception */ } AbiTestKind;
typedef struct AbiTest {
    AbiTestKind kind;
    bool of_value; /* in a catch: what a thrown haxe.ValueException holds is tested, and caught, in its place */
    AbiClass *cls; /* CLASS, INTERFACE, VALUE_EXCEPTION */
    const char *name; /* for messages */
} AbiTest;

/* ---- Threads --------------------------------------------------------------------------------------------------------------------------- */

/* Frames. Every function of generated code and of the runtime keeps a frame pointer: [rbp] is the caller's, [rbp + 8] the return
 * address. Stacks of stopped threads are walked by it, from the rbp that was saved on leaving the haxe state. */

typedef enum AbiThreadState {
    THREAD_HAXE,
    THREAD_NATIVE,
    THREAD_STOPPED,
    THREAD_CALLED /* stopped, and asked to do something as the stop's owner (rt_stop_lend) */
} AbiThreadState;

/* The part of a thread's record that generated code touches; it is thread-local storage (initial-exec) named molt_thread, read at a
 * constant offset from the thread pointer. A stop raises limit to UINTPTR_MAX and sets poll; others may write both. */
struct AbiThread {
    _Atomic uintptr_t limit; /* function entry: sp below it goes to molt_rt_entry_slow (stack overflow or stop) */
    _Atomic u32 poll;        /* back edges: non-zero goes to molt_rt_poll_slow */
    _Atomic u32 state;       /* AbiThreadState */
    u8 *alloc_cursor;        /* bump allocation: [cursor, alloc_limit) is zeroed */
    u8 *alloc_limit;
    MoltVm *vm;
    struct RtThread *rt;     /* all else: stack bounds, handles, exception in flight */
};
extern _Thread_local AbiThread molt_thread __attribute__((tls_model("initial-exec")));

/* ---- Runtime functions that generated code calls ------------------------------------------------------------------------------------------ */

/* RT(name, signature, effects): signature as "r(wi)", effects: letters of
 *   t may throw a Haxe exception   g may collect, stop or run Haxe code   p depends on its arguments only and changes nothing */
typedef struct AbiFunction {
    const char *name;
    const char *signature;
    const char *effects;
    void *address;
} AbiFunction;
/* Sorted by name; defined by runtime/. Natives of std/ are in it as well. */
extern const AbiFunction abi_functions[];
extern const u32 abi_function_count;
const AbiFunction *abi_function(const char *name); /* NULL if unknown */

/* ---- Exceptions --------------------------------------------------------------------------------------------------------------------------- */

/* An exception in flight: one a thread, part of its record. The type table of generated code (LSDA) holds addresses of AbiTest, a null
 * entry catches all; the personality asks molt_rt_test(word, test) in phase 1. A landing pad gets the address of this and fetches the
 * word with molt_rt_catch (molt_rt_catch_value where the test is of_value), which ends the flight. */
typedef struct AbiException {
    struct _Unwind_Exception unwind;
    Word word;
} AbiException;
#define ABI_EXCEPTION_CLASS 0x4d4f4c5448415845u /* "MOLTHAXE" */

/* ---- Transfer of running loops ------------------------------------------------------------------------------------------------------------ */

/* What molt_rt_poll_loop(site) returns when the frame that polls is to be replaced: the frame stores the loop's locals in scope into
 * `values` in the order of its MirLoop (8 bytes each, I32 and BOOL zero-extended) and tail-calls `entry` with its own prototype. A
 * thread's buffer; the collector scans `values` as ambiguous words until the entry has read them. */
typedef struct AbiTransfer {
    void *entry;
    u64 count; /* capacity of values */
    u64 values[];
} AbiTransfer;

/* ---- The machine -------------------------------------------------------------------------------------------------------------------------- */

/* Head of MoltVm: classes of the kinds that have but one. A cell of a ref or a word is of cell_ref, any other of cell_raw. */
typedef struct AbiVm {
    AbiClass *string_class, *array_class, *buffer_class, *closure_class, *cell_ref_class, *cell_raw_class, *i64_class;
    /* The write barrier: whoever stores a reference or a word into an object of the heap sets cards[address >> ABI_CARD_SHIFT] to 1, of the
     * place stored to or of the object's beginning (fields; late ones always), before its next safepoint. A new object needs none before
     * the next safepoint after its allocation. */
    u8 *cards;
} AbiVm;
#define ABI_CARD_SHIFT 7

/* ---- Layout ------------------------------------------------------------------------------------------------------------------------------ */

/* Offset of the next field of that representation in an object of `size` bytes so far (8 at the start: the header): naturally
 * aligned; *size grows. The instance size is the result rounded up to 8, at least 16. Fields of the superclass come first. */
static inline u32 abi_place_field(u32 *size, Rep rep) {
    u32 bytes = rep == REP_BOOL ? 1 : rep == REP_I32 ? 4 : 8;
    u32 offset = (*size + bytes - 1) & ~(bytes - 1);
    *size = offset + bytes;
    return offset;
}
static inline u32 abi_instance_size(u32 size) { return size < 16 ? 16 : (size + 7) & ~7u; }

#endif
