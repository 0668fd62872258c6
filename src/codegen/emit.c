/* emit: one MIR function to LLVM IR: locals, blocks, positions, and which file emits which operation.
 *
 * Each MIR block becomes an LLVM block of the same order; what an operation needs in between comes right behind (block_near), what is
 * rarely reached at the function's end (block_cold). A local is an alloca in the entry block; it is a plain value instead when it is
 * an argument that is never assigned, or is assigned once and used in that block alone, which spares most temporaries the way through
 * memory and mem2reg.
 *
 * Functions begin with the entry check, unless they are leaves: machine code as prologue data, in front of anything that LLVM makes,
 * where all arguments still are in their registers. The loader fills in the distance to the cold side (entry.S).
 */
#include "emit.h"

void emit_fail(Emit *e, const char *format, ...) {
    if (e->build->failed) return;
    e->build->failed = true;
    if (e->func) text_printf(e->build->error, "%s: ", e->func->name->text);
    va_list args;
    va_start(args, format);
    char message[512];
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    text_str(e->build->error, message);
}

/* ---- Blocks ------------------------------------------------------------------------------------------------------------------------------ */

IrBlock block_cold(Emit *e) { return LLVMAppendBasicBlockInContext(e->cg->context, e->fn, ""); }

IrBlock block_near(Emit *e) {
    IrBlock block = block_cold(e);
    LLVMMoveBasicBlockAfter(block, here(e));
    return block;
}

void go_to(Emit *e, IrBlock block) { LLVMPositionBuilderAtEnd(e->b, block); }

void branch_rarely(Emit *e, IrValue condition, IrBlock rare, IrBlock usual) {
    IrValue branch = LLVMBuildCondBr(e->b, condition, rare, usual);
    if (e->optimise) LLVMSetMetadata(branch, e->t->md_prof, e->t->unlikely);
}

IrBlock emit_unlikely(Emit *e, IrValue condition) {
    IrBlock cold = block_cold(e), near = block_near(e);
    branch_rarely(e, condition, cold, near);
    go_to(e, near);
    return cold;
}

IrBlock slow_block(Emit *e) { return e->leave ? e->leave : block_cold(e); }

IrBlock emit_slow(Emit *e, IrValue condition) {
    if (!e->leave) return emit_unlikely(e, condition);
    IrBlock near = block_near(e);
    branch_rarely(e, condition, e->leave, near);
    go_to(e, near);
    return NULL;
}

IrValue emit_phi(Emit *e, IrType type, IrValue a, IrBlock from_a, IrValue b, IrBlock from_b) {
    IrValue phi = LLVMBuildPhi(e->b, type, "");
    LLVMAddIncoming(phi, (IrValue[]){a, b}, (IrBlock[]){from_a, from_b}, 2);
    return phi;
}

IrValue emit_alloca(Emit *e, IrType type, const char *name) {
    IrBlock block = here(e);
    IrValue end = LLVMGetBasicBlockTerminator(e->entry);
    if (end) LLVMPositionBuilderBefore(e->b, end);
    else go_to(e, e->entry);
    IrValue slot = LLVMBuildAlloca(e->b, type, name);
    go_to(e, block);
    return slot;
}

/* ---- Positions ------------------------------------------------------------------------------------------------------------------------------ */

void mark_position(Emit *e, IrValue call) {
    if (!e->scope) return;
    if (!e->location) e->location = LLVMDIBuilderCreateDebugLocation(e->cg->context, e->pos, 0, e->scope, NULL);
    LLVMInstructionSetDebugLoc(call, e->location);
}

/* Number of the position + 1; 0: none. The location is made when a call wants it. */
static void set_position(Emit *e, u32 pos) {
    if (e->pos == pos) return;
    e->pos = pos;
    e->location = NULL;
}

static void start_positions(Emit *e, const char *name) {
    Build *build = e->build;
    if (!build->di) return;
    e->scope = LLVMDIBuilderCreateFunction(build->di, build->di_file, name, strlen(name), "", 0, build->di_file, 1, build->di_type, 0, 1,
                                           0, LLVMDIFlagZero, e->optimise);
    LLVMSetSubprogram(e->fn, e->scope);
}

/* ---- Locals ------------------------------------------------------------------------------------------------------------------------------------ */

IrValue default_value(Emit *e, Rep rep) {
    return rep == REP_F64 ? LLVMConstReal(e->t->f64, 0) : LLVMConstNull(e->t->by_rep[rep]);
}

static IrValue class_constant(Emit *e, Name path) {
    AbiClass *cls = e->env->cls(e->env->ctx, path);
    if (!cls) {
        emit_fail(e, "unknown class %s", path->text);
        return LLVMConstNull(e->t->ptr);
    }
    return emit_address(e, cls, "class", path->text);
}

static IrValue object_constant(Emit *e, AbiObject *object, const char *kind, Name name) {
    if (object) return emit_address(e, object, kind, name->length <= 24 ? name->text : arena_printf(e->arena, "%.24s…", name->text));
    emit_fail(e, "no constant for \"%s\"", name->text);
    return LLVMConstNull(e->t->ptr);
}

static IrValue hash_constant(Emit *e, Name text) {
    AbiObject *string = e->env->string(e->env->ctx, text);
    const AbiFunction *hash = abi_function("molt_string_hash");
    i32 value = 0;
    if (string && hash) value = ((i32 (*)(AbiObject *))(uintptr_t)hash->address)(string);
    else emit_fail(e, "no hash for \"%s\"", text->text);
    return const_i32(e, (u32)value);
}

static IrValue tag_constant(Emit *e, const MirOperand *operand) {
    CodegenCtor ctor = {0};
    if (!e->env->ctor(e->env->ctx, operand->owner, operand->name, &ctor))
        emit_fail(e, "unknown constructor %s.%s", operand->owner->text, operand->name->text);
    return const_i32(e, ctor.tag);
}

IrValue emit_read(Emit *e, const MirOperand *operand) {
    Rep rep = (Rep)operand->rep;
    switch ((MirOperandKind)operand->kind) {
    case MIR_LOCAL: {
        IrValue place = e->locals[operand->local];
        if (e->direct[operand->local]) return place ? place : LLVMGetUndef(e->t->by_rep[rep]);
        return LLVMBuildLoad2(e->b, e->t->by_rep[e->func->locals.at[operand->local].rep], place, "");
    }
    case MIR_CONST_INT: return LLVMConstInt(e->t->by_rep[rep], (u64)operand->int_value, 1);
    case MIR_CONST_FLOAT: return LLVMConstReal(e->t->f64, operand->float_value);
    case MIR_CONST_NULL: return default_value(e, rep);
    case MIR_CONST_STRING: return object_constant(e, e->env->string(e->env->ctx, operand->name), "string", operand->name);
    case MIR_CONST_NAME: return object_constant(e, e->env->field_name(e->env->ctx, operand->name), "name", operand->name);
    case MIR_CONST_CLASS: return class_constant(e, operand->name);
    case MIR_CONST_HASH: return hash_constant(e, operand->name);
    case MIR_CONST_TAG: return tag_constant(e, operand);
    }
    FATAL("operand kind %d", operand->kind);
}

void emit_write(Emit *e, u32 local, IrValue value) {
    if (e->direct[local]) e->locals[local] = value;
    else LLVMBuildStore(e->b, value, e->locals[local]);
}

void emit_result(Emit *e, IrValue value) {
    if (e->instr->dst != MIR_NO_LOCAL) emit_write(e, e->instr->dst, value);
}

/* Marks the locals that need no alloca. `home`: block of the one assignment + 1, `several` when there is more than one or when a use
 * lies elsewhere. */
static void find_direct(Emit *e) {
    const MirFunc *func = e->func;
    const u32 none = 0, several = UINT32_MAX;
    u32 *home = NEW_ARRAY(e->arena, u32, func->locals.count + 1);
    for (u32 i = 0; i < func->arg_count; i++) home[i] = e->transfer ? several : none;
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        for (u32 i = 0; i < block->instrs.count; i++) {
            u32 dst = block->instrs.at[i].dst;
            if (dst != MIR_NO_LOCAL) home[dst] = home[dst] == none && dst >= func->arg_count ? b + 1 : several;
        }
    }
    for (u32 h = 0; h < func->handlers.count; h++)
        for (u32 c = 0; c < func->handlers.at[h].count; c++) home[func->handlers.at[h].catches[c].dst] = several;
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        for (u32 i = 0; i < block->instrs.count; i++)
            for (u32 k = 0; k < block->instrs.at[i].count; k++) {
                const MirOperand *operand = &block->instrs.at[i].args[k];
                if (operand->kind == MIR_LOCAL && operand->local >= func->arg_count && home[operand->local] != b + 1)
                    home[operand->local] = several;
            }
    }
    for (u32 l = 0; l < func->loops.count; l++)
        for (u32 k = 0; k < func->loops.at[l].scope_count; k++) {
            u32 local = func->loops.at[l].in_scope[k];
            if (local >= func->arg_count || e->transfer) home[local] = several;
        }
    for (u32 b = 0; b < func->blocks.count; b++) {
        if (!in_hot_loop(e, b)) continue; /* two copies, and values that pass from one to the other */
        for (u32 i = 0; i < func->blocks.at[b].instrs.count; i++) {
            u32 dst = func->blocks.at[b].instrs.at[i].dst;
            if (dst != MIR_NO_LOCAL) home[dst] = several;
        }
    }
    for (u32 i = 0; i < func->locals.count; i++) e->direct[i] = home[i] != several;
}

static void start_locals(Emit *e) {
    const MirFunc *func = e->func;
    e->locals = NEW_ARRAY(e->arena, IrValue, func->locals.count + 1);
    e->direct = NEW_ARRAY(e->arena, bool, func->locals.count + 1);
    find_direct(e);
    for (u32 i = 0; i < func->locals.count; i++)
        if (!e->direct[i]) {
            const MirLocal *local = &func->locals.at[i];
            e->locals[i] = emit_alloca(e, e->t->by_rep[local->rep], e->build->readable && local->name ? local->name->text : "");
        }
    if (e->transfer) return;
    for (u32 i = 0; i < func->arg_count; i++) {
        IrValue value = LLVMGetParam(e->fn, i);
        if (func->locals.at[i].rep == REP_BOOL) value = LLVMBuildTrunc(e->b, value, e->t->i1, "");
        emit_write(e, i, value);
    }
}

/* ---- Start -------------------------------------------------------------------------------------------------------------------------------------- */

IrType prototype(Codegen *cg, Rep ret, const u8 *reps, u32 count) {
    IrType stack[16], *types = count <= LEN(stack) ? stack : NEW_ARRAY(cg->arena, IrType, count);
    for (u32 i = 0; i < count; i++) types[i] = reps[i] == REP_BOOL ? cg->types.i32 : cg->types.by_rep[reps[i]];
    return LLVMFunctionType(ret == REP_BOOL ? cg->types.i32 : cg->types.by_rep[ret], types, count, 0);
}

static IrType function_prototype(Emit *e, const MirFunc *func) {
    u8 *reps = NEW_ARRAY(e->arena, u8, func->arg_count + 1);
    for (u32 i = 0; i < func->arg_count; i++) reps[i] = func->locals.at[i].rep;
    return prototype(e->cg, (Rep)func->ret_rep, reps, func->arg_count);
}

/* cmp %fs:limit, %rsp; jae +5; call <filled in by the loader> */
static void set_entry_check(Emit *e) {
    u8 code[16] = {0x64, 0x48, 0x3b, 0x24, 0x25, 0, 0, 0, 0, 0x73, 0x05, 0xe8, 0, 0, 0, 0};
    i32 offset = (i32)(e->cg->thread_offset + (i64)offsetof(AbiThread, limit));
    memcpy(code + 5, &offset, 4);
    IrValue bytes[sizeof code];
    for (u32 i = 0; i < sizeof code; i++) bytes[i] = LLVMConstInt(e->t->i8, code[i], 0);
    LLVMSetPrologueData(e->fn, LLVMConstArray2(e->t->i8, bytes, sizeof code));
}

void emit_start(Emit *e, Build *build, const char *name, IrType type, bool entry_check) {
    e->build = build;
    e->cg = build->cg;
    e->env = build->cg->env;
    e->t = &build->cg->types;
    e->b = build->cg->builder;
    e->arena = build->cg->arena;
    e->optimise = build->tier == CODEGEN_OPTIMISED;
    e->block_handler = MIR_NO_HANDLER;
    e->fn_type = type;
    e->fn = LLVMAddFunction(build->module, name, type);
    LLVMAddAttributeAtIndex(e->fn, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
                            LLVMCreateEnumAttribute(e->cg->context, e->t->attr_uwtable, 2 /* async: right at every instruction */));
    /* Stack traces and the live engine follow the chain of frame pointers (abi.h). */
    LLVMAddAttributeAtIndex(e->fn, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
                            LLVMCreateStringAttribute(e->cg->context, "frame-pointer", 13, "all", 3));
    /* A frame that a tail call replaced would be missing from traces and from what is reported stale; musttail is not concerned. */
    LLVMAddAttributeAtIndex(e->fn, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
                            LLVMCreateStringAttribute(e->cg->context, "disable-tail-calls", 18, "true", 4));
    if (entry_check) set_entry_check(e);
    start_positions(e, name);
    e->entry = LLVMAppendBasicBlockInContext(e->cg->context, e->fn, "");
    go_to(e, e->entry);
}

/* Locals in scope come from the thread's buffer; then behind the poll. */
static void start_transfer(Emit *e) {
    const CodegenTransfer *transfer = e->transfer;
    const MirLoop *loop = &e->func->loops.at[transfer->loop];
    IrValue buffer = call_runtime(e, "molt_rt_transfer", NULL, 0);
    for (u32 i = 0; i < loop->scope_count && buffer; i++) {
        u32 local = loop->in_scope[i];
        Rep rep = (Rep)e->func->locals.at[local].rep;
        IrValue value = default_value(e, rep);
        if (transfer->map[i] != UINT32_MAX) {
            u64 offset = offsetof(AbiTransfer, values) + 8 * (u64)transfer->map[i];
            value = value_of_bits(e, rep, load_at(e, e->t->i64, buffer, offset, ALIAS_THREAD));
        }
        emit_write(e, local, value);
    }
}

/* ---- Instructions ------------------------------------------------------------------------------------------------------------------------------ */

void emit_instruction(Emit *e, const MirInstr *i) {
    e->instr = i;
    set_position(e, i->pos < e->func->positions.count ? i->pos + 1 : 0);
    switch ((MirOp)i->op) {
    case MIR_MOVE: emit_result(e, emit_read(e, &i->args[0])); return;
    case MIR_I2F: case MIR_F2I: case MIR_I2L: case MIR_L2I: case MIR_BOX_I: case MIR_BOX_F: case MIR_BOX_B: case MIR_BOX_R:
    case MIR_UNBOX_I: case MIR_UNBOX_F: case MIR_UNBOX_B: case MIR_UNBOX_R: case MIR_CHECK_REF: case MIR_IS: case MIR_CHECK_NULL:
        emit_convert(e, i);
        return;
    case MIR_ADD: case MIR_SUB: case MIR_MUL: case MIR_IDIV: case MIR_MOD: case MIR_NEG: case MIR_AND: case MIR_OR: case MIR_XOR:
    case MIR_NOT: case MIR_SHL: case MIR_SHR: case MIR_USHR: case MIR_FADD: case MIR_FSUB: case MIR_FMUL: case MIR_FDIV: case MIR_FMOD:
    case MIR_FNEG:
        emit_arith(e, i);
        return;
    case MIR_EQ: case MIR_NE: case MIR_LT: case MIR_LE: case MIR_GT: case MIR_GE: case MIR_ULT:
        emit_compare(e, i);
        return;
    case MIR_LOAD_FIELD: case MIR_STORE_FIELD: case MIR_LOAD_STATIC: case MIR_STORE_STATIC: case MIR_LOAD_CAPTURE: case MIR_NEW_CELL:
    case MIR_LOAD_CELL: case MIR_STORE_CELL: case MIR_ENUM_TAG: case MIR_CLASS_OF: case MIR_NEW_OBJECT: case MIR_NEW_ENUM:
    case MIR_MAKE_CLOSURE: case MIR_LINE:
        emit_memory(e, i);
        return;
    case MIR_ARRAY_NEW: case MIR_ARRAY_CONST: case MIR_ARRAY_APPEND: case MIR_ARRAY_LEN: case MIR_ARRAY_GET: case MIR_ARRAY_SET: case MIR_ARRAY_PUSH:
        emit_array(e, i);
        return;
    case MIR_CALL: case MIR_CALL_VIRTUAL: case MIR_CALL_INTERFACE: case MIR_CALL_CLOSURE: case MIR_CALL_RT:
        emit_call(e, i);
        return;
    case MIR_POLL: case MIR_JUMP: case MIR_BRANCH: case MIR_SWITCH: case MIR_RETURN: case MIR_THROW: case MIR_UNREACHABLE:
        emit_control(e, i);
        return;
    case MIR_OP_COUNT: break;
    }
    FATAL("operation %d", i->op);
}

static void emit_blocks(Emit *e) {
    const MirFunc *func = e->func;
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        go_to(e, e->blocks[b]);
        e->block_handler = block->handler;
        for (u32 i = 0; i < block->instrs.count && !e->build->failed; i++) {
            resume_point(e, b, i);
            emit_instruction(e, &block->instrs.at[i]);
        }
    }
}

/* Its time grows with the product of blocks and variables; in a function with more blocks these stay in memory. */
enum { MOST_BLOCKS_OF_MEM2REG = 2000 };

void emit_function(Build *build, const EmitRequest *request) {
    const MirFunc *func = request->func;
    Emit *e = &(Emit){.func = func, .transfer = request->transfer, .build = build, .cg = build->cg, .arena = build->cg->arena};
    emit_start(e, build, request->name, function_prototype(e, request->transfer ? request->transfer->old : func), !func->is_leaf && !request->transfer);
    if (!e->optimise && func->blocks.count > MOST_BLOCKS_OF_MEM2REG) {
        unsigned kinds[2] = {e->t->attr_optnone, e->t->attr_noinline /* the one demands the other */};
        for (u32 k = 0; k < LEN(kinds); k++)
            LLVMAddAttributeAtIndex(e->fn, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, LLVMCreateEnumAttribute(e->cg->context, kinds[k], 0));
    }
    e->blocks = NEW_ARRAY(e->arena, IrBlock, func->blocks.count);
    e->pads = NEW_ARRAY(e->arena, IrBlock, func->handlers.count + 1);
    if (e->optimise) find_hot_loops(e);
    start_locals(e);
    if (e->transfer) start_transfer(e);
    IrBlock from = here(e);
    for (u32 b = 0; b < func->blocks.count; b++) e->blocks[b] = block_cold(e);
    for (u32 l = 0; l < e->hot_count; l++) e->hot_loops[l].preheader = block_cold(e);
    emit_blocks(e);
    emit_hot_loops(e);
    if (build->failed) return;
    if (e->transfer && !e->transfer_target) {
        emit_fail(e, "loop %u has no poll", e->transfer->loop);
        return;
    }
    go_to(e, from);
    set_position(e, 0);
    LLVMBuildBr(e->b, e->transfer ? e->transfer_target : jump_target(e, 0));
    emit_exception_blocks(e);
}
