/* emit_array: arrays whose element representation is known statically.
 *
 * Fast path: the array's kind is the one expected and the index lies inside; anything else is a cold call of the runtime, which knows
 * all kinds, grows, and throws. Kind and bounds are tested at every access; in loops the optimiser hoists what does not change, which
 * the alias classes (header apart from elements) let it see. Reading outside gives the default, without a call.
 */
#include "emit.h"

typedef struct ElemAccess {
    AbiElem kind;
    Rep rep; /* of what is loaded: WORD for references too */
    u32 bytes;
    AliasClass alias;
    char letter; /* of the runtime functions */
} ElemAccess;

/* Int64 elements are boxed: words, through the runtime. */
static ElemAccess access_of(Rep rep) {
    switch (rep) {
    case REP_I32: return (ElemAccess){ELEM_I32, REP_I32, 4, ALIAS_ELEM_I32, 'i'};
    case REP_F64: return (ElemAccess){ELEM_F64, REP_F64, 8, ALIAS_ELEM_F64, 'f'};
    case REP_BOOL: return (ElemAccess){ELEM_BOOL, REP_BOOL, 1, ALIAS_ELEM_BOOL, 'b'};
    case REP_REF: case REP_WORD: case REP_I64: return (ElemAccess){ELEM_WORD, REP_WORD, 8, ALIAS_ELEM_WORD, 'w'};
    case REP_VOID: case REP_PTR: case REP_COUNT: break;
    }
    FATAL("no array elements of representation %d", rep);
}

static const char *function_for(Emit *e, const char *what, ElemAccess access) {
    return arena_printf(e->arena, "molt_array_%s_%c", what, access.letter);
}

static IrValue load_length(Emit *e, IrValue array) { return load_at(e, e->t->i32, array, offsetof(AbiArray, length), ALIAS_ARRAY); }

/* Ends in a near block where the kind is right; returns the cold block for any other (NULL in a hot loop's copy). */
static IrBlock test_kind(Emit *e, IrValue array, ElemAccess access) {
    IrValue kind = load_at(e, e->t->i8, array, offsetof(AbiArray, elem), ALIAS_ARRAY);
    return emit_slow(e, LLVMBuildICmp(e->b, LLVMIntNE, kind, LLVMConstInt(e->t->i8, access.kind, 0), ""));
}

static IrValue load_data(Emit *e, IrValue array) { return load_at(e, e->t->ptr, array, offsetof(AbiArray, data), ALIAS_ARRAY); }

static IrValue element(Emit *e, IrValue data, IrValue index, ElemAccess access) {
    IrValue wide = LLVMBuildZExt(e->b, index, e->t->i64, "");
    IrType type = access.rep == REP_BOOL ? e->t->i8 : e->t->by_rep[access.rep];
    return LLVMBuildInBoundsGEP2(e->b, type, data, &wide, 1, "");
}

/* In a hot loop's copy: an index outside leaves the copy too, so that the loop has no other way through. */
static IrValue hot_element(Emit *e, const MirOperand *operand, IrValue index, ElemAccess access) {
    HotArray *known = hot_array(e, operand, access.kind);
    IrValue array = known ? NULL : emit_read(e, operand);
    if (!known) test_kind(e, array, access);
    IrValue length = known ? known->length : load_length(e, array);
    emit_slow(e, LLVMBuildICmp(e->b, LLVMIntUGE, index, length, ""));
    return element(e, known ? known->data : load_data(e, array), index, access);
}

static IrValue get_stored(Emit *e, const MirInstr *i, ElemAccess access) {
    IrValue index = emit_read(e, &i->args[1]);
    if (e->leave) return load_rep(e, access.rep, hot_element(e, &i->args[0], index, access), access.alias);
    IrValue array = emit_read(e, &i->args[0]);
    IrBlock cold = test_kind(e, array, access);
    IrBlock inside = block_near(e), join = block_cold(e), tested = here(e);
    LLVMMoveBasicBlockAfter(join, inside);
    IrValue in_bounds = LLVMBuildICmp(e->b, LLVMIntULT, index, load_length(e, array), "");
    LLVMBuildCondBr(e->b, in_bounds, inside, join);
    go_to(e, inside);
    IrValue value = load_rep(e, access.rep, element(e, load_data(e, array), index, access), access.alias);
    LLVMBuildBr(e->b, join);
    go_to(e, cold);
    IrValue slow = call_runtime(e, function_for(e, "get", access), (IrValue[]){array, index}, 2);
    IrBlock from_cold = here(e);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    IrValue phi = LLVMBuildPhi(e->b, LLVMTypeOf(value), "");
    IrValue outside = default_value(e, access.rep);
    LLVMAddIncoming(phi, (IrValue[]){outside, value, slow ? slow : value}, (IrBlock[]){tested, inside, from_cold}, 3);
    return phi;
}

static void get(Emit *e, const MirInstr *i) {
    Rep rep = (Rep)i->rep;
    IrValue stored = get_stored(e, i, access_of(rep));
    if (rep == REP_REF) stored = unbox(e, REP_REF, stored, resolve_test(e, i->test));
    else if (rep == REP_I64) stored = unbox(e, REP_I64, stored, NULL);
    emit_result(e, stored);
}

static IrValue to_stored(Emit *e, const MirOperand *operand) {
    IrValue value = emit_read(e, operand);
    bool as_word = operand->rep == REP_REF || operand->rep == REP_I64;
    return as_word ? box(e, (Rep)operand->rep, value) : value;
}

/* A boxed Int64 has just been made. */
static void wrote_element(Emit *e, const MirOperand *value, IrValue place) {
    if (value->rep == REP_I64) emit_wrote_new(e, place);
    else emit_wrote(e, value, place);
}

static void set(Emit *e, const MirInstr *i) {
    ElemAccess access = access_of((Rep)i->args[2].rep);
    IrValue index = emit_read(e, &i->args[1]), value = to_stored(e, &i->args[2]);
    if (e->leave) {
        IrValue place = hot_element(e, &i->args[0], index, access);
        store_rep(e, access.rep, value, place, access.alias);
        wrote_element(e, &i->args[2], place);
        return;
    }
    IrValue array = emit_read(e, &i->args[0]);
    IrBlock cold = test_kind(e, array, access);
    IrBlock inside = block_near(e), join = block_cold(e);
    LLVMMoveBasicBlockAfter(join, inside);
    branch_rarely(e, LLVMBuildICmp(e->b, LLVMIntUGE, index, load_length(e, array), ""), cold, inside);
    go_to(e, inside);
    IrValue place = element(e, load_data(e, array), index, access);
    store_rep(e, access.rep, value, place, access.alias);
    wrote_element(e, &i->args[2], place);
    LLVMBuildBr(e->b, join);
    go_to(e, cold);
    call_runtime(e, function_for(e, "set", access), (IrValue[]){array, index, value}, 3);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
}

static void push(Emit *e, const MirInstr *i) {
    ElemAccess access = access_of((Rep)i->args[1].rep);
    IrValue array = emit_read(e, &i->args[0]), value = to_stored(e, &i->args[1]);
    IrBlock cold = test_kind(e, array, access);
    IrValue length = load_length(e, array);
    IrValue capacity = load_at(e, e->t->i32, array, offsetof(AbiArray, capacity), ALIAS_ARRAY);
    IrBlock inside = block_near(e), join = block_cold(e);
    LLVMMoveBasicBlockAfter(join, inside);
    branch_rarely(e, LLVMBuildICmp(e->b, LLVMIntSGE, length, capacity, ""), e->leave ? e->leave : cold, inside);
    go_to(e, inside);
    IrValue place = element(e, load_data(e, array), length, access);
    store_rep(e, access.rep, value, place, access.alias);
    wrote_element(e, &i->args[1], place);
    IrValue longer = LLVMBuildAdd(e->b, length, const_i32(e, 1), "");
    store_at(e, longer, array, offsetof(AbiArray, length), ALIAS_ARRAY);
    LLVMBuildBr(e->b, join);
    if (e->leave) {
        go_to(e, join);
        emit_result(e, longer);
        return;
    }
    go_to(e, cold);
    IrValue slow = call_runtime(e, function_for(e, "push", access), (IrValue[]){array, value}, 2);
    IrBlock from_cold = here(e);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    IrValue result = emit_phi(e, e->t->i32, longer, inside, slow ? slow : longer, from_cold);
    emit_result(e, result);
}

/* Values that stand in the code's data, as the array stores them. */
static IrValue constants(Emit *e, const MirInstr *i, ElemAccess access) {
    IrType type = access.rep == REP_BOOL ? e->t->i8 : access.rep == REP_WORD ? e->t->i64 : e->t->by_rep[access.rep];
    IrValue *values = NEW_ARRAY(e->arena, IrValue, i->count + 1);
    for (u32 k = 0; k < i->count; k++) {
        IrValue value = emit_read(e, &i->args[k]);
        if (access.rep == REP_WORD) value = box(e, (Rep)i->args[k].rep, value);
        values[k] = access.rep == REP_BOOL ? LLVMBuildZExt(e->b, value, type, "") : value;
    }
    IrValue all = LLVMConstArray2(type, values, i->count);
    IrValue data = LLVMAddGlobal(e->build->module, LLVMTypeOf(all), "");
    LLVMSetInitializer(data, all);
    LLVMSetGlobalConstant(data, 1);
    LLVMSetLinkage(data, LLVMPrivateLinkage);
    LLVMSetAlignment(data, 8);
    return data;
}

/* The array is new and has room: nothing is tested. */
static void append(Emit *e, const MirInstr *i) {
    ElemAccess access = access_of((Rep)i->rep);
    IrValue *values = NEW_ARRAY(e->arena, IrValue, i->count);
    for (u32 k = 1; k < i->count; k++) values[k] = to_stored(e, &i->args[k]);
    IrValue array = emit_read(e, &i->args[0]), length = load_length(e, array);
    IrValue end = element(e, load_data(e, array), length, access);
    for (u32 k = 1; k < i->count; k++) {
        IrValue place = element(e, end, const_i32(e, k - 1), access);
        store_rep(e, access.rep, values[k], place, access.alias);
        wrote_element(e, &i->args[k], place);
    }
    store_at(e, LLVMBuildAdd(e->b, length, const_i32(e, i->count - 1), ""), array, offsetof(AbiArray, length), ALIAS_ARRAY);
}

void emit_array(Emit *e, const MirInstr *i) {
    switch ((int)i->op) {
    case MIR_ARRAY_CONST: {
        ElemAccess access = access_of((Rep)i->rep);
        IrValue args[3] = {const_i32(e, access.kind), const_i32(e, i->count), constants(e, i, access)};
        emit_result(e, call_runtime(e, "molt_rt_array_const", args, 3));
        return;
    }
    case MIR_ARRAY_APPEND: append(e, i); return;
    case MIR_ARRAY_NEW: {
        IrValue args[2] = {const_i32(e, access_of((Rep)i->rep).kind), emit_read(e, &i->args[0])};
        emit_result(e, call_runtime(e, "molt_rt_alloc_array", args, 2));
        return;
    }
    case MIR_ARRAY_LEN: {
        HotArray *known = hot_array(e, &i->args[0], ELEM_COUNT);
        emit_result(e, known ? known->length : load_length(e, emit_read(e, &i->args[0])));
        return;
    }
    case MIR_ARRAY_GET: get(e, i); return;
    case MIR_ARRAY_SET: set(e, i); return;
    case MIR_ARRAY_PUSH: push(e, i); return;
    default: FATAL("not an array operation: %d", i->op);
    }
}
