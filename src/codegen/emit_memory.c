/* emit_memory: fields, statics, cells, captures, objects, and the loads and stores they are made of.
 *
 * Bool is a byte in memory. In the optimised tier every access carries its alias class; the tree of classes is flat: two different ones
 * never overlap. Code addresses are loaded unordered there, so that they are read whole; the fast tier does no more than one plain
 * load for one load anyway.
 */
#include "emit.h"

static IrValue tagged(Emit *e, IrValue access, AliasClass alias) {
    if (e->optimise) LLVMSetMetadata(access, e->t->md_tbaa, e->t->alias[alias]);
    return access;
}

IrValue address_at(Emit *e, IrValue base, u64 offset) {
    if (offset == 0) return base;
    IrValue index = const_i64(e, offset);
    return LLVMBuildInBoundsGEP2(e->b, e->t->i8, base, &index, 1, "");
}

IrValue load_at(Emit *e, IrType type, IrValue base, u64 offset, AliasClass alias) {
    return tagged(e, LLVMBuildLoad2(e->b, type, address_at(e, base, offset), ""), alias);
}

void store_at(Emit *e, IrValue value, IrValue base, u64 offset, AliasClass alias) {
    tagged(e, LLVMBuildStore(e->b, value, address_at(e, base, offset)), alias);
}

IrValue load_rep(Emit *e, Rep rep, IrValue address, AliasClass alias) {
    IrType type = rep == REP_BOOL ? e->t->i8 : e->t->by_rep[rep];
    IrValue value = tagged(e, LLVMBuildLoad2(e->b, type, address, ""), alias);
    return rep == REP_BOOL ? LLVMBuildICmp(e->b, LLVMIntNE, value, LLVMConstNull(e->t->i8), "") : value;
}

void store_rep(Emit *e, Rep rep, IrValue value, IrValue address, AliasClass alias) {
    if (rep == REP_BOOL) value = LLVMBuildZExt(e->b, value, e->t->i8, "");
    tagged(e, LLVMBuildStore(e->b, value, address), alias);
}

/* At any address. */
IrValue load_bytes(Emit *e, IrType type, IrValue address) {
    IrValue value = LLVMBuildLoad2(e->b, type, address, "");
    LLVMSetAlignment(value, 1);
    return tagged(e, value, ALIAS_ELEM_BOOL);
}

void store_bytes(Emit *e, IrValue value, IrValue address) {
    IrValue store = LLVMBuildStore(e->b, value, address);
    LLVMSetAlignment(store, 1);
    tagged(e, store, ALIAS_ELEM_BOOL);
}

IrValue load_code(Emit *e, IrValue base, u64 offset) {
    IrValue code = LLVMBuildLoad2(e->b, e->t->ptr, address_at(e, base, offset), "");
    if (e->optimise) {
        LLVMSetOrdering(code, LLVMAtomicOrderingUnordered);
        LLVMSetAlignment(code, 8);
    }
    return tagged(e, code, ALIAS_CLASS);
}

/* Constants of the heap's kinds lie outside of it; what is no reference is not looked for. */
void emit_wrote(Emit *e, const MirOperand *value, IrValue where) {
    bool may_be_young = (value->rep == REP_REF || value->rep == REP_WORD) && value->kind == MIR_LOCAL;
    if (may_be_young) emit_wrote_new(e, where);
}

void emit_wrote_new(Emit *e, IrValue where) {
    if (!e->env->vm->cards) return;
    IrValue card = LLVMBuildLShr(e->b, LLVMBuildPtrToInt(e->b, where, e->t->i64, ""), const_i64(e, ABI_CARD_SHIFT), "");
    IrValue cards = LLVMConstIntToPtr(const_i64(e, (u64)(uintptr_t)e->env->vm->cards), e->t->ptr);
    IrValue place = LLVMBuildGEP2(e->b, e->t->i8, cards, &card, 1, "");
    tagged(e, LLVMBuildStore(e->b, LLVMConstInt(e->t->i8, 1, 0), place), ALIAS_CARD);
}

/* ---- The thread's record ---------------------------------------------------------------------------------------------------------------------- */

static IrValue thread_address(Emit *e, size_t offset) {
    IrType in_fs = LLVMPointerTypeInContext(e->cg->context, 257);
    return LLVMConstIntToPtr(const_i64(e, (u64)(e->cg->thread_offset + (i64)offset)), in_fs);
}

IrValue load_thread(Emit *e, IrType type, size_t offset) {
    return tagged(e, LLVMBuildLoad2(e->b, type, thread_address(e, offset), ""), ALIAS_THREAD);
}

void store_thread(Emit *e, IrValue value, size_t offset) {
    tagged(e, LLVMBuildStore(e->b, value, thread_address(e, offset)), ALIAS_THREAD);
}

/* ---- Values as 8 bytes ---------------------------------------------------------------------------------------------------------------------------- */

IrValue bits_of(Emit *e, Rep rep, IrValue value) {
    switch (rep) {
    case REP_BOOL: case REP_I32: return LLVMBuildZExt(e->b, value, e->t->i64, "");
    case REP_F64: return LLVMBuildBitCast(e->b, value, e->t->i64, "");
    case REP_REF: case REP_PTR: return LLVMBuildPtrToInt(e->b, value, e->t->i64, "");
    case REP_I64: case REP_WORD: return value;
    case REP_VOID: case REP_COUNT: break;
    }
    FATAL("no bits of representation %d", rep);
}

IrValue value_of_bits(Emit *e, Rep rep, IrValue bits) {
    switch (rep) {
    case REP_BOOL: return LLVMBuildTrunc(e->b, bits, e->t->i1, "");
    case REP_I32: return LLVMBuildTrunc(e->b, bits, e->t->i32, "");
    case REP_F64: return LLVMBuildBitCast(e->b, bits, e->t->f64, "");
    case REP_REF: case REP_PTR: return LLVMBuildIntToPtr(e->b, bits, e->t->ptr, "");
    case REP_I64: case REP_WORD: return bits;
    case REP_VOID: case REP_COUNT: break;
    }
    FATAL("no value of representation %d", rep);
}

/* ---- Fields, statics ---------------------------------------------------------------------------------------------------------------------------------- */

static AliasClass field_alias(Rep rep) { return rep == REP_REF || rep == REP_WORD ? ALIAS_FIELD_REF : ALIAS_FIELD_RAW; }

/* An array's length may be read as a field. */
static AliasClass instr_alias(const MirInstr *i, Rep rep) { return name_is(i->owner, "Array") ? ALIAS_ARRAY : field_alias(rep); }

static IrValue field_address(Emit *e, IrValue object, const CodegenField *field) {
    if (!field->late) return address_at(e, object, field->offset);
    return call_runtime(e, "molt_rt_late", (IrValue[]){object, const_i32(e, field->offset)}, 2);
}

static IrValue instr_field(Emit *e, const MirInstr *i) {
    CodegenField field = {0};
    if (!e->env->field(e->env->ctx, i->owner, i->member, &field)) emit_fail(e, "unknown field %s.%s", i->owner->text, i->member->text);
    return field_address(e, emit_read(e, &i->args[0]), &field);
}

static IrValue instr_static(Emit *e, const MirInstr *i) {
    void *address = e->env->static_var(e->env->ctx, i->owner, i->member);
    if (!address) emit_fail(e, "unknown static variable %s.%s", i->owner->text, i->member->text);
    return emit_address(e, address, "static", arena_printf(e->arena, "%s.%s", i->owner->text, i->member->text));
}

/* ---- Objects ---------------------------------------------------------------------------------------------------------------------------------------------- */

/* Bump allocation from the thread's run of zeroed memory; the runtime when it is used up. The fast tier always asks the runtime, which
 * is shorter. */
IrValue emit_alloc(Emit *e, AbiClass *cls, const char *name) {
    IrValue class = emit_address(e, cls, "class", name);
    if (!e->optimise) return call_runtime(e, "molt_rt_alloc", &class, 1);
    IrValue cursor = load_thread(e, e->t->ptr, offsetof(AbiThread, alloc_cursor));
    IrValue limit = load_thread(e, e->t->ptr, offsetof(AbiThread, alloc_limit));
    IrValue size = const_i64(e, cls->size);
    IrValue next = LLVMBuildGEP2(e->b, e->t->i8, cursor, &size, 1, "");
    IrBlock cold = emit_unlikely(e, LLVMBuildICmp(e->b, LLVMIntUGT, next, limit, ""));
    store_thread(e, next, offsetof(AbiThread, alloc_cursor));
    store_at(e, class, cursor, 0, ALIAS_HEADER);
    IrBlock from = here(e), join = block_near(e);
    LLVMBuildBr(e->b, join);
    go_to(e, cold);
    IrValue slow = call_runtime(e, "molt_rt_alloc", &class, 1);
    IrBlock from_slow = here(e);
    LLVMBuildBr(e->b, join);
    go_to(e, join);
    return emit_phi(e, e->t->ptr, cursor, from, slow ? slow : cursor, from_slow);
}

static IrValue new_enum(Emit *e, const MirInstr *i) {
    CodegenCtor ctor = {0};
    if (!e->env->ctor(e->env->ctx, i->owner, i->member, &ctor) || ctor.count != i->count) {
        emit_fail(e, "unknown constructor %s.%s of %u parameters", i->owner->text, i->member->text, i->count);
        return LLVMConstNull(e->t->ptr);
    }
    const char *name = arena_printf(e->arena, "%s.%s", i->owner->text, i->member->text);
    if (ctor.constant) return emit_address(e, ctor.constant, "enum", name);
    IrValue object = emit_alloc(e, ctor.cls, name);
    for (u32 k = 0; k < i->count; k++) {
        Rep rep = (Rep)i->args[k].rep;
        store_rep(e, rep, emit_read(e, &i->args[k]), field_address(e, object, &ctor.params[k]), field_alias(rep));
    }
    return object;
}

static IrValue make_closure(Emit *e, const MirInstr *i) {
    AbiSlot *slot = e->env->slot(e->env->ctx, i->owner);
    const AbiSig *sig = i->sig ? e->env->sig(e->env->ctx, i->sig) : e->env->function_sig(e->env->ctx, i->owner);
    if (!slot || !sig) {
        emit_fail(e, "unknown function %s", i->owner->text);
        return LLVMConstNull(e->t->ptr);
    }
    u32 ref_bits = 0;
    for (u32 k = 0; k < MIN(i->count, 32); k++)
        if (i->args[k].rep == REP_REF || i->args[k].rep == REP_WORD) ref_bits |= 1u << k;
    IrValue args[4] = {emit_address(e, slot, "slot", i->owner->text), emit_address(e, sig, "sig", sig->text), const_i32(e, i->count),
                     const_i32(e, (i32)ref_bits)};
    IrValue closure = call_runtime(e, "molt_rt_alloc_closure", args, 4);
    for (u32 k = 0; k < i->count && closure; k++) {
        IrValue bits = bits_of(e, (Rep)i->args[k].rep, emit_read(e, &i->args[k]));
        store_at(e, bits, closure, offsetof(AbiClosure, captures) + 8 * (u64)k, ALIAS_CLOSURE);
    }
    return closure;
}

static IrValue load_capture(Emit *e, const MirInstr *i) {
    u64 offset = offsetof(AbiClosure, captures) + 8 * (u64)i->number;
    IrValue bits = load_at(e, e->t->i64, emit_read(e, &i->args[0]), offset, ALIAS_CLOSURE);
    return value_of_bits(e, (Rep)i->rep, bits);
}

static IrValue new_cell(Emit *e, const MirInstr *i) {
    Rep rep = (Rep)i->args[0].rep;
    bool is_ref = rep == REP_REF || rep == REP_WORD;
    IrValue cell = emit_alloc(e, is_ref ? e->env->vm->cell_ref_class : e->env->vm->cell_raw_class, is_ref ? "cell_ref" : "cell_raw");
    if (cell) store_at(e, bits_of(e, rep, emit_read(e, &i->args[0])), cell, offsetof(AbiCell, value), ALIAS_CELL);
    return cell;
}

static void store_cell(Emit *e, const MirInstr *i) {
    IrValue bits = bits_of(e, (Rep)i->args[1].rep, emit_read(e, &i->args[1]));
    IrValue cell = emit_read(e, &i->args[0]);
    store_at(e, bits, cell, offsetof(AbiCell, value), ALIAS_CELL);
    emit_wrote(e, &i->args[1], cell);
}

static IrValue new_object(Emit *e, const MirInstr *i) {
    AbiClass *cls = e->env->cls(e->env->ctx, i->owner);
    if (cls) return emit_alloc(e, cls, i->owner->text);
    emit_fail(e, "unknown class %s", i->owner->text);
    return LLVMConstNull(e->t->ptr);
}

static IrValue present_line(Emit *e, const MirInstr *i) {
    const i32 *cell = e->env->line(e->env->ctx, e->func, i->pos);
    if (!cell) {
        emit_fail(e, "no line of position %u", i->pos);
        return const_i32(e, 0);
    }
    return load_at(e, e->t->i32, emit_address(e, cell, "line", e->func->name->text), 0, ALIAS_THREAD);
}

void emit_memory(Emit *e, const MirInstr *i) {
    Rep rep = (Rep)i->rep;
    switch ((int)i->op) {
    case MIR_LOAD_FIELD: emit_result(e, load_rep(e, rep, instr_field(e, i), instr_alias(i, rep))); return;
    case MIR_STORE_FIELD: {
        Rep stored = (Rep)i->args[1].rep;
        IrValue value = emit_read(e, &i->args[1]);
        store_rep(e, stored, value, instr_field(e, i), instr_alias(i, stored));
        emit_wrote(e, &i->args[1], emit_read(e, &i->args[0]));
        return;
    }
    case MIR_LOAD_STATIC: emit_result(e, load_rep(e, rep, instr_static(e, i), ALIAS_STATIC)); return;
    case MIR_STORE_STATIC: store_rep(e, (Rep)i->args[0].rep, emit_read(e, &i->args[0]), instr_static(e, i), ALIAS_STATIC); return;
    case MIR_LOAD_CAPTURE: emit_result(e, load_capture(e, i)); return;
    case MIR_NEW_CELL: emit_result(e, new_cell(e, i)); return;
    case MIR_LOAD_CELL: {
        IrValue bits = load_at(e, e->t->i64, emit_read(e, &i->args[0]), offsetof(AbiCell, value), ALIAS_CELL);
        emit_result(e, value_of_bits(e, rep, bits));
        return;
    }
    case MIR_STORE_CELL: store_cell(e, i); return;
    case MIR_ENUM_TAG: {
        IrValue cls = load_at(e, e->t->ptr, emit_read(e, &i->args[0]), 0, ALIAS_HEADER);
        emit_result(e, load_at(e, e->t->i32, cls, offsetof(AbiClass, tag), ALIAS_CLASS));
        return;
    }
    case MIR_CLASS_OF: emit_result(e, load_at(e, e->t->ptr, emit_read(e, &i->args[0]), 0, ALIAS_HEADER)); return;
    case MIR_NEW_OBJECT: emit_result(e, new_object(e, i)); return;
    case MIR_NEW_ENUM: emit_result(e, new_enum(e, i)); return;
    case MIR_MAKE_CLOSURE: emit_result(e, make_closure(e, i)); return;
    case MIR_LINE: emit_result(e, present_line(e, i)); return;
    default: FATAL("not a memory operation: %d", i->op);
    }
}
