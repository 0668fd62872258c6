/* emit_convert: numbers to numbers, values to Dynamic words and back, type tests and casts.
 *
 * The frequent case is inline, the rest a cold call of the runtime, which converts or throws. Nothing about a class but its address is
 * taken as known: a commit may change its place in the hierarchy.
 */
#include "emit.h"

/* ---- Words --------------------------------------------------------------------------------------------------------------------------------- */

static IrValue box_float(Emit *e, IrValue value) {
    IrValue bits = LLVMBuildBitCast(e->b, value, e->t->i64, "");
    IrValue is_nan = LLVMBuildFCmp(e->b, LLVMRealUNO, value, value, "");
    bits = LLVMBuildSelect(e->b, is_nan, const_i64(e, WORD_CANONICAL_NAN), bits, "");
    return LLVMBuildAdd(e->b, bits, const_i64(e, WORD_DOUBLE_OFFSET), "");
}

IrValue box(Emit *e, Rep rep, IrValue value) {
    switch (rep) {
    case REP_BOOL: return LLVMBuildOr(e->b, LLVMBuildZExt(e->b, value, e->t->i64, ""), const_i64(e, WORD_FALSE), "");
    case REP_I32: return LLVMBuildOr(e->b, LLVMBuildZExt(e->b, value, e->t->i64, ""), const_i64(e, WORD_INT_TAG), "");
    case REP_I64: return LLVMBuildPtrToInt(e->b, call_runtime(e, "molt_rt_box_i64", &value, 1), e->t->i64, "");
    case REP_F64: return box_float(e, value);
    case REP_REF: case REP_PTR: return LLVMBuildPtrToInt(e->b, value, e->t->i64, "");
    case REP_WORD: return value;
    case REP_VOID: return const_i64(e, WORD_NULL);
    case REP_COUNT: break;
    }
    FATAL("box of representation %d", rep);
}

/* Neither null nor a Bool nor a number. */
IrValue word_is_object(Emit *e, IrValue word) {
    IrValue from_8 = LLVMBuildSub(e->b, word, const_i64(e, 8), "");
    return LLVMBuildICmp(e->b, LLVMIntULT, from_8, const_i64(e, WORD_DOUBLE_OFFSET - 8), "");
}

static IrValue word_is_int_value(Emit *e, IrValue word) {
    return LLVMBuildICmp(e->b, LLVMIntUGE, word, const_i64(e, WORD_INT_TAG), "");
}

/* In the cold block (NULL: there is none, in a hot loop's copy): the runtime's conversion; then both meet. */
static IrValue join_with_call(Emit *e, IrValue fast, IrBlock cold, const char *name, IrValue *args, u32 count) {
    if (!cold) return fast;
    IrBlock from = here(e), join = block_near(e);
    LLVMBuildBr(e->b, join);
    go_to(e, cold);
    IrValue slow = call_runtime(e, name, args, count);
    IrBlock from_slow = here(e);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    return emit_phi(e, LLVMTypeOf(fast), fast, from, slow ? slow : LLVMGetUndef(LLVMTypeOf(fast)), from_slow);
}

static IrValue unbox_int(Emit *e, IrValue word) {
    IrBlock cold = emit_slow(e, LLVMBuildNot(e->b, word_is_int_value(e, word), ""));
    return join_with_call(e, LLVMBuildTrunc(e->b, word, e->t->i32, ""), cold, "molt_rt_unbox_int", &word, 1);
}

static IrValue unbox_float(Emit *e, IrValue word) {
    IrValue bits = LLVMBuildSub(e->b, word, const_i64(e, WORD_DOUBLE_OFFSET), "");
    IrValue other = LLVMBuildICmp(e->b, LLVMIntUGE, bits, const_i64(e, WORD_INT_TAG - WORD_DOUBLE_OFFSET), "");
    IrBlock cold = emit_slow(e, other);
    return join_with_call(e, LLVMBuildBitCast(e->b, bits, e->t->f64, ""), cold, "molt_rt_unbox_float", &word, 1);
}

static IrValue unbox_bool(Emit *e, IrValue word) {
    IrValue with_1 = LLVMBuildOr(e->b, word, const_i64(e, 1), "");
    IrBlock cold = emit_slow(e, LLVMBuildICmp(e->b, LLVMIntNE, with_1, const_i64(e, WORD_TRUE), ""));
    return join_with_call(e, LLVMBuildTrunc(e->b, word, e->t->i1, ""), cold, "molt_rt_unbox_bool", &word, 1);
}

/* ---- Type tests -------------------------------------------------------------------------------------------------------------------------------- */

/* Any reference: what a test of NULL means where the runtime wants one. */
static const AbiTest any_reference = {.kind = TEST_ANY, .name = "object"};

const AbiTest *resolve_test(Emit *e, TypeTest name) {
    if (!name || name_is(name, "ref")) return NULL;
    const AbiTest *test = e->env->test(e->env->ctx, name);
    if (!test) emit_fail(e, "unknown type %s", name->text);
    return test;
}

bool test_is_trivial(const AbiTest *test) { return !test || test->kind == TEST_ANY; }

static IrValue test_value(Emit *e, const AbiTest *test) {
    if (!test) test = &any_reference;
    return emit_address(e, test, "test", test->name ? test->name : "?");
}

static IrValue class_value(Emit *e, AbiClass *cls, const AbiTest *test) {
    return emit_address(e, cls, "class", test->name ? test->name : "?");
}

static IrValue load_class(Emit *e, IrValue object) { return load_at(e, e->t->ptr, object, 0, ALIAS_HEADER); }

/* object.cls.depth >= C.depth && object.cls.ancestors[C.depth] == C, with the exact class tried first. */
static IrValue has_class(Emit *e, IrValue object, const AbiTest *test) {
    IrValue wanted = class_value(e, test->cls, test), cls = load_class(e, object);
    IrValue exact = LLVMBuildICmp(e->b, LLVMIntEQ, cls, wanted, "");
    IrBlock start = here(e), deeper = block_near(e), join = block_cold(e), walk;
    LLVMMoveBasicBlockAfter(join, deeper);
    LLVMBuildCondBr(e->b, exact, join, deeper);
    go_to(e, deeper);
    IrValue depth = load_at(e, e->t->i16, wanted, offsetof(AbiClass, depth), ALIAS_CLASS);
    IrValue has = load_at(e, e->t->i16, cls, offsetof(AbiClass, depth), ALIAS_CLASS);
    walk = block_near(e);
    LLVMBuildCondBr(e->b, LLVMBuildICmp(e->b, LLVMIntUGE, has, depth, ""), walk, join);
    go_to(e, walk);
    IrValue ancestors = load_at(e, e->t->ptr, cls, offsetof(AbiClass, ancestors), ALIAS_CLASS);
    IrValue index = LLVMBuildZExt(e->b, depth, e->t->i64, "");
    IrValue place = LLVMBuildGEP2(e->b, e->t->ptr, ancestors, &index, 1, "");
    IrValue found = LLVMBuildICmp(e->b, LLVMIntEQ, load_rep(e, REP_REF, place, ALIAS_CLASS), wanted, "");
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    IrValue phi = LLVMBuildPhi(e->b, e->t->i1, "");
    LLVMAddIncoming(phi, (IrValue[]){const_bool(e, true), const_bool(e, false), found}, (IrBlock[]){start, deeper, walk}, 3);
    return phi;
}

/* Is this object (not null) certainly of the test's class? The fast tier asks for the exact class alone and leaves the rest to the
 * runtime; so a false answer only means "ask". */
static IrValue passes_quickly(Emit *e, IrValue object, const AbiTest *test) {
    if (e->optimise) return has_class(e, object, test);
    return LLVMBuildICmp(e->b, LLVMIntEQ, load_class(e, object), class_value(e, test->cls, test), "");
}

IrValue check_ref(Emit *e, IrValue ref, const AbiTest *test) {
    if (test_is_trivial(test)) return ref;
    IrBlock some = block_near(e), join = block_cold(e), cold = slow_block(e);
    LLVMMoveBasicBlockAfter(join, some);
    LLVMBuildCondBr(e->b, LLVMBuildIsNull(e->b, ref, ""), join, some);
    go_to(e, some);
    if (test->kind == TEST_CLASS) branch_rarely(e, LLVMBuildNot(e->b, passes_quickly(e, ref, test), ""), cold, join);
    else LLVMBuildBr(e->b, cold);
    if (!e->leave) {
        go_to(e, cold);
        call_runtime(e, "molt_rt_check_ref", (IrValue[]){ref, test_value(e, test)}, 2);
        LLVMBuildBr(e->b, join);
    }
    go_to(e, join);
    return ref;
}

static IrValue unbox_ref(Emit *e, IrValue word, const AbiTest *test) {
    IrValue ref = LLVMBuildIntToPtr(e->b, word, e->t->ptr, "");
    IrBlock some = block_near(e), join = block_cold(e), cold = slow_block(e);
    LLVMMoveBasicBlockAfter(join, some);
    LLVMBuildCondBr(e->b, LLVMBuildICmp(e->b, LLVMIntEQ, word, const_i64(e, WORD_NULL), ""), join, some);
    go_to(e, some);
    if (test_is_trivial(test)) {
        branch_rarely(e, LLVMBuildNot(e->b, word_is_object(e, word), ""), cold, join);
    } else if (test->kind == TEST_CLASS) {
        IrBlock object = block_near(e);
        branch_rarely(e, LLVMBuildNot(e->b, word_is_object(e, word), ""), cold, object);
        go_to(e, object);
        branch_rarely(e, LLVMBuildNot(e->b, passes_quickly(e, ref, test), ""), cold, join);
    } else {
        LLVMBuildBr(e->b, cold);
    }
    if (!e->leave) {
        go_to(e, cold);
        call_runtime(e, "molt_rt_unbox_ref", (IrValue[]){word, test_value(e, test)}, 2);
        LLVMBuildBr(e->b, join);
    }
    go_to(e, join);
    return ref;
}

IrValue unbox(Emit *e, Rep rep, IrValue word, const AbiTest *test) {
    switch (rep) {
    case REP_BOOL: return unbox_bool(e, word);
    case REP_I32: return unbox_int(e, word);
    case REP_I64: return call_runtime(e, "molt_rt_unbox_i64", &word, 1);
    case REP_F64: return unbox_float(e, word);
    case REP_REF: return unbox_ref(e, word, test);
    case REP_WORD: return word;
    case REP_PTR: return LLVMBuildIntToPtr(e->b, word, e->t->ptr, "");
    case REP_VOID: return NULL;
    case REP_COUNT: break;
    }
    FATAL("unbox of representation %d", rep);
}

static IrValue is_of_class(Emit *e, Rep rep, IrValue value, const AbiTest *test) {
    IrValue ref = rep == REP_WORD ? LLVMBuildIntToPtr(e->b, value, e->t->ptr, "") : value;
    IrValue object = rep == REP_WORD ? word_is_object(e, value) : LLVMBuildIsNotNull(e->b, value, "");
    IrBlock start = here(e), some = block_near(e), join = block_cold(e);
    LLVMMoveBasicBlockAfter(join, some);
    LLVMBuildCondBr(e->b, object, some, join);
    go_to(e, some);
    IrValue found = has_class(e, ref, test);
    IrBlock from = here(e);
    LLVMMoveBasicBlockAfter(join, from);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    return emit_phi(e, e->t->i1, const_bool(e, false), start, found, from);
}

static IrValue is_test(Emit *e, const MirInstr *i, IrValue value) {
    const AbiTest *test = resolve_test(e, i->test);
    Rep rep = (Rep)i->args[0].rep;
    if (test && test->kind == TEST_CLASS && e->optimise) return is_of_class(e, rep, value, test);
    return call_runtime(e, "molt_rt_test", (IrValue[]){box(e, rep, value), test_value(e, test)}, 2);
}

/* ---- Numbers ------------------------------------------------------------------------------------------------------------------------------------ */

/* cvttsd2si gives 0x80000000 for NaN and for what does not fit, as the operation wants. */
static IrValue float_to_int(Emit *e, IrValue value) {
    static const char name[] = "llvm.x86.sse2.cvttsd2si";
    unsigned id = LLVMLookupIntrinsicID(name, sizeof name - 1);
    IrValue function = LLVMGetIntrinsicDeclaration(e->build->module, id, NULL, 0);
    IrValue vector = LLVMBuildInsertElement(e->b, LLVMGetUndef(LLVMVectorType(e->t->f64, 2)), value, const_i32(e, 0), "");
    return LLVMBuildCall2(e->b, LLVMGlobalGetValueType(function), function, &vector, 1, "");
}

void emit_convert(Emit *e, const MirInstr *i) {
    IrValue a = emit_read(e, &i->args[0]);
    switch ((int)i->op) {
    case MIR_I2F: emit_result(e, LLVMBuildSIToFP(e->b, a, e->t->f64, "")); return;
    case MIR_F2I: emit_result(e, float_to_int(e, a)); return;
    case MIR_I2L: emit_result(e, LLVMBuildSExt(e->b, a, e->t->i64, "")); return;
    case MIR_L2I: emit_result(e, LLVMBuildTrunc(e->b, a, e->t->i32, "")); return;
    case MIR_BOX_I: case MIR_BOX_F: case MIR_BOX_B: case MIR_BOX_R: emit_result(e, box(e, (Rep)i->args[0].rep, a)); return;
    case MIR_UNBOX_I: emit_result(e, unbox_int(e, a)); return;
    case MIR_UNBOX_F: emit_result(e, unbox_float(e, a)); return;
    case MIR_UNBOX_B: emit_result(e, unbox_bool(e, a)); return;
    case MIR_UNBOX_R: emit_result(e, unbox_ref(e, a, resolve_test(e, i->test))); return;
    case MIR_CHECK_REF: emit_result(e, check_ref(e, a, resolve_test(e, i->test))); return;
    case MIR_IS: emit_result(e, is_test(e, i, a)); return;
    case MIR_CHECK_NULL: {
        if (hot_not_null(e, &i->args[0])) return;
        IrValue is_null = LLVMBuildICmp(e->b, LLVMIntEQ, a, LLVMConstNull(LLVMTypeOf(a)), "");
        emit_trap(e, is_null, "molt_rt_throw_null", NULL, 0);
        return;
    }
    default: FATAL("not a conversion: %d", i->op);
    }
}
