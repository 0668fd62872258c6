/* runtime: what compiled Haxe code stands on, and the heap that live updates work on.
 *
 * Machine and threads, the world stop that collector and commits share, the heap, classes with their reflection data, entry from C
 * into Haxe, exceptions, and the hooks through which the live engine takes part. Generated code calls the functions of
 * abi/runtime.def; this header is for C.
 *
 * Thread rules. A thread that touches the heap is attached. It is in one of three states: *haxe* (may hold and make objects, stops
 * only where it asks to), *native* (blocks or computes as it likes, touches no object) and *stopped*. Functions below want the haxe
 * state unless they say otherwise. Whatever allocates may collect, stop for others, or throw (out of memory).
 *
 * Exceptions. A function of the runtime throws only while it holds nothing that must be released (locks, malloc'd memory): the
 * unwinder passes through its frame without stopping. Where C must regain control, it enters Haxe through rt_call.
 */
#ifndef MOLT_RUNTIME_H
#define MOLT_RUNTIME_H

#include "../abi/abi.h"

#include <pthread.h>

typedef struct RtThread RtThread;
typedef struct RtTypeInfo RtTypeInfo;
typedef struct RtMethod RtMethod;

/* ---- The machine ------------------------------------------------------------------------------------------------------------------- */

/* A place of the source for a stack trace. The texts live as long as the machine. */
typedef struct RtPosition {
    const char *function; /* pack.Class.method */
    const char *file;
    u32 line;
} RtPosition;

typedef enum RtUncaught {
    RT_UNCAUGHT_END, /* as usual: unwound to the outermost entry, which returns RT_UNCAUGHT to its caller */
    RT_UNCAUGHT_LAND /* unwound to the entry that rt_land named, which returns RT_THROWN, or to the call that rt_guard_land named */
} RtUncaught;

/* Filled in by the live engine before the first thread runs Haxe code; any may be NULL. */
typedef struct RtHooks {
    void *context;
    /* A slot whose code is the lazy stub was called: its code. Called in the native state. NULL: cannot be had, *why says so (thrown). */
    void *(*compile)(void *context, AbiSlot *slot, const char **why);
    /* Positions of a return address, innermost inlined frame first: depth 0, 1, … until false. Any thread, any state. */
    bool (*position)(void *context, uintptr_t pc, u32 depth, RtPosition *position);
    /* A loop's back edge while poll or its version's stale byte is set, after the safepoint: where the frame is to go on
     * (rt_transfer_buffer, filled in but for the values), or NULL: as before. Haxe state. */
    AbiTransfer *(*poll_loop)(void *context, RtThread *thread, void *site, bool is_guarded /* a loop's guard has called the frame that polls */);
    /* A thread came by a safepoint while its poll flag was set by rt_request_poll; haxe state. */
    void (*poll)(void *context, RtThread *thread);
    /* Nothing is unwound yet, rt_exception_* tell about the exception, rt_signal whether it is a fatal signal; haxe state. */
    RtUncaught (*uncaught)(void *context, RtThread *thread);
    /* Makes sig->unpack. Native state. */
    void (*make_unpack)(void *context, AbiSig *sig);
    bool (*is_code)(void *context, uintptr_t pc); /* is it generated code? Any thread, in signal handlers too */
    /* Reflection asks for the members of a class for the first time: fills methods, statics, static_methods and the constructor of its
     * RtTypeInfo in and sets is_complete. Native state. */
    void (*complete_info)(void *context, AbiClass *cls);
    /* A class of the program that no code has named yet, by its path; NULL: there is none. Native state. */
    AbiClass *(*find_class)(void *context, const char *path);
    /* molt.Hot */
    i32 (*hot_version)(void *context);
    void (*hot_on_update)(void *context, AbiObject *closure);
    void (*hot_rollback)(void *context, i32 version); /* -1: the version before */
    /* Sys.exit, after output was flushed; NULL or returning: exit(code). */
    void (*exit)(void *context, int code);
} RtHooks;

/* A file that the program carries with it. */
typedef struct RtResource {
    const char *name;
    const u8 *bytes;
    size_t count;
} RtResource;

typedef struct RtOptions {
    u64 heap_limit;  /* bytes; 0: three quarters of the machine's memory */
    u32 gc_stress;   /* collect at every n-th slow allocation; 0: as MOLT_GC_STRESS says */
    bool verify;     /* verify the heap before and after each collection */
    int argc;        /* the program's own arguments, Sys.args */
    char **argv;
    const char *program_path;
    const RtResource *resources; /* live as long as the machine */
    u32 resource_count;
} RtOptions;

MoltVm *rt_vm_new(const RtOptions *options); /* never NULL; any thread */
void rt_vm_free(MoltVm *vm); /* no thread attached any more */
RtHooks *rt_hooks(MoltVm *vm);
const AbiVm *rt_builtins(MoltVm *vm);

/* ---- Threads and the world stop ------------------------------------------------------------------------------------------------------- */

/* Attaching makes the calling thread one of the machine's, in the haxe state; waits while the world is stopped. One machine a thread
 * at a time. Detaching: from the haxe state, no Haxe frame on the stack. */
RtThread *rt_attach(MoltVm *vm);
void rt_detach(RtThread *thread);
static inline RtThread *rt_self(void) { return molt_thread.rt; } /* NULL: not attached */
MoltVm *rt_vm(RtThread *thread);
u32 rt_thread_number(RtThread *thread); /* from 1, in order of attaching */

/* Around whatever blocks. Spills callee-saved registers and publishes the stack pointer; leaving waits while the world is stopped.
 * Not nested. errno is kept. */
static inline void rt_enter_native(void);
void rt_leave_native(void);
/* Stops here if somebody asked for it, and runs the poll hook if it is due. */
void rt_safepoint(void);

void rt_go_native(void); /* entry_x86_64.S */
#ifdef __SANITIZE_THREAD__
void __tsan_release(void *address); /* what the assembly's plain store means */
#endif
static inline void rt_enter_native(void) {
#ifdef __SANITIZE_THREAD__
    __tsan_release(&molt_thread.state);
#endif
    rt_go_native();
}

/* Stops all other attached threads; returns when they are. The caller is an attached thread in the haxe state, or not attached at all.
 * One stop at a time: a second requester waits (stopped, for a stop is under way). Not nested. */
void rt_stop_world(MoltVm *vm);
void rt_resume_world(MoltVm *vm);
bool rt_world_stopped(MoltVm *vm);

/* A copy of the process, by a thread that has stopped the world: fork with the machine's locks held, so that in the copy all of it can be used.
 * There the caller is the only thread and works as in rt_stop_lend (rt_is_alone); its heap may grow by `heap_bytes`. As fork. */
int rt_fork(MoltVm *vm, u64 heap_bytes);

/* Work that a stopped thread does while all others stay stopped: user code that belongs to a commit runs where the program expects it. The
 * thread is woken where it stands, is in the haxe state with the stop as its own (it may collect), and is stopped again. Meanwhile the
 * lender, an attached thread that stopped the world, is in the native state. One piece of work at a time. */
typedef enum RtLent { LENT_OFFERED, LENT_TAKEN, LENT_DONE } RtLent;
typedef struct RtWork {
    void (*work)(void *context); /* no exception leaves it */
    void *context;
    void (*done)(void *done_context); /* after it, on the same thread, in the stopped state: wakes the lender, who may have gone on */
    void *done_context;
    RtThread *thread, *lender;
    pthread_t lender_thread;
    _Atomic u32 state; /* RtLent */
} RtWork;
void rt_stop_lend(RtThread *thread, RtWork *work);   /* state OFFERED until the thread comes out of its system call, if it is in one */
bool rt_stop_withdraw(RtWork *work);                 /* true: it was not taken and will not be; the lender is in the haxe state again */
void rt_stop_return(RtWork *work);                   /* after DONE: the lender is in the haxe state again */
/* Makes the work end: at each of its safepoints this is thrown, a sleep ends. The text lives on. Any thread. */
void rt_interrupt(RtThread *thread, const char *why);
bool rt_interrupted(void);  /* is the calling thread to end what it does? Asked after a system call was interrupted */
bool rt_is_alone(void); /* does the calling thread do such work? */
/* Before waiting for what another thread must do: throws when the calling thread is alone, since it would wait for ever. (In a copy of the
 * process the attempt itself is noticed.) Haxe state. */
void rt_check_wait(const char *what);
/* Has the poll hook called on that thread at its next safepoint (NULL: every thread). Any thread, attached or not. */
void rt_request_poll(MoltVm *vm, RtThread *thread);
/* The thread's buffer with room for that many values; the collector scans it until its entry has fetched it. */
AbiTransfer *rt_transfer_buffer(RtThread *thread, u32 values);
void rt_each_thread(MoltVm *vm, void (*visit)(void *context, RtThread *thread), void *context); /* world stopped */
/* Calls visit with each return address on the stack of a stopped thread or the caller, innermost first, until false. */
void rt_walk_stack(RtThread *thread, bool (*visit)(void *context, uintptr_t pc, uintptr_t frame), void *context);
/* Everything on that thread's stack, saved registers included, that might be an address: for finding what old code is still in use. */
void rt_scan_stack_words(RtThread *thread, void (*visit)(void *context, uintptr_t word), void *context);

/* ---- Heap ------------------------------------------------------------------------------------------------------------------------------- */

AbiObject *rt_alloc(AbiClass *cls);                              /* fixed size kinds; zeroed */
AbiString *rt_alloc_string(i32 length, bool wide);               /* contents zeroed, to be filled before anybody else sees it */
AbiBuffer *rt_alloc_buffer(AbiElem elem, u64 bytes);
AbiArray *rt_alloc_array(AbiElem elem, i32 length);              /* of that length, zeroed */
AbiClosure *rt_alloc_closure(AbiSlot *slot, const AbiSig *sig, u32 count, u32 ref_bits);
AbiObject *rt_alloc_native(AbiClass *cls);                       /* KIND_NATIVE; will be finalised if its class says so */

typedef struct RtHeapStats {
    u64 used_bytes;      /* live at the end of the last collection */
    u64 allocated_bytes; /* since the machine was made (threads' open runs counted whole) */
    u64 committed_bytes; /* obtained from the system */
    u64 limit_bytes, late_bytes;
    u64 collections, full_collections, stopped_ns, longest_stop_ns;
} RtHeapStats;
void rt_heap_stats(MoltVm *vm, RtHeapStats *stats);
/* The write barrier of C code (abi.h, AbiVm.cards): references or words were stored into the object; at `where`, if it may be long. */
void rt_wrote(AbiObject *object);
void rt_wrote_at(AbiObject *object, const void *where);
void rt_wrote_range(AbiObject *object, const void *from, u64 bytes);
void rt_heap_after_fork(MoltVm *vm); /* in the child, which was forked while the world was stopped */
void rt_collect(MoltVm *vm); /* everything, now; by an attached thread */
/* The same with the world stopped already by the caller. */
void rt_collect_stopped(MoltVm *vm);
/* Every reachable instance of the class, subclasses included (NULL: every object). The world is stopped; collects first. The callback
 * allocates nothing. */
void rt_each_instance(MoltVm *vm, AbiClass *cls, void (*visit)(void *context, AbiObject *object), void *context);
/* Does anything that is alive, or a stack, refer to an object outside of the heap (an enum's constant)? Collects. World stopped. */
bool rt_is_mentioned(MoltVm *vm, const AbiObject *object);
/* false with a text if an invariant of the heap is broken; world stopped. */
bool rt_heap_verify(MoltVm *vm, Text *why);
u32 rt_object_size(const AbiObject *object); /* bytes, of any object */
/* The start of the object that the address points into, NULL if it is none of this heap's. World stopped. */
AbiObject *rt_object_at(MoltVm *vm, const void *address);
/* Address of late field `number` of the object: stable for the object's life, zeroed at first use. */
void *rt_late(AbiObject *object, u32 number);

/* Roots. Cells of a block of words (refs or Dynamic words) that live outside of the heap; fixed until removed. Any thread. */
void rt_roots_add(MoltVm *vm, void *words, size_t count);
void rt_roots_remove(MoltVm *vm, void *words);
/* Called during each collection, world stopped: calls rt_visit with what it holds. */
typedef struct RtMarker RtMarker;
void rt_visit(RtMarker *marker, Word word);              /* a ref or word */
void rt_visit_ambiguous(RtMarker *marker, u64 bits);     /* anything: kept if it points into an object */
void rt_visitor_add(MoltVm *vm, void (*visit)(void *context, RtMarker *marker), void *context);
void rt_visitor_remove(MoltVm *vm, void (*visit)(void *context, RtMarker *marker), void *context);
/* A static variable: 8 bytes for ever at one address, zeroed, a root when rep is REF or WORD. */
void *rt_static_new(MoltVm *vm, Rep rep);
/* Handle: keeps an object alive for C code. Any attached thread; NULL word allowed. */
typedef struct RtHandle {
    Word word;
    struct RtHandle *next, *prev;
} RtHandle;
RtHandle *rt_handle_new(MoltVm *vm, Word word);
void rt_handle_free(MoltVm *vm, RtHandle *handle);

/* ---- Strings and names -------------------------------------------------------------------------------------------------------------------- */

AbiString *rt_string(const char *utf8, size_t bytes); /* invalid sequences become U+FFFD */
AbiString *rt_string_lit(const char *utf8);
/* A structure without fields, and one more field of it (interned name). */
AbiObject *rt_anon_new(void);
void rt_anon_set(AbiObject *object, AbiString *name, Word value);
/* Immortal and interned: equal texts are one object. For string constants and field names. Any thread, attached or not. */
AbiString *rt_intern(MoltVm *vm, const char *utf8, size_t bytes);
/* Appends as UTF-8; unpaired surrogates become U+FFFD. No haxe state needed while the object is kept alive. */
void rt_string_utf8(const AbiString *string, Text *out);
static inline bool rt_string_wide(const AbiString *s) { return s->meta & ABI_STRING_WIDE; }
static inline u32 rt_string_unit(const AbiString *s, i32 i) { return rt_string_wide(s) ? ((const u16 *)(const void *)s->data)[i] : s->data[i]; }
/* As Std.string, into a text; what a toString throws is caught and shown as such. */
void rt_word_utf8(Word word, Text *out);

/* ---- Classes ---------------------------------------------------------------------------------------------------------------------------- */

typedef struct RtField {
    AbiString *name; /* interned */
    u8 rep;
    bool is_late;
    bool is_hidden;  /* removed from the program: storage only */
    u32 place;       /* offset in the object, or late number */
    const AbiTest *test; /* REF: what may be stored; NULL: any reference */
} RtField;

struct RtMethod {
    AbiString *name;
    AbiSlot *slot;       /* code takes the receiver first (statics: no receiver); NULL: called through `bound` */
    const AbiSig *sig;   /* without the receiver */
    AbiSlot *bound;      /* as a function value: code takes the closure first, receiver in captures[0] (statics: no captures) */
};

typedef struct RtStatic {
    AbiString *name;
    u8 rep;
    void *address;
    const AbiTest *test;
} RtStatic;

/* What reflection knows of a class, interface, enum or enum constructor; own members only. Replaced as a whole while the world is
 * stopped. Arrays belong to whoever made it. Methods, statics, static methods and the constructor are there when is_complete says so
 * (see RtHooks.complete_info); what printing needs is there always. */
struct RtTypeInfo {
    AbiString *name;     /* path; enum constructor: its name. Interned */
    AbiClass *cls;
    AbiClass *super;
    u32 interface_count, field_count, method_count, static_count, static_method_count, ctor_count;
    AbiClass **interfaces; /* all, those of superclasses and of interfaces included */
    RtField *fields;       /* enum constructor: its parameters in order */
    RtMethod *methods;
    RtStatic *statics;
    RtMethod *static_methods;
    AbiClass **ctors;      /* enums: by source order; each has tag and info */
    AbiClass *enum_class;  /* enum constructors: the enum */
    u32 index;             /* enum constructors: place in the source */
    AbiObject *singleton;  /* parameterless enum constructors: the one value, immortal (rt_enum_singleton) */
    AbiSlot *constructor;  /* code of pack.Class.new(this, …), inherited ones included; NULL */
    const AbiSig *constructor_sig; /* without the receiver */
    RtMethod *to_string;   /* toString():String, inherited included; NULL */
    void (*finalise)(AbiObject *object); /* see RtClassSpec */
    AbiString *metadata;   /* JSON, see haxe.rtti.Meta; NULL: none. Interned, there when is_complete says so */
    bool removed;          /* not found by name any more */
    bool is_complete;      /* stored last, with release order */
};

typedef struct RtClassSpec {
    AbiString *name;      /* interned */
    AbiKind kind;
    u8 flags;             /* ABI_CLASS_… */
    AbiClass *super;      /* or the enum of an enum constructor */
    u32 size;             /* of an instance */
    const u64 *ref_map;   /* (size/8 + 63)/64 words, copied; NULL: no refs */
    u32 vtable_capacity;
    u32 tag;
    /* KIND_NATIVE: releases what an instance owns outside of the heap, when it is found dead or the machine ends. The world may be
     * stopped; it allocates nothing, runs no Haxe code, and looks at no other object. NULL: nothing to release. */
    void (*finalise)(AbiObject *object);
} RtClassSpec;
/* A new class with empty vtable and interface table and an empty RtTypeInfo, registered under its name (interned kinds KIND_INSTANCE
 * and enums; a later class of the same name takes the name over). Lives as long as the machine. Any thread. */
AbiClass *rt_class_new(MoltVm *vm, const RtClassSpec *spec);
AbiClass *rt_class_by_name(MoltVm *vm, const char *path); /* NULL; also "String", "Array", "Int", … (core types as values) */
AbiClass *rt_class_by_id(MoltVm *vm, u32 id);
u32 rt_class_count(MoltVm *vm);
/* The one value of a parameterless enum constructor. Made at the first call; any thread. */
AbiObject *rt_enum_singleton(MoltVm *vm, AbiClass *ctor);
/* New ancestry, vtable capacity being kept; world stopped or class not yet in use. ancestors: depth + 1 entries, copied. */
void rt_class_set_super(AbiClass *cls, AbiClass *super);
/* Interface table from `count` entries, copied; the old one stays valid until rt_class_reclaim. World stopped or class not yet in use. */
void rt_class_set_itab(AbiClass *cls, const AbiItabEntry *entries, u32 count);
/* Signatures, interned by text. classes[i] belong to 'r' arguments; NULL: any reference. Any thread. */
const AbiSig *rt_sig(MoltVm *vm, const char *text, u32 count, const u8 *arg_reps, AbiClass *const *arg_classes, const u8 *optional,
                     u8 ret_rep, AbiClass *ret_class);
bool rt_test(Word word, const AbiTest *test); /* null passes TEST_ANY alone */
bool rt_is_exception(MoltVm *vm, Word word); /* a haxe.Exception */
Word rt_thrown_value(MoltVm *vm, Word word);  /* what a haxe.ValueException holds, else the word itself */

/* ---- Calling Haxe ------------------------------------------------------------------------------------------------------------------------ */

typedef enum RtStatus {
    RT_OK,
    RT_THROWN,  /* an exception came out: rt_exception_word */
    RT_UNCAUGHT /* nobody would have caught it: reported already, unwound */
} RtStatus;

typedef enum RtEntryKind {
    RT_ENTRY_CATCH,  /* C handles it */
    RT_ENTRY_PASS,   /* C cleans up and passes it on with rt_rethrow: handlers further out count when it is thrown */
    RT_ENTRY_OUTMOST /* start of a thread: what arrives here is uncaught */
} RtEntryKind;

/* Calls compiled code `Void -> Void` (arguments: up to 6 integer words, in the integer registers; result: rax). */
RtStatus rt_call(RtEntryKind kind, void *code, const u64 *args, u32 count, u64 *result);
/* Calls a function value with words; converts by its signature; missing optional arguments are null. */
RtStatus rt_call_closure(RtEntryKind kind, AbiObject *closure, const Word *args, u32 count, Word *result);
/* What a program waits for when its main has returned: the events of its main thread. */
RtStatus rt_call_at_end(MoltVm *vm);
/* After RT_THROWN of an RT_ENTRY_PASS entry: goes on to the handler. */
NORETURN void rt_rethrow(void);

/* For the uncaught hook: the exception is to end at the entry `depth` (0: innermost) of the thread. false: there is none. */
bool rt_land(RtThread *thread, u32 depth);

/* Throws out of C. */
NORETURN void rt_throw(Word word);
NORETURN void rt_throw_text(const char *format, ...) PRINTF_LIKE(1, 2);

Word rt_exception_word(RtThread *thread); /* the last one that was thrown on this thread */
/* Trace of the last throw: return addresses, innermost first; *count of them. Frames of C are among them (hooks.is_code tells). */
const uintptr_t *rt_exception_trace(RtThread *thread, u32 *count);
/* "MESSAGE\nCalled from …\n" of the exception in flight as contract section 1 wants it, without "Uncaught exception ". */
void rt_exception_text(RtThread *thread, Text *out);
void rt_trace_text(MoltVm *vm, const uintptr_t *trace, u32 count, Text *out);

/* Signals: handlers for SIGSEGV, SIGBUS, SIGFPE, SIGILL on an alternate stack; process-wide, reference-counted, chained. */
void rt_signals_install(void);
void rt_signals_remove(void);

/* Flushes what Sys.print wrote and buffered (nothing is held back at present); any state. */
void rt_flush(void);

/* ---- Code on probation (guard.c) ----------------------------------------------------------------------------------------------------------- */

/* Stands in front of code that may have to be taken back. The outermost call of a thread through a guard keeps what it was called with, so that
 * it can be made again; where a loop goes on in such code, the values that it takes along are kept, anew at each turn. A stub loads its address
 * into r11 and jumps to rt_guard_entry. Offsets are known to entry_x86_64.S. */
typedef struct RtGuard {
    void *_Atomic target;  /* 0: the code */
    AbiSlot *slot;         /* 8: functions: what is called again */
    u32 stack_words;       /* 16: arguments that are passed on the stack */
    u32 is_loop;           /* 20 */
    void *site;            /* loops: where the values that are kept come from */
    u32 values;            /* loops: how many */
} RtGuard;
typedef struct RtGuarded RtGuarded;
extern void rt_guard_entry(void);
RtGuard *rt_guarded(RtThread *thread);         /* that of the thread's outermost call into code on probation; NULL: there is none */
void rt_guards_forget(MoltVm *vm);             /* calls that are under way stand for nothing any more; world stopped */
/* For the uncaught hook. The exception is to end at that call, also if it stands for nothing any more by then; it is made again; loops: at
 * `entry`, with the values that were kept. release: it is not. */
RtGuard *rt_guard_hold(RtThread *thread); /* as rt_guarded */
/* Loops: instead of the values of the last turn those of the first one in code on probation; the guard through which it came, NULL: it is the
 * same. */
RtGuard *rt_guard_first_turn(RtThread *thread);
void rt_guard_land(RtThread *thread, void *entry);
void rt_guard_release(RtThread *thread);
int rt_signal(RtThread *thread); /* while the uncaught hook runs: the fatal signal that stands for an exception; 0: there is none */
bool rt_is_landing(void); /* no handler takes the exception on its way: it ends where the hook said */

/* ---- For the lazy stub -------------------------------------------------------------------------------------------------------------------- */

/* Where a stub jumps with the address of its slot in r11 and everything else as the caller left it: asks hooks->compile and continues
 * in the code that it got. */
extern void rt_lazy_entry(void);

#endif
