/* harness: a runtime and an environment small enough to test the code generator alone.
 *
 * Included by each test program. Objects live as long as the world; exceptions are real (the unwinder, Molt's personality).
 * Names mean what the tests declare with define_class, define_field, …; functions and statics come into being when they are named.
 */
#ifndef MOLT_TESTS_CODEGEN_HARNESS_H
#define MOLT_TESTS_CODEGEN_HARNESS_H

#include <math.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../src/codegen/codegen.h"

#pragma GCC diagnostic ignored "-Wunused-function" /* no test needs all of it */

/* ---- A runtime -------------------------------------------------------------------------------------------------------------------------- */

_Thread_local AbiThread molt_thread __attribute__((tls_model("initial-exec")));
static _Thread_local AbiException exception_in_flight;
static _Thread_local uintptr_t trace[64];
static _Thread_local u32 trace_count;
static AbiClass array_class = {.kind = KIND_ARRAY}, closure_class = {.kind = KIND_CLOSURE}, cell_ref_class = {.kind = KIND_CELL, .size = 16};
static AbiClass cell_raw_class = {.kind = KIND_CELL, .size = 16}, i64_class = {.kind = KIND_I64, .size = 16}, string_class = {.kind = KIND_STRING};
static const AbiVm test_vm = {.array_class = &array_class, .closure_class = &closure_class, .cell_ref_class = &cell_ref_class,
                              .cell_raw_class = &cell_raw_class, .i64_class = &i64_class, .string_class = &string_class};
static u32 slow_entries, slow_polls, slow_allocs, slow_arrays, generic_calls;

static _Unwind_Reason_Code add_frame(struct _Unwind_Context *context, void *unused) {
    (void)unused;
    uintptr_t pc = _Unwind_GetIP(context);
    CodePlace place;
    if (trace_count < LEN(trace) && codegen_lookup_pc(pc - 1, &place)) trace[trace_count++] = pc;
    return _URC_NO_REASON;
}

NORETURN void molt_rt_throw(Word word);
void molt_rt_throw(Word word) {
    trace_count = 0;
    _Unwind_Backtrace(add_frame, NULL);
    exception_in_flight.word = word;
    exception_in_flight.unwind.exception_class = ABI_EXCEPTION_CLASS;
    _Unwind_RaiseException(&exception_in_flight.unwind);
    FATAL("uncaught exception %llx", (unsigned long long)word);
}
/* Errors of the runtime are Int words of their own. */
enum { ERROR_NULL = 1001, ERROR_CAST, ERROR_ZERO, ERROR_BOUNDS, ERROR_STACK, ERROR_MISSING };
static void throw_error(i32 error) { molt_rt_throw(word_of_int(error)); }
static Word rt_catch(AbiException *exception) { return exception->word; }
static void throw_null(void) { throw_error(ERROR_NULL); }
static void throw_zero(void) { throw_error(ERROR_ZERO); }
static void throw_missing(const char *what) { (void)what; throw_error(ERROR_MISSING); }
static void throw_cast(Word word, const AbiTest *test) { (void)word, (void)test; throw_error(ERROR_CAST); }

static bool class_is(const AbiClass *cls, const AbiClass *wanted) {
    return cls->ancestors && cls->depth >= wanted->depth && cls->ancestors[wanted->depth] == wanted;
}
bool rt_is_landing(void);
bool rt_is_landing(void) { return false; }
bool molt_rt_test(Word word, const AbiTest *test);
bool molt_rt_test(Word word, const AbiTest *test) {
    switch (test->kind) {
    case TEST_ANY: return true;
    case TEST_INT: return word_is_int(word);
    case TEST_FLOAT: return word_is_int(word) || word_is_double(word);
    case TEST_BOOL: return word_is_bool(word);
    case TEST_CLASS: return word_is_ref(word) && class_is(((AbiObject *)word)->cls, test->cls);
    case TEST_INTERFACE: case TEST_FUNCTION: case TEST_ANON: case TEST_I64: case TEST_VALUE_EXCEPTION: break;
    }
    return false;
}
static AbiObject *check_ref(AbiObject *object, const AbiTest *test) {
    if (object && !molt_rt_test(word_of_ref(object), test)) throw_error(ERROR_CAST);
    return object;
}
static AbiObject *unbox_ref(Word word, const AbiTest *test) {
    if (word && (!word_is_ref(word) || !molt_rt_test(word, test))) throw_error(ERROR_CAST);
    return (AbiObject *)word;
}
static i32 unbox_int(Word word) {
    if (word == WORD_NULL) return 0;
    if (word_is_double(word) && word_double(word) == floor(word_double(word))) return (i32)word_double(word);
    if (!word_is_int(word)) throw_error(ERROR_CAST);
    return word_int(word);
}
static double unbox_float(Word word) {
    if (word == WORD_NULL) return 0;
    if (word_is_int(word)) return word_int(word);
    if (!word_is_double(word)) throw_error(ERROR_CAST);
    return word_double(word);
}
static bool unbox_bool(Word word) {
    if (word != WORD_NULL && !word_is_bool(word)) throw_error(ERROR_CAST);
    return word == WORD_TRUE;
}

static Arena *heap;
static AbiObject *rt_alloc(AbiClass *cls) {
    AbiObject *object = arena_alloc(heap, MAX(cls->size, 16));
    object->cls = cls;
    slow_allocs++;
    return object;
}
static AbiObject *box_i64(i64 value) {
    AbiCell *cell = (AbiCell *)rt_alloc(&i64_class);
    cell->value = (u64)value;
    return &cell->object;
}
static i64 unbox_i64(Word word) {
    if (word_is_int(word)) return word_int(word);
    if (!word_is_ref(word)) throw_error(ERROR_CAST);
    return (i64)((AbiCell *)word)->value;
}
static AbiObject *alloc_closure(AbiSlot *slot, const AbiSig *sig, i32 count, i32 ref_bits) {
    AbiClosure *closure = arena_alloc(heap, sizeof *closure + 8 * (size_t)count);
    *closure = (AbiClosure){{&closure_class}, slot, sig, (u32)count, (u32)ref_bits};
    return &closure->object;
}
static Word call_generic(AbiClosure *closure, i32 count, const Word *words) {
    Word args[16] = {0};
    generic_calls++;
    memcpy(args, words, (size_t)count * sizeof *args);
    return closure->sig->unpack(closure->slot->code, &closure->object, args);
}

/* Arrays: elements by kind; only what the slow paths need. */
static const u32 elem_bytes[ELEM_COUNT] = {4, 8, 1, 8};
static AbiObject *alloc_array(i32 elem, i32 length) {
    AbiArray *array = NEW(heap, AbiArray);
    array->object.cls = &array_class;
    array->elem = (u8)elem;
    array->capacity = length;
    array->data = length ? arena_alloc(heap, (size_t)length * elem_bytes[elem]) : NULL;
    return &array->object;
}
static Word array_load(const AbiArray *array, i32 index) {
    if (index < 0 || index >= array->length) return WORD_NULL;
    switch ((AbiElem)array->elem) {
    case ELEM_I32: return word_of_int(((i32 *)array->data)[index]);
    case ELEM_F64: return word_of_double(((double *)array->data)[index]);
    case ELEM_BOOL: return word_of_bool(((u8 *)array->data)[index]);
    case ELEM_WORD: return ((Word *)array->data)[index];
    case ELEM_COUNT: break;
    }
    return WORD_NULL;
}
static void array_store(AbiArray *array, i32 index, Word word) {
    slow_arrays++;
    if (index < 0) throw_error(ERROR_BOUNDS);
    if (index >= array->capacity) {
        i32 capacity = MAX(index + 1, array->capacity * 2);
        u32 bytes = elem_bytes[array->elem];
        void *longer = arena_alloc(heap, (size_t)capacity * bytes);
        if (array->data) memcpy(longer, array->data, (size_t)array->capacity * bytes);
        array->data = longer;
        array->capacity = capacity;
    }
    array->length = MAX(array->length, index + 1);
    switch ((AbiElem)array->elem) {
    case ELEM_I32: ((i32 *)array->data)[index] = unbox_int(word); break;
    case ELEM_F64: ((double *)array->data)[index] = unbox_float(word); break;
    case ELEM_BOOL: ((u8 *)array->data)[index] = unbox_bool(word); break;
    case ELEM_WORD: ((Word *)array->data)[index] = word; break;
    case ELEM_COUNT: break;
    }
}
static Word slow_load(const AbiArray *array, i32 index) { slow_arrays++; return array_load(array, index); }
static i32 array_get_i(AbiArray *a, i32 i) { return unbox_int(slow_load(a, i)); }
static double array_get_f(AbiArray *a, i32 i) { return unbox_float(slow_load(a, i)); }
static bool array_get_b(AbiArray *a, i32 i) { return unbox_bool(slow_load(a, i)); }
static Word array_get_w(AbiArray *a, i32 i) { return slow_load(a, i); }
static void array_set_i(AbiArray *a, i32 i, i32 v) { array_store(a, i, word_of_int(v)); }
static void array_set_f(AbiArray *a, i32 i, double v) { array_store(a, i, word_of_double(v)); }
static void array_set_b(AbiArray *a, i32 i, bool v) { array_store(a, i, word_of_bool(v)); }
static void array_set_w(AbiArray *a, i32 i, Word v) { array_store(a, i, v); }
static i32 array_push_i(AbiArray *a, i32 v) { array_set_i(a, a->length, v); return a->length; }
static i32 array_push_f(AbiArray *a, double v) { array_set_f(a, a->length, v); return a->length; }
static i32 array_push_b(AbiArray *a, bool v) { array_set_b(a, a->length, v); return a->length; }
static i32 array_push_w(AbiArray *a, Word v) { array_set_w(a, a->length, v); return a->length; }

static void *itab_find(AbiObject *object, u64 selector) {
    AbiClass *cls = object->cls;
    for (u64 k = selector;; k++) {
        AbiItabEntry *entry = &cls->itab[k & cls->itab_mask];
        if (entry->selector == selector) return entry->code;
        if (!entry->selector) return NULL;
    }
}
static u64 late_values[16];
static void *late(AbiObject *object, i32 number) { (void)object; return &late_values[number]; }

static _Thread_local uintptr_t real_limit;
void molt_rt_entry_slow(void);
void molt_rt_entry_slow(void) {
    slow_entries++;
    if ((uintptr_t)__builtin_frame_address(0) < real_limit) throw_error(ERROR_STACK);
}
static void (*on_poll)(void);
static void poll_slow(void) {
    slow_polls++;
    if (on_poll) on_poll();
}
static AbiTransfer *(*on_poll_loop)(void *site);
static AbiTransfer *transfer_buffer;
static AbiTransfer *poll_loop(void *site) {
    slow_polls++;
    return on_poll_loop ? on_poll_loop(site) : NULL;
}
static AbiTransfer *take_transfer(void) { return transfer_buffer; }

/* What test programs call to be seen: appends to `seen`. */
static i64 seen[256];
static u32 seen_count;
static void see_int(i32 value) { seen[seen_count++ % LEN(seen)] = value; }
static i32 sum_words(i32 count, const Word *words) {
    i32 sum = 0;
    for (i32 k = 0; k < count; k++) sum += word_int(words[k]);
    return sum;
}
static bool is_odd(i32 value) { return value & 1; }
static double float_abs(double x) { return fabs(x); }
static i32 mixed(bool a, i32 b, double c, Word d, bool e) { return (a ? 1000 : 0) + b + (i32)c + word_int(d) + (e ? 5000 : 0); }

#define FUNCTION(name, signature, effects, code) {name, signature, effects, (void *)(uintptr_t)(code)}
const AbiFunction abi_functions[] = {
    FUNCTION("molt_array_get_b", "b(ri)", "tg", array_get_b), FUNCTION("molt_array_get_f", "f(ri)", "tg", array_get_f),
    FUNCTION("molt_array_get_i", "i(ri)", "tg", array_get_i), FUNCTION("molt_array_get_w", "w(ri)", "tg", array_get_w),
    FUNCTION("molt_array_push_b", "i(rb)", "tg", array_push_b), FUNCTION("molt_array_push_f", "i(rf)", "tg", array_push_f),
    FUNCTION("molt_array_push_i", "i(ri)", "tg", array_push_i), FUNCTION("molt_array_push_w", "i(rw)", "tg", array_push_w),
    FUNCTION("molt_array_set_b", "v(rib)", "tg", array_set_b), FUNCTION("molt_array_set_f", "v(rif)", "tg", array_set_f),
    FUNCTION("molt_array_set_i", "v(rii)", "tg", array_set_i), FUNCTION("molt_array_set_w", "v(riw)", "tg", array_set_w),
    FUNCTION("molt_math_abs", "f(f)", "p", float_abs), FUNCTION("molt_math_sqrt", "f(f)", "p", sqrt),
    FUNCTION("molt_rt_alloc", "r(p)", "tg", rt_alloc), FUNCTION("molt_rt_alloc_array", "r(ii)", "tg", alloc_array),
    FUNCTION("molt_rt_alloc_closure", "r(ppii)", "tg", alloc_closure), FUNCTION("molt_rt_box_i64", "r(l)", "tg", box_i64),
    FUNCTION("molt_rt_call_generic", "w(rip)", "tg", call_generic), FUNCTION("molt_rt_catch", "w(p)", "", rt_catch),
    FUNCTION("molt_rt_check_ref", "r(rp)", "t", check_ref), FUNCTION("molt_rt_itab_find", "p(rl)", "", itab_find),
    FUNCTION("molt_rt_late", "p(ri)", "", late), FUNCTION("molt_rt_poll_loop", "p(p)", "tg", poll_loop),
    FUNCTION("molt_rt_poll_slow", "v()", "tg", poll_slow), FUNCTION("molt_rt_test", "b(wp)", "", molt_rt_test),
    FUNCTION("molt_rt_throw", "v(w)", "tg", molt_rt_throw), FUNCTION("molt_rt_throw_cast", "v(wp)", "tg", throw_cast),
    FUNCTION("molt_rt_throw_missing", "v(p)", "tg", throw_missing),
    FUNCTION("molt_rt_throw_null", "v()", "tg", throw_null), FUNCTION("molt_rt_throw_zero", "v()", "tg", throw_zero),
    FUNCTION("molt_rt_transfer", "p()", "", take_transfer), FUNCTION("molt_rt_unbox_bool", "b(w)", "tg", unbox_bool),
    FUNCTION("molt_rt_unbox_float", "f(w)", "tg", unbox_float), FUNCTION("molt_rt_unbox_i64", "l(w)", "tg", unbox_i64),
    FUNCTION("molt_rt_unbox_int", "i(w)", "tg", unbox_int), FUNCTION("molt_rt_unbox_ref", "r(wp)", "tg", unbox_ref),
    FUNCTION("test_is_odd", "b(i)", "", is_odd), FUNCTION("test_mixed", "i(bifwb)", "", mixed), FUNCTION("test_see", "v(i)", "", see_int),
    FUNCTION("test_sum", "i(ip)", "tg", sum_words),
};
const u32 abi_function_count = LEN(abi_functions);

/* ---- What names mean ------------------------------------------------------------------------------------------------------------------------- */

typedef struct World {
    Names *names;
    LowMemory *low;
    CodeStubs *stubs;
    Map slots, classes, fields, statics, virtuals, selectors, ctors, tests, sigs, strings, function_sigs, stale, sites;
    CodegenEnv env;
    Codegen *codegen;
    DebugFlags flags;
    bool use_stale, use_sites;
    u64 next_selector;
    VEC(CodeModule *) modules;
    VEC(MirUnit *) units;
} World;

static Name key_of(World *w, Name owner, Name member) { return name_printf(w->names, "%s::%s", owner->text, member->text); }
static void *low_copy(World *w, const void *data, size_t bytes) {
    void *at = low_alloc(w->low, bytes);
    memcpy(at, data, bytes);
    return at;
}

static void missing_function(void *what) { (void)what; throw_error(ERROR_MISSING); }
extern void test_lazy_entry(void);
static void *(*on_lazy)(AbiSlot *slot);
__attribute__((used)) void *test_lazy_compile(AbiSlot *slot);
void *test_lazy_compile(AbiSlot *slot) { return on_lazy(slot); }
__asm__(".text\n.globl test_lazy_entry\ntest_lazy_entry:\n.cfi_startproc\n"
        "push %rbp\n.cfi_def_cfa_offset 16\n.cfi_offset %rbp, -16\nmov %rsp, %rbp\n.cfi_def_cfa_register %rbp\n"
        "push %rdi\npush %rsi\npush %rdx\npush %rcx\npush %r8\npush %r9\nsub $64, %rsp\n"
        "movsd %xmm0, 0(%rsp)\nmovsd %xmm1, 8(%rsp)\nmovsd %xmm2, 16(%rsp)\nmovsd %xmm3, 24(%rsp)\n"
        "movsd %xmm4, 32(%rsp)\nmovsd %xmm5, 40(%rsp)\nmovsd %xmm6, 48(%rsp)\nmovsd %xmm7, 56(%rsp)\n"
        "mov %r11, %rdi\ncall test_lazy_compile\nmov %rax, %r11\n"
        "movsd 0(%rsp), %xmm0\nmovsd 8(%rsp), %xmm1\nmovsd 16(%rsp), %xmm2\nmovsd 24(%rsp), %xmm3\n"
        "movsd 32(%rsp), %xmm4\nmovsd 40(%rsp), %xmm5\nmovsd 48(%rsp), %xmm6\nmovsd 56(%rsp), %xmm7\n"
        "add $64, %rsp\npop %r9\npop %r8\npop %rcx\npop %rdx\npop %rsi\npop %rdi\npop %rbp\n.cfi_def_cfa %rsp, 8\njmp *%r11\n.cfi_endproc\n");

static AbiSlot *env_slot(void *ctx, Name name) {
    World *w = ctx;
    AbiSlot *slot = map_get_name(&w->slots, name);
    if (!slot) {
        slot = low_alloc(w->low, sizeof *slot);
        slot->code = code_stub_lazy(w->stubs, slot);
        map_set_name(&w->slots, name, slot);
    }
    return slot;
}
static AbiClass *env_cls(void *ctx, Name path) { return map_get_name(&((World *)ctx)->classes, path); }
static bool env_field(void *ctx, Name owner, Name member, CodegenField *field) {
    World *w = ctx;
    CodegenField *found = map_get_name(&w->fields, key_of(w, owner, member));
    if (found) *field = *found;
    return found;
}
static void *env_static(void *ctx, Name owner, Name member) {
    World *w = ctx;
    Name key = key_of(w, owner, member);
    if (!map_get_name(&w->statics, key)) map_set_name(&w->statics, key, low_alloc(w->low, 8));
    return map_get_name(&w->statics, key);
}
static bool env_virtual(void *ctx, Name owner, Name member, CodegenVirtual *method) {
    World *w = ctx;
    CodegenVirtual *found = map_get_name(&w->virtuals, key_of(w, owner, member));
    if (found) *method = *found;
    return found;
}
static u64 env_selector(void *ctx, Name interface, Name member) {
    World *w = ctx;
    Name key = key_of(w, interface, member);
    u64 found = (u64)map_get_name(&w->selectors, key);
    if (found) return found;
    found = ++w->next_selector;
    map_set_name(&w->selectors, key, (void *)found);
    return found;
}
static bool env_ctor(void *ctx, Name path, Name name, CodegenCtor *ctor) {
    World *w = ctx;
    CodegenCtor *found = map_get_name(&w->ctors, key_of(w, path, name));
    if (found) *ctor = *found;
    return found;
}
static AbiObject *env_string(void *ctx, Name bytes) {
    World *w = ctx;
    AbiString *string = map_get_name(&w->strings, bytes);
    if (!string) {
        string = low_alloc(w->low, sizeof *string + bytes->length + 1);
        string->object.cls = &string_class;
        string->length = (i32)bytes->length;
        memcpy(string->data, bytes->text, bytes->length);
        map_set_name(&w->strings, bytes, string);
    }
    return &string->object;
}
static const AbiTest *env_test(void *ctx, TypeTest name) {
    static const struct {
        const char *name;
        AbiTestKind kind;
    } basic[] = {{"any", TEST_ANY}, {"ref", TEST_ANY}, {"Int", TEST_INT}, {"Float", TEST_FLOAT}, {"Bool", TEST_BOOL}, {"haxe.Exception", TEST_ANY}};
    World *w = ctx;
    AbiTest *test = map_get_name(&w->tests, name);
    if (test) return test;
    AbiTest made = {.kind = TEST_CLASS, .cls = env_cls(w, name), .name = name->text};
    for (u32 k = 0; k < LEN(basic); k++)
        if (name_is(name, basic[k].name)) made.kind = basic[k].kind;
    if (made.kind == TEST_CLASS && !made.cls) return NULL;
    test = low_copy(w, &made, sizeof made);
    map_set_name(&w->tests, name, test);
    return test;
}
static const AbiSig *env_sig(void *ctx, const FunSig *sig) {
    World *w = ctx;
    AbiSig *made = map_get_name(&w->sigs, sig->text);
    if (made) return made;
    AbiClass **classes = low_alloc(w->low, (sig->count + 1) * sizeof *classes);
    for (u32 k = 0; k < sig->count; k++) classes[k] = sig->arg_tests[k] ? env_cls(w, sig->arg_tests[k]) : NULL;
    made = low_copy(w, &(AbiSig){.count = sig->count, .text = sig->text->text, .ret_rep = sig->ret_rep, .arg_classes = classes,
                                 .arg_reps = low_copy(w, sig->arg_reps, sig->count)}, sizeof *made);
    map_set_name(&w->sigs, sig->text, made);
    return made;
}
static const AbiSig *env_function_sig(void *ctx, Name function) { return map_get_name(&((World *)ctx)->function_sigs, function); }
static const u8 *env_stale(void *ctx, const MirFunc *func) {
    World *w = ctx;
    if (!w->use_stale) return NULL;
    if (!map_get_name(&w->stale, func->name)) map_set_name(&w->stale, func->name, low_alloc(w->low, 1));
    return map_get_name(&w->stale, func->name);
}
static void *env_poll_site(void *ctx, const MirFunc *func, u32 loop) {
    World *w = ctx;
    if (!w->use_sites) return NULL;
    Name key = name_printf(w->names, "%s#%u", func->name->text, loop);
    if (!map_get_name(&w->sites, key)) map_set_name(&w->sites, key, low_alloc(w->low, 16));
    return map_get_name(&w->sites, key);
}
static const i32 *env_line(void *ctx, const MirFunc *func, u32 pos) {
    World *w = ctx;
    i32 line = (i32)func->positions.at[pos].span.start;
    return low_copy(w, &line, sizeof line);
}

static Name name_in(World *w, const char *text) { return name_lit(w->names, text); }

static AbiClass *define_class(World *w, const char *path, const char *super, u32 size, u32 methods) {
    AbiClass *base = super ? env_cls(w, name_in(w, super)) : NULL;
    AbiClass *cls = low_alloc(w->low, sizeof *cls + 8 * (size_t)methods);
    cls->size = size;
    cls->depth = base ? (u16)(base->depth + 1) : 0;
    cls->ancestors = low_alloc(w->low, 8 * (cls->depth + 1u));
    if (base) memcpy(cls->ancestors, base->ancestors, 8 * cls->depth);
    cls->ancestors[cls->depth] = cls;
    cls->vtable_capacity = methods;
    if (base) memcpy(cls->vtable, base->vtable, 8 * MIN(methods, base->vtable_capacity));
    map_set_name(&w->classes, name_in(w, path), cls);
    return cls;
}
static void define_field(World *w, const char *owner, const char *member, u32 offset, Rep rep, bool is_late) {
    CodegenField *field = low_alloc(w->low, sizeof *field);
    *field = (CodegenField){offset, is_late, rep};
    map_set_name(&w->fields, key_of(w, name_in(w, owner), name_in(w, member)), field);
}
static void define_virtual(World *w, const char *owner, const char *member, u32 index, bool is_late) {
    CodegenVirtual *method = low_alloc(w->low, sizeof *method);
    *method = (CodegenVirtual){index, is_late};
    map_set_name(&w->virtuals, key_of(w, name_in(w, owner), name_in(w, member)), method);
}
static CodegenCtor *define_ctor(World *w, const char *path, const char *name, u32 tag, u32 count, const CodegenField *params, u32 size) {
    char text[128];
    snprintf(text, sizeof text, "%s.%s", path, name);
    AbiClass *cls = define_class(w, text, path, size, 0);
    cls->kind = KIND_ENUM;
    cls->tag = tag;
    CodegenCtor *ctor = low_alloc(w->low, sizeof *ctor);
    *ctor = (CodegenCtor){cls, tag, NULL, count, low_copy(w, params, count * sizeof *params)};
    map_set_name(&w->ctors, key_of(w, name_in(w, path), name_in(w, name)), ctor);
    return ctor;
}

/* ---- Compiling and calling -------------------------------------------------------------------------------------------------------------------- */

static void set_stack_limit(void) {
    pthread_attr_t attributes;
    void *stack;
    size_t bytes;
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstack(&attributes, &stack, &bytes);
    pthread_attr_destroy(&attributes);
    molt_thread.limit = real_limit = (uintptr_t)stack + 256 * 1024;
}

static World *world_new(void) {
    World *w = base_alloc(sizeof *w);
    w->names = names_new();
    heap = arena_new("test heap");
    w->low = low_new();
    w->stubs = code_stubs_new(test_lazy_entry, missing_function, test_lazy_entry);
    w->flags.verify = true;
    w->env = (CodegenEnv){.ctx = w, .vm = &test_vm, .slot = env_slot, .function_sig = env_function_sig, .sig = env_sig, .cls = env_cls, .field = env_field,
                          .static_var = env_static, .virtual_method = env_virtual, .selector = env_selector, .ctor = env_ctor,
                          .string = env_string, .field_name = env_string, .test = env_test,
                          .stale = env_stale, .poll_site = env_poll_site, .line = env_line};
    Text error = {0};
    w->codegen = codegen_new(&w->env, &w->flags, &error);
    if (!w->codegen) FATAL("%s", error.at);
    set_stack_limit();
    return w;
}

static void world_free(World *w) {
    for (u32 k = 0; k < w->modules.count; k++) code_module_free(w->modules.at[k]);
    for (u32 k = 0; k < w->units.count; k++) mir_unit_free(w->units.at[k]);
    vec_free(&w->modules);
    vec_free(&w->units);
    codegen_free(w->codegen);
    code_stubs_free(w->stubs);
    low_free(w->low);
    Map *maps[] = {&w->slots, &w->classes, &w->fields, &w->statics, &w->virtuals, &w->selectors, &w->ctors, &w->tests, &w->sigs, &w->strings, &w->function_sigs, &w->stale, &w->sites};
    for (u32 k = 0; k < LEN(maps); k++) map_free(maps[k]);
    arena_free(heap);
    names_free(w->names);
    free(w);
}

static MirUnit *read_mir(World *w, const char *text) {
    Diags diags;
    diags_init(&diags);
    MirUnit *unit = mir_read(w->names, &diags, 1, text, strlen(text));
    for (u32 k = 0; k < diags.list.count; k++) fprintf(stderr, "%u: %s\n", diags.list.at[k].span.start, diags.list.at[k].message);
    diags_free(&diags);
    if (!unit) FATAL("cannot read:\n%s", text);
    for (u32 k = 0; k < unit->funcs.count; k++) {
        Text why = {0};
        mir_finish(unit->funcs.at[k]);
        if (!mir_verify(unit->funcs.at[k], &why)) FATAL("%s", why.at);
        text_free(&why);
    }
    vec_push(NULL, &w->units, unit);
    return unit;
}

/* Compiles all functions of the text and puts them into their slots. */
static CodeModule *compile(World *w, CodegenTier tier, const char *text) {
    MirUnit *unit = read_mir(w, text);
    Text error = {0};
    CodeModule *module = codegen_compile(w->codegen, unit->funcs.at, unit->funcs.count, tier, &error);
    if (!module) FATAL("%s", error.at);
    for (u32 k = 0; k < module->count; k++) env_slot(w, unit->funcs.at[k]->name)->code = module->entries[k].address;
    vec_push(NULL, &w->modules, module);
    return module;
}

/* Unpack thunks of all signatures so far. */
static void make_unpacks(World *w) {
    for (MapEntry *e = NULL; (e = map_next(&w->sigs, e));) {
        AbiSig *sig = e->value;
        if (sig->unpack) continue;
        Text error = {0};
        CodeModule *module = codegen_unpack(w->codegen, (const AbiSig *const[]){sig}, 1, &error);
        if (!module) FATAL("%s", error.at);
        memcpy(&sig->unpack, &module->entries[0].address, sizeof sig->unpack);
        vec_push(NULL, &w->modules, module);
    }
}

static void *code_of(World *w, const char *name) { return env_slot(w, name_in(w, name))->code; }
#define CALL(world, name, Result, parameters, ...) (((Result(*) parameters)code_of((world), (name)))(__VA_ARGS__))

#endif
