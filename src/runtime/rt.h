/* rt: what the files of runtime/ share and nobody else sees: the machine, a thread's record, entries from C. */
#ifndef MOLT_RT_H
#define MOLT_RT_H

/* Stacks are walked by frame pointers (abi.h). */
#pragma GCC optimize("no-omit-frame-pointer")

#include "heap.h"
#include "runtime.h"

#include <pthread.h>
#include <stdatomic.h>

/* ---- Threads --------------------------------------------------------------------------------------------------------------------- */

#define SAVED_REGISTERS 6 /* rbx, rbp, r12 … r15 */

/* An activation of Haxe code from C; a chain a thread, innermost first. Offsets are known to entry_x86_64.S. */
typedef struct RtEntry {
    double float_result;   /* 0: xmm0 on return */
    uintptr_t frame;       /* 8: rbp of rt_enter's frame */
    struct RtEntry *outer;
    RtEntryKind kind;
} RtEntry;

#define TRACE_CAPACITY 512 /* frames of an exception that are kept; of a deeper stack the innermost */

struct RtThread {
    u64 saved[SAVED_REGISTERS]; /* 0: callee-saved registers at the time of leaving the haxe state; entry_x86_64.S */
    uintptr_t sp;               /* 48: stack pointer then: what lies below is not scanned */
    RtGuarded *guarded;         /* 56: its outermost call into code on probation (guard.c); NULL: none */
    AbiThread *abi;
    MoltVm *vm;
    RtThread *next;
    u32 number;
    u32 stopped_from; /* AbiThreadState to go back to */
    uintptr_t stack_low, stack_high, normal_limit;
    RtEntry *entry;
    RtEntry *landing; /* where an uncaught exception is to end; NULL: nowhere yet */
    HeapCursor heap;
    AbiException exception;
    uintptr_t trace[TRACE_CAPACITY];
    u32 trace_count;
    bool in_overflow; /* the reserve below normal_limit is in use: the next overflow is fatal */
    bool out_of_memory;
    u32 string_depth; /* nesting of toString through C */
    u64 random[2];
    void *signal_stack;
    AbiTransfer *transfer;
    VEC(u64) kept;           /* values of the loop that `guarded` stands for, at the beginning of its turn */
    int signal;              /* a fatal one that is being treated as an exception */
    VEC(u64) first;          /* the same at the first of those turns, and the guard through which it came */
    RtGuard *first_guard;
    RtGuarded *landing_at;   /* where the exception on its way ends to make a call again; NULL: as `landing` says */
    bool transfer_pending; /* filled in and not fetched yet: its values are roots */
    Word caught;           /* the last one that was caught: throwing it again keeps the trace */
    Word self;             /* what the library keeps for the thread */
    bool reported;         /* the exception on its way to `landing` has been reported as uncaught */
    pthread_t pthread;
    RtWork *_Atomic called;          /* work that it is to do while it is stopped */
    bool alone;                      /* does it */
    const char *_Atomic interrupt;   /* what its safepoints throw until it is done */
};

/* What a call into code on probation was made with. Its frame is that of rt_guard_entry; offsets are known to entry_x86_64.S. */
struct RtGuarded {
    RtGuard *guard;        /* 0 */
    u64 integers[6];       /* 8 */
    double floats[8];      /* 56 */
    RtEntry *entry;        /* 120: of the thread, then */
    void *again;           /* where it goes on after a rollback; NULL: what the slot holds */
    u64 saved[5];          /* 136: r12 to r15 */
};

#define POLL_STOP 1u
#define POLL_HOOK 2u
#define STACK_RESERVE (192 * 1024) /* kept free for the runtime's own C below a Haxe function's limit */

/* ---- Machine --------------------------------------------------------------------------------------------------------------------- */

typedef struct RootBlock {
    Word *words;
    size_t count;
} RootBlock;
typedef struct RootVisitor {
    void (*visit)(void *context, RtMarker *marker);
    void *context;
} RootVisitor;

#define STATICS_CHUNK 512
typedef struct StaticsChunk {
    struct StaticsChunk *next;
    u32 used;
    u64 is_ref[STATICS_CHUNK / 64];
    u64 values[STATICS_CHUNK];
} StaticsChunk;

/* Immortal interned strings: open addressing by hash; guarded by names_lock, read without it by whoever runs stopped. */
typedef struct NameTable {
    AbiString **places;
    u32 count, mask;
} NameTable;

struct MoltVm {
    AbiVm head;
    RtHooks hooks;
    RtOptions options;
    /* Threads. `threads_lock` guards the list and is held during a stop; `stop_lock` decides who stops. */
    pthread_mutex_t threads_lock, stop_lock;
    RtThread *threads;
    u32 thread_numbers;
    _Atomic u32 stop_requested;
    _Atomic u32 stopped;
    bool is_copy; /* of the process, made by rt_fork */
    RtThread *stopper; /* NULL: not an attached thread */
    pthread_t stop_thread;
    Heap heap;
    /* Roots, guarded by roots_lock. */
    pthread_mutex_t roots_lock;
    VEC(RootBlock) roots;
    VEC(RootVisitor) visitors;
    StaticsChunk *statics;
    RtHandle handles; /* ring */
    RtHandle *at_end; /* a function to call when main has returned; NULL: none so far */
    /* Names, classes, signatures; guarded by names_lock. */
    pthread_mutex_t names_lock;
    NameTable names;
    Arena *arena; /* reflection data, signatures */
    struct LowMemory *low; /* what generated code refers to: classes, static variables, strings, signatures */
    VEC(AbiClass *) classes;
    Map class_by_name; /* interned AbiString -> AbiClass */
    Map sig_by_text;   /* interned AbiString -> AbiSig */
    u32 sig_count;
    struct CoreClasses *core;
    struct AnonTable *anon;
    AbiClass *_Atomic exception_class; /* haxe.Exception; NULL until the program has it */
    AbiClass *_Atomic value_exception_class; /* haxe.ValueException */
    AbiString *name_exception, *name_native; /* "haxe.Exception", and its field that holds what was thrown */
    AbiString *name_value_exception, *name_value; /* "haxe.ValueException", and its field that holds the value */
    AbiString *name_to_string, *empty_string, *text_out_of_memory, *text_overflow, *text_null_access;
    AbiString *one_char[256]; /* strings of one Latin-1 character */
};

/* Classes of the runtime itself and the core types as values. */
typedef struct CoreClasses {
    AbiClass *class_, *int_, *float_, *bool_, *dynamic, *enum_, *void_, *class_class;
} CoreClasses;

/* ---- Between the files -------------------------------------------------------------------------------------------------------------- */

/* entry_x86_64.S */
typedef struct EnterResult {
    u64 value, thrown;
} EnterResult;
EnterResult rt_enter(void *code, const u64 args[6], RtEntry *entry);
extern char rt_enter_landing[];
uintptr_t rt_spill(u64 saved[SAVED_REGISTERS]); /* stores callee-saved registers, returns the stack pointer */

void rt_names_init(MoltVm *vm);
void rt_names_free(MoltVm *vm);
void rt_core_init(MoltVm *vm);
void rt_anon_init(MoltVm *vm);
void rt_anon_free(MoltVm *vm);
AbiString *rt_name_find(MoltVm *vm, const AbiString *text); /* interned equal, NULL if there is none */
AbiString *rt_name_of(MoltVm *vm, const AbiString *text);   /* interned equal, made if need be */

i32 rt_utf8_measure(const char *utf8, size_t bytes, bool *wide); /* units of the decoded text */
void rt_utf8_decode(const char *utf8, size_t bytes, AbiString *into); /* into->length units; writes the final zero */

static inline MoltVm *rt_this_vm(void) { return molt_thread.vm; }
u32 rt_own_trace(uintptr_t *pcs, u32 capacity); /* of the calling thread, innermost first, Haxe frames alone */
Word rt_call_varargs(AbiClosure *closure, i32 count, const Word *args);
bool rt_stopped_by_me(MoltVm *vm); /* the world is stopped by the calling thread */
void rt_lower_limit(RtThread *thread); /* to what its poll flags say */
void rt_wake_state(AbiThread *abi);    /* whoever sleeps on the thread's state */
void rt_note_trace(RtThread *thread); /* of the calling thread, as that of an exception that is thrown here */
NORETURN void rt_guard_jump(RtGuarded *record);
extern char rt_guard_landing[], rt_guard_return[];
void rt_do_called(RtThread *thread);   /* its state was taken from CALLED to HAXE by itself: does the work, is STOPPED again */
void rt_signal_stack_add(RtThread *thread);
void rt_signal_stack_remove(RtThread *thread);
NORETURN void rt_throw_null(void);
NORETURN void rt_throw_out_of_memory(MoltVm *vm);

static inline AbiObject *word_ref(Word word) { return (AbiObject *)(uintptr_t)word; }
static inline bool is_kind(Word word, AbiKind kind) { return word_is_ref(word) && word_ref(word)->cls->kind == kind; }
static inline AbiString *word_string(Word word) { return is_kind(word, KIND_STRING) ? (AbiString *)word_ref(word) : NULL; }
static inline void *non_null(void *object) {
    if (!object) rt_throw_null();
    return object;
}

#endif
