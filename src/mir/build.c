/* build: making units, functions, locals, blocks and instructions.
 *
 * Everything is allocated in the unit's arena; what vectors outgrow stays there until the unit is freed.
 */
#include "mir.h"

MirUnit *mir_unit_new(Field *field) {
    Arena *arena = arena_new("mir");
    MirUnit *unit = NEW(arena, MirUnit);
    unit->arena = arena;
    unit->field = field;
    return unit;
}

void mir_unit_free(MirUnit *unit) {
    if (!unit) return;
    reads_free(&unit->reads);
    arena_free(unit->arena);
}

MirFunc *mir_func_new(MirUnit *unit, Name name, Rep ret) {
    MirFunc *func = NEW(unit->arena, MirFunc);
    func->unit = unit;
    func->name = name;
    func->ret_rep = (u8)ret;
    vec_push(unit->arena, &unit->funcs, func);
    return func;
}

/* The ordinal tells variables of one name apart, as a shadowing one from the shadowed. */
u32 mir_add_local(MirFunc *func, Name name, Rep rep, MirLocalKind kind, Name type) {
    MirLocal local = {.name = name, .rep = (u8)rep, .kind = (u8)kind, .type = type};
    if (kind == MIR_VAR || kind == MIR_ARG) {
        for (u32 i = func->locals.count; i-- > 0;) {
            const MirLocal *other = &func->locals.at[i];
            if (other->name == name && (other->kind == MIR_VAR || other->kind == MIR_ARG)) {
                local.ordinal = other->ordinal + 1;
                break;
            }
        }
    }
    vec_push(func->unit->arena, &func->locals, local);
    return func->locals.count - 1;
}

u32 mir_add_block(MirFunc *func, u32 handler) {
    vec_push(func->unit->arena, &func->blocks, (MirBlock){.handler = handler});
    return func->blocks.count - 1;
}

const MirSig *mir_sig_new(Names *names, Arena *arena, u32 count, const u8 *arg_reps, const MirTest *arg_tests, const bool *optional,
                          Rep ret, MirTest ret_test) {
    MirSig *sig = NEW(arena, MirSig);
    sig->count = count;
    sig->arg_reps = arena_copy(arena, arg_reps, count);
    sig->arg_tests = arena_copy(arena, arg_tests, count * sizeof *arg_tests);
    sig->optional = arena_copy(arena, optional, count * sizeof *optional);
    sig->ret_rep = (u8)ret;
    sig->ret_test = ret_test;
    Text text = {0};
    text_char(&text, '(');
    for (u32 i = 0; i < count; i++) {
        if (i) text_char(&text, ',');
        if (optional[i]) text_char(&text, '?');
        text_char(&text, rep_letter((Rep)arg_reps[i]));
        if (arg_tests[i]) text_printf(&text, " %s", arg_tests[i]->text);
    }
    text_char(&text, ')');
    text_char(&text, rep_letter(ret));
    if (ret_test) text_printf(&text, " %s", ret_test->text);
    sig->text = name_of(names, text.at, text.count);
    text_free(&text);
    return sig;
}

/* ---- Operands ---------------------------------------------------------------------------------------------------------------------- */

MirOperand mir_local(const MirFunc *func, u32 local) {
    return (MirOperand){.kind = MIR_LOCAL, .rep = func->locals.at[local].rep, .local = local};
}
MirOperand mir_int(i32 value) { return (MirOperand){.kind = MIR_CONST_INT, .rep = REP_I32, .int_value = value}; }
MirOperand mir_bool(bool value) { return (MirOperand){.kind = MIR_CONST_INT, .rep = REP_BOOL, .int_value = value}; }
MirOperand mir_float(double value) { return (MirOperand){.kind = MIR_CONST_FLOAT, .rep = REP_F64, .float_value = value}; }

MirOperand mir_null(Rep rep) {
    switch (rep) {
    case REP_BOOL:
    case REP_I32:
    case REP_I64:
        return (MirOperand){.kind = MIR_CONST_INT, .rep = (u8)rep};
    case REP_F64:
        return mir_float(0);
    case REP_REF:
    case REP_WORD:
    case REP_PTR:
        return (MirOperand){.kind = MIR_CONST_NULL, .rep = (u8)rep};
    case REP_VOID:
    case REP_COUNT:
        break;
    }
    FATAL("no null of representation %d", rep);
}

MirOperand mir_named(MirOperandKind kind, Name name) { return (MirOperand){.kind = (u8)kind, .rep = REP_REF, .name = name}; }

MirOperand mir_tag(Name enumeration, Name constructor) {
    return (MirOperand){.kind = MIR_CONST_TAG, .rep = REP_I32, .name = constructor, .owner = enumeration};
}

/* ---- Instructions ------------------------------------------------------------------------------------------------------------------ */

u32 mir_begin_block(MirBuilder *builder) { return mir_add_block(builder->func, builder->handler); }

void mir_start(MirBuilder *builder, u32 block) {
    ASSERT(!builder->open);
    builder->block = block;
    builder->open = true;
    builder->func->blocks.at[block].order = ++builder->started;
}

MirInstr *mir_emit(MirBuilder *builder, MirOp op, Rep rep, u32 dst, u32 count, const MirOperand *args) {
    Arena *arena = builder->func->unit->arena;
    if (!builder->open) mir_start(builder, mir_begin_block(builder));
    MirInstr instr = {.op = (u8)op, .rep = (u8)rep, .dst = dst, .count = count, .pos = builder->pos};
    if (count) instr.args = arena_copy(arena, args, count * sizeof *args);
    MirBlock *block = &builder->func->blocks.at[builder->block];
    vec_push(arena, &block->instrs, instr);
    if (mir_op_ends(op)) builder->open = false;
    return &vec_last(&block->instrs);
}

void mir_jump(MirBuilder *builder, u32 target) {
    if (!builder->open) return;
    MirInstr *instr = mir_emit(builder, MIR_JUMP, REP_VOID, MIR_NO_LOCAL, 0, NULL);
    instr->target_count = 1;
    instr->targets = arena_copy(builder->func->unit->arena, &target, sizeof target);
}

void mir_branch(MirBuilder *builder, MirOperand condition, u32 if_true, u32 if_false) {
    if (!builder->open) return;
    MirInstr *instr = mir_emit(builder, MIR_BRANCH, REP_VOID, MIR_NO_LOCAL, 1, &condition);
    instr->target_count = 2;
    instr->targets = arena_copy(builder->func->unit->arena, (u32[]){if_true, if_false}, 2 * sizeof(u32));
}

void mir_move(MirBuilder *builder, u32 dst, MirOperand value) { mir_emit(builder, MIR_MOVE, REP_VOID, dst, 1, &value); }
